import { createHash } from "node:crypto";
import type { EngineKind } from "../engine/engine.ts";
import { commandLine, type Host, type HostPath, joinPath, shownPath, withScratch } from "../host/host.ts";
import { addToFolder, readIndex, type StagedPackage } from "../package/package.ts";
import {
  formatRecord,
  type JobOutcome,
  type JobRecord,
  type Plan,
  type PlannedJob,
  RECORD_NAME,
  readPlan,
  recordedErrors,
  type Shard,
} from "../plan/plan.ts";
import type { Compression, JobId, Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type BuildAnswer, type BuildRequest, buildPort } from "./build-port.ts";
import { readDeliveries } from "./deliveries.ts";
import { failureDiagnostic } from "./failure.ts";
import { phaseWatch } from "./phase-watch.ts";
import { type Context, usage } from "./verb.ts";

export type ShardRequest = {
  /** `plan.json`. */
  readonly plan: HostPath;
  /** SHA-256 that it must have; undefined when it comes from where it was made. */
  readonly planDigest: string | undefined;
  readonly shard: string;
  /** What jobs of this run have left; undefined when the shard needs none of them. */
  readonly artifacts: HostPath | undefined;
  /** Packages of the release that the plan counts on, with their index; undefined when it counts on none. */
  readonly released: HostPath | undefined;
  /** A folder for each job: its packages, their index and its record. */
  readonly out: HostPath;
  readonly engine: "auto" | EngineKind;
  readonly distdir: HostPath;
  readonly compression: Compression;
  readonly parallel: number;
};

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

async function openShard(
  { plan: file, planDigest, shard }: ShardRequest,
  { host }: Context,
): Promise<Result<Opened>> {
  const name = shownPath(file, host.folders.working);
  const text = await host.readText(file);
  if (text === undefined) {
    return wrong(
      usage("usage/no-plan", `there is no plan \`${name}\``, "write one with `tarwright plan PATHS… --json`"),
    );
  }
  const found = createHash("sha256").update(text).digest("hex");
  if (planDigest !== undefined && found !== planDigest) {
    const message = `\`${name}\` is not the plan of this run: expected SHA-256 ${planDigest}, found ${found}`;
    return wrong(usage("usage/other-plan", message, "hand on the file as the plan job has left it"));
  }
  const plan = readPlan(text, name);
  if (!plan.ok) return plan;
  const wanted = plan.value.shards.find((one) => one.name === shard);
  if (wanted) return ok({ plan: plan.value, shard: wanted });
  const names = plan.value.shards.map((one) => one.name).slice(0, 10);
  const help =
    names.length > 0
      ? `choose one of ${names.join(", ")}${plan.value.shards.length > 10 ? ", …" : ""}`
      : "nothing is to be built";
  return wrong(usage("usage/shard", `\`${name}\` has no shard \`${shard}\``, help));
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
  const { built, diagnostics } = await build(job, scene, { ...context, report });
  const durationMs = Math.round(host.now() - began);
  if (built) {
    const files = built.packages.map(({ file, sha256, sizeBytes }) => ({ file, sha256, sizeBytes }));
    const packages = built.packages.map((one) => ({
      package: one,
      archive: joinPath(built.folder, one.file),
    }));
    return { outcome: { kind: "built", durationMs, files }, packages, diagnostics };
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

/** In scratch folders; a disk that is full is this job's failure, and perhaps not the next one's. */
async function build(job: PlannedJob, scene: Scene, context: Context): Promise<BuildAnswer> {
  const { host, signal } = context;
  try {
    return await withScratch(joinPath(host.folders.cache, "jobs"), host, async (scratch) => {
      const laid = await layDependencies(job, { ...scene, folder: joinPath(scratch, "packages") }, context);
      if (!laid.ok) return { built: undefined, diagnostics: laid.error };
      return await buildPort(requestOf(job, { ...scene, dependencies: laid.value }), context);
    });
  } catch (error) {
    const diagnostic = signal.aborted ? undefined : failureDiagnostic(error, signal);
    if (!diagnostic) throw error;
    return { built: undefined, diagnostics: [diagnostic] };
  }
}

/** The very packages that the plan says, and no other that might serve as well; undefined when it needs none. */
async function layDependencies(
  { needs, released }: PlannedJob,
  { ends, request, folder }: Scene & { readonly folder: HostPath },
  { host, signal }: Context,
): Promise<Result<HostPath | undefined>> {
  const made = needs.flatMap((need) => ends.get(need)?.packages ?? []);
  const fetched = await releasedPackages(released, request.released, host);
  if (!fetched.ok) return fetched;
  const packages = [...made, ...fetched.value];
  if (packages.length === 0) return ok(undefined);
  const added = await addToFolder({ folder, folderName: folder, packages, key: undefined }, host, signal);
  return added.ok ? ok(folder) : added;
}

/** Of a folder that holds what the plan counts on; `unpackPackage` checks the digests of the rows. */
async function releasedPackages(
  files: PlannedJob["released"],
  folder: HostPath | undefined,
  host: Host,
): Promise<Result<readonly StagedPackage[]>> {
  if (files.length === 0) return ok([]);
  const index = folder && (await readIndex(folder, host));
  if (index && !index.ok) return index;
  const rows = index?.value?.packages ?? [];
  const found: StagedPackage[] = [];
  const troubles: Diagnostic[] = [];
  for (const { file, sha256 } of files) {
    const row = rows.find((one) => one.file === file && one.sha256 === sha256);
    if (row && folder) found.push({ package: row, archive: joinPath(folder, file) });
    else troubles.push(notReleased(file, sha256));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}

function requestOf(
  job: PlannedJob,
  { plan, request, dependencies }: Scene & { readonly dependencies: HostPath | undefined },
): BuildRequest {
  const base = baseOf(job, plan);
  return {
    port: job.folder,
    version: job.version,
    flavors: job.flavors,
    subpackages: job.packages.map(({ subpackage }) => subpackage).filter((name) => name !== ""),
    base: base.wanted,
    arch: job.arch,
    prefix: job.layout === "vendor" ? job.prefix : undefined,
    layout: job.layout,
    engine: request.engine,
    source: base.source === "made" ? "made" : "auto",
    only: job.id,
    planned: { digest: base.digest, fingerprint: job.fingerprint, pkgpath: job.pkgpath },
    out: joinPath(request.out, job.id),
    distdir: request.distdir,
    dependenciesFrom: dependencies,
    key: { kind: "none" },
    configureOptions: job.configureOptions,
    compression: request.compression,
    check: "skip",
    parallel: request.parallel,
    onEnd: "remove",
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

function notReleased(file: string, sha256: string): Diagnostic {
  return {
    severity: "error",
    code: "build/not-released",
    blame: "world",
    message: `\`${file}\` with SHA-256 ${sha256} is no longer where the plan found it`,
    help: "plan again: the release was changed in between",
  };
}
