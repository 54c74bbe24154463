// What a job's output depends on, as one record and one digest.

import { createHash } from "node:crypto";
import type { Digest, Ingredients, Job } from "../port/port.ts";

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
  /** SHA-256 (hex) of what else a build sees of the port's folder. */
  readonly folder: string;
  /** The packages that it asks for, but for tests: what each is called, and the fingerprint of the job that makes it. */
  readonly dependencies: Ingredients["dependencies"];
  readonly configureOptions: readonly string[];
};

export type Fingerprint = {
  /** Hex SHA-256 of everything that can change the job's output; equal ones need no second build. */
  readonly fingerprint: string;
  readonly ingredients: Ingredients;
};

export function fingerprint(inputs: Inputs): Fingerprint {
  const { job } = inputs;
  const ingredients = ingredientsOf(inputs);
  const place = { base: [job.base.name, job.base.digest], arch: job.arch, layout: job.layout };
  return { fingerprint: digestOf({ ...ingredients, ...place, prefix: job.prefix }), ingredients };
}

function ingredientsOf({ job, patches, distfiles, folder, ...inputs }: Inputs): Ingredients {
  // Left out is only what says where, how long and for whom it is built: a key of the port counts unless it is here.
  const { bases, limits, permit, prefix, flavors, distfiles: sources, patches: applied, ...port } = job.port;
  return {
    generation: BUILD_GENERATION,
    port: digestOf({
      ...port,
      flavors: flavors.chosen,
      subdirs: sources.map(({ subdir }) => subdir),
      strips: applied.map(({ strip }) => strip),
    }),
    distfiles: digestOf(distfiles.map(({ file, digest }) => [file, digest.algorithm, digest.hex])),
    patches: digestOf(patches),
    folder,
    options: digestOf(inputs.configureOptions),
    dependencies: inDependencyOrder(inputs.dependencies),
  };
}

function inDependencyOrder(dependencies: Ingredients["dependencies"]): Ingredients["dependencies"] {
  // Only these two keys: whoever hands in rows of an index must not slip their times and sizes in.
  const pairs = dependencies.map(({ fullpkgname, fingerprint: digest }) => ({
    fullpkgname,
    fingerprint: digest,
  }));
  const byName = (a: (typeof pairs)[number], b: typeof a) => (a.fullpkgname < b.fullpkgname ? -1 : 1);
  return [...new Map(pairs.map((one) => [one.fullpkgname, one])).values()].sort(byName);
}

/**
 * Digest of the recipe as written and of what surrounds it, whatever flavors were chosen: two jobs with this in
 * common must make equal packages wherever a package's name says that it does not depend on the choice.
 */
export function recipeDigest(inputs: Inputs): string {
  const { job } = inputs;
  const { port, ...others } = ingredientsOf(inputs);
  return digestOf({
    ...others,
    text: job.port.span.source.text,
    pkgpath: job.port.pkgpath,
    base: [job.base.name, job.base.digest],
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
  });
}

/**
 * Of the record as JSON, keys by code unit, so that the order in which our own code names them is no matter. Spans are
 * left out: where a value is written does not change what is built from it.
 */
function digestOf(record: unknown): string {
  const text = JSON.stringify(record, (key, value: unknown) => {
    if (key === "span") return undefined;
    if (value instanceof Map) return sorted(Object.fromEntries(value));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? sorted(value) : value;
  });
  return createHash("sha256").update(text).digest("hex");
}

function sorted(record: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
