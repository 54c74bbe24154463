import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const recipe = (more = "") =>
  `recipe_type=makefile\nurl="https://example.org/$app-$version.tar.gz"\nfile_size=1\nfile_md5=0123456789abcdef0123456789abcdef\n${more}`;

const TREE = {
  "LocalRecipes/Joe/3.6/Recipe": recipe(),
  "LocalRecipes/Joe/3.7/Recipe": recipe("makefiel=x\n"),
  "LocalRecipes/Joe/3.7/Resources/Dependencies": "Ncurses\n",
  "LocalRecipes/Joe/3.7/Recipe~": "of an editor",
  "LocalRecipes/Bad/1.0/Recipe": "recipe_type=nothing\n",
};

test("recipe-store: an archive and a report of each recipe, the list of all; the same recipe makes the same bytes", async () => {
  const folder = folderOf(TREE);
  const ran = await runIn(folder, "recipe-store", "LocalRecipes");
  expect(readdirSync(join(folder, "Store"))).toEqual([
    "Bad--1.0--recipe.tar.bz2",
    "Bad--1.0--report.txt",
    "Joe--3.6--recipe.tar.bz2",
    "Joe--3.6--report.txt",
    "Joe--3.7--recipe.tar.bz2",
    "Joe--3.7--report.txt",
    "RecipeList",
  ]);
  expect(ran.text).toBe(
    "Store/Bad--1.0--recipe.tar.bz2  1 error, 0 warnings\nStore/Joe--3.6--recipe.tar.bz2  no problems\nStore/Joe--3.7--recipe.tar.bz2  0 errors, 1 warning\n",
  );
  const archive = join(folder, "Store/Joe--3.7--recipe.tar.bz2");
  expect(execFileSync("tar", ["-tjf", archive], { encoding: "utf8" })).toBe(
    "Joe/\nJoe/3.7/\nJoe/3.7/Recipe\nJoe/3.7/Resources/\nJoe/3.7/Resources/Dependencies\n",
  );
  const bytes = readFileSync(archive);
  const report = readFileSync(join(folder, "Store/Joe--3.7--report.txt"), "utf8");
  expect(report).toContain(
    `SHA256 (Joe--3.7--recipe.tar.bz2) = ${createHash("sha256").update(bytes).digest("hex")}\n`,
  );
  expect(report).toContain("`makefiel`");
  expect(readFileSync(join(folder, "Store/RecipeList"), "utf8")).toBe(
    "Bad--1.0--recipe.tar.bz2\nJoe--3.6--recipe.tar.bz2\nJoe--3.7--recipe.tar.bz2\n",
  );
  const shown = await runIn(folder, "show", "Store/Joe--3.6--recipe.tar.bz2");
  expect(rendered(shown.diagnostics)).toBe("");
  await runIn(folder, "recipe-store", "LocalRecipes/Joe/3.7", "--store", "again");
  expect(readFileSync(join(folder, "again/Joe--3.7--recipe.tar.bz2")).equals(bytes)).toBe(true);
});

const stores: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly left: readonly string[];
}[] = [
  {
    name: "a local recipe comes to lie in the Store beside",
    argv: ["Foo", "--out", "out"],
    left: ["Store/Foo--1.0--recipe.tar.bz2", "Store/Foo--1.0--report.txt", "Store/RecipeList"],
  },
  {
    name: "or where one says",
    argv: ["Foo", "--store", "mine"],
    left: ["mine/Foo--1.0--recipe.tar.bz2", "mine/Foo--1.0--report.txt", "mine/RecipeList"],
  },
  { name: "those of others do not", argv: ["Bar", "--recipes", "Recipes"], left: [] },
  { name: "nor those whose build failed", argv: ["Bad"], left: [] },
];

for (const { name, argv, left } of stores) {
  test(`build: ${name}`, async () => {
    const install = (step: string) =>
      `recipe_type=manifest\ndo_install() { mkdir -p "$target/share" && echo x >"$target/share/x"${step}; }\n`;
    const folder = folderOf({
      "LocalRecipes/Foo/1.0/Recipe": install(""),
      "LocalRecipes/Bad/1.0/Recipe": install(" && false"),
      "Recipes/Bar/1.0/Recipe": install(""),
    });
    const ran = await runIn(
      folder,
      "build",
      ...argv,
      "--base",
      "host",
      "--engine",
      "namespace",
      "--unsigned",
    );
    const found = ["Store", "mine"].flatMap((store) =>
      existsSync(join(folder, store))
        ? readdirSync(join(folder, store)).map((file) => `${store}/${file}`)
        : [],
    );
    expect(found, rendered(ran.diagnostics)).toEqual(left);
    const packed = left.find((file) => file.endsWith("--recipe.tar.bz2"));
    if (packed) expect(ran.text).toContain(`its recipe, packed: ${packed}\n`);
  });
}

test("recipe-store: what is no recipe is refused before anything is written", async () => {
  const folder = folderOf({ ...TREE, "other/README": "" });
  const ran = await runIn(folder, "recipe-store", "LocalRecipes", "other", "nowhere");
  expect(ran.diagnostics.map(({ code }) => code)).toEqual(["usage/no-recipe", "usage/no-recipe"]);
  expect(readdirSync(folder)).toEqual(["LocalRecipes", "other"]);
});
