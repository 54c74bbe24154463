import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  suppliedFor
} from "./chunk-V57KGXLJ.js";
import {
  guestPath
} from "./chunk-DUQGCMRN.js";
import {
  rt
} from "./chunk-G3IN5NY2.js";
import {
  PLACES,
  isArchive
} from "./chunk-ZEHBRBCQ.js";
import {
  Meter,
  commandLine,
  download,
  unreachable
} from "./chunk-2DPMJAPF.js";
import {
  WorldFailure,
  hostPath,
  joinPath
} from "./chunk-IMGLSV2N.js";
import {
  __callDispose,
  __using
} from "./chunk-A3PTDN6N.js";

// src/build/openbsd/alias.sh
var alias_default = '#!/bin/sh\n# GNU\'s programs under the names that OpenBSD\'s ports have for them, where the base has them as its own.\n. /build/tools/without-tools\nname=${0##*/}\ncommand -v "$name" >/dev/null || name=${name#g}\nexec "$name" "$@"\n';

// src/build/openbsd/compiler.sh
var compiler_default = '#!/bin/sh\n# The base\'s compiler, seeing what OpenBSD\'s C library has besides: strlcpy(3), strtonum(3), getprogname(3), err(3) and\n# the like, from libbsd, and what that has not from an archive of our own, both linked in where they are used. No path of\n# the build gets into what it makes. As with the compilers that these ports were written for, a variable without a value\n# may stand in several files.\n. /build/tools/without-tools\nname=${0##*/}\ntools=/build/tools\nset -- -ffile-prefix-map=/build/work=. -ffile-prefix-map=$tools=. -fcommon "$@"\n# For another architecture its compiler, and its libraries. bmake exports a HOST_MACHINE, too, for this one.\nmachine=${BUILD_MACHINE:+$HOST_MACHINE}\nfor library in /usr/lib/${machine:-*}/libbsd.a /usr/lib/libbsd.a; do\n  [ -f "$library" ] || continue\n  set -- "$@" -isystem $tools/include -isystem /usr/include/bsd -DLIBBSD_OVERLAY -specs=$tools/libbsd.specs -L$tools\n  if [ ! -f $tools/libopenbsd.a ]; then\n    # Beside, then renamed: several compilers may come here at once. The empty ones are in the C library here.\n    made=$(mktemp -d $tools/libopenbsd.XXXXXX) && "${machine:+$machine-}gcc" -O2 -fPIC -c $tools/libc.c -o "$made/libc.o" &&\n      "${machine:+$machine-}ar" rcs "$made/libopenbsd.a" "$made/libc.o" &&\n      for empty in iconv intl execinfo; do "${machine:+$machine-}ar" rcs "$made/lib$empty.a"; done &&\n      mv "$made"/libiconv.a "$made"/libintl.a "$made"/libexecinfo.a "$made"/libopenbsd.a $tools\n    rm -rf "$made"\n  fi\n  break\ndone\ncase ${machine:+$name} in\n  cc | c99 | gcc) name=$machine-gcc ;;\n  c++ | g++) name=$machine-g++ ;;\nesac\ncase $name in\n  cc | c99) command -v "$name" >/dev/null || name=gcc ;;\n  c++) command -v "$name" >/dev/null || name=g++ ;;\nesac\nexec "$name" "$@"\n';

// src/build/openbsd/fake-owner.sh
var fake_owner_default = "#!/bin/sh\n# chown(8) and chgrp(1) while a package is faked: owners are the packing list's business.\nexit 0\n";

// src/build/openbsd/fake-skeleton.sh
var fake_skeleton_default = `#!/bin/sh
# fake-skeleton make|clear PREFIX: the folders that are there before a port installs anything, below the fake root; and
# away with those that stayed empty. As the tree's fake.mtree has them.
set -- "$1" "/build/fake$2"
cd "$2" 2>/dev/null || { mkdir -p "$2" && cd "$2"; }
set -- "$1" bin include/X11 info lib/pkgconfig lib/X11/app-defaults libdata libexec sbin etc/rc.d
for section in 1 2 3 3f 3p 4 5 6 7 8 9 l n; do set -- "$@" "man/man$section"; done
for folder in dict doc/pkg-readmes examples misc pkgconfig skel; do set -- "$@" "share/$folder"; done
for folder in db games log spool; do set -- "$@" "var/$folder"; done
does=$1
shift
case $does in
  make) exec mkdir -p "$@" ;;
  # A port may have removed some itself.
  clear) rmdir -p --ignore-fail-on-non-empty "$@" 2>/dev/null || : ;;
esac
`;

// src/build/openbsd/install.sh
var install_default = `#!/bin/sh
# install(1) as OpenBSD's ports call it while they fake: no owner and no group, since those are the packing list's
# business, and without the options that GNU's does not know or takes for something else. Files stay writable, so that
# what follows can change them.
. /build/tools/without-tools
first=y
for argument; do
  # The arguments are rebuilt one by one at the list's end.
  [ "$first" ] && set --
  first=
  if [ "$skip" ]; then
    skip=
    continue
  fi
  if [ "$mode" ]; then
    mode=
    case $argument in
      444 | 0444) argument=644 ;;
      555 | 0555) argument=755 ;;
    esac
    set -- "$@" -m "$argument"
    continue
  fi
  case $argument in
    --owner=* | --group=*) continue ;;
    --*) set -- "$@" "$argument" ;;
    -?*)
      rest=\${argument#-}
      while [ "$rest" ]; do
        tail=\${rest#?}
        letter=\${rest%"$tail"}
        rest=$tail
        case $letter in
          o | g | f | B)
            [ "$rest" ] || skip=y
            rest=
            ;;
          m)
            if [ "$rest" ]; then
              case $rest in
                444 | 0444) rest=644 ;;
                555 | 0555) rest=755 ;;
              esac
              set -- "$@" -m "$rest"
            else
              mode=y
            fi
            rest=
            ;;
          t)
            if [ "$rest" ]; then set -- "$@" -t "$rest"; else set -- "$@" -t; fi
            rest=
            ;;
          F | S | c) ;;
          # OpenBSD's goes on when there is nothing to strip, as in a script.
          s) set -- "$@" -s --strip-program=/build/tools/strip-if-binary ;;
          *) set -- "$@" "-$letter" ;;
        esac
      done
      ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec install "$@"
`;

// src/build/openbsd/libc.c
var libc_default = "/*\n * What OpenBSD's C library has besides, and libbsd has not, or not as shared libraries need it. Compiled in the\n * buildbox, position-independent, into an archive that is linked where something is missing.\n */\n#include <sys/random.h>\n#include <sys/auxv.h>\n#include <stdlib.h>\n#include <unistd.h>\n#include <getopt.h>\n#undef getopt\n\n/* random(3): sequences that can be had again are what everybody else has. */\nvoid srand_deterministic(unsigned int seed) { srand(seed); }\nvoid srandom_deterministic(unsigned int seed) { srandom(seed); }\nvoid srand48_deterministic(long seed) { srand48(seed); }\nunsigned short *seed48_deterministic(unsigned short seed[3]) { return seed48(seed); }\nvoid lcong48_deterministic(unsigned short p[7]) { lcong48(p); }\n\nvoid srandomdev(void)\n{\n	unsigned int seed = 0;\n	if (getentropy(&seed, sizeof seed) != 0)\n		abort();\n	srandom(seed);\n}\n\n/* pledge(2), unveil(2): promises that this kernel does not hold anybody to. */\nint pledge(const char *promises, const char *execpromises) { return 0; }\nint unveil(const char *path, const char *permissions) { return 0; }\n\nint issetugid(void) { return getauxval(AT_SECURE) != 0; }\n\n/* As libbsd's, whose own reaches for another library's variable in a way that only programs can. */\nint optreset;\nint bsd_getopt(int argc, char *const argv[], const char *options)\n{\n	if (optreset) {\n		optreset = 0;\n		optind = 0;\n	}\n	return getopt(argc, argv, options);\n}\n";

// src/build/openbsd/make.sh
var make_default = '#!/bin/bash\n# make(1), which is BSD\'s where the base has it, unless MAKE_DIALECT says `gnu`; as `gmake`, GNU\'s. Under the name that was\n# asked for, by which makefiles start it again.\nname=${0##*/}\npath=$PATH\n. /build/tools/without-tools\ncase $name-${MAKE_DIALECT:-bsd} in\n  make-bsd) program=$(command -v bmake || command -v make) ;;\n  *) program=$(command -v gmake || command -v make) ;;\nesac\nexport PATH="$path"\n# <bsd.man.mk> of other BSDs installs pages that are formatted already.\nexport MANTARGET="${MANTARGET:-man}"\nexec -a "$name" "${program:?}" "$@"\n';

// src/build/openbsd/pkg-subst.sh
var pkg_subst_default = '#!/bin/sh\n# pkg_subst(1): fills in `${NAME}` for each `-D NAME=value`; `$\\` stands for a dollar. In place, or with `-c` from one\n# file to the next; `-m` is the mode of what is written. Folders and owners (`-B`, `-o`, `-g`) are passed over.\nset -e\nvalues=$(mktemp)\ntrap \'rm -f "$values" "$values.new"\' EXIT\ncopy= mode=\nwhile getopts B:D:cg:him:o: option; do\n  case $option in\n    c) copy=y ;;\n    m) mode=$OPTARG ;;\n    # One value a line: a newline within is written as a control character that no text has.\n    D) printf \'%s\' "$OPTARG" | tr \'\\n\' \'\\001\' >>"$values" && echo >>"$values" ;;\n    B | g | h | i | o) ;;\n    *) exit 1 ;;\n  esac\ndone\nshift $((OPTIND - 1))\n\nfill() {\n  awk \'\n    FILENAME == ARGV[1] {\n      cut = index($0, "=")\n      name = substr($0, 1, cut - 1)\n      sub(/^\\^/, "", name)\n      text = substr($0, cut + 1)\n      gsub(/\\001/, "\\n", text)\n      # As pkg_create(1) takes a value off the command line.\n      if (text ~ /^\'\\\'\'.*\'\\\'\'$/ || text ~ /^".*"$/) text = substr(text, 2, length(text) - 2)\n      value[name] = text\n      next\n    }\n    {\n      done = ""\n      rest = $0\n      while ((at = index(rest, "$")) > 0) {\n        done = done substr(rest, 1, at - 1)\n        rest = substr(rest, at)\n        end = index(rest, "}")\n        name = substr(rest, 3, end - 3)\n        if (substr(rest, 2, 1) == "{" && end > 0 && (name in value)) {\n          done = done value[name]\n          rest = substr(rest, end + 1)\n        } else {\n          done = done "$"\n          rest = substr(rest, substr(rest, 2, 1) == "\\\\" ? 3 : 2)\n        }\n      }\n      print done rest\n    }\' "$values" "$1"\n}\n\nif [ $# = 0 ]; then\n  cat >"$values.new"\n  fill "$values.new"\nfi\nwhile [ $# -gt 0 ]; do\n  from=$1 to=$1\n  if [ "$copy" ]; then\n    to=${2?odd number of files}\n    shift\n  fi\n  fill "$from" >"$values.new"\n  if [ "$copy" ]; then\n    mkdir -p "$(dirname "$to")"\n  else\n    cp -p "$to" "$to.beforesubst"\n  fi\n  # Into the file, so that its mode stays.\n  cat "$values.new" >"$to"\n  [ -z "$mode" ] || chmod "$mode" "$to"\n  shift\ndone\n';

// src/build/openbsd/relocate.sh
var relocate_default = `#!/bin/sh
# relocate FOLDER PREFIX: what is built for OpenBSD lives in /usr/local, and its sources say so in makefiles, default
# paths and documents. Text alone is changed, and no time of change, which makefiles would take for one.
set -e
cd "$1"
stamp=$(mktemp)
grep -rlI '/usr/local' . 2>/dev/null | while IFS= read -r file; do
  [ -L "$file" ] && continue
  touch -r "$file" "$stamp"
  sed "s|/usr/local\\\\([^A-Za-z0-9_-]\\\\)|$2\\\\1|g; s|/usr/local\\$|$2|" "$file" >"$stamp.text"
  # Some archives have their files read-only.
  mode=
  [ -w "$file" ] || mode=u-w
  chmod u+w "$file"
  cat "$stamp.text" >"$file"
  [ -z "$mode" ] || chmod "$mode" "$file"
  touch -r "$stamp" "$file"
done
rm -f "$stamp" "$stamp.text"
`;

// src/build/openbsd/stdlib.h
var stdlib_default = '#include_next <stdlib.h>\n#ifndef TARWRIGHT_STDLIB_H\n#define TARWRIGHT_STDLIB_H\n#ifdef __cplusplus\nextern "C" {\n#endif\nvoid srand_deterministic(unsigned int);\nvoid srandom_deterministic(unsigned int);\nvoid srand48_deterministic(long);\nunsigned short *seed48_deterministic(unsigned short[3]);\nvoid lcong48_deterministic(unsigned short[7]);\nvoid srandomdev(void);\n#ifdef __cplusplus\n}\n#endif\n#endif\n';

