import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);

// src/command/phase-watch.ts
var TAIL_BYTES = 16 * 1024;
function phaseWatch() {
  let tail = Buffer.alloc(0);
  let failure;
  const see = (event) => {
    if (event.kind === "phase-started") tail = Buffer.alloc(0);
    if (event.kind === "output") tail = Buffer.concat([tail, event.chunk]).subarray(-TAIL_BYTES);
    if (event.kind === "phase-finished" && event.outcome === "failed") {
      failure = { job: event.job, phase: event.phase, lastOutput: tail.toString() };
    }
  };
  return { see, failure: () => failure };
}

export {
  phaseWatch
};
