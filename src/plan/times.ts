import type { Node, Offer } from "./offers.ts";
import { earlierRows, type Release } from "./verdict.ts";

/** What a build is taken to last while nothing at all was recorded. */
const UNKNOWN_MS = 5 * 60_000;

/** How long each job lasted when it was built before; the median of all for those that never were. */
export function expectedTimes(
  owned: ReadonlyMap<Node, readonly Offer[]>,
  release: Release,
): ReadonlyMap<Node, number> {
  const elsewhere = new Map(release.rows.map(({ fullpkgpath, buildTimeMs }) => [fullpkgpath, buildTimeMs]));
  const middle = median(release.rows.map(({ buildTimeMs }) => buildTimeMs)) ?? UNKNOWN_MS;
  return new Map(
    [...owned].map(([node, offers]) => {
      const [row] = earlierRows(node, offers, release);
      // On another base or architecture, it is still the same work.
      const other = offers
        .map(({ fullpkgpath }) => elsewhere.get(fullpkgpath))
        .find((ms) => ms !== undefined);
      return [node, row?.buildTimeMs ?? other ?? middle];
    }),
  );
}

function median(times: readonly number[]): number | undefined {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
