import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  ARCHES,
  CIRCUMSTANCES,
  COMPRESSIONS,
  archiveName,
  bestFor,
  builtTree,
  compareVersions,
  counterpartOf,
  flavorExtension,
  fulfils,
  goesUnlisted,
  isLiteral,
  matchesGlob,
  parseVersion,
  releaseOf,
  stemOf
} from "./chunk-ZEHBRBCQ.js";
import {
  ok,
  placeOf,
  quoted,
  quotedList,
  unreachable,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  hostPath,
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/package/audit-links.ts
import path2 from "node:path/posix";

// src/package/linkage.ts
import path from "node:path/posix";
function resolveLinks(files2, surroundings) {
  const shelves = shelvesOf(surroundings);
  return files2.flatMap(
    ({ file: file2, elf }) => elf.needed.map((needed) => {
      const folders = runFolders({ file: file2, elf }, surroundings.own.prefix);
      const found2 = search(needed, { elf, folders, shelves, own: surroundings.own });
      const versions = elf.versionsNeeded.get(needed) ?? [];
      return {
        file: file2,
        elf,
        link: { file: file2, needed, versions, from: found2?.from ?? { kind: "missing" } },
        library: found2?.library,
        libraryPath: found2?.libraryPath
      };
    })
  );
}
function runFolders({ file: file2, elf }, prefix) {
  const text4 = elf.runpath ?? elf.rpath;
  if (text4 === void 0) return [];
  const origin = path.join(prefix, path.dirname(file2));
  return text4.split(":").map((folder) => {
    const expanded2 = folder.replace(/\$(ORIGIN|\{ORIGIN\})/g, () => origin);
    return expanded2.startsWith("/") ? path.normalize(expanded2).replace(/(.)\/$/, "$1") : expanded2;
  });
}
function pathBelow(prefix, absolute) {
  return absolute.startsWith(`${prefix}/`) ? absolute.slice(prefix.length + 1) : void 0;
}
function inBase(base, absolute) {
  const folder = base.folders.find((one) => one.path === path.dirname(absolute));
  return folder && `${folder.real}/${path.basename(absolute)}`;
}
function shelvesOf({ own, others, base }) {
  const places = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  const add = (map, key, found2) => {
    const all = map.get(key);
    if (all) all.push(found2);
    else map.set(key, [found2]);
  };
  for (const offer of [own, ...others]) {
    for (const library of offer.libraries) {
      const from = offer === own ? { kind: "package", path: library.path } : { kind: "dependency", fullpkgname: offer.fullpkgname, path: library.path };
      const absolute = path.join(offer.prefix, library.path);
      add(places, absolute, { from, library, libraryPath: void 0 });
      add(names, path.basename(absolute), { from, library, libraryPath: path.dirname(absolute) });
    }
  }
  const inBaseAt = /* @__PURE__ */ new Map();
  for (const { package: brought, ...library } of base.libraries) {
    const from = { kind: "base", path: library.path, ...brought ? { package: brought } : {} };
    add(inBaseAt, library.path, { from, library, libraryPath: void 0 });
  }
  const real = new Map(base.folders.map((folder) => [folder.path, folder.real]));
  const ofBase = (absolute) => {
    const folder = real.get(path.dirname(absolute));
    const found2 = inBaseAt.get(`${folder}/${path.basename(absolute)}`) ?? [];
    return found2.map((one) => ({ ...one, from: { ...one.from, path: absolute } }));
  };
  return {
    at: (absolute) => [...places.get(absolute) ?? [], ...ofBase(absolute)],
    offered: (name) => names.get(name) ?? [],
    baseFolders: base.folders.map((folder) => folder.path)
  };
}
function search(needed, { elf, folders, shelves, own }) {
  const fitting = (found2) => found2.find(({ library }) => library.elfClass === elf.elfClass && library.machine === elf.machine);
  if (needed.includes("/")) return fitting(shelves.at(path.resolve(own.prefix, needed)));
  const firstAt = (where) => {
    for (const folder of where) {
      const found2 = fitting(shelves.at(`${folder}/${needed}`));
      if (found2) return found2;
    }
    return void 0;
  };
  return firstAt(folders) ?? fitting(shelves.offered(needed)) ?? firstAt(shelves.baseFolders);
}

// src/package/shown.ts
import { isUtf8 } from "node:buffer";
function shownName(name) {
  const bytes2 = Buffer.from(name, "latin1");
  const text4 = isUtf8(bytes2) ? bytes2.toString("utf8") : name;
  return [...text4].map((char) => new RegExp("\\p{Cc}", "u").test(char) ? "?" : char).join("");
}
function nameList(names) {
  return quotedList(names.map(shownName));
}
function forOnce(missing, { supply }) {
  const name = supply?.(missing);
  return name === void 0 ? "" : `, or build with \`--need ${name}\``;
}

// src/package/audit-links.ts
function linkFindings(checked2, elves, resolved) {
  return [
    ...missingLibraries(checked2, resolved),
    ...undeclaredLibraries(checked2, resolved),
    ...missingVersions(checked2, resolved),
    ...missingInterpreters(checked2, elves),
    ...strangeFolders(checked2, elves)
  ];
}
function missingLibraries({ subject, own }, resolved) {
  const lost = resolved.filter(({ link }) => link.from.kind === "missing");
  return [...grouped(lost, ({ link }) => link.needed)].map(([needed, found2]) => ({
    check: "missing-library",
    message: `${nameList(filesOf(found2))} of \`${own.fullpkgname}\` ${found2.length > 1 ? "need" : "needs"} \`${needed}\`, which is neither in the package, nor in one that it depends on, nor in the base \`${subject.base}\``,
    help: `declare what brings \`${needed}\`: ${subject.words.system}${forOnce(needed.replace(/\.so.*/s, ""), subject)}`
  }));
}
function undeclaredLibraries({ subject, own, others }, resolved) {
  const depends = [...subject.depends.lib, ...subject.depends.run];
  const strangers = others.filter((one) => !depends.some((dependency) => fulfils(one, dependency)));
  return strangers.flatMap((stranger) => {
    const found2 = resolved.filter(
      ({ link: { from } }) => from.kind === "dependency" && from.fullpkgname === stranger.fullpkgname
    );
    if (found2.length === 0) return [];
    return [
      {
        check: "undeclared-library",
        message: `${nameList(filesOf(found2))} of \`${own.fullpkgname}\` ${found2.length > 1 ? "need" : "needs"} ${nameList(neededOf(found2))} of \`${stranger.fullpkgname}\`, on which the package does not depend`,
        help: `add \`${stranger.fullpkgpath}\` to ${subject.words.lib}`
      }
    ];
  });
}
function missingVersions({ subject, own }, resolved) {
  const lacking = resolved.flatMap((one) => {
    const defined = one.library?.versions ?? [];
    const versions = one.link.versions.filter((version) => !defined.includes(version));
    return defined.length === 0 || versions.length === 0 ? [] : [{ ...one, lacking: versions, defined }];
  });
  const keyOf = ({ link }) => JSON.stringify([link.needed, link.from]);
  return [...grouped(lacking, keyOf).values()].flatMap((found2) => {
    const [first2] = found2;
    if (!first2) return [];
    const { from, needed } = first2.link;
    const versions = [...new Set(found2.flatMap((one) => one.lacking))].sort(compareSymbolVersions);
    const where = from.kind === "base" ? `the base \`${subject.base}\`` : from.kind === "dependency" ? `\`${from.fullpkgname}\`` : "the package itself";
    const newest = versions.flatMap((version) => newestLike(version, first2.defined))[0];
    return [
      {
        check: "missing-version",
        message: `${nameList(filesOf(found2))} of \`${own.fullpkgname}\` ${found2.length > 1 ? "need" : "needs"} ${nameList(versions)} of \`${needed}\`, which the one of ${where} does not define${newest ? `; it goes up to \`${newest}\`` : ""}`,
        help: "build against the versions that will be there when it runs"
      }
    ];
  });
}
function newestLike(version, defined) {
  const stem = version.replace(/[0-9.]+$/, "");
  return defined.filter((one) => one.startsWith(stem) && /^[0-9.]+$/.test(one.slice(stem.length))).sort(compareSymbolVersions).slice(-1);
}
function compareSymbolVersions(a, b2) {
  const parts = (text4) => /^(.*?)([0-9][0-9.]*)?$/.exec(text4) ?? [];
  const [, stemA = "", numberA = ""] = parts(a);
  const [, stemB = "", numberB = ""] = parts(b2);
  if (stemA !== stemB) return stemA < stemB ? -1 : 1;
  return compareVersions(parseVersion(numberA), parseVersion(numberB));
}
function missingInterpreters({ subject, own, base }, elves) {
  const libraries = new Set(base.libraries.map((one) => one.path));
  const lost = elves.filter(({ elf: { interpreter } }) => {
    if (interpreter === void 0) return false;
    const below2 = pathBelow(own.prefix, interpreter);
    return !libraries.has(inBase(base, interpreter) ?? "") && !own.files.has(below2 ?? "");
  });
  return [...grouped(lost, ({ elf }) => elf.interpreter ?? "")].map(
    ([interpreter, found2]) => ({
      check: "interpreter",
      message: `${nameList(filesOf(found2))} of \`${own.fullpkgname}\` ${found2.length > 1 ? "are" : "is"} started by \`${interpreter}\`, which is not in the base \`${subject.base}\``,
      help: "link it with the build image's own compiler"
    })
  );
}
function strangeFolders(checked2, elves) {
  const { own, others } = checked2;
  const prefixes = [own, ...others].map(({ prefix }) => prefix);
  const isWithin = (folder) => prefixes.some((prefix) => folder === prefix || folder.startsWith(`${prefix}/`));
  const open = openFolders(checked2);
  const strange = elves.flatMap(
    ({ file: file2, elf }) => runFolders({ file: file2, elf }, own.prefix).filter((folder) => !isWithin(folder) || open.has(folder)).map((folder) => ({ file: file2, folder }))
  );
  return [...grouped(strange, ({ folder }) => folder)].map(([folder, found2]) => ({
    check: "runpath",
    message: `${nameList(filesOf(found2))} of \`${own.fullpkgname}\` ${found2.length > 1 ? "search" : "searches"} libraries in ${describedFolder(folder, { checked: checked2, open })}`,
    help: "link with `-Wl,-rpath` of a folder below the prefix, or of one relative to `$ORIGIN`"
  }));
}
function openFolders({ own, entries }) {
  return new Set(
    entries.filter(({ status }) => status.kind === "folder" && (status.mode & 2) !== 0).map((entry2) => path2.join(own.prefix, entry2.path))
  );
}
var WRITABLE = /^\/(tmp|var\/tmp|dev\/shm)(\/|$)/;
function describedFolder(folder, { checked: checked2, open }) {
  const { own, buildFolders } = checked2;
  if (folder === "") return "the folder in which it is started (an empty part of its RUNPATH)";
  if (!path2.isAbsolute(folder)) return `\`${folder}\`, relative to the folder in which it is started`;
  if (buildFolders.some((one) => folder === one || folder.startsWith(`${one}/`)))
    return `\`${folder}\`, where it was built`;
  if (WRITABLE.test(folder) || open.has(folder)) return `\`${folder}\`, to which anybody may write`;
  return `\`${folder}\`, outside of \`${own.prefix}\``;
}
function filesOf(found2) {
  return [...new Set(found2.map(({ file: file2 }) => file2))];
}
function neededOf(found2) {
  return [...new Set(found2.map(({ link }) => link.needed))];
}
function grouped(all, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

// src/package/elf.ts
var Malformed = class extends Error {
};
async function readElf({ sizeBytes, read: read2 }) {
  const inside = async (offset, length) => {
    if (offset > sizeBytes) throw new Malformed("an offset lies behind the end of the file");
    return await read2(offset, Math.min(length, sizeBytes - offset));
  };
  const start = await read2(0, 64);
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
function viewOf(bytes2, { is64, little }) {
  const view = new DataView(bytes2.buffer, bytes2.byteOffset, bytes2.length);
  return {
    size: bytes2.length,
    half: (at2) => view.getUint16(at2, little),
    word: (at2) => view.getUint32(at2, little),
    wide: (at2) => is64 ? Number(view.getBigUint64(at2, little)) : view.getUint32(at2, little)
  };
}
var PT = { load: 1, dynamic: 2, interpreter: 3, stack: 1685382481, relro: 1685382482 };
var ET = { 1: "object", 2: "executable", 3: "shared" };
var DT = {
  null: 0,
  needed: 1,
  strings: 5,
  stringsSize: 10,
  soname: 14,
  rpath: 15,
  textRelocations: 22,
  runpath: 29,
  flags: 30,
  versionsDefined: 1879048188,
  versionsNeeded: 1879048190
};
var DF_TEXTREL = 4;
var LIMITS = {
  path: 4096,
  dynamic: 1 << 20,
  strings: 1 << 27,
  text: 1 << 14,
  versions: 1 << 18,
  records: 4096
};
var UNLINKED = {
  linkage: "static",
  needed: [],
  soname: void 0,
  rpath: void 0,
  runpath: void 0,
  versionsNeeded: /* @__PURE__ */ new Map(),
  versionsDefined: [],
  textRelocations: "absent"
};
async function elfOf(start, read2) {
  const [classByte, orderByte] = [start[4], start[5]];
  if (classByte !== 1 && classByte !== 2) throw new Malformed(`class ${classByte}`);
  if (orderByte !== 1 && orderByte !== 2) throw new Malformed(`byte order ${orderByte}`);
  const shape2 = { is64: classByte === 2, little: orderByte === 1 };
  const view = (bytes2) => viewOf(bytes2, shape2);
  const segments = await segmentsOf(
    view(start),
    async (at2, length) => view(await read2(at2, length)),
    shape2.is64
  );
  const interpreter = segments.find(({ type, size }) => type === PT.interpreter && size > 0);
  const stack = segments.find(({ type }) => type === PT.stack);
  const common = {
    kind: "elf",
    elfClass: shape2.is64 ? 64 : 32,
    byteOrder: shape2.little ? "little" : "big",
    type: ET[view(start).half(16)] ?? "other",
    machine: view(start).half(18),
    interpreter: interpreter && textAt(await read2(interpreter.offset, Math.min(interpreter.size, LIMITS.path)), 0),
    stack: stack && stack.flags & 1 ? "executable" : "plain",
    relro: segments.some(({ type }) => type === PT.relro) ? "present" : "absent"
  };
  const dynamic = segments.find(({ type }) => type === PT.dynamic);
  if (!dynamic) return { ...common, ...UNLINKED };
  const tags = tagsOf(view(await read2(dynamic.offset, Math.min(dynamic.size, LIMITS.dynamic))), shape2.is64);
  const placeOf2 = (tag) => {
    const address = tags.find(([found2]) => found2 === tag)?.[1];
    return address === void 0 ? void 0 : offsetOf(address, segments);
  };
  const stringsAt = placeOf2(DT.strings);
  if (stringsAt === void 0) return { ...common, ...UNLINKED };
  const numberOf = (tag) => tags.find(([found2]) => found2 === tag)?.[1] ?? 0;
  const hasTextRelocations = tags.some(([tag]) => tag === DT.textRelocations) || (numberOf(DT.flags) & DF_TEXTREL) !== 0;
  const strings = await read2(stringsAt, Math.min(numberOf(DT.stringsSize), LIMITS.strings));
  const texts = (wanted) => textsOf(
    tags.filter(([tag]) => tag === wanted),
    strings
  );
  const versions = async (tag) => {
    const at2 = placeOf2(tag);
    return at2 === void 0 ? void 0 : view(await read2(at2, LIMITS.versions));
  };
  return {
    ...common,
    linkage: "dynamic",
    needed: texts(DT.needed),
    soname: texts(DT.soname)[0],
    rpath: texts(DT.rpath)[0],
    runpath: texts(DT.runpath)[0],
    versionsNeeded: versionsNeededOf(await versions(DT.versionsNeeded), strings),
    versionsDefined: versionsDefinedOf(await versions(DT.versionsDefined), strings),
    textRelocations: hasTextRelocations ? "present" : "absent"
  };
}
async function segmentsOf(header, viewAt, is64) {
  const count2 = header.half(is64 ? 56 : 44);
  const size = header.half(is64 ? 54 : 42);
  if (count2 === 0) return [];
  if (size !== (is64 ? 56 : 32)) throw new Malformed(`program headers of ${size} bytes`);
  const table = await viewAt(header.wide(is64 ? 32 : 28), count2 * size);
  return Array.from({ length: count2 }, (_2, index) => {
    const at2 = index * size;
    return is64 ? {
      type: table.word(at2),
      flags: table.word(at2 + 4),
      offset: table.wide(at2 + 8),
      address: table.wide(at2 + 16),
      size: table.wide(at2 + 32)
    } : {
      type: table.word(at2),
      offset: table.word(at2 + 4),
      address: table.word(at2 + 8),
      size: table.word(at2 + 16),
      flags: table.word(at2 + 24)
    };
  });
}
function tagsOf(dynamic, is64) {
  const width = is64 ? 8 : 4;
  const tags = [];
  for (let at2 = 0; at2 + 2 * width <= dynamic.size; at2 += 2 * width) {
    const tag = dynamic.wide(at2);
    if (tag === DT.null) break;
    tags.push([tag, dynamic.wide(at2 + width)]);
  }
  return tags;
}
function offsetOf(address, segments) {
  const home = segments.find(
    (one) => one.type === PT.load && address >= one.address && address < one.address + one.size
  );
  return home && address - home.address + home.offset;
}
function textsOf(tags, strings) {
  if (tags.length > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} names of a kind`);
  return tags.map(([, value]) => textAt(strings, value));
}
function textAt(strings, at2) {
  if (at2 >= strings.length) throw new Malformed("a name lies outside of the names");
  const near = strings.subarray(at2, at2 + LIMITS.text + 1);
  const end = near.indexOf(0);
  if (end === -1 && near.length > LIMITS.text)
    throw new Malformed(`a name of more than ${LIMITS.text} bytes`);
  return near.toString("utf8", 0, end === -1 ? near.length : end);
}
function chain(start, next) {
  const records = [];
  for (let at2 = start, step = -1; step !== 0; at2 += step) {
    records.push(at2);
    if (records.length > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} versions`);
    step = next(at2);
  }
  return records;
}
function versionsNeededOf(view, strings) {
  const needed = /* @__PURE__ */ new Map();
  let count2 = 0;
  if (!view) return needed;
  for (const at2 of chain(0, (record) => view.word(record + 12))) {
    const file2 = textAt(strings, view.word(at2 + 4));
    const versions = needed.get(file2) ?? [];
    needed.set(file2, versions);
    if (view.half(at2 + 2) === 0) continue;
    for (const version of chain(at2 + view.word(at2 + 8), (record) => view.word(record + 12))) {
      count2 += 1;
      if (count2 > LIMITS.records) throw new Malformed(`more than ${LIMITS.records} versions`);
      versions.push(textAt(strings, view.word(version + 8)));
    }
  }
  return needed;
}
function versionsDefinedOf(view, strings) {
  if (!view) return [];
  const versions = [];
  for (const at2 of chain(0, (record) => view.word(record + 16))) {
    if (view.half(at2 + 2) & 1) continue;
    versions.push(textAt(strings, view.word(at2 + view.word(at2 + 12))));
  }
  return versions;
}

// src/package/built-files.ts
async function readBuiltFiles(folder, host) {
  const scanned = host.scan(folder);
  if (!scanned) return void 0;
  const byPath = new Map(scanned.entries.map((entry2) => [entry2.path, entry2]));
  const manuals = new Set(scanned.entries.filter((entry2) => isInfo(entry2, scanned)).map(({ path: path13 }) => path13));
  const files2 = [];
  for (const entry2 of scanned.entries) {
    const path13 = Buffer.from(entry2.path, "latin1").toString("utf8");
    const nature = await natureOf(entry2, { scanned, byPath, manuals });
    files2.push({ path: path13, kind: entry2.status.kind, nature });
  }
  return files2;
}
async function natureOf(entry2, tree) {
  const { path: path13, status } = entry2;
  const whole = path13.replace(/-[0-9]+(\.[a-z0-9]+)?$/, (_2, packed) => packed ?? "");
  if (whole !== path13 && tree.manuals.has(whole)) return "info-part";
  if (tree.manuals.has(path13)) return "info";
  const file2 = status.kind === "link" ? targetOf(entry2, tree.byPath) : entry2;
  if (file2?.status.kind !== "file") return "other";
  if (file2.path.endsWith(".a")) return "archive";
  const { sizeBytes } = file2.status;
  const read2 = async (offset, length) => tree.scanned.readRange(file2.path, offset, length);
  const elf = await readElf({ sizeBytes, read: read2 });
  if (elf.kind !== "elf") return "other";
  const isRun = elf.interpreter !== void 0 && elf.soname === void 0;
  if (elf.type === "executable" || isRun) return "program";
  return elf.type === "shared" ? "shared-object" : "other";
}
function targetOf(entry2, byPath) {
  let at2 = entry2;
  for (let links = 0; links < 40 && at2?.status.kind === "link"; links += 1) {
    const parts = at2.path.split("/").slice(0, -1);
    for (const part of at2.target.split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    at2 = at2.target.startsWith("/") ? void 0 : byPath.get(parts.join("/"));
  }
  return at2;
}
function isInfo({ path: path13, status }, scanned) {
  if (status.kind !== "file") return false;
  if (/(^|\/)info\/[^/]+\.info\.(gz|xz|bz2|zst)$/.test(path13)) return true;
  if (!/\.info$|(^|\/)info\/[^/]+$/.test(path13)) return false;
  const start = scanned.readRange(path13, 0, 512).toString("latin1");
  return /^This is \S.*, produced by makeinfo/.test(start) && !path13.match(/-[0-9]+$/);
}

// src/package/hash-list.ts
import { createHash } from "node:crypto";
var FILE_HASHES = ["sha256", "sha1", "md5"];
var SPELLINGS = { sha256: "SHA-256", sha1: "SHA-1", md5: "MD5" };
function headerOf(kind) {
  return `GoboLinux FileHash, version 2.1, ${SPELLINGS[kind]}`;
}
var USUAL_HEADER = headerOf("sha256");
function formatHashList({ kind, files: files2 }) {
  const lines2 = [...files2].sort(([a], [b2]) => a < b2 ? -1 : 1).map(([path13, hex]) => `${hex} ${path13}`);
  return [headerOf(kind), ...lines2].map((line) => `${line}
`).join("");
}
function parseHashList(text4) {
  const [first2, ...lines2] = text4.trimEnd().split("\n");
  const kind = FILE_HASHES.find((one) => headerOf(one) === first2);
  if (!kind) return void 0;
  const digits = digestOf(kind, Buffer.alloc(0)).length;
  const files2 = new Map(lines2.map((line) => [line.slice(digits + 1), line.slice(0, digits)]));
  const isWhole = lines2.every(
    (line) => /^[0-9a-f]+ $/.test(line.slice(0, digits + 1)) && line.length > digits + 1
  );
  return isWhole && files2.size === lines2.length ? { kind, files: files2 } : void 0;
}
function digestOf(kind, content) {
  return createHash(kind).update(content).digest("hex");
}

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
  const [fed, read2, said, exit] = await Promise.allSettled([
    pipeline(Readable.from(from), running.stdin),
    drained(running.stdout, into, stop),
    textOf(running.stderr),
    running.exit
  ]);
  signal.throwIfAborted();
  if (read2.status === "rejected") throw read2.reason;
  if (exit.status === "rejected") throw exit.reason;
  if (exit.value.kind === "not-found") return toolMissing(tool, compression);
  if (exit.value.kind !== "exited" || exit.value.status !== 0) {
    return toolFailed(tool, said.status === "fulfilled" ? said.value : "");
  }
  if (fed.status === "rejected") throw fed.reason;
  return void 0;
}
async function drained(output, into, stop) {
  try {
    await into(output);
  } catch (error) {
    stop.abort();
    throw error;
  }
}
async function textOf(output) {
  let text4 = "";
  for await (const chunk of output) text4 = `${text4}${Buffer.from(chunk).toString()}`.slice(-1e3);
  return text4.trim();
}
function toolMissing({ program, package: name }, compression) {
  return {
    severity: "error",
    code: "package/no-compressor",
    blame: "world",
    message: `\`${program}\`, which \`.tar.${compression}\` needs, is not on the PATH`,
    help: `install it (\`apt-get install ${name}\`), or choose \`gz\`, which needs nothing`
  };
}
function toolFailed({ program }, said) {
  return {
    severity: "error",
    code: "package/compressor-failed",
    blame: "world",
    message: `\`${program}\` failed: ${said === "" ? "it gave no reason" : said}`
  };
}

// src/package/damaged.ts
var Damaged = class extends Error {
};

// src/package/gzip.ts
import { constants, deflateRaw } from "node:zlib";

// src/package/crc32.ts
var CRC32_START = 0;
function crc32(before, bytes2) {
  const view = new DataView(bytes2.buffer, bytes2.byteOffset, bytes2.length);
  const whole = bytes2.length - bytes2.length % 8;
  let crc = ~before;
  for (let at2 = 0; at2 < whole; at2 += 8) {
    const low = view.getInt32(at2, true) ^ crc;
    const high = view.getInt32(at2 + 4, true);
    crc = entry(7, low) ^ entry(6, low >>> 8) ^ entry(5, low >>> 16) ^ entry(4, low >>> 24) ^ entry(3, high) ^ entry(2, high >>> 8) ^ entry(1, high >>> 16) ^ entry(0, high >>> 24);
  }
  for (let at2 = whole; at2 < bytes2.length; at2 += 1) crc = crc >>> 8 ^ entry(0, crc ^ view.getUint8(at2));
  return ~crc >>> 0;
}
var TABLES = makeTables();
function entry(table, byte) {
  return TABLES[table * 256 + (byte & 255)] ?? 0;
}
function makeTables() {
  const tables = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
    tables[byte] = value;
  }
  for (let at2 = 256; at2 < tables.length; at2 += 1) {
    const shorter = tables[at2 - 256] ?? 0;
    tables[at2] = shorter >>> 8 ^ (tables[shorter & 255] ?? 0);
  }
  return tables;
}

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
async function first(waiting) {
  const head = waiting.shift();
  if (!head) throw new Error("nothing waits");
  return head;
}
async function* blocksOf(chunks) {
  let block = Buffer.allocUnsafe(DEFLATE_BLOCK_BYTES);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at2 = 0; at2 < chunk.length; ) {
      const taken2 = chunk.subarray(at2, at2 + DEFLATE_BLOCK_BYTES - filled);
      block.set(taken2, filled);
      at2 += taken2.length;
      filled += taken2.length;
      if (filled < DEFLATE_BLOCK_BYTES) break;
      yield block;
      block = Buffer.allocUnsafe(DEFLATE_BLOCK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}
function deflated(block, { dictionary, end }) {
  const finishFlush = end === "last" ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  const options = {
    level: LEVEL,
    finishFlush,
    chunkSize: DEFLATE_BLOCK_BYTES,
    ...dictionary.length > 0 ? { dictionary } : {}
  };
  return new Promise(
    (resolve, reject) => deflateRaw(block, options, (error, result) => error ? reject(error) : resolve(result))
  );
}

// src/package/profile.ts
function profileScript({ fullpkgname, programs, libraries }) {
  return [
    `# ${fullpkgname}: source this file in a POSIX shell.`,
    ...[...programs].reverse().map((folder) => prepend("PATH", folder)),
    ...[...libraries].reverse().map((folder) => prepend("LD_LIBRARY_PATH", folder)),
    ""
  ].join("\n");
}
function prepend(variable, folder) {
  const word2 = `'${folder.replaceAll("'", `'\\''`)}'`;
  return [
    `case ":\${${variable}-}:" in`,
    `  *:${word2}:*) ;;`,
    `  *) export ${variable}=${word2}"\${${variable}:+:\${${variable}}}" ;;`,
    "esac"
  ].join("\n");
}

// src/package/metadata.ts
var METADATA_NAMES = [
  "Architecture",
  "BuildInformation",
  "Dependencies",
  "Description",
  "FileHash",
  "Manifest.json",
  "MetaData",
  "PackingList",
  "profile.sh"
];
var SIGNATURE_NAME = "FileHash.sig";
function isHashFile(path13) {
  return /^Resources\/([^/]+\/)?FileHash(\.sig)?$/.test(path13);
}
function metadataFolder({ port }, subpackage) {
  const isAlone = port.packages.length + port.dropped.length === 1;
  return isAlone ? "Resources" : `Resources/${stemOf(subpackage.fullpkgname)}`;
}
function metadataOf(draft) {
  const files2 = /* @__PURE__ */ new Map([
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
  if (isForOldTools(draft)) files2.set("MetaData", Buffer.from(identity(draft.job.port)));
  return files2.set("FileHash", Buffer.from(fileHash(draft, files2), "latin1"));
}
function namedFlavors({ job: { port }, subpackage }) {
  const extension = flavorExtension(port.flavors);
  if (extension === "" || !subpackage.fullpkgname.endsWith(extension)) return [];
  return port.flavors.available.filter((flavor) => port.flavors.chosen.includes(flavor));
}
function pkgpathOf(draft) {
  const { fullpkgpath } = draft.subpackage;
  const { available } = draft.job.port.flavors;
  if (namedFlavors(draft).length > 0) return fullpkgpath;
  const [folder, ...choices] = fullpkgpath.split(",");
  return [folder, ...choices.filter((choice) => !available.includes(choice))].join(",");
}
function librariesOfDraft({ provided, audit }) {
  return { provided, needed: neededLibraries(audit), path: audit.libraryPath };
}
function auditOfDraft({ audit: { findings } }) {
  const warnings = findings.map(({ message }) => message);
  return { verdict: warnings.length > 0 ? "warnings" : "clean", warnings };
}
function neededLibraries({ links }) {
  return [...new Set(links.filter(({ from }) => from.kind !== "package").map(({ needed }) => needed))].sort();
}
function payloadBytes(entries) {
  const files2 = new Map(
    entries.filter(({ status }) => status.kind === "file").map(({ status }) => [status.identity, status.sizeBytes])
  );
  return [...files2.values()].reduce((total, size) => total + size, 0);
}
function manifestOf(draft) {
  const { job, subpackage } = draft;
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
    libraries: librariesOfDraft(draft),
    relocatable: draft.relocatable,
    audit: auditOfDraft(draft),
    installedBytes: payloadBytes(draft.entries)
  };
}
function buildInformation({ job, audit, dependencies: rows }) {
  const lines2 = [];
  let last = "";
  for (const { file: file2, needed, from } of audit.links) {
    if (file2 !== last) lines2.push(`# ${shownName(file2)}`);
    last = file2;
    lines2.push(`#   ${needed} => ${sourceOf(from, job)}`);
  }
  const unresolved = new Set(
    audit.links.filter(({ from }) => from.kind === "missing").map((one) => one.needed)
  );
  const linked = rows.filter(
    ({ fullpkgname }) => audit.links.some(({ from }) => from.kind === "dependency" && from.fullpkgname === fullpkgname)
  );
  lines2.push(...[...unresolved].sort().map((needed) => `# *Warning*: Unresolved library ${needed}`));
  lines2.push(...audit.findings.map(({ message }) => `# *Warning*: ${message}`));
  lines2.push(...[...new Set(linked.map(({ name, version }) => `${name} ${version}`))].sort());
  return text(lines2);
}
function sourceOf(from, { base }) {
  switch (from.kind) {
    case "package":
      return shownName(from.path);
    case "dependency":
      return `${from.fullpkgname} ${shownName(from.path)}`;
    case "base":
      return `${base.name} ${from.path}${from.package ? ` (${from.package})` : ""}`;
    case "missing":
      return "not found";
  }
}
function dependencies({ job, dependencies: rows, systemPackages }) {
  const names = rows.map(({ name, version }) => `${name} >= ${version}`);
  return text([
    ...systemPackages.map((name) => `# ${job.base.name}: ${name}`),
    ...[...new Set(names)].sort()
  ]);
}
function description({ job: { port }, subpackage }) {
  const long = (subpackage.description ?? subpackage.comment).trim();
  return text([
    `[Name] ${subpackage.fullpkgname}`,
    `[Summary] ${subpackage.comment}`,
    `[Description] ${long}`,
    ...port.license === void 0 ? [] : [`[License] ${port.license}`],
    ...port.homepage === void 0 ? [] : [`[Homepage] ${port.homepage}`],
    ...subpackage.message === void 0 ? [] : [`[Message] ${subpackage.message.trim()}`]
  ]);
}
function profile({ job, subpackage, entries, audit }) {
  const isFilled = (folder) => entries.some(({ path: path13 }) => path13.startsWith(`${folder}/`));
  return profileScript({
    fullpkgname: subpackage.fullpkgname,
    programs: ["bin", "sbin"].filter(isFilled).map((folder) => `${job.prefix}/${folder}`),
    libraries: audit.libraryPath
  });
}
function packingList(draft) {
  const { job, subpackage, entries, kinds, contents, audit } = draft;
  const own = METADATA_NAMES.filter((name) => name !== "MetaData" || isForOldTools(draft)).map(
    (name) => `${metadataFolder(job, subpackage)}/${name}`
  );
  const firstOf = /* @__PURE__ */ new Map();
  const lines2 = entries.flatMap(({ path: path13, status, target }) => {
    if (status.kind === "folder") return [`${path13}/`];
    const line = listed(path13, kinds.get(path13));
    if (status.kind === "link") return [line, `@symlink ${target}`];
    const first2 = firstOf.get(status.identity);
    if (first2 !== void 0) return [line, `@link ${first2}`];
    firstOf.set(status.identity, path13);
    return [line, `@sha ${base64(contents.get(path13)?.sha256 ?? "")}`, `@size ${status.sizeBytes}`];
  });
  return text([
    `@name ${subpackage.fullpkgname}`,
    `@pkgpath ${pkgpathOf(draft)}`,
    ...relationLines(subpackage),
    `@arch ${job.arch}`,
    ...draft.depends.map(({ spec, pkgpath }) => `@depend ${pkgpath}:${spec}`),
    ...neededLibraries(audit).map((library) => `@wantlib ${library}`),
    `@cwd ${job.prefix}`,
    ...own,
    ...lines2
  ]);
}
function listed(path13, kind = "file") {
  if (kind !== "file" && kind !== "dir") return `@${kind} ${path13}`;
  return path13.startsWith("@") ? `@file ${path13}` : path13;
}
function relationLines({ relations }) {
  if (!relations) return [];
  return [
    ...relations.excludes === "name" ? ["@option no-default-conflict"] : [],
    ...relations.formerPaths.map((path13) => `@pkgpath ${path13}`),
    ...relations.conflicts.map((spec) => `@conflict ${spec}`)
  ];
}
function isForOldTools({ fileHash: kind }) {
  return kind !== "sha256";
}
function identity({ name, version }) {
  return text([`Name: ${name}`, `Version: ${version}`, ""]);
}
function fileHash({ job, subpackage, entries, contents, fileHash: kind }, files2) {
  const folder = metadataFolder(job, subpackage);
  const listed3 = entries.flatMap(({ path: path13, status, target }) => {
    if (status.kind === "link") return [[path13, digestOf(kind, Buffer.from(target, "latin1"))]];
    const hash = contents.get(path13)?.listed;
    return hash === void 0 ? [] : [[path13, hash]];
  });
  const own = [...files2].map(([name, content]) => [`${folder}/${name}`, digestOf(kind, content)]);
  return formatHashList({ kind, files: new Map([...listed3, ...own]) });
}
function base64(hex) {
  return Buffer.from(hex, "hex").toString("base64");
}
function text(lines2) {
  return lines2.map((line) => `${line}
`).join("");
}

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
function publicKeyObject(point) {
  return createPublicKey({
    key: Buffer.concat([SPKI, Buffer.from(point, "hex")]),
    format: "der",
    type: "spki"
  });
}
function pointOf(secret) {
  return createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(SPKI.length).toString("hex");
}

