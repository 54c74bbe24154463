import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  WorldFailure,
  failureOf,
  hostPath,
  joinPath,
  openFiles,
  statusOf
} from "./chunk-IMGLSV2N.js";
import {
  getExecOutput
} from "./chunk-WTKSMQSB.js";
import {
  __callDispose,
  __using
} from "./chunk-A3PTDN6N.js";

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
function ok(value) {
  return { ok: true, value };
}
function wrong(...diagnostics) {
  return { ok: false, error: diagnostics };
}
function unreachable(value) {
  throw new Error(`no arm for ${JSON.stringify(value)}`);
}
var QUOTED_LENGTH = 80;
function quoted(value) {
  const chars = [...value.slice(0, 2 * QUOTED_LENGTH + 2)];
  const shown = chars.length > QUOTED_LENGTH ? [...chars.slice(0, QUOTED_LENGTH - 1), "…"] : chars;
  return `\`${shown.map((char) => isControl(char) ? JSON.stringify(char).slice(1, -1) : char).join("")}\``;
}
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
function sortDiagnostics(diagnostics) {
  const byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  return [...diagnostics].sort((a, b) => {
    if (!a.span || !b.span) return Number(!a.span) - Number(!b.span);
    return byText(a.span.source.name, b.span.source.name) || a.span.start - b.span.start || byText(a.code, b.code);
  });
}
function distinctDiagnostics(diagnostics) {
  const keyOf = ({ code, message, span }) => `${code} ${span?.source.name} ${span?.start} ${message}`;
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()];
}
function renderDiagnostic(diagnostic, color) {
  const paint = (code2, text) => color === "always" ? `\x1B[${code2}m${text}\x1B[0m` : text;
  const { severity, code, span, help, related = [] } = diagnostic;
  const where = span ? `${locationOf(span)}: ` : "";
  const label = paint(COLORS[severity], `${severity}[${code}]`);
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
var COLORS = { error: "1;31", warning: "1;33", note: "1;36" };
function locationOf(span) {
  const { line, column } = placeOf(span.source, span.start);
  return `${harmless(span.source.name)}:${line}:${column}`;
}
function harmless(text, kept = "\n") {
  if (!isControl(text)) return text;
  return text.replace(/./gsu, (char) => isControl(char) && !kept.includes(char) ? " " : char);
}
function plainText(text) {
  return harmless(text, "\n	");
}
var EXCERPT_COLUMNS = 160;
function excerpt(span, paint) {
  const { text } = span.source;
  const { line } = placeOf(span.source, span.start);
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const newline = text.indexOf("\n", span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const cut = Math.max(lineStart, span.start - EXCERPT_COLUMNS / 2);
  const shown = text.slice(cut, Math.min(lineEnd, cut + EXCERPT_COLUMNS));
  const indent = " ".repeat([...shown.slice(0, span.start - cut)].length);
  const marked = text.slice(span.start, Math.min(span.end, lineEnd, cut + EXCERPT_COLUMNS));
  const carets = "^".repeat(Math.max(1, [...marked].length));
  const gutter = " ".repeat(String(line).length);
  return [`${gutter} |`, `${line} | ${harmless(shown, "")}`, `${gutter} | ${indent}${paint(carets)}`];
}
function isControl(text) {
  return /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text);
}
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
  const command = severity === "note" ? "notice" : severity;
  return `::${command} ${head}::${escapeCommand(help ? `${message}
help: ${help}` : message)}
`;
}
function escapeCommand(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
  return escapeCommand(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
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
function quotedList(values) {
  const shown = values.slice(0, MOST_QUOTED).map(quoted).join(", ");
  return values.length > MOST_QUOTED ? `${shown} and ${values.length - MOST_QUOTED} more` : shown;
}
var MOST_QUOTED = 8;
function asWarning(trouble) {
  return { ...trouble, severity: "warning" };
}
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

// src/host/cancel.ts
import { setMaxListeners } from "node:events";
function newCancel() {
  const cancel = new AbortController();
  setMaxListeners(0, cancel.signal);
  return cancel;
}

// src/host/subprocesses.ts
import { spawn } from "node:child_process";
import { closeSync, constants, openSync } from "node:fs";
import { Socket } from "node:net";
function commandLine({ program, args }) {
  return [program, ...args].map(quote).join(" ");
}
function quote(word) {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
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
  const closeOwn = () => {
    for (const { writer, reader } of own ? [own.stdout, own.stderr] : []) {
      closeSync(writer);
      if (reader.readableFlowing === null && reader.listenerCount("readable") === 0) reader.resume();
    }
  };
  child.once(child.pid === void 0 ? "error" : "exit", closeOwn);
  const stdout = own?.stdout.reader ?? child.stdout;
  const stderr = own?.stderr.reader ?? child.stderr;
  if (!child.stdin || !stdout || !stderr) throw new Error("spawn gave no streams");
  child.stdin.on("error", ignoreClosedPipe);
  const abort = () => killGroup(child);
  signal.addEventListener("abort", abort, { once: true });
  const exit = exitOf(child, command, signal).finally(() => signal.removeEventListener("abort", abort));
  if (signal.aborted) abort();
  const read = own && Promise.all([own.stdout.end, own.stderr.end]);
  return { stdin: child.stdin, stdout, stderr, exit: read ? read.then(() => exit) : exit };
}
function openPipe(file) {
  const reader = new Socket({
    fd: openSync(file, constants.O_RDONLY | constants.O_NONBLOCK),
    readable: true,
    writable: false
  });
  const end = new Promise((resolve) => reader.once("close", () => resolve()));
  return { reader, writer: openSync(file, constants.O_WRONLY), end };
}
async function attach(command, signal) {
  const { program, args, cwd, env } = command;
  const child = spawn(program, args, { cwd, env, stdio: "inherit" });
  const abort = () => void child.kill("SIGTERM");
  signal.addEventListener("abort", abort, { once: true });
  return await exitOf(child, command, signal).finally(() => signal.removeEventListener("abort", abort));
}
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
function ignoreClosedPipe(error) {
  if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
}
function killGroup(child) {
  const { pid } = child;
  if (pid === void 0) return;
  const send = (signal) => {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (!["ESRCH", "EPERM"].includes(error.code ?? "")) throw error;
    }
  };
  send("SIGTERM");
  const last = setTimeout(() => send("SIGKILL"), GRACE_MS);
  child.once("close", () => clearTimeout(last));
}
async function run(command, onOutput, signal) {
  const running = start(command, signal);
  running.stdin.end();
  running.stdout.on("data", (chunk) => onOutput(chunk, "stdout"));
  running.stderr.on("data", (chunk) => onOutput(chunk, "stderr"));
  return await running.exit;
}
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

// src/host/open.ts
import { randomBytes } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

// src/host/github.ts
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/host/github-answers.ts
var releaseAnswer = (body) => {
  const release = recordOf(body);
  const { id, tag_name: tag, draft, upload_url: uploadUrl, html_url: pageUrl } = release ?? {};
  if (!isId(id) || typeof tag !== "string" || typeof draft !== "boolean") return void 0;
  if (typeof uploadUrl !== "string" || typeof pageUrl !== "string") return void 0;
  const text = release?.["body"];
  return {
    id,
    tag,
    state: draft ? "draft" : "published",
    assets: release?.["immutable"] === true ? "immutable" : "mutable",
    body: typeof text === "string" ? text : "",
    uploadUrl,
    pageUrl
  };
};
var assetAnswer = (body) => {
  const { id, name, state, size, digest } = recordOf(body) ?? {};
  if (!isId(id) || typeof name !== "string" || !isCount(size) || typeof state !== "string") return void 0;
  const [, sha256] = /^sha256:([0-9a-f]{64})$/.exec(typeof digest === "string" ? digest : "") ?? [];
  return { id, name, state: state === "uploaded" ? "uploaded" : "starter", sizeBytes: size, sha256 };
};
function listAnswer(parse) {
  return (body) => {
    if (!Array.isArray(body)) return void 0;
    const rows = body.map((one) => parse(one));
    return rows.every((row) => row !== void 0) ? rows : void 0;
  };
}
function refusalOf(body) {
  const { message, errors } = recordOf(body) ?? {};
  const codes = (Array.isArray(errors) ? errors : []).flatMap((one) => {
    const { code } = recordOf(one) ?? {};
    return typeof code === "string" ? [code] : [];
  });
  return { message: typeof message === "string" ? message : "", codes };
}
function recordOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : void 0;
}
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
function isId(value) {
  return isCount(value) && value > 0;
}

