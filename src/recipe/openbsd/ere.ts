// POSIX extended regular expressions as OpenBSD's regcomp(3) reads them: leftmost, longest, `{` literal where it opens
// no bound. Matching takes time proportional to expression × text, whatever either of them is.

import { ok, type Result } from "../../report.ts";

/** Offsets of the match, its text, and those of its groups; undefined for a group that took no part. */
export type EreMatch = {
  readonly start: number;
  readonly end: number;
  readonly texts: readonly (string | undefined)[];
};

export type Ere = {
  readonly groups: number;
  /** False when it is seen at a glance that nothing in `text` matches. */
  readonly mayMatch: (text: string) => boolean;
  /** Of the first match in `text`, as if `text` were all there is. */
  readonly match: (text: string) => EreMatch | "too long" | undefined;
};

type Node =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "any" }
  | { readonly kind: "class"; readonly source: string; readonly holds: (char: string) => boolean }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "group"; readonly index: number; readonly inner: Node }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "choice"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly inner: Node; readonly least: number; readonly most: number };

type Instruction =
  | { readonly kind: "char"; readonly fits: (char: string) => boolean }
  | { readonly kind: "start" | "end" | "match" }
  | { readonly kind: "save"; readonly slot: number }
  | { readonly kind: "jump"; to: number }
  /** `first` is tried before `second`. */
  | { readonly kind: "split"; first: number; second: number };

/** A bound like `{1,30000}` is written out; more than this is not the work of a person. */
const PROGRAM_LIMIT = 5000;
/** What one search may touch: expression × text. */
const CELL_LIMIT = 2 * 1024 * 1024;
const BOUND_LIMIT = 255; // RE_DUP_MAX

const compiled = new Map<string, Result<Ere, string>>();
const COMPILED_LIMIT = 2000;

/** Or why it is not an expression, in regerror(3)'s words. Remembered: ports share their few dozen expressions. */
export function compileEre(pattern: string): Result<Ere, string> {
  const known = compiled.get(pattern);
  if (known) return known;
  if (compiled.size >= COMPILED_LIMIT) compiled.clear();
  const result = compileAnew(pattern);
  compiled.set(pattern, result);
  return result;
}

class Refusal extends Error {}

function compileAnew(pattern: string): Result<Ere, string> {
  try {
    const { node, groups } = parse(pattern);
    const simple = simpleSource(node);
    const program: Instruction[] = [];
    emit(node, program);
    program.push({ kind: "match" });
    const needs = needsOf(node).slice(0, NEEDS_KEPT);
    const mayMatch = (text: string) => needs.every((need) => need(text));
    const slow = (text: string) => (mayMatch(text) ? search(program, groups, text) : undefined);
    if (simple === undefined) return ok({ groups, mayMatch, match: slow });
    const { source, loops } = simple;
    const fast = new RegExp(source, "s");
    // The engine of JavaScript goes back at most this often; where that could be long, the bounded one takes over.
    const isCheap = (length: number) => loops <= 1 || length ** loops <= 10_000_000;
    return ok({
      groups,
      mayMatch,
      match: (text) => (isCheap(text.length) ? fastMatch(fast, text) : slow(text)),
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.message };
    throw error;
  }
}

function fastMatch(expression: RegExp, text: string): EreMatch | undefined {
  const found = expression.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length, texts: found } : undefined;
}

/* Reading the expression. */

