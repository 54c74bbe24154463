import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  commandLine
} from "./chunk-2DPMJAPF.js";
import {
  WorldFailure,
  hostPath,
  joinPath
} from "./chunk-IMGLSV2N.js";

// src/engine/buildbox.ts
function guestPath(text) {
  if (!text.startsWith("/")) throw new Error(`not an absolute path: ${text}`);
  return text;
}
var ENGINES = ["docker", "podman", "namespace", "host"];

// src/engine/privilege.ts
var OUTSIDE = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C"
};
async function findPrivilege(host) {
  if (host.user.uid === 0) return { kind: "found", privilege: { kind: "root" } };
  const sudo = await host.query({ program: "sudo", args: ["-n", "true"], env: OUTSIDE });
  if (sudo.exit.kind === "exited" && sudo.exit.status === 0) {
    return { kind: "found", privilege: { kind: "sudo" } };
  }
  const mapped = await host.query(asRoot({ kind: "subuid" }, ["true"]));
  if (mapped.exit.kind === "exited" && mapped.exit.status === 0) {
    return { kind: "found", privilege: { kind: "subuid" } };
  }
  const said = mapped.stderr.trim().split("\n").at(-1) ?? "";
  return {
    kind: "none",
    why: `not root, no sudo without a password, and no user namespace: ${said || "`unshare` is missing"}`,
    help: "run as root or where `sudo -n true` works; or install `uidmap`, and on Ubuntu run `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`"
  };
}
function asRoot({ kind }, argv) {
  const [program, ...args] = kind === "root" ? argv : [...prefixes[kind], ...argv];
  return { program, args, env: OUTSIDE };
}
var prefixes = {
  sudo: ["sudo", "-n", "--"],
  // The whole range, so that the accounts of a root file system exist in it.
  subuid: ["unshare", "--user", "--map-root-user", "--map-auto", "--"]
};

// src/engine/open-folders.ts
function boxesOf(host) {
  return joinPath(host.folders.cache, "boxes");
}
function layersOf(host) {
  return joinPath(host.folders.cache, "layers");
}
async function makeOpen(parent, host) {
  return await host.makeTemporary(`open-${await host.processMark()}.`, parent);
}
async function sweepOpen({ privilege, host }) {
  for (const parent of [boxesOf(host), layersOf(host)]) {
    for (const name of await host.list(parent) ?? []) {
      const [, mark] = /^open-([0-9]+-[0-9]+)\./.exec(name) ?? [];
      if (mark === void 0 || await host.isRunning(mark)) continue;
      const folder = joinPath(parent, name);
      await host.query(asRoot(privilege, ["flock", "-n", folder, "sh", "-c", CLEAR, "sh", folder]));
    }
  }
}
var CLEAR = '[ ! -f "$1/cgroup" ] || xargs rmdir <"$1/cgroup" 2>/dev/null; exec rm -rf --one-file-system -- "$1"';
async function removeOpen(folder, { privilege, host }) {
  await host.query(asRoot(privilege, ["sh", "-c", CLEAR, "sh", folder]));
}

// src/engine/record.ts
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function parseRoot(value) {
  const reference = field(value, "reference");
  if (typeof reference === "string") return { kind: "image", reference };
  const bottom = field(value, "bottom");
  const layers = texts(field(value, "layers"));
  if (typeof bottom !== "string" || !layers) return void 0;
  return {
    kind: "overlay",
    bottom: bottom === "host" ? "host" : hostPath(bottom),
    layers: layers.map(hostPath)
  };
}
function texts(value) {
  return Array.isArray(value) && value.every((text) => typeof text === "string") ? value : void 0;
}
function field(value, key) {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : void 0;
}

// src/engine/kept.ts
var RECORD = "kept.json";
async function listKept(host) {
  const names = await host.list(boxesOf(host)) ?? [];
  const found = await Promise.all(names.map((name) => findKept(name, host)));
  return found.filter((kept) => kept !== void 0);
}
async function findKept(name, host) {
  if (safeName(name) !== name) return void 0;
  const text = await host.readText(joinPath(boxesOf(host), name, RECORD));
  return text === void 0 ? void 0 : parseKept(name, text);
}
async function writeKept({ name, ...kept }, host) {
  await host.writeFile(joinPath(boxesOf(host), name, RECORD), `${JSON.stringify(kept)}
`, 384);
}
function keptFolder({ name }, host) {
  return joinPath(boxesOf(host), name);
}
async function freeName(name, host) {
  const safe = safeName(name);
  let free = safe;
  for (let count = 2; await host.status(joinPath(boxesOf(host), free)); count += 1) free = `${safe}.${count}`;
  return free;
}
function safeName(name) {
  return name.replace(/[^A-Za-z0-9._@,+-]/g, "_").replace(/^[.-]/, "_");
}
function parseKept(name, text) {
  const value = parseJson(text);
  const engine = ENGINES.find((kind) => kind === field(value, "engine"));
  const spec = parseSpec(field(value, "spec"));
  const last = parseLast(field(value, "last"));
  return engine && spec && { name, engine, spec, ...last ? { last } : {} };
}
function parseSpec(value) {
  const root = parseRoot(field(value, "root"));
  const name = field(value, "name");
  const hidden = texts(field(value, "hidden"));
  if (!root || typeof name !== "string" || !hidden) return void 0;
  return {
    root,
    name,
    network: field(value, "network") === "host" ? "host" : "none",
    hidden: hidden.map(hostPath),
    ...numbersOf(value),
    // What was in memory is on disk now.
    upper: "disk"
  };
}
var LIMITS = ["memoryBytes", "processes", "diskBytes", "timeMs"];
function numbersOf(value) {
  const found = LIMITS.map((name) => [name, field(value, name)]);
  return Object.fromEntries(found.filter(([, limit]) => typeof limit === "number"));
}
function parseLast(value) {
  const cwd = field(value, "cwd");
  const env = field(value, "env");
  if (typeof cwd !== "string" || typeof env !== "object" || env === null) return void 0;
  return {
    cwd: guestPath(cwd),
    env: Object.fromEntries(Object.entries(env).map(([key, text]) => [key, String(text)])),
    user: field(value, "user") === "root" ? "root" : "build"
  };
}

