// Makefiles that ports share are read once and gone through again: what comes of them must be what comes of reading them.

import { expect, test } from "vitest";
import { evaluateMakefile } from "../../../src/recipe/openbsd/evaluate.ts";
import type { Wanted } from "../../../src/recipe/openbsd/evaluation.ts";
import type { Source } from "../../../src/report.ts";
import { constructs, damage, dice } from "./fuzz.ts";

const SHARED = "/usr/share/mk/shared.mk";

/** All that a reading gives, asked for in the same order. */
function toldBy(
  makefile: string,
  shared: Source,
  {
    wanted = "everything",
    first = [],
  }: { readonly wanted?: Wanted; readonly first?: readonly string[] } = {},
): string {
  const own: Source = { name: "p/Makefile", text: `${makefile}\n.include <shared.mk>\n` };
  const sources = new Map([
    ["/p/Makefile", own],
    [SHARED, shared],
  ]);
  const evaluation = evaluateMakefile(
    {
      files: {
        read: (path) => sources.get(path),
        exists: (path) => path === "/p/f" && makefile.includes("A"),
        system: (name) => (name === "shared.mk" ? SHARED : undefined),
      },
      makefile: "/p/Makefile",
      environment: {},
      variables: { ".CURDIR": "/p" },
      answer: () => undefined,
    },
    wanted,
  );
  for (const name of first) evaluation.expand(name);
  const targets = [...evaluation.targets().values()].map(({ name, sources, commands }) => [
    name,
    sources,
    commands.map(({ text }) => text),
  ]);
  const values = evaluation
    .names()
    .toSorted()
    .map((name) => [name, evaluation.expand(name), evaluation.placeOf(name)?.start]);
  const problems = evaluation
    .problems()
    .map(({ message, span }) => `${span?.source.name}:${span?.start} ${message}`);
  return JSON.stringify({ values, targets, problems }, undefined, 1);
}

const OWN: readonly string[] = [
  "A = a\nB = b",
  "A = a\nB = other",
  "B = x y z",
  "A = a\nB = b\nFLAVOR = one two",
  "X_A = 1\nC = ${A}\nall:\n\ttrue",
  "A = a\nB = b",
  "MULTI_PACKAGES = -main -doc\nA += more",
  "B = x y z",
];

/** Shared makefiles from a seed, and what each port makes of them when nobody has read them before. */
function* shared(seed: number, count: number) {
  const roll = dice(seed);
  for (let run = 0; run < count; run += 1) {
    const sound = constructs(4 + roll(30), roll, "/nowhere");
    const text = roll(4) === 0 ? damage(sound, roll) : sound;
    yield { kept: { name: "shared.mk", text }, what: `run ${run}: ${JSON.stringify(text)}` };
  }
}

test("openbsd make: what was read for other ports gives the same as reading it", () => {
  for (const { kept, what } of shared(7, 60)) {
    for (const own of [...OWN, ...OWN]) {
      expect(toldBy(own, kept), `${own}\n${what}`).toBe(toldBy(own, { ...kept }));
    }
  }
});

test("openbsd make: rules that wait until somebody asks for them are the same rules", () => {
  let compared = 0;
  for (const { kept, what } of shared(8, 120)) {
    const text = `${kept.text}${"all:\n\techo ${A}\n.if ${B:U} == B\nb: ${A}\n.endif\n".repeat(12)}A = changed\n`;
    for (const own of [...OWN, ...OWN]) {
      const fresh = toldBy(own, { ...kept, text });
      // What is wrong ends the reading, and with rules that wait it ends later.
      if (!fresh.includes('"problems": []')) continue;
      compared += 1;
      expect(toldBy(own, { ...kept, text }, { wanted: [] }), `${own}\n${what}`).toBe(fresh);
    }
  }
  expect(compared).toBeGreaterThan(10);
});

