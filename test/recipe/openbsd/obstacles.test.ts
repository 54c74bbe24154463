import { expect, test } from "vitest";
import { OWN_MK } from "../../../src/recipe/openbsd/own-mk.ts";
import { readPort, type Tree } from "../../../src/recipe/recipe.ts";
import { rendered } from "../../support.ts";

/** In a tree with a bsd.port.mk of its own, whose rules stand in files like a port's. */
const MODULES: Readonly<Record<string, string>> = {
  "lang/fancy/fancy.port.mk": "do-build:\n\tfancy build\ndo-install:\n\tfancy install\n",
  "lang/plain/plain.port.mk": "SUBST_VARS += MODPLAIN_DIR\nMODPLAIN_post-install = touch ${PREFIX}/plain\n",
  "infrastructure/mk/bsd.port.mk": "do-build:\n\tmake\ndo-install:\n\tmake install\n",
};

function read(makefile: string) {
  const files: Record<string, string> = { ...Object.fromEntries(OWN_MK) };
  for (const [path, text] of Object.entries(MODULES)) {
    const own = files[path];
    files[path] = own === undefined ? text : `${own}\n.if !target(do-install)\n${text}.endif\n`;
  }
  files["devel/foo/Makefile"] =
    `COMMENT = foo\nDISTNAME = foo-1.0\nCATEGORIES = devel\nPERMIT_PACKAGE = Yes\n${makefile}\n.include <bsd.port.mk>\n`;
  files["devel/foo/pkg/PLIST"] = "bin/foo\n";
  const tree: Tree = {
    read: (path) => files[path],
    exists: (path) => {
      if (path in files) return "file";
      return Object.keys(files).some((file) => file.startsWith(`${path}/`)) ? "folder" : "nothing";
    },
    list: () => [],
  };
  const request = { folder: "devel/foo", pkgpath: "devel/foo", treeName: ".", flavors: "default" } as const;
  const reading = readPort(tree, request);
  if (!reading.ok) throw new Error(rendered(reading.error));
  return reading.value;
}

const cases: readonly {
  readonly name: string;
  readonly makefile: string;
  readonly told: readonly string[];
}[] = [
  { name: "a plain port of a tree", makefile: "", told: [] },
  { name: "cmake", makefile: "MODULES = devel/cmake", told: [] },
  { name: "a module that only sets variables", makefile: "MODULES = lang/plain", told: [] },
  {
    name: "a module with rules of its own",
    makefile: "MODULES = lang/fancy",
    told: ["the module `fancy`, which builds in a way of its own: ports with this are read, but not built"],
  },
  {
    name: "rules of the port's go before those of a module",
    makefile: "MODULES = lang/fancy\ndo-build:\n\tcc foo.c\ndo-install:\n\tcp a.out ${PREFIX}",
    told: [],
  },
  {
    name: "a style that is not known",
    makefile: "CONFIGURE_STYLE = fancy",
    told: ["CONFIGURE_STYLE `fancy`: ports with this are read, but not built"],
  },
  {
    name: "a style that is not known, in a port that says all itself",
    makefile: "CONFIGURE_STYLE = fancy\nNO_BUILD = Yes\ndo-configure:\n\t:\ndo-install:\n\t:",
    told: [],
  },
  {
    name: "half of another port",
    makefile: "BUILD_DEPENDS = devel/bar:patch",
    told: [
      "a dependency on a port that is built only in part (`:patch`): ports with this are read, but not built",
    ],
  },
  {
    name: "what a variable asks for, and nothing does",
    makefile: "FAKE_AS_ROOT = Yes\nIS_INTERACTIVE = build\nEXTRACT_FILES = foo/bar\nMTREE_FILE = /etc/mtree",
    told: [
      "`FAKE_AS_ROOT` says `Yes`: nothing is installed with root's rights here",
      "`IS_INTERACTIVE` says `build`: nobody is there to answer questions",
      "`EXTRACT_FILES` says `foo/bar`: archives are unpacked whole",
      "`MTREE_FILE` says `/etc/mtree`: the folders to install into are always the same",
    ],
  },
  {
    name: "the same variables, asking for nothing",
    makefile: "FAKE_AS_ROOT = No\nIS_INTERACTIVE = No",
    told: [],
  },
  {
    name: "a broken port",
    makefile: "BROKEN = crashes",
    told: ["`foo` is not to be built: is marked as broken: crashes"],
  },
];

for (const { name, makefile, told } of cases) {
  test(`openbsd obstacles: ${name}`, () => {
    const { obstacles = [] } = read(makefile);
    expect(obstacles.map(({ message }) => message)).toEqual(told);
  });
}

test("openbsd: what a module installs goes below the fake root", () => {
  const { port } = read("MODULES = lang/plain");
  expect(port.build.scripts.get("post-fake")?.text).toContain("(touch /build/fake/app/vendor/foo/plain\n)");
});
