import {
  type Command,
  commandLine,
  type Host,
  type HostPath,
  hostPath,
  joinPath,
  WorldFailure,
} from "../host/host.ts";
import type { Root } from "./buildbox.ts";
import { asRoot, type Privilege } from "./privilege.ts";

export type Overlay = Extract<Root, { kind: "overlay" }>;

/** Roots and layers as folders: `<key>/fs`, and `<key>/root.json` once it is whole. */
export type LayerStore = {
  readonly find: (key: string) => Promise<Overlay | undefined>;
  /** Takes `folder` (on the same file system) over as a layer on `below`, or as a bottom. */
  readonly adopt: (
    key: string,
    layer: { readonly folder: HostPath; readonly below: Overlay | "nothing" },
    signal: AbortSignal,
  ) => Promise<Overlay>;
  /** A new folder that only root can fill, next to where it will lie. */
  readonly draft: () => Promise<HostPath>;
};

type Shape = { readonly bottom: string; readonly layers: readonly string[] };

export function openLayers(privilege: Privilege, host: Host): LayerStore {
  const folder = joinPath(host.folders.cache, "layers");
  const find = async (key: string): Promise<Overlay | undefined> => {
    const text = await host.readText(joinPath(folder, key, "root.json"));
    if (text === undefined) return undefined;
    const { bottom, layers } = JSON.parse(text) as Shape;
    const parts = [...(bottom === "host" ? [] : [bottom]), ...layers].map(hostPath);
    // Somebody may have cleared a part of the cache: half a root is none.
    const there = await Promise.all(parts.map((part) => host.status(part)));
    if (there.includes(undefined)) return undefined;
    return {
      kind: "overlay",
      bottom: bottom === "host" ? "host" : hostPath(bottom),
      layers: layers.map(hostPath),
    };
  };
  const adopt: LayerStore["adopt"] = async (key, { folder: from, below }, signal) => {
    const place = joinPath(folder, key);
    const fs = joinPath(place, "fs");
    const root: Overlay =
      below === "nothing"
        ? { kind: "overlay", bottom: fs, layers: [] }
        : { ...below, layers: [...below.layers, fs] };
    const beside = await host.makeTemporary(".part-", folder);
    // As root: a folder that changes its parent must be writable, and this one may be another account's.
    await mustRun(asRoot(privilege, ["mv", "-T", "--", from, joinPath(beside, "fs")]), host, signal);
    await host.writeFile(joinPath(beside, "root.json"), `${JSON.stringify(shapeOf(root))}\n`);
    const other = await find(key);
    if (other) {
      // Another run was faster, and its layer may already be in use.
      await removeAsRoot(beside, privilege, host);
      return other;
    }
    await removeAsRoot(place, privilege, host);
    await host.rename(beside, place);
    return root;
  };
  return { find, adopt, draft: () => host.makeTemporary(".draft-", folder) };
}

function shapeOf({ bottom, layers }: Overlay): Shape {
  return { bottom, layers };
}

/** Files of a box belong to its accounts: this process may not remove them itself. */
export async function removeAsRoot(target: HostPath, privilege: Privilege, host: Host): Promise<void> {
  await host.query(asRoot(privilege, ["rm", "-rf", "--one-file-system", "--", target]));
}

/** For what can fail only as the machine fails: no space, no permission. */
export async function mustRun(command: Command, host: Host, signal: AbortSignal): Promise<void> {
  const said: Uint8Array[] = [];
  const exit = await host.run(command, (chunk) => void said.push(chunk), signal);
  signal.throwIfAborted();
  if (exit.kind === "exited" && exit.status === 0) return;
  const text = Buffer.concat(said).toString().trim();
  const code = /No space left/.test(text) ? "ENOSPC" : "EIO";
  throw new WorldFailure({ code, path: commandLine(command), message: text.split("\n").at(-1) || exit.kind });
}