function parse(pattern: string): { readonly node: Node; readonly groups: number } {
  let at = 0;
  let groups = 0;
  let depth = 0;
  const choice = (): Node => {
    const nodes = [sequence()];
    while (pattern[at] === "|") {
      at += 1;
      nodes.push(sequence());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "choice", nodes };
  };
  const sequence = (): Node => {
    const nodes: Node[] = [];
    while (at < pattern.length && pattern[at] !== "|" && !(pattern[at] === ")" && depth > 0))
      nodes.push(piece());
    return { kind: "sequence", nodes };
  };
  const piece = (): Node => {
    const inner = atom();
    const bound = repetition(pattern, at);
    if (!bound) return inner;
    at = bound.end;
    if (repetition(pattern, at)) throw new Refusal("repetition-operator operand invalid");
    return { kind: "repeat", inner, least: bound.least, most: bound.most };
  };
  const group = (): Node => {
    groups += 1;
    const index = groups;
    depth += 1;
    if (depth > 200) throw new Refusal("parentheses nested too deep");
    const inner = choice();
    if (pattern[at] !== ")") throw new Refusal("parentheses not balanced");
    at += 1;
    depth -= 1;
    return { kind: "group", index, inner };
  };
  const atom = (): Node => {
    const char = pattern[at] ?? "";
    const isBound = repetition(pattern, at) !== undefined;
    at += 1;
    if (isBound) throw new Refusal("repetition-operator operand invalid");
    if (char === "(") return group();
    if (char === "^") return { kind: "start" };
    if (char === "$") return { kind: "end" };
    if (char === ".") return { kind: "any" };
    if (char === "[") {
      const { node, end } = bracket(pattern, at);
      at = end;
      return node;
    }
    if (char !== "\\") return { kind: "char", char };
    const escaped = pattern[at];
    if (escaped === undefined) throw new Refusal("trailing backslash (\\)");
    at += 1;
    return { kind: "char", char: escaped };
  };
  const node = choice();
  return { node, groups };
}

type Bound = { readonly least: number; readonly most: number; readonly end: number };

function repetition(pattern: string, at: number): Bound | undefined {
  const char = pattern[at];
  if (char === "*") return { least: 0, most: Number.POSITIVE_INFINITY, end: at + 1 };
  if (char === "+") return { least: 1, most: Number.POSITIVE_INFINITY, end: at + 1 };
  if (char === "?") return { least: 0, most: 1, end: at + 1 };
  if (char !== "{" || !/[0-9]/.test(pattern[at + 1] ?? "")) return undefined;
  const bound = /\{([0-9]+)(,([0-9]*))?\}/y;
  bound.lastIndex = at;
  const [all = "", low = "", comma, high = ""] = bound.exec(pattern) ?? [];
  const least = Number(low);
  const most = comma === undefined ? least : high === "" ? Number.POSITIVE_INFINITY : Number(high);
  if (all === "" || least > BOUND_LIMIT || (most > BOUND_LIMIT && high !== "") || most < least)
    throw new Refusal("invalid repetition count(s)");
  return { least, most, end: at + all.length };
}

const CLASSES: Readonly<Record<string, string>> = {
  alnum: "a-zA-Z0-9",
  alpha: "a-zA-Z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\t-\\r ",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f",
};

/** `start` is behind the opening bracket, `end` behind the closing one. */
function bracket(pattern: string, start: number): { readonly node: Node; readonly end: number } {
  let at = start;
  const isNegated = pattern[at] === "^";
  if (isNegated) at += 1;
  let source = "";
  for (let isFirst = true; ; isFirst = false) {
    const char = pattern[at];
    if (char === undefined) throw new Refusal("brackets ([ ]) not balanced");
    if (char === "]" && !isFirst) break;
    const named = /\[:([a-z]+):\]/y;
    named.lastIndex = at;
    const [all, name = ""] = named.exec(pattern) ?? [];
    if (all !== undefined) {
      const characters = CLASSES[name];
      if (characters === undefined) throw new Refusal("invalid character class");
      source += characters;
      at += all.length;
      continue;
    }
    const high = pattern[at + 1] === "-" && pattern[at + 2] !== "]" ? pattern[at + 2] : undefined;
    if (high !== undefined && high < char) throw new Refusal("invalid character range");
    source += high === undefined ? escaped(char) : `${escaped(char)}-${escaped(high)}`;
    at += high === undefined ? 1 : 3;
  }
  const text = `[${isNegated ? "^" : ""}${source}]`;
  const expression = new RegExp(text, "s");
  return { node: { kind: "class", source: text, holds: (char) => expression.test(char) }, end: at + 1 };
}

function escaped(char: string): string {
  return /[\\\]^$.*+?()[{}|/-]/.test(char) ? `\\${char}` : char;
}

/* The quick way. */

/** More are not looked for: it is a glance. */
const NEEDS_KEPT = 4;

