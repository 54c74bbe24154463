import { type Host, type HostPath, joinPath, shownPath } from "../host/host.ts";
import { type PublicKey, readPublicKey, type Verified, verifyFiles } from "../package/package.ts";
import { type Diagnostic, diagnosticJson, ok, type Result } from "../report.ts";
import type { Verb } from "./verb.ts";

/** `verify`: who signed, and whether everything is as it was then. */
export const verb: Verb = {
  usage: "verify FILES… [--key PUB]…",
  options: {
    key: {
      type: "string",
      multiple: true,
      help: "a public key to trust, NAME.pub; default: your own, and what lies beside is named",
    },
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (args, { host, signal }) => {
    const keys = await readKeys(args.texts("key"), host);
    if (!keys.ok) return { diagnostics: keys.error };
    const files = args.positionals.map((name) => joinPath(host.folders.working, name));
    const verified = await verifyFiles({ files, keys: keys.value }, host, signal);
    return {
      diagnostics: verified.flatMap(({ troubles }) => troubles),
      text: verified.map((one) => sentences(one, host.folders.working)).join(""),
      json: { verified: verified.map(verifiedJson) },
    };
  },
};

async function readKeys(names: readonly string[], host: Host): Promise<Result<readonly PublicKey[]>> {
  const keys: PublicKey[] = [];
  const troubles: Diagnostic[] = [];
  for (const name of names) {
    const key = await readPublicKey(joinPath(host.folders.working, name), host);
    if (key.ok) keys.push(key.value);
    else troubles.push(...key.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(keys);
}

function isRight({ troubles }: Verified): boolean {
  return troubles.every(({ severity }) => severity === "warning");
}

function sentences(one: Verified, working: HostPath): string {
  const file = shownPath(one.file, working);
  const signer = one.signer ? `signed by ${one.signer.name} (${one.signer.keyNumber})` : "not signed";
  const head = isRight(one) ? `${file}: right, ${signer}` : `${file}: NOT right`;
  return [head, ...one.checked.map((sentence) => `  ${sentence}`), ""].join("\n");
}

function verifiedJson(one: Verified) {
  return {
    file: one.file,
    kind: one.kind,
    outcome: isRight(one) ? "right" : "wrong",
    ...(one.signer ? { signer: { name: one.signer.name, keyNumber: one.signer.keyNumber } } : {}),
    checked: one.checked,
    ...(one.contentDigest === undefined ? {} : { contentDigest: one.contentDigest }),
    troubles: one.troubles.map(diagnosticJson),
  };
}
