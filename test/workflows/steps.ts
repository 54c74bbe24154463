// The steps of one job, one after the other: our actions really run, scripts too; others' are doubles.

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "@actions/workflow-parser/model/workflow-template";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/index";
import { type Annotation, keysAndValues, runStep } from "../action/runner.ts";
import { type Contexts, evaluate, isTrue, textOf, textsOf, valueIn } from "./expressions.ts";
import { FOREIGN_ACTIONS } from "./foreign-actions.ts";
import { located, type Machine, type Permissions, type World } from "./run.ts";

export type StepEnd = {
  readonly name: string;
  readonly outcome: "success" | "failure" | "skipped";
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly summary: string;
  readonly log: string;
};

export type WrittenStep = {
  readonly step: Step;
  readonly inputs: TemplateToken | undefined;
  readonly shell: TemplateToken | undefined;
};

type Steps = {
  readonly steps: readonly WrittenStep[];
  readonly contexts: Contexts;
  readonly permissions: Permissions;
  readonly machine: Machine;
  readonly folder: string;
};

type StepsEnd = {
  readonly result: "success" | "failure";
  readonly steps: readonly StepEnd[];
  /** The context `steps`. */
  readonly outputs: Readonly<Record<string, unknown>>;
};

export async function runSteps(job: Steps, world: World): Promise<StepsEnd> {
  const ends: StepEnd[] = [];
  const outputs: Record<string, unknown> = {};
  let hasFailed = false;
  for (const written of job.steps) {
    const { step } = written;
    const contexts = { ...job.contexts, steps: outputs, job: { status: hasFailed ? "failure" : "success" } };
    const status = { success: !hasFailed, failure: hasFailed, cancelled: false };
    const isWanted = isTrue(evaluate(step.if?.expression ?? "success()", contexts, status));
    const end = isWanted ? await runOne(written, { ...job, contexts }, world) : unrun(step);
    ends.push(end);
    outputs[step.id] = { outputs: end.outputs, outcome: end.outcome, conclusion: end.outcome };
    if (end.outcome === "failure" && step["continue-on-error"] !== true) hasFailed = true;
  }
  return { result: hasFailed ? "failure" : "success", steps: ends, outputs };
}

function nameOf(step: Step): string {
  if (step.name) return step.name.toString();
  return "uses" in step ? step.uses.value : "run" in step ? step.run.toString() : step.id;
}

function unrun(step: Step): StepEnd {
  return { name: nameOf(step), outcome: "skipped", outputs: {}, annotations: [], summary: "", log: "" };
}

async function runOne(
  { step, inputs: given, shell }: WrittenStep,
  job: Steps,
  world: World,
): Promise<StepEnd> {
  const blank = unrun(step);
  if ("run" in step) return { ...blank, ...runScript(step, shellOf(shell, job), job) };
  if (!("uses" in step)) throw new Error(`a step that this runner does not know: ${blank.name}`);
  const inputs = textsOf(given, job.contexts);
  const repository = step.uses.value.replace(/@.*/, "");
  const foreign = world.actions[repository];
  if (foreign) {
    const strange = Object.keys(inputs).filter((name) => !FOREIGN_ACTIONS[repository]?.inputs.includes(name));
    if (strange.length > 0) throw new Error(`unexpected inputs of ${repository}: ${strange.join(", ")}`);
    const { outputs, failure } = foreign({
      workspace: job.machine.workspace,
      inputs,
      permissions: job.permissions,
    });
    return { ...blank, outcome: failure === undefined ? "success" : "failure", outputs, log: failure ?? "" };
  }
  const { folder, file } = located(step.uses.value, job.folder, world);
  const end = await runStep({
    action: join(folder, file),
    ...job.machine,
    inputs,
    github: job.contexts["github"] as Readonly<Record<string, unknown>>,
    env: { ...job.machine.env, ...textsOf(step.env, job.contexts) },
  });
  return { ...end, name: blank.name, outcome: end.status === 0 ? "success" : "failure" };
}

/** As a step says it, with `{0}` for the script; else bash's, or in a container sh's. */
function shellOf(shell: TemplateToken | undefined, { contexts, machine }: Steps): readonly string[] {
  const otherwise = machine.inside ? "sh -e {0}" : "bash -e {0}";
  return (shell ? textOf(valueIn(shell, contexts)) : otherwise).split(" ");
}

function runScript(step: Extract<Step, { run: unknown }>, shell: readonly string[], job: Steps) {
  const folder = join(job.machine.temporary, randomUUID());
  mkdirSync(folder, { recursive: true });
  const files = Object.fromEntries(
    ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH"].map((name) => [
      name,
      join(folder, name),
    ]),
  );
  for (const file of Object.values(files)) writeFileSync(file, "");
  const script = join(folder, "script.sh");
  writeFileSync(script, textOf(valueIn(step.run, job.contexts)));
  const words = shell.map((word) => word.replace("{0}", script));
  const [program = "", ...rest] = [...(job.machine.inside ?? []), ...words];
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd: job.machine.workspace,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: job.machine.workspace,
      RUNNER_TEMP: job.machine.temporary,
      ...files,
      ...(job.contexts["env"] as Readonly<Record<string, string>>),
      ...textsOf(step.env, job.contexts),
    },
  });
  return {
    outcome: status === 0 ? ("success" as const) : ("failure" as const),
    outputs: keysAndValues(readFileSync(files["GITHUB_OUTPUT"] ?? "", "utf8")),
    summary: readFileSync(files["GITHUB_STEP_SUMMARY"] ?? "", "utf8"),
    log: `${stdout}${stderr}`,
  };
}
