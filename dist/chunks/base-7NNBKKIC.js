import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  createBase,
  exportBase,
  listBases
} from "./chunk-GLZ54WN2.js";
import "./chunk-E3PZM54P.js";
import {
  oneOf
} from "./chunk-74IOWFN7.js";
import {
  ENGINES,
  openEngines
} from "./chunk-IAVOJ42Z.js";
import {
  ARCHES,
  isArch
} from "./chunk-SYY5JVPJ.js";
import {
  usage
} from "./chunk-JYP3FUYP.js";
import {
  joinPath,
  ok,
  wrong
} from "./chunk-EWCNBGCJ.js";
import {
  __name
} from "./chunk-7DL54TQM.js";

// src/command/base.ts
var USAGE = "base create NAME | base list | base export NAME --out FILE.tar";
var verb = {
  usage: USAGE,
  options: {
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    engine: { type: "string", help: `who will use it: auto (default), ${ENGINES.join(", ")}` },
    out: { type: "string", help: "the tar file that `export` writes; `docker import` takes it" }
  },
  positionals: { least: 1, most: 2 },
  run: /* @__PURE__ */ __name(async (args, context) => {
    const { host, report, signal } = context;
    const workshop = { host, report, engines: openEngines(host) };
    const [action, name] = args.positionals;
    if (action === "list" && name === void 0) return answerList(await listBases(workshop));
    if (action !== "create" && action !== "export" || name === void 0)
      return wrongUsage(args.positionals);
    const request = readRequest(name, args, context);
    if (!request.ok) return { diagnostics: request.error };
    if (action === "create") return answerMade(await createBase(request.value, workshop, signal), "made");
    const out = args.text("out");
    if (out === void 0) {
      return { diagnostics: [usage("usage/out", "`base export` needs `--out`", `tarwright ${USAGE}`)] };
    }
    const file = joinPath(host.folders.working, out);
    return answerMade(await exportBase({ ...request.value, out: file }, workshop), `written to ${out}`);
  }, "run")
};
function readRequest(name, args, { host }) {
  const arch = oneOf("`--arch`", args.text("arch") ?? (isArch(host.arch) ? host.arch : "x86_64"), ARCHES);
  const engine = oneOf("`--engine`", args.text("engine") ?? "auto", ["auto", ...ENGINES]);
  if (arch.ok && engine.ok) return ok({ name, arch: arch.value, engine: engine.value });
  return wrong(...arch.ok ? [] : arch.error, ...engine.ok ? [] : engine.error);
}
__name(readRequest, "readRequest");
function wrongUsage(words) {
  const found = words.map((word) => `\`${word}\``).join(" ");
  return {
    diagnostics: [usage("usage/arguments", `\`base\` can't do ${found}`, `tarwright ${USAGE}`)]
  };
}
__name(wrongUsage, "wrongUsage");
function answerMade(made, what) {
  if (!made.ok) return { diagnostics: made.error };
  return {
    diagnostics: [],
    text: `${made.value.name}: ${what}
${rowOf(made.value)}`,
    json: viewOf(made.value)
  };
}
__name(answerMade, "answerMade");
function answerList(bases) {
  const width = Math.max(...bases.map(({ name }) => name.length));
  const rows = bases.map(({ name, image, isMakeable, made }) => {
    const ways = [image && `image ${image}`, isMakeable && "makeable here"].filter(Boolean).join(", ");
    return `${name.padEnd(width)}  ${ways || "this machine"}
${made.map(rowOf).join("")}`;
  });
  const json = bases.map((base) => ({ ...base, made: base.made.map(viewOf) }));
  return { diagnostics: [], text: rows.join(""), json };
}
__name(answerList, "answerList");
function rowOf({ engine, arch, digest, run, tools }) {
  const sizes = `target ${megabytes(run.sizeBytes)}, tools ${megabytes(tools.sizeBytes)}`;
  return `  made for ${engine}, ${arch}: ${sizes}, ${digest}
`;
}
__name(rowOf, "rowOf");
function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
__name(megabytes, "megabytes");
function viewOf({ name, engine, arch, digest, run, tools }) {
  return {
    name,
    engine,
    arch,
    digest,
    runBytes: run.sizeBytes,
    toolsBytes: tools.sizeBytes,
    packages: tools.packages.length
  };
}
__name(viewOf, "viewOf");
export {
  verb
};
