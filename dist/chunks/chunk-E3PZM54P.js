import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  COMPRESSIONS,
  archiveName,
  bestFor,
  flavorExtension,
  fulfils,
  isLiteral,
  matchesGlob,
  releaseOf,
  stemOf
} from "./chunk-SYY5JVPJ.js";
import {
  commandLine,
  hostPath,
  joinPath,
  ok,
  wrong
} from "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/package/archive-reader.ts
import { createHash as createHash4 } from "node:crypto";
import { pipeline as pipeline2 } from "node:stream/promises";
import { createGunzip } from "node:zlib";

// src/package/compressors.ts
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
var TOOLS = {
  // zstd and xz: with any number of threads the same bytes, but others than without threads. So -T0 must be said.
  zst: { program: "zstd", compress: ["-10", "-T0", "-q", "-c"], expand: ["-dcq"], package: "zstd" },
  xz: { program: "xz", compress: ["-6", "-T0", "-q", "-c"], expand: ["-dcq"], package: "xz-utils" },
  bz2: { program: "bzip2", compress: ["-9", "-q", "-c"], expand: ["-dcq"], package: "bzip2" }
};
async function runTool({ compression, way, from, into }, host, signal) {
  const tool = TOOLS[compression];
  const stop = new AbortController();
  const command = {
    program: tool.program,
    args: tool[way],
    env: { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" }
  };
  const running = host.start(command, AbortSignal.any([signal, stop.signal]));
  const [fed, read, said, exit] = await Promise.allSettled([
    pipeline(Readable.from(from), running.stdin),
    drained(running.stdout, into, stop),
    textOf(running.stderr),
    running.exit
  ]);
  signal.throwIfAborted();
  if (read.status === "rejected") throw read.reason;
  if (exit.status === "rejected") throw exit.reason;
  if (exit.value.kind === "not-found") return toolMissing(tool, compression);
  if (exit.value.kind !== "exited" || exit.value.status !== 0) {
    return toolFailed(tool, said.status === "fulfilled" ? said.value : "");
  }
  if (fed.status === "rejected") throw fed.reason;
  return void 0;
}
__name(runTool, "runTool");
async function drained(output, into, stop) {
  try {
    await into(output);
  } catch (error) {
    stop.abort();
    throw error;
  }
}
__name(drained, "drained");
async function textOf(output) {
  let text4 = "";
  for await (const chunk of output) text4 = `${text4}${Buffer.from(chunk).toString()}`.slice(-1e3);
  return text4.trim();
}
__name(textOf, "textOf");
function toolMissing({ program, package: name }, compression) {
  return {
    severity: "error",
    code: "package/no-compressor",
    blame: "world",
    message: `\`${program}\`, which \`.tar.${compression}\` needs, is not on the PATH`,
    help: `install it (\`apt-get install ${name}\`), or choose \`gz\`, which needs nothing`
  };
}
__name(toolMissing, "toolMissing");
function toolFailed({ program }, said) {
  return {
    severity: "error",
    code: "package/compressor-failed",
    blame: "world",
    message: `\`${program}\` failed: ${said === "" ? "it gave no reason" : said}`
  };
}
__name(toolFailed, "toolFailed");

// src/package/damaged.ts
var Damaged = class extends Error {
  static {
    __name(this, "Damaged");
  }
};

// src/package/gzip.ts
import { constants, deflateRaw } from "node:zlib";

// src/package/crc32.ts
var CRC32_START = 0;
function crc32(before, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - bytes.length % 8;
  let crc = ~before;
  for (let at = 0; at < whole; at += 8) {
    const low = view.getInt32(at, true) ^ crc;
    const high = view.getInt32(at + 4, true);
    crc = entry(7, low) ^ entry(6, low >>> 8) ^ entry(5, low >>> 16) ^ entry(4, low >>> 24) ^ entry(3, high) ^ entry(2, high >>> 8) ^ entry(1, high >>> 16) ^ entry(0, high >>> 24);
  }
  for (let at = whole; at < bytes.length; at += 1) crc = crc >>> 8 ^ entry(0, crc ^ view.getUint8(at));
  return ~crc >>> 0;
}
__name(crc32, "crc32");
var TABLES = makeTables();
function entry(table, byte) {
  return TABLES[table * 256 + (byte & 255)] ?? 0;
}
__name(entry, "entry");
function makeTables() {
  const tables = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const shorter = tables[at - 256] ?? 0;
    tables[at] = shorter >>> 8 ^ (tables[shorter & 255] ?? 0);
  }
  return tables;
}
__name(makeTables, "makeTables");

// src/package/gzip.ts
var WINDOW_BYTES = 32 * 1024;
var DEFLATE_BLOCK_BYTES = 512 * 1024;
var LEVEL = 6;
var BLOCKS_AHEAD = 8;
var PLAIN_HEADER = Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]);
async function* gzipMember(chunks, header) {
  yield header;
  let crc = CRC32_START;
  let sizeBytes = 0;
  let dictionary = Buffer.alloc(0);
  const waiting = [];
  let block;
  for await (const next of blocksOf(chunks)) {
    if (block) {
      waiting.push(deflated(block, { dictionary, end: "more follows" }));
      dictionary = block.subarray(-WINDOW_BYTES);
    }
    block = next;
    crc = crc32(crc, block);
    sizeBytes += block.length;
    while (waiting.length >= BLOCKS_AHEAD) yield await first(waiting);
  }
  waiting.push(deflated(block ?? Buffer.alloc(0), { dictionary, end: "last" }));
  while (waiting.length > 0) yield await first(waiting);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(sizeBytes % 2 ** 32, 4);
  yield trailer;
}
__name(gzipMember, "gzipMember");
async function first(waiting) {
  const head = waiting.shift();
  if (!head) throw new Error("nothing waits");
  return head;
}
__name(first, "first");
async function* blocksOf(chunks) {
  let block = Buffer.allocUnsafe(DEFLATE_BLOCK_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const taken2 = chunk.subarray(at, at + DEFLATE_BLOCK_BYTES - filled);
      block.set(taken2, filled);
      at += taken2.length;
      filled += taken2.length;
      if (filled < DEFLATE_BLOCK_BYTES) break;
      yield block;
      block = Buffer.allocUnsafe(DEFLATE_BLOCK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
__name(blocksOf, "blocksOf");
function deflated(block, { dictionary, end }) {
  const finishFlush = end === "last" ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  const options = {
    level: LEVEL,
    finishFlush,
    chunkSize: DEFLATE_BLOCK_BYTES,
    ...dictionary.length > 0 ? { dictionary } : {}
  };
  return new Promise(
    (resolve2, reject) => deflateRaw(block, options, (error, result) => error ? reject(error) : resolve2(result))
  );
}
__name(deflated, "deflated");

// src/package/metadata.ts
import { createHash } from "node:crypto";

// src/package/profile.ts
function profileScript({ fullpkgname, programs, libraries }) {
  return [
    `# ${fullpkgname}: source this file in a POSIX shell.`,
    ...[...programs].reverse().map((folder) => prepend("PATH", folder)),
    ...[...libraries].reverse().map((folder) => prepend("LD_LIBRARY_PATH", folder)),
    ""
  ].join("\n");
}
__name(profileScript, "profileScript");
function prepend(variable, folder) {
  const word2 = `'${folder.replaceAll("'", `'\\''`)}'`;
  return [
    `case ":\${${variable}-}:" in`,
    `  *:${word2}:*) ;;`,
    `  *) export ${variable}=${word2}"\${${variable}:+:\${${variable}}}" ;;`,
    "esac"
  ].join("\n");
}
__name(prepend, "prepend");

// src/package/shown.ts
import { isUtf8 } from "node:buffer";
function shownName(name) {
  const bytes = Buffer.from(name, "latin1");
  const text4 = isUtf8(bytes) ? bytes.toString("utf8") : name;
  return [...text4].map((char) => new RegExp("\\p{Cc}", "u").test(char) ? "?" : char).join("");
}
__name(shownName, "shownName");
var SHOWN = 8;
function nameList(names) {
  const shown = names.slice(0, SHOWN).map((name) => `\`${shownName(name)}\``);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.join(", ");
}
__name(nameList, "nameList");

// src/package/metadata.ts
var METADATA_NAMES = [
  "Architecture",
  "BuildInformation",
  "Dependencies",
  "Description",
  "FileHash",
  "Manifest.json",
  "PackingList",
  "profile.sh"
];
var SIGNATURE_NAME = "FileHash.sig";
function isHashFile(path7) {
  return /^Resources\/([^/]+\/)?FileHash(\.sig)?$/.test(path7);
}
__name(isHashFile, "isHashFile");
function metadataFolder({ port }, subpackage) {
  const isAlone = port.packages.length + port.dropped.length === 1;
  return isAlone ? "Resources" : `Resources/${stemOf(subpackage.fullpkgname)}`;
}
__name(metadataFolder, "metadataFolder");
function metadataOf(draft) {
  const files = /* @__PURE__ */ new Map([
    ["Architecture", Buffer.from(`${draft.job.arch}
`)],
    ["BuildInformation", Buffer.from(buildInformation(draft))],
    ["Dependencies", Buffer.from(dependencies(draft))],
    ["Description", Buffer.from(description(draft))],
    ["Manifest.json", Buffer.from(`${JSON.stringify(manifestOf(draft), void 0, 2)}
`)],
    ["PackingList", Buffer.from(packingList(draft), "latin1")],
    ["profile.sh", Buffer.from(profile(draft))]
  ]);
  return files.set("FileHash", Buffer.from(fileHash(draft, files), "latin1"));
}
__name(metadataOf, "metadataOf");
function namedFlavors({ job: { port }, subpackage }) {
  const extension = flavorExtension(port.flavors);
  if (extension === "" || !subpackage.fullpkgname.endsWith(extension)) return [];
  return port.flavors.available.filter((flavor) => port.flavors.chosen.includes(flavor));
}
__name(namedFlavors, "namedFlavors");
function pkgpathOf(draft) {
  const { fullpkgpath } = draft.subpackage;
  const { available } = draft.job.port.flavors;
  if (namedFlavors(draft).length > 0) return fullpkgpath;
  const [folder, ...choices] = fullpkgpath.split(",");
  return [folder, ...choices.filter((choice) => !available.includes(choice))].join(",");
}
__name(pkgpathOf, "pkgpathOf");
function neededLibraries({ links }) {
  return [...new Set(links.filter(({ from }) => from.kind !== "package").map(({ needed }) => needed))].sort();
}
__name(neededLibraries, "neededLibraries");
function payloadBytes(entries) {
  const files = new Map(
    entries.filter(({ status }) => status.kind === "file").map(({ status }) => [status.identity, status.sizeBytes])
  );
  return [...files.values()].reduce((total, size) => total + size, 0);
}
__name(payloadBytes, "payloadBytes");
function manifestOf(draft) {
  const { job, subpackage, audit } = draft;
  const { port } = job;
  return {
    fullpkgname: subpackage.fullpkgname,
    name: port.name,
    ...releaseOf(subpackage.fullpkgname),
    subpackage: subpackage.name,
    pkgpath: pkgpathOf(draft),
    flavors: namedFlavors(draft),
    comment: subpackage.comment,
    ...port.license === void 0 ? {} : { license: port.license },
    base: job.base.name,
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    depends: draft.depends,
    systemPackages: draft.systemPackages,
    libraries: { provided: draft.provided, needed: neededLibraries(audit) },
    installedBytes: payloadBytes(draft.entries)
  };
}
__name(manifestOf, "manifestOf");
function buildInformation({ job, audit, dependencies: rows }) {
  const lines = [];
  let last = "";
  for (const { file: file2, needed, from } of audit.links) {
    if (file2 !== last) lines.push(`# ${shownName(file2)}`);
    last = file2;
    lines.push(`#   ${needed} => ${sourceOf(from, job)}`);
  }
  const unresolved = new Set(
    audit.links.filter(({ from }) => from.kind === "missing").map((one) => one.needed)
  );
  const linked = rows.filter(
    ({ fullpkgname }) => audit.links.some(({ from }) => from.kind === "dependency" && from.fullpkgname === fullpkgname)
  );
  lines.push(...[...unresolved].sort().map((needed) => `# *Warning*: Unresolved library ${needed}`));
  lines.push(...[...new Set(linked.map(({ name, version }) => `${name} ${version}`))].sort());
  return text(lines);
}
__name(buildInformation, "buildInformation");
function sourceOf(from, { base }) {
  switch (from.kind) {
    case "package":
      return shownName(from.path);
    case "dependency":
      return `${from.fullpkgname} ${shownName(from.path)}`;
    case "base":
      return `${base.name} ${from.path}`;
    case "missing":
      return "not found";
  }
}
__name(sourceOf, "sourceOf");
function dependencies({ job, dependencies: rows, systemPackages }) {
  const names = rows.map(({ name, version }) => `${name} >= ${version}`);
  return text([
    ...systemPackages.map((name) => `# ${job.base.name}: ${name}`),
    ...[...new Set(names)].sort()
  ]);
}
__name(dependencies, "dependencies");
function description({ job: { port }, subpackage }) {
  const long = (subpackage.description ?? subpackage.comment).trim();
  return text([
    `[Name] ${subpackage.fullpkgname}`,
    `[Summary] ${subpackage.comment}`,
    `[Description] ${long}`,
    ...port.license === void 0 ? [] : [`[License] ${port.license}`],
    ...port.homepage === void 0 ? [] : [`[Homepage] ${port.homepage}`]
  ]);
}
__name(description, "description");
function profile({ job, subpackage, entries, audit }) {
  const isFilled = /* @__PURE__ */ __name((folder) => entries.some(({ path: path7 }) => path7.startsWith(`${folder}/`)), "isFilled");
  return profileScript({
    fullpkgname: subpackage.fullpkgname,
    programs: ["bin", "sbin"].filter(isFilled).map((folder) => `${job.prefix}/${folder}`),
    libraries: audit.libraryPath
  });
}
__name(profile, "profile");
function packingList(draft) {
  const { job, subpackage, entries, contents, audit } = draft;
  const own = METADATA_NAMES.map((name) => `${metadataFolder(job, subpackage)}/${name}`);
  const firstOf = /* @__PURE__ */ new Map();
  const lines = entries.flatMap(({ path: path7, status, target }) => {
    if (status.kind === "folder") return [`${path7}/`];
    if (status.kind === "link") return [path7, `@symlink ${target}`];
    const first2 = firstOf.get(status.identity);
    if (first2 !== void 0) return [path7, `@link ${first2}`];
    firstOf.set(status.identity, path7);
    return [path7, `@sha ${base64(contents.get(path7)?.sha256 ?? "")}`, `@size ${status.sizeBytes}`];
  });
  return text([
    `@name ${subpackage.fullpkgname}`,
    `@pkgpath ${pkgpathOf(draft)}`,
    `@arch ${job.arch}`,
    ...draft.depends.map(({ spec, pkgpath }) => `@depend ${pkgpath}:${spec}`),
    ...neededLibraries(audit).map((library) => `@wantlib ${library}`),
    `@cwd ${job.prefix}`,
    ...own,
    ...lines
  ]);
}
__name(packingList, "packingList");
function fileHash({ job, subpackage, entries, contents }, files) {
  const folder = metadataFolder(job, subpackage);
  const lines = [
    ...entries.flatMap(({ path: path7, status, target }) => {
      if (status.kind === "link") return [`${sha256(Buffer.from(target, "latin1"))} ${path7}`];
      const hash = contents.get(path7)?.sha256;
      return hash === void 0 ? [] : [`${hash} ${path7}`];
    }),
    ...[...files].map(([name, content]) => `${sha256(content)} ${folder}/${name}`)
  ];
  const byPath = /* @__PURE__ */ __name((a, b) => a.slice(65) < b.slice(65) ? -1 : 1, "byPath");
  return text([FILE_HASH_HEADER, ...lines.sort(byPath)]);
}
__name(fileHash, "fileHash");
var FILE_HASH_HEADER = "GoboLinux FileHash, version 2.1, SHA-256";
function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}
__name(sha256, "sha256");
function base64(hex) {
  return Buffer.from(hex, "hex").toString("base64");
}
__name(base64, "base64");
function text(lines) {
  return lines.map((line) => `${line}
`).join("");
}
__name(text, "text");

// src/package/signed-gzip.ts
import { createHash as createHash3 } from "node:crypto";

