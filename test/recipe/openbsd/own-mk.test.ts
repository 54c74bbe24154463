import { expect, test } from "vitest";
import { OWN_MK } from "../../../src/recipe/openbsd/own-mk.ts";

for (const [path, text] of OWN_MK) {
  test(`own mk: what ${path} includes is there`, () => {
    const included = [...text.matchAll(/^\.\s*include "\$\{PORTSDIR\}\/([^"$]+)"/gm)].map(([, one]) => one);
    expect(included.filter((one) => !OWN_MK.has(one ?? ""))).toEqual([]);
  });
  test(`own mk: ${path} says what it is for, and leaves no block open`, () => {
    expect(text).toMatch(/^# [A-Z]/);
    const count = (directive: RegExp) => [...text.matchAll(directive)].length;
    expect(count(/^\.\s*(if|ifdef|ifndef)\b/gm)).toBe(count(/^\.\s*endif\b/gm));
    expect(count(/^\.\s*for\b/gm)).toBe(count(/^\.\s*endfor\b/gm));
  });
}
