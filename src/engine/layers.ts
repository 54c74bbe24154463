import { type Command, commandLine, type Host, type HostPath, joinPath, WorldFailure } from "../host/host.ts";
import type { Root } from "./buildbox.ts";
import { layersOf, makeOpen, removeOpen } from "./open-folders.ts";
import { asRoot, type Means } from "./privilege.ts";
import { parseJson, parseRoot } from "./record.ts";

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

export function openLayers({ privilege, host }: Means): LayerStore {
  const folder = layersOf(host);
  const find = async (key: string): Promise<Overlay | undefined> => {
    const text = await host.readText(joinPath(folder, key, "root.json"));
    if (text === undefined) return undefined;
    const root = parseRoot(parseJson(text));
    if (root?.kind !== "overlay") return undefined;
    // Somebody may have cleared a part of the cache: half a root is none.
    const parts = [...(root.bottom === "host" ? [] : [root.bottom]), ...root.layers];
    const there = await Promise.all(parts.map((part) => host.status(part)));
    return there.includes(undefined) ? undefined : root;
  };
  const adopt: LayerStore["adopt"] = async (key, { folder: from, below }, signal) => {
    const place = joinPath(folder, key);
    const fs = joinPath(place, "fs");
    const root: Overlay =
      below === "nothing"
        ? { kind: "overlay", bottom: fs, layers: [] }
        : { ...below, layers: [...below.layers, fs] };
    const beside = await makeOpen(folder, host);
    // As root: a folder that changes its parent must be writable, and this one may be another account's.
    await mustRun(asRoot(privilege, ["mv", "-T", "--", from, joinPath(beside, "fs")]), host, signal);
    await host.writeFile(joinPath(beside, "root.json"), `${JSON.stringify(root)}\n`);
    // Half a root, where a part below it was cleared away. What is whole, another run made, and may use it already.
    if ((await host.status(place)) && !(await find(key))) await removeOpen(place, { privilege, host });
    try {
      await host.rename(beside, place);
      return root;
    } catch (error) {
      const other = error instanceof WorldFailure ? await find(key) : undefined;
      await removeOpen(beside, { privilege, host });
      if (other) return other;
      throw error;
    }
  };
  return { find, adopt, draft: () => makeOpen(folder, host) };
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
