// Parts of a makefile that can wait until somebody asks for what comes of them, as far as their text tells: rules, which few
// ask for, and loops that only set variables of which the names are known without reading them.

import type { Line, Script } from "./lines.ts";
import { unparsedLine } from "./logical-lines.ts";
import { loopWord, type Statement, statementOf } from "./statements.ts";
import { isDynamicName, parseTemplate, type Reference, textOf } from "./template.ts";
import { wordsOf } from "./words.ts";

/** Lines that make rules or set variables, whatever the conditions and lists among them are; `end` is behind the last. */
export type Part = RulesPart | LoopsPart;

export type RulesPart = { readonly kind: "rules"; readonly begin: Line; readonly end: Line | undefined };

/** A loop, and what follows it and goes on with the same variables. */
export type LoopsPart = {
  readonly kind: "loops";
  readonly begin: Line;
  readonly end: Line | undefined;
  /** Of all that it may set. */
  readonly names: PartNames;
  /** The loops' own: if one is set outside, a list may mean that. */
  readonly variables: readonly string[];
  /** It asks which targets there are by then. */
  readonly asksTargets: boolean;
  /** Whether the file itself soon asks for one of them, or who reads it wants it. */
  readonly isAsked: IsAsked;
};

/** `outer`: the files that include it, the nearest first. */
type IsAsked = (outer: readonly Script[], wanted: readonly string[]) => boolean;

/** Text of a name, and loops whose words stand in it, in turn. */
export type NamePattern = readonly (string | LoopList)[];

/** The words themselves, or the variable that has them. */
export type LoopList =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "variable"; readonly name: string };

/** Undefined where all is to be read at once. */
export function partFrom(script: Script, line: Line): Part | undefined {
  switch (line.statement.kind) {
    case "rule":
      return rulesFrom(script, line);
    case "for":
      return loopsFrom(script, line);
    default:
      return undefined;
  }
}

/**
 * Not those in blocks that only make rules. Undefined for what nobody would write: blocks in blocks without end, or lines
 * without number.
 */
export function linesAtOnce(script: Script): readonly Line[] | undefined {
  const lines: Line[] = [];
  /** Where the blocks end that the line stands in. */
  const ends: number[] = [];
  let line = script.firstLine();
  while (line) {
    while (line.span.start >= (ends.at(-1) ?? Number.POSITIVE_INFINITY)) ends.pop();
    const end = script.blockEnd(line);
    if (end === undefined || ends.length >= BLOCKS_DEEP || lines.length >= LINES_LIMIT) return undefined;
    const isOfRules = makesRules(script, line);
    if (!isOfRules) lines.push(line);
    if (end !== line.next && !isOfRules) ends.push(end);
    line = isOfRules ? script.behindBlock(line) : script.lineAfter(line);
  }
  return lines;
}

const BLOCKS_DEEP = 10;
const LINES_LIMIT = 20_000;

/** Fewer are soon read. */
const RULES_PUT_OFF = 20;

function rulesFrom(script: Script, begin: Line): RulesPart | undefined {
  let [end, count]: [Line | undefined, number] = [begin, 0];
  while (end && makesRules(script, end)) {
    end = script.behindBlock(end);
    count += 1;
  }
  return count < RULES_PUT_OFF ? undefined : { kind: "rules", begin, end };
}

function makesRules(script: Script, line: Line): boolean {
  line.makesRules ??= readsAsRules(script, line);
  return line.makesRules;
}

function readsAsRules(script: Script, line: Line): boolean {
  const { kind } = line.statement;
  if (kind === "rule" || kind === "command") return true;
  const inside = kind === "if" || kind === "for" ? script.insideBlock(line) : undefined;
  if (inside === undefined || inside.length > RULES_LENGTH) return false;
  return linesIn(inside)?.every(isOfRules) ?? false;
}

/** Of a block, in UTF-16 units. */
const RULES_LENGTH = 200_000;

function isOfRules(line: string): boolean {
  if (line.startsWith("\t") || endsLoop(line)) return true;
  const { kind } = statementOf(line);
  return (
    kind === "rule" ||
    kind === "if" ||
    kind === "elif" ||
    kind === "for" ||
    kind === "else" ||
    kind === "endif"
  );
}

