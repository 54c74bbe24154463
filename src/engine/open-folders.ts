import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { asRoot, type Means } from "./privilege.ts";

/** Where boxes lie: open ones, and those that were kept, by their names. */
export function boxesOf(host: Host): HostPath {
  return joinPath(host.folders.cache, "boxes");
}

/** Where roots and layers lie, by their keys. */
export function layersOf(host: Host): HostPath {
  return joinPath(host.folders.cache, "layers");
}

/** A new folder for what is being made; its name tells whose it is. */
export async function makeOpen(parent: HostPath, host: Host): Promise<HostPath> {
  return await host.makeTemporary(`open-${await host.processMark()}.`, parent);
}

/** Removes what killed processes have left. */
export async function sweepOpen({ privilege, host }: Means): Promise<void> {
  for (const parent of [boxesOf(host), layersOf(host)]) {
    for (const name of (await host.list(parent)) ?? []) {
      const [, mark] = /^open-([0-9]+-[0-9]+)\./.exec(name) ?? [];
      if (mark === undefined || (await host.isRunning(mark))) continue;
      // Who works in such a folder locks it: another container may share this cache, and its processes can't be seen.
      const folder = joinPath(parent, name);
      await host.query(asRoot(privilege, ["flock", "-n", folder, "sh", "-c", CLEAR, "sh", folder]));
    }
  }
}

/** A control group outlives its processes; namespace.sh wrote down which ones it made. */
const CLEAR =
  '[ ! -f "$1/cgroup" ] || xargs rmdir <"$1/cgroup" 2>/dev/null; exec rm -rf --one-file-system -- "$1"';

/** The files of a box belong to its accounts: this process may not remove them itself. */
export async function removeOpen(folder: HostPath, { privilege, host }: Means): Promise<void> {
  await host.query(asRoot(privilege, ["sh", "-c", CLEAR, "sh", folder]));
}
