import type { Exit, HostPath } from "../host/host.ts";
import type { Job, Patch, Phase } from "../port/port.ts";
import type { Diagnostic, Span } from "../report.ts";

/** What every end of a job knows. */
type Scene = {
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
      readonly enter?: string;
    }
  | (Scene & {
      readonly kind: "phase-failed";
      readonly phase: Phase;
      /** In a form that can be pasted. */
      readonly command: string;
      readonly exit: Exit;
      /** The recipe's own script that failed, else the style. */
      readonly span: Span;
    })
  | (Scene & { readonly kind: "patch-failed"; readonly patch: Patch; readonly output: string })
  | (Scene & {
      readonly kind: "archive-wrong";
      readonly file: string;
      readonly span: Span;
      readonly troubles: readonly ArchiveTrouble[];
    })
  | (Scene & { readonly kind: "timed-out"; readonly phase: Phase; readonly limitMs: number })
  | (Scene & { readonly kind: "engine-died"; readonly phase: Phase; readonly why: string })
  | { readonly kind: "engine-refused"; readonly job: Job; readonly why: string; readonly help: string }
  | { readonly kind: "aborted"; readonly job: Job };

/** What is wrong with an archive, or with one member of it. */
export type ArchiveTrouble =
  | { readonly kind: "leaves"; readonly member: string }
  | { readonly kind: "link-leaves"; readonly member: string; readonly target: string }
  | { readonly kind: "special"; readonly member: string; readonly type: string }
  | { readonly kind: "unreadable"; readonly why: string };

/** The facts in prose; empty for `built` and `aborted`. */
export function explainOutcome(_outcome: JobOutcome): readonly Diagnostic[] {
  throw new Error("to come");
}
