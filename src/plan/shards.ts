import type { JobId } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import type { PlannedLeg } from "./legs.ts";
import type { PlannedJob, Shard } from "./model.ts";
import { schedule } from "./schedule.ts";
import { stretchName } from "./stretches.ts";

/** GitHub ends a job after six hours. */
const LONGEST_MS = 6 * 3_600_000;

/** Of a job that runs, what decides where. */
export type Unplaced = Pick<PlannedJob, "id" | "base" | "arch" | "needs" | "expectedMs">;

export type Sharding = {
  /** The shard of each job. */
  readonly places: ReadonlyMap<JobId, Shard>;
  readonly shards: readonly Shard[];
  readonly warnings: readonly Diagnostic[];
};

/** Puts the jobs that run into shards. `jobs` come with dependencies first. */
export function planShards(
  jobs: readonly Unplaced[],
  limits: { readonly ranks: number; readonly runners: number },
): Sharding {
  const indexes = new Map(jobs.map(({ id }, index) => [id, index]));
  const tasks = jobs.map(({ base, arch, needs, expectedMs }) => ({
    ms: expectedMs,
    lane: `${base} ${arch}`,
    needs: needs.flatMap((need) => indexes.get(need) ?? []),
  }));
  const shards = namedShards(schedule(tasks, limits), jobs);
  const places = new Map<JobId, Shard>();
  for (const shard of shards) for (const id of shard.jobs) places.set(id, shard);
  return {
    places,
    shards,
    warnings: shards.filter(({ expectedMs }) => expectedMs > LONGEST_MS).map(tooLong),
  };
}

function namedShards(legs: readonly PlannedLeg[], all: readonly Unplaced[]): readonly Shard[] {
  const counts = new Map<string, number>();
  return legs.flatMap(({ from, until, tasks, ms }): readonly Shard[] => {
    const place = stretchName({ from, until }).slice("rank".length);
    const number = counts.get(place) ?? 0;
    counts.set(place, number + 1);
    const jobs = tasks.flatMap((index) => all[index] ?? []);
    const [first] = jobs;
    if (!first) return [];
    const needs = new Set<JobId>();
    for (const job of jobs) for (const need of job.needs) needs.add(need);
    for (const { id } of jobs) needs.delete(id);
    return [
      {
        name: `${place}-${String(number).padStart(3, "0")}`,
        rank: from,
        until,
        arch: first.arch,
        base: first.base,
        jobs: jobs.map(({ id }) => id),
        needs: [...needs].sort(),
        expectedMs: Math.round(ms),
      },
    ];
  });
}

function tooLong({ name, jobs, expectedMs }: Shard): Diagnostic {
  return {
    severity: "warning",
    code: "plan/too-long",
    blame: "request",
    message: `shard ${name} (${jobs.length === 1 ? `\`${jobs[0]}\`` : `${jobs.length} jobs`}) is expected to take ${(expectedMs / 3_600_000).toFixed(1)} hours, and GitHub ends a job after 6`,
    help: "give the workflow more rank jobs (`--ranks`), or build fewer ports at once",
  };
}
