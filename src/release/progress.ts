import type { Report } from "../report.ts";
import type { WantedFile } from "./files.ts";

/** Of one upload. */
export type Tracked = {
  readonly sent: (bytes: number) => void;
  readonly done: () => void;
  /** Its bytes don't count: they will be sent again. */
  readonly failed: () => void;
};

export type UploadProgress = { readonly begin: (file: Pick<WantedFile, "sizeBytes">) => Tracked };

/** Reports bytes and counts of what is uploaded to `what`; `files` are those that may be. */
export function uploadProgress(what: string, files: readonly WantedFile[], report: Report): UploadProgress {
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let bytes = 0;
  let count = 0;
  const tell = () =>
    report({
      kind: "progress",
      what: `uploading to ${what}`,
      // Sent twice, it still counts once.
      done: Math.min(bytes, total),
      total,
      unit: "bytes",
      files: { done: count, total: files.length },
    });
  return {
    begin: () => {
      let own = 0;
      return {
        sent: (more) => {
          own += more;
          bytes += more;
          tell();
        },
        done: () => {
          count += 1;
          tell();
        },
        failed: () => {
          bytes -= own;
          own = 0;
        },
      };
    },
  };
}
