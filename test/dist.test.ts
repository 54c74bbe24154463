// What scripts/build.mjs makes: the same bytes anywhere, nothing stale, and one line for a Node that is too old.

import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./support.ts";

const top = join(import.meta.dirname, "..");

function build(checkout: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync("node", [join(checkout, "scripts/build.mjs"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, "latin1")]));
}

const BUILT = { status: 0, stdout: "", stderr: "" };

test("dist: two checkouts make the same bytes, and none says where it lay", () => {
  const [here, there, elsewhere] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  // The bundler follows links, so its packages must really lie elsewhere; the large ones that it never asks may stay.
  const isAsked = (path: string) =>
    !/node_modules\/(@biomejs|@rolldown|lightningcss.*|typescript|vite)$/.test(path);
  for (const name of ["node_modules", "scripts", "src", "package.json"]) {
    cpSync(join(top, name), join(elsewhere, name), { recursive: true, filter: isAsked });
  }
  expect(build(top, ["--out", here])).toEqual(BUILT);
  expect(build(elsewhere, ["--out", there])).toEqual(BUILT);
  expect(filesOf(there)).toEqual(filesOf(here));
  const telling = [...filesOf(here)].filter(([, text]) => text.includes(top) || text.includes(elsewhere));
  expect(telling.map(([name]) => name)).toEqual([]);
});

test("dist: a check names what is missing, changed or left over, and writes nothing", () => {
  const out = temporaryFolder();
  expect(build(top, ["--out", out])).toEqual(BUILT);
  expect(build(top, ["--check", "--out", out])).toEqual(BUILT);
  rmSync(join(out, "LICENSES.txt"));
  writeFileSync(join(out, "action/build.js"), "// by hand");
  writeFileSync(join(out, "chunks/chunk-OLD.js"), "");
  const before = filesOf(out);
  expect(build(top, ["--check", "--out", out])).toEqual({
    status: 1,
    stdout: "",
    stderr: [
      "LICENSES.txt is not what the sources make",
      "action/build.js is not what the sources make",
      "chunks/chunk-OLD.js is not what the sources make",
      "run `npm run build` and commit dist/",
      "",
    ].join("\n"),
  });
  expect(filesOf(out)).toEqual(before);
  expect(build(top, ["--out", out])).toEqual(BUILT);
  expect(build(top, ["--check", "--out", out])).toEqual(BUILT);
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

test("dist: the licences of what was bundled are there", () => {
  const out = temporaryFolder();
  expect(build(top, ["--out", out])).toEqual(BUILT);
  const text = readFileSync(join(out, "LICENSES.txt"), "utf8");
  for (const name of ["@actions/cache", "@actions/core", "tar", "yaml"])
    expect(text).toMatch(new RegExp(`^${name} [0-9]`, "m"));
});
