import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  type FolderFile,
  fingerprint as fingerprintOf,
  type Inputs,
  recipeDigest,
} from "../../src/plan/plan.ts";
import { type Job, jobId, type RootDigest } from "../../src/port/port.ts";
import { readPort } from "../../src/recipe/recipe.ts";

const RECIPE = `name: foo
version: "1.0"
comment: foo
homepage: https://example.org/foo
license: MIT
bases: [debian-12]
distfiles: [{url: main.c, subdir: src}]
patches: [a.patch]
build: {style: make, configure: [--a], make: {variables: [A=1]}, script: {post-fake: "true"}}
flavors: {crypto: {configure: [--crypto]}, debug: {}}
pseudo-flavors: {no_x11: {drops: [x11]}}
packages:
  core: {files: ["**"], wantlib: [z]}
  x11: {files: [bin/xfoo]}
limits: {time: 30m}
permit: {distfiles: true}
audit: {runpath: warning}
test: {script: foo --version}
`;

const file = (path: string, content: string): FolderFile => ({
  path,
  kind: "file",
  mode: 0o644,
  sha256: createHash("sha256").update(content).digest("hex"),
});

function inputsOf(recipe: string, flavors: readonly string[] = []): Inputs {
  const files: Readonly<Record<string, string>> = {
    "port.yml": recipe,
    "main.c": "",
    "a.patch": "",
    "b.patch": "",
  };
  const tree = {
    read: (path: string) => files[path],
    exists: (path: string) => (path in files ? "file" : "nothing") as "file" | "nothing",
    list: () => Object.keys(files).sort(),
  };
  const reading = readPort(tree, { folder: "", treeName: ".", pkgpath: "devel/foo", flavors });
  if (!reading.ok) throw new Error(reading.error.map(({ message }) => message).join("\n"));
  const { port } = reading.value;
  const digest = "sha256:0" as RootDigest;
  const base = { name: "debian-12", family: "debian", digest, extensible: true } as const;
  const decided = { port, base, arch: "x86_64", layout: "vendor" } as const;
  const job: Job = { ...decided, id: jobId(decided), prefix: port.prefix };
  return {
    job,
    files: [file("port.yml", recipe), file("main.c", "1"), file("a.patch", "2"), file("b.patch", "2")],
    dependencies: [],
    configureOptions: [],
  };
}

const plain = inputsOf(RECIPE);
const fingerprint = (inputs: Inputs): string => fingerprintOf(inputs).fingerprint;

const recipes: readonly {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly counts: boolean;
}[] = [
  { name: "version", from: '"1.0"', to: '"1.1"', counts: true },
  { name: "revision", from: "comment: foo", to: "comment: foo\nrevision: 1", counts: true },
  { name: "comment of the port", from: "comment: foo", to: "comment: foo!", counts: true },
  { name: "homepage", from: "org/foo", to: "org/bar", counts: true },
  { name: "license", from: "MIT", to: "ISC", counts: true },
  { name: "where a source goes", from: "subdir: src", to: "subdir: lib", counts: true },
  { name: "strip of a patch", from: "[a.patch]", to: "[{path: a.patch, strip: 0}]", counts: true },
  { name: "configure", from: "--a", to: "--b", counts: true },
  { name: "make", from: "A=1", to: "A=2", counts: true },
  { name: "text of a script", from: '"true"', to: '"false"', counts: true },
  { name: "hook of a script", from: "post-fake", to: "pre-fake", counts: true },
  { name: "files of a package", from: "bin/xfoo", to: "bin/foo", counts: true },
  { name: "a library", from: "[z]", to: "[m]", counts: true },
  { name: "audit", from: "warning", to: "off", counts: true },
  { name: "test", from: "foo --version", to: "foo --help", counts: true },
  { name: "network", from: "limits:", to: "network: build\nlimits:", counts: true },
  { name: "a flavor that is not chosen", from: "--crypto", to: "--tls", counts: false },
  {
    name: "where a source comes from",
    from: "subdir: src",
    to: "subdir: src, mirrors: [main.c]",
    counts: false,
  },
  { name: "limits", from: "30m", to: "40m", counts: false },
  { name: "bases", from: "[debian-12]", to: "[debian-12, debian-13]", counts: false },
  { name: "permission", from: "true}", to: "not ours}", counts: false },
  { name: "places, libraries' too", from: "name: foo", to: "# a comment\nname: foo", counts: false },
];

