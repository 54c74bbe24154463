// What building does not do: such a port is read and shown, and refused by `build` before anything is fetched.

import type { Port } from "../../port/port.ts";
import type { Diagnostic, Span } from "../../report.ts";

export function obstaclesOf(port: Port): readonly Diagnostic[] {
  const { checkouts = [] } = port;
  const found: (readonly [string, Span] | undefined)[] = [
    checkouts[0] && ["sources from a version control system", checkouts[0].span],
  ];
  const seen = new Set<string>();
  return found.flatMap((one) => {
    if (!one || seen.has(one[0])) return [];
    seen.add(one[0]);
    return [
      {
        severity: "error",
        code: "gobo/not-built",
        blame: "recipe",
        message: `${one[0]}: Recipes with this are read, but not built yet`,
        span: one[1],
        help: "`show` tells what was understood; write a `port.yml` to build it now",
      } as const,
    ];
  });
}