// src/package/signify.ts
var COMMENT = "untrusted comment: ";
var ALGORITHM = Buffer.from("Ed");
var SIZES = { publicKey: 42, secretKey: 104, signature: 74 };
function file(comment, bytes2) {
  return `${COMMENT}${comment}
${Buffer.from(bytes2).toString("base64")}
`;
}
function parse(text4) {
  const [comment = "", line = ""] = text4.split("\n", 2);
  if (!comment.startsWith(COMMENT) || !/^[A-Za-z0-9+/]+=*\r?$/.test(line)) return void 0;
  return { bytes: Buffer.from(line, "base64"), rest: text4.slice(comment.length + line.length + 2) };
}
function formatPublicKey({ name, keyNumber, point }) {
  const bytes2 = Buffer.concat([ALGORITHM, Buffer.from(keyNumber, "hex"), Buffer.from(point, "hex")]);
  return file(`${name} public key`, bytes2);
}
function parsePublicKeyFile(text4, name) {
  const { bytes: bytes2 } = parse(text4) ?? {};
  if (bytes2?.length !== SIZES.publicKey || !bytes2.subarray(0, 2).equals(ALGORITHM)) return void 0;
  return { name, keyNumber: bytes2.toString("hex", 2, 10), point: bytes2.toString("hex", 10) };
}
function keyOfSeed(seed, name) {
  const secret = secretKeyObject(seed);
  const point = pointOf(secret);
  const keyNumber = createHash2("sha256").update(Buffer.from(point, "hex")).digest("hex").slice(0, 16);
  return { name, keyNumber, point, secret };
}
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
function parseSecretKeyFile(text4, name) {
  if (parsePublicKeyFile(text4, name)) return { kind: "public-key" };
  const { bytes: bytes2 } = parse(text4) ?? {};
  if (bytes2?.length !== SIZES.secretKey || bytes2.toString("latin1", 0, 4) !== "EdBK")
    return { kind: "unreadable" };
  if (bytes2.readUInt32BE(4) !== 0) return { kind: "encrypted" };
  const pair = bytes2.subarray(40);
  const secret = secretKeyObject(pair.subarray(0, 32));
  const point = pointOf(secret);
  if (!checksum(pair).equals(bytes2.subarray(24, 32)) || pair.toString("hex", 32) !== point)
    return { kind: "damaged" };
  return { kind: "key", key: { name, keyNumber: bytes2.toString("hex", 32, 40), point, secret } };
}
function checksum(pair) {
  return createHash2("sha512").update(pair).digest().subarray(0, 8);
}
function signEmbedded(message, key) {
  const bytes2 = [ALGORITHM, Buffer.from(key.keyNumber, "hex"), sign(null, Buffer.from(message), key.secret)];
  return `${file(`verify with ${key.name}.pub`, Buffer.concat(bytes2))}${message}`;
}
function parseEmbedded(text4) {
  const { bytes: bytes2, rest = "" } = parse(text4) ?? {};
  if (bytes2?.length !== SIZES.signature || !bytes2.subarray(0, 2).equals(ALGORITHM)) return void 0;
  const keyNumber = bytes2.toString("hex", 2, 10);
  return {
    message: rest,
    keyNumber,
    verify: (key) => {
      if (key.keyNumber !== keyNumber) return "other-key";
      const isGood = verify(null, Buffer.from(rest), publicKeyObject(key.point), bytes2.subarray(10));
      return isGood ? "good" : "bad";
    }
  };
}

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
async function blockHashes(body) {
  const hashes = [];
  for await (const piece of wholeBlocks(body)) hashes.push(...blocksOf2(piece).map(hashOf));
  return hashes;
}
async function* checkedBlocks(body, signature2) {
  const [head = "", list2 = ""] = signature2.message.split("\n\n");
  if (!head.split("\n").includes(`blocksize=${HASHED_BYTES}`) || !head.includes("algorithm=SHA512/256")) {
    throw new Damaged("the signature in its header is of a kind that is not known here");
  }
  const hashes = list2.trimEnd().split("\n");
  let index = 0;
  for await (const piece of wholeBlocks(body)) {
    for (const block of blocksOf2(piece)) {
      if (hashOf(block) !== hashes[index]) {
        const from = index * HASHED_BYTES;
        throw new Damaged(
          `the ${block.length} bytes from ${from} behind its header are not those that were signed`
        );
      }
      index += 1;
    }
    yield piece;
  }
  if (index !== hashes.length) throw new Damaged("it is shorter than what was signed");
}
function hashOf(block) {
  return createHash3("sha512-256").update(block).digest("hex");
}
function blocksOf2(piece) {
  const count2 = Math.ceil(piece.length / HASHED_BYTES);
  return Array.from(
    { length: count2 },
    (_2, index) => piece.subarray(index * HASHED_BYTES, (index + 1) * HASHED_BYTES)
  );
}
async function* wholeBlocks(chunks) {
  let pending = Buffer.alloc(0);
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([pending, chunk]);
    const end = pending.length - pending.length % HASHED_BYTES;
    if (end > 0) yield pending.subarray(0, end);
    pending = pending.subarray(end);
  }
  if (pending.length > 0) yield pending;
}

