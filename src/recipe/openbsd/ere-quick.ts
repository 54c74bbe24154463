// A regular expression by JavaScript's engine, where that means the same and takes no time.

import { escaped, type Node } from "./ere-parse.ts";

/** More are not looked for: it is a glance. */
const NEEDS_KEPT = 4;

/** False when it is seen at a glance that nothing in a text matches. */
export function glanceAt(node: Node): (text: string) => boolean {
  const needs = needsOf(node).slice(0, NEEDS_KEPT);
  return (text) => needs.every((need) => need(text));
}

export type Quick = {
  readonly expression: RegExp;
  /** Whether a text of so many characters takes no time. */
  readonly isCheap: (length: number) => boolean;
};

/** Undefined for an expression that means something else there. */
export function quickEre(node: Node): Quick | undefined {
  const simple = simpleSource(node);
  if (!simple) return undefined;
  const starts = isAnchored(node) ? "one" : "all";
  return {
    expression: new RegExp(simple.source, "s"),
    isCheap: (length) => isCheap(simple.ranges, starts, length),
  };
}

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

type Simple = {
  readonly source: string;
  /** Of each part that may be longer or shorter: by how many characters. */
  readonly ranges: readonly number[];
  /** Where it ends, if it begins at a certain place: at one place only, whichever text is searched. */
  readonly ends: "one" | "many";
};

/**
 * The same expression for JavaScript, if there it means the same: its first match is the longest where nothing but single
 * characters repeats. What can be chosen has one length, or stands where only one place is possible and no two fit there.
 */
function simpleSource(node: Node, place: Simple["ends"] = "one"): Simple | undefined {
  const fixed = (source: string): Simple => ({ source, ranges: [], ends: place });
  switch (node.kind) {
    case "char":
      return fixed(escaped(node.char));
    case "any":
      return fixed(".");
    case "class":
      return fixed(node.source);
    case "start":
      return fixed("^");
    case "end":
      return fixed("$");
    case "group": {
      const inner = simpleSource(node.inner, place);
      return inner && { ...inner, source: `(${inner.source})` };
    }
    case "sequence":
      return simpleSequence(node.nodes, place);
    case "choice":
      return simpleChoice(node.nodes, place);
    case "repeat": {
      const { inner, least, most } = node;
      if (inner.kind !== "char" && inner.kind !== "any" && inner.kind !== "class") return undefined;
      const source = `${simpleSource(inner)?.source}{${least},${most === Number.POSITIVE_INFINITY ? "" : most}}`;
      return most === least ? fixed(source) : { source, ranges: [most - least], ends: "many" };
    }
    default:
      return undefined;
  }
}

function simpleSequence(nodes: readonly Node[], place: Simple["ends"]): Simple | undefined {
  let whole: Simple = { source: "", ranges: [], ends: place };
  for (const node of nodes) {
    const part = simpleSource(node, whole.ends);
    if (!part) return undefined;
    whole = { ...part, source: whole.source + part.source, ranges: [...whole.ranges, ...part.ranges] };
  }
  return whole;
}

function simpleChoice(nodes: readonly Node[], place: Simple["ends"]): Simple | undefined {
  const lengths = new Set(nodes.map(lengthOf));
  const isEven = lengths.size === 1 && !lengths.has(undefined);
  if (!isEven && (place === "many" || !isClear(nodes))) return undefined;
  const parts: Simple[] = [];
  for (const node of nodes) {
    const part = simpleSource(node, place);
    if (!part) return undefined;
    parts.push(part);
  }
  return {
    source: `(?:${parts.map(({ source }) => source).join("|")})`,
    ranges: parts.flatMap(({ ranges }) => ranges),
    ends: parts.some(({ ends }) => ends === "many") ? "many" : "one",
  };
}

/** Of all that it matches, in characters, if that is one. */
function lengthOf(node: Node): number | undefined {
  switch (node.kind) {
    case "char":
    case "any":
    case "class":
      return 1;
    case "start":
    case "end":
      return 0;
    case "group":
      return lengthOf(node.inner);
    case "sequence":
      return node.nodes.reduce<number | undefined>((sum, one) => {
        const length = lengthOf(one);
        return sum === undefined || length === undefined ? undefined : sum + length;
      }, 0);
    case "repeat":
      return node.most === node.least && lengthOf(node.inner) === 1 ? node.least : undefined;
    default:
      return undefined;
  }
}

function isAnchored(node: Node): boolean {
  if (node.kind === "group") return isAnchored(node.inner);
  if (node.kind !== "sequence") return node.kind === "start";
  const [first] = node.nodes;
  return first !== undefined && isAnchored(first);
}

/** JavaScript tries every length of each part with every one of the others, from each place where a match may begin. */
function isCheap(ranges: Simple["ranges"], starts: "one" | "all", length: number): boolean {
  let ways = 1;
  for (const range of ranges) ways *= Math.min(range, length) + 1;
  return ways <= WAYS_LIMIT * (starts === "one" ? length : 1);
}

/** For each character of a text. */
const WAYS_LIMIT = 1000;

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
