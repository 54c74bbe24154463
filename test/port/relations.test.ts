import { expect, test } from "vitest";
import { conflictBetween, type Relations, updateCandidates } from "../../src/port/port.ts";

const plain: Relations = { conflicts: [], excludes: "stem", formerPaths: [] };

const pairs: readonly {
  readonly a: string;
  readonly says?: Partial<Relations>;
  readonly b: string;
  readonly by: string | undefined;
}[] = [
  { a: "foo-1.0", b: "foo-2.0", by: "foo-*" },
  { a: "foo-1.0", b: "foo-1.0", by: "foo-*" },
  { a: "foo-1.0-static", b: "foo-1.0", by: "foo-*" },
  { a: "kdelibs-3.5.10p38", b: "kdelibs-4.14.3", by: "kdelibs-*" },
  { a: "qt-1.45p5", b: "qt2-3.3.8", by: undefined },
  { a: "foo-1.0", b: "foo-core-1.0", by: undefined },
  { a: "p5-Foo-1.0", b: "p5-foo-1.0", by: undefined },
  { a: "gtk+2-2.24.29", b: "gtk+2-2.24.30", by: "gtk+2-*" },
  { a: "vim-lang-7.4", b: "bar-1.0", says: { conflicts: ["bar-<2"] }, by: "bar-<2" },
  { a: "vim-lang-7.4", b: "bar-2.0", says: { conflicts: ["bar-<2"] }, by: undefined },
  { a: "autoconf-2.13", b: "autoconf-2.69", says: { excludes: "name" }, by: "autoconf-*" },
];

for (const { a, says, b, by } of pairs) {
  const verdict = by === undefined ? "may stand beside" : "can't stand beside";
  test(`relations: ${a} (${JSON.stringify(says ?? {})}) ${verdict} ${b}`, () => {
    const one = {
      fullpkgname: a,
      fullpkgpath: "devel/a",
      ...(says ? { relations: { ...plain, ...says } } : {}),
    };
    const other = { fullpkgname: b, fullpkgpath: "devel/b" };
    expect(conflictBetween(one, other)).toBe(by);
    expect(conflictBetween(other, one)).toBe(by);
  });
}

test("relations: versions stand side by side when both say so, but no version twice", () => {
  const version = (fullpkgname: string) => ({
    fullpkgname,
    fullpkgpath: "devel/autoconf",
    relations: { ...plain, excludes: "name" as const },
  });
  expect(conflictBetween(version("autoconf-2.13p4"), version("autoconf-2.69p2"))).toBe(undefined);
  expect(conflictBetween(version("autoconf-2.13p4"), version("autoconf-2.13p4"))).toBe("autoconf-2.13p4");
  expect(conflictBetween(version("g++-1.0"), version("g++-1.0"))).toBe("g++-1.0");
});

const updates: readonly {
  readonly name: string;
  readonly installed: readonly [fullpkgname: string, fullpkgpath: string, ...former: readonly string[]];
  readonly offered: readonly (readonly [
    fullpkgname: string,
    fullpkgpath: string,
    ...former: readonly string[],
  ])[];
  readonly candidates: readonly string[];
}[] = [
  {
    name: "newest first, nothing older",
    installed: ["foo-1.9", "devel/foo"],
    offered: [
      ["foo-1.8", "devel/foo"],
      ["foo-1.10", "devel/foo"],
      ["foo-1.9p0", "devel/foo"],
      ["foo-1.9", "devel/foo"],
    ],
    candidates: ["foo-1.10", "foo-1.9p0", "foo-1.9"],
  },
  {
    name: "an epoch goes before any version",
    installed: ["foo-2.0", "devel/foo"],
    offered: [
      ["foo-1.0v0", "devel/foo"],
      ["foo-2.1", "devel/foo"],
    ],
    candidates: ["foo-1.0v0", "foo-2.1"],
  },
  {
    name: "same subpackage and same flavors, in any order",
    installed: ["foo-core-1.0-a-b", "devel/foo,-core,a,b"],
    offered: [
      ["foo-core-1.1-a-b", "devel/foo,-core,b,a"],
      ["foo-core-1.1", "devel/foo,-core"],
      ["foo-core-1.1-a", "devel/foo,-core,a"],
      ["foo-core-1.2-a-b", "devel/foo,-main,a,b"],
    ],
    candidates: ["foo-core-1.1-a-b"],
  },
  {
    name: "another port with the same stem is none",
    installed: ["foo-1.0", "devel/foo"],
    offered: [["foo-2.0", "www/foo"]],
    candidates: [],
  },
  {
    name: "a port that moved names its former place",
    installed: ["foo-1.0", "devel/foo"],
    offered: [["foo-2.0", "www/foo", "devel/foo"]],
    candidates: ["foo-2.0"],
  },
  {
    name: "the installed one may name it as well",
    installed: ["foo-1.0", "devel/foo", "x11/foo,no_x11"],
    offered: [["foo-2.0-no_x11", "x11/foo,no_x11"]],
    candidates: ["foo-2.0-no_x11"],
  },
  {
    name: "stems that differ by case only are one",
    installed: ["py-Foo-1.0", "devel/py-foo"],
    offered: [["py-foo-1.1", "devel/py-foo"]],
    candidates: ["py-foo-1.1"],
  },
  {
    name: "a new stem is another package",
    installed: ["foo-1.0", "devel/foo"],
    offered: [["foo2-2.0", "devel/foo"]],
    candidates: [],
  },
];

for (const { name, installed, offered, candidates } of updates) {
  test(`relations: updates: ${name}`, () => {
    const related = ([fullpkgname, fullpkgpath, ...formerPaths]: (typeof offered)[number]) => ({
      fullpkgname,
      fullpkgpath,
      ...(formerPaths.length > 0 ? { relations: { ...plain, formerPaths } } : {}),
    });
    const found = updateCandidates(related(installed), offered.map(related));
    expect(found.map(({ fullpkgname }) => fullpkgname)).toEqual(candidates);
  });
}
