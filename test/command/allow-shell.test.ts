// `--allow-shell`: commands in values of OpenBSD's ports, run by the engine `namespace` over this machine.

import { execFile, execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { parseArguments, VERBS } from "../../src/command/command.ts";
import { type Host, type HostPath, hostPath } from "../../src/host/host.ts";
import { exitStatus } from "../../src/report.ts";
import { machine } from "../made-base.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";
import { folderOf } from "./verbs.ts";

const MAKEFILE = `COMMENT =	a port
FILE =		\${.CURDIR}/version.txt
VERSION !=	cat version.txt
SERIES !=	echo $\{VERSION} | cut -d. -f1,2; cat $\{FILE}
DISTNAME =	foo-$\{VERSION}
CATEGORIES =	devel
PERMIT_PACKAGE = Yes
.include <bsd.port.mk>
`;

/** In place of a whole port: what its one command gives. */
function asking(command: string): string {
  return `V != ${command}\n.include <bsd.port.mk>\n`;
}

type Ran = {
  readonly status: number;
  readonly json: unknown;
  readonly said: string;
  readonly commands: readonly string[];
};

async function run(
  folder: HostPath,
  argv: readonly string[],
  host: Host = machine(temporaryFolder()),
): Promise<Ran> {
  const [name = "", ...rest] = argv;
  const verb = await VERBS[name]?.load();
  const args = verb && parseArguments(name, verb, rest);
  if (!args?.ok) throw new Error(rendered(args?.error ?? []));
  const { events, report } = recorder();
  const printed: string[] = [];
  const answer = await verb?.run(args.value, {
    host: { ...host, folders: { ...host.folders, working: folder } },
    report,
    output: (text) => void printed.push(text),
    form: "json",
    signal: never,
  });
  const diagnostics = answer?.diagnostics ?? [];
  return {
    status: exitStatus(diagnostics),
    json: answer?.json ?? printed.join(""),
    said: rendered(diagnostics.filter(({ severity }) => severity === "error")),
    commands: events.flatMap((event) => (event.kind === "command-started" ? [event.command] : [])),
  };
}

async function outputOf(command: string): Promise<unknown> {
  const folder = folderOf({ "p/Makefile": asking(command) });
  const { json, said } = await run(folder, ["show", "p", "--raw=V", "--allow-shell"]);
  expect(said).toBe("");
  return (json as { readonly V: unknown }).V;
}

test("allow-shell: a value may need another that is a command's output; each command runs once, in its order", async () => {
  const folder = folderOf({ "foo/Makefile": MAKEFILE, "foo/version.txt": "1.2.3\n" });
  const { json, commands } = await run(folder, ["show", "foo", "--raw=SERIES,FULLPKGNAME", "--allow-shell"]);
  expect(json).toEqual({ SERIES: "1.2 1.2.3", FULLPKGNAME: "foo-1.2.3" });
  expect(commands).toEqual([
    "cat version.txt",
    "echo 1.2.3 | cut -d. -f1,2; cat /usr/ports/devel/foo/version.txt",
  ]);
  const shown = await run(folder, ["show", "foo", "--allow-shell"]);
  expect(shown.json).toMatchObject({ name: "foo", version: "1.2.3" });
});

const outputs: readonly { name: string; command: string; value: string | RegExp }[] = [
  {
    name: "newlines are blanks, and the last is dropped",
    command: "printf 'a\\n\\nb  c\\n\\n'",
    value: "a  b  c ",
  },
  { name: "nothing", command: "true", value: "" },
  { name: "what goes to standard error is no part of it", command: "echo out; echo err >&2", value: "out" },
  { name: "it is nobody's account", command: "id -u", value: /^[1-9][0-9]*$/ },
  { name: "variables of the machine are not there", command: "echo $${VITEST-none}", value: "none" },
];

for (const { name, command, value } of outputs) {
  test(`allow-shell: a command's output: ${name}`, async () => {
    expect(await outputOf(command)).toEqual(typeof value === "string" ? value : expect.stringMatching(value));
  });
}

test("allow-shell: nothing is run without it, by any verb", async () => {
  const folder = folderOf({});
  const marker = join(folder, "marker");
  const command = `echo ran | tee ${marker}`;
  const port = folderOf({ "p/Makefile": asking(command) });
  for (const argv of [
    ["show", "p"],
    ["show", "p", "--raw"],
    ["check", "p"],
    ["build", "p"],
    ["plan", "p"],
  ]) {
    const { status, said } = await run(port, argv);
    expect([status, said]).toEqual([
      1,
      expect.stringContaining("p/Makefile:1:1: error[openbsd/needs-shell]"),
    ]);
  }
  expect((await run(port, ["list", "."])).json).toContain('"openbsd/needs-shell"');
  expect(existsSync(marker)).toBe(false);
  execFileSync("sh", ["-c", command]);
  expect(existsSync(marker)).toBe(true);
});

test("allow-shell: a command writes nothing outside, not even beside its Makefile", async () => {
  const outside = temporaryFolder();
  const files = ["touched", join(outside, "touched"), "/etc/tarwright-touched", "/tmp/tarwright-touched"];
  const tries = files.map((file) => `touch ${file} 2>/dev/null`).join("; ");
  const folder = folderOf({ "p/Makefile": asking(`${tries}; ls`) });
  const { json } = await run(folder, ["show", "p", "--raw=V", "--allow-shell"]);
  expect(json).toEqual({ V: "Makefile" });
  expect(readdirSync(join(folder, "p"))).toEqual(["Makefile"]);
  expect(files.slice(1).filter((file) => existsSync(file))).toEqual([]);
});

test("allow-shell: a command reaches no network, and sees nothing of a checkout's credentials", async () => {
  const met: string[] = [];
  const server = createServer((request, response) => {
    met.push(request.url ?? "");
    response.end("hello\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const get = `bash -c 'exec 3<>/dev/tcp/127.0.0.1/${port} && printf "GET /x HTTP/1.0\\r\\n\\r\\n" >&3 && cat <&3' 2>&1 | tail -n 1`;
  expect((await promisify(execFile)("sh", ["-c", get])).stdout).toBe("hello\n");
  expect(await outputOf(get)).toMatch(/Connection refused|unreachable/);
  expect(met).toEqual(["/x"]);
  const folder = folderOf({ "p/Makefile": asking("ls -A"), "p/.git/config": "token\n" });
  const { json } = await run(folder, ["show", "p", "--raw=V", "--allow-shell"]);
  expect(json).toEqual({ V: "Makefile" });
});

const failures: readonly { name: string; command: string; message: string }[] = [
  {
    name: "fails",
    command: "echo no such thing >&2; exit 3",
    message: "the command `echo no such thing >&2; exit 3` ended with status 3: `no such thing`",
  },
  { name: "prints without end", command: "yes", message: "the command `yes` prints more than 64 KiB" },
  {
    name: "does not end, and hides",
    command: "setsid sleep 1000 & sleep 1000",
    message: "the command `setsid sleep 1000 & sleep 1000` did not end within 60 seconds",
  },
];

for (const { name, command, message } of failures) {
  test(`allow-shell: a command that ${name} is a mistake at its line`, async () => {
    const real = machine(temporaryFolder());
    const deadline = (ms: number) => real.deadline(ms === 60_000 ? 1_000 : ms);
    const folder = folderOf({ "p/Makefile": `A = b\n${asking(command)}` });
    const { status, said } = await run(folder, ["check", "p", "--allow-shell"], { ...real, deadline });
    expect([status, said.split("\n")[0]]).toEqual([1, `p/Makefile:2:1: error[openbsd/command]: ${message}`]);
  });
}

test("allow-shell: a value that asks for ever is stopped", async () => {
  const words = Array.from({ length: 101 }, (_, at) => at).join(" ");
  const folder = folderOf({
    "p/Makefile": `.for i in ${words}\nV !=	echo $i\n.endfor\n.include <bsd.port.mk>\n`,
  });
  const { status, said, commands } = await run(folder, ["show", "p", "--raw=V", "--allow-shell"]);
  expect([status, said.split("\n")[0], commands.length]).toEqual([
    1,
    "p/Makefile:2:1: error[openbsd/too-much]: more than 100 commands are asked for",
    100,
  ]);
});

test("allow-shell: list keeps its order, and a command that fails is its entry's own", async () => {
  const folder = folderOf({
    "a/Makefile": asking("echo one"),
    "b/Makefile": asking("false"),
    "c/Makefile": "V = three\n.include <bsd.port.mk>\n",
  });
  const { status, json } = await run(folder, ["list", ".", "--raw=V", "--allow-shell"]);
  const lines = String(json)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(lines).toMatchObject([
    { key: "a", vars: { V: "one" } },
    { key: "b", errors: [{ code: "openbsd/command", line: 1 }] },
    { key: "c", vars: { V: "three" } },
  ]);
});

const world: readonly { engine: string; base: string; status: number; code: string }[] = [
  { engine: "host", base: "host", status: 2, code: "buildbox/no-isolation" },
  { engine: "docker", base: "debian-12", status: 3, code: "base/no-engine" },
];

for (const { engine, base, status, code } of world) {
  test(`allow-shell: build with an engine \`${engine}\` that can't keep a command apart runs none: exit ${status}`, async () => {
    const host = machine(temporaryFolder(), { DOCKER_HOST: "tcp://127.0.0.1:1" });
    const folder = folderOf({ "p/Makefile": asking("echo one") });
    const argv = ["build", "p", "--allow-shell", "--unsigned", "--engine", engine, "--base", base];
    const ran = await run(folder, argv, host);
    expect([ran.status, ran.said.split("]")[0], ran.commands]).toEqual([status, `error[${code}`, []]);
  });
}

test("allow-shell: build reads the port as show does", async () => {
  const folder = folderOf({ "foo/Makefile": MAKEFILE, "foo/version.txt": "1.2.3\n" });
  const argv = ["build", "foo", "--allow-shell", "--unsigned", "--engine", "namespace", "--base", "host"];
  const { status, said, commands } = await run(hostPath(folder), argv);
  // Its archive has no digest, and is not fetched.
  expect([status, commands.length, said.split("\n")[0]]).toEqual([
    1,
    2,
    expect.stringContaining("foo-1.2.3.tar.gz"),
  ]);
});

test("allow-shell: a plan is made of what the commands printed, for every choice that it reads, and its builders may run them", async () => {
  const makefile = MAKEFILE.replace("CATEGORIES", "FLAVORS =\tquick\nFLAVOR ?=\nCATEGORIES");
  const folder = folderOf({ "ports/foo/Makefile": makefile, "ports/foo/version.txt": "1.2.3\n" });
  const plan = ["plan", "ports", "--bases", "host", "--engine", "namespace", "--flavors", "all"];
  const refused = await run(folder, plan);
  expect(refused.said).toContain("openbsd/needs-shell");
  expect(refused.commands).toEqual([]);
  const planned = await run(folder, [...plan, "--allow-shell"]);
  expect(planned.said).toBe("");
  const { commands, jobs } = planned.json as { commands: string; jobs: { id: string; version: string }[] };
  expect(commands).toBe("allowed");
  expect(jobs.map(({ id }) => id.split("@")[0])).toEqual(["devel.foo-1.2.3", "devel.foo-1.2.3,quick"]);
});
