// Recipes from elsewhere: real git repositories, archives of the real tar, a real server; packed, unpacked, refused.

import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test, vi } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { serve, whole } from "../build/faulty-server.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { folderOf, type Ran, runIn } from "./verbs.ts";

const recipe = (more = "") =>
  `recipe_type=makefile\nurl="$httpSourceforge/x/$app-$version.tar.gz"\nfile_size=1\nfile_md5=0123456789abcdef0123456789abcdef\n${more}`;

const TREE = {
  "Joe/3.6/Recipe": recipe(),
  "Joe/3.10/Recipe": recipe("# new\n"),
  "Joe/3.10/01-fix.patch": "--- a\n+++ b\n",
  "Joe/3.10/Resources/PostInstall": "#!/bin/sh\n",
  "Joe/3.10/Recipe~": "left by an editor\n",
  "Zlib/1.2/Recipe": recipe(),
};

beforeEach(() => void vi.stubEnv("XDG_CACHE_HOME", temporaryFolder()));

function git(cwd: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=master"];
  return execFileSync("git", [...who, ...args], { cwd, encoding: "utf8" });
}

/** A bare repository with these files, and the folder that commits go through. */
function repositoryOf(files: Readonly<Record<string, string>>) {
  const work = folderOf(files);
  git(work, "init", "--quiet");
  git(work, "add", "--all");
  git(work, "commit", "--quiet", "--message", "recipes");
  const bare = join(temporaryFolder(), "Recipes.git");
  git(work, "clone", "--quiet", "--bare", work, bare);
  return { work, bare, url: `file://${bare}` };
}

function tar(folder: string, ...args: readonly string[]): Buffer {
  return execFileSync("tar", ["-C", folder, "-cf", "-", ...args], { maxBuffer: 1 << 26 });
}

function errorsOf({ diagnostics }: Ran): string {
  return rendered(diagnostics.filter(({ severity }) => severity === "error"));
}

test("show --recipes URL: a git repository, and what is committed later", async () => {
  const { work, bare, url } = repositoryOf(TREE);
  const folder = temporaryFolder();
  const first = await runIn(folder, "show", "joe", "--recipes", url);
  expect(errorsOf(first)).toBe("");
  expect(first.json).toMatchObject({ packages: [{ fullpkgname: "Joe-3.10" }] });
  mkdirSync(join(work, "Joe/4.0"));
  writeFileSync(join(work, "Joe/4.0/Recipe"), recipe());
  git(work, "add", "--all");
  git(work, "commit", "--quiet", "--message", "newer");
  git(work, "push", "--quiet", bare, "HEAD:master");
  const later = await runIn(folder, "show", "joe", "--recipes", url);
  expect(later.json).toMatchObject({ packages: [{ fullpkgname: "Joe-4.0" }] });
  const kept = readdirSync(join(process.env["XDG_CACHE_HOME"] ?? "", "tarwright/recipes"));
  expect(kept.length).toBe(2);
  expect(kept.every((name) => /^git-[0-9a-f]{40}$/.test(name))).toBe(true);
});

test("a clone runs none of the user's hooks", async () => {
  const { url } = repositoryOf(TREE);
  const home = folderOf({
    ".gitconfig": "",
    "template/hooks/post-checkout": '#!/bin/sh\ntouch "$HOME/ran"\n',
  });
  execFileSync("chmod", ["+x", join(home, "template/hooks/post-checkout")]);
  writeFileSync(
    join(home, ".gitconfig"),
    `[init]\n\ttemplateDir = ${home}/template\n[core]\n\thooksPath = ${home}/template/hooks\n`,
  );
  vi.stubEnv("HOME", home);
  expect(errorsOf(await runIn(temporaryFolder(), "show", "Zlib", "--recipes", url))).toBe("");
  expect(existsSync(join(home, "ran"))).toBe(false);
});

const forms: readonly { readonly name: string; readonly pack: (content: Buffer) => Buffer }[] = [
  { name: "Recipes.tar", pack: (content) => content },
  { name: "Recipes.tar.gz", pack: (content) => gzipSync(content) },
  { name: "Recipes.tar.bz2", pack: (content) => execFileSync("bzip2", ["-c"], { input: content }) },
  { name: "Recipes.tar.xz", pack: (content) => execFileSync("xz", ["-c"], { input: content }) },
];

for (const { name, pack } of forms) {
  test(`show --recipes: ${name}, from a server and as a file, with a folder above the tree`, async () => {
    const above = folderOf(
      Object.fromEntries(Object.entries(TREE).map(([path, text]) => [`Recipes-master/${path}`, text])),
    );
    const archive = pack(tar(above, "Recipes-master"));
    const server = await serve({ [`/${name}`]: whole(archive) });
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), archive);
    for (const place of [server.url(`/${name}`), name]) {
      const shown = await runIn(folder, "show", "Joe", "3.6", "--recipes", place);
      expect(errorsOf(shown)).toBe("");
      expect(shown.json).toMatchObject({ packages: [{ fullpkgname: "Joe-3.6" }] });
    }
  });
}

