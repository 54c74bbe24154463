import type { Host, HostPath } from "../host/host.ts";
import type { ProvidedLibrary } from "../port/port.ts";

/** A shared library of a root; `path` is absolute in it, as the loader sees it. */
export type Library = ProvidedLibrary;

/** The shared libraries of a run root, where its loader looks for them. Plain JSON. */
export type LibrarySet = {
  /** The loader's own search folders, in its order. */
  readonly folders: readonly string[];
  /** Sorted by path; interpreters are among them. */
  readonly libraries: readonly Library[];
};

/**
 * Reads a root file system: the folders of its `ld.so.conf` and the loader's built-in ones. `layers` are the folders
 * it consists of, bottom first (one for a plain root); links are followed inside the root only.
 */
export async function scanLibraries(_layers: readonly HostPath[], _host: Host): Promise<LibrarySet> {
  throw new Error("to come");
}
