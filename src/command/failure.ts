import { WorldFailure } from "../host/host.ts";
import type { Diagnostic } from "../report.ts";

/** What the user should be told of an exception that is not our bug; undefined when it is one. */
export function failureDiagnostic(error: unknown, signal: AbortSignal): Diagnostic | undefined {
  if (error instanceof WorldFailure) return worldDiagnostic(error);
  if (!isCancelled(error, signal)) return undefined;
  return {
    severity: "error",
    code: "run/cancelled",
    blame: "world",
    message: "cancelled; nothing was left half-done",
  };
}

/** Whether it was thrown because the user wanted an end. */
export function isCancelled(error: unknown, signal: AbortSignal): boolean {
  // Streams and requests wrap the reason in an AbortError of their own.
  const isAbort = error === signal.reason || (error instanceof Error && error.name === "AbortError");
  return signal.aborted && isAbort;
}

/** The errno values that a user can mend, and how; `what` is undefined where the failure says it itself. */
const MENDS: Readonly<Record<string, readonly [what: string | undefined, help: string]>> = {
  ENOSPC: [
    "no space is left on the device",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)",
  ],
  EDQUOT: [
    "the disk quota is used up",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)",
  ],
  ENOENT: ["it is not there, and can't be made", "choose another place"],
  ENAMETOOLONG: ["the name is longer than the file system takes", "choose a shorter one"],
  EACCES: ["permission denied", "change the permissions, or choose another place"],
  EPERM: ["operation not permitted", "change the owner or the permissions, or choose another place"],
  EROFS: ["the file system is read-only", "choose a place that can be written"],
  EISDIR: ["a folder stands where a file is expected", "name a file"],
  ENOTDIR: ["a file stands where a folder is expected", "name a folder, or remove the file"],
  EEXIST: ["something else is there already", "remove it, or choose another place"],
  EMFILE: ["too many open files", "raise the limit: `ulimit -n 4096`"],
  TOO_LARGE: [undefined, "name another file"],
  EIO: ["the disk reports an error", "check the disk"],
};

function worldDiagnostic({ code, path, message }: WorldFailure): Diagnostic {
  const [what = message, help] = MENDS[code] ?? [];
  return {
    severity: "error",
    code: "host/file",
    blame: "world",
    message: `\`${path}\`: ${what}`,
    ...(help ? { help } : {}),
  };
}
