import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { getExecOutput } from "@actions/exec";
import type { HostPath } from "./files.ts";

export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: HostPath;
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Named pipes for its output, which nobody else uses meanwhile. Without them it goes through sockets, and those
   * can't be opened by name: `echo >/dev/stderr` would fail.
   */
  readonly pipes?: { readonly stdout: HostPath; readonly stderr: HostPath };
};

export type Exit =
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "killed"; readonly signal: string }
  | { readonly kind: "not-found"; readonly program: string }
  | { readonly kind: "aborted" };

/** A child with its pipes open, for what streams both ways. Close `stdin` or it may wait for ever. */
export type Running = {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly exit: Promise<Exit>;
};

export type Sink = (chunk: Uint8Array, stream: "stdout" | "stderr") => void;

export type Query = { readonly exit: Exit; readonly stdout: string; readonly stderr: string };

export type Subprocesses = {
  /** Long, streamed; standard input is empty. An abort kills the whole process group, grandchildren too. */
  readonly run: (command: Command, onOutput: Sink, signal: AbortSignal) => Promise<Exit>;
  /** As `run`, with the pipes in the caller's hands. */
  readonly start: (command: Command, signal: AbortSignal) => Running;
  /** On the terminal of this process: it is the foreground there until it ends. */
  readonly attach: (command: Command, signal: AbortSignal) => Promise<Exit>;
  /** Short and captured. */
  readonly query: (command: Command) => Promise<Query>;
};

/** The command as a line that a POSIX shell reads back as the same words. */
export function commandLine({ program, args }: Pick<Command, "program" | "args">): string {
  return [program, ...args].map(quote).join(" ");
}

function quote(word: string): string {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

export const subprocesses: Subprocesses = { run, start, attach, query };

/** After SIGTERM, the time that a group has before SIGKILL. */
const GRACE_MS = 2000;

function start(command: Command, signal: AbortSignal): Running {
  const { program, args, cwd, env, pipes } = command;
  const own = pipes && { stdout: openPipe(pipes.stdout), stderr: openPipe(pipes.stderr) };
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ["pipe", own?.stdout.writer ?? "pipe", own?.stderr.writer ?? "pipe"],
    // A process group of its own, so that an abort reaches the compilers too.
    detached: true,
  });
  const closeOwn = () => {
    for (const { writer, reader } of own ? [own.stdout, own.stderr] : []) {
      closeSync(writer);
      // As node does with its own: what nobody reads keeps no exit from being told.
      if (reader.readableFlowing === null && reader.listenerCount("readable") === 0) reader.resume();
    }
  };
  // Not before, for the child may open them by name, and until then nobody else would be writing.
  child.once(child.pid === undefined ? "error" : "exit", closeOwn);
  const stdout = own?.stdout.reader ?? child.stdout;
  const stderr = own?.stderr.reader ?? child.stderr;
  if (!child.stdin || !stdout || !stderr) throw new Error("spawn gave no streams");
  // A child that exits without reading all of its input is not an error of ours.
  child.stdin.on("error", ignoreClosedPipe);
  const abort = () => killGroup(child);
  signal.addEventListener("abort", abort, { once: true });
  const exit = exitOf(child, command, signal).finally(() => signal.removeEventListener("abort", abort));
  if (signal.aborted) abort();
  // As with streams of node's own, the exit is told when everything that was said has been read.
  const read = own && Promise.all([own.stdout.end, own.stderr.end]);
  return { stdin: child.stdin, stdout, stderr, exit: read ? read.then(() => exit) : exit };
}

type Pipe = { readonly reader: Socket; readonly writer: number; readonly end: Promise<void> };

function openPipe(file: HostPath): Pipe {
  // Without O_NONBLOCK it would wait for a writer.
  const reader = new Socket({
    fd: openSync(file, constants.O_RDONLY | constants.O_NONBLOCK),
    readable: true,
    writable: false,
  });
  const end = new Promise<void>((resolve) => reader.once("close", () => resolve()));
  return { reader, writer: openSync(file, constants.O_WRONLY), end };
}

async function attach(command: Command, signal: AbortSignal): Promise<Exit> {
  const { program, args, cwd, env } = command;
  const child = spawn(program, args, { cwd, env, stdio: "inherit" });
  const abort = () => void child.kill("SIGTERM");
  signal.addEventListener("abort", abort, { once: true });
  return await exitOf(child, command, signal).finally(() => signal.removeEventListener("abort", abort));
}

async function exitOf(child: ChildProcess, { program }: Command, signal: AbortSignal): Promise<Exit> {
  return await new Promise<Exit>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") resolve({ kind: "not-found", program });
      else reject(error);
    });
    child.on("close", (status, killedBy) => {
      if (signal.aborted) resolve({ kind: "aborted" });
      else if (status === null) resolve({ kind: "killed", signal: killedBy ?? "SIGKILL" });
      else resolve({ kind: "exited", status });
    });
  });
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
}

function killGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  const send = (signal: "SIGTERM" | "SIGKILL") => {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      // ESRCH: the whole group is gone already. EPERM: it runs as another user (sudo) and ends by its lifeline.
      if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  };
  send("SIGTERM");
  const last = setTimeout(() => send("SIGKILL"), GRACE_MS);
  child.once("close", () => clearTimeout(last));
}

async function run(command: Command, onOutput: Sink, signal: AbortSignal): Promise<Exit> {
  const running = start(command, signal);
  running.stdin.end();
  running.stdout.on("data", (chunk: Buffer) => onOutput(chunk, "stdout"));
  running.stderr.on("data", (chunk: Buffer) => onOutput(chunk, "stderr"));
  return await running.exit;
}

async function query({ program, args, cwd, env }: Command): Promise<Query> {
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(program, [...args], {
      env: { ...env },
      silent: true,
      ignoreReturnCode: true,
      ...(cwd ? { cwd } : {}),
    });
    return { exit: { kind: "exited", status: exitCode }, stdout, stderr };
  } catch (error) {
    // @actions/exec answers a program that is not on the PATH with this sentence and no code.
    if (error instanceof Error && /Unable to locate executable file|no such file/i.test(error.message)) {
      return { exit: { kind: "not-found", program }, stdout: "", stderr: "" };
    }
    throw error;
  }
}
