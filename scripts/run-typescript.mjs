#!/usr/bin/env node
// `node scripts/run-typescript.mjs FILE.ts [ARGUMENT…]`: bundles a program as dist/ is bundled, and calls its `main`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { esbuildAssets } from "./assets.mjs";

const top = resolve(import.meta.dirname, "..");

/** `main(top, args)` of a file below the checkout. */
export async function runTypescript(file, args) {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-run-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "main.mjs");
  await build({
    absWorkingDir: top,
    entryPoints: [join(top, file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    keepNames: true,
    banner: {
      js: `import { createRequire as runRequire } from "node:module"; const require = runRequire(import.meta.url);`,
    },
    plugins: [esbuildAssets],
    logLevel: "warning",
  });
  const { main } = await import(pathToFileURL(outfile).href);
  await main(top, args);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file = "", ...args] = process.argv;
  await runTypescript(file, args);
}
