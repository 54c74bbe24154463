// Libraries that OpenBSD's base and its X11 bring: a port names them in WANTLIB only, since no other port has them.

import type { SystemDependency } from "../../port/port.ts";
import type { Located } from "../../report.ts";

/** By the name in WANTLIB, what bases elsewhere know them as. What a C library brings stands for nothing. */
const NEUTRAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zlib: "z",
    ncurses: "curses ncurses ncursesw form menu panel termcap termlib",
    openssl: "ssl crypto tls",
    libedit: "edit",
    readline: "readline history",
    expat: "expat",
    sqlite: "sqlite3",
    libpcap: "pcap",
    libevent: "event",
    fuse: "fuse",
    perl: "perl",
    sndio: "sndio",
    flex: "fl l",
    libx11: "X11",
    "libx11-xcb": "X11-xcb",
    libxau: "Xau",
    libxaw: "Xaw",
    libxcb:
      "xcb xcb-render xcb-shm xcb-randr xcb-composite xcb-shape xcb-xfixes xcb-sync xcb-glx xcb-dri2 xcb-dri3 xcb-xkb xcb-present",
    libxcomposite: "Xcomposite",
    libxcursor: "Xcursor",
    libxdamage: "Xdamage",
    libxdmcp: "Xdmcp",
    libxext: "Xext",
    libxfixes: "Xfixes",
    libxft: "Xft",
    libxi: "Xi",
    libxinerama: "Xinerama",
    libxkbfile: "xkbfile",
    libxmu: "Xmu Xmuu",
    libxpm: "Xpm",
    libxrandr: "Xrandr",
    libxrender: "Xrender",
    libxscrnsaver: "Xss",
    libxt: "Xt",
    libxtst: "Xtst",
    libxv: "Xv",
    libxvmc: "XvMC",
    libxxf86vm: "Xxf86vm",
    libsm: "SM",
    libice: "ICE",
    freetype: "freetype",
    fontconfig: "fontconfig",
    pixman: "pixman-1",
    mesa: "GL EGL GLESv2 gbm",
    glu: "GLU",
    libdrm: "drm",
  }).flatMap(([name, libraries]) => libraries.split(" ").map((library) => [library, name] as const)),
);

/** What a base supplies of the libraries in a WANTLIB, each thing once. */
export function baseLibraries(wantlib: readonly Located<string>[]): readonly SystemDependency[] {
  const found = new Map<string, SystemDependency>();
  for (const { value, span } of wantlib) {
    const name = NEUTRAL.get(value.replace(/^.*\//, "").replace(/\.?[<>=].*$/, ""));
    if (name !== undefined && !found.has(name)) found.set(name, { kind: "neutral", name, span });
  }
  return [...found.values()];
}
