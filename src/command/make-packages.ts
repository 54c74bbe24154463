import { runLibraries, runPackages, runRoot, suppliedFor } from "../base/base.ts";
import {
  BUILD_FOLDERS,
  crossToolchain,
  explainOutcome,
  explainTest,
  runJob,
  testPackage,
  type UnpackedPackage,
} from "../build/build.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import { type FileHashKind, packJob, type StagedPackage, unpackPackage } from "../package/package.ts";
import type { Circumstance, Compression, Phase, Script } from "../port/port.ts";
import { asWarning, type Diagnostic, ok, type Result } from "../report.ts";
import { originOf } from "./origin.ts";
import { type Stage, systemDependencies } from "./stage.ts";
import type { Context } from "./verb.ts";

export type Making = {
  readonly stage: Stage;
  readonly portFolder: HostPath;
  /** No part of the port, though they may lie in its folder. */
  readonly leftOut: readonly HostPath[];
  readonly workspace: HostPath;
  readonly subpackages: readonly string[];
  readonly configureOptions: readonly string[];
  readonly compression: Compression;
  readonly fileHash?: FileHashKind;
  readonly check: "run" | "skip";
  readonly parallel: number;
  readonly onEnd: "keep" | "remove";
  /** `compare`: under other circumstances than usual, untested, to be held against what was built before. */
  readonly purpose: "deliver" | "compare";
  /** Folders of this machine that no build may see. */
  readonly hidden: readonly HostPath[];
};

export type Made = {
  readonly packages: readonly StagedPackage[];
  readonly warnings: readonly Diagnostic[];
  /** The command that enters the kept buildbox. */
  readonly enter: string | undefined;
  readonly log: HostPath;
  readonly varied: readonly Circumstance[];
};

/** Runs the phases up to fake; the fake root lies in the workspace. */
export async function fakeJob(
  making: Omit<Making, "subpackages" | "compression" | "fileHash">,
  { host, report, signal }: Context,
): Promise<Result<Faked>> {
  const { stage, workspace } = making;
  const suffix = making.purpose === "compare" ? ".again" : "";
  const log = joinPath(host.folders.cache, "logs", `${stage.job.id}${suffix}.log`);
  const outcome = await runJob(
    stage.job,
    {
      engine: stage.ground.engine,
      root: stage.root,
      distfiles: stage.distfiles,
      members: stage.members,
      portFolder: making.portFolder,
      leftOut: making.leftOut,
      dependencies: stage.dependencies.built,
      configureOptions: making.configureOptions,
      check: making.check,
      onEnd: making.onEnd,
      hidden: making.hidden,
      toolchain: toolchainOf(stage),
      parallel: making.parallel,
      circumstances: making.purpose === "compare" ? "other" : "usual",
      logFile: log,
      fakeRoot: joinPath(workspace, "fake"),
      host,
      report,
    },
    signal,
  );
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind !== "built") return { ok: false, error: explainOutcome(outcome) };
  const { fakeRoot, sourceDateEpoch, durationMs, enter, varied } = outcome;
  return ok({ fakeRoot, sourceDateEpoch, durationMs, enter, log, varied });
}

/** Of a job whose architecture is another than that of the machine. */
function toolchainOf({ ground: { arch, cross } }: Pick<Stage, "ground">) {
  return cross && crossToolchain({ machine: cross.machine, target: arch });
}

/** From the buildbox to audited, tested archives in the workspace; nothing is signed or published yet. */
export async function makePackages(making: Making, context: Context): Promise<Result<Made>> {
  const faked = await fakeJob(making, context);
  if (!faked.ok) return faked;
  const packed = await pack(making, faked.value, context);
  if (!packed.ok) return packed;
  const wanted = packed.value.packages.filter(
    ({ package: { subpackage } }) =>
      making.subpackages.length === 0 || making.subpackages.includes(subpackage),
  );
  const tested = await test(making, packed.value.packages, context);
  if (!tested.ok) return tested;
  const packages = wanted.map((staged) => ({
    ...staged,
    package: { ...staged.package, test: tested.value === "passed" ? "passed" : "none" } as const,
  }));
  const { enter, log, varied } = faked.value;
  const { stage } = making;
  const skipped = tested.value === "not-runnable" ? [asWarning(untested(stage))] : [];
  const warnings = [...packed.value.warnings, ...skipped];
  return ok({ packages, warnings, enter, log, varied });
}

type FakeRoot = {
  readonly fakeRoot: HostPath;
  readonly sourceDateEpoch: number;
  readonly durationMs: number;
};

type Faked = FakeRoot & {
  /** The command that enters the kept buildbox. */
  readonly enter: string | undefined;
  readonly log: HostPath;
  readonly varied: readonly Circumstance[];
};

