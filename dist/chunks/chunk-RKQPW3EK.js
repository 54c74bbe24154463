import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  locate
} from "./chunk-3RF2CHTB.js";
import {
  readPort
} from "./chunk-VIWBSZHV.js";
import {
  fileDigest,
  packFolder
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  diagnosticJson,
  ok,
  openTree,
  renderDiagnostic,
  withScratch
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/recipe-store.ts
var verb = {
  usage: "recipe-store PATHS… [--store DIR]",
  options: { store: { type: "string", help: "where they go; default: Store" } },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const { host } = context;
    const store = joinPath(host.folders.working, args.text("store") ?? "Store");
    const folders = [];
    const diagnostics = [];
    for (const argument of args.positionals) {
      const located = await locate(argument, host);
      const found = located ? recipesBelow(joinPath(located.folder, located.request.folder)) : [];
      if (found.length === 0) diagnostics.push(noRecipes(argument));
      folders.push(...found);
    }
    if (diagnostics.length > 0) return { diagnostics };
    const stored = [];
    for (const folder of [...new Set(folders)].sort()) {
      const one = await storeRecipe({ folder, store }, context);
      if (one.ok) stored.push(one.value);
      else diagnostics.push(...one.error);
    }
    const shown = (file) => shownPath(file, host.folders.working);
    const lines = stored.map(({ file, problems }) => `${shown(file)}  ${countOf(problems)}
`);
    return {
      diagnostics: [...diagnostics, ...stored.flatMap(({ problems }) => problems)],
      text: lines.join(""),
      json: { store, recipes: stored.map((one) => ({ ...one, problems: one.problems.map(diagnosticJson) })) }
    };
  }
};
async function storeRecipe({ folder, store }, { host, signal }) {
  const [program = "", version = ""] = folder.split("/").slice(-2);
  const name = `${program}--${version}`;
  await host.makeFolder(store);
  const problems = problemsOf(folder);
  return await withScratch(store, host, async (scratch) => {
    const packed = joinPath(scratch, "recipe");
    const packing = { folder, top: `${program}/${version}`, file: packed, compression: "bz2" };
    const written = await packFolder(packing, host, signal);
    if (!written.ok) return written;
    const file = joinPath(store, `${name}--recipe.tar.bz2`);
    const sha256 = await fileDigest(packed, host, signal) ?? "";
    await host.rename(packed, file);
    const report = reportOf({ program, version, file, sha256, problems });
    await host.writeFile(joinPath(store, `${name}--report.txt`), report);
    await writeList(store, { host });
    return ok({ program, version, file, sha256, problems });
  });
}
function recipesBelow(folder) {
  const tree = openTree(folder);
  if (tree.exists("Recipe") === "file") return [folder];
  const below = (path, depth) => tree.list(path).flatMap((name) => {
    const inner = path === "" ? name : `${path}/${name}`;
    if (tree.exists(inner) !== "folder") return [];
    if (tree.exists(`${inner}/Recipe`) === "file") return [inner];
    return depth > 1 ? below(inner, depth - 1) : [];
  });
  return below("", 2).map((inner) => joinPath(folder, inner));
}
function problemsOf(folder) {
  const [program = "", version = ""] = folder.split("/").slice(-2);
  const reading = readPort(openTree(joinPath(folder, "../..")), {
    folder: `${program}/${version}`,
    treeName: ".",
    pkgpath: program,
    flavors: "default"
  });
  return reading.ok ? reading.value.warnings : reading.error;
}
function reportOf({ program, version, sha256, problems }) {
  const lines = [
    `${program} ${version}`,
    `SHA256 (${program}--${version}--recipe.tar.bz2) = ${sha256}`,
    "",
    problems.length === 0 ? "no problems\n" : problems.map((one) => renderDiagnostic(one, "never")).join("")
  ];
  return lines.join("\n");
}
async function writeList(store, { host }) {
  const names = (await host.list(store) ?? []).filter((name) => name.endsWith("--recipe.tar.bz2"));
  await host.writeFile(joinPath(store, "RecipeList"), names.map((name) => `${name}
`).join(""));
}
function countOf(problems) {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return "no problems";
  return `${errors} error${errors === 1 ? "" : "s"}, ${warnings} warning${warnings === 1 ? "" : "s"}`;
}
function noRecipes(argument) {
  const help = "name recipes of GoboLinux, programs, or folders of them";
  return usage("usage/no-recipe", `there is no Recipe in \`${argument}\``, help);
}

export {
  verb,
  storeRecipe
};
