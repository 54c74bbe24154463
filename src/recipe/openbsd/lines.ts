// A Makefile as the lines that a reader meets, each read when it is first reached and kept.

import type { Source, Span } from "../../report.ts";
import { AskedNames } from "./asked-names.ts";
import { isNever } from "./conditions.ts";
import type { MakeCommand } from "./evaluation.ts";
import {
  endOf,
  joinedFrom,
  lineStarts,
  physicalEnd,
  skipToLine,
  unparsedLine,
  withoutComment,
} from "./logical-lines.ts";
import { type Addition, type Gap, type LoopParts, loopParts } from "./loops.ts";
import { linesAtOnce, type Part, partFrom } from "./quiet-parts.ts";
import { directiveOf, type Statement, statementOf } from "./statements.ts";
import type { StretchesByReader } from "./stretches.ts";
import type { Variable } from "./variable.ts";

export type Line = {
  readonly span: Span;
  /** Where the next line begins. */
  readonly next: number;
  readonly statement: Statement;
  /* What was once looked for, since a tree's makefiles are read for each of its ports: */
  /** The next line itself. */
  following: Line | "end" | undefined;
  /** Of an `.if`, `.elif` or `.else`: where reading may go on when it is false. */
  branch: Line | "open" | undefined;
  /** Of a rule: the commands that follow it, of a command itself and those that follow. */
  commands: CommandRun | undefined;
  /** Of the first line of what can wait. */
  part: Part | "none" | undefined;
  /** Of a block: nothing else comes of it. */
  makesRules: boolean | undefined;
  /** What an assignment sets, if that is the same each time. */
  variable: Variable | undefined;
  /** What came of reading on from here. */
  stretches: StretchesByReader | undefined;
  /** The answers of its conditions count, not the values that they look at. */
  isAskedAnew: boolean;
  /** No stretch goes over it. */
  isReadAlways: boolean;
  /** How often it asked for what was another way before. */
  surprises: number;
};

/** Commands that stand one after the other, and the line behind them. */
export type CommandRun = { readonly commands: readonly MakeCommand[]; readonly behind: Line | undefined };

