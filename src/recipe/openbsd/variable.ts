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
  /** Lines that may set it, and that nobody has read yet; what else is told of it means nothing then. */
  readonly awaits: Unread | undefined;
  /** It is being expanded. */
  isInUse: boolean;
  /** What it stood for when it was last asked, and what that took. */
  known: { readonly era: number; readonly value: string; readonly spent: number } | undefined;
};

/**
 * `read` reads the lines; `assigned` was appended to what they will have made of the variable, `offered` (`?=`) is for them
 * to make nothing of it.
 */
export type Unread = {
  /** What the name has behind those lines, once they were read. */
  became: { readonly variable: Variable | undefined } | undefined;
} & ({ readonly kind: "lines"; readonly read: () => void } | Later);

/** `length`: of all that was appended, and what it was appended to, if that was offered. */
export type Later = { readonly before: Variable; readonly length: number } & (
  | { readonly kind: "appended"; readonly assigned: Assigned }
  | { readonly kind: "offered"; readonly offered: Variable }
);

export type Assigned = {
  readonly text: string;
  readonly template?: Template | undefined;
  readonly span: Span | undefined;
};

export function variableOf({ text, template, span }: Assigned): Variable {
  return variableFrom({ text, template, origin: "file", span });
}

/** What comes of appending. */
export function appended(before: Variable | undefined, assigned: Assigned): Variable {
  return before ? fresh(`${before.text} ${assigned.text}`, "file", assigned.span) : variableOf(assigned);
}

/** The same, when nobody knows yet what it was before. */
export function appendedLater(before: Variable, assigned: Assigned): Variable {
  const length = assigned.text.length + lengthBehind(before);
  return awaiting({ kind: "appended", before, assigned, length, became: undefined });
}

/** What comes of `?=` when nobody knows yet whether it is set. */
export function offeredLater(before: Variable, offered: Variable): Variable {
  const length = Math.max(offered.text.length, lengthBehind(before));
  return awaiting({ kind: "offered", before, offered, length, became: undefined });
}

/** Of what was appended behind lines that were not read. */
export function lengthBehind({ awaits }: Variable): number {
  return awaits === undefined || awaits.kind === "lines" ? 0 : awaits.length;
}

/** Not from a file. */
export function fresh(text: string, origin: Variable["origin"], span: Span | undefined): Variable {
  return variableFrom({ text, template: undefined, origin, span });
}

export function unreadLines(read: () => void): Unread {
  return { kind: "lines", read, became: undefined };
}

/** What stands for a variable until the lines are read that may set it. */
export function awaiting(unread: Unread): Variable {
  return { ...fresh("", "file", undefined), awaits: unread };
}

function variableFrom(from: Pick<Variable, "text" | "template" | "origin" | "span">): Variable {
  const { text, template, origin, span } = from;
  return {
    text,
    template,
    origin,
    span,
    isCommand: false,
    awaits: undefined,
    isInUse: false,
    known: undefined,
  };
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
