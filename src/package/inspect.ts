// Finished packages, looked at again: from an archive or a folder, by what they say of themselves.

import { type Host, type HostPath, joinPath, type ScannedEntry } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { readArchive } from "./archive-reader.ts";
import { type AuditReport, auditPackage, type Subject } from "./audit.ts";
import { type Contents, readContents } from "./contents.ts";
import { fileDigest } from "./digest.ts";
import { fileTroubles } from "./fake-root.ts";
import type { LibrarySet } from "./libraries.ts";
import type { Offer } from "./linkage.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import { METADATA_NAMES } from "./metadata.ts";
import { offerOf } from "./pack.ts";
import { relocationOf } from "./relocation.ts";
import { damagedArchive } from "./sign-archive.ts";
import { unpackPackage } from "./unpack.ts";

/** A package that lies unpacked: what it says of itself, and its files without that. */
export type Inspected = {
  readonly manifest: Manifest;
  readonly entries: readonly ScannedEntry[];
  readonly contents: Contents;
  readonly offer: Offer;
};

const MANIFEST = /^(?:(.*)\/)?(Resources(?:\/[^/]+)?)\/Manifest\.json$/;
/** Of a manifest, which lists what the package links to; none is so large. */
const MOST_MANIFEST_BYTES = 16 * 1024 * 1024;

/**
 * All packages in a folder, which may be a prefix, or one that prefixes lie in. Files that no packing list names, like
 * those of another package at the same prefix, are none of theirs.
 */
export async function inspectFolder(
  folder: HostPath,
  { host, buildFolders }: { readonly host: Host; readonly buildFolders: readonly string[] },
  signal: AbortSignal,
): Promise<Result<readonly Inspected[]>> {
  const scanned = host.scan(folder);
  const inspected: Inspected[] = [];
  const troubles: Diagnostic[] = [];
  for (const { path: file } of scanned?.entries ?? []) {
    const [, top = "", metadata] = MANIFEST.exec(file) ?? [];
    if (!scanned || metadata === undefined) continue;
    const read = (name: string) => Buffer.concat([...scanned.read(name)]);
    const manifest = parseManifest(read(file).toString());
    if (!manifest.ok) {
      troubles.push(unreadableManifest(joinPath(folder, file), manifest.error));
      continue;
    }
    const below = top === "" ? "" : `${top}/`;
    const listed = listedFiles(read(`${below}${metadata}/PackingList`).toString("latin1"));
    for (const name of METADATA_NAMES) listed.delete(`${metadata}/${name}`);
    const entries = scanned.entries
      .filter((entry) => entry.path.startsWith(below))
      .map((entry) => ({ ...entry, path: entry.path.slice(below.length) }))
      .filter((entry) => listed.has(entry.path));
    const installed = {
      entries,
      read: (name: string) => scanned.read(below + name),
      readRange: (name: string, offset: number, length: number) =>
        scanned.readRange(below + name, offset, length),
    };
    const { prefix, fullpkgname, pkgpath: fullpkgpath } = manifest.value;
    const contents = await readContents(
      entries,
      { installed, marks: { buildFolders, prefix }, fileHash: "sha256" },
      signal,
    );
    const offer = offerOf({ fullpkgname, fullpkgpath, prefix }, { entries, contents });
    inspected.push({ manifest: manifest.value, entries, contents, offer });
  }
  if (troubles.length > 0) return { ok: false, error: troubles };
  return inspected.length > 0 ? ok(inspected) : wrong(noPackage(folder));
}

/** Paths below the prefix, folders too. */
function listedFiles(packingList: string): Set<string> {
  const lines = packingList.split("\n").filter((line) => line !== "" && !line.startsWith("@"));
  return new Set(lines.map((line) => line.replace(/\/$/, "")));
}

/** Unpacks an archive that no index tells of into a folder, by its own manifest. */
export async function unpackAlone(
  { archive, folder }: { readonly archive: HostPath; readonly folder: HostPath },
  host: Host,
  signal: AbortSignal,
): Promise<Result<HostPath>> {
  const chunks: Buffer[] = [];
  let isManifest = false;
  let kept = 0;
  const sink = {
    entry: (entry: { readonly path: string }) => {
      isManifest = MANIFEST.test(entry.path) && chunks.length === 0;
    },
    content: (chunk: Buffer) => {
      if (!isManifest || kept > MOST_MANIFEST_BYTES) return;
      chunks.push(Buffer.from(chunk));
      kept += chunk.length;
    },
  };
  const reading = await readArchive(archive, { host, sink }, signal);
  if (reading.kind === "no-tool") return wrong(reading.diagnostic);
  if (reading.kind === "damaged") return wrong(damagedArchive(archive, reading.why));
  const manifest = parseManifest(Buffer.concat(chunks).toString());
  if (!manifest.ok) return wrong(unreadableManifest(archive, manifest.error));
  const row = {
    ...manifest.value,
    sha256: (await fileDigest(archive, host, signal)) ?? "",
    contentDigest: reading.archive.contentDigest,
    // Read to its end already.
    tarBytes: Number.MAX_SAFE_INTEGER,
  };
  const unpacking = { archive, row, folder, trust: { kind: "index" }, setuid: "keep" } as const;
  const unpacked = await unpackPackage(unpacking, host, signal);
  return unpacked.ok ? ok(unpacked.value.folder) : unpacked;
}

export type Inspection = {
  readonly inspected: Inspected;
  readonly subject: Subject;
  readonly others: readonly Offer[];
  readonly base: LibrarySet;
  readonly buildFolders: readonly string[];
};

/** The audit of a finished package, and whether it may lie elsewhere. */
export function auditInspected({ inspected, subject, others, base, buildFolders }: Inspection): {
  readonly audit: AuditReport;
  readonly relocatable: Package["relocatable"];
} {
  const { entries, contents, offer: own } = inspected;
  const { prefix } = own;
  const audit = auditPackage({ subject, entries, contents, own, others, beside: [], base, buildFolders });
  const findings = [...audit.findings, ...fileTroubles(entries, { prefix, span: subject.span })];
  const verdict = findings.some(({ severity }) => severity === "error") ? "failed" : audit.verdict;
  const relocatable = relocationOf({ prefix, entries, contents, audit });
  return { audit: { ...audit, findings, verdict }, relocatable };
}

/** What a finished package says of itself, where no recipe is at hand: it does not tell apart what is linked. */
export function subjectOfManifest({ arch, depends }: Manifest, base: string): Subject {
  return {
    base,
    arch,
    depends: { lib: [], run: depends, system: [] },
    wantlib: [],
    levels: new Map(),
    dialect: "yaml",
  };
}

function unreadableManifest(file: HostPath, why: string): Diagnostic {
  return {
    severity: "error",
    code: "package/unreadable-manifest",
    blame: "request",
    message: `\`${file}\` does not say what package it is: ${why}`,
    help: "name a package that `build` made, or a folder of them",
  };
}

function noPackage(folder: HostPath): Diagnostic {
  return {
    severity: "error",
    code: "package/no-package",
    blame: "request",
    message: `no package lies in \`${folder}\`: it has neither \`index.json\` nor \`Resources/Manifest.json\``,
    help: "name a package, a folder that `build` wrote, or one that a package was unpacked to",
  };
}
