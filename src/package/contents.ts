// What is in the files of a package: digests for its lists, ELF facts and left-over build paths for the audit.

import { createHash } from "node:crypto";
import type { ScannedEntry } from "../host/host.ts";
import { type ElfReading, readElf } from "./elf.ts";
import type { Installed } from "./fake-root.ts";

export type FileFacts = {
  readonly sha256: string;
  readonly elf: ElfReading;
  readonly buildPath: "left" | "absent";
};

/** Path below the prefix → facts, for regular files. */
export type Contents = ReadonlyMap<string, FileFacts>;

/** Reads every file once; `buildPath` is what must not be left in one. */
export async function readContents(
  entries: readonly ScannedEntry[],
  { installed, buildPath }: { readonly installed: Installed; readonly buildPath: string },
  signal: AbortSignal,
): Promise<Contents> {
  const contents = new Map<string, FileFacts>();
  const byIdentity = new Map<string, FileFacts>();
  for (const { path, status } of entries) {
    if (status.kind !== "file") continue;
    signal.throwIfAborted();
    const known = byIdentity.get(status.identity);
    const facts = known ?? (await readFacts(path, { installed, mark: Buffer.from(`${buildPath}/`) }));
    contents.set(path, facts);
    byIdentity.set(status.identity, facts);
  }
  return contents;
}

type Place = { readonly installed: Installed; readonly mark: Buffer };

async function readFacts(path: string, { installed, mark }: Place): Promise<FileFacts> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  let isLeft = false;
  let end: Buffer = Buffer.alloc(0);
  for (const chunk of installed.read(path)) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    // The mark may lie across two chunks.
    isLeft ||= chunk.includes(mark) || Buffer.concat([end, chunk.subarray(0, mark.length)]).includes(mark);
    end = chunk.subarray(-mark.length);
  }
  const read = async (offset: number, length: number) => installed.readRange(path, offset, length);
  return {
    sha256: hash.digest("hex"),
    elf: await readElf({ sizeBytes, read }),
    buildPath: isLeft ? "left" : "absent",
  };
}
