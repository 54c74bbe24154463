// The extract phase: archives unpacked, plain files laid beside them, and which folder is the source.

import { type Exec, type GuestPath, guestPath } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import { isArchive, type Job } from "../port/port.ts";
import type { Span } from "../report.ts";
import type { ArchiveTrouble, Inspected } from "./archive.ts";
import { type Bench, type CommandTrouble, type Copy, copyInto, runCommand } from "./bench.ts";
import type { FetchedDistfile } from "./distfiles.ts";
import { EARLIEST_EPOCH, type Environment, WORK } from "./environment.ts";
import { unpackArchive } from "./unpack.ts";
import { namedFolders } from "./workplace.ts";

export type Extraction = {
  readonly bench: Bench;
  readonly distfiles: readonly FetchedDistfile[];
  readonly env: Environment;
  readonly host: Host;
};

export type Extracted = {
  readonly kind: "extracted";
  readonly source: GuestPath;
  /** Where patches apply, and where what goes below the sources is laid. */
  readonly patched: GuestPath;
  /** Of the newest member of all archives. */
  readonly sourceDateEpoch: number;
};

export type ExtractTrouble =
  | CommandTrouble
  | {
      readonly kind: "archive-wrong";
      readonly file: string;
      readonly span: Span;
      readonly troubles: readonly ArchiveTrouble[];
    };

/** Where the source lies when no archive says so. */
export function plainSource({ port }: Job): GuestPath {
  return guestPath(`${WORK}/${port.name}-${port.version}`);
}

/** In the recipe's order; those that go below what the others make come after them. */
export async function extract(
  job: Job,
  extraction: Extraction,
  signal: AbortSignal,
): Promise<Extracted | ExtractTrouble> {
  // What else is to be done with one, the recipe's scripts do.
  const given = extraction.distfiles.filter(({ distfile: { role } }) => role === undefined);
  const [archives, plain] = parted(given);
  const usual = archives.filter(
    ({ distfile }) => distfile.subdir === "" && distfile.unpackedTo === undefined,
  );
  const below = archives.filter((one) => !usual.includes(one));
  const seen: Inspected[] = [];
  for (const one of usual) {
    const unpacked = await unpackInto(one, { ...extraction, into: WORK }, signal);
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  const first = extraction.distfiles[0]?.distfile.unpackedTo;
  const found = first === undefined ? sourceOf(job, seen[0]) : inWork(first);
  const { source = found, patched = found } = namedFolders(job.port.build);
  for (const one of below) {
    const { unpackedTo } = one.distfile;
    const unpacked = await (unpackedTo === undefined
      ? unpackBelow(one, { ...extraction, source: patched }, signal)
      : unpackBeside(one, { ...extraction, source: inWork(unpackedTo) }, signal));
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  if (plain.length > 0 || seen.length === 0) {
    const trouble = await layFiles(plain, { ...extraction, source: patched }, signal);
    if (trouble) return trouble;
  }
  const sourceDateEpoch = Math.max(EARLIEST_EPOCH, ...seen.map(({ newest }) => newest));
  return { kind: "extracted", source, patched, sourceDateEpoch };
}

/** What is unpacked, and what is only copied. */
function parted(
  all: readonly FetchedDistfile[],
): readonly [archives: readonly FetchedDistfile[], plain: readonly FetchedDistfile[]] {
  const archives = all.filter(({ distfile }) => isArchive(distfile.file) && distfile.left !== "packed");
  return [archives, all.filter((one) => !archives.includes(one))];
}

function inWork(folder: string): GuestPath {
  return guestPath(folder === "" ? WORK : `${WORK}/${folder}`);
}

/** The only folder at the archive's top is entered; of several, one that is called like the port. */
function sourceOf(job: Job, first: Inspected | undefined): GuestPath {
  if (!first) return plainSource(job);
  const { tops } = first;
  const named = `${job.port.name}-${job.port.version}`;
  const top = tops.length === 1 ? tops[0] : tops.find((one) => one === named);
  return top === undefined ? WORK : guestPath(`${WORK}/${top}`);
}

type UnpackedInto = { readonly kind: "unpacked"; readonly inspected: Inspected };

async function unpackInto(
  { distfile, file }: FetchedDistfile,
  { bench, env, host, into }: Extraction & { readonly into: GuestPath },
  signal: AbortSignal,
): Promise<UnpackedInto | ExtractTrouble> {
  const unpacked = await unpackArchive(bench, { file, name: distfile.file, into, env, host }, signal);
  if (unpacked.kind !== "archive-wrong") return unpacked;
  return { ...unpacked, file: distfile.file, span: distfile.span };
}

type Below = Extraction & { readonly source: GuestPath };

/** As it is, into a folder that it need not know. */
async function unpackBeside(
  one: FetchedDistfile,
  below: Below,
  signal: AbortSignal,
): Promise<UnpackedInto | ExtractTrouble> {
  const made = await runCommand(below.bench, command(below, "mkdir", "-p", below.source), signal);
  return made ?? (await unpackInto(one, { ...below, into: below.source }, signal));
}

/** Its single top folder's content goes into the `subdir`, as if that were the folder's name. */
async function unpackBelow(
  one: FetchedDistfile,
  below: Below,
  signal: AbortSignal,
): Promise<UnpackedInto | ExtractTrouble> {
  const { bench, source } = below;
  const beside = guestPath(`${WORK}/.beside`);
  const made = await runCommand(bench, command(below, "mkdir", beside), signal);
  if (made) return made;
  const unpacked = await unpackInto(one, { ...below, into: beside }, signal);
  if (unpacked.kind !== "unpacked") return unpacked;
  const { tops } = unpacked.inspected;
  const from = tops.length === 1 ? `${beside}/${tops[0]}` : beside;
  const script = 'mkdir -p "$2"; cp -R -P -p "$1/." "$2"; rm -rf "$3"';
  const moving = command(below, "sh", "-ec", script, "sh", from, `${source}/${one.distfile.subdir}`, beside);
  return (await runCommand(bench, moving, signal)) ?? unpacked;
}

async function layFiles(
  files: readonly FetchedDistfile[],
  below: Below,
  signal: AbortSignal,
): Promise<CommandTrouble | undefined> {
  const { bench, source } = below;
  if (files.length === 0) return await runCommand(bench, command(below, "mkdir", "-p", source), signal);
  const placed = files.map(({ distfile: { subdir, unpackedTo, file: name }, file }): Copy => {
    const folder = unpackedTo === undefined ? source : inWork(unpackedTo);
    const to = guestPath(subdir === "" ? `${folder}/${name}` : `${folder}/${subdir}/${name}`);
    return { from: file, to, owner: "build" };
  });
  return await copyInto(bench, placed, signal);
}

function command({ env }: Extraction, program: string, ...args: readonly string[]): Exec {
  return { argv: [program, ...args], cwd: WORK, env, user: "build" };
}