// src/engine/tar-copy.ts
import { pipeline } from "node:stream/promises";
var ENV = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
async function copyInByTar(copy, tools, signal) {
  const { from, to, owner } = copy;
  const first = await pour(copy, tools, signal);
  const isClosed = first.kind === "exited" && first.status === CLOSED;
  if (!isClosed || owner === "root") return first;
  const script = 'umask 022; mkdir -p "$1" && chown "$2" "$1"';
  const folder = await isFile(from, tools.host) ? parentOf(to) : to;
  const made = await finish(
    tools.start(
      {
        argv: ["sh", "-c", script, "sh", folder, tools.owner],
        cwd: guestPath("/"),
        env: ENV,
        user: "root"
      },
      signal
    )
  );
  return isDone(made) ? await pour(copy, tools, signal) : made;
}
var CLOSED = 97;
var UNPACK = 'umask 022; mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || exit 97; exec tar -x -o -p -f - -C "$1"';
var WRITE = 'umask 022; mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || exit 97; cat >"$2" && chmod "$3" "$2"';
async function pour({ from, to, owner }, { start, host }, signal) {
  const status = await host.status(from);
  const mode = (status?.mode ?? 0) & 64 ? "755" : "644";
  const [read, write] = status?.kind === "file" ? [{ program: "cat", args: ["--", from], env: ENV }, ["sh", "-c", WRITE, "sh", parentOf(to), to, mode]] : [
    { program: "tar", args: ["-c", "-f", "-", "-C", from, "."], env: ENV },
    ["sh", "-c", UNPACK, "sh", to]
  ];
  const reader = host.start(read, signal);
  return await join(reader, start({ argv: write, cwd: guestPath("/"), env: ENV, user: owner }, signal));
}
async function isFile(path, host) {
  return (await host.status(path))?.kind === "file";
}
async function copyOutByTar({ from, to }, { start, host }, signal) {
  await host.makeFolder(to);
  const exec = {
    argv: ["tar", "-c", "-f", "-", "-C", from, "."],
    cwd: guestPath("/"),
    env: ENV,
    user: "root"
  };
  const unpack = {
    program: "tar",
    args: ["-x", "-p", "--no-same-owner", "--delay-directory-restore", "-f", "-", "-C", to],
    env: ENV
  };
  return await join(start(exec, signal), host.start(unpack, signal));
}
function parentOf(file) {
  return guestPath(file.replace(/(?<=.)\/[^/]*$/, ""));
}
async function join(reader, writer) {
  reader.stdin.end();
  writer.stdout.resume();
  const [ofReader, ofWriter] = [lastLineOf(reader.stderr), lastLineOf(writer.stderr)];
  await pipeline(reader.stdout, writer.stdin).catch(brokenPipe);
  const [read, written] = await Promise.all([reader.exit, writer.exit]);
  if (!isDone(written)) return { ...written, said: ofWriter() };
  return isDone(read) ? read : { ...read, said: ofReader() };
}
function lastLineOf(stream) {
  let text = "";
  stream.on("data", (chunk) => {
    text = (text + chunk.toString()).slice(-4096);
  });
  return () => {
    const lines = text.trimEnd().split("\n");
    return lines.findLast((line) => !/previous errors|not recoverable/.test(line)) ?? "";
  };
}
function brokenPipe(error) {
  if (!["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"].includes(error.code ?? ""))
    throw error;
}
async function finish(running) {
  running.stdin.end();
  running.stdout.resume();
  running.stderr.resume();
  return await running.exit;
}
function isDone(exit) {
  return exit.kind === "exited" && exit.status === 0;
}

// src/engine/box.ts
function buildboxOver(core, { spec, host, kept }) {
  let name = kept?.name;
  let last = kept?.last;
  let closing;
  const start = (exec, signal) => {
    last = { cwd: exec.cwd, env: exec.env, user: exec.user };
    return core.start(exec, signal);
  };
  const fate = () => name === void 0 ? { kind: "remove" } : { kind: "keep", kept: { name, engine: core.kind, spec, ...last ? { last } : {} } };
  const tools = { start: core.start, owner: core.owner, host };
  return {
    caveats: core.caveats,
    start,
    run: async (exec, onOutput, signal) => await drained(start(exec, signal), onOutput),
    attach: core.attach,
    copyIn: (from, to, owner, signal) => copyInByTar({ from, to, owner }, tools, signal),
    copyOut: (from, to, signal) => copyOutByTar({ from, to }, tools, signal),
    commit: async (key, signal) => {
      const root = await core.commit(key, signal);
      closing = Promise.resolve();
      return root;
    },
    keep: async () => {
      name ??= await freeName(spec.name, host);
      return `tarwright buildbox enter ${name}`;
    },
    [Symbol.asyncDispose]: async () => {
      closing ??= core.end(fate());
      await closing;
    }
  };
}
async function drained(running, onOutput) {
  running.stdin.end();
  running.stdout.on("data", (chunk) => onOutput(chunk, "stdout"));
  running.stderr.on("data", (chunk) => onOutput(chunk, "stderr"));
  return await running.exit;
}

// src/engine/container.sh
var container_default = `# The first process of a container: makes the build account, says \`ready UID\`, and waits.
# Its standard input is a lifeline: the client that holds the other end ends with the program that started it, and
# with the first process the container ends.
umask 022
if line=$(grep '^tarwright-build:' /etc/passwd 2>/dev/null); then
  uid=$(echo "$line" | cut -d: -f3)
else
  # Nobody that the image knows.
  uid=30033
  while grep -qs "^[^:]*:[^:]*:$uid:" /etc/passwd /etc/group; do uid=$((uid + 1)); done
  echo "tarwright-build:x:$uid:$uid:Tarwright:/build:/bin/sh" >>/etc/passwd
  echo "tarwright-build:x:$uid:" >>/etc/group
fi
mkdir -p /build /tmp && chown "$uid:$uid" /build && chmod 1777 /tmp || exit
echo "ready $uid"
# In a child, since only who waits buries the orphans of a box; again, since an abort kills all but this one.
exec /bin/sh -c 'until cat; do :; done' >/dev/null 2>&1
`;

// src/engine/container-client.ts
import { createHash } from "node:crypto";
var PLAIN = { before: [], after: [] };
var DIALECTS = {
  docker: {
    kind: "docker",
    ask: ["version", "--format", "{{.Server.Os}} {{.Server.Version}}"],
    own: "tarwright/layer",
    registryName: (reference) => reference,
    pulledAs: "",
    ways: [PLAIN]
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
        after: ["--ulimit", "nofile=1024:4096", "--ulimit", "nproc=4096:4096"]
      }
    ]
  }
};
var PASSED = [
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
  ...["http_proxy", "https_proxy", "no_proxy"].flatMap((name) => [name, name.toUpperCase()])
];
function openClient(dialect, host) {
  const env = Object.fromEntries(
    PASSED.flatMap((name) => {
      const value = host.environment(name);
      return value === void 0 ? [] : [[name, value]];
    })
  );
  const cwd = host.folders.temporary;
  const command = (args) => ({ program: dialect.kind, args, cwd, env });
  const ask = async (args, signal) => {
    const said = { stdout: [], stderr: [] };
    const exit = await host.run(command(args), (chunk, stream) => void said[stream].push(chunk), signal);
    const text = (stream) => Buffer.concat(said[stream]).toString();
    return { exit, stdout: text("stdout"), stderr: text("stderr") };
  };
  let { ways } = dialect;
  let swept;
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
    }
  };
}
var RUN = "tarwright.run";
var PLACE = "tarwright.place";
async function placeOf(host) {
  const boot = await host.readText(hostPath("/proc/sys/kernel/random/boot_id"));
  if (boot === void 0) return "";
  return `${boot.trim()} ${await host.readLink(hostPath("/proc/self/ns/pid"))}`;
}
async function sweep(ask, host, signal) {
  const place = await placeOf(host);
  if (place === "") return;
  const listed = await ask(["ps", "-aq", "--filter", `label=${PLACE}=${place}`], signal);
  const ids = listed.stdout.split("\n").filter((id) => id !== "");
  if (ids.length === 0) return;
  const format = `{{.Id}} {{index .Config.Labels "${RUN}"}}`;
  const marked = await ask(["container", "inspect", "--format", format, ...ids], signal);
  for (const line of marked.stdout.split("\n")) {
    const [id, mark] = line.split(" ");
    if (id && mark && !await host.isRunning(mark)) await ask(["rm", "--force", id], signal);
  }
}
function layerReference({ own }, key) {
  const plain = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(key);
  return `${own}:${plain ? key : `key-${createHash("sha256").update(key).digest("hex")}`}`;
}
async function mustAsk(client, args, signal) {
  const told = await client.ask(args, signal);
  signal.throwIfAborted();
  if (isDone2(told.exit)) return;
  const message = complaint(told);
  const code = /no space left/i.test(message) ? "ENOSPC" : "EIO";
  throw new WorldFailure({ code, path: `${client.dialect.kind} ${args[0]}`, message });
}
function isDone2(exit) {
  return exit.kind === "exited" && exit.status === 0;
}
function complaint({ stderr, stdout, exit }) {
  const lines = (stderr.trim() || stdout.trim()).split("\n");
  const said = lines.filter((line) => !/^(See 'docker|Run 'docker|\s*$)/.test(line)).at(-1) ?? "";
  return said.replace(/^((?:docker|podman|Error(?: response from daemon)?): )+/, "").trim() || exit.kind;
}

