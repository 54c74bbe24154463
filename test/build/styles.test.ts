import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crossToolchain } from "../../src/build/build.ts";
import type { Style } from "../../src/port/port.ts";
import {
  archive,
  build,
  type Fetched,
  has,
  listing,
  portFolder,
  type Recipe,
  type Tree,
  WRITTEN,
} from "./workshop.ts";

const HELLO = '#include <stdio.h>\nint main(void) { puts("hello, " NAME); return 0; }\n';

/** A makefile that installs as GNU's do. */
const MAKEFILE = `
prefix = /usr/local
all: foo
foo: foo.c
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -DNAME='"$(NAME)"' -o $@ foo.c
check: foo
	./foo | grep -x "hello, $(NAME)"
install: foo
	mkdir -p $(DESTDIR)$(prefix)/bin
	cp foo $(DESTDIR)$(prefix)/bin
install.man:
.PHONY: all check install install.man
`;

/** What a configure script does at the least: takes the prefix and writes a makefile. */
const CONFIGURE = `#!/bin/sh
for option; do case $option in
  --prefix=*) prefix=\${option#*=} ;;
  --name=*) name=\${option#*=} ;;
esac; done
sed -e "s|^prefix = .*|prefix = $prefix|" -e "1iNAME = $name" Makefile.in > Makefile
`;

type Case = {
  readonly style: Style;
  readonly needs: readonly string[];
  readonly source: Tree;
  readonly recipe?: Recipe;
  readonly files: readonly string[];
  readonly phases?: readonly string[];
};

const program = { files: ["app/vendor/foo/bin/foo"] };

const cases: readonly Case[] = [
  {
    style: "gnu",
    needs: ["gcc", "make"],
    source: { configure: { run: CONFIGURE }, "Makefile.in": MAKEFILE, "foo.c": HELLO },
    recipe: { configure: ["--name=nobody"] },
    ...program,
  },
  {
    style: "autoconf",
    needs: ["gcc", "make", "autoreconf"],
    source: {
      "configure.ac": "AC_INIT([foo],[1.0])\nAC_PROG_CC\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n",
      "Makefile.in": MAKEFILE.replace("/usr/local", "@prefix@").replace("all:", "NAME = world\nall:"),
      "foo.c": HELLO,
    },
    ...program,
  },
  {
    style: "make",
    needs: ["gcc", "make"],
    source: { Makefile: MAKEFILE, "foo.c": HELLO },
    recipe: { make: { variables: ["NAME=world"], targets: ["all"] } },
    ...program,
  },
  {
    style: "cmake",
    needs: ["gcc", "make", "cmake"],
    source: {
      "CMakeLists.txt": `cmake_minimum_required(VERSION 3.10)
project(foo C)
add_executable(foo foo.c)
target_compile_definitions(foo PRIVATE NAME="world")
install(TARGETS foo)
enable_testing()
add_test(NAME greets COMMAND foo)
`,
      "foo.c": HELLO,
    },
    ...program,
  },
  {
    style: "meson",
    needs: ["gcc", "meson"],
    source: {
      "meson.build": `project('foo', 'c')
foo = executable('foo', 'foo.c', c_args: ['-DNAME="world"'], install: true)
test('greets', foo)
`,
      "foo.c": HELLO,
    },
    ...program,
  },
  {
    style: "imake",
    needs: ["gcc", "make", "xmkmf"],
    source: {
      Imakefile: `foo: foo.c
	cc $(LDFLAGS) -DNAME=\\"world\\" -o foo foo.c
all:: foo
check:: foo
install:: foo
	mkdir -p $(DESTDIR)$(BINDIR)
	cp foo $(DESTDIR)$(BINDIR)
install.man::
`,
      "foo.c": HELLO,
    },
    ...program,
  },
  {
    style: "scons",
    needs: ["gcc", "scons"],
    source: {
      SConstruct: `env = Environment(CPPDEFINES={"NAME": '\\\\"world\\\\"'})
foo = env.Program("foo", "foo.c")
env.Alias("install", env.Install(ARGUMENTS.get("DESTDIR", "") + ARGUMENTS["PREFIX"] + "/bin", foo))
Default(foo)
`,
      "foo.c": HELLO,
    },
    phases: ["extract", "build", "fake"],
    ...program,
  },
  {
    style: "waf",
    needs: ["gcc", "python3"],
    source: {
      // A stand-in that takes waf's own arguments.
      waf: `import os, subprocess, sys
step, options = sys.argv[1], [option for option in sys.argv[2:]]
if step == "configure":
    prefix = [option.split("=")[1] for option in options if option.startswith("--prefix=")][0]
    open("prefix", "w").write(prefix)
if step == "build":
    subprocess.check_call(["cc", '-DNAME="world"', "-o", "foo", "foo.c"])
if step == "install":
    folder = [option.split("=")[1] for option in options if option.startswith("--destdir=")][0] + open("prefix").read() + "/bin"
    os.makedirs(folder)
    subprocess.check_call(["cp", "foo", folder])
`,
      "foo.c": HELLO,
    },
    phases: ["extract", "configure", "build", "fake"],
    ...program,
  },
  {
    style: "perl",
    needs: ["perl", "make"],
    source: {
      "Makefile.PL": 'use ExtUtils::MakeMaker;\nWriteMakefile(NAME => "Foo", VERSION => "1.0");\n',
      "lib/Foo.pm": "package Foo;\nsub hello { 'hello' }\n1;\n",
    },
    files: ["app/vendor/foo/lib/perl5/Foo.pm"],
  },
  {
    style: "script",
    needs: [],
    source: { "foo.sh": { run: "#!/bin/sh\necho hello, world\n" } },
    recipe: { scripts: { fake: 'mkdir -p "$DESTDIR$PREFIX/bin"; cp foo.sh "$DESTDIR$PREFIX/bin/foo"' } },
    phases: ["extract", "fake"],
    ...program,
  },
  {
    style: "manifest",
    needs: [],
    source: { "bin/foo": { run: "#!/bin/sh\necho hello, world\n" }, "bin/bar": { link: "foo" } },
    files: ["app/vendor/foo/bin/bar foo", "app/vendor/foo/bin/foo"],
    phases: ["extract", "fake"],
  },
  { style: "meta", needs: [], source: {}, files: [], phases: ["extract"] },
];

