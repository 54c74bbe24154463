import { endOf, type Plan, type PlannedJob } from "../plan/plan.ts";

/** A row for each job, dependencies first, and a total. */
export function planText({ jobs, shards }: Plan): string {
  if (jobs.length === 0) return "nothing to build\n";
  const rows = jobs.map((job) => [job.id, ...placeOf(job), duration(job.expectedMs), reasonOf(job)]);
  const head = ["job", "rank", "shard", "time", "why"];
  const widths = head.map((word, column) =>
    Math.max(word.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd()}\n`;
  return `${line(head)}${rows.map(line).join("")}\n${total(jobs, shards)}`;
}

function placeOf({ verdict }: PlannedJob): readonly string[] {
  return verdict.kind === "fresh" ? ["-", "-"] : [String(verdict.rank), verdict.shard];
}

function reasonOf({ verdict }: PlannedJob): string {
  return verdict.kind === "fresh" ? "fresh" : verdict.reason;
}

function total(jobs: Plan["jobs"], shards: Plan["shards"]): string {
  const fresh = jobs.filter(({ verdict }) => verdict.kind === "fresh").length;
  const running = counted(jobs.length - fresh, "job");
  if (shards.length === 0) return `nothing to build: ${counted(fresh, "job")} fresh\n`;
  const ranks = new Set(shards.map(({ rank }) => rank));
  const whole = endOf(shards.map(({ rank, until, expectedMs }) => ({ from: rank, until, ms: expectedMs })));
  const places = `${counted(shards.length, "shard")} of ${counted(ranks.size, "rank")}`;
  return `${running} to build in ${places}, ${fresh} fresh; about ${duration(whole)}\n`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** `2 h 05 min`, `12 min`, `40 s`. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
