// Runs a workflow as GitHub does: jobs in the order of their needs, matrices, conditions, called workflows, rights of
// the token; steps on the built actions. After GitHub's documents of the workflow syntax and of its contexts.

import { isMapping, isSequence } from "@actions/workflow-parser";
import type { Job, ReusableWorkflowJob, WorkflowJob } from "@actions/workflow-parser/model/workflow-template";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/index";
import { type Contexts, evaluate, isTrue, type Status, textOf, textsOf, valueIn } from "./expressions.ts";
import { runSteps, type StepEnd, type WrittenStep } from "./steps.ts";
import { readWorkflow, type Workflow } from "./workflow.ts";

export type Permissions = Readonly<Record<string, string>>;

/** The places that a run knows: the checkout of each repository, and doubles of others' actions. */
export type World = {
  /** `owner/name` → the folder that stands for it at any commit. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, ForeignAction>>;
  /** A new machine: its folders, and what its environment has besides. */
  readonly machine: (job: JobName) => Machine;
  /** The token of a job with these rights. */
  readonly token: (permissions: Permissions) => string;
  /** `repository`, `ref`, `event_name`, …: of the run. */
  readonly github: Readonly<Record<string, unknown>>;
};

export type JobName = {
  readonly id: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  /** Of the container that the job's steps run in. */
  readonly image?: string;
};

export type Machine = {
  readonly workspace: string;
  readonly temporary: string;
  readonly env: Readonly<Record<string, string>>;
  /** Words before a command, which run it in the job's container. */
  readonly inside?: readonly string[];
};

export type ForeignAction = (step: {
  readonly workspace: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly permissions: Permissions;
}) => { readonly outputs: Readonly<Record<string, string>>; readonly failure?: string };

export type Result = "success" | "failure" | "cancelled" | "skipped";

export type JobEnd = {
  /** `ports / rank-0 (foo-1@debian-12@x86_64)`. */
  readonly name: string;
  readonly result: Result;
  readonly runsOn: string;
  readonly permissions: Permissions;
  readonly concurrency: unknown;
  readonly steps: readonly StepEnd[];
};

export type RunEnd = {
  readonly result: "success" | "failure";
  readonly jobs: readonly JobEnd[];
  readonly outputs: Readonly<Record<string, string>>;
};

/** What a workflow is started with: of the caller, or of the event. */
type Start = {
  readonly workflow: Workflow;
  /** Of the repository that the file lies in: where `$/` and `./` lead. */
  readonly folder: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** What the token may have at most; undefined at the top. */
  readonly limit: Permissions | undefined;
  readonly prefix: string;
};

export async function runWorkflow(
  {
    folder,
    file,
    inputs = {},
    secrets,
  }: {
    readonly folder: string;
    readonly file: string;
    /** Of who starts it by hand. */
    readonly inputs?: Readonly<Record<string, string>>;
    readonly secrets: Readonly<Record<string, string>>;
  },
  world: World,
): Promise<RunEnd> {
  const workflow = await readWorkflow(folder, file);
  return runJobs({ workflow, folder, inputs, secrets, limit: undefined, prefix: "" }, world);
}

type Ended = {
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly ends: readonly JobEnd[];
};

async function runJobs(start: Start, world: World): Promise<RunEnd> {
  const ended = new Map<string, Ended>();
  const { jobs } = start.workflow;
  for (let waiting = [...jobs]; waiting.length > 0; ) {
    const ready = waiting.filter((job) => needsOf(job).every((need) => ended.has(need)));
    if (ready.length === 0) throw new Error(`${start.workflow.file}: jobs that wait for each other`);
    const ends = await Promise.all(ready.map((job) => runJob(job, { start, ended, jobs }, world)));
    ready.forEach((job, at) => {
      const end = ends[at];
      if (end) ended.set(job.id.value, end);
    });
    waiting = waiting.filter((job) => !ready.includes(job));
  }
  const all = [...ended.values()];
  const results = Object.fromEntries(
    [...ended].map(([id, { result, outputs }]) => [id, { result, outputs }]),
  );
  const declared = start.workflow.at("on", "workflow_call", "outputs");
  const outputs: Record<string, string> = {};
  if (declared && isMapping(declared)) {
    for (let at = 0; at < declared.count; at += 1) {
      const { key, value } = declared.get(at);
      const token = isMapping(value) ? value.find("value") : undefined;
      outputs[key.toString()] = textOf(
        valueIn(token, { jobs: results, inputs: start.inputs, github: world.github }),
      );
    }
  }
  return {
    result: all.some(({ result }) => result === "failure" || result === "cancelled") ? "failure" : "success",
    jobs: all.flatMap(({ ends }) => ends),
    outputs,
  };
}

function needsOf(job: WorkflowJob): readonly string[] {
  return (job.needs ?? []).map(({ value }) => value);
}

type Place = {
  readonly start: Start;
  readonly ended: ReadonlyMap<string, Ended>;
  readonly jobs: readonly WorkflowJob[];
};