// src/build/openbsd/strip-if-binary.sh
var strip_if_binary_default = '#!/bin/sh\n# strip(1) for install(1), which gives up when it is told that a file is no program.\n. /build/tools/without-tools\nmachine=${BUILD_MACHINE:+$HOST_MACHINE}\n"${machine:+$machine-}strip" "$@" 2>/dev/null || :\n';

// src/build/openbsd/unistd.h
var unistd_default = '#include_next <unistd.h>\n#ifndef TARWRIGHT_UNISTD_H\n#define TARWRIGHT_UNISTD_H\n#ifdef __cplusplus\nextern "C" {\n#endif\nint pledge(const char *, const char *);\nint unveil(const char *, const char *);\nint issetugid(void);\n#ifdef __cplusplus\n}\n#endif\n#endif\n';

// src/build/openbsd/without-tools.sh
var without_tools_default = '# Sourced by the programs beside it: takes their folder out of the search path, wherever a makefile has put it, so that\n# they find the ones that they stand for.\nrest=$PATH:\nPATH=\nwhile [ "$rest" ]; do\n  folder=${rest%%:*}\n  rest=${rest#*:}\n  [ "$folder" = /build/tools ] || PATH=${PATH:+$PATH:}$folder\ndone\n';

// src/build/userland.ts
var named = (names, text) => names.split(" ").map((name) => [name, text]);
var LIBBSD_SPECS = [
  "*link:\n+ --copy-dt-needed-entries %{shared:--exclude-libs libopenbsd.a:libbsd.a:libmd.a}",
  "*lib:\n+ -l:libopenbsd.a -l:libbsd.a -l:libmd.a -lc",
  ""
].join("\n\n");
var OPENBSD = new Map([
  ...named("cc gcc c++ g++ c99", compiler_default),
  ...named("chown chgrp", fake_owner_default),
  ...named("gsed gtar gawk ggrep gegrep gm4 gfind gdate gln gcp gmkdir gstrip gpatch ginstall", alias_default),
  ...named("install install-wrapper", install_default),
  ...named("make gmake", make_default),
  ["fake-skeleton", fake_skeleton_default],
  ["pkg_subst", pkg_subst_default],
  ["relocate", relocate_default],
  ["strip-if-binary", strip_if_binary_default],
  ["without-tools", without_tools_default],
  ["libbsd.specs", LIBBSD_SPECS],
  ["libc.c", libc_default],
  ["include/stdlib.h", stdlib_default],
  ["include/unistd.h", unistd_default]
]);
var NONE = /* @__PURE__ */ new Map();
function userlandOf({ dialect }) {
  return dialect === "openbsd" ? OPENBSD : NONE;
}

// src/build/environment.ts
var BUILD_FOLDER = guestPath("/build");
var PORT = guestPath(PLACES.port);
var WORK = guestPath(PLACES.work);
var OUTSIDE = guestPath("/build/work/.build");
var FAKE_ROOT = guestPath(PLACES.fakeRoot);
var TOOLS = guestPath(PLACES.tools);
var HOME = guestPath("/build/home");
var DISTFILES = guestPath(PLACES.distfiles);
var HOOK_FILES = guestPath("/build/hooks");
var BUILD_FOLDERS = [PORT, WORK, FAKE_ROOT, HOME, TOOLS, DISTFILES, HOOK_FILES];
var EARLIEST_EPOCH = 315532800;
function buildEnvironment({ port, prefix }, { dependencies, sourceDateEpoch }) {
  const prefixes = [...new Set(dependencies.map((dependency) => dependency.prefix))];
  const below2 = (...folders2) => prefixes.flatMap((one) => folders2.map((folder) => `${one}/${folder}`)).join(":");
  const flags = "-O2 -ffile-prefix-map=/build/work=.";
  const folders = runpathFolders({ port, prefix }, dependencies);
  const runpath = port.build.style.value === "cmake" ? [] : folders.map((folder) => `-Wl,-rpath,${folder}`);
  const base = baseEnvironment(prefixes);
  return {
    ...base,
    ...userlandOf(port).size > 0 ? { PATH: `${TOOLS}:${base["PATH"]}` } : {},
    ...withoutEmpty({
      CPPFLAGS: prefixes.map((one) => `-I${one}/include`).join(" "),
      LDFLAGS: [...prefixes.map((one) => `-L${one}/lib`), ...runpath].join(" "),
      PKG_CONFIG_PATH: below2("lib/pkgconfig", "share/pkgconfig"),
      CMAKE_PREFIX_PATH: prefixes.join(":"),
      ACLOCAL_PATH: below2("share/aclocal")
    }),
    SOURCE_DATE_EPOCH: String(sourceDateEpoch),
    CFLAGS: flags,
    CXXFLAGS: flags,
    RUSTFLAGS: [
      "--remap-path-prefix=/build/work=.",
      "--remap-path-prefix=/build/home=.",
      // What is Rust's own is linked into the program; a folder of libraries is only worth naming where there are some.
      ...(dependencies.some(({ libraryFolders }) => libraryFolders.length > 0) ? runpath : []).map(
        (flag) => `-Clink-arg=${flag}`
      )
    ].join(" "),
    PERL_MM_USE_DEFAULT: "1",
    PIP_NO_INDEX: port.network === "build" ? "0" : "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1"
  };
}
var FLAGS = ["CPPFLAGS", "CFLAGS", "CXXFLAGS", "LDFLAGS", "RUSTFLAGS"];
var FOLDERS = [
  "PATH",
  "PKG_CONFIG_PATH",
  "CMAKE_PREFIX_PATH",
  "ACLOCAL_PATH",
  "LD_LIBRARY_PATH",
  "PERL5LIB",
  "PYTHONPATH"
];
function joined(ours, assignments) {
  const whole = { ...ours };
  for (const assignment of assignments) {
    const cut = assignment.indexOf("=");
    const [name, value] = [assignment.slice(0, cut), assignment.slice(cut + 1)];
    const own = ours[name];
    if (own !== void 0 && FLAGS.includes(name)) whole[name] = [own, value].filter(Boolean).join(" ");
    else if (own !== void 0 && FOLDERS.includes(name))
      whole[name] = [value, own].filter(Boolean).join(":");
    else whole[name] = value;
  }
  return whole;
}
function runpathFolders({ port, prefix }, dependencies) {
  if (port.runpath !== "auto") return [];
  return [.../* @__PURE__ */ new Set([`${prefix}/lib`, ...dependencies.flatMap(({ libraryFolders }) => libraryFolders)])];
}
function withoutEmpty(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}
function baseEnvironment(prefixes) {
  const below2 = (folder) => prefixes.map((one) => `${one}/${folder}`);
  const system = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"];
  return {
    PATH: [...below2("bin"), ...system].join(":"),
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
      LD_LIBRARY_PATH: below2("lib").join(":"),
      PERL5LIB: below2("lib/perl5").join(":"),
      PYTHONPATH: below2("lib/python3/dist-packages").join(":")
    })
  };
}
function scriptEnvironment({ port, prefix, arch }, {
  source,
  parallel,
  dependencies
}) {
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
    RUNPATH: runpathFolders({ port, prefix }, dependencies).join(":")
  };
}

// src/build/toolchain.ts
function crossToolchain({
  machine,
  target
}) {
  return { build: `${machine}-linux-gnu`, host: `${target}-linux-gnu`, processor: target };
}
var MESON_FILE = guestPath(`${TOOLS}/cross.ini`);
function isNativeOnly({ depends }) {
  return depends.system.some((one) => one.kind === "neutral" && one.name === "ghc");
}
var SCRIPT_STYLES = ["python", "perl"];
var PROGRAMS = {
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
  STRIP: "strip"
};
function crossEnvironment(toolchain, port) {
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
    ...port.build.style.value === "cargo" ? cargoVariables(toolchain) : {},
    PKG_CONFIG_LIBDIR: `/usr/lib/${host}/pkgconfig:/usr/share/pkgconfig`
  };
}
function cargoVariables({ host, processor }) {
  const target = `${processor}-unknown-linux-gnu`;
  const linker = `CARGO_TARGET_${target.toUpperCase().replaceAll("-", "_")}_LINKER`;
  return { CARGO_BUILD_TARGET: target, [linker]: `${host}-gcc` };
}
function programs({ host }, { dialect }) {
  const all = Object.entries(PROGRAMS).map(([name, program]) => [name, `${host}-${program}`]);
  return { ...Object.fromEntries(all), ...dialect === "openbsd" ? { CC: "cc", CXX: "c++" } : {} };
}
function crossFiles(toolchain) {
  if (!toolchain) return /* @__PURE__ */ new Map();
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
    ""
  ];
  return /* @__PURE__ */ new Map([[MESON_FILE, lines.join("\n")]]);
}
var TOLD = 'build=$1 host=$2 program=$3; shift 3; ! grep -q -e --host "$program" || set -- "$build" "$host" "$@"; exec "$program" "$@"';
function configureCall(toolchain, argv) {
  if (!toolchain) return argv;
  return ["sh", "-c", TOLD, "sh", `--build=${toolchain.build}`, `--host=${toolchain.host}`, ...argv];
}
function cmakeArguments(toolchain) {
  return toolchain ? ["-DCMAKE_SYSTEM_NAME=Linux", `-DCMAKE_SYSTEM_PROCESSOR=${toolchain.processor}`] : [];
}
function mesonArguments(toolchain) {
  return toolchain ? [`--cross-file=${MESON_FILE}`] : [];
}
function makeVariables(toolchain, port) {
  if (!toolchain) return [];
  const all = programs(toolchain, port);
  return ["CC", "CXX", "AR", "RANLIB", "STRIP"].map((name) => `${name}=${all[name]}`);
}

// src/build/bench.ts
async function runCommand({ buildbox, log, report }, exec, signal) {
  const [program, ...args] = exec.argv;
  const command2 = commandLine({ program, args });
  report({ kind: "command-started", command: command2 });
  await log.write(Buffer.from(`$ ${command2}
`));
  const stop = new AbortController();
  const running = buildbox.start(plainly(exec), AbortSignal.any([signal, stop.signal]));
  running.stdin.end();
  try {
    await Promise.all([running.stdout, running.stderr].map((stream) => copyToLog(stream, { log, report })));
  } catch (error) {
    stop.abort();
    await running.exit;
    throw error;
  }
  return troubleOf(await running.exit, exec.argv);
}
async function copyInto(bench, copies, signal) {
  for (const { from, to, owner } of copies) {
    const copied = await bench.buildbox.copyIn(from, to, owner, signal);
    const trouble = await troubleOfCopy(copied, ["cp", "-R", from, to], bench);
    if (trouble) return trouble;
  }
  return void 0;
}
async function troubleOfCopy(copied, argv, { log }) {
  const trouble = troubleOf(copied, argv);
  if (trouble?.kind === "command-failed") {
    await log.write(Buffer.from(`$ ${trouble.command}
${copied.said ?? ""}
`));
  }
  return trouble;
}
async function layPackages(bench, packages, signal) {
  if (packages.length === 0) return void 0;
  const copies = packages.map(
    ({ folder, prefix }) => ({ from: folder, to: guestPath(prefix), owner: "root" })
  );
  const prefixes = packages.map(({ prefix }) => prefix);
  const open = {
    argv: ["chmod", "-R", "u+rwX,go+rX", ...prefixes],
    cwd: guestPath("/"),
    env: baseEnvironment([]),
    user: "root"
  };
  return await copyInto(bench, copies, signal) ?? troubleOf(await quietly(bench, open, signal), open.argv);
}
async function ask({ buildbox }, argv, signal) {
  const answer = [];
  const exec = { argv, cwd: guestPath("/"), env: baseEnvironment([]), user: "build" };
  const exit = await buildbox.run(
    exec,
    (chunk, stream) => void (stream === "stdout" ? answer.push(Buffer.from(chunk)) : 0),
    signal
  );
  return exit.kind === "exited" && exit.status === 0 ? Buffer.concat(answer).toString() : void 0;
}
async function quietly({ buildbox, log }, exec, signal) {
  const said = [];
  const exit = await buildbox.run(exec, (chunk) => void said.push(chunk), signal);
  await log.write(Buffer.concat(said));
  return exit;
}
async function copyToLog(stream, { log, report }) {
  for await (const chunk of stream) {
    report({ kind: "output", chunk });
    await log.write(chunk);
  }
}
function troubleOf(exit, argv) {
  const [program, ...args] = argv;
  switch (exit.kind) {
    case "engine-died":
    case "aborted":
      return exit;
    case "exited":
      if (exit.status === 0) return void 0;
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
    default:
      return { kind: "command-failed", command: commandLine({ program, args }), exit };
  }
}
function plainly(exec) {
  return { ...exec, argv: ["sh", "-c", 'umask 022; exec "$@" 2>&1', "sh", ...exec.argv] };
}

