// What the real OpenBSD make (2021) prints for these Makefiles. With OPENBSD_MAKE=/path/to/it in the environment (the
// portable build: github.com/ibara/make) each row is run with it as well.

import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { rendered, temporaryFolder } from "../../support.ts";
import { type Makefile, readMakefile } from "./makefiles.ts";

type Row = Makefile & {
  readonly name: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Parts of the messages, in order. */
  readonly says?: readonly string[];
};

const Z = "Z = Foo bar.tar.gz dir/sub/x.c No 0\n";

const rows: readonly Row[] = [
  {
    name: "+= of an empty variable leaves a blank",
    makefile: "A =\nA += a\nB += b\n",
    values: { A: " a", B: "b" },
  },
  {
    name: ":= keeps what is undefined, and it resolves later",
    makefile: "C := ${U}x ${U:S/a/${N}/} $$\nN = n\nD := ${${N}}\nU = later\nE := ${U}\nU = end\n",
    values: { C: "endx end ", D: "", E: "later" },
  },
  {
    name: "lines: leading blanks, continuations, comments",
    makefile: ' A = x \\\n   b\\\n\tc # d \\\n  e\nB = 1\n# c \\\nC = set\nD = a\\#b\nE = "a#b"\n',
    values: { A: "x  b c ", B: "1", C: "set", D: "a#b", E: '"a' },
  },
  {
    name: "loops: a turn that hangs on whether its word matches",
    makefile: [
      "W = a b ab x 'q r'",
      ".for v in ${W} c",
      '.  if "${v:Ma*}"',
      "A += <$v>",
      ".  endif",
      ".endfor",
      ".for v in ${W}",
      '.  if "${v:Ma}"',
      "B += <$v>",
      ".  else",
      "C += <$v>",
      ".  endif",
      ".endfor",
      ".for v in ${W}",
      '.  if "${v:N*b}"',
      "D += <$v>",
      ".  endif",
      '.  if "${v:Mx}"',
      "E += <$v>",
      ".  endif",
      ".endfor",
      ".for v in ${W}",
      '.  if "${v:Ma}" == ""',
      "F += <$v>",
      ".  endif",
      ".endfor",
      "",
    ].join("\n"),
    values: {
      A: "<a> <ab>",
      B: "<a>",
      C: "<b> <ab> <x> <'q r'>",
      D: "<a> <x> <'q r'>",
      E: "<x>",
      F: "<b> <ab> <x> <'q r'>",
    },
  },
  {
    name: "words",
    makefile: `${Z}R = \${Z:R}\nE = \${Z:E}\nT = \${Z:T}\nH = \${Z:H}\n`,
    values: {
      R: "Foo bar.tar dir/sub/x No 0",
      E: "gz c",
      T: "Foo bar.tar.gz x.c No 0",
      H: ". . dir/sub . .",
    },
  },
  {
    name: ":L lowers, :U raises",
    makefile: `${Z}L = \${Z:L}\nU = \${Z:U}\n`,
    values: { L: "foo bar.tar.gz dir/sub/x.c no 0", U: "FOO BAR.TAR.GZ DIR/SUB/X.C NO 0" },
  },
  {
    name: ":M and :N do not expand their pattern; a loop brings it in",
    makefile: `${Z}P = Foo\nA = \${Z:M\${P}}\n.for p in \${P}\nB_$p = \${Z:M$p}\nC = \${Z:N\${p}}\n.endfor\nD = \${Z:M*.*}\nE = \${Z:M[F-N]o*}\nF = \${Z:N[!FN]*}\n`,
    values: {
      A: "}",
      B_Foo: "Foo",
      C: "bar.tar.gz dir/sub/x.c No 0",
      D: "bar.tar.gz dir/sub/x.c",
      E: "Foo No",
      F: "Foo No",
    },
  },
  {
    name: ":S",
    makefile: `${Z}A = \${Z:S/o/0/}\nB = \${Z:S/o/0/g}\nC = \${Z:S/^dir/D/}\nD = \${Z:S/gz$/bz2/}\nE = \${Z:S/o/[&]/}\nF = \${Z:S/a/b/1}\nG = \${Z:S,^No$,,}\nI = \${Z:S@^@x/@g}\n`,
    values: {
      A: "F0o bar.tar.gz dir/sub/x.c N0 0",
      B: "F00 bar.tar.gz dir/sub/x.c N0 0",
      C: "Foo bar.tar.gz D/sub/x.c No 0",
      D: "Foo bar.tar.bz2 dir/sub/x.c No 0",
      E: "F[o]o bar.tar.gz dir/sub/x.c N[o] 0",
      F: "Foo bbr.tar.gz dir/sub/x.c No 0",
      G: "Foo bar.tar.gz dir/sub/x.c 0",
      I: "x/Foo x/bar.tar.gz x/dir/sub/x.c x/No x/0",
    },
  },
  {
    name: ":C",
    makefile: `${Z}R = 3\nV = foo-1.0-x\nA = \${Z:C/([a-z]+)\\.tar/\\1-TAR/}\nB = \${Z:C/o/0/g}\nC = \${Z:C,^(.)(.),\\2\\1,}\nD = \${V:C/-([0-9][^-]*)-/-\\1p\${R}-/}\nE = \${V:C/(1|1\\.0)/<&>/}\nF = \${V:C/x*/-/g}\n`,
    values: {
      A: "Foo bar-TAR.gz dir/sub/x.c No 0",
      B: "F00 bar.tar.gz dir/sub/x.c N0 0",
      C: "oFo abr.tar.gz idr/sub/x.c oN 0",
      D: "foo-1.0p3-x",
      E: "foo-<1.0>-x",
      F: "-f-o-o---1-.-0----",
    },
  },
  {
    name: "old=new",
    makefile: `${Z}A = \${Z:.gz=.xz}\nB = \${Z:=/sub}\nC = \${Z:dir/%.c=%.o}\nD = \${Z:R:E}\nQ = a/b\nF = \${Q:/b=_}\n`,
    values: {
      A: "Foo bar.tar.xz dir/sub/x.c No 0",
      B: "Foo/sub bar.tar.gz/sub dir/sub/x.c/sub No/sub 0/sub",
      C: "Foo bar.tar.gz sub/x.o No 0",
      D: "tar",
      F: "a_",
    },
  },
  {
    name: ":Q and :QL",
    makefile: "Q = a b\"c'd\\e$$f\nA = ${Q:Q}\nB = ${Q:QL}\n",
    values: { A: "a\\ b\\\"c\\'d\\\\e\\$f", B: "a b\\\"c\\'d\\\\e\\$f" },
  },
  {
    name: "quotes keep a word together",
    makefile: "W = a \"b c\" d 'e f' g\\ h\n.for w in ${W}\nA += <$w>\n.endfor\nB = ${W:M*c*}\n",
    values: { A: "<a> <\"b c\"> <d> <'e f'> <g\\ h>", B: '"b c"' },
  },
  {
    name: "truth is being other than zero",
    makefile:
      ".for v in 0 00 0.0 1 no abc 0x0\n.  if ${v}\nA += $v\n.  endif\n.endfor\nN = no\n.if ${N}\nB = true\n.endif\nZ =\n.if ${Z}\nC = true\n.endif\n",
    values: { A: "1", B: "true", C: undefined },
  },
  {
    name: "numbers compare as numbers unless the right side is quoted",
    makefile:
      'V = 1.10\n.if ${V} == 1.1\nA = equal\n.endif\n.if ${V} == "1.1"\nB = equal\n.endif\n.if ${V} >= 1.9\nC = more\n.endif\n.if ${V} == 1.1 && 1\nD = equal\n.endif\n',
    values: { A: "equal", B: undefined, C: undefined, D: undefined },
  },
  {
    name: "an undefined operand is refused, unless nobody asks for it",
    makefile:
      '.if defined(N) && ${N:L} == "yes"\nA = y\n.else\nA = n\n.endif\n.if empty(N)\nB = empty\n.endif\n.if "${N}" == ""\nC = empty\n.endif\n.if ${N} == 1\nD = y\n.endif\n',
    values: { A: "n", B: "empty", C: "empty", D: undefined },
    says: ["malformed conditional (${N} == 1): `N` is not defined"],
  },
  {
    name: "target() is true once the rule was read",
    makefile:
      ".if target(foo)\nA = early\n.endif\nfoo:\n\techo x # not a comment\n.if target(foo) && !commands(foo)\nB = seen\n.endif\nX = 1\n.if commands(foo)\nC = commands\n.endif\n",
    values: { A: undefined, B: "seen", C: "commands" },
  },
  {
    name: "loops",
    makefile:
      ".for a b in 1 2 3 4\nA += $a-$b\n.endfor\n.for i in x y\nB_$i = ${L_$i}\n.  for j in p q\nC += $i$j${i:U}\n.  endfor\n.endfor\nL_x = lx\n.for i in\nD = never\n.endfor\n",
    values: { A: "1-2 3-4", B_x: "lx", B_y: "", C: "xpX xqX ypY yqY", D: undefined },
  },
  {
    name: "a shared loop that only adds to a variable adds word by word",
    makefile: "E = e\nA = first\n.include <add.mk>\n",
    files: {
      "/usr/share/mk/add.mk":
        '.for i in a/b c \\"q r\\" $E \\\\x\nA += <${i:T}>\nB += $i${i:Mc}\n.endfor\n.for i in a/b c $E\nA += <${i:T}>\n.endfor\n.for i in a=1 \\# c\nC += ${i:S/#/x # y/}\n.endfor\n.for i in x y\nD += ${i:Mx}\n.endfor\n.for i in\nF += $i\n.endfor\n',
    },
    values: {
      A: 'first <b> <c> <"q> <r"> <e> <\\\\x> <b> <c> <e>',
      B: 'a/b cc "q r" e \\\\x',
      C: "a=1 x  c",
      D: "x ",
      F: undefined,
    },
  },
  {
    name: "a loop is of as many words as its variables ask for",
    makefile: ".for a b in 1 2 3\nA += $a\n.endfor\n",
    values: { A: undefined },
    says: ["wrong number of words in `.for` loop: 3 for 2 variables"],
  },
  {
    name: "skipped parts are not read",
    makefile:
      ".if 0\n.  if ${SYNTAX ERROR\n.  endif\nA = x\n.elif 1\nB = y\n.elif ${NOPE}\nC = z\n.else\nD = w\n.endif\n",
    values: { A: undefined, B: "y", C: undefined, D: undefined },
  },
  {
    name: "+:= appends what it expands now",
    makefile: "L = 1\nA = x\nA +:= ${L} y\nL = 2\n",
    values: { A: "x 1 y" },
  },
  {
    name: "?= and .undef, and the environment",
    makefile: "A ?= first\nA ?= second\nB ?= mine\n.undef A\nC = mine\n",
    environment: { B: "theirs", C: "theirs", D: "theirs" },
    values: { A: undefined, B: "theirs", C: "mine", D: "theirs" },
  },
  {
    name: "names that are computed, or odd",
    makefile: "N = A\nX_A = val\nX = ${X_${N}}\nMOD${N}_y = z\nLIBstdc++_VERSION = 1\n",
    values: { X: "val", MODA_y: "z", "LIBstdc++_VERSION": "1" },
  },
  {
    name: "!= takes what a command says",
    makefile: "N = x\nA != printf '${N}\\ny\\n'\n",
    answers: { "printf 'x\\ny\\n'": "x\ny\n" },
    values: { A: "x y" },
  },
  {
    name: "includes: beside the including file, beside the Makefile, the system's",
    makefile: '.include "sub/a.inc"\n.include <s.mk>\ninclude s.mk\n-include nowhere.mk\nX = ${A}${B}${S}\n',
    files: {
      "/p/sub/a.inc": '.include "b.inc"\nA = a\n',
      "/p/sub/b.inc": "B = b\n",
      "/usr/share/mk/s.mk": "S += s\n",
    },
    values: { X: "abs s" },
  },
  {
    name: "a missing include",
    makefile: 'A = 1\n.include "nowhere"\nB = 2\n',
    values: { A: "1", B: undefined },
    says: ["could not find `nowhere`"],
  },
  {
    name: "a recursive variable",
    makefile: "A = x${B}\nB = ${A}\n",
    values: { A: "x" },
    says: ["variable `A` is recursive"],
  },
  {
    name: "a modifier of another make",
    makefile: "A = b a\nB = x${A:O}y\n",
    values: { B: "xy" },
    says: ["`${A:O}` has a modifier that make does not know"],
  },
  {
    name: "a command that belongs to no rule",
    makefile: "A = 1\n\tB = 2\n",
    values: { B: undefined },
    says: ["unassociated shell command `B = 2`"],
  },
  {
    name: "a target's rules all have the operator of the first",
    makefile: "a:: b\na:: c\nd: b\nd:: c\nE = 1\n",
    values: { E: "1" },
    says: ["inconsistent dependency operator for target `d`"],
  },
  {
    name: "what is no line",
    makefile: "foo bar\n.endif\n.if 1\n",
    values: {},
    says: ["`foo bar` is neither an assignment nor a rule", "if-less endif", "open conditional"],
  },
  {
    name: "behind an .else nothing more of the same .if is read",
    makefile: [
      ".if 1\nA += a\n.else\nA += b\n.else\nA += c\n.endif\n",
      ".if 0\nB += a\n.else\nB += b\n.else\nB += c\n.elif 1\nB += d\n.endif\n",
    ].join(""),
    values: { A: "a", B: "b" },
  },
  {
    name: "an include that names no file",
    makefile: "-include ${NONE}\nA = 1\n",
    values: { A: "1" },
    says: ["filename missing from an include"],
  },
  {
    name: "a colon in what is left of a reference is no operator",
    makefile: "$${A:L}: b\nx$${A:S/$${B:L}/x/}y:z\n$$A:b\n$${B:L}c\n$$:B\nA = 1\n",
    values: { A: "1" },
    says: ["`${B:L}c` is neither", "`$:B` is neither"],
  },
  {
    name: ".poison",
    makefile: ".poison P\n.poison !defined(Q)\nA = ${P}${Q}\nP = 1\n",
    values: { A: "1" },
    says: [
      "poisoned variable `P` has been set",
      "poisoned variable `P` has been referenced",
      "poisoned variable `Q` is not defined",
    ],
  },
];