function endsLoop(line: string): boolean {
  return /^\.[ \t]*endfor([ \t#]|$)/.test(line);
}

/** Not those that are empty or comments. Undefined when they are others where a condition is false. */
function linesIn(text: string): readonly string[] | undefined {
  // A comment ends with its physical line where lines are read, and goes on where they are not; a tab behind blanks begins no
  // command there.
  if (/^[ \t]*#.*\\$|^ +\t/m.test(text)) return undefined;
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { text: line, next } = unparsedLine(text, at);
    const begun = line.replace(/^ +/, "");
    if (begun.trim() !== "" && !begun.startsWith("#")) lines.push(begun);
    at = next;
  }
  return lines;
}

/** So many in a row are one part. */
const BLOCKS_LIMIT = 4;

type Loop = Extract<Statement, { kind: "for" }>;

/** Loops that lines stand in, the innermost last. */
type Around = readonly Loop[];

/** The loop whose words stand for the reference: the outermost one fills them in first. */
function loopOf({ name }: Reference, around: Around): Loop | undefined {
  return around.find(({ names }) => typeof name === "string" && names.includes(name));
}

function loopsFrom(script: Script, begin: Line): LoopsPart | undefined {
  const names = new Map<string, NamePattern>();
  const variables = new Set<string>();
  let asksTargets = false;
  let behind = 0;
  let end: Line | undefined = begin;
  for (let blocks = 0; end && blocks < BLOCKS_LIMIT; blocks += 1) {
    const block = settingsOf(script, end);
    if (!block || (end !== begin && block.names.some(([key]) => !names.has(key)))) break;
    for (const [key, pattern] of block.names) names.set(key, pattern);
    for (const name of block.variables) variables.add(name);
    asksTargets ||= block.asksTargets;
    behind = script.blockEnd(end) ?? behind;
    end = script.behindBlock(end);
  }
  // Commands there would belong to a rule that a turn of the loop ends.
  if (end === begin || names.size === 0 || end?.statement.kind === "command") return undefined;
  const stems = [...names.values()].flatMap(stemsOf);
  return {
    kind: "loops",
    begin,
    end,
    names: new PartNames([...names.values()]),
    variables: [...variables],
    asksTargets,
    isAsked: remembering((outer, wanted) =>
      [script, ...outer].some(({ asked }, depth) =>
        asked.asksFor(stems, { from: depth === 0 ? behind : 0, wanted }),
      ),
    ),
  };
}

/** Most files are included from one place, and their variables wanted by one reader. */
function remembering(isAsked: IsAsked): IsAsked {
  let last: Answer | undefined;
  return (outer, wanted) => {
    const isSame = last?.wanted === wanted && last.outer.length === outer.length;
    if (!last || !isSame || last.outer.some((script, at) => script !== outer[at])) {
      last = { outer, wanted, is: isAsked(outer, wanted) };
    }
    return last.is;
  };
}

type Answer = { readonly outer: readonly Script[]; readonly wanted: readonly string[]; readonly is: boolean };

/** Names, up to a list that only a value tells. */
function stemsOf(pattern: NamePattern): readonly string[] {
  let stems = [""];
  for (const part of pattern) {
    if (typeof part !== "string" && part.kind === "variable") break;
    const words = typeof part === "string" ? [part] : part.words;
    if (stems.length * words.length > NAMES_LIMIT) break;
    stems = stems.flatMap((stem) => words.map((word) => stem + word));
  }
  return stems;
}

/** Of a block, in UTF-16 units: nobody's loop is as long. */
const LENGTH_LIMIT = 20_000;

type Settings = {
  /** With what tells one from another. */
  readonly names: readonly (readonly [string, NamePattern])[];
  readonly variables: readonly string[];
  readonly asksTargets: boolean;
};

/** Undefined for a line, or a block that begins there, that does more than to set variables. */
function settingsOf(script: Script, line: Line): Settings | undefined {
  const { statement } = line;
  if (statement.kind === "assignment") {
    const pattern = patternOf(statement, []);
    return pattern && { names: [[keyOf(pattern), pattern]], variables: [], asksTargets: false };
  }
  if (statement.kind !== "if" && statement.kind !== "for") return undefined;
  const inside = script.insideBlock(line);
  const lines = inside === undefined || inside.length > LENGTH_LIMIT ? undefined : linesIn(inside);
  if (!lines) return undefined;
  const names: (readonly [string, NamePattern])[] = [];
  const variables: string[] = [];
  const around: Loop[] = [];
  let asksTargets = false;
  const inner = lines.map((text) => (endsLoop(text) ? "endfor" : statementOf(text)));
  for (const [at, one] of [statement, ...inner].entries()) {
    // `lines[at]` is the one behind it.
    if (at > 0 && mayBeAnother(lines[at - 1] ?? "", lines[at], around)) return undefined;
    if (one === "endfor") around.pop();
    else if (one.kind === "for") {
      if (one.names.some((name) => name.includes("$"))) return undefined;
      around.push(one);
      variables.push(...one.names);
    } else if (one.kind === "assignment") {
      const pattern = patternOf(one, around);
      if (!pattern) return undefined;
      names.push([keyOf(pattern), pattern]);
    } else if (one.kind === "if" || one.kind === "elif") {
      if (/\bcommands\b/.test(one.text) || isFilledIn(one.text, around)) return undefined;
      asksTargets ||= /\btarget\b/.test(one.text);
    } else if (one.kind !== "else" && one.kind !== "endif") return undefined;
  }
  return { names, variables, asksTargets };
}

/**
 * What stands for a loop's variable is put into the text before that is read: it could go on in a directive, or end a line
 * with a backslash and so take away the directive `behind` it.
 */
function mayBeAnother(line: string, behind: string | undefined, around: Around): boolean {
  if (/^\.[ \t]*(?:else|endif|endfor)/.test(line)) return line.includes("$");
  const last = parseTemplate(line).at(-1);
  if (last === undefined || typeof last === "string" || !behind?.startsWith(".")) return false;
  const loop = loopOf(last, around);
  // What ends the loop is none of its text.
  if (!loop || (loop === around.at(-1) && endsLoop(behind))) return false;
  return last.modifiers.length > 0 || /[$\\]/.test(textOf(loop.list));
}

/** Whether a word of a loop would be a term of the condition, or more than one. */
function isFilledIn(condition: string, around: Around): boolean {
  const terms = condition.replace(/"[^"]*"/g, "").replace(/\([^()]*\)/g, "");
  return parseTemplate(terms).some((part) => typeof part !== "string" && loopOf(part, around));
}

function patternOf(
  { name, value }: Extract<Statement, { kind: "assignment" }>,
  around: Around,
): NamePattern | undefined {
  if (value !== "lazy" && value !== "expanded") return undefined;
  if (typeof name === "string") return isPlainName(name) ? [name] : undefined;
  const pattern: (string | LoopList)[] = [];
  for (const part of name) {
    const piece = typeof part === "string" ? part : listAt(part, around);
    if (piece === undefined || (typeof piece === "string" && !isPlainText(piece))) return undefined;
    pattern.push(piece);
  }
  return pattern;
}

/** In characters. */
const LIST_LIMIT = 1000;

/** What a loop's variable stands for in the line. */
function listAt(reference: Reference, around: Around): LoopList | undefined {
  const loop = plainNameOf(reference) === undefined ? undefined : loopOf(reference, around);
  if (!loop) return undefined;
  const { list } = loop;
  const [first] = list;
  if (list.every((part) => typeof part === "string")) {
    const text = list.join("");
    return text.length > LIST_LIMIT ? undefined : { kind: "words", words: wordsIn(text) };
  }
  const variable =
    list.length === 1 && first !== undefined && typeof first !== "string" ? plainNameOf(first) : undefined;
  if (variable === undefined || around.some(({ names }) => names.includes(variable))) return undefined;
  return { kind: "variable", name: variable };
}

function plainNameOf({ name, isDynamic, modifiers, fault }: Reference): string | undefined {
  return typeof name === "string" && !isDynamic && modifiers.length === 0 && fault === "none"
    ? name
    : undefined;
}

/** Two with one key are the same. */
function keyOf(pattern: NamePattern): string {
  return JSON.stringify(pattern);
}

function wordsIn(list: string): readonly string[] {
  return wordsOf(list).map(loopWord);
}

/** What may stand in a name. */
function isPlainText(text: string): boolean {
  return /^[\w.-]+$/.test(text);
}

/** One that no line with it takes for anything else: a directive, or System V's `include`. */
function isPlainName(name: string): boolean {
  return /^\w[\w.-]*$/.test(name) && !name.endsWith("include") && !isDynamicName(name);
}

/** More are looked for in vain. */
const NAMES_LIMIT = 200;

/** All names that such a part may set, by the values of its lists: most ports have the same. */
export class PartNames {
  readonly #patterns: readonly NamePattern[];
  readonly #lists: readonly string[];
  #known = new Map<string, readonly string[] | "unclear">();

  constructor(patterns: readonly NamePattern[]) {
    this.#patterns = patterns;
    const lists = patterns.flat().flatMap((part) => {
      return typeof part === "string" || part.kind === "words" ? [] : [part.name];
    });
    this.#lists = [...new Set(lists)];
  }

  /** Undefined when that can't be said. `list` gives the value of a list. */
  of(list: (name: string) => string): readonly string[] | undefined {
    const values = this.#lists.map(list);
    const key = values.join("\0");
    if (key.length > LIST_LIMIT) return undefined;
    let names = this.#known.get(key);
    if (names === undefined) {
      const words = new Map(this.#lists.map((name, at) => [name, wordsIn(values[at] ?? "")]));
      names = namesOf(this.#patterns, words) ?? "unclear";
      if (this.#known.size >= NAMES_KEPT) this.#known = new Map();
      this.#known.set(key, names);
    }
    return names === "unclear" ? undefined : names;
  }
}

const NAMES_KEPT = 200;

function namesOf(
  patterns: readonly NamePattern[],
  lists: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const all = new Set<string>();
  for (const pattern of patterns) {
    let begun = [""];
    for (const part of pattern) {
      const words = wordsAt(part, lists);
      if (!words.every(isPlainText) || words.length * begun.length > NAMES_LIMIT) return undefined;
      begun = begun.flatMap((start) => words.map((word) => start + word));
    }
    for (const name of begun) all.add(name);
  }
  const names = [...all];
  return names.length > NAMES_LIMIT || !names.every(isPlainName) ? undefined : names;
}

function wordsAt(part: string | LoopList, lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (typeof part === "string") return [part];
  return part.kind === "words" ? part.words : (lists.get(part.name) ?? []);
}
