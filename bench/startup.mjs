#!/usr/bin/env node
// How long it takes until Tarwright runs: `node bench/startup.mjs`. Rounds are interleaved, so that what else the machine
// does hits all alike; the least is shown beside the median, and both beside a Node that does nothing.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { node24 } from "../scripts/node24.mjs";

const ROUNDS = 25;
const GOAL_MS = 120;

const top = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tarwright-startup-"));

// The Action reads its inputs and refuses: all of its own start, and nothing of a build.
const step = {
  PATH: process.env.PATH,
  RUNNER_TEMP: folder,
  GITHUB_WORKSPACE: folder,
  INPUT_PUBLISH: "release",
};
const commands = [
  { name: "empty, this Node", program: process.execPath, args: ["-e", "0"], status: 0 },
  {
    name: "cli.js --version",
    program: process.execPath,
    args: [join(top, "dist/cli.js"), "--version"],
    status: 0,
  },
  { name: "empty, Node 24", program: node24(), args: ["-e", "0"], status: 0 },
  { name: "the Action", program: node24(), args: [join(top, "dist/action/build.js")], status: 2 },
];

const times = commands.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [at, { name, program, args, status }] of commands.entries()) {
    const begin = performance.now();
    const end = spawnSync(program, args, { cwd: folder, env: step, encoding: "utf8" });
    times[at].push(performance.now() - begin);
    if (end.status !== status)
      throw new Error(`${name} ended with ${end.status}: ${end.stdout}${end.stderr}`);
  }
}
rmSync(folder, { recursive: true });

let empty = 0;
for (const [at, { name }] of commands.entries()) {
  const sorted = times[at].sort((a, b) => a - b);
  const least = sorted[0];
  const median = sorted[Math.floor(ROUNDS / 2)];
  if (name.startsWith("empty")) empty = median;
  const verdict = name.startsWith("empty")
    ? ""
    : `${(median / empty).toFixed(2)} × empty  goal ${GOAL_MS} ms`;
  console.log(
    `${name.padEnd(18)} median ${median.toFixed(0).padStart(4)} ms  least ${least.toFixed(0).padStart(4)} ms  ${verdict}`,
  );
  if (median > GOAL_MS) process.exitCode = 1;
}
