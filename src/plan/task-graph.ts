export type Task = {
  readonly ms: number;
  /** Tasks of different lanes are never in one leg, nor do they need each other. */
  readonly lane: string;
  /** Tasks before this one in the list. */
  readonly needs: readonly number[];
};

/** Tasks as arrays by their numbers: a search goes through them many times. */
export type TaskGraph = {
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
  /** Legs that each lane may have at once: runners are shared out by work, and each lane has one at least. */
  readonly legs: readonly number[];
  /** No schedule ends before. */
  readonly shortestEnd: number;
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
  const shortestEnd = Math.max(whole / runners, levels[order[0] ?? 0] ?? 0);
  return { ms, needs, firstNeed, levels, order, laneOf, legs, shortestEnd };
}
