import { type Handed, takeRoot } from "../base/base.ts";
import { type EngineKind, openEngines } from "../engine/engine.ts";
import { commandLine, type HostPath, joinPath, withScratch } from "../host/host.ts";
import {
  addToFolder,
  readIndex,
  readPublicKey,
  readSignedIndex,
  type StagedPackage,
} from "../package/package.ts";
import {
  formatRecord,
  type JobOutcome,
  type JobRecord,
  type Plan,
  type PlannedJob,
  RECORD_NAME,
  recordedErrors,
  type Shard,
} from "../plan/plan.ts";
import type { Compression, JobId, Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type BuildRequest, buildPort } from "./build-port.ts";
import { readDeliveries } from "./deliveries.ts";
import { failureDiagnostic } from "./failure.ts";
import { type Left, layOut, recordedFile } from "./job-folder.ts";
import { phaseWatch } from "./phase-watch.ts";
import { openPlan, type PlanFile } from "./plan-file.ts";
import { fetchLists, fetchReleased, notReleased, type ReleasePlace } from "./release-lists.ts";
import { type Context, usage } from "./verb.ts";

export type ShardRequest = PlanFile & {
  readonly shard: string;
  /** What jobs of this run have left; undefined when the shard needs none of them. */
  readonly artifacts: HostPath | undefined;
  /** Roots that were made where the plan was; undefined when this machine makes its own. */
  readonly roots: Handed | undefined;
  /** Where the packages are that the plan takes as they are; undefined when it takes none. */
  readonly released: Released | undefined;
  /** A folder for each job: its packages, their index and its record. */
  readonly out: HostPath;
  readonly engine: "auto" | EngineKind;
  readonly distdir: HostPath;
  readonly compression: Compression;
  readonly parallel: number;
};

export type Released =
  /** With their index. */
  | { readonly kind: "folder"; readonly folder: HostPath }
  | { readonly kind: "release"; readonly place: ReleasePlace };

