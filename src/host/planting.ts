import fs from "node:fs";
import { failureOf, type HostPath } from "./files.ts";

/**
 * A folder into which a tree is written. Paths are relative, with `/`; names are bytes, one a character (latin1).
 * Nothing that is there is written over or followed: a file needs a free name, a folder may be there already, but not
 * as a link. Synchronous, as `scan`: with many small files that is several times faster.
 */
export type Planting = {
  readonly makeFolder: (path: string, mode: number) => void;
  readonly openFile: (path: string, mode: number) => PlantedFile;
  readonly makeLink: (path: string, target: string) => void;
  /** Another name of the file at `first`. */
  readonly makeHardLink: (path: string, first: string) => void;
  /** Seconds. Of a folder it is set last: whatever is put into it changes it. */
  readonly setTime: (path: string, modified: number) => void;
};

/** To be closed. */
export type PlantedFile = { readonly write: (chunk: Uint8Array) => void; readonly close: () => void };

/** Throws `WorldFailure` when the machine refuses. */
export function plantIn(folder: HostPath): Planting {
  const bytes = (path: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(path, "latin1")]);
  const told = <T>(path: string, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw failureOf(error, `${folder}/${path}`);
    }
  };
  return {
    makeFolder: (path, mode) =>
      told(path, () => {
        const there = fs.lstatSync(bytes(path), { throwIfNoEntry: false });
        if (!there?.isDirectory()) fs.mkdirSync(bytes(path));
        fs.chmodSync(bytes(path), mode);
      }),
    openFile: (path, mode) => {
      // `x` is O_EXCL, which follows no link either.
      const handle = told(path, () => fs.openSync(bytes(path), "wx", 0o600));
      return {
        write: (chunk) =>
          told(path, () => {
            for (let at = 0; at < chunk.length; ) at += fs.writeSync(handle, chunk, at);
          }),
        close: () =>
          told(path, () => {
            try {
              fs.fchmodSync(handle, mode);
            } finally {
              fs.closeSync(handle);
            }
          }),
      };
    },
    makeLink: (path, target) => told(path, () => fs.symlinkSync(Buffer.from(target, "latin1"), bytes(path))),
    makeHardLink: (path, first) => told(path, () => fs.linkSync(bytes(first), bytes(path))),
    setTime: (path, modified) => told(path, () => fs.utimesSync(bytes(path), modified, modified)),
  };
}
