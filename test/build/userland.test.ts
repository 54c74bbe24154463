import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { userlandOf } from "../../src/build/userland.ts";
import { archive, build, jobOf, listing, portFolder } from "./workshop.ts";

const dollars = (text: string) => text.replaceAll("@", "$");

type Case = {
  readonly name: string;
  /** Of the fake phase; `$P` is the prefix below the fake root. */
  readonly script: string;
  readonly files: readonly string[];
  /** What a file holds, and its mode. */
  readonly content?: Readonly<Record<string, string>>;
  readonly modes?: Readonly<Record<string, string>>;
};

const cases: readonly Case[] = [
  {
    name: "install drops owners, in each spelling",
    script: `
mkdir -p $P
install -c -o root -g bin -m 644 a $P/1
install -oroot -gwheel -m755 a $P/2
install -cp -m 0755 -o root a $P/3
install -s -m 755 a $P/4
install -csm 755 /bin/true $P/5
install -d -m 755 -o nobody $P/d "$P/with blank"
install -S -m 644 a b $P/d
install a "$P/with blank/a"`,
    files: ["1", "2", "3", "4", "5", "d/a", "d/b", "with blank/a"],
    modes: { 1: "644", 2: "755", 3: "755" },
  },
  {
    name: "install leaves what it makes writable",
    script:
      "mkdir -p $P; install -m 444 a $P/1; install -m555 a $P/2; echo more >> $P/1; chown root:wheel $P/1; chgrp bin $P/2",
    files: ["1", "2"],
    content: { 1: "a\nmore\n" },
    modes: { 1: "644", 2: "755" },
  },
  {
    name: "pkg_subst fills in, in place and from one file to another",
    script: `
mkdir -p $P
cp c $P/1
pkg_subst -DX='foo|bar' -D^Y=1 -i -B $P $P/1
rm $P/1.beforesubst
pkg_subst -DX="it's \\\\ & all" -DY= -c -m 755 c $P/sub/2 a $P/3
printf '\${X}' | pkg_subst -DX=in > $P/4`,
    files: ["1", "3", "4", "sub/2"],
    content: {
      1: dollars("foo|bar @{Z} 1 @ @{X} @HOME @{\n"),
      3: "a\n",
      4: "in\n",
      "sub/2": dollars("it's \\ & all @{Z}  @ @{X} @HOME @{\n"),
    },
    modes: { "sub/2": "755" },
  },
  {
    name: "make is BSD's where there is one, gmake GNU's, and each starts itself again by its name",
    script: `
mkdir -p $P bin
printf '#!/bin/sh\necho BSD "$@"\ncommand -v make' > bin/bmake
chmod +x bin/bmake
printf 'all:\n\t@echo $(MAKE)\n\t@$(MAKE) -s -f mk sub\nsub:\n\t@echo GNU\n\t@command -v cc\n' > mk
export PATH=$PATH:$PWD/bin
make -f mk all > $P/make
gmake -s -f mk > $P/gmake
MAKE_DIALECT=gnu make -s -f mk > $P/told`,
    files: ["gmake", "make", "told"],
    content: {
      make: "BSD -f mk all\n/build/tools/make\n",
      gmake: "gmake\nGNU\n/build/tools/cc\n",
      told: "make\nGNU\n/build/tools/cc\n",
    },
  },
  {
    name: "folders to install into are there, and go when they stay empty",
    script:
      "fake-skeleton make $PREFIX; cp a $P/man/man1/a.1; rmdir $P/share/skel; fake-skeleton clear $PREFIX",
    files: ["man/man1/a.1"],
  },
  {
    name: "what sources say of /usr/local becomes the prefix, and no file looks newer",
    script: `
mkdir -p $P
printf 'bin\\0/usr/local/x' > binary
printf 'dir = /usr/local\n/usr/local-x /usr/local/etc:/usr/local' > text
touch -d @1000000000 text
chmod 444 text
ln -s text link
relocate . $PREFIX
stat -c %Y text > $P/time
cp -R text binary link $P`,
    files: ["binary", "link text", "text", "time"],
    content: {
      binary: "bin\0/usr/local/x",
      text: "dir = /app/vendor/foo\n/usr/local-x /app/vendor/foo/etc:/app/vendor/foo",
      time: "1000000000\n",
    },
  },
  {
    name: "GNU's programs have the names that ports know",
    script:
      "mkdir -p $P; PATH=.:$PATH gmake -f Makefile P=$P; gsed s/a/b/ a > $P/2; gtar -cf - a | gtar -C $P -xf -",
    files: ["1", "2", "a"],
    content: { 1: "a\n", 2: "b\n" },
  },
];

for (const { name, script, files, content = {}, modes = {} } of cases) {
  test(`userland of openbsd: ${name}`, async () => {
    const source = archive("foo-1.0.tar.gz", {
      "foo-1.0/a": "a\n",
      "foo-1.0/b": "b\n",
      "foo-1.0/c": dollars("@{X} @{Z} @{Y} @\\ @\\{X} @HOME @{\n"),
      "foo-1.0/Makefile": "all:\n\tcp a $(P)/1\n",
    });
    const { outcome, log, fakeRoot } = await build(
      { dialect: "openbsd", style: "script", scripts: { fake: `P=$DESTDIR$PREFIX\n${script}` } },
      { distfiles: [source] },
    );
    expect(outcome.kind, log).toBe("built");
    expect(listing(fakeRoot)).toEqual(files.map((file) => `app/vendor/foo/${file}`));
    const at = (path: string) => join(fakeRoot, "app/vendor/foo", path);
    for (const [path, text] of Object.entries(content))
      expect(readFileSync(at(path), "utf8"), path).toBe(text);
    for (const [path, mode] of Object.entries(modes)) {
      expect((statSync(at(path)).mode & 0o777).toString(8), path).toBe(mode);
    }
  });
}