// src/package/tar.ts
var BLOCK_BYTES = 512;
var END_OF_ARCHIVE = Buffer.alloc(2 * BLOCK_BYTES);
var TYPES = { file: "0", "hard-link": "1", link: "2", folder: "5" };
var NAME_BYTES = 100;
var SIZE_LIMIT = 8589934591;
function headerOf2(entry2, sourceDateEpoch) {
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
function paddingOf(sizeBytes) {
  return Buffer.alloc((BLOCK_BYTES - sizeBytes % BLOCK_BYTES) % BLOCK_BYTES);
}
function byArchiveOrder(a, b2) {
  const [left, right] = [a.path.replaceAll("/", "\0"), b2.path.replaceAll("/", "\0")];
  return left < right ? -1 : left > right ? 1 : 0;
}
function paxRecords(long) {
  const records = [];
  if (long.target.length > NAME_BYTES) records.push(paxRecord("linkpath", long.target));
  if (long.path.length > NAME_BYTES || !/^[\0-\x7f]*$/.test(long.path)) {
    records.push(paxRecord("path", long.path));
  }
  if (long.sizeBytes > SIZE_LIMIT) records.push(paxRecord("size", String(long.sizeBytes)));
  return Buffer.concat(records);
}
function paxRecord(key, value) {
  const rest = key.length + value.length + 3;
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}
`, "latin1");
}
function paxName(path13) {
  const bare = path13.replace(/\/$/, "");
  const cut = bare.lastIndexOf("/");
  return cut === -1 ? `./PaxHeaders/${bare}` : `${bare.slice(0, cut)}/PaxHeaders/${bare.slice(cut + 1)}`;
}
function ustar({ path: path13, mode, modified, sizeBytes, target, type, owner }) {
  const block = Buffer.alloc(BLOCK_BYTES);
  const text4 = (value, at2, size) => block.write(value, at2, size, "latin1");
  const octal2 = (value, at2, size) => text4(value.toString(8).padStart(size - 1, "0"), at2, size);
  text4(path13, 0, NAME_BYTES);
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
function checked(header, entry2) {
  if (!headerOf2(entry2, octal(header, 136, 12)).equals(header)) {
    throw new Damaged(`the entry of \`${entry2.path}\` is not written as tarwright writes it`);
  }
  return { entry: entry2, header };
}
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
function paxRecords2(body) {
  const records = /* @__PURE__ */ new Map();
  for (let rest = body.toString("latin1"); rest !== ""; ) {
    const [head, length = "", key = ""] = /^(\d{1,5}) ([a-z]+)=/.exec(rest) ?? [];
    if (head === void 0 || Number(length) <= head.length) throw new Damaged("a pax header can't be read");
    const record = rest.slice(0, Number(length));
    records.set(key, record.slice(length.length + key.length + 2, -1));
    rest = rest.slice(record.length);
  }
  return records;
}
function text2(block, at2, size) {
  const field2 = block.toString("latin1", at2, at2 + size);
  const end = field2.indexOf("\0");
  return end === -1 ? field2 : field2.slice(0, end);
}
function octal(block, at2, size) {
  const digits = block.toString("latin1", at2, at2 + size - 1);
  if (!/^[0-7]+$/.test(digits))
    throw new Damaged("a header can't be read: this is not a package, or not a whole one");
  return Number.parseInt(digits, 8);
}
var ByteSource = class {
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
async function readArchive(file2, { host, sink, mostBytes = Number.POSITIVE_INFINITY, fileHash: fileHash2 = "sha256" }, signal) {
  const compression = compressionOf(file2);
  if (!compression) {
    return {
      kind: "damaged",
      why: `its name ends with none of ${COMPRESSIONS.map((one) => `\`.tar.${one}\``).join(", ")}`
    };
  }
  const collector = new Collector(sink, fileHash2);
  const into = (chunks) => readTar(within(mostBytes, chunks), collector);
  try {
    let signature2;
    if (compression === "gz") {
      const start = await readGzipStart(file2, host);
      signature2 = start.signature;
      await readGzip(file2, { start, into, host }, signal);
    } else {
      const from = host.readStream(file2);
      const trouble4 = await runTool({ compression, way: "expand", from, into }, host, signal);
      if (trouble4?.code === "package/no-compressor") return { kind: "no-tool", diagnostic: trouble4 };
      if (trouble4) return { kind: "damaged", why: trouble4.message };
    }
    const archive = { ...collector.result(), signature: signature2 };
    const kind = parseHashList(archive.fileHash.content.toString("latin1"))?.kind ?? "sha256";
    if (kind === fileHash2) return { kind: "read", archive };
    return await readArchive(file2, { host, mostBytes, fileHash: kind }, signal);
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    if (error instanceof Error && /^Z_/.test(String(error.code))) {
      return { kind: "damaged", why: `it can't be uncompressed: ${error.message}` };
    }
    throw error;
  }
}
async function* within(mostBytes, chunks) {
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > mostBytes) throw new Damaged(`it holds more than the ${mostBytes} bytes that it should`);
    yield chunk;
  }
}
async function readGzip(file2, { start, into, host }, signal) {
  let sizeBytes = 0;
  async function* whole() {
    const body = host.readStream(file2, { start: start.bodyAt });
    yield PLAIN_HEADER;
    for await (const chunk of start.signature ? checkedBlocks(body, start.signature) : body) {
      sizeBytes += chunk.length;
      yield chunk;
    }
  }
  const gunzip2 = createGunzip({ chunkSize: CHUNK_BYTES });
  try {
    await pipeline2(whole(), gunzip2, into, { signal });
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError" && !signal.aborted)
      throw new Damaged(BEHIND_END);
    throw error;
  }
  if (gunzip2.bytesWritten !== PLAIN_HEADER.length + sizeBytes) throw new Damaged(BEHIND_END);
}
var CHUNK_BYTES = 256 * 1024;
var BEHIND_END = "something stands behind its end";
function compressionOf(file2) {
  return COMPRESSIONS.find((one) => file2.endsWith(`.tar.${one}`));
}
var MOST_KEPT_BYTES = 64 * 1024 * 1024;
var MOST_MEMBERS = MOST_KEPT_BYTES / 64;
var Collector = class {
  #sink;
  #kind;
  #content = createHash4("sha256");
  #members = [];
  #open;
  #top;
  #fileHash;
  #signature;
  constructor(sink, fileHash2) {
    this.#sink = sink;
    this.#kind = fileHash2;
  }
  entry = (entry2, header) => {
    this.#close();
    this.#top ??= entry2.path;
    if (this.#signature) throw new Damaged(`\`${entry2.path}\` stands behind the signature of the contents`);
    if (!isSafe(entry2)) throw new Damaged(`\`${entry2.path}\` leads out of the package`);
    const isKept = entry2.kind === "file" && isHashFile(entry2.path.slice(this.#top.length));
    if (isKept && entry2.sizeBytes > MOST_KEPT_BYTES) throw new Damaged(`\`${entry2.path}\` is too large`);
    const other2 = this.#kind === "sha256" ? void 0 : createHash4(this.#kind);
    this.#open = { entry: entry2, hash: createHash4("sha256"), other: other2, kept: isKept ? [] : void 0 };
    if (!this.#isSignature()) this.#content.update(header);
    this.#sink?.entry(entry2);
  };
  content = (chunk, kind) => {
    if (!this.#open) throw new Error("content before any entry");
    const { hash, other: other2, kept } = this.#open;
    if (!this.#isSignature()) this.#content.update(chunk);
    if (kind === "padding") return;
    hash.update(chunk);
    other2?.update(chunk);
    kept?.push(Buffer.from(chunk));
    this.#sink?.content(chunk);
  };
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
    const { entry: entry2, hash, other: other2, kept } = this.#open;
    const isSignature = this.#isSignature();
    this.#open = void 0;
    const whole = kept && { entry: entry2, content: Buffer.concat(kept) };
    if (isSignature) {
      this.#signature = whole;
      return;
    }
    if (whole && this.#fileHash) throw new Damaged("it has more than one `FileHash`");
    if (whole) this.#fileHash = whole;
    if (entry2.kind === "link") {
      hash.update(Buffer.from(entry2.target, "latin1"));
      other2?.update(Buffer.from(entry2.target, "latin1"));
    }
    if (this.#members.length >= MOST_MEMBERS) throw new Damaged(`it has more than ${MOST_MEMBERS} members`);
    const sha256 = entry2.kind === "folder" ? "" : hash.digest("hex");
    this.#members.push({ entry: entry2, sha256, listed: sha256 && (other2?.digest("hex") ?? sha256) });
  }
};
function isSafe(entry2) {
  const paths = entry2.kind === "hard-link" ? [entry2.path, entry2.target] : [entry2.path];
  return paths.every((path13) => !path13.startsWith("/") && !path13.split("/").includes(".."));
}

// src/package/difference.ts
import posix from "node:path/posix";
function differences(one, other2) {
  return differingFiles(one, other2).map(({ path: path13, how }) => `\`${shownName(path13)}\`: ${how}`);
}
function differingFiles(one, other2) {
  const folder = posix.dirname(one.archive.fileHash.entry.path);
  const all = differingPaths(one, other2);
  const files2 = all.filter(({ path: path13 }) => !path13.startsWith(`${folder}/`));
  return files2.length > 0 ? files2 : all;
}
function differingPaths(one, other2) {
  const left = new Map(one.archive.members.map((member) => [member.entry.path, member]));
  const right = new Map(other2.archive.members.map((member) => [member.entry.path, member]));
  const paths = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort();
  return paths.flatMap((path13) => {
    const [a, b2] = [left.get(path13), right.get(path13)];
    if (!a) return [{ path: path13, how: `only in that of ${other2.name}` }];
    if (!b2) return [{ path: path13, how: `only in that of ${one.name}` }];
    const parts = differingParts(a, b2);
    return parts.length === 0 ? [] : [{ path: path13, how: parts.join(", ") }];
  });
}
function differingParts(a, b2) {
  if (a.entry.kind !== b2.entry.kind) return [`${a.entry.kind} and ${b2.entry.kind}`];
  const octal2 = (mode) => mode.toString(8).padStart(4, "0");
  const targets = [a, b2].map(({ entry: entry2 }) => "target" in entry2 ? shownName(entry2.target) : "");
  return [
    ...a.sha256 !== b2.sha256 && a.entry.kind === "file" ? ["content"] : [],
    ...targets[0] !== targets[1] ? [`target \`${targets[0]}\` and \`${targets[1]}\``] : [],
    ...a.entry.mode !== b2.entry.mode ? [`mode ${octal2(a.entry.mode)} and ${octal2(b2.entry.mode)}`] : [],
    ...a.entry.modified !== b2.entry.modified ? ["time"] : []
  ];
}

// src/package/file-difference.ts
import { gunzipSync } from "node:zlib";

// src/package/elf-sections.ts
var MOST_SECTIONS = 2e4;
var NO_BITS = 8;
function elfSections(file2) {
  if (file2.length < 64 || file2.readUInt32BE(0) !== 2135247942) return void 0;
  try {
    return sectionsOf(file2);
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function sectionsOf(file2) {
  const is64 = file2[4] === 2;
  const little = file2[5] === 1;
  const view = new DataView(file2.buffer, file2.byteOffset, file2.length);
  const half = (at2) => view.getUint16(at2, little);
  const word2 = (at2) => view.getUint32(at2, little);
  const wide = (at2) => is64 ? Number(view.getBigUint64(at2, little)) : word2(at2);
  const table = wide(is64 ? 40 : 32);
  const [size, count2, names] = is64 ? [half(58), half(60), half(62)] : [half(46), half(48), half(50)];
  if (table === 0 || count2 === 0 || count2 > MOST_SECTIONS || size < (is64 ? 64 : 40)) return void 0;
  const rows = Array.from({ length: count2 }, (_2, index) => {
    const at2 = table + index * size;
    const [offset, length] = is64 ? [wide(at2 + 24), wide(at2 + 32)] : [word2(at2 + 16), word2(at2 + 20)];
    const isThere = word2(at2 + 4) !== NO_BITS;
    return { name: word2(at2), content: isThere ? file2.subarray(offset, offset + length) : Buffer.alloc(0) };
  });
  const strings = rows[names]?.content ?? Buffer.alloc(0);
  return rows.slice(1).map(({ name, content }) => {
    const end = strings.indexOf(0, name);
    return { name: strings.toString("latin1", name, end < 0 ? name : end), content };
  });
}

// src/package/file-difference.ts
function contentDifferences([one, other2], hosts, depth = 0) {
  if (one.equals(other2)) return [];
  const readers = depth < DEEPEST ? [ofElf, ofArchive, ofGzip, ofZip, ofBytecode] : [];
  for (const reader of readers) {
    const found2 = reader([one, other2], (pair) => contentDifferences(pair, hosts, depth + 1));
    if (found2 && found2.length > 0) return found2.slice(0, MOST);
  }
  return [plainDifference([one, other2], hosts)];
}
var DEEPEST = 4;
var MOST = 20;
function within2(where, differences2) {
  return differences2.map((one) => ({ ...one, where: [where, ...one.where] }));
}
var ofElf = ([one, other2], inside) => {
  const [left, right] = [elfSections(one), elfSections(other2)];
  if (!left || !right) return void 0;
  const found2 = byName(left, right).flatMap(([name, a, b2]) => {
    const where = `section ${shownName(name)}`;
    if (!a || !b2) return [{ where: [where], what: "only in one of the two", cause: "unknown" }];
    return a.equals(b2) ? [] : within2(where, inside([a, b2]));
  });
  const causes = found2.filter(({ where }) => where[0] !== "section .note.gnu.build-id");
  return causes.length > 0 ? causes : found2;
};
function byName(left, right) {
  const others = new Map(right.map(({ name, content }) => [name, content]));
  const names = new Set(left.map(({ name }) => name));
  return [
    ...left.map(({ name, content }) => [name, content, others.get(name)]),
    ...right.filter(({ name }) => !names.has(name)).map(({ name, content }) => [name, void 0, content])
  ];
}
var ofArchive = ([one, other2], inside) => {
  const [left, right] = [arMembers(one), arMembers(other2)];
  return left && right ? memberDifferences([left, right], inside) : void 0;
};
function memberDifferences([left, right], inside) {
  const names = [left, right].map((members) => members.map(({ name }) => name));
  const [a = [], b2 = []] = names;
  if (a.join("\n") !== b2.join("\n")) {
    const isOrder = [...a].sort().join("\n") === [...b2].sort().join("\n");
    const what = isOrder ? "its members stand in another order" : "its members are not the same";
    return [{ where: [], what, cause: isOrder ? "order" : "unknown" }];
  }
  return left.flatMap((member, at2) => {
    const twin = right[at2];
    if (!twin) return [];
    const where = `member ${shownName(member.name)}`;
    const times = member.time === twin.time ? [] : [{ where: [where], what: `its time is ${member.time} and ${twin.time}`, cause: "time" }];
    return [...times, ...within2(where, inside([member.content, twin.content]))];
  });
}
function arMembers(file2) {
  if (file2.toString("latin1", 0, 8) !== "!<arch>\n") return void 0;
  const members = [];
  for (let at2 = 8; at2 + 60 <= file2.length; ) {
    const header = file2.toString("latin1", at2, at2 + 60);
    const size = Number.parseInt(header.slice(48, 58), 10);
    if (!Number.isSafeInteger(size) || size < 0) return void 0;
    const content = file2.subarray(at2 + 60, at2 + 60 + size);
    members.push({ name: header.slice(0, 16).trim(), time: header.slice(16, 28).trim(), content });
    at2 += 60 + size + size % 2;
  }
  return members;
}
var ofGzip = ([one, other2], inside) => {
  if (![one, other2].every((file2) => file2.length > 18 && file2.readUInt16BE(0) === 8075)) return void 0;
  const times = [one.readUInt32LE(4), other2.readUInt32LE(4)];
  if (times[0] !== times[1]) {
    return [{ where: ["gzip header"], what: `its time is ${times[0]} and ${times[1]}`, cause: "time" }];
  }
  const [a, b2] = [expanded(one), expanded(other2)];
  return a && b2 ? within2("inside", inside([a, b2])) : void 0;
};
var MOST_EXPANDED = 256 * 1024 * 1024;
function expanded(file2) {
  try {
    return gunzipSync(file2, { maxOutputLength: MOST_EXPANDED });
  } catch (error) {
    if (error instanceof Error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code))) {
      return void 0;
    }
    throw error;
  }
}
var ofZip = ([one, other2]) => {
  const [left, right] = [zipEntries(one), zipEntries(other2)];
  if (!left || !right) return void 0;
  const contents = (members) => new Map(members.map(({ name, content }) => [name, content]));
  const found2 = memberDifferences([left, right], () => []);
  const twins = contents(right);
  const changed2 = left.filter(({ name, content }) => twins.get(name)?.equals(content) === false);
  return [
    ...found2,
    ...changed2.map(
      ({ name }) => ({
        where: [`member ${shownName(name)}`],
        what: "its content",
        cause: "unknown"
      })
    )
  ];
};
function zipEntries(file2) {
  const end = file2.lastIndexOf("PK", file2.length, "latin1");
  if (file2.length < 4 || file2.readUInt32LE(0) !== 67324752 || end < 0 || end + 22 > file2.length)
    return void 0;
  const members = [];
  for (let at2 = file2.readUInt32LE(end + 16); at2 + 46 <= end && file2.readUInt32LE(at2) === 33639248; ) {
    const [name, extra, comment] = [
      file2.readUInt16LE(at2 + 28),
      file2.readUInt16LE(at2 + 30),
      file2.readUInt16LE(at2 + 32)
    ];
    members.push({
      name: file2.toString("latin1", at2 + 46, at2 + 46 + name),
      time: file2.readUInt32LE(at2 + 12).toString(16),
      content: file2.subarray(at2 + 16, at2 + 20)
    });
    at2 += 46 + name + extra + comment;
  }
  return members;
}
var ofBytecode = ([one, other2]) => {
  const isBytecode = [one, other2].every(
    (file2) => file2.length > 16 && file2.toString("latin1", 2, 4) === "\r\n"
  );
  if (!isBytecode || one.readUInt32LE(4) !== 0 || one.readUInt32LE(8) === other2.readUInt32LE(8))
    return void 0;
  const what = `the time of its source is ${one.readUInt32LE(8)} and ${other2.readUInt32LE(8)}`;
  return [{ where: ["bytecode header"], what, cause: "time" }];
};
function plainDifference([one, other2], hosts) {
  const isText = ![one, other2].some((file2) => file2.subarray(0, 8192).includes(0));
  if (isText) {
    const [left, right] = [lines(one), lines(other2)];
    if (left.length === right.length && sameInOtherOrder(left, right)) {
      return { where: [], what: "the same lines in another order", cause: "order" };
    }
    const first2 = left.findIndex((line, index) => line !== right[index]);
    const at3 = first2 < 0 ? left.length : first2;
    const [a2, b3] = [left[at3] ?? "", right[at3] ?? ""];
    return { where: [`line ${at3 + 1}`], what: `${shown(a2)} and ${shown(b3)}`, cause: causeOf([a2, b3], hosts) };
  }
  const at2 = firstDifference(one, other2);
  const [a, b2] = [printableAt(one, at2), printableAt(other2, at2)];
  const place2 = `byte ${at2}${one.length === other2.length ? "" : `, of ${one.length} and ${other2.length}`}`;
  if (a === "" && b2 === "") {
    const isOrder = one.length === other2.length && one.length <= MOST_SORTED && sameBytes(one, other2);
    const hex = (file2) => file2.toString("hex", at2, at2 + 8);
    const what = isOrder ? "the same bytes in another order" : `${hex(one)} and ${hex(other2)}`;
    return { where: [place2], what, cause: isOrder ? "order" : "unknown" };
  }
  return { where: [place2], what: `${shown(a)} and ${shown(b2)}`, cause: causeOf([a, b2], hosts) };
}
var MOST_SORTED = 64 * 1024 * 1024;
function sameBytes(one, other2) {
  const counts = new Int32Array(256);
  for (const byte of one) counts[byte] = (counts[byte] ?? 0) + 1;
  for (const byte of other2) counts[byte] = (counts[byte] ?? 0) - 1;
  return counts.every((count2) => count2 === 0);
}
function lines(file2) {
  return file2.toString("latin1").split("\n");
}
function sameInOtherOrder(left, right) {
  const [a, b2] = [[...left].sort(), [...right].sort()];
  return a.every((line, at2) => line === b2[at2]);
}
function firstDifference(one, other2) {
  const end = Math.min(one.length, other2.length);
  for (let at2 = 0; at2 < end; at2 += 1) if (one[at2] !== other2[at2]) return at2;
  return end;
}
var REACH = 80;
function printableAt(file2, at2) {
  const isPrintable = (byte) => byte !== void 0 && byte >= 32 && byte < 127;
  if (!isPrintable(file2[at2])) return "";
  let [start, end] = [at2, at2];
  while (start > 0 && at2 - start < REACH && isPrintable(file2[start - 1])) start -= 1;
  while (end < file2.length && end - at2 < REACH && isPrintable(file2[end])) end += 1;
  return file2.toString("latin1", start, end);
}
var LONGEST = 120;
function shown(text4) {
  const cut = text4.length > LONGEST ? `${text4.slice(0, LONGEST)}…` : text4;
  return `\`${shownName(cut)}\``;
}
var TIMES = [
  /\b(?:19|20)\d\d[-/.]\d\d[-/.]\d\d\b/,
  /\b\d\d?:\d\d(?::\d\d)?\b/,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/,
  /\b(?:19|20)\d\d(?:[01]\d[0-3]\d)?\b/,
  /\b1[5-9]\d{8}\b/
];
function causeOf([a, b2], [here, there]) {
  if (a.includes(here) && b2.includes(there)) return "host-name";
  const isTime = TIMES.some((time) => {
    const [left2, right2] = [time.exec(a)?.[0], time.exec(b2)?.[0]];
    return left2 !== void 0 && right2 !== void 0 && left2 !== right2;
  });
  if (isTime) return "time";
  const [left, right] = [[...a].sort().join(""), [...b2].sort().join("")];
  return left === right ? "order" : "unknown";
}

// src/package/sign-archive.ts
import { pipeline as pipeline3 } from "node:stream/promises";

// src/package/file-hash.ts
function wrongHashes({ members, fileHash: fileHash2 }, archive) {
  const list2 = parseHashList(fileHash2.content.toString("latin1"));
  if (!list2) return [trouble(archive, `its \`FileHash\` is not a list of the form \`${USUAL_HEADER}\``)];
  const listed3 = list2.files;
  const top = members[0]?.entry.path ?? "";
  const found2 = new Map(
    members.filter(({ entry: entry2 }) => entry2.kind !== "folder" && entry2.path !== fileHash2.entry.path).map((member) => [member.entry.path.slice(top.length), member])
  );
  const firstNames = new Map(members.map((member) => [member.entry.path, member.listed]));
  const hashOf4 = (path13) => {
    const member = found2.get(path13);
    return member?.entry.kind === "hard-link" ? firstNames.get(member.entry.target) : member?.listed;
  };
  const unlisted2 = [...found2.keys()].filter((path13) => !listed3.has(path13));
  const absent = [...listed3.keys()].filter((path13) => !found2.has(path13));
  const changed2 = [...listed3].filter(([path13, hash]) => found2.has(path13) && hashOf4(path13) !== hash).map(([path13]) => path13);
  return [
    ...changed2.length > 0 ? [trouble(archive, `its \`FileHash\` tells of another content of ${nameList(changed2)}`)] : [],
    ...absent.length > 0 ? [trouble(archive, `its \`FileHash\` lists ${nameList(absent)}, not in it`)] : [],
    ...unlisted2.length > 0 ? [trouble(archive, `its \`FileHash\` does not list ${nameList(unlisted2)}`)] : []
  ];
}
function trouble(archive, why) {
  return {
    severity: "error",
    code: "package/wrong-hash",
    blame: "request",
    message: `\`${archive}\` was changed after it was packed: ${why}`,
    help: "fetch or build it again"
  };
}

// src/package/openpgp.ts
import { createHash as createHash5, sign as sign2, verify as verify2 } from "node:crypto";
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
function signDetached(content, key, sourceDateEpoch) {
  const created = Math.max(sourceDateEpoch, KEY_CREATED);
  const made = signature(key, { type: SIGNATURE.ofDocument, created, hashed: [content], extra: [] });
  return armor("SIGNATURE", [made]);
}
function verifyDetached(content, armored, key) {
  const parsed = parseSignature(armored);
  if (!parsed) return "unreadable";
  const fingerprint = createHash5("sha1").update(keyFrame(keyBody(key))).digest();
  if (!parsed.issuer.equals(fingerprint)) return "other-key";
  const digest2 = digestOf2([content], parsed.head);
  return verify2(null, digest2, publicKeyObject(key.point), parsed.point) ? "good" : "bad";
}
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
function keyFrame(body) {
  return Buffer.concat([Buffer.of(153), uint16(body.length), body]);
}
function signature(key, { type, created, hashed, extra }) {
  const fingerprint = createHash5("sha1").update(keyFrame(keyBody(key))).digest();
  const facts = Buffer.concat([
    subpacket(SUBPACKET.issuerFingerprint, Buffer.concat([Buffer.of(VERSION), fingerprint])),
    subpacket(SUBPACKET.created, uint32(created)),
    ...extra
  ]);
  const head = Buffer.concat([Buffer.of(VERSION, type, EDDSA, SHA512), uint16(facts.length), facts]);
  const digest2 = digestOf2(hashed, head);
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
function digestOf2(hashed, head) {
  const hash = createHash5("sha512");
  for (const part of [...hashed, head, Buffer.of(VERSION, 255), uint32(head.length)]) hash.update(part);
  return hash.digest();
}
function parseSignature(armored) {
  const [, text4] = /^-----BEGIN PGP SIGNATURE-----\n\n([A-Za-z0-9+/=\n]+)\n=[A-Za-z0-9+/]{4}\n-----END/.exec(armored) ?? [];
  const bytes2 = Buffer.from(text4 ?? "", "base64");
  if (bytes2[0] !== (192 | TAGS.signature) || bytes2[1] !== bytes2.length - 2) return void 0;
  const body = bytes2.subarray(2);
  if (body.length < 6 || !body.subarray(0, 4).equals(Buffer.of(VERSION, 0, EDDSA, SHA512))) return void 0;
  const factsEnd = 6 + body.readUInt16BE(4);
  const start = Buffer.of(22, SUBPACKET.issuerFingerprint, VERSION);
  if (!body.subarray(6, 9).equals(start) || factsEnd + 2 > body.length) return void 0;
  const issuerEnd = factsEnd + 2 + body.readUInt16BE(factsEnd);
  const r = readInteger(body, issuerEnd + 2);
  const s3 = r && readInteger(body, r.end);
  if (!r || !s3 || s3.end !== body.length) return void 0;
  return {
    head: body.subarray(0, factsEnd),
    issuer: body.subarray(9, 29),
    point: Buffer.concat([r.value, s3.value])
  };
}
function readInteger(body, at2) {
  if (at2 + 2 > body.length) return void 0;
  const size = Math.ceil(body.readUInt16BE(at2) / 8);
  const end = at2 + 2 + size;
  if (size > 32 || end > body.length) return void 0;
  return { value: Buffer.concat([Buffer.alloc(32 - size), body.subarray(at2 + 2, end)]), end };
}
function integer(bytes2) {
  const from = bytes2.findIndex((byte) => byte !== 0);
  const value = from === -1 ? Buffer.alloc(0) : bytes2.subarray(from);
  const bits = value.length === 0 ? 0 : (value.length - 1) * 8 + (32 - Math.clz32(value[0] ?? 0));
  return Buffer.concat([uint16(bits), value]);
}
function packet(tag, body) {
  return Buffer.concat([Buffer.of(192 | tag), lengthOf(body.length), body]);
}
function subpacket(type, body) {
  return Buffer.concat([lengthOf(body.length + 1), Buffer.of(type), body]);
}
function lengthOf(size) {
  return size < 192 ? Buffer.of(size) : Buffer.concat([Buffer.of(255), uint32(size)]);
}
function armor(what, packets) {
  const bytes2 = Buffer.concat(packets);
  const lines2 = bytes2.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN PGP ${what}-----

${lines2.join("\n")}
=${crc24(bytes2).toString("base64")}
-----END PGP ${what}-----
`;
}
function crc24(bytes2) {
  let crc = 11994318;
  for (const byte of bytes2) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1;
      if (crc & 16777216) crc ^= 25578747;
    }
  }
  return uint32(crc & 16777215).subarray(1);
}
function uint32(value) {
  const bytes2 = Buffer.alloc(4);
  bytes2.writeUInt32BE(value);
  return bytes2;
}
function uint16(value) {
  const bytes2 = Buffer.alloc(2);
  bytes2.writeUInt16BE(value);
  return bytes2;
}

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
  const reading = await readArchive(archive, { host }, signal);
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
  const header = signedHeader(await blockHashes(body()), { key, sourceDateEpoch });
  async function* whole() {
    yield header;
    yield* body();
  }
  await pipeline3(whole(), host.writeStream(target, "new"), { signal });
  return ok(void 0);
}
async function signatureMember({ fileHash: fileHash2 }, key) {
  const { content, entry: entry2 } = fileHash2;
  const signature2 = Buffer.from(signDetached(content, key, entry2.modified));
  const path13 = entry2.path.replace(/FileHash$/, SIGNATURE_NAME);
  const header = headerOf2({ ...entry2, kind: "file", path: path13, sizeBytes: signature2.length }, entry2.modified);
  const chunks = [header, signature2, paddingOf(signature2.length), END_OF_ARCHIVE];
  return collected(gzipMember(chunks, SIGNATURE_HEADER));
}
async function endOfEntries(archive, host) {
  const constant = await endMember();
  const sizeBytes = (await host.status(archive))?.sizeBytes ?? 0;
  const start = Math.max(0, sizeBytes - LONGEST_SIGNATURE_MEMBER);
  const tail = await host.readRange(archive, start, sizeBytes - start);
  if (tail.subarray(-constant.length).equals(constant)) return sizeBytes - constant.length;
  const at2 = tail.lastIndexOf(SIGNATURE_HEADER);
  if (at2 === -1) throw new Error(`${archive}: no end of the entries`);
  return start + at2;
}
var LONGEST_SIGNATURE_MEMBER = 4096;
async function endMember() {
  return collected(gzipMember([END_OF_ARCHIVE], PLAIN_HEADER));
}
async function collected(chunks) {
  const pieces = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}
function damagedArchive(archive, why) {
  return {
    severity: "error",
    code: "package/damaged",
    blame: "request",
    message: `\`${archive}\` is no whole package: ${why}`,
    help: "fetch or build it again"
  };
}
function notGzip(archive) {
  return {
    severity: "error",
    code: "package/not-signable",
    blame: "request",
    message: `\`${archive}\` has no place for a signature: only \`.tar.gz\` has`,
    help: "sign the folder that it lies in: `SHA256.sig` covers it"
  };
}

// src/package/compare.ts
async function compareArchives({ files: files2, hosts, host }, signal) {
  const [one, other2] = [await read(files2[0], { host }, signal), await read(files2[1], { host }, signal)];
  if (!one.ok) return one;
  if (!other2.ok) return other2;
  if (one.value.contentDigest === other2.value.contentDigest) return ok([]);
  const found2 = differingFiles(
    { name: "the first", archive: one.value },
    { name: "the second", archive: other2.value }
  );
  const wanted = new Set(
    found2.filter(({ how }) => how.split(", ").includes("content")).map(({ path: path13 }) => path13)
  );
  const contents = await Promise.all(files2.map((file2) => contentsOf(file2, { wanted, host }, signal)));
  const [left, right] = contents;
  return ok(
    found2.map(({ path: path13, how }) => {
      const [a, b2] = [left?.get(path13), right?.get(path13)];
      return { path: path13, how, differences: a && b2 ? contentDifferences([a, b2], hosts) : [] };
    })
  );
}
async function read(file2, { host }, signal) {
  const reading = await readArchive(file2, { host }, signal);
  switch (reading.kind) {
    case "read":
      return ok(reading.archive);
    case "damaged":
      return wrong(damagedArchive(file2, reading.why));
    case "no-tool":
      return wrong(reading.diagnostic);
  }
}
var MOST_BYTES = 512 * 1024 * 1024;
async function contentsOf(file2, { wanted, host }, signal) {
  const chunks = /* @__PURE__ */ new Map();
  let open;
  let keptBytes = 0;
  const sink = {
    entry: (entry2) => {
      open = void 0;
      if (entry2.kind !== "file" || !wanted.has(entry2.path) || keptBytes + entry2.sizeBytes > MOST_BYTES)
        return;
      keptBytes += entry2.sizeBytes;
      open = [];
      chunks.set(entry2.path, open);
    },
    content: (chunk) => void open?.push(Buffer.from(chunk))
  };
  await readArchive(file2, { host, sink }, signal);
  return new Map([...chunks].map(([path13, pieces]) => [path13, Buffer.concat(pieces)]));
}

// src/package/digest.ts
import { createHash as createHash6 } from "node:crypto";
import { pipeline as pipeline4 } from "node:stream/promises";
async function fileDigest(file2, host, signal) {
  if (await host.status(file2) === void 0) return void 0;
  const hash = createHash6("sha256");
  await pipeline4(host.readStream(file2), hash, { signal });
  return hash.digest("hex");
}

// src/package/shape.ts
var WrongShape = class extends Error {
};
function readJson(source, decode) {
  try {
    return { kind: "read", value: decode({ value: JSON.parse(source), where: "it" }) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return { kind: "unreadable", why: error.message };
  }
}
var shape = {
  field,
  optional,
  list,
  text: text3,
  count,
  matching,
  absolutePath,
  fileName,
  digest,
  word,
  refuse
};
function refuse({ where }, what) {
  throw new WrongShape(`\`${where}\` ${what}`);
}
function absolutePath(node) {
  return matching(node, PREFIX, ABSOLUTE);
}
function optional(node, name, parse2) {
  const found2 = field(node, name);
  return found2.value === void 0 ? void 0 : parse2(found2);
}
function field({ value, where }, name) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  const own = Object.hasOwn(value, name) ? Object.entries(value).find(([key]) => key === name) : void 0;
  return { value: own?.[1], where: where === "it" ? name : `${where}.${name}` };
}
function list({ value, where }) {
  if (!Array.isArray(value)) throw new WrongShape(`\`${where}\` is not a list`);
  return value.map((one, index) => ({ value: one, where: `${where}[${index}]` }));
}
function text3({ value, where }) {
  if (typeof value !== "string") throw new WrongShape(`\`${where}\` is not a text`);
  return value;
}
function count({ value, where }) {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${where}\` is not a whole number`);
  }
  return value;
}
function matching(node, pattern, what) {
  const found2 = text3(node);
  if (!pattern.test(found2)) throw new WrongShape(`\`${node.where}\` is not ${what}`);
  return found2;
}
var PREFIX = /^(\/(?!\.{1,2}(\/|$))[^/\p{Cc}]+)+$/u;
var ABSOLUTE = "an absolute path without `.` and `..`";
function fileName(node) {
  return matching(node, /^[^/.\p{Cc}][^/\p{Cc}]*$/u, "the name of a file");
}
function digest(node) {
  return matching(node, /^[0-9a-f]{64}$/, "a SHA-256 in hex");
}
function word(node, allowed) {
  const found2 = allowed.find((one) => one === node.value);
  if (found2 === void 0) throw new WrongShape(`\`${node.where}\` is none of ${allowed.join(", ")}`);
  return found2;
}

// src/package/index-file.ts
var INDEX_NAME = "index.json";
async function readIndex(folder, host) {
  const file2 = joinPath(folder, INDEX_NAME);
  if ((await host.status(file2))?.kind === "folder") return wrong(unreadable(file2, "it is a folder"));
  const text4 = await host.readText(file2);
  if (text4 === void 0) return ok(void 0);
  const reading = parseIndex(text4);
  return reading.kind === "index" ? ok(reading.index) : wrong(unreadable(file2, reading.why));
}
function parseIndex(text4) {
  const reading = readJson(text4, indexOf);
  return reading.kind === "read" ? { kind: "index", index: reading.value } : reading;
}
function unreadable(file2, why) {
  return {
    severity: "error",
    code: "package/unreadable-index",
    blame: "request",
    message: `\`${file2}\` is not an index of packages: ${why}`,
    help: "remove it, or name another folder; the packages beside it must then be built again"
  };
}
function formatIndex(packages) {
  const sorted = [...packages].sort((a, b2) => a.file < b2.file ? -1 : 1);
  return `${JSON.stringify({ version: 1, packages: sorted }, void 0, 2)}
`;
}
function indexOf(top) {
  if (field(top, "version").value !== 1) throw new WrongShape("its version is not 1");
  return { version: 1, packages: list(field(top, "packages")).map(packageOf) };
}
function packageOf(node) {
  const at2 = (name) => field(node, name);
  const libraries = at2("libraries");
  const audit = at2("audit");
  const revision = optional(node, "revision", count);
  const epoch = optional(node, "epoch", count);
  const pseudoFlavors = optional(node, "pseudoFlavors", (one) => list(one).map(text3));
  const relations = optional(node, "relations", relationsOf);
  const origin = optional(node, "origin", originOf);
  const rebuild = optional(node, "rebuild", rebuildOf);
  const testScript = optional(node, "testScript", testScriptOf);
  return {
    fullpkgname: fileName(at2("fullpkgname")),
    name: text3(at2("name")),
    version: text3(at2("version")),
    ...revision === void 0 ? {} : { revision },
    ...epoch === void 0 ? {} : { epoch },
    subpackage: text3(at2("subpackage")),
    fullpkgpath: text3(at2("fullpkgpath")),
    ...relations === void 0 ? {} : { relations },
    comment: text3(at2("comment")),
    flavors: list(at2("flavors")).map(text3),
    ...pseudoFlavors === void 0 ? {} : { pseudoFlavors },
    base: text3(at2("base")),
    baseDigest: text3(at2("baseDigest")),
    arch: text3(at2("arch")),
    layout: word(at2("layout"), ["vendor", "programs"]),
    prefix: matching(at2("prefix"), PREFIX, ABSOLUTE),
    file: fileName(at2("file")),
    sha256: digest(at2("sha256")),
    sizeBytes: count(at2("sizeBytes")),
    contentDigest: digest(at2("contentDigest")),
    tarBytes: count(at2("tarBytes")),
    installedBytes: count(at2("installedBytes")),
    depends: list(at2("depends")).map(dependOf),
    systemPackages: list(at2("systemPackages")).map(text3),
    libraries: {
      provided: list(field(libraries, "provided")).map(libraryOf),
      needed: list(field(libraries, "needed")).map(text3),
      path: list(field(libraries, "path")).map((node2) => matching(node2, PREFIX, ABSOLUTE))
    },
    relocatable: relocatable(at2("relocatable")),
    job: matching(at2("job"), /^[A-Za-z0-9._+,@-]+$/, "the id of a job"),
    fingerprint: digest(at2("fingerprint")),
    ingredients: ingredientsOf(at2("ingredients")),
    recipe: text3(at2("recipe")),
    ...origin === void 0 ? {} : { origin },
    buildTimeMs: count(at2("buildTimeMs")),
    audit: {
      verdict: word(field(audit, "verdict"), ["clean", "warnings"]),
      warnings: list(field(audit, "warnings")).map(text3)
    },
    test: word(at2("test"), ["passed", "none"]),
    ...testScript === void 0 ? {} : { testScript },
    ...rebuild === void 0 ? {} : { rebuild }
  };
}
function testScriptOf(node) {
  return {
    shell: word(field(node, "shell"), ["sh", "bash"]),
    text: text3(field(node, "text")),
    fullpkgnames: list(field(node, "fullpkgnames")).map(fileName)
  };
}
function rebuildOf(node) {
  return { varied: list(field(node, "varied")).map((one) => word(one, CIRCUMSTANCES)) };
}
function ingredientsOf(node) {
  const at2 = (name) => field(node, name);
  return {
    generation: count(at2("generation")),
    port: digest(at2("port")),
    distfiles: digest(at2("distfiles")),
    patches: digest(at2("patches")),
    folder: digest(at2("folder")),
    options: digest(at2("options")),
    dependencies: list(at2("dependencies")).map((one) => ({
      fullpkgname: fileName(field(one, "fullpkgname")),
      fingerprint: digest(field(one, "fingerprint"))
    }))
  };
}
function relationsOf(node) {
  return {
    conflicts: list(field(node, "conflicts")).map(text3),
    excludes: word(field(node, "excludes"), ["stem", "name"]),
    formerPaths: list(field(node, "formerPaths")).map(text3)
  };
}
function originOf(node) {
  const at2 = (name) => field(node, name);
  const homepage = optional(node, "homepage", text3);
  const license = optional(node, "license", text3);
  const run = optional(at2("builder"), "run", runOf);
  return {
    ...homepage === void 0 ? {} : { homepage },
    ...license === void 0 ? {} : { license },
    permit: permitOf(at2("permit")),
    distfiles: list(at2("distfiles")).map((one) => {
      const url = optional(one, "url", text3);
      const file2 = text3(field(one, "file"));
      return { file: file2, ...url === void 0 ? {} : { url }, sha256: digest(field(one, "sha256")) };
    }),
    patches: list(at2("patches")).map((one) => ({
      path: text3(field(one, "path")),
      sha256: digest(field(one, "sha256"))
    })),
    builtWith: list(at2("builtWith")).map((one) => ({
      fullpkgname: fileName(field(one, "fullpkgname")),
      contentDigest: digest(field(one, "contentDigest"))
    })),
    sourceDateEpoch: count(at2("sourceDateEpoch")),
    builder: { version: text3(field(at2("builder"), "version")), ...run === void 0 ? {} : { run } }
  };
}
function permitOf(node) {
  const at2 = (name) => field(node, name);
  if (word(at2("kind"), ["granted", "withheld"]) === "granted") return { kind: "granted" };
  return {
    kind: "withheld",
    because: text3(at2("because")),
    recipe: text3(at2("recipe")),
    line: count(at2("line")),
    column: count(at2("column")),
    text: text3(at2("text"))
  };
}
function runOf(node) {
  const at2 = (name) => text3(field(node, name));
  return { url: at2("url"), workflow: at2("workflow"), source: at2("source"), commit: at2("commit") };
}
function dependOf(node) {
  const contentDigest = optional(node, "contentDigest", digest);
  return {
    spec: text3(field(node, "spec")),
    pkgpath: text3(field(node, "pkgpath")),
    ...contentDigest === void 0 ? {} : { contentDigest }
  };
}
function relocatable(node) {
  const verdict = word(field(node, "verdict"), ["yes", "no"]);
  return verdict === "yes" ? { verdict } : { verdict, because: text3(field(node, "because")) };
}
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

// src/package/sums.ts
var SUMS_NAME = "SHA256";
var SIGNED_SUMS_NAME = "SHA256.sig";
function formatSums(sums) {
  return [...sums].sort((a, b2) => a.file < b2.file ? -1 : 1).map(({ file: file2, sha256 }) => `SHA256 (${file2}) = ${sha256}
`).join("");
}
function parseSums(text4) {
  const sums = [];
  for (const line of text4.split("\n").slice(0, -1)) {
    const [, file2 = "", sha256 = ""] = /^SHA256 \(([^/]+)\) = ([0-9a-f]{64})$/.exec(line) ?? [];
    if (file2 === "" || file2 === "..") return void 0;
    sums.push({ file: file2, sha256 });
  }
  return text4.endsWith("\n") ? sums : void 0;
}

// src/package/listing.ts
async function writeListing({ folder, rows, key }, host, signal) {
  const write = (name, text4) => host.writeFile(joinPath(folder, name), text4);
  await write(INDEX_NAME, formatIndex(rows));
  const index = await fileDigest(joinPath(folder, INDEX_NAME), host, signal);
  const sums = formatSums([...rows, { file: INDEX_NAME, sha256: index ?? "" }]);
  await write(SUMS_NAME, sums);
  if (!key) return;
  await write(`${key.name}.pub`, formatPublicKey(key));
  await write(`${key.name}.asc`, openpgpKey(key));
  await write(SIGNED_SUMS_NAME, signEmbedded(sums, key));
}
async function rowsThatHold({ folder, rows }, host, signal) {
  const held = [];
  const warnings = [];
  for (const row of rows) {
    const file2 = joinPath(folder, row.file);
    const found2 = await fileDigest(file2, host, signal);
    if (found2 === row.sha256) held.push(row);
    else warnings.push(staleRow(file2, found2 === void 0 ? "is gone" : "is not what the index says of it"));
  }
  return { rows: held, warnings };
}
function staleRow(file2, what) {
  return {
    severity: "warning",
    code: "package/stale-row",
    blame: "request",
    message: `\`${file2}\` ${what}, so the index no longer lists it`,
    help: "build it again"
  };
}

// src/package/folder.ts
async function addToFolder(addition, host, signal) {
  const { folder, packages, key } = addition;
  const before = await readFolder(addition, host);
  if (!before.ok) return before;
  const rows = before.value?.packages ?? [];
  const unequal2 = await unequalPackages(addition, rows, { host, signal });
  if (unequal2.length > 0) return { ok: false, error: unequal2 };
  const workplace = joinPath(folder, `.${packages[0]?.package.job ?? "none"}.part`);
  await host.remove(workplace);
  await host.makeFolder(workplace);
  try {
    const prepared = await prepare({ packages, key, workplace }, host, signal);
    if (!prepared.ok) return prepared;
    const now = await readIndex(folder, host);
    if (!now.ok) return now;
    const placed = await place(
      { ...addition, workplace, added: prepared.value, rows: now.value?.packages ?? [] },
      host,
      signal
    );
    return ok({ ...placed, equal: equalPackages(addition, rows) });
  } finally {
    await host.remove(workplace);
  }
}
async function readFolder({ folder, folderName }, host) {
  for (let above = folder; ; above = joinPath(above, "..")) {
    const status = await host.status(await host.realPath(above) ?? above);
    if (status && status.kind !== "folder") return wrong(notFolder(folderName));
    if (status) return await readIndex(folder, host);
  }
}
async function prepare({ packages, key, workplace }, host, signal) {
  const rows = [];
  for (const { package: row, archive } of packages) {
    const target = joinPath(workplace, row.file);
    if (key && compressionOf(row.file) === "gz") {
      const signed = await signArchive({ archive, target, key }, host, signal);
      if (!signed.ok) return signed;
    } else {
      await host.shareFile(archive, target);
    }
    rows.push(await rowOf(row, target, { host, signal }));
  }
  return ok(rows);
}
async function rowOf(row, file2, { host, signal }) {
  const sha256 = await fileDigest(file2, host, signal) ?? "";
  return { ...row, sha256, sizeBytes: (await host.status(file2))?.sizeBytes ?? 0 };
}
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
async function unequalPackages({ folder, packages }, rows, { host, signal }) {
  const found2 = [];
  for (const { package: row, archive } of packages) {
    const other2 = twinOf(row, rows);
    if (!other2 || other2.contentDigest === row.contentDigest) continue;
    const there = joinPath(folder, other2.file);
    if (await fileDigest(there, host, signal) !== other2.sha256) continue;
    const [ours, theirs] = [
      await readArchive(archive, { host }, signal),
      await readArchive(there, { host }, signal)
    ];
    if (ours.kind !== "read" || theirs.kind !== "read") {
      const why = [ours, theirs].flatMap((one) => one.kind === "damaged" ? [one.why] : []);
      found2.push(damagedArchive(there, why.join("; ")));
      continue;
    }
    const lines2 = differences(
      { name: `\`${other2.job}\``, archive: theirs.archive },
      { name: `\`${row.job}\``, archive: ours.archive }
    );
    found2.push(unequal(row, other2, lines2));
  }
  return found2;
}
function twinOf(row, rows) {
  const other2 = rows.find(({ file: file2 }) => file2 === row.file);
  if (!other2 || other2.recipe !== row.recipe || other2.job === row.job) return void 0;
  return isBuiltWithSame(row, other2) ? other2 : void 0;
}
function isBuiltWithSame({ ingredients }, other2) {
  const known = new Map(
    other2.ingredients.dependencies.map(({ fullpkgname, fingerprint }) => [fullpkgname, fingerprint])
  );
  return ingredients.dependencies.every(
    ({ fullpkgname, fingerprint }) => (known.get(fullpkgname) ?? fingerprint) === fingerprint
  );
}
function equalPackages({ packages }, rows) {
  return packages.flatMap(({ package: row }) => {
    const other2 = twinOf(row, rows);
    if (other2?.contentDigest !== row.contentDigest) return [];
    return [{ fullpkgname: row.fullpkgname, job: row.job, other: other2.job }];
  });
}
function unequal(row, other2, lines2) {
  return {
    severity: "error",
    code: "package/not-equal",
    blame: "recipe",
    message: [
      `\`${row.fullpkgname}\` must not depend on what \`${row.job}\` and \`${other2.job}\` differ in, but it does:`,
      ...lines2
    ].join("\n  "),
    help: "a pseudo-flavor may drop packages, never change them: make it a true flavor, or let all builds of these files be alike"
  };
}
function notFolder(name) {
  return {
    severity: "error",
    code: "package/not-a-folder",
    blame: "request",
    message: `\`${name}\` is a file; packages go into a folder`,
    help: "name another folder with `--out`, or remove the file"
  };
}
function signatureGone(file2) {
  return {
    severity: "warning",
    code: "package/signature-removed",
    blame: "request",
    message: `\`${file2}\` was removed: it covered other packages than are there now, and there is no key to sign with`,
    help: "sign the folder: `tarwright sign FOLDER --key KEY`"
  };
}

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
var Ur = (s3, t) => {
  for (var e in t) zr(s3, e, { get: t[e], enumerable: true });
};
var Ds = typeof process == "object" && process ? process : { stdout: null, stderr: null };
var Wr = (s3) => !!s3 && typeof s3 == "object" && (s3 instanceof A || s3 instanceof Cs || Gr(s3) || Zr(s3));
var Gr = (s3) => !!s3 && typeof s3 == "object" && s3 instanceof Di && typeof s3.pipe == "function" && s3.pipe !== Cs.Writable.prototype.pipe;
var Zr = (s3) => !!s3 && typeof s3 == "object" && s3 instanceof Di && typeof s3.write == "function" && typeof s3.end == "function";
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
var jt = (s3) => Promise.resolve().then(s3);
var Yr = (s3) => s3();
var Kr = (s3) => s3 === "end" || s3 === "finish" || s3 === "prefinish";
var Vr = (s3) => s3 instanceof ArrayBuffer || !!s3 && typeof s3 == "object" && s3.constructor && s3.constructor.name === "ArrayBuffer" && s3.byteLength >= 0;
var $r = (s3) => !Buffer.isBuffer(s3) && ArrayBuffer.isView(s3);
var Fe = class {
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
  unpipe() {
    this.src.removeListener("error", this.proxyErrors), super.unpipe();
  }
  constructor(t, e, i) {
    super(t, e, i), this.proxyErrors = (r) => this.dest.emit("error", r), t.on("error", this.proxyErrors);
  }
};
var Xr = (s3) => !!s3.objectMode;
var qr = (s3) => !s3.objectMode && !!s3.encoding && s3.encoding !== "buffer";
var A = class extends Di {
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
    Xr(e) ? (this[L] = true, this[z] = null) : qr(e) ? (this[z] = e.encoding, this[L] = false) : (this[L] = false, this[z] = null), this[Z] = !!e.async, this[Mt] = this[z] ? new Hr(this[z]) : null, e && e.debugExposeBuffer === true && Object.defineProperty(this, "buffer", { get: () => this[b] }), e && e.debugExposePipes === true && Object.defineProperty(this, "pipes", { get: () => this[N] });
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
    let t = false, e = async () => (this.pause(), t = true, { value: void 0, done: true });
    return { next: () => {
      if (t) return e();
      let r = this.read();
      if (r !== null) return Promise.resolve({ done: false, value: r });
      if (this[Q]) return e();
      let n, o, h = (d) => {
        this.off("data", a), this.off("end", l), this.off(S, c), e(), o(d);
      }, a = (d) => {
        this.off("error", h), this.off("end", l), this.off(S, c), this.pause(), n({ value: d, done: !!this[Q] });
      }, l = () => {
        this.off("error", h), this.off("data", a), this.off(S, c), e(), n({ done: true, value: void 0 });
      }, c = () => h(new Error("stream destroyed"));
      return new Promise((d, y) => {
        o = y, n = d, this.once(S, c), this.once("error", h), this.once("end", l), this.once("data", a);
      });
    }, throw: e, return: e, [Symbol.asyncIterator]() {
      return this;
    }, [Symbol.asyncDispose]: async () => {
    } };
  }
  [Symbol.iterator]() {
    this[C] = false;
    let t = false, e = () => (this.pause(), this.off(_i, e), this.off(S, e), this.off("end", e), t = true, { done: true, value: void 0 }), i = () => {
      if (t) return e();
      let r = this.read();
      return r === null ? e() : { done: false, value: r };
    };
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
var Fs = (s3) => !!s3.sync && !!s3.file;
var ks = (s3) => !s3.sync && !!s3.file;
var vs = (s3) => !!s3.sync && !s3.file;
var Ms = (s3) => !s3.sync && !s3.file;
var Bs = (s3) => !!s3.file;
var tn = (s3) => {
  let t = jr.get(s3);
  return t || s3;
};
var se = (s3 = {}) => {
  if (!s3) return {};
  let t = {};
  for (let [e, i] of Object.entries(s3)) {
    let r = tn(e);
    t[r] = i;
  }
  return t.chmod === void 0 && t.noChmod === false && (t.chmod = true), delete t.noChmod, t;
};
var K = (s3, t, e, i, r) => Object.assign((n = [], o, h) => {
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
}, { syncFile: s3, asyncFile: t, syncNoFile: e, asyncNoFile: i, validate: r });
var sn = en.constants || { ZLIB_VERNUM: 4736 };
var M = Object.freeze(Object.assign(/* @__PURE__ */ Object.create(null), { Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4, Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6, Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0, DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7, BROTLI_DECODE: 8, BROTLI_ENCODE: 9, Z_MIN_WINDOWBITS: 8, Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15, Z_MIN_CHUNK: 64, Z_MAX_CHUNK: 1 / 0, Z_DEFAULT_CHUNK: 16384, Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9, Z_DEFAULT_MEMLEVEL: 8, Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1, BROTLI_OPERATION_PROCESS: 0, BROTLI_OPERATION_FLUSH: 1, BROTLI_OPERATION_FINISH: 2, BROTLI_OPERATION_EMIT_METADATA: 3, BROTLI_MODE_GENERIC: 0, BROTLI_MODE_TEXT: 1, BROTLI_MODE_FONT: 2, BROTLI_DEFAULT_MODE: 0, BROTLI_MIN_QUALITY: 0, BROTLI_MAX_QUALITY: 11, BROTLI_DEFAULT_QUALITY: 11, BROTLI_MIN_WINDOW_BITS: 10, BROTLI_MAX_WINDOW_BITS: 24, BROTLI_LARGE_MAX_WINDOW_BITS: 30, BROTLI_DEFAULT_WINDOW: 22, BROTLI_MIN_INPUT_BLOCK_BITS: 16, BROTLI_MAX_INPUT_BLOCK_BITS: 24, BROTLI_PARAM_MODE: 0, BROTLI_PARAM_QUALITY: 1, BROTLI_PARAM_LGWIN: 2, BROTLI_PARAM_LGBLOCK: 3, BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4, BROTLI_PARAM_SIZE_HINT: 5, BROTLI_PARAM_LARGE_WINDOW: 6, BROTLI_PARAM_NPOSTFIX: 7, BROTLI_PARAM_NDIRECT: 8, BROTLI_DECODER_RESULT_ERROR: 0, BROTLI_DECODER_RESULT_SUCCESS: 1, BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3, BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0, BROTLI_DECODER_PARAM_LARGE_WINDOW: 1, BROTLI_DECODER_NO_ERROR: 0, BROTLI_DECODER_SUCCESS: 1, BROTLI_DECODER_NEEDS_MORE_INPUT: 2, BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3, BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_NIBBLE: -1, BROTLI_DECODER_ERROR_FORMAT_RESERVED: -2, BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_META_NIBBLE: -3, BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4, BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_SAME: -5, BROTLI_DECODER_ERROR_FORMAT_CL_SPACE: -6, BROTLI_DECODER_ERROR_FORMAT_HUFFMAN_SPACE: -7, BROTLI_DECODER_ERROR_FORMAT_CONTEXT_MAP_REPEAT: -8, BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_1: -9, BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_2: -10, BROTLI_DECODER_ERROR_FORMAT_TRANSFORM: -11, BROTLI_DECODER_ERROR_FORMAT_DICTIONARY: -12, BROTLI_DECODER_ERROR_FORMAT_WINDOW_BITS: -13, BROTLI_DECODER_ERROR_FORMAT_PADDING_1: -14, BROTLI_DECODER_ERROR_FORMAT_PADDING_2: -15, BROTLI_DECODER_ERROR_FORMAT_DISTANCE: -16, BROTLI_DECODER_ERROR_DICTIONARY_NOT_SET: -19, BROTLI_DECODER_ERROR_INVALID_ARGUMENTS: -20, BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES: -21, BROTLI_DECODER_ERROR_ALLOC_TREE_GROUPS: -22, BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MAP: -25, BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_1: -26, BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_2: -27, BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES: -30, BROTLI_DECODER_ERROR_UNREACHABLE: -31 }, sn));
var rn = Ot.concat;
var zs = Object.getOwnPropertyDescriptor(Ot, "concat");
var nn = (s3) => s3;
var Bi = zs?.writable === true || zs?.set !== void 0 ? (s3) => {
  Ot.concat = s3 ? nn : rn;
} : (s3) => {
};
var Tt = /* @__PURE__ */ Symbol("_superWrite");
var Gt = class extends Error {
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
  #t;
  constructor(t) {
    super(t, "Gzip"), this.#t = t && !!t.portable;
  }
  [Tt](t) {
    return this.#t ? (this.#t = false, t[9] = 255, super[Tt](t)) : super[Tt](t);
  }
};
var Ue = class extends Pe {
  constructor(t) {
    super(t, "Unzip");
  }
};
var He = class extends re {
  constructor(t, e) {
    t = t || {}, t.flush = t.flush || M.BROTLI_OPERATION_PROCESS, t.finishFlush = t.finishFlush || M.BROTLI_OPERATION_FINISH, t.fullFlushFlag = M.BROTLI_OPERATION_FLUSH, super(t, e);
  }
};
var We = class extends He {
  constructor(t) {
    super(t, "BrotliCompress");
  }
};
var Ge = class extends He {
  constructor(t) {
    super(t, "BrotliDecompress");
  }
};
var Ze = class extends re {
  constructor(t, e) {
    t = t || {}, t.flush = t.flush || M.ZSTD_e_continue, t.finishFlush = t.finishFlush || M.ZSTD_e_end, t.fullFlushFlag = M.ZSTD_e_flush, super(t, e);
  }
};
var Ye = class extends Ze {
  constructor(t) {
    super(t, "ZstdCompress");
  }
};
var Ke = class extends Ze {
  constructor(t) {
    super(t, "ZstdDecompress");
  }
};
var Us = (s3, t) => {
  if (Number.isSafeInteger(s3)) s3 < 0 ? an(s3, t) : hn(s3, t);
  else throw Error("cannot encode number outside of javascript safe integer range");
  return t;
};
var hn = (s3, t) => {
  t[0] = 128;
  for (var e = t.length; e > 1; e--) t[e - 1] = s3 & 255, s3 = Math.floor(s3 / 256);
};
var an = (s3, t) => {
  t[0] = 255;
  var e = false;
  s3 = s3 * -1;
  for (var i = t.length; i > 1; i--) {
    var r = s3 & 255;
    s3 = Math.floor(s3 / 256), e ? t[i - 1] = Ws(r) : r === 0 ? t[i - 1] = 0 : (e = true, t[i - 1] = Gs(r));
  }
};
var Hs = (s3) => {
  let t = s3[0], e = t === 128 ? cn(s3.subarray(1, s3.length)) : t === 255 ? ln(s3) : null;
  if (e === null) throw Error("invalid base256 encoding");
  if (!Number.isSafeInteger(e)) throw Error("parsed number outside of javascript safe integer range");
  return e;
};
var ln = (s3) => {
  for (var t = s3.length, e = 0, i = false, r = t - 1; r > -1; r--) {
    var n = Number(s3[r]), o;
    i ? o = Ws(n) : n === 0 ? o = n : (i = true, o = Gs(n)), o !== 0 && (e -= o * Math.pow(256, t - r - 1));
  }
  return e;
};
var cn = (s3) => {
  for (var t = s3.length, e = 0, i = t - 1; i > -1; i--) {
    var r = Number(s3[i]);
    r !== 0 && (e += r * Math.pow(256, t - i - 1));
  }
  return e;
};
var Ws = (s3) => (255 ^ s3) & 255;
var Gs = (s3) => (255 ^ s3) + 1 & 255;
var Hi = {};
Ur(Hi, { code: () => Ve, isCode: () => ne, isName: () => dn, name: () => oe, normalFsTypes: () => Ui });
var ne = (s3) => oe.has(s3);
var dn = (s3) => Ve.has(s3);
var Ui = /* @__PURE__ */ new Set(["0", "", "1", "2", "3", "4", "5", "6", "7", "D"]);
var oe = /* @__PURE__ */ new Map([["0", "File"], ["", "OldFile"], ["1", "Link"], ["2", "SymbolicLink"], ["3", "CharacterDevice"], ["4", "BlockDevice"], ["5", "Directory"], ["6", "FIFO"], ["7", "ContiguousFile"], ["g", "GlobalExtendedHeader"], ["x", "ExtendedHeader"], ["A", "SolarisACL"], ["D", "GNUDumpDir"], ["I", "Inode"], ["K", "NextFileHasLongLinkpath"], ["L", "NextFileHasLongPath"], ["M", "ContinuationFile"], ["N", "OldGnuLongPath"], ["S", "SparseFile"], ["V", "TapeVolumeHeader"], ["X", "OldExtendedHeader"]]);
var Ve = new Map(Array.from(oe).map((s3) => [s3[1], s3[0]]));
var un = (s3) => s3 === void 0 || s3 < 0 ? void 0 : s3;
var F = class {
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
var mn = (s3, t) => {
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
};
var xt = (s3, t, e) => s3.subarray(t, t + e).toString("utf8").replace(/\0.*/, "");
var Wi = (s3, t, e) => pn(lt(s3, t, e));
var pn = (s3) => s3 === void 0 ? void 0 : new Date(s3 * 1e3);
var lt = (s3, t, e) => Number(s3[t]) & 128 ? Hs(s3.subarray(t, t + e)) : wn(s3, t, e);
var En = (s3) => isNaN(s3) ? void 0 : s3;
var wn = (s3, t, e) => En(parseInt(s3.subarray(t, t + e).toString("utf8").replace(/\0.*$/, "").trim(), 8));
var Sn = { 12: 8589934591, 8: 2097151 };
var ct = (s3, t, e, i) => i === void 0 ? false : i > Sn[e] || i < 0 ? (Us(i, s3.subarray(t, t + e)), true) : (yn(s3, t, e, i), false);
var yn = (s3, t, e, i) => s3.write(Rn(i, e), t, e, "ascii");
var Rn = (s3, t) => gn(Math.floor(s3).toString(8), t);
var gn = (s3, t) => (s3.length === t - 1 ? s3 : new Array(t - s3.length - 1).join("0") + s3 + " ") + "\0";
var Gi = (s3, t, e, i) => i === void 0 ? false : ct(s3, t, e, i.getTime() / 1e3);
var bn = new Array(156).join("\0");
var Lt = (s3, t, e, i) => i === void 0 ? false : (s3.write(i + bn, t, e, "utf8"), i.length !== Buffer.byteLength(i) || i.length > e);
var ft = class s {
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
var On = (s3, t) => t ? Object.assign({}, t, s3) : s3;
var Tn = (s3) => s3.replace(/\n$/, "").split(`
`).reduce(xn, /* @__PURE__ */ Object.create(null));
var xn = (s3, t) => {
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
};
var Ln = process.env.TESTING_TAR_FAKE_PLATFORM || process.platform;
var f = Ln !== "win32" ? (s3) => String(s3) : (s3) => String(s3).replaceAll(/\\/g, "/");
var $e = class extends A {
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
var Dt = (s3, t, e, i = {}) => {
  s3.file && (i.file = s3.file), s3.cwd && (i.cwd = s3.cwd), i.code = e instanceof Error && e.code || t, i.tarCode = t, !s3.strict && i.recoverable !== false ? (e instanceof Error && (i = Object.assign(e, i), e = e.message), s3.emit("warn", t, e, i)) : e instanceof Error ? s3.emit("error", Object.assign(e, i)) : s3.emit("error", Object.assign(new Error(`${t}: ${e}`), i));
};
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
var Cn = () => true;
var rt = class extends Dn {
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
          let o = () => {
            n.invalid || (this[It] = true);
          };
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
var mt = (s3) => {
  let t = s3.length - 1, e = -1;
  for (; t > -1 && s3.charAt(t) === "/"; ) e = t, t--;
  return e === -1 ? s3 : s3.slice(0, e);
};
var vn = (s3) => {
  let t = s3.onReadEntry;
  s3.onReadEntry = t ? (e) => {
    t(e), e.resume();
  } : (e) => e.resume();
};
var Qi = (s3, t) => {
  let e = new Map(t.map((o) => [mt(o), true])), i = s3.filter, r = 100, n = (o, h = "", a = 0) => {
    if (a >= r) return e.set(o, false), false;
    let l = h || kn(o).root || ".", c;
    if (o === l) c = false;
    else {
      let d = e.get(o);
      c = d !== void 0 ? d : n(Fn(o), l, a + 1);
    }
    return e.set(o, c), c;
  };
  s3.filter = i ? (o, h) => i(o, h) && n(mt(o)) : (o) => n(mt(o));
};
var Mn = (s3) => {
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
};
var Bn = (s3, t) => {
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
};
var Ct = K(Mn, Bn, (s3) => new rt(s3), (s3) => new rt(s3), (s3, t) => {
  t?.length && Qi(s3, t), s3.noResume || vn(s3);
});
var Ji = (s3, t, e) => (s3 &= 4095, e && (s3 = (s3 | 384) & -19), t && (s3 & 256 && (s3 |= 64), s3 & 32 && (s3 |= 8), s3 & 4 && (s3 |= 1)), s3);
var { isAbsolute: zn, parse: qs } = Pn;
var ce = (s3) => {
  let t = "", e = qs(s3);
  for (; zn(s3) || e.root; ) {
    let i = s3.charAt(0) === "/" && s3.slice(0, 4) !== "//?/" ? "/" : e.root;
    s3 = s3.slice(i.length), t += i, e = qs(s3);
  }
  return [t, s3];
};
var ei = ["|", "<", ">", "?", ":"];
var ji = ei.map((s3) => String.fromCodePoint(61440 + Number(s3.codePointAt(0))));
var Un = new Map(ei.map((s3, t) => [s3, ji[t]]));
var Hn = new Map(ji.map((s3, t) => [s3, ei[t]]));
var ts = (s3) => ei.reduce((t, e) => t.split(e).join(Un.get(e)), s3);
var Qs = (s3) => ji.reduce((t, e) => t.split(e).join(Hn.get(e)), s3);
var rr = (s3, t) => t ? (s3 = f(s3).replace(/^\.(\/|$)/, ""), mt(t) + "/" + s3) : f(s3);
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
var Gn = (s3) => s3.isFile() ? "File" : s3.isDirectory() ? "Directory" : s3.isSymbolicLink() ? "SymbolicLink" : "Unsupported";
var hi = class s2 {
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
function Yn(s3, t) {
  s3.tail = new ue(t, s3.tail, void 0, s3), s3.head || (s3.head = s3.tail), s3.length++;
}
function Kn(s3, t) {
  s3.head = new ue(t, void 0, s3.head, s3), s3.tail || (s3.tail = s3.head), s3.length++;
}
var ue = class {
  list;
  next;
  prev;
  value;
  constructor(t, e, i, r) {
    this.list = r, this.value = t, e ? (e.next = this, this.prev = e) : this.prev = void 0, i ? (i.prev = this, this.next = i) : this.next = void 0;
  }
};
var pi = class {
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
    return { onwarn: (e, i, r) => this.warn(e, i, r), noPax: this.noPax, cwd: this.cwd, absolute: t.absolute, preservePaths: this.preservePaths, maxReadSize: this.maxReadSize, strict: this.strict, portable: this.portable, linkCache: this.linkCache, statCache: this.statCache, noMtime: this.noMtime, mtime: this.mtime, prefix: this.prefix, onWriteEntry: this.onWriteEntry };
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
var Vn = (s3, t) => {
  let e = new kt(s3), i = new Wt(s3.file, { mode: s3.mode || 438 });
  e.pipe(i), fr(e, t);
};
var $n = (s3, t) => {
  let e = new wt(s3), i = new et(s3.file, { mode: s3.mode || 438 });
  e.pipe(i);
  let r = new Promise((n, o) => {
    i.on("error", o), i.on("close", n), e.on("error", o);
  });
  return dr(e, t).catch((n) => e.emit("error", n)), r;
};
var fr = (s3, t) => {
  t.forEach((e) => {
    e.charAt(0) === "@" ? Ct({ file: cr.resolve(s3.cwd, e.slice(1)), sync: true, noResume: true, onReadEntry: (i) => s3.add(i) }) : s3.add(e);
  }), s3.end();
};
var dr = async (s3, t) => {
  for (let e of t) e.charAt(0) === "@" ? await Ct({ file: cr.resolve(String(s3.cwd), e.slice(1)), noResume: true, onReadEntry: (i) => {
    s3.add(i);
  } }) : s3.add(e);
  s3.end();
};
var Xn = (s3, t) => {
  let e = new kt(s3);
  return fr(e, t), e;
};
var qn = (s3, t) => {
  let e = new wt(s3);
  return dr(e, t).catch((i) => e.emit("error", i)), e;
};
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
var ps = (s3, t, e) => {
  try {
    return wi.lchownSync(s3, t, e);
  } catch (i) {
    if (i?.code !== "ENOENT") throw i;
  }
};
var Ei = (s3, t, e, i) => {
  wi.lchown(s3, t, e, (r) => {
    i(r && r?.code !== "ENOENT" ? r : null);
  });
};
var io = (s3, t, e, i, r) => {
  if (t.isDirectory()) Es(we.resolve(s3, t.name), e, i, (n) => {
    if (n) return r(n);
    let o = we.resolve(s3, t.name);
    Ei(o, e, i, r);
  });
  else {
    let n = we.resolve(s3, t.name);
    Ei(n, e, i, r);
  }
};
var Es = (s3, t, e, i) => {
  wi.readdir(s3, { withFileTypes: true }, (r, n) => {
    if (r) {
      if (r.code === "ENOENT") return i();
      if (r.code !== "ENOTDIR" && r.code !== "ENOTSUP") return i(r);
    }
    if (r || !n.length) return Ei(s3, t, e, i);
    let o = n.length, h = null, a = (l) => {
      if (!h) {
        if (l) return i(h = l);
        if (--o === 0) return Ei(s3, t, e, i);
      }
    };
    for (let l of n) io(s3, l, t, e, a);
  });
};
var so = (s3, t, e, i) => {
  t.isDirectory() && ws(we.resolve(s3, t.name), e, i), ps(we.resolve(s3, t.name), e, i);
};
var ws = (s3, t, e) => {
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
};
var Se = class extends Error {
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
var no = (s3, t) => {
  k.stat(s3, (e, i) => {
    (e || !i.isDirectory()) && (e = new Se(s3, e?.code || "ENOTDIR")), t(e);
  });
};
var gr = (s3, t, e) => {
  s3 = f(s3);
  let i = t.umask ?? 18, r = t.mode | 448, n = (r & i) !== 0, o = t.uid, h = t.gid, a = typeof o == "number" && typeof h == "number" && (o !== t.processUid || h !== t.processGid), l = t.preserve, c = t.unlink, d = f(t.cwd), y = (E, x) => {
    E ? e(E) : x && a ? Es(x, o, h, (Le) => y(Le)) : n ? k.chmod(s3, r, e) : e();
  };
  if (s3 === d) return no(s3, y);
  if (l) return ro.mkdir(s3, { mode: r, recursive: true }).then((E) => y(null, E ?? void 0), y);
  let D = f(Si.relative(d, s3)).split("/");
  Ss(d, D, r, c, d, void 0, y);
};
var Ss = (s3, t, e, i, r, n, o) => {
  if (t.length === 0) return o(null, n);
  let h = t.shift(), a = f(Si.resolve(s3 + "/" + h));
  k.mkdir(a, e, br(a, t, e, i, r, n, o));
};
var br = (s3, t, e, i, r, n, o) => (h) => {
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
};
var oo = (s3) => {
  let t = false, e;
  try {
    t = k.statSync(s3).isDirectory();
  } catch (i) {
    e = i?.code;
  } finally {
    if (!t) throw new Se(s3, e ?? "ENOTDIR");
  }
};
var _r = (s3, t) => {
  s3 = f(s3);
  let e = t.umask ?? 18, i = t.mode | 448, r = (i & e) !== 0, n = t.uid, o = t.gid, h = typeof n == "number" && typeof o == "number" && (n !== t.processUid || o !== t.processGid), a = t.preserve, l = t.unlink, c = f(t.cwd), d = (E) => {
    E && h && ws(E, n, o), r && k.chmodSync(s3, i);
  };
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
};
var ys = /* @__PURE__ */ Object.create(null);
var Or = 1e4;
var Vt = /* @__PURE__ */ new Set();
var Tr = (s3) => {
  Vt.has(s3) ? Vt.delete(s3) : ys[s3] = s3.normalize("NFD").toLocaleLowerCase("en").toLocaleUpperCase("en"), Vt.add(s3);
  let t = ys[s3], e = Vt.size - Or;
  if (e > Or / 10) {
    for (let i of Vt) if (Vt.delete(i), delete ys[i], --e <= 0) break;
  }
  return t;
};
var ho = process.env.TESTING_TAR_FAKE_PLATFORM || process.platform;
var ao = ho === "win32";
var lo = (s3) => s3.split("/").slice(0, -1).reduce((e, i) => {
  let r = e.at(-1);
  return r !== void 0 && (i = xr(r, i)), e.push(i || "/"), e;
}, []);
var yi = class {
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
var Lr = () => process.umask();
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
var mo = (s3, t) => {
  if (!Te) return u.unlink(s3, t);
  let e = s3 + ".DELETE." + Mr(16).toString("hex");
  u.rename(s3, e, (i) => {
    if (i) return t(i);
    u.unlink(e, t);
  });
};
var po = (s3) => {
  if (!Te) return u.unlinkSync(s3);
  let t = s3 + ".DELETE." + Mr(16).toString("hex");
  u.renameSync(s3, t), u.unlinkSync(t);
};
var vr = (s3, t, e) => s3 !== void 0 && s3 === s3 >>> 0 ? s3 : t !== void 0 && t === t >>> 0 ? t : e;
var Xt = class extends rt {
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
    let n = 1, o = (a) => {
      if (a) {
        r.fd && u.close(r.fd, () => {
        }), this[O](a, t), e();
        return;
      }
      --n === 0 && r.fd !== void 0 && u.close(r.fd, (l) => {
        l ? this[O](l, t) : this[$t](), e();
      });
    };
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
      let n = 1, o = () => {
        --n === 0 && (e(), this[$t](), t.resume());
      };
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
    let i = (h) => {
      e(h);
    }, r = () => {
      this[yt](this.cwd, this.dmode, (h) => {
        if (h) {
          this[O](h, t), i();
          return;
        }
        this[Oe] = true, n();
      });
    }, n = () => {
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
    }, o = () => {
      u.lstat(String(t.absolute), (h, a) => {
        if (a && (this.keep || this.newer && a.mtime > (t.mtime ?? a.mtime))) {
          this[Ls](t), i();
          return;
        }
        if (h || this[Os](t, a)) return this[P](null, t, i);
        if (a.isDirectory()) {
          if (t.type === "Directory") {
            let l = this.chmod && t.mode && (a.mode & 4095) !== t.mode, c = (d) => this[P](d ?? null, t, i);
            return l ? u.chmod(String(t.absolute), Number(t.mode), c) : c();
          }
          if (t.absolute !== this.cwd) return u.rmdir(String(t.absolute), (l) => this[P](l ?? null, t, i));
        }
        if (t.absolute === this.cwd) return this[P](null, t, i);
        mo(String(t.absolute), (l) => this[P](l ?? null, t, i));
      });
    };
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
var ye = (s3) => {
  try {
    return [null, s3()];
  } catch (t) {
    return [t, null];
  }
};
var xe = class extends Xt {
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
    let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode, r = (h) => {
      let a;
      try {
        u.closeSync(n);
      } catch (l) {
        a = l;
      }
      (h || a) && this[O](h || a, t), e();
    }, n;
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
var Eo = (s3) => {
  let t = new xe(s3), e = s3.file, i = Br.statSync(e), r = s3.maxReadSize || 16 * 1024 * 1024;
  new Be(e, { readSize: r, size: i.size }).pipe(t);
};
var wo = (s3, t) => {
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
};
var So = K(Eo, wo, (s3) => new xe(s3), (s3) => new Xt(s3), (s3, t) => {
  t?.length && Qi(s3, t);
});
var yo = (s3, t) => {
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
};
var Ro = (s3, t, e, i, r) => {
  let n = new Wt(s3.file, { fd: i, start: e });
  t.pipe(n), bo(t, r);
};
var go = (s3, t) => {
  t = Array.from(t);
  let e = new wt(s3), i = (n, o, h) => {
    let a = (T, D) => {
      T ? v.close(n, (E) => h(T)) : h(null, D);
    }, l = 0;
    if (o === 0) return a(null, 0);
    let c = 0, d = Buffer.alloc(512), y = (T, D) => {
      if (T || D === void 0) return a(T);
      if (c += D, c < 512 && D) return v.read(n, d, c, d.length - c, l + c, y);
      if (l === 0 && d[0] === 31 && d[1] === 139) return a(new Error("cannot append to compressed archives"));
      if (c < 512) return a(null, l);
      let E = new F(d);
      if (!E.cksumValid) return a(null, l);
      let x = 512 * Math.ceil((E.size ?? 0) / 512);
      if (l + x + 512 > o || (l += x + 512, l >= o)) return a(null, l);
      s3.mtimeCache && E.mtime && s3.mtimeCache.set(String(E.path), E.mtime), c = 0, v.read(n, d, 0, 512, l, y);
    };
    v.read(n, d, 0, 512, l, y);
  };
  return new Promise((n, o) => {
    e.on("error", o);
    let h = "r+", a = (l, c) => {
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
    };
    v.open(s3.file, h, a);
  });
};
var bo = (s3, t) => {
  t.forEach((e) => {
    e.charAt(0) === "@" ? Ct({ file: Pr.resolve(s3.cwd, e.slice(1)), sync: true, noResume: true, onReadEntry: (i) => s3.add(i) }) : s3.add(e);
  }), s3.end();
};
var _o = async (s3, t) => {
  for (let e of t) e.charAt(0) === "@" ? await Ct({ file: Pr.resolve(String(s3.cwd), e.slice(1)), noResume: true, onReadEntry: (i) => s3.add(i) }) : s3.add(e);
  s3.end();
};
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
var To = (s3) => {
  let t = s3.filter;
  s3.mtimeCache || (s3.mtimeCache = /* @__PURE__ */ new Map()), s3.filter = t ? (e, i) => t(e, i) && !((s3.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0)) : (e, i) => !((s3.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0));
};

// src/package/foreign.ts
import { pipeline as pipeline5 } from "node:stream/promises";
import { createGunzip as createGunzip2 } from "node:zlib";
async function unpackForeign({ archive, folder, mostBytes }, host, signal) {
  const unpacker = new Unpacker(host.plant(folder));
  try {
    const read2 = await readForeign({ archive, mostBytes, taking: unpacker }, host, signal);
    return read2.kind === "read" ? { kind: "unpacked" } : read2;
  } finally {
    unpacker.close();
  }
}
async function readForeign({ archive, mostBytes, taking }, host, signal) {
  const compression = compressionIn(await host.readRange(archive, 0, 6));
  const into = async (chunks) => {
    for await (const chunk of within(mostBytes, chunks)) taking.write(chunk);
  };
  try {
    const from = host.readStream(archive);
    if (compression === "tar") await into(from);
    else if (compression === "gz") await gunzip(from, into, signal);
    else {
      const trouble4 = await runTool({ compression, way: "expand", from, into }, host, signal);
      if (trouble4?.code === "package/no-compressor") return { kind: "no-tool", diagnostic: trouble4 };
      if (trouble4) return { kind: "damaged", why: trouble4.message };
    }
    taking.end();
    return { kind: "read" };
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    if (error instanceof Error && /^Z_/.test(String(error.code))) {
      return { kind: "damaged", why: `it can't be uncompressed: ${error.message}` };
    }
    throw error;
  }
}
async function gunzip(from, into, signal) {
  const failed = [];
  const reading = (chunks) => into(chunks).catch((error) => {
    failed.push(error);
    throw error;
  });
  try {
    await pipeline5(from, createGunzip2(), reading, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (failed.length > 0) throw failed[0];
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
  }
}
function compressionIn(start) {
  const hex = start.toString("hex");
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1] ?? "tar";
}
var MAGIC = [
  ["1f8b", "gz"],
  ["425a68", "bz2"],
  ["fd377a585a00", "xz"],
  ["28b52ffd", "zst"],
  // xz reads the older .lzma, and from 5.4 on lzip's files, too.
  ["5d0000", "xz"],
  ["4c5a4950", "xz"]
];
var MOST_MEMBERS2 = 5e5;
var Unpacker = class {
  #planting;
  #parser;
  #kinds = /* @__PURE__ */ new Map();
  #open;
  #fault;
  #isBegun = false;
  constructor(planting) {
    this.#planting = planting;
    this.#parser = new rt({ strict: false, brotli: false, zstd: false });
    this.#parser.on("entry", (entry2) => this.#see(entry2));
    this.#parser.on("ignoredEntry", ({ path: path13, type }) => {
      throw new Damaged(`\`${shown2(path13)}\` is neither file, folder nor link (${type})`);
    });
    this.#parser.on("warn", (code, message) => {
      if (code !== "TAR_ENTRY_INFO") this.#fault = String(message);
    });
  }
  write(chunk) {
    if (!this.#isBegun && chunk[0] === 31) throw new Damaged("it is compressed twice");
    this.#isBegun ||= chunk.length > 0;
    this.#parser.write(chunk);
    this.#check();
  }
  end() {
    this.#parser.end();
    this.#check();
    if (this.#kinds.size === 0) throw new Damaged("there is nothing in it");
  }
  close() {
    this.#open?.close();
    this.#open = void 0;
  }
  #check() {
    if (this.#fault !== void 0) throw new Damaged(this.#fault);
  }
  #see(entry2) {
    const parts = entry2.path.split("/").filter((part, at2) => part !== "" && !(part === "." && at2 === 0));
    const path13 = parts.join("/");
    if (entry2.path.startsWith("/") || parts.includes("..")) {
      throw new Damaged(`\`${shown2(entry2.path)}\` leads out of the archive`);
    }
    if (new RegExp("\\p{Cc}", "u").test(path13) || parts.includes("."))
      throw new Damaged(`\`${shown2(entry2.path)}\` is not a plain name`);
    if (this.#kinds.size >= MOST_MEMBERS2) throw new Damaged(`it has more than ${MOST_MEMBERS2} members`);
    this.#makeFolders(parts.slice(0, -1));
    this.#plant(entry2, path13);
  }
  #plant(entry2, path13) {
    switch (entry2.type) {
      case "Directory":
        this.#makeFolders(path13 === "" ? [] : path13.split("/"));
        entry2.resume();
        return;
      case "SymbolicLink":
        this.#take(path13, "link");
        if (!staysInside(path13, entry2.linkpath ?? "")) {
          throw new Damaged(`\`${shown2(path13)}\` is a link to \`${shown2(entry2.linkpath ?? "")}\`, out of it`);
        }
        this.#planting.makeLink(bytes(path13), bytes(entry2.linkpath ?? ""));
        entry2.resume();
        return;
      case "File":
      case "OldFile":
      case "ContiguousFile": {
        this.#take(path13, "file");
        const file2 = this.#planting.openFile(bytes(path13), (entry2.mode ?? 0) & 64 ? 493 : 420);
        this.#open = file2;
        entry2.on("data", (chunk) => file2.write(chunk));
        entry2.on("end", () => this.close());
        return;
      }
      default:
        throw new Damaged(`\`${shown2(path13)}\` is neither file, folder nor link (${entry2.type})`);
    }
  }
  #take(path13, kind) {
    if (path13 === "" || this.#kinds.has(path13)) throw new Damaged(`\`${shown2(path13)}\` is in it twice`);
    this.#kinds.set(path13, kind);
  }
  /** Real ones only: nothing is written through a link. */
  #makeFolders(parts) {
    for (let count2 = 1; count2 <= parts.length; count2 += 1) {
      const path13 = parts.slice(0, count2).join("/");
      const kind = this.#kinds.get(path13);
      if (kind === "folder") continue;
      if (kind !== void 0) throw new Damaged(`\`${shown2(path13)}\` is a ${kind} and a folder`);
      this.#kinds.set(path13, "folder");
      this.#planting.makeFolder(bytes(path13), 493);
    }
  }
};
function staysInside(path13, target) {
  const [ups = "", rest = ""] = /^((?:\.\.?(?:\/+|$))*)(.*)$/s.exec(target)?.slice(1) ?? [];
  const steps = ups.split("/").filter((part) => part === "..").length;
  const depth = path13.split("/").length - 1;
  return target !== "" && !target.startsWith("/") && !rest.split("/").includes("..") && steps <= depth;
}
function bytes(name) {
  return Buffer.from(name).toString("latin1");
}
function shown2(name) {
  return shownName(bytes(name));
}

// src/package/zip-reader.ts
import { inflateRawSync } from "node:zlib";
var END = 101010256;
var ENTRY = 33639248;
var STORED = 0;
var DEFLATED = 8;
var MOST_END_BYTES = 22 + 65535;
var MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;
async function readZip(archive, host) {
  const size = (await host.status(archive))?.sizeBytes ?? 0;
  const from = Math.max(0, size - MOST_END_BYTES);
  const tail = await host.readRange(archive, from, MOST_END_BYTES);
  const at2 = tail.lastIndexOf(Buffer.from("PK", "latin1"));
  if (at2 === -1 || at2 + 22 > tail.length || tail.readUInt32LE(at2) !== END)
    return { kind: "damaged", why: "its end is missing" };
  const [length, start] = [tail.readUInt32LE(at2 + 12), tail.readUInt32LE(at2 + 16)];
  if (length > MOST_DIRECTORY_BYTES || start + length > size)
    return { kind: "damaged", why: "its directory does not lie in it" };
  const directory = await host.readRange(archive, start, length);
  const members = [];
  for (let next = 0; next + 46 <= directory.length && directory.readUInt32LE(next) === ENTRY; ) {
    const short = (offset) => directory.readUInt16LE(next + offset);
    const long = (offset) => directory.readUInt32LE(next + offset);
    const end = next + 46 + short(28);
    const member = { place: long(42), method: short(10), packed: long(20), plain: long(24) };
    const name = directory.subarray(next + 46, end).toString();
    members.push({ name, read: (most) => readMember(archive, { ...member, most }, host) });
    next = end + short(30) + short(32);
  }
  return members.length > 0 ? { kind: "read", members } : { kind: "damaged", why: "there is nothing in it" };
}
async function readMember(archive, { place: place2, method, packed, plain: plain2, most }, host) {
  if (plain2 > most || packed > most || plain2 === 0) return void 0;
  const head = await host.readRange(archive, place2, 30);
  if (head.length < 30) return void 0;
  const start = place2 + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const content = await host.readRange(archive, start, packed);
  if (method === STORED) return content;
  if (method !== DEFLATED) return void 0;
  try {
    return inflateRawSync(content, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof Error && "code" in error) return void 0;
    throw error;
  }
}

// src/package/foreign-listing.ts
var MOST_TEXT_BYTES = 512 * 1024;
var MOST_TEXTS = 200;
var MOST_FILES = 5e5;
async function listForeign({ archive, mostBytes, wanted }, host, signal) {
  const taking = new Lister(wanted);
  const start = await host.readRange(archive, 0, 4);
  if (start.toString("latin1") === "PK") {
    const zip = await readZip(archive, host);
    if (zip.kind === "damaged") return zip;
    for (const { name, read: read3 } of zip.members) {
      const file2 = plainName(name);
      if (file2 === "" || name.endsWith("/")) continue;
      taking.files.push(file2);
      const text4 = taking.wants(file2) ? await read3(MOST_TEXT_BYTES) : void 0;
      if (text4 !== void 0) taking.texts.set(file2, text4.toString());
    }
    return { kind: "listed", listing: taking };
  }
  const read2 = await readForeign({ archive, mostBytes, taking }, host, signal);
  return read2.kind === "read" ? { kind: "listed", listing: taking } : read2;
}
var Lister = class {
  files = [];
  texts = /* @__PURE__ */ new Map();
  #wanted;
  #parser = new rt({ strict: false, brotli: false, zstd: false });
  #fault;
  #isBegun = false;
  constructor(wanted) {
    this.#wanted = wanted;
    this.#parser.on("entry", (entry2) => this.#see(entry2));
    this.#parser.on("warn", (code, message) => {
      if (code !== "TAR_ENTRY_INFO") this.#fault = String(message);
    });
  }
  wants(file2) {
    return this.texts.size < MOST_TEXTS && this.#wanted(file2);
  }
  write(chunk) {
    if (!this.#isBegun && chunk[0] === 31) throw new Damaged("it is compressed twice");
    this.#isBegun ||= chunk.length > 0;
    this.#parser.write(chunk);
  }
  end() {
    this.#parser.end();
    if (this.files.length === 0) throw new Damaged(this.#fault ?? "there is nothing in it");
  }
  #see(entry2) {
    const file2 = plainName(entry2.path);
    const isFile = ["File", "OldFile", "ContiguousFile", "Link", "SymbolicLink"].includes(entry2.type);
    if (isFile && file2 !== "") this.files.push(file2);
    if (this.files.length > MOST_FILES) throw new Damaged(`it has more than ${MOST_FILES} files`);
    if (!isFile || entry2.size === 0 || entry2.size > MOST_TEXT_BYTES || !this.wants(file2)) {
      entry2.resume();
      return;
    }
    const chunks = [];
    entry2.on("data", (chunk) => void chunks.push(Buffer.from(chunk)));
    entry2.on("end", () => void this.texts.set(file2, Buffer.concat(chunks).toString()));
  }
};
function plainName(name) {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  return name.startsWith("/") || parts.includes("..") ? "" : parts.join("/");
}

// src/package/manifest.ts
function parseManifest(content) {
  try {
    const value = JSON.parse(content);
    const at2 = (name) => field({ value, where: "it" }, name);
    return ok({
      fullpkgname: fileName(at2("fullpkgname")),
      pkgpath: text3(at2("pkgpath")),
      flavors: list(at2("flavors")).map(text3),
      base: text3(at2("base")),
      arch: word(at2("arch"), ARCHES),
      layout: word(at2("layout"), ["vendor", "programs"]),
      prefix: matching(at2("prefix"), PREFIX, ABSOLUTE),
      depends: list(at2("depends")).map(dependOf),
      systemPackages: list(at2("systemPackages")).map(text3)
    });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return { ok: false, error: error.message };
  }
}

// src/package/pack.ts
import posix2 from "node:path/posix";

// src/package/archive.ts
import { createHash as createHash7 } from "node:crypto";
import { pipeline as pipeline6 } from "node:stream/promises";
async function writeArchive({ members, sourceDateEpoch, compression, file: file2 }, host, signal) {
  const content = createHash7("sha256");
  const written = createHash7("sha256");
  let sizeBytes = 0;
  const write = (chunks) => pipeline6(
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
  );
  let tarBytes = END_OF_ARCHIVE.length;
  async function* entryBytes() {
    for (const chunk of tarEntries(members, sourceDateEpoch)) {
      content.update(chunk);
      tarBytes += chunk.length;
      yield chunk;
    }
  }
  const entries = entryBytes();
  if (compression === "gz") {
    await write(gzipFile(entries));
  } else {
    const from = followed(entries, END_OF_ARCHIVE);
    const trouble4 = await runTool({ compression, way: "compress", from, into: write }, host, signal);
    if (trouble4) return { ok: false, error: [trouble4] };
  }
  const contentDigest = content.update(END_OF_ARCHIVE).digest("hex");
  return ok({ sha256: written.digest("hex"), sizeBytes, contentDigest, tarBytes });
}
async function* gzipFile(entries) {
  yield* gzipMember(entries, PLAIN_HEADER);
  yield* gzipMember([END_OF_ARCHIVE], PLAIN_HEADER);
}
function* tarEntries(members, sourceDateEpoch) {
  for (const { entry: entry2, content } of members) {
    yield headerOf2(entry2, sourceDateEpoch);
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
async function* followed(chunks, last) {
  yield* chunks;
  yield last;
}

// src/package/audit-files.ts
import path4 from "node:path/posix";

// src/package/libraries.ts
import path3 from "node:path/posix";
async function scanLibraries(layers, host) {
  const root = openRoot(layers, host);
  const folders = await realFolders(root, await searchFolders(root));
  const owners = await libraryOwners(root);
  const libraries = [];
  for (const { name, file: file2 } of await filesIn(root, folders, isLibraryName)) {
    const elf = await readElfFile(file2, host);
    const owner = owners.get(name);
    if (elf) libraries.push({ ...providedLibrary(name, elf), ...owner ? { package: owner } : {} });
  }
  const programFolders = await realFolders(root, PROGRAM_FOLDERS);
  const programs = await filesIn(root, programFolders, () => true);
  return {
    folders,
    libraries: libraries.sort((a, b2) => a.path < b2.path ? -1 : 1),
    programFolders,
    programs: programs.map(({ name }) => name).sort()
  };
}
var PROGRAM_FOLDERS = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"];
async function realFolders(root, folders) {
  const real = [];
  for (const folder of new Set(folders)) {
    const found2 = await root.find(folder);
    if (found2?.kind === "folder") real.push({ path: folder, real: found2.path });
  }
  return real;
}
async function filesIn(root, folders, isWanted) {
  const files2 = [];
  for (const real of new Set(folders.map((folder) => folder.real))) {
    for (const name of await root.list(real)) {
      if (!isWanted(name)) continue;
      const found2 = await root.find(`${real}/${name}`);
      if (found2?.kind === "file") files2.push({ name: `${real}/${name}`, file: found2.file });
    }
  }
  return files2;
}
async function libraryOwners(root) {
  const listed3 = [...await dpkgFiles(root), ...await apkFiles(root)];
  const real = /* @__PURE__ */ new Map();
  const owners = /* @__PURE__ */ new Map();
  for (const { file: file2, owner } of listed3) {
    const folder = path3.dirname(file2);
    if (!real.has(folder)) real.set(folder, (await root.find(folder))?.path);
    owners.set(`${real.get(folder) ?? folder}/${path3.basename(file2)}`, owner);
  }
  return owners;
}
async function dpkgFiles(root) {
  const folder = "/var/lib/dpkg/info";
  const owned = [];
  for (const name of await root.list(folder)) {
    const [, owner] = /^([^:]+)(?::[^:]+)?\.list$/.exec(name) ?? [];
    if (owner === void 0) continue;
    const text4 = await root.readText(`${folder}/${name}`) ?? "";
    const files2 = text4.split("\n").filter((file2) => isLibraryName(path3.basename(file2)));
    owned.push(...files2.map((file2) => ({ file: file2, owner })));
  }
  return owned;
}
async function apkFiles(root) {
  const text4 = await root.readText("/lib/apk/db/installed") ?? "";
  const owned = [];
  let owner = "";
  let folder = "";
  for (const line of text4.split("\n")) {
    const value = line.slice(2);
    if (line.startsWith("P:")) owner = value;
    else if (line.startsWith("F:")) folder = value;
    else if (line.startsWith("R:") && isLibraryName(value))
      owned.push({ file: `/${folder}/${value}`, owner });
  }
  return owned;
}
function isLibraryName(name) {
  return /^(lib|ld).*\.so(\.[^/]*)?$/.test(name);
}
function providedLibrary(where, elf) {
  return {
    path: where,
    ...elf.soname === void 0 ? {} : { soname: elf.soname },
    elfClass: elf.elfClass,
    machine: elf.machine,
    versions: [...elf.versionsDefined].sort()
  };
}
async function readElfFile(file2, host) {
  const sizeBytes = (await host.status(file2))?.sizeBytes ?? 0;
  const reading = await readElf({
    sizeBytes,
    read: (offset, length) => host.readRange(file2, offset, length)
  });
  return reading.kind === "elf" ? reading : void 0;
}
var MOST_LINKS = 40;
function openRoot(layers, host) {
  const downwards = [...layers].reverse();
  const known = /* @__PURE__ */ new Map();
  const statusOf = (where) => {
    const status = known.get(where) ?? look(where);
    known.set(where, status);
    return status;
  };
  const look = async (where) => {
    for (const layer of downwards) {
      const file2 = joinPath(layer, `.${where}`);
      const status = await host.status(file2);
      if (status) return status.kind === "other" ? void 0 : { file: file2, kind: status.kind };
    }
    return void 0;
  };
  const find = async (where, links) => {
    const top = downwards[0];
    if (!top) return void 0;
    let found2 = { path: "", kind: "folder", file: top };
    const parts = path3.normalize(where).split("/").filter(Boolean);
    for (const [index, part] of parts.entries()) {
      const next = found2.kind === "folder" ? await statusOf(`${found2.path}/${part}`) : void 0;
      if (!next) return void 0;
      if (next.kind === "link") {
        if (links === MOST_LINKS) return void 0;
        const target = path3.resolve(`/${found2.path}`, await host.readLink(next.file));
        return find(path3.join(target, ...parts.slice(index + 1)), links + 1);
      }
      found2 = { path: `${found2.path}/${part}`, kind: next.kind, file: next.file };
    }
    return found2;
  };
  return {
    find: (where) => find(where, 0),
    list: async (folder) => {
      const found2 = await find(folder, 0);
      const names = /* @__PURE__ */ new Set();
      for (const layer of found2?.kind === "folder" ? layers : []) {
        for (const name of await host.list(joinPath(layer, `.${found2?.path}`)) ?? []) names.add(name);
      }
      return [...names].sort();
    },
    readText: async (where) => {
      const found2 = await find(where, 0);
      return found2?.kind === "file" ? await host.readText(found2.file) : void 0;
    }
  };
}
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
var MOST_INCLUDES = 8;
async function configuredFolders(root, file2, depth) {
  const folders = [];
  for (const line of (await root.readText(file2) ?? "").split("\n")) {
    const text4 = line.replace(/#.*/, "").trim();
    const [, included] = /^include\s+(\S+)$/.exec(text4) ?? [];
    if (included && depth < MOST_INCLUDES) {
      const pattern = path3.resolve(path3.dirname(file2), included);
      for (const name of await root.list(path3.dirname(pattern))) {
        if (!matchesGlob(path3.basename(pattern), name)) continue;
        folders.push(...await configuredFolders(root, `${path3.dirname(pattern)}/${name}`, depth + 1));
      }
    } else if (text4.startsWith("/")) {
      folders.push(path3.normalize(text4));
    }
  }
  return folders;
}

// src/package/audit-files.ts
function fileFindings(checked2, elves) {
  return [
    ...wrongArchitecture(checked2, elves),
    ...malformed(checked2),
    ...hardening(elves),
    ...unreachableSonames(checked2, elves),
    ...lostInterpreters(checked2),
    ...danglingLinks(checked2),
    ...worldWritable(checked2),
    ...buildPaths(checked2)
  ];
}
var MACHINES = {
  x86_64: { machine: 62, elfClass: 64, byteOrder: "little" },
  aarch64: { machine: 183, elfClass: 64, byteOrder: "little" }
};
function isLoaded(type) {
  return type === "executable" || type === "shared";
}
function wrongArchitecture({ subject }, elves) {
  const wanted = MACHINES[subject.arch];
  const strange = elves.filter(
    ({ elf }) => isLoaded(elf.type) && (elf.machine !== wanted.machine || elf.elfClass !== wanted.elfClass || elf.byteOrder !== wanted.byteOrder)
  );
  return found("architecture", filesOf(strange), {
    message: (files2, { are }) => `${files2} ${are} made for another architecture than ${subject.arch}`,
    help: "build it with the buildbox's own compiler, or leave out what is not for this architecture"
  });
}
function malformed({ contents }) {
  return [...contents].flatMap(
    ([file2, { elf }]) => elf.kind !== "malformed" ? [] : [
      {
        check: "malformed",
        message: `\`${shownName(file2)}\` begins as an ELF file, but can't be loaded: ${elf.why}`,
        help: "look whether the build cut it off, or leave it out"
      }
    ]
  );
}
function hardening(elves) {
  const filesWith = (matches) => filesOf(elves.filter(({ elf }) => matches(elf)));
  return [
    ...found(
      "textrel",
      filesWith(({ textRelocations }) => textRelocations === "present"),
      {
        message: (files2, { have }) => `${files2} ${have} text relocations: the loader must write into the code`,
        help: "compile everything that goes into it with `-fPIC`"
      }
    ),
    ...found(
      "execstack",
      filesWith(({ stack }) => stack === "executable"),
      {
        message: (files2, { ask }) => `${files2} ${ask} for an executable stack`,
        help: "link with `-Wl,-z,noexecstack`, or mark assembler sources with `.note.GNU-stack`"
      }
    ),
    ...found(
      "pie",
      filesWith(({ type }) => type === "executable"),
      {
        message: (files2, { are }) => `${files2} ${are} linked to a fixed address, not as PIE`,
        help: "compile with `-fPIE` and link with `-pie`"
      }
    ),
    ...found(
      "relro",
      filesWith(({ type, relro }) => type !== "object" && relro === "absent"),
      {
        message: (files2, { leave }) => `${files2} ${leave} relocated data writable (no RELRO)`,
        help: "link with `-Wl,-z,relro`"
      }
    )
  ];
}
function unreachableSonames({ own, others }, elves) {
  const beside = [own, ...others].filter(({ prefix }) => prefix === own.prefix);
  return elves.flatMap(({ file: file2, elf: { soname } }) => {
    const name = path4.basename(file2);
    if (!isLibraryName(name) || !/\.so\.[0-9]/.test(name)) return [];
    if (soname === void 0) {
      const message = `\`${shownName(file2)}\` has no soname: programs would be linked to its file name`;
      return [{ check: "soname", message, help: "link it with `-Wl,-soname,` and its name" }];
    }
    const wanted = path4.join(path4.dirname(file2), soname);
    if (name === soname || beside.some(({ files: files2 }) => files2.has(wanted))) return [];
    return [
      {
        check: "soname",
        message: `\`${shownName(file2)}\` is \`${shownName(soname)}\` to what is linked with it, and no such link lies beside it`,
        help: `make the link in \`post-fake\`: \`ln -s ${name} ${soname}\``
      }
    ];
  });
}
function lostInterpreters(checked2) {
  const { contents, subject } = checked2;
  const isThere = finderOf(checked2);
  const lost = [...contents].flatMap(([file2, { interpreter }]) => {
    const program = interpreter === void 0 ? void 0 : lostProgram(interpreter, checked2, isThere);
    return program === void 0 ? [] : [{ file: file2, program }];
  });
  return [...new Set(lost.map(({ program }) => program))].flatMap((program) => {
    const files2 = filesOf(lost.filter((one) => one.program === program));
    const isCommand = (file2) => /^s?bin\/[^/]+$/.test(file2);
    const texts = {
      message: (names, { are }) => `${names} ${are} started by \`${shownName(program)}\`, which is neither in the base \`${subject.base}\` nor in a package that is beside it`,
      help: `declare what brings \`${shownName(program)}\`: ${subject.words.system}${forOnce(path4.basename(program), subject)}`
    };
    return [
      ...found("shebang", files2.filter(isCommand), texts),
      ...found(
        "shebang",
        files2.filter((file2) => !isCommand(file2)),
        texts
      ).map((finding2) => ({ ...finding2, level: "warning" }))
    ];
  });
}
function finderOf({ own, others, base }) {
  const programs = new Set(base.programs);
  const real = new Map(base.programFolders.map((folder) => [folder.path, folder.real]));
  return (absolute) => programs.has(`${real.get(path4.dirname(absolute))}/${path4.basename(absolute)}`) || [own, ...others].some((offer) => leadsSomewhere(offer, absolute));
}
function lostProgram(line, { own, others, base }, isThere) {
  const [program = "", ...words] = line.split(/[ \t]+/).filter(Boolean);
  if (!isThere(program)) return program;
  if (path4.basename(program) !== "env") return void 0;
  const wanted = words.find((word2) => !word2.startsWith("-") && !word2.includes("="));
  if (wanted === void 0) return void 0;
  const folders = [
    ...[own, ...others].flatMap(({ prefix }) => [`${prefix}/bin`, `${prefix}/sbin`]),
    ...base.programFolders.map((folder) => folder.path)
  ];
  const places = wanted.includes("/") ? [wanted] : folders.map((folder) => `${folder}/${wanted}`);
  return places.some(isThere) ? void 0 : wanted;
}
function danglingLinks({ entries, own, others }) {
  const offers = [own, ...others];
  const links = new Map(
    entries.flatMap(
      ({ status, path: where, target }) => status.kind === "link" ? [[path4.join(own.prefix, where), target]] : []
    )
  );
  const dangling = [...links].filter(([link]) => {
    const end = followed2(link, links);
    return !offers.some(({ prefix }) => prefix === end) && !offers.some((offer) => leadsSomewhere(offer, end));
  });
  return dangling.map(([link, target]) => ({
    check: "dangling-link",
    message: `\`${shownName(pathBelow(own.prefix, link) ?? link)}\` is a link to \`${shownName(target)}\`, which is in no package`,
    help: "mend or remove it in `post-fake`"
  }));
}
function followed2(start, links) {
  let end = start;
  for (let count2 = 0; count2 <= 40; count2 += 1) {
    const parts = end.split("/");
    const ways = parts.map((_2, index) => parts.slice(0, index + 1).join("/"));
    const link = ways.find((way) => links.has(way));
    if (link === void 0) return end;
    end = path4.resolve(path4.dirname(link), links.get(link) ?? "", `.${end.slice(link.length)}`);
  }
  return "";
}
function leadsSomewhere({ prefix, files: files2 }, absolute) {
  const below2 = pathBelow(prefix, absolute);
  return below2 !== void 0 && files2.has(below2);
}
function worldWritable({ entries }) {
  const open = entries.filter(({ status }) => status.kind !== "link" && (status.mode & 2) !== 0);
  return found(
    "world-writable",
    open.map(({ path: where }) => where),
    {
      message: (files2, { are }) => `${files2} ${are} writable by everybody; in the package, only by the owner`,
      help: "take the bit away in `post-fake`: `chmod o-w FILE`"
    }
  );
}
function buildPaths({ contents }) {
  const left = [...contents].flatMap(
    ([file2, { buildPath }]) => buildPath === void 0 ? [] : [{ file: file2, buildPath }]
  );
  const [first2] = left;
  const example = first2 ? ` (\`${first2.buildPath}\`)` : "";
  return found("build-path", filesOf(left), {
    message: (files2) => `the path of the build is left in ${files2}${example}`,
    help: "keep it out (`-ffile-prefix-map`), or replace it in `post-fake`"
  });
}
var ONE = { are: "is", have: "has", ask: "asks", leave: "leaves" };
var MANY = { are: "are", have: "have", ask: "ask", leave: "leave" };
function found(check, files2, texts) {
  if (files2.length === 0) return [];
  const verbs = files2.length === 1 ? ONE : MANY;
  return [{ check, message: texts.message(nameList(files2), verbs), help: texts.help }];
}

// src/package/declared.ts
function compareDeclared(checked2, resolved) {
  const used = [...resolved, ...resolveLinks(checked2.beside, checked2)];
  const wantlib = compareWantlib(checked2, { resolved, used });
  const depends = compareDepends(checked2, { resolved, used });
  const links = linkedNames(resolved);
  return {
    declarations: { links, wantlib: wantlib.comparison, depends: depends.comparison },
    findings: [...wantlib.findings, ...depends.findings]
  };
}
var OF_THE_COMPILER = /* @__PURE__ */ new Set(["c", "dl", "gcc_s", "m", "pthread", "resolv", "rt", "util"]);
function linkedNames(resolved) {
  const foreign = resolved.filter(({ link }) => link.from.kind !== "package");
  const names = foreign.flatMap(({ link }) => libraryName(link.needed)?.name ?? []);
  return [...new Set(names)].filter((name) => !OF_THE_COMPILER.has(name)).sort();
}
function libraryName(file2) {
  const [, name, digits] = /^lib(.+?)\.so(?:\.([0-9]+).*)?$/.exec(file2.slice(file2.lastIndexOf("/") + 1)) ?? [];
  return name === void 0 ? void 0 : { name, major: digits === void 0 ? void 0 : Number(digits) };
}
function parseWantlib(text4) {
  const [, name = text4, relation, major = ""] = /^(?:.*\/)?(.*?)(?:(>?=)([0-9]+)(?:\.[0-9]+)?)?$/.exec(text4) ?? [];
  const fits = (found2) => relation === void 0 || (relation === "=" ? found2 === Number(major) : found2 >= Number(major));
  return { text: text4, name, fits };
}
function compareWantlib(checked2, { resolved, used }) {
  const { subject } = checked2;
  const wanted = subject.wantlib.map(parseWantlib);
  if (wanted.length === 0) return { comparison: NOTHING, findings: [] };
  const links = linkedNames(resolved);
  const missing = links.filter((name) => !wanted.some((one) => one.name === name));
  const usedLinks = linkedNames(used);
  const idle = wanted.filter(({ name }) => !usedLinks.includes(name) && !OF_THE_COMPILER.has(name));
  const there = reachable(checked2);
  const isThere = ({ name, fits }) => there.some((one) => one.name === name && (one.major === void 0 || fits(one.major)));
  const bogus = wanted.filter((one) => !OF_THE_COMPILER.has(one.name) && !isThere(one));
  const extra = idle.filter((one) => !bogus.includes(one));
  const texts = (list2) => list2.map(({ text: text4 }) => text4);
  const place2 = `\`${subject.words.wantlib}\``;
  const span = subject.wantlibSpans?.[0];
  const spanOf = (one) => subject.wantlibSpans?.[wanted.indexOf(one)];
  return {
    comparison: { missing, extra: texts(extra), bogus: texts(bogus) },
    findings: [
      ...finding("wantlib", missing, {
        message: (names) => `${place2} lacks ${names}, with which the package is linked`,
        help: `add ${nameList(missing)}`,
        span
      }),
      ...extra.flatMap(
        (one) => finding("wantlib", [one.text], {
          message: (name) => `${place2} names ${name}, with which nothing in the package is linked`,
          help: "remove it",
          span: spanOf(one)
        })
      ),
      ...bogus.flatMap(
        (one) => finding("wantlib", [one.text], {
          message: (name) => `${place2} names ${name}, which neither the base \`${subject.base}\` nor a package that it depends on has`,
          help: "mend the name or its version, or declare what brings it",
          span: spanOf(one)
        })
      )
    ]
  };
}
var NOTHING = { missing: [], extra: [], bogus: [] };
function reachable({ others, base }) {
  const libraries = [...others.flatMap((offer) => offer.libraries), ...base.libraries];
  return libraries.flatMap(({ path: path13, soname }) => libraryName(soname ?? path13) ?? []);
}
var HELP = {
  port: "when the build or a program of the package needs it, say so under `build` or `run`; else remove it",
  system: "remove it; when only the build needs it, name its packages, as in `{apt: {build: [libfoo-dev]}}`"
};
function compareDepends(checked2, { resolved, used }) {
  const { subject, others, base } = checked2;
  const linked = new Set(
    used.flatMap(({ link: { from } }) => from.kind === "dependency" ? [from.fullpkgname] : [])
  );
  const linkedInBase = new Set(
    used.flatMap(({ link: { from } }) => from.kind === "base" ? from.package ?? [] : [])
  );
  const extra = [];
  const bogus = [];
  for (const dependency of subject.depends.lib) {
    const there = others.filter((one) => fulfils(one, dependency));
    if (there.length === 0 || there.some(({ fullpkgname }) => linked.has(fullpkgname))) continue;
    const list2 = there.some(({ libraries }) => libraries.length > 0) ? extra : bogus;
    list2.push({ name: dependency.pkgpath, span: dependency.span, help: HELP.port });
  }
  const owners = new Set(base.libraries.flatMap((library) => library.package ?? []));
  for (const { name, packages, span } of subject.depends.system) {
    const bringing = packages.filter((one) => owners.has(one));
    if (bringing.length > 0 && !bringing.some((one) => linkedInBase.has(one)))
      extra.push({ name, span, help: HELP.system });
  }
  const undeclared = others.filter(
    (one) => resolved.some(
      ({ link: { from } }) => from.kind === "dependency" && from.fullpkgname === one.fullpkgname
    ) && ![...subject.depends.lib, ...subject.depends.run].some((dependency) => fulfils(one, dependency))
  );
  const names = (list2) => list2.map(({ name }) => name);
  return {
    comparison: {
      missing: undeclared.map(({ fullpkgpath }) => fullpkgpath),
      extra: names(extra),
      bogus: names(bogus)
    },
    findings: [
      ...extra.flatMap(
        ({ name, span, help }) => finding("extra-dependency", [name], {
          message: (text4) => `${text4} is a dependency, but nothing in the package is linked with it`,
          help,
          span
        })
      ),
      ...bogus.flatMap(
        ({ name, span, help }) => finding("extra-dependency", [name], {
          message: (text4) => `${text4} is a dependency on libraries, but has no shared library`,
          help,
          span
        })
      )
    ]
  };
}
function finding(check, names, texts) {
  if (names.length === 0) return [];
  const { message, help, span } = texts;
  return [{ check, message: message(nameList(names)), help, ...span ? { span } : {} }];
}

// src/package/audit.ts
function auditPackage(request) {
  const { subject, contents, own } = request;
  const checked2 = { ...request, subject: { ...subject, words: WORDS[subject.dialect] } };
  const elves = linkedFiles(contents);
  const resolved = resolveLinks(elves, request);
  const declared = compareDeclared(checked2, resolved);
  const findings = [
    ...linkFindings(checked2, elves, resolved),
    ...fileFindings(checked2, elves),
    ...declared.findings
  ].flatMap((finding2) => diagnosticOf(finding2, subject));
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    fullpkgname: own.fullpkgname,
    verdict: severities.has("error") ? "failed" : severities.has("warning") ? "warnings" : "clean",
    links: resolved.map(({ link }) => link),
    libraryPath: [...new Set(resolved.flatMap(({ libraryPath }) => libraryPath ?? []))].sort(),
    declarations: declared.declarations,
    findings
  };
}
function linkedFiles(contents) {
  return [...contents].flatMap(([file2, { elf }]) => elf.kind === "elf" ? [{ file: file2, elf }] : []);
}
var WORDS = {
  yaml: {
    lib: "`depends: lib`",
    system: "the base's package in `depends: system`, or a port in `depends: lib`",
    wantlib: "wantlib"
  },
  gobolinux: {
    lib: "`Resources/Dependencies`",
    system: "its program in `Resources/Dependencies`",
    wantlib: "wantlib"
  },
  openbsd: {
    lib: "`LIB_DEPENDS`",
    system: "its port in `LIB_DEPENDS` or `RUN_DEPENDS`",
    wantlib: "WANTLIB"
  }
};
var USUAL = {
  "missing-library": "error",
  "undeclared-library": "error",
  "missing-version": "error",
  interpreter: "error",
  runpath: "error",
  architecture: "error",
  shebang: "error",
  "build-path": "warning",
  execstack: "warning",
  textrel: "warning",
  pie: "warning",
  relro: "warning",
  soname: "warning",
  malformed: "warning",
  "dangling-link": "warning",
  "world-writable": "warning",
  wantlib: "warning",
  "extra-dependency": "warning"
};
var USUALLY_OFF_ELSEWHERE = /* @__PURE__ */ new Set(["wantlib", "extra-dependency"]);
function levelOf({ check, level }, { levels, dialect }) {
  const usual = dialect !== "yaml" && USUALLY_OFF_ELSEWHERE.has(check) ? "off" : USUAL[check];
  return levels.get(check) ?? level ?? usual;
}
function diagnosticOf(finding2, subject) {
  const { check, message, help } = finding2;
  const level = levelOf(finding2, subject);
  if (level === "off") return [];
  const code = `audit/${check}`;
  const span = finding2.span ?? subject.span;
  return [{ severity: level, code, blame: "recipe", message, help, ...span ? { span } : {} }];
}

// src/package/contents.ts
import { createHash as createHash8 } from "node:crypto";
async function readContents(entries, place2, signal) {
  const contents = /* @__PURE__ */ new Map();
  const byIdentity = /* @__PURE__ */ new Map();
  for (const entry2 of entries) {
    const { path: path13, status } = entry2;
    if (status.kind !== "file") continue;
    signal.throwIfAborted();
    const known = byIdentity.get(status.identity);
    const facts = known ?? await readFacts(entry2, place2);
    contents.set(path13, facts);
    byIdentity.set(status.identity, facts);
  }
  return contents;
}
async function readFacts({ path: path13, status }, { installed, marks, fileHash: fileHash2 }) {
  const hash = createHash8("sha256");
  const other2 = fileHash2 === "sha256" ? void 0 : createHash8(fileHash2);
  let sizeBytes = 0;
  let start = Buffer.alloc(0);
  const build = new FolderSearch(marks.buildFolders);
  const prefix = new FolderSearch([marks.prefix]);
  for (const chunk of installed.read(path13)) {
    if (sizeBytes === 0) start = chunk;
    hash.update(chunk);
    other2?.update(chunk);
    sizeBytes += chunk.length;
    build.add(chunk);
    prefix.add(chunk);
  }
  const read2 = async (offset, length) => installed.readRange(path13, offset, length);
  const sha256 = hash.digest("hex");
  return {
    sha256,
    listed: other2?.digest("hex") ?? sha256,
    elf: await readElf({ sizeBytes, read: read2 }),
    interpreter: (status.mode & 73) === 0 ? void 0 : interpreterLine(start),
    buildPath: build.found,
    prefix: prefix.found === void 0 ? "absent" : "left"
  };
}
function interpreterLine(start) {
  if (start.toString("latin1", 0, 2) !== "#!") return void 0;
  const line = start.toString("latin1", 2, 256).split("\n")[0]?.trim();
  return line === "" ? void 0 : line;
}
var TOLD = 100;
var FolderSearch = class {
  #folders;
  /** What all of them begin with: one search for all. */
  #common;
  /** The longest text that decides. */
  #reach;
  #end = Buffer.alloc(0);
  /** The first path that was found. */
  found;
  constructor(folders) {
    const [first2 = "", ...others] = folders;
    let common = first2.length;
    while (others.some((one) => !one.startsWith(first2.slice(0, common)))) common -= 1;
    this.#folders = folders;
    this.#common = Buffer.from(first2.slice(0, common));
    this.#reach = Math.max(...folders.map((one) => Buffer.byteLength(one)), 0) + TOLD;
  }
  add(chunk) {
    if (this.found !== void 0 || this.#common.length === 0) return;
    this.#look(Buffer.concat([this.#end, chunk.subarray(0, this.#reach)]));
    this.#look(chunk);
    this.#end = chunk.length >= this.#reach ? Buffer.from(chunk.subarray(-this.#reach)) : Buffer.concat([this.#end, chunk]).subarray(-this.#reach);
  }
  #look(bytes2) {
    for (let at2 = bytes2.indexOf(this.#common); at2 !== -1; at2 = bytes2.indexOf(this.#common, at2 + 1)) {
      const text4 = bytes2.toString("latin1", at2, at2 + this.#reach);
      if (!this.#folders.some((one) => text4.startsWith(one) && !GOES_ON.test(text4.slice(one.length))))
        continue;
      this.found = text4.replace(BEHIND_PATH, "").slice(0, TOLD);
      return;
    }
  }
};
var GOES_ON = /^([A-Za-z0-9_+@~-]|\.[A-Za-z0-9])/;
var BEHIND_PATH = /[^A-Za-z0-9._+@~/-].*$/s;

// src/package/fake-root.ts
import path5 from "node:path/posix";
function readFakeRoot(job, fakeRoot, host) {
  const scanned = host.scan(fakeRoot);
  const prefix = Buffer.from(job.prefix.slice(1)).toString("latin1");
  const below2 = `${prefix}/`;
  const all = scanned?.entries ?? [];
  const found2 = all.filter(({ path: where }) => where.startsWith(below2)).map((entry2) => ({ ...entry2, path: entry2.path.slice(below2.length) }));
  const { entries, remarks } = job.port.dialect === "gobolinux" ? withoutBits(found2, job) : plain(found2);
  const outside = all.filter(
    ({ path: where, status }) => !where.startsWith(below2) && !(status.kind === "folder" && below2.startsWith(`${where}/`))
  );
  const troubles = [
    ...outsideTroubles(job, outside),
    ...fileTroubles(entries, { prefix: job.prefix, span: job.port.build.style.span })
  ];
  if (entries.length === 0 && job.port.build.style.value !== "meta" && outside.length === 0) {
    troubles.push(nothingInstalled(job));
  }
  if (troubles.length > 0 || !scanned) return { ok: false, error: troubles };
  const real = host.scan(joinPath(fakeRoot, job.prefix.slice(1)));
  return ok({
    entries,
    read: (where) => real?.read(where) ?? [],
    readRange: (where, offset, length) => real?.readRange(where, offset, length) ?? Buffer.alloc(0),
    remarks
  });
}
function plain(entries) {
  return { entries, remarks: [] };
}
function withoutBits(found2, { port }) {
  const bearing = found2.filter(hasBits);
  if (bearing.length === 0) return plain(found2);
  const remark = {
    severity: "warning",
    code: "package/setuid",
    blame: "recipe",
    message: `packed without their set-user-ID or set-group-ID bits: ${nameList(bearing.map(({ path: where }) => where))}`,
    span: port.build.style.span,
    help: "where it is installed, root may set them again"
  };
  const entries = found2.map(
    (entry2) => hasBits(entry2) ? { ...entry2, status: { ...entry2.status, mode: entry2.status.mode & 1023 } } : entry2
  );
  return { entries, remarks: [remark] };
}
function hasBits({ status }) {
  return status.kind === "file" && (status.mode & 3072) !== 0;
}
function outsideTroubles({ port, prefix }, outside) {
  const paths = new Set(outside.map((entry2) => entry2.path));
  const tops = outside.filter((entry2) => !paths.has(path5.dirname(entry2.path)));
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
function fileTroubles(entries, { prefix, span }) {
  const place2 = span ? { span } : {};
  const refuse2 = (code, what, help, refused2) => refused2.length === 0 ? [] : [
    {
      severity: "error",
      code,
      blame: "recipe",
      message: `${what}: ${nameList(refused2.map(({ path: where }) => where))}`,
      ...place2,
      help
    }
  ];
  return [
    ...refuse2(
      "package/setuid",
      "a package may not hold set-user-ID or set-group-ID files",
      "take the bits away in `post-fake`: `chmod ug-s FILE`",
      entries.filter(hasBits)
    ),
    ...refuse2(
      "package/special-file",
      "a package may hold files, folders and links only, no devices, pipes or sockets",
      "remove them in `post-fake`",
      entries.filter(({ status }) => status.kind === "other")
    ),
    ...refuse2(
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
        ...place2,
        help: "make it a relative link to a file of the package, or remove it in `post-fake`"
      })
    )
  ];
}
function leavingLinks(prefix, entries) {
  const root = Buffer.from(prefix).toString("latin1");
  return entries.filter(({ status, path: where, target }) => {
    if (status.kind !== "link") return false;
    const end = path5.resolve(path5.dirname(`${root}/${where}`), target);
    return end !== root && !end.startsWith(`${root}/`);
  });
}
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

// src/package/members.ts
function topFolder({ layout, prefix }) {
  const top = layout === "programs" ? prefix.slice(1) : prefix.slice(prefix.lastIndexOf("/") + 1);
  return Buffer.from(top).toString("latin1");
}
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
      content: () => [content]
    })
  );
  const installedFolders = new Set(draft.entries.map(({ path: path13 }) => path13));
  const parts = folder.split("/");
  const metadataFolders = parts.map((_2, index) => parts.slice(0, index + 1).join("/")).filter((path13) => !installedFolders.has(path13));
  const folders = ["", ...metadataFolders].map(
    (path13) => ({
      entry: {
        kind: "folder",
        path: path13 === "" ? `${top}/` : `${top}/${path13}/`,
        mode: 493,
        modified: source.sourceDateEpoch
      },
      content: () => []
    })
  );
  return [...folders, ...metadata, ...payload(draft, top, source)].sort(
    (a, b2) => byArchiveOrder(a.entry, b2.entry)
  );
}
function payload({ entries }, top, { installed, sourceDateEpoch }) {
  const firstOf = /* @__PURE__ */ new Map();
  return entries.map((entry2) => {
    const path13 = `${top}/${entry2.path}`;
    const archived = archiveEntry(entry2, {
      path: path13,
      first: firstOf.get(entry2.status.identity),
      sourceDateEpoch
    });
    if (archived.kind === "file") firstOf.set(entry2.status.identity, path13);
    return { entry: archived, content: () => installed.read(entry2.path) };
  });
}
function archiveEntry({ status, target }, { path: path13, first: first2, sourceDateEpoch }) {
  const modified = Math.max(0, Math.min(Math.floor(status.modifiedMs / 1e3), sourceDateEpoch));
  const mode = status.mode & 493 | 384;
  switch (status.kind) {
    case "folder":
      return { kind: "folder", path: `${path13}/`, mode: mode | 448, modified: sourceDateEpoch };
    case "link":
      return { kind: "link", path: path13, mode: 511, modified, target };
    case "file":
      return first2 === void 0 ? { kind: "file", path: path13, mode, modified, sizeBytes: status.sizeBytes } : { kind: "hard-link", path: path13, mode, modified, target: first2 };
    case "other":
      throw new Error(`${path13} is neither file, folder nor link`);
  }
}

// src/package/listed-explained.ts
var ROWS = 20;
function inLists(rows, told) {
  const { what, ...rest } = told;
  const bySource = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const known = bySource.get(row.span.source.name);
    if (known) known.push(row);
    else bySource.set(row.span.source.name, [row]);
  }
  return [...bySource.values()].flatMap((ofOne) => {
    const inOrder = ofOne.toSorted((a, b2) => a.span.start - b2.span.start);
    const [first2] = inOrder;
    if (!first2) return [];
    const shown3 = inOrder.slice(0, ROWS).map(({ span, text: text4 }) => {
      return `line ${placeOf(span.source, span.start).line}: ${text4}`;
    });
    const more = inOrder.length > ROWS ? [`and ${inOrder.length - ROWS} more`] : [];
    const message = [what(inOrder.length), ...shown3, ...more].join("\n  ");
    return [{ blame: "recipe", message, span: first2.span, ...rest }];
  });
}
function files(count2) {
  return count2 === 1 ? "a file" : `${count2} files`;
}
function notBuilt(missing) {
  const rows = missing.map(({ entry: entry2 }) => ({ span: entry2.span, text: listed2(entry2) }));
  return inLists(rows, {
    severity: "error",
    code: "package/not-built",
    what: (count2) => `the packing list names ${files(count2)} that the fake phase did not install:`,
    help: "let the build install it (`build --keep` shows what it did), or bring the list up to date: `tarwright make-plist PORT`"
  });
}
function listed2({ kind, path: path13 }) {
  if (kind === "file") return quoted(path13);
  return kind === "dir" ? quoted(`${path13}/`) : quoted(`@${kind} ${path13}`);
}
function unlisted(strays) {
  if (strays.length === 0) return [];
  const paths = strays.map(({ path: path13 }) => path13);
  const span = strays.find(({ neighbour }) => neighbour)?.neighbour?.span;
  return [
    {
      severity: "warning",
      code: "package/unlisted",
      blame: "recipe",
      message: `no packing list names ${nameList(paths)}: left out of the packages`,
      ...span ? { span } : {},
      help: "add what belongs to a package to its list, or let `tarwright make-plist PORT` do so; `@comment PATH` says that a file is left out on purpose"
    }
  ];
}
function listDispute(path13, one, other2) {
  const named = ({ owner, entry: entry2 }) => `${listed2(entry2)} of \`${owner.fullpkgname}\``;
  return {
    severity: "error",
    code: "package/claimed-twice",
    blame: "recipe",
    message: `${named(one)} and ${named(other2)} both claim \`${shownName(path13)}\``,
    span: one.entry.span,
    related: [{ message: "the other claim", span: other2.entry.span }],
    help: "leave it in one of the two lists: packages of one build share no file"
  };
}
function explainNames(found2) {
  const rowsOf = (kind) => found2.flatMap(({ entry: entry2, counterpart }) => {
    if (counterpart.kind !== kind) return [];
    const [first2 = "", ...others] = kind === "moved" ? counterpart.paths : counterpart.paths.toSorted((a, b2) => b2.length - a.length);
    const beside = others.length > 0 ? `, with ${nameList(others)}` : "";
    return [
      { span: entry2.span, text: `${quoted(entry2.path)} is ${quoted(shownName(first2))} here${beside}` }
    ];
  });
  return [
    ...inLists(rowsOf("numbered"), {
      severity: "note",
      code: "package/linux-name",
      what: () => "shared libraries have upstream's numbers here, not OpenBSD's, and links that lead to them:"
    }),
    ...inLists(rowsOf("moved"), {
      severity: "note",
      code: "package/linux-name",
      what: () => "manual pages lie elsewhere, or are compressed:"
    })
  ];
}
function explainAbsences(found2) {
  const rows = found2.flatMap(({ entry: entry2, counterpart }) => {
    if (counterpart.kind !== "absent" || counterpart.because === void 0) return [];
    return [{ span: entry2.span, text: `${listed2(entry2)}: ${reasonOf(counterpart.because)}` }];
  });
  return inLists(rows, {
    severity: "note",
    code: "package/not-on-linux",
    what: (count2) => `the packing list names ${files(count2)} that a build on Linux does without:`
  });
}
function reasonOf(absence) {
  switch (absence) {
    case "libtool-archive":
      return "read by libtool alone, which finds the library without";
    case "static-library":
      return "the shared library is there";
    case "iconv-alias":
      return "a table of OpenBSD's iconv; glibc has its own";
    case "rc-script":
      return "a script of OpenBSD's rc.d, which nothing runs here";
    case "readme":
      return "OpenBSD's notes for its own users";
    case "precompiled":
      return "what Python keeps of a module; it makes it anew";
    case "empty-folder":
      return "a folder with nothing in it";
    default:
      return unreachable(absence);
  }
}
function explainNotes(packages) {
  const rows = packages.flatMap(({ notes = [], packingList: packingList2 = [] }) => [
    ...notes.map(({ span, ...note }) => ({ span, text: quoted(lineOf(note)) })),
    ...packingList2.filter(({ mode = 0 }) => (mode & 3584) !== 0).map(({ span, path: path13, mode = 0 }) => ({
      span,
      text: `${quoted(path13)} has the mode ${(mode & 511).toString(8)}, without \`@mode ${mode.toString(8)}\``
    }))
  ]);
  return inLists(rows, {
    severity: "note",
    code: "package/not-done",
    what: () => "an installation lays files down and runs nothing, makes no accounts and gives no rights; OpenBSD's would do more:"
  });
}
function lineOf({ keyword, text: text4 }) {
  return keyword === "file" || keyword === "dir" ? text4 : `@${keyword} ${text4}`.trim();
}

// src/package/listed-files.ts
var STRENGTH = ["name", "number", "counterpart"];
function assignListed(port, entries) {
  const tree = builtTree(entries.map(({ path: path13, status }) => ({ path: path13, kind: status.kind })));
  const found2 = [...port.packages, ...port.dropped].flatMap(
    (owner) => (owner.packingList ?? []).filter(({ kind }) => kind !== "sample").map((entry2) => ({
      owner,
      entry: entry2,
      counterpart: counterpartOf({ kind: entry2.kind, path: bytesOf(entry2.path) }, tree)
    }))
  );
  const claims = claimsOf(found2);
  const built = found2.filter(({ owner, entry: entry2 }) => port.packages.includes(owner) && entry2.fate === "packed");
  const shares = sharesOf(port, entries, claims);
  const missing = built.filter(({ counterpart }) => isMissing(counterpart));
  const troubles = [...notBuilt(missing), ...shares.disputes];
  if (troubles.length > 0) return { ok: false, error: [...troubles, ...unlisted(shares.unlisted)] };
  return ok({
    lists: port.packages.map((subpackage) => listOf(subpackage, { entries, shares, found: found2 })),
    remarks: [
      ...unlisted(shares.unlisted),
      ...explainNames(built),
      ...explainAbsences(built),
      ...explainNotes(port.packages)
    ]
  });
}
function isMissing(counterpart) {
  return counterpart.kind === "absent" && counterpart.because === void 0;
}
function bytesOf(text4) {
  return Buffer.from(text4).toString("latin1");
}
function claimsOf(found2) {
  const claims = /* @__PURE__ */ new Map();
  for (const { owner, entry: entry2, counterpart } of found2) {
    if (counterpart.kind === "absent") continue;
    for (const path13 of counterpart.paths) {
      const claim = { owner, entry: entry2, by: strengthOf(path13, entry2) };
      claims.set(path13, [...claims.get(path13) ?? [], claim]);
    }
  }
  return claims;
}
function strengthOf(path13, { kind, path: named }) {
  if (path13 === bytesOf(named)) return "name";
  return kind === "lib" || /\.so\.[0-9]/.test(named) ? "number" : "counterpart";
}
function sharesOf(port, entries, claims) {
  const restOwner = port.packages.find(({ packingList: packingList2 }) => packingList2 === void 0);
  const taken2 = /* @__PURE__ */ new Map();
  const rest = /* @__PURE__ */ new Set();
  const strays = [];
  const disputes = [];
  for (const { path: path13, status } of entries) {
    if (status.kind === "folder") continue;
    const all = claims.get(path13) ?? [];
    const live = all.filter(({ owner, entry: entry2 }) => port.packages.includes(owner) && entry2.fate === "packed");
    const strongest2 = STRENGTH.find((by) => live.some((claim) => claim.by === by));
    const [first2, ...others] = live.filter(({ by }) => by === strongest2);
    const other2 = others.find(({ owner }) => owner !== first2?.owner);
    if (first2 && other2) disputes.push(listDispute(path13, first2, other2));
    else if (first2) taken2.set(path13, first2);
    else if (all.length > 0 || goesUnlisted(path13)) continue;
    else if (restOwner) rest.add(path13);
    else strays.push(path13);
  }
  return { taken: taken2, rest, restOwner, unlisted: neighboursOf(strays, port), disputes };
}
function neighboursOf(paths, port) {
  const lines2 = /* @__PURE__ */ new Map();
  for (const { packingList: packingList2 = [] } of port.packages) {
    for (const entry2 of packingList2) {
      for (const folder of foldersOf(bytesOf(entry2.path))) if (!lines2.has(folder)) lines2.set(folder, entry2);
    }
  }
  return paths.map((path13) => ({
    path: path13,
    neighbour: foldersOf(path13).map((folder) => lines2.get(folder)).find((entry2) => entry2 !== void 0)
  }));
}
function foldersOf(path13) {
  const parts = path13.split("/").slice(0, -1);
  return [...parts.map((_2, index) => parts.slice(0, parts.length - index).join("/")), ""];
}
function listOf(subpackage, { entries, shares, found: found2 }) {
  const own = found2.filter(({ owner, entry: entry2 }) => owner === subpackage && entry2.fate === "packed");
  const paths = /* @__PURE__ */ new Set();
  const kinds = /* @__PURE__ */ new Map();
  const modes = /* @__PURE__ */ new Map();
  const add = (path13) => {
    for (const one of [path13, ...foldersOf(path13).slice(0, -1)]) paths.add(one);
  };
  for (const [path13, { owner, entry: entry2 }] of shares.taken) {
    if (owner !== subpackage) continue;
    add(path13);
    kinds.set(path13, entry2.kind);
    if (entry2.mode !== void 0) modes.set(path13, entry2.mode & 511);
  }
  if (subpackage === shares.restOwner) for (const path13 of shares.rest) add(path13);
  for (const { entry: entry2, counterpart } of own) {
    if (counterpart.kind === "absent") continue;
    for (const path13 of counterpart.paths) {
      if (shares.taken.has(path13)) continue;
      if (entries.some((one) => one.path === path13 && one.status.kind === "folder")) add(path13);
      if (entry2.mode !== void 0) modes.set(path13, entry2.mode & 511);
    }
  }
  const samples = samplesOf(subpackage, { entries, shares, found: found2 });
  const scanned = entries.filter(({ path: path13 }) => paths.has(path13)).map((entry2) => withMode(entry2, modes.get(entry2.path)));
  const inPlace = new Set(scanned.map(({ path: path13 }) => path13));
  const added = samples.entries.filter(({ path: path13 }) => !inPlace.has(path13));
  return {
    subpackage,
    entries: added.length === 0 ? scanned : [...scanned, ...added].sort(inArchiveOrder),
    copies: samples.copies,
    kinds
  };
}
function withMode(entry2, mode) {
  if (mode === void 0 || entry2.status.kind === "link") return entry2;
  return { ...entry2, status: { ...entry2.status, mode } };
}
function inArchiveOrder(a, b2) {
  const [first2, second] = [a.path.replaceAll("/", "\0"), b2.path.replaceAll("/", "\0")];
  return first2 < second ? -1 : first2 > second ? 1 : 0;
}
function samplesOf(subpackage, { entries, shares, found: found2 }) {
  const byPath = new Map(entries.map((entry2) => [entry2.path, entry2]));
  const added = /* @__PURE__ */ new Map();
  const copies = /* @__PURE__ */ new Map();
  for (const { kind, path: text4, of, mode } of subpackage.packingList ?? []) {
    const path13 = bytesOf(text4);
    if (kind !== "sample" || byPath.has(path13) && of !== void 0) continue;
    const source = of === void 0 ? void 0 : sourceOf2(bytesOf(of), { found: found2, subpackage });
    const copied = source === void 0 ? void 0 : byPath.get(source);
    const isFile = copied?.status.kind === "file" && shares.taken.get(copied.path)?.owner === subpackage;
    if (of !== void 0 && !isFile) continue;
    const status = copied && of !== void 0 ? { ...copied.status, identity: `${copied.status.identity} as ${path13}`, links: 1 } : folderStatus(path13);
    added.set(path13, {
      path: path13,
      target: "",
      status: mode === void 0 ? status : { ...status, mode: mode & 511 }
    });
    if (copied && of !== void 0) copies.set(path13, copied.path);
    for (const folder of foldersOf(path13).slice(0, -1)) {
      added.set(folder, byPath.get(folder) ?? { path: folder, target: "", status: folderStatus(folder) });
    }
  }
  return { entries: [...added.values()], copies };
}
function sourceOf2(path13, { found: found2, subpackage }) {
  const line = found2.find(({ owner, entry: entry2 }) => owner === subpackage && bytesOf(entry2.path) === path13);
  return line && line.counterpart.kind !== "absent" ? line.counterpart.paths[0] : void 0;
}
function folderStatus(path13) {
  return { kind: "folder", sizeBytes: 0, mode: 493, modifiedMs: 0, identity: `sample ${path13}`, links: 1 };
}

// src/package/packing-list.ts
function assignFiles(port, entries) {
  if (port.packages.some(({ packingList: packingList2 }) => packingList2)) return assignListed(port, entries);
  const claims = claimsOf2(port);
  const rest = port.packages.filter(({ files: files2 }) => files2.length === 0);
  const owned = new Map(port.packages.map((one) => [one, /* @__PURE__ */ new Set()]));
  const used = /* @__PURE__ */ new Set();
  const unclaimed = [];
  const disputed = /* @__PURE__ */ new Map();
  for (const entry2 of leavesOf(entries)) {
    const matching2 = claims.filter(({ rule }) => claimsPath(rule.pattern, entry2));
    for (const { rule } of matching2) used.add(rule);
    const best = strongest(matching2);
    const [owner, other2] = best.length > 0 ? ownersOf(best) : rest;
    if (!owner) unclaimed.push(entry2.path);
    else if (other2) dispute(disputed, { path: entry2.path, claims: best, owners: [owner, other2] });
    else for (const path13 of withFolders(entry2.path)) owned.get(owner)?.add(path13);
  }
  const idle = port.packages.flatMap(({ files: files2 }) => files2.filter((rule) => !used.has(rule)));
  const troubles = [
    ...unclaimed.length > 0 ? [unclaimedTrouble(port, unclaimed)] : [],
    ...[...disputed.values()].map((one) => disputeTrouble(one)),
    ...idle.map(idleTrouble)
  ];
  if (troubles.length > 0) return { ok: false, error: troubles };
  const lists = port.packages.map((subpackage) => ({
    subpackage,
    entries: entries.filter(({ path: path13 }) => owned.get(subpackage)?.has(path13)),
    copies: /* @__PURE__ */ new Map(),
    kinds: /* @__PURE__ */ new Map()
  }));
  return ok({ lists, remarks: [] });
}
function claimsOf2({ packages, dropped }) {
  return [...packages, ...dropped].flatMap((owner) => owner.files.map((rule) => ({ owner, rule })));
}
function claimants(port, path13) {
  const matching2 = claimsOf2(port).filter(({ rule }) => claimsPath(rule.pattern, { path: path13 }));
  return matching2.length > 0 ? ownersOf(strongest(matching2)) : [];
}
function leavesOf(entries) {
  const parents = new Set(entries.map(({ path: path13 }) => path13.slice(0, Math.max(0, path13.lastIndexOf("/")))));
  return entries.filter(({ path: path13, status }) => status.kind !== "folder" || !parents.has(path13));
}
function withFolders(path13) {
  const parts = path13.split("/");
  return parts.map((_2, index) => parts.slice(0, parts.length - index).join("/"));
}
function claimsPath(written, { path: path13 }) {
  const pattern = written.replace(/\/+$/, "");
  const name = shownName(path13);
  if (isLiteral(pattern)) return name === pattern || name.startsWith(`${pattern}/`);
  return withFolders(name).some((one) => matchesGlob(pattern, one));
}
function strongest(claims) {
  const literals = claims.filter(({ rule }) => isLiteral(rule.pattern));
  if (literals.length === 0) return claims;
  const longest = Math.max(...literals.map(({ rule }) => rule.pattern.length));
  return literals.filter(({ rule }) => rule.pattern.length === longest);
}
function ownersOf(claims) {
  return [...new Set(claims.map(({ owner }) => owner))];
}
function dispute(disputes, found2) {
  const side = (owner) => ({
    owner,
    rule: found2.claims.find((claim) => claim.owner === owner)?.rule
  });
  const [one, other2] = found2.owners;
  const sides = [side(one), side(other2)];
  const key = sides.map(({ owner, rule }) => `${owner.name}
${rule?.pattern ?? ""}`).join("\n");
  disputes.set(key, { paths: [...disputes.get(key)?.paths ?? [], found2.path], sides });
}
function disputeTrouble({ paths, sides: [one, other2] }) {
  const named = ({ owner, rule }) => rule ? `\`${rule.pattern}\` of \`${owner.name}\`` : `\`${owner.name}\`, which has no \`files\``;
  return {
    severity: "error",
    code: "package/claimed-twice",
    blame: "recipe",
    message: `${named(one)} and ${named(other2)} both claim ${nameList(paths)}`,
    span: one.rule?.span ?? one.owner.span,
    related: [{ message: "the other claim", span: other2.rule?.span ?? other2.owner.span }],
    help: "name the file itself in the package that should have it: a name beats a pattern"
  };
}
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

// src/package/relocation.ts
import path6 from "node:path/posix";
function relocationOf(placed) {
  const because = hindrance(placed);
  return because === void 0 ? { verdict: "yes" } : { verdict: "no", because };
}
function hindrance({ prefix, entries, contents, audit }) {
  const naming = entries.filter(
    ({ path: file2, target }) => contents.get(file2)?.prefix === "left" || path6.isAbsolute(target)
  );
  if (naming.length > 0) {
    const verb = naming.length === 1 ? "names" : "name";
    return `${nameList(naming.map(({ path: file2 }) => file2))} ${verb} its prefix \`${prefix}\``;
  }
  if (audit.libraryPath.length > 0) {
    return `its libraries are found through \`LD_LIBRARY_PATH\` only, not by a RUNPATH of \`$ORIGIN\``;
  }
  const foreign = audit.links.find(({ from }) => from.kind === "dependency");
  if (foreign?.from.kind === "dependency") {
    return `it finds \`${foreign.needed}\` of \`${foreign.from.fullpkgname}\` by that package's place`;
  }
  return void 0;
}

// src/package/pack.ts
async function packJob(request, { host, report }, signal) {
  const { job, fakeRoot, buildFolders, staging, fileHash: fileHash2 = "sha256" } = request;
  const installed = readFakeRoot(job, fakeRoot, host);
  if (!installed.ok) return installed;
  const assigned = assignFiles(job.port, installed.value.entries);
  if (!assigned.ok) return assigned;
  const { lists } = assigned.value;
  const remarks = [...installed.value.remarks, ...assigned.value.remarks];
  const troubles = sharedPaths(job, lists);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const entries = lists.flatMap((list2) => list2.entries);
  const files2 = withCopies(installed.value, lists);
  const contents = await readContents(
    entries,
    { installed: files2, marks: { buildFolders, prefix: job.prefix }, fileHash: fileHash2 },
    signal
  );
  const drafts = draftsOf(request, { lists, contents, host });
  const findings = drafts.flatMap(({ audit }) => audit.findings);
  if (findings.some(({ severity }) => severity === "error"))
    return { ok: false, error: [...findings, ...remarks] };
  await host.makeFolder(staging);
  const packages = [];
  for (const [index, draft] of drafts.entries()) {
    report({ kind: "progress", what: "packing", done: index, total: drafts.length, unit: "packages" });
    const staged = await writePackage(request, { draft, installed: files2, host }, signal);
    if (!staged.ok) return staged;
    packages.push(staged.value);
  }
  report({ kind: "progress", what: "packing", done: drafts.length, total: drafts.length, unit: "packages" });
  return ok({ packages, audits: drafts.map(({ audit }) => audit), remarks });
}
function withCopies(installed, lists) {
  const copies = new Map(lists.flatMap((list2) => [...list2.copies]));
  return {
    ...installed,
    read: (path13) => installed.read(copies.get(path13) ?? path13),
    readRange: (path13, offset, length) => installed.readRange(copies.get(path13) ?? path13, offset, length)
  };
}
function sharedPaths(job, lists) {
  const folders = lists.map(({ subpackage }) => metadataFolder(job, subpackage));
  const twins = lists.filter((_2, index) => folders.indexOf(folders[index] ?? "") !== index);
  const reserved = new Set(folders.flatMap((folder) => METADATA_NAMES.map((name) => `${folder}/${name}`)));
  const taken2 = lists.flatMap(
    ({ entries }) => entries.map(({ path: path13 }) => path13).filter((path13) => reserved.has(path13) || isHashFile(path13))
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
function draftsOf(request, { lists, contents, host }) {
  const { job, libraries, dependencyPackages, buildFolders, fileHash: fileHash2 = "sha256" } = request;
  const { prefix } = job;
  const offers = lists.map(
    ({ subpackage: { fullpkgname, fullpkgpath }, entries }) => offerOf({ fullpkgname, fullpkgpath, prefix }, { entries, contents })
  );
  const strangers = dependencyPackages.map((present) => presentOffer(present, host));
  const rows = dependencyPackages.map((present) => present.package);
  return lists.flatMap(({ subpackage, entries, kinds }, index) => {
    const own = offers[index];
    if (!own) return [];
    const others = [...offers.filter((offer) => offer !== own), ...strangers];
    const paths = new Set(entries.map(({ path: path13 }) => path13));
    const facts = new Map([...contents].filter(([path13]) => paths.has(path13)));
    const audit = auditPackage({
      subject: subjectOf(subpackage, { ...request, port: job.port, base: job.base.name, arch: job.arch }),
      entries,
      contents: facts,
      own,
      others,
      beside: linkedFiles(contents).filter(({ file: file2 }) => !paths.has(file2)),
      base: libraries,
      buildFolders
    });
    const wanted = [...subpackage.depends.lib, ...subpackage.depends.run];
    return [
      {
        job,
        subpackage,
        entries,
        kinds,
        contents: facts,
        fileHash: fileHash2,
        audit,
        relocatable: relocationOf({ prefix, entries, contents: facts, audit }),
        provided: own.libraries,
        depends: wanted.map((dependency) => {
          const row = bestFor(rows, dependency);
          const { spec, pkgpath } = dependency;
          return { spec, pkgpath, ...row ? { contentDigest: row.contentDigest } : {} };
        }),
        dependencies: rows.filter((row) => wanted.some((one) => fulfils(row, one))),
        systemPackages: [...new Set(request.systemPackages.map(({ name }) => name))].sort()
      }
    ];
  });
}
function subjectOf(subpackage, { port, base, arch, systemPackages, supply }) {
  return {
    ...subpackage,
    ...supply ? { supply } : {},
    base,
    arch,
    depends: { ...subpackage.depends, system: systemNeeds(subpackage.depends.system, systemPackages) },
    levels: port.audit,
    dialect: port.dialect
  };
}
function systemNeeds(declared, packages) {
  return declared.map((dependency) => {
    const names = packages.filter(({ by }) => by === dependency).map(({ name: name2 }) => name2);
    const name = dependency.kind === "neutral" ? dependency.name : dependency.run.join(", ");
    return { name, packages: names, span: dependency.span };
  });
}
function offerOf(named, { entries, contents }) {
  return {
    ...named,
    libraries: librariesOf({ entries, contents, prefix: named.prefix }),
    files: new Set(entries.map(({ path: path13 }) => path13))
  };
}
function presentOffer({ package: row, folder }, host) {
  const entries = host.scan(folder)?.entries ?? [];
  return { ...row, libraries: row.libraries.provided, files: new Set(entries.map(({ path: path13 }) => path13)) };
}
function librariesOf({ entries, contents, prefix }) {
  const targets = new Map(entries.map(({ path: path13, target }) => [path13, target]));
  return entries.flatMap(({ path: path13, status }) => {
    if (status.kind === "folder") return [];
    let end = path13;
    for (let links = 0; links < 40 && targets.get(end); links += 1) {
      const target = posix2.resolve(prefix, posix2.dirname(end), targets.get(end) ?? "");
      end = posix2.relative(prefix, target);
    }
    const elf = contents.get(end)?.elf;
    if (elf?.kind !== "elf") return [];
    const isLibrary = elf.soname !== void 0 || isLibraryName(posix2.basename(path13));
    return isLibrary ? [providedLibrary(path13, elf)] : [];
  });
}
async function writePackage({ sourceDateEpoch, compression, staging, ...request }, { draft, installed, host }, signal) {
  const { job, subpackage } = draft;
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
  const row = {
    fullpkgname: subpackage.fullpkgname,
    name: port.name,
    ...releaseOf(subpackage.fullpkgname),
    subpackage: subpackage.name,
    fullpkgpath: subpackage.fullpkgpath,
    ...subpackage.relations ? { relations: subpackage.relations } : {},
    comment: subpackage.comment,
    flavors: port.flavors.chosen,
    ...port.flavors.pseudo.length > 0 ? { pseudoFlavors: port.flavors.pseudo } : {},
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
    libraries: librariesOfDraft(draft),
    relocatable: draft.relocatable,
    job: job.id,
    fingerprint: request.fingerprint,
    ingredients: request.ingredients,
    recipe: request.recipe,
    ...request.origin ? { origin: request.origin } : {},
    buildTimeMs: request.buildTimeMs,
    audit: auditOfDraft(draft),
    test: "none",
    ...testScriptOf2(port)
  };
  return ok({ package: row, archive });
}
function testScriptOf2({ test, packages }) {
  if (!test) return {};
  const { shell, text: text4 } = test;
  return { testScript: { shell, text: text4, fullpkgnames: packages.map(({ fullpkgname }) => fullpkgname) } };
}

// src/package/keys.ts
import path7 from "node:path/posix";
async function writeKey({ folder, name }, host) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return wrong(unfitName(name));
  const file2 = (suffix) => joinPath(folder, `${name}.${suffix}`);
  const files2 = { secret: file2("sec"), public: file2("pub"), openpgp: file2("asc") };
  for (const one of Object.values(files2)) {
    if (await host.status(one)) return wrong(taken(one));
  }
  const seed = host.randomBytes(32);
  const key = keyOfSeed(seed, name);
  const made = await host.createFile(files2.secret, formatSecretKey(seed, key), 384);
  if (made === "exists") return wrong(taken(files2.secret));
  await host.writeFile(files2.public, formatPublicKey(key));
  await host.writeFile(files2.openpgp, openpgpKey(key));
  return ok(files2);
}
function parseSigningKey(text4, name) {
  return signingKey(text4, { name, what: "the signing key" });
}
async function readSigningKey(file2, host) {
  const text4 = await keyText(file2, host);
  return text4.ok ? signingKey(text4.value, { name: keyName(file2), what: `\`${file2}\`` }) : text4;
}
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
function keyName(file2) {
  return path7.basename(file2).replace(/\.(sec|key|pub)$/, "");
}
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
function keyTrouble(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
function unfitName(name) {
  return keyTrouble(
    "key/name",
    `\`${name}\` can't be a key's name: it becomes the name of files`,
    "use letters, digits, `.`, `_` and `-`"
  );
}
function taken(file2) {
  return keyTrouble(
    "key/exists",
    `\`${file2}\` is there already, and a key is never overwritten`,
    "choose another name, or move the old key away"
  );
}
function madeNow(file2) {
  return {
    severity: "warning",
    code: "key/made",
    blame: "request",
    message: `a signing key was made, since none was given: \`${file2}\``,
    help: "keep a copy of it; whoever has it can sign in your name"
  };
}
function noneInCi(file2) {
  return {
    severity: "warning",
    code: "key/none-in-ci",
    blame: "request",
    message: `the packages stay unsigned: no key was given, there is none at \`${file2}\`, and in CI none is made`,
    help: "give a key (`--key`, or the input `signing-key`), or sign later with `tarwright sign`"
  };
}

// src/package/verify.ts
import path9 from "node:path/posix";

// src/package/key-ring.ts
import { createHash as createHash9 } from "node:crypto";
import path8 from "node:path/posix";

// src/package/openpgp-packets.ts
var PUBLIC_KEY = 6;
var USER_ID = 13;
var ED25519 = /^04[0-9a-f]{8}16092b06010401da470f01010740([0-9a-f]{64})$/;
function ed25519In(certificates) {
  const found2 = [];
  let point;
  for (const { tag, body } of packetsIn(certificates)) {
    if (tag === PUBLIC_KEY) {
      if (point !== void 0) found2.push({ point, name: "" });
      point = ED25519.exec(body.toString("hex"))?.[1];
    }
    if (tag === USER_ID && point !== void 0) {
      found2.push({ point, name: body.toString().replace(new RegExp("\\p{Cc}", "gu"), " ") });
      point = void 0;
    }
  }
  return point === void 0 ? found2 : [...found2, { point, name: "" }];
}
function* packetsIn(bytes2) {
  for (let at2 = 0; at2 < bytes2.length; ) {
    const head = bytes2[at2] ?? 0;
    const length = head & 64 ? newLength(bytes2, at2 + 1) : oldLength(bytes2, at2 + 1, head & 3);
    if (!(head & 128) || !length || length.from + length.size > bytes2.length) return;
    const tag = head & 64 ? head & 63 : head >> 2 & 15;
    yield { tag, body: bytes2.subarray(length.from, length.from + length.size) };
    at2 = length.from + length.size;
  }
}
function newLength(bytes2, at2) {
  const first2 = bytes2[at2];
  if (first2 === void 0 || first2 > 223 && first2 < 255) return void 0;
  if (first2 < 192) return { from: at2 + 1, size: first2 };
  if (first2 < 224) return { from: at2 + 2, size: (first2 - 192 << 8) + (bytes2[at2 + 1] ?? 0) + 192 };
  return at2 + 5 > bytes2.length ? void 0 : { from: at2 + 5, size: bytes2.readUInt32BE(at2 + 1) };
}
function oldLength(bytes2, at2, type) {
  const width = [1, 2, 4][type];
  if (width === void 0 || at2 + width > bytes2.length) return void 0;
  return { from: at2 + width, size: bytes2.readUIntBE(at2, width) };
}
function dearmored(file2) {
  if ((file2[0] ?? 0) & 128)
    return [...packetsIn(file2)].some(({ tag }) => tag === PUBLIC_KEY) ? file2 : void 0;
  const blocks = file2.toString("latin1").matchAll(
    /-----BEGIN PGP PUBLIC KEY BLOCK-----\r?\n(?:[^\r\n:]+: [^\n]*\n)*\r?\n([A-Za-z0-9+/=\s]+?)\r?\n=[A-Za-z0-9+/]{4}/g
  );
  const bytes2 = Buffer.concat([...blocks].map(([, text4 = ""]) => Buffer.from(text4, "base64")));
  return [...packetsIn(bytes2)].some(({ tag }) => tag === PUBLIC_KEY) ? bytes2 : void 0;
}

// src/package/key-ring.ts
async function readKeyRing(folder, host) {
  const names = await host.list(folder);
  const troubles = [];
  const keys = /* @__PURE__ */ new Map();
  const packets = [];
  for (const name of names ?? []) {
    const file2 = joinPath(folder, name);
    const suffix = /\.(pub|asc|gpg)$/.exec(name)?.[1];
    const real = suffix && await host.realPath(file2);
    if (!suffix || !real || (await host.status(real))?.kind !== "file") continue;
    const bytes2 = await host.readBytes(real) ?? Buffer.alloc(0);
    const plain2 = path8.basename(name, `.${suffix}`);
    if (suffix === "pub") {
      const key = parsePublicKeyFile(bytes2.toString("latin1"), plain2);
      if (key) keys.set(key.point, key);
      else troubles.push(unreadable2(file2));
      continue;
    }
    const certificates = dearmored(bytes2);
    if (!certificates) {
      troubles.push(unreadable2(file2));
      continue;
    }
    packets.push(certificates);
    for (const { point, name: owner } of ed25519In(certificates)) {
      const keyNumber = createHash9("sha256").update(Buffer.from(point, "hex")).digest("hex").slice(0, 16);
      if (!keys.has(point)) keys.set(point, { name: owner === "" ? plain2 : owner, keyNumber, point });
    }
  }
  if (keys.size === 0 && packets.length === 0 && troubles.length === 0) troubles.push(empty(folder));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok({ folder, keys: [...keys.values()], openpgp: Buffer.concat(packets) });
}
async function signerInRing({ content, signature: signature2 }, ring, host) {
  const armored = signature2.toString("latin1");
  for (const key of ring.keys) {
    if (verifyDetached(content, armored, key) !== "good") continue;
    return { kind: "good", signer: { name: key.name, keyNumber: key.keyNumber } };
  }
  return await withScratch(host.folders.temporary, host, async (scratch) => {
    const write = async (name, bytes2) => {
      await host.writeFile(joinPath(scratch, name), bytes2, 384);
      return joinPath(scratch, name);
    };
    const keyring = await write("ring.gpg", ring.openpgp);
    const files2 = [await write("signature", signature2), await write("content", content)];
    const { exit, stdout } = await host.query({
      program: "gpgv",
      args: ["--status-fd", "1", "--keyring", keyring, ...files2],
      // A folder without any keys of the user's.
      env: { PATH: host.environment("PATH") ?? "/usr/bin:/bin", GNUPGHOME: scratch, LC_ALL: "C" }
    });
    if (exit.kind === "not-found") return { kind: "no-gpgv" };
    return verdictOf(stdout, exit.kind === "exited" && exit.status === 0);
  });
}
function verdictOf(status, isDone) {
  const lines2 = status.split("\n").flatMap((line) => /^\[GNUPG:\] (.*)$/.exec(line)?.[1] ?? []);
  const found2 = (word2) => lines2.find((line) => line.startsWith(`${word2} `))?.split(" ");
  const [, , ...name] = found2("GOODSIG") ?? [];
  const [, fingerprint] = found2("VALIDSIG") ?? [];
  if (found2("BADSIG")) return { kind: "bad" };
  if (found2("REVKEYSIG")) return { kind: "revoked" };
  if (found2("EXPKEYSIG") || found2("EXPSIG")) return { kind: "expired" };
  if (isDone && name.length > 0 && fingerprint !== void 0) {
    return { kind: "good", signer: { name: name.join(" "), keyNumber: fingerprint } };
  }
  const [, stranger] = found2("NO_PUBKEY") ?? found2("ERRSIG") ?? [];
  return stranger === void 0 ? { kind: "unreadable" } : { kind: "stranger", keyNumber: stranger };
}
function unreadable2(file2) {
  return {
    severity: "error",
    code: "key/unreadable",
    blame: "request",
    message: `\`${file2}\` is not a public key of ${file2.endsWith(".pub") ? "signify" : "OpenPGP"}`,
    help: "remove it from the key ring, or export it again: `gpg --armor --export NAME`"
  };
}
function empty(folder) {
  return {
    severity: "error",
    code: "key/empty-ring",
    blame: "request",
    message: `there is no public key in \`${folder}\``,
    help: "put keys into it that you had from their owners: `NAME.pub` of signify, `NAME.asc` or `NAME.gpg` of OpenPGP"
  };
}

// src/package/verify-program.ts
import { createHash as createHash10 } from "node:crypto";
var LIST = "Resources/FileHash";
async function isProgram(folder, host) {
  return (await host.status(joinPath(folder, LIST)))?.kind === "file";
}
async function verifyProgram(file2, { ring, host }) {
  const scanned = host.scan(file2);
  const read2 = (name) => scanned?.entries.some(({ path: path13 }) => path13 === name) ? Buffer.concat([...scanned.read(name)]) : void 0;
  const list2 = read2(LIST) ?? Buffer.alloc(0);
  const signature2 = read2(`${LIST}.sig`);
  const wrongFiles = scanned ? differencesFrom(list2.toString("latin1"), scanned, file2) : [];
  const nobody = { file: file2, kind: "program", signer: void 0, checked: [] };
  const count2 = scanned?.entries.filter(isListed).length ?? 0;
  const checked2 = wrongFiles.length === 0 ? [`its ${count2} files are as its FileHash says`] : [];
  if (!signature2) return { ...nobody, checked: checked2, troubles: [...wrongFiles, unsigned(file2, ring)] };
  if (!ring) return { ...nobody, checked: checked2, troubles: [...wrongFiles, unjudged(file2)] };
  const verdict = await signerInRing({ content: list2, signature: signature2 }, ring, host);
  if (verdict.kind === "good") {
    const { signer } = verdict;
    return { ...nobody, signer, checked: [...checked2, "FileHash.sig is right"], troubles: wrongFiles };
  }
  return { ...nobody, checked: checked2, troubles: [...wrongFiles, refused(file2, verdict, ring)] };
}
function isListed({ path: path13, status }) {
  return status.kind !== "folder" && !isHashFile(path13);
}
var DIGESTS = { 32: "md5", 40: "sha1", 64: "sha256" };
function differencesFrom(text4, scanned, folder) {
  const lines2 = text4.split("\n").filter((line) => line !== "" && !line.startsWith("GoboLinux FileHash"));
  const listed3 = /* @__PURE__ */ new Map();
  for (const line of lines2) {
    const [, hex = "", path13 = ""] = /^([0-9a-f]{32,64}) [ *]?(?:\.\/)?(.+)$/.exec(line) ?? [];
    if (!DIGESTS[hex.length] || listed3.has(path13)) return [noList(folder, line)];
    listed3.set(path13, hex);
  }
  const found2 = new Map(scanned.entries.filter(isListed).map((entry2) => [entry2.path, entry2]));
  const changed2 = [...listed3].filter(([path13, hex]) => {
    const entry2 = found2.get(path13);
    return entry2 !== void 0 && hashOf2(entry2, scanned, hex.length) !== hex;
  });
  const absent = [...listed3.keys()].filter((path13) => !found2.has(path13) && !isHashFile(path13));
  const unlisted2 = [...found2.keys()].filter((path13) => !listed3.has(path13));
  return [
    ...changed2.length > 0 ? [other(folder, `${nameList(changed2.map(([path13]) => path13))} changed`)] : [],
    ...absent.length > 0 ? [other(folder, `${nameList(absent)} is gone`)] : [],
    ...unlisted2.length > 0 ? [other(folder, `${nameList(unlisted2)} is not in its list`)] : []
  ];
}
function hashOf2({ path: path13, status, target }, scanned, digits) {
  const hash = createHash10(DIGESTS[digits] ?? "sha256");
  if (status.kind === "link") return hash.update(Buffer.from(target, "latin1")).digest("hex");
  if (status.kind === "file") for (const chunk of scanned.read(path13)) hash.update(chunk);
  return hash.digest("hex");
}
function trouble2(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
function other(folder, what) {
  return trouble2(
    "verify/changed-program",
    `\`${folder}\` is not as it was signed: ${what}`,
    "install it again, or pack it anew with `tarwright package`"
  );
}
function noList(folder, line) {
  const what = `the FileHash of \`${folder}\` has a line that lists no file: \`${line.slice(0, 80)}\``;
  return trouble2("verify/unreadable", what, "install it again");
}
function unsigned(folder, ring) {
  const what = `\`${folder}\` is not signed: it has no \`Resources/FileHash.sig\``;
  const found2 = trouble2(
    "verify/unsigned",
    what,
    "pack it with a key: `tarwright package TREE --key NAME.sec`"
  );
  return ring ? found2 : { ...found2, severity: "warning" };
}
function unjudged(folder) {
  return {
    ...trouble2(
      "verify/unknown-signer",
      `\`${folder}\` is signed, and nobody says whom to believe`,
      "name a folder of public keys: `--keyring DIR`"
    ),
    severity: "warning"
  };
}
function refused(file2, verdict, { folder }) {
  const told = `the \`FileHash.sig\` of \`${file2}\``;
  const wrong2 = (what) => trouble2("verify/wrong-signature", `${told} ${what}`, "don't use it; fetch it again");
  switch (verdict.kind) {
    case "bad":
      return wrong2("does not fit its FileHash");
    case "revoked":
      return wrong2("was made by a key that its owner has revoked");
    case "expired":
      return wrong2("has expired, or its key has");
    case "unreadable":
      return wrong2("can't be read");
    case "stranger":
      return trouble2(
        "verify/wrong-key",
        `${told} is by the key ${verdict.keyNumber}, which is not in \`${folder}\``,
        "put the key of whoever published it there, when you believe him"
      );
    case "no-gpgv":
      return {
        ...trouble2(
          "verify/no-gpgv",
          `${told} is not of a form that is read here, and \`gpgv\` is not on the PATH`,
          "install it: `apt-get install gpgv`"
        ),
        blame: "world"
      };
  }
}

// src/package/verify.ts
async function verifyFiles({ files: files2, keys, ring }, host, signal) {
  const verified = [];
  const means = { keys, ring, host, signal };
  for (const file2 of files2) {
    const status = await host.status(await host.realPath(file2) ?? file2);
    if (status?.kind === "folder" && await isProgram(file2, host))
      verified.push(await verifyProgram(file2, { ring, host }));
    else if (status?.kind === "folder") verified.push(await verifyFolder(file2, means));
    else if (path9.basename(file2).endsWith(".sig")) verified.push(await verifySums(file2, means));
    else verified.push(await verifyArchive(file2, means));
  }
  return verified;
}
async function verifyArchive(file2, means) {
  const nothing = { file: file2, kind: "archive", signer: void 0, checked: [] };
  if (!await means.host.status(file2)) {
    return {
      ...nothing,
      troubles: [trouble3("verify/not-found", `\`${file2}\` is not there`, "fetch or build it again")]
    };
  }
  const reading = await readArchive(file2, { host: means.host }, means.signal);
  if (reading.kind === "no-tool") return { ...nothing, troubles: [reading.diagnostic] };
  if (reading.kind === "damaged") return { ...nothing, troubles: [damagedArchive(file2, reading.why)] };
  const { archive } = reading;
  const hashes = wrongHashes(archive, file2);
  const inside = archive.signature ? void 0 : await verifyInside(file2, archive, means);
  const signature2 = inside ?? await verifySignatures(file2, archive, means);
  const files2 = archive.members.filter(({ entry: entry2 }) => entry2.kind !== "folder").length;
  return {
    file: file2,
    kind: "archive",
    signer: signature2.signer,
    checked: [
      ...hashes.length === 0 ? [`its ${files2} files are as its FileHash says`] : [],
      ...signature2.checked
    ],
    contentDigest: archive.contentDigest,
    troubles: [...hashes, ...signature2.troubles]
  };
}
async function verifyInside(file2, { fileHash: fileHash2, fileHashSignature }, { ring, host }) {
  if (!ring || !fileHashSignature) return void 0;
  const signed = { content: fileHash2.content, signature: fileHashSignature.content };
  const verdict = await signerInRing(signed, ring, host);
  return verdict.kind === "good" ? {
    signer: verdict.signer,
    checked: ["the signature of its contents (FileHash.sig) is right"],
    troubles: []
  } : { signer: void 0, checked: [], troubles: [refused(file2, verdict, ring)] };
}
async function verifySignatures(file2, archive, means) {
  const { signature: signature2, fileHash: fileHash2, fileHashSignature } = archive;
  if (!signature2) {
    const troubles = fileHashSignature ? [
      trouble3(
        "verify/half-signed",
        `\`${file2}\` has a signature of its contents, but none in front of it: it was cut off`,
        "fetch it again"
      )
    ] : [unsigned2(file2, means)];
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
  const found2 = trouble3(
    "verify/wrong-signature",
    `the \`FileHash.sig\` in \`${file2}\` ${why}`,
    "fetch it again"
  );
  return { ...front, troubles: [...front.troubles, found2] };
}
async function verifyEmbedded(file2, signature2, means) {
  const nobody = { signer: void 0, checked: [] };
  const known = await knownKey(file2, signature2.keyNumber, means);
  if (!known) return { ...nobody, troubles: [wrongKey(file2, signature2.keyNumber, means.keys)] };
  if (signature2.verify(known.key) !== "good") {
    const what = `the signature of \`${file2}\` is not that of the key \`${known.key.name}\`, though it has its number`;
    return { ...nobody, troubles: [trouble3("verify/wrong-signature", what, "don't use it; fetch it again")] };
  }
  const troubles = known.trust === "named only" ? [unvouched(file2, known.key)] : [];
  return { signer: known.key, checked: [], troubles };
}
async function verifySums(file2, means) {
  const text4 = await means.host.readText(file2) ?? "";
  const signature2 = parseEmbedded(text4);
  const sums = signature2 && parseSums(signature2.message);
  if (!signature2 || !sums) {
    const what = `\`${file2}\` is not a signed list of digests, as signify makes it`;
    const troubles2 = [trouble3("verify/unreadable", what, "fetch it again")];
    return { file: file2, kind: "sums", signer: void 0, checked: [], troubles: troubles2 };
  }
  const found2 = await verifyEmbedded(file2, signature2, means);
  if (!found2.signer) return { file: file2, kind: "sums", ...found2 };
  const troubles = [];
  for (const sum of sums) {
    const listed3 = hostPath(path9.join(path9.dirname(file2), sum.file));
    const digest2 = await fileDigest(listed3, means.host, means.signal);
    if (digest2 === sum.sha256) continue;
    troubles.push(
      digest2 === void 0 ? trouble3(
        "verify/missing-file",
        `\`${listed3}\` is not there, but \`${file2}\` lists it`,
        "fetch it too"
      ) : trouble3(
        "verify/wrong-digest",
        `\`${listed3}\` has the SHA-256 ${digest2}, but \`${file2}\` says ${sum.sha256}`,
        "fetch it again"
      )
    );
  }
  const checked2 = troubles.length === 0 ? [`the ${sums.length} files that it lists are as it says`] : [];
  return { file: file2, kind: "sums", signer: found2.signer, checked: checked2, troubles: [...found2.troubles, ...troubles] };
}
async function verifyFolder(folder, means) {
  const sums = joinPath(folder, SIGNED_SUMS_NAME);
  const list2 = await means.host.status(sums) ? await verifySums(sums, means) : void 0;
  const troubles = [...list2?.troubles ?? [unsigned2(folder, means)]];
  const listed3 = parseSums(parseEmbedded(await means.host.readText(sums) ?? "")?.message ?? "") ?? [];
  const index = await readIndex(folder, means.host);
  if (!index.ok) troubles.push(...index.error);
  const rows = index.ok ? index.value?.packages ?? [] : [];
  if (index.ok && !index.value) {
    troubles.push(
      trouble3("verify/no-index", `\`${folder}\` has no \`${INDEX_NAME}\``, "name a folder of packages")
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
      troubles.push(trouble3("verify/wrong-digest", what, "build it again"));
    }
    if (list2 && !listed3.some((one) => one.file === row.file)) {
      troubles.push(
        trouble3("verify/uncovered", `\`${sums}\` does not cover \`${file2}\``, "sign the folder again")
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
async function knownKey(file2, keyNumber, { keys, host }) {
  const given = keys.find((key) => key.keyNumber === keyNumber);
  if (given) return { key: given, trust: "given" };
  if (keys.length > 0) return void 0;
  for (const folder of [host.folders.config, hostPath(path9.dirname(file2))]) {
    const names = (await host.list(folder) ?? []).filter((name) => name.endsWith(".pub"));
    for (const name of names) {
      const key = await readPublicKey(joinPath(folder, name), host);
      if (!key.ok || key.value.keyNumber !== keyNumber) continue;
      return { key: key.value, trust: folder === host.folders.config ? "given" : "named only" };
    }
  }
  return void 0;
}
function trouble3(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
function unsigned2(file2, { keys }) {
  const names = keys.map(({ name }) => `\`${name}\``).join(", ");
  return {
    severity: names === "" ? "warning" : "error",
    code: "verify/unsigned",
    blame: "request",
    message: `\`${file2}\` is not signed: ${names === "" ? "nobody says where it comes from" : `it may come from anybody, not only from ${names}`}`,
    help: "sign it with `tarwright sign`, or verify the signed list (`SHA256.sig`) that covers it"
  };
}
function unvouched(file2, { name }) {
  return {
    severity: "warning",
    code: "verify/unknown-signer",
    blame: "request",
    message: `\`${file2}\` is signed by \`${name}\`, a key that only lies beside it`,
    help: `get \`${name}.pub\` from its owner in another way, and give it with \`--key\``
  };
}
function wrongKey(file2, keyNumber, keys) {
  const tried = keys.map(({ name, keyNumber: number }) => `\`${name}\` (${number})`).join(", ");
  return trouble3(
    "verify/wrong-key",
    `\`${file2}\` is signed by the key ${keyNumber}, which is ${tried === "" ? "not known here" : `none of the keys given: ${tried}`}`,
    "give the public key of whoever published it with `--key`"
  );
}

// src/package/unpack.ts
import { createHash as createHash11 } from "node:crypto";

// src/package/planter.ts
import { isUtf8 as isUtf82 } from "node:buffer";
import path10 from "node:path/posix";
var MOST_LINKS2 = 40;
var SET_ID_BITS = 3072;
var Planter = class {
  #setting;
  #entries = /* @__PURE__ */ new Map();
  #open;
  constructor(setting) {
    this.#setting = setting;
  }
  entry = (entry2) => {
    this.#closeFile();
    const { planting } = this.#setting;
    const where = this.#checked(entry2);
    this.#entries.set(where, entry2);
    switch (entry2.kind) {
      case "folder":
        planting.makeFolder(where, entry2.mode & 511);
        break;
      case "link":
        planting.makeLink(where, entry2.target);
        break;
      case "hard-link":
        if (this.#entries.get(entry2.target)?.kind !== "file") {
          throw new Damaged(`\`${shownName(where)}\` is another name of nothing`);
        }
        planting.makeHardLink(where, entry2.target);
        break;
      case "file":
        this.#open = { entry: entry2, file: planting.openFile(where, entry2.mode & 4095) };
        break;
      default:
        unreachable(entry2);
    }
  };
  content = (chunk) => {
    if (!this.#open) throw new Error("content before any file");
    this.#open.file.write(chunk);
  };
  /** When all was read: links are looked at, and folders get their times. */
  finish() {
    this.#closeFile();
    for (const [where, entry2] of this.#entries) {
      if (entry2.kind === "link" && !this.#staysInside(where, entry2.target)) {
        throw new Damaged(
          `\`${shownName(where)}\` is a link to \`${shownName(entry2.target)}\`, outside of the package`
        );
      }
    }
    const folders = [...this.#entries].filter(([, { kind }]) => kind === "folder");
    for (const [where, { modified }] of folders.reverse()) this.#setting.planting.setTime(where, modified);
  }
  /** In any case, at the end. */
  close() {
    this.#open?.file.close();
    this.#open = void 0;
  }
  #closeFile() {
    const { path: where, modified } = this.#open?.entry ?? {};
    this.close();
    if (where !== void 0 && modified !== void 0) this.#setting.planting.setTime(where, modified);
  }
  /** The path of an entry, without the slash at the end of a folder's, if it may be written. */
  #checked(entry2) {
    const { top, setuid } = this.#setting;
    const where = entry2.kind === "folder" ? entry2.path.replace(/\/$/, "") : entry2.path;
    const shown3 = shownName(where);
    const parts = where.split("/");
    if (parts.some((part) => part === "" || part === "." || part === "..")) {
      throw new Damaged(`\`${shown3}\` is not a plain name`);
    }
    if (!isUtf82(Buffer.from(where, "latin1"))) throw new Damaged(`the name of \`${shown3}\` is not UTF-8`);
    const isTop = where === top && entry2.kind === "folder";
    if (!isTop && !where.startsWith(`${top}/`)) {
      throw new Damaged(`\`${shown3}\` does not lie in \`${shownName(top)}\`, the last part of its prefix`);
    }
    if (this.#entries.has(where)) throw new Damaged(`\`${shown3}\` is in it twice`);
    if (!isTop && this.#entries.get(path10.dirname(where))?.kind !== "folder") {
      throw new Damaged(`\`${shown3}\` does not lie in a folder of the package`);
    }
    if (setuid === "refuse" && entry2.kind === "file" && (entry2.mode & SET_ID_BITS) !== 0) {
      throw new Damaged(
        `\`${shown3}\` would run as its owner, whoever starts it (set-user-ID or set-group-ID)`
      );
    }
    return where;
  }
  /** Whether every step of a link, links on its way followed, stays at or below the prefix. */
  #staysInside(link, target) {
    const { top } = this.#setting;
    let links = 0;
    const follow = (from, way) => {
      links += 1;
      const steps = this.#stepsOf(way);
      if (links > MOST_LINKS2 || !steps) return void 0;
      let at2 = way.startsWith("/") ? top : from;
      for (const step of steps) {
        if (at2 === void 0 || at2 === top && step === "..") return void 0;
        const next = step === ".." ? path10.dirname(at2) : `${at2}/${step}`;
        const entry2 = this.#entries.get(next);
        at2 = entry2?.kind === "link" ? follow(at2, entry2.target) : next;
      }
      return at2;
    };
    return follow(path10.dirname(link), target) !== void 0;
  }
  /** Of a target, from where it starts; an absolute one must go through the prefix. */
  #stepsOf(target) {
    const prefix = Buffer.from(this.#setting.prefix).toString("latin1");
    if (target.startsWith("/") && target !== prefix && !target.startsWith(`${prefix}/`)) return void 0;
    const way = target.startsWith("/") ? target.slice(prefix.length) : target;
    return way.split("/").filter((part) => part !== "" && part !== ".");
  }
};

// src/package/unpack.ts
var MOST_SIGNATURE_BYTES = 4096;
async function unpackPackage(unpacking, host, signal) {
  const { archive, row, folder, trust } = unpacking;
  const found2 = unpacking.digest === "checked" ? row.sha256 : await fileDigest(archive, host, signal);
  if (found2 !== row.sha256) return wrong(changed(archive, row, found2));
  const untrusted2 = trust.kind === "keys" ? await untrustedStart(unpacking, host, signal) : [];
  if (untrusted2.length > 0) return { ok: false, error: untrusted2 };
  const top = topFolder(row);
  await host.makeFolder(joinPath(folder, Buffer.from(top, "latin1").toString(), ".."));
  const read2 = await plant(unpacking, host, signal);
  const troubles = read2.ok ? await untrueFacts(unpacking, read2.value, { host, signal }) : read2.error;
  const tree = joinPath(await host.realPath(folder) ?? folder, Buffer.from(top, "latin1").toString());
  if (!read2.ok || troubles.length > 0) {
    await host.remove(tree);
    return { ok: false, error: troubles };
  }
  const members = allMembers(read2.value).map((member) => below(top, member));
  return ok({ folder: tree, prefix: row.prefix, members });
}
async function untrustedStart({ archive, trust }, host, signal) {
  if (compressionOf(archive) !== "gz" || trust.kind === "index") return [];
  const means = { keys: trust.keys, host, signal };
  try {
    const { signature: signature2 } = await readGzipStart(archive, host);
    if (!signature2) return [unsigned2(archive, means)];
    return (await verifyEmbedded(archive, signature2, means)).troubles;
  } catch (error) {
    if (error instanceof Damaged) return [damagedArchive(archive, error.message)];
    throw error;
  }
}
async function plant({ archive, row, folder, setuid }, host, signal) {
  const planter = new Planter({
    planting: host.plant(folder),
    top: topFolder(row),
    prefix: row.prefix,
    setuid
  });
  try {
    const mostBytes = row.tarBytes + MOST_SIGNATURE_BYTES;
    const reading = await readArchive(archive, { host, sink: planter, mostBytes }, signal);
    if (reading.kind === "no-tool") return wrong(reading.diagnostic);
    if (reading.kind === "damaged") return wrong(damagedArchive(archive, reading.why));
    planter.finish();
    return ok(reading.archive);
  } catch (error) {
    if (error instanceof Damaged) return wrong(damagedArchive(archive, error.message));
    throw error;
  } finally {
    planter.close();
  }
}
async function untrueFacts({ archive, row, trust }, read2, means) {
  if (read2.contentDigest !== row.contentDigest) {
    const why = `its content has the digest ${read2.contentDigest}, and its index says ${row.contentDigest}`;
    return [damagedArchive(archive, why)];
  }
  const hashes = wrongHashes(read2, archive);
  if (hashes.length > 0 || compressionOf(archive) !== "gz" || trust.kind === "index") return hashes;
  return (await verifySignatures(archive, read2, { ...means, keys: trust.keys })).troubles;
}
function allMembers({ members, fileHash: fileHash2, fileHashSignature }) {
  if (!fileHashSignature) return members;
  const { entry: entry2, content } = fileHashSignature;
  const sha256 = createHash11("sha256").update(content).digest("hex");
  const signature2 = { entry: entry2, sha256, listed: "" };
  return members.flatMap((one) => one.entry.path === fileHash2.entry.path ? [one, signature2] : [one]);
}
function below(top, { entry: entry2, sha256, listed: listed3 }) {
  const cut = (path13) => path13.slice(top.length + 1).replace(/\/$/, "");
  const kept = { ...entry2, path: cut(entry2.path) };
  return { entry: kept.kind === "hard-link" ? { ...kept, target: cut(kept.target) } : kept, sha256, listed: listed3 };
}
function changed(archive, row, found2) {
  return {
    severity: "error",
    code: "package/changed",
    blame: "request",
    message: found2 ? `\`${archive}\` is not what its index says: expected sha256 ${row.sha256}, found ${found2}` : `\`${archive}\` stands in the index, but is not there`,
    help: `build \`${row.fullpkgname}\` again`
  };
}

// src/package/inspect.ts
var MANIFEST = /^(?:(.*)\/)?(Resources(?:\/[^/]+)?)\/Manifest\.json$/;
var MOST_MANIFEST_BYTES = 16 * 1024 * 1024;
async function inspectFolder(folder, { host, buildFolders }, signal) {
  const scanned = host.scan(folder);
  const inspected = [];
  const troubles = [];
  for (const { path: file2 } of scanned?.entries ?? []) {
    const [, top = "", metadata] = MANIFEST.exec(file2) ?? [];
    if (!scanned || metadata === void 0) continue;
    const read2 = (name) => Buffer.concat([...scanned.read(name)]);
    const manifest = parseManifest(read2(file2).toString());
    if (!manifest.ok) {
      troubles.push(unreadableManifest(joinPath(folder, file2), manifest.error));
      continue;
    }
    const below2 = top === "" ? "" : `${top}/`;
    const listed3 = listedFiles(read2(`${below2}${metadata}/PackingList`).toString("latin1"));
    for (const name of METADATA_NAMES) listed3.delete(`${metadata}/${name}`);
    const entries = scanned.entries.filter((entry2) => entry2.path.startsWith(below2)).map((entry2) => ({ ...entry2, path: entry2.path.slice(below2.length) })).filter((entry2) => listed3.has(entry2.path));
    const installed = {
      entries,
      read: (name) => scanned.read(below2 + name),
      readRange: (name, offset, length) => scanned.readRange(below2 + name, offset, length)
    };
    const { prefix, fullpkgname, pkgpath: fullpkgpath } = manifest.value;
    const contents = await readContents(
      entries,
      { installed, marks: { buildFolders, prefix }, fileHash: "sha256" },
      signal
    );
    const offer = offerOf({ fullpkgname, fullpkgpath, prefix }, { entries, contents });
    inspected.push({ manifest: manifest.value, entries, contents, offer });
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  return inspected.length > 0 ? ok(inspected) : wrong(noPackage(folder));
}
function listedFiles(packingList2) {
  const lines2 = packingList2.split("\n").filter((line) => line !== "" && !line.startsWith("@"));
  return new Set(lines2.map((line) => line.replace(/\/$/, "")));
}
async function unpackAlone({ archive, folder }, host, signal) {
  const chunks = [];
  let isManifest = false;
  let kept = 0;
  const sink = {
    entry: (entry2) => {
      isManifest = MANIFEST.test(entry2.path) && chunks.length === 0;
    },
    content: (chunk) => {
      if (!isManifest || kept > MOST_MANIFEST_BYTES) return;
      chunks.push(Buffer.from(chunk));
      kept += chunk.length;
    }
  };
  const reading = await readArchive(archive, { host, sink }, signal);
  if (reading.kind === "no-tool") return wrong(reading.diagnostic);
  if (reading.kind === "damaged") return wrong(damagedArchive(archive, reading.why));
  const manifest = parseManifest(Buffer.concat(chunks).toString());
  if (!manifest.ok) return wrong(unreadableManifest(archive, manifest.error));
  const row = {
    ...manifest.value,
    sha256: await fileDigest(archive, host, signal) ?? "",
    contentDigest: reading.archive.contentDigest,
    // Read to its end already.
    tarBytes: Number.MAX_SAFE_INTEGER
  };
  const unpacking = { archive, row, folder, trust: { kind: "index" }, setuid: "keep" };
  const unpacked = await unpackPackage(unpacking, host, signal);
  return unpacked.ok ? ok(unpacked.value.folder) : unpacked;
}
function auditInspected({ inspected, subject, others, base, buildFolders }) {
  const { entries, contents, offer: own } = inspected;
  const { prefix } = own;
  const audit = auditPackage({ subject, entries, contents, own, others, beside: [], base, buildFolders });
  const findings = [...audit.findings, ...fileTroubles(entries, { prefix, span: subject.span })];
  const verdict = findings.some(({ severity }) => severity === "error") ? "failed" : audit.verdict;
  const relocatable2 = relocationOf({ prefix, entries, contents, audit });
  return { audit: { ...audit, findings, verdict }, relocatable: relocatable2 };
}
function subjectOfManifest({ arch, depends }, base) {
  return {
    base,
    arch,
    depends: { lib: [], run: depends, system: [] },
    wantlib: [],
    levels: /* @__PURE__ */ new Map(),
    dialect: "yaml"
  };
}
function unreadableManifest(file2, why) {
  return {
    severity: "error",
    code: "package/unreadable-manifest",
    blame: "request",
    message: `\`${file2}\` does not say what package it is: ${why}`,
    help: "name a package that `build` made, or a folder of them"
  };
}
function noPackage(folder) {
  return {
    severity: "error",
    code: "package/no-package",
    blame: "request",
    message: `no package lies in \`${folder}\`: it has neither \`index.json\` nor \`Resources/Manifest.json\``,
    help: "name a package, a folder that `build` wrote, or one that a package was unpacked to"
  };
}

// src/package/installed-tree.ts
var LEFTOVER = /(?:^|\/)(?:\.git|\.svn|CVS|__pycache__)(?:\/|$)|~$|\.py[co]$|\.tarwright-(?:saved|default)(?:\.[0-9]+)?$/;
var DEFAULTS = "Resources/Defaults/Settings/";
var SETTINGS = ["etc", "Settings"];
function copyInstalled({ tree, into }, host) {
  const scanned = host.scan(tree);
  if (!scanned) throw new Error(`${tree} is not a folder`);
  const entries = new Map(scanned.entries.map((entry2) => [entry2.path, entry2]));
  const names = new Set(entries.keys());
  const planting = host.plant(into);
  const kept = scanned.entries.filter(({ path: path13 }) => !LEFTOVER.test(path13) && !isMetadata(path13, names));
  const first2 = /* @__PURE__ */ new Map();
  let newest = 0;
  for (const entry2 of kept) {
    const from = entries.get(defaultOf(entry2.path, names) ?? entry2.path) ?? entry2;
    plant2(entry2, { from, scanned, planting, first: first2 });
    if (from.status.kind === "file") newest = Math.max(newest, Math.floor(from.status.modifiedMs / 1e3));
  }
  const special = kept.filter(({ status }) => status.kind === "other").map(({ path: path13 }) => path13);
  return { newest, special };
}
function isMetadata(path13, names) {
  if (isHashFile(path13)) return true;
  const [, folder = "", name = ""] = /^(Resources(?:\/[^/]+)?)\/([^/]+)$/.exec(path13) ?? [];
  const isOwn = folder === "Resources" || names.has(`${folder}/Manifest.json`);
  return isOwn && METADATA_NAMES.some((one) => one === name);
}
function defaultOf(path13, names) {
  const [top = "", ...rest] = path13.split("/");
  const inner = `${DEFAULTS}${rest.join("/")}`;
  return SETTINGS.includes(top) && rest.length > 0 && names.has(inner) ? inner : void 0;
}
function plant2({ path: path13, status, target }, { from, scanned, planting, first: first2 }) {
  switch (status.kind) {
    case "folder":
      planting.makeFolder(path13, 493);
      return;
    case "link":
      planting.makeLink(path13, target);
      return;
    case "other":
      return;
    case "file": {
      const other2 = first2.get(from.status.identity);
      if (other2 !== void 0) {
        planting.makeHardLink(path13, other2);
        return;
      }
      const file2 = planting.openFile(path13, from.status.mode);
      for (const chunk of scanned.read(from.path)) file2.write(chunk);
      file2.close();
      planting.setTime(path13, Math.floor(from.status.modifiedMs / 1e3));
      if (status.links > 1) first2.set(from.status.identity, path13);
    }
  }
}

// src/package/pack-folder.ts
var MODIFIED = 315532800;
var LEFTOVER2 = /(?:^|\/)(?:\.git|\.svn|CVS)(?:\/|$)|~$/;
async function packFolder({ folder, top, file: file2, compression }, host, signal) {
  const scanned = host.scan(folder);
  if (!scanned) throw new Error(`${folder} is not a folder`);
  const entries = scanned.entries.filter(({ path: path13 }) => !LEFTOVER2.test(path13));
  const troubles = entries.flatMap((entry2) => troubleOf(entry2));
  if (troubles.length > 0) return { ok: false, error: troubles };
  const name = Buffer.from(top).toString("latin1");
  const parts = name.split("/");
  const tops = parts.map((_2, at2) => folderMember(parts.slice(0, at2 + 1).join("/")));
  const members = entries.map((entry2) => memberOf(entry2, `${name}/${entry2.path}`, scanned.read));
  const sorted = [...tops, ...members].sort((a, b2) => byArchiveOrder(a.entry, b2.entry));
  const request = { members: sorted, sourceDateEpoch: MODIFIED, compression, file: file2 };
  const written = await writeArchive(request, host, signal);
  return written.ok ? ok(void 0) : written;
}
function folderMember(path13) {
  const entry2 = { kind: "folder", path: `${path13}/`, mode: 493, modified: MODIFIED };
  return { entry: entry2, content: () => [] };
}
function memberOf({ path: inner, status, target }, path13, read2) {
  if (status.kind === "folder") return folderMember(path13);
  if (status.kind === "link") {
    return {
      entry: { kind: "link", path: path13, mode: 511, modified: MODIFIED, target },
      content: () => []
    };
  }
  const mode = status.mode & 64 ? 493 : 420;
  const entry2 = { kind: "file", path: path13, mode, modified: MODIFIED, sizeBytes: status.sizeBytes };
  return { entry: entry2, content: () => read2(inner) };
}
function troubleOf({ path: path13, status, target }) {
  if (status.kind !== "other" && (status.kind !== "link" || staysInside(path13, target))) return [];
  const what = status.kind === "link" ? `is a link to \`${shownName(target)}\`, out of its folder` : "is no file";
  return [
    {
      severity: "error",
      code: "package/not-packable",
      blame: "recipe",
      message: `\`${shownName(path13)}\` ${what}`,
      help: "put the file itself in its place"
    }
  ];
}

// src/package/sign.ts
import path11 from "node:path/posix";
async function signFiles({ files: files2, key }, host, signal) {
  const signed = [];
  const troubles = [];
  for (const file2 of files2) {
    const status = await host.status(await host.realPath(file2) ?? file2);
    const result = !status ? wrong(notThere(file2)) : status.kind === "folder" ? await signFolder({ folder: file2, names: "all", key }, host, signal) : await signOne({ archive: file2, key }, host, signal);
    if (result.ok) signed.push(...result.value);
    else troubles.push(...result.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(signed);
}
async function signOne({ archive, key }, host, signal) {
  const folder = hostPath(path11.dirname(archive));
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const name = path11.basename(archive);
  if (index.value?.packages.some(({ file: file2 }) => file2 === name)) {
    return signFolder({ folder, names: [name], key }, host, signal);
  }
  const result = await signInPlace({ archive, key }, host, signal);
  return result.ok ? ok([archive]) : result;
}
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
function notThere(file2) {
  return {
    severity: "error",
    code: "package/not-found",
    blame: "request",
    message: `\`${file2}\` is not there`,
    help: "name an archive, or a folder of packages"
  };
}
function noIndex(folder) {
  return {
    severity: "error",
    code: "package/no-index",
    blame: "request",
    message: `\`${folder}\` has no \`index.json\`: it is not a folder of packages`,
    help: "name the folder that `build` wrote, or the archives themselves"
  };
}

// src/package/signed-index.ts
import path12 from "node:path/posix";

// src/package/signed-sums.ts
function readSignedSums(text4, keys) {
  const signature2 = parseEmbedded(text4);
  const digests = signature2 && digestsOf(signature2.message);
  if (!signature2 || !digests) return { kind: "unreadable" };
  const { keyNumber } = signature2;
  const key = keys.find((one) => one.keyNumber === keyNumber);
  if (!key) return { kind: "other-key", keyNumber };
  if (signature2.verify(key) !== "good") return { kind: "forged", key };
  return { kind: "signed", digests, signer: key };
}
function readUnsignedSums(text4) {
  return digestsOf(parseEmbedded(text4)?.message ?? text4);
}
function digestsOf(text4) {
  const sums = parseSums(text4);
  return sums && new Map(sums.map(({ file: file2, sha256 }) => [file2, sha256]));
}

// src/package/signed-index.ts
async function readSignedIndex({ place: place2, keys }, host, signal) {
  const folder = path12.basename(place2) === INDEX_NAME ? hostPath(path12.dirname(place2)) : place2;
  const list2 = joinPath(folder, SIGNED_SUMS_NAME);
  const text4 = await host.readText(list2);
  if (text4 === void 0) {
    const what = `\`${folder}\` has no \`${SIGNED_SUMS_NAME}\`: nobody vouches for its index`;
    return wrong(untrusted(what, "fetch it from the release, beside its index"));
  }
  const signed = readSignedSums(text4, keys);
  if (signed.kind === "unreadable")
    return wrong(untrusted(`\`${list2}\` is not a signed list of digests`, "fetch it again"));
  if (signed.kind !== "signed") {
    const names = keys.map(({ name, keyNumber }) => `\`${name}\` (${keyNumber})`).join(", ");
    const what = `\`${list2}\` is not signed by ${names}`;
    return wrong(untrusted(what, "give the public key of whoever published it with `--public-key`"));
  }
  const { digests } = signed;
  const index = joinPath(folder, INDEX_NAME);
  if (await fileDigest(index, host, signal) !== digests.get(INDEX_NAME)) {
    return wrong(untrusted(`\`${index}\` is not the one that \`${list2}\` vouches for`, "fetch both again"));
  }
  const read2 = await readIndex(folder, host);
  if (!read2.ok) return read2;
  return ok((read2.value?.packages ?? []).filter(({ file: file2, sha256 }) => digests.get(file2) === sha256));
}
function untrusted(message, help) {
  return { severity: "error", code: "package/untrusted-index", blame: "request", message, help };
}

// src/package/suggested-files.ts
function suggestFiles(port, entries) {
  const files2 = entries.filter(({ status }) => status.kind !== "folder");
  const owners = /* @__PURE__ */ new Map();
  const strays = [];
  for (const { path: path13 } of files2) {
    const [owner] = claimants(port, path13);
    const index = owner === void 0 ? -1 : port.packages.indexOf(owner);
    if (index !== -1) owners.set(path13, index);
    else if (owner === void 0) strays.push(path13);
  }
  const known = new Map(owners);
  for (const path13 of strays) owners.set(path13, nearestOwner(path13, known));
  return port.packages.map(({ name }, index) => ({ name, patterns: patternsOf(index, owners) }));
}
function nearestOwner(path13, owners) {
  for (const folder of foldersOf2(path13)) {
    const beside = [...owners].filter(([other2]) => other2.startsWith(`${folder}/`)).map(([, owner]) => owner);
    const counts = new Map(beside.map((owner) => [owner, beside.filter((one) => one === owner).length]));
    const [best] = [...counts].sort(([a, most], [b2, more]) => more - most || a - b2);
    if (best) return best[0];
  }
  return 0;
}
function patternsOf(owner, owners) {
  const patterns = /* @__PURE__ */ new Set();
  for (const [path13, its] of owners) {
    if (its !== owner) continue;
    const whole = foldersOf2(path13).filter((folder) => folder.includes("/")).findLast((folder) => [...owners].every(([one, of]) => of === owner || !one.startsWith(`${folder}/`)));
    const siblings = [...owners.keys()].filter((one) => whole !== void 0 && one.startsWith(`${whole}/`));
    patterns.add(whole !== void 0 && siblings.length > 1 ? `${shownName(whole)}/**` : shownName(path13));
  }
  return [...patterns].sort();
}
function foldersOf2(path13) {
  const parts = path13.split("/").slice(0, -1);
  return parts.map((_2, index) => parts.slice(0, parts.length - index).join("/"));
}

// src/package/signer.ts
async function signerOf(archive, keys, host) {
  if (compressionOf(archive) !== "gz") return { kind: "listed" };
  try {
    const { signature: signature2 } = await readGzipStart(archive, host);
    if (!signature2) return { kind: "unsigned" };
    const by = keys.find((key) => signature2.verify(key) === "good");
    return by ? { kind: "signed", by } : { kind: "stranger", keyNumber: signature2.keyNumber };
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    throw error;
  }
}

// src/package/verify-tree.ts
import { createHash as createHash12 } from "node:crypto";
async function verifyTree({ folder, row, keys }, host) {
  const scanned = host.scan(folder);
  const lists = scanned?.entries.filter(({ path: path13 }) => /^Resources\/([^/]+\/)?FileHash$/.test(path13)) ?? [];
  const [list2] = lists;
  if (!scanned || !list2 || lists.length > 1) return "wrong";
  const text4 = readText(scanned, list2.path);
  const signature2 = readText(scanned, `${list2.path}.sig`);
  const isSigned = keys?.some((key) => verifyDetached(Buffer.from(text4, "latin1"), signature2, key) === "good") ?? true;
  return isSigned && isNamed(scanned, list2.path, row) && hasFiles(scanned, { list: list2.path, text: text4 }) ? "right" : "wrong";
}
function readText(scanned, path13) {
  if (scanned.entries.every((entry2) => entry2.path !== path13)) return "";
  return Buffer.concat([...scanned.read(path13)]).toString("latin1");
}
function isNamed(scanned, list2, { fullpkgname }) {
  const packingList2 = readText(scanned, list2.replace(/FileHash$/, "PackingList"));
  return packingList2.split("\n").includes(`@name ${fullpkgname}`);
}
function hasFiles(scanned, { list: list2, text: text4 }) {
  const hashes = parseHashList(text4);
  const files2 = scanned.entries.filter(
    ({ path: path13, status }) => status.kind !== "folder" && path13 !== list2 && path13 !== `${list2}.sig`
  );
  return hashes !== void 0 && files2.length === hashes.files.size && files2.every((entry2) => hashes.files.get(entry2.path) === hashOf3(entry2, scanned, hashes.kind));
}
function hashOf3({ path: path13, status, target }, scanned, kind) {
  if (status.kind === "link") return digestOf(kind, Buffer.from(target, "latin1"));
  const hash = createHash12(kind);
  if (status.kind === "file") for (const chunk of scanned.read(path13)) hash.update(chunk);
  return hash.digest("hex");
}

export {
  compareSymbolVersions,
  readBuiltFiles,
  FILE_HASHES,
  profileScript,
  formatPublicKey,
  parsePublicKeyFile,
  signEmbedded,
  parseEmbedded,
  signArchive,
  compareArchives,
  fileDigest,
  readJson,
  shape,
  INDEX_NAME,
  readIndex,
  parseIndex,
  formatIndex,
  packageOf,
  SUMS_NAME,
  SIGNED_SUMS_NAME,
  formatSums,
  parseSums,
  addToFolder,
  readFolder,
  rowOf,
  unequalPackages,
  isBuiltWithSame,
  rt,
  unpackForeign,
  listForeign,
  scanLibraries,
  parseManifest,
  packJob,
  subjectOf,
  readKeyRing,
  writeKey,
  parseSigningKey,
  readSigningKey,
  readPublicKey,
  defaultKey,
  verifyFiles,
  unpackPackage,
  inspectFolder,
  unpackAlone,
  auditInspected,
  subjectOfManifest,
  copyInstalled,
  packFolder,
  signFiles,
  readSignedSums,
  readUnsignedSums,
  readSignedIndex,
  signerOf,
  suggestFiles,
  verifyTree
};
