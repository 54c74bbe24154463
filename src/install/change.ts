import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type PublicKey, unpackPackage } from "../package/package.ts";
import { type Diagnostic, ok, type Report, type Result, wrong } from "../report.ts";
import {
  entriesOf,
  formatEntries,
  formatInstalled,
  type Installed,
  type Known,
  listFile,
  readInstalled,
  withEntries,
} from "./database.ts";
import { writeProfile } from "./environment.ts";
import { planLaying } from "./lay.ts";
import { at, type Ground, movesAway, movesIn, type Staged } from "./placement.ts";
import { locate, type Site } from "./site.ts";
import type { FoundArchive } from "./source.ts";
import { DEFAULT_TREES } from "./system-tree.ts";
import { inTransaction, type Move, type Transaction } from "./transaction.ts";
import { worldTrouble } from "./trouble.ts";

/** A package that is to come. */
export type Arrival = {
  /** What will be remembered of it. */
  readonly record: Installed;
  readonly found: FoundArchive;
  /** Of which one must have signed the archive; undefined when no signature is asked for. */
  readonly keys: readonly PublicKey[] | undefined;
};

export type SiteChange = {
  readonly arrivals: readonly Arrival[];
  readonly departures: readonly Installed[];
  /** Contents of packages that were asked for by name, whatever brought them. */
  readonly asked: readonly string[];
  /** What was installed when this was decided. */
  readonly basis: readonly Installed[];
  readonly setuid: "refuse" | "keep";
  /** Packages that are to be linked into a system tree, by content; those that are linked stay so. */
  readonly linking?: { readonly tree: string | undefined; readonly contents: readonly string[] };
};

export type Changed = {
  /** All that is at the site now. */
  readonly installed: readonly Known[];
  /** A warning for each file that somebody had edited, and that went out of the way; for links that could not be made. */
  readonly warnings: readonly Diagnostic[];
};

/** Nothing was done, and nobody looked what is there. */
export const UNCHANGED: Changed = { installed: [], warnings: [] };

export type Means = { readonly host: Host; readonly report: Report };

/** Takes away and brings, as one change: after it, or after whatever ended it, all of it is done or nothing. */
export async function changeSite(
  site: Site,
  change: SiteChange,
  { host, report }: Means,
  signal: AbortSignal,
): Promise<Result<Changed>> {
  return inTransaction(site, host, async (transaction) => {
    const current = await readInstalled(site, host);
    if (!current.ok) return current;
    if (formatInstalled(current.value) !== formatInstalled(change.basis)) return wrong(overtaken(site));
    const known = await withEntries(site, current.value, host);
    if (!known.ok) return known;
    const gone = new Set(change.departures.map(({ package: row }) => row.file));
    const staying = known.value.filter(({ package: row }) => !gone.has(row.file));
    const departing = known.value.filter(({ package: row }) => gone.has(row.file));
    const arriving: Arriving[] = [];
    for (const [index, arrival] of change.arrivals.entries()) {
      const what = "unpacking";
      report({ kind: "progress", what, done: index, total: change.arrivals.length, unit: "packages" });
      const staged = await stage(site, { ...change, arrival, index, transaction, host }, signal);
      if (!staged.ok) return staged;
      arriving.push(staged.value);
    }
    const moves = await plan(site, { staying, departing, arriving, transaction }, host);
    if (!moves.ok) return moves;
    signal.throwIfAborted();
    const stay = staying.map((one) =>
      change.asked.includes(one.package.contentDigest) ? { ...one, why: "asked" as const } : one,
    );
    const after = linkedFrom([...stay, ...arriving.map(({ known: one }) => one)], change.linking);
    const trees = new Map(arriving.map(({ known: one, staged }) => [one.package.contentDigest, staged.tree]));
    const fresh = new Set([...trees.keys(), ...(change.linking?.contents ?? [])]);
    const laying = await planLaying(site, { after, trees, fresh, transaction }, host);
    if (!laying.ok) return laying;
    const installed = after.map(({ entries: _, ...record }): Installed => record);
    if (formatInstalled(installed) !== formatInstalled(current.value)) {
      const { edited, moves: others, folders, emptied } = moves.value;
      await transaction.commit({
        folders: [...folders, ...laying.value.folders],
        moves: [...edited, ...others, ...laying.value.moves],
        emptied: [...laying.value.emptied, ...emptied],
        installed,
      });
    }
    await writeProfile(site, after, host);
    return ok({
      installed: after,
      warnings: [...moves.value.edited.map(keptAside), ...laying.value.warnings],
    });
  });
}

/** What is linked now was linked last. */
function linkedFrom(after: readonly Known[], linking: SiteChange["linking"]): readonly Known[] {
  if (!linking) return after;
  let rank = Math.max(0, ...after.map(({ linked }) => linked?.rank ?? 0));
  return after.map((one) => {
    if (!linking.contents.includes(one.package.contentDigest)) return one;
    const tree = linking.tree ?? DEFAULT_TREES[one.package.layout];
    rank += 1;
    return { ...one, linked: { tree, rank } };
  });
}

type Arriving = { readonly known: Known; readonly staged: Staged; readonly list: Move };

