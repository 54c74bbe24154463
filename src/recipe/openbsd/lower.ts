// From the evaluated variables to the model: the same reading for a tree's bsd.port.mk and for our own.

import { type Flavors, type Patch, type Port, packagingOrder, type Subpackage } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import type { PortRequest } from "../reading.ts";
import { lowerBuild } from "./build.ts";
import { type Family, lowerDependencies } from "./dependencies.ts";
import { lowerDistfiles } from "./distfiles.ts";
import { ignoreText, reportErrors } from "./errors.ts";
import type { Evaluation } from "./evaluation.ts";
import { lowerPackages } from "./packages.ts";
import { placeOf, type Scene, splitWords, subpackagesOf, tell, variableOf, wordsOf } from "./scene.ts";

export type Lowering = {
  readonly request: PortRequest;
  /** Where the user's machine will have the files. */
  readonly prefix: string;
  /** The same Makefile, with PREFIX below the fake root. */
  readonly faked: Evaluation;
};

/** Reports to the scene; the value counts only when it told of no error. */
export function lowerPort(scene: Scene, { request, prefix, faked }: Lowering): Port {
  reportErrors(scene);
  const { ownPlacesOf } = scene.evaluation;
  const release = releaseIn(scene);
  const flavors = flavorsIn(scene);
  const trueFlavors = flavors.chosen.filter((flavor) => flavors.available.includes(flavor));
  const family: Omit<Family, "members"> = {
    pkgpath: request.pkgpath,
    flavors: flavors.chosen,
    trueFlavors,
    isDefault:
      request.flavors === "default" || (flavors.available.length === 0 && flavors.pseudo.length === 0),
    main: ownPlacesOf("SUBPACKAGE").length > 0 ? mainIn(scene).replace(/^-/, "") : "main",
  };
  const { built, dropped } = lowerPackages(scene, { family, prefix });
  const foreign = { ...family, members: [] };
  const ignored = ignoredIn(scene);
  // A port that is not for this machine still has packages: they are told of, not built.
  const packages = built.length > 0 ? built : dropped;
  const homepage = variableOf(scene, "HOMEPAGE").value.trim();
  return {
    ...release,
    dialect: "openbsd",
    pkgpath: request.pkgpath,
    comment: packages[0]?.comment ?? "",
    ...(homepage === "" ? {} : { homepage }),
    flavors,
    packages: inOrder(packages, scene),
    dropped: built.length > 0 ? dropped : [],
    depends: {
      build: lowerDependencies(scene, "BUILD_DEPENDS", foreign),
      test: lowerDependencies(scene, "TEST_DEPENDS", foreign),
      system: [],
    },
    distfiles: lowerDistfiles(scene),
    patches: lowerPatches(scene),
    bases: [],
    prefix,
    build: lowerBuild(scene, { faked, prefix }),
    ...(ignored ? { ignored } : {}),
    permit: {
      package: permitIn(scene, "PERMIT_PACKAGE_FTP", "PERMIT_PACKAGE"),
      distfiles: permitIn(scene, "PERMIT_DISTFILES_FTP", "PERMIT_DISTFILES"),
    },
    network: "fetch",
    limits: {},
    runpath: "auto",
    audit: new Map(),
    span: placeOf(scene, []),
  };
}

/** Of PKGNAME, `foo-1.0`: what follows the first dash before a digit is upstream's version, whatever it ends in. */
export function releaseIn(scene: Scene): Pick<Port, "name" | "version" | "revision" | "epoch"> {
  const { value, span } = variableOf(scene, "PKGNAME");
  // A port may name its packages only.
  const [first = "-"] = subpackagesOf(scene);
  const written = [value, variableOf(scene, `FULLPKGNAME${first}`).value];
  const found = written
    .map((one) => /^(.+?)-([0-9][^-\s]*)/.exec(one.trim()))
    .find((match) => match !== null);
  const [, name = "", version = ""] = found ?? [];
  if (name === "") {
    const message =
      value.trim() === ""
        ? "neither `DISTNAME` nor `PKGNAME` is set"
        : `PKGNAME ${quoted(value.trim())} has no version that begins with a digit`;
    tell(scene, span, {
      code: "openbsd/name",
      message,
      help: "set `PKGNAME` to `stem-version`, like `foo-1.0`",
    });
  }
  const revision = countIn(scene, "REVISION");
  const epoch = countIn(scene, "EPOCH");
  return {
    name,
    version,
    ...(revision === undefined ? {} : { revision }),
    ...(epoch === undefined ? {} : { epoch }),
  };
}

