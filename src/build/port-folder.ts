import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { FolderFile } from "../plan/plan.ts";

export type PortFolder = {
  readonly portFolder: HostPath;
  /** Folders that are no part of the port, wherever they lie: results, caches. */
  readonly leftOut: readonly HostPath[];
};

/**
 * Into the folder `to`, without what git or this program keeps in the port's folder. Modes as git knows them: they must
 * not depend on the umask of whoever checked the port out.
 */
export async function copyPortFolder(folder: PortFolder, to: HostPath, host: Host): Promise<void> {
  await host.makeFolder(to);
  await host.changeMode(to, 0o755);
  for await (const { path, file, kind, mode } of entriesOf(folder, host)) {
    const beside = joinPath(to, path);
    if (kind === "folder") await host.makeFolder(beside);
    else if (kind === "file") await host.copyFile(file, beside);
    else await host.makeLink(await host.readLink(file), beside);
    if (kind !== "link") await host.changeMode(beside, mode);
  }
}

/** What a build will see of the port's folder, in the order of a walk. */
export async function portFolderFiles(
  folder: PortFolder,
  host: Host,
  signal: AbortSignal,
): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for await (const { path, file, kind, mode, sizeBytes } of entriesOf(folder, host)) {
    const hash = createHash("sha256");
    const content = kind === "file" && sizeBytes <= SMALL_BYTES ? await host.readBytes(file) : undefined;
    if (content) hash.update(content);
    else if (kind === "file") await pipeline(host.readStream(file), hash, { signal });
    if (kind === "link") hash.update(await host.readLink(file));
    files.push({ path, kind, mode: kind === "link" ? 0o755 : mode, sha256: hash.digest("hex") });
  }
  return files;
}

/** Read at once: for so little a stream takes longer than the hashing. */
const SMALL_BYTES = 64 * 1024;

type Entry = Pick<FolderFile, "path" | "kind" | "mode"> & {
  readonly file: HostPath;
  readonly sizeBytes: number;
};

/** A folder before what is in it, names by code unit. */
async function* entriesOf({ portFolder, leftOut }: PortFolder, host: Host): AsyncGenerator<Entry> {
  let foreign: readonly (HostPath | undefined)[] | undefined;
  // Most ports have no folder that could be one of them.
  const isForeign = async (folder: HostPath) => {
    foreign ??= await Promise.all(leftOut.map((one) => host.realPath(one)));
    return foreign.includes(folder);
  };
  const top = (await host.realPath(portFolder)) ?? portFolder;
  async function* below(folder: HostPath, path: string): AsyncGenerator<Entry> {
    for (const name of ((await host.list(folder)) ?? []).toSorted()) {
      const file = joinPath(folder, name);
      if (name === ".git") continue;
      const status = await host.status(file);
      if (!status || status.kind === "other") continue;
      if (status.kind === "folder" && (await isForeign(file))) continue;
      const { kind, sizeBytes } = status;
      const entry = { path: path + name, file, kind, sizeBytes };
      const executable = kind === "folder" || (status.mode & 0o100) !== 0;
      yield { ...entry, mode: executable ? 0o755 : 0o644 };
      if (kind === "folder") yield* below(file, `${path}${name}/`);
    }
  }
  yield* below(top, "");
}
