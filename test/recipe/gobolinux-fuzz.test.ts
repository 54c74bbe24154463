import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPort, readVariables, type Tree } from "../../src/recipe/recipe.ts";
import { renderDiagnostic } from "../../src/report.ts";
import { dice, knownRecipes, randomRecipe } from "./gobolinux-fuzz.ts";

const top = join(import.meta.dirname, "../..");
const REQUEST = { folder: "Foo/1", treeName: "t", pkgpath: "Foo", flavors: "default" } as const;

/** A Recipe, the one of its architecture and its dependencies are the same text: each must stand it. */
function treeOf(text: string): Tree {
  return {
    read: (path) => (/(?:Recipe|Dependencies|Description)$/.test(path) ? text : undefined),
    exists: (path) => (path.endsWith("Recipe") ? (path.startsWith("Foo/1/") ? "file" : "nothing") : "folder"),
    list: () => ["01-x.patch", "Dependencies", "Description"],
  };
}

test("gobolinux: a thousand random Recipes are read or refused, none breaks the reader or takes long", () => {
  const roll = dice(20040613);
  const known = knownRecipes(top);
  const outcomes = { read: 0, refused: 0 };
  for (let run = 0; run < 1000; run += 1) {
    const text = randomRecipe(roll, known);
    const began = performance.now();
    const reading = readPort(treeOf(text), REQUEST);
    readVariables(treeOf(text), REQUEST, []);
    expect(performance.now() - began, `run ${run}: ${JSON.stringify(text)}`).toBeLessThan(2000);
    outcomes[reading.ok ? "read" : "refused"] += 1;
    for (const one of reading.ok ? reading.value.warnings : reading.error) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach the terminal
      expect(renderDiagnostic(one, "never")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  }
  expect(outcomes.read).toBeGreaterThan(20);
  expect(outcomes.refused).toBeGreaterThan(500);
});

test("gobolinux: what bash can't parse is refused, and what it can is not, in 200 random Recipes", () => {
  const roll = dice(19990831);
  const known = knownRecipes(top);
  const differing: string[] = [];
  for (let run = 0; run < 200; run += 1) {
    const text = randomRecipe(roll, known);
    // Control characters and halves of pairs do not reach bash as they are.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
    if (/[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffd]/.test(text)) continue;
    const { status, stderr } = spawnSync("bash", ["--norc", "-n"], { input: text, encoding: "utf8" });
    // Of here-documents without an end it only warns, and now and then it complains with status 0.
    const isSound = status === 0 && stderr === "";
    const reading = readVariables(treeOf(text), REQUEST, []);
    const refusal = reading.ok
      ? undefined
      : reading.error.find(({ code }) => !["gobo/too-much", "gobo/too-deep"].includes(code));
    // Of what is refused for its depth or size, nobody has looked at the rest.
    if (!reading.ok && refusal === undefined) continue;
    if (isSound !== (refusal === undefined))
      differing.push(JSON.stringify({ text, stderr, refusal: refusal?.message }));
  }
  expect(differing).toEqual([]);
});

const monsters: readonly { readonly name: string; readonly text: string }[] = [
  { name: "parentheses", text: "(".repeat(400_000) },
  { name: "braces", text: "a={".repeat(100_000) },
  { name: "braces in a list", text: `a=(${"{a,b}".repeat(60_000)})\n` },
  { name: "closed braces in a list", text: `a=(${"{".repeat(100_000)}${",}".repeat(100_000)})\n` },
  { name: "substitutions", text: `a=${"$(".repeat(200_000)}` },
  { name: "arithmetic", text: `a=${"$((".repeat(120_000)}` },
  { name: "parameters", text: `a=${"${a:-".repeat(80_000)}` },
  { name: "backquotes in backquotes", text: `a=${"`\\`".repeat(100_000)}` },
  { name: "quotes", text: `a=${'"'.repeat(400_001)}` },
  { name: "here-documents", text: "cat <<E ".repeat(50_000) },
  { name: "functions", text: "a() { ".repeat(60_000) },
  { name: "lines that begin wrong", text: "a=(\n".repeat(100_000) },
  { name: "doubling", text: `recipe_type=x\na=xx\n${"a=$a$a\n".repeat(60)}` },
  { name: "loops in loops", text: `${"for a in {1..99}; do ".repeat(20)}:${"; done".repeat(20)}` },
  {
    name: "stars",
    text: `a=${"a".repeat(1000)}\nb=\${a##${"*a".repeat(400)}b}\nc=\${a//${"*a".repeat(100)}b/x}\n`,
  },
  { name: "appending", text: `${"a+=(x)\n".repeat(50_000)}` },
  { name: "a megabyte of words", text: `a=(${"x ".repeat(240_000)})\n` },
];

for (const { name, text } of monsters) {
  test(`gobolinux: ${name} are over in a moment`, () => {
    const began = performance.now();
    const reading = readPort(treeOf(text.slice(0, 100_000)), REQUEST);
    const said = reading.ok ? "" : reading.error.map((one) => renderDiagnostic(one, "never")).join("");
    expect(said.length).toBeLessThan(300_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
}
