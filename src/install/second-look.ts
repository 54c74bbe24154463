// A release that is published to while it is read: only that is worth a second look.

import type { Diagnostic, Result } from "../report.ts";
import { wasReplaced } from "./release.ts";
import type { Selection } from "./selection.ts";

/** What came of reading a release once. */
export type Look<T> =
  | { readonly kind: "done"; readonly result: Result<T> }
  | { readonly kind: "replaced"; readonly why: readonly Diagnostic[] };

/** Once more, from its signed list, when the release was another one in the end. */
export async function lookTwice<T>(look: () => Promise<Look<T>>): Promise<Result<T>> {
  const first = await look();
  if (first.kind === "done") return first.result;
  const second = await look();
  return second.kind === "done" ? second.result : { ok: false, error: second.why };
}

/** For what a release promised and did not keep: whether that is its fault, or somebody published to it meanwhile. */
export async function lookedAt<T>(
  result: Result<T>,
  { release, source }: Selection,
  signal: AbortSignal,
): Promise<Look<T>> {
  if (result.ok) return { kind: "done", result };
  const isReplaced = await wasReplaced(release, source, signal);
  return isReplaced ? { kind: "replaced", why: result.error } : { kind: "done", result };
}
