// Packing lists in which each line names one file, as OpenBSD's do, and what a build on Linux makes in its place:
// shared libraries have upstream's numbers and links that lead to them, manual pages may lie below `share`, and so on.

import type { Span } from "../report.ts";

/** What a line says its file is, in pkg_create(1)'s words; `file` and `dir` when it says nothing. */
export const PACKING_KINDS = [
  "file",
  "dir",
  "bin",
  "so",
  "static-lib",
  "lib",
  "man",
  "mandir",
  "info",
  "shell",
  "rcscript",
  "fontdir",
  "sample",
] as const;
export type PackingKind = (typeof PACKING_KINDS)[number];

export type PackingEntry = {
  readonly kind: PackingKind;
  /** Below the port's prefix; a folder's without a slash at its end. */
  readonly path: string;
  /** `left-out`: it stands in a comment, so that nobody misses it, nor packs it. */
  readonly fate: "packed" | "left-out";
  /** Permission bits, where the list gives some. */
  readonly mode?: number;
  /** Of a `sample`: the file that it starts as; without one it is a folder. */
  readonly of?: string;
  readonly span: Span;
};

/** A path that the build made, below the prefix. */
export type BuiltPath = { readonly path: string; readonly kind: "file" | "folder" | "link" | "other" };

/** What a file is by its content; of a link, what it leads to. */
export type BuiltFile = BuiltPath & {
  readonly nature: "program" | "shared-object" | "archive" | "info" | "info-part" | "other";
};

/** What stands for an entry of a list among what was built; the paths are never none. */
export type Counterpart =
  | { readonly kind: "same"; readonly paths: readonly string[] }
  /** A shared library under upstream's number, with the links that lead to it. */
  | { readonly kind: "numbered"; readonly paths: readonly string[] }
  /** A manual or info page that lies elsewhere, or is compressed in another way. */
  | { readonly kind: "moved"; readonly paths: readonly string[] }
  | { readonly kind: "absent"; readonly because: Absence | undefined };

/** Why something can be absent though nothing is wrong. */
export type Absence =
  | "libtool-archive"
  | "static-library"
  | "iconv-alias"
  | "rc-script"
  | "readme"
  | "precompiled"
  | "empty-folder";

/** What was built, by path and by folder. */
export type BuiltTree = {
  readonly at: (path: string) => BuiltPath["kind"] | undefined;
  /** Names of what lies in a folder. */
  readonly names: (folder: string) => readonly string[];
};

export function builtTree(paths: readonly BuiltPath[]): BuiltTree {
  const kinds = new Map(paths.map(({ path, kind }) => [path, kind]));
  const folders = new Map<string, string[]>();
  for (const { path } of paths) {
    const { folder, name } = split(path);
    const known = folders.get(folder);
    if (known) known.push(name);
    else folders.set(folder, [name]);
  }
  return { at: (path) => kinds.get(path), names: (folder) => folders.get(folder) ?? [] };
}

/** What a line of a list has become; `kind` `sample` is not for this: nobody builds those. */
export function counterpartOf(
  { kind, path }: Pick<PackingEntry, "kind" | "path">,
  tree: BuiltTree,
): Counterpart {
  const library = libraryName(path);
  if (library) {
    const paths = versionsOf(library, tree);
    const isNamed = paths.includes(path) && (paths.length === 1 || path === library);
    if (isNamed) return { kind: "same", paths };
    if (paths.length > 0) return { kind: "numbered", paths };
  }
  const places = pagePlaces(path);
  const found = places.find((place) => tree.at(place) !== undefined);
  if (found !== undefined) {
    const paths = kind === "info" ? [found, ...partsOf(found, tree)] : [found];
    return { kind: found === path ? "same" : "moved", paths };
  }
  return { kind: "absent", because: absenceOf({ kind, path }, tree) };
}

/**
 * The line that a shared library stands under in OpenBSD's lists, without its number: `lib/libfoo.so` for
 * `lib/libfoo.so.1.2.3`. Undefined for everything else.
 */
