// What happened to variables, for whoever wants to go back to a moment and come again.

import type { Variable } from "./variable.ts";

type Change = {
  readonly name: string;
  readonly before: Variable | undefined;
  readonly after: Variable | undefined;
};

/** Nothing is written down until somebody asks for a moment. */
export class History {
  #log: Change[] | undefined;
  #place = 0;

  get isKept(): boolean {
    return this.#log !== undefined;
  }

  /** What is changed at an earlier moment than the last one is not kept. */
  note(change: Change): void {
    if (this.#log?.length !== this.#place) return;
    this.#log.push(change);
    this.#place += 1;
  }

  /** Now, for `goTo`. */
  moment(): number {
    this.#log ??= [];
    return this.#place;
  }

  /** Makes the variables what they were at a moment that was asked for before, or are again at a later one. */
  goTo(moment: number, variables: Map<string, Variable>): void {
    const log = this.#log ?? [];
    while (this.#place !== moment) {
      const isBack = this.#place > moment;
      if (isBack) this.#place -= 1;
      const change = log[this.#place];
      if (!change) break;
      const variable = isBack ? change.before : change.after;
      if (variable) variables.set(change.name, variable);
      else variables.delete(change.name);
      if (!isBack) this.#place += 1;
    }
  }
}
