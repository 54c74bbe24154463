import type { BaseDifference } from "../base/base.ts";
import type { Answer } from "./verb.ts";

/** What `base diff` answers: one line each, `-` for what only the first has, `+` for what only the second has. */
export function answerDifference(difference: BaseDifference): Answer {
  const { packages, libraries } = difference;
  const sections = [
    section("packages", [
      ...packages.removed.map(({ name, version }) => `- ${name} ${version}`),
      ...packages.added.map(({ name, version }) => `+ ${name} ${version}`),
      ...packages.changed.map(({ name, from, to }) => `~ ${name} ${from} -> ${to}`),
    ]),
    section("libraries", [
      ...libraries.removed.map((soname) => `- ${soname}`),
      ...libraries.added.map((soname) => `+ ${soname}`),
      ...libraries.changed.map(({ soname, removed, added }) =>
        [`~ ${soname}:`, ...removed.map((one) => `-${one}`), ...added.map((one) => `+${one}`)].join(" "),
      ),
    ]),
  ];
  const text = sections.join("");
  return { diagnostics: [], text: text === "" ? "no difference\n" : text, json: difference };
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${name}:\n${lines.map((line) => `  ${line}\n`).join("")}`;
}
