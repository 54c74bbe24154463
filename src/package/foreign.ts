// Archives that others wrote, such as trees of recipes: unpacked on this machine, so nothing in them is believed.

import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Parser, type ReadEntry } from "tar";
import type { Host, HostPath, Planting } from "../host/host.ts";
import type { Compression } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import { within } from "./archive-reader.ts";
import { runTool } from "./compressors.ts";
import { Damaged } from "./damaged.ts";
import { shownName } from "./shown.ts";

export type ForeignUnpacking = {
  readonly archive: HostPath;
  /** An empty folder. When not all is well, what lies in it is of no use. */
  readonly folder: HostPath;
  /** Of the uncompressed tar. */
  readonly mostBytes: number;
};

export type ForeignOutcome =
  | { readonly kind: "unpacked" }
  | { readonly kind: "damaged"; readonly why: string }
  | { readonly kind: "no-tool"; readonly diagnostic: Diagnostic };

/** Unpacks a tar in any compression: files, folders, and links that stay inside. Times and owners are not kept. */
export async function unpackForeign(
  { archive, folder, mostBytes }: ForeignUnpacking,
  host: Host,
  signal: AbortSignal,
): Promise<ForeignOutcome> {
  const unpacker = new Unpacker(host.plant(folder));
  try {
    const read = await readForeign({ archive, mostBytes, taking: unpacker }, host, signal);
    return read.kind === "read" ? { kind: "unpacked" } : read;
  } finally {
    unpacker.close();
  }
}

/** Takes a tar stream piece by piece; throws `Damaged` when there is something in it that must not be. */
export type TarTaking = { readonly write: (chunk: Uint8Array) => void; readonly end: () => void };

export type ForeignReading = {
  readonly archive: HostPath;
  readonly mostBytes: number;
  readonly taking: TarTaking;
};

/** Hands on a tar in any compression. */
export async function readForeign(
  { archive, mostBytes, taking }: ForeignReading,
  host: Host,
  signal: AbortSignal,
): Promise<{ readonly kind: "read" } | Exclude<ForeignOutcome, { readonly kind: "unpacked" }>> {
  const compression = compressionIn(await host.readRange(archive, 0, 6));
  const into = async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of within(mostBytes, chunks)) taking.write(chunk);
  };
  try {
    const from = host.readStream(archive);
    if (compression === "tar") await into(from);
    else if (compression === "gz") await gunzip(from, into, signal);
    else {
      const trouble = await runTool({ compression, way: "expand", from, into }, host, signal);
      if (trouble?.code === "package/no-compressor") return { kind: "no-tool", diagnostic: trouble };
      if (trouble) return { kind: "damaged", why: trouble.message };
    }
    taking.end();
    return { kind: "read" };
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    if (error instanceof Error && /^Z_/.test(String((error as NodeJS.ErrnoException).code))) {
      return { kind: "damaged", why: `it can't be uncompressed: ${error.message}` };
    }
    throw error;
  }
}

/**
 * A pipeline that its reader ends says only that it was called off. So it is when zeros stand behind the end of the
 * gzip, too: tar(1) minds them not.
 */
