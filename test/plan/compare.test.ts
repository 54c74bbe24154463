import { expect, test } from "vitest";
import { compareRows } from "../../src/plan/plan.ts";
import type { Package } from "../../src/port/port.ts";

/** As far as comparing looks at it. */
function row(change: Partial<Package> & { readonly sonames?: readonly string[] }): Package {
  const { sonames = [], ...fields } = change;
  const provided = sonames.map((soname) => ({
    path: `lib/${soname}`,
    soname,
    elfClass: 64,
    machine: 62,
    versions: [],
  }));
  return {
    fullpkgpath: "devel/foo",
    flavors: [],
    arch: "x86_64",
    layout: "vendor",
    base: "debian-12",
    contentDigest: "1",
    libraries: { provided, needed: [] },
    ...fields,
  } as unknown as Package;
}

test("compare: the same package on another base, by SONAME", () => {
  const released = [
    row({ base: "debian-11", sonames: ["libfoo.so.1"] }),
    row({ base: "heroku-24", sonames: ["libother.so.9"] }),
    row({ base: "debian-12", arch: "aarch64" }),
  ];
  const made = row({ base: "debian-13", contentDigest: "2", sonames: ["libfoo.so.2", "libnew.so.0"] });
  const [found, ...more] = compareRows([made], released);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    released: { base: "debian-11" },
    gone: ["libfoo.so.1"],
    come: ["libfoo.so.2", "libnew.so.0"],
  });
});

test("compare: what another pseudo-choice made is the same package, and what has another flavor is not", () => {
  const released = [row({ base: "debian-11", flavors: ["no_x11"], contentDigest: "2" })];
  expect(compareRows([row({ flavors: [] })], released).length).toBe(1);
  expect(compareRows([row({ fullpkgpath: "devel/foo,a", flavors: ["a"] })], released)).toEqual([]);
});

test("compare: the same base wins; what is new, or the same to the byte, is left out", () => {
  const released = [row({ base: "debian-12" }), row({ base: "debian-11" })];
  expect(compareRows([row({ contentDigest: "2" })], released)[0]?.released.base).toBe("debian-12");
  expect(compareRows([row({})], released)).toEqual([]);
  expect(compareRows([row({ fullpkgpath: "devel/bar" })], released)).toEqual([]);
});
