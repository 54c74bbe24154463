// A folder of public keys: whose packages to believe, and who it was that signed one.

import { createHash } from "node:crypto";
import path from "node:path/posix";
import { type Host, type HostPath, joinPath, withScratch } from "../host/host.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import type { PublicKey } from "./keys.ts";
import { verifyDetached } from "./openpgp.ts";
import { dearmored, ed25519In } from "./openpgp-packets.ts";
import { parsePublicKeyFile } from "./signify.ts";

export type KeyRing = {
  readonly folder: HostPath;
  /** signify's, and OpenPGP's where they are Ed25519: they sign lists and archives as well. */
  readonly keys: readonly PublicKey[];
  /** Transferable public keys (RFC 4880, 11.1), one behind the other, as gpgv reads them. */
  readonly openpgp: Buffer;
};

/** `NAME.pub` of signify, `NAME.asc` and `NAME.gpg` of OpenPGP; other files are passed over. */
export async function readKeyRing(folder: HostPath, host: Host): Promise<Result<KeyRing>> {
  const names = await host.list(folder);
  const troubles: Diagnostic[] = [];
  const keys = new Map<string, PublicKey>();
  const packets: Buffer[] = [];
  for (const name of names ?? []) {
    const file = joinPath(folder, name);
    const suffix = /\.(pub|asc|gpg)$/.exec(name)?.[1];
    const real = suffix && (await host.realPath(file));
    if (!suffix || !real || (await host.status(real))?.kind !== "file") continue;
    const bytes = (await host.readBytes(real)) ?? Buffer.alloc(0);
    const plain = path.basename(name, `.${suffix}`);
    if (suffix === "pub") {
      const key = parsePublicKeyFile(bytes.toString("latin1"), plain);
      if (key) keys.set(key.point, key);
      else troubles.push(unreadable(file));
      continue;
    }
    const certificates = dearmored(bytes);
    if (!certificates) {
      troubles.push(unreadable(file));
      continue;
    }
    packets.push(certificates);
    for (const { point, name: owner } of ed25519In(certificates)) {
      const keyNumber = createHash("sha256").update(Buffer.from(point, "hex")).digest("hex").slice(0, 16);
      if (!keys.has(point)) keys.set(point, { name: owner === "" ? plain : owner, keyNumber, point });
    }
  }
  if (keys.size === 0 && packets.length === 0 && troubles.length === 0) troubles.push(empty(folder));
  return troubles.length > 0
    ? { ok: false, error: troubles }
    : ok({ folder, keys: [...keys.values()], openpgp: Buffer.concat(packets) });
}

export type RingVerdict =
  /** `keyNumber` is signify's, or OpenPGP's fingerprint. */
  | { readonly kind: "good"; readonly signer: { readonly name: string; readonly keyNumber: string } }
  | { readonly kind: "bad" | "revoked" | "expired" | "unreadable" }
  | { readonly kind: "stranger"; readonly keyNumber: string }
  | { readonly kind: "no-gpgv" };

/** Who of a key ring made a detached signature: ours are read here, those of other programs by gpgv. */
export async function signerInRing(
  { content, signature }: { readonly content: Buffer; readonly signature: Buffer },
  ring: KeyRing,
  host: Host,
): Promise<RingVerdict> {
  const armored = signature.toString("latin1");
  for (const key of ring.keys) {
    if (verifyDetached(content, armored, key) !== "good") continue;
    return { kind: "good", signer: { name: key.name, keyNumber: key.keyNumber } };
  }
  return await withScratch(host.folders.temporary, host, async (scratch) => {
    const write = async (name: string, bytes: Uint8Array) => {
      await host.writeFile(joinPath(scratch, name), bytes, 0o600);
      return joinPath(scratch, name);
    };
    const keyring = await write("ring.gpg", ring.openpgp);
    const files = [await write("signature", signature), await write("content", content)];
    const { exit, stdout } = await host.query({
      program: "gpgv",
      args: ["--status-fd", "1", "--keyring", keyring, ...files],
      // A folder without any keys of the user's.
      env: { PATH: host.environment("PATH") ?? "/usr/bin:/bin", GNUPGHOME: scratch, LC_ALL: "C" },
    });
    if (exit.kind === "not-found") return { kind: "no-gpgv" };
    return verdictOf(stdout, exit.kind === "exited" && exit.status === 0);
  });
}

/** gpgv's status lines (GnuPG's doc/DETAILS). */
function verdictOf(status: string, isDone: boolean): RingVerdict {
  const lines = status.split("\n").flatMap((line) => /^\[GNUPG:\] (.*)$/.exec(line)?.[1] ?? []);
  const found = (word: string) => lines.find((line) => line.startsWith(`${word} `))?.split(" ");
  const [, , ...name] = found("GOODSIG") ?? [];
  const [, fingerprint] = found("VALIDSIG") ?? [];
  if (found("BADSIG")) return { kind: "bad" };
  if (found("REVKEYSIG")) return { kind: "revoked" };
  if (found("EXPKEYSIG") || found("EXPSIG")) return { kind: "expired" };
  if (isDone && name.length > 0 && fingerprint !== undefined) {
    return { kind: "good", signer: { name: name.join(" "), keyNumber: fingerprint } };
  }
  const [, stranger] = found("NO_PUBKEY") ?? found("ERRSIG") ?? [];
  return stranger === undefined ? { kind: "unreadable" } : { kind: "stranger", keyNumber: stranger };
}

function unreadable(file: HostPath): Diagnostic {
  return {
    severity: "error",
    code: "key/unreadable",
    blame: "request",
    message: `\`${file}\` is not a public key of ${file.endsWith(".pub") ? "signify" : "OpenPGP"}`,
    help: "remove it from the key ring, or export it again: `gpg --armor --export NAME`",
  };
}

function empty(folder: HostPath): Diagnostic {
  return {
    severity: "error",
    code: "key/empty-ring",
    blame: "request",
    message: `there is no public key in \`${folder}\``,
    help: "put keys into it that you had from their owners: `NAME.pub` of signify, `NAME.asc` or `NAME.gpg` of OpenPGP",
  };
}
