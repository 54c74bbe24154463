// Which of the lines between `.if` and `.endif` are read, as cond.c of OpenBSD make keeps track of it.

import { quoted, type Span } from "../../report.ts";
import { evaluateCondition, type Verdict, type Witness } from "./conditions.ts";
import type { Scope } from "./scope.ts";
import type { Statement } from "./statements.ts";
import type { Before, Test } from "./stretches.ts";

export type Branch = Test | Extract<Statement, { kind: "else" | "endif" }>;

const DEPTH_LIMIT = 30; // MAXIF

export function isBranch(statement: Statement): statement is Branch {
  const { kind } = statement;
  return kind === "if" || kind === "elif" || kind === "else" || kind === "endif";
}

export class Branches {
  readonly #scope: Scope;
  readonly #witness: Witness;
  /** The open `.if`s that were looked at, and whether no other branch of each is to be read. */
  readonly #open: { isTaken: boolean; readonly span: Span }[] = [];
  #isSkipping = false;
  /** How many more `.if`s are open inside the part that is skipped. */
  #skippedLevel = 0;

  constructor(scope: Scope, witness: Witness) {
    this.#scope = scope;
    this.#witness = witness;
  }

  /** How many `.if`s are open. */
  get depth(): number {
    return this.#open.length;
  }

  get isReading(): boolean {
    return !this.#isSkipping;
  }

  /** Where those stand that are open above `depth`. */
  openAbove(depth: number): readonly Span[] {
    return this.#open.slice(depth).map(({ span }) => span);
  }

  /** What `action` reads stands apart from what is read now. */
  aside(action: () => void): void {
    const [open, isSkipping, skippedLevel] = [this.#open.splice(0), this.#isSkipping, this.#skippedLevel];
    this.#isSkipping = false;
    this.#skippedLevel = 0;
    action();
    this.#open.splice(0, this.#open.length, ...open);
    this.#isSkipping = isSkipping;
    this.#skippedLevel = skippedLevel;
  }

  /** As if some were closed, and others opened by conditions that are true. */
  change({ closed, opened }: { readonly closed: number; readonly opened: readonly Span[] }): void {
    for (let count = closed; count > 0; count -= 1) this.#open.pop();
    for (const span of opened) this.#open.push({ isTaken: true, span });
  }

  /** Whether the part that is skipped began with an `.if` inside another. */
  get isNested(): boolean {
    return this.#skippedLevel > 0;
  }

  /** Whether the lines that follow are to be read. */
  at(branch: Branch, span: Span): "read" | "skip" {
    if (branch.kind === "if" && "condition" in branch) return this.#enter(branch, span);
    const open = this.#open.at(-1);
    if (!open) {
      this.#scope.complain("openbsd/conditional", `if-less ${branch.kind}`, "remove it, or add the `.if`");
      return "read";
    }
    if (this.#skippedLevel > 0) {
      if (branch.kind === "endif") this.#skippedLevel -= 1;
      return "skip";
    }
    if (branch.kind === "endif") {
      this.#isSkipping = false;
      this.#open.pop();
      return "read";
    }
    // Behind a branch that was taken nothing is asked any more.
    if (branch.kind === "elif" && open.isTaken) return this.#follow(false);
    const isRead = "condition" in branch ? this.#isTrue(branch) : !open.isTaken;
    // What follows an `.else` is never read, whichever it is.
    open.isTaken = isRead || branch.kind === "else";
    return this.#follow(isRead);
  }

  #enter(test: Test, span: Span): "read" | "skip" {
    if (this.#isSkipping) {
      this.#skippedLevel += 1;
      return "skip";
    }
    if (this.#open.length >= DEPTH_LIMIT) {
      this.#scope.stop("openbsd/conditional", `conditionals are nested more than ${DEPTH_LIMIT} deep`);
      return "skip";
    }
    const isTaken = this.#isTrue(test);
    this.#open.push({ isTaken, span });
    return this.#follow(isTaken);
  }

  #follow(isTaken: boolean): "read" | "skip" {
    this.#isSkipping = !isTaken;
    return isTaken ? "read" : "skip";
  }

  /** Whether a condition holds; undefined if more comes of it than that, or it looks at what was changed `before`. */
  glance(test: Test, before: Before): boolean | undefined {
    return this.#scope.glance(before, "free", () => this.#decide(test));
  }

  #evaluate({ condition }: Test): Verdict {
    return evaluateCondition(condition, this.#scope, this.#witness);
  }

  /** Of what is malformed more comes than an answer. */
  #decide(test: Test): boolean {
    const verdict = this.#evaluate(test);
    if (verdict === "malformed") this.#scope.spoil();
    return verdict === true;
  }

  #verdict(test: Test): Verdict {
    const { recorder } = this.#scope;
    if (!recorder?.line.isAskedAnew) return this.#evaluate(test);
    const { before } = recorder;
    const answer = this.#scope.glance(before, "charged", () => this.#decide(test));
    if (answer === undefined) return this.#evaluate(test);
    recorder.askCondition(test, answer, before);
    return answer;
  }

  #isTrue(test: Test): boolean {
    const { text } = test;
    const scope = this.#scope;
    scope.undefinedOperand = undefined;
    const verdict = this.#verdict(test);
    if (verdict !== "malformed") return verdict;
    const message = `malformed conditional (${shortened(text)})`;
    const missing = missingOperand(scope);
    if (missing === "") return false;
    if (missing === undefined) scope.complain("openbsd/conditional", message, SYNTAX_HELP);
    else {
      const name = shortened(missing);
      const help = `set it first (\`${name} ?=\`), or ask \`defined(${name})\` before`;
      scope.complain("openbsd/conditional", `${message}: ${quoted(missing)} is not defined`, help);
    }
    return false;
  }

  /** At the end of everything. */
  check(): void {
    if (this.#scope.isStopped) return;
    for (const { span } of this.#open) {
      this.#scope.where = span;
      this.#scope.complain("openbsd/conditional", "open conditional", "end it with `.endif`");
    }
  }
}

const SYNTAX_HELP = "compare a variable or a quoted text; only numbers are less or greater than others";

/** A condition may be as long as its file. */
function shortened(text: string): string {
  return quoted(text).slice(1, -1);
}

/** Asked anew: the compiler can't know that evaluating sets it. Empty for one that is not closed, told by itself. */
function missingOperand({ undefinedOperand }: Scope): string | undefined {
  return undefinedOperand;
}
