import { type Command, type Host, hostPath, joinPath, WorldFailure } from "../host/host.ts";
import { buildboxOver, type Core } from "./box.ts";
import type { Buildbox, BuildboxSpec, Engine, Exec, Kept, Opened } from "./buildbox.ts";
import { claim, clearTraces, makeFolder, readTraces } from "./host-traces.ts";
import { INSIDE, onTerminal, variables } from "./inside.ts";
import { keptFolder, writeKept } from "./kept.ts";
import { boxesOf, makeOpen, sweepOpen } from "./open-folders.ts";
import { makePipes, startWithPipes } from "./pipes.ts";
import { OUTSIDE } from "./privilege.ts";

/** Where every engine gives a build its folder; here it is the machine's own. */
const BUILD_FOLDER = hostPath("/build");

/** The bare machine, without isolation. For jobs whose container is the base; chosen by name only. */
export function hostEngine(host: Host): Engine {
  return {
    kind: "host",
    probe: async () => ({ kind: "usable", version: "no isolation" }),
    open: (spec) => open(spec, host),
    reopen: async (kept) => ({ kind: "opened", buildbox: await boxOver({ spec: kept.spec, kept }, host) }),
    forget: async (kept) => {
      await clearTraces(BUILD_FOLDER, host);
      await host.remove(keptFolder(kept, host));
    },
    layer: async () => undefined,
    image: async () => ({ kind: "no-images" }),
    saveImage: async () => ({ kind: "no-images" }),
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
  await sweepOpen({ privilege: { kind: "root" }, host });
  const traces = await readTraces(host);
  if (traces?.owner.kind === "run" && !(await host.isRunning(traces.owner.mark)))
    await clearTraces(BUILD_FOLDER, host);
  const files = (await host.list(BUILD_FOLDER)) ?? [];
  if (files.length > 0 || (await readTraces(host)) !== undefined) {
    return {
      kind: "refused",
      why: `\`${BUILD_FOLDER}\` is in use: without isolation there is one for the whole machine`,
      help: "wait for the other build, remove a box that was kept with `tarwright buildbox remove`, or move the folder away",
    };
  }
  await claim({ owner: { kind: "run", mark: await host.processMark() }, made: [] }, host);
  try {
    await makeFolder(BUILD_FOLDER, host);
    await host.remove(await host.makeTemporary(".try-", BUILD_FOLDER));
  } catch (error) {
    if (!(error instanceof WorldFailure)) throw error;
    await clearTraces(BUILD_FOLDER, host);
    return {
      kind: "refused",
      why: `\`${BUILD_FOLDER}\` can't be written: ${error.code}`,
      help: `run as root, or give this account an empty folder \`${BUILD_FOLDER}\`, or choose another engine`,
    };
  }
  return { kind: "opened", buildbox: await boxOver({ spec }, host) };
}

type Circumstances = { readonly spec: BuildboxSpec; readonly kept?: Kept };

async function boxOver(circumstances: Circumstances, host: Host): Promise<Buildbox> {
  const account = await findAccount(host);
  if (account.become.length > 0)
    await host.query({ program: "chown", args: [account.owner, BUILD_FOLDER], env: OUTSIDE });
  const core = await hostCore(circumstances.spec, account, host);
  const box = buildboxOver(core, { ...circumstances, host });
  return {
    ...box,
    copyIn: async (from, to, owner, signal) => {
      const isFile = (await host.status(from))?.kind === "file";
      // Written down before it is there, so that the next run can remove it if this one is killed.
      await makeFolder(isFile ? joinPath(hostPath(to), "..") : hostPath(to), host);
      return await box.copyIn(from, to, owner, signal);
    },
  };
}

async function hostCore(spec: BuildboxSpec, account: Account, host: Host): Promise<Core> {
  const folder = await makeOpen(boxesOf(host), host);
  const watch: Command = { program: "sh", args: ["-c", WATCH, "sh", folder], env: OUTSIDE };
  const watchdog = host.start(watch, new AbortController().signal);
  await makePipes(folder, host);
  const begin = startWithPipes(folder, host);
  let commands = 0;
  const inside = ({ argv, cwd, env, user }: Exec) => [
    ...(user === "build" ? account.become : []),
    ...["/bin/sh", "-c", INSIDE, "sh", cwd, ...variables(env), ...argv],
  ];
  return {
    kind: "host",
    caveats: caveatsOf(spec, account),
    owner: account.owner,
    start: (exec, signal) => {
      commands += 1;
      const note = joinPath(folder, `group-${commands}`);
      const args = ["-c", NOTED, "sh", note, ...inside(exec)];
      const running = begin(() => ({ program: "sh", args, env: OUTSIDE }), signal);
      return { ...running, exit: running.exit.finally(() => host.remove(note)) };
    },
    attach: (exec, signal) => {
      const [program = "", ...args] = inside(onTerminal(exec));
      return host.attach({ program, args, env: OUTSIDE }, signal);
    },
    commit: async () => {
      throw new Error("the bare machine has no layers");
    },
    end: async (fate) => {
      watchdog.stdin.end();
      await watchdog.exit;
      if (fate.kind === "remove") return await clearTraces(BUILD_FOLDER, host);
      await claim({ owner: { kind: "kept" }, made: (await readTraces(host))?.made ?? [] }, host);
      await writeKept(fate.kept, host);
    },
  };
}

/** Each command leads a group of processes; its number stands in a file of this folder as long as it runs. */
const NOTED = 'echo $$ >"$1"; shift; exec "$@"';

/** Its standard input is a lifeline: however this process ends, no group of the box outlives it. */
const WATCH =
  'cat >/dev/null; for note in "$1"/group-*; do read -r group <"$note" && kill -9 "-$group"; done 2>/dev/null; rm -rf -- "$1"';

function caveatsOf(spec: BuildboxSpec, { become }: Account): readonly string[] {
  const { network, memoryBytes, processes, diskBytes } = spec;
  const who = become.length > 0 ? "an account of their own" : "this account";
  return [
    `no isolation: commands run as ${who}, in the file system of this machine; what they leave in the background may stay`,
    ...(network === "none" ? ["the network stays on"] : []),
    ...(memoryBytes === undefined ? [] : ["the memory limit is not enforced"]),
    ...(processes === undefined ? [] : ["the processes limit is not enforced"]),
    ...(diskBytes === undefined ? [] : ["the disk limit is not enforced"]),
  ];
}

type Account = {
  /** As chown(1) takes it. */
  readonly owner: string;
  /** Before a command that is to run as it. */
  readonly become: readonly string[];
};

/** Root can be nobody's account; everybody else is only themselves. */
async function findAccount(host: Host): Promise<Account> {
  const { uid, gid } = host.user;
  const own: Account = { owner: `${uid}:${gid}`, become: [] };
  if (uid !== 0) return own;
  const known = [await accountsIn("/etc/passwd", host), await accountsIn("/etc/group", host)].flat();
  let free = 30033;
  while (known.includes(String(free))) free += 1;
  const ids = [`--reuid=${free}`, `--regid=${free}`, "--clear-groups", "--no-new-privs"];
  const tried = await host.query({ program: "setpriv", args: [...ids, "true"], env: OUTSIDE });
  const works = tried.exit.kind === "exited" && tried.exit.status === 0;
  return works ? { owner: `${free}:${free}`, become: ["setpriv", ...ids] } : own;
}

async function accountsIn(file: string, host: Host): Promise<readonly string[]> {
  const lines = ((await host.readText(hostPath(file))) ?? "").split("\n");
  return lines.map((line) => line.split(":")[2] ?? "");
}
