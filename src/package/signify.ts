// signify's formats (OpenBSD's signify.c): a comment line, a line of base64, and what follows.

import { createHash, sign, verify } from "node:crypto";
import { pointOf, publicKeyObject, secretKeyObject } from "./ed25519.ts";
import type { PublicKey, SigningKey } from "./keys.ts";

const COMMENT = "untrusted comment: ";
const ALGORITHM = Buffer.from("Ed");
const SIZES = { publicKey: 42, secretKey: 104, signature: 74 } as const;

function file(comment: string, bytes: Uint8Array): string {
  return `${COMMENT}${comment}\n${Buffer.from(bytes).toString("base64")}\n`;
}

/** The bytes of the second line, and what stands behind it. */
function parse(text: string): { readonly bytes: Buffer; readonly rest: string } | undefined {
  const [comment = "", line = ""] = text.split("\n", 2);
  if (!comment.startsWith(COMMENT) || !/^[A-Za-z0-9+/]+=*\r?$/.test(line)) return undefined;
  return { bytes: Buffer.from(line, "base64"), rest: text.slice(comment.length + line.length + 2) };
}

export function formatPublicKey({ name, keyNumber, point }: PublicKey): string {
  const bytes = Buffer.concat([ALGORITHM, Buffer.from(keyNumber, "hex"), Buffer.from(point, "hex")]);
  return file(`${name} public key`, bytes);
}

export function parsePublicKeyFile(text: string, name: string): PublicKey | undefined {
  const { bytes } = parse(text) ?? {};
  if (bytes?.length !== SIZES.publicKey || !bytes.subarray(0, 2).equals(ALGORITHM)) return undefined;
  return { name, keyNumber: bytes.toString("hex", 2, 10), point: bytes.toString("hex", 10) };
}

/** The key that a seed of 32 bytes makes. Its number, random in signify, follows from the key. */
export function keyOfSeed(seed: Uint8Array, name: string): SigningKey {
  const secret = secretKeyObject(seed);
  const point = pointOf(secret);
  const keyNumber = createHash("sha256").update(Buffer.from(point, "hex")).digest("hex").slice(0, 16);
  return { name, keyNumber, point, secret };
}

/** Without a passphrase, as `signify -G -n` writes it. */
export function formatSecretKey(seed: Uint8Array, { name, keyNumber, point }: PublicKey): string {
  const pair = Buffer.concat([seed, Buffer.from(point, "hex")]);
  const noRounds = Buffer.alloc(4);
  const salt = Buffer.alloc(16);
  const parts = [
    ALGORITHM,
    Buffer.from("BK"),
    noRounds,
    salt,
    checksum(pair),
    Buffer.from(keyNumber, "hex"),
    pair,
  ];
  return file(`${name} secret key`, Buffer.concat(parts));
}

export type SecretKeyReading =
  | { readonly kind: "key"; readonly key: SigningKey }
  | { readonly kind: "encrypted" }
  | { readonly kind: "public-key" }
  | { readonly kind: "damaged" }
  | { readonly kind: "unreadable" };

export function parseSecretKeyFile(text: string, name: string): SecretKeyReading {
  if (parsePublicKeyFile(text, name)) return { kind: "public-key" };
  const { bytes } = parse(text) ?? {};
  if (bytes?.length !== SIZES.secretKey || bytes.toString("latin1", 0, 4) !== "EdBK")
    return { kind: "unreadable" };
  if (bytes.readUInt32BE(4) !== 0) return { kind: "encrypted" };
  const pair = bytes.subarray(40);
  const secret = secretKeyObject(pair.subarray(0, 32));
  const point = pointOf(secret);
  if (!checksum(pair).equals(bytes.subarray(24, 32)) || pair.toString("hex", 32) !== point)
    return { kind: "damaged" };
  return { kind: "key", key: { name, keyNumber: bytes.toString("hex", 32, 40), point, secret } };
}

function checksum(pair: Buffer): Buffer {
  return createHash("sha512").update(pair).digest().subarray(0, 8);
}

/** Two lines, then the message: signify's embedded form (`-e`). */
export function signEmbedded(message: string, key: SigningKey): string {
  const bytes = [ALGORITHM, Buffer.from(key.keyNumber, "hex"), sign(null, Buffer.from(message), key.secret)];
  return `${file(`verify with ${key.name}.pub`, Buffer.concat(bytes))}${message}`;
}

export type EmbeddedReading = {
  readonly message: string;
  readonly keyNumber: string;
  readonly verify: (key: PublicKey) => "good" | "bad" | "other-key";
};

export function parseEmbedded(text: string): EmbeddedReading | undefined {
  const { bytes, rest = "" } = parse(text) ?? {};
  if (bytes?.length !== SIZES.signature || !bytes.subarray(0, 2).equals(ALGORITHM)) return undefined;
  const keyNumber = bytes.toString("hex", 2, 10);
  return {
    message: rest,
    keyNumber,
    verify: (key) => {
      if (key.keyNumber !== keyNumber) return "other-key";
      const isGood = verify(null, Buffer.from(rest), publicKeyObject(key.point), bytes.subarray(10));
      return isGood ? "good" : "bad";
    },
  };
}
