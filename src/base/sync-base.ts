import { joinPath, withScratch } from "../host/host.ts";
import { type Diagnostic, type Result, wrong } from "../report.ts";
import type { KnownBase } from "./catalogue.ts";
import type { Workshop } from "./ground.ts";
import { lend } from "./lend.ts";
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
  if (base.kind !== "known") return wrong(notSyncable(request.name));
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
    const { manager } = base;
    const lent = await lend(ground.value, { manager, scratch, host }, signal);
    if (!lent.ok) return lent;
    const { engine, run: root } = ground.value;
    const making = { base, arch, engine, workshop, ...workshop };
    const inside = joinPath(scratch, "synced");
    await host.makeFolder(inside);
    const syncing = { ...making, name: base.name, manager, root, packages: packages.value };
    const synced = await syncRoot({ ...syncing, lent: lent.value, scratch: inside }, signal);
    if (!synced.ok) return synced;
    return await layOut({ ...synced.value, list: digestOfList(packages.value) }, making, signal);
  });
}

function notSyncable(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/not-syncable",
    blame: "request",
    message: `\`${name}\` can't be synced to a list: only a base that has a name here can become another root`,
    help: "name one of `base list`, or add one of your own to `tarwright.yml`",
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
