import posix from "node:path/posix";
import { type Host, type HostPath, joinPath, type ScannedEntry } from "../host/host.ts";
import {
  type Arch,
  archiveName,
  bestFor,
  type Compression,
  fulfils,
  type Ingredients,
  type Job,
  type Origin,
  type Package,
  type Port,
  type ProvidedLibrary,
  releaseOf,
  type Subpackage,
  type SystemDependency,
} from "../port/port.ts";
import { type Diagnostic, ok, type Report, type Result } from "../report.ts";
import { writeArchive } from "./archive.ts";
import { type AuditReport, auditPackage, linkedFiles, type Subject } from "./audit.ts";
import { type Contents, readContents } from "./contents.ts";
import { type Installed, readFakeRoot } from "./fake-root.ts";
import type { FileHashKind } from "./hash-list.ts";
import { isLibraryName, type LibrarySet, providedLibrary } from "./libraries.ts";
import type { Offer } from "./linkage.ts";
import type { PackingList } from "./listed-files.ts";
import { membersOf } from "./members.ts";
import {
  auditOfDraft,
  type Draft,
  isHashFile,
  librariesOfDraft,
  METADATA_NAMES,
  metadataFolder,
  payloadBytes,
} from "./metadata.ts";
import { assignFiles } from "./packing-list.ts";
import { relocationOf } from "./relocation.ts";
import { nameList, type Supply } from "./shown.ts";

export type PackRequest = {
  readonly job: Job;
  /** What the fake phase left: the job's prefix lies below it. */
  readonly fakeRoot: HostPath;
  /** Seconds; no file of the package is younger. */
  readonly sourceDateEpoch: number;
  /** Of the run root with the run packages of the port's system dependencies. */
  readonly libraries: LibrarySet;
  /** Those of other ports that were there for the build: rows of their index, and where they were unpacked. */
  readonly dependencyPackages: readonly PresentPackage[];
  /** Packages of the base that `depends: system` stands for, those needed at run time. */
  readonly systemPackages: readonly SystemPackage[];
  readonly compression: Compression;
  /** The digest of its list of files; SHA-256 unless said. */
  readonly fileHash?: FileHashKind;
  /** Made if need be; the archives are left here, unsigned. */
  readonly staging: HostPath;
  /** Those that the build had in its buildbox, like `/build/work`; left in a file they are a finding. */
  readonly buildFolders: readonly string[];
  readonly fingerprint: string;
  readonly ingredients: Ingredients;
  /** The fingerprint without the choice of flavors. */
  readonly recipe: string;
  readonly buildTimeMs: number;
  /** Absent for a tree that no recipe made. */
  readonly origin?: Origin;
  readonly supply?: Supply;
};

export type PresentPackage = { readonly package: Package; readonly folder: HostPath };

/** A package of the base, and the dependency that it was asked for by. */
export type SystemPackage = { readonly name: string; readonly by: SystemDependency };

/** A row of the index to be, and its archive in the staging folder. `test` is `none` until the caller knows better. */
export type StagedPackage = { readonly package: Package; readonly archive: HostPath };

export type PackedJob = {
  readonly packages: readonly StagedPackage[];
  /** In the order of `packages`. */
  readonly audits: readonly AuditReport[];
  /** Warnings and notes about the packing lists. */
  readonly remarks: readonly Diagnostic[];
};

/**
 * Cuts the fake root into the job's packages: audit, metadata, archive. The diagnostics of a refusal are all that is
 * wrong with the packing lists, or else all errors of the audit; warnings of the audit are in `audits`.
 */
export async function packJob(
  request: PackRequest,
  { host, report }: { readonly host: Host; readonly report: Report },
  signal: AbortSignal,
): Promise<Result<PackedJob>> {
  const { job, fakeRoot, buildFolders, staging, fileHash = "sha256" } = request;
  const installed = readFakeRoot(job, fakeRoot, host);
  if (!installed.ok) return installed;
  const assigned = assignFiles(job.port, installed.value.entries);
  if (!assigned.ok) return assigned;
  const { lists } = assigned.value;
  const remarks = [...installed.value.remarks, ...assigned.value.remarks];
  const troubles = sharedPaths(job, lists);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const entries = lists.flatMap((list) => list.entries);
  const files = withCopies(installed.value, lists);
  const contents = await readContents(
    entries,
    { installed: files, marks: { buildFolders, prefix: job.prefix }, fileHash },
    signal,
  );
  const drafts = draftsOf(request, { lists, contents, host });
  const findings = drafts.flatMap(({ audit }) => audit.findings);
  if (findings.some(({ severity }) => severity === "error"))
    return { ok: false, error: [...findings, ...remarks] };
  await host.makeFolder(staging);
  const packages: StagedPackage[] = [];
  for (const [index, draft] of drafts.entries()) {
    report({ kind: "progress", what: "packing", done: index, total: drafts.length, unit: "packages" });
    const staged = await writePackage(request, { draft, installed: files, host }, signal);
    if (!staged.ok) return staged;
    packages.push(staged.value);
  }
  report({ kind: "progress", what: "packing", done: drafts.length, total: drafts.length, unit: "packages" });
  return ok({ packages, audits: drafts.map(({ audit }) => audit), remarks });
}

