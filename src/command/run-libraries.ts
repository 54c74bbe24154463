import { type BaseRequest, type Ground, openBase, runLibraries, runPackages } from "../base/base.ts";
import type { LibrarySet } from "../package/package.ts";
import type { SystemDependency } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import type { Context } from "./verb.ts";
import { openWorkshop } from "./workshop.ts";

type Wanted = { readonly request: BaseRequest; readonly system: readonly SystemDependency[] };

export type RunLibraries = {
  readonly ground: Ground;
  readonly libraries: LibrarySet;
  readonly systemPackages: readonly { readonly name: string; readonly by: SystemDependency }[];
};

/** What a package finds when it runs on a base, with those of the base's packages that it needs. */
export async function openLibraries(
  { request, system }: Wanted,
  { host, report, signal }: Context,
): Promise<Result<RunLibraries>> {
  const workshop = await openWorkshop({ host, report });
  if (!workshop.ok) return workshop;
  const ground = await openBase(request, workshop.value, signal);
  if (!ground.ok) return ground;
  const libraries = await runLibraries(ground.value, system, workshop.value, signal);
  if (!libraries.ok) return libraries;
  const packages = runPackages(ground.value, system);
  if (!packages.ok) return packages;
  return ok({ ground: ground.value, libraries: libraries.value, systemPackages: packages.value });
}
