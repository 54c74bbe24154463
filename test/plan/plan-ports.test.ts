import { expect, test } from "vitest";
import { type FlavorWish, graph, matrix, stretchesOf, stretchName } from "../../src/plan/plan.ts";
import { renderDiagnostic } from "../../src/report.ts";
import { type Asked, DEFAULT, id, idsOf, type Ports, plan, planned, released, whyOf } from "./planning.ts";

const LINE: Ports = {
  "devel/zlib": "",
  "devel/foo": 'depends: {build: ["zlib-*:devel/zlib"]}',
  "apps/bar": "depends: {run: [devel/foo], build: [devel/gmake]}",
};

test("plan: dependencies come first, in a lower rank or before in their shard, and a base's own are no jobs", () => {
  const found = planned(LINE);
  expect(idsOf(found)).toEqual([id("devel.zlib-1.0"), id("devel.foo-1.0"), id("apps.bar-1.0")]);
  expect(found.jobs.map(({ needs }) => needs)).toEqual([[], [id("devel.zlib-1.0")], [id("devel.foo-1.0")]]);
  expect(found.edges).toEqual([
    { job: id("apps.bar-1.0"), needs: id("devel.foo-1.0") },
    { job: id("devel.foo-1.0"), needs: id("devel.zlib-1.0") },
  ]);
  const done = new Set<string>();
  for (const shard of found.shards) {
    expect(shard.needs.every((need) => done.has(need))).toBe(true);
    for (const job of shard.jobs) {
      const needs = found.jobs.find((one) => one.id === job)?.needs ?? [];
      expect(needs.every((need) => done.has(need))).toBe(true);
      done.add(job);
    }
  }
  expect(done.size).toBe(3);
  expect(Object.keys(matrix(found))).toEqual(stretchesOf(8).map(stretchName));
});

test("plan: what was built with these fingerprints is fresh, and only what changed and what hangs on it runs again", () => {
  const release = released(planned(LINE), LINE);
  expect(whyOf(planned(LINE, { release }))).toEqual({
    "devel/zlib": "fresh",
    "devel/foo": "fresh",
    "apps/bar": "fresh",
  });
  const newer = { ...LINE, "devel/foo": `version: "1.1"\n${LINE["devel/foo"]}` };
  const again = planned(newer, { release });
  expect(again.jobs.map(({ verdict }) => verdict.kind)).toEqual(["fresh", "run", "run"]);
  expect(whyOf(again)["devel/foo"]).toMatch(/^recipe changed: version 1\.0 → 1\.1/);
  expect(whyOf(again)["apps/bar"]).toMatch(/dependency foo /);
  const foo = again.jobs.find(({ pkgpath }) => pkgpath === "devel/foo");
  expect(foo?.needs).toEqual([]);
  expect(foo?.released).toEqual([{ file: "zlib-1.0.tar.gz", sha256: "f".repeat(64) }]);
  expect(whyOf(planned(LINE, { release, digit: "b" }))["devel/zlib"]).toMatch(/base digest changed/);
  expect(whyOf(planned(LINE))["devel/zlib"]).toBe("new");
});

test("plan: of a job that was half published, what is missing is told", () => {
  const ports: Ports = { "devel/two": "packages: {a: {files: [a]}, b: {files: ['**']}}" };
  const release = released(planned(ports), ports);
  expect(release.map(({ fullpkgname }) => fullpkgname)).toEqual(["two-a-1.0", "two-b-1.0"]);
  expect(planned(ports, { release: release.slice(0, 1) }).jobs[0]?.verdict.kind).toBe("run");
});

const FLAVORED: Ports = {
  "devel/foo": `flavors: {a: {}, b: {excludes: [a]}}
pseudo-flavors: {no_x: {}}
packages: {core: {files: ["**"]}, doc: {fullpkgname: "foo-doc-{version}", files: [doc]}}`,
  "devel/plain": "",
};

