// What every engine must do, as tables; each engine's test file runs them in boxes of its own.

import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type BoxExit,
  type Buildbox,
  type BuildboxSpec,
  type Engine,
  type Exec,
  guestPath,
  type Root,
} from "../../src/engine/engine.ts";
import { type HostPath, joinPath } from "../../src/host/host.ts";
import { never, temporaryFolder } from "../support.ts";

export type Place = { readonly engine: Engine; readonly root: Root };

export function specOf(root: Root, more: Partial<BuildboxSpec> = {}): BuildboxSpec {
  return { root, name: "test box", network: "none", hidden: [], upper: "disk", ...more };
}

export async function openBox(engine: Engine, spec: BuildboxSpec): Promise<Buildbox> {
  const opened = await engine.open(spec, never);
  if (opened.kind === "refused") throw new Error(`${opened.why} (${opened.help})`);
  return opened.buildbox;
}

const PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

export type Answer = { readonly exit: BoxExit; readonly stdout: string; readonly stderr: string };

export async function sh(box: Buildbox, script: string, more: Partial<Exec> = {}): Promise<Answer> {
  const said = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const exec: Exec = {
    argv: ["sh", "-c", script],
    cwd: guestPath("/build"),
    env: { PATH },
    user: "build",
    ...more,
  };
  const exit = await box.run(exec, (chunk, stream) => void said[stream].push(chunk), never);
  return {
    exit,
    stdout: Buffer.concat(said.stdout).toString("latin1"),
    stderr: Buffer.concat(said.stderr).toString("latin1"),
  };
}

const done: BoxExit = { kind: "exited", status: 0 };

type Row = {
  readonly name: string;
  readonly script: string;
  readonly more?: Partial<Exec>;
  readonly exit?: BoxExit;
  readonly stdout?: string;
  readonly stderr?: string;
};

