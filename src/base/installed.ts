import type { Buildbox } from "../engine/engine.ts";
import type { Host } from "../host/host.ts";
import { ok, type Result, wrong } from "../report.ts";
import { runTask, statusOf, taskFailure } from "./box.ts";
import script from "./list-packages.sh";

/** Name → version of the packages in an open box; versions with a blank between where there are several. */
export async function listPackages(
  box: Buildbox,
  { what, host }: { readonly what: string; readonly host: Host },
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>>> {
  const end = await runTask(box, { script, args: [], host }, signal);
  if (statusOf(end.exit) !== 0)
    return wrong(taskFailure("base/inventory", `${what} can't be listed`, { end }));
  const rows = end.output.split("\n").filter(Boolean);
  const packages = new Map<string, string>();
  for (const row of rows) {
    const [name = "", version = ""] = row.split(" ");
    const before = packages.get(name);
    // The same for several architectures.
    packages.set(name, before === undefined || before === version ? version : `${before} ${version}`);
  }
  return ok(packages);
}
