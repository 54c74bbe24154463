import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  answersTo
} from "./chunk-ZXHBQRC2.js";
import {
  answerOf,
  openLister
} from "./chunk-2BWQQFRI.js";
import {
  wantedNames
} from "./chunk-PLCPOUDO.js";
import {
  NO_SHELL,
  SHELL_OPTIONS,
  shellOver
} from "./chunk-WBGVUFWN.js";
import {
  locate,
  noPortsBelow
} from "./chunk-3RF2CHTB.js";
import {
  PORTS_OPTIONS,
  inPortsTree,
  pathsIn,
  portsChoice
} from "./chunk-2CAK55AV.js";
import {
  portFolders
} from "./chunk-VIWBSZHV.js";
import {
  parsePkgpath
} from "./chunk-ZEHBRBCQ.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  openTree,
  quoted,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/list.ts
var verb = {
  usage: "list TREE [--entries FILE] [--raw[=NAMES]] [--index] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]",
  options: {
    entries: { type: "string", help: "file of entries `folder[,flavor…]`, one a line, instead of all ports" },
    raw: { type: "optional", help: "the recipes' own variables, expanded; all, or those named" },
    index: { type: "boolean", help: "write OpenBSD's INDEX instead of JSON lines" },
    ...PORTS_OPTIONS,
    ...SHELL_OPTIONS
  },
  positionals: { least: 1, most: 1 },
  run: async (args, context) => {
    const opened = await openListing(args, context.host);
    const shell = args.has("allow-shell") ? shellOver({}, context) : NO_SHELL;
    return opened.ok ? list(opened.value, shell, context) : { diagnostics: opened.error };
  }
};
async function openListing(args, host) {
  const [argument = "."] = args.positionals;
  const located = await locate(argument, host);
  if (!located) {
    return wrong(usage("usage/no-tree", `there is no folder \`${argument}\``, "name a folder of ports"));
  }
  const found = await inPortsTree(located, portsChoice(args), host);
  if (!found.ok) return found;
  const placed = found.value;
  const { folder, portsTree } = placed;
  const job = { folder, form: formOf(args), ...portsTree ? { portsTree } : {} };
  const tree = openTree(folder);
  const file = args.text("entries");
  if (file === void 0) {
    return ok({ job, entries: entriesIn(tree, placed), none: noPortsBelow(argument) });
  }
  const text = await host.readText(joinPath(host.folders.working, file));
  return text === void 0 ? wrong(usage("usage/no-entries", `there is no file \`${file}\``, "name a file with an entry a line")) : ok({ job, entries: entriesOf(text).map((key) => entryOf(key, { tree, placed })) });
}
function* entriesIn(tree, placed) {
  for (const { folder, key, flavors } of portFolders(tree)) {
    const asked = { ...placed.request, ...pathsIn(placed, folder), flavors };
    yield { key: key || placed.request.pkgpath, request: ok(asked) };
  }
}
function formOf(args) {
  const raw = args.text("raw");
  if (args.has("index")) return { kind: "index" };
  return raw === void 0 ? { kind: "view" } : { kind: "raw", wanted: wantedNames(raw) };
}
function entriesOf(text) {
  return text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim()).filter(Boolean);
}
function entryOf(key, { tree, placed }) {
  const path = parsePkgpath(key);
  if (!path) {
    const help = "write `folder` or `folder,flavor`";
    return { key, request: wrong(usage("usage/entry", `${quoted(key)} is not an entry`, help)) };
  }
  const { flavors, subpackage } = path;
  const folder = tree.exists(path.folder) === "file" ? path.folder.replace(/\/?[^/]*$/, "") : path.folder;
  const asked = ok({ ...placed.request, ...pathsIn(placed, folder), flavors });
  return { key, request: asked, ...subpackage === void 0 ? {} : { subpackage } };
}
async function list({ job, entries, none }, shell, context) {
  const { host, output, signal } = context;
  const failures = [];
  let isEmpty = true;
  const again = shellLister(job, shell);
  const spreading = { work: { kind: "list", job }, open: () => openLister(job) };
  for await (const { order, answer: answers } of answersTo(entries, spreading, { host, signal })) {
    const lines = [];
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
function shellLister(job, shell) {
  const lister = openLister(job);
  return async (entry, answer) => {
    if (!entry.request.ok || shell === NO_SHELL) return answer;
    const folder = joinPath(job.folder, entry.request.value.folder);
    const settled = await shell.read((answers) => lister(entry, answers), folder);
    if (settled.ok) return settled.value;
    const failed = answerOf(entry.key, settled, job.form);
    const worldly = settled.error.filter(({ blame }) => blame !== "recipe");
    return { ...failed, failures: failed.failures.length > 0 ? failed.failures : worldly };
  };
}
export {
  verb
};
