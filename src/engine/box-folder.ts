import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { type Overlay, removeAsRoot } from "./layers.ts";
import type { Means } from "./privilege.ts";

/** A folder for one box below the cache: upper, and links to the folders below it. Its name tells whose it is. */
export async function makeBoxFolder(root: Overlay, name: string, host: Host): Promise<HostPath> {
  const owner = await host.processMark();
  const folder = await host.makeTemporary(
    `${name.replace(/[^A-Za-z0-9._-]/g, "_")}.${owner}.`,
    boxesOf(host),
  );
  for (const part of ["upper", "work", "parts", "memory", "root"])
    await host.makeFolder(joinPath(folder, part));
  // Links, since paths may hold what mount options can't: commas, colons, and more bytes than a page.
  const lowers = [...root.layers].reverse();
  lowers.push(root.bottom === "host" ? hostPath("/") : root.bottom);
  for (const [at, lower] of lowers.entries()) await host.makeLink(lower, joinPath(folder, `l${at}`));
  return folder;
}

/** Removes what processes that are no more have left; boxes that were kept on purpose stay. */
export async function sweepBoxes({ privilege, host }: Means): Promise<void> {
  for (const name of (await host.list(boxesOf(host))) ?? []) {
    const [, mark] = /\.([0-9]+-[0-9]+)\.[^.]*$/.exec(name) ?? [];
    const folder = joinPath(boxesOf(host), name);
    if (mark === undefined || (await host.isRunning(mark))) continue;
    if (await host.status(joinPath(folder, "kept.json"))) continue;
    await removeAsRoot(folder, privilege, host);
  }
}

export function boxesOf(host: Host): HostPath {
  return joinPath(host.folders.cache, "boxes");
}
