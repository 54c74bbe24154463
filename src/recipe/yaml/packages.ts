// The packages that are cut from one build: their names, what they need of each other, and the order of packaging.

import {
  type Dependency,
  type Flavors,
  fullpkgname,
  fullpkgpath,
  matchesPkgspec,
  packagingOrder,
  type Subpackage,
  withRevision,
} from "../../port/port.ts";
import { type Located, quoted, type Span } from "../../report.ts";
import { lowerDependencies, lowerSystem, type WrittenDependency } from "./dependencies.ts";
import type { FlavorKeys, PortKeys, SubpackageKeys } from "./keys.ts";
import * as rules from "./rules.ts";
import { expand, keeps, refuseTwice, tell, type Workplace } from "./workplace.ts";

export type Choice = {
  readonly keys: PortKeys;
  readonly pkgpath: string;
  readonly flavors: Flavors;
  /** The chosen true flavors' keys, in canonical order. */
  readonly chosen: readonly FlavorKeys[];
};

/** What a package is before it knows its siblings. */
type Draft = {
  readonly name: string;
  readonly fullpkgname: string;
  readonly fullpkgpath: string;
  readonly keys: SubpackageKeys;
  readonly span: Span;
};

/** Leaves room for base, architecture and suffix within the 255 bytes of a file name. */
const LENGTH_LIMIT = 180;

/** All packages of the port, in packaging order. */
export function lowerPackages(choice: Choice, workplace: Workplace): readonly Subpackage[] {
  const { keys } = choice;
  const declared = keys.packages?.value ?? [];
  const drafts =
    declared.length === 0
      ? [draft({ name: "", keys: {}, span: keys.name.span }, choice, workplace)]
      : declared.map(({ key, value }) =>
          draft({ name: key.value, keys: value, span: key.span }, choice, workplace),
        );
  refuseTwice(
    drafts.map((one) => ({ value: one.fullpkgname, span: one.keys.fullpkgname?.span ?? one.span })),
    "packages",
    workplace,
  );
  if (drafts.length > 1) for (const one of drafts) requireFiles(one, workplace);
  return inOrder(
    drafts.map((one) => finish(one, drafts, { choice, workplace })),
    workplace,
  );
}

function draft(
  { name, keys, span }: Pick<Draft, "name" | "keys" | "span">,
  { pkgpath, flavors }: Choice,
  workplace: Workplace,
): Draft {
  const { release } = workplace;
  const { name: stem, version } = release;
  const own = keys.fullpkgname && expand(keys.fullpkgname, { name: stem, version }, workplace);
  if (own) checkFullName(own, workplace);
  const full = own ? withRevision(own.value, release) : fullpkgname(release, name, flavors);
  if (full.length > LENGTH_LIMIT) {
    tell(workplace, keys.fullpkgname?.span ?? span, {
      code: "yaml/full-name",
      message: `${quoted(full)} has ${full.length} characters, and becomes part of file names`,
      help: `shorten it to at most ${LENGTH_LIMIT}`,
    });
  }
  return {
    name,
    keys,
    span,
    fullpkgname: full,
    // As OpenBSD's ports write it for packages that are the same with every flavor.
    fullpkgpath: fullpkgpath(pkgpath, name, own ? { ...flavors, chosen: [] } : flavors),
  };
}

function checkFullName({ value, span }: Located<string>, workplace: Workplace): void {
  const cut = value.search(/-[0-9]/);
  if (cut > 0) {
    keeps(rules.stem, { value: value.slice(0, cut), span }, workplace) &&
      keeps(rules.version, { value: value.slice(cut + 1), span }, workplace);
    return;
  }
  tell(workplace, span, {
    code: "yaml/full-name",
    message: `${quoted(value)} is not a name, a dash and a version`,
    help: 'write `"foo-doc-{version}"`',
  });
}

function requireFiles({ name, keys, span }: Draft, workplace: Workplace): void {
  if ((keys.files && keys.files.value.length > 0) || !workplace.wasRead("packages")) return;
  tell(workplace, span, {
    code: "yaml/files",
    message: `\`${name}\` does not say which files it takes`,
    help: "add `files:` with paths and patterns below the prefix: `[bin/**]`",
  });
}

