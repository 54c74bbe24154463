import { portFolderFiles } from "../build/build.ts";
import { type Host, type HostPath, joinPath, openTree, shownPath } from "../host/host.ts";
import type { Candidate } from "../plan/plan.ts";
import type { Layout, Port } from "../port/port.ts";
import { type PortRequest, portFolders, readPort } from "../recipe/recipe.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { locate, locatePort } from "./port-argument.ts";
import { openPortsTree } from "./ports-tree.ts";
import { usage } from "./verb.ts";

export type CandidateRequest = {
  /** As the user typed them: ports, and folders with ports below. */
  readonly paths: readonly string[];
  readonly layout: Layout;
  readonly prefix: string | undefined;
  /** No part of a port, wherever they lie. */
  readonly leftOut: readonly HostPath[];
};

/** Folders that are read at the same time. */
const PARALLEL = 32;

/** Every port at or below the paths, each once. */
export async function readCandidates(
  request: CandidateRequest,
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly Candidate[]>> {
  const troubles: Diagnostic[] = [];
  const places = new Map<string, Place>();
  for (const path of request.paths) {
    const found = await placesAt(path, host);
    if (found.length === 0) {
      troubles.push(
        usage(
          "usage/no-port",
          `there is no port at \`${path}\``,
          "name ports, or folders with ports below them",
        ),
      );
    }
    for (const place of found) if (!places.has(place.folder)) places.set(place.folder, place);
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  const all = [...places.values()];
  const candidates: Candidate[] = [];
  for (let at = 0; at < all.length; at += PARALLEL) {
    const some = all.slice(at, at + PARALLEL).map((place) => candidateAt(place, request, { host, signal }));
    candidates.push(...(await Promise.all(some)));
  }
  return ok(candidates);
}

type Place = {
  readonly folder: HostPath;
  readonly pkgpath: string;
  readonly read: (choice: Pick<PortRequest, "flavors" | "arch" | "layout" | "prefix">) => Result<Port>;
};

async function placesAt(path: string, host: Host): Promise<readonly Place[]> {
  const located = await locate(path, host);
  if (!located) return [];
  const places: Place[] = [];
  for (const { folder: inner } of portFolders(openTree(located.folder))) {
    // As `build` reads it later, but for what it is called: that follows from the whole tree.
    const port = await locatePort(inner === "" ? path : `${located.request.treeName}/${inner}`, {}, host);
    if (!port.ok) continue;
    const { folder, request } = port.value;
    const pkgpath = request.folder === "" ? inner || request.pkgpath : request.pkgpath;
    const [tree, ports] = [openTree(folder), openPortsTree(port.value)];
    const read: Place["read"] = (choice) => {
      const reading = readPort(tree, { ...request, ...ports, pkgpath, ...choice });
      return reading.ok ? ok(reading.value.port) : reading;
    };
    places.push({ folder: joinPath(folder, request.folder), pkgpath, read });
  }
  return places;
}

async function candidateAt(
  { folder, pkgpath, read }: Place,
  { layout, prefix, leftOut }: CandidateRequest,
  { host, signal }: { readonly host: Host; readonly signal: AbortSignal },
): Promise<Candidate> {
  const known = new Map<string, Result<Port>>();
  return {
    pkgpath,
    folder: shownPath(folder, host.folders.working),
    files: await portFolderFiles({ portFolder: folder, leftOut }, host, signal),
    read: (flavors, arch) => {
      const key = JSON.stringify([arch, flavors === "default" ? flavors : [...new Set(flavors)].sort()]);
      const port =
        known.get(key) ?? read({ flavors, arch, layout, ...(prefix === undefined ? {} : { prefix }) });
      known.set(key, port);
      return port;
    },
  };
}
