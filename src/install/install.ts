// The consumer's side: finds packages, believes what is signed, puts them in place, remembers and undoes.

export { type Aim, type Arrived, type InstallRequest, installPackages } from "./arrive.ts";
export { type LibraryPath, readInstalled, withEntries } from "./database.ts";
export { meant, removePackages } from "./depart.ts";
export { type Environment, environmentOf, shadowed, type Used } from "./environment.ts";
export { type Inspection, inspectPackage } from "./inspect.ts";
export { LOCK_NAME, readLock } from "./lock.ts";
export { type Message, messagesOf } from "./messages.ts";
export { unpinKey } from "./pinned-key.ts";
export { type Place, readPlace } from "./place.ts";
export type { Trust } from "./release.ts";
export { updatePackages } from "./renew.ts";
export { appSite, profilePlaces, rootSite, type Site, systemRoot } from "./site.ts";
export { lackingSystem } from "./system.ts";
export { currentOf } from "./system-tree.ts";
export { recover } from "./transaction.ts";
export { parseWish, type Wish } from "./wish.ts";
