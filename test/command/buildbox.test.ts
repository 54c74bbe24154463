// `buildbox` over boxes of the engine `namespace`, in a cache of the test's own.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verb } from "../../src/command/buildbox.ts";
import { type Answer, parseArguments } from "../../src/command/command.ts";
import { guestPath, openEngines } from "../../src/engine/engine.ts";
import { type Host, openHost } from "../../src/host/host.ts";
import { keptCache, machine, madeDebian, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

const USAGE = "tarwright buildbox new|list|enter|remove [BASE] [NAME…] [-c COMMAND] [--root]";

function ownHost(): Host {
  const host = openHost();
  return { ...host, folders: { ...host.folders, cache: temporaryFolder() } };
}

async function buildbox(args: readonly string[], host: Host): Promise<Answer> {
  const parsed = parseArguments("buildbox", verb, args);
  if (!parsed.ok) return { diagnostics: parsed.error };
  const silent = () => undefined;
  return await verb.run(parsed.value, { host, report: silent, output: silent, form: "json", signal: never });
}

/** The name of a box in which a build command ran, with a variable and in a folder of its own. */
async function keepBox(host: Host): Promise<string> {
  const engine = openEngines(host).find(({ kind }) => kind === "namespace");
  const opened = await engine?.open(
    {
      root: { kind: "overlay", bottom: "host", layers: [] },
      name: "left behind",
      network: "none",
      hidden: [],
      upper: "disk",
    },
    never,
  );
  if (opened?.kind !== "opened") throw new Error(opened?.why ?? "no engine");
  await using box = opened.buildbox;
  const env = { PATH: "/usr/bin:/bin", COLOR: "of the build" };
  await box.run(
    { argv: ["mkdir", "/build/source"], cwd: guestPath("/build"), env, user: "build" },
    silent,
    never,
  );
  await box.run({ argv: ["false"], cwd: guestPath("/build/source"), env, user: "build" }, silent, never);
  const command = await box.keep();
  return command.slice("tarwright buildbox enter ".length);
}

function silent(): void {
  // What the commands say is not looked at.
}

const wrong: readonly { name: string; args: readonly string[]; told: string }[] = [
  {
    name: "no such action",
    args: ["entre", "x"],
    told: "error[usage/value]: the action of `buildbox` can't be `entre`\n  = help: did you mean `enter`?\n",
  },
  {
    name: "a list of one",
    args: ["list", "x"],
    told: `error[usage/arguments]: \`buildbox list\` takes no name, found \`x\`\n  = help: ${USAGE}\n`,
  },
  {
    name: "two at once",
    args: ["enter", "x", "y"],
    told: `error[usage/arguments]: \`buildbox enter\` takes one name, found \`x\` \`y\`\n  = help: ${USAGE}\n`,
  },
  {
    name: "a new one without a name",
    args: ["new", "debian-12"],
    told: `error[usage/arguments]: \`buildbox new\` takes a base and a name, found \`debian-12\`\n  = help: ${USAGE}\n`,
  },
  {
    name: "a new one whose name leads elsewhere, over a base that is none",
    args: ["new", "debian-99", "../x"],
    told: "error[usage/value]: `../x` can't name a buildbox\n  = help: use letters, digits and `._@,+-`\n",
  },
  {
    name: "nothing to remove",
    args: ["remove"],
    told: `error[usage/arguments]: \`buildbox remove\` takes at least one name, found none\n  = help: ${USAGE}\n`,
  },
  {
    name: "a name that was not kept",
    args: ["enter", "x"],
    told: "error[buildbox/unknown]: there is no buildbox `x`\n  = help: make one with `buildbox new`, or build with `--keep`\n",
  },
  {
    name: "a name that leads elsewhere",
    args: ["remove", "../layers"],
    told: "error[buildbox/unknown]: there is no buildbox `../layers`\n  = help: make one with `buildbox new`, or build with `--keep`\n",
  },
];

for (const { name, args, told } of wrong) {
  test(`buildbox: ${name}`, async () => {
    const { diagnostics } = await buildbox(args, ownHost());
    expect(rendered(diagnostics)).toBe(told);
  });
}

test("buildbox: a kept box is listed, entered where its build ended, and removed", async () => {
  const host = ownHost();
  expect((await buildbox(["list"], host)).json).toEqual([]);
  const name = await keepBox(host);
  expect(name).toBe("left_behind");
  expect((await buildbox(["list"], host)).json).toEqual([{ name, engine: "namespace", job: "left behind" }]);
  const look =
    '[ "$PWD" = /build/source ] && [ "$COLOR" = "of the build" ] && [ "$(id -un)" = tarwright-build ]';
  expect(
    rendered((await buildbox(["enter", name, "-c", `${look} && echo note >note`], host)).diagnostics),
  ).toBe("");
  // What one left there is there the next time.
  const again = await buildbox(
    ["enter", name, "--root", "-c", '[ "$(cat note) $(id -u)" = "note 0" ]'],
    host,
  );
  expect(rendered(again.diagnostics)).toBe("");
  const failed = await buildbox(["enter", name, "-c", "exit 4"], host);
  expect(rendered(failed.diagnostics)).toBe(
    `error[buildbox/command]: \`exit 4\` ended with status 4 in buildbox \`${name}\`\n`,
  );
  expect((await buildbox(["remove", name, "other"], host)).diagnostics.map(({ code }) => code)).toEqual([
    "buildbox/unknown",
  ]);
  expect((await buildbox(["list"], host)).json).toHaveLength(1);
  expect((await buildbox(["remove", name], host)).diagnostics).toEqual([]);
  expect((await buildbox(["list"], host)).json).toEqual([]);
});

test("buildbox: a new one over a base, entered twice, with what was written in it and no more", async () => {
  const host = machine(keptCache);
  const base = await madeDebian(workshopOf(host));
  const made = ["--engine", "namespace", "--made"];
  try {
    const box = await buildbox(["new", "debian-12", "by-hand", ...made], host);
    expect(box).toMatchObject({
      diagnostics: [],
      json: { name: "by-hand", base: base.base.name, enter: "tarwright buildbox enter by-hand" },
    });
    const again = await buildbox(["new", "debian-12", "by-hand", ...made], host);
    expect(again.diagnostics.map(({ code }) => code)).toEqual(["buildbox/exists"]);
    const enter = (command: string, ...more: readonly string[]) =>
      buildbox(["enter", "by-hand", "-c", command, ...more], host);
    expect(await enter("id -un | grep -x tarwright-build && echo 1 > note")).toEqual({ diagnostics: [] });
    expect(await enter("test $(cat /build/note) = 1")).toEqual({
      diagnostics: [],
    });
    expect(await enter("id -u | grep -x 0 && mv /usr/bin/gcc /usr/bin/gcc.away", "--root")).toEqual({
      diagnostics: [],
    });
    const other = await buildbox(["new", "debian-12", "by-hand-2", ...made], host);
    expect(other.diagnostics).toEqual([]);
    expect(await buildbox(["enter", "by-hand-2", "-c", "gcc --version && test ! -e note"], host)).toEqual({
      diagnostics: [],
    });
    const size = execFileSync("du", ["-s", join(keptCache, "boxes/by-hand-2")], { encoding: "utf8" });
    expect(Number.parseInt(size, 10)).toBeLessThan(200);
  } finally {
    await buildbox(["remove", "by-hand", "by-hand-2"], host);
  }
  const left = await buildbox(["list"], host);
  expect(left.text).not.toContain("by-hand");
});