// src/engine/inside.ts
var TERMINAL = 'if [ -t 0 ] && [ -t 1 ] && command -v script >/dev/null; then exec script -qec "$1" /dev/null; fi; shift; exec "$@"';
function onTerminal(exec) {
  const [program, ...args] = exec.argv;
  return { ...exec, argv: ["/bin/sh", "-c", TERMINAL, "sh", commandLine({ program, args }), ...exec.argv] };
}
var HOST_NAME = "tarwright";
var INSIDE = 'cd "$1" || exit 126; shift; umask 022; exec env -i -- "$@"';
function variables(env) {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}

// src/engine/container-box.ts
async function openContainerBox({ spec, kept }, client, signal) {
  if (spec.root.kind !== "image") throw new Error(`${client.dialect.kind} opens images only`);
  await client.sweep(signal);
  const image = spec.root.reference;
  const container = await startContainer({ spec, image }, client, signal);
  if (container.kind === "ready") {
    const circumstances = { spec, host: client.host, ...kept ? { kept } : {} };
    return { kind: "opened", buildbox: buildboxOver(containerCore(container, client), circumstances) };
  }
  signal.throwIfAborted();
  const help = /no such image|image not known|unable to find/i.test(container.why) ? `bring the image with \`${client.dialect.kind} pull ${image}\`` : `make \`${client.dialect.kind} run --rm --user 0 --entrypoint /bin/sh ${image} -c true\` work, or choose another engine`;
  return { kind: "refused", why: container.why, help };
}
async function startContainer(wanted, client, signal) {
  let last = { kind: "refused", why: "there is no way to start one" };
  for (const way of client.ways()) {
    const started = await tryDisk(wanted, { way, client }, signal);
    if (started.kind === "ready") {
      client.settle(way);
      return started;
    }
    last = started;
    if (signal.aborted || !/rlimit|cgroup|crun/i.test(started.why)) break;
  }
  return last;
}
async function tryDisk(wanted, attempt, signal) {
  if (wanted.spec.diskBytes === void 0) return await tryWay(wanted, { ...attempt, disk: "free" }, signal);
  const held = await tryWay(wanted, { ...attempt, disk: "held" }, signal);
  if (held.kind === "ready" || signal.aborted) return held;
  return await tryWay(wanted, { ...attempt, disk: "free" }, signal);
}
async function tryWay({ spec, image }, { way, client, disk }, signal) {
  const { host } = client;
  const name = `tarwright-${host.randomBytes(8).toString("hex")}`;
  const memory = spec.memoryBytes === void 0 ? [] : ["--memory", String(spec.memoryBytes), "--memory-swap", String(spec.memoryBytes)];
  const processes = spec.processes === void 0 ? [] : ["--pids-limit", String(spec.processes)];
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
      spec.hostName ?? HOST_NAME
    ],
    ...["--label", `tarwright.box=${spec.name}`, ...await client.labels()],
    ...["--network", spec.network === "none" ? "none" : "bridge", ...memory, ...processes, ...size],
    // Nothing set-uid can lift the build account.
    ...["--security-opt", "no-new-privileges", "--user", "0:0", "--workdir", "/"],
    ...[...way.after, "--entrypoint", "/bin/sh", image, "-c", container_default]
  ];
  const running = host.start(client.command(args), new AbortController().signal);
  const letGo = () => running.stdin.end();
  signal.addEventListener("abort", letGo, { once: true });
  let stderr = "";
  running.stderr.on("data", (chunk) => {
    stderr = (stderr + chunk.toString()).slice(-4e3);
  });
  const [, uid] = /^ready ([0-9]+)$/m.exec(await firstLine(running)) ?? [];
  signal.removeEventListener("abort", letGo);
  if (uid !== void 0 && !signal.aborted) {
    const unlimited = /memory limit capabilities.*discarded/i.test(stderr);
    const caveats = [
      ...unlimited ? ["the memory limit is not enforced: the daemon can't"] : [],
      ...spec.diskBytes === void 0 || disk === "held" ? [] : ["the disk limit is not enforced: the disk of the containers can't hold one to a size"]
    ];
    return { kind: "ready", name, running, uid, caveats };
  }
  running.stdin.end();
  const exit = await running.exit;
  return { kind: "refused", why: complaint({ exit, stdout: "", stderr }) };
}
function containerCore(container, client) {
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
    end: (fate) => end(container, fate, client)
  };
}
async function end(container, fate, client) {
  try {
    if (fate.kind === "keep") await keep(container, fate.kept, client);
  } finally {
    await stop(container);
  }
}
async function keep(container, kept, client) {
  const reference = keptImage(kept, client);
  await mustAsk(client, ["commit", container.name, reference], new AbortController().signal);
  await writeKept({ ...kept, spec: { ...kept.spec, root: { kind: "image", reference } } }, client.host);
}
function keptImage({ name }, { dialect }) {
  return layerReference(dialect, `kept ${name}`);
}
async function stop({ running }) {
  running.stdin.end();
  await running.exit;
}
function starter(container, client) {
  return (exec, signal) => {
    const running = client.host.start(
      client.command(["exec", "--interactive", ...execWords(exec, container)]),
      signal
    );
    const exit = boxExit(running.exit, { container, client });
    return { ...running, exit };
  };
}
var ON_TERMINAL = 'program=$1; shift; if [ -t 0 ] && [ -t 1 ]; then set -- --tty "$@"; fi; exec "$program" exec --interactive "$@"';
function execWords({ argv, cwd, env, user }, { name, uid }) {
  const account = user === "root" ? "0:0" : `${uid}:${uid}`;
  return ["--user", account, name, "/bin/sh", "-c", INSIDE, "sh", cwd, ...variables(env), ...argv];
}
async function boxExit(ending, { container, client }) {
  const exit = await ending;
  const { signal } = new AbortController();
  const ask = (...args) => client.ask(args, signal);
  if (exit.kind === "aborted") {
    await ask("exec", "--user", "0:0", container.name, "/bin/sh", "-c", "kill -9 -1");
    return exit;
  }
  if (isDone2(exit)) return exit;
  const inspected = await ask("container", "inspect", "--format", "{{.State.Running}}", container.name);
  if (inspected.stdout.trim() !== "true") return { kind: "engine-died", why: whyGone(inspected) };
  if (exit.kind !== "exited")
    return { kind: "engine-died", why: `\`${client.dialect.kind} exec\` was killed` };
  const name = SIGNALS[exit.status - 128];
  return name === void 0 ? exit : { kind: "killed", signal: name };
}
function whyGone(told) {
  return isDone2(told.exit) ? "the container was stopped" : complaint(told);
}
var SIGNALS = {
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
  15: "SIGTERM"
};
async function firstLine({ stdout }) {
  let text = "";
  for await (const chunk of stdout) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text;
}

