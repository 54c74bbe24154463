// The one door to the machine: files, subprocesses, downloads, time, environment.

export { newCancel } from "./cancel.ts";
export { type DownloadSetting, type DownloadTrouble, download, Meter, type Received } from "./download.ts";
export {
  type FileStatus,
  type Files,
  type HostPath,
  hostPath,
  joinPath,
  shownPath,
  WorldFailure,
} from "./files.ts";
export { type GitHub, openGitHub, type Repository, type Upload } from "./github.ts";
export type { GitHubAsset, GitHubRelease } from "./github-answers.ts";
export type { ApiAnswer, ApiTrouble } from "./github-requests.ts";
export { openHost } from "./open.ts";
export type { Planting } from "./planting.ts";
export type { Requests } from "./requests.ts";
export type { ScannedEntry, ScannedFolder } from "./scan.ts";
export { withScratch } from "./scratch.ts";
export { runnerStore, type Store } from "./store.ts";
export {
  type Command,
  commandLine,
  type Exit,
  type Query,
  type Running,
  type Sink,
  type Subprocesses,
} from "./subprocesses.ts";
export { runnerTools, type Tools } from "./tools.ts";
export { type FolderTree, openTree } from "./tree.ts";

import type { Files, HostPath } from "./files.ts";
import type { GitHub, GitHubAccess } from "./github.ts";
import type { Planting } from "./planting.ts";
import type { Requests } from "./requests.ts";
import type { ScannedFolder } from "./scan.ts";
import type { Store } from "./store.ts";
import type { Subprocesses } from "./subprocesses.ts";
import type { Workers } from "./workers.ts";

/** What the program may know of and do to the machine. Handed down from the entries; tests use the real one. */
export type Host = Files &
  Subprocesses &
  Requests & {
    /** Milliseconds since some fixed point; for durations and progress only, never for anything that is packed. */
    readonly now: () => number;
    /** Ends after `durationMs`, or throws at once when aborted. */
    readonly wait: (durationMs: number, signal: AbortSignal) => Promise<void>;
    /** A repository on GitHub. */
    readonly github: (access: GitHubAccess) => GitHub;
    /** The whole content of a folder, names as bytes; undefined when there is no such folder. */
    readonly scan: (folder: HostPath) => ScannedFolder | undefined;
    /** To write a tree into a folder that is there. */
    readonly plant: (folder: HostPath) => Planting;
    /** Chance, for new keys only. */
    readonly randomBytes: (count: number) => Buffer;
    /** Aborts itself after `durationMs`; keeps no program from ending. */
    readonly deadline: (durationMs: number) => AbortSignal;
    /** Names this process for good, for what it leaves on disk; and whether a process so named still runs. */
    readonly processMark: () => Promise<string>;
    readonly isRunning: (mark: string) => Promise<boolean>;
    /** An environment variable, undefined when unset or empty. */
    readonly environment: (name: string) => string | undefined;
    /** `uname -m`'s word: `x86_64`, `aarch64`, … */
    readonly arch: string;
    readonly processors: number;
    readonly workers: Workers;
    /** Where to look before a large thing is fetched or made again. */
    readonly store: Store;
    readonly user: { readonly uid: number; readonly gid: number };
    readonly folders: {
      readonly working: HostPath;
      readonly home: HostPath;
      /** Where short-lived files go (`TMPDIR`, `RUNNER_TEMP`). */
      readonly temporary: HostPath;
      /** `$XDG_CACHE_HOME/tarwright`: distfiles, bases, layers. Safe to delete at any time. */
      readonly cache: HostPath;
      /** `$XDG_CONFIG_HOME/tarwright`: keys. */
      readonly config: HostPath;
    };
  };
