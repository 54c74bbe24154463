// The packets of OpenPGP certificates of others (RFC 4880, 4.2), as far as it takes to find Ed25519 keys in them.

export type Ed25519Certificate = {
  /** 32 bytes, as hex. */
  readonly point: string;
  /** The first user ID; may be empty. */
  readonly name: string;
};

const PUBLIC_KEY = 6;
const USER_ID = 13;
/** Version 4, a time, EdDSA, the curve's identifier, a number of 263 bits that begins with 0x40. */
const ED25519 = /^04[0-9a-f]{8}16092b06010401da470f01010740([0-9a-f]{64})$/;

export function ed25519In(certificates: Buffer): readonly Ed25519Certificate[] {
  const found: Ed25519Certificate[] = [];
  let point: string | undefined;
  for (const { tag, body } of packetsIn(certificates)) {
    if (tag === PUBLIC_KEY) {
      if (point !== undefined) found.push({ point, name: "" });
      point = ED25519.exec(body.toString("hex"))?.[1];
    }
    if (tag === USER_ID && point !== undefined) {
      found.push({ point, name: body.toString().replace(/\p{Cc}/gu, " ") });
      point = undefined;
    }
  }
  return point === undefined ? found : [...found, { point, name: "" }];
}

type Packet = { readonly tag: number; readonly body: Buffer };

/** Until something in it is no packet. */
function* packetsIn(bytes: Buffer): Generator<Packet> {
  for (let at = 0; at < bytes.length; ) {
    const head = bytes[at] ?? 0;
    const length = head & 0x40 ? newLength(bytes, at + 1) : oldLength(bytes, at + 1, head & 3);
    if (!(head & 0x80) || !length || length.from + length.size > bytes.length) return;
    const tag = head & 0x40 ? head & 0x3f : (head >> 2) & 0xf;
    yield { tag, body: bytes.subarray(length.from, length.from + length.size) };
    at = length.from + length.size;
  }
}

type Length = { readonly from: number; readonly size: number };

function newLength(bytes: Buffer, at: number): Length | undefined {
  const first = bytes[at];
  if (first === undefined || (first > 223 && first < 255)) return undefined;
  if (first < 192) return { from: at + 1, size: first };
  if (first < 224) return { from: at + 2, size: ((first - 192) << 8) + (bytes[at + 1] ?? 0) + 192 };
  return at + 5 > bytes.length ? undefined : { from: at + 5, size: bytes.readUInt32BE(at + 1) };
}

function oldLength(bytes: Buffer, at: number, type: number): Length | undefined {
  const width = [1, 2, 4][type];
  if (width === undefined || at + width > bytes.length) return undefined;
  return { from: at + width, size: bytes.readUIntBE(at, width) };
}

/** The bytes of all blocks of public keys in a text, or a file that holds them as they are. */
export function dearmored(file: Buffer): Buffer | undefined {
  if ((file[0] ?? 0) & 0x80)
    return [...packetsIn(file)].some(({ tag }) => tag === PUBLIC_KEY) ? file : undefined;
  const blocks = file
    .toString("latin1")
    .matchAll(
      /-----BEGIN PGP PUBLIC KEY BLOCK-----\r?\n(?:[^\r\n:]+: [^\n]*\n)*\r?\n([A-Za-z0-9+/=\s]+?)\r?\n=[A-Za-z0-9+/]{4}/g,
    );
  const bytes = Buffer.concat([...blocks].map(([, text = ""]) => Buffer.from(text, "base64")));
  return [...packetsIn(bytes)].some(({ tag }) => tag === PUBLIC_KEY) ? bytes : undefined;
}