for (const { name, values, says = [], ...row } of rows) {
  test(`openbsd make: ${name}`, () => {
    const evaluation = readMakefile(row);
    const found = Object.fromEntries(
      Object.keys(values).map((variable) => [variable, evaluation.expand(variable)]),
    );
    expect(found).toEqual(values);
    const messages = evaluation.problems().map(({ message }) => message);
    expect(messages).toHaveLength(says.length);
    for (const [index, message] of says.entries()) expect(messages[index]).toContain(message);
  });
}

test("openbsd make: targets with their commands, the first block of them", () => {
  const { targets, problems } = readMakefile({
    makefile:
      "N = x\na: b ${N}\n\t@one ${N}\n.if 1\n\ttwo\n.endif\na:\n\tthree\nc d:: e; four # five\n.PHONY: a\n",
    files: {},
  });
  expect(problems()).toEqual([]);
  const shown = [...targets().values()].map(({ name, sources, commands }) => [
    name,
    sources,
    commands.map(({ text }) => text),
  ]);
  expect(shown).toEqual([
    ["a", ["b", "x"], ["@one ${N}", "two"]],
    ["c", ["e"], ["four # five"]],
    ["d", ["e"], ["four # five"]],
  ]);
});

test("openbsd make: a value and a mistake keep their place, through includes and loops", () => {
  const evaluation = readMakefile({
    makefile:
      'A = 1\n.for i in x y\n.for j in z\n.  if 1\nB_$i = $j\n.  endif\n.endfor\n.endfor\n.include "f"\n',
    files: { "/p/f": "\n\nC = ${A:Z}\n.if ${NOPE}\n.endif\n" },
  });
  const place = (name: string) => {
    const span = evaluation.placeOf(name);
    return span && `${span.source.name}:${span.source.text.slice(0, span.start).split("\n").length}`;
  };
  expect(["A", "B_y", "C", "NOPE"].map(place)).toEqual(["p/Makefile:1", "p/Makefile:5", "p/f:3", undefined]);
  evaluation.expand("C");
  expect(rendered(evaluation.problems())).toMatchInlineSnapshot(`
    "p/f:3:1: warning[openbsd/modifier]: \`\${A:Z}\` has a modifier that make does not know
      |
    3 | C = \${A:Z}
      | ^^^^^^^^^^
    p/f:4:1: error[openbsd/conditional]: malformed conditional (\${NOPE}): \`NOPE\` is not defined
      |
    4 | .if \${NOPE}
      | ^^^^^^^^^^^
      = help: set it first (\`NOPE ?=\`), or ask \`defined(NOPE)\` before
    "
  `);
});