/** Texts that every match has in it. */
function needsOf(node: Node): readonly ((text: string) => boolean)[] {
  switch (node.kind) {
    case "char":
      return [(text) => text.includes(node.char)];
    case "class": {
      const expression = new RegExp(node.source, "s");
      // What is not in a negated class is seldom all of a text.
      return node.source.startsWith("[^") ? [] : [(text) => expression.test(text)];
    }
    case "group":
      return needsOf(node.inner);
    case "sequence":
      return node.nodes.flatMap(needsOf);
    case "repeat":
      return node.least > 0 ? needsOf(node.inner) : [];
    case "choice": {
      const starts = node.nodes.map(startOf);
      const areFew = starts.length <= NEEDS_KEPT && !starts.includes("");
      return areFew ? [(text) => starts.some((start) => text.includes(start))] : [];
    }
    default:
      return [];
  }
}

type Simple = { readonly source: string; readonly loops: number };

/**
 * The same expression for JavaScript, if there it means the same: its first match is the longest when nothing but single
 * characters repeats, and at most one of what can be chosen fits anywhere. `loops` counts the repetitions without an end.
 */
function simpleSource(node: Node): Simple | undefined {
  switch (node.kind) {
    case "char":
      return { source: escaped(node.char), loops: 0 };
    case "any":
      return { source: ".", loops: 0 };
    case "class":
      return { source: node.source, loops: 0 };
    case "start":
      return { source: "^", loops: 0 };
    case "end":
      return { source: "$", loops: 0 };
    case "group": {
      const inner = simpleSource(node.inner);
      return inner && { source: `(${inner.source})`, loops: inner.loops };
    }
    case "sequence":
      return simpleParts(node.nodes, "");
    case "choice": {
      const parts = isClear(node.nodes) ? simpleParts(node.nodes, "|") : undefined;
      return parts && { ...parts, source: `(?:${parts.source})` };
    }
    case "repeat": {
      const { inner, least, most } = node;
      if (inner.kind !== "char" && inner.kind !== "any" && inner.kind !== "class") return undefined;
      const bound = `{${least},${most === Number.POSITIVE_INFINITY ? "" : most}}`;
      return { source: `${simpleSource(inner)?.source}${bound}`, loops: most > 1 ? 1 : 0 };
    }
    default:
      return undefined;
  }
}

function simpleParts(nodes: readonly Node[], between: string): Simple | undefined {
  const parts: Simple[] = [];
  for (const node of nodes) {
    const part = simpleSource(node);
    if (!part) return undefined;
    parts.push(part);
  }
  return {
    source: parts.map(({ source }) => source).join(between),
    loops: parts.reduce((sum, { loops }) => sum + loops, 0),
  };
}

/** Whether each begins in a way of its own, and none goes on where another ends. */
function isClear(nodes: readonly Node[]): boolean {
  const starts = nodes.map(startOf).sort();
  return starts.every((start, at) => start !== "" && !starts[at + 1]?.startsWith(start));
}

/** The characters that each match begins with, as far as that is certain. */
function startOf(node: Node): string {
  if (node.kind === "char") return node.char;
  if (node.kind !== "sequence") return "";
  let start = "";
  for (const one of node.nodes) {
    if (one.kind !== "char") break;
    start += one.char;
  }
  return start;
}

/* The bounded way: the expression as a program, each of its places tried once for each place of the text. */

function emit(node: Node, program: Instruction[]): void {
  if (program.length > PROGRAM_LIMIT) throw new Refusal("regular expression is too big");
  switch (node.kind) {
    case "char":
      program.push({ kind: "char", fits: (char) => char === node.char });
      return;
    case "any":
      program.push({ kind: "char", fits: () => true });
      return;
    case "class":
      program.push({ kind: "char", fits: node.holds });
      return;
    case "start":
    case "end":
      program.push({ kind: node.kind });
      return;
    case "group":
      program.push({ kind: "save", slot: 2 * node.index });
      emit(node.inner, program);
      program.push({ kind: "save", slot: 2 * node.index + 1 });
      return;
    case "sequence":
      for (const one of node.nodes) emit(one, program);
      return;
    case "choice":
      emitChoice(node.nodes, program);
      return;
    case "repeat":
      emitRepeat(node, program);
  }
}

