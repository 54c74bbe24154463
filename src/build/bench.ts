// A buildbox with a log: what the phases work on.

import {
  type BoxExit,
  type Buildbox,
  type Copied,
  type Exec,
  type GuestPath,
  guestPath,
} from "../engine/engine.ts";
import { commandLine, type Exit, type HostPath } from "../host/host.ts";
import type { Report } from "../report.ts";
import { baseEnvironment, type UnpackedPackage } from "./environment.ts";
import type { Log } from "./log.ts";

export type Bench = {
  readonly buildbox: Buildbox;
  readonly log: Log;
  readonly report: Report;
};

/** Why a command in the buildbox did not do what it should. */
export type CommandTrouble =
  | { readonly kind: "command-failed"; readonly command: string; readonly exit: Exit }
  | { readonly kind: "engine-died"; readonly why: string }
  | { readonly kind: "aborted" };

/** Runs a command, its output in the log; undefined when it ended well. */
export async function runCommand(
  { buildbox, log, report }: Bench,
  exec: Exec,
  signal: AbortSignal,
): Promise<CommandTrouble | undefined> {
  const [program, ...args] = exec.argv;
  const command = commandLine({ program, args });
  report({ kind: "command-started", command });
  await log.write(Buffer.from(`$ ${command}\n`));
  const stop = new AbortController();
  const running = buildbox.start(plainly(exec), AbortSignal.any([signal, stop.signal]));
  running.stdin.end();
  try {
    await Promise.all([running.stdout, running.stderr].map((stream) => copyToLog(stream, { log, report })));
  } catch (error) {
    stop.abort();
    await running.exit;
    throw error;
  }
  return troubleOf(await running.exit, exec.argv);
}

/** Files of this machine, and where they go in the buildbox. */
export type Copy = { readonly from: HostPath; readonly to: GuestPath; readonly owner: Exec["user"] };

/** In order, until one fails. */
export async function copyInto(
  bench: Bench,
  copies: readonly Copy[],
  signal: AbortSignal,
): Promise<CommandTrouble | undefined> {
  for (const { from, to, owner } of copies) {
    const copied = await bench.buildbox.copyIn(from, to, owner, signal);
    const trouble = await troubleOfCopy(copied, ["cp", "-R", from, to], bench);
    if (trouble) return trouble;
  }
  return undefined;
}

/** A copy stands in the log only when it failed, then like any command with what it said. */
export async function troubleOfCopy(
  copied: Copied,
  argv: Exec["argv"],
  { log }: Pick<Bench, "log">,
): Promise<CommandTrouble | undefined> {
  const trouble = troubleOf(copied, argv);
  if (trouble?.kind === "command-failed") {
    await log.write(Buffer.from(`$ ${trouble.command}\n${copied.said ?? ""}\n`));
  }
  return trouble;
}

/** Packages at their prefixes as an installer leaves them: root's, and open to all. */
export async function layPackages(
  bench: Bench,
  packages: readonly UnpackedPackage[],
  signal: AbortSignal,
): Promise<CommandTrouble | undefined> {
  if (packages.length === 0) return undefined;
  const copies = packages.map(
    ({ folder, prefix }): Copy => ({ from: folder, to: guestPath(prefix), owner: "root" }),
  );
  const prefixes = packages.map(({ prefix }) => prefix);
  const open: Exec = {
    argv: ["chmod", "-R", "u+rwX,go+rX", ...prefixes],
    cwd: guestPath("/"),
    env: baseEnvironment([]),
    user: "root",
  };
  return (await copyInto(bench, copies, signal)) ?? troubleOf(await quietly(bench, open, signal), open.argv);
}

/** What a command answers that is no part of the build; undefined when it ended otherwise than well. */
export async function ask(
  { buildbox }: Pick<Bench, "buildbox">,
  argv: Exec["argv"],
  signal: AbortSignal,
): Promise<string | undefined> {
  const answer: Uint8Array[] = [];
  const exec: Exec = { argv, cwd: guestPath("/"), env: baseEnvironment([]), user: "build" };
  const exit = await buildbox.run(
    exec,
    (chunk, stream) => void (stream === "stdout" ? answer.push(Buffer.from(chunk)) : 0),
    signal,
  );
  return exit.kind === "exited" && exit.status === 0 ? Buffer.concat(answer).toString() : undefined;
}

/** For what is no part of the build: only trouble shows in the log. */
export async function quietly({ buildbox, log }: Bench, exec: Exec, signal: AbortSignal): Promise<BoxExit> {
  const said: Uint8Array[] = [];
  const exit = await buildbox.run(exec, (chunk) => void said.push(chunk), signal);
  await log.write(Buffer.concat(said));
  return exit;
}

/** What a command prints, for the log and for who watches. */
export async function copyToLog(
  stream: AsyncIterable<Uint8Array>,
  { log, report }: Pick<Bench, "log" | "report">,
): Promise<void> {
  for await (const chunk of stream) {
    report({ kind: "output", chunk });
    await log.write(chunk);
  }
}

export function troubleOf(exit: BoxExit, argv: Exec["argv"]): CommandTrouble | undefined {
  const [program, ...args] = argv;
  switch (exit.kind) {
    case "engine-died":
    case "aborted":
      return exit;
    case "exited":
      if (exit.status === 0) return undefined;
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
    default:
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
  }
}

/** With one umask everywhere, and both outputs in one pipe, so that the log keeps their order. */
export function plainly(exec: Exec): Exec {
  return { ...exec, argv: ["sh", "-c", 'umask 022; exec "$@" 2>&1', "sh", ...exec.argv] };
}
