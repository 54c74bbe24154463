import type { Package } from "../port/port.ts";

/** A package, and the one that it may come after. */
export type Comparison = {
  readonly made: Package;
  readonly released: Package;
  /** SONAMEs that were provided and no longer are, and the other way round; sorted. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
};

/**
 * Holds packages against those of a release: the same subpackage with the same true flavors and layout for the same
 * architecture, on the same base or else on the newest of the same kind. New packages are left out.
 */
export function compareRows(made: readonly Package[], released: readonly Package[]): readonly Comparison[] {
  const groups = new Map<string, Package[]>();
  for (const row of released) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return made.flatMap((row) => {
    const [before] = [...(groups.get(keyOf(row)) ?? [])].sort(
      (a, b) => likeness(b, row) - likeness(a, row) || (a.base < b.base ? 1 : -1),
    );
    if (!before || before.contentDigest === row.contentDigest) return [];
    const [old, now] = [sonamesOf(before), sonamesOf(row)];
    return [
      {
        made: row,
        released: before,
        gone: old.filter((name) => !now.includes(name)),
        come: now.filter((name) => !old.includes(name)),
      },
    ];
  });
}

/** The flavors that count are in the path. */
function keyOf({ fullpkgpath, arch, layout }: Package): string {
  return JSON.stringify([fullpkgpath, arch, layout]);
}

/** 2: the same base. 1: another of its kind, as `debian-11` is of `debian-12`. */
function likeness({ base }: Package, { base: wanted }: Package): number {
  const kind = (name: string) => name.replace(/-[^-]*$/, "");
  return base === wanted ? 2 : kind(base) === kind(wanted) ? 1 : 0;
}

function sonamesOf({ libraries }: Package): readonly string[] {
  return [...new Set(libraries.provided.flatMap(({ soname }) => soname ?? []))].sort();
}