async function runJob(job: WorkflowJob, place: Place, world: World): Promise<Ended> {
  const { start, ended } = place;
  const id = job.id.value;
  const needs = Object.fromEntries(
    needsOf(job).map((need) => [
      need,
      { result: ended.get(need)?.result, outputs: ended.get(need)?.outputs },
    ]),
  );
  const contexts: Contexts = {
    github: world.github,
    inputs: start.inputs,
    needs,
    vars: {},
  };
  if (!isTrue(evaluate(job.if.expression, contexts, statusOf(job, place)))) {
    return { result: "skipped", outputs: {}, ends: [skipped(`${start.prefix}${id}`)] };
  }
  const strategy = valueIn(job.strategy, contexts) as Strategy | undefined;
  const legs = legsOf(strategy, id);
  const isFailFast = strategy?.["fail-fast"] !== false;
  const results: Ended[] = [];
  const queue = legs.entries();
  const worker = async () => {
    for (const [at, matrix] of queue) {
      const hasFailed = results.some((one) => one?.result === "failure");
      const name = `${start.prefix}${id}${legs.length > 1 || strategy ? ` (${Object.values(matrix).map(textOf).join(", ")})` : ""}`;
      results[at] =
        isFailFast && hasFailed
          ? { result: "cancelled", outputs: {}, ends: [{ ...skipped(name), result: "cancelled" }] }
          : await runLeg(
              job,
              { name, matrix, contexts: { ...contexts, matrix, strategy: strategy ?? {} }, start },
              world,
            );
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, strategy?.["max-parallel"] ?? 2) }, worker));
  const of = (result: Result) => results.some((one) => one.result === result);
  return {
    result: of("failure") ? "failure" : of("cancelled") ? "cancelled" : "success",
    outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)),
    ends: results.flatMap(({ ends }) => ends),
  };
}

function skipped(name: string): JobEnd {
  return { name, result: "skipped", runsOn: "", permissions: {}, concurrency: undefined, steps: [] };
}

/** Of all that a job waits for, however far away. */
function statusOf(job: WorkflowJob, { ended, jobs }: Place): Status {
  const ancestors = new Set<string>();
  const queue = [...needsOf(job)];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (ancestors.has(id)) continue;
    ancestors.add(id);
    queue.push(...jobs.filter((one) => one.id.value === id).flatMap(needsOf));
  }
  const results = [...ancestors].map((id) => ended.get(id)?.result);
  return {
    success: results.every((result) => result === "success"),
    failure: results.includes("failure"),
    cancelled: false,
  };
}

type Strategy = {
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly "fail-fast"?: boolean;
  readonly "max-parallel"?: number;
};

/** Every combination of the axes, and what `include` adds. */
function legsOf(strategy: Strategy | undefined, id: string): readonly Readonly<Record<string, unknown>>[] {
  if (!strategy?.matrix) return [{}];
  const { include = [], exclude, ...axes } = strategy.matrix;
  if (exclude !== undefined || !Array.isArray(include))
    throw new Error(`${id}: a matrix that this runner does not know`);
  const crossed = Object.entries(axes).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (legs, [name, values]) =>
      legs.flatMap((leg) => (values as readonly unknown[]).map((value) => ({ ...leg, [name]: value }))),
    Object.keys(axes).length > 0 ? [{}] : [],
  );
  const legs = [...crossed, ...include];
  if (legs.length === 0) throw new Error(`${id}: Matrix must define at least one vector`);
  if (legs.length > 256) throw new Error(`${id}: a matrix has at most 256 jobs`);
  return legs;
}

type Leg = {
  readonly name: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly contexts: Contexts;
  readonly start: Start;
};

async function runLeg(job: WorkflowJob, leg: Leg, world: World): Promise<Ended> {
  const { start, name } = leg;
  const permissions = permissionsOf(job, leg);
  if (job.type === "reusableWorkflowJob") return await callWorkflow(job, { ...leg, permissions }, world);
  const at = (key: string) => start.workflow.at("jobs", job.id.value, key);
  const token = world.token(permissions);
  const image = imageOf(valueIn(at("container"), leg.contexts));
  const machine = world.machine({
    id: job.id.value,
    matrix: leg.matrix,
    ...(image === undefined ? {} : { image }),
  });
  if ((machine.inside === undefined) !== (image === undefined))
    throw new Error(`${name}: nothing stands for the container of ${image}`);
  const contexts: Contexts = {
    ...leg.contexts,
    github: { ...world.github, token, job: job.id.value },
    secrets: { ...start.secrets, GITHUB_TOKEN: token },
    env: { ...textsOf(start.workflow.at("env"), leg.contexts), ...textsOf(job.env, leg.contexts) },
    runner: { os: "Linux", arch: "X64", temp: machine.temporary },
  };
  const ran = await runSteps(
    { steps: stepsOf(job, at("steps")), contexts, permissions, machine, folder: start.folder },
    world,
  );
  const end: JobEnd = {
    name,
    result: ran.result,
    runsOn: textOf(valueIn(job["runs-on"], contexts)),
    permissions,
    concurrency: valueIn(at("concurrency"), contexts),
    steps: ran.steps,
  };
  const outputs = textsOf(job.outputs, { ...contexts, steps: ran.outputs });
  return { result: ran.result, outputs, ends: [end] };
}

