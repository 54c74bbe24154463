// Root file systems: the catalogue of bases, opening one with an engine, and the layers that stand on it.

export { nameOfBase, openCatalogue } from "./catalogue.ts";
export { type BaseDifference, diffBases } from "./difference.ts";
export { createFromImage } from "./from-image.ts";
export type { Ground, Workshop } from "./ground.ts";
export { type Handed, packRoots, takeRoot } from "./hand-on.ts";
export { buildRoot, runPackages, runRoot } from "./layers.ts";
export { runLibraries } from "./libraries.ts";
export { BASE_LOCK_NAME, formatBaseLock, readBaseLock } from "./lock.ts";
export { basesOf, lackingPackages } from "./machine.ts";
export { type BaseRequest, openBase, resolveBase } from "./open.ts";
export { lockBases } from "./pin.ts";
export { neutralFor, suppliedAs, suppliedFor, unknownPackages } from "./providers.ts";
export type { MadeRecord } from "./record.ts";
export { createBase, exportBase, type ListedBase, listBases } from "./stock.ts";
export { syncBase } from "./sync-base.ts";
export type { Target } from "./target.ts";
