// A Recipe's own variables, as `--raw` shows them.

import { ok, type Result } from "../../report.ts";
import type { RawReading, Variables } from "../reading.ts";
import { troublesOf, unknownValues } from "./diagnostics.ts";
import type { Evaluated } from "./evaluate.ts";
import type { Provided } from "./provided.ts";

/** All that the Recipe sets, and the names of its `functions`. What Compile provides counts once it differs. */
export function rawVariables(evaluated: Evaluated, provided: Provided): Result<RawReading> {
  const troubles = troublesOf(evaluated);
  if (troubles.length > 0) return { ok: false, error: troubles };
  const variables: Record<string, Variables[string]> = {};
  const unknown: string[] = [];
  for (const [name, { value }] of evaluated.variables) {
    if (value.kind === "unknown") unknown.push(name);
    else if (value.kind === "list") variables[name] = value.elements.map((one) => one.value);
    else if (provided.text(name) !== value.text) variables[name] = value.text;
  }
  const functions = [...evaluated.functions.keys()].sort();
  return ok({
    variables: { ...variables, functions },
    unknown,
    absent: "fault",
    warnings: unknownValues(evaluated),
  });
}
