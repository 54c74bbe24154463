import type { Event } from "../report.ts";

/** Where a job came to its end, and what was printed last before it. */
export type LastPhase = { readonly job: string; readonly phase: string; readonly lastOutput: string };

/** Enough for the last lines of any compiler. */
const TAIL_BYTES = 16 * 1024;

/** Follows the events of a run; asked at its end. */
export function phaseWatch(): {
  readonly see: (event: Event) => void;
  /** The phase that failed last, if one did. */
  readonly failure: () => LastPhase | undefined;
} {
  let tail = Buffer.alloc(0);
  let failure: LastPhase | undefined;
  const see = (event: Event): void => {
    if (event.kind === "phase-started") tail = Buffer.alloc(0);
    if (event.kind === "output") tail = Buffer.concat([tail, event.chunk]).subarray(-TAIL_BYTES);
    if (event.kind === "phase-finished" && event.outcome === "failed") {
      failure = { job: event.job, phase: event.phase, lastOutput: tail.toString() };
    }
  };
  return { see, failure: () => failure };
}
