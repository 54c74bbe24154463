import { type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath, withScratch } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Report, type Result, wrong } from "../report.ts";
import { type Bootstrapped, bootstrap } from "./bootstrap.ts";
import { commitUnlessThere, mustCopy, openWorkbox } from "./box.ts";
import type { KnownBase, Recipe } from "./catalogue.ts";
import type { Workshop } from "./ground.ts";
import { install } from "./install.ts";
import { digestOf, digestOfPackages, takeInventory } from "./inventory.ts";
import type { NamedRoot } from "./layers.ts";
import type { ListedPackage } from "./package-list.ts";
import { toolPackages } from "./providers.ts";
import { type MadeRecord, recordFolder, sweepTars, tarOf, writeRecord } from "./record.ts";
import { syncRoot } from "./sync.ts";
import { digestOfList, readTarget } from "./target.ts";

export type Making = {
  readonly base: KnownBase;
  readonly arch: Arch;
  /** Which will have the root in its store. */
  readonly engine: Engine;
  readonly engines: readonly Engine[];
  readonly host: Host;
  readonly report: Report;
  readonly workshop: Workshop;
};

/** Makes the root of a base from its distribution's archive, and the tools layer on it. */
export async function makeBase(making: Making, signal: AbortSignal): Promise<Result<MadeRecord>> {
  const { base, host, report } = making;
  if (!base.made) return wrong(notMakeable(base, []));
  report({ kind: "note", message: `making base \`${base.name}\` from packages; this is done once` });
  const recipe = base.made;
  const listed = await listOf(recipe, making, signal);
  if (!listed.ok) return listed;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const made = await bootstrap(recipe, { ...making, scratch }, signal);
    if (!made.ok) return made;
    if (!listed.value) return await layOut(made.value, making, signal);
    const { root } = await importRun(made.value, making, signal);
    const inside = joinPath(scratch, "synced");
    await host.makeFolder(inside);
    const syncing = { ...making, name: base.name, manager: base.manager, root, packages: listed.value };
    const synced = await syncRoot({ ...syncing, lent: made.value.state, scratch: inside }, signal);
    if (!synced.ok) return synced;
    return await layOut({ ...synced.value, list: digestOfList(listed.value) }, making, signal);
  });
}

async function listOf(
  { packages }: Recipe,
  { base, arch, workshop }: Making,
  signal: AbortSignal,
): Promise<Result<readonly ListedPackage[] | undefined>> {
  if (packages === undefined) return ok(undefined);
  return await readTarget(
    { kind: "file", file: packages },
    { manager: base.manager, arch, workshop },
    signal,
  );
}

/** Takes a root over as the target, and makes the tools layer on it. */
export async function layOut(
  made: Bootstrapped & Pick<MadeRecord, "list">,
  making: Making,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const { host } = making;
  const { root: run, key: runKey } = await importRun(made, making, signal);
  const { state, list } = made;
  const record = await addTools({ run, runKey, state, list }, making, signal);
  if (record.ok) {
    await host.rename(made.tar, tarOf(host, runKey));
    await sweepTars(host);
  }
  return record;
}

async function importRun(
  { tar }: Pick<Bootstrapped, "tar">,
  { engine, host }: Making,
  signal: AbortSignal,
): Promise<NamedRoot> {
  const key = `run-${await fileDigest(tar, host, signal)}`;
  return { key, root: (await engine.layer(key)) ?? (await engine.importTar(tar, { key }, signal)) };
}

type RunLayer = {
  readonly run: Root;
  readonly runKey: string;
  readonly state: HostPath | undefined;
  readonly list: string | undefined;
};

async function addTools(
  { run, runKey, state, list }: RunLayer,
  { base, arch, engine, host, report }: Making,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const what = `tools of ${base.name}`;
  const opened = await openWorkbox(engine, { root: run, name: `the ${what}`, upper: "memory" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const bare = await takeInventory(box, { depth: "names", host }, signal);
  if (!bare.ok) return bare;
  if (state) {
    const copied = await mustCopy(box.copyIn(state, guestPath("/"), "root", signal), "what apt has fetched");
    if (!copied.ok) return copied;
  }
  const { manager } = base;
  // Only apt's lists are there from before.
  const lists = manager === "apt" ? "pinned" : "latest";
  const packages = toolPackages(manager).map((one) => ({ name: one }));
  const installed = await install(
    box,
    { manager, packages, extent: "lean", lists, what, base: base.name, host, report },
    signal,
  );
  if (!installed.ok) return installed;
  const full = await takeInventory(box, { depth: "hashes", host }, signal);
  if (!full.ok) return full;
  const digest = digestOfPackages(full.value.hashes);
  const toolsKey = `tools-${digestOf([runKey, digest]).slice("sha256:".length)}`;
  await commitUnlessThere(box, { engine, key: toolsKey }, signal);
  const record: MadeRecord = {
    name: base.name,
    arch,
    engine: engine.kind,
    digest,
    run: { key: runKey, sizeBytes: bare.value.sizeBytes, packages: bare.value.packages },
    tools: {
      key: toolsKey,
      sizeBytes: full.value.sizeBytes - bare.value.sizeBytes,
      packages: full.value.packages,
    },
    ...(list === undefined ? {} : { list }),
    ...(lists === "latest" ? { lists } : {}),
  };
  await writeRecord(host, record);
  return ok(record);
}

/** `refusals` say why its image can't be used. */
export function notMakeable({ name }: KnownBase, refusals: readonly string[]): Diagnostic {
  const why = refusals.length > 0 ? `, and its image needs an engine (${refusals.join("; ")})` : "";
  return {
    severity: "error",
    code: "base/not-makeable",
    blame: refusals.length > 0 ? "world" : "request",
    message: `\`${name}\` can't be made here: only its publisher has what goes into it${why}`,
    help: "use its image: start docker or podman, and leave `--made` out",
  };
}
