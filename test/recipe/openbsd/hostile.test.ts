// What nobody should write, and somebody will: each ends with a diagnostic, soon, in little memory, and runs nothing.

import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { type Makefile, readMakefile } from "./makefiles.ts";

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

const monsters: readonly (Makefile & {
  readonly name: string;
  readonly ask?: string;
  readonly says: string;
})[] = [
  {
    name: "a value that doubles a million times",
    makefile:
      "A = x\n.for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30\nA := ${A}${A}\n.endfor\n",
    says: "a value is longer than 4 MiB",
  },
  {
    name: "values that double each other lazily",
    makefile: `A0 = xxxxxxxxxx\n${lines(40, (at) => `A${at + 1} = \${A${at}}\${A${at}}\n`)}`,
    ask: "A40",
    says: "add up to more than 32 MiB",
  },
  {
    name: "values that double to nothing",
    makefile: `A0 =\n${lines(60, (at) => `A${at + 1} = \${A${at}}\${A${at}}\n`)}`,
    ask: "A60",
    says: "add up to more than 32 MiB",
  },
  {
    name: "a value that is put into itself as it is written",
    makefile: `B = x\n${lines(200, () => "B := ${M:S/${B}/&/}${B:L}\n")}`,
    says: "add up to more than 32 MiB",
  },
  {
    name: "a chain of a hundred thousand variables",
    makefile: lines(100_000, (at) => `A${at} = \${A${at + 1}}\n`),
    ask: "A0",
    says: "variables are nested more than",
  },
  {
    name: "names in names in values",
    makefile: `${lines(200, (at) => `A${at} = ${"${".repeat(50)}A${at + 1}${"}".repeat(50)}\n`)}A200 = z\n`,
    ask: "A0",
    says: "variables are nested more than",
  },
  {
    name: "a variable in its own value",
    makefile: "A = ${B}\nB = ${C:S/x/${A}/}\nC = x\n",
    ask: "A",
    says: "is recursive",
  },
  {
    name: "a file that includes itself",
    makefile: '.include "Makefile"\n',
    says: "include each other more than 100 deep",
  },
  {
    name: "loops in loops without end",
    makefile: `${lines(20_000, () => ".for i in 1\n")}X = 1\n${lines(20_000, () => ".endfor\n")}`,
    says: "loops are nested more than 100 deep",
  },
  {
    name: "files that include each other from a loop",
    makefile: '.for i in 1 2 3\n.include "b"\n.endfor\n',
    files: { "/p/b": '.for i in 1 2 3\n.include "b"\n.endfor\n' },
    says: "include each other more than 100 deep",
  },
  { name: "a line of 100 MB", makefile: `A = ${"x".repeat(100_000_000)}\n`, says: "is longer than 4 MiB" },
  {
    name: "a line of continuations",
    makefile: `A = ${"\\\n".repeat(1_900_000)}\n.if\n`,
    says: "malformed conditional",
  },
  {
    name: "loops over loops",
    makefile: `W = ${"w ".repeat(2000)}\n.for a in \${W}\n.for b in \${W}\nX = $a$b\n.endfor\n.endfor\n`,
    says: "more than",
  },
  {
    name: "loops in loops in loops",
    makefile: `${lines(9, (at) => `.for a${at} in 1 2 3 4 5 6 7 8 9 0\n`)}X += a\n${".endfor\n".repeat(9)}`,
    says: "more than 100000 lines",
  },
  {
    name: "a loop over a loop's own list",
    makefile: `.for a in ${"w ".repeat(3000)}\n${"B = 1\n".repeat(2000)}.endfor\n`,
    says: "more than",
  },
  { name: "opened braces", makefile: `A = ${"${A".repeat(200_000)}\n`, ask: "A", says: "is not closed" },
  {
    name: "modifiers in modifiers",
    makefile: `A = ${"${B:S/".repeat(50_000)}\n`,
    ask: "A",
    says: "is not closed",
  },
  { name: "parentheses", makefile: `.if ${"(".repeat(500_000)}\n.endif\n`, says: "malformed conditional" },
  {
    name: "exclamation marks",
    makefile: `.if ${"!".repeat(500_000)}1\n.endif\n`,
    says: "malformed conditional",
  },
  {
    name: "a condition with a part for each of a hundred thousand signs",
    makefile: `.if ${"0 || ".repeat(100_000)}1 1\n.endif\n`,
    says: "malformed conditional",
  },
  {
    name: "a condition that asks fifty thousand times whether a variable is empty",
    makefile: `.if ${"empty(X) && ".repeat(50_000)}\n.endif\n`,
    says: "malformed conditional",
  },
  {
    name: "conditionals in conditionals",
    makefile: ".if 1\n".repeat(100_000),
    says: "nested more than 30 deep",
  },
  {
    name: "an expression that goes back for ever",
    makefile: `A = ${"a".repeat(30_000)}\nB = \${A:C/(a*)*b/x/}\nC = \${A:C/(a|aa)+$/x/}\n.if \${B} == "" || \${C} == ""\n`,
    says: "open conditional",
  },
  {
    name: "an expression that is huge",
    makefile: "A = a\n.if ${A:C/((((a{200}){200}){200}){200})/x/}\n",
    says: "is no regular expression",
  },
  {
    name: "an expression of a hundred thousand choices",
    makefile: `A = a\n.if \${A:C/${"a|".repeat(100_000)}/x/}\n.endif\n`,
    says: "is no regular expression",
  },
  {
    name: "quotes of quotes",
    makefile: `A = '\n${lines(40, () => "A := ${A:Q}${A:Q}\n")}`,
    says: "add up to more than 32 MiB",
  },
  {
    name: "words that are changed again and again",
    makefile: `.for i in ${"w ".repeat(3000)}\nC := a b ${"${C:S,^,p/,1}"}\n.endfor\n`,
    says: "add up to more than 32 MiB",
  },
  {
    name: "an expression that matches again and again",
    makefile: `A = ${"a".repeat(100_000)}\nB := \${A:C/(a|ab)//g}\n.if\n`,
    says: "a word is too long to be searched",
  },
  {
    name: "stars",
    makefile: `A = ${"a".repeat(20_000)}\n.if \${A:M${"*a".repeat(300)}b}\n.endif\n.if\n`,
    says: "malformed conditional",
  },
  {
    name: "one bad reference told again for each line of a file that includes itself",
    makefile: `X = \${A} \${B:tl:Q}\n.include <f>\n`,
    files: { "/p/f": "${X:T}\n.for i in x y z\nA := ${A} ${B:O} ${X}\n.endfor\n.include <f>\n" },
    says: "add up to more than 32 MiB",
  },
  {
    name: "a hundred thousand mistakes",
    makefile: "what\n".repeat(100_000),
    says: "is neither an assignment nor a rule",
  },
];

for (const { name, ask, says, ...monster } of monsters) {
  test(`openbsd make: ${name} ends with a diagnostic`, () => {
    const started = process.cpuUsage();
    const evaluation = readMakefile(monster);
    if (ask !== undefined) evaluation.expand(ask);
    const used = process.cpuUsage(started);
    const messages = evaluation.problems().map(({ message }) => message);
    expect(messages.join("\n")).toContain(says);
    // Nobody reads more of one.
    expect(Math.max(...messages.map(({ length }) => length))).toBeLessThan(300);
    // A second on a machine that does nothing else.
    expect((used.user + used.system) / 1e6).toBeLessThan(5);
  });
}

test("openbsd make: a thousand damaged Makefiles end, and nothing that they name is run", () => {
  const trap = "/tmp/tarwright-was-here";
  const { read, refused } = fuzz({ seed: 20160325, count: 1000, trap });
  expect(existsSync(trap)).toBe(false);
  expect(read).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(300);
});
