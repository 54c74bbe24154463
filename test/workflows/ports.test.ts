// ports.yml, really run from a caller: ports are built in buildboxes over a made Debian, by the built dist/ on Node 24, with
// doubles of what is GitHub's own: releases, artifacts, cache. Takes minutes, so it is asked for.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openBase } from "../../src/base/base.ts";
import { openHost } from "../../src/host/host.ts";
import { writeKey } from "../../src/package/package.ts";
import { serveCache } from "../action/cache-service.ts";
import { startGitHub } from "../github/double.ts";
import { keptCache, machine, madeDebian, requestOf, workshopOf } from "../made-base.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import { openArtifacts } from "./artifacts.ts";
import { type JobEnd, type Permissions, type RunEnd, runWorkflow } from "./run.ts";

const top = join(import.meta.dirname, "../..");
const kit = mkdtempSync(join(tmpdir(), "tarwright-kit-"));
const WRITER = "token-that-writes";
const READER = "token-that-reads";

const SOURCES: Readonly<Record<string, string>> = {
  // A library, with a flavor that changes it.
  "liba/port.yml": `name: liba
version: "1.0"
comment: a library
license: MIT
distfiles: [{url: a.c}]
bases: [debian-12]
flavors: {loud: {}}
build:
  style: script
  script:
    build: |
      case " $FLAVORS " in *" loud "*) more=-DLOUD ;; esac
      cc -shared -fPIC -Wl,-soname,liba.so.1 $more -o liba.so.1 a.c
    fake: |
      install -D -m 644 liba.so.1 "$DESTDIR$PREFIX/lib/liba.so.1"
      ln -s liba.so.1 "$DESTDIR$PREFIX/lib/liba.so"
`,
  "liba/a.c": 'const char *greeting(void) { return "hello from liba"; }\n',
  "app/port.yml": `name: app
version: "2.0"
comment: a program
license: MIT
distfiles: [{url: app.c}]
bases: [debian-12]
flavors: {quiet: {}}
depends: {lib: ["liba-*:liba"]}
build:
  style: script
  script:
    build: cc -L/app/vendor/liba/lib -o app app.c -la
    fake: install -D -m 755 app "$DESTDIR$PREFIX/bin/app"
test:
  script: test "$(app)" = "hello from liba"
`,
  "app/app.c":
    "#include <stdio.h>\nconst char *greeting(void);\nint main(void) { return puts(greeting()) < 0; }\n",
  "tool/port.yml": `name: tool
version: "1.0"
comment: another program
license: MIT
distfiles: [{url: tool.c}]
bases: [debian-12]
depends: {lib: ["liba-*:liba"]}
build:
  style: script
  script:
    build: cc -L/app/vendor/liba/lib -o tool tool.c -la
    fake: install -D -m 755 tool "$DESTDIR$PREFIX/bin/tool"
`,
  "tool/tool.c": "const char *greeting(void);\nint main(void) { return greeting()[0] != 104; }\n",
  "broken/port.yml": `name: broken
version: "0.1"
comment: does not build
license: MIT
distfiles: [{url: share.txt}]
bases: [debian-12]
build:
  style: script
  script:
    build: |
      echo '::error::forged by a build'
      exit 7
    fake: install -D -m 644 share.txt "$DESTDIR$PREFIX/share/broken.txt"
`,
  "broken/share.txt": "x\n",
  "after/port.yml": `name: after
version: "3.0"
comment: needs what does not build
license: MIT
distfiles: [{url: share.txt}]
bases: [debian-12]
depends: {build: ["broken-*:broken"]}
build:
  style: script
  script:
    fake: install -D -m 644 share.txt "$DESTDIR$PREFIX/share/after.txt"
`,
  "after/share.txt": "x\n",
  // One of each other dialect.
  "Gizmo/1.0/Recipe": `compile_version=1.12.0
recipe_type=makefile
do_build() {
   cc -o gizmo "$recipedir/gizmo.c"
}
do_install() {
   cp gizmo "$target/bin/gizmo"
}
`,
  "Gizmo/1.0/gizmo.c": "int main(void) { return 0; }\n",
  "Gizmo/1.0/Resources/Description": "[Name] Gizmo\n[Summary] A program\n[License] MIT\n",
  "gadget/Makefile": `COMMENT = a program
DISTNAME = gadget-1.0
CATEGORIES = misc
PERMIT_PACKAGE = Yes
DISTFILES =
NO_TEST = Yes
do-build:
	\${CC} \${CFLAGS} -o \${WRKBUILD}/gadget \${FILESDIR}/gadget.c
do-install:
	\${INSTALL_PROGRAM} \${WRKBUILD}/gadget \${PREFIX}/bin
.include <bsd.port.mk>
`,
  "gadget/files/gadget.c": "int main(void) { return 0; }\n",
  "gadget/pkg/DESCR": "does nothing\n",
  "gadget/pkg/PLIST": "bin/gadget\n",
};

