// The next version of recipes in each dialect: their text to the letter, sources from a real server, read back.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { serve, whole } from "../build/faulty-server.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

beforeEach(() => void vi.stubEnv("XDG_CACHE_HOME", temporaryFolder()));

const NEW = Buffer.from("the new source");
const OTHER = Buffer.from("another new one");
const hex = (algorithm: string, content = NEW) => createHash(algorithm).update(content).digest("hex");
const base64 = (content: Buffer) => createHash("sha256").update(content).digest("base64");

/** `@` stands for the server. */
const gobo: readonly {
  readonly name: string;
  readonly old: string;
  readonly argv?: readonly string[];
  readonly renewed: string;
}[] = [
  {
    name: "comments, layout and functions stay",
    old: `# Recipe (MakeRecipe) for Foo by A, on Wed
# Recipe for version 1.2 by A, on Wed

compile_version=1.8.0  # mine
url="@/1.2/foo-1.2.tar.gz"
mirror_url='@/mirror/foo-1.2.tar.gz'
file_size=1
file_md5=0123456789abcdef0123456789abcdef
dir='foo-1.2'
recipe_type=makefile
make_variables=( # all of them
   "PREFIX=$target"
)
pre_build() {
   cd foo-1.2
}
`,
    renewed: `# Recipe (MakeRecipe) for Foo by A, on Wed
# Recipe for version 2.0

compile_version=1.8.0  # mine
url="@/2.0/foo-2.0.tar.gz"
mirror_url='@/mirror/foo-2.0.tar.gz'
file_size=14
file_md5=${hex("md5")}
file_sha=${hex("sha256")}
dir='foo-2.0'
recipe_type=makefile
make_variables=( # all of them
   "PREFIX=$target"
)
pre_build() {
   cd foo-2.0
}
`,
  },
  {
    name: "$version is one spelling, and sums come behind a source that had none",
    old: 'recipe_type=makefile\nurl="@/$version/foo-$version.tar.gz"\n',
    renewed: `recipe_type=makefile\nurl="@/$version/foo-$version.tar.gz"\nfile_size=14\nfile_md5=${hex("md5")}\nfile_sha=${hex("sha256")}\n`,
  },
  {
    name: "several sources, each with its sums",
    old: 'urls=(\n   "@/1.2/foo-1.2.tar.gz"\n   "@/bar-7.tar.gz"\n)\nfile_sizes=(\n   1\n   2\n)\nfile_md5s=( 0123456789abcdef0123456789abcdef\n   0123456789abcdef0123456789abcdef )\nrecipe_type=makefile',
    renewed: `urls=(\n   "@/2.0/foo-2.0.tar.gz"\n   "@/bar-7.tar.gz"\n)\nfile_sizes=(\n   14\n   15\n)\nfile_md5s=(\n   ${hex("md5")}\n   ${hex("md5", OTHER)}\n)\nfile_shas=(\n   ${hex("sha256")}\n   ${hex("sha256", OTHER)}\n)\nrecipe_type=makefile`,
  },
  {
    name: "another address, without the old file's name",
    old: 'url="https://gone.example.org/get?1.2"\nfile="foo-1.2.tar.gz"\nfile_size=1\nrecipe_type=makefile\n',
    argv: ["@/2.0/foo-2.0.tar.gz"],
    renewed: `url="@/2.0/foo-2.0.tar.gz"\nfile_size=14\nfile_md5=${hex("md5")}\nfile_sha=${hex("sha256")}\nrecipe_type=makefile\n`,
  },
];

const places = {
  "/2.0/foo-2.0.tar.gz": whole(NEW),
  "/mirror/foo-2.0.tar.gz": whole(NEW),
  "/bar-7.tar.gz": whole(OTHER),
};

