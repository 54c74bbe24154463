// `distinfo`: size and digests of each distfile, as `make makesum` writes them.
//
//     SHA256 (path) = <base64, or hex in older trees>
//     SIZE (path) = <bytes>

import type { Digest } from "../../port/port.ts";
import { type Located, quoted, type Source, type Span } from "../../report.ts";
import { type Scene, tell } from "./scene.ts";

export type DistinfoEntry = {
  readonly digests: readonly Located<Digest>[];
  readonly size?: Located<number>;
};

const BYTES: Readonly<Record<string, { readonly algorithm: Digest["algorithm"]; readonly bytes: number }>> = {
  SHA256: { algorithm: "sha256", bytes: 32 },
  SHA512: { algorithm: "sha512", bytes: 64 },
  MD5: { algorithm: "md5", bytes: 16 },
};
/** They stand beside a SHA256, and are not needed. */
const UNUSED = ["SHA1", "RMD160"];

/** By path below DISTDIR. What is wrong with a line is reported. */
export function readDistinfo(
  source: Source,
  scene: Pick<Scene, "report">,
): ReadonlyMap<string, DistinfoEntry> {
  const entries = new Map<string, DistinfoEntry>();
  let start = 0;
  for (const line of source.text.split("\n")) {
    const span: Span = { source, start, end: start + line.length };
    start += line.length + 1;
    if (line.trim() === "" || line.startsWith("#")) continue;
    const parsed = parseLine(line);
    if (!parsed) {
      tell(scene, span, {
        code: "openbsd/distinfo",
        message: `${quoted(line)} gives no size or digest`,
        help: "write `SIZE (file) = bytes` or `SHA256 (file) = base64`, as `make makesum` does",
      });
      continue;
    }
    const entry = entries.get(parsed.path) ?? { digests: [] };
    switch (parsed.kind) {
      case "size":
        entries.set(parsed.path, { ...entry, size: { value: parsed.sizeBytes, span } });
        break;
      case "digest":
        entries.set(parsed.path, { ...entry, digests: [...entry.digests, { value: parsed.digest, span }] });
        break;
      case "unused":
    }
  }
  return entries;
}

type Line =
  | { readonly kind: "size"; readonly path: string; readonly sizeBytes: number }
  | { readonly kind: "digest"; readonly path: string; readonly digest: Digest }
  | { readonly kind: "unused"; readonly path: string };

function parseLine(line: string): Line | undefined {
  const [, word = "", path = "", value = ""] = /^([A-Z0-9]+) \((.+)\) = (\S+)\s*$/.exec(line) ?? [];
  if (word === "SIZE") {
    return /^[0-9]{1,15}$/.test(value) ? { kind: "size", path, sizeBytes: Number(value) } : undefined;
  }
  if (UNUSED.includes(word)) return { kind: "unused", path };
  const kind = BYTES[word];
  const hex = kind && hexOf(value, kind.bytes);
  return kind && hex ? { kind: "digest", path, digest: { algorithm: kind.algorithm, hex } } : undefined;
}

/** Digests are base64 of the bytes; until 2008 they were hex. */
function hexOf(value: string, bytes: number): string | undefined {
  if (value.length === bytes * 2 && /^[0-9a-fA-F]+$/.test(value)) return value.toLowerCase();
  const decoded = Buffer.from(value, "base64");
  return decoded.length === bytes && decoded.toString("base64") === value
    ? decoded.toString("hex")
    : undefined;
}
