// How a port is built: its style, what configure and make are told, and in which folders they run.

import { type Build, type Phase, PLACES, type Style } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import { boxed, placeOf, type Scene, saysNot, saysYes, splitWords, tell, variableOf } from "./scene.ts";
import { type Lowering, lowerScripts } from "./scripts.ts";
import { shellWords } from "./shell-words.ts";
import { buildsWithBuild } from "./usual-commands.ts";

export function lowerBuild(scene: Scene, lowering: Lowering): Build {
  const { value: style, span, isSimple } = styleOf(scene);
  const script = variableOf(scene, "CONFIGURE_SCRIPT").value.trim();
  const skips = skippedPhases(scene);
  return {
    style: { value: style, span },
    configure: [
      ...perlFolders(scene, style),
      ...wordsIn(scene, "CONFIGURE_ARGS"),
      ...(isSimple ? [] : sharedLibraries(scene, style)),
    ],
    make: lowerMake(scene, style),
    scripts: lowerScripts(scene, lowering),
    ...lowerFolders(scene),
    ...(script === "" || script === "configure" ? {} : { configureProgram: script }),
    configureEnvironment: configureEnvironment(scene, style),
    // What imake writes on these bases is for GNU's make alone, and xmkmf starts it itself.
    ...(style === "imake" ? { environment: ["MAKE_DIALECT=gnu"] } : {}),
    // CONFIGURE_ARGS has them, as OpenBSD wants them; a port that says how it is made says where it goes.
    ...(isSimple || SAYS_ALL.includes(style) ? { defaultArguments: "left-out" } : {}),
    ...(skips.length > 0 ? { skips } : {}),
  };
}

/** OpenBSD's libtool makes the libraries that SHARED_LIBS names, of both kinds, whatever the configure script would do. */
function sharedLibraries(scene: Scene, style: Style): readonly string[] {
  const isOurs = style === "gnu" || style === "autoconf";
  if (!isOurs) return [];
  const isSaid = (kind: string) =>
    wordsIn(scene, "CONFIGURE_ARGS").some((word) => new RegExp(`^--(en|dis)able-${kind}`).test(word));
  const isShared = variableOf(scene, "SHARED_LIBS").value.trim() !== "";
  const isOnlyShared = wordsIn(scene, "LIBTOOL_FLAGS").includes("--tag=disable-static");
  const isOpenBSDs = variableOf(scene, "USE_LIBTOOL").value.toLowerCase() !== "gnu";
  return [
    ...(isShared && !isSaid("shared") ? ["--enable-shared"] : []),
    ...(isShared && isOpenBSDs && !isOnlyShared && !isSaid("static") ? ["--enable-static"] : []),
    ...(isOnlyShared && !isSaid("static") ? ["--disable-static"] : []),
  ];
}

/** Where the module puts what either way of building has. */
function perlFolders(scene: Scene, style: Style): readonly string[] {
  if (style !== "perl") return [];
  const [prefix, site] = ["PREFIX", "P5SITE"].map((name) => variableOf(scene, name).value.trim());
  const folders = {
    lib: `${prefix}/${site}`,
    bin: `${prefix}/bin`,
    man1: `${prefix}/man/man1`,
    man3: `${prefix}/man/man3p`,
  };
  const { lib, bin, man1, man3 } = folders;
  if (buildsWithBuild(scene)) {
    const paths = { lib, arch: lib, libdoc: man3, bindoc: man1, bin, script: bin };
    const endings = ["--config", "man1ext=1", "--config", "man3ext=3p"];
    return [
      ...Object.entries(paths).flatMap(([name, path]) => ["--install_path", `${name}=${path}`]),
      ...endings,
    ];
  }
  return [
    ...[`INSTALLSITELIB=${lib}`, `INSTALLSITEARCH=${lib}`, `INSTALLPRIVLIB=${lib}`, `INSTALLARCHLIB=${lib}`],
    ...[`INSTALLSITEMAN1DIR=${man1}`, `INSTALLSITEMAN3DIR=${man3}`, "MAN1EXT=1", "MAN3EXT=3p"],
  ];
}

const SAYS_ALL: readonly Style[] = ["gnu", "autoconf", "make", "imake"];

function wordsIn(scene: Scene, name: string): readonly string[] {
  return shellWords(boxed(scene, scene.evaluation.expand(name) ?? ""));
}

/** Where OpenBSD's imake, told of `-DPorts`, has what others have among the system's own files. */
function imakeFolders(scene: Scene, style: Style): readonly string[] {
  if (style !== "imake") return [];
  const prefix = variableOf(scene, "PREFIX").value.trim();
  const folders = { BINDIR: "bin", LIBDIR: "lib/X11", XAPPLOADDIR: "lib/X11/app-defaults", MANPATH: "man" };
  return [
    ...Object.entries(folders).map(([name, folder]) => `${name}=${prefix}/${folder}`),
    // Pages are called `foo.1`, not `foo.1x`.
    "PROJECTMANSUFFIX=",
  ];
}

