import { type HostPath, joinPath, type Running, type Sink } from "../host/host.ts";
import type { BoxExit, Buildbox, BuildboxSpec, Exec } from "./buildbox.ts";
import { mustRun, type Overlay, openLayers, removeAsRoot } from "./layers.ts";
import script from "./namespace.sh";
import { asRoot, type Means } from "./privilege.ts";
import { copyInByTar, copyOutByTar, type Start } from "./tar-copy.ts";

/** What a box is opened from, and where. */
export type Plot = { readonly spec: BuildboxSpec; readonly folder: HostPath; readonly root: Overlay };

/** The init of a box, seen from outside. */
type Init = {
  readonly kind: "ready";
  readonly running: Running;
  readonly pid: string;
  readonly uid: string;
  /** Control group that holds the memory limit; empty for none. */
  readonly group: string;
};

export async function startBox(
  { spec, folder, root }: Plot,
  { privilege, host }: Means,
): Promise<Init | { readonly kind: "refused"; readonly why: string }> {
  const lowers = root.layers.length + 1;
  const bottom = root.bottom === "host" ? "host" : "folder";
  const option = privilege.kind === "subuid" ? ",userxattr" : "";
  const { home, cache, config, temporary } = host.folders;
  const running = host.start(
    asRoot(privilege, [
      "unshare",
      ...["--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--ipc", "--uts"],
      ...(spec.network === "none" ? ["--net"] : []),
      ...["sh", "-c", script, "sh", folder, String(lowers), spec.upper, bottom, spec.network],
      ...[String(spec.memoryBytes ?? 0), option],
      ...[home, cache, config, temporary, ...spec.hidden],
    ]),
    new AbortController().signal,
  );
  let errors = "";
  running.stderr.on("data", (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000);
  });
  const first = await firstLine(running);
  const [, pid, uid, group = ""] = /^ready ([0-9]+) ([0-9]+) ?(.*)$/.exec(first) ?? [];
  if (pid !== undefined && uid !== undefined) return { kind: "ready", running, pid, uid, group };
  running.stdin.end();
  await running.exit;
  const said =
    first.replace(/^refused /, "") || errors.trim().split("\n").at(-1) || "it ended without a word";
  return { kind: "refused", why: said };
}

/** The buildbox over an init that is ready. */
export function boxOf({ spec, folder, root, ...init }: Plot & Init, means: Means): Buildbox {
  const { privilege, host } = means;
  let fate: "remove" | "keep" | "gone" = "remove";
  const start: Start = (exec, signal) => {
    const running = host.start(enter(exec, init, means), signal);
    // Where another account runs the command (sudo), a signal does not reach it: the whole box ends instead.
    const letGo = () => init.running.stdin.end();
    signal.addEventListener("abort", letGo, { once: true });
    const exit = boxExit(running.exit, init).finally(() => signal.removeEventListener("abort", letGo));
    return { ...running, exit };
  };
  const end = async () => {
    init.running.stdin.end();
    await init.running.exit;
    if (init.group) await host.query(asRoot(privilege, ["rmdir", init.group]));
  };
  const close = async () => {
    if (fate === "gone") return;
    const last = fate;
    fate = "gone";
    await end();
    if (last === "remove") await removeAsRoot(folder, privilege, host);
  };
  return {
    caveats: caveatsOf(spec, init),
    start,
    run: async (exec, onOutput, signal) => await drained(start(exec, signal), onOutput),
    copyIn: (from, to, owner, signal) => copyInByTar({ from, to, owner }, { start, host }, signal),
    copyOut: (from, to, signal) => copyOutByTar({ from, to }, { start, host }, signal),
    commit: async (key, signal) => {
      const layers = openLayers(privilege, host);
      if (spec.upper === "memory") await mustRun(fromMemory(init.pid, folder, means), host, signal);
      await end();
      await mustRun(asRoot(privilege, ["sh", "-c", JOIN_PARTS, "sh", folder]), host, signal);
      const upper = joinPath(folder, "upper");
      const layer = await layers.adopt(key, { folder: upper, below: root }, signal);
      await close();
      return layer;
    },
    keep: async () => {
      await host.writeFile(joinPath(folder, "kept.json"), `${JSON.stringify({ spec, root })}\n`);
      fate = "keep";
      return `tarwright buildbox enter ${folder.slice(folder.lastIndexOf("/") + 1)}`;
    },
    [Symbol.asyncDispose]: close,
  };
}

/** Enters the namespaces, the memory limit first; inside, the folder is entered and the environment replaced. */
function enter({ argv, cwd, env, user }: Exec, { pid, uid, group }: Init, { privilege }: Means) {
  const limited = 'if [ -n "$1" ]; then echo 0 >"$1/cgroup.procs"; fi; shift; exec "$@"';
  const inside = 'cd "$1" || exit 126; shift; umask 022; exec env -i "$@"';
  const spaces = ["--mount", "--pid", "--ipc", "--uts", "--net"];
  const account = user === "root" ? [] : ["--setuid", uid, "--setgid", uid];
  return asRoot(privilege.kind === "subuid" ? { kind: "root" } : privilege, [
    ...(["sh", "-c", limited, "sh", group] as const),
    // Nothing set-uid can lift the build account again.
    ...(user === "root" ? [] : ["setpriv", "--no-new-privs"]),
    ...[
      "nsenter",
      "--target",
      pid,
      ...(privilege.kind === "subuid" ? ["--user"] : []),
      ...spaces,
      ...account,
      "--",
    ],
    ...["/bin/sh", "-c", inside, "sh", cwd],
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...argv,
  ]);
}

/** When init is gone, the exit of a command says nothing about the command. */
async function boxExit(exit: Running["exit"], init: Init): Promise<BoxExit> {
  const first = await exit;
  if (first.kind === "aborted") return first;
  const alive = Symbol("alive");
  const ended = await Promise.race([init.running.exit, Promise.resolve(alive)]);
  return ended === alive ? first : { kind: "engine-died", why: "the init of the buildbox ended" };
}

async function drained(running: ReturnType<Start>, onOutput: Sink): Promise<BoxExit> {
  running.stdin.end();
  running.stdout.on("data", (chunk: Buffer) => onOutput(chunk, "stdout"));
  running.stderr.on("data", (chunk: Buffer) => onOutput(chunk, "stderr"));
  return await running.exit;
}

/** Over the host each part of the system has an upper of its own: together they are the layer. */
const JOIN_PARTS =
  'cd "$1" || exit; for part in parts/*; do [ -d "$part" ] || continue; name=${part#parts/}; rmdir "upper/$name" && mv -T "$part" "upper/$name" || exit; done';

/** Whiteouts are devices and opaque folders extended attributes: tar keeps both. */
function fromMemory(pid: string, folder: HostPath, { privilege }: Means) {
  const keep = '--xattrs --xattrs-include="*" --numeric-owner';
  const copy = `tar -c ${keep} -C "/proc/$1/fd/3/." upper parts | tar -x -p ${keep} -C "$2"`;
  return asRoot(privilege, ["sh", "-c", copy, "sh", pid, folder]);
}

function caveatsOf({ memoryBytes }: BuildboxSpec, { group }: Init): readonly string[] {
  if (memoryBytes === undefined || group !== "") return [];
  return ["the memory limit is not enforced: no control group can be made here"];
}

/** Up to the first line feed, or the end. */
async function firstLine({ stdout }: Running): Promise<string> {
  let text = "";
  for await (const chunk of stdout) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}
