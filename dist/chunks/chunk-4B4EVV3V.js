import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  usage
} from "./chunk-YIRBREFZ.js";
import {
  nearest,
  ok,
  wrong
} from "./chunk-2DPMJAPF.js";

// src/command/arguments.ts
import { parseArgs } from "node:util";
function parseArguments(name, verb, argv) {
  const options = { ...verb.options, json: { type: "boolean" }, help: { type: "boolean" } };
  let parsed;
  try {
    parsed = parseArgs({
      args: withJoinedValues(verb, argv),
      options: structuredOptions(options),
      allowPositionals: true
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
        `tarwright ${verb.usage}`
      )
    );
  }
  const all = (option) => {
    const value = values[option];
    return (Array.isArray(value) ? value : value === void 0 ? [] : [value]).map(String);
  };
  return ok({
    positionals,
    text: (option) => all(option).at(-1),
    texts: all,
    has: (option) => values[option] === true
  });
}
function countText({ least, most }) {
  const plural = (count) => `${count} argument${count === 1 ? "" : "s"}`;
  if (most === Number.POSITIVE_INFINITY) return `${plural(least)} or more`;
  return least === most ? plural(least) : `${least} to ${plural(most)}`;
}
function checking() {
  const troubles = [];
  const checked = (read, otherwise) => {
    if (read.ok) return read.value;
    troubles.push(...read.error);
    return otherwise;
  };
  return { troubles, checked };
}
function countOf(what, text) {
  return countUpTo(9999, what, text);
}
function countUpTo(most, what, text) {
  if (text === void 0) return ok(most);
  if (/^[1-9][0-9]{0,3}$/.test(text) && Number(text) <= most) return ok(Number(text));
  return wrong(usage("usage/value", `${what} can't be \`${text}\``, `give a whole number from 1 to ${most}`));
}
function oneOf(what, text, allowed) {
  const found = allowed.find((word) => word === text);
  if (found !== void 0) return ok(found);
  const meant = nearest(text, allowed);
  const list = allowed.map((word) => `\`${word}\``).join(", ");
  return wrong(
    usage(
      "usage/value",
      `${what} can't be \`${text}\``,
      meant ? `did you mean \`${meant}\`?` : `choose one of ${list}`
    )
  );
}
function splitWords(what, text) {
  const words = [];
  const token = /\s*((?:[^\s"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+)/y;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const [, word] = token.exec(text) ?? [];
    if (word === void 0) {
      return wrong(
        usage(
          "usage/value",
          `${what} ends inside a quote or after a backslash: \`${text.slice(at).trim()}\``,
          "close the quote, or double the backslash"
        )
      );
    }
    words.push(word.replace(/\\([\s\S])|"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'/g, unquote));
  }
  return ok(words);
}
function unquote(_, escaped, double, single) {
  return escaped ?? double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? "";
}
function structuredOptions(options) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple, short }]) => [
      name,
      {
        type: type === "optional" ? "string" : type,
        multiple: multiple ?? false,
        ...short ? { short } : {}
      }
    ])
  );
}
function withJoinedValues({ options }, argv) {
  const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
  const joined = [];
  for (let at = 0; at < end; at += 1) {
    const word = argv[at] ?? "";
    const next = at + 1 < end ? argv[at + 1] : void 0;
    const type = word.startsWith("--") ? options[word.slice(2)]?.type : void 0;
    if (type === "optional") joined.push(`${word}=`);
    else if (type === "string" && next?.startsWith("-") && !isOption(next, options)) {
      joined.push(`${word}=${next}`);
      at += 1;
    } else joined.push(word);
  }
  return [...joined, ...argv.slice(end)];
}
function isOption(word, options) {
  const name = /^--([^=]+)/.exec(word)?.[1];
  return name !== void 0 && (Object.hasOwn(options, name) || name === "json" || name === "help");
}
function usageDiagnostic(name, verb, error) {
  if (!(error instanceof Error) || !String(error.code).startsWith("ERR_PARSE_ARGS_")) {
    throw error;
  }
  const option = /'-{1,2}([^'\s=]+)/.exec(error.message)?.[1];
  const known = [...Object.keys(verb.options), "json", "help"];
  if (option && !known.includes(option)) {
    const meant = nearest(option, known);
    return usage(
      "usage/unknown-option",
      `\`--${option}\` is not an option of \`${name}\``,
      meant ? `did you mean \`--${meant}\`?` : `tarwright ${verb.usage}`
    );
  }
  return usage(
    "usage/option",
    option ? `\`--${option}\` ${verb.options[option]?.type === "string" ? "needs a value" : "takes no value"}` : error.message,
    `tarwright ${verb.usage}`
  );
}
function verbHelp({ usage: line, options }) {
  const all = { ...options, json: { type: "boolean", help: "answer in JSON" } };
  const names = Object.entries(all).map(
    ([name, { type }]) => `--${name}${type === "string" ? " VALUE" : type === "optional" ? "[=VALUE]" : ""}`
  );
  const width = Math.max(...names.map(({ length }) => length));
  const rows = Object.values(all).map(
    ({ help }, index) => `  ${(names[index] ?? "").padEnd(width)}  ${help}
`
  );
  return `usage: tarwright ${line}

${rows.join("")}`;
}

export {
  parseArguments,
  checking,
  countOf,
  countUpTo,
  oneOf,
  splitWords,
  verbHelp
};
