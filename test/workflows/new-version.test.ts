// `new-version.yml`, really run: the recipe of the next version is written and built, and a branch with it is pushed.
// Only `gh` is a double, which remembers what it was called with.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../support.ts";
import { openArtifacts } from "./artifacts.ts";
import { type RunEnd, runWorkflow } from "./run.ts";

const top = join(import.meta.dirname, "../..");
const kit = mkdtempSync(join(tmpdir(), "tarwright-kit-"));
const upstream = mkdtempSync(join(tmpdir(), "tarwright-upstream-"));
let server: ChildProcess;
let address = "";

/** A process of its own: steps of a workflow are run one at a time, and this one waits for them. */
const SERVER = `
const { createServer } = require("node:http");
const { readFileSync, existsSync } = require("node:fs");
const server = createServer(({ url }, response) => {
  const file = process.argv[1] + url;
  response.writeHead(existsSync(file) ? 200 : 404).end(existsSync(file) ? readFileSync(file) : "");
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

const GH = `#!/bin/sh
echo "$@" >> "$(dirname "$0")/../calls"
case "$1 $2" in "pr view") exit 1 ;; esac
`;

function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=me", "-c", "user.email=me@example.org", "-c", "init.defaultBranch=main"];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Upstream's archive; what it holds says whether it builds. */
function release(version: string, script: string): void {
  const folder = join(upstream, `foo-${version}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "install.sh"), script);
  const made = spawnSync("tar", ["-czf", `foo-${version}.tar.gz`, `foo-${version}`], { cwd: upstream });
  if (made.status !== 0) throw new Error(String(made.stderr));
}

function sha256(version: string): string {
  return spawnSync("sha256sum", [join(upstream, `foo-${version}.tar.gz`)], { encoding: "utf8" }).stdout.slice(
    0,
    64,
  );
}

type Caller = { readonly folder: string; readonly origin: string; readonly calls: string };

function makeCaller(version: string): Caller {
  const place = temporaryFolder();
  const [folder, origin] = [join(place, "work"), join(place, "origin.git")];
  const files = {
    "ports/foo/port.yml": `name: foo
version: "1.0"
comment: foo
bases: [host]
distfiles:
  - url: ${address}/foo-{version}.tar.gz
    sha256: ${sha256("1.0")}
build:
  style: script
  script: {fake: sh install.sh}
`,
    ".github/workflows/new-version.yml": `on: push
permissions: {}
jobs:
  propose:
    permissions: {contents: write, pull-requests: write}
    uses: OWNER/tarwright/.github/workflows/new-version.yml@main
    with: {port: ports/foo, version: "${version}", engine: namespace}
`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  git(place, "init", "--quiet", "--bare", origin);
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "ports");
  git(folder, "remote", "add", "origin", origin);
  mkdirSync(join(place, "bin"));
  writeFileSync(join(place, "bin/gh"), GH, { mode: 0o755 });
  const calls = join(place, "calls");
  writeFileSync(calls, "");
  vi.stubEnv("PATH", `${join(place, "bin")}:${process.env["PATH"]}`);
  vi.stubEnv("HOME", join(place, "home"));
  return { folder, origin, calls };
}

async function run({ folder }: Caller): Promise<RunEnd> {
  const place = temporaryFolder();
  const artifacts = openArtifacts(join(place, "artifacts"));
  let count = 0;
  return await runWorkflow(
    { folder, file: ".github/workflows/new-version.yml", secrets: {} },
    {
      repositories: { "OWNER/tarwright": kit },
      actions: {
        "actions/checkout": ({ workspace, inputs: { path = "" } }) => {
          cpSync(path === "" ? folder : kit, join(workspace, path), { recursive: true });
          // A checkout's index knows its files.
          if (path === "") git(workspace, "update-index", "-q", "--refresh");
          return { outputs: {} };
        },
        "actions/upload-artifact": artifacts.upload,
        "actions/download-artifact": artifacts.download,
      },
      machine: () => {
        count += 1;
        const [workspace, temporary] = [join(place, `work-${count}`), join(place, `temp-${count}`)];
        for (const one of [workspace, temporary]) mkdirSync(one);
        return { workspace, temporary, env: { XDG_CACHE_HOME: join(place, "cache") } };
      },
      token: () => "token",
      github: { repository: "o/r", event_name: "push", ref: "refs/heads/main", token: "token" },
    },
  );
}

function story({ jobs }: RunEnd): string {
  return jobs
    .map(({ name, steps }) => `${name}\n${steps.map((step) => `== ${step.name}\n${step.log}`).join("\n")}`)
    .join("\n\n");
}

const results = ({ jobs }: RunEnd) => Object.fromEntries(jobs.map(({ name, result }) => [name, result]));

describe.skipIf(!process.env["TARWRIGHT_RUN_WORKFLOWS"])("new-version.yml", { timeout: 900_000 }, () => {
  beforeAll(async () => {
    for (const name of ["action.yml", "actions", ".github"])
      cpSync(join(top, name), join(kit, name), { recursive: true });
    const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(kit, "dist")], {
      encoding: "utf8",
    });
    expect(made.stderr).toBe("");
    const good = 'mkdir -p "$DESTDIR$PREFIX/share"\necho foo > "$DESTDIR$PREFIX/share/foo"\n';
    release("1.0", good);
    release("1.1", good);
    release("1.2", "exit 3\n");
    server = spawn(process.execPath, ["-e", SERVER, upstream], { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise((resolve) =>
      server.stdout?.once("data", (text) => resolve(String(text).trim())),
    );
    address = `http://127.0.0.1:${port}`;
  }, 600_000);
  afterAll(() => {
    server.kill();
    for (const folder of [kit, upstream]) rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });

  test("what builds is proposed, by a job that runs nothing of it", async () => {
    const caller = makeCaller("1.1");
    const end = await run(caller);
    expect(results(end), story(end)).toEqual({
      "propose / build": "success",
      "propose / propose": "success",
    });
    expect(end.jobs.map(({ permissions }) => permissions)).toEqual([
      { contents: "read" },
      { contents: "write", "pull-requests": "write" },
    ]);
    const branch = "new-version/ports/foo-1.1";
    const recipe = git(caller.origin, "show", `${branch}:ports/foo/port.yml`);
    expect(recipe).toContain('version: "1.1"');
    expect(recipe).toContain(sha256("1.1"));
    expect(git(caller.origin, "show", "--format=%s", "--name-only", branch)).toBe(
      "ports/foo: version 1.1\n\nports/foo/port.yml",
    );
    expect(readFileSync(caller.calls, "utf8")).toContain(
      `pr create --head ${branch} --title ports/foo: version 1.1 --body-file`,
    );
  });

  test("what does not build is not proposed", async () => {
    const caller = makeCaller("1.2");
    const end = await run(caller);
    expect(results(end), story(end)).toEqual({
      "propose / build": "failure",
      "propose / propose": "skipped",
    });
    expect(git(caller.origin, "branch", "--list")).toBe("");
    expect(readFileSync(caller.calls, "utf8")).toBe("");
  });
});
