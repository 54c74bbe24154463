import type { Arch, JobId } from "../port/port.ts";
import type { Plan, Shard } from "./model.ts";
import { stretchesOf, stretchName } from "./stretches.ts";

/** What GitHub allows for all outputs of one job, counted as UTF-16. */
const OUTPUT_BYTES = 1024 * 1024;

/** One leg, as `matrix.include` takes it. */
export type Leg = {
  readonly shard: string;
  /** For people: the first of its jobs, and how many more. */
  readonly name: string;
  readonly arch: Arch;
  readonly base: string;
  readonly runner: string;
  /** Under which its runner uploads what its jobs leave. */
  readonly artifact: string;
  /** Glob of the artifacts that it needs, as actions/download-artifact matches; empty when it needs none. */
  readonly needs: string;
};

/** Hosted runners with a fixed image: what `latest` is today it may not be tomorrow. */
const RUNNERS: Readonly<Record<Arch, string>> = { x86_64: "ubuntu-24.04", aarch64: "ubuntu-24.04-arm" };

/** How long names and globs may be; the next when all does not fit. A glob that is too long stands for all artifacts. */
const LENGTHS = [
  { name: 120, needs: 8192 },
  { name: 80, needs: 1024 },
  { name: 40, needs: 256 },
  { name: 20, needs: 64 },
];

/** `rank0`, `rank0to2` and so on, each with its legs; those that are not needed are empty lists. */
export function matrix({ ranks, shards }: Plan): Readonly<Record<string, readonly Leg[]>> {
  let made: Readonly<Record<string, readonly Leg[]>> = {};
  for (const length of LENGTHS) {
    const artifacts = new Map(
      shards.flatMap((shard) => shard.jobs.map((job) => [job, artifactName(shard, length)])),
    );
    const rows = new Map<string, Leg[]>(stretchesOf(ranks).map((stretch) => [stretchName(stretch), []]));
    for (const shard of shards)
      rows.get(stretchName({ from: shard.rank, until: shard.until }))?.push(legOf(shard, artifacts, length));
    made = Object.fromEntries(rows);
    if (JSON.stringify(made).length * 2 <= OUTPUT_BYTES) break;
  }
  return made;
}

type Length = (typeof LENGTHS)[number];

function legOf(shard: Shard, artifacts: ReadonlyMap<JobId, string>, length: Length): Leg {
  const { name, arch, base, jobs, needs } = shard;
  const [first = "", ...others] = jobs;
  const title = first.length > length.name ? `${first.slice(0, length.name - 1)}…` : first;
  const glob = globOf([...new Set(needs.flatMap((job) => artifacts.get(job) ?? []))].sort());
  return {
    shard: name,
    name: others.length === 0 ? title : `${title} and ${others.length} more`,
    arch,
    base,
    runner: RUNNERS[arch],
    artifact: artifactName(shard, length),
    needs: glob.length > length.needs ? EVERY_ARTIFACT : glob,
  };
}

/** The id of its job; where it has several, of the first, and how many more. Too long a one ends in the shard's name. */
function artifactName({ name, jobs }: Shard, length: Length): string {
  const [first = "", ...others]: readonly string[] = jobs;
  if (first.length > length.name) return `${first.slice(0, length.name)}@${name}`;
  return others.length === 0 ? first : `${first}+${others.length}`;
}

/** Ids of jobs have it, and nothing else that a run uploads. */
const EVERY_ARTIFACT = "*@*";

/** A comma would part alternatives. */
function globOf(names: readonly string[]): string {
  const escaped = names.map((name) => name.replaceAll(",", "?"));
  return escaped.length > 1 ? `{${escaped.join(",")}}` : escaped.join();
}
