/** What a leg costs before its first build: a runner, a checkout, the base's image. */
export const START_MS = 45_000;

/** As many rank jobs as `ports.yml` has. */
export const RANKS = 16;

/**
 * Where a leg stands in the workflow: it starts with rank `from`, when the ranks before have ended, and rank `until` is
 * the first that waits for it. So a long build holds nothing up but what needs it: the ranks between go by beside it.
 */
export type Stretch = { readonly from: number; readonly until: number };

/** Over how many ranks a leg may go: for each, the workflow has a job at every rank that leaves room for it. */
const SPANS = [1, 2, 3, 5];

export function hasJob({ from, until }: Stretch): boolean {
  return SPANS.includes(until - from);
}

/** Of a leg that goes on beside rank `last`, or ends with it, the first rank that can wait for it. */
export function firstUntil(from: number, last: number): number {
  return from + (SPANS.find((span) => from + span > last) ?? Number.POSITIVE_INFINITY);
}

/** By the rank that waits for them, the latest start first. */
export function stretchesOf(ranks: number): readonly Stretch[] {
  const untils = Array.from({ length: ranks }, (_, rank) => rank + 1);
  return untils.flatMap((until) =>
    SPANS.filter((span) => span <= until).map((span) => ({ from: until - span, until })),
  );
}

/** When all of these have ended, the first having started at 0; `ms` is with their start. */
export function endOf(lasting: readonly (Stretch & { readonly ms: number })[]): number {
  const starts = [0];
  for (const { from, until, ms } of [...lasting].sort((a, b) => a.until - b.until)) {
    while (starts.length <= until) starts.push(starts.at(-1) ?? 0);
    starts[until] = Math.max(starts[until] ?? 0, (starts[from] ?? 0) + ms);
  }
  return starts.at(-1) ?? 0;
}

/** `rank3`, or `rank3to5`: the job of the workflow that such legs belong to. */
export function stretchName({ from, until }: Stretch): string {
  return until === from + 1 ? `rank${from}` : `rank${from}to${until}`;
}
