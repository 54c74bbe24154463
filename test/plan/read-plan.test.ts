import { expect, test } from "vitest";
import { matrix, type Plan, readPlan } from "../../src/plan/plan.ts";
import type { JobId } from "../../src/port/port.ts";
import { id, plannedJob, planOf, shardOf } from "./plans.ts";

const plan: Plan = planOf(
  [
    plannedJob("zlib"),
    plannedJob("foo", {
      needs: [id("zlib")],
      flavors: ["crypto"],
      released: [{ file: "z-1--debian-12--x86_64.tar.gz", sha256: "b".repeat(64) }],
    }),
    plannedJob("old", { verdict: { kind: "fresh" } }),
  ],
  [shardOf("0-000", [id("zlib"), id("foo")])],
);

test("plan: what was written is read again", () => {
  expect(readPlan(JSON.stringify(plan), "plan.json")).toEqual({ ok: true, value: plan });
  const without = { ...plan, leftOut: [{ pkgpath: "bar", folder: "ports/bar", because: "of a key" }] };
  expect(readPlan(JSON.stringify(without), "plan.json")).toEqual({ ok: true, value: without });
});

const [first] = plan.jobs;
const cases: readonly { readonly name: string; readonly text: string; readonly why: string }[] = [
  { name: "another version", text: JSON.stringify({ ...plan, version: 2 }), why: "its `version` is not 1" },
  { name: "a list", text: "[]", why: "`it` is not an object" },
  {
    name: "an id that leaves its folder",
    text: JSON.stringify({ ...plan, jobs: [{ ...first, id: "../x" }] }),
    why: "`../x` is not the id of a job",
  },
  {
    name: "a need that is no job of the plan",
    text: JSON.stringify({ ...plan, jobs: [{ ...first, needs: ["y-1@b@x86_64"] }] }),
    why: "it names the job `y-1@b@x86_64`, which it does not have",
  },
  {
    name: "two jobs of one id",
    text: JSON.stringify({ ...plan, jobs: [first, first] }),
    why: "two of its jobs have one id",
  },
  {
    name: "an inherited name",
    text: JSON.stringify({ ...plan, ranks: undefined }),
    why: "`ranks` is not a whole number",
  },
];

for (const { name, text, why } of cases) {
  test(`plan: ${name} is refused`, () => {
    const reading = readPlan(text, "plan.json");
    expect(reading.ok ? [] : reading.error.map(({ message }) => message)).toEqual([
      `\`plan.json\` is not a plan: ${why}`,
    ]);
  });
}

/** Of a workflow with eight ranks. */
const EMPTY = [
  "rank1 rank2 rank3 rank4 rank5 rank6 rank7 rank0to2 rank1to3 rank2to4 rank3to5 rank4to6 rank5to7 rank6to8",
  "rank0to3 rank1to4 rank2to5 rank3to6 rank4to7 rank5to8 rank0to5 rank1to6 rank2to7 rank3to8",
].flatMap((names) => names.split(" "));

test("matrix: a list for each rank, with a runner for each leg", () => {
  expect(matrix(plan)).toEqual({
    rank0: [
      {
        shard: "0-000",
        name: "zlib-1.0@debian-12@x86_64 and 1 more",
        arch: "x86_64",
        base: "debian-12",
        runner: "ubuntu-24.04",
        artifact: "zlib-1.0@debian-12@x86_64+1",
        needs: "",
      },
    ],
    ...Object.fromEntries(EMPTY.map((name) => [name, []])),
  });
});

test("matrix: whatever ports are called, it is within what a job may put out", () => {
  const long = `${"x".repeat(300)}-1@debian-12@x86_64` as JobId;
  const shards = Array.from({ length: 8 * 256 }, (_, n) =>
    shardOf(`${Math.floor(n / 256)}-${String(n % 256).padStart(3, "0")}`, [long]),
  );
  const text = JSON.stringify(matrix(planOf([], shards)));
  expect(text.length * 2).toBeLessThanOrEqual(1024 * 1024);
  expect(Object.values(matrix(planOf([], shards))).flat()).toHaveLength(2048);
});