const PIECES: readonly string[] = [
  "A = ${B} x",
  "B += y",
  "A := ${A}",
  "C ?= ${X_a}",
  ".undef A",
  ".for v in a b\nX_$v += ${A}$v\n.endfor",
  ".for v in ${A}\nB += $v\n.endfor",
  ".for v in a\nA := ${A}${B}\n.endfor\nA += more",
  ".for v in b c\n.  if ${A:M$v}\nX_$v = ${B}\n.  elif defined(B)\nC := ${C}.$v\n.  endif\n.endfor",
  ".for v w in a b c d\nX_$w := ${X_$v}$w\n.endfor\n.if defined(C)\nX_b += end\n.endif",
  ".for v in a\n.  for w in b c ${C}\nX_$v += $w\nX_b ?= $w\n.  endfor\n.endfor",
  ".for t in all b\n.  if target($t)\nC += $t\n.  endif\n.endfor",
  "all: ${A}\n\techo ${B}",
  "b: all\nD = ${X_b}",
  ".for v in 1\n.  if defined(A)\nX_a = $v\n.  else\nX_b = $v\n.  endif\n.endfor\nX_a ?= ${B}\nX_b ?= ${A}",
  "X_b ?= ${X_a}\nX_b += z\nX_a ?= ${C}",
  '.for v in a b ${A}\n.  if "${v:Ma}"\nC += <${v}>\n.  endif\n.endfor',
  '.if ${A:U} == "X"\nD = 1\n.elif !empty(X_a)\nD += ${X_c}\n.endif',
  ".for v in ${D}\nE += <$v>\n.endfor",
  "E += ${E:U}",
  "D := ${.VARIABLES:MX_*}",
];

test("openbsd make: loops that wait until somebody asks for what they set set the same", () => {
  const roll = dice(5);
  const any = (words: readonly string[]) => words[roll(words.length)] ?? "";
  const wanted = ["", "A", "B", "C", "D", "E", "X_a", "X_b"];
  let [compared, refused] = [0, 0];
  for (let run = 0; run < 500; run += 1) {
    const text = Array.from({ length: 4 + roll(12) }, () => `${any(PIECES)}\n`).join("");
    const kept = { name: "shared.mk", text };
    for (const own of [...OWN, ...OWN]) {
      const asked = [any(wanted), any(wanted)];
      const fresh = toldBy(own, { ...kept }, { first: asked });
      if (fresh.includes('"problems": []')) {
        compared += 1;
        expect(
          toldBy(own, kept, { wanted: asked, first: asked.toReversed() }),
          `${run}: ${own}\n--\n${text}`,
        ).toBe(fresh);
      } else refused += 1;
    }
  }
  expect(compared).toBeGreaterThan(2000);
  expect(refused).toBeGreaterThan(100);
});

test("openbsd make: what waits is the same, whoever has read the file before", () => {
  const long = "# a line that nobody reads, and that only makes the text so long\n".repeat(50);
  const loops = ".for i in 1\n.L := ${A}\n.endfor\n";
  const text = `${loops}${long}P = 1\n.for i in ${"${.L}"}\nX += $i\n.endfor\nQ = 1\n${long}R = 1\n`;
  const kept = { name: "shared.mk", text };
  const asking = { wanted: ["P", "Q"], first: ["P", "Q"] };
  const fresh = toldBy("A = b", { ...kept }, asking);
  for (let time = 0; time < 3; time += 1) toldBy("A = a", kept);
  expect(toldBy("A = b", kept, asking)).toBe(fresh);
});

test("openbsd make: what is wrong with a turn is told to each port", () => {
  for (const body of ["X = ${v:C/b/\\1/}", '.  if "${v:C/b/\\1/}"\nX = 1\n.  endif', "X += ${v:C/b/\\1/}"]) {
    const kept = { name: "shared.mk", text: `.for v in abc\n${body}\n.endfor\n` };
    for (let port = 0; port < 4; port += 1) {
      const told = toldBy("A = a", kept);
      expect(told, body).toContain("the expression has no group for");
      expect(told).toBe(toldBy("A = a", { ...kept }));
    }
  }
});
