import { expect, test } from "vitest";
import {
  compareVersions,
  isPkgspec,
  matchesPkgspec,
  parsePkgpath,
  parseVersion,
} from "../../src/port/port.ts";

const specs: readonly (readonly [spec: string, name: string, verdict: "yes" | "no"])[] = [
  ["png-*", "png-1.6.20", "yes"],
  ["png-*", "libpng-1.6.20", "no"],
  ["png-*", "png-1.6.20-foo", "yes"],
  ["png-*", "png-devel-1.6.20", "no"],
  ["png-1.6.20", "png-1.6.20", "yes"],
  ["png-1.6.20", "png-1.6.20p3", "yes"],
  ["png-=1.6.20", "png-1.6.20p3", "yes"],
  ["png-1.6.20p1", "png-1.6.20", "no"],
  ["png-1.6.20p1", "png-1.6.20p1", "yes"],
  ["png-1.6.20p1", "png-1.6.20p2", "no"],
  ["png->=1.6.20", "png-1.6.20", "yes"],
  ["png->=1.6.20p1", "png-1.6.20", "no"],
  ["png->=1.6.20p1", "png-1.6.20p1", "yes"],
  ["png->=1.6.20p1", "png-1.6.21", "yes"],
  ["png->1.6.20", "png-1.6.20p4", "no"],
  ["png-<1.7", "png-1.6.20", "yes"],
  ["png-<=1.6.20", "png-1.6.20p9", "yes"],
  ["png->=1.6", "png-1.6.20", "yes"],
  ["png-<=1.6", "png-1.6.0", "no"],
  ["png->=1.0,<2", "png-1.6.20", "yes"],
  ["png->=1.0,<2", "png-2.0", "no"],
  ["db->=4,<5", "db-4.6.21p4", "yes"],
  ["db->=4,<5", "db-4.6.21p4v0", "no"],
  ["db->=4v0,<5v0", "db-4.6.21p4v0", "yes"],
  ["db->=4,<5|db->=4v0,<5v0", "db-4.6.21p4v0", "yes"],
  ["foo->=2.0", "foo-1.0v0", "yes"],
  ["foo-<2.0", "foo-1.0v0", "no"],
  ["foo-1.0", "foo-1.0v0", "no"],
  ["foo-1.0v0", "foo-1.0p2v0", "yes"],
  ["foo-1.1", "foo-1.01", "yes"],
  ["foo->=1.1", "foo-1.01p7", "yes"],
  ["foo-1.1p7", "foo-1.01p2", "yes"],
  ["foo->1.2", "foo-1.10", "yes"],
  ["foo->=1.0", "foo-1.0rc1", "no"],
  ["foo->=1.0", "foo-1.0beta2", "no"],
  ["foo->1.0", "foo-1.0pl1", "yes"],
  ["foo->=1.0rc2", "foo-1.0pre3", "yes"],
  ["foo-<1.0rc1", "foo-1.0beta3", "yes"],
  ["foo->1.0beta3", "foo-1.0alpha9", "no"],
  ["foo->=1.0", "foo-1.0a", "yes"],
  ["foo->=1.0b", "foo-1.0a", "no"],
  ["foo->=1.2.3", "foo-1.2", "no"],
  ["foo-1.*", "foo-1.5", "no"],
  ["gtar-*-static", "gtar-1.28p1-static", "yes"],
  ["gtar-*-static", "gtar-1.28p1", "no"],
  ["gtar-*-!static", "gtar-1.28p1", "yes"],
  ["gtar-*-!static", "gtar-1.28p1-static", "no"],
  ["vim-*-gtk2-!perl", "vim-7.4-huge-gtk2", "yes"],
  ["vim-*-gtk2,no_x11", "vim-7.4-no_x11", "yes"],
  ["vim-*-gtk2-perl", "vim-7.4-perl", "no"],
  ["vim->=7,<8-!no_x11", "vim-7.4-gtk2", "yes"],
  ["rpm2cpio-*|rpm-*", "rpm-4.0", "yes"],
  ["p5-*-1.0", "p5-XML-Foo-1.0p1", "no"],
  ["gtk+2->=2.24", "gtk+2-2.24.29", "yes"],
  ["gtk2?-*", "gtk22-1.0", "yes"],
  ["foo", "foo-1.0", "no"],
  ["foo-bar", "foo-bar-1.0", "no"],
  ["ja-kterm-*", "ja-kterm-6.2.0-xaw3d", "yes"],
  ["foo-*", "foo-1.0-2x", "yes"],
];

for (const [spec, name, verdict] of specs) {
  test(`pkgspec: ${spec} ${verdict === "yes" ? "accepts" : "refuses"} ${name}`, () => {
    expect(matchesPkgspec(spec, name)).toBe(verdict === "yes");
  });
}

