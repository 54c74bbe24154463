import type { Subpackage } from "./model.ts";

type Sibling = Pick<Subpackage, "name" | "fullpkgpath" | "depends">;

export type PackagingOrder<S> =
  | { readonly kind: "ordered"; readonly packages: readonly S[] }
  /** Each needs the next, and the last the first. */
  | { readonly kind: "loop"; readonly loop: readonly [S, ...S[]] };

/** A package after the siblings that it needs, otherwise in the given order: what it needs is recorded in it. */
export function packagingOrder<S extends Sibling>(packages: readonly S[]): PackagingOrder<S> {
  const ordered: S[] = [];
  let left = packages;
  while (left.length > 0) {
    const ready = left.find((one) => neededSiblings(one, left).length === 0);
    if (!ready) return { kind: "loop", loop: loopAmong(left) };
    ordered.push(ready);
    left = left.filter((one) => one !== ready);
  }
  return { kind: "ordered", packages: ordered };
}

/** A dependency on a sibling names it by its `fullpkgpath`. */
function neededSiblings<S extends Sibling>({ depends }: S, siblings: readonly S[]): readonly S[] {
  const paths = [...depends.lib, ...depends.run].map(({ pkgpath }) => pkgpath);
  return siblings.filter(({ fullpkgpath }) => paths.includes(fullpkgpath));
}

/** Every one of `stuck` needs another of them: following the first need must come round. */
function loopAmong<S extends Sibling>(stuck: readonly S[]): readonly [S, ...S[]] {
  const path: S[] = [];
  let next = stuck[0];
  while (next && !path.includes(next)) {
    path.push(next);
    next = neededSiblings(next, stuck)[0];
  }
  if (!next) throw new Error("a package that needs none of its siblings is not stuck");
  return [next, ...path.slice(path.indexOf(next) + 1)];
}
