import { describe, expect, test } from "vitest";
import { openCatalogue } from "../../src/base/catalogue.ts";
import { hostPath } from "../../src/host/host.ts";
import { rendered } from "../support.ts";

const opened = openCatalogue([], hostPath("/project"));
if (!opened.ok) throw new Error(rendered(opened.error));
const { names, find: findBase } = opened.value;

test("catalogue: its names, in its order", () => {
  expect(names).toEqual([
    "debian-11",
    "debian-12",
    "debian-13",
    "ubuntu-22.04",
    "ubuntu-24.04",
    "ubuntu-26.04",
    "heroku-22",
    "heroku-24",
    "heroku-26",
    "alpine-3.21",
    "alpine-3.22",
    "alpine-3.23",
    "almalinux-8",
    "almalinux-9",
    "almalinux-10",
    "fedora-43",
    "fedora-44",
    "host",
  ]);
});

describe("catalogue: what a user may write", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const cases: readonly { name: string; text: string; found: object }[] = [
    { name: "the machine", text: "host", found: { kind: "host" } },
    {
      name: "a known name",
      text: "debian-12",
      found: { kind: "known", name: "debian-12", images: { build: "debian:12", run: "debian:12" } },
    },
    {
      name: "an image with a name",
      text: "stack=ghcr.io/acme/stack:24-build",
      found: { kind: "image", name: "stack", reference: "ghcr.io/acme/stack:24-build" },
    },
    {
      name: "an image alone is named after its last part",
      text: "registry.example.org:5000/team/app:1.2",
      found: { kind: "image", name: "app-1.2", reference: "registry.example.org:5000/team/app:1.2" },
    },
    {
      name: "an image under a known name",
      text: "debian-12=registry.example.org/debian:12",
      found: {
        kind: "image",
        name: "debian-12",
        reference: "registry.example.org/debian:12",
        like: { name: "debian-12", manager: "apt" },
      },
    },
    {
      name: "a tag is enough to be an image",
      text: "debian:sid",
      found: { kind: "image", name: "debian-sid", reference: "debian:sid" },
    },
    {
      name: "a digest pins, and is no part of the name",
      text: `debian@${digest}`,
      found: { kind: "image", name: "debian", reference: `debian@${digest}` },
    },
  ];
  for (const { name, text, found } of cases) {
    test(`base: ${name}`, () => {
      const answer = findBase(text);
      expect(answer).toMatchObject({ ok: true, value: found });
    });
  }
});

describe("catalogue: what no base can be", () => {
  const cases: readonly { name: string; text: string; told: string }[] = [
    {
      name: "a misspelt name",
      text: "debain-12",
      told: "error[base/unknown]: `debain-12` is not a base that is known by name\n  = help: did you mean `debian-12`?\n",
    },
    {
      name: "a name like no other",
      text: "windows",
      told: "error[base/unknown]: `windows` is not a base that is known by name\n  = help: choose one of debian-11, debian-12, debian-13, ubuntu-22.04, ubuntu-24.04, ubuntu-26.04, heroku-22, heroku-24, heroku-26, alpine-3.21, alpine-3.22, alpine-3.23, almalinux-8, almalinux-9, almalinux-10, fedora-43, fedora-44, host, or name an image as `NAME=REFERENCE`\n",
    },
    {
      name: "nothing",
      text: "",
      told: "error[base/unknown]: `` is not a base that is known by name\n  = help: choose one of debian-11, debian-12, debian-13, ubuntu-22.04, ubuntu-24.04, ubuntu-26.04, heroku-22, heroku-24, heroku-26, alpine-3.21, alpine-3.22, alpine-3.23, almalinux-8, almalinux-9, almalinux-10, fedora-43, fedora-44, host, or name an image as `NAME=REFERENCE`\n",
    },
    {
      name: "a reference that starts an option",
      text: "x=--privileged",
      told: "error[base/reference]: `--privileged` is not the reference of an image\n  = help: write `NAME=REFERENCE`, as in `mybase=registry.example.org/team/image:1.0`; found `x=--privileged`\n",
    },
    {
      name: "a name that is no file name",
      text: "../x=debian:12",
      told: "error[base/name]: `../x` can't name a base\n  = help: use lower-case letters, digits, dots and dashes: the name becomes part of file names\n",
    },
    {
      name: "the machine's name",
      text: "host=debian:12",
      told: "error[base/name-taken]: `host` names this machine, and can't be an image\n  = help: give the image another name, as in `mybase=debian:12`\n",
    },
  ];
  for (const { name, text, told } of cases) {
    test(`base: ${name}`, () => {
      const answer = findBase(text);
      expect(answer.ok ? "" : rendered(answer.error)).toBe(told);
    });
  }
});
