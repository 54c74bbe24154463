// `{a,b}` and `{1..3}`: bash(1), Brace Expansion. It comes before all others and knows only the text.

import type { Part, Word } from "../shell/syntax.ts";

/** A character of bare text, or a part that braces can't look into. */
type Token = string | Part;

/** `word` as the words that its braces make, or undefined when they are more than `most`. */
export function expandBraces(word: Word, most: number): readonly Word[] | undefined {
  const hasBrace = word.parts.some((part) => isBare(part) && part.text.includes("{"));
  if (!hasBrace) return [word];
  const tokens = word.parts.flatMap((part): readonly Token[] => (isBare(part) ? [...part.text] : [part]));
  if (tokens.filter((token) => token === "{").length > MOST_BRACES) return undefined;
  const expanded = expand(tokens, { left: most });
  return expanded?.map((one) => ({ start: word.start, end: word.end, parts: partsOf(one) }));
}

const MOST_BRACES = 100;

function isBare(part: Part): part is Extract<Part, { readonly kind: "text" }> {
  return part.kind === "text" && part.quoting === "bare";
}

function partsOf(tokens: readonly Token[]): readonly Part[] {
  const parts: Part[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ kind: "text", text, quoting: "bare" });
    text = "";
  };
  for (const token of tokens) {
    if (typeof token === "string") text += token;
    else {
      flush();
      parts.push(token);
    }
  }
  flush();
  return parts;
}

function expand(
  tokens: readonly Token[],
  bound: { left: number },
): readonly (readonly Token[])[] | undefined {
  const brace = firstBrace(tokens);
  if (!brace) return [tokens];
  const alternatives: (readonly Token[])[] = [];
  for (const one of brace.alternatives) {
    const expanded = expand(one, bound);
    if (!expanded) return undefined;
    for (const inner of expanded) alternatives.push(inner);
  }
  const rest = expand(tokens.slice(brace.end + 1), bound);
  if (!rest) return undefined;
  bound.left -= alternatives.length * rest.length;
  if (bound.left < 0) return undefined;
  const before = tokens.slice(0, brace.start);
  return alternatives.flatMap((one) => rest.map((after) => [...before, ...one, ...after]));
}

type Brace = {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly (readonly Token[])[];
};

function firstBrace(tokens: readonly Token[]): Brace | undefined {
  const closing = closingBraces(tokens);
  for (const [start, end] of closing) {
    const inner = tokens.slice(start + 1, end);
    const alternatives = sequenceOf(inner) ?? splitAtCommas(inner);
    if (alternatives) return { start, end, alternatives };
  }
  return undefined;
}

/** Of each `{` that is closed, in order, where. */
function closingBraces(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token === "{") open.push(at);
    else if (token === "}") {
      const start = open.pop();
      if (start !== undefined) pairs.push([start, at]);
    }
  }
  return pairs.sort(([a], [b]) => a - b);
}

function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] | undefined {
  const pieces: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token === "," && depth === 0) pieces.push([]);
    else pieces.at(-1)?.push(token);
    if (token === "{") depth += 1;
    else if (token === "}") depth -= 1;
  }
  return pieces.length > 1 ? pieces : undefined;
}

/** Longer ones are nobody's list of files. */
const LONGEST_SEQUENCE = 10_000;

/** `1..3`, `a..e`; steps and leading zeros stay as they are. */
function sequenceOf(tokens: readonly Token[]): readonly (readonly Token[])[] | undefined {
  if (tokens.length > 30) return undefined;
  const text = tokens.map((token) => (typeof token === "string" ? token : "\0")).join("");
  const numbers = /^(-?\d{1,9})\.\.(-?\d{1,9})$/.exec(text);
  const letters = /^([A-Za-z])\.\.([A-Za-z])$/.exec(text);
  const [first, last] =
    (numbers ?? letters)?.slice(1).map((one) => (numbers ? Number(one) : one.charCodeAt(0))) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const length = Math.abs(last - first) + 1;
  if (length > LONGEST_SEQUENCE || (numbers && /^-?0\d|\.\.-?0\d/.test(text))) return undefined;
  const step = first <= last ? 1 : -1;
  return Array.from({ length }, (_, index) => {
    const one = first + step * index;
    return [numbers ? String(one) : String.fromCharCode(one)];
  });
}
