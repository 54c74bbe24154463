// MULTI_PACKAGES: the packages that are cut from one build, each with its own values of the variables that it has.

import { parsePkgpath, type Relations, type Subpackage } from "../../port/port.ts";
import { type Located, quoted, type Source } from "../../report.ts";
import { baseLibraries } from "./base-libraries.ts";
import { type Family, lowerDependencies } from "./dependencies.ts";
import { type PackingListReading, type Prefixes, readPackingList } from "./packing-list.ts";
import { placeOf, type Scene, splitWords, subpackagesOf, tell, variableOf, wordsOf } from "./scene.ts";
import { type Substitution, substitutionFor } from "./substitution.ts";

export type Packages = {
  /** Those that are built, as the port orders them. */
  readonly built: readonly Subpackage[];
  readonly dropped: readonly Subpackage[];
};

type Names = {
  readonly ending: string;
  readonly name: string;
  readonly fullpkgname: string;
  readonly fullpkgpath: string;
};

/** `prefix` is the port's. */
export function lowerPackages(
  scene: Scene,
  { family, prefix }: { readonly family: Omit<Family, "members">; readonly prefix: string },
): Packages {
  const members = subpackagesOf(scene).map(
    (ending): Names => ({
      ending,
      name: ending.replace(/^-/, ""),
      fullpkgname: variableOf(scene, `FULLPKGNAME${ending}`).value.trim(),
      fullpkgpath: variableOf(scene, `FULLPKGPATH${ending}`).value.trim(),
    }),
  );
  checkNames(scene, members);
  const whole: Family = { ...family, members };
  const built = splitWords(variableOf(scene, "BUILD_PACKAGES").value);
  const lowered = members.map((one) => ({
    isBuilt: built.includes(one.ending),
    subpackage: lowerPackage(scene, one, { family: whole, prefix }),
  }));
  return {
    built: lowered.filter(({ isBuilt }) => isBuilt).map(({ subpackage }) => subpackage),
    dropped: lowered.filter(({ isBuilt }) => !isBuilt).map(({ subpackage }) => subpackage),
  };
}

/** Files, folders and other packages go by these. */
function checkNames(scene: Scene, members: readonly Names[]): void {
  const endings = members.map(({ ending }) => ending);
  const twice = endings.find((one, index) => endings.indexOf(one) !== index);
  if (twice !== undefined) {
    tell(scene, placeOf(scene, ["MULTI_PACKAGES"]), {
      code: "openbsd/name",
      message: `MULTI_PACKAGES names ${quoted(twice)} twice`,
      help: "name each subpackage once",
    });
  }
  // Without a name at all, that of the port is told already.
  for (const { ending, fullpkgname, fullpkgpath } of members.filter((one) => one.fullpkgname !== "")) {
    const place = (name: string) => placeOf(scene, [`${name}${ending}`, name, "MULTI_PACKAGES"]);
    if (!/^[A-Za-z0-9][A-Za-z0-9._+@-]*-[0-9][A-Za-z0-9._+-]*$/.test(fullpkgname)) {
      tell(scene, place("FULLPKGNAME"), {
        code: "openbsd/name",
        message: `FULLPKGNAME${ending.replace(/^-$/, "")} ${quoted(fullpkgname)} is not the name of a package`,
        help: "write `stem-version`, like `foo-1.0`, of letters, digits and `._+-`",
      });
    }
    if (!parsePkgpath(fullpkgpath)) {
      tell(scene, place("FULLPKGPATH"), {
        code: "openbsd/name",
        message: `FULLPKGPATH${ending.replace(/^-$/, "")} ${quoted(fullpkgpath)} is not a pkgpath`,
        help: "write the port's folder in the tree, and the subpackage: `devel/foo,-doc`",
      });
    }
  }
}

