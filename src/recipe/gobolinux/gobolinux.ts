// GoboLinux's dialect: `Recipe`, read as Compile sources it.

import type { Result, Source } from "../../report.ts";
import type { PortRequest, RawReading, Tree } from "../reading.ts";
import { lengthTrouble } from "./diagnostics.ts";
import { evaluateRecipe } from "./evaluate.ts";
import { placeOfRecipe } from "./place.ts";
import { providedVariables } from "./provided.ts";
import { rawVariables } from "./variables.ts";

/** The architecture that a Recipe is read for when nobody says one. */
const DEFAULT_ARCH = "x86_64";

/** The variables of this one file; those of its architecture come after them when the request names one. */
export function readGoboVariables(source: Source, tree: Tree, request: PortRequest): Result<RawReading> {
  const tooLong = lengthTrouble(source);
  if (tooLong) return { ok: false, error: [tooLong] };
  const place = placeOfRecipe(tree, request);
  const provided = providedVariables({ ...place, arch: request.arch ?? DEFAULT_ARCH });
  return rawVariables(evaluateRecipe([source], provided), provided);
}
