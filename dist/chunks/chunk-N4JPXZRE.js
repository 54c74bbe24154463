import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  LAYOUTS,
  bestFor,
  foreignDependencies,
  fulfils,
  isArch,
  isOwn,
  isSameDependency,
  jobId,
  packageName,
  parsePkgpath,
  prefixOf,
  releaseOf,
  stemOf,
  tagOf
} from "./chunk-ZEHBRBCQ.js";
import {
  asWarning,
  diagnosticJson,
  distinctDiagnostics,
  nearest,
  ok,
  quoted,
  sortDiagnostics,
  unreachable,
  wrong
} from "./chunk-2DPMJAPF.js";

// src/plan/account.ts
function account({ jobs }, ends) {
  const outcomes = /* @__PURE__ */ new Map();
  const blamed = /* @__PURE__ */ new Map();
  const recorded = new Map(ends.map(({ job, outcome }) => [job, outcome]));
  for (const { id, needs, verdict } of jobs) {
    const because = [...new Set(needs.flatMap((need) => blamed.get(need) ?? []))].sort();
    const outcome = verdict.kind === "fresh" ? "fresh" : recorded.get(id) ?? (because.length > 0 ? "skipped" : "missing");
    outcomes.set(id, outcome);
    if (outcome === "failed" || outcome === "missing") blamed.set(id, [id]);
    else if (outcome === "skipped") blamed.set(id, because);
  }
  const having = (wanted) => jobs.map(({ id }) => id).filter((id) => outcomes.get(id) === wanted);
  const skipped = having("skipped").map((job) => ({ job, because: blamed.get(job) ?? [] }));
  const failed = having("failed");
  return {
    account: {
      built: having("built"),
      fresh: having("fresh"),
      failed,
      skipped,
      blame: failed.map((job) => ({
        job,
        dependants: skipped.filter(({ because }) => because.includes(job)).map((one) => one.job)
      }))
    },
    diagnostics: [
      ...having("missing").map(lost),
      ...skipped.filter(({ because }) => because.length === 0).map(({ job }) => groundless(job)),
      ...strangers(jobs, ends)
    ]
  };
}
function strangers(jobs, ends) {
  const expected = new Set(jobs.filter(({ verdict }) => verdict.kind === "run").map(({ id }) => id));
  const seen = /* @__PURE__ */ new Set();
  return ends.flatMap(({ job }) => {
    if (!expected.has(job)) {
      return [unbalanced(`there is a record of \`${job}\`, which this plan does not run`)];
    }
    if (seen.has(job)) return [unbalanced(`there are two records of \`${job}\``)];
    seen.add(job);
    return [];
  });
}
function lost(job) {
  return unbalanced(`\`${job}\` was planned, and left no record: neither built nor failed`);
}
function groundless(job) {
  return unbalanced(`\`${job}\` was skipped, though all that it needs was built`);
}
function unbalanced(message) {
  return {
    severity: "error",
    code: "plan/unbalanced",
    blame: "world",
    message,
    help: "look at the log of its shard, then run the failed jobs again"
  };
}

// src/plan/compare.ts
function compareRows(made, released) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of released) groups.set(keyOf(row), [...groups.get(keyOf(row)) ?? [], row]);
  return made.flatMap((row) => {
    const [before] = [...groups.get(keyOf(row)) ?? []].sort(
      (a, b) => likeness(b, row) - likeness(a, row) || (a.base < b.base ? 1 : -1)
    );
    if (!before || before.contentDigest === row.contentDigest) return [];
    const [old, now] = [sonamesOf(before), sonamesOf(row)];
    return [
      {
        made: row,
        released: before,
        gone: old.filter((name) => !now.includes(name)),
        come: now.filter((name) => !old.includes(name))
      }
    ];
  });
}
function keyOf({ fullpkgpath, arch: arch2, layout }) {
  return JSON.stringify([fullpkgpath, arch2, layout]);
}
function likeness({ base }, { base: wanted }) {
  const kind = (name) => name.replace(/-[^-]*$/, "");
  return base === wanted ? 2 : kind(base) === kind(wanted) ? 1 : 0;
}
function sonamesOf({ libraries }) {
  return [...new Set(libraries.provided.flatMap(({ soname }) => soname ?? []))].sort();
}

// src/plan/graph.ts
var GRAPHS = ["dot", "mermaid"];
function graph(plan, kind) {
  return kind === "dot" ? dot(plan) : mermaid(plan);
}
function dot({ jobs, edges }) {
  const nodes = jobs.map(
    ({ id, verdict }) => `  "${id}"${verdict.kind === "fresh" ? " [style=dashed]" : ` [label="${id}\\n${place(verdict)}"]`};
`
  );
  const arrows = edges.map(({ job, needs }) => `  "${needs}" -> "${job}";
`);
  return `digraph plan {
  rankdir=LR;
  node [shape=box];
${[...nodes, ...arrows].join("")}}
`;
}
function mermaid({ jobs, edges }) {
  const numbers = new Map(jobs.map(({ id }, index) => [id, index]));
  const nodes = jobs.map(
    ({ id, verdict }, index) => `  n${index}["${id}${verdict.kind === "fresh" ? "" : `<br>${place(verdict)}`}"]${verdict.kind === "fresh" ? ":::fresh" : ""}
`
  );
  const arrows = edges.map(({ job, needs }) => `  n${numbers.get(needs)} --> n${numbers.get(job)}
`);
  return `flowchart LR
  classDef fresh stroke-dasharray: 5 5
${[...nodes, ...arrows].join("")}`;
}
function place({ shard }) {
  return `shard ${shard}`;
}

// src/plan/stretches.ts
var START_MS = 45e3;
var RANKS = 16;
var SPANS = [1, 2, 3, 5];
function hasJob({ from, until }) {
  return SPANS.includes(until - from);
}
function firstUntil(from, last) {
  return from + (SPANS.find((span) => from + span > last) ?? Number.POSITIVE_INFINITY);
}
function stretchesOf(ranks) {
  const untils = Array.from({ length: ranks }, (_, rank) => rank + 1);
  return untils.flatMap(
    (until) => SPANS.filter((span) => span <= until).map((span) => ({ from: until - span, until }))
  );
}
function endOf(lasting) {
  const starts = [0];
  for (const { from, until, ms } of [...lasting].sort((a, b) => a.until - b.until)) {
    while (starts.length <= until) starts.push(starts.at(-1) ?? 0);
    starts[until] = Math.max(starts[until] ?? 0, (starts[from] ?? 0) + ms);
  }
  return starts.at(-1) ?? 0;
}
function stretchName({ from, until }) {
  return until === from + 1 ? `rank${from}` : `rank${from}to${until}`;
}

// src/plan/matrix.ts
var OUTPUT_BYTES = 1024 * 1024;
var RUNNERS = { x86_64: "ubuntu-24.04", aarch64: "ubuntu-24.04-arm" };
var LENGTHS = [
  { name: 120, needs: 8192 },
  { name: 80, needs: 1024 },
  { name: 40, needs: 256 },
  { name: 20, needs: 64 }
];
function matrix({ ranks, shards }) {
  let made = {};
  for (const length of LENGTHS) {
    const artifacts = new Map(
      shards.flatMap((shard) => shard.jobs.map((job) => [job, artifactName(shard, length)]))
    );
    const rows = new Map(stretchesOf(ranks).map((stretch) => [stretchName(stretch), []]));
    for (const shard of shards)
      rows.get(stretchName({ from: shard.rank, until: shard.until }))?.push(legOf(shard, artifacts, length));
    made = Object.fromEntries(rows);
    if (JSON.stringify(made).length * 2 <= OUTPUT_BYTES) break;
  }
  return made;
}
function legOf(shard, artifacts, length) {
  const { name, arch: arch2, base, jobs, needs } = shard;
  const [first = "", ...others] = jobs;
  const title = first.length > length.name ? `${first.slice(0, length.name - 1)}…` : first;
  const glob = globOf([...new Set(needs.flatMap((job) => artifacts.get(job) ?? []))].sort());
  return {
    shard: name,
    name: others.length === 0 ? title : `${title} and ${others.length} more`,
    arch: arch2,
    base,
    runner: RUNNERS[arch2],
    artifact: artifactName(shard, length),
    needs: glob.length > length.needs ? EVERY_ARTIFACT : glob
  };
}
function artifactName({ name, jobs }, length) {
  const [first = "", ...others] = jobs;
  if (first.length > length.name) return `${first.slice(0, length.name)}@${name}`;
  return others.length === 0 ? first : `${first}+${others.length}`;
}
var EVERY_ARTIFACT = "*@*";
function globOf(names) {
  const escaped = names.map((name) => name.replaceAll(",", "?"));
  return escaped.length > 1 ? `{${escaped.join(",")}}` : escaped.join();
}

