import {
  bestFor,
  type Dependency,
  type Job,
  type Layout,
  type Package,
  releaseOf,
  type Subpackage,
} from "../port/port.ts";
import type { Variant } from "./candidate.ts";

/** A job that may come into the plan, before it is known whether it has to run. */
export type Node = Variant & {
  readonly job: Job;
  readonly wanted: string;
  /** What it asks of other ports. */
  readonly depends: readonly Dependency[];
};

/** A package that something can depend on: to be made by a job, or in the release already. */
export type Offer = {
  readonly fullpkgname: string;
  readonly fullpkgpath: string;
  readonly flavors: readonly string[];
  readonly version: string;
  readonly revision?: number;
  readonly epoch?: number;
  readonly from:
    | { readonly kind: "planned"; readonly node: Node; readonly subpackage: Subpackage }
    | { readonly kind: "released"; readonly row: Package };
};

/** What packages of one base and architecture may take from each other. */
export type Place = { readonly base: string; readonly arch: string; readonly layout: Layout };

/** Finds packages by the last part of their port's folder, which every pkgpath that means them ends in. */
export class Offers {
  readonly #found = new Map<string, Offer[]>();

  add(place: Place, offer: Offer): void {
    const key = keyOf(place, offer.fullpkgpath);
    const known = this.#found.get(key);
    if (known) known.push(offer);
    else this.#found.set(key, [offer]);
  }

  best(place: Place, dependency: Dependency): Offer | undefined {
    return bestFor(this.#found.get(keyOf(place, dependency.pkgpath)) ?? [], dependency);
  }
}

function keyOf({ base, arch, layout }: Place, pkgpath: string): string {
  return `${base} ${arch} ${layout} ${lastPart(pkgpath)}`;
}

/** `vim` of `editors/vim,-main,no_x11`. */
export function lastPart(pkgpath: string): string {
  const comma = pkgpath.indexOf(",");
  const folder = comma === -1 ? pkgpath : pkgpath.slice(0, comma);
  return folder.slice(folder.lastIndexOf("/") + 1);
}

export function placeOf({ base, arch, layout }: Job): Place {
  return { base: base.name, arch, layout };
}

export function offersOf(node: Node): readonly Offer[] {
  const { port } = node;
  return port.packages.map((subpackage) => ({
    fullpkgname: subpackage.fullpkgname,
    fullpkgpath: subpackage.fullpkgpath,
    flavors: port.flavors.chosen,
    ...releaseOf(subpackage.fullpkgname),
    from: { kind: "planned", node, subpackage },
  }));
}

export function offerOfRow(row: Package): Offer {
  const { fullpkgname, fullpkgpath, flavors } = row;
  return { fullpkgname, fullpkgpath, flavors, ...releaseOf(fullpkgname), from: { kind: "released", row } };
}
