// The whole command over a tree of real recipes: `node bench/run.mjs plan [COUNT [SEED [FOLDER]]]`. COUNT ports are
// written as `port.yml`s, with sources, patches, flavors, subpackages and what they need of each other, and `plan --json` is
// run over them as a user would, with a base whose digest is known. FOLDER keeps the tree.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROUNDS = 3;
/** The more levels, the longer the chains; a port needs some of any lower. */
const LEVELS: readonly number[] = [2, 3, 4, 5, 6, 20, 30];
const BASE = `debian-12=docker.io/library/debian@sha256:${"0".repeat(64)}`;

export async function main(
  top: string,
  [count = "10000", seed = "1", kept]: readonly string[],
): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "tarwright-bench-"));
  try {
    for (const [path, text] of treeOf(Number(count), chance(Number(seed)))) {
      const file = join(folder, "ports", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    for (let round = 0; round < ROUNDS; round += 1) measure(join(top, "dist/cli.js"), folder);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

/** bash's `times` tells what its children took: on a busy machine that says more than the clock. */
const TIMED = '"$0" "$@" > plan.json || exit 1; times';

function measure(program: string, folder: string): void {
  const argv = [process.execPath, program, "plan", "ports", "--json", "--bases", BASE, "--arches", "x86_64"];
  const began = performance.now();
  const { stdout, status } = spawnSync("bash", ["-c", TIMED, ...argv], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(readFileSync(join(folder, "plan.json"), "utf8").slice(0, 2000));
  const wall = (performance.now() - began) / 1000;
  const [, children = ""] = stdout.trim().split("\n");
  console.log(`wall ${wall.toFixed(2)} s, user and system ${children}`);
}

type Wood = {
  /** Between 0 and 1. */
  readonly next: () => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
};

type Known = { readonly pkgpath: string; readonly name: string; readonly version: string };

function* treeOf(count: number, next: () => number): Generator<readonly [path: string, text: string]> {
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(next() * from.length)] ?? from[0];
  const parts = LEVELS.reduce((sum, part) => sum + part, 0);
  const levels: Known[][] = [];
  let made = 0;
  for (const [level, part] of LEVELS.entries()) {
    const own: Known[] = [];
    const end = level === LEVELS.length - 1 ? count : made + Math.round((count * part) / parts);
    for (; made < end; made += 1) {
      const name = `${level < 3 ? "lib" : ""}${pick(SYLLABLES)}${pick(SYLLABLES)}${made}`;
      const version = `${1 + Math.floor(next() * 4)}.${Math.floor(next() * 20)}.${Math.floor(next() * 9)}`;
      const port = { pkgpath: `${pick(CATEGORIES)}/${name}`, name, version };
      yield* filesOf(port, needsOf(levels, next), { next, pick });
      own.push(port);
    }
    levels.push(own);
  }
}

/** Some libraries are needed by very many: the lower its number, the more. */
function needsOf(levels: readonly (readonly Known[])[], next: () => number): readonly Known[] {
  const needs = new Set<Known>();
  const add = (from: readonly Known[] = []) => {
    const found = from[Math.floor(from.length * next() ** 3)];
    if (found) needs.add(found);
  };
  add(levels.at(-1));
  const more = Math.floor(-Math.log(1 - next()) * 1.5);
  for (let n = 0; n < more; n += 1) add(levels[Math.floor(next() * levels.length)]);
  return [...needs];
}

function* filesOf(
  port: Known,
  needs: readonly Known[],
  wood: Wood,
): Generator<readonly [path: string, text: string]> {
  const { next, pick } = wood;
  const { name, pkgpath } = port;
  const patches = next() < 0.2 ? 1 + Math.floor(next() * 3) : 0;
  const style = pick(STYLES);
  yield [
    `${pkgpath}/port.yml`,
    [
      `# ${pick(SENTENCES)}.\n\n`,
      `name: ${name}\nversion: "${port.version}"\n`,
      next() < 0.2 ? `revision: ${1 + Math.floor(next() * 5)}\n` : "",
      `comment: ${pick(SENTENCES)}\n`,
      `homepage: https://www.example.org/${name}/\nlicense: ${pick(LICENCES)}\n\n`,
      distfile(port, next),
      patches > 0 ? "patches: [patches/*.patch]\n\n" : "",
      "# Where it is meant to run. The first is the default.\nbases: [debian-12, heroku-24]\n\n",
      `build:\n  style: ${style}\n`,
      STYLES_WITH_CONFIGURE.includes(style)
        ? `  configure:\n    - --disable-static\n    - --with-${pick(SYLLABLES)}\n    - --without-${pick(SYLLABLES)}\n`
        : "",
      style === "script"
        ? `  script:\n    build: make -j "$JOBS"\n    fake: |\n      make DESTDIR="$DESTDIR" PREFIX="$PREFIX" install\n      rm -f "$DESTDIR$PREFIX/lib/"*.la\n`
        : "",
      next() < 0.08 ? FLAVORS : "",
      next() < 0.1 ? packages(port) : "",
      depends(needs, wood),
      next() < 0.5 ? `\ntest:\n  script: |\n    ${name} --version | grep -F ${port.version}\n` : "",
    ].join(""),
  ];
  for (let n = 0; n < patches; n += 1) {
    const text = `--- a/src/${n}.c\n+++ b/src/${n}.c\n@@ -1 +1 @@\n-#include <${pick(SYLLABLES)}.h>\n+#include "${pick(SYLLABLES)}.h"\n`;
    yield [`${pkgpath}/patches/${n}.patch`, text];
  }
}

function distfile({ name, version }: Known, next: () => number): string {
  const digest = createHash("sha256").update(`${name}-${version}`).digest("hex");
  return [
    "distfiles:\n",
    `  - url: https://downloads.example.org/${name}/${name}-{version}.tar.gz\n`,
    `    size: ${Math.floor(10_000 + next() * 5_000_000)}\n`,
    `    sha256: ${digest}\n`,
    `    mirrors:\n      - https://mirror.example.net/${name}/{file}\n      - debian:${name}_{version}.orig.tar.gz\n\n`,
  ].join("");
}

function depends(needs: readonly Known[], { next, pick }: Wood): string {
  const system = next() < 0.4 ? "  system: [ncurses, zlib]\n" : "";
  if (needs.length === 0) return system && `\ndepends:\n${system}`;
  const specs = needs.map(({ name, version, pkgpath }) => {
    const spec = pick([`${name}-*`, `${name}->=${version}`, `${name}->=1`]);
    return `"${spec}:${pkgpath}"`;
  });
  const [first, ...rest] = specs;
  const build = rest.length > 0 ? `  build:\n${rest.map((one) => `    - ${one}\n`).join("")}` : "";
  return `\ndepends:\n  lib: [${first}]\n${build}${system}`;
}

const FLAVORS = `
flavors:
  debug:
    configure: [--enable-debug]
  static:
    configure: [--enable-static]
    excludes: [debug]
pseudo-flavors:
  bootstrap: {configure: [--disable-docs]}
`;

/** The first is what others ask for. */
function packages({ name }: Known): string {
  return `
packages:
  main:
    comment: what ${name} runs and links with
    fullpkgname: "${name}-{version}"
    files: [bin/**, include/**, lib/**]
  doc:
    comment: documentation of ${name}
    fullpkgname: "${name}-doc-{version}"
    files: [share/**]
`;
}

const STYLES = ["gnu", "gnu", "gnu", "cmake", "meson", "make", "script"] as const;
const STYLES_WITH_CONFIGURE: readonly string[] = ["gnu", "cmake", "meson"];
const LICENCES = [
  "MIT",
  "BSD-2-Clause",
  "GPL-2.0-or-later",
  "LGPL-2.1-or-later OR MIT",
  "Apache-2.0",
] as const;
const CATEGORIES = [
  "archivers",
  "audio",
  "databases",
  "devel",
  "editors",
  "games",
  "graphics",
  "lang",
  "math",
  "misc",
  "multimedia",
  "net",
  "print",
  "security",
  "sysutils",
  "textproc",
  "www",
  "x11",
] as const;
const SYLLABLES = ["ka", "lo", "mer", "fin", "tus", "gra", "vel", "zor", "pim", "dex", "nub", "sol"] as const;
const SENTENCES = [
  "library for encoding, decoding and manipulating trees",
  "show text one screen at a time",
  "client for an old protocol",
  "structured configuration files",
  "compute the differences between two lists",
] as const;

/** mulberry32: the same numbers on every machine. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