// src/plan/fill.ts
var ROOM_MS = 15e3;
var USED_MS = 1e3;
var OVER = 100;
var Filler = class {
  #stretches;
  #graph;
  #ranks;
  #limit;
  #runners;
  /** The stretches that rank `until` waits for, from `#first[until]` to before `#first[until + 1]`. */
  #first;
  /** By stretch. */
  #froms;
  #untils;
  /** By stretch: how much its legs can hold. */
  #rooms;
  /** A forest of disjoint sets, paths halved. */
  #parents;
  /** By root: how long the group takes, and its leg. */
  #sums;
  #legOfRoot;
  /** By leg. */
  #loads;
  #places;
  #legCount = 0;
  /** By place: legs that may have room, and what none of them has more of. */
  #open;
  #most;
  /** By lane: the legs of the last rank. */
  #last;
  /** By lane and rank: legs that are there at once. */
  #taken;
  /** Gathered groups: the first `#rootCount` of these. */
  #roots;
  #rootCount = 0;
  constructor(graph2, { ranks, limit, runners }) {
    const count2 = graph2.ms.length;
    this.#stretches = stretchesOf(ranks);
    this.#graph = graph2;
    this.#ranks = ranks;
    this.#limit = limit;
    this.#runners = runners;
    this.#first = new Int32Array(ranks + 2);
    for (const { until } of this.#stretches)
      for (let at = until + 1; at < ranks + 2; at += 1) this.#first[at] = (this.#first[at] ?? 0) + 1;
    this.#froms = Int32Array.from(this.#stretches, ({ from }) => from);
    this.#untils = Int32Array.from(this.#stretches, ({ until }) => until);
    this.#rooms = new Float64Array(this.#stretches.length);
    this.#parents = new Int32Array(count2);
    this.#roots = new Int32Array(graph2.needs.length);
    this.#sums = new Float64Array(count2);
    this.#legOfRoot = new Int32Array(count2);
    this.#loads = new Float64Array(count2);
    this.#places = new Int32Array(count2);
    this.#open = graph2.legs.flatMap(() => this.#stretches.map(() => []));
    this.#most = new Float64Array(this.#open.length);
    this.#last = graph2.legs.map(() => []);
    this.#taken = new Int32Array(graph2.legs.length * ranks);
  }
  /** `fill` answers nothing less. */
  get least() {
    return this.#graph.shortestEnd + START_MS + USED_MS;
  }
  /** How many tasks it places. */
  get tasks() {
    return this.#parents.length;
  }
  fill(lengths) {
    this.#clear(lengths);
    for (const index of this.#graph.order) this.#put(index);
    return this.#filling();
  }
  /** Of each rank, the lengths at which one leg more would be too long for it, longest first: after `fill`. */
  cuts(lengths) {
    const cuts = lengths.map(() => []);
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
  groupOf(index) {
    return this.#root(index);
  }
  /** The number of its leg. */
  legOf(index) {
    return this.#legOfRoot[this.#root(index)] ?? 0;
  }
  /** The number of its lane and stretch. */
  placeOf(leg) {
    return this.#places[leg] ?? 0;
  }
  stretchOf(leg) {
    const found = this.#stretches[(this.#places[leg] ?? 0) % this.#stretches.length];
    if (!found) throw new Error(`leg ${leg} is nowhere`);
    return found;
  }
  #clear(lengths) {
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
  #put(index) {
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
      const leg = sum > room ? void 0 : this.#legFor(lane + number, sum);
      if (leg !== void 0) {
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
  #lengthen(rank, ms) {
    for (let number = 0; number < this.#rooms.length; number += 1) {
      if ((this.#froms[number] ?? 0) > rank || (this.#untils[number] ?? 0) <= rank) continue;
      this.#rooms[number] = Math.min(this.#limit - START_MS, (this.#rooms[number] ?? 0) + ms);
      for (let place2 = number; place2 < this.#most.length; place2 += this.#stretches.length)
        this.#most[place2] = Number.POSITIVE_INFINITY;
    }
  }
  /** The first rank that starts when all is there that the task needs. */
  #readyAt(index) {
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
  #gather(index, number) {
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
  #gatherNone(index) {
    this.#rootCount = 0;
    return this.#graph.ms[index] ?? 0;
  }
  #isGathered(root) {
    for (let at = 0; at < this.#rootCount; at += 1) if (this.#roots[at] === root) return true;
    return false;
  }
  #gatherRoot(root) {
    this.#roots[this.#rootCount] = root;
    this.#rootCount += 1;
  }
  /** One of those that hold gathered groups already, if all of them fit, else another. */
  #legFor(place2, sum) {
    if (this.#runners === "enough") return this.#addLeg(place2);
    const room = this.#rooms[place2 % this.#stretches.length] ?? 0;
    for (let at = 0; at < this.#rootCount; at += 1) {
      const leg = this.#legOfRoot[this.#roots[at] ?? 0] ?? 0;
      if (this.#places[leg] === place2 && this.#loadWith(leg, sum) <= room) return leg;
    }
    return this.#legWithRoom(place2, sum);
  }
  /** Of a leg, were all gathered groups in it, and what comes to them. */
  #loadWith(leg, sum) {
    let load = (this.#loads[leg] ?? 0) + sum;
    for (let at = 0; at < this.#rootCount; at += 1) {
      const root = this.#roots[at] ?? 0;
      if (this.#legOfRoot[root] === leg) load -= this.#sums[root] ?? 0;
    }
    return load;
  }
  /** The first with room, or a new one while there are runners. */
  #legWithRoom(place2, ms) {
    if (ms > (this.#most[place2] ?? 0)) return this.#newLeg(place2);
    const room = this.#rooms[place2 % this.#stretches.length] ?? 0;
    const open = this.#open[place2] ?? [];
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
    this.#most[place2] = most;
    return this.#newLeg(place2);
  }
  #newLeg(place2) {
    if (this.#runners === "enough") return this.#addLeg(place2);
    if (!this.#hasRunner(place2)) return void 0;
    const number = place2 % this.#stretches.length;
    const lane = Math.floor(place2 / this.#stretches.length);
    const until = lane * this.#ranks + (this.#untils[number] ?? 0);
    for (let at = lane * this.#ranks + (this.#froms[number] ?? 0); at < until; at += 1)
      this.#taken[at] = (this.#taken[at] ?? 0) + 1;
    return this.#addLeg(place2);
  }
  #hasRunner(place2) {
    if (this.#runners === "enough") return true;
    const number = place2 % this.#stretches.length;
    const lane = Math.floor(place2 / this.#stretches.length);
    const legs = this.#graph.legs[lane] ?? 1;
    const until = lane * this.#ranks + (this.#untils[number] ?? 0);
    for (let at = lane * this.#ranks + (this.#froms[number] ?? 0); at < until; at += 1)
      if ((this.#taken[at] ?? 0) >= legs) return false;
    return true;
  }
  #addLeg(place2) {
    const leg = this.#legCount;
    this.#legCount += 1;
    this.#loads[leg] = 0;
    this.#places[leg] = place2;
    if (this.#runners === "enough") return leg;
    this.#open[place2]?.push(leg);
    this.#most[place2] = Number.POSITIVE_INFINITY;
    if (place2 % this.#stretches.length === this.#first[this.#ranks])
      this.#last[Math.floor(place2 / this.#stretches.length)]?.push(leg);
    return leg;
  }
  /** Makes one group of a task and of those that were gathered for it, in this leg. */
  #unite(index, leg) {
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
  #unload(leg, ms) {
    const place2 = this.#places[leg] ?? 0;
    this.#loads[leg] = (this.#loads[leg] ?? 0) - ms;
    if (this.#runners === "enough") return;
    this.#most[place2] = Number.POSITIVE_INFINITY;
    const open = this.#open[place2];
    if (!open?.includes(leg)) open?.push(leg);
  }
  /** What fits nowhere, however long a rank may be, goes into the last one all the same, together with what it needs there. */
  #squeezeIn(index) {
    const { needs, firstNeed, laneOf } = this.#graph;
    const lane = laneOf[index] ?? 0;
    const place2 = lane * this.#stretches.length + (this.#first[this.#ranks] ?? 0);
    this.#rootCount = 0;
    const end = firstNeed[index + 1] ?? 0;
    for (let at = firstNeed[index] ?? 0; at < end; at += 1) {
      const root = this.#root(needs[at] ?? 0);
      if (this.#untilOf(root) === this.#ranks && !this.#isGathered(root)) this.#gatherRoot(root);
    }
    const gathered = [...this.#roots.subarray(0, this.#rootCount)];
    let leg = gathered.map((root) => this.#legOfRoot[root] ?? 0).find((one) => this.#places[one] === place2);
    leg ??= this.#newLeg(place2) ?? (gathered.length === 0 ? this.#emptiestOf(this.#last[lane] ?? []) : void 0);
    this.#unite(index, leg ?? this.#addLeg(place2));
  }
  #emptiestOf(legs) {
    let leg = legs[0];
    for (const one of legs) if ((this.#loads[one] ?? 0) < (this.#loads[leg ?? one] ?? 0)) leg = one;
    return leg;
  }
  /** A rank lasts no longer than what it got. */
  #filling() {
    const longest = new Float64Array(this.#stretches.length);
    for (let leg = 0; leg < this.#legCount; leg += 1) {
      const number = (this.#places[leg] ?? 0) % this.#stretches.length;
      longest[number] = Math.max(longest[number] ?? 0, this.#loads[leg] ?? 0);
    }
    const starts = new Float64Array(this.#ranks + 1);
    let more = 0;
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
  #fromOf(root) {
    return this.#froms[(this.#places[this.#legOfRoot[root] ?? 0] ?? 0) % this.#stretches.length] ?? 0;
  }
  #untilOf(root) {
    return this.#untils[(this.#places[this.#legOfRoot[root] ?? 0] ?? 0) % this.#stretches.length] ?? 0;
  }
  #root(index) {
    const parents = this.#parents;
    let at = index;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      const above = parents[up] ?? up;
      parents[at] = above;
      at = above;
    }
    return at;
  }
};

// src/plan/legs.ts
var BATCH_MS = 5 * 6e4;
function legsOf(graph2, filler) {
  const places = placesOf(graph2, filler);
  const runners = new Runners(graph2.legs);
  for (const place2 of places) runners.take(place2, place2.legs.size);
  const legs = places.flatMap((place2) => {
    const bins = spread(place2, place2.legs.size + runners.spare(place2));
    runners.take(place2, bins.length - place2.legs.size);
    return bins.map(({ tasks, ms }) => {
      const inOrder = tasks.sort((a, b) => (graph2.levels[b] ?? 0) - (graph2.levels[a] ?? 0) || a - b);
      return { from: place2.from, until: place2.until, tasks: inOrder, ms };
    });
  });
  return withoutIdleRanks(legs).toSorted(inStartOrder);
}
function inStartOrder(a, b) {
  return a.from - b.from || a.until - b.until || b.ms - a.ms || (a.tasks[0] ?? 0) - (b.tasks[0] ?? 0);
}
function withoutIdleRanks(legs) {
  const starts = new Set(legs.map(({ from }) => from));
  let kept = legs.map((leg) => {
    const last = Math.max(...[...starts].filter((rank) => rank < leg.until));
    return { ...leg, until: firstUntil(leg.from, last) };
  });
  for (let rank = Math.max(...starts); rank >= 0; rank -= 1) {
    if (starts.has(rank)) continue;
    const without = (at) => at > rank ? at - 1 : at;
    const moved = kept.map((leg) => ({ ...leg, from: without(leg.from), until: without(leg.until) }));
    if (moved.every(hasJob)) kept = moved;
  }
  return kept;
}
function placesOf({ order, ms, laneOf }, filler) {
  const places = /* @__PURE__ */ new Map();
  for (const index of order) {
    const leg = filler.legOf(index);
    const number = filler.placeOf(leg);
    const place2 = places.get(number) ?? emptyPlace(filler.stretchOf(leg), laneOf[index] ?? 0);
    places.set(number, place2);
    for (const bin of [binOf(place2.legs, leg), binOf(place2.groups, filler.groupOf(index))]) {
      bin.tasks.push(index);
      bin.ms += ms[index] ?? 0;
    }
  }
  return [...places.values()].sort((a, b) => a.from - b.from || a.until - b.until || a.lane - b.lane);
}
function emptyPlace({ from, until }, lane) {
  return { from, until, lane, legs: /* @__PURE__ */ new Map(), groups: /* @__PURE__ */ new Map() };
}
function binOf(bins, number) {
  const bin = bins.get(number) ?? { tasks: [], ms: START_MS };
  bins.set(number, bin);
  return bin;
}
var Runners = class {
  #legs;
  #taken = /* @__PURE__ */ new Map();
  constructor(legs) {
    this.#legs = legs;
  }
  take(place2, count2) {
    for (const key of keysOf(place2)) this.#taken.set(key, (this.#taken.get(key) ?? 0) + count2);
  }
  spare(place2) {
    const all = this.#legs[place2.lane] ?? 1;
    return Math.max(0, Math.min(...keysOf(place2).map((key) => all - (this.#taken.get(key) ?? 0))));
  }
};
function keysOf({ lane, from, until }) {
  return Array.from({ length: until - from }, (_, at) => `${lane} ${from + at}`);
}
function spread({ legs, groups }, count2) {
  const longest = Math.max(...[...legs.values()].map(({ ms }) => ms));
  const small = Math.min(BATCH_MS + START_MS, longest);
  const bins = [];
  for (const { tasks, ms } of [...groups.values()].sort((a, b) => b.ms - a.ms)) {
    const own = ms - START_MS;
    let fullest;
    let emptiest;
    for (const bin2 of bins) {
      if (bin2.ms + own <= small && (!fullest || bin2.ms > fullest.ms)) fullest = bin2;
      if (!emptiest || bin2.ms < emptiest.ms) emptiest = bin2;
    }
    const bin = fullest ?? (bins.length >= count2 ? emptiest : void 0) ?? { tasks: [], ms: START_MS };
    if (bin.tasks.length === 0) bins.push(bin);
    bin.tasks.push(...tasks);
    bin.ms += own;
  }
  return bins.every(({ ms }) => ms <= longest) ? bins : [...legs.values()];
}

// src/plan/lengths.ts
var ROUNDS = [8, 4, 2, 1];
var GOOD = 1.15;
var SEEDS = [1, 2];
var MOST_TRIALS = 600;
var CUTTING = 0.6;
var SHORTEST_MS = 1.5 * START_MS;
function bestOf(from, filler, { placed, begin }) {
  const begun = [];
  for (const lengths of from) {
    const run = runOf(lengths, filler);
    if (begin === "until it ends later" && run.end > (begun.at(-1)?.end ?? run.end)) break;
    begun.push(run);
  }
  begun.sort(byEnd);
  const trials = Math.min(MOST_TRIALS, Math.floor(placed / filler.tasks)) - from.length;
  let found = [];
  for (const seed of SEEDS) {
    if ((found[0]?.end ?? Number.POSITIVE_INFINITY) <= GOOD * filler.least) break;
    found = [...found, ...search(begun, filler, { trials, next: chance(seed) })].sort(byEnd);
  }
  return found[0]?.given ?? [];
}
function search(begun, filler, { trials, next }) {
  let kept = begun;
  for (const count2 of ROUNDS) {
    if ((kept[0]?.end ?? 0) <= filler.least) break;
    const share = Math.round(trials / ROUNDS.length / count2);
    const varied = kept.slice(0, count2).map((start) => {
      let best = start;
      for (let trial = 0; trial < share; trial += 1) best = runOf(variation(best, next), filler, best);
      return best;
    });
    kept = varied.sort(byEnd);
  }
  return kept;
}
function byEnd(one, other) {
  return one.end - other.end;
}
function runOf(given, filler, best) {
  const { lengths, end } = filler.fill(given);
  return best && end > best.end ? best : { given, lengths, end, cuts: filler.cuts(lengths) };
}
function beginnings(graph2, ranks) {
  const longer = [1, 0.75, 0.5].flatMap(
    (used) => [0.9, 1.1].flatMap(
      (growth) => [1.05, 1.25, 1.5].map((times) => {
        const parts = Array.from({ length: ranks }, (_, rank) => rank < used * ranks ? growth ** rank : 0);
        const whole = parts.reduce((sum, part) => sum + part, 0);
        return parts.map((part) => part / whole * times * (graph2.shortestEnd + START_MS));
      })
    )
  );
  return [levelLengths(graph2, ranks), ...longer];
}
function levelLengths({ ms, needs, firstNeed }, ranks) {
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
var VARIATIONS = [
  stretchOne,
  stretchOne,
  moveTime,
  moveTime,
  stretchAll,
  joinTwo,
  splitOne
];
function variation({ lengths, cuts }, next) {
  const other = [...lengths];
  const at = Math.floor(next() * other.length);
  const own = cuts[at] ?? [];
  const cut = next() < CUTTING ? own[Math.floor(own.length * next() ** 2)] : void 0;
  if (cut === void 0) VARIATIONS[Math.floor(next() * VARIATIONS.length)]?.(other, at, next);
  else cutOne(other, at, { cut, follower: next() < 0.5 ? "lasts longer" : "stays" });
  return other;
}
function cutOne(lengths, at, { cut, follower }) {
  const after = lengths[at + 1];
  if (follower === "lasts longer" && after !== void 0) lengths[at + 1] = after + (lengths[at] ?? 0) - cut;
  lengths[at] = cut;
}
function stretchOne(lengths, at, next) {
  lengths[at] = (lengths[at] ?? 0) * (0.6 + 0.8 * next());
}
function moveTime(lengths, at, next) {
  const to = Math.floor(next() * lengths.length);
  const moved = 0.5 * next() * (lengths[at] ?? 0);
  lengths[at] = (lengths[at] ?? 0) - moved;
  lengths[to] = (lengths[to] ?? 0) + moved;
}
function stretchAll(lengths, _, next) {
  const times = 0.92 + 0.12 * next();
  for (const [rank, length] of lengths.entries()) lengths[rank] = length * times;
}
function joinTwo(lengths, at, next) {
  const [own = 0, following] = lengths.slice(at, at + 2);
  if (following === void 0) return;
  lengths.splice(at, 2, (own + following) * (0.7 + 0.4 * next()));
  lengths.push(0);
}
function splitOne(lengths, at, next) {
  const own = lengths[at] ?? 0;
  const empty = lengths.findIndex((length) => length < SHORTEST_MS);
  if (empty === -1) return;
  const part = 0.2 + 0.6 * next();
  lengths.splice(at, 1, part * own, (1.1 - part) * own);
  lengths.splice(empty > at ? empty + 1 : empty, 1);
}
function chance(seed) {
  let state = seed;
  return () => {
    state = state + 1831565813 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}

// src/plan/task-graph.ts
function taskGraph(tasks, runners) {
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
  const legs = Array.from(work, (one) => Math.max(1, Math.floor(runners * one / whole)));
  const order = Int32Array.from(tasks, (_, index) => index);
  order.sort((a, b) => (levels[b] ?? 0) - (levels[a] ?? 0) || a - b);
  const shortestEnd = Math.max(whole / runners, levels[order[0] ?? 0] ?? 0);
  return { ms, needs, firstNeed, levels, order, laneOf, legs, shortestEnd };
}

// src/plan/schedule.ts
var MATRIX_LEGS = 256;
var LEG_MS = 5 * 36e5;
var PRESSING = 1e3;
var PLACED = { pressing: 3e5, all: 4e4 };
var STRETCHED = [1, 1.1, 1.2, 1.35];
function schedule(tasks, { ranks, runners }) {
  if (tasks.length === 0) return [];
  const work = tasks.reduce((sum, { ms }) => sum + ms, 0);
  const legs = Math.min(MATRIX_LEGS, Math.max(runners, Math.ceil(work / LEG_MS)));
  const graph2 = taskGraph(tasks, legs);
  const longest = graph2.ms.reduce((most, ms) => Math.max(most, ms), 0);
  const limits = { ranks, limit: Math.max(LEG_MS, START_MS + longest) };
  const some = tasks.length > 2 * PRESSING ? taskGraph(pressing(tasks, graph2), legs) : graph2;
  const counting = some === graph2 ? "counted" : "enough";
  const first = new Filler(some, { ...limits, runners: counting });
  let lengths = bestOf(beginnings(some, ranks), first, { placed: PLACED.pressing, begin: "with each" });
  const filler = counting === "counted" ? first : new Filler(graph2, { ...limits, runners: "counted" });
  if (some !== graph2) {
    const stretched = STRETCHED.map((times) => lengths.map((length) => length * times));
    lengths = bestOf(stretched, filler, { placed: PLACED.all, begin: "until it ends later" });
  }
  filler.fill(lengths);
  return legsOf(graph2, filler);
}
function pressing(tasks, { ms, levels }) {
  const before = new Float64Array(tasks.length);
  for (const [index, { needs }] of tasks.entries()) {
    for (const need of needs)
      before[index] = Math.max(before[index] ?? 0, (before[need] ?? 0) + (ms[need] ?? 0));
  }
  const ways = before.map((length, index) => length + (levels[index] ?? 0));
  const kept = Array.from(tasks.keys()).sort((a, b) => (ways[b] ?? 0) - (ways[a] ?? 0) || a - b).slice(0, PRESSING).sort((a, b) => a - b);
  const numbers = new Map(kept.map((index, number) => [index, number]));
  return kept.flatMap((index) => {
    const task = tasks[index];
    return task ? [{ ...task, needs: task.needs.flatMap((need) => numbers.get(need) ?? []) }] : [];
  });
}

// src/plan/fields.ts
var WrongShape = class extends Error {
};
function fieldsOf(value, where) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WrongShape(`\`${where}\` is not an object`);
  }
  return Object.assign(/* @__PURE__ */ Object.create(null), value);
}
function listOf(fields, name, parse) {
  return list(fields, name).map((one, index) => parse(fieldsOf(one, `${name}[${index}]`)));
}
function list(fields, name) {
  const value = fields[name];
  if (!Array.isArray(value)) throw new WrongShape(`\`${name}\` is not a list`);
  return value;
}
function texts(fields, name) {
  return list(fields, name).map((one) => {
    if (typeof one !== "string") throw new WrongShape(`\`${name}\` is not a list of texts`);
    return one;
  });
}
function ids(fields, name) {
  return list(fields, name).map(jobIdOf);
}
function jobIdOf(value) {
  if (typeof value !== "string" || !/^[A-Za-z0-9_][A-Za-z0-9._+,@-]*$/.test(value)) {
    throw new WrongShape(`\`${String(value)}\` is not the id of a job`);
  }
  return value;
}
function text(fields, name, pattern = /^/) {
  const value = fields[name];
  if (typeof value !== "string" || !pattern.test(value)) {
    throw new WrongShape(`\`${name}\` can't be \`${JSON.stringify(value)}\``);
  }
  return value;
}
function count(fields, name) {
  const value = fields[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
    throw new WrongShape(`\`${name}\` is not a whole number`);
  }
  return value;
}
function word(fields, name, allowed) {
  const found = allowed.find((one) => one === fields[name]);
  if (found === void 0) throw new WrongShape(`\`${name}\` is none of ${allowed.join(", ")}`);
  return found;
}
var SHA256 = /^[0-9a-f]{64}$/;
var FILE_NAME = /^[^/.\p{Cc}][^/\p{Cc}]*$/u;
function readJson(text2, decode3, unreadable3) {
  try {
    return ok(decode3(JSON.parse(text2)));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof WrongShape)) throw error;
    return wrong(unreadable3(error.message));
  }
}

// src/plan/record.ts
var RECORD_NAME = "result.json";
var COMPARED_NAME = "compared";
function formatRecord(record) {
  return `${JSON.stringify(record, void 0, 2)}
`;
}
function recordedErrors(diagnostics) {
  return diagnostics.filter(({ severity }) => severity === "error").slice(0, MOST_ERRORS).map(diagnosticJson);
}
var MOST_ERRORS = 20;
function readRecord(text2, name) {
  return readJson(text2, decode, (why) => unreadable(name, why));
}
function unreadable(name, why) {
  return {
    severity: "error",
    code: "plan/unreadable-record",
    blame: "world",
    message: `\`${name}\` is not what a job leaves: ${why}`,
    help: "run the job that left it again"
  };
}
function decode(value) {
  const top = fieldsOf(value, "it");
  if (top["version"] !== 1) throw new WrongShape("its `version` is not 1");
  return {
    version: 1,
    job: jobIdOf(top["job"]),
    fingerprint: text(top, "fingerprint", SHA256),
    reason: text(top, "reason"),
    repeat: text(top, "repeat"),
    end: decodeOutcome(fieldsOf(top["end"], "end"))
  };
}
function decodeOutcome(end) {
  const kind = word(end, "kind", ["built", "failed", "skipped"]);
  switch (kind) {
    case "built":
      return {
        kind,
        durationMs: count(end, "durationMs"),
        files: listOf(end, "files", decodeFile),
        compared: listOf(end, "compared", decodeFile)
      };
    case "failed":
      return {
        kind,
        durationMs: count(end, "durationMs"),
        phase: text(end, "phase"),
        lastLines: text(end, "lastLines"),
        diagnostics: listOf(end, "diagnostics", decodeDiagnostic)
      };
    case "skipped":
      return { kind, because: ids(end, "because") };
    default:
      return unreachable(kind);
  }
}
function decodeFile(file) {
  return {
    file: text(file, "file", FILE_NAME),
    sha256: text(file, "sha256", SHA256),
    sizeBytes: count(file, "sizeBytes")
  };
}
function decodeDiagnostic(one) {
  const place2 = one["file"] === void 0 ? {} : { file: text(one, "file"), line: count(one, "line"), column: count(one, "column") };
  return {
    severity: word(one, "severity", ["error", "warning", "note"]),
    code: text(one, "code"),
    message: text(one, "message"),
    ...place2,
    ...one["help"] === void 0 ? {} : { help: text(one, "help") }
  };
}

// src/plan/fingerprint.ts
import * as crypto from "node:crypto";
var BUILD_GENERATION = 1;
function fingerprint(inputs) {
  const { job } = inputs;
  const ingredients = ingredientsOf(inputs);
  const { base, arch: arch2, layout, prefix } = job;
  const all = Object.assign({ base: [base.name, base.digest], arch: arch2, layout, prefix }, ingredients);
  return { fingerprint: digestOf(all), ingredients };
}
function ingredientsOf({ job, files, dependencies, configureOptions }) {
  const { distfiles, patches } = job.port;
  const apart = notBuiltFrom(job.port);
  return {
    generation: BUILD_GENERATION,
    port: digestOf(countedOf(job.port)),
    distfiles: digestOf(distfiles.map((one) => [one.file, distfileDigest(one, files)])),
    patches: digestOf(patches.map(({ path }) => sha256Of(path, files))),
    folder: digestOf(files.filter(({ path }) => !apart.includes(path))),
    options: digestOf(configureOptions),
    dependencies: inDependencyOrder(dependencies)
  };
}
function countedOf(port) {
  return {
    name: port.name,
    version: port.version,
    revision: port.revision,
    epoch: port.epoch,
    dialect: port.dialect,
    pkgpath: port.pkgpath,
    comment: port.comment,
    homepage: port.homepage,
    license: port.license,
    flavors: port.flavors.chosen,
    packages: port.packages,
    dropped: port.dropped,
    depends: port.depends,
    subdirs: port.distfiles.map(({ subdir }) => subdir),
    strips: port.patches.map(({ strip }) => strip),
    build: port.build,
    checkouts: port.checkouts,
    installed: port.installed,
    members: port.members,
    partOf: port.partOf,
    ignored: port.ignored,
    network: port.network,
    runpath: port.runpath,
    audit: port.audit,
    test: port.test
  };
}
function notBuiltFrom({ dialect, patches, span }) {
  const recipe = span.source.name.slice(span.source.name.lastIndexOf("/") + 1);
  return [...dialect === "gobolinux" ? [] : [recipe], ...patches.map(({ path }) => path)];
}
function distfileDigest({ digests, urls }, files) {
  const [digest] = digests;
  if (digest) return `${digest.algorithm}:${digest.hex}`;
  return urls.flatMap((url) => url.kind === "port" ? [sha256Of(url.path, files)] : [])[0] ?? "";
}
function sha256Of(path, files) {
  return files.find((file) => file.path === path.replace(/^(\.\/)+/, ""))?.sha256 ?? "";
}
function inDependencyOrder(dependencies) {
  const all = dependencies.map(({ fullpkgname, fingerprint: digest }) => ({
    fullpkgname,
    fingerprint: digest
  }));
  if (all.length < 2) return all;
  all.sort(({ fullpkgname: a }, { fullpkgname: b }) => a < b ? -1 : a > b ? 1 : 0);
  return all.filter(({ fullpkgname }, at) => fullpkgname !== all[at + 1]?.fullpkgname);
}
function recipeDigest(inputs) {
  const { job, files } = inputs;
  const { generation, options } = ingredientsOf(inputs);
  return digestOf({
    generation,
    options,
    files: digestOf(files),
    text: job.port.span.source.text,
    pkgpath: job.port.pkgpath,
    base: [job.base.name, job.base.digest],
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix
  });
}
function digestOf(record) {
  const text2 = canonical(record);
  return text2 === "[]" ? DIGEST_OF_NONE : sha256(text2);
}
function sha256(text2) {
  return crypto.hash?.("sha256", text2) ?? crypto.createHash("sha256").update(text2).digest("hex");
}
var DIGEST_OF_NONE = sha256("[]");
function canonical(value) {
  if (typeof value === "string") return stringText(value);
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text2 = "";
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    for (const one of value) text2 += text2 === "" ? canonical(one) : `,${canonical(one)}`;
    return `[${text2}]`;
  }
  if (!isRecord(value)) return "{}";
  for (const { key, first, later } of keysOf2(value)) {
    const one = value[key];
    if (one === void 0) continue;
    text2 += text2 === "" ? first : later;
    text2 += canonical(one);
  }
  return `{${text2}}`;
}
function stringText(value) {
  return /^[ !#-[\]-~]*$/.test(value) ? `"${value}"` : JSON.stringify(value);
}
function isRecord(value) {
  return !Array.isArray(value);
}
var KINDS = { next: /* @__PURE__ */ new Map() };
var SPANS2 = ["span", "wantlibSpans"];
function keysOf2(record) {
  const names = Object.keys(record);
  let kind = KINDS;
  for (const name of names) {
    let next = kind.next.get(name);
    if (!next) {
      next = { next: /* @__PURE__ */ new Map() };
      kind.next.set(name, next);
    }
    kind = next;
  }
  kind.keys ??= names.filter((key) => !SPANS2.includes(key)).sort().map((key) => ({ key, first: `${JSON.stringify(key)}:`, later: `,${JSON.stringify(key)}:` }));
  return kind.keys;
}

// src/plan/offers.ts
var Offers = class {
  /** By place. */
  #found = /* @__PURE__ */ new Map();
  add(place2, offer) {
    const there = this.#found.get(place2) ?? /* @__PURE__ */ new Map();
    this.#found.set(place2, there);
    const name = lastPart(offer.fullpkgpath);
    const known = there.get(name);
    if (known) known.push(offer);
    else there.set(name, [offer]);
  }
  best(place2, dependency) {
    const all = this.#found.get(place2)?.get(lastPart(dependency.pkgpath)) ?? [];
    const found = all.filter((offer) => fulfils(offer, dependency));
    if (found.length < 2) return found[0];
    const versions = found.map((offer) => ({ ...offer, ...releaseOf(offer.fullpkgname), offer }));
    return bestFor(versions, dependency)?.offer;
  }
};
function lastPart(pkgpath) {
  const comma = pkgpath.indexOf(",");
  const folder = comma === -1 ? pkgpath : pkgpath.slice(0, comma);
  return folder.slice(folder.lastIndexOf("/") + 1);
}
function placeOf({ base, arch: arch2, layout }) {
  return `${base} ${arch2} ${layout}`;
}
function fileKey({ place: place2 }, fullpkgname) {
  return `${fullpkgname} ${place2}`;
}
function offersOf(node) {
  const { port, keys } = node;
  return port.packages.map((subpackage, at) => ({
    key: keys[at] ?? fileKey(node, subpackage.fullpkgname),
    fullpkgname: subpackage.fullpkgname,
    fullpkgpath: subpackage.fullpkgpath,
    flavors: port.flavors.chosen,
    pseudoFlavors: port.flavors.pseudo,
    from: { kind: "planned", node, subpackage }
  }));
}
function offerOfRow(row) {
  const { fullpkgname, fullpkgpath, flavors, pseudoFlavors = [] } = row;
  return {
    key: fileKey({ place: placeOf(row) }, fullpkgname),
    fullpkgname,
    fullpkgpath,
    flavors,
    pseudoFlavors,
    from: { kind: "released", row }
  };
}

// src/plan/order.ts
function orderOf(nodes, links) {
  const { order, ...rest } = sortOut(nodes, links);
  const circles = /* @__PURE__ */ new Map();
  for (let { stuck } = rest; stuck.size > 0; ) {
    const circle = circleAmong(stuck);
    const told = circular(circle);
    for (const { node } of circle) circles.set(node, told);
    const left = [...stuck.keys()].filter((node) => !circles.has(node));
    stuck = sortOut(left, stuck).stuck;
  }
  return { order, circles };
}
function sortOut(nodes, links) {
  const flavors = nodes.map(({ port }) => port.flavors.chosen.length);
  const made = nodes.map(({ keys }) => keys);
  const waiting = new Int32Array(nodes.length);
  const dependants = new Map(made.flat().map((key) => [key, []]));
  for (const [number, node] of nodes.entries()) {
    for (const { offer } of links.get(node) ?? []) {
      const known = offer.from.kind === "planned" ? dependants.get(offer.key) : void 0;
      if (!known || known.at(-1) === number) continue;
      known.push(number);
      waiting[number] = (waiting[number] ?? 0) + 1;
    }
  }
  const order = [];
  let level = [...nodes.keys()].filter((number) => waiting[number] === 0);
  while (level.length > 0) {
    level.sort((a, b) => (flavors[a] ?? 0) - (flavors[b] ?? 0) || a - b);
    for (const number of level) order.push(number);
    const there = level.flatMap((number) => made[number] ?? []);
    level = there.flatMap((key) => {
      const waited = dependants.get(key) ?? [];
      dependants.delete(key);
      return waited.filter((dependant) => {
        const count2 = (waiting[dependant] ?? 0) - 1;
        waiting[dependant] = count2;
        return count2 === 0;
      });
    });
  }
  const stuck = nodes.filter((_, number) => (waiting[number] ?? 0) > 0);
  const waitedFor = (node) => plannedLinks(node, links).filter(({ offer }) => dependants.has(offer.key));
  return {
    order: order.flatMap((number) => nodes[number] ?? []),
    stuck: new Map(stuck.map((node) => [node, waitedFor(node)]))
  };
}
function plannedLinks(node, links) {
  return (links.get(node) ?? []).filter(({ offer: { from } }) => from.kind === "planned");
}
function neededBy(node, links) {
  const needed = /* @__PURE__ */ new Set();
  for (const { offer } of links.get(node) ?? [])
    if (offer.from.kind === "planned") needed.add(offer.from.node);
  return needed;
}
function circleAmong(stuck) {
  const path = [];
  let [node] = stuck.keys();
  while (node && !path.some((step) => step.node === node)) {
    const [link] = stuck.get(node) ?? [];
    if (!link) throw new Error(`${node.job.id} is stuck, and needs nothing`);
    path.push({ node, link });
    node = makerAmong(stuck, link.offer);
  }
  const circle = path.slice(path.findIndex((step) => step.node === node));
  const start = circle.reduce(
    (best, { node: { job } }, at) => job.id < (circle[best]?.node.job.id ?? "") ? at : best,
    0
  );
  return [...circle.slice(start), ...circle.slice(0, start)];
}
function makerAmong(stuck, { key, from }) {
  if (from.kind === "planned" && stuck.has(from.node)) return from.node;
  return [...stuck.keys()].find(({ keys }) => keys.includes(key));
}
function circular(circle) {
  const names = circle.map(({ node }) => pkgpathOf(node));
  const [first] = circle;
  return {
    severity: "error",
    code: "plan/circle",
    blame: "recipe",
    message: `ports that need each other to be built: ${[...names, names[0]].map((name) => `\`${name}\``).join(" → ")}`,
    ...first ? { span: first.link.dependency.span } : {},
    help: `take one of these dependencies out, or let it name a choice that needs less, as in \`${names[0]},bootstrap\``,
    related: circle.slice(1).map(({ node, link }) => ({
      message: `\`${pkgpathOf(node)}\` needs \`${link.dependency.pkgpath}\``,
      span: link.dependency.span
    }))
  };
}
function pkgpathOf({ port }) {
  return [port.pkgpath, ...port.flavors.chosen].join();
}

// src/plan/owners.ts
function ownersOf(order, offers) {
  const owners = /* @__PURE__ */ new Map();
  const diagnostics = [];
  const owned = /* @__PURE__ */ new Map();
  const makers = /* @__PURE__ */ new Map();
  for (const node of order) {
    const own = [];
    const others = /* @__PURE__ */ new Set();
    for (const offer of offers.get(node) ?? []) {
      const first = owners.get(offer.key);
      if (!first) {
        owners.set(offer.key, offer);
        own.push(offer);
        continue;
      }
      const owner = makerOf(first).node;
      if (owner.candidate !== node.candidate) diagnostics.push(samePackage(owner, offer));
      else if (owner !== node) others.add(owner);
    }
    if (own.length > 0 || [...others].some((other) => isPseudoApart(node, other))) owned.set(node, own);
    if (others.size > 0) makers.set(node, others);
  }
  return { owned, makers, owners, diagnostics };
}
function makerOf({ from }) {
  if (from.kind !== "planned") throw new Error("a released package is nobody's to make");
  return from;
}
function isPseudoApart({ port }, { port: other }) {
  const [mine, theirs] = [port.flavors.chosen, other.flavors.chosen];
  const apart = [
    ...mine.filter((one) => !theirs.includes(one)),
    ...theirs.filter((one) => !mine.includes(one))
  ];
  return apart.every((one) => port.flavors.pseudo.includes(one) || other.flavors.pseudo.includes(one));
}
function samePackage(first, second) {
  const { node, subpackage } = makerOf(second);
  return {
    severity: "error",
    code: "plan/same-package",
    blame: "recipe",
    message: `\`${first.candidate.folder}\` and \`${node.candidate.folder}\` both make \`${second.fullpkgname}\` for ${node.job.base.name} on ${node.job.arch}`,
    span: subpackage.span,
    help: "rename one of them, or leave its port out",
    related: [{ message: "the other one", span: first.port.span }]
  };
}

// src/plan/resolve.ts
function resolve(nodes, offers, known) {
  const lacking = /* @__PURE__ */ new Map();
  const links = /* @__PURE__ */ new Map();
  const meantBy = nearestPorts(known.candidates);
  for (const node of nodes) {
    const found = [];
    const troubles = [];
    for (const dependency of node.depends) {
      const offer = offers.best(node.place, dependency);
      if (offer) {
        found.push({ dependency, offer });
        continue;
      }
      const gone = portAt(folderOf(dependency), known.leftOut);
      if (gone) troubles.push(leftOutFor(node, dependency, gone));
      else if (!known.supplies(dependency.pkgpath, node.job.base.name))
        troubles.push(unresolved(node, dependency, { ...known, meantBy }));
    }
    links.set(node, found);
    if (troubles.length > 0) lacking.set(node, troubles);
  }
  return { links, lacking };
}
function relink(nodes, { links, owners }, known) {
  const lacking = /* @__PURE__ */ new Map();
  const relinked = /* @__PURE__ */ new Map();
  const meantBy = nearestPorts(known.candidates);
  for (const node of nodes) {
    const before = links.get(node) ?? [];
    const found = before.map((link) => {
      const { dependency, offer } = link;
      const owner = offer.from.kind === "planned" ? owners.get(offer.key) : void 0;
      return owner && owner !== offer ? { dependency, offer: owner } : link;
    });
    const refused = found.filter((link, at) => link !== before[at] && !fulfils(link.offer, link.dependency));
    const troubles = refused.map(({ dependency }) => unresolved(node, dependency, { ...known, meantBy }));
    relinked.set(node, found);
    if (troubles.length > 0) lacking.set(node, troubles);
  }
  return { links: relinked, lacking };
}
function folderOf({ pkgpath }) {
  return parsePkgpath(pkgpath)?.folder ?? pkgpath;
}
function portAt(folder, ports) {
  return ports.find(({ pkgpath }) => folder === pkgpath || folder.endsWith(`/${pkgpath}`));
}
function nameOf({ spec, pkgpath }) {
  return spec === "" ? pkgpath : `${spec}:${pkgpath}`;
}
function leftOutFor({ candidate }, dependency, { folder }) {
  return {
    severity: "error",
    code: "plan/left-out",
    blame: "recipe",
    message: `\`${candidate.pkgpath}\` is left out: it needs \`${nameOf(dependency)}\`, and \`${folder}\` is left out`,
    span: dependency.span,
    help: `mend what is wrong with \`${folder}\``
  };
}
function unresolved(node, dependency, { candidates, meantBy }) {
  const { base, arch: arch2 } = node.job;
  const { span } = dependency;
  const name = nameOf(dependency);
  const path = parsePkgpath(dependency.pkgpath);
  const folder = folderOf(dependency);
  const found = portAt(folder, candidates);
  if (found) {
    const port = found.read(path?.flavors ?? "default", node.job.arch);
    const names = port.ok ? port.value.packages.map((one) => `\`${one.fullpkgname}\``).join(", ") : "";
    return {
      ...NO_PACKAGE,
      message: port.ok ? `\`${node.candidate.pkgpath}\` needs \`${name}\`, but \`${found.folder}\` makes ${names}` : `\`${node.candidate.pkgpath}\` needs \`${name}\`, a choice that \`${found.folder}\` does not have`,
      span,
      help: (port.ok ? void 0 : port.error[0]?.help) ?? "mend the dependency, or the version of the port",
      ...port.ok ? { related: [{ message: "the port", span: port.value.span }] } : {}
    };
  }
  const meant = meantBy(folder);
  return {
    severity: "error",
    code: "plan/unknown-port",
    blame: "recipe",
    message: `\`${node.candidate.pkgpath}\` needs \`${name}\`, which is not among the ${candidates.length === 1 ? "" : `${candidates.length} `}ports read, nor in a release for ${base.name} on ${arch2}, nor does the base supply it`,
    span,
    help: meant ? `did you mean \`${meant}\`?` : `add \`${folder}\` to the ports, or name a release that has it with \`--released\``
  };
}
var NO_PACKAGE = { severity: "error", code: "plan/no-such-package", blame: "recipe" };
function nearestPorts(candidates) {
  const known = /* @__PURE__ */ new Map();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, nearestPort(folder, candidates));
    return known.get(folder);
  };
}
function nearestPort(folder, candidates) {
  const last = (path) => path.slice(path.lastIndexOf("/") + 1);
  const paths = candidates.map(({ pkgpath }) => pkgpath);
  const elsewhere = paths.find((path) => last(path) === last(folder));
  if (elsewhere) return elsewhere;
  const whole = nearest(folder, paths);
  if (whole) return whole;
  const name = nearest(last(folder), paths.map(last));
  return name && paths.find((path) => last(path) === name);
}

// src/plan/arrange.ts
function arrange(nodes, ground) {
  const { offers } = ground;
  const first = resolve(nodes, offersFrom(nodes, ground), ground);
  const { order, circles } = orderOf(nodes, first.links);
  if (first.lacking.size > 0 || circles.size > 0)
    return { ...first, order, circles, owned: /* @__PURE__ */ new Map(), makers: /* @__PURE__ */ new Map(), clashes: [] };
  const { owned, makers, owners, diagnostics: clashes } = ownersOf(order, offers);
  const left = order.filter((node) => owned.has(node));
  return {
    ...relink(left, { links: first.links, owners }, ground),
    order: left,
    circles,
    owned,
    makers,
    clashes
  };
}
function offersFrom(nodes, { offers, release, candidates }) {
  const all = new Offers();
  for (const node of nodes) for (const offer of offers.get(node) ?? []) all.add(node.place, offer);
  const known = new Set(candidates.map(({ pkgpath }) => pkgpath));
  for (const row of release) {
    if (!known.has(row.fullpkgpath.replace(/,.*/s, ""))) all.add(placeOf(row), offerOfRow(row));
  }
  return all;
}

// src/plan/gather.ts
function gather({ candidates, seeds, layout }) {
  const byName = /* @__PURE__ */ new Map();
  for (const candidate of candidates) {
    const name = lastPart(candidate.pkgpath);
    const known = byName.get(name);
    if (known) known.push(candidate);
    else byName.set(name, [candidate]);
  }
  const nodes = /* @__PURE__ */ new Map();
  const twice = [];
  const made = /* @__PURE__ */ new Map();
  const offers = new Offers();
  const queue = [];
  const places = /* @__PURE__ */ new Map();
  const add = ({ variant, platform }) => {
    const { base, arch: arch2 } = platform;
    const place2 = places.get(platform) ?? placeOf({ base: base.name, arch: arch2, layout });
    places.set(platform, place2);
    const node = nodeOf(variant, platform, { layout, place: place2 });
    const known = nodes.get(node.job.id);
    if (known) {
      if (known.candidate !== variant.candidate) twice.push(sameId(known, node));
      return;
    }
    nodes.set(node.job.id, node);
    const own = offersOf(node);
    made.set(node, own);
    for (const offer of own) offers.add(node.place, offer);
    queue.push({ node, platform });
  };
  for (const seed of seeds) add(seed);
  for (const { node, platform } of queue) {
    for (const dependency of node.depends) {
      const found = offers.best(node.place, dependency);
      if (found && !isStandIn(found, dependency)) continue;
      const variant = demanded(dependency, {
        candidates: byName.get(lastPart(dependency.pkgpath)) ?? [],
        arch: platform.arch
      });
      if (variant) add({ variant, platform });
    }
  }
  const sorted = [...nodes.values()].sort((a, b) => a.job.id < b.job.id ? -1 : 1);
  return { nodes: sorted, offers: made, diagnostics: twice };
}
function isStandIn({ flavors, pseudoFlavors }, { pkgpath }) {
  if (pseudoFlavors.length === 0) return false;
  const wanted = parsePkgpath(pkgpath)?.flavors ?? "default";
  if (wanted === "default" || !wanted.some((flavor) => pseudoFlavors.includes(flavor))) return false;
  return wanted.length !== flavors.length || !wanted.every((flavor) => flavors.includes(flavor));
}
function nodeOf(variant, { base, arch: arch2, wanted }, { layout, place: place2 }) {
  const { port } = variant;
  const id = jobId({ port, base, arch: arch2, layout });
  const job = { id, port, base, arch: arch2, layout, prefix: prefixOf(port, layout, port.prefix) };
  return {
    candidate: variant.candidate,
    port,
    arch: variant.arch,
    job,
    place: place2,
    keys: port.packages.map(({ fullpkgname }) => fileKey({ place: place2 }, fullpkgname)),
    wanted,
    depends: foreignDependencies(port, "without tests")
  };
}
function demanded(dependency, { candidates, arch: arch2 }) {
  const choice = parsePkgpath(dependency.pkgpath)?.flavors ?? "default";
  const offers = candidates.flatMap((candidate) => {
    const port = candidate.read(choice, arch2);
    if (!port.ok) return [];
    const variant = { candidate, port: port.value, arch: arch2 };
    return port.value.packages.map(({ fullpkgname, fullpkgpath }) => ({
      fullpkgname,
      fullpkgpath,
      flavors: port.value.flavors.chosen,
      pseudoFlavors: port.value.flavors.pseudo,
      version: port.value.version,
      variant
    }));
  });
  return bestFor(offers, dependency)?.variant;
}
function sameId(first, second) {
  return {
    severity: "error",
    code: "plan/same-id",
    blame: "request",
    message: `\`${first.candidate.folder}\` and \`${second.candidate.folder}\` both make the job \`${first.job.id}\``,
    span: second.port.span,
    help: "leave one of them out, or give them another name or version",
    related: [{ message: "the other one", span: first.port.span }]
  };
}

// src/plan/needs.ts
function shelfOf(links, planned, release) {
  const byKey = /* @__PURE__ */ new Map();
  for (const offer of planned) if (offer.from.kind === "planned") byKey.set(offer.key, offer);
  const released = /* @__PURE__ */ new Map();
  for (const row of release) released.set(row.contentDigest, row);
  return { links, planned: byKey, released };
}
function withNeeds(first, shelf) {
  const found = /* @__PURE__ */ new Map();
  const queue = [...first];
  for (let offer = queue.pop(); offer; offer = queue.pop()) {
    const key = offer.from.kind === "planned" ? offer : offer.from.row;
    if (found.has(key)) continue;
    found.set(key, offer);
    queue.push(...runNeeds(offer, shelf));
  }
  return [...found.values()];
}
function runNeeds({ from }, { links, planned, released }) {
  if (from.kind === "released") {
    return from.row.depends.flatMap(({ contentDigest }) => {
      const row = released.get(contentDigest ?? "");
      return row ? [offerOfRow(row)] : [];
    });
  }
  const { node, subpackage } = from;
  const { lib, run } = subpackage.depends;
  if (lib.length + run.length === 0) return [];
  const linked = links.get(node) ?? [];
  return [...lib, ...run].flatMap((dependency) => {
    if (!isOwn(node.port, dependency.pkgpath)) {
      return linked.find((one) => isSameDependency(one.dependency, dependency))?.offer ?? [];
    }
    const sibling = node.port.packages.find(({ fullpkgpath }) => fullpkgpath === dependency.pkgpath);
    return (sibling && planned.get(fileKey(node, sibling.fullpkgname))) ?? [];
  });
}

// src/plan/selection.ts
function selectSubpackages(owned, { names, links }) {
  if (names.length === 0) return { owned, diagnostics: [] };
  const known = new Set([...owned.values()].flat().map(nameOf2));
  const unknown = names.filter((name) => !known.has(name)).map((name) => nowhere(name, [...known]));
  const needed = new Set([...links.values()].flat().map(({ offer }) => offer));
  const left = [...owned].map(([node, offers]) => {
    if (!offers.some((offer) => names.includes(nameOf2(offer)))) return [node, offers];
    const wanted = offers.filter((offer) => names.includes(nameOf2(offer)) || needed.has(offer));
    return [node, withSiblings(wanted, offers)];
  });
  return { owned: new Map(left), diagnostics: unknown };
}
function withSiblings(wanted, all) {
  const found = new Set(wanted);
  const queue = [...wanted];
  for (let one = queue.shift(); one; one = queue.shift()) {
    const depends = one.from.kind === "planned" ? one.from.subpackage.depends : { lib: [], run: [] };
    const siblings = all.filter(
      (other) => [...depends.lib, ...depends.run].some((spec) => fulfils(other, spec))
    );
    queue.push(...siblings.filter((other) => !found.has(other)));
    for (const other of siblings) found.add(other);
  }
  return all.filter((offer) => found.has(offer));
}
function nameOf2({ from }) {
  return from.kind === "planned" ? from.subpackage.name : "";
}
function nowhere(name, known) {
  const names = known.filter((one) => one !== "");
  const meant = nearest(name, names);
  const list2 = names.slice(0, 10).join(", ");
  return {
    severity: "error",
    code: "plan/no-such-subpackage",
    blame: "request",
    message: `no port that is planned has a subpackage \`${name}\``,
    help: meant ? `did you mean \`${meant}\`?` : list2 === "" ? "leave the choice out" : `choose from ${list2}`
  };
}

// src/plan/shards.ts
var LONGEST_MS = 6 * 36e5;
function planShards(jobs, limits) {
  const indexes = new Map(jobs.map(({ id }, index) => [id, index]));
  const tasks = jobs.map(({ base, arch: arch2, needs, expectedMs }) => ({
    ms: expectedMs,
    lane: `${base} ${arch2}`,
    needs: needs.flatMap((need) => indexes.get(need) ?? [])
  }));
  const shards = namedShards(schedule(tasks, limits), jobs);
  const places = /* @__PURE__ */ new Map();
  for (const shard of shards) for (const id of shard.jobs) places.set(id, shard);
  return {
    places,
    shards,
    warnings: shards.filter(({ expectedMs }) => expectedMs > LONGEST_MS).map(tooLong)
  };
}
function namedShards(legs, all) {
  const counts = /* @__PURE__ */ new Map();
  return legs.flatMap(({ from, until, tasks, ms }) => {
    const place2 = stretchName({ from, until }).slice("rank".length);
    const number = counts.get(place2) ?? 0;
    counts.set(place2, number + 1);
    const jobs = tasks.flatMap((index) => all[index] ?? []);
    const [first] = jobs;
    if (!first) return [];
    const needs = /* @__PURE__ */ new Set();
    for (const job of jobs) for (const need of job.needs) needs.add(need);
    for (const { id } of jobs) needs.delete(id);
    return [
      {
        name: `${place2}-${String(number).padStart(3, "0")}`,
        rank: from,
        until,
        arch: first.arch,
        base: first.base,
        jobs: jobs.map(({ id }) => id),
        needs: [...needs].sort(),
        expectedMs: Math.round(ms)
      }
    ];
  });
}
function tooLong({ name, jobs, expectedMs }) {
  return {
    severity: "warning",
    code: "plan/too-long",
    blame: "request",
    message: `shard ${name} (${jobs.length === 1 ? `\`${jobs[0]}\`` : `${jobs.length} jobs`}) is expected to take ${(expectedMs / 36e5).toFixed(1)} hours, and GitHub ends a job after 6`,
    help: "give the workflow more rank jobs (`--ranks`), or build fewer ports at once"
  };
}

// src/plan/standing.ts
function standing(all, unread, arrange2) {
  const leftOut = new Map(unread.map((one) => [one.folder, one]));
  const warnings = [];
  for (let nodes = all; ; ) {
    const arrangement = arrange2(nodes, [...leftOut.values()]);
    const { lacking, circles } = arrangement;
    const wrong2 = lacking.size > 0 ? lacking : new Map([...circles].map(([node, told]) => [node, [told]]));
    if (wrong2.size === 0) {
      const told = distinctDiagnostics(warnings);
      return { ...arrangement, leftOut: [...leftOut.values()].sort(byFolder), warnings: told };
    }
    for (const [{ candidate }, troubles] of wrong2) {
      const { pkgpath, folder } = candidate;
      const because = troubles[0]?.message ?? "";
      if (!leftOut.has(folder)) leftOut.set(folder, { pkgpath, folder, because });
      warnings.push(...troubles.map(asWarning));
    }
    nodes = nodes.filter((node) => !wrong2.has(node));
  }
}
function byFolder(a, b) {
  return a.folder < b.folder ? -1 : 1;
}

// src/plan/verdict.ts
function releaseOfRows(rows) {
  const byFile2 = /* @__PURE__ */ new Map();
  const byPath = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const place2 = placeOf(row);
    byFile2.set(fileKey({ place: place2 }, row.fullpkgname), row);
    const there = byPath.get(place2) ?? /* @__PURE__ */ new Map();
    byPath.set(place2, there.set(row.fullpkgpath, row));
  }
  return { rows, byFile: byFile2, byPath };
}
function freshRow({ key }, { release, fingerprint: fingerprint2 }) {
  const row = release.byFile.get(key);
  return row?.fingerprint === fingerprint2 ? row : void 0;
}
function earlierRows(node, owned, release) {
  const there = release.byPath.get(node.place);
  return there ? owned.flatMap(({ fullpkgpath }) => there.get(fullpkgpath) ?? []) : [];
}
function reasonFor(node, made, { owned, release }) {
  if (owned.length === 0) return COMPARED;
  const [row] = earlierRows(node, owned, release);
  if (!row) return "new";
  const reasons = changes(node, made.ingredients, row);
  if (reasons.length > 0) return reasons.join("; ");
  const missing = owned.filter((offer) => !freshRow(offer, { release, fingerprint: made.fingerprint }));
  if (missing.length === 0) return COMPARED;
  return `not in the release: ${missing.map(({ fullpkgname }) => fullpkgname).join(", ")}`;
}
var COMPARED = "to be compared with another choice of flavors";
function changes({ job, port }, now, row) {
  const before = row.ingredients;
  const recipe = recipeChange(port, now, row);
  const changed = recipe === void 0 ? [] : [recipe];
  if (row.baseDigest !== job.base.digest) changed.push("base digest changed");
  changed.push(...changedDependencies(before, now));
  if (now.options !== before.options) changed.push("configure options changed");
  if (row.prefix !== job.prefix) changed.push(`prefix changed: ${row.prefix} → ${job.prefix}`);
  if (now.generation !== before.generation) changed.push("tarwright builds it differently now");
  return changed;
}
function recipeChange({ packages }, now, row) {
  const before = row.ingredients;
  const mine = packages.find(({ fullpkgpath }) => fullpkgpath === row.fullpkgpath);
  const version = mine?.fullpkgname.slice(stemOf(mine.fullpkgname).length + 1).split("-")[0];
  const earlier = versionOf(row);
  if (version !== void 0 && version !== earlier) return `recipe changed: version ${earlier} → ${version}`;
  if (now.port !== before.port) return "recipe changed";
  if (now.distfiles !== before.distfiles) return "sources changed";
  if (now.patches !== before.patches) return "patches changed";
  return now.folder === before.folder ? void 0 : "files of the port changed";
}
function versionOf(row) {
  return packageName({ ...row, name: "" }).slice(1);
}
function changedDependencies(before, now) {
  if (before.dependencies.length + now.dependencies.length === 0) return [];
  const [old, current] = [byStem(before), byStem(now)];
  const changed = [];
  for (const [stem, packages] of current) {
    if (!old.has(stem)) changed.push(`dependency ${stem} added`);
    else if (old.get(stem) !== packages) changed.push(`dependency ${stem} changed`);
  }
  for (const stem of old.keys()) if (!current.has(stem)) changed.push(`dependency ${stem} gone`);
  return changed.sort();
}
function byStem({ dependencies }) {
  const found = /* @__PURE__ */ new Map();
  for (const { fullpkgname, fingerprint: fingerprint2 } of dependencies) {
    const stem = stemOf(fullpkgname);
    found.set(stem, `${found.get(stem) ?? ""}${fullpkgname} ${fingerprint2}
`);
  }
  return found;
}

// src/plan/times.ts
var UNKNOWN_MS = 5 * 6e4;
function expectedTimes(owned, release) {
  const known = /* @__PURE__ */ new Map();
  const left = [];
  for (const [node, offers] of owned) {
    const [row] = earlierRows(node, offers, release);
    if (row) known.set(node, row.buildTimeMs);
    else left.push([node, offers]);
  }
  if (left.length === 0) return known;
  const elsewhere = new Map(release.rows.map(({ fullpkgpath, buildTimeMs }) => [fullpkgpath, buildTimeMs]));
  const middle = median(release.rows.map(({ buildTimeMs }) => buildTimeMs)) ?? UNKNOWN_MS;
  for (const [node, offers] of left) {
    const other = offers.map(({ fullpkgpath }) => elsewhere.get(fullpkgpath)).find((ms) => ms !== void 0);
    known.set(node, other ?? middle);
  }
  return known;
}
function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

// src/plan/plan-ports.ts
function planPorts(request) {
  const settled = settle(request);
  if (!settled.ok) return settled;
  const { order, links, leftOut, warnings } = settled.value;
  const release = releaseOfRows(request.release);
  const made = fingerprints(order, links, request);
  const judged = { ...settled.value, release, made };
  const drafts = draftsOf(request, { ...judged, fresh: freshNodes(judged, request) });
  const shards = planShards(
    drafts.filter(({ reason }) => reason !== void 0),
    request
  );
  const plan = {
    version: 1,
    commands: request.commands,
    bases: request.platforms.map(({ base, arch: arch2, wanted, source }) => ({
      name: base.name,
      arch: arch2,
      wanted,
      source,
      digest: base.digest
    })),
    jobs: drafts.map((draft) => jobOf(draft, shards.places, request)),
    edges: edgesOf(order, links),
    ranks: request.ranks,
    shards: shards.shards,
    ...leftOut.length > 0 ? { leftOut } : {}
  };
  return ok({ plan, warnings: [...warnings, ...shards.warnings] });
}
function edgesOf(order, links) {
  const byId = [...order].sort((a, b) => a.job.id < b.job.id ? -1 : 1);
  const edges = [];
  for (const node of byId) {
    const job = node.job.id;
    const needs = [...neededBy(node, links)].map((need) => need.job.id);
    for (const need of needs.sort()) edges.push({ job, needs: need });
  }
  return edges;
}
function settle(request) {
  const { nodes, offers, diagnostics } = gather(request);
  const arrangeAll = (some, leftOut) => arrange(some, { ...request, offers, leftOut });
  const { lacking, circles, clashes, order, links, owned, ...rest } = request.leftOut ? standing(nodes, request.leftOut, arrangeAll) : { ...arrangeAll(nodes, []), leftOut: [], warnings: [] };
  const troubles = [
    ...diagnostics,
    ...[...lacking.values()].flat(),
    ...new Set(circles.values()),
    ...clashes
  ];
  if (troubles.length > 0) return { ok: false, error: sortDiagnostics(troubles) };
  const selected = selectSubpackages(owned, { names: request.subpackages, links });
  if (selected.diagnostics.length > 0) return { ok: false, error: sortDiagnostics(selected.diagnostics) };
  const wanted = request.subpackages.length > 0 ? withoutIdle(order, selected.owned) : order;
  return ok({ ...rest, order: wanted, links, owned: selected.owned });
}
function withoutIdle(order, owned) {
  const wanted = new Set([...owned.values()].flat().map(({ key }) => key));
  return order.filter(({ keys }) => keys.some((key) => wanted.has(key)));
}
function fingerprints(order, links, { configureOptions }) {
  const made = /* @__PURE__ */ new Map();
  for (const node of order) {
    const dependencies = (links.get(node) ?? []).map(({ offer: { from, fullpkgname } }) => ({
      fullpkgname,
      fingerprint: from.kind === "released" ? from.row.fingerprint : made.get(from.node)?.fingerprint ?? ""
    }));
    made.set(node, fingerprint({ job: node.job, files: filesOf(node), dependencies, configureOptions }));
  }
  return made;
}
function filesOf({ candidate, port }) {
  return [...candidate.files, ...candidate.memberFiles?.(port) ?? []];
}
function freshNodes(judged, request) {
  const { order, owned, makers, links } = judged;
  const fresh = new Set(order.filter((node) => isReleased(node, judged)));
  for (const node of order) {
    if (owned.get(node)?.length !== 0) continue;
    const others = [...makers.get(node) ?? []];
    const isProved = isRecipeReleased(node, judged, request) && [...others, ...neededBy(node, links)].every((one) => fresh.has(one));
    if (!isProved) for (const one of [node, ...others]) fresh.delete(one);
  }
  return fresh;
}
function isReleased(node, { owned, release, made }) {
  const digest = fingerprintOf(made, node).fingerprint;
  return (owned.get(node) ?? []).every((offer) => freshRow(offer, { release, fingerprint: digest }));
}
function isRecipeReleased(node, { release }, { configureOptions }) {
  const digest = recipeDigest({ job: node.job, files: filesOf(node), dependencies: [], configureOptions });
  const rows = node.keys.flatMap((key) => release.byFile.get(key) ?? []);
  return rows.every(({ recipe }) => recipe === digest);
}
function fingerprintOf(made, node) {
  const found = made.get(node);
  if (!found) throw new Error(`${node.job.id} has no fingerprint`);
  return found;
}
function draftsOf({ tag }, judged) {
  const { order, links, owned, release, made, fresh } = judged;
  const shelf = shelfOf(links, [...owned.values()].flat(), release.rows);
  const times = expectedTimes(madeBy(judged), release);
  const places = { ...judged, tag };
  return order.map((node) => {
    const own = owned.get(node) ?? [];
    const digest = fingerprintOf(made, node);
    const inBox = withNeeds(
      (links.get(node) ?? []).map(({ offer }) => offer),
      shelf
    );
    const { needs, released } = fresh.has(node) ? NOTHING : sourcesOf(inBox, places);
    return {
      node,
      id: node.job.id,
      base: node.job.base.name,
      arch: node.job.arch,
      fingerprint: digest.fingerprint,
      packages: own.map(({ fullpkgname, from }) => ({
        subpackage: from.kind === "planned" ? from.subpackage.name : "",
        fullpkgname
      })),
      compared: comparedBy(node, own, shelf.planned),
      needs,
      released,
      expectedMs: Math.round(times.get(node) ?? 0),
      reason: fresh.has(node) ? void 0 : reasonFor(node, digest, { owned: own, release })
    };
  });
}
function jobOf({ node, fingerprint: digest, packages, compared, needs, released, expectedMs, reason }, places, { configureOptions }) {
  const { candidate, port, job } = node;
  return {
    id: job.id,
    pkgpath: port.pkgpath,
    folder: candidate.folder,
    version: port.version,
    flavors: port.flavors.chosen,
    base: job.base.name,
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    configureOptions,
    fingerprint: digest,
    packages,
    compared,
    needs,
    released,
    expectedMs,
    verdict: reason === void 0 ? { kind: "fresh" } : runVerdict(job, reason, places)
  };
}
function runVerdict({ id }, reason, places) {
  const shard = places.get(id);
  if (!shard) throw new Error(`${id} is in no shard`);
  return { kind: "run", reason, rank: shard.rank, shard: shard.name };
}
var NOTHING = { needs: [], released: [] };
function madeBy({ owned, makers }) {
  return new Map(
    [...owned].map(([node, own]) => [
      node,
      own.length > 0 ? own : [...makers.get(node) ?? []].flatMap((one) => owned.get(one) ?? [])
    ])
  );
}
function comparedBy(node, own, planned) {
  if (own.length === node.port.packages.length) return [];
  const names = own.map(({ fullpkgname }) => fullpkgname);
  return node.port.packages.filter(({ fullpkgname }) => !names.includes(fullpkgname) && planned.has(fileKey(node, fullpkgname))).map(({ fullpkgname, name }) => ({ subpackage: name, fullpkgname }));
}
function sourcesOf(inBox, {
  fresh,
  release,
  made,
  tag
}) {
  const needs = /* @__PURE__ */ new Set();
  const released = /* @__PURE__ */ new Map();
  for (const offer of inBox) {
    const { from } = offer;
    if (from.kind === "planned" && !fresh.has(from.node)) {
      needs.add(from.node.job.id);
      continue;
    }
    const row = from.kind === "released" ? from.row : freshRow(offer, { release, fingerprint: fingerprintOf(made, from.node).fingerprint });
    if (!row) continue;
    const { file, sha256: sha2562 } = row;
    released.set(file, { file, sha256: sha2562, ...tag === void 0 ? {} : { tag: tagOf(row, tag) } });
  }
  return { needs: [...needs].sort(), released: [...released.values()].sort(byFile) };
}
function byFile(a, b) {
  return a.file < b.file ? -1 : 1;
}

// src/plan/read-plan.ts
function readPlan(text2, name) {
  return readJson(text2, decode2, (why) => unreadable2(name, why));
}
function unreadable2(name, why) {
  return {
    severity: "error",
    code: "plan/unreadable",
    blame: "request",
    message: `\`${name}\` is not a plan: ${why}`,
    help: "write one with `tarwright plan PATHS… --json`"
  };
}
function decode2(value) {
  const top = fieldsOf(value, "it");
  if (top["version"] !== 1) throw new WrongShape("its `version` is not 1");
  const plan = {
    version: 1,
    commands: word(top, "commands", ["allowed", "refused"]),
    bases: listOf(top, "bases", decodeBase),
    jobs: listOf(top, "jobs", decodeJob),
    edges: listOf(top, "edges", decodeEdge),
    ranks: count(top, "ranks"),
    shards: listOf(top, "shards", decodeShard),
    ...top["leftOut"] === void 0 ? {} : { leftOut: listOf(top, "leftOut", decodeLeftOut) }
  };
  checkNames(plan);
  return plan;
}
function checkNames({ jobs, edges, shards }) {
  const ids2 = new Set(jobs.map(({ id }) => id));
  if (ids2.size < jobs.length) throw new WrongShape("two of its jobs have one id");
  const named = [
    ...jobs.flatMap(({ needs }) => needs),
    ...edges.flatMap(({ job, needs }) => [job, needs]),
    ...shards.flatMap((shard) => [...shard.jobs, ...shard.needs])
  ];
  const stranger = named.find((id) => !ids2.has(id));
  if (stranger !== void 0)
    throw new WrongShape(`it names the job \`${stranger}\`, which it does not have`);
}
function decodeBase(base) {
  return {
    name: text(base, "name", /^[a-z0-9][a-z0-9.-]*$/),
    arch: arch(base),
    wanted: text(base, "wanted"),
    source: word(base, "source", ["image", "made", "machine"]),
    digest: text(base, "digest", /^sha256:[0-9a-f]{64}$/)
  };
}
function decodeJob(job) {
  return {
    id: jobIdOf(job["id"]),
    pkgpath: text(job, "pkgpath"),
    folder: text(job, "folder"),
    version: text(job, "version"),
    flavors: texts(job, "flavors"),
    base: text(job, "base"),
    arch: arch(job),
    layout: word(job, "layout", LAYOUTS),
    prefix: text(job, "prefix", /^\//),
    configureOptions: texts(job, "configureOptions"),
    fingerprint: text(job, "fingerprint", SHA256),
    packages: listOf(job, "packages", decodePackage),
    compared: listOf(job, "compared", decodePackage),
    needs: ids(job, "needs"),
    released: listOf(job, "released", (file) => ({
      file: text(file, "file", FILE_NAME),
      sha256: text(file, "sha256", SHA256),
      ...file["tag"] === void 0 ? {} : { tag: text(file, "tag") }
    })),
    expectedMs: count(job, "expectedMs"),
    verdict: decodeVerdict(fieldsOf(job["verdict"], "verdict"))
  };
}
function decodePackage(one) {
  return {
    subpackage: text(one, "subpackage"),
    fullpkgname: text(one, "fullpkgname", FILE_NAME)
  };
}
function decodeVerdict(verdict) {
  const kind = word(verdict, "kind", ["run", "fresh"]);
  if (kind === "fresh") return { kind };
  return {
    kind,
    reason: text(verdict, "reason"),
    rank: count(verdict, "rank"),
    shard: text(verdict, "shard", SHARD)
  };
}
var SHARD = /^[0-9]+(to[0-9]+)?-[0-9]+$/;
function decodeEdge(edge) {
  return { job: jobIdOf(edge["job"]), needs: jobIdOf(edge["needs"]) };
}
function decodeShard(shard) {
  return {
    name: text(shard, "name", SHARD),
    rank: count(shard, "rank"),
    until: count(shard, "until"),
    arch: arch(shard),
    base: text(shard, "base"),
    jobs: ids(shard, "jobs"),
    needs: ids(shard, "needs"),
    expectedMs: count(shard, "expectedMs")
  };
}
function decodeLeftOut(one) {
  return { pkgpath: text(one, "pkgpath"), folder: text(one, "folder"), because: text(one, "because") };
}
function arch(fields) {
  const value = text(fields, "arch");
  if (!isArch(value)) throw new WrongShape(`\`${value}\` is not an architecture`);
  return value;
}

// src/plan/variants.ts
var COMBINATIONS = 64;
function variantsOf(candidate, { wish, arch: arch2 }) {
  const plain = candidate.read("default", arch2);
  if (!plain.ok) return plain;
  const { available, pseudo } = plain.value.flavors;
  switch (wish.kind) {
    case "listed":
      return read({ candidate, arch: arch2 }, wish.choices, "all must do");
    case "where known": {
      const known = [...available, ...pseudo];
      const choices = wish.choices.map(
        (choice) => choice === "default" ? choice : choice.filter((flavor) => known.includes(flavor))
      );
      return read({ candidate, arch: arch2 }, choices, "all must do");
    }
    case "all": {
      const axes = [...available, ...pseudo.filter((flavor) => wish.pseudo.includes(flavor))];
      if (2 ** axes.length > COMBINATIONS) return wrong(tooMany(candidate, axes));
      return read({ candidate, arch: arch2 }, ["default", ...subsets(axes)], "some may exclude each other");
    }
  }
}
function subsets(names) {
  const all = [[]];
  for (const name of names) all.push(...all.map((one) => [...one, name]));
  return all.sort((a, b) => a.length - b.length);
}
function read({ candidate, arch: arch2 }, choices, mode) {
  const variants = /* @__PURE__ */ new Map();
  const troubles = [];
  for (const choice of choices) {
    const port = candidate.read(choice, arch2);
    if (port.ok) variants.set(port.value.flavors.chosen.join(), { candidate, port: port.value, arch: arch2 });
    else if (mode === "all must do" || choice === "default" || !port.error.every(isAboutChoice))
      troubles.push(...port.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok([...variants.values()]);
}
function isAboutChoice({ blame }) {
  return blame === "request";
}
function tooMany({ pkgpath, folder }, axes) {
  return {
    severity: "error",
    code: "plan/too-many-flavors",
    blame: "request",
    message: `${quoted(pkgpath)} in \`${folder}\` has ${axes.length} flavors, which make ${2 ** axes.length} combinations`,
    help: `list those that you want: \`--flavors '${pkgpath}=default;${axes[0]};${axes.slice(0, 2).join(" ")}'\``
  };
}

export {
  account,
  compareRows,
  fingerprint,
  recipeDigest,
  GRAPHS,
  graph,
  RANKS,
  endOf,
  matrix,
  MATRIX_LEGS,
  planPorts,
  readPlan,
  RECORD_NAME,
  COMPARED_NAME,
  formatRecord,
  recordedErrors,
  readRecord,
  variantsOf
};
