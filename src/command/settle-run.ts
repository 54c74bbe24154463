import type { HostPath } from "../host/host.ts";
import { type Account, account, type Comparison, compareRows, type Plan } from "../plan/plan.ts";
import type { JobId } from "../port/port.ts";
import { type Diagnostic, ok, quoted, quotedList, type Result } from "../report.ts";
import { compareDeliveries } from "./compare-deliveries.ts";
import { type Delivery, readDeliveries } from "./deliveries.ts";
import { openPlan, type PlanFile } from "./plan-file.ts";
import { fetchRows, type ReleasePlace } from "./release-lists.ts";
import type { Context } from "./verb.ts";

export type RunRequest = PlanFile & {
  /** All that the jobs of the run have left. */
  readonly artifacts: HostPath;
  /** What the packages are held against; undefined: nothing. */
  readonly release: ReleasePlace | undefined;
};

/** What became of a plan. */
export type SettledRun = {
  readonly plan: Plan;
  readonly account: Account;
  /** In the plan's order; those that could not be believed are missing. */
  readonly deliveries: readonly Delivery[];
  /** Of the packages that are released already, in another form. */
  readonly comparisons: readonly Comparison[];
  /** Errors as long as not all of the plan is built. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Adds a run up: what its jobs have left, checked, against what was planned. */
export async function settleRun(
  { artifacts, release, ...file }: RunRequest,
  context: Context,
): Promise<Result<SettledRun>> {
  const { host, signal } = context;
  const plan = await openPlan(file, host);
  if (!plan.ok) return plan;
  const read = await readDeliveries(artifacts, plan.value, host, signal);
  const all = read.deliveries.flatMap(({ packages, compared }) => [...packages, ...compared]);
  const released = release
    ? await fetchRows(
        release,
        all.map((one) => one.package),
        context,
      )
    : ok([]);
  if (!released.ok) return released;
  const rows = released.value;
  const compared = await compareDeliveries(
    read.deliveries,
    { plan: plan.value, released: rows },
    host,
    signal,
  );
  const ends = read.deliveries.map(({ record: { job, end } }) => ({ job, outcome: end.kind }));
  const sum = account(plan.value, ends);
  const places = new Map<JobId, number>(plan.value.jobs.map(({ id }, at) => [id, at]));
  const placeOf = ({ record }: Delivery) => places.get(record.job) ?? 0;
  const made = compared.deliveries.flatMap(({ packages }) => packages.map((one) => one.package));
  return ok({
    plan: plan.value,
    comparisons: compareRows(made, rows),
    account: sum.account,
    deliveries: [...compared.deliveries].sort((a, b) => placeOf(a) - placeOf(b)),
    diagnostics: [
      ...read.diagnostics,
      ...compared.diagnostics,
      ...sum.diagnostics,
      ...failures(sum.account),
      ...missing(plan.value),
    ],
  });
}

/** What is no job can't fail; it was to be built all the same. */
function missing({ leftOut = [] }: Plan): readonly Diagnostic[] {
  return leftOut.map(({ pkgpath, folder, because }) => ({
    severity: "error",
    code: "plan/left-out",
    blame: "recipe",
    message: `${quoted(pkgpath)} in \`${folder}\` was left out of the plan: ${because}`,
    help: "mend it; the job that planned tells where",
  }));
}

function failures({ failed, skipped, built, fresh }: Account): readonly Diagnostic[] {
  if (failed.length + skipped.length === 0) return [];
  const without = skipped.length > 0 ? `, and ${skipped.length} skipped that need one of them` : "";
  const all = built.length + fresh.length + failed.length + skipped.length;
  return [
    {
      severity: "error",
      code: "plan/not-all-built",
      blame: "recipe",
      message: `${failed.length} of ${all} jobs failed${without}: ${quotedList(failed)}`,
      help: "the summary has the last lines of each, and the command that does it again",
    },
  ];
}
