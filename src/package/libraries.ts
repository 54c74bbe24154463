import path from "node:path/posix";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { matchesGlob, type ProvidedLibrary } from "../port/port.ts";
import { type Elf, readElf } from "./elf.ts";

/** A library of a base, and the base's own package that brings it, where the base has a list of that. */
export type BaseLibrary = ProvidedLibrary & { readonly package?: string };

/** A folder of a root; `real` is the same without links in its path. */
export type SearchFolder = { readonly path: string; readonly real: string };

/** What a run root has for the programs of packages: shared libraries, and programs. Plain JSON. */
export type LibrarySet = {
  /** The loader's own search folders, in its order. */
  readonly folders: readonly SearchFolder[];
  /** Absolute, below the `real` of a folder; sorted. Program interpreters are among them. */
  readonly libraries: readonly BaseLibrary[];
  /** Where a shell looks for programs. */
  readonly programFolders: readonly SearchFolder[];
  /** Absolute, below the `real` of a folder; sorted. */
  readonly programs: readonly string[];
};

/**
 * Reads a root file system: the folders of its `ld.so.conf` and the loader's built-in ones, and those of programs.
 * `layers` are the folders it consists of, bottom first (one for a plain root); links are followed inside the root only.
 */
export async function scanLibraries(layers: readonly HostPath[], host: Host): Promise<LibrarySet> {
  const root = openRoot(layers, host);
  const folders = await realFolders(root, await searchFolders(root));
  const owners = await libraryOwners(root);
  const libraries: BaseLibrary[] = [];
  for (const { name, file } of await filesIn(root, folders, isLibraryName)) {
    const elf = await readElfFile(file, host);
    const owner = owners.get(name);
    if (elf) libraries.push({ ...providedLibrary(name, elf), ...(owner ? { package: owner } : {}) });
  }
  const programFolders = await realFolders(root, PROGRAM_FOLDERS);
  const programs = await filesIn(root, programFolders, () => true);
  return {
    folders,
    libraries: libraries.sort((a, b) => (a.path < b.path ? -1 : 1)),
    programFolders,
    programs: programs.map(({ name }) => name).sort(),
  };
}

const PROGRAM_FOLDERS = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"];

/** Those that are there, each once. */
async function realFolders(root: LayeredRoot, folders: readonly string[]): Promise<readonly SearchFolder[]> {
  const real: SearchFolder[] = [];
  for (const folder of new Set(folders)) {
    const found = await root.find(folder);
    if (found?.kind === "folder") real.push({ path: folder, real: found.path });
  }
  return real;
}

type NamedFile = { readonly name: string; readonly file: HostPath };

/** Under each name that leads to a file. */
async function filesIn(
  root: LayeredRoot,
  folders: readonly SearchFolder[],
  isWanted: (name: string) => boolean,
): Promise<readonly NamedFile[]> {
  const files: NamedFile[] = [];
  for (const real of new Set(folders.map((folder) => folder.real))) {
    for (const name of await root.list(real)) {
      if (!isWanted(name)) continue;
      const found = await root.find(`${real}/${name}`);
      if (found?.kind === "file") files.push({ name: `${real}/${name}`, file: found.file });
    }
  }
  return files;
}

/** Which package brought a library, as dpkg's or apk's lists tell; by its path without links. rpm's can't be read here. */
async function libraryOwners(root: LayeredRoot): Promise<ReadonlyMap<string, string>> {
  const listed = [...(await dpkgFiles(root)), ...(await apkFiles(root))];
  const real = new Map<string, string | undefined>();
  const owners = new Map<string, string>();
  for (const { file, owner } of listed) {
    const folder = path.dirname(file);
    if (!real.has(folder)) real.set(folder, (await root.find(folder))?.path);
    owners.set(`${real.get(folder) ?? folder}/${path.basename(file)}`, owner);
  }
  return owners;
}

type OwnedFile = { readonly file: string; readonly owner: string };

/** dpkg-query(1): one list a package, named `NAME.list` or `NAME:ARCH.list`. */
async function dpkgFiles(root: LayeredRoot): Promise<readonly OwnedFile[]> {
  const folder = "/var/lib/dpkg/info";
  const owned: OwnedFile[] = [];
  for (const name of await root.list(folder)) {
    const [, owner] = /^([^:]+)(?::[^:]+)?\.list$/.exec(name) ?? [];
    if (owner === undefined) continue;
    const text = (await root.readText(`${folder}/${name}`)) ?? "";
    const files = text.split("\n").filter((file) => isLibraryName(path.basename(file)));
    owned.push(...files.map((file) => ({ file, owner })));
  }
  return owned;
}

/** apk's database: `P:` begins a package, `F:` a folder, `R:` a file in it. */
async function apkFiles(root: LayeredRoot): Promise<readonly OwnedFile[]> {
  const text = (await root.readText("/lib/apk/db/installed")) ?? "";
  const owned: OwnedFile[] = [];
  let owner = "";
  let folder = "";
  for (const line of text.split("\n")) {
    const value = line.slice(2);
    if (line.startsWith("P:")) owner = value;
    else if (line.startsWith("F:")) folder = value;
    else if (line.startsWith("R:") && isLibraryName(value))
      owned.push({ file: `/${folder}/${value}`, owner });
  }
  return owned;
}