// src/engine/container.ts
var PROBE_MS = 15e3;
function containerEngine(kind, host) {
  const client = openClient(DIALECTS[kind], host);
  let probed;
  return {
    kind,
    probe: (signal) => {
      probed ??= probe(client, signal);
      return probed;
    },
    open: (spec, signal) => openContainerBox({ spec }, client, signal),
    reopen: (kept, signal) => openContainerBox({ spec: kept.spec, kept }, client, signal),
    forget: async (kept) => {
      await client.ask(["rmi", "--force", keptImage(kept, client)], new AbortController().signal);
      await host.remove(keptFolder(kept, host));
    },
    layer: async (key) => {
      const reference = layerReference(client.dialect, key);
      const { exit } = await client.ask(["image", "inspect", reference], new AbortController().signal);
      return isDone2(exit) ? { kind: "image", reference } : void 0;
    },
    image: (reference, signal) => findImage(client, reference, signal),
    saveImage: async (reference, file, signal) => {
      const found = await findImage(client, reference, signal);
      if (found.kind === "present") await mustAsk(client, ["save", "--output", file, reference], signal);
      return found;
    },
    importTar: (tar, { key }, signal) => importTar({ tar, key }, client, signal)
  };
}
async function probe(client, signal) {
  const { host, dialect } = client;
  const told = await client.ask(dialect.ask, AbortSignal.any([signal, host.deadline(PROBE_MS)]));
  const [, system, version] = /^(\S+) (\S+)/.exec(told.stdout) ?? [];
  const { kind } = dialect;
  if (isDone2(told.exit) && system === "linux" && version) return { kind: "usable", version };
  if (told.exit.kind === "not-found")
    return { kind: "unusable", why: "not installed", help: `install ${kind}` };
  if (told.exit.kind === "aborted")
    return { kind: "unusable", why: "no answer in time", help: `look whether \`${kind} info\` answers` };
  if (system !== void 0 && isDone2(told.exit))
    return { kind: "unusable", why: `it runs ${system} containers`, help: "switch it to Linux containers" };
  if (/permission denied/i.test(told.stderr)) {
    return {
      kind: "unusable",
      why: "this account may not talk to the daemon",
      help: `run as root, or add this account to the group \`${kind}\``
    };
  }
  if (/cannot connect|daemon running|connection refused|no such (file|host)|dial /i.test(told.stderr))
    return { kind: "unusable", why: "daemon not reachable", help: `start ${kind}` };
  return { kind: "unusable", why: complaint(told), help: `make \`${kind} info\` work` };
}
var ARCHITECTURES = { x86_64: "amd64", aarch64: "arm64" };
async function findImage(client, reference, signal) {
  const there = await inspect(client, reference, signal);
  if (there) return there;
  const name = client.dialect.registryName(reference);
  const told = await client.ask(["pull", "--quiet", name], signal);
  const pulled = isDone2(told.exit) ? await inspect(client, name, signal) : void 0;
  if (pulled) return pulled;
  const unknown = /not found|manifest unknown|name unknown|does not exist|denied|unauthorized|forbidden|invalid reference/i;
  const isUnknown = isDone2(told.exit) || unknown.test(told.stderr);
  const why = isDone2(told.exit) ? "it is not for this machine's architecture" : complaint(told);
  return { kind: isUnknown ? "unknown" : "unreachable", why };
}
async function inspect(client, reference, signal) {
  const { host, dialect } = client;
  const format = `{{.Architecture}} {{.Id}} -${dialect.pulledAs}{{range .RepoDigests}} {{.}}{{end}}`;
  const { exit, stdout } = await client.ask(["image", "inspect", "--format", format, reference], signal);
  if (!isDone2(exit)) return void 0;
  const [arch, id = "", pulled = "", ...repositories] = stdout.trim().split(" ");
  if (arch !== (ARCHITECTURES[host.arch] ?? host.arch)) return void 0;
  const image = `sha256:${id.replace(/^sha256:/, "")}`;
  const digests = repositories.map((one) => one.slice(one.indexOf("@") + 1)).sort();
  const digest = digests.find((one) => reference.endsWith(`@${one}`)) ?? digests.find((one) => pulled === `-${one}`) ?? digests[0] ?? image;
  return { kind: "present", root: { kind: "image", reference: image }, digest };
}
async function importTar({ tar, key }, client, signal) {
  const reference = layerReference(client.dialect, key);
  await mustAsk(client, ["import", tar, reference], signal);
  return { kind: "image", reference };
}

// src/engine/host-traces.ts
async function readTraces(host) {
  const value = parseJson(await host.readText(recordOf(host)) ?? "");
  const made = texts(field(value, "made"))?.map(hostPath);
  const mark = field(field(value, "owner"), "mark");
  return made && { owner: typeof mark === "string" ? { kind: "run", mark } : { kind: "kept" }, made };
}
async function claim(traces, host) {
  await host.writeFile(recordOf(host), `${JSON.stringify(traces)}
`);
}
async function makeFolder(folder, host) {
  let missing;
  for (let at = folder; !await host.status(at); at = joinPath(at, "..")) missing = at;
  const traces = await readTraces(host);
  if (missing !== void 0 && traces) await claim({ ...traces, made: [...traces.made, missing] }, host);
  await host.makeFolder(folder);
}
async function clearTraces(buildFolder, host) {
  const traces = await readTraces(host);
  for (const made of [...traces?.made ?? []].reverse()) await host.remove(made);
  for (const name of await host.list(buildFolder) ?? []) await host.remove(joinPath(buildFolder, name));
  await host.remove(recordOf(host));
}
function recordOf(host) {
  return joinPath(boxesOf(host), "host.json");
}

// src/engine/pipes.ts
var PAIRS = 4;
async function makePipes(folder, host) {
  const names = pairsOf(folder).flatMap(({ stdout, stderr }) => [stdout, stderr]);
  await host.query({ program: "mkfifo", args: ["-m", "666", ...names], env: OUTSIDE });
}
function startWithPipes(folder, host) {
  const free = [...pairsOf(folder)];
  return (command, signal) => {
    const pipes = free.pop();
    if (!pipes) return host.start(command(pipes), signal);
    const running = host.start({ ...command(pipes), pipes }, signal);
    return { ...running, exit: running.exit.finally(() => void free.push(pipes)) };
  };
}
function pairsOf(folder) {
  return Array.from({ length: PAIRS }, (_, index) => ({
    stdout: joinPath(folder, `pipe-${index}.out`),
    stderr: joinPath(folder, `pipe-${index}.err`)
  }));
}

