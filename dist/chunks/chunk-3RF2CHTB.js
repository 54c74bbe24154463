import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  inPortsTree,
  openPortsTree
} from "./chunk-2CAK55AV.js";
import {
  lookUpRecipe,
  readPort,
  readVariables
} from "./chunk-VIWBSZHV.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  nearest,
  ok,
  openTree,
  quoted,
  unreachable,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/port-argument.ts
var RECIPES = {
  type: "string",
  multiple: true,
  help: "GoboLinux recipes, where PORT is a program's name: a folder, a git repository's URL, or a tar archive; may be repeated, the first counts most"
};
async function openPort(argument, choice, { host, shell }) {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { tree, request, folder } = toRead(located.value, choice);
  const recipeTrees2 = await openRecipeTrees(located.value.folder, choice, host);
  const read = (answers) => readPort(tree, { ...request, recipeTrees: recipeTrees2, shell: answers });
  const settled = await shell.read(read, folder);
  if (!settled.ok) return settled;
  const reading = settled.value;
  return reading.ok ? ok({ ...reading.value, folder }) : reading;
}
async function openVariables(argument, { choice, wanted }, { host, shell }) {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { tree, request, folder } = toRead(located.value, choice);
  const read = (answers) => readVariables(tree, { ...request, shell: answers }, wanted);
  const settled = await shell.read(read, folder);
  return settled.ok ? settled.value : settled;
}
function toRead(placed2, choice) {
  const { folder, request } = placed2;
  return {
    tree: openTree(folder),
    request: { ...request, ...choice, ...openPortsTree(placed2) },
    folder: joinPath(folder, request.folder)
  };
}
async function locatePort(argument, choice, host) {
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
async function placed(found, choice, host) {
  return found.ok ? inPortsTree(found.value, choice, host) : found;
}
function isProgramFolder(tree) {
  const names = tree.list("");
  return !["Recipe", "Makefile", "port.yml"].some((name) => names.includes(name)) && names.some((name) => tree.exists(`${name}/Recipe`) === "file");
}
var RECIPE_FOLDERS = [
  "LocalRecipes",
  "Recipes",
  ".",
  "/Data/Compile/LocalRecipes",
  "/Data/Compile/Recipes"
];
async function recipeTrees(named, host) {
  const folders = named.length > 0 ? named.map(({ folder }) => folder) : RECIPE_FOLDERS;
  const located = await Promise.all(folders.map((folder) => locate(folder, host)));
  const missing = named.filter((_, index) => !located[index]);
  if (missing.length > 0) {
    const help = "name folders of recipes, as `Recipes` with `Joe/3.6/Recipe` in it";
    return wrong(
      ...missing.map((one) => usage("usage/no-recipes", `there is no folder \`${one.named}\``, help))
    );
  }
  return ok(located.filter((one) => one !== void 0));
}
async function openRecipeTrees(opened, { recipes = [] }, host) {
  const located = await Promise.all(recipes.map(({ folder }) => locate(folder, host)));
  return located.flatMap((one) => one && one.folder !== opened ? [openTree(one.folder)] : []);
}
function findRecipe(trees, { port, version, recipes = [] }) {
  const found = lookUpRecipe(
    trees.map(({ folder }) => openTree(folder)),
    { program: port, version }
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
var SHOWN_VERSIONS = 12;
function noProgram(port, programs, recipes) {
  const meant = nearest(port, programs);
  if (!meant && recipes.length === 0) return noPort(port);
  const where = recipes.map(({ named }) => `\`${named}\``).join(", ") || "the recipes here";
  const help = meant ? `did you mean \`${meant}\`?` : "name another folder with `--recipes`";
  return wrong(usage("usage/no-recipe", `there is no recipe of ${quoted(port)} in ${where}`, help));
}
function noPortsBelow(argument) {
  const help = "name ports, or folders with ports below them";
  return usage("usage/no-port", `there is no port at \`${argument}\``, help);
}
function noPort(argument) {
  return wrong(
    usage(
      "usage/no-port",
      `there is no port at \`${argument}\``,
      "name a folder that holds a `port.yml`, or a program of the folder `Recipes`"
    )
  );
}
async function locate(argument, host) {
  if (argument === "") return void 0;
  const named = joinPath(host.folders.working, argument);
  const status = await host.status(await host.realPath(named) ?? named);
  if (!status) return void 0;
  const isFolder = status.kind === "folder";
  const folder = isFolder ? named : joinPath(named, "..");
  const typed = isFolder ? argument.replace(/(?<=.)\/+$/, "") : argument.replace(/\/?[^/]*$/, "");
  return locatedAs(typed, folder);
}
function locateIn({ folder, request }, inner) {
  return locatedAs(`${request.treeName}/${inner}`, joinPath(folder, inner));
}
function locatedAs(typed, folder) {
  const treeName = typed.replace(/^(\.\/+)+/, "") || ".";
  const treePath = folder.split("/").filter((name) => name !== "");
  return { folder, request: { folder: "", treeName, treePath, pkgpath: treePath.at(-1) ?? "" } };
}
function unknownSubpackage(name, { pkgpath, names }) {
  const help = names.every((one) => one === "") ? "it has one package: leave the choice out" : `choose from ${names.join(", ")}`;
  const message = `${quoted(pkgpath)} builds no subpackage ${quoted(name)} with these flavors`;
  return usage("usage/subpackage", message, help);
}

export {
  RECIPES,
  openPort,
  openVariables,
  locatePort,
  noPortsBelow,
  locate,
  locateIn,
  unknownSubpackage
};
