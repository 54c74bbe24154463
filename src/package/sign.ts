import path from "node:path/posix";
import { type Host, type HostPath, hostPath, joinPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { compressionOf } from "./archive-reader.ts";
import { rowOf } from "./folder.ts";
import { readIndex } from "./index-file.ts";
import type { SigningKey } from "./keys.ts";
import { rowsThatHold, writeListing } from "./listing.ts";
import { signArchive } from "./sign-archive.ts";

/**
 * Signs archives, and folders of packages, in place; the index and the sums beside them follow. Answers the archives
 * that were signed. What is refused is left as it was.
 */
export async function signFiles(
  { files, key }: { readonly files: readonly HostPath[]; readonly key: SigningKey },
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly HostPath[]>> {
  const signed: HostPath[] = [];
  const troubles: Diagnostic[] = [];
  for (const file of files) {
    const status = await host.status((await host.realPath(file)) ?? file);
    const result = !status
      ? wrong(notThere(file))
      : status.kind === "folder"
        ? await signFolder({ folder: file, names: "all", key }, host, signal)
        : await signOne({ archive: file, key }, host, signal);
    if (result.ok) signed.push(...result.value);
    else troubles.push(...result.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(signed);
}

async function signOne(
  { archive, key }: { readonly archive: HostPath; readonly key: SigningKey },
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly HostPath[]>> {
  const folder = hostPath(path.dirname(archive));
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  const name = path.basename(archive);
  if (index.value?.packages.some(({ file }) => file === name)) {
    return signFolder({ folder, names: [name], key }, host, signal);
  }
  const result = await signInPlace({ archive, key }, host, signal);
  return result.ok ? ok([archive]) : result;
}

type FolderSigning = {
  readonly folder: HostPath;
  readonly names: "all" | readonly string[];
  readonly key: SigningKey;
};

async function signFolder(
  { folder, names, key }: FolderSigning,
  host: Host,
  signal: AbortSignal,
): Promise<Result<readonly HostPath[]>> {
  const index = await readIndex(folder, host);
  if (!index.ok) return index;
  if (!index.value) return wrong(noIndex(folder));
  const held = await rowsThatHold({ folder, rows: index.value.packages }, host, signal);
  if (held.warnings.length > 0) {
    return { ok: false, error: held.warnings.map((one) => ({ ...one, severity: "error" })) };
  }
  const rows: Package[] = [];
  const signed: HostPath[] = [];
  for (const row of held.rows) {
    const archive = joinPath(folder, row.file);
    const isWanted = names === "all" ? compressionOf(row.file) === "gz" : names.includes(row.file);
    if (isWanted) {
      const result = await signInPlace({ archive, key }, host, signal);
      if (!result.ok) return result;
      signed.push(archive);
    }
    rows.push(isWanted ? await rowOf(row, archive, { host, signal }) : row);
  }
  await writeListing({ folder, rows, key }, host, signal);
  return ok(signed);
}

async function signInPlace(
  { archive, key }: { readonly archive: HostPath; readonly key: SigningKey },
  host: Host,
  signal: AbortSignal,
): Promise<Result<void>> {
  const target = hostPath(`${archive}.part`);
  try {
    const result = await signArchive({ archive, target, key }, host, signal);
    if (result.ok) await host.rename(target, archive);
    return result;
  } finally {
    await host.remove(target);
  }
}

function notThere(file: HostPath): Diagnostic {
  return {
    severity: "error",
    code: "package/not-found",
    blame: "request",
    message: `\`${file}\` is not there`,
    help: "name an archive, or a folder of packages",
  };
}

function noIndex(folder: HostPath): Diagnostic {
  return {
    severity: "error",
    code: "package/no-index",
    blame: "request",
    message: `\`${folder}\` has no \`index.json\`: it is not a folder of packages`,
    help: "name the folder that `build` wrote, or the archives themselves",
  };
}
