import type { ApiTrouble } from "../host/host.ts";

/** Why a release is not what it should be. */
export type ReleaseTrouble =
  | { readonly kind: "api"; readonly during: string; readonly trouble: ApiTrouble }
  /** The signed list names files of others that are not there, or not as it says. */
  | { readonly kind: "lost"; readonly names: readonly string[] }
  /** It lists packages of others, and nobody vouches for the list. */
  | { readonly kind: "unverified"; readonly why: string }
  | { readonly kind: "immutable"; readonly names: readonly string[] }
  | { readonly kind: "too-many"; readonly count: number; readonly template: string | undefined }
  /** Tried again and again; `why` is what hindered it last. */
  | { readonly kind: "restless"; readonly why: string };

export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly trouble: ReleaseTrouble };

export function done<T>(value: T): Attempt<T> {
  return { kind: "done", value };
}

export function failed(trouble: ReleaseTrouble): Attempt<never> {
  return { kind: "failed", trouble };
}

/** Pauses while GitHub shows something else than it will: what was just made may be missing for half a minute. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000];

export function pauseMs(attempt: number): number | undefined {
  return PAUSES_MS[attempt];
}
