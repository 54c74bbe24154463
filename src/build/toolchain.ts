// Builds for another architecture than the machine's: what configure, CMake, meson and make are told of it.

import { type GuestPath, guestPath } from "../engine/engine.ts";
import type { Arch, Port, Style } from "../port/port.ts";
import { type Environment, TOOLS } from "./environment.ts";

/** A cross compiler's, in the GNU sense: what is built for `host` is compiled on `build`. */
export type Toolchain = {
  /** `x86_64-linux-gnu`: where the compilers run. */
  readonly build: string;
  /** `aarch64-linux-gnu`: where what is built runs. */
  readonly host: string;
  readonly processor: Arch;
};

export function crossToolchain({
  machine,
  target,
}: {
  readonly machine: Arch;
  readonly target: Arch;
}): Toolchain {
  return { build: `${machine}-linux-gnu`, host: `${target}-linux-gnu`, processor: target };
}

/** For meson, which takes no compiler's name from the environment. */
const MESON_FILE = guestPath(`${TOOLS}/cross.ini`);

/** Whether its compiler makes code for the machine alone. */
export function isNativeOnly({ build, depends }: Pick<Port, "build" | "depends">): boolean {
  return (
    build.style.value === "cargo" ||
    depends.system.some((one) => one.kind === "neutral" && one.name === "ghc")
  );
}

/** They have the machine's own compiler, so that what they compile is found out by its architecture. */
const SCRIPT_STYLES: readonly Style[] = ["python", "perl"];

const PROGRAMS = {
  CC: "gcc",
  CXX: "g++",
  AR: "ar",
  AS: "as",
  LD: "ld",
  NM: "nm",
  OBJCOPY: "objcopy",
  OBJDUMP: "objdump",
  RANLIB: "ranlib",
  READELF: "readelf",
  STRIP: "strip",
} as const;

/** Besides the environment of all commands that build. */
export function crossEnvironment(toolchain: Toolchain | undefined, style: Style): Environment {
  if (!toolchain || SCRIPT_STYLES.includes(style)) return {};
  const { build, host } = toolchain;
  return {
    ...Object.fromEntries(Object.entries(PROGRAMS).map(([name, program]) => [name, `${host}-${program}`])),
    // As autoconf's macros, ncurses, perl and others call the compiler of programs that run while it is built.
    CC_FOR_BUILD: "gcc",
    CXX_FOR_BUILD: "g++",
    BUILD_CC: "gcc",
    HOSTCC: "gcc",
    BUILD_MACHINE: build,
    HOST_MACHINE: host,
    CROSS_FILE: MESON_FILE,
    PKG_CONFIG_LIBDIR: `/usr/lib/${host}/pkgconfig:/usr/share/pkgconfig`,
  };
}

/** Files that a build finds beside its tools, by name. */
export function crossFiles(toolchain: Toolchain | undefined): ReadonlyMap<GuestPath, string> {
  if (!toolchain) return new Map();
  const { host, processor } = toolchain;
  const lines = [
    "[binaries]",
    `c = '${host}-gcc'`,
    `cpp = '${host}-g++'`,
    `ar = '${host}-ar'`,
    `strip = '${host}-strip'`,
    "pkgconfig = 'pkg-config'",
    "pkg-config = 'pkg-config'",
    "[properties]",
    "needs_exe_wrapper = true",
    `pkg_config_libdir = '/usr/lib/${host}/pkgconfig:/usr/share/pkgconfig'`,
    "[host_machine]",
    "system = 'linux'",
    `cpu_family = '${processor}'`,
    `cpu = '${processor}'`,
    "endian = 'little'",
    "",
  ];
  return new Map([[MESON_FILE, lines.join("\n")]]);
}

export function configureArguments(toolchain: Toolchain | undefined): readonly string[] {
  return toolchain ? [`--build=${toolchain.build}`, `--host=${toolchain.host}`] : [];
}

/** The compilers come by the environment. */
export function cmakeArguments(toolchain: Toolchain | undefined): readonly string[] {
  return toolchain ? ["-DCMAKE_SYSTEM_NAME=Linux", `-DCMAKE_SYSTEM_PROCESSOR=${toolchain.processor}`] : [];
}

export function mesonArguments(toolchain: Toolchain | undefined): readonly string[] {
  return toolchain ? [`--cross-file=${MESON_FILE}`] : [];
}

/** For makefiles that name their compiler themselves. */
export function makeVariables(toolchain: Toolchain | undefined): readonly string[] {
  if (!toolchain) return [];
  const names = ["CC", "CXX", "AR", "RANLIB", "STRIP"] as const;
  return names.map((name) => `${name}=${toolchain.host}-${PROGRAMS[name]}`);
}
