// `actions/plan` on the runner's Node, against the cache service's double: roots that were locked.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { lockBases } from "../../src/base/base.ts";
import { formatBaseLock } from "../../src/base/lock.ts";
import { keepRoot } from "../../src/base/stored-root.ts";
import { joinPath, runnerStore } from "../../src/host/host.ts";
import { makeOn } from "../base/small-made.ts";
import { portText } from "../command/verbs.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { serveCache } from "./cache-service.ts";
import { runStep } from "./runner.ts";

const top = join(import.meta.dirname, "../..");
const kit = mkdtempSync(join(tmpdir(), "tarwright-kit-"));

beforeAll(() => {
  cpSync(join(top, "actions"), join(kit, "actions"), { recursive: true });
  const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(kit, "dist")], {
    encoding: "utf8",
  });
  expect(made.stderr).toBe("");
});
afterAll(() => rmSync(kit, { recursive: true }));

test("actions/plan: a root that was locked comes from the runner's cache, and goes on to those that build", async () => {
  const folder = temporaryFolder();
  const [workspace, temporary] = [joinPath(folder, "work/repo/repo"), joinPath(folder, "work/_temp")];
  for (const path of [joinPath(workspace, "foo"), temporary]) mkdirSync(path, { recursive: true });
  const cache = await serveCache("read-write");
  for (const [name, value] of Object.entries({
    ...cache.env,
    RUNNER_TEMP: temporary,
    // The client keeps paths as they are from there.
    GITHUB_WORKSPACE: workspace,
  }))
    vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());

  // What the run before has left.
  const store = runnerStore();
  const maker = await makeOn("monday", { folder, store });
  const lock = await lockBases([maker.request], maker.workshop, never);
  if (!lock.ok) throw new Error(rendered(lock.error));
  const tars = lock.value.get(`debian-12@${maker.request.arch}`)?.tars;
  if (!tars) throw new Error("no tar files in the lock");
  const chatter = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const done = await keepRoot(maker.record, tars, maker.storing, never);
  chatter.mockRestore();
  expect(done).toEqual({ ok: true, value: undefined });
  const kept = [`base-run-${tars.run}`, `base-tools-${tars.tools}`];
  expect(cache.keys()).toEqual(kept);

  rmSync(joinPath(folder, "cache"), { recursive: true });
  writeFileSync(joinPath(workspace, "foo/port.yml"), portText("foo").replace("[host]", "[debian-12]"));
  writeFileSync(joinPath(workspace, "tarwright-bases.lock"), formatBaseLock(lock.value));
  const end = await runStep({
    action: join(kit, "actions/plan"),
    workspace,
    temporary,
    // It would take minutes.
    cancelAt: /making base/,
    inputs: { ports: ".", bases: "debian-12", engine: "namespace", made: "yes" },
    env: {
      ...cache.env,
      XDG_CACHE_HOME: joinPath(folder, "cache"),
      XDG_CONFIG_HOME: joinPath(folder, "config"),
    },
  });
  expect(end.status, end.log).toBe(0);
  expect(end.log).toContain("the root of `debian-12` comes from the cache, as it was locked");
  expect(end.log).not.toContain("making base");
  const roots = String(end.outputs["roots"]);
  expect(readdirSync(roots).sort()).toEqual(
    ["roots.json", `run-${tars.run}.tar.gz`, `tools-${tars.tools}.tar.gz`].sort(),
  );
  const plan = JSON.parse(readFileSync(String(end.outputs["plan"]), "utf8"));
  expect(plan.bases).toMatchObject([{ name: "debian-12", digest: maker.record.digest, source: "made" }]);
  expect(cache.keys()).toEqual(kept);
});