// src/package/signify.ts
import { createHash as createHash2, sign, verify } from "node:crypto";

// src/package/ed25519.ts
import { createPrivateKey, createPublicKey } from "node:crypto";
var PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
var SPKI = Buffer.from("302a300506032b6570032100", "hex");
function secretKeyObject(seed) {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}
__name(secretKeyObject, "secretKeyObject");
function publicKeyObject(point) {
  return createPublicKey({
    key: Buffer.concat([SPKI, Buffer.from(point, "hex")]),
    format: "der",
    type: "spki"
  });
}
__name(publicKeyObject, "publicKeyObject");
function pointOf(secret) {
  return createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(SPKI.length).toString("hex");
}
__name(pointOf, "pointOf");

// src/package/signify.ts
var COMMENT = "untrusted comment: ";
var ALGORITHM = Buffer.from("Ed");
var SIZES = { publicKey: 42, secretKey: 104, signature: 74 };
function file(comment, bytes) {
  return `${COMMENT}${comment}
${Buffer.from(bytes).toString("base64")}
`;
}
__name(file, "file");
function parse(text4) {
  const [comment = "", line = ""] = text4.split("\n", 2);
  if (!comment.startsWith(COMMENT) || !/^[A-Za-z0-9+/]+=*\r?$/.test(line)) return void 0;
  return { bytes: Buffer.from(line, "base64"), rest: text4.slice(comment.length + line.length + 2) };
}
__name(parse, "parse");
function formatPublicKey({ name, keyNumber, point }) {
  const bytes = Buffer.concat([ALGORITHM, Buffer.from(keyNumber, "hex"), Buffer.from(point, "hex")]);
  return file(`${name} public key`, bytes);
}
__name(formatPublicKey, "formatPublicKey");
function parsePublicKeyFile(text4, name) {
  const { bytes } = parse(text4) ?? {};
  if (bytes?.length !== SIZES.publicKey || !bytes.subarray(0, 2).equals(ALGORITHM)) return void 0;
  return { name, keyNumber: bytes.toString("hex", 2, 10), point: bytes.toString("hex", 10) };
}
__name(parsePublicKeyFile, "parsePublicKeyFile");
function keyOfSeed(seed, name) {
  const secret = secretKeyObject(seed);
  const point = pointOf(secret);
  const keyNumber = createHash2("sha256").update(Buffer.from(point, "hex")).digest("hex").slice(0, 16);
  return { name, keyNumber, point, secret };
}
__name(keyOfSeed, "keyOfSeed");
function formatSecretKey(seed, { name, keyNumber, point }) {
  const pair = Buffer.concat([seed, Buffer.from(point, "hex")]);
  const noRounds = Buffer.alloc(4);
  const salt = Buffer.alloc(16);
  const parts = [
    ALGORITHM,
    Buffer.from("BK"),
    noRounds,
    salt,
    checksum(pair),
    Buffer.from(keyNumber, "hex"),
    pair
  ];
  return file(`${name} secret key`, Buffer.concat(parts));
}
__name(formatSecretKey, "formatSecretKey");
function parseSecretKeyFile(text4, name) {
  if (parsePublicKeyFile(text4, name)) return { kind: "public-key" };
  const { bytes } = parse(text4) ?? {};
  if (bytes?.length !== SIZES.secretKey || bytes.toString("latin1", 0, 4) !== "EdBK")
    return { kind: "unreadable" };
  if (bytes.readUInt32BE(4) !== 0) return { kind: "encrypted" };
  const pair = bytes.subarray(40);
  const secret = secretKeyObject(pair.subarray(0, 32));
  const point = pointOf(secret);
  if (!checksum(pair).equals(bytes.subarray(24, 32)) || pair.toString("hex", 32) !== point)
    return { kind: "damaged" };
  return { kind: "key", key: { name, keyNumber: bytes.toString("hex", 32, 40), point, secret } };
}
__name(parseSecretKeyFile, "parseSecretKeyFile");
function checksum(pair) {
  return createHash2("sha512").update(pair).digest().subarray(0, 8);
}
__name(checksum, "checksum");
function signEmbedded(message, key) {
  const bytes = [ALGORITHM, Buffer.from(key.keyNumber, "hex"), sign(null, Buffer.from(message), key.secret)];
  return `${file(`verify with ${key.name}.pub`, Buffer.concat(bytes))}${message}`;
}
__name(signEmbedded, "signEmbedded");
function parseEmbedded(text4) {
  const { bytes, rest = "" } = parse(text4) ?? {};
  if (bytes?.length !== SIZES.signature || !bytes.subarray(0, 2).equals(ALGORITHM)) return void 0;
  const keyNumber = bytes.toString("hex", 2, 10);
  return {
    message: rest,
    keyNumber,
    verify: /* @__PURE__ */ __name((key) => {
      if (key.keyNumber !== keyNumber) return "other-key";
      const isGood = verify(null, Buffer.from(rest), publicKeyObject(key.point), bytes.subarray(10));
      return isGood ? "good" : "bad";
    }, "verify")
  };
}
__name(parseEmbedded, "parseEmbedded");

// src/package/signed-gzip.ts
var HASHED_BYTES = 65536;
var HAS_COMMENT = 16;
var SIGNED_START = Buffer.from([31, 139, 8, HAS_COMMENT, 0, 0, 0, 0, 0, 3]);
function signedHeader(hashes, { key, sourceDateEpoch }) {
  const date = new Date(sourceDateEpoch * 1e3).toISOString().replace(/\.\d+Z$/, "Z");
  const facts = [`date=${date}`, `key=${key.name}.sec`, "algorithm=SHA512/256", `blocksize=${HASHED_BYTES}`];
  const message = `${[...facts, "", ...hashes].join("\n")}
`;
  return Buffer.concat([SIGNED_START, Buffer.from(signEmbedded(message, key)), Buffer.of(0)]);
}
__name(signedHeader, "signedHeader");
async function readGzipStart(file2, host) {
  const start = await host.readRange(file2, 0, PLAIN_HEADER.length);
  if (start.equals(PLAIN_HEADER)) return { bodyAt: PLAIN_HEADER.length, signature: void 0 };
  if (!start.equals(SIGNED_START)) throw new Damaged("it does not begin as a package does");
  const sizeBytes = (await host.status(file2))?.sizeBytes ?? 0;
  const most = 4096 + 65 * Math.ceil(sizeBytes / HASHED_BYTES);
  const comment = await host.readRange(file2, start.length, most);
  const end = comment.indexOf(0);
  const signature2 = end === -1 ? void 0 : parseEmbedded(comment.toString("latin1", 0, end));
  if (!signature2) throw new Damaged("the signature in its header can't be read");
  return { bodyAt: start.length + end + 1, signature: signature2 };
}
__name(readGzipStart, "readGzipStart");
async function blockHashes(body) {
  const hashes = [];
  for await (const block of blocksOf2(body)) hashes.push(hashOf(block));
  return hashes;
}
__name(blockHashes, "blockHashes");
async function* checkedBlocks(body, signature2) {
  const [head = "", list2 = ""] = signature2.message.split("\n\n");
  if (!head.split("\n").includes(`blocksize=${HASHED_BYTES}`) || !head.includes("algorithm=SHA512/256")) {
    throw new Damaged("the signature in its header is of a kind that is not known here");
  }
  const hashes = list2.trimEnd().split("\n");
  let index = 0;
  for await (const block of blocksOf2(body)) {
    if (hashOf(block) !== hashes[index]) {
      const from = index * HASHED_BYTES;
      throw new Damaged(
        `the ${block.length} bytes from ${from} behind its header are not those that were signed`
      );
    }
    index += 1;
    yield block;
  }
  if (index !== hashes.length) throw new Damaged("it is shorter than what was signed");
}
__name(checkedBlocks, "checkedBlocks");
function hashOf(block) {
  return createHash3("sha512-256").update(block).digest("hex");
}
__name(hashOf, "hashOf");
async function* blocksOf2(chunks) {
  let pending = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = Buffer.concat([pending, chunk]);
    let at = 0;
    for (; pending.length - at >= HASHED_BYTES; at += HASHED_BYTES) {
      yield pending.subarray(at, at + HASHED_BYTES);
    }
    pending = pending.subarray(at);
  }
  if (pending.length > 0) yield pending;
}
__name(blocksOf2, "blocksOf");

