// Puts all tasks into ranks of given lengths, greedily: the most pressing first (the one with the longest way to an end
// before it), each where it ends soonest. That may be behind what it needs, in the same leg; what it needs is then
// brought together from several legs, or moved to a leg that lasts longer, if nothing waits for it. What fits nowhere
// makes a rank longer.

import { START_MS, type Stretch, stretchesOf } from "./stretches.ts";
import type { TaskGraph } from "./task-graph.ts";

/** Less room than this in a leg is none: hardly a task is as short. */
const ROOM_MS = 15_000;

/** Of two runs that end together, the simpler one is better. */
const USED_MS = 1000;
/** And one whose legs are within their limit is much better. */
const OVER = 100;

/** A run, as it would be. */
export type Filling = {
  /** When all has ended, and more than that for legs beyond the limit, or many jobs of the workflow. */
  readonly end: number;
  /** How long its ranks really last. */
  readonly lengths: readonly number[];
};

export type FillLimits = {
  readonly ranks: number;
  /** No leg becomes longer, if that can be. */
  readonly limit: number;
  /** `enough`: there is one for whatever doesn't hang together, so nobody looks for legs with room. */
  readonly runners: "enough" | "counted";
};

/**
 * Fills ranks; its memory is used again each time. Tasks of a leg that need each other are a group, found by its root;
 * a group changes its leg as a whole. A place is a stretch of a lane.
 */
export class Filler {
  readonly #stretches: readonly Stretch[];
  readonly #graph: TaskGraph;
  readonly #ranks: number;
  readonly #limit: number;
  readonly #runners: FillLimits["runners"];
  /** The stretches that rank `until` waits for, from `#first[until]` to before `#first[until + 1]`. */
  readonly #first: Int32Array;
  /** By stretch. */
  readonly #froms: Int32Array;
  readonly #untils: Int32Array;
  /** By stretch: how much its legs can hold. */
  readonly #rooms: Float64Array;
  /** A forest of disjoint sets, paths halved. */
  readonly #parents: Int32Array;
  /** By root: how long the group takes, and its leg. */
  readonly #sums: Float64Array;
  readonly #legOfRoot: Int32Array;
  /** By leg. */
  readonly #loads: Float64Array;
  readonly #places: Int32Array;
  #legCount = 0;
  /** By place: legs that may have room, and what none of them has more of. */
  readonly #open: number[][];
  readonly #most: Float64Array;
  /** By lane: the legs of the last rank. */
  readonly #last: number[][];
  /** By lane and rank: legs that are there at once. */
  readonly #taken: Int32Array;
  /** Gathered groups: the first `#rootCount` of these. */
  readonly #roots: Int32Array;
  #rootCount = 0;

