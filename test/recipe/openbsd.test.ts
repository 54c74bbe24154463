import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, openTree } from "../../src/host/host.ts";
import { type PortRequest, readPort, type Tree } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";
import { golden, printable } from "./golden.ts";

const top = join(import.meta.dirname, "openbsd");

function read(folder: string) {
  const request: PortRequest = { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: "default" };
  const asked = join(folder, "request.json");
  const more = existsSync(asked) ? JSON.parse(readFileSync(asked, "utf8")) : {};
  return readPort(openTree(hostPath(folder)), { ...request, ...more });
}

for (const name of readdirSync(join(top, "good"))) {
  test(`openbsd: ${name}`, () => {
    const folder = join(top, "good", name);
    const reading = read(folder);
    if (!reading.ok) throw new Error(rendered(reading.error));
    const { port, index, warnings } = reading.value;
    golden(join(folder, "port.json"), printable({ port, index: index?.(), warnings: rendered(warnings) }));
  });
}

for (const name of readdirSync(join(top, "bad"))) {
  test(`openbsd: refuses ${name}`, () => {
    const folder = join(top, "bad", name);
    const reading = read(folder);
    golden(join(folder, "errors.txt"), reading.ok ? "none\n" : rendered(reading.error));
    expect(reading.ok).toBe(false);
  });
}

/** Each must end in a moment, in whatever way. */
const hostile: readonly { readonly name: string; readonly makefile: string; readonly plist?: string }[] = [
  { name: "a million dependencies", makefile: `LIB_DEPENDS = ${"a/b ".repeat(1_000_000)}` },
  {
    name: "a dependency of a hundred thousand characters",
    makefile: `LIB_DEPENDS = a*-${"*a".repeat(50_000)}:a/b`,
  },
  { name: "a distfile of a hundred thousand braces", makefile: `DISTFILES = ${"{".repeat(100_000)}` },
  { name: "a library of a hundred thousand characters", makefile: `WANTLIB = ${"a".repeat(100_000)}>` },
  { name: "a value that is appended to again and again", makefile: "RUN_DEPENDS += a/b\n".repeat(20_000) },
  { name: "twenty thousand messages", makefile: 'ERRORS += "Fatal: no"\n'.repeat(20_000) },
  {
    name: "thirty thousand rules",
    makefile: Array.from({ length: 30_000 }, (_, at) => `t${at}: a\n\techo\n`).join(""),
  },
  { name: "a packing list of a hundred thousand lines", makefile: "", plist: "bin/a\n".repeat(100_000) },
  { name: "a packing list of deep folders", makefile: "", plist: `${"a/".repeat(50_000)}\n` },
  { name: "a packing list of open variables", makefile: "", plist: "$".repeat(100_000) },
];

for (const { name, makefile, plist = "bin/foo\n" } of hostile) {
  test(`openbsd: ${name} takes no time`, () => {
    const files: Readonly<Record<string, string>> = {
      Makefile: `COMMENT = foo\nDISTNAME = foo-1.0\nCATEGORIES = devel\nPERMIT_PACKAGE = Yes\n${makefile}\n.include <bsd.port.mk>\n`,
      "pkg/PLIST": plist,
    };
    const tree: Tree = {
      read: (path) => files[path],
      exists: (path) => (path in files ? "file" : "nothing"),
      list: () => [],
    };
    const started = performance.now();
    readPort(tree, { folder: "", treeName: "foo", pkgpath: "devel/foo", flavors: "default" });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
}
