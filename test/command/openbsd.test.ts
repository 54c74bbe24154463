// OpenBSD's ports through the verbs. The first are those that OpenBSD's page "How to handle packaging for complex
// situations" takes as examples.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath } from "../../src/host/host.ts";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, runIn } from "./verbs.ts";

const ports = hostPath(join(import.meta.dirname, "../recipe/openbsd/good"));

type Package = { readonly subpackage: string; readonly fullpkgname: string; readonly fullpkgpath: string };

const shown: readonly {
  readonly port: string;
  readonly flavor: string;
  readonly packages: readonly (readonly [subpackage: string, fullpkgname: string, fullpkgpath: string])[];
}[] = [
  {
    port: "core-and-x11",
    flavor: "",
    packages: [
      ["core", "foo-core-1.0", "devel/core-and-x11,-core"],
      ["x11", "foo-x11-1.0p2", "devel/core-and-x11,-x11"],
    ],
  },
  {
    port: "core-and-x11",
    flavor: "no_x11",
    packages: [["core", "foo-core-1.0", "devel/core-and-x11,-core"]],
  },
  {
    port: "core-and-doc",
    flavor: "crypto debug",
    packages: [
      ["core", "foo-core-1.0p0-debug-crypto", "devel/core-and-doc,-core,debug,crypto"],
      ["doc", "foo-doc-1.0", "devel/core-and-doc,-doc"],
    ],
  },
  {
    port: "interdependent",
    flavor: "",
    packages: [
      ["p2", "foo-p2-1.0", "devel/interdependent,-p2"],
      ["p1", "foo-p1-1.0", "devel/interdependent,-p1"],
    ],
  },
];

for (const { port, flavor, packages } of shown) {
  test(`show: ${port} with ${flavor || "no flavor"} makes ${packages.map(([, name]) => name).join(", ")}`, async () => {
    const { diagnostics, json } = await runIn(ports, "show", port, "--flavor", flavor);
    expect(rendered(diagnostics)).toBe("");
    const said = (json as { readonly packages: readonly Package[] }).packages;
    expect(said.map((one) => [one.subpackage, one.fullpkgname, one.fullpkgpath])).toEqual(packages);
  });
}

test("show: a sibling is named by its place in this build, another port by spec and path", async () => {
  const { json } = await runIn(ports, "show", "interdependent", "--flavor", "static");
  expect(json).toMatchObject({
    flavors: { available: ["static"], pseudo: [], chosen: ["static"] },
    packages: [
      { subpackage: "p2", depends: { lib: ["devel/gettext"], run: [] }, wantlib: [] },
      {
        subpackage: "p1",
        depends: { lib: ["foo-p2-*:devel/interdependent,-p2,static"], run: [] },
        wantlib: ["foo>=3"],
      },
    ],
  });
});

test("show --raw: a flavor that is not there is told, and the values are given all the same", async () => {
  const ran = await runIn(ports, "show", "core-and-x11", "--flavor", "no_x12", "--raw=FULLPKGNAME@");
  expect(ran.json).toEqual({ "FULLPKGNAME-core": "foo-core-1.0", "FULLPKGNAME-x11": "foo-x11-1.0p2" });
  expect(ran.diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    "warning: Unknown flavor: no_x12\n(Possible flavors are:  no_x11).",
  ]);
});

test("show --raw: OpenBSD's X11 is there, and current, whatever a tree asks of it", async () => {
  const folder = folderOf({
    "infrastructure/mk/bsd.port.mk":
      '.if !exists(/usr/X11R6/man/mandoc.db)\nERRORS += "Fatal: no X11"\n.endif\nMULTI_PACKAGES ?= -\nFULLPKGNAME- = foo-1.0\n',
    "devel/foo/Makefile": "DISTNAME = foo-1.0\n.include <bsd.port.mk>\n",
  });
  const { json, diagnostics } = await runIn(folder, "show", "devel/foo", "--raw=FULLPKGNAME@,ERRORS");
  expect(json).toEqual({ "FULLPKGNAME-": "foo-1.0" });
  expect(rendered(diagnostics)).toBe("");
});

