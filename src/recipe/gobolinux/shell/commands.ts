// Commands: lists, pipelines, simple and compound commands (bash(1), SHELL GRAMMAR).

import { readCompound } from "./compounds.ts";
import { deeper, type Reader, refuse, skipBlanks, skipLines, take } from "./reader.ts";
import { type Assignment, DECLARING, literalOf, type Script, type Statement, type Word } from "./syntax.ts";
import { readFirstWord, readWord } from "./words.ts";

/** Statements up to one of the words or signs `until` (not taken), or the end of the text. */
export function readScript(reader: Reader, until: readonly string[]): Script {
  const statements: Statement[] = [];
  for (;;) {
    skipLines(reader);
    if (reader.at >= reader.text.length || isAt(reader, until)) return statements;
    const { at } = reader;
    const statement = readChain(reader);
    if (statement) statements.push(statement);
    endStatement(reader, { until, start: at });
  }
}

/** Whether one of the words or signs stands here. */
function isAt(reader: Reader, until: readonly string[]): boolean {
  const { text, at } = reader;
  return until.some(
    (word) =>
      text.startsWith(word, at) &&
      (!/\w|\}/.test(word) || /^(?:$|[\s;&|()<>])/.test(text.charAt(at + word.length))),
  );
}

function endStatement(
  reader: Reader,
  { until, start }: { readonly until: readonly string[]; readonly start: number },
): void {
  skipBlanks(reader);
  if (take(reader, /;(?![;&])|&(?!&)/y) !== undefined) return;
  const char = reader.text[reader.at];
  if (char === undefined || char === "\n" || char === "#" || isAt(reader, until)) return;
  refuseSign(reader, start);
}

function refuseSign(reader: Reader, start: number): void {
  const { text, at } = reader;
  const sign = /^(?:[;&|<>]+|[\s\S])/.exec(text.slice(at, at + 4))?.[0] ?? "";
  refuse(reader, {
    code: "gobo/syntax",
    message: `\`${sign}\` can't stand here`,
    range: { start: at, end: at + sign.length },
    help: at === start ? "a command begins with a name" : "quote what belongs to a word, or begin a new line",
  });
}

function readChain(reader: Reader): Statement | undefined {
  const { at: start } = reader;
  const first = readPipeline(reader);
  if (!first) return undefined;
  const rest: { after: "success" | "failure"; statement: Statement }[] = [];
  for (;;) {
    skipBlanks(reader);
    const operator = take(reader, /&&|\|\|/y);
    if (operator === undefined) break;
    skipLines(reader);
    const statement = readPipeline(reader);
    if (!statement) break;
    rest.push({ after: operator === "&&" ? "success" : "failure", statement });
  }
  return rest.length === 0 ? first : { kind: "chain", first, rest, start, end: reader.at };
}

function readPipeline(reader: Reader): Statement | undefined {
  const { at: start } = reader;
  let negation: "none" | "not" = "none";
  // `!` and `time` may stand before a pipeline, several times.
  for (let word = take(reader, PREFIX); word !== undefined; word = take(reader, PREFIX)) {
    if (word.startsWith("!")) negation = negation === "not" ? "none" : "not";
  }
  const stages: Statement[] = [];
  for (;;) {
    const stage = readCommand(reader);
    if (!stage) return undefined;
    stages.push(stage);
    skipBlanks(reader);
    if (take(reader, /\|&|\|(?!\|)/y) === undefined) break;
    skipLines(reader);
  }
  const [only] = stages;
  if (only && stages.length === 1 && negation === "none") return only;
  return { kind: "pipeline", stages, negation, start, end: reader.at };
}

const PREFIX = /(?:!|time(?:[ \t]+-p)?)[ \t]+/y;

function readCommand(reader: Reader): Statement | undefined {
  return deeper(reader, undefined, () => {
    const statement = readFunction(reader) ?? readCompound(reader) ?? readSimple(reader);
    if (statement && statement.kind !== "simple") readRedirections(reader);
    return statement;
  });
}

/** `name () …` and `function name …`; the name may hold more than a variable's. */
function readFunction(reader: Reader): Statement | undefined {
  const { at: start } = reader;
  const written = take(reader, FUNCTION_WORD);
  const nameStart = reader.at;
  const name = take(reader, FUNCTION_NAME);
  const nameRange = { start: nameStart, end: reader.at };
  const parentheses = name === undefined ? undefined : take(reader, /[ \t]*\([ \t]*\)/y);
  if (name === undefined || (written === undefined && parentheses === undefined)) {
    reader.at = start;
    return undefined;
  }
  skipLines(reader);
  const body = deeper(reader, undefined, () => readCompound(reader));
  if (!body) {
    refuse(reader, {
      code: "gobo/function",
      message: `the function \`${name}\` has no body`,
      range: nameRange,
      help: "write its commands between `{` and `}`",
    });
    return undefined;
  }
  return { kind: "function", name, nameRange, body, start, end: reader.at };
}

