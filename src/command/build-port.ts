import { nameOfBase, neutralFor, type Workshop } from "../base/base.ts";
import { unusedOptions } from "../build/build.ts";
import type { EngineKind } from "../engine/engine.ts";
import { type HostPath, joinPath, withScratch } from "../host/host.ts";
import {
  addToFolder,
  type EqualPackage,
  type FileHashKind,
  readFolder,
  type SigningKey,
} from "../package/package.ts";
import {
  type Arch,
  type Compression,
  type Job,
  jobId,
  type Layout,
  type Package,
  type Port,
  type Rebuild,
} from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { buildAgain, variedBy } from "./build-again.ts";
import { buildDependencies } from "./build-dependencies.ts";
import { withCheckouts } from "./checkouts.ts";
import { compareChoices } from "./compare-choices.ts";
import { olderThanMeant } from "./dependencies.ts";
import { makePackages } from "./make-packages.ts";
import { openMembers, withNeeds } from "./members.ts";
import { type OpenedPort, openPort, type PortChoice, unknownSubpackage } from "./port-argument.ts";
import { NO_SHELL, type PortShell, shellOver } from "./port-shell.ts";
import { bringPort } from "./recipe-places.ts";
import { chooseKey, type KeyChoice } from "./signing-key.ts";
import { type Context, KEY_IN_REACH, usage } from "./verb.ts";
import { openWorkshop } from "./workshop.ts";

export type { KeyChoice };

import { openStage, type Stage, type StageRequest } from "./stage.ts";

export type BuildRequest = {
  /** As the user typed it. */
  readonly port: string;
  /** The version that the user expects the port to have. */
  readonly version: string | undefined;
  /** Where a program is looked for by its name, as the user typed it; empty for the usual places. */
  readonly recipes: readonly string[];
  readonly flavors: "default" | readonly string[];
  /** Those to keep; empty for all. */
  readonly subpackages: readonly string[];
  readonly base: string | undefined;
  readonly arch: Arch;
  readonly prefix: string | undefined;
  readonly layout: Layout;
  readonly engine: "auto" | EngineKind;
  readonly source: "auto" | "made";
  readonly only: string | undefined;
  /** What a plan has decided; undefined for a job that nobody planned. */
  readonly planned: Planned | undefined;
  readonly out: HostPath;
  readonly distdir: HostPath;
  readonly dependenciesFrom: HostPath | undefined;
  /** What is missing there is built first, from its recipe; `waiting`: pkgpaths of the ports that wait for this one. */
  readonly dependencies: "found" | { readonly waiting: readonly string[] };
  readonly key: KeyChoice;
  readonly configureOptions: readonly string[];
  readonly compression: Compression;
  /** The digest of each package's list of its files; SHA-256 unless said. */
  readonly fileHash?: FileHashKind;
  readonly check: "run" | "skip";
  readonly parallel: number;
  /** Those that the recipe needs run to be read. */
  readonly commands: "allowed" | "refused";
  /** What the base must have besides what the recipe says. */
  readonly needs: readonly string[];
  /** Sources of version control systems, which no digest vouches for. */
  readonly checkouts: "allowed" | "refused";
  /** What becomes of the buildbox. */
  readonly onEnd: "keep" | "remove";
  readonly purpose: "deliver" | "compare";
  /** `reproducible`: by a second build. */
  readonly verify: "reproducible" | "nothing";
  /** Choices of flavors whose packages must be equal where they have the same names; an empty word for all pseudo-flavors. */
  readonly compareFlavors: readonly string[];
};

export type Planned = {
  readonly digest: string;
  readonly fingerprint: string;
  /** What the port is called in the plan, which may have read a whole tree of them. */
  readonly pkgpath: string;
};

export type Built = {
  readonly job: Job;
  readonly fingerprint: string;
  readonly packages: readonly Package[];
  readonly folder: HostPath;
  /** Of its recipe. */
  readonly portFolder: HostPath;
  readonly signer: string | undefined;
  /** The build's whole log. */
  readonly log: HostPath;
  readonly enter: string | undefined;
  /** What was another than in the build that it is compared with; empty for one that is not. */
  readonly varied: Rebuild["varied"];
  /** Packages that another choice of flavors made too. */
  readonly equal: readonly EqualPackage[];
};

