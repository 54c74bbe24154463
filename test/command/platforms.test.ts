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

const PORTS = {
  "ports/a/port.yml": portText("a", "flavors: {x: {}}\npseudo-flavors: {no_y: {}}\n"),
  "ports/b/port.yml": portText("b", "depends: {system: [zlibb]}\n"),
  "ports/c/port.yml": portText("c", "bases: [host]\n"),
};

const refusals: readonly {
  readonly name: string;
  readonly argv: readonly string[];
  readonly told: readonly string[];
}[] = [
  {
    name: "ports that are for no base, all in one sentence, whatever their flavors",
    argv: ["ports/a", "ports/c", "ports/d", "--flavors", "all"],
    told: ["usage/base: 2 ports say no base that they are meant for: `a`, `d`"],
  },
  {
    name: "a lone port that is for no base, at its place",
    argv: ["ports/a", "--flavors", "all"],
    told: ["usage/base: `a` says no base that it is meant for"],
  },
  {
    name: "what no base can have, once for all architectures",
    argv: ["ports", "--bases", "host", "--arches", "x86_64,aarch64"],
    told: ["base/unknown-package: `zlibb` is not a library or tool that bases are known to supply"],
  },
  {
    name: "a pseudo-flavor of no port",
    argv: ["ports/a", "--flavors", "all", "--pseudo", "no_z"],
    told: ["usage/flavors: `no_z` is a flavor of no port"],
  },
  {
    name: "pseudo-flavors that count among nothing",
    argv: ["ports/a", "--pseudo", "no_y"],
    told: [
      "usage/flavors: `--pseudo` is given, but `all` is not: it names pseudo-flavors that count among all flavors",
    ],
  },
];

for (const { name, argv, told } of refusals) {
  test(`plan: refused: ${name}`, async () => {
    const folder = folderOf({ ...PORTS, "ports/d/port.yml": portText("d") });
    const { diagnostics } = await runIn(folder, "plan", ...argv);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(told);
  });
}
