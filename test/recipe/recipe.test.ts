import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { hostPath, openTree } from "../../src/host/host.ts";
import { portFolders, readPort } from "../../src/recipe/recipe.ts";
import { exitStatus } from "../../src/report.ts";
import { rendered, temporaryFolder } from "../support.ts";

const PORT = 'name: foo\nversion: "1.0"\ncomment: foo\nbuild: {style: script}\n';

function treeOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, tree: openTree(folder) };
}

function read(files: Readonly<Record<string, string>>, folder: string) {
  return readPort(treeOf(files).tree, { folder, treeName: "ports", pkgpath: "foo", flavors: "default" });
}

const dialects: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly errors: string;
}[] = [
  {
    name: "no folder",
    files: {},
    folder: "devel/foo",
    errors:
      "error[recipe/no-folder]: there is no folder `ports/devel/foo`\n  = help: name the folder of a port, or its `port.yml`\n",
  },
  {
    name: "a file where a folder is meant",
    files: { foo: "" },
    folder: "foo",
    errors:
      "error[recipe/no-folder]: there is no folder `ports/foo`\n  = help: name the folder of a port, or its `port.yml`\n",
  },
  {
    name: "a folder without a recipe",
    files: { "foo/README": "" },
    folder: "foo",
    errors:
      "error[recipe/no-recipe]: there is no recipe in `ports/foo`\n  = help: name a folder with a `port.yml`\n",
  },
  {
    name: "a folder where the recipe should be",
    files: { "foo/port.yml/x": "" },
    folder: "foo",
    errors:
      "error[recipe/no-recipe]: there is no recipe in `ports/foo`\n  = help: name a folder with a `port.yml`\n",
  },
  {
    name: "OpenBSD",
    files: { "foo/Makefile": "COMMENT= foo\n" },
    folder: "foo",
    errors:
      "error[openbsd/no-port]: `ports/foo/Makefile` does not read `bsd.port.mk`\n  = help: end it with `.include <bsd.port.mk>`, or name another folder\n",
  },
];

for (const { name, files, folder, errors } of dialects) {
  test(`recipe: ${name}`, () => {
    const reading = read(files, folder);
    expect(reading.ok ? "" : rendered(reading.error)).toBe(errors);
    expect(reading.ok ? 0 : exitStatus(reading.error)).toBe(2);
  });
}

test("recipe: a Recipe is read where no port.yml is", () => {
  const reading = read({ Recipe: "recipe_type=makefile\n" }, "");
  expect(reading.ok ? reading.value.port.dialect : reading.error).toBe("gobolinux");
});

test("recipe: port.yml comes before other dialects", () => {
  expect(read({ Makefile: "", Recipe: "", "port.yml": PORT }, "").ok).toBe(true);
});

test("recipe: a path of thousands of folders names nothing", () => {
  const tree = openTree(hostPath(temporaryFolder()));
  const path = `${"n/".repeat(8000)}x`;
  expect([tree.exists(path), tree.read(path), tree.list(path)]).toEqual(["nothing", undefined, []]);
});

test("recipe: a named pipe is no recipe, and is not waited for", () => {
  const { folder, tree } = treeOf({});
  execFileSync("mkfifo", [join(folder, "port.yml")]);
  const reading = readPort(tree, { folder: "", treeName: ".", pkgpath: "foo", flavors: "default" });
  expect(reading.ok ? "" : rendered(reading.error)).toContain("recipe/no-recipe");
});

test("tree: what lies outside is not there, by link or by path", () => {
  const { folder: outside } = treeOf({ "secret.patch": "secret" });
  const { folder, tree } = treeOf({ "a.patch": "a", "sub/b": "b" });
  symlinkSync(join(outside, "secret.patch"), join(folder, "link.patch"));
  symlinkSync(outside, join(folder, "out"));
  symlinkSync("a.patch", join(folder, "inner.patch"));
  symlinkSync("loop", join(folder, "loop"));
  const found = [
    "a.patch",
    "inner.patch",
    "link.patch",
    "out",
    "out/secret.patch",
    "../x",
    "loop",
    "sub",
    "a\0b",
  ];
  expect(found.map((path) => tree.exists(path))).toEqual([
    "file",
    "file",
    "nothing",
    "nothing",
    "nothing",
    "nothing",
    "nothing",
    "folder",
    "nothing",
  ]);
  expect(found.map((path) => tree.read(path))).toEqual(["a", "a", ...Array(7).fill(undefined)]);
  expect(tree.list("")).toEqual(["a.patch", "inner.patch", "link.patch", "loop", "out", "sub"]);
  expect(tree.list("out")).toEqual([]);
});

test("tree: ports are found by code unit, none below another, none in hidden folders", () => {
  const paths = ["b/B", "b/a", "b-c", "lang/php/5.6", ".git/x", "b/a/src/inner"];
  const { tree } = treeOf(Object.fromEntries(paths.map((path) => [`${path}/port.yml`, PORT])));
  expect([...portFolders(tree)].map(({ folder }) => folder)).toEqual(["b/B", "b/a", "b-c", "lang/php/5.6"]);
});

test("tree: a walk does not follow links round and round, but a port may be named through one", () => {
  const { folder, tree } = treeOf({ "a/port.yml": PORT, "b/c/port.yml": PORT });
  for (const name of ["x", "y", "z"]) symlinkSync("..", join(folder, "b", name));
  symlinkSync("a", join(folder, "linked"));
  expect(tree.exists("b/x")).toBe("link");
  expect([...portFolders(tree)].map(({ folder }) => folder)).toEqual(["a", "b/c"]);
  const reading = readPort(tree, { folder: "linked", treeName: ".", pkgpath: "foo", flavors: "default" });
  expect(reading.ok).toBe(true);
});

test("recipe: reading leaves nothing to chance", () => {
  const folder = hostPath(join(import.meta.dirname, "yaml/good/every-key"));
  const once = () =>
    JSON.stringify(
      readPort(openTree(folder), { folder: "", treeName: "t", pkgpath: "p", flavors: ["crypto"] }),
    );
  expect(once()).toBe(once());
});

test("recipe: every code of a diagnostic stands in a golden or in this file", () => {
  const top = join(import.meta.dirname, "../../src/recipe");
  const sources = readdirSync(top, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  const written = sources.map((path) => readFileSync(join(top, path), "utf8")).join("\n");
  const codes = new Set([...written.matchAll(/["`]((?:yaml|recipe)\/[a-z-]+)["`]/g)].map(([, code]) => code));
  const goldens = import.meta.dirname;
  const seen = readdirSync(goldens, { recursive: true, encoding: "utf8" })
    .filter((path) => /\/(errors\.txt|port\.json)$/.test(path))
    .map((path) => readFileSync(join(goldens, path), "utf8"))
    .join("\n")
    .concat(dialects.map(({ errors }) => errors).join(""));
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !seen.includes(`[${code}]`))).toEqual([]);
});
