// Tiny ports, built for real over this machine.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { type JobOutcome, type JobSetting, runJob } from "../../src/build/build.ts";
import { openEngines } from "../../src/engine/engine.ts";
import { type Host, type HostPath, hostPath, joinPath, openHost } from "../../src/host/host.ts";
import {
  type Distfile,
  type Job,
  jobId,
  type Patch,
  type Port,
  type RootDigest,
  type Script,
  type Style,
} from "../../src/port/port.ts";
import type { Event, Span } from "../../src/report.ts";
import { never, recorder, temporaryFolder } from "../support.ts";

/** 2001-09-09T01:46:40Z: when everything in the archives of these tests was written. */
export const WRITTEN = 1_000_000_000;

const RECIPE = { name: "ports/foo/port.yml", text: "" };

export type Recipe = {
  readonly dialect?: Port["dialect"];
  readonly style?: Style;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly patches?: readonly string[];
  readonly configure?: readonly string[];
  readonly make?: Port["build"]["make"];
  /** What else the port says of its build. */
  readonly besides?: Partial<Port["build"]>;
  readonly limits?: Port["limits"];
  readonly runpath?: Port["runpath"];
  readonly prefix?: string;
};

/** A place in a recipe that consists of nothing but this text. */
export function spanOf(text: string): Span {
  return { source: { ...RECIPE, text }, start: 0, end: text.length };
}

export function jobOf(recipe: Recipe): Job {
  const scripts = Object.entries(recipe.scripts ?? {}).map(([hook, text]): [string, Script] => [
    hook,
    { text, shell: "sh", span: spanOf(hook) },
  ]);
  const prefix = recipe.prefix ?? "/app/vendor/foo";
  const port: Port = {
    dialect: recipe.dialect ?? "yaml",
    name: "foo",
    version: "1.0",
    pkgpath: "foo",
    comment: "foo",
    flavors: { available: [], pseudo: [], chosen: [] },
    packages: [],
    dropped: [],
    depends: { build: [], test: [], system: [] },
    distfiles: [],
    patches: (recipe.patches ?? []).map((path): Patch => ({ path, strip: 1, span: spanOf(path) })),
    bases: [],
    prefix,
    build: {
      style: { value: recipe.style ?? "script", span: spanOf("style") },
      configure: recipe.configure ?? [],
      make: recipe.make ?? { variables: [], targets: [] },
      scripts: new Map(scripts) as Port["build"]["scripts"],
      ...recipe.besides,
    },
    permit: {
      package: { value: true, span: spanOf("permit") },
      distfiles: { value: true, span: spanOf("permit") },
    },
    network: "fetch",
    limits: recipe.limits ?? {},
    runpath: recipe.runpath ?? "auto",
    audit: new Map(),
    span: spanOf("foo"),
  };
  const base = { name: "host", family: "host", digest: "sha256:0" as RootDigest, extensible: true } as const;
  const decided = { port, base, arch: "x86_64", layout: "vendor" } as const;
  return { ...decided, id: jobId(decided), prefix };
}

export type Tree = Readonly<Record<string, string | { readonly link: string } | { readonly run: string }>>;

/** Paths and contents; `run` is a file that may be executed. */
export function plant(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === "string") writeFileSync(file, content);
    else if ("link" in content) symlinkSync(content.link, file);
    else writeFileSync(file, content.run, { mode: 0o755 });
    if (typeof content === "string" || "run" in content) utimesSync(file, WRITTEN, WRITTEN);
  }
}

export type Fetched = JobSetting["distfiles"][number];

export function fetched(file: HostPath, name: string, subdir = ""): Fetched {
  const hex = createHash("sha256").update(readFileSync(file)).digest("hex");
  const span = spanOf(name);
  const distfile: Distfile = {
    file: name,
    urls: [],
    digests: [{ algorithm: "sha256", hex }],
    subdir,
    span,
    digestSpan: span,
  };
  return { distfile, file };
}

/** An archive made by the real tar(1) of `tree`, packed by the program that its suffix names. */
export function archive(name: string, tree: Tree, subdir = ""): Fetched {
  const folder = temporaryFolder();
  plant(join(folder, "content"), tree);
  const file = joinPath(folder, name);
  const packer = name.endsWith(".lz") ? ["--lzip"] : ["--auto-compress"];
  const options = [
    "--sort=name",
    `--mtime=@${WRITTEN}`,
    "--owner=0",
    "--group=0",
    ...packer,
    "-P",
    "-C",
    join(folder, "content"),
  ];
  if (name.endsWith(".zip"))
    execFileSync("zip", ["-qry", file, "."], {
      cwd: join(folder, "content"),
      env: { TZ: "UTC", PATH: "/usr/bin:/bin" },
    });
  else execFileSync("tar", [...options, "-cf", file, "."]);
  return fetched(file, name, subdir);
}

export type Built = {
  readonly outcome: JobOutcome;
  readonly events: readonly Event[];
  readonly log: string;
  readonly fakeRoot: HostPath;
};

/** Builds over the machine itself, in a namespace. */
export async function build(
  recipe: Recipe,
  rest: Partial<JobSetting> = {},
  signal: AbortSignal = never,
): Promise<Built> {
  return await buildJob(jobOf(recipe), rest, signal);
}

/** A job that was read from somewhere. */
export async function buildJob(
  job: Job,
  rest: Partial<JobSetting> = {},
  signal: AbortSignal = never,
): Promise<Built> {
  const folder = temporaryFolder();
  const { events, report } = recorder();
  const host = rest.host ?? openHost();
  const setting: JobSetting = {
    engine: engineOf(host),
    root: { kind: "overlay", bottom: "host", layers: [] },
    distfiles: [],
    portFolder: emptyFolder(),
    leftOut: [],
    dependencies: [],
    configureOptions: [],
    check: "skip",
    onEnd: "remove",
    hidden: [],
    parallel: 2,
    circumstances: "usual",
    logFile: joinPath(folder, "log"),
    fakeRoot: joinPath(folder, "fake"),
    host,
    report,
    ...rest,
  };
  const outcome = await runJob(job, setting, signal);
  const log = (await host.readText(setting.logFile)) ?? "";
  return { outcome, events, log, fakeRoot: setting.fakeRoot };
}

export function engineOf(host: Host) {
  const engine = openEngines(host).find(({ kind }) => kind === "namespace");
  if (!engine) throw new Error("no namespace engine");
  return engine;
}

function emptyFolder(): HostPath {
  const folder = joinPath(temporaryFolder(), "port");
  mkdirSync(folder);
  return folder;
}

/** A port's folder with this in it. */
export function portFolder(tree: Tree): HostPath {
  const folder = emptyFolder();
  plant(folder, tree);
  return folder;
}

/** Long output stands in a file of its own; UPDATE_GOLDEN=1 writes it. */
export function expectGolden(name: string, found: string): void {
  const file = new URL(`golden/${name.replaceAll(" ", "-")}.txt`, import.meta.url);
  if (process.env["UPDATE_GOLDEN"]) {
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, found);
  }
  expect(found).toBe(readFileSync(file, "utf8"));
}

/** Whether the base `host` of these tests has a program. */
export function has(program: string): boolean {
  return ["/usr/bin", "/bin"].some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      // Not here: that is the answer.
      return false;
    }
  });
}

/** Files and links below a folder, sorted, a link with its target. */
export function listing(folder: string): readonly string[] {
  const lines = execFileSync("find", [hostPath(folder), "!", "-type", "d", "-printf", "%P %l\n"], {
    encoding: "utf8",
  });
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();
}
