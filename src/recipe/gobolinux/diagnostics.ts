// What is wrong with the text of a Recipe, as diagnostics.

import type { Diagnostic, Source } from "../../report.ts";
import type { Evaluated } from "./evaluate.ts";

export function troublesOf({ troubles, exhausted }: Evaluated): readonly Diagnostic[] {
  return [
    ...troubles.map(({ source, range, ...trouble }): Diagnostic => {
      return { severity: "error", blame: "recipe", ...trouble, span: { source, ...range } };
    }),
    ...(exhausted
      ? [
          {
            severity: "error",
            code: "gobo/too-much",
            blame: "recipe",
            message: "expansions grow beyond a million characters here",
            span: exhausted,
            help: "a value that holds itself several times doubles each time: write it out",
          } as const,
        ]
      : []),
  ];
}

/** Each value that is not known. */
export function unknownValues({ variables }: Evaluated): readonly Diagnostic[] {
  return [...variables].flatMap(([name, { value, nameSpan }]) => {
    if (value.kind !== "unknown") return [];
    const { source, start, end } = value.because;
    const asked = source.text.slice(start, end);
    return [
      {
        severity: "warning",
        code: "gobo/unknown-value",
        blame: "recipe",
        message: `the value of \`${name}\` is unknown: only a shell that runs the Recipe could tell`,
        span: nameSpan,
        help: "nothing is run to read a Recipe; the build will, in its buildbox",
        ...(asked === "" ? {} : { related: [{ message: "asked for here", span: value.because }] }),
      } as const,
    ];
  });
}

/** Longer than any Recipe: thirty times the longest of GoboLinux's. */
const LONGEST = 512 * 1024;

export function lengthTrouble({ name, text }: Source): Diagnostic | undefined {
  if (text.length <= LONGEST) return undefined;
  return {
    severity: "error",
    code: "gobo/too-long",
    blame: "recipe",
    message: `\`${name}\` has more than ${LONGEST / 1024} KiB, which no Recipe needs`,
    span: { source: { name, text: text.slice(0, LONGEST) }, start: 0, end: 1 },
    help: "put what is not the Recipe itself into files beside it",
  };
}

/** Values in which a byte was lost. In comments and functions nobody minds: the file itself is what bash reads. */
export function encodingTroubles({ variables }: Evaluated): readonly Diagnostic[] {
  return [...variables].flatMap(([name, { value, span }]) => {
    const texts =
      value.kind === "list"
        ? value.elements.map((one) => one.value)
        : value.kind === "text"
          ? [value.text]
          : [];
    if (!texts.some((text) => text.includes("\uFFFD"))) return [];
    return [
      {
        severity: "error",
        code: "gobo/encoding",
        blame: "recipe",
        message: `the value of \`${name}\` is not UTF-8`,
        span,
        help: "convert the file: `iconv -f latin1 -t utf-8`",
      } as const,
    ];
  });
}
