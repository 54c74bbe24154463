import { expect, test } from "vitest";
import { respellSource, respellText } from "../../src/recipe/writing/respell.ts";

const sources: readonly (readonly [from: string, to: string, text: string, renewed: string])[] = [
  ["1.2.3", "2.0.1", "https://e.org/foo-1.2.3.tar.gz", "https://e.org/foo-2.0.1.tar.gz"],
  ["1.2.3", "2.0.1", "https://e.org/1.2/foo-1.2.3.tar.gz", "https://e.org/2.0/foo-2.0.1.tar.gz"],
  ["1.2.3", "2.0.1", "https://e.org/v1.2.3/foo_1_2_3.tgz", "https://e.org/v2.0.1/foo_2_0_1.tgz"],
  ["1.2.3", "1.2.4", "https://e.org/foo-1-2-3/x", "https://e.org/foo-1-2-4/x"],
  ["5.52", "6.0", "https://e.org/unzip552.tar.gz", "https://e.org/unzip60.tar.gz"],
  [
    "4.9.2",
    "5.0",
    "https://e.org/kernel/v4.x/linux-4.9.2.tar.xz",
    "https://e.org/kernel/v5.x/linux-5.0.tar.xz",
  ],
  ["1.2_3", "1.2_4", "https://e.org/acl_1.2-3.tar.gz", "https://e.org/acl_1.2-4.tar.gz"],
  ["1.2_bin", "1.3_bin", "https://e.org/foo-1.2-x86.tgz", "https://e.org/foo-1.3-x86.tgz"],
  ["1.2", "1.3", "https://e.org/11.2/foo-1.2.1.tar.gz", "https://e.org/11.2/foo-1.2.1.tar.gz"],
  ["1.2", "1.10", "https://e.org/foo-1.2/foo-1.2.tar.gz", "https://e.org/foo-1.10/foo-1.10.tar.gz"],
  ["123", "124", "https://1.2.3.4/123/foo-123.tar.gz", "https://1.2.3.4/124/foo-124.tar.gz"],
  ["1.0", "1.1", "foo-$version.tar.gz", "foo-$version.tar.gz"],
  ["1.0", "$&", "foo-1.0", "foo-$&"],
];

for (const [from, to, text, renewed] of sources) {
  test(`a version in an address: ${from} to ${to} in ${text}`, () => {
    expect(respellSource(text, { from, to })).toBe(renewed);
  });
}

const texts: typeof sources = [
  ["1.2.3", "2.0", "see foo-1.2.3, 11.2.3, 1.2.34 and 1.2.3.4", "see foo-2.0, 11.2.3, 1.2.34 and 1.2.3.4"],
  ["9", "10", "9 lives", "9 lives"],
];

for (const [from, to, text, renewed] of texts) {
  test(`a version in a text: ${from} to ${to} in ${text}`, () => {
    expect(respellText(text, { from, to })).toBe(renewed);
  });
}
