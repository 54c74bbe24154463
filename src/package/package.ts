// Packing lists, metadata, the deterministic archive, signatures, the linkage audit, the index: writing and reading.

export type { AuditReport, Link } from "./audit.ts";
export { fileDigest } from "./digest.ts";
export { addToFolder, type FolderAddition, type FolderContent, readFolder } from "./folder.ts";
export { readIndex } from "./index-file.ts";
export {
  type DefaultKey,
  defaultKey,
  type KeyFiles,
  type PublicKey,
  parseSigningKey,
  readPublicKey,
  readSigningKey,
  type SigningKey,
  writeKey,
} from "./keys.ts";
export { type LibrarySet, scanLibraries } from "./libraries.ts";
export { type PackedJob, type PackRequest, packJob, type StagedPackage } from "./pack.ts";
export { signFiles } from "./sign.ts";
export { type UnpackedTree, type Unpacking, unpackPackage } from "./unpack.ts";
export { type Verified, verifyFiles } from "./verify.ts";
