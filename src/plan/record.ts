// What one job leaves beside its packages, as JSON: small, and all that is told of the job later.

import type { JobId } from "../port/port.ts";
import { type Diagnostic, type DiagnosticJson, diagnosticJson, type Result, unreachable } from "../report.ts";
import {
  count,
  FILE_NAME,
  type Fields,
  fieldsOf,
  ids,
  jobIdOf,
  listOf,
  readJson,
  SHA256,
  text,
  WrongShape,
  word,
} from "./fields.ts";

/** In the job's own folder, beside its packages and their index. */
export const RECORD_NAME = "result.json";

/** Beside the record, with an index of its own. */
export const COMPARED_NAME = "compared";

export type JobRecord = {
  readonly version: 1;
  readonly job: JobId;
  /** Of the job as it was planned. */
  readonly fingerprint: string;
  /** Why the plan had it run. */
  readonly reason: string;
  /** A command that does the same on another machine. */
  readonly repeat: string;
  readonly end: JobOutcome;
};

export type JobOutcome =
  | {
      readonly kind: "built";
      readonly durationMs: number;
      /** All that lies beside the record and is meant for others; digests in hex. */
      readonly files: readonly RecordedFile[];
      /** In the folder `compared` beside it: packages that another job hands on. */
      readonly compared: readonly RecordedFile[];
    }
  | {
      readonly kind: "failed";
      readonly durationMs: number;
      readonly phase: string;
      /** What was printed last, as it came. */
      readonly lastLines: string;
      readonly diagnostics: readonly DiagnosticJson[];
    }
  /** Jobs that it needs have left no packages. */
  | { readonly kind: "skipped"; readonly because: readonly JobId[] };

export type RecordedFile = { readonly file: string; readonly sha256: string; readonly sizeBytes: number };

export function formatRecord(record: JobRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

/** The errors of a job, as a record keeps them. */
export function recordedErrors(diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .slice(0, MOST_ERRORS)
    .map(diagnosticJson);
}

/** More than anybody reads; the log has all. */
const MOST_ERRORS = 20;

/** A record as text, from whichever machine it came; `name` is the file's, for the message. */
export function readRecord(text: string, name: string): Result<JobRecord> {
  return readJson(text, decode, (why) => unreadable(name, why));
}

function unreadable(name: string, why: string): Diagnostic {
  return {
    severity: "error",
    code: "plan/unreadable-record",
    blame: "world",
    message: `\`${name}\` is not what a job leaves: ${why}`,
    help: "run the job that left it again",
  };
}

function decode(value: unknown): JobRecord {
  const top = fieldsOf(value, "it");
  if (top["version"] !== 1) throw new WrongShape("its `version` is not 1");
  return {
    version: 1,
    job: jobIdOf(top["job"]),
    fingerprint: text(top, "fingerprint", SHA256),
    reason: text(top, "reason"),
    repeat: text(top, "repeat"),
    end: decodeOutcome(fieldsOf(top["end"], "end")),
  };
}

function decodeOutcome(end: Fields): JobOutcome {
  const kind = word(end, "kind", ["built", "failed", "skipped"]);
  switch (kind) {
    case "built":
      return {
        kind,
        durationMs: count(end, "durationMs"),
        files: listOf(end, "files", decodeFile),
        compared: listOf(end, "compared", decodeFile),
      };
    case "failed":
      return {
        kind,
        durationMs: count(end, "durationMs"),
        phase: text(end, "phase"),
        lastLines: text(end, "lastLines"),
        diagnostics: listOf(end, "diagnostics", decodeDiagnostic),
      };
    case "skipped":
      return { kind, because: ids(end, "because") };
    default:
      return unreachable(kind);
  }
}

function decodeFile(file: Fields): RecordedFile {
  return {
    file: text(file, "file", FILE_NAME),
    sha256: text(file, "sha256", SHA256),
    sizeBytes: count(file, "sizeBytes"),
  };
}

/** What a summary shows; the rest stays in the log. */
function decodeDiagnostic(one: Fields): DiagnosticJson {
  const place =
    one["file"] === undefined
      ? {}
      : { file: text(one, "file"), line: count(one, "line"), column: count(one, "column") };
  return {
    severity: word(one, "severity", ["error", "warning", "note"]),
    code: text(one, "code"),
    message: text(one, "message"),
    ...place,
    ...(one["help"] === undefined ? {} : { help: text(one, "help") }),
  };
}
