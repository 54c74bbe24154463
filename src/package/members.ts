// What becomes of a file on its way from the fake root into an archive.

import type { ScannedEntry } from "../host/host.ts";
import type { Job } from "../port/port.ts";
import type { ArchiveMember } from "./archive.ts";
import type { Installed } from "./fake-root.ts";
import { type Draft, metadataFolder, metadataOf } from "./metadata.ts";
import { type ArchiveEntry, byArchiveOrder } from "./tar.ts";

/** The top folder of an archive: what stands in for the prefix in it. Bytes, as in an entry. */
export function topFolder({ layout, prefix }: Pick<Job, "layout" | "prefix">): string {
  const top = layout === "programs" ? prefix.slice(1) : prefix.slice(prefix.lastIndexOf("/") + 1);
  return Buffer.from(top).toString("latin1");
}

type Source = { readonly installed: Installed; readonly sourceDateEpoch: number };

/** Everything that goes into a package, in the order of the archive. */
export function membersOf(draft: Draft, source: Source): readonly ArchiveMember[] {
  const top = topFolder(draft.job);
  const folder = metadataFolder(draft.job, draft.subpackage);
  const metadata = [...metadataOf(draft)].map(
    ([name, content]): ArchiveMember => ({
      entry: {
        kind: "file",
        path: `${top}/${folder}/${name}`,
        mode: 0o644,
        modified: source.sourceDateEpoch,
        sizeBytes: content.length,
      },
      content: () => [content],
    }),
  );
  const installedFolders = new Set(draft.entries.map(({ path }) => path));
  const parts = folder.split("/");
  const metadataFolders = parts
    .map((_, index) => parts.slice(0, index + 1).join("/"))
    .filter((path) => !installedFolders.has(path));
  const folders = ["", ...metadataFolders].map(
    (path): ArchiveMember => ({
      entry: {
        kind: "folder",
        path: path === "" ? `${top}/` : `${top}/${path}/`,
        mode: 0o755,
        modified: source.sourceDateEpoch,
      },
      content: () => [],
    }),
  );
  return [...folders, ...metadata, ...payload(draft, top, source)].sort((a, b) =>
    byArchiveOrder(a.entry, b.entry),
  );
}

function payload({ entries }: Draft, top: string, { installed, sourceDateEpoch }: Source): ArchiveMember[] {
  const firstOf = new Map<string, string>();
  return entries.map((entry) => {
    const path = `${top}/${entry.path}`;
    const archived = archiveEntry(entry, {
      path,
      first: firstOf.get(entry.status.identity),
      sourceDateEpoch,
    });
    if (archived.kind === "file") firstOf.set(entry.status.identity, path);
    return { entry: archived, content: () => installed.read(entry.path) };
  });
}

type Archived = {
  readonly path: string;
  /** Another name of the same file, if the package has one already. */
  readonly first: string | undefined;
  readonly sourceDateEpoch: number;
};

function archiveEntry(
  { status, target }: ScannedEntry,
  { path, first, sourceDateEpoch }: Archived,
): ArchiveEntry {
  const modified = Math.max(0, Math.min(Math.floor(status.modifiedMs / 1000), sourceDateEpoch));
  // Whoever installs it may read it, and only its owner may write it, whatever the umask of the build was.
  const mode = (status.mode & 0o755) | 0o600;
  switch (status.kind) {
    case "folder":
      // A folder's own time tells when something was last put into it: nothing of upstream's.
      return { kind: "folder", path: `${path}/`, mode: mode | 0o700, modified: sourceDateEpoch };
    case "link":
      return { kind: "link", path, mode: 0o777, modified, target };
    case "file":
      return first === undefined
        ? { kind: "file", path, mode, modified, sizeBytes: status.sizeBytes }
        : { kind: "hard-link", path, mode, modified, target: first };
    case "other":
      throw new Error(`${path} is neither file, folder nor link`);
  }
}
