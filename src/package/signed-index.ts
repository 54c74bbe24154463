import path from "node:path/posix";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { fileDigest } from "./digest.ts";
import { INDEX_NAME, readIndex } from "./index-file.ts";
import type { PublicKey } from "./keys.ts";
import { readSignedSums } from "./signed-sums.ts";
import { SIGNED_SUMS_NAME } from "./sums.ts";

/**
 * The rows of an index that a signed list vouches for: `place` is a folder with `index.json` and `SHA256.sig`, or that
 * index. Its packages need not be there. Rows whose file the list does not have as they say are left out.
 */
export async function readSignedIndex(
  { place, keys }: { readonly place: HostPath; readonly keys: readonly PublicKey[] },
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly Package[]>> {
  const folder = path.basename(place) === INDEX_NAME ? hostPath(path.dirname(place)) : place;
  const list = joinPath(folder, SIGNED_SUMS_NAME);
  const text = await host.readText(list);
  if (text === undefined) {
    const what = `\`${folder}\` has no \`${SIGNED_SUMS_NAME}\`: nobody vouches for its index`;
    return wrong(untrusted(what, "fetch it from the release, beside its index"));
  }
  const signed = readSignedSums(text, keys);
  if (signed.kind === "unreadable")
    return wrong(untrusted(`\`${list}\` is not a signed list of digests`, "fetch it again"));
  if (signed.kind !== "signed") {
    const names = keys.map(({ name, keyNumber }) => `\`${name}\` (${keyNumber})`).join(", ");
    const what = `\`${list}\` is not signed by ${names}`;
    return wrong(untrusted(what, "give the public key of whoever published it with `--public-key`"));
  }
  const { digests } = signed;
  const index = joinPath(folder, INDEX_NAME);
  if ((await fileDigest(index, host, signal)) !== digests.get(INDEX_NAME)) {
    return wrong(untrusted(`\`${index}\` is not the one that \`${list}\` vouches for`, "fetch both again"));
  }
  const read = await readIndex(folder, host);
  if (!read.ok) return read;
  return ok((read.value?.packages ?? []).filter(({ file, sha256 }) => digests.get(file) === sha256));
}

function untrusted(message: string, help: string): Diagnostic {
  return { severity: "error", code: "package/untrusted-index", blame: "request", message, help };
}
