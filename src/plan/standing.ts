// What stands when a plan keeps going: all but the jobs that lack something or stand in a circle, and those that need one
// of them.

import { asWarning, type Diagnostic, distinctDiagnostics } from "../report.ts";
import type { Arrangement } from "./arrange.ts";
import type { LeftOut } from "./model.ts";
import type { Node } from "./offers.ts";
import type { Resolution } from "./resolve.ts";

export type Standing = Arrangement & {
  readonly leftOut: readonly LeftOut[];
  /** What is told of those that were left out here. */
  readonly warnings: readonly Diagnostic[];
};

/** `unread` are left out from the start; each time that jobs are, others may lack their packages. */
export function standing(
  all: readonly Node[],
  unread: readonly LeftOut[],
  arrange: (nodes: readonly Node[], leftOut: readonly LeftOut[]) => Arrangement,
): Standing {
  const leftOut = new Map(unread.map((one) => [one.folder, one]));
  const warnings: Diagnostic[] = [];
  for (let nodes = all; ; ) {
    const arrangement = arrange(nodes, [...leftOut.values()]);
    const { lacking, circles } = arrangement;
    // What lacks something may be what closes a circle.
    const wrong: Resolution["lacking"] =
      lacking.size > 0 ? lacking : new Map([...circles].map(([node, told]) => [node, [told]]));
    if (wrong.size === 0) {
      const told = distinctDiagnostics(warnings);
      return { ...arrangement, leftOut: [...leftOut.values()].sort(byFolder), warnings: told };
    }
    for (const [{ candidate }, troubles] of wrong) {
      const { pkgpath, folder } = candidate;
      const because = troubles[0]?.message ?? "";
      if (!leftOut.has(folder)) leftOut.set(folder, { pkgpath, folder, because });
      warnings.push(...troubles.map(asWarning));
    }
    nodes = nodes.filter((node) => !wrong.has(node));
  }
}

function byFolder(a: LeftOut, b: LeftOut): number {
  return a.folder < b.folder ? -1 : 1;
}
