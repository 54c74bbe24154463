// How long the ranks of a run should be: by trying. From simple beginnings, the lengths of the most promising are
// varied, and what ends no later stays.

import type { Filler } from "./fill.ts";
import { START_MS } from "./stretches.ts";
import type { TaskGraph } from "./task-graph.ts";

/** Of each rank. */
export type Lengths = readonly number[];

type Run = {
  /** With these it was filled. */
  readonly given: Lengths;
  /** How long the ranks then lasted: not enough to fill it the same again, where one grew on the way. */
  readonly lengths: Lengths;
  readonly end: number;
  /** Of each rank, the lengths at which one leg more would be too long for it, longest first. */
  readonly cuts: ReturnType<Filler["cuts"]>;
};

/** So many runs are varied side by side, round after round, each round getting an equal share of the trials. */
const ROUNDS = [8, 4, 2, 1];
/** A search goes by chance: where it ends worse than this many times what the tasks alone take, another is tried. */
const GOOD = 1.15;
const SEEDS = [1, 2];
/** No search tries more often, however few tasks there are. */
const MOST_TRIALS = 600;
/** How often a rank gives up its longest legs; otherwise its length is varied by chance. */
const CUTTING = 0.6;
/** A rank that is shorter than this is none. */
const SHORTEST_MS = 1.5 * START_MS;

export type Effort = {
  /** How many tasks are placed, about, or twice as many. */
  readonly placed: number;
  /** Whether all that a search may begin with is tried, or one after the other for as long as each is better. */
  readonly begin: "with each" | "until it ends later";
};

/** The lengths with which the run ends first. */
export function bestOf(from: readonly Lengths[], filler: Filler, { placed, begin }: Effort): Lengths {
  const begun: Run[] = [];
  for (const lengths of from) {
    const run = runOf(lengths, filler);
    if (begin === "until it ends later" && run.end > (begun.at(-1)?.end ?? run.end)) break;
    begun.push(run);
  }
  begun.sort(byEnd);
  const trials = Math.min(MOST_TRIALS, Math.floor(placed / filler.tasks)) - from.length;
  let found: readonly Run[] = [];
  for (const seed of SEEDS) {
    if ((found[0]?.end ?? Number.POSITIVE_INFINITY) <= GOOD * filler.least) break;
    found = [...found, ...search(begun, filler, { trials, next: chance(seed) })].sort(byEnd);
  }
  return found[0]?.given ?? [];
}

type Search = { readonly trials: number; readonly next: () => number };

function search(begun: readonly Run[], filler: Filler, { trials, next }: Search): readonly Run[] {
  let kept = begun;
  for (const count of ROUNDS) {
    if ((kept[0]?.end ?? 0) <= filler.least) break;
    const share = Math.round(trials / ROUNDS.length / count);
    const varied = kept.slice(0, count).map((start) => {
      let best = start;
      for (let trial = 0; trial < share; trial += 1) best = runOf(variation(best, next), filler, best);
      return best;
    });
    kept = varied.sort(byEnd);
  }
  return kept;
}

function byEnd(one: Run, other: Run): number {
  return one.end - other.end;
}

/** Or `best`, if that ends sooner. */
function runOf(given: Lengths, filler: Filler, best?: Run): Run {
  const { lengths, end } = filler.fill(given);
  return best && end > best.end ? best : { given, lengths, end, cuts: filler.cuts(lengths) };
}

/** Each level of the graph in a rank; and all of the ranks, or some, longer from one to the next, or shorter. */
export function beginnings(graph: TaskGraph, ranks: number): readonly Lengths[] {
  const longer = [1, 0.75, 0.5].flatMap((used) =>
    [0.9, 1.1].flatMap((growth) =>
      [1.05, 1.25, 1.5].map((times) => {
        const parts = Array.from({ length: ranks }, (_, rank) => (rank < used * ranks ? growth ** rank : 0));
        const whole = parts.reduce((sum, part) => sum + part, 0);
        return parts.map((part) => (part / whole) * times * (graph.shortestEnd + START_MS));
      }),
    ),
  );
  return [levelLengths(graph, ranks), ...longer];
}

function levelLengths({ ms, needs, firstNeed }: TaskGraph, ranks: number): Lengths {
  const depths = new Int32Array(ms.length);
  const lengths = Array.from({ length: ranks }, () => 0);
  for (const [index, own] of ms.entries()) {
    const before = needs.subarray(firstNeed[index], firstNeed[index + 1]);
    const depth = before.reduce((most, need) => Math.max(most, (depths[need] ?? 0) + 1), 0);
    depths[index] = depth;
    if (depth < ranks) lengths[depth] = Math.max(lengths[depth] ?? 0, START_MS + own);
  }
  return lengths;
}

type Variation = (lengths: number[], at: number, next: () => number) => void;

/** Each as often as the others. */
const VARIATIONS: readonly Variation[] = [
  stretchOne,
  stretchOne,
  moveTime,
  moveTime,
  stretchAll,
  joinTwo,
  splitOne,
];

function variation({ lengths, cuts }: Run, next: () => number): Lengths {
  const other = [...lengths];
  const at = Math.floor(next() * other.length);
  const own = cuts[at] ?? [];
  const cut = next() < CUTTING ? own[Math.floor(own.length * next() ** 2)] : undefined;
  if (cut === undefined) VARIATIONS[Math.floor(next() * VARIATIONS.length)]?.(other, at, next);
  else cutOne(other, at, { cut, follower: next() < 0.5 ? "lasts longer" : "stays" });
  return other;
}

type Cut = { readonly cut: number; readonly follower: "lasts longer" | "stays" };

function cutOne(lengths: number[], at: number, { cut, follower }: Cut): void {
  const after = lengths[at + 1];
  if (follower === "lasts longer" && after !== undefined) lengths[at + 1] = after + (lengths[at] ?? 0) - cut;
  lengths[at] = cut;
}

function stretchOne(lengths: number[], at: number, next: () => number): void {
  lengths[at] = (lengths[at] ?? 0) * (0.6 + 0.8 * next());
}

function moveTime(lengths: number[], at: number, next: () => number): void {
  const to = Math.floor(next() * lengths.length);
  const moved = 0.5 * next() * (lengths[at] ?? 0);
  lengths[at] = (lengths[at] ?? 0) - moved;
  lengths[to] = (lengths[to] ?? 0) + moved;
}

function stretchAll(lengths: number[], _: number, next: () => number): void {
  const times = 0.92 + 0.12 * next();
  for (const [rank, length] of lengths.entries()) lengths[rank] = length * times;
}

/** A rank and the next one; the last becomes an empty one. */
function joinTwo(lengths: number[], at: number, next: () => number): void {
  const [own = 0, following] = lengths.slice(at, at + 2);
  if (following === undefined) return;
  lengths.splice(at, 2, (own + following) * (0.7 + 0.4 * next()));
  lengths.push(0);
}

/** One of two, if there is an empty one to give for it. */
function splitOne(lengths: number[], at: number, next: () => number): void {
  const own = lengths[at] ?? 0;
  const empty = lengths.findIndex((length) => length < SHORTEST_MS);
  if (empty === -1) return;
  const part = 0.2 + 0.6 * next();
  lengths.splice(at, 1, part * own, (1.1 - part) * own);
  lengths.splice(empty > at ? empty + 1 : empty, 1);
}

/** mulberry32, since a search must try the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
