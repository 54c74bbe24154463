// What single values of a port may look like. Names end up in file names, URLs and job ids; OpenBSD's rules
// (packages-specs(7), bsd.port.mk(5)) decide where a name ends and its version starts.

import type { Rule } from "./decode.ts";

const fails = (pattern: RegExp, message: string, help: string): Rule => {
  return (value) => (pattern.test(value) ? undefined : { message, help });
};

export const stem: Rule = (value) => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(value)) {
    return { message: "is not a name", help: "use letters, digits, and `.`, `_`, `+`, `-` after the first" };
  }
  if (/-[0-9]/.test(value)) {
    return { message: "has a digit after a dash, where a version would start", help: "leave the dash out" };
  }
  return /--|-$/.test(value)
    ? { message: "has a dash too many", help: "put one dash between two words" }
    : undefined;
};

export const version: Rule = (value) => {
  if (!/^[0-9]/.test(value))
    return { message: "does not start with a digit", help: 'write `"1.0"`, not `v1.0`' };
  if (value.includes("-")) {
    return { message: "contains a dash, where a flavor would start", help: "write `.` or `_` instead" };
  }
  if (!/^[A-Za-z0-9._+]+$/.test(value)) {
    return { message: "is not a version", help: "use digits, letters, `.`, `_` and `+`" };
  }
  return /v[0-9]+$/.test(value)
    ? { message: "ends in what reads as an epoch", help: "leave that out, and write `epoch:` if it is one" }
    : undefined;
};

export const flavor: Rule = fails(
  /^[A-Za-z_][A-Za-z0-9_.+]*$/,
  "is not a name of a flavor",
  "start with a letter; letters, digits, `_`, `.` and `+` may follow",
);

export const subpackage: Rule = fails(
  /^[A-Za-z][A-Za-z0-9_.+]*(-[A-Za-z_][A-Za-z0-9_.+]*)*$/,
  "is not a name of a package of this port",
  "start with a letter; letters, digits, `_`, `.`, `+` and dashes that no digit follows may follow",
);

export const base: Rule = fails(
  /^[A-Za-z0-9][A-Za-z0-9_.]*(-[A-Za-z0-9_.]+)*$/,
  "is not a name of a base",
  "write it as `tarwright base list` does: `debian-12`",
);

export const neutralName: Rule = fails(
  /^[A-Za-z0-9][A-Za-z0-9._+-]*$/,
  "is not a name of a library or tool",
  "write a neutral name such as `zlib`, or a map with `apt:`, `apk:` or `dnf:`",
);

export const nativeName: Rule = fails(
  /^[A-Za-z0-9][A-Za-z0-9._+:@-]*$/,
  "is not a name of a package",
  "write it as the package manager does",
);

export const oneLine: Rule = (value) => {
  if (value.trim() === "") return { message: "is empty", help: "write a few words" };
  return /[\n\r]/.test(value)
    ? { message: "has more than one line", help: "shorten it, and move the rest to `description:`" }
    : undefined;
};

/** Goes into an argument list: a NUL or line end there is a mistake. */
export const argument: Rule = fails(/^[^\n\r]+$/, "is not one argument", "write one argument an entry");

export const makeVariable: Rule = fails(
  /^[^=\s]+=[^\n\r]*$/,
  "is not an assignment",
  "write `NAME=value`, and targets under `targets:`",
);

export const webPage: Rule = (value) =>
  /^https?:\/\//.test(value) && URL.canParse(value)
    ? undefined
    : { message: "is not the URL of a page", help: "start with `https://`" };

export const debianFile: Rule = fails(
  /^[a-z0-9][a-z0-9+.-]+_[A-Za-z0-9.+~-]+$/,
  "is not a source file of Debian",
  "write `debian:hello_2.10.orig.tar.gz`",
);

export const fileName: Rule = fails(
  /^[A-Za-z0-9_][A-Za-z0-9._+~=@,-]*$/,
  "is not a file name",
  "use letters, digits and `.`, `_`, `+`, `~`, `=`, `@`, `,`, `-` after the first",
);

/** A path below some folder: no way out, no empty parts. */
export const innerPath: Rule = (value) => {
  if (value.startsWith("/")) return { message: "is an absolute path", help: "leave the first `/` out" };
  const parts = value.split("/");
  if (parts.includes("..")) return { message: "leads out of its folder", help: "leave `..` out" };
  if (parts.includes("") || parts.includes(".")) {
    return { message: "has an empty part", help: "write it without `//`, `./` and a `/` at its end" };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  return /[\u0000-\u001F\u007F\\]/.test(value)
    ? { message: "holds a character that no path should", help: "use `/` between folders" }
    : undefined;
};

export const hexDigest = (algorithm: string, digits: number): Rule => {
  return (value) => {
    if (/^[0-9a-fA-F]+$/.test(value) && value.length === digits) return undefined;
    const found = /^[0-9a-fA-F]*$/.test(value) ? `has ${value.length} digits` : "is not hexadecimal";
    return {
      message: `${found}, expected ${digits} hexadecimal digits`,
      help: `take it from \`${algorithm}sum\``,
    };
  };
};

/** OpenBSD's library-specs(7), with the names that `-l` takes. */
export const library: Rule = fails(
  /^([A-Za-z0-9._+-]+\/)*[A-Za-z0-9][A-Za-z0-9._+-]*?(>?=[0-9]+(\.[0-9]+)?)?$/,
  "is not a library",
  "write it as after `-l`: `z`, `ssl>=3`",
);

/** SPDX 2.3, annex D: identifiers joined by AND, OR, WITH and parentheses. Which ones there are is not looked at. */
export const licenseExpression: Rule = (value) => {
  const words = value.match(/[()]|[^\s()]+/g) ?? [];
  let [depth, expected]: [number, "license" | "exception" | "operator"] = [0, "license"];
  for (const word of words) {
    if (expected === "operator") {
      if (word === ")" && depth > 0) depth -= 1;
      else if (word === "AND" || word === "OR") expected = "license";
      else if (word === "WITH") expected = "exception";
      else return licenseFault(word, "`AND`, `OR` or `WITH`");
    } else if (word === "(" && expected === "license") depth += 1;
    else if (
      /^(DocumentRef-[\w.-]+:)?[A-Za-z0-9][A-Za-z0-9.-]*\+?$/.test(word) &&
      !/^(AND|OR|WITH)$/i.test(word)
    ) {
      expected = "operator";
    } else return licenseFault(word, "a license");
  }
  if (expected !== "operator") return licenseFault("", "a license");
  return depth > 0 ? licenseFault("", "`)`") : undefined;
};

function licenseFault(found: string, expected: string) {
  return {
    message: `is not an SPDX expression: found ${found === "" ? "its end" : `\`${found}\``}, expected ${expected}`,
    help: "write an expression such as `MIT` or `Apache-2.0 OR GPL-2.0-or-later`",
  };
}
