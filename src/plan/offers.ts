import {
  bestFor,
  type Dependency,
  fulfils,
  type Job,
  type Package,
  releaseOf,
  type Subpackage,
} from "../port/port.ts";
import type { Variant } from "./candidate.ts";

/** A job that may come into the plan, before it is known whether it has to run. */
export type Node = Variant & {
  readonly job: Job;
  /** `placeOf` its job. */
  readonly place: string;
  /** `fileKey` of all that it could make: of each of the port's packages. */
  readonly keys: readonly string[];
  readonly wanted: string;
  /** What it asks of other ports. */
  readonly depends: readonly Dependency[];
};

/** A package that something can depend on: to be made by a job, or in the release already. */
export type Offer = {
  /** `fileKey` of it. */
  readonly key: string;
  readonly fullpkgname: string;
  readonly fullpkgpath: string;
  readonly flavors: readonly string[];
  readonly pseudoFlavors: readonly string[];
  readonly from:
    | { readonly kind: "planned"; readonly node: Node; readonly subpackage: Subpackage }
    | { readonly kind: "released"; readonly row: Package };
};

/** Finds packages by the last part of their port's folder, which every pkgpath that means them ends in. */
export class Offers {
  /** By place. */
  readonly #found = new Map<string, Map<string, Offer[]>>();

  add(place: string, offer: Offer): void {
    const there = this.#found.get(place) ?? new Map<string, Offer[]>();
    this.#found.set(place, there);
    const name = lastPart(offer.fullpkgpath);
    const known = there.get(name);
    if (known) known.push(offer);
    else there.set(name, [offer]);
  }

  best(place: string, dependency: Dependency): Offer | undefined {
    const all = this.#found.get(place)?.get(lastPart(dependency.pkgpath)) ?? [];
    const found = all.filter((offer) => fulfils(offer, dependency));
    if (found.length < 2) return found[0];
    // Versions are taken from names only where there is a choice: there are many packages, and hardly ever two.
    const versions = found.map((offer) => ({ ...offer, ...releaseOf(offer.fullpkgname), offer }));
    return bestFor(versions, dependency)?.offer;
  }
}

/** `vim` of `editors/vim,-main,no_x11`. */
export function lastPart(pkgpath: string): string {
  const comma = pkgpath.indexOf(",");
  const folder = comma === -1 ? pkgpath : pkgpath.slice(0, comma);
  return folder.slice(folder.lastIndexOf("/") + 1);
}

/** Packages of one base, architecture and layout may take from each other. */
export function placeOf({ base, arch, layout }: Pick<Package, "base" | "arch" | "layout">): string {
  return `${base} ${arch} ${layout}`;
}

/** What the file name of a package is made of. */
export function fileKey({ place }: Pick<Node, "place">, fullpkgname: string): string {
  return `${fullpkgname} ${place}`;
}

export function offersOf(node: Node): readonly Offer[] {
  const { port, keys } = node;
  return port.packages.map((subpackage, at) => ({
    key: keys[at] ?? fileKey(node, subpackage.fullpkgname),
    fullpkgname: subpackage.fullpkgname,
    fullpkgpath: subpackage.fullpkgpath,
    flavors: port.flavors.chosen,
    pseudoFlavors: port.flavors.pseudo,
    from: { kind: "planned", node, subpackage },
  }));
}

export function offerOfRow(row: Package): Offer {
  const { fullpkgname, fullpkgpath, flavors, pseudoFlavors = [] } = row;
  return {
    key: fileKey({ place: placeOf(row) }, fullpkgname),
    fullpkgname,
    fullpkgpath,
    flavors,
    pseudoFlavors,
    from: { kind: "released", row },
  };
}