/** What became of each job of the shard, in their order. */
export type ShardAnswer = {
  readonly jobs: readonly { readonly record: JobRecord; readonly packages: readonly Package[] }[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Builds the jobs of a shard one after the other, each with exactly those packages of other jobs that the plan says.
 * A job that fails stops none but those that need it; all leave their record.
 */
export async function buildShard(request: ShardRequest, context: Context): Promise<ShardAnswer> {
  const { host, signal } = context;
  const opened = await openShard(request, context);
  if (!opened.ok) return { jobs: [], diagnostics: opened.error };
  const { plan, shard } = opened.value;
  const rooted = await takeRoots(opened.value, request, context);
  if (!rooted.ok) return { jobs: [], diagnostics: rooted.error };
  const { deliveries, diagnostics } = request.artifacts
    ? await readDeliveries(request.artifacts, plan, host, signal)
    : { deliveries: [], diagnostics: [] };
  const ends = new Map<JobId, End>(
    deliveries.map(({ record, packages }) => [record.job, { outcome: record.end, packages }]),
  );
  const jobs: ShardAnswer["jobs"][number][] = [];
  const found: Diagnostic[] = [...diagnostics];
  for (const job of plan.jobs.filter(({ id }) => shard.jobs.includes(id)).sort(inOrderOf(shard))) {
    const end = await endOf(job, { request, plan, ends }, context);
    ends.set(job.id, end);
    found.push(...end.diagnostics);
    const record = await writeRecord(job, end, { request, plan }, context);
    jobs.push({ record, packages: end.packages.map((one) => one.package) });
  }
  return { jobs, diagnostics: found };
}

type Opened = { readonly plan: Plan; readonly shard: Shard };

async function openShard(request: ShardRequest, { host }: Context): Promise<Result<Opened>> {
  const plan = await openPlan(request, host);
  if (!plan.ok) return plan;
  const { shards } = plan.value;
  const wanted = shards.find(({ name }) => name === request.shard);
  if (wanted) return ok({ plan: plan.value, shard: wanted });
  const names = shards.slice(0, 10).map(({ name }) => name);
  const more = shards.length > names.length ? ", …" : "";
  const help = names.length > 0 ? `choose one of ${names.join(", ")}${more}` : "nothing is to be built";
  return wrong(usage("usage/shard", `the plan has no shard \`${request.shard}\``, help));
}

/** The root of the shard's base, if it was made with the plan. */
async function takeRoots(
  { plan, shard }: Opened,
  { roots }: ShardRequest,
  { host, report, signal }: Context,
): Promise<Result<void>> {
  const base = plan.bases.find(({ name, arch }) => name === shard.base && arch === shard.arch);
  if (!roots || base?.source !== "made") return ok(undefined);
  return await takeRoot(base, roots, { host, report, engines: openEngines(host) }, signal);
}

/** What became of a job, here or elsewhere. */
type End = { readonly outcome: JobOutcome; readonly packages: readonly StagedPackage[] };

type ToldEnd = End & { readonly diagnostics: readonly Diagnostic[] };

type Scene = { readonly request: ShardRequest; readonly plan: Plan; readonly ends: ReadonlyMap<JobId, End> };

async function endOf(job: PlannedJob, scene: Scene, context: Context): Promise<ToldEnd> {
  const because = blameOf(job, scene);
  if (because.length > 0) {
    return { outcome: { kind: "skipped", because }, packages: [], diagnostics: [skipped(job, because)] };
  }
  const { host } = context;
  const watch = phaseWatch();
  const began = host.now();
  const report: Context["report"] = (event) => {
    watch.see(event);
    context.report(event);
  };
  const { left, diagnostics } = await build(job, scene, { ...context, report });
  const durationMs = Math.round(host.now() - began);
  if (left) {
    const [files, compared] = [left.packages.map(recordedFile), left.compared.map(recordedFile)];
    return { outcome: { kind: "built", durationMs, files, compared }, packages: left.packages, diagnostics };
  }
  const failure = watch.failure();
  const outcome: JobOutcome = {
    kind: "failed",
    durationMs,
    // What comes before the first phase is fetching, and opening the base.
    phase: failure?.phase ?? "fetch",
    lastLines: lastLines(failure?.lastOutput ?? ""),
    diagnostics: recordedErrors(diagnostics),
  };
  return { outcome, packages: [], diagnostics };
}

/** The jobs that failed, or left nothing, and without which this one can't be built. */
function blameOf({ needs }: PlannedJob, { plan, ends }: Scene): readonly JobId[] {
  const fresh = new Set(plan.jobs.filter(({ verdict }) => verdict.kind === "fresh").map(({ id }) => id));
  const blamed = needs.flatMap((need) => {
    const outcome = ends.get(need)?.outcome;
    if (fresh.has(need) || outcome?.kind === "built") return [];
    return outcome?.kind === "skipped" ? outcome.because : [need];
  });
  return [...new Set(blamed)].sort();
}

type LeftAnswer = { readonly left: Left | undefined; readonly diagnostics: readonly Diagnostic[] };

/** In scratch folders; a disk that is full is this job's failure, and perhaps not the next one's. */
async function build(job: PlannedJob, scene: Scene, context: Context): Promise<LeftAnswer> {
  const { host, signal } = context;
  try {
    return await withScratch(joinPath(host.folders.cache, "jobs"), host, async (scratch) => {
      const laid = await layDependencies(job, { ...scene, folder: joinPath(scratch, "packages") }, context);
      if (!laid.ok) return { left: undefined, diagnostics: laid.error };
      const made = joinPath(scratch, "made");
      const request = requestOf(job, { ...scene, dependencies: laid.value, made });
      const { built, diagnostics } = await buildPort(request, context);
      if (!built) return { left: undefined, diagnostics };
      const left = await layOut(job, built, joinPath(scene.request.out, job.id), context);
      return left.ok ? { left: left.value, diagnostics } : { left: undefined, diagnostics: left.error };
    });
  } catch (error) {
    const diagnostic = signal.aborted ? undefined : failureDiagnostic(error, signal);
    if (!diagnostic) throw error;
    return { left: undefined, diagnostics: [diagnostic] };
  }
}

/** The very packages that the plan says, and no other that might serve as well; undefined when it needs none. */
async function layDependencies(
  { needs, released }: PlannedJob,
  { ends, request, folder }: Scene & { readonly folder: HostPath },
  context: Context,
): Promise<Result<HostPath | undefined>> {
  const made = needs.flatMap((need) => ends.get(need)?.packages ?? []);
  const fetched = await releasedPackages(
    released,
    { ...request, folder: joinPath(folder, "..", "released") },
    context,
  );
  if (!fetched.ok) return fetched;
  const packages = [...made, ...fetched.value];
  if (packages.length === 0) return ok(undefined);
  const { host, signal } = context;
  const added = await addToFolder({ folder, folderName: folder, packages, key: undefined }, host, signal);
  return added.ok ? ok(folder) : added;
}

/** `folder` is for what is fetched. */
async function releasedPackages(
  files: PlannedJob["released"],
  { released, folder }: Pick<ShardRequest, "released"> & { readonly folder: HostPath },
  context: Context,
): Promise<Result<readonly StagedPackage[]>> {
  if (files.length === 0) return ok([]);
  if (!released) return wrong(...files.map(({ file, sha256 }) => notReleased(file, sha256)));
  if (released.kind === "folder") return await packagesIn(released.folder, files, context);
  const found: StagedPackage[] = [];
  for (const [number, tag] of [...new Set(files.map((file) => file.tag ?? released.place.tag))].entries()) {
    const own = files.filter((file) => (file.tag ?? released.place.tag) === tag);
    const place = { ...released.place, tag };
    const fetched = await fetchPackages(own, { place, folder: joinPath(folder, String(number)) }, context);
    if (!fetched.ok) return fetched;
    found.push(...fetched.value);
  }
  return ok(found);
}

/** Of one release. */
async function fetchPackages(
  files: PlannedJob["released"],
  { place, folder }: { readonly place: ReleasePlace; readonly folder: HostPath },
  context: Context,
): Promise<Result<readonly StagedPackage[]>> {
  const lists = await fetchLists(place, folder, context);
  if (!lists.ok) return lists;
  const key = await readPublicKey(place.publicKey, context.host);
  if (!key.ok) return key;
  // An index that nobody signed would be refused here, before a package of it is asked for.
  const signed = await readSignedIndex({ place: folder, keys: [key.value] }, context.host, context.signal);
  if (!signed.ok) return signed;
  const fetched = await fetchReleased(files, { place, folder }, context);
  return fetched.ok ? await packagesIn(folder, files, context) : fetched;
}

/** By the folder's index, and only as the plan says; unpacking checks the digest of each. */
async function packagesIn(
  folder: HostPath,
  files: PlannedJob["released"],
  { host }: Context,
): Promise<Result<readonly StagedPackage[]>> {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const found: StagedPackage[] = [];
  const troubles: Diagnostic[] = [];
  for (const { file, sha256 } of files) {
    const row = index.value?.packages.find((one) => one.file === file && one.sha256 === sha256);
    if (row) found.push({ package: row, archive: joinPath(folder, file) });
    else troubles.push(notReleased(file, sha256));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}

function requestOf(
  job: PlannedJob,
  {
    plan,
    request,
    dependencies,
    made,
  }: Scene & { readonly dependencies: HostPath | undefined; readonly made: HostPath },
): BuildRequest {
  const base = baseOf(job, plan);
  return {
    port: job.folder,
    version: job.version,
    recipes: [],
    flavors: job.flavors,
    subpackages: [...job.packages, ...job.compared]
      .map(({ subpackage }) => subpackage)
      .filter((name) => name !== ""),
    base: base.wanted,
    arch: job.arch,
    prefix: job.layout === "vendor" ? job.prefix : undefined,
    layout: job.layout,
    engine: request.engine,
    source: base.source === "made" ? "made" : "auto",
    only: job.id,
    planned: { digest: base.digest, fingerprint: job.fingerprint, pkgpath: job.pkgpath },
    out: made,
    distdir: request.distdir,
    dependenciesFrom: dependencies,
    key: { kind: "none" },
    configureOptions: job.configureOptions,
    compression: request.compression,
    check: "skip",
    parallel: request.parallel,
    commands: plan.commands,
    dependencies: "found",
    checkouts: "refused",
    needs: [],
    onEnd: "remove",
    purpose: "deliver",
    verify: "nothing",
    compareFlavors: [],
  };
}

function baseOf({ base, arch }: PlannedJob, { bases }: Plan): Plan["bases"][number] {
  const found = bases.find((one) => one.name === base && one.arch === arch);
  if (!found) throw new Error(`a plan without the base ${base} of its jobs`);
  return found;
}

async function writeRecord(
  job: PlannedJob,
  { outcome }: End,
  { request, plan }: Pick<Scene, "request" | "plan">,
  { host }: Context,
): Promise<JobRecord> {
  const record: JobRecord = {
    version: 1,
    job: job.id,
    fingerprint: job.fingerprint,
    reason: job.verdict.kind === "run" ? job.verdict.reason : "",
    repeat: repeatLine(job, plan),
    end: outcome,
  };
  await host.writeFile(joinPath(request.out, job.id, RECORD_NAME), formatRecord(record));
  return record;
}

/** The same job on another machine, from the folder of the ports; what it needs is there in `out/`. */
function repeatLine(job: PlannedJob, plan: Plan): string {
  const base = baseOf(job, plan);
  const args = [
    ["build", job.folder, "--flavor", job.flavors.join(" "), "--base", base.wanted],
    base.source === "made" ? ["--made"] : [],
    job.layout === "vendor" ? ["--prefix", job.prefix] : ["--layout", job.layout],
    job.configureOptions.length > 0 ? ["--configure-options", wordsLine(job.configureOptions)] : [],
    plan.commands === "allowed" ? ["--allow-shell"] : [],
    job.needs.length + job.released.length > 0 ? ["--deps-from", "out"] : [],
  ];
  return commandLine({ program: "tarwright", args: args.flat() });
}

function wordsLine([program = "", ...args]: readonly string[]): string {
  return commandLine({ program, args });
}

/** Of what was printed: as much as a person reads in a summary. */
function lastLines(output: string): string {
  return output.split("\n").slice(-MOST_LINES).join("\n").slice(-MOST_CHARACTERS);
}

const MOST_LINES = 40;
const MOST_CHARACTERS = 4096;

function inOrderOf({ jobs }: Shard) {
  return (a: PlannedJob, b: PlannedJob) => jobs.indexOf(a.id) - jobs.indexOf(b.id);
}

function skipped({ id }: PlannedJob, because: readonly JobId[]): Diagnostic {
  return {
    severity: "warning",
    code: "build/skipped",
    blame: "recipe",
    message: `\`${id}\` was skipped: it needs packages of ${because.map((one) => `\`${one}\``).join(", ")}, which left none`,
    help: "mend what failed; this job then runs by itself",
  };
}
