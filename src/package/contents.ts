// What is in the files of a package: digests for its lists, ELF facts and left-over build paths for the audit.

import { createHash } from "node:crypto";
import type { ScannedEntry } from "../host/host.ts";
import { type ElfReading, readElf } from "./elf.ts";
import type { Installed } from "./fake-root.ts";
import type { FileHashKind } from "./hash-list.ts";

export type FileFacts = {
  readonly sha256: string;
  /** As the package's own list of its files has it. */
  readonly listed: string;
  readonly elf: ElfReading;
  /** Of an executable script: what follows `#!` in its first line. */
  readonly interpreter: string | undefined;
  /** A path in one of the build's folders that stands in it, the first that was found. */
  readonly buildPath: string | undefined;
  /** The prefix itself: a file that names it works at no other place. */
  readonly prefix: "left" | "absent";
};

/** Path below the prefix → facts, for regular files. */
export type Contents = ReadonlyMap<string, FileFacts>;

/** Folders that are looked for in each file; those of the build must not be left in one. */
type Marks = { readonly buildFolders: readonly string[]; readonly prefix: string };

/** Reads every file once. */
export async function readContents(
  entries: readonly ScannedEntry[],
  place: Place,
  signal: AbortSignal,
): Promise<Contents> {
  const contents = new Map<string, FileFacts>();
  const byIdentity = new Map<string, FileFacts>();
  for (const entry of entries) {
    const { path, status } = entry;
    if (status.kind !== "file") continue;
    signal.throwIfAborted();
    const known = byIdentity.get(status.identity);
    const facts = known ?? (await readFacts(entry, place));
    contents.set(path, facts);
    byIdentity.set(status.identity, facts);
  }
  return contents;
}

type Place = { readonly installed: Installed; readonly marks: Marks; readonly fileHash: FileHashKind };

async function readFacts(
  { path, status }: ScannedEntry,
  { installed, marks, fileHash }: Place,
): Promise<FileFacts> {
  const hash = createHash("sha256");
  const other = fileHash === "sha256" ? undefined : createHash(fileHash);
  let sizeBytes = 0;
  let start: Buffer = Buffer.alloc(0);
  const build = new FolderSearch(marks.buildFolders);
  const prefix = new FolderSearch([marks.prefix]);
  for (const chunk of installed.read(path)) {
    if (sizeBytes === 0) start = chunk;
    hash.update(chunk);
    other?.update(chunk);
    sizeBytes += chunk.length;
    build.add(chunk);
    prefix.add(chunk);
  }
  const read = async (offset: number, length: number) => installed.readRange(path, offset, length);
  const sha256 = hash.digest("hex");
  return {
    sha256,
    listed: other?.digest("hex") ?? sha256,
    elf: await readElf({ sizeBytes, read }),
    interpreter: (status.mode & 0o111) === 0 ? undefined : interpreterLine(start),
    buildPath: build.found,
    prefix: prefix.found === undefined ? "absent" : "left",
  };
}

function interpreterLine(start: Buffer): string | undefined {
  if (start.toString("latin1", 0, 2) !== "#!") return undefined;
  // As much as the kernel reads of it (BINPRM_BUF_SIZE).
  const line = start.toString("latin1", 2, 256).split("\n")[0]?.trim();
  return line === "" ? undefined : line;
}

/** As much of a path is told as fits on a line. */
const TOLD = 100;

/** Looks for paths in certain folders, in bytes that come in pieces. */
class FolderSearch {
  readonly #folders: readonly string[];
  /** What all of them begin with: one search for all. */
  readonly #common: Buffer;
  /** The longest text that decides. */
  readonly #reach: number;
  #end: Buffer = Buffer.alloc(0);
  /** The first path that was found. */
  found: string | undefined;

  constructor(folders: readonly string[]) {
    const [first = "", ...others] = folders;
    let common = first.length;
    while (others.some((one) => !one.startsWith(first.slice(0, common)))) common -= 1;
    this.#folders = folders;
    this.#common = Buffer.from(first.slice(0, common));
    this.#reach = Math.max(...folders.map((one) => Buffer.byteLength(one)), 0) + TOLD;
  }

  add(chunk: Buffer): void {
    if (this.found !== undefined || this.#common.length === 0) return;
    // It may lie across two chunks.
    this.#look(Buffer.concat([this.#end, chunk.subarray(0, this.#reach)]));
    this.#look(chunk);
    this.#end =
      chunk.length >= this.#reach
        ? Buffer.from(chunk.subarray(-this.#reach))
        : Buffer.concat([this.#end, chunk]).subarray(-this.#reach);
  }

  #look(bytes: Buffer): void {
    for (let at = bytes.indexOf(this.#common); at !== -1; at = bytes.indexOf(this.#common, at + 1)) {
      const text = bytes.toString("latin1", at, at + this.#reach);
      if (!this.#folders.some((one) => text.startsWith(one) && !GOES_ON.test(text.slice(one.length))))
        continue;
      this.found = text.replace(BEHIND_PATH, "").slice(0, TOLD);
      return;
    }
  }
}

/** The name of a folder is longer than the one that is looked for: `/app/vendor/foobar`. */
const GOES_ON = /^([A-Za-z0-9_+@~-]|\.[A-Za-z0-9])/;
/** A path ends where a text, a shell or a makefile would end it. */
const BEHIND_PATH = /[^A-Za-z0-9._+@~/-].*$/s;
