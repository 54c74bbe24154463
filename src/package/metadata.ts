// The files that a package says about itself: GoboLinux's four, an OpenBSD-like packing list, and ours.

import type { ScannedEntry } from "../host/host.ts";
import {
  flavorExtension,
  type Job,
  type Package,
  type PackingKind,
  type ProvidedLibrary,
  releaseOf,
  type Subpackage,
  stemOf,
} from "../port/port.ts";
import type { AuditReport } from "./audit.ts";
import type { Contents } from "./contents.ts";
import { digestOf, type FileHashKind, formatHashList } from "./hash-list.ts";
import type { Link } from "./linkage.ts";
import { profileScript } from "./profile.ts";
import { shownName } from "./shown.ts";

export const METADATA_NAMES = [
  "Architecture",
  "BuildInformation",
  "Dependencies",
  "Description",
  "FileHash",
  "Manifest.json",
  "MetaData",
  "PackingList",
  "profile.sh",
] as const;
type MetadataName = (typeof METADATA_NAMES)[number];

export const SIGNATURE_NAME = "FileHash.sig";

/** Whether a path below the prefix is that of a package's hashes, or of their signature. */
export function isHashFile(path: string): boolean {
  return /^Resources\/([^/]+\/)?FileHash(\.sig)?$/.test(path);
}

/** All that the metadata of one package follows from: what is in it, and what it depends on. */
export type Draft = {
  readonly job: Job;
  readonly subpackage: Subpackage;
  /** With folders, in the archive's order. */
  readonly entries: readonly ScannedEntry[];
  /** What a packing list says that files are. */
  readonly kinds: ReadonlyMap<string, PackingKind>;
  readonly contents: Contents;
  /** Of its list of files, which the digests in `contents` are made for. */
  readonly fileHash: FileHashKind;
  readonly audit: AuditReport;
  readonly relocatable: Package["relocatable"];
  readonly provided: readonly ProvidedLibrary[];
  readonly depends: Package["depends"];
  /** Rows of the packages in `depends` that are there. */
  readonly dependencies: readonly Package[];
  readonly systemPackages: readonly string[];
};

/** Below the prefix; a package that has it to itself needs no name in it. */
export function metadataFolder({ port }: Job, subpackage: Subpackage): string {
  // Dropped packages count: what a pseudo-flavor leaves out must not change the others.
  const isAlone = port.packages.length + port.dropped.length === 1;
  return isAlone ? "Resources" : `Resources/${stemOf(subpackage.fullpkgname)}`;
}

/** Name in the metadata folder → content. */
export function metadataOf(draft: Draft): ReadonlyMap<MetadataName, Buffer> {
  const files = new Map<MetadataName, Buffer>([
    ["Architecture", Buffer.from(`${draft.job.arch}\n`)],
    ["BuildInformation", Buffer.from(buildInformation(draft))],
    ["Dependencies", Buffer.from(dependencies(draft))],
    ["Description", Buffer.from(description(draft))],
    ["Manifest.json", Buffer.from(`${JSON.stringify(manifestOf(draft), undefined, 2)}\n`)],
    ["PackingList", Buffer.from(packingList(draft), "latin1")],
    ["profile.sh", Buffer.from(profile(draft))],
  ]);
  if (isForOldTools(draft)) files.set("MetaData", Buffer.from(identity(draft.job.port)));
  return files.set("FileHash", Buffer.from(fileHash(draft, files), "latin1"));
}

/** The flavors that the package's name tells of: without them, its content may not depend on any. */
function namedFlavors({ job: { port }, subpackage }: Pick<Draft, "job" | "subpackage">): readonly string[] {
  const extension = flavorExtension(port.flavors);
  if (extension === "" || !subpackage.fullpkgname.endsWith(extension)) return [];
  return port.flavors.available.filter((flavor) => port.flavors.chosen.includes(flavor));
}

function pkgpathOf(draft: Draft): string {
  const { fullpkgpath } = draft.subpackage;
  const { available } = draft.job.port.flavors;
  if (namedFlavors(draft).length > 0) return fullpkgpath;
  const [folder, ...choices] = fullpkgpath.split(",");
  return [folder, ...choices.filter((choice) => !available.includes(choice))].join(",");
}

/** As a row of the index and the manifest tell of them. */
export function librariesOfDraft({ provided, audit }: Draft): Package["libraries"] {
  return { provided, needed: neededLibraries(audit), path: audit.libraryPath };
}

/** As a row of the index and the manifest tell of it; a package that failed is never written. */
export function auditOfDraft({ audit: { findings } }: Draft): Package["audit"] {
  const warnings = findings.map(({ message }) => message);
  return { verdict: warnings.length > 0 ? "warnings" : "clean", warnings };
}

function neededLibraries({ links }: AuditReport): readonly string[] {
  return [...new Set(links.filter(({ from }) => from.kind !== "package").map(({ needed }) => needed))].sort();
}

export function payloadBytes(entries: readonly ScannedEntry[]): number {
  const files = new Map(
    entries
      .filter(({ status }) => status.kind === "file")
      .map(({ status }) => [status.identity, status.sizeBytes]),
  );
  return [...files.values()].reduce((total, size) => total + size, 0);
}

function manifestOf(draft: Draft) {
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
    ...(port.license === undefined ? {} : { license: port.license }),
    base: job.base.name,
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    depends: draft.depends,
    systemPackages: draft.systemPackages,
    libraries: librariesOfDraft(draft),
    relocatable: draft.relocatable,
    audit: auditOfDraft(draft),
    installedBytes: payloadBytes(draft.entries),
  };
}

