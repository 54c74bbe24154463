import { chmodSync } from "node:fs";
import { expect, test } from "vitest";
import { explainTest, type TestSetting, testPackage } from "../../src/build/build.ts";
import { joinPath, openHost } from "../../src/host/host.ts";
import type { Script } from "../../src/port/port.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";
import { engineOf, expectGolden, jobOf, portFolder, type Recipe, spanOf } from "./workshop.ts";

async function run(text: string, recipe: Recipe = {}, signal = never) {
  const host = openHost();
  const script: Script = { text, shell: "sh", span: spanOf("test") };
  const foo = portFolder({ "bin/foo": { run: "#!/bin/sh\nexec bar\n" } });
  chmodSync(foo, 0o700);
  const bar = portFolder({ "bin/bar": { run: "#!/bin/sh\necho bar\n" } });
  const logFile = joinPath(temporaryFolder(), "log");
  const setting: TestSetting = {
    engine: engineOf(host),
    root: { kind: "overlay", bottom: "host", layers: [] },
    script,
    packages: [
      { folder: foo, prefix: "/app/vendor/foo" },
      { folder: bar, prefix: "/app/vendor/bar" },
    ],
    hidden: [],
    logFile,
    host,
    report: recorder().report,
  };
  const outcome = await testPackage(jobOf(recipe), setting, signal);
  return {
    outcome,
    log: await host.readText(logFile),
    told: rendered(explainTest(outcome)).replaceAll(logFile, "LOG"),
  };
}

test("test: the packages are found, the build's folders are not", async () => {
  const { outcome, log } = await run(
    'test "$(foo)" = bar; ls -A /build; ! touch "$PREFIX/x"; test "$VERSION" = 1.0; ls /sys/class/net; id -un',
  );
  expect(outcome, log).toEqual({ kind: "passed" });
  expect(log?.split("\n").slice(1)).toEqual([
    "home",
    expect.stringContaining("cannot touch"),
    "lo",
    "tarwright-build",
    "",
  ]);
});

test("test: a script that fails is told at its place", async () => {
  const { outcome, told } = await run("echo hi\nfoo | grep -x foo\n");
  expect(outcome).toMatchObject({ kind: "command-failed", exit: { kind: "exited", status: 1 } });
  expectGolden("a test that fails", told);
});

test("test: the time limit holds here too", async () => {
  const { outcome, told } = await run("sleep 1000", { limits: { timeMs: 1000 } });
  expect(outcome).toMatchObject({ kind: "timed-out", limitMs: 1000 });
  expect(told).toContain("the test phase was stopped: it took longer than 1 seconds");
});
