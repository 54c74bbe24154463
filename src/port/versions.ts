/** What stands after the stem of a package name: packages-specs(7). */
export type Version = {
  /** As the author of the software wrote it. */
  readonly upstream: string;
  readonly revision: number | undefined;
  readonly epoch: number | undefined;
};

/** Takes `v1`, then `p2` from the end of `1.0p2v1`. `5.21pp0` is upstream's `5.21p`, revision 0. */
export function parseVersion(text: string): Version {
  const [, beforeEpoch = text, epoch] = /^(.*)v([0-9]+)$/.exec(text) ?? [];
  const [, upstream = beforeEpoch, revision] = /^(.*)p([0-9]+)$/.exec(beforeEpoch) ?? [];
  return { upstream, revision: numberOf(revision), epoch: numberOf(epoch) };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Negative when `a` is older. Only equal texts of upstream let the revision decide, so `1.0p3` and `1.00p2` are of
 * one age; `rc` and `pre` can't be compared and count as equal too. Zero doesn't mean the same version, then.
 */
export function compareVersions(a: Version, b: Version): number {
  return (
    (a.epoch ?? -1) - (b.epoch ?? -1) ||
    (a.upstream === b.upstream
      ? (a.revision ?? -1) - (b.revision ?? -1)
      : compareUpstream(a.upstream, b.upstream))
  );
}

type Dewey = { readonly parts: readonly string[]; readonly suffix: string; readonly suffixNumber: number };

/** `1.0rc2`: the last part may end in a word that tells how near it is to the release. */
function deweyOf(upstream: string): Dewey {
  const parts = upstream.replace(/\.+$/, "").split(".");
  const [, digits, suffix = "", number = ""] =
    /^([0-9]+)(rc|alpha|beta|pre|pl)([0-9]*)$/.exec(parts.at(-1) ?? "") ?? [];
  return {
    parts: digits === undefined ? parts : [...parts.slice(0, -1), digits],
    suffix,
    suffixNumber: Number(number),
  };
}

function compareUpstream(left: string, right: string): number {
  const [a, b] = [deweyOf(left), deweyOf(right)];
  for (const [index, part] of a.parts.entries()) {
    const other = b.parts[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return a.parts.length - b.parts.length || compareSuffixes(a, b);
}

/** Numbers as numbers, numbers with a letter by number and letter, the rest by code unit. */
function compareParts(a: string, b: string): number {
  const [, numberA, letterA = ""] = /^([0-9]+)([a-z]?)$/.exec(a) ?? [];
  const [, numberB, letterB = ""] = /^([0-9]+)([a-z]?)$/.exec(b) ?? [];
  if (numberA === undefined || numberB === undefined) return byText(a, b);
  return compareDigits(numberA, numberB) || byText(letterA, letterB);
}

/** Versions may be dates with a time, and more: beyond what a number keeps exactly. */
function compareDigits(a: string, b: string): number {
  const [shortA, shortB] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return shortA.length - shortB.length || byText(shortA, shortB);
}

const NEARNESS: Readonly<Record<string, number>> = { alpha: 0, beta: 1, rc: 2, pre: 2, "": 3, pl: 4 };

function compareSuffixes(a: Dewey, b: Dewey): number {
  return a.suffix === b.suffix
    ? a.suffixNumber - b.suffixNumber
    : (NEARNESS[a.suffix] ?? 0) - (NEARNESS[b.suffix] ?? 0);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
