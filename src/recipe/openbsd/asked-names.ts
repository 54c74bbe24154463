// Which variables a makefile asks for while it is read (in a condition, a list, `:=`), be it through the values of others. Only
// a guess, from how lines begin and where dollars stand: what it misses is read later than it could be.

import type { Line } from "./lines.ts";
import type { Statement } from "./statements.ts";
import { textOf } from "./template.ts";

export class AskedNames {
  /** Where each is asked for last. */
  readonly #last: ReadonlyMap<string, number>;
  /** For a name, those with values that refer to it. */
  readonly #users: ReadonlyMap<string, ReadonlySet<string>>;

  readonly #areTooMany: boolean;

  /** `lines`: those that are read at once; undefined when there are too many. */
  constructor(lines: readonly Line[] | undefined) {
    const last = new Map<string, number>();
    const users = new Map<string, Set<string>>();
    this.#areTooMany = lines === undefined;
    for (const { span, statement } of lines ?? []) {
      const { asked, told } = namesIn(statement);
      for (const name of asked) last.set(name, span.start);
      for (const [name, user] of told) {
        const known = users.get(name);
        if (known) known.add(user);
        else users.set(name, new Set([user]));
      }
    }
    this.#last = last;
    this.#users = users;
  }

  /** Whether one of `names`, or of those that begin so, is `wanted`, or asked for at the offset `from` or behind it. */
  asksFor(names: readonly string[], { from, wanted }: Asking): boolean {
    const goals = new Set(wanted.map(stemOf));
    const ways = new Set(names.map(stemOf));
    let visits = 0;
    // One that is added is looked at in its turn.
    for (const name of ways) {
      // What begins with a reference may be anything.
      if (name === "" || goals.has(name) || (this.#last.get(name) ?? -1) >= from) return true;
      const users = this.#users.get(name);
      visits += users?.size ?? 0;
      if (visits > VISITS_LIMIT) return true;
      for (const user of users ?? []) ways.add(user);
    }
    return this.#areTooMany;
  }
}

type Asking = { readonly from: number; readonly wanted: readonly string[] };

/** Nobody writes so much that hangs together. */
const VISITS_LIMIT = 1000;

type Names = {
  readonly asked: readonly string[];
  /** Each with the variable whose value refers to it. */
  readonly told: readonly (readonly [string, string])[];
};

const NONE: Names = { asked: [], told: [] };

function namesIn(statement: Statement): Names {
  switch (statement.kind) {
    case "if":
    case "elif":
      return { asked: statement.text.match(/[A-Za-z_][\w.]*/g) ?? [], told: [] };
    case "for":
      return { asked: referredTo(textOf(statement.list)), told: [] };
    case "assignment": {
      const { name, value, when, text } = statement;
      const target = textOf(typeof name === "string" ? [name] : name);
      const values = referredTo(text);
      const atOnce = value === "lazy" ? [] : values;
      // A plain one waits with what it hangs on.
      const itself = when === "optional" && value !== "lazy" ? [stemOf(target)] : [];
      return {
        asked: [...referredTo(target), ...atOnce, ...itself],
        told: values.map((one) => [one, stemOf(target)] as const),
      };
    }
    default:
      return NONE;
  }
}

/** What it begins with, up to a reference, or to the name of a subpackage. */
function stemOf(name: string): string {
  return /^[\w.]*/.exec(name)?.[0] ?? "";
}

/** Stems of names. */
function referredTo(text: string): readonly string[] {
  return [...text.matchAll(/\$[{(]?([A-Za-z_][\w.]*)/g)].map(([, name = ""]) => name);
}
