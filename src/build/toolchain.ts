// Builds for another architecture than the machine's: what configure, CMake, meson and make are told of it.

import { type GuestPath, guestPath } from "../engine/engine.ts";
import type { Arch, Port } from "../port/port.ts";
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
export function isNativeOnly({ depends }: Pick<Port, "depends">): boolean {
  return depends.system.some((one) => one.kind === "neutral" && one.name === "ghc");
}

/** They have the machine's own compiler, so that what they compile is found out by its architecture. */
const SCRIPT_STYLES: readonly string[] = ["python", "perl"];

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
export function crossEnvironment(toolchain: Toolchain | undefined, port: Port): Environment {
  if (!toolchain || SCRIPT_STYLES.includes(port.build.style.value)) return {};
  const { build, host } = toolchain;
  return {
    ...programs(toolchain, port),
    // As autoconf's macros, ncurses, perl and others call the compiler of programs that run while it is built.
    CC_FOR_BUILD: "/usr/bin/gcc",
    CXX_FOR_BUILD: "/usr/bin/g++",
    BUILD_CC: "/usr/bin/gcc",
    HOSTCC: "/usr/bin/gcc",
    BUILD_MACHINE: build,
    HOST_MACHINE: host,
    CROSS_FILE: MESON_FILE,
    ...(port.build.style.value === "cargo" ? cargoVariables(toolchain) : {}),
    PKG_CONFIG_LIBDIR: `/usr/lib/${host}/pkgconfig:/usr/share/pkgconfig`,
  };
}

/** Build scripts and macros run here: only what is built is told, by cargo's own variables. */
function cargoVariables({ host, processor }: Toolchain): Environment {
  const target = `${processor}-unknown-linux-gnu`;
  const linker = `CARGO_TARGET_${target.toUpperCase().replaceAll("-", "_")}_LINKER`;
  return { CARGO_BUILD_TARGET: target, [linker]: `${host}-gcc` };
}

/** OpenBSD's ports have a compiler of their own, which calls the right one. */
function programs({ host }: Toolchain, { dialect }: Port): Environment {
  const all = Object.entries(PROGRAMS).map(([name, program]) => [name, `${host}-${program}`]);
  return { ...Object.fromEntries(all), ...(dialect === "openbsd" ? { CC: "cc", CXX: "c++" } : {}) };
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

/** Scripts that somebody wrote by hand may know nothing of `--host`, and refuse it. */
const TOLD =
  'build=$1 host=$2 program=$3; shift 3; ! grep -q -e --host "$program" || set -- "$build" "$host" "$@"; exec "$program" "$@"';

/** A call of a configure script that has it know for whom it is. */
export function configureCall(
  toolchain: Toolchain | undefined,
  argv: readonly [string, ...string[]],
): readonly [string, ...string[]] {
  if (!toolchain) return argv;
  return ["sh", "-c", TOLD, "sh", `--build=${toolchain.build}`, `--host=${toolchain.host}`, ...argv];
}

/** The compilers come by the environment. */
export function cmakeArguments(toolchain: Toolchain | undefined): readonly string[] {
  return toolchain ? ["-DCMAKE_SYSTEM_NAME=Linux", `-DCMAKE_SYSTEM_PROCESSOR=${toolchain.processor}`] : [];
}

export function mesonArguments(toolchain: Toolchain | undefined): readonly string[] {
  return toolchain ? [`--cross-file=${MESON_FILE}`] : [];
}

/** For makefiles that name their compiler themselves. */
export function makeVariables(toolchain: Toolchain | undefined, port: Port): readonly string[] {
  if (!toolchain) return [];
  const all = programs(toolchain, port);
  return ["CC", "CXX", "AR", "RANLIB", "STRIP"].map((name) => `${name}=${all[name]}`);
}
