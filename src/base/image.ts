import type { Engine, ImageAnswer, Root } from "../engine/engine.ts";
import { joinPath } from "../host/host.ts";
import type { Arch, Base, Family } from "../port/port.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";
import { openWorkbox, runTask, statusOf, taskFailure } from "./box.ts";
import type { Entry, PackageManager } from "./catalogue.ts";
import { isRecord, isText, parseJson } from "./decode.ts";
import type { Ground, Workshop } from "./ground.ts";
import { toolsLayer } from "./layers.ts";
import { checkLocked, type LockedBase, lockKey } from "./lock.ts";
import { isRootDigest } from "./record.ts";

type ImageBase = Exclude<Entry, { kind: "host" }>;

type Setting = { readonly engine: Engine; readonly arch: Arch; readonly workshop: Workshop };

/** A base whose file system is a published image. */
export async function openImage(
  base: ImageBase,
  { engine, arch, workshop }: Setting,
  signal: AbortSignal,
): Promise<Result<Ground>> {
  const references = referencesOf(base, { arch, workshop });
  workshop.report({ kind: "note", message: `base \`${base.name}\` is image \`${references.build}\`` });
  const build = await bring(references.build, { base, engine }, signal);
  if (!build.ok) return build;
  const run =
    references.run === references.build ? build : await bring(references.run, { base, engine }, signal);
  if (!run.ok) return run;
  const kind = await kindOf(base, { image: build.value, engine, workshop }, signal);
  if (!kind.ok) return kind;
  const { family, manager, extensible } = kind.value;
  const opened = { name: base.name, family, digest: build.value.digest, extensible };
  const moved = checkLocked({ base: opened, arch, run: run.value.digest }, workshop.lock);
  if (moved.length > 0) return { ok: false, error: moved };
  const ground: Ground = {
    base: opened,
    arch,
    engine,
    run: run.value.root,
    tools: build.value.root,
    keys: { run: run.value.digest, tools: build.value.digest },
    shelf: manager && { manager, base: base.name, lists: "latest" },
    installed: { run: new Set(), tools: new Set() },
  };
  return await toolsLayer(ground, workshop, signal);
}

/** Which root an image is, without opening it for builds. */
export async function resolveImage(
  base: ImageBase,
  { engine, arch, workshop }: Setting,
  signal: AbortSignal,
): Promise<Result<Base>> {
  const { build } = referencesOf(base, { arch, workshop });
  const image = await bring(build, { base, engine }, signal);
  if (!image.ok) return image;
  const kind = await kindOf(base, { image: image.value, engine, workshop }, signal);
  if (!kind.ok) return kind;
  const { family, extensible } = kind.value;
  const resolved = { name: base.name, family, digest: image.value.digest, extensible };
  const moved = checkLocked({ base: resolved, arch }, workshop.lock);
  return moved.length > 0 ? { ok: false, error: moved } : ok(resolved);
}

/** What a lock says of an image base: its digests, and references that will bring them. */
export async function pinImage(
  base: ImageBase,
  { engine, arch, workshop }: Setting,
  signal: AbortSignal,
): Promise<Result<LockedBase>> {
  const references = referencesOf(base, { arch, workshop });
  const build = await bring(references.build, { base, engine }, signal);
  if (!build.ok) return build;
  const run = await bring(references.run, { base, engine }, signal);
  if (!run.ok) return run;
  const images = {
    build: pinnedReference(references.build, build.value),
    run: pinnedReference(references.run, run.value),
    runDigest: run.value.digest,
  };
  return ok({ digest: build.value.digest, images });
}

/** An image that no registry has keeps its name: nobody could bring it by its digest. */
function pinnedReference(reference: string, { digest, root }: Image): string {
  if (root.kind === "image" && root.reference === digest) return reference;
  return `${reference.replace(/@.*$/, "").replace(/:[^:/]*$/, "")}@${digest}`;
}

