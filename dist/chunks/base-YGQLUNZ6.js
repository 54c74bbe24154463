import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readBaseRequest
} from "./chunk-YZ26MRUZ.js";
import {
  baseLockFile,
  openWorkshop,
  projectFolder
} from "./chunk-CUGB43QZ.js";
import {
  BASE_LOCK_NAME,
  createBase,
  createFromImage,
  diffBases,
  exportBase,
  formatBaseLock,
  listBases,
  lockBases,
  syncBase
} from "./chunk-V57KGXLJ.js";
import {
  ENGINES
} from "./chunk-DUQGCMRN.js";
import {
  ARCHES
} from "./chunk-ZEHBRBCQ.js";
import {
  oneOf
} from "./chunk-4B4EVV3V.js";
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  ok,
  unreachable,
  wrong
} from "./chunk-2DPMJAPF.js";
import {
  joinPath,
  shownPath
} from "./chunk-IMGLSV2N.js";

// src/command/base-difference.ts
function answerDifference(difference2) {
  const { packages, libraries } = difference2;
  const sections = [
    section("packages", [
      ...packages.removed.map(({ name, version }) => `- ${name} ${version}`),
      ...packages.added.map(({ name, version }) => `+ ${name} ${version}`),
      ...packages.changed.map(({ name, from, to }) => `~ ${name} ${from} -> ${to}`)
    ]),
    section("libraries", [
      ...libraries.removed.map((soname) => `- ${soname}`),
      ...libraries.added.map((soname) => `+ ${soname}`),
      ...libraries.changed.map(
        ({ soname, removed, added }) => [`~ ${soname}:`, ...removed.map((one) => `-${one}`), ...added.map((one) => `+${one}`)].join(" ")
      )
    ])
  ];
  const text = sections.join("");
  return { diagnostics: [], text: text === "" ? "no difference\n" : text, json: difference2 };
}
function section(name, lines) {
  return lines.length === 0 ? "" : `${name}:
${lines.map((line) => `  ${line}
`).join("")}`;
}

// src/command/base-lock.ts
async function writeLock(names, { args, context, workshop }) {
  const { host, signal } = context;
  const known = [...workshop.lock.keys()].map((key) => key.replace(/@.*/, ""));
  const wanted = names.length > 0 ? names : [.../* @__PURE__ */ new Set([...known, ...workshop.catalogue.own])];
  if (wanted.length === 0) return { diagnostics: [NO_NAMES] };
  const requests = [];
  const troubles = [];
  for (const name of wanted) {
    const request = readBaseRequest(name, args, context);
    if (request.ok) requests.push(request.value);
    else troubles.push(...request.error);
  }
  if (troubles.length > 0) return { diagnostics: troubles };
  const lock = await lockBases(requests, workshop, signal);
  if (!lock.ok) return { diagnostics: lock.error };
  const file = baseLockFile(await projectFolder(context));
  await host.writeFile(file, formatBaseLock(lock.value));
  const rows = [...lock.value].sort(([a], [b]) => a < b ? -1 : 1);
  return {
    diagnostics: [],
    text: [
      ...rows.map(([key, { digest }]) => `${key}  ${digest}
`),
      `written to ${shownPath(file, host.folders.working)}
`
    ].join(""),
    json: { file, bases: Object.fromEntries(rows) }
  };
}
var NO_NAMES = usage(
  "usage/arguments",
  `\`base lock\` takes the names of bases, and \`${BASE_LOCK_NAME}\` has none yet`,
  "name those that you build on: `tarwright base lock debian-12 heroku-24`"
);

// src/command/base-sync.ts
function readTargetArguments(args, { folders }) {
  const [file, reference, root] = ["packages", "from-image", "from-root"].map((option) => args.text(option));
  const versions = args.has("exact") ? "exact" : "any";
  const targets = [
    ...file === void 0 ? [] : [{ kind: "file", file: joinPath(folders.working, file) }],
    ...reference === void 0 ? [] : [{ kind: "image", reference, versions }],
    ...root === void 0 ? [] : [{ kind: "root", folder: joinPath(folders.working, root), versions }]
  ];
  const [target, other] = targets;
  if (other) {
    const message = "the packages are given twice";
    return wrong(usage("usage/option", message, "leave one of `--packages`, `--from-image`, `--from-root`"));
  }
  return ok(target ?? "own");
}

