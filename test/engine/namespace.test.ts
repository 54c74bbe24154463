// The engine that needs no daemon, over this machine and over roots of its own; also as the accounts it is made for.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  type Engine,
  findKept,
  guestPath,
  listKept,
  openEngines,
  type Root,
} from "../../src/engine/engine.ts";
import { type Host, hostPath, joinPath, openHost } from "../../src/host/host.ts";
import { never } from "../support.ts";
import { openBox, sh, specOf, testCommands, testCopies } from "./boxes.ts";
import { bundle } from "./bundle.ts";
import { smallRoot } from "./small-root.ts";

// A cache of its own: what is kept or killed here is nobody else's.
const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-namespace-")));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const machine = openHost();
const host: Host = { ...machine, folders: { ...machine.folders, cache: joinPath(folder, "cache") } };
const engine = namespaceOf(host);
const over: Root = { kind: "overlay", bottom: "host", layers: [] };
const small = await engine.importTar(smallRoot(folder), { key: "small" }, never);

function namespaceOf(one: Host): Engine {
  const found = openEngines(one).find(({ kind }) => kind === "namespace");
  if (!found) throw new Error("no engine `namespace`");
  return found;
}

test("namespace: usable here", async () => {
  expect(await engine.probe(never)).toEqual({ kind: "usable", version: "root" });
});

describe("over the machine", () => {
  testCommands("namespace over the machine", async () => ({ engine, root: over }));
  testCopies("namespace over the machine", async () => ({ engine, root: over }));
});
describe("over a root", () => {
  testCommands("namespace over a root", async () => ({ engine, root: small }));
  testCopies("namespace over a root", async () => ({ engine, root: small }));
});

test("namespace: with the network of the machine", async () => {
  await using box = await openBox(engine, specOf(over, { network: "host" }));
  const there = await sh(box, "cut -d: -f1 /proc/net/dev; cat /etc/resolv.conf");
  expect(there.stdout).toBe(
    execFileSync("sh", ["-c", "cut -d: -f1 /proc/net/dev; cat /etc/resolv.conf"]).toString(),
  );
});

test("namespace: nothing private of the machine can be read, by no account", async () => {
  const word = "secret-4711";
  const places = [
    "/home/tarwright-test",
    "/root/.tarwright-test",
    "/srv/tarwright-test",
    "/mnt/tarwright-test",
  ];
  const more = [
    "/tmp/tarwright-test",
    "/var/tmp/tarwright-test",
    "/run/tarwright-test",
    "/media/tarwright-test",
  ];
  const hidden = hostPath("/opt/tarwright-test");
  const all = [...places, ...more, "/tarwright-test", hidden];
  try {
    for (const place of all) {
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "key"), word, { mode: 0o644 });
      chmodSync(place, 0o755);
    }
    mkdirSync(host.folders.cache, { recursive: true });
    writeFileSync(join(host.folders.cache, "key"), word);
    await using box = await openBox(engine, specOf(over, { hidden: [hidden] }));
    const look = `cat ${[...all, host.folders.cache].map((place) => `${place}/key`).join(" ")} 2>/dev/null; ls -A /home /root /srv /mnt /run /media /tmp /var/tmp /opt/tarwright-test 2>/dev/null | grep -v ':$' | grep .; cat /proc/1/root/root/.tarwright-test/key /proc/*/cwd/../../key`;
    for (const user of ["build", "root"] as const) {
      const { stdout } = await sh(box, look, { user });
      expect(stdout).not.toContain(word);
      expect(stdout).not.toContain("tarwright-test");
    }
    expect((await sh(box, "cat /etc/shadow /proc/1/environ")).stdout).toBe("");
  } finally {
    for (const place of all) rmSync(place, { recursive: true, force: true });
  }
});