/** As OpenBSD's make decides them, with `A = abc`, `N = 3` and no `U`: it reads on behind what is settled, or wrong there. */
const conditions: readonly (readonly [condition: string, verdict: boolean | "malformed"])[] = [
  [")", false],
  ["&", false],
  [") nonsense (", false],
  ["!)", false],
  ["1 || ${U} <", true],
  ["0 && ${U} <", false],
  ['1 || "a" < "b"', "malformed"],
  ["1 || ${A} > 3", "malformed"],
  ["1 || ${N} > 3", true],
  ["0 && ${A} > 3", "malformed"],
  ["0 && ${N} > 3", false],
  ["0 && (1 1)", false],
  ["1 && (1 1)", "malformed"],
  ["1 || (1 && &)", true],
  // What is wrong is passed over where a part before it is false, be it one that does not count.
  ["0 && ${N} & (1.5 == a && ${A}<=3)", false],
  ["0 && ${N} & (1.5 != a && ${A}<=3)", "malformed"],
  ["1 || ${U}", true],
  ['1 || ${U} == ""', true],
  ["${N} == ${N}5", "malformed"],
  ["1 || ${N} == ${N}5", "malformed"],
  ["1 || &", true],
  ["1 || ! |", true],
  ["( ) | 0", "malformed"],
  ["1 1", "malformed"],
];

