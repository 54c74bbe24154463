// A package that several jobs would make to the same bytes is made by one of them.

import type { Diagnostic } from "../report.ts";
import type { Node, Offer } from "./offers.ts";

export type Ownership = {
  /**
   * The packages that are each job's to make. Jobs without any are left out, but for those that prove something: that a
   * pseudo-flavor changes no package.
   */
  readonly owned: ReadonlyMap<Node, readonly Offer[]>;
  /** For each job that makes a package of another's as well: the others. */
  readonly makers: ReadonlyMap<Node, ReadonlySet<Node>>;
  /** Of each package, by its key, the one that is made. */
  readonly owners: ReadonlyMap<string, Offer>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Names decide, as they do in a release: of one port, packages of one name are equal whatever the flavors. The first job
 * in `order` makes them, so nothing has to wait that did not have to before: a choice that breaks a circle comes before
 * what it breaks it for.
 */
export function ownersOf(order: readonly Node[], offers: ReadonlyMap<Node, readonly Offer[]>): Ownership {
  const owners = new Map<string, Offer>();
  const diagnostics: Diagnostic[] = [];
  const owned = new Map<Node, Offer[]>();
  const makers = new Map<Node, Set<Node>>();
  for (const node of order) {
    const own: Offer[] = [];
    const others = new Set<Node>();
    for (const offer of offers.get(node) ?? []) {
      const first = owners.get(offer.key);
      if (!first) {
        owners.set(offer.key, offer);
        own.push(offer);
        continue;
      }
      const owner = makerOf(first).node;
      if (owner.candidate !== node.candidate) diagnostics.push(samePackage(owner, offer));
      else if (owner !== node) others.add(owner);
    }
    if (own.length > 0 || [...others].some((other) => isPseudoApart(node, other))) owned.set(node, own);
    if (others.size > 0) makers.set(node, others);
  }
  return { owned, makers, owners, diagnostics };
}

function makerOf({ from }: Offer): Extract<Offer["from"], { kind: "planned" }> {
  if (from.kind !== "planned") throw new Error("a released package is nobody's to make");
  return from;
}

/** Whether the choices of two jobs of one port differ in pseudo-flavors alone. */
function isPseudoApart({ port }: Node, { port: other }: Node): boolean {
  const [mine, theirs] = [port.flavors.chosen, other.flavors.chosen];
  const apart = [
    ...mine.filter((one) => !theirs.includes(one)),
    ...theirs.filter((one) => !mine.includes(one)),
  ];
  return apart.every((one) => port.flavors.pseudo.includes(one) || other.flavors.pseudo.includes(one));
}

function samePackage(first: Node, second: Offer): Diagnostic {
  const { node, subpackage } = makerOf(second);
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
