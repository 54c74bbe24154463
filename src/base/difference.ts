// What one base has and another has not, for those who move to it, or whose packages shall run on both.

import type { LibrarySet } from "../package/package.ts";
import { ok, type Result } from "../report.ts";
import { openWorkbox } from "./box.ts";
import type { Ground, Workshop } from "./ground.ts";
import { listPackages } from "./installed.ts";
import { runLibraries } from "./libraries.ts";
import { type BaseRequest, openBase } from "./open.ts";

/** What runs on a base finds there. */
export type BaseContents = {
  /** Name → version. */
  readonly packages: ReadonlyMap<string, string>;
  readonly libraries: LibrarySet["libraries"];
};

/** From one base to another; everything sorted by name. */
export type BaseDifference = {
  readonly packages: {
    readonly removed: readonly { readonly name: string; readonly version: string }[];
    readonly added: readonly { readonly name: string; readonly version: string }[];
    readonly changed: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  };
  /** By soname; `changed` are those that define other symbol versions. */
  readonly libraries: {
    readonly removed: readonly string[];
    readonly added: readonly string[];
    readonly changed: readonly {
      readonly soname: string;
      readonly removed: readonly string[];
      readonly added: readonly string[];
    }[];
  };
};

/** Compares the run images: what a package meets, not what it is built with. */
export async function diffBases(
  [from, to]: readonly [BaseRequest, BaseRequest],
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<BaseDifference>> {
  const before = await contentsOf(from, workshop, signal);
  if (!before.ok) return before;
  const after = await contentsOf(to, workshop, signal);
  return after.ok ? ok(differenceOf(before.value, after.value)) : after;
}

async function contentsOf(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<BaseContents>> {
  const ground = await openBase(request, workshop, signal);
  if (!ground.ok) return ground;
  const libraries = await runLibraries(ground.value, [], workshop, signal);
  if (!libraries.ok) return libraries;
  const packages = await packagesOf(ground.value, workshop, signal);
  return packages.ok ? ok({ packages: packages.value, libraries: libraries.value.libraries }) : packages;
}

async function packagesOf(
  { engine, run, base }: Ground,
  { host }: Workshop,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>>> {
  const what = `the packages of ${base.name}`;
  const opened = await openWorkbox(engine, { root: run, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  return await listPackages(box, { what, host }, signal);
}

export function differenceOf(from: BaseContents, to: BaseContents): BaseDifference {
  const before = versionsBySoname(from.libraries);
  const after = versionsBySoname(to.libraries);
  const names = [...new Set([...from.packages.keys(), ...to.packages.keys()])].sort();
  return {
    packages: {
      removed: only(from.packages, to.packages).map(([name, version]) => ({ name, version })),
      added: only(to.packages, from.packages).map(([name, version]) => ({ name, version })),
      changed: names.flatMap((name) => {
        const [old, now] = [from.packages.get(name), to.packages.get(name)];
        return old === undefined || now === undefined || old === now ? [] : [{ name, from: old, to: now }];
      }),
    },
    libraries: {
      removed: only(before, after).map(([soname]) => soname),
      added: only(after, before).map(([soname]) => soname),
      changed: [...before].sort(byName).flatMap(([soname, versions]) => {
        const now = after.get(soname);
        if (!now) return [];
        const removed = [...versions].filter((version) => !now.has(version)).sort();
        const added = [...now].filter((version) => !versions.has(version)).sort();
        return removed.length + added.length === 0 ? [] : [{ soname, removed, added }];
      }),
    },
  };
}

function only<T>(these: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): readonly [string, T][] {
  return [...these].filter(([name]) => !others.has(name)).sort(byName);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Of a library that is there more than once (for 32 bits, too) all versions. */
function versionsBySoname(libraries: BaseContents["libraries"]): ReadonlyMap<string, ReadonlySet<string>> {
  const versions = new Map<string, Set<string>>();
  for (const { soname, path, versions: defined } of libraries) {
    const name = soname ?? path.slice(path.lastIndexOf("/") + 1);
    versions.set(name, new Set([...(versions.get(name) ?? []), ...defined]));
  }
  return versions;
}
