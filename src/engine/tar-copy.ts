import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command, Exit, Host, HostPath, Running } from "../host/host.ts";
import { type BoxExit, type Copied, type Exec, type GuestPath, guestPath } from "./buildbox.ts";

/** Starts a command in the box, as `Buildbox.start`. */
export type Start = (
  exec: Exec,
  signal: AbortSignal,
) => Omit<Running, "exit"> & { readonly exit: Promise<BoxExit> };

const ENV = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };

type Tools = {
  readonly start: Start;
  /** Of the build account, as chown(1) takes it. */
  readonly owner: string;
  readonly host: Host;
};

type CopyIn = { readonly from: HostPath; readonly to: GuestPath; readonly owner: Exec["user"] };

/** `Buildbox.copyIn` as a tar stream: needs no mount in common, so it works with an engine on another machine. */
export async function copyInByTar(copy: CopyIn, tools: Tools, signal: AbortSignal): Promise<Copied> {
  const { from, to, owner } = copy;
  const first = await pour(copy, tools, signal);
  const isClosed = first.kind === "exited" && first.status === CLOSED;
  if (!isClosed || owner === "root") return first;
  // What lies above stays root's; only the folder itself is handed over.
  const script = 'umask 022; mkdir -p "$1" && chown "$2" "$1"';
  const folder = (await isFile(from, tools.host)) ? parentOf(to) : to;
  const made = await finish(
    tools.start(
      {
        argv: ["sh", "-c", script, "sh", folder, tools.owner],
        cwd: guestPath("/"),
        env: ENV,
        user: "root",
      },
      signal,
    ),
  );
  return isDone(made) ? await pour(copy, tools, signal) : made;
}

/** No status of tar or cat: the folder can't be made or written by this account. */
const CLOSED = 97;
const UNPACK =
  'umask 022; mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || exit 97; exec tar -x -o -p -f - -C "$1"';
const WRITE = 'umask 022; mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || exit 97; cat >"$2" && chmod "$3" "$2"';

async function pour(
  { from, to, owner }: CopyIn,
  { start, host }: Tools,
  signal: AbortSignal,
): Promise<Copied> {
  const status = await host.status(from);
  // Modes as git knows them: they must not depend on the umask of whoever made the file.
  const mode = (status?.mode ?? 0) & 0o100 ? "755" : "644";
  const [read, write]: readonly [Command, Exec["argv"]] =
    status?.kind === "file"
      ? [{ program: "cat", args: ["--", from], env: ENV }, ["sh", "-c", WRITE, "sh", parentOf(to), to, mode]]
      : [
          { program: "tar", args: ["-c", "-f", "-", "-C", from, "."], env: ENV },
          ["sh", "-c", UNPACK, "sh", to],
        ];
  const reader = host.start(read, signal);
  return await join(reader, start({ argv: write, cwd: guestPath("/"), env: ENV, user: owner }, signal));
}

async function isFile(path: HostPath, host: Host): Promise<boolean> {
  return (await host.status(path))?.kind === "file";
}

/** `Buildbox.copyOut` as a tar stream. */
export async function copyOutByTar(
  { from, to }: { readonly from: GuestPath; readonly to: HostPath },
  { start, host }: { readonly start: Start; readonly host: Host },
  signal: AbortSignal,
): Promise<Copied> {
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

function parentOf(file: GuestPath): GuestPath {
  return guestPath(file.replace(/(?<=.)\/[^/]*$/, ""));
}

/** The writer's end if it was no good one, for that ends the reader too; else the reader's. */
async function join(reader: ReturnType<Start>, writer: ReturnType<Start>): Promise<Copied> {
  reader.stdin.end();
  writer.stdout.resume();
  const [ofReader, ofWriter] = [lastLineOf(reader.stderr), lastLineOf(writer.stderr)] as const;
  // A side that ended early is told by its exit, not by the broken pipe between them.
  await pipeline(reader.stdout, writer.stdin).catch(brokenPipe);
  const [read, written] = await Promise.all([reader.exit, writer.exit]);
  if (!isDone(written)) return { ...written, said: ofWriter() };
  return isDone(read) ? read : { ...read, said: ofReader() };
}

/** tar's own last line only says that there were errors before it. */
function lastLineOf(stream: Readable): () => string {
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4096);
  });
  return () => {
    const lines = text.trimEnd().split("\n");
    return lines.findLast((line) => !/previous errors|not recoverable/.test(line)) ?? "";
  };
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