/** In one box, one after the other. */
const rows: readonly Row[] = [
  { name: "output of both streams", script: "echo out; echo err >&2", stdout: "out\n", stderr: "err\n" },
  { name: "exit status", script: "exit 3", exit: { kind: "exited", status: 3 } },
  { name: "a signal", script: "kill -9 $$", exit: { kind: "killed", signal: "SIGKILL" } },
  {
    name: "a program that is not there",
    script: "",
    more: { argv: ["/no/such"] },
    exit: { kind: "exited", status: 127 },
    stderr: "*",
  },
  {
    name: "a program that can't be run",
    script: "",
    more: { argv: ["/etc/passwd"] },
    exit: { kind: "exited", status: 126 },
    stderr: "*",
  },
  {
    name: "a folder that is not there",
    script: "",
    more: { cwd: guestPath("/no/such") },
    exit: { kind: "exited", status: 126 },
    stderr: "*",
  },
  { name: "binary output", script: "printf '\\377\\000\\001\\n'", stdout: "\xff\0\x01\n" },
  {
    name: "the environment is what was given, nothing else",
    script: "",
    more: { argv: ["/usr/bin/env"], env: { B: "two words\nand a line", A: "" } },
    stdout: "B=two words\nand a line\nA=\n",
  },
  {
    name: "words are not read by a shell",
    script: "",
    more: { argv: ["/bin/echo", "$HOME", "a  b", "'", "*"] },
    stdout: "$HOME a  b ' *\n",
  },
  { name: "the folder", script: "pwd", more: { cwd: guestPath("/usr/bin") }, stdout: "/usr/bin\n" },
  { name: "standard input is empty", script: "wc -c | tr -d ' '", stdout: "0\n" },
  { name: "root is root", script: "id -u; id -g", more: { user: "root" }, stdout: "0\n0\n" },
  {
    name: "the build account is nobody else's",
    script: "id -un; id -gn; id -G | wc -w | tr -d ' '; [ $(id -u) -ge 30033 ] && echo high",
    stdout: "tarwright-build\ntarwright-build\n1\nhigh\n",
  },
  {
    name: "the build account can't be lifted",
    script: "grep -E 'NoNewPrivs|CapEff' /proc/self/status",
    stdout: "CapEff:\t0000000000000000\nNoNewPrivs:\t1\n",
  },
  { name: "umask", script: "umask", stdout: "0022\n" },
  { name: "host name", script: "uname -n", stdout: "tarwright\n" },
  {
    name: "only lo, and it is up",
    script: "cut -d: -f1 /proc/net/dev | tail -n +3 | tr -d ' '; cat /proc/net/fib_trie | grep -c 127.0.0.1",
    stdout: "*lo\n",
  },
  {
    name: "temporary folders are everybody's",
    script: "stat -c '%a %U' /tmp /var/tmp",
    stdout: "1777 root\n1777 root\n",
  },
  {
    name: "/build is the build account's",
    script: "stat -c '%a %U:%G' /build",
    stdout: "755 tarwright-build:tarwright-build\n",
  },
  {
    name: "/dev",
    script:
      "echo x >/dev/null; head -c 3 /dev/zero | wc -c; head -c 3 /dev/urandom | wc -c; [ -e /dev/fd/0 ] && [ -w /dev/shm ] && echo more; echo out >/dev/stdout",
    stdout: "3\n3\nmore\nout\n",
  },
  {
    name: "the build account can't write the system",
    script: "touch /usr/x /etc/x /x 2>/dev/null; ls /usr/x /etc/x /x 2>/dev/null",
    exit: { kind: "exited", status: 2 },
  },
  {
    name: "root can",
    script: "touch /usr/x /etc/x && ls /usr/x /etc/x",
    more: { user: "root" },
    stdout: "/etc/x\n/usr/x\n",
  },
  {
    name: "processes of others can't be seen",
    script: "ls /proc | grep -c '^[0-9]' | { read n; [ $n -lt 9 ] && echo few; }",
    stdout: "few\n",
  },
  {
    name: "the first process tells nothing of the machine",
    script: "tr '\\0' ' ' </proc/1/cmdline | grep -c tarwright",
    exit: { kind: "exited", status: 1 },
    stdout: "0\n",
  },
  {
    name: "orphans are buried",
    script:
      "sh -c 'sh -c \"exit 0\" & echo $! >/tmp/orphan; exec sleep 0' ; until ! kill -0 $(cat /tmp/orphan) 2>/dev/null; do :; done; echo gone",
    stdout: "gone\n",
  },
];

/** One test a row, all in one box that is opened before them. */
export function testCommands(
  name: string,
  place: () => Promise<Place>,
  without: readonly string[] = [],
): void {
  let box: Buildbox;
  beforeAll(async () => {
    const { engine, root } = await place();
    box = await openBox(engine, specOf(root));
  });
  afterAll(async () => await box?.[Symbol.asyncDispose]());
  for (const row of rows.filter((one) => !without.includes(one.name))) {
    test(`${name}: ${row.name}`, async () => {
      const { exit, stdout, stderr } = await sh(box, row.script, row.more);
      expect({ exit, ...(row.stderr === "*" ? {} : { stderr }) }).toEqual({
        exit: row.exit ?? done,
        ...(row.stderr === "*" ? {} : { stderr: row.stderr ?? "" }),
      });
      if (row.stdout?.startsWith("*")) expect(stdout).toContain(row.stdout.slice(1));
      else expect(stdout).toBe(row.stdout ?? "");
    });
  }
}

