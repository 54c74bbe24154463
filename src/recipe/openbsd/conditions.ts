// Whether the expression behind `.if` holds. Follows cond.c of OpenBSD make, which reads and decides in one go: behind what
// is settled already (`1 || …`) the rest is read all the same, and what is wrong there is passed over, but not what stands
// behind it.

import type { Asked, Comparison, Operand, Piece, Pieces, Question, Sign, Term } from "./condition-pieces.ts";
import type { Mode, Scope } from "./scope.ts";
import type { Template } from "./template.ts";

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
  const decision = new Decision(pieces, { scope, witness, idle: "assumed" });
  const verdict = decision.verdict();
  return decision.hasIdleError
    ? new Decision(pieces, { scope, witness, idle: "decided" }).verdict()
    : verdict;
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
      case "empty": {
        if (this.#isAssumed(interest)) return true;
        const value = this.#scope.value(term.reference, MODE);
        return value === undefined || value === "" || !/[^ \t\n\v\f\r]/.test(value);
      }
      case "question":
        return (interest === "idle" || this.#isSo(term)) === (term.sense === "plain");
      default:
        return this.#compare(term, interest);
    }
  }

  #isAssumed(interest: Interest): boolean {
    return interest === "idle" && this.#idle === "assumed";
  }

  #isSo({ about, argument }: Asked): boolean {
    const scope = this.#scope;
    const name = typeof argument === "string" ? argument : scope.argument(argument, MODE);
    return about === "defined" ? scope.isDefined(name) : this.#witness[about](name);
  }

  #compare({ left, comparison }: Extract<Term, { kind: "comparison" }>, interest: Interest): Outcome {
    if (this.#isAssumed(interest) && (!comparison || isHarmless(comparison))) return true;
    const scope = this.#scope;
    const text = operandText(left, scope, interest);
    if (text === undefined) return "error";
    const number = numberOf(text);
    // Alone it asks whether it is other than zero; what is no number is other than "0".
    if (!comparison) return number === undefined ? text !== "0" : number !== 0;
    const { operator, right, start, number: side } = comparison;
    const other = number === undefined ? undefined : rightNumber(comparison, scope, interest);
    if (number !== undefined && other !== undefined) {
      if (other === "error") return other;
      if (side.kind === "reference" && !side.isApart) this.#next = this.#pieces.readAt(side.end);
      return compareNumbers(number, operator, other);
    }
    if (operator === "==") return text === rightText(right, scope);
    if (operator === "!=") return text !== rightText(right, scope);
    this.#next = this.#pieces.readAt(start);
    if (interest === "live") scope.doubt("openbsd/comparison", "strings are compared with `==` or `!=` only");
    return "error";
  }
}

/** Whether nothing can be wrong with it, whatever the two sides are, and make reads on at the same place. */
function isHarmless({ operator, number }: Comparison): boolean {
  return (operator === "==" || operator === "!=") && (number.kind !== "reference" || number.isApart);
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

/** As `operandText`, an error where that is undefined; undefined itself for what is no number. */
function rightNumber({ number }: Comparison, scope: Scope, interest: Interest): number | "error" | undefined {
  switch (number.kind) {
    case "none":
      return undefined;
    case "literal":
      return numberOf(number.text);
    default: {
      const value = scope.value(number.reference, MODE);
      return value === undefined && interest === "live" ? "error" : numberOf(value ?? "");
    }
  }
}

function compareNumbers(left: number, operator: Comparison["operator"], right: number): boolean | "error" {
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
      return "error";
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
