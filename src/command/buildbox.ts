import {
  ENGINES,
  type Engine,
  findKept,
  guestPath,
  type Kept,
  listKept,
  openEngines,
} from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";
import { oneOf } from "./arguments.ts";
import { makeBuildbox } from "./new-buildbox.ts";
import { type Answer, type Arguments, type Context, usage, type Verb } from "./verb.ts";

export const verb: Verb = {
  usage: "buildbox new|list|enter|remove [BASE] [NAME…] [-c COMMAND] [--root]",
  options: {
    command: {
      type: "string",
      short: "c",
      help: "with `enter`: run this with `sh -c`, not a shell for a person",
    },
    root: { type: "boolean", help: "with `enter`: as root of the buildbox" },
    network: { type: "boolean", help: "with `new`: the box may reach the network" },
    memory: { type: "string", help: "with `new`: as `4g`; more than that kills what asks for it" },
    processes: { type: "string", help: "with `new`: how many may run in the box at once" },
    disk: { type: "string", help: "with `new`: as `20g`; of what is written in the box" },
    time: { type: "string", help: "with `new`: as `30m`; how long a command or shell may run" },
    engine: { type: "string", help: `with \`new\`: auto (default), ${ENGINES.join(", ")}` },
    made: { type: "boolean", help: "with `new`: make the base here, even where there is an image of it" },
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    const [word = "", ...names] = args.positionals;
    const action = oneOf("the action of `buildbox`", word, ["new", "list", "enter", "remove"]);
    if (!action.ok) return { diagnostics: action.error };
    switch (action.value) {
      case "new":
        return await make(names, args, context);
      case "list":
        return await list(names, context);
      case "enter":
        return await enter(names, args, context);
      case "remove":
        return await remove(names, context);
      default:
        return unreachable(action.value);
    }
  },
};

async function make(names: readonly string[], args: Arguments, context: Context): Promise<Answer> {
  const [base, name, more] = names;
  if (base === undefined || name === undefined || more !== undefined)
    return { diagnostics: [wrongCount("new", "a base and a name", names)] };
  return await makeBuildbox([base, name], args, context);
}

async function list(names: readonly string[], { host }: Context): Promise<Answer> {
  if (names.length > 0) return { diagnostics: [wrongCount("list", "no name", names)] };
  const kept = await listKept(host);
  const rows = kept.map(({ name, engine, spec }) => ({ name, engine, job: spec.name }));
  return {
    diagnostics: [],
    text: rows.map(({ name, engine }) => `${name}  ${engine}\n`).join(""),
    json: rows,
  };
}

const PERSONS = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };

/** With the folder and the variables of the last command that ran there. */
async function enter(names: readonly string[], args: Arguments, context: Context): Promise<Answer> {
  const { host, signal } = context;
  const [name] = names;
  if (name === undefined || names.length > 1)
    return { diagnostics: [wrongCount("enter", "one name", names)] };
  const found = await find(name, context);
  if (!found.ok) return { diagnostics: found.error };
  const { kept, engine } = found.value;
  const opened = await engine.reopen(kept, signal);
  if (opened.kind === "refused") {
    const message = `buildbox \`${name}\` can't be opened again: ${opened.why}`;
    return { diagnostics: [worldly("buildbox/refused", message, opened.help)] };
  }
  await using box = opened.buildbox;
  const terminal = host.environment("TERM");
  const command = args.text("command");
  const { timeMs } = kept.spec;
  const limited = timeMs === undefined ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
  const exit = await box.attach(
    {
      argv: command === undefined ? ["/bin/sh", "-i"] : ["/bin/sh", "-c", command],
      cwd: kept.last?.cwd ?? guestPath("/build"),
      env: { ...(kept.last?.env ?? PERSONS), ...(terminal ? { TERM: terminal } : {}) },
      user: args.has("root") ? "root" : "build",
    },
    limited,
  );
  if (exit.kind === "aborted" && !signal.aborted) return { diagnostics: [tooLong(name, timeMs ?? 0)] };
  if (exit.kind === "engine-died")
    return {
      diagnostics: [
        worldly("buildbox/died", `buildbox \`${name}\` went away: ${exit.why}`, "enter it again"),
      ],
    };
  // How a person leaves a shell says nothing; a command's status is an answer.
  if (command === undefined || (exit.kind === "exited" && exit.status === 0)) return { diagnostics: [] };
  const how =
    exit.kind === "exited" ? `ended with status ${exit.status}` : `did not end by itself (${exit.kind})`;
  return {
    diagnostics: [
      {
        severity: "error",
        code: "buildbox/command",
        blame: "recipe",
        message: `\`${command}\` ${how} in buildbox \`${name}\``,
      },
    ],
  };
}

function tooLong(name: string, timeMs: number): Diagnostic {
  return {
    severity: "error",
    code: "buildbox/time",
    blame: "recipe",
    message: `what ran in buildbox \`${name}\` was ended after ${timeMs / 1000} seconds, its limit`,
    help: "make a box with a longer `--time`, or with none",
  };
}

async function remove(names: readonly string[], context: Context): Promise<Answer> {
  if (names.length === 0) return { diagnostics: [wrongCount("remove", "at least one name", names)] };
  const found = await Promise.all(names.map((name) => find(name, context)));
  const diagnostics = found.flatMap((one) => (one.ok ? [] : one.error));
  // All or none: a misspelt name among others is not what was meant.
  if (diagnostics.length > 0) return { diagnostics };
  for (const one of found) if (one.ok) await one.value.engine.forget(one.value.kept);
  return { diagnostics: [], json: { removed: names } };
}

async function find(
  name: string,
  { host, signal }: Context,
): Promise<Result<{ readonly kept: Kept; readonly engine: Engine }>> {
  const kept = await findKept(name, host);
  if (!kept) return wrong(await unknown(name, host));
  const engine = openEngines(host).find(({ kind }) => kind === kept.engine);
  if (!engine) throw new Error(`no engine ${kept.engine}`);
  const probe = await engine.probe(signal);
  if (probe.kind === "usable") return ok({ kept, engine });
  const message = `buildbox \`${name}\` is one of engine \`${kept.engine}\`: ${probe.why}`;
  return wrong(worldly("buildbox/engine", message, probe.help));
}

async function unknown(name: string, host: Host): Promise<Diagnostic> {
  const known = (await listKept(host)).map((kept) => `\`${kept.name}\``);
  return {
    severity: "error",
    code: "buildbox/unknown",
    blame: "request",
    message: `there is no buildbox \`${name}\``,
    help:
      known.length > 0
        ? `there is ${known.join(", ")}`
        : "make one with `buildbox new`, or build with `--keep`",
  };
}

function wrongCount(action: string, wanted: string, names: readonly string[]): Diagnostic {
  const found = names.length === 0 ? "none" : names.map((name) => `\`${name}\``).join(" ");
  return usage(
    "usage/arguments",
    `\`buildbox ${action}\` takes ${wanted}, found ${found}`,
    `tarwright ${verb.usage}`,
  );
}

function worldly(code: `buildbox/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "world", message, help };
}
