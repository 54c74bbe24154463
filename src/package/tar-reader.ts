// Reads back what the writer writes, and nothing else: each header must be, byte for byte, the one that the writer
// would make of it. So no two readers can understand an archive differently.

import { Damaged } from "./damaged.ts";
import { type ArchiveEntry, BLOCK_BYTES, END_OF_ARCHIVE, headerOf, paddingOf } from "./tar.ts";

/** What happens while an archive is read, in its order. */
export type TarVisitor = {
  /** `header` is all that stands before the content. */
  readonly entry: (entry: ArchiveEntry, header: Buffer) => void;
  /** A piece of the content of the file that was told last, and the padding after it. */
  readonly content: (chunk: Buffer, kind: "content" | "padding") => void;
};

/** Throws `Damaged`. */
export async function readTar(chunks: AsyncIterable<Uint8Array>, visitor: TarVisitor): Promise<void> {
  const source = new ByteSource(chunks);
  for (;;) {
    const block = await source.take(BLOCK_BYTES);
    if (block.every((byte) => byte === 0)) break;
    const { entry, header } = await readEntry(block, source);
    visitor.entry(entry, header);
    if (entry.kind !== "file") continue;
    for (let left = entry.sizeBytes; left > 0; ) {
      const chunk = await source.some(left);
      left -= chunk.length;
      visitor.content(chunk, "content");
    }
    const padding = await source.take(paddingOf(entry.sizeBytes).length);
    if (padding.some((byte) => byte !== 0)) throw new Damaged(`something hides behind \`${entry.path}\``);
    visitor.content(padding, "padding");
  }
  const rest = await source.take(END_OF_ARCHIVE.length - BLOCK_BYTES);
  if (rest.some((byte) => byte !== 0) || !(await source.isAtEnd())) {
    throw new Damaged("something stands behind the end of the archive");
  }
}

/** Longest names of Linux (PATH_MAX) for path and target, and some. */
const MOST_PAX_BYTES = 16 * 1024;

async function readEntry(
  first: Buffer,
  source: ByteSource,
): Promise<{ readonly entry: ArchiveEntry; readonly header: Buffer }> {
  if (first[156] !== "x".charCodeAt(0)) return checked(first, entryOf(first, new Map()));
  const size = octal(first, 124, 12);
  if (size > MOST_PAX_BYTES) throw new Damaged("a name is too long");
  const body = await source.take(size);
  const padding = await source.take(paddingOf(size).length);
  const block = await source.take(BLOCK_BYTES);
  return checked(Buffer.concat([first, body, padding, block]), entryOf(block, paxRecords(body)));
}

function checked(header: Buffer, entry: ArchiveEntry) {
  if (!headerOf(entry, octal(header, 136, 12)).equals(header)) {
    throw new Damaged(`the entry of \`${entry.path}\` is not written as tarwright writes it`);
  }
  return { entry, header };
}

function entryOf(block: Buffer, pax: ReadonlyMap<string, string>): ArchiveEntry {
  const common = {
    path: pax.get("path") ?? text(block, 0, 100),
    mode: octal(block, 100, 8),
    modified: octal(block, 136, 12),
  };
  const target = pax.get("linkpath") ?? text(block, 157, 100);
  switch (String.fromCharCode(block[156] ?? 0)) {
    case "0":
      return { ...common, kind: "file", sizeBytes: Number(pax.get("size") ?? octal(block, 124, 12)) };
    case "1":
      return { ...common, kind: "hard-link", target };
    case "2":
      return { ...common, kind: "link", target };
    case "5":
      return { ...common, kind: "folder" };
    default:
      throw new Damaged(`\`${common.path}\` is of a kind that packages don't have`);
  }
}

function paxRecords(body: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let rest = body.toString("latin1"); rest !== ""; ) {
    const [head, length = "", key = ""] = /^(\d{1,5}) ([a-z]+)=/.exec(rest) ?? [];
    // A record that is shorter than its own start would be read for ever.
    if (head === undefined || Number(length) <= head.length) throw new Damaged("a pax header can't be read");
    const record = rest.slice(0, Number(length));
    records.set(key, record.slice(length.length + key.length + 2, -1));
    rest = rest.slice(record.length);
  }
  return records;
}

function text(block: Buffer, at: number, size: number): string {
  const field = block.toString("latin1", at, at + size);
  const end = field.indexOf("\0");
  return end === -1 ? field : field.slice(0, end);
}

function octal(block: Buffer, at: number, size: number): number {
  const digits = block.toString("latin1", at, at + size - 1);
  if (!/^[0-7]+$/.test(digits))
    throw new Damaged("a header can't be read: this is not a package, or not a whole one");
  return Number.parseInt(digits, 8);
}

/** Exact pieces of a stream of chunks. */
class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return true;
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
    }
    return false;
  }

  /** Between one and `most` bytes. */
  async some(most: number): Promise<Buffer> {
    if (await this.isAtEnd()) throw new Damaged("the archive is cut short");
    const piece = this.#chunk.subarray(0, most);
    this.#chunk = this.#chunk.subarray(piece.length);
    return piece;
  }

  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const piece = await this.some(left);
      left -= piece.length;
      pieces.push(piece);
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }
}
