import type { Command, HostPath, Query, Running } from "../host/host.ts";
import type { BuildboxSpec, Exec } from "./buildbox.ts";
import { HOST_NAME, INSIDE, variables } from "./inside.ts";
import type { Overlay } from "./layers.ts";
import script from "./namespace.sh";
import type { Pipes } from "./pipes.ts";
import { asRoot, type Means, type Privilege } from "./privilege.ts";

/** What a box is opened from, and where. */
export type Plot = { readonly spec: BuildboxSpec; readonly folder: HostPath; readonly root: Overlay };

/** The first process of a box, seen from outside. */
export type Init = {
  readonly kind: "ready";
  readonly running: Running;
  readonly pid: string;
  /** Of the build account. */
  readonly uid: string;
  /** Control groups that what enters the box must join. */
  readonly groups: readonly string[];
  /** Limits that were asked for, and that nothing here can hold. */
  readonly unheld: readonly ("memory" | "processes" | "disk")[];
};

/** The box ends with the standard input of `running`; see namespace.sh. */
export async function startInit(
  { spec, folder, root }: Plot,
  { privilege, host }: Means,
): Promise<Init | { readonly kind: "refused"; readonly why: string }> {
  const { home, cache, config, temporary } = host.folders;
  const settings = {
    script,
    box: folder,
    count: String(root.layers.length + 1),
    upper: spec.upper,
    bottom: root.bottom === "host" ? "host" : "folder",
    network: spec.network,
    host_name: spec.hostName ?? HOST_NAME,
    memory: String(spec.memoryBytes ?? 0),
    processes: String(spec.processes ?? 0),
    disk: String(spec.diskBytes ?? 0),
    option: privilege.kind === "subuid" ? ",userxattr" : "",
    hidden: [home, cache, config, temporary, ...spec.hidden].join("\n"),
  };
  const running = host.start(
    asRoot(privilege, [
      ...(["env", ...variables(settings), "unshare"] as const),
      ...["--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--ipc", "--uts"],
      ...(spec.network === "none" ? ["--net"] : []),
      ...["sh", "-c", 'eval "$script"'],
    ]),
    new AbortController().signal,
  );
  let errors = "";
  running.stderr.on("data", (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000);
  });
  const first = await firstLine(running);
  const [, pid, uid, ...holders] = /^ready ([0-9]+) ([0-9]+) (\S+) (\S+) (\S+)$/.exec(first) ?? [];
  if (pid !== undefined && uid !== undefined)
    return { kind: "ready", running, pid, uid, ...limitsOf(spec, holders) };
  running.stdin.end();
  await running.exit;
  const said =
    first.replace(/^refused /, "") || errors.trim().split("\n").at(-1) || "it ended without a word";
  return { kind: "refused", why: said };
}

function limitsOf(
  { memoryBytes, processes, diskBytes }: BuildboxSpec,
  [memory = "-", pids = "-", disk = "-"]: readonly string[],
): Pick<Init, "groups" | "unheld"> {
  return {
    groups: [...new Set([memory, pids].filter((group) => group !== "-"))],
    unheld: [
      ...(memoryBytes !== undefined && memory === "-" ? (["memory"] as const) : []),
      ...(processes !== undefined && pids === "-" ? (["processes"] as const) : []),
      ...(diskBytes !== undefined && disk === "-" ? (["disk"] as const) : []),
    ],
  };
}

/** Enters the namespaces; inside, the folder is entered and the environment replaced. */
export function enterCommand(
  { argv, cwd, env, user }: Exec,
  { init, pipes }: { readonly init: Pick<Init, "pid" | "uid" | "groups">; readonly pipes: Pipes | undefined },
  { privilege }: Means,
): Command {
  const account = user === "root" ? [] : ["--setuid", init.uid, "--setgid", init.uid];
  return asInit(privilege, [
    ...(["sh", "-c", OUTER, "sh", init.groups.join(":"), pipes?.stdout ?? "", pipes?.stderr ?? ""] as const),
    // Nothing set-uid can lift the build account again.
    ...(user === "root" ? [] : ["setpriv", "--no-new-privs"]),
    ...["nsenter", "--target", init.pid, ...(privilege.kind === "subuid" ? ["--user"] : [])],
    // `--root`: where this program runs in a chroot, the root of the namespace is still the machine's own.
    ...["--mount", "--root", "--wd", "--pid", "--ipc", "--uts", "--net", ...account, "--"],
    ...["/bin/sh", "-c", INSIDE, "sh", cwd, ...variables(env), ...argv],
  ]);
}

/**
 * The limits first. The pipes by their names, since sudo puts some of its own before them; and open to be read for so
 * long, since whoever reads them may just have been killed, and a pipe that nobody reads can't be opened to be written.
 */
const OUTER = [
  'IFS=:; for group in $1; do echo 0 >"$group/cgroup.procs"; done; unset IFS',
  '[ -z "$2" ] || exec 3<>"$2" >"$2" 3<>"$3" 2>"$3" 3<&-; shift 3; exec "$@"',
].join("; ");

/** A new process can't be made in a pid namespace whose init is ending, whatever still shows of it. */
export async function isAlive(init: Init, means: Means): Promise<boolean> {
  const { exit } = await among(init, "true", means);
  return exit.kind === "exited" && exit.status === 0;
}

/** All processes of the box but the first, whatever group and session they made for themselves. */
export async function killAll(init: Init, means: Means): Promise<void> {
  await among(init, "kill -9 -1", means);
}

/** A program for `sh -c`, of this machine, among the processes of the box. */
async function among(init: Init, program: string, { privilege, host }: Means): Promise<Query> {
  const spaces = privilege.kind === "subuid" ? ["--user", "--pid"] : ["--pid"];
  return await host.query(
    asInit(privilege, ["nsenter", "--target", init.pid, ...spaces, "--", "sh", "-c", program]),
  );
}

/** A user namespace of our own is entered, not made again. */
function asInit({ kind }: Privilege, argv: readonly [string, ...string[]]): Command {
  return asRoot({ kind: kind === "subuid" ? "root" : kind }, argv);
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
