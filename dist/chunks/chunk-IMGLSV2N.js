import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  __callDispose,
  __using
} from "./chunk-A3PTDN6N.js";

// src/host/files.ts
import { constants, createReadStream, createWriteStream } from "node:fs";
import * as fs from "node:fs/promises";
import path from "node:path";
function hostPath(text) {
  if (!path.isAbsolute(text)) throw new Error(`not an absolute path: ${text}`);
  return path.normalize(text);
}
function joinPath(folder, ...parts) {
  return hostPath(path.resolve(folder, ...parts));
}
function shownPath(file, working) {
  return file.startsWith(`${working}/`) ? file.slice(working.length + 1) : file;
}
var WorldFailure = class extends Error {
  code;
  path;
  constructor({ code, path: where, message }) {
    super(message);
    this.name = "WorldFailure";
    this.code = code;
    this.path = where;
  }
};
var WHOLE_BYTES = 256 * 1024 * 1024;
var READ_BYTES = 512 * 1024;
var WRITE_BYTES = 1024 * 1024;
async function told(where, action) {
  try {
    return await action();
  } catch (error) {
    throw failureOf(error, where);
  }
}
function toldStream(where, stream) {
  const destroy = stream._destroy.bind(stream);
  stream._destroy = (error, done) => destroy(error, (last) => done(last ? failureOf(last, where) : last));
  return stream;
}
function failureOf(error, where) {
  if (error instanceof WorldFailure || !(error instanceof Error)) return error;
  const { code } = error;
  if (code === void 0 || code.startsWith("ERR_")) return error;
  return new WorldFailure({ code, path: where, message: error.message });
}
async function absent(where, action) {
  try {
    return await action();
  } catch (error) {
    const missing = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"];
    if (missing.includes(String(error.code))) return void 0;
    throw failureOf(error, where);
  }
}
var writes = 0;
function openFiles(temporary) {
  return {
    readText: (file) => absent(file, async () => (await readWhole(file)).toString("utf8")),
    readBytes: (file) => absent(file, () => readWhole(file)),
    writeFile: (file, content, mode = 420) => told(file, () => writeBeside(file, { content, mode }, (beside) => fs.rename(beside, file))),
    createFile: (file, content, mode) => told(file, () => writeBeside(file, { content, mode }, (beside) => linkNew(beside, file))),
    list: (folder, encoding = "utf8") => absent(folder, async () => {
      const names = await fs.readdir(encoding === "latin1" ? Buffer.from(folder, "latin1") : folder, {
        encoding
      });
      return names.sort((a, b) => Buffer.compare(Buffer.from(a, encoding), Buffer.from(b, encoding)));
    }),
    status: (file) => absent(file, async () => statusOf(await fs.lstat(file))),
    readLink: (file) => told(file, () => fs.readlink(file)),
    makeLink: (target, file) => told(file, () => fs.symlink(target, file)),
    realPath: (file) => absent(file, async () => hostPath(await fs.realpath(file))),
    makeFolder: (folder) => told(folder, () => makeFolders(folder)),
    makeTemporary: (prefix, folder = temporary) => told(folder, async () => {
      await makeFolders(folder);
      return hostPath(await fs.mkdtemp(path.join(folder, prefix)));
    }),
    rename: (from, to) => told(to, () => fs.rename(from, to)),
    remove: (target) => told(target, () => fs.rm(target, { recursive: true, force: true })),
    copyFile: (from, to) => told(to, () => fs.copyFile(from, to, constants.COPYFILE_FICLONE)),
    shareFile: (from, to) => told(to, () => shareFile(from, to)),
    changeMode: (file, mode) => told(file, () => fs.chmod(file, mode)),
    readStream: (file, range) => toldStream(file, createReadStream(file, { highWaterMark: READ_BYTES, ...range })),
    writeStream: (file, start) => toldStream(
      file,
      createWriteStream(file, { flags: start === "append" ? "a" : "w", highWaterMark: WRITE_BYTES })
    ),
    readRange: (file, offset, length) => told(file, () => readRange(file, offset, length))
  };
}
async function readWhole(file) {
  var _stack = [];
  try {
    const handle = __using(_stack, await fs.open(file, "r"), true);
    const status = await handle.stat();
    if (status.isFile() && status.size <= WHOLE_BYTES) return await handle.readFile();
    const content = status.isFile() ? void 0 : await readFlow(handle);
    if (content) return content;
    const message = `it is larger than ${WHOLE_BYTES / 1024 ** 2} MiB, too much to be read as a whole`;
    throw new WorldFailure({ code: "TOO_LARGE", path: file, message });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function readFlow(handle) {
  const chunks = [];
  let length = 0;
  for await (const chunk of handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > WHOLE_BYTES) return void 0;
  }
  return Buffer.concat(chunks);
}
async function shareFile(from, to) {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!["EXDEV", "EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(error.code ?? ""))
      throw error;
    await fs.copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
async function writeBeside(file, { content, mode }, place) {
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
async function linkNew(beside, file) {
  try {
    await fs.link(beside, file);
    return "created";
  } catch (error) {
    if (error.code === "EEXIST") return "exists";
    throw error;
  }
}
function statusOf(status) {
  const kind = status.isFile() ? "file" : status.isDirectory() ? "folder" : status.isSymbolicLink() ? "link" : "other";
  return {
    kind,
    sizeBytes: status.size,
    mode: status.mode & 4095,
    modifiedMs: status.mtimeMs,
    identity: `${status.dev}:${status.ino}`,
    links: status.nlink
  };
}
async function readRange(file, offset, length) {
  var _stack = [];
  try {
    const handle = __using(_stack, await fs.open(file, "r"), true);
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function makeFolders(folder) {
  const parent = path.dirname(folder);
  try {
    await makeFolder(folder);
  } catch (error) {
    if (error.code !== "ENOENT" || parent === folder) throw error;
    await makeFolders(parent);
    await makeFolder(folder);
  }
}
async function makeFolder(folder) {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    const there = await absent(folder, () => fs.stat(folder));
    if (!there?.isDirectory()) throw error;
  }
}

export {
  hostPath,
  joinPath,
  shownPath,
  WorldFailure,
  failureOf,
  openFiles,
  statusOf
};
