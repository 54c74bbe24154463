import type { Filler } from "./fill.ts";
import { firstUntil, hasJob, START_MS, type Stretch } from "./stretches.ts";
import type { TaskGraph } from "./task-graph.ts";

export type PlannedLeg = Stretch & {
  /** In building order. */
  readonly tasks: readonly number[];
  /** With what it takes to start. */
  readonly ms: number;
};

/** Builds are put together up to this, since every leg costs its start. */
const BATCH_MS = 5 * 60_000;

type Bin = { readonly tasks: number[]; ms: number };

/** Legs of one lane that start together and are waited for together; by leg, and by what hangs together. */
type Place = Stretch & {
  readonly lane: number;
  readonly legs: Map<number, Bin>;
  readonly groups: Map<number, Bin>;
};

/** What was filled last, spread over all the runners that there are. */
export function legsOf(graph: TaskGraph, filler: Filler): readonly PlannedLeg[] {
  const places = placesOf(graph, filler);
  const runners = new Runners(graph.legs);
  for (const place of places) runners.take(place, place.legs.size);
  const legs = places.flatMap((place): readonly PlannedLeg[] => {
    const bins = spread(place, place.legs.size + runners.spare(place));
    runners.take(place, bins.length - place.legs.size);
    return bins.map(({ tasks, ms }): PlannedLeg => {
      const inOrder = tasks.sort((a, b) => (graph.levels[b] ?? 0) - (graph.levels[a] ?? 0) || a - b);
      return { from: place.from, until: place.until, tasks: inOrder, ms };
    });
  });
  return withoutIdleRanks(legs).toSorted(inStartOrder);
}

function inStartOrder(a: PlannedLeg, b: PlannedLeg): number {
  return a.from - b.from || a.until - b.until || b.ms - a.ms || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0);
}

/** Ranks in which nothing starts are left out, if the workflow has a job for each leg then, too. */
function withoutIdleRanks(legs: readonly PlannedLeg[]): readonly PlannedLeg[] {
  const starts = new Set(legs.map(({ from }) => from));
  // Waited for by the first rank that is one: what lies between is idle.
  let kept = legs.map((leg): PlannedLeg => {
    const last = Math.max(...[...starts].filter((rank) => rank < leg.until));
    return { ...leg, until: firstUntil(leg.from, last) };
  });
  for (let rank = Math.max(...starts); rank >= 0; rank -= 1) {
    if (starts.has(rank)) continue;
    const without = (at: number) => (at > rank ? at - 1 : at);
    const moved = kept.map((leg) => ({ ...leg, from: without(leg.from), until: without(leg.until) }));
    if (moved.every(hasJob)) kept = moved;
  }
  return kept;
}

/** By rank, those that are waited for soonest first. */
function placesOf({ order, ms, laneOf }: TaskGraph, filler: Filler): readonly Place[] {
  const places = new Map<number, Place>();
  for (const index of order) {
    const leg = filler.legOf(index);
    const number = filler.placeOf(leg);
    const place = places.get(number) ?? emptyPlace(filler.stretchOf(leg), laneOf[index] ?? 0);
    places.set(number, place);
    for (const bin of [binOf(place.legs, leg), binOf(place.groups, filler.groupOf(index))]) {
      bin.tasks.push(index);
      bin.ms += ms[index] ?? 0;
    }
  }
  return [...places.values()].sort((a, b) => a.from - b.from || a.until - b.until || a.lane - b.lane);
}

function emptyPlace({ from, until }: Stretch, lane: number): Place {
  return { from, until, lane, legs: new Map(), groups: new Map() };
}

function binOf(bins: Map<number, Bin>, number: number): Bin {
  const bin = bins.get(number) ?? { tasks: [], ms: START_MS };
  bins.set(number, bin);
  return bin;
}

/** Which runners of a lane are busy in which rank. */
class Runners {
  readonly #legs: readonly number[];
  readonly #taken = new Map<string, number>();

  constructor(legs: readonly number[]) {
    this.#legs = legs;
  }

  take(place: Place, count: number): void {
    for (const key of keysOf(place)) this.#taken.set(key, (this.#taken.get(key) ?? 0) + count);
  }

  spare(place: Place): number {
    const all = this.#legs[place.lane] ?? 1;
    return Math.max(0, Math.min(...keysOf(place).map((key) => all - (this.#taken.get(key) ?? 0))));
  }
}

function keysOf({ lane, from, until }: Place): readonly string[] {
  return Array.from({ length: until - from }, (_, at) => `${lane} ${from + at}`);
}

/** Small builds share a leg; others have one of their own while there are any, and then go where there is least. */
function spread({ legs, groups }: Place, count: number): readonly Bin[] {
  const longest = Math.max(...[...legs.values()].map(({ ms }) => ms));
  const small = Math.min(BATCH_MS + START_MS, longest);
  const bins: Bin[] = [];
  for (const { tasks, ms } of [...groups.values()].sort((a, b) => b.ms - a.ms)) {
    const own = ms - START_MS;
    let fullest: Bin | undefined;
    let emptiest: Bin | undefined;
    for (const bin of bins) {
      if (bin.ms + own <= small && (!fullest || bin.ms > fullest.ms)) fullest = bin;
      if (!emptiest || bin.ms < emptiest.ms) emptiest = bin;
    }
    const bin = fullest ?? (bins.length >= count ? emptiest : undefined) ?? { tasks: [], ms: START_MS };
    if (bin.tasks.length === 0) bins.push(bin);
    bin.tasks.push(...tasks);
    bin.ms += own;
  }
  // The longest first packs best, but not always.
  return bins.every(({ ms }) => ms <= longest) ? bins : [...legs.values()];
}
