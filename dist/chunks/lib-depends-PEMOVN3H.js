import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  openLibraries
} from "./chunk-SZNGAO7C.js";
import {
  NO_SHELL
} from "./chunk-WBGVUFWN.js";
import {
  BUILD_FOLDERS
} from "./chunk-IXKQB4NW.js";
import {
  openPort
} from "./chunk-3RF2CHTB.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  auditInspected,
  compareSymbolVersions,
  inspectFolder,
  readIndex,
  subjectOf,
  subjectOfManifest,
  unpackAlone,
  unpackPackage
} from "./chunk-G3IN5NY2.js";
import {
  fulfils
} from "./chunk-ZEHBRBCQ.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  diagnosticJson,
  ok,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/inspected-packages.ts
async function openPackages({ argument, dependenciesFrom, scratch }, { host, signal }) {
  const named = joinPath(host.folders.working, argument);
  const status = await host.status(await host.realPath(named) ?? named);
  if (!status || argument === "") return wrong(nothingThere(argument));
  const isArchive = status.kind === "file";
  const beside = isArchive ? joinPath(named, "..") : named;
  const index = await readIndex(dependenciesFrom ?? beside, host);
  if (!index.ok) return index;
  const rows = index.value?.packages ?? [];
  const folder = isArchive ? await unpackAlone({ archive: named, folder: scratch }, host, signal) : await unpackListed(named, scratch, { host, signal });
  if (!folder.ok) return folder;
  const inspected = await inspectFolder(folder.value, { host, buildFolders: BUILD_FOLDERS }, signal);
  return inspected.ok ? ok({ packages: inspected.value, rows }) : inspected;
}
async function unpackListed(folder, scratch, { host, signal }) {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  if (!index.value) return ok(folder);
  for (const row of index.value.packages) {
    const unpacking = {
      archive: joinPath(folder, row.file),
      row,
      // Packages of one job share a prefix; those of two bases may have one name.
      folder: joinPath(scratch, row.file),
      trust: { kind: "index" },
      setuid: "keep"
    };
    const unpacked = await unpackPackage(unpacking, host, signal);
    if (!unpacked.ok) return unpacked;
  }
  return ok(scratch);
}
function offerOfRow(row) {
  return { ...row, libraries: row.libraries.provided, files: /* @__PURE__ */ new Set() };
}
function nothingThere(argument) {
  return usage(
    "usage/no-package",
    `there is nothing at \`${argument}\``,
    "name a package, or a folder of them"
  );
}

