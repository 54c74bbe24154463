import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  makePlan
} from "./chunk-SRVV7XIG.js";
import {
  SHELL_OPTIONS
} from "./chunk-WBGVUFWN.js";
import {
  GRAPHS,
  MATRIX_LEGS,
  RANKS,
  endOf,
  graph,
  matrix
} from "./chunk-N4JPXZRE.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  ARCHES,
  LAYOUTS,
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  eachOneOf,
  linesOf,
  wordsOf
} from "./chunk-4D5T7RT6.js";
import {
  checking,
  countUpTo,
  oneOf,
  splitWords
} from "./chunk-4B4EVV3V.js";
import {
  ok
} from "./chunk-2DPMJAPF.js";
import {
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/command/plan-view.ts
function planText({ jobs, shards }) {
  if (jobs.length === 0) return "nothing to build\n";
  const rows = jobs.map((job) => [job.id, ...placeOf(job), duration(job.expectedMs), reasonOf(job)]);
  const head = ["job", "rank", "shard", "time", "why"];
  const widths = head.map(
    (word, column) => Math.max(word.length, ...rows.map((row) => (row[column] ?? "").length))
  );
  const line = (cells) => `${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}
`;
  return `${line(head)}${rows.map(line).join("")}
${total(jobs, shards)}`;
}
function placeOf({ verdict }) {
  return verdict.kind === "fresh" ? ["-", "-"] : [String(verdict.rank), verdict.shard];
}
function reasonOf({ verdict }) {
  return verdict.kind === "fresh" ? "fresh" : verdict.reason;
}
function total(jobs, shards) {
  const fresh = jobs.filter(({ verdict }) => verdict.kind === "fresh").length;
  const running = counted(jobs.length - fresh, "job");
  if (shards.length === 0) return `nothing to build: ${counted(fresh, "job")} fresh
`;
  const ranks = new Set(shards.map(({ rank }) => rank));
  const whole = endOf(shards.map(({ rank, until, expectedMs }) => ({ from: rank, until, ms: expectedMs })));
  const places = `${counted(shards.length, "shard")} of ${counted(ranks.size, "rank")}`;
  return `${running} to build in ${places}, ${fresh} fresh; about ${duration(whole)}
`;
}
function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function duration(ms) {
  const seconds = Math.round(ms / 1e3);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

// src/command/plan.ts
var verb = {
  usage: "plan PATHS… [--bases B,…] [--arches A,…] [--flavors WISH]… [--released INDEX] [--matrix] [OPTIONS]",
  options: {
    bases: {
      type: "string",
      multiple: true,
      help: "what it will run on, as for `build`; default: each port's own"
    },
    arches: { type: "string", multiple: true, help: `${ARCHES.join(", ")}; default: this machine's` },
    flavors: {
      type: "string",
      multiple: true,
      help: "all, default, 'a;a b' for all ports, or 'PKGPATH=default;a b' for one"
    },
    pseudo: { type: "string", multiple: true, help: "pseudo-flavors that count among `--flavors all`" },
    released: {
      type: "string",
      help: "folder with index.json and SHA256.sig: what is in it is not built again"
    },
    "public-key": { type: "string", multiple: true, help: "who must have signed it; default: your own key" },
    layout: { type: "string", help: "vendor (default) or programs" },
    subpackages: { type: "string", multiple: true, help: "keep only these subpackages, and what they need" },
    prefix: { type: "string", help: "where the files will live; default: each port's" },
    "configure-options": { type: "string", multiple: true, help: "more arguments for each configure" },
    ranks: { type: "string", help: "rank jobs of the workflow, 1 to 20; default: 16" },
    "max-parallel": { type: "string", help: "legs that run at once, 1 to 256; default: 256" },
    engine: { type: "string", help: `who looks at the bases: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the bases here, even where there is an image" },
    ...SHELL_OPTIONS,
    "keep-going": {
      type: "boolean",
      help: "leave out ports that can't be read or resolved, and what needs them, and plan the rest"
    },
    out: { type: "string", help: "file for the whole plan, for `build --plan`" },
    matrix: {
      type: "boolean",
      help: "print the legs of each rank as one line, for `fromJSON` in a workflow"
    },
    graph: { type: "string", help: `print the jobs as a graph: ${GRAPHS.join(" or ")}` }
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const request = readRequest(args, context);
    if (!request.ok) return { diagnostics: request.error };
    const { graph: kind, ...wanted } = request.value;
    const planned = await makePlan(wanted, context);
    if (!planned.ok) return { diagnostics: planned.error };
    const out = args.text("out");
    const { host } = context;
    if (out !== void 0)
      await host.writeFile(joinPath(host.folders.working, out), `${JSON.stringify(planned.value.plan)}
`);
    return answerOf(planned.value, args.has("matrix") ? "matrix" : kind);
  }
};
function answerOf({ plan, warnings }, form) {
  if (form === void 0) return { diagnostics: warnings, text: planText(plan), json: plan };
  if (form !== "matrix") return { diagnostics: warnings, text: graph(plan, form), json: plan };
  const legs = matrix(plan);
  return { diagnostics: warnings, text: `${JSON.stringify(legs)}
`, json: legs };
}
function readRequest(args, { host }) {
  const { troubles, checked } = checking();
  const choice = (option, allowed, otherwise) => checked(oneOf(`\`--${option}\``, args.text(option) ?? otherwise, allowed), otherwise);
  const count = (option, most) => checked(countUpTo(most, `\`--${option}\``, args.text(option)), most);
  const arches = wordsOf(args.texts("arches"));
  const own = [isArch(host.arch) ? host.arch : "x86_64"];
  const released = args.text("released");
  const kind = args.text("graph");
  const request = {
    paths: args.positionals,
    bases: wordsOf(args.texts("bases")),
    arches: arches.length === 0 ? own : checked(
      eachOneOf(arches, (word) => oneOf("`--arches`", word, ARCHES)),
      own
    ),
    flavors: linesOf(args.texts("flavors")),
    pseudo: wordsOf(args.texts("pseudo")),
    layout: choice("layout", LAYOUTS, "vendor"),
    prefix: args.text("prefix"),
    subpackages: wordsOf(args.texts("subpackages")),
    configureOptions: args.texts("configure-options").flatMap((text) => checked(splitWords("`--configure-options`", text), [])),
    released: released === void 0 ? { kind: "nothing" } : {
      kind: "folder",
      folder: joinPath(host.folders.working, released),
      publicKeys: args.texts("public-key").map((file) => joinPath(host.folders.working, file))
    },
    ranks: args.text("ranks") === void 0 ? RANKS : count("ranks", RANK_LIMIT),
    runners: count("max-parallel", MATRIX_LEGS),
    engine: choice("engine", ["auto", ...ENGINES], "auto"),
    source: args.has("made") ? "made" : "auto",
    commands: args.has("allow-shell") ? "allowed" : "refused",
    unreadable: args.has("keep-going") ? "are left out" : "stop the plan",
    graph: kind === void 0 ? void 0 : checked(oneOf("`--graph`", kind, GRAPHS), void 0)
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}
var RANK_LIMIT = 20;
export {
  verb
};
