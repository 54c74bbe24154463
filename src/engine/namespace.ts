import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import { buildboxOver } from "./box.ts";
import type { BuildboxSpec, Engine, Import, Kept, Opened, Probe, Root } from "./buildbox.ts";
import { keptFolder } from "./kept.ts";
import { mustRun, type Overlay, openLayers } from "./layers.ts";
import { namespaceCore } from "./namespace-box.ts";
import { type Plot, startInit } from "./namespace-init.ts";
import { boxesOf, makeOpen, removeOpen, sweepOpen } from "./open-folders.ts";
import { makePipes } from "./pipes.ts";
import { asRoot, findPrivilege, type Means, type Privilege } from "./privilege.ts";

/**
 * Overlay and namespaces of our own, by util-linux alone: no daemon. One set of namespaces lives as long as the box;
 * commands enter it. See namespace.sh for how it dies with this process.
 */
export function namespaceEngine(host: Host): Engine {
  let found: ReturnType<typeof findPrivilege> | undefined;
  const privilege = async (): Promise<Privilege> => {
    found ??= findPrivilege(host);
    const answer = await found;
    if (answer.kind === "none") throw new Error(`an engine was used that its probe refused: ${answer.why}`);
    return answer.privilege;
  };
  let probed: Promise<Probe> | undefined;
  return {
    kind: "namespace",
    probe: (signal) => {
      found ??= findPrivilege(host);
      probed ??= tryOut(found, host, signal);
      return probed;
    },
    open: async (spec, signal) => openBox(spec, { privilege: await privilege(), host }, signal),
    reopen: async (kept, signal) => reopenBox(kept, { privilege: await privilege(), host }, signal),
    forget: async (kept) => removeOpen(keptFolder(kept, host), { privilege: await privilege(), host }),
    layer: async (key) => openLayers({ privilege: await privilege(), host }).find(key),
    image: async () => ({ kind: "no-images" }),
    saveImage: async () => ({ kind: "no-images" }),
    importTar: async (tar, place, signal) =>
      importTar(tar, place, { privilege: await privilege(), host, signal }),
  };
}

/** Opens a box over the machine and runs nothing in it: what the kernel or a container forbids shows only so. */
async function tryOut(
  found: ReturnType<typeof findPrivilege>,
  host: Host,
  signal: AbortSignal,
): Promise<Probe> {
  const answer = await found;
  if (answer.kind === "none") return { kind: "unusable", why: answer.why, help: answer.help };
  const spec: BuildboxSpec = {
    root: { kind: "overlay", bottom: "host", layers: [] },
    name: "probe",
    network: "none",
    hidden: [],
    upper: "disk",
  };
  const opened = await openBox(spec, { privilege: answer.privilege, host }, signal);
  if (opened.kind === "refused") return { kind: "unusable", why: opened.why, help: opened.help };
  await opened.buildbox[Symbol.asyncDispose]();
  return { kind: "usable", version: answer.privilege.kind };
}

async function importTar(
  tar: HostPath,
  { key, below }: Import,
  { signal, ...means }: Means & { readonly signal: AbortSignal },
): Promise<Root> {
  const { privilege, host } = means;
  if (below?.kind === "image") throw new Error("the namespace engine keeps no images");
  const layers = openLayers(means);
  const draft = await layers.draft();
  const fs = joinPath(draft, "fs");
  const whole = ["-p", "--numeric-owner", "--xattrs", "--xattrs-include=*"];
  try {
    await mustRun(asRoot(privilege, ["mkdir", "-m", "755", "--", fs]), host, signal);
    // Devices can't be made in a user namespace, and every box has its own /dev.
    const unpack = ["flock", draft, "tar", "-x", ...whole, "--exclude=./dev/*", "--exclude=dev/*"] as const;
    await mustRun(asRoot(privilege, [...unpack, "-f", tar, "-C", fs]), host, signal);
    return await layers.adopt(key, { folder: fs, below: below ?? "nothing" }, signal);
  } finally {
    await removeOpen(draft, means);
  }
}

async function openBox(wanted: BuildboxSpec, means: Means, signal: AbortSignal): Promise<Opened> {
  if (wanted.root.kind !== "overlay") throw new Error("the namespace engine opens no images");
  await sweepOpen(means);
  // In a user namespace an overlay's marks are attributes that a tmpfs keeps only since Linux 6.6.
  const spec: BuildboxSpec = means.privilege.kind === "subuid" ? { ...wanted, upper: "disk" } : wanted;
  const box = await openNew(spec, wanted.root, { means, signal });
  if (box.kind === "opened" || spec.upper === "memory" || !box.why.includes("overlay")) return box;
  // A cache that itself lies on an overlay (a live system, a privileged container) can't hold an upper.
  const inMemory = await openNew({ ...spec, upper: "memory" }, wanted.root, { means, signal });
  return inMemory.kind === "opened" ? inMemory : box;
}

async function openNew(
  spec: BuildboxSpec,
  root: Overlay,
  { means, signal }: { readonly means: Means; readonly signal: AbortSignal },
): Promise<Opened> {
  const folder = await makeBoxFolder(root, means.host);
  const box = await enterBox({ spec, folder, root }, means, signal);
  if (box.kind === "refused") await removeOpen(folder, means);
  return box;
}

async function reopenBox(kept: Kept, means: Means, signal: AbortSignal): Promise<Opened> {
  const { spec } = kept;
  if (spec.root.kind !== "overlay") throw new Error(`a kept box of another engine: ${kept.name}`);
  return await enterBox({ spec, folder: keptFolder(kept, means.host), root: spec.root, kept }, means, signal);
}

/** Over the folder of a kept box, or a new one. */
async function enterBox(
  plot: Plot & { readonly kept?: Kept },
  means: Means,
  signal: AbortSignal,
): Promise<Opened> {
  const init = await startInit(plot, means);
  signal.throwIfAborted();
  if (init.kind === "ready") {
    const circumstances = { ...plot, host: means.host };
    return { kind: "opened", buildbox: buildboxOver(namespaceCore(plot, init, means), circumstances) };
  }
  const help = init.why.includes("overlay")
    ? "set `XDG_CACHE_HOME` to a folder on an ordinary disk, outside of /usr, /opt and /var, or choose another engine"
    : "run where mounts are allowed (in a container: with `--cap-add SYS_ADMIN`), or choose another engine";
  return { kind: "refused", why: init.why, help };
}

/** A folder for one box: upper, links to the folders below it, and pipes. */
async function makeBoxFolder(root: Overlay, host: Host): Promise<HostPath> {
  const folder = await makeOpen(boxesOf(host), host);
  for (const part of ["upper", "work", "parts", "memory", "root"])
    await host.makeFolder(joinPath(folder, part));
  // Links, since paths may hold what mount options can't: commas, colons, and more bytes than a page.
  const lowers = [...root.layers].reverse();
  lowers.push(root.bottom === "host" ? hostPath("/") : root.bottom);
  for (const [at, lower] of lowers.entries()) await host.makeLink(lower, joinPath(folder, `l${at}`));
  await makePipes(folder, host);
  return folder;
}
