// `base` as its user runs it. The kept root serves, but for the test that kills a run.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { BaseDifference, Ground } from "../../src/base/base.ts";
import { verb } from "../../src/command/base.ts";
import { type Answer, parseArguments } from "../../src/command/command.ts";
import { type Host, hostPath } from "../../src/host/host.ts";
import { keptCache, machine, madeDebian, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

async function base(args: readonly string[], host: Host): Promise<Answer> {
  const parsed = parseArguments("base", verb, args);
  if (!parsed.ok) return { diagnostics: parsed.error };
  const silent = () => undefined;
  return await verb.run(parsed.value, { host, report: silent, output: silent, form: "json", signal: never });
}

const USAGE =
  "tarwright base create|sync|diff|lock|list|export [NAME…] [--packages FILE] [--out FILE.tar] [OPTIONS]";

describe("base: wrong usage", () => {
  const cases: readonly { name: string; args: readonly string[]; told: string }[] = [
    {
      name: "no such action",
      args: ["make", "debian-12"],
      told: "error[usage/value]: the action of `base` can't be `make`\n  = help: choose one of `create`, `sync`, `diff`, `lock`, `list`, `export`\n",
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
      name: "a lock of nothing",
      args: ["lock"],
      told: "error[usage/arguments]: `base lock` takes the names of bases, and `tarwright-bases.lock` has none yet\n  = help: name those that you build on: `tarwright base lock debian-12 heroku-24`\n",
    },
    {
      name: "a sync to nothing",
      args: ["sync", "debian-12"],
      told: "error[base/no-list]: nobody says which packages `debian-12` shall hold\n  = help: give `--packages FILE`, `--from-image REFERENCE` or `--from-root FOLDER`\n",
    },
    {
      name: "a sync to two lists",
      args: ["sync", "debian-12", "--packages", "a", "--from-root", "/"],
      told: "error[usage/option]: the packages are given twice\n  = help: leave one of `--packages`, `--from-image`, `--from-root`\n",
    },
    {
      name: "a sync of what is no base with a name",
      args: ["sync", "host", "--packages", "a"],
      told: "error[base/not-syncable]: `host` can't be synced to a list: only a base that has a name here can become another root\n  = help: name one of `base list`, or add one of your own to `tarwright.yml`\n",
    },
    {
      name: "a list that is not there",
      args: ["sync", "debian-12", "--packages", "/no/such.list"],
      told: "error[base/no-list]: there is no file `/no/such.list`\n  = help: give a file that lists packages, one a line\n",
    },
    {
      name: "an image to build in, and none to run in",
      args: ["create", "debian-12", "--build-from", "a.tar"],
      told: "error[usage/option]: `--build-from` says what is built in, and nothing what runs\n  = help: name the image that runs: `--from IMAGE`\n",
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

describe("base: in a project", () => {
  /** A machine that works in a folder with these files. */
  function inProject(files: Readonly<Record<string, string>>, cache = keptCache): Host {
    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const host = machine(cache);
    return { ...host, folders: { ...host.folders, working: folder } };
  }

  test("base: of its own are listed, before the machine", async () => {
    const host = inProject({
      "tarwright.yml":
        "bases:\n  acme: {like: debian-12, image: acme/stack:1}\n  kiosk: {like: debian-12, packages: kiosk.packages}\n",
    });
    const { json } = await base(["list"], host);
    const rows = json as readonly { name: string; image?: string; isMakeable: boolean }[];
    expect(rows.slice(-3)).toMatchObject([
      { name: "acme", family: "debian", image: "acme/stack:1", runImage: "acme/stack:1", isMakeable: false },
      { name: "kiosk", family: "debian", isMakeable: true },
      { name: "host" },
    ]);
  });

  test("base: what is wrong with them is told by every action, all at once", async () => {
    const host = inProject({
      "tarwright.yml":
        "bases:\n  acme: {like: debain-12, image: acme/stack:1}\n  stack: {like: heroku-24, packages: a}\n",
      "tarwright-bases.lock": "{}",
    });
    const { diagnostics } = await base(["list"], host);
    expect(rendered(diagnostics)).toBe(
      [
        "tarwright-bases.lock:1:1: error[base/lock]: `tarwright-bases.lock` can't be read as a lock of bases\n  |\n1 | {}\n  | ^\n",
        "  = help: take the one of your version control, or remove it and lock anew: `tarwright base lock NAME…`\n",
        "tarwright.yml:2:16: error[base/unknown]: `debain-12` is not a base that is known by name\n",
        "  |\n2 |   acme: {like: debain-12, image: acme/stack:1}\n  |                ^^^^^^^^^\n  = help: did you mean `debian-12`?\n",
        "tarwright.yml:3:38: error[base/not-makeable]: `heroku-24` can't be made from packages: only its publisher has them\n",
        "  |\n3 |   stack: {like: heroku-24, packages: a}\n  |                                      ^\n",
        "  = help: be `like:` the distribution that it stands on, as `ubuntu-24.04` for `heroku-24`\n",
      ].join(""),
    );
  });

  test("base: a lock pins a made root, and another root stops whoever opens it", async () => {
    const ground = await madeDebian(workshopOf(machine(keptCache)));
    const host = inProject({});
    const args = ["debian-12", "--engine", "namespace", "--made"];
    const written = await base(["lock", ...args], host);
    expect(written.diagnostics).toEqual([]);
    const file = join(host.folders.working, "tarwright-bases.lock");
    const lock = JSON.parse(readFileSync(file, "utf8"));
    expect(lock).toEqual({
      version: 1,
      bases: {
        [`debian-12@${ground.arch}`]: {
          digest: ground.base.digest,
          tars: {
            run: ground.keys.run.replace("run-", ""),
            tools: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
        },
      },
    });
    // Found from below, and satisfied.
    const deep = join(host.folders.working, "ports/hello");
    mkdirSync(deep, { recursive: true });
    const below = { ...host, folders: { ...host.folders, working: hostPath(deep) } };
    expect(await base(["diff", "debian-12", ...args], below)).toMatchObject({ text: "no difference\n" });

    const other = `sha256:${"0".repeat(64)}`;
    lock.bases[`debian-12@${ground.arch}`].digest = other;
    writeFileSync(file, JSON.stringify(lock));
    const { diagnostics } = await base(["diff", "debian-12", ...args], below);
    expect(rendered(diagnostics)).toBe(
      `error[base/other-root]: the root of \`debian-12\` is ${ground.base.digest} here, and \`tarwright-bases.lock\` has ${other}\n  = help: bring the root that was locked (\`base export\`, \`base create --from\`), or take the new one: \`tarwright base lock debian-12\`\n`,
    );
    expect(diagnostics.map(({ blame }) => blame)).toEqual(["world"]);
  });

  test("base: packages that no repository has are told all at once, and nothing is changed", async () => {
    const host = inProject({ "target.packages": "apt\ndpkg\nlibpnp16-16\nbash=0.1\n" });
    const before = (await base(["list"], machine(keptCache))).json;
    const args = ["sync", "debian-12", "--packages", "target.packages", "--engine", "namespace"];
    const { diagnostics } = await base(args, host);
    const told = rendered(diagnostics).replace(/take [^,]*,/, "take X,");
    expect(told).toBe(
      [
        "target.packages:3:1: error[base/package-gone]: no repository has `libpnp16-16` any more\n  |\n3 | libpnp16-16\n  | ^^^^^^^^^^^\n",
        "  = help: did you mean `libpng16-16`?\n",
        "target.packages:4:1: error[base/package-gone]: no repository has `bash` in version 0.1 any more\n  |\n4 | bash=0.1\n  | ^^^^^^^^\n",
        "  = help: take X, leave the version out, or add a repository of old versions\n",
      ].join(""),
    );
    expect((await base(["list"], machine(keptCache))).json).toEqual(before);
  });
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
