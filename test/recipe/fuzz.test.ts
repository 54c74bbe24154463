import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPort } from "../../src/recipe/recipe.ts";
import { renderDiagnostic } from "../../src/report.ts";

const top = join(import.meta.dirname, "../..");
const documentsOf = (folder: string) =>
  readdirSync(join(top, folder))
    .map((name) => join(top, folder, name, "port.yml"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
const sound = [...documentsOf("test/recipe/yaml/good"), ...documentsOf("examples")];
const bad = documentsOf("test/recipe/yaml/bad");

/** A linear congruential generator (Numerical Recipes): the same inputs in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const PIECES = "{ } [ ] : - ? & * ! | > ' \" % @ ` # , \t \n \r \0 \x1b \uFEFF \uD800 é 🙂 0 9 a".split(" ");
const WORDS = [
  "{name}",
  "{file}",
  "../",
  "<<: *a",
  "&a",
  "---\n",
  "null",
  "1e999",
  "!!binary ",
  ": ",
  "- ",
  "  ",
];

function mutate(text: string, roll: (sides: number) => number): string {
  const at = roll(text.length + 1);
  const piece = PIECES[roll(PIECES.length)] ?? "";
  const word = WORDS[roll(WORDS.length)] ?? "";
  const lines = text.split("\n");
  const line = roll(lines.length);
  switch (roll(8)) {
    case 0:
      return text.slice(0, at) + piece + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + roll(12));
    case 2:
      return text.slice(0, at) + word + text.slice(at);
    case 3:
      return lines.toSpliced(line, 1).join("\n");
    case 4:
      return lines.toSpliced(line, 0, lines[roll(lines.length)] ?? "").join("\n");
    case 5:
      return lines.with(line, `  ${lines[line]}`).join("\n");
    case 6:
      return text.slice(0, at) + piece.repeat(1 + roll(300)) + text.slice(at);
    default:
      return text.slice(0, at);
  }
}

test("yaml: a thousand damaged recipes are read or refused, none breaks the reader or takes long", () => {
  const roll = dice(20160325);
  const outcomes = { read: 0, refused: 0 };
  for (let run = 0; run < 1000; run += 1) {
    const documents = roll(3) ? sound : bad;
    let text = documents[roll(documents.length)] ?? "";
    for (let change = roll(5); change > 0; change -= 1) text = mutate(text, roll);
    const started = performance.now();
    const reading = readPort(
      {
        read: (path) => (path === "port.yml" ? text : undefined),
        exists: () => "file",
        list: () => ["a.patch"],
      },
      { folder: "", treeName: "t", pkgpath: "devel/t", flavors: roll(4) ? "default" : ["crypto", "no_x11"] },
    );
    const tookMs = performance.now() - started;
    expect(tookMs, `run ${run}: ${JSON.stringify(text)}`).toBeLessThan(2000);
    if (reading.ok) {
      outcomes.read += 1;
      reading.value.variables();
    } else {
      outcomes.refused += 1;
      expect(reading.error.length).toBeGreaterThan(0);
      for (const one of reading.error) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach the terminal
        expect(renderDiagnostic(one, "never")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      }
    }
  }
  expect(outcomes.read).toBeGreaterThan(50);
  expect(outcomes.refused).toBeGreaterThan(500);
});

const monsters: readonly { readonly name: string; readonly text: string }[] = [
  { name: "an endless list of dashes", text: "- ".repeat(250_000) },
  { name: "question marks", text: "? ".repeat(250_000) },
  { name: "brackets", text: "[".repeat(500_000) },
  { name: "braces", text: "{a: ".repeat(120_000) },
  {
    name: "indentation a level a line",
    text: Array.from({ length: 900 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""),
  },
  { name: "a hundred thousand keys", text: Array.from({ length: 50_000 }, (_, i) => `k${i}: 1\n`).join("") },
  { name: "the same key again and again", text: "name: a\n".repeat(60_000) },
  { name: "anchors", text: "&a ".repeat(150_000) },
  { name: "documents", text: "---\n".repeat(100_000) },
  { name: "colons", text: ":".repeat(500_000) },
  { name: "a dependency of dashes", text: `depends: {build: ["${"-".repeat(500_000)}"]}\n` },
  { name: "a pattern of stars", text: `patches: ["${"*".repeat(400_000)}x", "${"**/".repeat(100_000)}x"]\n` },
  { name: "a license of words", text: `license: "${"(".repeat(400_000)}"\n` },
  { name: "a name of dashes", text: `name: "${"a-".repeat(250_000)}"\n` },
  { name: "a library of dots", text: `wantlib: ["${"a/".repeat(100_000)}!", "${"a".repeat(100_000)}>"]\n` },
  { name: "a digest of digits", text: `distfiles: [{url: a, sha256: "${"0".repeat(500_000)}"}]\n` },
  { name: "a subpackage of dashes", text: `packages: {"${"a-".repeat(20_000)}": {}}\n` },
];

for (const { name, text } of monsters) {
  test(`yaml: refuses ${name} in a moment`, () => {
    const started = process.cpuUsage();
    const reading = readPort(
      { read: () => text, exists: () => "file", list: () => ["a".repeat(250)] },
      { folder: "", treeName: "t", pkgpath: "t", flavors: "default" },
    );
    expect(reading.ok).toBe(false);
    const said = reading.ok ? "" : reading.error.map((one) => renderDiagnostic(one, "never")).join("");
    expect(said.length).toBeGreaterThan(0);
    // Of the processor, whatever else the machine does.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
  });
}
