// `buildbox` over boxes of the engine `namespace`, in a cache of the test's own.

import { expect, test } from "vitest";
import { verb } from "../../src/command/buildbox.ts";
import { type Answer, parseArguments } from "../../src/command/command.ts";
import { guestPath, openEngines } from "../../src/engine/engine.ts";
import { type Host, openHost } from "../../src/host/host.ts";
import { never, rendered, temporaryFolder } from "../support.ts";

const USAGE = "tarwright buildbox list|enter|remove [NAME…] [-c COMMAND] [--root]";

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
    name: "nothing to remove",
    args: ["remove"],
    told: `error[usage/arguments]: \`buildbox remove\` takes at least one name, found none\n  = help: ${USAGE}\n`,
  },
  {
    name: "a name that was not kept",
    args: ["enter", "x"],
    told: "error[buildbox/unknown]: no buildbox `x` was kept\n  = help: build with `--keep` to keep the buildbox\n",
  },
  {
    name: "a name that leads elsewhere",
    args: ["remove", "../layers"],
    told: "error[buildbox/unknown]: no buildbox `../layers` was kept\n  = help: build with `--keep` to keep the buildbox\n",
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
