// Runs an action as GitHub's runner does: reads its action.yml, gives inputs and file commands through the
// environment, starts `main` on the runner's own Node, and obeys what it prints. After the runner's sources:
// NodeScriptActionHandler, ActionCommandManager (what a line may order), ProcessInvoker (how a step is cancelled).

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parse } from "yaml";
// @ts-expect-error: plain JavaScript, shared with scripts/test-needs.mjs
import { node24 } from "../../scripts/node24.mjs";

type Metadata = {
  readonly inputs?: Readonly<Record<string, { readonly default?: string | boolean }>>;
  readonly runs: { readonly using: string; readonly main: string };
};

export type Step = {
  /** Folder with the action.yml. */
  readonly action: string;
  readonly workspace: string;
  /** The runner's own folder for this job. */
  readonly temporary: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The context `github`, as far as defaults of inputs speak of it. */
  readonly github?: Readonly<Record<string, unknown>>;
  /** Words before the command, which run it in the job's container. */
  readonly inside?: readonly string[];
  /** The workflow is cancelled when this line appears. */
  readonly cancelAt?: RegExp;
};

export type Annotation = { readonly level: string; readonly message: string } & Readonly<
  Record<string, string>
>;

export type StepEnd = {
  readonly status: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly groups: readonly string[];
  readonly summary: string;
  /** As the job's log shows it: secrets masked, commands taken out. */
  readonly log: string;
  /** What the process printed, each line. */
  readonly raw: readonly string[];
  /** From the cancelling to the end. */
  readonly cancelledMs: number;
};

export async function runStep(step: Step): Promise<StepEnd> {
  const { inputs = {}, runs } = parse(readFileSync(join(step.action, "action.yml"), "utf8")) as Metadata;
  if (runs.using !== "node24") throw new Error(`this runner has no ${runs.using}`);
  const unknown = Object.keys(step.inputs).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`unexpected inputs: ${unknown.join(", ")}`);
  const files = fileCommands(step.temporary);
  const given = Object.entries(inputs).map(([name, { default: otherwise = "" }]) => [
    `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`,
    step.inputs[name] ?? withContext(String(otherwise), step.github),
  ]);
  const [program, ...words] = [...(step.inside ?? []), node24(), join(step.action, runs.main)];
  if (program === undefined) throw new Error("nothing to run");
  const child = spawn(program, words, {
    cwd: step.workspace,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_SERVER_URL: "https://github.com",
      RUNNER_TEMP: step.temporary,
      RUNNER_TOOL_CACHE: join(step.temporary, "tools"),
      RUNNER_OS: "Linux",
      RUNNER_ARCH: "X64",
      ...files,
      ...Object.fromEntries(given),
      ...step.env,
    },
  });
  const commands = obeyed();
  let cancelledAt: number | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
      commands.read(line);
      if (cancelledAt !== undefined || !step.cancelAt?.test(line)) return;
      cancelledAt = performance.now();
      child.kill("SIGINT");
      setTimeout(() => child.kill("SIGTERM"), 7500).unref();
      setTimeout(() => child.kill("SIGKILL"), 10_000).unref();
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  return {
    ...commands.found,
    outputs: { ...commands.outputs, ...keysAndValues(readFileSync(files.GITHUB_OUTPUT, "utf8")) },
    status,
    log: commands.log(),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
    cancelledMs: cancelledAt === undefined ? 0 : performance.now() - cancelledAt,
  };
}

/** The only expressions in our own action.yml files. */
function withContext(text: string, github: Step["github"] = { token: "the-token-of-the-job" }): string {
  return text.replace(/\$\{\{ github\.(\w+) \}\}/g, (_, name: string) => String(github[name] ?? ""));
}

function fileCommands(temporary: string) {
  const folder = join(temporary, "_runner_file_commands");
  mkdirSync(folder, { recursive: true });
  const file = (name: string) => {
    const path = join(folder, `${name}_${randomUUID()}`);
    writeFileSync(path, "");
    return path;
  };
  return {
    GITHUB_ENV: file("set_env"),
    GITHUB_PATH: file("add_path"),
    GITHUB_OUTPUT: file("set_output"),
    GITHUB_STATE: file("save_state"),
    GITHUB_STEP_SUMMARY: file("step_summary"),
  };
}

function obeyed() {
  const found = {
    annotations: [] as Annotation[],
    masks: [] as string[],
    groups: [] as string[],
    raw: [] as string[],
  };
  const outputs: Record<string, string> = {};
  const shown: string[] = [];
  let stopToken: string | undefined;
  const read = (line: string): void => {
    found.raw.push(line);
    const command = parseCommand(line);
    if (!command || (stopToken !== undefined && command.name !== stopToken)) {
      shown.push(line);
      return;
    }
    const { name, properties, message } = command;
    if (name === stopToken) stopToken = undefined;
    else if (name === "stop-commands") stopToken = message;
    else if (name === "group") found.groups.push(message);
    else if (name === "add-mask") found.masks.push(message);
    else if (name === "set-output") outputs[properties["name"] ?? ""] = message;
    else if (["error", "warning", "notice"].includes(name)) {
      found.annotations.push({ ...properties, level: name, message });
    } else shown.push(line);
  };
  const log = () => found.masks.reduce((text, mask) => text.replaceAll(mask, "***"), shown.join("\n"));
  return { found, outputs, read, log };
}

/** `::name key=value,…::message` at the start of a line, or anywhere the old `##[name key=value;…]message`. */
function parseCommand(line: string) {
  const current = /^\s*::([^\s:]+)(?: ([^:]*))?::(.*)$/.exec(line);
  const match = current ?? /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
  if (!match) return undefined;
  const [, name = "", list = "", message = ""] = match;
  const properties = list
    .split(current ? "," : ";")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => [
      pair.slice(0, pair.indexOf("=")),
      unescaped(pair.slice(pair.indexOf("=") + 1), /%(0D|0A|3A|2C|25)/g),
    ]);
  return { name, properties: Object.fromEntries(properties), message: unescaped(message, /%(0D|0A|25)/g) };
}

function unescaped(text: string, sequence: RegExp): string {
  const characters: Readonly<Record<string, string>> = {
    "0D": "\r",
    "0A": "\n",
    "3A": ":",
    "2C": ",",
    "25": "%",
  };
  return text.replace(sequence, (whole, hex: string) => characters[hex] ?? whole);
}

/** `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`. */
export function keysAndValues(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.split("\n")[Symbol.iterator]();
  for (const line of lines) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined) {
      const value: string[] = [];
      for (const next of lines) {
        if (next === delimiter) break;
        value.push(next);
      }
      found[name] = value.join("\n");
    } else if (line.includes("=")) {
      found[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    }
  }
  return found;
}
