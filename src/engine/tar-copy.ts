import { pipeline } from "node:stream/promises";
import type { Command, Exit, Host, HostPath, Running } from "../host/host.ts";
import { type BoxExit, type Exec, type GuestPath, guestPath } from "./buildbox.ts";

/** Starts a command in the box, as `Buildbox.start`. */
export type Start = (
  exec: Exec,
  signal: AbortSignal,
) => Omit<Running, "exit"> & { readonly exit: Promise<BoxExit> };

const ENV = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };

/** `Buildbox.copyIn` as a tar stream: needs no mount in common, so it works with an engine on another machine. */
export async function copyInByTar(
  { from, to, owner }: { readonly from: HostPath; readonly to: GuestPath; readonly owner: Exec["user"] },
  { start, host }: { readonly start: Start; readonly host: Host },
  signal: AbortSignal,
): Promise<BoxExit> {
  const status = await host.status(from);
  const isFile = status?.kind === "file";
  const made = await finish(start(makeFolder(isFile ? parentOf(to) : to, owner), signal));
  if (!isDone(made)) return made;
  const there = isFile
    ? ["sh", "-c", 'umask 022; cat >"$1" && chmod "$2" "$1"', "sh", to, (status.mode & 0o755).toString(8)]
    : ["tar", "-x", "-o", "-p", "-f", "-", "-C", to];
  const [program, ...args] = isFile ? ["cat", "--", from] : ["tar", "-c", "-f", "-", "-C", from, "."];
  const reader = host.start({ program: program ?? "", args, env: ENV }, signal);
  const writer = start(
    { argv: there as [string, ...string[]], cwd: guestPath("/"), env: ENV, user: owner },
    signal,
  );
  return await join(reader, writer);
}

/** `Buildbox.copyOut` as a tar stream. */
export async function copyOutByTar(
  { from, to }: { readonly from: GuestPath; readonly to: HostPath },
  { start, host }: { readonly start: Start; readonly host: Host },
  signal: AbortSignal,
): Promise<BoxExit> {
  await host.makeFolder(to);
  const exec: Exec = {
    argv: ["tar", "-c", "-f", "-", "-C", from, "."],
    cwd: guestPath("/"),
    env: ENV,
    user: "root",
  };
  const unpack: Command = {
    program: "tar",
    args: ["-x", "-p", "--no-same-owner", "--delay-directory-restore", "-f", "-", "-C", to],
    env: ENV,
  };
  return await join(start(exec, signal), host.start(unpack, signal));
}

function makeFolder(folder: GuestPath, owner: Exec["user"]): Exec {
  // What lies above stays root's; only the folder itself is handed over.
  const script = 'umask 022; [ -d "$1" ] || { mkdir -p "$1" && chown "$2" "$1"; }';
  const account = owner === "root" ? "0:0" : "tarwright-build";
  return { argv: ["sh", "-c", script, "sh", folder, account], cwd: guestPath("/"), env: ENV, user: "root" };
}

function parentOf(file: GuestPath): GuestPath {
  return guestPath(file.replace(/(?<=.)\/[^/]*$/, ""));
}

/** The first of both that did not end well, else the last. */
async function join(
  reader: {
    readonly stdin: Running["stdin"];
    readonly stdout: Running["stdout"];
    readonly stderr: Running["stderr"];
    readonly exit: Promise<Exit | BoxExit>;
  },
  writer: {
    readonly stdin: Running["stdin"];
    readonly stdout: Running["stdout"];
    readonly stderr: Running["stderr"];
    readonly exit: Promise<Exit | BoxExit>;
  },
): Promise<BoxExit> {
  reader.stdin.end();
  for (const stream of [reader.stderr, writer.stdout, writer.stderr]) stream.resume();
  // A side that ended early is told by its exit, not by the broken pipe between them.
  await pipeline(reader.stdout, writer.stdin).catch(brokenPipe);
  const [read, written] = await Promise.all([reader.exit, writer.exit]);
  return isDone(written) ? read : written;
}

function brokenPipe(error: NodeJS.ErrnoException): void {
  if (
    !["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"].includes(error.code ?? "")
  )
    throw error;
}

async function finish(running: ReturnType<Start>): Promise<BoxExit> {
  running.stdin.end();
  running.stdout.resume();
  running.stderr.resume();
  return await running.exit;
}

function isDone(exit: Exit | BoxExit): boolean {
  return exit.kind === "exited" && exit.status === 0;
}
