import type { PublicKey } from "./keys.ts";
import { parseEmbedded } from "./signify.ts";
import { parseSums } from "./sums.ts";

/** File → SHA-256. */
export type Digests = ReadonlyMap<string, string>;

export type SumsReading =
  | { readonly kind: "signed"; readonly digests: Digests; readonly signer: PublicKey }
  | { readonly kind: "unreadable" }
  | { readonly kind: "other-key"; readonly keyNumber: string }
  /** By its number it is this key's, but that key did not make it. */
  | { readonly kind: "forged"; readonly key: PublicKey };

/** The list inside a `SHA256.sig`, if one of `keys` signed it. */
export function readSignedSums(text: string, keys: readonly PublicKey[]): SumsReading {
  const signature = parseEmbedded(text);
  const digests = signature && digestsOf(signature.message);
  if (!signature || !digests) return { kind: "unreadable" };
  const { keyNumber } = signature;
  const key = keys.find((one) => one.keyNumber === keyNumber);
  if (!key) return { kind: "other-key", keyNumber };
  if (signature.verify(key) !== "good") return { kind: "forged", key };
  return { kind: "signed", digests, signer: key };
}

/** A `SHA256`, or what a `SHA256.sig` lists, whoever made it; undefined when it is neither. */
export function readUnsignedSums(text: string): Digests | undefined {
  return digestsOf(parseEmbedded(text)?.message ?? text);
}

function digestsOf(text: string): Digests | undefined {
  const sums = parseSums(text);
  return sums && new Map(sums.map(({ file, sha256 }) => [file, sha256]));
}
