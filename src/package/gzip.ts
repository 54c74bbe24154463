// gzip members (RFC 1952) whose bytes are the same on any number of processors: the input is cut into blocks of a fixed
// size, each deflated by itself with the end of the one before as its dictionary (as pigz does), and joined.

import { constants, deflateRaw } from "node:zlib";
import { CRC32_START, crc32 } from "./crc32.ts";

/** Deflate reaches back this far (RFC 1951). */
const WINDOW_BYTES = 32 * 1024;
/** Part of the format: another size makes other bytes. */
const DEFLATE_BLOCK_BYTES = 512 * 1024;
const LEVEL = 6;
/** libuv has four threads unless told otherwise; a few more blocks keep them busy while the next ones are read. */
const BLOCKS_AHEAD = 8;

/** No name, no time; written on Unix. */
export const PLAIN_HEADER: Buffer = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

/** One member that holds all of `chunks`. */
export async function* gzipMember(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  header: Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield header;
  let crc = CRC32_START;
  let sizeBytes = 0;
  let dictionary: Buffer = Buffer.alloc(0);
  const waiting: Promise<Uint8Array>[] = [];
  let block: Buffer | undefined;
  for await (const next of blocksOf(chunks)) {
    if (block) {
      waiting.push(deflated(block, { dictionary, end: "more follows" }));
      dictionary = block.subarray(-WINDOW_BYTES);
    }
    block = next;
    crc = crc32(crc, block);
    sizeBytes += block.length;
    while (waiting.length >= BLOCKS_AHEAD) yield await first(waiting);
  }
  waiting.push(deflated(block ?? Buffer.alloc(0), { dictionary, end: "last" }));
  while (waiting.length > 0) yield await first(waiting);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(sizeBytes % 2 ** 32, 4);
  yield trailer;
}

async function first(waiting: Promise<Uint8Array>[]): Promise<Uint8Array> {
  const head = waiting.shift();
  if (!head) throw new Error("nothing waits");
  return head;
}

/** Buffers of exactly the block's size, but for the last. */
async function* blocksOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(DEFLATE_BLOCK_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + DEFLATE_BLOCK_BYTES - filled);
      block.set(taken, filled);
      at += taken.length;
      filled += taken.length;
      if (filled < DEFLATE_BLOCK_BYTES) break;
      yield block;
      block = Buffer.allocUnsafe(DEFLATE_BLOCK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

type Joint = { readonly dictionary: Buffer; readonly end: "more follows" | "last" };

/** In libuv's pool. A block that others follow ends on a byte boundary (an empty stored block). */
function deflated(block: Buffer, { dictionary, end }: Joint): Promise<Uint8Array> {
  const finishFlush = end === "last" ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  const options = {
    level: LEVEL,
    finishFlush,
    chunkSize: DEFLATE_BLOCK_BYTES,
    ...(dictionary.length > 0 ? { dictionary } : {}),
  };
  return new Promise((resolve, reject) =>
    deflateRaw(block, options, (error, result) => (error ? reject(error) : resolve(result))),
  );
}
