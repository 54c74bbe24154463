// Roots from images that lie here as files, or that docker or podman have, for the engines that keep no images.

import { type Engine, guestPath, type Root } from "../engine/engine.ts";
import { type HostPath, joinPath, withScratch } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { mustCopy, openWorkbox, runTask, statusOf, taskFailure } from "./box.ts";
import type { KnownBase } from "./catalogue.ts";
import type { Ground, Workshop } from "./ground.ts";
import { type ImageArchive, readImageArchive } from "./image-archive.ts";
import { listPackages } from "./installed.ts";
import { type NamedRoot, toolsLayer } from "./layers.ts";
import { type BaseRequest, usableEngine } from "./open.ts";
import { type MadeRecord, recordFolder, tarOf, writeRecord } from "./record.ts";
import script from "./unpack-image.sh";

/** A file, a folder, or the reference of an image. */
export type ImagePlaces = {
  /** What runs. */
  readonly run: string;
  /** What is built in, where that is another. */
  readonly build: string | undefined;
};

type Importing = {
  readonly base: KnownBase;
  readonly arch: Arch;
  /** Which will have the roots in its store. */
  readonly engine: Engine;
  readonly workshop: Workshop;
};

/** Makes images into what a base is here, and lays the tools over the one that is built in. */
export async function createFromImage(
  request: BaseRequest,
  places: ImagePlaces,
  workshop: Workshop,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const entry = workshop.catalogue.find(request.name);
  if (!entry.ok) return entry;
  if (entry.value.kind !== "known") return wrong(unnamed(request.name));
  const engine = await usableEngine(request, workshop, signal);
  if (!engine.ok) return engine;
  const importing: Importing = { base: entry.value, arch: request.arch, engine: engine.value, workshop };
  const run = await takeImage(places.run, importing, signal);
  if (!run.ok) return run;
  const build = places.build === undefined ? run : await takeImage(places.build, importing, signal);
  if (!build.ok) return build;
  return await furnish({ run: run.value, build: build.value }, importing, signal);
}

/** A root, how large it is, and the digest of the image that it was. */
type Taken = NamedRoot & { readonly sizeBytes: number; readonly digest: ImageArchive["digest"] };

async function takeImage(place: string, importing: Importing, signal: AbortSignal): Promise<Result<Taken>> {
  const { engine, workshop } = importing;
  const { host } = workshop;
  return await withScratch(recordFolder(host), host, async (scratch) => {
    const file = await bringFile(place, { scratch, workshop }, signal);
    if (!file.ok) return file;
    const unpacked = joinPath(scratch, "image");
    await host.makeFolder(unpacked);
    const arch = ARCHITECTURES[importing.arch];
    const archive = await readImageArchive(file.value, { scratch: unpacked, arch, host }, signal);
    if (!archive.ok) return archive;
    const tar = await flatten(archive.value, { place, scratch, workshop }, signal);
    if (!tar.ok) return tar;
    const key = `run-${await fileDigest(tar.value, host, signal)}`;
    const root = (await engine.layer(key)) ?? (await engine.importTar(tar.value, { key }, signal));
    const sizeBytes = (await host.status(tar.value))?.sizeBytes ?? 0;
    await host.rename(tar.value, tarOf(host, key));
    return ok({ root, key, sizeBytes, digest: archive.value.digest });
  });
}

const ARCHITECTURES: Readonly<Record<Arch, string>> = { x86_64: "amd64", aarch64: "arm64" };

type Yard = { readonly scratch: HostPath; readonly workshop: Workshop };

/** A path that is there, or what docker or podman writes of an image. */
async function bringFile(
  place: string,
  { scratch, workshop }: Yard,
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const { host, engines } = workshop;
  const named = joinPath(host.folders.working, place);
  const real = await host.realPath(named);
  if (real) return ok(real);
  const refusals: string[] = [];
  const file = joinPath(scratch, "saved.tar");
  for (const engine of engines.filter(({ kind }) => kind === "docker" || kind === "podman")) {
    const probe = await engine.probe(signal);
    if (probe.kind === "unusable") {
      refusals.push(`${engine.kind}: ${probe.why}`);
      continue;
    }
    const image = await engine.saveImage(place, file, signal);
    if (image.kind === "present") return ok(file);
    refusals.push(`${engine.kind}: ${image.kind === "no-images" ? "it keeps no images" : image.why}`);
  }
  return wrong(nowhere(place, refusals));
}

