import type { Host, HostPath } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";
import type { PublicKey } from "./keys.ts";

/** What was checked of one file. Without `troubles` all of it is right. */
export type Verified = {
  readonly file: HostPath;
  readonly kind: "archive" | "sums" | "folder";
  /** Undefined: nothing in it is signed. */
  readonly signer: PublicKey | undefined;
  /** Sentences: what was looked at and found right. */
  readonly checked: readonly string[];
  readonly contentDigest?: string;
  /** Errors, and warnings such as a signer that nobody vouches for. */
  readonly troubles: readonly Diagnostic[];
};

/** Archives, `SHA256.sig` files and folders. `keys` are those to trust; with none, what lies beside is only named. */
export async function verifyFiles(
  _request: { readonly files: readonly HostPath[]; readonly keys: readonly PublicKey[] },
  _host: Host,
  _signal: AbortSignal,
): Promise<readonly Verified[]> {
  throw new Error("to come");
}
