// packages-specs(7): which packages a dependency accepts.
//
//     pkgspec = branch { "|" branch }                     any may match
//     branch  = stem "-" ( "*" | bound { "," bound } ) [ "-" group { "," group } ]
//     bound   = [ ">" | ">=" | "<=" | "<" | "=" | "!=" ] version    all must hold; `!=` is GoboLinux's, not OpenBSD's
//     group   = [ "!" ] flavor { "-" [ "!" ] flavor }        any may match

import { matchesWildcards } from "./glob.ts";
import { compareVersions, parseVersion, type Version } from "./versions.ts";

type Bound = { readonly operator: string; readonly version: Version };

type Branch = {
  /** `*` is any run, `?` any character. */
  readonly stem: string;
  readonly bounds: readonly Bound[];
  readonly flavors: readonly (readonly string[])[];
};

/** Whether all of `spec` follows the grammar. */
export function isPkgspec(spec: string): boolean {
  return spec.split("|").every((branch) => parseBranch(branch) !== undefined);
}

/** Whether `spec` accepts the package `fullpkgname`; a branch that does not parse accepts nothing. */
export function matchesPkgspec(spec: string, fullpkgname: string): boolean {
  return spec.split("|").some((text) => {
    const branch = parseBranch(text);
    return branch !== undefined && matchesBranch(branch, fullpkgname);
  });
}

/** The shortest stem wins, so `p5-*-1.0` is stem `p5`, any version, flavor `1.0`. */
function parseBranch(text: string): Branch | undefined {
  const [, stem, bounds = "", flavors] =
    /^([^%]+?)-((?:>=|>|<=|<|=|!=)?[0-9][^%-]*|\*)(?:-([^%]+))?$/.exec(text) ?? [];
  if (stem === undefined) return undefined;
  const parsed = bounds === "*" ? [] : bounds.split(",").map(parseBound);
  const known = parsed.filter((bound) => bound !== undefined);
  const groups = flavors === undefined ? [] : flavors.split(",").map((group) => group.split("-"));
  const named = groups.flat().every((flavor) => /^!?[^!]+$/.test(flavor));
  return known.length === parsed.length && named ? { stem, bounds: known, flavors: groups } : undefined;
}

function parseBound(text: string): Bound | undefined {
  const [, operator = "=", version] = /^(>=|>|<=|<|=|!=)?([0-9].*)$/.exec(text) ?? [];
  return version === undefined ? undefined : { operator, version: parseVersion(version) };
}

function matchesBranch({ stem, bounds, flavors }: Branch, fullpkgname: string): boolean {
  const starts = [...fullpkgname.matchAll(/-(?=[0-9])/g)].map((match) => match.index);
  const [first] = starts;
  // Any dash before a digit may end what the pattern matches, but the first one starts the version.
  if (first === undefined || !starts.some((end) => matchesWildcards(stem, fullpkgname.slice(0, end)))) {
    return false;
  }
  const [version = "", ...chosen] = fullpkgname.slice(first + 1).split("-");
  return (
    bounds.every((bound) => holds(bound, parseVersion(version))) &&
    (flavors.length === 0 ||
      flavors.some((group) =>
        group.every((term) =>
          term.startsWith("!") ? !chosen.includes(term.slice(1)) : chosen.includes(term),
        ),
      ))
  );
}

/** A bound without a revision speaks of all of them. */
function holds({ operator, version }: Bound, found: Version): boolean {
  const comparable = version.revision === undefined ? { ...found, revision: undefined } : found;
  const order = compareVersions(comparable, version);
  switch (operator) {
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "!=":
      return order !== 0;
    default:
      return order === 0;
  }
}
