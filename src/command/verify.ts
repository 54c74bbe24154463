import { type HostPath, joinPath, shownPath } from "../host/host.ts";
import { type Verified, verifyFiles } from "../package/package.ts";
import { diagnosticJson } from "../report.ts";
import { KEYRING, readKeys, readRing } from "./public-keys.ts";
import { SITE_OPTIONS } from "./site-options.ts";
import { usage, type Verb } from "./verb.ts";
import { verifyInstalled } from "./verify-installed.ts";

/** `verify`: who signed, and whether everything is as it was then. */
export const verb: Verb = {
  usage: "verify FILES… [--key PUB]… [--keyring DIR] | verify --installed [SPEC…] [--root R]",
  options: {
    installed: { type: "boolean", help: "look at what is installed, by the lists that were kept of it" },
    ...SITE_OPTIONS,
    key: {
      type: "string",
      multiple: true,
      help: "a public key to trust, NAME.pub; default: your own, and what lies beside is named",
    },
    keyring: KEYRING,
  },
  positionals: { least: 0, most: Number.POSITIVE_INFINITY },
  run: async (args, context) => {
    if (args.has("installed")) return verifyInstalled(args, context);
    if (args.positionals.length === 0) return { diagnostics: [NO_FILE] };
    const { host, signal } = context;
    const keys = await readKeys(args.texts("key"), host);
    const ring = await readRing(args.text("keyring"), host);
    if (!keys.ok || !ring.ok) {
      return { diagnostics: [keys, ring].flatMap((one) => (one.ok ? [] : one.error)) };
    }
    const files = args.positionals.map((name) => joinPath(host.folders.working, name));
    const verified = await verifyFiles(
      { files, keys: [...keys.value, ...(ring.value?.keys ?? [])], ring: ring.value },
      host,
      signal,
    );
    return {
      diagnostics: verified.flatMap(({ troubles }) => troubles),
      text: verified.map((one) => sentences(one, host.folders.working)).join(""),
      json: { verified: verified.map(verifiedJson) },
    };
  },
};

const NO_FILE = usage(
  "usage/arguments",
  "`verify` takes 1 argument or more, found none",
  "name archives or folders of packages, or add `--installed`",
);

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
