import type { Host, HostPath } from "../host/host.ts";
import type { Result } from "../report.ts";
import type { SigningKey } from "./keys.ts";

/** Signs archives, and folders of packages, in place; the index and the sums beside them follow. Answers what was signed. */
export async function signFiles(
  _request: { readonly files: readonly HostPath[]; readonly key: SigningKey },
  _host: Host,
  _signal: AbortSignal,
): Promise<Result<readonly HostPath[]>> {
  throw new Error("to come");
}
