// What each build style runs, phase by phase: a table of argument lists.

import type { GuestPath } from "../engine/engine.ts";
import type { Job, Port, Style } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import { type Dependency, type Environment, FAKE_ROOT, OUTSIDE, runpathFolders } from "./environment.ts";

export type StyledPhase = "configure" | "build" | "check" | "fake";

export type StyleCommand = {
  readonly argv: readonly [string, ...string[]];
  /** Besides the environment of all. */
  readonly env?: Environment;
};

/** Styles in which no command takes configure's arguments. */
const UNCONFIGURED: readonly Style[] = ["make", "script", "manifest", "meta"];

export type StyleFacts = {
  readonly job: Job;
  readonly source: GuestPath;
  readonly parallel: number;
  /** The user's own arguments; they come last and so win. */
  readonly configureOptions: readonly string[];
  readonly dependencies: readonly Dependency[];
};

/** Options of the user's that nothing takes must not look as if they did something. */
export function unusedOptions({ build }: Port, options: readonly string[]): readonly Diagnostic[] {
  const { value: style, span } = build.style;
  if (options.length === 0 || !UNCONFIGURED.includes(style)) return [];
  const message = `style \`${style}\` has nothing that takes configure options: they would have no effect`;
  const help = "leave them out, or choose what they should do with a flavor";
  return [{ severity: "error", code: "build/unused-options", blame: "request", message, span, help }];
}

/** What the style runs in a phase, in the source folder; most need nothing in some. */
export function styleCommands(phase: StyledPhase, facts: StyleFacts): readonly StyleCommand[] {
  const { port, prefix } = facts.job;
  const table = STYLE_TABLE[port.build.style.value]({
    prefix,
    source: facts.source,
    jobs: `-j${facts.parallel}`,
    options: [...port.build.configure, ...facts.configureOptions],
    ...port.build.make,
    runpath: port.runpath,
    runpathFolders: runpathFolders(facts.job, facts.dependencies),
    offline: port.network === "build" ? [] : ["--offline"],
  });
  return table[phase] ?? [];
}

type Facts = {
  readonly prefix: string;
  readonly source: string;
  readonly jobs: string;
  readonly options: readonly string[];
  readonly variables: readonly string[];
  readonly targets: readonly string[];
  readonly runpath: Job["port"]["runpath"];
  readonly runpathFolders: readonly string[];
  readonly offline: readonly string[];
};

type Phases = Readonly<Partial<Record<StyledPhase, readonly StyleCommand[]>>>;

const DESTDIR = `DESTDIR=${FAKE_ROOT}`;

function run(program: string, ...args: readonly string[]): StyleCommand {
  return { argv: [program, ...args] };
}

/** For the little that needs a shell: `args` are its `$1`, `$2`, … */
function shell(script: string, ...args: readonly string[]): StyleCommand {
  return run("sh", "-ec", script, "sh", ...args);
}

/** Installing with more than one job at once is where old makefiles break. */
function make({ jobs, variables, targets }: Facts, install: readonly string[]): Phases {
  return {
    build: [run("make", jobs, ...variables, ...targets)],
    check: [run("make", jobs, "check", ...variables)],
    fake: [run("make", ...install, DESTDIR, ...variables)],
  };
}

function gnu(facts: Facts): Phases {
  const configure = run("./configure", `--prefix=${facts.prefix}`, ...facts.options);
  return { configure: [configure], ...make(facts, ["install"]) };
}

function cmake({ prefix, source, jobs, options, variables, targets, ...facts }: Facts): Phases {
  const rpath = {
    auto: [`-DCMAKE_INSTALL_RPATH=${facts.runpathFolders.join(";")}`],
    keep: [],
    none: ["-DCMAKE_SKIP_INSTALL_RPATH=ON"],
  }[facts.runpath];
  const configure = [
    ...["-S", source, "-B", OUTSIDE, `-DCMAKE_INSTALL_PREFIX=${prefix}`, "-DCMAKE_INSTALL_LIBDIR=lib"],
    ...["-DCMAKE_BUILD_TYPE=Release", ...rpath, "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF"],
    ...["-DFETCHCONTENT_FULLY_DISCONNECTED=ON", ...options],
  ];
  const targeted = targets.flatMap((target) => ["--target", target]);
  const native = variables.length > 0 ? ["--", ...variables] : [];
  return {
    configure: [run("cmake", ...configure)],
    build: [run("cmake", "--build", OUTSIDE, jobs, ...targeted, ...native)],
    check: [run("ctest", "--test-dir", OUTSIDE, "--output-on-failure", jobs)],
    fake: [{ ...run("cmake", "--install", OUTSIDE), env: { DESTDIR: FAKE_ROOT } }],
  };
}