/** Copies are read where they were copied from. */
function withCopies(installed: Installed, lists: readonly PackingList[]): Installed {
  const copies = new Map(lists.flatMap((list) => [...list.copies]));
  return {
    ...installed,
    read: (path) => installed.read(copies.get(path) ?? path),
    readRange: (path, offset, length) => installed.readRange(copies.get(path) ?? path, offset, length),
  };
}

/** Metadata has its place in the prefix too: nobody else may be there. */
function sharedPaths(job: Job, lists: readonly PackingList[]): readonly Diagnostic[] {
  const folders = lists.map(({ subpackage }) => metadataFolder(job, subpackage));
  const twins = lists.filter((_, index) => folders.indexOf(folders[index] ?? "") !== index);
  const reserved = new Set(folders.flatMap((folder) => METADATA_NAMES.map((name) => `${folder}/${name}`)));
  const taken = lists.flatMap(({ entries }) =>
    entries.map(({ path }) => path).filter((path) => reserved.has(path) || isHashFile(path)),
  );
  return [
    ...twins.map(
      ({ subpackage }): Diagnostic => ({
        severity: "error",
        code: "package/same-metadata",
        blame: "recipe",
        message: `\`${subpackage.fullpkgname}\` would keep its metadata in \`${metadataFolder(job, subpackage)}\`, as another package of the port does`,
        span: subpackage.span,
        help: "give each package a name of its own before the version",
      }),
    ),
    ...(taken.length === 0
      ? []
      : [
          {
            severity: "error",
            code: "package/reserved-name",
            blame: "recipe",
            message: `the fake phase installed ${nameList(taken)}, where the package's metadata lies`,
            span: job.port.build.style.span,
            help: "install it under another name",
          } as const,
        ]),
  ];
}

type Cut = { readonly lists: readonly PackingList[]; readonly contents: Contents; readonly host: Host };

function draftsOf(request: PackRequest, { lists, contents, host }: Cut): readonly Draft[] {
  const { job, libraries, dependencyPackages, buildFolders, fileHash = "sha256" } = request;
  const { prefix } = job;
  const offers = lists.map(({ subpackage: { fullpkgname, fullpkgpath }, entries }) =>
    offerOf({ fullpkgname, fullpkgpath, prefix }, { entries, contents }),
  );
  const strangers = dependencyPackages.map((present) => presentOffer(present, host));
  const rows = dependencyPackages.map((present) => present.package);
  return lists.flatMap(({ subpackage, entries, kinds }, index): readonly Draft[] => {
    const own = offers[index];
    if (!own) return [];
    const others = [...offers.filter((offer) => offer !== own), ...strangers];
    const paths = new Set(entries.map(({ path }) => path));
    const facts = new Map([...contents].filter(([path]) => paths.has(path)));
    const audit = auditPackage({
      subject: subjectOf(subpackage, { ...request, port: job.port, base: job.base.name, arch: job.arch }),
      entries,
      contents: facts,
      own,
      others,
      beside: linkedFiles(contents).filter(({ file }) => !paths.has(file)),
      base: libraries,
      buildFolders,
    });
    const wanted = [...subpackage.depends.lib, ...subpackage.depends.run];
    return [
      {
        job,
        subpackage,
        entries,
        kinds,
        contents: facts,
        fileHash,
        audit,
        relocatable: relocationOf({ prefix, entries, contents: facts, audit }),
        provided: own.libraries,
        depends: wanted.map((dependency) => {
          const row = bestFor(rows, dependency);
          const { spec, pkgpath } = dependency;
          return { spec, pkgpath, ...(row ? { contentDigest: row.contentDigest } : {}) };
        }),
        dependencies: rows.filter((row) => wanted.some((one) => fulfils(row, one))),
        systemPackages: [...new Set(request.systemPackages.map(({ name }) => name))].sort(),
      },
    ];
  });
}

export type Recipe = {
  readonly port: Port;
  /** The base's name. */
  readonly base: string;
  readonly arch: Arch;
  readonly systemPackages: readonly SystemPackage[];
  readonly supply?: Supply;
};

