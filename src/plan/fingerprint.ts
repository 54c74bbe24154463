// What a job's output depends on, as one record and one digest.

import * as crypto from "node:crypto";
import type { Distfile, Ingredients, Job, Port } from "../port/port.ts";

/**
 * Raised by hand when Tarwright itself begins to build or pack the same port to other bytes: the tool version's
 * build-relevant part. A release that changes only messages or planning leaves it alone.
 */
const BUILD_GENERATION = 1;

/** A file, folder or link of a port's folder as a build sees it. */
export type FolderFile = {
  /** Relative to the port's folder. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link";
  /** As git knows modes: 0o755 or 0o644. */
  readonly mode: number;
  /** Hex SHA-256 of a file's content, or of where a link leads. */
  readonly sha256: string;
};

/** What stands beside the lowered port in a fingerprint: all of it known before the job runs. */
export type Inputs = {
  readonly job: Job;
  /** All of the port's folder, in the order of a walk. */
  readonly files: readonly FolderFile[];
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
  const { base, arch, layout, prefix } = job;
  // Object.assign, since each object that a spread begins has in V8 a shape of its own.
  const all = Object.assign({ base: [base.name, base.digest], arch, layout, prefix }, ingredients);
  return { fingerprint: digestOf(all), ingredients };
}

function ingredientsOf({ job, files, dependencies, configureOptions }: Inputs): Ingredients {
  const { distfiles, patches } = job.port;
  const apart = notBuiltFrom(job.port);
  return {
    generation: BUILD_GENERATION,
    port: digestOf(countedOf(job.port)),
    distfiles: digestOf(distfiles.map((one) => [one.file, distfileDigest(one, files)])),
    patches: digestOf(patches.map(({ path }) => sha256Of(path, files))),
    folder: digestOf(files.filter(({ path }) => !apart.includes(path))),
    options: digestOf(configureOptions),
    dependencies: inDependencyOrder(dependencies),
  };
}

/** Keys of a port that only say where, how long and for whom it is built, or count by themselves. */
type Apart = "bases" | "limits" | "permit" | "prefix" | "distfiles" | "patches" | "span";

/** Any other key counts as it stands. All are written out, since V8 is slow with what is spread or assigned. */
function countedOf(port: Port): {
  readonly [K in Exclude<keyof Port, Apart> | "subdirs" | "strips"]: unknown;
} {
  return {
    name: port.name,
    version: port.version,
    revision: port.revision,
    epoch: port.epoch,
    dialect: port.dialect,
    pkgpath: port.pkgpath,
    comment: port.comment,
    homepage: port.homepage,
    license: port.license,
    flavors: port.flavors.chosen,
    packages: port.packages,
    dropped: port.dropped,
    depends: port.depends,
    subdirs: port.distfiles.map(({ subdir }) => subdir),
    strips: port.patches.map(({ strip }) => strip),
    build: port.build,
    checkouts: port.checkouts,
    installed: port.installed,
    members: port.members,
    partOf: port.partOf,
    ignored: port.ignored,
    network: port.network,
    runpath: port.runpath,
    audit: port.audit,
    test: port.test,
  };
}

/**
 * Files of the port's folder that a build does not depend on as they are: patches count by themselves, and a recipe by
 * what it says, but for GoboLinux's, which a shell reads again in the buildbox.
 */
function notBuiltFrom({ dialect, patches, span }: Port): readonly string[] {
  const recipe = span.source.name.slice(span.source.name.lastIndexOf("/") + 1);
  return [...(dialect === "gobolinux" ? [] : [recipe]), ...patches.map(({ path }) => path)];
}

/** A file of the port's own folder may come without a digest in the recipe. */
function distfileDigest({ digests, urls }: Distfile, files: readonly FolderFile[]): string {
  const [digest] = digests;
  if (digest) return `${digest.algorithm}:${digest.hex}`;
  return urls.flatMap((url) => (url.kind === "port" ? [sha256Of(url.path, files)] : []))[0] ?? "";
}

