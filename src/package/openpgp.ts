// As much of OpenPGP (RFC 4880, EdDSA by RFC 9580 section 5.5.5.5) as one Ed25519 identity needs: a public key with a
// name, and detached signatures in armor.

import { createHash, sign, verify } from "node:crypto";
import { publicKeyObject } from "./ed25519.ts";
import type { PublicKey, SigningKey } from "./keys.ts";

/**
 * Part of the identity: the fingerprint covers it. No signature may be older, and SOURCE_DATE_EPOCH never is
 * (1980-01-01, the oldest time a ZIP archive can hold).
 */
const KEY_CREATED = 315532800;

const VERSION = 4;
const EDDSA = 22;
const SHA512 = 10;
const TAGS = { signature: 2, publicKey: 6, userId: 13 } as const;
const SIGNATURE = { ofDocument: 0x00, ofUserId: 0x13 } as const;
const SUBPACKET = {
  created: 2,
  issuer: 16,
  preferredHashes: 21,
  keyFlags: 27,
  issuerFingerprint: 33,
} as const;
/** 1.3.6.1.4.1.11591.15.1, Ed25519. */
const CURVE = Buffer.from("2b06010401da470f01", "hex");

/** The key as others import it, certified by itself. */
export function openpgpKey(key: SigningKey): string {
  const body = keyBody(key);
  const name = Buffer.from(`${key.name} (package signing)`);
  const certificate = signature(key, {
    type: SIGNATURE.ofUserId,
    created: KEY_CREATED,
    hashed: [keyFrame(body), Buffer.from([0xb4]), uint32(name.length), name],
    // It may certify and sign; SHA-512 and SHA-256 suit it.
    extra: [
      subpacket(SUBPACKET.keyFlags, Buffer.of(3)),
      subpacket(SUBPACKET.preferredHashes, Buffer.of(10, 8)),
    ],
  });
  return armor("PUBLIC KEY BLOCK", [packet(TAGS.publicKey, body), packet(TAGS.userId, name), certificate]);
}

/** A detached signature, as `gpg --armor --detach-sign` makes; the same for the same input. */
export function signDetached(content: Uint8Array, key: SigningKey, sourceDateEpoch: number): string {
  const created = Math.max(sourceDateEpoch, KEY_CREATED);
  const made = signature(key, { type: SIGNATURE.ofDocument, created, hashed: [content], extra: [] });
  return armor("SIGNATURE", [made]);
}

export type DetachedVerdict = "good" | "bad" | "other-key" | "unreadable";

/** Reads the signatures that `signDetached` makes, and no others. */
export function verifyDetached(content: Uint8Array, armored: string, key: PublicKey): DetachedVerdict {
  const parsed = parseSignature(armored);
  if (!parsed) return "unreadable";
  const fingerprint = createHash("sha1")
    .update(keyFrame(keyBody(key)))
    .digest();
  if (!parsed.issuer.equals(fingerprint)) return "other-key";
  const digest = digestOf([content], parsed.head);
  return verify(null, digest, publicKeyObject(key.point), parsed.point) ? "good" : "bad";
}

function keyBody({ point }: PublicKey): Buffer {
  const native = Buffer.concat([Buffer.of(0x40), Buffer.from(point, "hex")]);
  return Buffer.concat([
    Buffer.of(VERSION),
    uint32(KEY_CREATED),
    Buffer.of(EDDSA, CURVE.length),
    CURVE,
    integer(native),
  ]);
}

/** How a key is hashed. */
function keyFrame(body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0x99), uint16(body.length), body]);
}

type Making = {
  readonly type: number;
  readonly created: number;
  readonly hashed: readonly Uint8Array[];
  readonly extra: readonly Buffer[];
};

