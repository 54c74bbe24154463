// Makefiles from a seed: constructs that ports really use, put together at random and then damaged.

import { renderDiagnostic } from "../../../src/report.ts";
import { readMakefile } from "./makefiles.ts";

export type Fuzz = { readonly seed: number; readonly count: number; readonly trap: string };

/** How many were read without a mistake, and how many were not; throws for one that breaks the reader or takes long. */
export function fuzz({ seed, count, trap }: Fuzz): { readonly read: number; readonly refused: number } {
  const roll = dice(seed);
  let [read, refused] = [0, 0];
  for (let run = 0; run < count; run += 1) {
    let makefile = constructs(1 + roll(12), roll, trap);
    for (let change = roll(5); change > 0; change -= 1) makefile = damage(makefile, roll);
    const started = process.cpuUsage();
    const evaluation = readMakefile({
      makefile,
      files: { "/p/f": makefile.slice(roll(makefile.length + 1)) },
    });
    for (const name of NAMES) evaluation.expand(name);
    for (const { commands } of evaluation.targets().values())
      for (const { text } of commands) evaluation.substitute(text);
    const said = evaluation
      .problems()
      .map((one) => renderDiagnostic(one, "never"))
      .join("");
    const used = process.cpuUsage(started);
    if ((used.user + used.system) / 1e6 > 5)
      throw new Error(`run ${run} took long: ${JSON.stringify(makefile)}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach the terminal
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(said))
      throw new Error(`run ${run} says ${JSON.stringify(said)}`);
    if (said === "" && evaluation.unanswered().length === 0) read += 1;
    else refused += 1;
  }
  return { read, refused };
}

/** As ports have them, one after the other. */
export function constructs(count: number, roll: Roll, trap: string): string {
  return Array.from({ length: count }, () => construct(roll, trap)).join("");
}

type Roll = (sides: number) => number;

/** A linear congruential generator (Numerical Recipes): the same inputs in every run. */
export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const NAMES = "A B C FLAVOR MULTI_PACKAGES X_A X_b".split(" ");
const WORDS = [
  "foo-1.0",
  "${A}",
  "${B:L}",
  "a b",
  '"q r"',
  "x/y.c",
  "",
  "$$",
  "1",
  "0x10",
  "no",
  "-main -doc",
  "${C:M*.c:T}",
];
const MODIFIERS = [
  ":L",
  ":U",
  ":T",
  ":H:R",
  ":E",
  ":Mf*",
  ":N[a-m]*",
  ":S/o/0/g",
  ":S,^,p/,1",
  ":C/([a-z]+)-(.*)/\\2-\\1/",
  ":.c=.o",
  ":=x",
  ":Q",
  ":QL",
  ":sh",
  ":O",
  ":tl",
  ":C/(a|ab)*$/&&/",
  ":S/${B}/&/",
];

function construct(roll: Roll, trap: string): string {
  const one = (choices: readonly string[]) => choices[roll(choices.length)] ?? "";
  const name = () => one(NAMES);
  const word = () => one(WORDS);
  const value = () => `\${${name()}${one(MODIFIERS)}${roll(3) ? "" : one(MODIFIERS)}}`;
  const inner = () =>
    roll(3) ? `${name()} ${one(["=", "+=", "?=", ":="])} ${word()} ${value()}\n` : construct(roll, trap);
  switch (roll(12)) {
    case 0:
      return `${name()} = ${word()} ${value()}\n`;
    case 1:
      return `${name()} += \\\n\t${word()} \\\n\t${value()} # c\n`;
    case 2:
      return `${name()} := ${value()}${word()}\n`;
    case 3:
      return `${name()} ${one(["!=", "?!=", "!!=", ":sh="])} touch ${trap}\n`;
    case 4:
      return `.if ${one(["defined(A)", "!empty(B:Mx)", `${value()} == ${word()}`, `"${value()}" != "${word()}"`, "target(all)", "exists(f)", `${value()} >= 1.5 && (defined(B) || !${value()})`])}\n${inner()}.else\n${inner()}.endif\n`;
    case 5:
      return `.for i j in ${word()} ${value()} ${word()}\nX_$i = $j \${i:S/a/b/}\n${inner()}.endfor\n`;
    case 6:
      return `.for i in ${value()}\n${inner()}.endfor\n`;
    case 7:
      return `${one(['.include "f"', ".include <f>", "-include f", '.include "${A}"'])}\n`;
    case 8:
      return `${one(["all", "post-install", "${A}"])}${one([":", "::", ": b"])}\n\t@touch ${trap} ${value()}\n\t-rm -rf $@ $<\n`;
    case 9:
      return `.${one(["undef", "poison", "poison !defined", "ifdef", "endif", "elif", "else", "endfor"])} ${name()}\n`;
    case 10:
      return `X_\${${name()}} ?= ${word()}\n`;
    default:
      return `${one(["#", " ", "\t", ".", "\\", "foo", "$"])}${word()}${value()}\n`;
  }
}

const PIECES =
  "$ { } ( ) : = ! + ? / \\ \" ' # . , | & * [ ] ^ < > @ % \t \n \0 \x1b \uFEFF é 🙂 0 .if .for .endif .endfor".split(
    " ",
  );

export function damage(text: string, roll: Roll): string {
  const at = roll(text.length + 1);
  const piece = PIECES[roll(PIECES.length)] ?? "";
  const all = text.split("\n");
  const line = roll(all.length);
  switch (roll(6)) {
    case 0:
      return text.slice(0, at) + piece + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + roll(9));
    case 2:
      return all.toSpliced(line, 1).join("\n");
    case 3:
      return all.toSpliced(line, 0, all[roll(all.length)] ?? "").join("\n");
    case 4:
      return text.slice(0, at) + piece.repeat(1 + roll(50)) + text.slice(at);
    default:
      return text.slice(0, at);
  }
}
