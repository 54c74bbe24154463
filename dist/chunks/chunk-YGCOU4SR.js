import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  lookUpRecipe,
  pkgpathOf,
  readPort,
  readVariables
} from "./chunk-7O4WFX7Y.js";
import {
  usage
} from "./chunk-PE6H4S2Z.js";
import {
  nearest,
  ok,
  openTree,
  quoted,
  unreachable,
  wrong
} from "./chunk-CYW5HYYH.js";
import {
  joinPath
} from "./chunk-UFIQOVLW.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/ports-tree.ts
var PORTS_OPTIONS = {
  "ports-dir": {
    type: "string",
    help: "the OpenBSD ports tree that modules come from; default: the nearest parent that is one"
  },
  "bsd-port-mk": { type: "string", help: "a file to read in place of every `bsd.port.mk`" }
};
function portsChoice(args) {
  const [portsDir, bsdPortFile] = [args.text("ports-dir"), args.text("bsd-port-mk")];
  return {
    ...portsDir === void 0 ? {} : { portsDir },
    ...bsdPortFile === void 0 ? {} : { bsdPortFile }
  };
}
__name(portsChoice, "portsChoice");
async function inPortsTree({ folder, request }, { portsDir, bsdPortFile }, host) {
  const root = portsDir === void 0 ? await portsAbove(folder, host) : namedTree(portsDir, host);
  if (root && !await isPortsTree(root, host)) {
    const message = `\`${portsDir}\` holds no \`${MARK}\``;
    return wrong(usage("usage/ports-dir", message, "name the top of an OpenBSD ports tree"));
  }
  const text = bsdPortFile === void 0 ? void 0 : await host.readText(joinPath(host.folders.working, bsdPortFile));
  if (bsdPortFile !== void 0 && text === void 0) {
    return wrong(
      usage("usage/bsd-port-mk", `there is no file \`${bsdPortFile}\``, "name a makefile; it may be empty")
    );
  }
  const inside = root && folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : "";
  const portsTree = root && root !== folder ? { portsTree: { folder: root, name: portsDir ?? root } } : {};
  const asked = { ...request, flavors: "default", ...openPortsTree(portsTree) };
  const placed2 = {
    ...request,
    pkgpath: inside || (root === folder ? "" : pkgpathOf(openTree(folder), asked)),
    ...bsdPortFile !== void 0 && text !== void 0 ? { bsdPortMk: { name: bsdPortFile, text } } : {}
  };
  return ok({ folder, inside, request: placed2, ...portsTree });
}
__name(inPortsTree, "inPortsTree");
function openPortsTree({ portsTree }) {
  return portsTree ? { portsTree: { tree: openTree(portsTree.folder), name: portsTree.name } } : {};
}
__name(openPortsTree, "openPortsTree");
function pathsIn({ inside, request }, folder) {
  return { folder, pkgpath: [inside, folder].filter(Boolean).join("/") || request.pkgpath };
}
__name(pathsIn, "pathsIn");
var MARK = "infrastructure/mk/bsd.port.mk";
function namedTree(portsDir, host) {
  return joinPath(host.folders.working, portsDir);
}
__name(namedTree, "namedTree");
async function portsAbove(folder, host) {
  for (let here = folder; ; here = joinPath(here, "..")) {
    if (await isPortsTree(here, host)) return here;
    if (joinPath(here, "..") === here) return void 0;
  }
}
__name(portsAbove, "portsAbove");
async function isPortsTree(folder, host) {
  return (await host.status(joinPath(folder, MARK)))?.kind === "file";
}
__name(isPortsTree, "isPortsTree");

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
  const read = /* @__PURE__ */ __name((answers) => readPort(tree, { ...request, recipeTrees: recipeTrees2, shell: answers }), "read");
  const settled = await shell.read(read, folder);
  if (!settled.ok) return settled;
  const reading = settled.value;
  return reading.ok ? ok({ ...reading.value, folder }) : reading;
}
__name(openPort, "openPort");
async function openVariables(argument, { choice, wanted }, { host, shell }) {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { tree, request, folder } = toRead(located.value, choice);
  const read = /* @__PURE__ */ __name((answers) => readVariables(tree, { ...request, shell: answers }, wanted), "read");
  const settled = await shell.read(read, folder);
  return settled.ok ? settled.value : settled;
}
__name(openVariables, "openVariables");
function toRead(placed2, choice) {
  const { folder, request } = placed2;
  return {
    tree: openTree(folder),
    request: { ...request, ...choice, ...openPortsTree(placed2) },
    folder: joinPath(folder, request.folder)
  };
}
__name(toRead, "toRead");
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
__name(locatePort, "locatePort");
async function placed(found, choice, host) {
  return found.ok ? inPortsTree(found.value, choice, host) : found;
}
__name(placed, "placed");
function isProgramFolder(tree) {
  const names = tree.list("");
  return !["Recipe", "Makefile", "port.yml"].some((name) => names.includes(name)) && names.some((name) => tree.exists(`${name}/Recipe`) === "file");
}
__name(isProgramFolder, "isProgramFolder");
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
__name(recipeTrees, "recipeTrees");
async function openRecipeTrees(opened, { recipes = [] }, host) {
  const located = await Promise.all(recipes.map(({ folder }) => locate(folder, host)));
  return located.flatMap((one) => one && one.folder !== opened ? [openTree(one.folder)] : []);
}
__name(openRecipeTrees, "openRecipeTrees");
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
__name(findRecipe, "findRecipe");
var SHOWN_VERSIONS = 12;
function noProgram(port, programs, recipes) {
  const meant = nearest(port, programs);
  if (!meant && recipes.length === 0) return noPort(port);
  const where = recipes.map(({ named }) => `\`${named}\``).join(", ") || "the recipes here";
  const help = meant ? `did you mean \`${meant}\`?` : "name another folder with `--recipes`";
  return wrong(usage("usage/no-recipe", `there is no recipe of ${quoted(port)} in ${where}`, help));
}
__name(noProgram, "noProgram");
function noPort(argument) {
  return wrong(
    usage(
      "usage/no-port",
      `there is no port at \`${argument}\``,
      "name a folder that holds a `port.yml`, or a program of the folder `Recipes`"
    )
  );
}
__name(noPort, "noPort");
async function locate(argument, host) {
  if (argument === "") return void 0;
  const named = joinPath(host.folders.working, argument);
  const status = await host.status(await host.realPath(named) ?? named);
  if (!status) return void 0;
  const isFolder = status.kind === "folder";
  const folder = isFolder ? named : joinPath(named, "..");
  const typed = isFolder ? argument.replace(/(?<=.)\/+$/, "") : argument.replace(/\/?[^/]*$/, "");
  const treeName = typed.replace(/^(\.\/+)+/, "") || ".";
  const treePath = folder.split("/").filter((name) => name !== "");
  return { folder, request: { folder: "", treeName, treePath, pkgpath: treePath.at(-1) ?? "" } };
}
__name(locate, "locate");
function unknownSubpackage(name, { pkgpath, names }) {
  const help = names.every((one) => one === "") ? "it has one package: leave the choice out" : `choose from ${names.join(", ")}`;
  const message = `${quoted(pkgpath)} builds no subpackage ${quoted(name)} with these flavors`;
  return usage("usage/subpackage", message, help);
}
__name(unknownSubpackage, "unknownSubpackage");

export {
  PORTS_OPTIONS,
  portsChoice,
  inPortsTree,
  openPortsTree,
  pathsIn,
  RECIPES,
  openPort,
  openVariables,
  locatePort,
  locate,
  unknownSubpackage
};
