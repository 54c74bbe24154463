// Reads ports: finds a folder's dialect, reads its recipe and lowers it to the dialect-free model. Pure: files come
// through a `Tree`.

import type { Port } from "../port/port.ts";
import {
  type Diagnostic,
  ok,
  type Result,
  type Source,
  sortDiagnostics,
  unreachable,
  wrong,
} from "../report.ts";
import { readGoboPort, readGoboVariables } from "./gobolinux/gobolinux.ts";
import { pkgpathAlone } from "./openbsd/alone.ts";
import { readOpenbsdPort } from "./openbsd/openbsd.ts";
import { kindOfMakefile, listedPorts } from "./openbsd/subdirs.ts";
import { readMakeVariables } from "./openbsd/variables.ts";
import type { PortReading, PortRequest, RawReading, Reading, Tree } from "./reading.ts";
import { readYamlPort } from "./yaml/yaml.ts";

export { lookUpRecipe } from "./gobolinux/lookup.ts";
export type {
  NeedsShell,
  PortReading,
  PortRequest,
  RawReading,
  Reading,
  ShellCommand,
  Tree,
  WrittenList,
} from "./reading.ts";
export { makeRecipe, nameRecipe, worthReading } from "./writing/make-recipe.ts";
export { renewedTree, renewRecipe } from "./writing/new-version.ts";
export type { Measured, Renewal } from "./writing/renewal.ts";
export { type OwnBase, readOwnBases } from "./yaml/own-bases.ts";
export { durationMs, sizeBytes } from "./yaml/units.ts";

/** The port for one choice of flavors, or everything that is wrong with it, sorted. */
export function readPort(tree: Tree, request: PortRequest): Reading<PortReading> {
  const reading = readDialect(tree, request);
  if (!reading.ok) return { ...reading, error: firstOf(sortDiagnostics(reading.error)) };
  const { warnings, ...rest } = reading.value;
  return ok({ ...rest, warnings: sortDiagnostics([...warnings, ...doubtBase(rest.port, request)]) });
}

/** The recipe's own variables, or `wanted` ones: they may be sound where the port as a whole is not. */
export function readVariables(
  tree: Tree,
  request: PortRequest,
  wanted: readonly string[],
): Reading<RawReading> {
  const recipe = findRecipe(tree, request);
  if (recipe.ok && recipe.value.dialect === "openbsd") {
    const reading = readMakeVariables(tree, request, wanted);
    return reading.ok ? reading : { ...reading, error: firstOf(sortDiagnostics(reading.error)) };
  }
  if (recipe.ok && recipe.value.dialect === "gobolinux") {
    const reading = readGoboVariables(recipe.value.source, tree, request);
    return reading.ok ? reading : { ok: false, error: firstOf(sortDiagnostics(reading.error)) };
  }
  const reading = readPort(tree, request);
  if (!reading.ok) return reading;
  const { variables, warnings } = reading.value;
  return ok({ variables: variables(), unknown: [], absent: "fault", warnings });
}

/** What a port is called by others when it stands in no tree that would say so. */
export function pkgpathOf(tree: Tree, request: PortRequest): string {
  const recipe = findRecipe(tree, request);
  return recipe.ok && recipe.value.dialect === "openbsd" ? pkgpathAlone(tree, request) : request.pkgpath;
}

/** More can't be the work of a person, and would only hide each other. */
const PROBLEMS_SHOWN = 200;

function firstOf(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = problems.length - PROBLEMS_SHOWN;
  if (left <= 0) return problems;
  const more: Diagnostic = {
    severity: "error",
    code: "recipe/more",
    blame: "recipe",
    message: `${left} more problems are not shown`,
    help: "mend the first ones",
  };
  return [...problems.slice(0, PROBLEMS_SHOWN), more];
}

/** A folder that holds a recipe, and what its line in a listing is called. */
export type PortFolder = {
  readonly folder: string;
  readonly key: string;
  readonly flavors: PortRequest["flavors"];
};

/**
 * All of a tree, by code unit, or as OpenBSD's categories list them; below one there is no other. The tree itself has the
 * key `""` when it is a port. Each is looked for when it is asked for.
 */
export function portFolders(tree: Tree): Generator<PortFolder> {
  return foldersBelow(tree, "");
}

function* foldersBelow(tree: Tree, folder: string): Generator<PortFolder> {
  const path = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  const names = tree.list(folder);
  const isThere = (name: string) => names.includes(name) && tree.exists(path(name)) === "file";
  if (isThere(YAML)) return yield { folder, key: folder, flavors: "default" };
  if (isThere(GOBO)) return yield { folder, key: path(GOBO), flavors: "default" };
  const makefile = isThere(OPENBSD) ? kindOfMakefile(tree.read(path(OPENBSD)) ?? "") : "other";
  if (makefile === "port") return yield { folder, key: folder, flavors: "default" };
  if (makefile === "category") return yield* listedPorts(tree, folder);
  for (const name of names) {
    if (!name.startsWith(".") && tree.exists(path(name)) === "folder") yield* foldersBelow(tree, path(name));
  }
}

const YAML = "port.yml";
const GOBO = "Recipe";
const OPENBSD = "Makefile";

type Recipe = { readonly dialect: Port["dialect"]; readonly source: Source };

/** The dialect shows in the files that are there. */
function findRecipe(tree: Tree, { folder, treeName }: PortRequest): Result<Recipe> {
  const path = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  // `./port.yml` would name no file to GitHub's annotations.
  const shown = (name: string) => (treeName === "." ? name : `${treeName}/${name}`);
  for (const [file, dialect] of [
    [YAML, "yaml"],
    [GOBO, "gobolinux"],
    [OPENBSD, "openbsd"],
  ] as const) {
    const text = tree.read(path(file));
    if (text !== undefined) return ok({ dialect, source: { name: shown(path(file)), text } });
  }
  const place = folder === "" ? treeName : shown(folder);
  const refuse = (code: `recipe/${string}`, message: string, help: string) =>
    wrong({ severity: "error", code, blame: "request", message, help });
  if (!["folder", "link"].includes(tree.exists(folder))) {
    return refuse(
      "recipe/no-folder",
      `there is no folder \`${place}\``,
      "name the folder of a port, or its `port.yml`",
    );
  }
  return refuse("recipe/no-recipe", `there is no recipe in \`${place}\``, "name a folder with a `port.yml`");
}

function readDialect(tree: Tree, request: PortRequest): Reading<PortReading> {
  const recipe = findRecipe(tree, request);
  if (!recipe.ok) return recipe;
  const { dialect, source } = recipe.value;
  switch (dialect) {
    case "yaml":
      return readYamlPort(source, tree, request);
    case "gobolinux":
      return readGoboPort(source, tree, request);
    case "openbsd":
      return readOpenbsdPort(tree, request);
    default:
      return unreachable(dialect);
  }
}

function doubtBase({ bases, name }: Port, { base }: PortRequest): readonly Diagnostic[] {
  const [first] = bases;
  if (!first || base === undefined || bases.some(({ value }) => value === base)) return [];
  return [
    {
      severity: "warning",
      code: "recipe/base",
      blame: "recipe",
      message: `\`${name}\` is not said to run on \`${base}\``,
      span: { ...first.span, end: bases.at(-1)?.span.end ?? first.span.end },
      help: `add \`${base}\` to \`bases:\` when it does`,
    },
  ];
}
