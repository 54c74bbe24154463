// Which renames bring a package to its place, or away from it.

import {
  type FileStatus,
  type Host,
  type HostPath,
  hostPath,
  joinPath,
  type ScannedFolder,
} from "../host/host.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import type { InstalledEntry } from "./database.ts";
import { differences } from "./inspect.ts";
import type { Change, Move } from "./transaction.ts";
import { trouble } from "./trouble.ts";

/** A package's files at their place, or at what will be theirs. */
export type Placed = {
  readonly fullpkgname: string;
  readonly place: HostPath;
  readonly entries: readonly InstalledEntry[];
};

/** A package that was unpacked beside its place. */
export type Staged = Placed & { readonly tree: HostPath };

type Leaving = Pick<Change, "moves" | "emptied"> & {
  /** Of files that somebody edited, to names beside. */
  readonly edited: readonly Move[];
  /** Paths on which nothing will stand any more. */
  readonly freed: ReadonlySet<HostPath>;
};

/**
 * Away with a package's files, into `aside`: with its whole folder where nobody else's files are in it, otherwise one by
 * one. What is no longer there is no trouble; what is no longer what was installed is somebody's work, and stays beside.
 */
export async function movesAway(
  { place, entries }: Placed,
  { others, aside }: { readonly others: readonly Placed[]; readonly aside: HostPath },
  host: Host,
): Promise<Leaving> {
  const own = new Set(entries.map(({ path }) => path));
  const scanned = host.scan(place);
  const found = scanned?.entries ?? [];
  const edited = editedIn(entries, scanned);
  const isShared = others.some((other) => other.place === place);
  if (!isShared && edited.length === 0 && found.length > 0 && found.every(({ path }) => own.has(path))) {
    const freed = new Set([place, ...found.map(({ path }) => at(place, path))]);
    return { edited: [], moves: [{ from: place, to: aside }], emptied: [], freed };
  }
  const kinds = new Map(found.map(({ path, status }) => [path, status.kind]));
  const moves: Move[] = [];
  const beside: Move[] = [];
  for (const [index, { path, kind }] of entries.entries()) {
    const there = kinds.get(path);
    if (kind === "folder" || there === undefined || there === "folder") continue;
    if (edited.includes(path))
      beside.push({ from: at(place, path), to: await freeName(at(place, path), host) });
    else moves.push({ from: at(place, path), to: joinPath(aside, String(index)) });
  }
  const folders = entries.filter(({ kind }) => kind === "folder").map(({ path }) => at(place, path));
  const freed = new Set([...beside, ...moves].map(({ from }) => from));
  return { edited: beside, moves, emptied: folders.reverse(), freed };
}

/** Another mode alone is no work that could be lost. */
function editedIn(entries: readonly InstalledEntry[], scanned: ScannedFolder | undefined): readonly string[] {
  return differences(entries, scanned).flatMap(({ path, what }) =>
    what === "missing" || what === "another mode" ? [] : [path],
  );
}

async function freeName(file: HostPath, host: Host): Promise<HostPath> {
  for (let count = 0; ; count += 1) {
    const name = hostPath(`${file}.tarwright-saved${count === 0 ? "" : `.${count}`}`);
    if (!(await host.status(name))) return name;
  }
}

type Arriving = Pick<Change, "moves" | "folders">;

/** What stands where, once the moves that were planned before have been made. */
export type Ground = {
  readonly kindAt: (file: HostPath) => Promise<FileStatus["kind"] | undefined>;
  /** Whose it is; undefined when no package owns it. */
  readonly ownerOf: (file: HostPath) => string | undefined;
};

/**
 * To its place: with its whole folder where nothing is yet, otherwise each part of it that has no place yet. What stands
 * in the way is told, with whose it is; nothing is written over, and no link is followed.
 */
export async function movesIn(staged: Staged, ground: Ground): Promise<Result<Arriving>> {
  const { place, tree, entries } = staged;
  const moves: Move[] = [];
  const collisions: Diagnostic[] = [];
  let moved: string | undefined;
  for (const { path, kind } of entries) {
    // What is in a folder follows right behind it.
    if (moved !== undefined && path.startsWith(moved)) continue;
    const target = at(place, path);
    const there = await ground.kindAt(target);
    if (there === undefined) {
      moves.push({ from: at(tree, path), to: target });
      if (kind === "folder") moved = path === "" ? "" : `${path}/`;
    } else if (kind !== "folder" || there !== "folder") {
      collisions.push(collision(staged, target, ground.ownerOf(target)));
    }
  }
  return collisions.length > 0
    ? { ok: false, error: collisions }
    : ok({ moves, folders: [joinPath(place, "..")] });
}

/** Names are UTF-8: no other is unpacked. */
export function at(place: HostPath, path: string): HostPath {
  return joinPath(place, Buffer.from(path, "latin1").toString());
}

function collision({ fullpkgname }: Staged, file: HostPath, owner: string | undefined): Diagnostic {
  return owner === undefined
    ? trouble(
        "install/in-the-way",
        `\`${fullpkgname}\` brings \`${file}\`, where something is that no package owns`,
        "look at it, and move it away",
      )
    : trouble(
        "install/conflict",
        `\`${fullpkgname}\` brings \`${file}\`, which is \`${owner}\`'s`,
        `leave \`${fullpkgname}\` out, or \`tarwright remove ${owner}\` first`,
      );
}
