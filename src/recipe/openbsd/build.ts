// How a port is built: its style, what configure and make are told, and in which folders they run.

import { type Build, PLACES, type Style } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import type { Evaluation } from "./evaluation.ts";
import { boxed, placeOf, type Scene, saysYes, splitWords, tell, variableOf } from "./scene.ts";
import { lowerScripts } from "./scripts.ts";
import { shellWords } from "./shell-words.ts";

export function lowerBuild(scene: Scene, faked: Evaluation): Build {
  const { evaluation } = scene;
  const words = (name: string) => shellWords(boxed(scene, evaluation.expand(name) ?? ""));
  const { value: style, span, isSimple } = styleOf(scene);
  const file = variableOf(scene, "MAKE_FILE").value.trim();
  const script = variableOf(scene, "CONFIGURE_SCRIPT").value.trim();
  const [source, patched] = [workFolder(scene, "WRKSRC"), workFolder(scene, "WRKDIST")];
  const isSeparate = variableOf(scene, "SEPARATE_BUILD").value.trim().toLowerCase() !== "no";
  return {
    style: { value: style, span },
    configure: words("CONFIGURE_ARGS"),
    make: {
      variables: withoutLibtool(scene, words("MAKE_FLAGS")),
      targets: words("ALL_TARGET"),
      installTargets: words("FAKE_TARGET"),
      installVariables: words("FAKE_FLAGS"),
      checkTargets: words("TEST_TARGET"),
      checkVariables: words("TEST_FLAGS"),
      ...(file === "" || file === "Makefile" ? {} : { file }),
      dialect: saysYes(scene, "USE_GMAKE") ? "gnu" : "bsd",
    },
    scripts: lowerScripts(scene, faked),
    ...(source === "" ? {} : { folder: { value: source, span: placeOf(scene, ["WRKSRC", "WRKDIST"]) } }),
    ...(patched === "" || patched === source ? {} : { patchedFolder: patched }),
    environment: withoutLibtool(scene, words("MAKE_ENV")).filter(isOwnAssignment),
    ...(script === "" || script === "configure" ? {} : { configureProgram: script }),
    configureEnvironment: withoutLibtool(scene, words("CONFIGURE_ENV")).filter(isOwnAssignment),
    ...(isSimple ? { defaultArguments: "left-out" } : {}),
    place: isSeparate ? "folder-beside" : "source-folder",
  };
}

/** OpenBSD's base has a libtool of its own; elsewhere each source's own is used. */
function withoutLibtool(scene: Scene, words: readonly string[]): readonly string[] {
  const isGnu = variableOf(scene, "USE_LIBTOOL").value.trim().toLowerCase() === "gnu";
  return isGnu
    ? words
    : words.filter((word) => !/^(LIBTOOL|SHARED_LIBS_LOG|LIB.+_LTVERSION|lib.+_ltversion)=/.test(word));
}

/** The buildbox has its own of these. */
const OF_THE_BOX = ["PATH", "HOME", "PORTSDIR", "DESTDIR", "TMPDIR", "CONFIG_SITE", "COMPILER_VERSION"];

function isOwnAssignment(word: string): boolean {
  const [, name] = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(word) ?? [];
  return name !== undefined && !OF_THE_BOX.includes(name);
}

/** The first that a port's CONFIGURE_STYLE or its modules name; the words beside it are shades of that. */
const STYLES: readonly (readonly [word: string, style: Style])[] = [
  ["cmake", "cmake"],
  ["meson", "meson"],
  ["cargo", "cargo"],
  ["autoreconf", "autoconf"],
  ["autoconf", "autoconf"],
  ["automake", "autoconf"],
  ["gnu", "gnu"],
  ["perl", "perl"],
  ["modbuild", "perl"],
  ["imake", "imake"],
  ["simple", "gnu"],
  ["none", "make"],
];
/** Modules that build a port which says nothing of how it is configured. */
const MODULE_STYLES: readonly (readonly [module: string, style: Style])[] = [
  ["lang/python", "python"],
  ["devel/scons", "scons"],
  ["devel/waf", "waf"],
];

/** `isSimple`: a configure script that takes no arguments but the port's. */
function styleOf(scene: Scene): Located<Style> & { readonly isSimple: boolean } {
  const { value, span } = variableOf(scene, "CONFIGURE_STYLE");
  const words = splitWords(value.toLowerCase());
  const named = STYLES.find(([word]) => words.includes(word));
  if (named) return { value: named[1], span, isSimple: named[0] === "simple" };
  const modules = splitWords(variableOf(scene, "MODULES").value.toLowerCase());
  const brought = MODULE_STYLES.find(([module]) => modules.includes(module));
  if (words.length === 0) return { value: brought?.[1] ?? "make", span, isSimple: false };
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/style",
    message: `CONFIGURE_STYLE ${quoted(value.trim())} is not one that can be built with`,
    help: "give the port rules of its own for `do-configure`, `do-build` and `do-install`",
  });
  return { value: "script", span, isSimple: false };
}

/** Below the folder that archives are unpacked in; empty for that one itself. */
function workFolder(scene: Scene, variable: string): string {
  const path = variableOf(scene, variable).value.trim();
  return path.startsWith(`${PLACES.work}/`) ? path.slice(PLACES.work.length + 1) : "";
}
