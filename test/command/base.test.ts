// `base` as its user runs it. The kept root serves, but for the test that kills a run.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BaseDifference, Ground } from "../../src/base/base.ts";
import { verb } from "../../src/command/base.ts";
import { type Answer, parseArguments } from "../../src/command/command.ts";
import type { Host } from "../../src/host/host.ts";
import { keptCache, machine, madeDebian, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

async function base(args: readonly string[], host: Host): Promise<Answer> {
  const parsed = parseArguments("base", verb, args);
  if (!parsed.ok) return { diagnostics: parsed.error };
  const silent = () => undefined;
  return await verb.run(parsed.value, { host, report: silent, output: silent, form: "json", signal: never });
}

const USAGE =
  "tarwright base create NAME | base list | base export NAME --out FILE.tar | base diff NAME NAME";

describe("base: wrong usage", () => {
  const cases: readonly { name: string; args: readonly string[]; told: string }[] = [
    {
      name: "no such action",
      args: ["make", "debian-12"],
      told: `error[usage/arguments]: \`base\` can't do \`make\` \`debian-12\`\n  = help: ${USAGE}\n`,
    },
    {
      name: "a list of one",
      args: ["list", "debian-12"],
      told: `error[usage/arguments]: \`base\` can't do \`list\` \`debian-12\`\n  = help: ${USAGE}\n`,
    },
    {
      name: "a difference to nothing",
      args: ["diff", "debian-12"],
      told: `error[usage/arguments]: \`base\` can't do \`diff\` \`debian-12\`\n  = help: ${USAGE}\n`,
    },
    {
      name: "nothing to make",
      args: ["create"],
      told: `error[usage/arguments]: \`base\` can't do \`create\`\n  = help: ${USAGE}\n`,
    },
    {
      name: "the machine itself",
      args: ["create", "host"],
      told: "error[base/nothing-to-make]: `host` is the machine itself: there is nothing to make\n  = help: use it as it is: `--base host`\n",
    },
    {
      name: "nowhere to write to",
      args: ["export", "debian-12"],
      told: `error[usage/out]: \`base export\` needs \`--out\`\n  = help: ${USAGE}\n`,
    },
    {
      name: "a base that was not made",
      args: ["export", "debian-13", "--out", "root.tar"],
      told: "error[base/not-made]: no root of `debian-13` was made here\n  = help: make it first: `tarwright base create debian-13`\n",
    },
  ];
  for (const { name, args, told } of cases) {
    test(`base: ${name}`, async () => {
      const { diagnostics } = await base(args, machine(temporaryFolder()));
      expect(rendered(diagnostics)).toBe(told);
    });
  }
});

describe("base: a root that was made", () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await madeDebian(workshopOf(machine(keptCache)));
  });

  test("base: list tells what is made, with its digest and sizes", async () => {
    const { json, diagnostics } = await base(["list"], machine(keptCache));
    expect(diagnostics).toEqual([]);
    const rows = json as readonly { readonly name: string }[];
    expect(rows.find(({ name }) => name === "debian-12")).toEqual({
      name: "debian-12",
      family: "debian",
      arches: ["x86_64", "aarch64"],
      libc: "glibc",
      image: "debian:12",
      runImage: "debian:12",
      extensible: true,
      isMakeable: true,
      made: [
        {
          name: "debian-12",
          engine: "namespace",
          arch: ground.arch,
          digest: ground.base.digest,
          runBytes: expect.any(Number),
          toolsBytes: expect.any(Number),
          packages: ground.installed.tools.size,
        },
      ],
    });
    expect(rows.find(({ name }) => name === "host")).toEqual({ name: "host", isMakeable: false, made: [] });
  });

  test("base: diff tells what a minimal root has not that this machine has", async () => {
    const host = machine(keptCache);
    const { json, text, diagnostics } = await base(["diff", "debian-12", "host"], host);
    expect(diagnostics).toEqual([]);
    const { packages, libraries } = json as BaseDifference;
    const listed = execFileSync("dpkg-query", ["-W"], { encoding: "utf8" });
    const names = listed.split("\n").map((row) => row.replace(/[:\t].*/, ""));
    expect(packages.added.length).toBeGreaterThan(50);
    expect(packages.added.filter(({ name }) => !names.includes(name))).toEqual([]);
    expect(packages.added.map(({ name }) => name)).toContain("binutils");
    expect(libraries.added.some((soname) => /^libbfd-/.test(soname))).toBe(true);
    expect(text).toMatch(/^packages:\n[\s\S]*\n {2}\+ binutils \S+\n[\s\S]*\nlibraries:\n/);
    expect(await base(["diff", "debian-12", "debian-12"], host)).toMatchObject({ text: "no difference\n" });
  });

  test("base: export writes the target's files, with their owners and modes", async () => {
    const folder = temporaryFolder();
    const host = machine(keptCache);
    const here = { ...host, folders: { ...host.folders, working: folder } };
    const { json, diagnostics } = await base(["export", "debian-12", "--out", "root.tar"], here);
    expect(diagnostics).toEqual([]);
    expect(json).toMatchObject({ digest: ground.base.digest });
    const listing = execFileSync("tar", [
      "-tvf",
      join(folder, "root.tar"),
      "./etc/shadow",
      "./usr/bin/passwd",
      "./lib",
    ]);
    const rows = listing.toString().trimEnd().split("\n");
    expect(rows.map((row) => row.replace(/ +\d+ \d{4}-\d\d-\d\d \d\d:\d\d /, " "))).toEqual([
      "-rw-r----- 0/42 ./etc/shadow",
      "lrwxrwxrwx 0/0 ./lib -> usr/lib",
      "-rwsr-xr-x 0/0 ./usr/bin/passwd",
    ]);
  });
});

test("base: killed while it makes a root, it makes it the next time, and nothing is left of the first", async () => {
  const place = temporaryFolder();
  const dist = join(place, "dist");
  const built = spawnSync("node", [join(import.meta.dirname, "../../scripts/build.mjs"), "--out", dist], {
    encoding: "utf8",
  });
  expect(built).toMatchObject({ status: 0, stderr: "" });
  const args = [join(dist, "cli.js"), "base", "create", "debian-12", "--engine", "namespace", "--json"];
  const env = { PATH: process.env["PATH"], HOME: place, XDG_CACHE_HOME: place };
  const first = spawn("node", args, { env });
  for await (const chunk of first.stderr) if (String(chunk).includes("root of debian-12: install")) break;
  first.kill("SIGKILL");
  const cache = join(place, "tarwright");
  const made = () => readdirSync(join(cache, "bases")).filter((name) => name.startsWith("making-"));
  expect(made().length).toBe(1);

  const second = spawnSync("node", args, { env, encoding: "utf8" });
  expect(second.status).toBe(0);
  const kept = await base(["list"], machine(keptCache));
  const digests = (kept.json as readonly { name: string; made: readonly { digest: string }[] }[]).flatMap(
    (row) => row.made.map(({ digest }) => digest),
  );
  expect(digests).toContain(JSON.parse(second.stdout).digest);
  expect(made()).toEqual([]);
  expect(existsSync(join(cache, "boxes")) ? readdirSync(join(cache, "boxes")) : []).toEqual([]);
  expect(readFileSync("/proc/mounts", "utf8")).not.toContain(place);
});