test("namespace: a cache that lies on an overlay, where no upper can, has its boxes in memory", async () => {
  const place = mkdtempSync(join(tmpdir(), "tarwright-overlay-"));
  for (const name of ["lower", "upper", "work", "merged"]) mkdirSync(join(place, name));
  const options = `lowerdir=${place}/lower,upperdir=${place}/upper,workdir=${place}/work`;
  execFileSync("mount", ["-t", "overlay", "overlay", "-o", options, join(place, "merged")]);
  try {
    const there = namespaceOf({
      ...machine,
      folders: { ...machine.folders, cache: hostPath(join(place, "merged")) },
    });
    await using box = await openBox(there, specOf(over));
    const answer = await sh(box, "echo here >/build/x && cat /build/x");
    expect(answer).toEqual({ exit: { kind: "exited", status: 0 }, stdout: "here\n", stderr: "" });
  } finally {
    execFileSync("umount", [join(place, "merged")]);
    rmSync(place, { recursive: true });
  }
});

test("namespace: the machine is not changed by root of a box", async () => {
  await using box = await openBox(engine, specOf(over));
  const script =
    "echo x >/etc/tarwright-new; rm /etc/hostname; echo 77 >/proc/sys/kernel/panic; chmod 700 /usr/bin";
  await sh(box, script, { user: "root" });
  expect([existsSync("/etc/tarwright-new"), existsSync("/etc/hostname")]).toEqual([false, true]);
  expect(readFileSync("/proc/sys/kernel/panic", "utf8")).not.toBe("77\n");
});

test("namespace: a layer is found again, and what was removed in it is gone", async () => {
  for (const upper of ["disk", "memory"] as const) {
    for (const [name, root] of Object.entries({ over, small })) {
      const key = `layer of ${name} in ${upper}`;
      const box = await openBox(engine, specOf(root, { upper }));
      const change =
        "echo more >/usr/more; chown 12:34 /usr/more; chmod 4755 /usr/more; rm /usr/bin/seq; rm -r /usr/sbin; mkdir /usr/sbin; touch /usr/sbin/only; mkdir -p /app/vendor/x";
      expect((await sh(box, change, { user: "root" })).stderr).toBe("");
      expect(await engine.layer(key)).toBeUndefined();
      const layer = await box.commit(key, never);
      await box[Symbol.asyncDispose]();
      expect(await engine.layer(key)).toEqual(layer);
      await using again = await openBox(engine, specOf(layer));
      const look =
        "cat /usr/more; stat -c '%u:%g %a' /usr/more; ls /usr/bin/seq 2>&1 | wc -l; ls /usr/sbin; ls /app/vendor; id -un";
      expect((await sh(again, look)).stdout, key).toBe("more\n12:34 4755\n1\nonly\nx\ntarwright-build\n");
    }
  }
});

test("namespace: a kept box goes on where it was, and is forgotten", async () => {
  for (const upper of ["disk", "memory"] as const) {
    const box = await openBox(engine, specOf(over, { upper, name: "a/b c" }));
    await sh(box, "echo mine >/build/file", { env: { PATH: "/usr/bin:/bin", A: "b" } });
    expect(await box.keep()).toBe("tarwright buildbox enter a_b_c");
    await box[Symbol.asyncDispose]();
    const kept = await findKept("a_b_c", host);
    if (!kept) throw new Error("not kept");
    expect(kept.last).toEqual({ cwd: "/build", env: { PATH: "/usr/bin:/bin", A: "b" }, user: "build" });
    for (const expected of ["mine", "again"]) {
      const opened = await engine.reopen(kept, never);
      if (opened.kind === "refused") throw new Error(opened.why);
      expect((await engine.reopen(kept, never)).kind).toBe("refused");
      expect((await sh(opened.buildbox, "cat file; echo again >file")).stdout).toBe(`${expected}\n`);
      await opened.buildbox[Symbol.asyncDispose]();
    }
    await engine.forget(kept);
    expect(await listKept(host)).toEqual([]);
  }
});

test("namespace: an abort kills what hides from it, and the box stays", async () => {
  await using box = await openBox(engine, specOf(over));
  const stop = new AbortController();
  const script = "setsid sh -c 'trap \"\" TERM; sleep 4321' & trap '' TERM; echo up; sleep 4321; sleep 4321";
  const running = box.start(
    { argv: ["sh", "-c", script], cwd: guestPath("/"), env: { PATH: "/usr/bin:/bin" }, user: "build" },
    stop.signal,
  );
  await new Promise((resolve) => running.stdout.once("data", resolve));
  stop.abort();
  expect(await running.exit).toEqual({ kind: "aborted" });
  expect((await sh(box, "cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -c 'sleep 432[1]'")).stdout).toBe(
    "0\n",
  );
});

