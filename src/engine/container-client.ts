import { createHash } from "node:crypto";
import { type Command, type Exit, type Host, hostPath, WorldFailure } from "../host/host.ts";
import type { Engine } from "./buildbox.ts";

/** How the two programs differ; everything else they share. */
export type Dialect = {
  readonly kind: Extract<Engine["kind"], "docker" | "podman">;
  /** Asks whoever runs the containers: system and version, with a blank between. */
  readonly ask: readonly string[];
  /** Before the names of images made here. */
  readonly own: string;
  /** The name under which a registry is asked. */
  readonly registryName: (reference: string) => string;
  /** Template for the digest under which an image was pulled; docker remembers no other. */
  readonly pulledAs: string;
  /** Options before `run` and after it, tried in this order until a container starts. */
  readonly ways: readonly Way[];
};

export type Way = { readonly before: readonly string[]; readonly after: readonly string[] };

const PLAIN: Way = { before: [], after: [] };

export const DIALECTS: Readonly<Record<Dialect["kind"], Dialect>> = {
  docker: {
    kind: "docker",
    ask: ["version", "--format", "{{.Server.Os}} {{.Server.Version}}"],
    own: "tarwright/layer",
    registryName: (reference) => reference,
    pulledAs: "",
    ways: [PLAIN],
  },
  podman: {
    kind: "podman",
    ask: ["info", "--format", "{{.Host.OS}} {{.Version.Version}}"],
    own: "localhost/tarwright/layer",
    // Podman would ask the user which registry is meant.
    registryName: (reference) => {
      const [first = "", ...rest] = reference.split("/");
      if (rest.length === 0) return `docker.io/library/${reference}`;
      return /[.:]|^localhost$/.test(first) ? reference : `docker.io/${reference}`;
    },
    pulledAs: "{{.Digest}}",
    ways: [
      PLAIN,
      // Its defaults are above the hard limits of an account without CAP_SYS_RESOURCE.
      { before: [], after: ["--ulimit", "nofile=1024:4096", "--ulimit", "nproc=4096:4096"] },
      // And crun refuses machines that mount both versions of control groups.
      {
        before: ["--runtime", "runc"],
        after: ["--ulimit", "nofile=1024:4096", "--ulimit", "nproc=4096:4096"],
      },
    ],
  },
};

/** What these programs find their daemon, their logins and their storage by. */
const PASSED = [
  "PATH",
  "HOME",
  "TMPDIR",
  "XDG_RUNTIME_DIR",
  "XDG_CONFIG_HOME",
  "XDG_DATA_HOME",
  "DBUS_SESSION_BUS_ADDRESS",
  "SSH_AUTH_SOCK",
  "DOCKER_HOST",
  "DOCKER_CONTEXT",
  "DOCKER_CONFIG",
  "DOCKER_TLS_VERIFY",
  "DOCKER_CERT_PATH",
  "CONTAINER_HOST",
  "CONTAINER_SSHKEY",
  "CONTAINERS_CONF",
  "CONTAINERS_STORAGE_CONF",
  "REGISTRY_AUTH_FILE",
  "CONTAINERS_REGISTRIES_CONF",
  ...["http_proxy", "https_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()]),
];

/** A client of one of the two. */
export type Client = {
  readonly dialect: Dialect;
  readonly host: Host;
  readonly command: (args: readonly string[]) => Command;
  /** Runs and captures; an abort ends it. */
  readonly ask: (args: readonly string[], signal: AbortSignal) => Promise<Told>;
  /** The dialect's, or the only one once it is known to work. */
  readonly ways: () => readonly Way[];
  readonly settle: (way: Way) => void;
  /** Options that say whose a container is. */
  readonly labels: () => Promise<readonly string[]>;
  /** Removes the containers of processes that are no more; once for each client. */
  readonly sweep: (signal: AbortSignal) => Promise<void>;
};

export type Told = { readonly exit: Exit; readonly stdout: string; readonly stderr: string };

export function openClient(dialect: Dialect, host: Host): Client {
  const env = Object.fromEntries(
    PASSED.flatMap((name) => {
      const value = host.environment(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  // podman's monitor writes a file `oom` where it was started when a container runs out of memory.
  const cwd = host.folders.temporary;
  const command = (args: readonly string[]): Command => ({ program: dialect.kind, args, cwd, env });
  const ask: Client["ask"] = async (args, signal) => {
    const said = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
    const exit = await host.run(command(args), (chunk, stream) => void said[stream].push(chunk), signal);
    const text = (stream: "stdout" | "stderr") => Buffer.concat(said[stream]).toString();
    return { exit, stdout: text("stdout"), stderr: text("stderr") };
  };
  let { ways } = dialect;
  let swept: Promise<void> | undefined;
  return {
    dialect,
    host,
    command,
    ask,
    ways: () => ways,
    settle: (way) => {
      ways = [way];
    },
    labels: async () => {
      const place = await placeOf(host);
      return ["--label", `${RUN}=${await host.processMark()}`, "--label", `${PLACE}=${place}`];
    },
    sweep: (signal) => {
      swept ??= sweep(ask, host, signal);
      return swept;
    },
  };
}

const RUN = "tarwright.run";
const PLACE = "tarwright.place";

/** Marks of processes mean something only here: the daemon may serve other machines, and containers, too. */
async function placeOf(host: Host): Promise<string> {
  const boot = await host.readText(hostPath("/proc/sys/kernel/random/boot_id"));
  if (boot === undefined) return "";
  return `${boot.trim()} ${await host.readLink(hostPath("/proc/self/ns/pid"))}`;
}

async function sweep(ask: Client["ask"], host: Host, signal: AbortSignal): Promise<void> {
  const place = await placeOf(host);
  if (place === "") return;
  const listed = await ask(["ps", "-aq", "--filter", `label=${PLACE}=${place}`], signal);
  const ids = listed.stdout.split("\n").filter((id) => id !== "");
  if (ids.length === 0) return;
  const format = `{{.Id}} {{index .Config.Labels "${RUN}"}}`;
  const marked = await ask(["container", "inspect", "--format", format, ...ids], signal);
  for (const line of marked.stdout.split("\n")) {
    const [id, mark] = line.split(" ");
    if (id && mark && !(await host.isRunning(mark))) await ask(["rm", "--force", id], signal);
  }
}

/** The name of a layer. A tag holds fewer characters than a key may. */
export function layerReference({ own }: Dialect, key: string): string {
  const plain = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(key);
  return `${own}:${plain ? key : `key-${createHash("sha256").update(key).digest("hex")}`}`;
}

/** For what can fail only as the machine or its daemon fails: no space, a daemon that went away. */
export async function mustAsk(client: Client, args: readonly string[], signal: AbortSignal): Promise<void> {
  const told = await client.ask(args, signal);
  signal.throwIfAborted();
  if (isDone(told.exit)) return;
  const message = complaint(told);
  const code = /no space left/i.test(message) ? "ENOSPC" : "EIO";
  throw new WorldFailure({ code, path: `${client.dialect.kind} ${args[0]}`, message });
}

export function isDone(exit: Exit): boolean {
  return exit.kind === "exited" && exit.status === 0;
}

/** The last line of what it said, without its own prefixes. */
export function complaint({ stderr, stdout, exit }: Told): string {
  const lines = (stderr.trim() || stdout.trim()).split("\n");
  const said = lines.filter((line) => !/^(See 'docker|Run 'docker|\s*$)/.test(line)).at(-1) ?? "";
  return said.replace(/^((?:docker|podman|Error(?: response from daemon)?): )+/, "").trim() || exit.kind;
}