// src/host/pace.ts
var GITHUB_ALLOWANCES = [
  { tokens: 900, periodMs: 6e4, weigh: (request2) => request2 === "read" ? 1 : 5 },
  { tokens: 80, periodMs: 6e4, weigh: (request2) => request2 === "create" ? 1 : 0 },
  { tokens: 500, periodMs: 36e5, weigh: (request2) => request2 === "create" ? 1 : 0 }
];
function paced(allowances, { now, wait }) {
  const buckets = allowances.map((allowance) => ({ ...allowance, taken: [] }));
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const delay2 = (request2) => Math.max(pausedUntil - now(), ...buckets.map((bucket) => emptyFor(bucket, request2, now())));
  return {
    take: async (request2, signal) => {
      for (let ms = delay2(request2); ms > 0; ms = delay2(request2)) await wait(ms, signal);
      const taken = buckets.map(({ taken: others, weigh }) => {
        const own = { weight: weigh(request2), overAt: Number.POSITIVE_INFINITY };
        if (own.weight > 0) others.push(own);
        return own;
      });
      return {
        [Symbol.dispose]: () => {
          for (const own of taken) own.overAt = now();
        }
      };
    },
    pause: (durationMs) => {
      pausedUntil = Math.max(pausedUntil, now() + durationMs);
    }
  };
}
var LOOK_AGAIN_MS = 100;
function emptyFor({ tokens, periodMs, weigh, taken }, request2, now) {
  const isBack = ({ overAt }) => overAt + periodMs <= now;
  for (let index = taken.findIndex(isBack); index !== -1; index = taken.findIndex(isBack))
    taken.splice(index, 1);
  let free = tokens - taken.reduce((sum, { weight: weight2 }) => sum + weight2, 0);
  const weight = weigh(request2);
  if (weight === 0 || free >= weight) return 0;
  for (const { weight: freed, overAt } of [...taken].sort((a, b) => a.overAt - b.overAt)) {
    free += freed;
    if (free < weight) continue;
    return overAt === Number.POSITIVE_INFINITY ? LOOK_AGAIN_MS : overAt + periodMs - now;
  }
  return LOOK_AGAIN_MS;
}

// src/host/watchdog.ts
function watchdog(silentMs, parent) {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silentMs);
  return {
    signal: AbortSignal.any([parent, silence.signal]),
    touch: () => void timer.refresh(),
    [Symbol.dispose]: () => clearTimeout(timer)
  };
}

