import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-YEHTU7GY.js";
import "./chunk-IMKJZ4W2.js";
import "./chunk-J3RR6IDN.js";
import {
  buildPort
} from "./chunk-KV2IKW65.js";
import "./chunk-VS34WUXN.js";
import "./chunk-BJVC5VNM.js";
import "./chunk-AZHTISH2.js";
import {
  SHELL_OPTIONS
} from "./chunk-6GGPSXUG.js";
import "./chunk-NXLANKJP.js";
import "./chunk-V7LP4YZU.js";
import "./chunk-LNXXVXK4.js";
import {
  ENGINES
} from "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-HA5EIUJH.js";
import "./chunk-3CPQLCK4.js";
import "./chunk-ATK6FOIT.js";
import {
  countOf,
  oneOf,
  splitWords
} from "./chunk-XT2I4UYB.js";
import {
  RECIPES
} from "./chunk-GLREMW2F.js";
import {
  usage
} from "./chunk-PE6H4S2Z.js";
import {
  ARCHES,
  COMPRESSIONS,
  LAYOUTS,
  isArch,
  joinPath,
  ok,
  shownPath,
  unreachable,
  wrong
} from "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/planned-build.ts
var WITH_PLAN = [
  "plan",
  "shard",
  "artifacts",
  "released",
  "out",
  "distdir",
  "engine",
  "compression",
  "jobs"
];
async function buildPlanned(args, options, context) {
  const request = readRequest(args, options, context.host);
  if (!request.ok) return { diagnostics: request.error };
  const answer = await buildShard(request.value, context);
  const place = shownPath(request.value.out, context.host.folders.working);
  return {
    diagnostics: answer.diagnostics,
    text: answer.jobs.map(({ record }) => `${lineOf(record)}
`).join("") + (answer.jobs.length > 0 ? `packages and records are in ${place}
` : ""),
    json: { directory: request.value.out, jobs: jobsJson(answer) }
  };
}
__name(buildPlanned, "buildPlanned");
function readRequest(args, options, host) {
  const troubles = [];
  const checked = /* @__PURE__ */ __name((read, otherwise) => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  }, "checked");
  const folder = /* @__PURE__ */ __name((option) => {
    const text = args.text(option);
    return text === void 0 ? void 0 : joinPath(host.folders.working, text);
  }, "folder");
  const given = options.filter((option) => args.has(option) || args.text(option) !== void 0);
  const decided = given.filter((option) => !WITH_PLAN.includes(option)).map((option) => `\`--${option}\``);
  const words = [...args.positionals.map((word) => `\`${word}\``), ...decided];
  if (words.length > 0) {
    const message = `${words.join(", ")} can't be given with \`--plan\`, which has decided it`;
    troubles.push(usage("usage/decided", message, "leave it out here, and give it to `tarwright plan`"));
  }
  const shard = args.text("shard");
  if (shard === void 0) {
    troubles.push(
      usage(
        "usage/shard",
        "`--plan` is given, but no shard of it",
        "name one with `--shard`; the plan lists them"
      )
    );
  }
  const released = folder("released");
  const request = {
    plan: folder("plan") ?? host.folders.working,
    planDigest: void 0,
    shard: shard ?? "",
    artifacts: folder("artifacts"),
    roots: void 0,
    released: released && { kind: "folder", folder: released },
    out: folder("out") ?? joinPath(host.folders.working, "out"),
    engine: checked(
      oneOf("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]),
      "auto"
    ),
    distdir: folder("distdir") ?? joinPath(host.folders.cache, "distfiles"),
    compression: checked(
      oneOf("`--compression`", args.text("compression") ?? "gz", COMPRESSIONS),
      "gz"
    ),
    parallel: checked(countOf("`--jobs`", args.text("jobs") ?? String(host.processors)), 1)
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}
__name(readRequest, "readRequest");
function lineOf({ job, end }) {
  switch (end.kind) {
    case "built":
      return `${job}: ${end.files.length} package${end.files.length === 1 ? "" : "s"}, ${(end.durationMs / 1e3).toFixed(1)} s`;
    case "failed":
      return `${job}: failed in the phase ${end.phase}`;
    case "skipped":
      return `${job}: skipped, for want of ${end.because.join(", ")}`;
    default:
      return unreachable(end);
  }
}
__name(lineOf, "lineOf");
function jobsJson({ jobs }) {
  return jobs.map(({ record, packages }) => ({ ...record, packages }));
}
__name(jobsJson, "jobsJson");

// src/command/build.ts
var verb = {
  usage: 'build PORT [VERSION] [--recipes DIR|URL]… [--flavor "a b"] [--base B] [--out DIR] [--key KEY] [OPTIONS]',
  options: {
    recipes: RECIPES,
    flavor: { type: "string", help: "flavors in any order, separated by blanks; an empty word for none" },
    base: {
      type: "string",
      help: "what it will run on: a name of `base list`, or NAME=IMAGE; default: the port's first"
    },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    prefix: { type: "string", help: "where the files will live; default: the port's, /app/vendor/{name}" },
    layout: { type: "string", help: "vendor (default) or programs (/Programs/Name/Version)" },
    engine: { type: "string", help: `auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "make the base here, even where there is an image of it" },
    only: { type: "string", help: "build this job or nothing (an id as the logs show it)" },
    subpackage: { type: "string", multiple: true, help: "keep only this subpackage; may be repeated" },
    out: { type: "string", help: "folder for the packages; merged when it exists; default: out" },
    distdir: { type: "string", help: "folder of fetched distfiles; default: in your cache" },
    "deps-from": { type: "string", help: "folder with the packages that this port depends on" },
    key: { type: "string", help: "signing key NAME.sec; default: your own, made on first use, never in CI" },
    unsigned: { type: "boolean", help: "leave the packages unsigned" },
    "configure-options": {
      type: "string",
      multiple: true,
      help: "more arguments for configure, quoted as in a shell"
    },
    compression: { type: "string", help: `${COMPRESSIONS.join(", ")}; default: gz` },
    check: { type: "boolean", help: "run upstream's own tests after the build phase" },
    jobs: { type: "string", help: "commands that make runs at once; default: one per processor" },
    ...SHELL_OPTIONS,
    keep: { type: "boolean", help: "leave the buildbox, and say how to enter it" },
    plan: { type: "string", help: "instead of PORT: a plan of `plan --json`, of which one shard is built" },
    shard: { type: "string", help: "with --plan: the shard" },
    artifacts: { type: "string", help: "with --plan: folder of what other shards have left in their --out" },
    released: { type: "string", help: "with --plan: folder of the released packages that it counts on" }
  },
  positionals: { least: 0, most: 2 },
  run: /* @__PURE__ */ __name(async (args, context) => {
    if (args.text("plan") !== void 0) return await buildPlanned(args, Object.keys(verb.options), context);
    const request = readRequest2(args, context);
    if (!request.ok) return { diagnostics: request.error };
    return answerOf(await buildPort(request.value, context), context.host.folders.working);
  }, "run")
};
function readRequest2(args, { host }) {
  const troubles = [];
  const checked = /* @__PURE__ */ __name((read, otherwise) => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  }, "checked");
  const choice = /* @__PURE__ */ __name((option, allowed, otherwise) => checked(oneOf(`\`--${option}\``, args.text(option) ?? otherwise, allowed), otherwise), "choice");
  const [port = "", version] = args.positionals;
  if (args.positionals.length === 0) troubles.push(NO_PORT);
  const alone = ["shard", "artifacts", "released"].filter((option) => args.text(option) !== void 0);
  for (const option of alone) {
    troubles.push(
      usage("usage/option", `\`--${option}\` is for builds by a plan`, "give the plan too: `--plan FILE`")
    );
  }
  const folder = /* @__PURE__ */ __name((option) => {
    const text = args.text(option);
    return text === void 0 ? void 0 : joinPath(host.folders.working, text);
  }, "folder");
  const request = {
    port,
    version,
    recipes: args.texts("recipes"),
    flavors: args.text("flavor")?.split(/\s+/).filter(Boolean) ?? "default",
    subpackages: args.texts("subpackage"),
    base: args.text("base"),
    arch: choice("arch", ARCHES, isArch(host.arch) ? host.arch : "x86_64"),
    prefix: args.text("prefix"),
    layout: choice("layout", LAYOUTS, "vendor"),
    engine: choice("engine", ["auto", ...ENGINES], "auto"),
    source: args.has("made") ? "made" : "auto",
    only: args.text("only"),
    planned: void 0,
    out: folder("out") ?? joinPath(host.folders.working, "out"),
    distdir: folder("distdir") ?? joinPath(host.folders.cache, "distfiles"),
    dependenciesFrom: folder("deps-from"),
    key: checked(keyChoice(args, host), { kind: "none" }),
    configureOptions: args.texts("configure-options").flatMap((text) => checked(splitWords("`--configure-options`", text), [])),
    compression: choice("compression", COMPRESSIONS, "gz"),
    check: args.has("check") ? "run" : "skip",
    parallel: checked(countOf("`--jobs`", args.text("jobs") ?? String(host.processors)), 1),
    commands: args.has("allow-shell") ? "allowed" : "refused",
    onEnd: args.has("keep") ? "keep" : "remove"
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}
__name(readRequest2, "readRequest");
var NO_PORT = usage(
  "usage/arguments",
  "`build` takes a port, or a plan, and found neither",
  "tarwright build PORT [VERSION], or tarwright build --plan FILE --shard NAME"
);
function keyChoice(args, host) {
  const file = args.text("key");
  if (file === void 0) return ok(args.has("unsigned") ? { kind: "none" } : { kind: "own" });
  if (!args.has("unsigned")) return ok({ kind: "file", file: joinPath(host.folders.working, file) });
  return wrong(
    usage("usage/option", "`--key` and `--unsigned` contradict each other", "leave one of the two out")
  );
}
__name(keyChoice, "keyChoice");
function answerOf({ built, diagnostics }, working) {
  if (!built) return { diagnostics };
  const { job, fingerprint, packages, folder, log, signer, enter } = built;
  const place = shownPath(folder, working);
  const rows = packages.map(
    ({ file, sizeBytes, contentDigest }) => `  ${file}  ${kilobytes(sizeBytes)}  content ${contentDigest.slice(0, 16)}
`
  );
  const signed = signer ? `signed by ${signer}; verify with \`tarwright verify ${place} --key ${place}/${signer}.pub\`` : "unsigned";
  const kept = enter ? `the buildbox was kept: \`${enter}\`
` : "";
  return {
    diagnostics,
    text: `${job.id}: ${packages.length} package${packages.length === 1 ? "" : "s"} in ${place}
${rows.join("")}${signed}
${kept}`,
    json: { job: job.id, fingerprint, directory: folder, log, ...enter ? { enter } : {}, packages }
  };
}
__name(answerOf, "answerOf");
function kilobytes(bytes) {
  return `${(bytes / 1e3).toFixed(1)} kB`;
}
__name(kilobytes, "kilobytes");
export {
  verb
};
