export type Task = {
  readonly ms: number;
  /** Tasks of different lanes are never in one leg, nor do they need each other. */
  readonly lane: string;
  /** Tasks before this one in the list. */
  readonly needs: readonly number[];
};

/** Tasks as arrays by their numbers: a search goes through them hundreds of times. */
export type TaskGraph = {
  readonly runners: number;
  readonly ms: Float64Array;
  /** What tasks need, one after the other: a task's own from `firstNeed[task]` to before `firstNeed[task + 1]`. */
  readonly needs: Int32Array;
  readonly firstNeed: Int32Array;
  /** Of each task, the longest way from its start to an end. */
  readonly levels: Float64Array;
  /** By level, the highest first: what a task needs comes before it. */
  readonly order: Int32Array;
  /** Of each task, the number of its lane. */
  readonly laneOf: Int32Array;
  /** Legs of each lane: runners are shared out by work, and each lane has one at least. */
  readonly legs: readonly number[];
};

export function taskGraph(tasks: readonly Task[], runners: number): TaskGraph {
  // A task of no length would have the level of what needs it, and could come after it.
  const ms = Float64Array.from(tasks, (task) => Math.max(1, task.ms));
  const needs = Int32Array.from(tasks.flatMap((task) => task.needs));
  const firstNeed = new Int32Array(tasks.length + 1);
  for (const [index, task] of tasks.entries())
    firstNeed[index + 1] = (firstNeed[index] ?? 0) + task.needs.length;
  const numbers = new Map([...new Set(tasks.map(({ lane }) => lane))].map((lane, number) => [lane, number]));
  const laneOf = Int32Array.from(tasks, ({ lane }) => numbers.get(lane) ?? 0);
  const work = new Float64Array(numbers.size);
  const levels = new Float64Array(tasks.length);
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const own = ms[index] ?? 0;
    const level = (levels[index] ?? 0) + own;
    levels[index] = level;
    for (const need of tasks[index]?.needs ?? []) levels[need] = Math.max(levels[need] ?? 0, level);
    work[laneOf[index] ?? 0] = (work[laneOf[index] ?? 0] ?? 0) + own;
  }
  const whole = work.reduce((sum, one) => sum + one, 0);
  const legs = Array.from(work, (one) => Math.max(1, Math.floor((runners * one) / whole)));
  const order = Int32Array.from(tasks, (_, index) => index);
  order.sort((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b);
  return { runners, ms, needs, firstNeed, levels, order, laneOf, legs };
}

/** No schedule of these tasks ends before: whatever is as pressing as one of them is done when that one ends. */
export function shortestEnd({ ms, levels, runners }: TaskGraph, left: Int32Array): number {
  let work = 0;
  let end = 0;
  for (const index of left) {
    const own = ms[index] ?? 0;
    const level = levels[index] ?? 0;
    work += own;
    end = Math.max(end, level, work / runners + level - own);
  }
  return end;
}

/** Groups of tasks that hang together, grown one by one (a forest of disjoint sets, paths halved). */
export class Groups {
  readonly #parents: Int32Array;
  readonly #sums: Float64Array;

  constructor(count: number) {
    this.#parents = new Int32Array(count).fill(-1);
    this.#sums = new Float64Array(count);
  }

  clear(): void {
    this.#parents.fill(-1);
  }

  has(index: number): boolean {
    return this.#parents[index] !== -1;
  }

  root(index: number): number {
    let at = index;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) {
      const above = this.#parents[up] ?? up;
      this.#parents[at] = above;
      at = above;
    }
    return at;
  }

  sum(root: number): number {
    return this.#sums[root] ?? 0;
  }

  /** Makes one group of a new task and of all those that have something that it needs; answers its length. */
  grow(index: number, { ms, needs, firstNeed }: TaskGraph): number {
    let root = index;
    this.#parents[index] = index;
    this.#sums[index] = ms[index] ?? 0;
    const end = firstNeed[index + 1] ?? 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const need = needs[at] ?? 0;
      if (!this.has(need)) continue;
      const other = this.root(need);
      if (other === root) continue;
      const sum = this.sum(root) + this.sum(other);
      const [larger, smaller] = this.sum(other) > this.sum(root) ? [other, root] : [root, other];
      this.#parents[smaller] = larger;
      this.#sums[larger] = sum;
      root = larger;
    }
    return this.sum(root);
  }
}
