import { BASE_LOCK_NAME, openCatalogue, readBaseLock, type Workshop } from "../base/base.ts";
import { openEngines } from "../engine/engine.ts";
import { type HostPath, joinPath, shownPath } from "../host/host.ts";
import { readOwnBases } from "../recipe/recipe.ts";
import { ok, type Result, type Source, wrong } from "../report.ts";
import type { Context } from "./verb.ts";

const SETTINGS_NAME = "tarwright.yml";

/** With the bases of the project's own, and what its lock says of all of them. */
export async function openWorkshop({
  host,
  report,
}: Pick<Context, "host" | "report">): Promise<Result<Workshop>> {
  const folder = await projectFolder({ host });
  const [settings, locked] = await Promise.all([
    readSource(joinPath(folder, SETTINGS_NAME), { host }),
    readSource(baseLockFile(folder), { host }),
  ]);
  const own = settings ? readOwnBases(settings) : ok([]);
  const lock = locked ? readBaseLock(locked) : ok(new Map());
  const catalogue = own.ok ? openCatalogue(own.value, folder) : own;
  if (!catalogue.ok || !lock.ok) {
    return wrong(...(catalogue.ok ? [] : catalogue.error), ...(lock.ok ? [] : lock.error));
  }
  return ok({ host, report, engines: openEngines(host), catalogue: catalogue.value, lock: lock.value });
}

type Place = Pick<Context, "host">;

/** The nearest one with either of the two files, this one if there is none. */
export async function projectFolder({ host }: Place): Promise<HostPath> {
  const { working } = host.folders;
  for (let folder = working; ; folder = joinPath(folder, "..")) {
    for (const name of [SETTINGS_NAME, BASE_LOCK_NAME]) {
      if ((await host.status(joinPath(folder, name)))?.kind === "file") return folder;
    }
    if (folder === "/") return working;
  }
}

export function baseLockFile(folder: HostPath): HostPath {
  return joinPath(folder, BASE_LOCK_NAME);
}

async function readSource(file: HostPath, { host }: Place): Promise<Source | undefined> {
  const text = await host.readText(file);
  return text === undefined ? undefined : { name: shownPath(file, host.folders.working), text };
}
