// The Action that builds a port: reads inputs, builds, tells the runner what came of it.

import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import * as core from "@actions/core";
import manifest from "../../package.json" with { type: "json" };
import { type BuildAnswer, failureDiagnostic, loadBuildPort } from "../command/command.ts";
import { openHost, runnerStore } from "../host/host.ts";
import { EXIT, type ExitStatus, exitStatus, sortDiagnostics } from "../report.ts";
import { readInputs } from "./inputs.ts";
import { runnerLog } from "./log.ts";
import { summaryPage } from "./summary.ts";

/** The runner kills a cancelled step for good ten seconds after its first signal; the buildbox goes with its lifeline. */
const LAST_MOMENT_MS = 6500;

const store = runnerStore();
const host = openHost(store);
const { working } = host.folders;
const cancel = new AbortController();
const log = runnerLog({
  write: (text) => void process.stdout.write(text),
  token: randomUUID(),
  now: host.now,
  workspace: resolve(process.env["GITHUB_WORKSPACE"] ?? working),
  working,
});

async function main(): Promise<ExitStatus> {
  const answer = await build();
  const byPlace = sortDiagnostics(answer.diagnostics);
  // Errors first: there is room for ten annotations only.
  const diagnostics = [
    ...byPlace.filter(({ severity }) => severity === "error"),
    ...byPlace.filter(({ severity }) => severity === "warning"),
  ];
  for (const one of diagnostics) log.tell(one);
  log.close();
  await tellRunner({ ...answer, diagnostics });
  return exitStatus(diagnostics);
}

async function build(): Promise<BuildAnswer> {
  const request = await readInputs(host);
  if (!request.ok) return { built: undefined, diagnostics: request.error };
  const { report } = log;
  const context = { host, report, output: () => undefined, form: "person", signal: cancel.signal } as const;
  try {
    const buildPort = await loadBuildPort();
    return await buildPort(request.value, context);
  } catch (error) {
    const diagnostic = failureDiagnostic(error, cancel.signal);
    if (!diagnostic) throw error;
    return { built: undefined, diagnostics: [diagnostic] };
  }
}

async function tellRunner({ built, diagnostics }: BuildAnswer): Promise<void> {
  const packages = built?.packages ?? [];
  if (built) {
    const { restored, absent } = store.tally();
    core.setOutput("packages", packages);
    core.setOutput("fullpkgnames", packages.map(({ fullpkgname }) => fullpkgname).join("\n"));
    core.setOutput("directory", built.folder);
    core.setOutput("fingerprint", built.fingerprint);
    core.setOutput("cache-hit", restored > 0 && absent === 0);
  }
  if (!process.env["GITHUB_STEP_SUMMARY"]) return;
  const page = summaryPage({ port: core.getInput("port"), diagnostics, failure: log.failure(), packages });
  await core.summary.addRaw(page).write();
}

function stop(): void {
  cancel.abort();
  setTimeout(() => process.exit(EXIT.world), LAST_MOMENT_MS).unref();
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    log.report({ kind: "note", message: error instanceof Error ? String(error.stack) : String(error) });
    log.close();
    core.error(`tarwright ${manifest.version}: this is a bug in tarwright, not in your recipe`);
    process.exitCode = EXIT.bug;
  },
);
