// What scripts/build.mjs makes: the same bytes anywhere, nothing stale, threads that find their program, and one line for a
// Node that is too old.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { portText } from "./command/verbs.ts";
import { temporaryFolder } from "./support.ts";

const top = join(import.meta.dirname, "..");

function build(checkout: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("node", [join(checkout, "scripts/build.mjs"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** Name → content, byte by byte. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, "latin1")]));
}

const BUILT = { status: 0, stdout: "", stderr: "" };

/** One text for a folder: two that differ should fail a test in two lines. */
function digestOf(folder: string): string {
  const hash = createHash("sha256");
  for (const [name, text] of filesOf(folder)) hash.update(`${name}\0${text.length}\0${text}`, "latin1");
  return hash.digest("hex");
}

function checkout(): string {
  const folder = temporaryFolder();
  for (const name of ["scripts", "src", "package.json", "action.yml", "actions"].filter((one) =>
    existsSync(join(top, one)),
  ))
    cpSync(join(top, name), join(folder, name), { recursive: true });
  symlinkSync(join(top, "node_modules"), join(folder, "node_modules"));
  return folder;
}

test("dist: two checkouts make the same bytes, and none says where it lay", () => {
  const here = checkout();
  const there = join(temporaryFolder(), "a folder/with another name");
  cpSync(here, there, { recursive: true, verbatimSymlinks: true });
  expect(build(here, [])).toEqual(BUILT);
  expect(build(there, [])).toEqual(BUILT);
  expect(digestOf(join(there, "dist"))).toBe(digestOf(join(here, "dist")));
  const telling = [...filesOf(join(here, "dist"))].filter(
    ([, text]) => text.includes(here) || text.includes(top),
  );
  expect(telling.map(([name]) => name)).toEqual([]);
});

test("dist: a check names what is missing, changed or left over, and writes nothing", () => {
  const here = checkout();
  const out = join(here, "dist");
  expect(build(here, [])).toEqual(BUILT);
  expect(build(here, ["--check"])).toEqual(BUILT);
  const made = digestOf(out);
  rmSync(join(out, "LICENSES.txt"));
  writeFileSync(join(out, "action/build.js"), "// by hand");
  writeFileSync(join(out, "chunks/chunk-OLD.js"), "");
  const stale = digestOf(out);
  expect(build(here, ["--check"])).toEqual({
    status: 1,
    stdout: "",
    stderr: [
      "dist/LICENSES.txt is not what the sources make",
      "dist/action/build.js is not what the sources make",
      "dist/chunks/chunk-OLD.js is not what the sources make",
      "run `npm run build` and commit dist/",
      "",
    ].join("\n"),
  });
  expect(digestOf(out)).toBe(stale);
  expect(build(here, [])).toEqual(BUILT);
  expect(digestOf(out)).toBe(made);
});

test("dist: the committed one is what the sources make", () => {
  expect(build(top, ["--check"])).toEqual(BUILT);
});

test("dist: an older Node is told so in one line", () => {
  const out = temporaryFolder();
  expect(build(top, ["--out", out])).toEqual(BUILT);
  const old = join(out, "old.cjs");
  const versions = `{ value: { node: "18.20.4" } }`;
  writeFileSync(old, `Object.defineProperty(process, "versions", ${versions});\n`);
  const { status, stderr } = spawnSync("node", ["--require", old, join(out, "cli.js"), "--version"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `tarwright needs Node.js 20 or later, and this is ${process.version}\n`,
  });
});

/** Enough for any number of threads. */
const PORTS = 450;

test("dist: threads read a tree as one process does, its mistakes too", () => {
  const out = temporaryFolder();
  expect(build(top, ["--out", out])).toEqual(BUILT);
  const tree = temporaryFolder();
  for (let n = 0; n < PORTS; n += 1) {
    mkdirSync(join(tree, `ports/p${n}`), { recursive: true });
    writeFileSync(join(tree, `ports/p${n}/port.yml`), portText(`p${n}`, "bases: [host]\n"));
  }
  const read = (verb: "list" | "plan", processors: "all" | "one") => {
    const command = ["node", join(out, "cli.js"), verb, "ports", ...(verb === "plan" ? ["--json"] : [])];
    const argv = processors === "one" ? ["taskset", "-c", "0", ...command] : command;
    const [program = "", ...args] = argv;
    const { status, stdout } = spawnSync(program, args, { cwd: tree, encoding: "utf8", maxBuffer: 1e8 });
    return { status, stdout };
  };
  const sound = { list: read("list", "one"), plan: read("plan", "one") };
  expect({ list: sound.list.status, plan: sound.plan.status }).toEqual({ list: 0, plan: 0 });
  expect(read("list", "all")).toEqual(sound.list);
  expect(read("plan", "all")).toEqual(sound.plan);
  writeFileSync(join(tree, "ports/p7/port.yml"), portText("p7", "base: [host]\n"));
  const wrong = read("plan", "one");
  expect({ status: wrong.status, names: wrong.stdout.includes("ports/p7/port.yml") }).toEqual({
    status: 1,
    names: true,
  });
  expect(read("plan", "all")).toEqual(wrong);
  if (availableParallelism() === 1) return;
  // That they were threads at all.
  writeFileSync(join(out, "worker.js"), 'throw new Error("a thread");');
  expect(read("plan", "all").status).toBe(70);
  expect(read("list", "all").status).toBe(70);
});

test("dist: the licences of what was bundled are there", () => {
  const out = temporaryFolder();
  expect(build(top, ["--out", out])).toEqual(BUILT);
  const text = readFileSync(join(out, "LICENSES.txt"), "utf8");
  for (const name of ["@actions/cache", "@actions/core", "tar", "yaml"])
    expect(text).toMatch(new RegExp(`^${name} [0-9]`, "m"));
});

test("dist: a class that the bundler renames keeps its name, by which @actions/cache knows its errors", () => {
  const out = temporaryFolder();
  expect(build(top, ["--out", out])).toEqual(BUILT);
  const renamed = [...filesOf(out).values()].flatMap((text) => [
    ...text.matchAll(/\bclass _(\w+)[^\n]*\n *(?:static name = "(\w+)";)?/g),
  ]);
  expect(renamed.map(([, name]) => name)).toContain("ValidationError");
  for (const [, name, told] of renamed) expect(told).toBe(name);
});
