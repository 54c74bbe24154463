import { type Host, joinPath, openTree } from "../host/host.ts";
import { parsePkgpath } from "../port/port.ts";
import { type PortReading, type PortRequest, portFolders, readPort, type Tree } from "../recipe/recipe.ts";
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
import { pickVariables, portView } from "./port-view.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `list TREE`: a line for each entry, in the tree's order; an entry that can't be read is a line too. */
export const verb: Verb = {
  usage: "list TREE [--entries FILE] [--raw[=NAMES]] [--index]",
  options: {
    entries: { type: "string", help: "file of entries `folder[,flavor…]`, one a line, instead of all ports" },
    raw: { type: "optional", help: "the recipes' own variables, expanded; all, or those named" },
    index: { type: "boolean", help: "write OpenBSD's INDEX instead of JSON lines" },
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
  const { folder, treeName, name } = located;
  const tree = openTree(folder);
  const file = args.text("entries");
  if (file === undefined) {
    const entries = portFolders(tree).map((inner): Entry => {
      const key = inner || name;
      return { key, request: ok({ folder: inner, treeName, pkgpath: key, flavors: "default" }) };
    });
    return ok({ tree, entries });
  }
  const text = await host.readText(joinPath(host.folders.working, file));
  return text === undefined
    ? wrong(usage("usage/no-entries", `there is no file \`${file}\``, "name a file with an entry a line"))
    : ok({ tree, entries: entriesOf(text).map((key) => entryOf(key, treeName)) });
}

/** A line each; what follows a `#` is a comment. */
function entriesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
}

function entryOf(key: string, treeName: string): Entry {
  const path = parsePkgpath(key);
  if (!path) {
    const help = "write `folder` or `folder,flavor`";
    return { key, request: wrong(usage("usage/entry", `${quoted(key)} is not an entry`, help)) };
  }
  const { folder, flavors, subpackage } = path;
  const request = ok({ folder, treeName, pkgpath: folder, flavors });
  return { key, request, ...(subpackage === undefined ? {} : { subpackage }) };
}

function list({ tree, entries }: Listing, args: Arguments, { output }: Context): Answer {
  const raw = args.text("raw");
  const failures: Diagnostic[] = [];
  for (const entry of entries) {
    const reading = readEntry(entry, tree);
    if (!args.has("index")) output(`${JSON.stringify({ key: entry.key, ...lineOf(reading, raw) })}\n`);
    else if (reading.ok) output(indexRows(reading.value.port).join(""));
    else failures.push(...reading.error);
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

function lineOf(reading: Result<PortReading>, raw: string | undefined) {
  const vars = raw !== undefined && reading.ok ? pickVariables(reading.value.variables(), raw) : undefined;
  const errors = reading.ok ? (vars?.ok === false ? vars.error : undefined) : reading.error;
  if (errors) return { errors: sortDiagnostics(errors).map(diagnosticJson) };
  if (vars?.ok) return { vars: vars.value };
  return reading.ok ? portView(reading.value.port) : {};
}
