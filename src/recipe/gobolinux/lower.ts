// A Recipe and what lies beside it, as a port.

import { type Flavors, fullpkgname, fullpkgpath, type Port, type Subpackage } from "../../port/port.ts";
import { type Diagnostic, ok, type Result, type Source } from "../../report.ts";
import { chooseFlavors } from "../flavors.ts";
import type { PortReading, PortRequest, Tree } from "../reading.ts";
import { lowerBuild, lowerInstalled, lowerMembers } from "./build.ts";
import { flavorsIn, lowerDependencies, readDependencies } from "./dependencies.ts";
import { type Description, parseDescription } from "./description.ts";
import { encodingTroubles, troublesOf, unknownValues } from "./diagnostics.ts";
import { lowerCheckouts, lowerDistfiles } from "./distfiles.ts";
import { evaluateRecipe } from "./evaluate.ts";
import { folderOf, lowerPatches, overlayOf, type RecipeFolder, readResource } from "./folder.ts";
import { exclusionsIn, withMembers } from "./generic-flags.ts";
import { checkParts, treesAround } from "./parts.ts";
import type { RecipePlace } from "./place.ts";
import { providedVariables, splitRevision } from "./provided.ts";
import { packageVersion, stemOfProgram } from "./release.ts";
import { checkNames, type Settings, settingsOf, type Trouble } from "./settings.ts";
import { recipeType } from "./styles.ts";
import { rawVariables } from "./variables.ts";

/** A Recipe, and where it was found. */
export type Found = { readonly source: Source; readonly place: RecipePlace; readonly arch: string };

export function lowerRecipe(
  { source, place, arch }: Found,
  tree: Tree,
  request: PortRequest,
): Result<PortReading> {
  const problems: Diagnostic[] = [];
  const report = (trouble: Trouble) => void problems.push({ severity: "error", blame: "recipe", ...trouble });
  const folder = folderOf(source, tree, request);
  const target = targetOf(place, request);
  const reading = {
    ...place,
    arch,
    target,
    layout: request.layout ?? "vendor",
    purpose: "building",
  } as const;
  const provided = providedVariables(reading);
  const evaluated = evaluateRecipe([source, ...overlayOf(folder, arch)], provided);
  const troubles = troublesOf(evaluated);
  problems.push(...troubles, ...encodingTroubles(evaluated));
  // What broken text leaves unknown is not worth telling.
  if (troubles.length === 0) problems.push(...unknownValues(evaluated));
  const settings = settingsOf(evaluated, { source, start: 0, end: source.text.search(/\n|$/) }, report);
  checkNames(settings);
  const description = parseDescription(readResource("Description", folder, settings)?.text ?? "");
  const lowered = lowerPort({ settings, description, folder, place, target, arch }, request);
  const errors = [
    ...problems.filter(({ severity }) => severity === "error"),
    ...(lowered.ok ? [] : lowered.error),
  ];
  const warnings = problems.filter(({ severity }) => severity === "warning");
  if (!lowered.ok || errors.length > 0 || !lowered.value)
    return { ok: false, error: [...errors, ...warnings] };
  const port = lowered.value;
  const raw = () => {
    const variables = rawVariables(evaluated, provided);
    return variables.ok ? variables.value.variables : {};
  };
  return ok({ port, variables: raw, warnings });
}

/** Where its files will live. */
function targetOf({ program, version }: RecipePlace, { layout, prefix }: PortRequest): string {
  const release = splitRevision(version);
  if (layout === "programs") return `/Programs/${program}/${release.version}`;
  const names = { name: program.toLowerCase(), version: release.version };
  return (prefix ?? "/app/vendor/{name}").replace(
    /\{(name|version)\}/g,
    (_, name: "name" | "version") => names[name],
  );
}

type Lowering = {
  readonly settings: Settings;
  readonly description: Description;
  readonly folder: RecipeFolder;
  readonly place: RecipePlace;
  readonly target: string;
  readonly arch: string;
};

