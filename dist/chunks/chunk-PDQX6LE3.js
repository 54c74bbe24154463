import { createRequire as tarwrightRequire } from "node:module"; const require = tarwrightRequire(import.meta.url);
import {
  WorldFailure
} from "./chunk-IMGLSV2N.js";

// src/command/failure.ts
function failureDiagnostic(error, signal) {
  if (error instanceof WorldFailure) return worldDiagnostic(error);
  if (!isCancelled(error, signal)) return void 0;
  return {
    severity: "error",
    code: "run/cancelled",
    blame: "world",
    message: "cancelled; nothing was left half-done"
  };
}
function isCancelled(error, signal) {
  const isAbort = error === signal.reason || error instanceof Error && error.name === "AbortError";
  return signal.aborted && isAbort;
}
var MENDS = {
  ENOSPC: [
    "no space is left on the device",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)"
  ],
  EDQUOT: [
    "the disk quota is used up",
    "free some space, or choose another disk (`XDG_CACHE_HOME`, `TMPDIR`, `--out`)"
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
  TOO_LARGE: [void 0, "name another file"],
  EIO: ["the disk reports an error", "check the disk"]
};
function worldDiagnostic({ code, path, message }) {
  const [what = message, help] = MENDS[code] ?? [];
  return {
    severity: "error",
    code: "host/file",
    blame: "world",
    message: `\`${path}\`: ${what}`,
    ...help ? { help } : {}
  };
}

export {
  failureDiagnostic,
  isCancelled
};
