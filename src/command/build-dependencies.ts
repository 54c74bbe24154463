// `--deps`: the recipes of what a port needs are built before it, each with what it needs in turn.

import { type HostPath, joinPath, openTree } from "../host/host.ts";
import { type Dependency, isArch, isTool, matchesPkgspec, type Port } from "../port/port.ts";
import { lookUpRecipe } from "../recipe/recipe.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import type { BuildAnswer, BuildRequest } from "./build-port.ts";
import { missingDependencies } from "./dependencies.ts";
import type { Context } from "./verb.ts";

export type Needing = {
  readonly port: Port;
  /** Of the recipe. */
  readonly folder: HostPath;
  readonly base: string;
  readonly workspace: HostPath;
  readonly waiting: readonly string[];
};

type Build = (request: BuildRequest, context: Context) => Promise<BuildAnswer>;

/** Into the folder of `--deps-from`; the warnings of all, or what the first failure told. */
export async function buildDependencies(
  request: BuildRequest,
  needing: Needing,
  { build, context }: { readonly build: Build; readonly context: Context },
): Promise<Result<readonly Diagnostic[]>> {
  const { port, base } = needing;
  const folder = request.dependenciesFrom ?? request.out;
  await context.host.makeFolder(folder);
  const machine = context.host.arch;
  const place = { ...request, from: folder, workspace: needing.workspace, base, machine };
  const missing = await missingDependencies(port, place, context.host);
  if (!missing.ok) return missing;
  const warnings: Diagnostic[] = [];
  const chain = [...needing.waiting, port.pkgpath];
  for (const dependency of missing.value) {
    if (chain.includes(dependency.pkgpath)) return wrong(circle(dependency, chain));
    const found = findRecipe(dependency, request, needing);
    if (!found.ok) return found;
    const answer = await build(
      {
        ...request,
        ...found.value,
        // What only the build runs is for where it runs.
        arch: isTool(port, dependency) && isArch(machine) ? machine : request.arch,
        flavors: "default",
        subpackages: [],
        prefix: undefined,
        only: undefined,
        planned: undefined,
        out: folder,
        dependenciesFrom: folder,
        configureOptions: [],
        needs: [],
        onEnd: "remove",
        compareFlavors: [],
        dependencies: { waiting: chain },
      },
      context,
    );
    if (!answer.built) return { ok: false, error: answer.diagnostics };
    warnings.push(...answer.diagnostics);
  }
  return ok(warnings);
}

/** The newest version that serves, in the recipes that were named, then in those around the one that needs it. */
function findRecipe(
  dependency: Dependency,
  { recipes }: BuildRequest,
  { folder }: Needing,
): Result<Pick<BuildRequest, "port" | "version" | "recipes">> {
  const { pkgpath, spec, span } = dependency;
  const around = joinPath(folder, "../..");
  const places = [...recipes.filter((one) => !one.includes("://")), around];
  const trees = places.map((one) => openTree(joinPath(around, one)));
  const accepts = (version: string) =>
    spec === "" || matchesPkgspec(spec, `${pkgpath}-${version.replace(/-r[0-9]+(?:p[0-9]+)?$/, "")}`);
  const found = lookUpRecipe(trees, { program: pkgpath, version: undefined, accepts });
  if (found.kind === "found")
    return ok({ port: found.program, version: found.version, recipes: [...recipes, around] });
  const message =
    found.kind === "no-version"
      ? `none of the versions of ${quoted(found.program)} here (${found.versions.join(", ")}) fulfils \`${spec}\``
      : `${quoted(pkgpath)} has no recipe here`;
  return wrong({
    severity: "error",
    code: "dependency/no-recipe",
    blame: "recipe",
    message,
    span,
    help: `fetch one with \`tarwright get-recipe ${pkgpath}\`, or name a folder that has it with \`--recipes\``,
  });
}

function circle({ pkgpath, span }: Dependency, chain: readonly string[]): Diagnostic {
  const path = [...chain.slice(chain.indexOf(pkgpath)), pkgpath].map((one) => `\`${one}\``).join(" → ");
  return {
    severity: "error",
    code: "dependency/circle",
    blame: "recipe",
    message: `to build \`${pkgpath}\` it would have to be there already: ${path}`,
    span,
    help: "build one of them without the other first, and name the folder of its package with `--deps-from`",
  };
}
