// Lines of a listing, made from what can travel between threads.

import { type HostPath, openTree } from "../host/host.ts";
import {
  type NeedsShell,
  type PortReading,
  type PortRequest,
  pkgpathOf,
  type Reading,
  readPort,
  readVariables,
  type Tree,
} from "../recipe/recipe.ts";
import { type Diagnostic, diagnosticJson, ok, type Result, sortDiagnostics, wrong } from "../report.ts";
import { indexRows } from "./openbsd-index.ts";
import { unknownSubpackage } from "./port-argument.ts";
import type { Answers } from "./port-shell.ts";
import { pickVariables, portView } from "./port-view.ts";
import { openPortsTree } from "./ports-tree.ts";

/** What all lines have in common. */
export type ListJob = {
  readonly folder: HostPath;
  /** OpenBSD's ports tree, when it is not the listed one. */
  readonly portsTree?: { readonly folder: HostPath; readonly name: string };
  readonly form:
    | { readonly kind: "view" | "index" }
    | { readonly kind: "raw"; readonly wanted: readonly string[] };
};

/** What one line is about. */
export type ListEntry = {
  readonly key: string;
  readonly request: Result<Omit<PortRequest, "portsTree">>;
  /** The one that the entry names; the line is about the whole port all the same. */
  readonly subpackage?: string;
};

/** `text` is what is printed; an entry that can't be read is a line too, but has no place in an INDEX. */
export type ListAnswer = {
  readonly text: string;
  readonly failures: readonly Diagnostic[];
  readonly needsShell?: NeedsShell | undefined;
};

/** In a tree without categories, ports say theirs. */
function named(request: PortRequest, tree: Tree): PortRequest {
  return request.pkgpath.includes("/") ? request : { ...request, pkgpath: pkgpathOf(tree, request) };
}

/** Opens the trees of `job` once, for any number of entries. */
export function openLister({
  folder,
  portsTree,
  form,
}: ListJob): (entry: ListEntry, answers?: Answers) => ListAnswer {
  const tree = glancedTree(openTree(folder));
  const ports = portsTree && openPortsTree({ portsTree });
  return ({ request, ...rest }, answers) => {
    const shell = answers ? { shell: answers } : {};
    const asked = request.ok ? ok({ ...named({ ...request.value, ...ports }, tree), ...shell }) : request;
    const entry = { ...rest, request: asked };
    if (form.kind === "raw") return answerOf(entry.key, rawOf(asked, form.wanted, tree), form);
    const reading = readEntry(entry, tree);
    if (!reading.ok) return answerOf(entry.key, reading, form);
    if (form.kind === "index") return { text: indexRows(reading.value).join(""), failures: [] };
    return answerOf(entry.key, ok(portView(reading.value.port)), form);
  };
}

/** Of a port's folder much is asked twice. */
function glancedTree(tree: Tree): Tree {
  return { ...tree, read: kept(TEXTS_KEPT, tree.read), exists: kept(PATHS_KEPT, tree.exists) };
}

/** Those of a port and what leads to it; the next port has others. */
const PATHS_KEPT = 64;
/** A text may be long. */
const TEXTS_KEPT = 8;

function kept<T>(most: number, look: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (path) => {
    let one = known.get(path);
    if (!one) {
      one = { found: look(path) };
      if (known.size >= most) known.clear();
      known.set(path, one);
    }
    return one.found;
  };
}

/** What is said of an entry: in a line of its own, or, of one that an INDEX leaves out, at the end. */
export function answerOf(key: string, reading: Reading<object>, form: ListJob["form"]): ListAnswer {
  const { needsShell } = reading;
  if (reading.ok) return { text: `${JSON.stringify({ key, ...reading.value })}\n`, failures: [] };
  if (form.kind === "index") return { text: "", failures: reading.error, needsShell };
  const errors = sortDiagnostics(reading.error).map(diagnosticJson);
  return { text: `${JSON.stringify({ key, errors })}\n`, failures: [], needsShell };
}

type Asked = { readonly request: Result<PortRequest>; readonly subpackage?: string };

function readEntry({ request, subpackage }: Asked, tree: Tree): Reading<PortReading> {
  const reading = request.ok ? readPort(tree, request.value) : request;
  if (!reading.ok || subpackage === undefined) return reading;
  const { pkgpath, packages, dropped } = reading.value.port;
  const names = [...packages, ...dropped].map(({ name }) => name);
  return names.includes(subpackage) ? reading : wrong(unknownSubpackage(subpackage, { pkgpath, names }));
}

/** What is unknown is named, so that nobody takes it for unset. */
function rawOf(request: Result<PortRequest>, wanted: readonly string[], tree: Tree): Reading<object> {
  const reading = request.ok ? readVariables(tree, request.value, wanted) : request;
  const picked = reading.ok ? pickVariables(reading.value, wanted) : reading;
  if (!picked.ok) return picked;
  const { variables, unknown } = picked.value;
  return ok({ vars: variables, ...(unknown.length > 0 ? { unknown } : {}) });
}
