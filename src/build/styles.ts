// What each build style runs, phase by phase: a table of argument lists.

import type { GuestPath } from "../engine/engine.ts";
import type { Build, Job, Port, Style } from "../port/port.ts";
import { type Diagnostic, unreachable } from "../report.ts";
import { type Dependency, FAKE_ROOT, OUTSIDE, runpathFolders } from "./environment.ts";
import { cmakeArguments, configureCall, makeVariables, mesonArguments, type Toolchain } from "./toolchain.ts";
import { configureFolder, type MakeProgram } from "./workplace.ts";

export type StyledPhase = "configure" | "build" | "check" | "fake";

export type StyleCommand = {
  readonly argv: readonly [string, ...string[]];
  /** Where it runs, when not in the source folder. */
  readonly folder?: GuestPath;
  /** `NAME=value`, besides the environment of all commands. */
  readonly env?: readonly string[];
};

/** Styles in which no command takes configure's arguments. */
const UNCONFIGURED: readonly Style[] = ["make", "script", "manifest", "meta"];

export type StyleFacts = {
  readonly job: Job;
  readonly source: GuestPath;
  /** Where it is built: the source folder itself, or one beside it. */
  readonly place: GuestPath;
  /** The make of the buildbox that fits the port's makefiles. */
  readonly makeProgram: MakeProgram;
  readonly parallel: number;
  /** The user's own arguments; they come last and so win. */
  readonly configureOptions: readonly string[];
  readonly dependencies: readonly Dependency[];
  readonly toolchain: Toolchain | undefined;
};

/** Options of the user's that nothing takes must not look as if they did something. */
export function unusedOptions({ build }: Port, options: readonly string[]): readonly Diagnostic[] {
  const { value: style, span } = build.style;
  if (options.length === 0 || !UNCONFIGURED.includes(style)) return [];
  const message = `style \`${style}\` has nothing that takes configure options: they would have no effect`;
  const help = "leave them out, or choose what they should do with a flavor";
  return [{ severity: "error", code: "build/unused-options", blame: "request", message, span, help }];
}

/** What the style runs in a phase; most need nothing in some, and a port may leave it out. */
export function styleCommands(phase: StyledPhase, facts: StyleFacts): readonly StyleCommand[] {
  const { port, prefix } = facts.job;
  const { build } = port;
  if (build.skips?.includes(phase)) return [];
  const { source, place, makeProgram } = facts;
  const table = STYLE_TABLE[build.style.value]({
    build,
    prefix,
    source,
    place,
    makeProgram,
    jobs: `-j${facts.parallel}`,
    options: [...build.configure, ...facts.configureOptions],
    variables: build.make.variables,
    targets: build.make.targets,
    runpath: port.runpath,
    runpathFolders: runpathFolders(facts.job, facts.dependencies),
    toolchain: facts.toolchain,
    port,
    offline: port.network === "build" ? [] : ["--offline"],
  });
  const env = phaseEnvironment(phase, build);
  return (table[phase] ?? []).map((command) => ({ ...command, env: [...env, ...(command.env ?? [])] }));
}

