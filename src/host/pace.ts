/** So much may be asked of a service within `periodMs`; each kind of request weighs something, nothing is zero. */
export type Allowance = {
  readonly tokens: number;
  readonly periodMs: number;
  readonly weigh: (request: RequestKind) => number;
};

/** `create` makes content, which GitHub counts apart from other writing. */
export type RequestKind = "read" | "write" | "create";

/**
 * GitHub's published secondary limits (docs, "Rate limits for the REST API"): 900 points a minute, of which reading
 * costs 1 and writing 5; and of requests that create content 80 a minute and 500 an hour.
 */
export const GITHUB_ALLOWANCES: readonly Allowance[] = [
  { tokens: 900, periodMs: 60_000, weigh: (request) => (request === "read" ? 1 : 5) },
  { tokens: 80, periodMs: 60_000, weigh: (request) => (request === "create" ? 1 : 0) },
  { tokens: 500, periodMs: 3_600_000, weigh: (request) => (request === "create" ? 1 : 0) },
];

export type Clock = {
  readonly now: () => number;
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
};

export type Pace = {
  /** Ends when one more request may go out; to be disposed of when it is over, whatever came of it. */
  readonly take: (request: RequestKind, signal: AbortSignal) => Promise<Disposable>;
  /** Nothing goes out for so long. */
  readonly pause: (durationMs: number) => void;
};

/**
 * Buckets of tokens: a request takes its weight out of each and puts it back one period after it is over. Counted from
 * the end, so that whenever the other side saw it, no period of its clock holds more than the bucket.
 */
export function paced(allowances: readonly Allowance[], { now, wait }: Clock): Pace {
  const buckets = allowances.map((allowance) => ({ ...allowance, taken: [] as Taken[] }));
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const delay = (request: RequestKind) =>
    Math.max(pausedUntil - now(), ...buckets.map((bucket) => emptyFor(bucket, request, now())));
  return {
    take: async (request, signal) => {
      for (let ms = delay(request); ms > 0; ms = delay(request)) await wait(ms, signal);
      const taken = buckets.map(({ taken: others, weigh }) => {
        const own: Taken = { weight: weigh(request), overAt: Number.POSITIVE_INFINITY };
        if (own.weight > 0) others.push(own);
        return own;
      });
      return {
        [Symbol.dispose]: () => {
          for (const own of taken) own.overAt = now();
        },
      };
    },
    pause: (durationMs) => {
      pausedUntil = Math.max(pausedUntil, now() + durationMs);
    },
  };
}

type Taken = { readonly weight: number; overAt: number };

/** While requests run nobody knows when their tokens come back: it is looked again soon. */
const LOOK_AGAIN_MS = 100;

function emptyFor(
  { tokens, periodMs, weigh, taken }: Allowance & { readonly taken: Taken[] },
  request: RequestKind,
  now: number,
): number {
  const isBack = ({ overAt }: Taken) => overAt + periodMs <= now;
  for (let index = taken.findIndex(isBack); index !== -1; index = taken.findIndex(isBack))
    taken.splice(index, 1);
  let free = tokens - taken.reduce((sum, { weight }) => sum + weight, 0);
  const weight = weigh(request);
  if (weight === 0 || free >= weight) return 0;
  for (const { weight: freed, overAt } of [...taken].sort((a, b) => a.overAt - b.overAt)) {
    free += freed;
    if (free < weight) continue;
    return overAt === Number.POSITIVE_INFINITY ? LOOK_AGAIN_MS : overAt + periodMs - now;
  }
  return LOOK_AGAIN_MS;
}
