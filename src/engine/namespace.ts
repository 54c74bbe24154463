import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { makeBoxFolder, sweepBoxes } from "./box-folder.ts";
import type { BuildboxSpec, Engine, Opened, Probe, Root } from "./buildbox.ts";
import { mustRun, openLayers, removeAsRoot } from "./layers.ts";
import { boxOf, startBox } from "./namespace-box.ts";
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
    layer: async (key) => openLayers(await privilege(), host).find(key),
    image: async () => ({ kind: "no-images" }),
    importTar: async (tar, key, signal) =>
      importTar({ tar, key }, { privilege: await privilege(), host }, signal),
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
  { tar, key }: { readonly tar: HostPath; readonly key: string },
  { privilege, host }: Means,
  signal: AbortSignal,
): Promise<Root> {
  const layers = openLayers(privilege, host);
  const draft = await layers.draft();
  const fs = joinPath(draft, "fs");
  const keep = [
    "-x",
    "-p",
    "--numeric-owner",
    "--xattrs",
    "--xattrs-include=*",
    "--exclude=./dev/*",
  ] as const;
  await mustRun(asRoot(privilege, ["mkdir", "-m", "755", "--", fs]), host, signal);
  await mustRun(asRoot(privilege, ["tar", ...keep, "-f", tar, "-C", fs]), host, signal);
  const root = await layers.adopt(key, { folder: fs, below: "nothing" }, signal);
  await host.remove(draft);
  return root;
}

async function openBox(spec: BuildboxSpec, means: Means, signal: AbortSignal): Promise<Opened> {
  const { host, privilege } = means;
  if (spec.root.kind !== "overlay") throw new Error("the namespace engine opens no images");
  await sweepBoxes(means);
  const folder = await makeBoxFolder(spec.root, spec.name, host);
  const box = await startBox({ spec, folder, root: spec.root }, means);
  if (box.kind === "ready")
    return { kind: "opened", buildbox: boxOf({ ...box, spec, folder, root: spec.root }, means) };
  await removeAsRoot(folder, privilege, host);
  signal.throwIfAborted();
  return {
    kind: "refused",
    why: box.why,
    help: "run where mounts are allowed (in a container: with `--cap-add SYS_ADMIN`), or choose another engine",
  };
}
