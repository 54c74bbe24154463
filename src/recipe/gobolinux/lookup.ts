// Which Recipe a name means, as Compile finds it: by the program's folder, whatever its case, and the newest version.

import type { Tree } from "../reading.ts";
import { splitRevision } from "./provided.ts";
import { sortVersions } from "./versions.ts";

export type Lookup =
  /** In the tree of this place in the list. */
  | { readonly kind: "found"; readonly tree: number; readonly program: string; readonly version: string }
  /** `programs` are all that the trees have. */
  | { readonly kind: "no-program"; readonly programs: readonly string[] }
  /** Of the first tree that has the program, from the oldest. */
  | { readonly kind: "no-version"; readonly program: string; readonly versions: readonly string[] }
  /** They differ in their case only. */
  | { readonly kind: "ambiguous"; readonly programs: readonly string[] };

/**
 * The first tree that has the program (in that version, if one is asked for) decides. `3.6` is also served by its
 * newest revision, `3.6-r2`; without a version the newest of all is taken, or of those that are accepted.
 */
export function lookUpRecipe(trees: readonly Tree[], { program, version, accepts }: Wanted): Lookup {
  let without: Lookup | undefined;
  for (const [index, tree] of trees.entries()) {
    const names = namesFor(program, tree);
    if (names.length > 1) return { kind: "ambiguous", programs: names };
    const [name] = names;
    if (name === undefined) continue;
    const versions = versionsOf(name, tree);
    const best = bestOf(accepts ? versions.filter((one) => accepts(one)) : versions, version);
    if (best !== undefined) return { kind: "found", tree: index, program: name, version: best };
    if (versions.length > 0) without ??= { kind: "no-version", program: name, versions };
  }
  return without ?? { kind: "no-program", programs: trees.flatMap((tree) => tree.list("")) };
}

type Wanted = {
  readonly program: string;
  readonly version: string | undefined;
  /** By the name of the version's folder. */
  readonly accepts?: (version: string) => boolean;
};

/** The very name, or those that differ in case. */
function namesFor(program: string, tree: Tree): readonly string[] {
  const names = tree.list("").filter((name) => name.toLowerCase() === program.toLowerCase());
  return names.includes(program) ? [program] : names;
}

/** Folders with a Recipe, from the oldest. */
function versionsOf(program: string, tree: Tree): readonly string[] {
  const folders = tree.list(program).filter((name) => tree.exists(`${program}/${name}/Recipe`) === "file");
  return sortVersions(folders);
}

function bestOf(versions: readonly string[], wanted: string | undefined): string | undefined {
  if (wanted === undefined || versions.includes(wanted)) return wanted ?? versions.at(-1);
  return versions.filter((one) => splitRevision(one).version === wanted).at(-1);
}
