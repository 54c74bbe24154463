// Roots made from packages, for real: the machine's own mirror, the namespace engine.

import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  type BaseRequest,
  buildRoot,
  type Ground,
  openBase,
  runLibraries,
  runPackages,
  runRoot,
} from "../../src/base/base.ts";
import { type Engine, guestPath, type Root } from "../../src/engine/engine.ts";
import type { SystemDependency } from "../../src/port/port.ts";
import { keptCache, machine, madeDebian, requestOf, workshopOf } from "../made-base.ts";
import { never, recorder, rendered, temporaryFolder } from "../support.ts";

const workshop = workshopOf(machine(keptCache));
let ground: Ground;
beforeAll(async () => {
  ground = await madeDebian(workshop);
});

const source = { name: "port.yml", text: "depends: {system: [it]}\n" };
const span = { source, start: 19, end: 21 };
const neutral = (name: string): SystemDependency => ({ kind: "neutral", name, span });
const native = (...names: readonly string[]): SystemDependency => ({
  kind: "native",
  manager: "apt",
  build: names,
  run: names,
  span,
});

/** What a shell in a box over the root prints. */
async function inBox(root: Root, script: string): Promise<string> {
  const spec = { root, name: "test", network: "none", hidden: [], upper: "disk" } as const;
  const opened = await ground.engine.open(spec, never);
  if (opened.kind === "refused") throw new Error(opened.why);
  await using box = opened.buildbox;
  let printed = "";
  const argv = ["/bin/sh", "-c", script] as const;
  const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
  const exit = await box.run(
    { argv, cwd: guestPath("/"), env, user: "root" },
    (chunk) => {
      printed += Buffer.from(chunk).toString();
    },
    never,
  );
  expect(exit).toEqual({ kind: "exited", status: 0 });
  return printed;
}

/** The root of a result that must be one. */
function rootOf(result: Awaited<ReturnType<typeof buildRoot>>): Root {
  if (!result.ok) throw new Error(rendered(result.error));
  return result.value;
}

/** The target's files, as they lie on this machine. */
function targetFolder(): string {
  if (ground.run.kind !== "overlay" || ground.run.bottom === "host") throw new Error("not a folder");
  return ground.run.bottom;
}

describe("made: the target", () => {
  test("made: is named, pinned and extensible", () => {
    const { base, run, tools } = ground;
    expect(base).toEqual({
      name: "debian-12",
      family: "debian",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      extensible: true,
    });
    expect(run).toEqual({ kind: "overlay", bottom: expect.any(String), layers: [] });
    expect(tools).toEqual({ ...run, layers: [expect.any(String)] });
  });

  test("made: has the packages of a minimal Debian 12, whole, and no other", async () => {
    const answer = await inBox(
      ground.run,
      `. /etc/os-release; echo $VERSION_CODENAME; dpkg --audit; dpkg-query -W -f '\${Package}\\n'`,
    );
    const [codename, ...packages] = answer.trimEnd().split("\n");
    expect(codename).toBe("bookworm");
    expect(packages).toEqual([...ground.installed.run].sort());
    expect(packages.length).toBeGreaterThan(70);
    expect(packages.filter((name) => /^(gcc|make|perl|usrmerge|mmdebstrap)$/.test(name))).toEqual([]);
  });

  test("made: holds nothing of the machine that made it, nor of the day", () => {
    const folder = targetFolder();
    const left = [
      "etc/resolv.conf",
      "etc/hostname",
      "etc/apt/apt.conf.d/90machine",
      "etc/apt/apt.conf.d/99mmdebstrap",
    ];
    expect(left.filter((name) => existsSync(join(folder, name)))).toEqual([]);
    expect(readdirSync(join(folder, "var/lib/apt/lists")).filter((name) => /Packages/.test(name))).toEqual(
      [],
    );
    const young = execFileSync("find", [
      folder,
      "-mindepth",
      "1",
      "-newermt",
      "1980-01-01 00:00:01 UTC",
      "!",
      "-path",
      `${folder}/dev`,
    ]);
    expect(young.toString()).toBe("");
    const logs = ["var/log/apt/history.log", "var/log/dpkg.log"].map(
      (name) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0,
    );
    expect(logs).toEqual([0, 0]);
  });
});

