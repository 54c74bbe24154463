import { constants, createReadStream, createWriteStream, type Stats } from "node:fs";
import * as fs from "node:fs/promises";
import path from "node:path";
import type { Readable, Writable } from "node:stream";

/** An absolute path on the machine that Tarwright runs on (not inside a buildbox). */
export type HostPath = string & { readonly hostPath: unique symbol };

/** Makes the brand; the only place that does. */
export function hostPath(text: string): HostPath {
  if (!path.isAbsolute(text)) throw new Error(`not an absolute path: ${text}`);
  return path.normalize(text) as HostPath;
}

/** `parts` below `folder`; an absolute part starts anew, as on a command line. */
export function joinPath(folder: HostPath, ...parts: readonly string[]): HostPath {
  return hostPath(path.resolve(folder, ...parts));
}

/** As a user in `working` would type it: relative where it lies below. */
export function shownPath(file: HostPath, working: HostPath): string {
  return file.startsWith(`${working}/`) ? file.slice(working.length + 1) : file;
}

/**
 * The machine refused an ordinary file operation (disk full, no permission, a file where a folder should be).
 * Thrown, against the rule that the world's refusals are values: any line that touches a file may meet it, nobody
 * but the user can mend it, and the entries turn it into a diagnostic (exit 3) in one place.
 */
export class WorldFailure extends Error {
  readonly code: string;
  readonly path: string;
  constructor({ code, path: where, message }: { code: string; path: string; message: string }) {
    super(message);
    this.name = "WorldFailure";
    this.code = code;
    this.path = where;
  }
}

export type FileStatus = {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly sizeBytes: number;
  /** Permission bits, 0o7777. */
  readonly mode: number;
  readonly modifiedMs: number;
  /** `device:inode`, equal for hard links of one file. */
  readonly identity: string;
  readonly links: number;
};

/** Every operation throws `WorldFailure` when the machine refuses; "not there" is a value where it is an answer. */
export type Files = {
  /** UTF-8; undefined when there is no such file. As `readBytes`, for what is read whole: 256 MiB at most. */
  readonly readText: (file: HostPath) => Promise<string | undefined>;
  readonly readBytes: (file: HostPath) => Promise<Buffer | undefined>;
  /** Written beside and renamed: nobody ever sees half a file. Makes the folder. `mode` defaults to 0o644. */
  readonly writeFile: (file: HostPath, content: string | Uint8Array, mode?: number) => Promise<void>;
  /** As `writeFile`, but what is there already stays. */
  readonly createFile: (
    file: HostPath,
    content: string | Uint8Array,
    mode: number,
  ) => Promise<"created" | "exists">;
  /** Names in byte order; undefined when there is no such folder. `latin1` names keep every byte. */
  readonly list: (folder: HostPath, encoding?: "utf8" | "latin1") => Promise<readonly string[] | undefined>;
  /** Of the path itself (links are not followed); undefined when nothing is there. */
  readonly status: (file: HostPath) => Promise<FileStatus | undefined>;
  readonly readLink: (file: HostPath) => Promise<string>;
  /** A symbolic link at `file` that leads to `target`. */
  readonly makeLink: (target: string, file: HostPath) => Promise<void>;
  readonly realPath: (file: HostPath) => Promise<HostPath | undefined>;
  readonly makeFolder: (folder: HostPath) => Promise<void>;
  /** A new empty folder below `folder` (default: the temporary one) whose name starts with `prefix`. */
  readonly makeTemporary: (prefix: string, folder?: HostPath) => Promise<HostPath>;
  readonly rename: (from: HostPath, to: HostPath) => Promise<void>;
  /** Files or whole folders; nothing there is fine. */
  readonly remove: (target: HostPath) => Promise<void>;
  readonly copyFile: (from: HostPath, to: HostPath) => Promise<void>;
  /**
   * The very same file at a second place, or else a copy, where the file system has no links from there: for what is
   * not written to any more. `to` must not be there.
   */
  readonly shareFile: (from: HostPath, to: HostPath) => Promise<void>;
  readonly changeMode: (file: HostPath, mode: number) => Promise<void>;
  readonly readStream: (
    file: HostPath,
    range?: { readonly start: number; readonly end?: number },
  ) => Readable;
  /** `append` goes on where the file ends (a resumed download). */
  readonly writeStream: (file: HostPath, start: "new" | "append") => Writable;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  readonly readRange: (file: HostPath, offset: number, length: number) => Promise<Buffer>;
};

/** What is larger flows, or is no file of ours: Node's own limits are those of its strings, and end in no diagnostic. */
const WHOLE_BYTES = 256 * 1024 * 1024;
/** Node's own 64 KiB would mean as many more turns of its loop. */
const READ_BYTES = 512 * 1024;
/** What may wait to be written: what comes in smaller pieces goes out in larger ones. */
const WRITE_BYTES = 1024 * 1024;

async function told<T>(where: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw failureOf(error, where);
  }
}

/** A stream fails through its `_destroy`; there the error gets its name. */
function toldStream<S extends Readable | Writable>(where: string, stream: S): S {
  const destroy = stream._destroy.bind(stream);
  stream._destroy = (error, done) =>
    destroy(error, (last) => done(last ? (failureOf(last, where) as Error) : last));
  return stream;
}

/** Anything with an errno becomes a `WorldFailure`; the rest is a bug of ours and stays what it is. */
export function failureOf(error: unknown, where: string): unknown {
  if (error instanceof WorldFailure || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || code.startsWith("ERR_")) return error;
  return new WorldFailure({ code, path: where, message: error.message });
}

