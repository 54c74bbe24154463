import type { Exit, Running } from "../host/host.ts";
import { buildboxOver, type Core, type Fate } from "./box.ts";
import type { BoxExit, BuildboxSpec, Exec, Kept, Opened } from "./buildbox.ts";
import script from "./container.sh";
import { type Client, complaint, isDone, layerReference, mustAsk, type Way } from "./container-client.ts";
import { HOST_NAME, INSIDE, variables } from "./inside.ts";
import { writeKept } from "./kept.ts";
import type { Start } from "./tar-copy.ts";

/** A container that waits, and the client that holds its lifeline. */
type Container = {
  readonly kind: "ready";
  readonly name: string;
  readonly running: Running;
  /** Of the build account. */
  readonly uid: string;
  readonly caveats: readonly string[];
};

type Refusal = { readonly kind: "refused"; readonly why: string };

/** `kept`: a box that this one goes on with; `spec` has the image that it was left as. */
export async function openContainerBox(
  { spec, kept }: { readonly spec: BuildboxSpec; readonly kept?: Kept },
  client: Client,
  signal: AbortSignal,
): Promise<Opened> {
  if (spec.root.kind !== "image") throw new Error(`${client.dialect.kind} opens images only`);
  await client.sweep(signal);
  const image = spec.root.reference;
  const container = await startContainer({ spec, image }, client, signal);
  if (container.kind === "ready") {
    const circumstances = { spec, host: client.host, ...(kept ? { kept } : {}) };
    return { kind: "opened", buildbox: buildboxOver(containerCore(container, client), circumstances) };
  }
  signal.throwIfAborted();
  const help = /no such image|image not known|unable to find/i.test(container.why)
    ? `bring the image with \`${client.dialect.kind} pull ${image}\``
    : `make \`${client.dialect.kind} run --rm --user 0 --entrypoint /bin/sh ${image} -c true\` work, or choose another engine`;
  return { kind: "refused", why: container.why, help };
}

type Wanted = { readonly spec: BuildboxSpec; readonly image: string };

/** In the first of the dialect's ways that works here. */
async function startContainer(
  wanted: Wanted,
  client: Client,
  signal: AbortSignal,
): Promise<Container | Refusal> {
  let last: Refusal = { kind: "refused", why: "there is no way to start one" };
  for (const way of client.ways()) {
    const started = await tryDisk(wanted, { way, client }, signal);
    if (started.kind === "ready") {
      client.settle(way);
      return started;
    }
    last = started;
    // Only what the runtime itself could not set up may come out better in another way.
    if (signal.aborted || !/rlimit|cgroup|crun/i.test(started.why)) break;
  }
  return last;
}

type Attempt = { readonly way: Way; readonly client: Client };

/** Few file systems can hold a container to a size (docker's on btrfs, xfs with quotas): it shows when it is asked for. */
async function tryDisk(wanted: Wanted, attempt: Attempt, signal: AbortSignal): Promise<Container | Refusal> {
  if (wanted.spec.diskBytes === undefined) return await tryWay(wanted, { ...attempt, disk: "free" }, signal);
  const held = await tryWay(wanted, { ...attempt, disk: "held" }, signal);
  if (held.kind === "ready" || signal.aborted) return held;
  return await tryWay(wanted, { ...attempt, disk: "free" }, signal);
}

async function tryWay(
  { spec, image }: Wanted,
  { way, client, disk }: Attempt & { readonly disk: "held" | "free" },
  signal: AbortSignal,
): Promise<Container | Refusal> {
  const { host } = client;
  const name = `tarwright-${host.randomBytes(8).toString("hex")}`;
  const memory =
    spec.memoryBytes === undefined
      ? []
      : ["--memory", String(spec.memoryBytes), "--memory-swap", String(spec.memoryBytes)];
  const processes = spec.processes === undefined ? [] : ["--pids-limit", String(spec.processes)];
  const size = disk === "held" ? ["--storage-opt", `size=${spec.diskBytes}`] : [];
  const args = [
    ...way.before,
    ...[
      "run",
      "--interactive",
      "--rm",
      "--pull=never",
      "--stop-signal=SIGKILL",
      "--name",
      name,
      "--hostname",
      spec.hostName ?? HOST_NAME,
    ],
    ...["--label", `tarwright.box=${spec.name}`, ...(await client.labels())],
    ...["--network", spec.network === "none" ? "none" : "bridge", ...memory, ...processes, ...size],
    // Nothing set-uid can lift the build account.
    ...["--security-opt", "no-new-privileges", "--user", "0:0", "--workdir", "/"],
    ...[...way.after, "--entrypoint", "/bin/sh", image, "-c", script],
  ];
  const running = host.start(client.command(args), new AbortController().signal);
  const letGo = () => running.stdin.end();
  signal.addEventListener("abort", letGo, { once: true });
  let stderr = "";
  running.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-4000);
  });
  const [, uid] = /^ready ([0-9]+)$/m.exec(await firstLine(running)) ?? [];
  signal.removeEventListener("abort", letGo);
  if (uid !== undefined && !signal.aborted) {
    const unlimited = /memory limit capabilities.*discarded/i.test(stderr);
    const caveats = [
      ...(unlimited ? ["the memory limit is not enforced: the daemon can't"] : []),
      ...(spec.diskBytes === undefined || disk === "held"
        ? []
        : ["the disk limit is not enforced: the disk of the containers can't hold one to a size"]),
    ];
    return { kind: "ready", name, running, uid, caveats };
  }
  running.stdin.end();
  const exit = await running.exit;
  return { kind: "refused", why: complaint({ exit, stdout: "", stderr }) };
}

