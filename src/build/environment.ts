// What is the same in every buildbox, whatever the machine: paths and variables.

import { type GuestPath, guestPath } from "../engine/engine.ts";
import type { HostPath } from "../host/host.ts";
import { type Job, PLACES } from "../port/port.ts";
import { userlandOf } from "./userland.ts";

/** A package that was unpacked on this machine: `folder` holds what belongs at `prefix`. */
export type UnpackedPackage = { readonly folder: HostPath; readonly prefix: string };

/** One that a build stands on. */
export type Dependency = UnpackedPackage & {
  /** Where it has shared libraries for what is built, absolute; none when only the build itself needs it. */
  readonly libraryFolders: readonly string[];
};

/** All that a build has lies below it. */
export const BUILD_FOLDER = guestPath("/build");
/** What lies beside the recipe. */
export const PORT = guestPath(PLACES.port);
/** Archives are unpacked here; the source folder is one in it, or this one itself. */
export const WORK = guestPath(PLACES.work);
/** Where styles that build outside of the source folder do so. */
export const OUTSIDE = guestPath("/build/work/.build");
export const FAKE_ROOT = guestPath(PLACES.fakeRoot);
/** Programs of the dialect's own. */
export const TOOLS = guestPath(PLACES.tools);
export const HOME = guestPath("/build/home");
/** The distfiles, when the recipe's own script extracts them. */
export const DISTFILES = guestPath(PLACES.distfiles);
/** The recipe's scripts, each a file. */
export const HOOK_FILES = guestPath("/build/hooks");

/** What is left of these paths in a package says where it was built, which is nowhere else. */
export const BUILD_FOLDERS: readonly string[] = [PORT, WORK, FAKE_ROOT, HOME, TOOLS, DISTFILES, HOOK_FILES];

/** 1980-01-01, which zip files can hold too: for sources without archive. */
export const EARLIEST_EPOCH = 315_532_800;

export type Environment = Readonly<Record<string, string>>;

export type Setting = {
  readonly dependencies: readonly Dependency[];
  /** Seconds; what tools that print a date take instead of the clock's. */
  readonly sourceDateEpoch: number;
};

/** The whole environment of a command that builds. */
export function buildEnvironment(
  { port, prefix }: Job,
  { dependencies, sourceDateEpoch }: Setting,
): Environment {
  // Packages of one port share theirs.
  const prefixes = [...new Set(dependencies.map((dependency) => dependency.prefix))];
  const below = (...folders: readonly string[]) =>
    prefixes.flatMap((one) => folders.map((folder) => `${one}/${folder}`)).join(":");
  const flags = "-O2 -ffile-prefix-map=/build/work=.";
  const folders = runpathFolders({ port, prefix }, dependencies);
  // CMake has a way of its own, and would add to this one.
  const runpath = port.build.style.value === "cmake" ? [] : folders.map((folder) => `-Wl,-rpath,${folder}`);
  const base = baseEnvironment(prefixes);
  return {
    ...base,
    ...(userlandOf(port).size > 0 ? { PATH: `${TOOLS}:${base["PATH"]}` } : {}),
    ...withoutEmpty({
      CPPFLAGS: prefixes.map((one) => `-I${one}/include`).join(" "),
      LDFLAGS: [...prefixes.map((one) => `-L${one}/lib`), ...runpath].join(" "),
      PKG_CONFIG_PATH: below("lib/pkgconfig", "share/pkgconfig"),
      CMAKE_PREFIX_PATH: prefixes.join(":"),
      ACLOCAL_PATH: below("share/aclocal"),
    }),
    SOURCE_DATE_EPOCH: String(sourceDateEpoch),
    CFLAGS: flags,
    CXXFLAGS: flags,
    RUSTFLAGS: [
      "--remap-path-prefix=/build/work=.",
      "--remap-path-prefix=/build/home=.",
      // What is Rust's own is linked into the program; a folder of libraries is only worth naming where there are some.
      ...(dependencies.some(({ libraryFolders }) => libraryFolders.length > 0) ? runpath : []).map(
        (flag) => `-Clink-arg=${flag}`,
      ),
    ].join(" "),
    PERL_MM_USE_DEFAULT: "1",
    PIP_NO_INDEX: port.network === "build" ? "0" : "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
  };
}

/** Of these a recipe's come behind ours, so that they win over them. */
const FLAGS = ["CPPFLAGS", "CFLAGS", "CXXFLAGS", "LDFLAGS", "RUSTFLAGS"];
/** Of these they are looked into before ours. */
const FOLDERS = [
  "PATH",
  "PKG_CONFIG_PATH",
  "CMAKE_PREFIX_PATH",
  "ACLOCAL_PATH",
  "LD_LIBRARY_PATH",
  "PERL5LIB",
  "PYTHONPATH",
];

/** With a recipe's `NAME=value`: flags and lists of folders are both's, anything else is the recipe's alone. */
export function joined(ours: Environment, assignments: readonly string[]): Environment {
  const whole: Record<string, string> = { ...ours };
  for (const assignment of assignments) {
    const cut = assignment.indexOf("=");
    const [name, value] = [assignment.slice(0, cut), assignment.slice(cut + 1)];
    const own = ours[name];
    if (own !== undefined && FLAGS.includes(name)) whole[name] = [own, value].filter(Boolean).join(" ");
    else if (own !== undefined && FOLDERS.includes(name))
      whole[name] = [value, own].filter(Boolean).join(":");
    else whole[name] = value;
  }
  return whole;
}

/** What programs of the port search libraries in, so that nothing needs LD_LIBRARY_PATH: its own, then dependencies'. */
export function runpathFolders(
  { port, prefix }: Pick<Job, "port" | "prefix">,
  dependencies: readonly Dependency[],
): readonly string[] {
  if (port.runpath !== "auto") return [];
  return [...new Set([`${prefix}/lib`, ...dependencies.flatMap(({ libraryFolders }) => libraryFolders)])];
}

/** In lists of folders an empty element would mean the current one. */
function withoutEmpty(variables: Environment): Environment {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}

/** What every command in a buildbox gets; programs and libraries of the packages at `prefixes` are found. */
export function baseEnvironment(prefixes: readonly string[]): Environment {
  const below = (folder: string) => prefixes.map((one) => `${one}/${folder}`);
  const system = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return {
    PATH: [...below("bin"), ...system].join(":"),
    HOME,
    USER: "build",
    LOGNAME: "build",
    SHELL: "/bin/sh",
    TERM: "dumb",
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    TZ: "UTC",
    PYTHONHASHSEED: "0",
    ...withoutEmpty({
      LD_LIBRARY_PATH: below("lib").join(":"),
      PERL5LIB: below("lib/perl5").join(":"),
      PYTHONPATH: below("lib/python3/dist-packages").join(":"),
    }),
  };
}

/** What the recipe's own scripts get besides; `docs/port.md` lists these. */
export function scriptEnvironment(
  { port, prefix, arch }: Job,
  {
    source,
    parallel,
    dependencies,
  }: Pick<Setting, "dependencies"> & { readonly source: GuestPath; readonly parallel: number },
): Environment {
  return {
    NAME: port.name,
    VERSION: port.version,
    FLAVORS: port.flavors.chosen.join(" "),
    ARCH: arch,
    PREFIX: prefix,
    DESTDIR: FAKE_ROOT,
    SRCDIR: source,
    WORKDIR: WORK,
    PORTDIR: PORT,
    DISTDIR: DISTFILES,
    JOBS: String(parallel),
    RUNPATH: runpathFolders({ port, prefix }, dependencies).join(":"),
  };
}