function meson({ prefix, source, jobs, options, targets }: Facts): Phases {
  const setup = [`--prefix=${prefix}`, "--libdir=lib", "--buildtype=release", "--wrap-mode=nodownload"];
  return {
    configure: [run("meson", "setup", ...setup, ...options, OUTSIDE, source)],
    build: [run("meson", "compile", "-C", OUTSIDE, jobs, ...targets)],
    check: [run("meson", "test", "-C", OUTSIDE, "--print-errorlogs")],
    fake: [{ ...run("meson", "install", "-C", OUTSIDE, "--no-rebuild"), env: { DESTDIR: FAKE_ROOT } }],
  };
}

/** Both spellings are in use: GNU's `prefix` and the BSDs' `PREFIX`. */
function makefile(facts: Facts): Phases {
  const prefixes = [`PREFIX=${facts.prefix}`, `prefix=${facts.prefix}`];
  return make({ ...facts, variables: [...prefixes, ...facts.variables] }, ["install"]);
}

function imake(facts: Facts): Phases {
  const folders = [`BINDIR=${facts.prefix}/bin`, `MANPATH=${facts.prefix}/share/man`];
  const variables = [...folders, ...facts.variables];
  return {
    configure: [run("xmkmf", "-a", ...facts.options)],
    ...make({ ...facts, variables }, ["install", "install.man"]),
  };
}

/** The wheel is built with what the buildbox has, and unpacked below the prefix as Debian's own packages are. */
function python({ prefix, options }: Facts): Phases {
  const quiet = ["--no-deps", "--no-cache-dir"];
  const settings = options.map((option) => `--config-settings=${option}`);
  const wheel = ["wheel", ...quiet, "--no-build-isolation", "--wheel-dir", OUTSIDE, ...settings, "."];
  // By name, since pip writes down the path of a wheel that is given as a file.
  const install =
    'for wheel in "$0"/*.whl; do set -- "$@" "$(basename "$wheel" | cut -d- -f1)"; done; exec python3 -m pip install "$@"';
  const from = ["--no-index", `--find-links=${OUTSIDE}`, "--ignore-installed", "--no-warn-script-location"];
  // Compiled files would hold the path of the fake root.
  const into = [`--root=${FAKE_ROOT}`, `--prefix=${prefix}`, "--no-compile"];
  return {
    build: [run("python3", "-m", "pip", ...wheel)],
    fake: [
      {
        ...run("sh", "-ec", install, OUTSIDE, ...quiet, ...from, ...into),
        env: { DEB_PYTHON_INSTALL_LAYOUT: "deb_system" },
      },
    ],
  };
}

/** `Makefile.PL` where there is one, else `Build.PL`; without the files in which either writes down the time. */
function perl({ prefix, jobs, options, variables }: Facts): Phases {
  const either = (makefile: string, build: string, ...args: readonly string[]) =>
    shell(`if [ -f Makefile.PL ]; then exec ${makefile}; else exec ${build}; fi`, ...args);
  return {
    configure: [
      either(
        'perl Makefile.PL INSTALL_BASE="$@" NO_PACKLIST=1 NO_PERLLOCAL=1',
        'perl Build.PL --create_packlist 0 --install_base "$@"',
        prefix,
        ...options,
      ),
    ],
    build: [either('make "$@"', "./Build", jobs, ...variables)],
    check: [either('make test "$@"', "./Build test", ...variables)],
    fake: [either(`make install ${DESTDIR} "$@"`, `./Build install --destdir ${FAKE_ROOT}`, ...variables)],
  };
}

function scons({ prefix, jobs, options, variables, targets }: Facts): Phases {
  const all = [`PREFIX=${prefix}`, `prefix=${prefix}`, ...options, ...variables];
  return {
    build: [run("scons", jobs, ...all, ...targets)],
    fake: [run("scons", "install", DESTDIR, ...all)],
  };
}

/** Sources carry their own copy of waf, rarely with the right to be run. */
function waf({ prefix, jobs, options, targets }: Facts): Phases {
  return {
    configure: [
      run("python3", "./waf", "configure", `--prefix=${prefix}`, `--libdir=${prefix}/lib`, ...options),
    ],
    build: [run("python3", "./waf", "build", jobs, ...targets)],
    fake: [run("python3", "./waf", "install", `--destdir=${FAKE_ROOT}`)],
  };
}

function cargo({ prefix, jobs, options, offline }: Facts): Phases {
  const locked = ["--locked", ...offline, jobs, ...options];
  const into = ["--path", ".", "--no-track", "--root", `${FAKE_ROOT}${prefix}`];
  return {
    build: [run("cargo", "build", "--release", ...locked)],
    check: [run("cargo", "test", "--release", ...locked)],
    fake: [run("cargo", "install", ...into, ...locked)],
  };
}

const STYLE_TABLE: Readonly<Record<Style, (facts: Facts) => Phases>> = {
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
    fake: [shell('mkdir -p "$1" && cp -R -P -p . "$1"', `${FAKE_ROOT}${prefix}`)],
  }),
  meta: () => ({}),
};
