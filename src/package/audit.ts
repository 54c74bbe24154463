// Whether everything that the files of a package link to is there where they will run.

import path from "node:path/posix";
import {
  type AuditCheck,
  fulfils,
  type Job,
  type Package,
  type ProvidedLibrary,
  type Subpackage,
} from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import type { Contents } from "./contents.ts";
import type { Elf } from "./elf.ts";
import type { LibrarySet } from "./libraries.ts";
import { nameList, shownName } from "./shown.ts";

/** Where one needed library of one file was found. */
export type Link = {
  /** Below the prefix. */
  readonly file: string;
  readonly needed: string;
  readonly from: /** `path` is below the prefix. */
    | { readonly kind: "package"; readonly path: string }
    /** Another package: of the same job, or of a port that this one depends on. `path` is below its prefix. */
    | { readonly kind: "dependency"; readonly fullpkgname: string; readonly path: string }
    | { readonly kind: "base"; readonly path: string }
    | { readonly kind: "missing" };
};

/** What the linkage audit of one package found. */
export type AuditReport = {
  readonly fullpkgname: string;
  readonly verdict: "clean" | "warnings" | "failed";
  readonly links: readonly Link[];
  /** Folders that only `LD_LIBRARY_PATH` can make the loader search; absolute, in order. */
  readonly libraryPath: readonly string[];
  /** Severity as the recipe's `audit:` sets it; checks that are off are left out. */
  readonly findings: readonly Diagnostic[];
};

/** What a package has to offer to the loader. */
export type Offer = Pick<Package, "fullpkgname" | "fullpkgpath" | "prefix"> & {
  readonly libraries: readonly ProvidedLibrary[];
};

export type AuditRequest = {
  readonly job: Job;
  readonly subpackage: Subpackage;
  readonly contents: Contents;
  readonly own: Offer;
  /** The other packages of the job, and those of other ports. */
  readonly others: readonly Offer[];
  readonly base: LibrarySet;
};

export function auditPackage(request: AuditRequest): AuditReport {
  const { job, subpackage, contents } = request;
  const elves = [...contents].flatMap(([file, { elf }]) => (elf.kind === "elf" ? [{ file, elf }] : []));
  const resolved = elves.flatMap(({ file, elf }) =>
    elf.needed.map((needed) => ({ file, elf, needed, place: resolve(needed, { file, elf, request }) })),
  );
  const findings = [
    ...missing(request, resolved),
    ...undeclared(request, resolved),
    ...wrongVersions(request, resolved),
    ...elves.flatMap(({ file, elf }) => wrongInterpreter(request, file, elf)),
    ...elves.flatMap(({ file, elf }) => wrongRunpath(request, file, elf)),
    ...buildPaths(contents),
    ...executableStacks(elves),
  ].flatMap((finding) => diagnosticOf(finding, { job, subpackage }));
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    fullpkgname: subpackage.fullpkgname,
    verdict: severities.has("error") ? "failed" : severities.has("warning") ? "warnings" : "clean",
    links: resolved.map(({ file, needed, place }) => ({ file, needed, from: place.from })),
    libraryPath: [...new Set(resolved.flatMap(({ place }) => place.libraryPath))].sort(),
    findings,
  };
}

type Place = {
  readonly from: Link["from"];
  readonly library?: ProvidedLibrary;
  /** The folder that must be in `LD_LIBRARY_PATH` for the loader to find it there. */
  readonly libraryPath: readonly string[];
};

type Needing = { readonly file: string; readonly elf: Elf; readonly request: AuditRequest };

