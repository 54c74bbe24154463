// Compound commands: groups, conditions and loops (bash(1), Compound Commands).

import { deeper, type Reader, refuse, refuseOpen, skipBlanks, skipLines, take } from "./reader.ts";
import type { Range, Script, Statement, Word } from "./syntax.ts";
import { endOfArithmetic, readWord } from "./words.ts";

/** Undefined, and nothing is taken, where none begins. */
export function readCompound(reader: Reader): Statement | undefined {
  const { text, at } = reader;
  if (text[at] === "(") return text[at + 1] === "(" ? readArithmetic(reader) : readApart(reader);
  const word = KEYWORD_START.test(text.charAt(at)) ? take(reader, KEYWORD) : undefined;
  switch (word) {
    case undefined:
      return undefined;
    case "{":
      return {
        kind: "group",
        body: readBody(reader, { start: at, word, close: "}" }),
        start: at,
        end: reader.at,
      };
    case "if":
      return readIf(reader, at);
    case "while":
    case "until":
      return readWhile(reader, at, word);
    case "for":
    case "select":
      return readFor(reader, at, word);
    case "case":
      return readCase(reader, at);
    case "[[":
      return readTest(reader, at);
    default:
      return refuseStray(reader, at, word);
  }
}

const KEYWORD_START = /[{}[a-z]/;
const KEYWORD =
  /(?:\{|\}|\[\[|if|then|elif|else|fi|while|until|for|select|case|esac|do|done|in|function)(?=$|[\s;&|()<>])/y;

function refuseStray(reader: Reader, start: number, word: string): undefined {
  reader.at = start;
  refuse(reader, {
    code: "gobo/syntax",
    message: `\`${word}\` can't stand here`,
    range: { start, end: start + word.length },
    help: "nothing that it would go on with or end is open",
  });
}

type Opened = { readonly start: number; readonly word: string; readonly close: string };

/** Commands up to `close`, which is taken. */
function readBody(reader: Reader, opened: Opened): Script {
  const body = readPart(reader, opened, [opened.close]);
  expectWord(reader, opened);
  return body;
}

/** Commands up to one of `until`. Bash refuses an empty list of them. */
function readPart(reader: Reader, { start, word }: Opened, until: readonly string[]): Script {
  const body = deeper(reader, [], () => reader.rules.script(reader, until));
  if (body.length === 0 && reader.at < reader.text.length) {
    refuse(reader, {
      code: "gobo/empty",
      message: `no command follows this \`${word}\``,
      range: { start, end: start + word.length },
      help: "write one: `:` does nothing",
    });
  }
  return body;
}

function expectWord(reader: Reader, { start, word, close }: Opened): void {
  if (reader.text.startsWith(close, reader.at)) {
    reader.at += close.length;
    return;
  }
  refuse(reader, {
    code: "gobo/open",
    message: `this \`${word}\` is never closed`,
    range: { start, end: start + word.length },
    help: `put \`${close}\` where it ends`,
  });
}

function readApart(reader: Reader): Statement {
  const { at: start } = reader;
  reader.at += 1;
  const body = readBody(reader, { start, word: "(", close: ")" });
  return { kind: "apart", body, start, end: reader.at };
}

function readArithmetic(reader: Reader): Statement {
  const { at: start } = reader;
  const end = endOfArithmetic(reader.text, start + 2);
  if (end === undefined) return readApart(reader);
  reader.at = end;
  return { kind: "condition", words: undefined, start, end };
}

function readIf(reader: Reader, start: number): Statement {
  const branches: { condition: Script; body: Script }[] = [];
  let otherwise: Script = [];
  let opened: Opened = { start, word: "if", close: "then" };
  for (;;) {
    const condition = readBody(reader, opened);
    const thenAt = { start: reader.at - 4, word: "then", close: "fi" };
    const body = readPart(reader, thenAt, ["elif", "else", "fi"]);
    branches.push({ condition, body });
    const { at } = reader;
    const next = take(reader, /elif|else|fi/y);
    if (next === "elif") {
      opened = { start: at, word: "elif", close: "then" };
      continue;
    }
    if (next === "else") otherwise = readBody(reader, { start: at, word: "else", close: "fi" });
    else if (next === undefined) expectWord(reader, { start, word: "if", close: "fi" });
    return { kind: "if", branches, otherwise, start, end: reader.at };
  }
}

function readWhile(reader: Reader, start: number, word: string): Statement {
  const condition = readPart(reader, { start, word, close: "do" }, ["do"]);
  const body = readLoopBody(reader, { start, word });
  return { kind: "loop", body: [...condition, ...body], names: [], start, end: reader.at };
}

/** `do … done`, or `{ … }` as bash allows after `for`. */
function readLoopBody(reader: Reader, { start, word }: Omit<Opened, "close">): Script {
  skipLines(reader);
  const { at } = reader;
  if (word !== "while" && word !== "until" && take(reader, /\{(?=\s)/y)) {
    return readBody(reader, { start: at, word: "{", close: "}" });
  }
  expectWord(reader, { start, word, close: "do" });
  return readBody(reader, { start: at, word: "do", close: "done" });
}

function readFor(reader: Reader, start: number, word: "for" | "select"): Statement {
  skipBlanks(reader);
  if (reader.text.startsWith("((", reader.at)) return readCountingFor(reader, start);
  const nameRange = { start: reader.at, end: reader.at };
  const name = take(reader, /[A-Za-z_]\w*/y) ?? "";
  const named = { ...nameRange, end: reader.at };
  if (name === "") refuseName(reader, { start, end: start + word.length });
  skipLines(reader);
  const words = take(reader, /in(?=[\s;])/y) === undefined ? undefined : readWords(reader);
  skipBlanks(reader);
  take(reader, /;/y);
  const body = readLoopBody(reader, { start, word });
  const place = { start, end: reader.at };
  return word === "for"
    ? { kind: "for", name, nameRange: named, words, body, ...place }
    : { kind: "loop", body, names: [{ name, range: named }], ...place };
}

function refuseName(reader: Reader, range: Range): void {
  refuse(reader, {
    code: "gobo/syntax",
    message: "the name of a variable must follow",
    range,
    help: "write `for name in words; do commands; done`",
  });
}

function readCountingFor(reader: Reader, start: number): Statement {
  const end = endOfArithmetic(reader.text, reader.at + 2);
  if (end === undefined) refuseOpen(reader, reader.at, "((");
  else reader.at = end;
  skipBlanks(reader);
  take(reader, /;/y);
  const body = readLoopBody(reader, { start, word: "for" });
  return { kind: "loop", body, names: [], start, end: reader.at };
}

function readWords(reader: Reader): readonly Word[] {
  const words: Word[] = [];
  for (;;) {
    skipBlanks(reader);
    if (reader.text[reader.at] === "#") return words;
    const word = readWord(reader);
    if (!word) return words;
    words.push(word);
  }
}

function readCase(reader: Reader, start: number): Statement {
  const opened: Opened = { start, word: "case", close: "esac" };
  skipBlanks(reader);
  const subject = readWord(reader) ?? { start, end: start, parts: [] };
  skipLines(reader);
  expectWord(reader, { ...opened, close: "in" });
  const arms: Extract<Statement, { readonly kind: "case" }>["arms"][number][] = [];
  for (;;) {
    skipLines(reader);
    if (take(reader, /esac(?=$|[\s;&|()<>])/y) !== undefined || reader.at >= reader.text.length) break;
    take(reader, /\(/y);
    const patterns = readPatterns(reader, opened);
    const body = deeper(reader, [], () => reader.rules.script(reader, [";;", ";&", "esac"]));
    const end = take(reader, /;;&|;;|;&/y) ?? ";;";
    arms.push({ patterns, body, end: end as ";;" | ";&" | ";;&" });
  }
  if (!reader.text.startsWith("esac", reader.at - 4)) expectWord(reader, opened);
  return { kind: "case", subject, arms, start, end: reader.at };
}

function readPatterns(reader: Reader, opened: Opened): readonly Word[] {
  const patterns: Word[] = [];
  for (;;) {
    skipBlanks(reader);
    const { at } = reader;
    const pattern = readWord(reader);
    if (pattern) patterns.push(pattern);
    skipBlanks(reader);
    if (take(reader, /\|/y) !== undefined) continue;
    if (take(reader, /\)/y) !== undefined && pattern) return patterns;
    if (reader.at >= reader.text.length) expectWord(reader, opened);
    else {
      refuse(reader, {
        code: "gobo/syntax",
        message: "a pattern of `case` ends in `)`",
        range: { start: at, end: Math.max(at + 1, pattern?.end ?? 0) },
        help: "write `pattern) commands ;;`",
      });
    }
    return patterns;
  }
}

/** `[[ … ]]`: nothing in it can change a variable. */
function readTest(reader: Reader, start: number): Statement {
  const words: Word[] = [];
  let isPlain = true;
  while (reader.at < reader.text.length) {
    skipLines(reader);
    if (take(reader, /\]\](?=$|[\s;&|()<>])/y) !== undefined)
      return { kind: "condition", words: isPlain ? words : undefined, start, end: reader.at };
    const word = readWord(reader);
    if (word) words.push(word);
    else {
      isPlain = false;
      if (reader.at < reader.text.length) reader.at += 1;
    }
  }
  expectWord(reader, { start, word: "[[", close: "]]" });
  return { kind: "condition", words: undefined, start, end: reader.at };
}
