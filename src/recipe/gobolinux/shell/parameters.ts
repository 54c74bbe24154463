// `$v` and `${v…}`: bash(1), Parameter Expansion.

import { ANYTHING, type Reader, refuseOpen, type Setting, take } from "./reader.ts";
import type { Operation, Parameter, Quoting, Word } from "./syntax.ts";

const NAME = /[A-Za-z_]\w*/y;
const SPECIAL = /[@*#?$!0-9-]/y;

/** At a `$`; undefined when none of them begins there. */
export function readParameter(reader: Reader, { quoting }: Setting): Parameter | undefined {
  const start = reader.at;
  if (reader.text[start + 1] === "{") return readBraced(reader, quoting);
  reader.at += 1;
  const name = take(reader, NAME) ?? take(reader, SPECIAL);
  if (name === undefined) return undefined;
  return { name, range: { start, end: reader.at }, elements: elementsOf(name) };
}

function elementsOf(name: string): "first" | "each" | "joined" {
  return name === "@" ? "each" : name === "*" ? "joined" : "first";
}

function readBraced(reader: Reader, quoting: Quoting): Parameter {
  const start = reader.at;
  reader.at += 2;
  const prefix = take(reader, /[#!](?=\w)/y);
  const name = take(reader, NAME) ?? take(reader, /[0-9]+/y) ?? take(reader, SPECIAL) ?? "";
  const elements = readSubscript(reader) ?? elementsOf(name);
  const written = reader.text[reader.at] === "}" ? undefined : readOperation(reader, quoting);
  const operation = operationWith(prefix, written);
  if (reader.text[reader.at] === "}") reader.at += 1;
  else refuseOpen(reader, start, "${");
  const range = { start, end: reader.at };
  return { name, range, elements, ...(operation ? { operation } : {}) };
}

function operationWith(prefix: string | undefined, written: Operation | undefined): Operation | undefined {
  if (prefix === undefined) return written;
  return prefix === "#" && !written ? { kind: "length" } : { kind: "opaque" };
}

function readSubscript(reader: Reader): Parameter["elements"] | undefined {
  const found = take(reader, /\[(?:[^[\]"'\\]|"[^"]*"|'[^']*'|\[[^[\]]*\])*\]/y);
  if (found === undefined) return undefined;
  const index = found.slice(1, -1);
  return index === "@" ? "each" : index === "*" ? "joined" : { index };
}

const OPERATORS = /:?[-=?+]|##?|%%?|\/[/#%]?|\^\^?|,,?|:|@/y;

function readOperation(reader: Reader, quoting: Quoting): Operation {
  const operator = take(reader, OPERATORS) ?? "";
  const letter = operator.at(-1);
  switch (operator[0] === ":" ? (operator[1] ?? ":") : operator[0]) {
    case "-":
    case "=":
    case "?":
    case "+": {
      const empty = operator[0] === ":" ? "is-none" : "counts";
      const word = readOperand(reader, { quoting, ...(quoting === "quoted" ? TEXT_OPERAND : OPERAND) });
      return { kind: "default", operator: letter as "-" | "=" | "?" | "+", empty, word };
    }
    case "#":
    case "%": {
      const match = operator.length > 1 ? "longest" : "shortest";
      const from = letter === "#" ? "start" : "end";
      return { kind: "cut", from, match, pattern: readOperand(reader, { quoting: "bare", ...OPERAND }) };
    }
    case "/":
      return readReplacement(reader, operator);
    case "^":
    case ",": {
      const pattern = readOperand(reader, { quoting: "bare", ...OPERAND });
      const letters = operator.length > 1 ? "all" : "first";
      if (pattern.parts.length > 0) return { kind: "opaque" };
      return { kind: "case", to: letter === "^" ? "upper" : "lower", letters };
    }
    case ":":
      return readSlice(reader);
    default:
      readOperand(reader, { quoting: "bare", ...OPERAND });
      return { kind: "opaque" };
  }
}

function readReplacement(reader: Reader, operator: string): Operation {
  const where = ({ "//": "all", "/#": "start", "/%": "end" } as const)[operator] ?? "first";
  const pattern = readOperand(reader, { quoting: "bare", ...PATTERN });
  const hasWord = take(reader, /\//y) !== undefined;
  const { at } = reader;
  const word = hasWord
    ? readOperand(reader, { quoting: "bare", ...OPERAND })
    : { start: at, end: at, parts: [] };
  return { kind: "replace", where, pattern, word };
}

/** Numbers only; all else is arithmetic. */
function readSlice(reader: Reader): Operation {
  const start = reader.at;
  readOperand(reader, { quoting: "bare", ...OPERAND });
  const written = reader.text.slice(start, reader.at);
  const [, offset, length] = /^ *(-?\d{1,9})(?: *: *(-?\d{1,9}))? *$/.exec(written) ?? [];
  if (offset === undefined) return { kind: "opaque" };
  return { kind: "slice", offset: Number(offset), length: length === undefined ? undefined : Number(length) };
}

type OperandSetting = Omit<Setting, "quoting">;
const OPERAND: OperandSetting = {
  end: /\}/y,
  run: /[^}\\'"`$<>]+/y,
  apostrophe: "quotes",
  escapable: ANYTHING,
};
/** In double quotes an apostrophe is text in the word of `:-` and its kin. */
const TEXT_OPERAND: OperandSetting = {
  end: /\}/y,
  run: /[^}\\"`$]+/y,
  apostrophe: "is-text",
  escapable: /[$`"\\}]/,
};
const PATTERN: OperandSetting = { ...OPERAND, end: /[}/]/y, run: /[^}/\\'"`$<>]+/y };

function readOperand(reader: Reader, setting: Setting): Word {
  const start = reader.at;
  const parts = reader.rules.parts(reader, setting);
  return { start, end: reader.at, parts };
}
