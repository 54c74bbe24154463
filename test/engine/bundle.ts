import { build } from "esbuild";
// @ts-expect-error: plain JavaScript, shared with scripts/build.mjs
import { esbuildAssets } from "../../scripts/assets.mjs";

/** A program for node of this TypeScript, which may import from `./src`, as `dist/` is made. */
export async function bundle(contents: string, outfile: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    ...{ outfile, bundle: true, platform: "node", format: "esm", target: "node20", plugins: [esbuildAssets] },
    banner: {
      js: 'import { createRequire as runRequire } from "node:module"; const require = runRequire(import.meta.url);',
    },
    logLevel: "error",
  });
}
