// Packages whose lists name each file: what a list names must have been built, and what no list names is left out.

import type { ScannedEntry } from "../host/host.ts";
import {
  builtTree,
  type Counterpart,
  counterpartOf,
  goesUnlisted,
  type PackingEntry,
  type PackingKind,
  type Port,
  type Subpackage,
} from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import {
  explainAbsences,
  explainNames,
  explainNotes,
  type Found,
  listDispute,
  notBuilt,
  type Unlisted,
  unlisted,
} from "./listed-explained.ts";

/** The entries of one package, in the archive's order, with the folders that they lie in. */
export type PackingList = {
  readonly subpackage: Subpackage;
  readonly entries: readonly ScannedEntry[];
  /** Paths that nobody installed: copies of other files of the package, by the path of what they are copied from. */
  readonly copies: ReadonlyMap<string, string>;
  /** What a list says that its files are. */
  readonly kinds: ReadonlyMap<string, PackingKind>;
};

export type Assigned = {
  readonly lists: readonly PackingList[];
  /** Warnings and notes. */
  readonly remarks: readonly Diagnostic[];
};

type Cut = Pick<Port, "packages" | "dropped" | "span">;

type Claim = {
  readonly owner: Subpackage;
  readonly entry: PackingEntry;
  /** The list names this very path, or a library whose versions it is one of, or something else that it stands for. */
  readonly by: (typeof STRENGTH)[number];
};

/** The strongest first. */
const STRENGTH = ["name", "number", "counterpart"] as const;

/** For ports of which at least one package has a list; one that has none takes what nobody names. */
export function assignListed(port: Cut, entries: readonly ScannedEntry[]): Result<Assigned> {
  const tree = builtTree(entries.map(({ path, status }) => ({ path, kind: status.kind })));
  const found = [...port.packages, ...port.dropped].flatMap((owner) =>
    (owner.packingList ?? [])
      .filter(({ kind }) => kind !== "sample")
      .map((entry): Found & { readonly owner: Subpackage } => ({
        owner,
        entry,
        counterpart: counterpartOf({ kind: entry.kind, path: bytesOf(entry.path) }, tree),
      })),
  );
  const claims = claimsOf(found);
  const built = found.filter(({ owner, entry }) => port.packages.includes(owner) && entry.fate === "packed");
  const shares = sharesOf(port, entries, claims);
  const missing = built.filter(({ counterpart }) => isMissing(counterpart));
  const troubles = [...notBuilt(missing), ...shares.disputes];
  if (troubles.length > 0) return { ok: false, error: [...troubles, ...unlisted(shares.unlisted)] };
  return ok({
    lists: port.packages.map((subpackage) => listOf(subpackage, { entries, shares, found })),
    remarks: [
      ...unlisted(shares.unlisted),
      ...explainNames(built),
      ...explainAbsences(built),
      ...explainNotes(port.packages),
    ],
  });
}

function isMissing(counterpart: Counterpart): boolean {
  return counterpart.kind === "absent" && counterpart.because === undefined;
}

/** Names of files are bytes. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function claimsOf(
  found: readonly (Found & { readonly owner: Subpackage })[],
): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const { owner, entry, counterpart } of found) {
    if (counterpart.kind === "absent") continue;
    for (const path of counterpart.paths) {
      const claim = { owner, entry, by: strengthOf(path, entry) };
      claims.set(path, [...(claims.get(path) ?? []), claim]);
    }
  }
  return claims;
}

function strengthOf(path: string, { kind, path: named }: PackingEntry): Claim["by"] {
  if (path === bytesOf(named)) return "name";
  return kind === "lib" || /\.so\.[0-9]/.test(named) ? "number" : "counterpart";
}

type Shares = {
  /** Path → the claim that got it, for files of packages that are built. */
  readonly taken: ReadonlyMap<string, Claim>;
  /** What goes to the package without a list. */
  readonly rest: ReadonlySet<string>;
  readonly restOwner: Subpackage | undefined;
  readonly unlisted: readonly Unlisted[];
  readonly disputes: readonly Diagnostic[];
};

function sharesOf(
  port: Cut,
  entries: readonly ScannedEntry[],
  claims: ReadonlyMap<string, readonly Claim[]>,
): Shares {
  const restOwner = port.packages.find(({ packingList }) => packingList === undefined);
  const taken = new Map<string, Claim>();
  const rest = new Set<string>();
  const strays: string[] = [];
  const disputes: Diagnostic[] = [];
  for (const { path, status } of entries) {
    if (status.kind === "folder") continue;
    const all = claims.get(path) ?? [];
    const live = all.filter(({ owner, entry }) => port.packages.includes(owner) && entry.fate === "packed");
    const strongest = STRENGTH.find((by) => live.some((claim) => claim.by === by));
    const [first, ...others] = live.filter(({ by }) => by === strongest);
    const other = others.find(({ owner }) => owner !== first?.owner);
    if (first && other) disputes.push(listDispute(path, first, other));
    else if (first) taken.set(path, first);
    else if (all.length > 0 || goesUnlisted(path)) continue;
    else if (restOwner) rest.add(path);
    else strays.push(path);
  }
  return { taken, rest, restOwner, unlisted: neighboursOf(strays, port), disputes };
}

