// Whether the expression behind `.if` holds. Follows cond.c of OpenBSD make, which reads and decides in one go: behind what
// is settled already (`1 || …`) the rest is read all the same, and what is wrong there is passed over, but not what stands
// behind it.

import {
  type Asked,
  type Comparison,
  isHarmless,
  type Lone,
  type Operand,
  type Piece,
  type Pieces,
  type Question,
  type Sign,
  type Term,
} from "./condition-pieces.ts";
import type { Mode, Scope } from "./scope.ts";
import type { Reference, Template } from "./template.ts";

/** Answers that only the reading knows. */
export type Witness = Readonly<Record<Exclude<Question, "defined">, (name: string) => boolean>>;

/** Whether it is nothing but an empty text, which is false whatever the variables are. */
export function isNever(pieces: Pieces): boolean {
  const { what } = pieces.first;
  if (typeof what === "string" || what.kind !== "comparison" || what.comparison) return false;
  const isEmpty = what.left.kind === "text" && what.left.template.length === 0;
  return isEmpty && pieces.after(pieces.first).what === "end";
}

/** `malformed` also for an undefined variable that stands outside quotes. */
export type Verdict = boolean | "malformed";

export function evaluateCondition(pieces: Pieces, scope: Scope, witness: Witness): Verdict {
  const { lone } = pieces;
  if (lone) return decideLone(lone, scope, witness);
  const decision = new Decision(pieces, { scope, witness, idle: "assumed" });
  const verdict = decision.verdict();
  return decision.hasIdleError
    ? new Decision(pieces, { scope, witness, idle: "decided" }).verdict()
    : verdict;
}

function decideLone({ term, sense }: Lone, scope: Scope, witness: Witness): Verdict {
  const outcome = lonely(term, scope, witness);
  return outcome === "error" ? "malformed" : outcome === (sense === "plain");
}

function lonely(term: Lone["term"], scope: Scope, witness: Witness): boolean | "error" {
  if (term.kind === "empty") return isNothing(term.reference, scope);
  if (term.kind === "question") return isSo(term, scope, witness) === (term.sense === "plain");
  const { left, comparison } = term;
  const text = operandText(left, scope, "live");
  if (text === undefined) return "error";
  if (!comparison) return isOtherThanZero(text);
  const outcome = compareNumbers(text, comparison, { scope, interest: "live" });
  if (outcome === undefined) return compareTexts(text, comparison, scope);
  return outcome === "unknown" ? "error" : outcome;
}

type Grounds = {
  readonly scope: Scope;
  readonly witness: Witness;
  /** What a term comes to that does not count: make decides it, but only where an error follows does that show. */
  readonly idle: "assumed" | "decided";
};

/** Whether the answer counts: `idle` behind what is settled already. */
type Interest = "live" | "idle";

/** What a term, or all that a bracket holds, comes to; a sign stands for itself where a term should be. */
type Outcome = boolean | "error" | Sign;

const DEPTH_LIMIT = 200;
const MODE: Mode = "drop";

class Decision {
  readonly #pieces: Pieces;
  readonly #scope: Scope;
  readonly #witness: Witness;
  readonly #idle: Grounds["idle"];
  #hasIdleError = false;
  #next: Piece;
  /** Read already, and not used. */
  #pushed: Outcome | undefined;
  #depth = 0;

  constructor(pieces: Pieces, { scope, witness, idle }: Grounds) {
    this.#pieces = pieces;
    this.#scope = scope;
    this.#witness = witness;
    this.#idle = idle;
    this.#next = pieces.first;
  }

  get hasIdleError(): boolean {
    return this.#hasIdleError;
  }

  verdict(): Verdict {
    const outcome = this.#chain("|", "live");
    if (outcome === "error") return "malformed";
    // A sign where a term should be is false, whatever follows.
    if (typeof outcome !== "boolean") return false;
    return this.#take("live") === "end" ? outcome : "malformed";
  }

  /** What stands between two signs, up to where none follows: the first that settles it, or the last. */
  #chain(sign: "|" | "&", begun: Interest): Outcome {
    let interest = begun;
    let settled: Outcome | undefined;
    for (;;) {
      const one = sign === "|" ? this.#chain("&", interest) : this.#term(interest);
      if (one === "error" && interest === "idle") this.#hasIdleError = true;
      if (one === "error" || !this.#takes(sign, interest)) return settled ?? one;
      if (settled !== undefined || one === (sign === "&")) continue;
      settled = one;
      interest = "idle";
    }
  }