function countIn(scene: Scene, name: string): number | undefined {
  const { value, span } = variableOf(scene, name);
  const text = value.trim();
  if (text === "") return undefined;
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  tell(scene, span, {
    code: "openbsd/name",
    message: `${name} ${quoted(text)} is not a number`,
    help: "write digits only",
  });
  return undefined;
}

/** In the order of FLAVORS, whatever the user's. PSEUDO_FLAVORS were added to FLAVORS. */
function flavorsIn(scene: Scene): Flavors {
  const words = (name: string) => splitWords(variableOf(scene, name).value);
  const pseudo = [...new Set(words("PSEUDO_FLAVORS"))];
  const available = [...new Set(words("FLAVORS"))].filter((flavor) => !pseudo.includes(flavor));
  const wanted = words("FLAVOR");
  return { available, pseudo, chosen: [...available, ...pseudo].filter((flavor) => wanted.includes(flavor)) };
}

/** What a package needs is packed before it, since it is recorded in it. */
function inOrder(packages: readonly Subpackage[], scene: Scene): readonly Subpackage[] {
  const order = packagingOrder(packages);
  if (order.kind === "ordered") return order.packages;
  const [first] = order.loop;
  const names = [...order.loop, first].map(({ name }) => `\`-${name}\``);
  tell(scene, [...first.depends.lib, ...first.depends.run][0]?.span ?? first.span, {
    code: "openbsd/packaging-loop",
    message: `subpackages need each other in a circle: ${names.join(" → ")}`,
    help: "leave one of these dependencies out: each package is recorded in those that need it",
  });
  return packages;
}

function mainIn(scene: Scene): string {
  const [subpackage = "-"] = splitWords(variableOf(scene, "SUBPACKAGE").value);
  return subpackage;
}

/** IGNORE of the subpackage that is asked for; those that a flavor leaves out say nothing of the port. */
function ignoredIn(scene: Scene): Located<string> | undefined {
  const text = ignoreText(variableOf(scene, `IGNORE${mainIn(scene)}`));
  if (text === "" || /^Ignored as FLAVOR contains/.test(text)) return undefined;
  const reasons = ["BROKEN", "ONLY_FOR_ARCHS", "NOT_FOR_ARCHS", "COMES_WITH", "IGNORE"];
  return { value: text, span: placeOf(scene, reasons) };
}

/** `Yes`, or the reason why not. `modern` is where the other spelling says it. */
function permitIn(scene: Scene, variable: string, modern: string): Located<true | string> {
  const { evaluation } = scene;
  const text = (evaluation.expand(variable) ?? evaluation.expand(modern) ?? "").trim();
  const span = placeOf(scene, [variable, modern, "PERMIT_PACKAGE_CDROM"]);
  return {
    value: text.toLowerCase() === "yes" ? true : text.replace(/^"(.*)"$/s, "$1") || "no reason is given",
    span,
  };
}

/** PATCH_LIST in the order of file names; leftovers of patch(1) and empty files are none. */
function lowerPatches(scene: Scene): readonly Patch[] {
  const folder = variableOf(scene, "PATCHDIR").value.trim();
  const strip = /^-p([0-9]{1,2})$/.exec(variableOf(scene, "PATCH_STRIP").value.trim())?.[1] ?? "0";
  const { span } = variableOf(scene, "PATCH_LIST");
  return wordsOf(scene, "PATCH_LIST").flatMap(({ value: pattern }) => {
    const path = pattern.startsWith("/") ? pattern : `${folder}/${pattern}`;
    return scene.files
      .matching(path)
      .filter((file) => !/(\.orig|\.rej|~)$/.test(file) && (scene.files.source(file)?.text.length ?? 0) > 0)
      .flatMap((file) => {
        const inner = scene.files.inner(file);
        return inner === undefined ? [] : [{ path: inner, strip: Number(strip), span }];
      });
  });
}
