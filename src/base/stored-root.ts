// Made roots in the store behind a machine that lives for one job. Only the lock says what they must be: none is taken
// from there, or put there, of a base that the lock knows no tar files of.

import { type HostPath, joinPath, withScratch } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import { ok, type Result } from "../report.ts";
import { openWorkbox } from "./box.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import type { NamedRoot } from "./layers.ts";
import { BASE_LOCK_NAME, type LockedBase, lockKey, type RootTars } from "./lock.ts";
import type { Making } from "./make.ts";
import { packRoot } from "./packed-root.ts";
import { type MadeRecord, recordFolder, tarOf, writeRecord } from "./record.ts";

type Storing = Pick<Making, "base" | "arch" | "engine" | "host" | "report">;

type Wanted = Pick<LockedBase, "digest"> & { readonly tars: RootTars };

/** The root that the lock speaks of; undefined when the store has not got the very files. */
export async function restoreRoot(
  { digest, tars }: Wanted,
  storing: Storing,
  signal: AbortSignal,
): Promise<Result<MadeRecord | undefined>> {
  const { base, arch, engine, host, report } = storing;
  const run = await restoreLayer({ part: "run", sha256: tars.run }, storing, signal);
  const tools = run && (await restoreLayer({ part: "tools", sha256: tars.tools }, storing, signal));
  if (!run || !tools) return ok(undefined);
  await host.remove(tarOf(host, tools.key));
  const bare = await lookInto(run, storing, signal);
  if (!bare.ok) return bare;
  const full = await lookInto(tools, storing, signal);
  if (!full.ok) return full;
  const { sizeBytes, packages } = bare.value;
  const record: MadeRecord = {
    name: base.name,
    arch,
    engine: engine.kind,
    digest,
    run: { key: run.key, sizeBytes, packages },
    tools: {
      key: tools.key,
      sizeBytes: full.value.sizeBytes - sizeBytes,
      packages: full.value.packages,
    },
    ...(tars.list === undefined ? {} : { list: tars.list }),
    // Those of its own time would name packages that no mirror has any more.
    lists: "latest",
  };
  await writeRecord(host, record);
  report({ kind: "note", message: `the root of \`${base.name}\` comes from the cache, as it was locked` });
  return ok(record);
}

type Locked = { readonly part: "run" | "tools"; readonly sha256: string };

async function restoreLayer(
  { part, sha256 }: Locked,
  { engine, host }: Storing,
  signal: AbortSignal,
): Promise<NamedRoot | undefined> {
  const key = keyOf(part, sha256);
  const there = await engine.layer(key);
  if (there) return { key, root: there };
  const file = tarOf(host, key);
  await host.makeFolder(recordFolder(host));
  if ((await host.store.restore(storeKey(key), file)) === "absent") return undefined;
  const isFile = (await host.status(file))?.kind === "file";
  if (isFile && (await fileDigest(file, host, signal)) === sha256)
    return { key, root: await engine.importTar(file, { key }, signal) };
  await host.remove(file);
  return undefined;
}

/** Of a layer that came as a file, or will. */
function keyOf(part: Locked["part"], sha256: string): string {
  return `${part}-${sha256}`;
}

function storeKey(key: string): string {
  return `base-${key}`;
}

async function lookInto(
  { root, key }: NamedRoot,
  { engine, host }: Storing,
  signal: AbortSignal,
): Promise<Result<Inventory>> {
  const opened = await openWorkbox(engine, { root, name: `looking into ${key}`, upper: "memory" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  return await takeInventory(box, { depth: "names", host }, signal);
}

/** Keeps a root that was made here, for those that come after, if the lock knows tar files of the base. */
export async function keepRoot(
  record: MadeRecord,
  expected: RootTars,
  storing: Storing,
  signal: AbortSignal,
): Promise<Result<void>> {
  const { base, arch, host, report } = storing;
  if (host.store.keeps === "nothing") return ok(undefined);
  return await packTools(record, storing, signal, async (tools, sha256) => {
    const found = tarsOf(record, sha256);
    const kept = tarOf(host, keyOf("tools", sha256));
    await host.rename(tools, kept);
    await host.store.keep(storeKey(record.run.key), tarOf(host, record.run.key));
    await host.store.keep(storeKey(keyOf("tools", sha256)), kept);
    await host.remove(kept);
    if (found.run === expected.run && found.tools === expected.tools) return;
    report({
      kind: "note",
      message: `the files of this root of \`${base.name}\` are others than \`${BASE_LOCK_NAME}\` has, though its packages are the same; the next run takes them from the cache if \`${lockKey({ name: base.name, arch })}\` has "tars": ${JSON.stringify(found)}`,
    });
  });
}

/** What the lock says of a root that was made here; undefined where its own file is gone. */
export async function lockTars(
  record: MadeRecord,
  storing: Storing,
  signal: AbortSignal,
): Promise<Result<RootTars | undefined>> {
  const { host } = storing;
  if (!(await host.status(tarOf(host, record.run.key)))) return ok(undefined);
  return await packTools(record, storing, signal, async (_, sha256) => tarsOf(record, sha256));
}

function tarsOf({ run, list }: MadeRecord, tools: string): RootTars {
  // A root that was made is named by the digest of its tar file.
  const made = { run: run.key.replace(/^run-/, ""), tools };
  return list === undefined ? made : { ...made, list };
}

async function packTools<T>(
  { name, tools: { key } }: MadeRecord,
  { base, engine, host, report }: Storing,
  signal: AbortSignal,
  use: (file: HostPath, sha256: string) => Promise<T>,
): Promise<Result<T>> {
  const root = await engine.layer(key);
  if (!root) throw new Error(`the tools of ${name} are gone`);
  report({ kind: "note", message: `packing the tools of \`${name}\`` });
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const file = joinPath(scratch, "tools.tar");
    const form = { kind: "lasting", manager: base.manager } as const;
    const packed = await packRoot({ root, name: key }, { file, form, engine, tools: root, host }, signal);
    return packed.ok ? ok(await use(file, packed.value)) : packed;
  });
}