// src/package/tar.ts
var BLOCK_BYTES = 512;
var END_OF_ARCHIVE = Buffer.alloc(2 * BLOCK_BYTES);
var TYPES = { file: "0", "hard-link": "1", link: "2", folder: "5" };
var NAME_BYTES = 100;
var SIZE_LIMIT = 8589934591;
function headerOf(entry2, sourceDateEpoch) {
  const sizeBytes = entry2.kind === "file" ? entry2.sizeBytes : 0;
  const target = "target" in entry2 ? entry2.target : "";
  const fields = { ...entry2, sizeBytes, target, type: TYPES[entry2.kind], owner: "root" };
  const header = ustar({ ...fields, sizeBytes: sizeBytes > SIZE_LIMIT ? 0 : sizeBytes });
  const records = paxRecords({ path: entry2.path, target, sizeBytes });
  if (records.length === 0) return header;
  const pax = ustar({
    path: paxName(entry2.path),
    mode: 420,
    modified: sourceDateEpoch,
    sizeBytes: records.length,
    target: "",
    type: "x",
    owner: ""
  });
  return Buffer.concat([pax, records, paddingOf(records.length), header]);
}
__name(headerOf, "headerOf");
function paddingOf(sizeBytes) {
  return Buffer.alloc((BLOCK_BYTES - sizeBytes % BLOCK_BYTES) % BLOCK_BYTES);
}
__name(paddingOf, "paddingOf");
function byArchiveOrder(a, b) {
  const [left, right] = [a.path.replaceAll("/", "\0"), b.path.replaceAll("/", "\0")];
  return left < right ? -1 : left > right ? 1 : 0;
}
__name(byArchiveOrder, "byArchiveOrder");
function paxRecords(long) {
  const records = [];
  if (long.target.length > NAME_BYTES) records.push(paxRecord("linkpath", long.target));
  if (long.path.length > NAME_BYTES || !/^[\0-\x7f]*$/.test(long.path)) {
    records.push(paxRecord("path", long.path));
  }
  if (long.sizeBytes > SIZE_LIMIT) records.push(paxRecord("size", String(long.sizeBytes)));
  return Buffer.concat(records);
}
__name(paxRecords, "paxRecords");
function paxRecord(key, value) {
  const rest = key.length + value.length + 3;
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}
`, "latin1");
}
__name(paxRecord, "paxRecord");
function paxName(path7) {
  const bare = path7.replace(/\/$/, "");
  const cut = bare.lastIndexOf("/");
  return cut === -1 ? `./PaxHeaders/${bare}` : `${bare.slice(0, cut)}/PaxHeaders/${bare.slice(cut + 1)}`;
}
__name(paxName, "paxName");
function ustar({ path: path7, mode, modified, sizeBytes, target, type, owner }) {
  const block = Buffer.alloc(BLOCK_BYTES);
  const text4 = /* @__PURE__ */ __name((value, at, size) => block.write(value, at, size, "latin1"), "text");
  const octal2 = /* @__PURE__ */ __name((value, at, size) => text4(value.toString(8).padStart(size - 1, "0"), at, size), "octal");
  text4(path7, 0, NAME_BYTES);
  octal2(mode, 100, 8);
  octal2(0, 108, 8);
  octal2(0, 116, 8);
  octal2(sizeBytes, 124, 12);
  octal2(modified, 136, 12);
  text4(" ".repeat(8), 148, 8);
  text4(type, 156, 1);
  text4(target, 157, NAME_BYTES);
  text4("ustar\x0000", 257, 8);
  text4(owner, 265, 32);
  text4(owner, 297, 32);
  if (owner !== "") {
    octal2(0, 329, 8);
    octal2(0, 337, 8);
  }
  const sum = block.reduce((total, byte) => total + byte, 0);
  text4(`${sum.toString(8).padStart(6, "0")}\0 `, 148, 8);
  return block;
}
__name(ustar, "ustar");

// src/package/tar-reader.ts
async function readTar(chunks, visitor) {
  const source = new ByteSource(chunks);
  for (; ; ) {
    const block = await source.take(BLOCK_BYTES);
    if (block.every((byte) => byte === 0)) break;
    const { entry: entry2, header } = await readEntry(block, source);
    visitor.entry(entry2, header);
    if (entry2.kind !== "file") continue;
    for (let left = entry2.sizeBytes; left > 0; ) {
      const chunk = await source.some(left);
      left -= chunk.length;
      visitor.content(chunk, "content");
    }
    const padding = await source.take(paddingOf(entry2.sizeBytes).length);
    if (padding.some((byte) => byte !== 0)) throw new Damaged(`something hides behind \`${entry2.path}\``);
    visitor.content(padding, "padding");
  }
  const rest = await source.take(END_OF_ARCHIVE.length - BLOCK_BYTES);
  if (rest.some((byte) => byte !== 0) || !await source.isAtEnd()) {
    throw new Damaged("something stands behind the end of the archive");
  }
}
__name(readTar, "readTar");
var MOST_PAX_BYTES = 16 * 1024;
async function readEntry(first2, source) {
  if (first2[156] !== "x".charCodeAt(0)) return checked(first2, entryOf(first2, /* @__PURE__ */ new Map()));
  const size = octal(first2, 124, 12);
  if (size > MOST_PAX_BYTES) throw new Damaged("a name is too long");
  const body = await source.take(size);
  const padding = await source.take(paddingOf(size).length);
  const block = await source.take(BLOCK_BYTES);
  return checked(Buffer.concat([first2, body, padding, block]), entryOf(block, paxRecords2(body)));
}
__name(readEntry, "readEntry");
function checked(header, entry2) {
  if (!headerOf(entry2, octal(header, 136, 12)).equals(header)) {
    throw new Damaged(`the entry of \`${entry2.path}\` is not written as tarwright writes it`);
  }
  return { entry: entry2, header };
}
__name(checked, "checked");
function entryOf(block, pax) {
  const common = {
    path: pax.get("path") ?? text2(block, 0, 100),
    mode: octal(block, 100, 8),
    modified: octal(block, 136, 12)
  };
  const target = pax.get("linkpath") ?? text2(block, 157, 100);
  switch (String.fromCharCode(block[156] ?? 0)) {
    case "0":
      return { ...common, kind: "file", sizeBytes: Number(pax.get("size") ?? octal(block, 124, 12)) };
    case "1":
      return { ...common, kind: "hard-link", target };
    case "2":
      return { ...common, kind: "link", target };
    case "5":
      return { ...common, kind: "folder" };
    default:
      throw new Damaged(`\`${common.path}\` is of a kind that packages don't have`);
  }
}
__name(entryOf, "entryOf");
function paxRecords2(body) {
  const records = /* @__PURE__ */ new Map();
  for (let rest = body.toString("latin1"); rest !== ""; ) {
    const [, length = "", key = ""] = /^(\d{1,5}) ([a-z]+)=/.exec(rest) ?? [];
    if (length === "") throw new Damaged("a pax header can't be read");
    const record = rest.slice(0, Number(length));
    records.set(key, record.slice(length.length + key.length + 2, -1));
    rest = rest.slice(record.length);
  }
  return records;
}
__name(paxRecords2, "paxRecords");
function text2(block, at, size) {
  const field2 = block.toString("latin1", at, at + size);
  const end = field2.indexOf("\0");
  return end === -1 ? field2 : field2.slice(0, end);
}
__name(text2, "text");
function octal(block, at, size) {
  const digits = block.toString("latin1", at, at + size - 1);
  if (!/^[0-7]+$/.test(digits))
    throw new Damaged("a header can't be read: this is not a package, or not a whole one");
  return Number.parseInt(digits, 8);
}
__name(octal, "octal");
var ByteSource = class {
  static {
    __name(this, "ByteSource");
  }
  #chunks;
  #chunk = Buffer.alloc(0);
  constructor(chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }
  async isAtEnd() {
    while (this.#chunk.length === 0) {
      const next = await this.#chunks.next();
      if (next.done) return true;
      this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
    }
    return false;
  }
  /** Between one and `most` bytes. */
  async some(most) {
    if (await this.isAtEnd()) throw new Damaged("the archive is cut short");
    const piece = this.#chunk.subarray(0, most);
    this.#chunk = this.#chunk.subarray(piece.length);
    return piece;
  }
  async take(size) {
    const pieces = [];
    for (let left = size; left > 0; ) {
      const piece = await this.some(left);
      left -= piece.length;
      pieces.push(piece);
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }
};

// src/package/archive-reader.ts
async function readArchive(file2, host, signal) {
  const compression = compressionOf(file2);
  if (!compression) {
    return {
      kind: "damaged",
      why: `its name ends with none of ${COMPRESSIONS.map((one) => `\`.tar.${one}\``).join(", ")}`
    };
  }
  const collector = new Collector();
  try {
    let signature2;
    if (compression === "gz") {
      const start = await readGzipStart(file2, host);
      signature2 = start.signature;
      await readGzip(file2, { start, collector, host }, signal);
    } else {
      const into = /* @__PURE__ */ __name((chunks) => readTar(chunks, collector), "into");
      const from = host.readStream(file2);
      const trouble3 = await runTool({ compression, way: "expand", from, into }, host, signal);
      if (trouble3?.code === "package/no-compressor") return { kind: "no-tool", diagnostic: trouble3 };
      if (trouble3) return { kind: "damaged", why: trouble3.message };
    }
    return { kind: "read", archive: { ...collector.result(), signature: signature2 } };
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    if (error instanceof Error && /^Z_/.test(String(error.code))) {
      return { kind: "damaged", why: `it can't be uncompressed: ${error.message}` };
    }
    throw error;
  }
}
__name(readArchive, "readArchive");
async function readGzip(file2, { start, collector, host }, signal) {
  let sizeBytes = 0;
  async function* whole() {
    const body = host.readStream(file2, { start: start.bodyAt });
    yield PLAIN_HEADER;
    for await (const chunk of start.signature ? checkedBlocks(body, start.signature) : body) {
      sizeBytes += chunk.length;
      yield chunk;
    }
  }
  __name(whole, "whole");
  const gunzip = createGunzip();
  try {
    await pipeline2(whole(), gunzip, (chunks) => readTar(chunks, collector), { signal });
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError" && !signal.aborted)
      throw new Damaged(BEHIND_END);
    throw error;
  }
  if (gunzip.bytesWritten !== PLAIN_HEADER.length + sizeBytes) throw new Damaged(BEHIND_END);
}
__name(readGzip, "readGzip");
var BEHIND_END = "something stands behind its end";
function compressionOf(file2) {
  return COMPRESSIONS.find((one) => file2.endsWith(`.tar.${one}`));
}
__name(compressionOf, "compressionOf");
var MOST_KEPT_BYTES = 64 * 1024 * 1024;
var Collector = class {
  static {
    __name(this, "Collector");
  }
  #content = createHash4("sha256");
  #members = [];
  #open;
  #top;
  #fileHash;
  #signature;
  entry = /* @__PURE__ */ __name((entry2, header) => {
    this.#close();
    this.#top ??= entry2.path;
    if (this.#signature) throw new Damaged(`\`${entry2.path}\` stands behind the signature of the contents`);
    if (!isSafe(entry2)) throw new Damaged(`\`${entry2.path}\` leads out of the package`);
    const isKept = entry2.kind === "file" && isHashFile(entry2.path.slice(this.#top.length));
    if (isKept && entry2.sizeBytes > MOST_KEPT_BYTES) throw new Damaged(`\`${entry2.path}\` is too large`);
    this.#open = { entry: entry2, hash: createHash4("sha256"), kept: isKept ? [] : void 0 };
    if (!this.#isSignature()) this.#content.update(header);
  }, "entry");
  content = /* @__PURE__ */ __name((chunk, kind) => {
    if (!this.#open) throw new Error("content before any entry");
    const { hash, kept } = this.#open;
    if (!this.#isSignature()) this.#content.update(chunk);
    if (kind === "padding") return;
    hash.update(chunk);
    kept?.push(Buffer.from(chunk));
  }, "content");
  result() {
    this.#close();
    if (!this.#fileHash) throw new Damaged("it has no `Resources/FileHash`");
    return {
      members: this.#members,
      fileHash: this.#fileHash,
      fileHashSignature: this.#signature,
      contentDigest: this.#content.update(END_OF_ARCHIVE).digest("hex")
    };
  }
  /** Whether the open member is the signature: not part of what the content digest is made of. */
  #isSignature() {
    return this.#open?.kept !== void 0 && this.#open.entry.path.endsWith(`/${SIGNATURE_NAME}`);
  }
  #close() {
    if (!this.#open) return;
    const { entry: entry2, hash, kept } = this.#open;
    const isSignature = this.#isSignature();
    this.#open = void 0;
    const whole = kept && { entry: entry2, content: Buffer.concat(kept) };
    if (isSignature) {
      this.#signature = whole;
      return;
    }
    if (whole && this.#fileHash) throw new Damaged("it has more than one `FileHash`");
    if (whole) this.#fileHash = whole;
    if (entry2.kind === "link") hash.update(Buffer.from(entry2.target, "latin1"));
    this.#members.push({ entry: entry2, sha256: entry2.kind === "folder" ? "" : hash.digest("hex") });
  }
};
function isSafe(entry2) {
  const paths = entry2.kind === "hard-link" ? [entry2.path, entry2.target] : [entry2.path];
  return paths.every((path7) => !path7.startsWith("/") && !path7.split("/").includes(".."));
}
__name(isSafe, "isSafe");

// src/package/difference.ts
import posix from "node:path/posix";
function differences(one, other) {
  const folder = posix.dirname(one.archive.fileHash.entry.path);
  const all = differingPaths(one, other);
  const files = all.filter(({ path: path7 }) => !path7.startsWith(`${folder}/`));
  return (files.length > 0 ? files : all).map(({ path: path7, how }) => `\`${shownName(path7)}\`: ${how}`);
}
__name(differences, "differences");
function differingPaths(one, other) {
  const left = new Map(one.archive.members.map((member) => [member.entry.path, member]));
  const right = new Map(other.archive.members.map((member) => [member.entry.path, member]));
  const paths = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort();
  return paths.flatMap((path7) => {
    const [a, b] = [left.get(path7), right.get(path7)];
    if (!a) return [{ path: path7, how: `only in that of ${other.name}` }];
    if (!b) return [{ path: path7, how: `only in that of ${one.name}` }];
    const parts = differingParts(a, b);
    return parts.length === 0 ? [] : [{ path: path7, how: parts.join(", ") }];
  });
}
__name(differingPaths, "differingPaths");
function differingParts(a, b) {
  if (a.entry.kind !== b.entry.kind) return [`${a.entry.kind} and ${b.entry.kind}`];
  const octal2 = /* @__PURE__ */ __name((mode) => mode.toString(8).padStart(4, "0"), "octal");
  const targets = [a, b].map(({ entry: entry2 }) => "target" in entry2 ? shownName(entry2.target) : "");
  return [
    ...a.sha256 !== b.sha256 && a.entry.kind === "file" ? ["content"] : [],
    ...targets[0] !== targets[1] ? [`target \`${targets[0]}\` and \`${targets[1]}\``] : [],
    ...a.entry.mode !== b.entry.mode ? [`mode ${octal2(a.entry.mode)} and ${octal2(b.entry.mode)}`] : [],
    ...a.entry.modified !== b.entry.modified ? ["time"] : []
  ];
}
__name(differingParts, "differingParts");

// src/package/digest.ts
import { createHash as createHash5 } from "node:crypto";
import { pipeline as pipeline3 } from "node:stream/promises";
async function fileDigest(file2, host, signal) {
  if (await host.status(file2) === void 0) return void 0;
  const hash = createHash5("sha256");
  await pipeline3(host.readStream(file2), hash, { signal });
  return hash.digest("hex");
}
__name(fileDigest, "fileDigest");

// src/package/index-file.ts
var INDEX_NAME = "index.json";
async function readIndex(folder, host) {
  const file2 = joinPath(folder, INDEX_NAME);
  if ((await host.status(file2))?.kind === "folder") return wrong(unreadable(file2, "it is a folder"));
  const text4 = await host.readText(file2);
  if (text4 === void 0) return ok(void 0);
  try {
    return ok(indexOf(JSON.parse(text4)));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return wrong(unreadable(file2, error.message));
  }
}
__name(readIndex, "readIndex");
function unreadable(file2, why) {
  return {
    severity: "error",
    code: "package/unreadable-index",
    blame: "request",
    message: `\`${file2}\` is not an index of packages: ${why}`,
    help: "remove it, or name another folder; the packages beside it must then be built again"
  };
}
__name(unreadable, "unreadable");
function formatIndex(packages) {
  const sorted = [...packages].sort((a, b) => a.file < b.file ? -1 : 1);
  return `${JSON.stringify({ version: 1, packages: sorted }, void 0, 2)}
`;
}
__name(formatIndex, "formatIndex");
var WrongShape = class extends Error {
  static {
    __name(this, "WrongShape");
  }
};
function indexOf(value) {
  const top = { value, where: "it" };
  if (field(top, "version").value !== 1) throw new WrongShape("its version is not 1");
  return { version: 1, packages: list(field(top, "packages")).map(packageOf) };
}
__name(indexOf, "indexOf");
function packageOf(node) {
  const at = /* @__PURE__ */ __name((name) => field(node, name), "at");
  const libraries = at("libraries");
  const audit = at("audit");
  const revision = optional(node, "revision", count);
  const epoch = optional(node, "epoch", count);
  return {
    fullpkgname: fileName(at("fullpkgname")),
    name: text3(at("name")),
    version: text3(at("version")),
    ...revision === void 0 ? {} : { revision },
    ...epoch === void 0 ? {} : { epoch },
    subpackage: text3(at("subpackage")),
    fullpkgpath: text3(at("fullpkgpath")),
    comment: text3(at("comment")),
    flavors: list(at("flavors")).map(text3),
    base: text3(at("base")),
    baseDigest: text3(at("baseDigest")),
    arch: text3(at("arch")),
    layout: word(at("layout"), ["vendor", "programs"]),
    prefix: matching(at("prefix"), PREFIX, "an absolute path without `.` and `..`"),
    file: fileName(at("file")),
    sha256: digest(at("sha256")),
    sizeBytes: count(at("sizeBytes")),
    contentDigest: digest(at("contentDigest")),
    installedBytes: count(at("installedBytes")),
    depends: list(at("depends")).map(dependOf),
    systemPackages: list(at("systemPackages")).map(text3),
    libraries: {
      provided: list(field(libraries, "provided")).map(libraryOf),
      needed: list(field(libraries, "needed")).map(text3)
    },
    job: matching(at("job"), /^[A-Za-z0-9._+,@-]+$/, "the id of a job"),
    fingerprint: text3(at("fingerprint")),
    recipe: text3(at("recipe")),
    buildTimeMs: count(at("buildTimeMs")),
    audit: {
      verdict: word(field(audit, "verdict"), ["clean", "warnings"]),
      warnings: list(field(audit, "warnings")).map(text3)
    },
    test: word(at("test"), ["passed", "none"])
  };
}
__name(packageOf, "packageOf");
function dependOf(node) {
  const contentDigest = optional(node, "contentDigest", digest);
  return {
    spec: text3(field(node, "spec")),
    pkgpath: text3(field(node, "pkgpath")),
    ...contentDigest === void 0 ? {} : { contentDigest }
  };
}
__name(dependOf, "dependOf");
function libraryOf(node) {
  const soname = optional(node, "soname", text3);
  const elfClass = count(field(node, "elfClass"));
  if (elfClass !== 32 && elfClass !== 64) throw new WrongShape(`\`${node.where}.elfClass\` is not 32 or 64`);
  return {
    path: text3(field(node, "path")),
    ...soname === void 0 ? {} : { soname },
    elfClass,
    machine: count(field(node, "machine")),
    versions: list(field(node, "versions")).map(text3)
  };
}
__name(libraryOf, "libraryOf");
function optional(node, name, parse2) {
  const found = field(node, name);
  return found.value === void 0 ? void 0 : parse2(found);
}
__name(optional, "optional");
function field({ value, where }, name) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  const own = Object.hasOwn(value, name) ? Object.entries(value).find(([key]) => key === name) : void 0;
  return { value: own?.[1], where: where === "it" ? name : `${where}.${name}` };
}
__name(field, "field");
function list({ value, where }) {
  if (!Array.isArray(value)) throw new WrongShape(`\`${where}\` is not a list`);
  return value.map((one, index) => ({ value: one, where: `${where}[${index}]` }));
}
__name(list, "list");
function text3({ value, where }) {
  if (typeof value !== "string") throw new WrongShape(`\`${where}\` is not a text`);
  return value;
}
__name(text3, "text");
function count({ value, where }) {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${where}\` is not a whole number`);
  }
  return value;
}
__name(count, "count");
function matching(node, pattern, what) {
  const found = text3(node);
  if (!pattern.test(found)) throw new WrongShape(`\`${node.where}\` is not ${what}`);
  return found;
}
__name(matching, "matching");
var PREFIX = /^(\/(?!\.{1,2}(\/|$))[^/\p{Cc}]+)+$/u;
function fileName(node) {
  return matching(node, /^[^/.\p{Cc}][^/\p{Cc}]*$/u, "the name of a file");
}
__name(fileName, "fileName");
function digest(node) {
  return matching(node, /^[0-9a-f]{64}$/, "a SHA-256 in hex");
}
__name(digest, "digest");
function word(node, allowed) {
  const found = allowed.find((one) => one === node.value);
  if (found === void 0) throw new WrongShape(`\`${node.where}\` is none of ${allowed.join(", ")}`);
  return found;
}
__name(word, "word");

// src/package/openpgp.ts
import { createHash as createHash6, sign as sign2, verify as verify2 } from "node:crypto";
var KEY_CREATED = 315532800;
var VERSION = 4;
var EDDSA = 22;
var SHA512 = 10;
var TAGS = { signature: 2, publicKey: 6, userId: 13 };
var SIGNATURE = { ofDocument: 0, ofUserId: 19 };
var SUBPACKET = {
  created: 2,
  issuer: 16,
  preferredHashes: 21,
  keyFlags: 27,
  issuerFingerprint: 33
};
var CURVE = Buffer.from("2b06010401da470f01", "hex");
function openpgpKey(key) {
  const body = keyBody(key);
  const name = Buffer.from(`${key.name} (package signing)`);
  const certificate = signature(key, {
    type: SIGNATURE.ofUserId,
    created: KEY_CREATED,
    hashed: [keyFrame(body), Buffer.from([180]), uint32(name.length), name],
    // It may certify and sign; SHA-512 and SHA-256 suit it.
    extra: [
      subpacket(SUBPACKET.keyFlags, Buffer.of(3)),
      subpacket(SUBPACKET.preferredHashes, Buffer.of(10, 8))
    ]
  });
  return armor("PUBLIC KEY BLOCK", [packet(TAGS.publicKey, body), packet(TAGS.userId, name), certificate]);
}
__name(openpgpKey, "openpgpKey");
function signDetached(content, key, sourceDateEpoch) {
  const created = Math.max(sourceDateEpoch, KEY_CREATED);
  const made = signature(key, { type: SIGNATURE.ofDocument, created, hashed: [content], extra: [] });
  return armor("SIGNATURE", [made]);
}
__name(signDetached, "signDetached");
function verifyDetached(content, armored, key) {
  const parsed = parseSignature(armored);
  if (!parsed) return "unreadable";
  const fingerprint = createHash6("sha1").update(keyFrame(keyBody(key))).digest();
  if (!parsed.issuer.equals(fingerprint)) return "other-key";
  const digest2 = digestOf([content], parsed.head);
  return verify2(null, digest2, publicKeyObject(key.point), parsed.point) ? "good" : "bad";
}
__name(verifyDetached, "verifyDetached");
function keyBody({ point }) {
  const native = Buffer.concat([Buffer.of(64), Buffer.from(point, "hex")]);
  return Buffer.concat([
    Buffer.of(VERSION),
    uint32(KEY_CREATED),
    Buffer.of(EDDSA, CURVE.length),
    CURVE,
    integer(native)
  ]);
}
__name(keyBody, "keyBody");
function keyFrame(body) {
  return Buffer.concat([Buffer.of(153), uint16(body.length), body]);
}
__name(keyFrame, "keyFrame");
function signature(key, { type, created, hashed: hashed2, extra }) {
  const fingerprint = createHash6("sha1").update(keyFrame(keyBody(key))).digest();
  const facts = Buffer.concat([
    subpacket(SUBPACKET.issuerFingerprint, Buffer.concat([Buffer.of(VERSION), fingerprint])),
    subpacket(SUBPACKET.created, uint32(created)),
    ...extra
  ]);
  const head = Buffer.concat([Buffer.of(VERSION, type, EDDSA, SHA512), uint16(facts.length), facts]);
  const digest2 = digestOf(hashed2, head);
  const point = sign2(null, digest2, key.secret);
  const issuer = subpacket(SUBPACKET.issuer, fingerprint.subarray(12));
  return packet(
    TAGS.signature,
    Buffer.concat([
      head,
      uint16(issuer.length),
      issuer,
      digest2.subarray(0, 2),
      integer(point.subarray(0, 32)),
      integer(point.subarray(32))
    ])
  );
}
__name(signature, "signature");
function digestOf(hashed2, head) {
  const hash = createHash6("sha512");
  for (const part of [...hashed2, head, Buffer.of(VERSION, 255), uint32(head.length)]) hash.update(part);
  return hash.digest();
}
__name(digestOf, "digestOf");
function parseSignature(armored) {
  const [, text4] = /^-----BEGIN PGP SIGNATURE-----\n\n([A-Za-z0-9+/=\n]+)\n=[A-Za-z0-9+/]{4}\n-----END/.exec(armored) ?? [];
  const bytes = Buffer.from(text4 ?? "", "base64");
  if (bytes[0] !== (192 | TAGS.signature) || bytes[1] !== bytes.length - 2) return void 0;
  const body = bytes.subarray(2);
  if (body.length < 6 || !body.subarray(0, 4).equals(Buffer.of(VERSION, 0, EDDSA, SHA512))) return void 0;
  const factsEnd = 6 + body.readUInt16BE(4);
  const start = Buffer.of(22, SUBPACKET.issuerFingerprint, VERSION);
  if (!body.subarray(6, 9).equals(start) || factsEnd + 2 > body.length) return void 0;
  const issuerEnd = factsEnd + 2 + body.readUInt16BE(factsEnd);
  const r = readInteger(body, issuerEnd + 2);
  const s = r && readInteger(body, r.end);
  if (!r || !s || s.end !== body.length) return void 0;
  return {
    head: body.subarray(0, factsEnd),
    issuer: body.subarray(9, 29),
    point: Buffer.concat([r.value, s.value])
  };
}
__name(parseSignature, "parseSignature");
function readInteger(body, at) {
  if (at + 2 > body.length) return void 0;
  const size = Math.ceil(body.readUInt16BE(at) / 8);
  const end = at + 2 + size;
  if (size > 32 || end > body.length) return void 0;
  return { value: Buffer.concat([Buffer.alloc(32 - size), body.subarray(at + 2, end)]), end };
}
__name(readInteger, "readInteger");
function integer(bytes) {
  const from = bytes.findIndex((byte) => byte !== 0);
  const value = from === -1 ? Buffer.alloc(0) : bytes.subarray(from);
  const bits = value.length === 0 ? 0 : (value.length - 1) * 8 + (32 - Math.clz32(value[0] ?? 0));
  return Buffer.concat([uint16(bits), value]);
}
__name(integer, "integer");
function packet(tag, body) {
  return Buffer.concat([Buffer.of(192 | tag), lengthOf(body.length), body]);
}
__name(packet, "packet");
function subpacket(type, body) {
  return Buffer.concat([lengthOf(body.length + 1), Buffer.of(type), body]);
}
__name(subpacket, "subpacket");
function lengthOf(size) {
  return size < 192 ? Buffer.of(size) : Buffer.concat([Buffer.of(255), uint32(size)]);
}
__name(lengthOf, "lengthOf");
function armor(what, packets) {
  const bytes = Buffer.concat(packets);
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN PGP ${what}-----

${lines.join("\n")}
=${crc24(bytes).toString("base64")}
-----END PGP ${what}-----
`;
}
__name(armor, "armor");
function crc24(bytes) {
  let crc = 11994318;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1;
      if (crc & 16777216) crc ^= 25578747;
    }
  }
  return uint32(crc & 16777215).subarray(1);
}
__name(crc24, "crc24");
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
__name(uint32, "uint32");
function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
__name(uint16, "uint16");

// src/package/sums.ts
var SUMS_NAME = "SHA256";
var SIGNED_SUMS_NAME = "SHA256.sig";
function formatSums(sums) {
  return [...sums].sort((a, b) => a.file < b.file ? -1 : 1).map(({ file: file2, sha256: sha2562 }) => `SHA256 (${file2}) = ${sha2562}
`).join("");
}
__name(formatSums, "formatSums");
function parseSums(text4) {
  const sums = [];
  for (const line of text4.split("\n").slice(0, -1)) {
    const [, file2 = "", sha2562 = ""] = /^SHA256 \(([^/]+)\) = ([0-9a-f]{64})$/.exec(line) ?? [];
    if (file2 === "" || file2 === "..") return void 0;
    sums.push({ file: file2, sha256: sha2562 });
  }
  return text4.endsWith("\n") ? sums : void 0;
}
__name(parseSums, "parseSums");

// src/package/listing.ts
async function writeListing({ folder, rows, key }, host, signal) {
  const write = /* @__PURE__ */ __name((name, text4) => host.writeFile(joinPath(folder, name), text4), "write");
  await write(INDEX_NAME, formatIndex(rows));
  const index = await fileDigest(joinPath(folder, INDEX_NAME), host, signal);
  const sums = formatSums([...rows, { file: INDEX_NAME, sha256: index ?? "" }]);
  await write(SUMS_NAME, sums);
  if (!key) return;
  await write(`${key.name}.pub`, formatPublicKey(key));
  await write(`${key.name}.asc`, openpgpKey(key));
  await write(SIGNED_SUMS_NAME, signEmbedded(sums, key));
}
__name(writeListing, "writeListing");
async function rowsThatHold({ folder, rows }, host, signal) {
  const held = [];
  const warnings = [];
  for (const row of rows) {
    const file2 = joinPath(folder, row.file);
    const found = await fileDigest(file2, host, signal);
    if (found === row.sha256) held.push(row);
    else warnings.push(staleRow(file2, found === void 0 ? "is gone" : "is not what the index says of it"));
  }
  return { rows: held, warnings };
}
__name(rowsThatHold, "rowsThatHold");
function staleRow(file2, what) {
  return {
    severity: "warning",
    code: "package/stale-row",
    blame: "request",
    message: `\`${file2}\` ${what}, so the index no longer lists it`,
    help: "build it again"
  };
}
__name(staleRow, "staleRow");

// src/package/sign-archive.ts
import { pipeline as pipeline4 } from "node:stream/promises";

// src/package/file-hash.ts
function wrongHashes({ members, fileHash: fileHash2 }, archive) {
  const [first2, ...lines] = fileHash2.content.toString("latin1").trimEnd().split("\n");
  const listed = new Map(lines.map((line) => [line.slice(65), line.slice(0, 64)]));
  if (first2 !== FILE_HASH_HEADER || lines.some((line) => !/^[0-9a-f]{64} ./.test(line)) || listed.size !== lines.length) {
    return [trouble(archive, `its \`FileHash\` is not a list of the form \`${FILE_HASH_HEADER}\``)];
  }
  const top = members[0]?.entry.path ?? "";
  const found = new Map(
    members.filter(({ entry: entry2 }) => entry2.kind !== "folder" && entry2.path !== fileHash2.entry.path).map((member) => [member.entry.path.slice(top.length), member])
  );
  const firstNames = new Map(members.map(({ entry: entry2, sha256: sha2562 }) => [entry2.path, sha2562]));
  const hashOf2 = /* @__PURE__ */ __name((path7) => {
    const member = found.get(path7);
    return member?.entry.kind === "hard-link" ? firstNames.get(member.entry.target) : member?.sha256;
  }, "hashOf");
  const unlisted = [...found.keys()].filter((path7) => !listed.has(path7));
  const absent = [...listed.keys()].filter((path7) => !found.has(path7));
  const changed2 = [...listed].filter(([path7, hash]) => found.has(path7) && hashOf2(path7) !== hash).map(([path7]) => path7);
  return [
    ...changed2.length > 0 ? [trouble(archive, `its \`FileHash\` tells of another content of ${nameList(changed2)}`)] : [],
    ...absent.length > 0 ? [trouble(archive, `its \`FileHash\` lists ${nameList(absent)}, not in it`)] : [],
    ...unlisted.length > 0 ? [trouble(archive, `its \`FileHash\` does not list ${nameList(unlisted)}`)] : []
  ];
}
__name(wrongHashes, "wrongHashes");
function trouble(archive, why) {
  return {
    severity: "error",
    code: "package/wrong-hash",
    blame: "request",
    message: `\`${archive}\` was changed after it was packed: ${why}`,
    help: "fetch or build it again"
  };
}
__name(trouble, "trouble");

// src/package/sign-archive.ts
var SIGNATURE_HEADER = Buffer.concat([
  Buffer.from([31, 139, 8, 8, 0, 0, 0, 0, 0, 3]),
  Buffer.from(`${SIGNATURE_NAME}\0`)
]);
async function signArchive({
  archive,
  target,
  key
}, host, signal) {
  if (compressionOf(archive) !== "gz") return wrong(notGzip(archive));
  const reading = await readArchive(archive, host, signal);
  if (reading.kind === "no-tool") return wrong(reading.diagnostic);
  if (reading.kind === "damaged") return wrong(damagedArchive(archive, reading.why));
  const troubles = wrongHashes(reading.archive, archive);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const { fileHash: fileHash2 } = reading.archive;
  const sourceDateEpoch = fileHash2.entry.modified;
  const last = await signatureMember(reading.archive, key);
  const { bodyAt } = await readGzipStart(archive, host);
  const end = await endOfEntries(archive, host);
  async function* body() {
    yield* host.readStream(archive, { start: bodyAt, end: end - 1 });
    yield last;
  }
  __name(body, "body");
  const header = signedHeader(await blockHashes(body()), { key, sourceDateEpoch });
  async function* whole() {
    yield header;
    yield* body();
  }
  __name(whole, "whole");
  await pipeline4(whole(), host.writeStream(target, "new"), { signal });
  return ok(void 0);
}
__name(signArchive, "signArchive");
async function signatureMember({ fileHash: fileHash2 }, key) {
  const { content, entry: entry2 } = fileHash2;
  const signature2 = Buffer.from(signDetached(content, key, entry2.modified));
  const path7 = entry2.path.replace(/FileHash$/, SIGNATURE_NAME);
  const header = headerOf({ ...entry2, kind: "file", path: path7, sizeBytes: signature2.length }, entry2.modified);
  const chunks = [header, signature2, paddingOf(signature2.length), END_OF_ARCHIVE];
  return collected(gzipMember(chunks, SIGNATURE_HEADER));
}
__name(signatureMember, "signatureMember");
async function endOfEntries(archive, host) {
  const constant = await endMember();
  const sizeBytes = (await host.status(archive))?.sizeBytes ?? 0;
  const start = Math.max(0, sizeBytes - LONGEST_SIGNATURE_MEMBER);
  const tail = await host.readRange(archive, start, sizeBytes - start);
  if (tail.subarray(-constant.length).equals(constant)) return sizeBytes - constant.length;
  const at = tail.lastIndexOf(SIGNATURE_HEADER);
  if (at === -1) throw new Error(`${archive}: no end of the entries`);
  return start + at;
}
__name(endOfEntries, "endOfEntries");
var LONGEST_SIGNATURE_MEMBER = 4096;
async function endMember() {
  return collected(gzipMember([END_OF_ARCHIVE], PLAIN_HEADER));
}
__name(endMember, "endMember");
async function collected(chunks) {
  const pieces = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}
__name(collected, "collected");
function damagedArchive(archive, why) {
  return {
    severity: "error",
    code: "package/damaged",
    blame: "request",
    message: `\`${archive}\` is no whole package: ${why}`,
    help: "fetch or build it again"
  };
}
__name(damagedArchive, "damagedArchive");
function notGzip(archive) {
  return {
    severity: "error",
    code: "package/not-signable",
    blame: "request",
    message: `\`${archive}\` has no place for a signature: only \`.tar.gz\` has`,
    help: "sign the folder that it lies in: `SHA256.sig` covers it"
  };
}
__name(notGzip, "notGzip");

// src/package/folder.ts
async function addToFolder(addition, host, signal) {
  const { folder, packages, key } = addition;
  const before = await readFolder(addition, host);
  if (!before.ok) return before;
  const unequal2 = await unequalPackages(addition, before.value?.packages ?? [], { host, signal });
  if (unequal2.length > 0) return { ok: false, error: unequal2 };
  const workplace = joinPath(folder, `.${packages[0]?.package.job ?? "none"}.part`);
  await host.remove(workplace);
  await host.makeFolder(workplace);
  try {
    const prepared = await prepare({ packages, key, workplace }, host, signal);
    if (!prepared.ok) return prepared;
    const now = await readIndex(folder, host);
    if (!now.ok) return now;
    return ok(
      await place(
        { ...addition, workplace, added: prepared.value, rows: now.value?.packages ?? [] },
        host,
        signal
      )
    );
  } finally {
    await host.remove(workplace);
  }
}
__name(addToFolder, "addToFolder");
async function readFolder({ folder, folderName }, host) {
  for (let above = folder; ; above = joinPath(above, "..")) {
    const status = await host.status(await host.realPath(above) ?? above);
    if (status && status.kind !== "folder") return wrong(notFolder(folderName));
    if (status) return await readIndex(folder, host);
  }
}
__name(readFolder, "readFolder");
async function prepare({ packages, key, workplace }, host, signal) {
  const rows = [];
  for (const { package: row, archive } of packages) {
    const target = joinPath(workplace, row.file);
    if (key && compressionOf(row.file) === "gz") {
      const signed = await signArchive({ archive, target, key }, host, signal);
      if (!signed.ok) return signed;
    } else {
      await host.copyFile(archive, target);
    }
    rows.push(await rowOf(row, target, { host, signal }));
  }
  return ok(rows);
}
__name(prepare, "prepare");
async function rowOf(row, file2, { host, signal }) {
  const sha2562 = await fileDigest(file2, host, signal) ?? "";
  return { ...row, sha256: sha2562, sizeBytes: (await host.status(file2))?.sizeBytes ?? 0 };
}
__name(rowOf, "rowOf");
async function place({ folder, key, workplace, added, rows }, host, signal) {
  const names = new Set(added.map(({ file: file2 }) => file2));
  const kept = await rowsThatHold(
    { folder, rows: rows.filter(({ file: file2 }) => !names.has(file2)) },
    host,
    signal
  );
  const signature2 = joinPath(folder, SIGNED_SUMS_NAME);
  const isUnsigned = !key && await host.status(signature2) !== void 0;
  if (isUnsigned) await host.remove(signature2);
  for (const { file: file2 } of added) await host.rename(joinPath(workplace, file2), joinPath(folder, file2));
  await writeListing({ folder, rows: [...kept.rows, ...added], key }, host, signal);
  return { added, warnings: [...kept.warnings, ...isUnsigned ? [signatureGone(signature2)] : []] };
}
__name(place, "place");
async function unequalPackages({ folder, packages }, rows, { host, signal }) {
  const found = [];
  for (const { package: row, archive } of packages) {
    const other = rows.find(({ file: file2 }) => file2 === row.file);
    const mustBeEqual = other && other.recipe === row.recipe && other.job !== row.job;
    if (!mustBeEqual || other.contentDigest === row.contentDigest) continue;
    const there = joinPath(folder, other.file);
    if (await fileDigest(there, host, signal) !== other.sha256) continue;
    const [ours, theirs] = [await readArchive(archive, host, signal), await readArchive(there, host, signal)];
    if (ours.kind !== "read" || theirs.kind !== "read") {
      const why = [ours, theirs].flatMap((one) => one.kind === "damaged" ? [one.why] : []);
      found.push(damagedArchive(there, why.join("; ")));
      continue;
    }
    const lines = differences(
      { name: `\`${other.job}\``, archive: theirs.archive },
      { name: `\`${row.job}\``, archive: ours.archive }
    );
    found.push(unequal(row, other, lines));
  }
  return found;
}
__name(unequalPackages, "unequalPackages");
function unequal(row, other, lines) {
  return {
    severity: "error",
    code: "package/not-equal",
    blame: "recipe",
    message: [
      `\`${row.fullpkgname}\` must not depend on what \`${row.job}\` and \`${other.job}\` differ in, but it does:`,
      ...lines
    ].join("\n  "),
    help: "a pseudo-flavor may drop packages, never change them: make it a true flavor, or let all builds of these files be alike"
  };
}
__name(unequal, "unequal");
function notFolder(name) {
  return {
    severity: "error",
    code: "package/not-a-folder",
    blame: "request",
    message: `\`${name}\` is a file; packages go into a folder`,
    help: "name another folder with `--out`, or remove the file"
  };
}
__name(notFolder, "notFolder");
function signatureGone(file2) {
  return {
    severity: "warning",
    code: "package/signature-removed",
    blame: "request",
    message: `\`${file2}\` was removed: it covered other packages than are there now, and there is no key to sign with`,
    help: "sign the folder: `tarwright sign FOLDER --key KEY`"
  };
}
__name(signatureGone, "signatureGone");

// src/package/keys.ts
import path from "node:path/posix";
async function writeKey({ folder, name }, host) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return wrong(unfitName(name));
  const file2 = /* @__PURE__ */ __name((suffix) => joinPath(folder, `${name}.${suffix}`), "file");
  const files = { secret: file2("sec"), public: file2("pub"), openpgp: file2("asc") };
  for (const one of Object.values(files)) {
    if (await host.status(one)) return wrong(taken(one));
  }
  const seed = host.randomBytes(32);
  const key = keyOfSeed(seed, name);
  const made = await host.createFile(files.secret, formatSecretKey(seed, key), 384);
  if (made === "exists") return wrong(taken(files.secret));
  await host.writeFile(files.public, formatPublicKey(key));
  await host.writeFile(files.openpgp, openpgpKey(key));
  return ok(files);
}
__name(writeKey, "writeKey");
function parseSigningKey(text4, name) {
  return signingKey(text4, { name, what: "the signing key" });
}
__name(parseSigningKey, "parseSigningKey");
async function readSigningKey(file2, host) {
  const text4 = await keyText(file2, host);
  return text4.ok ? signingKey(text4.value, { name: keyName(file2), what: `\`${file2}\`` }) : text4;
}
__name(readSigningKey, "readSigningKey");
async function readPublicKey(file2, host) {
  const text4 = await keyText(file2, host);
  if (!text4.ok) return text4;
  const key = parsePublicKeyFile(text4.value, keyName(file2));
  return key ? ok(key) : wrong(
    keyTrouble(
      "key/unreadable",
      `\`${file2}\` is not a public key of signify`,
      "name a `.pub` file that `tarwright keygen` or `signify -G` made"
    )
  );
}
__name(readPublicKey, "readPublicKey");
var DEFAULT_NAME = "tarwright";
async function defaultKey(host) {
  const folder = host.folders.config;
  const file2 = joinPath(folder, `${DEFAULT_NAME}.sec`);
  const isThere = await host.status(file2) !== void 0;
  if (!isThere && host.environment("CI")) return ok({ kind: "none", warning: noneInCi(file2) });
  if (!isThere) {
    const made = await writeKey({ folder, name: DEFAULT_NAME }, host);
    if (!made.ok && !await host.status(file2)) return made;
  }
  const key = await readSigningKey(file2, host);
  if (!key.ok) return key;
  return ok(
    isThere ? { kind: "found", key: key.value } : { kind: "made", key: key.value, warning: madeNow(file2) }
  );
}
__name(defaultKey, "defaultKey");
async function keyText(file2, host) {
  const status = await host.status(file2);
  const text4 = status?.kind === "folder" ? void 0 : await host.readText(file2);
  if (text4 !== void 0) return ok(text4);
  const what = status ? "is a folder" : "is not there";
  return wrong(
    keyTrouble(
      "key/not-found",
      `the key \`${file2}\` ${what}`,
      "name a key file; `tarwright keygen` makes one"
    )
  );
}
__name(keyText, "keyText");
function keyName(file2) {
  return path.basename(file2).replace(/\.(sec|key|pub)$/, "");
}
__name(keyName, "keyName");
function signingKey(text4, { name, what }) {
  const reading = parseSecretKeyFile(text4, name);
  switch (reading.kind) {
    case "key":
      return ok(reading.key);
    case "encrypted":
      return wrong(
        keyTrouble(
          "key/encrypted",
          `${what} is protected by a passphrase, which nobody can type here`,
          "use a key without one: `tarwright keygen NAME`, or `signify -G -n -p NAME.pub -s NAME.sec`; guard the file instead"
        )
      );
    case "public-key":
      return wrong(
        keyTrouble(
          "key/public",
          `${what} is a public key, which can't sign`,
          "name the secret one, `NAME.sec`"
        )
      );
    case "damaged":
      return wrong(
        keyTrouble(
          "key/damaged",
          `${what} is damaged: its checksum is wrong`,
          "restore it from a copy, or make another with `tarwright keygen`"
        )
      );
    case "unreadable":
      return wrong(
        keyTrouble(
          "key/unreadable",
          `${what} is not a secret key of signify: expected a line \`untrusted comment: …\` and a line of base64`,
          "name a `.sec` file that `tarwright keygen` or `signify -G -n` made"
        )
      );
  }
}
__name(signingKey, "signingKey");
function keyTrouble(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
__name(keyTrouble, "keyTrouble");
function unfitName(name) {
  return keyTrouble(
    "key/name",
    `\`${name}\` can't be a key's name: it becomes the name of files`,
    "use letters, digits, `.`, `_` and `-`"
  );
}
__name(unfitName, "unfitName");
function taken(file2) {
  return keyTrouble(
    "key/exists",
    `\`${file2}\` is there already, and a key is never overwritten`,
    "choose another name, or move the old key away"
  );
}
__name(taken, "taken");
function madeNow(file2) {
  return {
    severity: "warning",
    code: "key/made",
    blame: "request",
    message: `a signing key was made, since none was given: \`${file2}\``,
    help: "keep a copy of it; whoever has it can sign in your name"
  };
}
__name(madeNow, "madeNow");
function noneInCi(file2) {
  return {
    severity: "warning",
    code: "key/none-in-ci",
    blame: "request",
    message: `the packages stay unsigned: no key was given, there is none at \`${file2}\`, and in CI none is made`,
    help: "give a key (`--key`, or the input `signing-key`), or sign later with `tarwright sign`"
  };
}
__name(noneInCi, "noneInCi");

// src/package/sign.ts
import path2 from "node:path/posix";
async function signFiles({ files, key }, host, signal) {
  const signed = [];
  const troubles = [];
  for (const file2 of files) {
    const status = await host.status(await host.realPath(file2) ?? file2);
    const result = !status ? wrong(notThere(file2)) : status.kind === "folder" ? await signFolder({ folder: file2, names: "all", key }, host, signal) : await signOne({ archive: file2, key }, host, signal);
    if (result.ok) signed.push(...result.value);
    else troubles.push(...result.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(signed);
}
__name(signFiles, "signFiles");
async function signOne({ archive, key }, host, signal) {
  const folder = hostPath(path2.dirname(archive));
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const name = path2.basename(archive);
  if (index.value?.packages.some(({ file: file2 }) => file2 === name)) {
    return signFolder({ folder, names: [name], key }, host, signal);
  }
  const result = await signInPlace({ archive, key }, host, signal);
  return result.ok ? ok([archive]) : result;
}
__name(signOne, "signOne");
async function signFolder({ folder, names, key }, host, signal) {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  if (!index.value) return wrong(noIndex(folder));
  const held = await rowsThatHold({ folder, rows: index.value.packages }, host, signal);
  if (held.warnings.length > 0) {
    return { ok: false, error: held.warnings.map((one) => ({ ...one, severity: "error" })) };
  }
  const rows = [];
  const signed = [];
  for (const row of held.rows) {
    const archive = joinPath(folder, row.file);
    const isWanted = names === "all" ? compressionOf(row.file) === "gz" : names.includes(row.file);
    if (isWanted) {
      const result = await signInPlace({ archive, key }, host, signal);
      if (!result.ok) return result;
      signed.push(archive);
    }
    rows.push(isWanted ? await rowOf(row, archive, { host, signal }) : row);
  }
  await writeListing({ folder, rows, key }, host, signal);
  return ok(signed);
}
__name(signFolder, "signFolder");
async function signInPlace({ archive, key }, host, signal) {
  const target = hostPath(`${archive}.part`);
  try {
    const result = await signArchive({ archive, target, key }, host, signal);
    if (result.ok) await host.rename(target, archive);
    return result;
  } finally {
    await host.remove(target);
  }
}
__name(signInPlace, "signInPlace");
function notThere(file2) {
  return {
    severity: "error",
    code: "package/not-found",
    blame: "request",
    message: `\`${file2}\` is not there`,
    help: "name an archive, or a folder of packages"
  };
}
__name(notThere, "notThere");
function noIndex(folder) {
  return {
    severity: "error",
    code: "package/no-index",
    blame: "request",
    message: `\`${folder}\` has no \`index.json\`: it is not a folder of packages`,
    help: "name the folder that `build` wrote, or the archives themselves"
  };
}
__name(noIndex, "noIndex");

// src/package/verify.ts
import path3 from "node:path/posix";
async function verifyFiles({ files, keys }, host, signal) {
  const verified = [];
  const means = { keys, host, signal };
  for (const file2 of files) {
    const status = await host.status(await host.realPath(file2) ?? file2);
    if (status?.kind === "folder") verified.push(await verifyFolder(file2, means));
    else if (path3.basename(file2).endsWith(".sig")) verified.push(await verifySums(file2, means));
    else verified.push(await verifyArchive(file2, means));
  }
  return verified;
}
__name(verifyFiles, "verifyFiles");
async function verifyArchive(file2, means) {
  const nothing = { file: file2, kind: "archive", signer: void 0, checked: [] };
  if (!await means.host.status(file2)) {
    return {
      ...nothing,
      troubles: [trouble2("verify/not-found", `\`${file2}\` is not there`, "fetch or build it again")]
    };
  }
  const reading = await readArchive(file2, means.host, means.signal);
  if (reading.kind === "no-tool") return { ...nothing, troubles: [reading.diagnostic] };
  if (reading.kind === "damaged") return { ...nothing, troubles: [damagedArchive(file2, reading.why)] };
  const { archive } = reading;
  const hashes = wrongHashes(archive, file2);
  const signature2 = await verifySignatures(file2, archive, means);
  const files = archive.members.filter(({ entry: entry2 }) => entry2.kind !== "folder").length;
  return {
    file: file2,
    kind: "archive",
    signer: signature2.signer,
    checked: [
      ...hashes.length === 0 ? [`its ${files} files are as its FileHash says`] : [],
      ...signature2.checked
    ],
    contentDigest: archive.contentDigest,
    troubles: [...hashes, ...signature2.troubles]
  };
}
__name(verifyArchive, "verifyArchive");
async function verifySignatures(file2, archive, means) {
  const { signature: signature2, fileHash: fileHash2, fileHashSignature } = archive;
  if (!signature2) {
    const troubles = fileHashSignature ? [
      trouble2(
        "verify/half-signed",
        `\`${file2}\` has a signature of its contents, but none in front of it: it was cut off`,
        "fetch it again"
      )
    ] : [unsigned(file2, means)];
    return { signer: void 0, checked: [], troubles };
  }
  const front = await verifyEmbedded(file2, signature2, means);
  if (!front.signer) return front;
  const inside = fileHashSignature ? verifyDetached(fileHash2.content, fileHashSignature.content.toString("latin1"), front.signer) : "unreadable";
  if (inside === "good") {
    const sentence = "the signature in front of it, and that of its contents (FileHash.sig), are right";
    return { ...front, checked: [sentence] };
  }
  const why = {
    bad: "does not fit its FileHash",
    "other-key": "is by another key than the one in front of it",
    unreadable: "is missing, or can't be read"
  }[inside];
  const found = trouble2(
    "verify/wrong-signature",
    `the \`FileHash.sig\` in \`${file2}\` ${why}`,
    "fetch it again"
  );
  return { ...front, troubles: [...front.troubles, found] };
}
__name(verifySignatures, "verifySignatures");
async function verifyEmbedded(file2, signature2, means) {
  const nobody = { signer: void 0, checked: [] };
  const known = await knownKey(file2, signature2.keyNumber, means);
  if (!known) return { ...nobody, troubles: [wrongKey(file2, signature2.keyNumber, means.keys)] };
  if (signature2.verify(known.key) !== "good") {
    const what = `the signature of \`${file2}\` is not that of the key \`${known.key.name}\`, though it has its number`;
    return { ...nobody, troubles: [trouble2("verify/wrong-signature", what, "don't use it; fetch it again")] };
  }
  const troubles = known.trust === "named only" ? [unvouched(file2, known.key)] : [];
  return { signer: known.key, checked: [], troubles };
}
__name(verifyEmbedded, "verifyEmbedded");
async function verifySums(file2, means) {
  const text4 = await means.host.readText(file2) ?? "";
  const signature2 = parseEmbedded(text4);
  const sums = signature2 && parseSums(signature2.message);
  if (!signature2 || !sums) {
    const what = `\`${file2}\` is not a signed list of digests, as signify makes it`;
    const troubles2 = [trouble2("verify/unreadable", what, "fetch it again")];
    return { file: file2, kind: "sums", signer: void 0, checked: [], troubles: troubles2 };
  }
  const found = await verifyEmbedded(file2, signature2, means);
  if (!found.signer) return { file: file2, kind: "sums", ...found };
  const troubles = [];
  for (const sum of sums) {
    const listed = hostPath(path3.join(path3.dirname(file2), sum.file));
    const digest2 = await fileDigest(listed, means.host, means.signal);
    if (digest2 === sum.sha256) continue;
    troubles.push(
      digest2 === void 0 ? trouble2(
        "verify/missing-file",
        `\`${listed}\` is not there, but \`${file2}\` lists it`,
        "fetch it too"
      ) : trouble2(
        "verify/wrong-digest",
        `\`${listed}\` has the SHA-256 ${digest2}, but \`${file2}\` says ${sum.sha256}`,
        "fetch it again"
      )
    );
  }
  const checked2 = troubles.length === 0 ? [`the ${sums.length} files that it lists are as it says`] : [];
  return { file: file2, kind: "sums", signer: found.signer, checked: checked2, troubles: [...found.troubles, ...troubles] };
}
__name(verifySums, "verifySums");
async function verifyFolder(folder, means) {
  const sums = joinPath(folder, SIGNED_SUMS_NAME);
  const list2 = await means.host.status(sums) ? await verifySums(sums, means) : void 0;
  const troubles = [...list2?.troubles ?? [unsigned(folder, means)]];
  const listed = parseSums(parseEmbedded(await means.host.readText(sums) ?? "")?.message ?? "") ?? [];
  const index = await readIndex(folder, means.host);
  if (!index.ok) troubles.push(...index.error);
  const rows = index.ok ? index.value?.packages ?? [] : [];
  if (index.ok && !index.value) {
    troubles.push(
      trouble2("verify/no-index", `\`${folder}\` has no \`${INDEX_NAME}\``, "name a folder of packages")
    );
  }
  for (const row of rows) {
    const file2 = joinPath(folder, row.file);
    const archive = await verifyArchive(file2, means);
    const own = archive.troubles.filter(
      ({ severity, code }) => severity === "error" && code !== "verify/unsigned"
    );
    troubles.push(...own);
    if (archive.contentDigest !== void 0 && archive.contentDigest !== row.contentDigest) {
      const what = `\`${file2}\` has the content digest ${archive.contentDigest}, but the index says ${row.contentDigest}`;
      troubles.push(trouble2("verify/wrong-digest", what, "build it again"));
    }
    if (list2 && !listed.some((one) => one.file === row.file)) {
      troubles.push(
        trouble2("verify/uncovered", `\`${sums}\` does not cover \`${file2}\``, "sign the folder again")
      );
    }
  }
  const isGood = troubles.every(({ severity }) => severity === "warning");
  const sentences = [
    ...list2?.checked ?? [],
    rows.length === 1 ? "its package is what the index says" : `its ${rows.length} packages are what the index says`
  ];
  return { file: folder, kind: "folder", signer: list2?.signer, checked: isGood ? sentences : [], troubles };
}
__name(verifyFolder, "verifyFolder");
async function knownKey(file2, keyNumber, { keys, host }) {
  const given = keys.find((key) => key.keyNumber === keyNumber);
  if (given) return { key: given, trust: "given" };
  if (keys.length > 0) return void 0;
  for (const folder of [host.folders.config, hostPath(path3.dirname(file2))]) {
    const names = (await host.list(folder) ?? []).filter((name) => name.endsWith(".pub"));
    for (const name of names) {
      const key = await readPublicKey(joinPath(folder, name), host);
      if (!key.ok || key.value.keyNumber !== keyNumber) continue;
      return { key: key.value, trust: folder === host.folders.config ? "given" : "named only" };
    }
  }
  return void 0;
}
__name(knownKey, "knownKey");
function trouble2(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
__name(trouble2, "trouble");
function unsigned(file2, { keys }) {
  const names = keys.map(({ name }) => `\`${name}\``).join(", ");
  return {
    severity: names === "" ? "warning" : "error",
    code: "verify/unsigned",
    blame: "request",
    message: `\`${file2}\` is not signed: ${names === "" ? "nobody says where it comes from" : `it may come from anybody, not only from ${names}`}`,
    help: "sign it with `tarwright sign`, or verify the signed list (`SHA256.sig`) that covers it"
  };
}
__name(unsigned, "unsigned");
function unvouched(file2, { name }) {
  return {
    severity: "warning",
    code: "verify/unknown-signer",
    blame: "request",
    message: `\`${file2}\` is signed by \`${name}\`, a key that only lies beside it`,
    help: `get \`${name}.pub\` from its owner in another way, and give it with \`--key\``
  };
}
__name(unvouched, "unvouched");
function wrongKey(file2, keyNumber, keys) {
  const tried = keys.map(({ name, keyNumber: number }) => `\`${name}\` (${number})`).join(", ");
  return trouble2(
    "verify/wrong-key",
    `\`${file2}\` is signed by the key ${keyNumber}, which is ${tried === "" ? "not known here" : `none of the keys given: ${tried}`}`,
    "give the public key of whoever published it with `--key`"
  );
}
__name(wrongKey, "wrongKey");

// src/package/libraries.ts
import path4 from "node:path/posix";

// src/package/elf.ts
var Malformed = class extends Error {
  static {
    __name(this, "Malformed");
  }
};
async function readElf({ sizeBytes, read }) {
  const inside = /* @__PURE__ */ __name(async (offset, length) => {
    if (offset > sizeBytes) throw new Malformed("an offset lies behind the end of the file");
    return await read(offset, Math.min(length, sizeBytes - offset));
  }, "inside");
  const start = await read(0, 64);
  if (start.length < 16 || start.readUInt32BE(0) !== 2135247942) return { kind: "not-elf" };
  try {
    return await elfOf(start, inside);
  } catch (error) {
    if (error instanceof Malformed || error instanceof RangeError) {
      return {
        kind: "malformed",
        why: error instanceof Malformed ? error.message : "an offset is out of range"
      };
    }
    throw error;
  }
}
__name(readElf, "readElf");
function viewOf(bytes, { is64, little }) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    size: bytes.length,
    half: /* @__PURE__ */ __name((at) => view.getUint16(at, little), "half"),
    word: /* @__PURE__ */ __name((at) => view.getUint32(at, little), "word"),
    wide: /* @__PURE__ */ __name((at) => is64 ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little), "wide")
  };
}
__name(viewOf, "viewOf");
var PT = { load: 1, dynamic: 2, interpreter: 3, stack: 1685382481 };
var DT = {
  null: 0,
  needed: 1,
  strings: 5,
  stringsSize: 10,
  soname: 14,
  rpath: 15,
  runpath: 29,
  versionsDefined: 1879048188,
  versionsNeeded: 1879048190
};
var LIMITS = { path: 4096, dynamic: 1 << 20, strings: 1 << 27, versions: 1 << 18, records: 4096 };
async function elfOf(start, read) {
  const [classByte, orderByte] = [start[4], start[5]];
  if (classByte !== 1 && classByte !== 2) throw new Malformed(`class ${classByte}`);
  if (orderByte !== 1 && orderByte !== 2) throw new Malformed(`byte order ${orderByte}`);
  const shape = { is64: classByte === 2, little: orderByte === 1 };
  const view = /* @__PURE__ */ __name((bytes) => viewOf(bytes, shape), "view");
  const segments = await segmentsOf(
    view(start),
    async (at, length) => view(await read(at, length)),
    shape.is64
  );
  const interpreter = segments.find(({ type }) => type === PT.interpreter);
  const stack = segments.find(({ type }) => type === PT.stack);
  const common = {
    kind: "elf",
    elfClass: shape.is64 ? 64 : 32,
    machine: view(start).half(18),
    interpreter: interpreter && textAt(await read(interpreter.offset, Math.min(interpreter.size, LIMITS.path)), 0),
    stack: stack && stack.flags & 1 ? "executable" : "plain"
  };
  const dynamic = segments.find(({ type }) => type === PT.dynamic);
  const nothing = {
    linkage: "static",
    needed: [],
    soname: void 0,
    rpath: void 0,
    runpath: void 0,
    versionsNeeded: /* @__PURE__ */ new Map(),
    versionsDefined: []
  };
  if (!dynamic) return { ...common, ...nothing };
  const tags = tagsOf(view(await read(dynamic.offset, Math.min(dynamic.size, LIMITS.dynamic))), shape.is64);
  const placeOf = /* @__PURE__ */ __name((tag) => {
    const address = tags.find(([found]) => found === tag)?.[1];
    return address === void 0 ? void 0 : offsetOf(address, segments);
  }, "placeOf");
  const stringsAt = placeOf(DT.strings);
  if (stringsAt === void 0) return { ...common, ...nothing };
  const size = tags.find(([tag]) => tag === DT.stringsSize)?.[1] ?? 0;
  const strings = await read(stringsAt, Math.min(size, LIMITS.strings));
  const texts = /* @__PURE__ */ __name((wanted) => tags.filter(([tag]) => tag === wanted).map(([, value]) => textAt(strings, value)), "texts");
  const versions = /* @__PURE__ */ __name(async (tag) => {
    const at = placeOf(tag);
    return at === void 0 ? void 0 : view(await read(at, LIMITS.versions));
  }, "versions");
  return {
    ...common,
    linkage: "dynamic",
    needed: texts(DT.needed),
    soname: texts(DT.soname)[0],
    rpath: texts(DT.rpath)[0],
    runpath: texts(DT.runpath)[0],
    versionsNeeded: versionsNeededOf(await versions(DT.versionsNeeded), strings),
    versionsDefined: versionsDefinedOf(await versions(DT.versionsDefined), strings)
  };
}
__name(elfOf, "elfOf");
async function segmentsOf(header, viewAt, is64) {
  const count2 = header.half(is64 ? 56 : 44);
  const size = header.half(is64 ? 54 : 42);
  if (count2 === 0) return [];
  if (size !== (is64 ? 56 : 32)) throw new Malformed(`program headers of ${size} bytes`);
  const table = await viewAt(header.wide(is64 ? 32 : 28), count2 * size);
  return Array.from({ length: count2 }, (_, index) => {
    const at = index * size;
    return is64 ? {
      type: table.word(at),
      flags: table.word(at + 4),
      offset: table.wide(at + 8),
      address: table.wide(at + 16),
      size: table.wide(at + 32)
    } : {
      type: table.word(at),
      offset: table.word(at + 4),
      address: table.word(at + 8),
      size: table.word(at + 16),
      flags: table.word(at + 24)
    };
  });
}
__name(segmentsOf, "segmentsOf");
function tagsOf(dynamic, is64) {
  const width = is64 ? 8 : 4;
  const tags = [];
  for (let at = 0; at + 2 * width <= dynamic.size; at += 2 * width) {
    const tag = dynamic.wide(at);
    if (tag === DT.null) break;
    tags.push([tag, dynamic.wide(at + width)]);
  }
  return tags;
}
__name(tagsOf, "tagsOf");
function offsetOf(address, segments) {
  const home = segments.find(
    (one) => one.type === PT.load && address >= one.address && address < one.address + one.size
  );
  return home && address - home.address + home.offset;
}
__name(offsetOf, "offsetOf");
function textAt(strings, at) {
  if (at >= strings.length) throw new Malformed("a name lies outside of the names");
  const end = strings.indexOf(0, at);
  return strings.toString("utf8", at, end === -1 ? strings.length : end);
}
__name(textAt, "textAt");
function chain(start, next) {
  const records = [];
  for (let at = start, step = -1; step !== 0; at += step) {
    records.push(at);
    if (records.length > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} versions`);
    step = next(at);
  }
  return records;
}
__name(chain, "chain");
function versionsNeededOf(view, strings) {
  const needed = /* @__PURE__ */ new Map();
  if (!view) return needed;
  for (const at of chain(0, (record) => view.word(record + 12))) {
    const file2 = textAt(strings, view.word(at + 4));
    const versions = needed.get(file2) ?? [];
    needed.set(file2, versions);
    if (view.half(at + 2) === 0) continue;
    for (const version of chain(at + view.word(at + 8), (record) => view.word(record + 12))) {
      versions.push(textAt(strings, view.word(version + 8)));
    }
  }
  return needed;
}
__name(versionsNeededOf, "versionsNeededOf");
function versionsDefinedOf(view, strings) {
  if (!view) return [];
  const versions = [];
  for (const at of chain(0, (record) => view.word(record + 16))) {
    if (view.half(at + 2) & 1) continue;
    versions.push(textAt(strings, view.word(at + view.word(at + 12))));
  }
  return versions;
}
__name(versionsDefinedOf, "versionsDefinedOf");

// src/package/libraries.ts
async function scanLibraries(layers, host) {
  const root = openRoot(layers, host);
  const folders = [];
  for (const folder of await searchFolders(root)) {
    const found = await root.find(folder);
    if (found?.kind === "folder" && folders.every(({ path: known }) => known !== folder)) {
      folders.push({ path: folder, real: found.path });
    }
  }
  const libraries = [];
  for (const real of new Set(folders.map((folder) => folder.real))) {
    for (const name of await root.list(real)) {
      if (!isLibraryName(name)) continue;
      const found = await root.find(`${real}/${name}`);
      if (found?.kind !== "file") continue;
      const file2 = found.file;
      const elf = await readElfFile(file2, host);
      if (elf) libraries.push(providedLibrary(`${real}/${name}`, elf));
    }
  }
  return { folders, libraries: libraries.sort((a, b) => a.path < b.path ? -1 : 1) };
}
__name(scanLibraries, "scanLibraries");
function isLibraryName(name) {
  return /^(lib|ld).*\.so(\.[^/]*)?$/.test(name);
}
__name(isLibraryName, "isLibraryName");
function providedLibrary(where, elf) {
  return {
    path: where,
    ...elf.soname === void 0 ? {} : { soname: elf.soname },
    elfClass: elf.elfClass,
    machine: elf.machine,
    versions: [...elf.versionsDefined].sort()
  };
}
__name(providedLibrary, "providedLibrary");
async function readElfFile(file2, host) {
  const sizeBytes = (await host.status(file2))?.sizeBytes ?? 0;
  const reading = await readElf({
    sizeBytes,
    read: /* @__PURE__ */ __name((offset, length) => host.readRange(file2, offset, length), "read")
  });
  return reading.kind === "elf" ? reading : void 0;
}
__name(readElfFile, "readElfFile");
var MOST_LINKS = 40;
function openRoot(layers, host) {
  const downwards = [...layers].reverse();
  const statusOf = /* @__PURE__ */ __name(async (where) => {
    for (const layer of downwards) {
      const file2 = joinPath(layer, `.${where}`);
      const status = await host.status(file2);
      if (status) return status.kind === "other" ? void 0 : { file: file2, kind: status.kind };
    }
    return void 0;
  }, "statusOf");
  const find = /* @__PURE__ */ __name(async (where, links) => {
    const top = downwards[0];
    if (!top) return void 0;
    let found = { path: "", kind: "folder", file: top };
    const parts = path4.normalize(where).split("/").filter(Boolean);
    for (const [index, part] of parts.entries()) {
      const next = found.kind === "folder" ? await statusOf(`${found.path}/${part}`) : void 0;
      if (!next) return void 0;
      if (next.kind === "link") {
        if (links === MOST_LINKS) return void 0;
        const target = path4.resolve(`/${found.path}`, await host.readLink(next.file));
        return find(path4.join(target, ...parts.slice(index + 1)), links + 1);
      }
      found = { path: `${found.path}/${part}`, kind: next.kind, file: next.file };
    }
    return found;
  }, "find");
  return {
    find: /* @__PURE__ */ __name((where) => find(where, 0), "find"),
    list: /* @__PURE__ */ __name(async (folder) => {
      const found = await find(folder, 0);
      const names = /* @__PURE__ */ new Set();
      for (const layer of found?.kind === "folder" ? layers : []) {
        for (const name of await host.list(joinPath(layer, `.${found?.path}`)) ?? []) names.add(name);
      }
      return [...names].sort();
    }, "list"),
    readText: /* @__PURE__ */ __name(async (where) => {
      const found = await find(where, 0);
      return found?.kind === "file" ? await host.readText(found.file) : void 0;
    }, "readText")
  };
}
__name(openRoot, "openRoot");
async function searchFolders(root) {
  for (const name of await root.list("/etc")) {
    if (!/^ld-musl-.*\.path$/.test(name)) continue;
    const text4 = await root.readText(`/etc/${name}`) ?? "";
    return text4.split(/[:\n]/).filter((folder) => folder.startsWith("/"));
  }
  const triplets = (await root.list("/usr/lib")).filter((name) => /^[a-z0-9_]+-linux-(gnu|musl)/.test(name));
  return [
    ...await configuredFolders(root, "/etc/ld.so.conf", 0),
    ...triplets.flatMap((triplet) => [`/lib/${triplet}`, `/usr/lib/${triplet}`]),
    ...["/lib64", "/usr/lib64", "/lib", "/usr/lib"],
    // musl's own default.
    ...(await root.list("/lib")).some((name) => name.startsWith("ld-musl-")) ? ["/usr/local/lib"] : []
  ];
}
__name(searchFolders, "searchFolders");
var MOST_INCLUDES = 8;
async function configuredFolders(root, file2, depth) {
  const folders = [];
  for (const line of (await root.readText(file2) ?? "").split("\n")) {
    const text4 = line.replace(/#.*/, "").trim();
    const [, included] = /^include\s+(\S+)$/.exec(text4) ?? [];
    if (included && depth < MOST_INCLUDES) {
      const pattern = path4.resolve(path4.dirname(file2), included);
      for (const name of await root.list(path4.dirname(pattern))) {
        if (!matchesGlob(path4.basename(pattern), name)) continue;
        folders.push(...await configuredFolders(root, `${path4.dirname(pattern)}/${name}`, depth + 1));
      }
    } else if (text4.startsWith("/")) {
      folders.push(path4.normalize(text4));
    }
  }
  return folders;
}
__name(configuredFolders, "configuredFolders");

// src/package/pack.ts
import posix2 from "node:path/posix";

// src/package/archive.ts
import { createHash as createHash7 } from "node:crypto";
import { pipeline as pipeline5 } from "node:stream/promises";
async function writeArchive({ members, sourceDateEpoch, compression, file: file2 }, host, signal) {
  const content = createHash7("sha256");
  const written = createHash7("sha256");
  let sizeBytes = 0;
  const write = /* @__PURE__ */ __name((chunks) => pipeline5(
    chunks,
    async function* (compressed) {
      for await (const chunk of compressed) {
        written.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    },
    host.writeStream(file2, "new"),
    { signal }
  ), "write");
  const entries = hashed(tarEntries(members, sourceDateEpoch), content);
  if (compression === "gz") {
    await write(gzipFile(entries));
  } else {
    const from = followed(entries, END_OF_ARCHIVE);
    const trouble3 = await runTool({ compression, way: "compress", from, into: write }, host, signal);
    if (trouble3) return { ok: false, error: [trouble3] };
  }
  const contentDigest = content.update(END_OF_ARCHIVE).digest("hex");
  return ok({ sha256: written.digest("hex"), sizeBytes, contentDigest });
}
__name(writeArchive, "writeArchive");
async function* gzipFile(entries) {
  yield* gzipMember(entries, PLAIN_HEADER);
  yield* gzipMember([END_OF_ARCHIVE], PLAIN_HEADER);
}
__name(gzipFile, "gzipFile");
function* tarEntries(members, sourceDateEpoch) {
  for (const { entry: entry2, content } of members) {
    yield headerOf(entry2, sourceDateEpoch);
    if (entry2.kind !== "file") continue;
    let left = entry2.sizeBytes;
    for (const chunk of content()) {
      left -= chunk.length;
      yield chunk;
    }
    if (left !== 0) throw new Error(`${entry2.path}: ${left} bytes are missing or too many`);
    yield paddingOf(entry2.sizeBytes);
  }
}
__name(tarEntries, "tarEntries");
async function* hashed(chunks, hash) {
  for (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
__name(hashed, "hashed");
async function* followed(chunks, last) {
  yield* chunks;
  yield last;
}
__name(followed, "followed");

// src/package/audit.ts
import path5 from "node:path/posix";
function auditPackage(request) {
  const { job, subpackage, contents } = request;
  const elves = [...contents].flatMap(([file2, { elf }]) => elf.kind === "elf" ? [{ file: file2, elf }] : []);
  const resolved = elves.flatMap(
    ({ file: file2, elf }) => elf.needed.map((needed) => ({ file: file2, elf, needed, place: resolve(needed, { file: file2, elf, request }) }))
  );
  const findings = [
    ...missing(request, resolved),
    ...undeclared(request, resolved),
    ...wrongVersions(request, resolved),
    ...elves.flatMap(({ file: file2, elf }) => wrongInterpreter(request, file2, elf)),
    ...elves.flatMap(({ file: file2, elf }) => wrongRunpath(request, file2, elf)),
    ...buildPaths(contents),
    ...executableStacks(elves)
  ].flatMap((finding) => diagnosticOf(finding, { job, subpackage }));
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    fullpkgname: subpackage.fullpkgname,
    verdict: severities.has("error") ? "failed" : severities.has("warning") ? "warnings" : "clean",
    links: resolved.map(({ file: file2, needed, place: place2 }) => ({ file: file2, needed, from: place2.from })),
    libraryPath: [...new Set(resolved.flatMap(({ place: place2 }) => place2.libraryPath))].sort(),
    findings
  };
}
__name(auditPackage, "auditPackage");
function resolve(needed, { file: file2, elf, request }) {
  const { own, others, base } = request;
  const fits = /* @__PURE__ */ __name((library) => library.elfClass === elf.elfClass && library.machine === elf.machine, "fits");
  const offered = /* @__PURE__ */ __name((absolute) => {
    for (const offer of [own, ...others]) {
      const below = pathBelow(offer.prefix, absolute);
      const library = offer.libraries.find((one) => one.path === below && fits(one));
      if (library) return { from: origin(offer, own, library), library, libraryPath: [] };
    }
    return inBase(absolute);
  }, "offered");
  const inBase = /* @__PURE__ */ __name((absolute) => {
    const folder = base.folders.find((one) => one.path === path5.dirname(absolute));
    const real = folder && `${folder.real}/${path5.basename(absolute)}`;
    const library = base.libraries.find((one) => one.path === real && fits(one));
    return library && { from: { kind: "base", path: absolute }, library, libraryPath: [] };
  }, "inBase");
  if (needed.includes("/")) return offered(path5.resolve(own.prefix, needed)) ?? MISSING;
  for (const folder of runFolders({ file: file2, elf, own })) {
    const place2 = offered(path5.join(folder, needed));
    if (place2) return place2;
  }
  for (const offer of [own, ...others]) {
    const library = offer.libraries.find((one) => path5.basename(one.path) === needed && fits(one));
    const folder = library && path5.join(offer.prefix, path5.dirname(library.path));
    if (library && folder) return { from: origin(offer, own, library), library, libraryPath: [folder] };
  }
  for (const folder of base.folders) {
    const place2 = inBase(`${folder.path}/${needed}`);
    if (place2) return place2;
  }
  return MISSING;
}
__name(resolve, "resolve");
var MISSING = { from: { kind: "missing" }, libraryPath: [] };
function origin(offer, own, library) {
  return offer === own ? { kind: "package", path: library.path } : { kind: "dependency", fullpkgname: offer.fullpkgname, path: library.path };
}
__name(origin, "origin");
function pathBelow(prefix, absolute) {
  return absolute.startsWith(`${prefix}/`) ? absolute.slice(prefix.length + 1) : void 0;
}
__name(pathBelow, "pathBelow");
function runFolders({ file: file2, elf, own }) {
  const text4 = elf.runpath ?? elf.rpath;
  if (text4 === void 0) return [];
  return text4.split(":").map((folder) => expanded(folder, path5.join(own.prefix, path5.dirname(file2))));
}
__name(runFolders, "runFolders");
function expanded(folder, origin2) {
  const text4 = folder.replace(/\$(ORIGIN|\{ORIGIN\})/g, () => origin2);
  return text4.startsWith("/") ? path5.normalize(text4).replace(/(.)\/$/, "$1") : text4;
}
__name(expanded, "expanded");
function missing({ job, own }, resolved) {
  const lost = resolved.filter(({ place: place2 }) => place2.from.kind === "missing");
  return [...grouped(lost, ({ needed }) => needed)].map(([needed, found]) => ({
    check: "missing-library",
    message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} \`${needed}\`, which is neither in the package, nor in one that it depends on, nor in the base \`${job.base.name}\``,
    help: `declare what brings \`${needed}\`: the base's package in \`depends: system\`, or a port in \`depends: lib\``
  }));
}
__name(missing, "missing");
function undeclared({ subpackage, own, others }, resolved) {
  const depends = [...subpackage.depends.lib, ...subpackage.depends.run];
  const strangers = others.filter((one) => !depends.some((dependency) => fulfils(one, dependency)));
  return strangers.flatMap((stranger) => {
    const found = resolved.filter(
      ({ place: { from } }) => from.kind === "dependency" && from.fullpkgname === stranger.fullpkgname
    );
    if (found.length === 0) return [];
    return [
      {
        check: "undeclared-library",
        message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} ${nameList([...new Set(found.map(({ needed }) => needed))])} of \`${stranger.fullpkgname}\`, on which the package does not depend`,
        help: `add \`${stranger.fullpkgpath}\` to \`depends: lib\` of the package`
      }
    ];
  });
}
__name(undeclared, "undeclared");
function wrongVersions({ own, job }, resolved) {
  return resolved.flatMap(({ file: file2, elf, needed, place: place2 }) => {
    const defined = place2.library?.versions ?? [];
    const lacking = (elf.versionsNeeded.get(needed) ?? []).filter((version) => !defined.includes(version));
    if (defined.length === 0 || lacking.length === 0) return [];
    const where = place2.from.kind === "base" ? `the base \`${job.base.name}\`` : "the package that has it";
    return [
      {
        check: "missing-version",
        message: `\`${shownName(file2)}\` of \`${own.fullpkgname}\` needs ${nameList(lacking)} of \`${needed}\`, which the one of ${where} does not define`,
        help: "build against the versions that will be there when it runs"
      }
    ];
  });
}
__name(wrongVersions, "wrongVersions");
function wrongInterpreter({ own, base, job }, file2, elf) {
  const { interpreter } = elf;
  if (interpreter === void 0) return [];
  const folder = base.folders.find((one) => one.path === path5.dirname(interpreter));
  const real = folder && `${folder.real}/${path5.basename(interpreter)}`;
  const below = pathBelow(own.prefix, interpreter);
  if (base.libraries.some((one) => one.path === real)) return [];
  if (own.libraries.some((one) => one.path === below)) return [];
  return [
    {
      check: "interpreter",
      message: `\`${shownName(file2)}\` of \`${own.fullpkgname}\` is started by \`${interpreter}\`, which is not in the base \`${job.base.name}\``,
      help: "link it with the build image's own compiler"
    }
  ];
}
__name(wrongInterpreter, "wrongInterpreter");
function wrongRunpath({ own, others }, file2, elf) {
  const prefixes = [own, ...others].map(({ prefix }) => prefix);
  const wrong2 = runFolders({ file: file2, elf, own }).filter(
    (folder) => !prefixes.some((prefix) => folder === prefix || folder.startsWith(`${prefix}/`))
  );
  return wrong2.map((folder) => ({
    check: "runpath",
    message: `\`${shownName(file2)}\` of \`${own.fullpkgname}\` searches libraries in \`${folder}\`, outside of \`${own.prefix}\``,
    help: "link with `-Wl,-rpath` of a folder below the prefix, or of one relative to `$ORIGIN`"
  }));
}
__name(wrongRunpath, "wrongRunpath");
function buildPaths(contents) {
  const files = [...contents].filter(([, { buildPath }]) => buildPath === "left").map(([file2]) => file2);
  if (files.length === 0) return [];
  return [
    {
      check: "build-path",
      message: `the path of the build is left in ${nameList(files)}`,
      help: "keep it out (`-ffile-prefix-map`), or replace it in `post-fake`"
    }
  ];
}
__name(buildPaths, "buildPaths");
function executableStacks(elves) {
  const files = elves.filter(({ elf }) => elf.stack === "executable").map(({ file: file2 }) => file2);
  if (files.length === 0) return [];
  return [
    {
      check: "execstack",
      message: `${nameList(files)} ${files.length > 1 ? "ask" : "asks"} for an executable stack`,
      help: "link with `-Wl,-z,noexecstack`, or mark assembler sources with `.note.GNU-stack`"
    }
  ];
}
__name(executableStacks, "executableStacks");
var LEVELS = {
  "missing-library": "error",
  "undeclared-library": "error",
  "missing-version": "error",
  interpreter: "error",
  runpath: "error",
  "build-path": "warning",
  execstack: "warning"
};
function diagnosticOf({ check, message, help }, { job, subpackage }) {
  const level = job.port.audit.get(check) ?? LEVELS[check];
  if (level === "off") return [];
  const code = `audit/${check}`;
  return [{ severity: level, code, blame: "recipe", message, span: subpackage.span, help }];
}
__name(diagnosticOf, "diagnosticOf");
function filesOf(found) {
  return [...new Set(found.map(({ file: file2 }) => file2))];
}
__name(filesOf, "filesOf");
function grouped(all, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of all) groups.set(keyOf(one), [...groups.get(keyOf(one)) ?? [], one]);
  return groups;
}
__name(grouped, "grouped");