// src/host/github-requests.ts
var RETRIES_MS = [1e3, 2e3, 4e3, 8e3, 16e3];
var LIMIT_MS = 6e4;
var MOST_LIMITS = 6;
function asker(asking) {
  const pace = paced(GITHUB_ALLOWANCES, asking);
  const once = async (request2, signal) => {
    var _stack = [];
    try {
      const _turn = __using(_stack, await pace.take(request2.kind, signal));
      const dog = __using(_stack, watchdog(asking.silentMs, signal));
      const sent = await asking.send(request2.options(dog), dog.signal);
      if (sent.kind === "answered" && sent.answer.status >= 400) return refusal(sent.answer);
      try {
        if (sent.kind === "lost") throw sent.error;
        const value = await request2.read(sent.answer, dog);
        if (value !== void 0) return { kind: "answered", value };
        return { kind: "unreachable", why: "the answer was cut off, or is not GitHub's" };
      } catch (error) {
        signal.throwIfAborted();
        if (dog.signal.aborted) return { kind: "unreachable", why: "nothing moved any more" };
        return { kind: "unreachable", why: rootCause(error) };
      }
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  };
  return async (request2, signal) => {
    for (let losses = 0, limits = 0; ; ) {
      const outcome = await once(request2, signal);
      if (outcome.kind === "limit") {
        limits += 1;
        const waitMs2 = outcome.waitMs ?? LIMIT_MS * 2 ** (limits - 1);
        if (waitMs2 > asking.patienceMs || limits > MOST_LIMITS) return { kind: "limited", waitMs: waitMs2 };
        asking.onWait("GitHub wants fewer requests", waitMs2);
        pace.pause(waitMs2);
        continue;
      }
      if (outcome.kind !== "busy" && outcome.kind !== "unreachable") return outcome;
      const { why } = outcome;
      const busyMs = outcome.kind === "busy" ? outcome.waitMs : 0;
      if (busyMs > asking.patienceMs) return { kind: "limited", waitMs: busyMs };
      if (busyMs > 0) pace.pause(busyMs);
      const pauseMs = RETRIES_MS[losses];
      const isLast = request2.kind !== "read" || pauseMs === void 0;
      const waitMs = isLast ? busyMs : Math.max(pauseMs, busyMs);
      if (waitMs > 0) asking.onWait(`GitHub can't be reached (${why})`, waitMs);
      if (isLast) return { kind: "unreachable", why };
      losses += 1;
      await asking.wait(waitMs, signal);
    }
  };
}
function refusal({ status, headers, body }) {
  const { message, codes } = refusalOf(body);
  const isLimit = status === 429 || status === 403 && (headers["retry-after"] !== void 0 || String(headers["x-ratelimit-remaining"]) === "0" || /rate limit|abuse/i.test(message));
  if (isLimit) return { kind: "limit", waitMs: limitMs(headers) };
  if (status >= 500 || status === 408) {
    const why = `status ${status}`;
    const waitMs = secondsIn(headers, "retry-after");
    return waitMs === void 0 ? { kind: "unreachable", why } : { kind: "busy", why, waitMs: waitMs * 1e3 };
  }
  return { kind: "refused", status, message, codes };
}
function limitMs(headers) {
  const after = secondsIn(headers, "retry-after");
  if (after !== void 0) return after * 1e3;
  const reset = secondsIn(headers, "x-ratelimit-reset");
  const serverTime = Date.parse(String(headers["date"] ?? ""));
  const isUsedUp = String(headers["x-ratelimit-remaining"]) === "0";
  if (!isUsedUp || reset === void 0 || Number.isNaN(serverTime)) return void 0;
  return Math.max(1e3, reset * 1e3 - serverTime + 1e3);
}
function secondsIn(headers, name) {
  const text = String(headers[name] ?? "");
  return /^[0-9]{1,12}$/.test(text) ? Number(text) : void 0;
}
function rootCause(error) {
  let reason = error;
  while (reason instanceof Error && reason.cause !== void 0) reason = reason.cause;
  if (reason instanceof WorldFailure) throw reason;
  return reason instanceof Error ? reason.message : String(reason);
}
function parsed(parse) {
  return async ({ body }) => parse(body);
}

// src/host/github.ts
var RELEASES = "/repos/{owner}/{repo}/releases";
var RELEASE = `${RELEASES}/{release_id}`;
var ASSET = `${RELEASES}/assets/{asset_id}`;
function openGitHub(means, access) {
  const ask2 = asker({ ...means, ...access, send: connection(means, access) });
  const { owner, name: repo } = access.repository;
  const json = (kind, method) => (url, fields, read) => ({
    kind,
    options: () => ({ method, url, owner, repo, ...fields }),
    read
  });
  const [get, create, change, remove] = [
    json("read", "GET"),
    json("create", "POST"),
    json("create", "PATCH"),
    json("write", "DELETE")
  ];
  const release = parsed(releaseAnswer);
  const asset = parsed(assetAnswer);
  const nothing = parsed(() => true);
  return {
    releases: (signal) => everyPage((page) => get(RELEASES, page, pageOf(releaseAnswer)), ask2, signal),
    releaseByTag: (tag, signal) => ask2(get(`${RELEASES}/tags/{tag}`, { tag }, release), signal),
    createDraft: ({ tag, body, target }, signal) => {
      const draft = { tag_name: tag, name: tag, body, draft: true };
      const fields = target === void 0 ? draft : { ...draft, target_commitish: target };
      return ask2(create(RELEASES, fields, release), signal);
    },
    publishDraft: (id, signal) => ask2(change(RELEASE, { release_id: id, draft: false }, release), signal),
    removeRelease: async (id, signal) => gone(await ask2(remove(RELEASE, { release_id: id }, nothing), signal)),
    assets: (id, signal) => {
      const page = (paging) => get(`${RELEASE}/assets`, { release_id: id, ...paging }, pageOf(assetAnswer));
      return everyPage(page, ask2, signal);
    },
    upload: (upload, signal) => ask2(uploadRequest(upload, means), signal),
    renameAsset: ({ id, name }, signal) => ask2(change(ASSET, { asset_id: id, name }, asset), signal),
    removeAsset: async (id, signal) => gone(await ask2(remove(ASSET, { asset_id: id }, nothing), signal)),
    assetBytes: (id, signal) => ask2(contentRequest({ owner, repo, id }, bytesOf), signal),
    assetFile: ({ id, file }, signal) => {
      const write = async (chunks) => {
        await pipeline(chunks, means.writeStream(file, "new"));
        return true;
      };
      return ask2(contentRequest({ owner, repo, id }, write), signal);
    },
    assetDigest: (id, signal) => ask2(contentRequest({ owner, repo, id }, digestOf), signal)
  };
}
function gone(answer) {
  return answer.kind === "refused" && answer.status === 404 ? { kind: "answered", value: true } : answer;
}
var MOST_ROWS = 100;
function pageOf(parse) {
  const list = listAnswer(parse);
  return async ({ headers, body }) => {
    const rows = list(body);
    return rows && { rows, next: /rel="next"/.test(String(headers["link"])) ? "more" : "none" };
  };
}
async function everyPage(request2, ask2, signal) {
  const rows = [];
  for (let page = 1; ; page += 1) {
    const answer = await ask2(request2({ per_page: MOST_ROWS, page }), signal);
    if (answer.kind !== "answered") return answer;
    rows.push(...answer.value.rows);
    if (answer.value.next === "none") return { kind: "answered", value: rows };
  }
}
function uploadRequest({ release, name, contentType, content, onBytes }, { readStream }) {
  const sizeBytes = content instanceof Uint8Array ? content.length : content.sizeBytes;
  const chunks = () => content instanceof Uint8Array ? [content] : readStream(content.file);
  async function* told2({ touch }) {
    for await (const chunk of chunks()) {
      touch();
      onBytes(chunk.length);
      yield chunk;
    }
  }
  return {
    kind: "create",
    options: (dog) => ({
      method: "POST",
      url: release.uploadUrl.replace(/\{[^}]*\}$/, "{?name}"),
      name,
      headers: { "content-type": contentType, "content-length": String(sizeBytes) },
      data: Readable.toWeb(Readable.from(told2(dog)))
    }),
    read: parsed(assetAnswer)
  };
}
function contentRequest({ owner, repo, id }, take) {
  async function* watched(body, { touch }) {
    for await (const chunk of body) {
      touch();
      yield chunk;
    }
  }
  return {
    kind: "read",
    options: () => ({
      method: "GET",
      url: ASSET,
      owner,
      repo,
      asset_id: id,
      headers: { accept: "application/octet-stream" },
      request: { parseSuccessResponseBody: false }
    }),
    read: async ({ body }, dog) => {
      if (!(body instanceof ReadableStream)) return void 0;
      return await take(watched(body, dog));
    }
  };
}
async function bytesOf(chunks) {
  const found = [];
  for await (const chunk of chunks) found.push(chunk);
  return Buffer.concat(found);
}
async function digestOf(chunks) {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}
function connection({ environment }, { token }) {
  const open = async () => {
    const { GitHub, getOctokitOptions } = await import("./utils-X7TQULTU.js");
    const quiet = () => void 0;
    const options = {
      baseUrl: environment("GITHUB_API_URL") ?? "https://api.github.com",
      userAgent: "tarwright",
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet }
    };
    return new GitHub(token === void 0 ? options : getOctokitOptions(token, options));
  };
  let opened;
  return async (options, signal) => {
    opened ??= open();
    const octokit = await opened;
    try {
      const { status, headers, data } = await octokit.request({
        ...options,
        request: { ...options.request, signal }
      });
      return { kind: "answered", answer: { status, headers, body: data } };
    } catch (error) {
      const answer = answerIn(error);
      return answer ? { kind: "answered", answer } : { kind: "lost", error };
    }
  };
}
function answerIn(error) {
  if (!(error instanceof Error) || !("response" in error)) return void 0;
  const { response } = error;
  return response && { status: response.status, headers: { ...response.headers }, body: response.data };
}

