// Cuts a graph of tasks into ranks and legs. GitHub starts a rank when the one before it has ended, whole, and a leg
// knows nothing of the others in its rank: so of two tasks that hang together, either one is in a lower rank, or both
// are in one leg.
//
// What length each rank is to have is searched. First several are tried for one rank after the other, and the few most
// promising beginnings are kept. Then the lengths of the shortest run so found are varied: a rank is stretched, takes
// from the next, is split or dropped, and what makes the whole run shorter stays.

import { Filler, START_MS } from "./fill.ts";
import { legsOf, type PlannedLeg } from "./legs.ts";
import { Groups, shortestEnd, type Task, type TaskGraph, taskGraph } from "./task-graph.ts";

export type ScheduleLimits = {
  /** Rank jobs of the workflow. */
  readonly ranks: number;
  /** Legs that run at once. */
  readonly runners: number;
};

/** GitHub ends a job after six hours, and estimates are estimates. */
const LEG_MS = 5 * 3_600_000;
/** A rank that is shorter than this is hardly worth its starts. */
const SHORTEST_MS = 1.5 * START_MS;
/** Lengths that are tried for a rank, as parts of the longest way that is left. */
const PARTS = [0.02, 0.04, 0.08, 0.14, 0.22, 0.35, 0.55, 1];
/** Beginnings that are followed at the same time. */
const BEAM = 2;
/** Ranks that are filled to vary a run: enough to make it shorter by a twentieth to a fifth. */
const FILLS = 400;

/** By rank; in a rank the longest leg first, as GitHub starts them. */
export function schedule(tasks: readonly Task[], { ranks, runners }: ScheduleLimits): readonly PlannedLeg[] {
  if (tasks.length === 0) return [];
  const graph = taskGraph(tasks, runners);
  const longest = graph.ms.reduce((most, ms) => Math.max(most, ms), 0);
  const limit = Math.max(LEG_MS, START_MS + longest);
  const search = { graph, filler: new Filler(graph), ranks, limit };
  return legsOf(graph, search.filler, shortened(search, firstRun(search)));
}

type Search = {
  readonly graph: TaskGraph;
  readonly filler: Filler;
  readonly ranks: number;
  /** No rank but the last is longer; every single task fits. */
  readonly limit: number;
};

/** Where a run stands between two ranks. */
type State = {
  /** Tasks for later ranks, the most pressing first. */
  readonly left: Int32Array;
  readonly now: number;
};

/** The first ranks of a run. */
type Beginning = State & {
  /** The length that each rank was filled to. */
  readonly cuts: readonly number[];
  /** When the whole run may end. */
  readonly outlook: number;
};

function firstRun(search: Search): readonly number[] {
  let beginnings: readonly Beginning[] = [{ cuts: [], left: search.graph.order, now: 0, outlook: 0 }];
  let best: Beginning | undefined;
  for (let later = search.ranks - 1; later >= 0; later -= 1) {
    const next = beginnings.flatMap((one) => continuations(search, one, later));
    for (const one of next) {
      if (one.left.length === 0 && (!best || one.now < best.now)) best = one;
    }
    const open = next.filter((one) => one.left.length > 0 && (!best || one.outlook < best.now));
    beginnings = open.sort((a, b) => a.outlook - b.outlook).slice(0, BEAM);
  }
  return best?.cuts ?? [];
}

function continuations(
  { graph, filler, limit }: Search,
  { cuts, left, now }: Beginning,
  later: number,
): readonly Beginning[] {
  const longest = graph.levels[left[0] ?? 0] ?? 0;
  // The last rank takes whatever is left, however long that is in one leg.
  const lengths =
    later === 0
      ? [Number.POSITIVE_INFINITY]
      : PARTS.map((part) => Math.min(limit, START_MS + part * longest));
  return [...new Set(lengths)].flatMap((length): readonly Beginning[] => {
    const filled = filler.fill(left, length);
    if (filled.ms === 0) return [];
    const end = now + filled.ms;
    const outlook = end + outlookOf(graph, filled.left, later);
    return [{ cuts: [...cuts, length], left: filled.left, now: end, outlook }];
  });
}

