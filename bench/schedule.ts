// The schedule of 10,000 ports: `node bench/run.mjs schedule [SEEDS]`. Synthetic trees are planned, then run as GitHub
// runs them: a rank starts when all that it waits for has ended, each leg costs its start, and no more legs run at once
// than there are runners. The makespan is held against max(critical path, work / runners), which no schedule can beat.

import { type Candidate, type Plan, planPorts, RANKS } from "../src/plan/plan.ts";
import type { Package, Port, RootDigest } from "../src/port/port.ts";
import { readPort } from "../src/recipe/recipe.ts";

const PORTS = 10_000;
const RUNNERS = 256;
/** A runner, a checkout, the base's image. */
const START_MS = 45_000;
const GOAL = { ratio: 1.2, planMs: 2000 };

type Shape = {
  readonly name: string;
  /** Ports of each level, as parts; a port needs one of the level below it, and some of any lower. */
  readonly levels: readonly number[];
  /** Of the lognormal distribution of build times. */
  readonly medianMs: number;
  readonly sigma: number;
};

const SHAPES: readonly Shape[] = [
  { name: "wide", levels: [1, 2, 4, 20], medianMs: 150_000, sigma: 1.2 },
  { name: "middling", levels: [2, 3, 4, 5, 6, 20, 30], medianMs: 150_000, sigma: 1.2 },
  {
    name: "deep",
    levels: [...Array.from({ length: 20 }, (_, n) => 1 + n / 4), 100],
    medianMs: 150_000,
    sigma: 1.2,
  },
];

export async function main(_top: string, [seeds = "3"]: readonly string[]): Promise<void> {
  for (const shape of SHAPES) {
    for (let seed = 1; seed <= Number(seeds); seed += 1) measure(shape, seed);
  }
}

function measure(shape: Shape, seed: number): void {
  const { candidates, release, times } = tree(shape, chance(seed));
  const platform = {
    base: {
      name: "debian-12",
      family: "debian",
      digest: `sha256:${"0".repeat(64)}` as RootDigest,
      extensible: true,
    },
    arch: "x86_64",
    wanted: "debian-12",
    source: "image",
  } as const;
  const seedsOf = candidates.map((candidate) => {
    const port = candidate.read("default", "x86_64");
    if (!port.ok) throw new Error(port.error.map(({ message }) => message).join());
    return { variant: { candidate, port: port.value, arch: platform.arch }, platform };
  });
  const before = process.cpuUsage();
  const begun = performance.now();
  const planned = planPorts({
    candidates,
    seeds: seedsOf,
    platforms: [platform],
    layout: "vendor",
    subpackages: [],
    configureOptions: [],
    release,
    supplies: () => false,
    ranks: RANKS,
    runners: RUNNERS,
    tag: undefined,
    commands: "refused",
    leftOut: undefined,
  });
  const wallMs = performance.now() - begun;
  const { user } = process.cpuUsage(before);
  if (!planned.ok) throw new Error(planned.error.map(({ message }) => message).join("\n"));
  const { plan } = planned.value;
  const bound = boundOf(plan, times);
  const makespan = run(plan, times);
  const minutes = (ms: number) => `${(ms / 60_000).toFixed(0)} min`;
  console.log(
    [
      `${shape.name}, seed ${seed}: makespan ${minutes(makespan)} = ${(makespan / Math.max(bound.path, bound.work)).toFixed(2)} × bound (goal ${GOAL.ratio})`,
      `critical path ${minutes(bound.path)}, work / ${RUNNERS} ${minutes(bound.work)}`,
      `${plan.shards.length} legs, at most ${most(plan)} in a matrix`,
      `planned in ${wallMs.toFixed(0)} ms, CPU ${(user / 1000).toFixed(0)} ms (goal ${GOAL.planMs})`,
    ].join("; "),
  );
}

/** As GitHub runs it; every rule that the plan must keep is checked on the way. */
function run(plan: Plan, times: ReadonlyMap<string, number>): number {
  const jobs = new Map(plan.jobs.map((job) => [job.id, job]));
  const done = new Set<string>();
  const free = Array.from({ length: RUNNERS }, () => 0);
  const ends: { readonly until: number; readonly end: number; readonly ids: readonly string[] }[] = [];
  let now = 0;
  for (let rank = 0; rank < plan.ranks; rank += 1) {
    const legs = plan.shards.filter((shard) => shard.rank === rank);
    now = Math.max(now, ...ends.filter(({ until }) => until === rank).map(({ end }) => end));
    for (const { until, ids } of ends) if (until === rank) for (const id of ids) done.add(id);
    for (const leg of legs) {
      free.sort((a, b) => a - b);
      const own = new Set<string>();
      let end = Math.max(now, free.shift() ?? 0) + START_MS;
      for (const id of leg.jobs) {
        const lacking = (jobs.get(id)?.needs ?? []).filter((need) => !done.has(need) && !own.has(need));
        if (lacking.length > 0) throw new Error(`${id} starts before ${lacking.join()}`);
        end += times.get(id) ?? 0;
        own.add(id);
      }
      free.push(end);
      ends.push({ until: leg.until, end, ids: [...own] });
    }
  }
  const built = new Set(ends.flatMap(({ ids }) => ids)).size;
  if (built !== plan.jobs.length) throw new Error(`${plan.jobs.length - built} jobs were not built`);
  return Math.max(...ends.map(({ end }) => end));
}

