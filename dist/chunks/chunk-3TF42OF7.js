import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  basesOf,
  lackingPackages
} from "./chunk-V57KGXLJ.js";
import {
  fileDigest,
  formatPublicKey,
  packageOf,
  parseIndex,
  parsePublicKeyFile,
  profileScript,
  readJson,
  readSignedSums,
  readUnsignedSums,
  scanLibraries,
  shape,
  unpackPackage,
  verifyTree
} from "./chunk-G3IN5NY2.js";
import {
  bestFor,
  conflictBetween,
  fulfils,
  isPkgspec,
  matchesPkgspec,
  matchesWildcards,
  newestFirst,
  parsePkgpath,
  stemOf,
  updateCandidates
} from "./chunk-ZEHBRBCQ.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  download,
  nearest,
  ok,
  quoted,
  quotedList,
  unreachable,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  WorldFailure,
  hostPath,
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";
import {
  require_semver
} from "./chunk-SLMQHSZU.js";
import {
  __toESM
} from "./chunk-A3PTDN6N.js";

// src/install/pinned-key.ts
function pinKey(key) {
  const [, line = ""] = formatPublicKey(key).split("\n");
  return { name: key.name, id: key.keyNumber, public: line };
}
function pinnedKeyOf(node) {
  const pinned = {
    name: shape.text(shape.field(node, "name")),
    id: shape.text(shape.field(node, "id")),
    public: shape.text(shape.field(node, "public"))
  };
  const key = parsePublicKeyFile(keyFile(pinned), pinned.name);
  if (key?.keyNumber !== pinned.id)
    return shape.refuse(shape.field(node, "public"), `is not the key ${pinned.id}`);
  return pinned;
}
function unpinKey(pinned) {
  const key = parsePublicKeyFile(keyFile(pinned), pinned.name);
  if (!key) throw new Error(`no key: ${pinned.public}`);
  return key;
}
function keyFile({ name, public: line }) {
  return `untrusted comment: ${name} public key
${line}
`;
}

// src/install/trouble.ts
function trouble(code, message, help) {
  return { severity: "error", code, blame: "request", message, help };
}
function worldTrouble(code, message, help) {
  return { severity: "error", code, blame: "world", message, help };
}

// src/install/database.ts
function databaseFile({ state }) {
  return joinPath(state, "installed.json");
}
function listFile({ state }, { contentDigest }) {
  return joinPath(state, "lists", `${contentDigest}.json`);
}
async function withEntries(site, installed, host) {
  const known = [];
  for (const one of installed) {
    const entries = await readEntries(site, one.package, host);
    if (!entries.ok) return entries;
    known.push({ ...one, entries: entries.value });
  }
  return ok(known);
}
async function readInstalled(site, host) {
  const file = databaseFile(site);
  const text = await host.readText(file);
  if (text === void 0) return ok([]);
  const reading = readJson(text, (top) => shape.list(shape.field(top, "installed")).map(installedOf));
  return reading.kind === "read" ? ok(reading.value) : wrong(damaged(file, reading.why));
}
function formatInstalled(installed) {
  const key = ({ package: row }) => `${row.fullpkgname} ${row.file}`;
  const sorted = [...installed].sort((a, b) => key(a) < key(b) ? -1 : 1);
  return `${JSON.stringify({ version: 1, installed: sorted }, void 0, 2)}
`;
}
function installedOf(node) {
  const key = shape.optional(node, "key", pinnedKeyOf);
  const linked = shape.optional(node, "linked", (one) => ({
    tree: shape.absolutePath(shape.field(one, "tree")),
    rank: shape.count(shape.field(one, "rank"))
  }));
  return {
    package: packageOf(shape.field(node, "package")),
    prefix: shape.absolutePath(shape.field(node, "prefix")),
    why: shape.word(shape.field(node, "why"), ["asked", "needed"]),
    libraryPath: shape.word(shape.field(node, "libraryPath"), ["runpath", "export"]),
    from: shape.text(shape.field(node, "from")),
    ...key === void 0 ? {} : { key },
    ...linked === void 0 ? {} : { linked }
  };
}
async function readEntries(site, row, host) {
  const file = listFile(site, row);
  const reading = readJson(await host.readText(file) ?? "", (top) => shape.list(top).map(entryOf));
  return reading.kind === "read" ? ok(reading.value) : wrong(damaged(file, reading.why));
}
function formatEntries(entries) {
  return `[
${entries.map((entry) => JSON.stringify(entry)).join(",\n")}
]
`;
}
function entryOf(node) {
  const kind = shape.word(shape.field(node, "kind"), ["file", "hard-link", "link", "folder"]);
  const common = {
    path: shape.matching(shape.field(node, "path"), INSIDE, "a path below a prefix"),
    mode: shape.count(shape.field(node, "mode"))
  };
  switch (kind) {
    case "file":
      return {
        ...common,
        kind,
        sha256: shape.digest(shape.field(node, "sha256")),
        sizeBytes: shape.count(shape.field(node, "sizeBytes"))
      };
    case "hard-link":
    case "link":
      return { ...common, kind, target: shape.text(shape.field(node, "target")) };
    case "folder":
      return { ...common, kind };
  }
}
var INSIDE = /^(?:(?!\.{1,2}(?:\/|$))[^/]+(?:\/(?!\.{1,2}(?:\/|$))[^/]+)*)?$/s;
function entriesOf(members) {
  return members.map(({ entry, sha256 }) => {
    const { path, mode } = entry;
    switch (entry.kind) {
      case "file":
        return { kind: "file", path, mode, sha256, sizeBytes: entry.sizeBytes };
      case "hard-link":
      case "link":
        return { kind: entry.kind, path, mode, target: entry.target };
      case "folder":
        return { kind: "folder", path, mode };
      default:
        return unreachable(entry);
    }
  });
}
function damaged(file, why) {
  return trouble(
    "install/database",
    `\`${file}\` can't be read: ${why}`,
    "restore it from a copy; without it nobody knows what was installed"
  );
}

// src/install/site.ts
function rootSite(folder) {
  return { kind: "root", folder, state: joinPath(folder, "var/lib/tarwright") };
}
function appSite(folder) {
  return { kind: "app", folder, state: joinPath(folder, ".tarwright") };
}
function systemRoot(site) {
  return site.kind === "root" ? site.folder : hostPath("/");
}
var APP = "/app";
async function locate(site, path, host) {
  if (site.kind === "app" && !path.startsWith(`${APP}/`)) return wrong(notInApp(path));
  const below = site.kind === "app" ? path.slice(APP.length) : path;
  const place = joinPath(site.folder, `.${below}`);
  const root = await host.realPath(site.folder) ?? site.folder;
  for (let above = place; above !== site.folder && above !== "/"; above = joinPath(above, "..")) {
    const real = await host.realPath(above);
    if (real === void 0 && await host.status(above) === void 0) continue;
    if (real === void 0 || !(real === root || real.startsWith(root === "/" ? "/" : `${root}/`))) {
      return wrong(leadsOut(path, above, site));
    }
    break;
  }
  return ok(place);
}
function profilePlaces(site) {
  const app = site.kind === "app" ? site.folder : joinPath(site.folder, `.${APP}`);
  return {
    own: joinPath(site.state, "profile.sh"),
    dyno: joinPath(app, ".profile.d/tarwright.sh")
  };
}
function isInApp(prefix) {
  return prefix.startsWith(`${APP}/`);
}
function notInApp(path) {
  return trouble(
    "install/not-in-app",
    `\`${path}\` does not lie below \`${APP}\`, which is all that a dyno has`,
    `build it for a prefix below \`${APP}\`; the default one is`
  );
}
function leadsOut(path, link, site) {
  return trouble(
    "install/link-in-root",
    `\`${path}\` can't be installed: \`${link}\` is a link that leads out of \`${site.folder}\`, or nowhere`,
    "make it a folder, or a relative link within the root"
  );
}

