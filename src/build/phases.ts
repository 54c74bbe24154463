// From archives to fake root: each phase with its hooks, in order, until one fails.

import { type Exec, type GuestPath, guestPath } from "../engine/engine.ts";
import type { Hook, Job, Patch } from "../port/port.ts";
import type { Span } from "../report.ts";
import { ask, type Bench, type CommandTrouble, runCommand } from "./bench.ts";
import {
  buildEnvironment,
  EARLIEST_EPOCH,
  type Environment,
  HOOK_FILES,
  joined,
  PORT,
  scriptEnvironment,
  WORK,
} from "./environment.ts";
import { type Extracted, extract, plainSource } from "./extract.ts";
import type { Guise } from "./guise.ts";
import type { JobSetting } from "./job.ts";
import type { JobTrouble } from "./outcome.ts";
import { styleCommands } from "./styles.ts";
import { crossEnvironment } from "./toolchain.ts";
import { makeProgram, missingFolder, namedFolders, placeIn } from "./workplace.ts";

/** A job on its bench. */
export type Task = {
  readonly job: Job;
  readonly setting: JobSetting;
  readonly bench: Bench;
  readonly guise: Guise;
};

/** What the extract phase finds out for those after it. */
type Sources = Pick<Extracted, "source" | "patched" | "sourceDateEpoch">;

type Step = Task & { readonly sources: Sources };

export type Phased = { readonly kind: "phased"; readonly sources: Sources };

const BUILDING = ["extract", "patch", "configure", "build", "check", "fake"] as const;
type Building = (typeof BUILDING)[number];

/** Phases that have nothing to do are passed over without a word. */
export async function runPhases(task: Task, signal: AbortSignal): Promise<Phased | JobTrouble> {
  const { host, report, check, toolchain } = task.setting;
  if (check === "run" && toolchain) {
    const message = `upstream's own tests are left out: they would be programs for ${toolchain.processor}`;
    report({ kind: "note", message });
  }
  let sources: Sources = { source: WORK, patched: WORK, sourceDateEpoch: EARLIEST_EPOCH };
  for (const phase of BUILDING) {
    const step = { ...task, sources };
    if (!hasWork(phase, step)) continue;
    const job = task.job.id;
    const began = host.now();
    report({ kind: "phase-started", job, phase });
    await task.bench.log.write(Buffer.from(`==> ${phase}\n`));
    const ended = await runPhase(phase, step, signal);
    const outcome = ended.kind === "phased" ? "done" : "failed";
    report({ kind: "phase-finished", job, phase, outcome, durationMs: host.now() - began });
    if (ended.kind !== "phased") return ended;
    sources = ended.sources;
  }
  return { kind: "phased", sources };
}

function hasWork(phase: Building, step: Step): boolean {
  const { port } = step.job;
  if (phase === "check" && (step.setting.check === "skip" || step.setting.toolchain)) return false;
  const hooks: readonly Hook[] = [`pre-${phase}`, phase, `post-${phase}`];
  if (hooks.some((hook) => port.build.scripts.has(hook))) return true;
  switch (phase) {
    case "extract":
      return true;
    case "patch":
      return port.patches.length > 0;
    default:
      return styleCommands(phase, factsOf(step)).length > 0;
  }
}

async function runPhase(phase: Building, step: Step, signal: AbortSignal): Promise<Phased | JobTrouble> {
  if (phase === "configure") await makePlace(step, signal);
  const before = await runHook(`pre-${phase}`, phase, step, signal);
  if (before) return before;
  const ended = step.job.port.build.scripts.has(phase)
    ? await runInstead(phase, step, signal)
    : await runDefault(phase, step, signal);
  if (ended.kind !== "phased") return ended;
  const after = await runHook(`post-${phase}`, phase, { ...step, ...ended }, signal);
  return after ?? ended;
}

/** The recipe's own way. One that extracts finds the distfiles in a folder, and fills the source folder. */
async function runInstead(phase: Building, step: Step, signal: AbortSignal): Promise<Phased | JobTrouble> {
  const { job, bench, sources } = step;
  const trouble = await runHook(phase, phase, step, signal);
  if (trouble) return trouble;
  if (phase !== "extract") return { kind: "phased", sources };
  const source = plainSource(job);
  const folders = { source, patched: source, ...namedFolders(job.port.build) };
  // One that the recipe names is its script's to make.
  const made = job.port.build.folder
    ? undefined
    : await runCommand(bench, execOf(step, ["mkdir", "-p", source]), signal);
  if (made) return jobTrouble(made, phase, job.port.build.style.span);
  return { kind: "phased", sources: { ...sources, ...folders } };
}

