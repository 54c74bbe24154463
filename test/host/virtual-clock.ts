// Time that passes only while somebody waits, so that an hour takes no time and each wait can be told.

export type VirtualClock = {
  readonly now: () => number;
  readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
  /** Waits in the order in which they began. */
  readonly waits: readonly number[];
};

export function virtualClock(): VirtualClock {
  let time = 0;
  const waits: number[] = [];
  return {
    now: () => time,
    waits,
    wait: async (durationMs, signal) => {
      signal.throwIfAborted();
      waits.push(durationMs);
      const end = time + durationMs;
      // Whatever is under way goes on in the meantime.
      await new Promise((resolve) => setImmediate(resolve));
      time = Math.max(time, end);
    },
  };
}
