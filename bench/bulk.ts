// A job that packs whatever lies at `/app/vendor/bulk` of a fake root.

import type { HostPath } from "../src/host/host.ts";
import type { PackRequest } from "../src/package/package.ts";
import { fingerprint } from "../src/plan/plan.ts";
import { type Job, jobId, type RootDigest } from "../src/port/port.ts";
import { readPort } from "../src/recipe/recipe.ts";
import { renderDiagnostic } from "../src/report.ts";

export function bulkRequest(fakeRoot: HostPath, staging: HostPath): PackRequest {
  const made = { job: job(), files: [], dependencies: [], configureOptions: [] };
  return {
    job: made.job,
    fakeRoot,
    sourceDateEpoch: 1_500_000_000,
    libraries: { folders: [], libraries: [], programFolders: [], programs: [] },
    dependencyPackages: [],
    systemPackages: [],
    compression: "gz",
    staging,
    buildFolders: ["/build/work"],
    ...fingerprint(made),
    recipe: "0",
    buildTimeMs: 0,
  };
}

/** Links of foreign files lead nowhere here: that is looked at, but not held against them. */
const RECIPE = `name: bulk
version: "1"
comment: many megabytes
build: {style: script}
audit: {${["missing-library", "missing-version", "interpreter", "runpath", "shebang", "architecture"].map((check) => `${check}: off`).join(", ")}}
`;

function job(): Job {
  const tree = {
    read: (path: string) => (path.endsWith("port.yml") ? RECIPE : undefined),
    exists: (path: string) => (path.endsWith("port.yml") ? "file" : "folder") as "file" | "folder",
    list: () => ["port.yml"],
  };
  const read = readPort(tree, { folder: "bulk", treeName: "bench", pkgpath: "bulk", flavors: "default" });
  if (!read.ok) throw new Error(read.error.map((one) => renderDiagnostic(one, "never")).join(""));
  const { port } = read.value;
  const digest = `sha256:${"0".repeat(64)}` as RootDigest;
  const base = { name: "host", family: "host", digest, extensible: false } as const;
  const decided = { port, base, arch: "x86_64", layout: "vendor" } as const;
  return { ...decided, id: jobId(decided), prefix: port.prefix };
}