function boundOf({ jobs, edges }: Plan, times: ReadonlyMap<string, number>) {
  const needs = new Map<string, string[]>();
  for (const edge of edges) needs.set(edge.job, [...(needs.get(edge.job) ?? []), edge.needs]);
  const ends = new Map<string, number>();
  for (const { id } of jobs) {
    const ready = Math.max(0, ...(needs.get(id) ?? []).map((need) => ends.get(need) ?? 0));
    ends.set(id, ready + (times.get(id) ?? 0));
  }
  const work = jobs.reduce((sum, { id }) => sum + (times.get(id) ?? 0), 0);
  return { path: Math.max(...ends.values()), work: work / RUNNERS };
}

function most({ shards }: Plan): number {
  const counts = new Map<string, number>();
  for (const { rank, until } of shards) {
    const matrix = `${rank} ${until}`;
    counts.set(matrix, (counts.get(matrix) ?? 0) + 1);
  }
  const found = Math.max(...counts.values());
  if (found > 256) throw new Error(`${found} legs in one matrix`);
  return found;
}

/** Ports with the times of an earlier build, of which another version is in the release. */
function tree({ levels, medianMs, sigma }: Shape, next: () => number) {
  const model = modelPort();
  const parts = levels.reduce((sum, part) => sum + part, 0);
  const names: string[][] = [];
  const candidates: Candidate[] = [];
  const release: Package[] = [];
  const times = new Map<string, number>();
  for (const [level, part] of levels.entries()) {
    const own: string[] = [];
    for (let n = 0; n < Math.round((PORTS * part) / parts) && candidates.length < PORTS; n += 1) {
      const name = `p${level}x${n}`;
      const port = portOf(model, name, needsOf(names, level, next));
      own.push(name);
      candidates.push({
        pkgpath: port.pkgpath,
        folder: port.pkgpath,
        files: [],
        read: () => ({ ok: true, value: port }),
      });
      const ms = Math.round(Math.min(2 * 3_600_000, medianMs * Math.exp(sigma * normal(next))));
      times.set(`ports.${name}-1@debian-12@x86_64`, ms);
      release.push(rowOf(port, ms));
    }
    names.push(own);
  }
  return { candidates, release, times };
}

/** Some libraries are needed by very many: the lower its number, the more. */
function needsOf(
  names: readonly (readonly string[])[],
  level: number,
  next: () => number,
): readonly string[] {
  const pick = (from: readonly string[]) => from[Math.floor(from.length * next() ** 3)] ?? "";
  if (level === 0) return [];
  const needs = new Set([pick(names[level - 1] ?? [])]);
  const more = Math.floor(-Math.log(1 - next()) * 1.5);
  for (let n = 0; n < more; n += 1) needs.add(pick(names[Math.floor(next() * level)] ?? []));
  return [...needs];
}

function modelPort(): Port {
  const text = 'name: model\nversion: "1"\ncomment: model\nbuild: {style: meta}\n';
  const tree = {
    read: (path: string) => (path === "port.yml" ? text : undefined),
    exists: (path: string) =>
      (path === "port.yml" ? "file" : path === "" ? "folder" : "nothing") as "file" | "folder" | "nothing",
    list: (path: string) => (path === "" ? ["port.yml"] : []),
  };
  const reading = readPort(tree, { folder: "", treeName: "ports", pkgpath: "model", flavors: "default" });
  if (!reading.ok) throw new Error(reading.error.map(({ message }) => message).join("\n"));
  return reading.value.port;
}

function portOf(model: Port, name: string, needs: readonly string[]): Port {
  const pkgpath = `ports/${name}`;
  const { span } = model;
  return {
    ...model,
    name,
    pkgpath,
    packages: model.packages.map((one) => ({ ...one, fullpkgname: `${name}-1`, fullpkgpath: pkgpath })),
    depends: { ...model.depends, build: needs.map((need) => ({ spec: "", pkgpath: `ports/${need}`, span })) },
  };
}

function rowOf({ name, pkgpath }: Port, buildTimeMs: number): Package {
  return {
    fullpkgname: `${name}-0`,
    name,
    version: "0",
    subpackage: "",
    fullpkgpath: pkgpath,
    flavors: [],
    base: "debian-12",
    baseDigest: "",
    arch: "x86_64",
    layout: "vendor",
    prefix: "/app",
    file: `${name}-0.tar.gz`,
    fingerprint: "",
    ingredients: {
      generation: 1,
      port: "",
      distfiles: "",
      patches: "",
      folder: "",
      options: "",
      dependencies: [],
    },
    contentDigest: name,
    depends: [],
    buildTimeMs,
  } as Partial<Package> as Package;
}

/** mulberry32: the same numbers on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