test("namespace: the memory limit kills, and leaves no group", async () => {
  const groups = () => readdirSync("/sys/fs/cgroup/memory").filter((name) => name.startsWith("tarwright-"));
  const before = groups();
  const box = await openBox(engine, specOf(over, { memoryBytes: 64 * 1024 * 1024 }));
  expect(box.caveats).toEqual([]);
  const eat = await sh(box, "x=$(head -c 300000000 /dev/zero | tr '\\0' x); echo end");
  expect(eat.exit).toEqual({ kind: "killed", signal: "SIGKILL" });
  expect((await sh(box, "echo well")).stdout).toBe("well\n");
  await box[Symbol.asyncDispose]();
  expect(groups()).toEqual(before);
});

test("namespace: the limit of processes holds, and leaves no group", async () => {
  const groups = () => readdirSync("/sys/fs/cgroup/pids").filter((name) => name.startsWith("tarwright-"));
  const before = groups();
  const box = await openBox(engine, specOf(over, { processes: 20 }));
  expect(box.caveats).toEqual([]);
  const fork = await sh(box, "for n in $(seq 40); do sleep 5 & done 2>&1; kill $(jobs -p); echo end");
  expect(fork.stdout).toMatch(/[Cc]annot fork|Resource temporarily unavailable/);
  await box[Symbol.asyncDispose]();
  expect(groups()).toEqual(before);
});

test("namespace: the limit of the disk holds, and what was written is there when the box is entered again", async () => {
  const box = await openBox(engine, specOf(over, { diskBytes: 64 * 1024 * 1024 }));
  expect(box.caveats).toEqual([]);
  const fill = await sh(
    box,
    "echo kept >/build/mine; head -c 100000000 /dev/zero >/build/large; rm /build/large",
  );
  expect(fill.stderr).toMatch(/No space left on device/);
  const name = (await box.keep()).slice("tarwright buildbox enter ".length);
  await box[Symbol.asyncDispose]();
  const kept = await findKept(name, host);
  if (!kept) throw new Error("not kept");
  expect(kept.spec.diskBytes).toBe(64 * 1024 * 1024);
  const again = await engine.reopen(kept, never);
  if (again.kind !== "opened") throw new Error(again.why);
  expect((await sh(again.buildbox, "cat /build/mine")).stdout).toBe("kept\n");
  await again.buildbox[Symbol.asyncDispose]();
  await engine.forget(kept);
  expect(readFileSync("/proc/mounts", "utf8")).not.toContain(name);
});

test("namespace: a box whose first process is killed under a command", async () => {
  const box = await openBox(engine, specOf(over));
  const running = box.start(
    {
      argv: ["sh", "-c", "echo up; sleep 4321"],
      cwd: guestPath("/"),
      env: { PATH: "/usr/bin:/bin" },
      user: "build",
    },
    never,
  );
  await new Promise((resolve) => running.stdout.once("data", resolve));
  for (const pid of inits()) process.kill(pid, "SIGKILL");
  expect(await running.exit).toEqual({ kind: "engine-died", why: "its first process was killed" });
  expect((await sh(box, "echo no")).exit.kind).toBe("engine-died");
  await box[Symbol.asyncDispose]();
  await box[Symbol.asyncDispose]();
});

/** Children of the children of this process that are first in a pid namespace. */
function inits(): readonly number[] {
  const children = (pid: number) =>
    execFileSync("sh", ["-c", 'pgrep -P "$1" || true', "sh", String(pid)])
      .toString()
      .split("\n")
      .filter(Boolean)
      .map(Number);
  return (
    children(process.pid)
      // Others may be ending just now.
      .filter(
        (pid) => existsSync(`/proc/${pid}/comm`) && readFileSync(`/proc/${pid}/comm`, "utf8") === "unshare\n",
      )
      .flatMap(children)
  );
}

