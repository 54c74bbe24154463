// Each type of recipe that GoboLinux knows, built with its real tools; and for another architecture where that can be.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crossToolchain } from "../../src/build/build.ts";
import { made } from "./recipes.ts";
import { archive, has, type Tree } from "./workshop.ts";

const SOURCE =
  "url=http://example.org/foo-1.0.tar.gz\nfile_size=1\nfile_md5=00000000000000000000000000000000\n";

const HELLO = '#include <stdio.h>\nint main(void) { puts("hello, world"); return 0; }\n';

const MAKEFILE = `prefix = /usr/local
CC = gcc
foo: foo.c
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ foo.c
install: foo
	mkdir -p $(DESTDIR)$(prefix)/bin
	cp foo $(DESTDIR)$(prefix)/bin
`;

const PERL = { "lib/Foo.pm": "package Foo;\nour $VERSION = '1.0';\nsub hello { 'hello' }\n1;\n" };
const PYTHON = { "foo.py": "def main():\n    print('hello, world')\n" };

type Case = {
  readonly type: string;
  readonly name?: string;
  readonly needs: readonly string[];
  readonly recipe?: string;
  readonly source: Tree;
  /** One that must be there below the prefix. */
  readonly file: string;
  /** Whether it is compiled, and for whom that can be. */
  readonly makes: "text" | "native program" | "program";
};

const cases: readonly Case[] = [
  {
    type: "configure",
    needs: ["gcc", "make", "autoreconf"],
    recipe: "autogen_before_configure=yes\nautogen='autoreconf -fi'\n",
    source: {
      "configure.ac": "AC_INIT([foo],[1.0])\nAC_PROG_CC\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n",
      "Makefile.in": MAKEFILE.replace("/usr/local", "@prefix@").replace("CC = gcc", "CC = @CC@"),
      "foo.c": HELLO,
    },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "makefile",
    needs: ["gcc", "make"],
    recipe: 'make_variables=("prefix=$target")\n',
    source: { Makefile: MAKEFILE, "foo.c": HELLO },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "cmake",
    needs: ["gcc", "make", "cmake"],
    source: {
      "CMakeLists.txt":
        "cmake_minimum_required(VERSION 3.10)\nproject(foo C)\nadd_executable(foo foo.c)\ninstall(TARGETS foo)\n",
      "foo.c": HELLO,
    },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "meson",
    needs: ["gcc", "meson", "ninja"],
    source: {
      "meson.build": "project('foo', 'c')\nexecutable('foo', 'foo.c', install: true)\n",
      "foo.c": HELLO,
    },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "xmkmf",
    needs: ["gcc", "make", "xmkmf"],
    source: { Imakefile: "SimpleProgramTarget(foo)\n", "foo.man": ".TH foo 1\n", "foo.c": HELLO },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "scons",
    needs: ["gcc", "scons"],
    source: {
      SConstruct: `import os
env = Environment(CC=os.environ.get("CC", "gcc"), ENV=os.environ)
foo = env.Program("foo", "foo.c")
env.Alias("install", env.Install(ARGUMENTS.get("DESTDIR", "") + ARGUMENTS["PREFIX"] + "/bin", foo))
Default(foo)
`,
      "foo.c": HELLO,
    },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "waf",
    needs: ["gcc", "python3"],
    source: {
      // A stand-in that takes waf's own arguments: sources bring their own copy of the real one.
      waf: `import os, subprocess, sys
step, options = sys.argv[1], sys.argv[2:]
if "configure" in sys.argv:
    prefix = [option.split("=")[1] for option in options if option.startswith("--prefix=")][0]
    open("prefix", "w").write(prefix)
if "build" in sys.argv:
    subprocess.check_call([os.environ.get("CC", "gcc"), "-o", "foo", "foo.c"])
if "install" in sys.argv:
    folder = [option.split("=")[1] for option in options if option.startswith("--destdir=")][0] + open("prefix").read() + "/bin"
    os.makedirs(folder, exist_ok=True)
    subprocess.check_call(["cp", "foo", folder])
`,
      "foo.c": HELLO,
    },
    file: "bin/foo",
    makes: "program",
  },
  {
    type: "python",
    name: "python, setup.py",
    needs: ["python3", "/usr/lib/python3/dist-packages/setuptools"],
    source: {
      "setup.py":
        "from setuptools import setup\nsetup(name='foo', version='1.0', py_modules=['foo'], entry_points={'console_scripts': ['foo = foo:main']})\n",
      ...PYTHON,
    },
    file: "lib/python3/dist-packages/foo.py",
    makes: "text",
  },
  {
    type: "python",
    name: "python, pyproject.toml",
    needs: ["python3", "/usr/lib/python3/dist-packages/setuptools", "/usr/lib/python3/dist-packages/pip"],
    source: {
      "pyproject.toml":
        "[build-system]\nrequires = ['setuptools']\nbuild-backend = 'setuptools.build_meta'\n[project]\nname = 'foo'\nversion = '1.0'\n[project.scripts]\nfoo = 'foo:main'\n[tool.setuptools]\npy-modules = ['foo']\n",
      ...PYTHON,
    },
    file: "lib/python3/dist-packages/foo.py",
    makes: "text",
  },
  {
    type: "perl",
    name: "perl, Makefile.PL",
    needs: ["perl", "make"],
    source: {
      "Makefile.PL": 'use ExtUtils::MakeMaker;\nWriteMakefile(NAME => "Foo", VERSION => "1.0");\n',
      ...PERL,
    },
    file: "lib/perl5/Foo.pm",
    makes: "text",
  },
  {
    type: "perl",
    name: "perl, Build.PL",
    needs: ["perl", "/usr/share/perl5/Module/Build.pm"],
    source: {
      "Build.PL":
        'use Module::Build;\nModule::Build->new(module_name => "Foo", dist_abstract => "x", license => "mit")->create_build_script;\n',
      ...PERL,
    },
    file: "lib/perl5/Foo.pm",
    makes: "text",
  },
  {
    type: "cabal",
    needs: ["runhaskell"],
    source: {
      "Setup.hs": "import Distribution.Simple\nmain = defaultMain\n",
      "foo.cabal":
        "cabal-version: 2.0\nname: foo\nversion: 1.0\nbuild-type: Simple\nexecutable foo\n  main-is: Main.hs\n  default-language: Haskell2010\n  build-depends: base\n",
      "Main.hs": 'main :: IO ()\nmain = putStrLn "hello, world"\n',
    },
    file: "bin/foo",
    makes: "native program",
  },
];

