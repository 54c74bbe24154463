import { type Host, type HostPath, joinPath, openTree } from "../host/host.ts";
import { type PortReading, type PortRequest, readPort } from "../recipe/recipe.ts";
import { type Result, wrong } from "../report.ts";
import { usage } from "./command.ts";

export type OpenedPort = PortReading & { readonly folder: HostPath };

/**
 * Reads the port that a PORT argument names: a folder, or the recipe in it. `choice` is what other options say of it.
 */
export async function openPort(
  argument: string,
  choice: Pick<PortRequest, "flavors" | "base" | "prefix">,
  host: Host,
): Promise<Result<OpenedPort>> {
  const named = joinPath(host.folders.working, argument);
  const status = await host.status((await host.realPath(named)) ?? named);
  if (!status) {
    return wrong(
      usage("usage/no-port", `there is no port at \`${argument}\``, "name a folder that holds a `port.yml`"),
    );
  }
  const isFolder = status.kind === "folder";
  const folder = isFolder ? named : joinPath(named, "..");
  const treeName = isFolder ? argument.replace(/(?<=.)\/+$/, "") : argument.replace(/\/?[^/]*$/, "") || ".";
  const pkgpath = folder.slice(folder.lastIndexOf("/") + 1);
  const reading = readPort(openTree(folder), { folder: "", treeName, pkgpath, ...choice });
  return reading.ok ? { ok: true, value: { ...reading.value, folder } } : reading;
}
