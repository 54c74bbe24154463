// Cuts a graph of tasks into ranks and legs. GitHub starts a rank when the one before it has ended, whole, and a leg
// knows nothing of the others in its rank: so of two tasks that hang together, either one is in a lower rank, or both
// are in one leg.
//
// For a horizon T (the length of the whole run) each task has a latest start: T less the longest way from it to an end.
// A rank is made as long as it can be while those that must start in it fall apart into groups that fit into legs; the
// room that they leave is filled with what may already be built, the most pressing first. A few horizons from the lower
// bound upwards are tried, and the shortest run is taken.

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

export type Schedule = {
  /** By rank; in a rank the longest first, as GitHub starts them. */
  readonly legs: readonly PlannedLeg[];
  /** From the start of the first rank to the end of the last, when no runner is short. */
  readonly expectedMs: number;
};

/** What a leg costs before its first build: a runner, a checkout, the base's image. */
const START_MS = 45_000;
/** Builds are put together up to this, since every leg costs its start. */
const BATCH_MS = 5 * 60_000;
/** GitHub ends a job after six hours; estimates are estimates. */
const LEG_MS = 5 * 3_600_000;
/** Of the lower bound. Beyond the last, what must be is put into one leg, however long. */
const HORIZONS = [
  1, 1.02, 1.04, 1.06, 1.09, 1.12, 1.16, 1.2, 1.27, 1.35, 1.5, 1.75, 2, 2.5, 3, 4, 6, 10, 1e6,
];

export function schedule(tasks: readonly Task[], limits: ScheduleLimits): Schedule {
  const graph = graphOf(tasks);
  const lanes = lanesOf(tasks, limits.runners);
  const bound = Math.max(longest(graph.levels), ...lanes.map(({ ms, legs }) => ms / legs));
  let best: Schedule | undefined;
  for (const factor of HORIZONS) {
    if (best && best.expectedMs <= bound * factor) break;
    const found = attempt(graph, { lanes, ranks: limits.ranks, horizon: bound * factor + START_MS });
    if (!best || found.expectedMs < best.expectedMs) best = found;
  }
  return best ?? { legs: [], expectedMs: 0 };
}

type Graph = {
  readonly tasks: readonly Task[];
  /** Of each task: the longest way from its start to an end. */
  readonly levels: Float64Array;
  /** By level, the highest first: what a task needs comes before it. */
  readonly order: readonly number[];
};