const FIVE = ["extract", "configure", "build", "check", "fake"];

for (const { style, needs, source, recipe, files, phases } of cases) {
  const missing = needs.filter((tool) => !has(tool));
  const name = `style ${style}: builds, checks and installs below the fake root`;
  test.skipIf(missing.length > 0)(
    missing.length > 0 ? `${name} (no ${missing.join(", ")} here)` : name,
    async () => {
      const tree = Object.fromEntries(
        Object.entries(source).map(([path, content]) => [`foo-1.0/${path}`, content]),
      );
      const distfiles: readonly Fetched[] = style === "meta" ? [] : [archive("foo-1.0.tar.gz", tree)];
      const { outcome, events, log, fakeRoot } = await build(
        { style, ...recipe },
        { distfiles, check: "run", configureOptions: style === "gnu" ? ["--name=world"] : [] },
      );
      expect(outcome, log).toMatchObject({
        kind: "built",
        sourceDateEpoch: style === "meta" ? 315_532_800 : WRITTEN,
      });
      expect(listing(fakeRoot)).toEqual(files);
      const started = events.flatMap((event) => (event.kind === "phase-started" ? [event.phase] : []));
      expect(started).toEqual(
        phases ?? (["make"].includes(style) ? FIVE.filter((phase) => phase !== "configure") : FIVE),
      );
      if (files.includes("app/vendor/foo/bin/foo")) {
        expect(execFileSync(join(fakeRoot, "app/vendor/foo/bin/foo"), { encoding: "utf8" })).toBe(
          "hello, world\n",
        );
      }
    },
  );
}

const CROSS = ["aarch64-linux-gnu-gcc", "readelf"];