function signature(key: SigningKey, { type, created, hashed, extra }: Making): Buffer {
  const fingerprint = createHash("sha1")
    .update(keyFrame(keyBody(key)))
    .digest();
  const facts = Buffer.concat([
    subpacket(SUBPACKET.issuerFingerprint, Buffer.concat([Buffer.of(VERSION), fingerprint])),
    subpacket(SUBPACKET.created, uint32(created)),
    ...extra,
  ]);
  const head = Buffer.concat([Buffer.of(VERSION, type, EDDSA, SHA512), uint16(facts.length), facts]);
  const digest = digestOf(hashed, head);
  const point = sign(null, digest, key.secret);
  const issuer = subpacket(SUBPACKET.issuer, fingerprint.subarray(12));
  return packet(
    TAGS.signature,
    Buffer.concat([
      head,
      uint16(issuer.length),
      issuer,
      digest.subarray(0, 2),
      integer(point.subarray(0, 32)),
      integer(point.subarray(32)),
    ]),
  );
}

function digestOf(hashed: readonly Uint8Array[], head: Buffer): Buffer {
  const hash = createHash("sha512");
  for (const part of [...hashed, head, Buffer.of(VERSION, 0xff), uint32(head.length)]) hash.update(part);
  return hash.digest();
}

type ParsedSignature = { readonly head: Buffer; readonly issuer: Buffer; readonly point: Buffer };

/** Undefined for anything but one EdDSA signature of a document, by SHA-512. */
function parseSignature(armored: string): ParsedSignature | undefined {
  const [, text] =
    /^-----BEGIN PGP SIGNATURE-----\n\n([A-Za-z0-9+/=\n]+)\n=[A-Za-z0-9+/]{4}\n-----END/.exec(armored) ?? [];
  const bytes = Buffer.from(text ?? "", "base64");
  // Ours is shorter than 192 bytes, so that its length takes one.
  if (bytes[0] !== (0xc0 | TAGS.signature) || bytes[1] !== bytes.length - 2) return undefined;
  const body = bytes.subarray(2);
  if (body.length < 6 || !body.subarray(0, 4).equals(Buffer.of(VERSION, 0, EDDSA, SHA512))) return undefined;
  const factsEnd = 6 + body.readUInt16BE(4);
  const start = Buffer.of(22, SUBPACKET.issuerFingerprint, VERSION);
  if (!body.subarray(6, 9).equals(start) || factsEnd + 2 > body.length) return undefined;
  const issuerEnd = factsEnd + 2 + body.readUInt16BE(factsEnd);
  const r = readInteger(body, issuerEnd + 2);
  const s = r && readInteger(body, r.end);
  if (!r || !s || s.end !== body.length) return undefined;
  return {
    head: body.subarray(0, factsEnd),
    issuer: body.subarray(9, 29),
    point: Buffer.concat([r.value, s.value]),
  };
}

/** A number of up to 256 bits, filled up to that width. */
function readInteger(body: Buffer, at: number): { readonly value: Buffer; readonly end: number } | undefined {
  if (at + 2 > body.length) return undefined;
  const size = Math.ceil(body.readUInt16BE(at) / 8);
  const end = at + 2 + size;
  if (size > 32 || end > body.length) return undefined;
  return { value: Buffer.concat([Buffer.alloc(32 - size), body.subarray(at + 2, end)]), end };
}

/** Without leading zeros, after the number of its bits. */
function integer(bytes: Buffer): Buffer {
  const from = bytes.findIndex((byte) => byte !== 0);
  const value = from === -1 ? Buffer.alloc(0) : bytes.subarray(from);
  const bits = value.length === 0 ? 0 : (value.length - 1) * 8 + (32 - Math.clz32(value[0] ?? 0));
  return Buffer.concat([uint16(bits), value]);
}

function packet(tag: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xc0 | tag), lengthOf(body.length), body]);
}

function subpacket(type: number, body: Buffer): Buffer {
  return Buffer.concat([lengthOf(body.length + 1), Buffer.of(type), body]);
}

function lengthOf(size: number): Buffer {
  return size < 192 ? Buffer.of(size) : Buffer.concat([Buffer.of(0xff), uint32(size)]);
}

function armor(what: string, packets: readonly Buffer[]): string {
  const bytes = Buffer.concat(packets);
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN PGP ${what}-----\n\n${lines.join("\n")}\n=${crc24(bytes).toString("base64")}\n-----END PGP ${what}-----\n`;
}

function crc24(bytes: Buffer): Buffer {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return uint32(crc & 0xffffff).subarray(1);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
