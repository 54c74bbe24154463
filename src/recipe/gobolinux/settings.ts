// What a Recipe sets, by the names and kinds that Compile knows; what is wrong with it is reported.

import { type Diagnostic, type Located, quoted, type Span } from "../../report.ts";
import type { Evaluated } from "./evaluate.ts";
import { kindOf, variableMeant } from "./known-variables.ts";

export type Trouble = Omit<Diagnostic, "severity" | "blame"> & { readonly severity?: "warning" };

/** A Recipe while it is lowered. */
export type Settings = {
  readonly evaluated: Evaluated;
  readonly report: (trouble: Trouble) => void;
  /** Undefined when it is not set, empty, or unknown. */
  readonly text: (name: string) => Located<string> | undefined;
  /** A lone text is a list of one. */
  readonly list: (name: string) => readonly Located<string>[];
  readonly isYes: (name: string) => boolean;
  readonly isNo: (name: string) => boolean;
  readonly isUnknown: (name: string) => boolean;
  /** Where the port is named, for what is missing. */
  readonly span: Span;
};

export function settingsOf(evaluated: Evaluated, span: Span, report: Settings["report"]): Settings {
  const { variables } = evaluated;
  const text = (name: string): Located<string> | undefined => {
    const set = variables.get(name);
    if (set?.value.kind === "text")
      return set.value.text === "" ? undefined : { value: set.value.text, span: set.span };
    return set?.value.kind === "list" ? set.value.elements[0] : undefined;
  };
  const list = (name: string): readonly Located<string>[] => {
    const set = variables.get(name);
    if (set?.value.kind === "list") return set.value.elements;
    return set?.value.kind === "text" && set.value.text !== ""
      ? [{ value: set.value.text, span: set.span }]
      : [];
  };
  return {
    evaluated,
    report,
    text,
    list,
    isYes: (name) => text(name)?.value === "yes",
    isNo: (name) => text(name)?.value === "no",
    isUnknown: (name) => variables.get(name)?.value.kind === "unknown",
    span,
  };
}

/** The words of a text that Compile uses without quotes. */
export function wordsOf(settings: Settings, name: string): readonly string[] {
  return settings.list(name).flatMap(({ value }) => value.split(/\s+/).filter(Boolean));
}

/** Names and kinds of all that is set. */
export function checkNames(settings: Settings): void {
  for (const [name, { value, nameSpan, span }] of settings.evaluated.variables) {
    const kind = kindOf(name);
    if (kind === undefined) checkOwnName(name, nameSpan, settings);
    else if (value.kind === "list" && (kind === "text" || kind === "yes-or-no")) {
      settings.report({
        code: "gobo/kind",
        message: `\`${name}\` is one text, and this is a list`,
        span,
        help: `write \`${name}="…"\`${kindOf(`${name}s`) === "list" ? `, or set \`${name}s\`` : ""}`,
      });
    } else if (value.kind === "text" && kind === "list") {
      settings.report({
        severity: "warning",
        code: "gobo/kind",
        message: `\`${name}\` is a list, and this is one text`,
        span,
        help: `write \`${name}=("…")\`: an element for each argument`,
      });
    } else if (value.kind === "text" && kind === "yes-or-no" && !["yes", "no", ""].includes(value.text)) {
      settings.report({
        code: "gobo/kind",
        message: `\`${name}\` is \`yes\` or \`no\`, not ${quoted(value.text)}`,
        span,
        help: `write \`${name}=yes\``,
      });
    }
  }
}

/** Recipes have variables of their own: those are used somewhere. A name that is not may be a slip. */
function checkOwnName(name: string, nameSpan: Span, { report }: Settings): void {
  const meant = variableMeant(name);
  const isUsed = new RegExp(`\\$\\{?${name}\\b`).test(nameSpan.source.text);
  if (isUsed || (meant === undefined && name !== name.toLowerCase())) return;
  // What is fetched and how it is checked must not be lost by a slip.
  const isGrave = meant !== undefined && /^(?:url|file|mirror|recipe_type|git|svn)/.test(meant);
  report({
    ...(isGrave ? {} : { severity: "warning" }),
    code: "gobo/unknown-variable",
    message: `\`${name}\` is not a variable that a Recipe may set`,
    span: nameSpan,
    help: meant ? `did you mean \`${meant}\`?` : "nothing reads it: leave it out",
  });
}
