import type { Arch } from "../port/port.ts";
import type { Plan } from "./model.ts";

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
};

/** Hosted runners with a fixed image: what `latest` is today it may not be tomorrow. */
const RUNNERS: Readonly<Record<Arch, string>> = { x86_64: "ubuntu-24.04", aarch64: "ubuntu-24.04-arm" };

/** `rank0` to the last rank, each with its legs; those that are not needed are empty lists. */
export function matrix({ ranks, shards }: Plan): Readonly<Record<string, readonly Leg[]>> {
  // The longest names are cut until the whole is within what one job may put out, whatever its ports are called.
  for (let length = 120; ; length -= 20) {
    const legs = Array.from({ length: ranks }, (_, rank): [string, readonly Leg[]] => [
      `rank${rank}`,
      shards.filter((shard) => shard.rank === rank).map((shard) => legOf(shard, length)),
    ]);
    const made = Object.fromEntries(legs);
    if (length <= 20 || JSON.stringify(made).length * 2 <= OUTPUT_BYTES) return made;
  }
}

function legOf({ name, arch, base, jobs }: Plan["shards"][number], length: number): Leg {
  const [first = "", ...others] = jobs;
  const title = first.length > length ? `${first.slice(0, length - 1)}…` : first;
  return {
    shard: name,
    name: others.length === 0 ? title : `${title} and ${others.length} more`,
    arch,
    base,
    runner: RUNNERS[arch],
  };
}
