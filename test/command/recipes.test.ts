// Recipes of GoboLinux by the verbs: found by name and version, shown, listed, checked, refused.

import { truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const recipe = (more = "") =>
  `recipe_type=makefile\nurl="$httpSourceforge/x/$app-$version.tar.gz"\nfile_size=1\nfile_md5=0123456789abcdef0123456789abcdef\n${more}`;

const TREES = {
  "LocalRecipes/Joe/3.6-r2/Recipe": recipe("make_variables=(LOCAL=1)\n"),
  "Recipes/Joe/3.6/Recipe": recipe(),
  "Recipes/Joe/3.5/Recipe": recipe(),
  "Recipes/Joe/3.10/Recipe": recipe(),
  "Recipes/Joe/3.10/x86_64/Recipe": "make_variables=(WIDE=1)\n",
  "Recipes/Joe/3.11/notes": "no recipe",
  "Recipes/GTK+/2.0/Recipe": recipe("make_variables=(K=`uname -r`)\n"),
  "Recipes/SDL_Mixer/1/Recipe": recipe(),
  "Recipes/SDL_mixer/1/Recipe": recipe(),
  "Recipes/Wrong/1/Recipe": 'url="\n',
};

const found: readonly { readonly argv: readonly string[]; readonly version: string }[] = [
  { argv: ["Joe"], version: "Joe-3.6p2" },
  { argv: ["joe"], version: "Joe-3.6p2" },
  { argv: ["joe", "3.6"], version: "Joe-3.6p2" },
  { argv: ["joe", "3.6-r2"], version: "Joe-3.6p2" },
  { argv: ["joe", "3.5"], version: "Joe-3.5" },
  { argv: ["joe", "--recipes", "Recipes"], version: "Joe-3.10" },
  { argv: ["joe", "3.6", "--recipes", "Recipes", "--recipes", "LocalRecipes"], version: "Joe-3.6" },
  { argv: ["gtk+"], version: "GTK+-2.0" },
  { argv: ["SDL_Mixer"], version: "SDL_Mixer-1" },
  { argv: ["Recipes/Joe"], version: "Joe-3.10" },
  { argv: ["Recipes/Joe/"], version: "Joe-3.10" },
  { argv: ["Recipes/Joe", "3.5"], version: "Joe-3.5" },
  { argv: ["Recipes/Joe/3.5"], version: "Joe-3.5" },
  { argv: ["Recipes/Joe/3.5/Recipe"], version: "Joe-3.5" },
];

for (const { argv, version } of found) {
  test(`show ${argv.join(" ")}: ${version}`, async () => {
    const { json, diagnostics } = await runIn(folderOf(TREES), "show", ...argv);
    expect(rendered(diagnostics.filter(({ severity }) => severity === "error"))).toBe("");
    expect(json).toMatchObject({ dialect: "gobolinux", packages: [{ fullpkgname: version }] });
  });
}

const refused: readonly { readonly argv: readonly string[]; readonly said: string }[] = [
  {
    argv: ["sdl_mixer"],
    said: "error[usage/recipe-ambiguous]: `sdl_mixer` is `SDL_Mixer` and `SDL_mixer`\n  = help: write the one you mean\n",
  },
  {
    argv: ["Joe", "9"],
    said: "error[usage/recipe-version]: `Joe` has no version `9` among its recipes\n  = help: choose from 3.6-r2\n",
  },
  {
    argv: ["Jo", "--recipes", "Recipes"],
    said: "error[usage/no-recipe]: there is no recipe of `Jo` in `Recipes`\n  = help: did you mean `Joe`?\n",
  },
  {
    argv: ["Joe", "--recipes", "None"],
    said: "error[usage/no-recipes]: there is no folder `None`\n  = help: name folders of recipes, as `Recipes` with `Joe/3.6/Recipe` in it\n",
  },
];

for (const { argv, said } of refused) {
  test(`show ${argv.join(" ")} is refused`, async () => {
    const { diagnostics } = await runIn(folderOf(TREES), "show", ...argv);
    expect(rendered(diagnostics)).toBe(said);
    expect(exitStatus(diagnostics)).toBe(2);
  });
}

test("show --raw: the Recipe alone, and with that of an architecture", async () => {
  const folder = folderOf(TREES);
  const alone = await runIn(folder, "show", "Recipes/Joe", "--raw=make_variables,url");
  expect(rendered(alone.diagnostics)).toContain("the recipe does not set `make_variables`");
  const wide = await runIn(folder, "show", "Recipes/Joe", "--raw=make_variables,url", "--arch", "x86_64");
  expect(wide.json).toEqual({
    make_variables: ["WIDE=1"],
    url: "https://downloads.sourceforge.net/x/Joe-3.10.tar.gz",
  });
});

test("list --raw: a line for each Recipe, what is unknown by name, what is wrong as errors", async () => {
  const { printed } = await runIn(folderOf(TREES), "list", "Recipes", "--raw=make_variables,functions");
  const lines = printed
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ key }) => key)).toEqual([
    "GTK+/2.0/Recipe",
    "Joe/3.10/Recipe",
    "Joe/3.5/Recipe",
    "Joe/3.6/Recipe",
    "SDL_Mixer/1/Recipe",
    "SDL_mixer/1/Recipe",
    "Wrong/1/Recipe",
  ]);
  expect(lines[0]).toEqual({ key: "GTK+/2.0/Recipe", vars: { functions: [] }, unknown: ["make_variables"] });
  expect(lines.at(-1)).toMatchObject({
    errors: [{ code: "gobo/quote", file: "Recipes/Wrong/1/Recipe", line: 1 }],
  });
});

