// OpenBSD ports from their Makefile to the fake root.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HostPath, joinPath, openTree } from "../../src/host/host.ts";
import { readPort } from "../../src/recipe/recipe.ts";
import { rendered, temporaryFolder } from "../support.ts";
import {
  archive,
  type Built,
  buildJob,
  type Fetched,
  fetched,
  has,
  jobOf,
  listing,
  plant,
  portFolder,
  type Tree,
} from "./workshop.ts";

const dollars = (text: string) => text.replaceAll("@", "$");

/** With what every port has, and the folder's other files. */
async function buildPort(makefile: string, files: Tree, distfiles: readonly Fetched[]): Promise<Built> {
  const folder = portFolder({
    Makefile: dollars(
      `COMMENT = foo\nDISTNAME = foo-1.0\nCATEGORIES = devel\nPERMIT_PACKAGE_CDROM = Yes\n${makefile}\n.include <bsd.port.mk>\n`,
    ),
    ...files,
  });
  const reading = readPort(openTree(folder), {
    folder: "",
    treeName: "foo",
    pkgpath: "devel/foo",
    flavors: "default",
  });
  if (!reading.ok) throw new Error(rendered(reading.error));
  const { port } = reading.value;
  // Each distfile with what the port says is to be done with it.
  const given = distfiles.map(({ file, distfile }) => {
    const said = port.distfiles.find((one) => one.file === distfile.file);
    return { file, distfile: { ...said, ...distfile, ...(said?.role ? { role: said.role } : {}) } };
  });
  const job = { ...jobOf({}), port, prefix: port.prefix };
  return await buildJob(job, { portFolder: folder, distfiles: given });
}

/** A file as it is fetched. */
function plain(name: string, text: string, packer?: "gzip"): Fetched {
  const folder = temporaryFolder();
  plant(folder, { [name.replace(/\.gz$/, "")]: text });
  if (packer) execFileSync(packer, ["-n", join(folder, name.replace(/\.gz$/, ""))]);
  return fetched(joinPath(folder as HostPath, name), name);
}

const MAKEFILE = `PREFIX = /usr/local
all:
	echo "$(FLAGS) $(MINE) in $(notdir $(CURDIR)) for $(PREFIX)" > made
install:
	install -d -o root $(DESTDIR)$(PREFIX)/bin
	install -s -o root -m 555 made $(DESTDIR)$(PREFIX)/bin/made
`;
const SOURCE: Tree = {
  "foo-1.0/Makefile": MAKEFILE,
  "foo-1.0/sub/Makefile": MAKEFILE,
  "foo-1.0/greeting": "one\ntwo\nthree\n",
  "foo-1.0/foo.1.in": dollars("@{FULLPKGNAME} in @{TRUEPREFIX}\n"),
};
const source = () => archive("foo-1.0.tar.gz", SOURCE);
const PATCH = (from: string, to: string) =>
  `--- greeting.orig\n+++ greeting\n@@ -1,3 +1,3 @@\n one\n-${from}\n+${to}\n three\n`;

type Case = {
  readonly name: string;
  readonly makefile: string;
  readonly files?: Tree;
  readonly distfiles: () => readonly Fetched[];
  /** Below the prefix, with what is in them. */
  readonly made: Readonly<Record<string, string>>;
};

