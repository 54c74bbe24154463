import type { Host, HostPath } from "../host/host.ts";
import type { Compression, Job, Package } from "../port/port.ts";
import type { Report, Result } from "../report.ts";
import type { AuditReport } from "./audit.ts";
import type { LibrarySet } from "./libraries.ts";

export type PackRequest = {
  readonly job: Job;
  /** What the fake phase left: the job's prefix lies below it. */
  readonly fakeRoot: HostPath;
  /** Seconds; no file of the package is younger. */
  readonly sourceDateEpoch: number;
  /** Of the run root with the run packages of the port's system dependencies. */
  readonly libraries: LibrarySet;
  /** Those of other ports that were there for the build (rows of their index). */
  readonly dependencyPackages: readonly Package[];
  /** Packages of the base that `depends: system` stands for, those needed at run time; sorted. */
  readonly systemPackages: readonly string[];
  readonly compression: Compression;
  /** Made if need be; the archives are left here, unsigned. */
  readonly staging: HostPath;
  /** The folder in the buildbox in which the build ran, like `/build`; left in a file it is a finding. */
  readonly buildPath: string;
  readonly fingerprint: string;
  /** The fingerprint without the choice of flavors. */
  readonly recipe: string;
  readonly buildTimeMs: number;
};

/** A row of the index to be, and its archive in the staging folder. `test` is `none` until the caller knows better. */
export type StagedPackage = { readonly package: Package; readonly archive: HostPath };

export type PackedJob = {
  readonly packages: readonly StagedPackage[];
  /** In the order of `packages`. */
  readonly audits: readonly AuditReport[];
};

/**
 * Cuts the fake root into the job's packages: audit, metadata, archive. The diagnostics of a refusal are all that is
 * wrong with the packing lists, or else all errors of the audit; warnings of the audit are in `audits`.
 */
export async function packJob(
  _request: PackRequest,
  _place: { readonly host: Host; readonly report: Report },
  _signal: AbortSignal,
): Promise<Result<PackedJob>> {
  throw new Error("to come");
}
