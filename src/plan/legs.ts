import { type Filled, type Filler, START_MS } from "./fill.ts";
import { Groups, type TaskGraph } from "./task-graph.ts";

export type PlannedLeg = {
  readonly rank: number;
  /** In building order. */
  readonly tasks: readonly number[];
  /** With what it takes to start. */
  readonly ms: number;
};

/** Builds are put together up to this, since every leg costs its start. */
const BATCH_MS = 5 * 60_000;

/** The legs of ranks that are filled to these lengths. */
export function legsOf(graph: TaskGraph, filler: Filler, cuts: readonly number[]): readonly PlannedLeg[] {
  const legs: PlannedLeg[] = [];
  let left = graph.order;
  for (const [rank, length] of cuts.entries()) {
    const filled = filler.fill(left, length);
    const own = binsOf(graph, groupsOf(graph, left, filled), filled.ms).map(({ tasks, ms }): PlannedLeg => {
      const inOrder = [...tasks].sort((a, b) => (graph.levels[b] ?? 0) - (graph.levels[a] ?? 0) || a - b);
      return { rank, tasks: inOrder, ms };
    });
    legs.push(...own.sort((a, b) => b.ms - a.ms || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0)));
    left = filled.left;
  }
  return legs;
}

type Group = { readonly lane: number; readonly members: number[]; ms: number };

/** What hangs together of the tasks that went into a rank, in the order in which it is put into legs. */
function groupsOf(graph: TaskGraph, before: Int32Array, { left, first }: Filled): readonly Group[] {
  const later = new Set(left);
  const placed = before.filter((index) => !later.has(index));
  const groups = new Groups(graph.ms.length);
  for (const index of placed) groups.grow(index, graph);
  const found = new Map<number, Group>();
  for (const index of placed) {
    const root = groups.root(index);
    const known = found.get(root);
    if (known) known.members.push(index);
    else found.set(root, { lane: graph.laneOf[index] ?? 0, members: [index], ms: groups.sum(root) });
  }
  const all = [...found.values()];
  return first === "the longest"
    ? all.sort((a, b) => b.ms - a.ms || (a.members[0] ?? 0) - (b.members[0] ?? 0))
    : all;
}

type Bin = { readonly tasks: number[]; ms: number };

/** Small builds share a leg; others have one of their own while there are any, and then go where there is least. */
function binsOf({ legs }: TaskGraph, groups: readonly Group[], longest: number): readonly Bin[] {
  const bins = legs.map((): Bin[] => []);
  const small = Math.min(BATCH_MS + START_MS, longest);
  for (const { lane, members, ms } of groups) {
    const own = bins[lane] ?? [];
    let fullest: Bin | undefined;
    let emptiest: Bin | undefined;
    for (const bin of own) {
      if (bin.ms + ms <= small && (!fullest || bin.ms > fullest.ms)) fullest = bin;
      if (!emptiest || bin.ms < emptiest.ms) emptiest = bin;
    }
    const isFull = own.length >= (legs[lane] ?? 1);
    const bin: Bin = fullest ?? (isFull ? emptiest : undefined) ?? { tasks: [], ms: START_MS };
    if (bin.tasks.length === 0) own.push(bin);
    bin.tasks.push(...members);
    bin.ms += ms;
  }
  return bins.flat();
}