test("get-recipe: the whole recipe, once; one's own comes first and stays", async () => {
  const { url } = repositoryOf(TREE);
  const folder = temporaryFolder();
  const got = await runIn(folder, "get-recipe", "joe", url);
  expect(errorsOf(got)).toBe("");
  expect(got.text).toBe("LocalRecipes/Joe/3.10\n");
  const place = join(folder, "LocalRecipes/Joe/3.10");
  expect(readdirSync(place).sort()).toEqual(["01-fix.patch", "Recipe", "Resources"]);
  expect(readdirSync(join(folder, "LocalRecipes"))).toEqual(["Joe"]);
  writeFileSync(join(place, "Recipe"), recipe("# mine\n"));
  expect((await runIn(folder, "get-recipe", "joe", "3.10", url)).text).toBe("LocalRecipes/Joe/3.10\n");
  expect(readFileSync(join(place, "Recipe"), "utf8")).toContain("# mine");
  expect((await runIn(folder, "get-recipe", "joe", "3.6", url)).text).toBe("LocalRecipes/Joe/3.6\n");
  const named = await runIn(folder, "get-recipe", join(folder, "LocalRecipes/Joe/3.6"), "--out", "Other");
  expect(named.text).toBe("Other/Joe/3.6\n");
  const again = await runIn(folder, "get-recipe", join(folder, "LocalRecipes/Joe/3.6"), "--out", "Other");
  expect(rendered(again.diagnostics)).toBe(
    "error[usage/recipe-there]: `Other/Joe/3.6` is there already\n  = help: remove it first, or choose another `--out`\n",
  );
});

test("--pack: the same bytes each time, read by tar, shown, checked and unpacked again", async () => {
  const name = "Joe--3.10--recipe.tar.bz2";
  const [one, two] = [folderOf(TREE), folderOf(TREE)];
  execFileSync("find", [two, "-exec", "touch", "-d", "2001-01-01", "{}", "+"]);
  execFileSync("chmod", ["-R", "go-rwx", two]);
  for (const folder of [one, two]) {
    expect((await runIn(folder, "get-recipe", "Joe", "--pack")).text).toBe(`${name}\n`);
  }
  expect(readFileSync(join(one, name)).equals(readFileSync(join(two, name)))).toBe(true);
  expect(execFileSync("tar", ["-tjf", name], { cwd: one, encoding: "utf8" })).toBe(
    "Joe/\nJoe/3.10/\nJoe/3.10/01-fix.patch\nJoe/3.10/Recipe\nJoe/3.10/Resources/\nJoe/3.10/Resources/PostInstall\n",
  );
  const away = temporaryFolder();
  writeFileSync(join(away, name), readFileSync(join(one, name)));
  expect((await runIn(away, "show", name)).json).toMatchObject({ packages: [{ fullpkgname: "Joe-3.10" }] });
  expect((await runIn(away, "check", name)).text).toBe("1 port checked: no problems\n");
  expect((await runIn(away, "get-recipe", name)).text).toBe("LocalRecipes/Joe/3.10\n");
  expect(readFileSync(join(away, "LocalRecipes/Joe/3.10/01-fix.patch"), "utf8")).toBe("--- a\n+++ b\n");
});

test("a packed recipe as tar(1) of GoboLinux made it, by its URL", async () => {
  const packed = execFileSync("bzip2", ["-c"], { input: tar(folderOf(TREE), "Joe/3.6") });
  const server = await serve({ "/Joe--3.6--recipe.tar.bz2": whole(packed) });
  const got = await runIn(temporaryFolder(), "get-recipe", "Joe", server.url("/Joe--3.6--recipe.tar.bz2"));
  expect(errorsOf(got)).toBe("");
  expect(got.text).toBe("LocalRecipes/Joe/3.6\n");
});

