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

/** Throws `WorldFailure` when the machine refuses to read what is there. */
export function openTree(folder: HostPath): FolderTree {
  const root = absentAs(undefined, folder, () => fs.realpathSync(folder)) ?? folder;
  const inside = (relative: string): string | undefined => {
    const real = absentAs(undefined, relative, () => fs.realpathSync(path.join(root, relative)));
    return real === root || real?.startsWith(root === "/" ? "/" : `${root}/`) ? real : undefined;
  };
  const isLink = (relative: string): boolean =>
    fs.lstatSync(path.join(root, relative), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const kindOf = (real: string | undefined): "file" | "folder" | "nothing" => {
    const status = real === undefined ? undefined : fs.statSync(real, { throwIfNoEntry: false });
    // A socket or a named pipe is nothing to read: opening it could hang.
    return status?.isFile() ? "file" : status?.isDirectory() ? "folder" : "nothing";
  };
  return {
    read: (relative) => {
      const real = inside(relative);
      return real !== undefined && kindOf(real) === "file"
        ? absentAs(undefined, real, () => readStart(real))
        : undefined;
    },
    exists: (relative) => {
      const kind = kindOf(inside(relative));
      return kind === "folder" && relative !== "" && isLink(relative) ? "link" : kind;
    },
    list: (relative) => {
      const real = inside(relative);
      return real !== undefined && kindOf(real) === "folder"
        ? absentAs([], real, () => fs.readdirSync(real).sort())
        : [];
    },
  };
}

function readStart(file: string): string {
  const handle = fs.openSync(file, "r");
  try {
    const buffer = Buffer.alloc(Math.min(fs.fstatSync(handle).size, READ_LIMIT));
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
