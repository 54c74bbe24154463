// The verbs of the command line, one a file, and what they have in common. Modules below are joined here only.

export type { BuildAnswer, BuildRequest, Built } from "./build-port.ts";
export type { KeyChoice } from "./signing-key.ts";
export { type Screen, terminalSink } from "./terminal.ts";

import { parseArgs } from "node:util";
import { type Host, WorldFailure } from "../host/host.ts";
import { type Diagnostic, nearest, ok, type Report, type Result, wrong } from "../report.ts";

/** What an entry hands to a verb. */
export type Context = {
  readonly host: Host;
  readonly report: Report;
  /** Standard output, for verbs that answer piece by piece. */
  readonly output: (text: string) => void;
  /** Who reads the answer. */
  readonly form: "person" | "json";
  readonly signal: AbortSignal;
};

/**
 * What a verb has to say at its end. The entry prints `text` for a person or `json` as one document, then the
 * diagnostics, sorted, and leaves with the exit status that they lead to.
 */
export type Answer = {
  readonly diagnostics: readonly Diagnostic[];
  readonly text?: string;
  readonly json?: unknown;
};

export type Option = {
  readonly type: "string" | "boolean";
  readonly multiple?: true;
  readonly short?: string;
};

export type Arguments = {
  readonly positionals: readonly string[];
  /** The last value given. */
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
};

export type Verb = {
  /** `build PORT [VERSION] [--base B]`: shown by `--help` and after wrong usage. */
  readonly usage: string;
  /** Option and its sentence, in the order of the help. */
  readonly options: Readonly<Record<string, Option & { readonly help: string }>>;
  readonly positionals: { readonly least: number; readonly most: number };
  readonly run: (args: Arguments, context: Context) => Promise<Answer>;
};

/** Loaded only when chosen: start-up must not pay for all of them. */
export const VERBS: Readonly<
  Record<string, { readonly summary: string; readonly load: () => Promise<Verb> }>
> = {
  build: {
    summary: "builds a port into signed packages",
    load: async () => (await import("./build.ts")).verb,
  },
};

/** What `build` does, for the Action, which has inputs and no argv. As lazy as the verbs. */
export async function loadBuildPort() {
  const { buildPort } = await import("./build-port.ts");
  return buildPort;
}

/** Wrong usage is a diagnostic that names the nearest option or shows the usage line. */
export function parseArguments(name: string, verb: Verb, argv: readonly string[]): Result<Arguments> {
  const options = { ...verb.options, json: { type: "boolean" } as const, help: { type: "boolean" } as const };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options: structuredOptions(options), allowPositionals: true });
  } catch (error) {
    return wrong(usageDiagnostic(name, verb, error));
  }
  const { values, positionals } = parsed;
  const { least, most } = verb.positionals;
  if (positionals.length < least || positionals.length > most) {
    const found = positionals.length === 0 ? "none" : positionals.map((word) => `\`${word}\``).join(" ");
    return wrong(
      usage(
        "usage/arguments",
        `\`${name}\` takes ${least === most ? least : `${least} to ${most === Number.POSITIVE_INFINITY ? "any number of" : most}`} arguments, found ${found}`,
        `tarwright ${verb.usage}`,
      ),
    );
  }
  const all = (option: string): readonly string[] => {
    const value = values[option];
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  };
  return ok({
    positionals,
    text: (option) => all(option).at(-1),
    texts: all,
    has: (option) => values[option] === true,
  });
}

/** A diagnostic of wrong usage (exit 2). */
export function usage(code: `usage/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

/** `text` as one of `allowed`, or wrong usage that names them. */
export function oneOf<T extends string>(what: string, text: string, allowed: readonly T[]): Result<T> {
  const found = allowed.find((word) => word === text);
  if (found !== undefined) return ok(found);
  const list = allowed.map((word) => `\`${word}\``).join(", ");
  return wrong(usage("usage/value", `${what} can't be \`${text}\``, `choose one of ${list}`));
}