/** What is met a second time is likely to come again; most words of a port are its own, and never do. */
class Recurring<T> {
  readonly #most: number;
  #met = new Set<string>();
  #kept = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#kept.get(key);
  }

  offer(key: string, value: T): void {
    if (!this.#met.has(key)) {
      if (this.#met.size >= this.#most) this.#met = new Set();
      this.#met.add(key);
      return;
    }
    if (this.#kept.size >= this.#most) this.#kept = new Map();
    this.#kept.set(key, value);
  }
}

/** What stands between a `.for` and its `.endfor`. Its turns are read once for words that recur. */
export class LoopBody {
  readonly text: string;
  readonly next: number;
  /** How many loops stand in each other here. */
  readonly depth: number;
  following: Line | "end" | undefined;
  readonly #source: Source;
  readonly #spans: readonly Span[];
  readonly #turns = new Recurring<Script>(TURNS_KEPT);
  /** All turns over a list, by the text that its words come from. */
  readonly lists = new Recurring<readonly Script[]>(LISTS_KEPT);
  #parts: LoopParts | undefined;
  #addition: Addition | "none" | undefined;
  #guard: Gap | "none" | undefined;

  constructor(
    text: string,
    origin: {
      readonly next: number;
      readonly depth: number;
      readonly source: Source;
      readonly spans: readonly Span[];
    },
  ) {
    this.text = text;
    this.next = origin.next;
    this.depth = origin.depth;
    this.#source = origin.source;
    this.#spans = origin.spans;
  }

  /** Its text, when the loop has one variable. */
  partsFor(variable: string): LoopParts {
    this.#parts ??= loopParts(this.text, variable);
    return this.#parts;
  }

  additionFor(variable: string): Addition | undefined {
    this.#addition ??= this.#readAddition(variable) ?? "none";
    return this.#addition === "none" ? undefined : this.#addition;
  }

  /** `.if "${variable:M…}"` around all the rest: where that is nothing, nothing comes of the turn. */
  guardFor(variable: string): Gap | undefined {
    this.#guard ??= this.#readGuard(variable) ?? "none";
    return this.#guard === "none" ? undefined : this.#guard;
  }

  #readGuard(variable: string): Gap | undefined {
    const [head, guard, rest, ...more] = this.partsFor(variable);
    if (typeof head !== "string" || typeof guard === "string" || typeof rest !== "string") return undefined;
    if (more.length > 0 || !guard?.isPlain || !/^\.[ \t]*if[ \t]+"$/.test(head) || !rest.startsWith('"\n'))
      return undefined;
    const never = new Script(this.#source, { text: head + rest, spans: this.#spans });
    return never.isIdle ? guard : undefined;
  }

  #readAddition(variable: string): Addition | undefined {
    if (/[#\\]/.test(this.text)) return undefined;
    const script = new Script(this.#source, { text: this.text, spans: this.#spans });
    const line = script.firstLine();
    if (line?.statement.kind !== "assignment" || script.lineAfter(line)) return undefined;
    const { name, append, value, text } = line.statement;
    if (append !== "append" || value !== "lazy" || typeof name !== "string") return undefined;
    // System V's `include` takes the rest of the line for names, unless there is a colon.
    if (name.endsWith("include")) return undefined;
    return { name, parts: loopParts(text, variable), span: line.span, known: new Map() };
  }

  known(words: string): Script | undefined {
    return this.#turns.get(words);
  }

  /** The turn whose text is `text`; it is kept when `words` tell all that the text depends on. */
  turn(text: string, words: string | undefined): Script {
    const script = new Script(this.#source, { text, spans: this.#spans });
    if (words !== undefined) this.#turns.offer(words, script);
    return script;
  }
}

/** A text to read lines from: a file's, or what a turn of a loop makes of its body. */
export class Script {
  readonly text: string;
  readonly #source: Source;
  /** For a loop's turn: where each line of its text comes from. */
  readonly #spans: readonly Span[] | undefined;
  #lineStarts: readonly number[] | undefined;
  /** Of a file: however a line is reached, it is the same. */
  readonly #lines: Map<number, Line | "end"> | undefined;
  #conditionals: Map<number, Line | "end"> | undefined;
  #bodies: Map<number, LoopBody | "open"> | undefined;
  #first: Line | "end" | undefined;
  #isIdle: boolean | undefined;
  #asked: AskedNames | undefined;

  constructor(source: Source, turn?: { readonly text: string; readonly spans: readonly Span[] }) {
    this.#source = source;
    this.text = turn?.text ?? source.text;
    this.#spans = turn?.spans;
    this.#lines = turn ? undefined : new Map();
  }

  firstLine(): Line | undefined {
    this.#first ??= this.lineAt(0) ?? "end";
    return this.#first === "end" ? undefined : this.#first;
  }

  /** Whether nothing comes of it: all that it says stands behind a condition that is never true. */
  get isIdle(): boolean {
    this.#isIdle ??= this.#hasNothing();
    return this.#isIdle;
  }

  #hasNothing(): boolean {
    const line = this.firstLine();
    if (line?.statement.kind !== "if" || !isNever(line.statement.condition)) return false;
    const end = this.branchAfter(line);
    return end?.statement.kind === "endif" && this.lineAfter(end) === undefined;
  }

  lineAt(offset: number): Line | undefined {
    if (!this.#lines) return this.#readLine(offset);
    let line = this.#lines.get(offset);
    if (line === undefined) {
      line = this.#readLine(offset) ?? "end";
      this.#lines.set(offset, line);
    }
    return line === "end" ? undefined : line;
  }

  /** The one behind a line, or behind the end of a loop. */
  lineAfter(part: Line | LoopBody): Line | undefined {
    part.following ??= this.lineAt(part.next) ?? "end";
    return part.following === "end" ? undefined : part.following;
  }

  /** Those at `line`, or behind it if it is a rule. */
  commandsAt(line: Line): CommandRun {
    line.commands ??= this.#readCommands(line);
    return line.commands;
  }

  /** What begins with the line and can wait; undefined where all is to be read at once. */
  partFrom(line: Line): Part | undefined {
    line.part ??= partFrom(this, line) ?? "none";
    return line.part === "none" ? undefined : line.part;
  }

  /** Where the line that comes behind the block begins. */
  blockEnd(line: Line): number | undefined {
    return this.#endOf(line)?.next;
  }

  get asked(): AskedNames {
    this.#asked ??= new AskedNames(linesAtOnce(this));
    return this.#asked;
  }

  /** The line behind one, or behind the whole block that it begins. */
  behindBlock(line: Line): Line | undefined {
    const end = this.#endOf(line);
    return end && this.lineAfter(end);
  }

  /** What stands in the block that a line begins; undefined when nothing ends it. */
  insideBlock(line: Line): string | undefined {
    const end = this.#endOf(line);
    if (end instanceof LoopBody) return end.text;
    return end && this.text.slice(line.next, end.next);
  }

  #endOf(line: Line): Line | LoopBody | undefined {
    if (line.statement.kind === "for") return this.bodyAt(line.next);
    if (line.statement.kind !== "if") return line;
    let last = this.branchAfter(line);
    while (last && last.statement.kind !== "endif") last = this.branchAfter(last);
    return last;
  }

  /** The `.elif`, `.else` or `.endif` that belongs to the same `.if` and comes next; undefined when none does. */
  branchAfter(line: Line): Line | undefined {
    line.branch ??= this.#readBranch(line.next) ?? "open";
    return line.branch === "open" ? undefined : line.branch;
  }

  /** The first line at or after `offset` that begins with a dot, as lines are looked at where conditions are false. */
  conditionalAt(offset: number): Line | undefined {
    this.#conditionals ??= new Map();
    let line = this.#conditionals.get(offset);
    if (line === undefined) {
      line = this.#readConditional(offset) ?? "end";
      this.#conditionals.set(offset, line);
    }
    return line === "end" ? undefined : line;
  }

  /** Undefined when nothing ends the loop. `offset` is that of the line after `.for`. */
  bodyAt(offset: number): LoopBody | undefined {
    this.#bodies ??= new Map();
    let body = this.#bodies.get(offset);
    if (body === undefined) {
      body = this.#readBody(offset) ?? "open";
      this.#bodies.set(offset, body);
    }
    return body === "open" ? undefined : body;
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
    return lineOf(span, next, statementOf(text));
  }

  #readCommands(from: Line): CommandRun {
    const commands: MakeCommand[] = [];
    let line = from.statement.kind === "command" ? from : this.lineAfter(from);
    for (; line?.statement.kind === "command"; line = this.lineAfter(line)) {
      commands.push({ text: line.statement.text, span: line.span });
    }
    return { commands, behind: line };
  }

  #readBranch(offset: number): Line | undefined {
    let level = 0;
    for (let line = this.conditionalAt(offset); line; line = this.conditionalAt(line.next)) {
      const { kind } = line.statement;
      if (kind === "if") level += 1;
      else if (level === 0 && (kind === "elif" || kind === "else" || kind === "endif")) return line;
      else if (kind === "endif") level -= 1;
    }
    return undefined;
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
    return lineOf(span, next, directiveOf(stripped) ?? { kind: "faulty", message: "" });
  }

  #readBody(offset: number): LoopBody | undefined {
    const lines: string[] = [];
    const spans: Span[] = [];
    let [level, depth] = [1, 1];
    for (let at = offset; at < this.text.length; ) {
      const { text, next } = unparsedLine(this.text, at);
      const word = /^\.[ \t\n\v\f\r]*(endfor(?=[ \t\n\v\f\r]|$)|for(?=[ \t\n\v\f\r]))/.exec(text)?.[1];
      if (word === "endfor") level -= 1;
      if (level === 0) {
        const body = lines.map((line) => `${line}\n`).join("");
        return new LoopBody(body, { next, depth, source: this.#source, spans });
      }
      if (word === "for") level += 1;
      depth = Math.max(depth, level);
      lines.push(text);
      const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
      spans.push(this.#spanOf(Math.min(at + indent, this.text.length), endOf(this.text, next)));
      at = next;
    }
    return undefined;
  }
}

function lineOf(span: Span, next: number, statement: Statement): Line {
  return {
    span,
    next,
    statement,
    following: undefined,
    branch: undefined,
    commands: undefined,
    part: undefined,
    makesRules: undefined,
    variable: undefined,
    stretches: undefined,
    isAskedAnew: false,
    isReadAlways: statement.kind === "include" || statement.kind === "include-list",
    surprises: 0,
  };
}

/** A loop over flavors has few different turns; one over all dependencies of a tree would fill the memory with them. */
const TURNS_KEPT = 2000;
const LISTS_KEPT = 500;

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

/** Flavors of a port have its Makefile in common, siblings what their folder gives to all: they are read one after the other. */
const OWN_KEPT = 4;

const OWN_SCRIPTS = new Map<string, Script>();

/** As `scriptOf`, for a text that few readings share, each of which brings a source of its own. */
export function ownScriptOf(source: Source): Script {
  const { name, text } = source;
  const known = OWN_SCRIPTS.get(name);
  const script = known?.text === text ? known : new Script(source);
  // The one that was asked for last stands last.
  OWN_SCRIPTS.delete(name);
  OWN_SCRIPTS.set(name, script);
  for (const oldest of OWN_SCRIPTS.keys()) {
    if (OWN_SCRIPTS.size <= OWN_KEPT) break;
    OWN_SCRIPTS.delete(oldest);
  }
  return script;
}
