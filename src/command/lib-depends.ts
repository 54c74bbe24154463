import { BUILD_FOLDERS } from "../build/build.ts";
import { ENGINES } from "../engine/engine.ts";
import { joinPath, withScratch } from "../host/host.ts";
import {
  type AuditReport,
  auditInspected,
  compareSymbolVersions,
  type Inspected,
  type Link,
  type Offer,
  subjectOf,
  subjectOfManifest,
} from "../package/package.ts";
import { fulfils, type Package, type Port, type SystemDependency } from "../port/port.ts";
import { type Diagnostic, diagnosticJson, ok, type Result, wrong } from "../report.ts";
import { oneOf } from "./arguments.ts";
import { type InspectedPackages, offerOfRow, openPackages } from "./inspected-packages.ts";
import { openPort } from "./port-argument.ts";
import { NO_SHELL } from "./port-shell.ts";
import { openLibraries } from "./run-libraries.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `lib-depends`: what finished packages link to, and what their recipe says of that. */
export const verb: Verb = {
  usage: "lib-depends PACKAGE|DIR [--port PORT] [--base B] [--deps-from DIR]",
  options: {
    port: { type: "string", help: "its recipe: what is missing, extra or bogus in it is told at its line" },
    base: {
      type: "string",
      help: "what it shall run on, by the name of a base; default: what it was built for",
    },
    "deps-from": { type: "string", help: "folder with the packages it depends on; default: beside it" },
    engine: { type: "string", help: `what opens the base: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" },
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const jobs = joinPath(context.host.folders.cache, "jobs");
    return await withScratch(jobs, context.host, async (scratch) => {
      const from = args.text("deps-from");
      const opened = await openPackages(
        {
          argument: args.positionals[0] ?? "",
          dependenciesFrom: from === undefined ? undefined : joinPath(context.host.folders.working, from),
          scratch,
        },
        context,
      );
      if (!opened.ok) return { diagnostics: opened.error };
      const audited = await auditAll(opened.value, args, context);
      return audited.ok ? answerOf(audited.value) : { diagnostics: audited.error };
    });
  },
};

type Audited = {
  readonly inspected: Inspected;
  readonly base: string;
  readonly audit: AuditReport;
  readonly relocatable: Package["relocatable"];
};

async function auditAll(
  { packages, rows }: InspectedPackages,
  args: Arguments,
  context: Context,
): Promise<Result<readonly Audited[]>> {
  const engine = oneOf("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]);
  if (!engine.ok) return engine;
  const choice = { engine: engine.value, source: args.has("made") ? "made" : "auto" } as const;
  const audited: Audited[] = [];
  const matched: string[] = [];
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
    const subject =
      port.value && subpackage
        ? subjectOf(subpackage, { port: port.value, base, arch: manifest.arch, systemPackages })
        : subjectOfManifest(manifest, base);
    const inspection = { inspected, subject, base: libraries, buildFolders: BUILD_FOLDERS };
    const offers = offersFor(inspected, { packages, rows });
    const first = auditInspected({ ...inspection, others: offers.declared });
    const isWhole = first.audit.links.every(({ from }) => from.kind !== "missing");
    // Only now whoever else has it: a package that lies beside it by chance must not hide what the base has.
    const found = isWhole ? first : auditInspected({ ...inspection, others: offers.all });
    audited.push({ inspected, base, ...found });
  }
  const named = args.text("port");
  return named !== undefined && matched.length === 0 ? wrong(otherPort(named, packages)) : ok(audited);
}

/** The port of `--port`, with the flavors that the package's name tells of. */
async function recipeOf(
  { manifest }: Inspected,
  args: Arguments,
  { host }: Context,
): Promise<Result<Port | undefined>> {
  const argument = args.text("port");
  if (argument === undefined) return ok(undefined);
  const flavors = manifest.flavors.length > 0 ? manifest.flavors : "default";
  const opened = await openPort(argument, { flavors, base: manifest.base }, { host, shell: NO_SHELL });
  return opened.ok ? ok(opened.value.port) : opened;
}

/** What a manifest says must be installed, by the names of the package manager that installed it. */
function nativeNeeds({ manifest }: Inspected): readonly SystemDependency[] {
  const span = { source: { name: manifest.fullpkgname, text: "" }, start: 0, end: 0 };
  const run = manifest.systemPackages;
  if (run.length === 0) return [];
  return (["apt", "apk", "dnf"] as const).map((manager) => ({
    kind: "native",
    manager,
    build: [],
    run,
    span,
  }));
}

/** Other packages: those that it depends on or shares a prefix with, and all that are at hand. */
function offersFor(
  { manifest, offer: own }: Inspected,
  { packages, rows }: InspectedPackages,
): { readonly declared: readonly Offer[]; readonly all: readonly Offer[] } {
  const unpacked = packages
    .filter(({ offer }) => offer !== own)
    .map(({ offer }) => ({ ...offer, ...choiceIn(rows, offer) }));
  const names = new Set(packages.map(({ offer }) => offer.fullpkgname));
  const listed = rows
    .filter(
      ({ arch, base, fullpkgname }) =>
        arch === manifest.arch && base === manifest.base && !names.has(fullpkgname),
    )
    .map(offerOfRow);
  const all = [...unpacked, ...listed];
  const declared = all.filter(
    (offer) =>
      offer.prefix === own.prefix || manifest.depends.some((dependency) => fulfils(offer, dependency)),
  );
  return { declared, all };
}

/** No package says itself with which pseudo-flavors it was made. */
function choiceIn(
  rows: readonly Package[],
  { fullpkgname, fullpkgpath }: Offer,
): Pick<Offer, "flavors" | "pseudoFlavors"> {
  const row = rows.find((one) => one.fullpkgname === fullpkgname && one.fullpkgpath === fullpkgpath);
  return row
    ? { flavors: row.flavors, ...(row.pseudoFlavors ? { pseudoFlavors: row.pseudoFlavors } : {}) }
    : {};
}

function otherPort(port: string, packages: readonly Inspected[]): Diagnostic {
  const names = packages.map(({ manifest }) => `\`${manifest.fullpkgname}\``).join(", ");
  const help = "name the port that it was built from, in the version that it was built from";
  return usage("usage/other-port", `\`${port}\` builds none of ${names}`, help);
}

function answerOf(audited: readonly Audited[]): Answer {
  return {
    diagnostics: audited.flatMap(({ audit }) => audit.findings),
    text: audited.map(textOf).join("\n"),
    json: { packages: audited.map(jsonOf) },
  };
}

/** In the words of OpenBSD's port-lib-depends-check. */
function textOf({ inspected: { manifest }, base, audit, relocatable }: Audited): string {
  const { wantlib, depends, links } = audit.declarations;
  const row = (word: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`  ${`${word}:`.padEnd(9)}${[...new Set(names)].join(" ")}`];
  const lost = audit.links.filter(({ from }) => from.kind === "missing").map(({ needed }) => needed);
  return [
    `${manifest.fullpkgname}(${manifest.pkgpath}) on ${base}: ${audit.verdict}`,
    ...neededRows(audit.links),
    ...row("Missing", [...lost, ...wantlib.missing, ...depends.missing]),
    ...row("Extra", [...wantlib.extra, ...depends.extra]),
    ...row("Bogus", [...wantlib.bogus, ...depends.bogus]),
    ...row("WANTLIB", links),
    `  relocatable: ${relocatable.verdict === "yes" ? "yes" : `no, because ${relocatable.because}`}`,
    "",
  ].join("\n");
}

/** One line for each library from outside of the package: where it is, and the newest versions needed of it. */
function neededRows(links: readonly Link[]): readonly string[] {
  const outside = links.filter(({ from }) => from.kind !== "package");
  const names = [...new Set(outside.map(({ needed }) => needed))].sort();
  return names.map((needed) => {
    const found = outside.filter((link) => link.needed === needed);
    const from = found[0]?.from;
    const newest = new Map(
      found
        .flatMap(({ versions }) => versions)
        .sort(compareSymbolVersions)
        .map((version) => [version.replace(/[0-9.]+$/, ""), version]),
    );
    const versions = newest.size === 0 ? "" : `  ${[...newest.values()].join(" ")}`;
    return `  ${needed} => ${from ? placeOf(from) : "not found"}${versions}`;
  });
}

function placeOf(from: Link["from"]): string {
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

function jsonOf({ inspected: { manifest }, base, audit, relocatable }: Audited) {
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
    findings: audit.findings.map(diagnosticJson),
  };
}
