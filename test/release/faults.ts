// Stories of faulty publishes, by the thousand: each half of the seeds in a test file of its own, so that both run at once.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
// @ts-expect-error: plain JavaScript, shared with scripts/build.mjs
import { esbuildAssets } from "../../scripts/assets.mjs";
import { type HostPath, hostPath } from "../../src/host/host.ts";
import { type Stock, type Story, tell } from "./faulty-publishes.ts";
import { makeKey, packInto } from "./packages.ts";

/** In both halves; `.ci/run` asks for 2000. */
const PUBLISHES = Number(process.env["TARWRIGHT_FAULTY_PUBLISHES"] ?? 12);
const FIRST_SEED = Number(process.env["TARWRIGHT_FAULTY_SEED"] ?? 1);

/** So many stories at once: while one waits for silence to end, or for a process, another goes on. */
const AT_ONCE = 3;

export type Half = "odd" | "even";

export function testFaults(half: Half): void {
  const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-faults-")));
  let stock: Stock;
  beforeAll(async () => {
    stock = await makeStock(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const most = Math.ceil(PUBLISHES / 2);
  test(`publish: ${most} publishes through faults converge, killed ones too (${half} seeds)`, {
    timeout: 7_200_000,
  }, async () => {
    const stories = await tellAll(stock, { half, most });
    const sum = (count: (story: Story) => number) => stories.reduce((total, one) => total + count(one), 0);
    const publishes = sum((one) => one.publishes);
    process.stdout.write(
      `${half} seeds: ${publishes} publishes, ${sum((one) => one.attempts)} runs, ${sum((one) => one.faults)} faults, ${sum((one) => one.kills)} kills\n`,
    );
    expect(publishes).toBeGreaterThanOrEqual(most);
  });
}

/** By rising seeds; the first wrong ends it. */
async function tellAll(
  stock: Stock,
  { half, most }: { readonly half: Half; readonly most: number },
): Promise<readonly Story[]> {
  const stories: Story[] = [];
  let publishes = 0;
  let seed = FIRST_SEED + ((FIRST_SEED % 2 === 1) === (half === "odd") ? 0 : 1);
  const teller = async () => {
    while (publishes < most) {
      const own = seed;
      seed += 2;
      const story = await tell(own, stock);
      expect(story.wrongs).toEqual([]);
      stories.push(story);
      publishes += story.publishes;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, most) }, teller));
  return stories;
}

async function makeStock(folder: HostPath): Promise<Stock> {
  await import("@actions/github/lib/utils");
  const key = await makeKey(folder, "mine");
  await packInto(join(folder, "first"), { name: "foo" });
  await packInto(join(folder, "second"), { name: "bar", packages: ["core", "doc"] });
  await packInto(join(folder, "third"), { name: "foo", content: "built again" });
  const program = join(folder, "publish.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "publish-process.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    keepNames: true,
    banner: {
      js: 'import { createRequire as own } from "node:module"; const require = own(import.meta.url);',
    },
    external: ["@actions/cache"],
    plugins: [esbuildAssets],
    logLevel: "error",
  });
  return { folder, key, folders: ["first", "second", "third"], program };
}
