import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { explainOutcome, type JobOutcome, type JobSetting, unusedOptions } from "../../src/build/build.ts";
import { type HostPath, hostPath, joinPath, openHost } from "../../src/host/host.ts";
import type { Style } from "../../src/port/port.ts";
import { never, rendered, temporaryFolder } from "../support.ts";
import {
  archive,
  type Built,
  build,
  expectGolden,
  jobOf,
  listing,
  portFolder,
  type Recipe,
} from "./workshop.ts";

/** As a person reads it, with what differs from run to run taken out. */
function told({ outcome }: Built): string {
  const text = rendered(explainOutcome(outcome));
  return text
    .replaceAll(/\/tmp\/tarwright-test-\w+/g, "FOLDER")
    .replaceAll(/buildbox enter \S+/g, "buildbox enter BOX");
}

const PATCH = `--- a/greeting\n+++ b/greeting\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n`;
const source = () => archive("foo-1.0.tar.gz", { "foo-1.0/greeting": "one\ntwo\nthree\n" });

test("job: events, log, hooks and their order", async () => {
  const phases = ["extract", "patch", "configure", "build", "check", "fake"];
  const hooks = phases
    .flatMap((phase) => [`pre-${phase}`, phase, `post-${phase}`])
    .filter((hook) => hook !== "extract");
  const scripts = Object.fromEntries(hooks.map((hook) => [hook, `echo "${hook} in $(pwd)"`]));
  const { outcome, events, log } = await build({ scripts }, { distfiles: [source()], check: "run" });
  expect(outcome.kind).toBe("built");
  const lines = phases.flatMap((phase) => [
    `==> ${phase}`,
    ...[`pre-${phase}`, phase, `post-${phase}`].flatMap((hook) => {
      if (hook === "extract") return ["$ gzip -dc < foo-1.0.tar.gz | tar -xf -"];
      const folder = hook === "pre-extract" ? "/build/work" : "/build/work/foo-1.0";
      return [`$ sh -e /build/hooks/${hook}`, `${hook} in ${folder}`];
    }),
  ]);
  expect(log).toBe(`${lines.join("\n")}\n`);
  const printed = events.flatMap((event) => {
    switch (event.kind) {
      case "phase-started":
        return [`==> ${event.phase}`];
      case "command-started":
        return [`$ ${event.command}`];
      case "output":
        return [Buffer.from(event.chunk).toString().trimEnd()];
      default:
        return [];
    }
  });
  expect(printed).toEqual(lines);
  const finished = events.flatMap((event) =>
    event.kind === "phase-finished" ? [[event.phase, event.outcome]] : [],
  );
  expect(finished).toEqual(phases.map((phase) => [phase, "done"]));
});

test("job: the environment is the same everywhere, and nothing of this machine's gets in", async () => {
  const scripts = { configure: "env | sort; umask; id -un" };
  const folder = portFolder({ "files/a": "a" });
  const dependency = temporaryFolder();
  mkdirSync(join(dependency, "bin"));
  const bar = { folder: dependency, prefix: "/app/vendor/bar", libraryFolders: ["/app/vendor/bar/lib"] };
  const dependencies = [bar, bar];
  const { log } = await build({ scripts }, { distfiles: [source()], portFolder: folder, dependencies });
  const environment = log.split("\n").filter((line) => !/^(==>|\$|PWD=|OLDPWD=|SHLVL=|_=)/.test(line));
  expectGolden("environment", `${environment.join("\n")}\n`);
});

test("job: patches apply in order and leave nothing else", async () => {
  const second = PATCH.replace("-two\n+2", "-2\n+zwei").replace(" one", " one");
  const { outcome, log, fakeRoot } = await build(
    { style: "manifest", patches: ["patches/1.patch", "patches/2.patch"] },
    {
      distfiles: [source()],
      portFolder: portFolder({
        "patches/1.patch": PATCH.replace("@@ -1,3 +1,3 @@", "@@ -3,3 +3,3 @@"),
        "patches/2.patch": second,
      }),
    },
  );
  expect(outcome.kind, log).toBe("built");
  expect(listing(fakeRoot)).toEqual(["app/vendor/foo/greeting"]);
  expect(readFileSync(join(fakeRoot, "app/vendor/foo/greeting"), "utf8")).toBe("one\nzwei\nthree\n");
});

