import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { Host, HostPath } from "../host/host.ts";
import type { Compression } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import { runTool } from "./compressors.ts";
import { gzipMember, PLAIN_HEADER } from "./gzip.ts";
import { type ArchiveEntry, END_OF_ARCHIVE, headerOf, paddingOf } from "./tar.ts";

/** A member and where its content comes from: exactly `sizeBytes` of it, for a file. */
export type ArchiveMember = {
  readonly entry: ArchiveEntry;
  readonly content: () => Iterable<Uint8Array>;
};

export type ArchiveRequest = {
  /** In the order of the archive. */
  readonly members: readonly ArchiveMember[];
  /** Seconds. */
  readonly sourceDateEpoch: number;
  readonly compression: Compression;
  readonly file: HostPath;
};

export type WrittenArchive = {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** SHA-256 of the uncompressed tar. */
  readonly contentDigest: string;
  /** Of the uncompressed tar. */
  readonly tarBytes: number;
};

/**
 * Writes an archive in one go; memory use does not grow with size. The same members make the same bytes.
 * A gzip file has two members: the entries, and the end of the archive, before which a signature can be put.
 */
export async function writeArchive(
  { members, sourceDateEpoch, compression, file }: ArchiveRequest,
  host: Host,
  signal: AbortSignal,
): Promise<Result<WrittenArchive>> {
  const content = createHash("sha256");
  const written = createHash("sha256");
  let sizeBytes = 0;
  const write = (chunks: AsyncIterable<Uint8Array>) =>
    pipeline(
      chunks,
      async function* (compressed: AsyncIterable<Uint8Array>) {
        for await (const chunk of compressed) {
          written.update(chunk);
          sizeBytes += chunk.length;
          yield chunk;
        }
      },
      host.writeStream(file, "new"),
      { signal },
    );
  let tarBytes = END_OF_ARCHIVE.length;
  async function* entryBytes(): AsyncGenerator<Uint8Array> {
    for (const chunk of tarEntries(members, sourceDateEpoch)) {
      content.update(chunk);
      tarBytes += chunk.length;
      yield chunk;
    }
  }
  const entries = entryBytes();
  if (compression === "gz") {
    await write(gzipFile(entries));
  } else {
    const from = followed(entries, END_OF_ARCHIVE);
    const trouble = await runTool({ compression, way: "compress", from, into: write }, host, signal);
    if (trouble) return { ok: false, error: [trouble] };
  }
  const contentDigest = content.update(END_OF_ARCHIVE).digest("hex");
  return ok({ sha256: written.digest("hex"), sizeBytes, contentDigest, tarBytes });
}

async function* gzipFile(entries: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* gzipMember(entries, PLAIN_HEADER);
  yield* gzipMember([END_OF_ARCHIVE], PLAIN_HEADER);
}

function* tarEntries(members: readonly ArchiveMember[], sourceDateEpoch: number): Generator<Uint8Array> {
  for (const { entry, content } of members) {
    yield headerOf(entry, sourceDateEpoch);
    if (entry.kind !== "file") continue;
    let left = entry.sizeBytes;
    for (const chunk of content()) {
      left -= chunk.length;
      yield chunk;
    }
    if (left !== 0) throw new Error(`${entry.path}: ${left} bytes are missing or too many`);
    yield paddingOf(entry.sizeBytes);
  }
}

async function* followed(chunks: AsyncIterable<Uint8Array>, last: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* chunks;
  yield last;
}
