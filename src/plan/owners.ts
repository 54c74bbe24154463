// A package that several jobs would make to the same bytes is made by one of them.

import { parsePkgpath } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import type { Node, Offer } from "./offers.ts";
import type { Links } from "./resolve.ts";

export type Ownership = {
  /**
   * The packages that are each job's to make. Jobs without any are left out, but for those that prove something: that a
   * pseudo-flavor changes no package.
   */
  readonly owned: ReadonlyMap<Node, readonly Offer[]>;
  /** For each job that makes a package of another's as well: the others. */
  readonly makers: ReadonlyMap<Node, ReadonlySet<Node>>;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Names decide, as they do in a release: of one port, packages of one name are equal whatever the flavors. A job whose
 * choice a dependency names makes them, since its packages alone are what was asked for; else the first job in `order`,
 * so that nothing has to wait that did not have to before.
 */
export function ownersOf(
  order: readonly Node[],
  { offers, links }: { readonly offers: ReadonlyMap<Node, readonly Offer[]>; readonly links: Links },
): Ownership {
  const named = namedNodes(links);
  const owners = new Map<string, Node>();
  const diagnostics: Diagnostic[] = [];
  const owned = new Map<Node, Offer[]>();
  const makers = new Map<Node, Set<Node>>();
  for (const node of [...order.filter((one) => named.has(one)), ...order.filter((one) => !named.has(one))]) {
    const own: Offer[] = [];
    const others = new Set<Node>();
    for (const offer of offers.get(node) ?? []) {
      const owner = owners.get(offer.key);
      if (!owner) {
        owners.set(offer.key, node);
        own.push(offer);
      } else if (owner.candidate !== node.candidate) diagnostics.push(samePackage(owner, offer));
      else if (owner !== node) others.add(owner);
    }
    if (own.length > 0 || [...others].some((other) => isPseudoApart(node, other))) owned.set(node, own);
    if (others.size > 0) makers.set(node, others);
  }
  return { owned, makers, diagnostics };
}

/** Jobs with a pseudo-flavor that a dependency asks for by name. */
function namedNodes(links: Links): ReadonlySet<Node> {
  const named = new Set<Node>();
  for (const { dependency, offer } of [...links.values()].flat()) {
    if (offer.from.kind !== "planned" || offer.from.node.port.flavors.pseudo.length === 0) continue;
    const { node } = offer.from;
    const wanted = parsePkgpath(dependency.pkgpath)?.flavors ?? "default";
    if (wanted !== "default" && wanted.some((one) => node.port.flavors.pseudo.includes(one))) named.add(node);
  }
  return named;
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