type Failure = {
  readonly name: string;
  readonly recipe: Recipe;
  readonly rest?: () => Partial<JobSetting>;
  readonly outcome: Partial<Record<keyof Extract<JobOutcome, { kind: "phase-failed" }>, unknown>>;
};

const failures: readonly Failure[] = [
  {
    name: "a patch that does not apply",
    recipe: { patches: ["patches/1.patch"] },
    rest: () => ({
      distfiles: [source()],
      portFolder: portFolder({ "patches/1.patch": PATCH.replace("-two", "-deux") }),
    }),
    outcome: { kind: "patch-failed" },
  },
  {
    name: "a patch that is not there",
    recipe: { patches: ["patches/1.patch"] },
    rest: () => ({ distfiles: [source()] }),
    outcome: { kind: "phase-failed", phase: "patch" },
  },
  {
    name: "configure that fails",
    recipe: { style: "gnu" },
    rest: () => ({
      distfiles: [
        archive("foo-1.0.tar.gz", {
          "foo-1.0/configure": {
            run: "#!/bin/sh\necho 'checking for cc... no'\necho 'configure: error: no compiler' >&2\nexit 77\n",
          },
        }),
      ],
    }),
    outcome: { kind: "phase-failed", phase: "configure", exit: { kind: "exited", status: 77 } },
  },
  {
    name: "no configure at all",
    recipe: { style: "gnu" },
    rest: () => ({ distfiles: [source()] }),
    outcome: { kind: "phase-failed", phase: "configure", exit: { kind: "exited", status: 127 } },
  },
  {
    name: "a compiler that crashes",
    recipe: {
      scripts: { build: "echo 'foo.c:1:2: internal compiler error: Segmentation fault' >&2; exit 4" },
    },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 4 } },
  },
  {
    name: "a compiler that is killed",
    recipe: { scripts: { build: "kill -9 $$" } },
    outcome: { kind: "phase-failed", phase: "build" },
  },
  {
    name: "a header that the base lacks",
    recipe: {
      scripts: { build: "echo '#include <nowhere/to/be/found.h>' > foo.c; cc -c foo.c" },
    },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a library that the base lacks",
    recipe: { scripts: { build: "echo 'int main(void) { return 0; }' > foo.c; cc foo.c -lnowhere" } },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a program that the base lacks",
    recipe: { scripts: { "post-build": "frobnicate --now" } },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 127 } },
  },
  {
    name: "a program that configure does not find",
    recipe: {
      scripts: { configure: "echo 'configure: error: cannot find a2ps, enscript or mpage' >&2; exit 1" },
    },
    outcome: { kind: "phase-failed", phase: "configure", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a library that configure tells of in words of its own",
    recipe: {
      scripts: { configure: "echo 'configure: error: Foo requires libuuid - a part of make' >&2; exit 1" },
    },
    outcome: { kind: "phase-failed", phase: "configure", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "the last of the packages that are not found",
    recipe: {
      scripts: {
        configure: "echo '-- Could NOT find Doxygen (missing: X)'; echo 'Could NOT find CURL'; exit 1",
      },
    },
    outcome: { kind: "phase-failed", phase: "configure", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a library that a CMake script tells of in words of its own",
    recipe: {
      scripts: {
        configure:
          "printf 'CMake Error at a/CMakeLists.txt:18 (MESSAGE):\\n  Error: found a Linux system but no libcap header\\n\\n' >&2; exit 1",
      },
    },
    outcome: { kind: "phase-failed", phase: "configure", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a library that CMake would download",
    recipe: {
      scripts: {
        build:
          "echo \"[ 9%] Performing download step (download, verify and extract) for 'EXPAT'\"; seq 40; echo 'Could not resolve host: x'; exit 1",
      },
    },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a makefile that installs into the prefix itself",
    recipe: { scripts: { fake: 'mkdir -p "$PREFIX/bin"' } },
    outcome: { kind: "phase-failed", phase: "fake", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a build that wants the network",
    recipe: { scripts: { build: "echo 'curl: (6) Could not resolve host: example.org' >&2; exit 6" } },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 6 } },
  },
  {
    name: "colours, controls and overwritten lines stay out of the diagnostic",
    recipe: {
      scripts: { build: "printf 'old\\rnew\\n\\033[31mred\\033[0m \\033]0;title\\007\\a\\377\\n'; exit 1" },
    },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "a compiler that meets a full disk",
    recipe: {
      scripts: {
        build: "echo 'cc1: error: No space left on device'; exit 1",
      },
    },
    outcome: { kind: "phase-failed", phase: "build", exit: { kind: "exited", status: 1 } },
  },
  {
    name: "the time limit",
    recipe: { limits: { timeMs: 1500 }, scripts: { build: "echo waiting; sleep 1000 & wait" } },
    outcome: { kind: "timed-out", phase: "build" },
  },
];

for (const { name, recipe, rest, outcome } of failures) {
  test(`job: ${name}`, async () => {
    const built = await build(recipe, rest?.() ?? {});
    expect(built.outcome, built.log).toMatchObject(outcome);
    expectGolden(name, told(built));
    expect(built.events.at(-1)).toMatchObject({ kind: "phase-finished", outcome: "failed" });
  });
}

test("job: network is off, and the prefix can't be written to", async () => {
  const scripts = {
    build: 'ls /sys/class/net; ! touch "$PREFIX"/x; ! touch /usr/x; ! cat /root/.bashrc; touch /tmp/x',
  };
  const { outcome, log } = await build({ scripts });
  expect(outcome.kind, log).toBe("built");
  expect(log).toContain("\nlo\n");
});

test("job: a build that prints 100 MB of anything keeps memory small", async () => {
  const before = process.memoryUsage().rss;
  let printed = 0;
  let most = 0;
  const { outcome } = await build(
    { scripts: { build: "head -c 100000000 /dev/urandom; printf '\\n\\377\\376last line\\n'; exit 1" } },
    {
      report: (event) => {
        if (event.kind !== "output") return;
        printed += event.chunk.length;
        most = Math.max(most, process.memoryUsage().rss);
      },
    },
  );
  if (outcome.kind !== "phase-failed") throw new Error(outcome.kind);
  expect(printed).toBe(100_000_013);
  expect(statSync(outcome.log).size).toBe(
    100_000_013 +
      "==> extract\n$ mkdir -p /build/work/foo-1.0\n==> build\n$ sh -e /build/hooks/build\n".length,
  );
  expect(outcome.tail.endsWith("last line")).toBe(true);
  expect(most - before).toBeLessThan(150_000_000);
});

test("job: an abort ends it, and what ran in it", async () => {
  const aborter = new AbortController();
  const report: JobSetting["report"] = (event) => {
    if (event.kind === "output") aborter.abort();
  };
  const { outcome } = await build({ scripts: { build: "echo go; sleep 4321" } }, { report }, aborter.signal);
  expect(outcome.kind).toBe("aborted");
  expect(execFileSync("sh", ["-c", "pgrep -f 'sleep 432[1]' || true"], { encoding: "utf8" })).toBe("");
});

test("job: configure options that nothing takes are told", () => {
  const told = (style: Style, options: readonly string[]) =>
    unusedOptions(jobOf({ style }).port, options).map(({ code, blame }) => `${code} ${blame}`);
  expect(told("manifest", ["--with-x"])).toEqual(["build/unused-options request"]);
  expect(told("manifest", [])).toEqual([]);
  expect(told("gnu", ["--with-x"])).toEqual([]);
});

test("job: the port's folder goes in without what git and this program keep there", async () => {
  const folder = portFolder({
    "files/a": { run: "a" },
    "files/link": { link: "a" },
    "files/.git": "gitdir: ../../.git/modules/files",
    ".git/HEAD": "ref",
    ".gitignore": "out",
    "out/foo-1.0.tar.gz": "large",
    "files/out/kept": "",
  });
  chmodSync(join(folder, ".gitignore"), 0o600);
  chmodSync(join(folder, "files"), 0o700);
  const scripts = { build: 'cd "$PORTDIR"; find . -printf "%M %P %l\\n" | sort -k 2' };
  const leftOut = [joinPath(folder, "out"), folder, joinPath(folder, "none")];
  const { outcome, log } = await build({ scripts }, { portFolder: folder, leftOut });
  expect(outcome.kind, log).toBe("built");
  const found = log.split("\n").filter((line) => /^[-dl]rw/.test(line));
  expect(found.map((line) => line.trim())).toEqual([
    "drwxr-xr-x",
    "-rw-r--r-- .gitignore",
    "drwxr-xr-x files",
    "-rwxr-xr-x files/a",
    "lrwxrwxrwx files/link a",
    "drwxr-xr-x files/out",
    "-rw-r--r-- files/out/kept",
  ]);
});

test("job: an abort before it began", async () => {
  const { outcome } = await build({ scripts: { build: "true" } }, {}, AbortSignal.abort());
  expect(outcome.kind).toBe("aborted");
});

test("job: a buildbox that goes away is told", async () => {
  const report: JobSetting["report"] = (event) => {
    // The init of the box, seen from outside: the shell that reads its lifeline.
    if (event.kind === "output")
      execFileSync("pkill", ["-KILL", "-f", "--parent", String(process.pid), "unshare"]);
  };
  const { outcome } = await build({ scripts: { build: "echo go; sleep 1234" } }, { report }, never);
  expect(outcome).toMatchObject({ kind: "engine-died", phase: "build" });
});

test("job: what is kept can be entered", async () => {
  const host = openHost();
  const own = { ...host, folders: { ...host.folders, cache: temporaryFolder() } };
  const kept = await build({ scripts: { build: "exit 3" } }, { onEnd: "keep", host: own });
  expect(kept.outcome).toMatchObject({
    kind: "phase-failed",
    enter: expect.stringContaining("buildbox enter"),
  });
  expect(told(kept)).toContain("\n  enter the buildbox: tarwright buildbox enter BOX\n");
});

test("job: dependencies are there, and belong to nobody who builds", async () => {
  const folder = portFolder({ "bin/bar": { run: "#!/bin/sh\necho bar\n" }, "lib/libbar.a": "" });
  const { outcome, log } = await build(
    { scripts: { build: "bar; ! touch /app/vendor/bar/x; ls -l /app/vendor/bar/lib" } },
    { dependencies: [{ folder: hostPath(folder), prefix: "/app/vendor/bar", libraryFolders: [] }] },
  );
  expect(outcome.kind, log).toBe("built");
  expect(log).toMatch(/\nbar\n[\s\S]*root root .* libbar.a/);
});

const runpaths: readonly { readonly runpath: "auto" | "keep" | "none"; readonly folders: string }[] = [
  { runpath: "auto", folders: "[/app/vendor/foo/lib:/app/vendor/bar/lib]" },
  { runpath: "keep", folders: "" },
  { runpath: "none", folders: "" },
];
for (const { runpath, folders } of runpaths) {
  test(`job: libraries of dependencies, with runpath ${runpath}`, async () => {
    const folder = portFolder({ "bar.c": "int bar(void) { return 0; }\n" });
    mkdirSync(join(folder, "lib"));
    execFileSync("gcc", ["-shared", "-Wl,-soname,libbar.so", "-o", "lib/libbar.so", "bar.c"], {
      cwd: folder,
    });
    const script = `echo 'int bar(void); int main(void) { return bar(); }' > main.c
      cc $CFLAGS -o main main.c $LDFLAGS -lbar
      readelf -d main | sed -n 's/.*runpath: /runpath /p'
      if env -u LD_LIBRARY_PATH ./main 2>/dev/null; then echo runs; else echo does not run; fi`;
    const bar = { folder, prefix: "/app/vendor/bar", libraryFolders: ["/app/vendor/bar/lib"] };
    const { outcome, log } = await build({ runpath, scripts: { build: script } }, { dependencies: [bar] });
    expect(outcome.kind, log).toBe("built");
    expect(log).toContain(folders === "" ? "does not run\n" : `runpath ${folders}\nruns\n`);
  });
}

test("job: the info index of the whole machine goes into no package", async () => {
  const scripts = {
    fake: 'cd "$DESTDIR"; mkdir -p "./$PREFIX/share/info"; touch "./$PREFIX/share/info/dir" "./$PREFIX/share/info/foo.info"',
  };
  const { fakeRoot } = await build({ scripts });
  expect(listing(fakeRoot)).toEqual(["app/vendor/foo/share/info/foo.info"]);
});

test("job: a link in the fake root leads nobody to this machine's files", async () => {
  const outside = portFolder({ "info/dir": "the machine's own" });
  const scripts = { fake: `mkdir -p "$DESTDIR$PREFIX"; ln -s ${outside} "$DESTDIR$PREFIX/share"` };
  const { outcome } = await build({ scripts });
  expect(outcome.kind).toBe("built");
  expect(readFileSync(join(outside, "info/dir"), "utf8")).toBe("the machine's own");
});

/** A file system that holds very little. */
function smallDisk(): HostPath {
  const folder = temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
  return folder;
}

const isRoot = process.getuid?.() === 0;
const mounting = isRoot ? "" : " (only root can mount a small disk)";

test.skipIf(!isRoot)(
  `job: a buildbox on a full disk is told, and nothing of it stays${mounting}`,
  async () => {
    const host = openHost();
    const cache = smallDisk();
    const small = { ...host, folders: { ...host.folders, cache } };
    const built = await build({ scripts: { build: "head -c 10000000 /dev/zero > big" } }, { host: small });
    expect(told(built)).toContain("error[build/disk-full]");
    expect(listing(join(cache, "boxes"))).toEqual([]);
  },
);

test.skipIf(!isRoot)(`job: an archive too big for the disk is told${mounting}`, async () => {
  const host = openHost();
  const small = { ...host, folders: { ...host.folders, cache: smallDisk() } };
  const big = archive("foo-1.0.tar.gz", { "foo-1.0/big": randomBytes(10_000_000).toString("latin1") });
  const built = await build({}, { host: small, distfiles: [big] });
  expect(built.outcome).toMatchObject({ kind: "phase-failed", phase: "extract" });
  expect(told(built)).toContain("error[build/disk-full]");
});

test.skipIf(!isRoot)(
  `job: a log on a full disk is told, and nothing of the build stays${mounting}`,
  async () => {
    const logFile = joinPath(smallDisk(), "log");
    const failed = build({ scripts: { build: "head -c 10000000 /dev/zero; sleep 2345" } }, { logFile });
    await expect(failed).rejects.toMatchObject({ name: "WorldFailure", code: "ENOSPC" });
    expect(execFileSync("sh", ["-c", "pgrep -f 'sleep 234[5]' || true"], { encoding: "utf8" })).toBe("");
  },
);

test.skipIf(!isRoot)(`job: a fake root that finds no room is told${mounting}`, async () => {
  const fakeRoot = joinPath(smallDisk(), "fake");
  const built = await build(
    { scripts: { fake: 'head -c 10000000 /dev/zero > "$DESTDIR/big"' } },
    { fakeRoot },
  );
  expect(built.outcome).toMatchObject({ kind: "copy-failed", phase: "fake" });
  expect(told(built)).toMatch(
    /error\[build\/copy-failed\][\s\S]*\n {2}\| tar: .*big: Wrote only[\s\S]*help: the disk is full/,
  );
});
