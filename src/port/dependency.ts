import type { Span } from "../report.ts";
import type { Port } from "./model.ts";
import { stemOf } from "./names.ts";
import { type Pkgpath, parsePkgpath } from "./pkgpath.ts";
import { matchesPkgspec } from "./pkgspec.ts";
import { compareVersions, type Version } from "./versions.ts";

/**
 * Another port, by `pkgspec:pkgpath`; `spec` is empty when the dependency's own default serves. A package of the same
 * port is named by its `fullpkgpath`.
 */
export type Dependency = {
  readonly spec: string;
  readonly pkgpath: string;
  /** The version that the recipe's author had: an older one serves too, and is worth a warning. */
  readonly softMinimum?: string;
  /** What is needed is no package, but the other port's folder as it is after this phase. */
  readonly until?: "patch" | "configure" | "build";
  readonly span: Span;
};

/** Something that the base itself can supply. */
export type SystemDependency =
  /** By neutral name, resolved through the providers table. */
  | {
      readonly kind: "neutral";
      readonly name: string;
      /** Where packages run alone; where they are built as well when nothing is said. */
      readonly for?: "run";
      readonly span: Span;
    }
  /** By the package manager's own names. */
  | {
      readonly kind: "native";
      readonly manager: "apt" | "apk" | "dnf";
      readonly build: readonly string[];
      readonly run: readonly string[];
      readonly span: Span;
    };

/** Package names of one neutral library or tool in one distribution family. */
export type Provider = { readonly build: readonly string[]; readonly run: readonly string[] };

/** What a finished package is known by. */
type Offered = {
  readonly fullpkgname: string;
  readonly fullpkgpath: string;
  /** The whole choice of the job that made it, pseudo-flavors included; absent where only the package itself tells. */
  readonly flavors?: readonly string[];
  /** Those of its port, chosen or not. */
  readonly pseudoFlavors?: readonly string[];
  readonly version: string;
  readonly revision?: number;
  readonly epoch?: number;
};

/** What tells whether it is meant. */
type Named = Pick<Offered, "fullpkgname" | "fullpkgpath" | "flavors" | "pseudoFlavors">;

/**
 * What a port asks of others to be built and packed, each once; and with them, what upstream's own tests need. A
 * package of the same choice of the port itself is not among them: that only orders its packages.
 */
export function foreignDependencies(
  port: Port,
  tests: "with tests" | "without tests",
): readonly Dependency[] {
  const parts = [port.depends.build];
  if (tests === "with tests") parts.push(port.depends.test);
  for (const { depends } of port.packages) parts.push(depends.lib, depends.run);
  const distinct = new Map<string, Dependency>();
  for (const part of parts)
    for (const one of part) if (!isOwn(port, one.pkgpath)) distinct.set(`${one.spec}:${one.pkgpath}`, one);
  return [...distinct.values()];
}

/** Of these, what must be there while it is built: what its packages run with need not. */
export function isForBuild({ depends, packages }: Port, dependency: Dependency): boolean {
  const all = [...depends.build, ...depends.test, ...packages.flatMap((one) => one.depends.lib)];
  return all.some((one) => isSameDependency(one, dependency));
}

/** Of these, what nothing that is built needs. */
export function isTool({ packages }: Port, dependency: Dependency): boolean {
  const kept = packages.flatMap(({ depends }) => [...depends.lib, ...depends.run]);
  return !kept.some((one) => isSameDependency(one, dependency));
}

/** Wherever the two are written. */
export function isSameDependency(one: Dependency, other: Dependency): boolean {
  return one.spec === other.spec && one.pkgpath === other.pkgpath;
}

/** Whether a pkgpath is that of the port itself, with the choice at hand. */
export function isOwn({ pkgpath, flavors }: Pick<Port, "pkgpath" | "flavors">, named: string): boolean {
  const path = named.startsWith(pkgpath) ? parsePkgpath(named) : undefined;
  if (path?.folder !== pkgpath) return false;
  const truly = flavors.chosen.filter((flavor) => flavors.available.includes(flavor));
  return path.flavors === "default" || setOf(path.flavors) === setOf(truly);
}

function setOf(flavors: readonly string[]): string {
  return [...new Set(flavors)].sort().join();
}

/**
 * The package that serves a dependency: the first of `newestFirst`. A pkgpath without a subpackage means `-main`, where
 * there is one.
 */
export function bestFor<P extends Offered>(
  packages: readonly P[],
  dependency: Pick<Dependency, "spec" | "pkgpath">,
): P | undefined {
  const found = packages.filter((one) => fulfils(one, dependency));
  if (found.length < 2) return found[0];
  const mains = found.filter(({ fullpkgpath }) => parsePkgpath(fullpkgpath)?.subpackage === "main");
  return newestFirst(mains.length > 0 ? mains : found)[0];
}

/** Newest first; of equally new ones that with the shortest name, so the fewest flavors. */
export function newestFirst<P extends Pick<Offered, "fullpkgname" | "version" | "revision" | "epoch">>(
  packages: readonly P[],
): readonly P[] {
  return [...packages].sort(
    (a, b) =>
      compareVersions(versionOf(b), versionOf(a)) ||
      a.fullpkgname.length - b.fullpkgname.length ||
      (a.fullpkgname < b.fullpkgname ? -1 : a.fullpkgname > b.fullpkgname ? 1 : 0),
  );
}

function versionOf({
  version,
  revision,
  epoch,
}: Pick<Offered, "fullpkgname" | "version" | "revision" | "epoch">): Version {
  return { upstream: version, revision, epoch };
}

/**
 * Whether a finished package is what a dependency asks for: its name by the spec, its place by the pkgpath. A port
 * that was read on its own goes by its folder's name, so the tail of a longer path is enough. Flavors that its name does
 * not tell of don't count: whatever pseudo-flavors a pkgpath names, it is the same package, as it is for OpenBSD's dpb.
 */
export function fulfils(found: Named, { spec, pkgpath }: Pick<Dependency, "spec" | "pkgpath">): boolean {
  const wanted = parsePkgpath(pkgpath);
  const place = pkgpath === found.fullpkgpath ? wanted : parsePkgpath(found.fullpkgpath);
  if (!wanted || !place) return false;
  return (
    (wanted.folder === place.folder || wanted.folder.endsWith(`/${place.folder}`)) &&
    (wanted.subpackage === undefined || wanted.subpackage === place.subpackage) &&
    (wanted.flavors === "default" || isChoice(wanted.flavors, found, place)) &&
    (spec === "" || matchesPkgspec(withStem(spec, found.fullpkgname), found.fullpkgname))
  );
}

function isChoice(wanted: readonly string[], found: Named, place: Pkgpath): boolean {
  const flavors = place.flavors === "default" ? [] : place.flavors;
  const untold = [...(found.flavors ?? []), ...(found.pseudoFlavors ?? [])];
  const told = wanted.filter((flavor) => flavors.includes(flavor) || !untold.includes(flavor));
  return setOf(told) === setOf(flavors);
}

/** `STEM->=1.2` leaves the name to the port at the pkgpath (OpenBSD's `devel/foo>=1.2`). */
function withStem(spec: string, fullpkgname: string): string {
  return spec.startsWith("STEM-") ? spec.replace("STEM", stemOf(fullpkgname)) : spec;
}
