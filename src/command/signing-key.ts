import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { defaultKey, parseSigningKey, readSigningKey, type SigningKey } from "../package/package.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type Arguments, usage } from "./verb.ts";

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

/** What `--key` and `--unsigned` say. */
export function keyChoiceOf(args: Arguments, host: Host): Result<KeyChoice> {
  const file = args.text("key");
  if (file === undefined) return ok(args.has("unsigned") ? { kind: "none" } : { kind: "own" });
  if (!args.has("unsigned")) return ok({ kind: "file", file: joinPath(host.folders.working, file) });
  return wrong(
    usage("usage/option", "`--key` and `--unsigned` contradict each other", "leave one of the two out"),
  );
}
