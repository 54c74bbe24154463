import type { Host } from "../host/host.ts";
import { isBuiltWithSame, unequalPackages } from "../package/package.ts";
import type { Plan, PlannedJob } from "../plan/plan.ts";
import type { JobId, Package } from "../port/port.ts";
import { type Diagnostic, quotedList } from "../report.ts";
import type { Delivery } from "./deliveries.ts";

export type Compared = {
  /** Those of jobs that are not as they must be hand nothing on. */
  readonly deliveries: readonly Delivery[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Packages that several jobs make must be equal: a choice of flavors that does not show in a name changes nothing but
 * which packages there are. Where two differ, nobody knows which is right, so neither job hands anything on, nor does
 * what was built with their packages: the next run makes and compares them again. `released` are rows of releases.
 */
export async function compareDeliveries(
  deliveries: readonly Delivery[],
  { plan, released }: { readonly plan: Plan; readonly released: readonly Package[] },
  host: Host,
  signal: AbortSignal,
): Promise<Compared> {
  const makers = new Map(
    deliveries.flatMap((one) => one.packages.map(({ package: { file } }) => [file, one] as const)),
  );
  const refused = new Set<JobId>();
  const diagnostics: Diagnostic[] = [];
  for (const { record, packages, compared } of deliveries) {
    for (const own of compared) {
      const maker = makers.get(own.package.file);
      if (!maker) continue;
      const rows = maker.packages.map((one) => one.package);
      const unequal = await unequalPackages({ folder: maker.folder, packages: [own] }, rows, {
        host,
        signal,
      });
      if (unequal.length > 0) for (const job of [record.job, maker.record.job]) refused.add(job);
      diagnostics.push(...unequal);
    }
    const changed = [...packages, ...compared].flatMap((own) => notAsReleased(own.package, plan, released));
    if (changed.length > 0) refused.add(record.job);
    diagnostics.push(...changed);
  }
  const held = withDependants(refused, plan);
  const after = [...held].filter((job) => !refused.has(job));
  return {
    deliveries: deliveries.map((one) => (held.has(one.record.job) ? { ...one, packages: [] } : one)),
    diagnostics: [...diagnostics, ...(after.length > 0 ? [heldBack(after)] : [])],
  };
}

/** A package of which another choice has not run, since the release has what it would make. */
function notAsReleased(row: Package, { jobs }: Plan, released: readonly Package[]): readonly Diagnostic[] {
  const there = released.find(({ file }) => file === row.file);
  if (!there || there.contentDigest === row.contentDigest || !isBuiltWithSame(row, there)) return [];
  const other = jobs.find((job) => job.verdict.kind === "fresh" && couldMake(job, row));
  return other ? [changedAlone(row, there, other)] : [];
}

function couldMake({ packages, compared, base, arch, layout }: PlannedJob, row: Package): boolean {
  const isThere = base === row.base && arch === row.arch && layout === row.layout;
  return isThere && [...packages, ...compared].some(({ fullpkgname }) => fullpkgname === row.fullpkgname);
}

/** And all that was built with packages of theirs, or with packages of those. */
function withDependants(jobs: ReadonlySet<JobId>, plan: Plan): ReadonlySet<JobId> {
  const all = new Set(jobs);
  for (const { id, needs } of plan.jobs) if (needs.some((need) => all.has(need))) all.add(id);
  return all;
}

function changedAlone(row: Package, there: Package, { id, folder }: PlannedJob): Diagnostic {
  return {
    severity: "error",
    code: "package/not-equal",
    blame: "recipe",
    message: `\`${row.fullpkgname}\` must not depend on what \`${row.job}\` and \`${id}\` differ in, but it does: its content is ${row.contentDigest}, and ${there.contentDigest} in the release, which is what \`${id}\` makes`,
    help: `see which files differ with \`tarwright build ${folder} --compare-flavors\`; let all builds of them be alike, or give the package a name with the flavor`,
  };
}

function heldBack(jobs: readonly JobId[]): Diagnostic {
  return {
    severity: "warning",
    code: "plan/held-back",
    blame: "recipe",
    message: `nothing is handed on of what was built with packages of these jobs: ${quotedList(jobs)}`,
    help: "mend what differs; they are built again by the next run",
  };
}
