import type { KeyObject } from "node:crypto";
import type { Host, HostPath } from "../host/host.ts";
import type { Diagnostic, Result } from "../report.ts";

/** One Ed25519 identity with its secret. `name` is that of its files: `NAME.sec`, `NAME.pub`, `NAME.asc`. */
export type SigningKey = PublicKey & { readonly secret: KeyObject };

export type PublicKey = {
  readonly name: string;
  /** signify's key number: 8 bytes, as hex. */
  readonly keyNumber: string;
  /** 32 bytes, as hex. */
  readonly point: string;
};

export type KeyFiles = { readonly secret: HostPath; readonly public: HostPath; readonly openpgp: HostPath };

/** Makes a key and its three files in `folder`; a file that is there already is a diagnostic, nothing is overwritten. */
export async function writeKey(
  _where: { readonly folder: HostPath; readonly name: string },
  _host: Host,
): Promise<Result<KeyFiles>> {
  throw new Error("to come");
}

/** The key in a signify secret key file's text (a CI secret); `name` as for its files. */
export function parseSigningKey(_text: string, _name: string): Result<SigningKey> {
  throw new Error("to come");
}

export function parsePublicKey(_text: string, _name: string): Result<PublicKey> {
  throw new Error("to come");
}

/** The key is called as its file: `release.sec` makes `release`. */
export async function readSigningKey(_file: HostPath, _host: Host): Promise<Result<SigningKey>> {
  throw new Error("to come");
}

export async function readPublicKey(_file: HostPath, _host: Host): Promise<Result<PublicKey>> {
  throw new Error("to come");
}

export type DefaultKey =
  | { readonly kind: "found"; readonly key: SigningKey }
  /** It was made just now; `warning` tells where it lies. */
  | { readonly kind: "made"; readonly key: SigningKey; readonly warning: Diagnostic }
  /** In CI (`CI` is set), where none is made: packages stay unsigned. */
  | { readonly kind: "none"; readonly warning: Diagnostic };

/** The user's own key below the config folder, made on first use. */
export async function defaultKey(_host: Host): Promise<Result<DefaultKey>> {
  throw new Error("to come");
}