const FUNCTION_WORD = /function[ \t]+/y;
const FUNCTION_NAME = /[^\s;&|()<>'"`$\\#={}[\]][^\s;&|()<>'"`$\\=]*/y;

function readSimple(reader: Reader): Statement | undefined {
  const { at: start } = reader;
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const declarations: Assignment[] = [];
  let output: "kept" | "redirected" = "kept";
  let end = start;
  for (;;) {
    skipBlanks(reader);
    if (reader.text[reader.at] === "#") break;
    if (readRedirection(reader)) output = "redirected";
    else if (words.length === 0 || isDeclaring(words)) {
      const assignment = readAssignment(reader);
      if (assignment) (words.length === 0 ? assignments : declarations).push(assignment);
      else if (!takeWord(reader, words, words.length === 0 ? readFirstWord : readWord)) break;
    } else if (!takeWord(reader, words)) break;
    end = reader.at;
  }
  if (end === start) {
    if (reader.at < reader.text.length) refuseSign(reader, start);
    else if (!reader.trouble) refuseEnd(reader);
    return undefined;
  }
  return { kind: "simple", assignments, words, declarations, output, start, end };
}

function takeWord(reader: Reader, words: Word[], read = readWord): boolean {
  const word = read(reader);
  if (word) words.push(word);
  return word !== undefined;
}

/** After `&&` or `|` at the end of the text. */
function refuseEnd(reader: Reader): void {
  const { length } = reader.text;
  refuse(reader, {
    code: "gobo/syntax",
    message: "a command must follow",
    range: { start: Math.max(0, length - 1), end: length },
    help: "write it, or take the sign before it away",
  });
}

function isDeclaring(words: readonly Word[]): boolean {
  const [first] = words;
  const name = first && literalOf(first);
  return name !== undefined && DECLARING.has(name);
}

const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[([^[\]\n]*)\])?(\+?)=/y;

function readAssignment(reader: Reader): Assignment | undefined {
  const { at: start } = reader;
  ASSIGNMENT.lastIndex = start;
  const found = ASSIGNMENT.exec(reader.text);
  const [whole = "", name = "", index, plus] = found ?? [];
  if (!found) return undefined;
  reader.at += whole.length;
  const value = reader.text[reader.at] === "(" && index === undefined ? readList(reader) : readScalar(reader);
  return {
    name,
    nameRange: { start, end: start + name.length },
    mode: plus ? "append" : "set",
    ...(index === undefined ? {} : { index }),
    value,
    start,
    end: reader.at,
  };
}

function readScalar(reader: Reader): Assignment["value"] {
  const { at } = reader;
  return { kind: "scalar", word: readWord(reader) ?? { start: at, end: at, parts: [] } };
}

function readList(reader: Reader): Assignment["value"] {
  const { at: start } = reader;
  const elements: Word[] = [];
  reader.at += 1;
  for (;;) {
    skipLines(reader);
    if (takeWord(reader, elements)) continue;
    if (reader.text[reader.at] === ")") break;
    refuseList(reader, start);
    return { kind: "list", elements, start, end: reader.at };
  }
  reader.at += 1;
  return { kind: "list", elements, start, end: reader.at };
}

function refuseList(reader: Reader, start: number): void {
  const { text, at } = reader;
  if (at >= text.length) {
    refuse(reader, {
      code: "gobo/list",
      message: "this list is never closed",
      range: { start, end: start + 1 },
      help: "put `)` after its last element",
    });
    return;
  }
  refuse(reader, {
    code: "gobo/list",
    message: `\`${text[at]}\` can't stand in a list`,
    range: { start: at, end: at + 1 },
    help: "separate elements by blanks or new lines, and quote those with signs in them",
  });
}

function readRedirections(reader: Reader): void {
  do skipBlanks(reader);
  while (readRedirection(reader));
}

const REDIRECTION = /(?:[0-9]+|\{[A-Za-z_]\w*\})?(?:<<<|<<-?|<>|<&|>>|>&|>\||&>>|&>|<(?!\()|>(?!\())/y;

function readRedirection(reader: Reader): boolean {
  const { at: start } = reader;
  const operator = take(reader, REDIRECTION);
  if (operator === undefined) return false;
  skipBlanks(reader);
  const word = readWord(reader);
  const range = { start, end: reader.at };
  if (!word) {
    if (!reader.trouble) refuseSign(reader, start);
  } else if (/<<-?$/.test(operator)) {
    const delimiter = word.parts
      .map((part) => (part.kind === "text" ? part.text : reader.text.slice(word.start, word.end)))
      .join("");
    const tabs = operator.endsWith("-") ? "stripped" : "kept";
    reader.pending.push({ delimiter, tabs, range });
  }
  return true;
}
