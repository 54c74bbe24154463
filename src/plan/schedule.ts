// Cuts a graph of tasks into ranks and legs. GitHub starts a rank when the one before it has ended, whole, and a leg
// knows nothing of the others in its rank: so of two tasks that hang together, either one is in a lower rank, or both
// are in one leg.
//
// A rank of a given length is filled greedily: the most pressing task first (the one with the longest way to an end
// before it), joined with what it needs into one group as long as the group fits into a leg of that length, and left to
// later ranks otherwise. What length each rank is to have is searched: several are tried, the few most promising
// beginnings are kept, and the shortest run of all wins.

export type Task = {
  readonly ms: number;
  /** Tasks of different lanes are never in one leg, nor do they need each other. */
  readonly lane: string;
  /** Tasks before this one in the list. */
  readonly needs: readonly number[];
};

export type ScheduleLimits = {
  /** Rank jobs of the workflow. */
  readonly ranks: number;
  /** Legs that run at once. */
  readonly runners: number;
};

export type PlannedLeg = {
  readonly rank: number;
  readonly lane: string;
  /** In building order. */
  readonly tasks: readonly number[];
  /** With what it takes to start. */
  readonly ms: number;
};

/** What a leg costs before its first build: a runner, a checkout, the base's image. */
const START_MS = 45_000;
/** Builds are put together up to this, since every leg costs its start. */
const BATCH_MS = 5 * 60_000;
/** GitHub ends a job after six hours, and estimates are estimates. */
const LEG_MS = 5 * 3_600_000;
/** Lengths that are tried for a rank, as parts of the longest way that is left. */
const PARTS = [0.04, 0.08, 0.14, 0.22, 0.35, 0.55, 1];
/** Beginnings that are followed at the same time. */
const BEAM = 2;

/** By rank; in a rank the longest leg first, as GitHub starts them. */
export function schedule(tasks: readonly Task[], { ranks, runners }: ScheduleLimits): readonly PlannedLeg[] {
  const graph = graphOf(tasks, runners);
  let beginnings: readonly Beginning[] = [{ cuts: [], left: graph.order, now: 0, outlook: 0 }];
  let best: Beginning | undefined;
  for (let later = ranks - 1; later >= 0; later -= 1) {
    const next = beginnings.flatMap((one) => continuations(graph, one, later));
    for (const one of next) {
      if (one.left.length === 0 && (!best || one.now < best.now)) best = one;
    }
    const open = next.filter((one) => one.left.length > 0 && (!best || one.outlook < best.now));
    beginnings = open.sort((a, b) => a.outlook - b.outlook).slice(0, BEAM);
  }
  return best ? legsOf(graph, best.cuts) : [];
}

/** The first ranks of a run. */
type Beginning = {
  /** The length that each rank was filled to. */
  readonly cuts: readonly number[];
  /** Tasks for later ranks, the most pressing first. */
  readonly left: readonly number[];
  /** When its last rank ends. */
  readonly now: number;
  /** When the whole run may end. */
  readonly outlook: number;
};

function continuations(graph: Graph, { cuts, left, now }: Beginning, later: number): readonly Beginning[] {
  const [first] = left;
  if (first === undefined) return [];
  const longest = graph.levels[first] ?? 0;
  // The last rank takes whatever is left, however long that is in one leg.
  const lengths =
    later === 0
      ? [Number.POSITIVE_INFINITY]
      : [BATCH_MS, ...PARTS.map((part) => part * longest)].map((ms) => Math.min(LEG_MS, START_MS + ms));
  return [...new Set(lengths)].flatMap((length): readonly Beginning[] => {
    const filled = fill(graph, left, length);
    if (filled.ms === 0) return [];
    const end = now + filled.ms;
    return [
      {
        cuts: [...cuts, length],
        left: filled.left,
        now: end,
        outlook: end + outlookOf(graph, filled.left, later),
      },
    ];
  });
}

