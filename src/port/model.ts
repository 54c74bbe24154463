import type { Located, Span } from "../report.ts";
import type { Dependency, SystemDependency } from "./dependency.ts";
import type { Distfile } from "./distfile.ts";
import type { Flavors } from "./flavors.ts";
import type { Limits } from "./job.ts";
import type { Release } from "./names.ts";
import type { AuditCheck } from "./package.ts";
import type { PackingEntry } from "./packing.ts";
import type { Relations } from "./relations.ts";

/** In the order in which they run. `check` is upstream's own suite; `test` runs in the run image, from the package. */
const PHASES = [
  "fetch",
  "extract",
  "patch",
  "configure",
  "build",
  "check",
  "fake",
  "package",
  "audit",
  "test",
] as const;
export type Phase = (typeof PHASES)[number];

/** The phases that run commands of the recipe in the buildbox; each may be replaced, and has a hook on either side. */
const SCRIPTED = ["extract", "patch", "configure", "build", "check", "fake"] as const;
export type Hook = `${"" | "pre-" | "post-"}${(typeof SCRIPTED)[number]}`;
export const HOOKS: readonly Hook[] = SCRIPTED.flatMap((phase): Hook[] => [
  `pre-${phase}`,
  phase,
  `post-${phase}`,
]);

export const STYLES = [
  "gnu",
  "autoconf",
  "cmake",
  "meson",
  "make",
  "imake",
  "python",
  "perl",
  "scons",
  "waf",
  "cargo",
  "script",
  "manifest",
  "meta",
] as const;
export type Style = (typeof STYLES)[number];

/** A script of the recipe, run in the buildbox by `shell -e`, as the build user, in the source folder. */
export type Script = { readonly text: string; readonly shell: "sh" | "bash"; readonly span: Span };

/** `path` is relative to the port's folder; `strip` is patch(1)'s `-p`. */
export type Patch = {
  readonly path: string;
  readonly strip: number;
  /** `markers`: names of variables stand between `@%` and `%@`, to be filled in first. */
  readonly form?: "plain" | "markers";
  readonly span: Span;
};

/**
 * A claim on files of the fake root, relative to the prefix: `bin/foo` (literal) or `share/**` (glob).
 * A literal beats a glob; a file that two globs claim, or none, is a diagnostic.
 */
export type PackingRule = { readonly pattern: string; readonly span: Span };

/** What a packing list says besides names of files: `sample`, `exec`, `newuser`, …, and what stands behind the word. */
export type PackingNote = { readonly keyword: string; readonly text: string; readonly span: Span };

/** One of the packages cut from one build. */
export type Subpackage = {
  /** `core`, `x11`; for OpenBSD the name without its dash (`main`); `""` when the port has one package only. */
  readonly name: string;
  /** Full name with version, revision and flavors: `foo-core-1.0p2-crypto`. */
  readonly fullpkgname: string;
  /** What is stored in the package and found again by `update`: `devel/foo,-core,crypto`. */
  readonly fullpkgpath: string;
  readonly comment: string;
  readonly description?: string;
  /** Shown to who installs it. */
  readonly message?: string;
  /** Where its files live, when that is not the port's prefix. */
  readonly prefix?: string;
  readonly depends: {
    readonly lib: readonly Dependency[];
    readonly run: readonly Dependency[];
    readonly system: readonly SystemDependency[];
  };
  readonly wantlib: readonly string[];
  /** Where each of them is written, in their order. */
  readonly wantlibSpans?: readonly Span[];
  /** Empty: the package takes everything (a port with one package), unless it has a packing list. */
  readonly files: readonly PackingRule[];
  /** In dialects whose packages are lists of files, in place of `files`: what no list names is in no package. */
  readonly packingList?: readonly PackingEntry[];
  readonly notes?: readonly PackingNote[];
  /** What it says of packages beside it, in dialects that have words for that. */
  readonly relations?: Relations;
  readonly span: Span;
};

/** Sources that come from a version control system instead of an archive. */
export type Checkout = {
  readonly system: "git" | "svn" | "cvs" | "hg" | "bzr";
  readonly url: string;
  /** CVS has one. */
  readonly module?: string;
  /** A branch or tag; the system's own default without. */
  readonly revision?: string;
  readonly span: Span;
};

/** What is installed without a build: `from` may be a glob in the source folder, `to` lies below the prefix. */
export type ManifestEntry = { readonly from: string; readonly to: string; readonly span: Span };