/** No port, and the reasons reported, when its type is unknown. */
function lowerPort(lowering: Lowering, request: PortRequest): Result<Port | undefined> {
  const { settings, folder, place, target, arch } = lowering;
  const { span } = settings;
  const lines = {
    run: linesOf("Dependencies", lowering),
    build: linesOf("BuildDependencies", lowering),
  };
  const available = flavorsIn([...lines.run, ...lines.build]);
  const flagged = [...lines.run, ...lines.build].find(({ flags }) => flags.length > 0);
  const named = { value: place.program, span };
  const excludes = exclusionsIn(lines.run.concat(lines.build), available);
  const offer = { port: named, available, pseudo: [], excludes, span: flagged?.span };
  const chosen = chooseFlavors(
    offer,
    request.flavors === "default" ? [] : withMembers(request.flavors, available),
  );
  const flavors = chosen.ok ? chosen.value : { available, pseudo: [], chosen: [] };
  const type = recipeType(settings);
  const distfiles = lowerDistfiles(settings);
  const members = lowerMembers(settings);
  const patches = lowerPatches(["", `${arch}/`], folder, span);
  const isCross = request.machine !== undefined && request.machine !== arch;
  const choice = { flavors: flavors.chosen, build: isCross ? "cross" : "native" } as const;
  const depends = {
    lib: lowerDependencies(lines.run, choice),
    build: lowerDependencies(lines.build, choice),
  };
  const programs = [...depends.lib, ...depends.build].map(({ pkgpath }) => pkgpath);
  const build = type && lowerBuild({ type, flavors: flavors.chosen, patches, programs }, settings);
  if (!chosen.ok) return chosen;
  if (!build) return ok(undefined);
  const checkouts = lowerCheckouts(settings);
  const resources = folder.tree.exists(`${folder.path}Resources`) === "folder" ? "Resources" : undefined;
  const installed = lowerInstalled(settings, resources);
  const partOf = settings.text("part_of");
  checkParts({ members, partOf }, treesAround(place, folder.tree, request), settings);
  const allowed = { value: true, span } as const;
  return ok({
    ...identityOf(lowering, flavors),
    packages: [packageOf(lowering, flavors, depends.lib)],
    dropped: [],
    depends: { build: depends.build, test: [], system: type.needs },
    distfiles,
    patches,
    bases: [],
    prefix: target,
    build,
    ...(checkouts.length > 0 ? { checkouts } : {}),
    ...(installed ? { installed } : {}),
    ...(members.length > 0 ? { members } : {}),
    ...(partOf ? { partOf } : {}),
    permit: { package: allowed, distfiles: allowed },
    network: "fetch",
    limits: {},
    runpath: "auto",
    audit: new Map(),
    span,
  });
}

function linesOf(name: "Dependencies" | "BuildDependencies", { folder, settings }: Lowering) {
  const source = readResource(name, folder, settings);
  return source ? readDependencies(source, settings) : [];
}

function identityOf({ description, place }: Lowering, flavors: Flavors) {
  const { version, revision } = splitRevision(place.version);
  const { summary, homepage, license } = description;
  return {
    name: place.program,
    version,
    ...(revision === "" ? {} : { revision: Number.parseInt(revision.slice(1), 10) }),
    dialect: "gobolinux",
    pkgpath: place.program,
    comment: summary ?? place.program,
    ...(homepage === undefined ? {} : { homepage }),
    ...(license === undefined ? {} : { license }),
    flavors,
  } as const;
}

function packageOf(lowering: Lowering, flavors: Flavors, depends: Subpackage["depends"]["lib"]): Subpackage {
  const { settings, place } = lowering;
  const { description } = lowering.description;
  const identity = identityOf(lowering, flavors);
  const release = {
    ...identity,
    name: stemOfProgram(place.program),
    version: packageVersion(identity.version),
  };
  return {
    name: "",
    fullpkgname: fullpkgname(release, "", flavors),
    fullpkgpath: fullpkgpath(place.program, "", flavors),
    comment: identity.comment,
    ...(description === undefined ? {} : { description }),
    depends: { lib: depends, run: [], system: [] },
    wantlib: [],
    files: [],
    span: settings.span,
  };
}
