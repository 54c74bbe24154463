// The engine `namespace` as other accounts than root: each in processes of its own, so that nothing of root helps it.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostPath, joinPath } from "../../src/host/host.ts";
import { bundle } from "./bundle.ts";
import { smallRoot } from "./small-root.ts";

const folder = hostPath(mkdtempSync(join(tmpdir(), "tarwright-accounts-")));
chmodSync(folder, 0o755);
const program = joinPath(folder, "box.mjs");
const tar = smallRoot(folder);
const names = ["tarwright-sudo", "tarwright-subuid", "tarwright-plain"] as const;
type Name = (typeof names)[number];

const isRoot = process.getuid?.() === 0;
const needed = ["sudo", "newuidmap"].filter((one) => spawnSync("which", [one]).status !== 0);
const reason = !isRoot
  ? "only root can make accounts"
  : needed.length > 0
    ? `no ${needed.join(", ")}`
    : undefined;
if (reason) test.skip(`accounts: skipped, ${reason}`, () => undefined);

describe.skipIf(reason !== undefined)("accounts", () => {
  beforeAll(async () => {
    await bundle(PROGRAM, program);
    for (const name of names) {
      execFileSync("useradd", ["--create-home", "--base-dir", folder, name]);
      if (name !== "tarwright-subuid")
        execFileSync("sed", ["-i", `/^${name}:/d`, "/etc/subuid", "/etc/subgid"]);
    }
    writeFileSync("/etc/sudoers.d/tarwright-test", "tarwright-sudo ALL=(ALL) NOPASSWD: ALL\n", {
      mode: 0o440,
    });
  });
  afterAll(() => {
    rmSync("/etc/sudoers.d/tarwright-test", { force: true });
    for (const name of names) spawnSync("userdel", ["--remove", name]);
    rmSync(folder, { recursive: true, force: true });
  });

  test("accounts: with sudo, boxes are as root's", () => {
    expect(runAs("tarwright-sudo")).toEqual({ ...all, probe: { kind: "usable", version: "sudo" } });
  });

  test("accounts: with subordinate ids, over the machine its root may only look", () => {
    expect(runAs("tarwright-subuid")).toEqual({
      ...all,
      probe: { kind: "usable", version: "subuid" },
      over: "tarwright-build 0022 tarwright\nok\n1\n",
    });
  });

  test("accounts: with neither, the reason and the mend", () => {
    expect(runAs("tarwright-plain")).toEqual({
      probe: {
        kind: "unusable",
        why: expect.stringMatching(
          /^not root, no sudo without a password, and no user namespace: .*tarwright-plain/,
        ),
        help: expect.stringContaining("`uidmap`"),
      },
    });
  });

  test("accounts: nothing is left behind", () => {
    for (const name of ["tarwright-sudo", "tarwright-subuid"]) {
      const boxes = join(folder, name, ".cache/tarwright/boxes");
      expect(existsSync(boxes) ? readdirSync(boxes) : [], name).toEqual([]);
    }
  });
});

const all = {
  over: "tarwright-build 0022 tarwright\nok\n0\n",
  small: "more\n0:0 755\n1\n12:34\n",
  aborted: { kind: "aborted" },
  after: "0\n",
  out: "text\n",
  kept: "mine\n",
};

function runAs(name: Name): unknown {
  const home = join(folder, name);
  const env = ["env", "-i", `HOME=${home}`, "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"];
  const node = [process.execPath, program, tar];
  const { stdout, stderr } = spawnSync(
    "setpriv",
    [`--reuid=${name}`, `--regid=${name}`, "--init-groups", ...env, ...node],
    { cwd: home, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

const PROGRAM = `
  import { findKept, guestPath, openEngines } from "./src/engine/engine.ts";
  import { joinPath, openHost } from "./src/host/host.ts";
  const host = openHost();
  const engine = openEngines(host).find(({ kind }) => kind === "namespace");
  const { signal } = new AbortController();
  const env = { PATH: "/usr/bin:/bin" };
  const said = {};
  const over = { kind: "overlay", bottom: "host", layers: [] };
  const open = async (root, upper = "disk") => {
    const opened = await engine.open({ root, name: "account", network: "none", hidden: [], upper, memoryBytes: 2 ** 30 }, signal);
    if (opened.kind === "refused") throw new Error(opened.why);
    return opened.buildbox;
  };
  const sh = async (box, script, user = "build") => {
    let text = "";
    await box.run({ argv: ["sh", "-c", script], cwd: guestPath("/build"), env, user }, (chunk, stream) => {
      if (stream === "stdout") text += Buffer.from(chunk);
    }, signal);
    return text;
  };
  said.probe = await engine.probe(signal);
  if (said.probe.kind === "usable") {
    const box = await open(over);
    said.over = await sh(box, "echo $(id -un) $(umask) $(uname -n); touch /build/x /tmp/x && echo ok >/dev/stdout");
    said.over += await sh(box, "touch /usr/bin/x 2>/dev/null; echo $?", "root");
    const file = joinPath(host.folders.home, "file");
    await host.writeFile(file, "text\\n");
    await box.copyIn(file, guestPath("/build/in/file"), "build", signal);
    await box.copyOut(guestPath("/build/in"), joinPath(host.folders.home, "out"), signal);
    said.out = await host.readText(joinPath(host.folders.home, "out/file"));
    const stop = new AbortController();
    const running = box.start({ argv: ["sh", "-c", "setsid sleep 4321 & echo up; sleep 4321"], cwd: guestPath("/"), env, user: "build" }, stop.signal);
    await new Promise((resolve) => running.stdout.once("data", resolve));
    stop.abort();
    said.aborted = await running.exit;
    said.after = await sh(box, "cat /proc/[0-9]*/cmdline | tr '\\\\0' ' ' | grep -c 'sleep 432[1]'");
    await sh(box, "echo mine >/build/file");
    await box.keep();
    await box[Symbol.asyncDispose]();
    const kept = await findKept("account", host);
    const again = await engine.reopen(kept, signal);
    said.kept = await sh(again.buildbox, "cat /build/file");
    await again.buildbox[Symbol.asyncDispose]();
    await engine.forget(kept);
    const small = await engine.importTar(process.argv[2], { key: "small" }, signal);
    const made = await open(small, "memory");
    await sh(made, "echo more >/usr/more; rm /usr/bin/seq; touch /usr/owned; chown 12:34 /usr/owned; rm -r /usr/sbin; mkdir /usr/sbin", "root");
    const layer = await made.commit("layer", signal);
    const third = await open(layer);
    said.small = await sh(third, "cat /usr/more; stat -c '%u:%g %a' /usr; ls /usr/bin/seq 2>&1 | wc -l; stat -c '%u:%g' /usr/owned");
    await third[Symbol.asyncDispose]();
  }
  console.log(JSON.stringify(said));
`;
