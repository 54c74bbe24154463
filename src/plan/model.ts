import type { Arch, JobId, Layout, RootDigest } from "../port/port.ts";

/**
 * What is to be built, where, in which order and why: `plan.json` as it stands. Everything is decided in it, so that
 * whoever builds one of its jobs needs nothing but this and the ports.
 */
export type Plan = {
  readonly version: 1;
  /** Whether values of the ports may need commands run, in a buildbox. */
  readonly commands: "allowed" | "refused";
  /** Each base on each architecture, pinned. */
  readonly bases: readonly PlannedBase[];
  /** Dependencies first; ids are unique. */
  readonly jobs: readonly PlannedJob[];
  /** `job` takes packages of `needs`. Both are in `jobs`; sorted. */
  readonly edges: readonly Edge[];
  /** How many rank jobs the workflow has: ranks are 0 to one less. */
  readonly ranks: number;
  /** By rank, and by the rank that waits for them. No job is in two of them, and a fresh one in none. */
  readonly shards: readonly Shard[];
  /** Ports that the plan is made without, of some or of all their jobs; absent when there are none. */
  readonly leftOut?: readonly LeftOut[];
};

/** `because`: what is wrong with the port, or which of its dependencies is not to be had. */
export type LeftOut = { readonly pkgpath: string; readonly folder: string; readonly because: string };

export type PlannedBase = {
  readonly name: string;
  readonly arch: Arch;
  /** What `--base` is given to open it: a name of the catalogue, or `NAME=IMAGE`. */
  readonly wanted: string;
  /** `made`: the root was made from packages and is handed on, not pulled. */
  readonly source: "image" | "made" | "machine";
  /** A builder whose root has another one stops. */
  readonly digest: RootDigest;
};

export type Edge = { readonly job: JobId; readonly needs: JobId };

export type PlannedJob = {
  readonly id: JobId;
  readonly pkgpath: string;
  /** Of the port, seen from the folder in which `plan` ran. */
  readonly folder: string;
  readonly version: string;
  /** The whole choice, pseudo-flavors included; never the port's default by silence. */
  readonly flavors: readonly string[];
  readonly base: string;
  readonly arch: Arch;
  readonly layout: Layout;
  readonly prefix: string;
  readonly configureOptions: readonly string[];
  readonly fingerprint: string;
  /**
   * Those that are this job's to make: what another job makes to the same bytes is made there only. Empty when the job
   * only proves that its pseudo-flavors change no package; `compared` is not, as long as it runs.
   */
  readonly packages: readonly PlannedPackage[];
  /** Those that another job makes, and that this one makes too, since both must come out equal. */
  readonly compared: readonly PlannedPackage[];
  /** Jobs of this plan whose packages lie in its buildbox, those that they need to run included; sorted. */
  readonly needs: readonly JobId[];
  /** Packages of the release that lie in its buildbox, by file name and SHA-256: of fresh jobs, and of ports not planned. */
  readonly released: readonly ReleasedFile[];
  /** Recorded, or the median of what is recorded. */
  readonly expectedMs: number;
  readonly verdict: Verdict;
};

export type PlannedPackage = { readonly subpackage: string; readonly fullpkgname: string };

/** `tag` is of the release that has it, where there may be several. */
export type ReleasedFile = { readonly file: string; readonly sha256: string; readonly tag?: string };

export type Verdict =
  /** `reason`: `new`, `recipe changed: version 1.2 → 1.3`, … */
  | { readonly kind: "run"; readonly reason: string; readonly rank: number; readonly shard: string }
  /** All its packages are in the release, with this very fingerprint. */
  | { readonly kind: "fresh" };

/** One leg of a matrix: jobs that one runner builds one after the other. */
export type Shard = {
  /** `0-017`: rank and number, or `0to3-017` when the ranks between don't wait for it. Unique in the plan. */
  readonly name: string;
  /** It starts with this one. */
  readonly rank: number;
  /** The first rank that waits for it. */
  readonly until: number;
  readonly arch: Arch;
  /** Name of the only base that its jobs need. */
  readonly base: string;
  /** In the order in which they are built; what one needs of this shard comes before it. */
  readonly jobs: readonly JobId[];
  /** Jobs of shards that its rank waits for, whose artifacts it needs; sorted. */
  readonly needs: readonly JobId[];
  readonly expectedMs: number;
};
