import type { JobId } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import type { Plan } from "./model.ts";

/** What the record that a job leaves says of its end. */
export type JobEnd = {
  readonly job: JobId;
  /** `skipped`: something that it needs was not built. */
  readonly outcome: "built" | "failed" | "skipped";
};

/** A run, added up: every job of the plan is in one of the four lists. */
export type Account = {
  readonly built: readonly JobId[];
  readonly fresh: readonly JobId[];
  readonly failed: readonly JobId[];
  /** Each with the failed jobs that are to blame. */
  readonly skipped: readonly { readonly job: JobId; readonly because: readonly JobId[] }[];
  /** For each failed job, all that could not be built without it; in the plan's order. */
  readonly blame: readonly { readonly job: JobId; readonly dependants: readonly JobId[] }[];
};

/**
 * Adds up the records of a run. A job without a record counts as skipped if something that it needs failed, since its
 * runner may never have started. The diagnostics tell what does not add up: planned ≠ built + fresh + failed + skipped.
 */
export function account(
  { jobs }: Pick<Plan, "jobs">,
  ends: readonly JobEnd[],
): { readonly account: Account; readonly diagnostics: readonly Diagnostic[] } {
  const outcomes = new Map<JobId, JobEnd["outcome"] | "fresh" | "missing">();
  const blamed = new Map<JobId, readonly JobId[]>();
  const recorded = new Map(ends.map(({ job, outcome }) => [job, outcome]));
  for (const { id, needs, verdict } of jobs) {
    const because = [...new Set(needs.flatMap((need) => blamed.get(need) ?? []))].sort();
    const outcome =
      verdict.kind === "fresh" ? "fresh" : (recorded.get(id) ?? (because.length > 0 ? "skipped" : "missing"));
    outcomes.set(id, outcome);
    if (outcome === "failed" || outcome === "missing") blamed.set(id, [id]);
    else if (outcome === "skipped") blamed.set(id, because);
  }
  const having = (wanted: string) => jobs.map(({ id }) => id).filter((id) => outcomes.get(id) === wanted);
  const skipped = having("skipped").map((job) => ({ job, because: blamed.get(job) ?? [] }));
  const failed = having("failed");
  return {
    account: {
      built: having("built"),
      fresh: having("fresh"),
      failed,
      skipped,
      blame: failed.map((job) => ({
        job,
        dependants: skipped.filter(({ because }) => because.includes(job)).map((one) => one.job),
      })),
    },
    diagnostics: [
      ...having("missing").map(lost),
      ...skipped.filter(({ because }) => because.length === 0).map(({ job }) => groundless(job)),
      ...strangers(jobs, ends),
    ],
  };
}

/** Records of jobs that the plan does not run, and second ones. */
function strangers(jobs: Plan["jobs"], ends: readonly JobEnd[]): readonly Diagnostic[] {
  const expected = new Set(jobs.filter(({ verdict }) => verdict.kind === "run").map(({ id }) => id));
  const seen = new Set<JobId>();
  return ends.flatMap(({ job }): readonly Diagnostic[] => {
    if (!expected.has(job)) {
      return [unbalanced(`there is a record of \`${job}\`, which this plan does not run`)];
    }
    if (seen.has(job)) return [unbalanced(`there are two records of \`${job}\``)];
    seen.add(job);
    return [];
  });
}

function lost(job: JobId): Diagnostic {
  return unbalanced(`\`${job}\` was planned, and left no record: neither built nor failed`);
}

function groundless(job: JobId): Diagnostic {
  return unbalanced(`\`${job}\` was skipped, though all that it needs was built`);
}

function unbalanced(message: string): Diagnostic {
  return {
    severity: "error",
    code: "plan/unbalanced",
    blame: "world",
    message,
    help: "look at the log of its shard, then run the failed jobs again",
  };
}
