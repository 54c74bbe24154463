// The action that publishes, as the runner starts it: from dist/, on its Node, against a double of GitHub.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startGitHub } from "../github/double.ts";
import { makeKey, packInto } from "../release/packages.ts";
import { temporaryFolder } from "../support.ts";
import { runStep } from "./runner.ts";

const top = join(import.meta.dirname, "../..");
const checkout = mkdtempSync(join(tmpdir(), "tarwright-publish-"));

beforeAll(() => {
  for (const name of ["action.yml", "actions"]) {
    cpSync(join(top, name), join(checkout, name), { recursive: true });
  }
  const script = join(top, "scripts/build.mjs");
  const made = spawnSync("node", [script, "--out", join(checkout, "dist")], { encoding: "utf8" });
  expect(made.stderr).toBe("");
});
afterAll(() => rmSync(checkout, { recursive: true }));

async function scene() {
  const github = await startGitHub({ token: "the-token-of-the-job", kind: "mutable" });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  const folder = temporaryFolder();
  const workspace = join(folder, "work");
  const temporary = join(folder, "temp");
  for (const path of [workspace, temporary]) mkdirSync(path, { recursive: true });
  await makeKey(workspace, "mine");
  await packInto(join(workspace, "packages/one"), { name: "foo" });
  await packInto(join(workspace, "packages/two"), { name: "bar" });
  const secret = readFileSync(join(workspace, "mine.sec"), "utf8");
  const step = {
    action: join(checkout, "actions/publish"),
    workspace,
    temporary,
    env: {
      ...github.env,
      GITHUB_REPOSITORY: "o/r",
      GITHUB_SHA: "c".repeat(40),
      XDG_CACHE_HOME: join(folder, "cache"),
    },
  };
  const inputs = {
    packages: "packages",
    tag: "packages",
    repository: "o/r",
    "signing-key": secret,
    "public-key": "mine.pub",
  };
  return { github, step, inputs, secret, release: () => github.repository("o", "r").releases[0] };
}

test("action publish: signs and publishes what artifacts brought, and tells the runner", async () => {
  const { github, step, inputs, secret, release } = await scene();
  const end = await runStep({ ...step, inputs });
  expect(end.annotations).toEqual([]);
  expect(end.status, end.log).toBe(0);
  expect(release()).toMatchObject({ tag: "packages", draft: false, target: "c".repeat(40) });
  const [told] = JSON.parse(end.outputs["releases"] ?? "") as readonly {
    readonly tag: string;
    readonly was: string;
    readonly packages: readonly { readonly file: string; readonly sha256: string }[];
  }[];
  expect(told).toMatchObject({ tag: "packages", was: "none" });
  expect(end.outputs["urls"]).toBe(`${github.env.GITHUB_SERVER_URL}/o/r/releases/tag/packages`);
  expect(readFileSync(end.outputs["checksums"] ?? "", "utf8")).toBe(
    (told?.packages ?? []).map(({ sha256, file }) => `${sha256}  ${file}\n`).join(""),
  );
  expect(end.log).toContain("uploading to packages: 10 of 10 files");
  expect(end.summary).toContain("<code>packages</code></a>: 10 files uploaded, 0 as they were");
  expect(end.raw.filter((line) => !line.startsWith("::add-mask::")).join("\n")).not.toContain(
    secret.split("\n")[1],
  );
  const again = await runStep({ ...step, inputs });
  expect(again.status, again.log).toBe(0);
  expect(again.summary).toContain(": 0 files uploaded, 10 as they were");
});

test("action publish: a dry run changes nothing", async () => {
  const { step, inputs, release } = await scene();
  const end = await runStep({ ...step, inputs: { ...inputs, "dry-run": "true" } });
  expect(end.status, end.log).toBe(0);
  expect(release()).toBe(undefined);
});

test("action publish: refuses what is wrong, all at once", async () => {
  const { step, inputs } = await scene();
  const end = await runStep({
    ...step,
    inputs: { ...inputs, packages: "", "signing-key": "", "public-key": "", tag: "", repository: "o" },
  });
  expect(end.status).toBe(2);
  expect(end.annotations.map(({ title }) => title)).toEqual([
    "usage/repository",
    "usage/no-publishing-key",
    "usage/no-folder",
    "usage/no-tag",
  ]);
  expect(end.outputs).toEqual({});
  expect(end.summary).toMatch(/^### Not all published/);
});
