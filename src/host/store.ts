import type { HostPath } from "./files.ts";

/**
 * Keeps files beyond a machine that lives for one job. Nobody vouches for what comes back: its reader checks the
 * digest. A store that isn't there, or is full, is a slow run and no trouble.
 */
export type Store = {
  /** `nothing`: what is kept is gone with the machine, so that nothing need be made ready for it. */
  readonly keeps: "files" | "nothing";
  /** `file` is the very path it was kept from. */
  readonly restore: (key: string, file: HostPath) => Promise<"restored" | "absent">;
  /** What is there already under `key` stays. */
  readonly keep: (key: string, file: HostPath) => Promise<void>;
};

/** For a machine that keeps its own files. */
export const noStore: Store = {
  keeps: "nothing",
  restore: async () => "absent",
  keep: async () => undefined,
};

/** What a run found in the store. */
type Tally = { readonly restored: number; readonly absent: number };

/** The cache service of GitHub's runner; where there is none, nothing is kept. */
export function runnerStore(): Store & { readonly tally: () => Tally } {
  let tally: Tally = { restored: 0, absent: 0 };
  return {
    keeps: process.env["ACTIONS_RUNTIME_TOKEN"] ? "files" : "nothing",
    tally: () => tally,
    restore: async (key, file) => {
      const cache = await service();
      // The service answers with the longest key that begins like this one.
      const found = (await cache?.restoreCache([file], key)) === key;
      tally = found ? { ...tally, restored: tally.restored + 1 } : { ...tally, absent: tally.absent + 1 };
      return found ? "restored" : "absent";
    },
    keep: async (key, file) => {
      const cache = await service();
      await cache?.saveCache([file], key);
    },
  };
}

/** Loaded at the first use: the client of the blob store is ten times the rest of the program. */
async function service() {
  if (!process.env["ACTIONS_RUNTIME_TOKEN"]) return undefined;
  const cache = await import("@actions/cache");
  return cache.isFeatureAvailable() ? cache : undefined;
}
