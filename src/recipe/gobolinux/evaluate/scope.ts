// What evaluating a Recipe knows at a moment.

import type { Located, Source, Span } from "../../../report.ts";
import type { Provided } from "../provided.ts";
import type { Range, Statement } from "../shell/syntax.ts";

/** Why a value can't be known without running something: the place that asks for it. */
export type Unknown = { readonly kind: "unknown"; readonly because: Span };

export type Value =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly elements: readonly Located<string>[] }
  | Unknown;

export type Variable = {
  readonly value: Value;
  /** Name and value, where it was set last. */
  readonly span: Span;
  readonly nameSpan: Span;
};

/** A function, as text. */
export type FunctionText = {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly body: Statement;
};

export type Scope = {
  /** What is being read: a value points into it. */
  source: Source;
  /** What Compile has set before it reads the Recipe. */
  readonly provided: Provided;
  /** What the Recipe set, in its order. */
  readonly variables: Map<string, Variable>;
  readonly functions: Map<string, FunctionText>;
  /** Set when what follows may not be reached. */
  doubt: Unknown | undefined;
  flow: "goes-on" | "stopped";
  /** What commands print, inside of a substitution. */
  output: string | Unknown | undefined;
  readonly budget: Budget;
};

/** How much may still be made of expansions, in characters; shared with scopes of substitutions. */
export type Budget = {
  left: number;
  /** Where it ran out. */
  exhausted: Span | undefined;
};

/** A hundred times what the largest Recipe needs. */
const MOST_CHARACTERS = 1 << 20;

export function newScope(source: Source, provided: Provided): Scope {
  return {
    source,
    provided,
    variables: new Map(),
    functions: new Map(),
    doubt: undefined,
    flow: "goes-on",
    output: undefined,
    budget: { left: MOST_CHARACTERS, exhausted: undefined },
  };
}

/** For a substitution, which changes nothing outside. */
export function scopeApart(scope: Scope): Scope {
  return { ...scope, variables: new Map(scope.variables), functions: new Map(scope.functions), output: "" };
}

export function spanIn({ source }: Scope, { start, end }: Range): Span {
  return { source, start, end };
}

export function unknownAt(scope: Scope, range: Range): Unknown {
  return { kind: "unknown", because: spanIn(scope, range) };
}

/** Whether `characters` more may be made; the first time they may not is remembered. */
export function spend(scope: Scope, characters: number, range: Range): boolean {
  const { budget } = scope;
  budget.left -= characters + 1;
  if (budget.left >= 0) return true;
  budget.exhausted ??= spanIn(scope, range);
  return false;
}

/** What the shell has that depends on machine, user and moment. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set(
  (
    "HOME PWD OLDPWD USER LOGNAME PATH SHELL HOSTNAME HOSTTYPE OSTYPE MACHTYPE UID EUID GROUPS PPID RANDOM SECONDS " +
    "SRANDOM LINENO BASH BASH_VERSION BASH_VERSINFO BASH_SOURCE BASHPID EPOCHSECONDS EPOCHREALTIME TERM LANG LC_ALL " +
    "TMPDIR IFS OPTIND SHLVL FUNCNAME DIRSTACK PIPESTATUS COLUMNS LINES"
  ).split(" "),
);

/** Undefined for a variable that is not set. */
export function variableValue(scope: Scope, name: string, range: Range): Value | undefined {
  const set = scope.variables.get(name);
  if (set) return set.value;
  const text = scope.provided.text(name);
  if (text !== undefined) return { kind: "text", text };
  const isForeign = OF_THE_MACHINE.has(name) || !/^[A-Za-z_]/.test(name);
  return isForeign || scope.provided.comesLater(name) ? unknownAt(scope, range) : undefined;
}

export function setVariable(
  scope: Scope,
  {
    name,
    value,
    range,
    nameRange,
  }: { readonly name: string; readonly value: Value; readonly range: Range; readonly nameRange: Range },
): void {
  const variable = {
    value: scope.doubt ?? value,
    span: spanIn(scope, range),
    nameSpan: spanIn(scope, nameRange),
  };
  scope.variables.set(name, variable);
}
