import type { Diagnostic } from "../report.ts";

/** Where one needed library of one file was found. */
export type Link = {
  /** Below the prefix. */
  readonly file: string;
  readonly needed: string;
  readonly from:
    | { readonly kind: "package"; readonly path: string }
    /** Another package: of the same job, or of a port that this one depends on. */
    | { readonly kind: "dependency"; readonly fullpkgname: string; readonly path: string }
    | { readonly kind: "base"; readonly path: string }
    | { readonly kind: "missing" };
};

/** What the linkage audit of one package found. */
export type AuditReport = {
  readonly fullpkgname: string;
  readonly verdict: "clean" | "warnings" | "failed";
  readonly links: readonly Link[];
  /** Severity as the recipe's `audit:` sets it; checks that are off are left out. */
  readonly findings: readonly Diagnostic[];
};
