import { join } from "node:path";
import { expect, test } from "vitest";
import { hostPath } from "../../src/host/host.ts";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const top = hostPath(join(import.meta.dirname, "../.."));

test("check: the examples are sound", async () => {
  const { diagnostics, text, json } = await runIn(top, "check", "examples");
  expect(rendered(diagnostics)).toBe("");
  expect(text).toMatch(/^\d+ ports checked: no problems\n$/);
  expect(json).toEqual({ ports: expect.arrayContaining(["examples/hello"]), diagnostics: [] });
});

test("check: files, folders and trees, each port once, all problems at once", async () => {
  const folder = folderOf({
    "ports/a/port.yml": portText("a", "zzz: 1\npatches: [none.patch]\n"),
    "ports/b/port.yml": portText("b"),
    "ports/deep/er/c/port.yml": "name: 5\n",
    "lone/port.yml": portText("lone", "versoin: 2\n"),
  });
  const { diagnostics, text, json } = await runIn(folder, "check", "ports/", "lone/port.yml", "ports/a");
  expect(rendered(diagnostics).match(/^\S+ error\[[a-z/-]+\]/gm)).toEqual([
    "lone/port.yml:5:1: error[yaml/unknown-key]",
    "ports/a/port.yml:5:1: error[yaml/unknown-key]",
    "ports/a/port.yml:6:11: error[yaml/no-file]",
    "ports/deep/er/c/port.yml:1:1: error[yaml/missing-key]",
    "ports/deep/er/c/port.yml:1:1: error[yaml/missing-key]",
    "ports/deep/er/c/port.yml:1:1: error[yaml/missing-key]",
    "ports/deep/er/c/port.yml:1:7: error[yaml/type]",
  ]);
  expect(exitStatus(diagnostics)).toBe(1);
  expect(text).toBe("4 ports checked\n");
  expect(json).toMatchObject({ ports: ["ports/a", "ports/b", "ports/deep/er/c", "lone"] });
});

test("check: each flavor alone must be sound too", async () => {
  const more =
    'packages: {a: {files: [a], depends: {run: ["foo-b-*"]}}, b: {files: [b]}}\n' +
    "pseudo-flavors: {no_b: {drops: [b]}}\n";
  const { diagnostics } = await runIn(folderOf({ "port.yml": portText("foo", more) }), "check", ".");
  expect(diagnostics.map(({ code }) => code)).toEqual(["yaml/dropped-sibling"]);
  expect(exitStatus(diagnostics)).toBe(1);
});

test("check: what no base can have a package for is told once, whichever choice asks for it", async () => {
  const more = `flavors: {x: {}}
packages: {a: {files: [a], depends: {system: [zlibb]}}, b: {files: [b]}}
depends: {system: [nosuchlib, zlib, {apt: {build: [libfoo-dev], run: [libfoo1]}}]}
`;
  const { diagnostics } = await runIn(folderOf({ "port.yml": portText("foo", more) }), "check", ".");
  expect(diagnostics.map(({ code, message }) => `${code}: ${message.split(" ")[0]}`)).toEqual([
    "base/unknown-package: `zlibb`",
    "base/unknown-package: `nosuchlib`",
  ]);
});

const nothings: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly said: string;
}[] = [
  {
    name: "a place where nothing is",
    argv: ["none"],
    said: "error[usage/no-port]: there is nothing at `none`\n  = help: name recipes, or folders with recipes\n",
  },
  {
    name: "a tree without ports",
    argv: ["empty"],
    said: "error[recipe/no-recipe]: there is no recipe in `empty`\n  = help: name a folder with a `port.yml`\n",
  },
  {
    name: "nothing named",
    argv: [],
    said: "error[usage/arguments]: `check` takes 1 argument or more, found none\n  = help: tarwright check PATHS… [--recipes DIR|URL]… [--online] [--ports-dir D] [--bsd-port-mk F] [--allow-shell]\n",
  },
];

for (const { name, argv, said } of nothings) {
  test(`check: ${name}`, async () => {
    const { diagnostics } = await runIn(folderOf({ "empty/README": "" }), "check", ...argv);
    expect(rendered(diagnostics)).toBe(said);
    expect(exitStatus(diagnostics)).toBe(2);
  });
}
