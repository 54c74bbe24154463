#!/usr/bin/env node
// `node bench/run.mjs NAME [ARGUMENT…]`: bundles bench/NAME.ts as dist/ is bundled, and runs it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { esbuildAssets } from "../scripts/assets.mjs";

const top = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "tarwright-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, "bench.mjs");
await build({
  absWorkingDir: top,
  entryPoints: [join(top, "bench", `${process.argv[2]}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  keepNames: true,
  banner: {
    js: `import { createRequire as benchRequire } from "node:module"; const require = benchRequire(import.meta.url);`,
  },
  plugins: [esbuildAssets],
  logLevel: "warning",
});
const { main } = await import(pathToFileURL(outfile).href);
await main(top, process.argv.slice(3));