// src/package/contents.ts
import { createHash as createHash8 } from "node:crypto";
async function readContents(entries, { installed, buildPath }, signal) {
  const contents = /* @__PURE__ */ new Map();
  const byIdentity = /* @__PURE__ */ new Map();
  for (const { path: path7, status } of entries) {
    if (status.kind !== "file") continue;
    signal.throwIfAborted();
    const known = byIdentity.get(status.identity);
    const facts = known ?? await readFacts(path7, { installed, mark: Buffer.from(`${buildPath}/`) });
    contents.set(path7, facts);
    byIdentity.set(status.identity, facts);
  }
  return contents;
}
__name(readContents, "readContents");
async function readFacts(path7, { installed, mark }) {
  const hash = createHash8("sha256");
  let sizeBytes = 0;
  let isLeft = false;
  let end = Buffer.alloc(0);
  for (const chunk of installed.read(path7)) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    isLeft ||= chunk.includes(mark) || Buffer.concat([end, chunk.subarray(0, mark.length)]).includes(mark);
    end = chunk.subarray(-mark.length);
  }
  const read = /* @__PURE__ */ __name(async (offset, length) => installed.readRange(path7, offset, length), "read");
  return {
    sha256: hash.digest("hex"),
    elf: await readElf({ sizeBytes, read }),
    buildPath: isLeft ? "left" : "absent"
  };
}
__name(readFacts, "readFacts");

