import { createHash } from "node:crypto";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { compressionOf, type ReadArchive, type ReadMember, readArchive } from "./archive-reader.ts";
import { Damaged } from "./damaged.ts";
import { fileDigest } from "./digest.ts";
import { wrongHashes } from "./file-hash.ts";
import type { PublicKey } from "./keys.ts";
import { topFolder } from "./members.ts";
import { Planter } from "./planter.ts";
import { damagedArchive } from "./sign-archive.ts";
import { readGzipStart } from "./signed-gzip.ts";
import { unsigned, verifyEmbedded, verifySignatures } from "./verify.ts";

export type Unpacking = {
  readonly archive: HostPath;
  /** What the archive's row in its index says of it. */
  readonly row: Pick<Package, "fullpkgname" | "layout" | "prefix" | "sha256" | "contentDigest" | "tarBytes">;
  /** Made if need be. */
  readonly folder: HostPath;
  /** `index`: whoever wrote the row vouches for the archive. `keys`: a `.tar.gz` must be signed by one of them, too. */
  readonly trust: { readonly kind: "index" } | { readonly kind: "keys"; readonly keys: readonly PublicKey[] };
  readonly setuid: "refuse" | "keep";
  /** `checked`: its digest was that of its row when it came, and nobody else can have changed it since. */
  readonly digest?: "checked";
};

/** `folder` holds what belongs at `prefix`. */
export type UnpackedTree = {
  readonly folder: HostPath;
  readonly prefix: string;
  /** In the archive's order; paths are below the prefix. */
  readonly members: readonly ReadMember[];
};

/** A signature is appended behind what the row tells of: `FileHash.sig`, with its header. */
const MOST_SIGNATURE_BYTES = 4096;

/**
 * Unpacks an archive: its digest is that of its row, then its signature holds, and only then something is written, as
 * it streams. When not all that was said of it proves true, what was written is removed.
 */
export async function unpackPackage(
  unpacking: Unpacking,
  host: Host,
  signal: AbortSignal,
): Promise<Result<UnpackedTree>> {
  const { archive, row, folder, trust } = unpacking;
  const found = unpacking.digest === "checked" ? row.sha256 : await fileDigest(archive, host, signal);
  if (found !== row.sha256) return wrong(changed(archive, row, found));
  const untrusted = trust.kind === "keys" ? await untrustedStart(unpacking, host, signal) : [];
  if (untrusted.length > 0) return { ok: false, error: untrusted };
  const top = topFolder(row);
  await host.makeFolder(joinPath(folder, Buffer.from(top, "latin1").toString(), ".."));
  const read = await plant(unpacking, host, signal);
  const troubles = read.ok ? await untrueFacts(unpacking, read.value, { host, signal }) : read.error;
  const tree = joinPath((await host.realPath(folder)) ?? folder, Buffer.from(top, "latin1").toString());
  if (!read.ok || troubles.length > 0) {
    await host.remove(tree);
    return { ok: false, error: troubles };
  }
  const members = allMembers(read.value).map((member) => below(top, member));
  return ok({ folder: tree, prefix: row.prefix, members });
}

/** The signature in front of the archive, before any of it is unpacked. */
async function untrustedStart(
  { archive, trust }: Unpacking,
  host: Host,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  if (compressionOf(archive) !== "gz" || trust.kind === "index") return [];
  const means = { keys: trust.keys, host, signal };
  try {
    const { signature } = await readGzipStart(archive, host);
    if (!signature) return [unsigned(archive, means)];
    return (await verifyEmbedded(archive, signature, means)).troubles;
  } catch (error) {
    if (error instanceof Damaged) return [damagedArchive(archive, error.message)];
    throw error;
  }
}

async function plant(
  { archive, row, folder, setuid }: Unpacking,
  host: Host,
  signal: AbortSignal,
): Promise<Result<ReadArchive>> {
  const planter = new Planter({
    planting: host.plant(folder),
    top: topFolder(row),
    prefix: row.prefix,
    setuid,
  });
  try {
    const mostBytes = row.tarBytes + MOST_SIGNATURE_BYTES;
    const reading = await readArchive(archive, { host, sink: planter, mostBytes }, signal);
    if (reading.kind === "no-tool") return wrong(reading.diagnostic);
    if (reading.kind === "damaged") return wrong(damagedArchive(archive, reading.why));
    planter.finish();
    return ok(reading.archive);
  } catch (error) {
    if (error instanceof Damaged) return wrong(damagedArchive(archive, error.message));
    throw error;
  } finally {
    planter.close();
  }
}

type Means = { readonly host: Host; readonly signal: AbortSignal };

/** What the row, the list of hashes and the signature inside say otherwise than what was read. */
async function untrueFacts(
  { archive, row, trust }: Unpacking,
  read: ReadArchive,
  means: Means,
): Promise<readonly Diagnostic[]> {
  if (read.contentDigest !== row.contentDigest) {
    const why = `its content has the digest ${read.contentDigest}, and its index says ${row.contentDigest}`;
    return [damagedArchive(archive, why)];
  }
  const hashes = wrongHashes(read, archive);
  if (hashes.length > 0 || compressionOf(archive) !== "gz" || trust.kind === "index") return hashes;
  return (await verifySignatures(archive, read, { ...means, keys: trust.keys })).troubles;
}

/** With the signature, behind the list that it is of. */
function allMembers({ members, fileHash, fileHashSignature }: ReadArchive): readonly ReadMember[] {
  if (!fileHashSignature) return members;
  const { entry, content } = fileHashSignature;
  const sha256 = createHash("sha256").update(content).digest("hex");
  // No list has the digest of its own signature.
  const signature = { entry, sha256, listed: "" };
  return members.flatMap((one) => (one.entry.path === fileHash.entry.path ? [one, signature] : [one]));
}

function below(top: string, { entry, sha256, listed }: ReadMember): ReadMember {
  const cut = (path: string) => path.slice(top.length + 1).replace(/\/$/, "");
  const kept = { ...entry, path: cut(entry.path) };
  return { entry: kept.kind === "hard-link" ? { ...kept, target: cut(kept.target) } : kept, sha256, listed };
}

function changed(archive: HostPath, row: Unpacking["row"], found: string | undefined): Diagnostic {
  return {
    severity: "error",
    code: "package/changed",
    blame: "request",
    message: found
      ? `\`${archive}\` is not what its index says: expected sha256 ${row.sha256}, found ${found}`
      : `\`${archive}\` stands in the index, but is not there`,
    help: `build \`${row.fullpkgname}\` again`,
  };
}
