import { ENGINES } from "../engine/engine.ts";
import { joinPath } from "../host/host.ts";
import { GRAPHS, type GraphKind, graph, MATRIX_LEGS, matrix, type Planned, RANKS } from "../plan/plan.ts";
import { ARCHES, type Arch, isArch, LAYOUTS } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import { checking, countUpTo, oneOf, splitWords } from "./arguments.ts";
import { eachOneOf, linesOf, wordsOf } from "./flavor-wishes.ts";
import { makePlan, type PlanningRequest } from "./make-plan.ts";
import { planText } from "./plan-view.ts";
import { SHELL_OPTIONS } from "./port-shell.ts";
import type { Answer, Arguments, Context, Verb } from "./verb.ts";

/** `plan PATHS…`: what would be built, where, in which order, and why. */
export const verb: Verb = {
  usage: "plan PATHS… [--bases B,…] [--arches A,…] [--flavors WISH]… [--released INDEX] [--matrix] [OPTIONS]",
  options: {
    bases: {
      type: "string",
      multiple: true,
      help: "what it will run on, as for `build`; default: each port's own",
    },
    arches: { type: "string", multiple: true, help: `${ARCHES.join(", ")}; default: this machine's` },
    flavors: {
      type: "string",
      multiple: true,
      help: "all, default, 'a;a b' for all ports, or 'PKGPATH=default;a b' for one",
    },
    pseudo: { type: "string", multiple: true, help: "pseudo-flavors that count among `--flavors all`" },
    released: {
      type: "string",
      help: "folder with index.json and SHA256.sig: what is in it is not built again",
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
      help: "leave out ports that can't be read or resolved, and what needs them, and plan the rest",
    },
    out: { type: "string", help: "file for the whole plan, for `build --plan`" },
    matrix: {
      type: "boolean",
      help: "print the legs of each rank as one line, for `fromJSON` in a workflow",
    },
    graph: { type: "string", help: `print the jobs as a graph: ${GRAPHS.join(" or ")}` },
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
    if (out !== undefined)
      await host.writeFile(joinPath(host.folders.working, out), `${JSON.stringify(planned.value.plan)}\n`);
    return answerOf(planned.value, args.has("matrix") ? "matrix" : kind);
  },
};

function answerOf({ plan, warnings }: Planned, form: "matrix" | GraphKind | undefined): Answer {
  if (form === undefined) return { diagnostics: warnings, text: planText(plan), json: plan };
  if (form !== "matrix") return { diagnostics: warnings, text: graph(plan, form), json: plan };
  const legs = matrix(plan);
  return { diagnostics: warnings, text: `${JSON.stringify(legs)}\n`, json: legs };
}

type Request = PlanningRequest & { readonly graph: GraphKind | undefined };

function readRequest(args: Arguments, { host }: Context): Result<Request> {
  const { troubles, checked } = checking();
  const choice = <T extends string>(option: string, allowed: readonly T[], otherwise: T): T =>
    checked(oneOf(`\`--${option}\``, args.text(option) ?? otherwise, allowed), otherwise);
  const count = (option: string, most: number) =>
    checked(countUpTo(most, `\`--${option}\``, args.text(option)), most);
  const arches = wordsOf(args.texts("arches"));
  const own: readonly Arch[] = [isArch(host.arch) ? host.arch : "x86_64"];
  const released = args.text("released");
  const kind = args.text("graph");
  const request: Request = {
    paths: args.positionals,
    bases: wordsOf(args.texts("bases")),
    arches:
      arches.length === 0
        ? own
        : checked(
            eachOneOf(arches, (word) => oneOf("`--arches`", word, ARCHES)),
            own,
          ),
    flavors: linesOf(args.texts("flavors")),
    pseudo: wordsOf(args.texts("pseudo")),
    layout: choice("layout", LAYOUTS, "vendor"),
    prefix: args.text("prefix"),
    subpackages: wordsOf(args.texts("subpackages")),
    configureOptions: args
      .texts("configure-options")
      .flatMap((text) => checked(splitWords("`--configure-options`", text), [])),
    released:
      released === undefined
        ? { kind: "nothing" }
        : {
            kind: "folder",
            folder: joinPath(host.folders.working, released),
            publicKeys: args.texts("public-key").map((file) => joinPath(host.folders.working, file)),
          },
    ranks: args.text("ranks") === undefined ? RANKS : count("ranks", RANK_LIMIT),
    runners: count("max-parallel", MATRIX_LEGS),
    engine: choice("engine", ["auto", ...ENGINES], "auto"),
    source: args.has("made") ? "made" : "auto",
    commands: args.has("allow-shell") ? "allowed" : "refused",
    unreadable: args.has("keep-going") ? "are left out" : "stop the plan",
    graph: kind === undefined ? undefined : checked(oneOf("`--graph`", kind, GRAPHS), undefined),
  };
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(request);
}

/** With more, their legs would not fit into what one job may put out. */
const RANK_LIMIT = 20;
