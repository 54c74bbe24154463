import { readFile } from "node:fs/promises";
import { defineConfig } from "vitest/config";
// @ts-expect-error: plain JavaScript, shared with scripts/build.mjs
import { viteAssets } from "./scripts/assets.mjs";

/** GitHub's own libraries for workflows: they import JSON as only a bundler understands it, and name maps they lack. */
const WORKFLOW_LIBRARIES = /@actions\/(workflow-parser|expressions|languageservice)\//;

const withoutMaps = {
  name: "without-maps",
  async load(id: string) {
    if (!WORKFLOW_LIBRARIES.test(id) || !id.endsWith(".js")) return undefined;
    return (await readFile(id, "utf8")).replace(/^\/\/# sourceMappingURL=.*$/m, "");
  },
};

export default defineConfig({
  plugins: [viteAssets, withoutMaps],
  test: {
    include: ["test/**/*.test.ts"],
    // Real subprocesses, archives and boxes: slow is normal, hanging is not.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: "forks",
    // Vitest would keep a processor for itself, and most of the time waits like everybody else.
    maxWorkers: "100%",
    server: { deps: { inline: [WORKFLOW_LIBRARIES] } },
  },
});
