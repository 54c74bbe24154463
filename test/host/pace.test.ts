import { expect, test } from "vitest";
import { GITHUB_ALLOWANCES, paced, type RequestKind } from "../../src/host/pace.ts";
import { never } from "../support.ts";
import { virtualClock } from "./virtual-clock.ts";

/** When each of `count` requests went out, one after the other, each of which takes `lastsMs`. */
async function times(count: number, kind: RequestKind, lastsMs: number): Promise<readonly number[]> {
  const clock = virtualClock();
  const pace = paced(GITHUB_ALLOWANCES, clock);
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) {
    using _turn = await pace.take(kind, never);
    found.push(clock.now());
    await clock.wait(lastsMs, never);
  }
  return found;
}

/** The most that falls into any window of this length. */
function most(found: readonly number[], windowMs: number): number {
  return Math.max(...found.map((start) => found.filter((at) => at >= start && at < start + windowMs).length));
}

const MINUTE = 60_000;

test("pace: 1200 requests that create content stay below 80 a minute and 500 an hour, and no slower", async () => {
  const found = await times(1200, "create", 10);
  expect(most(found, MINUTE)).toBe(80);
  expect(most(found, 60 * MINUTE)).toBe(500);
  expect(Math.ceil((found.at(-1) ?? 0) / MINUTE)).toBe(123);
});

test("pace: reading costs one point of 900 a minute, deleting five", async () => {
  expect(most(await times(2000, "read", 1), MINUTE)).toBe(900);
  expect(most(await times(400, "write", 1), MINUTE)).toBe(180);
});

test("pace: a token comes back a period after its request is over, however long that took", async () => {
  const found = await times(81, "create", 1000);
  // The first was over after one second.
  expect(found.at(-1)).toBe(80_000);
  expect((await times(81, "create", 10)).at(-1)).toBe(60_010);
});

test("pace: a pause holds back what is about to go out", async () => {
  const clock = virtualClock();
  const pace = paced(GITHUB_ALLOWANCES, clock);
  pace.pause(5000);
  pace.pause(3000);
  using _turn = await pace.take("read", never);
  expect(clock.now()).toBe(5000);
});

test("pace: many at once never take more than there is", async () => {
  const clock = virtualClock();
  const pace = paced([{ tokens: 3, periodMs: 1000, weigh: () => 1 }], clock);
  let running = 0;
  let highest = 0;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      using _turn = await pace.take("read", never);
      running += 1;
      highest = Math.max(highest, running);
      await clock.wait(50, never);
      running -= 1;
    }),
  );
  expect(highest).toBe(3);
});
