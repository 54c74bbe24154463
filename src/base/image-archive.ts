// Images as files: OCI layouts (https://github.com/opencontainers/image-spec, image-layout.md), as folders or in a tar
// archive, and what `docker save` and `podman save` write. Read without any daemon.

import { type Host, type HostPath, joinPath, shownPath } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import type { RootDigest } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { isRecord, isText, parseJson } from "./decode.ts";
import { isRootDigest } from "./record.ts";

/** An image for one architecture, its layers as files of this machine, bottom first. */
export type ImageArchive = {
  /** Of its manifest or of the index that holds it, as a registry would tell; its configuration's where there is neither. */
  readonly digest: RootDigest;
  readonly layers: readonly { readonly file: HostPath; readonly digest: RootDigest }[];
};

type Reading = {
  readonly place: HostPath;
  /** Where the layout lies, unpacked. */
  readonly folder: HostPath;
  /** In the words of the specification: `amd64`. */
  readonly arch: string;
  readonly host: Host;
};

/** `place` is a layout's folder or an archive; `scratch` an empty folder of the caller's, which takes what is in it. */
export async function readImageArchive(
  place: HostPath,
  { scratch, arch, host }: Pick<Reading, "arch" | "host"> & { readonly scratch: HostPath },
  signal: AbortSignal,
): Promise<Result<ImageArchive>> {
  const isFolder = (await host.status(place))?.kind === "folder";
  const reading: Reading = { place, folder: isFolder ? place : scratch, arch, host };
  if (!isFolder) {
    const args = ["-x", "--no-same-owner", "-f", place, "-C", scratch];
    const env = { PATH: host.environment("PATH") ?? "/usr/bin:/bin", LC_ALL: "C" };
    const exit = await host.run({ program: "tar", args, env }, () => undefined, signal);
    signal.throwIfAborted();
    if (exit.kind !== "exited" || exit.status !== 0) return wrong(unfit("it is no tar archive", reading));
  }
  const archive = (await readLayout(reading, signal)) ?? (await readSaved(reading, signal));
  return archive ?? wrong(unfit("it has neither `index.json` nor `manifest.json`", reading));
}

type Descriptor = { readonly digest: RootDigest; readonly arch?: string };

async function readLayout(reading: Reading, signal: AbortSignal): Promise<Result<ImageArchive> | undefined> {
  const { folder, host } = reading;
  const top = await host.readText(joinPath(folder, "index.json"));
  if (top === undefined) return undefined;
  const listed = descriptorsOf(parseJson(top));
  const digests = [...new Set(listed.map(({ digest }) => digest))];
  const [first] = listed;
  if (!first) return wrong(unfit("its index lists no image", reading));
  if (digests.length > 1 && listed.some(({ arch }) => arch === undefined)) {
    return wrong(unfit(`it holds ${digests.length} images`, reading, "write a file with one of them"));
  }
  const chosen = await chooseManifest(listed, reading, signal);
  if (!chosen.ok) return chosen;
  const manifest = chosen.value.json;
  const rows = isRecord(manifest) && Array.isArray(manifest["layers"]) ? manifest["layers"] : [undefined];
  const layers = rows
    .map(descriptorOf)
    .map((layer) => layer && { file: blob(folder, layer), digest: layer.digest });
  if (layers.includes(undefined)) return wrong(unfit("its manifest tells of no layers", reading));
  // What a registry calls it by: the index that has it for all architectures, where there is one.
  const digest = digests.length === 1 ? first.digest : chosen.value.digest;
  return await checked({ digest, layers: layers.filter((layer) => layer !== undefined) }, reading, signal);
}

type Manifest = { readonly digest: RootDigest; readonly json: unknown };

/** The one for the architecture, through indexes in indexes. */
async function chooseManifest(
  listed: readonly Descriptor[],
  reading: Reading,
  signal: AbortSignal,
): Promise<Result<Manifest>> {
  for (const descriptor of listed) {
    if (descriptor.arch !== undefined && descriptor.arch !== reading.arch) continue;
    const json = await readBlob(descriptor, reading, signal);
    if (!json.ok) return json;
    const inner = descriptorsOf(json.value);
    if (inner.length > 0) return await chooseManifest(inner, reading, signal);
    const arch = descriptor.arch ?? (await archOf(json.value, reading, signal));
    if (arch === reading.arch) return ok({ digest: descriptor.digest, json: json.value });
  }
  return wrong(
    unfit(`it holds nothing for ${reading.arch}`, reading, "save the image for this architecture"),
  );
}

