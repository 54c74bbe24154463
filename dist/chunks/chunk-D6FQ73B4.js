import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildRoot,
  nameOfBase,
  openBase,
  runLibraries,
  runPackages,
  runRoot
} from "./chunk-GLZ54WN2.js";
import {
  addToFolder,
  defaultKey,
  fileDigest,
  packJob,
  parseSigningKey,
  readFolder,
  readIndex,
  readSigningKey,
  unpackPackage
} from "./chunk-E3PZM54P.js";
import {
  guestPath,
  openEngines
} from "./chunk-IAVOJ42Z.js";
import {
  openPort,
  unknownSubpackage
} from "./chunk-LITV7OFZ.js";
import {
  bestFor,
  isArchive,
  jobId,
  prefixOf
} from "./chunk-SYY5JVPJ.js";
import {
  KEY_IN_REACH,
  usage
} from "./chunk-JYP3FUYP.js";
import {
  WorldFailure,
  commandLine,
  hostPath,
  joinPath,
  ok,
  unreachable,
  withScratch,
  wrong
} from "./chunk-EWCNBGCJ.js";
import {
  __callDispose,
  __name,
  __using
} from "./chunk-7DL54TQM.js";

// src/build/distfiles.ts
import { pipeline as pipeline2 } from "node:stream/promises";

