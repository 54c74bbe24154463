// Where a port of OpenBSD's dialect gets its `bsd.port.mk` and modules from.

import { type Host, type HostPath, joinPath, openTree } from "../host/host.ts";
import { type PortRequest, pkgpathOf } from "../recipe/recipe.ts";
import { ok, type Result, wrong } from "../report.ts";
import type { Located } from "./port-argument.ts";
import { type Arguments, usage, type Verb } from "./verb.ts";

export const PORTS_OPTIONS: Verb["options"] = {
  "ports-dir": {
    type: "string",
    help: "the OpenBSD ports tree that modules come from; default: the nearest parent that is one",
  },
  "bsd-port-mk": { type: "string", help: "a file to read in place of every `bsd.port.mk`" },
};

/** As the user typed them. */
export type PortsChoice = { readonly portsDir?: string; readonly bsdPortFile?: string };

export function portsChoice(args: Arguments): PortsChoice {
  const [portsDir, bsdPortFile] = [args.text("ports-dir"), args.text("bsd-port-mk")];
  return {
    ...(portsDir === undefined ? {} : { portsDir }),
    ...(bsdPortFile === undefined ? {} : { bsdPortFile }),
  };
}

/** What is located, with the ports tree that it belongs to; `inside` is its path there, `""` when it lies elsewhere. */
export type Placed = Located & {
  readonly inside: string;
  /** When it is another tree than the located folder itself. */
  readonly portsTree?: { readonly folder: HostPath; readonly name: string };
};

/** A port, or a folder of ports, with the ports tree that it belongs to. */
export async function inPortsTree(
  { folder, request }: Located,
  { portsDir, bsdPortFile }: PortsChoice,
  host: Host,
): Promise<Result<Placed>> {
  const root = portsDir === undefined ? await portsAbove(folder, host) : namedTree(portsDir, host);
  if (root && !(await isPortsTree(root, host))) {
    const message = `\`${portsDir}\` holds no \`${MARK}\``;
    return wrong(usage("usage/ports-dir", message, "name the top of an OpenBSD ports tree"));
  }
  const text =
    bsdPortFile === undefined ? undefined : await host.readText(joinPath(host.folders.working, bsdPortFile));
  if (bsdPortFile !== undefined && text === undefined) {
    return wrong(
      usage("usage/bsd-port-mk", `there is no file \`${bsdPortFile}\``, "name a makefile; it may be empty"),
    );
  }
  const inside = root && folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : "";
  const portsTree = root && root !== folder ? { portsTree: { folder: root, name: portsDir ?? root } } : {};
  const asked: PortRequest = { ...request, flavors: "default", ...openPortsTree(portsTree) };
  const placed = {
    ...request,
    pkgpath: inside || (root === folder ? "" : pkgpathOf(openTree(folder), asked)),
    ...(bsdPortFile !== undefined && text !== undefined ? { bsdPortMk: { name: bsdPortFile, text } } : {}),
  };
  return ok({ folder, inside, request: placed, ...portsTree });
}

/** As a request has it. */
export function openPortsTree({ portsTree }: Pick<Placed, "portsTree">): Pick<PortRequest, "portsTree"> {
  return portsTree ? { portsTree: { tree: openTree(portsTree.folder), name: portsTree.name } } : {};
}

/** A folder below what was placed, which may be a part of a ports tree. */
export function pathsIn(
  { inside, request }: Placed,
  folder: string,
): Pick<PortRequest, "folder" | "pkgpath"> {
  return { folder, pkgpath: [inside, folder].filter(Boolean).join("/") || request.pkgpath };
}

const MARK = "infrastructure/mk/bsd.port.mk";

function namedTree(portsDir: string, host: Host): HostPath {
  return joinPath(host.folders.working, portsDir);
}

/** The folder itself, or the nearest above it. */
async function portsAbove(folder: HostPath, host: Host): Promise<HostPath | undefined> {
  for (let here = folder; ; here = joinPath(here, "..")) {
    if (await isPortsTree(here, host)) return here;
    if (joinPath(here, "..") === here) return undefined;
  }
}

async function isPortsTree(folder: HostPath, host: Host): Promise<boolean> {
  return (await host.status(joinPath(folder, MARK)))?.kind === "file";
}
