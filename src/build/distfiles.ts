import type { Host, HostPath } from "../host/host.ts";
import type { Digest, Distfile } from "../port/port.ts";
import type { Diagnostic, Report } from "../report.ts";

export type FetchSetting = {
  readonly portFolder: HostPath;
  /** Files are kept in it by digest: `sha256/<hex>`. */
  readonly cache: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/** A distfile on this machine whose size and digests are right. */
export type FetchedDistfile = { readonly distfile: Distfile; readonly file: HostPath };

/** One place that was tried, and why it did not serve. */
export type Attempt = { readonly from: string } & (
  | { readonly kind: "unreachable"; readonly why: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "absent" }
  | { readonly kind: "outside-port" }
  | { readonly kind: "no-archive"; readonly why: string }
  | { readonly kind: "truncated"; readonly found: number; readonly expected: number }
  | { readonly kind: "wrong-size"; readonly found: number; readonly expected: number }
  | { readonly kind: "wrong-digest"; readonly expected: Digest; readonly found: string }
);

export type FetchFailure = { readonly distfile: Distfile; readonly attempts: readonly Attempt[] };

export type FetchOutcome =
  | { readonly kind: "fetched"; readonly files: readonly FetchedDistfile[] }
  /** All that could not be had, in the port's order. */
  | { readonly kind: "failed"; readonly failures: readonly FetchFailure[] }
  | { readonly kind: "aborted" };

/** Brings every distfile into the cache: a few at a time, each from the first of its places that has it right. */
export async function fetchDistfiles(
  _distfiles: readonly Distfile[],
  _setting: FetchSetting,
  _signal: AbortSignal,
): Promise<FetchOutcome> {
  throw new Error("to come");
}

/** One diagnostic for each distfile that could not be had, at its place in the recipe. */
export function explainFetch(_failures: readonly FetchFailure[]): readonly Diagnostic[] {
  throw new Error("to come");
}