// src/command/base.ts
var ACTIONS = ["create", "sync", "diff", "lock", "list", "export"];
var verb = {
  usage: "base create|sync|diff|lock|list|export [NAME…] [--packages FILE] [--out FILE.tar] [OPTIONS]",
  options: {
    packages: { type: "string", help: "with `sync`: the list that the root shall hold, exactly" },
    "from-image": { type: "string", help: "with `sync`: the packages of this image, instead of a list" },
    "from-root": { type: "string", help: "with `sync`: the packages of the system below this folder, as /" },
    exact: { type: "boolean", help: "with the two above: in the very versions that are there" },
    from: {
      type: "string",
      help: "with `create`: an image as a file or folder (OCI, `docker save`), or its name"
    },
    "build-from": { type: "string", help: "with `create --from`: the image to build in, if it is another" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    made: { type: "boolean", help: "make the bases here, even where there is an image of them" },
    engine: { type: "string", help: `who will use it: auto (default), ${ENGINES.join(", ")}` },
    out: { type: "string", help: "the tar file that `export` writes; `docker import` takes it" }
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const [word = "", ...names] = args.positionals;
    const action = oneOf("the action of `base`", word, ACTIONS);
    if (!action.ok) return { diagnostics: action.error };
    const workshop = await openWorkshop(context);
    if (!workshop.ok) return { diagnostics: workshop.error };
    const [name, other, more] = names;
    const setting = { args, context, workshop: workshop.value };
    switch (action.value) {
      case "diff":
        if (name === void 0 || other === void 0 || more !== void 0) break;
        return await difference([name, other], setting);
      case "lock":
        return await writeLock(names, setting);
      case "list":
        if (name !== void 0) break;
        return answerList(await listBases(setting.workshop));
      case "create":
        if (name === void 0 || other !== void 0) break;
        return await create(name, setting);
      case "sync":
        if (name === void 0 || other !== void 0) break;
        return await sync(name, setting);
      case "export":
        if (name === void 0 || other !== void 0) break;
        return await writeOut(name, setting);
      default:
        return unreachable(action.value);
    }
    return wrongUsage(args.positionals);
  }
};
async function difference([from, to], { args, context, workshop }) {
  const requests = [readBaseRequest(from, args, context), readBaseRequest(to, args, context)];
  if (!requests[0].ok) return { diagnostics: requests[0].error };
  if (!requests[1].ok) return { diagnostics: requests[1].error };
  const found = await diffBases([requests[0].value, requests[1].value], workshop, context.signal);
  return found.ok ? answerDifference(found.value) : { diagnostics: found.error };
}
async function create(name, { args, context, workshop }) {
  const request = readBaseRequest(name, args, context);
  if (!request.ok) return { diagnostics: request.error };
  const [run, build] = [args.text("from"), args.text("build-from")];
  if (run !== void 0) {
    return answerMade(await createFromImage(request.value, { run, build }, workshop, context.signal), "made");
  }
  if (build !== void 0) {
    const message = "`--build-from` says what is built in, and nothing what runs";
    return { diagnostics: [usage("usage/option", message, "name the image that runs: `--from IMAGE`")] };
  }
  return answerMade(await createBase(request.value, workshop, context.signal), "made");
}
async function sync(name, { args, context, workshop }) {
  const request = readBaseRequest(name, args, context);
  const target = readTargetArguments(args, context.host);
  if (!request.ok) return { diagnostics: request.error };
  if (!target.ok) return { diagnostics: target.error };
  return answerMade(await syncBase(request.value, target.value, workshop, context.signal), "synced");
}
async function writeOut(name, { args, context, workshop }) {
  const request = readBaseRequest(name, args, context);
  if (!request.ok) return { diagnostics: request.error };
  const out = args.text("out");
  if (out === void 0) {
    return { diagnostics: [usage("usage/out", "`base export` needs `--out`", `tarwright ${verb.usage}`)] };
  }
  const file = joinPath(context.host.folders.working, out);
  return answerMade(await exportBase({ ...request.value, out: file }, workshop), `written to ${out}`);
}
function wrongUsage(words) {
  const found = words.map((word) => `\`${word}\``).join(" ");
  return {
    diagnostics: [usage("usage/arguments", `\`base\` can't do ${found}`, `tarwright ${verb.usage}`)]
  };
}
function answerMade(made, what) {
  if (!made.ok) return { diagnostics: made.error };
  return {
    diagnostics: [],
    text: `${made.value.name}: ${what}
${rowOf(made.value)}`,
    json: viewOf(made.value)
  };
}
function answerList(bases) {
  const width = Math.max(...bases.map(({ name }) => name.length));
  const rows = bases.map(({ name, known, isMakeable, made }) => {
    const ways = [known?.images && `image ${known.images.build}`, isMakeable && "makeable here"].filter(Boolean).join(", ");
    return `${name.padEnd(width)}  ${ways || "this machine"}
${made.map(rowOf).join("")}`;
  });
  const json = bases.map(({ name, known, isMakeable, made }) => ({
    name,
    ...known ? {
      family: known.family,
      arches: known.arches,
      libc: known.libc,
      ...known.images ? { image: known.images.build, runImage: known.images.run } : {},
      extensible: known.extensible
    } : {},
    isMakeable,
    made: made.map(viewOf)
  }));
  return { diagnostics: [], text: rows.join(""), json };
}
function rowOf({ engine, arch, digest, run, tools, list }) {
  const sizes = `target ${megabytes(run.sizeBytes)}, tools ${megabytes(tools.sizeBytes)}`;
  const how = list === void 0 ? "made" : `synced to ${run.packages.length} packages`;
  return `  ${how} for ${engine}, ${arch}: ${sizes}, ${digest}
`;
}
function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
function viewOf({ name, engine, arch, digest, run, tools, list }) {
  return {
    name,
    engine,
    arch,
    digest,
    runBytes: run.sizeBytes,
    toolsBytes: tools.sizeBytes,
    packages: tools.packages.length,
    ...list === void 0 ? {} : { runPackages: run.packages.length, list }
  };
}
export {
  verb
};
