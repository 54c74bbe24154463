import { createHash } from "node:crypto";
import { type Handed, packRoots } from "../base/base.ts";
import { openEngines } from "../engine/engine.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import type { Plan } from "../plan/plan.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { makePlan, type PlanningRequest } from "./make-plan.ts";
import type { ReleasePlace } from "./release-lists.ts";
import type { Context } from "./verb.ts";

export type RunPlanRequest = Omit<PlanningRequest, "released"> & {
  /** Where the packages will go; what is there already is not built again. Undefined: all is built. */
  readonly release: ReleasePlace | undefined;
  /** For the plan, and for the roots that are made for it. */
  readonly folder: HostPath;
};

export type RunPlan = {
  readonly plan: Plan;
  readonly file: HostPath;
  /** SHA-256 of the file. */
  readonly digest: string;
  /** Undefined when the plan needs none that was made here. */
  readonly roots: Handed | undefined;
  readonly warnings: readonly Diagnostic[];
};

/** Plans for other machines: against a release that is far away, with all that these machines can't make alike. */
export async function planRun(request: RunPlanRequest, context: Context): Promise<Result<RunPlan>> {
  const { release, folder, ...wanted } = request;
  const released = release ? ({ kind: "release", place: release } as const) : ({ kind: "nothing" } as const);
  const planned = await makePlan({ ...wanted, released }, context);
  if (!planned.ok) return planned;
  const { plan, warnings } = planned.value;
  const roots = await handOn(plan, joinPath(folder, "roots"), context);
  if (!roots.ok) return roots;
  const text = `${JSON.stringify(plan)}\n`;
  const file = joinPath(folder, "plan.json");
  await context.host.writeFile(file, text);
  const digest = createHash("sha256").update(text).digest("hex");
  return ok({ plan, file, digest, roots: roots.value, warnings });
}

/** The roots that were made here, of bases on which something will be built. */
async function handOn(
  { bases, shards }: Plan,
  folder: HostPath,
  { host, report, signal }: Context,
): Promise<Result<Handed | undefined>> {
  const wanted = bases.filter(
    ({ name, arch, source }) =>
      source === "made" && shards.some((shard) => shard.base === name && shard.arch === arch),
  );
  if (wanted.length === 0) return ok(undefined);
  const digest = await packRoots(wanted, folder, { host, report, engines: openEngines(host) }, signal);
  return digest.ok ? ok({ folder, digest: digest.value }) : digest;
}
