import type { KeyObject } from "node:crypto";
import path from "node:path/posix";
import { type Host, type HostPath, joinPath } from "../host/host.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { openpgpKey } from "./openpgp.ts";
import {
  formatPublicKey,
  formatSecretKey,
  keyOfSeed,
  parsePublicKeyFile,
  parseSecretKeyFile,
} from "./signify.ts";

/** One Ed25519 identity. `name` is that of its files: `NAME.sec`, `NAME.pub`, `NAME.asc`. */
export type PublicKey = {
  readonly name: string;
  /** signify's key number: 8 bytes, as hex. */
  readonly keyNumber: string;
  /** 32 bytes, as hex. */
  readonly point: string;
};

export type SigningKey = PublicKey & { readonly secret: KeyObject };

export type KeyFiles = { readonly secret: HostPath; readonly public: HostPath; readonly openpgp: HostPath };

/** Makes a key and its three files in `folder`; a file that is there already is a diagnostic, nothing is overwritten. */
export async function writeKey(
  { folder, name }: { readonly folder: HostPath; readonly name: string },
  host: Host,
): Promise<Result<KeyFiles>> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return wrong(unfitName(name));
  const file = (suffix: string) => joinPath(folder, `${name}.${suffix}`);
  const files = { secret: file("sec"), public: file("pub"), openpgp: file("asc") };
  for (const one of Object.values(files)) {
    if (await host.status(one)) return wrong(taken(one));
  }
  const seed = host.randomBytes(32);
  const key = keyOfSeed(seed, name);
  // The secret first: whoever comes second with the same name is told so before anything of his is written.
  const made = await host.createFile(files.secret, formatSecretKey(seed, key), 0o600);
  if (made === "exists") return wrong(taken(files.secret));
  await host.writeFile(files.public, formatPublicKey(key));
  await host.writeFile(files.openpgp, openpgpKey(key));
  return ok(files);
}

/** The key in a signify secret key file's text (a CI secret); `name` as for its files. */
export function parseSigningKey(text: string, name: string): Result<SigningKey> {
  return signingKey(text, { name, what: "the signing key" });
}

/** The key is called as its file: `release.sec` makes `release`. */
export async function readSigningKey(file: HostPath, host: Host): Promise<Result<SigningKey>> {
  const text = await keyText(file, host);
  return text.ok ? signingKey(text.value, { name: keyName(file), what: `\`${file}\`` }) : text;
}

export async function readPublicKey(file: HostPath, host: Host): Promise<Result<PublicKey>> {
  const text = await keyText(file, host);
  if (!text.ok) return text;
  const key = parsePublicKeyFile(text.value, keyName(file));
  return key
    ? ok(key)
    : wrong(
        keyTrouble(
          "key/unreadable",
          `\`${file}\` is not a public key of signify`,
          "name a `.pub` file that `tarwright keygen` or `signify -G` made",
        ),
      );
}

export type DefaultKey =
  | { readonly kind: "found"; readonly key: SigningKey }
  /** It was made just now; `warning` tells where it lies. */
  | { readonly kind: "made"; readonly key: SigningKey; readonly warning: Diagnostic }
  /** In CI (`CI` is set), where none is made: packages stay unsigned. */
  | { readonly kind: "none"; readonly warning: Diagnostic };

const DEFAULT_NAME = "tarwright";

/** The user's own key below the config folder, made on first use. */
export async function defaultKey(host: Host): Promise<Result<DefaultKey>> {
  const folder = host.folders.config;
  const file = joinPath(folder, `${DEFAULT_NAME}.sec`);
  const isThere = (await host.status(file)) !== undefined;
  if (!isThere && host.environment("CI")) return ok({ kind: "none", warning: noneInCi(file) });
  if (!isThere) {
    const made = await writeKey({ folder, name: DEFAULT_NAME }, host);
    // Another run may have made it in the meantime: then there is one to read.
    if (!made.ok && !(await host.status(file))) return made;
  }
  const key = await readSigningKey(file, host);
  if (!key.ok) return key;
  return ok(
    isThere ? { kind: "found", key: key.value } : { kind: "made", key: key.value, warning: madeNow(file) },
  );
}

async function keyText(file: HostPath, host: Host): Promise<Result<string>> {
  const status = await host.status(file);
  const text = status?.kind === "folder" ? undefined : await host.readText(file);
  if (text !== undefined) return ok(text);
  const what = status ? "is a folder" : "is not there";
  return wrong(
    keyTrouble(
      "key/not-found",
      `the key \`${file}\` ${what}`,
      "name a key file; `tarwright keygen` makes one",
    ),
  );
}

function keyName(file: HostPath): string {
  return path.basename(file).replace(/\.(sec|key|pub)$/, "");
}

type Told = { readonly name: string; readonly what: string };

function signingKey(text: string, { name, what }: Told): Result<SigningKey> {
  const reading = parseSecretKeyFile(text, name);
  switch (reading.kind) {
    case "key":
      return ok(reading.key);
    case "encrypted":
      return wrong(
        keyTrouble(
          "key/encrypted",
          `${what} is protected by a passphrase, which nobody can type here`,
          "use a key without one: `tarwright keygen NAME`, or `signify -G -n -p NAME.pub -s NAME.sec`; guard the file instead",
        ),
      );
    case "public-key":
      return wrong(
        keyTrouble(
          "key/public",
          `${what} is a public key, which can't sign`,
          "name the secret one, `NAME.sec`",
        ),
      );
    case "damaged":
      return wrong(
        keyTrouble(
          "key/damaged",
          `${what} is damaged: its checksum is wrong`,
          "restore it from a copy, or make another with `tarwright keygen`",
        ),
      );
    case "unreadable":
      return wrong(
        keyTrouble(
          "key/unreadable",
          `${what} is not a secret key of signify: expected a line \`untrusted comment: …\` and a line of base64`,
          "name a `.sec` file that `tarwright keygen` or `signify -G -n` made",
        ),
      );
  }
}

function keyTrouble(code: `key/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

function unfitName(name: string): Diagnostic {
  return keyTrouble(
    "key/name",
    `\`${name}\` can't be a key's name: it becomes the name of files`,
    "use letters, digits, `.`, `_` and `-`",
  );
}

function taken(file: HostPath): Diagnostic {
  return keyTrouble(
    "key/exists",
    `\`${file}\` is there already, and a key is never overwritten`,
    "choose another name, or move the old key away",
  );
}

function madeNow(file: HostPath): Diagnostic {
  return {
    severity: "warning",
    code: "key/made",
    blame: "request",
    message: `a signing key was made, since none was given: \`${file}\``,
    help: "keep a copy of it; whoever has it can sign in your name",
  };
}

function noneInCi(file: HostPath): Diagnostic {
  return {
    severity: "warning",
    code: "key/none-in-ci",
    blame: "request",
    message: `the packages stay unsigned: no key was given, there is none at \`${file}\`, and in CI none is made`,
    help: "give a key (`--key`, or the input `signing-key`), or sign later with `tarwright sign`",
  };
}