// src/package/fake-root.ts
import path6 from "node:path/posix";
function readFakeRoot(job, fakeRoot, host) {
  const scanned = host.scan(fakeRoot);
  const prefix = Buffer.from(job.prefix.slice(1)).toString("latin1");
  const below = `${prefix}/`;
  const all = scanned?.entries ?? [];
  const entries = all.filter(({ path: where }) => where.startsWith(below)).map((entry2) => ({ ...entry2, path: entry2.path.slice(below.length) }));
  const outside = all.filter(
    ({ path: where, status }) => !where.startsWith(below) && !(status.kind === "folder" && below.startsWith(`${where}/`))
  );
  const troubles = [...outsideTroubles(job, outside), ...fileTroubles(job, entries)];
  if (entries.length === 0 && job.port.build.style.value !== "meta" && outside.length === 0) {
    troubles.push(nothingInstalled(job));
  }
  if (troubles.length > 0 || !scanned) return { ok: false, error: troubles };
  const real = host.scan(joinPath(fakeRoot, job.prefix.slice(1)));
  return ok({
    entries,
    read: /* @__PURE__ */ __name((where) => real?.read(where) ?? [], "read"),
    readRange: /* @__PURE__ */ __name((where, offset, length) => real?.readRange(where, offset, length) ?? Buffer.alloc(0), "readRange")
  });
}
__name(readFakeRoot, "readFakeRoot");
function outsideTroubles({ port, prefix }, outside) {
  const paths = new Set(outside.map((entry2) => entry2.path));
  const tops = outside.filter((entry2) => !paths.has(path6.dirname(entry2.path)));
  if (tops.length === 0) return [];
  return [
    {
      severity: "error",
      code: "package/outside-prefix",
      blame: "recipe",
      message: `the fake phase installed outside of the prefix \`${prefix}\`: ${nameList(tops.map((one) => `/${one.path}`))}`,
      span: port.build.style.span,
      help: "pass the prefix to the build (`$PREFIX`; `--sysconfdir`, `--localstatedir` and the like), or remove these files in `post-fake`"
    }
  ];
}
__name(outsideTroubles, "outsideTroubles");
function fileTroubles({ port, prefix }, entries) {
  const span = port.build.style.span;
  const refuse = /* @__PURE__ */ __name((code, what, help, refused) => refused.length === 0 ? [] : [
    {
      severity: "error",
      code,
      blame: "recipe",
      message: `${what}: ${nameList(refused.map(({ path: where }) => where))}`,
      span,
      help
    }
  ], "refuse");
  return [
    ...refuse(
      "package/setuid",
      "a package may not hold set-user-ID or set-group-ID files",
      "take the bits away in `post-fake`: `chmod ug-s FILE`",
      entries.filter(({ status }) => status.kind === "file" && (status.mode & 3072) !== 0)
    ),
    ...refuse(
      "package/special-file",
      "a package may hold files, folders and links only, no devices, pipes or sockets",
      "remove them in `post-fake`",
      entries.filter(({ status }) => status.kind === "other")
    ),
    ...refuse(
      "package/newline-in-name",
      "a name holds a line break, which the lists of a package can't carry",
      "rename it in `post-fake`",
      entries.filter(({ path: where, target }) => /\n/.test(where + target))
    ),
    ...leavingLinks(prefix, entries).map(
      (link) => ({
        severity: "error",
        code: "package/link-leaves-prefix",
        blame: "recipe",
        message: `\`${shownName(link.path)}\` is a link to \`${shownName(link.target)}\`, outside of the prefix \`${prefix}\``,
        span,
        help: "make it a relative link to a file of the package, or remove it in `post-fake`"
      })
    )
  ];
}
__name(fileTroubles, "fileTroubles");
function leavingLinks(prefix, entries) {
  const root = Buffer.from(prefix).toString("latin1");
  return entries.filter(({ status, path: where, target }) => {
    if (status.kind !== "link") return false;
    const end = path6.resolve(path6.dirname(`${root}/${where}`), target);
    return end !== root && !end.startsWith(`${root}/`);
  });
}
__name(leavingLinks, "leavingLinks");
function nothingInstalled({ port, prefix }) {
  return {
    severity: "error",
    code: "package/nothing-installed",
    blame: "recipe",
    message: `the fake phase installed nothing below \`${prefix}\``,
    span: port.build.style.span,
    help: "install into `$DESTDIR$PREFIX`"
  };
}
__name(nothingInstalled, "nothingInstalled");