/** Words as a shell would split them, quotes and backslashes obeyed, nothing expanded. */
export function splitWords(what: string, text: string): Result<readonly string[]> {
  const words: string[] = [];
  const token = /\s*((?:[^\s"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+)/y;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const [, word] = token.exec(text) ?? [];
    if (word === undefined) {
      return wrong(
        usage(
          "usage/value",
          `${what} has a quote that is not closed: \`${text.slice(at).trim()}\``,
          "close it",
        ),
      );
    }
    words.push(word.replace(/\\([\s\S])|"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'/g, unquote));
  }
  return ok(words);
}

function unquote(_: string, escaped?: string, double?: string, single?: string): string {
  return escaped ?? double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? "";
}

function structuredOptions(options: Readonly<Record<string, Option>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple, short }]) => [
      name,
      { type, multiple: multiple ?? false, ...(short ? { short } : {}) },
    ]),
  );
}

function usageDiagnostic(name: string, verb: Verb, error: unknown): Diagnostic {
  if (
    !(error instanceof Error) ||
    !String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS_")
  ) {
    throw error;
  }
  const option = /'-{1,2}([^'\s=]+)/.exec(error.message)?.[1];
  const known = [...Object.keys(verb.options), "json", "help"];
  if (option && !known.includes(option)) {
    const meant = nearest(option, known);
    return usage(
      "usage/unknown-option",
      `\`--${option}\` is not an option of \`${name}\``,
      meant ? `did you mean \`--${meant}\`?` : `tarwright ${verb.usage}`,
    );
  }
  return usage(
    "usage/option",
    option
      ? `\`--${option}\` ${verb.options[option]?.type === "string" ? "needs a value" : "takes no value"}`
      : error.message,
    `tarwright ${verb.usage}`,
  );
}

/** What `tarwright --help` prints. */
export function helpText(): string {
  const width = Math.max(...Object.keys(VERBS).map(({ length }) => length));
  const rows = Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `usage: tarwright COMMAND [ARGUMENTS] [--json]\n\n${rows.join("")}\n\`tarwright COMMAND --help\` shows its options\n`;
}

export function verbHelp({ usage: line, options }: Verb): string {
  const all: Verb["options"] = { ...options, json: { type: "boolean", help: "answer in JSON" } };
  const names = Object.entries(all).map(
    ([name, { type }]) => `--${name}${type === "string" ? " VALUE" : ""}`,
  );
  const width = Math.max(...names.map(({ length }) => length));
  const rows = Object.values(all).map(
    ({ help }, index) => `  ${(names[index] ?? "").padEnd(width)}  ${help}\n`,
  );
  return `usage: tarwright ${line}\n\n${rows.join("")}`;
}

/** What the user should be told of an exception that is not our bug; undefined when it is one. */
export function failureDiagnostic(error: unknown, signal: AbortSignal): Diagnostic | undefined {
  if (error instanceof WorldFailure) return worldDiagnostic(error);
  if (!signal.aborted) return undefined;
  return {
    severity: "error",
    code: "run/cancelled",
    blame: "world",
    message: "cancelled; nothing was left half-done",
  };
}

/** The errno values that a user can mend, and how. */
const MENDS: Readonly<Record<string, readonly [what: string, help: string]>> = {
  ENOSPC: [
    "no space is left on the device",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)",
  ],
  EDQUOT: [
    "the disk quota is used up",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)",
  ],
  EACCES: ["permission denied", "change the permissions, or choose another place"],
  EPERM: ["operation not permitted", "change the owner or the permissions, or choose another place"],
  EROFS: ["the file system is read-only", "choose a place that can be written"],
  EISDIR: ["a folder stands where a file is expected", "name a file"],
  ENOTDIR: ["a file stands where a folder is expected", "name a folder, or remove the file"],
  EEXIST: ["something else is there already", "remove it, or choose another place"],
  EMFILE: ["too many open files", "raise the limit: `ulimit -n 4096`"],
  EIO: ["the disk reports an error", "check the disk"],
};

function worldDiagnostic({ code, path, message }: WorldFailure): Diagnostic {
  const [what, help] = MENDS[code] ?? [message, undefined];
  return {
    severity: "error",
    code: "host/file",
    blame: "world",
    message: `\`${path}\`: ${what}`,
    ...(help ? { help } : {}),
  };
}