function sha256Of(path: string, files: readonly FolderFile[]): string {
  return files.find((file) => file.path === path.replace(/^(\.\/)+/, ""))?.sha256 ?? "";
}

function inDependencyOrder(dependencies: Ingredients["dependencies"]): Ingredients["dependencies"] {
  // Only these two keys: whoever hands in rows of an index must not slip their times and sizes in.
  const all = dependencies.map(({ fullpkgname, fingerprint: digest }) => ({
    fullpkgname,
    fingerprint: digest,
  }));
  if (all.length < 2) return all;
  all.sort(({ fullpkgname: a }, { fullpkgname: b }) => (a < b ? -1 : a > b ? 1 : 0));
  return all.filter(({ fullpkgname }, at) => fullpkgname !== all[at + 1]?.fullpkgname);
}

/**
 * Digest of the recipe as written and of what surrounds it, whatever flavors were chosen: two jobs with this in
 * common must make equal packages wherever a package's name says that it does not depend on the choice.
 */
export function recipeDigest(inputs: Inputs): string {
  const { job, files } = inputs;
  const { generation, options } = ingredientsOf(inputs);
  // Of the folder all: which of its files are patches or sources is for flavors to choose. So are dependencies.
  return digestOf({
    generation,
    options,
    files: digestOf(files),
    text: job.port.span.source.text,
    pkgpath: job.port.pkgpath,
    base: [job.base.name, job.base.digest],
    arch: job.arch,
    layout: job.layout,
    prefix: job.prefix,
  });
}

function digestOf(record: unknown): string {
  const text = canonical(record);
  return text === "[]" ? DIGEST_OF_NONE : sha256(text);
}

function sha256(text: string): string {
  // Node before 20.12 has no `hash`, which is twice as fast for short texts.
  return crypto.hash?.("sha256", text) ?? crypto.createHash("sha256").update(text).digest("hex");
}

/** Most ports have no patches, and most plans no options. */
const DIGEST_OF_NONE = sha256("[]");

/**
 * JSON, keys by code unit, so that the order in which our own code names them is no matter. Spans are left out: where a
 * value is written does not change what is built from it. Ports have hundreds of values, and there are many ports: hence
 * no array and no function for each of them.
 */
function canonical(value: unknown): string {
  if (typeof value === "string") return stringText(value);
  if (value instanceof Map) return canonical(Object.fromEntries(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text = "";
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    for (const one of value) text += text === "" ? canonical(one) : `,${canonical(one)}`;
    return `[${text}]`;
  }
  if (!isRecord(value)) return "{}";
  for (const { key, first, later } of keysOf(value)) {
    const one = value[key];
    if (one === undefined) continue;
    text += text === "" ? first : later;
    text += canonical(one);
  }
  return `{${text}}`;
}

/** Most are plain, and need none of JSON's care. */
function stringText(value: string): string {
  return /^[ !#-[\]-~]*$/.test(value) ? `"${value}"` : JSON.stringify(value);
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  return !Array.isArray(value);
}

/** A key, and how it is written: before all others, or after one. */
type Key = { readonly key: string; readonly first: string; readonly later: string };

/** By the names of their keys, in the order in which these were set: there are few kinds, and very many of each. */
type Kind = { readonly next: Map<string, Kind>; keys?: readonly Key[] };
const KINDS: Kind = { next: new Map() };

/** Keys of where something is written. */
const SPANS = ["span", "wantlibSpans"];

/** Sorted, and without spans. */
function keysOf(record: object): readonly Key[] {
  const names = Object.keys(record);
  let kind = KINDS;
  for (const name of names) {
    let next = kind.next.get(name);
    if (!next) {
      next = { next: new Map() };
      kind.next.set(name, next);
    }
    kind = next;
  }
  kind.keys ??= names
    .filter((key) => !SPANS.includes(key))
    .sort()
    .map((key) => ({ key, first: `${JSON.stringify(key)}:`, later: `,${JSON.stringify(key)}:` }));
  return kind.keys;
}
