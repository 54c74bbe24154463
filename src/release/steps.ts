// What to do next so that a release becomes what it should be. Pure: the same sight gives the same steps, whoever left
// the release as it is.

import { isWaitingName, type SeenAsset, type WantedFile, waitingName } from "./files.ts";

export type Step =
  | { readonly kind: "remove"; readonly asset: SeenAsset }
  | { readonly kind: "upload"; readonly file: WantedFile; readonly as: string }
  /** The waiting asset takes its name, from another one if there is one. */
  | {
      readonly kind: "place";
      readonly asset: SeenAsset;
      readonly as: string;
      readonly instead: SeenAsset | undefined;
    };

export type Next =
  /** In any order; what comes after them depends on how they end. */
  | { readonly kind: "steps"; readonly steps: readonly Step[] }
  /** Everything is there. `leftovers` are of no use to anybody. */
  | { readonly kind: "whole" }
  /** Kept files that are not there, or not what was signed. */
  | { readonly kind: "lost"; readonly names: readonly string[] };

/**
 * `open`: nobody reads the release yet and nothing in it is signed, so files go to their names. `watched`: readers have
 * its signed list, or may get it at any moment. Then what replaces something waits beside it, the list that vouches for
 * all of it comes last, and only then the old list goes, the files take their names, and the new list its own: at no
 * time is there a list that names a file which is not there, and the time without one is that of a few renamings.
 * The waiting list is also the memory of a run that was killed in between.
 */
export type Audience = "open" | "watched";

export function nextSteps(
  wanted: readonly WantedFile[],
  seen: readonly SeenAsset[],
  audience: Audience,
): Next {
  const sight = sightOf(seen);
  const [signature, ...others] = [...wanted].sort((a, b) => rank(b) - rank(a));
  if (signature?.role !== "signature") throw new Error("a release without a signature");
  const broken = seen.filter(({ state }) => state === "starter");
  const lost = others.filter((file) => file.content === "kept" && !sight.has(file)).map(({ name }) => name);
  // Before anything is changed.
  if (lost.length > 0) return { kind: "lost", names: lost };
  const batches = [
    () => broken.map(removal),
    () => uploads(others, sight, audience),
    () => uploads([signature], sight, audience),
    () => withdrawal(signature, { others, sight }),
    () => placements(others, sight),
    () => placements([signature], sight),
    () => seen.filter(({ name }) => isWaitingName(name)).map(removal),
  ];
  for (const batch of batches) {
    const steps = batch();
    if (steps.length > 0) return { kind: "steps", steps };
  }
  return { kind: "whole" };
}

function rank({ role }: WantedFile): number {
  return { payload: 0, listing: 1, signature: 2 }[role];
}

function removal(asset: SeenAsset): Step {
  return { kind: "remove", asset };
}

type Sight = {
  readonly at: (name: string) => SeenAsset | undefined;
  /** Under its own name. */
  readonly isPlaced: (file: WantedFile) => boolean;
  /** Under its waiting name. */
  readonly waiting: (file: WantedFile) => SeenAsset | undefined;
  readonly has: (file: WantedFile) => boolean;
};

function sightOf(seen: readonly SeenAsset[]): Sight {
  const byName = new Map(seen.map((asset) => [asset.name, asset]));
  const fits = (name: string, { sha256 }: WantedFile) => {
    const asset = byName.get(name);
    return asset?.state === "uploaded" && asset.sha256 === sha256 ? asset : undefined;
  };
  const isPlaced = (file: WantedFile) => fits(file.name, file) !== undefined;
  const waiting = (file: WantedFile) => fits(waitingName(file), file);
  return {
    at: (name) => byName.get(name),
    isPlaced,
    waiting,
    has: (file) => isPlaced(file) || waiting(file) !== undefined,
  };
}

/** What is in the way at the very place goes first: an upload that was cut off, or the wrong file of an open release. */
function uploads(files: readonly WantedFile[], sight: Sight, audience: Audience): readonly Step[] {
  return files
    .filter((file) => !sight.has(file))
    .map((file): Step => {
      const waits = audience === "watched" && (file.role !== "payload" || sight.at(file.name) !== undefined);
      const as = waits ? waitingName(file) : file.name;
      const inTheWay = sight.at(as);
      return inTheWay ? removal(inTheWay) : { kind: "upload", file, as };
    });
}

/** Before a file takes its name, no list may name it: the old list goes, the right one steps aside. */
function withdrawal(
  signature: WantedFile,
  { others, sight }: { readonly others: readonly WantedFile[]; readonly sight: Sight },
): readonly Step[] {
  const current = sight.at(signature.name);
  if (!current) return [];
  if (!sight.isPlaced(signature)) return [removal(current)];
  if (placements(others, sight).length === 0) return [];
  const as = waitingName(signature);
  return [{ kind: "place", asset: current, as, instead: sight.at(as) }];
}

function placements(files: readonly WantedFile[], sight: Sight): readonly Step[] {
  return files.flatMap((file): readonly Step[] => {
    const asset = sight.waiting(file);
    if (!asset || sight.isPlaced(file)) return [];
    return [{ kind: "place", asset, as: file.name, instead: sight.at(file.name) }];
  });
}
