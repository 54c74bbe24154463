import type { Host, HostPath } from "../host/host.ts";
import { defaultKey, parseSigningKey, readSigningKey, type SigningKey } from "../package/package.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";

export type KeyChoice =
  | { readonly kind: "file"; readonly file: HostPath }
  /** The text of a secret key file, as a CI secret holds it. */
  | { readonly kind: "text"; readonly text: string; readonly name: string }
  /** The user's own, made on first use; none in CI. */
  | { readonly kind: "own" }
  | { readonly kind: "none" };

export type ChosenKey = { readonly key: SigningKey | undefined; readonly warnings: readonly Diagnostic[] };

export async function chooseKey(choice: KeyChoice, host: Host): Promise<Result<ChosenKey>> {
  if (choice.kind === "none") return ok({ key: undefined, warnings: [] });
  if (choice.kind === "own") {
    const own = await defaultKey(host);
    if (!own.ok) return own;
    return ok({
      key: own.value.kind === "none" ? undefined : own.value.key,
      warnings: own.value.kind === "found" ? [] : [own.value.warning],
    });
  }
  const read =
    choice.kind === "file"
      ? await readSigningKey(choice.file, host)
      : parseSigningKey(choice.text, choice.name);
  return read.ok ? ok({ key: read.value, warnings: [] }) : read;
}
