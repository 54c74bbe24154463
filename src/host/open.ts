import { randomBytes } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { failureOf, type HostPath, hostPath, openFiles } from "./files.ts";
import { openGitHub } from "./github.ts";
import type { Host } from "./host.ts";
import { isRunning, processMark } from "./owner.ts";
import { plantIn } from "./planting.ts";
import { requests } from "./requests.ts";
import { scanFolder } from "./scan.ts";
import { noStore, type Store } from "./store.ts";
import { subprocesses } from "./subprocesses.ts";
import { openWorkers } from "./workers.ts";

/** GitHub reads an upload to its end before it answers, and the end of 2 GiB takes a while. */
const SILENT_MS = 120_000;

/** The real machine. Called once, by an entry; `workerProgram` is what its worker threads run, if it has any. */
export function openHost(store: Store = noStore, workerProgram?: URL): Host {
  const environment = (name: string) => process.env[name] || undefined;
  // "All paths set in these environment variables must be absolute" (XDG Base Directory Specification): others are ignored.
  const place = (name: string) => {
    const value = environment(name);
    return value !== undefined && path.isAbsolute(value) ? value : undefined;
  };
  const home = hostPath(place("HOME") ?? homeOfUser());
  const folder = (name: string, otherwise: string): HostPath =>
    hostPath(path.join(place(name) ?? path.join(home, otherwise), "tarwright"));
  const temporary = hostPath(place("RUNNER_TEMP") ?? place("TMPDIR") ?? "/tmp");
  const files = openFiles(temporary);
  const clock = {
    now: () => performance.now(),
    wait: (durationMs: number, signal: AbortSignal) => delay(durationMs, undefined, { signal }),
  };
  return {
    ...files,
    ...subprocesses,
    ...requests,
    ...clock,
    github: (access) => openGitHub({ ...clock, ...files, environment, silentMs: SILENT_MS }, access),
    scan: scanFolder,
    plant: plantIn,
    randomBytes,
    deadline: (durationMs) => AbortSignal.timeout(durationMs),
    processMark,
    isRunning,
    environment,
    store,
    arch: os.machine(),
    processors: os.availableParallelism(),
    workers: openWorkers(workerProgram, os.availableParallelism()),
    user: { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 },
    folders: {
      working: workingFolder(),
      home,
      temporary,
      cache: folder("XDG_CACHE_HOME", ".cache"),
      config: folder("XDG_CONFIG_HOME", ".config"),
    },
  };
}

/** `/`, as programs started by init have it, for a number that is no account: a container may run as any. */
function homeOfUser(): string {
  try {
    return os.userInfo().homedir;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SYSTEM_ERROR") throw error;
    return "/";
  }
}

/** Throws `WorldFailure`: somebody may have removed it. */
function workingFolder(): HostPath {
  try {
    return hostPath(process.cwd());
  } catch (error) {
    throw failureOf(error, ".");
  }
}