const SONAME = "liba.so.$(. /etc/os-release; echo $VERSION_ID)";

/** What differs by the base that it is built on. */
const MOVING: typeof SOURCES = {
  "liba/port.yml": `name: liba
version: "1.0"
comment: a library
license: MIT
distfiles: [{url: a.c}]
bases: [debian-12]
build:
  style: script
  script:
    build: cc -shared -fPIC -Wl,-soname,${SONAME} -o liba.so a.c
    fake: install -D -m 644 liba.so "$DESTDIR$PREFIX/lib/${SONAME}"
`,
  "liba/a.c": 'const char *greeting(void) { return "hello from liba"; }\n',
  "old/port.yml": `name: old
version: "0.1"
comment: builds on what is there, not on what comes
license: MIT
distfiles: [{url: share.txt}]
bases: [debian-12]
build:
  style: script
  script:
    build: . /etc/os-release; test "$VERSION_ID" = 12
    fake: install -D -m 644 share.txt "$DESTDIR$PREFIX/share/old.txt"
`,
  "old/share.txt": "x\n",
};

/** What pseudo-flavors must leave as it is: of `pair` they do, of `sly` they don't. And what can't be planned. */
const HELD_BACK: typeof SOURCES = {
  "pair/port.yml": `name: pair
version: "1.0"
comment: two packages
license: MIT
bases: [debian-12]
flavors: {loud: {}}
pseudo-flavors: {no_doc: {drops: [doc]}}
packages:
  core: {comment: what runs, files: [bin/**]}
  doc: {comment: what is read, fullpkgname: "pair-doc-{version}", files: [share/**]}
build:
  style: script
  script:
    fake: |
      case " $FLAVORS " in *" loud "*) word=HELLO ;; *) word=hello ;; esac
      printf '#!/bin/sh\\necho %s\\n' $word | install -D -m 755 /dev/stdin "$DESTDIR$PREFIX/bin/pair"
      case " $FLAVORS " in *" no_doc "*) exit 0 ;; esac
      echo read me | install -D -m 644 /dev/stdin "$DESTDIR$PREFIX/share/pair.txt"
`,
  "sly/port.yml": `name: sly
version: "1.0"
comment: is another with its pseudo-flavor
license: MIT
bases: [debian-12]
pseudo-flavors: {no_doc: {}}
build:
  style: script
  script:
    fake: echo "made with $FLAVORS" | install -D -m 644 /dev/stdin "$DESTDIR$PREFIX/share/sly.txt"
`,
  "user/port.yml": `name: user
version: "1.0"
comment: is built with what is not sure
license: MIT
bases: [debian-12]
depends: {build: ["sly-*:sly"]}
build:
  style: script
  script:
    fake: install -D -m 644 /app/vendor/sly/share/sly.txt "$DESTDIR$PREFIX/share/user.txt"
`,
  // Nobody can read the one, so nobody can build the other.
  "torn/port.yml": `name: torn
version: "1.0"
comment: has a key that there is not
license: MIT
bases: [debian-12]
strange: key
build:
  style: script
  script:
    fake: echo torn | install -D -m 644 /dev/stdin "$DESTDIR$PREFIX/share/torn.txt"
`,
  "lame/port.yml": `name: lame
version: "1.0"
comment: needs it
license: MIT
bases: [debian-12]
depends: {run: ["torn-*:torn"]}
build:
  style: script
  script:
    fake: echo lame | install -D -m 644 /dev/stdin "$DESTDIR$PREFIX/share/lame.txt"
`,
};

