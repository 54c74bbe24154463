// Packing lists, metadata, the deterministic archive, signatures, the linkage audit, the index: writing and reading.

export type { ReadMember } from "./archive-reader.ts";
export type { AuditReport } from "./audit.ts";
export { compareSymbolVersions } from "./audit-links.ts";
export { readBuiltFiles } from "./built-files.ts";
export { compareArchives, type DifferingFile } from "./compare.ts";
export { fileDigest } from "./digest.ts";
export {
  addToFolder,
  type EqualPackage,
  isBuiltWithSame,
  readFolder,
  rowOf,
  unequalPackages,
} from "./folder.ts";
export { unpackForeign } from "./foreign.ts";
export { listForeign } from "./foreign-listing.ts";
export { FILE_HASHES, type FileHashKind } from "./hash-list.ts";
export { formatIndex, INDEX_NAME, packageOf, parseIndex, readIndex } from "./index-file.ts";
export {
  auditInspected,
  type Inspected,
  inspectFolder,
  subjectOfManifest,
  unpackAlone,
} from "./inspect.ts";
export { copyInstalled } from "./installed-tree.ts";
export { type KeyRing, readKeyRing } from "./key-ring.ts";
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
export { type Manifest, parseManifest } from "./manifest.ts";
export { type PackRequest, type PresentPackage, packJob, type StagedPackage, subjectOf } from "./pack.ts";
export { packFolder } from "./pack-folder.ts";
export { profileScript } from "./profile.ts";
export { type JsonNode, readJson, shape } from "./shape.ts";
export { signFiles } from "./sign.ts";
export { signArchive } from "./sign-archive.ts";
export { readSignedIndex } from "./signed-index.ts";
export { type Digests, readSignedSums, readUnsignedSums } from "./signed-sums.ts";
export { signerOf } from "./signer.ts";
export { formatPublicKey, parseEmbedded, parsePublicKeyFile, signEmbedded } from "./signify.ts";
export { type SuggestedFiles, suggestFiles } from "./suggested-files.ts";
export { formatSums, parseSums, SIGNED_SUMS_NAME, SUMS_NAME, type Sum } from "./sums.ts";
export { unpackPackage } from "./unpack.ts";
export { type Verified, verifyFiles } from "./verify.ts";
export { verifyTree } from "./verify-tree.ts";