// src/package/members.ts
function topFolder({ layout, prefix }) {
  const top = layout === "programs" ? prefix.slice(1) : prefix.slice(prefix.lastIndexOf("/") + 1);
  return Buffer.from(top).toString("latin1");
}
__name(topFolder, "topFolder");
function membersOf(draft, source) {
  const top = topFolder(draft.job);
  const folder = metadataFolder(draft.job, draft.subpackage);
  const metadata = [...metadataOf(draft)].map(
    ([name, content]) => ({
      entry: {
        kind: "file",
        path: `${top}/${folder}/${name}`,
        mode: 420,
        modified: source.sourceDateEpoch,
        sizeBytes: content.length
      },
      content: /* @__PURE__ */ __name(() => [content], "content")
    })
  );
  const installedFolders = new Set(draft.entries.map(({ path: path7 }) => path7));
  const parts = folder.split("/");
  const metadataFolders = parts.map((_, index) => parts.slice(0, index + 1).join("/")).filter((path7) => !installedFolders.has(path7));
  const folders = ["", ...metadataFolders].map(
    (path7) => ({
      entry: {
        kind: "folder",
        path: path7 === "" ? `${top}/` : `${top}/${path7}/`,
        mode: 493,
        modified: source.sourceDateEpoch
      },
      content: /* @__PURE__ */ __name(() => [], "content")
    })
  );
  return [...folders, ...metadata, ...payload(draft, top, source)].sort(
    (a, b) => byArchiveOrder(a.entry, b.entry)
  );
}
__name(membersOf, "membersOf");
function payload({ entries }, top, { installed, sourceDateEpoch }) {
  const firstOf = /* @__PURE__ */ new Map();
  return entries.map((entry2) => {
    const path7 = `${top}/${entry2.path}`;
    const archived = archiveEntry(entry2, {
      path: path7,
      first: firstOf.get(entry2.status.identity),
      sourceDateEpoch
    });
    if (archived.kind === "file") firstOf.set(entry2.status.identity, path7);
    return { entry: archived, content: /* @__PURE__ */ __name(() => installed.read(entry2.path), "content") };
  });
}
__name(payload, "payload");
function archiveEntry({ status, target }, { path: path7, first: first2, sourceDateEpoch }) {
  const modified = Math.max(0, Math.min(Math.floor(status.modifiedMs / 1e3), sourceDateEpoch));
  const mode = status.mode & 493 | 384;
  switch (status.kind) {
    case "folder":
      return { kind: "folder", path: `${path7}/`, mode: mode | 448, modified: sourceDateEpoch };
    case "link":
      return { kind: "link", path: path7, mode: 511, modified, target };
    case "file":
      return first2 === void 0 ? { kind: "file", path: path7, mode, modified, sizeBytes: status.sizeBytes } : { kind: "hard-link", path: path7, mode, modified, target: first2 };
    case "other":
      throw new Error(`${path7} is neither file, folder nor link`);
  }
}
__name(archiveEntry, "archiveEntry");

