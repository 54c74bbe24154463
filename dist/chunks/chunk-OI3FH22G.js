import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  packFolder,
  unpackForeign
} from "./chunk-G3IN5NY2.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/recipe-copy.ts
async function copyRecipe({ folder, place, changed }, { host, signal }) {
  if (await host.status(place)) return wrong(there(shownPath(place, host.folders.working)));
  const above = joinPath(place, "..");
  await host.makeFolder(above);
  return await withScratch(above, host, async (scratch) => {
    const [archive, tree] = [joinPath(scratch, "recipe.tar.gz"), joinPath(scratch, "tree")];
    const packing = { folder, top: "recipe", file: archive, compression: "gz" };
    const packed = await packFolder(packing, host, signal);
    if (!packed.ok) return packed;
    await host.makeFolder(tree);
    const unpacked = await unpackForeign({ archive, folder: tree, mostBytes: MOST_BYTES }, host, signal);
    if (unpacked.kind !== "unpacked") throw new Error("what was packed here can't be unpacked");
    for (const [path, text] of changed) await host.writeFile(joinPath(tree, "recipe", path), text);
    await host.rename(joinPath(tree, "recipe"), place);
    return ok(place);
  });
}
var MOST_BYTES = Number.MAX_SAFE_INTEGER;
function there(place) {
  return usage(
    "usage/recipe-there",
    `\`${place}\` is there already`,
    "remove it first, or choose another `--out`"
  );
}

export {
  copyRecipe
};
