// One rank of a given length is filled greedily: the most pressing task first (the one with the longest way to an end
// before it), joined with what it needs into one group as long as the group fits into a leg of that length, and left to
// later ranks otherwise.

import { Groups, type TaskGraph } from "./task-graph.ts";

/** What a leg costs before its first build: a runner, a checkout, the base's image. */
export const START_MS = 45_000;

export type Filled = {
  /** For later ranks, the most pressing first. */
  readonly left: Int32Array;
  /** The longest leg; 0 when nothing fits. */
  readonly ms: number;
  /**
   * How its groups are put into legs: where there is room for all, the longest first packs best; where there is not, the
   * most pressing go first.
   */
  readonly first: "the longest" | "the most pressing";
};

/** Fills ranks; its memory is used again for each. */
export class Filler {
  readonly #graph: TaskGraph;
  readonly #groups: Groups;
  /** 1: of this rank no more. */
  readonly #waiting: Uint8Array;
  /** By root: 1 when the group has been seen, 2 when there was no leg for it. */
  readonly #fates: Uint8Array;

  constructor(graph: TaskGraph) {
    this.#graph = graph;
    this.#groups = new Groups(graph.ms.length);
    this.#waiting = new Uint8Array(graph.ms.length);
    this.#fates = new Uint8Array(graph.ms.length);
  }

  /** As much as goes into legs of this length. */
  fill(left: Int32Array, length: number): Filled {
    const { ms, runners, laneOf, legs } = this.#graph;
    const room = length - START_MS;
    const groups = this.#groups;
    const waiting = this.#waiting;
    const fates = this.#fates;
    groups.clear();
    waiting.fill(0);
    let work = 0;
    for (const index of left) {
      const own = ms[index] ?? 0;
      if (own <= room && this.#joins(index, room)) work += own;
      else waiting[index] = 1;
    }
    const first = work > 0.9 * runners * room ? "the most pressing" : "the longest";
    const loads = legs.map((count) => new Loads(count));
    let most = 0;
    for (const root of this.#rootsOf(left, first)) {
      const end = loads[laneOf[root] ?? 0]?.add(groups.sum(root), room);
      if (end === undefined) fates[root] = 2;
      else most = Math.max(most, end + START_MS);
    }
    return { left: this.#laterOf(left), ms: most, first };
  }

  #laterOf(left: Int32Array): Int32Array {
    const waiting = this.#waiting;
    const fates = this.#fates;
    const later = new Int32Array(left.length);
    let count = 0;
    for (const index of left) {
      if (waiting[index] === 0 && fates[this.#groups.root(index)] !== 2) continue;
      later[count] = index;
      count += 1;
    }
    return later.subarray(0, count);
  }

  /** Whether a task goes into the rank, together with what it needs of it. */
  #joins(index: number, room: number): boolean {
    const { ms, needs, firstNeed } = this.#graph;
    const groups = this.#groups;
    const waiting = this.#waiting;
    const roots: number[] = [];
    let sum = ms[index] ?? 0;
    const end = firstNeed[index + 1] ?? 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const need = needs[at] ?? 0;
      if (waiting[need] === 1) return false;
      if (!groups.has(need)) continue;
      const root = groups.root(need);
      if (roots.includes(root)) continue;
      roots.push(root);
      sum += groups.sum(root);
      if (sum > room) return false;
    }
    groups.grow(index, this.#graph);
    return true;
  }

  #rootsOf(left: Int32Array, first: Filled["first"]): readonly number[] {
    const groups = this.#groups;
    const roots: number[] = [];
    const waiting = this.#waiting;
    const fates = this.#fates;
    fates.fill(0);
    for (const index of left) {
      if (waiting[index] === 1) continue;
      const root = groups.root(index);
      if (fates[root] === 1) continue;
      fates[root] = 1;
      roots.push(root);
    }
    return first === "the longest" ? roots.sort((a, b) => groups.sum(b) - groups.sum(a) || a - b) : roots;
  }
}

/** Loads of equal legs, the least on top (a binary heap). */
class Loads {
  readonly #heap: Float64Array;

  constructor(legs: number) {
    this.#heap = new Float64Array(legs);
  }

  /** Onto the leg with the least; undefined when that would be too much for it. */
  add(ms: number, limit: number): number | undefined {
    const heap = this.#heap;
    const load = (heap[0] ?? 0) + ms;
    if (load > limit) return undefined;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
      if (child >= heap.length || (heap[child] ?? 0) >= load) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = load;
    return load;
  }
}
