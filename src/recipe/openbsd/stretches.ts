// What a stretch of a tree's makefiles did to the variables and rules of a port, kept, and done again without reading the
// lines where the next port gives the same answers to all that was asked on the way. Thousands of ports read the same
// `bsd.port.mk`, and differ in little of what it looks at.

import { type Span, unreachable } from "../../report.ts";
import type { MakeCommand } from "./evaluation.ts";
import type { Line } from "./lines.ts";
import type { Statement } from "./statements.ts";
import type { Assigned, Variable } from "./variable.ts";

export type Rule = Extract<Statement, { kind: "rule" }>;
export type Test = Extract<Statement, { kind: "if" | "elif" }>;

/** What was asked that the stretch itself had not decided, and the answer. `line` is where it was asked. */
type Input = { readonly line: Line } & (
  | { readonly kind: "value"; readonly name: string; readonly variable: Variable | undefined }
  | { readonly kind: "defined" | "target"; readonly name: string; readonly answer: boolean }
  /** All of a condition, which looks at nothing that the stretch has changed before. */
  | { readonly kind: "condition"; readonly test: Test; readonly answer: boolean; readonly before: Before }
);

/** The names that a stretch changes, how many of them it has changed by now, and whether it has made targets. */
export type Before = {
  readonly changed: ReadonlyMap<string, number>;
  readonly count: number;
  readonly targets: "some" | "none";
};

/** What was done, in its order. `append`, `offer` (`?=`) and `rule` go by what is there when they are done again. */
export type Step =
  | { readonly kind: "put"; readonly name: string; readonly variable: Variable }
  | { readonly kind: "offer"; readonly name: string; readonly variable: Variable }
  | { readonly kind: "append"; readonly name: string; readonly assigned: Assigned }
  | { readonly kind: "remove"; readonly name: string }
  | RuleStep;

export type RuleStep =
  | { readonly kind: "rule"; readonly rule: Rule; readonly span: Span }
  | { readonly kind: "commands"; readonly commands: readonly MakeCommand[] }
  | { readonly kind: "end-rule" };

/** Where reading stands at the end of a stretch. */
export type StretchEnd = {
  /** The line that comes next; undefined at the end of the text. */
  readonly next: Line | undefined;
  readonly lines: number;
  readonly spent: number;
  /** How many `.if`s it has closed that were open before, and where those stand that it leaves open. */
  readonly closed: number;
  readonly opened: readonly Span[];
};

export type Stretch = StretchEnd & {
  /** How many `.if`s were open. */
  readonly depth: number;
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  /** Names of the variables that it changes, and which of them came first. */
  readonly changed: ReadonlyMap<string, number>;
};

/** What an input is compared with. */
export type Present = {
  readonly variables: ReadonlyMap<string, Variable>;
  readonly isTarget: (name: string) => boolean;
  /** What no line may change: one that would has gone another way before. */
  readonly fixed: ReadonlySet<string>;
  /** Whether a condition holds. Undefined when more comes of it than an answer, or it looks at what was changed before. */
  readonly glance: (test: Test, before: Before) => boolean | undefined;
};

/** Ways that a stretch has gone, the last one that was gone first. */
export class Stretches {
  #ways: Stretch[] = [];
  #found = 0;

  /** `depth`: of open `.if`s. */
  find(present: Present, depth: number): Stretch | undefined {
    let [furthest, surprise]: [number, Line | undefined] = [-1, undefined];
    for (let at = 0; at < this.#ways.length; at += 1) {
      const way = this.#ways[at];
      if (way?.depth !== depth || changesAny(way, present.fixed)) continue;
      const fitting = countFitting(way, present);
      const other = way.inputs[fitting];
      if (!other) {
        this.#found += 1;
        if (at > 0) this.#moveToFront(at, way);
        return way;
      }
      if (fitting > furthest) [furthest, surprise] = [fitting, other.line];
    }
    if (surprise) this.#note(surprise);
    return undefined;
  }

  keep(way: Stretch): void {
    this.#ways.unshift(way);
    if (this.#ways.length > WAYS_KEPT) this.#ways.pop();
  }

  #moveToFront(at: number, way: Stretch): void {
    this.#ways.splice(at, 1);
    this.#ways.unshift(way);
  }

  #note(line: Line): void {
    line.surprises += 1;
    if (line.surprises < SURPRISES + this.#found / 4) return;
    distrust(line);
    this.#ways = [];
  }
}

const WAYS_KEPT = 12;
const SURPRISES = 16;

/**
 * Of a line that asks for what is different in each port, or for more than variables: first only the answers of its
 * conditions count, not the values that they look at; if that does not help, it is read each time, and stretches end
 * before it.
 */
export function distrust(line: Line): void {
  if (line.isAskedAnew) line.isReadAlways = true;
  line.isAskedAnew = true;
  line.surprises = 0;
}

function changesAny({ changed }: Stretch, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  for (const name of names) if (changed.has(name)) return true;
  return false;
}

function countFitting({ inputs }: Stretch, present: Present): number {
  let count = 0;
  for (const input of inputs) {
    if (!fits(input, present)) break;
    count += 1;
  }
  return count;
}

