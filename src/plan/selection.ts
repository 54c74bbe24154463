// Which of the packages that jobs could make are wanted at all.

import { fulfils } from "../port/port.ts";
import { type Diagnostic, nearest } from "../report.ts";
import type { Node, Offer } from "./offers.ts";
import type { Links } from "./resolve.ts";

type Owned = ReadonlyMap<Node, readonly Offer[]>;

/**
 * Keeps the subpackages of these names, and what they or other jobs need to be of use; all, where none is named. Ports
 * that have no such subpackage stay as they are.
 */
export function selectSubpackages(
  owned: Owned,
  { names, links }: { readonly names: readonly string[]; readonly links: Links },
): { readonly owned: Owned; readonly diagnostics: readonly Diagnostic[] } {
  if (names.length === 0) return { owned, diagnostics: [] };
  const known = new Set([...owned.values()].flat().map(nameOf));
  const unknown = names.filter((name) => !known.has(name)).map((name) => nowhere(name, [...known]));
  const needed = new Set([...links.values()].flat().map(({ offer }) => offer));
  const left = [...owned].map(([node, offers]): readonly [Node, readonly Offer[]] => {
    if (!offers.some((offer) => names.includes(nameOf(offer)))) return [node, offers];
    const wanted = offers.filter((offer) => names.includes(nameOf(offer)) || needed.has(offer));
    return [node, withSiblings(wanted, offers)];
  });
  return { owned: new Map(left), diagnostics: unknown };
}

/** With the packages of the same job that they depend on, in the job's order. */
function withSiblings(wanted: readonly Offer[], all: readonly Offer[]): readonly Offer[] {
  const found = new Set(wanted);
  const queue = [...wanted];
  for (let one = queue.shift(); one; one = queue.shift()) {
    const depends = one.from.kind === "planned" ? one.from.subpackage.depends : { lib: [], run: [] };
    const siblings = all.filter((other) =>
      [...depends.lib, ...depends.run].some((spec) => fulfils(other, spec)),
    );
    queue.push(...siblings.filter((other) => !found.has(other)));
    for (const other of siblings) found.add(other);
  }
  return all.filter((offer) => found.has(offer));
}

function nameOf({ from }: Offer): string {
  return from.kind === "planned" ? from.subpackage.name : "";
}

function nowhere(name: string, known: readonly string[]): Diagnostic {
  const names = known.filter((one) => one !== "");
  const meant = nearest(name, names);
  const list = names.slice(0, 10).join(", ");
  return {
    severity: "error",
    code: "plan/no-such-subpackage",
    blame: "request",
    message: `no port that is planned has a subpackage \`${name}\``,
    help: meant ? `did you mean \`${meant}\`?` : list === "" ? "leave the choice out" : `choose from ${list}`,
  };
}
