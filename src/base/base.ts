// Root file systems: the catalogue of bases, opening one with an engine, and the layers that stand on it.

export { baseNames, nameOfBase } from "./catalogue.ts";
export type { Ground, Workshop } from "./ground.ts";
export { buildRoot, type Needs, runPackages, runRoot } from "./layers.ts";
export { runLibraries } from "./libraries.ts";
export { type BaseRequest, openBase } from "./open.ts";
export type { MadeRecord } from "./record.ts";
export { createBase, exportBase, type ListedBase, listBases } from "./stock.ts";
