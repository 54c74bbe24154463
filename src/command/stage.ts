import { buildRoot, type Ground, openBase, type Workshop } from "../base/base.ts";
import {
  explainFetch,
  type FetchedDistfile,
  fetchDistfiles,
  isNativeOnly,
  type Member,
  portFolderFiles,
} from "../build/build.ts";
import type { EngineKind, Root } from "../engine/engine.ts";
import { type HostPath, hostPath, joinPath } from "../host/host.ts";
import type { FileHashKind } from "../package/package.ts";
import { type Fingerprint, fingerprint, type Inputs, recipeDigest } from "../plan/plan.ts";
import {
  type Arch,
  type Dependency,
  type Job,
  jobId,
  type Layout,
  type Port,
  prefixOf,
} from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type Dependencies, openDependencies } from "./dependencies.ts";
import { filesOfMembers } from "./members.ts";
import type { OpenedPort } from "./port-argument.ts";
import type { Context } from "./verb.ts";

export type StageRequest = {
  /** As the user or the port says it, and the name that it goes by. */
  readonly base: { readonly wanted: string; readonly name: string };
  readonly arch: Arch;
  readonly layout: Layout;
  readonly engine: "auto" | EngineKind;
  readonly source: "auto" | "made";
  readonly distdir: HostPath;
  readonly dependenciesFrom: HostPath | undefined;
  readonly configureOptions: readonly string[];
  /** As the build request's. */
  readonly fileHash?: FileHashKind;
  readonly check: "run" | "skip";
};

/** A job, and all that it is made from, ready. */
export type Stage = Fingerprint & {
  readonly job: Job;
  readonly ground: Ground;
  readonly workshop: Workshop;
  /** Of the build: the base with tools and what the port declares. */
  readonly root: Root;
  readonly distfiles: readonly FetchedDistfile[];
  readonly members: readonly Member[];
  readonly dependencies: Dependencies;
  /** The fingerprint without the choice of flavors. */
  readonly recipe: string;
};

type Place = {
  readonly port: Port;
  readonly portFolder: HostPath;
  /** Of which it is the sum. */
  readonly members: readonly Pick<OpenedPort, "port" | "folder">[];
  /** No part of the port, though they may lie in its folder. */
  readonly leftOut: readonly HostPath[];
  readonly workspace: HostPath;
  readonly workshop: Workshop;
};

/** Decides the job and brings what it needs; the base is opened while the distfiles are on their way. */
export async function openStage(
  request: StageRequest,
  { port, portFolder, members, leftOut, workspace, workshop }: Place,
  { host, report, signal }: Context,
): Promise<Result<Stage>> {
  const where = {
    from: request.dependenciesFrom,
    workspace: joinPath(workspace, "dependencies"),
    base: request.base.name,
    arch: request.arch,
    machine: host.arch,
    check: request.check,
  };
  const dependencies = await openDependencies(port, where, host, signal);
  if (!dependencies.ok) return dependencies;
  const folders = [
    { port, portFolder },
    ...members.map((one) => ({ port: one.port, portFolder: one.folder })),
  ];
  const [opened, fetched] = await Promise.all([
    openGround(request, supplying(port, dependencies.value), workshop, signal),
    fetchAll(folders, request.distdir, { host, report, signal }),
  ]);
  if (!opened.ok || !fetched.ok)
    return { ok: false, error: [...(opened.ok ? [] : opened.error), ...(fetched.ok ? [] : fetched.error)] };
  const [own, ...theirs] = fetched.value;
  const { ground, root } = opened.value;
  const job = jobOf(request, port, ground);
  const inputs: Inputs = {
    job,
    files: [
      ...(await portFolderFiles({ portFolder, leftOut }, host, signal)),
      ...(await filesOfMembers(members, leftOut, { host, signal })),
    ],
    dependencies: dependencies.value.named,
    configureOptions: [...request.configureOptions, ...listOptions(request)],
  };
  return ok({
    // The fingerprint is that of the port as its recipe has it, wherever what it needs comes from.
    job: { ...job, port: supplying(port, dependencies.value) },
    ground,
    workshop,
    root,
    distfiles: own?.distfiles ?? [],
    members: theirs,
    dependencies: dependencies.value,
    ...fingerprint(inputs),
    recipe: recipeDigest(inputs),
  });
}

