import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHost } from "../../src/host/host.ts";
import { writeKey } from "../../src/package/package.ts";
import { serve, whole } from "../build/faulty-server.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { serveCache } from "./cache-service.ts";
import { runStep, type Step } from "./runner.ts";

const top = join(import.meta.dirname, "../..");
const action = mkdtempSync(join(tmpdir(), "tarwright-action-"));

beforeAll(() => {
  cpSync(join(top, "action.yml"), join(action, "action.yml"));
  const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(action, "dist")], {
    encoding: "utf8",
  });
  expect(made.stderr).toBe("");
});
afterAll(() => rmSync(action, { recursive: true }));

/** A checkout in which `port/` holds a port, as the runner leaves it to a step. */
function workspaceWith(files: Readonly<Record<string, string>>): Omit<Step, "inputs"> {
  const folder = temporaryFolder();
  const workspace = join(folder, "work/repo/repo");
  const temporary = join(folder, "work/_temp");
  for (const path of [workspace, temporary]) mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  return {
    action,
    workspace,
    temporary,
    env: { XDG_CACHE_HOME: join(folder, "cache"), XDG_CONFIG_HOME: join(folder, "config") },
  };
}

/** One that is built by a script and has nothing to fetch. */
function greeter(build: string): Readonly<Record<string, string>> {
  return {
    "port/port.yml": `name: greeter
version: "1.0"
comment: greet the reader
license: MIT
distfiles:
  - url: greeter.sh
bases: [host]
build:
  style: script
  script:
    build: |
${build.replace(/^/gm, "      ")}
    fake: install -D -m 755 greeter.sh "$DESTDIR$PREFIX/bin/greeter"
`,
    "port/greeter.sh": "#!/bin/sh\necho hello\n",
  };
}

const FILE = `greeter-1.0--host--${process.arch === "x64" ? "x86_64" : "aarch64"}.tar.gz`;

test("action: builds a port, and tells the runner what came of it", async () => {
  const step = workspaceWith(greeter("echo built"));
  const end = await runStep({ ...step, inputs: { port: "port" } });
  expect(end.annotations).toEqual([]);
  expect(end.status, end.log).toBe(0);
  expect(readdirSync(join(step.workspace, "out")).sort()).toEqual(["SHA256", FILE, "index.json"]);
  const index = JSON.parse(readFileSync(join(step.workspace, "out/index.json"), "utf8"));
  const [row] = index.packages;
  expect(end.outputs).toEqual({
    packages: JSON.stringify(index.packages),
    fullpkgnames: "greeter-1.0",
    directory: join(step.workspace, "out"),
    fingerprint: row.fingerprint,
    "cache-hit": "false",
  });
  expect(end.groups).toEqual(expect.arrayContaining(["extract", "build", "fake", "package"]));
  expect(end.summary).toContain("| <code>greeter&#45;1&#46;0</code> |  | <code>host</code> |");
  expect(end.log).toContain("\nbuilt\n");
});

test("action: what a build prints gives no orders", async () => {
  const forged = [
    "::set-output name=fullpkgnames::forged",
    "::error file=port/port.yml,line=1::forged",
    "##[error]forged",
    "::add-mask::hello",
    "::stop-commands::mine",
    "::endgroup::",
  ];
  const lines = forged.map((line) => `echo "${line}"; echo "${line}" >&2`);
  // The last line is cut off, and what follows it must not be read as its end.
  const step = workspaceWith(
    greeter([...lines, "printf '%s\\r' ::mine::", "printf '::error::forged'"].join("\n")),
  );
  const end = await runStep({ ...step, inputs: { port: "port" } });
  expect(end.status, end.log).toBe(0);
  expect(end.annotations).toEqual([]);
  expect(end.masks).toEqual(["the-token-of-the-job"]);
  expect(end.outputs["fullpkgnames"]).toBe("greeter-1.0");
  for (const line of forged) expect(end.log).toContain(`\n${line}\n`);
  expect(end.groups).toEqual(expect.arrayContaining(["build", "fake"]));
});

