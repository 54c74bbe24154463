import { ok, type Result } from "../report.ts";
import type { Workshop } from "./ground.ts";
import { pinImage } from "./image.ts";
import { type BaseLock, type LockedBase, lockKey } from "./lock.ts";
import { type BaseRequest, openBase, settleSource } from "./open.ts";
import { readRecord } from "./record.ts";
import { lockTars } from "./stored-root.ts";

/** The lock with the roots that bases are now in place of those that they were; a made root is made if it is not there. */
export async function lockBases(
  requests: readonly BaseRequest[],
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<BaseLock>> {
  const unlocked = { ...workshop, lock: new Map() };
  const lock = new Map(workshop.lock);
  for (const request of requests) {
    const pinned = await pin(request, unlocked, signal);
    if (!pinned.ok) return pinned;
    lock.set(lockKey({ ...request, name: pinned.value.name }), pinned.value.locked);
  }
  return ok(lock);
}

async function pin(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<{ readonly name: string; readonly locked: LockedBase }>> {
  const chosen = await settleSource(request, workshop, signal);
  if (!chosen.ok) return chosen;
  const { engine, source } = chosen.value;
  if (source.kind === "image") {
    const locked = await pinImage(source.base, { engine, arch: request.arch, workshop }, signal);
    return locked.ok ? ok({ name: source.base.name, locked: locked.value }) : locked;
  }
  const ground = await openBase(request, workshop, signal);
  if (!ground.ok) return ground;
  const { name, digest } = ground.value.base;
  const { arch } = request;
  const record = await readRecord(workshop.host, { name, arch, engine: ground.value.engine.kind });
  // Of another architecture, the store would have to hold the tools below, too.
  if (source.kind !== "made" || !record || record.below !== undefined)
    return ok({ name, locked: { digest } });
  const storing = { base: source.base, arch, engine: ground.value.engine, ...workshop };
  const tars = await lockTars(record, storing, signal);
  if (!tars.ok) return tars;
  return ok({ name, locked: { digest, ...(tars.value ? { tars: tars.value } : {}) } });
}
