import { type FolderTree, type Host, type HostPath, joinPath, openTree } from "../host/host.ts";
import {
  lookUpRecipe,
  type PortReading,
  type PortRequest,
  type RawReading,
  readPort,
  readVariables,
} from "../recipe/recipe.ts";
import { type Diagnostic, nearest, ok, quoted, type Result, unreachable, wrong } from "../report.ts";
import type { Answers, PortShell } from "./port-shell.ts";
import { inPortsTree, openPortsTree, type Placed, type PortsChoice } from "./ports-tree.ts";
import type { RecipesFolder } from "./recipe-places.ts";
import { usage } from "./verb.ts";

export type OpenedPort = PortReading & { readonly folder: HostPath };

/** What other options say of a port. */
export type PortChoice = Pick<PortRequest, "flavors" | "base" | "arch" | "machine" | "layout" | "prefix"> &
  PlaceChoice & { readonly pkgpath?: string };

/** What decides where a PORT argument leads. */
type PlaceChoice = PortsChoice & {
  /** Of a program of GoboLinux that is named. */
  readonly version?: string | undefined;
  /** Folders of recipes, those that come first first; none for the usual ones. */
  readonly recipes?: readonly RecipesFolder[];
};

/** What a port is read with. */
export type Reader = { readonly host: Host; readonly shell: PortShell };

/** The option that fills `recipes`. */
export const RECIPES = {
  type: "string",
  multiple: true,
  help: "GoboLinux recipes, where PORT is a program's name: a folder, a git repository's URL, or a tar archive; may be repeated, the first counts most",
} as const;

/** Reads the port that a PORT argument names: a folder, the recipe in it, or a program of GoboLinux. */
export async function openPort(
  argument: string,
  choice: PortChoice,
  { host, shell }: Reader,
): Promise<Result<OpenedPort>> {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { tree, request, folder } = toRead(located.value, choice);
  const recipeTrees = await openRecipeTrees(located.value.folder, choice, host);
  const read = (answers: Answers) => readPort(tree, { ...request, recipeTrees, shell: answers });
  const settled = await shell.read(read, folder);
  if (!settled.ok) return settled;
  const reading = settled.value;
  return reading.ok ? ok({ ...reading.value, folder }) : reading;
}

/** The same for the variables of its recipe. */
export async function openVariables(
  argument: string,
  { choice, wanted }: { readonly choice: PortChoice; readonly wanted: readonly string[] },
  { host, shell }: Reader,
): Promise<Result<RawReading>> {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { tree, request, folder } = toRead(located.value, choice);
  const read = (answers: Answers) => readVariables(tree, { ...request, shell: answers }, wanted);
  const settled = await shell.read(read, folder);
  return settled.ok ? settled.value : settled;
}

function toRead(placed: Placed, choice: PortChoice) {
  const { folder, request } = placed;
  return {
    tree: openTree(folder),
    request: { ...request, ...choice, ...openPortsTree(placed) },
    folder: joinPath(folder, request.folder),
  };
}

