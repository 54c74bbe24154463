import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { exitStatus } from "../../src/report.ts";
import { temporaryFolder } from "../support.ts";
import { packedIn } from "./packages.ts";
import { runIn } from "./verbs.ts";

test("sign: a folder, then one archive by another key", async () => {
  const folder = temporaryFolder();
  const archive = await packedIn(join(folder, "out"));
  for (const name of ["one", "two"]) await runIn(folder, "keygen", name);
  expect(await runIn(folder, "sign", "out", "--key", "one.sec")).toMatchObject({
    diagnostics: [],
    json: { signed: [archive], signer: "one" },
  });
  expect(await runIn(folder, "sign", archive, "--key", "two.sec")).toMatchObject({
    diagnostics: [],
    text: `out/${basename(archive)}  signed by two\n`,
  });
  expect((await runIn(folder, "verify", "out", "--key", "two.pub")).diagnostics).toEqual([]);
});

const refused: readonly { readonly name: string; readonly args: readonly string[]; readonly code: string }[] =
  [
    { name: "no key", args: ["out"], code: "usage/no-key" },
    { name: "a key that is not there", args: ["out", "--key", "none.sec"], code: "key/not-found" },
    { name: "the public key", args: ["out", "--key", "one.pub"], code: "key/public" },
    {
      name: "a file that is not there",
      args: ["none.tar.gz", "--key", "one.sec"],
      code: "package/not-found",
    },
    { name: "a folder without packages", args: [".", "--key", "one.sec"], code: "package/no-index" },
    { name: "a file that is no archive", args: ["text.tar.gz", "--key", "one.sec"], code: "package/damaged" },
    {
      name: "an archive without a place for it",
      args: ["text.tar.xz", "--key", "one.sec"],
      code: "package/not-signable",
    },
  ];

for (const { name, args, code } of refused) {
  test(`sign: ${name}`, async () => {
    const folder = temporaryFolder();
    await packedIn(join(folder, "out"));
    await runIn(folder, "keygen", "one");
    for (const file of ["text.tar.gz", "text.tar.xz"]) writeFileSync(join(folder, file), "text");
    const { diagnostics } = await runIn(folder, "sign", ...args);
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(exitStatus(diagnostics)).toBe(2);
  });
}