/** All layers as one tar file. */
async function flatten(
  { layers }: ImageArchive,
  { place, scratch, workshop }: Yard & { readonly place: string },
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const { engines, host } = workshop;
  const what = `the image ${place}`;
  const maker = engines.find(({ kind }) => kind === "namespace");
  if (!maker) throw new Error("no engine namespace");
  const root: Root = { kind: "overlay", bottom: "host", layers: [] };
  const opened = await openWorkbox(maker, { root, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  for (const [at, { file }] of layers.entries()) {
    const copy = box.copyIn(file, guestPath(`/tarwright/layers/${at}`), "root", signal);
    const copied = await mustCopy(copy, what);
    if (!copied.ok) return copied;
  }
  const end = await runTask(box, { script, args: [String(layers.length)], host }, signal);
  if (statusOf(end.exit) === 11) {
    return wrong(
      taskFailure("base/not-root", `${what} can't be unpacked by a plain user here`, {
        end,
        help: "run it with `sudo`, or let docker or podman open the image",
      }),
    );
  }
  if (statusOf(end.exit) !== 0) {
    return wrong(taskFailure("base/image-file", `${what} can't be unpacked`, { end }));
  }
  const out = joinPath(scratch, "out");
  const copied = await mustCopy(box.copyOut(guestPath("/tarwright/out"), out, signal), what);
  return copied.ok ? ok(joinPath(out, "root.tar")) : copied;
}

async function furnish(
  { run, build }: { readonly run: Taken; readonly build: Taken },
  importing: Importing,
  signal: AbortSignal,
): Promise<Result<MadeRecord>> {
  const { base, arch, engine, workshop } = importing;
  const { name, family, manager, extensible } = base;
  const inRun = await packagesIn(run, importing, signal);
  if (!inRun.ok) return inRun;
  const inBuild = build === run ? inRun : await packagesIn(build, importing, signal);
  if (!inBuild.ok) return inBuild;
  const ground: Ground = {
    base: { name, family, digest: build.digest, extensible },
    arch,
    engine,
    run: run.root,
    tools: build.root,
    keys: { run: run.key, tools: build.key },
    shelf: { manager, base: name, lists: "latest" },
    installed: { run: new Set(inRun.value), tools: new Set(inBuild.value) },
  };
  const furnished = await toolsLayer(ground, workshop, signal);
  if (!furnished.ok) return furnished;
  const record: MadeRecord = {
    name,
    arch,
    engine: engine.kind,
    digest: build.digest,
    run: { key: run.key, sizeBytes: run.sizeBytes, packages: inRun.value },
    tools: {
      key: furnished.value.keys.tools,
      sizeBytes: build === run ? 0 : build.sizeBytes,
      packages: inBuild.value,
    },
    lists: "latest",
  };
  await writeRecord(workshop.host, record);
  return ok(record);
}

async function packagesIn(
  { root }: Taken,
  { base, engine, workshop: { host } }: Importing,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const what = `the packages of ${base.name}`;
  const opened = await openWorkbox(engine, { root, name: what, upper: "disk" }, signal);
  if (!opened.ok) return opened;
  await using box = opened.value;
  const packages = await listPackages(box, { what, host }, signal);
  return packages.ok ? ok([...packages.value.keys()].sort()) : packages;
}

function unnamed(name: string): Diagnostic {
  return {
    severity: "error",
    code: "base/not-makeable",
    blame: "request",
    message: `\`${name}\` is no name that a root can be made under`,
    help: "name a base of `base list`, or add one of your own to `tarwright.yml`",
  };
}

function nowhere(place: string, refusals: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "base/image-unreachable",
    blame: "world",
    message: `\`${place}\` is no file here, and as an image it can't be had: ${refusals.join("; ")}`,
    help: "give a file or folder that is there, or start docker or podman",
  };
}
