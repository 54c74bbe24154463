// GoboLinux's dialect: `Recipe`, read as Compile sources it.

import { type Diagnostic, type Result, type Source, wrong } from "../../report.ts";
import type { PortReading, PortRequest, RawReading, Tree } from "../reading.ts";
import { lengthTrouble } from "./diagnostics.ts";
import { evaluateRecipe } from "./evaluate.ts";
import { folderOf, overlayOf } from "./folder.ts";
import { lowerRecipe } from "./lower.ts";
import { placeOfRecipe, type RecipePlace } from "./place.ts";
import { providedVariables } from "./provided.ts";
import { rawVariables } from "./variables.ts";

/** The architecture that a Recipe is read for when nobody says one. */
const DEFAULT_ARCH = "x86_64";

/** The variables of this one file, and of that for the architecture which the request names. */
export function readGoboVariables(source: Source, tree: Tree, request: PortRequest): Result<RawReading> {
  const tooLong = lengthTrouble(source);
  if (tooLong) return wrong(tooLong);
  const place = placeOfRecipe(tree, request);
  const provided = providedVariables({ ...place, arch: request.arch ?? DEFAULT_ARCH });
  const overlay = request.arch === undefined ? [] : overlayOf(folderOf(source, tree, request), request.arch);
  return rawVariables(evaluateRecipe([source, ...overlay], provided), provided);
}

/** The port, for the architecture and layout of the request. */
export function readGoboPort(source: Source, tree: Tree, request: PortRequest): Result<PortReading> {
  const place = placeOfRecipe(tree, request);
  const trouble = lengthTrouble(source) ?? overlayTrouble(source, place);
  if (trouble) return wrong(trouble);
  return lowerRecipe({ source, place, arch: request.arch ?? DEFAULT_ARCH }, tree, request);
}

function overlayTrouble(
  source: Source,
  { overlayFor, program, version }: RecipePlace,
): Diagnostic | undefined {
  if (overlayFor === undefined) return undefined;
  return {
    severity: "error",
    code: "gobo/overlay",
    blame: "request",
    message: `this Recipe is only what \`${program} ${version}\` has for ${overlayFor}`,
    span: { source, start: 0, end: 0 },
    help: "name the folder above: its Recipe is read first",
  };
}