const wishes: readonly {
  readonly name: string;
  readonly wish: FlavorWish;
  readonly jobs: readonly string[];
}[] = [
  { name: "default", wish: DEFAULT, jobs: ["devel.foo-1.0", "devel.plain-1.0"] },
  {
    name: "all, which leaves out what excludes each other and pseudo-flavors",
    wish: { kind: "all", pseudo: [] },
    jobs: ["devel.foo-1.0", "devel.plain-1.0", "devel.foo-1.0,a", "devel.foo-1.0,b"],
  },
  {
    name: "of every port what it has",
    wish: { kind: "where known", choices: [["a"], ["a", "none"]] },
    jobs: ["devel.plain-1.0", "devel.foo-1.0,a"],
  },
  {
    name: "a pseudo-flavor that was asked for, whose packages must be those of the plain port",
    wish: { kind: "where known", choices: ["default", ["no_x"]] },
    jobs: ["devel.foo-1.0", "devel.plain-1.0", "devel.foo-1.0,no_x"],
  },
];

for (const { name, wish, jobs } of wishes) {
  test(`plan: flavors: ${name}`, () => {
    expect(idsOf(planned(FLAVORED, { wish }))).toEqual(jobs.map(id));
  });
}

test("plan: a package that several jobs would make is made by one", () => {
  const { jobs } = planned(FLAVORED, { wish: { kind: "all", pseudo: [] } });
  const makers = jobs.filter(({ packages }) =>
    packages.some(({ fullpkgname }) => fullpkgname === "foo-doc-1.0"),
  );
  expect(makers.map((job) => job.id)).toEqual([id("devel.foo-1.0")]);
  // The others make it too, to be held against that one.
  expect(jobs.filter(({ compared }) => compared.length > 0)).toMatchObject([
    { id: id("devel.foo-1.0,a"), compared: [{ subpackage: "doc", fullpkgname: "foo-doc-1.0" }] },
    { id: id("devel.foo-1.0,b"), compared: [{ subpackage: "doc", fullpkgname: "foo-doc-1.0" }] },
  ]);
});

const PSEUDO: FlavorWish = { kind: "where known", choices: ["default", ["no_x"]] };

test("plan: a job that makes no package of its own proves that its pseudo-flavor changes none", () => {
  const found = planned(FLAVORED, { wish: PSEUDO });
  expect(found.jobs.find((job) => job.id === id("devel.foo-1.0,no_x"))).toMatchObject({
    packages: [],
    compared: [
      { subpackage: "core", fullpkgname: "foo-core-1.0" },
      { subpackage: "doc", fullpkgname: "foo-doc-1.0" },
    ],
    needs: [],
    verdict: { reason: "to be compared with another choice of flavors" },
  });
  const release = released(found, FLAVORED);
  const verdicts = (asked: Asked) =>
    planned(FLAVORED, { wish: PSEUDO, ...asked }).jobs.map(({ verdict }) => verdict.kind);
  expect(verdicts({ release })).toEqual(["fresh", "fresh", "fresh"]);
  // The recipe says something else now, of which this choice takes no notice: both are made, and compared again.
  const other = release.map((row) => (row.name === "foo" ? { ...row, recipe: "0".repeat(64) } : row));
  expect(verdicts({ release: other })).toEqual(["run", "fresh", "run"]);
  expect(whyOf(planned(FLAVORED, { release: other }))).toEqual({
    "devel/foo": "fresh",
    "devel/plain": "fresh",
  });
});

