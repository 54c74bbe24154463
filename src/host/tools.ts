import type { HostPath } from "./files.ts";

/** Folders that outlive a job on a runner, by name and version (all of semver's). */
export type Tools = {
  readonly find: (name: string, version: string) => Promise<HostPath | undefined>;
  /** Moves a folder there, in place of what was; answers where it lies. */
  readonly keep: (folder: HostPath, name: string, version: string) => Promise<HostPath>;
};

/** The tool cache of GitHub's runner; undefined where there is none. */
export function runnerTools(): Tools | undefined {
  if (!process.env["RUNNER_TOOL_CACHE"] || !process.env["RUNNER_TEMP"]) return undefined;
  return {
    find: async (name, version) => (await import("./tool-cache.ts")).findTool(name, version),
    keep: async (...tool) => (await import("./tool-cache.ts")).keepTool(...tool),
  };
}