for (const { name, from, to, counts } of recipes) {
  test(`fingerprint: ${name} ${counts ? "counts" : "does not count"}`, () => {
    expect(RECIPE).toContain(from);
    const changed = inputsOf(RECIPE.replace(from, to));
    expect(fingerprint(changed) !== fingerprint(plain)).toBe(counts);
  });
}

test("fingerprint: files of a dropped package count, since what stays must not claim them", () => {
  const dropping = inputsOf(RECIPE, ["no_x11"]);
  const changed = inputsOf(RECIPE.replace("bin/xfoo", "bin/foo"), ["no_x11"]);
  expect(fingerprint(changed)).not.toBe(fingerprint(dropping));
});

const surroundings: readonly { readonly name: string; readonly change: Partial<Inputs> }[] = [
  { name: "a patch", change: { files: plain.files.with(2, file("a.patch", "3")) } },
  { name: "a source", change: { files: plain.files.with(1, file("main.c", "4")) } },
  { name: "a file of the port's folder", change: { files: [...plain.files, file("files/a", "6")] } },
  { name: "an option of the user", change: { configureOptions: ["--z"] } },
  {
    name: "the root",
    change: { job: { ...plain.job, base: { ...plain.job.base, digest: "sha256:1" as RootDigest } } },
  },
  {
    name: "the base's name",
    change: { job: { ...plain.job, base: { ...plain.job.base, name: "debian-13" } } },
  },
  { name: "the architecture", change: { job: { ...plain.job, arch: "aarch64" } } },
  { name: "the layout", change: { job: { ...plain.job, layout: "programs" } } },
  { name: "the prefix", change: { job: { ...plain.job, prefix: "/opt/foo" } } },
];

for (const { name, change } of surroundings) {
  test(`fingerprint, digest of the recipe: ${name} counts`, () => {
    expect(fingerprint({ ...plain, ...change })).not.toBe(fingerprint(plain));
    expect(recipeDigest({ ...plain, ...change })).not.toBe(recipeDigest(plain));
  });
}

test("fingerprint: a dependency counts; digest of the recipe: it does not, since flavors choose them", () => {
  const more = { ...plain, dependencies: [{ fullpkgname: "z-1", fingerprint: "5" }] };
  expect(fingerprint(more)).not.toBe(fingerprint(plain));
  expect(recipeDigest(more)).toBe(recipeDigest(plain));
});

test("digest of the recipe: the choice of flavors does not count, the text does", () => {
  expect(recipeDigest(inputsOf(RECIPE, ["crypto", "no_x11"]))).toBe(recipeDigest(plain));
  expect(fingerprint(inputsOf(RECIPE, ["crypto"]))).not.toBe(fingerprint(plain));
  expect(fingerprint(inputsOf(RECIPE, ["debug"]))).not.toBe(fingerprint(plain));
  expect(recipeDigest(inputsOf(`${RECIPE}# more\n`))).not.toBe(recipeDigest(plain));
});

test("fingerprint: of what it is built with, the name and the fingerprint count, in any order, each once", () => {
  const [a, b] = [
    { fullpkgname: "a-1", fingerprint: "1" },
    { fullpkgname: "b-1", fingerprint: "2" },
  ];
  const one = fingerprintOf({ ...plain, dependencies: [a, b] });
  // As a row of an index, with what no build depends on.
  const more = { ...a, buildTimeMs: 3, sha256: "4" };
  expect(fingerprintOf({ ...plain, dependencies: [b, more, b] })).toEqual(one);
  expect(one.ingredients.dependencies).toEqual([a, b]);
});
