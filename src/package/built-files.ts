// What a fake root holds, told apart by content: for those who write packing lists.

import type { Host, HostPath, ScannedEntry, ScannedFolder } from "../host/host.ts";
import type { BuiltFile } from "../port/port.ts";
import { readElf } from "./elf.ts";

/** All that lies below `folder`, in byte order, names as UTF-8; undefined when there is no such folder. */
export async function readBuiltFiles(
  folder: HostPath,
  host: Host,
): Promise<readonly BuiltFile[] | undefined> {
  const scanned = host.scan(folder);
  if (!scanned) return undefined;
  const byPath = new Map(scanned.entries.map((entry) => [entry.path, entry]));
  const manuals = new Set(scanned.entries.filter((entry) => isInfo(entry, scanned)).map(({ path }) => path));
  const files: BuiltFile[] = [];
  for (const entry of scanned.entries) {
    const path = Buffer.from(entry.path, "latin1").toString("utf8");
    const nature = await natureOf(entry, { scanned, byPath, manuals });
    files.push({ path, kind: entry.status.kind, nature });
  }
  return files;
}

type Tree = {
  readonly scanned: ScannedFolder;
  readonly byPath: ReadonlyMap<string, ScannedEntry>;
  readonly manuals: ReadonlySet<string>;
};

async function natureOf(entry: ScannedEntry, tree: Tree): Promise<BuiltFile["nature"]> {
  const { path, status } = entry;
  const whole = path.replace(/-[0-9]+(\.[a-z0-9]+)?$/, (_, packed: string | undefined) => packed ?? "");
  if (whole !== path && tree.manuals.has(whole)) return "info-part";
  if (tree.manuals.has(path)) return "info";
  const file = status.kind === "link" ? targetOf(entry, tree.byPath) : entry;
  if (file?.status.kind !== "file") return "other";
  if (file.path.endsWith(".a")) return "archive";
  const { sizeBytes } = file.status;
  const read = async (offset: number, length: number) => tree.scanned.readRange(file.path, offset, length);
  const elf = await readElf({ sizeBytes, read });
  if (elf.kind !== "elf") return "other";
  // glibc's own libraries can be run too; what has a name for the loader is a library.
  const isRun = elf.interpreter !== undefined && elf.soname === undefined;
  if (elf.type === "executable" || isRun) return "program";
  return elf.type === "shared" ? "shared-object" : "other";
}

/** As many links as the kernel follows (path_resolution(7)); those that lead out of the folder lead to nothing here. */
function targetOf(entry: ScannedEntry, byPath: ReadonlyMap<string, ScannedEntry>): ScannedEntry | undefined {
  let at: ScannedEntry | undefined = entry;
  for (let links = 0; links < 40 && at?.status.kind === "link"; links += 1) {
    const parts = at.path.split("/").slice(0, -1);
    for (const part of at.target.split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    at = at.target.startsWith("/") ? undefined : byPath.get(parts.join("/"));
  }
  return at;
}

/** makeinfo's own first line, in a folder of such pages; a compressed one goes by its name. */
function isInfo({ path, status }: ScannedEntry, scanned: ScannedFolder): boolean {
  if (status.kind !== "file") return false;
  if (/(^|\/)info\/[^/]+\.info\.(gz|xz|bz2|zst)$/.test(path)) return true;
  if (!/\.info$|(^|\/)info\/[^/]+$/.test(path)) return false;
  const start = scanned.readRange(path, 0, 512).toString("latin1");
  return /^This is \S.*, produced by makeinfo/.test(start) && !path.match(/-[0-9]+$/);
}
