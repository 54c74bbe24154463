// Packing lists of OpenBSD's ports against real fake roots, from the text of PLIST to what is told.

import { expect, test } from "vitest";
import { hostPath, joinPath, openTree } from "../../src/host/host.ts";
import { assignFiles } from "../../src/package/packing-list.ts";
import type { Port } from "../../src/port/port.ts";
import { readPort } from "../../src/recipe/recipe.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { host, type TreeText, writeTree } from "./support.ts";

const MAKEFILE = [
  "COMMENT = foo",
  "DISTNAME = foo-1.0",
  "CATEGORIES = devel",
  "PERMIT_PACKAGE = Yes",
  "SHARED_LIBS = foo 3.0",
].join("\n");

type Lists = Readonly<Record<string, string>>;

/** The port whose `pkg` holds these files; `makefile` stands before bsd.port.mk. */
function portWith(lists: Lists, makefile = ""): Port {
  const folder = temporaryFolder();
  const pkg = Object.entries(lists).map(([name, text]) => [`pkg/${name}`, text]);
  writeTree(folder, {
    Makefile: `${MAKEFILE}\n${makefile}\n.include <bsd.port.mk>\n`,
    distinfo: "",
    "pkg/DESCR": "foo",
    ...Object.fromEntries(pkg),
  });
  const request = { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: "default" } as const;
  const reading = readPort(openTree(hostPath(folder)), request);
  if (!reading.ok) throw new Error(rendered(reading.error));
  return reading.value.port;
}

function assigned(port: Port, tree: TreeText) {
  const folder = joinPath(hostPath(temporaryFolder()), "fake");
  writeTree(folder, tree);
  return assignFiles(port, host.scan(folder)?.entries ?? []);
}

const LIBRARY: TreeText = {
  "lib/libfoo.a": "archive",
  "lib/libfoo.la": "libtool",
  "lib/libfoo.so": "→ libfoo.so.5.1.2",
  "lib/libfoo.so.5": "→ libfoo.so.5.1.2",
  "lib/libfoo.so.5.1.2": "library",
};

