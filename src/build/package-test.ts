import { type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { Job, Script } from "../port/port.ts";
import type { Report } from "../report.ts";
import { type Bench, type CommandTrouble, copyInto, layPackages, runCommand } from "./bench.ts";
import { baseEnvironment, HOME, type UnpackedPackage } from "./environment.ts";
import { boxLimits } from "./job.ts";
import { openLog } from "./log.ts";

export type TestSetting = {
  readonly engine: Engine;
  /** The run root: what the user's machine has, and no compiler. */
  readonly root: Root;
  readonly script: Script;
  /** The packages under test and those they depend on. */
  readonly packages: readonly UnpackedPackage[];
  readonly hidden: readonly HostPath[];
  readonly logFile: HostPath;
  readonly host: Host;
  readonly report: Report;
};

export type TestOutcome =
  | { readonly kind: "passed" }
  | (TestScene & Extract<CommandTrouble, { readonly kind: "command-failed" }>)
  | (TestScene & { readonly kind: "timed-out"; readonly limitMs: number })
  | { readonly kind: "engine-refused"; readonly why: string; readonly help: string }
  | { readonly kind: "engine-died"; readonly why: string }
  | { readonly kind: "aborted" };

type TestScene = {
  readonly job: Job;
  readonly script: Script;
  readonly log: HostPath;
  readonly tail: string;
};

/** The test phase: the recipe's script in a fresh buildbox of the run root, without network, as the build user. */
export async function testPackage(job: Job, setting: TestSetting, signal: AbortSignal): Promise<TestOutcome> {
  try {
    return await openAndTest(job, setting, signal);
  } catch (error) {
    // Whatever an abort made fail on its way out.
    if (signal.aborted) return { kind: "aborted" };
    throw error;
  }
}

async function openAndTest(job: Job, setting: TestSetting, signal: AbortSignal): Promise<TestOutcome> {
  const { engine, root, hidden, host, logFile, script, report } = setting;
  const { timeMs } = job.port.limits;
  const limits = boxLimits(job.port.limits);
  const spec = { root, name: `${job.id}.test`, network: "none", hidden, ...limits, upper: "disk" } as const;
  const opened = await engine.open(spec, signal);
  if (opened.kind === "refused") return { ...opened, kind: "engine-refused" };
  await using buildbox = opened.buildbox;
  const log = await openLog(logFile, host);
  const either = timeMs === undefined ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
  try {
    const trouble = await runTest(job, { ...setting, bench: { buildbox, log, report } }, either);
    if (signal.aborted) return { kind: "aborted" };
    const scene = { job, script, log: logFile, tail: log.tail() };
    if (trouble?.kind === "aborted") return { ...scene, kind: "timed-out", limitMs: timeMs ?? 0 };
    if (trouble?.kind === "command-failed") return { ...scene, ...trouble };
    return trouble ?? { kind: "passed" };
  } finally {
    await log.close();
  }
}

async function runTest(
  job: Job,
  { host, script, packages, bench }: TestSetting & { readonly bench: Bench },
  signal: AbortSignal,
): Promise<CommandTrouble | undefined> {
  const file = guestPath(`${HOME}/test`);
  const prefixes = [...new Set(packages.map(({ prefix }) => prefix))];
  const env = {
    ...baseEnvironment(prefixes),
    NAME: job.port.name,
    VERSION: job.port.version,
    PREFIX: job.prefix,
  };
  const exec = { argv: [script.shell, "-e", file], cwd: HOME, env, user: "build" } as const;
  const folder = await host.makeTemporary("test-");
  try {
    await host.writeFile(
      joinPath(folder, "test"),
      script.text.endsWith("\n") ? script.text : `${script.text}\n`,
    );
    const trouble =
      (await copyInto(bench, [{ from: folder, to: HOME, owner: "build" }], signal)) ??
      (await layPackages(bench, packages, signal));
    if (trouble) return trouble;
  } finally {
    await host.remove(folder);
  }
  return await runCommand(bench, exec, signal);
}
