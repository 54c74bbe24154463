// What lies in an archive of somebody else's, without unpacking it.

import { Parser, type ReadEntry } from "tar";
import type { Host, HostPath } from "../host/host.ts";
import { Damaged } from "./damaged.ts";
import { type ForeignOutcome, readForeign } from "./foreign.ts";
import { readZip } from "./zip-reader.ts";

export type ForeignListing = {
  /** Names of files, without `./` before them, in the archive's order. */
  readonly files: readonly string[];
  /** Those that were asked for, if they are not too large. */
  readonly texts: ReadonlyMap<string, string>;
};

export type ForeignListed =
  | { readonly kind: "listed"; readonly listing: ForeignListing }
  | Exclude<ForeignOutcome, { readonly kind: "unpacked" }>;

export type Listing = {
  readonly archive: HostPath;
  /** Of the uncompressed archive. */
  readonly mostBytes: number;
  readonly wanted: (file: string) => boolean;
};

/** A text that is longer is no text that somebody wrote. */
const MOST_TEXT_BYTES = 512 * 1024;
const MOST_TEXTS = 200;
const MOST_FILES = 500_000;

/** A tar in any compression, or a zip. Nothing of it is written anywhere. */
export async function listForeign(
  { archive, mostBytes, wanted }: Listing,
  host: Host,
  signal: AbortSignal,
): Promise<ForeignListed> {
  const taking = new Lister(wanted);
  const start = await host.readRange(archive, 0, 4);
  if (start.toString("latin1") === "PK\x03\x04") {
    const zip = await readZip(archive, host);
    if (zip.kind === "damaged") return zip;
    for (const { name, read } of zip.members) {
      const file = plainName(name);
      if (file === "" || name.endsWith("/")) continue;
      taking.files.push(file);
      const text = taking.wants(file) ? await read(MOST_TEXT_BYTES) : undefined;
      if (text !== undefined) taking.texts.set(file, text.toString());
    }
    return { kind: "listed", listing: taking };
  }
  const read = await readForeign({ archive, mostBytes, taking }, host, signal);
  return read.kind === "read" ? { kind: "listed", listing: taking } : read;
}

class Lister {
  readonly files: string[] = [];
  readonly texts = new Map<string, string>();
  readonly #wanted: Listing["wanted"];
  readonly #parser = new Parser({ strict: false, brotli: false, zstd: false });
  #fault: string | undefined;
  #isBegun = false;

  constructor(wanted: Listing["wanted"]) {
    this.#wanted = wanted;
    this.#parser.on("entry", (entry: ReadEntry) => this.#see(entry));
    this.#parser.on("warn", (code: string, message: string | Error) => {
      if (code !== "TAR_ENTRY_INFO") this.#fault = String(message);
    });
  }

  wants(file: string): boolean {
    return this.texts.size < MOST_TEXTS && this.#wanted(file);
  }

  write(chunk: Uint8Array): void {
    // The parser would unpack a gzip inside, uncounted. No plain name begins with this byte.
    if (!this.#isBegun && chunk[0] === 0x1f) throw new Damaged("it is compressed twice");
    this.#isBegun ||= chunk.length > 0;
    this.#parser.write(chunk);
  }

  end(): void {
    this.#parser.end();
    if (this.files.length === 0) throw new Damaged(this.#fault ?? "there is nothing in it");
  }

  #see(entry: ReadEntry): void {
    const file = plainName(entry.path);
    const isFile = ["File", "OldFile", "ContiguousFile", "Link", "SymbolicLink"].includes(entry.type);
    if (isFile && file !== "") this.files.push(file);
    if (this.files.length > MOST_FILES) throw new Damaged(`it has more than ${MOST_FILES} files`);
    if (!isFile || entry.size === 0 || entry.size > MOST_TEXT_BYTES || !this.wants(file)) {
      entry.resume();
      return;
    }
    const chunks: Buffer[] = [];
    entry.on("data", (chunk: Buffer) => void chunks.push(Buffer.from(chunk)));
    entry.on("end", () => void this.texts.set(file, Buffer.concat(chunks).toString()));
  }
}

/** One that leads elsewhere is nobody's: `""`. */
function plainName(name: string): string {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  return name.startsWith("/") || parts.includes("..") ? "" : parts.join("/");
}
