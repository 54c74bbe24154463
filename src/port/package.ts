import type { JobId, Layout } from "./job.ts";
import type { Relations } from "./relations.ts";

/** What the audit looks for; `audit:` of a recipe sets the level of each. */
export const AUDIT_CHECKS = [
  "missing-library",
  "undeclared-library",
  "missing-version",
  "interpreter",
  "runpath",
  "architecture",
  "shebang",
  "build-path",
  "execstack",
  "textrel",
  "pie",
  "relro",
  "soname",
  "malformed",
  "dangling-link",
  "world-writable",
  "wantlib",
  "extra-dependency",
] as const;
export type AuditCheck = (typeof AUDIT_CHECKS)[number];

/** A shared library that a package brings along. */
export type ProvidedLibrary = {
  /** Below the prefix: `lib/libz.so.1`. One row for each name under which the loader can find it. */
  readonly path: string;
  readonly soname?: string;
  /** `ELFCLASS` in bits, and the header's `e_machine`: the loader takes only what has the same. */
  readonly elfClass: 32 | 64;
  readonly machine: number;
  /** Symbol versions that it defines. */
  readonly versions: readonly string[];
};

/**
 * What a fingerprint was made of, beside the base, architecture, layout and prefix: two of them tell what changed.
 * Digests are SHA-256 in hex.
 */
export type Ingredients = {
  /** Of Tarwright's way to build and pack. */
  readonly generation: number;
  /** Of the port as lowered for the choice of flavors. */
  readonly port: string;
  readonly distfiles: string;
  readonly patches: string;
  /** Of what else a build sees of the port's folder. */
  readonly folder: string;
  /** Of the user's configure options. */
  readonly options: string;
  /** By name; the fingerprint is that of the job that made the package. */
  readonly dependencies: readonly { readonly fullpkgname: string; readonly fingerprint: string }[];
};

/** What a recipe says of handing a package on, and where it says so. */
export type Permit =
  | { readonly kind: "granted" }
  | {
      readonly kind: "withheld";
      /** The recipe's own words. */
      readonly because: string;
      /** As the user typed it, with the place (from 1) and the line itself. */
      readonly recipe: string;
      readonly line: number;
      readonly column: number;
      readonly text: string;
    };

/** Where a package comes from; digests are SHA-256 in hex. Those who publish it have no recipe any more. */
export type Origin = {
  readonly homepage?: string;
  /** SPDX expression. */
  readonly license?: string;
  readonly permit: Permit;
  readonly distfiles: readonly { readonly file: string; readonly url?: string; readonly sha256: string }[];
  readonly patches: readonly { readonly path: string; readonly sha256: string }[];
  /** Packages of other ports that were there while it was built. */
  readonly builtWith: readonly { readonly fullpkgname: string; readonly contentDigest: string }[];
  /** Seconds. */
  readonly sourceDateEpoch: number;
  readonly builder: {
    /** Of Tarwright. */
    readonly version: string;
    /** Of GitHub Actions, where it ran there. */
    readonly run?: {
      readonly url: string;
      /** What ran: `https://github.com/OWNER/NAME/.github/workflows/ports.yml@refs/heads/main`. */
      readonly workflow: string;
      /** The repository, as pip and SPDX write it: `git+https://github.com/OWNER/NAME@refs/heads/main`. */
      readonly source: string;
      readonly commit: string;
    };
  };
};

/** What can be another when a job is built a second time. */
export const CIRCUMSTANCES = ["folder-order", "host-name", "host-path", "parallelism", "time"] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** A second build gave the very same bytes, though these were others; sorted. */
export type Rebuild = { readonly varied: readonly Circumstance[] };

/** Commands that must succeed once all these packages, of one job, are installed. */
export type TestScript = {
  readonly shell: "sh" | "bash";
  readonly text: string;
  readonly fullpkgnames: readonly string[];
};

/** The finished archive of one subpackage of one job: a row of `index.json`. */
export type Package = {
  /** `foo-core-1.0p2-crypto`. */
  readonly fullpkgname: string;
  readonly name: string;
  readonly version: string;
  readonly revision?: number;
  readonly epoch?: number;
  readonly subpackage: string;
  readonly fullpkgpath: string;
  readonly comment: string;
  readonly flavors: readonly string[];
  /** Those of its port, chosen or not: who names any of them means this package. Absent when it has none. */
  readonly pseudoFlavors?: readonly string[];
  readonly base: string;
  readonly baseDigest: string;
  readonly arch: string;
  readonly layout: Layout;
  readonly prefix: string;
  /** The archive's file name in the release, and of that file (signed or not yet): digest and size. */
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** SHA-256 of the uncompressed tar without signature members: names the package wherever others refer to it. */
  readonly contentDigest: string;
  /** Of that tar: nobody needs to unpack more. */
  readonly tarBytes: number;
  readonly installedBytes: number;
  /** Of other ports' packages, by content digest. */
  readonly depends: readonly {
    readonly spec: string;
    readonly pkgpath: string;
    readonly contentDigest?: string;
  }[];
  /** What it says of packages beside it; absent when it goes by name and place alone. */
  readonly relations?: Relations;
  /** Packages of the base that must be present to run it. */
  readonly systemPackages: readonly string[];
  readonly libraries: {
    readonly provided: readonly ProvidedLibrary[];
    readonly needed: readonly string[];
    /** Folders that only `LD_LIBRARY_PATH` makes the loader search; absolute. */
    readonly path: readonly string[];
  };
  /** Whether it works at another place than its prefix; `because` is a clause that names what hinders it. */
  readonly relocatable: { readonly verdict: "yes" } | { readonly verdict: "no"; readonly because: string };
  readonly job: JobId;
  /** The fingerprint without the choice of flavors: jobs that differ in their choice only have it in common. */
  readonly recipe: string;
  readonly fingerprint: string;
  readonly ingredients: Ingredients;
  /** Absent for what was not built from a recipe. */
  readonly origin?: Origin;
  readonly buildTimeMs: number;
  readonly audit: { readonly verdict: "clean" | "warnings"; readonly warnings: readonly string[] };
  readonly test: "passed" | "none";
  /** The test of its recipe, for whoever installs it; absent where there is none. */
  readonly testScript?: TestScript;
  /** Absent when nobody has built it a second time. */
  readonly rebuild?: Rebuild;
};

/** `index.json`: the packages of a folder or release, sorted by file name. */
export type PackageIndex = { readonly version: 1; readonly packages: readonly Package[] };
