import type { Host, HostPath } from "../host/host.ts";
import { compressionOf } from "./archive-reader.ts";
import { Damaged } from "./damaged.ts";
import type { PublicKey } from "./keys.ts";
import { readGzipStart } from "./signed-gzip.ts";

export type Signer =
  | { readonly kind: "signed"; readonly by: PublicKey }
  | { readonly kind: "unsigned" }
  /** By none of the keys, or not well. */
  | { readonly kind: "stranger"; readonly keyNumber: string }
  /** Its form has no place for a signature: it is covered by a signed list only. */
  | { readonly kind: "listed" }
  | { readonly kind: "damaged"; readonly why: string };

/** Who signed an archive, by its header alone: whether the rest is what was signed, `verifyFiles` tells. */
export async function signerOf(archive: HostPath, keys: readonly PublicKey[], host: Host): Promise<Signer> {
  if (compressionOf(archive) !== "gz") return { kind: "listed" };
  try {
    const { signature } = await readGzipStart(archive, host);
    if (!signature) return { kind: "unsigned" };
    const by = keys.find((key) => signature.verify(key) === "good");
    return by ? { kind: "signed", by } : { kind: "stranger", keyNumber: signature.keyNumber };
  } catch (error) {
    if (error instanceof Damaged) return { kind: "damaged", why: error.message };
    throw error;
  }
}
