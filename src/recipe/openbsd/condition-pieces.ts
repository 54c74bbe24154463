// The expression behind `.if`, piece by piece as make reads it: signs, and terms that can be true or false. Follows cond.c of
// OpenBSD make, its surprises included.

import {
  PartList,
  parseName,
  parseReference,
  parseTemplate,
  type Reference,
  type Template,
} from "./template.ts";
import { isBlank } from "./words.ts";

export type Sign = "(" | ")" | "|" | "&" | "!" | "end";

export type Term =
  | { readonly kind: "empty"; readonly reference: Reference }
  | Asked
  | { readonly kind: "comparison"; readonly left: Operand; readonly comparison: Comparison | undefined }
  /** An operator that nothing follows. */
  | { readonly kind: "faulty" };

export type Asked = {
  readonly kind: "question";
  readonly about: Question;
  readonly argument: string | Template;
  readonly sense: Bare["sense"];
};

export type Question = "defined" | "make" | "exists" | "target" | "commands";

export type Operand =
  /** `rest` is the text that follows up to a blank; together they are expanded once more. */
  | { readonly kind: "reference"; readonly reference: Reference; readonly rest: string }
  | { readonly kind: "text"; readonly template: Template };

export type Comparison = {
  readonly operator: Operator;
  readonly right: Template;
  /** Where the right side begins. */
  readonly start: number;
  /** What might be a number: not quoted, and either all that is left of the line or one reference. */
  readonly number:
    | { readonly kind: "none" }
    | { readonly kind: "literal"; readonly text: string }
    /** If the two sides are numbers, make reads on right behind it, though it may not stand apart from what follows. */
    | {
        readonly kind: "reference";
        readonly reference: Reference;
        readonly end: number;
        readonly isApart: boolean;
      };
};

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "unknown";

/** What a lone word asks (`defined` under `.if` and `.ifdef`, `make` under `.ifmake`), and whether it is negated. */
export type Bare = { readonly question: "defined" | "make"; readonly sense: "plain" | "negated" };

/** A piece, and where make reads on behind it. */
export type Piece = {
  readonly what: Sign | Term;
  readonly end: number;
  /** What was read there. */
  following: Piece | undefined;
};

/** One term, and no more than a `!` before it. */
export type Lone = { readonly term: Exclude<Term, { kind: "faulty" }>; readonly sense: Bare["sense"] };

/** Whether nothing can be wrong with it, whatever the two sides are, and make reads on at the same place. */
export function isHarmless({ operator, number }: Comparison): boolean {
  return (operator === "==" || operator === "!=") && (number.kind !== "reference" || number.isApart);
}

const SIGNS: ReadonlySet<string> = new Set("()|&!");

function isSign(char: string): char is Sign {
  return SIGNS.has(char);
}

/** The text of a condition; its pieces are read when they are first reached, and kept. */
export class Pieces {
  readonly #text: string;
  readonly #bare: Bare;
  #at = 0;
  #first: Piece | undefined;
  #lastParenthesis: number | undefined;
  #lone: Lone | "none" | undefined;

  constructor(text: string, bare: Bare) {
    this.#text = text;
    this.#bare = bare;
  }

  get first(): Piece {
    this.#first ??= this.readAt(0);
    return this.#first;
  }

  /** All that most conditions are. */
  get lone(): Lone | undefined {
    this.#lone ??= this.#readLone() ?? "none";
    return this.#lone === "none" ? undefined : this.#lone;
  }

  #readLone(): Lone | undefined {
    const { first } = this;
    const piece = first.what === "!" ? this.after(first) : first;
    const { what } = piece;
    if (typeof what === "string" || what.kind === "faulty" || this.after(piece).what !== "end")
      return undefined;
    if (what.kind === "comparison" && what.comparison && !isHarmless(what.comparison)) return undefined;
    return { term: what, sense: piece === first ? "plain" : "negated" };
  }

  after(piece: Piece): Piece {
    piece.following ??= this.readAt(piece.end);
    return piece.following;
  }

  readAt(start: number): Piece {
    this.#at = start;
    const what = this.#piece();
    return { what, end: this.#at, following: undefined };
  }

  #piece(): Sign | Term {
    this.#skipBlanks();
    const char = this.#text[this.#at];
    if (char === undefined) return "end";
    if (isSign(char)) {
      const isTwo = (char === "|" || char === "&") && this.#text[this.#at + 1] === char;
      this.#at += isTwo ? 2 : 1;
      return char;
    }
    if (char === '"') return this.#comparison(this.#quotedOperand());
    if (char === "$") return this.#comparison(this.#referenceOperand());
    return /[0-9]/.test(char) ? this.#comparison(this.#numberOperand()) : this.#word();
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

  #comparison(left: Operand): Term {
    this.#skipBlanks();
    const operator = /[!=<>]=?/y;
    operator.lastIndex = this.#at;
    const [sign] = operator.exec(this.#text) ?? [];
    if (sign === undefined) return { kind: "comparison", left, comparison: undefined };
    this.#at += sign.length;
    this.#skipBlanks();
    if (this.#at >= this.#text.length) return { kind: "faulty" };
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
    const side = { operator, right: parts, start };
    if (isQuoted) return { ...side, number: { kind: "none" } };
    if (this.#text[start] === "$") {
      const { reference, end } = parseReference(this.#text, start);
      const next = this.#text[end];
      const isApart = next === undefined || " \t)".includes(next);
      return { ...side, number: { kind: "reference", reference, end, isApart } };
    }
    return { ...side, number: { kind: "literal", text: this.#text.slice(start) } };
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

  #word(): Term {
    const start = this.#at;
    const rest = this.#text.slice(start);
    if (rest.startsWith("empty")) {
      this.#lastParenthesis ??= this.#text.lastIndexOf("(");
      if (this.#lastParenthesis > start) {
        // `empty(X:M*)` is read as `$(X:M*)` would be: what stands before the parenthesis counts for the dollar.
        const { reference, end } = parseReference(this.#text, this.#text.indexOf("(", start) - 1);
        this.#at = end;
        return { kind: "empty", reference: { ...reference, raw: `$${reference.raw.slice(1)}` } };
      }
    }
    const about = QUESTIONS.find((name) => rest.startsWith(name));
    if (about !== undefined) {
      this.#at += about.length;
      const argument = this.#bracketed();
      if (argument !== undefined) return { kind: "question", about, argument, sense: "plain" };
      this.#at = start;
    }
    const argument = this.#argument();
    // Nothing that could be a word: make would look at it again and again.
    if (this.#at === start) this.#at = this.#text.length + 1;
    return { kind: "question", about: this.#bare.question, argument, sense: this.#bare.sense };
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