type Staging = Omit<SiteChange, "arrivals"> & {
  readonly arrival: Arrival;
  readonly index: number;
  readonly transaction: Transaction;
  readonly host: Host;
};

/** Unpacked beside its place, and its list beside that of the others. */
async function stage(site: Site, staging: Staging, signal: AbortSignal): Promise<Result<Arriving>> {
  const { record, found, keys } = staging.arrival;
  const { host, transaction, index, setuid } = staging;
  const place = await locate(site, record.prefix, host);
  if (!place.ok) return place;
  const folder = joinPath(await transaction.stageBeside(place.value), `new-${index}`);
  const trust = keys ? ({ kind: "keys", keys } as const) : ({ kind: "index" } as const);
  const tree = await unpackPackage({ ...found, row: record.package, folder, trust, setuid }, host, signal);
  if (!tree.ok) return tree;
  const entries = entriesOf(tree.value.members);
  const list = listFile(site, record.package);
  const from = joinPath(await transaction.stageBeside(joinPath(site.state, "lists")), `list-${index}`);
  await host.writeFile(from, formatEntries(entries));
  const { fullpkgname } = record.package;
  return ok({
    known: { ...record, entries },
    staged: { fullpkgname, place: place.value, entries, tree: tree.value.folder },
    list: { from, to: list },
  });
}

type Planning = {
  readonly staying: readonly Known[];
  readonly departing: readonly Known[];
  readonly arriving: readonly Arriving[];
  readonly transaction: Transaction;
};

type Plan = {
  readonly folders: HostPath[];
  /** Files that somebody edited, before all others. */
  readonly edited: Move[];
  readonly moves: Move[];
  readonly emptied: HostPath[];
};

async function plan(
  site: Site,
  { staying, departing, arriving, transaction }: Planning,
  host: Host,
): Promise<Result<Plan>> {
  const placed = async (known: Known) => {
    const place = await locate(site, known.prefix, host);
    return place.ok
      ? ok({ fullpkgname: known.package.fullpkgname, place: place.value, entries: known.entries })
      : place;
  };
  const owners = new Map<HostPath, { readonly fullpkgname: string; readonly kind: "file" | "folder" }>();
  const own = (one: Omit<Staged, "tree">) => {
    for (const { path, kind } of one.entries) {
      const kept = kind === "folder" ? "folder" : "file";
      owners.set(at(one.place, path), { fullpkgname: one.fullpkgname, kind: kept });
    }
  };
  const others = [];
  for (const known of staying) {
    const one = await placed(known);
    if (!one.ok) return one;
    others.push(one.value);
    own(one.value);
  }
  const done: Plan = { folders: [], edited: [], moves: [], emptied: [] };
  const freed = new Set<HostPath>();
  for (const [index, known] of departing.entries()) {
    const one = await placed(known);
    if (!one.ok) return one;
    const aside = joinPath(await transaction.stageBeside(one.value.place), `old-${index}`);
    const leaving = await movesAway(one.value, { others, aside }, host);
    const isApart = leaving.moves.every(({ to }) => to !== aside);
    if (isApart) await host.makeFolder(aside);
    done.edited.push(...leaving.edited);
    done.moves.push(...leaving.moves, await listAway(site, known, { transaction, index }));
    done.emptied.push(...leaving.emptied);
    for (const file of leaving.freed) freed.add(file);
  }
  const arrived = new Map<HostPath, "file" | "folder">();
  const ground: Ground = {
    kindAt: async (file) =>
      arrived.get(file) ?? (freed.has(file) ? undefined : (await host.status(file))?.kind),
    ownerOf: (file) => owners.get(file)?.fullpkgname,
  };
  const collisions: Diagnostic[] = [];
  for (const { staged, list } of arriving) {
    const moves = await movesIn(staged, ground);
    if (!moves.ok) {
      collisions.push(...moves.error);
      continue;
    }
    done.moves.push(...moves.value.moves, list);
    done.folders.push(...moves.value.folders, joinPath(list.to, ".."));
    own(staged);
    for (const { path, kind } of staged.entries) {
      arrived.set(at(staged.place, path), kind === "folder" ? "folder" : "file");
    }
  }
  // What is a folder of a package that stays or comes is wanted, empty or not.
  const emptied = done.emptied.filter((folder) => !owners.has(folder));
  return collisions.length > 0 ? { ok: false, error: collisions } : ok({ ...done, emptied });
}

async function listAway(
  site: Site,
  { package: row }: Known,
  { transaction, index }: { readonly transaction: Transaction; readonly index: number },
): Promise<Move> {
  const from = listFile(site, row);
  return { from, to: joinPath(await transaction.stageBeside(from), `old-list-${index}`) };
}

function keptAside({ from, to }: Move): Diagnostic {
  return {
    severity: "warning",
    code: "install/kept-aside",
    blame: "request",
    message: `\`${from}\` was changed since it was installed: it is kept as \`${to}\``,
    help: "take from it what you still want, then remove it",
  };
}

function overtaken({ folder }: Site): Diagnostic {
  return worldTrouble(
    "install/busy",
    `another run changed what is installed in \`${folder}\` in the meantime`,
    "run it again",
  );
}
