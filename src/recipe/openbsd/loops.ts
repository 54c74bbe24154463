// What a turn of `.for` makes of its body: the text with the loop's variable filled in, nothing else expanded. Follows
// Var_SubstVar in var.c of OpenBSD make.

import { quoted, type Span } from "../../report.ts";
import type { Scope } from "./scope.ts";
import { isPlainModifier, type Modifier, parseModifiers } from "./template.ts";
import { isBlank } from "./words.ts";

/** Text that stays as it is, and places for the word, in turn. */
export type LoopParts = readonly (string | Gap)[];

export type Gap = {
  readonly modifiers: readonly Modifier[];
  /** As written, when it has a modifier that make does not know. */
  readonly fault: string | undefined;
  /** What its modifiers make of a word depends on the word alone. */
  readonly isPlain: boolean;
};

/** `dependsOn`: modifiers of the loop's variable may have asked for other variables. */
export type Filled = { readonly text: string; readonly dependsOn: "words" | "variables" };

export function loopParts(text: string, name: string): LoopParts {
  const parts: (string | Gap)[] = [];
  let [from, copied] = [0, 0];
  for (let dollar = text.indexOf("$"); dollar !== -1; dollar = text.indexOf("$", from)) {
    const { gap, end } = gapAt(text, dollar, name);
    if (gap) {
      if (dollar > copied) parts.push(text.slice(copied, dollar));
      parts.push(gap);
      copied = end;
    }
    from = end;
  }
  if (copied < text.length) parts.push(text.slice(copied));
  return parts;
}

export function fillLoop(parts: LoopParts, word: string, scope: Scope): Filled {
  const { said } = scope;
  let [text, isPlain] = ["", true];
  for (const part of parts) {
    if (typeof part === "string") text += part;
    else {
      text += filledGap(part, word, scope);
      isPlain &&= part.isPlain;
    }
  }
  // What is wrong is told each time.
  return { text, dependsOn: isPlain && scope.said === said ? "words" : "variables" };
}

/** What stands there for a word. */
export function filledGap({ modifiers, fault }: Gap, word: string, scope: Scope): string {
  let value: string | undefined = word;
  if (fault !== undefined) {
    scope.doubt("openbsd/modifier", `${quoted(fault)} has a modifier that make does not know`);
    value = undefined;
  }
  for (const modifier of modifiers) {
    if (value !== undefined) value = scope.modified(modifier, value, "drop");
  }
  return value ?? "";
}

const WORD_ALONE: Gap = { modifiers: [], fault: undefined, isPlain: true };

function gapAt(text: string, dollar: number, name: string): { readonly gap?: Gap; readonly end: number } {
  const opener = text[dollar + 1];
  if (opener !== "(" && opener !== "{") {
    // Also the two dollars that stand for one.
    return opener !== "$" && opener === name ? { gap: WORD_ALONE, end: dollar + 2 } : { end: dollar + 2 };
  }
  const closer = opener === "(" ? ")" : "}";
  const end = nameEnd(text, dollar + 2, closer);
  // What nests in the name is looked at next.
  if (text[end] === "$" || end >= text.length || text.slice(dollar + 2, end) !== name) return { end };
  if (text[end] === closer) return { gap: WORD_ALONE, end: end + 1 };
  const parsed = parseModifiers(text, end, closer);
  const { modifiers, end: behind } = parsed;
  const fault = parsed.fault === "none" ? undefined : text.slice(dollar, behind);
  const isPlain = fault === undefined && modifiers.every(isPlainModifier);
  return { gap: { modifiers, fault, isPlain }, end: behind };
}

function nameEnd(text: string, start: number, closer: string): number {
  let at = start;
  while (at < text.length && text[at] !== "$" && text[at] !== closer && text[at] !== ":") at += 1;
  return at;
}

/** A body's only line, when that is `name += …`. */
export type Addition = {
  readonly name: string;
  readonly parts: LoopParts;
  readonly span: Span;
  /** What is added for words that were met before. */
  readonly known: Map<string, string>;
};

/** A dependency of a tree is one of many ports. */
const WORDS_KEPT = 2000;

/** All that a loop adds for its words, as one text; undefined where it would be another line once it is filled in. */
export function loopAdditions(
  { parts, known }: Addition,
  words: readonly string[],
  scope: Scope,
): string | undefined {
  const texts: string[] = [];
  for (const word of words) {
    let text = known.get(word);
    if (text === undefined) {
      const filled = fillLoop(parts, word, scope);
      text = filled.text;
      if (isBlank(text[0]) || /[#\\\n]/.test(text)) return undefined;
      if (known.size >= WORDS_KEPT) known.clear();
      if (filled.dependsOn === "words") known.set(word, text);
    }
    texts.push(text);
  }
  return texts.join(" ");
}
