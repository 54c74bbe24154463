import { type Job, type JobId, type Layout, type Package, tagOf } from "../port/port.ts";
import { type Diagnostic, ok, type Result, sortDiagnostics } from "../report.ts";
import { arrange } from "./arrange.ts";
import type { Candidate, Platform } from "./candidate.ts";
import { type Fingerprint, type FolderFile, fingerprint, recipeDigest } from "./fingerprint.ts";
import { gather, type Seed } from "./gather.ts";
import type { Edge, LeftOut, Plan, PlannedJob, PlannedPackage, ReleasedFile } from "./model.ts";
import { shelfOf, withNeeds } from "./needs.ts";
import { fileKey, type Node, type Offer } from "./offers.ts";
import { neededBy } from "./order.ts";
import type { Links, Supplies } from "./resolve.ts";
import { selectSubpackages } from "./selection.ts";
import { planShards, type Sharding, type Unplaced } from "./shards.ts";
import { type Standing, standing } from "./standing.ts";
import { expectedTimes } from "./times.ts";
import { freshRow, type Release, reasonFor, releaseOfRows } from "./verdict.ts";

export type PlanRequest = {
  /** All ports that may be built if something needs them. */
  readonly candidates: readonly Candidate[];
  /** What is asked for. */
  readonly seeds: readonly Seed[];
  readonly platforms: readonly Platform[];
  readonly layout: Layout;
  /** Those to keep; empty for all. */
  readonly subpackages: readonly string[];
  readonly configureOptions: readonly string[];
  /** Rows of releases whose signatures were verified. */
  readonly release: readonly Package[];
  /** Of these releases: may be a template. Undefined for a folder. */
  readonly tag: string | undefined;
  readonly supplies: Supplies;
  readonly ranks: number;
  readonly runners: number;
  readonly commands: Plan["commands"];
  /** What the plan is made without from the start; undefined: whatever is missing somewhere is an error. */
  readonly leftOut: readonly LeftOut[] | undefined;
};

export type Planned = { readonly plan: Plan; readonly warnings: readonly Diagnostic[] };

