import { expect, test } from "vitest";
import { type BaseContents, differenceOf } from "../../src/base/difference.ts";

const library = (soname: string, versions: readonly string[], path = `/usr/lib/${soname}`) => ({
  path,
  soname,
  elfClass: 64 as const,
  machine: 62,
  versions,
});

const older: BaseContents = {
  packages: new Map([
    ["libc6", "2.36"],
    ["libssl1.1", "1.1.1"],
    ["zlib1g", "1.2"],
  ]),
  libraries: [library("libssl.so.1.1", []), library("libc.so.6", ["GLIBC_2.36", "GLIBC_OLD"])],
};
const newer: BaseContents = {
  packages: new Map([
    ["zlib1g", "1.2"],
    ["libssl3", "3.0"],
    ["libc6", "2.41"],
  ]),
  libraries: [
    library("libc.so.6", ["GLIBC_2.36", "GLIBC_2.38"]),
    library("libc.so.6", ["GLIBC_2.36"], "/lib32/libc.so.6"),
    library("libssl.so.3", []),
  ],
};

test("difference: packages by version, libraries by soname and the versions that they define", () => {
  expect(differenceOf(older, newer)).toEqual({
    packages: {
      removed: [{ name: "libssl1.1", version: "1.1.1" }],
      added: [{ name: "libssl3", version: "3.0" }],
      changed: [{ name: "libc6", from: "2.36", to: "2.41" }],
    },
    libraries: {
      removed: ["libssl.so.1.1"],
      added: ["libssl.so.3"],
      changed: [{ soname: "libc.so.6", removed: ["GLIBC_OLD"], added: ["GLIBC_2.38"] }],
    },
  });
  expect(differenceOf(newer, newer)).toEqual({
    packages: { removed: [], added: [], changed: [] },
    libraries: { removed: [], added: [], changed: [] },
  });
});
