import { defineConfig } from "vitest/config";
// @ts-expect-error: plain JavaScript, shared with scripts/build.mjs
import { viteAssets } from "./scripts/assets.mjs";

export default defineConfig({
  plugins: [viteAssets],
  test: {
    include: ["test/**/*.test.ts"],
    // Real subprocesses, archives and boxes: slow is normal, hanging is not.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: "forks",
  },
});
