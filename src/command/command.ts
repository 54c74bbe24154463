// The verbs of the command line, one a file, and what they have in common. Modules below are joined here only.

export type { BuildAnswer, BuildRequest } from "./build-port.ts";
export { failureDiagnostic } from "./failure.ts";
export { terminalSink } from "./terminal.ts";

import { parseArgs } from "node:util";
import type { Host } from "../host/host.ts";
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
  /** `optional`: alone, or with a value after `=`; `text` gives `""` when it stands alone. */
  readonly type: "string" | "boolean" | "optional";
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
  base: {
    summary: "makes, lists and exports the roots that builds start from",
    load: async () => (await import("./base.ts")).verb,
  },
  build: {
    summary: "builds a port into signed packages",
    load: async () => (await import("./build.ts")).verb,
  },
  buildbox: {
    summary: "lists, enters and removes the buildboxes that were kept",
    load: async () => (await import("./buildbox.ts")).verb,
  },
  check: {
    summary: "lints recipes: all problems at once",
    load: async () => (await import("./check.ts")).verb,
  },
  keygen: {
    summary: "makes a signing key",
    load: async () => (await import("./keygen.ts")).verb,
  },
  list: {
    summary: "reads a tree of ports: one JSON line an entry, or OpenBSD's INDEX",
    load: async () => (await import("./list.ts")).verb,
  },
  show: {
    summary: "shows a port as it was understood",
    load: async () => (await import("./show.ts")).verb,
  },
  sign: {
    summary: "signs packages and folders of packages",
    load: async () => (await import("./sign.ts")).verb,
  },
  verify: {
    summary: "checks signatures and contents, and tells the signer",
    load: async () => (await import("./verify.ts")).verb,
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
    parsed = parseArgs({
      args: withEmptyValues(verb, argv),
      options: structuredOptions(options),
      allowPositionals: true,
    });
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
        `\`${name}\` takes ${countText(verb.positionals)}, found ${found}`,
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

function countText({ least, most }: Verb["positionals"]): string {
  const plural = (count: number) => `${count} argument${count === 1 ? "" : "s"}`;
  if (most === Number.POSITIVE_INFINITY) return `${plural(least)} or more`;
  return least === most ? plural(least) : `${least} to ${plural(most)}`;
}

/** A diagnostic of wrong usage (exit 2). */
export function usage(code: `usage/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

/** Of a key that a secret holds; one in a file of the user's own is as safe as that user's other files. */
export const KEY_IN_REACH = usage(
  "usage/key-in-reach",
  "a signing key is given, and the engine `host` does not keep a build from reading it",
  "choose another engine, or sign in a job of its own that builds nothing",
);

/** `text` as one of `allowed`, or wrong usage that names the nearest, or all. */
export function oneOf<T extends string>(what: string, text: string, allowed: readonly T[]): Result<T> {
  const found = allowed.find((word) => word === text);
  if (found !== undefined) return ok(found);
  const meant = nearest(text, allowed);
  const list = allowed.map((word) => `\`${word}\``).join(", ");
  return wrong(
    usage(
      "usage/value",
      `${what} can't be \`${text}\``,
      meant ? `did you mean \`${meant}\`?` : `choose one of ${list}`,
    ),
  );
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
          `${what} ends inside a quote or after a backslash: \`${text.slice(at).trim()}\``,
          "close the quote, or double the backslash",
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
      {
        type: type === "optional" ? "string" : type,
        multiple: multiple ?? false,
        ...(short ? { short } : {}),
      } as const,
    ]),
  );
}

/** parseArgs knows no optional values: `--raw` alone becomes `--raw=`. */
function withEmptyValues({ options }: Verb, argv: readonly string[]): string[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  return argv.map((word, index) =>
    index < end && word.startsWith("--") && options[word.slice(2)]?.type === "optional" ? `${word}=` : word,
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
    ([name, { type }]) => `--${name}${type === "string" ? " VALUE" : type === "optional" ? "[=VALUE]" : ""}`,
  );
  const width = Math.max(...names.map(({ length }) => length));
  const rows = Object.values(all).map(
    ({ help }, index) => `  ${(names[index] ?? "").padEnd(width)}  ${help}\n`,
  );
  return `usage: tarwright ${line}\n\n${rows.join("")}`;
}
