// Packing lists written from real fake roots. That a build leaves one is for other tests; here it is given.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { HostPath } from "../../src/host/host.ts";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const MAKEFILE = [
  "COMMENT = foo",
  "DISTNAME = foo-1.10",
  "CATEGORIES = devel",
  "PERMIT_PACKAGE = Yes",
  "SHARED_LIBS = foo 3.0",
  "VERSION = 1.10",
  "SUBST_VARS += VERSION",
].join("\n");

const MULTI = "MULTI_PACKAGES = -main -x11\nCOMMENT-main = foo\nCOMMENT-x11 = foo\nPSEUDO_FLAVORS = no_x11";

/** Path below the prefix → text; `→ TARGET` a link, `ELF program` and `ELF library` real ones, `…/` a folder. */
type Tree = Readonly<Record<string, string>>;

/** A library of this machine's, for its bytes. */
const LIBC = ["/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/lib64", "/lib"]
  .map((folder) => join(folder, "libc.so.6"))
  .find((file) => {
    try {
      return readFileSync(file).length > 0;
    } catch {
      return false;
    }
  });

function plant(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith("/") ? file : dirname(file), { recursive: true });
    if (content.startsWith("→ ")) symlinkSync(content.slice(2), file);
    else if (content === "ELF program") copyFileSync("/bin/true", file);
    else if (content === "ELF library") copyFileSync(LIBC ?? "", file);
    else if (!path.endsWith("/")) writeFileSync(file, content);
  }
}

const INFO = "This is foo.info, produced by makeinfo version 6.8 from foo.texi.\n";

