// Killed at random moments: Tarwright itself, the program that holds a box, and the daemon behind it. `TARWRIGHT_KILLS`
// says how often (containers, which take longer: a tenth of it), `TARWRIGHT_KILLS_SEED` which moments.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { guestPath } from "../../src/engine/engine.ts";
import { enterCommand } from "../../src/engine/namespace-init.ts";
import { makePipes } from "../../src/engine/pipes.ts";
import { hostPath, joinPath, openHost } from "../../src/host/host.ts";
import { never } from "../support.ts";
import { bundle } from "./bundle.ts";
import { smallRoot } from "./small-root.ts";

const KILLS = Number(process.env["TARWRIGHT_KILLS"] ?? 6);
const SEED = Number(process.env["TARWRIGHT_KILLS_SEED"] ?? 1);
/** A loaded machine needs half a minute for a run and its end. */
const TIMEOUT_MS = 300_000 + KILLS * 30_000;

const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-killed-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { wait } = openHost();

/** From 0 to below 1, the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Everybody whose command line or mounts name the folder, but this process. */
function traces(): readonly string[] {
  const pids = readdirSync("/proc").filter((name) => /^[0-9]+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => {
    const read = (name: string) => {
      try {
        return readFileSync(`/proc/${pid}/${name}`, "utf8");
      } catch {
        // It ended just now, or is another account's.
        return "";
      }
    };
    const command = read("cmdline").replaceAll("\0", " ");
    const isOurs = command.includes(folder) || /sleep 0?\.?54321/.test(command);
    // A namespace of the network that nobody lives in is there only where it is mounted.
    const isThere = read("mountinfo").includes(folder);
    return isOurs || isThere ? [`${pid} ${command}${isThere ? " (mounts)" : ""}`] : [];
  });
}

/** Descendants of a process, whose command begins so. */
function descendants(pid: number, program: string): readonly number[] {
  const children = spawnSync("pgrep", ["-P", String(pid)])
    .stdout.toString()
    .split("\n")
    .filter(Boolean)
    .map(Number);
  const found = children.filter((child) => {
    try {
      return readFileSync(`/proc/${child}/comm`, "utf8").trim() === program;
    } catch {
      // It ended just now.
      return false;
    }
  });
  return [...found, ...children.flatMap((child) => descendants(child, program))];
}

test("killed: a command that has just started does not wait for somebody to read what it says", async () => {
  const host = openHost();
  const pipes = joinPath(folder, "pipes");
  mkdirSync(pipes);
  await makePipes(pipes, host);
  const gone = spawnSync("true").pid;
  const init = { pid: String(gone), uid: "1", groups: [] };
  const exec = { argv: ["true"], cwd: guestPath("/"), env: {}, user: "build" } as const;
  const read = { stdout: joinPath(pipes, "pipe-0.out"), stderr: joinPath(pipes, "pipe-0.err") };
  const means = { privilege: { kind: "root" }, host } as const;
  const { program, args } = enterCommand(exec, { init, pipes: read }, means);
  const { error } = spawnSync(program, args, { timeout: 20_000, killSignal: "SIGKILL" });
  expect(error).toBeUndefined();
});