  #takes(sign: Sign, interest: Interest): boolean {
    const taken = this.#take(interest);
    if (taken === sign) return true;
    this.#pushed = taken;
    return false;
  }

  #term(interest: Interest): Outcome {
    if (this.#depth >= DEPTH_LIMIT) return "error";
    this.#depth += 1;
    const outcome = this.#termFrom(this.#take(interest), interest);
    this.#depth -= 1;
    return outcome;
  }

  #termFrom(taken: Outcome, interest: Interest): Outcome {
    if (taken === "end") return "error";
    if (taken === "!") {
      const inner = this.#term(interest);
      return typeof inner === "boolean" ? !inner : inner;
    }
    if (taken !== "(") return taken;
    const inner = this.#chain("|", interest);
    return inner === "error" || this.#take(interest) === ")" ? inner : "error";
  }

  #take(interest: Interest): Outcome {
    if (this.#pushed !== undefined) {
      const pushed = this.#pushed;
      this.#pushed = undefined;
      return pushed;
    }
    const piece = this.#next;
    const { what } = piece;
    if (what === "end") return what;
    this.#next = this.#pieces.after(piece);
    return typeof what === "string" ? what : this.#decide(what, interest);
  }

  #decide(term: Term, interest: Interest): Outcome {
    switch (term.kind) {
      case "faulty":
        return "error";
      case "empty":
        return this.#isAssumed(interest) || isNothing(term.reference, this.#scope);
      case "question":
        return (interest === "idle" || isSo(term, this.#scope, this.#witness)) === (term.sense === "plain");
      default:
        return this.#compare(term, interest);
    }
  }

  #isAssumed(interest: Interest): boolean {
    return interest === "idle" && this.#idle === "assumed";
  }

  #compare({ left, comparison }: Extract<Term, { kind: "comparison" }>, interest: Interest): Outcome {
    if (this.#isAssumed(interest) && (!comparison || isHarmless(comparison))) return true;
    const scope = this.#scope;
    const text = operandText(left, scope, interest);
    if (text === undefined) return "error";
    if (!comparison) return isOtherThanZero(text);
    const { operator, start, number } = comparison;
    const outcome = compareNumbers(text, comparison, { scope, interest });
    if (outcome === "error") return outcome;
    if (outcome !== undefined) {
      if (number.kind === "reference" && !number.isApart) this.#next = this.#pieces.readAt(number.end);
      return outcome === "unknown" ? "error" : outcome;
    }
    if (operator === "==" || operator === "!=") return compareTexts(text, comparison, scope);
    this.#next = this.#pieces.readAt(start);
    if (interest === "live") scope.doubt("openbsd/comparison", "strings are compared with `==` or `!=` only");
    return "error";
  }
}

function isNothing(reference: Reference, scope: Scope): boolean {
  const value = scope.value(reference, MODE);
  return value === undefined || value === "" || !/[^ \t\n\v\f\r]/.test(value);
}

function isSo({ about, argument }: Asked, scope: Scope, witness: Witness): boolean {
  const name = typeof argument === "string" ? argument : scope.argument(argument, MODE);
  return about === "defined" ? scope.isDefined(name) : witness[about](name);
}

/** What a text alone asks; what is no number is other than "0". */
function isOtherThanZero(text: string): boolean {
  const number = numberOf(text);
  return number === undefined ? text !== "0" : number !== 0;
}

function compareTexts(text: string, { operator, right }: Comparison, scope: Scope): boolean {
  return (text === rightText(right, scope)) === (operator === "==");
}

/** What is undefined on this side stays as it is written. */
function rightText(right: Template, scope: Scope): string {
  let text = "";
  for (const part of right) text += typeof part === "string" ? part : (scope.value(part, MODE) ?? part.raw);
  return text;
}

/** Undefined when the variable is, and that counts. */
function operandText(operand: Operand, scope: Scope, interest: Interest): string | undefined {
  if (operand.kind === "text") return scope.expand(operand.template, MODE);
  const { reference, rest } = operand;
  const value = scope.value(reference, MODE);
  if (value === undefined && interest === "live") {
    scope.undefinedOperand = typeof reference.name === "string" ? reference.name : reference.raw;
    return undefined;
  }
  const text = value ?? "";
  return rest === "" ? text : scope.expandText(text + rest, MODE);
}

/** Undefined where one of the two is no number; an error also where the right side is undefined, and that counts. */
function compareNumbers(
  text: string,
  { operator, number }: Comparison,
  { scope, interest }: { readonly scope: Scope; readonly interest: Interest },
): boolean | "error" | "unknown" | undefined {
  const left = number.kind === "none" ? undefined : numberOf(text);
  if (left === undefined || number.kind === "none") return undefined;
  const value = number.kind === "literal" ? number.text : scope.value(number.reference, MODE);
  if (value === undefined && interest === "live") return "error";
  const right = numberOf(value ?? "");
  if (right === undefined) return undefined;
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
      return "unknown";
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
