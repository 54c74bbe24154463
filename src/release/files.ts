// What a release should hold, and under which names it is put there.

import type { Upload } from "../host/host.ts";

export type WantedFile = {
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  /** `kept`: it is in the release already, and not here. */
  readonly content: Upload["content"] | "kept";
  /** `listing` names the payload, and the `signature` vouches for all of it. */
  readonly role: "payload" | "listing" | "signature";
};

/** An asset, as far as this run knows. */
export type SeenAsset = {
  readonly id: number;
  readonly name: string;
  readonly state: "uploaded" | "starter";
  readonly sizeBytes: number;
  readonly sha256: string;
};

/** What takes the place of another file, or of nothing that readers know of yet, waits under this name until all is there. */
export function waitingName({ name, sha256 }: Pick<WantedFile, "name" | "sha256">): string {
  return `${name}.${sha256.slice(0, 16)}.part`;
}

export function isWaitingName(name: string): boolean {
  return /\.[0-9a-f]{16}\.part$/.test(name);
}

/** Other names GitHub changes as it likes. */
export function isAssetName(name: string): boolean {
  return /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/.test(name);
}
