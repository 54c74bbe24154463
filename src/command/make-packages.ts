import { runLibraries, runPackages, runRoot } from "../base/base.ts";
import {
  BUILD_FOLDERS,
  explainOutcome,
  explainTest,
  runJob,
  testPackage,
  type UnpackedPackage,
} from "../build/build.ts";
import { type HostPath, joinPath } from "../host/host.ts";
import { packJob, type StagedPackage, unpackPackage } from "../package/package.ts";
import type { Compression, Package, Phase, Script } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
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
  readonly check: "run" | "skip";
  readonly parallel: number;
  readonly onEnd: "keep" | "remove";
  /** Folders of this machine that no build may see. */
  readonly hidden: readonly HostPath[];
};

export type Made = {
  readonly packages: readonly StagedPackage[];
  readonly warnings: readonly Diagnostic[];
  /** The command that enters the kept buildbox. */
  readonly enter: string | undefined;
  readonly log: HostPath;
};

/** Runs the phases up to fake; the fake root lies in the workspace. */
export async function fakeJob(
  making: Omit<Making, "subpackages" | "compression">,
  { host, report, signal }: Context,
): Promise<Result<Faked>> {
  const { stage, workspace } = making;
  const log = joinPath(host.folders.cache, "logs", `${stage.job.id}.log`);
  const outcome = await runJob(
    stage.job,
    {
      engine: stage.ground.engine,
      root: stage.root,
      distfiles: stage.distfiles,
      members: stage.members,
      portFolder: making.portFolder,
      leftOut: making.leftOut,
      dependencies: stage.dependencies.unpacked,
      configureOptions: making.configureOptions,
      check: making.check,
      onEnd: making.onEnd,
      hidden: making.hidden,
      parallel: making.parallel,
      logFile: log,
      fakeRoot: joinPath(workspace, "fake"),
      host,
      report,
    },
    signal,
  );
  if (outcome.kind === "aborted") signal.throwIfAborted();
  if (outcome.kind !== "built") return { ok: false, error: explainOutcome(outcome) };
  const { fakeRoot, sourceDateEpoch, durationMs, enter } = outcome;
  return ok({ fakeRoot, sourceDateEpoch, durationMs, enter, log });
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
    package: { ...staged.package, test: tested.value },
  }));
  return ok({ packages, warnings: packed.value.warnings, enter: faked.value.enter, log: faked.value.log });
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
};

/** Archives and audit go together: what a file links stands in the package. */
async function pack(
  { stage, portFolder, workspace, compression }: Making,
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
        staging: joinPath(workspace, "packages"),
        buildFolders: BUILD_FOLDERS,
        fingerprint: stage.fingerprint,
        ingredients: stage.ingredients,
        recipe: stage.recipe,
        buildTimeMs: Math.round(durationMs),
        origin: await originOf(stage, { portFolder, sourceDateEpoch }, context),
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
): Promise<Result<Package["test"]>> {
  const script = making.stage.job.port.test;
  if (!script) return ok("none");
  return inPhase("test", { stage: making.stage, context }, () =>
    runTest(making, { packages, script }, context),
  );
}

async function runTest(
  { stage, workspace, hidden }: Making,
  { packages, script }: { readonly packages: readonly StagedPackage[]; readonly script: Script },
  { host, report, signal }: Context,
): Promise<Result<"passed">> {
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
  return outcome.kind === "passed" ? ok("passed") : { ok: false, error: explainTest(outcome) };
}

/** Tells when a phase that runs on this side of the buildbox begins and ends. */
async function inPhase<T>(
  phase: Phase,
  { stage, context: { host, report } }: { readonly stage: Stage; readonly context: Context },
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
