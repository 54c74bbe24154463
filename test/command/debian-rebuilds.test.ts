// Ten programs of Debian's sources, built twice under different circumstances. `TARWRIGHT_REBUILD_DEBIAN=1` runs it:
// minutes for each, and a mirror.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseArguments, VERBS } from "../../src/command/command.ts";
import { keptCache, machine } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

const isWanted = process.env["TARWRIGHT_REBUILD_DEBIAN"] !== undefined;

type Program = {
  readonly file: string;
  readonly sha256: string;
  /** The recipe's `build:`. */
  readonly build: string;
  /** Lines more of it. */
  readonly more?: string;
};

const GNU = "{style: gnu}";

/** By name and version; the names of the files are Debian's, and so are the digests. */
const programs: Readonly<Record<string, Program>> = {
  "lzip 1.23": {
    file: "lzip_1.23.orig.tar.xz",
    sha256: "d269d8e204579cb7047d6187bce741acb484a27e24cf24f20cf017c48574147c",
    build: GNU,
  },
  "ed 1.19": {
    file: "ed_1.19.orig.tar.gz",
    sha256: "8e5c3e7c84972e73957ff396b8318a21795f86547dd1fe4ec4232a9e6e44ca1d",
    build: GNU,
  },
  "figlet 2.2.5": {
    file: "figlet_2.2.5.orig.tar.gz",
    sha256: "bf88c40fd0f077dab2712f54f8d39ac952e4e9f2e1882f1195be9e5e4257417d",
    build: '{style: make, make: {variables: ["prefix=/app/vendor/figlet"]}}',
  },
  "popt 1.19": {
    file: "popt_1.19+dfsg.orig.tar.xz",
    sha256: "4cd0cd2963d0c4078f65949599d97135c15ee6c09cf3a36a9a1b2753025bb06b",
    build: GNU,
  },
  "pv 1.6.20": {
    file: "pv_1.6.20.orig.tar.bz2",
    sha256: "e831951eff0718fba9b1ef286128773b9d0e723e1fbfae88d5a3188814fdc603",
    build: GNU,
  },
  "bzip2 1.0.8": {
    file: "bzip2_1.0.8.orig.tar.gz",
    sha256: "ab5a03176ee106d3f0fa90e381da478ddae405918153cca248e682cd0c4a2269",
    // Its own links name the place that it is installed to, which is the fake root.
    build:
      '{style: script, script: {build: "make -j$JOBS", fake: "make install PREFIX=$DESTDIR$PREFIX; cd $DESTDIR$PREFIX/bin; for link in bzcmp bzegrep bzfgrep bzless; do ln -sf $(basename $(readlink $link)) $link; done"}}',
  },
  "mawk 1.3.4": {
    file: "mawk_1.3.4.20200120.orig.tar.gz",
    sha256: "7fd4cd1e1fae9290fe089171181bbc6291dfd9bca939ca804f0ddb851c8b8237",
    build: GNU,
  },
  "dash 0.5.12": {
    file: "dash_0.5.12.orig.tar.gz",
    sha256: "6a474ac46e8b0b32916c4c60df694c82058d3297d8b385b74508030ca4a8f28a",
    build: GNU,
  },
  "patchutils 0.4.2": {
    file: "patchutils_0.4.2.orig.tar.gz",
    sha256: "2ff95f11946558ce63f4d1167abaccbffd49750152346d5304e03ad884304ad6",
    build: "{style: autoconf}",
    // Of its scripts.
    more: "depends: {system: [{apt: {run: [python3, perl]}}]}\n",
  },
  "zlib 1.2.13": {
    file: "zlib_1.2.13.dfsg.orig.tar.bz2",
    sha256: "71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1",
    build:
      '{style: script, script: {configure: "./configure --prefix=$PREFIX", build: "make -j$JOBS", fake: "make install DESTDIR=$DESTDIR"}}',
  },
};

describe.runIf(isWanted)("rebuilds of Debian's sources", () => {
  for (const [program, { file, sha256, build, more = "" }] of Object.entries(programs)) {
    test(`rebuild: ${program} comes out the same`, async () => {
      const [name = "", version] = program.split(" ");
      const folder = temporaryFolder();
      mkdirSync(join(folder, name));
      writeFileSync(
        join(folder, name, "port.yml"),
        `name: ${name}\nversion: "${version}"\ncomment: of Debian's sources\ndistfiles: [{url: "https://example.org/${file}", sha256: ${sha256}, mirrors: ["debian:${file}"]}]\nbuild: ${build}\n${more}`,
      );
      const verb = await VERBS["build"]?.load();
      const argv = [name, "--base", "debian-12", "--made", "--engine", "namespace", "--unsigned"];
      const args = verb && parseArguments("build", verb, [...argv, "--verify-reproducible"]);
      if (!args?.ok) throw new Error("no such usage");
      const host = machine(keptCache);
      const here = { ...host, folders: { ...host.folders, working: folder } };
      const silent = () => undefined;
      const answer = await verb?.run(args.value, {
        host: here,
        report: silent,
        output: silent,
        form: "json",
        signal: never,
      });
      const errors = answer?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
      expect(rendered(errors)).toBe("");
      expect(answer?.text).toContain("built twice, and the same bytes both times");
    }, 1_200_000);
  }
});

test.skipIf(isWanted)(
  "rebuilds: set TARWRIGHT_REBUILD_DEBIAN=1 to build ten programs twice",
  () => undefined,
);
