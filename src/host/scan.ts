import fs from "node:fs";
import { type FileStatus, failureOf, type HostPath, statusOf } from "./files.ts";

/** One path below a scanned folder. Names are bytes: each character of `path` and `target` is one (latin1). */
export type ScannedEntry = {
  /** Relative, with `/`. */
  readonly path: string;
  readonly status: FileStatus;
  /** Where a link leads; `""` for everything else. */
  readonly target: string;
};

/** A folder as it was found, and its files to read. Synchronous: with many small files that is several times faster. */
export type ScannedFolder = {
  /** Every path, folders before what is in them, each folder in byte order. */
  readonly entries: readonly ScannedEntry[];
  /** The content in chunks of up to a MiB; each is the caller's. */
  readonly read: (path: string) => Iterable<Buffer>;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  readonly readRange: (path: string, offset: number, length: number) => Buffer;
};

const CHUNK_BYTES = 1024 * 1024;

/** Undefined when there is no such folder. Throws `WorldFailure` when the machine refuses. */
export function scanFolder(folder: HostPath): ScannedFolder | undefined {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const root = Buffer.concat([Buffer.from(folder), Buffer.from("/")]);
  const bytes = (path: string) => Buffer.concat([root, Buffer.from(path, "latin1")]);
  return {
    entries: told(folder, () => [...entriesBelow("", bytes)]),
    read: function* (path) {
      const handle = told(path, () => fs.openSync(bytes(path), "r"));
      try {
        for (;;) {
          const chunk = readSome(handle, { path, offset: null, length: CHUNK_BYTES });
          if (chunk.length === 0) return;
          yield chunk;
        }
      } finally {
        fs.closeSync(handle);
      }
    },
    readRange: (path, offset, length) => {
      const handle = told(path, () => fs.openSync(bytes(path), "r"));
      try {
        return readSome(handle, { path, offset, length });
      } finally {
        fs.closeSync(handle);
      }
    },
  };
}

function* entriesBelow(folder: string, bytes: (path: string) => Buffer): Generator<ScannedEntry> {
  // Of latin1 text the order of code units is that of bytes.
  for (const name of fs.readdirSync(bytes(folder), { encoding: "latin1" }).sort()) {
    const path = folder === "" ? name : `${folder}/${name}`;
    const found = fs.lstatSync(bytes(path));
    const target = found.isSymbolicLink() ? fs.readlinkSync(bytes(path), "latin1") : "";
    yield { path, status: statusOf(found), target };
    if (found.isDirectory()) yield* entriesBelow(path, bytes);
  }
}

type Piece = { readonly path: string; readonly offset: number | null; readonly length: number };

function readSome(handle: number, { path, offset, length }: Piece): Buffer {
  const wanted = Math.min(length, Math.max(0, fs.fstatSync(handle).size - (offset ?? 0)));
  const buffer = Buffer.allocUnsafe(wanted);
  let filled = 0;
  while (filled < wanted) {
    const at = offset === null ? null : offset + filled;
    const count = told(path, () => fs.readSync(handle, buffer, filled, wanted - filled, at));
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function told<T>(where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw failureOf(error, where);
  }
}
