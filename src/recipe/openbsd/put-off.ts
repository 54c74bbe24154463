// Reads late, and mostly never, what few ask for: rules that nobody looks at, and loops over variables that nobody wants.

import { unreachable } from "../../report.ts";
import type { Branches } from "./branches.ts";
import type { Wanted } from "./evaluation.ts";
import type { Line, Script } from "./lines.ts";
import type { LoopsPart, Part, RulesPart } from "./quiet-parts.ts";
import type { Scope } from "./scope.ts";
import { ruleHead } from "./statements.ts";
import type { Stream } from "./stream.ts";
import type { RuleStep } from "./stretches.ts";
import type { Targets } from "./targets.ts";
import { awaiting, type Unread, unreadLines } from "./variable.ts";

type Parts = {
  readonly scope: Scope;
  readonly targets: Targets;
  readonly branches: Branches;
  /** Texts that are being read, the innermost last. */
  readonly streams: Stream[];
  /** Deals with the next line of a text. */
  readonly readOn: (stream: Stream) => void;
};

/** Where a part stands, and when it was met: variables may have changed until it is read. */
type Place<P extends Part> = {
  readonly part: P;
  readonly script: Script;
  readonly path: string;
  readonly moment: number;
};

/** Loops, and how many targets there were where they stand. */
type Late = { readonly place: Place<LoopsPart>; readonly targets: number };

/** What is said of rules behind some that are put off. */
type Waiting = Place<RulesPart> | { readonly step: RuleStep; readonly moment: number };

export class PutOff {
  readonly #wanted: Wanted;
  readonly #parts: Parts;
  #waiting: Waiting[] = [];
  /** Of those that were put off, which may ask for each other. */
  #loops = 0;
  /** How often somebody asked for targets while rules waited. */
  #timesSettled = 0;
  /** Commands that come next belong to a rule. */
  #isRuleOpen = false;
  /** Where the loops stand that are read now, there were so many. */
  #targetsThen: number | undefined;