// src/package/packing-list.ts
function assignFiles(port, entries) {
  const claims = [...port.packages, ...port.dropped].flatMap(
    (owner) => owner.files.map((rule) => ({ owner, rule }))
  );
  const rest = port.packages.filter(({ files }) => files.length === 0);
  const owned = new Map(port.packages.map((one) => [one, /* @__PURE__ */ new Set()]));
  const used = /* @__PURE__ */ new Set();
  const unclaimed = [];
  const disputed = /* @__PURE__ */ new Map();
  for (const entry2 of leavesOf(entries)) {
    const matching2 = claims.filter(({ rule }) => claimsPath(rule.pattern, entry2));
    for (const { rule } of matching2) used.add(rule);
    const best = strongest(matching2);
    const [owner, other] = best.length > 0 ? ownersOf(best) : rest;
    if (!owner) unclaimed.push(entry2.path);
    else if (other) dispute(disputed, { path: entry2.path, claims: best, owners: [owner, other] });
    else for (const path7 of withFolders(entry2.path)) owned.get(owner)?.add(path7);
  }
  const idle = port.packages.flatMap(({ files }) => files.filter((rule) => !used.has(rule)));
  const troubles = [
    ...unclaimed.length > 0 ? [unclaimedTrouble(port, unclaimed)] : [],
    ...[...disputed.values()].map((one) => disputeTrouble(one)),
    ...idle.map(idleTrouble)
  ];
  if (troubles.length > 0) return { ok: false, error: troubles };
  return ok(
    port.packages.map((subpackage) => ({
      subpackage,
      entries: entries.filter(({ path: path7 }) => owned.get(subpackage)?.has(path7))
    }))
  );
}
__name(assignFiles, "assignFiles");
function leavesOf(entries) {
  const parents = new Set(entries.map(({ path: path7 }) => path7.slice(0, Math.max(0, path7.lastIndexOf("/")))));
  return entries.filter(({ path: path7, status }) => status.kind !== "folder" || !parents.has(path7));
}
__name(leavesOf, "leavesOf");
function withFolders(path7) {
  const parts = path7.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
__name(withFolders, "withFolders");
function claimsPath(written, { path: path7 }) {
  const pattern = written.replace(/\/+$/, "");
  const name = shownName(path7);
  if (isLiteral(pattern)) return name === pattern || name.startsWith(`${pattern}/`);
  return withFolders(name).some((one) => matchesGlob(pattern, one));
}
__name(claimsPath, "claimsPath");
function strongest(claims) {
  const literals = claims.filter(({ rule }) => isLiteral(rule.pattern));
  if (literals.length === 0) return claims;
  const longest = Math.max(...literals.map(({ rule }) => rule.pattern.length));
  return literals.filter(({ rule }) => rule.pattern.length === longest);
}
__name(strongest, "strongest");
function ownersOf(claims) {
  return [...new Set(claims.map(({ owner }) => owner))];
}
__name(ownersOf, "ownersOf");
function dispute(disputes, found) {
  const side = /* @__PURE__ */ __name((owner) => ({
    owner,
    rule: found.claims.find((claim) => claim.owner === owner)?.rule
  }), "side");
  const [one, other] = found.owners;
  const sides = [side(one), side(other)];
  const key = sides.map(({ owner, rule }) => `${owner.name}
${rule?.pattern ?? ""}`).join("\n");
  disputes.set(key, { paths: [...disputes.get(key)?.paths ?? [], found.path], sides });
}
__name(dispute, "dispute");
function disputeTrouble({ paths, sides: [one, other] }) {
  const named = /* @__PURE__ */ __name(({ owner, rule }) => rule ? `\`${rule.pattern}\` of \`${owner.name}\`` : `\`${owner.name}\`, which has no \`files\``, "named");
  return {
    severity: "error",
    code: "package/claimed-twice",
    blame: "recipe",
    message: `${named(one)} and ${named(other)} both claim ${nameList(paths)}`,
    span: one.rule?.span ?? one.owner.span,
    related: [{ message: "the other claim", span: other.rule?.span ?? other.owner.span }],
    help: "name the file itself in the package that should have it: a name beats a pattern"
  };
}
__name(disputeTrouble, "disputeTrouble");
function unclaimedTrouble({ packages, span }, paths) {
  return {
    severity: "error",
    code: "package/unclaimed",
    blame: "recipe",
    message: `no package claims ${nameList(paths)}`,
    span: packages[0]?.span ?? span,
    help: `add a pattern to \`files\` of ${packages.map(({ name }) => `\`${name}\``).join(" or ")}, or remove the files in \`post-fake\``
  };
}
__name(unclaimedTrouble, "unclaimedTrouble");
function idleTrouble({ pattern, span }) {
  return {
    severity: "error",
    code: "package/empty-rule",
    blame: "recipe",
    message: `\`${pattern}\` names nothing that the fake phase installed`,
    span,
    help: "mend the pattern (it starts below the prefix), or remove it"
  };
}
__name(idleTrouble, "idleTrouble");

