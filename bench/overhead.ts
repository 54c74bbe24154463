// What Tarwright adds to a build: `node bench/run.mjs overhead [ROUNDS]`. Each round builds examples/hello once as a user
// does, and once bare: `configure`, `make` and `make install` of the unpacked source, with the same arguments and
// environment, in a buildbox over the same root. The first build starts from an empty cache: that is the cold start.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BaseRequest, buildRoot, openBase, openCatalogue, type Workshop } from "../src/base/base.ts";
import { buildEnvironment } from "../src/build/environment.ts";
import { type Buildbox, type Engine, guestPath, openEngines, type Root } from "../src/engine/engine.ts";
import { type Host, hostPath, openHost, openTree } from "../src/host/host.ts";
import { type Job, jobId, type Port } from "../src/port/port.ts";
import { readPort } from "../src/recipe/recipe.ts";
import { type Result, renderDiagnostic } from "../src/report.ts";

const GOAL = { coldSeconds: 60, cpuRatio: 1.03, addedSeconds: 0.5 };

type Sample = { readonly wall: number; readonly cpu: number };

export async function main(top: string, [rounds = "5"]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-bench-"));
  try {
    process.env["XDG_CACHE_HOME"] = join(folder, "cache");
    process.env["XDG_CONFIG_HOME"] = join(folder, "config");
    // A key that is there: making one is no part of a build.
    run(top, ["keygen", "bench", "--out", folder]);
    const cold = build(top, folder);
    console.log(`cold start         ${seconds(cold.wall)} wall   goal ${GOAL.coldSeconds} s`);
    await measure(await scene(top), { top, folder, rounds: Number(rounds) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Scene = { readonly host: Host; readonly engine: Engine; readonly root: Root; readonly job: Job };

async function scene(top: string): Promise<Scene> {
  const host = openHost();
  const catalogue = sound(openCatalogue([], host.folders.working));
  const lock: Workshop["lock"] = new Map();
  const workshop: Workshop = { host, engines: openEngines(host), report: () => undefined, catalogue, lock };
  const signal = new AbortController().signal;
  const port = portOf(top);
  const request: BaseRequest = { name: "debian-12", arch: "x86_64", engine: "namespace", source: "auto" };
  const ground = sound(await openBase(request, workshop, signal));
  const root = sound(
    await buildRoot(ground, { system: [], style: "gnu", dialect: "yaml" }, workshop, signal),
  );
  const decided = { port, base: ground.base, arch: ground.arch, layout: "vendor" } as const;
  const job = { ...decided, id: jobId(decided), prefix: port.prefix };
  return { host, engine: ground.engine, root, job };
}

function portOf(top: string): Port {
  const tree = openTree(hostPath(join(top, "examples")));
  const request = { folder: "hello", treeName: "examples", pkgpath: "hello", flavors: "default" } as const;
  return sound(readPort(tree, request)).port;
}

type Plan = { readonly top: string; readonly folder: string; readonly rounds: number };

async function measure(stage: Scene, { top, folder, rounds }: Plan): Promise<void> {
  const pairs: { readonly whole: Sample; readonly bare: Sample }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const whole = build(top, folder);
    pairs.push({ whole, bare: await bareBuild(stage) });
  }
  const line = (name: string, samples: readonly Sample[]) =>
    console.log(
      `${name}   ${seconds(median(samples.map(({ wall }) => wall)))} wall   ${seconds(median(samples.map(({ cpu }) => cpu)))} CPU`,
    );
  line(
    "tarwright build ",
    pairs.map(({ whole }) => whole),
  );
  line(
    "bare            ",
    pairs.map(({ bare }) => bare),
  );
  const cpuRatio = median(pairs.map(({ whole, bare }) => whole.cpu / bare.cpu));
  const added = median(pairs.map(({ whole, bare }) => whole.wall - bare.wall));
  console.log(`ratio of CPU time  ${cpuRatio.toFixed(3)}   goal ${GOAL.cpuRatio}`);
  console.log(`added wall time    ${seconds(added)}   goal ${seconds(GOAL.addedSeconds)}`);
  if (cpuRatio > GOAL.cpuRatio || added > GOAL.addedSeconds) process.exitCode = 1;
}

/** As a user does it; the time of all children counts. */
function build(top: string, folder: string): Sample {
  const out = join(folder, "out");
  const key = join(folder, "bench.sec");
  const sample = run(top, [
    "build",
    join(top, "examples/hello"),
    "--engine",
    "namespace",
    "--out",
    out,
    "--key",
    key,
  ]);
  rmSync(out, { recursive: true });
  return sample;
}

function run(top: string, args: readonly string[]): Sample {
  const timed = 'TIMEFORMAT="times %R %U %S"; time "$@"';
  const argv = ["-c", timed, "bash", process.execPath, join(top, "dist/cli.js"), ...args];
  const { status, stderr, stdout } = spawnSync("bash", argv, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return sampleIn(stderr);
}

/** What bash's `time` said last. */
function sampleIn(text: string): Sample {
  const [, wall = "", user = "", system = ""] =
    [...text.matchAll(/times ([\d.]+) ([\d.]+) ([\d.]+)/g)].at(-1) ?? [];
  return { wall: Number(wall), cpu: Number(user) + Number(system) };
}

const BARE = `
cd /build/work/hello-*
TIMEFORMAT="times %R %U %S"
time { ./configure --prefix="$1" && make -j"$2" && make install DESTDIR=/build/fake; } >/dev/null 2>/build/errors
`;

async function bareBuild({ host, engine, root, job }: Scene): Promise<Sample> {
  const signal = new AbortController().signal;
  const opened = await engine.open(
    { root, name: "bench", network: "none", hidden: [], upper: "disk" },
    signal,
  );
  if (opened.kind !== "opened") throw new Error(opened.why);
  await using buildbox = opened.buildbox;
  const source = hostPath(
    join(host.folders.cache, "distfiles/sha256", job.port.distfiles[0]?.digests[0]?.hex ?? ""),
  );
  await buildbox.copyIn(source, guestPath("/build/hello.tar.gz"), "build", signal);
  await inBox(buildbox, job, [
    "sh",
    "-ec",
    "mkdir /build/work /build/fake; tar -xzf /build/hello.tar.gz -C /build/work",
  ]);
  return sampleIn(
    await inBox(buildbox, job, ["bash", "-c", BARE, "bash", job.prefix, String(host.processors)]),
  );
}

async function inBox(buildbox: Buildbox, job: Job, argv: readonly [string, ...string[]]): Promise<string> {
  const env = buildEnvironment(job, { dependencies: [], sourceDateEpoch: 1_400_000_000 });
  let text = "";
  const sink = (chunk: Uint8Array) => {
    text += Buffer.from(chunk).toString("utf8");
  };
  const exec = { argv, cwd: guestPath("/build"), env, user: "build" } as const;
  const exit = await buildbox.run(exec, sink, new AbortController().signal);
  if (exit.kind !== "exited" || exit.status !== 0) throw new Error(`${JSON.stringify(exit)}\n${text}`);
  return text;
}

function sound<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.error.map((one) => renderDiagnostic(one, "never")).join(""));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
