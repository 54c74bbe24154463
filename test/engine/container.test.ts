// docker and podman, over a root of their own. Where one of them does not run its rows are skipped with the reason,
// unless TARWRIGHT_REQUIRE_ENGINES names it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  type Engine,
  type EngineKind,
  findKept,
  guestPath,
  openEngines,
  type Root,
} from "../../src/engine/engine.ts";
import { hostPath, joinPath, openHost } from "../../src/host/host.ts";
import { never } from "../support.ts";
import { openBox, sh, specOf, testCommands, testCopies } from "./boxes.ts";
import { bundle } from "./bundle.ts";
import { startRegistry } from "./registry.ts";
import { smallRoot } from "./small-root.ts";

const host = openHost();
const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-containers-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const required = (process.env["TARWRIGHT_REQUIRE_ENGINES"] ?? "").split(" ");
const tar = smallRoot(folder);
/** Others may test with the same daemon at the same time. */
const run = `test-${process.pid}`;
const ROOT = `root of ${run}`;
const LAYER = `layer of ${run}: characters/no tag may hold, é`;
const env = { PATH: "/usr/bin:/bin" };

for (const kind of ["docker", "podman"] as const) {
  const engine = engineOf(kind);
  const probe = await engine.probe(never);
  if (probe.kind === "unusable" && !required.includes(kind)) {
    test.skip(`${kind}: skipped, ${probe.why}`, () => undefined);
    continue;
  }
  const root = await engine.importTar(tar, { key: ROOT }, never);
  describe(kind, () => testContainers(kind, engine, root));
}

function engineOf(kind: EngineKind): Engine {
  const engine = openEngines(host).find((one) => one.kind === kind);
  if (!engine) throw new Error(`no engine ${kind}`);
  return engine;
}

function containersOf(kind: string, box: string): readonly string[] {
  const listed = execFileSync(kind, ["ps", "-aq", "--filter", `label=tarwright.box=${box}`]).toString();
  return listed.split("\n").filter((id) => id !== "");
}

/** Clients that hold the lifeline of a box. */
function clientsOf(box: string): readonly number[] {
  const script = 'grep -l "tarwright\\.box=$1" /proc/[0-9]*/cmdline 2>/dev/null || :';
  const files = execFileSync("sh", ["-c", script, "sh", box]).toString();
  const mine = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, "latin1").includes("--interactive");
  return [...files.matchAll(/[0-9]+/g)].map(([pid]) => Number(pid)).filter(mine);
}

