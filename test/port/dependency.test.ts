import { expect, test } from "vitest";
import { bestFor, parseVersion } from "../../src/port/port.ts";

const cases: readonly {
  readonly spec?: string;
  readonly pkgpath: string;
  readonly name?: string;
  readonly path: string;
  /** Of the job that made it. */
  readonly flavors?: readonly string[];
  /** Of the port. */
  readonly pseudoFlavors?: readonly string[];
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
  { pkgpath: "devel/foo,boot", path: "devel/foo", flavors: ["boot"], fits: true },
  { pkgpath: "devel/foo,boot", path: "devel/foo", flavors: [], fits: false },
  { pkgpath: "devel/foo", path: "devel/foo", flavors: ["boot"], fits: true },
  { pkgpath: "devel/foo,boot", path: "devel/foo", flavors: ["boot", "no_x"], fits: true },
  { pkgpath: "devel/foo,no_x", path: "devel/foo", flavors: ["boot"], fits: false },
  {
    pkgpath: "devel/foo,no_x",
    path: "devel/foo",
    flavors: ["boot"],
    pseudoFlavors: ["boot", "no_x"],
    fits: true,
  },
  { pkgpath: "devel/foo,boot", path: "devel/foo", flavors: [], pseudoFlavors: ["boot"], fits: true },
  { pkgpath: "devel/foo,", path: "devel/foo", flavors: ["boot"], pseudoFlavors: ["boot"], fits: true },
  { pkgpath: "devel/foo,boot,a", path: "devel/foo", flavors: [], pseudoFlavors: ["boot"], fits: false },
  { pkgpath: "devel/foo,boot", path: "devel/foo,a", pseudoFlavors: ["boot"], fits: false },
  { pkgpath: "devel/foo,a,boot", path: "devel/foo,a", pseudoFlavors: ["boot"], fits: true },
  { pkgpath: "devel/foo,-doc,boot", path: "devel/foo,-core", pseudoFlavors: ["boot"], fits: false },
  { spec: "foo->=1", pkgpath: "devel/foo", name: "foo-1.0", path: "devel/foo", fits: true },
  { spec: "foo->=2", pkgpath: "devel/foo", name: "foo-1.0", path: "devel/foo", fits: false },
  { spec: "foo-*", pkgpath: "../foo", name: "foo-1.0", path: "../foo", fits: false },
];

for (const {
  spec = "",
  pkgpath,
  name = "foo-1.0",
  path,
  flavors = path
    .split(/,(?:-[^,]*)?/)
    .slice(1)
    .filter(Boolean),
  pseudoFlavors = [],
  fits,
} of cases) {
  const pseudo = pseudoFlavors.length > 0 ? `, where ${pseudoFlavors.join(", ")} are pseudo` : "";
  test(`dependency: \`${spec}:${pkgpath}\` ${fits ? "takes" : "refuses"} ${name} of ${[path, ...flavors].join()}${pseudo}`, () => {
    const offered = { fullpkgname: name, fullpkgpath: path, flavors, pseudoFlavors, version: "1.0" };
    expect(bestFor([offered], { spec, pkgpath })).toBe(fits ? offered : undefined);
  });
}

const choices: readonly {
  readonly name: string;
  readonly offered: readonly string[];
  readonly best: string;
}[] = [
  { name: "the newest, not the last by name", offered: ["foo-1.9", "foo-1.10", "foo-1.2"], best: "foo-1.10" },
  { name: "the highest revision", offered: ["foo-1.9p10", "foo-1.9p9", "foo-1.9"], best: "foo-1.9p10" },
  { name: "the highest epoch", offered: ["foo-2.0", "foo-1.9v0"], best: "foo-1.9v0" },
  { name: "the fewest flavors", offered: ["foo-1.9-a-b", "foo-1.9", "foo-1.9-c"], best: "foo-1.9" },
  { name: "the newest, flavors or not", offered: ["foo-1.9", "foo-1.10-a"], best: "foo-1.10-a" },
  { name: "always the same", offered: ["foo-1.9-b", "foo-1.9-a"], best: "foo-1.9-a" },
];

for (const { name, offered, best } of choices) {
  test(`dependency: of several packages ${name}`, () => {
    const packages = offered.map((fullpkgname) => {
      const [, version = "", ...flavors] = fullpkgname.split("-");
      const { upstream, revision, epoch } = parseVersion(version);
      return {
        fullpkgname,
        fullpkgpath: ["devel/foo", ...flavors].join(),
        flavors,
        version: upstream,
        ...(revision === undefined ? {} : { revision }),
        ...(epoch === undefined ? {} : { epoch }),
      };
    });
    expect(bestFor(packages, { spec: "", pkgpath: "devel/foo" })?.fullpkgname).toBe(best);
  });
}

const subpackages: readonly { pkgpath: string; offered: readonly string[]; best: string }[] = [
  { pkgpath: "devel/foo", offered: ["a-1.0 -a", "foo-lib-1.0 -main", "b-2.0 -b"], best: "foo-lib-1.0" },
  { pkgpath: "devel/foo,-b", offered: ["a-1.0 -a", "foo-lib-1.0 -main", "b-2.0 -b"], best: "b-2.0" },
  { pkgpath: "devel/foo", offered: ["foo-lib-1.0 -lib", "foo-1.0 -core"], best: "foo-1.0" },
];

for (const { pkgpath, offered, best } of subpackages) {
  test(`dependency: \`${pkgpath}\` takes ${best} of ${offered.join(", ")}`, () => {
    const packages = offered.map((one) => {
      const [fullpkgname = "", subpackage] = one.split(" ");
      const version = fullpkgname.replace(/.*-/, "");
      return { fullpkgname, fullpkgpath: `devel/foo,${subpackage}`, version };
    });
    expect(bestFor(packages, { spec: "", pkgpath })?.fullpkgname).toBe(best);
  });
}