/** `libz.so.1.2.13`, `ld-linux-x86-64.so.2`, `libc-2.31.so`. */
export function isLibraryName(name: string): boolean {
  return /^(lib|ld).*\.so(\.[^/]*)?$/.test(name);
}

export function providedLibrary(where: string, elf: Elf): ProvidedLibrary {
  return {
    path: where,
    ...(elf.soname === undefined ? {} : { soname: elf.soname }),
    elfClass: elf.elfClass,
    machine: elf.machine,
    versions: [...elf.versionsDefined].sort(),
  };
}

async function readElfFile(file: HostPath, host: Host): Promise<Elf | undefined> {
  const sizeBytes = (await host.status(file))?.sizeBytes ?? 0;
  const reading = await readElf({
    sizeBytes,
    read: (offset, length) => host.readRange(file, offset, length),
  });
  return reading.kind === "elf" ? reading : undefined;
}

/** A path of the root after all links: where it is there, and where it lies on this machine. */
type Found = { readonly path: string; readonly kind: "file" | "folder"; readonly file: HostPath };

type Status = { readonly kind: "file" | "folder" | "link"; readonly file: HostPath };

type LayeredRoot = {
  readonly find: (where: string) => Promise<Found | undefined>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly readText: (where: string) => Promise<string | undefined>;
};

/** As the kernel follows them (path_resolution(7)). */
const MOST_LINKS = 40;

function openRoot(layers: readonly HostPath[], host: Host): LayeredRoot {
  const downwards = [...layers].reverse();
  // Thousands of files lie in the same few folders.
  const known = new Map<string, Promise<Status | undefined>>();
  const statusOf = (where: string): Promise<Status | undefined> => {
    const status = known.get(where) ?? look(where);
    known.set(where, status);
    return status;
  };
  const look = async (where: string): Promise<Status | undefined> => {
    for (const layer of downwards) {
      const file = joinPath(layer, `.${where}`);
      const status = await host.status(file);
      // A device is overlayfs's mark for "removed here".
      if (status) return status.kind === "other" ? undefined : { file, kind: status.kind };
    }
    return undefined;
  };
  const find = async (where: string, links: number): Promise<Found | undefined> => {
    const top = downwards[0];
    if (!top) return undefined;
    let found: Found = { path: "", kind: "folder", file: top };
    const parts = path.normalize(where).split("/").filter(Boolean);
    for (const [index, part] of parts.entries()) {
      const next: Status | undefined =
        found.kind === "folder" ? await statusOf(`${found.path}/${part}`) : undefined;
      if (!next) return undefined;
      if (next.kind === "link") {
        if (links === MOST_LINKS) return undefined;
        const target = path.resolve(`/${found.path}`, await host.readLink(next.file));
        return find(path.join(target, ...parts.slice(index + 1)), links + 1);
      }
      found = { path: `${found.path}/${part}`, kind: next.kind, file: next.file };
    }
    return found;
  };
  return {
    find: (where) => find(where, 0),
    list: async (folder) => {
      const found = await find(folder, 0);
      const names = new Set<string>();
      for (const layer of found?.kind === "folder" ? layers : []) {
        for (const name of (await host.list(joinPath(layer, `.${found?.path}`))) ?? []) names.add(name);
      }
      return [...names].sort();
    },
    readText: async (where) => {
      const found = await find(where, 0);
      return found?.kind === "file" ? await host.readText(found.file) : undefined;
    },
  };
}

/** ld.so(8) and ldconfig(8); musl has a list of its own instead. */
async function searchFolders(root: LayeredRoot): Promise<readonly string[]> {
  for (const name of await root.list("/etc")) {
    if (!/^ld-musl-.*\.path$/.test(name)) continue;
    const text = (await root.readText(`/etc/${name}`)) ?? "";
    return text.split(/[:\n]/).filter((folder) => folder.startsWith("/"));
  }
  const triplets = (await root.list("/usr/lib")).filter((name) => /^[a-z0-9_]+-linux-(gnu|musl)/.test(name));
  return [
    ...(await configuredFolders(root, "/etc/ld.so.conf", 0)),
    ...triplets.flatMap((triplet) => [`/lib/${triplet}`, `/usr/lib/${triplet}`]),
    ...["/lib64", "/usr/lib64", "/lib", "/usr/lib"],
    // musl's own default.
    ...((await root.list("/lib")).some((name) => name.startsWith("ld-musl-")) ? ["/usr/local/lib"] : []),
  ];
}

/** Includes of includes of … end somewhere. */
const MOST_INCLUDES = 8;

async function configuredFolders(root: LayeredRoot, file: string, depth: number): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const line of ((await root.readText(file)) ?? "").split("\n")) {
    const text = line.replace(/#.*/, "").trim();
    const [, included] = /^include\s+(\S+)$/.exec(text) ?? [];
    if (included && depth < MOST_INCLUDES) {
      const pattern = path.resolve(path.dirname(file), included);
      for (const name of await root.list(path.dirname(pattern))) {
        if (!matchesGlob(path.basename(pattern), name)) continue;
        folders.push(...(await configuredFolders(root, `${path.dirname(pattern)}/${name}`, depth + 1)));
      }
    } else if (text.startsWith("/")) {
      folders.push(path.normalize(text));
    }
  }
  return folders;
}
