import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

// node:crypto takes keys in DER only; these are the constant parts around the 32 bytes (RFC 8410).
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** `seed`: 32 bytes. */
export function secretKeyObject(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

/** `point`: 32 bytes, as hex. */
export function publicKeyObject(point: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([SPKI, Buffer.from(point, "hex")]),
    format: "der",
    type: "spki",
  });
}

/** The public half, as hex. */
export function pointOf(secret: KeyObject): string {
  return createPublicKey(secret)
    .export({ format: "der", type: "spki" })
    .subarray(SPKI.length)
    .toString("hex");
}