/** Where a PORT argument leads, and the tree that the port stands in. */
export async function locatePort(argument: string, choice: PlaceChoice, host: Host): Promise<Result<Placed>> {
  const located = await locate(argument, host);
  const named = { ...choice, port: argument };
  if (located && isProgramFolder(openTree(located.folder))) {
    const parent = argument.replace(/\/*[^/]*\/*$/, "") || ".";
    const above = await locate(/^[./]*$/.test(argument) ? joinPath(located.folder, "..") : parent, host);
    if (above) return placed(findRecipe([above], { ...named, port: located.request.pkgpath }), choice, host);
  }
  if (located) return inPortsTree(located, choice, host);
  if (!/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(argument)) return noPort(argument);
  const trees = await recipeTrees(choice.recipes ?? [], host);
  return trees.ok ? placed(findRecipe(trees.value, named), choice, host) : trees;
}

async function placed(found: Result<Located>, choice: PlaceChoice, host: Host): Promise<Result<Placed>> {
  return found.ok ? inPortsTree(found.value, choice, host) : found;
}

/** `Joe`, in which there are versions, and no recipe. */
function isProgramFolder(tree: FolderTree): boolean {
  const names = tree.list("");
  return (
    !["Recipe", "Makefile", "port.yml"].some((name) => names.includes(name)) &&
    names.some((name) => tree.exists(`${name}/Recipe`) === "file")
  );
}

/** Where recipes are when nobody says: in the working folder, then where GoboLinux keeps them. */
const RECIPE_FOLDERS = [
  "LocalRecipes",
  "Recipes",
  ".",
  "/Data/Compile/LocalRecipes",
  "/Data/Compile/Recipes",
];

async function recipeTrees(named: readonly RecipesFolder[], host: Host): Promise<Result<readonly Located[]>> {
  const folders = named.length > 0 ? named.map(({ folder }) => folder) : RECIPE_FOLDERS;
  const located = await Promise.all(folders.map((folder) => locate(folder, host)));
  const missing = named.filter((_, index) => !located[index]);
  if (missing.length > 0) {
    const help = "name folders of recipes, as `Recipes` with `Joe/3.6/Recipe` in it";
    return wrong(
      ...missing.map((one) => usage("usage/no-recipes", `there is no folder \`${one.named}\``, help)),
    );
  }
  return ok(located.filter((one) => one !== undefined));
}

/** The others of the trees in which a program is looked for; those that nobody named count for names only. */
async function openRecipeTrees(
  opened: HostPath,
  { recipes = [] }: PlaceChoice,
  host: Host,
): Promise<readonly FolderTree[]> {
  const located = await Promise.all(recipes.map(({ folder }) => locate(folder, host)));
  return located.flatMap((one) => (one && one.folder !== opened ? [openTree(one.folder)] : []));
}

type Named = Pick<PlaceChoice, "version" | "recipes"> & { readonly port: string };

function findRecipe(trees: readonly Located[], { port, version, recipes = [] }: Named): Result<Located> {
  const found = lookUpRecipe(
    trees.map(({ folder }) => openTree(folder)),
    { program: port, version },
  );
  switch (found.kind) {
    case "found": {
      const tree = trees[found.tree];
      if (!tree) throw new Error("a recipe was found in no tree");
      const folder = `${found.program}/${found.version}`;
      return ok({ ...tree, request: { ...tree.request, folder, pkgpath: found.program } });
    }
    case "no-version": {
      const last = found.versions.slice(-SHOWN_VERSIONS).join(", ");
      const message = `\`${found.program}\` has no version ${quoted(version ?? "")} among its recipes`;
      return wrong(usage("usage/recipe-version", message, `choose from ${last}`));
    }
    case "ambiguous": {
      const names = found.programs.map((name) => `\`${name}\``).join(" and ");
      return wrong(usage("usage/recipe-ambiguous", `${quoted(port)} is ${names}`, "write the one you mean"));
    }
    case "no-program":
      return noProgram(port, found.programs, recipes);
    default:
      return unreachable(found);
  }
}

const SHOWN_VERSIONS = 12;

function noProgram(
  port: string,
  programs: readonly string[],
  recipes: readonly RecipesFolder[],
): Result<never> {
  const meant = nearest(port, programs);
  if (!meant && recipes.length === 0) return noPort(port);
  const where = recipes.map(({ named }) => `\`${named}\``).join(", ") || "the recipes here";
  const help = meant ? `did you mean \`${meant}\`?` : "name another folder with `--recipes`";
  return wrong(usage("usage/no-recipe", `there is no recipe of ${quoted(port)} in ${where}`, help));
}

/** Of a folder that was searched. */
export function noPortsBelow(argument: string): Diagnostic {
  const help = "name ports, or folders with ports below them";
  return usage("usage/no-port", `there is no port at \`${argument}\``, help);
}

function noPort(argument: string): Result<never> {
  return wrong(
    usage(
      "usage/no-port",
      `there is no port at \`${argument}\``,
      "name a folder that holds a `port.yml`, or a program of the folder `Recipes`",
    ),
  );
}

/** A folder on this machine as a tree, and what to ask of it when it is a port itself. */
export type Located = {
  readonly folder: HostPath;
  readonly request: Pick<PortRequest, "folder" | "treeName" | "treePath" | "pkgpath" | "bsdPortMk">;
};

/** The folder that an argument names, itself or by a file in it; undefined when nothing is there. */
export async function locate(argument: string, host: Host): Promise<Located | undefined> {
  // A variable of a workflow that is not set, rather than the working folder.
  if (argument === "") return undefined;
  const named = joinPath(host.folders.working, argument);
  const status = await host.status((await host.realPath(named)) ?? named);
  if (!status) return undefined;
  const isFolder = status.kind === "folder";
  const folder = isFolder ? named : joinPath(named, "..");
  const typed = isFolder ? argument.replace(/(?<=.)\/+$/, "") : argument.replace(/\/?[^/]*$/, "");
  return locatedAs(typed, folder);
}

/** As if a folder that is there had been named by itself. */
export function locateIn({ folder, request }: Located, inner: string): Located {
  return locatedAs(`${request.treeName}/${inner}`, joinPath(folder, inner));
}

function locatedAs(typed: string, folder: HostPath): Located {
  const treeName = typed.replace(/^(\.\/+)+/, "") || ".";
  const treePath = folder.split("/").filter((name) => name !== "");
  return { folder, request: { folder: "", treeName, treePath, pkgpath: treePath.at(-1) ?? "" } };
}

/** `names` are those that the port has with the chosen flavors. */
export function unknownSubpackage(
  name: string,
  { pkgpath, names }: { readonly pkgpath: string; readonly names: readonly string[] },
): Diagnostic {
  const help = names.every((one) => one === "")
    ? "it has one package: leave the choice out"
    : `choose from ${names.join(", ")}`;
  const message = `${quoted(pkgpath)} builds no subpackage ${quoted(name)} with these flavors`;
  return usage("usage/subpackage", message, help);
}
