// Recipes for archives of the real tar, from a real server; read back by our own reader and by bash, and built.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { serve, whole } from "../build/faulty-server.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { folderOf, type Ran, runIn } from "./verbs.ts";

beforeEach(() => void vi.stubEnv("XDG_CACHE_HOME", temporaryFolder()));

type Files = Readonly<Record<string, string>>;

function tarOf(files: Files, flag = "-z"): Buffer {
  const folder = folderOf(files);
  const tops = [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? ""))];
  return execFileSync("tar", ["-C", folder, flag, "-cf", "-", ...tops]);
}

function zipOf(files: Files): Buffer {
  const folder = folderOf(files);
  execFileSync("zip", ["-qr", "a.zip", "."], { cwd: folder });
  return readFileSync(join(folder, "a.zip"));
}

async function served(path: string, archive: Buffer): Promise<string> {
  return (await serve({ [path]: whole(archive) })).url(path);
}

function errorsOf({ diagnostics }: Ran): string {
  return rendered(diagnostics.filter(({ severity }) => severity === "error"));
}

const MAKEFILE = "PREFIX = /usr/local\nall:\n\ttrue\ninstall:\n\tcp foo $(DESTDIR)$(PREFIX)/bin\n";

const systems: readonly {
  readonly name: string;
  readonly files: Files;
  readonly recipe: readonly string[];
  readonly style: string;
}[] = [
  {
    name: "configure before all others",
    files: { configure: "#!/bin/sh\n", "CMakeLists.txt": "", "configure.ac": "" },
    recipe: ["recipe_type=configure"],
    style: "gnu",
  },
  {
    name: "autogen",
    files: { "configure.ac": "AC_INIT\n", "autogen.sh": "" },
    recipe: ["recipe_type=configure", "autogen_before_configure=yes"],
    style: "autoconf",
  },
  {
    name: "cmake",
    files: { "CMakeLists.txt": "project(foo)\n" },
    recipe: ["recipe_type=cmake"],
    style: "cmake",
  },
  {
    name: "meson",
    files: { "meson.build": "project('foo')\n" },
    recipe: ["recipe_type=meson"],
    style: "meson",
  },
  { name: "perl", files: { "Makefile.PL": "" }, recipe: ["recipe_type=perl"], style: "perl" },
  {
    name: "python, with a makefile beside",
    files: { "setup.py": "", Makefile: "all:\n" },
    recipe: ["recipe_type=python"],
    style: "python",
  },
  {
    name: "cargo",
    files: { "Cargo.toml": "[package]\n" },
    recipe: [
      "recipe_type=makefile",
      "do_build() {",
      "   cargo build --release --locked",
      "}",
      "do_install() {",
      '   cargo install --locked --no-track --path . --root "$target"',
      "}",
    ],
    style: "cargo",
  },
  { name: "scons", files: { SConstruct: "" }, recipe: ["recipe_type=scons"], style: "scons" },
  { name: "waf", files: { wscript: "", waf: "" }, recipe: ["recipe_type=waf"], style: "waf" },
  {
    name: "cabal",
    files: { "Setup.hs": "", "foo.cabal": "" },
    recipe: ["recipe_type=cabal"],
    style: "script",
  },
  { name: "xmkmf", files: { Imakefile: "" }, recipe: ["recipe_type=xmkmf"], style: "imake" },
  {
    name: "makefile",
    files: { Makefile: MAKEFILE },
    recipe: ["recipe_type=makefile", "make_variables=(", '   "PREFIX=$target"', ")"],
    style: "make",
  },
  {
    name: "a makefile that knows no DESTDIR",
    files: { Makefile: "BINDIR=/usr/bin\nMANDIR = $(BINDIR)/../man\ninstall:\n\tcp foo $(BINDIR)\n" },
    recipe: ["recipe_type=makefile", "make_variables=(", '   "BINDIR=$target/bin"', ")"],
    style: "script",
  },
  {
    name: "a makefile in src",
    files: { "src/Makefile": MAKEFILE, "doc/Makefile": MAKEFILE },
    recipe: ['dir="foo-1.2/src"', "recipe_type=makefile", "make_variables=(", '   "PREFIX=$target"', ")"],
    style: "script",
  },
];

