import { type Host, type HostPath, joinPath, openTree } from "../host/host.ts";
import { type PortReading, type PortRequest, readPort } from "../recipe/recipe.ts";
import { type Diagnostic, quoted, type Result, wrong } from "../report.ts";
import { usage } from "./verb.ts";

export type OpenedPort = PortReading & { readonly folder: HostPath };

/**
 * Reads the port that a PORT argument names: a folder, or the recipe in it. `choice` is what other options say of it.
 */
export async function openPort(
  argument: string,
  choice: Pick<PortRequest, "flavors" | "base" | "prefix">,
  host: Host,
): Promise<Result<OpenedPort>> {
  const located = await locate(argument, host);
  if (!located) {
    return wrong(
      usage("usage/no-port", `there is no port at \`${argument}\``, "name a folder that holds a `port.yml`"),
    );
  }
  const { folder, treeName, name } = located;
  const reading = readPort(openTree(folder), { folder: "", treeName, pkgpath: name, ...choice });
  return reading.ok ? { ok: true, value: { ...reading.value, folder } } : reading;
}

export type Located = {
  readonly folder: HostPath;
  /** As the user typed it. */
  readonly treeName: string;
  /** The folder's own name. */
  readonly name: string;
};

/** The folder that an argument names, itself or by a file in it; undefined when nothing is there. */
export async function locate(argument: string, host: Host): Promise<Located | undefined> {
  // A variable of a workflow that is not set, rather than the working folder.
  if (argument === "") return undefined;
  const named = joinPath(host.folders.working, argument);
  const status = await host.status((await host.realPath(named)) ?? named);
  if (!status) return undefined;
  const isFolder = status.kind === "folder";
  const folder = isFolder ? named : joinPath(named, "..");
  const typed = isFolder ? argument.replace(/(?<=.)\/+$/, "") : argument.replace(/\/?[^/]*$/, "");
  const treeName = typed.replace(/^(\.\/+)+/, "") || ".";
  return { folder, treeName, name: folder.slice(folder.lastIndexOf("/") + 1) };
}

/** `names` are those that the port has with the chosen flavors. */
export function unknownSubpackage(
  name: string,
  { pkgpath, names }: { readonly pkgpath: string; readonly names: readonly string[] },
): Diagnostic {
  const help = names.every((one) => one === "")
    ? "it has one package: leave the choice out"
    : `choose from ${names.join(", ")}`;
  const message = `${quoted(pkgpath)} builds no subpackage ${quoted(name)} with these flavors`;
  return usage("usage/subpackage", message, help);
}
