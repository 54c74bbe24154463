// A Makefile's text as logical lines, each read when it is first reached and kept. Follows lowparse.c, parse.c and
// parsevar.c of OpenBSD make. What a line is depends on nothing but its text; whether it is reached is the reader's.

import type { Source, Span } from "../../report.ts";
import { type Bare, type Condition, parseCondition } from "./conditions.ts";
import { parseName, parseTemplate, type Template } from "./template.ts";
import { isBlank, unescapeOnly } from "./words.ts";

export type Line = {
  readonly span: Span;
  /** Where the next line begins. */
  readonly next: number;
  readonly statement: Statement;
};

export type Statement =
  | { readonly kind: "command"; readonly text: string }
  | { readonly kind: "if" | "elif"; readonly condition: Condition; readonly text: string }
  | { readonly kind: "else" | "endif" }
  | { readonly kind: "for"; readonly names: readonly string[]; readonly list: Template }
  | {
      readonly kind: "include";
      readonly way: "system" | "quoted";
      readonly name: Template;
    }
  /** System V's, without a dot: several names, blanks between; `absent` says what a missing file is. */
  | { readonly kind: "include-list"; readonly names: Template; readonly absent: "fault" | "passed-over" }
  | { readonly kind: "undef"; readonly name: string }
  | { readonly kind: "poison"; readonly name: string; readonly poison: "set" | "empty" | "undefined" }
  | Assignment
  | { readonly kind: "rule"; readonly head: Template; readonly command: string | undefined }
  | { readonly kind: "faulty"; readonly message: string };

export type Assignment = {
  readonly kind: "assignment";
  readonly name: string | Template;
  readonly append: "append" | "replace";
  /** `optional`: only when it is not defined yet. */
  readonly when: "always" | "optional";
  /** `deferred` is `!!=`: the command runs when the value is first asked for. */
  readonly value: "lazy" | "expanded" | "output" | "expanded-output" | "deferred";
  readonly text: string;
  readonly template: Template;
};

/** What stands between a `.for` and its `.endfor`. */
export type LoopBody = { readonly text: string; readonly spans: readonly Span[]; readonly next: number };

/** A text to read lines from: a file's, or what a turn of a loop makes of its body. */
export class Script {
  readonly text: string;
  readonly #source: Source;
  /** For a loop's turn: where each line of its text comes from. */
  readonly #spans: readonly Span[] | undefined;
  #lineStarts: readonly number[] | undefined;
  readonly #lines = new Map<number, Line | "end">();
  readonly #conditionals = new Map<number, Line | "end">();
  readonly #bodies = new Map<number, LoopBody | "open">();
  readonly #turns = new Map<number, Map<string, Script>>();

  constructor(source: Source, turn?: { readonly text: string; readonly spans: readonly Span[] }) {
    this.#source = source;
    this.text = turn?.text ?? source.text;
    this.#spans = turn?.spans;
  }

  lineAt(offset: number): Line | undefined {
    let line = this.#lines.get(offset);
    if (line === undefined) {
      line = this.#readLine(offset) ?? "end";
      this.#lines.set(offset, line);
    }
    return line === "end" ? undefined : line;
  }

  /** The first line at or after `offset` that begins with a dot, as lines are looked at where conditions are false. */
  conditionalAt(offset: number): Line | undefined {
    let line = this.#conditionals.get(offset);
    if (line === undefined) {
      line = this.#readConditional(offset) ?? "end";
      this.#conditionals.set(offset, line);
    }
    return line === "end" ? undefined : line;
  }

  /** Undefined when nothing ends the loop. `offset` is that of the line after `.for`. */
  bodyAt(offset: number): LoopBody | undefined {
    let body = this.#bodies.get(offset);
    if (body === undefined) {
      body = this.#readBody(offset) ?? "open";
      this.#bodies.set(offset, body);
    }
    return body === "open" ? undefined : body;
  }