/** `built` is there when packages lie in the folder; the diagnostics then hold warnings only. */
export type BuildAnswer = { readonly built: Built | undefined; readonly diagnostics: readonly Diagnostic[] };

/** The whole way of one job: recipe, base, distfiles, buildbox, packages, audit, test, folder. */
export async function buildPort(request: BuildRequest, context: Context): Promise<BuildAnswer> {
  const { host } = context;
  const jobs = joinPath(host.folders.cache, "jobs");
  return await withScratch(jobs, host, (workspace) => buildIn(workspace, request, context));
}

async function buildIn(workspace: HostPath, request: BuildRequest, context: Context): Promise<BuildAnswer> {
  const prepared = await prepare(request, context);
  if (!prepared.ok) return failed(prepared.error);
  const { opened, key } = prepared.value;
  const beforehand: Diagnostic[] = [...opened.warnings, ...prepared.value.warnings];
  const { folder: portFolder, members } = opened;
  const sources = { folder: joinPath(workspace, "sources"), allowed: request.checkouts };
  const checkedOut = await withCheckouts(opened.port, sources, context);
  if (!checkedOut.ok) return failed([...beforehand, ...checkedOut.error]);
  const port = checkedOut.value;
  const leftOut = [request.out, request.distdir, context.host.folders.cache];
  const needed = await dependenciesOf(request, prepared.value, { workspace, context });
  if (!needed.ok) return failed([...beforehand, ...needed.error]);
  beforehand.push(...needed.value.warnings);
  const stage = await openStage(
    { ...request, dependenciesFrom: needed.value.from, base: prepared.value.base },
    { port, portFolder, members, leftOut, workspace, workshop: prepared.value.workshop },
    context,
  );
  if (!stage.ok) return failed([...beforehand, ...stage.error]);
  const present = stage.value.dependencies.present.map((one) => one.package);
  const warnings = [...beforehand, ...olderThanMeant(port, present)];
  const { job, ground } = stage.value;
  const otherwise = request.planned ? unplanned(stage.value, request.planned) : [];
  if (otherwise.length > 0) return failed([...warnings, ...otherwise]);
  if (request.key.kind === "text" && ground.engine.kind === "host")
    return failed([...warnings, KEY_IN_REACH]);
  context.report({ kind: "job-started", job: job.id });
  const { working, home } = context.host.folders;
  const hidden = [portFolder, request.out, request.distdir, working, home];
  const making = { ...request, stage: stage.value, portFolder, leftOut, workspace, hidden };
  const made = await makePackages(making, context);
  context.report({ kind: "job-finished", job: job.id, outcome: made.ok ? "built" : "failed" });
  if (!made.ok) return failed([...warnings, ...made.error]);
  const again = request.verify === "reproducible" ? await buildAgain(making, made.value, context) : undefined;
  if (again && !again.ok) return failed([...warnings, ...again.error]);
  const packages = again
    ? made.value.packages.map((one) => ({ ...one, package: { ...one.package, rebuild: again.value } }))
    : made.value.packages;
  const comparing = { request, port, packages, workspace, build: buildPort };
  const compared = request.compareFlavors.length > 0 ? await compareChoices(comparing, context) : ok([]);
  if (!compared.ok) return failed([...warnings, ...compared.error]);
  const folder = { folder: request.out, folderName: request.out, packages, key };
  const added = await addToFolder(folder, context.host, context.signal);
  if (!added.ok) return failed([...warnings, ...added.error]);
  const built = {
    job,
    fingerprint: stage.value.fingerprint,
    packages: added.value.added,
    folder: request.out,
    portFolder,
    signer: key?.name,
    log: made.value.log,
    varied: request.purpose === "compare" ? variedBy(made.value, job.port) : [],
    enter: made.value.enter,
    equal: [...compared.value, ...added.value.equal],
  };
  return { built, diagnostics: [...warnings, ...made.value.warnings, ...added.value.warnings] };
}

type Needed = { readonly from: HostPath | undefined; readonly warnings: readonly Diagnostic[] };

