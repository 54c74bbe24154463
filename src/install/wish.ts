// What a user may ask for: `joe`, `joe-4.6`, `joe-4.*-no_x11`, `joe@^4.6`, `joe->=4,<5`, `editors/joe`.

import semver from "semver";
import {
  fulfils,
  isPkgspec,
  matchesPkgspec,
  matchesWildcards,
  type Package,
  parsePkgpath,
  stemOf,
} from "../port/port.ts";
import { ok, type Result, wrong } from "../report.ts";
import { trouble } from "./trouble.ts";

export type Wish = {
  /** As it was written. */
  readonly text: string;
  readonly accepts: (row: Package) => boolean;
};

export function parseWish(text: string): Result<Wish> {
  const accepts = rangeWish(text) ?? placeWish(text) ?? nameWish(text);
  if (accepts) return ok({ text, accepts });
  return wrong(
    trouble(
      "install/not-a-spec",
      `\`${text}\` names no package: expected a name, a range (\`joe@^4.6\`), a pkgspec (\`joe-4.*-no_x11\`) or a pkgpath`,
      "`joe` takes the newest; quote what the shell would read as its own",
    ),
  );
}

type Accepts = Wish["accepts"];

/** `joe@^4.6`, as npm reads ranges; `joe-*-no_x11@4.x` chooses flavors, too. */
function rangeWish(text: string): Accepts | undefined {
  const at = text.indexOf("@");
  if (at < 1) return undefined;
  const range = semver.validRange(text.slice(at + 1));
  const names = nameWish(text.slice(0, at));
  if (range === null || !names) return undefined;
  return (row) => {
    const version = semverOf(row);
    return names(row) && version !== undefined && semver.satisfies(version, range);
  };
}

/** `editors/joe,no_x11`. A name without a slash is no place. */
function placeWish(text: string): Accepts | undefined {
  if (!text.includes("/") || !parsePkgpath(text)) return undefined;
  return (row) => fulfils(row, { spec: "", pkgpath: text });
}

function nameWish(text: string): Accepts | undefined {
  if (/^[A-Za-z0-9][^\s%@/<>=|*?]*$/.test(text) && stemOf(text) === text) {
    return ({ fullpkgname }) => stemOf(fullpkgname).toLowerCase() === text.toLowerCase();
  }
  return wildcardWish(text) ?? pkgspecWish(text);
}

/** `joe-4.*-no_x11`: a version with wildcards is a pattern of its text, `p` and `v` included. */
function wildcardWish(text: string): Accepts | undefined {
  const [, stem, version, flavors = ""] = /^([^%]+?)-([0-9][^-<>=,]*[*?][^-]*)(-[^%]+)?$/.exec(text) ?? [];
  const spec = `${stem}-*${flavors}`;
  if (stem === undefined || version === undefined || !isPkgspec(spec)) return undefined;
  return ({ fullpkgname }) => {
    const [found = ""] = fullpkgname.slice(stemOf(fullpkgname).length + 1).split("-");
    return matchesPkgspec(spec, fullpkgname) && matchesWildcards(version, found);
  };
}

function pkgspecWish(text: string): Accepts | undefined {
  if (!isPkgspec(text)) return undefined;
  return ({ fullpkgname }) => fullpkgname === text || matchesPkgspec(text, fullpkgname);
}

/**
 * A version of any form as one of three numbers, and `rc1` and the like as what comes before: `4.7rc1` is `4.7.0-rc.1`.
 * What stands behind the third number does not count. Undefined for a version that does not begin with a number.
 */
function semverOf({ version }: Package): string | undefined {
  const [, numbers = "", kind = "", number = ""] =
    /^([0-9]+(?:\.[0-9]+)*)(?:[._-]?(alpha|beta|rc|pre)[._-]?([0-9]*))?/.exec(version) ?? [];
  if (numbers === "") return undefined;
  const [major = "0", minor = "0", patch = "0"] = numbers
    .split(".")
    .map((part) => part.replace(/^0+(?=.)/, ""));
  const before = kind === "" ? "" : `-${kind}.${number === "" ? "0" : number.replace(/^0+(?=.)/, "")}`;
  return semver.valid(`${major}.${minor}.${patch}${before}`) ?? undefined;
}