/** Options that are none of the build's, and still change its packages. */
function listOptions({ fileHash = "sha256" }: StageRequest): readonly string[] {
  return fileHash === "sha256" ? [] : [`--filehash=${fileHash}`];
}

type Folder = Omit<Member, "distfiles">;

/** The distfiles of each. */
async function fetchAll(
  folders: readonly Folder[],
  cache: HostPath,
  { host, report, signal }: Pick<Context, "host" | "report" | "signal">,
): Promise<Result<readonly Member[]>> {
  const fetched: Member[] = [];
  const troubles: Diagnostic[] = [];
  for (const { port, portFolder } of folders) {
    const setting = { portFolder, cache, aptFolder: hostPath("/etc/apt"), host, report };
    const answer = await fetchDistfiles(port.distfiles, setting, signal);
    if (answer.kind === "aborted") signal.throwIfAborted();
    if (answer.kind === "failed") troubles.push(...explainFetch(answer.failures));
    if (answer.kind === "fetched") fetched.push({ port, portFolder, distfiles: answer.files });
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(fetched);
}

/** The port with what the base has to supply in place of other ports. */
function supplying(port: Port, { supplied }: Dependencies): Port {
  if (supplied.length === 0) return port;
  // They come with the base wherever the packages go: nobody has to look for a port of that name.
  const keys = new Set(supplied.map(({ dependency }) => keyOf(dependency)));
  const others = (all: readonly Dependency[]) => all.filter((one) => !keys.has(keyOf(one)));
  const packages = port.packages.map((one) => ({
    ...one,
    depends: { ...one.depends, lib: others(one.depends.lib), run: others(one.depends.run) },
  }));
  const system = [...port.depends.system, ...supplied.map((one) => one.system)];
  return { ...port, packages, depends: { ...port.depends, build: others(port.depends.build), system } };
}

function keyOf({ spec, pkgpath }: Dependency): string {
  return `${spec}:${pkgpath}`;
}

type OpenedGround = { readonly ground: Ground; readonly root: Root };

async function openGround(
  { base, arch, engine, source }: StageRequest,
  port: Port,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<OpenedGround>> {
  const ground = await openBase({ name: base.wanted, arch, engine, source }, workshop, signal);
  if (!ground.ok) return ground;
  const { dialect, build } = port;
  if (ground.value.cross && isNativeOnly(port))
    return wrong(nativeOnly(port, { machine: ground.value.cross.machine, arch }));
  const needs = { system: systemDependencies(port), style: build.style.value, dialect };
  const root = await buildRoot(ground.value, needs, workshop, signal);
  return root.ok ? ok({ ground: ground.value, root: root.value }) : root;
}

function nativeOnly(
  { build: { style } }: Port,
  { machine, arch }: { readonly machine: Arch; readonly arch: Arch },
): Diagnostic {
  return {
    severity: "error",
    code: "build/native-only",
    blame: "request",
    message: `\`ghc\` compiles for the machine that it runs on, which is ${machine}, and ${arch} is wanted`,
    span: style.span,
    help: `build it on a machine that is ${arch}`,
  };
}

/** The port's own and those of its subpackages: the base must have them while it builds and where it runs. */
export function systemDependencies(port: Port): Port["depends"]["system"] {
  return [...port.depends.system, ...port.packages.flatMap(({ depends }) => depends.system)];
}

export function jobOf(
  { arch, layout }: Pick<StageRequest, "arch" | "layout">,
  port: Port,
  { base }: Ground,
): Job {
  const decided = { port, base, arch, layout };
  return { ...decided, id: jobId(decided), prefix: prefixOf(port, layout, port.prefix) };
}
