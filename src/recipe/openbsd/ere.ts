// POSIX extended regular expressions as OpenBSD's regcomp(3) reads them: leftmost, longest, `{` literal where it opens
// no bound. Matching takes time proportional to expression × text, whatever either of them is.

import { ok, type Result } from "../../report.ts";
import { type Node, parseEre, Refusal } from "./ere-parse.ts";
import { glanceAt, quickEre } from "./ere-quick.ts";

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
  readonly match: (text: string, effort: Effort) => EreMatch | "too long" | undefined;
};

/** What searches may still touch: expression × text of each. */
export type Effort = { left: number };

/** For a value, however many matches are looked for in it. */
export function newEffort(): Effort {
  return { left: EFFORT };
}

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
const EFFORT = 32 * CELL_LIMIT;

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

function compileAnew(pattern: string): Result<Ere, string> {
  try {
    const { node, groups } = parseEre(pattern);
    const program: Instruction[] = [];
    emit(node, program);
    program.push({ kind: "match" });
    const mayMatch = glanceAt(node);
    const slow: Ere["match"] = (text, effort) =>
      mayMatch(text) ? search({ program, groups, text }, effort) : undefined;
    const quick = quickEre(node);
    const match: Ere["match"] = (text, effort) =>
      quick?.isCheap(text.length) ? quickMatch(quick.expression, text) : slow(text, effort);
    return ok({ groups, mayMatch, match });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.message };
    throw error;
  }
}

function quickMatch(expression: RegExp, text: string): EreMatch | undefined {
  const found = expression.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length, texts: found } : undefined;
}

// The bounded way: the expression as a program, each of its places tried once for each place of the text.

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
  { program, groups, text }: { readonly groups: number } & Omit<Search, "visited">,
  effort: Effort,
): EreMatch | "too long" | undefined {
  const width = text.length + 1;
  const cells = program.length * width;
  effort.left -= cells;
  if (cells > CELL_LIMIT || effort.left < 0) return "too long";
  const visited = new Uint8Array(cells);
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