/**
 * How long the rest may take in so many ranks: with many, the longest way through it; with one, its largest group in one
 * leg; and in between, in between.
 */
function outlookOf({ tasks, levels, runners }: Graph, left: readonly number[], ranks: number): number {
  const [first] = left;
  if (first === undefined) return 0;
  const groups = new Groups(tasks.length);
  let work = 0;
  let most = 0;
  for (const index of left) {
    const { ms, needs } = taskAt(tasks, index);
    work += ms;
    most = Math.max(most, groups.join(index, { ms, roots: groups.rootsOf(needs) }));
  }
  const way = levels[first] ?? 0;
  return Math.max(work / runners, way * (most / way) ** (1 / ranks)) + START_MS;
}

type Graph = {
  readonly tasks: readonly Task[];
  readonly runners: number;
  /** Legs of each lane: runners are shared out by work, and each lane has one at least. */
  readonly lanes: ReadonlyMap<string, number>;
  /** Of each task: the longest way from its start to an end. */
  readonly levels: Float64Array;
  /** By level, the highest first: what a task needs comes before it. */
  readonly order: readonly number[];
};

function graphOf(given: readonly Task[], runners: number): Graph {
  // A task of no length would have the level of what needs it, and could come after it.
  const tasks = given.map((task) => ({ ...task, ms: Math.max(1, task.ms) }));
  const levels = new Float64Array(tasks.length);
  const work = new Map<string, number>();
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const { ms, needs, lane } = taskAt(tasks, index);
    const level = (levels[index] ?? 0) + ms;
    levels[index] = level;
    for (const need of needs) levels[need] = Math.max(levels[need] ?? 0, level);
    work.set(lane, (work.get(lane) ?? 0) + ms);
  }
  const whole = [...work.values()].reduce((sum, ms) => sum + ms, 0);
  const lanes = new Map(
    [...work].map(([lane, ms]) => [lane, Math.max(1, Math.floor((runners * ms) / whole))]),
  );
  const order = tasks.map((_, index) => index);
  order.sort((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b);
  return { tasks, runners, lanes, levels, order };
}

function taskAt(tasks: readonly Task[], index: number): Task {
  const task = tasks[index];
  if (!task) throw new Error(`there is no task ${index}`);
  return task;
}

/** Groups of tasks that hang together, grown one by one (a forest of disjoint sets, paths halved). */
class Groups {
  readonly #parents: Int32Array;
  readonly #sums: Float64Array;

  constructor(count: number) {
    this.#parents = new Int32Array(count).fill(-1);
    this.#sums = new Float64Array(count);
  }

  has(index: number): boolean {
    return this.#parents[index] !== -1;
  }

