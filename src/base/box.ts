import {
  type BoxExit,
  type Buildbox,
  type BuildboxSpec,
  type Engine,
  guestPath,
  type Root,
} from "../engine/engine.ts";
import type { Host, Sink } from "../host/host.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";

/** A box for work on roots: with the network, and nothing hidden but what always is. */
export async function openWorkbox(
  engine: Engine,
  { root, name, upper }: Pick<BuildboxSpec, "root" | "name" | "upper">,
  signal: AbortSignal,
): Promise<Result<Buildbox>> {
  const opened = await engine.open({ root, name, network: "host", hidden: [], upper }, signal);
  if (opened.kind === "opened") return ok(opened.buildbox);
  signal.throwIfAborted();
  return wrong({
    severity: "error",
    code: "base/engine-refused",
    blame: "world",
    message: `engine \`${engine.kind}\` opens no buildbox for ${name}: ${opened.why}`,
    help: opened.help,
  });
}

/** A script of this module, and its arguments. */
export type Task = {
  readonly script: string;
  readonly args: readonly string[];
  readonly onLine?: (line: string) => void;
};

export type TaskEnd = {
  readonly exit: BoxExit;
  readonly output: string;
  /** The last lines of both streams, for a diagnostic. */
  readonly tail: readonly string[];
};

const TAIL_LINES = 50;
const SHOWN_LINES = 8;

/** Runs a script in the box as root, with the proxies of this machine. */
export async function runTask(
  box: Buildbox,
  { script, args, onLine, host }: Task & { readonly host: Host },
  signal: AbortSignal,
): Promise<TaskEnd> {
  const lines = lineSplitter(onLine);
  let output = "";
  const stdout = new TextDecoder();
  const exit = await box.run(
    {
      argv: ["/bin/sh", "-c", script, "sh", ...args],
      cwd: guestPath("/"),
      env: rootEnvironment(host),
      user: "root",
    },
    (chunk, stream) => {
      if (stream === "stdout") output += stdout.decode(chunk, { stream: true });
      lines.take(chunk, stream);
    },
    signal,
  );
  signal.throwIfAborted();
  return { exit, output, tail: lines.tail() };
}

/** A sink that cuts output into lines, and remembers the last ones of both streams. */
export function lineSplitter(onLine: (line: string) => void = () => undefined): {
  readonly take: Sink;
  readonly tail: () => readonly string[];
} {
  const streams = {
    stdout: { decoder: new TextDecoder(), rest: "" },
    stderr: { decoder: new TextDecoder(), rest: "" },
  };
  let tail: readonly string[] = [];
  const take: Sink = (chunk, name) => {
    const stream = streams[name];
    const cut = (stream.rest + stream.decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    stream.rest = cut.pop() ?? "";
    // They end on a terminal.
    const lines = cut.map((line) => line.replace(/\p{Cc}/gu, " "));
    for (const line of lines) onLine(line);
    tail = [...tail, ...lines.filter((line) => line.trim())].slice(-TAIL_LINES);
  };
  const rests = () => [streams.stdout.rest, streams.stderr.rest].filter((rest) => rest.trim());
  return { take, tail: () => [...tail, ...rests()].slice(-TAIL_LINES) };
}

/** Times in a made root are clamped to it: long past, so that the day it is made on can't be seen. */
export const SOURCE_DATE_EPOCH = "315532800";

const PROXIES = ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"];

/** As root in a box: nothing of this machine but its proxies. */
export function rootEnvironment(host: Host): Readonly<Record<string, string>> {
  const proxies = [...PROXIES, ...PROXIES.map((name) => name.toUpperCase())].flatMap((name) => {
    const value = host.environment(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/root",
    LC_ALL: "C",
    DEBIAN_FRONTEND: "noninteractive",
    SOURCE_DATE_EPOCH,
    ...Object.fromEntries(proxies),
  };
}

/** The world's refusal of a task, with what it said last. */
export function taskFailure(
  code: `base/${string}`,
  message: string,
  { end, help }: { readonly end: TaskEnd; readonly help?: string },
): Diagnostic {
  const said = end.tail
    .slice(-SHOWN_LINES)
    .map((line) => `\n    ${line}`)
    .join("");
  return {
    severity: "error",
    code,
    blame: "world",
    message: `${message} (${exitText(end.exit)})${said}`,
    ...(help ? { help } : {}),
  };
}

/** Whether a package manager gave up because it reached nobody, and not because of what it was asked. */
export function isNetworkTrouble({ tail }: TaskEnd): boolean {
  const words =
    /Failed to fetch|Could not (?:connect|resolve)|Unable to (?:connect|fetch)|Temporary failure resolving/;
  return tail.some((line) => words.test(line));
}

function exitText(exit: BoxExit): string {
  switch (exit.kind) {
    case "exited":
      return `exit ${exit.status}`;
    case "killed":
      return `killed by ${exit.signal}`;
    case "not-found":
      return `no \`${exit.program}\` there`;
    case "engine-died":
      return exit.why;
    case "aborted":
      return "cancelled";
    default:
      return unreachable(exit);
  }
}

/** A copy into or out of a box, which only the engine or the disk can refuse. */
export async function mustCopy(copy: Promise<BoxExit>, what: string): Promise<Result<void>> {
  const exit = await copy;
  if (statusOf(exit) === 0) return ok(undefined);
  return wrong(taskFailure("base/copy", `${what} can't be copied`, { end: { exit, output: "", tail: [] } }));
}

/** The status of a command that ended by itself. */
export function statusOf(exit: BoxExit): number | undefined {
  return exit.kind === "exited" ? exit.status : undefined;
}

/** Another run of this program may have made the very same layer in the meantime. */
export async function commitUnlessThere(
  box: Buildbox,
  { engine, key }: { readonly engine: Engine; readonly key: string },
  signal: AbortSignal,
): Promise<Root> {
  return (await engine.layer(key)) ?? (await box.commit(key, signal));
}