  /** A turn of the loop whose body begins at `offset`; equal texts are one script, read once. */
  turn(offset: number, body: LoopBody, text: string): Script {
    let turns = this.#turns.get(offset);
    if (!turns || turns.size >= TURNS_KEPT) {
      turns = new Map();
      this.#turns.set(offset, turns);
    }
    let script = turns.get(text);
    if (!script) {
      script = new Script(this.#source, { text, spans: body.spans });
      turns.set(text, script);
    }
    return script;
  }

  #spanOf(start: number, end: number): Span {
    if (!this.#spans) return { source: this.#source, start, end };
    this.#lineStarts ??= lineStarts(this.text);
    let [low, high] = [0, Math.min(this.#lineStarts.length, this.#spans.length)];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= start) low = middle;
      else high = middle;
    }
    return this.#spans[low] ?? { source: this.#source, start: 0, end: 0 };
  }

  #readLine(offset: number): Line | undefined {
    const begun = skipToLine(this.text, offset);
    if (!begun) return undefined;
    const { text, next } = joinedFrom(this.text, begun.at, begun.prefix);
    const span = this.#spanOf(begun.start, Math.max(begun.start, endOf(this.text, next)));
    return { span, next, statement: statementOf(text) };
  }

  #readConditional(offset: number): Line | undefined {
    const { text } = this;
    let at = offset;
    while (text[at] !== ".") {
      at = physicalEnd(text, at);
      if (at >= text.length) return undefined;
    }
    const { text: line, next } = unparsedLine(text, at + 1);
    const span = this.#spanOf(at, endOf(text, next));
    const stripped = withoutComment(line.replace(/^[ \t\n\v\f\r]+/, ""));
    return { span, next, statement: directiveOf(stripped) ?? { kind: "faulty", message: "" } };
  }

  #readBody(offset: number): LoopBody | undefined {
    const lines: string[] = [];
    const spans: Span[] = [];
    let level = 1;
    for (let at = offset; at < this.text.length; ) {
      const { text, next } = unparsedLine(this.text, at);
      const word = /^\.[ \t\n\v\f\r]*(endfor(?=[ \t\n\v\f\r]|$)|for(?=[ \t\n\v\f\r]))/.exec(text)?.[1];
      if (word === "endfor") level -= 1;
      if (level === 0) return { text: lines.map((line) => `${line}\n`).join(""), spans, next };
      if (word === "for") level += 1;
      lines.push(text);
      const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
      spans.push(this.#spanOf(Math.min(at + indent, this.text.length), endOf(this.text, next)));
      at = next;
    }
    return undefined;
  }
}

/** A loop over flavors has few different turns; one over a thousand words would fill the memory with them. */
const TURNS_KEPT = 100;

const SCRIPTS = new WeakMap<Source, Script>();

/** The same source is read once. */
export function scriptOf(source: Source): Script {
  let script = SCRIPTS.get(source);
  if (!script) {
    script = new Script(source);
    SCRIPTS.set(source, script);
  }
  return script;
}

/* Characters to lines. */

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Without the newline that ended the line before `next`. */
function endOf(text: string, next: number): number {
  return text[next - 1] === "\n" ? next - 1 : next;
}

type Begun = { readonly start: number; readonly at: number; readonly prefix: string };

/** Past empty lines, and comments, which end with their physical line. A leading tab is kept, leading blanks are not. */
function skipToLine(text: string, offset: number): Begun | undefined {
  let at = offset;
  while (at < text.length) {
    let prefix = "";
    let begun = at;
    if (text[at] === " ") {
      const folded = foldBlanks(text, at);
      if (folded.isText) return folded.at < text.length ? { ...folded, start: begun } : undefined;
      begun = folded.at;
      at = folded.at;
    }
    if (text[at] === "#") {
      const newline = text.indexOf("\n", at);
      if (newline === -1) return undefined;
      at = newline;
    }
    if (text[at] === "\t") {
      const folded = foldBlanks(text, at);
      prefix = `\t${folded.prefix}`;
      if (folded.isText) return folded.at < text.length ? { ...folded, prefix, start: begun } : undefined;
      at = folded.at;
    }
    if (at >= text.length) return undefined;
    if (text[at] !== "\n") return { start: prefix === "" ? at : begun, at, prefix };
    at += 1;
  }
  return undefined;
}

/** Blanks, and continuations among them. `isText`: a backslash that continues nothing was met, and is in `prefix`. */
function foldBlanks(text: string, start: number) {
  let at = skipBlanks(text, start);
  while (text[at] === "\\") {
    if (text[at + 1] === "\n") {
      at = skipBlanks(text, at + 2);
      continue;
    }
    const isPair = text[at + 1] === "\\";
    return { at: at + (isPair ? 2 : 1), prefix: isPair ? "\\\\" : "\\", isText: true };
  }
  return { at, prefix: "", isText: false };
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}

/** A logical line from its first character on: a backslash and a newline, and the blanks after them, are one blank. */
function joinedLine(
  text: string,
  start: number,
  prefix: string,
): { readonly text: string; readonly next: number } {
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  if (text[end - 1] !== "\\" || newline === -1)
    return { text: prefix + text.slice(start, end), next: end + 1 };
  let joined = prefix;
  let from = start;
  // The first character is taken as it is, be it a backslash.
  let at = start + 1;
  for (;;) {
    const stop = nextStop(text, at);
    if (stop >= text.length || text[stop] === "\n")
      return { text: joined + text.slice(from, stop), next: stop + 1 };
    if (text[stop + 1] === "\n") {
      joined += `${text.slice(from, stop)} `;
      from = skipBlanks(text, stop + 2);
      at = from;
      if (text[at] === "\\") continue;
    } else {
      // A pair stands for itself, and what follows it is looked at as if it began the line.
      at = stop + (text[stop + 1] === "\\" ? 2 : 1);
    }
    if (at >= text.length || text[at] === "\n") continue;
    at += 1;
  }
}