/** A program, or a file by its path. */
function isThere(tool: string): boolean {
  return tool.startsWith("/") ? existsSync(tool) : has(tool);
}

function made10({ type, recipe = "", source }: Case, toolchain?: ReturnType<typeof crossToolchain>) {
  const tree = Object.fromEntries(
    Object.entries(source).map(([path, content]) => [`foo-1.0/${path}`, content]),
  );
  return made({
    recipe: `${SOURCE}recipe_type=${type}\n${recipe}`,
    distfiles: [archive("foo-1.0.tar.gz", tree)],
    ...(toolchain ? { toolchain } : {}),
  });
}

for (const one of cases) {
  const { type, name = type, needs, file, makes } = one;
  const missing = needs.filter((tool) => !isThere(tool));
  const title = `gobolinux: ${name} builds and installs`;
  test.skipIf(missing.length > 0)(
    missing.length > 0 ? `${title} (no ${missing.join(", ")} here)` : title,
    async () => {
      const { outcome, log, files, top } = await made10(one);
      expect(outcome, log).toMatchObject({ kind: "built" });
      expect(files, log).toContain(file);
      if (makes !== "text")
        expect(execFileSync(join(top, file), { encoding: "utf8" })).toBe("hello, world\n");
    },
  );
}

const CROSS = ["aarch64-linux-gnu-gcc", "readelf"];

for (const one of cases.filter(({ makes }) => makes === "program")) {
  const { type, needs, file } = one;
  const missing = [...needs, ...CROSS].filter((tool) => !isThere(tool));
  const title = `gobolinux: ${type} is built for aarch64 by a cross compiler`;
  test.skipIf(missing.length > 0 || process.arch !== "x64")(
    missing.length > 0 ? `${title} (no ${missing.join(", ")} here)` : title,
    async () => {
      const { outcome, log, top } = await made10(
        one,
        crossToolchain({ machine: "x86_64", target: "aarch64" }),
      );
      expect(outcome, log).toMatchObject({ kind: "built" });
      const program = join(top, file);
      expect(execFileSync("readelf", ["-h", program], { encoding: "utf8" })).toMatch(/Machine: +AArch64/);
      // Where an emulator is, it runs, with the C library of the compiler.
      if (!has("qemu-aarch64-static")) return;
      const printed = execFileSync("qemu-aarch64-static", ["-L", "/usr/aarch64-linux-gnu", program]);
      expect(printed.toString()).toBe("hello, world\n");
    },
  );
}
