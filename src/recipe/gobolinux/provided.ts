// The variables that Compile has set when it reads a Recipe: GoboPath's, Compile.conf's, and those of the program.

import type { Layout } from "../../port/port.ts";

/** Which Recipe is read, for what. */
export type Reading = {
  /** Folder of the program: `Joe`. */
  readonly program: string;
  /** Folder of the version, with its revision: `3.6-r2`. */
  readonly version: string;
  /** As `uname -m` says it. */
  readonly arch: string;
  /** Where its files will live, and in which layout; GoboLinux's own when nothing is said. */
  readonly target?: string;
  readonly layout?: Layout;
  /** To build, Compile sets more than it does to read: paths of the dependencies. Their values are not known yet. */
  readonly purpose?: "building";
};

const PATHS: Readonly<Record<string, string>> = {
  goboPrefix: "",
  goboPrograms: "/Programs",
  goboUsers: "/Users",
  goboMount: "/Mount",
  goboSystem: "/System",
  goboDevices: "/dev",
  goboStatus: "/proc",
  goboObjects: "/sys",
  goboIndex: "/usr",
  goboData: "/Data",
  goboExecutables: "/usr/bin",
  goboLibraries: "/usr/lib",
  goboHeaders: "/usr/include",
  goboShared: "/usr/share",
  goboManuals: "/usr/share/man",
  goboTasks: "/System/Tasks",
  goboEnvironment: "/System/Environment",
  goboSettings: "/System/Settings",
  goboKernel: "/System/Kernel",
  goboModules: "/System/Kernel/Modules",
  goboBoot: "/System/Kernel/Boot",
  goboVariable: "/Data/Variable",
  goboTemp: "/Data/Variable/tmp",
  goboUserSettings: "/Users/gobo/.config",
  compileDir: "/Data/Compile",
  compileArchivesDir: "/Data/Compile/Archives",
  compileSourcesDir: "/Data/Compile/Sources",
  compileRecipesDir: "/Data/Compile/Recipes",
  compileRecipeDir: "/Data/Compile/Recipes",
  compileRecipesRepository: "https://github.com/gobolinux/Recipes.git",
  compileUpstreamBranch: "master",
  ftpGnu: "ftp://ftp.gnu.org/gnu",
  ftpAlphaGnu: "ftp://alpha.gnu.org/gnu",
  httpSourceforge: "https://downloads.sourceforge.net",
};

/** `-r2`, `-r2p1` after the version of the software. */
const REVISION = /^(.+)-(r[0-9]+(?:p[0-9]+)?)$/;

/** A version folder's two parts; no revision is `""`. */
export function splitRevision(folder: string): { readonly version: string; readonly revision: string } {
  const [, version = folder, revision = ""] = REVISION.exec(folder) ?? [];
  return { version, revision };
}

export type Provided = {
  /** The text that a variable has before the Recipe sets it. */
  readonly text: (name: string) => string | undefined;
  /** Whether a variable that has none is set later: it is unknown then, not empty. */
  readonly comesLater: (name: string) => boolean;
};

export function providedVariables(reading: Reading): Provided {
  const { program, version: folder, arch, layout = "programs" } = reading;
  const { version, revision } = splitRevision(folder);
  const target = reading.target ?? `/Programs/${program}/${version}`;
  const recipeDir = `/Data/Compile/Recipes/${program}/${folder}`;
  const archDir = `${recipeDir}/${arch}`;
  const own: Readonly<Record<string, string>> = {
    app: program,
    appname: program,
    version,
    versionnumber: version,
    versionandrevision: folder,
    revision,
    recipe: `${recipeDir}/Recipe`,
    recipedir: recipeDir,
    reciperesources: `${recipeDir}/Resources`,
    arch,
    archsubdir: archDir,
    archrecipe: `${archDir}/Recipe`,
    archreciperesources: `${archDir}/Resources`,
    target,
    installprefix: target,
    settings_target: layout === "programs" ? `${target}/Resources/Defaults/Settings` : `${target}/etc`,
    variable_target: layout === "programs" ? "/Data/Variable" : `${target}/var`,
  };
  return {
    text: (name) =>
      Object.hasOwn(own, name) ? own[name] : Object.hasOwn(PATHS, name) ? PATHS[name] : undefined,
    comesLater: (name) => reading.purpose === "building" && /[a-z0-9_]_path$/.test(name),
  };
}