// src/engine/host-engine.ts
var BUILD_FOLDER = hostPath("/build");
function hostEngine(host) {
  return {
    kind: "host",
    probe: async () => ({ kind: "usable", version: "no isolation" }),
    open: (spec) => open(spec, host),
    reopen: async (kept) => ({ kind: "opened", buildbox: await boxOver({ spec: kept.spec, kept }, host) }),
    forget: async (kept) => {
      await clearTraces(BUILD_FOLDER, host);
      await host.remove(keptFolder(kept, host));
    },
    layer: async () => void 0,
    image: async () => ({ kind: "no-images" }),
    saveImage: async () => ({ kind: "no-images" }),
    importTar: async () => {
      throw new Error("the bare machine takes in no root");
    }
  };
}
async function open(spec, host) {
  const { root } = spec;
  if (root.kind === "image" || root.bottom !== "host" || root.layers.length > 0) {
    return {
      kind: "refused",
      why: "without isolation only the machine itself can be built on",
      help: "use `--base host`, or another engine"
    };
  }
  await sweepOpen({ privilege: { kind: "root" }, host });
  const traces = await readTraces(host);
  if (traces?.owner.kind === "run" && !await host.isRunning(traces.owner.mark))
    await clearTraces(BUILD_FOLDER, host);
  const files = await host.list(BUILD_FOLDER) ?? [];
  if (files.length > 0 || await readTraces(host) !== void 0) {
    return {
      kind: "refused",
      why: `\`${BUILD_FOLDER}\` is in use: without isolation there is one for the whole machine`,
      help: "wait for the other build, remove a box that was kept with `tarwright buildbox remove`, or move the folder away"
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
      help: `run as root, or give this account an empty folder \`${BUILD_FOLDER}\`, or choose another engine`
    };
  }
  return { kind: "opened", buildbox: await boxOver({ spec }, host) };
}
async function boxOver(circumstances, host) {
  const account = await findAccount(host);
  if (account.become.length > 0)
    await host.query({ program: "chown", args: [account.owner, BUILD_FOLDER], env: OUTSIDE });
  const core = await hostCore(circumstances.spec, account, host);
  const box = buildboxOver(core, { ...circumstances, host });
  return {
    ...box,
    copyIn: async (from, to, owner, signal) => {
      const isFile2 = (await host.status(from))?.kind === "file";
      await makeFolder(isFile2 ? joinPath(hostPath(to), "..") : hostPath(to), host);
      return await box.copyIn(from, to, owner, signal);
    }
  };
}
async function hostCore(spec, account, host) {
  const folder = await makeOpen(boxesOf(host), host);
  const watch = { program: "sh", args: ["-c", WATCH, "sh", folder], env: OUTSIDE };
  const watchdog = host.start(watch, new AbortController().signal);
  await makePipes(folder, host);
  const begin = startWithPipes(folder, host);
  let commands = 0;
  const inside = ({ argv, cwd, env, user }) => [
    ...user === "build" ? account.become : [],
    ...["/bin/sh", "-c", INSIDE, "sh", cwd, ...variables(env), ...argv]
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
    }
  };
}
var NOTED = 'echo $$ >"$1"; shift; exec "$@"';
var WATCH = 'cat >/dev/null; for note in "$1"/group-*; do read -r group <"$note" && kill -9 "-$group"; done 2>/dev/null; rm -rf -- "$1"';
function caveatsOf(spec, { become }) {
  const { network, memoryBytes, processes, diskBytes } = spec;
  const who = become.length > 0 ? "an account of their own" : "this account";
  return [
    `no isolation: commands run as ${who}, in the file system of this machine; what they leave in the background may stay`,
    ...network === "none" ? ["the network stays on"] : [],
    ...memoryBytes === void 0 ? [] : ["the memory limit is not enforced"],
    ...processes === void 0 ? [] : ["the processes limit is not enforced"],
    ...diskBytes === void 0 ? [] : ["the disk limit is not enforced"]
  ];
}
async function findAccount(host) {
  const { uid, gid } = host.user;
  const own = { owner: `${uid}:${gid}`, become: [] };
  if (uid !== 0) return own;
  const known = [await accountsIn("/etc/passwd", host), await accountsIn("/etc/group", host)].flat();
  let free = 30033;
  while (known.includes(String(free))) free += 1;
  const ids = [`--reuid=${free}`, `--regid=${free}`, "--clear-groups", "--no-new-privs"];
  const tried = await host.query({ program: "setpriv", args: [...ids, "true"], env: OUTSIDE });
  const works = tried.exit.kind === "exited" && tried.exit.status === 0;
  return works ? { owner: `${free}:${free}`, become: ["setpriv", ...ids] } : own;
}
async function accountsIn(file, host) {
  const lines = (await host.readText(hostPath(file)) ?? "").split("\n");
  return lines.map((line) => line.split(":")[2] ?? "");
}

// src/engine/layers.ts
function openLayers({ privilege, host }) {
  const folder = layersOf(host);
  const find = async (key) => {
    const text = await host.readText(joinPath(folder, key, "root.json"));
    if (text === void 0) return void 0;
    const root = parseRoot(parseJson(text));
    if (root?.kind !== "overlay") return void 0;
    const parts = [...root.bottom === "host" ? [] : [root.bottom], ...root.layers];
    const there = await Promise.all(parts.map((part) => host.status(part)));
    return there.includes(void 0) ? void 0 : root;
  };
  const adopt = async (key, { folder: from, below }, signal) => {
    const place = joinPath(folder, key);
    const fs = joinPath(place, "fs");
    const root = below === "nothing" ? { kind: "overlay", bottom: fs, layers: [] } : { ...below, layers: [...below.layers, fs] };
    const beside = await makeOpen(folder, host);
    await mustRun(asRoot(privilege, ["mv", "-T", "--", from, joinPath(beside, "fs")]), host, signal);
    await host.writeFile(joinPath(beside, "root.json"), `${JSON.stringify(root)}
`);
    if (await host.status(place) && !await find(key)) await removeOpen(place, { privilege, host });
    try {
      await host.rename(beside, place);
      return root;
    } catch (error) {
      const other = error instanceof WorldFailure ? await find(key) : void 0;
      await removeOpen(beside, { privilege, host });
      if (other) return other;
      throw error;
    }
  };
  return { find, adopt, draft: () => makeOpen(folder, host) };
}
async function mustRun(command, host, signal) {
  const said = [];
  const exit = await host.run(command, (chunk) => void said.push(chunk), signal);
  signal.throwIfAborted();
  if (exit.kind === "exited" && exit.status === 0) return;
  const text = Buffer.concat(said).toString().trim();
  const code = /No space left/.test(text) ? "ENOSPC" : "EIO";
  throw new WorldFailure({ code, path: commandLine(command), message: text.split("\n").at(-1) || exit.kind });
}

