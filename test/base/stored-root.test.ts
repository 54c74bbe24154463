// Made roots in the store behind a machine, and what the lock says of them: a small root stands for a whole one.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BaseRequest, lockBases, openBase } from "../../src/base/base.ts";
import { type BaseLock, formatBaseLock, type RootTars, readBaseLock } from "../../src/base/lock.ts";
import { readRecord } from "../../src/base/record.ts";
import { keepRoot, restoreRoot } from "../../src/base/stored-root.ts";
import { hostPath, joinPath, type Store } from "../../src/host/host.ts";
import type { Report } from "../../src/report.ts";
import { openBox, sh, specOf } from "../engine/boxes.ts";
import { keptCache, machine, requestOf, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { DIGEST, LIST, machineWith, makeOn } from "./small-made.ts";

const made = hostPath(mkdtempSync(join(tmpdir(), "tarwright-stored-")));

type Kept = Store & { readonly files: Map<string, Buffer> };

function storeWith(files: ReadonlyMap<string, Buffer> = new Map()): Kept {
  const kept = new Map(files);
  return {
    keeps: "files",
    files: kept,
    restore: async (key, file) => {
      const found = kept.get(key);
      if (!found) return "absent";
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, found);
      return "restored";
    },
    keep: async (key, file) => void kept.set(key, readFileSync(file)),
  };
}

const store = storeWith();
let maker: Awaited<ReturnType<typeof makeOn>>;
let lock: BaseLock;
let tars: RootTars;
const key = (which: BaseRequest) => `debian-12@${which.arch}`;

beforeAll(async () => {
  maker = await makeOn("monday", { folder: made, store });
  const locked = await lockBases([maker.request], maker.workshop, never);
  if (!locked.ok) throw new Error(rendered(locked.error));
  lock = locked.value;
  const found = lock.get(key(maker.request))?.tars;
  if (!found) throw new Error("no tar files in the lock");
  tars = found;
  const kept = await keepRoot(maker.record, tars, maker.storing, never);
  if (!kept.ok) throw new Error(rendered(kept.error));
});
afterAll(() => rmSync(made, { recursive: true }));

test("stored root: it is kept under the digests that the lock has, and the lock is read as it was written", () => {
  expect([...store.files.keys()]).toEqual([`base-run-${tars.run}`, `base-tools-${tars.tools}`]);
  expect(tars.list).toBe(LIST);
  const text = formatBaseLock(lock);
  expect(readBaseLock({ name: "tarwright-bases.lock", text })).toEqual({ ok: true, value: lock });
  expect(maker.notes.filter((note) => note.includes("others than"))).toEqual([]);
});

test("stored root: another machine opens the very same, and makes none", async () => {
  const { workshop, notes, request } = machineWith(store);
  const ground = await openBase(request, { ...workshop, lock }, never);
  if (!ground.ok) throw new Error(rendered(ground.error));
  expect(notes).toEqual(["the root of `debian-12` comes from the cache, as it was locked"]);
  expect(ground.value.base.digest).toBe(DIGEST);
  expect(ground.value.shelf?.lists).toBe("latest");
  await using tools = await openBox(ground.value.engine, specOf(ground.value.tools));
  const look = "stat -c '%u:%g %a' /usr/bin/cc; readlink /usr/bin/c89; cat /usr/bin/cc";
  expect((await sh(tools, look, { user: "root" })).stdout).toBe("7:8 4711\ncc\ncompiler\n");
  const traces =
    "cat /etc/apt/sources.list; ls /etc/apt/apt.conf.d /var/lib/apt/lists /var/cache/ldconfig /etc/passwd- 2>&1";
  const left = (await sh(tools, traces, { user: "root" })).stdout;
  expect(left).toContain("deb https://deb.example.org/debian bookworm main");
  expect(left).not.toMatch(/monday|90machine|_Packages|aux-cache/);
  await using run = await openBox(ground.value.engine, specOf(ground.value.run));
  expect((await sh(run, "ls /usr/bin/cc", { user: "root" })).exit).toEqual({ kind: "exited", status: 2 });
  const again = await lockBases([request], workshop, never);
  expect(again).toEqual({ ok: true, value: lock });
});