  constructor(graph: TaskGraph, { ranks, limit, runners }: FillLimits) {
    const count = graph.ms.length;
    this.#stretches = stretchesOf(ranks);
    this.#graph = graph;
    this.#ranks = ranks;
    this.#limit = limit;
    this.#runners = runners;
    this.#first = new Int32Array(ranks + 2);
    for (const { until } of this.#stretches)
      for (let at = until + 1; at < ranks + 2; at += 1) this.#first[at] = (this.#first[at] ?? 0) + 1;
    this.#froms = Int32Array.from(this.#stretches, ({ from }) => from);
    this.#untils = Int32Array.from(this.#stretches, ({ until }) => until);
    this.#rooms = new Float64Array(this.#stretches.length);
    this.#parents = new Int32Array(count);
    this.#roots = new Int32Array(graph.needs.length);
    this.#sums = new Float64Array(count);
    this.#legOfRoot = new Int32Array(count);
    this.#loads = new Float64Array(count);
    this.#places = new Int32Array(count);
    this.#open = graph.legs.flatMap(() => this.#stretches.map((): number[] => []));
    this.#most = new Float64Array(this.#open.length);
    this.#last = graph.legs.map(() => []);
    this.#taken = new Int32Array(graph.legs.length * ranks);
  }

  /** `fill` answers nothing less. */
  get least(): number {
    return this.#graph.shortestEnd + START_MS + USED_MS;
  }

  /** How many tasks it places. */
  get tasks(): number {
    return this.#parents.length;
  }

  fill(lengths: readonly number[]): Filling {
    this.#clear(lengths);
    for (const index of this.#graph.order) this.#put(index);
    return this.#filling();
  }

  /** Of each rank, the lengths at which one leg more would be too long for it, longest first: after `fill`. */
  cuts(lengths: Filling["lengths"]): readonly (readonly number[])[] {
    const cuts = lengths.map((): number[] => []);
    for (let leg = 0; leg < this.#legCount; leg += 1) {
      const number = (this.#places[leg] ?? 0) % this.#stretches.length;
      const last = (this.#untils[number] ?? 0) - 1;
      let cut = START_MS + (this.#loads[leg] ?? 0);
      for (let rank = this.#froms[number] ?? 0; rank < last; rank += 1) cut -= lengths[rank] ?? 0;
      if (cut > START_MS) cuts[last]?.push(cut);
    }
    for (const own of cuts) own.sort((a, b) => b - a);
    return cuts;
  }

  /** Of each task, what hangs together with it in its leg: after `fill`, until the next. */
  groupOf(index: number): number {
    return this.#root(index);
  }

  /** The number of its leg. */
  legOf(index: number): number {
    return this.#legOfRoot[this.#root(index)] ?? 0;
  }

  /** The number of its lane and stretch. */
  placeOf(leg: number): number {
    return this.#places[leg] ?? 0;
  }

  stretchOf(leg: number): Stretch {
    const found = this.#stretches[(this.#places[leg] ?? 0) % this.#stretches.length];
    if (!found) throw new Error(`leg ${leg} is nowhere`);
    return found;
  }

  #clear(lengths: readonly number[]): void {
    this.#legCount = 0;
    if (this.#runners === "counted") {
      this.#taken.fill(0);
      this.#most.fill(0);
      for (const legs of [...this.#open, ...this.#last]) legs.length = 0;
    }
    for (let number = 0; number < this.#rooms.length; number += 1) {
      const until = this.#untils[number] ?? 0;
      let length = 0;
      for (let rank = this.#froms[number] ?? 0; rank < until; rank += 1) length += lengths[rank] ?? 0;
      this.#rooms[number] = Math.min(this.#limit, length) - START_MS;
    }
  }

  #put(index: number): void {
    const own = this.#graph.ms[index] ?? 0;
    const lane = (this.#graph.laneOf[index] ?? 0) * this.#stretches.length;
    const after = this.#readyAt(index);
    let lacking = Number.POSITIVE_INFINITY;
    let longer = -1;
    for (let number = this.#first[Math.max(1, after)] ?? 0; number < this.#rooms.length; number += 1) {
      const isAlone = (this.#froms[number] ?? 0) >= after;
      if (!isAlone && (this.#untils[number] ?? 0) > after) continue;
      const room = this.#rooms[number] ?? 0;
      if (own - room >= lacking) continue;
      const sum = isAlone ? this.#gatherNone(index) : this.#gather(index, number);
      const leg = sum > room ? undefined : this.#legFor(lane + number, sum);
      if (leg !== undefined) {
        this.#unite(index, leg);
        return;
      }
      if (sum - room >= lacking || sum + START_MS > this.#limit || !this.#hasRunner(lane + number)) continue;
      lacking = sum - room;
      longer = number;
    }
    if (longer < 0) this.#squeezeIn(index);
    else {
      this.#lengthen((this.#untils[longer] ?? 0) - 1, lacking);
      if ((this.#froms[longer] ?? 0) >= after) this.#gatherNone(index);
      else this.#gather(index, longer);
      this.#unite(index, this.#newLeg(lane + longer) ?? this.#addLeg(lane + longer));
    }
  }

  #lengthen(rank: number, ms: number): void {
    for (let number = 0; number < this.#rooms.length; number += 1) {
      if ((this.#froms[number] ?? 0) > rank || (this.#untils[number] ?? 0) <= rank) continue;
      this.#rooms[number] = Math.min(this.#limit - START_MS, (this.#rooms[number] ?? 0) + ms);
      for (let place = number; place < this.#most.length; place += this.#stretches.length)
        this.#most[place] = Number.POSITIVE_INFINITY;
    }
  }

  /** The first rank that starts when all is there that the task needs. */
  #readyAt(index: number): number {
    const { needs, firstNeed } = this.#graph;
    const end = firstNeed[index + 1] ?? 0;
    let after = 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1)
      after = Math.max(after, this.#untilOf(this.#root(needs[at] ?? 0)));
    return after;
  }

  /**
   * Which groups would have to be in the task's own leg, were it in this stretch: how long all take together. Infinite
   * when one of them can't be there, since it starts later, or is needed earlier.
   */
  #gather(index: number, number: number): number {
    const { needs, firstNeed, ms } = this.#graph;
    const end = firstNeed[index + 1] ?? 0;
    const from = this.#froms[number] ?? 0;
    const until = this.#untils[number] ?? 0;
    let sum = ms[index] ?? 0;
    this.#rootCount = 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const root = this.#root(needs[at] ?? 0);
      if (this.#untilOf(root) <= from || this.#isGathered(root)) continue;
      if (this.#fromOf(root) > from || this.#untilOf(root) !== until) return Number.POSITIVE_INFINITY;
      this.#gatherRoot(root);
      sum += this.#sums[root] ?? 0;
    }
    return sum;
  }

  /** For a stretch that starts when all is there. */
  #gatherNone(index: number): number {
    this.#rootCount = 0;
    return this.#graph.ms[index] ?? 0;
  }

  #isGathered(root: number): boolean {
    for (let at = 0; at < this.#rootCount; at += 1) if (this.#roots[at] === root) return true;
    return false;
  }

  #gatherRoot(root: number): void {
    this.#roots[this.#rootCount] = root;
    this.#rootCount += 1;
  }

  /** One of those that hold gathered groups already, if all of them fit, else another. */
  #legFor(place: number, sum: number): number | undefined {
    if (this.#runners === "enough") return this.#addLeg(place);
    const room = this.#rooms[place % this.#stretches.length] ?? 0;
    for (let at = 0; at < this.#rootCount; at += 1) {
      const leg = this.#legOfRoot[this.#roots[at] ?? 0] ?? 0;
      if (this.#places[leg] === place && this.#loadWith(leg, sum) <= room) return leg;
    }
    return this.#legWithRoom(place, sum);
  }

  /** Of a leg, were all gathered groups in it, and what comes to them. */
  #loadWith(leg: number, sum: number): number {
    let load = (this.#loads[leg] ?? 0) + sum;
    for (let at = 0; at < this.#rootCount; at += 1) {
      const root = this.#roots[at] ?? 0;
      if (this.#legOfRoot[root] === leg) load -= this.#sums[root] ?? 0;
    }
    return load;
  }

  /** The first with room, or a new one while there are runners. */
  #legWithRoom(place: number, ms: number): number | undefined {
    if (ms > (this.#most[place] ?? 0)) return this.#newLeg(place);
    const room = this.#rooms[place % this.#stretches.length] ?? 0;
    const open = this.#open[place] ?? [];
    let most = 0;
    for (let at = 0; at < open.length; at += 1) {
      const leg = open[at] ?? 0;
      const left = room - (this.#loads[leg] ?? 0);
      if (left >= ms) return leg;
      most = Math.max(most, left);
      if (left >= ROOM_MS) continue;
      open[at] = open.at(-1) ?? 0;
      open.pop();
      at -= 1;
    }
    this.#most[place] = most;
    return this.#newLeg(place);
  }

  #newLeg(place: number): number | undefined {
    if (this.#runners === "enough") return this.#addLeg(place);
    if (!this.#hasRunner(place)) return undefined;
    const number = place % this.#stretches.length;
    const lane = Math.floor(place / this.#stretches.length);
    const until = lane * this.#ranks + (this.#untils[number] ?? 0);
    for (let at = lane * this.#ranks + (this.#froms[number] ?? 0); at < until; at += 1)
      this.#taken[at] = (this.#taken[at] ?? 0) + 1;
    return this.#addLeg(place);
  }

  #hasRunner(place: number): boolean {
    if (this.#runners === "enough") return true;
    const number = place % this.#stretches.length;
    const lane = Math.floor(place / this.#stretches.length);
    const legs = this.#graph.legs[lane] ?? 1;
    const until = lane * this.#ranks + (this.#untils[number] ?? 0);
    for (let at = lane * this.#ranks + (this.#froms[number] ?? 0); at < until; at += 1)
      if ((this.#taken[at] ?? 0) >= legs) return false;
    return true;
  }

  #addLeg(place: number): number {
    const leg = this.#legCount;
    this.#legCount += 1;
    this.#loads[leg] = 0;
    this.#places[leg] = place;
    if (this.#runners === "enough") return leg;
    this.#open[place]?.push(leg);
    this.#most[place] = Number.POSITIVE_INFINITY;
    if (place % this.#stretches.length === this.#first[this.#ranks])
      this.#last[Math.floor(place / this.#stretches.length)]?.push(leg);
    return leg;
  }

  /** Makes one group of a task and of those that were gathered for it, in this leg. */
  #unite(index: number, leg: number): void {
    let sum = this.#graph.ms[index] ?? 0;
    for (let at = 0; at < this.#rootCount; at += 1) {
      const root = this.#roots[at] ?? 0;
      const own = this.#sums[root] ?? 0;
      sum += own;
      this.#parents[root] = index;
      this.#unload(this.#legOfRoot[root] ?? 0, own);
    }
    this.#loads[leg] = (this.#loads[leg] ?? 0) + sum;
    this.#parents[index] = index;
    this.#sums[index] = sum;
    this.#legOfRoot[index] = leg;
  }

  #unload(leg: number, ms: number): void {
    const place = this.#places[leg] ?? 0;
    this.#loads[leg] = (this.#loads[leg] ?? 0) - ms;
    if (this.#runners === "enough") return;
    this.#most[place] = Number.POSITIVE_INFINITY;
    const open = this.#open[place];
    if (!open?.includes(leg)) open?.push(leg);
  }

  /** What fits nowhere, however long a rank may be, goes into the last one all the same, together with what it needs there. */
  #squeezeIn(index: number): void {
    const { needs, firstNeed, laneOf } = this.#graph;
    const lane = laneOf[index] ?? 0;
    const place = lane * this.#stretches.length + (this.#first[this.#ranks] ?? 0);
    this.#rootCount = 0;
    const end = firstNeed[index + 1] ?? 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const root = this.#root(needs[at] ?? 0);
      if (this.#untilOf(root) === this.#ranks && !this.#isGathered(root)) this.#gatherRoot(root);
    }
    const gathered = [...this.#roots.subarray(0, this.#rootCount)];
    let leg = gathered.map((root) => this.#legOfRoot[root] ?? 0).find((one) => this.#places[one] === place);
    leg ??=
      this.#newLeg(place) ?? (gathered.length === 0 ? this.#emptiestOf(this.#last[lane] ?? []) : undefined);
    this.#unite(index, leg ?? this.#addLeg(place));
  }

  #emptiestOf(legs: readonly number[]): number | undefined {
    let leg = legs[0];
    for (const one of legs) if ((this.#loads[one] ?? 0) < (this.#loads[leg ?? one] ?? 0)) leg = one;
    return leg;
  }

  /** A rank lasts no longer than what it got. */
  #filling(): Filling {
    const longest = new Float64Array(this.#stretches.length);
    for (let leg = 0; leg < this.#legCount; leg += 1) {
      const number = (this.#places[leg] ?? 0) % this.#stretches.length;
      longest[number] = Math.max(longest[number] ?? 0, this.#loads[leg] ?? 0);
    }
    const starts = new Float64Array(this.#ranks + 1);
    let more = 0;
    // By the rank that waits for them: its start is known before what starts with it.
    for (let number = 0; number < longest.length; number += 1) {
      const load = longest[number] ?? 0;
      const until = this.#untils[number] ?? 0;
      const ms = load > 0 ? START_MS + load : 0;
      const ends = (starts[this.#froms[number] ?? 0] ?? 0) + ms;
      starts[until] = Math.max(starts[until] ?? 0, starts[until - 1] ?? 0, ends);
      more += (ms > 0 ? USED_MS : 0) + OVER * Math.max(0, ms - this.#limit);
    }
    const lengths = Array.from({ length: this.#ranks }, (_, at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0));
    return { end: (starts[this.#ranks] ?? 0) + more, lengths };
  }

  #fromOf(root: number): number {
    return this.#froms[(this.#places[this.#legOfRoot[root] ?? 0] ?? 0) % this.#stretches.length] ?? 0;
  }

  #untilOf(root: number): number {
    return this.#untils[(this.#places[this.#legOfRoot[root] ?? 0] ?? 0) % this.#stretches.length] ?? 0;
  }

  #root(index: number): number {
    const parents = this.#parents;
    let at = index;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      const above = parents[up] ?? up;
      parents[at] = above;
      at = above;
    }
    return at;
  }
}