// src/host/owner.ts
import { readFile } from "node:fs/promises";
async function processMark() {
  return `${process.pid}-${await beginOf(String(process.pid)) ?? "0"}`;
}
async function isRunning(mark) {
  const [pid = "", begin] = mark.split("-");
  return /^[0-9]+$/.test(pid) && (await beginOf(pid) ?? "gone") === begin;
}
async function beginOf(pid) {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? void 0 : fields[19];
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code ?? "")) return void 0;
    throw error;
  }
}

// src/host/planting.ts
import fs from "node:fs";
function plantIn(folder) {
  const bytes = (path3) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path3, "latin1")]);
  const told2 = (path3, action) => {
    try {
      return action();
    } catch (error) {
      throw failureOf(error, `${folder}/${path3}`);
    }
  };
  return {
    makeFolder: (path3, mode) => told2(path3, () => {
      const there = fs.lstatSync(bytes(path3), { throwIfNoEntry: false });
      if (!there?.isDirectory()) fs.mkdirSync(bytes(path3));
      fs.chmodSync(bytes(path3), mode);
    }),
    openFile: (path3, mode) => {
      const handle = told2(path3, () => fs.openSync(bytes(path3), "wx", 384));
      return {
        write: (chunk) => told2(path3, () => {
          for (let at = 0; at < chunk.length; ) at += fs.writeSync(handle, chunk, at);
        }),
        close: () => told2(path3, () => {
          try {
            fs.fchmodSync(handle, mode);
          } finally {
            fs.closeSync(handle);
          }
        })
      };
    },
    makeLink: (path3, target) => told2(path3, () => fs.symlinkSync(Buffer.from(target, "latin1"), bytes(path3))),
    makeHardLink: (path3, first) => told2(path3, () => fs.linkSync(bytes(first), bytes(path3))),
    setTime: (path3, modified) => told2(path3, () => fs.utimesSync(bytes(path3), modified, modified))
  };
}

