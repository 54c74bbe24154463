import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  readBaseRequest
} from "./chunk-5CEH3NDH.js";
import {
  createBase,
  diffBases,
  exportBase,
  listBases
} from "./chunk-V7LP4YZU.js";
import {
  ENGINES,
  openEngines
} from "./chunk-FFIYGVKZ.js";
import "./chunk-UCWNRDAO.js";
import "./chunk-XT2I4UYB.js";
import {
  usage
} from "./chunk-PE6H4S2Z.js";
import {
  ARCHES,
  joinPath
} from "./chunk-YHAPECI5.js";
import "./chunk-4TNO2FL2.js";
import {
  __name
} from "./chunk-KRZTYYLC.js";

// src/command/base-difference.ts
function answerDifference(difference) {
  const { packages, libraries } = difference;
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
  return { diagnostics: [], text: text === "" ? "no difference\n" : text, json: difference };
}
__name(answerDifference, "answerDifference");
function section(name, lines) {
  return lines.length === 0 ? "" : `${name}:
${lines.map((line) => `  ${line}
`).join("")}`;
}
__name(section, "section");

// src/command/base.ts
var USAGE = "base create NAME | base list | base export NAME --out FILE.tar | base diff NAME NAME";
var verb = {
  usage: USAGE,
  options: {
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    made: { type: "boolean", help: "for `diff`: make the bases here, even where there is an image of them" },
    engine: { type: "string", help: `who will use it: auto (default), ${ENGINES.join(", ")}` },
    out: { type: "string", help: "the tar file that `export` writes; `docker import` takes it" }
  },
  positionals: { least: 1, most: 3 },
  run: /* @__PURE__ */ __name(async (args, context) => {
    const { host, report, signal } = context;
    const workshop = { host, report, engines: openEngines(host) };
    const [action, name, other] = args.positionals;
    if (action === "diff" && name !== void 0 && other !== void 0) {
      const [from, to] = [readBaseRequest(name, args, context), readBaseRequest(other, args, context)];
      if (!from.ok) return { diagnostics: from.error };
      if (!to.ok) return { diagnostics: to.error };
      const difference = await diffBases([from.value, to.value], workshop, signal);
      return difference.ok ? answerDifference(difference.value) : { diagnostics: difference.error };
    }
    if (other !== void 0) return wrongUsage(args.positionals);
    if (action === "list" && name === void 0) return answerList(await listBases(workshop));
    if (action !== "create" && action !== "export" || name === void 0)
      return wrongUsage(args.positionals);
    const request = readBaseRequest(name, args, context);
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
  const rows = bases.map(({ name, known, isMakeable, made }) => {
    const ways = [known && `image ${known.build}`, isMakeable && "makeable here"].filter(Boolean).join(", ");
    return `${name.padEnd(width)}  ${ways || "this machine"}
${made.map(rowOf).join("")}`;
  });
  const json = bases.map(({ name, known, isMakeable, made }) => ({
    name,
    ...known ? {
      family: known.family,
      arches: known.arches,
      libc: known.libc,
      image: known.build,
      runImage: known.run,
      extensible: known.extensible
    } : {},
    isMakeable,
    made: made.map(viewOf)
  }));
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
