// `build --deps`, over this machine: recipes of what a port needs, built before it.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const recipe = (...lines: readonly string[]) => `${["recipe_type=manifest", ...lines].join("\n")}\n`;

/** `Top` reads what `Lower` has installed; `Lower` has a version that does not serve. */
const FILES = {
  "Recipes/Top/1.0/Recipe": recipe('do_install() { cat "$lower_path/share/word" > "$target/word"; }'),
  "Recipes/Top/1.0/Resources/Dependencies": "Lower >= 1.0, < 2\n",
  "Recipes/Lower/1.5/Recipe": recipe(
    'do_install() { mkdir -p "$target/share" && echo low > "$target/share/word"; }',
  ),
  "Recipes/Lower/2.0/Recipe": recipe("do_install() { Die 'not this one'; }"),
  "Recipes/Lone/1.0/Recipe": recipe("do_install() { Die 'not built'; }"),
  "Recipes/Lone/1.0/Resources/Dependencies": "Nowhere\n",
  "Recipes/Old/1.0/Recipe": recipe("do_install() { Die 'not built'; }"),
  "Recipes/Old/1.0/Resources/Dependencies": "Lower >= 3\n",
  "Recipes/Hen/1.0/Recipe": recipe("do_install() { Die 'not built'; }"),
  "Recipes/Hen/1.0/Resources/Dependencies": "Egg\n",
  "Recipes/Egg/1.0/Recipe": recipe("do_install() { Die 'not built'; }"),
  "Recipes/Egg/1.0/Resources/Dependencies": "Hen\n",
};

async function built(name: string, ...options: readonly string[]) {
  const folder = folderOf(FILES);
  const place = ["--base", "host", "--engine", "namespace", "--unsigned"];
  const { diagnostics } = await runIn(folder, "build", name, "--recipes", "Recipes", ...place, ...options);
  const out = join(folder, "out");
  const packages = existsSync(out) ? readdirSync(out).filter((file) => file.endsWith(".tar.gz")) : [];
  return { said: rendered(diagnostics), packages: packages.map((file) => file.replace(/--.*/, "")) };
}

test("build: --deps builds the newest recipe that serves, and the port finds it", async () => {
  const { said, packages } = await built("Top", "--deps");
  expect(packages, said).toEqual(["Lower-1.5", "Top-1.0"]);
});

const refusals: readonly { readonly argv: readonly string[]; readonly says: readonly string[] }[] = [
  {
    argv: ["Top"],
    says: ["`Lower->=1.0,<2:Lower` is another port", "add `--deps` to build it first"],
  },
  { argv: ["Lone", "--deps"], says: ["`Nowhere` has no recipe here", "tarwright get-recipe Nowhere"] },
  { argv: ["Old", "--deps"], says: ["none of the versions of `Lower` here (1.5, 2.0) fulfils `Lower->=3`"] },
  {
    argv: ["Hen", "--deps"],
    says: ["to build `Hen` it would have to be there already: `Hen` → `Egg` → `Hen`"],
  },
  {
    argv: ["Top", "--deps", "--need", "zlbi"],
    says: ["`zlbi` is not a library or tool", "did you mean `zlib`?"],
  },
];

for (const { argv, says } of refusals) {
  test(`build: refuses ${argv.join(" ")}`, async () => {
    const [name = "", ...options] = argv;
    const { said, packages } = await built(name, ...options);
    for (const one of says) expect(said).toContain(one);
    expect(packages).not.toContain("Top-1.0");
  });
}
