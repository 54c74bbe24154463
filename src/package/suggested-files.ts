// `files:` of a port's packages, as a build that went before suggests them.

import type { ScannedEntry } from "../host/host.ts";
import type { Port } from "../port/port.ts";
import { claimants } from "./packing-list.ts";
import { shownName } from "./shown.ts";

export type SuggestedFiles = { readonly name: string; readonly patterns: readonly string[] };

/**
 * What each package has now, and what none has with the package that has most beside it. A folder that is all one
 * package's is one pattern.
 */
export function suggestFiles(
  port: Pick<Port, "packages" | "dropped">,
  entries: readonly ScannedEntry[],
): readonly SuggestedFiles[] {
  const files = entries.filter(({ status }) => status.kind !== "folder");
  const owners = new Map<string, number>();
  const strays: string[] = [];
  for (const { path } of files) {
    const [owner] = claimants(port, path);
    const index = owner === undefined ? -1 : port.packages.indexOf(owner);
    if (index !== -1) owners.set(path, index);
    else if (owner === undefined) strays.push(path);
  }
  const known = new Map(owners);
  for (const path of strays) owners.set(path, nearestOwner(path, known));
  return port.packages.map(({ name }, index) => ({ name, patterns: patternsOf(index, owners) }));
}

function nearestOwner(path: string, owners: ReadonlyMap<string, number>): number {
  for (const folder of foldersOf(path)) {
    const beside = [...owners].filter(([other]) => other.startsWith(`${folder}/`)).map(([, owner]) => owner);
    const counts = new Map(beside.map((owner) => [owner, beside.filter((one) => one === owner).length]));
    const [best] = [...counts].sort(([a, most], [b, more]) => more - most || a - b);
    if (best) return best[0];
  }
  return 0;
}

function patternsOf(owner: number, owners: ReadonlyMap<string, number>): readonly string[] {
  const patterns = new Set<string>();
  for (const [path, its] of owners) {
    if (its !== owner) continue;
    // The highest folder of which no other package has anything; the top ones are everybody's.
    const whole = foldersOf(path)
      .filter((folder) => folder.includes("/"))
      .findLast((folder) => [...owners].every(([one, of]) => of === owner || !one.startsWith(`${folder}/`)));
    const siblings = [...owners.keys()].filter((one) => whole !== undefined && one.startsWith(`${whole}/`));
    patterns.add(whole !== undefined && siblings.length > 1 ? `${shownName(whole)}/**` : shownName(path));
  }
  return [...patterns].sort();
}

/** `a/b/c` → `a/b`, `a`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
