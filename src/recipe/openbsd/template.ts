// Text with `${…}` in it, read once: which variables, which modifiers. Follows var.c and varmodifiers.c of OpenBSD make.

import { compileGlob, type Glob, unescapeOnly } from "./words.ts";

/** Literal text and references, in turn. A text without references is one string, or none when it is empty. */
export type Template = readonly (string | Reference)[];

export type Reference = {
  /** As written, from the dollar on. */
  readonly raw: string;
  readonly name: string | Template;
  /** One of those that belong to the target that is made, `$@` and the like: while reading they stand for themselves. */
  readonly isDynamic: boolean;
  readonly modifiers: readonly Modifier[];
  /** `unknown-modifier`: stands for nothing, as make says "Bad modifier"; `unclosed`: the text ended before it. */
  readonly fault: "none" | "unknown-modifier" | "unclosed";
  /** What its modifiers make of a value depends on the value alone. */
  readonly isPlain: boolean;
  /** What they made of the last one, and what that took: most ports of a tree have the same. */
  known: { readonly value: string; readonly result: string | undefined; readonly spent: number } | undefined;
};

export type Modifier =
  | { readonly kind: "lower" | "upper" | "shell" }
  | { readonly kind: "tail" | "head" | "suffix" | "root" }
  | { readonly kind: "quote"; readonly blanks: "quoted" | "left" }
  | { readonly kind: "match"; readonly keeps: boolean; readonly glob: Glob }
  | {
      readonly kind: "substitute";
      readonly way: "text" | "expression";
      readonly from: Template;
      /** Its `&`s are references to what was matched, under the name that no variable has. */
      readonly to: Template;
      readonly every: boolean;
      readonly once: boolean;
    }
  | { readonly kind: "suffix-change"; readonly from: Template; readonly to: Template };

/** In the right side of `:S`, where the left side goes. */
export const MATCHED: Reference = {
  raw: "&",
  name: "",
  isDynamic: false,
  modifiers: [],
  fault: "none",
  isPlain: true,
  known: undefined,
};

const DYNAMIC = new Set(
  "@ * ! % < ? > @F @D *F *D !F !D %F %D <F <D .TARGET .PREFIX .ARCHIVE .MEMBER .IMPSRC .OODATE .ALLSRC".split(
    " ",
  ),
);

/** No letter comes before it: most names are none of these at first sight. */
const LAST_DYNAMIC = "@".charCodeAt(0);

export function isDynamicName(name: string): boolean {
  return name.charCodeAt(0) <= LAST_DYNAMIC && DYNAMIC.has(name);
}

export function parseTemplate(text: string): Template {
  if (!text.includes("$")) return text === "" ? NOTHING : [text];
  const known = templates.get(text);
  if (known) return known;
  const template = readTemplate(text);
  if (text.length > KEPT_LENGTH) return template;
  if (templates.size >= KEPT) templates.clear();
  templates.set(text, template);
  return template;
}

/** Loops and appended values bring the same texts again, for each port of a tree. */
const templates = new Map<string, Template>();
const KEPT = 5000;
const KEPT_LENGTH = 1000;

const NOTHING: Template = [];

function readTemplate(text: string): Template {
  const scan = scanOf(text);
  const parts = new PartList();
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf("$", at);
    parts.add(text.slice(at, dollar === -1 ? text.length : dollar));
    if (dollar === -1) break;
    if (text[dollar + 1] === "$") {
      parts.add("$");
      at = dollar + 2;
    } else {
      const { reference, end } = referenceAt(scan, dollar);
      parts.add(reference);
      at = end;
    }
  }
  return parts.all;
}

/** True when what it makes of a value depends on the value alone. */
export function isPlainModifier(modifier: Modifier): boolean {
  switch (modifier.kind) {
    case "shell":
      return false;
    case "substitute":
    case "suffix-change":
      return [...modifier.from, ...modifier.to].every((part) => typeof part === "string" || part === MATCHED);
    default:
      return true;
  }
}

/** As written, but that two dollars are one. */
export function textOf(template: Template): string {
  return template.map((part) => (typeof part === "string" ? part : part.raw)).join("");
}

/** Neighbouring texts become one. */
export class PartList {
  readonly all: (string | Reference)[] = [];

  add(part: string | Reference): void {
    const last = this.all[this.all.length - 1];
    if (typeof part === "string" && typeof last === "string") this.all[this.all.length - 1] = last + part;
    else if (part !== "") this.all.push(part);
  }
}

/** Deeper `${${${…` is no person's work, and would exhaust the stack. */
const NESTING_LIMIT = 100;

