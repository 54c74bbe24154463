import type { Arch, Base, Port } from "../port/port.ts";
import type { Result } from "../report.ts";
import type { FolderFile } from "./fingerprint.ts";
import type { PlannedBase } from "./model.ts";

/** A port that may be built, read anew for each choice of flavors. */
export type Candidate = {
  /** `editors/vim`. */
  readonly pkgpath: string;
  /** Seen from the working folder. */
  readonly folder: string;
  readonly files: readonly FolderFile[];
  /** Of a port that is the sum of others: their files, too. */
  readonly memberFiles?: (port: Port) => readonly FolderFile[];
  /** Some recipes differ by the architecture. */
  readonly read: (flavors: "default" | readonly string[], arch: Arch) => Result<Port>;
};

/** A candidate with one choice of flavors, as it is read for one architecture. */
export type Variant = { readonly candidate: Candidate; readonly port: Port; readonly arch: Arch };

/** What is built for: a base on an architecture, pinned. */
export type Platform = {
  readonly base: Base;
  readonly arch: Arch;
  readonly wanted: string;
  readonly source: PlannedBase["source"];
};

/** Which choices of flavors of a port are built. */
export type FlavorWish =
  /** Every combination that the port allows, of its true flavors and of those pseudo-flavors. */
  | { readonly kind: "all"; readonly pseudo: readonly string[] }
  | { readonly kind: "listed"; readonly choices: readonly ("default" | readonly string[])[] }
  /** As `listed`, but of each choice only what the port has: one wish for many ports. */
  | { readonly kind: "where known"; readonly choices: readonly ("default" | readonly string[])[] };
