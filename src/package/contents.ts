// What is in the files of a package: digests for its lists, ELF facts and left-over build paths for the audit.

import { createHash } from "node:crypto";
import type { ScannedEntry } from "../host/host.ts";
import { type ElfReading, readElf } from "./elf.ts";
import type { Installed } from "./fake-root.ts";

export type FileFacts = {
  readonly sha256: string;
  readonly elf: ElfReading;
  readonly buildPath: "left" | "absent";
  /** The prefix itself: a file that names it works at no other place. */
  readonly prefix: "left" | "absent";
};

/** Path below the prefix → facts, for regular files. */
export type Contents = ReadonlyMap<string, FileFacts>;

/** Paths that are looked for in each file; that of the build must not be left in one. */
export type Marks = { readonly buildPath: string; readonly prefix: string };

/** Reads every file once. */
export async function readContents(
  entries: readonly ScannedEntry[],
  { installed, marks }: { readonly installed: Installed; readonly marks: Marks },
  signal: AbortSignal,
): Promise<Contents> {
  const contents = new Map<string, FileFacts>();
  const byIdentity = new Map<string, FileFacts>();
  for (const { path, status } of entries) {
    if (status.kind !== "file") continue;
    signal.throwIfAborted();
    const known = byIdentity.get(status.identity);
    const facts = known ?? (await readFacts(path, { installed, marks }));
    contents.set(path, facts);
    byIdentity.set(status.identity, facts);
  }
  return contents;
}

type Place = { readonly installed: Installed; readonly marks: Marks };

async function readFacts(path: string, { installed, marks }: Place): Promise<FileFacts> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const buildPath = new Search(`${marks.buildPath}/`);
  const prefix = new Search(marks.prefix);
  for (const chunk of installed.read(path)) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    buildPath.add(chunk);
    prefix.add(chunk);
  }
  const read = async (offset: number, length: number) => installed.readRange(path, offset, length);
  return {
    sha256: hash.digest("hex"),
    elf: await readElf({ sizeBytes, read }),
    buildPath: buildPath.result,
    prefix: prefix.result,
  };
}

/** Looks for a text in bytes that come in pieces. */
class Search {
  readonly #mark: Buffer;
  #end: Buffer = Buffer.alloc(0);
  result: "left" | "absent" = "absent";

  constructor(mark: string) {
    this.#mark = Buffer.from(mark);
  }

  add(chunk: Buffer): void {
    const length = this.#mark.length;
    // It may lie across two chunks.
    const joint = Buffer.concat([this.#end, chunk.subarray(0, length)]);
    if (this.result === "absent" && (chunk.includes(this.#mark) || joint.includes(this.#mark))) {
      this.result = "left";
    }
    this.#end = chunk.length >= length ? chunk.subarray(-length) : joint.subarray(-length);
  }
}
