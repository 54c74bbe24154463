// From archives to fake root: each phase with its hooks, in order, until one fails.

import { type Exec, guestPath } from "../engine/engine.ts";
import type { Hook, Job, Patch } from "../port/port.ts";
import type { Span } from "../report.ts";
import { type Bench, type CommandTrouble, runCommand } from "./bench.ts";
import {
  buildEnvironment,
  EARLIEST_EPOCH,
  type Environment,
  HOOK_FILES,
  PORT,
  scriptEnvironment,
  WORK,
} from "./environment.ts";
import { type Extracted, extract, plainSource } from "./extract.ts";
import type { JobSetting } from "./job.ts";
import type { JobTrouble } from "./outcome.ts";
import { styleCommands } from "./styles.ts";

/** A job on its bench. */
export type Task = { readonly job: Job; readonly setting: JobSetting; readonly bench: Bench };

/** What the extract phase finds out for those after it. */
type Sources = Pick<Extracted, "source" | "sourceDateEpoch">;

type Step = Task & { readonly sources: Sources };

type Phased = { readonly kind: "phased"; readonly sources: Sources };

const BUILDING = ["extract", "patch", "configure", "build", "check", "fake"] as const;
type Building = (typeof BUILDING)[number];

/** Phases that have nothing to do are passed over without a word. */
export async function runPhases(task: Task, signal: AbortSignal): Promise<Phased | JobTrouble> {
  const { host, report } = task.setting;
  let sources: Sources = { source: WORK, sourceDateEpoch: EARLIEST_EPOCH };
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
  if (phase === "check" && step.setting.check === "skip") return false;
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
  const made = await runCommand(bench, execOf(step, ["mkdir", "-p", source]), signal);
  if (made) return jobTrouble(made, phase, job.port.build.style.span);
  return { kind: "phased", sources: { ...sources, source } };
}

async function runDefault(phase: Building, step: Step, signal: AbortSignal): Promise<Phased | JobTrouble> {
  const { job, setting, bench, sources } = step;
  const { span } = job.port.build.style;
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
    case "patch":
      for (const patch of job.port.patches) {
        const trouble = await applyPatch(patch, step, signal);
        if (trouble) return trouble;
      }
      return { kind: "phased", sources };
    default:
      for (const { argv, env } of styleCommands(phase, factsOf(step))) {
        const trouble = await runCommand(bench, execOf(step, argv, env), signal);
        if (trouble) return jobTrouble(trouble, phase, span);
      }
      return { kind: "phased", sources };
  }
}

/** No copies of what was patched are left: they would be installed by makefiles that install whatever is there. */
async function applyPatch(patch: Patch, step: Step, signal: AbortSignal): Promise<JobTrouble | undefined> {
  const file = guestPath(`${PORT}/${patch.path}`);
  const options = ["--batch", "--forward", "--fuzz=2", "--no-backup-if-mismatch", "--reject-file=-"] as const;
  const exec = execOf(step, ["patch", `-p${patch.strip}`, ...options, "-i", file]);
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
  const variables = scriptEnvironment(job, sources.source, setting.parallel);
  const exec = execOf(step, [script.shell, "-e", `${HOOK_FILES}/${hook}`], variables);
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

function environmentOf({ job, setting, sources }: Step): Environment {
  const { dependencies } = setting;
  return buildEnvironment(job, { dependencies, sourceDateEpoch: sources.sourceDateEpoch });
}

function factsOf({ job, setting, sources }: Step) {
  const { parallel, configureOptions, dependencies } = setting;
  return { job, source: sources.source, parallel, configureOptions, dependencies };
}
