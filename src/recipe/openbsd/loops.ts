// What a turn of `.for` makes of its body: the text with the loop's variable filled in, nothing else expanded. Follows
// Var_SubstVar in var.c of OpenBSD make.

import type { Scope } from "./scope.ts";
import { isPlainModifier, parseModifiers } from "./template.ts";

export type Turn = { readonly name: string; readonly word: string };

/** `dependsOn`: modifiers of the loop's variable may have asked for other variables. */
export type Filled = { readonly text: string; readonly dependsOn: "words" | "variables" };

export function fillLoop(text: string, turn: Turn, scope: Scope): Filled {
  let result = "";
  let from = 0;
  let isPlain = true;
  for (let dollar = text.indexOf("$"); dollar !== -1; dollar = text.indexOf("$", from)) {
    result += text.slice(from, dollar);
    const reference = referenceTo(text, dollar, turn, scope);
    result += reference.filled;
    isPlain = isPlain && reference.isPlain;
    from = reference.end;
  }
  return { text: result + text.slice(from), dependsOn: isPlain ? "words" : "variables" };
}

function referenceTo(text: string, dollar: number, { name, word }: Turn, scope: Scope) {
  const opener = text[dollar + 1];
  if (opener !== "(" && opener !== "{") {
    // Also the two dollars that stand for one.
    const isOurs = opener !== "$" && opener === name;
    return { filled: isOurs ? word : text.slice(dollar, dollar + 2), end: dollar + 2, isPlain: true };
  }
  const closer = opener === "(" ? ")" : "}";
  const end = nameEnd(text, dollar + 2, closer);
  // What nests in the name is looked at next.
  if (text[end] === "$" || end >= text.length || text.slice(dollar + 2, end) !== name) {
    return { filled: text.slice(dollar, end), end, isPlain: true };
  }
  if (text[end] === closer) return { filled: word, end: end + 1, isPlain: true };
  const { modifiers, end: behind, fault } = parseModifiers(text, end, closer);
  let value: string | undefined = word;
  if (fault !== "none") {
    const reference = `\`${text.slice(dollar, behind)}\``;
    scope.doubt("openbsd/modifier", `${reference} has a modifier that make does not know`);
    value = undefined;
  }
  for (const modifier of modifiers) {
    if (value !== undefined) value = scope.modified(modifier, value, "drop");
  }
  return { filled: value ?? "", end: behind, isPlain: fault === "none" && modifiers.every(isPlainModifier) };
}

function nameEnd(text: string, start: number, closer: string): number {
  let at = start;
  while (at < text.length && text[at] !== "$" && text[at] !== closer && text[at] !== ":") at += 1;
  return at;
}
