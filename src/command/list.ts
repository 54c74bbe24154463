import { type Host, joinPath, openTree } from "../host/host.ts";
import { parsePkgpath } from "../port/port.ts";
import {
  type PortReading,
  type PortRequest,
  portFolders,
  readPort,
  readVariables,
  type Tree,
} from "../recipe/recipe.ts";
import {
  type Diagnostic,
  diagnosticJson,
  ok,
  quoted,
  type Result,
  sortDiagnostics,
  wrong,
} from "../report.ts";
import { indexRows } from "./openbsd-index.ts";
import { locate, unknownSubpackage } from "./port-argument.ts";
import { pickVariables, portView, wantedNames } from "./port-view.ts";
import { inPortsTree, type Placed, PORTS_OPTIONS, pathsIn, portsChoice } from "./ports-tree.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `list TREE`: a line for each entry, in the tree's order; an entry that can't be read is a line too. */
export const verb: Verb = {
  usage: "list TREE [--entries FILE] [--raw[=NAMES]] [--index] [--ports-dir D] [--bsd-port-mk F]",
  options: {
    entries: { type: "string", help: "file of entries `folder[,flavor…]`, one a line, instead of all ports" },
    raw: { type: "optional", help: "the recipes' own variables, expanded; all, or those named" },
    index: { type: "boolean", help: "write OpenBSD's INDEX instead of JSON lines" },
    ...PORTS_OPTIONS,
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const opened = await openListing(args, context.host);
    return opened.ok ? list(opened.value, args, context) : { diagnostics: opened.error };
  },
};

/** What one line is about. */
type Entry = {
  readonly key: string;
  readonly request: Result<PortRequest>;
  /** The one that the entry names; the line is about the whole port all the same. */
  readonly subpackage?: string;
};
type Listing = { readonly tree: Tree; readonly entries: readonly Entry[] };

async function openListing(args: Arguments, host: Host): Promise<Result<Listing>> {
  const [argument = "."] = args.positionals;
  const located = await locate(argument, host);
  if (!located) {
    return wrong(usage("usage/no-tree", `there is no folder \`${argument}\``, "name a folder of ports"));
  }
  const placed = await inPortsTree(located, portsChoice(args), host);
  if (!placed.ok) return placed;
  const { folder, request } = placed.value;
  const tree = openTree(folder);
  const file = args.text("entries");
  if (file === undefined) {
    const entries = portFolders(tree).map((one): Entry => {
      const asked = { ...request, ...pathsIn(placed.value, one.folder), flavors: one.flavors };
      return { key: one.key || request.pkgpath, request: ok(asked) };
    });
    return ok({ tree, entries });
  }
  const text = await host.readText(joinPath(host.folders.working, file));
  return text === undefined
    ? wrong(usage("usage/no-entries", `there is no file \`${file}\``, "name a file with an entry a line"))
    : ok({ tree, entries: entriesOf(text).map((key) => entryOf(key, { tree, placed: placed.value })) });
}

/** A line each; what follows a `#` is a comment. */
function entriesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
}

/** `folder,flavor`, or the recipe itself. */
function entryOf(key: string, { tree, placed }: { readonly tree: Tree; readonly placed: Placed }): Entry {
  const path = parsePkgpath(key);
  if (!path) {
    const help = "write `folder` or `folder,flavor`";
    return { key, request: wrong(usage("usage/entry", `${quoted(key)} is not an entry`, help)) };
  }
  const { flavors, subpackage } = path;
  const folder = tree.exists(path.folder) === "file" ? path.folder.replace(/\/?[^/]*$/, "") : path.folder;
  const asked = ok({ ...placed.request, ...pathsIn(placed, folder), flavors });
  return { key, request: asked, ...(subpackage === undefined ? {} : { subpackage }) };
}

function list({ tree, entries }: Listing, args: Arguments, { output }: Context): Answer {
  const raw = args.text("raw");
  const failures: Diagnostic[] = [];
  for (const entry of entries) {
    if (args.has("index")) {
      const reading = readEntry(entry, tree);
      if (reading.ok) output(indexRows(reading.value).join(""));
      else failures.push(...reading.error);
    } else {
      const line = raw === undefined ? viewOf(readEntry(entry, tree)) : rawOf(entry, wantedNames(raw), tree);
      output(`${JSON.stringify({ key: entry.key, ...line })}\n`);
    }
  }
  return { diagnostics: failures };
}

function readEntry({ request, subpackage }: Entry, tree: Tree): Result<PortReading> {
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
function rawOf({ request }: Entry, wanted: readonly string[], tree: Tree) {
  const reading = request.ok ? readVariables(tree, request.value, wanted) : request;
  const picked = reading.ok ? pickVariables(reading.value, wanted) : reading;
  if (!picked.ok) return { errors: errorsOf(picked.error) };
  const { variables, unknown } = picked.value;
  return { vars: variables, ...(unknown.length > 0 ? { unknown } : {}) };
}

function errorsOf(diagnostics: readonly Diagnostic[]) {
  return sortDiagnostics(diagnostics).map(diagnosticJson);
}