/** A reading of one text. What begins at a place is read once: a modifier is tried in two ways, and either may nest. */
type Scan = { readonly text: string; readonly known: Map<number, ParsedReference>; depth: number };

type ParsedReference = { readonly reference: Reference; readonly end: number };

function scanOf(text: string): Scan {
  return { text, known: new Map(), depth: 0 };
}

/** The reference whose dollar stands at `start`; `end` is behind it. */
export function parseReference(text: string, start: number): ParsedReference {
  return referenceAt(scanOf(text), start);
}

/** A variable's name, with the references in it; up to the end or a character that `stops` accepts. */
export function parseName(text: string, start: number, stops: Stops) {
  return nameAt(scanOf(text), start, stops);
}

/** `start` is at the first colon; `end` is behind the closer. */
export function parseModifiers(text: string, start: number, closer: string) {
  return modifiersAt(scanOf(text), start, closer);
}

function referenceAt(scan: Scan, start: number): ParsedReference {
  const known = scan.known.get(start);
  if (known) return known;
  scan.depth += 1;
  const parsed = scan.depth > NESTING_LIMIT ? unclosed(scan.text, start) : openedAt(scan, start);
  scan.depth -= 1;
  if (scan.depth > 0) scan.known.set(start, parsed);
  return parsed;
}

function unclosed(text: string, start: number): ParsedReference {
  const reference: Reference = {
    raw: text.slice(start),
    name: "",
    isDynamic: false,
    modifiers: [],
    fault: "unclosed",
    isPlain: true,
    known: undefined,
  };
  return { reference, end: text.length };
}

function openedAt(scan: Scan, start: number): ParsedReference {
  const { text } = scan;
  const opener = text[start + 1];
  if (opener !== "{" && opener !== "(") {
    // One character is the name; a dollar that ends the text names nothing.
    const raw = text.slice(start, start + 2);
    return { reference: referenceOf(raw, raw.slice(1)), end: start + raw.length };
  }
  const closer = opener === "{" ? "}" : ")";
  const name = nameAt(scan, start + 2, (char) => char === closer || char === ":");
  if (name.end >= text.length) return unclosed(text, start);
  if (text[name.end] === closer) {
    const raw = text.slice(start, name.end + 1);
    return { reference: referenceOf(raw, name.name), end: name.end + 1 };
  }
  const { modifiers, end, fault } = modifiersAt(scan, name.end, closer);
  const raw = text.slice(start, end);
  return { reference: referenceOf(raw, name.name, modifiers, fault), end };
}

const NONE: readonly Modifier[] = [];

function referenceOf(
  raw: string,
  name: Reference["name"],
  modifiers = NONE,
  fault: Reference["fault"] = "none",
): Reference {
  const isDynamic = typeof name === "string" && isDynamicName(name);
  const isPlain = modifiers.every(isPlainModifier);
  return { raw, name, isDynamic, modifiers, fault, isPlain, known: undefined };
}

type Stops = (char: string, at: number) => boolean;

function nameAt(
  scan: Scan,
  start: number,
  stops: Stops,
): { readonly name: string | Template; readonly end: number } {
  const { text } = scan;
  const parts = new PartList();
  let at = start;
  while (at < text.length) {
    const from = at;
    while (at < text.length && text[at] !== "$" && !stops(text[at] ?? "", at)) at += 1;
    parts.add(text.slice(from, at));
    if (text[at] !== "$") break;
    const { reference, end } = referenceAt(scan, at);
    parts.add(reference);
    at = end;
  }
  const [only = ""] = parts.all;
  return { name: parts.all.length <= 1 && typeof only === "string" ? only : parts.all, end: at };
}

function modifiersAt(scan: Scan, start: number, closer: string) {
  const { text } = scan;
  const modifiers: Modifier[] = [];
  let at = start;
  while (at < text.length && text[at] !== closer) {
    at += 1;
    const parsed = modifierAt(scan, at, closer) ?? suffixChange(scan, at, closer);
    if (!parsed) {
      while (at < text.length && text[at] !== closer) at += 1;
      const fault: Reference["fault"] = at < text.length ? "unknown-modifier" : "unclosed";
      return { modifiers, end: Math.min(at + 1, text.length), fault };
    }
    modifiers.push(parsed.modifier);
    at = parsed.end;
  }
  const fault: Reference["fault"] = at < text.length ? "none" : "unclosed";
  return { modifiers, end: Math.min(at + 1, text.length), fault };
}

type Parsed = { readonly modifier: Modifier; readonly end: number } | undefined;