// src/build/workplace.ts
function namedFolders({ folder, patchedFolder }) {
  const patched = patchedFolder ?? folder?.value;
  return {
    ...folder ? { source: inWork(folder.value) } : {},
    ...patched === void 0 ? {} : { patched: inWork(patched) }
  };
}
function inWork(path2) {
  return guestPath(path2 === "." || path2 === "" ? WORK : `${WORK}/${path2}`);
}
function configureFolder({ configureFolder: path2 }) {
  return path2 === void 0 ? void 0 : inWork(path2);
}
function placeIn({ style, place, buildFolder }, source) {
  const usual = ["cmake", "meson"].includes(style.value) ? "folder-beside" : "source-folder";
  if ((place ?? usual) === "source-folder") return source;
  return buildFolder === void 0 ? OUTSIDE : guestPath(`${WORK}/${buildFolder}`);
}
function makeProgram({ program: [program = "make", ...args] = [] }) {
  return [program, ...args];
}
async function missingFolder({ phase, folder }, { build, bench }, signal) {
  const named2 = build.folder;
  if (!named2 || await ask(bench, ["test", "-d", folder], signal) !== void 0) return void 0;
  if (signal.aborted) return { kind: "aborted", phase };
  const found = await ask(bench, ["ls", WORK], signal) ?? "";
  const names = found.split("\n").filter(Boolean);
  return { kind: "no-folder", phase, folder: folder.slice(WORK.length + 1), found: names, span: named2.span };
}

