import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readRequest
} from "./chunk-NYLM6SGI.js";
import {
  fakeJob,
  openStage,
  prepare
} from "./chunk-ZX5BBB2K.js";
import {
  NO_SHELL,
  SHELL_OPTIONS,
  shellOver
} from "./chunk-WBGVUFWN.js";
import {
  RECIPES,
  openPort
} from "./chunk-3RF2CHTB.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  readBuiltFiles,
  suggestFiles
} from "./chunk-G3IN5NY2.js";
import {
  ARCHES,
  prefixOf
} from "./chunk-ZEHBRBCQ.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  quoted,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/text-difference.ts
var CELLS = 4e6;
var AROUND = 2;
function textDifference(before, after) {
  const lines = alignedLines(linesOf(before), linesOf(after));
  const shown = /* @__PURE__ */ new Set();
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    for (let near = index - AROUND; near <= index + AROUND; near += 1) shown.add(near);
  }
  let last = -1;
  const rows = [];
  for (const [index, { sign, text }] of lines.entries()) {
    if (!shown.has(index)) continue;
    if (rows.length > 0 && index !== last + 1) rows.push("  …");
    rows.push(`  ${sign} ${text}`.trimEnd());
    last = index;
  }
  return rows.map((row) => `${row}
`).join("");
}
function lineCounts(before, after) {
  const lines = alignedLines(linesOf(before), linesOf(after));
  const count = (wanted) => lines.filter(({ sign }) => sign === wanted).length;
  return { added: count("+"), removed: count("-") };
}
function linesOf(text) {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
function alignedLines(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const same = (text) => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(same),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same)
  ];
}
function middle(before, after) {
  const gone = (text) => ({ sign: "-", text });
  const come = (text) => ({ sign: "+", text });
  if (before.length * after.length > CELLS) return [...before.map(gone), ...after.map(come)];
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  for (let i2 = before.length - 1; i2 >= 0; i2 -= 1) {
    for (let j2 = after.length - 1; j2 >= 0; j2 -= 1) {
      const down = longest[(i2 + 1) * width + j2] ?? 0;
      const right = longest[i2 * width + j2 + 1] ?? 0;
      const both = (longest[(i2 + 1) * width + j2 + 1] ?? 0) + 1;
      longest[i2 * width + j2] = before[i2] === after[j2] ? both : Math.max(down, right);
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old = "", now = ""] = [before[i], after[j]];
    const down = longest[(i + 1) * width + j] ?? 0;
    const right = longest[i * width + j + 1] ?? 0;
    if (i < before.length && j < after.length && old === now) {
      lines.push({ sign: " ", text: old });
      i += 1;
      j += 1;
    } else if (i < before.length && (j === after.length || down >= right)) {
      lines.push(gone(old));
      i += 1;
    } else {
      lines.push(come(now));
      j += 1;
    }
  }
  return lines;
}

