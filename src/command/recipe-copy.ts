// A recipe's folder, brought to another place as a whole or not at all.

import { type HostPath, joinPath, shownPath, withScratch } from "../host/host.ts";
import { packFolder, unpackForeign } from "../package/package.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type Context, usage } from "./verb.ts";

export type RecipeCopy = {
  readonly folder: HostPath;
  /** What is at it already stays, and is told. */
  readonly place: HostPath;
  /** Path below it → text: files that are other ones there. */
  readonly changed: ReadonlyMap<string, string>;
};

/** By way of an archive: what can't be packed is no recipe to hand on either. */
export async function copyRecipe(
  { folder, place, changed }: RecipeCopy,
  { host, signal }: Pick<Context, "host" | "signal">,
): Promise<Result<HostPath>> {
  if (await host.status(place)) return wrong(there(shownPath(place, host.folders.working)));
  const above = joinPath(place, "..");
  await host.makeFolder(above);
  return await withScratch(above, host, async (scratch) => {
    const [archive, tree] = [joinPath(scratch, "recipe.tar.gz"), joinPath(scratch, "tree")];
    const packing = { folder, top: "recipe", file: archive, compression: "gz" } as const;
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

const MOST_BYTES = Number.MAX_SAFE_INTEGER;

function there(place: string): Diagnostic {
  return usage(
    "usage/recipe-there",
    `\`${place}\` is there already`,
    "remove it first, or choose another `--out`",
  );
}