const grammar: readonly (readonly [spec: string, verdict: "parses" | "does not parse"])[] = [
  ["zlib-*", "parses"],
  ["zlib->=1.2,<2", "parses"],
  ["db->=4,<5|db->=4v0,<5v0", "parses"],
  ["vim-*-gtk2-!perl,no_x11", "parses"],
  ["p5-*-*", "parses"],
  ["", "does not parse"],
  ["zlib", "does not parse"],
  ["zlib-", "does not parse"],
  ["zlib-x", "does not parse"],
  ["zlib->=", "does not parse"],
  ["zlib->=1.2,", "does not parse"],
  ["zlib->=1.2,<x", "does not parse"],
  ["zlib-*-", "does not parse"],
  ["zlib-*-a--b", "does not parse"],
  ["zlib-*-!", "does not parse"],
  ["zlib-*-a,", "does not parse"],
  ["zlib-*|", "does not parse"],
  ["-*", "does not parse"],
  ["a%b-*", "does not parse"],
];

for (const [spec, verdict] of grammar) {
  test(`pkgspec: \`${spec}\` ${verdict}`, () => expect(isPkgspec(spec)).toBe(verdict === "parses"));
}

test("pkgspec: a branch that does not parse accepts nothing, the others go on", () => {
  expect(matchesPkgspec("foo|foo-*", "foo-1.0")).toBe(true);
  expect(matchesPkgspec("foo-*-|bar-*", "foo-1.0")).toBe(false);
});

test("pkgspec: a pattern of many stars takes no time", () => {
  const started = performance.now();
  expect(matchesPkgspec(`${"a*".repeat(200)}-*`, `${"a".repeat(400)}b-x`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

const orders: readonly (readonly [older: string, order: "<" | "=", newer: string])[] = [
  ["1.9", "<", "1.10"],
  ["1.0", "<", "1.0p0"],
  ["1.0p2", "<", "1.0p10"],
  ["2.0p5", "<", "1.0v0"],
  ["1.0v0", "<", "1.0v1"],
  ["1.0alpha2", "<", "1.0beta1"],
  ["1.0beta9", "<", "1.0rc1"],
  ["1.0rc1", "<", "1.0rc2"],
  ["1.0rc9", "=", "1.0pre1"],
  ["1.0pre9", "<", "1.0"],
  ["1.0", "<", "1.0pl1"],
  ["1.0", "<", "1.0a"],
  ["1.0a", "<", "1.0b"],
  ["1.0z", "<", "1.1"],
  ["1.2", "<", "1.2.1"],
  ["1.01p7", "=", "1.1p2"],
  ["20240101123000123456789", "<", "20240101123000123456790"],
  ["1.x", "<", "1.y"],
];

for (const [older, order, newer] of orders) {
  test(`versions: ${older} ${order} ${newer}`, () => {
    const compared = compareVersions(parseVersion(older), parseVersion(newer));
    expect(Math.sign(compared)).toBe(order === "<" ? -1 : 0);
    expect(Math.sign(compareVersions(parseVersion(newer), parseVersion(older)))).toBe(order === "<" ? 1 : 0);
  });
}

test("versions: the last p and v are OpenBSD's, what is before is upstream's", () => {
  expect(parseVersion("5.21pp0")).toEqual({ upstream: "5.21p", revision: 0, epoch: undefined });
  expect(parseVersion("4.6.21p4v1")).toEqual({ upstream: "4.6.21", revision: 4, epoch: 1 });
  expect(parseVersion("1.0")).toEqual({ upstream: "1.0", revision: undefined, epoch: undefined });
});

const pkgpaths: readonly (readonly [text: string, parsed: ReturnType<typeof parsePkgpath>])[] = [
  ["editors/vim", { folder: "editors/vim", subpackage: undefined, flavors: "default" }],
  ["editors/vim,", { folder: "editors/vim", subpackage: undefined, flavors: [] }],
  ["editors/vim,-main", { folder: "editors/vim", subpackage: "main", flavors: "default" }],
  ["editors/vim,,-main", { folder: "editors/vim", subpackage: "main", flavors: [] }],
  [
    "editors/vim,no_x11,-lang,perl",
    { folder: "editors/vim", subpackage: "lang", flavors: ["no_x11", "perl"] },
  ],
  ["lang/php/5.6,ap2", { folder: "lang/php/5.6", subpackage: undefined, flavors: ["ap2"] }],
  ["tree", { folder: "tree", subpackage: undefined, flavors: "default" }],
  ["", undefined],
  ["/etc", undefined],
  ["a/../b", undefined],
  ["a//b", undefined],
  ["a b", undefined],
  ["a,-b,-c", undefined],
  ["a,2fast", undefined],
  ["a,-", undefined],
];

for (const [text, parsed] of pkgpaths) {
  test(`pkgpath: \`${text}\``, () => expect(parsePkgpath(text)).toEqual(parsed));
}