function imageOf(container: unknown): string | undefined {
  const image = (container as { readonly image?: unknown } | undefined)?.image ?? container;
  return image === undefined ? undefined : textOf(image);
}

/** With what the parser's own model leaves out. */
function stepsOf(job: Job, written: TemplateToken | undefined): readonly WrittenStep[] {
  return job.steps.map((step, at) => {
    const token = written && isSequence(written) ? written.get(at) : undefined;
    const found = (key: string) => (token && isMapping(token) ? token.find(key) : undefined);
    return { step, inputs: found("with"), shell: found("shell") };
  });
}

/** A job's own rights, else the workflow's; a called workflow that wants more than its caller has is refused. */
function permissionsOf(job: WorkflowJob, { start }: Leg): Permissions {
  const own = start.workflow.at("jobs", job.id.value, "permissions") ?? start.workflow.at("permissions");
  if (own === undefined) return start.limit ?? { contents: "read" };
  const wanted = asPermissions(own);
  const { limit } = start;
  for (const [scope, access] of Object.entries(wanted)) {
    if (!limit || access === "none" || limit[scope] === access || limit[scope] === "write") continue;
    throw new Error(
      `${start.workflow.file}: the job \`${job.id.value}\` is requesting '${scope}: ${access}', but is only allowed '${scope}: ${limit[scope] ?? "none"}'`,
    );
  }
  return wanted;
}

function asPermissions(token: TemplateToken): Permissions {
  const value = valueIn(token, {});
  if (typeof value === "string") throw new Error(`permissions: ${value} gives every right at once`);
  return value as Permissions;
}

async function callWorkflow(
  job: ReusableWorkflowJob,
  leg: Leg & { readonly permissions: Permissions },
  world: World,
): Promise<Ended> {
  const { start, contexts, name } = leg;
  const { folder, file } = located(job.ref.value, start.folder, world);
  const workflow = await readWorkflow(folder, file);
  if (!workflow.call) throw new Error(`${file} can't be called`);
  const given = (valueIn(job["input-values"], contexts) ?? {}) as Readonly<Record<string, unknown>>;
  const inputs = inputsOf(workflow, given, contexts);
  const passed = textsOf(job["secret-values"], { ...contexts, secrets: start.secrets });
  const declared = Object.keys(workflow.call.secrets ?? {});
  const strange = Object.keys(passed).filter((secret) => !declared.includes(secret));
  if (strange.length > 0) throw new Error(`${file} declares no secret ${strange.join(", ")}`);
  const secrets = Object.fromEntries(Object.entries(passed).filter(([, value]) => value !== ""));
  const end = await runJobs(
    { workflow, folder, inputs, secrets, limit: leg.permissions, prefix: `${name} / ` },
    world,
  );
  return { result: end.result, outputs: end.outputs, ends: end.jobs };
}

/** `./x`, `$/x` or `owner/name/x@ref`. */
export function located(
  reference: string,
  folder: string,
  world: World,
): { readonly folder: string; readonly file: string } {
  if (reference.startsWith("./") || reference.startsWith("$/")) return { folder, file: reference.slice(2) };
  const [, repository = "", file = ""] = /^([^/]+\/[^/@]+)\/?([^@]*)@.+$/.exec(reference) ?? [];
  const there = world.repositories[repository];
  if (there === undefined) throw new Error(`no repository stands for ${reference}`);
  return { folder: there, file };
}

/** Given, or else by default; of the type that is declared. */
function inputsOf(workflow: Workflow, given: Readonly<Record<string, unknown>>, contexts: Contexts) {
  const declared = workflow.call?.inputs ?? {};
  const strange = Object.keys(given).filter((name) => !(name in declared));
  if (strange.length > 0) throw new Error(`${workflow.file} has no input ${strange.join(", ")}`);
  return Object.fromEntries(
    Object.entries(declared).map(([name, { required }]) => {
      const at = (key: string) => workflow.at("on", "workflow_call", "inputs", name, key);
      const value = given[name] ?? valueIn(at("default"), contexts);
      if (value === undefined && required === true)
        throw new Error(`${workflow.file} needs the input ${name}`);
      // The parser's own model does not know numbers.
      const type = textOf(valueIn(at("type"), {}));
      const empty = type === "string" ? "" : type === "number" ? 0 : false;
      if (value !== undefined && typeof value !== typeof empty) {
        throw new Error(`${workflow.file}: the input ${name} is no ${type}: ${JSON.stringify(value)}`);
      }
      return [name, value ?? empty];
    }),
  );
}