// src/build/debian-pool.ts
async function archivesOf(host, aptFolder) {
  const below2 = joinPath(aptFolder, "sources.list.d");
  const names = await host.list(below2) ?? [];
  const lines = [joinPath(aptFolder, "sources.list"), ...endingIn(".list", below2, names)];
  const stanzas = endingIn(".sources", below2, names);
  const sources = [
    ...await Promise.all(lines.map(async (file) => parseLines(await host.readText(file) ?? ""))),
    ...await Promise.all(stanzas.map(async (file) => parseStanzas(await host.readText(file) ?? "")))
  ].flat();
  const found = /* @__PURE__ */ new Map();
  for (const { uris, components, signedBy } of sources) {
    for (const uri of await mirrorsBehind(host, uris)) {
      if (!isDistribution(uri, signedBy)) continue;
      const all = found.get(uri) ?? /* @__PURE__ */ new Set();
      for (const component of components) all.add(component);
      found.set(uri, all);
    }
  }
  const archives = [...found].map(([uri, components]) => ({ uri, components: [...components] }));
  return archives.filter(({ components }) => components.includes("main"));
}
__name(archivesOf, "archivesOf");
function endingIn(suffix, folder, names) {
  return names.filter((name) => name.endsWith(suffix)).map((name) => joinPath(folder, name));
}
__name(endingIn, "endingIn");
function isDistribution(uri, signedBy) {
  const last = new URL(uri).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return /^(debian|ubuntu)(-[a-z-]+)?$/.test(last) || /(debian|ubuntu)-archive-keyring/.test(signedBy);
}
__name(isDistribution, "isDistribution");
function parseLines(text) {
  return text.split("\n").flatMap((line) => {
    const match = /^\s*deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (!match) return [];
    const [, options = "", uri = "", , components = ""] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? "";
    return [{ uris: [uri], components: wordsOf(components), signedBy }];
  });
}
__name(parseLines, "parseLines");
function parseStanzas(text) {
  const kept = text.split("\n").filter((line) => !line.startsWith("#"));
  return kept.join("\n").split(/\n\s*\n/).flatMap((stanza) => {
    const fields = /* @__PURE__ */ new Map();
    for (const [, key = "", value = ""] of stanza.matchAll(/^([^\s:]+):((?:.*)(?:\n[ \t]+.*)*)/gm)) {
      fields.set(key.toLowerCase(), value.trim());
    }
    const field = /* @__PURE__ */ __name((key) => fields.get(key) ?? "", "field");
    if (!/\bdeb(-src)?\b/.test(field("types")) || /^(no|false|off|0)$/i.test(field("enabled"))) return [];
    return [
      {
        uris: wordsOf(field("uris")),
        components: wordsOf(field("components")),
        signedBy: field("signed-by")
      }
    ];
  });
}
__name(parseStanzas, "parseStanzas");
function wordsOf(text) {
  return text.split(/\s+/).filter((word) => word !== "");
}
__name(wordsOf, "wordsOf");
async function mirrorsBehind(host, uris) {
  const lists = await Promise.all(
    uris.map(async (uri) => {
      const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(uri)?.[1];
      if (list === void 0) return [uri];
      const text = await host.readText(hostPath(list)) ?? "";
      return text.split("\n").map((line) => line.replace(/#.*/, "").trim().split(/\s/)[0] ?? "");
    })
  );
  return lists.flat().filter((uri) => /^https?:\/\/./.test(uri) && URL.canParse(uri)).map((uri) => `${uri.replace(/\/+$/, "")}/`);
}
__name(mirrorsBehind, "mirrorsBehind");
function poolUrls(archives, file) {
  const source = /^([a-z0-9][a-z0-9+.-]+)_[A-Za-z0-9.+~_-]+$/.exec(file)?.[1];
  if (source === void 0) return [];
  const initial = source.startsWith("lib") ? source.slice(0, 4) : source.slice(0, 1);
  return archives.flatMap(({ uri, components }) => {
    const pool = /\/debian-security\/$/.test(uri) ? "pool/updates" : "pool";
    return components.map((component) => new URL(`${pool}/${component}/${initial}/${source}/${file}`, uri));
  });
}
__name(poolUrls, "poolUrls");

// src/build/download.ts
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
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
    const delay = answer.retryAfterMs ?? FIRST_DELAY_MS * 2 ** (tries - 1);
    if (answer.retry === "useless" || tries >= most || delay > LONGEST_DELAY_MS) return answer.trouble;
    await setting.host.wait(delay, signal);
  }
}
__name(download, "download");
var PASSING = [408, 425, 429, 500, 502, 503, 504];
async function attempt(url, setting, signal) {
  const { distfile, host, part } = setting;
  const kept = new Meter(distfile);
  if (await host.status(part)) for await (const chunk of host.readStream(part)) kept.add(chunk);
  const start = kept.sizeBytes;
  const stalled = new AbortController();
  const either = AbortSignal.any([signal, stalled.signal]);
  const headers = start > 0 ? { range: `bytes=${start}-` } : {};
  const answer = await host.get(url, headers, either);
  if (answer.kind === "unreachable") return { kind: "failed", trouble: answer, retry: "useful" };
  const range = rangeOf(answer, start);
  switch (range.kind) {
    case "refused":
      answer.body.destroy();
      return refusal(answer);
    case "unusable":
      answer.body.destroy();
      await host.remove(part);
      return await attempt(url, setting, signal);
    case "body": {
      const meter = range.start > 0 ? kept : new Meter(distfile);
      return await receive(answer.body, { ...setting, ...range, meter, stalled }, signal);
    }
    default:
      return unreachable(range);
  }
}
__name(attempt, "attempt");
function rangeOf({ status, headers }, start) {
  if (status === 416 && start > 0) return { kind: "unusable" };
  const length = headers.get("content-length");
  const end = length === void 0 && !headers.has("transfer-encoding") ? "unmarked" : "marked";
  if (status === 206) {
    const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
    if (!match || Number(match[1]) !== start) return start > 0 ? { kind: "unusable" } : { kind: "refused" };
    return { kind: "body", start, total: match[2] === "*" ? void 0 : Number(match[2]), end };
  }
  if (status !== 200) return { kind: "refused" };
  return { kind: "body", start: 0, total: length === void 0 ? void 0 : Number(length), end };
}
__name(rangeOf, "rangeOf");
function refusal({ status, headers }) {
  const after = headers.get("retry-after") ?? "";
  return {
    kind: "failed",
    trouble: { kind: "status", status },
    retry: PASSING.includes(status) ? "useful" : "useless",
    .../^\d+$/.test(after) ? { retryAfterMs: Number(after) * 1e3 } : {}
  };
}
__name(refusal, "refusal");
async function receive(body, receiving, signal) {
  const { distfile, part, host, report, start, total, end, meter } = receiving;
  const expected = distfile.sizeBytes ?? total;
  if (expected !== void 0 && total !== void 0 && total !== expected) {
    body.destroy();
    return { kind: "failed", trouble: { kind: "wrong-size", found: total, expected }, retry: "useless" };
  }
  const finished2 = new AbortController();
  const watch = watchStall(receiving, finished2.signal);
  const breaks = [];
  const chunks = /* @__PURE__ */ __name(async function* () {
    try {
      yield* measured(body, { meter, expected, host, report });
    } catch (error) {
      if (signal.aborted) throw error;
      breaks.push(error);
    }
  }, "chunks");
  try {
    await pipeline(chunks, host.writeStream(part, start > 0 ? "append" : "new"), { signal });
  } finally {
    finished2.abort();
    await watch;
  }
  const found = meter.sizeBytes;
  const least = end === "unmarked" ? expected : total;
  if (breaks.length > 0 || least !== void 0 && found < least) {
    return { kind: "failed", trouble: { kind: "truncated", found, expected }, retry: "useful" };
  }
  if (expected !== void 0 && found !== expected) {
    return { kind: "failed", trouble: { kind: "wrong-size", found, expected }, retry: "useless" };
  }
  return { kind: "received", received: meter.received(), pieces: start > 0 ? "several" : "one" };
}
__name(receive, "receive");
async function* measured(chunks, { meter, expected, host, report }) {
  let told = host.now();
  for await (const chunk of chunks) {
    meter.add(chunk);
    if (host.now() - told > 100) {
      told = host.now();
      report({ kind: "progress", what: meter.file, done: meter.sizeBytes, total: expected, unit: "bytes" });
    }
    yield chunk;
    if (expected !== void 0 && meter.sizeBytes > expected) return;
  }
}
__name(measured, "measured");
async function watchStall({ host, meter, stalled }, finished2) {
  for (let before = -1; before !== meter.sizeBytes; ) {
    before = meter.sizeBytes;
    try {
      await host.wait(STALL_MS, finished2);
    } catch (error) {
      if (finished2.aborted) return;
      throw error;
    }
  }
  stalled.abort();
}
__name(watchStall, "watchStall");
var Meter = class {
  static {
    __name(this, "Meter");
  }
  file;
  sizeBytes = 0;
  #hashes;
  constructor({ file, digests }) {
    this.file = file;
    this.#hashes = digests.map(({ algorithm }) => ({ algorithm, hash: createHash(algorithm) }));
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
  /** Called once, at the end. In the order of the distfile's own digests. */
  received() {
    const digests = this.#hashes.map(({ algorithm, hash }) => ({ algorithm, hex: hash.digest("hex") }));
    return { sizeBytes: this.sizeBytes, digests };
  }
};

// src/build/distfiles.ts
var PARALLEL = 3;
async function fetchDistfiles(distfiles, setting, signal) {
  const results = new Array(distfiles.length);
  const queue = distfiles.entries();
  const worker = /* @__PURE__ */ __name(async () => {
    for (const [at2, distfile] of queue) results[at2] = await fetchOne(distfile, setting, signal);
  }, "worker");
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
  if (signal.aborted) return { kind: "aborted" };
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  const failures = results.filter((result) => "attempts" in result);
  if (failures.length > 0) return { kind: "failed", failures };
  return { kind: "fetched", files: results.filter((result) => "file" in result) };
}
__name(fetchDistfiles, "fetchDistfiles");
async function fetchOne(distfile, setting, signal) {
  const [key] = distfile.digests;
  const folder = key && joinPath(setting.cache, key.algorithm);
  const kept = key && folder && joinPath(folder, key.hex);
  const stored = key ? `distfile-${key.algorithm}-${key.hex}` : "";
  const attempts = [];
  const firstFar = distfile.urls.find(isFar);
  for (const url of distfile.urls) {
    if (url === firstFar && kept && await isCached(distfile, { kept, stored }, setting)) {
      return { distfile, file: kept };
    }
    for (const place of await placesOf(url, setting)) {
      const got = folder && kept ? await bring(place, { distfile, kept, folder, setting }, signal) : undigested(place);
      if (got.kind === "got") {
        if (place.kind === "web") await setting.host.store.keep(stored, got.file);
        return { distfile, file: got.file };
      }
      attempts.push({ from: place.from, why: got });
      if (place.kind === "file") return { distfile, attempts };
    }
  }
  return { distfile, attempts };
}
__name(fetchOne, "fetchOne");
function isFar({ kind }) {
  return kind === "web" || kind === "debian";
}
__name(isFar, "isFar");
async function isCached(distfile, { kept, stored }, { host }) {
  if (await isRight(kept, distfile, host)) return true;
  return await host.store.restore(stored, kept) === "restored" && await isRight(kept, distfile, host);
}
__name(isCached, "isCached");
function undigested(place) {
  if (place.kind === "none") return place.why;
  if (place.kind === "file") return { kind: "got", file: place.file };
  throw new Error(`a distfile from the web without digest: ${place.from}`);
}
__name(undigested, "undigested");
async function placesOf(url, setting) {
  const { host, portFolder, aptFolder } = setting;
  switch (url.kind) {
    case "web":
      return [webPlace(new URL(url.url))];
    case "file":
      return [await filePlace(url.path, hostPath(url.path), host)];
    case "port":
      return [await portPlace(url.path, portFolder, host)];
    case "debian": {
      const from = `debian:${url.file}`;
      const archives = await archivesOf(host, aptFolder);
      const places = poolUrls(archives, url.file).map(webPlace);
      if (places.length > 0) return places;
      const why = archives.length === 0 ? `no archive of Debian or Ubuntu is configured in \`${aptFolder}\`` : `\`${url.file}\` is not the name of a source file, such as \`foo_1.2.orig.tar.gz\``;
      return [{ kind: "none", from, why: { kind: "no-pool", why } }];
    }
    default:
      return unreachable(url);
  }
}
__name(placesOf, "placesOf");
function webPlace(url) {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return { kind: "web", from: shown.href, url };
}
__name(webPlace, "webPlace");
async function filePlace(from, file, host) {
  const real = await host.realPath(file);
  if (real === void 0 || (await host.status(real))?.kind !== "file") {
    return { kind: "none", from, why: { kind: "absent" } };
  }
  return { kind: "file", from, file: real };
}
__name(filePlace, "filePlace");
async function portPlace(path2, portFolder, host) {
  const folder = await host.realPath(portFolder) ?? portFolder;
  const inside = /* @__PURE__ */ __name((file) => file.startsWith(`${folder}/`), "inside");
  const wanted = joinPath(folder, path2);
  const place = inside(wanted) ? await filePlace(path2, wanted, host) : void 0;
  if (place?.kind === "none") return place;
  if (place?.kind === "file" && inside(place.file)) return place;
  return { kind: "none", from: path2, why: { kind: "outside-port" } };
}
__name(portPlace, "portPlace");
async function bring(place, { distfile, kept, folder, setting }, signal) {
  if (place.kind === "none") return place.why;
  const { host, report } = setting;
  const own = await host.makeTemporary(".fetching-", folder);
  const part = joinPath(own, "part");
  const leftOver = hostPath(`${kept}.part`);
  try {
    if (place.kind === "file") {
      const meter = new Meter(distfile);
      await pipeline2(host.readStream(place.file), meter.through(), host.writeStream(part, "new"), { signal });
      const wrong2 = differenceOf(distfile, meter.received());
      if (wrong2) return wrong2;
    } else {
      await moveIfThere(leftOver, part, host);
      const trouble = await downloadRight(place.url, { distfile, part, host, report }, signal);
      if (trouble) return trouble;
    }
    const { sizeBytes } = await host.status(part) ?? { sizeBytes: 0 };
    await host.rename(part, kept);
    report({ kind: "progress", what: distfile.file, done: sizeBytes, total: sizeBytes, unit: "bytes" });
    return { kind: "got", file: kept };
  } finally {
    if (place.kind === "web") await moveIfThere(part, leftOver, host);
    await host.remove(own);
  }
}
__name(bring, "bring");
async function moveIfThere(from, to2, host) {
  try {
    await host.rename(from, to2);
  } catch (error) {
    if (!(error instanceof WorldFailure && error.code === "ENOENT")) throw error;
  }
}
__name(moveIfThere, "moveIfThere");
async function downloadRight(url, setting, signal) {
  const { distfile, part, host } = setting;
  const answer = await download(url, setting, signal);
  const wrong2 = answer.kind === "received" ? differenceOf(distfile, answer.received) : answer;
  if (wrong2?.kind !== "wrong-size" && wrong2?.kind !== "wrong-digest") return wrong2;
  await host.remove(part);
  if (answer.kind === "received" && answer.pieces === "several") return downloadRight(url, setting, signal);
  return wrong2;
}
__name(downloadRight, "downloadRight");
async function isRight(file, distfile, host) {
  const status = await host.status(file);
  if (status?.kind !== "file") return false;
  const meter = new Meter(distfile);
  for await (const chunk of host.readStream(file)) meter.add(chunk);
  if (differenceOf(distfile, meter.received()) === void 0) return true;
  await host.remove(file);
  return false;
}
__name(isRight, "isRight");
function differenceOf({ sizeBytes, digests }, received) {
  if (sizeBytes !== void 0 && received.sizeBytes !== sizeBytes) {
    return { kind: "wrong-size", found: received.sizeBytes, expected: sizeBytes };
  }
  for (const [at2, expected] of digests.entries()) {
    const found = received.digests[at2]?.hex ?? "";
    if (found !== expected.hex) return { kind: "wrong-digest", expected, found };
  }
  return void 0;
}
__name(differenceOf, "differenceOf");

// src/build/distfiles-explained.ts
function explainFetch(failures) {
  return failures.map(({ distfile, attempts }) => {
    const rest = attempts.map((attempt2) => `
  ${sentenceOf(attempt2)}`).join("");
    const verdict = verdictOf(distfile, attempts);
    return { severity: "error", ...verdict, message: `${verdict.message}${rest}` };
  });
}
__name(explainFetch, "explainFetch");
function verdictOf({ file, span, digestSpan }, attempts) {
  const kinds = new Set(attempts.map(({ why }) => why.kind));
  if (kinds.has("wrong-digest")) {
    return {
      code: "build/wrong-digest",
      blame: "recipe",
      message: `\`${file}\` has another digest than the recipe says`,
      help: "find out from upstream which one is right: mend the digest, or remove the place that serves another file",
      span: digestSpan
    };
  }
  if (kinds.has("wrong-size")) {
    return {
      code: "build/wrong-size",
      blame: "recipe",
      message: `\`${file}\` has another size than the recipe says`,
      help: "find out from upstream which one is right: mend the size, or remove the place that serves another file",
      span
    };
  }
  if (kinds.has("truncated")) {
    return {
      code: "build/truncated-download",
      blame: "world",
      message: `the download of \`${file}\` was cut off each time`,
      help: "run it again: it goes on where it was cut off; or add a mirror to the recipe",
      span
    };
  }
  if (kinds.has("outside-port")) {
    return {
      code: "build/outside-port",
      blame: "recipe",
      message: `\`${file}\` is not inside the port's folder`,
      help: "a path of a distfile stays below the folder of the recipe, links included; copy the file there",
      span
    };
  }
  const mine = attempts.every(({ why }) => why.kind === "absent");
  return {
    code: "build/unavailable",
    blame: mine ? "recipe" : "world",
    message: `\`${file}\` is at none of its places`,
    help: mine ? "put the file there, or mend the path" : "check the network, or add a mirror to the recipe",
    span
  };
}
__name(verdictOf, "verdictOf");
function sentenceOf({ from, why }) {
  return `\`${from}\`: ${reasonOf(why)}`;
}
__name(sentenceOf, "sentenceOf");
function reasonOf(why) {
  switch (why.kind) {
    case "unreachable":
      return `no answer: ${why.why}`;
    case "status":
      return `the server answers ${why.status}`;
    case "truncated":
      return `cut off after ${why.found} of ${why.expected ?? "an unknown number of"} bytes`;
    case "wrong-size":
      return `expected ${why.expected} bytes, found ${why.found}`;
    case "wrong-digest":
      return `expected ${why.expected.algorithm} ${why.expected.hex}, found ${why.found}`;
    case "absent":
      return "there is no such file";
    case "outside-port":
      return "leads out of the port's folder";
    case "no-pool":
      return why.why;
    default:
      return unreachable(why);
  }
}
__name(reasonOf, "reasonOf");

// src/build/environment.ts
var BUILD_FOLDER = guestPath("/build");
var PORT = guestPath("/build/port");
var WORK = guestPath("/build/work");
var OUTSIDE = guestPath("/build/work/.build");
var FAKE_ROOT = guestPath("/build/fake");
var HOME = guestPath("/build/home");
var DISTFILES = guestPath("/build/distfiles");
var HOOK_FILES = guestPath("/build/hooks");
var EARLIEST_EPOCH = 315532800;
function buildEnvironment({ port, prefix }, { dependencies, sourceDateEpoch }) {
  const prefixes = [...new Set(dependencies.map((dependency) => dependency.prefix))];
  const below2 = /* @__PURE__ */ __name((...folders) => prefixes.flatMap((one) => folders.map((folder) => `${one}/${folder}`)).join(":"), "below");
  const flags = "-O2 -ffile-prefix-map=/build/work=.";
  const isLinked = port.runpath === "auto" && port.build.style.value !== "cmake";
  const runpath = isLinked ? [`-Wl,-rpath,${prefix}/lib`] : [];
  return {
    ...baseEnvironment(prefixes),
    ...withoutEmpty({
      CPPFLAGS: prefixes.map((one) => `-I${one}/include`).join(" "),
      LDFLAGS: [...prefixes.map((one) => `-L${one}/lib`), ...runpath].join(" "),
      PKG_CONFIG_PATH: below2("lib/pkgconfig", "share/pkgconfig"),
      CMAKE_PREFIX_PATH: prefixes.join(":"),
      ACLOCAL_PATH: below2("share/aclocal")
    }),
    SOURCE_DATE_EPOCH: String(sourceDateEpoch),
    CFLAGS: flags,
    CXXFLAGS: flags,
    RUSTFLAGS: "--remap-path-prefix=/build/work=. --remap-path-prefix=/build/home=.",
    PERL_MM_USE_DEFAULT: "1",
    PIP_NO_INDEX: port.network === "build" ? "0" : "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1"
  };
}
__name(buildEnvironment, "buildEnvironment");
function withoutEmpty(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}
__name(withoutEmpty, "withoutEmpty");
function baseEnvironment(prefixes) {
  const below2 = /* @__PURE__ */ __name((folder) => prefixes.map((one) => `${one}/${folder}`), "below");
  const system = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return {
    PATH: [...below2("bin"), ...system].join(":"),
    HOME,
    USER: "build",
    LOGNAME: "build",
    SHELL: "/bin/sh",
    TERM: "dumb",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    PYTHONHASHSEED: "0",
    ...withoutEmpty({
      LD_LIBRARY_PATH: below2("lib").join(":"),
      PERL5LIB: below2("lib/perl5").join(":"),
      PYTHONPATH: below2("lib/python3/dist-packages").join(":")
    })
  };
}
__name(baseEnvironment, "baseEnvironment");
function scriptEnvironment({ port, prefix, arch }, source, parallel) {
  return {
    NAME: port.name,
    VERSION: port.version,
    FLAVORS: port.flavors.chosen.join(" "),
    ARCH: arch,
    PREFIX: prefix,
    DESTDIR: FAKE_ROOT,
    SRCDIR: source,
    PORTDIR: PORT,
    DISTDIR: DISTFILES,
    JOBS: String(parallel)
  };
}
__name(scriptEnvironment, "scriptEnvironment");

// src/build/bench.ts
async function runCommand({ buildbox, log, report }, exec, signal) {
  const [program, ...args] = exec.argv;
  const command2 = commandLine({ program, args });
  report({ kind: "command-started", command: command2 });
  await log.write(Buffer.from(`$ ${command2}
`));
  const stop = new AbortController();
  const running = buildbox.start(plainly(exec), AbortSignal.any([signal, stop.signal]));
  running.stdin.end();
  try {
    await Promise.all([running.stdout, running.stderr].map((stream) => copyToLog(stream, { log, report })));
  } catch (error) {
    stop.abort();
    await running.exit;
    throw error;
  }
  return troubleOf(await running.exit, exec.argv);
}
__name(runCommand, "runCommand");
async function copyInto(bench, copies, signal) {
  for (const { from, to: to2, owner } of copies) {
    const copied = await bench.buildbox.copyIn(from, to2, owner, signal);
    const trouble = await troubleOfCopy(copied, ["cp", "-R", from, to2], bench);
    if (trouble) return trouble;
  }
  return void 0;
}
__name(copyInto, "copyInto");
async function troubleOfCopy(copied, argv, { log }) {
  const trouble = troubleOf(copied, argv);
  if (trouble?.kind === "command-failed") {
    await log.write(Buffer.from(`$ ${trouble.command}
${copied.said ?? ""}
`));
  }
  return trouble;
}
__name(troubleOfCopy, "troubleOfCopy");
async function layPackages(bench, packages, signal) {
  if (packages.length === 0) return void 0;
  const copies = packages.map(
    ({ folder, prefix }) => ({ from: folder, to: guestPath(prefix), owner: "root" })
  );
  const prefixes = packages.map(({ prefix }) => prefix);
  const open = {
    argv: ["chmod", "-R", "u+rwX,go+rX", ...prefixes],
    cwd: guestPath("/"),
    env: baseEnvironment([]),
    user: "root"
  };
  return await copyInto(bench, copies, signal) ?? troubleOf(await quietly(bench, open, signal), open.argv);
}
__name(layPackages, "layPackages");
async function quietly({ buildbox, log }, exec, signal) {
  const said = [];
  const exit = await buildbox.run(exec, (chunk) => void said.push(chunk), signal);
  await log.write(Buffer.concat(said));
  return exit;
}
__name(quietly, "quietly");
async function copyToLog(stream, { log, report }) {
  for await (const chunk of stream) {
    report({ kind: "output", chunk });
    await log.write(chunk);
  }
}
__name(copyToLog, "copyToLog");
function troubleOf(exit, argv) {
  const [program, ...args] = argv;
  switch (exit.kind) {
    case "engine-died":
    case "aborted":
      return exit;
    case "exited":
      if (exit.status === 0) return void 0;
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
    default:
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
  }
}
__name(troubleOf, "troubleOf");
function plainly(exec) {
  return { ...exec, argv: ["sh", "-c", 'umask 022; exec "$@" 2>&1', "sh", ...exec.argv] };
}
__name(plainly, "plainly");

// src/build/log.ts
import { once } from "node:events";
import { finished } from "node:stream/promises";
var TAIL_BYTES = 16384;
var TAIL_LINES = 20;
var GATHERED_BYTES = 65536;
var GATHERED_MS = 500;
async function openLog(file, host) {
  await host.makeFolder(joinPath(file, ".."));
  const stream = host.writeStream(file, "new");
  const failures = [];
  stream.on("error", (error) => void failures.push(error));
  const refuse = /* @__PURE__ */ __name(() => {
    for (const failure of failures) throw failure;
  }, "refuse");
  let gathered = [];
  let gatheredBytes = 0;
  let flushed = host.now();
  let end = Buffer.alloc(0);
  const flush = /* @__PURE__ */ __name(() => {
    const all = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    flushed = host.now();
    end = Buffer.concat([end, all.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    return stream.write(all);
  }, "flush");
  return {
    file,
    write: /* @__PURE__ */ __name(async (chunk) => {
      refuse();
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      const isDue = gatheredBytes >= GATHERED_BYTES || host.now() - flushed >= GATHERED_MS;
      if (isDue && !flush()) await once(stream, "drain");
    }, "write"),
    tail: /* @__PURE__ */ __name(() => {
      flush();
      return lastLines(end.toString("utf8"));
    }, "tail"),
    close: /* @__PURE__ */ __name(async () => {
      refuse();
      flush();
      stream.end();
      await finished(stream);
    }, "close")
  };
}
__name(openLog, "openLog");
function lastLines(text) {
  const plain = text.replace(/\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)|.)/g, "").replace(/\r+\n/g, "\n").replace(/[^\n]*\r/g, "").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
  return plain.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
}
__name(lastLines, "lastLines");

// src/build/unpack.ts
import { Readable } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";

// src/build/archive.ts
import path from "node:path";

// node_modules/tar/dist/esm/index.min.js
import Qr from "events";
import I from "fs";
import { EventEmitter as Di } from "node:events";
import Cs from "node:stream";
import { StringDecoder as Hr } from "node:string_decoder";
import cr from "node:path";
import Kt from "node:fs";
import { dirname as Fn, parse as kn } from "path";
import { EventEmitter as Dn } from "events";
import zi from "assert";
import { Buffer as Ot } from "buffer";
import * as Ps from "zlib";
import en from "zlib";
import { posix as Zt } from "node:path";
import { basename as _n } from "node:path";
import mi from "fs";
import X from "fs";
import js from "path";
import { win32 as Pn } from "node:path";
import ar from "path";
import Br from "node:fs";
import co from "node:assert";
import { randomBytes as Mr } from "node:crypto";
import u from "node:fs";
import R from "node:path";
import pr from "fs";
import wi from "node:fs";
import we from "node:path";
import k from "node:fs";
import ro from "node:fs/promises";
import Si from "node:path";
import { join as xr } from "node:path";
import v from "node:fs";
import Pr from "node:path";
var zr = Object.defineProperty;
var Ur = /* @__PURE__ */ __name((s3, t) => {
  for (var e in t) zr(s3, e, { get: t[e], enumerable: true });
}, "Ur");
var Ds = typeof process == "object" && process ? process : { stdout: null, stderr: null };
var Wr = /* @__PURE__ */ __name((s3) => !!s3 && typeof s3 == "object" && (s3 instanceof A || s3 instanceof Cs || Gr(s3) || Zr(s3)), "Wr");
var Gr = /* @__PURE__ */ __name((s3) => !!s3 && typeof s3 == "object" && s3 instanceof Di && typeof s3.pipe == "function" && s3.pipe !== Cs.Writable.prototype.pipe, "Gr");
var Zr = /* @__PURE__ */ __name((s3) => !!s3 && typeof s3 == "object" && s3 instanceof Di && typeof s3.write == "function" && typeof s3.end == "function", "Zr");
var Q = /* @__PURE__ */ Symbol("EOF");
var J = /* @__PURE__ */ Symbol("maybeEmitEnd");
var nt = /* @__PURE__ */ Symbol("emittedEnd");
var De = /* @__PURE__ */ Symbol("emittingEnd");
var qt = /* @__PURE__ */ Symbol("emittedError");
var Ne = /* @__PURE__ */ Symbol("closed");
var Ns = /* @__PURE__ */ Symbol("read");
var Ae = /* @__PURE__ */ Symbol("flush");
var As = /* @__PURE__ */ Symbol("flushChunk");
var z = /* @__PURE__ */ Symbol("encoding");
var Mt = /* @__PURE__ */ Symbol("decoder");
var g = /* @__PURE__ */ Symbol("flowing");
var Qt = /* @__PURE__ */ Symbol("paused");
var Bt = /* @__PURE__ */ Symbol("resume");
var b = /* @__PURE__ */ Symbol("buffer");
var N = /* @__PURE__ */ Symbol("pipes");
var _ = /* @__PURE__ */ Symbol("bufferLength");
var bi = /* @__PURE__ */ Symbol("bufferPush");
var Ie = /* @__PURE__ */ Symbol("bufferShift");
var L = /* @__PURE__ */ Symbol("objectMode");
var S = /* @__PURE__ */ Symbol("destroyed");
var _i = /* @__PURE__ */ Symbol("error");
var Oi = /* @__PURE__ */ Symbol("emitData");
var Is = /* @__PURE__ */ Symbol("emitEnd");
var Ti = /* @__PURE__ */ Symbol("emitEnd2");
var Z = /* @__PURE__ */ Symbol("async");
var xi = /* @__PURE__ */ Symbol("abort");
var Ce = /* @__PURE__ */ Symbol("aborted");
var Jt = /* @__PURE__ */ Symbol("signal");
var Rt = /* @__PURE__ */ Symbol("dataListeners");
var C = /* @__PURE__ */ Symbol("discarded");
var jt = /* @__PURE__ */ __name((s3) => Promise.resolve().then(s3), "jt");
var Yr = /* @__PURE__ */ __name((s3) => s3(), "Yr");
var Kr = /* @__PURE__ */ __name((s3) => s3 === "end" || s3 === "finish" || s3 === "prefinish", "Kr");
var Vr = /* @__PURE__ */ __name((s3) => s3 instanceof ArrayBuffer || !!s3 && typeof s3 == "object" && s3.constructor && s3.constructor.name === "ArrayBuffer" && s3.byteLength >= 0, "Vr");
var $r = /* @__PURE__ */ __name((s3) => !Buffer.isBuffer(s3) && ArrayBuffer.isView(s3), "$r");
var Fe = class {
  static {
    __name(this, "Fe");
  }
  src;
  dest;
  opts;
  ondrain;
  constructor(t, e, i) {
    this.src = t, this.dest = e, this.opts = i, this.ondrain = () => t[Bt](), this.dest.on("drain", this.ondrain);
  }
  unpipe() {
    this.dest.removeListener("drain", this.ondrain);
  }
  proxyErrors(t) {
  }
  end() {
    this.unpipe(), this.opts.end && this.dest.end();
  }
};
var Li = class extends Fe {
  static {
    __name(this, "Li");
  }
  unpipe() {
    this.src.removeListener("error", this.proxyErrors), super.unpipe();
  }
  constructor(t, e, i) {
    super(t, e, i), this.proxyErrors = (r) => this.dest.emit("error", r), t.on("error", this.proxyErrors);
  }
};
var Xr = /* @__PURE__ */ __name((s3) => !!s3.objectMode, "Xr");
var qr = /* @__PURE__ */ __name((s3) => !s3.objectMode && !!s3.encoding && s3.encoding !== "buffer", "qr");
var A = class extends Di {
  static {
    __name(this, "A");
  }
  [g] = false;
  [Qt] = false;
  [N] = [];
  [b] = [];
  [L];
  [z];
  [Z];
  [Mt];
  [Q] = false;
  [nt] = false;
  [De] = false;
  [Ne] = false;
  [qt] = null;
  [_] = 0;
  [S] = false;
  [Jt];
  [Ce] = false;
  [Rt] = 0;
  [C] = false;
  writable = true;
  readable = true;
  constructor(...t) {
    let e = t[0] || {};
    if (super(), e.objectMode && typeof e.encoding == "string") throw new TypeError("Encoding and objectMode may not be used together");
    Xr(e) ? (this[L] = true, this[z] = null) : qr(e) ? (this[z] = e.encoding, this[L] = false) : (this[L] = false, this[z] = null), this[Z] = !!e.async, this[Mt] = this[z] ? new Hr(this[z]) : null, e && e.debugExposeBuffer === true && Object.defineProperty(this, "buffer", { get: /* @__PURE__ */ __name(() => this[b], "get") }), e && e.debugExposePipes === true && Object.defineProperty(this, "pipes", { get: /* @__PURE__ */ __name(() => this[N], "get") });
    let { signal: i } = e;
    i && (this[Jt] = i, i.aborted ? this[xi]() : i.addEventListener("abort", () => this[xi]()));
  }
  get bufferLength() {
    return this[_];
  }
  get encoding() {
    return this[z];
  }
  set encoding(t) {
    throw new Error("Encoding must be set at instantiation time");
  }
  setEncoding(t) {
    throw new Error("Encoding must be set at instantiation time");
  }
  get objectMode() {
    return this[L];
  }
  set objectMode(t) {
    throw new Error("objectMode must be set at instantiation time");
  }
  get async() {
    return this[Z];
  }
  set async(t) {
    this[Z] = this[Z] || !!t;
  }
  [xi]() {
    this[Ce] = true, this.emit("abort", this[Jt]?.reason), this.destroy(this[Jt]?.reason);
  }
  get aborted() {
    return this[Ce];
  }
  set aborted(t) {
  }
  write(t, e, i) {
    if (this[Ce]) return false;
    if (this[Q]) throw new Error("write after end");
    if (this[S]) return this.emit("error", Object.assign(new Error("Cannot call write after a stream was destroyed"), { code: "ERR_STREAM_DESTROYED" })), true;
    typeof e == "function" && (i = e, e = "utf8"), e || (e = "utf8");
    let r = this[Z] ? jt : Yr;
    if (!this[L] && !Buffer.isBuffer(t)) {
      if ($r(t)) t = Buffer.from(t.buffer, t.byteOffset, t.byteLength);
      else if (Vr(t)) t = Buffer.from(t);
      else if (typeof t != "string") throw new Error("Non-contiguous data written to non-objectMode stream");
    }
    return this[L] ? (this[g] && this[_] !== 0 && this[Ae](true), this[g] ? this.emit("data", t) : this[bi](t), this[_] !== 0 && this.emit("readable"), i && r(i), this[g]) : t.length ? (typeof t == "string" && !(e === this[z] && !this[Mt]?.lastNeed) && (t = Buffer.from(t, e)), Buffer.isBuffer(t) && this[z] && (t = this[Mt].write(t)), this[g] && this[_] !== 0 && this[Ae](true), this[g] ? this.emit("data", t) : this[bi](t), this[_] !== 0 && this.emit("readable"), i && r(i), this[g]) : (this[_] !== 0 && this.emit("readable"), i && r(i), this[g]);
  }
  read(t) {
    if (this[S]) return null;
    if (this[C] = false, this[_] === 0 || t === 0 || t && t > this[_]) return this[J](), null;
    this[L] && (t = null), this[b].length > 1 && !this[L] && (this[b] = [this[z] ? this[b].join("") : Buffer.concat(this[b], this[_])]);
    let e = this[Ns](t || null, this[b][0]);
    return this[J](), e;
  }
  [Ns](t, e) {
    if (this[L]) this[Ie]();
    else {
      let i = e;
      t === i.length || t === null ? this[Ie]() : typeof i == "string" ? (this[b][0] = i.slice(t), e = i.slice(0, t), this[_] -= t) : (this[b][0] = i.subarray(t), e = i.subarray(0, t), this[_] -= t);
    }
    return this.emit("data", e), !this[b].length && !this[Q] && this.emit("drain"), e;
  }
  end(t, e, i) {
    return typeof t == "function" && (i = t, t = void 0), typeof e == "function" && (i = e, e = "utf8"), t !== void 0 && this.write(t, e), i && this.once("end", i), this[Q] = true, this.writable = false, (this[g] || !this[Qt]) && this[J](), this;
  }
  [Bt]() {
    this[S] || (!this[Rt] && !this[N].length && (this[C] = true), this[Qt] = false, this[g] = true, this.emit("resume"), this[b].length ? this[Ae]() : this[Q] ? this[J]() : this.emit("drain"));
  }
  resume() {
    return this[Bt]();
  }
  pause() {
    this[g] = false, this[Qt] = true, this[C] = false;
  }
  get destroyed() {
    return this[S];
  }
  get flowing() {
    return this[g];
  }
  get paused() {
    return this[Qt];
  }
  [bi](t) {
    this[L] ? this[_] += 1 : this[_] += t.length, this[b].push(t);
  }
  [Ie]() {
    return this[L] ? this[_] -= 1 : this[_] -= this[b][0].length, this[b].shift();
  }
  [Ae](t = false) {
    do
      ;
    while (this[As](this[Ie]()) && this[b].length);
    !t && !this[b].length && !this[Q] && this.emit("drain");
  }
  [As](t) {
    return this.emit("data", t), this[g];
  }
  pipe(t, e) {
    if (this[S]) return t;
    this[C] = false;
    let i = this[nt];
    return e = e || {}, t === Ds.stdout || t === Ds.stderr ? e.end = false : e.end = e.end !== false, e.proxyErrors = !!e.proxyErrors, i ? e.end && t.end() : (this[N].push(e.proxyErrors ? new Li(this, t, e) : new Fe(this, t, e)), this[Z] ? jt(() => this[Bt]()) : this[Bt]()), t;
  }
  unpipe(t) {
    let e = this[N].find((i) => i.dest === t);
    e && (this[N].length === 1 ? (this[g] && this[Rt] === 0 && (this[g] = false), this[N] = []) : this[N].splice(this[N].indexOf(e), 1), e.unpipe());
  }
  addListener(t, e) {
    return this.on(t, e);
  }
  on(t, e) {
    let i = super.on(t, e);
    if (t === "data") this[C] = false, this[Rt]++, !this[N].length && !this[g] && this[Bt]();
    else if (t === "readable" && this[_] !== 0) super.emit("readable");
    else if (Kr(t) && this[nt]) super.emit(t), this.removeAllListeners(t);
    else if (t === "error" && this[qt]) {
      let r = e;
      this[Z] ? jt(() => r.call(this, this[qt])) : r.call(this, this[qt]);
    }
    return i;
  }
  removeListener(t, e) {
    return this.off(t, e);
  }
  off(t, e) {
    let i = super.off(t, e);
    return t === "data" && (this[Rt] = this.listeners("data").length, this[Rt] === 0 && !this[C] && !this[N].length && (this[g] = false)), i;
  }
  removeAllListeners(t) {
    let e = super.removeAllListeners(t);
    return (t === "data" || t === void 0) && (this[Rt] = 0, !this[C] && !this[N].length && (this[g] = false)), e;
  }
  get emittedEnd() {
    return this[nt];
  }
  [J]() {
    !this[De] && !this[nt] && !this[S] && this[b].length === 0 && this[Q] && (this[De] = true, this.emit("end"), this.emit("prefinish"), this.emit("finish"), this[Ne] && this.emit("close"), this[De] = false);
  }
  emit(t, ...e) {
    let i = e[0];
    if (t !== "error" && t !== "close" && t !== S && this[S]) return false;
    if (t === "data") return !this[L] && !i ? false : this[Z] ? (jt(() => this[Oi](i)), true) : this[Oi](i);
    if (t === "end") return this[Is]();
    if (t === "close") {
      if (this[Ne] = true, !this[nt] && !this[S]) return false;
      let n = super.emit("close");
      return this.removeAllListeners("close"), n;
    } else if (t === "error") {
      this[qt] = i, super.emit(_i, i);
      let n = !this[Jt] || this.listeners("error").length ? super.emit("error", i) : false;
      return this[J](), n;
    } else if (t === "resume") {
      let n = super.emit("resume");
      return this[J](), n;
    } else if (t === "finish" || t === "prefinish") {
      let n = super.emit(t);
      return this.removeAllListeners(t), n;
    }
    let r = super.emit(t, ...e);
    return this[J](), r;
  }
  [Oi](t) {
    for (let i of this[N]) i.dest.write(t) === false && this.pause();
    let e = this[C] ? false : super.emit("data", t);
    return this[J](), e;
  }
  [Is]() {
    return this[nt] ? false : (this[nt] = true, this.readable = false, this[Z] ? (jt(() => this[Ti]()), true) : this[Ti]());
  }
  [Ti]() {
    if (this[Mt]) {
      let e = this[Mt].end();
      if (e) {
        for (let i of this[N]) i.dest.write(e);
        this[C] || super.emit("data", e);
      }
    }
    for (let e of this[N]) e.end();
    let t = super.emit("end");
    return this.removeAllListeners("end"), t;
  }
  async collect() {
    let t = Object.assign([], { dataLength: 0 });
    this[L] || (t.dataLength = 0);
    let e = this.promise();
    return this.on("data", (i) => {
      t.push(i), this[L] || (t.dataLength += i.length);
    }), await e, t;
  }
  async concat() {
    if (this[L]) throw new Error("cannot concat in objectMode");
    let t = await this.collect();
    return this[z] ? t.join("") : Buffer.concat(t, t.dataLength);
  }
  async promise() {
    return new Promise((t, e) => {
      this.on(S, () => e(new Error("stream destroyed"))), this.on("error", (i) => e(i)), this.on("end", () => t());
    });
  }
  [Symbol.asyncIterator]() {
    this[C] = false;
    let t = false, e = /* @__PURE__ */ __name(async () => (this.pause(), t = true, { value: void 0, done: true }), "e");
    return { next: /* @__PURE__ */ __name(() => {
      if (t) return e();
      let r = this.read();
      if (r !== null) return Promise.resolve({ done: false, value: r });
      if (this[Q]) return e();
      let n, o, h = /* @__PURE__ */ __name((d) => {
        this.off("data", a), this.off("end", l), this.off(S, c), e(), o(d);
      }, "h"), a = /* @__PURE__ */ __name((d) => {
        this.off("error", h), this.off("end", l), this.off(S, c), this.pause(), n({ value: d, done: !!this[Q] });
      }, "a"), l = /* @__PURE__ */ __name(() => {
        this.off("error", h), this.off("data", a), this.off(S, c), e(), n({ done: true, value: void 0 });
      }, "l"), c = /* @__PURE__ */ __name(() => h(new Error("stream destroyed")), "c");
      return new Promise((d, y) => {
        o = y, n = d, this.once(S, c), this.once("error", h), this.once("end", l), this.once("data", a);
      });
    }, "next"), throw: e, return: e, [Symbol.asyncIterator]() {
      return this;
    }, [Symbol.asyncDispose]: async () => {
    } };
  }
  [Symbol.iterator]() {
    this[C] = false;
    let t = false, e = /* @__PURE__ */ __name(() => (this.pause(), this.off(_i, e), this.off(S, e), this.off("end", e), t = true, { done: true, value: void 0 }), "e"), i = /* @__PURE__ */ __name(() => {
      if (t) return e();
      let r = this.read();
      return r === null ? e() : { done: false, value: r };
    }, "i");
    return this.once("end", e), this.once(_i, e), this.once(S, e), { next: i, throw: e, return: e, [Symbol.iterator]() {
      return this;
    }, [Symbol.dispose]: () => {
    } };
  }
  destroy(t) {
    if (this[S]) return t ? this.emit("error", t) : this.emit(S), this;
    this[S] = true, this[C] = true, this[b].length = 0, this[_] = 0;
    let e = this;
    return typeof e.close == "function" && !this[Ne] && e.close(), t ? this.emit("error", t) : this.emit(S), this;
  }
  static get isStream() {
    return Wr;
  }
};
var Jr = I.writev;
var ht = /* @__PURE__ */ Symbol("_autoClose");
var H = /* @__PURE__ */ Symbol("_close");
var te = /* @__PURE__ */ Symbol("_ended");
var m = /* @__PURE__ */ Symbol("_fd");
var Ni = /* @__PURE__ */ Symbol("_finished");
var tt = /* @__PURE__ */ Symbol("_flags");
var Ai = /* @__PURE__ */ Symbol("_flush");
var ki = /* @__PURE__ */ Symbol("_handleChunk");
var vi = /* @__PURE__ */ Symbol("_makeBuf");
var ie = /* @__PURE__ */ Symbol("_mode");
var ke = /* @__PURE__ */ Symbol("_needDrain");
var Ut = /* @__PURE__ */ Symbol("_onerror");
var Ht = /* @__PURE__ */ Symbol("_onopen");
var Ii = /* @__PURE__ */ Symbol("_onread");
var Pt = /* @__PURE__ */ Symbol("_onwrite");
var at = /* @__PURE__ */ Symbol("_open");
var U = /* @__PURE__ */ Symbol("_path");
var ot = /* @__PURE__ */ Symbol("_pos");
var Y = /* @__PURE__ */ Symbol("_queue");
var zt = /* @__PURE__ */ Symbol("_read");
var Ci = /* @__PURE__ */ Symbol("_readSize");
var j = /* @__PURE__ */ Symbol("_reading");
var ee = /* @__PURE__ */ Symbol("_remain");
var Fi = /* @__PURE__ */ Symbol("_size");
var ve = /* @__PURE__ */ Symbol("_write");
var gt = /* @__PURE__ */ Symbol("_writing");
var Me = /* @__PURE__ */ Symbol("_defaultFlag");
var bt = /* @__PURE__ */ Symbol("_errored");
var _t = class extends A {
  static {
    __name(this, "_t");
  }
  [bt] = false;
  [m];
  [U];
  [Ci];
  [j] = false;
  [Fi];
  [ee];
  [ht];
  constructor(t, e) {
    if (e = e || {}, super(e), this.readable = true, this.writable = false, typeof t != "string") throw new TypeError("path must be a string");
    this[bt] = false, this[m] = typeof e.fd == "number" ? e.fd : void 0, this[U] = t, this[Ci] = e.readSize || 16 * 1024 * 1024, this[j] = false, this[Fi] = typeof e.size == "number" ? e.size : 1 / 0, this[ee] = this[Fi], this[ht] = typeof e.autoClose == "boolean" ? e.autoClose : true, typeof this[m] == "number" ? this[zt]() : this[at]();
  }
  get fd() {
    return this[m];
  }
  get path() {
    return this[U];
  }
  write() {
    throw new TypeError("this is a readable stream");
  }
  end() {
    throw new TypeError("this is a readable stream");
  }
  [at]() {
    I.open(this[U], "r", (t, e) => this[Ht](t, e));
  }
  [Ht](t, e) {
    t ? this[Ut](t) : (this[m] = e, this.emit("open", e), this[zt]());
  }
  [vi]() {
    return Buffer.allocUnsafe(Math.min(this[Ci], this[ee]));
  }
  [zt]() {
    if (!this[j]) {
      this[j] = true;
      let t = this[vi]();
      if (t.length === 0) return process.nextTick(() => this[Ii](null, 0, t));
      I.read(this[m], t, 0, t.length, null, (e, i, r) => this[Ii](e, i, r));
    }
  }
  [Ii](t, e, i) {
    this[j] = false, t ? this[Ut](t) : this[ki](e, i) && this[zt]();
  }
  [H]() {
    if (this[ht] && typeof this[m] == "number") {
      let t = this[m];
      this[m] = void 0, I.close(t, (e) => e ? this.emit("error", e) : this.emit("close"));
    }
  }
  [Ut](t) {
    this[j] = true, this[H](), this.emit("error", t);
  }
  [ki](t, e) {
    let i = false;
    return this[ee] -= t, t > 0 && (i = super.write(t < e.length ? e.subarray(0, t) : e)), (t === 0 || this[ee] <= 0) && (i = false, this[H](), super.end()), i;
  }
  emit(t, ...e) {
    switch (t) {
      case "prefinish":
      case "finish":
        return false;
      case "drain":
        return typeof this[m] == "number" && this[zt](), false;
      case "error":
        return this[bt] ? false : (this[bt] = true, super.emit(t, ...e));
      default:
        return super.emit(t, ...e);
    }
  }
};
var Be = class extends _t {
  static {
    __name(this, "Be");
  }
  [at]() {
    let t = true;
    try {
      this[Ht](null, I.openSync(this[U], "r")), t = false;
    } finally {
      t && this[H]();
    }
  }
  [zt]() {
    let t = true;
    try {
      if (!this[j]) {
        this[j] = true;
        do {
          let e = this[vi](), i = e.length === 0 ? 0 : I.readSync(this[m], e, 0, e.length, null);
          if (!this[ki](i, e)) break;
        } while (true);
        this[j] = false;
      }
      t = false;
    } finally {
      t && this[H]();
    }
  }
  [H]() {
    if (this[ht] && typeof this[m] == "number") {
      let t = this[m];
      this[m] = void 0, I.closeSync(t), this.emit("close");
    }
  }
};
var et = class extends Qr {
  static {
    __name(this, "et");
  }
  readable = false;
  writable = true;
  [bt] = false;
  [gt] = false;
  [te] = false;
  [Y] = [];
  [ke] = false;
  [U];
  [ie];
  [ht];
  [m];
  [Me];
  [tt];
  [Ni] = false;
  [ot];
  constructor(t, e) {
    e = e || {}, super(e), this[U] = t, this[m] = typeof e.fd == "number" ? e.fd : void 0, this[ie] = e.mode === void 0 ? 438 : e.mode, this[ot] = typeof e.start == "number" ? e.start : void 0, this[ht] = typeof e.autoClose == "boolean" ? e.autoClose : true;
    let i = this[ot] !== void 0 ? "r+" : "w";
    this[Me] = e.flags === void 0, this[tt] = e.flags === void 0 ? i : e.flags, this[m] === void 0 && this[at]();
  }
  emit(t, ...e) {
    if (t === "error") {
      if (this[bt]) return false;
      this[bt] = true;
    }
    return super.emit(t, ...e);
  }
  get fd() {
    return this[m];
  }
  get path() {
    return this[U];
  }
  [Ut](t) {
    this[H](), this[gt] = true, this.emit("error", t);
  }
  [at]() {
    I.open(this[U], this[tt], this[ie], (t, e) => this[Ht](t, e));
  }
  [Ht](t, e) {
    this[Me] && this[tt] === "r+" && t && t.code === "ENOENT" ? (this[tt] = "w", this[at]()) : t ? this[Ut](t) : (this[m] = e, this.emit("open", e), this[gt] || this[Ai]());
  }
  end(t, e) {
    return t && this.write(t, e), this[te] = true, !this[gt] && !this[Y].length && typeof this[m] == "number" && this[Pt](null, 0), this;
  }
  write(t, e) {
    return typeof t == "string" && (t = Buffer.from(t, e)), this[te] ? (this.emit("error", new Error("write() after end()")), false) : this[m] === void 0 || this[gt] || this[Y].length ? (this[Y].push(t), this[ke] = true, false) : (this[gt] = true, this[ve](t), true);
  }
  [ve](t) {
    I.write(this[m], t, 0, t.length, this[ot], (e, i) => this[Pt](e, i));
  }
  [Pt](t, e) {
    t ? this[Ut](t) : (this[ot] !== void 0 && typeof e == "number" && (this[ot] += e), this[Y].length ? this[Ai]() : (this[gt] = false, this[te] && !this[Ni] ? (this[Ni] = true, this[H](), this.emit("finish")) : this[ke] && (this[ke] = false, this.emit("drain"))));
  }
  [Ai]() {
    if (this[Y].length === 0) this[te] && this[Pt](null, 0);
    else if (this[Y].length === 1) this[ve](this[Y].pop());
    else {
      let t = this[Y];
      this[Y] = [], Jr(this[m], t, this[ot], (e, i) => this[Pt](e, i));
    }
  }
  [H]() {
    if (this[ht] && typeof this[m] == "number") {
      let t = this[m];
      this[m] = void 0, I.close(t, (e) => e ? this.emit("error", e) : this.emit("close"));
    }
  }
};
var Wt = class extends et {
  static {
    __name(this, "Wt");
  }
  [at]() {
    let t;
    if (this[Me] && this[tt] === "r+") try {
      t = I.openSync(this[U], this[tt], this[ie]);
    } catch (e) {
      if (e?.code === "ENOENT") return this[tt] = "w", this[at]();
      throw e;
    }
    else t = I.openSync(this[U], this[tt], this[ie]);
    this[Ht](null, t);
  }
  [H]() {
    if (this[ht] && typeof this[m] == "number") {
      let t = this[m];
      this[m] = void 0, I.closeSync(t), this.emit("close");
    }
  }
  [ve](t) {
    let e = true;
    try {
      this[Pt](null, I.writeSync(this[m], t, 0, t.length, this[ot])), e = false;
    } finally {
      if (e) try {
        this[H]();
      } catch {
      }
    }
  }
};
var jr = /* @__PURE__ */ new Map([["C", "cwd"], ["f", "file"], ["z", "gzip"], ["P", "preservePaths"], ["U", "unlink"], ["strip-components", "strip"], ["stripComponents", "strip"], ["keep-newer", "newer"], ["keepNewer", "newer"], ["keep-newer-files", "newer"], ["keepNewerFiles", "newer"], ["k", "keep"], ["keep-existing", "keep"], ["keepExisting", "keep"], ["m", "noMtime"], ["no-mtime", "noMtime"], ["p", "preserveOwner"], ["L", "follow"], ["h", "follow"], ["onentry", "onReadEntry"]]);
var Fs = /* @__PURE__ */ __name((s3) => !!s3.sync && !!s3.file, "Fs");
var ks = /* @__PURE__ */ __name((s3) => !s3.sync && !!s3.file, "ks");
var vs = /* @__PURE__ */ __name((s3) => !!s3.sync && !s3.file, "vs");
var Ms = /* @__PURE__ */ __name((s3) => !s3.sync && !s3.file, "Ms");
var Bs = /* @__PURE__ */ __name((s3) => !!s3.file, "Bs");
var tn = /* @__PURE__ */ __name((s3) => {
  let t = jr.get(s3);
  return t || s3;
}, "tn");
var se = /* @__PURE__ */ __name((s3 = {}) => {
  if (!s3) return {};
  let t = {};
  for (let [e, i] of Object.entries(s3)) {
    let r = tn(e);
    t[r] = i;
  }
  return t.chmod === void 0 && t.noChmod === false && (t.chmod = true), delete t.noChmod, t;
}, "se");
var K = /* @__PURE__ */ __name((s3, t, e, i, r) => Object.assign((n = [], o, h) => {
  Array.isArray(n) && (o = n, n = {}), typeof o == "function" && (h = o, o = void 0), o = o ? Array.from(o) : [];
  let a = se(n);
  if (r?.(a, o), Fs(a)) {
    if (typeof h == "function") throw new TypeError("callback not supported for sync tar functions");
    return s3(a, o);
  } else if (ks(a)) {
    let l = t(a, o);
    return h ? l.then(() => h(), h) : l;
  } else if (vs(a)) {
    if (typeof h == "function") throw new TypeError("callback not supported for sync tar functions");
    return e(a, o);
  } else if (Ms(a)) {
    if (typeof h == "function") throw new TypeError("callback only supported with file option");
    return i(a, o);
  }
  throw new Error("impossible options??");
}, { syncFile: s3, asyncFile: t, syncNoFile: e, asyncNoFile: i, validate: r }), "K");
var sn = en.constants || { ZLIB_VERNUM: 4736 };
var M = Object.freeze(Object.assign(/* @__PURE__ */ Object.create(null), { Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4, Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6, Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0, DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7, BROTLI_DECODE: 8, BROTLI_ENCODE: 9, Z_MIN_WINDOWBITS: 8, Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15, Z_MIN_CHUNK: 64, Z_MAX_CHUNK: 1 / 0, Z_DEFAULT_CHUNK: 16384, Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9, Z_DEFAULT_MEMLEVEL: 8, Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1, BROTLI_OPERATION_PROCESS: 0, BROTLI_OPERATION_FLUSH: 1, BROTLI_OPERATION_FINISH: 2, BROTLI_OPERATION_EMIT_METADATA: 3, BROTLI_MODE_GENERIC: 0, BROTLI_MODE_TEXT: 1, BROTLI_MODE_FONT: 2, BROTLI_DEFAULT_MODE: 0, BROTLI_MIN_QUALITY: 0, BROTLI_MAX_QUALITY: 11, BROTLI_DEFAULT_QUALITY: 11, BROTLI_MIN_WINDOW_BITS: 10, BROTLI_MAX_WINDOW_BITS: 24, BROTLI_LARGE_MAX_WINDOW_BITS: 30, BROTLI_DEFAULT_WINDOW: 22, BROTLI_MIN_INPUT_BLOCK_BITS: 16, BROTLI_MAX_INPUT_BLOCK_BITS: 24, BROTLI_PARAM_MODE: 0, BROTLI_PARAM_QUALITY: 1, BROTLI_PARAM_LGWIN: 2, BROTLI_PARAM_LGBLOCK: 3, BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4, BROTLI_PARAM_SIZE_HINT: 5, BROTLI_PARAM_LARGE_WINDOW: 6, BROTLI_PARAM_NPOSTFIX: 7, BROTLI_PARAM_NDIRECT: 8, BROTLI_DECODER_RESULT_ERROR: 0, BROTLI_DECODER_RESULT_SUCCESS: 1, BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3, BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0, BROTLI_DECODER_PARAM_LARGE_WINDOW: 1, BROTLI_DECODER_NO_ERROR: 0, BROTLI_DECODER_SUCCESS: 1, BROTLI_DECODER_NEEDS_MORE_INPUT: 2, BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3, BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_NIBBLE: -1, BROTLI_DECODER_ERROR_FORMAT_RESERVED: -2, BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_META_NIBBLE: -3, BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4, BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_SAME: -5, BROTLI_DECODER_ERROR_FORMAT_CL_SPACE: -6, BROTLI_DECODER_ERROR_FORMAT_HUFFMAN_SPACE: -7, BROTLI_DECODER_ERROR_FORMAT_CONTEXT_MAP_REPEAT: -8, BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_1: -9, BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_2: -10, BROTLI_DECODER_ERROR_FORMAT_TRANSFORM: -11, BROTLI_DECODER_ERROR_FORMAT_DICTIONARY: -12, BROTLI_DECODER_ERROR_FORMAT_WINDOW_BITS: -13, BROTLI_DECODER_ERROR_FORMAT_PADDING_1: -14, BROTLI_DECODER_ERROR_FORMAT_PADDING_2: -15, BROTLI_DECODER_ERROR_FORMAT_DISTANCE: -16, BROTLI_DECODER_ERROR_DICTIONARY_NOT_SET: -19, BROTLI_DECODER_ERROR_INVALID_ARGUMENTS: -20, BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES: -21, BROTLI_DECODER_ERROR_ALLOC_TREE_GROUPS: -22, BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MAP: -25, BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_1: -26, BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_2: -27, BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES: -30, BROTLI_DECODER_ERROR_UNREACHABLE: -31 }, sn));
var rn = Ot.concat;
var zs = Object.getOwnPropertyDescriptor(Ot, "concat");
var nn = /* @__PURE__ */ __name((s3) => s3, "nn");
var Bi = zs?.writable === true || zs?.set !== void 0 ? (s3) => {
  Ot.concat = s3 ? nn : rn;
} : (s3) => {
};
var Tt = /* @__PURE__ */ Symbol("_superWrite");
var Gt = class extends Error {
  static {
    __name(this, "Gt");
  }
  code;
  errno;
  constructor(t, e) {
    super("zlib: " + t.message, { cause: t }), this.code = t.code, this.errno = t.errno, this.code || (this.code = "ZLIB_ERROR"), this.message = "zlib: " + t.message, Error.captureStackTrace(this, e ?? this.constructor);
  }
  get name() {
    return "ZlibError";
  }
};
var Pi = /* @__PURE__ */ Symbol("flushFlag");
var re = class extends A {
  static {
    __name(this, "re");
  }
  #t = false;
  #i = false;
  #s;
  #n;
  #r;
  #e;
  #o;
  get sawError() {
    return this.#t;
  }
  get handle() {
    return this.#e;
  }
  get flushFlag() {
    return this.#s;
  }
  constructor(t, e) {
    if (!t || typeof t != "object") throw new TypeError("invalid options for ZlibBase constructor");
    if (super(t), this.#s = t.flush ?? 0, this.#n = t.finishFlush ?? 0, this.#r = t.fullFlushFlag ?? 0, typeof Ps[e] != "function") throw new TypeError("Compression method not supported: " + e);
    try {
      this.#e = new Ps[e](t);
    } catch (i) {
      throw new Gt(i, this.constructor);
    }
    this.#o = (i) => {
      this.#t || (this.#t = true, this.close(), this.emit("error", i));
    }, this.#e?.on("error", (i) => this.#o(new Gt(i))), this.once("end", () => this.close);
  }
  close() {
    this.#e && (this.#e.close(), this.#e = void 0, this.emit("close"));
  }
  reset() {
    if (!this.#t) return zi(this.#e, "zlib binding closed"), this.#e.reset?.();
  }
  flush(t) {
    this.ended || (typeof t != "number" && (t = this.#r), this.write(Object.assign(Ot.alloc(0), { [Pi]: t })));
  }
  end(t, e, i) {
    return typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), t && (e ? this.write(t, e) : this.write(t)), this.flush(this.#n), this.#i = true, super.end(i);
  }
  get ended() {
    return this.#i;
  }
  [Tt](t) {
    return super.write(t);
  }
  write(t, e, i) {
    if (typeof e == "function" && (i = e, e = "utf8"), typeof t == "string" && (t = Ot.from(t, e)), this.#t) return;
    zi(this.#e, "zlib binding closed");
    let r = this.#e._handle, n = r.close;
    r.close = () => {
    };
    let o = this.#e.close;
    this.#e.close = () => {
    }, Bi(true);
    let h;
    try {
      let l = typeof t[Pi] == "number" ? t[Pi] : this.#s;
      h = this.#e._processChunk(t, l), Bi(false);
    } catch (l) {
      Bi(false), this.#o(new Gt(l, this.write));
    } finally {
      this.#e && (this.#e._handle = r, r.close = n, this.#e.close = o, this.#e.removeAllListeners("error"));
    }
    this.#e && this.#e.on("error", (l) => this.#o(new Gt(l, this.write)));
    let a;
    if (h) if (Array.isArray(h) && h.length > 0) {
      let l = h[0];
      a = this[Tt](Ot.from(l));
      for (let c = 1; c < h.length; c++) a = this[Tt](h[c]);
    } else a = this[Tt](Ot.from(h));
    return i && i(), a;
  }
};
var Pe = class extends re {
  static {
    __name(this, "Pe");
  }
  #t;
  #i;
  constructor(t, e) {
    t = t || {}, t.flush = t.flush || M.Z_NO_FLUSH, t.finishFlush = t.finishFlush || M.Z_FINISH, t.fullFlushFlag = M.Z_FULL_FLUSH, super(t, e), this.#t = t.level, this.#i = t.strategy;
  }
  params(t, e) {
    if (!this.sawError) {
      if (!this.handle) throw new Error("cannot switch params when binding is closed");
      if (!this.handle.params) throw new Error("not supported in this implementation");
      if (this.#t !== t || this.#i !== e) {
        this.flush(M.Z_SYNC_FLUSH), zi(this.handle, "zlib binding closed");
        let i = this.handle.flush;
        this.handle.flush = (r, n) => {
          typeof r == "function" && (n = r, r = this.flushFlag), this.flush(r), n?.();
        };
        try {
          this.handle.params(t, e);
        } finally {
          this.handle.flush = i;
        }
        this.handle && (this.#t = t, this.#i = e);
      }
    }
  }
};
var ze = class extends Pe {
  static {
    __name(this, "ze");
  }
  #t;
  constructor(t) {
    super(t, "Gzip"), this.#t = t && !!t.portable;
  }
  [Tt](t) {
    return this.#t ? (this.#t = false, t[9] = 255, super[Tt](t)) : super[Tt](t);
  }
};
var Ue = class extends Pe {
  static {
    __name(this, "Ue");
  }
  constructor(t) {
    super(t, "Unzip");
  }
};
var He = class extends re {
  static {
    __name(this, "He");
  }
  constructor(t, e) {
    t = t || {}, t.flush = t.flush || M.BROTLI_OPERATION_PROCESS, t.finishFlush = t.finishFlush || M.BROTLI_OPERATION_FINISH, t.fullFlushFlag = M.BROTLI_OPERATION_FLUSH, super(t, e);
  }
};
var We = class extends He {
  static {
    __name(this, "We");
  }
  constructor(t) {
    super(t, "BrotliCompress");
  }
};
var Ge = class extends He {
  static {
    __name(this, "Ge");
  }
  constructor(t) {
    super(t, "BrotliDecompress");
  }
};
var Ze = class extends re {
  static {
    __name(this, "Ze");
  }
  constructor(t, e) {
    t = t || {}, t.flush = t.flush || M.ZSTD_e_continue, t.finishFlush = t.finishFlush || M.ZSTD_e_end, t.fullFlushFlag = M.ZSTD_e_flush, super(t, e);
  }
};
var Ye = class extends Ze {
  static {
    __name(this, "Ye");
  }
  constructor(t) {
    super(t, "ZstdCompress");
  }
};
var Ke = class extends Ze {
  static {
    __name(this, "Ke");
  }
  constructor(t) {
    super(t, "ZstdDecompress");
  }
};
var Us = /* @__PURE__ */ __name((s3, t) => {
  if (Number.isSafeInteger(s3)) s3 < 0 ? an(s3, t) : hn(s3, t);
  else throw Error("cannot encode number outside of javascript safe integer range");
  return t;
}, "Us");
var hn = /* @__PURE__ */ __name((s3, t) => {
  t[0] = 128;
  for (var e = t.length; e > 1; e--) t[e - 1] = s3 & 255, s3 = Math.floor(s3 / 256);
}, "hn");
var an = /* @__PURE__ */ __name((s3, t) => {
  t[0] = 255;
  var e = false;
  s3 = s3 * -1;
  for (var i = t.length; i > 1; i--) {
    var r = s3 & 255;
    s3 = Math.floor(s3 / 256), e ? t[i - 1] = Ws(r) : r === 0 ? t[i - 1] = 0 : (e = true, t[i - 1] = Gs(r));
  }
}, "an");
var Hs = /* @__PURE__ */ __name((s3) => {
  let t = s3[0], e = t === 128 ? cn(s3.subarray(1, s3.length)) : t === 255 ? ln(s3) : null;
  if (e === null) throw Error("invalid base256 encoding");
  if (!Number.isSafeInteger(e)) throw Error("parsed number outside of javascript safe integer range");
  return e;
}, "Hs");
var ln = /* @__PURE__ */ __name((s3) => {
  for (var t = s3.length, e = 0, i = false, r = t - 1; r > -1; r--) {
    var n = Number(s3[r]), o;
    i ? o = Ws(n) : n === 0 ? o = n : (i = true, o = Gs(n)), o !== 0 && (e -= o * Math.pow(256, t - r - 1));
  }
  return e;
}, "ln");
var cn = /* @__PURE__ */ __name((s3) => {
  for (var t = s3.length, e = 0, i = t - 1; i > -1; i--) {
    var r = Number(s3[i]);
    r !== 0 && (e += r * Math.pow(256, t - i - 1));
  }
  return e;
}, "cn");
var Ws = /* @__PURE__ */ __name((s3) => (255 ^ s3) & 255, "Ws");
var Gs = /* @__PURE__ */ __name((s3) => (255 ^ s3) + 1 & 255, "Gs");
var Hi = {};
Ur(Hi, { code: /* @__PURE__ */ __name(() => Ve, "code"), isCode: /* @__PURE__ */ __name(() => ne, "isCode"), isName: /* @__PURE__ */ __name(() => dn, "isName"), name: /* @__PURE__ */ __name(() => oe, "name"), normalFsTypes: /* @__PURE__ */ __name(() => Ui, "normalFsTypes") });
var ne = /* @__PURE__ */ __name((s3) => oe.has(s3), "ne");
var dn = /* @__PURE__ */ __name((s3) => Ve.has(s3), "dn");
var Ui = /* @__PURE__ */ new Set(["0", "", "1", "2", "3", "4", "5", "6", "7", "D"]);
var oe = /* @__PURE__ */ new Map([["0", "File"], ["", "OldFile"], ["1", "Link"], ["2", "SymbolicLink"], ["3", "CharacterDevice"], ["4", "BlockDevice"], ["5", "Directory"], ["6", "FIFO"], ["7", "ContiguousFile"], ["g", "GlobalExtendedHeader"], ["x", "ExtendedHeader"], ["A", "SolarisACL"], ["D", "GNUDumpDir"], ["I", "Inode"], ["K", "NextFileHasLongLinkpath"], ["L", "NextFileHasLongPath"], ["M", "ContinuationFile"], ["N", "OldGnuLongPath"], ["S", "SparseFile"], ["V", "TapeVolumeHeader"], ["X", "OldExtendedHeader"]]);
var Ve = new Map(Array.from(oe).map((s3) => [s3[1], s3[0]]));
var un = /* @__PURE__ */ __name((s3) => s3 === void 0 || s3 < 0 ? void 0 : s3, "un");
var F = class {
  static {
    __name(this, "F");
  }
  cksumValid = false;
  needPax = false;
  nullBlock = false;
  block;
  path;
  mode;
  uid;
  gid;
  size;
  cksum;
  #t = "Unsupported";
  linkpath;
  uname;
  gname;
  devmaj = 0;
  devmin = 0;
  atime;
  ctime;
  mtime;
  charset;
  comment;
  constructor(t, e = 0, i, r) {
    Buffer.isBuffer(t) ? this.decode(t, e || 0, i, r) : t && this.#i(t);
  }
  decode(t, e, i, r) {
    if (e || (e = 0), !t || !(t.length >= e + 512)) throw new Error("need 512 bytes for header");
    let n = xt(t, e + 156, 1), o = Ui.has(n), h = o ? i : void 0, a = o ? r : void 0;
    if (this.path = h?.path ?? xt(t, e, 100), this.mode = h?.mode ?? a?.mode ?? lt(t, e + 100, 8), this.uid = h?.uid ?? a?.uid ?? lt(t, e + 108, 8), this.gid = h?.gid ?? a?.gid ?? lt(t, e + 116, 8), this.size = un(h?.size ?? a?.size ?? lt(t, e + 124, 12)), this.mtime = h?.mtime ?? a?.mtime ?? Wi(t, e + 136, 12), this.cksum = lt(t, e + 148, 12), a && this.#i(a, true), h && this.#i(h), ne(n) && (this.#t = n || "0"), this.#t === "0" && this.path.slice(-1) === "/" && (this.#t = "5"), this.#t === "5" && (this.size = 0), this.linkpath = xt(t, e + 157, 100), t.subarray(e + 257, e + 265).toString() === "ustar\x0000") if (this.uname = h?.uname ?? a?.uname ?? xt(t, e + 265, 32), this.gname = h?.gname ?? a?.gname ?? xt(t, e + 297, 32), this.devmaj = h?.devmaj ?? a?.devmaj ?? lt(t, e + 329, 8) ?? 0, this.devmin = h?.devmin ?? a?.devmin ?? lt(t, e + 337, 8) ?? 0, t[e + 475] !== 0) {
      let c = xt(t, e + 345, 155);
      this.path = c + "/" + this.path;
    } else {
      let c = xt(t, e + 345, 130);
      c && (this.path = c + "/" + this.path), this.atime = i?.atime ?? r?.atime ?? Wi(t, e + 476, 12), this.ctime = i?.ctime ?? r?.ctime ?? Wi(t, e + 488, 12);
    }
    let l = 256;
    for (let c = e; c < e + 148; c++) l += t[c];
    for (let c = e + 156; c < e + 512; c++) l += t[c];
    this.cksumValid = l === this.cksum, this.cksum === void 0 && l === 256 && (this.nullBlock = true);
  }
  #i(t, e = false) {
    Object.assign(this, Object.fromEntries(Object.entries(t).filter(([i, r]) => !(r == null || i === "size" && Number(r) < 0 || i === "path" && e || i === "linkpath" && e || i === "global"))));
  }
  encode(t, e = 0) {
    if (t || (t = this.block = Buffer.alloc(512)), this.#t === "Unsupported" && (this.#t = "0"), !(t.length >= e + 512)) throw new Error("need 512 bytes for header");
    let i = this.ctime || this.atime ? 130 : 155, r = mn(this.path || "", i), n = r[0], o = r[1];
    this.needPax = !!r[2], this.needPax = Lt(t, e, 100, n) || this.needPax, this.needPax = ct(t, e + 100, 8, this.mode) || this.needPax, this.needPax = ct(t, e + 108, 8, this.uid) || this.needPax, this.needPax = ct(t, e + 116, 8, this.gid) || this.needPax, this.needPax = ct(t, e + 124, 12, this.size) || this.needPax, this.needPax = Gi(t, e + 136, 12, this.mtime) || this.needPax, t[e + 156] = Number(this.#t.codePointAt(0)), this.needPax = Lt(t, e + 157, 100, this.linkpath) || this.needPax, t.write("ustar\x0000", e + 257, 8), this.needPax = Lt(t, e + 265, 32, this.uname) || this.needPax, this.needPax = Lt(t, e + 297, 32, this.gname) || this.needPax, this.needPax = ct(t, e + 329, 8, this.devmaj) || this.needPax, this.needPax = ct(t, e + 337, 8, this.devmin) || this.needPax, this.needPax = Lt(t, e + 345, i, o) || this.needPax, t[e + 475] !== 0 ? this.needPax = Lt(t, e + 345, 155, o) || this.needPax : (this.needPax = Lt(t, e + 345, 130, o) || this.needPax, this.needPax = Gi(t, e + 476, 12, this.atime) || this.needPax, this.needPax = Gi(t, e + 488, 12, this.ctime) || this.needPax);
    let h = 256;
    for (let a = e; a < e + 148; a++) h += t[a];
    for (let a = e + 156; a < e + 512; a++) h += t[a];
    return this.cksum = h, ct(t, e + 148, 8, this.cksum), this.cksumValid = true, this.needPax;
  }
  get type() {
    return this.#t === "Unsupported" ? this.#t : oe.get(this.#t);
  }
  get typeKey() {
    return this.#t;
  }
  set type(t) {
    let e = String(Ve.get(t));
    if (ne(e) || e === "Unsupported") this.#t = e;
    else if (ne(t)) this.#t = t;
    else throw new TypeError("invalid entry type: " + t);
  }
};
var mn = /* @__PURE__ */ __name((s3, t) => {
  let i = s3, r = "", n, o = Zt.parse(s3).root || ".";
  if (Buffer.byteLength(i) < 100) n = [i, r, false];
  else {
    r = Zt.dirname(i), i = Zt.basename(i);
    do
      Buffer.byteLength(i) <= 100 && Buffer.byteLength(r) <= t ? n = [i, r, false] : Buffer.byteLength(i) > 100 && Buffer.byteLength(r) <= t ? n = [i.slice(0, 99), r, true] : (i = Zt.join(Zt.basename(r), i), r = Zt.dirname(r));
    while (r !== o && n === void 0);
    n || (n = [s3.slice(0, 99), "", true]);
  }
  return n;
}, "mn");
var xt = /* @__PURE__ */ __name((s3, t, e) => s3.subarray(t, t + e).toString("utf8").replace(/\0.*/, ""), "xt");
var Wi = /* @__PURE__ */ __name((s3, t, e) => pn(lt(s3, t, e)), "Wi");
var pn = /* @__PURE__ */ __name((s3) => s3 === void 0 ? void 0 : new Date(s3 * 1e3), "pn");
var lt = /* @__PURE__ */ __name((s3, t, e) => Number(s3[t]) & 128 ? Hs(s3.subarray(t, t + e)) : wn(s3, t, e), "lt");
var En = /* @__PURE__ */ __name((s3) => isNaN(s3) ? void 0 : s3, "En");
var wn = /* @__PURE__ */ __name((s3, t, e) => En(parseInt(s3.subarray(t, t + e).toString("utf8").replace(/\0.*$/, "").trim(), 8)), "wn");
var Sn = { 12: 8589934591, 8: 2097151 };
var ct = /* @__PURE__ */ __name((s3, t, e, i) => i === void 0 ? false : i > Sn[e] || i < 0 ? (Us(i, s3.subarray(t, t + e)), true) : (yn(s3, t, e, i), false), "ct");
var yn = /* @__PURE__ */ __name((s3, t, e, i) => s3.write(Rn(i, e), t, e, "ascii"), "yn");
var Rn = /* @__PURE__ */ __name((s3, t) => gn(Math.floor(s3).toString(8), t), "Rn");
var gn = /* @__PURE__ */ __name((s3, t) => (s3.length === t - 1 ? s3 : new Array(t - s3.length - 1).join("0") + s3 + " ") + "\0", "gn");
var Gi = /* @__PURE__ */ __name((s3, t, e, i) => i === void 0 ? false : ct(s3, t, e, i.getTime() / 1e3), "Gi");
var bn = new Array(156).join("\0");
var Lt = /* @__PURE__ */ __name((s3, t, e, i) => i === void 0 ? false : (s3.write(i + bn, t, e, "utf8"), i.length !== Buffer.byteLength(i) || i.length > e), "Lt");
var ft = class s {
  static {
    __name(this, "s");
  }
  atime;
  mtime;
  ctime;
  charset;
  comment;
  gid;
  uid;
  gname;
  uname;
  linkpath;
  dev;
  ino;
  nlink;
  path;
  size;
  mode;
  global;
  constructor(t, e = false) {
    this.atime = t.atime, this.charset = t.charset, this.comment = t.comment, this.ctime = t.ctime, this.dev = t.dev, this.gid = t.gid, this.global = e, this.gname = t.gname, this.ino = t.ino, this.linkpath = t.linkpath, this.mtime = t.mtime, this.nlink = t.nlink, this.path = t.path, this.size = t.size, this.uid = t.uid, this.uname = t.uname;
  }
  encode() {
    let t = this.encodeBody();
    if (t === "") return Buffer.allocUnsafe(0);
    let e = Buffer.byteLength(t), i = 512 * Math.ceil(1 + e / 512), r = Buffer.allocUnsafe(i);
    for (let n = 0; n < 512; n++) r[n] = 0;
    new F({ path: ("PaxHeader/" + _n(this.path ?? "")).slice(0, 99), mode: this.mode || 420, uid: this.uid, gid: this.gid, size: e, mtime: this.mtime, type: this.global ? "GlobalExtendedHeader" : "ExtendedHeader", linkpath: "", uname: this.uname || "", gname: this.gname || "", devmaj: 0, devmin: 0, atime: this.atime, ctime: this.ctime }).encode(r), r.write(t, 512, e, "utf8");
    for (let n = e + 512; n < r.length; n++) r[n] = 0;
    return r;
  }
  encodeBody() {
    return this.encodeField("path") + this.encodeField("ctime") + this.encodeField("atime") + this.encodeField("dev") + this.encodeField("ino") + this.encodeField("nlink") + this.encodeField("charset") + this.encodeField("comment") + this.encodeField("gid") + this.encodeField("gname") + this.encodeField("linkpath") + this.encodeField("mtime") + this.encodeField("size") + this.encodeField("uid") + this.encodeField("uname");
  }
  encodeField(t) {
    if (this[t] === void 0) return "";
    let e = this[t], i = e instanceof Date ? e.getTime() / 1e3 : e, r = " " + (t === "dev" || t === "ino" || t === "nlink" ? "SCHILY." : "") + t + "=" + i + `
`, n = Buffer.byteLength(r), o = Math.floor(Math.log(n) / Math.log(10)) + 1;
    return n + o >= Math.pow(10, o) && (o += 1), o + n + r;
  }
  static parse(t, e, i = false) {
    return new s(On(Tn(t), e), i);
  }
};
var On = /* @__PURE__ */ __name((s3, t) => t ? Object.assign({}, t, s3) : s3, "On");
var Tn = /* @__PURE__ */ __name((s3) => s3.replace(/\n$/, "").split(`
`).reduce(xn, /* @__PURE__ */ Object.create(null)), "Tn");
var xn = /* @__PURE__ */ __name((s3, t) => {
  let e = parseInt(t, 10);
  if (e !== Buffer.byteLength(t) + 1) return s3;
  t = t.slice((e + " ").length);
  let i = t.split("="), r = i.shift();
  if (!r) return s3;
  let n = r.replace(/^SCHILY\.(dev|ino|nlink)/, "$1"), o = i.join("=").replace(/\0.*/, "");
  switch (n) {
    case "path":
    case "linkpath":
    case "type":
    case "charset":
    case "comment":
    case "gname":
    case "uname":
      s3[n] = o;
      break;
    case "ctime":
    case "atime":
    case "mtime":
      s3[n] = new Date(Number(o) * 1e3);
      break;
    case "size":
      let h = +o;
      h >= 0 && (s3[n] = h);
      break;
    case "gid":
    case "uid":
    case "dev":
    case "ino":
    case "nlink":
    case "mode":
      s3[n] = +o;
      break;
  }
  return s3;
}, "xn");
var Ln = process.env.TESTING_TAR_FAKE_PLATFORM || process.platform;
var f = Ln !== "win32" ? (s3) => String(s3) : (s3) => String(s3).replaceAll(/\\/g, "/");
var $e = class extends A {
  static {
    __name(this, "$e");
  }
  extended;
  globalExtended;
  header;
  startBlockSize;
  blockRemain;
  remain;
  type;
  meta = false;
  ignore = false;
  path;
  mode;
  uid;
  gid;
  uname;
  gname;
  size = 0;
  mtime;
  atime;
  ctime;
  linkpath;
  dev;
  ino;
  nlink;
  invalid = false;
  absolute;
  unsupported = false;
  constructor(t, e, i) {
    switch (super({}), this.pause(), this.extended = e, this.globalExtended = i, this.header = t, this.remain = t.size ?? 0, this.startBlockSize = 512 * Math.ceil(this.remain / 512), this.blockRemain = this.startBlockSize, this.type = t.type, this.type) {
      case "File":
      case "OldFile":
      case "Link":
      case "SymbolicLink":
      case "CharacterDevice":
      case "BlockDevice":
      case "Directory":
      case "FIFO":
      case "ContiguousFile":
      case "GNUDumpDir":
        break;
      case "NextFileHasLongLinkpath":
      case "NextFileHasLongPath":
      case "OldGnuLongPath":
      case "GlobalExtendedHeader":
      case "ExtendedHeader":
      case "OldExtendedHeader":
        this.meta = true;
        break;
      default:
        this.ignore = true;
    }
    if (!t.path) throw new Error("no path provided for tar.ReadEntry");
    this.path = f(t.path), this.mode = t.mode, this.mode && (this.mode = this.mode & 4095), this.uid = t.uid, this.gid = t.gid, this.uname = t.uname, this.gname = t.gname, this.size = this.remain, this.mtime = t.mtime, this.atime = t.atime, this.ctime = t.ctime, this.linkpath = t.linkpath ? f(t.linkpath) : void 0, this.uname = t.uname, this.gname = t.gname, e && this.#t(e), i && this.#t(i, true);
  }
  write(t) {
    let e = t.length;
    if (e > this.blockRemain) throw new Error("writing more to entry than is appropriate");
    let i = this.remain, r = this.blockRemain;
    return this.remain = Math.max(0, i - e), this.blockRemain = Math.max(0, r - e), this.ignore ? true : i >= e ? super.write(t) : super.write(t.subarray(0, i));
  }
  #t(t, e = false) {
    t.path && (t.path = f(t.path)), t.linkpath && (t.linkpath = f(t.linkpath)), Object.assign(this, Object.fromEntries(Object.entries(t).filter(([i, r]) => !(r == null || i === "path" && e))));
  }
};
var Dt = /* @__PURE__ */ __name((s3, t, e, i = {}) => {
  s3.file && (i.file = s3.file), s3.cwd && (i.cwd = s3.cwd), i.code = e instanceof Error && e.code || t, i.tarCode = t, !s3.strict && i.recoverable !== false ? (e instanceof Error && (i = Object.assign(e, i), e = e.message), s3.emit("warn", t, e, i)) : e instanceof Error ? s3.emit("error", Object.assign(e, i)) : s3.emit("error", Object.assign(new Error(`${t}: ${e}`), i));
}, "Dt");
var Nn = 1024 * 1024;
var Xi = Buffer.from([31, 139]);
var qi = Buffer.from([40, 181, 47, 253]);
var An = Math.max(Xi.length, qi.length);
var B = /* @__PURE__ */ Symbol("state");
var Nt = /* @__PURE__ */ Symbol("writeEntry");
var it = /* @__PURE__ */ Symbol("readEntry");
var Zi = /* @__PURE__ */ Symbol("nextEntry");
var Zs = /* @__PURE__ */ Symbol("processEntry");
var V = /* @__PURE__ */ Symbol("extendedHeader");
var he = /* @__PURE__ */ Symbol("globalExtendedHeader");
var dt = /* @__PURE__ */ Symbol("meta");
var Ys = /* @__PURE__ */ Symbol("emitMeta");
var p = /* @__PURE__ */ Symbol("buffer");
var st = /* @__PURE__ */ Symbol("queue");
var ut = /* @__PURE__ */ Symbol("ended");
var Yi = /* @__PURE__ */ Symbol("emittedEnd");
var At = /* @__PURE__ */ Symbol("emit");
var w = /* @__PURE__ */ Symbol("unzip");
var Xe = /* @__PURE__ */ Symbol("consumeChunk");
var qe = /* @__PURE__ */ Symbol("consumeChunkSub");
var Ki = /* @__PURE__ */ Symbol("consumeBody");
var Ks = /* @__PURE__ */ Symbol("consumeMeta");
var Vs = /* @__PURE__ */ Symbol("consumeHeader");
var ae = /* @__PURE__ */ Symbol("consuming");
var Vi = /* @__PURE__ */ Symbol("bufferConcat");
var Qe = /* @__PURE__ */ Symbol("maybeEnd");
var Yt = /* @__PURE__ */ Symbol("writing");
var $ = /* @__PURE__ */ Symbol("aborted");
var Je = /* @__PURE__ */ Symbol("onDone");
var It = /* @__PURE__ */ Symbol("sawValidEntry");
var je = /* @__PURE__ */ Symbol("sawNullBlock");
var ti = /* @__PURE__ */ Symbol("sawEOF");
var $s = /* @__PURE__ */ Symbol("closeStream");
var In = 1e3;
var le = /* @__PURE__ */ Symbol("compressedBytesRead");
var $i = /* @__PURE__ */ Symbol("decompressedBytesRead");
var Xs = /* @__PURE__ */ Symbol("checkDecompressionRatio");
var Cn = /* @__PURE__ */ __name(() => true, "Cn");
var rt = class extends Dn {
  static {
    __name(this, "rt");
  }
  file;
  strict;
  maxMetaEntrySize;
  filter;
  brotli;
  zstd;
  maxDecompressionRatio;
  writable = true;
  readable = false;
  [st] = [];
  [p];
  [it];
  [Nt];
  [B] = "begin";
  [dt] = "";
  [V];
  [he];
  [ut] = false;
  [w];
  [$] = false;
  [It];
  [je] = false;
  [ti] = false;
  [Yt] = false;
  [ae] = false;
  [Yi] = false;
  [le] = 0;
  [$i] = 0;
  constructor(t = {}) {
    super(), this.file = t.file || "", this.on(Je, () => {
      (this[B] === "begin" || this[It] === false) && this.warn("TAR_BAD_ARCHIVE", "Unrecognized archive format");
    }), t.ondone ? this.on(Je, t.ondone) : this.on(Je, () => {
      this.emit("prefinish"), this.emit("finish"), this.emit("end");
    }), this.strict = !!t.strict, this.maxDecompressionRatio = typeof t.maxDecompressionRatio == "number" ? t.maxDecompressionRatio : In, this.maxMetaEntrySize = t.maxMetaEntrySize || Nn, this.filter = typeof t.filter == "function" ? t.filter : Cn;
    let e = t.file && (t.file.endsWith(".tar.br") || t.file.endsWith(".tbr"));
    this.brotli = !(t.gzip || t.zstd) && t.brotli !== void 0 ? t.brotli : e ? void 0 : false;
    let i = t.file && (t.file.endsWith(".tar.zst") || t.file.endsWith(".tzst"));
    this.zstd = !(t.gzip || t.brotli) && t.zstd !== void 0 ? t.zstd : i ? true : void 0, this.on("end", () => this[$s]()), typeof t.onwarn == "function" && this.on("warn", t.onwarn), typeof t.onReadEntry == "function" && this.on("entry", t.onReadEntry);
  }
  warn(t, e, i = {}) {
    Dt(this, t, e, i);
  }
  [Vs](t, e) {
    this[It] === void 0 && (this[It] = false);
    let i;
    try {
      i = new F(t, e, this[V], this[he]);
    } catch (r) {
      return this.warn("TAR_ENTRY_INVALID", r);
    }
    if (i.nullBlock) this[je] ? (this[ti] = true, this[B] === "begin" && (this[B] = "header"), this[At]("eof")) : (this[je] = true, this[At]("nullBlock"));
    else if (this[je] = false, !i.cksumValid) this.warn("TAR_ENTRY_INVALID", "checksum failure", { header: i });
    else if (!i.path) this.warn("TAR_ENTRY_INVALID", "path is required", { header: i });
    else {
      let r = i.type;
      if (/^(Symbolic)?Link$/.test(r) && !i.linkpath) this.warn("TAR_ENTRY_INVALID", "linkpath required", { header: i });
      else if (!/^(Symbolic)?Link$/.test(r) && !/^(Global)?ExtendedHeader$/.test(r) && i.linkpath) this.warn("TAR_ENTRY_INVALID", "linkpath forbidden", { header: i });
      else {
        let n = this[Nt] = new $e(i, this[V], this[he]);
        if (!this[It]) if (n.remain) {
          let o = /* @__PURE__ */ __name(() => {
            n.invalid || (this[It] = true);
          }, "o");
          n.on("end", o);
        } else this[It] = true;
        n.meta ? n.size > this.maxMetaEntrySize ? (n.ignore = true, this[At]("ignoredEntry", n), this[B] = "ignore", n.resume()) : n.size > 0 && (this[dt] = "", n.on("data", (o) => this[dt] += o), this[B] = "meta") : (this[V] = void 0, n.ignore = n.ignore || !this.filter(n.path, n), n.ignore ? (this[At]("ignoredEntry", n), this[B] = n.remain ? "ignore" : "header", n.resume()) : (n.remain ? this[B] = "body" : (this[B] = "header", n.end()), this[it] ? this[st].push(n) : (this[st].push(n), this[Zi]())));
      }
    }
  }
  [$s]() {
    queueMicrotask(() => this.emit("close"));
  }
  [Zs](t) {
    let e = true;
    if (!t) this[it] = void 0, e = false;
    else if (Array.isArray(t)) {
      let [i, ...r] = t;
      this.emit(i, ...r);
    } else this[it] = t, this.emit("entry", t), t.emittedEnd || (t.on("end", () => this[Zi]()), e = false);
    return e;
  }
  [Zi]() {
    do
      ;
    while (this[Zs](this[st].shift()));
    if (this[st].length === 0) {
      let t = this[it];
      !t || t.flowing || t.size === t.remain ? this[Yt] || this.emit("drain") : t.once("drain", () => this.emit("drain"));
    }
  }
  [Ki](t, e) {
    let i = this[Nt];
    if (!i) throw new Error("attempt to consume body without entry??");
    let r = i.blockRemain ?? 0, n = r >= t.length && e === 0 ? t : t.subarray(e, e + r);
    return i.write(n), i.blockRemain || (this[B] = "header", this[Nt] = void 0, i.end()), n.length;
  }
  [Ks](t, e) {
    let i = this[Nt], r = this[Ki](t, e);
    return !this[Nt] && i && this[Ys](i), r;
  }
  [At](t, e, i) {
    this[st].length === 0 && !this[it] ? this.emit(t, e, i) : this[st].push([t, e, i]);
  }
  [Ys](t) {
    switch (this[At]("meta", this[dt]), t.type) {
      case "ExtendedHeader":
      case "OldExtendedHeader":
        this[V] = ft.parse(this[dt], this[V], false);
        break;
      case "GlobalExtendedHeader":
        this[he] = ft.parse(this[dt], this[he], true);
        break;
      case "NextFileHasLongPath":
      case "OldGnuLongPath": {
        let e = this[V] ?? /* @__PURE__ */ Object.create(null);
        this[V] = e, e.path = this[dt].replace(/\0.*/, "");
        break;
      }
      case "NextFileHasLongLinkpath": {
        let e = this[V] || /* @__PURE__ */ Object.create(null);
        this[V] = e, e.linkpath = this[dt].replace(/\0.*/, "");
        break;
      }
      default:
        throw new Error("unknown meta: " + t.type);
    }
  }
  abort(t) {
    if (!this[$]) {
      if (this[w]) {
        let e = this[w];
        e.write = () => true, e.end = () => e, e.emit = () => false, e.destroy?.();
      }
      this[$] = true, this.emit("abort", t), this.warn("TAR_ABORT", t, { recoverable: false });
    }
  }
  [Xs](t) {
    this[$i] += t.length;
    let e = this[$i] / this[le];
    return e > this.maxDecompressionRatio ? (this.abort(new Error(`max decompression ratio exceeded: ${e.toFixed(2)} > ${this.maxDecompressionRatio}`)), false) : true;
  }
  write(t, e, i) {
    if (typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8")), this[$]) return i?.(), false;
    if ((this[w] === void 0 || this.brotli === void 0 && this[w] === false) && t) {
      if (this[p] && (t = Buffer.concat([this[p], t]), this[p] = void 0), t.length < An) return this[p] = t, i?.(), true;
      for (let a = 0; this[w] === void 0 && a < Xi.length; a++) t[a] !== Xi[a] && (this[w] = false);
      let o = false;
      if (this[w] === false && this.zstd !== false) {
        o = true;
        for (let a = 0; a < qi.length; a++) if (t[a] !== qi[a]) {
          o = false;
          break;
        }
      }
      let h = this.brotli === void 0 && !o;
      if (this[w] === false && h) if (t.length < 512) if (this[ut]) this.brotli = true;
      else return this[p] = t, i?.(), true;
      else try {
        new F(t.subarray(0, 512)), this.brotli = false;
      } catch {
        this.brotli = true;
      }
      if (this[w] === void 0 || this[w] === false && (this.brotli || o)) {
        let a = this[ut];
        this[ut] = false, this[w] = this[w] === void 0 ? new Ue({}) : o ? new Ke({}) : new Ge({}), this[w].on("data", (c) => {
          this[Xs](c) && this[Xe](c);
        }), this[w].on("error", (c) => {
          this[$] || this.abort(c);
        }), this[w].on("end", () => {
          this[ut] = true, this[Xe]();
        }), this[Yt] = true, this[le] += t.length;
        let l = !!this[w][a ? "end" : "write"](t);
        return this[Yt] = false, i?.(), l;
      }
    }
    this[Yt] = true, this[w] ? (this[le] += t.length, this[w].write(t)) : this[Xe](t), this[Yt] = false;
    let n = this[st].length > 0 ? false : this[it] ? this[it].flowing : true;
    return !n && this[st].length === 0 && this[it]?.once("drain", () => this.emit("drain")), i?.(), n;
  }
  [Vi](t) {
    t && !this[$] && (this[p] = this[p] ? Buffer.concat([this[p], t]) : t);
  }
  [Qe]() {
    if (this[ut] && !this[Yi] && !this[$] && !this[ae]) {
      this[Yi] = true;
      let t = this[Nt];
      if (t?.blockRemain) {
        let e = this[p] ? this[p].length : 0;
        this.warn("TAR_BAD_ARCHIVE", `Truncated input (needed ${t.blockRemain} more bytes, only ${e} available)`, { entry: t }), this[p] && t.write(this[p]), t.end();
      }
      this[At](Je);
    }
  }
  [Xe](t) {
    if (this[ae] && t) this[Vi](t);
    else if (!t && !this[p]) this[Qe]();
    else if (t) {
      if (this[ae] = true, this[p]) {
        this[Vi](t);
        let e = this[p];
        this[p] = void 0, this[qe](e);
      } else this[qe](t);
      for (; this[p] && this[p]?.length >= 512 && !this[$] && !this[ti]; ) {
        let e = this[p];
        this[p] = void 0, this[qe](e);
      }
      this[ae] = false;
    }
    (!this[p] || this[ut]) && this[Qe]();
  }
  [qe](t) {
    let e = 0, i = t.length;
    for (; e + 512 <= i && !this[$] && !this[ti]; ) switch (this[B]) {
      case "begin":
      case "header":
        this[Vs](t, e), e += 512;
        break;
      case "ignore":
      case "body":
        e += this[Ki](t, e);
        break;
      case "meta":
        e += this[Ks](t, e);
        break;
      default:
        throw new Error("invalid state: " + this[B]);
    }
    e < i && (this[p] = this[p] ? Buffer.concat([t.subarray(e), this[p]]) : t.subarray(e));
  }
  end(t, e, i) {
    return typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, e)), i && this.once("finish", i), this[$] || (this[w] ? (t && (this[le] += t.length, this[w].write(t)), this[w].end()) : (this[ut] = true, (this.brotli === void 0 || this.zstd === void 0) && (t = t || Buffer.alloc(0)), t && this.write(t), this[Qe]())), this;
  }
};
var mt = /* @__PURE__ */ __name((s3) => {
  let t = s3.length - 1, e = -1;
  for (; t > -1 && s3.charAt(t) === "/"; ) e = t, t--;
  return e === -1 ? s3 : s3.slice(0, e);
}, "mt");
var vn = /* @__PURE__ */ __name((s3) => {
  let t = s3.onReadEntry;
  s3.onReadEntry = t ? (e) => {
    t(e), e.resume();
  } : (e) => e.resume();
}, "vn");
var Qi = /* @__PURE__ */ __name((s3, t) => {
  let e = new Map(t.map((o) => [mt(o), true])), i = s3.filter, r = 100, n = /* @__PURE__ */ __name((o, h = "", a = 0) => {
    if (a >= r) return e.set(o, false), false;
    let l = h || kn(o).root || ".", c;
    if (o === l) c = false;
    else {
      let d = e.get(o);
      c = d !== void 0 ? d : n(Fn(o), l, a + 1);
    }
    return e.set(o, c), c;
  }, "n");
  s3.filter = i ? (o, h) => i(o, h) && n(mt(o)) : (o) => n(mt(o));
}, "Qi");
var Mn = /* @__PURE__ */ __name((s3) => {
  let t = new rt(s3), e = s3.file, i;
  try {
    i = Kt.openSync(e, "r");
    let r = Kt.fstatSync(i), n = s3.maxReadSize || 16 * 1024 * 1024;
    if (r.size < n) {
      let o = Buffer.allocUnsafe(r.size), h = Kt.readSync(i, o, 0, r.size, 0);
      t.end(h === o.byteLength ? o : o.subarray(0, h));
    } else {
      let o = 0, h = Buffer.allocUnsafe(n);
      for (; o < r.size; ) {
        let a = Kt.readSync(i, h, 0, n, o);
        if (a === 0) break;
        o += a, t.write(h.subarray(0, a));
      }
      t.end();
    }
  } finally {
    if (typeof i == "number") try {
      Kt.closeSync(i);
    } catch {
    }
  }
}, "Mn");
var Bn = /* @__PURE__ */ __name((s3, t) => {
  let e = new rt(s3), i = s3.maxReadSize || 16 * 1024 * 1024, r = s3.file;
  return new Promise((o, h) => {
    e.on("error", h), e.on("end", o), Kt.stat(r, (a, l) => {
      if (a) h(a);
      else {
        let c = new _t(r, { readSize: i, size: l.size });
        c.on("error", h), c.pipe(e);
      }
    });
  });
}, "Bn");
var Ct = K(Mn, Bn, (s3) => new rt(s3), (s3) => new rt(s3), (s3, t) => {
  t?.length && Qi(s3, t), s3.noResume || vn(s3);
});
var Ji = /* @__PURE__ */ __name((s3, t, e) => (s3 &= 4095, e && (s3 = (s3 | 384) & -19), t && (s3 & 256 && (s3 |= 64), s3 & 32 && (s3 |= 8), s3 & 4 && (s3 |= 1)), s3), "Ji");
var { isAbsolute: zn, parse: qs } = Pn;
var ce = /* @__PURE__ */ __name((s3) => {
  let t = "", e = qs(s3);
  for (; zn(s3) || e.root; ) {
    let i = s3.charAt(0) === "/" && s3.slice(0, 4) !== "//?/" ? "/" : e.root;
    s3 = s3.slice(i.length), t += i, e = qs(s3);
  }
  return [t, s3];
}, "ce");
var ei = ["|", "<", ">", "?", ":"];
var ji = ei.map((s3) => String.fromCodePoint(61440 + Number(s3.codePointAt(0))));
var Un = new Map(ei.map((s3, t) => [s3, ji[t]]));
var Hn = new Map(ji.map((s3, t) => [s3, ei[t]]));
var ts = /* @__PURE__ */ __name((s3) => ei.reduce((t, e) => t.split(e).join(Un.get(e)), s3), "ts");
var Qs = /* @__PURE__ */ __name((s3) => ji.reduce((t, e) => t.split(e).join(Hn.get(e)), s3), "Qs");
var rr = /* @__PURE__ */ __name((s3, t) => t ? (s3 = f(s3).replace(/^\.(\/|$)/, ""), mt(t) + "/" + s3) : f(s3), "rr");
var Wn = 16 * 1024 * 1024;
var tr = /* @__PURE__ */ Symbol("process");
var er = /* @__PURE__ */ Symbol("file");
var ir = /* @__PURE__ */ Symbol("directory");
var is = /* @__PURE__ */ Symbol("symlink");
var sr = /* @__PURE__ */ Symbol("hardlink");
var fe = /* @__PURE__ */ Symbol("header");
var ii = /* @__PURE__ */ Symbol("read");
var ss = /* @__PURE__ */ Symbol("lstat");
var si = /* @__PURE__ */ Symbol("onlstat");
var rs = /* @__PURE__ */ Symbol("onread");
var ns = /* @__PURE__ */ Symbol("onreadlink");
var os = /* @__PURE__ */ Symbol("openfile");
var hs = /* @__PURE__ */ Symbol("onopenfile");
var pt = /* @__PURE__ */ Symbol("close");
var ri = /* @__PURE__ */ Symbol("mode");
var as = /* @__PURE__ */ Symbol("awaitDrain");
var es = /* @__PURE__ */ Symbol("ondrain");
var q = /* @__PURE__ */ Symbol("prefix");
var de = class extends A {
  static {
    __name(this, "de");
  }
  path;
  portable;
  myuid = process.getuid && process.getuid() || 0;
  myuser = process.env.USER || "";
  maxReadSize;
  linkCache;
  statCache;
  preservePaths;
  cwd;
  strict;
  mtime;
  noPax;
  noMtime;
  prefix;
  fd;
  blockLen = 0;
  blockRemain = 0;
  buf;
  pos = 0;
  remain = 0;
  length = 0;
  offset = 0;
  win32;
  absolute;
  header;
  type;
  linkpath;
  stat;
  onWriteEntry;
  #t = false;
  constructor(t, e = {}) {
    let i = se(e);
    super(), this.path = f(t), this.portable = !!i.portable, this.maxReadSize = i.maxReadSize || Wn, this.linkCache = i.linkCache || /* @__PURE__ */ new Map(), this.statCache = i.statCache || /* @__PURE__ */ new Map(), this.preservePaths = !!i.preservePaths, this.cwd = f(i.cwd || process.cwd()), this.strict = !!i.strict, this.noPax = !!i.noPax, this.noMtime = !!i.noMtime, this.mtime = i.mtime, this.prefix = i.prefix ? f(i.prefix) : void 0, this.onWriteEntry = i.onWriteEntry, typeof i.onwarn == "function" && this.on("warn", i.onwarn);
    let r = false;
    if (!this.preservePaths) {
      let [o, h] = ce(this.path);
      o && typeof h == "string" && (this.path = h, r = o);
    }
    this.win32 = !!i.win32 || process.platform === "win32", this.win32 && (this.path = Qs(this.path.replaceAll(/\\/g, "/")), t = t.replaceAll(/\\/g, "/")), this.absolute = f(i.absolute || js.resolve(this.cwd, t)), this.path === "" && (this.path = "./"), r && this.warn("TAR_ENTRY_INFO", `stripping ${r} from absolute path`, { entry: this, path: r + this.path });
    let n = this.statCache.get(this.absolute);
    n ? this[si](n) : this[ss]();
  }
  warn(t, e, i = {}) {
    return Dt(this, t, e, i);
  }
  emit(t, ...e) {
    return t === "error" && (this.#t = true), super.emit(t, ...e);
  }
  [ss]() {
    X.lstat(this.absolute, (t, e) => {
      if (t) return this.emit("error", t);
      this[si](e);
    });
  }
  [si](t) {
    this.statCache.set(this.absolute, t), this.stat = t, t.isFile() || (t.size = 0), this.type = Gn(t), this.emit("stat", t), this[tr]();
  }
  [tr]() {
    switch (this.type) {
      case "File":
        return this[er]();
      case "Directory":
        return this[ir]();
      case "SymbolicLink":
        return this[is]();
      default:
        return this.end();
    }
  }
  [ri](t) {
    return Ji(t, this.type === "Directory", this.portable);
  }
  [q](t) {
    return rr(t, this.prefix);
  }
  [fe]() {
    if (!this.stat) throw new Error("cannot write header before stat");
    this.type === "Directory" && this.portable && (this.noMtime = true), this.onWriteEntry?.(this), this.header = new F({ path: this[q](this.path), linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath, mode: this[ri](this.stat.mode), uid: this.portable ? void 0 : this.stat.uid, gid: this.portable ? void 0 : this.stat.gid, size: this.stat.size, mtime: this.noMtime ? void 0 : this.mtime || this.stat.mtime, type: this.type === "Unsupported" ? void 0 : this.type, uname: this.portable ? void 0 : this.stat.uid === this.myuid ? this.myuser : "", atime: this.portable ? void 0 : this.stat.atime, ctime: this.portable ? void 0 : this.stat.ctime }), this.header.encode() && !this.noPax && super.write(new ft({ atime: this.portable ? void 0 : this.header.atime, ctime: this.portable ? void 0 : this.header.ctime, gid: this.portable ? void 0 : this.header.gid, mtime: this.noMtime ? void 0 : this.mtime || this.header.mtime, path: this[q](this.path), linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath, size: this.header.size, uid: this.portable ? void 0 : this.header.uid, uname: this.portable ? void 0 : this.header.uname, dev: this.portable ? void 0 : this.stat.dev, ino: this.portable ? void 0 : this.stat.ino, nlink: this.portable ? void 0 : this.stat.nlink }).encode());
    let t = this.header?.block;
    if (!t) throw new Error("failed to encode header");
    super.write(t);
  }
  [ir]() {
    if (!this.stat) throw new Error("cannot create directory entry without stat");
    this.path.slice(-1) !== "/" && (this.path += "/"), this.stat.size = 0, this[fe](), this.end();
  }
  [is]() {
    X.readlink(this.absolute, (t, e) => {
      if (t) return this.emit("error", t);
      this[ns](e);
    });
  }
  [ns](t) {
    this.linkpath = f(t), this[fe](), this.end();
  }
  [sr](t) {
    if (!this.stat) throw new Error("cannot create link entry without stat");
    this.type = "Link", this.linkpath = f(js.relative(this.cwd, t)), this.stat.size = 0, this[fe](), this.end();
  }
  [er]() {
    if (!this.stat) throw new Error("cannot create file entry without stat");
    if (this.stat.nlink > 1) {
      let t = `${this.stat.dev}:${this.stat.ino}`, e = this.linkCache.get(t);
      if (e?.indexOf(this.cwd) === 0) return this[sr](e);
      this.linkCache.set(t, this.absolute);
    }
    if (this[fe](), this.stat.size === 0) return this.end();
    this[os]();
  }
  [os]() {
    X.open(this.absolute, "r", (t, e) => {
      if (t) return this.emit("error", t);
      this[hs](e);
    });
  }
  [hs](t) {
    if (this.fd = t, this.#t) return this[pt]();
    if (!this.stat) throw new Error("should stat before calling onopenfile");
    this.blockLen = 512 * Math.ceil(this.stat.size / 512), this.blockRemain = this.blockLen;
    let e = Math.min(this.blockLen, this.maxReadSize);
    this.buf = Buffer.allocUnsafe(e), this.offset = 0, this.pos = 0, this.remain = this.stat.size, this.length = this.buf.length, this[ii]();
  }
  [ii]() {
    let { fd: t, buf: e, offset: i, length: r, pos: n } = this;
    if (t === void 0 || e === void 0) throw new Error("cannot read file without first opening");
    X.read(t, e, i, r, n, (o, h) => {
      if (o) return this[pt](() => this.emit("error", o));
      this[rs](h);
    });
  }
  [pt](t = () => {
  }) {
    this.fd !== void 0 && X.close(this.fd, t);
  }
  [rs](t) {
    if (t <= 0 && this.remain > 0) {
      let r = Object.assign(new Error("encountered unexpected EOF"), { path: this.absolute, syscall: "read", code: "EOF" });
      return this[pt](() => this.emit("error", r));
    }
    if (t > this.remain) {
      let r = Object.assign(new Error("did not encounter expected EOF"), { path: this.absolute, syscall: "read", code: "EOF" });
      return this[pt](() => this.emit("error", r));
    }
    if (!this.buf) throw new Error("should have created buffer prior to reading");
    if (t === this.remain) for (let r = t; r < this.length && t < this.blockRemain; r++) this.buf[r + this.offset] = 0, t++, this.remain++;
    let e = this.offset === 0 && t === this.buf.length ? this.buf : this.buf.subarray(this.offset, this.offset + t);
    this.write(e) ? this[es]() : this[as](() => this[es]());
  }
  [as](t) {
    this.once("drain", t);
  }
  write(t, e, i) {
    if (typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8")), this.blockRemain < t.length) {
      let r = Object.assign(new Error("writing more data than expected"), { path: this.absolute });
      return this.emit("error", r);
    }
    return this.remain -= t.length, this.blockRemain -= t.length, this.pos += t.length, this.offset += t.length, super.write(t, null, i);
  }
  [es]() {
    if (!this.remain) return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), this[pt]((t) => t ? this.emit("error", t) : this.end());
    if (!this.buf) throw new Error("buffer lost somehow in ONDRAIN");
    this.offset >= this.length && (this.buf = Buffer.allocUnsafe(Math.min(this.blockRemain, this.buf.length)), this.offset = 0), this.length = this.buf.length - this.offset, this[ii]();
  }
};
var ni = class extends de {
  static {
    __name(this, "ni");
  }
  sync = true;
  [ss]() {
    this[si](X.lstatSync(this.absolute));
  }
  [is]() {
    this[ns](X.readlinkSync(this.absolute));
  }
  [os]() {
    this[hs](X.openSync(this.absolute, "r"));
  }
  [ii]() {
    let t = true;
    try {
      let { fd: e, buf: i, offset: r, length: n, pos: o } = this;
      if (e === void 0 || i === void 0) throw new Error("fd and buf must be set in READ method");
      let h = X.readSync(e, i, r, n, o);
      this[rs](h), t = false;
    } finally {
      if (t) try {
        this[pt](() => {
        });
      } catch {
      }
    }
  }
  [as](t) {
    t();
  }
  [pt](t = () => {
  }) {
    this.fd !== void 0 && X.closeSync(this.fd), t();
  }
};
var oi = class extends A {
  static {
    __name(this, "oi");
  }
  blockLen = 0;
  blockRemain = 0;
  buf = 0;
  pos = 0;
  remain = 0;
  length = 0;
  preservePaths;
  portable;
  strict;
  noPax;
  noMtime;
  readEntry;
  type;
  prefix;
  path;
  mode;
  uid;
  gid;
  uname;
  gname;
  header;
  mtime;
  atime;
  ctime;
  linkpath;
  size;
  onWriteEntry;
  warn(t, e, i = {}) {
    return Dt(this, t, e, i);
  }
  constructor(t, e = {}) {
    let i = se(e);
    super(), this.preservePaths = !!i.preservePaths, this.portable = !!i.portable, this.strict = !!i.strict, this.noPax = !!i.noPax, this.noMtime = !!i.noMtime, this.onWriteEntry = i.onWriteEntry, this.readEntry = t;
    let { type: r } = t;
    if (r === "Unsupported") throw new Error("writing entry that should be ignored");
    this.type = r, this.type === "Directory" && this.portable && (this.noMtime = true), this.prefix = i.prefix, this.path = f(t.path), this.mode = t.mode !== void 0 ? this[ri](t.mode) : void 0, this.uid = this.portable ? void 0 : t.uid, this.gid = this.portable ? void 0 : t.gid, this.uname = this.portable ? void 0 : t.uname, this.gname = this.portable ? void 0 : t.gname, this.size = t.size, this.mtime = this.noMtime ? void 0 : i.mtime || t.mtime, this.atime = this.portable ? void 0 : t.atime, this.ctime = this.portable ? void 0 : t.ctime, this.linkpath = t.linkpath !== void 0 ? f(t.linkpath) : void 0, typeof i.onwarn == "function" && this.on("warn", i.onwarn);
    let n = false;
    if (!this.preservePaths) {
      let [h, a] = ce(this.path);
      h && typeof a == "string" && (this.path = a, n = h);
    }
    this.remain = t.size, this.blockRemain = t.startBlockSize, this.onWriteEntry?.(this), this.header = new F({ path: this[q](this.path), linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath, mode: this.mode, uid: this.portable ? void 0 : this.uid, gid: this.portable ? void 0 : this.gid, size: this.size, mtime: this.noMtime ? void 0 : this.mtime, type: this.type, uname: this.portable ? void 0 : this.uname, atime: this.portable ? void 0 : this.atime, ctime: this.portable ? void 0 : this.ctime }), n && this.warn("TAR_ENTRY_INFO", `stripping ${n} from absolute path`, { entry: this, path: n + this.path }), this.header.encode() && !this.noPax && super.write(new ft({ atime: this.portable ? void 0 : this.atime, ctime: this.portable ? void 0 : this.ctime, gid: this.portable ? void 0 : this.gid, mtime: this.noMtime ? void 0 : this.mtime, path: this[q](this.path), linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath, size: this.size, uid: this.portable ? void 0 : this.uid, uname: this.portable ? void 0 : this.uname, dev: this.portable ? void 0 : this.readEntry.dev, ino: this.portable ? void 0 : this.readEntry.ino, nlink: this.portable ? void 0 : this.readEntry.nlink }).encode());
    let o = this.header?.block;
    if (!o) throw new Error("failed to encode header");
    super.write(o), t.pipe(this);
  }
  [q](t) {
    return rr(t, this.prefix);
  }
  [ri](t) {
    return Ji(t, this.type === "Directory", this.portable);
  }
  write(t, e, i) {
    typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8"));
    let r = t.length;
    if (r > this.blockRemain) throw new Error("writing more to entry than is appropriate");
    return this.blockRemain -= r, super.write(t, i);
  }
  end(t, e, i) {
    return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, e ?? "utf8")), i && this.once("finish", i), t ? super.end(t, i) : super.end(i), this;
  }
};
var Gn = /* @__PURE__ */ __name((s3) => s3.isFile() ? "File" : s3.isDirectory() ? "Directory" : s3.isSymbolicLink() ? "SymbolicLink" : "Unsupported", "Gn");
var hi = class s2 {
  static {
    __name(this, "s");
  }
  tail;
  head;
  length = 0;
  static create(t = []) {
    return new s2(t);
  }
  constructor(t = []) {
    for (let e of t) this.push(e);
  }
  *[Symbol.iterator]() {
    for (let t = this.head; t; t = t.next) yield t.value;
  }
  removeNode(t) {
    if (t.list !== this) throw new Error("removing node which does not belong to this list");
    let e = t.next, i = t.prev;
    return e && (e.prev = i), i && (i.next = e), t === this.head && (this.head = e), t === this.tail && (this.tail = i), this.length--, t.next = void 0, t.prev = void 0, t.list = void 0, e;
  }
  unshiftNode(t) {
    if (t === this.head) return;
    t.list && t.list.removeNode(t);
    let e = this.head;
    t.list = this, t.next = e, e && (e.prev = t), this.head = t, this.tail || (this.tail = t), this.length++;
  }
  pushNode(t) {
    if (t === this.tail) return;
    t.list && t.list.removeNode(t);
    let e = this.tail;
    t.list = this, t.prev = e, e && (e.next = t), this.tail = t, this.head || (this.head = t), this.length++;
  }
  push(...t) {
    for (let e = 0, i = t.length; e < i; e++) Yn(this, t[e]);
    return this.length;
  }
  unshift(...t) {
    for (var e = 0, i = t.length; e < i; e++) Kn(this, t[e]);
    return this.length;
  }
  pop() {
    if (!this.tail) return;
    let t = this.tail.value, e = this.tail;
    return this.tail = this.tail.prev, this.tail ? this.tail.next = void 0 : this.head = void 0, e.list = void 0, this.length--, t;
  }
  shift() {
    if (!this.head) return;
    let t = this.head.value, e = this.head;
    return this.head = this.head.next, this.head ? this.head.prev = void 0 : this.tail = void 0, e.list = void 0, this.length--, t;
  }
  forEach(t, e) {
    e = e || this;
    for (let i = this.head, r = 0; i; r++) t.call(e, i.value, r, this), i = i.next;
  }
  forEachReverse(t, e) {
    e = e || this;
    for (let i = this.tail, r = this.length - 1; i; r--) t.call(e, i.value, r, this), i = i.prev;
  }
  get(t) {
    let e = 0, i = this.head;
    for (; i && e < t; e++) i = i.next;
    if (e === t && i) return i.value;
  }
  getReverse(t) {
    let e = 0, i = this.tail;
    for (; i && e < t; e++) i = i.prev;
    if (e === t && i) return i.value;
  }
  map(t, e) {
    e = e || this;
    let i = new s2();
    for (let r = this.head; r; ) i.push(t.call(e, r.value, this)), r = r.next;
    return i;
  }
  mapReverse(t, e) {
    e = e || this;
    var i = new s2();
    for (let r = this.tail; r; ) i.push(t.call(e, r.value, this)), r = r.prev;
    return i;
  }
  reduce(t, e) {
    let i, r = this.head;
    if (arguments.length > 1) i = e;
    else if (this.head) r = this.head.next, i = this.head.value;
    else throw new TypeError("Reduce of empty list with no initial value");
    for (var n = 0; r; n++) i = t(i, r.value, n), r = r.next;
    return i;
  }
  reduceReverse(t, e) {
    let i, r = this.tail;
    if (arguments.length > 1) i = e;
    else if (this.tail) r = this.tail.prev, i = this.tail.value;
    else throw new TypeError("Reduce of empty list with no initial value");
    for (let n = this.length - 1; r; n--) i = t(i, r.value, n), r = r.prev;
    return i;
  }
  toArray() {
    let t = new Array(this.length);
    for (let e = 0, i = this.head; i; e++) t[e] = i.value, i = i.next;
    return t;
  }
  toArrayReverse() {
    let t = new Array(this.length);
    for (let e = 0, i = this.tail; i; e++) t[e] = i.value, i = i.prev;
    return t;
  }
  slice(t = 0, e = this.length) {
    e < 0 && (e += this.length), t < 0 && (t += this.length);
    let i = new s2();
    if (e < t || e < 0) return i;
    t < 0 && (t = 0), e > this.length && (e = this.length);
    let r = this.head, n = 0;
    for (n = 0; r && n < t; n++) r = r.next;
    for (; r && n < e; n++, r = r.next) i.push(r.value);
    return i;
  }
  sliceReverse(t = 0, e = this.length) {
    e < 0 && (e += this.length), t < 0 && (t += this.length);
    let i = new s2();
    if (e < t || e < 0) return i;
    t < 0 && (t = 0), e > this.length && (e = this.length);
    let r = this.length, n = this.tail;
    for (; n && r > e; r--) n = n.prev;
    for (; n && r > t; r--, n = n.prev) i.push(n.value);
    return i;
  }
  splice(t, e = 0, ...i) {
    t > this.length && (t = this.length - 1), t < 0 && (t = this.length + t);
    let r = this.head;
    for (let o = 0; r && o < t; o++) r = r.next;
    let n = [];
    for (let o = 0; r && o < e; o++) n.push(r.value), r = this.removeNode(r);
    r ? r !== this.tail && (r = r.prev) : r = this.tail;
    for (let o of i) r = Zn(this, r, o);
    return n;
  }
  reverse() {
    let t = this.head, e = this.tail;
    for (let i = t; i; i = i.prev) {
      let r = i.prev;
      i.prev = i.next, i.next = r;
    }
    return this.head = e, this.tail = t, this;
  }
};
function Zn(s3, t, e) {
  let i = t, r = t ? t.next : s3.head, n = new ue(e, i, r, s3);
  return n.next === void 0 && (s3.tail = n), n.prev === void 0 && (s3.head = n), s3.length++, n;
}
__name(Zn, "Zn");
function Yn(s3, t) {
  s3.tail = new ue(t, s3.tail, void 0, s3), s3.head || (s3.head = s3.tail), s3.length++;
}
__name(Yn, "Yn");
function Kn(s3, t) {
  s3.head = new ue(t, void 0, s3.head, s3), s3.tail || (s3.tail = s3.head), s3.length++;
}
__name(Kn, "Kn");
var ue = class {
  static {
    __name(this, "ue");
  }
  list;
  next;
  prev;
  value;
  constructor(t, e, i, r) {
    this.list = r, this.value = t, e ? (e.next = this, this.prev = e) : this.prev = void 0, i ? (i.prev = this, this.next = i) : this.next = void 0;
  }
};
var pi = class {
  static {
    __name(this, "pi");
  }
  path;
  absolute;
  entry;
  stat;
  readdir;
  pending = false;
  pendingLink = false;
  ignore = false;
  piped = false;
  constructor(t, e) {
    this.path = t || "./", this.absolute = e;
  }
};
var nr = Buffer.alloc(1024);
var li = /* @__PURE__ */ Symbol("onStat");
var me = /* @__PURE__ */ Symbol("ended");
var W = /* @__PURE__ */ Symbol("queue");
var pe = /* @__PURE__ */ Symbol("pendingLinks");
var Et = /* @__PURE__ */ Symbol("current");
var Ft = /* @__PURE__ */ Symbol("process");
var Ee = /* @__PURE__ */ Symbol("processing");
var ai = /* @__PURE__ */ Symbol("processJob");
var G = /* @__PURE__ */ Symbol("jobs");
var ls = /* @__PURE__ */ Symbol("jobDone");
var ci = /* @__PURE__ */ Symbol("addFSEntry");
var or = /* @__PURE__ */ Symbol("addTarEntry");
var ds = /* @__PURE__ */ Symbol("stat");
var us = /* @__PURE__ */ Symbol("readdir");
var fi = /* @__PURE__ */ Symbol("onreaddir");
var di = /* @__PURE__ */ Symbol("pipe");
var hr = /* @__PURE__ */ Symbol("entry");
var cs = /* @__PURE__ */ Symbol("entryOpt");
var ui = /* @__PURE__ */ Symbol("writeEntryClass");
var lr = /* @__PURE__ */ Symbol("write");
var fs = /* @__PURE__ */ Symbol("ondrain");
var wt = class extends A {
  static {
    __name(this, "wt");
  }
  sync = false;
  opt;
  cwd;
  maxReadSize;
  preservePaths;
  strict;
  noPax;
  prefix;
  linkCache;
  statCache;
  file;
  portable;
  zip;
  readdirCache;
  noDirRecurse;
  follow;
  noMtime;
  mtime;
  filter;
  jobs;
  [ui];
  onWriteEntry;
  [W];
  [pe] = /* @__PURE__ */ new Map();
  [G] = 0;
  [Ee] = false;
  [me] = false;
  constructor(t = {}) {
    if (super(), this.opt = t, this.file = t.file || "", this.cwd = t.cwd || process.cwd(), this.maxReadSize = t.maxReadSize, this.preservePaths = !!t.preservePaths, this.strict = !!t.strict, this.noPax = !!t.noPax, this.prefix = f(t.prefix || ""), this.linkCache = t.linkCache || /* @__PURE__ */ new Map(), this.statCache = t.statCache || /* @__PURE__ */ new Map(), this.readdirCache = t.readdirCache || /* @__PURE__ */ new Map(), this.onWriteEntry = t.onWriteEntry, this[ui] = de, typeof t.onwarn == "function" && this.on("warn", t.onwarn), this.portable = !!t.portable, t.gzip || t.brotli || t.zstd) {
      if ((t.gzip ? 1 : 0) + (t.brotli ? 1 : 0) + (t.zstd ? 1 : 0) > 1) throw new TypeError("gzip, brotli, zstd are mutually exclusive");
      if (t.gzip && (typeof t.gzip != "object" && (t.gzip = {}), this.portable && (t.gzip.portable = true), this.zip = new ze(t.gzip)), t.brotli && (typeof t.brotli != "object" && (t.brotli = {}), this.zip = new We(t.brotli)), t.zstd && (typeof t.zstd != "object" && (t.zstd = {}), this.zip = new Ye(t.zstd)), !this.zip) throw new Error("impossible");
      let e = this.zip;
      e.on("data", (i) => super.write(i)), e.on("end", () => super.end()), e.on("drain", () => this[fs]()), this.on("resume", () => e.resume());
    } else this.on("drain", this[fs]);
    this.noDirRecurse = !!t.noDirRecurse, this.follow = !!t.follow, this.noMtime = !!t.noMtime, t.mtime && (this.mtime = t.mtime), this.filter = typeof t.filter == "function" ? t.filter : () => true, this[W] = new hi(), this[G] = 0, this.jobs = Number(t.jobs) || 4, this[Ee] = false, this[me] = false;
  }
  [lr](t) {
    return super.write(t);
  }
  add(t) {
    return this.write(t), this;
  }
  end(t, e, i) {
    return typeof t == "function" && (i = t, t = void 0), typeof e == "function" && (i = e, e = void 0), t && this.add(t), this[me] = true, this[Ft](), i && i(), this;
  }
  write(t) {
    if (this[me]) throw new Error("write after end");
    return typeof t == "string" ? this[ci](t) : this[or](t), this.flowing;
  }
  [or](t) {
    let e = f(ar.resolve(this.cwd, t.path));
    if (!this.filter(t.path, t)) t.resume();
    else {
      let i = new pi(t.path, e);
      i.entry = new oi(t, this[cs](i)), i.entry.on("end", () => this[ls](i)), this[G] += 1, this[W].push(i);
    }
    this[Ft]();
  }
  [ci](t) {
    let e = f(ar.resolve(this.cwd, t));
    this[W].push(new pi(t, e)), this[Ft]();
  }
  [ds](t) {
    t.pending = true, this[G] += 1;
    let e = this.follow ? "stat" : "lstat";
    mi[e](t.absolute, (i, r) => {
      t.pending = false, this[G] -= 1, i ? this.emit("error", i) : this[li](t, r);
    });
  }
  [li](t, e) {
    if (this.statCache.set(t.absolute, e), t.stat = e, !this.filter(t.path, e)) t.ignore = true;
    else if (e.isFile() && e.nlink > 1 && !this.linkCache.get(`${e.dev}:${e.ino}`) && !this.sync) if (t === this[Et]) this[ai](t);
    else {
      let i = `${e.dev}:${e.ino}`, r = this[pe].get(i);
      r ? r.push(t) : this[pe].set(i, [t]), t.pendingLink = true, t.pending = true;
    }
    this[Ft]();
  }
  [us](t) {
    t.pending = true, this[G] += 1, mi.readdir(t.absolute, (e, i) => {
      if (t.pending = false, this[G] -= 1, e) return this.emit("error", e);
      this[fi](t, i);
    });
  }
  [fi](t, e) {
    this.readdirCache.set(t.absolute, e), t.readdir = e, this[Ft]();
  }
  [Ft]() {
    if (!this[Ee]) {
      this[Ee] = true;
      for (let t = this[W].head; t && this[G] < this.jobs; t = t.next) if (this[ai](t.value), t.value.ignore) {
        let e = t.next;
        this[W].removeNode(t), t.next = e;
      }
      this[Ee] = false, this[me] && this[W].length === 0 && this[G] === 0 && (this.zip ? this.zip.end(nr) : (super.write(nr), super.end()));
    }
  }
  get [Et]() {
    return this[W] && this[W].head && this[W].head.value;
  }
  [ls](t) {
    this[W].shift(), this[G] -= 1;
    let { stat: e } = t;
    if (e && e.isFile() && e.nlink > 1) {
      let i = `${e.dev}:${e.ino}`, r = this[pe].get(i);
      if (r) {
        this[pe].delete(i);
        for (let n of r) n.pending = false, this[ai](n);
      }
    }
    this[Ft]();
  }
  [ai](t) {
    if (t.pending && t.pendingLink && t === this[Et] && (t.pending = false, t.pendingLink = false), !t.pending) {
      if (t.entry) {
        t === this[Et] && !t.piped && this[di](t);
        return;
      }
      if (!t.stat) {
        let e = this.statCache.get(t.absolute);
        e ? this[li](t, e) : this[ds](t);
      }
      if (t.stat && !t.ignore) {
        if (!this.noDirRecurse && t.stat.isDirectory() && !t.readdir) {
          let e = this.readdirCache.get(t.absolute);
          if (e ? this[fi](t, e) : this[us](t), !t.readdir) return;
        }
        if (t.entry = this[hr](t), !t.entry) {
          t.ignore = true;
          return;
        }
        t === this[Et] && !t.piped && this[di](t);
      }
    }
  }
  [cs](t) {
    return { onwarn: /* @__PURE__ */ __name((e, i, r) => this.warn(e, i, r), "onwarn"), noPax: this.noPax, cwd: this.cwd, absolute: t.absolute, preservePaths: this.preservePaths, maxReadSize: this.maxReadSize, strict: this.strict, portable: this.portable, linkCache: this.linkCache, statCache: this.statCache, noMtime: this.noMtime, mtime: this.mtime, prefix: this.prefix, onWriteEntry: this.onWriteEntry };
  }
  [hr](t) {
    this[G] += 1;
    try {
      return new this[ui](t.path, this[cs](t)).on("end", () => this[ls](t)).on("error", (i) => this.emit("error", i));
    } catch (e) {
      this.emit("error", e);
    }
  }
  [fs]() {
    this[Et] && this[Et].entry && this[Et].entry.resume();
  }
  [di](t) {
    t.piped = true, t.readdir && t.readdir.forEach((r) => {
      let n = t.path, o = n === "./" ? "" : n.replace(/\/*$/, "/");
      this[ci](o + r);
    });
    let e = t.entry, i = this.zip;
    if (!e) throw new Error("cannot pipe without source");
    i ? e.on("data", (r) => {
      i.write(r) || e.pause();
    }) : e.on("data", (r) => {
      super.write(r) || e.pause();
    });
  }
  pause() {
    return this.zip && this.zip.pause(), super.pause();
  }
  warn(t, e, i = {}) {
    Dt(this, t, e, i);
  }
};
var kt = class extends wt {
  static {
    __name(this, "kt");
  }
  sync = true;
  constructor(t) {
    super(t), this[ui] = ni;
  }
  pause() {
  }
  resume() {
  }
  [ds](t) {
    let e = this.follow ? "statSync" : "lstatSync";
    this[li](t, mi[e](t.absolute));
  }
  [us](t) {
    this[fi](t, mi.readdirSync(t.absolute));
  }
  [di](t) {
    let e = t.entry, i = this.zip;
    if (t.readdir && t.readdir.forEach((r) => {
      let n = t.path, o = n === "./" ? "" : n.replace(/\/*$/, "/");
      this[ci](o + r);
    }), !e) throw new Error("Cannot pipe without source");
    i ? e.on("data", (r) => {
      i.write(r);
    }) : e.on("data", (r) => {
      super[lr](r);
    });
  }
};
var Vn = /* @__PURE__ */ __name((s3, t) => {
  let e = new kt(s3), i = new Wt(s3.file, { mode: s3.mode || 438 });
  e.pipe(i), fr(e, t);
}, "Vn");
var $n = /* @__PURE__ */ __name((s3, t) => {
  let e = new wt(s3), i = new et(s3.file, { mode: s3.mode || 438 });
  e.pipe(i);
  let r = new Promise((n, o) => {
    i.on("error", o), i.on("close", n), e.on("error", o);
  });
  return dr(e, t).catch((n) => e.emit("error", n)), r;
}, "$n");
var fr = /* @__PURE__ */ __name((s3, t) => {
  t.forEach((e) => {
    e.charAt(0) === "@" ? Ct({ file: cr.resolve(s3.cwd, e.slice(1)), sync: true, noResume: true, onReadEntry: /* @__PURE__ */ __name((i) => s3.add(i), "onReadEntry") }) : s3.add(e);
  }), s3.end();
}, "fr");
var dr = /* @__PURE__ */ __name(async (s3, t) => {
  for (let e of t) e.charAt(0) === "@" ? await Ct({ file: cr.resolve(String(s3.cwd), e.slice(1)), noResume: true, onReadEntry: /* @__PURE__ */ __name((i) => {
    s3.add(i);
  }, "onReadEntry") }) : s3.add(e);
  s3.end();
}, "dr");
var Xn = /* @__PURE__ */ __name((s3, t) => {
  let e = new kt(s3);
  return fr(e, t), e;
}, "Xn");
var qn = /* @__PURE__ */ __name((s3, t) => {
  let e = new wt(s3);
  return dr(e, t).catch((i) => e.emit("error", i)), e;
}, "qn");
var Qn = K(Vn, $n, Xn, qn, (s3, t) => {
  if (!t?.length) throw new TypeError("no paths specified to add to archive");
});
var Jn = process.env.__FAKE_PLATFORM__ || process.platform;
var Er = Jn === "win32";
var { O_CREAT: wr, O_NOFOLLOW: ur, O_TRUNC: Sr, O_WRONLY: yr } = pr.constants;
var Rr = Number(process.env.__FAKE_FS_O_FILENAME__) || pr.constants.UV_FS_O_FILEMAP || 0;
var jn = Er && !!Rr;
var to = 512 * 1024;
var eo = Rr | Sr | wr | yr;
var mr = !Er && typeof ur == "number" ? ur | Sr | wr | yr : null;
var ms = mr !== null ? () => mr : jn ? (s3) => s3 < to ? eo : "w" : () => "w";
var ps = /* @__PURE__ */ __name((s3, t, e) => {
  try {
    return wi.lchownSync(s3, t, e);
  } catch (i) {
    if (i?.code !== "ENOENT") throw i;
  }
}, "ps");
var Ei = /* @__PURE__ */ __name((s3, t, e, i) => {
  wi.lchown(s3, t, e, (r) => {
    i(r && r?.code !== "ENOENT" ? r : null);
  });
}, "Ei");
var io = /* @__PURE__ */ __name((s3, t, e, i, r) => {
  if (t.isDirectory()) Es(we.resolve(s3, t.name), e, i, (n) => {
    if (n) return r(n);
    let o = we.resolve(s3, t.name);
    Ei(o, e, i, r);
  });
  else {
    let n = we.resolve(s3, t.name);
    Ei(n, e, i, r);
  }
}, "io");
var Es = /* @__PURE__ */ __name((s3, t, e, i) => {
  wi.readdir(s3, { withFileTypes: true }, (r, n) => {
    if (r) {
      if (r.code === "ENOENT") return i();
      if (r.code !== "ENOTDIR" && r.code !== "ENOTSUP") return i(r);
    }
    if (r || !n.length) return Ei(s3, t, e, i);
    let o = n.length, h = null, a = /* @__PURE__ */ __name((l) => {
      if (!h) {
        if (l) return i(h = l);
        if (--o === 0) return Ei(s3, t, e, i);
      }
    }, "a");
    for (let l of n) io(s3, l, t, e, a);
  });
}, "Es");
var so = /* @__PURE__ */ __name((s3, t, e, i) => {
  t.isDirectory() && ws(we.resolve(s3, t.name), e, i), ps(we.resolve(s3, t.name), e, i);
}, "so");
var ws = /* @__PURE__ */ __name((s3, t, e) => {
  let i;
  try {
    i = wi.readdirSync(s3, { withFileTypes: true });
  } catch (r) {
    let n = r;
    if (n?.code === "ENOENT") return;
    if (n?.code === "ENOTDIR" || n?.code === "ENOTSUP") return ps(s3, t, e);
    throw n;
  }
  for (let r of i) so(s3, r, t, e);
  return ps(s3, t, e);
}, "ws");
var Se = class extends Error {
  static {
    __name(this, "Se");
  }
  path;
  code;
  syscall = "chdir";
  constructor(t, e) {
    super(`${e}: Cannot cd into '${t}'`), this.path = t, this.code = e;
  }
  get name() {
    return "CwdError";
  }
};
var St = class extends Error {
  static {
    __name(this, "St");
  }
  path;
  symlink;
  syscall = "symlink";
  code = "TAR_SYMLINK_ERROR";
  constructor(t, e) {
    super("TAR_SYMLINK_ERROR: Cannot extract through symbolic link"), this.symlink = t, this.path = e;
  }
  get name() {
    return "SymlinkError";
  }
};
var no = /* @__PURE__ */ __name((s3, t) => {
  k.stat(s3, (e, i) => {
    (e || !i.isDirectory()) && (e = new Se(s3, e?.code || "ENOTDIR")), t(e);
  });
}, "no");
var gr = /* @__PURE__ */ __name((s3, t, e) => {
  s3 = f(s3);
  let i = t.umask ?? 18, r = t.mode | 448, n = (r & i) !== 0, o = t.uid, h = t.gid, a = typeof o == "number" && typeof h == "number" && (o !== t.processUid || h !== t.processGid), l = t.preserve, c = t.unlink, d = f(t.cwd), y = /* @__PURE__ */ __name((E, x) => {
    E ? e(E) : x && a ? Es(x, o, h, (Le) => y(Le)) : n ? k.chmod(s3, r, e) : e();
  }, "y");
  if (s3 === d) return no(s3, y);
  if (l) return ro.mkdir(s3, { mode: r, recursive: true }).then((E) => y(null, E ?? void 0), y);
  let D = f(Si.relative(d, s3)).split("/");
  Ss(d, D, r, c, d, void 0, y);
}, "gr");
var Ss = /* @__PURE__ */ __name((s3, t, e, i, r, n, o) => {
  if (t.length === 0) return o(null, n);
  let h = t.shift(), a = f(Si.resolve(s3 + "/" + h));
  k.mkdir(a, e, br(a, t, e, i, r, n, o));
}, "Ss");
var br = /* @__PURE__ */ __name((s3, t, e, i, r, n, o) => (h) => {
  h ? k.lstat(s3, (a, l) => {
    if (a) a.path = a.path && f(a.path), o(a);
    else if (l.isDirectory()) Ss(s3, t, e, i, r, n, o);
    else if (i) k.unlink(s3, (c) => {
      if (c) return o(c);
      k.mkdir(s3, e, br(s3, t, e, i, r, n, o));
    });
    else {
      if (l.isSymbolicLink()) return o(new St(s3, s3 + "/" + t.join("/")));
      o(h);
    }
  }) : (n = n || s3, Ss(s3, t, e, i, r, n, o));
}, "br");
var oo = /* @__PURE__ */ __name((s3) => {
  let t = false, e;
  try {
    t = k.statSync(s3).isDirectory();
  } catch (i) {
    e = i?.code;
  } finally {
    if (!t) throw new Se(s3, e ?? "ENOTDIR");
  }
}, "oo");
var _r = /* @__PURE__ */ __name((s3, t) => {
  s3 = f(s3);
  let e = t.umask ?? 18, i = t.mode | 448, r = (i & e) !== 0, n = t.uid, o = t.gid, h = typeof n == "number" && typeof o == "number" && (n !== t.processUid || o !== t.processGid), a = t.preserve, l = t.unlink, c = f(t.cwd), d = /* @__PURE__ */ __name((E) => {
    E && h && ws(E, n, o), r && k.chmodSync(s3, i);
  }, "d");
  if (s3 === c) return oo(c), d();
  if (a) return d(k.mkdirSync(s3, { mode: i, recursive: true }) ?? void 0);
  let T = f(Si.relative(c, s3)).split("/"), D;
  for (let E = T.shift(), x = c; E && (x += "/" + E); E = T.shift()) {
    x = f(Si.resolve(x));
    try {
      k.mkdirSync(x, i), D = D || x;
    } catch {
      let Le = k.lstatSync(x);
      if (Le.isDirectory()) continue;
      if (l) {
        k.unlinkSync(x), k.mkdirSync(x, i), D = D || x;
        continue;
      } else if (Le.isSymbolicLink()) return new St(x, x + "/" + T.join("/"));
    }
  }
  return d(D);
}, "_r");
var ys = /* @__PURE__ */ Object.create(null);
var Or = 1e4;
var Vt = /* @__PURE__ */ new Set();
var Tr = /* @__PURE__ */ __name((s3) => {
  Vt.has(s3) ? Vt.delete(s3) : ys[s3] = s3.normalize("NFD").toLocaleLowerCase("en").toLocaleUpperCase("en"), Vt.add(s3);
  let t = ys[s3], e = Vt.size - Or;
  if (e > Or / 10) {
    for (let i of Vt) if (Vt.delete(i), delete ys[i], --e <= 0) break;
  }
  return t;
}, "Tr");
var ho = process.env.TESTING_TAR_FAKE_PLATFORM || process.platform;
var ao = ho === "win32";
var lo = /* @__PURE__ */ __name((s3) => s3.split("/").slice(0, -1).reduce((e, i) => {
  let r = e.at(-1);
  return r !== void 0 && (i = xr(r, i)), e.push(i || "/"), e;
}, []), "lo");
var yi = class {
  static {
    __name(this, "yi");
  }
  #t = /* @__PURE__ */ new Map();
  #i = /* @__PURE__ */ new Map();
  #s = /* @__PURE__ */ new Set();
  reserve(t, e) {
    t = ao ? ["win32 parallelization disabled"] : t.map((r) => mt(xr(Tr(r))));
    let i = new Set(t.map((r) => lo(r)).reduce((r, n) => r.concat(n)));
    this.#i.set(e, { dirs: i, paths: t });
    for (let r of t) {
      let n = this.#t.get(r);
      n ? n.push(e) : this.#t.set(r, [e]);
    }
    for (let r of i) {
      let n = this.#t.get(r);
      if (!n) this.#t.set(r, [/* @__PURE__ */ new Set([e])]);
      else {
        let o = n.at(-1);
        o instanceof Set ? o.add(e) : n.push(/* @__PURE__ */ new Set([e]));
      }
    }
    return this.#r(e);
  }
  #n(t) {
    let e = this.#i.get(t);
    if (!e) throw new Error("function does not have any path reservations");
    return { paths: e.paths.map((i) => this.#t.get(i)), dirs: [...e.dirs].map((i) => this.#t.get(i)) };
  }
  check(t) {
    let { paths: e, dirs: i } = this.#n(t);
    return e.every((r) => r && r[0] === t) && i.every((r) => r && r[0] instanceof Set && r[0].has(t));
  }
  #r(t) {
    return this.#s.has(t) || !this.check(t) ? false : (this.#s.add(t), t(() => this.#e(t)), true);
  }
  #e(t) {
    if (!this.#s.has(t)) return false;
    let e = this.#i.get(t);
    if (!e) throw new Error("invalid reservation");
    let { paths: i, dirs: r } = e, n = /* @__PURE__ */ new Set();
    for (let o of i) {
      let h = this.#t.get(o);
      if (!h || h?.[0] !== t) continue;
      let a = h[1];
      if (!a) {
        this.#t.delete(o);
        continue;
      }
      if (h.shift(), typeof a == "function") n.add(a);
      else for (let l of a) n.add(l);
    }
    for (let o of r) {
      let h = this.#t.get(o), a = h?.[0];
      if (!(!h || !(a instanceof Set))) if (a.size === 1 && h.length === 1) {
        this.#t.delete(o);
        continue;
      } else if (a.size === 1) {
        h.shift();
        let l = h[0];
        typeof l == "function" && n.add(l);
      } else a.delete(t);
    }
    return this.#s.delete(t), n.forEach((o) => this.#r(o)), true;
  }
};
var Lr = /* @__PURE__ */ __name(() => process.umask(), "Lr");
var Dr = /* @__PURE__ */ Symbol("onEntry");
var _s = /* @__PURE__ */ Symbol("checkFs");
var Nr = /* @__PURE__ */ Symbol("checkFs2");
var Os = /* @__PURE__ */ Symbol("isReusable");
var P = /* @__PURE__ */ Symbol("makeFs");
var Ts = /* @__PURE__ */ Symbol("file");
var xs = /* @__PURE__ */ Symbol("directory");
var gi = /* @__PURE__ */ Symbol("link");
var Ar = /* @__PURE__ */ Symbol("symlink");
var Ir = /* @__PURE__ */ Symbol("hardlink");
var Re = /* @__PURE__ */ Symbol("ensureNoSymlink");
var Cr = /* @__PURE__ */ Symbol("unsupported");
var Fr = /* @__PURE__ */ Symbol("checkPath");
var Rs = /* @__PURE__ */ Symbol("stripAbsolutePath");
var yt = /* @__PURE__ */ Symbol("mkdir");
var O = /* @__PURE__ */ Symbol("onError");
var Ri = /* @__PURE__ */ Symbol("pending");
var kr = /* @__PURE__ */ Symbol("pend");
var $t = /* @__PURE__ */ Symbol("unpend");
var gs = /* @__PURE__ */ Symbol("ended");
var bs = /* @__PURE__ */ Symbol("maybeClose");
var Ls = /* @__PURE__ */ Symbol("skip");
var ge = /* @__PURE__ */ Symbol("doChown");
var be = /* @__PURE__ */ Symbol("uid");
var _e = /* @__PURE__ */ Symbol("gid");
var Oe = /* @__PURE__ */ Symbol("checkedCwd");
var fo = process.env.TESTING_TAR_FAKE_PLATFORM || process.platform;
var Te = fo === "win32";
var uo = 1024;
var mo = /* @__PURE__ */ __name((s3, t) => {
  if (!Te) return u.unlink(s3, t);
  let e = s3 + ".DELETE." + Mr(16).toString("hex");
  u.rename(s3, e, (i) => {
    if (i) return t(i);
    u.unlink(e, t);
  });
}, "mo");
var po = /* @__PURE__ */ __name((s3) => {
  if (!Te) return u.unlinkSync(s3);
  let t = s3 + ".DELETE." + Mr(16).toString("hex");
  u.renameSync(s3, t), u.unlinkSync(t);
}, "po");
var vr = /* @__PURE__ */ __name((s3, t, e) => s3 !== void 0 && s3 === s3 >>> 0 ? s3 : t !== void 0 && t === t >>> 0 ? t : e, "vr");
var Xt = class extends rt {
  static {
    __name(this, "Xt");
  }
  [gs] = false;
  [Oe] = false;
  [Ri] = 0;
  reservations = new yi();
  transform;
  writable = true;
  readable = false;
  uid;
  gid;
  setOwner;
  preserveOwner;
  processGid;
  processUid;
  maxDepth;
  forceChown;
  win32;
  newer;
  keep;
  noMtime;
  preservePaths;
  unlink;
  cwd;
  strip;
  processUmask;
  umask;
  dmode;
  fmode;
  chmod;
  constructor(t = {}) {
    if (t.ondone = () => {
      this[gs] = true, this[bs]();
    }, super(t), this.transform = t.transform, this.chmod = !!t.chmod, typeof t.uid == "number" || typeof t.gid == "number") {
      if (typeof t.uid != "number" || typeof t.gid != "number") throw new TypeError("cannot set owner without number uid and gid");
      if (t.preserveOwner) throw new TypeError("cannot preserve owner in archive and also set owner explicitly");
      this.uid = t.uid, this.gid = t.gid, this.setOwner = true;
    } else this.uid = void 0, this.gid = void 0, this.setOwner = false;
    this.preserveOwner = t.preserveOwner === void 0 && typeof t.uid != "number" ? process.getuid?.() === 0 : !!t.preserveOwner, this.processUid = (this.preserveOwner || this.setOwner) && process.getuid ? process.getuid() : void 0, this.processGid = (this.preserveOwner || this.setOwner) && process.getgid ? process.getgid() : void 0, this.maxDepth = typeof t.maxDepth == "number" ? t.maxDepth : uo, this.forceChown = t.forceChown === true, this.win32 = !!t.win32 || Te, this.newer = !!t.newer, this.keep = !!t.keep, this.noMtime = !!t.noMtime, this.preservePaths = !!t.preservePaths, this.unlink = !!t.unlink, this.cwd = f(R.resolve(t.cwd || process.cwd())), this.strip = Number(t.strip) || 0, this.processUmask = this.chmod ? typeof t.processUmask == "number" ? t.processUmask : Lr() : 0, this.umask = typeof t.umask == "number" ? t.umask : this.processUmask, this.dmode = t.dmode || 511 & ~this.umask, this.fmode = t.fmode || 438 & ~this.umask, this.on("entry", (e) => this[Dr](e));
  }
  warn(t, e, i = {}) {
    return (t === "TAR_BAD_ARCHIVE" || t === "TAR_ABORT") && (i.recoverable = false), super.warn(t, e, i);
  }
  [bs]() {
    this[gs] && this[Ri] === 0 && (this.emit("prefinish"), this.emit("finish"), this.emit("end"));
  }
  [Rs](t, e) {
    let i = t[e], { type: r } = t;
    if (!i || this.preservePaths) return true;
    let [n, o] = ce(i), h = o.replaceAll(/\\/g, "/").split("/");
    if (h.includes("..") || Te && /^[a-z]:\.\.$/i.test(h[0] ?? "")) {
      if (e === "path" || r === "Link") return this.warn("TAR_ENTRY_ERROR", `${e} contains '..'`, { entry: t, [e]: i }), false;
      let a = R.posix.dirname(t.path), l = R.posix.normalize(R.posix.join(a, h.join("/")));
      if (l.startsWith("../") || l === "..") return this.warn("TAR_ENTRY_ERROR", `${e} escapes extraction directory`, { entry: t, [e]: i }), false;
    }
    return n && (t[e] = String(o), this.warn("TAR_ENTRY_INFO", `stripping ${n} from absolute ${e}`, { entry: t, [e]: i })), true;
  }
  [Fr](t) {
    let e = f(t.path), i = e.split("/");
    if (this.strip) {
      if (i.length < this.strip) return false;
      if (t.type === "Link") {
        let r = f(String(t.linkpath)).split("/");
        if (r.length >= this.strip) t.linkpath = r.slice(this.strip).join("/");
        else return false;
      }
      i.splice(0, this.strip), t.path = i.join("/");
    }
    if (isFinite(this.maxDepth) && i.length > this.maxDepth) return this.warn("TAR_ENTRY_ERROR", "path excessively deep", { entry: t, path: e, depth: i.length, maxDepth: this.maxDepth }), false;
    if (!this[Rs](t, "path") || !this[Rs](t, "linkpath")) return false;
    if (t.absolute = R.isAbsolute(t.path) ? f(R.resolve(t.path)) : f(R.resolve(this.cwd, t.path)), !this.preservePaths && typeof t.absolute == "string" && t.absolute.indexOf(this.cwd + "/") !== 0 && t.absolute !== this.cwd) return this.warn("TAR_ENTRY_ERROR", "path escaped extraction target", { entry: t, path: f(t.path), resolvedPath: t.absolute, cwd: this.cwd }), false;
    if (t.absolute === this.cwd && t.type !== "Directory" && t.type !== "GNUDumpDir") return false;
    if (this.win32) {
      let { root: r } = R.win32.parse(String(t.absolute));
      t.absolute = r + ts(String(t.absolute).slice(r.length));
      let { root: n } = R.win32.parse(t.path);
      t.path = n + ts(t.path.slice(n.length));
    }
    return true;
  }
  [Dr](t) {
    if (!this[Fr](t)) return t.resume();
    switch (co.equal(typeof t.absolute, "string"), t.type) {
      case "Directory":
      case "GNUDumpDir":
        t.mode && (t.mode = t.mode | 448);
      case "File":
      case "OldFile":
      case "ContiguousFile":
      case "Link":
      case "SymbolicLink":
        return this[_s](t);
      default:
        return this[Cr](t);
    }
  }
  [O](t, e) {
    t.name === "CwdError" ? this.emit("error", t) : (this.warn("TAR_ENTRY_ERROR", t, { entry: e }), this[$t](), e.resume());
  }
  [yt](t, e, i) {
    gr(f(t), { uid: this.uid, gid: this.gid, processUid: this.processUid, processGid: this.processGid, umask: this.processUmask, preserve: this.preservePaths, unlink: this.unlink, cwd: this.cwd, mode: e }, i);
  }
  [ge](t) {
    return this.forceChown || this.preserveOwner && (typeof t.uid == "number" && t.uid !== this.processUid || typeof t.gid == "number" && t.gid !== this.processGid) || typeof this.uid == "number" && this.uid !== this.processUid || typeof this.gid == "number" && this.gid !== this.processGid;
  }
  [be](t) {
    return vr(this.uid, t.uid, this.processUid);
  }
  [_e](t) {
    return vr(this.gid, t.gid, this.processGid);
  }
  [Ts](t, e) {
    let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode, r = new et(String(t.absolute), { flags: ms(t.size), mode: i, autoClose: false });
    r.on("error", (a) => {
      r.fd && u.close(r.fd, () => {
      }), r.write = () => true, this[O](a, t), e();
    });
    let n = 1, o = /* @__PURE__ */ __name((a) => {
      if (a) {
        r.fd && u.close(r.fd, () => {
        }), this[O](a, t), e();
        return;
      }
      --n === 0 && r.fd !== void 0 && u.close(r.fd, (l) => {
        l ? this[O](l, t) : this[$t](), e();
      });
    }, "o");
    r.on("finish", () => {
      let a = String(t.absolute), l = r.fd;
      if (typeof l == "number" && t.mtime && !this.noMtime) {
        n++;
        let c = t.atime || /* @__PURE__ */ new Date(), d = t.mtime;
        u.futimes(l, c, d, (y) => y ? u.utimes(a, c, d, (T) => o(T && y)) : o());
      }
      if (typeof l == "number" && this[ge](t)) {
        n++;
        let c = this[be](t), d = this[_e](t);
        typeof c == "number" && typeof d == "number" && u.fchown(l, c, d, (y) => y ? u.chown(a, c, d, (T) => o(T && y)) : o());
      }
      o();
    });
    let h = this.transform && this.transform(t) || t;
    h !== t && (h.on("error", (a) => {
      this[O](a, t), e();
    }), t.pipe(h)), h.pipe(r);
  }
  [xs](t, e) {
    let i = typeof t.mode == "number" ? t.mode & 4095 : this.dmode;
    this[yt](String(t.absolute), i, (r) => {
      if (r) {
        this[O](r, t), e();
        return;
      }
      let n = 1, o = /* @__PURE__ */ __name(() => {
        --n === 0 && (e(), this[$t](), t.resume());
      }, "o");
      t.mtime && !this.noMtime && (n++, u.utimes(String(t.absolute), t.atime || /* @__PURE__ */ new Date(), t.mtime, o)), this[ge](t) && (n++, u.chown(String(t.absolute), Number(this[be](t)), Number(this[_e](t)), o)), o();
    });
  }
  [Cr](t) {
    t.unsupported = true, this.warn("TAR_ENTRY_UNSUPPORTED", `unsupported entry type: ${t.type}`, { entry: t }), t.resume();
  }
  [Ar](t, e) {
    let i = f(R.relative(this.cwd, R.resolve(R.dirname(String(t.absolute)), String(t.linkpath)))).split("/");
    this[Re](t, this.cwd, i, () => this[gi](t, String(t.linkpath), "symlink", e), (r) => {
      this[O](r, t), e();
    });
  }
  [Ir](t, e) {
    let i = f(R.resolve(this.cwd, String(t.linkpath))), r = f(String(t.linkpath)).split("/");
    this[Re](t, this.cwd, r, () => this[gi](t, i, "link", e), (n) => {
      this[O](n, t), e();
    });
  }
  [Re](t, e, i, r, n) {
    let o = i.shift();
    if (this.preservePaths || o === void 0) return r();
    let h = R.resolve(e, o);
    u.lstat(h, (a, l) => {
      if (a) return r();
      if (l?.isSymbolicLink()) return n(new St(h, R.resolve(h, i.join("/"))));
      this[Re](t, h, i, r, n);
    });
  }
  [kr]() {
    this[Ri]++;
  }
  [$t]() {
    this[Ri]--, this[bs]();
  }
  [Ls](t) {
    this[$t](), t.resume();
  }
  [Os](t, e) {
    return t.type === "File" && !this.unlink && e.isFile() && e.nlink <= 1 && !Te;
  }
  [_s](t) {
    this[kr]();
    let e = [t.path];
    t.linkpath && e.push(t.linkpath), this.reservations.reserve(e, (i) => this[Nr](t, i));
  }
  [Nr](t, e) {
    let i = /* @__PURE__ */ __name((h) => {
      e(h);
    }, "i"), r = /* @__PURE__ */ __name(() => {
      this[yt](this.cwd, this.dmode, (h) => {
        if (h) {
          this[O](h, t), i();
          return;
        }
        this[Oe] = true, n();
      });
    }, "r"), n = /* @__PURE__ */ __name(() => {
      if (t.absolute !== this.cwd) {
        let h = f(R.dirname(String(t.absolute)));
        if (h !== this.cwd) return this[yt](h, this.dmode, (a) => {
          if (a) {
            this[O](a, t), i();
            return;
          }
          o();
        });
      }
      o();
    }, "n"), o = /* @__PURE__ */ __name(() => {
      u.lstat(String(t.absolute), (h, a) => {
        if (a && (this.keep || this.newer && a.mtime > (t.mtime ?? a.mtime))) {
          this[Ls](t), i();
          return;
        }
        if (h || this[Os](t, a)) return this[P](null, t, i);
        if (a.isDirectory()) {
          if (t.type === "Directory") {
            let l = this.chmod && t.mode && (a.mode & 4095) !== t.mode, c = /* @__PURE__ */ __name((d) => this[P](d ?? null, t, i), "c");
            return l ? u.chmod(String(t.absolute), Number(t.mode), c) : c();
          }
          if (t.absolute !== this.cwd) return u.rmdir(String(t.absolute), (l) => this[P](l ?? null, t, i));
        }
        if (t.absolute === this.cwd) return this[P](null, t, i);
        mo(String(t.absolute), (l) => this[P](l ?? null, t, i));
      });
    }, "o");
    this[Oe] ? n() : r();
  }
  [P](t, e, i) {
    if (t) {
      this[O](t, e), i();
      return;
    }
    switch (e.type) {
      case "File":
      case "OldFile":
      case "ContiguousFile":
        return this[Ts](e, i);
      case "Link":
        return this[Ir](e, i);
      case "SymbolicLink":
        return this[Ar](e, i);
      case "Directory":
      case "GNUDumpDir":
        return this[xs](e, i);
    }
  }
  [gi](t, e, i, r) {
    u[i](e, String(t.absolute), (n) => {
      n ? this[O](n, t) : (this[$t](), t.resume()), r();
    });
  }
};
var ye = /* @__PURE__ */ __name((s3) => {
  try {
    return [null, s3()];
  } catch (t) {
    return [t, null];
  }
}, "ye");
var xe = class extends Xt {
  static {
    __name(this, "xe");
  }
  sync = true;
  [P](t, e) {
    return super[P](t, e, () => {
    });
  }
  [_s](t) {
    if (!this[Oe]) {
      let n = this[yt](this.cwd, this.dmode);
      if (n) return this[O](n, t);
      this[Oe] = true;
    }
    if (t.absolute !== this.cwd) {
      let n = f(R.dirname(String(t.absolute)));
      if (n !== this.cwd) {
        let o = this[yt](n, this.dmode);
        if (o) return this[O](o, t);
      }
    }
    let [e, i] = ye(() => u.lstatSync(String(t.absolute)));
    if (i && (this.keep || this.newer && i.mtime > (t.mtime ?? i.mtime))) return this[Ls](t);
    if (e || this[Os](t, i)) return this[P](null, t);
    if (i.isDirectory()) {
      if (t.type === "Directory") {
        let o = this.chmod && t.mode && (i.mode & 4095) !== t.mode, [h] = o ? ye(() => {
          u.chmodSync(String(t.absolute), Number(t.mode));
        }) : [];
        return this[P](h, t);
      }
      let [n] = ye(() => u.rmdirSync(String(t.absolute)));
      this[P](n, t);
    }
    let [r] = t.absolute === this.cwd ? [] : ye(() => po(String(t.absolute)));
    this[P](r, t);
  }
  [Ts](t, e) {
    let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode, r = /* @__PURE__ */ __name((h) => {
      let a;
      try {
        u.closeSync(n);
      } catch (l) {
        a = l;
      }
      (h || a) && this[O](h || a, t), e();
    }, "r"), n;
    try {
      n = u.openSync(String(t.absolute), ms(t.size), i);
    } catch (h) {
      return r(h);
    }
    let o = this.transform && this.transform(t) || t;
    o !== t && (o.on("error", (h) => this[O](h, t)), t.pipe(o)), o.on("data", (h) => {
      try {
        u.writeSync(n, h, 0, h.length);
      } catch (a) {
        r(a);
      }
    }), o.on("end", () => {
      let h = null;
      if (t.mtime && !this.noMtime) {
        let a = t.atime || /* @__PURE__ */ new Date(), l = t.mtime;
        try {
          u.futimesSync(n, a, l);
        } catch (c) {
          try {
            u.utimesSync(String(t.absolute), a, l);
          } catch {
            h = c;
          }
        }
      }
      if (this[ge](t)) {
        let a = this[be](t), l = this[_e](t);
        try {
          u.fchownSync(n, Number(a), Number(l));
        } catch (c) {
          try {
            u.chownSync(String(t.absolute), Number(a), Number(l));
          } catch {
            h = h || c;
          }
        }
      }
      r(h);
    });
  }
  [xs](t, e) {
    let i = typeof t.mode == "number" ? t.mode & 4095 : this.dmode, r = this[yt](String(t.absolute), i);
    if (r) {
      this[O](r, t), e();
      return;
    }
    if (t.mtime && !this.noMtime) try {
      u.utimesSync(String(t.absolute), t.atime || /* @__PURE__ */ new Date(), t.mtime);
    } catch {
    }
    if (this[ge](t)) try {
      u.chownSync(String(t.absolute), Number(this[be](t)), Number(this[_e](t)));
    } catch {
    }
    e(), t.resume();
  }
  [yt](t, e) {
    try {
      return _r(f(t), { uid: this.uid, gid: this.gid, processUid: this.processUid, processGid: this.processGid, umask: this.processUmask, preserve: this.preservePaths, unlink: this.unlink, cwd: this.cwd, mode: e });
    } catch (i) {
      return i;
    }
  }
  [Re](t, e, i, r, n) {
    if (this.preservePaths || i.length === 0) return r();
    let o = e;
    for (let h of i) {
      o = R.resolve(o, h);
      let [a, l] = ye(() => u.lstatSync(o));
      if (a) return r();
      if (l.isSymbolicLink()) return n(new St(o, R.resolve(e, i.join("/"))));
    }
    r();
  }
  [gi](t, e, i, r) {
    let n = `${i}Sync`;
    try {
      u[n](e, String(t.absolute)), r(), t.resume();
    } catch (o) {
      return this[O](o, t);
    }
  }
};
var Eo = /* @__PURE__ */ __name((s3) => {
  let t = new xe(s3), e = s3.file, i = Br.statSync(e), r = s3.maxReadSize || 16 * 1024 * 1024;
  new Be(e, { readSize: r, size: i.size }).pipe(t);
}, "Eo");
var wo = /* @__PURE__ */ __name((s3, t) => {
  let e = new Xt(s3), i = s3.maxReadSize || 16 * 1024 * 1024, r = s3.file;
  return new Promise((o, h) => {
    e.on("error", h), e.on("close", o), Br.stat(r, (a, l) => {
      if (a) h(a);
      else {
        let c = new _t(r, { readSize: i, size: l.size });
        c.on("error", h), c.pipe(e);
      }
    });
  });
}, "wo");
var So = K(Eo, wo, (s3) => new xe(s3), (s3) => new Xt(s3), (s3, t) => {
  t?.length && Qi(s3, t);
});
var yo = /* @__PURE__ */ __name((s3, t) => {
  let e = new kt(s3), i = true, r, n;
  try {
    try {
      r = v.openSync(s3.file, "r+");
    } catch (a) {
      if (a?.code === "ENOENT") r = v.openSync(s3.file, "w+");
      else throw a;
    }
    let o = v.fstatSync(r), h = Buffer.alloc(512);
    t: for (n = 0; n < o.size; n += 512) {
      for (let c = 0, d = 0; c < 512; c += d) {
        if (d = v.readSync(r, h, c, h.length - c, n + c), n === 0 && h[0] === 31 && h[1] === 139) throw new Error("cannot append to compressed archives");
        if (!d) break t;
      }
      let a = new F(h);
      if (!a.cksumValid) break;
      let l = 512 * Math.ceil((a.size || 0) / 512);
      if (n + l + 512 > o.size) break;
      n += l, s3.mtimeCache && a.mtime && s3.mtimeCache.set(String(a.path), a.mtime);
    }
    i = false, Ro(s3, e, n, r, t);
  } finally {
    if (i) try {
      v.closeSync(r);
    } catch {
    }
  }
}, "yo");
var Ro = /* @__PURE__ */ __name((s3, t, e, i, r) => {
  let n = new Wt(s3.file, { fd: i, start: e });
  t.pipe(n), bo(t, r);
}, "Ro");
var go = /* @__PURE__ */ __name((s3, t) => {
  t = Array.from(t);
  let e = new wt(s3), i = /* @__PURE__ */ __name((n, o, h) => {
    let a = /* @__PURE__ */ __name((T, D) => {
      T ? v.close(n, (E) => h(T)) : h(null, D);
    }, "a"), l = 0;
    if (o === 0) return a(null, 0);
    let c = 0, d = Buffer.alloc(512), y = /* @__PURE__ */ __name((T, D) => {
      if (T || D === void 0) return a(T);
      if (c += D, c < 512 && D) return v.read(n, d, c, d.length - c, l + c, y);
      if (l === 0 && d[0] === 31 && d[1] === 139) return a(new Error("cannot append to compressed archives"));
      if (c < 512) return a(null, l);
      let E = new F(d);
      if (!E.cksumValid) return a(null, l);
      let x = 512 * Math.ceil((E.size ?? 0) / 512);
      if (l + x + 512 > o || (l += x + 512, l >= o)) return a(null, l);
      s3.mtimeCache && E.mtime && s3.mtimeCache.set(String(E.path), E.mtime), c = 0, v.read(n, d, 0, 512, l, y);
    }, "y");
    v.read(n, d, 0, 512, l, y);
  }, "i");
  return new Promise((n, o) => {
    e.on("error", o);
    let h = "r+", a = /* @__PURE__ */ __name((l, c) => {
      if (l && l.code === "ENOENT" && h === "r+") return h = "w+", v.open(s3.file, h, a);
      if (l || !c) return o(l);
      v.fstat(c, (d, y) => {
        if (d) return v.close(c, () => o(d));
        i(c, y.size, (T, D) => {
          if (T) return o(T);
          let E = new et(s3.file, { fd: c, start: D });
          e.pipe(E), E.on("error", o), E.on("close", n), _o(e, t);
        });
      });
    }, "a");
    v.open(s3.file, h, a);
  });
}, "go");
var bo = /* @__PURE__ */ __name((s3, t) => {
  t.forEach((e) => {
    e.charAt(0) === "@" ? Ct({ file: Pr.resolve(s3.cwd, e.slice(1)), sync: true, noResume: true, onReadEntry: /* @__PURE__ */ __name((i) => s3.add(i), "onReadEntry") }) : s3.add(e);
  }), s3.end();
}, "bo");
var _o = /* @__PURE__ */ __name(async (s3, t) => {
  for (let e of t) e.charAt(0) === "@" ? await Ct({ file: Pr.resolve(String(s3.cwd), e.slice(1)), noResume: true, onReadEntry: /* @__PURE__ */ __name((i) => s3.add(i), "onReadEntry") }) : s3.add(e);
  s3.end();
}, "_o");
var vt = K(yo, go, () => {
  throw new TypeError("file is required");
}, () => {
  throw new TypeError("file is required");
}, (s3, t) => {
  if (!Bs(s3)) throw new TypeError("file is required");
  if (s3.gzip || s3.brotli || s3.zstd || s3.file.endsWith(".br") || s3.file.endsWith(".tbr")) throw new TypeError("cannot append to compressed archives");
  if (!t?.length) throw new TypeError("no paths specified to add/replace");
});
var Oo = K(vt.syncFile, vt.asyncFile, vt.syncNoFile, vt.asyncNoFile, (s3, t = []) => {
  vt.validate?.(s3, t), To(s3);
});
var To = /* @__PURE__ */ __name((s3) => {
  let t = s3.filter;
  s3.mtimeCache || (s3.mtimeCache = /* @__PURE__ */ new Map()), s3.filter = t ? (e, i) => t(e, i) && !((s3.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0)) : (e, i) => !((s3.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0));
}, "To");

// src/build/archive.ts
var MOST_TROUBLES = 10;
var ArchiveInspector = class {
  static {
    __name(this, "ArchiveInspector");
  }
  #parser;
  #troubles = [];
  #tops = /* @__PURE__ */ new Set();
  #unreadable;
  #newest = 0;
  constructor() {
    this.#parser = new rt({ strict: false, brotli: false, zstd: false });
    this.#parser.on("entry", (entry) => this.#see(entry));
    this.#parser.on("ignoredEntry", (entry) => this.#see(entry));
    this.#parser.on("warn", (code, message) => {
      if (code !== "TAR_ENTRY_INFO") this.#unreadable = { kind: "unreadable", why: String(message) };
    });
  }
  /** Returns once the headers in this piece are judged: hand it on only when there are no troubles. */
  inspect(chunk) {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.write(chunk);
  }
  end() {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.end();
  }
  get isClean() {
    return this.#troubles.length === 0 && !this.#unreadable;
  }
  get inspected() {
    const troubles = this.#unreadable ? [...this.#troubles, this.#unreadable] : this.#troubles;
    return { troubles, tops: [...this.#tops], newest: this.#newest };
  }
  #trouble(trouble) {
    if (this.#troubles.length < MOST_TROUBLES) this.#troubles.push(trouble);
  }
  #see(entry) {
    const { path: member, type, linkpath = "", mtime } = entry;
    entry.resume();
    if (leaves(member)) this.#trouble({ kind: "leaves", member });
    const target = type === "SymbolicLink" ? path.posix.join(path.posix.dirname(member), linkpath) : linkpath;
    if (linkpath.startsWith("/") || leaves(path.posix.normalize(target))) {
      this.#trouble({ kind: "link-leaves", member, target: linkpath });
    }
    const name = SPECIAL.get(type);
    if (name !== void 0) this.#trouble({ kind: "special", member, type: name });
    const [top = "", ...rest] = member.split("/").filter((part) => part !== "." && part !== "");
    if (top !== "" && (rest.length > 0 || type === "Directory")) this.#tops.add(top);
    const seconds = Math.floor((mtime?.getTime() ?? 0) / 1e3);
    if (FILES.includes(type) && seconds > this.#newest) this.#newest = seconds;
  }
};
var FILES = ["File", "OldFile", "ContiguousFile"];
var SPECIAL = /* @__PURE__ */ new Map([
  ["CharacterDevice", "a device"],
  ["BlockDevice", "a device"],
  ["FIFO", "a pipe"]
]);
function leaves(name) {
  return name.startsWith("/") || name.split("/").includes("..");
}
__name(leaves, "leaves");

// src/build/hints.ts
var DISK_FULL = /No space left on device|Disk quota exceeded|Wrote only \d+ of \d+ bytes/;
function tellsDiskFull(printed) {
  return DISK_FULL.test(printed);
}
__name(tellsDiskFull, "tellsDiskFull");
var HINTS = [
  {
    pattern: DISK_FULL,
    help: /* @__PURE__ */ __name(() => "the disk is full: free some space where the buildbox lies, then run it again", "help")
  },
  {
    pattern: /internal compiler error|Segmentation fault signal terminated program|Killed signal terminated program/,
    help: /* @__PURE__ */ __name(() => "the compiler itself broke down: give it more memory, fewer jobs (`--jobs 1`) or less to optimise", "help")
  },
  {
    pattern: /\.\/configure: (?:not found|No such file)/,
    help: /* @__PURE__ */ __name(() => "the source has no `configure`: say `style: autoconf` if it is to be made, or another style", "help")
  },
  {
    pattern: /fatal error: ([^\s:]+): No such file or directory/,
    help: /* @__PURE__ */ __name(([, header]) => `the base lacks the header \`${header}\`: name the library that has it under \`depends.system\``, "help")
  },
  {
    pattern: /cannot find -l([^\s:]+)/,
    help: /* @__PURE__ */ __name(([, library]) => `the base lacks the library \`${library}\`: name it under \`depends.system\``, "help")
  },
  {
    pattern: /(?:No package '([^']+)' found|Dependency "?([^\s"]+)"? not found|Could NOT find ([A-Za-z0-9_]+))/,
    help: /* @__PURE__ */ __name(([, package_, dependency, found]) => `\`${package_ ?? dependency ?? found}\` is not there: name it under \`depends.system\`, or its port under \`depends.lib\``, "help")
  },
  {
    pattern: /(?:^|: )([A-Za-z0-9_.+-]+): (?:command not found|not found)$/m,
    help: /* @__PURE__ */ __name(([, tool]) => `the base lacks the program \`${tool}\`: name the package that has it under \`depends.system\``, "help")
  },
  {
    pattern: /Could not resolve host|Temporary failure in name resolution|Network is unreachable/,
    help: /* @__PURE__ */ __name(() => "a build has no network: list what it downloads under `distfiles`, or say `network: build`", "help")
  }
];
function hintFor(tail, exit, job) {
  if (deniedPaths(tail).some((path2) => isAbout(path2, job.prefix))) {
    return `the prefix \`${job.prefix}\` itself can't be written to: install into \`$DESTDIR$PREFIX\``;
  }
  for (const { pattern, help } of HINTS) {
    const match = pattern.exec(tail);
    if (match) return help(match, job);
  }
  const killed = exit.kind === "killed" ? exit.signal === "SIGKILL" : exit.kind === "exited" && exit.status === 137;
  return killed ? "it was killed, most likely for want of memory: raise `limits.memory`, or use fewer jobs" : void 0;
}
__name(hintFor, "hintFor");
function deniedPaths(tail) {
  const lines = tail.split("\n").filter((line) => /Permission denied|Read-only file system/.test(line));
  return lines.flatMap((line) => line.match(/\/[^\s'"`:\u2018\u2019]+/g) ?? []);
}
__name(deniedPaths, "deniedPaths");
function isAbout(path2, prefix) {
  return `${path2}/`.startsWith(`${prefix}/`) || `${prefix}/`.startsWith(`${path2}/`);
}
__name(isAbout, "isAbout");

// src/build/unpack.ts
async function unpackArchive(bench, unpacking, signal) {
  const { file, host } = unpacking;
  const format = formatOf(await host.readRange(file, 0, 6));
  if (format === "zip") return await unpackZip(bench, unpacking, signal);
  const decoder = DECODERS[format];
  return await flow(bench, { ...unpacking, ...decoder ? { decoder } : {}, input: "file" }, signal);
}
__name(unpackArchive, "unpackArchive");
function formatOf(start) {
  const hex = start.toString("hex");
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1] ?? "tar";
}
__name(formatOf, "formatOf");
var MAGIC = [
  ["1f8b", "gzip"],
  // compress(1); gzip reads it too.
  ["1f9d", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a00", "xz"],
  ["28b52ffd", "zstd"],
  ["4c5a4950", "lzip"],
  ["504b0304", "zip"]
];
var DECODERS = {
  gzip: ["gzip", "-dc"],
  bzip2: ["bzip2", "-dc"],
  xz: ["xz", "-dc"],
  zstd: ["zstd", "-dcq"],
  // xz reads lzip's files from version 5.4 on, and is there more often.
  lzip: ["sh", "-c", "command -v lzip >/dev/null && exec lzip -dc; exec xz -dc"],
  tar: void 0
};
async function unpackZip(bench, unpacking, signal) {
  const { file, env } = unpacking;
  const archive = guestPath(`${BUILD_FOLDER}/archive.zip`);
  const beside = `${BUILD_FOLDER}/archive`;
  const copied = await copyInto(bench, [{ from: file, to: archive, owner: "build" }], signal);
  if (copied) return copied;
  const names = await namesInZip(bench, { archive, env }, signal);
  if (names.kind !== "names") return names;
  const leaving = names.names.filter(leaves).map((member) => ({ kind: "leaves", member }));
  if (leaving.length > 0) return { kind: "archive-wrong", troubles: leaving };
  const script = 'unzip -qq -o "$1" -d "$2" >&2 || test $? = 1; tar -C "$2" -cf - .; rm -rf "$1" "$2"';
  return await flow(
    bench,
    { ...unpacking, decoder: ["sh", "-ec", script, "sh", archive, beside], input: "none" },
    signal
  );
}
__name(unpackZip, "unpackZip");
async function namesInZip({ buildbox, log }, { archive, env }, signal) {
  const exec = { argv: ["unzip", "-Z1", archive], cwd: BUILD_FOLDER, env, user: "build" };
  const chunks = [];
  const errors = [];
  const exit = await buildbox.run(
    exec,
    (chunk, stream) => void (stream === "stdout" ? chunks : errors).push(Buffer.from(chunk)),
    signal
  );
  const said = Buffer.concat(errors);
  await log.write(said);
  const trouble = troubleOf(exit, exec.argv);
  if (trouble) return unreadable(trouble, said.toString());
  return { kind: "names", names: Buffer.concat(chunks).toString().split("\n") };
}
__name(namesInZip, "namesInZip");
async function flow(bench, flowing, signal) {
  const { file, name, into, env, host, decoder, input } = flowing;
  const { buildbox, log, report } = bench;
  const quoted = commandOf([name]);
  const command2 = decoder ? `${commandOf(decoder)} < ${quoted} | tar -xf -` : `tar -xf ${quoted}`;
  report({ kind: "command-started", command: command2 });
  await log.write(Buffer.from(`$ ${command2}
`));
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const tar = { argv: ["tar", "-xof", "-"], cwd: into, env, user: "build" };
  const unpacking = buildbox.start(plainly(tar), either);
  const decoding = decoder && buildbox.start({ argv: decoder, cwd: BUILD_FOLDER, env, user: "build" }, either);
  const inspector = new ArchiveInspector();
  const archive = input === "file" ? host.readStream(file) : Readable.from([]);
  const said = decoding ? textOf(decoding.stderr) : "";
  try {
    await Promise.all([
      decoding && feed(archive, decoding.stdin),
      passOn(decoding?.stdout ?? archive, inspector, unpacking),
      copyToLog(unpacking.stdout, { log, report }),
      copyToLog(unpacking.stderr, { log, report })
    ]);
  } catch (error) {
    stop.abort();
    await Promise.all([unpacking.exit, decoding?.exit]);
    throw error;
  }
  const decoded = decoder && decoding && troubleOf(await decoding.exit, decoder);
  const unpacked = troubleOf(await unpacking.exit, tar.argv);
  await log.write(Buffer.from(await said));
  if (signal.aborted) return { kind: "aborted" };
  if (decoded) return unreadable(decoded, await said);
  const { inspected } = inspector;
  if (inspected.troubles.length > 0) return { kind: "archive-wrong", troubles: inspected.troubles };
  if (unpacked?.kind === "command-failed") return { ...unpacked, command: command2 };
  return unpacked ?? { kind: "unpacked", inspected };
}
__name(flow, "flow");
function unreadable(trouble, said) {
  if (trouble.kind !== "command-failed") return trouble;
  const { exit } = trouble;
  if (exit.kind !== "exited" || exit.status >= 126 || tellsDiskFull(said)) return trouble;
  return { kind: "archive-wrong", troubles: [{ kind: "unreadable", why: said.trim().split("\n")[0] ?? "" }] };
}
__name(unreadable, "unreadable");
async function textOf(stream) {
  let text = "";
  for await (const chunk of stream) text = (text + String(chunk)).slice(0, 4096);
  return text;
}
__name(textOf, "textOf");
async function passOn(source, inspector, { stdin }) {
  for await (const chunk of source) {
    inspector.inspect(chunk);
    if (inspector.isClean && stdin.writable && !stdin.write(chunk)) await drained(stdin);
  }
  inspector.end();
  stdin.end();
}
__name(passOn, "passOn");
async function drained(sink) {
  await new Promise((resolve) => {
    const done = /* @__PURE__ */ __name(() => {
      sink.off("drain", done).off("close", done);
      resolve();
    }, "done");
    sink.once("drain", done).once("close", done);
  });
}
__name(drained, "drained");
async function feed(source, sink) {
  try {
    await pipeline3(source, sink);
  } catch (error) {
    if (error instanceof WorldFailure) throw error;
    const { code } = error;
    const closed = ["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"];
    if (code === void 0 || !closed.includes(code)) throw error;
  }
}
__name(feed, "feed");
function commandOf([program, ...args]) {
  return commandLine({ program, args });
}
__name(commandOf, "commandOf");

// src/build/extract.ts
function plainSource({ port }) {
  return guestPath(`${WORK}/${port.name}-${port.version}`);
}
__name(plainSource, "plainSource");
async function extract(job, extraction, signal) {
  const archives = extraction.distfiles.filter(({ distfile }) => isArchive(distfile.file));
  const plain = extraction.distfiles.filter(({ distfile }) => !isArchive(distfile.file));
  const usual = archives.filter(({ distfile }) => distfile.subdir === "");
  const below2 = archives.filter(({ distfile }) => distfile.subdir !== "");
  const seen = [];
  for (const one of usual) {
    const unpacked = await unpackInto(one, { ...extraction, into: WORK }, signal);
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  const source = sourceOf(job, seen[0]);
  for (const one of below2) {
    const unpacked = await unpackBelow(one, { ...extraction, source }, signal);
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  if (plain.length > 0 || seen.length === 0) {
    const trouble = await layFiles(plain, { ...extraction, source }, signal);
    if (trouble) return trouble;
  }
  const sourceDateEpoch = Math.max(EARLIEST_EPOCH, ...seen.map(({ newest }) => newest));
  return { kind: "extracted", source, sourceDateEpoch };
}
__name(extract, "extract");
function sourceOf(job, first) {
  if (!first) return plainSource(job);
  const { tops } = first;
  const named = `${job.port.name}-${job.port.version}`;
  const top = tops.length === 1 ? tops[0] : tops.find((one) => one === named);
  return top === void 0 ? WORK : guestPath(`${WORK}/${top}`);
}
__name(sourceOf, "sourceOf");
async function unpackInto({ distfile, file }, { bench, env, host, into }, signal) {
  const unpacked = await unpackArchive(bench, { file, name: distfile.file, into, env, host }, signal);
  if (unpacked.kind !== "archive-wrong") return unpacked;
  return { ...unpacked, file: distfile.file, span: distfile.span };
}
__name(unpackInto, "unpackInto");
async function unpackBelow(one, below2, signal) {
  const { bench, source } = below2;
  const beside = guestPath(`${WORK}/.beside`);
  const made = await runCommand(bench, command(below2, "mkdir", beside), signal);
  if (made) return made;
  const unpacked = await unpackInto(one, { ...below2, into: beside }, signal);
  if (unpacked.kind !== "unpacked") return unpacked;
  const { tops } = unpacked.inspected;
  const from = tops.length === 1 ? `${beside}/${tops[0]}` : beside;
  const script = 'mkdir -p "$2"; cp -R -P -p "$1/." "$2"; rm -rf "$3"';
  const moving = command(below2, "sh", "-ec", script, "sh", from, `${source}/${one.distfile.subdir}`, beside);
  return await runCommand(bench, moving, signal) ?? unpacked;
}
__name(unpackBelow, "unpackBelow");
async function layFiles(files, below2, signal) {
  const { bench, source } = below2;
  if (files.length === 0) return await runCommand(bench, command(below2, "mkdir", "-p", source), signal);
  const placed = files.map(({ distfile: { subdir, file: name }, file }) => {
    const to2 = guestPath(subdir === "" ? `${source}/${name}` : `${source}/${subdir}/${name}`);
    return { from: file, to: to2, owner: "build" };
  });
  return await copyInto(bench, placed, signal);
}
__name(layFiles, "layFiles");
function command({ env }, program, ...args) {
  return { argv: [program, ...args], cwd: WORK, env, user: "build" };
}
__name(command, "command");

// src/build/styles.ts
var UNCONFIGURED = ["make", "script", "manifest", "meta"];
function unusedOptions({ build }, options) {
  const { value: style, span } = build.style;
  if (options.length === 0 || !UNCONFIGURED.includes(style)) return [];
  const message = `style \`${style}\` has nothing that takes configure options: they would have no effect`;
  const help = "leave them out, or choose what they should do with a flavor";
  return [{ severity: "error", code: "build/unused-options", blame: "request", message, span, help }];
}
__name(unusedOptions, "unusedOptions");
function styleCommands(phase, facts) {
  const { port, prefix } = facts.job;
  const table = STYLE_TABLE[port.build.style.value]({
    prefix,
    source: facts.source,
    jobs: `-j${facts.parallel}`,
    options: [...port.build.configure, ...facts.configureOptions],
    ...port.build.make,
    runpath: port.runpath,
    offline: port.network === "build" ? [] : ["--offline"]
  });
  return table[phase] ?? [];
}
__name(styleCommands, "styleCommands");
var DESTDIR = `DESTDIR=${FAKE_ROOT}`;
function run(program, ...args) {
  return { argv: [program, ...args] };
}
__name(run, "run");
function shell(script, ...args) {
  return run("sh", "-ec", script, "sh", ...args);
}
__name(shell, "shell");
function make({ jobs, variables, targets }, install) {
  return {
    build: [run("make", jobs, ...variables, ...targets)],
    check: [run("make", jobs, "check", ...variables)],
    fake: [run("make", ...install, DESTDIR, ...variables)]
  };
}
__name(make, "make");
function gnu(facts) {
  const configure = run("./configure", `--prefix=${facts.prefix}`, ...facts.options);
  return { configure: [configure], ...make(facts, ["install"]) };
}
__name(gnu, "gnu");
function cmake({ prefix, source, jobs, options, variables, targets, runpath }) {
  const rpath = {
    auto: [`-DCMAKE_INSTALL_RPATH=${prefix}/lib`],
    keep: [],
    none: ["-DCMAKE_SKIP_INSTALL_RPATH=ON"]
  }[runpath];
  const configure = [
    ...["-S", source, "-B", OUTSIDE, `-DCMAKE_INSTALL_PREFIX=${prefix}`, "-DCMAKE_INSTALL_LIBDIR=lib"],
    ...["-DCMAKE_BUILD_TYPE=Release", ...rpath, "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF"],
    ...["-DFETCHCONTENT_FULLY_DISCONNECTED=ON", ...options]
  ];
  const targeted = targets.flatMap((target) => ["--target", target]);
  const native = variables.length > 0 ? ["--", ...variables] : [];
  return {
    configure: [run("cmake", ...configure)],
    build: [run("cmake", "--build", OUTSIDE, jobs, ...targeted, ...native)],
    check: [run("ctest", "--test-dir", OUTSIDE, "--output-on-failure", jobs)],
    fake: [{ ...run("cmake", "--install", OUTSIDE), env: { DESTDIR: FAKE_ROOT } }]
  };
}
__name(cmake, "cmake");
function meson({ prefix, source, jobs, options, targets }) {
  const setup = [`--prefix=${prefix}`, "--libdir=lib", "--buildtype=release", "--wrap-mode=nodownload"];
  return {
    configure: [run("meson", "setup", ...setup, ...options, OUTSIDE, source)],
    build: [run("meson", "compile", "-C", OUTSIDE, jobs, ...targets)],
    check: [run("meson", "test", "-C", OUTSIDE, "--print-errorlogs")],
    fake: [{ ...run("meson", "install", "-C", OUTSIDE, "--no-rebuild"), env: { DESTDIR: FAKE_ROOT } }]
  };
}
__name(meson, "meson");
function makefile(facts) {
  const prefixes = [`PREFIX=${facts.prefix}`, `prefix=${facts.prefix}`];
  return make({ ...facts, variables: [...prefixes, ...facts.variables] }, ["install"]);
}
__name(makefile, "makefile");
function imake(facts) {
  const folders = [`BINDIR=${facts.prefix}/bin`, `MANPATH=${facts.prefix}/share/man`];
  const variables = [...folders, ...facts.variables];
  return {
    configure: [run("xmkmf", "-a", ...facts.options)],
    ...make({ ...facts, variables }, ["install", "install.man"])
  };
}
__name(imake, "imake");
function python({ prefix, options }) {
  const quiet = ["--no-deps", "--no-cache-dir"];
  const settings = options.map((option) => `--config-settings=${option}`);
  const wheel = ["wheel", ...quiet, "--no-build-isolation", "--wheel-dir", OUTSIDE, ...settings, "."];
  const install = 'for wheel in "$0"/*.whl; do set -- "$@" "$(basename "$wheel" | cut -d- -f1)"; done; exec python3 -m pip install "$@"';
  const from = ["--no-index", `--find-links=${OUTSIDE}`, "--ignore-installed", "--no-warn-script-location"];
  const into = [`--root=${FAKE_ROOT}`, `--prefix=${prefix}`, "--no-compile"];
  return {
    build: [run("python3", "-m", "pip", ...wheel)],
    fake: [
      {
        ...run("sh", "-ec", install, OUTSIDE, ...quiet, ...from, ...into),
        env: { DEB_PYTHON_INSTALL_LAYOUT: "deb_system" }
      }
    ]
  };
}
__name(python, "python");
function perl({ prefix, jobs, options, variables }) {
  const either = /* @__PURE__ */ __name((makefile2, build, ...args) => shell(`if [ -f Makefile.PL ]; then exec ${makefile2}; else exec ${build}; fi`, ...args), "either");
  return {
    configure: [
      either(
        'perl Makefile.PL INSTALL_BASE="$@" NO_PACKLIST=1 NO_PERLLOCAL=1',
        'perl Build.PL --create_packlist 0 --install_base "$@"',
        prefix,
        ...options
      )
    ],
    build: [either('make "$@"', "./Build", jobs, ...variables)],
    check: [either('make test "$@"', "./Build test", ...variables)],
    fake: [either(`make install ${DESTDIR} "$@"`, `./Build install --destdir ${FAKE_ROOT}`, ...variables)]
  };
}
__name(perl, "perl");
function scons({ prefix, jobs, options, variables, targets }) {
  const all = [`PREFIX=${prefix}`, `prefix=${prefix}`, ...options, ...variables];
  return {
    build: [run("scons", jobs, ...all, ...targets)],
    fake: [run("scons", "install", DESTDIR, ...all)]
  };
}
__name(scons, "scons");
function waf({ prefix, jobs, options, targets }) {
  return {
    configure: [
      run("python3", "./waf", "configure", `--prefix=${prefix}`, `--libdir=${prefix}/lib`, ...options)
    ],
    build: [run("python3", "./waf", "build", jobs, ...targets)],
    fake: [run("python3", "./waf", "install", `--destdir=${FAKE_ROOT}`)]
  };
}
__name(waf, "waf");
function cargo({ prefix, jobs, options, offline }) {
  const locked = ["--locked", ...offline, jobs, ...options];
  const into = ["--path", ".", "--no-track", "--root", `${FAKE_ROOT}${prefix}`];
  return {
    build: [run("cargo", "build", "--release", ...locked)],
    check: [run("cargo", "test", "--release", ...locked)],
    fake: [run("cargo", "install", ...into, ...locked)]
  };
}
__name(cargo, "cargo");
var STYLE_TABLE = {
  gnu,
  autoconf: /* @__PURE__ */ __name((facts) => {
    const { configure = [], ...rest } = gnu(facts);
    return { configure: [run("autoreconf", "-fi"), ...configure], ...rest };
  }, "autoconf"),
  cmake,
  meson,
  make: makefile,
  imake,
  python,
  perl,
  scons,
  waf,
  cargo,
  script: /* @__PURE__ */ __name(() => ({}), "script"),
  manifest: /* @__PURE__ */ __name(({ prefix }) => ({
    fake: [shell('mkdir -p "$1" && cp -R -P -p . "$1"', `${FAKE_ROOT}${prefix}`)]
  }), "manifest"),
  meta: /* @__PURE__ */ __name(() => ({}), "meta")
};

// src/build/phases.ts
var BUILDING = ["extract", "patch", "configure", "build", "check", "fake"];
async function runPhases(task, signal) {
  const { host, report } = task.setting;
  let sources = { source: WORK, sourceDateEpoch: EARLIEST_EPOCH };
  for (const phase of BUILDING) {
    const step = { ...task, sources };
    if (!hasWork(phase, step)) continue;
    const job = task.job.id;
    const began = host.now();
    report({ kind: "phase-started", job, phase });
    await task.bench.log.write(Buffer.from(`==> ${phase}
`));
    const ended = await runPhase(phase, step, signal);
    const outcome = ended.kind === "phased" ? "done" : "failed";
    report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
    if (ended.kind !== "phased") return ended;
    sources = ended.sources;
  }
  return { kind: "phased", sources };
}
__name(runPhases, "runPhases");
function hasWork(phase, step) {
  const { port } = step.job;
  if (phase === "check" && step.setting.check === "skip") return false;
  const hooks = [`pre-${phase}`, phase, `post-${phase}`];
  if (hooks.some((hook) => port.build.scripts.has(hook))) return true;
  switch (phase) {
    case "extract":
      return true;
    case "patch":
      return port.patches.length > 0;
    default:
      return styleCommands(phase, factsOf(step)).length > 0;
  }
}
__name(hasWork, "hasWork");
async function runPhase(phase, step, signal) {
  const before = await runHook(`pre-${phase}`, phase, step, signal);
  if (before) return before;
  const ended = step.job.port.build.scripts.has(phase) ? await runInstead(phase, step, signal) : await runDefault(phase, step, signal);
  if (ended.kind !== "phased") return ended;
  const after = await runHook(`post-${phase}`, phase, { ...step, ...ended }, signal);
  return after ?? ended;
}
__name(runPhase, "runPhase");
async function runInstead(phase, step, signal) {
  const { job, bench, sources } = step;
  const trouble = await runHook(phase, phase, step, signal);
  if (trouble) return trouble;
  if (phase !== "extract") return { kind: "phased", sources };
  const source = plainSource(job);
  const made = await runCommand(bench, execOf(step, ["mkdir", "-p", source]), signal);
  if (made) return jobTrouble(made, phase, job.port.build.style.span);
  return { kind: "phased", sources: { ...sources, source } };
}
__name(runInstead, "runInstead");
async function runDefault(phase, step, signal) {
  const { job, setting, bench, sources } = step;
  const { span } = job.port.build.style;
  switch (phase) {
    case "extract": {
      const extraction = {
        bench,
        distfiles: setting.distfiles,
        env: environmentOf(step),
        host: setting.host
      };
      const ended = await extract(job, extraction, signal);
      if (ended.kind === "extracted") return { kind: "phased", sources: ended };
      return ended.kind === "archive-wrong" ? ended : jobTrouble(ended, phase, span);
    }
    case "patch":
      for (const patch of job.port.patches) {
        const trouble = await applyPatch(patch, step, signal);
        if (trouble) return trouble;
      }
      return { kind: "phased", sources };
    default:
      for (const { argv, env } of styleCommands(phase, factsOf(step))) {
        const trouble = await runCommand(bench, execOf(step, argv, env), signal);
        if (trouble) return jobTrouble(trouble, phase, span);
      }
      return { kind: "phased", sources };
  }
}
__name(runDefault, "runDefault");
async function applyPatch(patch, step, signal) {
  const file = guestPath(`${PORT}/${patch.path}`);
  const options = ["--batch", "--forward", "--fuzz=2", "--no-backup-if-mismatch", "--reject-file=-"];
  const exec = execOf(step, ["patch", `-p${patch.strip}`, ...options, "-i", file]);
  const trouble = await runCommand(step.bench, exec, signal);
  if (trouble?.kind !== "command-failed") return trouble && jobTrouble(trouble, "patch", patch.span);
  const { exit, command: command2 } = trouble;
  if (exit.kind === "exited" && exit.status === 1) return { kind: "patch-failed", patch, command: command2 };
  return jobTrouble(trouble, "patch", patch.span);
}
__name(applyPatch, "applyPatch");
async function runHook(hook, phase, step, signal) {
  const { job, setting, bench, sources } = step;
  const script = job.port.build.scripts.get(hook);
  if (!script) return void 0;
  const variables = scriptEnvironment(job, sources.source, setting.parallel);
  const exec = execOf(step, [script.shell, "-e", `${HOOK_FILES}/${hook}`], variables);
  const trouble = await runCommand(bench, exec, signal);
  return trouble && jobTrouble(trouble, phase, script.span);
}
__name(runHook, "runHook");
function jobTrouble(trouble, phase, span) {
  return trouble.kind === "command-failed" ? { ...trouble, kind: "phase-failed", phase, span } : { ...trouble, phase };
}
__name(jobTrouble, "jobTrouble");
function execOf(step, argv, env = {}) {
  return { argv, cwd: step.sources.source, env: { ...environmentOf(step), ...env }, user: "build" };
}
__name(execOf, "execOf");
function environmentOf({ job, setting, sources }) {
  const { dependencies } = setting;
  return buildEnvironment(job, { dependencies, sourceDateEpoch: sources.sourceDateEpoch });
}
__name(environmentOf, "environmentOf");
function factsOf({ job, setting, sources }) {
  const { parallel, configureOptions } = setting;
  return { job, source: sources.source, parallel, configureOptions };
}
__name(factsOf, "factsOf");

// src/build/port-folder.ts
async function copyPortFolder({ portFolder, leftOut }, to2, host) {
  const foreign = await Promise.all(leftOut.map((folder) => host.realPath(folder)));
  const copyBelow = /* @__PURE__ */ __name(async (from, into) => {
    await host.makeFolder(into);
    await host.changeMode(into, 493);
    for (const name of await host.list(from) ?? []) {
      const file = joinPath(from, name);
      const beside = joinPath(into, name);
      if (name === ".git" || foreign.includes(file)) continue;
      const status = await host.status(file);
      if (status?.kind === "folder") await copyBelow(file, beside);
      if (status?.kind === "file") {
        await host.copyFile(file, beside);
        await host.changeMode(beside, status.mode & 64 ? 493 : 420);
      }
      if (status?.kind === "link") await host.makeLink(await host.readLink(file), beside);
    }
  }, "copyBelow");
  await copyBelow(await host.realPath(portFolder) ?? portFolder, to2);
}
__name(copyPortFolder, "copyPortFolder");

// src/build/job.ts
async function runJob(job, setting, signal) {
  try {
    return await openAndRun(job, setting, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted", job };
    throw error;
  }
}
__name(runJob, "runJob");
async function openAndRun(job, setting, signal) {
  var _stack = [];
  try {
    const { engine, root, hidden, host, logFile, report } = setting;
    const { network, limits } = job.port;
    const spec = {
      root,
      name: job.id,
      network: network === "build" ? "host" : "none",
      hidden,
      ...limits.memoryBytes === void 0 ? {} : { memoryBytes: limits.memoryBytes },
      upper: "disk"
    };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return { ...opened, kind: "engine-refused", job };
    const buildbox = __using(_stack, opened.buildbox, true);
    const log = await openLog(logFile, host);
    try {
      for (const message of buildbox.caveats) report({ kind: "note", message });
      const outcome = await runIn({ buildbox, log, report }, { job, setting }, signal);
      const isGone = outcome.kind === "aborted" || outcome.kind === "engine-died";
      return isGone || setting.onEnd === "remove" ? outcome : { ...outcome, enter: await buildbox.keep() };
    } finally {
      await log.close();
    }
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(openAndRun, "openAndRun");
async function runIn(bench, { job, setting }, signal) {
  const { host, fakeRoot } = setting;
  const began = host.now();
  const { timeMs } = job.port.limits;
  const either = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
  const task = { job, setting, bench };
  const furnished = await furnish(task, either);
  const ended = furnished ?? await runPhases(task, either);
  const trouble = ended.kind === "phased" ? await takeFakeRoot(task, either) : ended;
  if (signal.aborted) return { kind: "aborted", job };
  const scene = { job, log: bench.log.file, tail: bench.log.tail() };
  if (trouble?.kind === "aborted")
    return { ...scene, kind: "timed-out", phase: trouble.phase, limitMs: timeMs ?? 0 };
  if (trouble) return { ...scene, ...trouble };
  if (ended.kind !== "phased") throw new Error(`no trouble and no fake root: ${ended.kind}`);
  const { sourceDateEpoch } = ended.sources;
  return { kind: "built", job, fakeRoot, sourceDateEpoch, durationMs: host.now() - began };
}
__name(runIn, "runIn");
async function furnish({ job, setting, bench }, signal) {
  const { host, dependencies, fakeRoot } = setting;
  const skeleton = await host.makeTemporary("buildbox-", joinPath(fakeRoot, ".."));
  try {
    for (const folder of [HOME, WORK, FAKE_ROOT, DISTFILES, HOOK_FILES]) {
      await host.makeFolder(below(skeleton, folder));
    }
    for (const [hook, { text }] of job.port.build.scripts) {
      await host.writeFile(
        joinPath(below(skeleton, HOOK_FILES), hook),
        text.endsWith("\n") ? text : `${text}
`
      );
    }
    await copyPortFolder(setting, below(skeleton, PORT), host);
    const copies = [
      { from: skeleton, to: BUILD_FOLDER, owner: "build" },
      ...distfilesFor(job, setting.distfiles)
    ];
    const trouble = await copyInto(bench, copies, signal) ?? await layPackages(bench, dependencies, signal);
    return trouble && copyTrouble(trouble, "extract");
  } finally {
    await host.remove(skeleton);
  }
}
__name(furnish, "furnish");
function below(skeleton, folder) {
  return joinPath(skeleton, folder.slice(BUILD_FOLDER.length + 1));
}
__name(below, "below");
function distfilesFor({ port }, distfiles) {
  const isAsked = [...port.build.scripts.values()].some(({ text }) => text.includes("DISTDIR"));
  if (!isAsked) return [];
  return distfiles.map(({ distfile, file }) => {
    return { from: file, to: guestPath(`${DISTFILES}/${distfile.file}`), owner: "build" };
  });
}
__name(distfilesFor, "distfilesFor");
async function takeFakeRoot({ job, setting, bench }, signal) {
  const { host, fakeRoot } = setting;
  const exit = await bench.buildbox.copyOut(FAKE_ROOT, fakeRoot, signal);
  const trouble = await troubleOfCopy(exit, ["cp", "-R", FAKE_ROOT, fakeRoot], bench);
  const folder = `.${job.prefix}/share/info`;
  const top = await host.realPath(fakeRoot);
  const real = await host.realPath(joinPath(fakeRoot, folder));
  if (top && real === joinPath(top, folder)) await host.remove(joinPath(real, "dir"));
  return trouble && copyTrouble(trouble, "fake");
}
__name(takeFakeRoot, "takeFakeRoot");
function copyTrouble(trouble, phase) {
  return trouble.kind === "command-failed" ? { ...trouble, kind: "copy-failed", phase } : { ...trouble, phase };
}
__name(copyTrouble, "copyTrouble");

// src/build/outcome-explained.ts
function explainOutcome(outcome) {
  switch (outcome.kind) {
    case "built":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    default:
      return [{ severity: "error", ...withScene(verdictOf2(outcome), outcome) }];
  }
}
__name(explainOutcome, "explainOutcome");
function verdictOf2(outcome) {
  const { job, tail } = outcome;
  switch (outcome.kind) {
    case "phase-failed": {
      const { phase, command: command2, exit, span } = outcome;
      const printed = lastOf(command2, tail);
      const help = hintFor(printed, exit, job);
      const full = tellsDiskFull(printed);
      return {
        code: full ? "build/disk-full" : "build/phase-failed",
        blame: full ? "world" : "recipe",
        message: `the ${phase} phase failed: the command ${endOf(exit)}
  ${command2}${indented(printed)}`,
        span,
        ...help ? { help } : {}
      };
    }
    case "patch-failed": {
      const { patch, command: command2 } = outcome;
      return {
        code: "build/patch-failed",
        blame: "recipe",
        message: `\`${patch.path}\` does not apply
  ${command2}${indented(lastOf(command2, tail))}`,
        span: patch.span,
        help: "make the patch anew against this version, or mend its `-p` level"
      };
    }
    case "archive-wrong": {
      const { file, span, troubles } = outcome;
      const lines = troubles.map((trouble) => `
  ${sentenceOf2(trouble)}`).join("");
      const isUnreadable = troubles.some(({ kind }) => kind === "unreadable");
      return {
        code: isUnreadable ? "build/archive-unreadable" : "build/archive-unsafe",
        blame: "recipe",
        message: `\`${file}\` ${isUnreadable ? "can't be unpacked" : "holds what no archive of sources should"}${lines}`,
        span,
        help: "make sure that this is the file upstream meant to publish; nothing of it was used"
      };
    }
    case "copy-failed": {
      const { phase, command: command2, exit } = outcome;
      const way = phase === "fake" ? "out of" : "into";
      const printed = lastOf(command2, tail);
      const help = tellsDiskFull(printed) ? "the disk is full: free some space, then run it again" : void 0;
      return {
        code: "build/copy-failed",
        blame: "world",
        message: `files could not be copied ${way} the buildbox: the copy ${endOf(exit)}
  ${command2}${indented(printed)}`,
        help: help ?? "look at what the copy said, and for files that can't be read"
      };
    }
    case "timed-out":
      return {
        code: "build/timed-out",
        blame: "recipe",
        message: `the ${outcome.phase} phase was stopped: the job took longer than ${outcome.limitMs / 1e3} seconds${indented(tail)}`,
        span: job.port.span,
        help: RAISE_LIMIT
      };
    case "engine-died":
      return diedIn(outcome.phase, outcome.why);
    default:
      return unreachable(outcome);
  }
}
__name(verdictOf2, "verdictOf");
function explainTest(outcome) {
  switch (outcome.kind) {
    case "passed":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    case "engine-died":
      return [{ severity: "error", ...diedIn("test", outcome.why) }];
    case "timed-out": {
      const message = `the test phase was stopped: it took longer than ${outcome.limitMs / 1e3} seconds${indented(outcome.tail)}`;
      const verdict = {
        code: "build/timed-out",
        blame: "recipe",
        message,
        span: outcome.script.span
      };
      return [{ severity: "error", ...withScene({ ...verdict, help: RAISE_LIMIT }, outcome) }];
    }
    case "command-failed": {
      const { job, command: command2, exit, tail, script } = outcome;
      const printed = lastOf(command2, tail);
      const help = hintFor(printed, exit, job);
      const message = `the test phase failed: the script ${endOf(exit)}${indented(printed)}`;
      const verdict = { code: "build/test-failed", blame: "recipe", message, span: script.span };
      return [{ severity: "error", ...withScene({ ...verdict, ...help ? { help } : {} }, outcome) }];
    }
    default:
      return unreachable(outcome);
  }
}
__name(explainTest, "explainTest");
var RAISE_LIMIT = "raise `limits.time`, or find out what it waits for";
function noBuildbox({ why, help }) {
  const message = `the buildbox could not be opened: ${why}`;
  return { severity: "error", code: "build/no-buildbox", blame: "world", message, help };
}
__name(noBuildbox, "noBuildbox");
function diedIn(phase, why) {
  return {
    code: "build/engine-died",
    blame: "world",
    message: `the buildbox went away in the ${phase} phase: ${why}`,
    help: "run it again; nothing of this build is kept"
  };
}
__name(diedIn, "diedIn");
function withScene(verdict, { log, enter }) {
  const box = enter === void 0 ? "" : `
  enter the buildbox: ${enter}`;
  return { ...verdict, message: `${verdict.message}
  the whole log: ${log}${box}` };
}
__name(withScene, "withScene");
function endOf(exit) {
  switch (exit.kind) {
    case "exited":
      return `ended with status ${exit.status}`;
    case "killed":
      return `was killed by ${exit.signal}`;
    case "not-found":
      return `was not found: \`${exit.program}\``;
    case "aborted":
      return "was stopped";
    default:
      return unreachable(exit);
  }
}
__name(endOf, "endOf");
function lastOf(command2, tail) {
  const line = `$ ${command2}`;
  const at2 = tail.lastIndexOf(line);
  return at2 === -1 ? tail : tail.slice(at2 + line.length).replace(/^\n/, "");
}
__name(lastOf, "lastOf");
function indented(text) {
  return text === "" ? "" : `
${text.replace(/^/gm, "  | ")}`;
}
__name(indented, "indented");
function sentenceOf2(trouble) {
  switch (trouble.kind) {
    case "leaves":
      return `\`${trouble.member}\` would lie outside of the source folder`;
    case "link-leaves":
      return `\`${trouble.member}\` is a link to \`${trouble.target}\`, outside of the source folder`;
    case "special":
      return `\`${trouble.member}\` is ${trouble.type}`;
    case "unreadable":
      return trouble.why;
    default:
      return unreachable(trouble);
  }
}
__name(sentenceOf2, "sentenceOf");

// src/build/package-test.ts
async function testPackage(job, setting, signal) {
  try {
    return await openAndTest(job, setting, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted" };
    throw error;
  }
}
__name(testPackage, "testPackage");
async function openAndTest(job, setting, signal) {
  var _stack = [];
  try {
    const { engine, root, hidden, host, logFile, script, report } = setting;
    const { memoryBytes, timeMs } = job.port.limits;
    const memory = memoryBytes === void 0 ? {} : { memoryBytes };
    const spec = { root, name: `${job.id}.test`, network: "none", hidden, ...memory, upper: "disk" };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return { ...opened, kind: "engine-refused" };
    const buildbox = __using(_stack, opened.buildbox, true);
    const log = await openLog(logFile, host);
    const either = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
    try {
      const trouble = await runTest(job, { ...setting, bench: { buildbox, log, report } }, either);
      if (signal.aborted) return { kind: "aborted" };
      const scene = { job, script, log: logFile, tail: log.tail() };
      if (trouble?.kind === "aborted") return { ...scene, kind: "timed-out", limitMs: timeMs ?? 0 };
      if (trouble?.kind === "command-failed") return { ...scene, ...trouble };
      return trouble ?? { kind: "passed" };
    } finally {
      await log.close();
    }
  } catch (_2) {
    var _error = _2, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
__name(openAndTest, "openAndTest");
async function runTest(job, { host, script, packages, bench }, signal) {
  const file = guestPath(`${HOME}/test`);
  const prefixes = [...new Set(packages.map(({ prefix }) => prefix))];
  const env = {
    ...baseEnvironment(prefixes),
    NAME: job.port.name,
    VERSION: job.port.version,
    PREFIX: job.prefix
  };
  const exec = { argv: [script.shell, "-e", file], cwd: HOME, env, user: "build" };
  const folder = await host.makeTemporary("test-");
  try {
    await host.writeFile(
      joinPath(folder, "test"),
      script.text.endsWith("\n") ? script.text : `${script.text}
`
    );
    const trouble = await copyInto(bench, [{ from: folder, to: HOME, owner: "build" }], signal) ?? await layPackages(bench, packages, signal);
    if (trouble) return trouble;
  } finally {
    await host.remove(folder);
  }
  return await runCommand(bench, exec, signal);
}
__name(runTest, "runTest");

// src/plan/plan.ts
import { createHash as createHash2 } from "node:crypto";
var BUILD_GENERATION = 1;
function fingerprint(inputs) {
  const { bases, limits, permit, prefix, flavors, distfiles, patches, ...port } = inputs.job.port;
  return digestOf({
    ...surroundings(inputs),
    ...port,
    flavors: flavors.chosen,
    subdirs: distfiles.map(({ subdir }) => subdir),
    patches: patches.map(({ strip }, index) => [strip, inputs.patches[index] ?? null])
  });
}
__name(fingerprint, "fingerprint");
function recipeDigest(inputs) {
  const { text } = inputs.job.port.span.source;
  return digestOf({ ...surroundings(inputs), text, patches: inputs.patches });
}
__name(recipeDigest, "recipeDigest");
function surroundings({ job, distfiles, dependencies, configureOptions }) {
  return {
    generation: BUILD_GENERATION,
    pkgpath: job.port.pkgpath,
    base: [job.base.name, job.base.digest],
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    distfiles: distfiles.map(({ file, digest }) => [file, digest.algorithm, digest.hex]),
    dependencies,
    configureOptions
  };
}
__name(surroundings, "surroundings");
function digestOf(record) {
  const text = JSON.stringify(record, (key, value) => {
    if (key === "span") return void 0;
    return value instanceof Map ? [...value] : value;
  });
  return createHash2("sha256").update(text).digest("hex");
}
__name(digestOf, "digestOf");

// src/command/dependencies.ts
async function openDependencies(port, place, host, signal) {
  const wanted = foreignDependencies(port, place);
  if (wanted.length === 0) return ok({ packages: [], unpacked: [] });
  const { from } = place;
  if (from !== void 0 && (await host.status(await host.realPath(from) ?? from))?.kind !== "folder") {
    const help = "name the folder that holds `index.json` and the packages";
    return wrong(usage("usage/deps-from", `there is no folder \`${from}\``, help));
  }
  const index = from ? await readIndex(from, host) : ok(void 0);
  if (!index.ok) return index;
  const rows = (index.value?.packages ?? []).filter(
    ({ base, arch }) => base === place.base && arch === place.arch
  );
  const missing = wanted.filter((dependency) => !bestFor(rows, dependency));
  if (missing.length > 0) return { ok: false, error: missing.map((one) => missingDiagnostic(one, place)) };
  const packages = closure(
    wanted.flatMap((dependency) => bestFor(rows, dependency) ?? []),
    rows
  );
  const unpacked = [];
  for (const row of packages) {
    const archive = joinPath(place.from ?? place.workspace, row.file);
    const tree = await unpackPackage(
      { archive, row, folder: joinPath(place.workspace, row.fullpkgname) },
      host,
      signal
    );
    if (!tree.ok) return tree;
    unpacked.push(tree.value);
  }
  return ok({ packages, unpacked });
}
__name(openDependencies, "openDependencies");
function foreignDependencies(port, { check }) {
  const all = [
    ...port.depends.build,
    ...check === "run" ? port.depends.test : [],
    ...port.packages.flatMap(({ depends }) => [...depends.lib, ...depends.run])
  ];
  const names = /* @__PURE__ */ new Set();
  return all.filter(({ spec, pkgpath }) => {
    const isOwn = pkgpath === port.pkgpath || pkgpath.startsWith(`${port.pkgpath},`);
    const name = `${spec}:${pkgpath}`;
    if (isOwn || names.has(name)) return false;
    names.add(name);
    return true;
  });
}
__name(foreignDependencies, "foreignDependencies");
function closure(first, rows) {
  const found = /* @__PURE__ */ new Map();
  const queue = [...first];
  for (let row = queue.shift(); row; row = queue.shift()) {
    if (found.has(row.file)) continue;
    found.set(row.file, row);
    const digests = row.depends.map(({ contentDigest }) => contentDigest);
    queue.push(...rows.filter(({ contentDigest }) => digests.includes(contentDigest)));
  }
  return [...found.values()].sort((a, b2) => a.file < b2.file ? -1 : 1);
}
__name(closure, "closure");
function missingDiagnostic(dependency, { from, base, arch }) {
  const name = [dependency.spec, dependency.pkgpath].filter(Boolean).join(":");
  return {
    severity: "error",
    code: "dependency/missing",
    blame: "recipe",
    message: from ? `no package in \`${from}\` for ${base} on ${arch} fulfils \`${name}\`` : `\`${name}\` is another port, and no folder with packages was named`,
    span: dependency.span,
    help: `build \`${dependency.pkgpath}\` first, then name the folder of its packages with \`--deps-from\``
  };
}
__name(missingDiagnostic, "missingDiagnostic");

// src/command/stage.ts
async function openStage(request, { port, portFolder, workspace }, { host, report, signal }) {
  const where = {
    from: request.dependenciesFrom,
    workspace: joinPath(workspace, "dependencies"),
    base: request.base.name,
    arch: request.arch,
    check: request.check
  };
  const dependencies = await openDependencies(port, where, host, signal);
  if (!dependencies.ok) return dependencies;
  const workshop = { host, report, engines: openEngines(host) };
  const [opened, fetched] = await Promise.all([
    openGround(request, port, workshop, signal),
    fetchDistfiles(
      port.distfiles,
      { portFolder, cache: request.distdir, aptFolder: hostPath("/etc/apt"), host, report },
      signal
    )
  ]);
  if (fetched.kind === "aborted") signal.throwIfAborted();
  if (!opened.ok || fetched.kind !== "fetched") {
    const unfetched = fetched.kind === "failed" ? explainFetch(fetched.failures) : [];
    return { ok: false, error: [...opened.ok ? [] : opened.error, ...unfetched] };
  }
  const { ground, root } = opened.value;
  const job = jobOf(request, port, ground);
  const inputs = {
    job,
    patches: await Promise.all(
      port.patches.map(
        async ({ path: path2 }) => await fileDigest(joinPath(portFolder, path2), host, signal) ?? ""
      )
    ),
    distfiles: await Promise.all(fetched.files.map((one) => digestOf2(one, host, signal))),
    dependencies: dependencies.value.packages,
    configureOptions: request.configureOptions
  };
  return ok({
    job,
    ground,
    workshop,
    root,
    distfiles: fetched.files,
    dependencies: dependencies.value,
    fingerprint: fingerprint(inputs),
    recipe: recipeDigest(inputs)
  });
}
__name(openStage, "openStage");
async function openGround({ base, arch, engine, source }, port, workshop, signal) {
  const ground = await openBase({ name: base.wanted, arch, engine, source }, workshop, signal);
  if (!ground.ok) return ground;
  const needs = { system: systemDependencies(port), style: port.build.style.value };
  const root = await buildRoot(ground.value, needs, workshop, signal);
  return root.ok ? ok({ ground: ground.value, root: root.value }) : root;
}
__name(openGround, "openGround");
function systemDependencies(port) {
  return [...port.depends.system, ...port.packages.flatMap(({ depends }) => depends.system)];
}
__name(systemDependencies, "systemDependencies");
function jobOf({ arch, layout }, port, { base }) {
  const decided = { port, base, arch, layout };
  return { ...decided, id: jobId(decided), prefix: prefixOf(port, layout, port.prefix) };
}
__name(jobOf, "jobOf");
async function digestOf2({ distfile, file }, host, signal) {
  const hex = /* @__PURE__ */ __name(async () => await fileDigest(file, host, signal) ?? "", "hex");
  return {
    file: distfile.file,
    digest: distfile.digests[0] ?? { algorithm: "sha256", hex: await hex() }
  };
}
__name(digestOf2, "digestOf");

// src/command/make-packages.ts
async function makePackages(making, context) {
  const { stage, workspace } = making;
  const { host, signal } = context;
  const log = joinPath(host.folders.cache, "logs", `${stage.job.id}.log`);
  const outcome = await runJob(
    stage.job,
    {
      engine: stage.ground.engine,
      root: stage.root,
      distfiles: stage.distfiles,
      portFolder: making.portFolder,
      leftOut: making.leftOut,
      dependencies: stage.dependencies.unpacked,
      configureOptions: making.configureOptions,
      check: making.check,
      onEnd: making.onEnd,
      hidden: making.hidden,
      parallel: making.parallel,
      logFile: log,
      fakeRoot: joinPath(workspace, "fake"),
      host,
      report: context.report
    },
    signal
  );
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind !== "built") return { ok: false, error: explainOutcome(outcome) };
  const packed = await pack(making, outcome, context);
  if (!packed.ok) return packed;
  const wanted = packed.value.packages.filter(
    ({ package: { subpackage } }) => making.subpackages.length === 0 || making.subpackages.includes(subpackage)
  );
  const tested = await test(making, packed.value.packages, context);
  if (!tested.ok) return tested;
  const packages = wanted.map((staged) => ({
    ...staged,
    package: { ...staged.package, test: tested.value }
  }));
  return ok({ packages, warnings: packed.value.warnings, enter: outcome.enter, log });
}
__name(makePackages, "makePackages");
async function pack({ stage, workspace, compression }, { fakeRoot, sourceDateEpoch, durationMs }, context) {
  const { ground, job, workshop } = stage;
  const system = systemDependencies(job.port);
  return inPhase("package", { stage, context }, async () => {
    const libraries = await runLibraries(ground, system, workshop, context.signal);
    const systemPackages = runPackages(ground, system);
    if (!libraries.ok) return libraries;
    if (!systemPackages.ok) return systemPackages;
    const packed = await packJob(
      {
        job,
        fakeRoot,
        sourceDateEpoch,
        libraries: libraries.value,
        dependencyPackages: stage.dependencies.packages,
        systemPackages: systemPackages.value,
        compression,
        staging: joinPath(workspace, "packages"),
        buildPath: BUILD_FOLDER,
        fingerprint: stage.fingerprint,
        recipe: stage.recipe,
        buildTimeMs: Math.round(durationMs)
      },
      workshop,
      context.signal
    );
    if (!packed.ok) return packed;
    return ok({
      packages: packed.value.packages,
      warnings: packed.value.audits.flatMap(({ findings }) => findings)
    });
  });
}
__name(pack, "pack");
async function test(making, packages, context) {
  const script = making.stage.job.port.test;
  if (!script) return ok("none");
  return inPhase(
    "test",
    { stage: making.stage, context },
    () => runTest2(making, { packages, script }, context)
  );
}
__name(test, "test");
async function runTest2({ stage, workspace, hidden }, { packages, script }, { host, report, signal }) {
  const { ground, job, workshop, dependencies } = stage;
  const root = await runRoot(ground, systemDependencies(job.port), workshop, signal);
  if (!root.ok) return root;
  const folder = joinPath(workspace, "installed");
  const trees = new Map(dependencies.unpacked.map((tree) => [tree.folder, tree]));
  for (const { package: row, archive } of packages) {
    const tree = await unpackPackage({ archive, row, folder }, host, signal);
    if (!tree.ok) return tree;
    trees.set(tree.value.folder, tree.value);
  }
  const logFile = joinPath(host.folders.cache, "logs", `${job.id}.test.log`);
  const setting = {
    engine: ground.engine,
    root: root.value,
    script,
    packages: [...trees.values()],
    hidden,
    logFile,
    host,
    report
  };
  const outcome = await testPackage(job, setting, signal);
  if (outcome.kind === "aborted") signal.throwIfAborted();
  return outcome.kind === "passed" ? ok("passed") : { ok: false, error: explainTest(outcome) };
}
__name(runTest2, "runTest");
async function inPhase(phase, { stage, context: { host, report } }, run2) {
  const job = stage.job.id;
  const began = host.now();
  report({ kind: "phase-started", job, phase });
  const result = await run2();
  const outcome = result.ok ? "done" : "failed";
  report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
  return result;
}
__name(inPhase, "inPhase");

// src/command/signing-key.ts
async function chooseKey(choice, host) {
  if (choice.kind === "none") return ok({ key: void 0, warnings: [] });
  if (choice.kind === "own") {
    const own = await defaultKey(host);
    if (!own.ok) return own;
    return ok({
      key: own.value.kind === "none" ? void 0 : own.value.key,
      warnings: own.value.kind === "found" ? [] : [own.value.warning]
    });
  }
  const read = choice.kind === "file" ? await readSigningKey(choice.file, host) : parseSigningKey(choice.text, choice.name);
  return read.ok ? ok({ key: read.value, warnings: [] }) : read;
}
__name(chooseKey, "chooseKey");

// src/command/build-port.ts
async function buildPort(request, context) {
  const { host } = context;
  const jobs = joinPath(host.folders.cache, "jobs");
  return await withScratch(jobs, host, (workspace) => buildIn(workspace, request, context));
}
__name(buildPort, "buildPort");
async function buildIn(workspace, request, context) {
  const prepared = await prepare(request, context);
  if (!prepared.ok) return failed(prepared.error);
  const { opened, key } = prepared.value;
  const warnings = [...opened.warnings, ...prepared.value.warnings];
  const { folder: portFolder, port } = opened;
  const stage = await openStage(
    { ...request, base: prepared.value.base },
    { port, portFolder, workspace },
    context
  );
  if (!stage.ok) return failed([...warnings, ...stage.error]);
  const { job, ground } = stage.value;
  if (request.key.kind === "text" && ground.engine.kind === "host")
    return failed([...warnings, KEY_IN_REACH]);
  context.report({ kind: "job-started", job: job.id });
  const { working, home } = context.host.folders;
  const leftOut = [request.out, request.distdir, context.host.folders.cache];
  const hidden = [portFolder, request.out, request.distdir, working, home];
  const making = { ...request, stage: stage.value, portFolder, leftOut, workspace, hidden };
  const made = await makePackages(making, context);
  context.report({ kind: "job-finished", job: job.id, outcome: made.ok ? "built" : "failed" });
  if (!made.ok) return failed([...warnings, ...made.error]);
  const folder = { folder: request.out, folderName: request.out, packages: made.value.packages, key };
  const added = await addToFolder(folder, context.host, context.signal);
  if (!added.ok) return failed([...warnings, ...added.error]);
  const built = {
    job,
    fingerprint: stage.value.fingerprint,
    packages: added.value.added,
    folder: request.out,
    signer: key?.name,
    log: made.value.log,
    enter: made.value.enter
  };
  return { built, diagnostics: [...warnings, ...made.value.warnings, ...added.value.warnings] };
}
__name(buildIn, "buildIn");
function failed(diagnostics) {
  return { built: void 0, diagnostics };
}
__name(failed, "failed");
async function prepare(request, { host }) {
  const { flavors, prefix } = request;
  const named = request.base === void 0 ? void 0 : namedBase(request.base);
  const choice = { flavors, ...named?.ok ? { base: named.value.name } : {}, ...prefix ? { prefix } : {} };
  const [opened, given, folder] = await Promise.all([
    openPort(request.port, choice, host),
    request.key.kind === "own" ? void 0 : chooseKey(request.key, host),
    readFolder({ folder: request.out, folderName: request.out }, host)
  ]);
  const base = named ?? (opened.ok ? defaultBase(opened.value.port) : void 0);
  const troubles = [
    ...opened.ok ? requestTroubles(request, opened.value.port) : opened.error,
    ...base && !base.ok ? base.error : [],
    ...opened.ok && base?.ok ? otherJob(request, opened.value.port, base.value.name) : [],
    ...given && !given.ok ? given.error : [],
    ...folder.ok ? [] : folder.error
  ];
  if (!opened.ok || !base?.ok || troubles.length > 0) return { ok: false, error: troubles };
  const key = given ?? await chooseKey(request.key, host);
  if (!key.ok) return key;
  return ok({ opened: opened.value, base: base.value, key: key.value.key, warnings: key.value.warnings });
}
__name(prepare, "prepare");
function namedBase(wanted) {
  const name = nameOfBase(wanted);
  return name.ok ? ok({ wanted, name: name.value }) : name;
}
__name(namedBase, "namedBase");
function defaultBase(port) {
  const [first] = port.bases;
  if (first) return namedBase(first.value);
  const message = `\`${port.pkgpath}\` says no base that it is meant for`;
  const help = "name one with `--base`, or list some under `bases:`";
  return wrong({ ...usage("usage/base", message, help), span: port.span });
}
__name(defaultBase, "defaultBase");
function otherJob({ only, arch, layout }, port, base) {
  const id = jobId({ port, arch, layout, base: { name: base } });
  if (only === void 0 || only === id) return [];
  return [usage("usage/only", `\`--only ${only}\` is not this job`, `this one is \`${id}\``)];
}
__name(otherJob, "otherJob");
function requestTroubles({ version, subpackages, configureOptions }, port) {
  const troubles = [...unusedOptions(port, configureOptions)];
  if (version !== void 0 && version !== port.version) {
    const message = `\`${port.pkgpath}\` is at version ${port.version}, not ${version}`;
    troubles.push({
      ...usage("usage/version", message, "leave the version out, or name another port"),
      span: port.span
    });
  }
  const names = port.packages.map(({ name }) => name);
  for (const name of subpackages.filter((wanted) => !names.includes(wanted))) {
    troubles.push(unknownSubpackage(name, { pkgpath: port.pkgpath, names }));
  }
  return troubles;
}
__name(requestTroubles, "requestTroubles");

export {
  buildPort
};
