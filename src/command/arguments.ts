import { parseArgs } from "node:util";
import { type Diagnostic, nearest, ok, type Result, wrong } from "../report.ts";
import { type Arguments, type Option, usage, type Verb } from "./verb.ts";

/** Wrong usage is a diagnostic that names the nearest option or shows the usage line. */
export function parseArguments(name: string, verb: Verb, argv: readonly string[]): Result<Arguments> {
  const options = { ...verb.options, json: { type: "boolean" } as const, help: { type: "boolean" } as const };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: withJoinedValues(verb, argv),
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

/** Reads a request part by part, so that all that is wrong with it is told at once. */
export function checking(): {
  readonly troubles: Diagnostic[];
  readonly checked: <T>(read: Result<T>, otherwise: T) => T;
} {
  const troubles: Diagnostic[] = [];
  const checked = <T>(read: Result<T>, otherwise: T): T => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  };
  return { troubles, checked };
}

/** `text` as a count of one or more. */
export function countOf(what: string, text: string): Result<number> {
  return countUpTo(9999, what, text);
}

/** As `countOf`, and no more than `most`, which is also what silence means. */
export function countUpTo(most: number, what: string, text: string | undefined): Result<number> {
  if (text === undefined) return ok(most);
  if (/^[1-9][0-9]{0,3}$/.test(text) && Number(text) <= most) return ok(Number(text));
  return wrong(usage("usage/value", `${what} can't be \`${text}\``, `give a whole number from 1 to ${most}`));
}

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

/**
 * As getopt_long(3) reads them, and parseArgs does not: `--raw` may stand without a value, and the word after
 * `--configure-options` is its value even if it begins with a dash, unless it is an option of this very verb.
 */
function withJoinedValues({ options }: Verb, argv: readonly string[]): string[] {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const joined: string[] = [];
  for (let at = 0; at < end; at += 1) {
    const word = argv[at] ?? "";
    const next = at + 1 < end ? argv[at + 1] : undefined;
    const type = word.startsWith("--") ? options[word.slice(2)]?.type : undefined;
    if (type === "optional") joined.push(`${word}=`);
    else if (type === "string" && next?.startsWith("-") && !isOption(next, options)) {
      joined.push(`${word}=${next}`);
      at += 1;
    } else joined.push(word);
  }
  return [...joined, ...argv.slice(end)];
}

function isOption(word: string, options: Verb["options"]): boolean {
  const name = /^--([^=]+)/.exec(word)?.[1];
  return name !== undefined && (Object.hasOwn(options, name) || name === "json" || name === "help");
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

/** What `tarwright COMMAND --help` prints. */
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
