// The variables of a reading as they are now, and as they were at a moment to which somebody wants to go back.

import {
  type Assigned,
  appended,
  nextEra,
  SYSTEM_VARIABLES,
  type Unread,
  type Variable,
} from "./variable.ts";

type Change = {
  readonly name: string;
  readonly before: Variable | undefined;
  readonly after: Variable | undefined;
};

export class VariableTable {
  readonly #variables = new Map(SYSTEM_VARIABLES);
  /** What happened, once somebody has asked for a moment. */
  #log: Change[] | undefined;
  #place = 0;
  /** Since the last change, what variables stand for is the same. */
  era = nextEra();

  get(name: string): Variable | undefined {
    const variable = this.#variables.get(name);
    return variable?.awaits ? settled(variable) : variable;
  }

  /** As it stands there: it may await what sets it. */
  peek(name: string): Variable | undefined {
    return this.#variables.get(name);
  }

  has(name: string): boolean {
    const variable = this.#variables.get(name);
    return variable?.awaits ? settled(variable) !== undefined : variable !== undefined;
  }

  /** All that are there, by the order in which they first came. */
  all(): readonly (readonly [string, Variable])[] {
    return [...this.#variables.keys()].flatMap((name) => {
      const variable = this.get(name);
      return variable ? [[name, variable] as const] : [];
    });
  }

  set(name: string, variable: Variable): void {
    if (this.#log) this.#note(name, variable);
    this.#variables.set(name, variable);
    this.era = nextEra();
  }

  remove(name: string): void {
    if (this.#log) this.#note(name, undefined);
    this.#variables.delete(name);
    this.era = nextEra();
  }

  /** As if these were not there while `action` goes on, which changes nothing. */
  without<T>(names: readonly string[], action: () => T): T {
    const hidden = names.map((name) => [name, this.#variables.get(name)] as const);
    for (const name of names) this.#variables.delete(name);
    this.era = nextEra();
    const result = action();
    this.putBack(hidden);
    return result;
  }

  /** What `peek` gave for these names. */
  putBack(peeked: readonly (readonly [string, Variable | undefined])[]): void {
    for (const [name, variable] of peeked) this.#put(name, variable);
    this.era = nextEra();
  }

  /** What is changed at an earlier moment than the last one is not kept. */
  #note(name: string, after: Variable | undefined): void {
    if (this.#log?.length !== this.#place) return;
    this.#log.push({ name, before: this.#variables.get(name), after });
    this.#place += 1;
  }

  /** Now, for `goTo`. */
  moment(): number {
    this.#log ??= [];
    return this.#place;
  }

  /** Makes the variables what they were at a moment that was asked for before, or are again at a later one. */
  goTo(moment: number): void {
    const log = this.#log ?? [];
    while (this.#place !== moment) {
      const isBack = this.#place > moment;
      if (isBack) this.#place -= 1;
      const change = log[this.#place];
      if (!change) break;
      this.#put(change.name, isBack ? change.before : change.after);
      if (!isBack) this.#place += 1;
    }
    this.era = nextEra();
  }

  #put(name: string, variable: Variable | undefined): void {
    if (variable) this.#variables.set(name, variable);
    else this.#variables.delete(name);
  }
}

/** What the name stands for when the lines that it awaits have been read. */
export function settled(variable: Variable): Variable | undefined {
  const additions: Assigned[] = [];
  let found: Variable | undefined = variable;
  while (found?.awaits) {
    const unread: Unread = found.awaits;
    if (!unread.became && unread.kind === "appended") {
      additions.push(unread.assigned);
      found = unread.before;
      continue;
    }
    if (!unread.became && unread.kind === "lines") unread.read();
    found = unread.became?.variable;
  }
  if (additions.length === 0) return found;
  for (const assigned of additions.reverse()) found = appended(found, assigned);
  if (variable.awaits) variable.awaits.became = { variable: found };
  return found;
}
