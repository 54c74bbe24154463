import { type JobId, type Layout, type Package, tagOf } from "../port/port.ts";
import { type Diagnostic, ok, type Result, sortDiagnostics } from "../report.ts";
import type { Candidate, Platform } from "./candidate.ts";
import { type Fingerprint, type FolderFile, fingerprint } from "./fingerprint.ts";
import { gather, type Seed } from "./gather.ts";
import type { Edge, Plan, PlannedJob, PlannedPackage, ReleasedFile } from "./model.ts";
import { shelfOf, withNeeds } from "./needs.ts";
import { type Node, type Offer, Offers, offerOfRow, placeOf } from "./offers.ts";
import { neededBy, orderOf } from "./order.ts";
import { fileKey, ownersOf } from "./owners.ts";
import { type Links, resolve, type Supplies } from "./resolve.ts";
import { selectSubpackages } from "./selection.ts";
import { planShards, type Unplaced } from "./shards.ts";
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
};

export type Planned = { readonly plan: Plan; readonly warnings: readonly Diagnostic[] };

/** Decides everything, or tells all that is in the way of it. */
export function planPorts(request: PlanRequest): Result<Planned> {
  const settled = settle(request);
  if (!settled.ok) return settled;
  const { order, links, owned } = settled.value;
  const release = releaseOfRows(request.release);
  const made = fingerprints(order, links, request);
  const fresh = new Set(order.filter((node) => isFresh(node, { owned, release, made })));
  const jobs = jobsOf(request, { ...settled.value, release, made, fresh });
  const shards = planShards(jobs, request);
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
    jobs: shards.jobs,
    edges: edgesOf(order, links),
    ranks: request.ranks,
    shards: shards.shards,
  };
  return ok({ plan, warnings: shards.warnings });
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

type Settled = {
  /** Dependencies first; only jobs that have something to make. */
  readonly order: readonly Node[];
  readonly links: Links;
  readonly owned: ReadonlyMap<Node, readonly Offer[]>;
};

/** Which jobs there are, and what each takes from which. */
function settle(request: PlanRequest): Result<Settled> {
  const { nodes, offers, diagnostics } = gather(request);
  const offered = nodes.flatMap((node) => offers.get(node) ?? []);
  const all = resolve(nodes, offersFrom(offered, request), request);
  const { order, diagnostics: circles } = orderOf(nodes, all.links);
  const troubles = [...diagnostics, ...all.diagnostics, ...circles];
  if (troubles.length > 0) return { ok: false, error: sortDiagnostics(troubles) };
  const { owned, diagnostics: twice } = ownersOf(order, offers);
  if (twice.length > 0) return { ok: false, error: sortDiagnostics(twice) };
  const left = order.filter((node) => owned.has(node));
  // What another job makes now comes from there.
  const isAsItWas = order.every((node) => owned.get(node)?.length === offers.get(node)?.length);
  const final = isAsItWas ? all : resolve(left, offersFrom([...owned.values()].flat(), request), request);
  const selected = selectSubpackages(owned, { names: request.subpackages, links: final.links });
  const last = [...final.diagnostics, ...selected.diagnostics];
  if (last.length > 0) return { ok: false, error: sortDiagnostics(last) };
  return ok({ order: left, links: final.links, owned: selected.owned });
}

/** Of ports that are read here, what the release has is history: they are built, or found fresh. */
function offersFrom(planned: readonly Offer[], { release, candidates }: PlanRequest): Offers {
  const offers = new Offers();
  for (const offer of planned) if (offer.from.kind === "planned") offers.add(offer.from.node.place, offer);
  const known = new Set(candidates.map(({ pkgpath }) => pkgpath));
  for (const row of release) {
    if (!known.has(row.fullpkgpath.replace(/,.*/s, ""))) offers.add(placeOf(row), offerOfRow(row));
  }
  return offers;
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

type Judged = {
  readonly owned: Settled["owned"];
  readonly release: Release;
  readonly made: ReadonlyMap<Node, Fingerprint>;
};

function isFresh(node: Node, { owned, release, made }: Judged): boolean {
  const digest = fingerprintOf(made, node).fingerprint;
  return (owned.get(node) ?? []).every((offer) => freshRow(node, offer, { release, fingerprint: digest }));
}

function fingerprintOf(made: Judged["made"], node: Node): Fingerprint {
  const found = made.get(node);
  if (!found) throw new Error(`${node.job.id} has no fingerprint`);
  return found;
}

function jobsOf(
  { configureOptions, tag }: PlanRequest,
  judged: Settled & Judged & { readonly fresh: ReadonlySet<Node> },
): readonly Unplaced[] {
  const { order, links, owned, release, made, fresh } = judged;
  const shelf = shelfOf(links, [...owned.values()].flat(), release.rows);
  const times = expectedTimes(owned, release);
  return order.map((node): Unplaced => {
    const { candidate, port, job } = node;
    const own = owned.get(node) ?? [];
    const digest = fingerprintOf(made, node);
    const inBox = withNeeds(
      (links.get(node) ?? []).map(({ offer }) => offer),
      shelf,
    );
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
      fingerprint: digest.fingerprint,
      packages: own.map(({ fullpkgname, from }) => ({
        subpackage: from.kind === "planned" ? from.subpackage.name : "",
        fullpkgname,
      })),
      compared: fresh.has(node) ? [] : comparedBy(node, own, shelf.planned),
      ...(fresh.has(node) ? { needs: [], released: [] } : sourcesOf(inBox, { ...judged, tag })),
      expectedMs: Math.round(times.get(node) ?? 0),
      verdict: fresh.has(node)
        ? { kind: "fresh" }
        : { kind: "run", reason: reasonFor(node, digest, { owned: own, release }) },
    };
  });
}

/** What the job could make as well, and another does. */
function comparedBy(
  node: Node,
  own: readonly Offer[],
  planned: ReadonlyMap<string, Offer>,
): readonly PlannedPackage[] {
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
  }: Judged & { readonly fresh: ReadonlySet<Node>; readonly tag: PlanRequest["tag"] },
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
        : freshRow(from.node, offer, { release, fingerprint: fingerprintOf(made, from.node).fingerprint });
    if (!row) continue;
    const { file, sha256 } = row;
    released.set(file, { file, sha256, ...(tag === undefined ? {} : { tag: tagOf(row, tag) }) });
  }
  return { needs: [...needs].sort(), released: [...released.values()].sort(byFile) };
}

function byFile(a: ReleasedFile, b: ReleasedFile): number {
  return a.file < b.file ? -1 : 1;
}
