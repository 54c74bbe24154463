import {
  createBase,
  diffBases,
  exportBase,
  type ListedBase,
  listBases,
  type MadeRecord,
  type Workshop,
} from "../base/base.ts";
import { ENGINES, openEngines } from "../engine/engine.ts";
import { joinPath } from "../host/host.ts";
import { ARCHES } from "../port/port.ts";
import type { Result } from "../report.ts";
import { answerDifference } from "./base-difference.ts";
import { readBaseRequest } from "./base-request.ts";
import { type Answer, usage, type Verb } from "./verb.ts";

const USAGE = "base create NAME | base list | base export NAME --out FILE.tar | base diff NAME NAME";

/** `base create|list|export|diff`: roots that are made here, and what one has that another has not. */
export const verb: Verb = {
  usage: USAGE,
  options: {
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    made: { type: "boolean", help: "for `diff`: make the bases here, even where there is an image of them" },
    engine: { type: "string", help: `who will use it: auto (default), ${ENGINES.join(", ")}` },
    out: { type: "string", help: "the tar file that `export` writes; `docker import` takes it" },
  },
  positionals: { least: 1, most: 3 },
  run: async (args, context) => {
    const { host, report, signal } = context;
    const workshop: Workshop = { host, report, engines: openEngines(host) };
    const [action, name, other] = args.positionals;
    if (action === "diff" && name !== undefined && other !== undefined) {
      const [from, to] = [readBaseRequest(name, args, context), readBaseRequest(other, args, context)];
      if (!from.ok) return { diagnostics: from.error };
      if (!to.ok) return { diagnostics: to.error };
      const difference = await diffBases([from.value, to.value], workshop, signal);
      return difference.ok ? answerDifference(difference.value) : { diagnostics: difference.error };
    }
    if (other !== undefined) return wrongUsage(args.positionals);
    if (action === "list" && name === undefined) return answerList(await listBases(workshop));
    if ((action !== "create" && action !== "export") || name === undefined)
      return wrongUsage(args.positionals);
    const request = readBaseRequest(name, args, context);
    if (!request.ok) return { diagnostics: request.error };
    if (action === "create") return answerMade(await createBase(request.value, workshop, signal), "made");
    const out = args.text("out");
    if (out === undefined) {
      return { diagnostics: [usage("usage/out", "`base export` needs `--out`", `tarwright ${USAGE}`)] };
    }
    const file = joinPath(host.folders.working, out);
    return answerMade(await exportBase({ ...request.value, out: file }, workshop), `written to ${out}`);
  },
};

function wrongUsage(words: readonly string[]): Answer {
  const found = words.map((word) => `\`${word}\``).join(" ");
  return {
    diagnostics: [usage("usage/arguments", `\`base\` can't do ${found}`, `tarwright ${USAGE}`)],
  };
}

function answerMade(made: Result<MadeRecord>, what: string): Answer {
  if (!made.ok) return { diagnostics: made.error };
  return {
    diagnostics: [],
    text: `${made.value.name}: ${what}\n${rowOf(made.value)}`,
    json: viewOf(made.value),
  };
}

function answerList(bases: readonly ListedBase[]): Answer {
  const width = Math.max(...bases.map(({ name }) => name.length));
  const rows = bases.map(({ name, known, isMakeable, made }) => {
    const ways = [known && `image ${known.build}`, isMakeable && "makeable here"].filter(Boolean).join(", ");
    return `${name.padEnd(width)}  ${ways || "this machine"}\n${made.map(rowOf).join("")}`;
  });
  const json = bases.map(({ name, known, isMakeable, made }) => ({
    name,
    ...(known
      ? {
          family: known.family,
          arches: known.arches,
          libc: known.libc,
          image: known.build,
          runImage: known.run,
          extensible: known.extensible,
        }
      : {}),
    isMakeable,
    made: made.map(viewOf),
  }));
  return { diagnostics: [], text: rows.join(""), json };
}

function rowOf({ engine, arch, digest, run, tools }: MadeRecord): string {
  const sizes = `target ${megabytes(run.sizeBytes)}, tools ${megabytes(tools.sizeBytes)}`;
  return `  made for ${engine}, ${arch}: ${sizes}, ${digest}\n`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function viewOf({ name, engine, arch, digest, run, tools }: MadeRecord) {
  return {
    name,
    engine,
    arch,
    digest,
    runBytes: run.sizeBytes,
    toolsBytes: tools.sizeBytes,
    packages: tools.packages.length,
  };
}