test("action: a mistake in the recipe is an annotation on its line", async () => {
  const step = workspaceWith({ "ports/odd/port.yml": 'name: odd\nversoin: "1.0"\nbuild: {style: gnuu}\n' });
  const end = await runStep({ ...step, inputs: { port: "ports/odd" } });
  expect(end.status, end.log).toBe(1);
  expect(end.annotations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        level: "error",
        file: "ports/odd/port.yml",
        line: "2",
        col: "1",
        endColumn: "8",
      }),
      expect.objectContaining({ level: "error", file: "ports/odd/port.yml", line: "3" }),
    ]),
  );
  expect(end.outputs).toEqual({});
  expect(end.summary).toContain("versoin");
  expect(end.groups).toEqual([]);
});

test("action: no more annotations than the runner keeps; the rest is in the log", async () => {
  const keys = Array.from({ length: 14 }, (_, at) => `unheard-of-${at}: 1\n`).join("");
  const step = workspaceWith({ "port/port.yml": `${greeter("true")["port/port.yml"]}${keys}` });
  const end = await runStep({ ...step, inputs: { port: "port" } });
  expect(end.status, end.log).toBe(1);
  expect(end.annotations.length).toBe(10);
  expect(end.log).toContain("unheard-of-13");
  expect(end.summary).toContain("unheard&#45;of&#45;13");
});

test("action: a build that fails shows its phase and its last lines, and nothing in them is markup", async () => {
  const step = workspaceWith(greeter("echo '</pre><img src=x> | `a` [b](c)'\nexit 7"));
  const end = await runStep({ ...step, inputs: { port: "port" } });
  expect(end.status, end.log).toBe(1);
  expect(end.summary).toContain("failed in the phase <code>build</code>");
  expect(end.summary).toContain(
    "&#60;&#47;pre&#62;&#60;img src&#61;x&#62; &#124; &#96;a&#96; &#91;b&#93;&#40;c&#41;",
  );
  expect(end.annotations).toEqual([
    expect.objectContaining({ level: "error", file: "port/port.yml", line: "11" }),
  ]);
});

async function makeKey(): Promise<{ readonly secret: string; readonly publicFile: string }> {
  const made = await writeKey({ folder: temporaryFolder(), name: "ci" }, openHost());
  if (!made.ok) throw new Error(rendered(made.error));
  return { secret: readFileSync(made.value.secret, "utf8"), publicFile: made.value.public };
}

test("action: the signing key signs, is masked, and is nowhere to be found by a build", async () => {
  const key = await makeKey();
  const [, base64 = ""] = key.secret.trim().split("\n");
  const search = [
    `wanted=$(printf %s ${base64.slice(0, 10)})${base64.slice(10)}`,
    'env | grep -F "$wanted" && echo in the environment',
    'grep -lF "$wanted" /proc/*/environ && echo in a process',
    "echo searched",
  ].join("\n");
  const step = workspaceWith(greeter(search.replaceAll("&&", "2>/dev/null &&")));
  cpSync(key.publicFile, join(step.workspace, "keys/ci.pub"));
  const inputs = { port: "port", "signing-key": key.secret, "public-key": "keys/ci.pub" };
  const end = await runStep({ ...step, inputs });
  expect(end.status, end.log).toBe(0);
  expect(end.masks).toEqual(expect.arrayContaining(key.secret.trim().split("\n")));
  expect(end.log).toContain("searched");
  expect(end.log).not.toMatch(/in the environment|in a process/);
  const signify = ["-V", "-z", "-q", "-p", key.publicFile, "-x", join(step.workspace, "out", FILE)];
  expect(spawnSync("signify-openbsd", signify).status).toBe(0);
});

test("action: the signing key must be the one that the repository knows", async () => {
  const [known, other] = [await makeKey(), await makeKey()];
  const step = workspaceWith(greeter("true"));
  cpSync(known.publicFile, join(step.workspace, "keys/ci.pub"));
  const inputs = { port: "port", "signing-key": other.secret, "public-key": "keys/ci.pub" };
  const end = await runStep({ ...step, inputs });
  expect(end.status, end.log).toBe(2);
  expect(end.annotations.map(({ title }) => title)).toEqual(["usage/other-key"]);
  expect(existsSync(join(step.workspace, "out"))).toBe(false);
});

