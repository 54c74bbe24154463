// Rules: which targets there are, and the commands to make them, as parse.c of OpenBSD make takes them.

import { quoted, type Span } from "../../report.ts";
import type { MakeCommand, MakeTarget } from "./evaluation.ts";
import type { Scope } from "./scope.ts";
import { wordsOf } from "./words.ts";

type Known = {
  readonly name: string;
  /** Of each rule, all in one text. */
  readonly sourceTexts: string[];
  readonly commands: MakeCommand[];
  readonly span: Span;
  /** Later commands are passed over: the first block wins. */
  isFinished: boolean;
};

export class Targets {
  readonly #known = new Map<string, Known>();
  readonly #scope: Scope;
  /** Those of the rule that commands belong to now; undefined where a command belongs to nothing. */
  #current: readonly Known[] | undefined;
  #hasNewCommands = false;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  get all(): ReadonlyMap<string, MakeTarget> {
    const shown = [...this.#known].map(([name, { sourceTexts, commands, span }]) => {
      return [name, { name, sources: sourceTexts.flatMap(wordsOf), commands, span }] as const;
    });
    return new Map(shown);
  }

  isTarget(name: string): boolean {
    return this.#known.has(name);
  }

  hasCommands(name: string): boolean {
    return this.#known.get(name)?.isFinished === true;
  }

  /** `head` is expanded. */
  addRule(head: string, command: string | undefined, span: Span): void {
    this.finishCommands();
    const operator = /::|[:!]/.exec(head);
    if (!operator) {
      this.#current = [];
      const text = quoted(head.trim());
      this.#scope.complain("openbsd/syntax", `${text} is neither an assignment nor a rule`, NEED_OPERATOR);
      return;
    }
    const names = wordsOf(head.slice(0, operator.index));
    const sources = head.slice(operator.index + operator[0].length);
    this.#current = names
      .filter(isReal)
      .map((name) => this.#target(name, { operator: operator[0], sources, span }));
    if (command !== undefined) this.addCommand(command, span);
  }

  #target(
    name: string,
    rule: { readonly operator: string; readonly sources: string; readonly span: Span },
  ): Known {
    let target = this.#known.get(name);
    if (!target) {
      target = { name, sourceTexts: [], commands: [], span: rule.span, isFinished: false };
      this.#known.set(name, target);
    }
    // Each block of a double colon counts.
    if (rule.operator === "::") target.isFinished = false;
    if (rule.sources !== "") target.sourceTexts.push(rule.sources);
    return target;
  }

  addCommand(text: string, span: Span): void {
    if (!this.#current) {
      const help = "a line that begins with a tab belongs to a rule: begin it with blanks, or not indented";
      this.#scope.complain("openbsd/syntax", `unassociated shell command ${quoted(text.trim())}`, help);
      return;
    }
    this.#hasNewCommands = true;
    for (const target of this.#current) if (!target.isFinished) target.commands.push({ text, span });
  }

  /** An assignment follows: no command belongs to the rule any more. */
  endRule(): void {
    this.finishCommands();
    this.#current = undefined;
  }

  finishCommands(): void {
    if (!this.#hasNewCommands) return;
    for (const target of this.#current ?? []) target.isFinished = true;
    this.#hasNewCommands = false;
  }
}

const NEED_OPERATOR = "write `NAME = value` or `target: sources`";

/** `.PHONY: all` says something of `all`, and makes no target; nor do rules for suffixes. */
function isReal(name: string): boolean {
  return !name.startsWith(".");
}
