import { minimatch } from "minimatch";
import { expect, test } from "vitest";
import { matrix } from "../../src/plan/plan.ts";
import type { JobId } from "../../src/port/port.ts";
import { id, plannedJob, planOf, shardOf } from "./plans.ts";

const job = (name: string) => plannedJob("x", { id: name as JobId });

test("matrix: each leg has its runner, the name of its artifact, and those that it needs", () => {
  const [a, b, c] = ["a-1,x@debian-12@x86_64", "b-1@debian-12@x86_64", "c-1@debian-12@x86_64"] as JobId[];
  if (!a || !b || !c) throw new Error();
  const shards = [
    shardOf("0-000", [a, id("extra")]),
    shardOf("0-001", [b]),
    { ...shardOf("1-000", [c]), needs: [a, b] },
  ];
  const legs = matrix(planOf([job(a), plannedJob("extra"), job(b), job(c)], shards));
  expect(legs["rank0"]).toEqual([
    {
      shard: "0-000",
      name: `${a} and 1 more`,
      arch: "x86_64",
      base: "debian-12",
      runner: "ubuntu-24.04",
      artifact: `${a}+1`,
      needs: "",
    },
    {
      shard: "0-001",
      name: b,
      arch: "x86_64",
      base: "debian-12",
      runner: "ubuntu-24.04",
      artifact: b,
      needs: "",
    },
  ]);
  const glob = legs["rank1"]?.[0]?.needs ?? "";
  const names = [`${a}+1`, b, c, "plan-0123", a];
  expect(names.filter((name) => minimatch(name, glob))).toEqual([`${a}+1`, b]);
  expect(legs["rank7"]).toEqual([]);
});

test("matrix: all ranks together stay below what one job may put out, whatever they need", () => {
  const ids = Array.from(
    { length: 8 * 256 },
    (_, at) => `port-${"x".repeat(60)}-${at}@debian-12@x86_64` as JobId,
  );
  const shards = ids.map((one, at) => ({
    ...shardOf(`${Math.floor(at / 256)}-${at}`, [one]),
    needs: ids.slice(0, Math.floor(at / 256) * 40),
  }));
  const legs = matrix(planOf(ids.map(job), shards));
  expect(JSON.stringify(legs).length * 2).toBeLessThanOrEqual(1024 * 1024);
  expect(legs["rank7"]?.[0]?.needs).toBe("*@*");
});