test("userland of openbsd: compilers see what the base has of OpenBSD's C library, and leave no build path", async () => {
  const source = archive("foo-1.0.tar.gz", {
    "foo-1.0/foo.c":
      "#include <assert.h>\n#include <stdio.h>\nint main(int n, char **v) { assert(n == 1); return puts(__FILE__) < 0; }\n",
    // No flags of anybody reach it.
    "foo-1.0/Makefile":
      "all: foo\nfoo: foo.c\n\tPATH=.:$$PATH cc -O -o foo $$PWD/foo.c\ninstall: foo\n\tmkdir -p $(DESTDIR)$(TRUEPREFIX)\n\tcp foo $(DESTDIR)$(TRUEPREFIX)/foo\n",
  });
  const { outcome, log, fakeRoot } = await build(
    {
      dialect: "openbsd",
      style: "make",
      make: { variables: [], targets: [], installEnvironment: ["TRUEPREFIX=/app/vendor/foo"] },
    },
    { distfiles: [source], portFolder: portFolder({}) },
  );
  expect(outcome.kind, log).toBe("built");
  expect(execFileSync(join(fakeRoot, "app/vendor/foo/foo"), { encoding: "utf8" })).toBe("./foo-1.0/foo.c\n");
});

test("userland of openbsd: libraries of libraries are searched, and shared ones take variables from the archive", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-specs-"));
  const tools = userlandOf(jobOf({ dialect: "openbsd", style: "make" }).port);
  const own = ["include/stdlib.h", "include/unistd.h", "libc.c"].map(
    (name) => [name, tools.get(name) ?? ""] as const,
  );
  mkdirSync(join(folder, "include"));
  // A variable of the archive, as libbsd's `optreset` is, made without a thought of shared libraries.
  for (const [name, text] of Object.entries({
    ...Object.fromEntries(own),
    specs: tools.get("libbsd.specs") ?? "",
    "bsd.c": "int state = 1; int bsd_get(void) { return state; }",
    "md.c": "int md;",
    "deep.c": "int deep(void) { return 3; }",
    "other.c": "int other(void) { return 0; }",
    "top.c":
      "int deep(void); int other(void); int bsd_get(void); int top(void) { return deep() + other() + bsd_get(); }",
    "main.c": "int top(void); int deep(void); int main(void) { return top() + deep() - 7; }",
    "stand-ins.c": `#include <stdlib.h>
#include <unistd.h>
int bsd_getopt(int, char *const *, const char *);
int stand_ins(int n, char **v) {
  srandomdev();
  srand_deterministic(1);
  int first = rand();
  srand(1);
  if (first != rand() || pledge("stdio", NULL) || unveil("/", "r") || issetugid()) return '!';
  return bsd_getopt(n, v, "x");
}`,
    "use.c":
      "int putchar(int); int stand_ins(int, char **); int main(int n, char **v) { return putchar(stand_ins(n, v)) < 0; }",
  }))
    writeFileSync(join(folder, name), text);
  const run = (line: string) => execFileSync("sh", ["-ec", line], { cwd: folder, encoding: "utf8" });
  run("for f in bsd md; do gcc -O -fPIE -c $f.c; ar rcs lib$f.a $f.o; done");
  run("for f in deep other; do gcc -shared -fPIC $f.c -o lib$f.so; done");
  run("gcc -O -fPIC -c libc.c; ar rcs libopenbsd.a libc.o");
  run("gcc -specs=specs -shared -fPIC top.c -L. -ldeep -lother -o libtop.so");
  run("gcc -specs=specs main.c -L. -ltop -Wl,-rpath,$PWD -Wl,-rpath-link,. -o main");
  expect(run("LD_LIBRARY_PATH=. ./main; nm -D libtop.so")).not.toMatch(/state|bsd_get/);
  run("gcc -isystem include -specs=specs -shared -fPIC stand-ins.c -L. -o libstand.so");
  run("gcc -specs=specs use.c -L. -lstand -Wl,-rpath,$PWD -o use");
  expect(run("readelf -d libstand.so")).toContain("[libc.so.6]");
  expect(run("./use -x; nm -D --defined-only libstand.so | cut -c20-")).toBe("xstand_ins\n");
  const needed = run("readelf -d main").match(/(?<=\[)lib\w+(?=\.so\])/g);
  expect(needed?.sort()).toEqual(["libdeep", "libtop"]);
  rmSync(folder, { recursive: true });
});

test("userland of openbsd: other dialects have none of it", async () => {
  const { log } = await build({
    style: "script",
    scripts: { fake: "command -v pkg_subst || echo none; command -v install" },
  });
  expect(log).toMatch(/\nnone\n\/usr\/bin\/install\n$/);
});
