import type { Span } from "../report.ts";

/** Lower-case hex. */
export type Digest = { readonly algorithm: "sha256" | "sha512" | "md5"; readonly hex: string };

export type DistfileUrl =
  | { readonly kind: "web"; readonly url: string }
  /** `file:` URL: anywhere on this machine. */
  | { readonly kind: "file"; readonly path: string }
  /** Relative to the port's folder. */
  | { readonly kind: "port"; readonly path: string }
  /** `debian:FILE`: looked for in the pool of the Debian mirrors that this machine's apt is configured with. */
  | { readonly kind: "debian"; readonly file: string };

/** An upstream file. Fetched once into the cache, found there by digest. */
export type Distfile = {
  /** Name under which it is kept and shown: the last part of its first URL. */
  readonly file: string;
  /** Tried in order; upstream first, mirrors after. */
  readonly urls: readonly DistfileUrl[];
  readonly sizeBytes?: number;
  /** At least one; all are checked. A file in the port's folder may have none. */
  readonly digests: readonly Digest[];
  /** What is done with it, when it is not unpacked or laid into the source: applied as a patch, or nothing. */
  readonly role?: "patch" | "kept";
  /** Below the source folder, where its content goes; `""` for the usual place. */
  readonly subdir: string;
  /** Below the folder that archives are unpacked into: where its content goes as it is. Absent: the usual place. */
  readonly unpackedTo?: string;
  /** Below the folder of all distfiles, where the recipe's scripts look for it; right there when nothing is said. */
  readonly keptIn?: string;
  /** `packed`: an archive that is copied like any other file. */
  readonly left?: "packed";
  readonly span: Span;
  /** Where the digest is written, and the size if elsewhere than the name, for a mismatch. */
  readonly digestSpan: Span;
  readonly sizeSpan?: Span;
};

const ARCHIVE = /\.(tar|tgz|tbz2?|txz|tlz|tzst|zip|(tar\.(gz|bz2?|xz|zst|lz|lzma|Z)))$/i;

/** Whether the extract phase unpacks it; everything else is copied as it is. */
export function isArchive(file: string): boolean {
  return ARCHIVE.test(file);
}
