import { type Host, type HostPath, shownPath } from "../host/host.ts";
import { type JsonNode, readJson, shape } from "../package/package.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, ok, type Result, wrong } from "../report.ts";
import { type PinnedKey, pinKey, pinnedKeyOf } from "./pinned-key.ts";
import type { OpenedRelease } from "./release.ts";
import type { Choice } from "./resolve.ts";
import { trouble } from "./trouble.ts";

export const LOCK_NAME = "tarwright.lock";

/** What was chosen once, to be chosen again: packages by digest, and the key that vouched for them. */
export type Lock = {
  readonly from: string;
  /** Absent when no signature was asked for. */
  readonly key?: PinnedKey;
  /** Dependencies first; of each base and arch for which it was locked. */
  readonly packages: readonly LockedPackage[];
};

export type LockedPackage = Pick<
  Package,
  "fullpkgname" | "file" | "sha256" | "sizeBytes" | "contentDigest" | "base" | "arch"
> &
  Pick<Choice, "why">;

export async function readLock(file: HostPath, host: Host): Promise<Result<Lock>> {
  const text = await host.readText(file);
  if (text === undefined) return wrong(noLock(shownPath(file, host.folders.working)));
  const reading = readJson(text, lockOf);
  return reading.kind === "read" ? ok(reading.value) : wrong(unreadable(file, reading.why));
}

/** Entries for other bases and architectures stay, when they came from the same place under the same key. */
export function lockOfChoices(
  before: Lock | undefined,
  {
    from,
    release,
    choices,
  }: { readonly from: string; readonly release: OpenedRelease; readonly choices: readonly Choice[] },
): Lock {
  const key = release.signer && pinKey(release.signer);
  const packages = choices.map(({ row, why }): LockedPackage => {
    const { fullpkgname, file, sha256, sizeBytes, contentDigest, base, arch } = row;
    return { fullpkgname, file, sha256, sizeBytes, contentDigest, base, arch, why };
  });
  const isSame = before?.from === from && before.key?.public === key?.public;
  const kept = (isSame ? before.packages : []).filter((one) =>
    packages.every(({ base, arch }) => base !== one.base || arch !== one.arch),
  );
  return { from, ...(key ? { key } : {}), packages: [...kept, ...packages] };
}

export function formatLock(lock: Lock): string {
  return `${JSON.stringify({ version: 1, ...lock }, undefined, 2)}\n`;
}

/** The rows that a lock names, for one machine, as a release has them; refused when it has not exactly these. */
export function lockedChoices(
  lock: Lock,
  {
    offered,
    bases,
    arch,
  }: { readonly offered: readonly Package[]; readonly bases: readonly string[]; readonly arch: string },
): Result<readonly Choice[]> {
  const wanted = lock.packages.filter((one) => bases.includes(one.base) && one.arch === arch);
  if (wanted.length === 0) return wrong(nothingLocked(bases, arch));
  const choices: Choice[] = [];
  const troubles: Diagnostic[] = [];
  for (const locked of wanted) {
    const row = offered.find(({ file }) => file === locked.file);
    if (row?.sha256 === locked.sha256 && row.contentDigest === locked.contentDigest) {
      choices.push({ row, why: locked.why });
    } else troubles.push(otherThanLocked(locked, row));
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(choices);
}

function lockOf(node: JsonNode): Lock {
  const key = shape.optional(node, "key", pinnedKeyOf);
  return {
    from: shape.text(shape.field(node, "from")),
    ...(key ? { key } : {}),
    packages: shape.list(shape.field(node, "packages")).map((one) => ({
      fullpkgname: shape.fileName(shape.field(one, "fullpkgname")),
      file: shape.fileName(shape.field(one, "file")),
      sha256: shape.digest(shape.field(one, "sha256")),
      sizeBytes: shape.count(shape.field(one, "sizeBytes")),
      contentDigest: shape.digest(shape.field(one, "contentDigest")),
      base: shape.text(shape.field(one, "base")),
      arch: shape.text(shape.field(one, "arch")),
      why: shape.word(shape.field(one, "why"), ["asked", "needed"]),
    })),
  };
}

function noLock(file: string): Diagnostic {
  return trouble(
    "install/no-lock",
    `there is no \`${file}\``,
    "make it: `tarwright install SPEC… --from PLACE --lock`",
  );
}

function unreadable(file: HostPath, why: string): Diagnostic {
  const help = "restore it, or make it anew with `--lock`";
  return trouble("install/unreadable-lock", `\`${file}\` can't be read: ${why}`, help);
}

function nothingLocked(bases: readonly string[], arch: string): Diagnostic {
  const where = `\`${bases.join("`, `")}\` on \`${arch}\``;
  return trouble(
    "install/frozen",
    `\`${LOCK_NAME}\` names no package for ${where}`,
    "lock it on such a machine, too; where you know that another base's package runs here, name that with `--base`",
  );
}

function otherThanLocked({ fullpkgname, file, sha256 }: LockedPackage, row: Package | undefined): Diagnostic {
  const found = row ? `it has the SHA-256 ${row.sha256} there` : "it is not there any more";
  return trouble(
    "install/frozen",
    `\`${fullpkgname}\` is locked as \`${file}\` with the SHA-256 ${sha256}, but ${found}`,
    "look what was published, then lock again with `--lock`",
  );
}