test("action: cancelling ends the build and all that it started", async () => {
  const step = workspaceWith(greeter("sleep 98761 & sleep 98762 & echo started\nwait"));
  const end = await runStep({ ...step, inputs: { port: "port" }, cancelAt: /^started$/ });
  expect(end.status, end.log).toBe(3);
  expect(end.annotations.map(({ title }) => title)).toEqual(["run/cancelled"]);
  expect(end.cancelledMs).toBeLessThan(5000);
  const running = readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid) || !existsSync(`/proc/${pid}/cmdline`)) return false;
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("sleep\x009876");
  });
  expect(running).toEqual([]);
  expect(existsSync(join(step.workspace, "out"))).toBe(false);
});

test("action: distfiles come from the runner's cache the second time", async () => {
  const source = Buffer.from("#!/bin/sh\necho hello\n");
  const server = await serve({ "/greeter.sh": whole(source) });
  const files = greeter("true");
  const digest = spawnSync("sha256sum", { input: source, encoding: "utf8" }).stdout.slice(0, 64);
  const recipe = files["port/port.yml"]?.replace(
    "greeter.sh\n",
    `${server.url("/greeter.sh")}\n    sha256: ${digest}\n`,
  );
  const step = workspaceWith({ "port/port.yml": recipe ?? "" });
  const cache = await serveCache("read-write");
  const run = { ...step, inputs: { port: "port" }, env: { ...step.env, ...cache.env } };
  const first = await runStep(run);
  expect(first.outputs["cache-hit"], first.log).toBe("false");
  expect(cache.keys()).toEqual([`distfile-sha256-${digest}`]);
  // A new machine.
  rmSync(join(step.workspace, "out"), { recursive: true });
  rmSync(String(run.env["XDG_CACHE_HOME"]), { recursive: true });
  const second = await runStep(run);
  expect(second.status, second.log).toBe(0);
  expect(second.outputs["cache-hit"]).toBe("true");
  expect(server.requests).toEqual(["/greeter.sh"]);
});

const refused: readonly {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
}[] = [
  {
    name: "a key within a build's reach",
    inputs: { port: "port", engine: "host", "signing-key": "untrusted comment: x\nabc" },
    messages: [
      "a signing key is given, and the engine `host` does not keep a build from reading it\nhelp: choose another engine, or sign in a job of its own that builds nothing",
    ],
  },
  {
    name: "a release without a key and a tag",
    inputs: { port: "port", publish: "release" },
    messages: [
      "packages are published signed or not at all, and there is no key to sign with\nhelp: give one (`--key NAME.sec`, or the input `signing-key`); `tarwright keygen` makes one",
      "nobody says which release the packages go to\nhelp: name its tag, as `packages`, or a template, as `{base}` or `{port}-{version}`",
    ],
  },
  {
    name: "values that are none, all at once",
    inputs: {
      port: "",
      engine: "qemu",
      arch: "mips",
      layout: "flat",
      compression: "rar",
      publish: "yes",
      "configure-options": "'x",
    },
    messages: [
      "the input `engine` can't be `qemu`\nhelp: choose one of `auto`, `docker`, `podman`, `namespace`, `host`",
      "the input `port` is empty\nhelp: name a folder that holds a `port.yml`",
      "the input `publish` can't be `yes`\nhelp: choose one of `none`, `release`",
      "the input `arch` can't be `mips`\nhelp: choose one of `x86_64`, `aarch64`",
      "the input `layout` can't be `flat`\nhelp: choose one of `vendor`, `programs`",
      "the input `configure-options` ends inside a quote or after a backslash: `'x`\nhelp: close the quote, or double the backslash",
      "the input `compression` can't be `rar`\nhelp: choose one of `gz`, `zst`, `xz`, `bz2`",
    ],
  },
  {
    name: "a folder without port",
    inputs: { port: "elsewhere" },
    messages: [
      "there is no port at `elsewhere`\nhelp: name a folder that holds a `port.yml`, or a program of the folder `Recipes`",
    ],
  },
];

for (const { name, inputs, messages } of refused) {
  test(`action: refuses ${name}, before anything is built`, async () => {
    const step = workspaceWith(greeter("true"));
    const end = await runStep({ ...step, inputs });
    expect(end.annotations.map(({ message }) => message)).toEqual(messages);
    expect({ status: end.status, groups: end.groups, outputs: end.outputs }).toEqual({
      status: 2,
      groups: [],
      outputs: {},
    });
    expect(existsSync(join(step.workspace, "out"))).toBe(false);
    expect(end.summary).toMatch(/^### Not built: /);
  });
}
