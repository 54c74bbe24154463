// Variables that must not be set, asked for or left empty: `.poison` of OpenBSD make.

import { quoted } from "../../report.ts";
import type { Variable } from "./variable.ts";

export type Poison = "set" | "empty" | "undefined";

/** `variable`: what the name has now. */
type Poisoned = { readonly poison: Poison; readonly variable: Variable | undefined };

export class Poisons {
  readonly #poisons = new Map<string, Poison>();

  get areNone(): boolean {
    return this.#poisons.size === 0;
  }

  /** What is wrong with that already, if something is. */
  add(name: string, { poison, variable }: Poisoned): string | undefined {
    this.#poisons.set(name, poison);
    const isSet = variable !== undefined && variable.origin !== "environment";
    return poison === "set" && isSet ? `${poisoned(name)} is already set` : undefined;
  }

  /** What is wrong with setting it, or asking whether it is set. */
  offenceOf(what: "set" | "referenced", name: string): string | undefined {
    return this.#poisons.get(name) === "set" ? `${poisoned(name)} has been ${what}` : undefined;
  }

  /** What is wrong with expanding it. */
  faultOf(name: string, variable: Variable | undefined): string | undefined {
    const poison = this.#poisons.get(name);
    if (poison === "undefined" && !variable) return `${poisoned(name)} is not defined`;
    if (poison === "empty" && variable?.text === "") return `${poisoned(name)} is empty`;
    return this.offenceOf("referenced", name);
  }
}

function poisoned(name: string): string {
  return `poisoned variable ${quoted(name)}`;
}
