// Words: quotes, substitutions, and the text between them (bash(1), QUOTING and EXPANSION).

import { readParameter } from "./parameters.ts";
import { ANYTHING, deeper, type Reader, refuse, refuseOpen, type Setting, take } from "./reader.ts";
import type { Part, Quoting, Word } from "./syntax.ts";

/** Undefined where no word begins. Moves past it. */
export function readWord(reader: Reader): Word | undefined {
  const start = reader.at;
  const parts = readParts(reader, BARE);
  return reader.at === start ? undefined : { start, end: reader.at, parts };
}

/** A name before `[`, where an assignment could stand: up to its `]` it is one word, whatever lies between. */
const SUBSCRIPTED = /[A-Za-z_]\w*\[/y;

/** As `readWord`, at the beginning of a command. */
export function readFirstWord(reader: Reader): Word | undefined {
  const { at: start } = reader;
  const name = take(reader, SUBSCRIPTED);
  if (name === undefined) return readWord(reader);
  const parts: Part[] = [{ kind: "text", text: name, quoting: "bare" }];
  const opening = reader.at - 1;
  for (let open = 1; open > 0; ) {
    parts.push(...readParts(reader, SUBSCRIPT));
    const bracket = take(reader, /[[\]]/y);
    if (bracket === undefined) {
      refuseOpen(reader, opening, "[");
      return undefined;
    }
    parts.push({ kind: "text", text: bracket, quoting: "bare" });
    open += bracket === "[" ? 1 : -1;
  }
  parts.push(...readParts(reader, BARE));
  return { start, end: reader.at, parts: joined(parts) };
}

const SUBSCRIPT: Setting = {
  quoting: "bare",
  end: /[[\]]/y,
  run: /[^[\]\\'"`$]+/y,
  apostrophe: "quotes",
  escapable: ANYTHING,
};

const BARE: Setting = {
  quoting: "bare",
  end: /[ \t\n;&|()]|[<>](?!\()/y,
  run: /[^ \t\n;&|()<>\\'"`$]+/y,
  apostrophe: "quotes",
  escapable: ANYTHING,
};

const DOUBLE: Setting = {
  quoting: "quoted",
  end: /"/y,
  run: /[^"\\`$]+/y,
  apostrophe: "is-text",
  escapable: /[$`"\\]/,
};

/** Up to the setting's end, or that of the text. */
export function readParts(reader: Reader, setting: Setting): readonly Part[] {
  const { text } = reader;
  const { quoting } = setting;
  const parts: Part[] = [];
  while (reader.at < text.length) {
    setting.end.lastIndex = reader.at;
    if (setting.end.test(text)) break;
    const run = take(reader, setting.run);
    if (run !== undefined) {
      parts.push({ kind: "text", text: run, quoting });
      continue;
    }
    parts.push(...readSpecial(reader, setting));
  }
  return joined(parts);
}

function readSpecial(reader: Reader, setting: Setting): readonly Part[] {
  const { text, at } = reader;
  const { quoting } = setting;
  switch (text[at]) {
    case "\\":
      return readEscape(reader, setting);
    case "'":
      return setting.apostrophe === "quotes" ? readSingle(reader) : readCharacter(reader, quoting);
    case '"':
      return readDouble(reader);
    case "`":
      return [readBackquotes(reader, quoting)];
    case "$":
      return readDollar(reader, setting);
    case "<":
    case ">":
      return text[at + 1] === "(" ? [readProcess(reader, quoting)] : readCharacter(reader, quoting);
    default:
      return readCharacter(reader, quoting);
  }
}

function readCharacter(reader: Reader, quoting: Quoting): readonly Part[] {
  const char = reader.text.charAt(reader.at);
  reader.at += 1;
  return [{ kind: "text", text: char, quoting }];
}

function readEscape(reader: Reader, { escapable }: Setting): readonly Part[] {
  const next = reader.text[reader.at + 1];
  reader.at = Math.min(reader.at + 2, reader.text.length);
  if (next === "\n") return [];
  if (next === undefined) return [{ kind: "text", text: "\\", quoting: "quoted" }];
  return [{ kind: "text", text: escapable.test(next) ? next : `\\${next}`, quoting: "quoted" }];
}

function readSingle(reader: Reader): readonly Part[] {
  const { text, at } = reader;
  const end = text.indexOf("'", at + 1);
  if (end === -1) {
    refuseQuote(reader, { start: at, quote: "'", name: "apostrophe" });
    return [];
  }
  reader.at = end + 1;
  return [{ kind: "text", text: text.slice(at + 1, end), quoting: "quoted" }];
}

function readDouble(reader: Reader): readonly Part[] {
  return deeper(reader, [], () => {
    const start = reader.at;
    reader.at += 1;
    const parts = readParts(reader, DOUBLE);
    if (reader.text[reader.at] !== '"') {
      refuseQuote(reader, { start, quote: '"', name: "quote" });
      return [];
    }
    reader.at += 1;
    // `""` is an empty word, where nothing is none.
    return parts.length > 0 ? parts : [{ kind: "text", text: "", quoting: "quoted" }];
  });
}

function refuseQuote(
  reader: Reader,
  { start, quote, name }: { readonly start: number; readonly quote: string; readonly name: string },
): void {
  refuse(reader, {
    code: "gobo/quote",
    message: `this ${name} is never closed`,
    range: { start, end: start + 1 },
    help: `put another \`${quote}\` where the text ends`,
  });
}

function readBackquotes(reader: Reader, quoting: Quoting): Part {
  const start = reader.at;
  const inner = /`((?:[^`\\]|\\[\s\S])*)`/y;
  const found = take(reader, inner);
  if (found === undefined) {
    refuseQuote(reader, { start, quote: "`", name: "backquote" });
    return { kind: "opaque", range: { start, end: start + 1 }, quoting };
  }
  const range = { start, end: reader.at };
  const escaped = quoting === "quoted" ? /\\([$`\\"])/g : /\\([$`\\])/g;
  const text = found.slice(1, -1).replace(escaped, "$1");
  // A text of its own, so that its escapes are gone; what is wrong in it shows when it is run, as in bash.
  const own: Reader = { ...reader, text, at: 0, pending: [], trouble: undefined };
  const script = deeper(reader, [], () => own.rules.script(own, []));
  return own.trouble ? { kind: "opaque", range, quoting } : { kind: "command", script, quoting, range };
}

function readDollar(reader: Reader, setting: Setting): readonly Part[] {
  const { text, at } = reader;
  const { quoting } = setting;
  const next = text[at + 1] ?? "";
  if (next === "'" && quoting === "bare") return [readAnsi(reader)];
  if (next === '"' && quoting === "bare") {
    reader.at += 1;
    return readDouble(reader);
  }
  if (next === "(") return [readSubstitution(reader, quoting)];
  if (next === "[") return [readOldArithmetic(reader, quoting)];
  const parameter = deeper(reader, undefined, () => readParameter(reader, setting));
  if (parameter) return [{ kind: "variable", parameter, quoting }];
  if (reader.trouble) return [];
  reader.at = at + 1;
  return [{ kind: "text", text: "$", quoting }];
}

/** `$'…'`: letters behind backslashes as in C. Those that occur nowhere stay unknown. */
function readAnsi(reader: Reader): Part {
  const start = reader.at;
  const found = take(reader, /\$'((?:[^'\\]|\\[\s\S])*)'/y);
  if (found === undefined) {
    refuseQuote(reader, { start: start + 1, quote: "'", name: "apostrophe" });
    return { kind: "opaque", range: { start, end: start + 1 }, quoting: "quoted" };
  }
  const range = { start, end: reader.at };
  const written = found.slice(2, -1);
  if (/\\[^ntr\\'"]/.test(written)) return { kind: "opaque", range, quoting: "quoted" };
  const meaning: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
  const text = written.replace(/\\(.)/g, (_, letter: string) => meaning[letter] ?? letter);
  return { kind: "text", text, quoting: "quoted" };
}

function readSubstitution(reader: Reader, quoting: Quoting): Part {
  const { text, at: start } = reader;
  if (text.startsWith("$((", start)) {
    const end = endOfArithmetic(text, start + 3);
    if (end !== undefined) {
      reader.at = end;
      return { kind: "opaque", range: { start, end }, quoting };
    }
  }
  reader.at += 2;
  const script = deeper(reader, [], () => reader.rules.script(reader, [")"]));
  if (text[reader.at] === ")") reader.at += 1;
  else refuseOpen(reader, start, "$(");
  return { kind: "command", script, quoting, range: { start, end: reader.at } };
}

/** After `((`: past the `))` that closes it; undefined when the first of two parentheses closes alone. */
export function endOfArithmetic(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === "(") depth += 1;
    else if (char === ")" && depth > 0) depth -= 1;
    else if (char === ")") return text[at + 1] === ")" ? at + 2 : undefined;
    else if (char === "\\") at += 1;
  }
  return undefined;
}

function readOldArithmetic(reader: Reader, quoting: Quoting): Part {
  const start = reader.at;
  const found = take(reader, /\$\[[^\]]*\]/y);
  if (found === undefined) refuseOpen(reader, start, "$[");
  return { kind: "opaque", range: { start, end: reader.at }, quoting };
}

/** `<(…)` and `>(…)`. */
function readProcess(reader: Reader, quoting: Quoting): Part {
  const start = reader.at;
  reader.at += 2;
  deeper(reader, [], () => reader.rules.script(reader, [")"]));
  if (reader.text[reader.at] === ")") reader.at += 1;
  else refuseOpen(reader, start, reader.text.slice(start, start + 2));
  return { kind: "opaque", range: { start, end: reader.at }, quoting };
}

/** Neighbours of one kind become one; most words are one part then. */
function joined(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.kind === "text" && last?.kind === "text" && last.quoting === part.quoting)
      all[all.length - 1] = { ...last, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