/** The folder with the packages of other ports, and in it those that had to be built first. */
async function dependenciesOf(
  request: BuildRequest,
  { opened: { port, folder }, base }: Prepared,
  { workspace, context }: { readonly workspace: HostPath; readonly context: Context },
): Promise<Result<Needed>> {
  const { dependenciesFrom, out } = request;
  if (request.dependencies === "found") return ok({ from: dependenciesFrom, warnings: [] });
  const needing = { port, folder, base: base.name, workspace, waiting: request.dependencies.waiting };
  const built = await buildDependencies(request, needing, { build: buildPort, context });
  return built.ok ? ok({ from: dependenciesFrom ?? out, warnings: built.value }) : built;
}

/** What is here, where it is not what the plan was made of. */
function unplanned({ job, fingerprint }: Stage, planned: Planned): readonly Diagnostic[] {
  if (job.base.digest !== planned.digest) {
    return [
      {
        severity: "error",
        code: "build/other-root",
        blame: "world",
        message: `the root of \`${job.base.name}\` is ${job.base.digest} here, and \`${job.id}\` was planned for ${planned.digest}`,
        help: "plan again: the base has moved in between",
      },
    ];
  }
  if (fingerprint === planned.fingerprint) return [];
  return [
    {
      severity: "error",
      code: "build/other-job",
      blame: "request",
      message: `\`${job.id}\` is not what was planned: its fingerprint is ${fingerprint} here, and ${planned.fingerprint} in the plan`,
      help: "build it from the very files that the plan was made of, with the same version of Tarwright",
    },
  ];
}

function failed(diagnostics: readonly Diagnostic[]): BuildAnswer {
  return { built: undefined, diagnostics };
}

type Prepared = {
  readonly opened: OpenedWhole;
  readonly base: StageRequest["base"];
  readonly workshop: Workshop;
  readonly key: SigningKey | undefined;
  readonly warnings: readonly Diagnostic[];
};

/** Everything that can be wrong before the first byte is fetched, all at once. */
export async function prepare(request: BuildRequest, context: Context): Promise<Result<Prepared>> {
  const { host } = context;
  const { flavors, prefix, arch, layout } = request;
  const workshop = await openWorkshop(context);
  if (!workshop.ok) return workshop;
  const { catalogue } = workshop.value;
  const named = request.base === undefined ? undefined : namedBase(request.base, catalogue);
  const asked = { flavors, arch, machine: host.arch, layout, ...(prefix ? { prefix } : {}) };
  const choice = {
    ...asked,
    ...(named?.ok ? { base: named.value.name } : {}),
    ...(request.planned ? { pkgpath: request.planned.pkgpath } : {}),
  };
  const shell = request.commands === "allowed" ? shellOver(request, context) : NO_SHELL;
  const [opened, given, folder] = await Promise.all([
    openWhole(request, choice, { context, shell }),
    request.key.kind === "own" ? undefined : chooseKey(request.key, host),
    readFolder({ folder: request.out, folderName: request.out }, host),
  ]);
  const base = named ?? (opened.ok ? defaultBase(opened.value.port, catalogue) : undefined);
  const troubles = [
    ...(opened.ok ? requestTroubles(request, opened.value) : opened.error),
    ...(opened.ok ? [...(opened.value.obstacles ?? []), ...unsureSources(opened.value)] : []),
    ...(base && !base.ok ? base.error : []),
    ...(opened.ok && base?.ok ? otherJob(request, opened.value.port, base.value.name) : []),
    ...(given && !given.ok ? given.error : []),
    ...(folder.ok ? [] : folder.error),
  ];
  if (!opened.ok || !base?.ok || troubles.length > 0) return { ok: false, error: troubles };
  // The user's own key is made on first use: only now is it sure to be used.
  const key = given ?? (await chooseKey(request.key, host));
  if (!key.ok) return key;
  return ok({
    opened: opened.value,
    base: base.value,
    workshop: workshop.value,
    key: key.value.key,
    warnings: key.value.warnings,
  });
}

/** A port with those of which it is the sum. */
type OpenedWhole = OpenedPort & { readonly members: readonly OpenedPort[] };

