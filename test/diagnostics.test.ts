// Each diagnostic that a user can meet is explained, and nothing is explained that no longer exists.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AUDIT_CHECKS } from "../src/port/port.ts";

const top = join(import.meta.dirname, "..");

const sources = readdirSync(join(top, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(top, "src", name), "utf8"));

/** Literals that stand where a code is asked for, or whose first half is that of such a one. */
function codesOf(texts: readonly string[]): readonly string[] {
  const named = texts.flatMap((text) => [...text.matchAll(/\bcode: "([a-z-]+)\/[a-z-]+"/g)]);
  const subjects = new Set([...named.map((match) => match[1]), "usage", "openbsd"]);
  const literals = texts.flatMap((text) => [...text.matchAll(/"([a-z-]+)\/([a-z-]+)"/g)]);
  const codes = literals.filter((match) => subjects.has(match[1])).map((match) => `${match[1]}/${match[2]}`);
  return [...new Set(codes)].sort();
}

const rows = [
  ...readFileSync(join(top, "docs/troubleshooting.md"), "utf8").matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm),
].map((match) => match[1] ?? "");

test("diagnostics: every code of src/ has its row in docs/troubleshooting.md, and no other has", () => {
  // A check of the audit has its name for a code, since a recipe names it too.
  const audit = AUDIT_CHECKS.map((check) => `audit/${check}`);
  expect(rows).toEqual([...codesOf(sources), ...audit].sort());
});

test("diagnostics: a code is a whole literal, so that it can be searched for", () => {
  const spliced = sources.flatMap((text) =>
    [...text.matchAll(/\bcode: `[^`]*\$\{[^`]*`/g)].map(([code]) => code),
  );
  // Types of codes, rather than codes.
  expect(spliced.filter((code) => !/\{string\}`$/.test(code))).toEqual([]);
});
