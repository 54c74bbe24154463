import { createHash, type Hash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { Host, HostPath } from "../host/host.ts";
import { COMPRESSIONS, type Compression } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import { runTool } from "./compressors.ts";
import { Damaged } from "./damaged.ts";
import { PLAIN_HEADER } from "./gzip.ts";
import { type FileHashKind, parseHashList } from "./hash-list.ts";
import { isHashFile, SIGNATURE_NAME } from "./metadata.ts";
import { checkedBlocks, type GzipStart, readGzipStart } from "./signed-gzip.ts";
import type { EmbeddedReading } from "./signify.ts";
import { type ArchiveEntry, END_OF_ARCHIVE } from "./tar.ts";
import { readTar } from "./tar-reader.ts";

/** A member as it was read. */
export type ReadMember = {
  readonly entry: ArchiveEntry;
  /** Of a file's content, of a link's target; hex. `""` for folders. */
  readonly sha256: string;
  /** The same by the digest that the archive's `FileHash` has. */
  readonly listed: string;
};

/** A small file of the archive, kept whole. */
export type KeptMember = { readonly entry: ArchiveEntry; readonly content: Buffer };

export type ReadArchive = {
  /** In the archive's order, the signature left out. */
  readonly members: readonly ReadMember[];
  readonly fileHash: KeptMember;
  readonly fileHashSignature: KeptMember | undefined;
  /** Of a gzip file: the signature in front of it. All blocks are as it says; who made it, is not looked at here. */
  readonly signature: EmbeddedReading | undefined;
  readonly contentDigest: string;
};

/** Sees what is read as it is read, in the archive's order; may throw `Damaged`. */
export type ArchiveSink = {
  readonly entry: (entry: ArchiveEntry) => void;
  /** A piece of the content of the file that was told last. */
  readonly content: (chunk: Buffer) => void;
};

export type ArchiveSetting = {
  readonly host: Host;
  readonly sink?: ArchiveSink;
  /** Of the uncompressed tar; one that goes on is damaged. */
  readonly mostBytes?: number;
  /** The digest that its list of files is looked at with first. */
  readonly fileHash?: FileHashKind;
};

export type ArchiveReading =
  | { readonly kind: "read"; readonly archive: ReadArchive }
  | { readonly kind: "damaged"; readonly why: string }
  | { readonly kind: "no-tool"; readonly diagnostic: Diagnostic };

/** Reads a whole package, as a stream; untrusted. */
export async function readArchive(
  file: HostPath,
  { host, sink, mostBytes = Number.POSITIVE_INFINITY, fileHash = "sha256" }: ArchiveSetting,
  signal: AbortSignal,
): Promise<ArchiveReading> {
  const compression = compressionOf(file);
  if (!compression) {
    return {
      kind: "damaged",
      why: `its name ends with none of ${COMPRESSIONS.map((one) => `\`.tar.${one}\``).join(", ")}`,
    };
  }
  const collector = new Collector(sink, fileHash);
  const into = (chunks: AsyncIterable<Uint8Array>) => readTar(within(mostBytes, chunks), collector);
  try {
    let signature: EmbeddedReading | undefined;
    if (compression === "gz") {
      const start = await readGzipStart(file, host);
      signature = start.signature;
      await readGzip(file, { start, into, host }, signal);
    } else {
      const from = host.readStream(file);
      const trouble = await runTool({ compression, way: "expand", from, into }, host, signal);
      if (trouble?.code === "package/no-compressor") return { kind: "no-tool", diagnostic: trouble };
      if (trouble) return { kind: "damaged", why: trouble.message };
    }
    const archive = { ...collector.result(), signature };
    const kind = parseHashList(archive.fileHash.content.toString("latin1"))?.kind ?? "sha256";
    if (kind === fileHash) return { kind: "read", archive };
    // Which digest it is made with shows in the middle of the archive: once more, and nobody looks on.
    return await readArchive(file, { host, mostBytes, fileHash: kind }, signal);
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    // Z_DATA_ERROR, Z_BUF_ERROR (the end is missing) and the like: node:zlib on bytes that are no gzip.
    if (error instanceof Error && /^Z_/.test(String((error as NodeJS.ErrnoException).code))) {
      return { kind: "damaged", why: `it can't be uncompressed: ${error.message}` };
    }
    throw error;
  }
}

/** Ends with `Damaged` after that many bytes. */
export async function* within(
  mostBytes: number,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > mostBytes) throw new Damaged(`it holds more than the ${mostBytes} bytes that it should`);
    yield chunk;
  }
}