async function openWhole(
  request: BuildRequest,
  choice: PortChoice,
  { context, shell }: { readonly context: Context; readonly shell: PortShell },
): Promise<Result<OpenedWhole>> {
  const brought = await bringPort(request, context);
  if (!brought.ok) return brought;
  const { port, recipes } = brought.value;
  const reader = { host: context.host, shell };
  const opened = await openPort(port, { ...choice, version: request.version, recipes }, reader);
  if (!opened.ok) return opened;
  const members = await openMembers(opened.value, { ...choice, recipes }, reader);
  if (!members.ok) return members;
  const ports = members.value.map((one) => one.port);
  return ok({
    ...opened.value,
    port: withAsked(withNeeds(opened.value.port, ports), request.needs),
    obstacles: [opened.value, ...members.value].flatMap(({ obstacles = [] }) => obstacles),
    warnings: [opened.value, ...members.value].flatMap(({ warnings }) => warnings),
    members: members.value,
  });
}

/** The user's own needs, by neutral or foreign name. */
function withAsked(port: Port, needs: readonly string[]): Port {
  const asked = needs.map((need) => ({ kind: "neutral", name: neutralFor(need), span: port.span }) as const);
  return { ...port, depends: { ...port.depends, system: [...port.depends.system, ...asked] } };
}

function namedBase(wanted: string, catalogue: Workshop["catalogue"]): Result<StageRequest["base"]> {
  const name = nameOfBase(wanted, catalogue);
  return name.ok ? ok({ wanted, name: name.value }) : name;
}

const FOREIGN_BASE = "debian-12";

function defaultBase(port: Port, catalogue: Workshop["catalogue"]): Result<StageRequest["base"]> {
  const [first] = port.bases;
  if (first) return namedBase(first.value, catalogue);
  // Recipes of other systems say nothing of ours.
  if (port.dialect !== "yaml") return namedBase(FOREIGN_BASE, catalogue);
  const message = `\`${port.pkgpath}\` says no base that it is meant for`;
  const help = "name one with `--base`, or list some under `bases:`";
  return wrong({ ...usage("usage/base", message, help), span: port.span });
}

/** A file from anywhere that nothing can check must not be built from. */
function unsureSources({ port, members }: OpenedWhole): readonly Diagnostic[] {
  const distfiles = [port, ...members.map((one) => one.port)].flatMap((one) => one.distfiles);
  const unsure = distfiles.filter(
    ({ digests, urls }) => digests.length === 0 && urls.some(({ kind }) => kind !== "port"),
  );
  return unsure.map(({ file, span }) => ({
    severity: "error",
    code: "build/no-digest",
    blame: "recipe",
    message: `nothing in the recipe tells whether \`${file}\` is the right file`,
    span,
    help: "add its digest to the recipe, taken from upstream's own list",
  }));
}

function otherJob({ only, arch, layout }: BuildRequest, port: Port, base: string): readonly Diagnostic[] {
  const id = jobId({ port, arch, layout, base: { name: base } });
  if (only === undefined || only === id) return [];
  return [usage("usage/only", `\`--only ${only}\` is not this job`, `this one is \`${id}\``)];
}

/** What the request asks of this port, and the port does not have. */
function requestTroubles(
  { version, subpackages, configureOptions }: BuildRequest,
  { port, members }: OpenedWhole,
): readonly Diagnostic[] {
  const unused = [port, ...members.map((one) => one.port)].map((one) => unusedOptions(one, configureOptions));
  // What a whole is told, its members are.
  const troubles: Diagnostic[] = unused.every((one) => one.length > 0) ? [...(unused[0] ?? [])] : [];
  const revised = port.revision === undefined ? port.version : `${port.version}-r${port.revision}`;
  if (version !== undefined && version !== port.version && version !== revised) {
    const message = `\`${port.pkgpath}\` is at version ${port.version}, not ${version}`;
    troubles.push({
      ...usage("usage/version", message, "leave the version out, or name another port"),
      span: port.span,
    });
  }
  const names = port.packages.map(({ name }) => name);
  for (const name of subpackages.filter((wanted) => !names.includes(wanted))) {
    troubles.push(unknownSubpackage(name, { pkgpath: port.pkgpath, names }));
  }
  return troubles;
}
