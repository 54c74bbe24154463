import { type Engine, type GuestPath, guestPath, type Root } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { Job, Phase, Port } from "../port/port.ts";
import type { Report } from "../report.ts";
import {
  type Bench,
  type CommandTrouble,
  type Copy,
  copyInto,
  layPackages,
  runCommand,
  troubleOfCopy,
} from "./bench.ts";
import type { FetchedDistfile } from "./distfiles.ts";
import {
  BUILD_FOLDER,
  baseEnvironment,
  type Dependency,
  DISTFILES,
  EARLIEST_EPOCH,
  FAKE_ROOT,
  HOME,
  HOOK_FILES,
  PORT,
  TOOLS,
  WORK,
} from "./environment.ts";
import { type Circumstances, HOST_NAMES, makeGuise, NO_GUISE } from "./guise.ts";
import { openLog } from "./log.ts";
import type { JobOutcome, JobTrouble } from "./outcome.ts";
import { type Phased, runPhases, type Task } from "./phases.ts";
import { copyPortFolder } from "./port-folder.ts";
import { crossFiles, type Toolchain } from "./toolchain.ts";
import { userlandOf } from "./userland.ts";

/** A port of which another is the sum: it is built before it, into the same prefix. */
export type Member = {
  readonly port: Port;
  readonly portFolder: HostPath;
  readonly distfiles: readonly FetchedDistfile[];
};

export type JobSetting = {
  readonly engine: Engine;
  /** With the tools and everything the port declares. */
  readonly root: Root;
  readonly distfiles: readonly FetchedDistfile[];
  readonly members?: readonly Member[];
  readonly portFolder: HostPath;
  /** Folders that are no part of the port, wherever they lie: results, caches. */
  readonly leftOut: readonly HostPath[];
  /** Of other ports; they are laid at their prefixes before the first phase. */
  readonly dependencies: readonly Dependency[];
  /** The user's, after those of the recipe. */
  readonly configureOptions: readonly string[];
  /** Upstream's own test suite. */
  readonly check: "run" | "skip";
  /** What becomes of the buildbox. */
  readonly onEnd: "remove" | "keep";
  /** Of builds for another architecture than the machine's. */
  readonly toolchain?: Toolchain | undefined;
  /** Folders of this machine that the build must not see (over the host). */
  readonly hidden: readonly HostPath[];
  /** How many commands make and its kin run at once. */
  readonly parallel: number;
  readonly circumstances: Circumstances;
  readonly logFile: HostPath;
  /** Where the fake root goes; made by this, must not be there yet. */
  readonly fakeRoot: HostPath;
  readonly host: Host;
  readonly report: Report;
};

/** The phases extract to fake, in a fresh buildbox. */
export async function runJob(job: Job, setting: JobSetting, signal: AbortSignal): Promise<JobOutcome> {
  try {
    return await openAndRun(job, setting, signal);
  } catch (error) {
    // Whatever an abort made fail on its way out.
    if (signal.aborted) return { kind: "aborted", job };
    throw error;
  }
}

async function openAndRun(job: Job, setting: JobSetting, signal: AbortSignal): Promise<JobOutcome> {
  const { engine, root, hidden, host, logFile, report } = setting;
  const { network, limits } = job.port;
  const spec = {
    root,
    name: job.id,
    network: network === "build" ? "host" : "none",
    hidden,
    hostName: HOST_NAMES[setting.circumstances],
    ...boxLimits(limits),
    upper: "disk",
  } as const;
  const opened = await engine.open(spec, signal);
  if (opened.kind === "refused") return { ...opened, kind: "engine-refused", job };
  await using buildbox = opened.buildbox;
  const log = await openLog(logFile, host);
  try {
    for (const message of buildbox.caveats) report({ kind: "note", message });
    const outcome = await runIn({ buildbox, log, report }, { job, setting }, signal);
    // Of a box that died nothing is left, and who aborts wants to be gone.
    const isGone = outcome.kind === "aborted" || outcome.kind === "engine-died";
    return isGone || setting.onEnd === "remove" ? outcome : { ...outcome, enter: await buildbox.keep() };
  } finally {
    await log.close();
  }
}

/** Those that the buildbox itself holds; time is this side's. */
export function boxLimits({
  timeMs: _,
  ...limits
}: Job["port"]["limits"]): Omit<Job["port"]["limits"], "timeMs"> {
  return limits;
}

async function runIn(
  bench: Bench,
  { job, setting }: Omit<Task, "bench" | "guise">,
  signal: AbortSignal,
): Promise<Exclude<JobOutcome, { readonly kind: "engine-refused" }>> {
  const { host, fakeRoot } = setting;
  const began = host.now();
  const { timeMs } = job.port.limits;
  const either = timeMs === undefined ? signal : AbortSignal.any([signal, host.deadline(timeMs)]);
  const guise = setting.circumstances === "other" ? await makeGuise(bench, host, either) : NO_GUISE;
  const task = { job, setting, bench, guise };
  const ended = await runWhole(task, either);
  const trouble = ended.kind === "phased" ? await takeFakeRoot(task, either) : ended;
  if (signal.aborted) return { kind: "aborted", job };
  const scene = { job, log: bench.log.file, tail: bench.log.tail() };
  if (trouble?.kind === "aborted")
    return { ...scene, kind: "timed-out", phase: trouble.phase, limitMs: timeMs ?? 0 };
  if (trouble) return { ...scene, ...trouble };
  if (ended.kind !== "phased") throw new Error(`no trouble and no fake root: ${ended.kind}`);
  const { sourceDateEpoch } = ended.sources;
  const { varied } = task.guise;
  return { kind: "built", job, fakeRoot, sourceDateEpoch, durationMs: host.now() - began, varied };
}

