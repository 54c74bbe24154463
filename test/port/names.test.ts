import { expect, test } from "vitest";
import {
  archiveName,
  type Flavors,
  fullpkgname,
  fullpkgpath,
  jobId,
  type Layout,
  packageName,
  packagingOrder,
  prefixOf,
  type Release,
  releaseOf,
  withRevision,
} from "../../src/port/port.ts";
import { readPort } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";

const flavorsOf = (available: string, pseudo: string, chosen: string): Flavors => {
  const [all, alsoPseudo, wanted] = [available, pseudo, chosen].map((words) =>
    words.split(" ").filter(Boolean),
  );
  const order = [...(all ?? []), ...(alsoPseudo ?? [])];
  return {
    available: all ?? [],
    pseudo: alsoPseudo ?? [],
    chosen: order.filter((flavor) => wanted?.includes(flavor)),
  };
};

// Evaluated with OpenBSD's make and its ports tree of 2016.
const rows: readonly {
  readonly name: string;
  readonly release: Release;
  readonly subpackage: string;
  readonly flavors: Flavors;
  readonly pkgpath: string;
  readonly names: readonly [fullpkgname: string, fullpkgpath: string];
}[] = [
  {
    name: "a flavor",
    release: { name: "gtar", version: "1.28", revision: 1 },
    subpackage: "",
    flavors: flavorsOf("static", "", "static"),
    pkgpath: "archivers/gtar",
    names: ["gtar-1.28p1-static", "archivers/gtar,static"],
  },
  {
    name: "revision and epoch before the flavor",
    release: { name: "mutt", version: "1.5.24", revision: 5, epoch: 0 },
    subpackage: "",
    flavors: flavorsOf("autocrypt compressed sasl slang", "", "sasl"),
    pkgpath: "mail/mutt",
    names: ["mutt-1.5.24p5v0-sasl", "mail/mutt,sasl"],
  },
  {
    name: "canonical order, whatever the user's",
    release: { name: "mutt", version: "1.5.24", revision: 5, epoch: 0 },
    subpackage: "",
    flavors: flavorsOf("compressed sasl slang", "", "slang sasl compressed"),
    pkgpath: "mail/mutt",
    names: ["mutt-1.5.24p5v0-compressed-sasl-slang", "mail/mutt,compressed,sasl,slang"],
  },
  {
    name: "pseudo-flavors are in no name",
    release: { name: "avahi", version: "0.6.31", revision: 23 },
    subpackage: "",
    flavors: flavorsOf("", "no_gui no_mono bootstrap", "bootstrap no_gui"),
    pkgpath: "net/avahi",
    names: ["avahi-0.6.31p23", "net/avahi"],
  },
  {
    name: "the subpackage goes before the flavors",
    release: { name: "foo", version: "1.0" },
    subpackage: "x11",
    flavors: flavorsOf("crypto debug", "no_x11", "debug crypto"),
    pkgpath: "devel/foo",
    names: ["foo-x11-1.0-crypto-debug", "devel/foo,-x11,crypto,debug"],
  },
];

for (const { name, release, subpackage, flavors, pkgpath, names } of rows) {
  test(`names: ${name}`, () => {
    expect([fullpkgname(release, subpackage, flavors), fullpkgpath(pkgpath, subpackage, flavors)]).toEqual(
      names,
    );
  });
}

const written: readonly (readonly [
  name: string,
  release: Omit<Release, "name" | "version">,
  result: string,
])[] = [
  ["ruby-subversion-1.8.15", { revision: 0 }, "ruby-subversion-1.8.15p0"],
  ["vim-lang-7.4.1467", {}, "vim-lang-7.4.1467"],
  ["php-bz2-5.6.19-ap2", { revision: 1, epoch: 2 }, "php-bz2-5.6.19p1v2-ap2"],
  ["foo-1.0-x-2", { revision: 1 }, "foo-1.0p1-x-2"],
];

for (const [name, release, result] of written) {
  test(`names: revision and epoch in ${name}`, () => {
    expect(withRevision(name, { name: "", version: "", ...release })).toBe(result);
  });
}

test("names: stem, version, revision, epoch", () => {
  expect(packageName({ name: "foo", version: "1.0", revision: 0, epoch: 0 })).toBe("foo-1.0p0v0");
});

/** The port that OpenBSD's manual takes as its example of flavors, pseudo-flavors and subpackages. */
const FOO = `name: foo
version: "1.0"
comment: foo application
build: {style: gnu}
flavors: {crypto: {}}
pseudo-flavors: {no_x11: {drops: [x11]}}
packages:
  x11: {files: [bin/xfoo], depends: {run: ["foo-core-*"]}}
  core: {files: [bin/**]}
  doc: {fullpkgname: "foo-doc-{version}", files: [share/**]}
`;

