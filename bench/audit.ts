// The audit of 2,000 ELF files of this machine: `node bench/run.mjs audit [ROUNDS]`. A round reads and audits a prefix
// that holds them, as `lib-depends` does with what was unpacked, and reads the same files once with `cat` for comparison.

import { spawnSync } from "node:child_process";
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { hostPath, openHost } from "../src/host/host.ts";
import { auditInspected, inspectFolder, scanLibraries, subjectOfManifest } from "../src/package/package.ts";
import { renderDiagnostic } from "../src/report.ts";

const GOAL = { seconds: 3 };
const FILES = 2000;

export async function main(_top: string, [rounds = "5"]: readonly string[]): Promise<void> {
  // Beside the files, so that they can be linked instead of copied.
  const folder = hostPath(mkdtempSync("/usr/lib/tarwright-bench-"));
  try {
    const bytes = fill(folder);
    console.log(`${FILES} ELF files of this machine, ${(bytes / 1e6).toFixed(0)} MB`);
    const host = openHost();
    const signal = new AbortController().signal;
    const base = await scanLibraries([hostPath("/")], host);
    const walls: number[] = [];
    for (let round = 0; round < Number(rounds); round += 1) {
      const before = process.cpuUsage();
      const begun = performance.now();
      const inspected = await inspectFolder(folder, { host, buildFolders: ["/build/work"] }, signal);
      if (!inspected.ok)
        throw new Error(inspected.error.map((one) => renderDiagnostic(one, "never")).join(""));
      const [one] = inspected.value;
      if (!one) throw new Error("no package");
      const subject = subjectOfManifest(one.manifest, "host");
      const request = { inspected: one, subject, others: [], base, buildFolders: [] };
      const { audit } = auditInspected(request);
      const wall = (performance.now() - begun) / 1000;
      const { user, system } = process.cpuUsage(before);
      const cat = performance.now();
      spawnSync("sh", ["-c", 'find "$1" -type f -exec cat {} + >/dev/null', "sh", folder]);
      const plain = (performance.now() - cat) / 1000;
      walls.push(wall);
      console.log(
        `audit ${wall.toFixed(2)} s wall, ${((user + system) / 1e6).toFixed(2)} s CPU, ${audit.links.length} links   cat ${plain.toFixed(2)} s`,
      );
    }
    const median = walls.sort((a, b) => a - b)[Math.floor(walls.length / 2)] ?? Number.NaN;
    console.log(`median ${median.toFixed(2)} s   goal ${GOAL.seconds} s`);
    if (median > GOAL.seconds) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A prefix with links to files of `/usr`, some of them twice where there are not enough; answers their size. */
function fill(folder: string): number {
  const device = statSync(folder).dev;
  const files = readdirSync("/usr", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\/s?bin\/|\.so(\.|$)/.test(file) && !file.startsWith(folder))
    .filter((file) => {
      const { size, mode, dev } = statSync(file);
      return size < 4e6 && (mode & 0o6000) === 0 && dev === device && isElf(file);
    });
  let bytes = 0;
  const names = Array.from({ length: FILES }, (_, index) => {
    const file = files[index % files.length] ?? "";
    const name = `files/${index}/${basename(file)}`;
    mkdirSync(join(folder, name, ".."), { recursive: true });
    linkSync(file, join(folder, name));
    bytes += statSync(file).size;
    return name;
  });
  mkdirSync(join(folder, "Resources"));
  const manifest = { fullpkgname: "bulk-1", pkgpath: "bulk", flavors: [], base: "host", arch: "x86_64" };
  const rest = { layout: "vendor", prefix: "/app/vendor/bulk", depends: [], systemPackages: [] };
  writeFileSync(join(folder, "Resources/Manifest.json"), JSON.stringify({ ...manifest, ...rest }));
  writeFileSync(join(folder, "Resources/PackingList"), names.map((name) => `${name}\n`).join(""));
  return bytes;
}

function isElf(file: string): boolean {
  const start = Buffer.alloc(4);
  const handle = openSync(file, "r");
  readSync(handle, start, 0, 4, 0);
  closeSync(handle);
  return start.equals(Buffer.from("\x7fELF", "latin1"));
}