function fits(input: Input, { variables, isTarget, glance }: Present): boolean {
  switch (input.kind) {
    case "value": {
      const [variable, other] = [variables.get(input.name), input.variable];
      if (variable === other) return true;
      return variable !== undefined && variable.text === other?.text && !variable.isCommand;
    }
    case "defined":
      return variables.has(input.name) === input.answer;
    case "target":
      return isTarget(input.name) === input.answer;
    case "condition":
      return glance(input.test, input.before) === input.answer;
    default:
      return unreachable(input);
  }
}

/** Who is told of all that is asked. */
export type Listener = {
  /** Something happened that can't be done again without reading. */
  readonly spoil: () => void;
  readonly read: (name: string, variable: Variable | undefined) => void;
  readonly ask: (name: string, variable: Variable | undefined) => void;
  readonly askTarget: (name: string, answer: boolean) => void;
  readonly askFile: () => void;
};

/**
 * What the stretch knows of a variable. `appended`, `offered`: it is set, but its value hangs on what it was before;
 * `decided`: by the inputs.
 */
type Knowledge =
  | { readonly kind: "asked" | "decided" }
  | { readonly kind: "appended" | "offered"; readonly before: Variable | undefined };

/** Watches a stretch while it is read. */
export class Recorder implements Listener {
  readonly inputs: Input[] = [];
  readonly steps: Step[] = [];
  /** The line that is read now, of the text in which the stretch began. */
  line: Line;
  /** Something happened that can't be done again without reading. */
  isSpoiled = false;
  /** Of what is spent, the part that is spent again when its steps are done again. */
  spentAgain = 0;
  readonly changed = new Map<string, number>();
  readonly #known = new Map<string, Knowledge>();
  #hasRules = false;
  #isRuleEnded = false;

  constructor(line: Line) {
    this.line = line;
  }

  spoil(): void {
    this.isSpoiled = true;
  }

  read(name: string, variable: Variable | undefined): void {
    const known = this.#known.get(name);
    if (known?.kind === "decided") return;
    const before = known && "before" in known ? known.before : variable;
    this.inputs.push({ kind: "value", name, variable: before, line: this.line });
    this.#known.set(name, DECIDED);
  }

  ask(name: string, variable: Variable | undefined): void {
    if (this.#known.has(name)) return;
    this.inputs.push({ kind: "defined", name, answer: variable !== undefined, line: this.line });
    this.#known.set(name, ASKED);
  }

  askTarget(name: string, answer: boolean): void {
    this.inputs.push({ kind: "target", name, answer, line: this.line });
  }

  askFile(): void {
    this.spoil();
  }

  /** What was changed up to now. */
  get before(): Before {
    const { changed } = this;
    return { changed, count: changed.size, targets: this.#hasRules ? "some" : "none" };
  }

  /** Of a condition that looks at nothing that was changed before, the answer is all that counts. */
  askCondition(test: Test, answer: boolean, before: Before): void {
    this.inputs.push({ kind: "condition", test, answer, before, line: this.line });
  }

  rule(rule: Rule, span: Span): void {
    this.steps.push({ kind: "rule", rule, span });
    this.#hasRules = true;
    this.#isRuleEnded = false;
  }

  put(name: string, variable: Variable): void {
    this.#change(name);
    this.steps.push({ kind: "put", name, variable });
    this.#known.set(name, DECIDED);
  }

  remove(name: string): void {
    this.#change(name);
    this.steps.push({ kind: "remove", name });
    this.#known.set(name, DECIDED);
  }

  #change(name: string): void {
    if (!this.changed.has(name)) this.changed.set(name, this.changed.size);
  }

  /** `variable` is what is offered to a name that has `before` now. */
  offer(name: string, variable: Variable, before: Variable | undefined): void {
    const known = this.#known.get(name);
    if (!known) {
      this.#change(name);
      this.steps.push({ kind: "offer", name, variable });
      this.#known.set(name, { kind: "offered", before });
    } else if (!before) this.put(name, variable);
  }

  /** `result` is what the name has now. */
  append(
    name: string,
    assigned: Assigned,
    { before, result }: { readonly before: Variable | undefined; readonly result: Variable },
  ): void {
    const known = this.#known.get(name);
    if (known?.kind === "decided") {
      this.put(name, result);
      return;
    }
    this.#change(name);
    this.steps.push({ kind: "append", name, assigned });
    if (!known || known.kind === "asked") this.#known.set(name, { kind: "appended", before });
  }

  commands(commands: readonly MakeCommand[]): void {
    this.steps.push({ kind: "commands", commands });
  }

  endRule(): void {
    if (this.#isRuleEnded) return;
    this.steps.push(END_RULE);
    this.#isRuleEnded = true;
  }
}

/** Watches one condition, which changes nothing; what it complains of is not heard. */
export class Glance implements Listener {
  isSpoiled = false;
  readonly #before: Before;

  constructor(before: Before) {
    this.#before = before;
  }

  spoil(): void {
    this.isSpoiled = true;
  }

  read(name: string): void {
    const { changed, count } = this.#before;
    if (count > 0 && (changed.get(name) ?? count) < count) this.spoil();
  }

  ask(name: string): void {
    this.read(name);
  }

  askTarget(): void {
    if (this.#before.targets === "some") this.spoil();
  }

  askFile(): void {
    return;
  }
}

const ASKED: Knowledge = { kind: "asked" };
const DECIDED: Knowledge = { kind: "decided" };
const END_RULE: Step = { kind: "end-rule" };
