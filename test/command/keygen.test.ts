import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { temporaryFolder } from "../support.ts";
import { runIn } from "./verbs.ts";

test("keygen: in the working folder, or elsewhere, and not twice", async () => {
  const folder = temporaryFolder();
  expect((await runIn(folder, "keygen")).json).toEqual({
    secret: join(folder, "tarwright.sec"),
    public: join(folder, "tarwright.pub"),
    openpgp: join(folder, "tarwright.asc"),
  });
  expect((await runIn(folder, "keygen", "release", "--out", "keys")).diagnostics).toEqual([]);
  expect(readdirSync(join(folder, "keys")).sort()).toEqual(["release.asc", "release.pub", "release.sec"]);
  const again = await runIn(folder, "keygen");
  expect(again.diagnostics.map(({ code }) => code)).toEqual(["key/exists"]);
  expect(exitStatus(again.diagnostics)).toBe(2);
});
