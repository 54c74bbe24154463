// As much of a zip archive as it takes to list it and to read a few small members (APPNOTE.TXT, 4.3 and 4.4).

import { inflateRawSync } from "node:zlib";
import type { Host, HostPath } from "../host/host.ts";

export type ZipMember = {
  readonly name: string;
  /** Undefined when it is larger than that, or in a form that is not read here. */
  readonly read: (mostBytes: number) => Promise<Buffer | undefined>;
};

export type ReadZip =
  | { readonly kind: "read"; readonly members: readonly ZipMember[] }
  | { readonly kind: "damaged"; readonly why: string };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** The end's own 22 bytes and the longest comment. */
const MOST_END_BYTES = 22 + 0xffff;
/** Of a directory: half a million members. */
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;

export async function readZip(archive: HostPath, host: Host): Promise<ReadZip> {
  const size = (await host.status(archive))?.sizeBytes ?? 0;
  const from = Math.max(0, size - MOST_END_BYTES);
  const tail = await host.readRange(archive, from, MOST_END_BYTES);
  const at = tail.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (at === -1 || at + 22 > tail.length || tail.readUInt32LE(at) !== END)
    return { kind: "damaged", why: "its end is missing" };
  const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (length > MOST_DIRECTORY_BYTES || start + length > size)
    return { kind: "damaged", why: "its directory does not lie in it" };
  const directory = await host.readRange(archive, start, length);
  const members: ZipMember[] = [];
  for (let next = 0; next + 46 <= directory.length && directory.readUInt32LE(next) === ENTRY; ) {
    const short = (offset: number) => directory.readUInt16LE(next + offset);
    const long = (offset: number) => directory.readUInt32LE(next + offset);
    const end = next + 46 + short(28);
    const member = { place: long(42), method: short(10), packed: long(20), plain: long(24) };
    const name = directory.subarray(next + 46, end).toString();
    members.push({ name, read: (most) => readMember(archive, { ...member, most }, host) });
    next = end + short(30) + short(32);
  }
  return members.length > 0 ? { kind: "read", members } : { kind: "damaged", why: "there is nothing in it" };
}

type Member = Readonly<Record<"place" | "method" | "packed" | "plain" | "most", number>>;

async function readMember(
  archive: HostPath,
  { place, method, packed, plain, most }: Member,
  host: Host,
): Promise<Buffer | undefined> {
  if (plain > most || packed > most || plain === 0) return undefined;
  const head = await host.readRange(archive, place, 30);
  if (head.length < 30) return undefined;
  const start = place + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const content = await host.readRange(archive, start, packed);
  if (method === STORED) return content;
  if (method !== DEFLATED) return undefined;
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (error) {
    // Of a damaged member nothing is known; whether the archive is of use, building it tells.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
