// Reads ports: finds a folder's dialect, reads its recipe and lowers it to the dialect-free model. Pure: files come
// through a `Tree`.

import type { Port } from "../port/port.ts";
import { type Diagnostic, ok, type Result, sortDiagnostics, wrong } from "../report.ts";
import type { PortReading, PortRequest, Tree } from "./reading.ts";
import { readYamlPort } from "./yaml/yaml.ts";

export type { PortReading, PortRequest, Tree, Variables } from "./reading.ts";

/** The port for one choice of flavors, or everything that is wrong with it, sorted. */
export function readPort(tree: Tree, request: PortRequest): Result<PortReading> {
  const reading = readDialect(tree, request);
  if (!reading.ok) return { ok: false, error: firstOf(sortDiagnostics(reading.error)) };
  return ok({ ...reading.value, warnings: doubtBase(reading.value.port, request) });
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

/** The folders of a tree that hold a recipe, by code unit; below one there is no other. */
export function portFolders(tree: Tree): readonly string[] {
  return foldersBelow(tree, "");
}

function foldersBelow(tree: Tree, folder: string): readonly string[] {
  const path = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  if (tree.exists(path(RECIPE)) === "file") return [folder];
  return tree
    .list(folder)
    .filter((name) => !name.startsWith(".") && tree.exists(path(name)) === "folder")
    .flatMap((name) => foldersBelow(tree, path(name)));
}

const RECIPE = "port.yml";

/** The dialect shows in the files that are there. */
function readDialect(tree: Tree, request: PortRequest): Result<Omit<PortReading, "warnings">> {
  const path = (name: string) => (request.folder === "" ? name : `${request.folder}/${name}`);
  const text = tree.read(path(RECIPE));
  // `./port.yml` would name no file to GitHub's annotations.
  const shown = (name: string) => (request.treeName === "." ? name : `${request.treeName}/${name}`);
  if (text !== undefined) return readYamlPort({ name: shown(path(RECIPE)), text }, tree, request);
  const place = request.folder === "" ? request.treeName : shown(request.folder);
  const refuse = (code: `recipe/${string}`, message: string, help: string) =>
    wrong({ severity: "error", code, blame: "request", message, help });
  if (!["folder", "link"].includes(tree.exists(request.folder))) {
    return refuse(
      "recipe/no-folder",
      `there is no folder \`${place}\``,
      "name the folder of a port, or its `port.yml`",
    );
  }
  for (const [file, dialect] of FOREIGN) {
    if (tree.exists(path(file)) !== "file") continue;
    return refuse(
      "recipe/dialect",
      `\`${shown(path(file))}\` is in ${dialect}, which is not read yet`,
      "write a `port.yml` beside it",
    );
  }
  return refuse("recipe/no-recipe", `there is no recipe in \`${place}\``, "name a folder with a `port.yml`");
}

const FOREIGN = [
  ["Recipe", "the dialect of GoboLinux"],
  ["Makefile", "the dialect of OpenBSD's ports"],
] as const;

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
