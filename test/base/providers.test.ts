import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  neutralFor,
  neutralNames,
  stylePackages,
  suppliedAs,
  suppliedFor,
  toolPackages,
  wantedPackages,
} from "../../src/base/providers.ts";
import { openHost } from "../../src/host/host.ts";
import { STYLES, type SystemDependency } from "../../src/port/port.ts";
import { rendered } from "../support.ts";

const source = { name: "port.yml", text: "depends: {system: [first, second]}\n" };
const span = { source, start: 19, end: 24 };
const neutral = (name: string): SystemDependency => ({ kind: "neutral", name, span });

describe("providers: from a recipe's names to packages", () => {
  const cases: readonly {
    name: string;
    system: readonly SystemDependency[];
    shelf: Parameters<typeof wantedPackages>[1]["shelf"];
    build: readonly string[];
    run: readonly string[];
  }[] = [
    {
      name: "a library on Debian",
      system: [neutral("zlib")],
      shelf: { manager: "apt", base: "debian-12", lists: "pinned" },
      build: ["zlib1g-dev"],
      run: ["zlib1g"],
    },
    {
      name: "another name on one release",
      system: [neutral("openssl")],
      shelf: { manager: "apt", base: "debian-11", lists: "pinned" },
      build: ["libssl-dev"],
      run: ["libssl1.1"],
    },
    {
      name: "a library on Alpine, a tool that nothing runs with",
      system: [neutral("ncurses"), neutral("cmake")],
      shelf: { manager: "apk", base: "alpine-3.22", lists: "pinned" },
      build: ["ncurses-dev", "cmake"],
      run: ["ncurses-libs", "ncurses-terminfo-base"],
    },
    {
      name: "an image of a system with dnf",
      system: [neutral("libffi")],
      shelf: { manager: "dnf", base: "stack", lists: "pinned" },
      build: ["libffi-devel"],
      run: ["libffi"],
    },
    {
      name: "packages named by the recipe, for this manager only",
      system: [
        { kind: "native", manager: "apt", build: ["libfoo-dev"], run: ["libfoo1"], span },
        { kind: "native", manager: "apk", build: ["foo-dev"], run: ["foo"], span },
      ],
      shelf: { manager: "apt", base: "debian-12", lists: "pinned" },
      build: ["libfoo-dev"],
      run: ["libfoo1"],
    },
    {
      name: "what the C library itself has",
      system: [neutral("libiconv")],
      shelf: { manager: "apt", base: "debian-12", lists: "pinned" },
      build: [],
      run: [],
    },
  ];
  for (const { name, system, shelf, build, run } of cases) {
    test(`providers: ${name}`, () => {
      const names = (part: "build" | "run") => {
        const wanted = wantedPackages(system, { shelf, part });
        return wanted.ok ? wanted.value.map((one) => one.name) : rendered(wanted.error);
      };
      expect({ build: names("build"), run: names("run") }).toEqual({ build, run });
    });
  }
});

const MEANINGS: readonly {
  readonly pkgpath: string;
  readonly version?: string;
  readonly neutral: string | undefined;
}[] = [
  { pkgpath: "GTK+", neutral: "gtk2" },
  { pkgpath: "GTK+", version: "3.24.13", neutral: "gtk3" },
  { pkgpath: "GTK+", version: "2.6", neutral: "gtk2" },
  { pkgpath: "ZLib", version: "1.2.3", neutral: "zlib" },
  // As Compile finds a recipe.
  { pkgpath: "gegl", neutral: "gegl" },
  { pkgpath: "textproc/p5-XML-Parser,-main", neutral: "perl-xml-parser" },
  { pkgpath: "CPAN-XML-Parser", neutral: "perl-xml-parser" },
  { pkgpath: "PIP3-Mako", neutral: "python-mako" },
  { pkgpath: "PIP3-Meson", neutral: "meson" },
  { pkgpath: "CPAN-No-Such", neutral: undefined },
];
for (const { pkgpath, version, neutral } of MEANINGS) {
  const called = [pkgpath, ...(version ? [version] : [])].join(" ");
  test(`providers: what a port calls ${called}`, () => expect(suppliedAs(pkgpath, version)).toBe(neutral));
}

test("providers: what a user may call a need: the base's own name, before GoboLinux's in another case", () =>
  expect(["python", "Python", "ZLib", "zlbi"].map(neutralFor)).toEqual([
    "python",
    "python3",
    "zlib",
    "zlbi",
  ]));

test("providers: a source's own check for GTK+ 3", () =>
  expect(suppliedFor("gtk+-3.0")).toEqual({ neutral: "gtk3", program: "GTK3" }));

