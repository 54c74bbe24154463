// The expression behind `.if`, read once and evaluated often. Follows cond.c of OpenBSD make, its surprises included.

import type { Mode, Scope } from "./scope.ts";
import {
  PartList,
  parseName,
  parseReference,
  parseTemplate,
  type Reference,
  type Template,
} from "./template.ts";
import { isBlank } from "./words.ts";

export type Condition =
  | { readonly kind: "or" | "and"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly inner: Condition }
  | { readonly kind: "empty"; readonly reference: Reference }
  | { readonly kind: "question"; readonly about: Question; readonly argument: string | Template }
  | { readonly kind: "comparison"; readonly left: Operand; readonly comparison: Comparison | undefined }
  | { readonly kind: "malformed" };

export type Question = "defined" | "make" | "exists" | "target" | "commands";

type Operand =
  /** `rest` is the text that follows up to a blank; together they are expanded once more. */
  | { readonly kind: "reference"; readonly reference: Reference; readonly rest: string }
  | { readonly kind: "text"; readonly template: Template };

type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "unknown";

type Comparison = {
  readonly operator: Operator;
  readonly right: Template;
  /** What might be a number: not quoted, and either all that is left of the line or one reference. */
  readonly number:
    | { readonly kind: "none" }
    | { readonly kind: "literal"; readonly text: string }
    /** Text right behind the reference makes the line malformed if the two sides are numbers. */
    | {
        readonly kind: "reference";
        readonly reference: Reference;
        readonly followed: "by-text" | "by-nothing";
      };
};

/** Answers that only the reading knows. */
export type Witness = Readonly<Record<Exclude<Question, "defined">, (name: string) => boolean>>;

/** `bare`: what a lone word asks (`defined` under `.if` and `.ifdef`, `make` under `.ifmake`), and whether it is negated. */
export type Bare = { readonly question: "defined" | "make"; readonly sense: "plain" | "negated" };

const DEPTH_LIMIT = 200;

export function parseCondition(text: string, bare: Bare): Condition {
  const parser = new Parser(text, bare);
  const condition = parser.either();
  return parser.isAtEnd() ? condition : MALFORMED;
}

const MALFORMED: Condition = { kind: "malformed" };

class Parser {
  readonly #text: string;
  readonly #bare: Bare;
  #at = 0;
  #depth = 0;

  constructor(text: string, bare: Bare) {
    this.#text = text;
    this.#bare = bare;
  }

  either(): Condition {
    const left = this.#both();
    if (!this.#takes("|")) return left;
    const right = this.either();
    return isSound(left, right) ? { kind: "or", left, right } : MALFORMED;
  }

  isAtEnd(): boolean {
    this.#skipBlanks();
    return this.#at >= this.#text.length;
  }

  #both(): Condition {
    const left = this.#term();
    if (!this.#takes("&")) return left;
    const right = this.#both();
    return isSound(left, right) ? { kind: "and", left, right } : MALFORMED;
  }

  /** One sign counts as two. */
  #takes(sign: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += this.#text[this.#at + 1] === sign ? 2 : 1;
    return true;
  }

  #term(): Condition {
    this.#skipBlanks();
    this.#depth += 1;
    if (this.#depth > DEPTH_LIMIT) this.#at = this.#text.length;
    const condition = this.#termAt(this.#text[this.#at]);
    this.#depth -= 1;
    return condition;
  }