for (const { name, files, recipe, style } of systems) {
  test(`make-recipe: ${name}`, async () => {
    const inside = Object.fromEntries(Object.entries(files).map(([path, text]) => [`foo-1.2/${path}`, text]));
    const archive = tarOf({ ...inside, "foo-1.2/foo": "#!/bin/sh\n" });
    const url = await served("/foo-1.2.tar.gz", archive);
    const folder = temporaryFolder();
    const gobo = await runIn(folder, "make-recipe", url);
    expect(errorsOf(gobo)).toBe("");
    const written = readFileSync(join(folder, "LocalRecipes/Foo/1.2/Recipe"), "utf8");
    const digest = (algorithm: string) => createHash(algorithm).update(archive).digest("hex");
    expect(written.split("\n")).toEqual([
      "# Recipe (MakeRecipe) for Foo",
      "# Recipe for version 1.2",
      "compile_version=017",
      `url="${url}"`,
      `file_size=${archive.length}`,
      `file_md5=${digest("md5")}`,
      `file_sha=${digest("sha256")}`,
      ...recipe,
      "",
    ]);
    execFileSync("bash", ["-n", join(folder, "LocalRecipes/Foo/1.2/Recipe")]);
    const yaml = await runIn(folder, "make-recipe", url, "--dialect", "yaml");
    expect(errorsOf(yaml)).toBe("");
    const shown = await runIn(folder, "show", "foo");
    expect(errorsOf(shown)).toBe("");
    expect(shown.json).toMatchObject({ dialect: "yaml", name: "foo", version: "1.2", style });
    const checked = await runIn(folder, "check", "foo", "LocalRecipes");
    expect(rendered(checked.diagnostics)).toBe("");
    expect(checked.json).toMatchObject({ ports: ["foo", "LocalRecipes/Foo/1.2"] });
  });
}

const forms: readonly { readonly file: string; readonly pack: (files: Files) => Buffer }[] = [
  {
    file: "foo-1.2.tar",
    pack: (files) => execFileSync("tar", ["-C", folderOf(files), "-cf", "-", "foo-1.2"]),
  },
  { file: "foo-1.2.tar.bz2", pack: (files) => tarOf(files, "-j") },
  { file: "foo-1.2.tar.xz", pack: (files) => tarOf(files, "-J") },
  { file: "foo-1.2.tar.lzma", pack: (files) => tarOf(files, "--lzma") },
  { file: "foo-1.2.zip", pack: zipOf },
];

for (const { file, pack } of forms) {
  test(`make-recipe: ${file}`, async () => {
    const files = { "foo-1.2/Makefile": MAKEFILE, "foo-1.2/foo.pc.in": "Description: A foo\n" };
    const url = await served(`/${file}`, pack(files));
    const folder = temporaryFolder();
    const made = await runIn(folder, "make-recipe", url, "--dialect", "yaml");
    expect(errorsOf(made)).toBe("");
    const shown = await runIn(folder, "show", "foo");
    expect(shown.json).toMatchObject({ style: "make", packages: [{ comment: "A foo" }] });
  });
}

