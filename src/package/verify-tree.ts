import { createHash } from "node:crypto";
import type { Host, HostPath, ScannedEntry, ScannedFolder } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import { digestOf, type FileHashKind, parseHashList } from "./hash-list.ts";
import type { PublicKey } from "./keys.ts";
import { verifyDetached } from "./openpgp.ts";

export type InstalledTree = {
  /** What lies at the package's prefix; nothing else may be in it. */
  readonly folder: HostPath;
  readonly row: Package;
  /** Of which one must have signed; undefined: the hashes alone are looked at. */
  readonly keys: readonly PublicKey[] | undefined;
};

/** Whether a tree is that of a package, by its own signed list: every file, and no other. */
export async function verifyTree(
  { folder, row, keys }: InstalledTree,
  host: Host,
): Promise<"right" | "wrong"> {
  const scanned = host.scan(folder);
  const lists = scanned?.entries.filter(({ path }) => /^Resources\/([^/]+\/)?FileHash$/.test(path)) ?? [];
  const [list] = lists;
  if (!scanned || !list || lists.length > 1) return "wrong";
  const text = readText(scanned, list.path);
  const signature = readText(scanned, `${list.path}.sig`);
  const isSigned =
    keys?.some((key) => verifyDetached(Buffer.from(text, "latin1"), signature, key) === "good") ?? true;
  return isSigned && isNamed(scanned, list.path, row) && hasFiles(scanned, { list: list.path, text })
    ? "right"
    : "wrong";
}

function readText(scanned: ScannedFolder, path: string): string {
  if (scanned.entries.every((entry) => entry.path !== path)) return "";
  return Buffer.concat([...scanned.read(path)]).toString("latin1");
}

function isNamed(scanned: ScannedFolder, list: string, { fullpkgname }: Package): boolean {
  const packingList = readText(scanned, list.replace(/FileHash$/, "PackingList"));
  return packingList.split("\n").includes(`@name ${fullpkgname}`);
}

function hasFiles(
  scanned: ScannedFolder,
  { list, text }: { readonly list: string; readonly text: string },
): boolean {
  const hashes = parseHashList(text);
  const files = scanned.entries.filter(
    ({ path, status }) => status.kind !== "folder" && path !== list && path !== `${list}.sig`,
  );
  return (
    hashes !== undefined &&
    files.length === hashes.files.size &&
    files.every((entry) => hashes.files.get(entry.path) === hashOf(entry, scanned, hashes.kind))
  );
}

function hashOf({ path, status, target }: ScannedEntry, scanned: ScannedFolder, kind: FileHashKind): string {
  if (status.kind === "link") return digestOf(kind, Buffer.from(target, "latin1"));
  const hash = createHash(kind);
  if (status.kind === "file") for (const chunk of scanned.read(path)) hash.update(chunk);
  return hash.digest("hex");
}