test("plan: of jobs that only prove something, those of packages that nobody wants are left out", () => {
  const ports: Ports = {
    "devel/foo":
      "pseudo-flavors: {no_doc: {drops: [doc]}}\npackages: {core: {files: ['**']}, doc: {files: [doc]}}",
  };
  const of = (...subpackages: readonly string[]) =>
    planned(ports, { wish: { kind: "where known", choices: ["default", ["no_doc"]] }, subpackages }).jobs.map(
      (job) => [job.id, job.packages.length + job.compared.length],
    );
  expect(of()).toEqual([
    [id("devel.foo-1.0"), 2],
    [id("devel.foo-1.0,no_doc"), 1],
  ]);
  expect(of("core")).toEqual([
    [id("devel.foo-1.0"), 1],
    [id("devel.foo-1.0,no_doc"), 1],
  ]);
  expect(of("doc")).toEqual([[id("devel.foo-1.0"), 1]]);
});

const wrong: readonly { readonly name: string; readonly ports: Ports; readonly told: string }[] = [
  {
    name: "a circle is a path of ports, each with its line",
    ports: { "devel/a": "depends: {build: [devel/b]}", "devel/b": "depends: {build: [devel/a]}" },
    told: `ports/devel/a/port.yml:5:19: error[plan/circle]: ports that need each other to be built: \`devel/a\` → \`devel/b\` → \`devel/a\`
  |
5 | depends: {build: [devel/b]}
  |                   ^^^^^^^
  = note: ports/devel/b/port.yml:5:19: \`devel/b\` needs \`devel/a\`
  |
5 | depends: {build: [devel/a]}
  |                   ^^^^^^^
  = help: take one of these dependencies out, or let it name a choice that needs less, as in \`devel/a,bootstrap\`
`,
  },
  {
    name: "a port that nobody knows, with the nearest name",
    ports: { "devel/zlib": "", "devel/a": "depends: {build: [devel/zlibb]}" },
    told: `ports/devel/a/port.yml:5:19: error[plan/unknown-port]: \`devel/a\` needs \`devel/zlibb\`, which is not among the 2 ports read, nor in a release for debian-12 on x86_64, nor does the base supply it
  |
5 | depends: {build: [devel/zlibb]}
  |                   ^^^^^^^^^^^
  = help: did you mean \`devel/zlib\`?
`,
  },
  {
    name: "a version that the port does not have",
    ports: { "devel/zlib": "", "devel/a": 'depends: {build: ["zlib->=2:devel/zlib"]}' },
    told: `ports/devel/a/port.yml:5:19: error[plan/no-such-package]: \`devel/a\` needs \`zlib->=2:devel/zlib\`, but \`ports/devel/zlib\` makes \`zlib-1.0\`
  |
5 | depends: {build: ["zlib->=2:devel/zlib"]}
  |                   ^^^^^^^^^^^^^^^^^^^^^
  = note: ports/devel/zlib/port.yml:1:7: the port
  |
1 | name: zlib
  |       ^^^^
  = help: mend the dependency, or the version of the port
`,
  },
];

for (const { name, ports, told } of wrong) {
  test(`plan: ${name}`, () => {
    const found = plan(ports);
    expect(found.ok ? "" : found.error.map((one) => renderDiagnostic(one, "never")).join("")).toBe(told);
  });
}

const clashes: readonly {
  readonly name: string;
  readonly ports: Ports;
  readonly codes: readonly string[];
}[] = [
  { name: "two ports whose jobs have one id", ports: { "a/b": "", "a.b": "" }, codes: ["plan/same-id"] },
  {
    name: "two ports whose packages have one name",
    ports: { "a/foo": "", "b/foo": "" },
    codes: ["plan/same-package"],
  },
];

for (const { name, ports, codes } of clashes) {
  test(`plan: ${name} are refused`, () => {
    const found = plan(ports);
    expect(found.ok ? [] : found.error.map(({ code }) => code)).toEqual(codes);
  });
}

test("plan: as a graph for either tool", () => {
  const found = planned({ "devel/zlib": "", "devel/foo": "depends: {build: [devel/zlib]}" });
  expect(graph(found, "dot")).toContain(`"${id("devel.zlib-1.0")}" -> "${id("devel.foo-1.0")}";`);
  expect(graph(found, "mermaid")).toContain("n0 --> n1");
});
