import { expect, test } from "vitest";
import { explainOutcome } from "../../src/build/build.ts";
import type { Port } from "../../src/port/port.ts";
import { rendered } from "../support.ts";
import { archive, build, listing, portFolder, type Recipe, spanOf, type Tree } from "./workshop.ts";

type Make = Port["build"]["make"];

/** Each target says what it was given, and where it ran. */
const MAKEFILE = `
SAYS = echo "$@: V=$(V) ONE=$(ONE) DESTDIR=$(DESTDIR) ROOT=$(ROOT) E=$$E in $$(pwd)"
all tool check test install install-more:
	@$(SAYS)
`;

const CONFIGURE =
  '#!/bin/sh\necho "configure: $* E=$E CFLAGS=$CFLAGS in $(pwd)"\ncp "$(dirname "$0")/Makefile.in" Makefile\n';

const SOURCE: Tree = {
  "foo-1.0/Makefile": MAKEFILE,
  "foo-1.0/BSDmakefile": MAKEFILE.replaceAll("V=", "BSD V="),
  "foo-1.0/configure": { run: CONFIGURE },
  "foo-1.0/Configure.sh": { run: CONFIGURE.replace("configure:", "Configure.sh:") },
  "foo-1.0/Makefile.in": MAKEFILE,
  "foo-1.0/sub/Makefile": MAKEFILE,
  "foo-1.0/sub/greeting": "one\ntwo\nthree\n",
  "foo-1.0/greeting": "one\ntwo\nthree\n",
};
const IN = "/build/work/foo-1.0";
const ROOT = "/build/fake";

type Case = {
  readonly name: string;
  readonly recipe: Recipe;
  /** What the makefile's targets and the configure scripts said. */
  readonly said: readonly string[];
};

const withMake = (make: Partial<Make>): Recipe => ({
  style: "make",
  make: { variables: ["V=1"], targets: [], ...make },
  besides: { defaultArguments: "left-out" },
});
const target = (name: string, { V = "1", ONE = "", DESTDIR = "", named = "", E = "", folder = IN } = {}) =>
  `${name}: V=${V} ONE=${ONE} DESTDIR=${DESTDIR} ROOT=${named} E=${E} in ${folder}`;
const install = (name = "install", rest: Parameters<typeof target>[1] = {}) =>
  target(name, { DESTDIR: ROOT, ...rest });

const plain = [target("all"), target("check"), install()];

const cases: readonly Case[] = [
  { name: "nothing but variables", recipe: withMake({}), said: plain },
  {
    name: "targets of each run",
    recipe: withMake({
      targets: ["tool"],
      checkTargets: ["test"],
      installTargets: ["install", "install-more"],
    }),
    said: [target("tool"), target("test"), install(), install("install-more")],
  },
  {
    name: "variables of each run",
    recipe: withMake({ buildVariables: ["ONE=b"], checkVariables: ["ONE=c"], installVariables: ["ONE=i"] }),
    said: [target("all", { ONE: "b" }), target("check", { ONE: "c" }), install("install", { ONE: "i" })],
  },
  {
    name: "the environment of each run",
    recipe: withMake({ environment: ["E=a"], checkEnvironment: ["E=c"], installEnvironment: ["E=i"] }),
    said: [target("all", { E: "a" }), target("check", { E: "c" }), install("install", { E: "i" })],
  },
  {
    name: "another name for the fake root",
    recipe: withMake({ fakeRootVariable: "ROOT" }),
    said: [target("all"), target("check"), target("install", { named: ROOT })],
  },
  {
    name: "another makefile",
    recipe: withMake({ file: "BSDmakefile" }),
    said: plain.map((line) => line.replace("V=", "BSD V=")),
  },
  {
    name: "another make",
    recipe: withMake({ program: ["make", "V=other"], variables: [] }),
    said: plain.map((line) => line.replace("V=1", "V=other")),
  },
  {
    name: "a folder of one's own",
    recipe: {
      ...withMake({}),
      besides: { defaultArguments: "left-out", folder: { value: "foo-1.0/sub", span: spanOf("dir") } },
    },
    said: plain.map((line) => `${line}/sub`),
  },
  {
    name: "an environment for all",
    recipe: {
      style: "gnu",
      make: { variables: [], targets: [] },
      besides: { environment: ["E=a=b", "CFLAGS=-g"] },
    },
    said: [
      `configure: --prefix=/app/vendor/foo E=a=b CFLAGS=-O2 -ffile-prefix-map=/build/work=. -g in ${IN}`,
      ...[target("all"), target("check"), install()].map((line) =>
        line.replace("V=1", "V=").replace(" E=", " E=a=b"),
      ),
    ],
  },
  {
    name: "an environment for configure alone, and its own arguments alone",
    recipe: {
      style: "gnu",
      configure: ["--mine"],
      make: { variables: ["V=1"], targets: [] },
      besides: { configureEnvironment: ["E=c"], defaultArguments: "left-out" },
    },
    said: [`configure: --mine E=c CFLAGS=-O2 -ffile-prefix-map=/build/work=. in ${IN}`, ...plain],
  },
  {
    name: "another configure script, and a folder beside",
    recipe: {
      style: "gnu",
      make: { variables: ["V=1"], targets: [] },
      besides: { configureProgram: "./Configure.sh", place: "folder-beside", buildFolder: "foo-1.0/_build" },
    },
    said: [
      `Configure.sh: --prefix=/app/vendor/foo E= CFLAGS=-O2 -ffile-prefix-map=/build/work=. in ${IN}/_build`,
      ...plain.map((line) => `${line}/_build`),
    ],
  },
  {
    name: "a configure command of several words",
    recipe: {
      style: "gnu",
      make: { variables: ["V=1"], targets: [] },
      besides: { configureProgram: "sh configure --first", skips: ["check"] },
    },
    said: [
      `configure: --first --prefix=/app/vendor/foo E= CFLAGS=-O2 -ffile-prefix-map=/build/work=. in ${IN}`,
      target("all"),
      install(),
    ],
  },
  {
    name: "phases left out, but for the port's own scripts",
    recipe: {
      ...withMake({}),
      scripts: { "pre-build": "echo 'all: by hand'" },
      besides: { defaultArguments: "left-out", skips: ["build", "fake"] },
    },
    said: ["all: by hand", target("check")],
  },
];

