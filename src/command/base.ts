import {
  createBase,
  createFromImage,
  diffBases,
  exportBase,
  type ListedBase,
  listBases,
  type MadeRecord,
  syncBase,
  type Workshop,
} from "../base/base.ts";
import { ENGINES } from "../engine/engine.ts";
import { joinPath } from "../host/host.ts";
import { ARCHES } from "../port/port.ts";
import { type Result, unreachable } from "../report.ts";
import { oneOf } from "./arguments.ts";
import { answerDifference } from "./base-difference.ts";
import { writeLock } from "./base-lock.ts";
import { readBaseRequest } from "./base-request.ts";
import { readTargetArguments } from "./base-sync.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";
import { openWorkshop } from "./workshop.ts";

const ACTIONS = ["create", "sync", "diff", "lock", "list", "export"] as const;

/** `base create|sync|diff|lock|list|export`: the roots that builds start from. */
export const verb: Verb = {
  usage: "base create|sync|diff|lock|list|export [NAME…] [--packages FILE] [--out FILE.tar] [OPTIONS]",
  options: {
    packages: { type: "string", help: "with `sync`: the list that the root shall hold, exactly" },
    "from-image": { type: "string", help: "with `sync`: the packages of this image, instead of a list" },
    "from-root": { type: "string", help: "with `sync`: the packages of the system below this folder, as /" },
    exact: { type: "boolean", help: "with the two above: in the very versions that are there" },
    from: {
      type: "string",
      help: "with `create`: an image as a file or folder (OCI, `docker save`), or its name",
    },
    "build-from": { type: "string", help: "with `create --from`: the image to build in, if it is another" },
    arch: { type: "string", help: `${ARCHES.join(" or ")}; default: this machine's` },
    made: { type: "boolean", help: "make the bases here, even where there is an image of them" },
    engine: { type: "string", help: `who will use it: auto (default), ${ENGINES.join(", ")}` },
    out: { type: "string", help: "the tar file that `export` writes; `docker import` takes it" },
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
        if (name === undefined || other === undefined || more !== undefined) break;
        return await difference([name, other], setting);
      case "lock":
        return await writeLock(names, setting);
      case "list":
        if (name !== undefined) break;
        return answerList(await listBases(setting.workshop));
      case "create":
        if (name === undefined || other !== undefined) break;
        return await create(name, setting);
      case "sync":
        if (name === undefined || other !== undefined) break;
        return await sync(name, setting);
      case "export":
        if (name === undefined || other !== undefined) break;
        return await writeOut(name, setting);
      default:
        return unreachable(action.value);
    }
    return wrongUsage(args.positionals);
  },
};

/** What each action works with. */
type Setting = {
  readonly args: Arguments;
  readonly context: Context;
  readonly workshop: Workshop;
};

async function difference(
  [from, to]: readonly [string, string],
  { args, context, workshop }: Setting,
): Promise<Answer> {
  const requests = [readBaseRequest(from, args, context), readBaseRequest(to, args, context)] as const;
  if (!requests[0].ok) return { diagnostics: requests[0].error };
  if (!requests[1].ok) return { diagnostics: requests[1].error };
  const found = await diffBases([requests[0].value, requests[1].value], workshop, context.signal);
  return found.ok ? answerDifference(found.value) : { diagnostics: found.error };
}

async function create(name: string, { args, context, workshop }: Setting): Promise<Answer> {
  const request = readBaseRequest(name, args, context);
  if (!request.ok) return { diagnostics: request.error };
  const [run, build] = [args.text("from"), args.text("build-from")];
  if (run !== undefined) {
    return answerMade(await createFromImage(request.value, { run, build }, workshop, context.signal), "made");
  }
  if (build !== undefined) {
    const message = "`--build-from` says what is built in, and nothing what runs";
    return { diagnostics: [usage("usage/option", message, "name the image that runs: `--from IMAGE`")] };
  }
  return answerMade(await createBase(request.value, workshop, context.signal), "made");
}

async function sync(name: string, { args, context, workshop }: Setting): Promise<Answer> {
  const request = readBaseRequest(name, args, context);
  const target = readTargetArguments(args, context.host);
  if (!request.ok) return { diagnostics: request.error };
  if (!target.ok) return { diagnostics: target.error };
  return answerMade(await syncBase(request.value, target.value, workshop, context.signal), "synced");
}

async function writeOut(name: string, { args, context, workshop }: Setting): Promise<Answer> {
  const request = readBaseRequest(name, args, context);
  if (!request.ok) return { diagnostics: request.error };
  const out = args.text("out");
  if (out === undefined) {
    return { diagnostics: [usage("usage/out", "`base export` needs `--out`", `tarwright ${verb.usage}`)] };
  }
  const file = joinPath(context.host.folders.working, out);
  return answerMade(await exportBase({ ...request.value, out: file }, workshop), `written to ${out}`);
}
function wrongUsage(words: readonly string[]): Answer {
  const found = words.map((word) => `\`${word}\``).join(" ");
  return {
    diagnostics: [usage("usage/arguments", `\`base\` can't do ${found}`, `tarwright ${verb.usage}`)],
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
    const ways = [known?.images && `image ${known.images.build}`, isMakeable && "makeable here"]
      .filter(Boolean)
      .join(", ");
    return `${name.padEnd(width)}  ${ways || "this machine"}\n${made.map(rowOf).join("")}`;
  });
  const json = bases.map(({ name, known, isMakeable, made }) => ({
    name,
    ...(known
      ? {
          family: known.family,
          arches: known.arches,
          libc: known.libc,
          ...(known.images ? { image: known.images.build, runImage: known.images.run } : {}),
          extensible: known.extensible,
        }
      : {}),
    isMakeable,
    made: made.map(viewOf),
  }));
  return { diagnostics: [], text: rows.join(""), json };
}

function rowOf({ engine, arch, digest, run, tools, list }: MadeRecord): string {
  const sizes = `target ${megabytes(run.sizeBytes)}, tools ${megabytes(tools.sizeBytes)}`;
  const how = list === undefined ? "made" : `synced to ${run.packages.length} packages`;
  return `  ${how} for ${engine}, ${arch}: ${sizes}, ${digest}\n`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function viewOf({ name, engine, arch, digest, run, tools, list }: MadeRecord) {
  return {
    name,
    engine,
    arch,
    digest,
    runBytes: run.sizeBytes,
    toolsBytes: tools.sizeBytes,
    packages: tools.packages.length,
    ...(list === undefined ? {} : { runPackages: run.packages.length, list }),
  };
}