// src/host/requests.ts
import { createRequire } from "node:module";
var load = createRequire(import.meta.url);
var requests = {
  get: (url, headers, signal) => request("GET", { url, headers }, signal),
  head: (url, headers, signal) => request("HEAD", { url, headers }, signal)
};
var MOST_REDIRECTS = 20;
var REDIRECTS = [301, 302, 303, 307, 308];
async function request(method, { url, headers }, signal) {
  let at = withoutLogin(url);
  let login = loginOf(url);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(method, { url: at, headers: { ...headers, ...login } }, signal);
    if (typeof answer === "string") return { kind: "unreachable", why: answer };
    const { statusCode = 0, headers: told2 } = answer;
    if (!REDIRECTS.includes(statusCode) || told2.location === void 0) return answered(answer, at);
    answer.destroy();
    const next = URL.canParse(told2.location, at.href) ? new URL(told2.location, at) : void 0;
    if (!next || !/^https?:$/.test(next.protocol) || redirects === MOST_REDIRECTS) {
      const why = redirects === MOST_REDIRECTS ? "it leads on and on" : "it leads to no address of the web";
      return { kind: "unreachable", why };
    }
    if (next.origin !== at.origin) login = {};
    at = withoutLogin(next);
  }
}
function answered(answer, { href: url }) {
  const { statusCode: status = 0, headers } = answer;
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return { kind: "answered", status, url, headers: new Map(entries), body: answer };
}
function withoutLogin(url) {
  const address = new URL(url);
  address.username = "";
  address.password = "";
  return address;
}
function loginOf({ username, password }) {
  if (username === "" && password === "") return {};
  const login = [username, password].map(decoded).join(":");
  return { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
}
function decoded(text) {
  return text.replace(
    /(?:%[0-9a-f]{2})+/gi,
    (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString()
  );
}
var SILENT_MS = 6e4;
async function ask(method, { url, headers }, signal) {
  const { request: begin } = load(
    url.protocol === "https:" ? "node:https" : "node:http"
  );
  const { hostname, port, pathname, search, protocol } = url;
  const options = {
    method,
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port,
    path: pathname + search,
    // A distfile must arrive byte for byte, not packed on the way.
    headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "tarwright", ...headers },
    timeout: SILENT_MS,
    signal
  };
  try {
    return await answerTo(begin(options));
  } catch (error) {
    if (signal.aborted) throw error;
    return reasonOf(error);
  }
}
async function answerTo(asked) {
  return new Promise((resolve, reject) => {
    asked.on("response", (answer) => {
      asked.setTimeout(0);
      resolve(answer);
    });
    asked.on("timeout", () => asked.destroy(new Error(`no answer within ${SILENT_MS / 1e3} seconds`)));
    asked.on("error", reject);
    asked.end();
  });
}
function reasonOf(error) {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

// src/host/scan.ts
import fs2 from "node:fs";
var CHUNK_BYTES = 1024 * 1024;
function scanFolder(folder) {
  if (!fs2.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return void 0;
  const root = Buffer.concat([Buffer.from(folder), Buffer.from("/")]);
  const bytes = (path3) => Buffer.concat([root, Buffer.from(path3, "latin1")]);
  return {
    entries: told(folder, () => [...entriesBelow("", bytes)]),
    read: function* (path3) {
      const handle = told(path3, () => fs2.openSync(bytes(path3), "r"));
      try {
        for (; ; ) {
          const chunk = readSome(handle, { path: path3, offset: null, length: CHUNK_BYTES });
          if (chunk.length === 0) return;
          yield chunk;
        }
      } finally {
        fs2.closeSync(handle);
      }
    },
    readRange: (path3, offset, length) => {
      const handle = told(path3, () => fs2.openSync(bytes(path3), "r"));
      try {
        return readSome(handle, { path: path3, offset, length });
      } finally {
        fs2.closeSync(handle);
      }
    }
  };
}
function* entriesBelow(folder, bytes) {
  for (const name of fs2.readdirSync(bytes(folder), { encoding: "latin1" }).sort()) {
    const path3 = folder === "" ? name : `${folder}/${name}`;
    const found = fs2.lstatSync(bytes(path3));
    const target = found.isSymbolicLink() ? fs2.readlinkSync(bytes(path3), "latin1") : "";
    yield { path: path3, status: statusOf(found), target };
    if (found.isDirectory()) yield* entriesBelow(path3, bytes);
  }
}
function readSome(handle, { path: path3, offset, length }) {
  const wanted = Math.min(length, Math.max(0, fs2.fstatSync(handle).size - (offset ?? 0)));
  const buffer = Buffer.allocUnsafe(wanted);
  let filled = 0;
  while (filled < wanted) {
    const at = offset === null ? null : offset + filled;
    const count = told(path3, () => fs2.readSync(handle, buffer, filled, wanted - filled, at));
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
function told(where, action) {
  try {
    return action();
  } catch (error) {
    throw failureOf(error, where);
  }
}

// src/host/store.ts
var noStore = {
  keeps: "nothing",
  restore: async () => "absent",
  keep: async () => void 0
};
function runnerStore() {
  let tally = { restored: 0, absent: 0 };
  return {
    keeps: process.env["ACTIONS_RUNTIME_TOKEN"] ? "files" : "nothing",
    tally: () => tally,
    restore: async (key, file) => {
      const cache = await service();
      const found = await cache?.restoreCache([file], key) === key;
      tally = found ? { ...tally, restored: tally.restored + 1 } : { ...tally, absent: tally.absent + 1 };
      return found ? "restored" : "absent";
    },
    keep: async (key, file) => {
      const cache = await service();
      await cache?.saveCache([file], key);
    }
  };
}
async function service() {
  if (!process.env["ACTIONS_RUNTIME_TOKEN"]) return void 0;
  const cache = await import("./cache-5LAPOCRB.js");
  return cache.isFeatureAvailable() ? cache : void 0;
}

// src/host/workers.ts
import { Worker } from "node:worker_threads";
var MOST_THREADS = 8;
function openWorkers(program, processors) {
  const count = program ? Math.min(processors, MOST_THREADS) : 1;
  return {
    count,
    spread: async function* ({ job, orders }, signal) {
      if (!program) throw new Error("there is no program for workers");
      const crew = new Crew(orders);
      const stop = () => crew.fail(signal.reason);
      if (signal.aborted) stop();
      signal.addEventListener("abort", stop, { once: true });
      const threads = [];
      try {
        while (threads.length < count) threads.push(new Worker(program, { workerData: job }));
        for (const thread of threads) crew.employ(thread);
        for (let next = await crew.next(); next; next = await crew.next()) yield next;
      } finally {
        signal.removeEventListener("abort", stop);
        await Promise.all(threads.map((thread) => thread.terminate()));
      }
    }
  };
}
var Crew = class {
  #orders;
  /** Orders that no thread has yet. */
  #waiting = [];
  /** Orders whose answers nobody has taken yet; the answer to the first may be waited for. */
  #open = [];
  #failure;
  constructor(orders) {
    this.#orders = orders[Symbol.iterator]();
  }
  employ(worker) {
    let slot = this.#handOut(worker);
    worker.on("message", (answer) => {
      slot?.resolve(answer);
      slot = this.#handOut(worker);
    });
    worker.on("error", (error) => this.fail(error));
  }
  /** The next order with its answer; undefined when there is none. */
  async next() {
    if (this.#open.length === 0) this.#prepare();
    if (this.#failure) throw this.#failure.reason;
    const [slot] = this.#open;
    if (!slot) return void 0;
    const answer = await slot.promise;
    this.#open.shift();
    return { order: slot.order, answer };
  }
  fail(reason) {
    this.#failure ??= { reason };
    for (const { reject } of this.#open) reject(reason);
  }
  #handOut(worker) {
    if (this.#waiting.length === 0) this.#prepare();
    const slot = this.#waiting.shift();
    if (!slot || this.#failure) return void 0;
    worker.postMessage(slot.order);
    if (this.#waiting.length === 0) this.#prepare();
    return slot;
  }
  #prepare() {
    if (this.#failure) return;
    try {
      const { done, value } = this.#orders.next();
      if (done) return;
      const made = slotFor(value);
      this.#waiting.push(made);
      this.#open.push(made);
    } catch (error) {
      this.fail(error);
    }
  }
};
function slotFor(order) {
  let [resolve, reject] = [
    () => void 0,
    () => void 0
  ];
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => void 0);
  return { order, promise, resolve, reject };
}

// src/host/open.ts
var SILENT_MS2 = 12e4;
function openHost(store = noStore, workerProgram) {
  const environment = (name) => process.env[name] || void 0;
  const place = (name) => {
    const value = environment(name);
    return value !== void 0 && path.isAbsolute(value) ? value : void 0;
  };
  const home = hostPath(place("HOME") ?? homeOfUser());
  const folder = (name, otherwise) => hostPath(path.join(place(name) ?? path.join(home, otherwise), "tarwright"));
  const temporary = hostPath(place("RUNNER_TEMP") ?? place("TMPDIR") ?? "/tmp");
  const files = openFiles(temporary);
  const clock = {
    now: () => performance.now(),
    wait: (durationMs, signal) => delay(durationMs, void 0, { signal })
  };
  return {
    ...files,
    ...subprocesses,
    ...requests,
    ...clock,
    github: (access) => openGitHub({ ...clock, ...files, environment, silentMs: SILENT_MS2 }, access),
    scan: scanFolder,
    plant: plantIn,
    randomBytes,
    deadline: (durationMs) => AbortSignal.timeout(durationMs),
    processMark,
    isRunning,
    environment,
    store,
    arch: os.machine(),
    processors: os.availableParallelism(),
    workers: openWorkers(workerProgram, os.availableParallelism()),
    user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    folders: {
      working: workingFolder(),
      home,
      temporary,
      cache: folder("XDG_CACHE_HOME", ".cache"),
      config: folder("XDG_CONFIG_HOME", ".config")
    }
  };
}
function homeOfUser() {
  try {
    return os.userInfo().homedir;
  } catch (error) {
    if (error.code !== "ERR_SYSTEM_ERROR") throw error;
    return "/";
  }
}
function workingFolder() {
  try {
    return hostPath(process.cwd());
  } catch (error) {
    throw failureOf(error, ".");
  }
}

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
async function sweep(parent, host) {
  for (const name of await host.list(parent) ?? []) {
    if (!name.startsWith(PREFIX)) continue;
    const mark = name.slice(PREFIX.length).replace(/\..*$/, "");
    if (!await isRunning(mark)) await host.remove(joinPath(parent, name));
  }
}

// src/host/tools.ts
function runnerTools() {
  if (!process.env["RUNNER_TOOL_CACHE"] || !process.env["RUNNER_TEMP"]) return void 0;
  return {
    find: async (name, version) => (await import("./tool-cache-WHX3QRMD.js")).findTool(name, version),
    keep: async (...tool) => (await import("./tool-cache-WHX3QRMD.js")).keepTool(...tool)
  };
}

// src/host/tree.ts
import fs3 from "node:fs";
import path2 from "node:path";
var READ_LIMIT = 4 * 1024 * 1024;
var PATH_LIMIT = 4096;
function openTree(folder) {
  const root = absentAs(void 0, folder, () => fs3.realpathSync.native(folder)) ?? folder;
  const realFolders = /* @__PURE__ */ new Map([["", root]]);
  const realFolder = (relative) => {
    if (!realFolders.has(relative)) realFolders.set(relative, find(relative)?.real);
    return realFolders.get(relative);
  };
  const find = (relative) => {
    if (relative.length > PATH_LIMIT) return void 0;
    if (relative !== "" && (relative.endsWith("/") || /(?:^|\/)\.{0,2}(?:\/|$)/.test(relative))) {
      return followed(path2.join(root, relative), root);
    }
    const cut = relative.lastIndexOf("/");
    const parent = relative === "" ? path2.dirname(root) : realFolder(relative.slice(0, Math.max(0, cut)));
    if (parent === void 0) return void 0;
    const named = relative === "" ? root : `${parent === "/" ? "" : parent}/${relative.slice(cut + 1)}`;
    const status = absentAs(void 0, relative, () => fs3.lstatSync(named, { throwIfNoEntry: false }));
    return status?.isSymbolicLink() ? followed(named, root) : status && { real: named, kind: kindOf(status), size: status.size, way: "direct" };
  };
  return {
    read: (relative) => {
      const found = find(relative);
      return found?.kind === "file" ? absentAs(void 0, found.real, () => readStart(found)) : void 0;
    },
    exists: (relative) => {
      const found = find(relative);
      return found?.kind === "folder" && found.way === "link" && relative !== "" ? "link" : found?.kind ?? "nothing";
    },
    list: (relative) => {
      const real = realFolder(relative);
      return real === void 0 ? [] : absentAs([], real, () => fs3.readdirSync(real).sort());
    }
  };
}
function kindOf(status) {
  return status.isFile() ? "file" : status.isDirectory() ? "folder" : "nothing";
}
function followed(named, root) {
  const real = absentAs(void 0, named, () => fs3.realpathSync.native(named));
  if (real !== root && !real?.startsWith(root === "/" ? "/" : `${root}/`)) return void 0;
  const status = fs3.statSync(real, { throwIfNoEntry: false });
  const isLink = fs3.lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return status && { real, kind: kindOf(status), size: status.size, way: isLink ? "link" : "direct" };
}
function readStart({ real, size }) {
  if (size <= READ_LIMIT) return fs3.readFileSync(real, "utf8");
  const handle = fs3.openSync(real, "r");
  try {
    const buffer = Buffer.alloc(READ_LIMIT);
    const filled = fs3.readSync(handle, buffer, 0, buffer.length, 0);
    return buffer.toString("utf8", 0, filled);
  } finally {
    fs3.closeSync(handle);
  }
}
function absentAs(absent, where, action) {
  try {
    return action();
  } catch (error) {
    const missing = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];
    if (missing.includes(String(error.code))) return absent;
    throw failureOf(error, where);
  }
}

// src/host/download.ts
import { createHash as createHash2 } from "node:crypto";
import { pipeline as pipeline2 } from "node:stream/promises";
var TRIES = 6;
var TRIES_UNREACHABLE = 3;
var FIRST_DELAY_MS = 500;
var LONGEST_DELAY_MS = 6e4;
var STALL_MS = 6e4;
async function download(url, setting, signal) {
  for (let tries = 1; ; tries += 1) {
    const answer = await attempt(url, setting, signal);
    if (answer.kind === "received") return answer;
    const most = answer.trouble.kind === "unreachable" ? TRIES_UNREACHABLE : TRIES;
    const delay2 = answer.retryAfterMs ?? FIRST_DELAY_MS * 2 ** (tries - 1);
    if (answer.retry === "useless" || tries >= most || delay2 > LONGEST_DELAY_MS) return answer.trouble;
    await setting.host.wait(delay2, signal);
  }
}
var PASSING = [408, 425, 429, 500, 502, 503, 504];
async function attempt(url, setting, signal) {
  const { wanted, host, part } = setting;
  const kept = new Meter(wanted);
  if (await host.status(part)) for await (const chunk of host.readStream(part)) kept.add(chunk);
  const start2 = kept.sizeBytes;
  const stalled = new AbortController();
  const either = AbortSignal.any([signal, stalled.signal]);
  const headers = start2 > 0 ? { range: `bytes=${start2}-` } : {};
  const answer = await host.get(url, headers, either);
  if (answer.kind === "unreachable") return { kind: "failed", trouble: answer, retry: "useful" };
  const range = rangeOf(answer, start2);
  switch (range.kind) {
    case "refused":
      answer.body.destroy();
      return refusal2(answer);
    case "unusable":
      answer.body.destroy();
      await host.remove(part);
      return await attempt(url, setting, signal);
    case "body": {
      const meter = range.start > 0 ? kept : new Meter(wanted);
      return await receive(answer.body, { ...setting, ...range, meter, stalled }, signal);
    }
    default:
      return unreachable(range);
  }
}
function rangeOf({ status, headers }, start2) {
  if (status === 416 && start2 > 0) return { kind: "unusable" };
  const length = headers.get("content-length");
  const end = length === void 0 && !headers.has("transfer-encoding") ? "unmarked" : "marked";
  if (status === 206) {
    const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
    if (!match || Number(match[1]) !== start2) return start2 > 0 ? { kind: "unusable" } : { kind: "refused" };
    return { kind: "body", start: start2, total: match[2] === "*" ? void 0 : Number(match[2]), end };
  }
  if (status !== 200) return { kind: "refused" };
  return { kind: "body", start: 0, total: length === void 0 ? void 0 : Number(length), end };
}
function refusal2({ status, headers }) {
  const after = headers.get("retry-after") ?? "";
  return {
    kind: "failed",
    trouble: { kind: "status", status },
    retry: PASSING.includes(status) ? "useful" : "useless",
    .../^\d+$/.test(after) ? { retryAfterMs: Number(after) * 1e3 } : {}
  };
}
async function receive(body, receiving, signal) {
  const { wanted, part, host, report, start: start2, total, end, meter } = receiving;
  const expected = wanted.sizeBytes ?? total;
  const most = wanted.mostBytes ?? Number.POSITIVE_INFINITY;
  if (total !== void 0 && total > most) {
    body.destroy();
    return {
      kind: "failed",
      trouble: { kind: "wrong-size", found: total, expected: most },
      retry: "useless"
    };
  }
  if (expected !== void 0 && total !== void 0 && total !== expected) {
    body.destroy();
    return { kind: "failed", trouble: { kind: "wrong-size", found: total, expected }, retry: "useless" };
  }
  const finished = new AbortController();
  const watch = watchStall(receiving, finished.signal);
  const breaks = [];
  const chunks = async function* () {
    try {
      yield* measured(body, { meter, expected, most, host, report });
    } catch (error) {
      if (signal.aborted) throw error;
      breaks.push(error);
    }
  };
  try {
    await pipeline2(chunks, host.writeStream(part, start2 > 0 ? "append" : "new"), { signal });
  } finally {
    finished.abort();
    await watch;
  }
  const found = meter.sizeBytes;
  const least = end === "unmarked" ? expected : total;
  if (breaks.length > 0 || least !== void 0 && found < least) {
    return { kind: "failed", trouble: { kind: "truncated", found, expected }, retry: "useful" };
  }
  if (found > most) {
    return { kind: "failed", trouble: { kind: "wrong-size", found, expected: most }, retry: "useless" };
  }
  if (expected !== void 0 && found !== expected) {
    return { kind: "failed", trouble: { kind: "wrong-size", found, expected }, retry: "useless" };
  }
  return { kind: "received", received: meter.received(), pieces: start2 > 0 ? "several" : "one" };
}
async function* measured(chunks, { meter, expected, most, host, report }) {
  let told2 = host.now();
  for await (const chunk of chunks) {
    meter.add(chunk);
    if (host.now() - told2 > 100) {
      told2 = host.now();
      report({ kind: "progress", what: meter.file, done: meter.sizeBytes, total: expected, unit: "bytes" });
    }
    yield chunk;
    if (meter.sizeBytes > (expected ?? most)) return;
  }
}
async function watchStall({ host, meter, stalled }, finished) {
  for (let before = -1; before !== meter.sizeBytes; ) {
    before = meter.sizeBytes;
    try {
      await host.wait(STALL_MS, finished);
    } catch (error) {
      if (finished.aborted) return;
      throw error;
    }
  }
  stalled.abort();
}
var Meter = class {
  file;
  sizeBytes = 0;
  #hashes;
  constructor({ file, digests }) {
    this.file = file;
    this.#hashes = digests.map(({ algorithm }) => ({ algorithm, hash: createHash2(algorithm) }));
  }
  /** For a pipeline: hands on what it counted. */
  through() {
    const meter = this;
    return async function* (chunks) {
      for await (const chunk of chunks) {
        meter.add(chunk);
        yield chunk;
      }
    };
  }
  add(chunk) {
    this.sizeBytes += chunk.length;
    for (const { hash } of this.#hashes) hash.update(chunk);
  }
  /** Called once, at the end. In the order of what was wanted. */
  received() {
    const digests = this.#hashes.map(({ algorithm, hash }) => ({ algorithm, hex: hash.digest("hex") }));
    return { sizeBytes: this.sizeBytes, digests };
  }
};

export {
  EXIT,
  exitStatus,
  ok,
  wrong,
  unreachable,
  quoted,
  placeOf,
  sortDiagnostics,
  distinctDiagnostics,
  renderDiagnostic,
  plainText,
  isControl,
  renderAnnotation,
  diagnosticJson,
  quotedList,
  asWarning,
  nearest,
  newCancel,
  download,
  Meter,
  runnerStore,
  commandLine,
  openHost,
  withScratch,
  runnerTools,
  openTree
};