function graphOf(given: readonly Task[]): Graph {
  // A task of no length would have the level of what needs it, and could come after it.
  const tasks = given.map((task) => ({ ...task, ms: Math.max(1, task.ms) }));
  const levels = new Float64Array(tasks.length);
  for (let index = tasks.length - 1; index >= 0; index -= 1) {
    const { ms, needs } = taskAt(tasks, index);
    const level = (levels[index] ?? 0) + ms;
    levels[index] = level;
    for (const need of needs) levels[need] = Math.max(levels[need] ?? 0, level);
  }
  const order = tasks.map((_, index) => index);
  order.sort((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b);
  return { tasks, levels, order };
}

function taskAt(tasks: readonly Task[], index: number): Task {
  const task = tasks[index];
  if (!task) throw new Error(`there is no task ${index}`);
  return task;
}

function longest(levels: Float64Array): number {
  return levels.reduce((most, level) => Math.max(most, level), 0);
}

type Lane = { readonly name: string; readonly ms: number; readonly legs: number };

/** Runners are shared out by work; each lane has one at least. */
function lanesOf(tasks: readonly Task[], runners: number): readonly Lane[] {
  const work = new Map<string, number>();
  for (const { lane, ms } of tasks) work.set(lane, (work.get(lane) ?? 0) + Math.max(1, ms));
  const whole = [...work.values()].reduce((sum, ms) => sum + ms, 0);
  return [...work].map(([name, ms]) => ({ name, ms, legs: Math.max(1, Math.floor((runners * ms) / whole)) }));
}

type Frame = { readonly lanes: readonly Lane[]; readonly ranks: number; readonly horizon: number };

function attempt(graph: Graph, { lanes, ranks, horizon }: Frame): Schedule {
  const legs: PlannedLeg[] = [];
  let left = graph.order;
  let now = 0;
  for (let rank = 0; rank < ranks && left.length > 0; rank += 1) {
    const isLast = rank === ranks - 1;
    const extent = isLast
      ? { count: left.length, ms: Math.max(horizon - now, START_MS) }
      : extentOf(graph, { left, rest: horizon - now });
    const filled = fillRank(graph, { left, extent, lanes, rank });
    legs.push(...filled.legs);
    now += filled.legs.reduce((most, { ms }) => Math.max(most, ms), 0);
    left = filled.left;
  }
  return { legs, expectedMs: now };
}

/** How many of the most pressing tasks a rank must take, and how long it may be. */
type Extent = { readonly count: number; readonly ms: number };

/** The longest rank whose pressing tasks fall apart into groups that are no longer than it. */
function extentOf(
  { tasks, levels }: Graph,
  { left, rest }: { readonly left: readonly number[]; readonly rest: number },
): Extent {
  const groups = new Groups(tasks);
  let most = 0;
  let found: Extent | undefined;
  for (const [at, index] of left.entries()) {
    most = Math.max(most, groups.add(index) + START_MS);
    const next = left[at + 1];
    // With what comes next left to later ranks, this one may last until that must start.
    const ms = next === undefined ? rest : rest - (levels[next] ?? 0) - START_MS;
    if (ms >= most && (ms <= LEG_MS || !found)) found = { count: at + 1, ms };
  }
  // The horizon is too near for anything: the one most pressing, for as long as it takes.
  const [first = 0] = left;
  return found ?? { count: 1, ms: taskAt(tasks, first).ms + START_MS };
}

/** Tasks that hang together, grown one by one (union by size, paths halved). */
class Groups {
  readonly #tasks: readonly Task[];
  readonly #parents: Int32Array;
  readonly #sums: Float64Array;

  constructor(tasks: readonly Task[]) {
    this.#tasks = tasks;
    this.#parents = new Int32Array(tasks.length).fill(-1);
    this.#sums = new Float64Array(tasks.length);
  }

  /** The length of the group that the task is now in. */
  add(index: number): number {
    const { ms, needs } = taskAt(this.#tasks, index);
    this.#parents[index] = index;
    this.#sums[index] = ms;
    for (const need of needs) {
      const [a, b] = [this.find(index), this.find(need)];
      if (b === undefined || a === undefined || a === b) continue;
      this.#parents[b] = a;
      this.#sums[a] = (this.#sums[a] ?? 0) + (this.#sums[b] ?? 0);
    }
    return this.#sums[this.find(index) ?? index] ?? 0;
  }

  /** What stands for the group; undefined for a task that was not added. */
  find(index: number): number | undefined {
    let at = index;
    for (let up = this.#parents[at] ?? -1; up !== at; up = this.#parents[at] ?? -1) {
      if (up === -1) return undefined;
      const above = this.#parents[up] ?? up;
      this.#parents[at] = above;
      at = above;
    }
    return at;
  }
}

type Rank = {
  readonly left: readonly number[];
  readonly extent: Extent;
  readonly lanes: readonly Lane[];
  readonly rank: number;
};

type Filled = { readonly legs: readonly PlannedLeg[]; readonly left: readonly number[] };

function fillRank({ tasks, levels }: Graph, { left, extent, lanes, rank }: Rank): Filled {
  const racks = new Map(lanes.map(({ name, legs }) => [name, new Rack(legs)]));
  const rackOf = (index: number) => racks.get(taskAt(tasks, index).lane) ?? new Rack(1);
  const placed = new Map<number, Bin>();
  const groups = groupsOf(tasks, left.slice(0, extent.count));
  for (const { members, ms } of groups) {
    const [first = 0] = members;
    const bin = rackOf(first).roomFor(ms);
    for (const index of members) placed.set(index, bin);
    bin.add(members, ms);
  }
  const waiting = new Set(left.slice(extent.count));
  for (const index of left.slice(extent.count)) {
    const { ms, needs } = taskAt(tasks, index);
    if (needs.some((need) => waiting.has(need))) continue;
    const bins = new Set(needs.flatMap((need) => placed.get(need) ?? []));
    if (bins.size > 1) continue;
    const [bin = rackOf(index).roomFor(ms)] = bins;
    if (bin.ms + ms > extent.ms) continue;
    bin.add([index], ms);
    placed.set(index, bin);
    waiting.delete(index);
  }
  const legs = [...racks].flatMap(([lane, rack]) =>
    rack.used().map((bin): PlannedLeg => {
      const inOrder = [...bin.tasks].sort((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b);
      return { rank, lane, tasks: inOrder, ms: bin.ms };
    }),
  );
  legs.sort((a, b) => b.ms - a.ms || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0));
  return { legs, left: left.filter((index) => waiting.has(index)) };
}

type Group = { readonly members: readonly number[]; readonly ms: number };

/** Those that hang together, the longest group first. */
function groupsOf(tasks: readonly Task[], indexes: readonly number[]): readonly Group[] {
  const groups = new Groups(tasks);
  for (const index of indexes) groups.add(index);
  const members = new Map<number, number[]>();
  for (const index of indexes) {
    const root = groups.find(index) ?? index;
    const known = members.get(root);
    if (known) known.push(index);
    else members.set(root, [index]);
  }
  const found = [...members.values()].map((one) => ({
    members: one,
    ms: one.reduce((sum, index) => sum + taskAt(tasks, index).ms, 0),
  }));
  return found.sort((a, b) => b.ms - a.ms || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** A leg while it is filled. */
class Bin {
  ms = START_MS;
  readonly tasks: number[] = [];

  add(members: readonly number[], ms: number): void {
    this.tasks.push(...members);
    this.ms += ms;
  }
}

/** The legs of one lane in one rank. */
class Rack {
  readonly #bins: Bin[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  used(): readonly Bin[] {
    return this.#bins.filter(({ tasks }) => tasks.length > 0);
  }

  /** Where a task is best put: with others while the leg stays small, then in a leg of its own, then where there is least. */
  roomFor(ms: number): Bin {
    let fullest: Bin | undefined;
    let emptiest: Bin | undefined;
    for (const bin of this.#bins) {
      if (bin.ms + ms <= BATCH_MS + START_MS && (!fullest || bin.ms > fullest.ms)) fullest = bin;
      if (!emptiest || bin.ms < emptiest.ms) emptiest = bin;
    }
    if (fullest) return fullest;
    if (emptiest && this.#bins.length >= this.#most) return emptiest;
    const bin = new Bin();
    this.#bins.push(bin);
    return bin;
  }
}