/** Archives and audit go together: what a file links stands in the package. */
async function pack(
  { stage, portFolder, workspace, compression, fileHash }: Making,
  { fakeRoot, sourceDateEpoch, durationMs }: FakeRoot,
  context: Context,
): Promise<
  Result<{ readonly packages: readonly StagedPackage[]; readonly warnings: readonly Diagnostic[] }>
> {
  const { ground, job, workshop } = stage;
  const system = systemDependencies(job.port);
  return inPhase("package", { stage, context }, async () => {
    const libraries = await runLibraries(ground, system, workshop, context.signal);
    const systemPackages = runPackages(ground, system);
    if (!libraries.ok) return libraries;
    if (!systemPackages.ok) return systemPackages;
    const packed = await packJob(
      {
        job,
        fakeRoot,
        sourceDateEpoch,
        libraries: libraries.value,
        dependencyPackages: stage.dependencies.present,
        systemPackages: systemPackages.value,
        compression,
        ...(fileHash ? { fileHash } : {}),
        staging: joinPath(workspace, "packages"),
        buildFolders: BUILD_FOLDERS,
        fingerprint: stage.fingerprint,
        ingredients: stage.ingredients,
        recipe: stage.recipe,
        buildTimeMs: Math.round(durationMs),
        origin: await originOf(stage, { portFolder, sourceDateEpoch }, context),
        ...(job.port.dialect === "gobolinux" ? { supply: (name) => suppliedFor(name)?.neutral } : {}),
      },
      workshop,
      context.signal,
    );
    if (!packed.ok) return packed;
    return ok({
      packages: packed.value.packages,
      warnings: [...packed.value.remarks, ...packed.value.audits.flatMap(({ findings }) => findings)],
    });
  });
}

async function test(
  making: Making,
  packages: readonly StagedPackage[],
  context: Context,
): Promise<Result<TestEnd | "none">> {
  const script = making.stage.job.port.test;
  if (!script || making.purpose === "compare") return ok("none");
  return await testPackages(making, { packages, script }, context);
}

/** `not-runnable`: of another architecture, for which nothing here stands in. */
type TestEnd = "passed" | "not-runnable";

export function untested({ job, ground }: Pick<Stage, "job" | "ground">): Diagnostic {
  return {
    severity: "error",
    code: "build/untested",
    blame: "world",
    message: `the test of \`${job.id}\` did not run: this machine is ${ground.cross?.machine}, and runs no programs for ${job.arch}`,
    ...(job.port.test ? { span: job.port.test.span } : {}),
    help: "let qemu-user run them (on Debian, install `qemu-user-static` and `binfmt-support`), or run it where they belong: `build PORT --test-only PACKAGE`",
  };
}

/** What the test phase needs of a stage. */
export type TestStage = Pick<Stage, "job" | "ground" | "workshop" | "dependencies">;

type Testing = Pick<Making, "workspace" | "hidden"> & { readonly stage: TestStage };
type Tested = { readonly packages: readonly StagedPackage[]; readonly script: Script };

/** The test phase: a fresh box of the run root, the packages and those that they need, and nothing else. */
export async function testPackages(
  testing: Testing,
  tested: Tested,
  context: Context,
): Promise<Result<TestEnd>> {
  return await inPhase("test", { stage: testing.stage, context }, () => runTest(testing, tested, context));
}

async function runTest(
  { stage, workspace, hidden }: Testing,
  { packages, script }: Tested,
  { host, report, signal }: Context,
): Promise<Result<TestEnd>> {
  const { ground, job, workshop, dependencies } = stage;
  const root = await runRoot(ground, systemDependencies(job.port), workshop, signal);
  if (!root.ok) return root;
  const folder = joinPath(workspace, "installed");
  const trees = new Map<HostPath, UnpackedPackage>(dependencies.unpacked.map((tree) => [tree.folder, tree]));
  for (const { package: row, archive } of packages) {
    const tree = await unpackPackage(
      { archive, row, folder, trust: { kind: "index" }, setuid: "refuse" },
      host,
      signal,
    );
    if (!tree.ok) return tree;
    trees.set(tree.value.folder, tree.value);
  }
  const logFile = joinPath(host.folders.cache, "logs", `${job.id}.test.log`);
  const setting = {
    engine: ground.engine,
    root: root.value,
    script,
    packages: [...trees.values()],
    hidden,
    logFile,
    host,
    report,
  };
  const outcome = await testPackage(job, setting, signal);
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind === "engine-refused" && ground.cross) return ok("not-runnable");
  return outcome.kind === "passed" ? ok("passed") : { ok: false, error: explainTest(outcome) };
}

/** Tells when a phase that runs on this side of the buildbox begins and ends. */
async function inPhase<T>(
  phase: Phase,
  { stage, context: { host, report } }: { readonly stage: Pick<Stage, "job">; readonly context: Context },
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const job = stage.job.id;
  const began = host.now();
  report({ kind: "phase-started", job, phase });
  const result = await run();
  const outcome = result.ok ? "done" : "failed";
  report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
  return result;
}