function libraryName(path: string): string | undefined {
  return /^(.*\.so)(\.[0-9]+)*$/.exec(path)?.[1];
}

/**
 * The library that a new line is written for, without its number, when the file is one of its names: it is called
 * `lib…`, and one of these names has a number, since only such ones are linked to.
 */
export function listedLibrary(path: string, built: readonly BuiltFile[]): string | undefined {
  const library = libraryName(path);
  if (library === undefined || !/(^|\/)lib[^/]*$/.test(library)) return undefined;
  const names = built.filter((one) => libraryName(one.path) === library);
  const isNumbered = names.some(({ path: one }) => one !== library);
  return isNumbered && names.some(({ nature }) => nature === "shared-object") ? library : undefined;
}

/** Under which names the loader and the linker find one library. */
function versionsOf(library: string, tree: BuiltTree): readonly string[] {
  const { folder, name } = split(library);
  return tree
    .names(folder)
    .filter((one) => one.startsWith(name) && /^(\.[0-9]+)*$/.test(one.slice(name.length)))
    .map((one) => join(folder, one))
    .filter((one) => tree.at(one) !== "folder");
}

const COMPRESSED = ["", ".gz", ".xz", ".bz2", ".zst"];

/** Where a page may lie, the place that was named first; any other path has just itself. */
function pagePlaces(path: string): readonly string[] {
  const [, place, plain = ""] = /^(?:share\/)?(man|info)\/(.+?)(?:\.(?:gz|xz|bz2|zst|Z))?$/.exec(path) ?? [];
  if (place === undefined) return [path];
  // A page that was formatted for the terminal comes from a source, which is what Linux's man reads.
  const [, folder, page] = /^((?:.+\/)?)cat[^/]+\/(.+)\.0$/.exec(plain) ?? [];
  const section = /\/?cat([^/]+)\//.exec(plain)?.[1];
  const names = page === undefined ? [plain] : [plain, `${folder}man${section}/${page}.${section}`];
  const places = [`${place}/`, `share/${place}/`];
  return [path, ...names.flatMap((name) => places.flatMap((at) => COMPRESSED.map((end) => at + name + end)))];
}

/** `foo.info` → `foo.info-1`, `foo.info-2`: what makeinfo splits a long manual into. */
function partsOf(page: string, tree: BuiltTree): readonly string[] {
  const { folder, name } = split(page);
  const bare = name.replace(/\.(gz|xz|bz2|zst)$/, "");
  return tree
    .names(folder)
    .filter((one) => one.startsWith(`${bare}-`) && /^[0-9]+(\.[a-z0-9]+)?$/.test(one.slice(bare.length + 1)))
    .map((one) => join(folder, one));
}

function absenceOf(
  { kind, path }: Pick<PackingEntry, "kind" | "path">,
  tree: BuiltTree,
): Absence | undefined {
  if (path.endsWith(".la")) return "libtool-archive";
  if (kind === "rcscript") return "rc-script";
  if (kind === "dir" || kind === "mandir" || kind === "fontdir") return "empty-folder";
  if (/\.py[co]$|\/__pycache__$/.test(path)) return "precompiled";
  if (path === "lib/charset.alias" || path === "share/locale/locale.alias") return "iconv-alias";
  if (path.startsWith("share/doc/pkg-readmes/")) return "readme";
  const archive = /^(.*)\.a$/.exec(path)?.[1];
  if (archive !== undefined && versionsOf(`${archive}.so`, tree).length > 0) return "static-library";
  return undefined;
}

/**
 * Whether a file that no list names needs no word about it: an index of what all packages together install, or what
 * the tools here make besides.
 */
export function goesUnlisted(path: string): boolean {
  return (
    /(^|\/)info\/dir(\.gz)?$/.test(path) ||
    /(^|\/)(\.packlist|perllocal\.pod)$/.test(path) ||
    /(^|\/)__pycache__(\/|$)/.test(path) ||
    path.endsWith(".la")
  );
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf("/");
  return { folder: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
