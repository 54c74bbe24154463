import { createHash } from "node:crypto";
import { type Host, type HostPath, shownPath } from "../host/host.ts";
import { type Plan, readPlan } from "../plan/plan.ts";
import { type Result, wrong } from "../report.ts";
import { usage } from "./verb.ts";

export type PlanFile = {
  /** `plan.json`. */
  readonly plan: HostPath;
  /** SHA-256 that it must have; undefined when it comes from where it was made. */
  readonly planDigest: string | undefined;
};

/** A plan that others have handed on. */
export async function openPlan({ plan: file, planDigest }: PlanFile, host: Host): Promise<Result<Plan>> {
  const name = shownPath(file, host.folders.working);
  const text = await host.readText(file);
  if (text === undefined) {
    const help = "write one with `tarwright plan PATHS… --json`";
    return wrong(usage("usage/no-plan", `there is no plan \`${name}\``, help));
  }
  const found = createHash("sha256").update(text).digest("hex");
  if (planDigest !== undefined && found !== planDigest) {
    const message = `\`${name}\` is not the plan of this run: expected SHA-256 ${planDigest}, found ${found}`;
    return wrong(usage("usage/other-plan", message, "hand on the file as the plan job has left it"));
  }
  return readPlan(text, name);
}