for (const { name, old, argv = [], renewed } of gobo) {
  test(`new-version of a Recipe: ${name}`, async () => {
    const server = await serve(places);
    const at = (text: string) => text.replaceAll("@", server.url(""));
    const folder = folderOf({
      "LocalRecipes/Foo/1.1/Recipe": at(old).replaceAll("1.2", "1.1"),
      "LocalRecipes/Foo/1.2/Recipe": at(old),
      "LocalRecipes/Foo/1.2/01-fix.patch": "--- a\n+++ b\n",
      "LocalRecipes/Foo/1.2/Resources/Dependencies": "Ncurses 5.4\n",
      "LocalRecipes/Foo/1.2/arm/Recipe": "configure_options=( foo-1.2 )\n",
    });
    const ran = await runIn(folder, "new-version", "foo", "2.0", ...argv.map(at));
    expect(rendered(ran.diagnostics)).toBe("");
    const place = join(folder, "LocalRecipes/Foo/2.0");
    expect(readFileSync(join(place, "Recipe"), "utf8")).toBe(at(renewed));
    execFileSync("bash", ["-n", join(place, "Recipe")]);
    expect(readFileSync(join(place, "arm/Recipe"), "utf8")).toContain("foo-2.0");
    expect(readFileSync(join(place, "Resources/Dependencies"), "utf8")).toBe("Ncurses 5.4\n");
    expect(ran.json).toMatchObject({ name: "Foo", version: "2.0", from: "1.2", patches: ["01-fix.patch"] });
    expect(readFileSync(join(folder, "LocalRecipes/Foo/1.2/Recipe"), "utf8")).toBe(at(old));
    const checked = await runIn(folder, "check", "LocalRecipes/Foo/2.0");
    expect(rendered(checked.diagnostics)).toBe("");
  });
}

test("new-version of a Recipe: the source of an architecture has its own sums", async () => {
  const server = await serve(places);
  const folder = folderOf({
    "Recipes/Foo/1.2/Recipe": `url="${server.url("/1.2/foo-1.2.tar.gz")}"\nfile_size=1\nrecipe_type=makefile\n`,
    "Recipes/Foo/1.2/arm/Recipe": `url="${server.url("/bar-7.tar.gz")}"\nfile_size=2\n`,
  });
  const ran = await runIn(folder, "new-version", "Foo", "2.0", "--recipes", "Recipes");
  expect(rendered(ran.diagnostics)).toBe("");
  const read = (path: string) => readFileSync(join(folder, "LocalRecipes/Foo/2.0", path), "utf8");
  expect(read("Recipe")).toContain(`file_sha=${hex("sha256")}\n`);
  expect(read("arm/Recipe")).toContain(`file_sha=${hex("sha256", OTHER)}\n`);
  expect(existsSync(join(folder, "Recipes/Foo/2.0"))).toBe(false);
});

const yaml: readonly { readonly name: string; readonly old: string; readonly renewed: string }[] = [
  {
    name: "comments and layout stay, the revision goes",
    old: `# mine
name: foo
version: "1.2"   # the newest
revision: 3
comment: a foo 1.2 of its kind
distfiles:
  - url: "@/1.2/foo-{version}.tar.gz"
    size: 1
    sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef  # checked
    mirrors: ["debian:foo_{version}.orig.tar.gz"]
build: {style: make}
`,
    renewed: `# mine
name: foo
version: "2.0"   # the newest
comment: a foo 1.2 of its kind
distfiles:
  - url: "@/2.0/foo-{version}.tar.gz"
    size: 14
    sha256: ${hex("sha256")}  # checked
    mirrors: ["debian:foo_{version}.orig.tar.gz"]
build: {style: make}
`,
  },
  {
    name: "the version written out, digests of two kinds, one line",
    old: `name: foo\nversion: '1.2'\ncomment: a foo\nbuild: {style: make}\ndistfiles: [{url: "@/1.2/foo-1.2.tar.gz", md5: 0123456789abcdef0123456789abcdef, size: 3}]\n`,
    renewed: `name: foo\nversion: '2.0'\ncomment: a foo\nbuild: {style: make}\ndistfiles: [{url: "@/2.0/foo-2.0.tar.gz", md5: ${hex("md5")}, size: 14}]\n`,
  },
];

for (const { name, old, renewed } of yaml) {
  test(`new-version of a port.yml: ${name}`, async () => {
    const server = await serve(places);
    const at = (text: string) => text.replaceAll("@", server.url(""));
    const folder = folderOf({ "foo/port.yml": at(old) });
    const ran = await runIn(folder, "new-version", "foo", "2.0");
    expect(rendered(ran.diagnostics)).toBe("");
    expect(readFileSync(join(folder, "foo/port.yml"), "utf8")).toBe(at(renewed));
    expect(rendered((await runIn(folder, "check", "foo")).diagnostics)).toBe("");
  });
}