/** The next backslash or newline. */
function nextStop(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) if (text[at] === "\\" || text[at] === "\n") return at;
  return text.length;
}

/** A line of a loop's body or of a skipped part: nothing is dropped, but continuations are folded from its start on. */
function unparsedLine(text: string, start: number): { readonly text: string; readonly next: number } {
  let at = start;
  while (text[at] === "\\") {
    if (text[at + 1] !== "\n") {
      const isPair = text[at + 1] === "\\";
      const prefix = isPair ? "\\\\" : "\\";
      at += prefix.length;
      return at >= text.length ? { text: prefix, next: at } : joinedFrom(text, at, prefix);
    }
    at = skipBlanks(text, at + 2);
  }
  return joinedFrom(text, at, "");
}

function joinedFrom(text: string, at: number, prefix: string) {
  return text[at] === "\n" ? { text: prefix, next: at + 1 } : joinedLine(text, at, prefix);
}

/** Behind the newline that ends the line, one after a backslash not counted. */
function physicalEnd(text: string, start: number): number {
  for (let at = start; ; at += 2) {
    at = nextStop(text, at);
    if (at >= text.length) return text.length;
    if (text[at] === "\n") return at + 1;
  }
}

/** `\#` is a number sign; any other character after a backslash is passed over. */
function withoutComment(line: string): string {
  if (!line.includes("#")) return line;
  let kept = "";
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "#") return kept + line.slice(from, at);
    if (line[at] !== "\\") continue;
    if (line[at + 1] === "#") {
      kept += `${line.slice(from, at)}#`;
      from = at + 2;
    }
    at += 1;
  }
  return kept + line.slice(from);
}

/* Lines to statements. */

function statementOf(line: string): Statement {
  if (line.startsWith("\t")) return { kind: "command", text: line.slice(1) };
  const text = withoutComment(line);
  if (text.startsWith(".")) {
    const directive = directiveOf(text.slice(1).replace(/^[ \t\n\v\f\r]+/, ""));
    if (directive) return directive;
  }
  return sysvInclude(text) ?? assignmentOf(text) ?? ruleOf(line, text);
}

const BARE: Readonly<Record<string, Bare>> = {
  "": { question: "defined", sense: "plain" },
  def: { question: "defined", sense: "plain" },
  ndef: { question: "defined", sense: "negated" },
  make: { question: "make", sense: "plain" },
  nmake: { question: "make", sense: "negated" },
};

/** `text` is what follows the dot. */
function directiveOf(text: string): Statement | undefined {
  const word = /^[a-z]*/.exec(text)?.[0] ?? "";
  const rest = text.slice(word.length);
  // `.foo:` is a target, `.c.o` a pair of suffixes.
  if (rest.startsWith(".") || rest.startsWith(":")) return undefined;
  const [, branch, suffix] = /^(if|elif)(|def|ndef|make|nmake)$/.exec(word) ?? [];
  if (branch !== undefined && suffix !== undefined) {
    const expression = rest.replace(/^[ \t]+/, "");
    const bare = BARE[suffix];
    if (!bare) return undefined;
    const condition = parseCondition(expression, bare);
    return { kind: branch === "if" ? "if" : "elif", condition, text: expression };
  }
  switch (word) {
    case "else":
    case "endif":
      return { kind: word };
    case "for":
      return loopOf(rest);
    case "include":
      return includeOf(rest);
    case "undef":
      return { kind: "undef", name: /[^ \t\n\v\f\r]*/.exec(rest.trimStart())?.[0] ?? "" };
    case "poison":
      return poisonOf(rest);
    default:
      return undefined;
  }
}

function loopOf(rest: string): Statement {
  const names: string[] = [];
  const word = /[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)/y;
  for (let name = word.exec(rest)?.[1]; name !== undefined; name = word.exec(rest)?.[1]) {
    if (name !== "in") {
      names.push(name);
      continue;
    }
    if (names.length === 0) break;
    const list = rest.slice(word.lastIndex).replace(/^[ \t\n\v\f\r]+/, "");
    return { kind: "for", names, list: parseTemplate(list) };
  }
  return { kind: "faulty", message: "syntax error in `.for`: write `.for NAME in WORDS`" };
}

