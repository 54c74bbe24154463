// The command line as its users meet it: a process with arguments, two streams and an exit status.

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

const top = join(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "tarwright-cli-"));
const tree = join(place, "ports");

beforeAll(() => {
  const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(place, "dist")], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr);
  cpSync(join(top, "examples/hello"), join(tree, "hello"), { recursive: true });
  mkdirSync(join(tree, "wrong"));
  writeFileSync(join(tree, "wrong/port.yml"), 'name: wrong\nversoin: "1.0"\n');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

function tarwright(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawnSync("node", [join(place, "dist/cli.js"), ...args], {
    cwd: tree,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: place, ...env },
  });
  return { status: child.status, stdout: child.stdout, stderr: child.stderr };
}

const cases: readonly {
  name: string;
  args: readonly string[];
  status: number;
  stdout: RegExp;
  stderr: RegExp;
}[] = [
  {
    name: "the version is package.json's",
    args: ["--version"],
    status: 0,
    stdout: new RegExp(`^tarwright ${manifest.version.replaceAll(".", "\\.")}\n$`),
    stderr: /^$/,
  },
  {
    name: "without arguments it shows its commands",
    args: [],
    status: 0,
    stdout: /^usage: tarwright COMMAND[\s\S]*\n {2}build +builds a port/,
    stderr: /^$/,
  },
  {
    name: "a command shows its options",
    args: ["build", "--help"],
    status: 0,
    stdout: /^usage: tarwright build PORT[\s\S]*\n {2}--base VALUE +what it will run on/,
    stderr: /^$/,
  },
  {
    name: "an unknown command is wrong usage",
    args: ["bulid"],
    status: 2,
    stdout: /^$/,
    stderr:
      /^error\[usage\/unknown-command\]: `bulid` is not a command of tarwright\n {2}= help: did you mean `build`\?\n$/,
  },
  {
    name: "a name of Object's is no command either",
    args: ["constructor"],
    status: 2,
    stdout: /^$/,
    stderr: /^error\[usage\/unknown-command\]/,
  },
  {
    name: "a recipe's mistake is told at its place",
    args: ["check", "wrong"],
    status: 1,
    stdout: /^/,
    stderr: /wrong\/port\.yml:2:1: error\[yaml\/unknown-key\]: `versoin`[\s\S]*did you mean `version`\?/,
  },
  {
    name: "under --json wrong usage is JSON on standard output",
    args: ["build", "--json", "hello", "--bsae", "x"],
    status: 2,
    stdout:
      /^\{"errors":\[\{"severity":"error","code":"usage\/unknown-option","message":"`--bsae` is not an option of `build`","help":"did you mean `--base`\?"\}\]\}\n$/,
    stderr: /^$/,
  },
  {
    name: "under --json an answer is one document",
    args: ["show", "hello", "--json"],
    status: 0,
    stdout: /^\{"dialect":"yaml","pkgpath":"hello","name":"hello".*\}\n$/,
    stderr: /^$/,
  },
];
for (const { name, args, status, stdout, stderr } of cases) {
  test(`cli: ${name}`, () => {
    const answer = tarwright(args);
    expect(answer).toEqual({
      status,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
    });
  });
}

test("cli: a machine that refuses a file is the world's failure, not a bug", () => {
  writeFileSync(join(place, "no-folder"), "");
  const answer = tarwright(["build", "hello", "--base", "host", "--unsigned"], {
    XDG_CACHE_HOME: join(place, "no-folder"),
  });
  expect(answer.stderr).toContain("error[host/file]");
  expect(answer.stderr).toContain("a file stands where a folder is expected");
  expect(answer.status).toBe(3);
});

test("cli: a reader that goes away ends it in silence", () => {
  for (let count = 0; count < 400; count += 1) {
    mkdirSync(join(tree, `many/p${count}`), { recursive: true });
    writeFileSync(join(tree, `many/p${count}/port.yml`), 'name: p\nversion: "1"\n');
  }
  const line = `node ${join(place, "dist/cli.js")} list many 2>stderr | head -n 1 >first; echo "\${PIPESTATUS[0]}"; cat stderr`;
  const answer = spawnSync("bash", ["-c", line], { cwd: tree, encoding: "utf8" });
  expect(answer.stdout).toBe("0\n");
});

const readers: readonly { name: string; line: string; status: string }[] = [
  {
    name: "a reader that goes away learns of a recipe that is wrong",
    line: "check wrong 2>stderr | true",
    status: "1",
  },
  { name: "and of one that is right", line: "show hello | true", status: "0" },
  {
    name: "with nobody to tell it to, wrong usage is wrong usage",
    line: "show nothing 2>&1 | true",
    status: "2",
  },
  { name: "a log that can't be written changes no status", line: "show nothing 2>/dev/full", status: "2" },
];
for (const { name, line, status } of readers) {
  test(`cli: ${name}`, () => {
    const script = `node ${join(place, "dist/cli.js")} ${line}; echo "\${PIPESTATUS[0]}"`;
    expect(spawnSync("bash", ["-c", script], { cwd: tree, encoding: "utf8" }).stdout).toBe(`${status}\n`);
  });
}

test("cli: what a recipe says does nothing to the terminal, neither as an answer nor in a message", () => {
  const recipe =
    "COMMENT = \u001b[2Jevil\u202e\nDISTNAME = evil-1.0\nCATEGORIES = x\n.include <bsd.port.mk>\n";
  mkdirSync(join(tree, "evil"));
  writeFileSync(join(tree, "evil/Makefile"), recipe);
  for (const args of [
    ["show", "evil"],
    ["show", "evil", "--raw"],
    ["check", "evil"],
  ]) {
    const { stdout, stderr } = tarwright(args);
    expect(stdout + stderr).toContain("evil-1.0");
    expect(stdout + stderr).not.toMatch(/(?![\n\t])[\p{Cc}\u202e]/u);
  }
});

const surroundings: readonly { name: string; before: string; status: number; stderr: RegExp }[] = [
  { name: "HOME may be empty", before: "HOME=", status: 0, stderr: /^$/ },
  { name: "HOME that is no absolute path is ignored", before: "HOME=some/where", status: 0, stderr: /^$/ },
  {
    name: "so are XDG's folders, and those for what is temporary",
    before: "XDG_CACHE_HOME=a XDG_CONFIG_HOME=b RUNNER_TEMP=c TMPDIR=d",
    status: 0,
    stderr: /^$/,
  },
  {
    name: "a working folder that was removed is no bug",
    before: 'mkdir gone; cd gone; rmdir "$PWD"; exec',
    status: 3,
    stderr: /^error\[host\/file\]: `\.`: it is not there/,
  },
];
for (const { name, before, status, stderr } of surroundings) {
  test(`cli: ${name}`, () => {
    const script = `${before} node ${join(place, "dist/cli.js")} show ${join(tree, "hello")}`;
    const child = spawnSync("bash", ["-c", script], { cwd: tree, encoding: "utf8" });
    expect({ status: child.status, stderr: child.stderr }).toEqual({
      status,
      stderr: expect.stringMatching(stderr),
    });
  });
}

test("cli: it runs as a number that is no account, without a HOME", ({ skip }) => {
  if (process.getuid?.() !== 0) return skip("only root can become another");
  chmodSync(place, 0o755);
  const answer = spawnSync("node", [join(place, "dist/cli.js"), "show", "nothing"], {
    cwd: "/",
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
    uid: 54321,
    gid: 54321,
  });
  expect(answer.stderr).toMatch(/^error\[usage\/no-port\]/);
});
