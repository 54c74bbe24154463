// GoboLinux's FileHash 2.1: a first line that names the digest, then `<hex> <path>`, files by content, links by target.

import { createHash } from "node:crypto";

/** What a package's list of its files has: SHA-256, or what the tools of old GoboLinux systems read. */
export const FILE_HASHES = ["sha256", "sha1", "md5"] as const;
export type FileHashKind = (typeof FILE_HASHES)[number];

const SPELLINGS: Readonly<Record<FileHashKind, string>> = { sha256: "SHA-256", sha1: "SHA-1", md5: "MD5" };

function headerOf(kind: FileHashKind): string {
  return `GoboLinux FileHash, version 2.1, ${SPELLINGS[kind]}`;
}

/** The form that is written unless somebody asks for another. */
export const USUAL_HEADER = headerOf("sha256");

export type HashList = {
  readonly kind: FileHashKind;
  /** Path below the prefix → hex. */
  readonly files: ReadonlyMap<string, string>;
};

export function formatHashList({ kind, files }: HashList): string {
  // By code unit, as the archive's members.
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, hex]) => `${hex} ${path}`);
  return [headerOf(kind), ...lines].map((line) => `${line}\n`).join("");
}

/** Undefined when it has another form, or names a file twice. */
export function parseHashList(text: string): HashList | undefined {
  const [first, ...lines] = text.trimEnd().split("\n");
  const kind = FILE_HASHES.find((one) => headerOf(one) === first);
  if (!kind) return undefined;
  const digits = digestOf(kind, Buffer.alloc(0)).length;
  const files = new Map(lines.map((line) => [line.slice(digits + 1), line.slice(0, digits)]));
  const isWhole = lines.every(
    (line) => /^[0-9a-f]+ $/.test(line.slice(0, digits + 1)) && line.length > digits + 1,
  );
  return isWhole && files.size === lines.length ? { kind, files } : undefined;
}

export function digestOf(kind: FileHashKind, content: Uint8Array): string {
  return createHash(kind).update(content).digest("hex");
}
