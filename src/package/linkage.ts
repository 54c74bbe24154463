// Where the loader finds what a file needs: ld.so(8), over the library set of the base and the packages that are there.

import path from "node:path/posix";
import type { Package, ProvidedLibrary } from "../port/port.ts";
import type { Elf } from "./elf.ts";
import type { LibrarySet } from "./libraries.ts";

/** Where one needed library of one file was found. */
export type Link = {
  /** Below the prefix. */
  readonly file: string;
  readonly needed: string;
  /** Symbol versions that the file needs of it. */
  readonly versions: readonly string[];
  readonly from: /** `path` is below the prefix. */
    | { readonly kind: "package"; readonly path: string }
    /** Another package: of the same job, or of a port that this one depends on. `path` is below its prefix. */
    | { readonly kind: "dependency"; readonly fullpkgname: string; readonly path: string }
    /** `package` is the base's own that brings it, where the base says so. */
    | { readonly kind: "base"; readonly path: string; readonly package?: string }
    | { readonly kind: "missing" };
};

/** What a package has to offer to the loader, and to links and scripts. */
export type Offer = Pick<Package, "fullpkgname" | "fullpkgpath" | "prefix"> &
  Pick<Partial<Package>, "flavors" | "pseudoFlavors"> & {
    readonly libraries: readonly ProvidedLibrary[];
    /** Paths below the prefix. */
    readonly files: ReadonlySet<string>;
  };

export type LinkedFile = { readonly file: string; readonly elf: Elf };

/** One needed library of one file, with what the checks look at. */
export type Resolved = LinkedFile & {
  readonly link: Link;
  /** What was found. */
  readonly library: ProvidedLibrary | undefined;
  /** The folder that must be in `LD_LIBRARY_PATH` for the loader to find it there. */
  readonly libraryPath: string | undefined;
};

export type Surroundings = {
  readonly own: Offer;
  /** The other packages of the job, and those of other ports. */
  readonly others: readonly Offer[];
  readonly base: LibrarySet;
};

/** All needed libraries of all files, in their order. */
export function resolveLinks(files: readonly LinkedFile[], surroundings: Surroundings): readonly Resolved[] {
  const shelves = shelvesOf(surroundings);
  return files.flatMap(({ file, elf }) =>
    elf.needed.map((needed): Resolved => {
      const folders = runFolders({ file, elf }, surroundings.own.prefix);
      const found = search(needed, { elf, folders, shelves, own: surroundings.own });
      const versions = elf.versionsNeeded.get(needed) ?? [];
      return {
        file,
        elf,
        link: { file, needed, versions, from: found?.from ?? { kind: "missing" } },
        library: found?.library,
        libraryPath: found?.libraryPath,
      };
    }),
  );
}

/** The folders that a file itself makes the loader search, as written and as meant. RPATH counts only without RUNPATH. */
export function runFolders({ file, elf }: LinkedFile, prefix: string): readonly string[] {
  const text = elf.runpath ?? elf.rpath;
  if (text === undefined) return [];
  const origin = path.join(prefix, path.dirname(file));
  return text.split(":").map((folder) => {
    const expanded = folder.replace(/\$(ORIGIN|\{ORIGIN\})/g, () => origin);
    return expanded.startsWith("/") ? path.normalize(expanded).replace(/(.)\/$/, "$1") : expanded;
  });
}

/** `below` is relative to the prefix; undefined when the path lies elsewhere. */
export function pathBelow(prefix: string, absolute: string): string | undefined {
  return absolute.startsWith(`${prefix}/`) ? absolute.slice(prefix.length + 1) : undefined;
}

/** The library of the base at a path that may go through one of its linked folders. */
export function inBase(base: LibrarySet, absolute: string): string | undefined {
  const folder = base.folders.find((one) => one.path === path.dirname(absolute));
  return folder && `${folder.real}/${path.basename(absolute)}`;
}

type Found = {
  readonly from: Link["from"];
  readonly library: ProvidedLibrary;
  readonly libraryPath: string | undefined;
};

/** Everything that can be found, by where it lies; a path or name may be taken more than once (32 and 64 bits). */
type Shelves = {
  readonly at: (absolute: string) => readonly Found[];
  readonly offered: (name: string) => readonly Found[];
  readonly baseFolders: readonly string[];
};

function shelvesOf({ own, others, base }: Surroundings): Shelves {
  const places = new Map<string, Found[]>();
  const names = new Map<string, Found[]>();
  const add = (map: Map<string, Found[]>, key: string, found: Found) => {
    const all = map.get(key);
    if (all) all.push(found);
    else map.set(key, [found]);
  };
  for (const offer of [own, ...others]) {
    for (const library of offer.libraries) {
      const from: Link["from"] =
        offer === own
          ? { kind: "package", path: library.path }
          : { kind: "dependency", fullpkgname: offer.fullpkgname, path: library.path };
      const absolute = path.join(offer.prefix, library.path);
      add(places, absolute, { from, library, libraryPath: undefined });
      add(names, path.basename(absolute), { from, library, libraryPath: path.dirname(absolute) });
    }
  }
  const inBaseAt = new Map<string, Found[]>();
  for (const { package: brought, ...library } of base.libraries) {
    const from = { kind: "base", path: library.path, ...(brought ? { package: brought } : {}) } as const;
    add(inBaseAt, library.path, { from, library, libraryPath: undefined });
  }
  const real = new Map(base.folders.map((folder) => [folder.path, folder.real]));
  const ofBase = (absolute: string) => {
    const folder = real.get(path.dirname(absolute));
    const found = inBaseAt.get(`${folder}/${path.basename(absolute)}`) ?? [];
    return found.map((one) => ({ ...one, from: { ...one.from, path: absolute } }));
  };
  return {
    at: (absolute) => [...(places.get(absolute) ?? []), ...ofBase(absolute)],
    offered: (name) => names.get(name) ?? [],
    baseFolders: base.folders.map((folder) => folder.path),
  };
}

type Searching = {
  readonly elf: Elf;
  readonly folders: readonly string[];
  readonly shelves: Shelves;
  readonly own: Offer;
};

/** The loader's order, with `LD_LIBRARY_PATH` as the package's own profile would have to set it. */
function search(needed: string, { elf, folders, shelves, own }: Searching): Found | undefined {
  const fitting = (found: readonly Found[]) =>
    found.find(({ library }) => library.elfClass === elf.elfClass && library.machine === elf.machine);
  if (needed.includes("/")) return fitting(shelves.at(path.resolve(own.prefix, needed)));
  const firstAt = (where: readonly string[]) => {
    for (const folder of where) {
      const found = fitting(shelves.at(`${folder}/${needed}`));
      if (found) return found;
    }
    return undefined;
  };
  return firstAt(folders) ?? fitting(shelves.offered(needed)) ?? firstAt(shelves.baseFolders);
}
