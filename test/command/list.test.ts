import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const TREE = {
  "devel/foo/port.yml": portText(
    "foo",
    "flavors: {crypto: {}}\npseudo-flavors: {no_doc: {drops: [doc]}}\n" +
      'packages: {doc: {files: [share/**], fullpkgname: "foo-doc-{version}"}, core: {files: [bin/**]}}\n' +
      'depends: {build: ["b-*:devel/b", "a-*:devel/a", "b-*:devel/b"], lib: ["z-*:devel/z"]}\n' +
      "permit: {package: no reason}\n",
  ),
  "devel/bar/port.yml": portText("bar", "revision: 1\n"),
  "wrong/port.yml": portText("wrong", "versoin: 1\n"),
  entries:
    "# chosen\n devel/foo,crypto,no_doc \n\ndevel/none\ndevel/bar # lone\n../x\ndevel/foo,zzz\ndevel/foo,-doc,no_doc\ndevel/foo,-zzz\n",
};

const lines = (printed: string) =>
  printed
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("list: a line for each port, in the tree's order; a wrong one is a line too", async () => {
  const { printed, diagnostics } = await runIn(folderOf(TREE), "list", ".");
  expect(diagnostics).toEqual([]);
  expect(lines(printed)).toMatchObject([
    { key: "devel/bar", dialect: "yaml", packages: [{ fullpkgname: "bar-1.0p1" }] },
    {
      key: "devel/foo",
      pkgpath: "devel/foo",
      packages: [{ fullpkgname: "foo-doc-1.0" }, { fullpkgname: "foo-core-1.0" }],
    },
    {
      key: "wrong",
      errors: [{ code: "yaml/unknown-key", file: "wrong/port.yml", line: 5, column: 1 }],
    },
  ]);
  expect(Object.keys(lines(printed)[0])).toEqual([
    "key",
    "dialect",
    "pkgpath",
    "name",
    "version",
    "flavors",
    "packages",
    "depends",
    "distfiles",
    "style",
  ]);
});

test("list --entries: the file's order and choices", async () => {
  const { printed } = await runIn(folderOf(TREE), "list", ".", "--entries", "entries");
  expect(lines(printed)).toMatchObject([
    {
      key: "devel/foo,crypto,no_doc",
      flavors: { chosen: ["crypto", "no_doc"] },
      packages: [{ fullpkgname: "foo-core-1.0-crypto" }],
    },
    { key: "devel/none", errors: [{ code: "recipe/no-folder" }] },
    { key: "devel/bar", packages: [{ fullpkgname: "bar-1.0p1" }] },
    { key: "../x", errors: [{ code: "usage/entry" }] },
    { key: "devel/foo,zzz", errors: [{ code: "recipe/unknown-flavor" }] },
    { key: "devel/foo,-doc,no_doc", packages: [{ fullpkgname: "foo-core-1.0" }] },
    {
      key: "devel/foo,-zzz",
      errors: [
        {
          code: "usage/subpackage",
          message: "`devel/foo` builds no subpackage `zzz` with these flavors",
          help: "choose from doc, core",
        },
      ],
    },
  ]);
});

test("list --raw: the recipe's own variables", async () => {
  const folder = folderOf({ "a/port.yml": portText("a"), "b/port.yml": portText("b", "revision: 2\n") });
  expect(lines((await runIn(folder, "list", ".", "--raw=name,revision")).printed)).toMatchObject([
    { key: "a", errors: [{ code: "usage/unknown-variable" }] },
    { key: "b", vars: { name: "b", revision: 2 } },
  ]);
  expect(lines((await runIn(folder, "list", "b", "--raw")).printed)).toEqual([
    {
      key: "b",
      vars: {
        name: "b",
        version: "1.0",
        comment: "a port called b",
        build: { style: "script" },
        revision: 2,
      },
    },
  ]);
});

test("list --index: OpenBSD's INDEX, dropped packages too, and what can't be read", async () => {
  const { printed, diagnostics } = await runIn(folderOf(TREE), "list", ".", "--index");
  expect(printed).toBe(
    [
      "bar-1.0p1|devel/bar|/app/vendor/bar|a port called bar|/dev/null||devel||||any|y|y|y",
      "foo-doc-1.0|devel/foo,-doc|/app/vendor/foo|a port called foo|/dev/null||devel|z-*:devel/z|a-*:devel/a b-*:devel/b||any|n|n|y",
      "foo-core-1.0|devel/foo,-core|/app/vendor/foo|a port called foo|/dev/null||devel|z-*:devel/z|a-*:devel/a b-*:devel/b||any|n|n|y",
      "",
    ].join("\n"),
  );
  expect(rendered(diagnostics)).toContain("wrong/port.yml:5:1: error[yaml/unknown-key]");
  expect(exitStatus(diagnostics)).toBe(1);
});

const refusals: readonly { readonly argv: readonly string[]; readonly said: string }[] = [
  {
    argv: [""],
    said: "error[usage/no-tree]: there is no folder ``\n  = help: name a folder of ports\n",
  },
  {
    argv: ["none"],
    said: "error[usage/no-tree]: there is no folder `none`\n  = help: name a folder of ports\n",
  },
  {
    argv: [".", "--entries", "none"],
    said: "error[usage/no-entries]: there is no file `none`\n  = help: name a file with an entry a line\n",
  },
];

for (const { argv, said } of refusals) {
  test(`list ${argv.join(" ")}`, async () => {
    const { diagnostics } = await runIn(folderOf(TREE), "list", ...argv);
    expect(rendered(diagnostics)).toBe(said);
    expect(exitStatus(diagnostics)).toBe(2);
  });
}

test("list: a folder without ports is a mistake, a list without entries is not", async () => {
  const folder = folderOf({ "sub/README": "no port\n", none: "# none\n" });
  const { printed, diagnostics } = await runIn(folder, "list", "sub");
  expect([printed, diagnostics.map(({ code }) => code)]).toEqual(["", ["usage/no-port"]]);
  expect(exitStatus(diagnostics)).toBe(2);
  expect(await runIn(folder, "list", ".", "--entries", "none")).toMatchObject({
    printed: "",
    diagnostics: [],
  });
});
