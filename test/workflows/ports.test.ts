// ports.yml, really run from a caller: ports are built in buildboxes over a made Debian, by the built dist/ on Node 24, with
// doubles of what is GitHub's own: releases, artifacts, cache. Takes minutes, so it is asked for.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openHost } from "../../src/host/host.ts";
import { writeKey } from "../../src/package/package.ts";
import { serveCache } from "../action/cache-service.ts";
import { startGitHub } from "../github/double.ts";
import { keptCache, machine, madeDebian, workshopOf } from "../made-base.ts";
import { rendered, temporaryFolder } from "../support.ts";
import { openArtifacts } from "./artifacts.ts";
import { type JobEnd, type JobName, type Permissions, type RunEnd, runWorkflow } from "./run.ts";

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

/** A repository with ports, a key, and the short file that its owner has copied. */
async function makeCaller(): Promise<Caller> {
  const folder = temporaryFolder();
  const files = {
    ...Object.fromEntries(Object.entries(SOURCES).map(([name, text]) => [`ports/${name}`, text])),
    ".github/workflows/ports.yml": CALLER,
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

type Tamper = (artifacts: ReturnType<typeof openArtifacts>, job: JobName) => void;

/** One run of the caller's workflow, on machines that are new for each job. */
async function run(
  { folder, secret }: Caller,
  { github, cache }: GitHubServices,
  tamper: Tamper = () => undefined,
) {
  const place = temporaryFolder();
  const artifacts = openArtifacts(join(place, "artifacts"));
  const attested: string[] = [];
  let count = 0;
  const end = await runWorkflow(
    { folder, file: ".github/workflows/ports.yml", secrets: { SIGNING_KEY: secret } },
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
        tamper(artifacts, job);
        count += 1;
        const at = join(place, `machine-${count}`);
        const caches = join(at, "cache");
        for (const name of ["work", "temp", "cache"]) mkdirSync(join(at, name), { recursive: true });
        // The one root is made once for all tests; the machines that build know nothing of it.
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
      token: (permissions: Permissions) =>
        permissions["contents"] === "write" ? WRITER : READER,
      github: {
        repository: "o/r",
        event_name: "push",
        ref: "refs/heads/main",
        event: { repository: { visibility: "public" } },
      },
    },
  );
  return { end, artifacts, attested };
}

function resultsOf({ jobs }: RunEnd): Readonly<Record<string, string>> {
  return Object.fromEntries(
    jobs
      .filter(({ result }) => result !== "skipped")
      .map(({ name, result }) => [name.replace("ports / ", ""), result]),
  );
}

function jobOf({ jobs }: RunEnd, name: RegExp): JobEnd {
  const found = jobs.find((job) => name.test(job.name));
  if (!found) throw new Error(`no job ${name}: ${jobs.map((job) => job.name).join(", ")}`);
  return found;
}

const summaryOf = (job: JobEnd) => job.steps.map(({ summary }) => summary).join("");
const logOf = (job: JobEnd) => job.steps.map(({ name, log }) => `== ${name}\n${log}`).join("\n");
/** As a person reads it. */
const plain = (page: string) =>
  page.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/<\/?code>/g, "`");

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
    const first = await run(caller, world);
    console.log(resultsOf(first.end), first.artifacts.names());
    for (const job of first.end.jobs)
      if (job.result !== "skipped")
        console.log(job.name, job.result, plain(summaryOf(job)), logOf(job).slice(-3000));
  });
});
