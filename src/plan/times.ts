import type { Node, Offer } from "./offers.ts";
import { earlierRows, type Release } from "./verdict.ts";

/** What a build is taken to last while nothing at all was recorded. */
const UNKNOWN_MS = 5 * 60_000;

/** How long each job lasted when it was built before; the median of all for those that never were. */
export function expectedTimes(
  owned: ReadonlyMap<Node, readonly Offer[]>,
  release: Release,
): ReadonlyMap<Node, number> {
  const known = new Map<Node, number>();
  const left: (readonly [Node, readonly Offer[]])[] = [];
  for (const [node, offers] of owned) {
    const [row] = earlierRows(node, offers, release);
    if (row) known.set(node, row.buildTimeMs);
    else left.push([node, offers]);
  }
  if (left.length === 0) return known;
  // On another base or architecture, it is still the same work.
  const elsewhere = new Map(release.rows.map(({ fullpkgpath, buildTimeMs }) => [fullpkgpath, buildTimeMs]));
  const middle = median(release.rows.map(({ buildTimeMs }) => buildTimeMs)) ?? UNKNOWN_MS;
  for (const [node, offers] of left) {
    const other = offers.map(({ fullpkgpath }) => elsewhere.get(fullpkgpath)).find((ms) => ms !== undefined);
    known.set(node, other ?? middle);
  }
  return known;
}

function median(times: readonly number[]): number | undefined {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
