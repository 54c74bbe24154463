// `node bench/run.mjs openbsd-fuzz [COUNT] [SEED]`: damaged Makefiles by the million. Each must end, soon, and run nothing.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fuzz } from "../test/recipe/openbsd/fuzz.ts";

const SHARE = 10_000;

export function main(_top: string, [count = "1000000", seed = "1"]: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-fuzz-"));
  const trap = join(folder, "trap");
  try {
    for (let done = 0; done < Number(count); done += SHARE) {
      const share = Math.min(SHARE, Number(count) - done);
      const { read, refused } = fuzz({ seed: Number(seed) + done, count: share, trap });
      if (existsSync(trap)) throw new Error(`a Makefile of seed ${Number(seed) + done} was run`);
      console.log(`${done + share}: ${read} read, ${refused} refused`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
