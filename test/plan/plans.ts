import type { Plan, PlannedJob, Shard } from "../../src/plan/plan.ts";
import type { JobId, RootDigest } from "../../src/port/port.ts";

export const id = (name: string) => `${name}-1.0@debian-12@x86_64` as JobId;

/** A job of a small plan, by its port's name. */
export function plannedJob(name: string, change: Partial<PlannedJob> = {}): PlannedJob {
  return {
    id: id(name),
    pkgpath: name,
    folder: `ports/${name}`,
    version: "1.0",
    flavors: [],
    base: "debian-12",
    arch: "x86_64",
    layout: "vendor",
    prefix: `/app/vendor/${name}`,
    configureOptions: [],
    fingerprint: "0".repeat(64),
    packages: [{ subpackage: "", fullpkgname: `${name}-1.0` }],
    compared: [],
    needs: [],
    released: [],
    expectedMs: 1000,
    verdict: { kind: "run", reason: "new", rank: 0, shard: "0-000" },
    ...change,
  };
}

export function planOf(jobs: readonly PlannedJob[], shards: readonly Shard[] = []): Plan {
  const digest = `sha256:${"a".repeat(64)}` as RootDigest;
  return {
    version: 1,
    commands: "refused",
    bases: [{ name: "debian-12", arch: "x86_64", wanted: "debian-12", source: "image", digest }],
    jobs,
    edges: jobs.flatMap((job) => job.needs.map((needs) => ({ job: job.id, needs }))),
    ranks: 8,
    shards,
  };
}

export function shardOf(name: string, jobs: readonly JobId[]): Shard {
  const rank = Number(name.split("-")[0]);
  return {
    name,
    rank,
    until: rank + 1,
    arch: "x86_64",
    base: "debian-12",
    jobs,
    needs: [],
    expectedMs: 1000,
  };
}