test(
  "killed: a whole build, and the program that holds its buildbox",
  async () => {
    const dist = join(folder, "dist");
    const built = spawnSync("node", [join(import.meta.dirname, "../../scripts/build.mjs"), "--out", dist]);
    expect(built.status).toBe(0);
    const project = join(folder, "project");
    mkdirSync(project);
    const script =
      'sleep 0.54321; mkdir -p \\"$DESTDIR$PREFIX/share\\"; echo whole >\\"$DESTDIR$PREFIX/share/it\\"';
    writeFileSync(
      join(project, "port.yml"),
      `name: killed\nversion: "1.0"\ncomment: killed\nbuild: {style: script, script: {fake: "${script}"}}\ntest: {script: "sleep 0.54321"}\nlimits: {memory: 512m, processes: 50}\n`,
    );
    const args = [
      join(dist, "cli.js"),
      "build",
      ".",
      "--base",
      "host",
      "--engine",
      "namespace",
      "--unsigned",
      "--json",
    ];
    const env = { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: join(folder, "cache") };
    const run = () => spawnSync("node", args, { cwd: project, env, encoding: "utf8" });
    const began = Date.now();
    expect(run()).toMatchObject({ status: 0 });
    const wholeMs = Date.now() - began;

    const chance = chances(SEED);
    for (let count = 0; count < KILLS; count += 1) {
      const child = spawn("node", args, { cwd: project, env, stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("close", resolve));
      await wait(chance() * wholeMs, never);
      const holders = count % 3 === 2 ? descendants(child.pid ?? 0, "unshare") : [];
      // Where there is no box yet, or no longer, it is Tarwright's own turn.
      for (const victim of holders.length > 0 ? holders : [child.pid ?? 0]) {
        try {
          process.kill(victim, "SIGKILL");
        } catch {
          // It ended just now.
        }
      }
      await ended;
    }
    await expect.poll(traces, { timeout: 20_000 }).toEqual([]);
    expect(readFileSync("/proc/self/mountinfo", "utf8")).not.toContain(folder);
    expect(run()).toMatchObject({ status: 0 });
    const cache = join(folder, "cache/tarwright");
    expect(readdirSync(join(cache, "boxes"))).toEqual([]);
    expect(readdirSync(join(cache, "jobs"))).toEqual([]);
    expect(readdirSync(join(project, "out")).filter((name) => name.includes("tar"))).toEqual([
      expect.stringMatching(/^killed-1\.0--host--/),
    ]);
    expect(traces()).toEqual([]);
  },
  TIMEOUT_MS,
);

const program = joinPath(folder, "box.mjs");

/** Opens a box of an image, and runs a command in it. */
const BOX = `
  import { guestPath, openEngines } from "./src/engine/engine.ts";
  import { openHost } from "./src/host/host.ts";
  const [kind, reference, script] = process.argv.slice(2);
  const engine = openEngines(openHost()).find((one) => one.kind === kind);
  const { signal } = new AbortController();
  const root = { kind: "image", reference };
  const opened = await engine.open({ root, name: "killed", network: "none", hidden: [], upper: "disk" }, signal);
  if (opened.kind !== "opened") { console.error(opened.why); process.exit(3); }
  const exec = { argv: ["sh", "-c", script], cwd: guestPath("/"), env: { PATH: "/usr/bin:/bin" }, user: "build" };
  const exit = await opened.buildbox.run(exec, () => undefined, signal);
  await opened.buildbox[Symbol.asyncDispose]();
  process.exitCode = exit.kind === "exited" ? exit.status : 4;
`;

type Containers = {
  readonly kind: "docker" | "podman";
  readonly env: NodeJS.ProcessEnv;
  /** Ends whoever is behind the client, and starts it again. */
  readonly killDaemon: (() => Promise<void>) | undefined;
};

async function killContainers({ kind, env, killDaemon }: Containers): Promise<void> {
  await bundle(BOX, program);
  const ask = (...args: readonly string[]) => execFileSync(kind, args, { env, encoding: "utf8" }).trim();
  const image = kind === "docker" ? "tarwright-killed:1" : "localhost/tarwright-killed:1";
  const place = hostPath(join(folder, `root-for-${kind}`));
  mkdirSync(place);
  ask("import", smallRoot(place), image);
  const run = (script: string) => spawn("node", [program, kind, image, script], { env, stdio: "ignore" });
  const ended = (child: ReturnType<typeof run>) =>
    new Promise<number | null>((resolve) => child.once("close", (status) => resolve(status)));
  const left = () => ask("ps", "-aq", "--filter", "label=tarwright.box=killed");
  try {
    const began = Date.now();
    expect(await ended(run("true"))).toBe(0);
    const wholeMs = Date.now() - began;
    const chance = chances(SEED);
    for (let count = 0; count < KILLS / 10; count += 1) {
      const child = run("setsid sleep 54321 & sleep 54321");
      const end = ended(child);
      await wait(chance() * 1.5 * wholeMs, never);
      const clients = count % 3 === 1 ? descendants(child.pid ?? 0, kind) : [];
      if (count % 3 === 2 && killDaemon) await killDaemon();
      else for (const victim of clients) spawnSync("kill", ["-9", String(victim)]);
      // Whoever is left: a command whose client went away may not notice before its box does.
      await Promise.race([end, wait(2000, never)]);
      child.kill("SIGKILL");
      await end;
    }
    // The next run works, and clears up behind the others.
    expect(await ended(run("true"))).toBe(0);
    await expect.poll(left, { timeout: 30_000 }).toBe("");
    await expect
      .poll(() => traces().filter((one) => one.includes("sleep 54321")), { timeout: 30_000 })
      .toEqual([]);
  } finally {
    spawnSync(kind, ["rmi", "--force", image], { env });
  }
}

const variables = { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: join(folder, "cache") };

describe("killed: boxes of containers", () => {
  // A daemon of its own to kill: minutes, and root.
  const hasDockerd = process.env["TARWRIGHT_KILL_DAEMON"] !== undefined;
  test.runIf(hasDockerd)(
    "killed: docker, by its client and by its daemon",
    async () => {
      const socket = `unix://${folder}/docker.sock`;
      const env = { ...variables, DOCKER_HOST: socket };
      const data = [`--data-root=${folder}/docker`, `--exec-root=${folder}/docker-run`];
      const alone = [
        "--bridge=none",
        "--iptables=false",
        "--ip6tables=false",
        `--pidfile=${folder}/docker.pid`,
      ];
      const isUp = () => spawnSync("docker", ["version"], { env, timeout: 10_000 }).status === 0;
      // One that was killed leaves its containerd behind, for which the next one may be too early.
      const begin = async () => {
        for (let attempt = 0; attempt < 10; attempt += 1) {
          // In a network of its own: without a bridge, it would remove that of another daemon.
          const dockerd = ["--net", "dockerd", "--host", socket, ...data, ...alone];
          const started = spawn("unshare", dockerd, { stdio: "ignore" });
          const isGone = () => started.exitCode !== null || started.signalCode !== null;
          for (let tries = 0; tries < 60 && !isGone(); tries += 1) {
            if (isUp()) return started;
            await wait(500, never);
          }
          started.kill("SIGKILL");
        }
        throw new Error("no daemon");
      };
      let daemon = await begin();
      const end = (signal: NodeJS.Signals) =>
        new Promise((resolve) => {
          if (daemon.exitCode !== null || daemon.signalCode !== null) return resolve(undefined);
          daemon.once("close", resolve);
          daemon.kill(signal);
        });
      try {
        const killDaemon = async () => {
          await end("SIGKILL");
          rmSync(join(folder, "docker.pid"), { force: true });
          daemon = await begin();
        };
        await killContainers({ kind: "docker", env, killDaemon });
      } finally {
        await end("SIGTERM");
        // Of a daemon that was killed, which mounted its folder over itself.
        const mounts = readFileSync("/proc/self/mountinfo", "utf8")
          .split("\n")
          .map((line) => line.split(" ")[4] ?? "");
        for (const mount of mounts.filter((one) => one.startsWith(folder)).reverse())
          spawnSync("umount", [mount]);
      }
    },
    TIMEOUT_MS,
  );

  const hasPodman = spawnSync("podman", ["info"]).status === 0;
  test.runIf(hasPodman)(
    "killed: podman, by its client",
    async () => {
      await killContainers({ kind: "podman", env: variables, killDaemon: undefined });
    },
    TIMEOUT_MS,
  );
});
