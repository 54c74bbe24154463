// Lines of a listing, made from what can travel between threads.

import { type HostPath, openTree } from "../host/host.ts";
import { type PortReading, type PortRequest, readPort, readVariables, type Tree } from "../recipe/recipe.ts";
import { type Diagnostic, diagnosticJson, type Result, sortDiagnostics, wrong } from "../report.ts";
import { indexRows } from "./openbsd-index.ts";
import { unknownSubpackage } from "./port-argument.ts";
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
export type ListAnswer = { readonly text: string; readonly failures: readonly Diagnostic[] };

/** Opens the trees of `job` once, for any number of entries. */
export function openLister({
  folder,
  portsTree,
  form,
}: ListJob): (entries: readonly ListEntry[]) => ListAnswer {
  const tree = openTree(folder);
  const ports = portsTree && openPortsTree({ portsTree });
  return (entries) => {
    const answers = entries.map(({ request, ...rest }): ListAnswer => {
      const asked = request.ok ? { ok: true as const, value: { ...request.value, ...ports } } : request;
      const entry = { ...rest, request: asked };
      if (form.kind === "index") return indexOf(readEntry(entry, tree));
      const line = form.kind === "raw" ? rawOf(asked, form.wanted, tree) : viewOf(readEntry(entry, tree));
      return { text: `${JSON.stringify({ key: entry.key, ...line })}\n`, failures: [] };
    });
    return {
      text: answers.map(({ text }) => text).join(""),
      failures: answers.flatMap(({ failures }) => failures),
    };
  };
}

type Asked = { readonly request: Result<PortRequest>; readonly subpackage?: string };

function indexOf(reading: Result<PortReading>): ListAnswer {
  return reading.ok
    ? { text: indexRows(reading.value).join(""), failures: [] }
    : { text: "", failures: reading.error };
}

function readEntry({ request, subpackage }: Asked, tree: Tree): Result<PortReading> {
  const reading = request.ok ? readPort(tree, request.value) : request;
  if (!reading.ok || subpackage === undefined) return reading;
  const { pkgpath, packages, dropped } = reading.value.port;
  const names = [...packages, ...dropped].map(({ name }) => name);
  return names.includes(subpackage) ? reading : wrong(unknownSubpackage(subpackage, { pkgpath, names }));
}

function viewOf(reading: Result<PortReading>) {
  return reading.ok ? portView(reading.value.port) : { errors: errorsOf(reading.error) };
}

/** What is unknown is named, so that nobody takes it for unset. */
function rawOf(request: Result<PortRequest>, wanted: readonly string[], tree: Tree) {
  const reading = request.ok ? readVariables(tree, request.value, wanted) : request;
  const picked = reading.ok ? pickVariables(reading.value, wanted) : reading;
  if (!picked.ok) return { errors: errorsOf(picked.error) };
  const { variables, unknown } = picked.value;
  return { vars: variables, ...(unknown.length > 0 ? { unknown } : {}) };
}

function errorsOf(diagnostics: readonly Diagnostic[]) {
  return sortDiagnostics(diagnostics).map(diagnosticJson);
}
