import { type Host, joinPath, openTree } from "../host/host.ts";
import { parsePkgpath } from "../port/port.ts";
import { portFolders, type Tree } from "../recipe/recipe.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { answerOf, type ListAnswer, type ListEntry, type ListJob, openLister } from "./lister.ts";
import { locate, noPortsBelow } from "./port-argument.ts";
import { NO_SHELL, type PortShell, SHELL_OPTIONS, shellOver } from "./port-shell.ts";
import { wantedNames } from "./port-view.ts";
import { inPortsTree, type Placed, PORTS_OPTIONS, pathsIn, portsChoice } from "./ports-tree.ts";
import { answersTo } from "./shares.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `list TREE`: a line for each entry, in the tree's order; an entry that can't be read is a line too. */
export const verb: Verb = {
  usage:
    "list TREE [--entries FILE] [--raw[=NAMES]] [--index] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]",
  options: {
    entries: { type: "string", help: "file of entries `folder[,flavor…]`, one a line, instead of all ports" },
    raw: { type: "optional", help: "the recipes' own variables, expanded; all, or those named" },
    index: { type: "boolean", help: "write OpenBSD's INDEX instead of JSON lines" },
    ...PORTS_OPTIONS,
    ...SHELL_OPTIONS,
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const opened = await openListing(args, context.host);
    const shell = args.has("allow-shell") ? shellOver({}, context) : NO_SHELL;
    return opened.ok ? list(opened.value, shell, context) : { diagnostics: opened.error };
  },
};

/** `entries`: those of a tree are looked for while the first are read. `none` is what is wrong when there are none. */
type Listing = {
  readonly job: ListJob;
  readonly entries: Iterable<ListEntry>;
  readonly none?: Diagnostic;
};

async function openListing(args: Arguments, host: Host): Promise<Result<Listing>> {
  const [argument = "."] = args.positionals;
  const located = await locate(argument, host);
  if (!located) {
    return wrong(usage("usage/no-tree", `there is no folder \`${argument}\``, "name a folder of ports"));
  }
  const found = await inPortsTree(located, portsChoice(args), host);
  if (!found.ok) return found;
  const placed = found.value;
  const { folder, portsTree } = placed;
  const job = { folder, form: formOf(args), ...(portsTree ? { portsTree } : {}) };
  const tree = openTree(folder);
  const file = args.text("entries");
  if (file === undefined) {
    return ok({ job, entries: entriesIn(tree, placed), none: noPortsBelow(argument) });
  }
  const text = await host.readText(joinPath(host.folders.working, file));
  return text === undefined
    ? wrong(usage("usage/no-entries", `there is no file \`${file}\``, "name a file with an entry a line"))
    : ok({ job, entries: entriesOf(text).map((key) => entryOf(key, { tree, placed })) });
}

function* entriesIn(tree: Tree, placed: Placed): Generator<ListEntry> {
  for (const { folder, key, flavors } of portFolders(tree)) {
    const asked = { ...placed.request, ...pathsIn(placed, folder), flavors };
    yield { key: key || placed.request.pkgpath, request: ok(asked) };
  }
}

function formOf(args: Arguments): ListJob["form"] {
  const raw = args.text("raw");
  if (args.has("index")) return { kind: "index" };
  return raw === undefined ? { kind: "view" } : { kind: "raw", wanted: wantedNames(raw) };
}

/** A line each; what follows a `#` is a comment. */
function entriesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
}

/** `folder,flavor`, or the recipe itself. */
function entryOf(key: string, { tree, placed }: { readonly tree: Tree; readonly placed: Placed }): ListEntry {
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

/** In the entries' order, however many threads read them. */
async function list({ job, entries, none }: Listing, shell: PortShell, context: Context): Promise<Answer> {
  const { host, output, signal } = context;
  const failures: Diagnostic[] = [];
  let isEmpty = true;
  const again = shellLister(job, shell);
  const spreading = { work: { kind: "list", job }, open: () => openLister(job) } as const;
  for await (const { order, answer: answers } of answersTo(entries, spreading, { host, signal })) {
    const lines: ListAnswer[] = [];
    for (const [at, answer] of answers.entries()) {
      const entry = order[at];
      lines.push(answer.needsShell && entry ? await again(entry, answer) : answer);
    }
    isEmpty = false;
    output(lines.map(({ text }) => text).join(""));
    failures.push(...lines.flatMap((line) => line.failures));
  }
  return { diagnostics: isEmpty && none ? [none] : failures };
}

/** Threads open no buildboxes: what asks for commands is read once more here. */
function shellLister(
  job: ListJob,
  shell: PortShell,
): (entry: ListEntry, answer: ListAnswer) => Promise<ListAnswer> {
  const lister = openLister(job);
  return async (entry, answer) => {
    if (!entry.request.ok || shell === NO_SHELL) return answer;
    const folder = joinPath(job.folder, entry.request.value.folder);
    const settled = await shell.read((answers) => lister(entry, answers), folder);
    if (settled.ok) return settled.value;
    const failed = answerOf(entry.key, settled, job.form);
    // It is not about this entry alone.
    const worldly = settled.error.filter(({ blame }) => blame !== "recipe");
    return { ...failed, failures: failed.failures.length > 0 ? failed.failures : worldly };
  };
}
