import { guestPath } from "../engine/engine.ts";
import { type HostPath, joinPath, withScratch } from "../host/host.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { mustCopy, openWorkbox } from "./box.ts";
import type { KnownBase } from "./catalogue.ts";
import type { Ground, Workshop } from "./ground.ts";
import { layOut, makeBase } from "./make.ts";
import { type BaseRequest, chooseEngine, openBase } from "./open.ts";
import { type MadeRecord, recordFolder } from "./record.ts";
import { syncRoot } from "./sync.ts";
import { digestOfList, readTarget, type Target } from "./target.ts";

/** Makes the root that a base is here hold exactly the packages of a target; from then on this is what the base is here. */
export async function syncBase(
  request: BaseRequest,
  target: Target | "own",
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const { host, catalogue } = workshop;
  const entry = catalogue.find(request.name);
  if (!entry.ok) return entry;
  const base = entry.value;
  if (base.kind !== "known" || base.manager !== "apt") return wrong(notSyncable(request.name));
  const own = base.made?.packages;
  const { arch } = request;
  if (target === "own") {
    // Made from nothing: that it was synced before shall not show.
    if (own === undefined) return wrong(noTarget(base));
    const chosen = await chooseEngine({ ...request, source: "made" }, workshop, signal);
    if (!chosen.ok) return chosen;
    return await makeBase({ base, arch, engine: chosen.value.engine, workshop, ...workshop }, signal);
  }
  const packages = await readTarget(target, { manager: base.manager, arch, workshop }, signal);
  if (!packages.ok) return packages;
  // From packages where that can be: an image of the name may not be there, and its packages are the same.
  const source = base.made ? "made" : request.source;
  // The lock tells of what comes out of this, not of what goes in.
  const unlocked = { ...workshop, lock: new Map() };
  const ground = await openBase({ ...request, source }, unlocked, signal);
  if (!ground.ok) return ground;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const state = await aptState(ground.value, { scratch }, signal);
    if (!state.ok) return state;
    const { engine, run: root } = ground.value;
    const making = { base, arch, engine, workshop, ...workshop };
    const inside = joinPath(scratch, "synced");
    await host.makeFolder(inside);
    const syncing = { ...making, name: base.name, root, state: state.value, packages: packages.value };
    const synced = await syncRoot({ ...syncing, scratch: inside }, signal);
    if (!synced.ok) return synced;
    return await layOut({ ...synced.value, list: digestOfList(packages.value) }, making, signal);
  });
}

/** The lists and settings that the tools were brought with. */
async function aptState(
  { engine, tools, base }: Ground,
  { scratch }: { readonly scratch: HostPath },
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const what = `apt's lists of ${base.name}`;
  const state = joinPath(scratch, "lent");
  const opened = await openWorkbox(engine, { root: tools, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using lender = opened.value;
  for (const folder of ["etc/apt", "var/lib/apt/lists"]) {
    const copied = await mustCopy(
      lender.copyOut(guestPath(`/${folder}`), joinPath(state, folder), signal),
      what,
    );
    if (!copied.ok) return copied;
  }
  return ok(state);
}

function notSyncable(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/not-syncable",
    blame: "request",
    message: `\`${name}\` can't be synced to a list: that is done with apt, on the bases of Debian's family`,
    help: "name one of them, or add one of your own to `tarwright.yml`",
  };
}

function noTarget({ name }: KnownBase): Diagnostic {
  return {
    severity: "error",
    code: "base/no-list",
    blame: "request",
    message: `nobody says which packages \`${name}\` shall hold`,
    help: "give `--packages FILE`, `--from-image REFERENCE` or `--from-root FOLDER`",
  };
}
