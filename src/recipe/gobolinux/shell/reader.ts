import type { Part, Quoting, Range, Script, SyntaxTrouble } from "./syntax.ts";

/** A here-document that was announced, and begins after the line. */
export type HereDocument = {
  readonly delimiter: string;
  readonly tabs: "kept" | "stripped";
  readonly range: Range;
};

/**
 * A text while it is parsed. The first trouble moves `at` to the end, where every rule ends by itself: none has to
 * look for it.
 */
export type Reader = {
  readonly text: string;
  at: number;
  /** How deep in quotes, substitutions and commands. */
  depth: number;
  trouble: SyntaxTrouble | undefined;
  pending: HereDocument[];
  /** Words, parameters and commands contain each other. */
  readonly rules: Rules;
};

export type Rules = {
  /** Commands up to one of the words `until`, or the end. */
  readonly script: (reader: Reader, until: readonly string[]) => Script;
  /** What words are made of, up to the setting's end, or that of the text. */
  readonly parts: (reader: Reader, setting: Setting) => readonly Part[];
};

/** Where parts may stand, and what ends them. */
export type Setting = {
  readonly quoting: Quoting;
  /** Matches, sticky, at the end of the parts. */
  readonly end: RegExp;
  /** A run of text that means only itself, sticky. */
  readonly run: RegExp;
  readonly apostrophe: "quotes" | "is-text";
  /** What a backslash takes the meaning of; before anything else it stays. */
  readonly escapable: RegExp;
};

export const ANYTHING = /^/;

export function refuse(reader: Reader, trouble: SyntaxTrouble): void {
  reader.trouble ??= trouble;
  reader.at = reader.text.length;
}

/** A person does not nest deeper; the machine's stack must never be what ends it. */
const DEEPEST = 100;

/** Runs a rule one level deeper, unless that is too deep. */
export function deeper<T>(reader: Reader, otherwise: T, rule: () => T): T {
  if (reader.depth >= DEEPEST) {
    const { at } = reader;
    refuse(reader, {
      code: "gobo/too-deep",
      message: `commands and substitutions are nested more than ${DEEPEST} deep`,
      range: { start: at, end: at + 1 },
      help: "write it flatter",
    });
    return otherwise;
  }
  reader.depth += 1;
  const value = rule();
  reader.depth -= 1;
  return value;
}

/** What `pattern` (sticky) finds here; moves past it. */
export function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const [found] = pattern.exec(reader.text) ?? [];
  if (found !== undefined) reader.at += found.length;
  return found;
}

/** Blanks and joined lines. */
export function skipBlanks(reader: Reader): void {
  take(reader, /(?:[ \t]|\\\n)+/y);
}

/** Blanks, comments and line ends. */
export function skipLines(reader: Reader): void {
  for (;;) {
    skipBlanks(reader);
    const char = reader.text[reader.at];
    if (char === "#") take(reader, /#[^\n]*/y);
    else if (char === "\n") takeLineEnd(reader);
    else return;
  }
}

/** At the end of a line: past it, and past the here-documents that it announced. */
function takeLineEnd(reader: Reader): void {
  reader.at += 1;
  const { pending } = reader;
  reader.pending = [];
  for (const document of pending) skipHereDocument(reader, document);
}

function skipHereDocument(reader: Reader, { delimiter, tabs, range }: HereDocument): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const newline = text.indexOf("\n", reader.at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(reader.at, end);
    reader.at = Math.min(end + 1, text.length);
    if ((tabs === "stripped" ? line.replace(/^\t+/, "") : line) === delimiter) {
      // The line end is what the rule for commands looks for next.
      if (newline !== -1) reader.at = end + 1;
      return;
    }
  }
  refuseHereDocument(reader, { delimiter, tabs, range });
}

/** At the end of the text: here-documents that were announced on its last line. */
export function refusePending(reader: Reader): void {
  const [first] = reader.pending;
  if (first) refuseHereDocument(reader, first);
}

function refuseHereDocument(reader: Reader, { delimiter, tabs, range }: HereDocument): void {
  refuse(reader, {
    code: "gobo/here-document",
    message: `this here-document never ends: no line is \`${delimiter}\``,
    range,
    help: `put \`${delimiter}\` alone on a line, ${tabs === "stripped" ? "only tabs" : "nothing"} before it`,
  });
}

export function refuseOpen(reader: Reader, start: number, opening: string): void {
  const closing = { "{": "}", "(": ")", "[": "]" }[opening.slice(-1)] ?? opening;
  refuse(reader, {
    code: "gobo/open",
    message: `this \`${opening}\` is never closed`,
    range: { start, end: start + opening.length },
    help: `put \`${closing}\` where it ends`,
  });
}