// src/command/make-plist.ts
var verb = {
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
      help: "more arguments for configure, quoted as in a shell"
    },
    jobs: { type: "string", help: "commands that make runs at once; default: one per processor" },
    ...SHELL_OPTIONS
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const read = readRequest(args, context);
    if (!read.ok) return { diagnostics: read.error };
    const request = { ...read.value, key: { kind: "none" } };
    const jobs = joinPath(context.host.folders.cache, "jobs");
    const made = await withScratch(
      jobs,
      context.host,
      (workspace) => makeLists(request, { args, workspace }, context)
    );
    return made.ok ? made.value : { diagnostics: made.error };
  }
};
async function makeLists(request, { args, workspace }, context) {
  const given = args.text("fake-root");
  const faked = given === void 0 ? await buildFake(request, workspace, context) : await openFake(request, given, context);
  if (!faked.ok) return faked;
  const { opened } = faked.value;
  if (opened.writeLists)
    return await updateLists(faked.value, args.has("dry-run") ? "show" : "write", context);
  return opened.port.dialect === "yaml" ? suggest(faked.value, context.host) : wrong(noLists(opened));
}
async function openFake(request, given, context) {
  const { host } = context;
  const { flavors, arch, layout, prefix, base } = request;
  const shell = request.commands === "allowed" ? shellOver(request, context) : NO_SHELL;
  const choice = { flavors, arch, layout, ...prefix ? { prefix } : {}, ...base ? { base } : {} };
  const opened = await openPort(request.port, choice, { host, shell });
  if (!opened.ok) return opened;
  const { port, warnings } = opened.value;
  const below = prefixOf(port, layout, port.prefix);
  const installed = joinPath(host.folders.working, given, below.slice(1));
  if ((await host.status(installed))?.kind !== "folder") {
    const message = `nothing was installed at \`${below}\` below \`${given}\``;
    return wrong(
      usage("usage/fake-root", message, "name the folder that `DESTDIR` was, or the `--prefix` of the build")
    );
  }
  return ok({ opened: opened.value, installed, foreignFolders: /* @__PURE__ */ new Set(), warnings });
}
async function buildFake(request, workspace, context) {
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
  const foreign = dependencies.unpacked.flatMap(
    ({ folder }) => (host.scan(folder)?.entries ?? []).flatMap(
      ({ path, status }) => status.kind === "folder" ? [path] : []
    )
  );
  return ok({
    opened,
    installed: joinPath(faked.value.fakeRoot, job.prefix.slice(1)),
    foreignFolders: new Set(foreign),
    warnings: [...opened.warnings, ...prepared.value.warnings]
  });
}
async function updateLists({ opened, installed, foreignFolders, warnings }, mode, { host }) {
  const built = await readBuiltFiles(installed, host) ?? [];
  if (built.length === 0) return wrong(nothingThere(opened));
  const written = opened.writeLists?.({ built, foreignFolders });
  if (!written) throw new Error("a port without packing lists");
  const changed = written.lists.filter(({ before, after }) => before !== after);
  if (mode === "write") {
    for (const { path, after } of changed) await host.writeFile(joinPath(opened.folder, path), after);
  }
  const rows = written.lists.map(({ path, before = "", after }) => ({ path, ...lineCounts(before, after) }));
  const names = written.lists.map(({ path }) => quoted(path));
  const told = warnings.filter(
    ({ code, message }) => code !== "openbsd/no-file" || !names.some((name) => message.includes(name))
  );
  const place = (path) => shownPath(joinPath(opened.folder, path), host.folders.working);
  return ok({
    diagnostics: [...told, ...written.diagnostics],
    text: written.lists.map((list) => listText(list, { name: place(list.path), mode })).join(""),
    json: {
      lists: rows.map((row, index) => ({ ...row, after: written.lists[index]?.after })),
      written: mode === "write"
    }
  });
}
function listText({ before, after }, { name, mode }) {
  if (before === after) return `${name}: nothing to change
`;
  const { added, removed } = lineCounts(before ?? "", after);
  const verb2 = mode === "write" ? before === void 0 ? "written" : "changed" : "would change";
  return `${name}: ${verb2}, ${added} lines added, ${removed} removed
${textDifference(before ?? "", after)}`;
}
function suggest({ opened, installed }, host) {
  const { port, warnings } = opened;
  const entries = host.scan(installed)?.entries ?? [];
  if (entries.length === 0) return wrong(nothingThere(opened));
  const packages = suggestFiles(port, entries);
  const isWhole = port.packages.length + port.dropped.length === 1 && port.packages[0]?.files.length === 0;
  const text = isWhole ? "it has one package, which takes all files: no `files` are needed\n" : `packages:
${packages.map(yamlOf).join("")}`;
  return ok({ diagnostics: warnings, text, json: { packages } });
}
function yamlOf({ name, patterns }) {
  const rows = patterns.map(
    (pattern) => `      - ${/^[A-Za-z0-9_.][A-Za-z0-9_.*/-]*$/.test(pattern) ? pattern : JSON.stringify(pattern)}
`
  );
  return `  ${name}:
    files:
${rows.join("")}`;
}
function nothingThere({ port }) {
  return {
    severity: "error",
    code: "package/nothing-installed",
    blame: "recipe",
    message: `the fake phase installed nothing below \`${port.prefix}\``,
    span: port.build.style.span,
    help: "install into `$DESTDIR$PREFIX`"
  };
}
function noLists({ port }) {
  const message = `${quoted(port.name)} is a recipe of GoboLinux's, which has no packing list: its package takes all that it installs`;
  return usage("usage/no-packing-list", message, "name a port of OpenBSD's, or a `port.yml`");
}
export {
  verb
};