test("namespace: nothing is left of a process that is killed, whenever it happens", async () => {
  const program = joinPath(folder, "killed.mjs");
  await bundle(KILLED, program);
  const env = { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: joinPath(folder, "killed") };
  const boxes = joinPath(folder, "killed/tarwright/boxes");
  // From before the box is asked for until its command runs; the last ones wait for that.
  const moments = [...Array.from({ length: 16 }, (_, index) => 40 + index * 15), "up", "up"] as const;
  for (const moment of moments) {
    const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"], env });
    if (moment === "up") await new Promise((resolve) => child.stdout.once("data", resolve));
    else await host.wait(moment, never);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
  }
  await expect.poll(() => left("sleep 54321"), { timeout: 20_000 }).toEqual([]);
  expect(readFileSync("/proc/self/mountinfo", "utf8")).not.toContain(folder);
  // The last run ends by itself, and sweeps.
  const last = spawnSync(process.execPath, [program, "true"], { env });
  expect({ status: last.status, left: readdirSync(boxes) }).toEqual({ status: 0, left: [] });
});

function left(command: string): readonly string[] {
  const found = spawnSync("pgrep", ["-f", `^${command}$`]).stdout.toString();
  return found.split("\n").filter((line) => line !== "");
}

const KILLED = `
  import { guestPath, openEngines } from "./src/engine/engine.ts";
  import { openHost } from "./src/host/host.ts";
  const engine = openEngines(openHost()).find(({ kind }) => kind === "namespace");
  const { signal } = new AbortController();
  const root = { kind: "overlay", bottom: "host", layers: [] };
  const opened = await engine.open({ root, name: "killed", network: "none", hidden: [], upper: "disk" }, signal);
  const script = process.argv[2] ?? "setsid sleep 54321 & echo up; sleep 54321";
  const exec = { argv: ["sh", "-c", script], cwd: guestPath("/"), env: { PATH: "/usr/bin:/bin" }, user: "build" };
  await opened.buildbox.run(exec, (chunk) => process.stdout.write(chunk), signal);
  await opened.buildbox[Symbol.asyncDispose]();
`;

// Other accounts than root: each runs this file's table in a process of its own, so that nothing of root helps it.

/** Opens a box over the machine, and says what it finds there. */
const LOOK = `
  import { guestPath, openEngines } from "./src/engine/engine.ts";
  import { openHost } from "./src/host/host.ts";
  const engine = openEngines(openHost()).find((one) => one.kind === "namespace");
  const { signal } = new AbortController();
  const root = { kind: "overlay", bottom: "host", layers: [] };
  const opened = await engine.open({ root, name: "chroot", network: "none", hidden: [], upper: "disk" }, signal);
  if (opened.kind !== "opened") { console.log("refused: " + opened.why); process.exit(3); }
  const argv = ["sh", "-c", "cat /etc/tarwright-chroot; echo lost >/etc/tarwright-lost; mkdir /tarwright-lost"];
  const exec = { argv, cwd: guestPath("/"), env: { PATH: "/usr/bin:/bin" }, user: "root" };
  await opened.buildbox.run(exec, (chunk) => process.stdout.write(chunk), signal);
  await opened.buildbox[Symbol.asyncDispose]();
`;

test("namespace: in a chroot, a box is over what is seen there, and nothing is written to the machine", async () => {
  const place = mkdtempSync(join(folder, "chroot-"));
  const program = join(place, "look.mjs");
  await bundle(LOOK, program);
  const script = `
    set -e
    cd "$1"
    mkdir upper work root
    mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
    for at in dev proc sys "$2"; do mkdir -p "root/$at"; mount --rbind "/$at" "root/$at"; done
    echo inside >root/etc/tarwright-chroot
    exec chroot root env XDG_CACHE_HOME="$1/cache" "$3" "$1/look.mjs"
  `;
  const above = folder.split("/").slice(1, -1).join("/");
  const args = ["-m", "--propagation", "private", "sh", "-c", script, "sh", place, above, process.execPath];
  const ended = spawnSync("unshare", args, { encoding: "utf8" });
  const lost = ["/etc/tarwright-lost", "/tarwright-lost"].filter((path) => existsSync(path));
  for (const path of lost) rmSync(path, { recursive: true });
  expect([ended.stdout, ended.stderr, lost]).toEqual(["inside\n", "", []]);
});