// src/engine/namespace.sh
var namespace_default = `# Opens a buildbox: runs as pid 1 of new mount, pid, ipc and uts namespaces, makes the root, and waits.
# Its standard input is a lifeline: when the other end goes away, however it ends, this ends too, and with pid 1 the
# kernel ends every process of the box and every mount. Says \`ready PID UID MEMORY PROCESSES DISK\`, the last three what holds each limit or -, when the box can be entered, or
# \`refused WHY\`.
#
# Everything comes by environment, since all processes of the box can read the command line of the first:
# box: its folder, holding links l0 l1 … to the lower folders, top first; count: how many of them
# upper: disk | memory, where the writable layer lies; bottom: host | folder, what the bottom is
# processes, disk: limits like \`memory\`, or 0
# host_name: what it takes itself for; network: none | host; memory: limit in bytes, or 0; option: one more of overlayfs, or empty
# hidden: folders to be empty inside, a line each
set -eu
refuse() {
  echo "refused $*"
  exit 1
}

umask 022
cd "$box"
# Held as long as the box lives: nobody sweeps it meanwhile, not even who can't see this process.
exec 8<.
flock -n 8 || refuse "somebody else has opened it"

# The limits are for whatever enters the box; they hold where this account may make groups.
group=tarwright-$$-$(cut -d' ' -f1 /proc/self/stat)
rm -f cgroup
# $1: a limit; the rest: files in the hierarchies of both versions, of which the first that is there takes it. Prints the
# group that has it, or - for none.
limit() {
  [ "$1" != 0 ] || { echo -; return; }
  value=$1
  shift
  for file; do
    folder=\${file%/*}/$group made=
    [ -d "$folder" ] || { mkdir "$folder" 2>/dev/null || continue; made=yes; }
    if { echo "$value" >"$folder/\${file##*/}"; } 2>/dev/null; then
      [ -z "$made" ] || echo "$folder" >>cgroup
      echo "$folder"
      return
    fi
    [ -z "$made" ] || rmdir "$folder"
  done
  echo -
}
root=/sys/fs/cgroup
of_memory=$(limit "$memory" $root/memory/memory.limit_in_bytes $root/memory.max)
of_processes=$(limit "$processes" $root/pids/pids.max $root/pids.max)

# A file system of its own has an end. What a box that was kept has written lies in it.
of_disk=-
own_disk() {
  [ -f disk.img ] || { truncate -s "$disk" disk.img && mkfs.ext4 -q -F -m 0 -O ^has_journal disk.img; } || return 1
  mount -o loop disk.img memory || { [ -f disk.used ] || rm -f disk.img; return 1; }
  : >disk.used
}
if [ "$upper" = memory ]; then
  room=
  [ "$disk" = 0 ] || room=,size=$disk
  mount -t tmpfs -o mode=755$room tarwright memory || refuse "no file system in memory can be mounted"
  mkdir memory/upper memory/work memory/parts
  [ "$disk" = 0 ] || of_disk=memory
  top=memory
elif [ "$disk" != 0 ] && own_disk 2>disk.err; then
  mkdir -p memory/upper memory/work memory/parts
  of_disk=disk.img
  top=memory
elif [ -f disk.used ]; then
  refuse "its disk can't be mounted: $(tail -n 1 disk.err)"
else
  top=.
fi

# What is to be / of the box, else it would belong to whoever made its folder.
chown 0:0 "$top/upper"
chmod 755 "$top/upper"

# The lower folders at $1 of the root: those of the first $2 that have it.
lowers() {
  list= n=0
  while [ $n -lt "$2" ]; do
    [ ! -d "l$n$1" ] || list="$list:l$n$1"
    n=$((n + 1))
  done
  echo "\${list#:}"
}
# $1: where in the root  $2: its upper  $3: its work folder  $4: how many of the lower folders may lie below
overlay() {
  mount -t overlay tarwright -o "lowerdir=$(lowers "$1" "$4"),upperdir=$2,workdir=$3$option" "root$1" 2>overlay.err ||
    show "$1" "$4" || refuse "no overlay can be mounted\${1:+ over $1}: $(head -n 1 overlay.err)"
}
# In a user namespace no overlay may cover what has mounts of the machine below it. Its root could not change such a
# folder anyway: it is shown as it is, read-only all the way down, if no layer has a part in it.
show() {
  [ "$option" ] && [ "$1" ] && [ "$2" = 1 ] && mount --rbind "$1" "root$1" 2>>overlay.err || return 1
  shown=
  while read -r _ _ _ _ at options _; do
    case $at in "$PWD/root$1" | "$PWD/root$1"/*) ;; *) continue ;; esac
    # What this account can't reach, nobody in the box can.
    [ -d "$at" ] || continue
    mount -o "remount,bind,ro\${options#r?}" "$at" 2>>overlay.err || return 1
    shown=yes
  done </proc/self/mountinfo
  [ "$shown" ]
}
# $1: a folder or link right below the root  $2: where it is  $3: as $4 of overlay
part() {
  if [ -L "$2" ]; then
    [ -L "root$1" ] || ln -s "$(readlink "$2")" "root$1"
  elif [ -d "$2" ]; then
    mkdir -p "root$1" "$top/parts$1" "$top/work$1"
    overlay "$1" "$top/parts$1" "$top/work$1" "$3"
  fi
}

if [ "$bottom" = folder ]; then
  overlay "" "$top/upper" "$top/work" "$count"
else
  # Only the folders of the system itself: homes, mounts, data and workspaces are nobody's business. One overlay for
  # each, since a layer may not lie inside of the folder that it is laid over, and the cache is somewhere below /.
  mount --bind "$top/upper" root
  for at in /*; do
    case $at in /bin | /etc | /lib* | /opt | /sbin | /usr | /var) part "$at" "$at" "$count" ;; esac
  done
  # What else a layer holds has nothing of the machine's below it.
  layers=$((count - 1)) n=0
  while [ $n -lt $layers ]; do
    for path in "l$n"/*; do
      at=\${path#"l$n"}
      case $at in /build | /dev | /proc | /run | /sys | /tmp) continue ;; esac
      [ -d "root$at" ] || [ -L "root$at" ] || part "$at" "$path" "$layers"
    done
    n=$((n + 1))
  done
  # An overlay does not show what is mounted below its folders: parts of the system are bound, volumes of containers
  # and the like are not.
  cut -d' ' -f5 /proc/self/mountinfo | sort -u | while read -r at; do
    case $at in *\\\\* | "$PWD"*) continue ;; /etc/?* | /lib*/?* | /opt/?* | /usr/?* | /var/cache | /var/lib) ;; *) continue ;; esac
    if [ -d "$at" ] && [ -d "root$at" ]; then
      mount --bind "$at" "root$at" && mount -o remount,bind,ro "root$at"
    fi
  done
fi
# For a commit: the folders of the upper, which nobody else can see when they lie in memory.
exec 3<"$top"

mkdir -p root/proc root/sys root/dev root/etc root/home root/root root/run root/tmp root/var/tmp
mount -t proc -o nosuid,nodev,noexec proc root/proc
# Settings of the kernel are the machine's; root of a user namespace can't change them anyway.
if [ -z "$option" ]; then
  mount --bind root/proc/sys root/proc/sys
  mount -o remount,bind,ro,nosuid,nodev,noexec root/proc/sys
fi
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs root/sys 2>/dev/null || mount --rbind -o ro /sys root/sys 2>/dev/null || :

# 755: apt refuses to verify anything where /dev can be written by everybody.
mount -t tmpfs -o mode=755,nosuid tarwright root/dev
for name in null zero full random urandom tty; do
  : >"root/dev/$name"
  mount --bind "/dev/$name" "root/dev/$name"
done
ln -s /proc/self/fd root/dev/fd
ln -s fd/0 root/dev/stdin
ln -s fd/1 root/dev/stdout
ln -s fd/2 root/dev/stderr
mkdir root/dev/shm root/dev/pts
mount -t tmpfs -o mode=1777,nosuid,nodev tarwright root/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts root/dev/pts 2>/dev/null &&
  ln -s pts/ptmx root/dev/ptmx

# $1: a folder that is empty inside; what is written there goes with the box  $2: its mode
empty=0
conceal() {
  at=$(readlink -f -- "$1") || return 0
  case $at in
  # Some accounts live in a folder of the system.
  / | /bin | /etc | /lib* | /opt | /sbin | /usr | /usr/bin | /usr/lib* | /usr/local | /usr/sbin | /usr/share) return 0 ;;
  /var | /var/cache | /var/lib) return 0 ;;
  esac
  [ -d "root$at" ] || return 0
  empty=$((empty + 1))
  mkdir -p "$top/empty/$empty"
  chmod "$2" "$top/empty/$empty"
  mount --bind "$top/empty/$empty" "root$at"
}
if [ "$bottom" = host ]; then
  while read -r folder; do conceal "$folder" 755; done <<FOLDERS
$hidden
FOLDERS
  # Last, since the user's folder for short-lived files is often one of them.
  for folder in /tmp /var/tmp; do conceal $folder 1777; done
else
  chmod 1777 root/tmp root/var/tmp
fi

if [ "$network" = host ] && [ -r /etc/resolv.conf ]; then
  cat /etc/resolv.conf >resolv.conf
  link=$(readlink root/etc/resolv.conf || :)
  case $link in
  '') [ -e root/etc/resolv.conf ] || : >root/etc/resolv.conf
    mount --bind resolv.conf root/etc/resolv.conf ;;
  # Often a link into /run, which is empty inside.
  /*) mkdir -p "root\${link%/*}" && cat resolv.conf >"root$link" ;;
  *) mkdir -p "root/etc/\${link%/*}" && cat resolv.conf >"root/etc/$link" ;;
  esac
fi
if [ "$network" = none ]; then
  ip link set lo up 2>/dev/null || ifconfig lo 127.0.0.1 up 2>/dev/null || :
fi
# The file is closed to root of a user namespace, the system call is not.
hostname "$host_name" 2>/dev/null || echo "$host_name" >/proc/sys/kernel/hostname

# The build account is nobody that exists outside.
if line=$(grep '^tarwright-build:' root/etc/passwd 2>/dev/null); then
  uid=$(echo "$line" | cut -d: -f3)
else
  uid=30033
  while grep -qs "^[^:]*:[^:]*:$uid:" root/etc/passwd root/etc/group; do uid=$((uid + 1)); done
  # $1: passwd | group  $2: a line. In a user namespace the machine's own file can't be changed, but covered.
  add() {
    { echo "$2" >>"root/etc/$1"; } 2>/dev/null && return
    { cat "root/etc/$1" && echo "$2"; } >"$1"
    mount --bind "$1" "root/etc/$1"
  }
  add passwd "tarwright-build:x:$uid:$uid:Tarwright:/build:/bin/sh"
  add group "tarwright-build:x:$uid:"
fi
mkdir -p root/build
chown "$uid:$uid" root/build

# As those see it who stand outside: /proc is still theirs.
read -r pid rest </proc/self/stat
# $1: a program; whether the root has it
has() {
  for folder in bin sbin usr/bin usr/sbin; do
    if [ -e "root/$folder/$1" ] || [ -L "root/$folder/$1" ]; then return 0; fi
  done
  return 1
}
has cat || refuse "there is no \\\`cat\\\` in the root"
# It would end at once whenever it is called, and never wait for the end of the lifeline.
status=0
chroot root cat </dev/null >/dev/null 2>&1 || status=$?
[ $status != 126 ] || refuse "its programs do not run on this machine"
# Not \`wait\` alone, since only who waits for a child buries the orphans of the box; and again, since an abort kills all
# processes but this one.
wait='echo "$1"; exec >/dev/null 2>&1; until cat; do :; done'
if has umount; then
  cd root
  pivot_root . .
  umount -l .
  cd /
  eval "set -- 'ready $pid $uid $of_memory $of_processes $of_disk'; $wait"
else
  # The machine's mounts stay below, out of reach. -n: there is nothing to write down in this root.
  cd root
  mount -n --move . /
  exec chroot . /bin/sh -c "$wait" sh "ready $pid $uid $of_memory $of_processes $of_disk"
fi
`;

