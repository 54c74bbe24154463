import type { Engine, EngineKind } from "../engine/engine.ts";
import { type Arch, type Base, isArch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";
import type { Entry, KnownBase } from "./catalogue.ts";
import { type CrossOpening, noCross, openCross } from "./cross.ts";
import type { Ground, Workshop } from "./ground.ts";
import { openImage, resolveImage } from "./image.ts";
import { checkLocked, lockKey } from "./lock.ts";
import { lookAtMachine, openMachine } from "./machine.ts";
import { type Making, makeBase, notMakeable } from "./make.ts";
import { isRootDigest, type MadeRecord, readRecord } from "./record.ts";
import { keepRoot, restoreRoot } from "./stored-root.ts";
import { digestOfList, readTarget } from "./target.ts";

export type BaseRequest = {
  /** A name of the catalogue, `host`, an OCI reference, or `NAME=REFERENCE`. */
  readonly name: string;
  readonly arch: Arch;
  readonly engine: "auto" | EngineKind;
  /** `made`: a root made here even where the catalogue has an image. */
  readonly source: "auto" | "made";
};

/** Pulls the image or makes the root when it is not there yet; see DESIGN section 6 for what is chosen. */
export async function openBase(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Ground>> {
  if (request.arch !== workshop.host.arch) {
    const opening = await settleForeign(request, workshop, signal);
    const ground = opening.ok ? await openCross(opening.value, signal) : opening;
    return ground.ok ? locked(ground.value, workshop) : ground;
  }
  const chosen = await settleSource(request, workshop, signal);
  if (!chosen.ok) return chosen;
  const { engine, source } = chosen.value;
  const { arch } = request;
  switch (source.kind) {
    case "machine":
      return await openMachine(source.name, { engine, arch, workshop }, signal);
    case "image":
      return await openImage(source.base, { engine, arch, workshop }, signal);
    case "made":
      return await openMade(source.base, { engine, arch, workshop }, signal);
    default:
      return unreachable(source);
  }
}

/** For another architecture: a base whose packages apt has for both, as a root that is made here. */
export async function settleForeign(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<CrossOpening>> {
  const machine = workshop.host.arch;
  const entry = workshop.catalogue.find(request.name);
  if (!entry.ok) return entry;
  if (!isArch(machine)) return wrong(otherArch(request, machine));
  const base = entry.value;
  const why = whyNotCross(base, request);
  if (base.kind !== "known" || why !== undefined) return wrong(noCross(request, machine, why ?? ""));
  const here = { ...request, arch: machine, engine: "namespace", source: "made" } as const;
  const unlocked = { ...workshop, lock: new Map() };
  const native = await openBase(here, unlocked, signal);
  return native.ok ? ok({ native: native.value, base, arch: request.arch, workshop }) : native;
}

/** Undefined when it can be built for. */
function whyNotCross(base: Entry, { engine, arch }: BaseRequest): string | undefined {
  if (base.kind === "host") return "the machine itself is its own base";
  if (base.kind === "image" || !base.made) return "its root can't be made here";
  if (!base.arches.includes(arch)) return "it does not exist for that architecture";
  if (base.made.origin !== "Debian") return `${base.made.origin}'s mirrors have one architecture each`;
  if (base.made.packages !== undefined)
    return "its packages are those of a list, which is for one architecture";
  if (engine !== "auto" && engine !== "namespace")
    return `engine \`${engine}\` keeps no roots that can't run here`;
  return undefined;
}

/** A base without any layers on it: what a plan needs to know. */
export type ResolvedBase = { readonly base: Base; readonly source: "image" | "made" | "machine" };

/**
 * The root that a name stands for now. An image is pulled, unless its reference has the digest; its digest serves all
 * architectures that it has, so that plans can be made for others than this machine's.
 */
export async function resolveBase(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<ResolvedBase>> {
  const entry = workshop.catalogue.find(request.name);
  if (!entry.ok) return entry;
  const pinned = entry.value.kind === "image" ? pinnedBase(entry.value) : undefined;
  if (pinned) {
    const moved = checkLocked({ base: pinned, arch: request.arch }, workshop.lock);
    return moved.length > 0 ? { ok: false, error: moved } : ok({ base: pinned, source: "image" });
  }
  const machine = isArch(workshop.host.arch) ? workshop.host.arch : request.arch;
  const chosen = await settleSource({ ...request, arch: machine }, workshop, signal);
  if (!chosen.ok) return chosen;
  const { engine, source } = chosen.value;
  if (source.kind === "image") {
    const base = await resolveImage(source.base, { engine, arch: machine, workshop }, signal);
    return base.ok ? ok({ base: base.value, source: "image" }) : base;
  }
  if (request.arch !== machine) return wrong(otherArch(request, machine));
  const ground = await openBase(request, workshop, signal);
  return ground.ok ? ok({ base: ground.value.base, source: source.kind }) : ground;
}

/** `heroku-24=heroku/heroku@sha256:…`: what it is, and which root, stands in the name. */
function pinnedBase({ name, reference, like }: Extract<Entry, { kind: "image" }>): Base | undefined {
  const digest = reference.slice(reference.indexOf("@") + 1);
  if (!like || !isRootDigest(digest)) return undefined;
  return { name, family: like.family, digest, extensible: like.extensible };
}

/**
 * What `auto` made here once stays what the base is: a docker that was started since must not change, in silence, what
 * packages are built on.
 */
async function asKept(request: BaseRequest, { host }: Workshop): Promise<BaseRequest> {
  const { name, arch, engine } = request;
  const kinds = engine === "auto" ? (["namespace", "docker", "podman"] as const) : [engine];
  for (const kind of kinds) {
    const record = await readRecord(host, { name, arch, engine: kind });
    // What was synced is no longer the image, by whichever engine.
    if (record?.list !== undefined) return { ...request, engine: kind, source: "made" };
    if (record && engine === "auto" && kind === "namespace") return { ...request, source: "made" };
  }
  return request;
}

/** Where the root of a base comes from, decided. */
type Source =
  | { readonly kind: "machine"; readonly name: string }
  | { readonly kind: "image"; readonly base: Exclude<Entry, { kind: "host" }> }
  | { readonly kind: "made"; readonly base: KnownBase };

type Choice = { readonly engine: Engine; readonly source: Source };

/** As `chooseEngine`, where what was made here before goes on. */
export async function settleSource(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Choice>> {
  return await chooseEngine(await asKept(request, workshop), workshop, signal);
}

/** Decides which engine opens what; the first usable one, if the request leaves it open. */
export async function chooseEngine(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Choice>> {
  const entry = workshop.catalogue.find(request.name);
  if (!entry.ok) return entry;
  if (request.arch !== workshop.host.arch) return wrong(otherArch(request, workshop.host.arch));
  const ways = waysOf(entry.value, request.source);
  const allowed = ways.filter(({ engine }) => request.engine === "auto" || engine === request.engine);
  if (allowed.length === 0) return wrong(noWay(request, ways));
  const refusals: Refusal[] = [];
  for (const { engine: kind, source, only } of allowed) {
    if (only === "when-named" && request.engine === "auto") continue;
    const engine = workshop.engines.find((one) => one.kind === kind);
    if (!engine) throw new Error(`no engine ${kind}`);
    const probe = await engine.probe(signal);
    signal.throwIfAborted();
    if (probe.kind === "unusable") {
      refusals.push({ kind, why: probe.why, help: probe.help });
    } else if (
      source.kind === "made" &&
      !source.base.made &&
      !(await readRecord(workshop.host, { ...request, engine: kind }))
    ) {
      return wrong(notMakeable(source.base, refusals.map(refusalText)));
    } else if (source.kind === "machine" && source.name !== "host") {
      const { release } = await lookAtMachine(workshop.host);
      return release === source.name ? ok({ engine, source }) : wrong(otherMachine(source.name, release));
    } else {
      return ok({ engine, source });
    }
  }
  return wrong(noEngine(request.name, refusals));
}

/** The first engine that can keep roots, or the one that the request names. */
export async function usableEngine(
  { name, engine }: Pick<BaseRequest, "name" | "engine">,
  { engines }: Pick<Workshop, "engines">,
  signal: AbortSignal,
): Promise<Result<Engine>> {
  const refusals: Refusal[] = [];
  for (const kind of ["namespace", "docker", "podman"] as const) {
    const found = engines.find((one) => one.kind === kind);
    if (!found || (engine !== "auto" && engine !== kind)) continue;
    const probe = await found.probe(signal);
    signal.throwIfAborted();
    if (probe.kind === "usable") return ok(found);
    refusals.push({ kind, why: probe.why, help: probe.help });
  }
  return wrong(noEngine(name, refusals));
}

type Way = { readonly engine: EngineKind; readonly source: Source; readonly only?: "when-named" };

/** The engines that can open a base, in the order in which `auto` tries them, and what they would open. */
function waysOf(entry: Entry, wanted: BaseRequest["source"]): readonly Way[] {
  if (entry.kind === "host") {
    const source: Source = { kind: "machine", name: "host" };
    return [
      { engine: "namespace", source },
      { engine: "host", source },
    ];
  }
  const image: Source = { kind: "image", base: entry };
  const hasImage = entry.kind === "image" || entry.images !== undefined;
  const images: readonly Way[] = hasImage
    ? [
        { engine: "docker", source: image },
        { engine: "podman", source: image },
      ]
    : [];
  if (entry.kind === "image") return wanted === "made" ? [] : images;
  const made: Source = { kind: "made", base: entry };
  // In a job that runs in a container, the container is the base: said by the user, never guessed.
  const machine: Way = { engine: "host", source: { kind: "machine", name: entry.name }, only: "when-named" };
  if (wanted === "auto" && hasImage) return [...images, { engine: "namespace", source: made }, machine];
  return (["namespace", "docker", "podman"] as const).map((engine) => ({ engine, source: made }));
}

async function openMade(
  base: KnownBase,
  { engine, arch, workshop }: { readonly engine: Engine; readonly arch: Arch; readonly workshop: Workshop },
  signal: AbortSignal,
): Promise<Result<Ground>> {
  const { host } = workshop;
  const known = await readRecord(host, { name: base.name, arch, engine: engine.kind });
  const list = await ownList(base, { arch, workshop }, signal);
  if (!list.ok) return list;
  const isCurrent = list.value === undefined || known?.list === list.value;
  const found = known && isCurrent ? await groundOf(known, base, engine) : undefined;
  if (found) return locked(found, workshop);
  if (known?.list !== undefined && list.value === undefined) return wrong(syncedGone(base));
  const made = await bringRoot({ base, arch, engine, workshop, ...workshop }, list.value, signal);
  if (!made.ok) return made;
  const ground = await groundOf(made.value, base, engine);
  if (!ground) throw new Error(`the layers of ${base.name} are gone as soon as they were made`);
  return locked(ground, workshop);
}

/**
 * A root that is not here: as it was locked, from the store, or else made. `list` is the digest of the list that the
 * base is made from, if it has one.
 */
async function bringRoot(
  making: Making,
  list: string | undefined,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const { base, arch, workshop } = making;
  const locked = workshop.lock.get(lockKey({ name: base.name, arch }));
  const tars = locked?.tars;
  if (!tars) return await makeBase(making, signal);
  if (list === undefined || list === tars.list) {
    const restored = await restoreRoot({ ...locked, tars }, making, signal);
    if (!restored.ok) return restored;
    if (restored.value) return ok(restored.value);
  }
  const made = await makeBase(making, signal);
  // Another root than the locked one will not be built on, so nobody needs it again.
  if (!made.ok || made.value.digest !== locked.digest) return made;
  const kept = await keepRoot(made.value, tars, making, signal);
  return kept.ok ? made : kept;
}

/** Digest of the list that the project's own base is made from: who changes it gets another root. */
async function ownList(
  { made, manager }: KnownBase,
  { arch, workshop }: { readonly arch: Arch; readonly workshop: Workshop },
  signal: AbortSignal,
): Promise<Result<string | undefined>> {
  if (made?.packages === undefined) return ok(undefined);
  const packages = await readTarget(
    { kind: "file", file: made.packages },
    { manager, arch, workshop },
    signal,
  );
  return packages.ok ? ok(digestOfList(packages.value)) : packages;
}

function locked(ground: Ground, { lock }: Workshop): Result<Ground> {
  const moved = checkLocked({ base: ground.base, arch: ground.arch }, lock);
  return moved.length > 0 ? { ok: false, error: moved } : ok(ground);
}

/** Undefined when the engine no longer has the layers. */
async function groundOf(record: MadeRecord, base: KnownBase, engine: Engine): Promise<Ground | undefined> {
  const run = await engine.layer(record.run.key);
  const tools = await engine.layer(record.tools.key);
  if (!run || !tools) return undefined;
  const { name, family, extensible, manager } = base;
  return {
    base: { name, family, digest: record.digest, extensible },
    arch: record.arch,
    engine,
    run,
    tools,
    keys: { run: record.run.key, tools: record.tools.key },
    shelf: { manager, base: name, lists: record.lists ?? "pinned" },
    installed: { run: new Set(record.run.packages), tools: new Set(record.tools.packages) },
  };
}

function syncedGone({ name }: KnownBase): Diagnostic {
  return {
    severity: "error",
    code: "base/synced-gone",
    blame: "world",
    message: `the root of \`${name}\` was synced to a list, and its layers are no longer there`,
    help: `sync it again (\`tarwright base sync ${name}\`), or make it as it was before: \`tarwright base create ${name}\``,
  };
}

type Refusal = { readonly kind: EngineKind; readonly why: string; readonly help: string };

function refusalText({ kind, why }: Refusal): string {
  return `${kind}: ${why}`;
}

function noEngine(name: string, refusals: readonly Refusal[]): Diagnostic {
  // Of the three, the one that takes no installation.
  const easiest = refusals.find(({ kind }) => kind === "namespace") ?? refusals[0];
  return {
    severity: "error",
    code: "base/no-engine",
    blame: "world",
    message: `no engine can open \`${name}\` here: ${refusals.map(refusalText).join("; ")}`,
    ...(easiest ? { help: easiest.help } : {}),
  };
}

function noWay({ name, engine, source }: BaseRequest, ways: readonly Way[]): Diagnostic {
  const able = ways.map((way) => `\`${way.engine}\``).join(", ");
  return source === "made" && ways.length === 0
    ? request("base/image-only", `\`${name}\` is an image, and can't be made from packages`, {
        help: "leave `--made` out",
      })
    : request("base/engine", `engine \`${engine}\` can't open \`${name}\``, { help: `use one of ${able}` });
}

function otherArch({ name, arch }: BaseRequest, machine: string): Diagnostic {
  return request(
    "base/arch",
    `this machine is ${machine}: a buildbox of \`${name}\` for ${arch} can't run on it`,
    {
      help: `build it on a machine that is ${arch}`,
    },
  );
}

function otherMachine(name: string, release: string): Diagnostic {
  return request(
    "base/other-machine",
    `engine \`host\` builds in what runs here, which is \`${release}\`, not \`${name}\``,
    {
      help: `use \`--base host\`, or run it inside a container of \`${name}\``,
    },
  );
}

function request(code: `base/${string}`, message: string, { help }: { readonly help: string }): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}
