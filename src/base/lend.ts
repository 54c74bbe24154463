// What a root with tools lends to one that is synced.

import { guestPath } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { ok, type Result, wrong } from "../report.ts";
import { mustCopy, openWorkbox, runTask, statusOf, taskFailure } from "./box.ts";
import type { PackageManager } from "./catalogue.ts";
import type { Ground } from "./ground.ts";
import script from "./lend-tar.sh";

type Lender = Pick<Ground, "engine" | "tools"> & {
  /** For people: `what the tools of alpine-3.23 lend`. */
  readonly what: string;
};

type Lending = { readonly scratch: HostPath; readonly host: Host };

/** As `Syncing.lent`: the lists and settings that apt brought the tools with, or a tar. */
export async function lend(
  { engine, tools, base }: Ground,
  { manager, ...lending }: Lending & { readonly manager: PackageManager },
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const lender = { engine, tools, what: `what the tools of ${base.name} lend` };
  return manager === "apt"
    ? await lendLists(lender, lending, signal)
    : await lendTar(lender, lending, signal);
}

async function lendLists(
  { engine, tools, what }: Lender,
  { scratch }: Lending,
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const opened = await openWorkbox(engine, { root: tools, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const state = joinPath(scratch, "lent");
  for (const folder of ["etc/apt", "var/lib/apt/lists"]) {
    const copied = await mustCopy(
      box.copyOut(guestPath(`/${folder}`), joinPath(state, folder), signal),
      what,
    );
    if (!copied.ok) return copied;
  }
  return ok(state);
}

/** A folder whose `lentTar` is GNU's tar in any root. */
export async function lendTar(
  { engine, tools, what }: Lender,
  { scratch, host }: Lending,
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const opened = await openWorkbox(engine, { root: tools, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const end = await runTask(box, { script, args: [LENT], host }, signal);
  if (statusOf(end.exit) !== 0) return wrong(taskFailure("base/sync", `${what} can't be gathered`, { end }));
  const folder = joinPath(scratch, "lent");
  const copied = await mustCopy(box.copyOut(guestPath(LENT), folder, signal), what);
  return copied.ok ? ok(folder) : copied;
}

const LENT = "/tarwright/lent";

/** The command that is GNU's tar where what was lent lies in `folder`; lend-tar.sh says what is there. */
export function lentTar(folder: string): readonly [string, ...string[]] {
  return [`${folder}/loader`, "--library-path", `${folder}/lib`, `${folder}/tar`];
}
