// A variable of a reading, and those that make has before anything is read.

import type { Span } from "../../report.ts";
import { BUILT_IN } from "./built-in.ts";
import type { Template } from "./template.ts";

/** What a variable was set to: another assignment puts another in its place. Readings share those of their lines. */
export type Variable = {
  readonly text: string;
  /** Read from the text when it is first needed. */
  template: Template | undefined;
  readonly origin: "file" | "environment" | "make";
  readonly span: Span | undefined;
  /** A command (`!!=`) that stands for its output once somebody asks. */
  readonly isCommand: boolean;
  /** It is being expanded. */
  isInUse: boolean;
  /** What it stood for when it was last asked, and what that took. */
  known: { readonly era: number; readonly value: string; readonly spent: number } | undefined;
};

export type Assigned = {
  readonly text: string;
  readonly template?: Template | undefined;
  readonly span: Span | undefined;
};

export function variableOf({ text, template, span }: Assigned): Variable {
  return { text, template, origin: "file", span, isCommand: false, isInUse: false, known: undefined };
}

/** Not from a file. */
export function fresh(text: string, origin: Variable["origin"], span: Span | undefined): Variable {
  return { text, template: undefined, origin, span, isCommand: false, isInUse: false, known: undefined };
}

/** Shared by all readings: who sets one puts another in its place. */
export const SYSTEM_VARIABLES: ReadonlyMap<string, Variable> = new Map(
  Object.entries(BUILT_IN).map(([name, text]) => [name, fresh(text, "make", undefined)] as const),
);

let eras = 0;

/** No two scopes share one, though they share variables. */
export function nextEra(): number {
  eras += 1;
  return eras;
}