/** Those of the lock, where there is one: a tag moves. */
function referencesOf(
  base: ImageBase,
  { arch, workshop: { lock } }: Pick<Setting, "arch" | "workshop">,
): { readonly build: string; readonly run: string } {
  const locked = lock.get(lockKey({ name: base.name, arch }))?.images;
  if (locked) return locked;
  if (base.kind === "image") return { build: base.reference, run: base.reference };
  if (!base.images) throw new Error(`${base.name} has no image`);
  return base.images;
}

type Image = { readonly root: Root; readonly digest: Ground["base"]["digest"] };

async function bring(
  reference: string,
  { base, engine }: { readonly base: ImageBase; readonly engine: Engine },
  signal: AbortSignal,
): Promise<Result<Image>> {
  const answer = await engine.image(reference, signal);
  signal.throwIfAborted();
  switch (answer.kind) {
    case "present":
      if (!isRootDigest(answer.digest)) throw new Error(`not a digest: ${answer.digest}`);
      return ok({ root: answer.root, digest: answer.digest });
    case "unknown":
    case "unreachable":
      return wrong(notBrought(reference, base, answer));
    case "no-images":
      throw new Error(`engine ${engine.kind} was asked for an image`);
    default:
      return unreachable(answer);
  }
}

function notBrought(
  reference: string,
  base: ImageBase,
  answer: Extract<ImageAnswer, { kind: "unknown" | "unreachable" }>,
): Diagnostic {
  const isOwn = base.kind === "image" && answer.kind === "unknown";
  const canBeMade = base.kind === "known" && base.made !== undefined;
  return {
    severity: "error",
    code: answer.kind === "unknown" ? "base/image-unknown" : "base/image-unreachable",
    blame: isOwn ? "request" : "world",
    message: `image \`${reference}\` can't be pulled: ${answer.why}`,
    help: canBeMade
      ? `try again later, or add \`--made\` to make \`${base.name}\` here from packages`
      : isOwn
        ? "check the reference, and log in to its registry if it is not public"
        : "check the network and the registry, then run it again",
  };
}

type ImageKind = {
  readonly family: Family;
  readonly manager: PackageManager | undefined;
  readonly extensible: boolean;
};

/** The catalogue says it; for other images they are asked, once for each. */
async function kindOf(
  base: ImageBase,
  {
    image,
    engine,
    workshop,
  }: { readonly image: Image; readonly engine: Engine; readonly workshop: Workshop },
  signal: AbortSignal,
): Promise<Result<ImageKind>> {
  if (base.kind === "known") return ok(base);
  if (base.like) return ok(base.like);
  const { host } = workshop;
  const file = joinPath(host.folders.cache, "images", `${image.digest.replace(":", "-")}.json`);
  const remembered = managerOf((await host.readText(file)) ?? "");
  if (remembered !== undefined) return ok(remembered);
  const opened = await openWorkbox(
    engine,
    { root: image.root, name: `base ${base.name}`, upper: "disk" },
    signal,
  );
  if (!opened.ok) return opened;
  await using box = opened.value;
  const end = await runTask(box, { script: ASK, args: [], host }, signal);
  if (statusOf(end.exit) !== 0) {
    return wrong(taskFailure("base/image", `no shell runs in image \`${base.reference}\``, { end }));
  }
  await host.writeFile(file, JSON.stringify({ manager: end.output.trim() }));
  return ok(KINDS[end.output.trim()] ?? OTHER);
}

const ASK =
  "for manager in apt-get apk dnf; do command -v $manager >/dev/null && echo $manager && exit; done; exit 0";

const OTHER: ImageKind = { family: "host", manager: undefined, extensible: false };

const KINDS: Readonly<Record<string, ImageKind>> = {
  "apt-get": { family: "debian", manager: "apt", extensible: true },
  apk: { family: "alpine", manager: "apk", extensible: true },
  dnf: { family: "redhat", manager: "dnf", extensible: true },
};

function managerOf(text: string): ImageKind | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || !isText(value["manager"])) return undefined;
  return KINDS[value["manager"]] ?? OTHER;
}