/** What its recipe says of a package. */
export function subjectOf(
  subpackage: Subpackage,
  { port, base, arch, systemPackages, supply }: Recipe,
): Subject {
  return {
    ...subpackage,
    ...(supply ? { supply } : {}),
    base,
    arch,
    depends: { ...subpackage.depends, system: systemNeeds(subpackage.depends.system, systemPackages) },
    levels: port.audit,
    dialect: port.dialect,
  };
}

/** What the recipe names, each with the packages that it stands for. */
function systemNeeds(
  declared: readonly SystemDependency[],
  packages: readonly SystemPackage[],
): Subject["depends"]["system"] {
  return declared.map((dependency) => {
    const names = packages.filter(({ by }) => by === dependency).map(({ name }) => name);
    const name = dependency.kind === "neutral" ? dependency.name : dependency.run.join(", ");
    return { name, packages: names, span: dependency.span };
  });
}

type Filled = { readonly entries: readonly ScannedEntry[]; readonly contents: Contents };

/** A package as others find it. */
export function offerOf(
  named: Pick<Package, "fullpkgname" | "fullpkgpath" | "prefix">,
  { entries, contents }: Filled,
): Offer {
  return {
    ...named,
    libraries: librariesOf({ entries, contents, prefix: named.prefix }),
    files: new Set(entries.map(({ path }) => path)),
  };
}

/** A finished package that lies unpacked. */
function presentOffer({ package: row, folder }: PresentPackage, host: Host): Offer {
  const entries = host.scan(folder)?.entries ?? [];
  return { ...row, libraries: row.libraries.provided, files: new Set(entries.map(({ path }) => path)) };
}

type LibraryPlace = Filled & { readonly prefix: string };

/**
 * Under each name that leads to one, links inside the package included. What has a soname is one, whatever it is called:
 * `libots-1.0`.
 */
function librariesOf({ entries, contents, prefix }: LibraryPlace): readonly ProvidedLibrary[] {
  const targets = new Map(entries.map(({ path, target }) => [path, target]));
  return entries.flatMap(({ path, status }) => {
    if (status.kind === "folder") return [];
    let end = path;
    // As many links as the kernel follows (path_resolution(7)).
    for (let links = 0; links < 40 && targets.get(end); links += 1) {
      const target = posix.resolve(prefix, posix.dirname(end), targets.get(end) ?? "");
      end = posix.relative(prefix, target);
    }
    const elf = contents.get(end)?.elf;
    if (elf?.kind !== "elf") return [];
    const isLibrary = elf.soname !== undefined || isLibraryName(posix.basename(path));
    return isLibrary ? [providedLibrary(path, elf)] : [];
  });
}

type Writing = { readonly draft: Draft; readonly installed: Installed; readonly host: Host };

async function writePackage(
  { sourceDateEpoch, compression, staging, ...request }: PackRequest,
  { draft, installed, host }: Writing,
  signal: AbortSignal,
): Promise<Result<StagedPackage>> {
  const { job, subpackage } = draft;
  const { port } = job;
  const name = archiveName({
    fullpkgname: subpackage.fullpkgname,
    layout: job.layout,
    base: job.base.name,
    arch: job.arch,
    compression,
  });
  const archive = joinPath(staging, name);
  const members = membersOf(draft, { installed, sourceDateEpoch });
  const written = await writeArchive({ members, sourceDateEpoch, compression, file: archive }, host, signal);
  if (!written.ok) return written;
  const row: Package = {
    fullpkgname: subpackage.fullpkgname,
    name: port.name,
    ...releaseOf(subpackage.fullpkgname),
    subpackage: subpackage.name,
    fullpkgpath: subpackage.fullpkgpath,
    ...(subpackage.relations ? { relations: subpackage.relations } : {}),
    comment: subpackage.comment,
    flavors: port.flavors.chosen,
    ...(port.flavors.pseudo.length > 0 ? { pseudoFlavors: port.flavors.pseudo } : {}),
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
    ...(request.origin ? { origin: request.origin } : {}),
    buildTimeMs: request.buildTimeMs,
    audit: auditOfDraft(draft),
    test: "none",
    ...testScriptOf(port),
  };
  return ok({ package: row, archive });
}

/** The script is for the port as a whole. */
function testScriptOf({ test, packages }: Port): Pick<Package, "testScript"> {
  if (!test) return {};
  const { shell, text } = test;
  return { testScript: { shell, text, fullpkgnames: packages.map(({ fullpkgname }) => fullpkgname) } };
}
