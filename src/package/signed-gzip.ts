// A signature in front of a gzip file, as `signify -z` puts it: the header's comment holds the hashes of what follows,
// block by block, and a signature of them (OpenBSD's signify, zsig.c).

import { createHash } from "node:crypto";
import type { Host, HostPath } from "../host/host.ts";
import { Damaged } from "./damaged.ts";
import { PLAIN_HEADER } from "./gzip.ts";
import type { SigningKey } from "./keys.ts";
import { type EmbeddedReading, parseEmbedded, signEmbedded } from "./signify.ts";

/** signify reads its own block size from the header; this is the one that it writes. */
const HASHED_BYTES = 65536;
const HAS_COMMENT = 0x10;
const SIGNED_START = Buffer.from([0x1f, 0x8b, 8, HAS_COMMENT, 0, 0, 0, 0, 0, 3]);

/** The header of a signed file: `hashes` are those of the body's blocks. */
export function signedHeader(
  hashes: readonly string[],
  { key, sourceDateEpoch }: { readonly key: SigningKey; readonly sourceDateEpoch: number },
): Buffer {
  const date = new Date(sourceDateEpoch * 1000).toISOString().replace(/\.\d+Z$/, "Z");
  const facts = [`date=${date}`, `key=${key.name}.sec`, "algorithm=SHA512/256", `blocksize=${HASHED_BYTES}`];
  const message = `${[...facts, "", ...hashes].join("\n")}\n`;
  return Buffer.concat([SIGNED_START, Buffer.from(signEmbedded(message, key)), Buffer.of(0)]);
}

export type GzipStart = {
  /** Where everything that stands behind the header begins. */
  readonly bodyAt: number;
  readonly signature: EmbeddedReading | undefined;
};

/** Throws `Damaged` for a file that doesn't begin as a package does. */
export async function readGzipStart(file: HostPath, host: Host): Promise<GzipStart> {
  const start = await host.readRange(file, 0, PLAIN_HEADER.length);
  if (start.equals(PLAIN_HEADER)) return { bodyAt: PLAIN_HEADER.length, signature: undefined };
  if (!start.equals(SIGNED_START)) throw new Damaged("it does not begin as a package does");
  const sizeBytes = (await host.status(file))?.sizeBytes ?? 0;
  // A hash of 64 digits and a line break for each block, and some lines before them.
  const most = 4096 + 65 * Math.ceil(sizeBytes / HASHED_BYTES);
  const comment = await host.readRange(file, start.length, most);
  const end = comment.indexOf(0);
  const signature = end === -1 ? undefined : parseEmbedded(comment.toString("latin1", 0, end));
  if (!signature) throw new Damaged("the signature in its header can't be read");
  return { bodyAt: start.length + end + 1, signature };
}

/** The hash of each block of a body. */
export async function blockHashes(body: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const hashes: string[] = [];
  for await (const piece of wholeBlocks(body)) hashes.push(...blocksOf(piece).map(hashOf));
  return hashes;
}

/** Lets through what is as the signed list says. Throws `Damaged` at the first block that isn't. */
export async function* checkedBlocks(
  body: AsyncIterable<Uint8Array>,
  signature: EmbeddedReading,
): AsyncGenerator<Uint8Array> {
  const [head = "", list = ""] = signature.message.split("\n\n");
  if (!head.split("\n").includes(`blocksize=${HASHED_BYTES}`) || !head.includes("algorithm=SHA512/256")) {
    throw new Damaged("the signature in its header is of a kind that is not known here");
  }
  const hashes = list.trimEnd().split("\n");
  let index = 0;
  for await (const piece of wholeBlocks(body)) {
    for (const block of blocksOf(piece)) {
      if (hashOf(block) !== hashes[index]) {
        const from = index * HASHED_BYTES;
        throw new Damaged(
          `the ${block.length} bytes from ${from} behind its header are not those that were signed`,
        );
      }
      index += 1;
    }
    yield piece;
  }
  if (index !== hashes.length) throw new Damaged("it is shorter than what was signed");
}

function hashOf(block: Uint8Array): string {
  return createHash("sha512-256").update(block).digest("hex");
}

function blocksOf(piece: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(piece.length / HASHED_BYTES);
  return Array.from({ length: count }, (_, index) =>
    piece.subarray(index * HASHED_BYTES, (index + 1) * HASHED_BYTES),
  );
}

/** Of as many blocks as came together; the last block may be a short one. */
async function* wholeBlocks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending =
      pending.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
        : Buffer.concat([pending, chunk]);
    const end = pending.length - (pending.length % HASHED_BYTES);
    if (end > 0) yield pending.subarray(0, end);
    pending = pending.subarray(end);
  }
  if (pending.length > 0) yield pending;
}