test("make-recipe: what the archive says of itself", async () => {
  const files = {
    "foo-1.2/configure": "#!/bin/sh\n",
    "foo-1.2/configure.ac":
      "AC_INIT([foo], [1.2], [bugs@example.org], [foo], [https://example.org/foo])\nPKG_CHECK_MODULES([A], [zlib >= 1.2 nowhere-known-2.0])\nPKG_CHECK_MODULES([B], [libpng], [], [have_png=no])\n",
    "foo-1.2/foo.spec.in": 'Summary: A foo: for "bar" & `baz` $(id)\n',
    "foo-1.2/COPYING": "GNU GENERAL PUBLIC LICENSE\n   Version 2, June 1991\n",
    "foo-1.2/foo.c":
      "/* This is free software under the GNU General\n * Public License; either version 2, or (at your option) any\n * later version. */\n",
  };
  const url = await served("/foo-1.2.tar.gz", tarOf(files));
  const folder = temporaryFolder();
  const made = await runIn(folder, "make-recipe", url);
  expect(made.json).toMatchObject({ unknownNeeds: ["nowhere-known-2.0"] });
  const read = (name: string) => readFileSync(join(folder, "LocalRecipes/Foo/1.2/Resources", name), "utf8");
  expect(read("Dependencies")).toBe("ZLib\n");
  expect(read("Description")).toBe(
    '[Name] Foo\n[Summary] A foo: for "bar" & `baz` $(id)\n[License] GPL-2.0-or-later\n[Homepage] https://example.org/foo\n',
  );
  await runIn(folder, "make-recipe", url, "--dialect", "yaml");
  const shown = await runIn(folder, "show", "foo", "--raw");
  expect(shown.json).toMatchObject({
    comment: 'A foo: for "bar" & `baz` $(id)',
    license: "GPL-2.0-or-later",
    homepage: "https://example.org/foo",
    depends: { system: ["zlib"] },
  });
});

for (const out of ["Mine", "Mine/", "Mine/Foo/1.2", "./Mine"]) {
  test(`make-recipe --out ${out}: the recipe lies in folders that name it`, async () => {
    const folder = temporaryFolder();
    const url = await served("/foo-1.2.tar.gz", tarOf({ "foo-1.2/Makefile": MAKEFILE }, "-z"));
    const made = await runIn(folder, "make-recipe", url, "--out", out);
    expect(errorsOf(made)).toBe("");
    expect(made.text).toContain("tarwright build Mine/Foo/1.2\n");
    const shown = await runIn(folder, "show", "Mine/Foo/1.2", "--json");
    expect(shown.json).toMatchObject({ name: "Foo", version: "1.2" });
  });
}

test("make-recipe: an archive without a folder at its top, and another name than its address", async () => {
  const url = await served("/get?file=foo-1.2.tgz", tarOf({ configure: "#!/bin/sh\n", "foo.c": "" }));
  const folder = temporaryFolder();
  expect(errorsOf(await runIn(folder, "make-recipe", url, "Foo", "1.2"))).toBe("");
  const written = readFileSync(join(folder, "LocalRecipes/Foo/1.2/Recipe"), "utf8");
  expect(written).toContain('file="foo-1.2.tgz"\n');
  expect(written).toContain('unpack_files=files_in_root\ndir="Foo-1.2"\n');
  const shown = await runIn(folder, "show", "Foo");
  expect(shown.json).toMatchObject({ distfiles: [{ file: "foo-1.2.tgz", urls: [url] }] });
});

test("make-recipe: what is there stays, unless it is to be overwritten", async () => {
  const url = await served("/foo-1.2.tar.gz", tarOf({ "foo-1.2/configure": "" }));
  const folder = folderOf({
    "LocalRecipes/Foo/1.2/Recipe": "# mine\n",
    "LocalRecipes/Foo/1.2/Resources/Dependencies": "Ncurses\n",
  });
  const refused = await runIn(folder, "make-recipe", url);
  expect(refused.diagnostics.map(({ code }) => code)).toEqual(["usage/recipe-there"]);
  const place = join(folder, "LocalRecipes/Foo/1.2");
  expect(readFileSync(join(place, "Recipe"), "utf8")).toBe("# mine\n");
  expect(errorsOf(await runIn(folder, "make-recipe", url, "--overwrite"))).toBe("");
  expect(readFileSync(join(place, "Recipe"), "utf8")).toContain("recipe_type=configure");
  expect(readFileSync(join(place, "Resources/Dependencies"), "utf8")).toBe("Ncurses\n");
});

