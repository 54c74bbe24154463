import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  copyRecipe
} from "./chunk-OI3FH22G.js";
import {
  LOCAL_RECIPES,
  bringPort
} from "./chunk-27H5ZHXC.js";
import {
  RECIPES,
  locatePort
} from "./chunk-3RF2CHTB.js";
import {
  packFolder
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  openTree,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/get-recipe.ts
var verb = {
  usage: "get-recipe NAME|FILE [VERSION] [URL] [--recipes DIR|URL]… [--out DIR] [--pack]",
  options: {
    recipes: RECIPES,
    out: { type: "string", help: "where it goes; default: LocalRecipes, or with --pack the working folder" },
    pack: { type: "boolean", help: "write `Joe--3.6--recipe.tar.bz2` instead of a folder" }
  },
  positionals: { least: 1, most: 3 },
  run: async (args, context) => {
    const got = await getRecipe(args, context);
    if (!got.ok) return { diagnostics: got.error };
    return answerOf(got.value, context);
  }
};
function answerOf({ program, version, place }, { host }) {
  const text = `${shownPath(place, host.folders.working)}
`;
  return { diagnostics: [], text, json: { program, version, place } };
}
async function getRecipe(args, context) {
  const { host } = context;
  const [argument = "", ...rest] = args.positionals;
  const urls = rest.filter((word) => word.includes("/"));
  const versions = rest.filter((word) => !word.includes("/"));
  if (urls.length > 1 || versions.length > 1) {
    const message = "`get-recipe` takes one version and one URL";
    return wrong(usage("usage/arguments", message, `tarwright ${verb.usage}`));
  }
  const brought = await bringPort({ port: argument, recipes: [...urls, ...args.texts("recipes")] }, context);
  if (!brought.ok) return brought;
  const { port, recipes } = brought.value;
  const { working } = host.folders;
  const local = joinPath(working, LOCAL_RECIPES);
  const isThere = (await host.status(local))?.kind === "folder";
  const own = isThere && recipes.length > 0 ? [{ named: LOCAL_RECIPES, folder: local }] : [];
  const [version] = versions;
  const choice = { recipes: [...own, ...recipes], ...version === void 0 ? {} : { version } };
  const located = await locatePort(port, choice, host);
  if (!located.ok) return located;
  const recipe = recipeAt(joinPath(located.value.folder, located.value.request.folder));
  if (!recipe) return wrong(noRecipe(argument));
  return args.has("pack") ? await pack(recipe, joinPath(working, args.text("out") ?? "."), context) : await copy(recipe, joinPath(working, args.text("out") ?? LOCAL_RECIPES), context);
}
async function pack({ program, version, folder }, out, { host, signal }) {
  const name = `${program}--${version}--recipe.tar.bz2`;
  await host.makeFolder(out);
  return await withScratch(out, host, async (scratch) => {
    const file = joinPath(scratch, name);
    const packing = { folder, top: `${program}/${version}`, file, compression: "bz2" };
    const packed = await packFolder(packing, host, signal);
    if (!packed.ok) return packed;
    await host.rename(file, joinPath(out, name));
    return ok({ program, version, place: joinPath(out, name) });
  });
}
function recipeAt(folder) {
  const [program, version] = folder.split("/").slice(-2);
  const isRecipe = openTree(folder).exists("Recipe") === "file";
  return isRecipe && program && version ? { program, version, folder } : void 0;
}
async function copy({ program, version, folder }, out, context) {
  const { host } = context;
  const place = joinPath(out, program, version);
  const got = { program, version, place };
  if (await host.realPath(folder) === await host.realPath(place)) return ok(got);
  const copied = await copyRecipe({ folder, place, changed: /* @__PURE__ */ new Map() }, context);
  return copied.ok ? ok(got) : copied;
}
function noRecipe(argument) {
  const help = "name a program, or a folder with a `Recipe` in it";
  return usage("usage/no-recipe", `\`${argument}\` is no recipe of GoboLinux`, help);
}
export {
  verb
};
