import { type Host, type HostPath, joinPath } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import type { Diagnostic } from "../report.ts";
import { fileDigest } from "./digest.ts";
import { formatIndex, INDEX_NAME } from "./index-file.ts";
import type { SigningKey } from "./keys.ts";
import { openpgpKey } from "./openpgp.ts";
import { formatPublicKey, signEmbedded } from "./signify.ts";
import { formatSums, SIGNED_SUMS_NAME, SUMS_NAME } from "./sums.ts";

export type Listing = {
  readonly folder: HostPath;
  /** All packages of the folder. */
  readonly rows: readonly Package[];
  readonly key: SigningKey | undefined;
};

/** Writes what names and covers the packages of a folder: index.json, SHA256 and, with a key, SHA256.sig and the key. */
export async function writeListing(
  { folder, rows, key }: Listing,
  host: Host,
  signal: AbortSignal,
): Promise<void> {
  const write = (name: string, text: string) => host.writeFile(joinPath(folder, name), text);
  await write(INDEX_NAME, formatIndex(rows));
  const index = await fileDigest(joinPath(folder, INDEX_NAME), host, signal);
  const sums = formatSums([...rows, { file: INDEX_NAME, sha256: index ?? "" }]);
  await write(SUMS_NAME, sums);
  if (!key) return;
  await write(`${key.name}.pub`, formatPublicKey(key));
  await write(`${key.name}.asc`, openpgpKey(key));
  // Last: it vouches for all the others.
  await write(SIGNED_SUMS_NAME, signEmbedded(sums, key));
}

export type Checked = { readonly rows: readonly Package[]; readonly warnings: readonly Diagnostic[] };

/** Those rows whose file is there and as they say; of the others, a warning each. */
export async function rowsThatHold(
  { folder, rows }: Omit<Listing, "key">,
  host: Host,
  signal: AbortSignal,
): Promise<Checked> {
  const held: Package[] = [];
  const warnings: Diagnostic[] = [];
  for (const row of rows) {
    const file = joinPath(folder, row.file);
    const found = await fileDigest(file, host, signal);
    if (found === row.sha256) held.push(row);
    else warnings.push(staleRow(file, found === undefined ? "is gone" : "is not what the index says of it"));
  }
  return { rows: held, warnings };
}

function staleRow(file: HostPath, what: string): Diagnostic {
  return {
    severity: "warning",
    code: "package/stale-row",
    blame: "request",
    message: `\`${file}\` ${what}, so the index no longer lists it`,
    help: "build it again",
  };
}
