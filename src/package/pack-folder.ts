import type { Host, HostPath, ScannedEntry } from "../host/host.ts";
import type { Compression } from "../port/port.ts";
import { type Diagnostic, ok, type Result } from "../report.ts";
import { type ArchiveMember, writeArchive } from "./archive.ts";
import { staysInside } from "./foreign.ts";
import { shownName } from "./shown.ts";
import { byArchiveOrder } from "./tar.ts";

export type FolderPacking = {
  readonly folder: HostPath;
  /** What the folder is called in the archive, with `/` between several. */
  readonly top: string;
  readonly file: HostPath;
  readonly compression: Compression;
};

/** Of every member: the same files make the same bytes, whenever they were written (1980-01-01, which zip can hold too). */
const MODIFIED = 315_532_800;

/** What editors and version control leave behind. */
const LEFTOVER = /(?:^|\/)(?:\.git|\.svn|CVS)(?:\/|$)|~$/;

/** Packs a folder of plain files, such as a recipe's, in one go. */
export async function packFolder(
  { folder, top, file, compression }: FolderPacking,
  host: Host,
  signal: AbortSignal,
): Promise<Result<undefined>> {
  const scanned = host.scan(folder);
  if (!scanned) throw new Error(`${folder} is not a folder`);
  const entries = scanned.entries.filter(({ path }) => !LEFTOVER.test(path));
  const troubles = entries.flatMap((entry) => troubleOf(entry));
  if (troubles.length > 0) return { ok: false, error: troubles };
  const name = Buffer.from(top).toString("latin1");
  const parts = name.split("/");
  const tops = parts.map((_, at) => folderMember(parts.slice(0, at + 1).join("/")));
  const members = entries.map((entry) => memberOf(entry, `${name}/${entry.path}`, scanned.read));
  const sorted = [...tops, ...members].sort((a, b) => byArchiveOrder(a.entry, b.entry));
  const request = { members: sorted, sourceDateEpoch: MODIFIED, compression, file };
  const written = await writeArchive(request, host, signal);
  return written.ok ? ok(undefined) : written;
}

function folderMember(path: string): ArchiveMember {
  const entry = { kind: "folder", path: `${path}/`, mode: 0o755, modified: MODIFIED } as const;
  return { entry, content: () => [] };
}

function memberOf(
  { path: inner, status, target }: ScannedEntry,
  path: string,
  read: (path: string) => Iterable<Buffer>,
): ArchiveMember {
  if (status.kind === "folder") return folderMember(path);
  if (status.kind === "link") {
    return {
      entry: { kind: "link", path, mode: 0o777, modified: MODIFIED, target },
      content: () => [],
    };
  }
  const mode = status.mode & 0o100 ? 0o755 : 0o644;
  const entry = { kind: "file", path, mode, modified: MODIFIED, sizeBytes: status.sizeBytes } as const;
  return { entry, content: () => read(inner) };
}

function troubleOf({ path, status, target }: ScannedEntry): readonly Diagnostic[] {
  if (status.kind !== "other" && (status.kind !== "link" || staysInside(path, target))) return [];
  const what =
    status.kind === "link" ? `is a link to \`${shownName(target)}\`, out of its folder` : "is no file";
  return [
    {
      severity: "error",
      code: "package/not-packable",
      blame: "recipe",
      message: `\`${shownName(path)}\` ${what}`,
      help: "put the file itself in its place",
    },
  ];
}