const openbsd: readonly { readonly name: string; readonly old: string; readonly renewed: string }[] = [
  {
    name: "V",
    old: "COMMENT =\ta foo\n# keep\nV =\t\t1.2\nDISTNAME =\tfoo-$V\nREVISION =\t4\nCATEGORIES =\tdevel\nMASTER_SITES =\t@/$V/\n\nRUN_DEPENDS =\tdevel/bar>=1.2\n\n.include <bsd.port.mk>\n",
    renewed:
      "COMMENT =\ta foo\n# keep\nV =\t\t2.0\nDISTNAME =\tfoo-$V\nCATEGORIES =\tdevel\nMASTER_SITES =\t@/$V/\n\nRUN_DEPENDS =\tdevel/bar>=1.2\n\n.include <bsd.port.mk>\n",
  },
  {
    name: "DISTNAME, and the folder of its site",
    old: "COMMENT=\ta foo\nDISTNAME=\tfoo-1.2\nCATEGORIES=\tdevel\nMASTER_SITES=\t@/1.2/\n.include <bsd.port.mk>\n",
    renewed:
      "COMMENT=\ta foo\nDISTNAME=\tfoo-2.0\nCATEGORIES=\tdevel\nMASTER_SITES=\t@/2.0/\n.include <bsd.port.mk>\n",
  },
];

for (const { name, old, renewed } of openbsd) {
  test(`new-version of an OpenBSD port: ${name}`, async () => {
    const server = await serve(places);
    const at = (text: string) => text.replaceAll("@", server.url(""));
    const folder = folderOf({
      "devel/foo/Makefile": at(old),
      "devel/foo/distinfo": `SHA256 (foo-1.2.tar.gz) = ${base64(OTHER)}\nSHA256 (foo-extra.tgz) = ${base64(OTHER)}\nSIZE (foo-1.2.tar.gz) = 1\nSIZE (foo-extra.tgz) = 15\n`,
      "devel/foo/pkg/PLIST": "bin/foo\n",
      "devel/foo/pkg/DESCR": "A foo.\n",
    });
    const ran = await runIn(folder, "new-version", "devel/foo", "2.0");
    expect(rendered(ran.diagnostics)).toBe("");
    expect(readFileSync(join(folder, "devel/foo/Makefile"), "utf8")).toBe(at(renewed));
    expect(readFileSync(join(folder, "devel/foo/distinfo"), "utf8")).toBe(
      `SHA256 (foo-2.0.tar.gz) = ${base64(NEW)}\nSHA256 (foo-extra.tgz) = ${base64(OTHER)}\nSIZE (foo-2.0.tar.gz) = 14\nSIZE (foo-extra.tgz) = 15\n`,
    );
    const shown = await runIn(folder, "show", "devel/foo");
    expect(shown.json).toMatchObject({ version: "2.0", distfiles: [{ file: "foo-2.0.tar.gz", size: 14 }] });
  });
}

const RECIPE =
  'recipe_type=makefile\nurl="https://127.0.0.1:1/foo-1.2.tar.gz"\nfile_size=1\nfile_md5=0123456789abcdef0123456789abcdef\n';

const refused: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly codes: readonly string[];
}[] = [
  { name: "the same version", argv: ["Foo", "1.2"], codes: ["usage/version"] },
  { name: "no version", argv: ["Foo", "../2"], codes: ["new-version/version"] },
  { name: "a revision", argv: ["Foo", "2.0-r1"], codes: ["new-version/version"] },
  { name: "it is there", argv: ["LocalRecipes/Foo/1.2", "1.0"], codes: ["usage/recipe-there"] },
  { name: "no server", argv: ["Foo", "2.0"], codes: ["make-recipe/not-fetched"] },
  { name: "no such program", argv: ["Bar", "2.0"], codes: ["usage/no-port"] },
  { name: "what git has today", argv: ["Head", "2.0"], codes: ["new-version/checkout"] },
  {
    name: "an OpenBSD port whose version is nowhere",
    argv: ["odd", "2.0"],
    codes: ["new-version/not-renewed"],
  },
];

for (const { name, argv, codes } of refused) {
  test(`new-version: refused, ${name}, and nothing is written`, async () => {
    const folder = folderOf({
      "LocalRecipes/Foo/1.2/Recipe": RECIPE,
      "LocalRecipes/Foo/1.0/Recipe": RECIPE.replaceAll("1.2", "1.0"),
      "LocalRecipes/Head/git/Recipe": 'recipe_type=makefile\ngit="https://127.0.0.1:1/head.git"\n',
      "odd/Makefile":
        "COMMENT = x\nA = 1\nDISTNAME = odd-$A.2\nCATEGORIES = devel\nMASTER_SITES = https://127.0.0.1:1/\n.include <bsd.port.mk>\n",
    });
    const ran = await runIn(folder, "new-version", ...argv);
    expect(ran.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(
      codes,
    );
    expect(readdirSync(join(folder, "LocalRecipes/Foo"))).toEqual(["1.0", "1.2"]);
  });
}
