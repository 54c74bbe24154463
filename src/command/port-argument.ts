import { type Host, type HostPath, joinPath, openTree } from "../host/host.ts";
import {
  type PortReading,
  type PortRequest,
  type RawReading,
  readPort,
  readVariables,
} from "../recipe/recipe.ts";
import { type Diagnostic, quoted, type Result, wrong } from "../report.ts";
import { inPortsTree, openPortsTree, type Placed, type PortsChoice } from "./ports-tree.ts";
import { usage } from "./verb.ts";

export type OpenedPort = PortReading & { readonly folder: HostPath };

/** What other options say of a port. */
export type PortChoice = Pick<PortRequest, "flavors" | "base" | "arch" | "layout" | "prefix"> &
  PortsChoice & { readonly pkgpath?: string };

/** Reads the port that a PORT argument names: a folder, or the recipe in it. */
export async function openPort(
  argument: string,
  choice: PortChoice,
  host: Host,
): Promise<Result<OpenedPort>> {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { folder, request } = located.value;
  const reading = readPort(openTree(folder), { ...request, ...choice, ...openPortsTree(located.value) });
  return reading.ok ? { ok: true, value: { ...reading.value, folder } } : reading;
}

/** The same for the variables of its recipe. */
export async function openVariables(
  argument: string,
  { choice, wanted }: { readonly choice: PortChoice; readonly wanted: readonly string[] },
  host: Host,
): Promise<Result<RawReading>> {
  const located = await locatePort(argument, choice, host);
  if (!located.ok) return located;
  const { folder, request } = located.value;
  return readVariables(openTree(folder), { ...request, ...choice, ...openPortsTree(located.value) }, wanted);
}

/** Where a PORT argument leads, and the tree that the port stands in. */
export async function locatePort(argument: string, choice: PortsChoice, host: Host): Promise<Result<Placed>> {
  const located = await locate(argument, host);
  if (located) return inPortsTree(located, choice, host);
  return wrong(
    usage("usage/no-port", `there is no port at \`${argument}\``, "name a folder that holds a `port.yml`"),
  );
}

/** A folder on this machine as a tree, and what to ask of it when it is a port itself. */
export type Located = {
  readonly folder: HostPath;
  readonly request: Pick<PortRequest, "folder" | "treeName" | "treePath" | "pkgpath" | "bsdPortMk">;
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
  const treePath = folder.split("/").filter((name) => name !== "");
  return { folder, request: { folder: "", treeName, treePath, pkgpath: treePath.at(-1) ?? "" } };
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
