import { expect, test } from "vitest";
import { folderOf, portText, runIn } from "./verbs.ts";

test("plan --bases: more of them than a matrix has legs are refused before any is looked at", async () => {
  const bases = Array.from({ length: 129 }, (_, n) => `base${n}=nowhere.invalid/image${n}`);
  const { diagnostics } = await runIn(
    folderOf({ "foo/port.yml": portText("foo") }),
    "plan",
    "foo",
    ...["--bases", bases.join(" "), "--arches", "x86_64 aarch64"],
  );
  expect(diagnostics.map(({ code, message }) => ({ code, message }))).toEqual([
    {
      code: "usage/bases",
      message: "bases and architectures make 258 combinations, and a matrix has at most 256 legs",
    },
  ]);
});
