import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  buildShard
} from "./chunk-AZEXZJ5N.js";
import {
  buildPort,
  jobOf,
  openDependencies,
  prepare,
  testPackages,
  untested
} from "./chunk-ZX5BBB2K.js";
import {
  SHELL_OPTIONS
} from "./chunk-WBGVUFWN.js";
import {
  keyChoiceOf
} from "./chunk-YYJQCZB6.js";
import {
  storeRecipe
} from "./chunk-RKQPW3EK.js";
import {
  RECIPES
} from "./chunk-3RF2CHTB.js";
import {
  openBase
} from "./chunk-V57KGXLJ.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  FILE_HASHES,
  readIndex
} from "./chunk-G3IN5NY2.js";
import {
  ARCHES,
  COMPRESSIONS,
  LAYOUTS,
  isArch
} from "./chunk-ZEHBRBCQ.js";
import {
  checking,
  countOf,
  oneOf,
  splitWords
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  unreachable,
  withScratch,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  WorldFailure,
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

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
function readRequest(args, options, host) {
  const { troubles, checked } = checking();
  const folder = (option) => {
    const text = args.text(option);
    return text === void 0 ? void 0 : joinPath(host.folders.working, text);
  };
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
function lineOf({ job, end }) {
  switch (end.kind) {
    case "built":
      return `${job}: ${packagesOf(end)}, ${(end.durationMs / 1e3).toFixed(1)} s`;
    case "failed":
      return `${job}: failed in the phase ${end.phase}`;
    case "skipped":
      return `${job}: skipped, for want of ${end.because.join(", ")}`;
    default:
      return unreachable(end);
  }
}
function packagesOf({ files, compared }) {
  const made = `${files.length} package${files.length === 1 ? "" : "s"}`;
  return compared.length > 0 ? `${made}, and ${compared.length} to be compared` : made;
}
function jobsJson({ jobs }) {
  return jobs.map(({ record, packages }) => ({ ...record, packages }));
}

// src/command/test-only.ts
async function testOnly(place, request, context) {
  const jobs = joinPath(context.host.folders.cache, "jobs");
  return await withScratch(jobs, context.host, async (workspace) => {
    const tested = await testIn(workspace, place, { request, context });
    if (!tested.ok) return { diagnostics: tested.error };
    const { names, warnings } = tested.value;
    return {
      diagnostics: warnings,
      text: `${names.join(", ")}: the test passed
`,
      json: { packages: names, test: "passed" }
    };
  });
}
async function testIn(workspace, place, { request, context }) {
  const { host, signal } = context;
  const prepared = await prepare({ ...request, key: { kind: "none" } }, context);
  if (!prepared.ok) return prepared;
  const { opened, base, workshop } = prepared.value;
  const { port } = opened;
  const script = port.test;
  if (!script) return wrong({ ...noTest(port), span: port.span });
  const found = await packagesAt(place, { port, request, base: base.name }, context);
  if (!found.ok) return found;
  const { folder, packages } = found.value;
  const where = {
    from: request.dependenciesFrom ?? folder,
    workspace: joinPath(workspace, "dependencies"),
    base: base.name,
    arch: request.arch,
    machine: request.arch,
    check: "skip"
  };
  const running = { ...port, depends: { ...port.depends, build: [] } };
  const dependencies = await openDependencies(running, where, host, signal);
  if (!dependencies.ok) return dependencies;
  const { arch, engine, source } = request;
  const ground = await openBase({ name: base.wanted, arch, engine, source }, workshop, signal);
  if (!ground.ok) return ground;
  const system = [...port.depends.system, ...dependencies.value.supplied.map((one) => one.system)];
  const job = jobOf(request, { ...running, depends: { ...running.depends, system } }, ground.value);
  const stage = { job, ground: ground.value, workshop, dependencies: dependencies.value };
  const hidden = [opened.folder, folder, host.folders.working, host.folders.home];
  const tested = await testPackages({ stage, workspace, hidden }, { packages, script }, context);
  if (!tested.ok) return tested;
  if (tested.value !== "passed") return wrong(untested({ job, ground: ground.value }));
  return ok({ names: packages.map((one) => one.package.fullpkgname), warnings: opened.warnings });
}
async function packagesAt(place, { port, request, base }, { host }) {
  const named = joinPath(host.folders.working, place);
  const status = await host.status(await host.realPath(named) ?? named);
  if (!status) return wrong(usage("usage/no-package", `there is nothing at \`${place}\``, HELP));
  const folder = status.kind === "folder" ? named : joinPath(named, "..");
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const names = new Set(port.packages.map(({ fullpkgname }) => fullpkgname));
  const isMeant = (row) => names.has(row.fullpkgname) && row.base === base && row.arch === request.arch && row.layout === request.layout;
  const rows = (index.value?.packages ?? []).filter(isMeant);
  const chosen = status.kind === "folder" ? rows : ofJob(rows, shownPath(named, folder));
  if (chosen.length === 0) {
    const message = `no package of \`${port.pkgpath}\` for \`${base}\` is at \`${place}\``;
    return wrong(usage("usage/no-package", message, HELP));
  }
  return ok({
    folder,
    packages: chosen.map((row) => ({ package: row, archive: joinPath(folder, row.file) }))
  });
}
function ofJob(rows, file) {
  const named = rows.find((row) => row.file === file);
  return rows.filter(({ job }) => job === named?.job);
}
var HELP = "name the file of a package, or the folder with it, beside the `index.json` that tells of it";
function noTest({ pkgpath }) {
  return usage("usage/no-test", `\`${pkgpath}\` has no test to run`, "write one under `test:`");
}

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
    need: {
      type: "string",
      multiple: true,
      help: "a library or tool of the base that the recipe forgot to name; may be repeated"
    },
    deps: {
      type: "boolean",
      help: "build what is missing there first, from its GoboLinux recipe; it goes there too, or to --out"
    },
    key: { type: "string", help: "signing key NAME.sec; default: your own, made on first use, never in CI" },
    unsigned: { type: "boolean", help: "leave the packages unsigned" },
    "configure-options": {
      type: "string",
      multiple: true,
      help: "more arguments for configure, quoted as in a shell"
    },
    "compare-flavors": {
      type: "optional",
      multiple: true,
      help: "also build without pseudo-flavors and with each of them (or for these flavors), and refuse packages of the same name that differ"
    },
    compression: { type: "string", help: `${COMPRESSIONS.join(", ")}; default: gz` },
    filehash: {
      type: "string",
      help: `digest of the package's list of its files, ${FILE_HASHES.join(", ")}; default: sha256; the tools of old GoboLinux systems read the others`
    },
    check: { type: "boolean", help: "run upstream's own tests after the build phase" },
    jobs: { type: "string", help: "commands that make runs at once; default: one per processor" },
    ...SHELL_OPTIONS,
    "allow-vcs": {
      type: "boolean",
      help: "fetch sources out of git or Subversion, which no digest vouches for"
    },
    "test-only": {
      type: "string",
      help: "build nothing: run the port's test with this package, or those of this folder"
    },
    "verify-reproducible": {
      type: "boolean",
      help: "build it twice, under other circumstances, and compare the packages byte for byte"
    },
    store: {
      type: "string",
      help: "a GoboLinux recipe that was built well comes to lie there, packed and with a report: see recipe-store; one of LocalRecipes in the folder Store beside it by itself"
    },
    keep: { type: "boolean", help: "leave the buildbox, and say how to enter it" },
    plan: { type: "string", help: "instead of PORT: a plan of `plan --json`, of which one shard is built" },
    shard: { type: "string", help: "with --plan: the shard" },
    artifacts: { type: "string", help: "with --plan: folder of what other shards have left in their --out" },
    released: { type: "string", help: "with --plan: folder of the released packages that it counts on" }
  },
  positionals: { least: 0, most: 2 },
  run: async (args, context) => {
    if (args.text("plan") !== void 0) return await buildPlanned(args, Object.keys(verb.options), context);
    const request = readRequest2(args, context);
    if (!request.ok) return { diagnostics: request.error };
    const tested = args.text("test-only");
    if (tested !== void 0) return await testOnly(tested, request.value, context);
    const answer = await buildPort(request.value, context);
    const stored = await store(answer, args, context);
    const { working } = context.host.folders;
    const { diagnostics, text = "", ...rest } = answerOf(answer, working);
    const told = stored?.ok ? `its recipe, packed: ${shownPath(stored.value.file, working)}
` : "";
    const troubles = stored && !stored.ok ? stored.error : [];
    return { ...rest, text: `${text}${told}`, diagnostics: [...diagnostics, ...troubles] };
  }
};
var OWN_RECIPES = "LocalRecipes";
async function store({ built }, args, context) {
  if (built?.job.port.dialect !== "gobolinux") return void 0;
  const named = args.text("store");
  const { working } = context.host.folders;
  const recipes = joinPath(built.portFolder, "../..");
  const isOwn = recipes.endsWith(`/${OWN_RECIPES}`);
  if (named === void 0 && !isOwn) return void 0;
  const folder = named === void 0 ? joinPath(recipes, "../Store") : joinPath(working, named);
  try {
    return await storeRecipe({ folder: built.portFolder, store: folder }, context);
  } catch (error) {
    if (named !== void 0 || !(error instanceof WorldFailure)) throw error;
    return wrong(notStored(shownPath(folder, working), error));
  }
}
function notStored(store2, { message }) {
  return {
    severity: "warning",
    code: "make-recipe/not-stored",
    blame: "world",
    message: `the recipe could not be packed into \`${store2}\`: ${message}`,
    help: "name another folder: `--store DIR`"
  };
}
function readRequest2(args, { host }) {
  const { troubles, checked } = checking();
  const choice = (option, allowed, otherwise) => checked(oneOf(`\`--${option}\``, args.text(option) ?? otherwise, allowed), otherwise);
  const [port = "", version] = args.positionals;
  if (args.positionals.length === 0) troubles.push(NO_PORT);
  const alone = ["shard", "artifacts", "released"].filter((option) => args.text(option) !== void 0);
  for (const option of alone) {
    troubles.push(
      usage("usage/option", `\`--${option}\` is for builds by a plan`, "give the plan too: `--plan FILE`")
    );
  }
  const folder = (option) => {
    const text = args.text(option);
    return text === void 0 ? void 0 : joinPath(host.folders.working, text);
  };
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
    needs: args.texts("need"),
    dependencies: args.has("deps") ? { waiting: [] } : "found",
    key: checked(keyChoiceOf(args, host), { kind: "none" }),
    configureOptions: args.texts("configure-options").flatMap((text) => checked(splitWords("`--configure-options`", text), [])),
    compression: choice("compression", COMPRESSIONS, "gz"),
    fileHash: choice("filehash", FILE_HASHES, "sha256"),
    check: args.has("check") ? "run" : "skip",
    parallel: checked(countOf("`--jobs`", args.text("jobs") ?? String(host.processors)), 1),
    checkouts: args.has("allow-vcs") ? "allowed" : "refused",
    commands: args.has("allow-shell") ? "allowed" : "refused",
    onEnd: args.has("keep") ? "keep" : "remove",
    purpose: "deliver",
    verify: args.has("verify-reproducible") ? "reproducible" : "nothing",
    compareFlavors: args.texts("compare-flavors")
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}
var NO_PORT = usage(
  "usage/arguments",
  "`build` takes a port, or a plan, and found neither",
  "tarwright build PORT [VERSION], or tarwright build --plan FILE --shard NAME"
);
function answerOf({ built, diagnostics }, working) {
  if (!built) return { diagnostics };
  const { job, fingerprint, packages, folder, log, signer, enter, equal } = built;
  const place = shownPath(folder, working);
  const rows = packages.map(
    ({ file, sizeBytes, contentDigest }) => `  ${file}  ${kilobytes(sizeBytes)}  content ${contentDigest.slice(0, 16)}
`
  );
  const same = equal.map(
    ({ fullpkgname, job: one, other }) => `${fullpkgname} is equal byte for byte, as ${one} and ${other} make it
`
  );
  const signed = signer ? `signed by ${signer}; verify with \`tarwright verify ${place} --key ${place}/${signer}.pub\`` : "unsigned";
  const twice = packages.some(({ rebuild }) => rebuild) ? "built twice, and the same bytes both times\n" : "";
  const kept = enter ? `the buildbox was kept: \`${enter}\`
` : "";
  return {
    diagnostics,
    text: `${job.id}: ${packages.length} package${packages.length === 1 ? "" : "s"} in ${place}
${rows.join("")}${same.join("")}${signed}
${twice}${kept}`,
    json: { job: job.id, fingerprint, directory: folder, log, ...enter ? { enter } : {}, equal, packages }
  };
}
function kilobytes(bytes) {
  return `${(bytes / 1e3).toFixed(1)} kB`;
}

export {
  verb,
  readRequest2 as readRequest
};