/** What our own bsd.port.mk and modules add to a port's BUILD_DEPENDS, whoever wrote it. */
const ADDED =
  `archivers/bzip2 archivers/lzip/lunzip archivers/unzip archivers/xz archivers/zstd converters/libiconv
devel/autoconf/2.13 devel/autoconf/2.69 devel/automake/1.4 devel/cmake devel/dconf devel/gettext devel/gettext-tools
devel/glib2 devel/gmake devel/imake devel/imake-cf devel/libtool devel/meson devel/metaauto devel/ninja
devel/p5-Module-Build devel/p5-Module-Build-Tiny devel/p5-Module-Install devel/scons lang/lua/5.1 lang/lua/5.3 lang/rust
textproc/groff textproc/intltool`.split(/\s+/);

test("providers: a base has whatever OpenBSD's modules need", () => {
  expect(ADDED.filter((pkgpath) => suppliedAs(pkgpath) === undefined)).toEqual([]);
});

test("providers: every unknown name is told at its place, with what is meant", () => {
  const second: SystemDependency = { kind: "neutral", name: "Ncurses", span: { source, start: 26, end: 32 } };
  const third: SystemDependency = { kind: "neutral", name: "quux", span: { source, start: 0, end: 7 } };
  const wanted = wantedPackages([neutral("zlbi"), second, third], {
    shelf: { manager: "apt", base: "debian-12", lists: "pinned" },
    part: "build",
  });
  const excerpt = (column: string) => `  |\n1 | depends: {system: [first, second]}\n  | ${column}\n`;
  const unknown = (name: string) =>
    `error[base/unknown-package]: \`${name}\` is not a library or tool that bases are known to supply\n`;
  const first = " ".repeat(19);
  expect(wanted.ok ? "" : rendered(wanted.error)).toBe(
    [
      `port.yml:1:1: ${unknown("quux")}${excerpt("^^^^^^^")}`,
      "  = help: name the packages themselves, as in `{apt: {build: [libquux-dev], run: [libquux1]}}`\n",
      `port.yml:1:20: ${unknown("zlbi")}${excerpt(`${first}^^^^^`)}  = help: did you mean \`zlib\`?\n`,
      `port.yml:1:27: ${unknown("Ncurses")}${excerpt(`${" ".repeat(26)}^^^^^^`)}  = help: did you mean \`ncurses\`?\n`,
    ].join(""),
  );
});

test("providers: a package that nobody has named for a manager is no package that is not needed", () => {
  const wanted = wantedPackages([neutral("perl-tk")], {
    shelf: { manager: "apk", base: "alpine-3.22", lists: "latest" },
    part: "build",
  });
  expect(wanted.ok ? "" : rendered(wanted.error)).toContain(
    "error[base/unnamed-package]: what `apk` calls `perl-tk` is not known",
  );
});

test("providers: names of other systems mean one thing each, and many of them are known", () => {
  const table: unknown = parse(
    readFileSync(join(import.meta.dirname, "../../src/base/providers.yml"), "utf8"),
  );
  const { neutral: entries } = table as {
    readonly neutral: Readonly<Record<string, { gobolinux?: string[]; openbsd?: string[] }>>;
  };
  const names = Object.values(entries).flatMap(({ gobolinux = [], openbsd = [] }) => [
    ...gobolinux,
    ...openbsd,
  ]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.length).toBeGreaterThan(1000);
});

test("providers: names stand in byte order, so that one is easily found", () => {
  expect(neutralNames()).toEqual([...neutralNames()].sort());
});

test("providers: every apt name is a package of debian-12", async (context) => {
  const host = openHost();
  const system = neutralNames().map(neutral);
  const names = (["build", "run"] as const).flatMap((part) => {
    const wanted = wantedPackages(system, {
      shelf: { manager: "apt", base: "debian-12", lists: "pinned" },
      part,
    });
    return wanted.ok ? wanted.value.map(({ name }) => name) : [];
  });
  const all = [...names, ...toolPackages("apt"), ...STYLES.flatMap((style) => stylePackages(style, "apt"))];
  const env = { PATH: "/usr/bin:/bin", LC_ALL: "C" };
  const release = await host.query({ program: "apt-cache", args: ["policy", "base-files"], env });
  if (!/^ .*\bbookworm\/main\b/m.test(release.stdout)) {
    console.log(
      "not checked: apt on this machine has no lists of Debian 12; `apt-get update` on one brings them",
    );
    return context.skip();
  }
  const known = await host.query({ program: "apt-cache", args: ["pkgnames"], env });
  const packages = new Set(known.stdout.split("\n"));
  expect(all.filter((name) => !packages.has(name))).toEqual([]);
});
