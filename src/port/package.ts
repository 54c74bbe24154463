import type { JobId, Layout } from "./job.ts";

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
  readonly installedBytes: number;
  /** Of other ports' packages, by content digest. */
  readonly depends: readonly {
    readonly spec: string;
    readonly pkgpath: string;
    readonly contentDigest?: string;
  }[];
  /** Packages of the base that must be present to run it. */
  readonly systemPackages: readonly string[];
  readonly libraries: { readonly provided: readonly string[]; readonly needed: readonly string[] };
  readonly job: JobId;
  readonly fingerprint: string;
  readonly buildTimeMs: number;
  readonly audit: { readonly verdict: "clean" | "warnings"; readonly warnings: readonly string[] };
  readonly test: "passed" | "none";
};

/** `index.json`: the packages of a folder or release, sorted by file name. */
export type PackageIndex = { readonly version: 1; readonly packages: readonly Package[] };
