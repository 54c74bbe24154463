import { ENGINES, type EngineKind } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type Arch, isArch, type RootDigest } from "../port/port.ts";
import { isRecord, isText, isTexts, parseJson } from "./decode.ts";

/** One layer of a made root, in its engine's store. */
export type MadeLayer = {
  readonly key: string;
  /** Of its files. */
  readonly sizeBytes: number;
  /** Names of the packages that are installed up to here, sorted. */
  readonly packages: readonly string[];
};

/** What is remembered of a root that was made here. */
export type MadeRecord = {
  readonly name: string;
  readonly arch: Arch;
  readonly engine: EngineKind;
  readonly digest: RootDigest;
  readonly run: MadeLayer;
  readonly tools: MadeLayer;
  /** Of a root that was synced to a list: the list's digest. */
  readonly list?: string;
  /** Of a root for another architecture: the tools that its own stand on. */
  readonly below?: string;
  /** `latest`: it was an image, which brings no lists of packages of its own time. */
  readonly lists?: "latest";
};

/** Undefined when nothing of the kind was made, or what is there was written by another version. */
export async function readRecord(
  host: Host,
  which: Pick<MadeRecord, "name" | "arch" | "engine">,
): Promise<MadeRecord | undefined> {
  const text = await host.readText(recordFile(host, which));
  return text === undefined ? undefined : decodeRecord(text);
}

export async function writeRecord(host: Host, record: MadeRecord): Promise<void> {
  await host.writeFile(recordFile(host, record), `${formatRecord(record)}\n`);
}

export function formatRecord(record: MadeRecord): string {
  return JSON.stringify({ version: VERSION, ...record });
}

/** Of all roots that were made here. */
export async function listRecords(host: Host): Promise<readonly MadeRecord[]> {
  const folder = recordFolder(host);
  const files = ((await host.list(folder)) ?? []).filter((name) => name.endsWith(".json"));
  const records = await Promise.all(
    files.map(async (name) => decodeRecord((await host.readText(joinPath(folder, name))) ?? "")),
  );
  return records.filter((record) => record !== undefined);
}

/** The target's root as it was made, to hand out or to import elsewhere. */
export function tarOf(host: Host, runKey: string): HostPath {
  return joinPath(recordFolder(host), `${runKey}.tar`);
}

/** Removes the tar files that no record names any more. */
export async function sweepTars(host: Host): Promise<void> {
  const kept = new Set((await listRecords(host)).map(({ run }) => tarOf(host, run.key)));
  const names = ((await host.list(recordFolder(host))) ?? []).filter((name) => name.endsWith(".tar"));
  const files = names.map((name) => joinPath(recordFolder(host), name));
  await Promise.all(files.filter((file) => !kept.has(file)).map((file) => host.remove(file)));
}

const VERSION = 1;

/** Beside the records: the tar files, and what is being made. */
export function recordFolder(host: Host): HostPath {
  return joinPath(host.folders.cache, "bases");
}

function recordFile(
  host: Host,
  { name, arch, engine }: Pick<MadeRecord, "name" | "arch" | "engine">,
): HostPath {
  return joinPath(recordFolder(host), `${name}@${arch}@${engine}.json`);
}

export function decodeRecord(text: string): MadeRecord | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value["version"] !== VERSION) return undefined;
  const { name, arch, engine, digest } = value;
  const run = decodeLayer(value["run"]);
  const tools = decodeLayer(value["tools"]);
  if (!isText(name) || !isText(arch) || !isArch(arch) || !isRootDigest(digest) || !run || !tools)
    return undefined;
  const kind = ENGINES.find((one) => one === engine);
  const { list, below } = value;
  if (below !== undefined && !isText(below)) return undefined;
  if (list !== undefined && !isText(list)) return undefined;
  return (
    kind && {
      ...{ name, arch, engine: kind, digest, run, tools },
      ...(list === undefined ? {} : { list }),
      ...(below === undefined ? {} : { below }),
      ...(value["lists"] === "latest" ? { lists: "latest" } : {}),
    }
  );
}

function decodeLayer(value: unknown): MadeLayer | undefined {
  if (!isRecord(value)) return undefined;
  const { key, sizeBytes, packages } = value;
  if (!isText(key) || typeof sizeBytes !== "number" || !isTexts(packages)) return undefined;
  return { key, sizeBytes, packages };
}

export function isRootDigest(value: unknown): value is RootDigest {
  return isText(value) && /^sha256:[0-9a-f]{64}$/.test(value);
}
