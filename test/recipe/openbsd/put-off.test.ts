// Loops over variables that nobody asks for are read late, if at all: what comes of them is what comes of reading them where
// they stand.

import { expect, test } from "vitest";
import { readMakefile } from "./makefiles.ts";

const SHARED = "/usr/share/mk/shared.mk";

/** `asked` first, then whatever is there, each with its place; then what is wrong. */
function told(own: string, shared: string, { wanted, asked = [], files = {} }: Asking) {
  const makefile = `${own}\n.include <shared.mk>\n`;
  const { expand, names, placeOf, targets, problems } = readMakefile(
    { makefile, files: { [SHARED]: shared, ...files } },
    wanted,
  );
  const values = [...asked, ...names().toSorted()].map((name) => [name, expand(name), placeOf(name)?.start]);
  return { values, targets: [...targets().keys()], problems: problems().map(({ message }) => message) };
}

type Asking = {
  readonly wanted: "everything" | readonly string[];
  readonly asked?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
};

const rows: readonly {
  readonly name: string;
  readonly own?: string;
  readonly shared: string;
  readonly asked?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | undefined>>;
}[] = [
  {
    name: "what changes below the loop was another then",
    shared: "A = 1\n.for x in a b\nX_$x := ${A}$x\n.endfor\nA = 2\n",
    values: { X_a: "1a", X_b: "1b", A: "2" },
  },
  {
    name: "nothing is set where the list is empty",
    own: "X = before",
    shared: "L =\n.for x in ${L}\nX = $x\n.endfor\nX += behind\n",
    values: { X: "before behind" },
  },
  {
    name: "what is appended behind it comes behind it, and before what comes later",
    shared: ".for x in a b\nX += $x\n.endfor\nX += c\nX += d\nY = ${X}\nX += e\n",
    values: { X: "a b c d e", Y: "a b c d e" },
  },
  {
    name: "a condition may leave the variable as it was, or unset",
    own: "X = x",
    shared: ".for i in 1\n.  if defined(NOWHERE)\nX = y\nZ = z\n.  endif\n.endfor\n",
    values: { X: "x", Z: undefined },
  },
  {
    name: "one loop asks for what another has set",
    shared:
      ".for i in 1 2\nX += $i\n.endfor\n.for i in 1\nY := <${X}>\n.endfor\n.for i in 1\nZ := ${Y}${X}\n.endfor\n",
    asked: ["Z"],
    values: { X: "1 2", Y: "<1 2>", Z: "<1 2>1 2" },
  },
  {
    name: "a loop that sets twice what another adds to between",
    shared:
      ".for i in 1\nX += a\n.endfor\n.for i in 1\nX += b\nY := ${X}\n.endfor\n.for i in 1\nX += c\n.endfor\n",
    values: { X: "a b c", Y: "a b" },
  },
  {
    name: "a value that refers to itself by way of the loop",
    shared: "A = ${X}\nX = x\n.for i in 1\nX := ${A}$i\n.endfor\n",
    asked: ["A"],
    values: { A: "x1", X: "x1" },
  },
  {
    name: "the outer loop of two with one variable fills in the name",
    shared: ".for v in a b\n.  for v in c d\nX_$v = $v\n.  endfor\n.endfor\n",
    values: { X_a: "a", X_b: "b", X_c: undefined, X_d: undefined },
  },
  {
    name: "a list means what the loop's variable hides",
    own: "i = z\nL = ${i} y",
    shared: ".for i in ${L}\nX_$i = set\n.endfor\n",
    values: { X_y: "set", X_z: undefined },
  },
  {
    name: "what is offered behind it counts where the loop set nothing",
    shared:
      ".for i in 1\nX = $i\n.  if 0\nY = $i\n.  endif\n.endfor\nX ?= a\nX += b\nX ?= c\nY ?= a\nY += b\nY ?= c\n",
    values: { X: "1 b", Y: "a b" },
  },
  {
    name: "what is offered to it means what it refers to in the end",
    own: "A = a",
    shared: ".for i in 1\n.  if 0\nX = $i\n.  endif\n.endfor\nX ?= ${A}\nA = changed\n",
    values: { X: "changed" },
  },
  {
    name: "it was not there yet, or is no more",
    shared: ".for i in 1\nX ?= $i\nY = $i\n.endfor\nX ?= 2\n.undef Y\nY ?= 3\n",
    values: { X: "1", Y: "3" },
  },
  {
    name: "a target that is made below is none where the loop stands",
    own: "before: x\n\ttrue",
    shared:
      ".for t in before below\n.  if target($t)\nT += $t\n.  endif\n.endfor\nbelow: x\n\ttrue\n.for t in before below\n.  if target($t)\nU += $t\n.  endif\n.endfor\n",
    values: { T: "before", U: "before below" },
  },
  {
    name: "words that are no names",
    own: "L = a:=b c\\#d",
    shared: '.for i in ${L} "e f"\nX_$i = set\n.endfor\n',
    values: { "X_a:": undefined, X_c: undefined },
  },
  {
    name: "it is asked for in an `.elif`",
    shared:
      ".for i in 1\nX = $i\n.endfor\nY = ${X}\n.if 0\n.elif ${Y} == 1\nZ = right\n.else\nZ = wrong\n.endif\n",
    values: { Z: "right" },
  },
  {
    name: "rules that wait are asked for in an `.elif`",
    shared: `${"r: x\n\ttrue\n.if 1\ns: x\n.endif\n".repeat(12)}.if 0\n.elif target(s)\nZ = right\n.else\nZ = wrong\n.endif\n`,
    values: { Z: "right" },
  },
  {
    name: "a word makes an include of the line",
    shared: ".for v in sinclude\n$v = /usr/share/mk/x.mk\n.endfor\n",
    files: { "/usr/share/mk/x.mk": "Z = 1\n" },
    asked: ["Z"],
    values: { Z: "1" },
  },
  {
    name: "a word makes a directive of the line",
    shared: ".if 1\n.for v in .else\n$v = 1\n.endfor\n.if 1\nZ = 1\n.endif\n.endif\n",
    values: { Z: undefined },
  },
  {
    name: "a word goes on in a directive",
    shared: ".for v in .b=1\n.if 1\nX = 1\n.else$v\n.endif\n.endfor\n",
    asked: ["X"],
    values: { X: "1" },
  },
  {
    name: "a word ends a line with a backslash",
    own: "E =\nL = a\\${E}",
    shared: ".for v in ${L}\n.  if 1\nX = $v\n.  endif\n.endfor\n.else\nZ = 1\n.endif\nY = 1\n",
    asked: ["X", "Y"],
    values: { Y: "1", Z: undefined },
  },
  {
    name: "a word asks for a target",
    shared: `${"r5: x\n\ttrue\n".repeat(20)}A = 1\n.for v in target(r5)\n.  if $v\nX = yes\n.  endif\n.endfor\n`,
    values: { X: "yes" },
  },
  {
    name: "a word asks for commands",
    shared: ".for v in commands(b)\n.  if $v\nX = yes\n.  endif\n.endfor\nb: x\n\ttrue\nA = 1\n",
    values: { X: undefined },
  },
  {
    name: "the variable of the inner loop is what the outer one says",
    own: "w = q\nV = 1 k\nVq = 2 z\nL = ${V$w}",
    shared: ".for v in w\n.  for $v x in ${L}\nY_$x = 1\n.  endfor\n.endfor\n",
    asked: ["Y_k"],
    values: { Y_k: "1", Y_z: undefined },
  },
  {
    name: "blanks and a tab begin no command behind rules",
    shared: `${"r: x\n".repeat(20)}.if 1\n  \tZ = 1\n.endif\nY := <\${Z}>\n`,
    values: { Z: "1", Y: "<1>" },
  },
  {
    name: "poison below does nothing to rules that wait",
    own: "A = a",
    shared: `${"r: ${A}\n".repeat(20)}.undef A\n.poison A\nY = 1\n`,
    values: { Y: "1" },
  },
  {
    name: "lists whose names can't be told cost no more than elsewhere",
    own: `B1 = ${"x".repeat(500_000)}\nBIG = \${B1}\${B1}`,
    shared: `${".for i in ${BIG}\n.if 0\nX_$i = 1\n.endif\n.endfor\nCN =\n".repeat(14)}D = d\n`,
    values: { D: "d" },
  },
  {
    name: "all names there are",
    shared:
      ".for i in 1\nX_$i = $i\n.if 0\nY = y\n.endif\n.endfor\nN := ${.VARIABLES:MX_*} ${.VARIABLES:MY}\n",
    values: { N: "X_1 " },
  },
  {
    name: "poison below does nothing to it",
    shared: "A = a\n.for i in 1\nX := ${A}\n.endfor\n.undef A\n.poison A\n",
    asked: ["X"],
    values: { X: "a" },
  },
];

