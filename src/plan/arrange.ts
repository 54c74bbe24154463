// Who makes what, and who takes it from whom.

import type { Package } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import { type Node, type Offer, Offers, offerOfRow, placeOf } from "./offers.ts";
import { orderOf } from "./order.ts";
import { type Ownership, ownersOf } from "./owners.ts";
import { type Known, type Resolution, relink, resolve } from "./resolve.ts";

export type Arrangement = Resolution &
  Pick<Ownership, "owned" | "makers"> & {
    /** Dependencies first; only jobs that have something to make, or to prove. */
    readonly order: readonly Node[];
    /** What is told of each that stands in one. */
    readonly circles: ReadonlyMap<Node, Diagnostic>;
    /** Of packages that two ports make. */
    readonly clashes: readonly Diagnostic[];
  };

export type Ground = Known & {
  /** What each node could make. */
  readonly offers: ReadonlyMap<Node, readonly Offer[]>;
  /** Rows of releases whose signatures were verified. */
  readonly release: readonly Package[];
};

/** As far as it can be had: where something lacks or goes round, nobody owns anything yet. */
export function arrange(nodes: readonly Node[], ground: Ground): Arrangement {
  const { offers } = ground;
  const first = resolve(nodes, offersFrom(nodes, ground), ground);
  const { order, circles } = orderOf(nodes, first.links);
  if (first.lacking.size > 0 || circles.size > 0)
    return { ...first, order, circles, owned: new Map(), makers: new Map(), clashes: [] };
  const { owned, makers, owners, diagnostics: clashes } = ownersOf(order, offers);
  const left = order.filter((node) => owned.has(node));
  return {
    ...relink(left, { links: first.links, owners }, ground),
    order: left,
    circles,
    owned,
    makers,
    clashes,
  };
}

/** Of ports that are read here, what the release has is history: they are built, or found fresh. */
function offersFrom(nodes: readonly Node[], { offers, release, candidates }: Ground): Offers {
  const all = new Offers();
  for (const node of nodes) for (const offer of offers.get(node) ?? []) all.add(node.place, offer);
  const known = new Set(candidates.map(({ pkgpath }) => pkgpath));
  for (const row of release) {
    if (!known.has(row.fullpkgpath.replace(/,.*/s, ""))) all.add(placeOf(row), offerOfRow(row));
  }
  return all;
}
