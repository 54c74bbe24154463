// Made roots as files, so that one machine makes them and others have the very same.

import { createHash } from "node:crypto";
import type { Root } from "../engine/engine.ts";
import { type Host, type HostPath, joinPath, shownPath } from "../host/host.ts";
import { fileDigest } from "../package/package.ts";
import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { isRecord, isText, parseJson } from "./decode.ts";
import type { Workshop } from "./ground.ts";
import { packRoot, type RootPacking } from "./packed-root.ts";
import { decodeRecord, formatRecord, type MadeRecord, readRecord, writeRecord } from "./record.ts";

/** Name → what lies in the folder under it. */
const LIST_NAME = "roots.json";

/** Two files of a root: the target, and the same with tools. */
type HandedRoot = { readonly record: MadeRecord; readonly run: HandedFile; readonly tools: HandedFile };
type HandedFile = { readonly file: string; readonly sha256: string };

type WantedRoot = Pick<MadeRecord, "name" | "arch">;

/** Of the list that vouches for the files: who takes the roots must be told it by another way than with them. */
export type ListDigest = string;

/** Bases are told by their records here, not by their names. */
type Yard = Pick<Workshop, "host" | "report" | "engines">;

/** Writes made roots into `folder`, which is made. Each must be one that was opened here before. */
export async function packRoots(
  wanted: readonly WantedRoot[],
  folder: HostPath,
  workshop: Yard,
  signal: AbortSignal,
): Promise<Result<ListDigest>> {
  const { host, report } = workshop;
  await host.makeFolder(folder);
  const roots: { readonly record: string; readonly run: HandedFile; readonly tools: HandedFile }[] = [];
  for (const which of wanted) {
    const { record, engine, run, tools } = await madeHere(which, workshop, signal);
    report({
      kind: "note",
      message: `packing the root of \`${which.name}\` for the machines that build on it`,
    });
    const parts = { run: { key: record.run.key, root: run }, tools: { key: record.tools.key, root: tools } };
    const ofRun = await packPart(parts.run, { engine, tools, folder, host }, signal);
    if (!ofRun.ok) return ofRun;
    const ofTools = await packPart(parts.tools, { engine, tools, folder, host }, signal);
    if (!ofTools.ok) return ofTools;
    roots.push({ record: formatRecord(record), run: ofRun.value, tools: ofTools.value });
  }
  const list = `${JSON.stringify({ version: 1, roots })}\n`;
  await host.writeFile(joinPath(folder, LIST_NAME), list);
  return ok(createHash("sha256").update(list).digest("hex"));
}

/** By whichever engine: `auto` takes the first that can. */
async function madeHere(which: WantedRoot, { host, engines }: Yard, signal: AbortSignal) {
  for (const engine of engines) {
    const record = await readRecord(host, { ...which, engine: engine.kind });
    if (!record || (await engine.probe(signal)).kind === "unusable") continue;
    const [run, tools] = [await engine.layer(record.run.key), await engine.layer(record.tools.key)];
    if (run && tools) return { record, engine, run, tools };
  }
  throw new Error(`no root of ${which.name} was made here`);
}

type Part = { readonly key: string; readonly root: Root };

async function packPart(
  { key, root }: Part,
  { folder, ...packing }: Pick<RootPacking, "engine" | "tools" | "host"> & { readonly folder: HostPath },
  signal: AbortSignal,
): Promise<Result<HandedFile>> {
  const file = `${key}.tar.gz`;
  const target = { ...packing, file: joinPath(folder, file), form: { kind: "as-it-is" } } as const;
  const packed = await packRoot({ root, name: key }, target, signal);
  return packed.ok ? ok({ file, sha256: packed.value }) : packed;
}

export type Handed = { readonly folder: HostPath; readonly digest: ListDigest };

/**
 * Takes the root of a base over, as it lies in a folder; free when it is here already. Nothing is unpacked whose digest
 * is not the list's, nor listed by a list whose digest is not `digest`.
 */
export async function takeRoot(
  { name, arch }: { readonly name: string; readonly arch: Arch },
  handed: Handed,
  { host, engines }: Yard,
  signal: AbortSignal,
): Promise<Result<void>> {
  const list = await readList(handed, host);
  if (!list.ok) return list;
  const root = list.value.find(({ record }) => record.name === name && record.arch === arch);
  const engine = engines.find(({ kind }) => kind === root?.record.engine);
  if (!root || !engine) return wrong(notHanded(`it holds no root of \`${name}\` for ${arch}`, handed, host));
  for (const part of ["run", "tools"] as const) {
    const { key } = root.record[part];
    if (await engine.layer(key)) continue;
    const { file, sha256 } = root[part];
    const path = joinPath(handed.folder, file);
    const isFile = (await host.status(path))?.kind === "file";
    const found = isFile ? await fileDigest(path, host, signal) : undefined;
    if (found !== sha256) {
      return wrong(
        notHanded(
          `\`${file}\` has the SHA-256 ${found ?? "of nothing: it is not there"}, expected ${sha256}`,
          handed,
          host,
        ),
      );
    }
    await engine.importTar(path, { key }, signal);
  }
  await writeRecord(host, root.record);
  return ok(undefined);
}

async function readList({ folder, digest }: Handed, host: Host): Promise<Result<readonly HandedRoot[]>> {
  const text = (await host.readText(joinPath(folder, LIST_NAME))) ?? "";
  const found = createHash("sha256").update(text).digest("hex");
  if (found !== digest) {
    return wrong(
      notHanded(`its \`${LIST_NAME}\` has the SHA-256 ${found}, expected ${digest}`, { folder }, host),
    );
  }
  const value = parseJson(text);
  const roots =
    isRecord(value) && Array.isArray(value["roots"]) ? value["roots"].map(decodeRoot) : [undefined];
  // What has the digest that was asked for was written by `packRoots`.
  if (roots.includes(undefined))
    return wrong(notHanded("it was written by another version", { folder }, host));
  return ok(roots.filter((root) => root !== undefined));
}

function decodeRoot(value: unknown): HandedRoot | undefined {
  if (!isRecord(value)) return undefined;
  const record = isText(value["record"]) ? decodeRecord(value["record"]) : undefined;
  const [run, tools] = [decodeFile(value["run"]), decodeFile(value["tools"])];
  return record && run && tools && { record, run, tools };
}

function decodeFile(value: unknown): HandedFile | undefined {
  if (!isRecord(value) || !isText(value["file"]) || !isText(value["sha256"])) return undefined;
  return { file: value["file"], sha256: value["sha256"] };
}

function notHanded(why: string, { folder }: Pick<Handed, "folder">, host: Host): Diagnostic {
  return {
    severity: "error",
    code: "base/not-handed-on",
    blame: "world",
    message: `\`${shownPath(folder, host.folders.working)}\` does not hold the roots that the plan speaks of: ${why}`,
    help: "hand on the folder as the plan job has left it, or plan again",
  };
}
