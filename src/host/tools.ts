import { type HostPath, hostPath } from "./files.ts";

/** Folders that outlive a job on a runner, by name and version (all of semver's). */
export type Tools = {
  readonly find: (name: string, version: string) => Promise<HostPath | undefined>;
  /** Copies a folder there, in place of what was; answers where it lies. */
  readonly keep: (folder: HostPath, name: string, version: string) => Promise<HostPath>;
};

/** The tool cache of GitHub's runner; undefined where there is none. */
export function runnerTools(): Tools | undefined {
  if (!process.env["RUNNER_TOOL_CACHE"] || !process.env["RUNNER_TEMP"]) return undefined;
  return {
    find: async (name, version) => {
      const { find } = await import("@actions/tool-cache");
      const found = find(name, version);
      return found === "" ? undefined : hostPath(found);
    },
    keep: async (folder, name, version) => {
      const { cacheDir } = await import("@actions/tool-cache");
      return hostPath(await cacheDir(folder, name, version));
    },
  };
}