test("made: the tools layer compiles, unpacks, and keeps no archives", async () => {
  const answer = await inBox(
    ground.tools,
    "for tool in cc c++ make patch pkg-config file bzip2 lzip unzip xz zstd; do command -v $tool; done; ls /var/cache/apt /var/cache/apt/archives; ls /usr/sbin/policy-rc.d 2>&1 || :",
  );
  expect(answer).toBe(
    "/usr/bin/cc\n/usr/bin/c++\n/usr/bin/make\n/usr/bin/patch\n/usr/bin/pkg-config\n/usr/bin/file\n/usr/bin/bzip2\n/usr/bin/lzip\n/usr/bin/unzip\n/usr/bin/xz\n/usr/bin/zstd\n/var/cache/apt:\narchives\n\n/var/cache/apt/archives:\nlock\npartial\nls: cannot access '/usr/sbin/policy-rc.d': No such file or directory\n",
  );
});

test("made: the second opening makes nothing", async () => {
  const { events, report } = recorder();
  const again = await madeDebian(
    workshopOf(machine(keptCache, { http_proxy: "http://127.0.0.1:9" }), report),
  );
  expect(events).toEqual([]);
  expect({ ...again, engine: undefined }).toEqual({ ...ground, engine: undefined });
});

test("made: a base that was made here stays so when a docker comes along", async () => {
  const docker: Engine = {
    ...ground.engine,
    kind: "docker",
    probe: async () => ({ kind: "usable", version: "28" }),
    image: async () => {
      throw new Error("an image was asked for");
    },
  };
  const request: BaseRequest = { ...requestOf("debian-12", workshop.host), engine: "auto", source: "auto" };
  const others = workshop.engines.filter(({ kind }) => kind !== "docker");
  const opened = await openBase(request, { ...workshop, engines: [docker, ...others] }, never);
  expect(opened).toMatchObject({ ok: true, value: { base: ground.base, engine: { kind: "namespace" } } });
});

describe("layers: on the base", () => {
  test("layers: a build has what the port and its style declare, and the target has not", async () => {
    const needs = { system: [neutral("ncurses")], style: "cmake", dialect: "yaml" } as const;
    const script = "command -v cmake; ls /usr/include/ncurses.h; dpkg --audit";
    const root = rootOf(await buildRoot(ground, needs, workshop, never));
    expect(await inBox(root, script)).toBe("/usr/bin/cmake\n/usr/include/ncurses.h\n");
    expect(await inBox(ground.tools, "command -v cmake || ls /usr/include/ncurses.h 2>&1 || :")).toBe(
      "ls: cannot access '/usr/include/ncurses.h': No such file or directory\n",
    );
  });

  test("layers: in any order, again, without a network, from what is kept", async () => {
    const both = [neutral("zlib"), neutral("ncurses")];
    const first = await buildRoot(ground, { system: both, style: "gnu", dialect: "yaml" }, workshop, never);
    const { events, report } = recorder();
    const offline = workshopOf(machine(keptCache, { http_proxy: "http://127.0.0.1:9" }), report);
    const again = await buildRoot(
      ground,
      { system: both.toReversed(), style: "gnu", dialect: "yaml" },
      offline,
      never,
    );
    expect(again).toEqual(first);
    expect(events).toEqual([]);
  });

  test("layers: what the base has anyway needs none", async () => {
    const needs = { system: [native("make", "gcc")], style: "gnu", dialect: "yaml" } as const;
    expect(await buildRoot(ground, needs, workshop, never)).toEqual({ ok: true, value: ground.tools });
  });

  test("layers: where it runs there are run packages only, and no lists", async () => {
    const root = rootOf(await runRoot(ground, [neutral("jansson")], workshop, never));
    const script = `dpkg-query -W -f '\${Package} \${db:Status-Status}\\n' 'libjansson*'`;
    expect(await inBox(root, script)).toBe("libjansson4 installed\n");
    expect(
      await inBox(root, "ls /usr/include/jansson.h 2>&1 || :; find /var/lib/apt/lists -name '*Packages*'"),
    ).toBe("ls: cannot access '/usr/include/jansson.h': No such file or directory\n");
    const jansson = neutral("jansson");
    expect(runPackages(ground, [jansson, neutral("cmake")])).toEqual({
      ok: true,
      value: [{ name: "libjansson4", by: jansson }],
    });
  });

  test("layers: the libraries of the target are those of its packages", async () => {
    const names = async (system: readonly SystemDependency[]) => {
      const found = await runLibraries(ground, system, workshop, never);
      if (!found.ok) throw new Error(rendered(found.error));
      return found.value.libraries.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
    };
    const bare = await names([]);
    const more = await names([neutral("jansson")]);
    expect(bare).toContain("libc.so.6");
    expect(more.filter((name) => !bare.includes(name))).toEqual([
      "libjansson.so.4",
      expect.stringMatching(/^libjansson\.so\.4\.\d/),
    ]);
    expect(await names([neutral("jansson")])).toEqual(more);
  });

  test("layers: packages that do not exist are told at their place, all at once", async () => {
    const needs = {
      system: [native("libncurse-dev", "libpng-dev"), native("qqqqqq-dev")],
      style: "gnu",
      dialect: "yaml",
    } as const;
    const root = await buildRoot(ground, needs, workshop, never);
    const told = (root.ok ? "" : rendered(root.error)).replace(/among the \d+/g, "among the N");
    const excerpt = `  |\n1 | ${source.text.trimEnd()}\n  | ${" ".repeat(19)}^^\n`;
    const line = (name: string) =>
      `port.yml:1:20: error[base/no-package]: \`${name}\` is not among the N packages that are known for the build dependencies on debian-12\n${excerpt}`;
    expect(told).toBe(
      `${line("libncurse-dev")}  = help: did you mean \`libncurses-dev\`?\n${line("qqqqqq-dev")}`,
    );
  });
});

