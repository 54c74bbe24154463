import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { joinPath, runnerStore } from "../../src/host/host.ts";
import { serveCache } from "../action/cache-service.ts";
import { temporaryFolder } from "../support.ts";

/** The environment of a step, in which the real client finds `service`. */
function enter(service: Readonly<Record<string, string>>): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  const before = { ...process.env };
  onTestFinished(() => {
    process.env = before;
  });
  const [workspace, temporary] = [joinPath(folder, "workspace"), joinPath(folder, "temp")];
  mkdirSync(workspace);
  mkdirSync(temporary);
  Object.assign(process.env, service, { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary });
  return folder;
}

test("store: what was kept comes back, byte for byte, under its own key only", async () => {
  const service = await serveCache("read-write");
  const folder = enter(service.env);
  const file = joinPath(folder, "cache/sha256/abc");
  mkdirSync(joinPath(file, ".."), { recursive: true });
  writeFileSync(file, "some bytes\0\xff", "latin1");
  const store = runnerStore();
  expect(await store.restore("distfile-1", file)).toBe("absent");
  await store.keep("distfile-1", file);
  rmSync(joinPath(folder, "cache"), { recursive: true });
  // The service itself would answer with any longer key.
  expect(await store.restore("distfile", file)).toBe("absent");
  rmSync(joinPath(folder, "cache"), { recursive: true, force: true });
  expect(await store.restore("distfile-1", file)).toBe("restored");
  expect(readFileSync(file, "latin1")).toBe("some bytes\0\xff");
  expect(store.tally()).toEqual({ restored: 1, absent: 2 });
});

test("store: what is there already stays", async () => {
  const service = await serveCache("read-write");
  const folder = enter(service.env);
  const file = joinPath(folder, "file");
  const store = runnerStore();
  writeFileSync(file, "first");
  await store.keep("key", file);
  writeFileSync(file, "second");
  await store.keep("key", file);
  expect(await store.restore("key", file)).toBe("restored");
  expect(readFileSync(file, "utf8")).toBe("first");
  expect(service.keys()).toEqual(["key"]);
});

test("store: a service that only lets read is no trouble", async () => {
  const service = await serveCache("read-only");
  const folder = enter(service.env);
  const file = joinPath(folder, "file");
  writeFileSync(file, "content");
  await runnerStore().keep("key", file);
  expect(service.keys()).toEqual([]);
});

const absent: readonly { readonly name: string; readonly env: Readonly<Record<string, string>> }[] = [
  { name: "no service", env: { ACTIONS_RUNTIME_TOKEN: "", ACTIONS_RESULTS_URL: "" } },
  {
    name: "a service that does not answer",
    env: {
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RUNTIME_TOKEN: "token",
      ACTIONS_RESULTS_URL: "http://127.0.0.1:1/",
      GITHUB_SERVER_URL: "https://github.com",
    },
  },
];
for (const { name, env } of absent) {
  test(`store: ${name} is a slow run and no trouble`, async () => {
    const file = joinPath(enter(env), "file");
    writeFileSync(file, "content");
    const store = runnerStore();
    await store.keep("key", file);
    expect(await store.restore("key", file)).toBe("absent");
  });
}
