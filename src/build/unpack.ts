// An archive into the buildbox: decompressed there, looked at here while it flows past, unpacked there. The members'
// names can be trusted by nobody, so the buildbox is the wall, and looking is what makes the mistake plain.

import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Buildbox, type Exec, type GuestPath, guestPath } from "../engine/engine.ts";
import { commandLine, type Host, type HostPath, WorldFailure } from "../host/host.ts";
import { ArchiveInspector, type ArchiveTrouble, type Inspected, leaves } from "./archive.ts";
import { type Bench, type CommandTrouble, copyInto, copyToLog, plainly, troubleOf } from "./bench.ts";
import { BUILD_FOLDER, type Environment } from "./environment.ts";
import { tellsDiskFull } from "./hints.ts";

export type Unpacking = {
  readonly file: HostPath;
  /** How the log calls it. */
  readonly name: string;
  readonly into: GuestPath;
  readonly env: Environment;
  readonly host: Host;
};

export type Unpacked =
  | { readonly kind: "unpacked"; readonly inspected: Inspected }
  | { readonly kind: "archive-wrong"; readonly troubles: readonly ArchiveTrouble[] }
  | CommandTrouble;

/** Nothing of an archive that has troubles is used: some of it may lie in the buildbox, which ends with it. */
export async function unpackArchive(
  bench: Bench,
  unpacking: Unpacking,
  signal: AbortSignal,
): Promise<Unpacked> {
  const { file, host } = unpacking;
  const format = formatOf(await host.readRange(file, 0, 6));
  if (format === "zip") return await unpackZip(bench, unpacking, signal);
  const decoder = DECODERS[format];
  return await flow(bench, { ...unpacking, ...(decoder ? { decoder } : {}), input: "file" }, signal);
}

type Format = "gzip" | "bzip2" | "xz" | "lzma" | "zstd" | "lzip" | "zip" | "tar";

type Argv = readonly [string, ...string[]];

/** By its first bytes: names lie, and archives are renamed by those who serve them. */
function formatOf(start: Buffer): Format {
  const hex = start.toString("hex");
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1] ?? "tar";
}

