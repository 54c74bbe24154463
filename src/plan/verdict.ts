import { type Ingredients, type Package, type Port, packageName, stemOf } from "../port/port.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { fileKey, type Node, type Offer, placeOf } from "./offers.ts";

/** The packages of a release, found by what a job would make. */
export type Release = {
  readonly rows: readonly Package[];
  readonly byFile: ReadonlyMap<string, Package>;
  /** By place, and by pkgpath and flavors, whatever the version. */
  readonly byPath: ReadonlyMap<string, ReadonlyMap<string, Package>>;
};

export function releaseOfRows(rows: readonly Package[]): Release {
  const byFile = new Map<string, Package>();
  const byPath = new Map<string, Map<string, Package>>();
  for (const row of rows) {
    const place = placeOf(row);
    byFile.set(fileKey({ place }, row.fullpkgname), row);
    const there = byPath.get(place) ?? new Map<string, Package>();
    byPath.set(place, there.set(row.fullpkgpath, row));
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
  const there = release.byPath.get(node.place);
  return there ? owned.flatMap(({ fullpkgpath }) => there.get(fullpkgpath) ?? []) : [];
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
  const recipe = recipeChange(port, now, row);
  const changed = recipe === undefined ? [] : [recipe];
  if (row.baseDigest !== job.base.digest) changed.push("base digest changed");
  changed.push(...changedDependencies(before, now));
  if (now.options !== before.options) changed.push("configure options changed");
  if (row.prefix !== job.prefix) changed.push(`prefix changed: ${row.prefix} → ${job.prefix}`);
  if (now.generation !== before.generation) changed.push("tarwright builds it differently now");
  return changed;
}

/** The first of what is there of a recipe that differs. */
function recipeChange({ packages }: Port, now: Ingredients, row: Package): string | undefined {
  const before = row.ingredients;
  const mine = packages.find(({ fullpkgpath }) => fullpkgpath === row.fullpkgpath);
  const version = mine?.fullpkgname.slice(stemOf(mine.fullpkgname).length + 1).split("-")[0];
  const earlier = versionOf(row);
  if (version !== undefined && version !== earlier) return `recipe changed: version ${earlier} → ${version}`;
  if (now.port !== before.port) return "recipe changed";
  if (now.distfiles !== before.distfiles) return "sources changed";
  if (now.patches !== before.patches) return "patches changed";
  return now.folder === before.folder ? undefined : "files of the port changed";
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