function testContainers(kind: "docker" | "podman", engine: Engine, root: Root): void {
  afterAll(async () => {
    for (const key of [ROOT, LAYER]) {
      const made = await engine.layer(key);
      if (made?.kind === "image") execFileSync(kind, ["rmi", "--force", made.reference]);
    }
  });

  testCommands(kind, async () => ({ engine, root }));
  testCopies(kind, async () => ({ engine, root }));

  test(`${kind}: a set-uid program lifts nobody`, async () => {
    await using box = await openBox(engine, specOf(root));
    expect((await sh(box, "/usr/bin/set-uid-id -u; cat /etc/shadow")).stdout).toMatch(/^[1-9][0-9]*\n$/);
  });

  test(`${kind}: the memory limit kills`, async () => {
    await using box = await openBox(engine, specOf(root, { memoryBytes: 64 * 1024 * 1024 }));
    expect(box.caveats).toEqual([]);
    const eat = await sh(box, "x=$(head -c 300000000 /dev/zero | tr '\\0' x)");
    expect(eat.exit).toEqual({ kind: "killed", signal: "SIGKILL" });
    expect((await sh(box, "echo well")).stdout).toBe("well\n");
  });

  test(`${kind}: the limit of the disk holds, or it is said that it does not`, async () => {
    await using box = await openBox(engine, specOf(root, { diskBytes: 300 * 1024 * 1024 }));
    const write = await sh(box, "head -c 400000000 /dev/zero >/build/big; wc -c </build/big");
    const isWhole = write.stdout.trim() === "400000000";
    const sentence = "the disk limit is not enforced: the disk of the containers can't hold one to a size";
    expect(box.caveats).toEqual(isWhole ? [sentence] : []);
  });

  test(`${kind}: an abort kills what hides from it, and the box can still be kept`, async () => {
    const box = await openBox(engine, specOf(root));
    const stop = new AbortController();
    const running = box.start(
      {
        argv: ["sh", "-c", "setsid sleep 4321 & echo up; sleep 4321"],
        cwd: guestPath("/"),
        env,
        user: "build",
      },
      stop.signal,
    );
    await new Promise((resolve) => running.stdout.once("data", resolve));
    stop.abort();
    expect(await running.exit).toEqual({ kind: "aborted" });
    const left = await sh(box, "cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -c 'sleep 432[1]'");
    expect(left.stdout).toBe("0\n");
    await box[Symbol.asyncDispose]();
  });

  test(`${kind}: a container that is removed under a command`, async () => {
    const box = await openBox(engine, specOf(root, { name: `removed-${run}` }));
    const running = box.start({ argv: ["sleep", "4321"], cwd: guestPath("/"), env, user: "build" }, never);
    running.stdin.end();
    const [id = ""] = containersOf(kind, `removed-${run}`);
    execFileSync(kind, ["rm", "--force", id]);
    expect(await running.exit).toMatchObject({ kind: "engine-died" });
    await box[Symbol.asyncDispose]();
    await box[Symbol.asyncDispose]();
  });

  test(`${kind}: a layer is found again, and what was removed in it is gone`, async () => {
    const key = LAYER;
    const box = await openBox(engine, specOf(root));
    await sh(box, "echo more >/usr/more; rm /usr/bin/seq", { user: "root" });
    const layer = await box.commit(key, never);
    await box[Symbol.asyncDispose]();
    expect(await engine.layer(key)).toEqual(layer);
    expect(await engine.layer(`${key}.`)).toBeUndefined();
    await using again = await openBox(engine, specOf(layer));
    expect((await sh(again, "cat /usr/more; ls /usr/bin/seq 2>&1 | wc -l; id -un")).stdout).toBe(
      "more\n1\ntarwright-build\n",
    );
  });

  test(`${kind}: a kept box goes on where it was, and is forgotten`, async () => {
    const box = await openBox(engine, specOf(root));
    await sh(box, "echo mine >/build/file");
    expect(await box.keep()).toMatch(/^tarwright buildbox enter test_box/);
    const name = (await box.keep()).split(" ").at(-1) ?? "";
    await box[Symbol.asyncDispose]();
    const kept = await findKept(name, host);
    if (!kept) throw new Error(`not kept: ${name}`);
    expect(kept.last).toEqual({ cwd: "/build", env: expect.anything(), user: "build" });
    const opened = await engine.reopen(kept, never);
    if (opened.kind === "refused") throw new Error(opened.why);
    expect((await sh(opened.buildbox, "cat file; echo again >file")).stdout).toBe("mine\n");
    await opened.buildbox[Symbol.asyncDispose]();
    const third = await engine.reopen(kept, never);
    if (third.kind === "refused") throw new Error(third.why);
    expect((await sh(third.buildbox, "cat file")).stdout).toBe("again\n");
    await third.buildbox[Symbol.asyncDispose]();
    await engine.forget(kept);
    expect(await findKept(name, host)).toBeUndefined();
    expect((await engine.reopen(kept, never)).kind).toBe("refused");
  });

  test(`${kind}: an image that is not there`, async () => {
    const missing = "tarwright.invalid/none:1";
    expect(await engine.image(missing, never)).toMatchObject({ kind: "unreachable" });
    const opened = await engine.open(specOf({ kind: "image", reference: missing }), never);
    expect(opened).toMatchObject({
      kind: "refused",
      help: `bring the image with \`${kind} pull ${missing}\``,
    });
    if (root.kind !== "image") throw new Error("not an image");
    const found = await engine.image(root.reference, never);
    expect(found).toMatchObject({ kind: "present", digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  });

  test(`${kind}: an image of a registry, by its manifest`, async () => {
    const { address, digest, configuration, close } = await startRegistry(tar, folder);
    onTestFinished(close);
    // As the user's own configuration would have it; the engine hands it on.
    vi.stubEnv("CONTAINERS_REGISTRIES_CONF", configuration);
    onTestFinished(() => void vi.unstubAllEnvs());
    const fresh = engineOf(kind);
    const reference = `${address}/one/image:1`;
    const found = await fresh.image(reference, never);
    onTestFinished(() => void execFileSync(kind, ["rmi", "--force", reference], { stdio: "ignore" }));
    expect(found).toMatchObject({ kind: "present", digest });
    expect(await fresh.image(`${address}/one/image@${digest}`, never)).toEqual(found);
    expect(await fresh.image(`${address}/one/image:2`, never)).toMatchObject({ kind: "unknown" });
    expect(await fresh.image(`${address}/private/image:1`, never)).toMatchObject({ kind: "unknown" });
    if (found.kind !== "present") throw new Error(found.kind);
    await using box = await openBox(fresh, specOf(found.root));
    expect((await sh(box, "echo well")).stdout).toBe("well\n");
  });

  test(`${kind}: an image for several architectures, by the list of them, which serves all`, async () => {
    const { address, digest, list, configuration, close } = await startRegistry(tar, folder);
    onTestFinished(close);
    vi.stubEnv("CONTAINERS_REGISTRIES_CONF", configuration);
    onTestFinished(() => void vi.unstubAllEnvs());
    const fresh = engineOf(kind);
    const reference = `${address}/one/many:1`;
    const found = await fresh.image(reference, never);
    onTestFinished(() => void execFileSync(kind, ["rmi", "--force", reference], { stdio: "ignore" }));
    expect(found).toMatchObject({ kind: "present", digest: list });
    expect(await fresh.image(`${address}/one/many@${list}`, never)).toEqual(found);
    // Somebody's lock may name this machine's own.
    expect(await fresh.image(`${address}/one/many@${digest}`, never)).toMatchObject({
      kind: "present",
      digest,
    });
  });

  test(`${kind}: nothing is left of a process that is killed, whenever it happens`, async () => {
    const program = joinPath(folder, "killed.mjs");
    await bundle(KILLED, program);
    // A fixed row of moments: from before the container is asked for until its command runs.
    for (const afterMs of [20, 90, 170, 260, 340, 430, 700, 1500]) {
      const child = spawn(process.execPath, [program, kind, JSON.stringify(root), `killed-${run}`], {
        stdio: "ignore",
      });
      await host.wait(afterMs, never);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
    }
    // A client that lives on may still be about to make its container, and end it.
    const rest = () => [...clientsOf(`killed-${run}`), ...containersOf(kind, `killed-${run}`)];
    await expect.poll(rest, { timeout: 30_000 }).toEqual([]);
    await using box = await openBox(engine, specOf(root));
    expect((await sh(box, "echo well")).stdout).toBe("well\n");
  });

  test(`${kind}: nothing is left when its client is killed`, async () => {
    const box = await openBox(engine, specOf(root, { name: `orphan-${run}` }));
    for (const pid of clientsOf(`orphan-${run}`)) process.kill(pid, "SIGKILL");
    await expect.poll(() => containersOf(kind, `orphan-${run}`), { timeout: 30_000 }).toEqual([]);
    expect((await sh(box, "echo no")).exit.kind).toBe("engine-died");
    await box[Symbol.asyncDispose]();
  });
}

const KILLED = `
  import { guestPath, openEngines } from "./src/engine/engine.ts";
  import { openHost } from "./src/host/host.ts";
  const [, , kind, root, name] = process.argv;
  const engine = openEngines(openHost()).find((one) => one.kind === kind);
  const { signal } = new AbortController();
  const spec = { root: JSON.parse(root), name, network: "none", hidden: [], upper: "disk" };
  const { buildbox } = await engine.open(spec, signal);
  const exec = { argv: ["sh", "-c", "setsid sleep 4321 & sleep 4321"], cwd: guestPath("/"), env: { PATH: "/usr/bin" }, user: "build" };
  await buildbox.run(exec, () => undefined, signal);
`;