// src/install/environment.ts
function environmentOf(used2) {
  const needing = used2.filter((one) => one.package.libraries.path.length > 0);
  const exported = needing.filter(({ libraryPath }) => libraryPath === "export");
  return {
    programs: unique(used2.flatMap(programFolders)),
    libraries: unique(exported.flatMap((one) => one.package.libraries.path)),
    incomplete: needing.filter(({ libraryPath }) => libraryPath === "runpath").map((one) => one.package.fullpkgname)
  };
}
function programFolders({ prefix, entries }) {
  const isFilled = (folder) => entries.some(({ path }) => path.startsWith(`${folder}/`));
  return ["bin", "sbin"].filter(isFilled).map((folder) => `${prefix}/${folder}`);
}
function unique(texts) {
  return [...new Set(texts)];
}
async function shadowed(used2, { libraries }, { site, host }) {
  if (libraries.length === 0) return [];
  const system = await scanLibraries([systemRoot(site)], host);
  const known = new Set(system.libraries.map(({ path, soname }) => soname ?? lastPart(path)));
  const exported = used2.flatMap(
    ({ package: row }) => row.libraries.provided.filter(({ path }) => libraries.some((folder) => `${row.prefix}/${path}`.startsWith(`${folder}/`))).map(({ path, soname }) => soname ?? lastPart(path))
  );
  return unique(exported.filter((soname) => known.has(soname))).toSorted();
}
function lastPart(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
async function writeProfile(site, used2, host) {
  const { own, dyno } = profilePlaces(site);
  const { programs, libraries } = environmentOf(used2);
  const script = profileScript({ fullpkgname: "All packages that tarwright installed", programs, libraries });
  const places = [
    { file: own, isUsed: used2.length > 0 },
    { file: dyno, isUsed: used2.some(({ prefix }) => isInApp(prefix)) }
  ];
  for (const { file, isUsed } of places) {
    if (isUsed) await host.writeFile(file, script);
    else await host.remove(file);
  }
  const folder = joinPath(dyno, "..");
  if ((await host.list(folder))?.length === 0) await host.remove(folder);
}

// src/install/system-tree.ts
import posix from "node:path/posix";
var DEFAULT_TREES = { programs: "/System/Index", vendor: "/usr/local" };
function settingsTree(tree) {
  return tree.endsWith("/System/Index") ? tree.replace(/Index$/, "Settings") : `${tree}/etc`;
}
function programFolder({ package: { layout }, prefix }) {
  return layout === "programs" ? posix.dirname(prefix) : prefix;
}
function currentOf(installed) {
  const newest = /* @__PURE__ */ new Map();
  for (const one of installed) {
    const other = newest.get(programFolder(one));
    if (one.linked && (other?.linked?.rank ?? -1) < one.linked.rank) newest.set(programFolder(one), one);
  }
  return [...newest.values()].sort((a, b) => (a.linked?.rank ?? 0) - (b.linked?.rank ?? 0));
}
function wantedLinks(current, {
  settings,
  laid
}) {
  const wanted = /* @__PURE__ */ new Map();
  const conflicts2 = [];
  const all = current.flatMap((one) => linksOf(one, settings.get(programFolder(one)) ?? []));
  const holds = ({ path, program }) => {
    const there = laid.get(path);
    return there !== void 0 && posix.resolve(posix.dirname(path), there).startsWith(`${program}/`);
  };
  const sorted = [...all.filter(holds), ...all.filter((one) => !holds(one))];
  const folders = /* @__PURE__ */ new Map();
  for (const link of sorted) {
    const above = foldersAbove(link.path);
    const other = wanted.get(link.path)?.owner ?? folders.get(link.path) ?? above.map((folder) => wanted.get(folder)?.owner).find((owner) => owner !== void 0);
    if (other !== void 0) {
      conflicts2.push({ path: link.path, kept: other, left: link.owner });
      continue;
    }
    wanted.set(link.path, link);
    for (const folder of above) folders.set(folder, folders.get(folder) ?? link.owner);
  }
  const sortedLinks = [...wanted.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  return { links: sortedLinks, conflicts: conflicts2 };
}
function foldersAbove(path) {
  const parts = path.split("/");
  return parts.slice(2).map((_, at2) => parts.slice(0, at2 + 2).join("/"));
}
function linksOf(known, settings) {
  const { linked, prefix, entries, package: row } = known;
  if (!linked) return [];
  const owner = row.fullpkgname;
  const program = programFolder(known);
  const link = (path, to) => ({
    path,
    target: posix.relative(posix.dirname(path), to),
    owner,
    program
  });
  const files = entries.filter(({ kind }) => kind !== "folder").flatMap(({ path }) => {
    const name = Buffer.from(path, "latin1").toString();
    const place = placeIn(name, row.layout);
    return place === void 0 ? [] : [link(`${linked.tree}/${place}`, `${prefix}/${name}`)];
  });
  const kept2 = settings.map(
    (path) => link(`${settingsTree(linked.tree)}/${path}`, `${program}/Settings/${path}`)
  );
  const isVersioned = row.layout === "programs";
  return [...isVersioned ? [link(`${program}/Current`, prefix)] : [], ...files, ...kept2];
}
function placeIn(path, layout) {
  const [top = "", ...rest] = path.split("/");
  const below = rest.join("/");
  if (below === "" || path === "share/info/dir") return void 0;
  if (top === "sbin") return layout === "programs" ? `bin/${below}` : path;
  if (top === "man" || top === "info") return `share/${path}`;
  if (path.startsWith("Resources/Wrappers/")) return `bin/${rest.slice(1).join("/")}`;
  return ["bin", "lib", "lib64", "libexec", "include", "share"].includes(top) ? path : void 0;
}

// src/install/transaction.ts
import { createHash } from "node:crypto";
var NOTHING = { after: "", staging: [], folders: [], moves: [], emptied: [] };
async function inTransaction(site, host, use) {
  const recovered = await recover(site, host);
  if (!recovered.ok) return recovered;
  const owner = await host.processMark();
  const made = await missingFolders(site.state, host);
  let journal = { ...NOTHING, owner };
  const file = journalFile(site);
  if (await host.createFile(file, JSON.stringify(journal), 420) === "exists") return wrong(busy(site));
  const write = async (next) => {
    journal = next;
    await host.writeFile(file, JSON.stringify(journal));
  };
  try {
    return await use({
      stageBeside: async (place) => {
        const staging = await stagingBeside(place, owner, host);
        if (!journal.staging.includes(staging))
          await write({ ...journal, staging: [...journal.staging, staging] });
        await host.makeFolder(staging);
        return staging;
      },
      commit: async ({ installed, ...change }) => {
        const text = formatInstalled(installed);
        const folders = [
          ...new Set((await Promise.all(change.folders.map((one) => missingFolders(one, host)))).flat())
        ];
        folders.sort((a, b) => a.length - b.length);
        await write({ ...journal, ...change, folders, after: digestOf(text) });
        for (const folder of folders) await host.makeFolder(folder);
        for (const { from, to } of change.moves) await host.rename(from, to);
        await host.writeFile(databaseFile(site), text);
      }
    });
  } finally {
    await settle(site, journal, host);
    for (const folder of made) await removeIfEmpty(folder, host);
  }
}
async function missingFolders(folder, host) {
  const missing = [];
  for (let above = folder; !await host.status(above); above = joinPath(above, "..")) missing.push(above);
  return missing;
}
async function recover(site, host) {
  const file = journalFile(site);
  const text = await host.readText(file);
  if (text === void 0) return ok(void 0);
  const reading = readJson(text, journalOf);
  if (reading.kind === "unreadable") return wrong(unreadable(file, reading.why));
  if (await host.isRunning(reading.value.owner)) return wrong(busy(site));
  await settle(site, reading.value, host);
  return ok(void 0);
}
async function settle(site, journal, host) {
  const now = await host.readText(databaseFile(site)) ?? "";
  if (digestOf(now) !== journal.after) await undo(site, journal, host);
  for (const folder of journal.staging) await host.remove(folder);
  if (digestOf(now) === journal.after)
    for (const folder of journal.emptied) await removeIfEmpty(folder, host);
  await host.remove(journalFile(site));
}
async function undo(site, journal, host) {
  for (const { from, to } of [...journal.moves].reverse()) {
    if (await host.status(to) && !await host.status(from)) await host.rename(to, from);
  }
  for (const folder of [...journal.folders].reverse()) await removeIfEmpty(folder, host);
  await host.writeFile(journalFile(site), JSON.stringify({ ...journal, moves: [], folders: [] }));
}
async function removeIfEmpty(folder, host) {
  if ((await host.status(folder))?.kind === "folder" && (await host.list(folder))?.length === 0) {
    await host.remove(folder);
  }
}
async function stagingBeside(place, owner, host) {
  let above = joinPath(place, "..");
  while ((await host.status(await host.realPath(above) ?? above))?.kind !== "folder") {
    if (above === "/") throw new WorldFailure({ code: "ENOENT", path: place, message: "no such folder" });
    above = joinPath(above, "..");
  }
  return joinPath(above, `.tarwright-${owner}`);
}
function journalFile({ state }) {
  return joinPath(state, "transaction.json");
}
function journalOf(node) {
  const paths = (name) => shape.list(shape.field(node, name)).map(pathOf);
  return {
    owner: shape.text(shape.field(node, "owner")),
    after: shape.text(shape.field(node, "after")),
    staging: paths("staging"),
    folders: paths("folders"),
    emptied: paths("emptied"),
    moves: shape.list(shape.field(node, "moves")).map((move) => ({
      from: pathOf(shape.field(move, "from")),
      to: pathOf(shape.field(move, "to"))
    }))
  };
}
function pathOf(node) {
  return hostPath(shape.absolutePath(node));
}
function digestOf(text) {
  return createHash("sha256").update(text).digest("hex");
}
function busy({ folder }) {
  return worldTrouble(
    "install/busy",
    `another run is changing what is installed in \`${folder}\``,
    "wait until it has ended, then try again"
  );
}
function unreadable(file, why) {
  return trouble(
    "install/database",
    `\`${file}\`, the journal of a run that did not end, can't be read: ${why}`,
    "look at what it names, then remove it"
  );
}

// src/install/lay.ts
import posix4 from "node:path/posix";

// src/install/laid.ts
function laidFile({ state }) {
  return joinPath(state, "laid.json");
}
async function readLaid(site, host) {
  const file = laidFile(site);
  const text = await host.readText(file);
  if (text === void 0) return ok({ links: /* @__PURE__ */ new Map(), folders: [], settings: /* @__PURE__ */ new Map() });
  const reading = readJson(text, laidOf);
  if (reading.kind === "read") return ok(reading.value);
  return wrong(
    trouble(
      "install/database",
      `\`${file}\` can't be read: ${reading.why}`,
      "restore it from a copy; without it nobody knows which links were made"
    )
  );
}
function formatLaid({ links, folders, settings }) {
  if (links.size + folders.length + settings.size === 0) return void 0;
  const byPath = (a, b) => a.path < b.path ? -1 : 1;
  const lists = {
    links: [...links].map(([path, target]) => ({ path, target })).sort(byPath),
    folders: [...folders].sort(),
    settings: [...settings].map(([path, sha256]) => ({ path, sha256 })).sort(byPath)
  };
  return `${JSON.stringify({ version: 1, ...lists }, void 0, 1)}
`;
}
function laidOf(node) {
  const rows = (name, value) => new Map(
    shape.list(shape.field(node, name)).map((row) => [pathOf2(shape.field(row, "path")), value(row)])
  );
  return {
    links: rows("links", (row) => shape.text(shape.field(row, "target"))),
    folders: shape.list(shape.field(node, "folders")).map(pathOf2),
    settings: rows("settings", (row) => shape.digest(shape.field(row, "sha256")))
  };
}
function pathOf2(node) {
  return shape.matching(node, /^(?:\/(?!\.{1,2}(?:\/|$))[^/]+)+$/s, "an absolute path without `.` and `..`");
}

// src/install/lay-bench.ts
import { createHash as createHash2 } from "node:crypto";
async function beside(bench, place, what) {
  bench.count += 1;
  return joinPath(await bench.transaction.stageBeside(place), `${what}-${bench.count}`);
}
async function digestAt(file, host) {
  if ((await host.status(file))?.kind !== "file") return void 0;
  const hash = createHash2("sha256");
  for await (const chunk of host.readStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

// src/install/settings.ts
import posix3 from "node:path/posix";

// src/install/inspect.ts
import { createHash as createHash3 } from "node:crypto";
import posix2 from "node:path/posix";
async function inspectPackage(site, { known, installed }, host) {
  const place = await locate(site, known.prefix, host);
  if (!place.ok) return place;
  const isCurrent = currentOf(installed).some((one) => one.prefix === known.prefix);
  const links = isCurrent ? await inspectLinks(site, known, host) : ok({ count: 0, changes: [] });
  if (!links.ok) return links;
  const changes = differences(known.entries, host.scan(place.value));
  return ok({ known, place: place.value, changes, links: links.value });
}
async function inspectLinks(site, known, host) {
  const laid = await readLaid(site, host);
  if (!laid.ok) return laid;
  const settings = `${programFolder(known)}/Settings`;
  const own = [...laid.value.links].filter(([path, target]) => {
    const end = posix2.resolve(posix2.dirname(path), target);
    const leadsTo = (folder) => end === folder || end.startsWith(`${folder}/`);
    return leadsTo(known.prefix) || leadsTo(settings);
  });
  const changes = [];
  for (const [path, target] of own) {
    const folder = await locate(site, posix2.dirname(path), host);
    const link = folder.ok ? joinPath(folder.value, posix2.basename(path)) : void 0;
    const status = link && await host.status(link);
    if (!link || !status) changes.push({ path, what: "missing" });
    else if (status.kind !== "link") changes.push({ path, what: "another kind" });
    else if (await host.readLink(link) !== target) changes.push({ path, what: "another target" });
  }
  return ok({ count: own.length, changes });
}
function differences(entries, scanned) {
  const found = new Map((scanned?.entries ?? []).map((entry) => [entry.path, entry]));
  const digests = new Map(
    entries.flatMap((one) => one.kind === "file" ? [[one.path, one.sha256]] : [])
  );
  return entries.flatMap((entry) => {
    if (entry.path === "") return scanned ? [] : [{ path: "", what: "missing" }];
    const there = found.get(entry.path);
    const what = there && scanned ? difference(entry, there, { digests, scanned }) : "missing";
    return what ? [{ path: entry.path, what }] : [];
  });
}
function difference(entry, there, { digests, scanned }) {
  const kind = entry.kind === "hard-link" ? "file" : entry.kind;
  if (there.status.kind !== kind) return "another kind";
  if (entry.kind === "link") return there.target === entry.target ? void 0 : "another target";
  const digest = entry.kind === "folder" ? void 0 : digests.get(entry.kind === "file" ? entry.path : entry.target);
  if (digest !== void 0 && digestOf2(entry.path, scanned) !== digest) return "changed";
  return there.status.mode === entry.mode ? void 0 : "another mode";
}
function digestOf2(path, scanned) {
  const hash = createHash3("sha256");
  for (const chunk of scanned.read(path)) hash.update(chunk);
  return hash.digest("hex");
}

// src/install/placement.ts
async function movesAway({ place, entries }, { others, aside }, host) {
  const own = new Set(entries.map(({ path }) => path));
  const scanned = host.scan(place);
  const found = scanned?.entries ?? [];
  const edited = editedIn(entries, scanned);
  const isShared = others.some((other) => other.place === place);
  if (!isShared && edited.length === 0 && found.length > 0 && found.every(({ path }) => own.has(path))) {
    const freed2 = /* @__PURE__ */ new Set([place, ...found.map(({ path }) => at(place, path))]);
    return { edited: [], moves: [{ from: place, to: aside }], emptied: [], freed: freed2 };
  }
  const kinds = new Map(found.map(({ path, status }) => [path, status.kind]));
  const moves = [];
  const beside3 = [];
  for (const [index, { path, kind }] of entries.entries()) {
    const there = kinds.get(path);
    if (kind === "folder" || there === void 0 || there === "folder") continue;
    if (edited.includes(path))
      beside3.push({ from: at(place, path), to: await freeName(at(place, path), host) });
    else moves.push({ from: at(place, path), to: joinPath(aside, String(index)) });
  }
  const folders = entries.filter(({ kind }) => kind === "folder").map(({ path }) => at(place, path));
  const freed = new Set([...beside3, ...moves].map(({ from }) => from));
  return { edited: beside3, moves, emptied: folders.reverse(), freed };
}
function editedIn(entries, scanned) {
  return differences(entries, scanned).flatMap(
    ({ path, what }) => what === "missing" || what === "another mode" ? [] : [path]
  );
}
async function freeName(file, host) {
  for (let count = 0; ; count += 1) {
    const name = hostPath(`${file}.tarwright-saved${count === 0 ? "" : `.${count}`}`);
    if (!await host.status(name)) return name;
  }
}
async function movesIn(staged, ground) {
  const { place, tree, entries } = staged;
  const moves = [];
  const collisions = [];
  let moved;
  for (const { path, kind } of entries) {
    if (moved !== void 0 && path.startsWith(moved)) continue;
    const target = at(place, path);
    const there = await ground.kindAt(target);
    if (there === void 0) {
      moves.push({ from: at(tree, path), to: target });
      if (kind === "folder") moved = path === "" ? "" : `${path}/`;
    } else if (kind !== "folder" || there !== "folder") {
      collisions.push(collision(staged, target, ground.ownerOf(target)));
    }
  }
  return collisions.length > 0 ? { ok: false, error: collisions } : ok({ moves, folders: [joinPath(place, "..")] });
}
function at(place, path) {
  return joinPath(place, Buffer.from(path, "latin1").toString());
}
function collision({ fullpkgname }, file, owner) {
  return owner === void 0 ? trouble(
    "install/in-the-way",
    `\`${fullpkgname}\` brings \`${file}\`, where something is that no package owns`,
    "look at it, and move it away"
  ) : trouble(
    "install/conflict",
    `\`${fullpkgname}\` brings \`${file}\`, which is \`${owner}\`'s`,
    `leave \`${fullpkgname}\` out, or \`tarwright remove ${owner}\` first`
  );
}

// src/install/settings.ts
var DEFAULTS = "Resources/Defaults/Settings/";
async function planSettings(bench, { current, trees, fresh, laid }) {
  const next = /* @__PURE__ */ new Map();
  const files = /* @__PURE__ */ new Map();
  for (const one of current) {
    if (one.package.layout !== "programs") continue;
    const folder = programFolder(one);
    for (const entry of one.entries) {
      if (entry.kind !== "file" || !entry.path.startsWith(DEFAULTS)) continue;
      const inner = Buffer.from(entry.path.slice(DEFAULTS.length), "latin1").toString();
      const path = `${folder}/Settings/${inner}`;
      const tree = trees.get(one.package.contentDigest);
      if (!tree) throw new Error(`${one.package.fullpkgname} lies nowhere`);
      const source = at(tree, entry.path);
      const arrives = fresh.has(one.package.contentDigest);
      const setting = { path, source, sha256: entry.sha256, known: laid.get(path), arrives };
      const settled = await settle2(bench, setting);
      if (!settled.ok) return settled;
      next.set(path, settled.value.known);
      if (settled.value.beside !== void 0) next.set(settled.value.beside, entry.sha256);
      if (settled.value.file === "there") files.set(folder, [...files.get(folder) ?? [], inner]);
    }
  }
  const programs = new Set(current.map(programFolder));
  for (const [path, known] of laid) {
    if (next.has(path)) continue;
    const isInUse = [...programs].some((folder) => path.startsWith(`${folder}/`));
    if (isInUse && BESIDE.test(path)) {
      if (await isThere(bench, path)) next.set(path, known);
    } else if (isInUse) {
      next.set(path, known);
      const folder = path.replace(/\/Settings\/.*$/s, "");
      const inner = path.slice(`${folder}/Settings/`.length);
      if (await isThere(bench, path)) files.set(folder, [...files.get(folder) ?? [], inner]);
    } else await clear(bench, path, known);
  }
  const places = [...files].flatMap(([folder, names]) => names.map((name) => `${folder}/Settings/${name}`));
  return ok({ files, places, laid: next });
}
var BESIDE = /\.tarwright-default(?:\.[0-9]+)?$/;
async function settle2(bench, { path, source, sha256, known, arrives }) {
  const { host, site } = bench;
  const located = await locate(site, path, host);
  if (!located.ok) return located;
  const place = located.value;
  const right = { file: "there", known: sha256 };
  const there = await host.status(place);
  if (!there && known !== void 0) return ok({ file: "turned-down", known: sha256 });
  const found = there ? await digestAt(place, host) : void 0;
  if (!there || found === known) {
    if (found === sha256) return ok(right);
    if (there) bench.moves.push({ from: place, to: await beside(bench, place, "old-setting") });
    await lay(bench, source, place);
    return ok(right);
  }
  if (found === sha256 || known === sha256) return ok(right);
  if (!arrives) return ok({ file: "there", known: known ?? sha256 });
  const name = await freeName2(place, { sha256, host });
  if (!name) return ok(right);
  await lay(bench, source, name);
  bench.warnings.push(kept(path, name));
  return ok({ ...right, beside: `${posix3.dirname(path)}/${posix3.basename(name)}` });
}
async function lay(bench, source, place) {
  const made = await beside(bench, place, "setting");
  await bench.host.copyFile(source, made);
  bench.moves.push({ from: made, to: place });
}
async function freeName2(place, { sha256, host }) {
  for (let count = 0; ; count += 1) {
    const name = hostPath(`${place}.tarwright-default${count === 0 ? "" : `.${count}`}`);
    if (!await host.status(name)) return name;
    if (await digestAt(name, host) === sha256) return void 0;
  }
}
async function isThere({ site, host }, path) {
  const place = await locate(site, path, host);
  return place.ok && await host.status(place.value) !== void 0;
}
async function clear(bench, path, known) {
  const { site, host } = bench;
  const place = await locate(site, path, host);
  if (!place.ok) return;
  const found = await digestAt(place.value, host);
  if (found === known)
    bench.moves.push({ from: place.value, to: await beside(bench, place.value, "old-setting") });
  else if (found !== void 0) bench.warnings.push(left(path, joinPath(place.value, "..")));
}
function kept(path, name) {
  return {
    ...trouble(
      "install/setting-kept",
      `\`${path}\` was changed by you, and stays; the new default lies beside it as \`${posix3.basename(name)}\``,
      "compare the two, take over what you want, then remove the default"
    ),
    severity: "warning"
  };
}
function left(path, folder) {
  return {
    ...trouble(
      "install/setting-left",
      `\`${path}\` was changed by you, and stays though its program is gone`,
      `remove \`${folder}\` when nobody needs it any more`
    ),
    severity: "warning"
  };
}

// src/install/lay.ts
async function planLaying(site, laying, host) {
  const read = await readLaid(site, host);
  if (!read.ok) return read;
  const laid = read.value;
  const current = currentOf(laying.after);
  if (current.length === 0 && formatLaid(laid) === void 0) return ok(NOTHING2);
  const bench = { site, host, transaction: laying.transaction, count: 0, warnings: [], moves: [] };
  const trees = /* @__PURE__ */ new Map();
  for (const one of current) {
    const place = await locate(site, one.prefix, host);
    if (!place.ok) return place;
    trees.set(one.package.contentDigest, laying.trees.get(one.package.contentDigest) ?? place.value);
  }
  const settings = await planSettings(bench, { current, trees, fresh: laying.fresh, laid: laid.settings });
  if (!settings.ok) return settings;
  const wanted = wantedLinks(current, { settings: settings.value.files, laid: laid.links });
  bench.warnings.push(...wanted.conflicts.map(linkConflict));
  const links = await planLinks(bench, { wanted: wanted.links, laid: laid.links });
  if (!links.ok) return links;
  const kept2 = [...links.value.keys(), ...settings.value.places];
  const folders = await foldersFor(bench, { kept: kept2, laid: laid.folders });
  if (!folders.ok) return folders;
  const next = { links: links.value, folders: folders.value.own, settings: settings.value.laid };
  await planRecord(bench, next);
  return ok({
    moves: bench.moves,
    folders: folders.value.needed,
    emptied: folders.value.emptied,
    warnings: bench.warnings
  });
}
var NOTHING2 = { moves: [], folders: [], emptied: [], warnings: [] };
async function planLinks(bench, { wanted, laid }) {
  const { host, site } = bench;
  const own = /* @__PURE__ */ new Map();
  const targets = new Map(wanted.map(({ path, target }) => [path, target]));
  for (const [path, target] of laid) {
    const place = await locate(site, posix4.dirname(path), host);
    if (!place.ok) continue;
    const link = joinPath(place.value, posix4.basename(path));
    if (await linkAt(link, host) !== target) continue;
    if (targets.get(path) === target) own.set(path, target);
    else bench.moves.push({ from: link, to: await beside(bench, link, "old-link") });
  }
  for (const { path, target, owner } of wanted) {
    if (own.has(path)) continue;
    const folder = await locate(site, posix4.dirname(path), host);
    if (!folder.ok) return folder;
    const link = joinPath(folder.value, posix4.basename(path));
    const there = bench.moves.some(({ from }) => from === link) ? void 0 : await host.status(link);
    if (there && await linkAt(link, host) === target) continue;
    const stranger = there ? link : await strangerAbove(bench, link);
    if (stranger !== void 0) {
      bench.warnings.push(inTheWay(path, owner, stranger));
      continue;
    }
    const made = await beside(bench, link, "link");
    await host.makeLink(target, made);
    bench.moves.push({ from: made, to: link });
    own.set(path, target);
  }
  return ok(own);
}
async function linkAt(file, host) {
  return (await host.status(file))?.kind === "link" ? await host.readLink(file) : void 0;
}
async function strangerAbove({ host, moves }, link) {
  for (let above = joinPath(link, ".."); above !== "/"; above = joinPath(above, "..")) {
    if (moves.some(({ from }) => from === above)) continue;
    const real = await host.realPath(above);
    const status = real === void 0 ? await host.status(above) : await host.status(real);
    if (status) return status.kind === "folder" ? void 0 : above;
  }
  return void 0;
}
async function foldersFor({ site, host }, { kept: kept2, laid }) {
  const used2 = new Set(kept2.flatMap((path) => foldersAbove2(path)));
  const own = laid.filter((folder) => used2.has(folder));
  const needed = [];
  for (const folder of used2) {
    const place = await locate(site, folder, host);
    if (!place.ok) return place;
    if (await host.status(place.value)) continue;
    needed.push(place.value);
    if (!own.includes(folder)) own.push(folder);
  }
  const emptied = [];
  for (const folder of laid.filter((one) => !used2.has(one)).sort((a, b) => b.length - a.length)) {
    const place = await locate(site, folder, host);
    if (place.ok) emptied.push(place.value);
  }
  return ok({ needed, own, emptied });
}
function foldersAbove2(path) {
  const parts = path.split("/").slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}
async function planRecord(bench, next) {
  const { host, site, moves } = bench;
  const file = laidFile(site);
  const text = formatLaid(next);
  if (await host.readText(file) === text) return;
  if (await host.status(file)) moves.push({ from: file, to: await beside(bench, file, "old-laid") });
  if (text === void 0) return;
  const made = await beside(bench, file, "laid");
  await host.writeFile(made, text);
  moves.push({ from: made, to: file });
}
function linkConflict({ path, kept: kept2, left: left2 }) {
  return {
    ...trouble(
      "install/link-conflict",
      `\`${left2}\` has no link at \`${path}\`, which is \`${kept2}\`'s`,
      `call it by its own path; \`tarwright remove ${kept2}\` makes room for the link`
    ),
    severity: "warning"
  };
}
function inTheWay(path, owner, stranger) {
  return {
    ...trouble(
      "install/link-in-the-way",
      `\`${owner}\` has no link at \`${path}\`: \`${stranger}\` is there, and no package owns it`,
      "look at it, move it away, then install with `--link` again"
    ),
    severity: "warning"
  };
}

// src/install/change.ts
var UNCHANGED = { installed: [], warnings: [] };
async function changeSite(site, change, { host, report }, signal) {
  return inTransaction(site, host, async (transaction) => {
    const current = await readInstalled(site, host);
    if (!current.ok) return current;
    if (formatInstalled(current.value) !== formatInstalled(change.basis)) return wrong(overtaken(site));
    const known = await withEntries(site, current.value, host);
    if (!known.ok) return known;
    const gone = new Set(change.departures.map(({ package: row }) => row.file));
    const staying = known.value.filter(({ package: row }) => !gone.has(row.file));
    const departing = known.value.filter(({ package: row }) => gone.has(row.file));
    const arriving = [];
    for (const [index, arrival] of change.arrivals.entries()) {
      const what = "unpacking";
      report({ kind: "progress", what, done: index, total: change.arrivals.length, unit: "packages" });
      const staged = await stage(site, { ...change, arrival, index, transaction, host }, signal);
      if (!staged.ok) return staged;
      arriving.push(staged.value);
    }
    const moves = await plan(site, { staying, departing, arriving, transaction }, host);
    if (!moves.ok) return moves;
    signal.throwIfAborted();
    const stay = staying.map(
      (one) => change.asked.includes(one.package.contentDigest) ? { ...one, why: "asked" } : one
    );
    const after = linkedFrom([...stay, ...arriving.map(({ known: one }) => one)], change.linking);
    const trees = new Map(arriving.map(({ known: one, staged }) => [one.package.contentDigest, staged.tree]));
    const fresh = /* @__PURE__ */ new Set([...trees.keys(), ...change.linking?.contents ?? []]);
    const laying = await planLaying(site, { after, trees, fresh, transaction }, host);
    if (!laying.ok) return laying;
    const installed = after.map(({ entries: _, ...record }) => record);
    if (formatInstalled(installed) !== formatInstalled(current.value)) {
      const { edited, moves: others, folders, emptied } = moves.value;
      await transaction.commit({
        folders: [...folders, ...laying.value.folders],
        moves: [...edited, ...others, ...laying.value.moves],
        emptied: [...laying.value.emptied, ...emptied],
        installed
      });
    }
    await writeProfile(site, after, host);
    return ok({
      installed: after,
      warnings: [...moves.value.edited.map(keptAside), ...laying.value.warnings]
    });
  });
}
function linkedFrom(after, linking) {
  if (!linking) return after;
  let rank = Math.max(0, ...after.map(({ linked }) => linked?.rank ?? 0));
  return after.map((one) => {
    if (!linking.contents.includes(one.package.contentDigest)) return one;
    const tree = linking.tree ?? DEFAULT_TREES[one.package.layout];
    rank += 1;
    return { ...one, linked: { tree, rank } };
  });
}
async function stage(site, staging, signal) {
  const { record, found, keys } = staging.arrival;
  const { host, transaction, index, setuid } = staging;
  const place = await locate(site, record.prefix, host);
  if (!place.ok) return place;
  const folder = joinPath(await transaction.stageBeside(place.value), `new-${index}`);
  const trust = keys ? { kind: "keys", keys } : { kind: "index" };
  const tree = await unpackPackage({ ...found, row: record.package, folder, trust, setuid }, host, signal);
  if (!tree.ok) return tree;
  const entries = entriesOf(tree.value.members);
  const list = listFile(site, record.package);
  const from = joinPath(await transaction.stageBeside(joinPath(site.state, "lists")), `list-${index}`);
  await host.writeFile(from, formatEntries(entries));
  const { fullpkgname } = record.package;
  return ok({
    known: { ...record, entries },
    staged: { fullpkgname, place: place.value, entries, tree: tree.value.folder },
    list: { from, to: list }
  });
}
async function plan(site, { staying, departing, arriving, transaction }, host) {
  const placed = async (known) => {
    const place = await locate(site, known.prefix, host);
    return place.ok ? ok({ fullpkgname: known.package.fullpkgname, place: place.value, entries: known.entries }) : place;
  };
  const owners = /* @__PURE__ */ new Map();
  const own = (one) => {
    for (const { path, kind } of one.entries) {
      const kept2 = kind === "folder" ? "folder" : "file";
      owners.set(at(one.place, path), { fullpkgname: one.fullpkgname, kind: kept2 });
    }
  };
  const others = [];
  for (const known of staying) {
    const one = await placed(known);
    if (!one.ok) return one;
    others.push(one.value);
    own(one.value);
  }
  const done = { folders: [], edited: [], moves: [], emptied: [] };
  const freed = /* @__PURE__ */ new Set();
  for (const [index, known] of departing.entries()) {
    const one = await placed(known);
    if (!one.ok) return one;
    const aside = joinPath(await transaction.stageBeside(one.value.place), `old-${index}`);
    const leaving = await movesAway(one.value, { others, aside }, host);
    const isApart = leaving.moves.every(({ to }) => to !== aside);
    if (isApart) await host.makeFolder(aside);
    done.edited.push(...leaving.edited);
    done.moves.push(...leaving.moves, await listAway(site, known, { transaction, index }));
    done.emptied.push(...leaving.emptied);
    for (const file of leaving.freed) freed.add(file);
  }
  const arrived = /* @__PURE__ */ new Map();
  const ground = {
    kindAt: async (file) => arrived.get(file) ?? (freed.has(file) ? void 0 : (await host.status(file))?.kind),
    ownerOf: (file) => owners.get(file)?.fullpkgname
  };
  const collisions = [];
  for (const { staged, list } of arriving) {
    const moves = await movesIn(staged, ground);
    if (!moves.ok) {
      collisions.push(...moves.error);
      continue;
    }
    done.moves.push(...moves.value.moves, list);
    done.folders.push(...moves.value.folders, joinPath(list.to, ".."));
    own(staged);
    for (const { path, kind } of staged.entries) {
      arrived.set(at(staged.place, path), kind === "folder" ? "folder" : "file");
    }
  }
  const emptied = done.emptied.filter((folder) => !owners.has(folder));
  return collisions.length > 0 ? { ok: false, error: collisions } : ok({ ...done, emptied });
}
async function listAway(site, { package: row }, { transaction, index }) {
  const from = listFile(site, row);
  return { from, to: joinPath(await transaction.stageBeside(from), `old-list-${index}`) };
}
function keptAside({ from, to }) {
  return {
    severity: "warning",
    code: "install/kept-aside",
    blame: "request",
    message: `\`${from}\` was changed since it was installed: it is kept as \`${to}\``,
    help: "take from it what you still want, then remove it"
  };
}
function overtaken({ folder }) {
  return worldTrouble(
    "install/busy",
    `another run changed what is installed in \`${folder}\` in the meantime`,
    "run it again"
  );
}

// src/install/keep.ts
async function keepPackages(choices, { tools, selection, scratch, setuid, host }, signal) {
  const { release, source } = selection;
  const keys = release.signer && [release.signer];
  const kept2 = [];
  for (const [index, { row }] of choices.entries()) {
    if (!tools) break;
    const { name, version } = toolOf(row);
    const found = await tools.find(name, version);
    if (found && await verifyTree({ folder: found, row, keys }, host) === "right") {
      kept2.push(used(row, found, host, "present"));
      continue;
    }
    const archive = await source.archive(row, signal);
    if (!archive.ok) return archive;
    const folder = joinPath(scratch, `kept-${index}`);
    const trust = keys ? { kind: "keys", keys } : { kind: "index" };
    const tree = await unpackPackage({ ...archive.value, row, folder, trust, setuid }, host, signal);
    if (!tree.ok) return tree;
    kept2.push(used(row, await tools.keep(tree.value.folder, name, version), host, "installed"));
  }
  return ok(kept2);
}
function toolOf({ fullpkgname, contentDigest }) {
  return { name: `tarwright-${stemOf(fullpkgname)}`, version: `0.0.0-d${contentDigest.slice(0, 16)}` };
}
function used(row, prefix, { scan }, outcome) {
  const libraryPath = "runpath";
  return { package: row, prefix, entries: scan(prefix)?.entries ?? [], libraryPath, outcome };
}

// src/install/lock.ts
var LOCK_NAME = "tarwright.lock";
async function readLock(file, host) {
  const text = await host.readText(file);
  if (text === void 0) return wrong(noLock(shownPath(file, host.folders.working)));
  const reading = readJson(text, lockOf);
  return reading.kind === "read" ? ok(reading.value) : wrong(unreadable2(file, reading.why));
}
function lockOfChoices(before, {
  from,
  release,
  choices
}) {
  const key = release.signer && pinKey(release.signer);
  const packages = choices.map(({ row, why }) => {
    const { fullpkgname, file, sha256, sizeBytes, contentDigest, base, arch } = row;
    return { fullpkgname, file, sha256, sizeBytes, contentDigest, base, arch, why };
  });
  const isSame = before?.from === from && before.key?.public === key?.public;
  const kept2 = (isSame ? before.packages : []).filter(
    (one) => packages.every(({ base, arch }) => base !== one.base || arch !== one.arch)
  );
  return { from, ...key ? { key } : {}, packages: [...kept2, ...packages] };
}
function formatLock(lock2) {
  return `${JSON.stringify({ version: 1, ...lock2 }, void 0, 2)}
`;
}
function lockedChoices(lock2, {
  offered,
  bases,
  arch
}) {
  const wanted = lock2.packages.filter((one) => bases.includes(one.base) && one.arch === arch);
  if (wanted.length === 0) return wrong(nothingLocked(bases, arch));
  const choices = [];
  const troubles = [];
  for (const locked of wanted) {
    const row = offered.find(({ file }) => file === locked.file);
    if (row?.sha256 === locked.sha256 && row.contentDigest === locked.contentDigest) {
      choices.push({ row, why: locked.why });
    } else troubles.push(otherThanLocked(locked, row));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(choices);
}
function lockOf(node) {
  const key = shape.optional(node, "key", pinnedKeyOf);
  return {
    from: shape.text(shape.field(node, "from")),
    ...key ? { key } : {},
    packages: shape.list(shape.field(node, "packages")).map((one) => ({
      fullpkgname: shape.fileName(shape.field(one, "fullpkgname")),
      file: shape.fileName(shape.field(one, "file")),
      sha256: shape.digest(shape.field(one, "sha256")),
      sizeBytes: shape.count(shape.field(one, "sizeBytes")),
      contentDigest: shape.digest(shape.field(one, "contentDigest")),
      base: shape.text(shape.field(one, "base")),
      arch: shape.text(shape.field(one, "arch")),
      why: shape.word(shape.field(one, "why"), ["asked", "needed"])
    }))
  };
}
function noLock(file) {
  return trouble(
    "install/no-lock",
    `there is no \`${file}\``,
    "make it: `tarwright install SPEC… --from PLACE --lock`"
  );
}
function unreadable2(file, why) {
  const help = "restore it, or make it anew with `--lock`";
  return trouble("install/unreadable-lock", `\`${file}\` can't be read: ${why}`, help);
}
function nothingLocked(bases, arch) {
  const where = `\`${bases.join("`, `")}\` on \`${arch}\``;
  return trouble(
    "install/frozen",
    `\`${LOCK_NAME}\` names no package for ${where}`,
    "lock it on such a machine, too; where you know that another base's package runs here, name that with `--base`"
  );
}
function otherThanLocked({ fullpkgname, file, sha256 }, row) {
  const found = row ? `it has the SHA-256 ${row.sha256} there` : "it is not there any more";
  return trouble(
    "install/frozen",
    `\`${fullpkgname}\` is locked as \`${file}\` with the SHA-256 ${sha256}, but ${found}`,
    "look what was published, then lock again with `--lock`"
  );
}

// src/install/resolve.ts
function resolve(resolving) {
  const fitting = resolving.offered.filter((row) => fits(row, resolving));
  const troubles = [];
  const asked = [];
  for (const wish of resolving.wishes) {
    const [best] = newestFirst(fitting.filter(wish.accepts));
    if (best) asked.push(best);
    else troubles.push(notFound(wish, resolving, fitting));
  }
  const choices = /* @__PURE__ */ new Map();
  const visiting = /* @__PURE__ */ new Set();
  const visit = (row, why) => {
    if (visiting.has(row.file)) return;
    visiting.add(row.file);
    for (const dependency of row.depends) {
      if (resolving.present.some((one) => serves(one, dependency))) continue;
      const chosen = asked.find((one) => serves(one, dependency));
      const found2 = chosen ?? exact(fitting, dependency) ?? bestFor(fitting, dependency);
      if (found2) visit(found2, asked.includes(found2) ? "asked" : "needed");
      else troubles.push(lacking(row, dependency, resolving));
    }
    choices.set(row.file, { row, why });
  };
  for (const row of asked) visit(row, "asked");
  const found = [...choices.values()];
  troubles.push(...conflicts(found, resolving.present));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}
function fits({ base, arch }, resolving) {
  return resolving.bases.includes(base) && arch === resolving.arch;
}
function serves(one, dependency) {
  return one.contentDigest === dependency.contentDigest || fulfils(one, dependency);
}
function exact(rows, { contentDigest }) {
  return contentDigest === void 0 ? void 0 : rows.find((row) => row.contentDigest === contentDigest);
}
function conflicts(choices, present) {
  const rows = choices.map(({ row }) => row);
  return rows.flatMap((row, index) => [
    ...rows.slice(index + 1).filter((other) => clash(row, other)).map((other) => beside2(row, other)),
    ...present.filter((other) => clash(row, other)).map((other) => installedBeside(row, other))
  ]);
}
function clash(a, b) {
  if (a.contentDigest === b.contentDigest && a.prefix === b.prefix) return false;
  const areApart = a.layout === "programs" && b.layout === "programs" && a.prefix !== b.prefix;
  return !areApart && conflictBetween(a, b) !== void 0;
}
function beside2(row, other) {
  return trouble(
    "install/conflict",
    `\`${row.fullpkgname}\` and \`${other.fullpkgname}\` can't be installed side by side`,
    "leave one of them out"
  );
}
function installedBeside(row, other) {
  return trouble(
    "install/conflict",
    `\`${row.fullpkgname}\` can't be installed beside \`${other.fullpkgname}\`, which is`,
    `\`tarwright update ${other.fullpkgname}\` takes a newer one, \`tarwright remove ${other.fullpkgname}\` makes room`
  );
}
function notFound(wish, { offered, bases, arch, place }, fitting) {
  const elsewhere = offered.filter((row) => wish.accepts(row));
  const where = `for \`${bases.join("`, `")}\` on \`${arch}\``;
  if (elsewhere.length > 0) {
    const others = [...new Set(elsewhere.map((row) => `\`${row.base}\` on \`${row.arch}\``))].sort();
    return trouble(
      "install/other-base",
      `\`${place}\` has \`${wish.text}\` not ${where}, only for ${others.join(", ")}`,
      "build it for this base; where you know that another one's package runs here, name that with `--base`"
    );
  }
  const names = [...new Set(fitting.map(({ fullpkgname }) => fullpkgname))].sort();
  const stems = fitting.map(({ fullpkgname }) => fullpkgname.replace(/-[0-9].*$/, ""));
  const meant2 = nearest(wish.text.replace(/[-@][0-9^~*<>=].*$/, ""), [...new Set(stems)]);
  return trouble(
    "install/not-found",
    `\`${place}\` has no package \`${wish.text}\` ${where}`,
    meant2 && !wish.text.startsWith(meant2) ? `did you mean \`${meant2}\`?` : names.length === 0 ? "it has no packages for this machine at all" : `it has ${quotedList(names)}`
  );
}
function lacking(row, { spec, pkgpath }, { place }) {
  return trouble(
    "install/missing-dependency",
    `\`${row.fullpkgname}\` needs \`${spec === "" ? pkgpath : `${spec}:${pkgpath}`}\`, which \`${place}\` does not have, and which is not installed`,
    `publish it there too, or install \`${pkgpath}\` first from where it is`
  );
}

// src/install/release.ts
import { createHash as createHash4 } from "node:crypto";
async function openRelease(source, trust, signal) {
  const first = await readOnce(source, trust, signal);
  if (first.kind !== "torn") return first.result;
  const second = await readOnce(source, trust, signal);
  return second.kind === "torn" ? wrong(second.why) : second.result;
}
async function readOnce(source, trust, signal) {
  const list = await readList(source, trust, signal);
  if (!list.ok) return { kind: "read", result: list };
  const { digests, signer, text } = list.value;
  const expected = digests.get("index.json");
  if (expected === void 0) return { kind: "read", result: wrong(noIndex(source)) };
  const index = await source.list("index.json", signal);
  if (!index.ok) return { kind: "read", result: index };
  const found = index.value === void 0 ? void 0 : createHash4("sha256").update(index.value).digest("hex");
  if (index.value === void 0 || found !== expected)
    return { kind: "torn", why: tornIndex(source, expected, found) };
  const parsed = parseIndex(index.value);
  if (parsed.kind === "unreadable")
    return { kind: "read", result: wrong(unreadableIndex(source, parsed.why)) };
  const packages = parsed.index.packages.filter(({ file, sha256 }) => digests.get(file) === sha256);
  return { kind: "read", result: ok({ packages, signer, list: text }) };
}
async function readList(source, trust, signal) {
  const signed = await source.list("SHA256.sig", signal);
  if (!signed.ok) return signed;
  if (trust.kind === "waived") return unsignedList(source, signed.value, signal);
  if (signed.value === void 0) return wrong(unsigned(source));
  const reading = readSignedSums(signed.value, trust.keys);
  switch (reading.kind) {
    case "signed":
      return ok({ digests: reading.digests, signer: reading.signer, text: signed.value });
    case "unreadable":
      return wrong(unreadable3(source));
    case "other-key":
      return wrong(otherKey(source, reading.keyNumber, trust.keys));
    case "forged":
      return wrong(forged(source, reading.key));
    default:
      return unreachable(reading);
  }
}
async function unsignedList(source, signed, signal) {
  const plain2 = signed === void 0 ? await source.list("SHA256", signal) : ok(signed);
  if (!plain2.ok) return plain2;
  if (plain2.value === void 0) return wrong(nothingThere(source));
  const digests = readUnsignedSums(plain2.value);
  return digests ? ok({ digests, signer: void 0, text: plain2.value }) : wrong(unreadable3(source));
}
async function wasReplaced(release, source, signal) {
  const signed = await source.list("SHA256.sig", signal);
  if (!signed.ok) return false;
  const now = signed.value === void 0 ? await source.list("SHA256", signal) : signed;
  return now.ok && now.value !== void 0 && now.value !== release.list;
}
function unsigned({ name }) {
  return trouble(
    "install/unsigned",
    `\`${name}\` has no \`SHA256.sig\`: nobody says that these are the packages he made`,
    "sign it (`tarwright sign FOLDER --key KEY`); `--insecure-no-signature` takes it from whoever has the place"
  );
}
function nothingThere({ name }) {
  return trouble(
    "install/no-packages",
    `\`${name}\` has neither \`SHA256.sig\` nor \`SHA256\`: no packages were published there`,
    "name the folder that `build` wrote, or a release that `publish` made"
  );
}
function unreadable3({ name }) {
  const what = `the \`SHA256.sig\` of \`${name}\` is not a signed list of digests, as signify makes it`;
  return trouble(
    "install/unreadable-list",
    what,
    "look at it: a server may have answered with a page of its own"
  );
}
function otherKey({ name }, keyNumber, keys) {
  const expected = keys.map((key) => `\`${key.name}\` (${key.keyNumber})`).join(", ");
  return trouble(
    "install/other-key",
    `\`${name}\` is signed by the key ${keyNumber}, expected ${expected || "one of your own"}`,
    "get the publisher's public key from a place that you trust, not from beside the packages, and give it with `--key`"
  );
}
function forged({ name }, key) {
  return trouble(
    "install/forged",
    `the \`SHA256.sig\` of \`${name}\` bears the number of the key \`${key.name}\`, which did not sign it`,
    "don't use it; tell whoever publishes there"
  );
}
function noIndex({ name }) {
  return trouble(
    "install/no-packages",
    `the \`SHA256.sig\` of \`${name}\` does not list an \`index.json\``,
    "name the folder that `build` wrote, or a release that `publish` made"
  );
}
function unreadableIndex({ name }, why) {
  const what = `the \`index.json\` of \`${name}\` is not one that can be read here: ${why}`;
  return trouble(
    "install/unreadable-index",
    what,
    "another version of tarwright may have written it: use that, or publish again"
  );
}
function tornIndex({ name }, expected, found) {
  return trouble(
    "install/torn-release",
    `the \`index.json\` of \`${name}\` has the SHA-256 ${found ?? "of nothing: it is not there"}, but the signed list says ${expected}`,
    "somebody may be publishing to it: try again in a minute"
  );
}

// src/install/second-look.ts
async function lookTwice(look) {
  const first = await look();
  if (first.kind === "done") return first.result;
  const second = await look();
  return second.kind === "done" ? second.result : { ok: false, error: second.why };
}
async function lookedAt(result, { release, source }, signal) {
  if (result.ok) return { kind: "done", result };
  const isReplaced = await wasReplaced(release, source, signal);
  return isReplaced ? { kind: "replaced", why: result.error } : { kind: "done", result };
}

// src/install/source.ts
var MOST_LIST_BYTES = 256 * 1024 * 1024;
function openSource(setting) {
  const [first] = setting.origins;
  return {
    name: first?.name ?? "",
    list: async (file, signal) => {
      const fetched = await fetchFirst({ file, mostBytes: MOST_LIST_BYTES }, setting, signal);
      if (fetched.kind === "file") return ok(await setting.host.readText(fetched.file));
      const isAbsent = fetched.attempts.every(({ blame }) => blame === "absent");
      return isAbsent ? ok(void 0) : wrong(notFetched(file, fetched.attempts));
    },
    archive: async (wanted, signal) => {
      const fetched = await fetchFirst(wanted, setting, signal);
      if (fetched.kind !== "file") return wrong(notFetched(wanted.file, fetched.attempts));
      const { file: archive, from } = fetched;
      return ok({ archive, ...from === "web" ? { digest: "checked" } : {} });
    }
  };
}
async function fetchFirst(wanted, setting, signal) {
  const attempts = [];
  for (const origin of setting.origins) {
    const got = origin.kind === "folder" ? await take(wanted, origin.folder, { ...setting, signal }) : await fetchFrom(wanted, origin.base, { ...setting, signal });
    if (got.kind === "file") return { ...got, from: origin.kind };
    attempts.push({ from: origin.name, ...got });
  }
  return { kind: "failed", attempts };
}
async function take({ file, sha256 }, folder, { host, signal }) {
  const path = joinPath(folder, file);
  const real = await host.realPath(path);
  if (real === void 0 || (await host.status(real))?.kind !== "file") {
    return { kind: "failed", why: "it is not there", blame: "absent" };
  }
  const found = sha256 === void 0 ? void 0 : await fileDigest(real, host, signal);
  if (found !== sha256) return wrongDigest(sha256, found);
  return { kind: "file", file: real };
}
async function fetchFrom(wanted, base, { scratch, host, report, signal }) {
  const { file, sha256 } = wanted;
  const folder = await host.makeTemporary("fetched-", scratch);
  const part = joinPath(folder, file);
  const digests = sha256 === void 0 ? [] : [{ algorithm: "sha256", hex: sha256 }];
  const url = new URL(encodeURIComponent(file), base);
  const answer = await download(url, { wanted: { ...wanted, digests }, part, host, report }, signal);
  if (answer.kind !== "received") return { kind: "failed", ...troubleOf(answer) };
  const found = answer.received.digests[0]?.hex;
  if (found !== sha256) return wrongDigest(sha256, found);
  return { kind: "file", file: part };
}
function wrongDigest(expected, found) {
  return { kind: "failed", why: `its SHA-256 is ${found}, expected ${expected}`, blame: "world" };
}
function troubleOf(found) {
  switch (found.kind) {
    case "unreachable":
      return { why: found.why, blame: "world" };
    case "status":
      return found.status === 404 ? { why: "it is not there (404)", blame: "absent" } : { why: refusal(found.status), blame: "world" };
    case "truncated":
      return { why: `it broke off after ${found.found} bytes`, blame: "world" };
    case "wrong-size":
      return { why: `it has ${found.found} bytes, not ${found.expected}`, blame: "world" };
    default:
      return unreachable(found);
  }
}
function refusal(status) {
  const isLogin = status === 401 || status === 403;
  return `the server answered ${status}${isLogin ? "; where it wants a login, write `--from https://NAME:PASSWORD@…`" : ""}`;
}
function notFetched(file, attempts) {
  const lines = attempts.map(({ from, why }) => `${from}: ${why}`);
  const message = [`\`${file}\` could not be had:`, ...lines].join("\n  ");
  return attempts.every(({ blame }) => blame === "absent") ? trouble("install/not-there", message, "look whether the release is whole, or name another place") : worldTrouble(
    "install/not-fetched",
    message,
    "try again later, or name a mirror with one more `--from`"
  );
}

// src/install/selection.ts
async function select(selecting, signal) {
  const [first, ...mirrors] = selecting.places;
  if (!first) throw new Error("no place to install from");
  const others = mirrors.map(originOf(selecting.host));
  const undecided2 = others.filter((one) => one === void 0);
  if (undecided2.length > 0) return wrong(mirrorWithoutTag());
  const decided = others.filter((one) => one !== void 0);
  const origin = originOf(selecting.host)(first);
  if (origin) return selectFrom([origin, ...decided], selecting, signal);
  return selectNewest(first, decided, selecting, signal);
}
async function selectFrom(origins, selecting, signal) {
  const { scratch, host, report, trust, choose } = selecting;
  const source = openSource({ origins, scratch, host, report });
  const release = await openRelease(source, trust, signal);
  if (!release.ok) return release;
  const choices = choose(release.value.packages, source.name);
  return choices.ok ? ok({ source, release: release.value, choices: choices.value }) : choices;
}
async function selectNewest(place, mirrors, selecting, signal) {
  if (place.kind !== "repository") throw new Error("only a repository has a newest release");
  const { host } = selecting;
  const latest = await latestTag(place, host, signal);
  if (!latest.ok) return latest;
  const from = (tag) => selectFrom([tagged(place, tag, host), ...mirrors], selecting, signal);
  const first = latest.value === void 0 ? void 0 : await from(latest.value);
  if (first?.ok || first?.error.some(isNoReason)) return first;
  const tags = await otherTags(place, latest.value, selecting, signal);
  if (!tags.ok) return first ? { ok: false, error: [...first.error, ...tags.error] } : tags;
  for (const tag of tags.value) {
    const found = await from(tag);
    if (found.ok || found.error.some(isNoReason)) return found;
  }
  return first ?? wrong(noRelease(place));
}
function isNoReason({ code }) {
  return !["install/not-found", "install/other-base", "install/no-packages", "install/unsigned"].includes(
    code
  );
}
function originOf(host) {
  return (place) => {
    if (place.kind !== "repository") return place;
    return place.tag === void 0 ? void 0 : tagged(place, place.tag, host);
  };
}
function tagged({ owner, repository }, tag, host) {
  const path = tag.split("/").map(encodeURIComponent).join("/");
  const base = new URL(`${repositoryUrl({ owner, repository }, host)}/releases/download/${path}/`);
  return { kind: "web", name: `${owner}/${repository}@${tag}`, base };
}
function repositoryUrl({ owner, repository }, host) {
  return `${host.environment("GITHUB_SERVER_URL") ?? "https://github.com"}/${owner}/${repository}`;
}
async function latestTag(place, host, signal) {
  const url = new URL(`${repositoryUrl(place, host)}/releases/latest`);
  const answer = await host.get(url, {}, signal);
  if (answer.kind === "unreachable") return wrong(unreachablePlace(place, answer.why));
  answer.body.destroy();
  const [, tag] = /\/releases\/tag\/([^?#]+)$/.exec(answer.url) ?? [];
  if (answer.status === 200 && tag !== void 0) {
    const name = decodedTag(tag);
    const strange = `the server leads to a release that can't be named: ${quoted(tag)}`;
    return name === void 0 ? wrong(unreachablePlace(place, strange)) : ok(name);
  }
  if (answer.status === 404 || answer.status === 200) return ok(void 0);
  return wrong(unreachablePlace(place, `the server answered ${answer.status}`));
}
function decodedTag(tag) {
  try {
    return decodeURIComponent(tag);
  } catch (error) {
    if (error instanceof URIError) return void 0;
    throw error;
  }
}
var PATIENCE_MS = 12e4;
var MOST_RELEASES = 30;
async function otherTags(place, latest, { host, report }, signal) {
  const github = host.github({
    repository: { owner: place.owner, name: place.repository },
    token: void 0,
    patienceMs: PATIENCE_MS,
    onWait: (why) => report({ kind: "note", message: why })
  });
  const answer = await github.releases(signal);
  if (answer.kind !== "answered") return wrong(unreachablePlace(place, whyNot(answer)));
  const published = answer.value.filter(({ state, tag }) => state === "published" && tag !== latest);
  return ok(published.slice(0, MOST_RELEASES).map(({ tag }) => tag));
}
function whyNot(answer) {
  switch (answer.kind) {
    case "refused":
      return `GitHub says: ${answer.message} (${answer.status})`;
    case "limited":
      return `GitHub's limit of requests is used up for ${Math.ceil(answer.waitMs / 6e4)} minutes`;
    case "unreachable":
      return answer.why;
    default:
      return unreachable(answer);
  }
}
function mirrorWithoutTag() {
  const what = "a mirror must be of one release, and a repository without a tag is of its newest";
  return trouble("install/mirror", what, "write `OWNER/REPO@TAG`, or name only one place");
}
function noRelease({ owner, repository }) {
  const what = `\`${owner}/${repository}\` has no release with what is wanted`;
  return trouble("install/no-packages", what, "look at its page of releases, and name one: `OWNER/REPO@TAG`");
}
function unreachablePlace({ owner, repository }, why) {
  const what = `the releases of \`${owner}/${repository}\` can't be looked at: ${why}`;
  return worldTrouble("install/not-fetched", what, "try again later, or name the release: `OWNER/REPO@TAG`");
}

// src/install/arrive.ts
async function installPackages(request, means, signal) {
  const { host } = means;
  const mended = await recover(request.site, host);
  if (!mended.ok) return mended;
  return withScratch(joinPath(host.folders.cache, "installs"), host, async (scratch) => {
    return lookTwice(() => attempt(request, { ...means, scratch }, signal));
  });
}
async function attempt(request, means, signal) {
  const done = (result) => ({ kind: "done", result });
  const before = await readInstalled(request.site, means.host);
  if (!before.ok) return done(before);
  const present = before.value.map(presentOf);
  const choose = (offered, place) => request.aim.kind === "locked" ? besidePresent(lockedChoices(request.aim.lock, { ...request, offered }), present) : resolve({ ...request, wishes: request.aim.wishes, offered, place, present });
  const selected = await select({ ...request, ...means, choose }, signal);
  if (!selected.ok) return done(selected);
  const { choices } = selected.value;
  const movable = request.tools ? choices.filter(({ row }) => row.relocatable.verdict === "yes") : [];
  const others = choices.filter((one) => !movable.includes(one));
  const news = others.filter(({ row }) => !isPresent(row, before.value, request));
  const hindrances = await unfit(news, request, means.host);
  if (hindrances.length > 0) return done({ ok: false, error: hindrances });
  const arrivals = await fetchArchives(news, { request, selection: selected.value }, signal);
  const keeping = { ...request, ...means, selection: selected.value };
  const kept2 = arrivals.ok ? await keepPackages(movable, keeping, signal) : arrivals;
  if (!arrivals.ok) return lookedAt(arrivals, selected.value, signal);
  if (!kept2.ok) return lookedAt(kept2, selected.value, signal);
  const arriving = {
    ...means,
    before: before.value,
    selection: selected.value,
    arrivals: arrivals.value,
    kept: kept2.value
  };
  return done(await arrive(request, arriving, signal));
}
function besidePresent(chosen, present) {
  const troubles = chosen.ok ? conflicts(chosen.value, present) : [];
  return troubles.length > 0 ? { ok: false, error: troubles } : chosen;
}
function presentOf({ package: row, prefix }) {
  return { ...row, prefix };
}
function isPresent(row, before, request) {
  return before.some(
    (one) => one.package.contentDigest === row.contentDigest && one.prefix === prefixFor(row, request)
  );
}
function prefixFor(row, { prefix }) {
  return prefix === void 0 ? row.prefix : prefix.replaceAll("{name}", row.name);
}
async function unfit(news, request, host) {
  const troubles = [];
  for (const { row } of news) {
    const prefix = prefixFor(row, request);
    const place = await locate(request.site, prefix, host);
    if (!place.ok) troubles.push(...place.error);
    if (prefix !== row.prefix && row.relocatable.verdict === "no") {
      troubles.push(notRelocatable(row, prefix, row.relocatable.because));
    }
    if (row.libraries.path.length > 0 && request.libraryPath === void 0) troubles.push(undecided(row));
  }
  return troubles;
}
async function fetchArchives(news, { request, selection: { source, release } }, signal) {
  const arrivals = [];
  for (const { row, why } of news) {
    const archive = await source.archive(row, signal);
    if (!archive.ok) return archive;
    const record = {
      package: row,
      prefix: prefixFor(row, request),
      why,
      libraryPath: request.libraryPath ?? "runpath",
      // A repository stays one: its next release is a newer one.
      from: request.places[0]?.name ?? source.name,
      ...release.signer ? { key: pinKey(release.signer) } : {}
    };
    const keys = release.signer && [release.signer];
    arrivals.push({ record, found: archive.value, keys });
  }
  return ok(arrivals);
}
async function arrive({ site, aim, setuid, linking }, { before, selection, arrivals, kept: kept2, ...means }, signal) {
  const { release, source, choices } = selection;
  const isKept = new Set(kept2.map((one) => one.package.file));
  const here = choices.filter(({ row }) => !isKept.has(row.file));
  const asked = here.filter(({ why }) => why === "asked").map(({ row }) => row.contentDigest);
  const contents = here.map(({ row }) => row.contentDigest);
  const change = {
    ...{ arrivals, departures: [], asked, basis: before, setuid },
    ...linking === "none" ? {} : { linking: { ...linking, contents } }
  };
  const changed = here.length > 0 ? await changeSite(site, change, means, signal) : ok(UNCHANGED);
  if (!changed.ok) return changed;
  if (aim.kind === "newest" && aim.remember) {
    const locked = await lock(aim.remember, selection, means.host);
    if (!locked.ok) return locked;
  }
  const arrived = new Set(arrivals.map(({ record }) => record.package.file));
  const chosen = choices.flatMap(({ row }) => {
    const known = changed.value.installed.find((one) => one.package.contentDigest === row.contentDigest);
    const outcome = arrived.has(row.file) ? "installed" : "present";
    return known ? [{ ...known, outcome }] : kept2.filter((one) => one.package.file === row.file);
  });
  const { installed, warnings } = changed.value;
  return ok({ installed, warnings, signer: release.signer, from: source.name, chosen });
}
async function lock(file, { source, release, choices }, host) {
  const earlier = await host.status(file) ? await readLock(file, host) : ok(void 0);
  if (!earlier.ok) return earlier;
  await host.writeFile(
    file,
    formatLock(lockOfChoices(earlier.value, { from: source.name, release, choices }))
  );
  return ok(void 0);
}
function notRelocatable({ fullpkgname, prefix: own }, prefix, because) {
  return trouble(
    "install/not-relocatable",
    `\`${fullpkgname}\` can't be installed at \`${prefix}\`: ${because}`,
    `install it at \`${own}\` (leave \`--prefix\` out), or build it with \`--prefix ${prefix}\``
  );
}
function undecided({ fullpkgname, libraries }) {
  return trouble(
    "install/library-path",
    `\`${fullpkgname}\` finds its libraries only when \`LD_LIBRARY_PATH\` names \`${libraries.path.join(":")}\`, and then every other program finds them there, too`,
    "choose: `--library-path export`, or `--library-path runpath` and set it where you start its programs"
  );
}

// src/install/depart.ts
async function removePackages({ site, wishes }, means, signal) {
  const { host } = means;
  const mended = await recover(site, host);
  if (!mended.ok) return mended;
  const before = await readInstalled(site, host);
  if (!before.ok) return before;
  const found = meant(wishes, before.value);
  if (!found.ok) return found;
  const departures = found.value;
  const staying = before.value.filter((one) => !departures.includes(one));
  const needed = departures.flatMap((one) => {
    const users = dependents(one, staying).filter((user) => !isServed(user, one, staying));
    return users.length > 0 ? [stillNeeded(one, users)] : [];
  });
  if (needed.length > 0) return { ok: false, error: needed };
  const change = {
    arrivals: [],
    departures,
    asked: [],
    basis: before.value,
    setuid: "refuse"
  };
  const changed = await changeSite(site, change, means, signal);
  if (!changed.ok) return changed;
  return ok({ ...changed.value, removed: departures, unneeded: unneeded(staying) });
}
function meant(wishes, installed) {
  const troubles = [];
  const found = /* @__PURE__ */ new Set();
  for (const wish of wishes) {
    const matching = installed.filter((one) => wish.accepts(one.package));
    if (matching.length === 0) troubles.push(notInstalled(wish, installed));
    for (const one of matching) found.add(one);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok([...found]);
}
function dependents(one, among) {
  return among.filter(
    ({ package: row }) => row.depends.some((dependency) => serves2(one.package, dependency))
  );
}
function serves2(row, dependency) {
  return row.contentDigest === dependency.contentDigest || fulfils(row, dependency);
}
function isServed({ package: user }, one, staying) {
  return user.depends.filter((dependency) => serves2(one.package, dependency)).every((dependency) => staying.some((other) => serves2(other.package, dependency)));
}
function unneeded(installed) {
  return installed.filter((one) => one.why === "needed" && dependents(one, installed).length === 0);
}
function notInstalled({ text }, installed) {
  const names = installed.map((one) => one.package.fullpkgname);
  const meantName = nearest(
    text,
    names.map((name) => name.replace(/-[0-9].*$/, ""))
  );
  return trouble(
    "install/not-installed",
    `\`${text}\` is not installed`,
    meantName ? `did you mean \`${meantName}\`?` : "`tarwright installed` lists what is"
  );
}
function stillNeeded({ package: row }, users) {
  const names = users.map((user) => user.package.fullpkgname);
  return trouble(
    "install/needed",
    `\`${row.fullpkgname}\` can't be removed: ${names.map((name) => `\`${name}\``).join(", ")} ${names.length === 1 ? "needs" : "need"} it`,
    `remove them together: \`tarwright remove ${[row.fullpkgname, ...names].join(" ")}\``
  );
}

// src/install/messages.ts
async function messagesOf(used2, { site, host }) {
  const messages = [];
  for (const { package: row, prefix, entries } of used2) {
    const path = entries.find((one) => /^Resources\/([^/]+\/)?Description$/.test(one.path))?.path;
    const place = await locate(site, prefix, host);
    if (path === void 0 || !place.ok) continue;
    const description = await host.readText(joinPath(place.value, path)) ?? "";
    const [, text = ""] = /^\[Message\] ([\s\S]*)/m.exec(description) ?? [];
    if (text.trim() !== "") messages.push({ fullpkgname: row.fullpkgname, text: plain(text.trim()) });
  }
  return messages;
}
function plain(text) {
  return text.replace(/[^\P{Cc}\n\t]/gu, "");
}

// src/install/place.ts
var REPOSITORY = /^([A-Za-z0-9](?:[A-Za-z0-9-]*))\/([A-Za-z0-9._-]+)(?:@([^\s~^:?*[\\\p{Cc}]+))?$/u;
async function readPlace(text, host) {
  if (/^https?:\/\//i.test(text)) return webPlace(text);
  const folder = joinPath(host.folders.working, text);
  const status = text === "" ? void 0 : await host.status(await host.realPath(folder) ?? folder);
  if (status?.kind === "folder") return ok({ kind: "folder", name: folder, folder });
  const [, owner = "", repository = "", tag] = REPOSITORY.exec(text) ?? [];
  if (owner !== "" && repository !== "." && repository !== "..") {
    return ok({ kind: "repository", name: text, owner, repository, tag });
  }
  const help = "name a folder with packages, the `https://` address of a release's files, or `OWNER/REPO@TAG`";
  const what = `\`${withoutLogin(text)}\` is no place that packages come from`;
  return wrong(trouble("install/no-such-place", what, help));
}
function webPlace(text) {
  if (!URL.canParse(text)) {
    const help = "write it as a browser shows it: `https://example.org/packages/`";
    return wrong(trouble("install/no-such-place", `\`${withoutLogin(text)}\` is no address`, help));
  }
  const base = new URL(text);
  const name = base.username || base.password ? withoutLogin(base.href) : text;
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  if (base.protocol === "http:" && !LOOPBACK.includes(base.hostname)) {
    const what = `\`${name}\` is not safe on its way: whoever stands between could hand out an older release, with its old signature`;
    return wrong(trouble("install/plain-http", what, "use `https://`; `http://` is for this machine itself"));
  }
  return ok({ kind: "web", name, base });
}
function withoutLogin(text) {
  return text.replace(/(\/\/)[^/]*@/, "$1");
}
var LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

// src/install/renew.ts
async function updatePackages(request, means, signal) {
  const { host } = means;
  const mended = await recover(request.site, host);
  if (!mended.ok) return mended;
  const before = await readInstalled(request.site, host);
  if (!before.ok) return before;
  const wanted = request.wishes.length === 0 ? ok(before.value) : meant(request.wishes, before.value);
  if (!wanted.ok) return wanted;
  return withScratch(joinPath(host.folders.cache, "installs"), host, async (scratch) => {
    const arrivals = [];
    const updated = [];
    for (const group of groupsOf(wanted.value, request)) {
      const renewing = { ...means, scratch, before: before.value };
      const found = await lookTwice(() => renewalsOf(group, request, renewing, signal));
      if (!found.ok) return found;
      arrivals.push(...found.value.arrivals);
      updated.push(...found.value.updated);
    }
    const broken = brokenDependents(before.value, updated);
    if (broken.length > 0) return { ok: false, error: broken };
    const change = {
      arrivals,
      departures: updated.map(({ from }) => from),
      asked: [],
      basis: before.value,
      setuid: request.setuid
    };
    const changed = await changeSite(request.site, change, means, signal);
    return changed.ok ? ok({ updated, ...changed.value }) : changed;
  });
}
function groupsOf(installed, { trust, places }) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of installed) {
    const from = places.length > 0 ? "" : one.from;
    const { base, arch } = one.package;
    const own = one.key ? { kind: "required", keys: [unpinKey(one.key)] } : { kind: "waived" };
    const key = [from, one.key?.public ?? "", base, arch].join("\n");
    const packages = [...groups.get(key)?.packages ?? [], one];
    groups.set(key, { from, trust: trust ?? own, packages });
  }
  return [...groups.values()];
}
async function renewalsOf({ from, trust, packages }, request, { before, ...means }, signal) {
  const place = request.places.length > 0 ? ok(void 0) : await readPlace(from, means.host);
  if (!place.ok) return { kind: "done", result: place };
  const places = place.value ? [place.value] : request.places;
  let updated = [];
  const choose = (offered, name) => {
    updated = packages.flatMap((one) => successor(one, offered));
    const leaving = new Set(updated.map((one) => one.from));
    const wishes = updated.map(
      ({ to }) => ({ text: to.fullpkgname, accepts: (row) => row.file === to.file })
    );
    const present = before.filter((one) => !leaving.has(one)).map((one) => ({ ...one.package, prefix: one.prefix }));
    const [first] = packages;
    const machine = { bases: first ? [first.package.base] : [], arch: first?.package.arch ?? "" };
    return resolve({ wishes, offered, present, place: name, ...machine });
  };
  const selected = await select({ places, trust, choose, ...means }, signal);
  if (!selected.ok) return { kind: "done", result: selected };
  const arrivals = await fetchNew(selected.value, { updated, from: places[0]?.name ?? from }, signal);
  if (!arrivals.ok) return lookedAt(arrivals, selected.value, signal);
  return { kind: "done", result: ok({ arrivals: arrivals.value, updated }) };
}
function successor(one, offered) {
  const { base, arch, layout, contentDigest } = one.package;
  const [to] = updateCandidates(
    one.package,
    offered.filter((row) => row.base === base && row.arch === arch && row.layout === layout)
  );
  return to === void 0 || to.contentDigest === contentDigest ? [] : [{ from: one, to }];
}
async function fetchNew({ source, release, choices }, { updated, from }, signal) {
  const arrivals = [];
  for (const { row, why } of choices) {
    const archive = await source.archive(row, signal);
    if (!archive.ok) return archive;
    const old = updated.find(({ to }) => to.file === row.file)?.from;
    const isMoved = old !== void 0 && old.prefix !== old.package.prefix;
    if (isMoved && row.relocatable.verdict === "no")
      return { ok: false, error: [stuck(row, old, row.relocatable.because)] };
    const record = {
      package: row,
      prefix: isMoved ? old.prefix : row.prefix,
      why: old?.why ?? (why === "asked" ? "asked" : "needed"),
      libraryPath: old?.libraryPath ?? "runpath",
      from,
      ...release.signer ? { key: pinKey(release.signer) } : {},
      ...old?.linked ? { linked: old.linked } : {}
    };
    const keys = release.signer && [release.signer];
    arrivals.push({ record, found: archive.value, keys });
  }
  return ok(arrivals);
}
function brokenDependents(before, updated) {
  const leaving = new Set(updated.map(({ from }) => from));
  const staying = before.filter((one) => !leaving.has(one));
  return updated.flatMap(
    ({ from, to }) => dependents(from, staying).flatMap((user) => {
      const depends = user.package.depends.filter((one) => bestFor([from.package], one));
      const isNamed = depends.every((one) => bestFor([to], one));
      const sonames = (row) => row.libraries.provided.flatMap(({ soname }) => soname ?? []);
      const lost = user.package.libraries.needed.filter(
        (needed) => sonames(from.package).includes(needed) && !sonames(to).includes(needed)
      );
      if (isNamed && lost.length === 0) return [];
      return [breaks(user, { from, to }, lost)];
    })
  );
}
function breaks(user, { from, to }, lost) {
  const why = lost.length > 0 ? `it links to ${lost.map((name) => `\`${name}\``).join(", ")}, which \`${to.fullpkgname}\` has not` : `it needs \`${from.package.fullpkgname}\`, and \`${to.fullpkgname}\` is not what it asks for`;
  return trouble(
    "install/needed",
    `\`${from.package.fullpkgname}\` can't be updated to \`${to.fullpkgname}\` without \`${user.package.fullpkgname}\`: ${why}`,
    `update both, when there is a \`${user.package.fullpkgname.replace(/-[0-9].*$/, "")}\` that was built against it`
  );
}
function stuck(row, { prefix }, because) {
  return trouble(
    "install/not-relocatable",
    `\`${row.fullpkgname}\` can't take the place at \`${prefix}\`: ${because}`,
    `remove the old one, and install the new one at \`${row.prefix}\``
  );
}

// src/install/system.ts
async function lackingSystem(packages, site, host) {
  const root = systemRoot(site);
  const bases = await basesOf(root, host);
  const needing = packages.filter(
    ({ base, systemPackages }) => bases.includes(base) && systemPackages.length > 0
  );
  const wanted = [...new Set(needing.flatMap(({ systemPackages }) => systemPackages))].sort();
  const lacking2 = await lackingPackages(root, wanted, host);
  if (!lacking2) return [];
  const users = needing.filter(
    ({ systemPackages }) => systemPackages.some((name) => lacking2.names.includes(name))
  );
  const quoted2 = (names) => names.map((name) => `\`${name}\``).join(", ");
  return [
    {
      severity: "warning",
      code: "install/system-packages",
      blame: "request",
      message: `the system in \`${root}\` has not all that ${quoted2(users.map((row) => row.fullpkgname))} ${users.length === 1 ? "needs" : "need"}: ${quoted2(lacking2.names)}`,
      help: `install it there: \`${lacking2.command}\``
    }
  ];
}

// src/install/wish.ts
var import_semver = __toESM(require_semver(), 1);
function parseWish(text) {
  const accepts = rangeWish(text) ?? placeWish(text) ?? nameWish(text);
  if (accepts) return ok({ text, accepts });
  return wrong(
    trouble(
      "install/not-a-spec",
      `\`${text}\` names no package: expected a name, a range (\`joe@^4.6\`), a pkgspec (\`joe-4.*-no_x11\`) or a pkgpath`,
      "`joe` takes the newest; quote what the shell would read as its own"
    )
  );
}
function rangeWish(text) {
  const at2 = text.indexOf("@");
  if (at2 < 1) return void 0;
  const range = import_semver.default.validRange(text.slice(at2 + 1));
  const names = nameWish(text.slice(0, at2));
  if (range === null || !names) return void 0;
  return (row) => {
    const version = semverOf(row);
    return names(row) && version !== void 0 && import_semver.default.satisfies(version, range);
  };
}
function placeWish(text) {
  if (!text.includes("/") || !parsePkgpath(text)) return void 0;
  return (row) => fulfils(row, { spec: "", pkgpath: text });
}
function nameWish(text) {
  if (/^[A-Za-z0-9][^\s%@/<>=|*?]*$/.test(text) && stemOf(text) === text) {
    return ({ fullpkgname }) => stemOf(fullpkgname).toLowerCase() === text.toLowerCase();
  }
  return wildcardWish(text) ?? pkgspecWish(text);
}
function wildcardWish(text) {
  const [, stem, version, flavors = ""] = /^([^%]+?)-([0-9][^-<>=,]*[*?][^-]*)(-[^%]+)?$/.exec(text) ?? [];
  const spec = `${stem}-*${flavors}`;
  if (stem === void 0 || version === void 0 || !isPkgspec(spec)) return void 0;
  return ({ fullpkgname }) => {
    const [found = ""] = fullpkgname.slice(stemOf(fullpkgname).length + 1).split("-");
    return matchesPkgspec(spec, fullpkgname) && matchesWildcards(version, found);
  };
}
function pkgspecWish(text) {
  if (!isPkgspec(text)) return void 0;
  return ({ fullpkgname }) => fullpkgname === text || matchesPkgspec(text, fullpkgname);
}
function semverOf({ version }) {
  const [, numbers = "", kind = "", number = ""] = /^([0-9]+(?:\.[0-9]+)*)(?:[._-]?(alpha|beta|rc|pre)[._-]?([0-9]*))?/.exec(version) ?? [];
  if (numbers === "") return void 0;
  const [major = "0", minor = "0", patch = "0"] = numbers.split(".").map((part) => part.replace(/^0+(?=.)/, ""));
  const before = kind === "" ? "" : `-${kind}.${number === "" ? "0" : number.replace(/^0+(?=.)/, "")}`;
  return import_semver.default.valid(`${major}.${minor}.${patch}${before}`) ?? void 0;
}

// src/command/site-options.ts
var SITE_OPTIONS = {
  root: { type: "string", help: "the folder that is `/` where the packages run; default: /" },
  app: { type: "string", help: "the folder that will be `/app` where they run: a dyno's build folder" }
};
function siteWords(args) {
  const [root, app] = [args.text("root"), args.text("app")];
  if (root !== void 0 && app !== void 0) {
    const help = "name the one that fits: `--app` for a dyno, `--root` for everything else";
    return wrong(usage("usage/option", "`--root` and `--app` name the same thing in two ways", help));
  }
  if (app !== void 0) return ok({ kind: "app", folder: app });
  return ok(root === void 0 ? { kind: "machine" } : { kind: "root", folder: root });
}
function siteOf(words, host) {
  if (words.kind === "machine") return rootSite(hostPath("/"));
  const folder = joinPath(host.folders.working, words.folder);
  return words.kind === "app" ? appSite(folder) : rootSite(folder);
}
function siteAndWishes(args, host) {
  const words = siteWords(args);
  const wishes = wishesOf(args.positionals);
  if (words.ok && wishes.ok) return ok({ site: siteOf(words.value, host), wishes: wishes.value });
  return { ok: false, error: [words, wishes].flatMap((one) => one.ok ? [] : one.error) };
}
function wishesOf(texts) {
  const wishes = [];
  const troubles = [];
  for (const text of texts) {
    const wish = parseWish(text);
    if (wish.ok) wishes.push(wish.value);
    else troubles.push(...wish.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(wishes);
}

export {
  unpinKey,
  withEntries,
  readInstalled,
  systemRoot,
  profilePlaces,
  environmentOf,
  shadowed,
  currentOf,
  inspectPackage,
  recover,
  LOCK_NAME,
  readLock,
  installPackages,
  removePackages,
  meant,
  messagesOf,
  readPlace,
  updatePackages,
  lackingSystem,
  SITE_OPTIONS,
  siteWords,
  siteOf,
  siteAndWishes,
  wishesOf
};
