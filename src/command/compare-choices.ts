// Builds a port once more for other choices of flavors, and compares the packages that they have in common.

import { type HostPath, joinPath } from "../host/host.ts";
import { addToFolder, type EqualPackage, type StagedPackage } from "../package/package.ts";
import type { Flavors, Port } from "../port/port.ts";
import { ok, type Result } from "../report.ts";
import type { BuildAnswer, BuildRequest } from "./build-port.ts";
import type { Context } from "./verb.ts";

type Comparing = {
  readonly request: BuildRequest;
  readonly port: Port;
  readonly packages: readonly StagedPackage[];
  readonly workspace: HostPath;
  /** How one more choice is built. */
  readonly build: (request: BuildRequest, context: Context) => Promise<BuildAnswer>;
};

/**
 * Every package of the other choices that has the name of one of these, each equal byte for byte; or what differs, or
 * why another choice could not be built. Nothing but the workspace is written to.
 */
export async function compareChoices(
  { request, port, packages, workspace, build }: Comparing,
  context: Context,
): Promise<Result<readonly EqualPackage[]>> {
  const folder = joinPath(workspace, "compared");
  const laid = { folder, folderName: folder, packages, key: undefined };
  const added = await addToFolder(laid, context.host, context.signal);
  if (!added.ok) return added;
  const equal: EqualPackage[] = [];
  for (const flavors of choicesBeside(port.flavors, request.compareFlavors)) {
    const other: BuildRequest = {
      ...request,
      flavors,
      out: folder,
      key: { kind: "none" },
      compareFlavors: [],
      only: undefined,
      planned: undefined,
      onEnd: "remove",
      verify: "nothing",
    };
    const { built, diagnostics } = await build(other, context);
    if (!built) return { ok: false, error: diagnostics };
    equal.push(...built.equal);
  }
  return ok(equal);
}

/** An empty word stands for all: without pseudo-flavors, and with each of them alone. Never the choice itself. */
function choicesBeside(
  { available, pseudo, chosen }: Flavors,
  wanted: readonly string[],
): readonly (readonly string[])[] {
  const named = chosen.filter((flavor) => available.includes(flavor));
  const all = [named, ...pseudo.map((flavor) => [...named, flavor])];
  const choices = wanted.flatMap((words) =>
    words.trim() === "" ? all : [words.split(/\s+/).filter(Boolean)],
  );
  const key = (flavors: readonly string[]) => [...new Set(flavors)].sort().join(" ");
  const distinct = new Map(choices.map((flavors) => [key(flavors), flavors]));
  distinct.delete(key(chosen));
  return [...distinct.values()];
}