  constructor(wanted: Wanted, parts: Parts) {
    this.#wanted = wanted;
    this.#parts = parts;
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Whether what begins with `line` is to be put off. */
  isPutOff(line: Line, stream: Stream): boolean {
    return this.#partFrom(line, stream) !== undefined;
  }

  /** Whether the next lines were put off. */
  puts(stream: Stream): boolean {
    const part = stream.line && this.#partFrom(stream.line, stream);
    if (!part) return false;
    const { script, path } = stream;
    const { scope } = this.#parts;
    if (part.kind === "rules") {
      this.#waiting.push({ part, script, path, moment: scope.table.moment() });
      this.#isRuleOpen = true;
    } else if (!this.#putLoops(part, stream)) return false;
    stream.line = part.end;
    return true;
  }

  #partFrom(line: Line, { script, isOwn, opens, outer }: Stream): Part | undefined {
    if (line.part === "none" || this.#wanted === "everything" || isOwn || opens !== "file") return undefined;
    if (!this.#parts.scope.isOrderly || !this.#parts.branches.isReading) return undefined;
    const part = script.partFrom(line);
    if (part?.kind === "rules" && this.#timesSettled >= SETTLED_LIMIT) return undefined;
    return part?.kind !== "loops" || this.#mayWait(part, outer) ? part : undefined;
  }

  #mayWait(part: LoopsPart, outer: readonly Script[]): boolean {
    const { table, lines } = this.#parts.scope;
    if (this.#loops >= LOOPS_LIMIT || lines > LINES_LIMIT || this.#wanted === "everything") return false;
    if (part.isAsked(outer, this.#wanted)) return false;
    // A turn ends the rule, but perhaps there is none; and targets are counted, which those that wait are not.
    if (this.#isRuleOpen || (part.asksTargets && this.isWaiting)) return false;
    return !part.variables.some((name) => table.peek(name));
  }

  #putLoops(part: LoopsPart, { script, path }: Stream): boolean {
    const { scope, targets } = this.#parts;
    const { spent } = scope;
    const names = part.names.of((name) => scope.valueOf(name, "drop") ?? "");
    if (!names) {
      // Who reads the loop now pays for its list once more.
      scope.spend(spent - scope.spent);
      return false;
    }
    this.#loops += 1;
    scope.countLines(1);
    const place = { part, script, path, moment: scope.table.moment() };
    const late = { place, targets: targets.count };
    const read = () => this.#readLate(late, unread);
    const unread = names.map((name) => [name, unreadLines(read)] as const);
    for (const [name, one] of unread) scope.table.set(name, awaiting(one));
    return true;
  }

  #readLate({ place, targets }: Late, unread: readonly (readonly [string, Unread])[]): void {
    const { table } = this.#parts.scope;
    const [targetsThen, isRuleOpen] = [this.#targetsThen, this.#isRuleOpen];
    this.#targetsThen = targets;
    this.#isRuleOpen = false;
    this.#aside(() => {
      table.goTo(place.moment);
      this.#readPart(place);
      for (const [name, one] of unread) one.became = { variable: table.peek(name) };
    });
    this.#targetsThen = targetsThen;
    this.#isRuleOpen = isRuleOpen;
  }

  /** Behind rules that are put off, all others have to wait as well. */
  say(step: RuleStep): void {
    if (step.kind === "end-rule" && !this.#isRuleOpen) return;
    this.#isRuleOpen = step.kind !== "end-rule";
    if (this.isWaiting) this.#waiting.push({ step, moment: this.#parts.scope.table.moment() });
    else this.#sayNow(step);
  }

  #sayNow(step: RuleStep): void {
    const { scope, targets } = this.#parts;
    switch (step.kind) {
      case "rule": {
        const { rule, span } = step;
        scope.where = span;
        targets.addRule(rule.plain ?? ruleHead(scope.expand(rule.head, "drop")), rule.command, span);
        break;
      }
      case "commands":
        targets.addCommands(step.commands);
        break;
      case "end-rule":
        targets.endRule();
        break;
      default:
        unreachable(step);
    }
  }

  isTarget(name: string): boolean {
    const { targets } = this.#parts;
    if (this.#targetsThen !== undefined) return targets.isTarget(name, this.#targetsThen);
    this.settleRules();
    return targets.isTarget(name);
  }

  /** Rules, and loops. */
  settleAll(): void {
    this.settleRules();
    this.#parts.scope.table.all();
  }

  /** In their order, each with the variables as they were where it stands. */
  settleRules(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#timesSettled += 1;
    const { scope, streams, targets } = this.#parts;
    const [isRuleOpen, isAtEnd] = [this.#isRuleOpen, streams.length === 0];
    this.#aside(() => {
      for (const one of waiting) {
        if (scope.isStopped) break;
        scope.table.goTo(one.moment);
        if ("part" in one) this.#readPart(one);
        else this.#sayNow(one.step);
      }
    });
    this.#isRuleOpen = isRuleOpen;
    if (isAtEnd) targets.finishCommands();
  }

  #aside(action: () => void): void {
    const { scope, branches, streams } = this.#parts;
    const open = streams.splice(0);
    scope.aside(() => branches.aside(action));
    streams.push(...open);
  }

  #readPart({ part, script, path }: Place<Part>): void {
    const { scope, streams, readOn } = this.#parts;
    const line = part.begin;
    const whole: Stream = { script, turns: [], turn: 0, path, opens: "file", isOwn: false, outer: [], line };
    streams.push(whole);
    while (!scope.isStopped) {
      const stream = streams.at(-1);
      if (!stream || (stream === whole && stream.line === part.end)) break;
      readOn(stream);
    }
    streams.length = 0;
  }
}

/** Who asks so often reads all rules at once. */
const SETTLED_LIMIT = 8;
/** Each may be read within another. */
const LOOPS_LIMIT = 64;
/** Who has read more would look for loops in vain. */
const LINES_LIMIT = 20_000;
