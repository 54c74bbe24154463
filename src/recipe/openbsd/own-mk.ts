// Our own bsd.port.mk and the modules most used, for ports that stand in no ports tree.

import libiconvModule from "./mk/converters/libiconv/libiconv.port.mk";
import cargoModule from "./mk/devel/cargo/cargo.port.mk";
import cmakeModule from "./mk/devel/cmake/cmake.port.mk";
import dconfModule from "./mk/devel/dconf/dconf.port.mk";
import gettextModule from "./mk/devel/gettext/gettext.port.mk";
import mesonModule from "./mk/devel/meson/meson.port.mk";
import sconsModule from "./mk/devel/scons/scons.port.mk";
import archDefines from "./mk/infrastructure/mk/arch-defines.mk";
import bsdPortArch from "./mk/infrastructure/mk/bsd.port.arch.mk";
import bsdPort from "./mk/infrastructure/mk/bsd.port.mk";
import commands from "./mk/infrastructure/mk/commands.mk";
import cpanModule from "./mk/infrastructure/mk/cpan.port.mk";
import fetching from "./mk/infrastructure/mk/fetch.mk";
import gnuModule from "./mk/infrastructure/mk/gnu.port.mk";
import imakeModule from "./mk/infrastructure/mk/imake.port.mk";
import modules from "./mk/infrastructure/mk/modules.port.mk";
import perlModule from "./mk/infrastructure/mk/perl.port.mk";
import sites from "./mk/infrastructure/mk/sites.mk";
import luaModule from "./mk/lang/lua/lua.port.mk";
import pythonModule from "./mk/lang/python/python.port.mk";
import tclModule from "./mk/lang/tcl/tcl.port.mk";
import intltoolModule from "./mk/textproc/intltool/intltool.port.mk";
import tkModule from "./mk/x11/tk/tk.port.mk";

/** By path below PORTSDIR. */
export const OWN_MK: ReadonlyMap<string, string> = new Map([
  ["converters/libiconv/libiconv.port.mk", libiconvModule],
  ["devel/cargo/cargo.port.mk", cargoModule],
  ["devel/cmake/cmake.port.mk", cmakeModule],
  ["devel/dconf/dconf.port.mk", dconfModule],
  ["devel/gettext/gettext.port.mk", gettextModule],
  ["devel/meson/meson.port.mk", mesonModule],
  ["devel/scons/scons.port.mk", sconsModule],
  ["infrastructure/mk/arch-defines.mk", archDefines],
  ["infrastructure/mk/bsd.port.arch.mk", bsdPortArch],
  ["infrastructure/mk/bsd.port.mk", bsdPort],
  ["infrastructure/mk/commands.mk", commands],
  ["infrastructure/mk/cpan.port.mk", cpanModule],
  ["infrastructure/mk/fetch.mk", fetching],
  ["infrastructure/mk/gnu.port.mk", gnuModule],
  ["infrastructure/mk/imake.port.mk", imakeModule],
  ["infrastructure/mk/modules.port.mk", modules],
  ["infrastructure/mk/perl.port.mk", perlModule],
  ["infrastructure/mk/sites.mk", sites],
  ["lang/lua/lua.port.mk", luaModule],
  ["lang/python/python.port.mk", pythonModule],
  ["lang/tcl/tcl.port.mk", tclModule],
  ["textproc/intltool/intltool.port.mk", intltoolModule],
  ["x11/tk/tk.port.mk", tkModule],
]);
