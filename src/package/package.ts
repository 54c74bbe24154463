// Packing lists, metadata, the deterministic archive, signatures, the linkage audit, the index: writing and reading.

export type { AuditReport } from "./audit.ts";
export { compareSymbolVersions } from "./audit-links.ts";
export { fileDigest } from "./digest.ts";
export { addToFolder, readFolder, rowOf } from "./folder.ts";
export { formatIndex, INDEX_NAME, parseIndex, readIndex } from "./index-file.ts";
export {
  auditInspected,
  type Inspected,
  inspectFolder,
  subjectOfManifest,
  unpackAlone,
} from "./inspect.ts";
export {
  defaultKey,
  type PublicKey,
  parseSigningKey,
  readPublicKey,
  readSigningKey,
  type SigningKey,
  writeKey,
} from "./keys.ts";
export { type LibrarySet, scanLibraries } from "./libraries.ts";
export type { Link, Offer } from "./linkage.ts";
export { type PackRequest, type PresentPackage, packJob, type StagedPackage, subjectOf } from "./pack.ts";
export { signFiles } from "./sign.ts";
export { signArchive } from "./sign-archive.ts";
export { signerOf } from "./signer.ts";
export { parseEmbedded, signEmbedded } from "./signify.ts";
export { formatSums, parseSums, SIGNED_SUMS_NAME, SUMS_NAME, type Sum } from "./sums.ts";
export { unpackPackage } from "./unpack.ts";
export { type Verified, verifyFiles } from "./verify.ts";