// src/engine/namespace-init.ts
async function startInit({ spec, folder, root }, { privilege, host }) {
  const { home, cache, config, temporary } = host.folders;
  const settings = {
    script: namespace_default,
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
    hidden: [home, cache, config, temporary, ...spec.hidden].join("\n")
  };
  const running = host.start(
    asRoot(privilege, [
      ...["env", ...variables(settings), "unshare"],
      ...["--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--ipc", "--uts"],
      ...spec.network === "none" ? ["--net"] : [],
      ...["sh", "-c", 'eval "$script"']
    ]),
    new AbortController().signal
  );
  let errors = "";
  running.stderr.on("data", (chunk) => {
    errors = (errors + chunk.toString()).slice(-2e3);
  });
  const first = await firstLine2(running);
  const [, pid, uid, ...holders] = /^ready ([0-9]+) ([0-9]+) (\S+) (\S+) (\S+)$/.exec(first) ?? [];
  if (pid !== void 0 && uid !== void 0)
    return { kind: "ready", running, pid, uid, ...limitsOf(spec, holders) };
  running.stdin.end();
  await running.exit;
  const said = first.replace(/^refused /, "") || errors.trim().split("\n").at(-1) || "it ended without a word";
  return { kind: "refused", why: said };
}
function limitsOf({ memoryBytes, processes, diskBytes }, [memory = "-", pids = "-", disk = "-"]) {
  return {
    groups: [...new Set([memory, pids].filter((group) => group !== "-"))],
    unheld: [
      ...memoryBytes !== void 0 && memory === "-" ? ["memory"] : [],
      ...processes !== void 0 && pids === "-" ? ["processes"] : [],
      ...diskBytes !== void 0 && disk === "-" ? ["disk"] : []
    ]
  };
}
function enterCommand({ argv, cwd, env, user }, { init, pipes }, { privilege }) {
  const account = user === "root" ? [] : ["--setuid", init.uid, "--setgid", init.uid];
  return asInit(privilege, [
    ...["sh", "-c", OUTER, "sh", init.groups.join(":"), pipes?.stdout ?? "", pipes?.stderr ?? ""],
    // Nothing set-uid can lift the build account again.
    ...user === "root" ? [] : ["setpriv", "--no-new-privs"],
    ...["nsenter", "--target", init.pid, ...privilege.kind === "subuid" ? ["--user"] : []],
    // `--root`: where this program runs in a chroot, the root of the namespace is still the machine's own.
    ...["--mount", "--root", "--wd", "--pid", "--ipc", "--uts", "--net", ...account, "--"],
    ...["/bin/sh", "-c", INSIDE, "sh", cwd, ...variables(env), ...argv]
  ]);
}
var OUTER = [
  'IFS=:; for group in $1; do echo 0 >"$group/cgroup.procs"; done; unset IFS',
  '[ -z "$2" ] || exec 3<>"$2" >"$2" 3<>"$3" 2>"$3" 3<&-; shift 3; exec "$@"'
].join("; ");
async function isAlive(init, means) {
  const { exit } = await among(init, "true", means);
  return exit.kind === "exited" && exit.status === 0;
}
async function killAll(init, means) {
  await among(init, "kill -9 -1", means);
}
async function among(init, program, { privilege, host }) {
  const spaces = privilege.kind === "subuid" ? ["--user", "--pid"] : ["--pid"];
  return await host.query(
    asInit(privilege, ["nsenter", "--target", init.pid, ...spaces, "--", "sh", "-c", program])
  );
}
function asInit({ kind }, argv) {
  return asRoot({ kind: kind === "subuid" ? "root" : kind }, argv);
}
async function firstLine2({ stdout }) {
  let text = "";
  for await (const chunk of stdout) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}