/** What the recipe sets for a phase's own commands alone. */
function phaseEnvironment(phase: StyledPhase, { make, configureEnvironment = [] }: Build): readonly string[] {
  const { environment = [], checkEnvironment = [], installEnvironment = [] } = make;
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

type Facts = {
  readonly build: Build;
  readonly prefix: string;
  readonly source: GuestPath;
  readonly place: GuestPath;
  readonly makeProgram: MakeProgram;
  readonly jobs: string;
  readonly options: readonly string[];
  readonly variables: readonly string[];
  readonly targets: readonly string[];
  readonly runpath: Job["port"]["runpath"];
  readonly runpathFolders: readonly string[];
  readonly toolchain: Toolchain | undefined;
  readonly port: Port;
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
function make(facts: Facts, install: readonly string[] = ["install"]): Phases {
  const { installTargets = install, checkTargets = ["check"], fakeRootVariable, ...told } = facts.build.make;
  const { buildVariables = [], checkVariables = [], installVariables = [] } = told;
  const { variables, targets } = facts;
  const jobs = jobsOfMake(facts);
  const root = `${fakeRootVariable ?? "DESTDIR"}=${FAKE_ROOT}`;
  return {
    build: [makeRun(facts, ...jobs, ...variables, ...buildVariables, ...targets)],
    check: [makeRun(facts, ...jobs, ...checkTargets, ...variables, ...checkVariables)],
    fake: [makeRun(facts, ...installTargets, root, ...variables, ...installVariables)],
  };
}

/** BSD's make with `-j`, of one even, runs the lines of a rule in one shell. */
function jobsOfMake({ jobs }: Facts): readonly string[] {
  return jobs === "-j1" ? [] : [jobs];
}

function makeRun({ build, place, makeProgram }: Facts, ...args: readonly string[]): StyleCommand {
  const { file } = build.make;
  const named = file === undefined ? [] : ["-f", file];
  return { argv: [...makeProgram, ...named, ...args], folder: place };
}

/** The script lies in the source folder, wherever it is run; one of several words is a command of its own. */
function configureArgv({ build, source, place }: Facts): readonly [string, ...string[]] {
  const [program = "configure", ...rest] = (build.configureProgram ?? "configure")
    .split(/\s+/)
    .filter(Boolean);
  if (rest.length > 0 || program.startsWith("/")) return [program, ...rest];
  const name = program.replace(/^\.\//, "");
  return [place === source ? `./${name}` : `${source}/${name}`];
}

/** A style's own arguments, unless the port wants none but its own. */
function usually({ build }: Facts, args: readonly string[]): readonly string[] {
  return build.defaultArguments === "left-out" ? [] : args;
}

function gnu(facts: Facts): Phases {
  const prefix = usually(facts, [`--prefix=${facts.prefix}`]);
  const argv = configureCall(facts.toolchain, [...configureArgv(facts), ...prefix, ...facts.options]);
  return { configure: [{ argv, folder: configureFolder(facts.build) ?? facts.place }], ...make(facts) };
}

function cmake(facts: Facts): Phases {
  const { build, prefix, source, place, jobs, options, variables, targets } = facts;
  const rpath = {
    auto: [`-DCMAKE_INSTALL_RPATH=${facts.runpathFolders.join(";")}`],
    keep: [],
    none: ["-DCMAKE_SKIP_INSTALL_RPATH=ON"],
  }[facts.runpath];
  const usual = [
    ...[`-DCMAKE_INSTALL_PREFIX=${prefix}`, "-DCMAKE_INSTALL_LIBDIR=lib"],
    ...[
      "-DCMAKE_BUILD_TYPE=Release",
      ...cmakeArguments(facts.toolchain),
      ...rpath,
      "-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF",
    ],
    "-DFETCHCONTENT_FULLY_DISCONNECTED=ON",
  ];
  const configure = ["-S", source, "-B", place, ...usually(facts, usual), ...options];
  const { buildVariables = [], installVariables = [], installTargets = ["install"] } = build.make;
  const native = (...more: readonly string[]) => {
    const all = [...variables, ...more];
    return all.length > 0 ? ["--", ...all] : [];
  };
  const building = (names: readonly string[], ...args: readonly string[]) =>
    run("cmake", "--build", place, ...names.flatMap((name) => ["--target", name]), ...args);
  // Only make and its kin take targets and variables.
  const isPlain = installVariables.length === 0 && installTargets.join(" ") === "install";
  const install = isPlain
    ? run("cmake", "--install", place)
    : building(installTargets, ...native(...installVariables));
  return {
    configure: [run("cmake", ...configure)],
    build: [building(targets, jobs, ...native(...buildVariables))],
    check: [run("ctest", "--test-dir", place, "--output-on-failure", jobs)],
    fake: [{ ...install, env: [DESTDIR] }],
  };
}

function meson(facts: Facts): Phases {
  const { prefix, source, place, jobs, options, targets } = facts;
  const cross = mesonArguments(facts.toolchain);
  const setup = [`--prefix=${prefix}`, "--libdir=lib", "--buildtype=release", "--wrap-mode=nodownload"];
  return {
    configure: [run("meson", "setup", ...cross, ...usually(facts, setup), ...options, place, source)],
    build: [run("meson", "compile", "-C", place, jobs, ...targets)],
    check: [run("meson", "test", "-C", place, "--print-errorlogs")],
    fake: [{ ...run("meson", "install", "-C", place, "--no-rebuild"), env: [DESTDIR] }],
  };
}

/** Both spellings are in use: GNU's `prefix` and the BSDs' `PREFIX`. */
function makefile(facts: Facts): Phases {
  const prefixes = usually(facts, [`PREFIX=${facts.prefix}`, `prefix=${facts.prefix}`]);
  return make({
    ...facts,
    variables: [...makeVariables(facts.toolchain, facts.port), ...prefixes, ...facts.variables],
  });
}

function imake(facts: Facts): Phases {
  const folders = usually(facts, [`BINDIR=${facts.prefix}/bin`, `MANPATH=${facts.prefix}/share/man`]);
  const variables = [...makeVariables(facts.toolchain, facts.port), ...folders, ...facts.variables];
  return {
    // imake runs what it compiles.
    configure: [{ ...run("xmkmf", "-a", ...facts.options), env: facts.toolchain ? ["CC=gcc"] : [] }],
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
        env: ["DEB_PYTHON_INSTALL_LAYOUT=deb_system"],
      },
    ],
  };
}

/** `Makefile.PL` where there is one, else `Build.PL`; without the files in which either writes down the time. */
function perl(facts: Facts): Phases {
  const { build, prefix, options, makeProgram, variables } = facts;
  const { buildVariables = [], installVariables = [], checkVariables = [] } = build.make;
  const makefile = "[ -f Makefile.PL ]";
  const made = (words: readonly string[], module: string) =>
    shell(`if ${makefile}; then exec "$@"; else exec ./Build ${module}; fi`, ...makeProgram, ...words);
  const configure = `if ${makefile}; then
    exec perl Makefile.PL INSTALL_BASE="$@" NO_PACKLIST=1 NO_PERLLOCAL=1
  else exec perl Build.PL --create_packlist 0 --install_base "$@"; fi`;
  return {
    configure: [shell(configure, prefix, ...options)],
    build: [made([...jobsOfMake(facts), ...variables, ...buildVariables], "")],
    check: [made(["test", ...variables, ...checkVariables], "test")],
    fake: [made(["install", DESTDIR, ...variables, ...installVariables], `install --destdir ${FAKE_ROOT}`)],
  };
}

function scons(facts: Facts): Phases {
  const { build, prefix, jobs, options, variables, targets } = facts;
  const all = [...usually(facts, [`PREFIX=${prefix}`, `prefix=${prefix}`]), ...options, ...variables];
  const { buildVariables = [], installVariables = [], installTargets = ["install"] } = build.make;
  return {
    build: [run("scons", jobs, ...all, ...buildVariables, ...targets)],
    fake: [run("scons", ...installTargets, DESTDIR, ...all, ...installVariables)],
  };
}

/** Sources carry their own copy of waf, rarely with the right to be run. */
function waf(facts: Facts): Phases {
  const { build, prefix, jobs, options, variables, targets } = facts;
  const usual = usually(facts, [`--prefix=${prefix}`, `--libdir=${prefix}/lib`]);
  const { buildVariables = [], installVariables = [], installTargets = ["install"] } = build.make;
  const python = (...args: readonly string[]) => run("python3", "./waf", ...args);
  return {
    configure: [python("configure", ...usual, ...options)],
    build: [python("build", jobs, ...variables, ...buildVariables, ...targets)],
    fake: [python(...installTargets, `--destdir=${FAKE_ROOT}`, ...variables, ...installVariables)],
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