const cases: readonly {
  readonly name: string;
  readonly lists: Lists;
  readonly makefile?: string;
  readonly tree: TreeText;
  /** Files and empty folders of each package. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  readonly told?: readonly string[];
}[] = [
  {
    name: "what is as listed needs no word",
    lists: { PLIST: "@bin bin/foo\n@man man/man1/foo.1\nshare/foo/\nshare/foo/a\n" },
    tree: { "bin/foo": "#!", "man/man1/foo.1": "page", "share/foo/a": "a" },
    packages: { "": ["bin/foo", "man/man1/foo.1", "share/foo/a"] },
  },
  {
    name: "a library under upstream's number, with its links",
    lists: { PLIST: "@static-lib lib/libfoo.a\nlib/libfoo.la\n@lib lib/libfoo.so.${LIBfoo_VERSION}\n" },
    tree: LIBRARY,
    packages: {
      "": ["lib/libfoo.a", "lib/libfoo.la", "lib/libfoo.so", "lib/libfoo.so.5", "lib/libfoo.so.5.1.2"],
    },
    told: [
      "foo/pkg/PLIST:3:1: note[package/linux-name]: shared libraries have upstream's numbers here, not OpenBSD's, and links that lead to them:",
      "  line 3: `lib/libfoo.so.3.0` is `lib/libfoo.so.5.1.2` here, with `lib/libfoo.so.5`, `lib/libfoo.so`",
    ],
  },
  {
    name: "a library that the port's own makefile numbers as OpenBSD does",
    lists: { PLIST: "@lib lib/libfoo.so.${LIBfoo_VERSION}\n" },
    tree: { "lib/libfoo.so.3.0": "library", "lib/libfoobar.so.3.0": "another" },
    packages: { "": ["lib/libfoo.so.3.0"] },
    told: [
      "foo/pkg/PLIST:1:1: warning[package/unlisted]: no packing list names `lib/libfoobar.so.3.0`: left out of the packages",
    ],
  },
  {
    name: "a link to a library that another package's list names by itself",
    makefile: "MULTI_PACKAGES = -main -devel\nCOMMENT-main = foo\nCOMMENT-devel = foo",
    lists: {
      "PLIST-main": "@lib lib/libfoo.so.${LIBfoo_VERSION}\n",
      "PLIST-devel": "lib/libfoo.so\n",
      "DESCR-main": "",
      "DESCR-devel": "",
    },
    tree: { "lib/libfoo.so": "→ libfoo.so.5", "lib/libfoo.so.5": "library" },
    packages: { main: ["lib/libfoo.so.5"], devel: ["lib/libfoo.so"] },
    told: [
      "foo/pkg/PLIST-main:1:1: note[package/linux-name]: shared libraries have upstream's numbers here, not OpenBSD's, and links that lead to them:",
      "  line 1: `lib/libfoo.so.3.0` is `lib/libfoo.so.5` here, with `lib/libfoo.so`",
    ],
  },
  {
    name: "pages below share, compressed, and formatted ones",
    lists: { PLIST: "@man man/man1/foo.1\n@man man/cat8/food.0\n@info info/foo.info\n" },
    tree: {
      "share/man/man1/foo.1.gz": "page",
      "share/man/man8/food.8": "page",
      "share/info/foo.info": "info",
      "share/info/foo.info-1": "info",
      "share/info/dir": "index",
    },
    packages: {
      "": [
        "share/info/foo.info",
        "share/info/foo.info-1",
        "share/man/man1/foo.1.gz",
        "share/man/man8/food.8",
      ],
    },
    told: [
      "foo/pkg/PLIST:1:1: note[package/linux-name]: manual pages lie elsewhere, or are compressed:",
      "  line 1: `man/man1/foo.1` is `share/man/man1/foo.1.gz` here",
      "  line 2: `man/cat8/food.0` is `share/man/man8/food.8` here",
      "  line 3: `info/foo.info` is `share/info/foo.info` here, with `share/info/foo.info-1`",
    ],
  },
  {
    name: "samples are copied to their place, folders made",
    lists: {
      PLIST:
        "share/examples/foo/\n@sample ${SYSCONFDIR}/foo/\nshare/examples/foo/foo.conf\n@mode 640\n@sample ${SYSCONFDIR}/foo/foo.conf\n@mode\nbin/foo\n@sample ${LOCALSTATEDIR}/foo/\n",
    },
    tree: { "share/examples/foo/foo.conf": "a = 1", "bin/foo": "#!" },
    packages: { "": ["bin/foo", "etc/foo/foo.conf", "share/examples/foo/foo.conf", "var/foo"] },
  },
  {
    name: "what a build on Linux does without",
    lists: {
      PLIST:
        "@static-lib lib/libfoo.a\nlib/libfoo.la\n@lib lib/libfoo.so.${LIBfoo_VERSION}\nlib/charset.alias\n@rcscript ${RCDIR}/foo\nshare/empty/\n",
    },
    tree: { "lib/libfoo.so.3.0": "library" },
    packages: { "": ["lib/libfoo.so.3.0"] },
    told: [
      "foo/pkg/PLIST:1:1: note[package/not-on-linux]: the packing list names 5 files that a build on Linux does without:",
      "  line 1: `@static-lib lib/libfoo.a`: the shared library is there",
      "  line 2: `lib/libfoo.la`: read by libtool alone, which finds the library without",
      "  line 4: `lib/charset.alias`: a table of OpenBSD's iconv; glibc has its own",
      "  line 5: `@rcscript etc/rc.d/foo`: a script of OpenBSD's rc.d, which nothing runs here",
      "  line 6: `share/empty/`: a folder with nothing in it",
    ],
  },
  {
    name: "comments leave out without a word",
    lists: {
      PLIST:
        "@comment $OpenBSD: PLIST,v$\n@comment bin/old\n@comment @bin bin/gone\nbin/foo\n@comment no checksum\n",
    },
    tree: { "bin/foo": "#!", "bin/old": "#!" },
    packages: { "": ["bin/foo"] },
  },
  {
    name: "what an installation does not do",
    lists: {
      PLIST:
        "@newuser _foo:700:700:daemon:foo:/nonexistent:/sbin/nologin\n@mode 4755\n@owner root\nbin/foo\n@mode\n@exec-add %D/bin/foo --init\n@extra /etc/foo.db\n",
    },
    tree: { "bin/foo": "#!" },
    packages: { "": ["bin/foo"] },
    told: [
      "foo/pkg/PLIST:1:1: note[package/not-done]: an installation lays files down and runs nothing, makes no accounts and gives no rights; OpenBSD's would do more:",
      "  line 1: `@newuser _foo:700:700:daemon:foo:/nonexistent:/sbin/nologin`",
      "  line 4: `bin/foo` has the mode 755, without `@mode 4755`",
      "  line 6: `@exec-add %D/bin/foo --init`",
      "  line 7: `@extra /etc/foo.db`",
    ],
  },
  {
    name: "files of a dropped subpackage belong to nobody",
    makefile:
      "MULTI_PACKAGES = -main -x11\nCOMMENT-main = foo\nCOMMENT-x11 = foo\nPSEUDO_FLAVORS = no_x11\nFLAVOR ?= no_x11",
    lists: { "PLIST-main": "bin/foo\n", "PLIST-x11": "bin/xfoo\n", "DESCR-main": "", "DESCR-x11": "" },
    tree: { "bin/foo": "#!", "bin/xfoo": "#!" },
    packages: { main: ["bin/foo"] },
  },
  {
    name: "fragments of flavors that are chosen, and of those that are not",
    makefile: "FLAVORS = gtk debug\nFLAVOR ?= gtk",
    lists: {
      PLIST: "%%gtk%%\n!%%gtk%%\n%%debug%%\nbin/foo\n",
      "PFRAG.gtk": "bin/gfoo\n",
      "PFRAG.no-gtk": "bin/tfoo\n",
      "PFRAG.debug": "bin/dfoo\n",
    },
    tree: { "bin/foo": "#!", "bin/gfoo": "#!" },
    packages: { "": ["bin/foo", "bin/gfoo"] },
  },
  {
    name: "names that are not ASCII, and one that begins with the sign of annotations",
    lists: { PLIST: "share/Grüße\n@file @home\n" },
    tree: { "share/Grüße": "a", "@home": "b" },
    packages: { "": ["@home", "share/Grüße"] },
  },
];

for (const { name, lists, makefile, tree, packages, told = [] } of cases) {
  test(`packing list: ${name}`, () => {
    const result = assigned(portWith(lists, makefile), tree);
    if (!result.ok) throw new Error(rendered(result.error));
    const found = result.value.lists.map(({ subpackage, entries }) => {
      const parents = new Set(entries.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/")))));
      const leaves = entries.filter(({ path, status }) => status.kind !== "folder" || !parents.has(path));
      return [subpackage.name, leaves.map(({ path }) => Buffer.from(path, "latin1").toString())] as const;
    });
    expect(Object.fromEntries(found)).toEqual(packages);
    expect(messages(rendered(result.value.remarks))).toEqual(told);
  });
}

/** Without excerpts and helps. */
function messages(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "" && !/^ *[0-9]* \|| {2}= help/.test(line));
}

