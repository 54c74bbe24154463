// What a dialect's recipes count on besides what every base has: programs, laid before all others in the search path.

import type { Port } from "../port/port.ts";
import alias from "./openbsd/alias.sh";
import compiler from "./openbsd/compiler.sh";
import owner from "./openbsd/fake-owner.sh";
import skeleton from "./openbsd/fake-skeleton.sh";
import install from "./openbsd/install.sh";
import libc from "./openbsd/libc.c";
import make from "./openbsd/make.sh";
import pkgSubst from "./openbsd/pkg-subst.sh";
import relocate from "./openbsd/relocate.sh";
import stdlib from "./openbsd/stdlib.h";
import strip from "./openbsd/strip-if-binary.sh";
import unistd from "./openbsd/unistd.h";
import withoutTools from "./openbsd/without-tools.sh";

/** By path below their folder. Scripts begin with `#!`. */
export type Userland = ReadonlyMap<string, string>;

const named = (names: string, text: string) => names.split(" ").map((name) => [name, text] as const);

/**
 * libbsd, and before it what it has not, are linked as archives, so that nothing that is built needs them, and taken from
 * only where something is missing; behind them comes the C library that they need in turn. A shared library keeps what it
 * takes to itself: the archive's variables can't be linked into one otherwise. As OpenBSD's linker does, this one looks
 * into the libraries that libraries need.
 */
const LIBBSD_SPECS = [
  "*link:\n+ --copy-dt-needed-entries %{shared:--exclude-libs libopenbsd.a:libbsd.a:libmd.a}",
  "*lib:\n+ -l:libopenbsd.a -l:libbsd.a -l:libmd.a -lc",
  "",
].join("\n\n");

/** OpenBSD has these in its base, or installs them while a package is faked. */
const OPENBSD: Userland = new Map([
  ...named("cc gcc c++ g++ c99", compiler),
  ...named("chown chgrp", owner),
  ...named("gsed gtar gawk ggrep gegrep gm4 gfind gdate gln gcp gmkdir gstrip gpatch ginstall", alias),
  ...named("install install-wrapper", install),
  ...named("make gmake", make),
  ["fake-skeleton", skeleton],
  ["pkg_subst", pkgSubst],
  ["relocate", relocate],
  ["strip-if-binary", strip],
  ["without-tools", withoutTools],
  ["libbsd.specs", LIBBSD_SPECS],
  ["libc.c", libc],
  ["include/stdlib.h", stdlib],
  ["include/unistd.h", unistd],
]);

const NONE: Userland = new Map();

export function userlandOf({ dialect }: Port): Userland {
  return dialect === "openbsd" ? OPENBSD : NONE;
}
