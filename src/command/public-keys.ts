import { type Host, joinPath } from "../host/host.ts";
import { type KeyRing, type PublicKey, readKeyRing, readPublicKey } from "../package/package.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";

/** The public keys that `--key` names. */
export async function readKeys(names: readonly string[], host: Host): Promise<Result<readonly PublicKey[]>> {
  const keys: PublicKey[] = [];
  const troubles: Diagnostic[] = [];
  for (const name of names) {
    const key = await readPublicKey(joinPath(host.folders.working, name), host);
    if (key.ok) keys.push(key.value);
    else troubles.push(...key.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(keys);
}

/** The user's own, which `keygen` and the first build leave in the config folder. */
export async function ownKeys(host: Host): Promise<readonly PublicKey[]> {
  const folder = host.folders.config;
  const names = ((await host.list(folder)) ?? []).filter((name) => name.endsWith(".pub"));
  const keys = await Promise.all(names.map((name) => readPublicKey(joinPath(folder, name), host)));
  return keys.flatMap((key) => (key.ok ? [key.value] : []));
}

/** The option that names one. */
export const KEYRING = {
  type: "string",
  help: "a folder of public keys to trust: NAME.pub of signify, NAME.asc and NAME.gpg of OpenPGP",
} as const;

export async function readRing(name: string | undefined, host: Host): Promise<Result<KeyRing | undefined>> {
  return name === undefined ? ok(undefined) : await readKeyRing(joinPath(host.folders.working, name), host);
}
