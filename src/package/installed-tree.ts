// A program that is installed, on its way into a package: without what was made of it there.

import type { Host, HostPath, Planting, ScannedEntry, ScannedFolder } from "../host/host.ts";
import { isHashFile, METADATA_NAMES } from "./metadata.ts";

export type InstalledProgram = {
  readonly tree: HostPath;
  /** A new folder, which is there. */
  readonly into: HostPath;
};

export type Copied = {
  /** Seconds; of the newest file that goes along. */
  readonly newest: number;
  /** Devices, pipes and sockets, which no package may hold. */
  readonly special: readonly string[];
};

/** What version control, Python and Tarwright itself leave behind. */
const LEFTOVER =
  /(?:^|\/)(?:\.git|\.svn|CVS|__pycache__)(?:\/|$)|~$|\.py[co]$|\.tarwright-(?:saved|default)(?:\.[0-9]+)?$/;

/** Where settings are, that take their defaults' place when the program is used. */
const DEFAULTS = "Resources/Defaults/Settings/";
const SETTINGS = ["etc", "Settings"];

/**
 * Copies it, times included. Files about the package itself stay behind, since they are made anew; settings that have a
 * default become that default again.
 */
export function copyInstalled({ tree, into }: InstalledProgram, host: Host): Copied {
  const scanned = host.scan(tree);
  if (!scanned) throw new Error(`${tree} is not a folder`);
  const entries = new Map(scanned.entries.map((entry) => [entry.path, entry]));
  const names = new Set(entries.keys());
  const planting = host.plant(into);
  const kept = scanned.entries.filter(({ path }) => !LEFTOVER.test(path) && !isMetadata(path, names));
  const first = new Map<string, string>();
  let newest = 0;
  for (const entry of kept) {
    const from = entries.get(defaultOf(entry.path, names) ?? entry.path) ?? entry;
    plant(entry, { from, scanned, planting, first });
    if (from.status.kind === "file") newest = Math.max(newest, Math.floor(from.status.modifiedMs / 1000));
  }
  const special = kept.filter(({ status }) => status.kind === "other").map(({ path }) => path);
  return { newest, special };
}

/** Below `Resources`, or below a folder in it that has a manifest of its own. */
function isMetadata(path: string, names: ReadonlySet<string>): boolean {
  if (isHashFile(path)) return true;
  const [, folder = "", name = ""] = /^(Resources(?:\/[^/]+)?)\/([^/]+)$/.exec(path) ?? [];
  const isOwn = folder === "Resources" || names.has(`${folder}/Manifest.json`);
  return isOwn && METADATA_NAMES.some((one) => one === name);
}

function defaultOf(path: string, names: ReadonlySet<string>): string | undefined {
  const [top = "", ...rest] = path.split("/");
  const inner = `${DEFAULTS}${rest.join("/")}`;
  return SETTINGS.includes(top) && rest.length > 0 && names.has(inner) ? inner : undefined;
}

type Planted = {
  readonly from: ScannedEntry;
  readonly scanned: ScannedFolder;
  readonly planting: Planting;
  /** Path of the first name of each file. */
  readonly first: Map<string, string>;
};

function plant({ path, status, target }: ScannedEntry, { from, scanned, planting, first }: Planted): void {
  switch (status.kind) {
    case "folder":
      planting.makeFolder(path, 0o755);
      return;
    case "link":
      planting.makeLink(path, target);
      return;
    case "other":
      return;
    case "file": {
      const other = first.get(from.status.identity);
      if (other !== undefined) {
        planting.makeHardLink(path, other);
        return;
      }
      const file = planting.openFile(path, from.status.mode);
      for (const chunk of scanned.read(from.path)) file.write(chunk);
      file.close();
      planting.setTime(path, Math.floor(from.status.modifiedMs / 1000));
      if (status.links > 1) first.set(from.status.identity, path);
    }
  }
}
