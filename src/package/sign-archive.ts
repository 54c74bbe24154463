import { pipeline } from "node:stream/promises";
import type { Host, HostPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { compressionOf, type ReadArchive, readArchive } from "./archive-reader.ts";
import { wrongHashes } from "./file-hash.ts";
import { gzipMember, PLAIN_HEADER } from "./gzip.ts";
import type { SigningKey } from "./keys.ts";
import { SIGNATURE_NAME } from "./metadata.ts";
import { signDetached } from "./openpgp.ts";
import { blockHashes, readGzipStart, signedHeader } from "./signed-gzip.ts";
import { END_OF_ARCHIVE, headerOf, paddingOf } from "./tar.ts";

/**
 * A gzip header that names the member's first file: how a signed archive's second member, and the end of its first,
 * are found again.
 */
const SIGNATURE_HEADER = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
  Buffer.from(`${SIGNATURE_NAME}\0`),
]);

/**
 * Writes `archive` to `target` with a signature of its contents (`FileHash.sig`) and one in front of it. Its entries
 * keep their compressed bytes. A signature that it has already is replaced. The same key makes the same bytes.
 */
export async function signArchive(
  {
    archive,
    target,
    key,
  }: { readonly archive: HostPath; readonly target: HostPath; readonly key: SigningKey },
  host: Host,
  signal: AbortSignal,
): Promise<Result<void>> {
  if (compressionOf(archive) !== "gz") return wrong(notGzip(archive));
  const reading = await readArchive(archive, { host }, signal);
  if (reading.kind === "no-tool") return wrong(reading.diagnostic);
  if (reading.kind === "damaged") return wrong(damagedArchive(archive, reading.why));
  const troubles = wrongHashes(reading.archive, archive);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const { fileHash } = reading.archive;
  const sourceDateEpoch = fileHash.entry.modified;
  const last = await signatureMember(reading.archive, key);
  const { bodyAt } = await readGzipStart(archive, host);
  const end = await endOfEntries(archive, host);
  async function* body(): AsyncGenerator<Uint8Array> {
    yield* host.readStream(archive, { start: bodyAt, end: end - 1 });
    yield last;
  }
  const header = signedHeader(await blockHashes(body()), { key, sourceDateEpoch });
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield header;
    yield* body();
  }
  await pipeline(whole(), host.writeStream(target, "new"), { signal });
  return ok(undefined);
}

async function signatureMember({ fileHash }: ReadArchive, key: SigningKey): Promise<Buffer> {
  const { content, entry } = fileHash;
  const signature = Buffer.from(signDetached(content, key, entry.modified));
  const path = entry.path.replace(/FileHash$/, SIGNATURE_NAME);
  const header = headerOf({ ...entry, kind: "file", path, sizeBytes: signature.length }, entry.modified);
  const chunks = [header, signature, paddingOf(signature.length), END_OF_ARCHIVE];
  return collected(gzipMember(chunks, SIGNATURE_HEADER));
}

/** Where the first gzip member ends, in the file: at the constant one, or at the one with the signature. */
async function endOfEntries(archive: HostPath, host: Host): Promise<number> {
  const constant = await endMember();
  const sizeBytes = (await host.status(archive))?.sizeBytes ?? 0;
  const start = Math.max(0, sizeBytes - LONGEST_SIGNATURE_MEMBER);
  const tail = await host.readRange(archive, start, sizeBytes - start);
  if (tail.subarray(-constant.length).equals(constant)) return sizeBytes - constant.length;
  const at = tail.lastIndexOf(SIGNATURE_HEADER);
  // It was just read as a package of ours: nothing else can stand there.
  if (at === -1) throw new Error(`${archive}: no end of the entries`);
  return start + at;
}

/** Under a block of header, a signature of some 400 bytes, and zeros. */
const LONGEST_SIGNATURE_MEMBER = 4096;

async function endMember(): Promise<Buffer> {
  return collected(gzipMember([END_OF_ARCHIVE], PLAIN_HEADER));
}

async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}

export function damagedArchive(archive: HostPath, why: string): Diagnostic {
  return {
    severity: "error",
    code: "package/damaged",
    blame: "request",
    message: `\`${archive}\` is no whole package: ${why}`,
    help: "fetch or build it again",
  };
}

function notGzip(archive: HostPath): Diagnostic {
  return {
    severity: "error",
    code: "package/not-signable",
    blame: "request",
    message: `\`${archive}\` has no place for a signature: only \`.tar.gz\` has`,
    help: "sign the folder that it lies in: `SHA256.sig` covers it",
  };
}