/** The members in their order, each on a cleared bench, then the port itself. */
async function runWhole(task: Task, signal: AbortSignal): Promise<Phased | JobTrouble> {
  const { job, setting, bench } = task;
  const laid = await layPackages(bench, setting.dependencies, signal);
  if (laid) return copyTrouble(laid, "extract");
  let newest = EARLIEST_EPOCH;
  for (const { port, ...member } of setting.members ?? []) {
    const part = { ...task, job: { ...job, port }, setting: { ...setting, ...member } };
    await bench.log.write(Buffer.from(`==> ${port.name} ${port.version}\n`));
    const ended = await runOne(part, signal);
    if (ended.kind !== "phased") return ended;
    newest = Math.max(newest, ended.sources.sourceDateEpoch);
    const argv = ["rm", "-rf", PORT, HOOK_FILES, DISTFILES, WORK] as const;
    const cleared = await runCommand(
      bench,
      { argv, cwd: BUILD_FOLDER, env: baseEnvironment([]), user: "build" },
      signal,
    );
    if (cleared) return copyTrouble(cleared, "extract");
  }
  const ended = await runOne(task, signal);
  if (ended.kind !== "phased") return ended;
  const sourceDateEpoch = Math.max(newest, ended.sources.sourceDateEpoch);
  return { ...ended, sources: { ...ended.sources, sourceDateEpoch } };
}

async function runOne(task: Task, signal: AbortSignal): Promise<Phased | JobTrouble> {
  return (await furnish(task, signal)) ?? (await runPhases(task, signal));
}

/** Lays into the box what every build finds there. */
async function furnish({ job, setting, bench }: Task, signal: AbortSignal): Promise<JobTrouble | undefined> {
  const { host, fakeRoot } = setting;
  // Where the fake root will lie, since the port's folder may be larger than the machine's temporary one.
  const skeleton = await host.makeTemporary("buildbox-", joinPath(fakeRoot, ".."));
  try {
    for (const folder of [HOME, WORK, FAKE_ROOT, TOOLS, DISTFILES, HOOK_FILES]) {
      await host.makeFolder(below(skeleton, folder));
    }
    for (const [hook, { text }] of job.port.build.scripts) {
      await host.writeFile(
        joinPath(below(skeleton, HOOK_FILES), hook),
        text.endsWith("\n") ? text : `${text}\n`,
      );
    }
    for (const [name, text] of userlandOf(job.port)) {
      const tool = joinPath(below(skeleton, TOOLS), name);
      await host.makeFolder(joinPath(tool, ".."));
      await host.writeFile(tool, text);
      await host.changeMode(tool, 0o755);
    }
    for (const [file, text] of crossFiles(setting.toolchain)) {
      await host.writeFile(below(skeleton, file), text);
    }
    await copyPortFolder(setting, below(skeleton, PORT), host);
    const copies: readonly Copy[] = [
      { from: skeleton, to: BUILD_FOLDER, owner: "build" },
      ...distfilesFor(job, setting.distfiles),
      ...(job.port.build.installs === "at-prefix" ? writtenTo(job.prefix) : []).map(
        (to) => ({ from: below(skeleton, DISTFILES), to: guestPath(to), owner: "build" }) as const,
      ),
    ];
    const trouble = await copyInto(bench, copies, signal);
    return trouble && copyTrouble(trouble, "extract");
  } finally {
    await host.remove(skeleton);
  }
}

/** Empty folders, which the build may fill: the prefix, and that of GoboLinux's settings beside it. */
function writtenTo(prefix: string): readonly string[] {
  return [prefix, `${prefix.replace(/\/[^/]*$/, "")}/Settings`];
}

/** The place in the skeleton of what will lie in the build folder. */
function below(skeleton: HostPath, folder: GuestPath): HostPath {
  return joinPath(skeleton, folder.slice(BUILD_FOLDER.length + 1));
}

/** For recipes whose scripts ask for them; the others have what was extracted. */
function distfilesFor({ port }: Job, distfiles: readonly FetchedDistfile[]): readonly Copy[] {
  const isAsked = [...port.build.scripts.values()].some(({ text }) =>
    /DISTDIR|\/build\/distfiles/.test(text),
  );
  if (!isAsked) return [];
  return distfiles.map(({ distfile, file }) => {
    const folder = distfile.keptIn === undefined ? DISTFILES : `${DISTFILES}/${distfile.keptIn}`;
    return { from: file, to: guestPath(`${folder}/${distfile.file}`), owner: "build" };
  });
}

async function takeFakeRoot(
  { job, setting, bench }: Task,
  signal: AbortSignal,
): Promise<JobTrouble | undefined> {
  const { host, fakeRoot } = setting;
  const exit = await bench.buildbox.copyOut(FAKE_ROOT, fakeRoot, signal);
  const trouble = await troubleOfCopy(exit, ["cp", "-R", FAKE_ROOT, fakeRoot], bench);
  // The index of all info pages of a machine: no package may own it. Through a link it would be this machine's.
  const folder = `.${job.prefix}/share/info`;
  const top = await host.realPath(fakeRoot);
  const real = await host.realPath(joinPath(fakeRoot, folder));
  if (top && real === joinPath(top, folder)) await host.remove(joinPath(real, "dir"));
  return trouble && copyTrouble(trouble, "fake");
}

function copyTrouble(trouble: CommandTrouble, phase: Phase): JobTrouble {
  return trouble.kind === "command-failed"
    ? { ...trouble, kind: "copy-failed", phase }
    : { ...trouble, phase };
}
