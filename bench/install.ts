// What `actions/install` costs: `node bench/run.mjs install [ROUNDS [DIST]]`. A package of 30 MB is signed and served from
// this machine; each round runs the Action on the runner's Node, once with an empty tool cache, once as the next job finds
// it, and beside them a Node that does nothing, and what it takes by hand: `curl`, `signify -V -z`, `tar x`. A machine with
// other work shows in the time that passes; the time of the CPU stays what it is.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error: plain JavaScript, shared with scripts/test-needs.mjs
import { node24 } from "../scripts/node24.mjs";
import { hostPath, openHost } from "../src/host/host.ts";
import { addToFolder, packJob, readSigningKey, writeKey } from "../src/package/package.ts";
import { bulkRequest } from "./bulk.ts";

const GOAL_MS = 1000;
const ARCHIVE_BYTES = 30e6;

export async function main(
  top: string,
  [rounds = "9", dist = join(top, "dist")]: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-bench-"));
  const server = createServer((request, response) => {
    response.end(readFileSync(join(folder, "release", decodeURIComponent(request.url ?? ""))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const { file, sizeBytes } = await release(folder);
    console.log(`an archive of ${(sizeBytes / 1e6).toFixed(1)} MB`);
    const samples: Record<"empty" | "first" | "again" | "by hand", Cost[]> = {
      empty: [],
      first: [],
      again: [],
      "by hand": [],
    };
    for (let round = 0; round < Number(rounds); round += 1) {
      const runner = join(folder, "runner");
      mkdirSync(runner);
      const command = { dist, folder, runner, url };
      samples.empty.push(await timed(node24(), ["-e", "0"], {}));
      samples.first.push(await step(command, "installed"));
      samples.again.push(await step(command, "present"));
      samples["by hand"].push(await byHand({ folder, runner, url: url + file }));
      rmSync(runner, { recursive: true });
    }
    for (const [name, all] of Object.entries(samples)) {
      const [passed, cpu] = [all.map((one) => one.durationMs), all.map((one) => one.cpuMs)];
      const shown = (ms: number) => ms.toFixed(0).padStart(5);
      console.log(
        `${name.padEnd(8)} median ${shown(median(passed))} ms  least ${shown(Math.min(...passed))} ms  CPU ${shown(median(cpu))} ms`,
      );
    }
    const medianOf = (all: readonly Cost[]) => median(all.map((one) => one.durationMs));
    const ratio = medianOf(samples.first) / medianOf(samples["by hand"]);
    console.log(`first ${ratio.toFixed(2)} × by hand   goal ${GOAL_MS} ms`);
    if (medianOf(samples.first) > GOAL_MS) process.exitCode = 1;
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function release(folder: string): Promise<{ readonly file: string; readonly sizeBytes: number }> {
  const host = openHost();
  const fake = join(folder, "fake/app/vendor/bulk");
  mkdirSync(join(fake, "bin"), { recursive: true });
  writeFileSync(join(fake, "bin/bulk"), "#!/bin/sh\necho bulk\n", { mode: 0o755 });
  // What can't be compressed, and as much again of what can.
  for (let one = 0; one < 30; one += 1) {
    writeFileSync(join(fake, `noise-${one}`), host.randomBytes(ARCHIVE_BYTES / 30));
    writeFileSync(join(fake, `text-${one}`), `line ${one}\n`.repeat(125_000));
  }
  const { signal } = new AbortController();
  const written = await writeKey({ folder: hostPath(folder), name: "bench" }, host);
  const key = written.ok ? await readSigningKey(written.value.secret, host) : written;
  const request = bulkRequest(hostPath(join(folder, "fake")), hostPath(join(folder, "staging")));
  const packed = await packJob(request, { host, report: () => undefined }, signal);
  if (!key.ok || !packed.ok) throw new Error("the package could not be made");
  const { packages } = packed.value;
  const out = { folder: hostPath(join(folder, "release")), folderName: "release", packages, key: key.value };
  const added = await addToFolder(out, host, signal);
  const [row] = added.ok ? added.value.added : [];
  if (!row) throw new Error("the package could not be signed");
  return row;
}

type Step = { readonly dist: string; readonly folder: string; readonly runner: string; readonly url: string };

async function step({ dist, folder, runner, url }: Step, outcome: string): Promise<Cost> {
  const output = join(runner, "output");
  for (const file of [output, join(runner, "path"), join(runner, "env")]) writeFileSync(file, "");
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: runner,
    RUNNER_TEMP: runner,
    RUNNER_TOOL_CACHE: join(runner, "tools"),
    GITHUB_WORKSPACE: runner,
    GITHUB_OUTPUT: output,
    GITHUB_PATH: join(runner, "path"),
    GITHUB_ENV: join(runner, "env"),
    INPUT_PACKAGES: "bulk",
    INPUT_FROM: url,
    INPUT_BASE: "host",
    INPUT_ARCH: "x86_64",
    "INPUT_PUBLIC-KEY": join(folder, "bench.pub"),
  };
  const cost = await timed(node24(), [join(dist, "action/install.js")], env);
  if (!readFileSync(output, "utf8").includes(`"outcome":"${outcome}"`))
    throw new Error(`it was not ${outcome}`);
  return cost;
}

type ByHand = { readonly folder: string; readonly runner: string; readonly url: string };

async function byHand({ folder, runner, url }: ByHand): Promise<Cost> {
  const script =
    'curl -sf "$1" -o a.tgz && signify-openbsd -V -z -q -p "$2" -x a.tgz > b.tgz && mkdir x && tar -C x -xzf b.tgz';
  return timed("sh", ["-c", `cd "$3" && ${script}`, "sh", url, join(folder, "bench.pub"), runner], {
    PATH: process.env["PATH"] ?? "",
  });
}

type Cost = { readonly durationMs: number; readonly cpuMs: number };

/** Not spawnSync: the server runs in this process. `time` is bash's own, and counts the program's children too. */
async function timed(program: string, args: readonly string[], env: Record<string, string>): Promise<Cost> {
  const script = 'TIMEFORMAT="%U %S"; exec 3>&2; time "$@" 2>&3';
  const begun = performance.now();
  const child = spawn("bash", ["-c", script, "bash", program, ...args], { env });
  const printed: Buffer[] = [];
  const told: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => told.push(chunk));
  const status = await new Promise((resolve) => child.on("close", resolve));
  const durationMs = performance.now() - begun;
  if (status !== 0)
    throw new Error(`${program} ended with ${status}: ${Buffer.concat([...printed, ...told])}`);
  const seconds = Buffer.concat(told).toString().trim().split("\n").at(-1)?.split(" ") ?? [];
  return { durationMs, cpuMs: seconds.reduce((sum, text) => sum + Number(text) * 1000, 0) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
