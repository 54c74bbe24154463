import { type HostPath, joinPath } from "../host/host.ts";
import type { Core, Fate } from "./box.ts";
import type { BoxExit, Root } from "./buildbox.ts";
import { onTerminal } from "./inside.ts";
import { keptFolder, writeKept } from "./kept.ts";
import { mustRun, openLayers } from "./layers.ts";
import { enterCommand, type Init, isAlive, killAll, type Plot } from "./namespace-init.ts";
import { removeOpen } from "./open-folders.ts";
import { startWithPipes } from "./pipes.ts";
import { asRoot, type Means } from "./privilege.ts";
import type { Start } from "./tar-copy.ts";

/** A box over an init that is ready. */
export function namespaceCore(plot: Plot, init: Init, means: Means): Core {
  const { host } = means;
  return {
    kind: "namespace",
    caveats: caveatsOf(init),
    owner: `${init.uid}:${init.uid}`,
    start: starter(init, plot.folder, means),
    attach: async (exec, signal) =>
      await boxExit(
        host.attach(enterCommand(onTerminal(exec), { init, pipes: undefined }, means), untilEnd()),
        { init, means },
        signal,
      ),
    commit: (key, signal) => commit({ plot, init, key }, means, signal),
    end: async (fate) => {
      if (fate.kind === "keep" && plot.spec.upper === "memory") await saveMemory(init, plot.folder, means);
      await stop(init);
      await settle(fate, plot.folder, means);
    },
  };
}

function starter(init: Init, folder: HostPath, means: Means): Start {
  const begin = startWithPipes(folder, means.host);
  return (exec, signal) => {
    const running = begin((pipes) => enterCommand(exec, { init, pipes }, means), untilEnd());
    return { ...running, exit: boxExit(running.exit, { init, means }, signal) };
  };
}

/** Such a command is ended by what it does in the box, see `endCommand`. */
function untilEnd(): AbortSignal {
  return new AbortController().signal;
}

type Inside = { readonly init: Init; readonly means: Means };

/** When init is gone, the exit of a command says nothing about the command. */
async function boxExit(
  exit: Promise<BoxExit>,
  { init, means }: Inside,
  signal: AbortSignal,
): Promise<BoxExit> {
  const abort = () => void endCommand(exit, { init, means });
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  const end = await exit;
  signal.removeEventListener("abort", abort);
  if (signal.aborted) return { kind: "aborted" };
  if ((end.kind === "exited" && end.status === 0) || (await isAlive(init, means))) return end;
  return { kind: "engine-died", why: "its first process was killed" };
}

/** From a signal on, a command that is about to enter has this long to be there. */
const ENTRY_MS = 50;

/**
 * Not by killing who entered: its child would become the machine's, and a machine whose first process buries nobody
 * (`tail -f` in a container) would keep the box from ending.
 */
async function endCommand(exit: Promise<BoxExit>, { init, means }: Inside): Promise<void> {
  const soon = () => means.host.wait(ENTRY_MS, untilEnd()).then(() => "waited" as const);
  do await killAll(init, means);
  while ((await Promise.race([exit, soon()])) === "waited");
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
  if (spec.diskBytes !== undefined) throw new Error("a box with a disk of its own becomes no layer");
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

function caveatsOf({ unheld }: Init): readonly string[] {
  return unheld.map((limit) =>
    limit === "disk"
      ? "the disk limit is not enforced: no file system of its own can be mounted here"
      : `the ${limit} limit is not enforced: no control group can be made here`,
  );
}
