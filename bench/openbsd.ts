// `node bench/run.mjs openbsd TREE [ENTRIES]`: entries a second of `list TREE --raw=…`, as dist/ reads it with all processors.

import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** bash's `times` tells what its children took: on a busy machine that says more than the clock. */
const TIMED = '"$0" "$@" || exit 1; times >&2';

/** What a planner asks of every entry. */
const NAMES = "FULLPKGNAME@,FULLPKGPATH@,LIB_DEPENDS@,RUN_DEPENDS@,BUILD_DEPENDS,DISTFILES,ERRORS";

export async function main(top: string, [tree, entries]: readonly string[]): Promise<void> {
  if (tree === undefined) throw new Error("name an OpenBSD ports tree");
  const options = [`--raw=${NAMES}`, ...(entries === undefined ? [] : ["--entries", resolve(entries)])];
  const started = performance.now();
  const args = [join(top, "dist/cli.js"), "list", resolve(tree), ...options];
  const timed = ["-c", TIMED, process.execPath, ...args];
  const { stdout, stderr } = await run("bash", timed, { maxBuffer: 2 ** 30 });
  const seconds = (performance.now() - started) / 1000;
  const lines = stdout.split("\n").filter(Boolean);
  const errors = lines.filter((line) => line.includes('"errors":[')).length;
  const rate = (lines.length / seconds).toFixed(0);
  console.log(`${lines.length} entries, ${errors} with errors, in ${seconds.toFixed(1)} s: ${rate} a second`);
  console.log(`user and system: ${stderr.trim().split("\n").at(-1)}`);
  console.log(`goal: 11580 entries in 15 s, that is 772 a second, on two cores`);
}
