import { expect, test } from "vitest";
import type { ScannedEntry } from "../../src/host/host.ts";
import { assignFiles } from "../../src/package/packing-list.ts";
import type { PackingRule } from "../../src/port/port.ts";
import { rendered } from "../support.ts";
import { rules, spanOf, subpackage } from "./support.ts";

/** `bin/` is a folder, everything else a file. */
function entries(...paths: readonly string[]): readonly ScannedEntry[] {
  const folders = paths.flatMap((path) => {
    const parts = path.split("/").slice(0, -1);
    return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
  });
  const all = [...new Set([...folders, ...paths])].sort();
  return all.map((path) => ({
    path: path.replace(/\/$/, ""),
    target: "",
    status: {
      kind: path.endsWith("/") ? "folder" : "file",
      sizeBytes: 1,
      mode: 0o644,
      modifiedMs: 0,
      identity: path,
      links: 1,
    },
  }));
}

const two = (core: readonly PackingRule[], x11: readonly PackingRule[]) => [
  subpackage("core", { files: core }),
  subpackage("x11", { files: x11 }),
];

const assigned: readonly {
  readonly name: string;
  readonly packages: Parameters<typeof assignFiles>[0]["packages"];
  readonly dropped?: Parameters<typeof assignFiles>[0]["dropped"];
  readonly files: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
}[] = [
  {
    name: "one package without rules takes all",
    packages: [subpackage("")],
    files: ["bin/foo", "share/empty/"],
    lists: { "": ["bin", "bin/foo", "share", "share/empty"] },
  },
  {
    name: "a literal beats a glob",
    packages: two(rules("bin/**"), rules("bin/xfoo")),
    files: ["bin/foo", "bin/xfoo"],
    lists: { core: ["bin", "bin/foo"], x11: ["bin", "bin/xfoo"] },
  },
  {
    name: "a literal that names a folder takes what is below it, but for what a longer one names",
    packages: two(rules("share"), rules("share/x11/app")),
    files: ["share/a", "share/x11/app", "share/x11/b"],
    lists: {
      core: ["share", "share/a", "share/x11", "share/x11/b"],
      x11: ["share", "share/x11", "share/x11/app"],
    },
  },
  {
    name: "a glob that names a folder takes what is below it",
    packages: two(rules("share/m*"), rules("share/x*", "bin/*")),
    files: ["bin/x", "share/man/man1/a.1", "share/x/deep/er"],
    lists: {
      core: ["share", "share/man", "share/man/man1", "share/man/man1/a.1"],
      x11: ["bin", "bin/x", "share", "share/x", "share/x/deep", "share/x/deep/er"],
    },
  },
  {
    name: "two rules of one package may claim the same file",
    packages: two(rules("bin/*", "bin/f*"), rules("lib")),
    files: ["bin/foo", "lib/a"],
    lists: { core: ["bin", "bin/foo"], x11: ["lib", "lib/a"] },
  },
  {
    name: "an empty folder belongs to who claims it",
    packages: two(rules("var/**"), rules("lib")),
    files: ["lib/", "var/spool/"],
    lists: { core: ["var", "var/spool"], x11: ["lib"] },
  },
  {
    name: "files of a dropped package belong to nobody, and its rules may be idle",
    packages: [subpackage("core", { files: rules("bin/**") })],
    dropped: [subpackage("x11", { files: rules("bin/xfoo", "lib/**", "share/x11") })],
    files: ["bin/foo", "bin/xfoo", "share/x11/a"],
    lists: { core: ["bin", "bin/foo"] },
  },
  {
    name: "a package without rules takes what the others leave",
    packages: [subpackage("core"), subpackage("x11", { files: rules("bin/x*") })],
    files: ["bin/foo", "bin/xfoo"],
    lists: { core: ["bin", "bin/foo"], x11: ["bin", "bin/xfoo"] },
  },
];

for (const { name, packages, dropped = [], files, lists } of assigned) {
  test(`packing list: ${name}`, () => {
    const result = assignFiles({ packages, dropped, span: spanOf("name: foo") }, entries(...files));
    if (!result.ok) throw new Error(rendered(result.error));
    const found = result.value.lists.map(
      ({ subpackage: { name: owner }, entries: own }) => [owner, own.map(({ path }) => path)] as const,
    );
    expect(Object.fromEntries(found)).toEqual(lists);
  });
}

const refused: readonly {
  readonly name: string;
  readonly packages: Parameters<typeof assignFiles>[0]["packages"];
  readonly files: readonly string[];
  readonly said: string;
}[] = [
  {
    name: "two globs that claim a file",
    packages: two(rules("bin/**"), rules("bin/x*", "lib")),
    files: ["bin/foo", "bin/xa", "bin/xb", "lib/a"],
    said: `ports/foo/port.yml:1:1: error[package/claimed-twice]: \`bin/**\` of \`core\` and \`bin/x*\` of \`x11\` both claim \`bin/xa\`, \`bin/xb\`
  |
1 | bin/**
  | ^^^^^^
  = note: ports/foo/port.yml:1:1: the other claim
  |
1 | bin/x*
  | ^^^^^^
  = help: name the file itself in the package that should have it: a name beats a pattern
`,
  },
  {
    name: "a file that nobody claims, and a rule that claims nothing",
    packages: two(rules("bin/**"), rules("lib/**")),
    files: ["bin/foo", "etc/a", "etc/\u001b[31mred"],
    said: `ports/foo/port.yml:1:1: error[package/unclaimed]: no package claims \`etc/?[31mred\`, \`etc/a\`
  |
1 | core:
  | ^^^^^
  = help: add a pattern to \`files\` of \`core\` or \`x11\`, or remove the files in \`post-fake\`
ports/foo/port.yml:1:1: error[package/empty-rule]: \`lib/**\` names nothing that the fake phase installed
  |
1 | lib/**
  | ^^^^^^
  = help: mend the pattern (it starts below the prefix), or remove it
`,
  },
];

for (const { name, packages, files, said } of refused) {
  test(`packing list: ${name}`, () => {
    const result = assignFiles({ packages, dropped: [], span: spanOf("name: foo") }, entries(...files));
    expect(result.ok ? "assigned" : result.error.map((one) => rendered([one])).join("")).toBe(said);
  });
}
