// The dialect-free model: what a port is, and the nouns that several crafts share. Pure.

export { ARCHES, type Arch, type Base, type Family, isArch, type RootDigest } from "./base.ts";
export {
  bestFor,
  type Dependency,
  foreignDependencies,
  fulfils,
  isForBuild,
  isOwn,
  isSameDependency,
  isTool,
  newestFirst,
  type Provider,
  type SystemDependency,
} from "./dependency.ts";
export { type Digest, type Distfile, type DistfileUrl, isArchive } from "./distfile.ts";
export { type Flavors, flavorExtension, troubleWith } from "./flavors.ts";
export { isLiteral, matchesGlob, matchesWildcards } from "./glob.ts";
export { type Job, type JobId, jobId, LAYOUTS, type Layout } from "./job.ts";
export {
  type Build,
  type Checkout,
  HOOKS,
  type Hook,
  type Installed,
  type ManifestEntry,
  type Member,
  type PackingNote,
  type PackingRule,
  type Patch,
  type Phase,
  type Port,
  type Script,
  STYLES,
  type Style,
  type Subpackage,
} from "./model.ts";
export {
  archiveName,
  COMPRESSIONS,
  type Compression,
  fullpkgname,
  fullpkgpath,
  packageName,
  prefixOf,
  type Release,
  releaseOf,
  stemOf,
  withRevision,
} from "./names.ts";
export {
  AUDIT_CHECKS,
  type AuditCheck,
  CIRCUMSTANCES,
  type Circumstance,
  type Ingredients,
  type Origin,
  type Package,
  type PackageIndex,
  type Permit,
  type ProvidedLibrary,
  type Rebuild,
  type TestScript,
} from "./package.ts";
export { packagingOrder } from "./packaging.ts";
export {
  type Absence,
  type BuiltFile,
  builtTree,
  type Counterpart,
  counterpartOf,
  goesUnlisted,
  listedLibrary,
  PACKING_KINDS,
  type PackingEntry,
  type PackingKind,
} from "./packing.ts";
export { parsePkgpath } from "./pkgpath.ts";
export { isPkgspec, matchesPkgspec } from "./pkgspec.ts";
export { PLACES } from "./places.ts";
export { conflictBetween, type Relations, updateCandidates } from "./relations.ts";
export { TAG_FIELDS, type TagFields, tagOf } from "./tags.ts";
export { compareVersions, parseVersion } from "./versions.ts";