function lowerMake(scene: Scene, style: Style): Build["make"] {
  const file = variableOf(scene, "MAKE_FILE").value.trim();
  const root = variableOf(scene, "DESTDIRNAME").value.trim();
  return {
    variables: [...imakeFolders(scene, style), ...withoutLibtool(wordsIn(scene, "MAKE_FLAGS"))],
    targets: wordsIn(scene, "ALL_TARGET"),
    installTargets: wordsIn(scene, "FAKE_TARGET"),
    installVariables: wordsIn(scene, "FAKE_FLAGS"),
    checkTargets: wordsIn(scene, "TEST_TARGET"),
    checkVariables: wordsIn(scene, "TEST_FLAGS"),
    environment: withoutLibtool(wordsIn(scene, "MAKE_ENV")).filter(isOwnAssignment),
    installEnvironment: wordsIn(scene, "FAKE_SETUP").filter((word) => !/^PATH=/.test(word)),
    checkEnvironment: wordsIn(scene, "TEST_ENV").filter(isOwnAssignment),
    ...(file === "" || file === "Makefile" ? {} : { file }),
    ...(root === "" || root === "DESTDIR" ? {} : { fakeRootVariable: root }),
    // The buildbox's `make` is BSD's where there is one.
    program: [saysYes(scene, "USE_GMAKE") ? "gmake" : "make"],
    ...(isParallel(scene) ? {} : { jobs: "one" as const }),
  };
}

/** Bulk builds of OpenBSD's make one job of a port, and more only where it says that it can take them. */
function isParallel(scene: Scene): boolean {
  const properties = splitWords(variableOf(scene, "DPB_PROPERTIES").value);
  return properties.includes("parallel") && saysYes(scene, "PARALLEL_BUILD");
}

/** What the module of the style passes on besides. */
function configureEnvironment(scene: Scene, style: Style): readonly string[] {
  const own = withoutLibtool(wordsIn(scene, "CONFIGURE_ENV")).filter(isOwnAssignment);
  if (style === "imake") return withoutLibtool(wordsIn(scene, "MAKE_ENV")).filter(isOwnAssignment);
  if (style !== "gnu" && style !== "autoconf") return own;
  const value = (name: string) => wordsIn(scene, name).join(" ");
  const given = ["CC", "CFLAGS", "CXX", "CXXFLAGS", "YACC", ...INSTALLERS].map((name) => [name, value(name)]);
  // By its whole path: autoconf takes a name for a file in the source's top folder.
  const set = [...given, ["INSTALL", `${PLACES.tools}/install -c`]].filter(([, text]) => text !== "");
  return [...set.map(([name, text]) => `${name}=${text}`), ...own];
}

const INSTALLERS = ["INSTALL_PROGRAM", "INSTALL_SCRIPT", "INSTALL_DATA", "INSTALL_MAN"];

/** WRKDIST is patched, WRKSRC configured; it is built in WRKBUILD, which may be either or a folder of its own. */
function lowerFolders(scene: Scene): Partial<Build> {
  const [source, patched, built, configured] = ["WRKSRC", "WRKDIST", "WRKBUILD", "WRKCONF"].map((name) =>
    workFolder(scene, name),
  );
  const span = placeOf(scene, ["WRKSRC", "WRKBUILD", "WRKDIST"]);
  const isSeparate = variableOf(scene, "SEPARATE_BUILD").value.trim().toLowerCase() !== "no";
  const folder = isSeparate ? source : built;
  return {
    ...(folder === undefined ? {} : { folder: { value: folder, span } }),
    ...(patched === undefined || patched === folder ? {} : { patchedFolder: patched }),
    ...(configured === undefined || configured === built ? {} : { configureFolder: configured }),
    place: isSeparate ? "folder-beside" : "source-folder",
    ...(isSeparate && built !== undefined ? { buildFolder: built } : {}),
  };
}

/** NO_BUILD leaves the port's own rules for the phase out as well. Nobody is there to answer a test's questions. */
function skippedPhases(scene: Scene): readonly Phase[] {
  return [
    ...(saysNot(scene, "NO_BUILD") ? [] : (["build"] as const)),
    ...(saysNot(scene, "NO_TEST") && saysNot(scene, "TEST_IS_INTERACTIVE") ? [] : (["check"] as const)),
  ];
}

/** OpenBSD's base has a libtool of its own; elsewhere each source's own is used. */
function withoutLibtool(words: readonly string[]): readonly string[] {
  return words.filter((word) => !/^(LIBTOOL|SHARED_LIBS_LOG|LIB.+_LTVERSION|lib.+_ltversion)=/.test(word));
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

/** Below the folder that archives are unpacked in; undefined for what lies elsewhere. */
function workFolder(scene: Scene, variable: string): string | undefined {
  const path = variableOf(scene, variable).value.trim().replace(/\/+$/, "");
  if (path === PLACES.work) return ".";
  return path.startsWith(`${PLACES.work}/`) ? path.slice(PLACES.work.length + 1) : undefined;
}
