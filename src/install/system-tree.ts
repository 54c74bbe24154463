// Which links a set of packages has in the system tree: a pure function of the packages, so that removing one gives back
// what was there before it.

import posix from "node:path/posix";
import type { Installed, Known } from "./database.ts";

/** A link that is wanted; paths as in `Laid`. */
export type WantedLink = {
  readonly path: string;
  readonly target: string;
  readonly owner: string;
  /** The folder of the owner's program. */
  readonly program: string;
};

/** Two programs bring one name: the one that has it keeps it. */
export type LinkConflict = { readonly path: string; readonly kept: string; readonly left: string };

export type Wanted = { readonly links: readonly WantedLink[]; readonly conflicts: readonly LinkConflict[] };

export const DEFAULT_TREES = { programs: "/System/Index", vendor: "/usr/local" } as const;

/** GoboLinux's own tree has its settings beside it. */
function settingsTree(tree: string): string {
  return tree.endsWith("/System/Index") ? tree.replace(/Index$/, "Settings") : `${tree}/etc`;
}

/** Versions of one program lie in one folder; in the other layout there is one only. */
export function programFolder({ package: { layout }, prefix }: Installed): string {
  return layout === "programs" ? posix.dirname(prefix) : prefix;
}

/** Of each program the version that was linked last, in the order in which they were linked. */
export function currentOf<One extends Installed>(installed: readonly One[]): readonly One[] {
  const newest = new Map<string, One>();
  for (const one of installed) {
    const other = newest.get(programFolder(one));
    if (one.linked && (other?.linked?.rank ?? -1) < one.linked.rank) newest.set(programFolder(one), one);
  }
  return [...newest.values()].sort((a, b) => (a.linked?.rank ?? 0) - (b.linked?.rank ?? 0));
}

/** `settings`: files of each program's settings, by the program's folder. `laid`: links that are there. */
export function wantedLinks(
  current: readonly Known[],
  {
    settings,
    laid,
  }: {
    readonly settings: ReadonlyMap<string, readonly string[]>;
    readonly laid: ReadonlyMap<string, string>;
  },
): Wanted {
  const wanted = new Map<string, WantedLink>();
  const conflicts: LinkConflict[] = [];
  const all = current.flatMap((one) => linksOf(one, settings.get(programFolder(one)) ?? []));
  // Whoever has the place keeps it, whatever came since.
  const holds = ({ path, program }: WantedLink) => {
    const there = laid.get(path);
    return there !== undefined && posix.resolve(posix.dirname(path), there).startsWith(`${program}/`);
  };
  const sorted = [...all.filter(holds), ...all.filter((one) => !holds(one))];
  const folders = new Map<string, string>();
  for (const link of sorted) {
    const above = foldersAbove(link.path);
    const other =
      wanted.get(link.path)?.owner ??
      folders.get(link.path) ??
      above.map((folder) => wanted.get(folder)?.owner).find((owner) => owner !== undefined);
    if (other !== undefined) {
      conflicts.push({ path: link.path, kept: other, left: link.owner });
      continue;
    }
    wanted.set(link.path, link);
    for (const folder of above) folders.set(folder, folders.get(folder) ?? link.owner);
  }
  const sortedLinks = [...wanted.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { links: sortedLinks, conflicts };
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(2).map((_, at) => parts.slice(0, at + 2).join("/"));
}

function linksOf(known: Known, settings: readonly string[]): readonly WantedLink[] {
  const { linked, prefix, entries, package: row } = known;
  if (!linked) return [];
  const owner = row.fullpkgname;
  const program = programFolder(known);
  const link = (path: string, to: string): WantedLink => ({
    path,
    target: posix.relative(posix.dirname(path), to),
    owner,
    program,
  });
  const files = entries
    .filter(({ kind }) => kind !== "folder")
    .flatMap(({ path }) => {
      const name = Buffer.from(path, "latin1").toString();
      const place = placeIn(name, row.layout);
      return place === undefined ? [] : [link(`${linked.tree}/${place}`, `${prefix}/${name}`)];
    });
  const kept = settings.map((path) =>
    link(`${settingsTree(linked.tree)}/${path}`, `${program}/Settings/${path}`),
  );
  const isVersioned = row.layout === "programs";
  return [...(isVersioned ? [link(`${program}/Current`, prefix)] : []), ...files, ...kept];
}

/** Below the tree; undefined for what nobody looks for there. Folders of others are shared, as in any system. */
function placeIn(path: string, layout: "programs" | "vendor"): string | undefined {
  const [top = "", ...rest] = path.split("/");
  const below = rest.join("/");
  if (below === "" || path === "share/info/dir") return undefined;
  // GoboLinux has one folder for programs.
  if (top === "sbin") return layout === "programs" ? `bin/${below}` : path;
  if (top === "man" || top === "info") return `share/${path}`;
  if (path.startsWith("Resources/Wrappers/")) return `bin/${rest.slice(1).join("/")}`;
  return ["bin", "lib", "lib64", "libexec", "include", "share"].includes(top) ? path : undefined;
}
