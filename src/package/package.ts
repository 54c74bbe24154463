// Packing lists, metadata, the deterministic archive, signatures, the linkage audit, the index: writing and reading.

export { fileDigest } from "./digest.ts";
export { addToFolder, readFolder } from "./folder.ts";
export { readIndex } from "./index-file.ts";
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
export { type PackRequest, type PresentPackage, packJob, type StagedPackage } from "./pack.ts";
export { signFiles } from "./sign.ts";
export { unpackPackage } from "./unpack.ts";
export { type Verified, verifyFiles } from "./verify.ts";