// src/engine/namespace-box.ts
function namespaceCore(plot, init, means) {
  const { host } = means;
  return {
    kind: "namespace",
    caveats: caveatsOf2(init),
    owner: `${init.uid}:${init.uid}`,
    start: starter2(init, plot.folder, means),
    attach: async (exec, signal) => await boxExit2(
      host.attach(enterCommand(onTerminal(exec), { init, pipes: void 0 }, means), untilEnd()),
      { init, means },
      signal
    ),
    commit: (key, signal) => commit({ plot, init, key }, means, signal),
    end: async (fate) => {
      if (fate.kind === "keep" && plot.spec.upper === "memory") await saveMemory(init, plot.folder, means);
      await stop2(init);
      await settle(fate, plot.folder, means);
    }
  };
}
function starter2(init, folder, means) {
  const begin = startWithPipes(folder, means.host);
  return (exec, signal) => {
    const running = begin((pipes) => enterCommand(exec, { init, pipes }, means), untilEnd());
    return { ...running, exit: boxExit2(running.exit, { init, means }, signal) };
  };
}
function untilEnd() {
  return new AbortController().signal;
}
async function boxExit2(exit, { init, means }, signal) {
  const abort = () => void endCommand(exit, { init, means });
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  const end2 = await exit;
  signal.removeEventListener("abort", abort);
  if (signal.aborted) return { kind: "aborted" };
  if (end2.kind === "exited" && end2.status === 0 || await isAlive(init, means)) return end2;
  return { kind: "engine-died", why: "its first process was killed" };
}
var ENTRY_MS = 50;
async function endCommand(exit, { init, means }) {
  const soon = () => means.host.wait(ENTRY_MS, untilEnd()).then(() => "waited");
  do
    await killAll(init, means);
  while (await Promise.race([exit, soon()]) === "waited");
}
async function stop2(init) {
  init.running.stdin.end();
  await init.running.exit;
}
async function settle(fate, folder, means) {
  if (fate.kind === "remove") return await removeOpen(folder, means);
  const place = keptFolder(fate.kept, means.host);
  if (place !== folder) await means.host.rename(folder, place);
  await writeKept(fate.kept, means.host);
}
async function commit({ plot: { spec, folder, root }, init, key }, means, signal) {
  const { privilege, host } = means;
  if (spec.diskBytes !== void 0) throw new Error("a box with a disk of its own becomes no layer");
  if (spec.upper === "memory") await saveMemory(init, folder, means, signal);
  await stop2(init);
  await mustRun(asRoot(privilege, ["sh", "-c", JOIN_PARTS, "sh", folder]), host, signal);
  const layer = { folder: joinPath(folder, "upper"), below: root };
  const committed = await openLayers(means).adopt(key, layer, signal);
  await removeOpen(folder, means);
  return committed;
}
var JOIN_PARTS = 'cd "$1/parts" || exit; for part in *; do [ -d "$part" ] || continue; rmdir "../upper/$part" && mv -T "$part" "../upper/$part" || exit; done';
async function saveMemory({ pid }, folder, { privilege, host }, signal = new AbortController().signal) {
  const keep2 = '--xattrs --xattrs-include="*" --numeric-owner';
  const copy = `tar -c ${keep2} -C "/proc/$1/fd/3/." upper parts | tar -x -p ${keep2} -C "$2"`;
  await mustRun(asRoot(privilege, ["sh", "-c", copy, "sh", pid, folder]), host, signal);
}
function caveatsOf2({ unheld }) {
  return unheld.map(
    (limit) => limit === "disk" ? "the disk limit is not enforced: no file system of its own can be mounted here" : `the ${limit} limit is not enforced: no control group can be made here`
  );
}

// src/engine/namespace.ts
function namespaceEngine(host) {
  let found;
  const privilege = async () => {
    found ??= findPrivilege(host);
    const answer = await found;
    if (answer.kind === "none") throw new Error(`an engine was used that its probe refused: ${answer.why}`);
    return answer.privilege;
  };
  let probed;
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
    importTar: async (tar, place, signal) => importTar2(tar, place, { privilege: await privilege(), host, signal })
  };
}
async function tryOut(found, host, signal) {
  const answer = await found;
  if (answer.kind === "none") return { kind: "unusable", why: answer.why, help: answer.help };
  const spec = {
    root: { kind: "overlay", bottom: "host", layers: [] },
    name: "probe",
    network: "none",
    hidden: [],
    upper: "disk"
  };
  const opened = await openBox(spec, { privilege: answer.privilege, host }, signal);
  if (opened.kind === "refused") return { kind: "unusable", why: opened.why, help: opened.help };
  await opened.buildbox[Symbol.asyncDispose]();
  return { kind: "usable", version: answer.privilege.kind };
}
async function importTar2(tar, { key, below }, { signal, ...means }) {
  const { privilege, host } = means;
  if (below?.kind === "image") throw new Error("the namespace engine keeps no images");
  const layers = openLayers(means);
  const draft = await layers.draft();
  const fs = joinPath(draft, "fs");
  const whole = ["-p", "--numeric-owner", "--xattrs", "--xattrs-include=*"];
  try {
    await mustRun(asRoot(privilege, ["mkdir", "-m", "755", "--", fs]), host, signal);
    const unpack = ["flock", draft, "tar", "-x", ...whole, "--exclude=./dev/*", "--exclude=dev/*"];
    await mustRun(asRoot(privilege, [...unpack, "-f", tar, "-C", fs]), host, signal);
    return await layers.adopt(key, { folder: fs, below: below ?? "nothing" }, signal);
  } finally {
    await removeOpen(draft, means);
  }
}
async function openBox(wanted, means, signal) {
  if (wanted.root.kind !== "overlay") throw new Error("the namespace engine opens no images");
  await sweepOpen(means);
  const spec = means.privilege.kind === "subuid" ? { ...wanted, upper: "disk" } : wanted;
  const box = await openNew(spec, wanted.root, { means, signal });
  if (box.kind === "opened" || spec.upper === "memory" || !box.why.includes("overlay")) return box;
  const inMemory = await openNew({ ...spec, upper: "memory" }, wanted.root, { means, signal });
  return inMemory.kind === "opened" ? inMemory : box;
}
async function openNew(spec, root, { means, signal }) {
  const folder = await makeBoxFolder(root, means.host);
  const box = await enterBox({ spec, folder, root }, means, signal);
  if (box.kind === "refused") await removeOpen(folder, means);
  return box;
}
async function reopenBox(kept, means, signal) {
  const { spec } = kept;
  if (spec.root.kind !== "overlay") throw new Error(`a kept box of another engine: ${kept.name}`);
  return await enterBox({ spec, folder: keptFolder(kept, means.host), root: spec.root, kept }, means, signal);
}
async function enterBox(plot, means, signal) {
  const init = await startInit(plot, means);
  signal.throwIfAborted();
  if (init.kind === "ready") {
    const circumstances = { ...plot, host: means.host };
    return { kind: "opened", buildbox: buildboxOver(namespaceCore(plot, init, means), circumstances) };
  }
  const help = init.why.includes("overlay") ? "set `XDG_CACHE_HOME` to a folder on an ordinary disk, outside of /usr, /opt and /var, or choose another engine" : "run where mounts are allowed (in a container: with `--cap-add SYS_ADMIN`), or choose another engine";
  return { kind: "refused", why: init.why, help };
}
async function makeBoxFolder(root, host) {
  const folder = await makeOpen(boxesOf(host), host);
  for (const part of ["upper", "work", "parts", "memory", "root"])
    await host.makeFolder(joinPath(folder, part));
  const lowers = [...root.layers].reverse();
  lowers.push(root.bottom === "host" ? hostPath("/") : root.bottom);
  for (const [at, lower] of lowers.entries()) await host.makeLink(lower, joinPath(folder, `l${at}`));
  await makePipes(folder, host);
  return folder;
}

// src/engine/engine.ts
function openEngines(host) {
  return [
    containerEngine("docker", host),
    containerEngine("podman", host),
    namespaceEngine(host),
    hostEngine(host)
  ];
}

export {
  guestPath,
  ENGINES,
  listKept,
  findKept,
  openEngines
};