const MAGIC: readonly (readonly [string, Format])[] = [
  ["1f8b", "gzip"],
  // compress(1); gzip reads it too.
  ["1f9d", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a00", "xz"],
  // Of the older format only the usual properties can be told: lc=3, lp=0, pb=2.
  ["5d0000", "lzma"],
  ["28b52ffd", "zstd"],
  ["4c5a4950", "lzip"],
  ["504b0304", "zip"],
];

const DECODERS: Readonly<Record<Exclude<Format, "zip">, Argv | undefined>> = {
  gzip: ["gzip", "-dc"],
  bzip2: ["bzip2", "-dc"],
  xz: ["xz", "-dc"],
  lzma: ["xz", "-dc", "--format=lzma"],
  zstd: ["zstd", "-dcq"],
  // xz reads lzip's files from version 5.4 on, and is there more often.
  lzip: ["sh", "-c", "command -v lzip >/dev/null && exec lzip -dc; exec xz -dc"],
  tar: undefined,
};

/** Its directory lies at the end, so it can't flow: unpacked beside, it goes on as a tar stream like the others. */
async function unpackZip(bench: Bench, unpacking: Unpacking, signal: AbortSignal): Promise<Unpacked> {
  const { file, env } = unpacking;
  const archive = guestPath(`${BUILD_FOLDER}/archive.zip`);
  const beside = `${BUILD_FOLDER}/archive`;
  const copied = await copyInto(bench, [{ from: file, to: archive, owner: "build" }], signal);
  if (copied) return copied;
  const names = await namesInZip(bench, { archive, env }, signal);
  if (names.kind !== "names") return names;
  const leaving = names.names.filter(leaves).map((member): ArchiveTrouble => ({ kind: "leaves", member }));
  if (leaving.length > 0) return { kind: "archive-wrong", troubles: leaving };
  // unzip(1): 1 is a warning, the files are there.
  const script = 'unzip -qq -o "$1" -d "$2" >&2 || test $? = 1; tar -C "$2" -cf - .; rm -rf "$1" "$2"';
  return await flow(
    bench,
    { ...unpacking, decoder: ["sh", "-ec", script, "sh", archive, beside], input: "none" },
    signal,
  );
}

type Names = { readonly kind: "names"; readonly names: readonly string[] };

async function namesInZip(
  { buildbox, log }: Bench,
  { archive, env }: { readonly archive: GuestPath; readonly env: Environment },
  signal: AbortSignal,
): Promise<Names | Unpacked> {
  const exec: Exec = { argv: ["unzip", "-Z1", archive], cwd: BUILD_FOLDER, env, user: "build" };
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  const exit = await buildbox.run(
    exec,
    (chunk, stream) => void (stream === "stdout" ? chunks : errors).push(Buffer.from(chunk)),
    signal,
  );
  const said = Buffer.concat(errors);
  await log.write(said);
  const trouble = troubleOf(exit, exec.argv);
  if (trouble) return unreadable(trouble, said.toString());
  return { kind: "names", names: Buffer.concat(chunks).toString().split("\n") };
}

type Flow = Unpacking & { readonly decoder?: Argv; readonly input: "file" | "none" };

async function flow(bench: Bench, flowing: Flow, signal: AbortSignal): Promise<Unpacked> {
  const { file, name, into, env, host, decoder, input } = flowing;
  const { buildbox, log, report } = bench;
  const quoted = commandOf([name]);
  const command = decoder ? `${commandOf(decoder)} < ${quoted} | tar -xf -` : `tar -xf ${quoted}`;
  report({ kind: "command-started", command });
  await log.write(Buffer.from(`$ ${command}\n`));
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const tar: Exec = { argv: ["tar", "-xof", "-"], cwd: into, env, user: "build" };
  const unpacking = buildbox.start(plainly(tar), either);
  const decoding =
    decoder && buildbox.start({ argv: decoder, cwd: BUILD_FOLDER, env, user: "build" }, either);
  const inspector = new ArchiveInspector();
  const archive = input === "file" ? host.readStream(file) : Readable.from([]);
  const said = decoding ? textOf(decoding.stderr) : "";
  try {
    await Promise.all([
      decoding && feed(archive, decoding.stdin),
      passOn(decoding?.stdout ?? archive, inspector, unpacking),
      copyToLog(unpacking.stdout, { log, report }),
      copyToLog(unpacking.stderr, { log, report }),
    ]);
  } catch (error) {
    stop.abort();
    await Promise.all([unpacking.exit, decoding?.exit]);
    throw error;
  }
  const decoded = decoder && decoding && troubleOf(await decoding.exit, decoder);
  const unpacked = troubleOf(await unpacking.exit, tar.argv);
  await log.write(Buffer.from(await said));
  if (signal.aborted) return { kind: "aborted" };
  if (decoded) return unreadable(decoded, await said);
  const { inspected } = inspector;
  if (inspected.troubles.length > 0) return { kind: "archive-wrong", troubles: inspected.troubles };
  if (unpacked?.kind === "command-failed") return { ...unpacked, command };
  return unpacked ?? { kind: "unpacked", inspected };
}

/** A decoder that stumbles says why; one that is not there is no fault of the archive. */
function unreadable(trouble: CommandTrouble, said: string): Unpacked {
  if (trouble.kind !== "command-failed") return trouble;
  const { exit } = trouble;
  if (exit.kind !== "exited" || exit.status >= 126 || tellsDiskFull(said)) return trouble;
  return { kind: "archive-wrong", troubles: [{ kind: "unreadable", why: said.trim().split("\n")[0] ?? "" }] };
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream) text = (text + String(chunk)).slice(0, 4096);
  return text;
}

/** Hands a piece on when every member that it begins is harmless. */
async function passOn(
  source: Readable,
  inspector: ArchiveInspector,
  { stdin }: Pick<ReturnType<Buildbox["start"]>, "stdin">,
): Promise<void> {
  for await (const chunk of source) {
    inspector.inspect(chunk);
    // Not writable: it ended early, and its exit says why.
    if (inspector.isClean && stdin.writable && !stdin.write(chunk)) await drained(stdin);
  }
  inspector.end();
  stdin.end();
}

/** Until there is room again, or nobody reads any more. */
async function drained(sink: Writable): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      sink.off("drain", done).off("close", done);
      resolve();
    };
    sink.once("drain", done).once("close", done);
  });
}

/** A program that stops reading before the end says why by its exit status. */
async function feed(source: Readable, sink: Writable): Promise<void> {
  try {
    await pipeline(source, sink);
  } catch (error) {
    if (error instanceof WorldFailure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const closed = ["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"];
    if (code === undefined || !closed.includes(code)) throw error;
  }
}

function commandOf([program, ...args]: Argv): string {
  return commandLine({ program, args });
}
