// A buildbox with a log: what the phases work on.

import type { BoxExit, Buildbox, Exec } from "../engine/engine.ts";
import { commandLine, type Exit } from "../host/host.ts";
import type { Report } from "../report.ts";
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
  const command = commandLine(commandOf(exec));
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
  return troubleOf(await running.exit, exec);
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

export function troubleOf(exit: BoxExit, exec: Exec): CommandTrouble | undefined {
  switch (exit.kind) {
    case "engine-died":
    case "aborted":
      return exit;
    case "exited":
      if (exit.status === 0) return undefined;
      return { kind: "command-failed", command: commandLine(commandOf(exec)), exit };
    default:
      return { kind: "command-failed", command: commandLine(commandOf(exec)), exit };
  }
}

/** With one umask everywhere, and both outputs in one pipe, so that the log keeps their order. */
export function plainly(exec: Exec): Exec {
  return { ...exec, argv: ["sh", "-c", 'umask 022; exec "$@" 2>&1', "sh", ...exec.argv] };
}

function commandOf({ argv: [program, ...args] }: Exec) {
  return { program, args };
}