// src/package/pack.ts
async function packJob(request, { host, report }, signal) {
  const { job, fakeRoot, buildPath, staging } = request;
  const installed = readFakeRoot(job, fakeRoot, host);
  if (!installed.ok) return installed;
  const lists = assignFiles(job.port, installed.value.entries);
  if (!lists.ok) return lists;
  const troubles = sharedPaths(job, lists.value);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const entries = lists.value.flatMap((list2) => list2.entries);
  const contents = await readContents(entries, { installed: installed.value, buildPath }, signal);
  const drafts = draftsOf(request, { lists: lists.value, contents });
  const findings = drafts.flatMap(({ audit }) => audit.findings);
  if (findings.some(({ severity }) => severity === "error")) return { ok: false, error: findings };
  await host.makeFolder(staging);
  const packages = [];
  for (const [index, draft] of drafts.entries()) {
    report({ kind: "progress", what: "packing", done: index, total: drafts.length, unit: "packages" });
    const staged = await writePackage(request, { draft, installed: installed.value, host }, signal);
    if (!staged.ok) return staged;
    packages.push(staged.value);
  }
  report({ kind: "progress", what: "packing", done: drafts.length, total: drafts.length, unit: "packages" });
  return ok({ packages, audits: drafts.map(({ audit }) => audit) });
}
__name(packJob, "packJob");
function sharedPaths(job, lists) {
  const folders = lists.map(({ subpackage }) => metadataFolder(job, subpackage));
  const twins = lists.filter((_, index) => folders.indexOf(folders[index] ?? "") !== index);
  const reserved = new Set(folders.flatMap((folder) => METADATA_NAMES.map((name) => `${folder}/${name}`)));
  const taken2 = lists.flatMap(
    ({ entries }) => entries.map(({ path: path7 }) => path7).filter((path7) => reserved.has(path7) || isHashFile(path7))
  );
  return [
    ...twins.map(
      ({ subpackage }) => ({
        severity: "error",
        code: "package/same-metadata",
        blame: "recipe",
        message: `\`${subpackage.fullpkgname}\` would keep its metadata in \`${metadataFolder(job, subpackage)}\`, as another package of the port does`,
        span: subpackage.span,
        help: "give each package a name of its own before the version"
      })
    ),
    ...taken2.length === 0 ? [] : [
      {
        severity: "error",
        code: "package/reserved-name",
        blame: "recipe",
        message: `the fake phase installed ${nameList(taken2)}, where the package's metadata lies`,
        span: job.port.build.style.span,
        help: "install it under another name"
      }
    ]
  ];
}
__name(sharedPaths, "sharedPaths");
function draftsOf({ job, libraries, dependencyPackages, systemPackages }, { lists, contents }) {
  const offers = lists.map(
    ({ subpackage: { fullpkgname, fullpkgpath }, entries }) => ({
      fullpkgname,
      fullpkgpath,
      prefix: job.prefix,
      libraries: librariesOf({ entries, contents, prefix: job.prefix })
    })
  );
  const strangers = dependencyPackages.map((row) => ({ ...row, libraries: row.libraries.provided }));
  return lists.flatMap(({ subpackage, entries }, index) => {
    const own = offers[index];
    if (!own) return [];
    const others = [...offers.filter((offer) => offer !== own), ...strangers];
    const paths = new Set(entries.map(({ path: path7 }) => path7));
    const facts = new Map([...contents].filter(([path7]) => paths.has(path7)));
    const audit = auditPackage({ job, subpackage, contents: facts, own, others, base: libraries });
    const wanted = [...subpackage.depends.lib, ...subpackage.depends.run];
    const depends = wanted.map((dependency) => {
      const row = bestFor(dependencyPackages, dependency);
      const { spec, pkgpath } = dependency;
      return { spec, pkgpath, ...row ? { contentDigest: row.contentDigest } : {} };
    });
    const dependencies2 = dependencyPackages.filter((row) => wanted.some((one) => fulfils(row, one)));
    const provided = own.libraries;
    return [
      { job, subpackage, entries, contents: facts, audit, provided, depends, dependencies: dependencies2, systemPackages }
    ];
  });
}
__name(draftsOf, "draftsOf");
function librariesOf({ entries, contents, prefix }) {
  const targets = new Map(entries.map(({ path: path7, target }) => [path7, target]));
  return entries.flatMap(({ path: path7, status }) => {
    if (status.kind === "folder" || !isLibraryName(posix2.basename(path7))) return [];
    let end = path7;
    for (let links = 0; links < 40 && targets.get(end); links += 1) {
      const target = posix2.resolve(prefix, posix2.dirname(end), targets.get(end) ?? "");
      end = posix2.relative(prefix, target);
    }
    const elf = contents.get(end)?.elf;
    return elf?.kind === "elf" ? [providedLibrary(path7, elf)] : [];
  });
}
__name(librariesOf, "librariesOf");
async function writePackage({ sourceDateEpoch, compression, staging, ...request }, { draft, installed, host }, signal) {
  const { job, subpackage, audit } = draft;
  const { port } = job;
  const name = archiveName({
    fullpkgname: subpackage.fullpkgname,
    layout: job.layout,
    base: job.base.name,
    arch: job.arch,
    compression
  });
  const archive = joinPath(staging, name);
  const members = membersOf(draft, { installed, sourceDateEpoch });
  const written = await writeArchive({ members, sourceDateEpoch, compression, file: archive }, host, signal);
  if (!written.ok) return written;
  const warnings = audit.findings.map(({ message }) => message);
  const row = {
    fullpkgname: subpackage.fullpkgname,
    name: port.name,
    ...releaseOf(subpackage.fullpkgname),
    subpackage: subpackage.name,
    fullpkgpath: subpackage.fullpkgpath,
    comment: subpackage.comment,
    flavors: port.flavors.chosen,
    base: job.base.name,
    baseDigest: job.base.digest,
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    file: name,
    ...written.value,
    installedBytes: payloadBytes(draft.entries),
    depends: draft.depends,
    systemPackages: draft.systemPackages,
    libraries: { provided: draft.provided, needed: neededLibraries(audit) },
    job: job.id,
    fingerprint: request.fingerprint,
    recipe: request.recipe,
    buildTimeMs: request.buildTimeMs,
    audit: { verdict: warnings.length > 0 ? "warnings" : "clean", warnings },
    test: "none"
  };
  return ok({ package: row, archive });
}
__name(writePackage, "writePackage");

// src/package/unpack.ts
async function unpackPackage({ archive, row, folder }, host, signal) {
  const found = await fileDigest(archive, host, signal);
  if (found !== row.sha256) return wrong(changed(archive, row, found));
  await host.makeFolder(folder);
  const command = {
    program: "tar",
    args: ["-x", "--no-same-owner", "--preserve-permissions", "-f", archive, "-C", folder],
    env: { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" }
  };
  const output = [];
  const exit = await host.run(command, (chunk) => void output.push(chunk), signal);
  if (exit.kind !== "exited" || exit.status !== 0) {
    return wrong(notUnpacked(archive, commandLine(command), Buffer.concat(output).toString()));
  }
  const top = row.layout === "programs" ? row.prefix.slice(1) : row.prefix.slice(row.prefix.lastIndexOf("/") + 1);
  const real = await host.realPath(folder) ?? folder;
  const tree = joinPath(real, top);
  if (await host.realPath(tree) !== tree || (await host.status(tree))?.kind !== "folder") {
    return wrong(notUnpacked(archive, commandLine(command), `it holds no folder \`${top}\``));
  }
  return ok({ folder: tree, prefix: row.prefix });
}
__name(unpackPackage, "unpackPackage");
function changed(archive, row, found) {
  return {
    severity: "error",
    code: "package/changed",
    blame: "request",
    message: found ? `\`${archive}\` is not what its index says: expected sha256 ${row.sha256}, found ${found}` : `\`${archive}\` stands in the index, but is not there`,
    help: `build \`${row.fullpkgname}\` again`
  };
}
__name(changed, "changed");
function notUnpacked(archive, command, said) {
  return {
    severity: "error",
    code: "package/not-unpacked",
    blame: "world",
    message: `\`${archive}\` could not be unpacked: ${said.trim().split("\n").at(-1) ?? "no reason given"}`,
    help: `try it by hand: \`${command}\``
  };
}
__name(notUnpacked, "notUnpacked");

export {
  fileDigest,
  readIndex,
  addToFolder,
  readFolder,
  writeKey,
  parseSigningKey,
  readSigningKey,
  readPublicKey,
  defaultKey,
  scanLibraries,
  packJob,
  signFiles,
  unpackPackage,
  verifyFiles
};
