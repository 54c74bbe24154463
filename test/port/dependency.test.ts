import { expect, test } from "vitest";
import { fulfils } from "../../src/port/port.ts";

const cases: readonly {
  readonly spec?: string;
  readonly pkgpath: string;
  readonly name?: string;
  readonly path: string;
  readonly fits: boolean;
}[] = [
  { pkgpath: "devel/foo", path: "devel/foo", fits: true },
  { pkgpath: "devel/foo", path: "foo", fits: true },
  { pkgpath: "foo", path: "devel/foo", fits: false },
  { pkgpath: "devel/foo", path: "oo", fits: false },
  { pkgpath: "devel/foo", path: "devel/foo,-core", fits: true },
  { pkgpath: "devel/foo,-core", path: "devel/foo,-core", fits: true },
  { pkgpath: "devel/foo,-core", path: "devel/foo,-doc", fits: false },
  { pkgpath: "devel/foo,-core", path: "devel/foo", fits: false },
  { pkgpath: "devel/foo", path: "devel/foo,a", fits: true },
  { pkgpath: "devel/foo,", path: "devel/foo,a", fits: false },
  { pkgpath: "devel/foo,", path: "devel/foo", fits: true },
  { pkgpath: "devel/foo,a", path: "devel/foo", fits: false },
  { pkgpath: "devel/foo,b,-core,a", path: "devel/foo,-core,a,b", fits: true },
  { spec: "foo->=1", pkgpath: "devel/foo", name: "foo-1.0", path: "devel/foo", fits: true },
  { spec: "foo->=2", pkgpath: "devel/foo", name: "foo-1.0", path: "devel/foo", fits: false },
  { spec: "foo-*", pkgpath: "../foo", name: "foo-1.0", path: "../foo", fits: false },
];

for (const { spec = "", pkgpath, name = "foo-1.0", path, fits } of cases) {
  test(`dependency: \`${spec}:${pkgpath}\` ${fits ? "takes" : "refuses"} ${name} of ${path}`, () => {
    expect(fulfils({ fullpkgname: name, fullpkgpath: path }, { spec, pkgpath })).toBe(fits);
  });
}
