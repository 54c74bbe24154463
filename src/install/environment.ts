import { type Host, joinPath } from "../host/host.ts";
import { profileScript, scanLibraries } from "../package/package.ts";
import type { Package } from "../port/port.ts";
import type { LibraryPath } from "./database.ts";
import { isInApp, profilePlaces, type Site, systemRoot } from "./site.ts";

/** What a process must know to use packages. Paths are those that it will see. */
export type Environment = {
  readonly programs: readonly string[];
  /** For `LD_LIBRARY_PATH`. */
  readonly libraries: readonly string[];
  /** Packages whose libraries nothing leads to, since `runpath` was chosen for them. */
  readonly incomplete: readonly string[];
};

/** A package, where it lies, and what is in it. */
export type Used = {
  readonly package: Package;
  readonly prefix: string;
  readonly entries: readonly { readonly path: string }[];
  readonly libraryPath: LibraryPath;
};

export function environmentOf(used: readonly Used[]): Environment {
  const needing = used.filter((one) => one.package.libraries.path.length > 0);
  const exported = needing.filter(({ libraryPath }) => libraryPath === "export");
  return {
    programs: unique(used.flatMap(programFolders)),
    libraries: unique(exported.flatMap((one) => one.package.libraries.path)),
    incomplete: needing
      .filter(({ libraryPath }) => libraryPath === "runpath")
      .map((one) => one.package.fullpkgname),
  };
}

function programFolders({ prefix, entries }: Used): readonly string[] {
  const isFilled = (folder: string) => entries.some(({ path }) => path.startsWith(`${folder}/`));
  return ["bin", "sbin"].filter(isFilled).map((folder) => `${prefix}/${folder}`);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/**
 * SONAMEs of the system in whose place every program would get those of the packages, once their folders are in
 * `LD_LIBRARY_PATH`; sorted.
 */
export async function shadowed(
  used: readonly Used[],
  { libraries }: Environment,
  { site, host }: { readonly site: Site; readonly host: Host },
): Promise<readonly string[]> {
  if (libraries.length === 0) return [];
  const system = await scanLibraries([systemRoot(site)], host);
  const known = new Set(system.libraries.map(({ path, soname }) => soname ?? lastPart(path)));
  const exported = used.flatMap(({ package: row }) =>
    row.libraries.provided
      .filter(({ path }) => libraries.some((folder) => `${row.prefix}/${path}`.startsWith(`${folder}/`)))
      .map(({ path, soname }) => soname ?? lastPart(path)),
  );
  return unique(exported.filter((soname) => known.has(soname))).toSorted();
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Writes the script for a shell, and where packages live below `/app` the same for a dyno's; away with what is out of use. */
export async function writeProfile(site: Site, used: readonly Used[], host: Host): Promise<void> {
  const { own, dyno } = profilePlaces(site);
  const { programs, libraries } = environmentOf(used);
  const script = profileScript({ fullpkgname: "All packages that tarwright installed", programs, libraries });
  const places = [
    { file: own, isUsed: used.length > 0 },
    { file: dyno, isUsed: used.some(({ prefix }) => isInApp(prefix)) },
  ];
  for (const { file, isUsed } of places) {
    if (isUsed) await host.writeFile(file, script);
    else await host.remove(file);
  }
  const folder = joinPath(dyno, "..");
  if ((await host.list(folder))?.length === 0) await host.remove(folder);
}