describe("mirror: trouble", () => {
  test("mirror: that can't be reached", async () => {
    const offline = workshopOf(machine(keptCache, { http_proxy: "http://127.0.0.1:9" }));
    const root = await buildRoot(
      ground,
      { system: [native("tree")], style: "gnu", dialect: "yaml" },
      offline,
      never,
    );
    const told = root.ok ? "" : rendered(root.error);
    expect(told).toMatch(
      /^error\[base\/unreachable\]: the packages for the build dependencies on debian-12 can't be fetched \(exit 21\)\n/,
    );
    expect(told).toMatch(/Could not connect to 127\.0\.0\.1:9 .*Connection refused/);
    expect(told).toMatch(
      /\n {2}= help: check the network and the package manager's mirrors and proxies, then run it again\n$/,
    );
  });

  test("mirror: that has dropped the package since the base was made", async () => {
    const server = createServer((_request, response) => void response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const later = workshopOf(machine(keptCache, { http_proxy: proxy }));
    const root = await buildRoot(
      ground,
      { system: [native("tree")], style: "gnu", dialect: "yaml" },
      later,
      never,
    );
    const told = root.ok ? "" : rendered(root.error);
    expect(told).toMatch(
      /^error\[base\/outdated\]: the build dependencies on debian-12 are older than the mirror, which dropped a package \(exit 21\)\n/,
    );
    expect(told).toMatch(/\n {2}= help: make the base anew: `tarwright base create debian-12`\n$/);
  });

  test("mirror: that can't be reached when a base is to be made leaves nothing behind", async () => {
    const cache = temporaryFolder();
    const host = machine(cache, { http_proxy: "http://127.0.0.1:9" });
    const made = await openBase(requestOf("debian-12", host), workshopOf(host), never);
    const told = made.ok ? "" : rendered(made.error);
    expect(told).toMatch(/^error\[base\/unreachable\]: /);
    expect(told).toMatch(/Could not connect to 127\.0\.0\.1:9/);
    expect(readdirSync(join(cache, "bases"))).toEqual([]);
    expect(readdirSync(join(cache, "boxes"))).toEqual([]);
  });
});
