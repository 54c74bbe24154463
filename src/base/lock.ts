// `tarwright-bases.lock`: which root each base is, until somebody locks it anew.

import type { Base, RootDigest } from "../port/port.ts";
import { type Diagnostic, ok, type Result, type Source, wrong } from "../report.ts";
import { isRecord, isText, parseJson } from "./decode.ts";
import { isRootDigest } from "./record.ts";

export const BASE_LOCK_NAME = "tarwright-bases.lock";

export type LockedBase = {
  readonly digest: RootDigest;
  /** Of an image: references with the digests of their manifests, or as they were written where no registry told one. */
  readonly images?: { readonly build: string; readonly run: string; readonly runDigest: RootDigest };
  /** Of a root that was made. */
  readonly tars?: RootTars;
};

/** SHA-256 of a made root's files, as they are packed for good: the target, and the same with tools. */
export type RootTars = {
  readonly run: string;
  readonly tools: string;
  /** Of a root that was synced to a list: the list's digest. */
  readonly list?: string;
};

/** By `NAME@ARCH`, sorted. */
export type BaseLock = ReadonlyMap<string, LockedBase>;

export function lockKey({ name, arch }: { readonly name: string; readonly arch: string }): string {
  return `${name}@${arch}`;
}

export function readBaseLock(source: Source): Result<BaseLock> {
  const value = parseJson(source.text);
  const bases = isRecord(value) && value["version"] === VERSION ? value["bases"] : undefined;
  if (!isRecord(bases)) return wrong(unreadable(source));
  const entries = Object.entries(bases).map(([key, entry]) => [key, decodeLocked(entry)] as const);
  const lock = entries.flatMap(([key, entry]) => (entry ? [[key, entry] as const] : []));
  return lock.length === entries.length ? ok(new Map(lock)) : wrong(unreadable(source));
}

const VERSION = 1;

function decodeLocked(value: unknown): LockedBase | undefined {
  if (!isRecord(value) || !isRootDigest(value["digest"])) return undefined;
  const { digest } = value;
  const images = value["images"] === undefined ? {} : decodeImages(value["images"]);
  const tars = value["tars"] === undefined ? {} : decodeTars(value["tars"]);
  return images && tars && { digest, ...images, ...tars };
}

function decodeImages(value: unknown): Pick<LockedBase, "images"> | undefined {
  if (!isRecord(value)) return undefined;
  const { build, run, runDigest } = value;
  if (!isText(build) || !isText(run) || !isRootDigest(runDigest)) return undefined;
  return { images: { build, run, runDigest } };
}

function decodeTars(value: unknown): Pick<LockedBase, "tars"> | undefined {
  if (!isRecord(value)) return undefined;
  const { run, tools, list } = value;
  if (!isSha256(run) || !isSha256(tools)) return undefined;
  if (list === undefined) return { tars: { run, tools } };
  return isText(list) ? { tars: { run, tools, list } } : undefined;
}

function isSha256(value: unknown): value is string {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

export function formatBaseLock(lock: BaseLock): string {
  const bases = Object.fromEntries([...lock].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: VERSION, bases }, undefined, 2)}\n`;
}

/** What a root is, where the lock has another one. */
export function checkLocked(
  { base, arch, run }: { readonly base: Base; readonly arch: string; readonly run?: string },
  lock: BaseLock,
): readonly Diagnostic[] {
  const locked = lock.get(lockKey({ name: base.name, arch }));
  if (!locked) return [];
  if (locked.digest !== base.digest)
    return [moved(base.name, { found: base.digest, expected: locked.digest })];
  const runDigest = locked.images?.runDigest;
  if (run === undefined || runDigest === undefined || run === runDigest) return [];
  return [moved(base.name, { found: run, expected: runDigest })];
}

function moved(
  name: string,
  { found, expected }: { readonly found: string; readonly expected: string },
): Diagnostic {
  return {
    severity: "error",
    code: "base/other-root",
    blame: "world",
    message: `the root of \`${name}\` is ${found} here, and \`${BASE_LOCK_NAME}\` has ${expected}`,
    help: `bring the root that was locked (\`base export\`, \`base create --from\`), or take the new one: \`tarwright base lock ${name}\``,
  };
}

function unreadable(source: Source): Diagnostic {
  return {
    severity: "error",
    code: "base/lock",
    blame: "request",
    message: `\`${source.name}\` can't be read as a lock of bases`,
    span: { source, start: 0, end: 0 },
    help: "take the one of your version control, or remove it and lock anew: `tarwright base lock NAME…`",
  };
}