// src/command/lib-depends.ts
var verb = {
  usage: "lib-depends PACKAGE|DIR [--port PORT] [--base B] [--deps-from DIR]",
  options: {
    port: { type: "string", help: "its recipe: what is missing, extra or bogus in it is told at its line" },
    base: {
      type: "string",
      help: "what it shall run on, by the name of a base; default: what it was built for"
    },
    "deps-from": { type: "string", help: "folder with the packages it depends on; default: beside it" },
    engine: { type: "string", help: `what opens the base: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" }
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const jobs = joinPath(context.host.folders.cache, "jobs");
    return await withScratch(jobs, context.host, async (scratch) => {
      const from = args.text("deps-from");
      const opened = await openPackages(
        {
          argument: args.positionals[0] ?? "",
          dependenciesFrom: from === void 0 ? void 0 : joinPath(context.host.folders.working, from),
          scratch
        },
        context
      );
      if (!opened.ok) return { diagnostics: opened.error };
      const audited = await auditAll(opened.value, args, context);
      return audited.ok ? answerOf(audited.value) : { diagnostics: audited.error };
    });
  }
};
async function auditAll({ packages, rows }, args, context) {
  const engine = oneOf("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]);
  if (!engine.ok) return engine;
  const choice = { engine: engine.value, source: args.has("made") ? "made" : "auto" };
  const audited = [];
  const matched = [];
  for (const inspected of packages) {
    const { manifest } = inspected;
    const base = args.text("base") ?? manifest.base;
    const port = await recipeOf(inspected, args, context);
    if (!port.ok) return port;
    const subpackage = port.value?.packages.find(({ fullpkgname }) => fullpkgname === manifest.fullpkgname);
    if (subpackage) matched.push(manifest.fullpkgname);
    const request = { name: base, arch: manifest.arch, ...choice };
    const system = subpackage?.depends.system ?? nativeNeeds(inspected);
    const ground = await openLibraries({ request, system }, context);
    if (!ground.ok) return ground;
    const { libraries, systemPackages } = ground.value;
    const subject = port.value && subpackage ? subjectOf(subpackage, { port: port.value, base, arch: manifest.arch, systemPackages }) : subjectOfManifest(manifest, base);
    const inspection = { inspected, subject, base: libraries, buildFolders: BUILD_FOLDERS };
    const offers = offersFor(inspected, { packages, rows });
    const first = auditInspected({ ...inspection, others: offers.declared });
    const isWhole = first.audit.links.every(({ from }) => from.kind !== "missing");
    const found = isWhole ? first : auditInspected({ ...inspection, others: offers.all });
    audited.push({ inspected, base, ...found });
  }
  const named = args.text("port");
  return named !== void 0 && matched.length === 0 ? wrong(otherPort(named, packages)) : ok(audited);
}
async function recipeOf({ manifest }, args, { host }) {
  const argument = args.text("port");
  if (argument === void 0) return ok(void 0);
  const flavors = manifest.flavors.length > 0 ? manifest.flavors : "default";
  const opened = await openPort(argument, { flavors, base: manifest.base }, { host, shell: NO_SHELL });
  return opened.ok ? ok(opened.value.port) : opened;
}
function nativeNeeds({ manifest }) {
  const span = { source: { name: manifest.fullpkgname, text: "" }, start: 0, end: 0 };
  const run = manifest.systemPackages;
  if (run.length === 0) return [];
  return ["apt", "apk", "dnf"].map((manager) => ({
    kind: "native",
    manager,
    build: [],
    run,
    span
  }));
}
function offersFor({ manifest, offer: own }, { packages, rows }) {
  const unpacked = packages.filter(({ offer }) => offer !== own).map(({ offer }) => ({ ...offer, ...choiceIn(rows, offer) }));
  const names = new Set(packages.map(({ offer }) => offer.fullpkgname));
  const listed = rows.filter(
    ({ arch, base, fullpkgname }) => arch === manifest.arch && base === manifest.base && !names.has(fullpkgname)
  ).map(offerOfRow);
  const all = [...unpacked, ...listed];
  const declared = all.filter(
    (offer) => offer.prefix === own.prefix || manifest.depends.some((dependency) => fulfils(offer, dependency))
  );
  return { declared, all };
}
function choiceIn(rows, { fullpkgname, fullpkgpath }) {
  const row = rows.find((one) => one.fullpkgname === fullpkgname && one.fullpkgpath === fullpkgpath);
  return row ? { flavors: row.flavors, ...row.pseudoFlavors ? { pseudoFlavors: row.pseudoFlavors } : {} } : {};
}
function otherPort(port, packages) {
  const names = packages.map(({ manifest }) => `\`${manifest.fullpkgname}\``).join(", ");
  const help = "name the port that it was built from, in the version that it was built from";
  return usage("usage/other-port", `\`${port}\` builds none of ${names}`, help);
}
function answerOf(audited) {
  return {
    diagnostics: audited.flatMap(({ audit }) => audit.findings),
    text: audited.map(textOf).join("\n"),
    json: { packages: audited.map(jsonOf) }
  };
}
function textOf({ inspected: { manifest }, base, audit, relocatable }) {
  const { wantlib, depends, links } = audit.declarations;
  const row = (word, names) => names.length === 0 ? [] : [`  ${`${word}:`.padEnd(9)}${[...new Set(names)].join(" ")}`];
  const lost = audit.links.filter(({ from }) => from.kind === "missing").map(({ needed }) => needed);
  return [
    `${manifest.fullpkgname}(${manifest.pkgpath}) on ${base}: ${audit.verdict}`,
    ...neededRows(audit.links),
    ...row("Missing", [...lost, ...wantlib.missing, ...depends.missing]),
    ...row("Extra", [...wantlib.extra, ...depends.extra]),
    ...row("Bogus", [...wantlib.bogus, ...depends.bogus]),
    ...row("WANTLIB", links),
    `  relocatable: ${relocatable.verdict === "yes" ? "yes" : `no, because ${relocatable.because}`}`,
    ""
  ].join("\n");
}
function neededRows(links) {
  const outside = links.filter(({ from }) => from.kind !== "package");
  const names = [...new Set(outside.map(({ needed }) => needed))].sort();
  return names.map((needed) => {
    const found = outside.filter((link) => link.needed === needed);
    const from = found[0]?.from;
    const newest = new Map(
      found.flatMap(({ versions: versions2 }) => versions2).sort(compareSymbolVersions).map((version) => [version.replace(/[0-9.]+$/, ""), version])
    );
    const versions = newest.size === 0 ? "" : `  ${[...newest.values()].join(" ")}`;
    return `  ${needed} => ${from ? placeOf(from) : "not found"}${versions}`;
  });
}
function placeOf(from) {
  switch (from.kind) {
    case "package":
      return from.path;
    case "dependency":
      return `${from.fullpkgname} ${from.path}`;
    case "base":
      return from.package ? `${from.path} (${from.package})` : from.path;
    case "missing":
      return "not found";
  }
}
function jsonOf({ inspected: { manifest }, base, audit, relocatable }) {
  return {
    fullpkgname: manifest.fullpkgname,
    pkgpath: manifest.pkgpath,
    base,
    arch: manifest.arch,
    verdict: audit.verdict,
    relocatable,
    ...audit.declarations,
    links: audit.links,
    libraryPath: audit.libraryPath,
    findings: audit.findings.map(diagnosticJson)
  };
}
export {
  verb
};
