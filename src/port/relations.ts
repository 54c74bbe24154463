// Which packages can't stand side by side, and which one takes another's place: packages-specs(7), pkg_add(1).

import { parsePkgpath } from "./pkgpath.ts";
import { matchesPkgspec } from "./pkgspec.ts";
import { compareVersions, parseVersion, type Version } from "./versions.ts";

/** What a package says of others, beyond what its name says. */
export type Relations = {
  /** pkgspecs of packages that it can't stand beside (`@conflict`). */
  readonly conflicts: readonly string[];
  /** `stem`: of one stem only one package is installed. `name`: several versions may be (`@option no-default-conflict`). */
  readonly excludes: "stem" | "name";
  /** `fullpkgpath`s under which it was built before (`@pkgpath`). */
  readonly formerPaths: readonly string[];
};

/** A package as others see it; one without relations says nothing but its name and place. */
export type Related = {
  readonly fullpkgname: string;
  readonly fullpkgpath: string;
  readonly relations?: Relations;
};

/**
 * The pkgspec by which `a` and `b` can't stand side by side, whichever of the two says so; undefined when they can.
 * A package and itself conflict: it is replaced, not installed twice.
 */
export function conflictBetween(a: Related, b: Related): string | undefined {
  return (
    conflictSet(a).find((spec) => accepts(spec, b.fullpkgname)) ??
    conflictSet(b).find((spec) => accepts(spec, a.fullpkgname))
  );
}

function conflictSet({ fullpkgname, relations }: Related): readonly string[] {
  const own = relations?.excludes === "name" ? fullpkgname : `${splitName(fullpkgname).stem}-*`;
  return [own, ...(relations?.conflicts ?? [])];
}

/** A stem may hold characters that are patterns in a pkgspec, so a full name is first compared as it is. */
function accepts(spec: string, fullpkgname: string): boolean {
  return spec === fullpkgname || matchesPkgspec(spec, fullpkgname);
}

/**
 * Those of `offered` that may take the place of `installed`, newest first: of the same stem (case set aside), from the
 * same place (or one that either had before), and not older. The installed package itself is among them when it is
 * offered: whether it was built anew shows in its content alone.
 */
export function updateCandidates<P extends Related>(installed: Related, offered: readonly P[]): readonly P[] {
  const { stem, version } = splitName(installed.fullpkgname);
  const places = placesOf(installed);
  return offered
    .map((one) => ({ one, ...splitName(one.fullpkgname) }))
    .filter(
      (other) =>
        other.stem.toLowerCase() === stem.toLowerCase() &&
        compareVersions(other.version, version) >= 0 &&
        placesOf(other.one).some((place) => places.includes(place)),
    )
    .sort((a, b) => compareVersions(b.version, a.version) || (a.one.fullpkgname < b.one.fullpkgname ? -1 : 1))
    .map(({ one }) => one);
}

/** In one spelling: stored paths leave nothing to defaults, but their flavors may stand in any order. */
function placesOf({ fullpkgpath, relations }: Related): readonly string[] {
  return [fullpkgpath, ...(relations?.formerPaths ?? [])].flatMap((text) => {
    const path = parsePkgpath(text);
    if (!path) return [];
    const flavors = path.flavors === "default" ? [] : [...new Set(path.flavors)].sort();
    return [[path.folder, `-${path.subpackage ?? ""}`, ...flavors].join(",")];
  });
}

function splitName(fullpkgname: string): { readonly stem: string; readonly version: Version } {
  const [, stem = fullpkgname, version = ""] = /^(.*?)-([0-9][^-]*)/.exec(fullpkgname) ?? [];
  return { stem, version: parseVersion(version) };
}
