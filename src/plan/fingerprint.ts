// What a job's output depends on, as one record and one digest. Pure.

import { createHash } from "node:crypto";
import type { Digest, Job } from "../port/port.ts";

/**
 * Raised by hand when Tarwright itself begins to build or pack the same port to other bytes: the tool version's
 * build-relevant part. A release that changes only messages or planning leaves it alone.
 */
const BUILD_GENERATION = 1;

/** What stands beside the lowered port in a fingerprint: all of it known before the job runs. */
export type Inputs = {
  readonly job: Job;
  /** SHA-256 (hex) of each patch and of each distfile, in the port's order. */
  readonly patches: readonly string[];
  readonly distfiles: readonly { readonly file: string; readonly digest: Digest }[];
  /** Content digests of the packages it is built against, with the prefix they lie in. */
  readonly dependencies: readonly { readonly fullpkgname: string; readonly contentDigest: string }[];
  readonly configureOptions: readonly string[];
};

/** Digest (hex SHA-256) of everything that can change the job's output; equal fingerprints need no second build. */
export function fingerprint(inputs: Inputs): string {
  // Left out is only what says where, how long and for whom it is built: a key of the port counts unless it is here.
  const { bases, limits, permit, prefix, flavors, distfiles, patches, ...port } = inputs.job.port;
  return digestOf({
    ...surroundings(inputs),
    ...port,
    flavors: flavors.chosen,
    subdirs: distfiles.map(({ subdir }) => subdir),
    patches: patches.map(({ strip }, index) => [strip, inputs.patches[index] ?? null]),
  });
}

/**
 * Digest of the recipe as written and of what surrounds it, whatever flavors were chosen: two jobs with this in
 * common must make equal packages wherever a package's name says that it does not depend on the choice.
 */
export function recipeDigest(inputs: Inputs): string {
  const { text } = inputs.job.port.span.source;
  return digestOf({ ...surroundings(inputs), text, patches: inputs.patches });
}

function surroundings({ job, distfiles, dependencies, configureOptions }: Inputs) {
  return {
    generation: BUILD_GENERATION,
    pkgpath: job.port.pkgpath,
    base: [job.base.name, job.base.digest],
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
    distfiles: distfiles.map(({ file, digest }) => [file, digest.algorithm, digest.hex]),
    dependencies,
    configureOptions,
  };
}

/** Spans are left out: where a value is written does not change what is built from it. */
function digestOf(record: unknown): string {
  const text = JSON.stringify(record, (key, value: unknown) => {
    if (key === "span") return undefined;
    return value instanceof Map ? [...value] : value;
  });
  return createHash("sha256").update(text).digest("hex");
}
