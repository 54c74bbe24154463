import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  __callDispose,
  __name,
  __using,
  getExecOutput
} from "./chunk-7DL54TQM.js";

// src/report.ts
var EXIT = { done: 0, failed: 1, usage: 2, world: 3, bug: 70 };
function exitStatus(diagnostics) {
  const blames = new Set(
    diagnostics.filter(({ severity }) => severity === "error").map(({ blame }) => blame)
  );
  if (blames.has("request")) return EXIT.usage;
  if (blames.has("recipe")) return EXIT.failed;
  if (blames.has("world")) return EXIT.world;
  return EXIT.done;
}
__name(exitStatus, "exitStatus");
function ok(value) {
  return { ok: true, value };
}
__name(ok, "ok");
function wrong(...diagnostics) {
  return { ok: false, error: diagnostics };
}
__name(wrong, "wrong");
function unreachable(value) {
  throw new Error(`no arm for ${JSON.stringify(value)}`);
}
__name(unreachable, "unreachable");
var QUOTED_LENGTH = 80;
function quoted(value) {
  const chars = [...value];
  const shown = chars.length > QUOTED_LENGTH ? [...chars.slice(0, QUOTED_LENGTH - 1), "…"] : chars;
  return `\`${shown.map((char) => isControl(char) ? JSON.stringify(char).slice(1, -1) : char).join("")}\``;
}
__name(quoted, "quoted");
function placeOf(source, offset) {
  const starts = lineStartsOf(source);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = low + high >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: [...source.text.slice(starts[low], offset)].length + 1 };
}
__name(placeOf, "placeOf");
var LINE_STARTS = /* @__PURE__ */ new WeakMap();
function lineStartsOf(source) {
  const known = LINE_STARTS.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1))
    starts.push(at + 1);
  LINE_STARTS.set(source, starts);
  return starts;
}
__name(lineStartsOf, "lineStartsOf");
function sortDiagnostics(diagnostics) {
  const byText = /* @__PURE__ */ __name((a, b) => a < b ? -1 : a > b ? 1 : 0, "byText");
  return [...diagnostics].sort((a, b) => {
    if (!a.span || !b.span) return Number(!a.span) - Number(!b.span);
    return byText(a.span.source.name, b.span.source.name) || a.span.start - b.span.start || byText(a.code, b.code);
  });
}
__name(sortDiagnostics, "sortDiagnostics");
function renderDiagnostic(diagnostic, color) {
  const paint = /* @__PURE__ */ __name((code2, text) => color === "always" ? `\x1B[${code2}m${text}\x1B[0m` : text, "paint");
  const { severity, code, span, help, related = [] } = diagnostic;
  const where = span ? `${locationOf(span)}: ` : "";
  const label = paint(severity === "error" ? "1;31" : "1;33", `${severity}[${code}]`);
  const lines = [`${where}${label}: ${harmless(diagnostic.message)}`];
  if (span) lines.push(...excerpt(span, (text) => paint("1;31", text)));
  for (const other of related) {
    lines.push(`  = note: ${locationOf(other.span)}: ${harmless(other.message)}`);
    lines.push(...excerpt(other.span, (text) => paint("1;36", text)));
  }
  if (help) lines.push(`  = ${paint("1", "help")}: ${harmless(help)}`);
  return `${lines.join("\n")}
`;
}
__name(renderDiagnostic, "renderDiagnostic");
function locationOf(span) {
  const { line, column } = placeOf(span.source, span.start);
  return `${harmless(span.source.name)}:${line}:${column}`;
}
__name(locationOf, "locationOf");
function harmless(text) {
  return [...text].map((char) => char !== "\n" && isControl(char) ? " " : char).join("");
}
__name(harmless, "harmless");
var EXCERPT_COLUMNS = 160;
function excerpt(span, paint) {
  const { text } = span.source;
  const { line } = placeOf(span.source, span.start);
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const newline = text.indexOf("\n", span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const cut = Math.max(lineStart, span.start - EXCERPT_COLUMNS / 2);
  const shown = text.slice(cut, Math.min(lineEnd, cut + EXCERPT_COLUMNS));
  const printable = /* @__PURE__ */ __name((part) => [...part].map((char) => isControl(char) ? " " : char).join(""), "printable");
  const indent = " ".repeat([...shown.slice(0, span.start - cut)].length);
  const marked = text.slice(span.start, Math.min(span.end, lineEnd, cut + EXCERPT_COLUMNS));
  const carets = "^".repeat(Math.max(1, [...marked].length));
  const gutter = " ".repeat(String(line).length);
  return [`${gutter} |`, `${line} | ${printable(shown)}`, `${gutter} | ${indent}${paint(carets)}`];
}
__name(excerpt, "excerpt");
function isControl(text) {
  return /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text);
}
__name(isControl, "isControl");
function renderAnnotation(diagnostic) {
  const { severity, code, span, message, help } = diagnostic;
  const properties = [];
  if (span) {
    const start2 = placeOf(span.source, span.start);
    const end = placeOf(span.source, Math.max(span.start, span.end));
    properties.push(["file", span.source.name], ["line", String(start2.line)], ["endLine", String(end.line)]);
    if (start2.line === end.line)
      properties.push(["col", String(start2.column)], ["endColumn", String(end.column)]);
  }
  properties.push(["title", code]);
  const head = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(",");
  return `::${severity} ${head}::${escapeCommand(help ? `${message}
help: ${help}` : message)}
`;
}
__name(renderAnnotation, "renderAnnotation");
function escapeCommand(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
__name(escapeCommand, "escapeCommand");
function escapeProperty(text) {
  return escapeCommand(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
__name(escapeProperty, "escapeProperty");
function diagnosticJson(diagnostic) {
  const { severity, code, message, span, help, related } = diagnostic;
  const start2 = span && placeOf(span.source, span.start);
  const end = span && placeOf(span.source, Math.max(span.start, span.end));
  return {
    severity,
    code,
    message,
    ...span && start2 && end ? {
      file: span.source.name,
      line: start2.line,
      column: start2.column,
      endLine: end.line,
      endColumn: end.column
    } : {},
    ...help ? { help } : {},
    ...related?.length ? {
      related: related.map((other) => ({
        message: other.message,
        file: other.span.source.name,
        line: placeOf(other.span.source, other.span.start).line
      }))
    } : {}
  };
}
__name(diagnosticJson, "diagnosticJson");
function nearest(word, known) {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best;
  for (const name of known) {
    if (Math.abs(name.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < word.length && (!best || distance < best.distance))
      best = { name, distance };
  }
  return best?.name;
}
__name(nearest, "nearest");
function editDistance(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
__name(editDistance, "editDistance");

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
    const failure = failureOf(error, where);
    if (failure instanceof WorldFailure && ["ENOENT", "ENOTDIR"].includes(failure.code)) return void 0;
    throw failure;
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
    changeMode: /* @__PURE__ */ __name((file, mode) => told(file, () => fs.chmod(file, mode)), "changeMode"),
    readStream: /* @__PURE__ */ __name((file, range) => toldStream(file, createReadStream(file, range)), "readStream"),
    writeStream: /* @__PURE__ */ __name((file, start2) => toldStream(file, createWriteStream(file, { flags: start2 === "append" ? "a" : "w" })), "writeStream"),
    readRange: /* @__PURE__ */ __name((file, offset, length) => told(file, () => readRange(file, offset, length)), "readRange")
  };
}
__name(openFiles, "openFiles");
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

// src/host/store.ts
var noStore = {
  restore: /* @__PURE__ */ __name(async () => "absent", "restore"),
  keep: /* @__PURE__ */ __name(async () => void 0, "keep")
};
function runnerStore() {
  let tally = { restored: 0, absent: 0 };
  return {
    tally: /* @__PURE__ */ __name(() => tally, "tally"),
    restore: /* @__PURE__ */ __name(async (key, file) => {
      const cache = await service();
      const found = await cache?.restoreCache([file], key) === key;
      tally = found ? { ...tally, restored: tally.restored + 1 } : { ...tally, absent: tally.absent + 1 };
      return found ? "restored" : "absent";
    }, "restore"),
    keep: /* @__PURE__ */ __name(async (key, file) => {
      const cache = await service();
      await cache?.saveCache([file], key);
    }, "keep")
  };
}
__name(runnerStore, "runnerStore");
async function service() {
  if (!process.env["ACTIONS_RUNTIME_TOKEN"]) return void 0;
  const cache = await import("./cache-DTEGDUAR.js");
  return cache.isFeatureAvailable() ? cache : void 0;
}
__name(service, "service");

// src/host/open.ts
import { randomBytes } from "node:crypto";
import os from "node:os";
import path2 from "node:path";
import { setTimeout as delay } from "node:timers/promises";

// src/host/owner.ts
import { readFile as readFile2 } from "node:fs/promises";
async function processMark() {
  return `${process.pid}-${await beginOf(String(process.pid)) ?? "0"}`;
}
__name(processMark, "processMark");
async function isRunning(mark) {
  const [pid = "", begin] = mark.split("-");
  return /^[0-9]+$/.test(pid) && (await beginOf(pid) ?? "gone") === begin;
}
__name(isRunning, "isRunning");
async function beginOf(pid) {
  try {
    const stat = await readFile2(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? void 0 : fields[19];
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code ?? "")) return void 0;
    throw error;
  }
}
__name(beginOf, "beginOf");

// src/host/requests.ts
import { Readable } from "node:stream";
var requests = { get };
async function get(url, headers, signal) {
  const address = new URL(url);
  address.username = "";
  address.password = "";
  const login = [url.username, url.password].map(decodeURIComponent).join(":");
  const allHeaders = {
    // A distfile must arrive byte for byte, not unpacked on the way.
    "accept-encoding": "identity",
    ...url.username ? { authorization: `Basic ${Buffer.from(login).toString("base64")}` } : {},
    ...headers
  };
  try {
    const response = await fetch(address, { headers: allHeaders, signal });
    const body = response.body ? Readable.fromWeb(response.body) : Readable.from([]);
    return { kind: "answered", status: response.status, headers: new Map(response.headers), body };
  } catch (error) {
    if (signal.aborted) throw error;
    let reason = error;
    while (reason instanceof Error && reason.cause !== void 0) reason = reason.cause;
    return { kind: "unreachable", why: reason instanceof Error ? reason.message : String(reason) };
  }
}
__name(get, "get");

// src/host/scan.ts
import fs2 from "node:fs";
var CHUNK_BYTES = 1024 * 1024;
function scanFolder(folder) {
  if (!fs2.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return void 0;
  const root = Buffer.concat([Buffer.from(folder), Buffer.from("/")]);
  const bytes = /* @__PURE__ */ __name((path4) => Buffer.concat([root, Buffer.from(path4, "latin1")]), "bytes");
  return {
    entries: told2(folder, () => [...entriesBelow("", bytes)]),
    read: /* @__PURE__ */ __name(function* (path4) {
      const handle = told2(path4, () => fs2.openSync(bytes(path4), "r"));
      try {
        for (; ; ) {
          const chunk = readSome(handle, { path: path4, offset: null, length: CHUNK_BYTES });
          if (chunk.length === 0) return;
          yield chunk;
        }
      } finally {
        fs2.closeSync(handle);
      }
    }, "read"),
    readRange: /* @__PURE__ */ __name((path4, offset, length) => {
      const handle = told2(path4, () => fs2.openSync(bytes(path4), "r"));
      try {
        return readSome(handle, { path: path4, offset, length });
      } finally {
        fs2.closeSync(handle);
      }
    }, "readRange")
  };
}
__name(scanFolder, "scanFolder");
function* entriesBelow(folder, bytes) {
  for (const name of fs2.readdirSync(bytes(folder), { encoding: "latin1" }).sort()) {
    const path4 = folder === "" ? name : `${folder}/${name}`;
    const found = fs2.lstatSync(bytes(path4));
    const target = found.isSymbolicLink() ? fs2.readlinkSync(bytes(path4), "latin1") : "";
    yield { path: path4, status: statusOf(found), target };
    if (found.isDirectory()) yield* entriesBelow(path4, bytes);
  }
}
__name(entriesBelow, "entriesBelow");
function readSome(handle, { path: path4, offset, length }) {
  const wanted = Math.min(length, Math.max(0, fs2.fstatSync(handle).size - (offset ?? 0)));
  const buffer = Buffer.allocUnsafe(wanted);
  let filled = 0;
  while (filled < wanted) {
    const at = offset === null ? null : offset + filled;
    const count = told2(path4, () => fs2.readSync(handle, buffer, filled, wanted - filled, at));
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
__name(readSome, "readSome");
function told2(where, action) {
  try {
    return action();
  } catch (error) {
    throw failureOf(error, where);
  }
}
__name(told2, "told");

// src/host/subprocesses.ts
import { spawn } from "node:child_process";
import { closeSync, constants as constants2, openSync } from "node:fs";
import { Socket } from "node:net";
function commandLine({ program, args }) {
  return [program, ...args].map(quote).join(" ");
}
__name(commandLine, "commandLine");
function quote(word) {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
__name(quote, "quote");
var subprocesses = { run, start, attach, query };
var GRACE_MS = 2e3;
function start(command, signal) {
  const { program, args, cwd, env, pipes } = command;
  const own = pipes && { stdout: openPipe(pipes.stdout), stderr: openPipe(pipes.stderr) };
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ["pipe", own?.stdout.writer ?? "pipe", own?.stderr.writer ?? "pipe"],
    // A process group of its own, so that an abort reaches the compilers too.
    detached: true
  });
  const closeOwn = /* @__PURE__ */ __name(() => {
    for (const { writer, reader } of own ? [own.stdout, own.stderr] : []) {
      closeSync(writer);
      if (reader.readableFlowing === null && reader.listenerCount("readable") === 0) reader.resume();
    }
  }, "closeOwn");
  child.once(child.pid === void 0 ? "error" : "exit", closeOwn);
  const stdout = own?.stdout.reader ?? child.stdout;
  const stderr = own?.stderr.reader ?? child.stderr;
  if (!child.stdin || !stdout || !stderr) throw new Error("spawn gave no streams");
  child.stdin.on("error", ignoreClosedPipe);
  const abort = /* @__PURE__ */ __name(() => killGroup(child), "abort");
  signal.addEventListener("abort", abort, { once: true });
  const exit = exitOf(child, command, signal).finally(() => signal.removeEventListener("abort", abort));
  if (signal.aborted) abort();
  const read = own && Promise.all([own.stdout.end, own.stderr.end]);
  return { stdin: child.stdin, stdout, stderr, exit: read ? read.then(() => exit) : exit };
}
__name(start, "start");
function openPipe(file) {
  const reader = new Socket({
    fd: openSync(file, constants2.O_RDONLY | constants2.O_NONBLOCK),
    readable: true,
    writable: false
  });
  const end = new Promise((resolve) => reader.once("close", () => resolve()));
  return { reader, writer: openSync(file, constants2.O_WRONLY), end };
}
__name(openPipe, "openPipe");
async function attach(command, signal) {
  const { program, args, cwd, env } = command;
  const child = spawn(program, args, { cwd, env, stdio: "inherit" });
  const abort = /* @__PURE__ */ __name(() => void child.kill("SIGTERM"), "abort");
  signal.addEventListener("abort", abort, { once: true });
  return await exitOf(child, command, signal).finally(() => signal.removeEventListener("abort", abort));
}
__name(attach, "attach");
async function exitOf(child, { program }, signal) {
  return await new Promise((resolve, reject) => {
    child.on("error", (error) => {
      if (error.code === "ENOENT") resolve({ kind: "not-found", program });
      else reject(error);
    });
    child.on("close", (status, killedBy) => {
      if (signal.aborted) resolve({ kind: "aborted" });
      else if (status === null) resolve({ kind: "killed", signal: killedBy ?? "SIGKILL" });
      else resolve({ kind: "exited", status });
    });
  });
}
__name(exitOf, "exitOf");
function ignoreClosedPipe(error) {
  if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
}
__name(ignoreClosedPipe, "ignoreClosedPipe");
function killGroup(child) {
  const { pid } = child;
  if (pid === void 0) return;
  const send = /* @__PURE__ */ __name((signal) => {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (!["ESRCH", "EPERM"].includes(error.code ?? "")) throw error;
    }
  }, "send");
  send("SIGTERM");
  const last = setTimeout(() => send("SIGKILL"), GRACE_MS);
  child.once("close", () => clearTimeout(last));
}
__name(killGroup, "killGroup");
async function run(command, onOutput, signal) {
  const running = start(command, signal);
  running.stdin.end();
  running.stdout.on("data", (chunk) => onOutput(chunk, "stdout"));
  running.stderr.on("data", (chunk) => onOutput(chunk, "stderr"));
  return await running.exit;
}
__name(run, "run");
async function query({ program, args, cwd, env }) {
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(program, [...args], {
      env: { ...env },
      silent: true,
      ignoreReturnCode: true,
      ...cwd ? { cwd } : {}
    });
    return { exit: { kind: "exited", status: exitCode }, stdout, stderr };
  } catch (error) {
    if (error instanceof Error && /Unable to locate executable file|no such file/i.test(error.message)) {
      return { exit: { kind: "not-found", program }, stdout: "", stderr: "" };
    }
    throw error;
  }
}
__name(query, "query");

// src/host/open.ts
function openHost(store = noStore) {
  const environment = /* @__PURE__ */ __name((name) => process.env[name] || void 0, "environment");
  const home = hostPath(environment("HOME") ?? os.homedir());
  const folder = /* @__PURE__ */ __name((name, otherwise) => hostPath(path2.join(environment(name) ?? path2.join(home, otherwise), "tarwright")), "folder");
  const temporary = hostPath(environment("RUNNER_TEMP") ?? os.tmpdir());
  return {
    ...openFiles(temporary),
    ...subprocesses,
    ...requests,
    now: /* @__PURE__ */ __name(() => performance.now(), "now"),
    wait: /* @__PURE__ */ __name((durationMs, signal) => delay(durationMs, void 0, { signal }), "wait"),
    scan: scanFolder,
    randomBytes,
    deadline: /* @__PURE__ */ __name((durationMs) => AbortSignal.timeout(durationMs), "deadline"),
    processMark,
    isRunning,
    environment,
    store,
    arch: os.machine(),
    processors: os.availableParallelism(),
    user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    folders: {
      working: hostPath(process.cwd()),
      home,
      temporary,
      cache: folder("XDG_CACHE_HOME", ".cache"),
      config: folder("XDG_CONFIG_HOME", ".config")
    }
  };
}
__name(openHost, "openHost");

// src/host/scratch.ts
var PREFIX = "making-";
async function withScratch(parent, host, use) {
  await sweep(parent, host);
  const scratch = await host.makeTemporary(`${PREFIX}${await processMark()}.`, parent);
  try {
    return await use(scratch);
  } finally {
    await host.remove(scratch);
  }
}
__name(withScratch, "withScratch");
async function sweep(parent, host) {
  for (const name of await host.list(parent) ?? []) {
    if (!name.startsWith(PREFIX)) continue;
    const mark = name.slice(PREFIX.length).replace(/\..*$/, "");
    if (!await isRunning(mark)) await host.remove(joinPath(parent, name));
  }
}
__name(sweep, "sweep");

// src/host/tree.ts
import fs3 from "node:fs";
import path3 from "node:path";
var READ_LIMIT = 4 * 1024 * 1024;
function openTree(folder) {
  const root = absentAs(void 0, folder, () => fs3.realpathSync(folder)) ?? folder;
  const inside = /* @__PURE__ */ __name((relative) => {
    const real = absentAs(void 0, relative, () => fs3.realpathSync(path3.join(root, relative)));
    return real === root || real?.startsWith(root === "/" ? "/" : `${root}/`) ? real : void 0;
  }, "inside");
  const isLink = /* @__PURE__ */ __name((relative) => fs3.lstatSync(path3.join(root, relative), { throwIfNoEntry: false })?.isSymbolicLink() ?? false, "isLink");
  const kindOf = /* @__PURE__ */ __name((real) => {
    const status = real === void 0 ? void 0 : fs3.statSync(real, { throwIfNoEntry: false });
    return status?.isFile() ? "file" : status?.isDirectory() ? "folder" : "nothing";
  }, "kindOf");
  return {
    read: /* @__PURE__ */ __name((relative) => {
      const real = inside(relative);
      return real !== void 0 && kindOf(real) === "file" ? absentAs(void 0, real, () => readStart(real)) : void 0;
    }, "read"),
    exists: /* @__PURE__ */ __name((relative) => {
      const kind = kindOf(inside(relative));
      return kind === "folder" && relative !== "" && isLink(relative) ? "link" : kind;
    }, "exists"),
    list: /* @__PURE__ */ __name((relative) => {
      const real = inside(relative);
      return real !== void 0 && kindOf(real) === "folder" ? absentAs([], real, () => fs3.readdirSync(real).sort()) : [];
    }, "list")
  };
}
__name(openTree, "openTree");
function readStart(file) {
  const handle = fs3.openSync(file, "r");
  try {
    const buffer = Buffer.alloc(Math.min(fs3.fstatSync(handle).size, READ_LIMIT));
    const filled = fs3.readSync(handle, buffer, 0, buffer.length, 0);
    return buffer.toString("utf8", 0, filled);
  } finally {
    fs3.closeSync(handle);
  }
}
__name(readStart, "readStart");
function absentAs(absent2, where, action) {
  try {
    return action();
  } catch (error) {
    const missing = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];
    if (missing.includes(String(error.code))) return absent2;
    throw failureOf(error, where);
  }
}
__name(absentAs, "absentAs");

export {
  EXIT,
  exitStatus,
  ok,
  wrong,
  unreachable,
  quoted,
  placeOf,
  sortDiagnostics,
  renderDiagnostic,
  isControl,
  renderAnnotation,
  diagnosticJson,
  nearest,
  hostPath,
  joinPath,
  shownPath,
  WorldFailure,
  runnerStore,
  commandLine,
  openHost,
  withScratch,
  openTree
};