function includeOf(rest: string): Statement {
  const text = rest.trimStart();
  const closer = text.startsWith("<") ? ">" : text.startsWith('"') ? '"' : undefined;
  if (closer === undefined) return { kind: "faulty", message: '`.include` needs its file in `"` or `<`' };
  const end = text.indexOf(closer, 1);
  if (end === -1)
    return { kind: "faulty", message: `unclosed \`.include\` filename: \`${closer}\` expected` };
  return {
    kind: "include",
    way: closer === ">" ? "system" : "quoted",
    name: parseTemplate(text.slice(1, end)),
  };
}

function sysvInclude(text: string): Statement | undefined {
  const [all, word] = /^(include|sinclude|-include)[ \t\n\v\f\r]/.exec(text) ?? [];
  if (all === undefined || text.includes(":")) return undefined;
  const names = parseTemplate(text.slice(all.length));
  return { kind: "include-list", names, absent: word === "include" ? "fault" : "passed-over" };
}

function poisonOf(rest: string): Statement {
  const pattern = /^\s*(!?)\s*(defined|empty|)\s*(\(?)\s*([^\s)]*)(\)?)\s*(#.*)?$/;
  const [, not, what, open, name = "", close] = pattern.exec(rest) ?? [];
  const isSound = name !== "" && (open === "(") === (close === ")");
  if (isSound && what === "" && not === "") return { kind: "poison", name, poison: "set" };
  if (isSound && what === "empty" && not === "") return { kind: "poison", name, poison: "empty" };
  if (isSound && what === "defined" && not === "!") return { kind: "poison", name, poison: "undefined" };
  return { kind: "faulty", message: "`.poison` takes NAME, `empty(NAME)` or `!defined(NAME)`" };
}

function assignmentOf(text: string): Assignment | undefined {
  const { name, end } = parseName(text, 0, (char, at) => isBlank(char) || beginsOperator(text, at));
  let at = end;
  while (isBlank(text[at])) at += 1;
  const operator = operatorAt(text, at);
  if (!operator) return undefined;
  at = operator.end;
  while (isBlank(text[at])) at += 1;
  const value = text.slice(at);
  return { kind: "assignment", name, ...operator.means, text: value, template: parseTemplate(value) };
}

function beginsOperator(text: string, start: number): boolean {
  if (text.startsWith(":sh", start)) return true;
  let at = start;
  while ("?:!+".includes(text[at] ?? " ")) at += 1;
  return text[at] === "=";
}

type Means = Pick<Assignment, "append" | "when" | "value">;

/** Signs up to the `=`, in any order that make allows. */
function operatorAt(
  text: string,
  start: number,
): { readonly means: Means; readonly end: number } | undefined {
  let signs = "";
  let at = start;
  for (; text[at] !== "="; at += 1) {
    const sign = text[at];
    if (sign === ":" && text.startsWith("sh", at + 1)) {
      const equals = text.indexOf("=", at);
      if (equals === -1) return undefined;
      return { means: { append: "replace", when: "always", value: "output" }, end: equals + 1 };
    }
    if (sign === undefined || !"?:!+".includes(sign)) return undefined;
    signs += sign;
  }
  const means = meaningOf(signs);
  return means && { means, end: at + 1 };
}

function meaningOf(signs: string): Means | undefined {
  const count = (sign: string) => signs.split(sign).length - 1;
  const [appends, optionals, colons, shouts] = [count("+"), count("?"), count(":"), count("!")];
  if (appends > 1 || optionals > 1 || colons > 1 || shouts > 2) return undefined;
  if (appends === 1 && (optionals === 1 || shouts === 2)) return undefined;
  return {
    append: appends === 1 ? "append" : "replace",
    when: optionals === 1 ? "optional" : "always",
    value:
      shouts === 2
        ? "deferred"
        : shouts === 1
          ? colons === 1
            ? "expanded-output"
            : "output"
          : colons === 1
            ? "expanded"
            : "lazy",
  };
}

/** The command behind a `;` is taken from the line with its comments. */
function ruleOf(line: string, stripped: string): Statement {
  const operator = /[:!]/.exec(stripped)?.index ?? stripped.length;
  const semicolon = stripped.indexOf(";", operator + 1);
  if (semicolon === -1) return { kind: "rule", head: parseTemplate(stripped), command: undefined };
  const command = line.slice(line.indexOf(";", semicolon) + 1).replace(/^[ \t\n\v\f\r]+/, "");
  return { kind: "rule", head: parseTemplate(stripped.slice(0, semicolon)), command: command || undefined };
}

/** The words of a loop, with their quotes, but `\"` and `\'` without the backslash. */
export function loopWord(word: string): string {
  return unescapeOnly(word, "\"'");
}
