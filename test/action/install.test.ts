import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf, releaseOf, serveFiles } from "../install/published.ts";
import { tool } from "../package/support.ts";
import { temporaryFolder } from "../support.ts";
import { runStep } from "./runner.ts";

const top = join(import.meta.dirname, "../..");
const checkout = mkdtempSync(join(tmpdir(), "tarwright-action-"));

beforeAll(() => {
  cpSync(join(top, "actions/install/action.yml"), join(checkout, "actions/install/action.yml"));
  const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(checkout, "dist")]);
  expect(made.stderr.toString()).toBe("");
});
afterAll(() => rmSync(checkout, { recursive: true }));

/** A runner with a folder for its jobs and one for its tools; `job` is one step in a job of its own. */
function runner() {
  const machine = temporaryFolder();
  let jobs = 0;
  return async (inputs: Readonly<Record<string, string>>) => {
    jobs += 1;
    const [workspace, temporary] = ["repo", "_temp"].map((name) => join(machine, `job-${jobs}`, name));
    if (!workspace || !temporary) throw new Error("no folders");
    for (const folder of [workspace, temporary]) mkdirSync(folder, { recursive: true });
    const end = await runStep({
      action: join(checkout, "actions/install"),
      workspace,
      temporary,
      inputs: { base: "debian-12", arch: "x86_64", ...inputs },
      env: { HOME: machine, RUNNER_TOOL_CACHE: join(machine, "tools") },
    });
    const commands = join(temporary, "_runner_file_commands");
    const added = readdirSync(commands).find((name) => name.startsWith("add_path")) ?? "";
    return { ...end, added: readFileSync(join(commands, added), "utf8").split("\n").filter(Boolean) };
  };
}

test("actions/install: signed packages go to the tool cache, where the next job finds them as they were signed", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const server = await serveFiles(filesOf(folder));
  const job = runner();
  const inputs = { packages: "foo@^1.0", from: server.url, "public-key": key };
  const first = await job(inputs);
  expect([first.status, first.outputs["cache-hit"], first.log]).toEqual([0, "false", expect.any(String)]);
  const [place = ""] = first.added;
  expect(place).toMatch(/\/tools\/tarwright-foo\/0\.0\.0-d[0-9a-f]{16}\/x64\/bin$/);
  expect(tool(join(place, "foo"), [])).toBe("foo 1.0\n");
  expect(first.outputs["directory"]).toBe(join(place, ".."));
  const second = await job(inputs);
  expect([second.status, second.outputs["cache-hit"], second.added]).toEqual([0, "true", [place]]);
  expect(server.requests.filter((path) => path.endsWith(".tar.gz"))).toHaveLength(1);
  writeFileSync(join(place, "foo"), "#!/bin/sh\necho evil\n");
  const third = await job(inputs);
  expect([third.status, third.outputs["cache-hit"]]).toEqual([0, "false"]);
  expect(tool(join(place, "foo"), [])).toBe("foo 1.0\n");
});

test("actions/install: a root takes all of it, and the steps that follow are left alone", async () => {
  const { folder, key } = await releaseOf({ name: "foo" });
  const end = await runner()({ packages: "foo", from: folder, "public-key": key, root: "image" });
  expect([end.status, end.added, end.outputs["directory"]]).toEqual([0, [], "/app/vendor/foo"]);
});

const tests: readonly {
  readonly name: string;
  readonly test: string;
  readonly end: { readonly status: number; readonly stdout: string };
}[] = [
  {
    name: "one that passes, with the package's programs on the path",
    test: 'test "$(foo)" = "foo 1.0"\n[ "$NAME $VERSION" = "foo 1.0" ]\n[ -x "$PREFIX/bin/foo" ]\necho it\\\'s "$(ls)"',
    end: { status: 0, stdout: "it's \n" },
  },
  {
    name: "one that fails at its first failing command",
    test: "false\necho no",
    end: { status: 1, stdout: "" },
  },
];

for (const { name, test: text, end } of tests) {
  test(`actions/install: the test of a port comes as a program: ${name}`, async () => {
    const { folder, key } = await releaseOf({ name: "foo", test: text });
    const step = await runner()({ packages: "foo", from: folder, "public-key": key });
    expect([step.status, step.log]).toEqual([0, expect.any(String)]);
    const programs = readdirSync(step.outputs["tests"] ?? "");
    expect(programs).toEqual(["devel.foo-1.0@debian-12@x86_64"]);
    const ran = spawnSync(join(step.outputs["tests"] ?? "", programs[0] ?? ""), { encoding: "utf8" });
    expect(ran).toMatchObject(end);
  });
}

test("actions/install: without a key nothing is believed, and the step says so", async () => {
  const { folder } = await releaseOf({ name: "foo" });
  const end = await runner()({ packages: "foo", from: folder });
  expect([end.status, end.annotations.map(({ title }) => title)]).toEqual([2, ["usage/no-public-key"]]);
});
