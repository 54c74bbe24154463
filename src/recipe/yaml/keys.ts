// The keys of `port.yml`, and what each may hold. `schema/port.schema.json` says the same for editors; a test holds
// the two against each other.

import { AUDIT_CHECKS, HOOKS, STYLES } from "../../port/port.ts";
import { type Decoder, either, list, record, required, table } from "./decode.ts";
import * as rules from "./rules.ts";
import { count, prose, text, truth, word } from "./scalars.ts";
import { duration, size } from "./units.ts";

const oneLine = text("a line of text", rules.oneLine);
const description = prose("text");
const flavors = list(text("a flavor", rules.flavor), "flavors");
const dependencies = list(text("a string `pkgspec:pkgpath`"), "strings `pkgspec:pkgpath`");
const libraries = list(text("a library", rules.library), "libraries");
const patterns = list(text("a path or pattern", rules.innerPath), "paths and patterns");

const script = either(
  prose("a shell script"),
  record("a script", {
    shell: word(["sh", "bash"]),
    text: required(prose("a shell script"), () => ""),
  }),
);

const distfile = record("a distfile", {
  url: required(text("a URL or a path in the port's folder"), () => ""),
  file: text("a file name"),
  size: count("a number of bytes", 1),
  sha256: text("64 hexadecimal digits"),
  sha512: text("128 hexadecimal digits"),
  md5: text("32 hexadecimal digits"),
  mirrors: list(text("a URL or a path in the port's folder"), "URLs"),
  subdir: text("a path below the source folder"),
});
const distfiles = list(distfile, "distfiles");

const patches = list(
  either(
    text("a path or pattern", rules.innerPath),
    record("a patch", {
      path: required(text("a path or pattern", rules.innerPath), () => ""),
      strip: count("a number of path parts", 0),
    }),
  ),
  "paths and patterns",
);

const nativePackages = list(text("a package", rules.nativeName), "packages");
const native = either(
  nativePackages,
  record("a package manager", { build: nativePackages, run: nativePackages }),
);
const systemDependencies = list(
  either(
    text("a neutral name", rules.neutralName),
    record("a system dependency", { apt: native, apk: native, dnf: native }),
  ),
  "neutral names and maps of package managers",
);

const runDepends = { lib: dependencies, run: dependencies, system: systemDependencies };
const portDepends = { build: dependencies, test: dependencies, ...runDepends };

const configure = list(text("an argument", rules.argument), "arguments");
const make = record("`make`", {
  variables: list(text("an assignment `NAME=value`", rules.makeVariable), "assignments `NAME=value`"),
  targets: list(text("a target", rules.makeTarget), "targets"),
});
const scripts = recordOf("`script`", HOOKS, script);

/** What every flavor may change. */
const choices = {
  comment: oneLine,
  excludes: flavors,
  drops: list(text("a package of this port", rules.subpackage), "packages of this port"),
  configure,
  make,
  script: scripts,
};

/** True flavors may change what is in the packages. */
const flavor = record("a flavor", {
  ...choices,
  distfiles,
  patches,
  depends: record("`depends`", portDepends),
  wantlib: libraries,
  packages: table(
    { plural: "packages", rule: rules.subpackage, least: 0 },
    record("a package of a flavor", {
      files: patterns,
      depends: record("`depends` of a package", runDepends),
      wantlib: libraries,
    }),
  ),
});

/** Pseudo-flavors may not; what a build needs, but no package does, they may add. */
const pseudoFlavor = record("a pseudo-flavor", {
  ...choices,
  depends: record("`depends` of a pseudo-flavor", { build: dependencies, test: dependencies }),
});

const subpackage = record("a package", {
  comment: oneLine,
  description,
  fullpkgname: text("a full package name"),
  files: patterns,
  depends: record("`depends` of a package", runDepends),
  wantlib: libraries,
});

const permission = either(truth, text("a reason why not", rules.reason));

export const PORT = record("a port", {
  name: required(text("a name", rules.stem), (_, unquoted = "unnamed") => unquoted),
  version: required(text("a version", rules.version), (_, unquoted = "0") => unquoted),
  revision: count("a whole number", 0),
  epoch: count("a whole number", 0),
  comment: required(oneLine, () => ""),
  description,
  homepage: text("a URL", rules.webPage),
  license: text("an SPDX expression", rules.licenseExpression),
  distfiles,
  patches,
  bases: list(text("a base", rules.base), "bases"),
  prefix: text("an absolute path"),
  build: required(
    record("`build`", {
      style: required(word(STYLES), () => "meta" as const),
      configure,
      make,
      script: scripts,
    }),
    (span) => ({ style: { value: "meta" as const, span } }),
  ),
  flavors: table({ plural: "flavors", rule: rules.flavor, least: 0 }, flavor),
  "pseudo-flavors": table({ plural: "pseudo-flavors", rule: rules.flavor, least: 0 }, pseudoFlavor),
  packages: table({ plural: "packages", rule: rules.subpackage, least: 1 }, subpackage),
  depends: record("`depends`", portDepends),
  wantlib: libraries,
  permit: record("`permit`", { package: permission, distfiles: permission }),
  network: word(["fetch", "build"]),
  limits: record("`limits`", {
    time: text("a duration such as `30m`", duration),
    memory: text("a size such as `4g`", size),
    processes: count("a number of processes", 1),
    disk: text("a size such as `4g`", size),
  }),
  runpath: word(["auto", "keep", "none"]),
  audit: recordOf("`audit`", AUDIT_CHECKS, word(["error", "warning", "off"])),
  test: record("`test`", { script: required(script, () => "") }),
});

type Value<D> = D extends Decoder<infer T> ? T : never;

export type PortKeys = Value<typeof PORT>;
export type FlavorKeys = Value<typeof flavor>;
export type PseudoFlavorKeys = Value<typeof pseudoFlavor>;
export type SubpackageKeys = Value<typeof subpackage>;
export type DistfileKeys = Value<typeof distfile>;
export type PatchKeys = Value<typeof patches>;
export type ScriptKeys = Value<typeof script>;
export type SystemKeys = Value<typeof systemDependencies>;

/** One value for each of a few keys; `Object.fromEntries` can't say that all of them are there. */
function recordOf<const K extends string, T>(what: string, keys: readonly K[], value: Decoder<T>) {
  return record(what, Object.fromEntries(keys.map((key) => [key, value])) as Record<K, Decoder<T>>);
}
