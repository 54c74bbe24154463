// What lies in the buildbox of a job.

import { isOwn, isSameDependency, type Package } from "../port/port.ts";
import { fileKey, type Offer, offerOfRow } from "./offers.ts";
import type { Links } from "./resolve.ts";

export type Shelf = {
  readonly links: Links;
  /** Packages of the plan, by what their file names are made of. */
  readonly planned: ReadonlyMap<string, Offer>;
  /** Rows of the release, by content digest. */
  readonly released: ReadonlyMap<string, Package>;
};

export function shelfOf(links: Links, planned: readonly Offer[], release: readonly Package[]): Shelf {
  const byKey = new Map<string, Offer>();
  for (const offer of planned) if (offer.from.kind === "planned") byKey.set(offer.key, offer);
  const released = new Map<string, Package>();
  for (const row of release) released.set(row.contentDigest, row);
  return { links, planned: byKey, released };
}

/** `first`, and what these need to run, in turn. */
export function withNeeds(first: readonly Offer[], shelf: Shelf): readonly Offer[] {
  // A row of the release may come as several offers; a package of the plan is one.
  const found = new Map<Offer | Package, Offer>();
  const queue = [...first];
  for (let offer = queue.pop(); offer; offer = queue.pop()) {
    const key = offer.from.kind === "planned" ? offer : offer.from.row;
    if (found.has(key)) continue;
    found.set(key, offer);
    queue.push(...runNeeds(offer, shelf));
  }
  return [...found.values()];
}

function runNeeds({ from }: Offer, { links, planned, released }: Shelf): readonly Offer[] {
  if (from.kind === "released") {
    return from.row.depends.flatMap(({ contentDigest }) => {
      const row = released.get(contentDigest ?? "");
      return row ? [offerOfRow(row)] : [];
    });
  }
  const { node, subpackage } = from;
  const { lib, run } = subpackage.depends;
  if (lib.length + run.length === 0) return [];
  const linked = links.get(node) ?? [];
  return [...lib, ...run].flatMap((dependency) => {
    if (!isOwn(node.port, dependency.pkgpath)) {
      return linked.find((one) => isSameDependency(one.dependency, dependency))?.offer ?? [];
    }
    const sibling = node.port.packages.find(({ fullpkgpath }) => fullpkgpath === dependency.pkgpath);
    return (sibling && planned.get(fileKey(node, sibling.fullpkgname))) ?? [];
  });
}