for (const { name, recipe, said } of cases) {
  test(`build: ${name}`, async () => {
    const distfiles = [archive("foo-1.0.tar.gz", SOURCE)];
    const { outcome, log } = await build({ ...recipe }, { distfiles, check: "run", parallel: 1 });
    expect(outcome, log).toMatchObject({ kind: "built" });
    const lines = log
      .split("\n")
      .filter((line) => /^(all|tool|check|test|install(-more)?|[cC]onfigure(\.sh)?): /.test(line));
    expect(lines).toEqual(said);
  });
}

test("build: one command at once for makefiles that need it, whatever is asked for", async () => {
  const distfiles = [archive("foo-1.0.tar.gz", SOURCE)];
  const { log } = await build(withMake({ jobs: "one" }), { distfiles });
  expect(log).toContain("$ make V=1\n");
});

test("build: patches apply in a folder of their own", async () => {
  const patch = "--- greeting\n+++ greeting\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n";
  const { outcome, log, fakeRoot } = await build(
    {
      style: "script",
      patches: ["1.patch"],
      scripts: {
        fake: 'mkdir -p "$DESTDIR$PREFIX"; cp ../greeting "$DESTDIR$PREFIX/$(sed -n 2p ../greeting)"; pwd',
      },
      besides: { folder: { value: "foo-1.0/sub", span: spanOf("WRKSRC") }, patchedFolder: "foo-1.0" },
    },
    {
      distfiles: [archive("foo-1.0.tar.gz", SOURCE)],
      portFolder: portFolder({ "1.patch": patch.replaceAll("greeting", "a/greeting") }),
    },
  );
  expect(outcome.kind, log).toBe("built");
  expect(listing(fakeRoot)).toEqual(["app/vendor/foo/2"]);
});

test("build: a named folder that was not unpacked is told, with what was", async () => {
  const { outcome } = await build(
    { ...withMake({}), besides: { folder: { value: "bar", span: spanOf("dir=bar") } } },
    { distfiles: [archive("foo-1.0.tar.gz", SOURCE)] },
  );
  expect(rendered(explainOutcome(outcome)).replaceAll(/\/tmp\/\S+/g, "FILE")).toBe(
    "ports/foo/port.yml:1:1: error[build/no-folder]: there is no folder `bar` in what was unpacked: `foo-1.0`\n  the whole log: FILE\n  |\n1 | dir=bar\n  | ^^^^^^^\n  = help: name the folder that the sources lie in\n",
  );
});

test("build: a script may make the folder that the recipe names", async () => {
  const { outcome, log } = await build({
    style: "script",
    scripts: { extract: "mkdir bar", fake: "pwd" },
    besides: { folder: { value: "bar", span: spanOf("dir=bar") } },
  });
  expect(outcome.kind, log).toBe("built");
  expect(log).toContain("\n/build/work/bar\n");
});
