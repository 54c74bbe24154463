import fs from "node:fs/promises";
import { type HostPath, hostPath } from "./files.ts";

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
    find: async (name, version) => {
      const { find } = await import("./tool-cache.ts");
      const found = find(name, version);
      return found === "" ? undefined : hostPath(found);
    },
    keep: async (folder, name, version) => {
      const { cacheDir } = await import("./tool-cache.ts");
      // It copies, which takes as long as all the rest; an empty folder gives the place that this one can be moved to.
      const empty = `${folder}.none`;
      await fs.mkdir(empty);
      const place = await cacheDir(empty, name, version);
      await fs.rmdir(empty);
      try {
        await fs.rename(folder, place);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
        await cacheDir(folder, name, version);
      }
      return hostPath(place);
    },
  };
}