type GzipReading = {
  readonly start: GzipStart;
  readonly into: (chunks: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly host: Host;
};

async function readGzip(
  file: HostPath,
  { start, into, host }: GzipReading,
  signal: AbortSignal,
): Promise<void> {
  let sizeBytes = 0;
  async function* whole() {
    const body = host.readStream(file, { start: start.bodyAt });
    yield PLAIN_HEADER;
    for await (const chunk of start.signature ? checkedBlocks(body, start.signature) : body) {
      sizeBytes += chunk.length;
      yield chunk;
    }
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  try {
    await pipeline(whole(), gunzip, into, { signal });
  } catch (error) {
    // node:zlib takes zeros behind a member for the end, and the pipeline is called off for what it didn't take.
    if (error instanceof Error && error.name === "AbortError" && !signal.aborted)
      throw new Damaged(BEHIND_END);
    throw error;
  }
  if (gunzip.bytesWritten !== PLAIN_HEADER.length + sizeBytes) throw new Damaged(BEHIND_END);
}

/** Node's own 16 KiB would mean as many more turns of its loop, and writes. */
const CHUNK_BYTES = 256 * 1024;

const BEHIND_END = "something stands behind its end";

export function compressionOf(file: string): Compression | undefined {
  return COMPRESSIONS.find((one) => file.endsWith(`.tar.${one}`));
}

/** FileHash has a line for each file; no package has so many that it is larger. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024;
/** Nor so many: each has a digest and a path in that list. */
const MOST_MEMBERS = MOST_KEPT_BYTES / 64;

class Collector {
  readonly #sink: ArchiveSink | undefined;
  readonly #kind: FileHashKind;
  readonly #content = createHash("sha256");
  readonly #members: ReadMember[] = [];
  #open:
    | {
        readonly entry: ArchiveEntry;
        readonly hash: Hash;
        /** By which the archive lists its files, when it is another. */
        readonly other: Hash | undefined;
        readonly kept: Buffer[] | undefined;
      }
    | undefined;
  #top: string | undefined;
  #fileHash: KeptMember | undefined;
  #signature: KeptMember | undefined;

  constructor(sink: ArchiveSink | undefined, fileHash: FileHashKind) {
    this.#sink = sink;
    this.#kind = fileHash;
  }

  readonly entry = (entry: ArchiveEntry, header: Buffer): void => {
    this.#close();
    this.#top ??= entry.path;
    if (this.#signature) throw new Damaged(`\`${entry.path}\` stands behind the signature of the contents`);
    if (!isSafe(entry)) throw new Damaged(`\`${entry.path}\` leads out of the package`);
    const isKept = entry.kind === "file" && isHashFile(entry.path.slice(this.#top.length));
    if (isKept && entry.sizeBytes > MOST_KEPT_BYTES) throw new Damaged(`\`${entry.path}\` is too large`);
    const other = this.#kind === "sha256" ? undefined : createHash(this.#kind);
    this.#open = { entry, hash: createHash("sha256"), other, kept: isKept ? [] : undefined };
    if (!this.#isSignature()) this.#content.update(header);
    this.#sink?.entry(entry);
  };

  readonly content = (chunk: Buffer, kind: "content" | "padding"): void => {
    if (!this.#open) throw new Error("content before any entry");
    const { hash, other, kept } = this.#open;
    if (!this.#isSignature()) this.#content.update(chunk);
    if (kind === "padding") return;
    hash.update(chunk);
    other?.update(chunk);
    kept?.push(Buffer.from(chunk));
    this.#sink?.content(chunk);
  };

  result(): Omit<ReadArchive, "signature"> {
    this.#close();
    if (!this.#fileHash) throw new Damaged("it has no `Resources/FileHash`");
    return {
      members: this.#members,
      fileHash: this.#fileHash,
      fileHashSignature: this.#signature,
      contentDigest: this.#content.update(END_OF_ARCHIVE).digest("hex"),
    };
  }

  /** Whether the open member is the signature: not part of what the content digest is made of. */
  #isSignature(): boolean {
    return this.#open?.kept !== undefined && this.#open.entry.path.endsWith(`/${SIGNATURE_NAME}`);
  }

  #close(): void {
    if (!this.#open) return;
    const { entry, hash, other, kept } = this.#open;
    const isSignature = this.#isSignature();
    this.#open = undefined;
    const whole = kept && { entry, content: Buffer.concat(kept) };
    if (isSignature) {
      this.#signature = whole;
      return;
    }
    if (whole && this.#fileHash) throw new Damaged("it has more than one `FileHash`");
    if (whole) this.#fileHash = whole;
    if (entry.kind === "link") {
      hash.update(Buffer.from(entry.target, "latin1"));
      other?.update(Buffer.from(entry.target, "latin1"));
    }
    if (this.#members.length >= MOST_MEMBERS) throw new Damaged(`it has more than ${MOST_MEMBERS} members`);
    const sha256 = entry.kind === "folder" ? "" : hash.digest("hex");
    this.#members.push({ entry, sha256, listed: sha256 && (other?.digest("hex") ?? sha256) });
  }
}

function isSafe(entry: ArchiveEntry): boolean {
  const paths = entry.kind === "hard-link" ? [entry.path, entry.target] : [entry.path];
  return paths.every((path) => !path.startsWith("/") && !path.split("/").includes(".."));
}
