// Random Recipes: written by a seeded generator from the shell's own pieces, or real ones that were damaged.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A linear congruential generator (Numerical Recipes): the same inputs in every run. */
export function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Dice = ReturnType<typeof dice>;

const NAMES = "url urls file file_md5 dir recipe_type make_variables environment a b with_gui IFS".split(" ");
const SIGNS =
  "{ } [ ] ( ) $ ` ' \" \\ # ; & | < > = * ? ! ~ , . : / - + @ % ^ \n \t \r \0 \u001b \uFFFD \uD800 é 0 a".split(
    " ",
  );
const WORDS = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
  ..."$target ${a} ${a[@]} ${a:-x} ${a%%.*} ${a//b/c} ${#a} ${a:1:2} ${a^^} $(echo x) `basename $url` $((1+1)) $'\\n'".split(
    " ",
  ),
  ..."{a,b} {1..9} ~ <<EOF EOF if then else fi for in do done while case esac { } [[ ]] (( )) function x() ;; && ||".split(
    " ",
  ),
];

function word(roll: Dice, depth: number): string {
  const inner = () => (depth > 3 ? "x" : word(roll, depth + 1));
  switch (roll(12)) {
    case 0:
      return `"${inner()} ${inner()}"`;
    case 1:
      return `'${inner().replaceAll("'", "")}'`;
    case 2:
      return `\${${NAMES[roll(NAMES.length)]}:-${inner()}}`;
    case 3:
      return `$(${inner()})`;
    case 4:
      return `{${inner()},${inner()}}`;
    case 5:
      return `$${NAMES[roll(NAMES.length)]}`;
    default:
      return WORDS[roll(WORDS.length)] ?? "";
  }
}

function statement(roll: Dice, depth: number): string {
  const name = NAMES[roll(NAMES.length)];
  const body = () => (depth > 2 ? ":" : statement(roll, depth + 1));
  switch (roll(10)) {
    case 0:
      return `${name}=(${word(roll, 0)} ${word(roll, 0)})`;
    case 1:
      return `${name}+=${word(roll, 0)}`;
    case 2:
      return `if [ ${word(roll, 0)} = x ]; then ${body()}; else ${body()}; fi`;
    case 3:
      return `for ${name} in ${word(roll, 0)} ${word(roll, 0)}; do ${body()}; done`;
    case 4:
      return `pre_build() {\n${body()}\n${word(roll, 0)}\n}`;
    case 5:
      return `cat << EOF\n${word(roll, 0)}\nEOF`;
    case 6:
      return `case ${word(roll, 0)} in ${word(roll, 0)}) ${body()} ;; *) ${body()} ;; esac`;
    default:
      return `${name}=${word(roll, 0)}`;
  }
}

function damage(text: string, roll: Dice): string {
  const at = roll(text.length + 1);
  const sign = SIGNS[roll(SIGNS.length)] ?? "";
  const lines = text.split("\n");
  const line = roll(lines.length);
  switch (roll(7)) {
    case 0:
      return text.slice(0, at) + sign + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + roll(12));
    case 2:
      return text.slice(0, at) + word(roll, 0) + text.slice(at);
    case 3:
      return lines.toSpliced(line, 1).join("\n");
    case 4:
      return lines.toSpliced(line, 0, lines[roll(lines.length)] ?? "").join("\n");
    case 5:
      return text.slice(0, at) + sign.repeat(1 + roll(300)) + text.slice(at);
    default:
      return text.slice(0, at);
  }
}

/** The Recipes that tests are about. */
export function knownRecipes(top: string): readonly string[] {
  return readdirSync(join(top, "test/recipe/gobolinux"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/Recipe"))
    .sort()
    .map((path) => readFileSync(join(top, "test/recipe/gobolinux", path), "utf8"));
}

export function randomRecipe(roll: Dice, known: readonly string[]): string {
  if (roll(3) === 0) return Array.from({ length: 1 + roll(8) }, () => statement(roll, 0)).join("\n");
  let text = known[roll(known.length)] ?? "";
  for (let change = roll(5); change > 0; change -= 1) text = damage(text, roll);
  return text;
}
