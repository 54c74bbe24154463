// `install-check.yml`, really run: packages are installed on the bare run image of a base, and tried there.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Root } from "../../src/engine/engine.ts";
import { filesOf, type Published, releaseOf, serveFiles } from "../install/published.ts";
import { keptCache, machine, madeDebian, workshopOf } from "../made-base.ts";
import { temporaryFolder } from "../support.ts";
import { openContainer } from "./container.ts";
import { type JobEnd, runWorkflow } from "./run.ts";

const top = join(import.meta.dirname, "../..");
const kit = mkdtempSync(join(tmpdir(), "tarwright-kit-"));
let image: Root;

const PASSES = 'test "$("$PREFIX/bin/foo")" = "foo 1.0"';

async function check(what: Published, tests = "") {
  const { folder, key } = await releaseOf(what);
  const server = await serveFiles(filesOf(folder));
  const caller = temporaryFolder();
  mkdirSync(join(caller, ".github/workflows"), { recursive: true });
  cpSync(key, join(caller, "packages.pub"));
  const inputs = {
    packages: "foo",
    from: server.url,
    "public-key": "packages.pub",
    base: "debian-12",
    image: "debian:12",
    tests,
  };
  writeFileSync(
    join(caller, ".github/workflows/check.yml"),
    `on: push
permissions: {}
jobs:
  check:
    permissions: {contents: read}
    uses: OWNER/tarwright/.github/workflows/install-check.yml@main
    with: ${JSON.stringify(inputs)}
`,
  );
  const place = temporaryFolder();
  const container = openContainer(image, join(place, "container"), [join(place, "machine"), kit]);
  const images: (string | undefined)[] = [];
  const end = await runWorkflow(
    { folder: caller, file: ".github/workflows/check.yml", secrets: {} },
    {
      repositories: { "OWNER/tarwright": kit },
      actions: {
        "actions/checkout": ({ workspace }) => {
          cpSync(caller, workspace, { recursive: true });
          return { outputs: {} };
        },
      },
      machine: (job) => {
        images.push(job.image);
        const [workspace, temporary] = ["repo", "_temp"].map((name) => join(place, "machine", name));
        if (!workspace || !temporary) throw new Error("no folders");
        for (const one of [workspace, temporary]) mkdirSync(one, { recursive: true });
        return { workspace, temporary, env: {}, inside: container.inside };
      },
      token: () => "the-token",
      github: { repository: "o/r", event_name: "push", ref: "refs/heads/main" },
    },
  );
  expect(images).toEqual(["debian:12"]);
  const [job] = end.jobs;
  if (!job) throw new Error("no job");
  return { job, result: end.result, changes: container.changes };
}

/** It is linked with a library that this machine has, and a bare Debian has not. */
function addSignify(prefix: string): void {
  cpSync("/usr/bin/signify-openbsd", join(prefix, "bin/signify"));
}

/** Steps by their names, and what became of them. */
function outcomes({ steps }: JobEnd): Readonly<Record<string, string>> {
  return Object.fromEntries(steps.map(({ name, outcome }) => [name, outcome]));
}

function story({ steps }: JobEnd): string {
  return steps.map(({ name, log }) => `== ${name}\n${log}`).join("\n");
}

const isRoot = process.getuid?.() === 0;

describe.runIf(isRoot)("install-check.yml", { timeout: 900_000 }, () => {
  beforeAll(async () => {
    for (const name of ["actions", ".github"]) cpSync(join(top, name), join(kit, name), { recursive: true });
    const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(kit, "dist")], {
      encoding: "utf8",
    });
    expect(made.stderr).toBe("");
    image = (await madeDebian(workshopOf(machine(keptCache)))).run;
  });
  afterAll(() => rmSync(kit, { recursive: true }));

  test("install check: a package that is whole passes, and is on the run image only", async () => {
    const { job, result, changes } = await check(
      { name: "foo", test: PASSES },
      '/app/vendor/foo/bin/foo | grep -x "foo 1.0"\n! command -v cc',
    );
    expect(result, story(job)).toBe("success");
    expect(existsSync(join(changes, "app/vendor/foo/bin/foo"))).toBe(true);
    expect(existsSync("/app/vendor/foo")).toBe(false);
    expect(job.steps.find(({ name }) => name === "tests of the ports")?.log).toContain("foo-1.0@debian-12");
    expect(job.permissions).toEqual({ contents: "read" });
  });

  test("install check: a program whose library nobody brought is found out", async () => {
    const { job, result } = await check({ name: "foo", fill: addSignify });
    expect(result, story(job)).toBe("failure");
    const step = job.steps.find(({ name }) => name === "every program finds its libraries");
    expect(step).toMatchObject({
      outcome: "failure",
      log: expect.stringContaining("libbsd.so.0 => not found"),
    });
    expect(outcomes(job)).toMatchObject({ "tests of the ports": "skipped" });
  });

  test("install check: a port's test that fails, and a command of the caller's that fails, fail the run", async () => {
    const own = await check({ name: "foo", test: "test 1 = 2" });
    expect(outcomes(own.job), story(own.job)).toMatchObject({ "tests of the ports": "failure" });
    const callers = await check({ name: "foo", test: PASSES }, "false");
    expect(outcomes(callers.job), story(callers.job)).toMatchObject({
      "tests of the ports": "success",
      tests: "failure",
    });
  });
});

test.skipIf(isRoot)("install check: a container is opened by root only", () => undefined);