  /** What stands for the groups of those tasks that are in one, each once. */
  rootsOf(indexes: readonly number[]): readonly number[] {
    const roots: number[] = [];
    for (const index of indexes) {
      if (!this.has(index)) continue;
      const root = this.root(index);
      if (!roots.includes(root)) roots.push(root);
    }
    return roots;
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

  /** Makes one group of a new task and others; answers its length. */
  join(index: number, { ms, roots }: { readonly ms: number; readonly roots: readonly number[] }): number {
    let [largest, sum] = [index, ms];
    for (const root of roots) {
      sum += this.sum(root);
      if (largest === index || this.sum(root) > this.sum(largest)) largest = root;
    }
    this.#parents[index] = largest;
    for (const root of roots) this.#parents[root] = largest;
    this.#sums[largest] = sum;
    return sum;
  }
}

type Filled = {
  readonly left: readonly number[];
  /** The groups that go into the rank, in the order in which they are put into legs. */
  readonly groups: readonly Group[];
  /** The longest leg. */
  readonly ms: number;
};

type Group = { readonly members: readonly number[]; readonly ms: number; readonly lane: string };

/** As much as goes into legs of this length. */
function fill(graph: Graph, left: readonly number[], length: number): Filled {
  const { tasks, levels, order, lanes } = graph;
  const groups = new Groups(order.length);
  const waiting = new Uint8Array(order.length);
  const members = new Map<number, number[]>();
  for (const index of left) {
    const { ms, needs } = taskAt(tasks, index);
    const roots = groups.rootsOf(needs);
    const sum = roots.reduce((total, root) => total + groups.sum(root), ms);
    if (needs.some((need) => waiting[need] === 1) || sum + START_MS > length) waiting[index] = 1;
    else groups.join(index, { ms, roots });
  }
  for (const index of left) {
    if (waiting[index] === 1) continue;
    const root = groups.root(index);
    const known = members.get(root);
    if (known) known.push(index);
    else members.set(root, [index]);
  }
  const found = [...members].map(
    ([root, all]): Group => ({ members: all, ms: groups.sum(root), lane: taskAt(tasks, root).lane }),
  );
  const pressing = (group: Group) => levels[group.members[0] ?? 0] ?? 0;
  const work = found.reduce((sum, { ms }) => sum + ms, 0);
  // Where there is room for all, the longest first packs best; where there is not, the most pressing go first.
  const isTight = work > 0.9 * graph.runners * (length - START_MS);
  found.sort(
    (a, b) =>
      (isTight ? pressing(b) - pressing(a) : b.ms - a.ms) || (a.members[0] ?? 0) - (b.members[0] ?? 0),
  );
  const racks = new Map([...lanes].map(([lane, legs]) => [lane, new Loads(legs)]));
  const placed: Group[] = [];
  let most = 0;
  for (const group of found) {
    const end = racks.get(group.lane)?.add(group.ms, length - START_MS);
    if (end === undefined) for (const index of group.members) waiting[index] = 1;
    else {
      placed.push(group);
      most = Math.max(most, end + START_MS);
    }
  }
  return { left: left.filter((index) => waiting[index] === 1), groups: placed, ms: most };
}

/** Loads of equal legs, the least on top (a binary heap). */
class Loads {
  readonly #heap: number[];

  constructor(legs: number) {
    this.#heap = Array.from({ length: legs }, () => 0);
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

/** The legs of ranks that are filled to these lengths. */
function legsOf(graph: Graph, cuts: readonly number[]): readonly PlannedLeg[] {
  const legs: PlannedLeg[] = [];
  let left = graph.order;
  for (const [rank, length] of cuts.entries()) {
    const filled = fill(graph, left, length);
    const own = binsOf(graph, filled).map(({ lane, tasks, ms }): PlannedLeg => {
      const inOrder = [...tasks].sort((a, b) => (graph.levels[b] ?? 0) - (graph.levels[a] ?? 0) || a - b);
      return { rank, lane, tasks: inOrder, ms };
    });
    legs.push(...own.sort((a, b) => b.ms - a.ms || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0)));
    left = filled.left;
  }
  return legs;
}

type Bin = { readonly lane: string; readonly tasks: number[]; ms: number };

/** Small builds share a leg; others have one of their own while there are any, and then go where there is least. */
function binsOf({ lanes }: Graph, { groups, ms: longest }: Filled): readonly Bin[] {
  const bins = new Map<string, Bin[]>();
  const small = Math.min(BATCH_MS + START_MS, longest);
  for (const { lane, members, ms } of groups) {
    const own = bins.get(lane) ?? [];
    bins.set(lane, own);
    let fullest: Bin | undefined;
    let emptiest: Bin | undefined;
    for (const bin of own) {
      if (bin.ms + ms <= small && (!fullest || bin.ms > fullest.ms)) fullest = bin;
      if (!emptiest || bin.ms < emptiest.ms) emptiest = bin;
    }
    const isFull = own.length >= (lanes.get(lane) ?? 1);
    const bin: Bin = fullest ?? (isFull ? emptiest : undefined) ?? { lane, tasks: [], ms: START_MS };
    if (bin.tasks.length === 0) own.push(bin);
    bin.tasks.push(...members);
    bin.ms += ms;
  }
  return [...bins.values()].flat();
}