/** Each file that no list names, with the line that stands where it would. */
function neighboursOf(paths: readonly string[], port: Cut): readonly Unlisted[] {
  const lines = new Map<string, PackingEntry>();
  for (const { packingList = [] } of port.packages) {
    for (const entry of packingList) {
      for (const folder of foldersOf(bytesOf(entry.path))) if (!lines.has(folder)) lines.set(folder, entry);
    }
  }
  return paths.map((path) => ({
    path,
    neighbour: foldersOf(path)
      .map((folder) => lines.get(folder))
      .find((entry) => entry !== undefined),
  }));
}

/** `a/b/c` → `a/b`, `a`, and the top. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), ""];
}

type Cutting = {
  readonly entries: readonly ScannedEntry[];
  readonly shares: Shares;
  readonly found: readonly (Found & { readonly owner: Subpackage })[];
};

function listOf(subpackage: Subpackage, { entries, shares, found }: Cutting): PackingList {
  const own = found.filter(({ owner, entry }) => owner === subpackage && entry.fate === "packed");
  const paths = new Set<string>();
  const kinds = new Map<string, PackingKind>();
  const modes = new Map<string, number>();
  const add = (path: string) => {
    for (const one of [path, ...foldersOf(path).slice(0, -1)]) paths.add(one);
  };
  for (const [path, { owner, entry }] of shares.taken) {
    if (owner !== subpackage) continue;
    add(path);
    kinds.set(path, entry.kind);
    if (entry.mode !== undefined) modes.set(path, entry.mode & 0o777);
  }
  if (subpackage === shares.restOwner) for (const path of shares.rest) add(path);
  for (const { entry, counterpart } of own) {
    if (counterpart.kind === "absent") continue;
    for (const path of counterpart.paths) {
      if (shares.taken.has(path)) continue;
      // What is left are folders.
      if (entries.some((one) => one.path === path && one.status.kind === "folder")) add(path);
      if (entry.mode !== undefined) modes.set(path, entry.mode & 0o777);
    }
  }
  const samples = samplesOf(subpackage, { entries, shares, found });
  const scanned = entries
    .filter(({ path }) => paths.has(path))
    .map((entry) => withMode(entry, modes.get(entry.path)));
  const inPlace = new Set(scanned.map(({ path }) => path));
  const added = samples.entries.filter(({ path }) => !inPlace.has(path));
  return {
    subpackage,
    entries: added.length === 0 ? scanned : [...scanned, ...added].sort(inArchiveOrder),
    copies: samples.copies,
    kinds,
  };
}

function withMode(entry: ScannedEntry, mode: number | undefined): ScannedEntry {
  if (mode === undefined || entry.status.kind === "link") return entry;
  return { ...entry, status: { ...entry.status, mode } };
}

/** A folder before what is in it, names by code unit. */
function inArchiveOrder(a: ScannedEntry, b: ScannedEntry): number {
  const [first, second] = [a.path.replaceAll("/", "\0"), b.path.replaceAll("/", "\0")];
  return first < second ? -1 : first > second ? 1 : 0;
}

type Samples = {
  readonly entries: readonly ScannedEntry[];
  readonly copies: ReadonlyMap<string, string>;
};

/** `@sample`: OpenBSD copies the file before it there when the package is installed; here the package brings the copy. */
function samplesOf(subpackage: Subpackage, { entries, shares, found }: Cutting): Samples {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const added = new Map<string, ScannedEntry>();
  const copies = new Map<string, string>();
  for (const { kind, path: text, of, mode } of subpackage.packingList ?? []) {
    const path = bytesOf(text);
    if (kind !== "sample" || (byPath.has(path) && of !== undefined)) continue;
    const source = of === undefined ? undefined : sourceOf(bytesOf(of), { found, subpackage });
    const copied = source === undefined ? undefined : byPath.get(source);
    const isFile = copied?.status.kind === "file" && shares.taken.get(copied.path)?.owner === subpackage;
    if (of !== undefined && !isFile) continue;
    const status =
      copied && of !== undefined
        ? { ...copied.status, identity: `${copied.status.identity} as ${path}`, links: 1 }
        : folderStatus(path);
    added.set(path, {
      path,
      target: "",
      status: mode === undefined ? status : { ...status, mode: mode & 0o777 },
    });
    if (copied && of !== undefined) copies.set(path, copied.path);
    for (const folder of foldersOf(path).slice(0, -1)) {
      added.set(folder, byPath.get(folder) ?? { path: folder, target: "", status: folderStatus(folder) });
    }
  }
  return { entries: [...added.values()], copies };
}

function sourceOf(
  path: string,
  { found, subpackage }: Pick<Cutting, "found"> & { readonly subpackage: Subpackage },
): string | undefined {
  const line = found.find(({ owner, entry }) => owner === subpackage && bytesOf(entry.path) === path);
  return line && line.counterpart.kind !== "absent" ? line.counterpart.paths[0] : undefined;
}

function folderStatus(path: string): ScannedEntry["status"] {
  return { kind: "folder", sizeBytes: 0, mode: 0o755, modifiedMs: 0, identity: `sample ${path}`, links: 1 };
}
