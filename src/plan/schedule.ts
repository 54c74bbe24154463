// Cuts a graph of tasks into ranks and legs. GitHub starts a job of a workflow when those that it waits for have ended,
// whole, and a leg knows nothing of the others beside it: so of two tasks that hang together, either one is in a leg
// that ends before the other's starts, or both are in one leg.
//
// How long each rank is to be is searched. The tasks of the longest ways decide nearly alone how long the whole run
// takes, and have runners enough, so the search goes through these first, and then tries what it has found on all.

import { Filler } from "./fill.ts";
import { legsOf, type PlannedLeg } from "./legs.ts";
import { beginnings, bestOf } from "./lengths.ts";
import { START_MS } from "./stretches.ts";
import { type Task, type TaskGraph, taskGraph } from "./task-graph.ts";

export type ScheduleLimits = {
  /** Rank jobs of the workflow. */
  readonly ranks: number;
  /** Legs that run at once; more wait in the matrix when these would last too long. */
  readonly runners: number;
};

/** GitHub's limit of one matrix. */
export const MATRIX_LEGS = 256;

/** GitHub ends a job after six hours, and estimates are estimates. */
const LEG_MS = 5 * 3_600_000;
/** Tasks that are searched with. */
const PRESSING = 1000;
/** How many tasks are placed, all runs of a search taken together. */
const PLACED = { pressing: 300_000, all: 40_000 };
/** How much longer ranks have to be for all tasks than for the pressing ones. */
const STRETCHED = [1, 1.1, 1.2, 1.35];

/** By rank and stretch; of these the longest leg first, as GitHub starts them. */
export function schedule(tasks: readonly Task[], { ranks, runners }: ScheduleLimits): readonly PlannedLeg[] {
  if (tasks.length === 0) return [];
  const work = tasks.reduce((sum, { ms }) => sum + ms, 0);
  const legs = Math.min(MATRIX_LEGS, Math.max(runners, Math.ceil(work / LEG_MS)));
  const graph = taskGraph(tasks, legs);
  const longest = graph.ms.reduce((most, ms) => Math.max(most, ms), 0);
  const limits = { ranks, limit: Math.max(LEG_MS, START_MS + longest) };
  const some = tasks.length > 2 * PRESSING ? taskGraph(pressing(tasks, graph), legs) : graph;
  const counting = some === graph ? "counted" : "enough";
  const first = new Filler(some, { ...limits, runners: counting });
  let lengths = bestOf(beginnings(some, ranks), first, { placed: PLACED.pressing, begin: "with each" });
  const filler = counting === "counted" ? first : new Filler(graph, { ...limits, runners: "counted" });
  if (some !== graph) {
    const stretched = STRETCHED.map((times) => lengths.map((length) => length * times));
    lengths = bestOf(stretched, filler, { placed: PLACED.all, begin: "until it ends later" });
  }
  filler.fill(lengths);
  return legsOf(graph, filler);
}

/** The tasks of the longest ways, in the order of all. */
function pressing(tasks: readonly Task[], { ms, levels }: TaskGraph): readonly Task[] {
  const before = new Float64Array(tasks.length);
  for (const [index, { needs }] of tasks.entries()) {
    for (const need of needs)
      before[index] = Math.max(before[index] ?? 0, (before[need] ?? 0) + (ms[need] ?? 0));
  }
  const ways = before.map((length, index) => length + (levels[index] ?? 0));
  const kept = Array.from(tasks.keys())
    .sort((a, b) => (ways[b] ?? 0) - (ways[a] ?? 0) || a - b)
    .slice(0, PRESSING)
    .sort((a, b) => a - b);
  const numbers = new Map(kept.map((index, number) => [index, number]));
  return kept.flatMap((index): readonly Task[] => {
    const task = tasks[index];
    return task ? [{ ...task, needs: task.needs.flatMap((need) => numbers.get(need) ?? []) }] : [];
  });
}
