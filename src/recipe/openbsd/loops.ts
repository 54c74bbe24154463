// What a turn of `.for` makes of its body: the text with the loop's variable filled in, nothing else expanded. Follows
// Var_SubstVar in var.c of OpenBSD make.

import type { Scope } from "./scope.ts";
import { parseModifiers } from "./template.ts";

export type Turn = { readonly name: string; readonly word: string };

export function substituteLoop(text: string, { name, word }: Turn, scope: Scope): string {
  let result = "";
  let from = 0;
  for (let dollar = text.indexOf("$"); dollar !== -1; dollar = text.indexOf("$", from)) {
    result += text.slice(from, dollar);
    const { filled, end } = referenceTo(text, dollar, { name, word }, scope);
    result += filled;
    from = end;
  }
  return result + text.slice(from);
}

function referenceTo(text: string, dollar: number, { name, word }: Turn, scope: Scope) {
  const opener = text[dollar + 1];
  const asWritten = (end: number) => ({ filled: text.slice(dollar, end), end });
  if (opener !== "(" && opener !== "{") {
    // Also the two dollars that stand for one.
    const isOurs = opener !== "$" && opener === name;
    return isOurs ? { filled: word, end: dollar + 2 } : asWritten(dollar + 2);
  }
  const closer = opener === "(" ? ")" : "}";
  const end = nameEnd(text, dollar + 2, closer);
  // What nests in the name is looked at next.
  if (text[end] === "$" || text.slice(dollar + 2, end) !== name || end >= text.length) return asWritten(end);
  if (text[end] === closer) return { filled: word, end: end + 1 };
  const { modifiers, end: behind, fault } = parseModifiers(text, end, closer);
  let value: string | undefined = fault === "none" ? word : undefined;
  if (fault !== "none")
    scope.doubt(
      "openbsd/modifier",
      `\`${text.slice(dollar, behind)}\` has a modifier that make does not know`,
    );
  for (const modifier of modifiers) {
    if (value !== undefined) value = scope.modified(modifier, value, "drop");
  }
  return { filled: value ?? "", end: behind };
}

function nameEnd(text: string, start: number, closer: string): number {
  let at = start;
  while (at < text.length && text[at] !== "$" && text[at] !== closer && text[at] !== ":") at += 1;
  return at;
}
