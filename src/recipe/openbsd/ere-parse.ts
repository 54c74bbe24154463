// Reads POSIX extended regular expressions as OpenBSD's regcomp(3) does: `{` is literal where it opens no bound.

export type Node =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "any" }
  | { readonly kind: "class"; readonly source: string; readonly holds: (char: string) => boolean }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "group"; readonly index: number; readonly inner: Node }
  | { readonly kind: "sequence"; readonly nodes: readonly Node[] }
  | { readonly kind: "choice"; readonly nodes: readonly Node[] }
  | { readonly kind: "repeat"; readonly inner: Node; readonly least: number; readonly most: number };

const BOUND_LIMIT = 255; // RE_DUP_MAX

/** Why a text is no expression, in regerror(3)'s words. */
export class Refusal extends Error {}

export function parseEre(pattern: string): { readonly node: Node; readonly groups: number } {
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

export function escaped(char: string): string {
  return /[\\\]^$.*+?()[{}|/-]/.test(char) ? `\\${char}` : char;
}
