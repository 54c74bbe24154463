// Runs what a recipe's values need run, when the user allows it: in a buildbox, never on the machine itself.

import { type BaseRequest, openBase } from "../base/base.ts";
import { baseEnvironment, copyPortFolder } from "../build/build.ts";
import { type BoxExit, type Buildbox, type Exec, guestPath } from "../engine/engine.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import { isArch } from "../port/port.ts";
import type { NeedsShell, PortRequest, ShellCommand } from "../recipe/recipe.ts";
import { type Diagnostic, ok, quoted, type Result, unreachable, wrong } from "../report.ts";
import type { Context, Verb } from "./verb.ts";
import { openWorkshop } from "./workshop.ts";

export const SHELL_OPTIONS: Verb["options"] = {
  "allow-shell": { type: "boolean", help: "run the commands that values of a Makefile need, in a buildbox" },
};

/** Who runs commands for a reading. */
export type PortShell = {
  /** Reads again and again, each time with one answer more, until nothing is asked. */
  readonly read: <T extends Asking>(
    read: (answers: Answers) => T,
    portFolder: HostPath,
  ) => Promise<Result<T>>;
};

/** What printed what. */
export type Answers = NonNullable<PortRequest["shell"]>;

type Asking = { readonly needsShell?: NeedsShell | undefined };

/** Nothing is run: a reading that asks is left as it is. */
export const NO_SHELL: PortShell = { read: async (read) => ok(read(new Map())) };

type ShellPlace = {
  readonly base?: string | undefined;
  readonly arch?: BaseRequest["arch"] | undefined;
  readonly engine?: BaseRequest["engine"];
  readonly source?: BaseRequest["source"];
};

/** Over the base that is named, else over this machine. */
export function shellOver({ base, arch, engine, source }: ShellPlace, context: Context): PortShell {
  const { arch: machine } = context.host;
  const request: BaseRequest = {
    name: base ?? "host",
    arch: arch ?? (isArch(machine) ? machine : "x86_64"),
    engine: engine ?? "auto",
    source: source ?? "auto",
  };
  let opener: Promise<Result<OpenBox>> | undefined;
  return {
    read: async (read, portFolder) => {
      const answers = new Map<string, string>();
      const reading = read(answers);
      if (!reading.needsShell) return ok(reading);
      opener ??= boxOpener(request, context);
      const open = await opener;
      if (!open.ok) return open;
      const box = await open.value(portFolder);
      if (!box.ok) return box;
      await using buildbox = box.value;
      const { folder } = reading.needsShell;
      const copied = await copyPort(portFolder, { buildbox, folder, context });
      return copied.ok ? await settle(reading, { read, answers, desk: { buildbox, context } }) : copied;
    },
  };
}

/** Nothing of the port is seen but the copy. */
type OpenBox = (portFolder: HostPath) => Promise<Result<Buildbox>>;

async function boxOpener(request: BaseRequest, { host, report, signal }: Context): Promise<Result<OpenBox>> {
  const workshop = await openWorkshop({ host, report });
  if (!workshop.ok) return workshop;
  const ground = await openBase(request, workshop.value, signal);
  if (!ground.ok) return ground;
  const { engine, tools } = ground.value;
  if (engine.kind === "host") return wrong(noIsolation(request));
  const { working, home } = host.folders;
  const spec = { root: tools, name: "shell", network: "none", memoryBytes: MEMORY, upper: "disk" } as const;
  return ok(async (portFolder) => {
    const hidden = [portFolder, working, home];
    const opened = await engine.open({ ...spec, hidden }, signal);
    if (opened.kind === "opened") return ok(opened.buildbox);
    signal.throwIfAborted();
    return wrong(refused(`engine \`${engine.kind}\` opens no buildbox: ${opened.why}`, opened.help));
  });
}

type Desk = { readonly buildbox: Buildbox; readonly context: Context };

/** As make sees it; it is root's, so that no command can change what the next one reads. */
async function copyPort(
  portFolder: HostPath,
  { buildbox, folder, context }: Desk & { readonly folder: string },
): Promise<Result<void>> {
  const { host, signal } = context;
  const scratch = await host.makeTemporary("shell-");
  try {
    const copy = joinPath(scratch, "port");
    await copyPortFolder({ portFolder, leftOut: [host.folders.cache] }, copy, host);
    const copied = await buildbox.copyIn(copy, guestPath(folder), "root", signal);
    signal.throwIfAborted();
    if (copied.kind === "exited" && copied.status === 0) return ok(undefined);
    const why = copied.said ?? (copied.kind === "engine-died" ? copied.why : copied.kind);
    return wrong(refused(`the port's folder can't be copied into a buildbox: ${why}`, "read what it says"));
  } finally {
    await host.remove(scratch);
  }
}

