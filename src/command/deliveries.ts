import { type Host, type HostPath, joinPath, shownPath } from "../host/host.ts";
import { fileDigest, readIndex, type StagedPackage } from "../package/package.ts";
import {
  COMPARED_NAME,
  type JobRecord,
  type Plan,
  type PlannedJob,
  RECORD_NAME,
  type RecordedFile,
  readRecord,
} from "../plan/plan.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";

/** What a job's runner left, checked against its record, and the record against the plan. */
export type Delivery = {
  readonly record: JobRecord;
  readonly folder: HostPath;
  readonly packages: readonly StagedPackage[];
  /** Made only to be held against packages of the same names that other jobs hand on. */
  readonly compared: readonly StagedPackage[];
};

/** Artifacts lie in folders of their names, but a lone one does not; in each is a folder for every job. */
const DEEPEST = 2;

/**
 * Reads all that artifacts of a run hold. Nothing in them is believed but what its record vouches for, and no record
 * but of a job that the plan has run; the diagnostics tell what was left out for that.
 */
export async function readDeliveries(
  folder: HostPath,
  plan: Plan,
  host: Host,
  signal: AbortSignal,
): Promise<{ readonly deliveries: readonly Delivery[]; readonly diagnostics: readonly Diagnostic[] }> {
  const jobs = new Map(plan.jobs.map((job) => [job.id as string, job]));
  const deliveries: Delivery[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const place of await jobFolders(folder, DEEPEST, host)) {
    const read = await readDelivery(place, jobs, host, signal);
    if (!read.ok) diagnostics.push(...read.error);
    else if (read.value) deliveries.push(read.value);
  }
  return { deliveries, diagnostics };
}

async function jobFolders(folder: HostPath, depth: number, host: Host): Promise<readonly HostPath[]> {
  const names = (await host.list(folder)) ?? [];
  if (names.includes(RECORD_NAME)) return [folder];
  if (depth === 0) return [];
  const below: HostPath[] = [];
  for (const name of names) {
    const place = joinPath(folder, name);
    // A link may lead anywhere on this machine.
    if ((await host.status(place))?.kind === "folder")
      below.push(...(await jobFolders(place, depth - 1, host)));
  }
  return below;
}

async function readDelivery(
  folder: HostPath,
  jobs: ReadonlyMap<string, PlannedJob>,
  host: Host,
  signal: AbortSignal,
): Promise<Result<Delivery | undefined>> {
  const file = joinPath(folder, RECORD_NAME);
  const name = shownPath(file, host.folders.working);
  const isFile = (await host.status(file))?.kind === "file";
  const read = readRecord(isFile ? ((await host.readText(file)) ?? "") : "", name);
  if (!read.ok) return read;
  const record = read.value;
  const planned = jobs.get(record.job);
  // Another plan of the same run, for other bases say.
  if (!planned) return ok(undefined);
  if (planned.verdict.kind !== "run" || planned.fingerprint !== record.fingerprint) {
    return wrong(strange(`\`${name}\` is of \`${record.job}\`, which this plan does not run like that`));
  }
  if (record.end.kind !== "built") return ok({ record, folder, packages: [], compared: [] });
  const { files, compared } = record.end;
  const believe = (part: Part) => believed({ record, planned, ...part }, host, signal);
  const packages = await believe({ folder, files, expected: planned.packages });
  if (!packages.ok) return packages;
  const beside = joinPath(folder, COMPARED_NAME);
  const others = await believe({ folder: beside, files: compared, expected: planned.compared });
  return others.ok ? ok({ record, folder, packages: packages.value, compared: others.value }) : others;
}

type Part = {
  readonly folder: HostPath;
  readonly files: readonly RecordedFile[];
  readonly expected: PlannedJob["packages"];
};

/** Files of which the record, the index beside them and the plan tell the same. */
async function believed(
  {
    folder,
    files,
    expected,
    record,
    planned,
  }: Part & { readonly record: JobRecord; readonly planned: PlannedJob },
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly StagedPackage[]>> {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const packages: StagedPackage[] = [];
  const troubles: Diagnostic[] = [];
  for (const recorded of files) {
    const archive = joinPath(folder, recorded.file);
    const why = (await host.status(archive))?.kind === "file" ? undefined : "it is not there";
    const found = why ?? (await fileDigest(archive, host, signal));
    const row = index.value?.packages.find((one) => one.file === recorded.file);
    if (found !== recorded.sha256) troubles.push(changed(record, recorded, why ?? `its SHA-256 is ${found}`));
    else if (!row || !isOf(row, recorded.sha256, planned)) {
      const place = shownPath(folder, host.folders.working);
      troubles.push(strange(`the index in \`${place}\` tells something else of \`${recorded.file}\``));
    } else packages.push({ package: row, archive });
  }
  const made = packages.map((one) => one.package.fullpkgname).sort();
  const wanted = expected.map(({ fullpkgname }) => fullpkgname).sort();
  if (troubles.length === 0 && made.join() !== wanted.join()) {
    troubles.push(
      strange(`\`${record.job}\` was planned to leave ${namesOf(wanted)}, and left ${namesOf(made)}`),
    );
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(packages);
}

function namesOf(names: readonly string[]): string {
  return names.join(", ") || "nothing";
}

function isOf(row: Package, sha256: string, { id, fingerprint }: PlannedJob): boolean {
  return row.sha256 === sha256 && row.job === id && row.fingerprint === fingerprint;
}

function changed(
  { job }: JobRecord,
  { file, sha256 }: { file: string; sha256: string },
  why: string,
): Diagnostic {
  return {
    severity: "error",
    code: "plan/changed-artifact",
    blame: "world",
    message: `\`${file}\` is not what \`${job}\` left: its record says ${sha256}, and ${why}`,
    help: "find out who changed the artifact, then run the job again; nothing of it was used",
  };
}

function strange(message: string): Diagnostic {
  return {
    severity: "error",
    code: "plan/strange-artifact",
    blame: "world",
    message,
    help: "run the whole workflow again, so that its plan and its artifacts belong together; nothing of it was used",
  };
}