test("stored root: the same packages on another day are the same files", async () => {
  const { workshop, request } = await makeOn("tuesday", { folder: temporaryFolder(), store: storeWith() });
  expect(await lockBases([request], workshop, never)).toEqual({ ok: true, value: lock });
});

test("stored root: one whose files are others than the lock has is kept too, and what to lock is told", async () => {
  const other = storeWith();
  const storing = { ...maker.storing, host: { ...maker.storing.host, store: other } };
  const kept = await keepRoot(maker.record, { ...tars, tools: "0".repeat(64) }, storing, never);
  expect(kept).toEqual({ ok: true, value: undefined });
  expect([...other.files.keys()]).toEqual([...store.files.keys()]);
  expect(maker.notes.at(-1)).toContain(`has "tars": ${JSON.stringify(tars)}`);
});

const unusable: readonly { readonly name: string; readonly change: (files: Map<string, Buffer>) => void }[] =
  [
    { name: "a target that was changed", change: (files) => void alter(files, `base-run-${tars.run}`) },
    { name: "tools that were changed", change: (files) => void alter(files, `base-tools-${tars.tools}`) },
    { name: "no tools", change: (files) => void files.delete(`base-tools-${tars.tools}`) },
  ];

function alter(files: Map<string, Buffer>, name: string): void {
  files.set(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), Buffer.from("x")]));
}

test("stored root: of a base that the lock has no files of, the store is not asked", async () => {
  const cancelled = new AbortController();
  const asked: string[] = [];
  const restore: Store["restore"] = async (name) => {
    asked.push(name);
    return "absent";
  };
  const here = machineWith({ ...storeWith(), restore });
  const report: Report = (event) =>
    event.kind === "note" && /^making/.test(event.message) && cancelled.abort();
  const bare = new Map([[key(here.request), { digest: DIGEST }]]);
  const opening = openBase(here.request, { ...here.workshop, report, lock: bare }, cancelled.signal);
  await expect(opening).rejects.toThrow();
  expect([cancelled.signal.aborted, asked]).toEqual([true, []]);
});

const hasProofs = process.env["TARWRIGHT_BASE_PROOFS"] !== undefined;
test.runIf(hasProofs)(
  "stored root: Debian's own packages, laid out on two days, are the same files",
  async ({ skip }) => {
    const [kept, now] = [keptCache, temporaryFolder()].map((cache) => workshopOf(machine(cache)));
    if (!kept || !now) throw new Error("no two machines");
    const which = requestOf("debian-12", kept.host);
    const [one, two] = [await lockBases([which], kept, never), await lockBases([which], now, never)];
    if (!one.ok || !two.ok)
      throw new Error([one, two].map((end) => (end.ok ? "" : rendered(end.error))).join(""));
    const [before, after] = [one, two].map((end) => end.value.get(key(which)));
    if (before?.digest !== after?.digest)
      skip("the archive has other packages than on the day of the kept root");
    expect(after).toEqual(before);
  },
  900_000,
);
test.skipIf(hasProofs)(
  "stored root: making Debian's takes minutes (TARWRIGHT_BASE_PROOFS=1)",
  () => undefined,
);

for (const { name, change } of unusable) {
  test(`stored root: ${name}: nothing is taken`, async () => {
    const changed = storeWith(store.files);
    change(changed.files);
    const { storing } = machineWith(changed);
    expect(await restoreRoot({ digest: DIGEST, tars }, storing, never)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await readRecord(storing.host, { ...maker.record })).toBeUndefined();
    const wrong = [`run-${tars.run}`, `tools-${tars.tools}`].filter(
      (layer) =>
        store.files.get(`base-${layer}`)?.equals(store.files.get(`base-${layer}`) ?? Buffer.alloc(0)) !==
        true,
    );
    for (const layer of wrong) {
      expect(await storing.engine.layer(layer)).toBeUndefined();
      expect(existsSync(joinPath(storing.host.folders.cache, `bases/${layer}.tar`))).toBe(false);
    }
  });
}
