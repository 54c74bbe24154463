import type { Exit, HostPath } from "../host/host.ts";
import type { Job, Patch, Phase } from "../port/port.ts";
import type { Span } from "../report.ts";
import type { ArchiveTrouble } from "./archive.ts";
import type { Varied } from "./guise.ts";

/** Why a job did not leave a fake root. */
export type JobTrouble =
  | {
      readonly kind: "phase-failed";
      readonly phase: Phase;
      /** In a form that can be pasted. */
      readonly command: string;
      readonly exit: Exit;
      /** The recipe's own script that failed, else the style. */
      readonly span: Span;
    }
  | { readonly kind: "patch-failed"; readonly patch: Patch; readonly command: string }
  | {
      readonly kind: "archive-wrong";
      readonly file: string;
      readonly span: Span;
      readonly troubles: readonly ArchiveTrouble[];
    }
  /** Below the folder of all sources; `found` is what lies there instead. */
  | {
      readonly kind: "no-folder";
      readonly phase: Phase;
      readonly folder: string;
      readonly found: readonly string[];
      readonly span: Span;
    }
  /** Files did not get into the buildbox or out of it. */
  | { readonly kind: "copy-failed"; readonly phase: Phase; readonly command: string; readonly exit: Exit }
  | { readonly kind: "engine-died"; readonly phase: Phase; readonly why: string }
  | { readonly kind: "aborted"; readonly phase: Phase };

/** What every end of a job knows. */
export type Scene = {
  readonly job: Job;
  /** The whole log. */
  readonly log: HostPath;
  /** The log's last lines. */
  readonly tail: string;
  /** The command that enters the buildbox, when it was kept. */
  readonly enter?: string;
};

export type JobOutcome =
  | {
      readonly kind: "built";
      readonly job: Job;
      /** Copied out of the buildbox; the prefix lies below it. Belongs to the caller. */
      readonly fakeRoot: HostPath;
      /** Seconds: the newest file of the archives. */
      readonly sourceDateEpoch: number;
      readonly durationMs: number;
      /** What was not as it is in other builds. */
      readonly varied: readonly Varied[];
      readonly enter?: string;
    }
  | (Scene & Exclude<JobTrouble, { readonly kind: "aborted" }>)
  | (Scene & { readonly kind: "timed-out"; readonly phase: Phase; readonly limitMs: number })
  | { readonly kind: "engine-refused"; readonly job: Job; readonly why: string; readonly help: string }
  | { readonly kind: "aborted"; readonly job: Job };