function lowerPackage(
  scene: Scene,
  { ending, name, fullpkgname, fullpkgpath }: Names,
  { family, prefix }: { readonly family: Family; readonly prefix: string },
): Subpackage {
  const own = variableOf(scene, `PREFIX${ending}`).value.trim();
  const substitution = substitutionFor(scene, ending);
  const text = (variable: string, need: "needed" | "optional") =>
    fileText(scene, { variable: `${variable}${ending}`, need }, substitution);
  const message = text("MESSAGE", "optional");
  const wantlib = lowerWantlib(scene, `WANTLIB${ending}`);
  const description = text("DESCR", "needed");
  const prefixes = { own: own || prefix, port: prefix };
  const list = packingList(scene, { ending, substitution, prefixes });
  return {
    name,
    fullpkgname,
    fullpkgpath,
    comment: substitution.fill(
      variableOf(scene, `_COMMENT${ending}`)
        .value.trim()
        .replace(/^"(.*)"$/s, "$1"),
    ),
    ...(description === undefined ? {} : { description }),
    ...(message === undefined ? {} : { message }),
    ...(own === "" || own === prefix ? {} : { prefix: own }),
    depends: {
      lib: lowerDependencies(scene, `LIB_DEPENDS${ending}`, family),
      run: lowerDependencies(scene, `RUN_DEPENDS${ending}`, family),
      system: baseLibraries(wantlib),
    },
    wantlib: wantlib.map(({ value }) => value),
    wantlibSpans: wantlib.map(({ span }) => span),
    files: [],
    ...(list ? { packingList: list.entries } : {}),
    ...(list && list.notes.length > 0 ? { notes: list.notes } : {}),
    ...(list && saysSomething(list.relations) ? { relations: list.relations } : {}),
    span: placeOf(scene, ["MULTI_PACKAGES"]),
  };
}

/** library-specs(7): `[folder/]name[>=major[.minor]]`, in older ports with a dot before the operator. */
function lowerWantlib(scene: Scene, variable: string): readonly Located<string>[] {
  const words = wordsOf(scene, variable);
  for (const { value, span } of words) {
    if (/^[^\s<>=:]*[^\s<>=:/](\.?>?=[0-9]+(\.[0-9]+)?)?$/.test(value)) continue;
    tell(scene, span, {
      code: "openbsd/wantlib",
      message: `${variable.replace(/-$/, "")}: ${quoted(value)} is not a library`,
      help: "write `z`, `iconv>=6` or `qt4/QtCore>=8.0`, see library-specs(7)",
    });
  }
  return words;
}

function saysSomething({ conflicts, excludes, formerPaths }: Relations): boolean {
  return conflicts.length > 0 || excludes !== "stem" || formerPaths.length > 0;
}

/** A variable's file, filled in; undefined when the variable is not set, or names nothing. */
function fileText(
  scene: Scene,
  { variable, need }: { readonly variable: string; readonly need: "needed" | "optional" },
  substitution: Substitution,
): string | undefined {
  const source = fileOf(scene, { variable, need });
  return source && substitution.fill(source.text);
}

function fileOf(
  scene: Scene,
  { variable, need }: { readonly variable: string; readonly need: "needed" | "optional" },
): Source | undefined {
  const { value, span } = variableOf(scene, variable);
  const path = value.trim();
  const source = path === "" ? undefined : scene.files.source(path);
  if (source || (path === "" && need === "optional")) return source;
  const shown = scene.files.inner(path) ?? path;
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/no-file",
    message: `there is no ${quoted(shown)}, which \`${variable}\` names`,
    help: variable.startsWith("PLIST") ? "write it, or let `make-plist` do so after a build" : "write it",
  });
  return undefined;
}

function packingList(
  scene: Scene,
  {
    ending,
    ...reading
  }: { readonly ending: string; readonly substitution: Substitution; readonly prefixes: Prefixes },
): PackingListReading | undefined {
  const variable = `PLIST${ending}`;
  const source = fileOf(scene, { variable, need: "needed" });
  return (
    source && readPackingList({ path: variableOf(scene, variable).value.trim(), source }, reading, scene)
  );
}
