// Rules: which targets there are, and the commands to make them, as parse.c of OpenBSD make takes them.

import { quoted, type Span } from "../../report.ts";
import type { MakeCommand, MakeTarget } from "./evaluation.ts";
import type { Scope } from "./scope.ts";
import type { RuleHead } from "./statements.ts";
import { wordsOf } from "./words.ts";

type Known = {
  readonly name: string;
  /** How many came before. */
  readonly place: number;
  /** Of each rule, all in one text. */
  readonly sourceTexts: string[];
  readonly commands: (readonly MakeCommand[])[];
  readonly span: Span;
  /** Of its first rule: make takes no other in a later one. */
  readonly operator: RuleHead["operator"];
  /** Later commands are passed over: the first block wins. */
  isFinished: boolean;
};

export class Targets {
  readonly #known = new Map<string, Known>();
  readonly #scope: Scope;
  /** Those of the rule that commands belong to now; undefined where a command belongs to nothing. */
  #current: readonly Known[] | undefined;
  #hasNewCommands = false;
  /** As they were shown when nothing had been added since. */
  #shown: ReadonlyMap<string, MakeTarget> | undefined;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  get all(): ReadonlyMap<string, MakeTarget> {
    if (this.#shown) return this.#shown;
    const shown = [...this.#known].map(([name, { sourceTexts, commands, span }]) => {
      return [
        name,
        { name, sources: sourceTexts.flatMap(wordsOf), commands: commands.flat(), span },
      ] as const;
    });
    this.#shown = new Map(shown);
    return this.#shown;
  }

  get count(): number {
    return this.#known.size;
  }

  /** Whether it is one of the first so many. */
  isTarget(name: string, count = this.count): boolean {
    const known = this.#known.get(name);
    return known !== undefined && known.place < count;
  }

  hasCommands(name: string): boolean {
    return this.#known.get(name)?.isFinished === true;
  }

  addRule(head: RuleHead, command: string | undefined, span: Span): void {
    this.finishCommands();
    this.#shown = undefined;
    if (head.operator === undefined) {
      this.#current = [];
      const message = `${quoted(head.text.trim())} is neither an assignment nor a rule`;
      this.#scope.complain("openbsd/syntax", message, NEED_OPERATOR);
      return;
    }
    const current: Known[] = [];
    for (const name of head.names) if (isReal(name)) current.push(this.#target(name, head, span));
    this.#current = current;
    if (command !== undefined) this.addCommands([{ text: command, span }]);
  }

  #target(name: string, { operator, sources }: RuleHead, span: Span): Known {
    let target = this.#known.get(name);
    if (!target) {
      const place = this.count;
      target = { name, place, sourceTexts: [], commands: [], span, operator, isFinished: false };
      this.#known.set(name, target);
    } else if (target.operator !== operator) {
      const message = `inconsistent dependency operator for target ${quoted(name)}`;
      const help = `its first rule has \`${target.operator}\`: write the same here`;
      this.#scope.complain("openbsd/syntax", message, help);
    }
    // Each block of a double colon counts.
    if (operator === "::") target.isFinished = false;
    if (sources !== "") target.sourceTexts.push(sources);
    return target;
  }

  /** Lines that follow each other. */
  addCommands(commands: readonly MakeCommand[]): void {
    if (!this.#current) {
      const help = "a line that begins with a tab belongs to a rule: begin it with blanks, or not indented";
      for (const { text, span } of commands) {
        this.#scope.where = span;
        this.#scope.complain("openbsd/syntax", `unassociated shell command ${quoted(text.trim())}`, help);
      }
      return;
    }
    this.#hasNewCommands = true;
    this.#shown = undefined;
    for (const target of this.#current) if (!target.isFinished) target.commands.push(commands);
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
