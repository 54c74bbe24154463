// Ports in OpenBSD's dialect, built over this machine, from PLIST to an installed package: what their packing lists say
// holds to the end.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Package } from "../../src/port/port.ts";
import { exitStatus } from "../../src/report.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { folderOf, type Ran, runIn } from "./verbs.ts";

// One for all: what is learnt of this machine takes longest.
const cache = mkdtempSync(join(tmpdir(), "tarwright-test-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

beforeEach(() => {
  vi.stubEnv("XDG_CONFIG_HOME", temporaryFolder());
  vi.stubEnv("XDG_CACHE_HOME", cache);
});

type PortText = {
  readonly name: string;
  readonly makefile?: string;
  /** Shell words, run with `${PREFIX}` below the fake root. */
  readonly install: readonly string[];
  readonly pkg: Readonly<Record<string, string>>;
};

/** Without sources: all that there is comes from `do-install`. */
function portFiles({ name, makefile = "", install, pkg }: PortText) {
  const text = [
    "CATEGORIES = devel",
    "DISTFILES =",
    "PERMIT_PACKAGE = Yes",
    "NO_BUILD = Yes",
    makefile,
    "do-install:",
    ...install.map((command) => `\t${command}`),
    ".include <bsd.port.mk>",
    "",
  ].join("\n");
  const lists = Object.entries(pkg).map(([file, content]) => [`${name}/pkg/${file}`, content]);
  return { [`${name}/Makefile`]: text, ...Object.fromEntries(lists) };
}

const script = (path: string, text: string) => [
  `\${INSTALL_SCRIPT_DIR} \${PREFIX}/bin`,
  `printf '#!/bin/sh\\necho ${text}\\n' > \${PREFIX}/${path}`,
  `chmod 755 \${PREFIX}/${path}`,
];

const built = async (folder: Parameters<typeof runIn>[0], port: string, ...more: readonly string[]) =>
  runIn(folder, "build", port, "--base", "host", ...more);

const ok = (ran: Ran) => expect(exitStatus(ran.diagnostics), rendered(ran.diagnostics)).toBe(0);

test("openbsd: built, published to a folder, installed; @pkgpath finds the update, @conflict refuses", async () => {
  const folder = folderOf({
    ...portFiles({
      name: "oldfoo",
      makefile: "COMMENT = foo\nPKGNAME = foo-0.9",
      install: script("bin/foo", "foo 0.9"),
      pkg: { DESCR: "Says foo.\n", PLIST: "bin/foo\n" },
    }),
    ...portFiles({
      name: "foo",
      makefile: "COMMENT = foo\nPKGNAME = foo-1.0",
      install: [
        ...script("bin/foo", "foo 1.0"),
        "${INSTALL_DATA_DIR} ${PREFIX}/share/examples/foo",
        "echo a > ${PREFIX}/share/examples/foo/foo.conf",
        "${INSTALL_DATA_DIR} ${PREFIX}/man/man1",
        "echo page > ${PREFIX}/man/man1/foo.1",
      ],
      pkg: {
        DESCR: "Says foo.\n",
        MESSAGE: "Say it again.\n",
        PLIST: [
          "@conflict bar-*",
          "@pkgpath devel/oldfoo",
          "bin/foo",
          "@man man/man1/foo.1",
          "share/examples/foo/",
          "share/examples/foo/foo.conf",
          "@sample ${SYSCONFDIR}/foo.conf",
          "",
        ].join("\n"),
      },
    }),
    ...portFiles({
      name: "bar",
      makefile: "COMMENT = bar\nPKGNAME = bar-1.0",
      install: script("bin/bar", "bar"),
      pkg: { DESCR: "Says bar.\n", PLIST: "bin/bar\n" },
    }),
  });
  ok(await runIn(folder, "keygen", "k"));
  const key = ["--key", "k.sec"];
  ok(await built(folder, "oldfoo", "--out", "old", ...key));
  ok(await built(folder, "foo", "--out", "out", ...key));
  ok(await built(folder, "bar", "--out", "out", ...key));

  const { packages } = JSON.parse(readFileSync(join(folder, "out/index.json"), "utf8")) as {
    packages: readonly Package[];
  };
  const foo = packages.find(({ name }) => name === "foo");
  expect(foo?.relations).toEqual({ conflicts: ["bar-*"], excludes: "stem", formerPaths: ["devel/oldfoo"] });
  const member = (path: string) =>
    execFileSync("tar", ["-xOzf", join(folder, "out", foo?.file ?? ""), path], { encoding: "utf8" });
  const list = member("foo/Resources/PackingList").split("\n");
  for (const line of [
    "@pkgpath devel/foo",
    "@pkgpath devel/oldfoo",
    "@conflict bar-*",
    "@man man/man1/foo.1",
  ])
    expect(list).toContain(line);
  expect(member("foo/Resources/Description")).toBe(
    "[Name] foo-1.0\n[Summary] foo\n[Description] Says foo.\n[Message] Say it again.\n",
  );
  expect(member("foo/etc/foo.conf")).toBe("a\n");

  const trust = ["--key", "k.pub", "--root", "root"];
  const base = ["--base", "host"];
  ok(await runIn(folder, "install", "foo", "--from", "old", ...trust, ...base));
  const elsewhere = ["--key", "k.pub", "--root", "other"];
  const heard = await runIn(folder, "install", "foo", "--from", "out", ...elsewhere, ...base);
  expect(heard.text).toContain("\nfoo-1.0 says:\n  Say it again.\n");
  const foo9 = join(folder, "root/app/vendor/foo/bin/foo");
  expect(execFileSync(foo9, { encoding: "utf8" })).toBe("foo 0.9\n");
  ok(await runIn(folder, "update", "--from", "out", ...trust));
  expect(execFileSync(foo9, { encoding: "utf8" })).toBe("foo 1.0\n");
  const refused = await runIn(folder, "install", "bar", "--from", "out", ...trust, ...base);
  expect(rendered(refused.diagnostics)).toContain("error[install/conflict]");
  expect(existsSync(join(folder, "root/app/vendor/bar"))).toBe(false);
}, 300_000);

const MULTI = [
  "COMMENT-main = foo",
  "COMMENT-x11 = foo",
  "PKGNAME = foo-1.0",
  "MULTI_PACKAGES = -main -x11",
  "PSEUDO_FLAVORS = no_x11",
  "FLAVOR ?=",
].join("\n");
const LISTS = {
  "DESCR-main": "Says foo.\n",
  "DESCR-x11": "Shows foo.\n",
  "PLIST-main": "bin/foo\n",
  "PLIST-x11": "bin/xfoo\n",
};

test("openbsd: build --compare-flavors says that a pseudo-flavor leaves the other package as it is", async () => {
  const install = [...script("bin/foo", "foo"), ...script("bin/xfoo", "foo")];
  const folder = folderOf(portFiles({ name: "foo", makefile: MULTI, install, pkg: LISTS }));
  const ran = await built(folder, "foo", "--compare-flavors", "--unsigned", "--out", "out");
  ok(ran);
  expect(ran.text).toContain(
    "foo-1.0 is equal byte for byte, as devel.foo-1.0,no_x11@host@x86_64 and devel.foo-1.0@host@x86_64 make it\n".replaceAll(
      "x86_64",
      process.arch === "arm64" ? "aarch64" : "x86_64",
    ),
  );
}, 300_000);

test("openbsd: build --compare-flavors refuses a pseudo-flavor that changes the other package, and writes nothing", async () => {
  const install = [...script("bin/foo", "'${FLAVOR}'"), ...script("bin/xfoo", "foo")];
  const folder = folderOf(portFiles({ name: "foo", makefile: MULTI, install, pkg: LISTS }));
  const ran = await built(folder, "foo", "--compare-flavors", "--unsigned", "--out", "out");
  expect(rendered(ran.diagnostics)).toMatch(
    /error\[package\/not-equal\]: `foo-1\.0` must not depend on what[\s\S]*`foo\/bin\/foo`: content/,
  );
  expect(exitStatus(ran.diagnostics)).toBe(1);
  expect(existsSync(join(folder, "out/index.json"))).toBe(false);
}, 300_000);

test("openbsd: what a port only runs with is recorded, but not there while it is built", async () => {
  const tool = (name: string) =>
    portFiles({
      name,
      makefile: `COMMENT = ${name}\nPKGNAME = ${name}-1.0`,
      install: script(`bin/${name}`, name),
      pkg: { DESCR: "Says so.\n", PLIST: `bin/${name}\n` },
    });
  const folder = folderOf({
    ...tool("while-built"),
    ...tool("while-run"),
    ...portFiles({
      name: "foo",
      makefile:
        "COMMENT = foo\nPKGNAME = foo-1.0\nBUILD_DEPENDS = devel/while-built\nRUN_DEPENDS = devel/while-run",
      install: ["${INSTALL_SCRIPT_DIR} ${PREFIX}/bin", "while-built > ${PREFIX}/bin/foo", "! while-run"],
      pkg: { DESCR: "Says foo.\n", PLIST: "bin/foo\n" },
    }),
  });
  const out = ["--out", "out", "--unsigned"];
  ok(await built(folder, "while-built", ...out));
  ok(await built(folder, "while-run", ...out));
  ok(await built(folder, "foo", ...out, "--deps-from", "out"));
  const { packages } = JSON.parse(readFileSync(join(folder, "out/index.json"), "utf8")) as {
    packages: readonly Package[];
  };
  expect(packages.find(({ name }) => name === "foo")?.depends.map(({ pkgpath }) => pkgpath)).toEqual([
    "devel/while-run",
  ]);
}, 300_000);
