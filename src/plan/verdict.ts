import { type Ingredients, type Package, packageName, stemOf } from "../port/port.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { fileKey, type Node, type Offer, placeOf } from "./offers.ts";

/** The packages of a release, found by what a job would make. */
export type Release = {
  readonly rows: readonly Package[];
  readonly byFile: ReadonlyMap<string, Package>;
  /** By pkgpath, flavors and place, whatever the version. */
  readonly byPath: ReadonlyMap<string, Package>;
};

export function releaseOfRows(rows: readonly Package[]): Release {
  const byFile = new Map<string, Package>();
  const byPath = new Map<string, Package>();
  for (const row of rows) {
    const place = placeOf(row);
    byFile.set(fileKey({ place }, row.fullpkgname), row);
    byPath.set(fileKey({ place }, row.fullpkgpath), row);
  }
  return { rows, byFile, byPath };
}

/** The row of a package that is in the release with this very fingerprint. */
export function freshRow(
  { key }: Offer,
  { release, fingerprint }: { readonly release: Release; readonly fingerprint: string },
): Package | undefined {
  const row = release.byFile.get(key);
  return row?.fingerprint === fingerprint ? row : undefined;
}

/** What the release has of a job, in whatever version. */
export function earlierRows(node: Node, owned: readonly Offer[], release: Release): readonly Package[] {
  return owned.flatMap(({ fullpkgpath }) => release.byPath.get(fileKey(node, fullpkgpath)) ?? []);
}

/** Why a job has to run, for a person. */
export function reasonFor(
  node: Node,
  made: Fingerprint,
  { owned, release }: { readonly owned: readonly Offer[]; readonly release: Release },
): string {
  if (owned.length === 0) return COMPARED;
  const [row] = earlierRows(node, owned, release);
  if (!row) return "new";
  const reasons = changes(node, made.ingredients, row);
  if (reasons.length > 0) return reasons.join("; ");
  const missing = owned.filter((offer) => !freshRow(offer, { release, fingerprint: made.fingerprint }));
  if (missing.length === 0) return COMPARED;
  return `not in the release: ${missing.map(({ fullpkgname }) => fullpkgname).join(", ")}`;
}

/** Of jobs that come out the same, or the run fails: what only a pseudo-flavor tells apart. */
const COMPARED = "to be compared with another choice of flavors";

function changes({ job, port }: Node, now: Ingredients, row: Package): readonly string[] {
  const before = row.ingredients;
  const mine = port.packages.find(({ fullpkgpath }) => fullpkgpath === row.fullpkgpath);
  const versions = [
    versionOf(row),
    mine ? mine.fullpkgname.slice(stemOf(mine.fullpkgname).length + 1).split("-")[0] : undefined,
  ];
  const recipe =
    versions[1] !== undefined && versions[0] !== versions[1]
      ? `recipe changed: version ${versions[0]} → ${versions[1]}`
      : now.port !== before.port
        ? "recipe changed"
        : now.distfiles !== before.distfiles
          ? "sources changed"
          : now.patches !== before.patches
            ? "patches changed"
            : now.folder !== before.folder
              ? "files of the port changed"
              : undefined;
  return [
    ...(recipe === undefined ? [] : [recipe]),
    ...(row.baseDigest === job.base.digest ? [] : ["base digest changed"]),
    ...changedDependencies(before, now),
    ...(now.options === before.options ? [] : ["configure options changed"]),
    ...(row.prefix === job.prefix ? [] : [`prefix changed: ${row.prefix} → ${job.prefix}`]),
    ...(now.generation === before.generation ? [] : ["tarwright builds it differently now"]),
  ];
}

/** Without its stem: what a name says of version, revision and epoch. */
function versionOf(row: Package): string {
  return packageName({ ...row, name: "" }).slice(1);
}

/** By stem: a new version of the same dependency is a change, not another one. */
function changedDependencies(before: Ingredients, now: Ingredients): readonly string[] {
  if (before.dependencies.length + now.dependencies.length === 0) return [];
  const [old, current] = [byStem(before), byStem(now)];
  const changed: string[] = [];
  for (const [stem, packages] of current) {
    if (!old.has(stem)) changed.push(`dependency ${stem} added`);
    else if (old.get(stem) !== packages) changed.push(`dependency ${stem} changed`);
  }
  for (const stem of old.keys()) if (!current.has(stem)) changed.push(`dependency ${stem} gone`);
  return changed.sort();
}

function byStem({ dependencies }: Ingredients): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { fullpkgname, fingerprint } of dependencies) {
    const stem = stemOf(fullpkgname);
    found.set(stem, `${found.get(stem) ?? ""}${fullpkgname} ${fingerprint}\n`);
  }
  return found;
}
