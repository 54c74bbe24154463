// The engine without isolation. It has one folder `/build` for the whole machine: its tests are one after the other.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findKept, guestPath, openEngines, type Root } from "../../src/engine/engine.ts";
import { type Host, hostPath, joinPath, openHost } from "../../src/host/host.ts";
import { never } from "../support.ts";
import { openBox, sh, specOf, testCommands } from "./boxes.ts";
import { bundle } from "./bundle.ts";

const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-host-")));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const machine = openHost();
const host: Host = { ...machine, folders: { ...machine.folders, cache: joinPath(folder, "cache") } };
const engine = engineOf(host);
const root: Root = { kind: "overlay", bottom: "host", layers: [] };

function engineOf(one: Host) {
  const found = openEngines(one).find(({ kind }) => kind === "host");
  if (!found) throw new Error("no engine `host`");
  return found;
}

const reason =
  process.getuid?.() !== 0
    ? "only root can make /build"
    : existsSync("/build")
      ? "there is a /build"
      : undefined;
if (reason) test.skip(`host: skipped, ${reason}`, () => undefined);

describe.skipIf(reason !== undefined)("host", () => {
  describe("commands", () => {
    testCommands("host", async () => ({ engine, root }), [
      "the build account is nobody else's",
      "host name",
      "only lo, and it is up",
      "/build is the build account's",
      "root can",
      "processes of others can't be seen",
      "the first process tells nothing of the machine",
      "orphans are buried",
    ]);
  });

  test("host: says what it does not do", async () => {
    await using box = await openBox(engine, specOf(root, { memoryBytes: 1 }));
    expect(box.caveats).toEqual([
      "no isolation: commands run as an account of their own, in the file system of this machine; what they leave in the background may stay",
      "the network stays on",
      "the memory limit is not enforced",
    ]);
    expect((await sh(box, "id -u; id -G; stat -c %u /build")).stdout).toMatch(/^(3003[0-9])\n\1\n\1\n$/);
  });

  test("host: files go in and out, and folders that were made for them go away", async () => {
    const box = await openBox(engine, specOf(root));
    const from = joinPath(folder, "from");
    mkdirSync(joinPath(from, "a"), { recursive: true });
    writeFileSync(joinPath(from, "a/file"), "text");
    for (const [to, owner] of [
      ["/build/in", "build"],
      ["/tarwright-test/deep/in", "root"],
    ] as const) {
      expect(await box.copyIn(from, guestPath(to), owner, never)).toEqual({ kind: "exited", status: 0 });
      const out = joinPath(folder, "out", owner);
      expect(await box.copyOut(guestPath(to), out, never)).toEqual({ kind: "exited", status: 0 });
      expect(execFileSync("cat", [joinPath(out, "a/file")]).toString()).toBe("text");
    }
    await box[Symbol.asyncDispose]();
    await box[Symbol.asyncDispose]();
    expect([
      existsSync("/build"),
      existsSync("/tarwright-test"),
      readdirSync(joinPath(host.folders.cache, "boxes")),
    ]).toEqual([false, false, []]);
  });

  test("host: one box at a time", async () => {
    await using _ = await openBox(engine, specOf(root));
    expect(await engine.open(specOf(root), never)).toMatchObject({
      kind: "refused",
      why: "`/build` is in use: without isolation there is one for the whole machine",
    });
  });

  test("host: a folder of the user is not emptied", async () => {
    mkdirSync("/build");
    writeFileSync("/build/mine", "");
    try {
      expect((await engine.open(specOf(root), never)).kind).toBe("refused");
      expect(readdirSync("/build")).toEqual(["mine"]);
      rmSync("/build/mine");
      const box = await openBox(engine, specOf(root));
      await sh(box, "touch /build/x /build/.y");
      await box[Symbol.asyncDispose]();
      expect(readdirSync("/build")).toEqual([]);
    } finally {
      rmSync("/build", { recursive: true });
    }
  });

  test("host: a kept box stays where it was until it is forgotten", async () => {
    const box = await openBox(engine, specOf(root));
    await sh(box, "echo mine >/build/file");
    const name = (await box.keep()).split(" ").at(-1) ?? "";
    await box[Symbol.asyncDispose]();
    expect((await engine.open(specOf(root), never)).kind).toBe("refused");
    const kept = await findKept(name, host);
    if (!kept) throw new Error("not kept");
    const again = await engine.reopen(kept, never);
    if (again.kind === "refused") throw new Error(again.why);
    expect((await sh(again.buildbox, "cat file")).stdout).toBe("mine\n");
    await again.buildbox[Symbol.asyncDispose]();
    await engine.forget(kept);
    expect([await findKept(name, host), existsSync("/build")]).toEqual([undefined, false]);
  });

  test("host: opens the machine, and nothing else", async () => {
    const other: Root = { kind: "overlay", bottom: "host", layers: [folder] };
    expect((await engine.open(specOf(other), never)).kind).toBe("refused");
  });

  test("host: nothing runs on when this process is killed, and the next run clears up", async () => {
    const program = joinPath(folder, "killed.mjs");
    await bundle(KILLED, program);
    const env = { PATH: process.env["PATH"], HOME: folder, XDG_CACHE_HOME: joinPath(folder, "killed") };
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"], env });
      await new Promise((resolve) => child.stdout.once("data", resolve));
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
      const running = () => spawnSync("pgrep", ["-f", "^sleep 65432$"]).stdout.toString();
      await expect.poll(running, { timeout: 20_000 }).toBe("");
    }
    expect(existsSync("/build")).toBe(true);
    expect(spawnSync(process.execPath, [program, "true"], { env }).status).toBe(0);
    expect([existsSync("/build"), readdirSync(joinPath(folder, "killed/tarwright/boxes"))]).toEqual([
      false,
      [],
    ]);
  });

  test("host: without a folder it can write, it says how to get one", async () => {
    const program = joinPath(folder, "plain.mjs");
    await bundle(PLAIN, program);
    const home = joinPath(folder, "home");
    mkdirSync(home);
    execFileSync("chown", ["65534", home]);
    const env = { PATH: "/usr/bin:/bin", HOME: home };
    const said = () =>
      spawnSync(process.execPath, [program], { uid: 65534, gid: 65534, env, cwd: home }).stdout.toString();
    expect(said()).toBe(
      "refused `/build` can't be written: EACCES run as root, or give this account an empty folder `/build`, or choose another engine\n",
    );
    mkdirSync("/build");
    try {
      execFileSync("chown", ["65534", "/build"]);
      expect(said()).toBe("65534 exited\n");
    } finally {
      rmdirSync("/build");
    }
  });
});

const OPEN = `
  import { guestPath, openEngines } from "./src/engine/engine.ts";
  import { openHost } from "./src/host/host.ts";
  const engine = openEngines(openHost()).find(({ kind }) => kind === "host");
  const { signal } = new AbortController();
  const root = { kind: "overlay", bottom: "host", layers: [] };
  const opened = await engine.open({ root, name: "host", network: "none", hidden: [], upper: "disk" }, signal);
  const run = (script) =>
    opened.buildbox.run(
      { argv: ["sh", "-c", script], cwd: guestPath("/build"), env: { PATH: "/usr/bin:/bin" }, user: "build" },
      (chunk) => process.stdout.write(chunk),
      signal,
    );`;
const KILLED = `${OPEN}
  await run(process.argv[2] ?? "sleep 65432 & echo up; sleep 65432");
  await opened.buildbox[Symbol.asyncDispose]();
`;
const PLAIN = `${OPEN}
  if (opened.kind === "refused") console.log(opened.kind, opened.why, opened.help);
  else {
    const exit = await run("echo $(id -u) | tr -d '\\\\n'");
    console.log("", exit.kind);
    await opened.buildbox[Symbol.asyncDispose]();
  }
`;