const CALLER = `name: ports
on: push
permissions: {}
jobs:
  ports:
    permissions: {contents: write, id-token: write, attestations: write}
    uses: OWNER/tarwright/.github/workflows/ports.yml@main
    with:
      ports: ports
      bases: debian-12
      flavors: all
      engine: namespace
      publish: release
      public-key: keys/packages.pub
    secrets: {signing-key: "\${{ secrets.SIGNING_KEY }}"}
`;

type Caller = {
  readonly folder: string;
  readonly secret: string;
  readonly publicKey: string;
};

/** A repository with ports, a key, and the short files that its owner has copied. */
async function makeCaller(sources = SOURCES): Promise<Caller> {
  const folder = temporaryFolder();
  const files = {
    ...Object.fromEntries(Object.entries(sources).map(([name, text]) => [`ports/${name}`, text])),
    ".github/workflows/ports.yml": CALLER,
    ".github/workflows/stack-migration.yml": readFileSync(join(top, "workflows/stack-migration.yml"), "utf8"),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const key = await writeKey({ folder: temporaryFolder(), name: "packages" }, openHost());
  if (!key.ok) throw new Error(rendered(key.error));
  mkdirSync(join(folder, "keys"));
  cpSync(key.value.public, join(folder, "keys/packages.pub"));
  return { folder, secret: readFileSync(key.value.secret, "utf8"), publicKey: key.value.public };
}

type GitHubServices = {
  readonly github: Awaited<ReturnType<typeof startGitHub>>;
  readonly cache: Awaited<ReturnType<typeof serveCache>>;
};

/** Started by a push, or by hand with these inputs. */
type Start = { readonly file: string; readonly inputs: Readonly<Record<string, string>> };

/** One run of a workflow of the caller, on machines that are new for each job. */
async function run(
  { folder, secret }: Caller,
  { github, cache }: GitHubServices,
  { file, inputs }: Start = { file: "ports.yml", inputs: {} },
) {
  const place = temporaryFolder();
  const artifacts = openArtifacts(join(place, "artifacts"));
  const attested: string[] = [];
  let count = 0;
  const end = await runWorkflow(
    { folder, file: `.github/workflows/${file}`, inputs, secrets: { SIGNING_KEY: secret } },
    {
      repositories: { "OWNER/tarwright": kit },
      actions: {
        "actions/checkout": ({ workspace }) => {
          cpSync(folder, workspace, { recursive: true });
          return { outputs: {} };
        },
        "actions/upload-artifact": artifacts.upload,
        "actions/download-artifact": artifacts.download,
        "actions/attest": ({ inputs, permissions }) => {
          expect(permissions).toMatchObject({ "id-token": "write", attestations: "write" });
          attested.push(readFileSync(inputs["subject-checksums"] ?? "", "utf8"));
          return { outputs: {} };
        },
      },
      machine: (job) => {
        count += 1;
        const at = join(place, `machine-${count}`);
        // Machines that build have one cache between them, else each would unpack the same root; the one that plans
        // has made it long ago, and they know nothing of that.
        const caches = join(place, job.id === "plan" ? "planner" : "builders");
        for (const name of ["work", "temp"]) mkdirSync(join(at, name), { recursive: true });
        mkdirSync(caches, { recursive: true });
        if (job.id === "plan") symlinkSync(keptCache, join(caches, "tarwright"));
        return {
          workspace: join(at, "work"),
          temporary: join(at, "temp"),
          env: {
            XDG_CACHE_HOME: caches,
            XDG_CONFIG_HOME: join(at, "config"),
            GITHUB_REPOSITORY: "o/r",
            GITHUB_SHA: "0".repeat(40),
            GITHUB_API_URL: github.env.GITHUB_API_URL,
            ...cache.env,
          },
        };
      },
      token: (permissions: Permissions) => (permissions["contents"] === "write" ? WRITER : READER),
      github: {
        repository: "o/r",
        event_name: file === "ports.yml" ? "push" : "workflow_dispatch",
        ref: "refs/heads/main",
        event: { repository: { visibility: "public" } },
      },
    },
  );
  return { end, artifacts, attested };
}

/** Those that ran, by the job's own name: what its matrix says follows it. */
function resultsOf({ jobs }: RunEnd): Readonly<Record<string, string>> {
  const ran = jobs.filter(({ result }) => result !== "skipped");
  return Object.fromEntries(ran.map(({ name, result }) => [name.replace(/^ports \/ |,.*/g, ""), result]));
}

function jobOf({ jobs }: RunEnd, name: string): JobEnd {
  const found = jobs.find((job) => job.name.startsWith(`ports / ${name}`));
  if (!found) throw new Error(`no job ${name}: ${jobs.map((job) => job.name).join(", ")}`);
  return found;
}

/** As a person reads it. */
function summaryOf(job: JobEnd): string {
  const page = job.steps.map(({ summary }) => summary).join("");
  return page
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/<\/?code>/g, "`");
}

