import { expect, test } from "vitest";
import { pkgpathOf, type Tree } from "../../../src/recipe/recipe.ts";

const cases: readonly {
  readonly name: string;
  readonly makefile: string;
  readonly lies: string;
  readonly called: string;
}[] = [
  { name: "below its category", makefile: "CATEGORIES = audio", lies: "/home/me/foo", called: "audio/foo" },
  { name: "the first of several", makefile: "CATEGORIES = net www", lies: "/www/foo", called: "net/foo" },
  {
    name: "with the folder between",
    makefile: "CATEGORIES = devel",
    lies: "/tree/devel/autoconf/2.69",
    called: "devel/autoconf/2.69",
  },
  { name: "deeper it is any folder", makefile: "CATEGORIES = x", lies: "/x/a/b/foo", called: "x/foo" },
  {
    name: "a module adds one behind",
    makefile: "MODULES = cpan\nCATEGORIES = textproc",
    lies: "/foo",
    called: "textproc/foo",
  },
  { name: "no category", makefile: "", lies: "/home/me/foo", called: "foo" },
  { name: "none that is a name", makefile: "CATEGORIES = ../../etc", lies: "/foo", called: "foo" },
  { name: "what has mistakes", makefile: "CATEGORIES = a\n.if ${NO}", lies: "/foo", called: "a/foo" },
  { name: "what waits for a command", makefile: "V != date\nCATEGORIES = a", lies: "/foo", called: "a/foo" },
];

for (const { name, makefile, lies, called } of cases) {
  test(`a port alone: ${name}`, () => {
    const text = `DISTNAME = foo-1.0\n${makefile}\n.include <bsd.port.mk>\n`;
    const tree: Tree = {
      read: (path) => (path === "Makefile" ? text : undefined),
      exists: (path) => (path === "Makefile" ? "file" : "nothing"),
      list: (path) => (path === "" ? ["Makefile"] : []),
    };
    const treePath = lies.split("/").filter(Boolean);
    const pkgpath = treePath.at(-1) ?? "";
    const request = { folder: "", treeName: ".", treePath, pkgpath, flavors: "default" } as const;
    expect(pkgpathOf(tree, request)).toBe(called);
  });
}

test("a port alone: where the ports tree that it is read with has it", () => {
  const makefile = "DISTNAME = foo-1.0\nCATEGORIES = x11 ../../x x11/gnome\n.include <bsd.port.mk>\n";
  const treeOf = (files: Readonly<Record<string, string>>): Tree => ({
    read: (path) => files[path],
    exists: (path) => (path in files ? "file" : "nothing"),
    list: () => [],
  });
  const portsTree = { tree: treeOf({ "x11/gnome/foo/Makefile": makefile }), name: "ports" };
  const request = { folder: "", treeName: ".", pkgpath: "foo", flavors: "default", portsTree } as const;
  expect(pkgpathOf(treeOf({ Makefile: makefile }), request)).toBe("x11/gnome/foo");
});