// src/build/styles.ts
var UNCONFIGURED = ["make", "script", "manifest", "meta"];
function unusedOptions({ build }, options) {
  const { value: style, span } = build.style;
  if (options.length === 0 || !UNCONFIGURED.includes(style)) return [];
  const message = `style \`${style}\` has nothing that takes configure options: they would have no effect`;
  const help = "leave them out, or choose what they should do with a flavor";
  return [{ severity: "error", code: "build/unused-options", blame: "request", message, span, help }];
}
function styleCommands(phase, facts) {
  const { port, prefix } = facts.job;
  const { build } = port;
  if (build.skips?.includes(phase)) return [];
  const { source, place, makeProgram: makeProgram2 } = facts;
  const table = STYLE_TABLE[build.style.value]({
    build,
    prefix,
    source,
    place,
    makeProgram: makeProgram2,
    jobs: `-j${facts.parallel}`,
    options: [...build.configure, ...facts.configureOptions],
    variables: build.make.variables,
    targets: build.make.targets,
    runpath: port.runpath,
    runpathFolders: runpathFolders(facts.job, facts.dependencies),
    toolchain: facts.toolchain,
    port,
    offline: port.network === "build" ? [] : ["--offline"]
  });
  const env = phaseEnvironment(phase, build);
  return (table[phase] ?? []).map((command2) => ({ ...command2, env: [...env, ...command2.env ?? []] }));
}
function phaseEnvironment(phase, { make: make2, configureEnvironment = [] }) {
  const { environment = [], checkEnvironment = [], installEnvironment = [] } = make2;
  switch (phase) {
    case "configure":
      return configureEnvironment;
    case "build":
      return environment;
    case "check":
      return [...environment, ...checkEnvironment];
    case "fake":
      return [...environment, ...installEnvironment];
    default:
      return unreachable(phase);
  }
}
var DESTDIR = `DESTDIR=${FAKE_ROOT}`;
function run(program, ...args) {
  return { argv: [program, ...args] };
}
function shell(script, ...args) {
  return run("sh", "-ec", script, "sh", ...args);
}
function make(facts, install = ["install"]) {
  const { installTargets = install, checkTargets = ["check"], fakeRootVariable, ...told } = facts.build.make;
  const { buildVariables = [], checkVariables = [], installVariables = [] } = told;
  const { variables, targets } = facts;
  const jobs = jobsOfMake(facts);
  const root = `${fakeRootVariable ?? "DESTDIR"}=${FAKE_ROOT}`;
  return {
    build: [makeRun(facts, ...jobs, ...variables, ...buildVariables, ...targets)],
    check: [makeRun(facts, ...jobs, ...checkTargets, ...variables, ...checkVariables)],
    fake: [makeRun(facts, ...installTargets, root, ...variables, ...installVariables)]
  };
}
function jobsOfMake({ jobs }) {
  return jobs === "-j1" ? [] : [jobs];
}
function makeRun({ build, place, makeProgram: makeProgram2 }, ...args) {
  const { file } = build.make;
  const named2 = file === void 0 ? [] : ["-f", file];
  return { argv: [...makeProgram2, ...named2, ...args], folder: place };
}
function configureArgv({ build, source, place }) {
  const [program = "configure", ...rest] = (build.configureProgram ?? "configure").split(/\s+/).filter(Boolean);
  if (rest.length > 0 || program.startsWith("/")) return [program, ...rest];
  const name = program.replace(/^\.\//, "");
  return [place === source ? `./${name}` : `${source}/${name}`];
}
function usually({ build }, args) {
  return build.defaultArguments === "left-out" ? [] : args;
}
function gnu(facts) {
  const prefix = usually(facts, [`--prefix=${facts.prefix}`]);
  const argv = configureCall(facts.toolchain, [...configureArgv(facts), ...prefix, ...facts.options]);
  return { configure: [{ argv, folder: configureFolder(facts.build) ?? facts.place }], ...make(facts) };
}
function cmake(facts) {
  const { build, prefix, source, place, jobs, options, variables, targets } = facts;
  const rpath = {
    auto: [`-DCMAKE_INSTALL_RPATH=${facts.runpathFolders.join(";")}`],
    keep: [],
    none: ["-DCMAKE_SKIP_INSTALL_RPATH=ON"]
  }[facts.runpath];
  const usual = [
    ...[`-DCMAKE_INSTALL_PREFIX=${prefix}`, "-DCMAKE_INSTALL_LIBDIR=lib"],
    ...[
      "-DCMAKE_BUILD_TYPE=Release",
      ...cmakeArguments(facts.toolchain),
      ...rpath,
      "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF"
    ],
    "-DFETCHCONTENT_FULLY_DISCONNECTED=ON"
  ];
  const configure = ["-S", source, "-B", place, ...usually(facts, usual), ...options];
  const { buildVariables = [], installVariables = [], installTargets = ["install"] } = build.make;
  const native = (...more) => {
    const all = [...variables, ...more];
    return all.length > 0 ? ["--", ...all] : [];
  };
  const building = (names, ...args) => run("cmake", "--build", place, ...names.flatMap((name) => ["--target", name]), ...args);
  const isPlain = installVariables.length === 0 && installTargets.join(" ") === "install";
  const install = isPlain ? run("cmake", "--install", place) : building(installTargets, ...native(...installVariables));
  return {
    configure: [run("cmake", ...configure)],
    build: [building(targets, jobs, ...native(...buildVariables))],
    check: [run("ctest", "--test-dir", place, "--output-on-failure", jobs)],
    fake: [{ ...install, env: [DESTDIR] }]
  };
}
function meson(facts) {
  const { prefix, source, place, jobs, options, targets } = facts;
  const cross = mesonArguments(facts.toolchain);
  const setup = [`--prefix=${prefix}`, "--libdir=lib", "--buildtype=release", "--wrap-mode=nodownload"];
  return {
    configure: [run("meson", "setup", ...cross, ...usually(facts, setup), ...options, place, source)],
    build: [run("meson", "compile", "-C", place, jobs, ...targets)],
    check: [run("meson", "test", "-C", place, "--print-errorlogs")],
    fake: [{ ...run("meson", "install", "-C", place, "--no-rebuild"), env: [DESTDIR] }]
  };
}
function makefile(facts) {
  const prefixes = usually(facts, [`PREFIX=${facts.prefix}`, `prefix=${facts.prefix}`]);
  return make({
    ...facts,
    variables: [...makeVariables(facts.toolchain, facts.port), ...prefixes, ...facts.variables]
  });
}
function imake(facts) {
  const folders = usually(facts, [`BINDIR=${facts.prefix}/bin`, `MANPATH=${facts.prefix}/share/man`]);
  const variables = [...makeVariables(facts.toolchain, facts.port), ...folders, ...facts.variables];
  return {
    // imake runs what it compiles.
    configure: [{ ...run("xmkmf", "-a", ...facts.options), env: facts.toolchain ? ["CC=gcc"] : [] }],
    ...make({ ...facts, variables }, ["install", "install.man"])
  };
}
function python({ prefix, options }) {
  const quiet = ["--no-deps", "--no-cache-dir"];
  const settings = options.map((option) => `--config-settings=${option}`);
  const wheel = ["wheel", ...quiet, "--no-build-isolation", "--wheel-dir", OUTSIDE, ...settings, "."];
  const install = 'for wheel in "$0"/*.whl; do set -- "$@" "$(basename "$wheel" | cut -d- -f1)"; done; exec python3 -m pip install "$@"';
  const from = ["--no-index", `--find-links=${OUTSIDE}`, "--ignore-installed", "--no-warn-script-location"];
  const into = [`--root=${FAKE_ROOT}`, `--prefix=${prefix}`, "--no-compile"];
  return {
    build: [run("python3", "-m", "pip", ...wheel)],
    fake: [
      {
        ...run("sh", "-ec", install, OUTSIDE, ...quiet, ...from, ...into),
        env: ["DEB_PYTHON_INSTALL_LAYOUT=deb_system"]
      }
    ]
  };
}
function perl(facts) {
  const { build, prefix, options, makeProgram: makeProgram2, variables } = facts;
  const { buildVariables = [], installVariables = [], checkVariables = [] } = build.make;
  const makefile2 = "[ -f Makefile.PL ]";
  const made = (words, module) => shell(`if ${makefile2}; then exec "$@"; else exec ./Build ${module}; fi`, ...makeProgram2, ...words);
  const configure = `if ${makefile2}; then
    exec perl Makefile.PL INSTALL_BASE="$@" NO_PACKLIST=1 NO_PERLLOCAL=1
  else exec perl Build.PL --create_packlist 0 --install_base "$@"; fi`;
  return {
    configure: [shell(configure, prefix, ...options)],
    build: [made([...jobsOfMake(facts), ...variables, ...buildVariables], "")],
    check: [made(["test", ...variables, ...checkVariables], "test")],
    fake: [made(["install", DESTDIR, ...variables, ...installVariables], `install --destdir ${FAKE_ROOT}`)]
  };
}
function scons(facts) {
  const { build, prefix, jobs, options, variables, targets } = facts;
  const all = [...usually(facts, [`PREFIX=${prefix}`, `prefix=${prefix}`]), ...options, ...variables];
  const { buildVariables = [], installVariables = [], installTargets = ["install"] } = build.make;
  return {
    build: [run("scons", jobs, ...all, ...buildVariables, ...targets)],
    fake: [run("scons", ...installTargets, DESTDIR, ...all, ...installVariables)]
  };
}
function waf(facts) {
  const { build, prefix, jobs, options, variables, targets } = facts;
  const usual = usually(facts, [`--prefix=${prefix}`, `--libdir=${prefix}/lib`]);
  const { buildVariables = [], installVariables = [], installTargets = ["install"] } = build.make;
  const python2 = (...args) => run("python3", "./waf", ...args);
  return {
    configure: [python2("configure", ...usual, ...options)],
    build: [python2("build", jobs, ...variables, ...buildVariables, ...targets)],
    fake: [python2(...installTargets, `--destdir=${FAKE_ROOT}`, ...variables, ...installVariables)]
  };
}
function cargo({ prefix, jobs, options, offline }) {
  const locked = ["--locked", ...offline, jobs, ...options];
  const into = ["--path", ".", "--no-track", "--root", `${FAKE_ROOT}${prefix}`];
  return {
    build: [run("cargo", "build", "--release", ...locked)],
    check: [run("cargo", "test", "--release", ...locked)],
    fake: [run("cargo", "install", ...into, ...locked)]
  };
}
var STYLE_TABLE = {
  gnu,
  autoconf: (facts) => {
    const { configure = [], ...rest } = gnu(facts);
    return { configure: [run("autoreconf", "-fi"), ...configure], ...rest };
  },
  cmake,
  meson,
  make: makefile,
  imake,
  python,
  perl,
  scons,
  waf,
  cargo,
  script: () => ({}),
  manifest: ({ prefix }) => ({
    fake: [shell('mkdir -p "$1" && cp -R -P -p . "$1"', `${FAKE_ROOT}${prefix}`)]
  }),
  meta: () => ({})
};

// src/build/distfiles.ts
import { pipeline } from "node:stream/promises";

// src/build/debian-pool.ts
async function archivesOf(host, aptFolder) {
  const below2 = joinPath(aptFolder, "sources.list.d");
  const names = await host.list(below2) ?? [];
  const lines = [joinPath(aptFolder, "sources.list"), ...endingIn(".list", below2, names)];
  const stanzas = endingIn(".sources", below2, names);
  const sources = [
    ...await Promise.all(lines.map(async (file) => parseLines(await host.readText(file) ?? ""))),
    ...await Promise.all(stanzas.map(async (file) => parseStanzas(await host.readText(file) ?? "")))
  ].flat();
  const found = /* @__PURE__ */ new Map();
  for (const { uris, components, signedBy } of sources) {
    for (const uri of await mirrorsBehind(host, uris)) {
      if (!isDistribution(uri, signedBy)) continue;
      const all = found.get(uri) ?? /* @__PURE__ */ new Set();
      for (const component of components) all.add(component);
      found.set(uri, all);
    }
  }
  const archives = [...found].map(([uri, components]) => ({ uri, components: [...components] }));
  return archives.filter(({ components }) => components.includes("main"));
}
function endingIn(suffix, folder, names) {
  return names.filter((name) => name.endsWith(suffix)).map((name) => joinPath(folder, name));
}
function isDistribution(uri, signedBy) {
  const last = new URL(uri).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return /^(debian|ubuntu)(-[a-z-]+)?$/.test(last) || /(debian|ubuntu)-archive-keyring/.test(signedBy);
}
function parseLines(text) {
  return text.split("\n").flatMap((line) => {
    const match = /^\s*deb(?:-src)?\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (!match) return [];
    const [, options = "", uri = "", , components = ""] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? "";
    return [{ uris: [uri], components: wordsOf(components), signedBy }];
  });
}
function parseStanzas(text) {
  const kept = text.split("\n").filter((line) => !line.startsWith("#"));
  return kept.join("\n").split(/\n\s*\n/).flatMap((stanza) => {
    const fields = /* @__PURE__ */ new Map();
    for (const [, key = "", value = ""] of stanza.matchAll(/^([^\s:]+):((?:.*)(?:\n[ \t]+.*)*)/gm)) {
      fields.set(key.toLowerCase(), value.trim());
    }
    const field = (key) => fields.get(key) ?? "";
    if (!/\bdeb(-src)?\b/.test(field("types")) || /^(no|false|off|0)$/i.test(field("enabled"))) return [];
    return [
      {
        uris: wordsOf(field("uris")),
        components: wordsOf(field("components")),
        signedBy: field("signed-by")
      }
    ];
  });
}
function wordsOf(text) {
  return text.split(/\s+/).filter((word) => word !== "");
}
async function mirrorsBehind(host, uris) {
  const lists = await Promise.all(
    uris.map(async (uri) => {
      const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(uri)?.[1];
      if (list === void 0) return [uri];
      const text = await host.readText(hostPath(list)) ?? "";
      return text.split("\n").map((line) => line.replace(/#.*/, "").trim().split(/\s/)[0] ?? "");
    })
  );
  return lists.flat().filter((uri) => /^https?:\/\/./.test(uri) && URL.canParse(uri)).map((uri) => `${uri.replace(/\/+$/, "")}/`);
}
function poolUrls(archives, file) {
  const source = /^([a-z0-9][a-z0-9+.-]+)_[A-Za-z0-9.+~_-]+$/.exec(file)?.[1];
  if (source === void 0) return [];
  const initial = source.startsWith("lib") ? source.slice(0, 4) : source.slice(0, 1);
  return archives.flatMap(({ uri, components }) => {
    const pool = /\/debian-security\/$/.test(uri) ? "pool/updates" : "pool";
    return components.map((component) => new URL(`${pool}/${component}/${initial}/${source}/${file}`, uri));
  });
}

// src/build/distfiles.ts
var PARALLEL = 3;
async function keepDistfile(file, { sha256, cache }, host) {
  const kept = joinPath(cache, "sha256", sha256);
  await host.makeFolder(joinPath(kept, ".."));
  await host.rename(file, kept);
  return kept;
}
async function fetchDistfiles(distfiles, setting, signal) {
  const results = new Array(distfiles.length);
  const queue = distfiles.entries();
  const worker = async () => {
    for (const [at, distfile] of queue) results[at] = await fetchOne(distfile, setting, signal);
  };
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
  if (signal.aborted) return { kind: "aborted" };
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  const failures = results.filter((result) => "attempts" in result);
  if (failures.length > 0) return { kind: "failed", failures };
  return { kind: "fetched", files: results.filter((result) => "file" in result) };
}
async function fetchOne(distfile, setting, signal) {
  const [key] = distfile.digests;
  const folder = key && joinPath(setting.cache, key.algorithm);
  const kept = key && folder && joinPath(folder, key.hex);
  const stored = key ? `distfile-${key.algorithm}-${key.hex}` : "";
  const attempts = [];
  const firstFar = distfile.urls.find(isFar);
  for (const url of distfile.urls) {
    if (url === firstFar && kept && await isCached(distfile, { kept, stored }, setting)) {
      return { distfile, file: kept };
    }
    for (const place of await placesOf(url, setting)) {
      const got = folder && kept ? await bring(place, { distfile, kept, folder, setting }, signal) : undigested(place);
      if (got.kind === "got") {
        if (place.kind === "web") await setting.host.store.keep(stored, got.file);
        return { distfile, file: got.file };
      }
      attempts.push({ from: place.from, why: got });
      if (got.kind === "unasked") {
        setting.report({ kind: "note", message: `\`${place.from}\` is passed over: ${got.why}` });
      }
      if (place.kind === "file") return { distfile, attempts };
    }
  }
  return { distfile, attempts };
}
function isFar({ kind }) {
  return kind === "web" || kind === "debian";
}
async function isCached(distfile, { kept, stored }, { host }) {
  if (await isRight(kept, distfile, host)) return true;
  return await host.store.restore(stored, kept) === "restored" && await isRight(kept, distfile, host);
}
function undigested(place) {
  if (place.kind === "none") return place.why;
  if (place.kind === "file") return { kind: "got", file: place.file };
  throw new Error(`a distfile from the web without digest: ${place.from}`);
}
async function placesOf(url, setting) {
  const { host, portFolder, aptFolder } = setting;
  switch (url.kind) {
    case "web":
      return [addressPlace(url.url)];
    case "file":
      return [await filePlace(url.path, hostPath(url.path), host)];
    case "port":
      return [await portPlace(url.path, portFolder, host)];
    case "debian": {
      const from = `debian:${url.file}`;
      const archives = await archivesOf(host, aptFolder);
      const places = poolUrls(archives, url.file).map(webPlace);
      if (places.length > 0) return places;
      const why = archives.length === 0 ? `no archive of Debian or Ubuntu is configured in \`${aptFolder}\`` : `\`${url.file}\` is not the name of a source file, such as \`foo_1.2.orig.tar.gz\``;
      return [{ kind: "none", from, why: { kind: "no-pool", why } }];
    }
    default:
      return unreachable(url);
  }
}
function addressPlace(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  if (!url) return { kind: "none", from: text, why: { kind: "unasked", why: "it is no address" } };
  const place = webPlace(url);
  if (/^https?:$/.test(url.protocol)) return place;
  const why = `\`${url.protocol}\` is not spoken here, only \`https:\` and \`http:\``;
  return { kind: "none", from: place.from, why: { kind: "unasked", why } };
}
function webPlace(url) {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return { kind: "web", from: shown.href, url };
}
async function filePlace(from, file, host) {
  const real = await host.realPath(file);
  if (real === void 0 || (await host.status(real))?.kind !== "file") {
    return { kind: "none", from, why: { kind: "absent" } };
  }
  return { kind: "file", from, file: real };
}
async function portPlace(path2, portFolder, host) {
  const folder = await host.realPath(portFolder) ?? portFolder;
  const inside = (file) => file.startsWith(`${folder}/`);
  const wanted = joinPath(folder, path2);
  const place = inside(wanted) ? await filePlace(path2, wanted, host) : void 0;
  if (place?.kind === "none") return place;
  if (place?.kind === "file" && inside(place.file)) return place;
  return { kind: "none", from: path2, why: { kind: "outside-port" } };
}
async function bring(place, { distfile, kept, folder, setting }, signal) {
  if (place.kind === "none") return place.why;
  const { host, report } = setting;
  const own = await host.makeTemporary(".fetching-", folder);
  const part = joinPath(own, "part");
  const leftOver = hostPath(`${kept}.part`);
  try {
    if (place.kind === "file") {
      const meter = new Meter(distfile);
      await pipeline(host.readStream(place.file), meter.through(), host.writeStream(part, "new"), { signal });
      const wrong = differenceOf(distfile, meter.received());
      if (wrong) return wrong;
    } else {
      await moveIfThere(leftOver, part, host);
      const trouble = await downloadRight(place.url, { wanted: distfile, part, host, report }, signal);
      if (trouble) return trouble;
    }
    const { sizeBytes } = await host.status(part) ?? { sizeBytes: 0 };
    await host.rename(part, kept);
    report({ kind: "progress", what: distfile.file, done: sizeBytes, total: sizeBytes, unit: "bytes" });
    return { kind: "got", file: kept };
  } finally {
    if (place.kind === "web") await moveIfThere(part, leftOver, host);
    await host.remove(own);
  }
}
async function moveIfThere(from, to, host) {
  try {
    await host.rename(from, to);
  } catch (error) {
    if (!(error instanceof WorldFailure && error.code === "ENOENT")) throw error;
  }
}
async function downloadRight(url, setting, signal) {
  const { wanted: distfile, part, host } = setting;
  const answer = await download(url, setting, signal);
  const wrong = answer.kind === "received" ? differenceOf(distfile, answer.received) : answer;
  if (wrong?.kind !== "wrong-size" && wrong?.kind !== "wrong-digest") return wrong;
  await host.remove(part);
  if (answer.kind === "received" && answer.pieces === "several") return downloadRight(url, setting, signal);
  return wrong;
}
async function isRight(file, distfile, host) {
  const status = await host.status(file);
  if (status?.kind !== "file") return false;
  const meter = new Meter(distfile);
  for await (const chunk of host.readStream(file)) meter.add(chunk);
  if (differenceOf(distfile, meter.received()) === void 0) return true;
  await host.remove(file);
  return false;
}
function differenceOf({ sizeBytes, digests }, received) {
  if (sizeBytes !== void 0 && received.sizeBytes !== sizeBytes) {
    return { kind: "wrong-size", found: received.sizeBytes, expected: sizeBytes };
  }
  for (const [at, expected] of digests.entries()) {
    const found = received.digests[at]?.hex ?? "";
    if (found !== expected.hex) return { kind: "wrong-digest", expected, found };
  }
  return void 0;
}

// src/build/distfiles-explained.ts
function explainFetch(failures) {
  return failures.map(({ distfile, attempts }) => {
    const rest = attempts.map((attempt) => `
  ${sentenceOf(attempt)}`).join("");
    const verdict = verdictOf(distfile, attempts);
    return { severity: "error", ...verdict, message: `${verdict.message}${rest}` };
  });
}
function verdictOf({ file, span, digestSpan, sizeSpan }, attempts) {
  const kinds = new Set(attempts.map(({ why }) => why.kind));
  if (kinds.has("wrong-digest")) {
    return {
      code: "build/wrong-digest",
      blame: "recipe",
      message: `\`${file}\` has another digest than the recipe says`,
      help: "find out from upstream which one is right: mend the digest, or remove the place that serves another file",
      span: digestSpan
    };
  }
  if (kinds.has("wrong-size")) {
    return {
      code: "build/wrong-size",
      blame: "recipe",
      message: `\`${file}\` has another size than the recipe says`,
      help: "find out from upstream which one is right: mend the size, or remove the place that serves another file",
      span: sizeSpan ?? span
    };
  }
  if (kinds.has("truncated")) {
    return {
      code: "build/truncated-download",
      blame: "world",
      message: `the download of \`${file}\` was cut off each time`,
      help: "run it again: it goes on where it was cut off; or add a mirror to the recipe",
      span
    };
  }
  if (kinds.has("outside-port")) {
    return {
      code: "build/outside-port",
      blame: "recipe",
      message: `\`${file}\` is not inside the port's folder`,
      help: "a path of a distfile stays below the folder of the recipe, links included; copy the file there",
      span
    };
  }
  if (attempts.length > 0 && attempts.every(({ why }) => why.kind === "unasked")) {
    return {
      code: "build/unavailable",
      blame: "recipe",
      message: `\`${file}\` has no place that can be asked`,
      help: "add a place that begins with `https://` to the recipe",
      span
    };
  }
  const mine = attempts.every(({ why }) => why.kind === "absent");
  return {
    code: "build/unavailable",
    blame: mine ? "recipe" : "world",
    message: `\`${file}\` is at none of its places`,
    help: mine ? "put the file there, or mend the path" : "check the network, or add a mirror to the recipe",
    span
  };
}
function sentenceOf({ from, why }) {
  return `\`${from}\`: ${reasonOf(why)}`;
}
function reasonOf(why) {
  switch (why.kind) {
    case "unreachable":
      return `no answer: ${why.why}`;
    case "status":
      return `the server answers ${why.status}`;
    case "truncated":
      return `cut off after ${why.found} of ${why.expected ?? "an unknown number of"} bytes`;
    case "wrong-size":
      return `expected ${why.expected} bytes, found ${why.found}`;
    case "wrong-digest":
      return `expected ${why.expected.algorithm} ${why.expected.hex}, found ${why.found}`;
    case "absent":
      return "there is no such file";
    case "outside-port":
      return "leads out of the port's folder";
    case "no-pool":
    case "unasked":
      return why.why;
    default:
      return unreachable(why);
  }
}

// src/build/guise.c
var guise_default = `/* Loaded before every program of a build that is done again: another time, and folders in another order.
   What upstream's makefiles let into their results of either, the comparison then shows. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#undef readdir64

/* More than a year, and another day of the month and the week, hour, minute and second. */
#define LATER ((time_t)398 * 24 * 3600 + 6 * 3600 + 23 * 60 + 7)

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

time_t time(time_t *out) {
  static time_t (*real)(time_t *);
  if (!real) real = (time_t (*)(time_t *))next("time");
  time_t now = real(NULL) + LATER;
  if (out) *out = now;
  return now;
}

int clock_gettime(clockid_t clock, struct timespec *out) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))next("clock_gettime");
  int status = real(clock, out);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == 5 /* CLOCK_REALTIME_COARSE */)) out->tv_sec += LATER;
  return status;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
  static int (*real)(struct timeval *, void *);
  if (!real) real = (int (*)(struct timeval *, void *))next("gettimeofday");
  int status = real(out, zone);
  if (status == 0) out->tv_sec += LATER;
  return status;
}

/* Who waits until a time of ours would wait for more than a year. A monotonic clock never comes near that. */
static const struct timespec *earlier(const struct timespec *until, struct timespec *room) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))next("clock_gettime");
  if (real(CLOCK_REALTIME, room) != 0 || until->tv_sec < room->tv_sec + LATER / 2) return until;
  *room = *until;
  room->tv_sec -= LATER;
  return room;
}

int pthread_cond_timedwait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
  static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (!real)
    real = (int (*)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *))next("pthread_cond_timedwait");
  struct timespec room;
  return real(cond, mutex, earlier(until, &room));
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  static int (*real)(sem_t *, const struct timespec *);
  if (!real) real = (int (*)(sem_t *, const struct timespec *))next("sem_timedwait");
  struct timespec room;
  return real(semaphore, earlier(until, &room));
}

/* A folder that is read: its entries, last first. On 64 bits both kinds of entry are one. */
struct listing {
  DIR *folder;
  struct dirent **entries;
  size_t left;
  struct listing *next;
};

static struct listing *listings;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void forget(DIR *folder) {
  pthread_mutex_lock(&lock);
  for (struct listing **at = &listings; *at; at = &(*at)->next) {
    struct listing *found = *at;
    if (found->folder != folder) continue;
    *at = found->next;
    if (found->entries) {
      for (size_t n = 0; found->entries[n]; n++) free(found->entries[n]);
      free(found->entries);
    }
    free(found);
    break;
  }
  pthread_mutex_unlock(&lock);
}

static struct listing *listing_of(DIR *folder) {
  static struct dirent *(*real)(DIR *);
  if (!real) real = (struct dirent * (*)(DIR *)) next("readdir");
  pthread_mutex_lock(&lock);
  struct listing *found = listings;
  while (found && found->folder != folder) found = found->next;
  if (!found && (found = calloc(1, sizeof *found))) {
    size_t room = 64, count = 0;
    found->folder = folder;
    found->entries = malloc(room * sizeof *found->entries);
    for (struct dirent *entry; found->entries && (entry = real(folder));) {
      struct dirent *copy = malloc(sizeof *copy);
      if (!copy) break;
      /* A kernel's entry ends with its name: no more than d_reclen bytes may be read. */
      memcpy(copy, entry, entry->d_reclen < sizeof *copy ? entry->d_reclen : sizeof *copy);
      if (count + 2 > room) {
        struct dirent **more = realloc(found->entries, (room *= 2) * sizeof *more);
        if (!more) break;
        found->entries = more;
      }
      found->entries[count++] = copy;
    }
    if (found->entries) found->entries[count] = NULL;
    found->left = count;
    found->next = listings;
    listings = found;
  }
  pthread_mutex_unlock(&lock);
  return found;
}

struct dirent *readdir(DIR *folder) {
  struct listing *found = listing_of(folder);
  return found && found->entries && found->left > 0 ? found->entries[--found->left] : NULL;
}

#ifdef __GLIBC__
struct dirent64 *readdir64(DIR *folder) { return (struct dirent64 *)readdir(folder); }
#endif

void rewinddir(DIR *folder) {
  static void (*real)(DIR *);
  if (!real) real = (void (*)(DIR *))next("rewinddir");
  forget(folder);
  real(folder);
}

int closedir(DIR *folder) {
  static int (*real)(DIR *);
  if (!real) real = (int (*)(DIR *))next("closedir");
  forget(folder);
  return real(folder);
}
`;

// src/build/guise.ts
var HOST_NAMES = { usual: "tarwright", other: "elsewhere" };
var NO_GUISE = { environment: {}, varied: [] };
var FOLDER = guestPath(`${BUILD_FOLDER}/guise`);
async function makeGuise(bench, host, signal) {
  const folder = await host.makeTemporary("guise-");
  try {
    await host.writeFile(joinPath(folder, "guise.c"), guise_default);
    const trouble = await copyInto(bench, [{ from: folder, to: FOLDER, owner: "build" }], signal);
    if (trouble) return HOST_NAME_ONLY;
  } finally {
    await host.remove(folder);
  }
  const library = guestPath(`${FOLDER}/guise.so`);
  const script = 'cc -O1 -shared -fPIC -o "$1" guise.c -ldl && ! LD_PRELOAD="$1" true 2>&1 | grep -q .';
  const exit = await quietly(
    bench,
    { argv: ["/bin/sh", "-c", script, "sh", library], cwd: FOLDER, env: baseEnvironment([]), user: "build" },
    signal
  );
  if (exit.kind !== "exited" || exit.status !== 0) {
    const message = "there is no compiler in the buildbox: its time and the order of its folders stay the same";
    bench.report({ kind: "note", message });
    return HOST_NAME_ONLY;
  }
  return { environment: { LD_PRELOAD: library }, varied: ["host-name", "time", "folder-order"] };
}
var HOST_NAME_ONLY = { environment: {}, varied: ["host-name"] };

// src/build/log.ts
import { once } from "node:events";
import { finished } from "node:stream/promises";
var TAIL_BYTES = 16384;
var TAIL_LINES = 80;
var GATHERED_BYTES = 65536;
var GATHERED_MS = 500;
async function openLog(file, host) {
  await host.makeFolder(joinPath(file, ".."));
  const stream = host.writeStream(file, "new");
  const failures = [];
  stream.on("error", (error) => void failures.push(error));
  const refuse = () => {
    for (const failure of failures) throw failure;
  };
  let gathered = [];
  let gatheredBytes = 0;
  let flushed = host.now();
  let end = Buffer.alloc(0);
  const flush = () => {
    const all = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    flushed = host.now();
    end = Buffer.concat([end, all.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES);
    return stream.write(all);
  };
  return {
    file,
    write: async (chunk) => {
      refuse();
      gathered.push(chunk);
      gatheredBytes += chunk.length;
      const isDue = gatheredBytes >= GATHERED_BYTES || host.now() - flushed >= GATHERED_MS;
      if (isDue && !flush()) await once(stream, "drain");
    },
    tail: () => {
      flush();
      return lastLines(end.toString("utf8"));
    },
    close: async () => {
      refuse();
      flush();
      stream.end();
      await finished(stream);
    }
  };
}
function lastLines(text) {
  const plain = text.replace(/\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)|.)/g, "").replace(/\r+\n/g, "\n").replace(/[^\n]*\r/g, "").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
  return plain.trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
}

// src/build/unpack.ts
import { Readable } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";

// src/build/archive.ts
import path from "node:path";
var MOST_TROUBLES = 10;
var ArchiveInspector = class {
  #parser;
  #troubles = [];
  #tops = /* @__PURE__ */ new Set();
  #unreadable;
  #newest = 0;
  constructor() {
    this.#parser = new rt({ strict: false, brotli: false, zstd: false });
    this.#parser.on("entry", (entry) => this.#see(entry));
    this.#parser.on("ignoredEntry", (entry) => this.#see(entry));
    this.#parser.on("warn", (code, message) => {
      if (code !== "TAR_ENTRY_INFO") this.#unreadable = { kind: "unreadable", why: String(message) };
    });
  }
  /** Returns once the headers in this piece are judged: hand it on only when there are no troubles. */
  inspect(chunk) {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.write(chunk);
  }
  end() {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.end();
  }
  get isClean() {
    return this.#troubles.length === 0 && !this.#unreadable;
  }
  get inspected() {
    const troubles = this.#unreadable ? [...this.#troubles, this.#unreadable] : this.#troubles;
    return { troubles, tops: [...this.#tops], newest: this.#newest };
  }
  #trouble(trouble) {
    if (this.#troubles.length < MOST_TROUBLES) this.#troubles.push(trouble);
  }
  #see(entry) {
    const { path: member, type, linkpath = "", mtime } = entry;
    entry.resume();
    if (leaves(member)) this.#trouble({ kind: "leaves", member });
    const target = type === "SymbolicLink" ? path.posix.join(path.posix.dirname(member), linkpath) : linkpath;
    if (linkpath.startsWith("/") || leaves(path.posix.normalize(target))) {
      this.#trouble({ kind: "link-leaves", member, target: linkpath });
    }
    const name = SPECIAL.get(type);
    if (name !== void 0) this.#trouble({ kind: "special", member, type: name });
    const [top = "", ...rest] = member.split("/").filter((part) => part !== "." && part !== "");
    if (top !== "" && (rest.length > 0 || type === "Directory")) this.#tops.add(top);
    const seconds = Math.floor((mtime?.getTime() ?? 0) / 1e3);
    if (FILES.includes(type) && seconds > this.#newest) this.#newest = seconds;
  }
};
var FILES = ["File", "OldFile", "ContiguousFile"];
var SPECIAL = /* @__PURE__ */ new Map([
  ["CharacterDevice", "a device"],
  ["BlockDevice", "a device"],
  ["FIFO", "a pipe"]
]);
function leaves(name) {
  return name.startsWith("/") || name.split("/").includes("..");
}

// src/build/hints.ts
var DISK_FULL = /No space left on device|Disk quota exceeded|Wrote only \d+ of \d+ bytes/;
function tellsDiskFull(printed) {
  return DISK_FULL.test(printed);
}
var COMMON = /* @__PURE__ */ new Set(["check", "config", "file", "linux", "make", "screen"]);
function isTelling(word) {
  return word.length > 2 && !COMMON.has(word.toLowerCase());
}
var HINTS = [
  {
    pattern: DISK_FULL,
    help: () => "the disk is full: free some space where the buildbox lies, then run it again"
  },
  {
    pattern: /internal compiler error|Segmentation fault signal terminated program|Killed signal terminated program/,
    help: () => "the compiler itself broke down: give it more memory, fewer jobs (`--jobs 1`) or less to optimise"
  },
  {
    pattern: /\.\/configure: (?:not found|No such file)/,
    help: () => "the source has no `configure`: say `style: autoconf` if it is to be made, or another style"
  },
  {
    pattern: /fatal error: ([^\s:]+): No such file or directory/,
    help: ([, header = ""], job) => `the base lacks the header \`${header}\`: ${declareIt("the library that has it", header, job)}`
  },
  {
    pattern: /(?:cannot find|could not find) -l([^\s:]+)/i,
    help: ([, library = ""], job) => `the base lacks the library \`${library}\`: ${declareIt("it", library, job)}`
  },
  {
    pattern: /(?:(?:No p|P)ackage '([^']+)'(?:, required by '[^']+', not)? found|Dependency "?([^\s"]+)"? not found|Could NOT find ([A-Za-z0-9_]+))/,
    help: ([, package_, dependency, found], job) => {
      const name = package_ ?? dependency ?? found ?? "";
      const orPort = job.port.dialect === "gobolinux" ? "" : ", or its port under `depends.lib`";
      return `\`${name}\` is not there: ${declareIt("it", name, job)}${orPort}`;
    }
  },
  {
    pattern: /configure: error: (?:cannot|could not|can't) find (?:the )?([A-Za-z0-9][A-Za-z0-9_+-]*)/i,
    help: ([, name = ""], job) => `\`${name}\` is not there: ${declareIt("it", name, job)}`
  },
  {
    // "ncurses support missing/incomplete", "GNU Parted requires libuuid": the authors of scripts have words of their own.
    pattern: /(?:configure: error:|CMake Error at .*:\n|meson\.build:[0-9:]+ ERROR:)\s*(\S.*)/,
    help: ([, words = ""], job) => {
      const names = words.split(/[^A-Za-z0-9+]+/).filter(isTelling);
      const name = names.find((word) => suppliedFor(word) !== void 0);
      return name && `\`${name}\` may not be there: ${declareIt("it", name, job)}`;
    }
  },
  {
    pattern: /(?:^|: )([A-Za-z0-9_.+-]+): (?:command not found|not found)$/m,
    help: ([, tool = ""], job) => `the base lacks the program \`${tool}\`: ${declareIt("the package that has it", tool, job)}`
  },
  {
    // CMake's ExternalProject, which many use for what find_package() did not find.
    pattern: /Performing download step \([^)]*\) for '([^']+)'/,
    help: ([, name = ""], job) => `\`${name}\` would be downloaded: ${declareIt("it", name, job)}`
  },
  {
    pattern: /Could not resolve host|Temporary failure in name resolution|Network is unreachable/,
    help: () => "a build has no network: list what it downloads under `distfiles`, or say `network: build`"
  }
];
function declareIt(what, missing, { port }) {
  if (port.dialect !== "gobolinux") return `name ${what} under \`depends.system\``;
  const stem = missing.replace(/\/.*/s, "").replace(/\.h(?:pp|h)?$/, "");
  const name = suppliedFor(stem)?.neutral;
  const once2 = name === void 0 ? "" : `, or build with \`--need ${name}\``;
  return `add ${what} to \`Resources/Dependencies\`${once2}`;
}
function hintFor(tail, exit, job) {
  if (deniedPaths(tail).some((path2) => isAbout(path2, job.prefix))) {
    return `the prefix \`${job.prefix}\` itself can't be written to: install into \`$DESTDIR$PREFIX\``;
  }
  for (const { pattern, help } of HINTS) {
    const match = [...tail.matchAll(new RegExp(pattern, `${pattern.flags}g`))].at(-1);
    const told = match && help(match, job);
    if (told !== void 0) return told;
  }
  const killed = exit.kind === "killed" ? exit.signal === "SIGKILL" : exit.kind === "exited" && exit.status === 137;
  return killed ? "it was killed, most likely for want of memory: raise `limits.memory`, or use fewer jobs" : void 0;
}
function deniedPaths(tail) {
  const lines = tail.split("\n").filter((line) => /Permission denied|Read-only file system/.test(line));
  return lines.flatMap((line) => line.match(/\/[^\s'"`:\u2018\u2019]+/g) ?? []);
}
function isAbout(path2, prefix) {
  return `${path2}/`.startsWith(`${prefix}/`) || `${prefix}/`.startsWith(`${path2}/`);
}

// src/build/unpack.ts
async function unpackArchive(bench, unpacking, signal) {
  const { file, host } = unpacking;
  const format = formatOf(await host.readRange(file, 0, 6));
  if (format === "zip") return await unpackZip(bench, unpacking, signal);
  const decoder = DECODERS[format];
  return await flow(bench, { ...unpacking, ...decoder ? { decoder } : {}, input: "file" }, signal);
}
function formatOf(start) {
  const hex = start.toString("hex");
  return MAGIC.find(([magic]) => hex.startsWith(magic))?.[1] ?? "tar";
}
var MAGIC = [
  ["1f8b", "gzip"],
  // compress(1); gzip reads it too.
  ["1f9d", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a00", "xz"],
  // Of the older format only the usual properties can be told: lc=3, lp=0, pb=2.
  ["5d0000", "lzma"],
  ["28b52ffd", "zstd"],
  ["4c5a4950", "lzip"],
  ["504b0304", "zip"]
];
var DECODERS = {
  gzip: ["gzip", "-dc"],
  bzip2: ["bzip2", "-dc"],
  xz: ["xz", "-dc"],
  lzma: ["xz", "-dc", "--format=lzma"],
  zstd: ["zstd", "-dcq"],
  // xz reads lzip's files from version 5.4 on, and is there more often.
  lzip: ["sh", "-c", "command -v lzip >/dev/null && exec lzip -dc; exec xz -dc"],
  tar: void 0
};
async function unpackZip(bench, unpacking, signal) {
  const { file, env } = unpacking;
  const archive = guestPath(`${BUILD_FOLDER}/archive.zip`);
  const beside = `${BUILD_FOLDER}/archive`;
  const copied = await copyInto(bench, [{ from: file, to: archive, owner: "build" }], signal);
  if (copied) return copied;
  const names = await namesInZip(bench, { archive, env }, signal);
  if (names.kind !== "names") return names;
  const leaving = names.names.filter(leaves).map((member) => ({ kind: "leaves", member }));
  if (leaving.length > 0) return { kind: "archive-wrong", troubles: leaving };
  const script = 'unzip -qq -o "$1" -d "$2" >&2 || test $? = 1; tar -C "$2" -cf - .; rm -rf "$1" "$2"';
  return await flow(
    bench,
    { ...unpacking, decoder: ["sh", "-ec", script, "sh", archive, beside], input: "none" },
    signal
  );
}
async function namesInZip({ buildbox, log }, { archive, env }, signal) {
  const exec = { argv: ["unzip", "-Z1", archive], cwd: BUILD_FOLDER, env, user: "build" };
  const chunks = [];
  const errors = [];
  const exit = await buildbox.run(
    exec,
    (chunk, stream) => void (stream === "stdout" ? chunks : errors).push(Buffer.from(chunk)),
    signal
  );
  const said = Buffer.concat(errors);
  await log.write(said);
  const trouble = troubleOf(exit, exec.argv);
  if (trouble) return unreadable(trouble, said.toString());
  return { kind: "names", names: Buffer.concat(chunks).toString().split("\n") };
}
async function flow(bench, flowing, signal) {
  const { file, name, into, env, host, decoder, input } = flowing;
  const { buildbox, log, report } = bench;
  const quoted = commandOf([name]);
  const command2 = decoder ? `${commandOf(decoder)} < ${quoted} | tar -xf -` : `tar -xf ${quoted}`;
  report({ kind: "command-started", command: command2 });
  await log.write(Buffer.from(`$ ${command2}
`));
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const tar = { argv: ["tar", "-xof", "-"], cwd: into, env, user: "build" };
  const unpacking = buildbox.start(plainly(tar), either);
  const decoding = decoder && buildbox.start({ argv: decoder, cwd: BUILD_FOLDER, env, user: "build" }, either);
  const inspector = new ArchiveInspector();
  const archive = input === "file" ? host.readStream(file) : Readable.from([]);
  const said = decoding ? textOf(decoding.stderr) : "";
  try {
    await Promise.all([
      decoding && feed(archive, decoding.stdin),
      passOn(decoding?.stdout ?? archive, inspector, unpacking),
      copyToLog(unpacking.stdout, { log, report }),
      copyToLog(unpacking.stderr, { log, report })
    ]);
  } catch (error) {
    stop.abort();
    await Promise.all([unpacking.exit, decoding?.exit]);
    throw error;
  }
  const decoded = decoder && decoding && troubleOf(await decoding.exit, decoder);
  const unpacked = troubleOf(await unpacking.exit, tar.argv);
  await log.write(Buffer.from(await said));
  if (signal.aborted) return { kind: "aborted" };
  if (decoded) return unreadable(decoded, await said);
  const { inspected } = inspector;
  if (inspected.troubles.length > 0) return { kind: "archive-wrong", troubles: inspected.troubles };
  if (unpacked?.kind === "command-failed") return { ...unpacked, command: command2 };
  return unpacked ?? { kind: "unpacked", inspected };
}
function unreadable(trouble, said) {
  if (trouble.kind !== "command-failed") return trouble;
  const { exit } = trouble;
  if (exit.kind !== "exited" || exit.status >= 126 || tellsDiskFull(said)) return trouble;
  return { kind: "archive-wrong", troubles: [{ kind: "unreadable", why: said.trim().split("\n")[0] ?? "" }] };
}
async function textOf(stream) {
  let text = "";
  for await (const chunk of stream) text = (text + String(chunk)).slice(0, 4096);
  return text;
}
async function passOn(source, inspector, { stdin }) {
  for await (const chunk of source) {
    inspector.inspect(chunk);
    if (inspector.isClean && stdin.writable && !stdin.write(chunk)) await drained(stdin);
  }
  inspector.end();
  stdin.end();
}
async function drained(sink) {
  await new Promise((resolve) => {
    const done = () => {
      sink.off("drain", done).off("close", done);
      resolve();
    };
    sink.once("drain", done).once("close", done);
  });
}
async function feed(source, sink) {
  try {
    await pipeline2(source, sink);
  } catch (error) {
    if (error instanceof WorldFailure) throw error;
    const { code } = error;
    const closed = ["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"];
    if (code === void 0 || !closed.includes(code)) throw error;
  }
}
function commandOf([program, ...args]) {
  return commandLine({ program, args });
}

// src/build/extract.ts
function plainSource({ port }) {
  return guestPath(`${WORK}/${port.name}-${port.version}`);
}
async function extract(job, extraction, signal) {
  const given = extraction.distfiles.filter(({ distfile: { role } }) => role === void 0);
  const [archives, plain] = parted(given);
  const usual = archives.filter(
    ({ distfile }) => distfile.subdir === "" && distfile.unpackedTo === void 0
  );
  const below2 = archives.filter((one) => !usual.includes(one));
  const seen = [];
  for (const one of usual) {
    const unpacked = await unpackInto(one, { ...extraction, into: WORK }, signal);
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  const first = extraction.distfiles[0]?.distfile.unpackedTo;
  const found = first === void 0 ? sourceOf(job, seen[0]) : inWork2(first);
  const { source = found, patched = found } = namedFolders(job.port.build);
  for (const one of below2) {
    const { unpackedTo } = one.distfile;
    const unpacked = await (unpackedTo === void 0 ? unpackBelow(one, { ...extraction, source: patched }, signal) : unpackBeside(one, { ...extraction, source: inWork2(unpackedTo) }, signal));
    if (unpacked.kind !== "unpacked") return unpacked;
    seen.push(unpacked.inspected);
  }
  if (plain.length > 0 || seen.length === 0) {
    const trouble = await layFiles(plain, { ...extraction, source: patched }, signal);
    if (trouble) return trouble;
  }
  const sourceDateEpoch = Math.max(EARLIEST_EPOCH, ...seen.map(({ newest }) => newest));
  return { kind: "extracted", source, patched, sourceDateEpoch };
}
function parted(all) {
  const archives = all.filter(({ distfile }) => isArchive(distfile.file) && distfile.left !== "packed");
  return [archives, all.filter((one) => !archives.includes(one))];
}
function inWork2(folder) {
  return guestPath(folder === "" ? WORK : `${WORK}/${folder}`);
}
function sourceOf(job, first) {
  if (!first) return plainSource(job);
  const { tops } = first;
  const named2 = `${job.port.name}-${job.port.version}`;
  const top = tops.length === 1 ? tops[0] : tops.find((one) => one === named2);
  return top === void 0 ? WORK : guestPath(`${WORK}/${top}`);
}
async function unpackInto({ distfile, file }, { bench, env, host, into }, signal) {
  const unpacked = await unpackArchive(bench, { file, name: distfile.file, into, env, host }, signal);
  if (unpacked.kind !== "archive-wrong") return unpacked;
  return { ...unpacked, file: distfile.file, span: distfile.span };
}
async function unpackBeside(one, below2, signal) {
  const made = await runCommand(below2.bench, command(below2, "mkdir", "-p", below2.source), signal);
  return made ?? await unpackInto(one, { ...below2, into: below2.source }, signal);
}
async function unpackBelow(one, below2, signal) {
  const { bench, source } = below2;
  const beside = guestPath(`${WORK}/.beside`);
  const made = await runCommand(bench, command(below2, "mkdir", beside), signal);
  if (made) return made;
  const unpacked = await unpackInto(one, { ...below2, into: beside }, signal);
  if (unpacked.kind !== "unpacked") return unpacked;
  const { tops } = unpacked.inspected;
  const from = tops.length === 1 ? `${beside}/${tops[0]}` : beside;
  const script = 'mkdir -p "$2"; cp -R -P -p "$1/." "$2"; rm -rf "$3"';
  const moving = command(below2, "sh", "-ec", script, "sh", from, `${source}/${one.distfile.subdir}`, beside);
  return await runCommand(bench, moving, signal) ?? unpacked;
}
async function layFiles(files, below2, signal) {
  const { bench, source } = below2;
  if (files.length === 0) return await runCommand(bench, command(below2, "mkdir", "-p", source), signal);
  const placed = files.map(({ distfile: { subdir, unpackedTo, file: name }, file }) => {
    const folder = unpackedTo === void 0 ? source : inWork2(unpackedTo);
    const to = guestPath(subdir === "" ? `${folder}/${name}` : `${folder}/${subdir}/${name}`);
    return { from: file, to, owner: "build" };
  });
  return await copyInto(bench, placed, signal);
}
function command({ env }, program, ...args) {
  return { argv: [program, ...args], cwd: WORK, env, user: "build" };
}

// src/build/phases.ts
var BUILDING = ["extract", "patch", "configure", "build", "check", "fake"];
async function runPhases(task, signal) {
  const { host, report, check, toolchain } = task.setting;
  if (check === "run" && toolchain) {
    const message = `upstream's own tests are left out: they would be programs for ${toolchain.processor}`;
    report({ kind: "note", message });
  }
  let sources = { source: WORK, patched: WORK, sourceDateEpoch: EARLIEST_EPOCH };
  for (const phase of BUILDING) {
    const step = { ...task, sources };
    if (!hasWork(phase, step)) continue;
    const job = task.job.id;
    const began = host.now();
    report({ kind: "phase-started", job, phase });
    await task.bench.log.write(Buffer.from(`==> ${phase}
`));
    const ended = await runPhase(phase, step, signal);
    const outcome = ended.kind === "phased" ? "done" : "failed";
    report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
    if (ended.kind !== "phased") return ended;
    sources = ended.sources;
  }
  return { kind: "phased", sources };
}
function hasWork(phase, step) {
  const { port } = step.job;
  if (phase === "check" && (step.setting.check === "skip" || step.setting.toolchain)) return false;
  const hooks = [`pre-${phase}`, phase, `post-${phase}`];
  if (hooks.some((hook) => port.build.scripts.has(hook))) return true;
  switch (phase) {
    case "extract":
      return true;
    case "patch":
      return port.patches.length > 0;
    default:
      return styleCommands(phase, factsOf(step)).length > 0;
  }
}
async function runPhase(phase, step, signal) {
  if (phase === "configure") await makePlace(step, signal);
  const before = await runHook(`pre-${phase}`, phase, step, signal);
  if (before) return before;
  const ended = step.job.port.build.scripts.has(phase) ? await runInstead(phase, step, signal) : await runDefault(phase, step, signal);
  if (ended.kind !== "phased") return ended;
  const after = await runHook(`post-${phase}`, phase, { ...step, ...ended }, signal);
  return after ?? ended;
}
async function runInstead(phase, step, signal) {
  const { job, bench, sources } = step;
  const trouble = await runHook(phase, phase, step, signal);
  if (trouble) return trouble;
  if (phase !== "extract") return { kind: "phased", sources };
  const source = plainSource(job);
  const folders = { source, patched: source, ...namedFolders(job.port.build) };
  const made = job.port.build.folder ? void 0 : await runCommand(bench, execOf(step, ["mkdir", "-p", source]), signal);
  if (made) return jobTrouble(made, phase, job.port.build.style.span);
  return { kind: "phased", sources: { ...sources, ...folders } };
}
async function runDefault(phase, step, signal) {
  const { job, setting, bench, sources } = step;
  const { build } = job.port;
  const { span } = build.style;
  switch (phase) {
    case "extract": {
      const extraction = {
        bench,
        distfiles: setting.distfiles,
        env: environmentOf(step),
        host: setting.host
      };
      const ended = await extract(job, extraction, signal);
      if (ended.kind === "extracted") return { kind: "phased", sources: ended };
      return ended.kind === "archive-wrong" ? ended : jobTrouble(ended, phase, span);
    }
    case "patch": {
      const { patches } = job.port;
      const missing = patches.length > 0 ? await findFolder(sources.patched, phase, step, signal) : void 0;
      if (missing) return missing;
      for (const patch of patches) {
        if (patch.form === "markers") continue;
        const trouble = await applyPatch(patch, step, signal);
        if (trouble) return trouble;
      }
      return { kind: "phased", sources };
    }
    default: {
      const commands = styleCommands(phase, factsOf(step));
      const missing = commands.length > 0 ? await findFolder(sources.source, phase, step, signal) : void 0;
      if (missing) return missing;
      for (const { argv, env = [], folder: cwd = sources.source } of commands) {
        const exec = { ...execOf(step, argv), cwd, env: joined(environmentOf(step), env) };
        const trouble = await runCommand(bench, exec, signal);
        if (trouble) return jobTrouble(trouble, phase, span);
      }
      return { kind: "phased", sources };
    }
  }
}
async function findFolder(folder, phase, { job, bench }, signal) {
  return await missingFolder({ phase, folder }, { build: job.port.build, bench }, signal);
}
async function makePlace({ job, bench, sources }, signal) {
  const place = placeIn(job.port.build, sources.source);
  if (place !== sources.source) await ask(bench, ["mkdir", "-p", place], signal);
}
async function applyPatch(patch, step, signal) {
  const file = guestPath(`${PORT}/${patch.path}`);
  const options = ["--batch", "--forward", "--fuzz=2", "--no-backup-if-mismatch", "--reject-file=-"];
  const argv = ["patch", `-p${patch.strip}`, ...options, "-i", file];
  const exec = { ...execOf(step, argv), cwd: step.sources.patched };
  const trouble = await runCommand(step.bench, exec, signal);
  if (trouble?.kind !== "command-failed") return trouble && jobTrouble(trouble, "patch", patch.span);
  const { exit, command: command2 } = trouble;
  if (exit.kind === "exited" && exit.status === 1) return { kind: "patch-failed", patch, command: command2 };
  return jobTrouble(trouble, "patch", patch.span);
}
async function runHook(hook, phase, step, signal) {
  const { job, setting, bench, sources } = step;
  const script = job.port.build.scripts.get(hook);
  if (!script) return void 0;
  const { source } = sources;
  const isThere = await findFolder(source, phase, step, signal) === void 0;
  const { dependencies, configureOptions } = setting;
  const { parallel } = factsOf(step);
  const variables = scriptEnvironment(job, { source, parallel, dependencies });
  const options = hook === "configure" ? configureOptions : [];
  const argv = [script.shell, "-e", `${HOOK_FILES}/${hook}`, ...options];
  const exec = { ...execOf(step, argv, variables), cwd: isThere ? source : WORK };
  const trouble = await runCommand(bench, exec, signal);
  return trouble && jobTrouble(trouble, phase, script.span);
}
function jobTrouble(trouble, phase, span) {
  return trouble.kind === "command-failed" ? { ...trouble, kind: "phase-failed", phase, span } : { ...trouble, phase };
}
function execOf(step, argv, env = {}) {
  return { argv, cwd: step.sources.source, env: { ...environmentOf(step), ...env }, user: "build" };
}
function environmentOf({ job, setting, sources, guise }) {
  const { dependencies } = setting;
  const ours = {
    ...buildEnvironment(job, { dependencies, sourceDateEpoch: sources.sourceDateEpoch }),
    ...crossEnvironment(setting.toolchain, job.port)
  };
  return { ...joined(ours, job.port.build.environment ?? []), ...guise.environment };
}
function factsOf({ job, setting, sources }) {
  const { parallel, configureOptions, dependencies, toolchain } = setting;
  const { build } = job.port;
  const { source } = sources;
  return {
    job,
    source,
    place: placeIn(build, source),
    makeProgram: makeProgram(build.make),
    parallel: build.make.jobs === "one" ? 1 : parallel,
    configureOptions,
    dependencies,
    toolchain
  };
}

// src/build/port-folder.ts
import { createHash } from "node:crypto";
import { pipeline as pipeline3 } from "node:stream/promises";
async function copyPortFolder(folder, to, host) {
  await host.makeFolder(to);
  await host.changeMode(to, 493);
  for await (const { path: path2, file, kind, mode } of entriesOf(folder, host)) {
    const beside = joinPath(to, path2);
    if (kind === "folder") await host.makeFolder(beside);
    else if (kind === "file") await host.copyFile(file, beside);
    else await host.makeLink(await host.readLink(file), beside);
    if (kind !== "link") await host.changeMode(beside, mode);
  }
}
async function portFolderFiles(folder, host, signal) {
  const files = [];
  for await (const { path: path2, file, kind, mode, sizeBytes } of entriesOf(folder, host)) {
    const hash = createHash("sha256");
    const content = kind === "file" && sizeBytes <= SMALL_BYTES ? await host.readBytes(file) : void 0;
    if (content) hash.update(content);
    else if (kind === "file") await pipeline3(host.readStream(file), hash, { signal });
    if (kind === "link") hash.update(await host.readLink(file));
    files.push({ path: path2, kind, mode: kind === "link" ? 493 : mode, sha256: hash.digest("hex") });
  }
  return files;
}
var SMALL_BYTES = 64 * 1024;
async function* entriesOf({ portFolder, leftOut }, host) {
  let foreign;
  const isForeign = async (folder) => {
    foreign ??= await Promise.all(leftOut.map((one) => host.realPath(one)));
    return foreign.includes(folder);
  };
  const top = await host.realPath(portFolder) ?? portFolder;
  async function* below2(folder, path2) {
    for (const name of (await host.list(folder) ?? []).toSorted()) {
      const file = joinPath(folder, name);
      if (name === ".git") continue;
      const status = await host.status(file);
      if (!status || status.kind === "other") continue;
      if (status.kind === "folder" && await isForeign(file)) continue;
      const { kind, sizeBytes } = status;
      const entry = { path: path2 + name, file, kind, sizeBytes };
      const executable = kind === "folder" || (status.mode & 64) !== 0;
      yield { ...entry, mode: executable ? 493 : 420 };
      if (kind === "folder") yield* below2(file, `${path2}${name}/`);
    }
  }
  yield* below2(top, "");
}

// src/build/job.ts
async function runJob(job, setting, signal) {
  try {
    return await openAndRun(job, setting, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted", job };
    throw error;
  }
}
async function openAndRun(job, setting, signal) {
  var _stack = [];
  try {
    const { engine, root, hidden, host, logFile, report } = setting;
    const { network, limits } = job.port;
    const spec = {
      root,
      name: job.id,
      network: network === "build" ? "host" : "none",
      hidden,
      hostName: HOST_NAMES[setting.circumstances],
      ...boxLimits(limits),
      upper: "disk"
    };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return { ...opened, kind: "engine-refused", job };
    const buildbox = __using(_stack, opened.buildbox, true);
    const log = await openLog(logFile, host);
    try {
      for (const message of buildbox.caveats) report({ kind: "note", message });
      const outcome = await runIn({ buildbox, log, report }, { job, setting }, signal);
      const isGone = outcome.kind === "aborted" || outcome.kind === "engine-died";
      return isGone || setting.onEnd === "remove" ? outcome : { ...outcome, enter: await buildbox.keep() };
    } finally {
      await log.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function boxLimits({
  timeMs: _,
  ...limits
}) {
  return limits;
}
async function runIn(bench, { job, setting }, signal) {
  const { host, fakeRoot } = setting;
  const began = host.now();
  const { timeMs } = job.port.limits;
  const either = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
  const guise = setting.circumstances === "other" ? await makeGuise(bench, host, either) : NO_GUISE;
  const task = { job, setting, bench, guise };
  const ended = await runWhole(task, either);
  const trouble = ended.kind === "phased" ? await takeFakeRoot(task, either) : ended;
  if (signal.aborted) return { kind: "aborted", job };
  const scene = { job, log: bench.log.file, tail: bench.log.tail() };
  if (trouble?.kind === "aborted")
    return { ...scene, kind: "timed-out", phase: trouble.phase, limitMs: timeMs ?? 0 };
  if (trouble) return { ...scene, ...trouble };
  if (ended.kind !== "phased") throw new Error(`no trouble and no fake root: ${ended.kind}`);
  const { sourceDateEpoch } = ended.sources;
  const { varied } = task.guise;
  return { kind: "built", job, fakeRoot, sourceDateEpoch, durationMs: host.now() - began, varied };
}
async function runWhole(task, signal) {
  const { job, setting, bench } = task;
  const laid = await layPackages(bench, setting.dependencies, signal);
  if (laid) return copyTrouble(laid, "extract");
  let newest = EARLIEST_EPOCH;
  for (const { port, ...member } of setting.members ?? []) {
    const part = { ...task, job: { ...job, port }, setting: { ...setting, ...member } };
    await bench.log.write(Buffer.from(`==> ${port.name} ${port.version}
`));
    const ended2 = await runOne(part, signal);
    if (ended2.kind !== "phased") return ended2;
    newest = Math.max(newest, ended2.sources.sourceDateEpoch);
    const argv = ["rm", "-rf", PORT, HOOK_FILES, DISTFILES, WORK];
    const cleared = await runCommand(
      bench,
      { argv, cwd: BUILD_FOLDER, env: baseEnvironment([]), user: "build" },
      signal
    );
    if (cleared) return copyTrouble(cleared, "extract");
  }
  const ended = await runOne(task, signal);
  if (ended.kind !== "phased") return ended;
  const sourceDateEpoch = Math.max(newest, ended.sources.sourceDateEpoch);
  return { ...ended, sources: { ...ended.sources, sourceDateEpoch } };
}
async function runOne(task, signal) {
  return await furnish(task, signal) ?? await runPhases(task, signal);
}
async function furnish({ job, setting, bench }, signal) {
  const { host, fakeRoot } = setting;
  const skeleton = await host.makeTemporary("buildbox-", joinPath(fakeRoot, ".."));
  try {
    for (const folder of [HOME, WORK, FAKE_ROOT, TOOLS, DISTFILES, HOOK_FILES]) {
      await host.makeFolder(below(skeleton, folder));
    }
    for (const [hook, { text }] of job.port.build.scripts) {
      await host.writeFile(
        joinPath(below(skeleton, HOOK_FILES), hook),
        text.endsWith("\n") ? text : `${text}
`
      );
    }
    for (const [name, text] of userlandOf(job.port)) {
      const tool = joinPath(below(skeleton, TOOLS), name);
      await host.makeFolder(joinPath(tool, ".."));
      await host.writeFile(tool, text);
      await host.changeMode(tool, 493);
    }
    for (const [file, text] of crossFiles(setting.toolchain)) {
      await host.writeFile(below(skeleton, file), text);
    }
    await copyPortFolder(setting, below(skeleton, PORT), host);
    const copies = [
      { from: skeleton, to: BUILD_FOLDER, owner: "build" },
      ...distfilesFor(job, setting.distfiles),
      ...(job.port.build.installs === "at-prefix" ? writtenTo(job.prefix) : []).map(
        (to) => ({ from: below(skeleton, DISTFILES), to: guestPath(to), owner: "build" })
      )
    ];
    const trouble = await copyInto(bench, copies, signal);
    return trouble && copyTrouble(trouble, "extract");
  } finally {
    await host.remove(skeleton);
  }
}
function writtenTo(prefix) {
  return [prefix, `${prefix.replace(/\/[^/]*$/, "")}/Settings`];
}
function below(skeleton, folder) {
  return joinPath(skeleton, folder.slice(BUILD_FOLDER.length + 1));
}
function distfilesFor({ port }, distfiles) {
  const isAsked = [...port.build.scripts.values()].some(
    ({ text }) => /DISTDIR|\/build\/distfiles/.test(text)
  );
  if (!isAsked) return [];
  return distfiles.map(({ distfile, file }) => {
    const folder = distfile.keptIn === void 0 ? DISTFILES : `${DISTFILES}/${distfile.keptIn}`;
    return { from: file, to: guestPath(`${folder}/${distfile.file}`), owner: "build" };
  });
}
async function takeFakeRoot({ job, setting, bench }, signal) {
  const { host, fakeRoot } = setting;
  const exit = await bench.buildbox.copyOut(FAKE_ROOT, fakeRoot, signal);
  const trouble = await troubleOfCopy(exit, ["cp", "-R", FAKE_ROOT, fakeRoot], bench);
  const folder = `.${job.prefix}/share/info`;
  const top = await host.realPath(fakeRoot);
  const real = await host.realPath(joinPath(fakeRoot, folder));
  if (top && real === joinPath(top, folder)) await host.remove(joinPath(real, "dir"));
  return trouble && copyTrouble(trouble, "fake");
}
function copyTrouble(trouble, phase) {
  return trouble.kind === "command-failed" ? { ...trouble, kind: "copy-failed", phase } : { ...trouble, phase };
}

// src/build/outcome-explained.ts
function explainOutcome(outcome) {
  switch (outcome.kind) {
    case "built":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    default:
      return [{ severity: "error", ...withScene(verdictOf2(outcome), outcome) }];
  }
}
function verdictOf2(outcome) {
  const { job, tail } = outcome;
  switch (outcome.kind) {
    case "phase-failed": {
      const { phase, command: command2, exit, span } = outcome;
      const printed = lastOf(command2, tail);
      const help = hintFor(printed, exit, job);
      const full = tellsDiskFull(printed);
      return {
        code: full ? "build/disk-full" : "build/phase-failed",
        blame: full ? "world" : "recipe",
        message: `the ${phase} phase failed: the command ${endOf(exit)}
  ${command2}${indented(printed)}`,
        span,
        ...help ? { help } : {}
      };
    }
    case "patch-failed": {
      const { patch, command: command2 } = outcome;
      return {
        code: "build/patch-failed",
        blame: "recipe",
        message: `\`${patch.path}\` does not apply
  ${command2}${indented(lastOf(command2, tail))}`,
        span: patch.span,
        help: "make the patch anew against this version, or mend its `-p` level"
      };
    }
    case "archive-wrong": {
      const { file, span, troubles } = outcome;
      const lines = troubles.map((trouble) => `
  ${sentenceOf2(trouble)}`).join("");
      const isUnreadable = troubles.some(({ kind }) => kind === "unreadable");
      return {
        code: isUnreadable ? "build/archive-unreadable" : "build/archive-unsafe",
        blame: "recipe",
        message: `\`${file}\` ${isUnreadable ? "can't be unpacked" : "holds what no archive of sources should"}${lines}`,
        span,
        help: "make sure that this is the file upstream meant to publish; nothing of it was used"
      };
    }
    case "no-folder":
      return missingFolder2(outcome);
    case "copy-failed": {
      const { phase, command: command2, exit } = outcome;
      const way = phase === "fake" ? "out of" : "into";
      const printed = lastOf(command2, tail);
      const help = tellsDiskFull(printed) ? "the disk is full: free some space, then run it again" : void 0;
      return {
        code: "build/copy-failed",
        blame: "world",
        message: `files could not be copied ${way} the buildbox: the copy ${endOf(exit)}
  ${command2}${indented(printed)}`,
        help: help ?? "look at what the copy said, and for files that can't be read"
      };
    }
    case "timed-out":
      return {
        code: "build/timed-out",
        blame: "recipe",
        message: `the ${outcome.phase} phase was stopped: the job took longer than ${outcome.limitMs / 1e3} seconds${indented(tail)}`,
        span: job.port.span,
        help: RAISE_LIMIT
      };
    case "engine-died":
      return diedIn(outcome.phase, outcome.why);
    default:
      return unreachable(outcome);
  }
}
function missingFolder2({ folder, found, span }) {
  const names = found.map((name) => `\`${name}\``).join(", ");
  return {
    code: "build/no-folder",
    blame: "recipe",
    message: `there is no folder \`${folder}\` in what was unpacked: ${names || "nothing was"}`,
    span,
    help: "name the folder that the sources lie in"
  };
}
function explainTest(outcome) {
  switch (outcome.kind) {
    case "passed":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    case "engine-died":
      return [{ severity: "error", ...diedIn("test", outcome.why) }];
    case "timed-out": {
      const message = `the test phase was stopped: it took longer than ${outcome.limitMs / 1e3} seconds${indented(outcome.tail)}`;
      const verdict = {
        code: "build/timed-out",
        blame: "recipe",
        message,
        span: outcome.script.span
      };
      return [{ severity: "error", ...withScene({ ...verdict, help: RAISE_LIMIT }, outcome) }];
    }
    case "command-failed": {
      const { job, command: command2, exit, tail, script } = outcome;
      const printed = lastOf(command2, tail);
      const help = hintFor(printed, exit, job);
      const message = `the test phase failed: the script ${endOf(exit)}${indented(printed)}`;
      const verdict = { code: "build/test-failed", blame: "recipe", message, span: script.span };
      return [{ severity: "error", ...withScene({ ...verdict, ...help ? { help } : {} }, outcome) }];
    }
    default:
      return unreachable(outcome);
  }
}
var RAISE_LIMIT = "raise `limits.time`, or find out what it waits for";
function noBuildbox({ why, help }) {
  const message = `the buildbox could not be opened: ${why}`;
  return { severity: "error", code: "build/no-buildbox", blame: "world", message, help };
}
function diedIn(phase, why) {
  return {
    code: "build/engine-died",
    blame: "world",
    message: `the buildbox went away in the ${phase} phase: ${why}`,
    help: "run it again; nothing of this build is kept"
  };
}
function withScene(verdict, { log, enter }) {
  const box = enter === void 0 ? "" : `
  enter the buildbox: ${enter}`;
  return { ...verdict, message: `${verdict.message}
  the whole log: ${log}${box}` };
}
function endOf(exit) {
  switch (exit.kind) {
    case "exited":
      return `ended with status ${exit.status}`;
    case "killed":
      return `was killed by ${exit.signal}`;
    case "not-found":
      return `was not found: \`${exit.program}\``;
    case "aborted":
      return "was stopped";
    default:
      return unreachable(exit);
  }
}
function lastOf(command2, tail) {
  const line = `$ ${command2}`;
  const at = tail.lastIndexOf(line);
  return at === -1 ? tail : tail.slice(at + line.length).replace(/^\n/, "");
}
var SHOWN_LINES = 20;
function indented(text) {
  const shown = text.split("\n").slice(-SHOWN_LINES).join("\n");
  return shown === "" ? "" : `
${shown.replace(/^/gm, "  | ")}`;
}
function sentenceOf2(trouble) {
  switch (trouble.kind) {
    case "leaves":
      return `\`${trouble.member}\` would lie outside of the source folder`;
    case "link-leaves":
      return `\`${trouble.member}\` is a link to \`${trouble.target}\`, outside of the source folder`;
    case "special":
      return `\`${trouble.member}\` is ${trouble.type}`;
    case "unreadable":
      return trouble.why;
    default:
      return unreachable(trouble);
  }
}

// src/build/package-test.ts
async function testPackage(job, setting, signal) {
  try {
    return await openAndTest(job, setting, signal);
  } catch (error) {
    if (signal.aborted) return { kind: "aborted" };
    throw error;
  }
}
async function openAndTest(job, setting, signal) {
  var _stack = [];
  try {
    const { engine, root, hidden, host, logFile, script, report } = setting;
    const { timeMs } = job.port.limits;
    const limits = boxLimits(job.port.limits);
    const spec = { root, name: `${job.id}.test`, network: "none", hidden, ...limits, upper: "disk" };
    const opened = await engine.open(spec, signal);
    if (opened.kind === "refused") return { ...opened, kind: "engine-refused" };
    const buildbox = __using(_stack, opened.buildbox, true);
    const log = await openLog(logFile, host);
    const either = timeMs === void 0 ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
    try {
      const trouble = await runTest(job, { ...setting, bench: { buildbox, log, report } }, either);
      if (signal.aborted) return { kind: "aborted" };
      const scene = { job, script, log: logFile, tail: log.tail() };
      if (trouble?.kind === "aborted") return { ...scene, kind: "timed-out", limitMs: timeMs ?? 0 };
      if (trouble?.kind === "command-failed") return { ...scene, ...trouble };
      return trouble ?? { kind: "passed" };
    } finally {
      await log.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function runTest(job, { host, script, packages, bench }, signal) {
  const file = guestPath(`${HOME}/test`);
  const prefixes = [...new Set(packages.map(({ prefix }) => prefix))];
  const env = {
    ...baseEnvironment(prefixes),
    NAME: job.port.name,
    VERSION: job.port.version,
    PREFIX: job.prefix
  };
  const exec = { argv: [script.shell, "-e", file], cwd: HOME, env, user: "build" };
  const folder = await host.makeTemporary("test-");
  try {
    await host.writeFile(
      joinPath(folder, "test"),
      script.text.endsWith("\n") ? script.text : `${script.text}
`
    );
    const trouble = await copyInto(bench, [{ from: folder, to: HOME, owner: "build" }], signal) ?? await layPackages(bench, packages, signal);
    if (trouble) return trouble;
  } finally {
    await host.remove(folder);
  }
  return await runCommand(bench, exec, signal);
}

export {
  keepDistfile,
  fetchDistfiles,
  explainFetch,
  reasonOf,
  BUILD_FOLDERS,
  baseEnvironment,
  HOST_NAMES,
  crossToolchain,
  isNativeOnly,
  unusedOptions,
  copyPortFolder,
  portFolderFiles,
  runJob,
  explainOutcome,
  explainTest,
  testPackage
};
