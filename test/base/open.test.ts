// Which engine opens what, and who is told when none can.

import { describe, expect, test } from "vitest";
import { type BaseRequest, buildRoot, openBase, runRoot } from "../../src/base/base.ts";
import { lookAtMachine } from "../../src/base/machine.ts";
import { openHost } from "../../src/host/host.ts";
import type { Arch } from "../../src/port/port.ts";
import { machine, workshopOf } from "../made-base.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";

const arch: Arch = openHost().arch === "aarch64" ? "aarch64" : "x86_64";
const other: Arch = arch === "x86_64" ? "aarch64" : "x86_64";
const usual: BaseRequest = { name: "debian-12", arch, engine: "auto", source: "auto" };

describe("open: what can't be", () => {
  const foreign: readonly (Pick<BaseRequest, "name" | "engine"> & { readonly why: string })[] = [
    { name: "stack=debian:12", engine: "auto", why: "its root can't be made here" },
    { name: "host", engine: "auto", why: "the machine itself is its own base" },
    { name: "ubuntu-24.04", engine: "auto", why: "Ubuntu's mirrors have one architecture each" },
    { name: "debian-12", engine: "docker", why: "engine `docker` keeps no roots that can't run here" },
  ];
  const cases: readonly { name: string; request: Partial<BaseRequest>; told: string }[] = [
    {
      name: "a name that nobody knows",
      request: { name: "debian-21" },
      told: "error[base/unknown]: `debian-21` is not a base that is known by name\n  = help: did you mean `debian-11`?\n",
    },
    ...foreign.map(({ name, engine, why }) => ({
      name: `${name} for another architecture, by engine ${engine}`,
      request: { name, engine, arch: other },
      told: `error[base/no-cross]: \`${name}\` can't be built for ${other} on this machine, which is ${arch}: ${why}\n  = help: build it on a machine that is ${other}, or for a base of Debian's: \`--base debian-12\`\n`,
    })),
    {
      name: "an image by an engine that has none",
      request: { name: "stack=debian:12", engine: "namespace" },
      told: "error[base/engine]: engine `namespace` can't open `stack=debian:12`\n  = help: use one of `docker`, `podman`\n",
    },
    {
      name: "an image, made from packages",
      request: { name: "stack=debian:12", source: "made" },
      told: "error[base/image-only]: `stack=debian:12` is an image, and can't be made from packages\n  = help: leave `--made` out\n",
    },
    {
      name: "what only its publisher can make",
      request: { name: "heroku-22", arch: "x86_64", source: "made", engine: "namespace" },
      told: "error[base/not-makeable]: `heroku-22` can't be made here: only its publisher has what goes into it\n  = help: use its image: start docker or podman, and leave `--made` out\n",
    },
    {
      name: "the machine in a container engine",
      request: { name: "host", engine: "docker" },
      told: "error[base/engine]: engine `docker` can't open `host`\n  = help: use one of `namespace`, `host`\n",
    },
    {
      name: "the bare machine, which is something else",
      request: { name: "alpine-3.22", engine: "host" },
      told: "error[base/other-machine]: engine `host` builds in what runs here, which is `RELEASE`, not `alpine-3.22`\n  = help: use `--base host`, or run it inside a container of `alpine-3.22`\n",
    },
  ];
  for (const { name, request, told } of cases) {
    test(`open: ${name}`, async () => {
      const host = machine(temporaryFolder());
      const { release } = await lookAtMachine(host);
      const opened = await openBase({ ...usual, ...request }, workshopOf(host), never);
      expect(opened.ok ? opened.value : rendered(opened.error)).toBe(told.replace("RELEASE", release));
    });
  }
});

describe("open: the machine itself", () => {
  test("host: needs no download, and no layer for what is installed", async () => {
    const host = machine(temporaryFolder(), { http_proxy: "http://127.0.0.1:9" });
    const { events, report } = recorder();
    const workshop = workshopOf(host, report);
    const opened = await openBase({ ...usual, name: "host" }, workshop, never);
    if (!opened.ok) throw new Error(rendered(opened.error));
    const root = { kind: "overlay", bottom: "host", layers: [] };
    expect(opened.value).toMatchObject({ arch, run: root, tools: root, engine: { kind: "namespace" } });
    expect(opened.value.base).toEqual({
      name: "host",
      family: "host",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      extensible: true,
    });
    const span = { source: { name: "port.yml", text: "" }, start: 0, end: 0 };
    const system = [{ kind: "native", manager: "apt", build: ["dpkg"], run: ["dpkg"], span }] as const;
    const answers = [
      await buildRoot(opened.value, { system, style: "gnu", dialect: "yaml" }, workshop, never),
      await runRoot(opened.value, system, workshop, never),
    ];
    expect(answers).toEqual([
      { ok: true, value: root },
      { ok: true, value: root },
    ]);
    expect(events).toEqual([]);
  });

  test("host: the bare engine adds nothing to the machine", async () => {
    const workshop = workshopOf(machine(temporaryFolder()));
    const opened = await openBase({ ...usual, name: "host", engine: "host" }, workshop, never);
    if (!opened.ok) throw new Error(rendered(opened.error));
    const source = { name: "port.yml", text: "depends: {system: [it]}\n" };
    const span = { source, start: 19, end: 21 };
    const system = [{ kind: "native", manager: "apt", build: ["no-such-thing"], run: [], span }] as const;
    const root = await buildRoot(opened.value, { system, style: "gnu", dialect: "yaml" }, workshop, never);
    expect(root.ok ? root.value : rendered(root.error)).toBe(
      `port.yml:1:20: error[base/not-installed]: \`no-such-thing\` is not installed, and engine \`host\` can add nothing to base \`host\`\n  |\n1 | depends: {system: [it]}\n  | ${" ".repeat(19)}^^\n  = help: install it, or use another engine than \`host\`\n`,
    );
  });

  test("host: the same packages are the same base", async () => {
    const digests = await Promise.all(
      [temporaryFolder(), temporaryFolder()].map(async (cache) => {
        const opened = await openBase({ ...usual, name: "host" }, workshopOf(machine(cache)), never);
        return opened.ok && opened.value.base.digest;
      }),
    );
    expect(digests[0]).toBe(digests[1]);
  });
});
