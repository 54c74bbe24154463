import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { type Host, type HostPath, joinPath } from "../host/host.ts";

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

/**
 * SHA-256 (hex) of what a build can see of the port's folder: names, modes and contents. Without the files `except`,
 * by their path in it.
 */
export async function portFolderDigest(
  folder: PortFolder & { readonly except: readonly string[] },
  host: Host,
  signal: AbortSignal,
): Promise<string> {
  const hash = createHash("sha256");
  for await (const { path, file, kind, mode } of entriesOf(folder, host)) {
    if (folder.except.includes(path)) continue;
    const content = createHash("sha256");
    if (kind === "file") await pipeline(host.readStream(file), content, { signal });
    if (kind === "link") content.update(await host.readLink(file));
    hash.update(`${JSON.stringify([path, kind, kind === "link" ? 0 : mode, content.digest("hex")])}\n`);
  }
  return hash.digest("hex");
}

type Entry = {
  /** Relative to the port's folder. */
  readonly path: string;
  readonly file: HostPath;
  readonly kind: "file" | "folder" | "link";
  readonly mode: number;
};

/** A folder before what is in it, names by code unit. */
async function* entriesOf({ portFolder, leftOut }: PortFolder, host: Host): AsyncGenerator<Entry> {
  const foreign = await Promise.all(leftOut.map((folder) => host.realPath(folder)));
  const top = (await host.realPath(portFolder)) ?? portFolder;
  async function* below(folder: HostPath, path: string): AsyncGenerator<Entry> {
    for (const name of ((await host.list(folder)) ?? []).toSorted()) {
      const file = joinPath(folder, name);
      if (name === ".git" || foreign.includes(file)) continue;
      const status = await host.status(file);
      if (!status || status.kind === "other") continue;
      const entry = { path: path + name, file, kind: status.kind };
      const executable = status.kind === "folder" || (status.mode & 0o100) !== 0;
      yield { ...entry, mode: executable ? 0o755 : 0o644 };
      if (status.kind === "folder") yield* below(file, `${path}${name}/`);
    }
  }
  yield* below(top, "");
}
