import { type Host, type HostPath, hostPath, joinPath, WorldFailure } from "../host/host.ts";
import { buildboxOver, type Core, type Fate } from "./box.ts";
import type { Buildbox, BuildboxSpec, Engine, Kept, Opened } from "./buildbox.ts";
import { INSIDE, variables } from "./inside.ts";
import { keptFolder, writeKept } from "./kept.ts";
import { boxesOf } from "./open-folders.ts";
import { field, parseJson, texts } from "./record.ts";

/** Where every engine gives a build its folder; here it is the machine's own. */
const BUILD_FOLDER = hostPath("/build");

/** The bare machine: no isolation at all, commands run as this account. Chosen by name only. */
export function hostEngine(host: Host): Engine {
  return {
    kind: "host",
    probe: async () => ({ kind: "usable", version: "no isolation" }),
    open: (spec) => open(spec, host),
    reopen: async (kept) => ({ kind: "opened", buildbox: boxOver({ spec: kept.spec, kept }, host) }),
    forget: async (kept) => {
      await clear(host);
      await host.remove(keptFolder(kept, host));
    },
    layer: async () => undefined,
    image: async () => ({ kind: "no-images" }),
    importTar: async () => {
      throw new Error("the bare machine takes in no root");
    },
  };
}

async function open(spec: BuildboxSpec, host: Host): Promise<Opened> {
  const { root } = spec;
  if (root.kind === "image" || root.bottom !== "host" || root.layers.length > 0) {
    return {
      kind: "refused",
      why: "without isolation only the machine itself can be built on",
      help: "use `--base host`, or another engine",
    };
  }
  const traces = await readTraces(host);
  if (traces !== undefined && traces.owner !== KEPT && !(await host.isRunning(traces.owner)))
    await clear(host);
  const occupied = (await host.list(BUILD_FOLDER))?.length ?? 0;
  if (occupied > 0 || (await readTraces(host)) !== undefined) {
    return {
      kind: "refused",
      why: `\`${BUILD_FOLDER}\` is in use: without isolation there is one for the whole machine`,
      help: "wait for the other build, remove a box that was kept with `tarwright buildbox remove`, or move the folder away",
    };
  }
  await claim({ owner: await host.processMark(), made: [] }, host);
  try {
    await makeFolder(BUILD_FOLDER, host);
    await host.remove(await host.makeTemporary(".try-", BUILD_FOLDER));
  } catch (error) {
    if (!(error instanceof WorldFailure)) throw error;
    await clear(host);
    return {
      kind: "refused",
      why: `\`${BUILD_FOLDER}\` can't be written: ${error.code}`,
      help: `run as root, or give this account an empty folder \`${BUILD_FOLDER}\`, or choose another engine`,
    };
  }
  return { kind: "opened", buildbox: boxOver({ spec }, host) };
}

function boxOver(circumstances: { readonly spec: BuildboxSpec; readonly kept?: Kept }, host: Host): Buildbox {
  const box = buildboxOver(hostCore(circumstances.spec, host), { ...circumstances, host });
  return {
    ...box,
    copyIn: async (from, to, owner, signal) => {
      const status = await host.status(from);
      const target = hostPath(to);
      // Written down before it is there, so that the next run can remove it if this one is killed.
      await makeFolder(status?.kind === "file" ? joinPath(target, "..") : target, host);
      return await box.copyIn(from, to, owner, signal);
    },
  };
}

function hostCore(spec: BuildboxSpec, host: Host): Core {
  const { uid, gid } = host.user;
  const inside = (exec: Parameters<Core["start"]>[0]) => ({
    program: "/bin/sh",
    args: ["-c", INSIDE, "sh", exec.cwd, ...variables(exec.env), ...exec.argv],
    env: exec.env,
  });
  return {
    kind: "host",
    caveats: [
      `no isolation: commands run as ${uid === 0 ? "root" : "this account"}, see and can change this machine`,
      ...(spec.network === "none" ? ["the network stays on"] : []),
      ...(spec.memoryBytes === undefined ? [] : ["the memory limit is not enforced"]),
    ],
    owner: `${uid}:${gid}`,
    start: (exec, signal) => host.start(inside(exec), signal),
    attach: (exec, signal) => host.attach(inside(exec), signal),
    commit: async () => {
      throw new Error("the bare machine has no layers");
    },
    end: (fate) => end(fate, host),
  };
}

async function end(fate: Fate, host: Host): Promise<void> {
  if (fate.kind === "remove") return await clear(host);
  const traces = await readTraces(host);
  await claim({ owner: KEPT, made: traces?.made ?? [] }, host);
  await writeKept(fate.kept, host);
}

/** What a box has made on this machine, outermost folders only, and whose it is. */
type Traces = { readonly owner: string; readonly made: readonly HostPath[] };

/** In place of an owner: the box was left on purpose. */
const KEPT = "kept";

async function makeFolder(folder: HostPath, host: Host): Promise<void> {
  let missing: HostPath | undefined;
  for (let at = folder; !(await host.status(at)); at = joinPath(at, "..")) missing = at;
  const traces = await readTraces(host);
  if (missing !== undefined && traces) await claim({ ...traces, made: [...traces.made, missing] }, host);
  await host.makeFolder(folder);
}

async function clear(host: Host): Promise<void> {
  const traces = await readTraces(host);
  for (const made of [...(traces?.made ?? [])].reverse()) await host.remove(made);
  // The user's own folder stays, empty as it was.
  for (const name of (await host.list(BUILD_FOLDER)) ?? []) await host.remove(joinPath(BUILD_FOLDER, name));
  await host.remove(recordOf(host));
}

async function claim(traces: Traces, host: Host): Promise<void> {
  await host.writeFile(recordOf(host), `${JSON.stringify(traces)}\n`);
}

async function readTraces(host: Host): Promise<Traces | undefined> {
  const value = parseJson((await host.readText(recordOf(host))) ?? "");
  const owner = field(value, "owner");
  const made = texts(field(value, "made"));
  return typeof owner === "string" && made ? { owner, made: made.map(hostPath) } : undefined;
}

function recordOf(host: Host): HostPath {
  return joinPath(boxesOf(host), "host.json");
}