type Settling<T> = {
  readonly read: (answers: Answers) => T;
  readonly answers: Map<string, string>;
  readonly desk: Desk;
};

/** Only the first command that is asked for is sure to be the one that the recipe means. */
async function settle<T extends Asking>(first: T, { read, answers, desk }: Settling<T>): Promise<Result<T>> {
  let reading = first;
  while (reading.needsShell) {
    const { commands, folder } = reading.needsShell;
    const [asked] = commands;
    if (answers.size >= COMMANDS_LIMIT) {
      const help = "write some of the values down";
      return wrong(
        trouble(asked, "openbsd/too-much", `more than ${COMMANDS_LIMIT} commands are asked for`, help),
      );
    }
    if (answers.has(asked.command)) throw new Error(`asked again: ${asked.command}`);
    const said = await runCommand(asked, folder, desk);
    if (!said.ok) return said;
    answers.set(asked.command, said.value);
    reading = read(answers);
  }
  return ok(reading);
}

const COMMANDS_LIMIT = 100;
const TIME_LIMIT_MS = 60_000;
/** More is no value. */
const OUTPUT_LIMIT = 64 * 1024;
const MEMORY = 2 * 1024 ** 3;

/** As make runs it, but for the environment, which is the same everywhere. */
async function runCommand(asked: ShellCommand, folder: string, desk: Desk): Promise<Result<string>> {
  const { host, report, signal } = desk.context;
  const { command } = asked;
  report({ kind: "command-started", command });
  const tooMuch = new AbortController();
  const deadline = host.deadline(TIME_LIMIT_MS);
  const printed = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[], bytes: 0 };
  const exec: Exec = {
    argv: ["/bin/sh", "-c", command],
    cwd: guestPath(folder),
    env: { ...baseEnvironment([]), HOME: "/nonexistent" },
    user: "build",
  };
  const exit = await desk.buildbox.run(
    exec,
    (chunk, stream) => {
      printed.bytes += chunk.length;
      if (printed.bytes > OUTPUT_LIMIT) tooMuch.abort();
      else printed[stream].push(chunk);
    },
    AbortSignal.any([signal, deadline, tooMuch.signal]),
  );
  signal.throwIfAborted();
  const shown = quoted(command);
  if (printed.bytes > OUTPUT_LIMIT) {
    const message = `the command ${shown} prints more than ${OUTPUT_LIMIT / 1024} KiB`;
    return wrong(trouble(asked, "openbsd/command", message, "a value is short: write it down"));
  }
  if (exit.kind === "exited" && exit.status === 0) return ok(Buffer.concat(printed.stdout).toString());
  if (exit.kind === "engine-died")
    return wrong(refused(`the buildbox went away: ${exit.why}`, "run it again"));
  const last = Buffer.concat(printed.stderr).toString().trim().split("\n").at(-1);
  const said = last ? `: ${quoted(last)}` : "";
  const help =
    "a buildbox has no network, and the port's folder only; mend the command, or write the value down";
  return wrong(trouble(asked, "openbsd/command", `the command ${shown} ${endOf(exit)}${said}`, help));
}

function endOf(exit: Exclude<BoxExit, { readonly kind: "engine-died" }>): string {
  switch (exit.kind) {
    case "exited":
      return `ended with status ${exit.status}`;
    case "killed":
      return `was killed by ${exit.signal}`;
    case "not-found":
      return `needs \`${exit.program}\`, which is not there`;
    case "aborted":
      return `did not end within ${TIME_LIMIT_MS / 1000} seconds`;
    default:
      return unreachable(exit);
  }
}

function trouble(
  { span }: ShellCommand,
  code: `openbsd/${string}`,
  message: string,
  help: string,
): Diagnostic {
  return { severity: "error", code, blame: "recipe", message, span, help };
}

function refused(message: string, help: string): Diagnostic {
  return { severity: "error", code: "buildbox/refused", blame: "world", message, help };
}

/** Without isolation a command of a recipe would run on the machine. */
function noIsolation({ engine }: BaseRequest): Diagnostic {
  return {
    severity: "error",
    code: "buildbox/no-isolation",
    blame: engine === "host" ? "request" : "world",
    message:
      "commands of a recipe are run apart from the machine only, and engine `host` keeps nothing apart",
    help:
      engine === "host"
        ? "choose another engine"
        : "see why with `tarwright base list`, or write the values down",
  };
}
