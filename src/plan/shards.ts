import type { JobId } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import type { PlannedLeg } from "./legs.ts";
import type { PlannedJob, Shard } from "./model.ts";
import { schedule } from "./schedule.ts";
import { stretchName } from "./stretches.ts";

/** GitHub ends a job after six hours. */
const LONGEST_MS = 6 * 3_600_000;

/** A job of which is known whether it runs, and not yet where. */
export type Unplaced = Omit<PlannedJob, "verdict"> & {
  readonly verdict: { readonly kind: "run"; readonly reason: string } | { readonly kind: "fresh" };
};

export type Sharding = {
  readonly jobs: readonly PlannedJob[];
  readonly shards: readonly Shard[];
  readonly warnings: readonly Diagnostic[];
};

/** Puts the jobs that run into shards. `jobs` come with dependencies first. */
export function planShards(
  jobs: readonly Unplaced[],
  limits: { readonly ranks: number; readonly runners: number },
): Sharding {
  const running = jobs.filter(({ verdict }) => verdict.kind === "run");
  const indexes = new Map(running.map(({ id }, index) => [id, index]));
  const tasks = running.map(({ base, arch, needs, expectedMs }) => ({
    ms: expectedMs,
    lane: `${base} ${arch}`,
    needs: needs.map((need) => indexes.get(need) ?? -1).filter((index) => index >= 0),
  }));
  const legs = schedule(tasks, limits);
  const shards = namedShards(legs, running);
  const places = new Map(
    shards.flatMap(({ name, rank, jobs: ids }) => ids.map((id) => [id, { rank, shard: name }])),
  );
  return {
    jobs: jobs.map((job): PlannedJob => {
      const place = places.get(job.id);
      if (job.verdict.kind === "fresh") return { ...job, verdict: job.verdict };
      if (!place) throw new Error(`${job.id} is in no shard`);
      return { ...job, verdict: { ...job.verdict, ...place } };
    }),
    shards,
    warnings: shards.filter(({ expectedMs }) => expectedMs > LONGEST_MS).map(tooLong),
  };
}

function namedShards(legs: readonly PlannedLeg[], running: readonly Unplaced[]): readonly Shard[] {
  const counts = new Map<string, number>();
  return legs.flatMap(({ from, until, tasks, ms }): readonly Shard[] => {
    const place = stretchName({ from, until }).slice("rank".length);
    const number = counts.get(place) ?? 0;
    counts.set(place, number + 1);
    const jobs = tasks.flatMap((index) => running[index] ?? []);
    const [first] = jobs;
    if (!first) return [];
    const own = new Set(jobs.map(({ id }) => id));
    const needs = new Set<JobId>(jobs.flatMap((job) => job.needs).filter((id) => !own.has(id)));
    return [
      {
        name: `${place}-${String(number).padStart(3, "0")}`,
        rank: from,
        until,
        arch: first.arch,
        base: first.base,
        jobs: [...own],
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