const SIMPLE: Readonly<Record<string, Modifier>> = {
  L: { kind: "lower" },
  U: { kind: "upper" },
  T: { kind: "tail" },
  H: { kind: "head" },
  E: { kind: "suffix" },
  R: { kind: "root" },
  Q: { kind: "quote", blanks: "quoted" },
  QL: { kind: "quote", blanks: "left" },
  sh: { kind: "shell" },
};

/** `at` is behind the colon; `end` is at the next colon or at the closer. Undefined: perhaps it is `old=new`. */
function modifierAt(scan: Scan, at: number, closer: string): Parsed {
  const { text } = scan;
  for (const length of [1, 2]) {
    const modifier = SIMPLE[text.slice(at, at + length)];
    const next = text[at + length];
    if (modifier && (next === closer || next === ":")) return { modifier, end: at + length };
  }
  switch (text[at]) {
    case "M":
    case "N":
      return wordMatch(text, at, closer);
    case "S":
    case "C":
      return substitution(scan, at, closer);
    default:
      return undefined;
  }
}

/** The pattern is text: no variable is expanded in it. */
function wordMatch(text: string, start: number, closer: string): Parsed {
  let at = start + 1;
  for (; text[at] !== ":" && text[at] !== closer; at += 1) {
    if (at >= text.length) return undefined;
    const next = text[at + 1] ?? "";
    if (text[at] === "\\" && (next === ":" || next === closer || next === "\\")) at += 1;
  }
  const glob = compileGlob(unescapeOnly(text.slice(start + 1, at), ":)}"));
  return { modifier: { kind: "match", keeps: text[start] === "M", glob }, end: at };
}

function substitution(scan: Scan, start: number, closer: string): Parsed {
  const { text } = scan;
  const way = text[start] === "S" ? "text" : "expression";
  const delimiter = text[start + 1];
  if (delimiter === undefined) return undefined;
  const from = side(scan, start + 2, { delimiter, ampersand: "text" });
  const to = from && side(scan, from.end, { delimiter, ampersand: way === "text" ? "matched" : "text" });
  if (!from || !to) return undefined;
  let at = to.end;
  while (text[at] === "g" || text[at] === "1") at += 1;
  const flags = text.slice(to.end, at);
  if (text[at] !== closer && text[at] !== ":") return undefined;
  const [every, once] = [flags.includes("g"), flags.includes("1")];
  return { modifier: { kind: "substitute", way, from: from.parts, to: to.parts, every, once }, end: at };
}

type SideRules = { readonly delimiter: string; readonly ampersand: "text" | "matched" };

/** One side of `:S` or `:C`; `end` is behind its delimiter. A dollar just before the delimiter is itself. */
function side(scan: Scan, start: number, { delimiter, ampersand }: SideRules) {
  const { text } = scan;
  const parts = new PartList();
  let at = start;
  for (; at < text.length && text[at] !== delimiter; at += 1) {
    const char = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (
      char === "\\" &&
      (next === delimiter || next === "\\" || next === "$" || (ampersand === "matched" && next === "&"))
    ) {
      parts.add(next);
      at += 1;
    } else if (char === "$" && next !== delimiter) {
      const { reference, end } = referenceAt(scan, at);
      parts.add(reference);
      at = end - 1;
    } else if (char === "&" && ampersand === "matched") parts.add(MATCHED);
    else parts.add(char);
  }
  return at < text.length ? { parts: parts.all, end: at + 1 } : undefined;
}

/** System V's `old=new`: up to the next colon or the closer, brackets of the closer's kind counted. */
function suffixChange(scan: Scan, start: number, closer: string): Parsed {
  const { text } = scan;
  const from = sysvSide(scan, start, { closer, stops: (at) => text[at] === "=" });
  if (!from) return undefined;
  const to = sysvSide(scan, from.end + 1, {
    closer,
    stops: (at) => (text[at] === ":" && text[at + 1] !== closer) || text[at] === closer,
  });
  return to && { modifier: { kind: "suffix-change", from: from.parts, to: to.parts }, end: to.end };
}

type SysvRules = { readonly closer: string; readonly stops: (at: number) => boolean };

function sysvSide(scan: Scan, start: number, { closer, stops }: SysvRules) {
  const { text } = scan;
  const opener = closer === ")" ? "(" : "{";
  const parts = new PartList();
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (depth === 0 && stops(at)) return { parts: parts.all, end: at };
    const char = text[at] ?? "";
    if (char === opener) depth += 1;
    else if (char === closer) {
      depth -= 1;
      if (depth < 0) return undefined;
    } else if (char === "$") {
      if (text[at + 1] !== "$") {
        const { reference, end } = referenceAt(scan, at);
        parts.add(reference);
        at = end - 1;
        continue;
      }
      at += 1;
    }
    parts.add(char);
  }
  return undefined;
}
