import { type Flavors, flavorExtension } from "./flavors.ts";
import type { Layout } from "./job.ts";
import { parseVersion } from "./versions.ts";

/** What a version of a port is called. */
export type Release = {
  /** The stem: `foo`. */
  readonly name: string;
  readonly version: string;
  /** OpenBSD's REVISION and EPOCH: `p2`, `v1` in names. */
  readonly revision?: number;
  readonly epoch?: number;
};

/** `foo-1.0p2v1`: stem, version, revision, epoch, in OpenBSD's order (packages-specs(7)). */
export function packageName({ name, version, revision, epoch }: Release): string {
  return `${name}-${version}${revisionSuffix({ revision, epoch })}`;
}

type Revision = { readonly revision: number | undefined; readonly epoch: number | undefined };

function revisionSuffix({ revision, epoch }: Revision): string {
  return `${revision === undefined ? "" : `p${revision}`}${epoch === undefined ? "" : `v${epoch}`}`;
}

/** Puts revision and epoch into a full name that a port wrote itself: after its version, before its flavors. */
export function withRevision(name: string, { revision, epoch }: Release): string {
  return name.replace(/^(.*?-[0-9][^-]*)/, `$1${revisionSuffix({ revision, epoch })}`);
}

/** `foo-core-1.0p2-crypto`: `subpackage` is `""` for the port's only package. */
export function fullpkgname(release: Release, subpackage: string, flavors: Flavors): string {
  const name = subpackage === "" ? release.name : `${release.name}-${subpackage}`;
  return `${packageName({ ...release, name })}${flavorExtension(flavors)}`;
}

/** `devel/foo,-core,crypto`: pseudo-flavors never appear in it (OpenBSD's FULLPKGPATH). */
export function fullpkgpath(pkgpath: string, subpackage: string, { available, chosen }: Flavors): string {
  const flavors = available.filter((flavor) => chosen.includes(flavor));
  return [pkgpath, ...(subpackage === "" ? [] : [`-${subpackage}`]), ...flavors].join(",");
}

/** The part of a full package name before the first dash that a digit follows: `foo-core` of `foo-core-1.0`. */
export function stemOf(name: string): string {
  const cut = name.search(/-[0-9]/);
  return cut === -1 ? name : name.slice(0, cut);
}

/** What a full package name says after its stem: a subpackage may have another version than its port. */
export function releaseOf(name: string): Omit<Release, "name"> {
  const [text = ""] = name.slice(stemOf(name).length + 1).split("-");
  const { upstream: version, revision, epoch } = parseVersion(text);
  return {
    version,
    ...(revision === undefined ? {} : { revision }),
    ...(epoch === undefined ? {} : { epoch }),
  };
}

export const COMPRESSIONS = ["gz", "zst", "xz", "bz2"] as const;
/** The suffix after `.tar.` picks the compressor. */
export type Compression = (typeof COMPRESSIONS)[number];

/** `vim-7.4.1467-no_x11--debian-12--x86_64.tar.gz`; layout `programs` is named, since a prefix is compiled in. */
export function archiveName(parts: {
  readonly fullpkgname: string;
  readonly layout: Layout;
  readonly base: string;
  readonly arch: string;
  readonly compression: Compression;
}): string {
  const layout = parts.layout === "programs" ? "--programs" : "";
  return `${parts.fullpkgname}${layout}--${parts.base}--${parts.arch}.tar.${parts.compression}`;
}

/** Where a job's files live on the user's machine; `vendorPrefix` is the port's own (or the user's `--prefix`). */
export function prefixOf(release: Release, layout: Layout, vendorPrefix: string): string {
  if (layout === "vendor") return vendorPrefix;
  const name = release.name.charAt(0).toUpperCase() + release.name.slice(1);
  return `/Programs/${name}/${release.version}`;
}