/** Decides everything, or tells all that is in the way of it. */
export function planPorts(request: PlanRequest): Result<Planned> {
  const settled = settle(request);
  if (!settled.ok) return settled;
  const { order, links, leftOut, warnings } = settled.value;
  const release = releaseOfRows(request.release);
  const made = fingerprints(order, links, request);
  const judged = { ...settled.value, release, made };
  const drafts = draftsOf(request, { ...judged, fresh: freshNodes(judged, request) });
  const shards = planShards(
    drafts.filter(({ reason }) => reason !== undefined),
    request,
  );
  const plan: Plan = {
    version: 1,
    commands: request.commands,
    bases: request.platforms.map(({ base, arch, wanted, source }) => ({
      name: base.name,
      arch,
      wanted,
      source,
      digest: base.digest,
    })),
    jobs: drafts.map((draft) => jobOf(draft, shards.places, request)),
    edges: edgesOf(order, links),
    ranks: request.ranks,
    shards: shards.shards,
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
  return ok({ plan, warnings: [...warnings, ...shards.warnings] });
}

function edgesOf(order: readonly Node[], links: Links): readonly Edge[] {
  const byId = [...order].sort((a, b) => (a.job.id < b.job.id ? -1 : 1));
  const edges: Edge[] = [];
  for (const node of byId) {
    const job = node.job.id;
    const needs = [...neededBy(node, links)].map((need) => need.job.id);
    for (const need of needs.sort()) edges.push({ job, needs: need });
  }
  return edges;
}

type Settled = Pick<Standing, "order" | "links" | "owned" | "makers" | "leftOut" | "warnings">;

/** Which jobs there are, and what each takes from which. */
function settle(request: PlanRequest): Result<Settled> {
  const { nodes, offers, diagnostics } = gather(request);
  const arrangeAll = (some: readonly Node[], leftOut: readonly LeftOut[]) =>
    arrange(some, { ...request, offers, leftOut });
  const { lacking, circles, clashes, order, links, owned, ...rest } = request.leftOut
    ? standing(nodes, request.leftOut, arrangeAll)
    : { ...arrangeAll(nodes, []), leftOut: [], warnings: [] };
  // Each once: all jobs of a circle are told the same.
  const troubles = [
    ...diagnostics,
    ...[...lacking.values()].flat(),
    ...new Set(circles.values()),
    ...clashes,
  ];
  if (troubles.length > 0) return { ok: false, error: sortDiagnostics(troubles) };
  const selected = selectSubpackages(owned, { names: request.subpackages, links });
  if (selected.diagnostics.length > 0) return { ok: false, error: sortDiagnostics(selected.diagnostics) };
  const wanted = request.subpackages.length > 0 ? withoutIdle(order, selected.owned) : order;
  return ok({ ...rest, order: wanted, links, owned: selected.owned });
}

/** Without jobs that could make only packages that nobody wants. */
function withoutIdle(order: readonly Node[], owned: Settled["owned"]): readonly Node[] {
  const wanted = new Set([...owned.values()].flat().map(({ key }) => key));
  return order.filter(({ keys }) => keys.some((key) => wanted.has(key)));
}

function fingerprints(
  order: readonly Node[],
  links: Links,
  { configureOptions }: PlanRequest,
): ReadonlyMap<Node, Fingerprint> {
  const made = new Map<Node, Fingerprint>();
  for (const node of order) {
    const dependencies = (links.get(node) ?? []).map(({ offer: { from, fullpkgname } }) => ({
      fullpkgname,
      fingerprint: from.kind === "released" ? from.row.fingerprint : (made.get(from.node)?.fingerprint ?? ""),
    }));
    made.set(node, fingerprint({ job: node.job, files: filesOf(node), dependencies, configureOptions }));
  }
  return made;
}

function filesOf({ candidate, port }: Node): readonly FolderFile[] {
  return [...candidate.files, ...(candidate.memberFiles?.(port) ?? [])];
}

type Judged = Settled & { readonly release: Release; readonly made: ReadonlyMap<Node, Fingerprint> };

/** All of whose packages are in the release with this very fingerprint; and what was proved of these. */
function freshNodes(judged: Judged, request: PlanRequest): ReadonlySet<Node> {
  const { order, owned, makers, links } = judged;
  const fresh = new Set(order.filter((node) => isReleased(node, judged)));
  for (const node of order) {
    if (owned.get(node)?.length !== 0) continue;
    const others = [...(makers.get(node) ?? [])];
    const isProved =
      isRecipeReleased(node, judged, request) &&
      [...others, ...neededBy(node, links)].every((one) => fresh.has(one));
    // What is to be equal is made side by side.
    if (!isProved) for (const one of [node, ...others]) fresh.delete(one);
  }
  return fresh;
}

function isReleased(node: Node, { owned, release, made }: Judged): boolean {
  const digest = fingerprintOf(made, node).fingerprint;
  return (owned.get(node) ?? []).every((offer) => freshRow(offer, { release, fingerprint: digest }));
}

/** A job that makes no package of its own has left no fingerprint; the recipe is that of all choices. */
function isRecipeReleased(node: Node, { release }: Judged, { configureOptions }: PlanRequest): boolean {
  const digest = recipeDigest({ job: node.job, files: filesOf(node), dependencies: [], configureOptions });
  const rows = node.keys.flatMap((key) => release.byFile.get(key) ?? []);
  return rows.every(({ recipe }) => recipe === digest);
}

function fingerprintOf(made: Judged["made"], node: Node): Fingerprint {
  const found = made.get(node);
  if (!found) throw new Error(`${node.job.id} has no fingerprint`);
  return found;
}

/** A job of which is known whether and why it runs, and not yet where. */
type Draft = Unplaced &
  Pick<PlannedJob, "packages" | "compared" | "released" | "fingerprint"> & {
    readonly node: Node;
    /** Of one that runs. */
    readonly reason: string | undefined;
  };

function draftsOf(
  { tag }: PlanRequest,
  judged: Judged & { readonly fresh: ReadonlySet<Node> },
): readonly Draft[] {
  const { order, links, owned, release, made, fresh } = judged;
  const shelf = shelfOf(links, [...owned.values()].flat(), release.rows);
  const times = expectedTimes(madeBy(judged), release);
  const places = { ...judged, tag };
  return order.map((node): Draft => {
    const own = owned.get(node) ?? [];
    const digest = fingerprintOf(made, node);
    const inBox = withNeeds(
      (links.get(node) ?? []).map(({ offer }) => offer),
      shelf,
    );
    const { needs, released } = fresh.has(node) ? NOTHING : sourcesOf(inBox, places);
    return {
      node,
      id: node.job.id,
      base: node.job.base.name,
      arch: node.job.arch,
      fingerprint: digest.fingerprint,
      packages: own.map(({ fullpkgname, from }) => ({
        subpackage: from.kind === "planned" ? from.subpackage.name : "",
        fullpkgname,
      })),
      compared: comparedBy(node, own, shelf.planned),
      needs,
      released,
      expectedMs: Math.round(times.get(node) ?? 0),
      reason: fresh.has(node) ? undefined : reasonFor(node, digest, { owned: own, release }),
    };
  });
}

/** Written out in the order of the plan's keys. */
function jobOf(
  { node, fingerprint: digest, packages, compared, needs, released, expectedMs, reason }: Draft,
  places: Sharding["places"],
  { configureOptions }: PlanRequest,
): PlannedJob {
  const { candidate, port, job } = node;
  return {
    id: job.id,
    pkgpath: port.pkgpath,
    folder: candidate.folder,
    version: port.version,
    flavors: port.flavors.chosen,
    base: job.base.name,
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    configureOptions,
    fingerprint: digest,
    packages,
    compared,
    needs,
    released,
    expectedMs,
    verdict: reason === undefined ? { kind: "fresh" } : runVerdict(job, reason, places),
  };
}

function runVerdict({ id }: Job, reason: string, places: Sharding["places"]): PlannedJob["verdict"] {
  const shard = places.get(id);
  if (!shard) throw new Error(`${id} is in no shard`);
  return { kind: "run", reason, rank: shard.rank, shard: shard.name };
}

/** A fresh job has no buildbox. */
const NOTHING = { needs: [], released: [] };

/** What each job makes, for itself or only to prove something. */
function madeBy({ owned, makers }: Settled): ReadonlyMap<Node, readonly Offer[]> {
  return new Map(
    [...owned].map(([node, own]) => [
      node,
      own.length > 0 ? own : [...(makers.get(node) ?? [])].flatMap((one) => owned.get(one) ?? []),
    ]),
  );
}

/** What the job could make as well, and another does. */
function comparedBy(
  node: Node,
  own: readonly Offer[],
  planned: ReadonlyMap<string, Offer>,
): readonly PlannedPackage[] {
  if (own.length === node.port.packages.length) return [];
  const names = own.map(({ fullpkgname }) => fullpkgname);
  return node.port.packages
    .filter(({ fullpkgname }) => !names.includes(fullpkgname) && planned.has(fileKey(node, fullpkgname)))
    .map(({ fullpkgname, name }) => ({ subpackage: name, fullpkgname }));
}

/** Where the packages in a buildbox come from. */
function sourcesOf(
  inBox: readonly Offer[],
  {
    fresh,
    release,
    made,
    tag,
  }: Pick<Judged, "release" | "made"> & {
    readonly fresh: ReadonlySet<Node>;
    readonly tag: PlanRequest["tag"];
  },
): Pick<PlannedJob, "needs" | "released"> {
  const needs = new Set<JobId>();
  const released = new Map<string, ReleasedFile>();
  for (const offer of inBox) {
    const { from } = offer;
    if (from.kind === "planned" && !fresh.has(from.node)) {
      needs.add(from.node.job.id);
      continue;
    }
    const row =
      from.kind === "released"
        ? from.row
        : freshRow(offer, { release, fingerprint: fingerprintOf(made, from.node).fingerprint });
    if (!row) continue;
    const { file, sha256 } = row;
    released.set(file, { file, sha256, ...(tag === undefined ? {} : { tag: tagOf(row, tag) }) });
  }
  return { needs: [...needs].sort(), released: [...released.values()].sort(byFile) };
}

function byFile(a: ReleasedFile, b: ReleasedFile): number {
  return a.file < b.file ? -1 : 1;
}
