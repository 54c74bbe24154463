import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  __callDispose,
  __name,
  __using
} from "./chunk-KRZTYYLC.js";

// src/host/files.ts
import { constants, createReadStream, createWriteStream } from "node:fs";
import * as fs from "node:fs/promises";
import path from "node:path";
function hostPath(text) {
  if (!path.isAbsolute(text)) throw new Error(`not an absolute path: ${text}`);
  return path.normalize(text);
}
__name(hostPath, "hostPath");
function joinPath(folder, ...parts) {
  return hostPath(path.resolve(folder, ...parts));
}
__name(joinPath, "joinPath");
function shownPath(file, working) {
  return file.startsWith(`${working}/`) ? file.slice(working.length + 1) : file;
}
__name(shownPath, "shownPath");
var WorldFailure = class extends Error {
  static {
    __name(this, "WorldFailure");
  }
  code;
  path;
  constructor({ code, path: where, message }) {
    super(message);
    this.name = "WorldFailure";
    this.code = code;
    this.path = where;
  }
};
var READ_BYTES = 512 * 1024;
var WRITE_BYTES = 1024 * 1024;
async function told(where, action) {
  try {
    return await action();
  } catch (error) {
    throw failureOf(error, where);
  }
}
__name(told, "told");
function toldStream(where, stream) {
  const destroy = stream._destroy.bind(stream);
  stream._destroy = (error, done) => destroy(error, (last) => done(last ? failureOf(last, where) : last));
  return stream;
}
__name(toldStream, "toldStream");
function failureOf(error, where) {
  if (error instanceof WorldFailure || !(error instanceof Error)) return error;
  const { code } = error;
  if (code === void 0 || code.startsWith("ERR_")) return error;
  return new WorldFailure({ code, path: where, message: error.message });
}
__name(failureOf, "failureOf");
async function absent(where, action) {
  try {
    return await action();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(String(error.code))) return void 0;
    throw failureOf(error, where);
  }
}
__name(absent, "absent");
var writes = 0;
function openFiles(temporary) {
  return {
    readText: /* @__PURE__ */ __name((file) => absent(file, () => fs.readFile(file, "utf8")), "readText"),
    readBytes: /* @__PURE__ */ __name((file) => absent(file, () => fs.readFile(file)), "readBytes"),
    writeFile: /* @__PURE__ */ __name((file, content, mode = 420) => told(file, () => writeBeside(file, { content, mode }, (beside) => fs.rename(beside, file))), "writeFile"),
    createFile: /* @__PURE__ */ __name((file, content, mode) => told(file, () => writeBeside(file, { content, mode }, (beside) => linkNew(beside, file))), "createFile"),
    list: /* @__PURE__ */ __name((folder, encoding = "utf8") => absent(folder, async () => {
      const names = await fs.readdir(encoding === "latin1" ? Buffer.from(folder, "latin1") : folder, {
        encoding
      });
      return names.sort((a, b) => Buffer.compare(Buffer.from(a, encoding), Buffer.from(b, encoding)));
    }), "list"),
    status: /* @__PURE__ */ __name((file) => absent(file, async () => statusOf(await fs.lstat(file))), "status"),
    readLink: /* @__PURE__ */ __name((file) => told(file, () => fs.readlink(file)), "readLink"),
    makeLink: /* @__PURE__ */ __name((target, file) => told(file, () => fs.symlink(target, file)), "makeLink"),
    realPath: /* @__PURE__ */ __name((file) => absent(file, async () => hostPath(await fs.realpath(file))), "realPath"),
    makeFolder: /* @__PURE__ */ __name((folder) => told(folder, () => makeFolders(folder)), "makeFolder"),
    makeTemporary: /* @__PURE__ */ __name((prefix, folder = temporary) => told(folder, async () => {
      await makeFolders(folder);
      return hostPath(await fs.mkdtemp(path.join(folder, prefix)));
    }), "makeTemporary"),
    rename: /* @__PURE__ */ __name((from, to) => told(to, () => fs.rename(from, to)), "rename"),
    remove: /* @__PURE__ */ __name((target) => told(target, () => fs.rm(target, { recursive: true, force: true })), "remove"),
    copyFile: /* @__PURE__ */ __name((from, to) => told(to, () => fs.copyFile(from, to, constants.COPYFILE_FICLONE)), "copyFile"),
    shareFile: /* @__PURE__ */ __name((from, to) => told(to, () => shareFile(from, to)), "shareFile"),
    changeMode: /* @__PURE__ */ __name((file, mode) => told(file, () => fs.chmod(file, mode)), "changeMode"),
    readStream: /* @__PURE__ */ __name((file, range) => toldStream(file, createReadStream(file, { highWaterMark: READ_BYTES, ...range })), "readStream"),
    writeStream: /* @__PURE__ */ __name((file, start) => toldStream(
      file,
      createWriteStream(file, { flags: start === "append" ? "a" : "w", highWaterMark: WRITE_BYTES })
    ), "writeStream"),
    readRange: /* @__PURE__ */ __name((file, offset, length) => told(file, () => readRange(file, offset, length)), "readRange")
  };
}
__name(openFiles, "openFiles");
async function shareFile(from, to) {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (!["EXDEV", "EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(error.code ?? ""))
      throw error;
    await fs.copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
__name(shareFile, "shareFile");
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
__name(writeBeside, "writeBeside");
async function linkNew(beside, file) {
  try {
    await fs.link(beside, file);
    return "created";
  } catch (error) {
    if (error.code === "EEXIST") return "exists";
    throw error;
  }
}
__name(linkNew, "linkNew");
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
__name(statusOf, "statusOf");
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
__name(readRange, "readRange");
async function makeFolders(folder) {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    await makeFolders(path.dirname(folder));
    await fs.mkdir(folder);
  }
}
__name(makeFolders, "makeFolders");

export {
  hostPath,
  joinPath,
  shownPath,
  WorldFailure,
  failureOf,
  openFiles,
  statusOf
};
