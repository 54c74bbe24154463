// What a root with tools lends to one that is synced.

import { guestPath } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { ok, type Result, wrong } from "../report.ts";
import { mustCopy, openWorkbox, runTask, statusOf, taskFailure } from "./box.ts";
import type { PackageManager } from "./catalogue.ts";
import type { Ground } from "./ground.ts";
import script from "./lend-tar.sh";

type Lending = { readonly manager: PackageManager; readonly scratch: HostPath; readonly host: Host };

/** As `Syncing.lent`: the lists and settings that apt brought the tools with, or a tar. */
export async function lend(
  { engine, tools, base }: Ground,
  { manager, scratch, host }: Lending,
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const what = `what the tools of ${base.name} lend`;
  const state = joinPath(scratch, "lent");
  const opened = await openWorkbox(engine, { root: tools, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using lender = opened.value;
  if (manager !== "apt") {
    const end = await runTask(lender, { script, args: [LENT], host }, signal);
    if (statusOf(end.exit) !== 0)
      return wrong(taskFailure("base/sync", `${what} can't be gathered`, { end }));
    const copied = await mustCopy(lender.copyOut(guestPath(LENT), state, signal), what);
    return copied.ok ? ok(state) : copied;
  }
  for (const folder of ["etc/apt", "var/lib/apt/lists"]) {
    const copied = await mustCopy(
      lender.copyOut(guestPath(`/${folder}`), joinPath(state, folder), signal),
      what,
    );
    if (!copied.ok) return copied;
  }
  return ok(state);
}

const LENT = "/tarwright/lent";

/** The command that is GNU's tar where what was lent lies in `folder`; lend-tar.sh says what is there. */
export function lentTar(folder: string): readonly [string, ...string[]] {
  return [`${folder}/loader`, "--library-path", `${folder}/lib`, `${folder}/tar`];
}