test("make-recipe: members that lead elsewhere are not believed, and nothing is written or run", async () => {
  const files = { "foo-1.2/configure": "#!/bin/sh\ntouch ran\n", "outside/CMakeLists.txt": "" };
  const folder = folderOf(files);
  const archive = execFileSync("tar", [
    ...["-C", folder, "-czPf", "-", "foo-1.2"],
    ...["--transform", "s,^outside,../../outside,", "outside"],
  ]);
  const work = temporaryFolder();
  const made = await runIn(work, "make-recipe", await served("/foo-1.2.tar.gz", archive));
  expect(made.json).toMatchObject({ system: "configure" });
  expect(existsSync(join(work, "../outside"))).toBe(false);
  expect(existsSync(join(work, "ran"))).toBe(false);
});

const refusals: readonly {
  readonly name: string;
  readonly url?: string;
  readonly archive?: () => Buffer;
  readonly code: string;
  readonly status: number;
}[] = [
  {
    name: "no archive",
    archive: () => Buffer.from("<html>sorry</html>"),
    code: "make-recipe/no-archive",
    status: 2,
  },
  {
    name: "nothing that tells how to build",
    archive: () => tarOf({ "foo-1.2/README": "" }),
    code: "make-recipe/unknown-build-system",
    status: 2,
  },
  { name: "not there", code: "make-recipe/not-fetched", status: 3 },
  {
    name: "a login in the address",
    url: "https://a:b@example.org/foo-1.2.tar.gz",
    code: "usage/source-address",
    status: 2,
  },
  { name: "ftp", url: "ftp://example.org/foo-1.2.tar.gz", code: "usage/source-address", status: 2 },
  {
    name: "a quote in the address",
    url: 'https://example.org/foo-1.2.tar.gz?"$(id)',
    code: "usage/source-address",
    status: 2,
  },
  { name: "no name", url: "https://example.org/1.2.tar.gz", code: "make-recipe/unnamed", status: 2 },
];

for (const { name, url, archive, code, status } of refusals) {
  test(`make-recipe: refused, ${name}`, async () => {
    const server = await serve(archive ? { "/foo-1.2.tar.gz": whole(archive()) } : {});
    const folder = temporaryFolder();
    const made = await runIn(folder, "make-recipe", url ?? server.url("/foo-1.2.tar.gz"));
    expect(made.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(exitStatus(made.diagnostics)).toBe(status);
    expect(existsSync(join(folder, "LocalRecipes"))).toBe(false);
  });
}

for (const dialect of ["gobolinux", "yaml"] as const) {
  test(`make-recipe: what it wrote builds, without another download (${dialect})`, async () => {
    const files = {
      "foo-1.2/foo.c": '#include <stdio.h>\nint main(void) { return puts("foo") < 0; }\n',
      "foo-1.2/Makefile":
        "PREFIX = /usr/local\nfoo: foo.c\n\t$(CC) $(CFLAGS) $(LDFLAGS) -o $@ foo.c\ninstall: foo\n\tinstall -D foo $(DESTDIR)$(PREFIX)/bin/foo\n",
    };
    const archive = tarOf(files);
    const server = await serve({ "/foo-1.2.tar.gz": whole(archive) });
    const folder = temporaryFolder();
    const made = await runIn(folder, "make-recipe", server.url("/foo-1.2.tar.gz"), "--dialect", dialect);
    expect(errorsOf(made)).toBe("");
    const port = dialect === "yaml" ? "foo" : "LocalRecipes/Foo/1.2";
    const how = ["--base", "host", "--engine", "host", "--unsigned", "--store", "Store"];
    const built = await runIn(folder, "build", port, ...how);
    expect(errorsOf(built)).toBe("");
    expect(server.requests).toEqual(["/foo-1.2.tar.gz"]);
    const stored = existsSync(join(folder, "Store/Foo--1.2--recipe.tar.bz2"));
    expect(stored).toBe(dialect === "gobolinux");
    const [row] = (built.json as { readonly packages: readonly { readonly file: string }[] }).packages;
    const out = temporaryFolder();
    execFileSync("tar", ["-C", out, "-xzf", join(folder, "out", basename(row?.file ?? ""))]);
    expect(execFileSync(join(out, "foo/bin/foo"), { encoding: "utf8" })).toBe("foo\n");
  });
}
