// The test phase with packages that are there already, over this machine.

import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { rendered } from "../support.ts";
import { folderOf, portText, runIn } from "./verbs.ts";

const PLACE = ["--base", "host", "--engine", "namespace"] as const;

function port(test: string): string {
  const script =
    'mkdir -p "$DESTDIR$PREFIX/bin"; printf "#!/bin/sh\\necho hello\\n" >"$DESTDIR$PREFIX/bin/greet"; chmod +x "$DESTDIR$PREFIX/bin/greet"';
  return `name: tried\nversion: "1.0"\ncomment: tried out\nbuild: {style: script, script: {fake: ${JSON.stringify(script)}}}\ntest: {script: ${JSON.stringify(test)}}\n`;
}

test("test-only: a package is tested again, by the test that its port has now", async () => {
  const folder = folderOf({ "port.yml": port('test "$(greet)" = hello') });
  await runIn(folder, "build", ".", ...PLACE, "--unsigned");
  const [row] = JSON.parse(readFileSync(join(folder, "out/index.json"), "utf8")).packages;
  for (const place of ["out", `out/${row.file}`]) {
    const { diagnostics, json } = await runIn(folder, "build", ".", ...PLACE, "--test-only", place);
    expect(rendered(diagnostics)).toBe("");
    expect(json).toEqual({ packages: ["tried-1.0"], test: "passed" });
  }

  writeFileSync(join(folder, "port.yml"), port('test "$(greet)" = hallo'));
  const { diagnostics } = await runIn(folder, "build", ".", ...PLACE, "--test-only", "out");
  expect(rendered(diagnostics)).toMatch(/error\[build\/test-failed\]/);
  expect(exitStatus(diagnostics)).toBe(1);

  appendFileSync(join(folder, "out", row.file), "x");
  const damaged = await runIn(folder, "build", ".", ...PLACE, "--test-only", "out");
  expect(damaged.diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
});

test("test-only: nothing to test, and nothing to test it with", async () => {
  const folder = folderOf({ "with/port.yml": port("true"), "without/port.yml": portText("without") });
  const told = async (...argv: readonly string[]) =>
    rendered((await runIn(folder, "build", ...argv, ...PLACE)).diagnostics);
  expect(await told("without", "--test-only", ".")).toMatch(/error\[usage\/no-test\]: `without` has no test/);
  expect(await told("with", "--test-only", "nowhere")).toMatch(
    /error\[usage\/no-package\]: there is nothing at `nowhere`/,
  );
  expect(await told("with", "--test-only", ".")).toMatch(
    /error\[usage\/no-package\]: no package of `with` for `host` is at `\.`/,
  );
});
