// What tests of packages share: a job, a tree to pack, foreign tools.

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type HostPath, hostPath, openHost } from "../../src/host/host.ts";
import type { LibrarySet, PackRequest } from "../../src/package/package.ts";
import {
  type Ingredients,
  type Job,
  jobId,
  type PackingRule,
  type Port,
  type RootDigest,
  type Subpackage,
} from "../../src/port/port.ts";
import type { Span } from "../../src/report.ts";
import { temporaryFolder } from "../support.ts";

export const host = openHost();

/** A recipe of which every part of interest is a word that can be pointed at. */
export function spanOf(text: string): Span {
  const source = { name: "ports/foo/port.yml", text: `${text}\n` };
  return { source, start: 0, end: text.length };
}

export function rules(...patterns: readonly string[]): readonly PackingRule[] {
  return patterns.map((pattern) => ({ pattern, span: spanOf(pattern) }));
}

export function subpackage(name: string, more: Partial<Subpackage> = {}): Subpackage {
  return {
    name,
    fullpkgname: name === "" ? "foo-1.0" : `foo-${name}-1.0`,
    fullpkgpath: name === "" ? "devel/foo" : `devel/foo,-${name}`,
    comment: "foo application",
    depends: { lib: [], run: [], system: [] },
    wantlib: [],
    files: [],
    span: spanOf(`${name}:`),
    ...more,
  };
}

export function port(more: Partial<Port> = {}): Port {
  const span = spanOf("name: foo");
  return {
    name: "foo",
    version: "1.0",
    dialect: "yaml",
    pkgpath: "devel/foo",
    comment: "foo application",
    license: "MIT",
    flavors: { available: [], pseudo: [], chosen: [] },
    packages: [subpackage("")],
    dropped: [],
    depends: { build: [], test: [], system: [] },
    distfiles: [],
    patches: [],
    bases: [],
    prefix: "/app/vendor/foo",
    build: {
      style: { value: "script", span: spanOf("style: script") },
      configure: [],
      make: { variables: [], targets: [] },
      scripts: new Map(),
    },
    permit: { package: { value: true, span }, distfiles: { value: true, span } },
    network: "fetch",
    limits: {},
    runpath: "auto",
    audit: new Map(),
    span,
    ...more,
  };
}

export function jobOf(one: Port, more: Partial<Job> = {}): Job {
  const parts = {
    port: one,
    base: {
      name: "debian-12",
      family: "debian",
      digest: `sha256:${"0".repeat(64)}` as RootDigest,
      extensible: true,
    },
    arch: "x86_64",
    layout: "vendor",
    ...more,
  } as const;
  return { ...parts, id: jobId(parts), prefix: one.prefix, ...more };
}

/** Path below the folder → text; `→ TARGET` makes a link, a path that ends with a slash a folder. */
export type TreeText = Readonly<Record<string, string>>;

export function writeTree(folder: string, tree: TreeText): HostPath {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, path);
    mkdirSync(path.endsWith("/") ? file : dirname(file), { recursive: true });
    if (content.startsWith("→ ")) symlinkSync(content.slice(2), file);
    else if (!path.endsWith("/")) writeFileSync(file, content);
    if (content.startsWith("#!")) chmodSync(file, 0o755);
  }
  return hostPath(folder);
}

export const INGREDIENTS: Ingredients = {
  generation: 1,
  port: "1".repeat(64),
  distfiles: "2".repeat(64),
  patches: "3".repeat(64),
  folder: "4".repeat(64),
  options: "5".repeat(64),
  dependencies: [],
};

/** Of a base that has no library. */
export const SHELL_ONLY: LibrarySet = {
  folders: [],
  libraries: [],
  programFolders: [{ path: "/bin", real: "/usr/bin" }],
  programs: ["/usr/bin/sh"],
};

export function packRequest(job: Job, fakeRoot: HostPath, more: Partial<PackRequest> = {}): PackRequest {
  return {
    job,
    fakeRoot,
    sourceDateEpoch: 1_500_000_000,
    libraries: SHELL_ONLY,
    dependencyPackages: [],
    systemPackages: [],
    compression: "gz",
    staging: more.staging ?? hostPath(join(temporaryFolder(), "staging")),
    buildFolders: ["/build/port", "/build/work"],
    fingerprint: "f".repeat(64),
    ingredients: INGREDIENTS,
    recipe: "r".repeat(64),
    buildTimeMs: 1234,
    ...more,
  };
}

/** Runs a program; throws with what it said when it fails. */
export function tool(program: string, args: readonly string[], cwd?: string): string {
  return execFileSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], LC_ALL: "C", HOME: "/nonexistent" },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
}