/**
 * GoboLinux's form: a line `Name Version` for each package that is linked to. What each file needs, and where it was
 * found, stands in comments before them.
 */
function buildInformation({ job, audit, dependencies: rows }: Draft): string {
  const lines: string[] = [];
  let last = "";
  for (const { file, needed, from } of audit.links) {
    if (file !== last) lines.push(`# ${shownName(file)}`);
    last = file;
    lines.push(`#   ${needed} => ${sourceOf(from, job)}`);
  }
  const unresolved = new Set(
    audit.links.filter(({ from }) => from.kind === "missing").map((one) => one.needed),
  );
  const linked = rows.filter(({ fullpkgname }) =>
    audit.links.some(({ from }) => from.kind === "dependency" && from.fullpkgname === fullpkgname),
  );
  lines.push(...[...unresolved].sort().map((needed) => `# *Warning*: Unresolved library ${needed}`));
  lines.push(...audit.findings.map(({ message }) => `# *Warning*: ${message}`));
  lines.push(...[...new Set(linked.map(({ name, version }) => `${name} ${version}`))].sort());
  return text(lines);
}

function sourceOf(from: Link["from"], { base }: Job): string {
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

/** GoboLinux's form; what only the base can supply is told in comments. */
function dependencies({ job, dependencies: rows, systemPackages }: Draft): string {
  const names = rows.map(({ name, version }) => `${name} >= ${version}`);
  return text([
    ...systemPackages.map((name) => `# ${job.base.name}: ${name}`),
    ...[...new Set(names)].sort(),
  ]);
}

function description({ job: { port }, subpackage }: Draft): string {
  const long = (subpackage.description ?? subpackage.comment).trim();
  return text([
    `[Name] ${subpackage.fullpkgname}`,
    `[Summary] ${subpackage.comment}`,
    `[Description] ${long}`,
    ...(port.license === undefined ? [] : [`[License] ${port.license}`]),
    ...(port.homepage === undefined ? [] : [`[Homepage] ${port.homepage}`]),
    ...(subpackage.message === undefined ? [] : [`[Message] ${subpackage.message.trim()}`]),
  ]);
}

function profile({ job, subpackage, entries, audit }: Draft): string {
  const isFilled = (folder: string) => entries.some(({ path }) => path.startsWith(`${folder}/`));
  return profileScript({
    fullpkgname: subpackage.fullpkgname,
    programs: ["bin", "sbin"].filter(isFilled).map((folder) => `${job.prefix}/${folder}`),
    libraries: audit.libraryPath,
  });
}

/** In the spirit of OpenBSD's +CONTENTS (package(5)): what it is, where it goes, what it needs, and every file. */
function packingList(draft: Draft): string {
  const { job, subpackage, entries, kinds, contents, audit } = draft;
  const own = METADATA_NAMES.filter((name) => name !== "MetaData" || isForOldTools(draft)).map(
    (name) => `${metadataFolder(job, subpackage)}/${name}`,
  );
  const firstOf = new Map<string, string>();
  const lines = entries.flatMap(({ path, status, target }): readonly string[] => {
    if (status.kind === "folder") return [`${path}/`];
    const line = listed(path, kinds.get(path));
    if (status.kind === "link") return [line, `@symlink ${target}`];
    const first = firstOf.get(status.identity);
    if (first !== undefined) return [line, `@link ${first}`];
    firstOf.set(status.identity, path);
    return [line, `@sha ${base64(contents.get(path)?.sha256 ?? "")}`, `@size ${status.sizeBytes}`];
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
    ...lines,
  ]);
}

/** A file whose name could be taken for an annotation says that it is a file. */
function listed(path: string, kind: PackingKind = "file"): string {
  if (kind !== "file" && kind !== "dir") return `@${kind} ${path}`;
  return path.startsWith("@") ? `@file ${path}` : path;
}

function relationLines({ relations }: Subpackage): readonly string[] {
  if (!relations) return [];
  return [
    ...(relations.excludes === "name" ? ["@option no-default-conflict"] : []),
    ...relations.formerPaths.map((path) => `@pkgpath ${path}`),
    ...relations.conflicts.map((spec) => `@conflict ${spec}`),
  ];
}

function isForOldTools({ fileHash: kind }: Draft): boolean {
  return kind !== "sha256";
}

/** What old GoboLinux tools hold against the package's name before they look at its list. */
function identity({ name, version }: Job["port"]): string {
  return text([`Name: ${name}`, `Version: ${version}`, ""]);
}

/** Itself and its signature left out. */
function fileHash(
  { job, subpackage, entries, contents, fileHash: kind }: Draft,
  files: ReadonlyMap<string, Buffer>,
): string {
  const folder = metadataFolder(job, subpackage);
  const listed = entries.flatMap(({ path, status, target }): readonly (readonly [string, string])[] => {
    if (status.kind === "link") return [[path, digestOf(kind, Buffer.from(target, "latin1"))]];
    const hash = contents.get(path)?.listed;
    return hash === undefined ? [] : [[path, hash]];
  });
  const own = [...files].map(([name, content]) => [`${folder}/${name}`, digestOf(kind, content)] as const);
  return formatHashList({ kind, files: new Map([...listed, ...own]) });
}

function base64(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64");
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
