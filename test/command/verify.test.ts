import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { temporaryFolder } from "../support.ts";
import { packedIn } from "./packages.ts";
import { runIn } from "./verbs.ts";

test("verify: says who signed and what was looked at", async () => {
  const folder = temporaryFolder();
  const archive = await packedIn(join(folder, "out"));
  await runIn(folder, "keygen", "release");
  await runIn(folder, "sign", "out", "--key", "release.sec");
  const { text, json, diagnostics } = await runIn(folder, "verify", archive, "out", "--key", "release.pub");
  expect(diagnostics).toEqual([]);
  expect(text).toMatch(
    /^\S+\.tar\.gz: right, signed by release \([0-9a-f]{16}\)\n {2}its 10 files are as its FileHash says\n/,
  );
  expect(json).toMatchObject({
    verified: [
      { file: archive, kind: "archive", outcome: "right", signer: { name: "release" }, troubles: [] },
      {
        file: join(folder, "out"),
        kind: "folder",
        outcome: "right",
        signer: { name: "release" },
        troubles: [],
      },
    ],
  });
});

test("verify: what is not right leads to exit status 2, the rest is still looked at", async () => {
  const folder = temporaryFolder();
  const archive = await packedIn(join(folder, "out"));
  const { text, diagnostics } = await runIn(folder, "verify", join(folder, "none"), archive);
  expect(text).toMatch(/none: NOT right\n\S+\.tar\.gz: right, not signed\n/);
  expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
    ["error", "verify/not-found"],
    ["warning", "verify/unsigned"],
  ]);
  expect(exitStatus(diagnostics)).toBe(2);
  // node:zlib passes over zeros behind the end in silence.
  appendFileSync(archive, "\0\0");
  const again = await runIn(folder, "verify", archive);
  expect(again.diagnostics.map(({ message }) => message)).toEqual([
    `\`${archive}\` is no whole package: something stands behind its end`,
  ]);
});
