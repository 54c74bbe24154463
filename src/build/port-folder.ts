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
export async function copyPortFolder(
  { portFolder, leftOut }: PortFolder,
  to: HostPath,
  host: Host,
): Promise<void> {
  const foreign = await Promise.all(leftOut.map((folder) => host.realPath(folder)));
  const copyBelow = async (from: HostPath, into: HostPath): Promise<void> => {
    await host.makeFolder(into);
    await host.changeMode(into, 0o755);
    for (const name of (await host.list(from)) ?? []) {
      const file = joinPath(from, name);
      const beside = joinPath(into, name);
      if (name === ".git" || foreign.includes(file)) continue;
      const status = await host.status(file);
      if (status?.kind === "folder") await copyBelow(file, beside);
      if (status?.kind === "file") {
        await host.copyFile(file, beside);
        await host.changeMode(beside, status.mode & 0o100 ? 0o755 : 0o644);
      }
      if (status?.kind === "link") await host.makeLink(await host.readLink(file), beside);
    }
  };
  await copyBelow((await host.realPath(portFolder)) ?? portFolder, to);
}