/** One header of a tar, of a file unless said otherwise. */
function header(
  name: string,
  more: { readonly type?: string; readonly target?: string; readonly size?: number } = {},
) {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write("0000644\x000000000\x000000000\0", 100);
  block.write(`${(more.size ?? 0).toString(8).padStart(11, "0")}\x0000000000000\x00        `, 124);
  block.write(more.type ?? "0", 156);
  block.write(more.target ?? "", 157);
  block.write("ustar\x0000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\x00 `, 148);
  return block;
}

const END = Buffer.alloc(1024);

const hostile: readonly { readonly what: string; readonly content: Buffer; readonly why: string }[] = [
  { what: "a path upwards", content: header("Joe/../../x"), why: "`Joe/../../x` leads out of the archive" },
  { what: "an absolute path", content: header("/tmp/x"), why: "`/tmp/x` leads out of the archive" },
  {
    what: "a link out",
    content: header("Joe/l", { type: "2", target: "../../x" }),
    why: "`Joe/l` is a link to `../../x`, out of it",
  },
  {
    what: "a link through a link",
    content: Buffer.concat([
      header("Joe/b", { type: "2", target: "../Joe" }),
      header("Joe/l", { type: "2", target: "b/../.." }),
    ]),
    why: "`Joe/l` is a link to `b/../..`, out of it",
  },
  {
    what: "a file through a link",
    content: Buffer.concat([header("Joe", { type: "2", target: "." }), header("Joe/x")]),
    why: "`Joe` is a link and a folder",
  },
  {
    what: "a device",
    content: header("Joe/d", { type: "3" }),
    why: "`Joe/d` is neither file, folder nor link (CharacterDevice)",
  },
  {
    what: "another name of a file",
    content: header("Joe/h", { type: "1", target: "/etc/passwd" }),
    why: "`Joe/h` is neither file, folder nor link (Link)",
  },
  {
    what: "a file twice",
    content: Buffer.concat([header("Joe/x"), header("Joe/x")]),
    why: "`Joe/x` is in it twice",
  },
  { what: "a gzip in a gzip", content: gzipSync(header("Joe/x")), why: "it is compressed twice" },
  { what: "a bomb", content: header("Joe/x", { size: 0o37777777777 }), why: "Truncated input" },
  { what: "nothing", content: Buffer.alloc(0), why: "Unrecognized archive format" },
  {
    what: "an empty folder only",
    content: header("./", { type: "5" }),
    why: "there is nothing in it",
  },
  { what: "no tar", content: Buffer.alloc(2048, "x"), why: "checksum" },
];

for (const { what, content, why } of hostile) {
  test(`an archive with ${what} is refused, and nothing of it stays`, async () => {
    const name = "Joe--1--recipe.tar.gz";
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), gzipSync(Buffer.concat([content, END])));
    const shown = await runIn(folder, "get-recipe", name);
    const said = rendered(shown.diagnostics);
    expect(said).toContain(`error[recipes/damaged]: \`${name}\` can't be unpacked: `);
    expect(said).toContain(why);
    expect(exitStatus(shown.diagnostics)).toBe(2);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readdirSync(join(process.env["XDG_CACHE_HOME"] ?? "", "tarwright/recipes"))).toEqual([]);
  });
}

test("a recipe with a link out of it is not packed", async () => {
  const folder = folderOf(TREE);
  symlinkSync("/etc/passwd", join(folder, "Joe/3.6/passwd"));
  const got = await runIn(folder, "get-recipe", "Joe", "3.6", "--pack");
  expect(rendered(got.diagnostics)).toContain("`passwd` is a link to `/etc/passwd`, out of its folder");
  expect(exitStatus(got.diagnostics)).toBe(1);
  expect(lstatSync(join(folder, "Joe")).isDirectory()).toBe(true);
  expect(existsSync(join(folder, "Joe--3.6--recipe.tar.bz2"))).toBe(false);
});

const refused: readonly {
  readonly argv: readonly string[];
  readonly code: string;
  readonly status: number;
}[] = [
  { argv: ["Joe", "file:///nowhere/at-all.git"], code: "recipes/not-fetched", status: 3 },
  { argv: ["Joe", "https://user:secret@127.0.0.1:1/x.git"], code: "recipes/not-fetched", status: 3 },
  { argv: ["Joe", "http://127.0.0.1:1/x.tar.gz"], code: "recipes/not-fetched", status: 3 },
  { argv: ["Joe", "http://example.org/x.git"], code: "usage/recipes-address", status: 2 },
  { argv: ["Joe", "ftp://example.org/x.tar.gz"], code: "usage/recipes-address", status: 2 },
  { argv: ["Joe", "--recipes", "ext::sh -c true"], code: "usage/no-recipes", status: 2 },
  { argv: ["Joe", "--recipes", "--upload-pack=true"], code: "usage/no-recipes", status: 2 },
  { argv: ["Jo", "--recipes", "Recipes"], code: "usage/no-recipe", status: 2 },
  { argv: ["Joe", "7", "--recipes", "Recipes"], code: "usage/recipe-version", status: 2 },
  { argv: ["Joe", "1", "2"], code: "usage/arguments", status: 2 },
];

for (const { argv, code, status } of refused) {
  test(`get-recipe ${argv.join(" ")} is refused`, async () => {
    const folder = folderOf({ "Recipes/Joe/1/Recipe": recipe() });
    const got = await runIn(folder, "get-recipe", ...argv);
    expect(got.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(exitStatus(got.diagnostics)).toBe(status);
    expect(rendered(got.diagnostics)).not.toContain("secret");
    expect(readdirSync(folder)).toEqual(["Recipes"]);
  });
}
