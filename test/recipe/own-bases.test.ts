import { describe, expect, test } from "vitest";
import { readOwnBases } from "../../src/recipe/recipe.ts";
import { rendered } from "../support.ts";

test("own bases: an image, two images, and a list of packages", () => {
  const text = `bases:
  acme:
    like: ubuntu-24.04
    image: registry.example.org/acme/stack:24-build
    run-image: registry.example.org/acme/stack:24
    fixed: true
  kiosk: {like: debian-12, packages: kiosk.packages}
`;
  const bases = readOwnBases({ name: "tarwright.yml", text });
  const plain = bases.ok
    ? bases.value.map(({ name, like, image, runImage, packages, isFixed }) =>
        [name, like, image, runImage, packages].map((one) => one?.value).concat(String(isFixed)),
      )
    : bases.error;
  expect(plain).toEqual([
    [
      "acme",
      "ubuntu-24.04",
      "registry.example.org/acme/stack:24-build",
      "registry.example.org/acme/stack:24",
      undefined,
      "true",
    ],
    ["kiosk", "debian-12", undefined, undefined, "kiosk.packages", "false"],
  ]);
});

describe("own bases: what is wrong", () => {
  const cases: readonly { name: string; text: string; told: RegExp }[] = [
    {
      name: "no such key",
      text: "base: {}\n",
      told: /:1:1: error\[yaml\/unknown-key\].*did you mean `bases`/s,
    },
    { name: "like nothing", text: "bases: {a: {image: b}}\n", told: /a base needs the key `like`/ },
    {
      name: "made of nothing",
      text: "bases: {a: {like: debian-12}}\n",
      told: /needs something that it is made of/,
    },
    {
      name: "made of two things",
      text: "bases: {a: {like: debian-12, image: b, packages: c}}\n",
      told: /:1:50: error.*this one is both/,
    },
    {
      name: "that runs elsewhere than nowhere",
      text: "bases: {a: {like: debian-12, run-image: b, packages: c}}\n",
      told: /`run-image:` needs an `image:`/,
    },
    {
      name: "the machine's name",
      text: "bases: {host: {like: debian-12, image: b}}\n",
      told: /`host` can't name a base/,
    },
    {
      name: "a name with a meaning",
      text: "bases: {a@b: {like: debian-12, image: b}}\n",
      told: /`a@b` can't name/,
    },
  ];
  for (const { name, text, told } of cases) {
    test(`own bases: ${name}`, () => {
      const bases = readOwnBases({ name: "tarwright.yml", text });
      expect(bases.ok ? "" : rendered(bases.error)).toMatch(told);
      expect(bases.ok ? [] : bases.error.map(({ blame }) => blame)).toContain("request");
    });
  }
});