  #termAt(char: string | undefined): Condition {
    switch (char) {
      case undefined:
      case ")":
      case "|":
      case "&":
        return MALFORMED;
      case "(": {
        this.#at += 1;
        const inner = this.either();
        this.#skipBlanks();
        const isClosed = this.#text[this.#at] === ")";
        this.#at += 1;
        return isClosed ? inner : MALFORMED;
      }
      case "!": {
        this.#at += 1;
        const inner = this.#term();
        return isSound(inner) ? { kind: "not", inner } : MALFORMED;
      }
      case '"':
        return this.#comparison(this.#quotedOperand());
      case "$":
        return this.#comparison(this.#referenceOperand());
      default:
        return /[0-9]/.test(char) ? this.#comparison(this.#numberOperand()) : this.#word();
    }
  }

  #quotedOperand(): Operand {
    const end = this.#text.indexOf('"', this.#at + 1);
    const text = this.#text.slice(this.#at + 1, end === -1 ? undefined : end);
    this.#at = end === -1 ? this.#text.length : end + 1;
    return { kind: "text", template: parseTemplate(text) };
  }

  #referenceOperand(): Operand {
    const { reference, end } = parseReference(this.#text, this.#at);
    this.#at = end;
    const next = this.#text[end];
    if (next === undefined || isBlank(next) || "!=><".includes(next)) {
      return { kind: "reference", reference, rest: "" };
    }
    return { kind: "reference", reference, rest: this.#upTo(() => false) };
  }

  #numberOperand(): Operand {
    const text = this.#upTo((char) => "!=><".includes(char));
    return { kind: "text", template: text === "" ? [] : [text] };
  }

  #upTo(stops: (char: string) => boolean): string {
    const start = this.#at;
    let at = start;
    while (at < this.#text.length && !isBlank(this.#text[at]) && !stops(this.#text[at] ?? "")) at += 1;
    this.#at = at;
    return this.#text.slice(start, at);
  }

  #comparison(left: Operand): Condition {
    this.#skipBlanks();
    const operator = /[!=<>]=?/y;
    operator.lastIndex = this.#at;
    const [sign] = operator.exec(this.#text) ?? [];
    if (sign === undefined) return { kind: "comparison", left, comparison: undefined };
    this.#at += sign.length;
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return MALFORMED;
    const known = sign === "=" || sign === "!" ? "unknown" : (sign as Operator);
    return { kind: "comparison", left, comparison: this.#rightSide(known) };
  }

  #rightSide(operator: Operator): Comparison {
    const start = this.#at;
    const isQuoted = this.#text[start] === '"';
    if (isQuoted) this.#at += 1;
    const parts: Template = this.#rightParts((char) => (isQuoted ? char === '"' : " \t)".includes(char)));
    // Behind a string, one character is passed over: the quote, or the blank.
    const isParenthesis = !isQuoted && this.#text[this.#at] === ")";
    if (this.#at < this.#text.length && !isParenthesis) this.#at += 1;
    if (isQuoted) return { operator, right: parts, number: { kind: "none" } };
    if (this.#text[start] === "$") {
      const { reference, end } = parseReference(this.#text, start);
      const next = this.#text[end];
      const isFollowed = next !== undefined && !isBlank(next) && next !== ")";
      const followed = isFollowed ? "by-text" : "by-nothing";
      return { operator, right: parts, number: { kind: "reference", reference, followed } };
    }
    return { operator, right: parts, number: { kind: "literal", text: this.#text.slice(start) } };
  }

  /** A backslash takes the next character as it stands. */
  #rightParts(stops: (char: string) => boolean): Template {
    const parts = new PartList();
    while (this.#at < this.#text.length && !stops(this.#text[this.#at] ?? "")) {
      if (this.#text[this.#at] === "$") {
        const { reference, end } = parseReference(this.#text, this.#at);
        parts.add(reference);
        this.#at = end;
        continue;
      }
      if (this.#text[this.#at] === "\\" && this.#at + 1 < this.#text.length) this.#at += 1;
      parts.add(this.#text[this.#at] ?? "");
      this.#at += 1;
    }
    return parts.all;
  }

  #word(): Condition {
    const start = this.#at;
    const rest = this.#text.slice(start);
    if (rest.startsWith("empty")) {
      const parenthesis = this.#text.indexOf("(", start + 5);
      if (parenthesis !== -1) {
        // `empty(X:M*)` is read as `$(X:M*)` would be.
        const { reference, end } = parseReference(`$${this.#text.slice(parenthesis)}`, 0);
        this.#at = parenthesis + end - 1;
        return { kind: "empty", reference };
      }
    }
    const about = QUESTIONS.find((name) => rest.startsWith(name));
    if (about !== undefined) {
      this.#at += about.length;
      const argument = this.#bracketed();
      if (argument !== undefined) return { kind: "question", about, argument };
      this.#at = start;
    }
    const argument = this.#argument();
    // Nothing that could be a word: make would look at it again and again.
    if (this.#at === start) this.#at = this.#text.length + 1;
    const condition: Condition = { kind: "question", about: this.#bare.question, argument };
    return this.#bare.sense === "negated" ? { kind: "not", inner: condition } : condition;
  }

  #bracketed(): string | Template | undefined {
    this.#skipBlanks();
    if (this.#text[this.#at] !== "(") return undefined;
    this.#at += 1;
    const argument = this.#argument();
    if (this.#text[this.#at] !== ")") return undefined;
    this.#at += 1;
    return argument;
  }

  #argument(): string | Template {
    this.#skipBlanks();
    const { name, end } = parseName(this.#text, this.#at, (char) => " \t)&|".includes(char));
    this.#at = end;
    this.#skipBlanks();
    return name;
  }

  #skipBlanks(): void {
    while (isBlank(this.#text[this.#at])) this.#at += 1;
  }
}

const QUESTIONS: readonly Question[] = ["defined", "make", "exists", "target", "commands"];

function isSound(...conditions: readonly Condition[]): boolean {
  return conditions.every(({ kind }) => kind !== "malformed");
}

/** Whether it is nothing but an empty text, which is false whatever the variables are. */
export function isNever(condition: Condition): boolean {
  if (condition.kind !== "comparison" || condition.comparison) return false;
  return condition.left.kind === "text" && condition.left.template.length === 0;
}

/** `malformed` also for an undefined variable that stands outside quotes. */
export type Verdict = boolean | "malformed";

const MODE: Mode = "drop";

export function evaluateCondition(condition: Condition, scope: Scope, witness: Witness): Verdict {
  switch (condition.kind) {
    case "malformed":
      return "malformed";
    case "or": {
      const left = evaluateCondition(condition.left, scope, witness);
      return left === false ? evaluateCondition(condition.right, scope, witness) : left;
    }
    case "and": {
      const left = evaluateCondition(condition.left, scope, witness);
      return left === true ? evaluateCondition(condition.right, scope, witness) : left;
    }
    case "not": {
      const inner = evaluateCondition(condition.inner, scope, witness);
      return inner === "malformed" ? inner : !inner;
    }
    case "empty": {
      const value = scope.value(condition.reference, MODE);
      return value === undefined || value === "" || !/[^ \t\n\v\f\r]/.test(value);
    }
    case "question": {
      const { about, argument } = condition;
      const name = typeof argument === "string" ? argument : scope.argument(argument, MODE);
      return about === "defined" ? scope.isDefined(name) : witness[about](name);
    }
    default:
      return compare(condition.left, condition.comparison, scope);
  }
}

function compare(operand: Operand, comparison: Comparison | undefined, scope: Scope): Verdict {
  const left = operandText(operand, scope);
  if (left === undefined) return "malformed";
  const number = numberOf(left);
  // Alone it asks whether it is other than zero; what is no number is other than "0".
  if (!comparison) return number === undefined ? left !== "0" : number !== 0;
  const { operator, right } = comparison;
  const other = number === undefined ? undefined : rightNumber(comparison, scope);
  if (other === "malformed") return "malformed";
  if (number !== undefined && other !== undefined) return compareNumbers(number, operator, other);
  const text = rightText(right, scope);
  if (operator === "==") return left === text;
  if (operator === "!=") return left !== text;
  scope.doubt("openbsd/comparison", "strings are compared with `==` or `!=` only");
  return "malformed";
}

/** What is undefined on this side stays as it is written. */
function rightText(right: Template, scope: Scope): string {
  let text = "";
  for (const part of right) text += typeof part === "string" ? part : (scope.value(part, MODE) ?? part.raw);
  return text;
}

function operandText(operand: Operand, scope: Scope): string | undefined {
  if (operand.kind === "text") return scope.expand(operand.template, MODE);
  const value = scope.value(operand.reference, MODE);
  if (value === undefined) {
    const { name, raw } = operand.reference;
    scope.undefinedOperand = typeof name === "string" ? name : raw;
    return undefined;
  }
  return operand.rest === "" ? value : scope.expandText(value + operand.rest, MODE);
}

function rightNumber({ number }: Comparison, scope: Scope): number | "malformed" | undefined {
  switch (number.kind) {
    case "none":
      return undefined;
    case "literal":
      return numberOf(number.text);
    default: {
      const value = scope.value(number.reference, MODE);
      if (value === undefined) return "malformed";
      const right = numberOf(value);
      return right !== undefined && number.followed === "by-text" ? "malformed" : right;
    }
  }
}

function compareNumbers(left: number, operator: Operator, right: number): Verdict {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return "malformed";
  }
}

/** A blank, a sign, a dot, a digit, or the `i` or `n` of a word for a number: most texts begin otherwise. */
function beginsNumber(code: number): boolean {
  return code <= 57 || code === 73 || code === 105 || code === 78 || code === 110;
}

/** As strtod(3) or `0x…` takes the whole of it; the empty text is zero. */
function numberOf(text: string): number | undefined {
  if (text === "") return 0;
  if (!beginsNumber(text.charCodeAt(0))) return undefined;
  if (text.startsWith("0x")) {
    return /^0x[0-9a-fA-F]*$/.test(text) ? Number.parseInt(`0${text.slice(2)}`, 16) : undefined;
  }
  if (/^[ \t\n\v\f\r]*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$/.test(text))
    return Number(text.trim());
  const word = /^[ \t\n\v\f\r]*([+-]?)(inf|infinity|nan(\([0-9A-Za-z_]*\))?)$/i.exec(text);
  if (!word) return undefined;
  if (/^nan/i.test(word[2] ?? "")) return Number.NaN;
  return word[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
