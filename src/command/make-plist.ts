import { ENGINES } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath, shownPath, withScratch } from "../host/host.ts";
import { readBuiltFiles, type SuggestedFiles, suggestFiles } from "../package/package.ts";
import { ARCHES, prefixOf } from "../port/port.ts";
import type { WrittenList } from "../recipe/recipe.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import { readRequest } from "./build.ts";
import { type BuildRequest, prepare } from "./build-port.ts";
import { fakeJob } from "./make-packages.ts";
import { type OpenedPort, openPort, RECIPES } from "./port-argument.ts";
import { NO_SHELL, SHELL_OPTIONS, shellOver } from "./port-shell.ts";
import { openStage } from "./stage.ts";
import { lineCounts, textDifference } from "./text-difference.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

/** `make-plist PORT`: packing lists as a build would have them. */
export const verb: Verb = {
  usage: 'make-plist PORT [--flavor "a b"] [--fake-root DIR] [--dry-run] [--base B] [OPTIONS]',
  options: {
    "dry-run": { type: "boolean", help: "show what would change, and change nothing" },
    "fake-root": { type: "string", help: "a folder that the port was installed into, instead of a build" },
    recipes: RECIPES,
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: { type: "string", help: "what it is built for; default: the port's first" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    prefix: { type: "string", help: "where the files will live; default: the port's" },
    layout: { type: "string", help: "vendor (default) or programs (/Programs/Name/Version)" },
    engine: { type: "string", help: `auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" },
    distdir: { type: "string", help: "folder of fetched distfiles; default: in your cache" },
    "deps-from": { type: "string", help: "folder with the packages that this port depends on" },
    "configure-options": {
      type: "string",
      multiple: true,
      help: "more arguments for configure, quoted as in a shell",
    },
    jobs: { type: "string", help: "commands that make runs at once; default: one per processor" },
    ...SHELL_OPTIONS,
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const read = readRequest(args, context);
    if (!read.ok) return { diagnostics: read.error };
    const request: BuildRequest = { ...read.value, key: { kind: "none" } };
    const jobs = joinPath(context.host.folders.cache, "jobs");
    const made = await withScratch(jobs, context.host, (workspace) =>
      makeLists(request, { args, workspace }, context),
    );
    return made.ok ? made.value : { diagnostics: made.error };
  },
};

type Place = { readonly args: Arguments; readonly workspace: HostPath };

async function makeLists(
  request: BuildRequest,
  { args, workspace }: Place,
  context: Context,
): Promise<Result<Answer>> {
  const given = args.text("fake-root");
  const faked =
    given === undefined
      ? await buildFake(request, workspace, context)
      : await openFake(request, given, context);
  if (!faked.ok) return faked;
  const { opened } = faked.value;
  if (opened.writeLists)
    return await updateLists(faked.value, args.has("dry-run") ? "show" : "write", context);
  return opened.port.dialect === "yaml" ? suggest(faked.value, context.host) : wrong(noLists(opened));
}

type FakedPort = {
  readonly opened: OpenedPort;
  /** Where the port's prefix lies below the fake root. */
  readonly installed: HostPath;
  readonly foreignFolders: ReadonlySet<string>;
  readonly warnings: readonly Diagnostic[];
};

/** A folder that somebody else installed the port into: by hand, with `build --keep`, on OpenBSD. */
async function openFake(request: BuildRequest, given: string, context: Context): Promise<Result<FakedPort>> {
  const { host } = context;
  const { flavors, arch, layout, prefix, base } = request;
  const shell = request.commands === "allowed" ? shellOver(request, context) : NO_SHELL;
  const choice = { flavors, arch, layout, ...(prefix ? { prefix } : {}), ...(base ? { base } : {}) };
  const opened = await openPort(request.port, choice, { host, shell });
  if (!opened.ok) return opened;
  const { port, warnings } = opened.value;
  const below = prefixOf(port, layout, port.prefix);
  const installed = joinPath(host.folders.working, given, below.slice(1));
  if ((await host.status(installed))?.kind !== "folder") {
    const message = `nothing was installed at \`${below}\` below \`${given}\``;
    return wrong(
      usage("usage/fake-root", message, "name the folder that `DESTDIR` was, or the `--prefix` of the build"),
    );
  }
  return ok({ opened: opened.value, installed, foreignFolders: new Set(), warnings });
}

async function buildFake(
  request: BuildRequest,
  workspace: HostPath,
  context: Context,
): Promise<Result<FakedPort>> {
  const { host } = context;
  const prepared = await prepare(request, context);
  if (!prepared.ok) return prepared;
  const { opened, base, workshop } = prepared.value;
  const { folder: portFolder, port } = opened;
  const leftOut = [request.out, request.distdir, host.folders.cache];
  const place = { port, portFolder, members: opened.members, leftOut, workspace, workshop };
  const stage = await openStage({ ...request, base }, place, context);
  if (!stage.ok) return stage;
  const { job, dependencies } = stage.value;
  context.report({ kind: "job-started", job: job.id });
  const hidden = [portFolder, request.out, request.distdir, host.folders.working, host.folders.home];
  const faked = await fakeJob({ ...request, ...place, stage: stage.value, hidden }, context);
  context.report({ kind: "job-finished", job: job.id, outcome: faked.ok ? "built" : "failed" });
  if (!faked.ok) return faked;
  const foreign = dependencies.unpacked.flatMap(({ folder }) =>
    (host.scan(folder)?.entries ?? []).flatMap(({ path, status }) =>
      status.kind === "folder" ? [path] : [],
    ),
  );
  return ok({
    opened,
    installed: joinPath(faked.value.fakeRoot, job.prefix.slice(1)),
    foreignFolders: new Set(foreign),
    warnings: [...opened.warnings, ...prepared.value.warnings],
  });
}

async function updateLists(
  { opened, installed, foreignFolders, warnings }: FakedPort,
  mode: "show" | "write",
  { host }: Context,
): Promise<Result<Answer>> {
  const built = (await readBuiltFiles(installed, host)) ?? [];
  if (built.length === 0) return wrong(nothingThere(opened));
  const written = opened.writeLists?.({ built, foreignFolders });
  if (!written) throw new Error("a port without packing lists");
  const changed = written.lists.filter(({ before, after }) => before !== after);
  if (mode === "write") {
    for (const { path, after } of changed) await host.writeFile(joinPath(opened.folder, path), after);
  }
  const rows = written.lists.map(({ path, before = "", after }) => ({ path, ...lineCounts(before, after) }));
  const names = written.lists.map(({ path }) => quoted(path));
  // That a list is not there is no news to who has it written.
  const told = warnings.filter(
    ({ code, message }) => code !== "openbsd/no-file" || !names.some((name) => message.includes(name)),
  );
  const place = (path: string) => shownPath(joinPath(opened.folder, path), host.folders.working);
  return ok({
    diagnostics: [...told, ...written.diagnostics],
    text: written.lists.map((list) => listText(list, { name: place(list.path), mode })).join(""),
    json: {
      lists: rows.map((row, index) => ({ ...row, after: written.lists[index]?.after })),
      written: mode === "write",
    },
  });
}

function listText(
  { before, after }: WrittenList,
  { name, mode }: { readonly name: string; readonly mode: "show" | "write" },
): string {
  if (before === after) return `${name}: nothing to change\n`;
  const { added, removed } = lineCounts(before ?? "", after);
  const verb = mode === "write" ? (before === undefined ? "written" : "changed") : "would change";
  return `${name}: ${verb}, ${added} lines added, ${removed} removed\n${textDifference(before ?? "", after)}`;
}

/** `files:` of a `port.yml`, to be put there by hand: its comments and its order are its author's. */
function suggest({ opened, installed }: FakedPort, host: Host): Result<Answer> {
  const { port, warnings } = opened;
  const entries = host.scan(installed)?.entries ?? [];
  if (entries.length === 0) return wrong(nothingThere(opened));
  const packages = suggestFiles(port, entries);
  const isWhole = port.packages.length + port.dropped.length === 1 && port.packages[0]?.files.length === 0;
  const text = isWhole
    ? "it has one package, which takes all files: no `files` are needed\n"
    : `packages:\n${packages.map(yamlOf).join("")}`;
  return ok({ diagnostics: warnings, text, json: { packages } });
}

function yamlOf({ name, patterns }: SuggestedFiles): string {
  const rows = patterns.map(
    (pattern) =>
      `      - ${/^[A-Za-z0-9_.][A-Za-z0-9_.*/-]*$/.test(pattern) ? pattern : JSON.stringify(pattern)}\n`,
  );
  return `  ${name}:\n    files:\n${rows.join("")}`;
}

function nothingThere({ port }: OpenedPort): Diagnostic {
  return {
    severity: "error",
    code: "package/nothing-installed",
    blame: "recipe",
    message: `the fake phase installed nothing below \`${port.prefix}\``,
    span: port.build.style.span,
    help: "install into `$DESTDIR$PREFIX`",
  };
}

function noLists({ port }: OpenedPort): Diagnostic {
  const message = `${quoted(port.name)} is a recipe of GoboLinux's, which has no packing list: its package takes all that it installs`;
  return usage("usage/no-packing-list", message, "name a port of OpenBSD's, or a `port.yml`");
}
