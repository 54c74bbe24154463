// What is said of packages that serve a dependency, but are older than what its author had.

import { expect, test } from "vitest";
import { olderThanMeant } from "../../src/command/dependencies.ts";
import { joinPath, openTree } from "../../src/host/host.ts";
import { readPort } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";
import { folderOf } from "./verbs.ts";

const FILES = {
  "Foo/1/Recipe":
    "recipe_type=makefile\nurl=http://example.org/x.tar.gz\nfile_size=1\nfile_md5=0123456789abcdef0123456789abcdef\n",
  "Foo/1/Resources/Dependencies": "Ncurses 5.9-r2\n",
};

const rows: readonly { readonly version: string; readonly said: string }[] = [
  {
    version: "5.4",
    said: "R/Foo/1/Resources/Dependencies:1:1: warning[dependency/older]: `Ncurses-5.4` is older than 5.9-r2, which the recipe was written with",
  },
  { version: "5.9", said: "" },
  { version: "5.10", said: "" },
];

for (const { version, said } of rows) {
  test(`a soft minimum, and ${version}`, () => {
    const folder = folderOf(FILES);
    const request = { folder: "Foo/1", treeName: "R", pkgpath: "Foo", flavors: "default" } as const;
    const reading = readPort(openTree(joinPath(folder)), request);
    if (!reading.ok) throw new Error(rendered(reading.error));
    const row = {
      fullpkgname: `Ncurses-${version}`,
      fullpkgpath: "Ncurses",
      flavors: [],
      version,
    };
    expect(rendered(olderThanMeant(reading.value.port, [row])).split("\n")[0]).toBe(said);
  });
}
