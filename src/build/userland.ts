// What a dialect's recipes count on besides what every base has: programs, laid before all others in the search path.

import type { Port } from "../port/port.ts";
import alias from "./openbsd/alias.sh";
import compiler from "./openbsd/compiler.sh";
import owner from "./openbsd/fake-owner.sh";
import skeleton from "./openbsd/fake-skeleton.sh";
import install from "./openbsd/install.sh";
import make from "./openbsd/make.sh";
import pkgSubst from "./openbsd/pkg-subst.sh";
import relocate from "./openbsd/relocate.sh";
import strip from "./openbsd/strip-if-binary.sh";
import withoutTools from "./openbsd/without-tools.sh";

/** By name. Scripts begin with `#!`. */
export type Userland = ReadonlyMap<string, string>;

const named = (names: string, text: string) => names.split(" ").map((name) => [name, text] as const);

/**
 * libbsd is linked as an archive, so that nothing that is built needs it, and taken from only where something is
 * missing. A shared library keeps what it takes to itself: the archive's variables can't be linked into one otherwise.
 * As OpenBSD's linker does, this one looks into the libraries that libraries need.
 */
const LIBBSD_SPECS = [
  "*link:\n+ --copy-dt-needed-entries %{shared:--exclude-libs libbsd.a:libmd.a}",
  "*lib:\n+ -l:libbsd.a -l:libmd.a",
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
]);

const NONE: Userland = new Map();

export function userlandOf({ dialect }: Port): Userland {
  return dialect === "openbsd" ? OPENBSD : NONE;
}