/** Files on their way in and out, and streams that are larger than any buffer. */
export function testCopies(name: string, place: () => Promise<Place>): void {
  const opened = async () => {
    const { engine, root } = await place();
    return await openBox(engine, specOf(root));
  };

  test(`${name}: a folder comes out as it went in`, async () => {
    const folder = strangeFolder();
    await using box = await opened();
    for (const [to, owner] of [
      [guestPath("/build/in/deep"), "build"],
      [guestPath("/app/vendor/deep"), "root"],
      [guestPath("/app/other"), "build"],
    ] as const) {
      expect(await box.copyIn(folder, to, owner, never)).toEqual(done);
      const out = joinPath(temporaryFolder(), "out");
      expect(await box.copyOut(to, out, never)).toEqual(done);
      expect(listing(out)).toBe(listing(folder));
      const account = owner === "root" ? "root root" : "tarwright-build tarwright-build";
      expect((await sh(box, `stat -c '%U %G' ${to} ${to}/file`, { user: "root" })).stdout).toBe(
        `${account}\n${account}\n`,
      );
    }
  });

  test(`${name}: a file goes into a folder that is made for it`, async () => {
    const folder = temporaryFolder();
    writeFileSync(joinPath(folder, "one"), "text", { mode: 0o750 });
    await using box = await opened();
    expect(await box.copyIn(joinPath(folder, "one"), guestPath("/build/a b/c/one"), "build", never)).toEqual(
      done,
    );
    expect((await sh(box, "cd 'a b/c'; stat -c '%a %U %s' one")).stdout).toBe("755 tarwright-build 4\n");
  });

  test(`${name}: what is not there is told`, async () => {
    const folder = temporaryFolder();
    await using box = await opened();
    expect((await box.copyIn(joinPath(folder, "no"), guestPath("/build/x"), "build", never)).kind).toBe(
      "exited",
    );
    expect(await box.copyIn(joinPath(folder, "no"), guestPath("/build/x"), "build", never)).not.toEqual(done);
    expect(await box.copyOut(guestPath("/no/such"), joinPath(folder, "out"), never)).not.toEqual(done);
  });

  test(`${name}: more than any buffer goes through a command`, async () => {
    await using box = await opened();
    const count = 800;
    const chunk = randomBytes(64 * 1024);
    const running = box.start({ argv: ["cat"], cwd: guestPath("/"), env: { PATH }, user: "build" }, never);
    running.stderr.resume();
    const back = createHash("sha256");
    const sent = createHash("sha256");
    const source = Readable.from(Array.from({ length: count }, () => chunk));
    const sending = pipeline(source, running.stdin);
    for (let at = 0; at < count; at += 1) sent.update(chunk);
    // A pause, so that everybody on the way must wait for it.
    let chunks = 0;
    for await (const piece of running.stdout) {
      back.update(piece);
      chunks += 1;
      if (chunks % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await sending;
    expect(await running.exit).toEqual(done);
    expect(back.digest("hex")).toBe(sent.digest("hex"));
  });

  test(`${name}: closing ends what runs, and closing again is nothing`, async () => {
    const box = await opened();
    const exec = { argv: ["sleep", "4321"], cwd: guestPath("/"), env: { PATH }, user: "build" } as const;
    const running = box.start(exec, never);
    await box[Symbol.asyncDispose]();
    expect((await running.exit).kind).toBe("engine-died");
    await box[Symbol.asyncDispose]();
  });
}

/** Modes, links, times, and names that are no UTF-8. */
function strangeFolder(): HostPath {
  const folder = temporaryFolder();
  const script = `
    cd "$1"; umask 022
    echo text >file; chmod 640 file; ln file hard; ln -s file soft; ln -s /no/such dangling
    mkdir -m 711 closed; echo in >closed/in; mkdir -p a/b/c
    printf x >"$(printf 'n\\303\\244me \\377 and\\nline')"; : >.hidden; printf '#!/bin/sh' >run; chmod 755 run
    touch -h -d '2001-02-03 04:05:06.5' file soft a/b a run; touch -d '1999-01-01' .`;
  execFileSync("sh", ["-c", script, "sh", folder], { env: { PATH, TZ: "UTC" } });
  return folder;
}

/** Kind, mode, links, seconds, size and target of everything in it. */
function listing(folder: HostPath): string {
  const facts = ["-mindepth", "1", "-printf", "%P %y %m %n %Ts %s %l\\0"];
  const found = execFileSync("find", [".", ...facts], { cwd: folder, encoding: "latin1" });
  // A folder's own size is the file system's business.
  return found
    .split("\0")
    .map((line) => line.replace(/( d \S+ \S+ \S+) [0-9]+/s, "$1"))
    .sort()
    .join("\n");
}