test("packing list: modes and copies", () => {
  const port = portWith({
    PLIST: "@mode 750\nbin/foo\n@mode\nshare/foo.conf\n@sample ${SYSCONFDIR}/foo.conf\nbin/bar\n",
  });
  const result = assigned(port, { "bin/foo": "#!", "bin/bar": "#!", "share/foo.conf": "a" });
  if (!result.ok) throw new Error(rendered(result.error));
  const [list] = result.value.lists;
  const modes = list?.entries.map(({ path, status }) => [path, status.mode.toString(8)]);
  expect(modes).toEqual([
    ["bin", "755"],
    ["bin/bar", "755"],
    ["bin/foo", "750"],
    ["etc", "755"],
    ["etc/foo.conf", "644"],
    ["share", "755"],
    ["share/foo.conf", "644"],
  ]);
  expect([...(list?.copies ?? [])]).toEqual([["etc/foo.conf", "share/foo.conf"]]);
});

const refused: readonly {
  readonly name: string;
  readonly lists: Lists;
  readonly makefile?: string;
  readonly tree: TreeText;
  readonly told: readonly string[];
}[] = [
  {
    name: "what the build did not make, and what no list names, all at once",
    lists: { PLIST: "@bin bin/foo\n@bin bin/bar\n@lib lib/libfoo.so.${LIBfoo_VERSION}\nshare/foo/a\n" },
    tree: { "bin/foo": "#!", "bin/baz": "#!", "share/foo/b": "b" },
    told: [
      "foo/pkg/PLIST:1:1: warning[package/unlisted]: no packing list names `bin/baz`, `share/foo/b`: left out of the packages",
      "foo/pkg/PLIST:2:1: error[package/not-built]: the packing list names 3 files that the fake phase did not install:",
      "  line 2: `@bin bin/bar`",
      "  line 3: `@lib lib/libfoo.so.3.0`",
      "  line 4: `share/foo/a`",
    ],
  },
  {
    name: "a file that two packages list",
    makefile: "MULTI_PACKAGES = -main -x11\nCOMMENT-main = foo\nCOMMENT-x11 = foo",
    lists: { "PLIST-main": "bin/foo\n", "PLIST-x11": "@bin bin/foo\n", "DESCR-main": "", "DESCR-x11": "" },
    tree: { "bin/foo": "#!" },
    told: [
      "foo/pkg/PLIST-main:1:1: error[package/claimed-twice]: `bin/foo` of `foo-1.0` and `@bin bin/foo` of `foo-x11-1.0` both claim `bin/foo`",
      "  = note: foo/pkg/PLIST-x11:1:1: the other claim",
    ],
  },
];

for (const { name, lists, makefile, tree, told } of refused) {
  test(`packing list: refused: ${name}`, () => {
    const result = assigned(portWith(lists, makefile), tree);
    expect(result.ok ? [] : messages(rendered(result.error))).toEqual(told);
  });
}
