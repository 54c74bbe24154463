// What make sees when it reads a port: a ports tree under /usr/ports, the system's own makefiles, the target's constants.
// Where a tree really lies shows in messages only, so that what is read does not depend on the machine.

import type { Source } from "../../report.ts";
import type { PortRequest, Tree } from "../reading.ts";
import type { MakeFiles, MakeRequest } from "./evaluation.ts";
import { answerCommand, machineOf } from "./machine.ts";
import { OWN_MK } from "./own-mk.ts";
import { SYSTEM_MK } from "./system-mk.ts";

const PORTSDIR = "/usr/ports";
const SYSTEM = "/usr/share/mk";
/** Whether OpenBSD's X11 is there and current, as `bsd.port.mk` asks before anything else of every port. */
const X11_PAGES = "/usr/X11R6/man/mandoc.db";

/** How make is to read the port that `request` names in `tree`. */
export function makeRequestFor(tree: Tree, request: PortRequest): MakeRequest {
  const machine = machineOf(request.arch);
  const { pkgpath, flavors } = request;
  const folder = pkgpath === "" ? PORTSDIR : `${PORTSDIR}/${pkgpath}`;
  return {
    files: filesFor(tree, request),
    makefile: `${folder}/Makefile`,
    environment: {
      PORTSDIR,
      PKGPATH: pkgpath,
      ARCH: machine.arch,
      HOME: "/nonexistent",
      ...(flavors === "default" ? {} : { FLAVOR: flavors.join(" ") }),
    },
    variables: {
      ".CURDIR": folder,
      ".OBJDIR": folder,
      ".MAKE": "make",
      ".MAKEFLAGS": "",
      MFLAGS: "",
      ".TARGETS": "",
      MAKEFILE: "Makefile",
      MACHINE: machine.machine,
      MACHINE_ARCH: machine.arch,
      MACHINE_CPU: machine.arch,
    },
    answer: (command) => request.shell?.get(command) ?? answerCommand(command, machine),
  };
}

/** A file of one of the layers that `/usr/ports` is made of; later layers show where earlier ones have nothing. */
type Layer = {
  readonly read: (path: string) => Source | undefined;
  readonly exists: (path: string) => boolean;
};

function filesFor(tree: Tree, request: PortRequest): MakeFiles {
  const layers = layersFor(tree, request);
  const below = (path: string) =>
    path.startsWith(`${PORTSDIR}/`) ? normal(path.slice(PORTSDIR.length + 1)) : undefined;
  const system = (name: string) => systemFile(name, request);
  return {
    read: (path) => {
      if (path.startsWith(`${SYSTEM}/`)) return system(path.slice(SYSTEM.length + 1));
      const inside = below(path);
      return inside === undefined ? undefined : first(layers, (layer) => layer.read(inside));
    },
    exists: (path) => {
      if (path === PORTSDIR || path === X11_PAGES) return true;
      const inside = below(path);
      return inside !== undefined && layers.some((layer) => layer.exists(inside));
    },
    system: (name) => (system(name) ? `${SYSTEM}/${name}` : undefined),
  };
}

function first<T>(layers: readonly Layer[], look: (layer: Layer) => T | undefined): T | undefined {
  for (const layer of layers) {
    const found = look(layer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The port first, wherever it lies; then what lies around it; then the ports tree, or what stands for one. */
function layersFor(tree: Tree, request: PortRequest): readonly Layer[] {
  const { folder, pkgpath, treeName, portsTree } = request;
  const whole = treeLayer(tree, treeName);
  if (folder === pkgpath && !portsTree && hasInfrastructure(tree)) return [whole];
  const around = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
  const layers = [
    movedLayer(whole, { from: pkgpath === "" ? "" : `${pkgpath}/`, to: folder === "" ? "" : `${folder}/` }),
  ];
  if (folder !== "") layers.push(movedLayer(whole, { from: around(pkgpath), to: around(folder) }));
  return [...layers, portsTree ? treeLayer(portsTree.tree, portsTree.name) : OWN_LAYER];
}

/** Whether `tree` is a ports tree, with a `bsd.port.mk` of its own. */
export function hasInfrastructure(tree: Tree): boolean {
  return tree.exists("infrastructure/mk/bsd.port.mk") === "file";
}

/** What lies under `to` in the tree shows under `from`. */
function movedLayer(layer: Layer, { from, to }: { readonly from: string; readonly to: string }): Layer {
  const within = (path: string) => (path.startsWith(from) ? to + path.slice(from.length) : undefined);
  return {
    read: (path) => {
      const moved = within(path);
      return moved === undefined ? undefined : layer.read(moved);
    },
    exists: (path) => {
      const moved = within(path);
      return moved !== undefined && layer.exists(moved);
    },
  };
}

/** Of a tree that is read again and again. */
type Kept = {
  /** What its ports share is read once: modules and the like. */
  readonly shared: Map<string, Source | "nothing">;
  /** A port is read several times in a row, and its flavors one after the other: as one source its lines are kept. */
  last: Source | undefined;
};

const KEPT = new WeakMap<Tree, Kept>();

function keptOf(tree: Tree): Kept {
  let kept = KEPT.get(tree);
  if (!kept) {
    kept = { shared: new Map(), last: undefined };
    KEPT.set(tree, kept);
  }
  return kept;
}

function treeLayer(tree: Tree, treeName: string): Layer {
  const kept = keptOf(tree);
  const known = kept.shared;
  const sourceAt = (path: string): Source | undefined => {
    const text = tree.read(path);
    return text === undefined ? undefined : { name: treeName === "." ? path : `${treeName}/${path}`, text };
  };
  const ownAt = (path: string): Source | undefined => {
    const source = sourceAt(path);
    if (source === undefined) return undefined;
    if (source.name !== kept.last?.name || source.text !== kept.last.text) kept.last = source;
    return kept.last;
  };
  const sharedAt = (path: string): Source | undefined => {
    let source = known.get(path);
    if (source === undefined) {
      source = sourceAt(path) ?? "nothing";
      known.set(path, source);
    }
    return source === "nothing" ? undefined : source;
  };
  return {
    read: (path) => (isShared(path) ? sharedAt(path) : ownAt(path)),
    exists: (path) => (isShared(path) ? sharedAt(path) !== undefined : tree.exists(path) !== "nothing"),
  };
}

function isShared(path: string): boolean {
  return path.endsWith(".mk") || path.endsWith("Makefile.inc") || path.startsWith("infrastructure/");
}

const OWN_SOURCES = new Map(
  [...OWN_MK].map(([path, text]) => [path, { name: `tarwright:${path}`, text }] as const),
);

const OWN_LAYER: Layer = {
  read: (path) => OWN_SOURCES.get(path),
  exists: (path) => OWN_SOURCES.has(path),
};

const SYSTEM_SOURCES = new Map(
  [...SYSTEM_MK].map(([name, text]) => [name, { name: `tarwright:${name}`, text }] as const),
);

const EMPTY: Source = { name: "tarwright:empty", text: "" };

/** With a `bsd.port.mk` of the user's own, folders of ports are read without theirs. */
function systemFile(name: string, { bsdPortMk }: PortRequest): Source | undefined {
  if (bsdPortMk && name === "bsd.port.mk") return bsdPortMk;
  if (bsdPortMk && name === "bsd.port.subdir.mk") return EMPTY;
  return SYSTEM_SOURCES.get(name);
}

/** Without `.` and `..`; what leads out of the tree is left with its dots, and names nothing there. */
function normal(path: string): string {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