const choices: readonly {
  readonly chosen: readonly string[];
  readonly packages: readonly (readonly [string, string])[];
}[] = [
  {
    chosen: [],
    packages: [
      ["foo-core-1.0", "devel/foo,-core"],
      ["foo-x11-1.0", "devel/foo,-x11"],
      ["foo-doc-1.0", "devel/foo,-doc"],
    ],
  },
  {
    chosen: ["no_x11"],
    packages: [
      ["foo-core-1.0", "devel/foo,-core"],
      ["foo-doc-1.0", "devel/foo,-doc"],
    ],
  },
  {
    chosen: ["crypto"],
    packages: [
      ["foo-core-1.0-crypto", "devel/foo,-core,crypto"],
      ["foo-x11-1.0-crypto", "devel/foo,-x11,crypto"],
      ["foo-doc-1.0", "devel/foo,-doc"],
    ],
  },
  {
    chosen: ["no_x11", "crypto"],
    packages: [
      ["foo-core-1.0-crypto", "devel/foo,-core,crypto"],
      ["foo-doc-1.0", "devel/foo,-doc"],
    ],
  },
];

for (const { chosen, packages } of choices) {
  test(`names: foo with ${chosen.join(" and ") || "nothing"}`, () => {
    const reading = readPort(
      { read: () => FOO, exists: () => "nothing", list: () => [] },
      { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: chosen },
    );
    if (!reading.ok) throw new Error(rendered(reading.error));
    const found = reading.value.port.packages.map((one) => [one.fullpkgname, one.fullpkgpath]);
    expect(found).toEqual(packages);
  });
}

const prefixes: readonly { readonly name: string; readonly layout: Layout; readonly prefix: string }[] = [
  { name: "foo", layout: "vendor", prefix: "/opt/my-foo" },
  { name: "foo", layout: "programs", prefix: "/Programs/Foo/1.0" },
  { name: "libX11", layout: "programs", prefix: "/Programs/LibX11/1.0" },
  { name: "7zip", layout: "programs", prefix: "/Programs/7zip/1.0" },
];

for (const { name, layout, prefix } of prefixes) {
  test(`prefix of ${name} in layout ${layout}`, () => {
    expect(prefixOf({ name, version: "1.0", revision: 2 }, layout, "/opt/my-foo")).toBe(prefix);
  });
}

test("archive: the layout is named when it is not the usual one", () => {
  const parts = {
    fullpkgname: "foo-1.0p2-a",
    base: "debian-12",
    arch: "x86_64",
    compression: "zst",
  } as const;
  expect(archiveName({ ...parts, layout: "vendor" })).toBe("foo-1.0p2-a--debian-12--x86_64.tar.zst");
  expect(archiveName({ ...parts, layout: "programs" })).toBe(
    "foo-1.0p2-a--programs--debian-12--x86_64.tar.zst",
  );
});

test("job: pseudo-flavors too stand in its id, and only what is safe everywhere", () => {
  const tree = {
    read: () =>
      'name: foo\nversion: "1.0"\ncomment: foo\nbuild: {style: gnu}\nflavors: {a: {}, b: {}}\npseudo-flavors: {no_x: {}}\n',
    exists: () => "file" as const,
    list: () => [],
  };
  const request = { folder: "", treeName: ".", pkgpath: "x y/ü/foo", flavors: ["no_x", "b"] };
  const reading = readPort(tree, request);
  if (!reading.ok) throw new Error(rendered(reading.error));
  const decided = { port: reading.value.port, base: { name: "debian-12" }, arch: "aarch64" } as const;
  expect(jobId({ ...decided, layout: "vendor" })).toBe("x_y._.foo-1.0,b,no_x@debian-12@aarch64");
  expect(jobId({ ...decided, layout: "programs" })).toBe("x_y._.foo-1.0,b,no_x+programs@debian-12@aarch64");
});

const sibling = (name: string, ...needs: readonly string[]) => ({
  name,
  fullpkgpath: `p,-${name}`,
  depends: {
    lib: [],
    run: needs.map((need) => ({
      spec: "",
      pkgpath: need,
      span: { source: { name: "", text: "" }, start: 0, end: 0 },
    })),
    system: [],
  },
});

test("packaging order: what is needed comes first, the rest as written", () => {
  const packages = [sibling("a", "p,-c"), sibling("b"), sibling("c", "p,-d", "devel/other"), sibling("d")];
  const order = packagingOrder(packages);
  expect(order.kind === "ordered" && order.packages.map(({ name }) => name)).toEqual(["b", "d", "c", "a"]);
});

test("packaging order: a loop is told without what only leads to it", () => {
  const order = packagingOrder([
    sibling("a", "p,-b"),
    sibling("b", "p,-c"),
    sibling("c", "p,-b"),
    sibling("d"),
  ]);
  expect(order.kind === "loop" && order.loop.map(({ name }) => name)).toEqual(["b", "c"]);
});

const releases: readonly { name: string; release: ReturnType<typeof releaseOf> }[] = [
  { name: "foo-1.0", release: { version: "1.0" } },
  { name: "foo-doc-2.0p1v3-crypto", release: { version: "2.0", revision: 1, epoch: 3 } },
  { name: "db-java-4.6.21v1", release: { version: "4.6.21", epoch: 1 } },
  { name: "arc-5.21pp0", release: { version: "5.21p", revision: 0 } },
];
for (const { name, release } of releases) {
  test(`releaseOf: ${name}`, () => expect(releaseOf(name)).toEqual(release));
}
