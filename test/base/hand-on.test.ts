// Made roots from one machine to another, as files: a small root stands for a whole one.

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BaseRequest, openBase, packRoots, takeRoot, type Workshop } from "../../src/base/base.ts";
import { guestPath } from "../../src/engine/engine.ts";
import { type HostPath, hostPath, joinPath } from "../../src/host/host.ts";
import type { Arch } from "../../src/port/port.ts";
import { openBox, sh, specOf } from "../engine/boxes.ts";
import { smallRoot } from "../engine/small-root.ts";
import { machine, requestOf, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

const DIGEST = `sha256:${"d".repeat(64)}`;
const made = hostPath(mkdtempSync(join(tmpdir(), "tarwright-roots-")));
const machineIn = (folder: HostPath): Workshop => workshopOf(machine(joinPath(folder, "cache")));
const newMachine = (): Workshop => machineIn(temporaryFolder());
const requested = (workshop: Workshop): BaseRequest => requestOf("debian-12", workshop.host);
const archOf = (workshop: Workshop): Arch => requested(workshop).arch;

/** A machine that has made `debian-12`: a root, and one more file on it. */
async function maker(): Promise<Workshop> {
  const workshop = machineIn(made);
  const { host, engines } = workshop;
  const engine = engines.find(({ kind }) => kind === "namespace");
  if (!engine) throw new Error("no engine namespace");
  const run = await engine.importTar(smallRoot(made), { key: "run-1" }, never);
  await using box = await openBox(engine, specOf(run));
  await sh(
    box,
    "echo compiler >/usr/bin/cc; ln -s cc /usr/bin/c89; chown 7:8 /usr/bin/cc; chmod 4711 /usr/bin/cc",
    { user: "root", cwd: guestPath("/") },
  );
  await box.commit("tools-1", never);
  const layer = (key: string) => ({ key, sizeBytes: 1, packages: ["base-files"] });
  const record = {
    version: 1,
    name: "debian-12",
    arch: archOf(workshop),
    engine: "namespace",
    digest: DIGEST,
    run: layer("run-1"),
    tools: layer("tools-1"),
  };
  const bases = joinPath(host.folders.cache, "bases");
  mkdirSync(bases, { recursive: true });
  writeFileSync(joinPath(bases, `debian-12@${record.arch}@namespace.json`), JSON.stringify(record));
  return workshop;
}

let handed: { readonly folder: HostPath; readonly digest: string };

beforeAll(async () => {
  const workshop = await maker();
  const folder = joinPath(made, "roots");
  const wanted = [{ name: "debian-12", arch: archOf(workshop) }];
  const digest = await packRoots(wanted, folder, workshop, never);
  if (!digest.ok) throw new Error(rendered(digest.error));
  handed = { folder, digest: digest.value };
});
afterAll(() => rmSync(made, { recursive: true }));

/** A copy that a test may change. */
function copied(): HostPath {
  const folder = joinPath(temporaryFolder(), "roots");
  cpSync(handed.folder, folder, { recursive: true });
  return folder;
}

test("hand on: another machine opens the very same root, and makes none", async () => {
  expect(readdirSync(handed.folder)).toEqual(["roots.json", "run-1.tar.gz", "tools-1.tar.gz"]);
  const workshop = newMachine();
  const taken = await takeRoot({ name: "debian-12", arch: archOf(workshop) }, handed, workshop, never);
  expect(taken).toEqual({ ok: true, value: undefined });
  const ground = await openBase(requested(workshop), workshop, never);
  if (!ground.ok) throw new Error(rendered(ground.error));
  expect(ground.value.base.digest).toBe(DIGEST);
  await using tools = await openBox(ground.value.engine, specOf(ground.value.tools));
  const look = "stat -c '%u:%g %a' /usr/bin/cc; readlink /usr/bin/c89; cat /usr/bin/cc";
  expect((await sh(tools, look, { user: "root" })).stdout).toBe("7:8 4711\ncc\ncompiler\n");
  await using run = await openBox(ground.value.engine, specOf(ground.value.run));
  expect((await sh(run, "ls /usr/bin/cc; id -u")).stdout).not.toContain("cc");
});

const forged: readonly {
  readonly name: string;
  readonly forge: () => typeof handed;
  readonly why: RegExp;
}[] = [
  {
    name: "a file that was changed",
    forge: () => {
      const folder = copied();
      appendFileSync(joinPath(folder, "tools-1.tar.gz"), "x");
      return { ...handed, folder };
    },
    why: /`tools-1.tar.gz` has the SHA-256 [0-9a-f]{64}, expected/,
  },
  {
    name: "another list",
    forge: () => ({ ...handed, digest: "0".repeat(64) }),
    why: /its `roots.json` has the SHA-256 [0-9a-f]{64}, expected 0000/,
  },
  {
    name: "an empty folder",
    forge: () => ({ folder: temporaryFolder(), digest: "0".repeat(64) }),
    why: /its `roots.json` has the SHA-256 e3b0c442/,
  },
];

for (const { name, forge, why } of forged) {
  test(`hand on: ${name} is refused`, async () => {
    const workshop = newMachine();
    const taken = await takeRoot({ name: "debian-12", arch: archOf(workshop) }, forge(), workshop, never);
    expect(taken.ok ? [] : taken.error.map(({ code }) => code)).toEqual(["base/not-handed-on"]);
    expect(taken.ok ? "" : taken.error[0]?.message).toMatch(why);
  });
}