const cases: readonly {
  readonly name: string;
  readonly makefile?: string;
  readonly flavor?: string;
  readonly lists?: Tree;
  readonly tree: Tree;
  /** All files of `pkg` but descriptions. */
  readonly written: Tree;
  readonly told?: string;
}[] = [
  {
    name: "a list that is not there yet",
    tree: {
      "bin/foo": "ELF program",
      "bin/foo-config": "#!/bin/sh\n",
      "bin/f": "→ foo",
      "include/foo.h": "",
      "info/dir": "",
      "info/foo.info": INFO,
      "info/foo.info-1": "",
      "lib/foo/plugin.so": "ELF library",
      "lib/libfoo.a": "!<arch>\n",
      "lib/libfoo.la": "",
      "lib/libfoo.so": "→ libfoo.so.5.1.2",
      "lib/libfoo.so.5": "→ libfoo.so.5.1.2",
      "lib/libfoo.so.5.1.2": "ELF library",
      "lib/pkgconfig/foo.pc": "",
      "man/de/man1/foo.1": "",
      "man/man1/foo.1": "",
      "man/man3/foo.3x.gz": "",
      "share/foo-1.10/a": "",
      "share/foo/1.10.2/b": "",
      "share/foo/empty/": "",
      "share/locale/de/LC_MESSAGES/foo.mo": "",
    },
    written: {
      PLIST: [
        "bin/f",
        "@bin bin/foo",
        "bin/foo-config",
        "include/foo.h",
        "@info info/foo.info",
        "lib/foo/",
        "@so lib/foo/plugin.so",
        "@static-lib lib/libfoo.a",
        "lib/libfoo.la",
        "@lib lib/libfoo.so.${LIBfoo_VERSION}",
        "lib/pkgconfig/foo.pc",
        "@man man/de/man1/foo.1",
        "@man man/man1/foo.1",
        "@man man/man3/foo.3x.gz",
        "share/foo/",
        "share/foo-${VERSION}/",
        "share/foo-${VERSION}/a",
        "share/foo/1.10.2/",
        "share/foo/1.10.2/b",
        "share/foo/empty/",
        "share/locale/de/LC_MESSAGES/foo.mo",
        "",
      ].join("\n"),
    },
  },
  {
    name: "a port of 2016 has fewer words",
    makefile: "PERMIT_PACKAGE =\n.undef PERMIT_PACKAGE\nPERMIT_PACKAGE_CDROM = Yes",
    tree: { "lib/foo/plugin.so": "ELF library", "lib/libfoo.a": "!<arch>\n" },
    written: { PLIST: "lib/foo/\nlib/foo/plugin.so\nlib/libfoo.a\n" },
  },
  {
    name: "the folder that a port has for its own prefix stands in no list",
    makefile: "PREFIX = ${VARBASE}/www",
    tree: { "var/www/foo/index.html": "" },
    written: { PLIST: "foo/\nfoo/index.html\n" },
  },
  {
    name: "a list that still holds stays as it is, byte for byte",
    lists: {
      PLIST: [
        "@comment $OpenBSD: PLIST,v 1.2 2016/01/01 00:00:00 me Exp $",
        "@conflict bar-*",
        "@pkgpath devel/oldfoo",
        "@newuser _foo:700:700:daemon:foo:/nonexistent:/sbin/nologin",
        "@bin bin/foo",
        "@lib lib/libfoo.so.${LIBfoo_VERSION}",
        "@comment lib/libfoo.la",
        "@man man/man1/foo.1",
        "@mode 750",
        "@owner _foo",
        "sbin/food",
        "@mode",
        "@owner",
        "share/examples/foo/",
        "@sample ${SYSCONFDIR}/foo/",
        "share/examples/foo/foo.conf",
        "@sample ${SYSCONFDIR}/foo/foo.conf",
        "@exec-add %D/bin/foo --init",
        "@extra ${SYSCONFDIR}/foo/foo.db",
        "",
      ].join("\n"),
    },
    tree: {
      "bin/foo": "ELF program",
      "etc/foo/foo.conf": "",
      "lib/libfoo.la": "",
      "lib/libfoo.so.5": "ELF library",
      "sbin/food": "#!/bin/sh\n",
      "share/examples/foo/foo.conf": "",
      "share/man/man1/foo.1.gz": "",
    },
    written: {
      PLIST: [
        "@comment $OpenBSD: PLIST,v 1.2 2016/01/01 00:00:00 me Exp $",
        "@conflict bar-*",
        "@pkgpath devel/oldfoo",
        "@newuser _foo:700:700:daemon:foo:/nonexistent:/sbin/nologin",
        "@bin bin/foo",
        "@lib lib/libfoo.so.${LIBfoo_VERSION}",
        "@comment lib/libfoo.la",
        "@man man/man1/foo.1",
        "@mode 750",
        "@owner _foo",
        "sbin/food",
        "@mode",
        "@owner",
        "share/examples/foo/",
        "@sample ${SYSCONFDIR}/foo/",
        "share/examples/foo/foo.conf",
        "@sample ${SYSCONFDIR}/foo/foo.conf",
        "@exec-add %D/bin/foo --init",
        "@extra ${SYSCONFDIR}/foo/foo.db",
        "",
      ].join("\n"),
    },
  },
  {
    name: "what was not built goes with its sample, what hangs on the list stays, new files come in order",
    lists: {
      PLIST: [
        "@conflict bar-*",
        "@bin bin/foo",
        "bin/gone",
        "@exec-add echo gone",
        "@mode 600",
        "share/examples/foo/gone.conf",
        "@sample ${SYSCONFDIR}/gone.conf",
        "@mode",
        "share/foo/z",
        "",
      ].join("\n"),
    },
    tree: { "bin/foo": "#!/bin/sh\n", "bin/new": "ELF program", "share/foo/a": "", "share/foo/z": "" },
    written: {
      PLIST: [
        "@conflict bar-*",
        "bin/foo",
        "@exec-add echo gone",
        "@bin bin/new",
        "share/foo/",
        "share/foo/a",
        "share/foo/z",
        "",
      ].join("\n"),
    },
  },
  {
    name: "files go to the subpackage that has their folder, the rest to the first",
    makefile: MULTI,
    lists: { "PLIST-main": "bin/foo\n", "PLIST-x11": "lib/X11/foo/a\n" },
    tree: { "bin/foo": "", "bin/new": "", "lib/X11/foo/a": "", "lib/X11/foo/b/c": "", "share/x": "" },
    written: {
      "PLIST-main": "bin/foo\nbin/new\nshare/x\n",
      "PLIST-x11": "lib/X11/foo/\nlib/X11/foo/a\nlib/X11/foo/b/\nlib/X11/foo/b/c\n",
    },
  },
  {
    name: "the lists of subpackages that are not built stay",
    makefile: MULTI,
    flavor: "no_x11",
    lists: { "PLIST-main": "bin/foo\n", "PLIST-x11": "bin/xfoo\n" },
    tree: { "bin/foo": "", "bin/bar": "" },
    written: { "PLIST-main": "bin/bar\nbin/foo\n", "PLIST-x11": "bin/xfoo\n" },
  },
  {
    name: "a fragment of the chosen flavor gets what comes beside its files, another one stays",
    makefile: "FLAVORS = gtk debug",
    flavor: "gtk",
    lists: {
      PLIST: "bin/foo\n%%gtk%%\n%%debug%%\nshare/foo/\nshare/foo/a\n",
      "PFRAG.gtk": "lib/gtk/foo/\nlib/gtk/foo/a\nlib/gtk/foo/gone\n",
      "PFRAG.debug": "bin/dfoo\n",
    },
    tree: { "bin/foo": "", "lib/gtk/foo/a": "", "lib/gtk/foo/b": "", "share/foo/a": "" },
    written: {
      PLIST: "bin/foo\n%%gtk%%\n%%debug%%\nshare/foo/\nshare/foo/a\n",
      "PFRAG.gtk": "lib/gtk/\nlib/gtk/foo/\nlib/gtk/foo/a\nlib/gtk/foo/b\n",
      "PFRAG.debug": "bin/dfoo\n",
    },
  },
  {
    name: "a variable that the list leaves alone is not put in beside it",
    lists: { PLIST: "share/foo/\nshare/foo/${VERSION}/\nshare/foo/${VERSION}/a\nshare/bar-1.10/a\n" },
    tree: { "share/foo/1.10/a": "", "share/foo/1.10/b": "", "share/bar-1.10/a": "", "share/bar-1.10/b": "" },
    written: {
      PLIST:
        "share/bar-1.10/\nshare/foo/\nshare/foo/${VERSION}/\nshare/foo/${VERSION}/a\nshare/foo/${VERSION}/b\nshare/bar-1.10/a\nshare/bar-1.10/b\n",
    },
  },
  {
    name: "a library that nothing numbers",
    tree: { "lib/libbar.so.1": "ELF library" },
    written: { PLIST: "@lib lib/libbar.so.${LIBbar_VERSION}\n" },
    told: [
      "foo/Makefile:5:1: warning[openbsd/shared-libs]: `SHARED_LIBS` has no version of `bar`",
      "  |",
      "5 | SHARED_LIBS = foo 3.0",
    ].join("\n"),
  },
];

