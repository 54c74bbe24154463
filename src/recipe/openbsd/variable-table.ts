// The variables of a reading as they are now, and as they were at a moment to which somebody wants to go back.

import {
  appended,
  type Later,
  nextEra,
  offeredLater,
  SYSTEM_VARIABLES,
  type Unread,
  type Variable,
} from "./variable.ts";

/** What happened, in its order: a name, and what it became; undefined for one that went. */
type Log = (string | Variable | undefined)[];

export class VariableTable {
  #variables = new Map(SYSTEM_VARIABLES);
  readonly #log: Log = [];
  /** While one looks back, how much of the log the variables show. */
  #place: number | "now" = "now";
  /** Since the last change, what variables stand for is the same. */
  era = nextEra();

  get(name: string): Variable | undefined {
    return settled(this.#variables.get(name));
  }

  /** As it stands there: it may await what sets it. */
  peek(name: string): Variable | undefined {
    return this.#variables.get(name);
  }

  /** As `get`, where nothing has to be read for that; as `peek` elsewhere. */
  known(name: string): Variable | undefined {
    const variable = this.#variables.get(name);
    return variable?.awaits?.became ? settled(variable) : variable;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** All that are there, by the order in which they first came. */
  all(): readonly (readonly [string, Variable])[] {
    return [...this.#variables.keys()].flatMap((name) => {
      const variable = this.get(name);
      return variable ? [[name, variable] as const] : [];
    });
  }

  set(name: string, variable: Variable): void {
    if (this.#place === "now") this.#log.push(name, variable);
    this.#variables.set(name, variable);
    this.era = nextEra();
  }

  /** `?=`. */
  offer(name: string, variable: Variable): void {
    const before = this.known(name);
    if (!before) this.set(name, variable);
    else if (before.awaits) this.set(name, offeredLater(before, variable));
  }

  remove(name: string): void {
    if (this.#place === "now") this.#log.push(name, undefined);
    this.#variables.delete(name);
    this.era = nextEra();
  }

  /** As if these were not there while `action` goes on, which changes nothing. */
  without<T>(names: readonly string[], action: () => T): T {
    const hidden = names.map((name) => [name, this.#variables.get(name)] as const);
    for (const name of names) this.#variables.delete(name);
    this.era = nextEra();
    const result = action();
    for (const [name, variable] of hidden) if (variable) this.#variables.set(name, variable);
    this.era = nextEra();
    return result;
  }

  /** Now, for `goTo`. */
  moment(): number {
    return this.#log.length;
  }

  /** While `action` goes on, `goTo` leads to earlier moments; what is changed there is forgotten. */
  lookBack(action: () => void): void {
    const [variables, place] = [this.#variables, this.#place];
    this.#begin();
    action();
    this.#variables = variables;
    this.#place = place;
    this.era = nextEra();
  }

  #begin(): void {
    this.#variables = new Map(SYSTEM_VARIABLES);
    this.#place = 0;
  }

  /** Makes the variables what they were at a moment. */
  goTo(moment: number): void {
    if (this.#place === "now" || this.#place > moment) this.#begin();
    for (let at = Number(this.#place); at < moment; at += 2) {
      const [name, variable] = [this.#log[at], this.#log[at + 1]];
      if (typeof name !== "string" || typeof variable === "string") break;
      if (variable) this.#variables.set(name, variable);
      else this.#variables.delete(name);
    }
    this.#place = moment;
    this.era = nextEra();
  }
}

/** What the name stands for when the lines that it awaits, if it does, have been read. */
export function settled(variable: Variable | undefined): Variable | undefined {
  return variable?.awaits ? settle(variable) : variable;
}

function settle(variable: Variable): Variable | undefined {
  const since: Later[] = [];
  let found: Variable | undefined = variable;
  while (found?.awaits) {
    const unread: Unread = found.awaits;
    if (!unread.became && unread.kind !== "lines") {
      since.push(unread);
      found = unread.before;
      continue;
    }
    if (!unread.became && unread.kind === "lines") unread.read();
    found = unread.became?.variable;
  }
  if (since.length === 0) return found;
  for (const later of since.reverse()) {
    found = later.kind === "appended" ? appended(found, later.assigned) : (found ?? later.offered);
  }
  if (variable.awaits) variable.awaits.became = { variable: found };
  return found;
}