const cases: readonly Case[] = [
  {
    name: "flags, environment, folder and place",
    makefile: "WRKSRC = @{WRKDIST}/sub\nMAKE_FLAGS = FLAGS=-x\nMAKE_ENV = MINE='my own'\nNO_TEST = Yes",
    distfiles: () => [source()],
    made: { "bin/made": "-x my own in sub for /app/vendor/foo\n" },
  },
  {
    name: "patches of the distribution first, then the port's own",
    makefile:
      "PATCHFILES = upstream.gz\nPATCH_LIST = patch-*\nNO_BUILD = Yes\npost-build:\n\tfalse\ndo-install:\n\tcp @{WRKSRC}/greeting @{PREFIX}/share/examples",
    files: { "patches/patch-greeting": PATCH("upstream's", "ours") },
    distfiles: () => [source(), plain("upstream.gz", PATCH("two", "upstream's"), "gzip")],
    made: { "share/examples/greeting": "one\nours\nthree\n" },
  },
  {
    name: "the port's own ways to unpack, and what is kept for its rules",
    makefile: `DISTFILES = foo-1.0.tar.gz text.odd notes
EXTRACT_ONLY = foo-1.0.tar.gz text.odd
EXTRACT_CASES = *.odd) tr a-z A-Z < @{FULLDISTDIR}/@@archive > @{WRKDIR}/text ;;
NO_BUILD = Yes
do-install:
	cp @{WRKDIR}/text @{FULLDISTDIR}/notes @{PREFIX}/share/examples
	test ! -e @{WRKDIR}/notes`,
    distfiles: () => [source(), plain("text.odd", "odd\n"), plain("notes", "notes\n")],
    made: { "share/examples/notes": "notes\n", "share/examples/text": "ODD\n" },
  },
  {
    name: "archives that a shell unpacks, single files, and a subfolder of distfiles",
    makefile: `DIST_SUBDIR = foo/more
DISTFILES = foo-1.0.tar.gz all.shar.gz one.txt.gz two.sh notes
EXTRACT_ONLY = @{DISTFILES:Nnotes}
NO_BUILD = Yes
do-install:
	cp @{WRKDIR}/all @{WRKDIR}/one.txt @{WRKDIR}/two @{PREFIX}/share/examples
	cmp @{FULLDISTDIR}/notes @{DISTDIR}/@{DIST_SUBDIR}/notes`,
    distfiles: () => [
      source(),
      plain("all.shar.gz", "Hello,\nhere it is\n# This is a shell archive\necho all > all\n", "gzip"),
      plain("one.txt.gz", "one\n", "gzip"),
      plain("two.sh", "#! /bin/sh\necho two > two\n"),
      plain("notes", "notes\n"),
    ],
    made: { "share/examples/all": "all\n", "share/examples/one.txt": "one\n", "share/examples/two": "two\n" },
  },
  {
    name: "the port's own ways to apply patches of the distribution",
    makefile: `PATCHFILES = upstream.odd
PATCH_CASES = *.odd) tr 'A-Z' 'a-z' < @@patchfile | @{PATCH} @{PATCH_DIST_ARGS} ;;
NO_BUILD = Yes
do-install:
	cp @{WRKSRC}/greeting @{PREFIX}/share/examples`,
    distfiles: () => [source(), plain("upstream.odd", PATCH("two", "upstream's").toUpperCase())],
    made: { "share/examples/greeting": "one\nupstream's\nthree\n" },
  },
  {
    name: "what is made from what, after patches; a folder to configure in; libraries that are shared only",
    makefile: `CONFIGURE_STYLE = gnu old
LIBTOOL_FLAGS = --tag=disable-static
REORDER_DEPENDENCIES = @{FILESDIR}/order
WRKCONF = @{WRKSRC}/sub
NO_BUILD = Yes
post-patch:
	chmod +x @{WRKSRC}/sub/configure
	touch -d 2001-01-01 @{WRKSRC}/greeting @{WRKSRC}/sub/configure
	touch @{WRKSRC}/foo.1.in
do-install:
	test ! @{WRKSRC}/foo.1.in -nt @{WRKSRC}/greeting
	test ! @{WRKSRC}/greeting -nt @{WRKSRC}/sub/configure
	cp @{WRKSRC}/sub/asked @{PREFIX}/share/examples`,
    files: { "files/order": "# newer, older\ngreeting foo.1.in\n/configure greeting\n" },
    distfiles: () => [
      archive("foo-1.0.tar.gz", {
        ...SOURCE,
        "foo-1.0/sub/configure": "#!/bin/sh\necho $0 $* > asked\nmkdir -p mine\n",
      }),
    ],
    made: {
      "share/examples/asked":
        "./configure --prefix=/app/vendor/foo --disable-silent-rules --disable-gtk-doc --disable-static\n",
    },
  },
  {
    name: "libraries of both kinds, as OpenBSD's libtool makes them",
    makefile: `CONFIGURE_STYLE = gnu old
SHARED_LIBS = foo 1.0
NO_BUILD = Yes
post-patch:
	chmod +x @{WRKSRC}/configure
do-install:
	cp @{WRKSRC}/asked @{PREFIX}/share/examples`,
    distfiles: () => [
      archive("foo-1.0.tar.gz", { ...SOURCE, "foo-1.0/configure": "#!/bin/sh\necho $* > asked\n" }),
    ],
    made: {
      "share/examples/asked":
        "--prefix=/app/vendor/foo --disable-silent-rules --disable-gtk-doc --enable-shared --enable-static\n",
    },
  },
  {
    name: "substitution, braces, READMEs and daemons",
    makefile: `NO_BUILD = Yes
post-extract:
	touch @{WRKSRC}/{a,b}.txt
do-install:
	@{SUBST_CMD} -m 644 -c @{WRKSRC}/foo.1.in @{PREFIX}/man/man1/foo.1
	@{INSTALL_DATA_DIR} @{PREFIX}/share/foo
	@{INSTALL_DATA} @{WRKSRC}/{a,b}.txt @{PREFIX}/share/foo
	-false
	echo "a\\tb" > @{PREFIX}/share/foo/tab`,
    files: {
      "pkg/README": dollars("for @{FULLPKGNAME}\n"),
      "pkg/food.rc": dollars('daemon="@{TRUEPREFIX}/sbin/food"\n'),
    },
    distfiles: () => [source()],
    made: {
      "etc/rc.d/food": 'daemon="/app/vendor/foo/sbin/food"\n',
      "man/man1/foo.1": "foo-1.0 in /app/vendor/foo\n",
      "share/doc/pkg-readmes/foo-1.0": "for foo-1.0\n",
      "share/foo/a.txt": "",
      "share/foo/b.txt": "",
      "share/foo/tab": "a\tb\n",
    },
  },
];

