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
  return value.includes("\n")
    ? { message: "has more than one line", help: "shorten it, and move the rest to `description:`" }
    : undefined;
};

/** To YAML 1.2 `no` is a string; nobody means it as a reason. */
export const reason: Rule = (value) =>
  /^(y|n|yes|no|on|off|true|false)$/i.test(value)
    ? { message: "is no reason", help: "write `true` without quotes, or say why it may not be distributed" }
    : oneLine(value);

/** Goes into an argument list: a line end there is a mistake. */
export const argument: Rule = fails(/^[^\n]+$/, "is not one argument", "write one argument an entry");

export const makeTarget: Rule = fails(/^[^-=\s][^=\s]*$/, "is not a target", "write a name such as `all`");

export const makeVariable: Rule = fails(
  /^[^-=\s][^=\s]*=[^\n]*$/,
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
  /^[A-Za-z0-9_][A-Za-z0-9._+~=@,-]{0,199}$/,
  "is not a file name",
  "use at most 200 letters, digits and `.`, `_`, `+`, `~`, `=`, `@`, `,`, `-` after the first",
);

/** A path below some folder: no way out, no empty parts. */
export const innerPath: Rule = (value) => {
  if (value.startsWith("/")) return { message: "is an absolute path", help: "leave the first `/` out" };
  const parts = value.split("/");
  if (parts.includes("..")) return { message: "leads out of its folder", help: "leave `..` out" };
  if (parts.includes("") || parts.includes(".")) {
    return { message: "has an empty part", help: "write it without `//`, `./` and a `/` at its end" };
  }
  return /[\n\t\\]/.test(value)
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

/**
 * SPDX 2.3, annex D: licenses joined by AND and OR, each with at most one exception, and parentheses. Which ones
 * there are is not looked at.
 */
export const licenseExpression: Rule = (value) => {
  const words = value.match(/[()]|[^\s()]+/g) ?? [];
  let depth = 0;
  let expected: keyof typeof EXPECTED = "license";
  for (const word of words) {
    const isName =
      /^(DocumentRef-[\w.-]+:)?[A-Za-z0-9][A-Za-z0-9.-]*\+?$/.test(word) && !/^(AND|OR|WITH)$/i.test(word);
    const isOperator = word === "AND" || word === "OR";
    if (expected === "license" && word === "(") depth += 1;
    else if (expected === "license" && isName) expected = "afterLicense";
    else if (expected === "exception" && isName) expected = "afterException";
    else if (expected === "afterLicense" && word === "WITH") expected = "exception";
    else if (expected.startsWith("after") && isOperator) expected = "license";
    else if (expected.startsWith("after") && word === ")" && depth > 0) {
      depth -= 1;
      expected = "afterException";
    } else return licenseFault(word, EXPECTED[expected]);
  }
  if (!expected.startsWith("after")) return licenseFault("", EXPECTED[expected]);
  return depth > 0 ? licenseFault("", "`)`") : undefined;
};

/** What may come next; after an exception or a group no further exception may. */
const EXPECTED = {
  license: "a license",
  exception: "an exception",
  afterLicense: "`AND`, `OR` or `WITH`",
  afterException: "`AND` or `OR`",
} as const;

function licenseFault(found: string, expected: string) {
  return {
    message: `is not an SPDX expression: found ${found === "" ? "its end" : `\`${found}\``}, expected ${expected}`,
    help: "write an expression such as `MIT` or `Apache-2.0 OR GPL-2.0-or-later`",
  };
}
