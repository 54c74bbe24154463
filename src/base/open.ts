import type { Engine, EngineKind } from "../engine/engine.ts";
import { type Arch, type Base, isArch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";
import { type Entry, findBase, type KnownBase } from "./catalogue.ts";
import type { Ground, Workshop } from "./ground.ts";
import { openImage, resolveImage } from "./image.ts";
import { lookAtMachine, openMachine } from "./machine.ts";
import { makeBase, notMakeable } from "./make.ts";
import { isRootDigest, type MadeRecord, readRecord } from "./record.ts";

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
  const wanted = await keptSource(request, workshop);
  const chosen = await chooseEngine({ ...request, source: wanted }, workshop, signal);
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
  const entry = findBase(request.name);
  if (!entry.ok) return entry;
  const pinned = entry.value.kind === "image" ? pinnedBase(entry.value) : undefined;
  if (pinned) return ok({ base: pinned, source: "image" });
  const machine = isArch(workshop.host.arch) ? workshop.host.arch : request.arch;
  const own = { ...request, arch: machine };
  const wanted = await keptSource(own, workshop);
  const chosen = await chooseEngine({ ...own, source: wanted }, workshop, signal);
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
async function keptSource(
  { name, arch, engine, source }: BaseRequest,
  { host }: Workshop,
): Promise<BaseRequest["source"]> {
  if (source !== "auto" || engine !== "auto") return source;
  return (await readRecord(host, { name, arch, engine: "namespace" })) ? "made" : source;
}

/** Where the root of a base comes from, decided. */
type Source =
  | { readonly kind: "machine"; readonly name: string }
  | { readonly kind: "image"; readonly base: Exclude<Entry, { kind: "host" }> }
  | { readonly kind: "made"; readonly base: KnownBase };

type Choice = { readonly engine: Engine; readonly source: Source };

/** Decides which engine opens what; the first usable one, if the request leaves it open. */
export async function chooseEngine(
  request: BaseRequest,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<Choice>> {
  const entry = findBase(request.name);
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
    } else if (source.kind === "made" && !source.base.made) {
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
  const images: readonly Way[] = [
    { engine: "docker", source: image },
    { engine: "podman", source: image },
  ];
  if (entry.kind === "image") return wanted === "made" ? [] : images;
  const made: Source = { kind: "made", base: entry };
  // In a job that runs in a container, the container is the base: said by the user, never guessed.
  const machine: Way = { engine: "host", source: { kind: "machine", name: entry.name }, only: "when-named" };
  if (wanted === "auto") return [...images, { engine: "namespace", source: made }, machine];
  return (["namespace", "docker", "podman"] as const).map((engine) => ({ engine, source: made }));
}

async function openMade(
  base: KnownBase,
  { engine, arch, workshop }: { readonly engine: Engine; readonly arch: Arch; readonly workshop: Workshop },
  signal: AbortSignal,
): Promise<Result<Ground>> {
  const { host } = workshop;
  const known = await readRecord(host, { name: base.name, arch, engine: engine.kind });
  const found = known && (await groundOf(known, base, engine));
  if (found) return ok(found);
  const made = await makeBase({ base, arch, engine, ...workshop }, signal);
  if (!made.ok) return made;
  const ground = await groundOf(made.value, base, engine);
  if (!ground) throw new Error(`the layers of ${base.name} are gone as soon as they were made`);
  return ok(ground);
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
    shelf: { manager, base: name, lists: "pinned" },
    installed: { run: new Set(record.run.packages), tools: new Set(record.tools.packages) },
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
