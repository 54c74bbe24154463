// What a stretch of a tree's makefiles did to the variables and rules of a port, kept, and done again without reading the
// lines where the next port gives the same answers to all that was asked on the way. Thousands of ports read the same
// `bsd.port.mk`, and differ in little of what it looks at.

import { type Span, unreachable } from "../../report.ts";
import type { MakeCommand, Wanted } from "./evaluation.ts";
import type { Line } from "./lines.ts";
import type { Statement } from "./statements.ts";
import type { Assigned, Variable } from "./variable.ts";
import { settled, type VariableTable } from "./variable-table.ts";

export type Rule = Extract<Statement, { kind: "rule" }>;
export type Test = Extract<Statement, { kind: "if" | "elif" }>;

/** What was asked that the stretch itself had not decided, and the answer. `line` is where it was asked. */
type Input = { readonly line: Line } & (
  | { readonly kind: "value"; readonly name: string; readonly answer: string | undefined }
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
  readonly steps: readonly Step[];
  /** Names of the variables that it changes, and which of them came first. */
  readonly changed: ReadonlyMap<string, number>;
};

/** What an input is compared with. */
export type Present = {
  readonly table: Pick<VariableTable, "peek" | "has">;
  readonly isTarget: (name: string) => boolean;
  /** What no line may change: one that would has gone another way before. */
  readonly fixed: ReadonlySet<string>;
  /** Whether a condition holds. Undefined when more comes of it than an answer, or it looks at what was changed before. */
  readonly glance: (test: Test, before: Before) => boolean | undefined;
};

/** What an input may be: a value's text, undefined for a variable that is not there, or yes or no. */
type Answer = string | boolean | undefined;

/**
 * A question, and what comes after each answer to it. Who has heard the same answers asks the same next, so that all ways
 * that begin alike are one until they part.
 */
type Fork = {
  readonly input: Input;
  readonly answers: Map<Answer, Fork | Stretch>;
  /** Where it led last: most variables are the very same. */
  usual: { readonly variable: Variable | undefined; readonly next: Fork | Stretch } | undefined;
};

/** Ways that a stretch has gone. */
export class Stretches {
  /** By how many `.if`s are open. */
  #ways = new Map<number, Fork | Stretch>();
  #kept = 0;
  #found = 0;

  /** `depth`: of open `.if`s. */
  find(present: Present, depth: number): Stretch | undefined {
    let at = this.#ways.get(depth);
    while (at && "answers" in at) {
      const next = nextOf(at, present);
      if (!next) this.#note(at.input.line);
      at = next;
    }
    if (!at || changesAny(at, present.fixed)) return undefined;
    this.#found += 1;
    return at;
  }

  /** `inputs`: in the order in which they were asked. */
  keep(way: Stretch, inputs: readonly Input[]): void {
    if (this.#kept >= WAYS_KEPT) this.#forget();
    this.#kept += 1;
    let [ways, answer]: [Map<Answer | number, Fork | Stretch>, Answer | number] = [this.#ways, way.depth];
    for (const input of inputs) {
      const known = ways.get(answer);
      const fork = known && "answers" in known && isSame(known.input, input) ? known : forkAt(input);
      fork.usual = undefined;
      ways.set(answer, fork);
      [ways, answer] = [fork.answers, input.answer];
    }
    ways.set(answer, way);
  }

  #forget(): void {
    this.#ways = new Map();
    this.#kept = 0;
  }

  #note(line: Line): void {
    line.surprises += 1;
    if (line.surprises < SURPRISES + this.#found / 4) return;
    distrust(line);
    this.#forget();
  }
}

/** Those that begin at a line, for each who reads on from there: other lines are put off for whom wants other variables. */
export class StretchesByReader {
  readonly #all: { readonly wanted: Wanted; readonly stretches: Stretches }[] = [];

  of(wanted: Wanted): Stretches {
    for (const one of this.#all) if (one.wanted === wanted) return one.stretches;
    const stretches = new Stretches();
    if (this.#all.length >= READERS_KEPT) this.#all.shift();
    this.#all.push({ wanted, stretches });
    return stretches;
  }
}

/** One that reads all, one that looks at names, one that lists. */
const READERS_KEPT = 4;

function forkAt(input: Input): Fork {
  return { input, answers: new Map(), usual: undefined };
}

function nextOf(fork: Fork, present: Present): Fork | Stretch | undefined {
  const { input, usual } = fork;
  switch (input.kind) {
    case "value": {
      const peeked = present.table.peek(input.name);
      if (usual && usual.variable === peeked) return usual.next;
      const variable = settled(peeked);
      if (variable?.isCommand) return undefined;
      if (usual && usual.variable?.text === variable?.text) return usual.next;
      const next = fork.answers.get(variable?.text);
      if (next) fork.usual = { variable, next };
      return next;
    }
    case "defined":
      return fork.answers.get(present.table.has(input.name));
    case "target":
      return fork.answers.get(present.isTarget(input.name));
    case "condition": {
      const answer = present.glance(input.test, input.before);
      return answer === undefined ? undefined : fork.answers.get(answer);
    }
    default:
      return unreachable(input);
  }
}

/** Whether the same is asked: not once a condition counts by its answer, whose values counted before. */
function isSame(one: Input, other: Input): boolean {
  if (one.kind === "condition") return other.kind === "condition" && one.test === other.test;
  return one.kind === other.kind && one.name === other.name;
}

/** More are as many different ports: what is kept of them is kept for nothing. */
const WAYS_KEPT = 64;
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
    const before = settled(known && "before" in known ? known.before : variable);
    this.inputs.push({ kind: "value", name, answer: before?.text, line: this.line });
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