/** The loader's order (ld.so(8)), with `LD_LIBRARY_PATH` as the package's own profile would have to set it. */
function resolve(needed: string, { file, elf, request }: Needing): Place {
  const { own, others, base } = request;
  const fits = (library: ProvidedLibrary) =>
    library.elfClass === elf.elfClass && library.machine === elf.machine;
  const offered = (absolute: string): Place | undefined => {
    for (const offer of [own, ...others]) {
      const below = pathBelow(offer.prefix, absolute);
      const library = offer.libraries.find((one) => one.path === below && fits(one));
      if (library) return { from: origin(offer, own, library), library, libraryPath: [] };
    }
    return inBase(absolute);
  };
  const inBase = (absolute: string): Place | undefined => {
    const folder = base.folders.find((one) => one.path === path.dirname(absolute));
    const real = folder && `${folder.real}/${path.basename(absolute)}`;
    const library = base.libraries.find((one) => one.path === real && fits(one));
    return library && { from: { kind: "base", path: absolute }, library, libraryPath: [] };
  };
  if (needed.includes("/")) return offered(path.resolve(own.prefix, needed)) ?? MISSING;
  for (const folder of runFolders({ file, elf, own })) {
    const place = offered(path.join(folder, needed));
    if (place) return place;
  }
  for (const offer of [own, ...others]) {
    const library = offer.libraries.find((one) => path.basename(one.path) === needed && fits(one));
    const folder = library && path.join(offer.prefix, path.dirname(library.path));
    if (library && folder) return { from: origin(offer, own, library), library, libraryPath: [folder] };
  }
  for (const folder of base.folders) {
    const place = inBase(`${folder.path}/${needed}`);
    if (place) return place;
  }
  return MISSING;
}

const MISSING: Place = { from: { kind: "missing" }, libraryPath: [] };

function origin(offer: Offer, own: Offer, library: ProvidedLibrary): Link["from"] {
  return offer === own
    ? { kind: "package", path: library.path }
    : { kind: "dependency", fullpkgname: offer.fullpkgname, path: library.path };
}

function pathBelow(prefix: string, absolute: string): string | undefined {
  return absolute.startsWith(`${prefix}/`) ? absolute.slice(prefix.length + 1) : undefined;
}

type Located = { readonly file: string; readonly elf: Elf; readonly own: Offer };

/** RPATH counts only where there is no RUNPATH. */
function runFolders({ file, elf, own }: Located): readonly string[] {
  const text = elf.runpath ?? elf.rpath;
  if (text === undefined) return [];
  return text.split(":").map((folder) => expanded(folder, path.join(own.prefix, path.dirname(file))));
}

function expanded(folder: string, origin: string): string {
  const text = folder.replace(/\$(ORIGIN|\{ORIGIN\})/g, () => origin);
  return text.startsWith("/") ? path.normalize(text).replace(/(.)\/$/, "$1") : text;
}

type Resolved = {
  readonly file: string;
  readonly elf: Elf;
  readonly needed: string;
  readonly place: Place;
};
type Finding = { readonly check: AuditCheck; readonly message: string; readonly help: string };

function missing({ job, own }: AuditRequest, resolved: readonly Resolved[]): readonly Finding[] {
  const lost = resolved.filter(({ place }) => place.from.kind === "missing");
  return [...grouped(lost, ({ needed }) => needed)].map(([needed, found]) => ({
    check: "missing-library",
    message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} \`${needed}\`, which is neither in the package, nor in one that it depends on, nor in the base \`${job.base.name}\``,
    help: `declare what brings \`${needed}\`: the base's package in \`depends: system\`, or a port in \`depends: lib\``,
  }));
}

function undeclared(
  { subpackage, own, others }: AuditRequest,
  resolved: readonly Resolved[],
): readonly Finding[] {
  const depends = [...subpackage.depends.lib, ...subpackage.depends.run];
  const strangers = others.filter((one) => !depends.some((dependency) => fulfils(one, dependency)));
  return strangers.flatMap((stranger): Finding[] => {
    const found = resolved.filter(
      ({ place: { from } }) => from.kind === "dependency" && from.fullpkgname === stranger.fullpkgname,
    );
    if (found.length === 0) return [];
    return [
      {
        check: "undeclared-library",
        message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} ${nameList([...new Set(found.map(({ needed }) => needed))])} of \`${stranger.fullpkgname}\`, on which the package does not depend`,
        help: `add \`${stranger.fullpkgpath}\` to \`depends: lib\` of the package`,
      },
    ];
  });
}