function finish(
  one: Draft,
  siblings: readonly Draft[],
  { choice, workplace }: { readonly choice: Choice; readonly workplace: Workplace },
): Subpackage {
  const { keys: port, chosen } = choice;
  const { shared, own } = sourcesOf(one, choice);
  const needs = (kind: "lib" | "run"): readonly Dependency[] => {
    const written = (from: readonly Source[]) =>
      from.flatMap(({ depends }) => lowerDependencies(depends?.value[kind]?.value, workplace));
    const inherited = one.keys.depends?.value[kind] ? [] : written(shared);
    return [
      ...resolve(inherited, { one, siblings, toItself: "skip" }, workplace),
      ...resolve(written(own), { one, siblings, toItself: "keep" }, workplace),
    ];
  };
  const system = one.keys.depends?.value.system ? own : [...shared, ...own];
  const wantlib = one.keys.wantlib ? own : [...shared, ...own];
  const libraries = wantlib.flatMap((source) => source.wantlib?.value ?? []);
  const files = [one.keys, ...additionsTo(one, chosen)];
  const description = (one.keys.description ?? port.description)?.value;
  return {
    name: one.name,
    fullpkgname: one.fullpkgname,
    fullpkgpath: one.fullpkgpath,
    comment: (one.keys.comment ?? port.comment).value,
    ...(description === undefined ? {} : { description }),
    depends: {
      lib: needs("lib"),
      run: needs("run"),
      system: system.flatMap(({ depends }) => lowerSystem(depends?.value.system)),
    },
    wantlib: libraries.map(({ value }) => value),
    wantlibSpans: libraries.map(({ span }) => span),
    files: files.flatMap(
      (source) => source.files?.value.map(({ value, span }) => ({ pattern: value, span })) ?? [],
    ),
    span: one.span,
  };
}

type Source = Pick<FlavorKeys, "depends" | "wantlib"> | Pick<SubpackageKeys, "depends" | "wantlib">;

/**
 * Where the needs of a package are written: for all packages, which holds as long as the package has no such key of
 * its own, and for this one. The chosen flavors add to both.
 */
function sourcesOf(
  one: Draft,
  { keys, chosen }: Choice,
): { readonly shared: readonly Source[]; readonly own: readonly Source[] } {
  return { shared: [keys, ...chosen], own: [one.keys, ...additionsTo(one, chosen)] };
}

function additionsTo({ name }: Draft, chosen: readonly FlavorKeys[]) {
  return chosen.flatMap(({ packages }) =>
    (packages?.value ?? []).filter(({ key }) => key.value === name).map(({ value }) => value),
  );
}

/** Finds the siblings that are meant; a dependency of all packages is none of a package on itself. */
function resolve(
  written: readonly WrittenDependency[],
  setting: {
    readonly one: Draft;
    readonly siblings: readonly Draft[];
    readonly toItself: "skip" | "keep";
  },
  workplace: Workplace,
): readonly Dependency[] {
  const { one, siblings, toItself } = setting;
  return written.flatMap((dependency) => {
    if (dependency.kind === "port") return [dependency.dependency];
    const { value: spec, span } = dependency.spec;
    const meant = siblings.filter((sibling) => matchesPkgspec(spec, sibling.fullpkgname));
    const [first] = meant;
    if (meant.length === 1 && first) {
      return first === one && toItself === "skip" ? [] : [{ spec, pkgpath: first.fullpkgpath, span }];
    }
    if (!workplace.wasRead("name", "version", "packages")) return [];
    const names = (meant.length === 0 ? siblings : meant).map(({ fullpkgname: name }) => `\`${name}\``);
    tell(workplace, span, {
      code: "yaml/sibling",
      message: `${quoted(spec)} matches ${meant.length === 0 ? "no package" : "more than one package"} of this port`,
      help: `name one of ${names.join(", ")}, or write \`${spec}:FOLDER\` for another port's package`,
    });
    return [];
  });
}

function inOrder(packages: readonly Subpackage[], workplace: Workplace): readonly Subpackage[] {
  const order = packagingOrder(packages);
  if (order.kind === "ordered") return order.packages;
  const [first] = order.loop;
  const names = [...order.loop, first].map(({ name, fullpkgname: full }) => `\`${name || full}\``);
  tell(workplace, first.span, {
    code: "yaml/loop",
    message: `packages that need each other: ${names.join(" needs ")}`,
    help: "take one of these dependencies out, or make one package of them",
  });
  return packages;
}