for (const { name, makefile, files = {}, distfiles, made } of cases) {
  test(`openbsd port: ${name}`, async () => {
    const { outcome, log, fakeRoot } = await buildPort(makefile, files, distfiles());
    expect(outcome.kind, log).toBe("built");
    expect(listing(fakeRoot)).toEqual(Object.keys(made).map((path) => `app/vendor/foo/${path}`));
    for (const [path, text] of Object.entries(made)) {
      expect(readFileSync(join(fakeRoot, "app/vendor/foo", path), "utf8"), path).toBe(text);
    }
  });
}

test.skipIf(!has("autoconf"))(
  "openbsd port: a configure script is made anew, and built beside the source",
  async () => {
    const distfile = archive("foo-1.0.tar.gz", {
      "foo-1.0/configure.in": "AC_INIT([foo],[1.0])\nAC_CONFIG_FILES([Makefile])\nAC_OUTPUT\n",
      "foo-1.0/Makefile.in": `prefix = @prefix@\nmandir = @mandir@\n${MAKEFILE.replace("PREFIX = /usr/local\n", "")}`,
    });
    const makefile =
      "CONFIGURE_STYLE = autoconf no-autoheader\nAUTOCONF_VERSION = 2.69\nSEPARATE_BUILD = Yes\nFAKE_FLAGS = PREFIX=@{TRUEPREFIX}";
    const { outcome, log, fakeRoot } = await buildPort(makefile, {}, [distfile]);
    expect(outcome.kind, log).toBe("built");
    expect(listing(fakeRoot)).toEqual(["app/vendor/foo/bin/made"]);
    expect(readFileSync(join(fakeRoot, "app/vendor/foo/bin/made"), "utf8")).toContain(" in build-amd64 for ");
  },
);