for (const { style, needs, source, recipe } of cases.filter((one) =>
  ["gnu", "autoconf", "make", "cmake", "meson"].includes(one.style),
)) {
  const missing = [...needs, ...CROSS].filter((tool) => !has(tool));
  const name = `style ${style}: is built for aarch64 by a cross compiler`;
  test.skipIf(missing.length > 0 || process.arch !== "x64")(
    missing.length > 0 ? `${name} (no ${missing.join(", ")} here)` : name,
    async () => {
      const tree = Object.fromEntries(
        Object.entries(source).map(([path, content]) => [`foo-1.0/${path}`, content]),
      );
      const toolchain = crossToolchain({ machine: "x86_64", target: "aarch64" });
      const { outcome, log, fakeRoot } = await build(
        { style, ...recipe },
        { distfiles: [archive("foo-1.0.tar.gz", tree)], toolchain, check: "run" },
      );
      expect(outcome, log).toMatchObject({ kind: "built" });
      const file = join(fakeRoot, "app/vendor/foo/bin/foo");
      expect(execFileSync("readelf", ["-h", file], { encoding: "utf8" })).toMatch(/Machine: +AArch64/);
      // Where an emulator is, it runs, with the C library of the compiler.
      if (!has("qemu-aarch64-static")) return;
      const printed = execFileSync("qemu-aarch64-static", ["-L", "/usr/aarch64-linux-gnu", file]).toString();
      expect(printed).toMatch(/^hello, /);
    },
  );
}

test.skipIf(!has("pip3"))(
  "style python: a wheel below the prefix, without the fake root's path",
  async () => {
    const source = archive("foo-1.0.tar.gz", {
      "foo-1.0/setup.py":
        "from setuptools import setup\nsetup(name='foo', version='1.0', py_modules=['foo'], entry_points={'console_scripts': ['foo = foo:main']})\n",
      "foo-1.0/foo.py": "def main():\n    print('hello, world')\n",
    });
    const { outcome, log, fakeRoot } = await build({ style: "python" }, { distfiles: [source] });
    expect(outcome, log).toMatchObject({ kind: "built" });
    const files = listing(fakeRoot);
    expect(files).toContain("app/vendor/foo/bin/foo");
    expect(files).toContain("app/vendor/foo/lib/python3/dist-packages/foo.py");
    expect(spawnSync("grep", ["-rl", "/build/", fakeRoot], { encoding: "utf8" }).stdout).toBe("");
  },
);

for (const { style, needs, source, recipe } of cases.filter(({ style }) =>
  ["gnu", "cmake"].includes(style),
)) {
  test.skipIf(!needs.every(has) || !has("readelf"))(
    `style ${style}: the runpath is the prefix's lib, once`,
    async () => {
      const tree = Object.fromEntries(
        Object.entries(source).map(([path, content]) => [`foo-1.0/${path}`, content]),
      );
      const distfiles = [archive("foo-1.0.tar.gz", tree)];
      const { fakeRoot } = await build({ style, ...recipe }, { distfiles });
      const file = join(fakeRoot, "app/vendor/foo/bin/foo");
      const dynamic = execFileSync("readelf", ["-d", file], { encoding: "utf8" });
      expect(/runpath: \[(.*)\]/.exec(dynamic)?.[1]).toBe("/app/vendor/foo/lib");
    },
  );
}

test("style make: the same bytes in another folder, at another time", async () => {
  const source = () => archive("foo-1.0.tar.gz", { "foo-1.0/Makefile": MAKEFILE, "foo-1.0/foo.c": HELLO });
  const recipe: Recipe = {
    style: "make",
    make: { variables: ["NAME=__DATE__ __TIME__ __FILE__"], targets: [] },
  };
  const digests = [];
  for (const parallel of [1, 2]) {
    const { fakeRoot } = await build(recipe, { distfiles: [source()], parallel, portFolder: portFolder({}) });
    digests.push(
      execFileSync("sha256sum", [join(fakeRoot, "app/vendor/foo/bin/foo")], { encoding: "utf8" }).slice(
        0,
        64,
      ),
    );
  }
  expect(digests[0]).toBe(digests[1]);
});
