// What a release says it holds, believed only as far as a key says so.

import { createHash } from "node:crypto";
import {
  type Digests,
  type PublicKey,
  parseIndex,
  readSignedSums,
  readUnsignedSums,
} from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, unreachable, wrong } from "../report.ts";
import type { Source } from "./source.ts";
import { trouble } from "./trouble.ts";

/** `required`: a list that one of `keys` signed. `waived`: whoever has the place may hand out what he likes. */
export type Trust =
  | { readonly kind: "required"; readonly keys: readonly PublicKey[] }
  | { readonly kind: "waived" };

export type OpenedRelease = {
  readonly packages: readonly Package[];
  /** Undefined when no signature was asked for. */
  readonly signer: PublicKey | undefined;
  /** The list that everything follows from, as it was: another one means another release. */
  readonly list: string;
};

/**
 * The signed list first, then what it names: the index. An index that is not the list's own may just be being replaced,
 * so both are read once more.
 */
export async function openRelease(
  source: Source,
  trust: Trust,
  signal: AbortSignal,
): Promise<Result<OpenedRelease>> {
  const first = await readOnce(source, trust, signal);
  if (first.kind !== "torn") return first.result;
  const second = await readOnce(source, trust, signal);
  return second.kind === "torn" ? wrong(second.why) : second.result;
}

type Reading =
  | { readonly kind: "read"; readonly result: Result<OpenedRelease> }
  | { readonly kind: "torn"; readonly why: Diagnostic };

async function readOnce(source: Source, trust: Trust, signal: AbortSignal): Promise<Reading> {
  const list = await readList(source, trust, signal);
  if (!list.ok) return { kind: "read", result: list };
  const { digests, signer, text } = list.value;
  const expected = digests.get("index.json");
  if (expected === undefined) return { kind: "read", result: wrong(noIndex(source)) };
  const index = await source.list("index.json", signal);
  if (!index.ok) return { kind: "read", result: index };
  const found =
    index.value === undefined ? undefined : createHash("sha256").update(index.value).digest("hex");
  if (index.value === undefined || found !== expected)
    return { kind: "torn", why: tornIndex(source, expected, found) };
  const parsed = parseIndex(index.value);
  if (parsed.kind === "unreadable")
    return { kind: "read", result: wrong(unreadableIndex(source, parsed.why)) };
  // A row is no more than what the list says of its file.
  const packages = parsed.index.packages.filter(({ file, sha256 }) => digests.get(file) === sha256);
  return { kind: "read", result: ok({ packages, signer, list: text }) };
}

type TrustedList = {
  readonly digests: Digests;
  readonly signer: PublicKey | undefined;
  readonly text: string;
};

async function readList(source: Source, trust: Trust, signal: AbortSignal): Promise<Result<TrustedList>> {
  const signed = await source.list("SHA256.sig", signal);
  if (!signed.ok) return signed;
  if (trust.kind === "waived") return unsignedList(source, signed.value, signal);
  if (signed.value === undefined) return wrong(unsigned(source));
  const reading = readSignedSums(signed.value, trust.keys);
  switch (reading.kind) {
    case "signed":
      return ok({ digests: reading.digests, signer: reading.signer, text: signed.value });
    case "unreadable":
      return wrong(unreadable(source));
    case "other-key":
      return wrong(otherKey(source, reading.keyNumber, trust.keys));
    case "forged":
      return wrong(forged(source, reading.key));
    default:
      return unreachable(reading);
  }
}

async function unsignedList(
  source: Source,
  signed: string | undefined,
  signal: AbortSignal,
): Promise<Result<TrustedList>> {
  const plain = signed === undefined ? await source.list("SHA256", signal) : ok(signed);
  if (!plain.ok) return plain;
  if (plain.value === undefined) return wrong(nothingThere(source));
  const digests = readUnsignedSums(plain.value);
  return digests ? ok({ digests, signer: undefined, text: plain.value }) : wrong(unreadable(source));
}

/** Whether the release was published to since it was opened. */
export async function wasReplaced(
  release: OpenedRelease,
  source: Source,
  signal: AbortSignal,
): Promise<boolean> {
  const signed = await source.list("SHA256.sig", signal);
  if (!signed.ok) return false;
  const now = signed.value === undefined ? await source.list("SHA256", signal) : signed;
  return now.ok && now.value !== undefined && now.value !== release.list;
}

function unsigned({ name }: Source): Diagnostic {
  return trouble(
    "install/unsigned",
    `\`${name}\` has no \`SHA256.sig\`: nobody says that these are the packages he made`,
    "sign it (`tarwright sign FOLDER --key KEY`); `--insecure-no-signature` takes it from whoever has the place",
  );
}

function nothingThere({ name }: Source): Diagnostic {
  return trouble(
    "install/no-packages",
    `\`${name}\` has neither \`SHA256.sig\` nor \`SHA256\`: no packages were published there`,
    "name the folder that `build` wrote, or a release that `publish` made",
  );
}

function unreadable({ name }: Source): Diagnostic {
  const what = `the \`SHA256.sig\` of \`${name}\` is not a signed list of digests, as signify makes it`;
  return trouble(
    "install/unreadable-list",
    what,
    "look at it: a server may have answered with a page of its own",
  );
}

function otherKey({ name }: Source, keyNumber: string, keys: readonly PublicKey[]): Diagnostic {
  const expected = keys.map((key) => `\`${key.name}\` (${key.keyNumber})`).join(", ");
  return trouble(
    "install/other-key",
    `\`${name}\` is signed by the key ${keyNumber}, expected ${expected || "one of your own"}`,
    "get the publisher's public key from a place that you trust, not from beside the packages, and give it with `--key`",
  );
}

function forged({ name }: Source, key: PublicKey): Diagnostic {
  return trouble(
    "install/forged",
    `the \`SHA256.sig\` of \`${name}\` bears the number of the key \`${key.name}\`, which did not sign it`,
    "don't use it; tell whoever publishes there",
  );
}

function noIndex({ name }: Source): Diagnostic {
  return trouble(
    "install/no-packages",
    `the \`SHA256.sig\` of \`${name}\` does not list an \`index.json\``,
    "name the folder that `build` wrote, or a release that `publish` made",
  );
}

function unreadableIndex({ name }: Source, why: string): Diagnostic {
  const what = `the \`index.json\` of \`${name}\` is not one that can be read here: ${why}`;
  return trouble(
    "install/unreadable-index",
    what,
    "another version of tarwright may have written it: use that, or publish again",
  );
}

function tornIndex({ name }: Source, expected: string, found: string | undefined): Diagnostic {
  return trouble(
    "install/torn-release",
    `the \`index.json\` of \`${name}\` has the SHA-256 ${found ?? "of nothing: it is not there"}, but the signed list says ${expected}`,
    "somebody may be publishing to it: try again in a minute",
  );
}