function port({
  makefile = "",
  lists = {},
}: {
  readonly makefile?: string | undefined;
  readonly lists?: Tree | undefined;
}): HostPath {
  const pkg = Object.entries({ DESCR: "", "DESCR-main": "", "DESCR-x11": "", ...lists });
  return folderOf({
    "foo/Makefile": `${MAKEFILE}\n${makefile}\n.include <bsd.port.mk>\n`,
    ...Object.fromEntries(pkg.map(([name, text]) => [`foo/pkg/${name}`, text])),
  });
}

function listsIn(folder: HostPath): Tree {
  const pkg = join(folder, "foo/pkg");
  const names = readdirSync(pkg).filter((name) => /^P(LIST|FRAG)/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(pkg, name), "utf8")]));
}

for (const { name, makefile, flavor, lists, tree, written, told = "" } of cases) {
  test(`make-plist: ${name}`, async () => {
    const folder = port({ makefile, lists });
    plant(join(folder, "fake/app/vendor/foo"), tree);
    const flavors = flavor === undefined ? [] : ["--flavor", flavor];
    const { diagnostics } = await runIn(folder, "make-plist", "foo", "--fake-root", "fake", ...flavors);
    const warnings = diagnostics.filter(({ code }) => code !== "openbsd/no-digest");
    expect(exitStatus(diagnostics), rendered(diagnostics)).toBe(0);
    expect(listsIn(folder)).toEqual(written);
    if (told === "") expect(rendered(warnings)).toBe("");
    else expect(rendered(warnings)).toContain(told);
    // Once more, and nothing is to be done.
    const again = await runIn(folder, "make-plist", "foo", "--fake-root", "fake", ...flavors);
    expect(again.text).not.toMatch(/changed|written/);
    expect(listsIn(folder)).toEqual(written);
  });
}

test("make-plist: --dry-run shows what would change, and changes nothing", async () => {
  const lists = { PLIST: "bin/a\nbin/b\nbin/c\nbin/d\nbin/e\nbin/f\nbin/gone\n" };
  const folder = port({ lists });
  const files = ["a", "b", "c", "d", "e", "f", "g"].map((name) => [`bin/${name}`, ""]);
  plant(join(folder, "fake/app/vendor/foo"), Object.fromEntries(files));
  const { text } = await runIn(folder, "make-plist", "foo", "--fake-root", "fake", "--dry-run");
  expect(text).toBe(
    "foo/pkg/PLIST: would change, 1 lines added, 1 removed\n    bin/e\n    bin/f\n  - bin/gone\n  + bin/g\n",
  );
  expect(listsIn(folder)).toEqual(lists);
});

test("make-plist: the rules of a port.yml's packages are printed", async () => {
  const folder = folderOf({
    "foo/port.yml": [
      "name: foo",
      'version: "1.0"',
      "comment: foo",
      "build: {style: script}",
      "packages:",
      "  core: {comment: core, files: [bin/foo, lib/**]}",
      "  x11: {comment: x11, files: [bin/xfoo, share/x11/**]}",
      "",
    ].join("\n"),
  });
  plant(join(folder, "fake/app/vendor/foo"), {
    "bin/foo": "",
    "bin/foo2": "",
    "bin/xfoo": "",
    "lib/foo/a": "",
    "lib/foo/b": "",
    "share/x11/a": "",
    "share/x11/new file": "",
  });
  const { text, diagnostics } = await runIn(folder, "make-plist", "foo", "--fake-root", "fake");
  expect(rendered(diagnostics)).toBe("");
  expect(text).toBe(
    [
      "packages:",
      "  core:",
      "    files:",
      "      - bin/foo",
      "      - bin/foo2",
      "      - lib/foo/**",
      "  x11:",
      "    files:",
      "      - bin/xfoo",
      "      - share/x11/**",
      "",
    ].join("\n"),
  );
});

test("make-plist: a fake root in which nothing lies at the prefix", async () => {
  const folder = port({});
  plant(join(folder, "fake/usr/local"), { "bin/foo": "" });
  const { diagnostics } = await runIn(folder, "make-plist", "foo", "--fake-root", "fake");
  expect(rendered(diagnostics)).toContain("nothing was installed at `/app/vendor/foo` below `fake`");
  expect(exitStatus(diagnostics)).toBe(2);
});