/** What a build does besides, or instead of, what its style does. Absent: the style's own way. */
export type Build = {
  readonly style: Located<Style>;
  /** Arguments for the style's configure command. */
  readonly configure: readonly string[];
  readonly make: {
    /** For every run of make or what the style has in its place. */
    readonly variables: readonly string[];
    readonly targets: readonly string[];
    readonly installTargets?: readonly string[];
    /** For one of the runs only. */
    readonly buildVariables?: readonly string[];
    readonly installVariables?: readonly string[];
    readonly checkTargets?: readonly string[];
    readonly checkVariables?: readonly string[];
    /** `NAME=value`: for every run of make; for one of the runs only. */
    readonly environment?: readonly string[];
    readonly installEnvironment?: readonly string[];
    readonly checkEnvironment?: readonly string[];
    /** The makefiles' name for the fake root; `DESTDIR` when nothing is said. */
    readonly fakeRootVariable?: string;
    /** Of makefiles that are known to need it: one command at once. */
    readonly jobs?: "one";
    /** The makefile's name. */
    readonly file?: string;
    /** Program and first arguments. */
    readonly program?: readonly string[];
  };
  readonly scripts: ReadonlyMap<Hook, Script>;
  /** Below the folder that archives are unpacked into: where commands run. */
  readonly folder?: Located<string>;
  /** The same for patches, when they apply elsewhere. */
  readonly patchedFolder?: string;
  /** `NAME=value`, for all commands. */
  readonly environment?: readonly string[];
  /** In the source folder; several words are a command of its own. */
  readonly configureProgram?: string;
  /** Where it is run, and lies, when not where it is built; below the folder that archives are unpacked into. */
  readonly configureFolder?: string;
  /** `NAME=value`, for the configure command alone. */
  readonly configureEnvironment?: readonly string[];
  /** Whether the style's own arguments for configure come before the port's. */
  readonly defaultArguments?: "given" | "left-out";
  /** Where it is built, when the style leaves a choice. */
  readonly place?: "source-folder" | "folder-beside";
  /** That folder beside, below the one that archives are unpacked into, when the port's scripts know its name. */
  readonly buildFolder?: string;
  /** Phases in which the style does nothing; the port's scripts run all the same. */
  readonly skips?: readonly Phase[];
  /** Its installation writes to the prefix itself: a folder is there, which the port's scripts bring to the fake root. */
  readonly installs?: "at-prefix";
  readonly manifest?: readonly ManifestEntry[];
};

/** What an installation brings besides the files that its build installs. */
export type Installed = {
  /** More documents in the source folder, as globs. */
  readonly documents?: readonly string[];
  /** Files outside of the prefix, absolute. */
  readonly outside?: readonly string[];
  /** For whoever installs it. */
  readonly message?: string;
  /** Folder beside the recipe whose files go into the package's `Resources`. */
  readonly resources?: string;
};

/** Another port that belongs to this one, which is nothing but the sum of them. */
export type Member = { readonly name: string; readonly version: string; readonly span: Span };

/**
 * A port as read for one choice of flavors, since in OpenBSD's dialect that choice decides everything else.
 * It still leaves open where it is built: base, architecture, layout (those make it a `Job`).
 */
export type Port = Release & {
  readonly dialect: "yaml" | "gobolinux" | "openbsd";
  /** Where the port lives, without choices: `editors/vim`; the folder's name for a lone port. */
  readonly pkgpath: string;
  readonly comment: string;
  readonly homepage?: string;
  /** SPDX expression. */
  readonly license?: string;
  readonly flavors: Flavors;
  /** Those that this choice of flavors builds, in packaging order; never empty. */
  readonly packages: readonly Subpackage[];
  /** Subpackages that a chosen pseudo-flavor or flavor drops: their files belong to nobody. */
  readonly dropped: readonly Subpackage[];
  readonly depends: {
    readonly build: readonly Dependency[];
    readonly test: readonly Dependency[];
    readonly system: readonly SystemDependency[];
  };
  readonly distfiles: readonly Distfile[];
  readonly patches: readonly Patch[];
  /** Names of bases it is meant for; the first is the default. */
  readonly bases: readonly Located<string>[];
  /** For layout `vendor`, with `{name}` and the like filled in; absolute. */
  readonly prefix: string;
  readonly build: Build;
  readonly checkouts?: readonly Checkout[];
  readonly installed?: Installed;
  readonly members?: readonly Member[];
  /** The port whose prefix it goes into, when that one is built. */
  readonly partOf?: Located<string>;
  /** Why it is not to be built here, in the recipe's words. */
  readonly ignored?: Located<string>;
  readonly permit: {
    readonly package: Located<true | string>;
    readonly distfiles: Located<true | string>;
  };
  /** When the buildbox may reach the network: for fetching only, or also while it builds. */
  readonly network: "fetch" | "build";
  readonly limits: Limits;
  readonly runpath: "auto" | "keep" | "none";
  /** Audit checks whose level the recipe sets. */
  readonly audit: ReadonlyMap<AuditCheck, "error" | "warning" | "off">;
  readonly test?: Script;
  /** Where the port is named, for diagnostics about the whole. */
  readonly span: Span;
};
