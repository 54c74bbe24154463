import { type HostPath, joinPath } from "../host/host.ts";
import type { Core, Fate } from "./box.ts";
import type { BoxExit, BuildboxSpec, Root } from "./buildbox.ts";
import { keptFolder, writeKept } from "./kept.ts";
import { mustRun, openLayers } from "./layers.ts";
import { enterCommand, type Init, isAlive, killAll, type Plot } from "./namespace-init.ts";
import { removeOpen } from "./open-folders.ts";
import { asRoot, type Means } from "./privilege.ts";
import type { Start } from "./tar-copy.ts";

/** A box over an init that is ready. */
export function namespaceCore(plot: Plot, init: Init, means: Means): Core {
  const { host } = means;
  return {
    kind: "namespace",
    caveats: caveatsOf(plot.spec, init),
    owner: `${init.uid}:${init.uid}`,
    start: starter(init, means),
    attach: async (exec, signal) =>
      await boxExit(
        host.attach(enterCommand(exec, { init, streams: "terminal" }, means), signal),
        init,
        means,
      ),
    commit: (key, signal) => commit({ plot, init, key }, means, signal),
    end: async (fate) => {
      if (fate.kind === "keep" && plot.spec.upper === "memory") await saveMemory(init, plot.folder, means);
      await stop(init);
      await settle(fate, plot.folder, means);
    },
  };
}

function starter(init: Init, means: Means): Start {
  return (exec, signal) => {
    const running = means.host.start(enterCommand(exec, { init, streams: "pipes" }, means), signal);
    const clear = () => void killAll(init, means);
    // At once, for a command of another account (sudo) ends only so.
    signal.addEventListener("abort", clear, { once: true });
    const exit = running.exit.finally(() => signal.removeEventListener("abort", clear));
    return { ...running, exit: boxExit(exit, init, means) };
  };
}

/** When init is gone, the exit of a command says nothing about the command. */
async function boxExit(exit: Promise<BoxExit>, init: Init, means: Means): Promise<BoxExit> {
  const end = await exit;
  if (end.kind === "exited" && end.status === 0) return end;
  // Again, for what was about to enter.
  if (end.kind === "aborted") await killAll(init, means);
  else if (!(await isAlive(init, means))) return { kind: "engine-died", why: "its first process was killed" };
  return end;
}

async function stop(init: Init): Promise<void> {
  init.running.stdin.end();
  await init.running.exit;
}

async function settle(fate: Fate, folder: HostPath, means: Means): Promise<void> {
  if (fate.kind === "remove") return await removeOpen(folder, means);
  const place = keptFolder(fate.kept, means.host);
  // Opened again, it lies there already.
  if (place !== folder) await means.host.rename(folder, place);
  await writeKept(fate.kept, means.host);
}

type Committing = { readonly plot: Plot; readonly init: Init; readonly key: string };

async function commit(
  { plot: { spec, folder, root }, init, key }: Committing,
  means: Means,
  signal: AbortSignal,
): Promise<Root> {
  const { privilege, host } = means;
  if (spec.upper === "memory") await saveMemory(init, folder, means, signal);
  await stop(init);
  await mustRun(asRoot(privilege, ["sh", "-c", JOIN_PARTS, "sh", folder]), host, signal);
  const layer = { folder: joinPath(folder, "upper"), below: root };
  const committed = await openLayers(means).adopt(key, layer, signal);
  await removeOpen(folder, means);
  return committed;
}

/** Over the host each part of the system has an upper of its own: together they are the layer. */
const JOIN_PARTS =
  'cd "$1/parts" || exit; for part in *; do [ -d "$part" ] || continue; rmdir "../upper/$part" && mv -T "$part" "../upper/$part" || exit; done';

/** Whiteouts are devices and opaque folders extended attributes: tar keeps both. */
async function saveMemory(
  { pid }: Init,
  folder: HostPath,
  { privilege, host }: Means,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const keep = '--xattrs --xattrs-include="*" --numeric-owner';
  const copy = `tar -c ${keep} -C "/proc/$1/fd/3/." upper parts | tar -x -p ${keep} -C "$2"`;
  await mustRun(asRoot(privilege, ["sh", "-c", copy, "sh", pid, folder]), host, signal);
}

function caveatsOf({ memoryBytes }: BuildboxSpec, { group }: Init): readonly string[] {
  if (memoryBytes === undefined || group !== "") return [];
  return ["the memory limit is not enforced: no control group can be made here"];
}
