// What a site remembers of what was installed there: `installed.json`, and for each package a list of its files.

import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type JsonNode, packageOf, type ReadMember, readJson, shape } from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";
import { type PinnedKey, pinnedKeyOf } from "./pinned-key.ts";
import type { Site } from "./site.ts";
import { trouble } from "./trouble.ts";

/** `export`: libraries that only `LD_LIBRARY_PATH` leads to get their folders into it; `runpath`: they don't. */
export type LibraryPath = "runpath" | "export";

/** A package that is installed. */
export type Installed = {
  /** Its row, as the release had it. */
  readonly package: Package;
  /** Where it lies, as seen from the site; its own prefix, unless it could be moved. */
  readonly prefix: string;
  /** `asked` for by name, or `needed` by another. */
  readonly why: "asked" | "needed";
  /** How its libraries are found, where it needs more than RUNPATH: as it was chosen when it was installed. */
  readonly libraryPath: LibraryPath;
  /** The place it came from: `update` looks there. */
  readonly from: string;
  /** Of whoever signed it; absent when no signature was asked for. */
  readonly key?: PinnedKey;
  /** Where links to it are made, as seen from the site; of several versions the one of the highest rank has them. */
  readonly linked?: { readonly tree: string; readonly rank: number };
};

/** A file, folder or link of an installed package; `path` is below the prefix, its bytes one a character. */
export type InstalledEntry = { readonly path: string; readonly mode: number } & (
  | { readonly kind: "file"; readonly sha256: string; readonly sizeBytes: number }
  /** Another name of the file at `target`. */
  | { readonly kind: "hard-link"; readonly target: string }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder" }
);

export function databaseFile({ state }: Site): HostPath {
  return joinPath(state, "installed.json");
}

export function listFile({ state }: Site, { contentDigest }: Pick<Package, "contentDigest">): HostPath {
  return joinPath(state, "lists", `${contentDigest}.json`);
}

/** What is installed, with what is in it. */
export type Known = Installed & { readonly entries: readonly InstalledEntry[] };

export async function withEntries(
  site: Site,
  installed: readonly Installed[],
  host: Host,
): Promise<Result<readonly Known[]>> {
  const known: Known[] = [];
  for (const one of installed) {
    const entries = await readEntries(site, one.package, host);
    if (!entries.ok) return entries;
    known.push({ ...one, entries: entries.value });
  }
  return ok(known);
}

/** Sorted by name; none when nothing was ever installed there. */
export async function readInstalled(site: Site, host: Host): Promise<Result<readonly Installed[]>> {
  const file = databaseFile(site);
  const text = await host.readText(file);
  if (text === undefined) return ok([]);
  const reading = readJson(text, (top) => shape.list(shape.field(top, "installed")).map(installedOf));
  return reading.kind === "read" ? ok(reading.value) : wrong(damaged(file, reading.why));
}

export function formatInstalled(installed: readonly Installed[]): string {
  const key = ({ package: row }: Installed) => `${row.fullpkgname} ${row.file}`;
  const sorted = [...installed].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return `${JSON.stringify({ version: 1, installed: sorted }, undefined, 2)}\n`;
}

function installedOf(node: JsonNode): Installed {
  const key = shape.optional(node, "key", pinnedKeyOf);
  const linked = shape.optional(node, "linked", (one) => ({
    tree: shape.absolutePath(shape.field(one, "tree")),
    rank: shape.count(shape.field(one, "rank")),
  }));
  return {
    package: packageOf(shape.field(node, "package")),
    prefix: shape.absolutePath(shape.field(node, "prefix")),
    why: shape.word(shape.field(node, "why"), ["asked", "needed"]),
    libraryPath: shape.word(shape.field(node, "libraryPath"), ["runpath", "export"]),
    from: shape.text(shape.field(node, "from")),
    ...(key === undefined ? {} : { key }),
    ...(linked === undefined ? {} : { linked }),
  };
}

/** In the archive's order: folders before what is in them. */
async function readEntries(
  site: Site,
  row: Pick<Package, "contentDigest">,
  host: Host,
): Promise<Result<readonly InstalledEntry[]>> {
  const file = listFile(site, row);
  const reading = readJson((await host.readText(file)) ?? "", (top) => shape.list(top).map(entryOf));
  return reading.kind === "read" ? ok(reading.value) : wrong(damaged(file, reading.why));
}

/** A line for each entry, so that it can be read and compared. */
export function formatEntries(entries: readonly InstalledEntry[]): string {
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`;
}

function entryOf(node: JsonNode): InstalledEntry {
  const kind = shape.word(shape.field(node, "kind"), ["file", "hard-link", "link", "folder"]);
  const common = {
    path: shape.matching(shape.field(node, "path"), INSIDE, "a path below a prefix"),
    mode: shape.count(shape.field(node, "mode")),
  };
  switch (kind) {
    case "file":
      return {
        ...common,
        kind,
        sha256: shape.digest(shape.field(node, "sha256")),
        sizeBytes: shape.count(shape.field(node, "sizeBytes")),
      };
    case "hard-link":
    case "link":
      return { ...common, kind, target: shape.text(shape.field(node, "target")) };
    case "folder":
      return { ...common, kind };
  }
}

/** Empty for the prefix itself; no part is `.` or `..`. */
const INSIDE = /^(?:(?!\.{1,2}(?:\/|$))[^/]+(?:\/(?!\.{1,2}(?:\/|$))[^/]+)*)?$/s;

export function entriesOf(members: readonly ReadMember[]): readonly InstalledEntry[] {
  return members.map(({ entry, sha256 }): InstalledEntry => {
    const { path, mode } = entry;
    switch (entry.kind) {
      case "file":
        return { kind: "file", path, mode, sha256, sizeBytes: entry.sizeBytes };
      case "hard-link":
      case "link":
        return { kind: entry.kind, path, mode, target: entry.target };
      case "folder":
        return { kind: "folder", path, mode };
      default:
        return unreachable(entry);
    }
  });
}

function damaged(file: HostPath, why: string): Diagnostic {
  return trouble(
    "install/database",
    `\`${file}\` can't be read: ${why}`,
    "restore it from a copy; without it nobody knows what was installed",
  );
}
