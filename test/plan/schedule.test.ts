import { expect, test } from "vitest";
import { schedule } from "../../src/plan/schedule.ts";

const HOUR = 3_600_000;
const START = 45_000;

const cases: readonly {
  readonly name: string;
  readonly tasks: Parameters<typeof schedule>[0];
  readonly ranks: number;
  /** 256 where nothing is said. */
  readonly runners?: number;
  readonly legs: ReturnType<typeof schedule>;
}[] = [
  { name: "nothing to do", tasks: [], ranks: 8, legs: [] },
  {
    name: "a build that takes longer than a leg should, and one that needs it",
    tasks: [
      { ms: 7 * HOUR, lane: "a", needs: [] },
      { ms: HOUR, lane: "a", needs: [0] },
    ],
    ranks: 8,
    legs: [
      { from: 0, until: 1, tasks: [0], ms: 7 * HOUR + START },
      { from: 1, until: 2, tasks: [1], ms: HOUR + START },
    ],
  },
  {
    name: "two that need a third, in the only rank",
    tasks: [
      { ms: HOUR, lane: "a", needs: [] },
      { ms: HOUR, lane: "a", needs: [0] },
      { ms: HOUR, lane: "a", needs: [0] },
    ],
    ranks: 1,
    legs: [{ from: 0, until: 1, tasks: [0, 1, 2], ms: 3 * HOUR + START }],
  },
  {
    name: "a long build that nothing needs holds up no rank",
    tasks: [
      { ms: 3.5 * HOUR, lane: "a", needs: [] },
      { ms: 2 * HOUR, lane: "a", needs: [] },
      { ms: 2 * HOUR, lane: "a", needs: [1] },
      { ms: 2 * HOUR, lane: "a", needs: [1] },
    ],
    ranks: 16,
    legs: [
      { from: 0, until: 1, tasks: [1], ms: 2 * HOUR + START },
      { from: 0, until: 2, tasks: [0], ms: 3.5 * HOUR + START },
      { from: 1, until: 2, tasks: [2], ms: 2 * HOUR + START },
      { from: 1, until: 2, tasks: [3], ms: 2 * HOUR + START },
    ],
  },
  {
    name: "work of more hours than the only runner may have in one leg: another leg waits for it",
    tasks: [
      { ms: 4 * HOUR, lane: "a", needs: [] },
      { ms: 3 * HOUR, lane: "a", needs: [] },
    ],
    ranks: 1,
    runners: 1,
    legs: [
      { from: 0, until: 1, tasks: [0], ms: 4 * HOUR + START },
      { from: 0, until: 1, tasks: [1], ms: 3 * HOUR + START },
    ],
  },
  {
    name: "no more legs than run at once",
    tasks: [
      { ms: HOUR, lane: "a", needs: [] },
      { ms: HOUR, lane: "a", needs: [] },
      { ms: HOUR, lane: "a", needs: [] },
    ],
    ranks: 1,
    runners: 2,
    legs: [
      { from: 0, until: 1, tasks: [0, 2], ms: 2 * HOUR + START },
      { from: 0, until: 1, tasks: [1], ms: HOUR + START },
    ],
  },
  {
    name: "lanes side by side, the longest first",
    tasks: [
      { ms: HOUR, lane: "a", needs: [] },
      { ms: 2 * HOUR, lane: "b", needs: [] },
    ],
    ranks: 8,
    legs: [
      { from: 0, until: 1, tasks: [1], ms: 2 * HOUR + START },
      { from: 0, until: 1, tasks: [0], ms: HOUR + START },
    ],
  },
];

for (const { name, tasks, ranks, runners = 256, legs } of cases) {
  test(`schedule: ${name}`, () => {
    expect(schedule(tasks, { ranks, runners })).toEqual(legs);
  });
}