function wrongVersions({ own, job }: AuditRequest, resolved: readonly Resolved[]): readonly Finding[] {
  return resolved.flatMap(({ file, elf, needed, place }): Finding[] => {
    // A library without versions (musl, or one that was linked so) serves any; the loader only warns.
    const defined = place.library?.versions ?? [];
    const lacking = (elf.versionsNeeded.get(needed) ?? []).filter((version) => !defined.includes(version));
    if (defined.length === 0 || lacking.length === 0) return [];
    const where = place.from.kind === "base" ? `the base \`${job.base.name}\`` : "the package that has it";
    return [
      {
        check: "missing-version",
        message: `\`${shownName(file)}\` of \`${own.fullpkgname}\` needs ${nameList(lacking)} of \`${needed}\`, which the one of ${where} does not define`,
        help: "build against the versions that will be there when it runs",
      },
    ];
  });
}

function wrongInterpreter({ own, base, job }: AuditRequest, file: string, elf: Elf): readonly Finding[] {
  const { interpreter } = elf;
  if (interpreter === undefined) return [];
  const folder = base.folders.find((one) => one.path === path.dirname(interpreter));
  const real = folder && `${folder.real}/${path.basename(interpreter)}`;
  const below = pathBelow(own.prefix, interpreter);
  if (base.libraries.some((one) => one.path === real)) return [];
  if (own.libraries.some((one) => one.path === below)) return [];
  return [
    {
      check: "interpreter",
      message: `\`${shownName(file)}\` of \`${own.fullpkgname}\` is started by \`${interpreter}\`, which is not in the base \`${job.base.name}\``,
      help: "link it with the build image's own compiler",
    },
  ];
}

function wrongRunpath({ own, others }: AuditRequest, file: string, elf: Elf): readonly Finding[] {
  const prefixes = [own, ...others].map(({ prefix }) => prefix);
  const wrong = runFolders({ file, elf, own }).filter(
    (folder) => !prefixes.some((prefix) => folder === prefix || folder.startsWith(`${prefix}/`)),
  );
  return wrong.map((folder) => ({
    check: "runpath",
    message: `\`${shownName(file)}\` of \`${own.fullpkgname}\` searches libraries in \`${folder}\`, outside of \`${own.prefix}\``,
    help: "link with `-Wl,-rpath` of a folder below the prefix, or of one relative to `$ORIGIN`",
  }));
}

function buildPaths(contents: Contents): readonly Finding[] {
  const files = [...contents].filter(([, { buildPath }]) => buildPath === "left").map(([file]) => file);
  if (files.length === 0) return [];
  return [
    {
      check: "build-path",
      message: `the path of the build is left in ${nameList(files)}`,
      help: "keep it out (`-ffile-prefix-map`), or replace it in `post-fake`",
    },
  ];
}

function executableStacks(
  elves: readonly { readonly file: string; readonly elf: Elf }[],
): readonly Finding[] {
  const files = elves.filter(({ elf }) => elf.stack === "executable").map(({ file }) => file);
  if (files.length === 0) return [];
  return [
    {
      check: "execstack",
      message: `${nameList(files)} ${files.length > 1 ? "ask" : "asks"} for an executable stack`,
      help: "link with `-Wl,-z,noexecstack`, or mark assembler sources with `.note.GNU-stack`",
    },
  ];
}

/** What may be harmless is a warning until the recipe says otherwise. */
const LEVELS: Readonly<Record<AuditCheck, "error" | "warning">> = {
  "missing-library": "error",
  "undeclared-library": "error",
  "missing-version": "error",
  interpreter: "error",
  runpath: "error",
  "build-path": "warning",
  execstack: "warning",
};

function diagnosticOf(
  { check, message, help }: Finding,
  { job, subpackage }: Pick<AuditRequest, "job" | "subpackage">,
): readonly Diagnostic[] {
  const level = job.port.audit.get(check) ?? LEVELS[check];
  if (level === "off") return [];
  const code = `audit/${check}` as const;
  return [{ severity: level, code, blame: "recipe", message, span: subpackage.span, help }];
}

function filesOf(found: readonly Resolved[]): readonly string[] {
  return [...new Set(found.map(({ file }) => file))];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
