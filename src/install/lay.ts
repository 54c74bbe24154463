// Links and settings that a change of the installed packages brings to the system tree, or takes away from it.

import posix from "node:path/posix";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import type { Known } from "./database.ts";
import { formatLaid, type Laid, laidFile, readLaid } from "./laid.ts";
import { type Bench, beside } from "./lay-bench.ts";
import { planSettings } from "./settings.ts";
import { locate, type Site } from "./site.ts";
import { currentOf, type LinkConflict, type WantedLink, wantedLinks } from "./system-tree.ts";
import type { Change, Transaction } from "./transaction.ts";
import { trouble } from "./trouble.ts";

export type Laying = {
  /** All that will be installed. */
  readonly after: readonly Known[];
  /** Of those that are still to be moved in, where they lie by now, by content. */
  readonly trees: ReadonlyMap<string, HostPath>;
  /** Those that are linked by this change, by content. */
  readonly fresh: ReadonlySet<string>;
  readonly transaction: Transaction;
};

export type PlannedLaying = Pick<Change, "moves" | "folders" | "emptied"> & {
  /** What could not be laid, and what was left as the user has it. */
  readonly warnings: readonly Diagnostic[];
};

/** Renames only: whatever is new is made beside its place first. Nothing of anybody else's is written over. */
export async function planLaying(site: Site, laying: Laying, host: Host): Promise<Result<PlannedLaying>> {
  const read = await readLaid(site, host);
  if (!read.ok) return read;
  const laid = read.value;
  const current = currentOf(laying.after);
  if (current.length === 0 && formatLaid(laid) === undefined) return ok(NOTHING);
  const bench: Bench = { site, host, transaction: laying.transaction, count: 0, warnings: [], moves: [] };
  const trees = new Map<string, HostPath>();
  for (const one of current) {
    const place = await locate(site, one.prefix, host);
    if (!place.ok) return place;
    trees.set(one.package.contentDigest, laying.trees.get(one.package.contentDigest) ?? place.value);
  }
  const settings = await planSettings(bench, { current, trees, fresh: laying.fresh, laid: laid.settings });
  if (!settings.ok) return settings;
  const wanted = wantedLinks(current, { settings: settings.value.files, laid: laid.links });
  bench.warnings.push(...wanted.conflicts.map(linkConflict));
  const links = await planLinks(bench, { wanted: wanted.links, laid: laid.links });
  if (!links.ok) return links;
  const kept = [...links.value.keys(), ...settings.value.places];
  const folders = await foldersFor(bench, { kept, laid: laid.folders });
  if (!folders.ok) return folders;
  const next = { links: links.value, folders: folders.value.own, settings: settings.value.laid };
  await planRecord(bench, next);
  return ok({
    moves: bench.moves,
    folders: folders.value.needed,
    emptied: folders.value.emptied,
    warnings: bench.warnings,
  });
}

const NOTHING: PlannedLaying = { moves: [], folders: [], emptied: [], warnings: [] };

type Links = {
  readonly wanted: readonly WantedLink[];
  readonly laid: ReadonlyMap<string, string>;
};

/** Those that are there at the end, and ours. */
async function planLinks(
  bench: Bench,
  { wanted, laid }: Links,
): Promise<Result<ReadonlyMap<string, string>>> {
  const { host, site } = bench;
  const own = new Map<string, string>();
  const targets = new Map(wanted.map(({ path, target }) => [path, target]));
  for (const [path, target] of laid) {
    const place = await locate(site, posix.dirname(path), host);
    // A folder that leads elsewhere by now holds none of ours.
    if (!place.ok) continue;
    const link = joinPath(place.value, posix.basename(path));
    if ((await linkAt(link, host)) !== target) continue;
    if (targets.get(path) === target) own.set(path, target);
    else bench.moves.push({ from: link, to: await beside(bench, link, "old-link") });
  }
  for (const { path, target, owner } of wanted) {
    if (own.has(path)) continue;
    const folder = await locate(site, posix.dirname(path), host);
    if (!folder.ok) return folder;
    const link = joinPath(folder.value, posix.basename(path));
    const there = bench.moves.some(({ from }) => from === link) ? undefined : await host.status(link);
    // What leads there already is somebody's own, and serves as well.
    if (there && (await linkAt(link, host)) === target) continue;
    const stranger = there ? link : await strangerAbove(bench, link);
    if (stranger !== undefined) {
      bench.warnings.push(inTheWay(path, owner, stranger));
      continue;
    }
    const made = await beside(bench, link, "link");
    await host.makeLink(target, made);
    bench.moves.push({ from: made, to: link });
    own.set(path, target);
  }
  return ok(own);
}

async function linkAt(file: HostPath, host: Host): Promise<string | undefined> {
  return (await host.status(file))?.kind === "link" ? await host.readLink(file) : undefined;
}

/** What stands where a folder must be; a link to a folder is one. */
async function strangerAbove({ host, moves }: Bench, link: HostPath): Promise<HostPath | undefined> {
  for (let above = joinPath(link, ".."); above !== "/"; above = joinPath(above, "..")) {
    if (moves.some(({ from }) => from === above)) continue;
    const real = await host.realPath(above);
    const status = real === undefined ? await host.status(above) : await host.status(real);
    if (status) return status.kind === "folder" ? undefined : above;
  }
  return undefined;
}

type Folders = { readonly kept: readonly string[]; readonly laid: readonly string[] };

type PlannedFolders = {
  readonly needed: readonly HostPath[];
  /** Those that are ours: only they go when they are empty. */
  readonly own: readonly string[];
  readonly emptied: readonly HostPath[];
};

async function foldersFor({ site, host }: Bench, { kept, laid }: Folders): Promise<Result<PlannedFolders>> {
  const used = new Set(kept.flatMap((path) => foldersAbove(path)));
  const own = laid.filter((folder) => used.has(folder));
  const needed: HostPath[] = [];
  for (const folder of used) {
    const place = await locate(site, folder, host);
    if (!place.ok) return place;
    if (await host.status(place.value)) continue;
    needed.push(place.value);
    if (!own.includes(folder)) own.push(folder);
  }
  const emptied: HostPath[] = [];
  // The deepest first.
  for (const folder of laid.filter((one) => !used.has(one)).sort((a, b) => b.length - a.length)) {
    const place = await locate(site, folder, host);
    if (place.ok) emptied.push(place.value);
  }
  return ok({ needed, own, emptied });
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}

async function planRecord(bench: Bench, next: Laid): Promise<void> {
  const { host, site, moves } = bench;
  const file = laidFile(site);
  const text = formatLaid(next);
  if ((await host.readText(file)) === text) return;
  if (await host.status(file)) moves.push({ from: file, to: await beside(bench, file, "old-laid") });
  if (text === undefined) return;
  const made = await beside(bench, file, "laid");
  await host.writeFile(made, text);
  moves.push({ from: made, to: file });
}

function linkConflict({ path, kept, left }: LinkConflict): Diagnostic {
  return {
    ...trouble(
      "install/link-conflict",
      `\`${left}\` has no link at \`${path}\`, which is \`${kept}\`'s`,
      `call it by its own path; \`tarwright remove ${kept}\` makes room for the link`,
    ),
    severity: "warning",
  };
}

function inTheWay(path: string, owner: string, stranger: HostPath): Diagnostic {
  return {
    ...trouble(
      "install/link-in-the-way",
      `\`${owner}\` has no link at \`${path}\`: \`${stranger}\` is there, and no package owns it`,
      "look at it, move it away, then install with `--link` again",
    ),
    severity: "warning",
  };
}
