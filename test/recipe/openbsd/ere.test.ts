import { expect, test } from "vitest";
import { compileEre, newEffort } from "../../../src/recipe/openbsd/ere.ts";

const matches: readonly {
  readonly pattern: string;
  readonly text: string;
  readonly match: readonly (string | undefined)[];
}[] = [
  { pattern: "b+", text: "abbb", match: ["bbb"] },
  { pattern: "(a|ab)(c|bcd)(d*)", text: "abcd", match: ["abcd", "a", "bcd", ""] },
  { pattern: "(a?)(ab)?", text: "ab", match: ["ab", "", "ab"] },
  { pattern: "(patch|configure|build)$", text: "x:configure", match: ["configure", "configure"] },
  { pattern: "(:patch|:configure|:build)$", text: "a:build:patch", match: [":patch", ":patch"] },
  { pattern: "(:a|:b|:ab)c", text: "x:abc", match: [":abc", ":ab"] },
  { pattern: "(x)|(y)", text: "-y", match: ["y", undefined, "y"] },
  { pattern: "a?(b|abc|ac)", text: "abc", match: ["abc", "abc"] },
  { pattern: "b?(ba[^a]?|a)", text: "babb", match: ["bab", "bab"] },
  { pattern: "[^a]*(a|ba.)", text: "baaaa", match: ["baa", "baa"] },
  { pattern: "[a-z-]*(-|b-ma|b-do)", text: "lib-main", match: ["lib-ma", "b-ma"] },
  { pattern: "a*(bc|.d)", text: "aabcd", match: ["aabc", "bc"] },
  { pattern: "(a.?|b)(c|dd)$", text: "axdd", match: ["axdd", "ax", "dd"] },
  { pattern: "one|one two", text: "one two", match: ["one two"] },
  { pattern: "(a|b)*c|(a|ab)*c", text: "abc", match: ["abc", "b", undefined] },
  { pattern: "{.*}", text: "a{b}c", match: ["{b}"] },
  { pattern: "a{2,3}", text: "aaaa", match: ["aaa"] },
  { pattern: "(ab){2}", text: "xababab", match: ["abab", "ab"] },
  { pattern: "[]x]+", text: "a]x]", match: ["]x]"] },
  { pattern: "[^a-c.]", text: "ab.d", match: ["d"] },
  { pattern: "[[:digit:]]+[[:alpha:]]", text: "x12y", match: ["12y"] },
  { pattern: "^$", text: "", match: [""] },
  { pattern: "a.c", text: "a\nc", match: ["a\nc"] },
  { pattern: "\\.tar", text: "x.tar", match: [".tar"] },
  { pattern: "(x*)*y", text: "xxy", match: ["xxy", "xx"] },
];

for (const { pattern, text, match } of matches) {
  test(`ere: ${pattern} in ${JSON.stringify(text)}`, () => {
    const compiled = compileEre(pattern);
    if (!compiled.ok) throw new Error(compiled.error);
    const found = compiled.value.match(text, newEffort());
    if (!found || found === "too long") throw new Error(String(found));
    expect([...found.texts]).toEqual(match);
    expect(text.slice(found.start, found.end)).toBe(match[0]);
  });
}

test.each([
  ["(", "parentheses not balanced"],
  ["a**", "repetition-operator operand invalid"],
  ["*a", "repetition-operator operand invalid"],
  ["[a", "brackets ([ ]) not balanced"],
  ["a{3,2}", "invalid repetition count(s)"],
  ["a{1000}", "invalid repetition count(s)"],
  ["x\\", "trailing backslash (\\)"],
  ["[b-a]", "invalid character range"],
  ["((((a{99}){99}){99}){99})", "regular expression is too big"],
])("ere: %s is refused: %s", (pattern, error) => {
  expect(compileEre(pattern)).toEqual({ ok: false, error });
});

const SLOW: readonly (readonly [string, string])[] = [
  ...["(a*)*b", "(a|a)*b", "a*a*a*a*a*a*b", "(.*)(.*)(.*)(.*)x"].map(
    (pattern) => [pattern, "a".repeat(20_000)] as const,
  ),
  [`${".?".repeat(27)}(aa|ab)z`, `z${"a".repeat(40)}`],
  [`${".?".repeat(27)}aaz`, `z${"a".repeat(40)}`],
  [".*.*(ab|ac)z", `z${"ab".repeat(5000)}`],
  [".*abz", `z${"ab".repeat(10_000)}`],
];

test("ere: an expression that would go back for ever takes a moment", () => {
  const started = performance.now();
  for (const [pattern, text] of SLOW) {
    const compiled = compileEre(pattern);
    if (!compiled.ok) throw new Error(compiled.error);
    expect(compiled.value.match(text, newEffort())).toBeUndefined();
  }
  expect(performance.now() - started).toBeLessThan(5000);
});