async function absent<T>(where: string, action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    // ENOTDIR: a parent is a file, so there is nothing at this path either; nor can there be where links go in a circle,
    // or where a name is longer than names are.
    const missing = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"];
    if (missing.includes(String((error as NodeJS.ErrnoException).code))) return undefined;
    throw failureOf(error, where);
  }
}

let writes = 0;

export function openFiles(temporary: HostPath): Files {
  return {
    readText: (file) => absent(file, async () => (await readWhole(file)).toString("utf8")),
    readBytes: (file) => absent(file, () => readWhole(file)),
    writeFile: (file, content, mode = 0o644) =>
      told(file, () => writeBeside(file, { content, mode }, (beside) => fs.rename(beside, file))),
    createFile: (file, content, mode) =>
      told(file, () => writeBeside(file, { content, mode }, (beside) => linkNew(beside, file))),
    list: (folder, encoding = "utf8") =>
      absent(folder, async () => {
        const names = await fs.readdir(encoding === "latin1" ? Buffer.from(folder, "latin1") : folder, {
          encoding,
        });
        return names.sort((a, b) => Buffer.compare(Buffer.from(a, encoding), Buffer.from(b, encoding)));
      }),
    status: (file) => absent(file, async () => statusOf(await fs.lstat(file))),
    readLink: (file) => told(file, () => fs.readlink(file)),
    makeLink: (target, file) => told(file, () => fs.symlink(target, file)),
    realPath: (file) => absent(file, async () => hostPath(await fs.realpath(file))),
    makeFolder: (folder) => told(folder, () => makeFolders(folder)),
    makeTemporary: (prefix, folder = temporary) =>
      told(folder, async () => {
        await makeFolders(folder);
        return hostPath(await fs.mkdtemp(path.join(folder, prefix)));
      }),
    rename: (from, to) => told(to, () => fs.rename(from, to)),
    remove: (target) => told(target, () => fs.rm(target, { recursive: true, force: true })),
    copyFile: (from, to) => told(to, () => fs.copyFile(from, to, constants.COPYFILE_FICLONE)),
    shareFile: (from, to) => told(to, () => shareFile(from, to)),
    changeMode: (file, mode) => told(file, () => fs.chmod(file, mode)),
    readStream: (file, range) =>
      toldStream(file, createReadStream(file, { highWaterMark: READ_BYTES, ...range })),
    writeStream: (file, start) =>
      toldStream(
        file,
        createWriteStream(file, { flags: start === "append" ? "a" : "w", highWaterMark: WRITE_BYTES }),
      ),
    readRange: (file, offset, length) => told(file, () => readRange(file, offset, length)),
  };
}

async function readWhole(file: HostPath): Promise<Buffer> {
  await using handle = await fs.open(file, "r");
  const status = await handle.stat();
  if (status.isFile() && status.size <= WHOLE_BYTES) return await handle.readFile();
  const content = status.isFile() ? undefined : await readFlow(handle);
  if (content) return content;
  const message = `it is larger than ${WHOLE_BYTES / 1024 ** 2} MiB, too much to be read as a whole`;
  throw new WorldFailure({ code: "TOO_LARGE", path: file, message });
}

/** A pipe or a device has no size before it has been read; undefined when there is too much. */
async function readFlow(handle: fs.FileHandle): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > WHOLE_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}

async function shareFile(from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to);
  } catch (error) {
    // Another file system, one without links, a file of somebody else's, or one that has too many.
    if (
      !["EXDEV", "EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes((error as NodeJS.ErrnoException).code ?? "")
    )
      throw error;
    await fs.copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

async function writeBeside<T>(
  file: HostPath,
  { content, mode }: { readonly content: string | Uint8Array; readonly mode: number },
  place: (beside: string) => Promise<T>,
): Promise<T> {
  await makeFolders(path.dirname(file));
  writes += 1;
  const beside = `${file}.${process.pid}-${writes}.part`;
  try {
    await fs.writeFile(beside, content, { mode });
    await fs.chmod(beside, mode);
    return await place(beside);
  } finally {
    await fs.rm(beside, { force: true });
  }
}

/** A hard link never replaces, so of two at the same time one wins. */
async function linkNew(beside: string, file: string): Promise<"created" | "exists"> {
  try {
    await fs.link(beside, file);
    return "created";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return "exists";
    throw error;
  }
}

export function statusOf(status: Stats): FileStatus {
  const kind = status.isFile()
    ? "file"
    : status.isDirectory()
      ? "folder"
      : status.isSymbolicLink()
        ? "link"
        : "other";
  return {
    kind,
    sizeBytes: status.size,
    mode: status.mode & 0o7777,
    modifiedMs: status.mtimeMs,
    identity: `${status.dev}:${status.ino}`,
    links: status.nlink,
  };
}

async function readRange(file: HostPath, offset: number, length: number): Promise<Buffer> {
  await using handle = await fs.open(file, "r");
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Not by Node's `recursive`, which tries for ever where the kernel says ENOENT beside what is there, as /proc does. */
async function makeFolders(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  try {
    await makeFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || parent === folder) throw error;
    await makeFolders(parent);
    await makeFolder(folder);
  }
}

/** Fine when it is there, whatever mkdir(2) says then: EEXIST, EROFS, EACCES. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    const there = await absent(folder, () => fs.stat(folder));
    if (!there?.isDirectory()) throw error;
  }
}