async function gunzip(
  from: Readable,
  into: (chunks: AsyncIterable<Uint8Array>) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const failed: unknown[] = [];
  const reading = (chunks: AsyncIterable<Uint8Array>) =>
    into(chunks).catch((error: unknown) => {
      failed.push(error);
      throw error;
    });
  try {
    await pipeline(from, createGunzip(), reading, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (failed.length > 0) throw failed[0];
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
}

/** By its first bytes: names lie. */
function compressionIn(start: Buffer): Compression | "tar" {
  const hex = start.toString("hex");
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1] ?? "tar";
}

const MAGIC: readonly (readonly [string, Compression])[] = [
  ["1f8b", "gz"],
  ["425a68", "bz2"],
  ["fd377a585a00", "xz"],
  ["28b52ffd", "zst"],
  // xz reads the older .lzma, and from 5.4 on lzip's files, too.
  ["5d0000", "xz"],
  ["4c5a4950", "xz"],
];

/** More than any tree of recipes has, and less than would fill the inodes of a disk. */
const MOST_MEMBERS = 500_000;

class Unpacker {
  readonly #planting: Planting;
  readonly #parser: Parser;
  readonly #kinds = new Map<string, "file" | "folder" | "link">();
  #open: ReturnType<Planting["openFile"]> | undefined;
  #fault: string | undefined;
  #isBegun = false;

  constructor(planting: Planting) {
    this.#planting = planting;
    this.#parser = new Parser({ strict: false, brotli: false, zstd: false });
    this.#parser.on("entry", (entry: ReadEntry) => this.#see(entry));
    this.#parser.on("ignoredEntry", ({ path, type }: ReadEntry) => {
      throw new Damaged(`\`${shown(path)}\` is neither file, folder nor link (${type})`);
    });
    this.#parser.on("warn", (code: string, message: string | Error) => {
      if (code !== "TAR_ENTRY_INFO") this.#fault = String(message);
    });
  }

  write(chunk: Uint8Array): void {
    // The parser would unpack a gzip inside, uncounted. No plain name begins with this byte.
    if (!this.#isBegun && chunk[0] === 0x1f) throw new Damaged("it is compressed twice");
    this.#isBegun ||= chunk.length > 0;
    this.#parser.write(chunk);
    this.#check();
  }

  end(): void {
    this.#parser.end();
    this.#check();
    if (this.#kinds.size === 0) throw new Damaged("there is nothing in it");
  }

  close(): void {
    this.#open?.close();
    this.#open = undefined;
  }

  #check(): void {
    if (this.#fault !== undefined) throw new Damaged(this.#fault);
  }

  #see(entry: ReadEntry): void {
    const parts = entry.path.split("/").filter((part, at) => part !== "" && !(part === "." && at === 0));
    const path = parts.join("/");
    if (entry.path.startsWith("/") || parts.includes("..")) {
      throw new Damaged(`\`${shown(entry.path)}\` leads out of the archive`);
    }
    if (/\p{Cc}/u.test(path) || parts.includes("."))
      throw new Damaged(`\`${shown(entry.path)}\` is not a plain name`);
    if (this.#kinds.size >= MOST_MEMBERS) throw new Damaged(`it has more than ${MOST_MEMBERS} members`);
    this.#makeFolders(parts.slice(0, -1));
    this.#plant(entry, path);
  }

  #plant(entry: ReadEntry, path: string): void {
    switch (entry.type) {
      case "Directory":
        this.#makeFolders(path === "" ? [] : path.split("/"));
        entry.resume();
        return;
      case "SymbolicLink":
        this.#take(path, "link");
        if (!staysInside(path, entry.linkpath ?? "")) {
          throw new Damaged(`\`${shown(path)}\` is a link to \`${shown(entry.linkpath ?? "")}\`, out of it`);
        }
        this.#planting.makeLink(bytes(path), bytes(entry.linkpath ?? ""));
        entry.resume();
        return;
      case "File":
      case "OldFile":
      case "ContiguousFile": {
        this.#take(path, "file");
        const file = this.#planting.openFile(bytes(path), (entry.mode ?? 0) & 0o100 ? 0o755 : 0o644);
        this.#open = file;
        entry.on("data", (chunk: Buffer) => file.write(chunk));
        entry.on("end", () => this.close());
        return;
      }
      default:
        throw new Damaged(`\`${shown(path)}\` is neither file, folder nor link (${entry.type})`);
    }
  }

  #take(path: string, kind: "file" | "link"): void {
    if (path === "" || this.#kinds.has(path)) throw new Damaged(`\`${shown(path)}\` is in it twice`);
    this.#kinds.set(path, kind);
  }

  /** Real ones only: nothing is written through a link. */
  #makeFolders(parts: readonly string[]): void {
    for (let count = 1; count <= parts.length; count += 1) {
      const path = parts.slice(0, count).join("/");
      const kind = this.#kinds.get(path);
      if (kind === "folder") continue;
      if (kind !== undefined) throw new Damaged(`\`${shown(path)}\` is a ${kind} and a folder`);
      this.#kinds.set(path, "folder");
      this.#planting.makeFolder(bytes(path), 0o755);
    }
  }
}

/**
 * Whether a link leads no higher than the top. Steps up come first, where folders are real; a step up after a name could
 * start from anywhere, for the name may be a link.
 */
export function staysInside(path: string, target: string): boolean {
  const [ups = "", rest = ""] = /^((?:\.\.?(?:\/+|$))*)(.*)$/s.exec(target)?.slice(1) ?? [];
  const steps = ups.split("/").filter((part) => part === "..").length;
  const depth = path.split("/").length - 1;
  return target !== "" && !target.startsWith("/") && !rest.split("/").includes("..") && steps <= depth;
}

function bytes(name: string): string {
  return Buffer.from(name).toString("latin1");
}

function shown(name: string): string {
  return shownName(bytes(name));
}
