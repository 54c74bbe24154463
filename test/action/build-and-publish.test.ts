// One job that builds, signs and publishes: the whole way from a recipe to a release, in a base that was made here.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startGitHub } from "../github/double.ts";
import { digestOf } from "../github/releases.ts";
import { keptCache, machine, madeDebian, workshopOf } from "../made-base.ts";
import { makeKey } from "../release/packages.ts";
import { temporaryFolder } from "../support.ts";
import { runStep } from "./runner.ts";

const top = join(import.meta.dirname, "../..");
const action = mkdtempSync(join(tmpdir(), "tarwright-action-"));

beforeAll(async () => {
  cpSync(join(top, "action.yml"), join(action, "action.yml"));
  const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(action, "dist")], {
    encoding: "utf8",
  });
  expect(made.stderr).toBe("");
  await madeDebian(workshopOf(machine(keptCache)));
});
afterAll(() => rmSync(action, { recursive: true }));

const RECIPE = `name: greeter
version: "1.0"
comment: greet the reader
license: MIT
distfiles:
  - url: greeter.sh
bases: [debian-12]
build:
  style: script
  script:
    fake: install -D -m 755 greeter.sh "$DESTDIR$PREFIX/bin/greeter"
`;

test("action: builds, signs and publishes in one job", async () => {
  const token = "the-token-of-the-job";
  const github = await startGitHub({ token, kind: "mutable" });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  const folder = temporaryFolder();
  const [workspace, temporary] = [join(folder, "work"), join(folder, "temp")];
  for (const path of [join(workspace, "port"), temporary, join(folder, "cache")]) {
    mkdirSync(path, { recursive: true });
  }
  symlinkSync(keptCache, join(folder, "cache/tarwright"));
  writeFileSync(join(workspace, "port/port.yml"), RECIPE);
  writeFileSync(join(workspace, "port/greeter.sh"), "#!/bin/sh\necho hello\n");
  await makeKey(folder, "mine");
  const end = await runStep({
    action,
    workspace,
    temporary,
    inputs: {
      port: "port",
      engine: "namespace",
      base: "debian-12",
      publish: "release",
      tag: "{base}",
      token,
      "signing-key": readFileSync(join(folder, "mine.sec"), "utf8"),
    },
    env: { ...github.env, GITHUB_REPOSITORY: "o/r", XDG_CACHE_HOME: join(folder, "cache") },
  });
  expect(end.annotations).toEqual([]);
  expect(end.status, end.log).toBe(0);
  const [release] = github.repository("o", "r").releases;
  expect(release).toMatchObject({ tag: "debian-12", draft: false });
  const [row] = JSON.parse(end.outputs["packages"] ?? "[]") as readonly {
    readonly file: string;
    readonly sha256: string;
  }[];
  const asset = release?.assets.find(({ name }) => name === row?.file);
  // What the build has left is signed already: the very file is published.
  expect(asset && digestOf(asset)).toBe(row?.sha256);
  const list = join(folder, "SHA256.sig");
  writeFileSync(list, release?.assets.find(({ name }) => name === "SHA256.sig")?.content ?? "");
  const signify = ["-V", "-e", "-q", "-p", join(folder, "mine.pub"), "-x", list, "-m", "-"];
  const verified = spawnSync("signify-openbsd", signify, { encoding: "utf8" });
  expect(verified.stderr).toBe("");
  expect(verified.stdout).toContain(`SHA256 (${row?.file}) = ${row?.sha256}\n`);
  const url = `${github.env.GITHUB_SERVER_URL}/o/r/releases/tag/debian-12`;
  expect(end.log).toContain(`published debian-12: ${url}`);
});
