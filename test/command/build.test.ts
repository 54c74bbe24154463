import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const TREE = {
  "foo/port.yml": portText(
    "foo",
    "flavors: {a: {}}\npseudo-flavors: {no_doc: {drops: [doc]}}\npackages: {core: {files: [bin/**]}, doc: {files: [share/**]}}\n",
  ),
  "lone/port.yml": portText("lone", "bases: [debian-12]\n"),
};

/** What is told before anything is fetched or opened; each refusal is the request's. */
const refusals: readonly { readonly argv: readonly string[]; readonly errors: readonly string[] }[] = [
  { argv: [""], errors: ["there is no port at ``"] },
  { argv: ["foo"], errors: ["`foo` says no base that it is meant for"] },
  { argv: ["lone", "2.0"], errors: ["`lone` is at version 1.0, not 2.0"] },
  {
    argv: ["foo", "--base", "host", "--subpackage", "core", "--subpackage", "nope"],
    errors: ["`foo` builds no subpackage `nope` with these flavors"],
  },
  {
    argv: ["foo", "--base", "host", "--flavor", "no_doc", "--subpackage", "doc"],
    errors: ["`foo` builds no subpackage `doc` with these flavors"],
  },
  { argv: ["lone", "--only", "x"], errors: ["`--only x` is not this job"] },
  { argv: ["lone", "--prefix", "/a b"], errors: ["`/a b` is not a prefix"] },
  {
    argv: ["lone", "3", "--only", "x", "--subpackage", "y", "--key", "none.sec"],
    errors: [
      "`lone` is at version 1.0, not 3",
      "`lone` builds no subpackage `y` with these flavors",
      "`--only x` is not this job",
      "the key `none.sec` is not there",
    ],
  },
  {
    argv: [
      "lone",
      "--jobs",
      "0",
      "--arch",
      "x86",
      "--compression",
      "zip",
      "--layout",
      "",
      "--engine",
      "dokcer",
    ],
    errors: [
      "`--arch` can't be `x86`",
      "`--layout` can't be ``",
      "`--engine` can't be `dokcer`",
      "`--compression` can't be `zip`",
      "`--jobs` can't be `0`",
    ],
  },
  {
    argv: ["lone", "--key", "k.sec", "--unsigned"],
    errors: ["`--key` and `--unsigned` contradict each other"],
  },
  {
    argv: ["lone", "--configure-options", "--with-x 'y"],
    errors: ["`--configure-options` ends inside a quote or after a backslash: `'y`"],
  },
];

for (const { argv, errors } of refusals) {
  test(`build ${argv.map((word) => word || "''").join(" ")}: refused at once`, async () => {
    const folder = folderOf(TREE);
    const { diagnostics } = await runIn(folder, "build", ...argv);
    const messages = diagnostics.map(({ message }) => message.replace(`${folder}/`, ""));
    expect(messages, rendered(diagnostics)).toEqual(errors);
    expect(exitStatus(diagnostics)).toBe(2);
  });
}

test("build: mistakes of the recipe are told with those of the request", async () => {
  const folder = folderOf({ "port.yml": portText("foo", "versoin: 1\n") });
  const { diagnostics } = await runIn(folder, "build", ".", "--flavor", "zzz", "--key", "none.sec");
  expect(diagnostics.map(({ code }) => code).sort()).toEqual([
    "key/not-found",
    "recipe/unknown-flavor",
    "yaml/unknown-key",
  ]);
});

const CONFIGURE =
  "echo \"$*\" >told\nprintf 'all:\\ninstall:\\n\\tmkdir -p $(share)\\n\\tcp told $(share)\\n' >Makefile\n";
const WHOLE = (member: string) => ({
  "Recipes/Whole/1.0/Recipe": "recipe_type=meta\ninclude=(\n  Part--1.0\n)\n",
  "Recipes/Part/1.0/Recipe": member,
  "Recipes/Part/1.0/configure": `#!/bin/sh\n${CONFIGURE}`,
});

test("build: configure options of a whole are told to its members, and refused where none takes any", async () => {
  const argv = ["build", "Recipes/Whole", "--base", "host", "--engine", "namespace", "--unsigned"] as const;
  const configured =
    'recipe_type=configure\nmake_variables=("share=$target/share")\npre_build() { cp "$recipedir/configure" .; }\n';
  const folder = folderOf(WHOLE(configured));
  const built = await runIn(folder, ...argv, "--configure-options", "--with-tea");
  expect(rendered(built.diagnostics)).toBe("");
  const [archive = ""] = readdirSync(join(folder, "out")).filter((file) => file.endsWith(".tar.gz"));
  const options = ["-xzOf", join(folder, "out", archive), "whole/share/told"] as const;
  expect(execFileSync("tar", options, { encoding: "utf8" })).toContain("--with-tea");
  const copied = folderOf(WHOLE("recipe_type=manifest\n"));
  const refused = await runIn(copied, ...argv, "--configure-options", "--with-tea");
  expect(refused.diagnostics.map(({ code }) => code)).toEqual(["build/unused-options"]);
});
