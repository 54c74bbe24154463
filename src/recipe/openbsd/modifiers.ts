// What `:S`, `:M` and the others make of a value, as varmodifiers.c of OpenBSD make has it.

import { quoted, unreachable } from "../../report.ts";
import { compileEre, type Effort, type Ere, type EreMatch, newEffort } from "./ere.ts";
import { MATCHED, type Modifier, type Template } from "./template.ts";
import { quoteForShell, substituteSuffix, wordsOf } from "./words.ts";

/** What a modifier needs of the place where it is used. */
export type Surroundings = {
  /** Expands a modifier's argument; undefined variables give nothing. */
  readonly argument: (template: Template) => string;
  readonly run: (command: string) => string;
  readonly complain: (message: string) => void;
};

type Substitute = Extract<Modifier, { kind: "substitute" }>;

/** Undefined when the modifier can't be applied: the reference then stands for nothing. */
export function applyModifier(modifier: Modifier, value: string, at: Surroundings): string | undefined {
  switch (modifier.kind) {
    case "lower":
      return isAscii(value) ? value.toLowerCase() : value.replace(/[A-Z]+/g, (part) => part.toLowerCase());
    case "upper":
      return isAscii(value) ? value.toUpperCase() : value.replace(/[a-z]+/g, (part) => part.toUpperCase());
    case "tail":
      return eachWord(value, (word) => word.slice(word.lastIndexOf("/") + 1));
    case "head":
      return eachWord(value, (word) => (word.includes("/") ? word.slice(0, word.lastIndexOf("/")) : "."));
    case "suffix":
      return wordsOf(value)
        .filter((word) => word.includes("."))
        .map((word) => word.slice(word.lastIndexOf(".") + 1))
        .join(" ");
    case "root":
      return eachWord(value, (word) => (word.includes(".") ? word.slice(0, word.lastIndexOf(".")) : word));
    case "quote":
      return quoteForShell(value, modifier.blanks);
    case "match": {
      const { glob, keeps } = modifier;
      // Most patterns are asked for what is not there.
      const isIn = value.includes(glob.needs);
      if (value === "" || (keeps && !isIn)) return "";
      return wordsOf(value)
        .filter((word) => (isIn && glob.matches(word)) === keeps)
        .join(" ");
    }
    case "substitute":
      return modifier.way === "text"
        ? substituteText(modifier, value, at)
        : substituteEre(modifier, value, at);
    case "suffix-change": {
      const [from, to] = [at.argument(modifier.from), at.argument(modifier.to)];
      return eachWord(value, (word) => substituteSuffix(word, from, to));
    }
    case "shell":
      return at.run(value);
    default:
      return unreachable(modifier);
  }
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return !/[^\x00-\x7f]/.test(text);
}

/** Words that become empty leave their blank behind. */
function eachWord(value: string, change: (word: string) => string): string {
  return wordsOf(value).map(change).join(" ");
}

/** Words that become empty vanish. */
function eachKeptWord(value: string, change: (word: string) => string): string {
  return wordsOf(value).map(change).filter(Boolean).join(" ");
}

function substituteText({ from, to, every, once }: Substitute, value: string, at: Surroundings): string {
  let pattern = at.argument(from);
  // The dollar first: the pattern `$` alone is an anchor at the end, `^` alone one at the start.
  const atEnd = pattern.endsWith("$");
  if (atEnd) pattern = pattern.slice(0, -1);
  const atStart = pattern.startsWith("^");
  if (atStart) pattern = pattern.slice(1);
  const replacement = to
    .map((part) => (part === MATCHED ? pattern : typeof part === "string" ? part : at.argument([part])))
    .join("");
  let isSpent = false;
  return eachKeptWord(value, (word) => {
    if (isSpent) return word;
    const changed = changedWord(word, { pattern, replacement, atStart, atEnd, every });
    isSpent = once && changed !== undefined;
    return changed ?? word;
  });
}

type WordRule = {
  readonly pattern: string;
  readonly replacement: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly every: boolean;
};

/** Undefined when the pattern is not in the word. */
function changedWord(
  word: string,
  { pattern, replacement, atStart, atEnd, every }: WordRule,
): string | undefined {
  if (atStart && atEnd) return word === pattern ? replacement : undefined;
  if (atStart) return word.startsWith(pattern) ? replacement + word.slice(pattern.length) : undefined;
  if (atEnd) {
    return word.endsWith(pattern) ? word.slice(0, word.length - pattern.length) + replacement : undefined;
  }
  if (!word.includes(pattern)) return undefined;
  // Make itself goes round for ever on an empty pattern with `g`.
  if (every && pattern !== "") return word.split(pattern).join(replacement);
  const found = word.indexOf(pattern);
  return word.slice(0, found) + replacement + word.slice(found + pattern.length);
}

function substituteEre({ from, to, every, once }: Substitute, value: string, at: Surroundings) {
  const pattern = at.argument(from);
  const expression = compileEre(pattern);
  if (!expression.ok) {
    at.complain(`${quoted(pattern)} is no regular expression: ${expression.error}`);
    return undefined;
  }
  const replacement = at.argument(to);
  if (!expression.value.mayMatch(value)) return eachKeptWord(value, (word) => word);
  const rule = { expression: expression.value, replacement, every, effort: newEffort() };
  let isSpent = false;
  return eachKeptWord(value, (word) => {
    if (isSpent) return word;
    const changed = ereWord(word, rule, at);
    isSpent = once && changed !== undefined;
    return changed ?? word;
  });
}

type EreRule = {
  readonly expression: Ere;
  readonly replacement: string;
  readonly every: boolean;
  readonly effort: Effort;
};

/** With `g` each search begins anew behind the last match, so that `^` fits again there. */
function ereWord(word: string, rule: EreRule, at: Surroundings): string | undefined {
  const { expression, every, effort } = rule;
  let [rest, result, isChanged] = [word, "", false];
  for (;;) {
    const match = expression.match(rest, effort);
    if (match === "too long") {
      at.complain("a word is too long to be searched for this regular expression");
      return undefined;
    }
    if (!match) break;
    const { start, end } = match;
    isChanged = true;
    result += rest.slice(0, start) + filledIn(rule, match, at);
    const matchedAny = end > 0;
    rest = rest.slice(end);
    if (!every || (!matchedAny && rest === "")) break;
    if (!matchedAny) {
      result += rest[0];
      rest = rest.slice(1);
    }
  }
  return isChanged ? result + rest : undefined;
}

function filledIn({ replacement, expression }: EreRule, { texts }: EreMatch, at: Surroundings): string {
  if (!/[\\&]/.test(replacement)) return replacement;
  return replacement.replace(/\\([&\\])|&|\\([0-9])/g, (all, literal?: string, digit?: string) => {
    if (literal !== undefined) return literal;
    const group = Number(digit ?? 0);
    if (group > expression.groups) {
      at.complain(`the expression has no group for \`${all}\``);
      return "";
    }
    return texts[group] ?? "";
  });
}

/** An expression may look at a character once for each of its own parts. */
const SEARCH_COST = 64;
/** Of a modifier that takes each word, or each character, by itself. */
const PIECE_COST = 4;

/** What it takes for each character of a value, in characters that are only copied. */
export function costOf(modifier: Modifier): number {
  if (modifier.kind === "lower" || modifier.kind === "upper") return 1;
  return modifier.kind === "substitute" && modifier.way === "expression" ? SEARCH_COST : PIECE_COST;
}