/** For whoever looks at a test that failed. */
function story({ jobs }: RunEnd): string {
  const ran = jobs.filter(({ result }) => result !== "skipped");
  return ran
    .map(
      (job) =>
        `${job.name}: ${job.result}\n${job.steps.map(({ name, log }) => `== ${name}\n${log}`).join("\n")}`,
    )
    .join("\n\n");
}

function edit({ folder }: Caller, file: string, change: readonly [string, string]): void {
  const path = join(folder, "ports", file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(change[0]);
  writeFileSync(path, text.replace(...change));
}

describe.skipIf(!process.env["TARWRIGHT_RUN_WORKFLOWS"])("ports.yml", { timeout: 900_000 }, () => {
  beforeAll(async () => {
    for (const name of ["action.yml", "actions", ".github"])
      cpSync(join(top, name), join(kit, name), { recursive: true });
    const made = spawnSync("node", [join(top, "scripts/build.mjs"), "--out", join(kit, "dist")], {
      encoding: "utf8",
    });
    expect(made.stderr).toBe("");
    await madeDebian(workshopOf(machine(keptCache)));
  });
  afterAll(() => rmSync(kit, { recursive: true }));

  async function services(): Promise<GitHubServices> {
    const github = await startGitHub({ token: WRITER, readOnlyToken: READER, kind: "mutable" });
    onTestFinished(github.close);
    return { github, cache: await serveCache("read-write") };
  }

  test("plans, builds in ranks, publishes what is built, and blames what is not; then goes on from there", async () => {
    const caller = await makeCaller();
    const world = await services();
    const releaseOf = () => world.github.repository("o", "r").published("packages");
    const filesOf = () =>
      releaseOf()
        .assets.map(({ name }) => name)
        .filter((name) => name.endsWith(".tar.gz"))
        .sort();

    const first = await run(caller, world);
    const results = resultsOf(first.end);
    expect(results, story(first.end)).toMatchObject({ plan: "success", publish: "failure" });
    const ranks = Object.keys(results).map((name) => /^rank\d/.exec(name)?.[0]);
    expect([...new Set(ranks)].filter((rank) => rank !== undefined)).toEqual(["rank0", "rank1"]);
    // Only the job that publishes could write, and it wrote what was built.
    for (const { name, permissions } of first.end.jobs) {
      expect({ name, writes: Object.values(permissions).includes("write") }).toEqual({
        name,
        writes: name === "ports / publish",
      });
    }
    expect(filesOf()).toEqual([
      "Gizmo-1.0--debian-12--x86_64.tar.gz",
      "app-2.0--debian-12--x86_64.tar.gz",
      "app-2.0-quiet--debian-12--x86_64.tar.gz",
      "gadget-1.0--debian-12--x86_64.tar.gz",
      "liba-1.0--debian-12--x86_64.tar.gz",
      "liba-1.0-loud--debian-12--x86_64.tar.gz",
      "tool-1.0--debian-12--x86_64.tar.gz",
    ]);
    const page = summaryOf(jobOf(first.end, "publish"));
    expect(page).toContain("planned 9 = built 7 + fresh 0 + failed 1 + skipped 1");
    expect(page).toContain("| `broken-0.1@debian-12@x86_64` | 1 | `after-3.0@debian-12@x86_64` |");
    expect(page).toContain("`broken-0.1@debian-12@x86_64` failed in the phase `build`. Its last lines:");
    expect(page).toContain("`ports/broken/port.yml:10:12` `build/phase-failed`");
    expect(page).toContain(
      "Do it again: `tarwright build ports/broken --flavor '' --base debian-12 --made --prefix /app/vendor/broken`",
    );
    expect(page).toContain("/releases/download/packages/app-2.0--debian-12--x86_64.tar.gz");
    // What a build prints gives no orders: the only error is ours.
    const annotations = first.end.jobs.flatMap(({ steps }) => steps.flatMap((step) => step.annotations));
    expect(
      annotations.map(({ message }) => message).filter((message) => message.startsWith("forged")),
    ).toEqual([]);
    expect(annotations.map(({ level, title }) => `${level} ${title}`).sort()).toEqual([
      "error build/phase-failed",
      "error plan/not-all-built",
      "warning build/skipped",
    ]);
    expect(first.attested.join("")).toMatch(/^[0-9a-f]{64} {2}app-2\.0--debian-12--x86_64\.tar\.gz$/m);
    expect(first.artifacts.names().filter((name) => /^liba-1\.0,loud@/.test(name))).toEqual([
      "liba-1.0,loud@debian-12@x86_64",
    ]);

    // The owner mends one port, and changes another: the rest is fresh, and what is needed of it comes from the release.
    edit(caller, "broken/port.yml", ["exit 7", "true"]);
    edit(caller, "tool/port.yml", ['version: "1.0"', 'version: "1.1"']);
    const second = await run(caller, world);
    expect(second.end.result, story(second.end)).toBe("success");
    const again = summaryOf(jobOf(second.end, "publish"));
    expect(again).toContain("planned 9 = built 3 + fresh 6 + failed 0 + skipped 0");
    expect(again).toContain("recipe changed: version 1.0 → 1.1");
    expect(filesOf()).toContain("after-3.0--debian-12--x86_64.tar.gz");
    expect(filesOf()).toContain("tool-1.1--debian-12--x86_64.tar.gz");

    const before = JSON.stringify(releaseOf().assets.map(({ id, name }) => [id, name]));
    const third = await run(caller, world);
    expect(resultsOf(third.end), story(third.end)).toEqual({ plan: "success", publish: "success" });
    expect(summaryOf(jobOf(third.end, "publish"))).toContain(
      "planned 9 = built 0 + fresh 9 + failed 0 + skipped 0",
    );
    expect(JSON.stringify(releaseOf().assets.map(({ id, name }) => [id, name]))).toBe(before);
    expect(world.github.violations).toEqual([]);

    // Somebody only looks: nothing is published, and what was built is held against what is.
    edit(caller, "tool/port.yml", ['version: "1.1"', 'version: "1.2"']);
    edit(caller, "../.github/workflows/ports.yml", ["publish: release", "publish: none"]);
    const fourth = await run(caller, world);
    expect(fourth.end.result, story(fourth.end)).toBe("success");
    expect(fourth.end.jobs.find(({ name }) => name === "ports / publish")?.result).toBe("skipped");
    const report = jobOf(fourth.end, "report");
    expect(report.permissions).toEqual({ contents: "read" });
    expect(summaryOf(report)).toContain("planned 9 = built 1 + fresh 8 + failed 0 + skipped 0");
    expect(summaryOf(report)).toMatch(/`tool-1\.2` on `debian-12`, before 1\.1: \d+ → \d+ bytes/);
    expect(JSON.stringify(releaseOf().assets.map(({ id, name }) => [id, name]))).toBe(before);

    // What lies there now, by signify alone.
    const place = temporaryFolder();
    for (const { name, content } of releaseOf().assets) writeFileSync(join(place, name), content);
    const signify = ["-C", "-q", "-p", caller.publicKey, "-x", "SHA256.sig"];
    expect(spawnSync("signify-openbsd", signify, { cwd: place, encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  test("builds that only compare; what differs is held back with all that was built with it, and what can't be read left out", async () => {
    const caller = await makeCaller(HELD_BACK);
    edit(caller, "../.github/workflows/ports.yml", [
      "flavors: all\n",
      'flavors: all\n      pseudo-flavors: no_doc\n      keep-going: "yes"\n',
    ]);
    const world = await services();
    const files = () =>
      world.github
        .repository("o", "r")
        .published("packages")
        .assets.map(({ name }) => name)
        .filter((name) => name.endsWith(".tar.gz"))
        .sort();
    const PAIR = [
      "pair-core-1.0--debian-12--x86_64.tar.gz",
      "pair-core-1.0-loud--debian-12--x86_64.tar.gz",
      "pair-doc-1.0--debian-12--x86_64.tar.gz",
    ];

    const first = await run(caller, world);
    expect(resultsOf(first.end), story(first.end)).toMatchObject({ plan: "success", publish: "failure" });
    const page = summaryOf(jobOf(first.end, "publish"));
    expect(page).toContain("planned 7 = built 7 + fresh 0 + failed 0 + skipped 0");
    expect(page).toContain("`package/not-equal`");
    expect(page).toContain("`plan/held-back`");
    expect(page).toContain("`user-1.0@debian-12@x86_64`");
    expect(page).toContain(
      "`torn` in `ports/torn` was left out of the plan: `strange` is not a key of a port",
    );
    expect(page).toContain("`lame` in `ports/lame` was left out of the plan");
    expect(summaryOf(jobOf(first.end, "plan"))).toContain("`ports/torn/port.yml:6:1`");
    expect(files()).toEqual(PAIR);

    // The owner mends all: what was never compared is made again, and what was is left alone.
    edit(caller, "torn/port.yml", ["strange: key\n", ""]);
    edit(caller, "sly/port.yml", ["made with $FLAVORS", "made"]);
    const second = await run(caller, world);
    expect(second.end.result, story(second.end)).toBe("success");
    expect(summaryOf(jobOf(second.end, "publish"))).toContain(
      "planned 9 = built 5 + fresh 4 + failed 0 + skipped 0",
    );
    expect(files()).toEqual([
      "lame-1.0--debian-12--x86_64.tar.gz",
      ...PAIR,
      "sly-1.0--debian-12--x86_64.tar.gz",
      "torn-1.0--debian-12--x86_64.tar.gz",
      "user-1.0--debian-12--x86_64.tar.gz",
    ]);

    const third = await run(caller, world);
    expect(resultsOf(third.end), story(third.end)).toEqual({ plan: "success", publish: "success" });
  });

  test("stack migration: the same ports on a new base: what builds, what fails, which SONAMEs and sizes differ", async () => {
    const workshop = workshopOf(machine(keptCache));
    const next = await openBase(requestOf("debian-13", workshop.host), workshop, never);
    if (!next.ok) throw new Error(rendered(next.error));
    const caller = await makeCaller(MOVING);
    const world = await services();
    const before = await run(caller, world);
    expect(before.end.result, story(before.end)).toBe("success");
    const assets = () =>
      world.github
        .repository("o", "r")
        .published("packages")
        .assets.map(({ name }) => name);
    const released = assets();
    expect(released).toContain("liba-1.0--debian-12--x86_64.tar.gz");

    const start = { file: "stack-migration.yml", inputs: { base: "debian-13" } };
    const { end } = await run(caller, world, start);
    expect(resultsOf(end), story(end)).toMatchObject({ plan: "success", report: "failure" });
    const page = summaryOf(jobOf(end, "report"));
    expect(page).toContain("planned 2 = built 1 + fresh 0 + failed 1 + skipped 0");
    expect(page).toContain("`old-0.1@debian-13@x86_64` failed in the phase `build`.");
    expect(page).toMatch(
      /`liba-1\.0` on `debian-13`, before 1\.0 on debian-12: \d+ → \d+ bytes \([+-]?\d+ %\); `liba\.so\.12` is gone; `liba\.so\.13` is new/,
    );
    expect(assets()).toEqual(released);
    for (const { permissions } of end.jobs.filter(({ result }) => result !== "skipped"))
      expect(Object.values(permissions)).not.toContain("write");
  });
});
