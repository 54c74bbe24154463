// What stands when a plan keeps going: all but the jobs that lack something or stand in a circle, and those that need one
// of them.

import { type Diagnostic, distinctDiagnostics } from "../report.ts";
import type { LeftOut } from "./model.ts";
import type { Node } from "./offers.ts";
import { orderOf } from "./order.ts";
import type { Links, Resolution } from "./resolve.ts";

export type Standing = Resolution & {
  readonly nodes: readonly Node[];
  readonly leftOut: readonly LeftOut[];
  /** What is told of those that were left out here. */
  readonly warnings: readonly Diagnostic[];
};

/** `unread` are left out from the start; each time that jobs are, others may lack their packages. */
export function standing(
  all: readonly Node[],
  unread: readonly LeftOut[],
  resolve: (nodes: readonly Node[], leftOut: readonly LeftOut[]) => Resolution,
): Standing {
  const leftOut = new Map(unread.map((one) => [one.folder, one]));
  const warnings: Diagnostic[] = [];
  for (let nodes = all; ; ) {
    const resolution = resolve(nodes, [...leftOut.values()]);
    const { lacking, links } = resolution;
    // What lacks something may be what closes a circle.
    const wrong = lacking.size > 0 ? lacking : inCircles(nodes, links);
    if (wrong.size === 0) {
      const told = distinctDiagnostics(warnings);
      return { ...resolution, nodes, leftOut: [...leftOut.values()].sort(byFolder), warnings: told };
    }
    for (const [{ candidate }, troubles] of wrong) {
      const { pkgpath, folder } = candidate;
      const because = troubles[0]?.message ?? "";
      if (!leftOut.has(folder)) leftOut.set(folder, { pkgpath, folder, because });
      warnings.push(...troubles.map((trouble): Diagnostic => ({ ...trouble, severity: "warning" })));
    }
    nodes = nodes.filter((node) => !wrong.has(node));
  }
}

function inCircles(nodes: readonly Node[], links: Links): Resolution["lacking"] {
  return new Map([...orderOf(nodes, links).circles].map(([node, told]) => [node, [told]]));
}

function byFolder(a: LeftOut, b: LeftOut): number {
  return a.folder < b.folder ? -1 : 1;
}