async function archOf(manifest: unknown, reading: Reading, signal: AbortSignal): Promise<string | undefined> {
  const descriptor = isRecord(manifest) ? descriptorOf(manifest["config"]) : undefined;
  const config = descriptor && (await readBlob(descriptor, reading, signal));
  const arch = config?.ok && isRecord(config.value) ? config.value["architecture"] : undefined;
  return isText(arch) ? arch : undefined;
}

function descriptorsOf(index: unknown): readonly Descriptor[] {
  const rows = isRecord(index) ? index["manifests"] : undefined;
  return Array.isArray(rows) ? rows.map(descriptorOf).filter((row) => row !== undefined) : [];
}

function descriptorOf(value: unknown): Descriptor | undefined {
  if (!isRecord(value) || !isRootDigest(value["digest"])) return undefined;
  const platform = isRecord(value["platform"]) ? value["platform"] : {};
  const arch = platform["architecture"];
  return { digest: value["digest"], ...(isText(arch) ? { arch } : {}) };
}

function blob(folder: HostPath, { digest }: Pick<Descriptor, "digest">): HostPath {
  return joinPath(folder, "blobs/sha256", digest.slice("sha256:".length));
}

async function readBlob(
  descriptor: Descriptor,
  reading: Reading,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  const file = blob(reading.folder, descriptor);
  const found = await fileDigest(file, reading.host, signal);
  if (`sha256:${found}` !== descriptor.digest) return wrong(damaged(descriptor.digest, reading));
  return ok(parseJson((await reading.host.readText(file)) ?? ""));
}

/** Every layer must be what its digest says. */
async function checked(
  archive: ImageArchive,
  reading: Reading,
  signal: AbortSignal,
): Promise<Result<ImageArchive>> {
  for (const { file, digest } of archive.layers) {
    if (`sha256:${await fileDigest(file, reading.host, signal)}` !== digest) {
      return wrong(damaged(digest, reading));
    }
  }
  return ok(archive);
}

/** Before Docker 25, and podman until today: a list of files, and the digests of the unpacked layers. */
async function readSaved(reading: Reading, signal: AbortSignal): Promise<Result<ImageArchive> | undefined> {
  const { folder, host, arch } = reading;
  const text = await host.readText(joinPath(folder, "manifest.json"));
  if (text === undefined) return undefined;
  const rows = parseJson(text);
  const [image, more] = Array.isArray(rows) ? rows : [];
  if (more !== undefined) return wrong(unfit("it holds several images", reading, "save one of them"));
  const config = isRecord(image) ? image["Config"] : undefined;
  const names = isRecord(image) ? image["Layers"] : undefined;
  if (!isText(config) || !Array.isArray(names) || ![config, ...names].every(isInside)) {
    return wrong(unfit("its `manifest.json` tells of no layers", reading));
  }
  const described = parseJson((await host.readText(joinPath(folder, config))) ?? "");
  if (!isRecord(described) || described["architecture"] !== arch) {
    return wrong(unfit(`it holds nothing for ${arch}`, reading, "save the image for this architecture"));
  }
  const rootfs = described["rootfs"];
  const digests = isRecord(rootfs) && Array.isArray(rootfs["diff_ids"]) ? rootfs["diff_ids"] : [];
  const digest = `sha256:${await fileDigest(joinPath(folder, config), host, signal)}`;
  if (!isRootDigest(digest) || digests.length !== names.length || !digests.every(isRootDigest)) {
    return wrong(unfit("its configuration has no digests of its layers", reading));
  }
  const layers = await Promise.all(
    digests.map(async (layer, at) => {
      const named = joinPath(folder, String(names[at]));
      return { file: (await host.realPath(named)) ?? named, digest: layer };
    }),
  );
  return await checked({ digest, layers }, reading, signal);
}

/** A name below the folder. */
function isInside(name: unknown): name is string {
  return (
    isText(name) && /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/.test(name) && !name.split("/").includes("..")
  );
}

function unfit(why: string, { place, host }: Reading, help?: string): Diagnostic {
  return {
    severity: "error",
    code: "base/image-file",
    blame: "request",
    message: `\`${shownPath(place, host.folders.working)}\` can't be read as an image: ${why}`,
    help: help ?? "give an OCI layout, or a file that `docker save` or `podman save` has written",
  };
}

function damaged(digest: string, reading: Reading): Diagnostic {
  return unfit(
    `what it calls ${digest} is not there, or is another file`,
    reading,
    "save or download it again",
  );
}
