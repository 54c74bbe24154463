import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
// @ts-expect-error: plain JavaScript, shared with scripts/build.mjs
import { esbuildAssets } from "../../scripts/assets.mjs";
import { hostPath } from "../../src/host/host.ts";
import { type Stock, type Story, tell } from "./faulty-publishes.ts";
import { makeKey, packInto } from "./packages.ts";

/** `.ci/run` asks for 2000. */
const PUBLISHES = Number(process.env["TARWRIGHT_FAULTY_PUBLISHES"] ?? 12);
const FIRST_SEED = Number(process.env["TARWRIGHT_FAULTY_SEED"] ?? 1);

const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-faults-")));
let stock: Stock;

beforeAll(async () => {
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
  stock = { folder, key, folders: ["first", "second", "third"], program };
});
afterAll(() => rmSync(folder, { recursive: true }));

test(`publish: ${PUBLISHES} publishes through faults converge, killed ones too`, {
  timeout: 7_200_000,
}, async () => {
  const stories: Story[] = [];
  let publishes = 0;
  for (let seed = FIRST_SEED; publishes < PUBLISHES; seed += 1) {
    const story = await tell(seed, stock);
    stories.push(story);
    publishes += story.publishes;
    expect(story.wrongs).toEqual([]);
  }
  const sum = (count: (story: Story) => number) => stories.reduce((total, one) => total + count(one), 0);
  process.stdout.write(
    `${publishes} publishes, ${sum((one) => one.attempts)} runs, ${sum((one) => one.faults)} faults, ${sum((one) => one.kills)} kills\n`,
  );
});