test("list --entries: the Recipe of an architecture, alone", async () => {
  const folder = folderOf({ ...TREES, entries: "Joe/3.10/x86_64/Recipe\n" });
  const { printed } = await runIn(folder, "list", "Recipes", "--raw", "--entries", "entries");
  expect(JSON.parse(printed)).toEqual({
    key: "Joe/3.10/x86_64/Recipe",
    vars: { make_variables: ["WIDE=1"], functions: [] },
  });
});

test("check: every recipe of a tree", async () => {
  const { diagnostics, text } = await runIn(folderOf(TREES), "check", "Recipes");
  expect(rendered(diagnostics)).toContain("Recipes/Wrong/1/Recipe:1:5: error[gobo/quote]");
  expect(text).toBe("7 ports checked\n");
});

const META = {
  "L/All/1/Recipe": "recipe_type=meta\ninclude=(Joe--3.6 Jo--3.6 Zlib--9 zlib--1.2)\n",
  "L/Part/1/Recipe": recipe("part_of=Xorg-Lib\n"),
  "L/Joe/3.6/Recipe": recipe(),
  "R/Zlib/1.2/Recipe": recipe(),
  "R/Xorg-Libs/1/Recipe": recipe(),
};

const parts: readonly { readonly argv: readonly string[]; readonly said: readonly (readonly string[])[] }[] =
  [
    {
      argv: ["All", "--recipes", "L", "--recipes", "R"],
      said: [
        ["there is no recipe of `Jo` among these", "did you mean `Joe`?"],
        ["`Zlib` has no version `9` among these recipes", "choose from 1.2"],
      ],
    },
    {
      argv: ["All", "--recipes", "L"],
      said: [
        ["there is no recipe of `Jo` among these", "did you mean `Joe`?"],
        ["there is no recipe of `Zlib` among these", "name the folder that has it with `--recipes`, too"],
        ["there is no recipe of `zlib` among these", "name the folder that has it with `--recipes`, too"],
      ],
    },
    {
      argv: ["Part", "--recipes", "L", "--recipes", "R"],
      said: [["there is no recipe of `Xorg-Lib` among these", "did you mean `Xorg-Libs`?"]],
    },
    // Only the recipe's own folder is at hand.
    { argv: ["L/All/1"], said: [] },
  ];

for (const { argv, said } of parts) {
  test(`show ${argv.join(" ")}: parts that are not there`, async () => {
    const { diagnostics } = await runIn(folderOf(META), "show", ...argv);
    const found = diagnostics.filter(({ code }) => code === "gobo/part");
    expect(found.map(({ message, help }) => [message, help])).toEqual(said);
    expect(exitStatus(diagnostics)).toBe(0);
  });
}

const FLAGS = {
  "R/Curl/1/Recipe": recipe(),
  "R/Curl/1/Resources/Dependencies": "[*ssl]\nOpenSSL [openssl]\nGnuTLS [gnutls]\n",
  "R/Curl/1/Resources/Description": "[Summary] Fetches\n[License] GNU General Public License version 2\n",
  "R/Free/1/Recipe": recipe(),
  "R/Free/1/Resources/Dependencies": "OpenSSL [openssl]\nGnuTLS [gnutls]\n",
  "R/Free/1/Resources/Description": "[License] GPL\n",
};

test("a flag that stands for others brings the first that is known; of [*ssl] there is only one", async () => {
  const folder = folderOf(FLAGS);
  const show = (...argv: readonly string[]) => runIn(folder, "show", ...argv, "--recipes", "R");
  const chosen = async (...argv: readonly string[]) =>
    ((await show(...argv)).json as { flavors: { chosen: readonly string[] } }).flavors.chosen;
  expect(await chosen("Curl", "--flavor", "ssl")).toEqual(["ssl", "openssl"]);
  expect(await chosen("Curl", "--flavor", "ssl gnutls")).toEqual(["ssl", "gnutls"]);
  expect(await chosen("Curl")).toEqual([]);
  expect(await chosen("Free", "--flavor", "openssl gnutls")).toEqual(["openssl", "gnutls"]);
  const both = await show("Curl", "--flavor", "openssl gnutls");
  expect(both.diagnostics.map(({ code }) => code)).toEqual(["recipe/excluded-flavors"]);
});

test("a Recipe of 50 MB is refused by its size", async () => {
  const folder = folderOf({ "R/Big/1/Recipe": recipe() });
  truncateSync(join(folder, "R/Big/1/Recipe"), 50_000_000);
  for (const argv of [
    ["show", "R/Big/1"],
    ["show", "R/Big/1", "--raw"],
    ["check", "R"],
  ]) {
    const { diagnostics } = await runIn(folder, ...argv);
    expect(diagnostics.map(({ code }) => code)).toEqual(["gobo/too-long"]);
    expect(exitStatus(diagnostics)).toBe(1);
  }
});
