// Whether recipes that a Recipe names are there: the parts of a meta recipe, and the program that it is a part of.

import { type Located, nearest, quoted, type Span } from "../../report.ts";
import type { PortRequest, Tree } from "../reading.ts";
import { lookUpRecipe } from "./lookup.ts";
import type { RecipePlace } from "./place.ts";
import type { Settings } from "./settings.ts";

type Named = { readonly name: string; readonly version?: string; readonly span: Span };

export type Parts = { readonly members: readonly Named[]; readonly partOf: Located<string> | undefined };

/** The trees in which Compile would look; none when only the recipe's own folder is at hand. */
export function treesAround(
  { program, version }: RecipePlace,
  tree: Tree,
  { folder, recipeTrees = [] }: PortRequest,
): readonly Tree[] {
  return folder === `${program}/${version}` ? [tree, ...recipeTrees] : recipeTrees;
}

/** Warnings only: Compile installs a part without its whole, and the rest of a meta recipe stays right. */
export function checkParts({ members, partOf }: Parts, trees: readonly Tree[], settings: Settings): void {
  if (trees.length === 0) return;
  for (const member of members) checkNamed(member, trees, settings);
  if (partOf) checkNamed({ name: partOf.value, span: partOf.span }, trees, settings);
}

function checkNamed({ name, version, span }: Named, trees: readonly Tree[], { report }: Settings): void {
  const path = version === undefined ? name : `${name}/${version}/Recipe`;
  // Mostly so, and cheaper than a look at all names.
  if (trees.some((tree) => tree.exists(path) !== "nothing")) return;
  const { found, meant } = lookUpOnce(trees, { program: name, version });
  if (found.kind === "found" || found.kind === "ambiguous") return;
  report({
    severity: "warning",
    code: "gobo/part",
    message:
      found.kind === "no-version"
        ? `\`${found.program}\` has no version ${quoted(version ?? "")} among these recipes`
        : `there is no recipe of ${quoted(name)} among these`,
    span,
    help:
      found.kind === "no-version"
        ? `choose from ${found.versions.slice(-SHOWN_VERSIONS).join(", ")}`
        : meant
          ? `did you mean \`${meant}\`?`
          : "name the folder that has it with `--recipes`, too",
  });
}

const SHOWN_VERSIONS = 12;

type Wanted = Parameters<typeof lookUpRecipe>[1];
type LookedUp = { readonly found: ReturnType<typeof lookUpRecipe>; readonly meant: string | undefined };

/** By the first of the trees: hundreds of recipes of one tree name the same absent part. */
const LOOKED_UP = new WeakMap<Tree, Map<string, LookedUp>>();

function lookUpOnce(trees: readonly Tree[], wanted: Wanted): LookedUp {
  const [first] = trees;
  if (!first) throw new Error("a part is looked up in no tree at all");
  const known = LOOKED_UP.get(first) ?? new Map<string, LookedUp>();
  LOOKED_UP.set(first, known);
  const key = `${trees.length} ${wanted.program} ${wanted.version ?? ""}`;
  const before = known.get(key);
  if (before) return before;
  const found = lookUpRecipe(trees, wanted);
  const meant = found.kind === "no-program" ? nearest(wanted.program, found.programs) : undefined;
  known.set(key, { found, meant });
  return { found, meant };
}
