import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import type { Host, HostPath } from "../host/host.ts";

/** SHA-256 of a file's content, in hex; undefined when there is no such file. */
export async function fileDigest(
  file: HostPath,
  host: Host,
  signal: AbortSignal,
): Promise<string | undefined> {
  if ((await host.status(file)) === undefined) return undefined;
  const hash = createHash("sha256");
  await pipeline(host.readStream(file), hash, { signal });
  return hash.digest("hex");
}
