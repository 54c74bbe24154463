import { expect, test } from "vitest";
import { isLiteral, matchesGlob } from "../../src/port/port.ts";

const cases: readonly (readonly [pattern: string, path: string, verdict: "fits" | "does not fit"])[] = [
  ["bin/foo", "bin/foo", "fits"],
  ["bin/foo", "bin/foo2", "does not fit"],
  ["bin/*", "bin/foo", "fits"],
  ["bin/*", "bin/a/b", "does not fit"],
  ["bin/*", "bin", "does not fit"],
  ["bin/**", "bin/a/b", "fits"],
  ["bin/**", "bin", "fits"],
  ["bin/**", "bind/a", "does not fit"],
  ["**", "a/b/c", "fits"],
  ["**/c", "c", "fits"],
  ["**/c", "a/b/c", "fits"],
  ["a/**/b/**/c", "a/x/b/y/z/c", "fits"],
  ["a/**/b/**/c", "a/x/y/c", "does not fit"],
  ["lib/*.so*", "lib/libz.so.1.2", "fits"],
  ["lib/*.so*", "lib/libz.a", "does not fit"],
  ["lib/a**b", "lib/axb", "fits"],
  ["lib/a**b", "lib/a/b", "does not fit"],
  ["lib/lib?.a", "lib/libz.a", "fits"],
  ["lib/lib?.a", "lib/lib.a", "does not fit"],
  ["lib/lib?.a", "lib/lib🙂.a", "fits"],
  ["include/a.h++", "include/a.h++", "fits"],
  ["a[b]", "a[b]", "fits"],
  ["a[b]", "ab", "does not fit"],
  ["*", ".hidden", "fits"],
  ["*a*b*c", "xxaxxbxxbxxc", "fits"],
  ["*a*b*c", "xxaxxcxxb", "does not fit"],
];

for (const [pattern, path, verdict] of cases) {
  test(`glob: ${pattern} ${verdict} ${path}`, () => {
    expect(matchesGlob(pattern, path)).toBe(verdict === "fits");
  });
}

test("glob: a path is literal until it has a star or a question mark", () => {
  expect(["a/b", "a[b]", "a*", "a?", "**"].map(isLiteral)).toEqual([true, true, false, false, false]);
});

test("glob: many stars over a long path take no time", () => {
  const started = performance.now();
  expect(matchesGlob(`${"**/*a*/".repeat(50)}x`, `${"aaaaaaaaaa/".repeat(500)}y`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});