/**
 * How long the rest may take in so many ranks: with many, as long as without ranks; with one, its largest group in one
 * leg; and in between, in between.
 */
function outlookOf(graph: TaskGraph, left: Int32Array, ranks: number): number {
  if (left.length === 0) return 0;
  const groups = new Groups(graph.ms.length);
  let most = 0;
  for (const index of left) {
    most = Math.max(most, groups.grow(index, graph));
  }
  const shortest = shortestEnd(graph, left);
  return shortest * Math.max(1, most / shortest) ** (1 / ranks) + START_MS;
}

/** Other lengths, from rank `at` on; `step` is how far to go, 1 to 0. */
type Variation = (cuts: readonly number[], at: number, step: number) => readonly number[];

const VARIATIONS: readonly Variation[] = [
  ...[0.5, -0.33, 0.2, -0.17].map(
    (part): Variation =>
      (cuts, at, step) =>
        cuts.toSpliced(at, 1, Math.max(SHORTEST_MS, (cuts[at] ?? 0) * (1 + part * step))),
  ),
  ...[-0.5, 0.5].map(
    (part): Variation =>
      (cuts, at, step) => {
        const [own = 0, next] = cuts.slice(at);
        if (next === undefined) return cuts;
        const moved = part * step * Math.min(own, next);
        return cuts.toSpliced(at, 2, own + moved, next - moved);
      },
  ),
  ...[0.15, 0.5].map(
    (part): Variation =>
      (cuts, at) =>
        cuts.toSpliced(at, 0, (cuts[at] ?? 0) * part),
  ),
  (cuts, at) => cuts.toSpliced(at, 1),
];

/** A run of other lengths that ends no later. */
function shortened(search: Search, start: readonly number[]): readonly number[] {
  const run = new Run(search, start);
  let isShorter = true;
  for (let step = 1; step > 0.3 && run.fills < FILLS; step *= isShorter ? 1 : 0.55) {
    const before = run.end;
    for (let at = run.cuts.length - 1; at >= 0; at -= 1) {
      for (const vary of VARIATIONS) {
        if (run.fills < FILLS && at < run.cuts.length) run.take(at, vary(run.cuts, at, step));
      }
    }
    isShorter = run.end < before;
  }
  return run.cuts;
}

/** The best run so far, with where it stands before each rank. */
class Run {
  readonly #search: Search;
  #cuts: readonly number[] = [];
  #states: readonly State[];
  #fills = 0;

  constructor(search: Search, cuts: readonly number[]) {
    this.#search = search;
    this.#states = [{ left: search.graph.order, now: 0 }];
    this.take(0, cuts);
  }

  get cuts(): readonly number[] {
    return this.#cuts;
  }

  get fills(): number {
    return this.#fills;
  }

  get end(): number {
    return this.#cuts.length === 0 ? Number.POSITIVE_INFINITY : (this.#states.at(-1)?.now ?? 0);
  }

  /** Goes over to these lengths, which are the same before rank `at`, if that ends earlier. */
  take(at: number, wanted: readonly number[]): void {
    const { graph, filler, ranks, limit } = this.#search;
    const states = this.#states.slice(0, at + 1);
    const cuts = this.#cuts.slice(0, at);
    for (let rank = at; ; rank += 1) {
      const { left, now } = states.at(-1) ?? { left: graph.order, now: 0 };
      if (left.length === 0) break;
      if (rank >= ranks || now + START_MS + shortestEnd(graph, left) >= this.end) return;
      const cut = rank === ranks - 1 ? Number.POSITIVE_INFINITY : Math.min(limit, wanted[rank] ?? limit);
      const filled = filler.fill(left, cut);
      this.#fills += 1;
      if (filled.ms === 0) return;
      cuts.push(cut);
      states.push({ left: filled.left, now: now + filled.ms });
    }
    if ((states.at(-1)?.now ?? 0) >= this.end) return;
    this.#cuts = cuts;
    this.#states = states;
  }
}