function containerCore(container: Container, client: Client): Core {
  const { dialect } = client;
  return {
    kind: dialect.kind,
    caveats: container.caveats,
    owner: `${container.uid}:${container.uid}`,
    start: starter(container, client),
    attach: async (exec, signal) => {
      const { program, args, env } = client.command(execWords(exec, container));
      const attached = { program: "/bin/sh", args: ["-c", ON_TERMINAL, "sh", program, ...args], env };
      return await boxExit(client.host.attach(attached, signal), { container, client });
    },
    commit: async (key, signal) => {
      const reference = layerReference(dialect, key);
      await mustAsk(client, ["commit", container.name, reference], signal);
      await stop(container);
      return { kind: "image", reference };
    },
    end: (fate) => end(container, fate, client),
  };
}

async function end(container: Container, fate: Fate, client: Client): Promise<void> {
  try {
    if (fate.kind === "keep") await keep(container, fate.kept, client);
  } finally {
    await stop(container);
  }
}

async function keep(container: Container, kept: Kept, client: Client): Promise<void> {
  const reference = keptImage(kept, client);
  await mustAsk(client, ["commit", container.name, reference], new AbortController().signal);
  await writeKept({ ...kept, spec: { ...kept.spec, root: { kind: "image", reference } } }, client.host);
}

/** The image that a kept box was left as. */
export function keptImage({ name }: Kept, { dialect }: Client): string {
  return layerReference(dialect, `kept ${name}`);
}

async function stop({ running }: Container): Promise<void> {
  running.stdin.end();
  await running.exit;
}

function starter(container: Container, client: Client): Start {
  return (exec, signal) => {
    const running = client.host.start(
      client.command(["exec", "--interactive", ...execWords(exec, container)]),
      signal,
    );
    // The client's end is not the command's: that one must be ended where it runs.
    const exit = boxExit(running.exit, { container, client });
    return { ...running, exit };
  };
}

/** A client refuses to make a terminal of what is none here. */
const ON_TERMINAL =
  'program=$1; shift; if [ -t 0 ] && [ -t 1 ]; then set -- --tty "$@"; fi; exec "$program" exec --interactive "$@"';

/** Of `docker exec`, after its first options. */
function execWords({ argv, cwd, env, user }: Exec, { name, uid }: Container): readonly string[] {
  const account = user === "root" ? "0:0" : `${uid}:${uid}`;
  return ["--user", account, name, "/bin/sh", "-c", INSIDE, "sh", cwd, ...variables(env), ...argv];
}

type Place = { readonly container: Container; readonly client: Client };

/** docker exec: its own failures look like the command's, and a signal like a status above 128. */
async function boxExit(ending: Promise<Exit>, { container, client }: Place): Promise<BoxExit> {
  const exit = await ending;
  const { signal } = new AbortController();
  const ask = (...args: readonly string[]) => client.ask(args, signal);
  if (exit.kind === "aborted") {
    await ask("exec", "--user", "0:0", container.name, "/bin/sh", "-c", "kill -9 -1");
    return exit;
  }
  if (isDone(exit)) return exit;
  const inspected = await ask("container", "inspect", "--format", "{{.State.Running}}", container.name);
  if (inspected.stdout.trim() !== "true") return { kind: "engine-died", why: whyGone(inspected) };
  if (exit.kind !== "exited")
    return { kind: "engine-died", why: `\`${client.dialect.kind} exec\` was killed` };
  const name = SIGNALS[exit.status - 128];
  return name === undefined ? exit : { kind: "killed", signal: name };
}

function whyGone(told: Parameters<typeof complaint>[0]): string {
  return isDone(told.exit) ? "the container was stopped" : complaint(told);
}

/** signal(7): those that end a process, by number. */
const SIGNALS: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  15: "SIGTERM",
};

/** Up to the first line feed, or the end. */
async function firstLine({ stdout }: Running): Promise<string> {
  let text = "";
  for await (const chunk of stdout) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text;
}
