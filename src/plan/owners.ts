// A package that several jobs would make to the same bytes is made by one of them.

import type { Diagnostic } from "../report.ts";
import type { Node, Offer } from "./offers.ts";

export type Ownership = {
  /** The packages that are each job's to make; jobs without any are left out. */
  readonly owned: ReadonlyMap<Node, readonly Offer[]>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Names decide, as they do in a release: of one port, packages of one name are equal whatever the flavors. The first job
 * in `order` makes them, so that nothing has to wait that did not have to before.
 */
export function ownersOf(order: readonly Node[], offers: ReadonlyMap<Node, readonly Offer[]>): Ownership {
  const owners = new Map<string, Node>();
  const diagnostics: Diagnostic[] = [];
  const owned = new Map<Node, Offer[]>();
  for (const node of order) {
    const own: Offer[] = [];
    for (const offer of offers.get(node) ?? []) {
      const key = fileKey(node, offer.fullpkgname);
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, node);
        own.push(offer);
      } else if (owner.candidate !== node.candidate) diagnostics.push(samePackage(owner, offer));
    }
    if (own.length > 0) owned.set(node, own);
  }
  return { owned, diagnostics };
}

/** What the file name of a package is made of. */
export function fileKey({ place }: Pick<Node, "place">, fullpkgname: string): string {
  return `${fullpkgname} ${place}`;
}

function samePackage(first: Node, second: Offer): Diagnostic {
  if (second.from.kind !== "planned") throw new Error("a released package is nobody's to make");
  const { node, subpackage } = second.from;
  return {
    severity: "error",
    code: "plan/same-package",
    blame: "recipe",
    message: `\`${first.candidate.folder}\` and \`${node.candidate.folder}\` both make \`${second.fullpkgname}\` for ${node.job.base.name} on ${node.job.arch}`,
    span: subpackage.span,
    help: "rename one of them, or leave its port out",
    related: [{ message: "the other one", span: first.port.span }],
  };
}