for (const { name, own = "", shared, asked = [], files = {}, values } of rows) {
  test(`openbsd make, loops put off: ${name}`, () => {
    const atOnce = told(own, shared, { wanted: "everything", asked, files });
    expect(told(own, shared, { wanted: [], asked, files })).toEqual(atOnce);
    const found = new Map(atOnce.values.map(([key, value]) => [key, value]));
    for (const [key, value] of Object.entries(values)) expect([key, found.get(key)]).toEqual([key, value]);
  });
}

test("openbsd make, loops put off: what is wrong with one is told when somebody asks for what it sets", () => {
  const shared = "A = ${A} a\n.for i in ${A}\nX += $i\n.endfor\nB = b\n";
  const makefile = ".include <shared.mk>\n";
  const files = { [SHARED]: shared };
  const { expand, problems } = readMakefile({ makefile, files }, ["B"]);
  expect(expand("B")).toBe("b");
  expect(problems()).toEqual([]);
  expand("X");
  expect(problems().map(({ message }) => message)).toEqual(["variable `A` is recursive"]);
  const { problems: all } = readMakefile({ makefile, files });
  expect(all().map(({ message }) => message)).toEqual(["variable `A` is recursive"]);
});

test("openbsd make, loops put off: a command that stands for a value is missing once", () => {
  const loops = ".for i in 1\nY := ${D}\n.endfor\n.for i in 1\nZ := ${D}\n.endfor\n";
  const files = { [SHARED]: `D !!= cmd\nQ = \${D}\n${loops}` };
  const { expand, unanswered } = readMakefile({ makefile: ".include <shared.mk>\n", files }, []);
  for (const name of ["Y", "Z", "D"]) expand(name);
  expect(unanswered().map(({ command }) => command)).toEqual(["cmd"]);
});

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("");

