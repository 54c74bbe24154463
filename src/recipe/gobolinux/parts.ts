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
  const found = lookUpRecipe(trees, { program: name, version });
  if (found.kind === "found" || found.kind === "ambiguous") return;
  const meant = found.kind === "no-program" ? nearest(name, found.programs) : undefined;
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