const decided = (condition: string) =>
  `A = abc\nN = 3\n.if ${condition}\nR = true\n.else\nR = false\n.endif\n`;

for (const [condition, verdict] of conditions) {
  test(`openbsd make: .if ${condition}`, () => {
    const evaluation = readMakefile({ makefile: decided(condition) });
    const isSound = evaluation.problems().every(({ severity }) => severity !== "error");
    expect(isSound ? evaluation.expand("R") : "malformed").toBe(String(verdict));
  });
}

const real = process.env["OPENBSD_MAKE"];
for (const [condition, verdict] of real === undefined ? [] : conditions) {
  test(`openbsd make: .if ${condition}, by the real one`, () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "Makefile"), `${decided(condition)}all:\n`);
    const { status, stdout } = spawnSync(real ?? "", ["-V", "R"], { cwd: folder, encoding: "utf8" });
    expect(status === 0 ? stdout.trim() : "malformed").toBe(String(verdict));
  });
}

for (const { name, makefile, files = {}, environment = {}, values, says } of real === undefined ? [] : rows) {
  // What is wrong ends the real one before it prints a value.
  test.skipIf(says)(`openbsd make: ${name}, by the real one`, () => {
    const folder = temporaryFolder();
    for (const [path, text] of Object.entries({
      "/usr/share/mk/sys.mk": "",
      "/p/Makefile": makefile,
      ...files,
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const asks = Object.keys(values).map(
      (variable) =>
        `.if defined(${variable})\nshow: ${variable}.show\n${variable}.show:\n\t@printf '%s\\n' ${variable}=\${${variable}:Q}\n.endif\n`,
    );
    writeFileSync(join(folder, "p/ask.mk"), `.include "Makefile"\nshow:\n${asks.join("")}`);
    const args = ["-m", join(folder, "usr/share/mk"), "-f", "ask.mk", "show"];
    const env = { PATH: process.env["PATH"], POSIXLY_CORRECT: "1", ...environment };
    const { stdout } = spawnSync(real ?? "", args, { cwd: join(folder, "p"), env, encoding: "utf8" });
    const wanted = Object.entries(values).flatMap(([variable, value]) =>
      value === undefined ? [] : `${variable}=${value}\n`,
    );
    expect(stdout.split(/^/m).sort()).toEqual(wanted.sort());
  });
}

test("openbsd make: siblings make of their folder's text what each of them is", () => {
  const inc = `
NAME-de = German
NAME-fr = French
.for l in de fr nb
FILES += $l.spl
.  if "\${L}" == "$l"
PICKED = \${NAME-$l:U}
.  else
OTHERS += $l
.  endif
.endfor
.for l in \${L}
.  if !empty(FILES:M$l.spl)
IS_KNOWN := \${L:U} yes
.  else
IS_KNOWN := \${L:U} no, but \${FILES:N[d-g]*}
.  endif
.endfor
`;
  const told = ["de", "fr", "xx", "de", "nb", "fr"].map((L) => {
    const makefile = `L = ${L}\n.include "../Makefile.inc"\n`;
    const evaluation = readMakefile({ makefile, files: { "/p/../Makefile.inc": inc } });
    return ["PICKED", "IS_KNOWN", "OTHERS"].map((name) => evaluation.expand(name));
  });
  expect(told).toEqual([
    ["GERMAN", "DE yes", "fr nb"],
    ["FRENCH", "FR yes", "de nb"],
    [undefined, "XX no, but nb.spl", "de fr nb"],
    ["GERMAN", "DE yes", "fr nb"],
    ["", "NB yes", "de fr"],
    ["FRENCH", "FR yes", "de nb"],
  ]);
});