const monsters: readonly { readonly name: string; readonly shared: string; readonly ask: string }[] = [
  {
    name: "a chain of loops",
    shared: `X0 = x\n${lines(5000, (at) => `.for i in \${X${at}}\nX${at + 1} := \${X${at}}\n.endfor\n`)}`,
    ask: "X5000",
  },
  {
    name: "loops that all have to be read",
    shared: `${lines(20_000, (at) => `.for i in 1\nX${at} = $i\n.endfor\n`)}`,
    ask: ".VARIABLES",
  },
  {
    name: "a variable that is appended to a hundred thousand times",
    shared: `.for i in 1\nX = $i\n.endfor\n${lines(50_000, () => "X += x\n")}`,
    ask: "X",
  },
  {
    name: "conditions in conditions",
    shared: `.for i in 1\nX = $i\n.endfor\n${lines(40_000, () => ".if 0\n")}`,
    ask: "X",
  },
  {
    name: "loops in loops",
    shared: `${lines(20_000, () => ".for i in 1\n")}X = 1\n${lines(20_000, () => ".endfor\n")}`,
    ask: "X",
  },
  {
    name: "loops that go on with one variable",
    shared: lines(30_000, () => ".for i in 1\nX += $i\n.endfor\n.if defined(X)\n.endif\n"),
    ask: "X",
  },
  {
    name: "names of many words",
    shared: `${lines(6, (at) => `.for ${"abcdef"[at]} in ${lines(150, (word) => ` w${word}`)}\n`)}X$a$b$c$d$e$f = 1\n${".endfor\n".repeat(6)}`,
    ask: "X",
  },
  {
    name: "rules in a condition that is asked again and again",
    shared: `${lines(18, (at) => `r${at}: x\n`)}.if 0\n${lines(300_000, () => "a:\n")}.endif\nX = 1\n`,
    ask: "X",
  },
  {
    name: "conditions in each other around a long text",
    shared: `.for i in 1\nX = $i\n.endfor\n${".if 0\n".repeat(9)}${lines(300_000, () => "a:\n")}A=1\n${".endif\n".repeat(9)}X += 1\n`,
    ask: "X",
  },
  {
    name: "targets that are asked for between rules that wait",
    shared: `${lines(30_000, (at) => `V${at} =\n`)}${lines(1000, () => `${"a:\n".repeat(20)}.if target(b)\nQ=1\n.endif\n`)}X = x\n`,
    ask: "X",
  },
  {
    name: "a variable that many lines refer to",
    shared: `.if 0\n${lines(150_000, () => "Y=${X}\n")}.endif\n${lines(8000, () => ".for i in 1\nX = $i\n.endfor\n")}`,
    ask: "X",
  },
  {
    name: "values that refer to each other in a ring",
    shared: `${lines(20_000, (at) => `A${at} = \${A${at + 1}}\${A0}\n`)}${lines(2000, (at) => `.for i in 1\nA${at * 7} += $i\n.endfor\n`)}`,
    ask: "A3",
  },
];

for (const { name, shared, ask } of monsters) {
  test(`openbsd make, loops put off: ${name} take no time`, () => {
    const started = process.cpuUsage();
    const { expand } = readMakefile({ makefile: ".include <shared.mk>\n", files: { [SHARED]: shared } }, []);
    expand(ask);
    const used = process.cpuUsage(started);
    // A second on a machine that does nothing else.
    expect((used.user + used.system) / 1e6).toBeLessThan(5);
  });
}

test("openbsd make, loops put off: a value that waits is no longer than others may be", () => {
  const x = (length: number) => "x".repeat(length);
  const loop = (condition: string, body: string) =>
    `.for i in 1\n.  if ${condition}\nX = ${body}\n.  endif\n.endfor\nSEP = 1\n`;
  for (const [shared, more] of [
    [`${loop("0", "$i")}X ?= ${x(2_100_000)}\n`, `X += ${x(2_100_000)}\n`],
    [`${loop("1", x(19_000))}X += ${x(2_100_000)}\n`, `X += ${x(2_090_000)}\nX ?= q\n`],
  ] as const) {
    const files = { [SHARED]: `${shared}.include <more.mk>\n`, "/usr/share/mk/more.mk": more };
    const reading = readMakefile({ makefile: ".include <shared.mk>\n", files }, []);
    expect(reading.expand("X")?.length).toBeLessThan(4_194_305);
    expect(reading.problems().map(({ message }) => message)).toEqual(["a value is longer than 4 MiB"]);
  }
});
