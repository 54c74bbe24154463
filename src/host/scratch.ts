import { type Files, type HostPath, joinPath } from "./files.ts";
import { isRunning, processMark } from "./owner.ts";

const PREFIX = "making-";

/**
 * A folder for what is being made, on the same file system as what becomes of it. Its name tells whose it is, so that
 * the next run removes what a killed one has left.
 */
export async function withScratch<T>(
  parent: HostPath,
  host: Files,
  use: (scratch: HostPath) => Promise<T>,
): Promise<T> {
  await sweep(parent, host);
  const scratch = await host.makeTemporary(`${PREFIX}${await processMark()}.`, parent);
  try {
    return await use(scratch);
  } finally {
    await host.remove(scratch);
  }
}

async function sweep(parent: HostPath, host: Files): Promise<void> {
  for (const name of (await host.list(parent)) ?? []) {
    if (!name.startsWith(PREFIX)) continue;
    const mark = name.slice(PREFIX.length).replace(/\..*$/, "");
    if (!(await isRunning(mark))) await host.remove(joinPath(parent, name));
  }
}
