// A Recipe read without running it: what its variables are after bash would have sourced it.

import type { Source, Span } from "../../report.ts";
import { runScript } from "./evaluate/run.ts";
import { newScope, type Scope } from "./evaluate/scope.ts";
import type { Provided } from "./provided.ts";
import { parseScript } from "./shell/shell.ts";
import type { SyntaxTrouble } from "./shell/syntax.ts";

export type Evaluated = Pick<Scope, "variables" | "functions"> & {
  readonly troubles: readonly (SyntaxTrouble & { readonly source: Source })[];
  /** Where expansions grew out of all bounds. */
  readonly exhausted: Span | undefined;
};

/** Reads `sources` one after the other into the same variables: a Recipe, then that of the architecture. */
export function evaluateRecipe(sources: readonly [Source, ...Source[]], provided: Provided): Evaluated {
  const scope = newScope(sources[0], provided);
  const troubles = sources.flatMap((source) => {
    const { script, troubles: found } = parseScript(source.text);
    scope.source = source;
    scope.flow = "goes-on";
    runScript(script, scope);
    return found.map((trouble) => ({ ...trouble, source }));
  });
  const { variables, functions, budget } = scope;
  return { variables, functions, troubles, exhausted: budget.exhausted };
}
