// The makefiles that stand in /usr/share/mk on OpenBSD, as far as ports include them.

import own from "./mk/share/bsd.own.mk";
import portArch from "./mk/share/bsd.port.arch.mk";
import port from "./mk/share/bsd.port.mk";
import portSubdir from "./mk/share/bsd.port.subdir.mk";

/** By the name in `.include <name>`. */
export const SYSTEM_MK: ReadonlyMap<string, string> = new Map([
  ["bsd.own.mk", own],
  ["bsd.port.arch.mk", portArch],
  ["bsd.port.mk", port],
  ["bsd.port.subdir.mk", portSubdir],
  // They say how programs are built, which concerns nobody who reads.
  ...["dep", "lib", "man", "obj", "prog", "regress", "subdir", "sys"].map(
    (name) => [`bsd.${name}.mk`, ""] as const,
  ),
]);