function emitChoice(nodes: readonly Node[], program: Instruction[]): void {
  const jumps: Extract<Instruction, { kind: "jump" }>[] = [];
  for (const [at, node] of nodes.entries()) {
    if (at === nodes.length - 1) emit(node, program);
    else {
      const split: Instruction = { kind: "split", first: program.length + 1, second: 0 };
      program.push(split);
      emit(node, program);
      const jump: Instruction = { kind: "jump", to: 0 };
      program.push(jump);
      jumps.push(jump);
      split.second = program.length;
    }
  }
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat({ inner, least, most }: Extract<Node, { kind: "repeat" }>, program: Instruction[]): void {
  for (let count = 0; count < least; count += 1) emit(inner, program);
  if (most === Number.POSITIVE_INFINITY) {
    const split: Instruction = { kind: "split", first: program.length + 1, second: 0 };
    const back = program.length;
    program.push(split);
    emit(inner, program);
    program.push({ kind: "jump", to: back });
    split.second = program.length;
    return;
  }
  const splits: Extract<Instruction, { kind: "split" }>[] = [];
  for (let count = least; count < most; count += 1) {
    const split: Instruction = { kind: "split", first: program.length + 1, second: 0 };
    program.push(split);
    splits.push(split);
    emit(inner, program);
  }
  for (const split of splits) split.second = program.length;
}

/** Offsets of the match and of its groups, in pairs; -1 for a group that took no part. */
type Saved = readonly number[];

type Thread = { readonly pc: number; readonly at: number; readonly saved: Saved };

/** From each start in turn; what led nowhere from one start leads nowhere from a later one. */
function search(
  program: readonly Instruction[],
  groups: number,
  text: string,
): EreMatch | "too long" | undefined {
  const width = text.length + 1;
  if (program.length * width > CELL_LIMIT) return "too long";
  const visited = new Uint8Array(program.length * width);
  const nothing: Saved = Array.from({ length: 2 * (groups + 1) }, () => -1);
  for (let start = 0; start < width; start += 1) {
    const best = longestFrom({ program, text, visited }, { pc: 0, at: start, saved: nothing.with(0, start) });
    if (best) return matchAt(best, text);
  }
  return undefined;
}

function matchAt(saved: Saved, text: string): EreMatch {
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < saved.length; at += 2) {
    const [start = -1, end = -1] = [saved[at], saved[at + 1]];
    texts.push(start < 0 ? undefined : text.slice(start, end));
  }
  return { start: saved[0] ?? 0, end: saved[1] ?? 0, texts };
}

type Search = {
  readonly program: readonly Instruction[];
  readonly text: string;
  readonly visited: Uint8Array;
};

/** The longest match of those that begin with `first`; of equally long ones the first. */
function longestFrom(search: Search, first: Thread): Saved | undefined {
  let best: Saved | undefined;
  const threads: Thread[] = [first];
  for (let thread = threads.pop(); thread; thread = threads.pop()) {
    const match = follow(thread, search, threads);
    if (!match) continue;
    if (!best || (match[1] ?? 0) > (best[1] ?? 0)) best = match;
    if (match[1] === search.text.length) return best;
  }
  return best;
}

/** The first way on, as far as it goes; where it parts, the other one is put on `threads`. */
function follow(from: Thread, { program, text, visited }: Search, threads: Thread[]): Saved | undefined {
  let { pc, at, saved } = from;
  for (;;) {
    const cell = pc * (text.length + 1) + at;
    if (visited[cell]) return undefined;
    visited[cell] = 1;
    const one = program[pc];
    pc += 1;
    switch (one?.kind) {
      case "char":
        if (at >= text.length || !one.fits(text[at] ?? "")) return undefined;
        at += 1;
        break;
      case "start":
        if (at !== 0) return undefined;
        break;
      case "end":
        if (at !== text.length) return undefined;
        break;
      case "save":
        saved = saved.with(one.slot, at);
        break;
      case "jump":
        pc = one.to;
        break;
      case "split":
        threads.push({ pc: one.second, at, saved });
        pc = one.first;
        break;
      default:
        return saved.with(1, at);
    }
  }
}
