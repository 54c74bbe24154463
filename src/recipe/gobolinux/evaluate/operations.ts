// What `${v…}` does to a value, once its patterns and words are known.

import { hasFixedLength, type Match, matchEnd, matchStart, type Pattern } from "./patterns.ts";

/** Steps that a search may take; more is nobody's recipe. */
const MOST_STEPS = 1e7;

/** Without the part that matches; undefined when the text is too long to tell. */
export function cut(
  text: string,
  {
    from,
    match,
    pattern,
  }: { readonly from: "start" | "end"; readonly match: Match; readonly pattern: Pattern },
): string | undefined {
  if (text.length ** 2 * pattern.length > MOST_STEPS) return undefined;
  if (from === "end") return text.slice(0, matchStart(pattern, text, match) ?? text.length);
  return text.slice(matchEnd(pattern, text, { from: 0, match }) ?? 0);
}

export function replace(
  text: string,
  {
    where,
    pattern,
    word,
  }: { readonly where: "first" | "all" | "start" | "end"; readonly pattern: Pattern; readonly word: string },
): string | undefined {
  if (text.length ** 3 * pattern.length > MOST_STEPS && !hasFixedLength(pattern)) return undefined;
  if (text.length ** 2 * pattern.length > MOST_STEPS) return undefined;
  if (pattern.length === 0 && (where === "first" || where === "all")) return text;
  if (where === "end") {
    const start = matchStart(pattern, text, "longest");
    return start === undefined ? text : text.slice(0, start) + word;
  }
  let made = "";
  let at = 0;
  while (at < text.length) {
    const end = matchEnd(pattern, text, { from: at, match: "longest" });
    const isMatch = end !== undefined && (end > at || where === "start");
    made += isMatch ? word : text.charAt(at);
    at = isMatch ? end : at + 1;
    if (where === "start" || (where === "first" && isMatch)) break;
  }
  return made + text.slice(at);
}

export function recase(text: string, to: "upper" | "lower", letters: "first" | "all"): string {
  const change = (part: string) =>
    part.replace(/[A-Za-z]/g, (letter) => (to === "upper" ? letter.toUpperCase() : letter.toLowerCase()));
  return letters === "all" ? change(text) : change(text.slice(0, 1)) + text.slice(1);
}

/** Undefined where bash would complain. */
export function slice(text: string, offset: number, length: number | undefined): string | undefined {
  const from = offset < 0 ? text.length + offset : offset;
  if (from < 0) return "";
  if (length === undefined) return text.slice(from);
  const end = length < 0 ? text.length + length : from + length;
  return end < from ? undefined : text.slice(from, end);
}
