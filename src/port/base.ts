/** Machine names as `uname -m` prints them. */
export const ARCHES = ["x86_64", "aarch64"] as const;
export type Arch = (typeof ARCHES)[number];

export function isArch(text: string): text is Arch {
  return (ARCHES as readonly string[]).includes(text);
}

export type Family = "debian" | "alpine" | "redhat" | "host";

/** `sha256:` and 64 hex digits: an OCI manifest digest, or the digest of a made root's sorted package hashes. */
export type RootDigest = string & { readonly rootDigest: unique symbol };

/** The file system a job starts from, decided: named, and pinned to one root. */
export type Base = {
  readonly name: string;
  readonly family: Family;
  /** Of the build image's root; what a builder opens must have the same. */
  readonly digest: RootDigest;
  /** Whether a run library may come from the base's own packages (Heroku's can't be added to). */
  readonly extensible: boolean;
};