async function runDefault(phase: Building, step: Step, signal: AbortSignal): Promise<Phased | JobTrouble> {
  const { job, setting, bench, sources } = step;
  const { build } = job.port;
  const { span } = build.style;
  switch (phase) {
    case "extract": {
      const extraction = {
        bench,
        distfiles: setting.distfiles,
        env: environmentOf(step),
        host: setting.host,
      };
      const ended = await extract(job, extraction, signal);
      if (ended.kind === "extracted") return { kind: "phased", sources: ended };
      return ended.kind === "archive-wrong" ? ended : jobTrouble(ended, phase, span);
    }
    case "patch": {
      const { patches } = job.port;
      const missing = patches.length > 0 ? await findFolder(sources.patched, phase, step, signal) : undefined;
      if (missing) return missing;
      for (const patch of patches) {
        // The recipe's own script knows what its markers stand for.
        if (patch.form === "markers") continue;
        const trouble = await applyPatch(patch, step, signal);
        if (trouble) return trouble;
      }
      return { kind: "phased", sources };
    }
    default: {
      const commands = styleCommands(phase, factsOf(step));
      const missing = commands.length > 0 ? await findFolder(sources.source, phase, step, signal) : undefined;
      if (missing) return missing;
      for (const { argv, env = [], folder: cwd = sources.source } of commands) {
        const exec = { ...execOf(step, argv), cwd, env: joined(environmentOf(step), env) };
        const trouble = await runCommand(bench, exec, signal);
        if (trouble) return jobTrouble(trouble, phase, span);
      }
      return { kind: "phased", sources };
    }
  }
}

/** Undefined when it is there. */
async function findFolder(
  folder: GuestPath,
  phase: Building,
  { job, bench }: Step,
  signal: AbortSignal,
): Promise<JobTrouble | undefined> {
  return await missingFolder({ phase, folder }, { build: job.port.build, bench }, signal);
}

/** The folder beside the source in which it is built; whether it could be made shows when it is entered. */
async function makePlace({ job, bench, sources }: Step, signal: AbortSignal): Promise<void> {
  const place = placeIn(job.port.build, sources.source);
  if (place !== sources.source) await ask(bench, ["mkdir", "-p", place], signal);
}

/** No copies of what was patched are left: they would be installed by makefiles that install whatever is there. */
async function applyPatch(patch: Patch, step: Step, signal: AbortSignal): Promise<JobTrouble | undefined> {
  const file = guestPath(`${PORT}/${patch.path}`);
  const options = ["--batch", "--forward", "--fuzz=2", "--no-backup-if-mismatch", "--reject-file=-"] as const;
  const argv = ["patch", `-p${patch.strip}`, ...options, "-i", file] as const;
  const exec = { ...execOf(step, argv), cwd: step.sources.patched };
  const trouble = await runCommand(step.bench, exec, signal);
  if (trouble?.kind !== "command-failed") return trouble && jobTrouble(trouble, "patch", patch.span);
  // patch(1): 1 when hunks failed, 2 for worse trouble.
  const { exit, command } = trouble;
  if (exit.kind === "exited" && exit.status === 1) return { kind: "patch-failed", patch, command };
  return jobTrouble(trouble, "patch", patch.span);
}

async function runHook(
  hook: Hook,
  phase: Building,
  step: Step,
  signal: AbortSignal,
): Promise<JobTrouble | undefined> {
  const { job, setting, bench, sources } = step;
  const script = job.port.build.scripts.get(hook);
  if (!script) return undefined;
  const { source } = sources;
  // It may be the one that makes the folder.
  const isThere = (await findFolder(source, phase, step, signal)) === undefined;
  const { dependencies, configureOptions } = setting;
  const { parallel } = factsOf(step);
  const variables = scriptEnvironment(job, { source, parallel, dependencies });
  // The user's own words, for a recipe that configures in a way of its own.
  const options = hook === "configure" ? configureOptions : [];
  const argv = [script.shell, "-e", `${HOOK_FILES}/${hook}`, ...options] as const;
  const exec = { ...execOf(step, argv, variables), cwd: isThere ? source : WORK };
  const trouble = await runCommand(bench, exec, signal);
  return trouble && jobTrouble(trouble, phase, script.span);
}

function jobTrouble(trouble: CommandTrouble, phase: Building, span: Span): JobTrouble {
  return trouble.kind === "command-failed"
    ? { ...trouble, kind: "phase-failed", phase, span }
    : { ...trouble, phase };
}

function execOf(step: Step, argv: Exec["argv"], env: Environment = {}): Exec {
  return { argv, cwd: step.sources.source, env: { ...environmentOf(step), ...env }, user: "build" };
}

function environmentOf({ job, setting, sources, guise }: Step): Environment {
  const { dependencies } = setting;
  const ours = {
    ...buildEnvironment(job, { dependencies, sourceDateEpoch: sources.sourceDateEpoch }),
    ...crossEnvironment(setting.toolchain, job.port),
  };
  return { ...joined(ours, job.port.build.environment ?? []), ...guise.environment };
}

function factsOf({ job, setting, sources }: Step) {
  const { parallel, configureOptions, dependencies, toolchain } = setting;
  const { build } = job.port;
  const { source } = sources;
  return {
    job,
    source,
    place: placeIn(build, source),
    makeProgram: makeProgram(build.make),
    parallel: build.make.jobs === "one" ? 1 : parallel,
    configureOptions,
    dependencies,
    toolchain,
  };
}
