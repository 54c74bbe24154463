import { expect, test } from "vitest";
import { readDistinfo } from "../../../src/recipe/openbsd/distinfo.ts";
import { shellWords } from "../../../src/recipe/openbsd/shell-words.ts";
import type { Diagnostic } from "../../../src/report.ts";

const texts: readonly (readonly [text: string, words: readonly string[]])[] = [
  ["", []],
  ["  a  b\tc ", ["a", "b", "c"]],
  ["CC='gcc -m32' V=1", ["CC=gcc -m32", "V=1"]],
  ['A="b c" D=e', ["A=b c", "D=e"]],
  ['A="say \\"hi\\" \\$x"', ['A=say "hi" $x']],
  ["a\\ b", ["a b"]],
  ["''", [""]],
  ["'it'\"'\"'s'", ["it's"]],
  ["`date` $(x) $HOME", ["`date`", "$(x)", "$HOME"]],
  ["'open", ["open"]],
  ['"open', ["open"]],
  ["end\\", ["end\\"]],
];

for (const [text, words] of texts) {
  test(`shell words: ${JSON.stringify(text)}`, () => expect(shellWords(text)).toEqual(words));
}

const HEX = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
const BASE64 = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

const lines: readonly (readonly [line: string, said: readonly string[] | "wrong"])[] = [
  [`SHA256 (foo.tar.gz) = ${BASE64}`, [`sha256:${HEX}`]],
  [`SHA256 (foo.tar.gz) = ${HEX}`, [`sha256:${HEX}`]],
  [`SHA256 (foo.tar.gz) = ${HEX.toUpperCase()}`, [`sha256:${HEX}`]],
  ["SIZE (foo.tar.gz) = 123", ["123"]],
  ["MD5 (foo.tar.gz) = XUFAKrxLKna5cZ2REBfFkg==", ["md5:5d41402abc4b2a76b9719d911017c592"]],
  ["SHA1 (foo.tar.gz) = whatever", []],
  ["RMD160 (foo.tar.gz) = whatever", []],
  ["# a comment", []],
  ["", []],
  [`SHA256 (foo.tar.gz) = ${BASE64.slice(1)}`, "wrong"],
  [`SHA256 (foo.tar.gz) = ${HEX.slice(1)}`, "wrong"],
  ["SIZE (foo.tar.gz) = -1", "wrong"],
  ["SIZE foo.tar.gz = 1", "wrong"],
  ["BLAKE3 (foo.tar.gz) = 00", "wrong"],
];

for (const [line, said] of lines) {
  test(`distinfo: \`${line}\``, () => {
    const problems: Diagnostic[] = [];
    const report = (problem: Diagnostic) => void problems.push(problem);
    const entry = readDistinfo({ name: "distinfo", text: `${line}\n` }, { report }).get("foo.tar.gz");
    const digests = entry?.digests.map(({ value }) => `${value.algorithm}:${value.hex}`) ?? [];
    const size = entry?.size ? [String(entry.size.value)] : [];
    expect(problems.length > 0 ? "wrong" : [...digests, ...size]).toEqual(said);
  });
}
