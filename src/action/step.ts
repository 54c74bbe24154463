// What all our actions have in common: a host, a log that the runner obeys only where it should, an end.

import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import * as core from "@actions/core";
import manifest from "../../package.json" with { type: "json" };
import { type Context, failureDiagnostic } from "../command/command.ts";
import { newCancel, openHost, runnerStore } from "../host/host.ts";
import { type Diagnostic, EXIT, exitStatus, sortDiagnostics } from "../report.ts";
import { type RunnerLog, runnerLog } from "./log.ts";

/** The runner kills a cancelled step for good ten seconds after its first signal; the buildbox goes with its lifeline. */
const LAST_MOMENT_MS = 6500;

export type Step = {
  readonly context: Context;
  readonly log: RunnerLog;
  /** What the step found in the runner's cache. */
  readonly tally: ReturnType<typeof runnerStore>["tally"];
};

export type Work = {
  /** The work itself; an exception that the user can mend becomes `otherwise`. */
  readonly run: (step: Step) => Promise<Done>;
  /** The answer where `run` could give none. */
  readonly otherwise: (step: Step) => Omit<Done, "diagnostics">;
};

export type Done = {
  readonly diagnostics: readonly Diagnostic[];
  /** Outputs and summary, once the diagnostics are told; these are sorted, errors first. */
  readonly finish: (diagnostics: readonly Diagnostic[]) => Promise<void>;
};

/** Built beside the actions' folder, and the chunks'. */
const WORKER = new URL("../worker.js", import.meta.url);

/** Does the work of an action as this process. */
export function act(work: Work): void {
  const store = runnerStore();
  const host = openHost(store, WORKER);
  const { working } = host.folders;
  const cancel = newCancel();
  const log = runnerLog({
    write: (text) => void process.stdout.write(text),
    token: randomUUID(),
    now: host.now,
    workspace: resolve(process.env["GITHUB_WORKSPACE"] ?? working),
    working,
  });
  const context: Context = {
    host,
    report: log.report,
    output: () => undefined,
    form: "person",
    signal: cancel.signal,
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      cancel.abort();
      setTimeout(() => process.exit(EXIT.world), LAST_MOMENT_MS).unref();
    });
  }
  finish(work, { context, log, tally: store.tally }).catch((error: unknown) => {
    log.report({ kind: "note", message: error instanceof Error ? String(error.stack) : String(error) });
    log.close();
    core.error(`tarwright ${manifest.version}: this is a bug in tarwright, not in your recipe`);
    process.exitCode = EXIT.bug;
  });
}

async function finish(work: Work, step: Step): Promise<void> {
  const done = await workDone(work, step);
  const byPlace = sortDiagnostics(done.diagnostics);
  // Errors first: there is room for ten annotations only.
  const diagnostics = [
    ...byPlace.filter(({ severity }) => severity === "error"),
    ...byPlace.filter(({ severity }) => severity === "warning"),
    ...byPlace.filter(({ severity }) => severity === "note"),
  ];
  for (const one of diagnostics) step.log.tell(one);
  step.log.close();
  await done.finish(diagnostics);
  process.exitCode = exitStatus(diagnostics);
}

async function workDone(work: Work, step: Step): Promise<Done> {
  try {
    return await work.run(step);
  } catch (error) {
    const diagnostic = failureDiagnostic(error, step.context.signal);
    if (!diagnostic) throw error;
    return { ...work.otherwise(step), diagnostics: [diagnostic] };
  }
}

/** The step's page in the job summary, where the runner has one. */
export async function summarize(page: string): Promise<void> {
  if (process.env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(page).write();
}
