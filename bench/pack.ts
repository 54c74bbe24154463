// Packing 200 MB: `node bench/run.mjs pack [ROUNDS]`. Each round packs the same tree once as a job's package is packed
// (files read, hashed and audited, metadata, archive), and once by `tar | gzip -6`.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HostPath, hostPath, openHost } from "../src/host/host.ts";
import { packJob } from "../src/package/package.ts";
import { renderDiagnostic } from "../src/report.ts";
import { bulkRequest } from "./bulk.ts";

const GOAL = { ratio: 0.6 };
const TREE_BYTES = 200e6;

export async function main(_top: string, [rounds = "5"]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tarwright-bench-"));
  try {
    const fakeRoot = hostPath(join(folder, "fake"));
    const sizeBytes = fillTree(join(fakeRoot, "app/vendor/bulk"));
    console.log(`${(sizeBytes / 1e6).toFixed(0)} MB of this machine's own libraries`);
    const ratios: number[] = [];
    const digests = new Set<string>();
    for (let round = 0; round < Number(rounds); round += 1) {
      const ours = await pack(fakeRoot, hostPath(join(folder, `staging-${round}`)));
      const theirs = tarAndGzip(fakeRoot, join(folder, "theirs.tar.gz"));
      ratios.push(ours.wall / theirs.wall);
      digests.add(ours.sha256);
      console.log(
        `tarwright ${sampleText(ours)}   tar | gzip -6 ${sampleText(theirs)}   ratio ${text(ours.wall / theirs.wall)}`,
      );
    }
    console.log(`median ratio ${text(median(ratios))}   goal ${GOAL.ratio}`);
    const [digest] = digests;
    console.log(
      digests.size === 1 ? `the same bytes every time: ${digest}` : `${digests.size} different archives`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds. */
type Sample = { readonly wall: number; readonly cpu: number; readonly sizeBytes: number };

/** Files of this machine, in the order of their names, up to the size. */
function fillTree(target: string): number {
  let sizeBytes = 0;
  const fill = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.isDirectory()) fill(file);
      if (!entry.isFile() || sizeBytes > TREE_BYTES) continue;
      const { size, mode } = statSync(file);
      if (size > TREE_BYTES / 4 || (mode & 0o6000) !== 0) continue;
      cpSync(file, join(target, file));
      sizeBytes += size;
    }
  };
  for (const folder of ["/usr/lib", "/usr/share", "/usr/bin"]) fill(folder);
  return sizeBytes;
}

async function pack(fakeRoot: HostPath, staging: HostPath): Promise<Sample & { readonly sha256: string }> {
  const host = openHost();
  const begun = performance.now();
  const before = process.cpuUsage();
  const packed = await packJob(
    bulkRequest(fakeRoot, staging),
    { host, report: () => undefined },
    new AbortController().signal,
  );
  const wall = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (!packed.ok) throw new Error(packed.error.map((one) => renderDiagnostic(one, "never")).join(""));
  const [row] = packed.value.packages.map((one) => one.package);
  if (!row) throw new Error("no package");
  return { wall, cpu: (user + system) / 1e6, sizeBytes: row.sizeBytes, sha256: row.sha256 };
}

function tarAndGzip(fakeRoot: string, file: string): Sample {
  const begun = performance.now();
  // times(1p): the second line is that of the children.
  const script = 'tar -C "$1" -cf - bulk | gzip -6 > "$2"; times';
  const { status, stdout } = spawnSync("sh", ["-c", script, "sh", join(fakeRoot, "app/vendor"), file]);
  if (status !== 0) throw new Error("tar | gzip failed");
  const used = [...(String(stdout).split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = used.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
  return { wall: (performance.now() - begun) / 1000, cpu, sizeBytes: statSync(file).size };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function sampleText({ wall, cpu, sizeBytes }: Sample): string {
  return `${text(wall)} s wall, ${text(cpu)} s CPU, ${(sizeBytes / 1e6).toFixed(1)} MB`;
}

function text(number: number): string {
  return number.toFixed(2);
}