/** A part of a ports tree: a category, and what it lists. */
function category() {
  const folder = folderOf({
    Makefile:
      "SUBDIR += interdependent\nSUBDIR += interdependent,static core-and-x11,no_x11\nSUBDIR += gone\n.include <bsd.port.subdir.mk>\n",
    "unlisted/Makefile": "COMMENT = not listed\n.include <bsd.port.mk>\n",
  });
  for (const port of ["interdependent", "core-and-x11"])
    cpSync(join(ports, port), join(folder, port), { recursive: true });
  return folder;
}

test("list: a category's ports in its order, with the flavors that it asks for", async () => {
  const { printed } = await runIn(category(), "list", ".");
  const lines = printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(lines.map(({ key, flavors, packages }) => [key, flavors.chosen, packages.length])).toEqual([
    ["interdependent", [], 2],
    ["interdependent,static", ["static"], 2],
    ["core-and-x11,no_x11", ["no_x11"], 1],
  ]);
});

test("list: INDEX has a line for each package, also for those that are not built", async () => {
  const { printed } = await runIn(category(), "list", ".", "--index");
  expect(printed.split("\n")).toEqual([
    "foo-p1-1.0|devel/interdependent,-p1||foo, first part|devel/interdependent/pkg/DESCR-p1|The OpenBSD ports mailing-list <ports@openbsd.org>|devel|foo-p2-*:devel/interdependent,,-p2|||any|y|y|y",
    "foo-p2-1.0|devel/interdependent,-p2||foo, second part|devel/interdependent/pkg/DESCR-p2|The OpenBSD ports mailing-list <ports@openbsd.org>|devel|devel/gettext|||any|y|y|y",
    "foo-p1-1.0-static|devel/interdependent,-p1,static||foo, first part|devel/interdependent/pkg/DESCR-p1|The OpenBSD ports mailing-list <ports@openbsd.org>|devel|foo-p2-*:devel/interdependent,static,-p2|||any|y|y|y",
    "foo-p2-1.0-static|devel/interdependent,-p2,static||foo, second part|devel/interdependent/pkg/DESCR-p2|The OpenBSD ports mailing-list <ports@openbsd.org>|devel|devel/gettext|||any|y|y|y",
    "foo-core-1.0|devel/core-and-x11,-core||foo application|devel/core-and-x11/pkg/DESCR-core|Jo Doe <jo@example.org>|devel||||any|y|y|y",
    "foo-x11-1.0p2|devel/core-and-x11,-x11||foo application, graphical interface|devel/core-and-x11/pkg/DESCR-x11|Jo Doe <jo@example.org>|devel|||devel/core-and-x11,no_x11,-core|any|y|y|y",
    "",
  ]);
});

test("check: each port and each of its flavors", async () => {
  const { text, diagnostics } = await runIn(category(), "check", ".");
  expect([text, rendered(diagnostics)]).toEqual(["2 ports checked: no problems\n", ""]);
});

test("check: what only a flavor brings must be sound as well, but not every flavor must go alone", async () => {
  const folder = folderOf({
    "foo/Makefile": `COMMENT = foo
DISTNAME = foo-1.0
CATEGORIES = devel
PERMIT_PACKAGE = Yes
FLAVORS = gtk motif crypto
FLAVOR ?= gtk
.if !\${FLAVOR:Mgtk} && !\${FLAVOR:Mmotif}
ERRORS += "Fatal: choose gtk or motif"
.endif
.if \${FLAVOR:Mmotif}
LIB_DEPENDS += x11//open-motif
.endif
DISTFILES =
.include <bsd.port.mk>
`,
    "foo/pkg/DESCR": "foo\n",
    "foo/pkg/PLIST": "bin/foo\n",
  });
  const { diagnostics } = await runIn(folder, "check", "foo");
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "openbsd/dependency: LIB_DEPENDS: `x11//open-motif` is not a pkgpath",
  ]);
});

test("show: a Makefile of other software is no port", async () => {
  const folder = folderOf({ "foo/Makefile": "all:\n\tcc -o foo foo.c\n" });
  const { diagnostics } = await runIn(folder, "show", "foo");
  expect(rendered(diagnostics)).toBe(
    "error[openbsd/no-port]: `foo/Makefile` does not read `bsd.port.mk`\n  = help: end it with `.include <bsd.port.mk>`, or name another folder\n",
  );
  expect(exitStatus(diagnostics)).toBe(2);
});
