// Loaded only where there is a tool cache. Imported in this way, @actions/tool-cache leaves its HTTP client at home.

import fs from "node:fs/promises";
import { cacheDir, find } from "@actions/tool-cache";
import { type HostPath, hostPath } from "./files.ts";

export function findTool(name: string, version: string): HostPath | undefined {
  const found = find(name, version);
  return found === "" ? undefined : hostPath(found);
}

/** The library copies, which takes as long as all the rest: an empty folder gives the place that this one moves to. */
export async function keepTool(folder: HostPath, name: string, version: string): Promise<HostPath> {
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
}
