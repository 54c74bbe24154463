import fs from "node:fs";
import path from "node:path";
import { failureOf, type HostPath } from "./files.ts";

/** A folder seen synchronously. Paths are relative, with `/`; what a link leads to outside the folder is not there. */
export type FolderTree = {
  /** UTF-8, cut off after 4 MiB; undefined when there is no such file. */
  readonly read: (path: string) => string | undefined;
  /** `link`: a link to a folder, which a walk had better not follow. Links to files are files. */
  readonly exists: (path: string) => "file" | "folder" | "link" | "nothing";
  /** Names by code unit; empty when there is no such folder. */
  readonly list: (path: string) => readonly string[];
};

/** No recipe is larger; a reader can see from the length that something was cut. */
const READ_LIMIT = 4 * 1024 * 1024;

/** Longer paths name nothing on any system. */
const PATH_LIMIT = 4096;

/**
 * Throws `WorldFailure` when the machine refuses to read what is there. Real folders are remembered, so a tree is
 * opened for a look, not for long.
 */
export function openTree(folder: HostPath): FolderTree {
  const root = absentAs(undefined, folder, () => fs.realpathSync.native(folder)) ?? folder;
  const realFolders = new Map<string, string | undefined>([["", root]]);
  const realFolder = (relative: string): string | undefined => {
    if (!realFolders.has(relative)) realFolders.set(relative, find(relative)?.real);
    return realFolders.get(relative);
  };
  const find = (relative: string): Found | undefined => {
    if (relative.length > PATH_LIMIT) return undefined;
    // Anything but names between single slashes is left to the machine.
    if (relative !== "" && (relative.endsWith("/") || /(?:^|\/)\.{0,2}(?:\/|$)/.test(relative))) {
      return followed(path.join(root, relative), root);
    }
    const cut = relative.lastIndexOf("/");
    const parent = relative === "" ? path.dirname(root) : realFolder(relative.slice(0, Math.max(0, cut)));
    if (parent === undefined) return undefined;
    const named = relative === "" ? root : `${parent === "/" ? "" : parent}/${relative.slice(cut + 1)}`;
    const status = absentAs(undefined, relative, () => fs.lstatSync(named, { throwIfNoEntry: false }));
    return status?.isSymbolicLink()
      ? followed(named, root)
      : status && { real: named, kind: kindOf(status), size: status.size, way: "direct" };
  };
  return {
    read: (relative) => {
      const found = find(relative);
      return found?.kind === "file" ? absentAs(undefined, found.real, () => readStart(found)) : undefined;
    },
    exists: (relative) => {
      const found = find(relative);
      return found?.kind === "folder" && found.way === "link" && relative !== ""
        ? "link"
        : (found?.kind ?? "nothing");
    },
    list: (relative) => {
      const real = realFolder(relative);
      return real === undefined ? [] : absentAs([], real, () => fs.readdirSync(real).sort());
    },
  };
}

type Found = {
  readonly real: string;
  readonly kind: ReturnType<FolderTree["exists"]>;
  /** In bytes. */
  readonly size: number;
  /** Whether the path itself is a link. */
  readonly way: "direct" | "link";
};

/** A socket or a named pipe is nothing to read: opening it could hang. */
function kindOf(status: fs.Stats): "file" | "folder" | "nothing" {
  return status.isFile() ? "file" : status.isDirectory() ? "folder" : "nothing";
}

/** What a link leads to, when that is in the folder. */
function followed(named: string, root: string): Found | undefined {
  const real = absentAs(undefined, named, () => fs.realpathSync.native(named));
  if (real !== root && !real?.startsWith(root === "/" ? "/" : `${root}/`)) return undefined;
  const status = fs.statSync(real, { throwIfNoEntry: false });
  const isLink = fs.lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return status && { real, kind: kindOf(status), size: status.size, way: isLink ? "link" : "direct" };
}

function readStart({ real, size }: Found): string {
  if (size <= READ_LIMIT) return fs.readFileSync(real, "utf8");
  const handle = fs.openSync(real, "r");
  try {
    const buffer = Buffer.alloc(READ_LIMIT);
    const filled = fs.readSync(handle, buffer, 0, buffer.length, 0);
    return buffer.toString("utf8", 0, filled);
  } finally {
    fs.closeSync(handle);
  }
}

function absentAs<T>(absent: T, where: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    // ELOOP and ENAMETOOLONG: such a path can't name anything.
    const missing = ["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"];
    if (missing.includes(String((error as NodeJS.ErrnoException).code))) return absent;
    throw failureOf(error, where);
  }
}
