import type { Exit } from "../host/host.ts";
import type { Phase } from "../port/port.ts";
import { type Diagnostic, type Span, unreachable } from "../report.ts";
import type { ArchiveTrouble } from "./archive.ts";
import { hintFor, tellsDiskFull } from "./hints.ts";
import type { JobOutcome, Scene } from "./outcome.ts";
import type { TestOutcome } from "./package-test.ts";

type Verdict = Pick<Diagnostic, "code" | "blame" | "message"> & {
  readonly span?: Span;
  readonly help?: string;
};

/** The facts in prose; empty for `built` and `aborted`. */
export function explainOutcome(outcome: JobOutcome): readonly Diagnostic[] {
  switch (outcome.kind) {
    case "built":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    default:
      return [{ severity: "error", ...withScene(verdictOf(outcome), outcome) }];
  }
}

type Failed = Exclude<JobOutcome, { readonly kind: "built" | "aborted" | "engine-refused" }>;

function verdictOf(outcome: Failed): Verdict {
  const { job, tail } = outcome;
  switch (outcome.kind) {
    case "phase-failed": {
      const { phase, command, exit, span } = outcome;
      const printed = lastOf(command, tail);
      const help = hintFor(printed, exit, job);
      const full = tellsDiskFull(printed);
      return {
        code: full ? "build/disk-full" : "build/phase-failed",
        blame: full ? "world" : "recipe",
        message: `the ${phase} phase failed: the command ${endOf(exit)}\n  ${command}${indented(printed)}`,
        span,
        ...(help ? { help } : {}),
      };
    }
    case "patch-failed": {
      const { patch, command } = outcome;
      return {
        code: "build/patch-failed",
        blame: "recipe",
        message: `\`${patch.path}\` does not apply\n  ${command}${indented(lastOf(command, tail))}`,
        span: patch.span,
        help: "make the patch anew against this version, or mend its `-p` level",
      };
    }
    case "archive-wrong": {
      const { file, span, troubles } = outcome;
      const lines = troubles.map((trouble) => `\n  ${sentenceOf(trouble)}`).join("");
      const isUnreadable = troubles.some(({ kind }) => kind === "unreadable");
      return {
        code: isUnreadable ? "build/archive-unreadable" : "build/archive-unsafe",
        blame: "recipe",
        message: `\`${file}\` ${isUnreadable ? "can't be unpacked" : "holds what no archive of sources should"}${lines}`,
        span,
        help: "make sure that this is the file upstream meant to publish; nothing of it was used",
      };
    }
    case "no-folder":
      return missingFolder(outcome);
    case "copy-failed": {
      const { phase, command, exit } = outcome;
      const way = phase === "fake" ? "out of" : "into";
      const printed = lastOf(command, tail);
      const help = tellsDiskFull(printed)
        ? "the disk is full: free some space, then run it again"
        : undefined;
      return {
        code: "build/copy-failed",
        blame: "world",
        message: `files could not be copied ${way} the buildbox: the copy ${endOf(exit)}\n  ${command}${indented(printed)}`,
        help: help ?? "look at what the copy said, and for files that can't be read",
      };
    }
    case "timed-out":
      return {
        code: "build/timed-out",
        blame: "recipe",
        message: `the ${outcome.phase} phase was stopped: the job took longer than ${outcome.limitMs / 1000} seconds${indented(tail)}`,
        span: job.port.span,
        help: RAISE_LIMIT,
      };
    case "engine-died":
      return diedIn(outcome.phase, outcome.why);
    default:
      return unreachable(outcome);
  }
}

function missingFolder({ folder, found, span }: Failed & { readonly kind: "no-folder" }): Verdict {
  const names = found.map((name) => `\`${name}\``).join(", ");
  return {
    code: "build/no-folder",
    blame: "recipe",
    message: `there is no folder \`${folder}\` in what was unpacked: ${names || "nothing was"}`,
    span,
    help: "name the folder that the sources lie in",
  };
}

/** The facts in prose; empty for `passed` and `aborted`. */
export function explainTest(outcome: TestOutcome): readonly Diagnostic[] {
  switch (outcome.kind) {
    case "passed":
    case "aborted":
      return [];
    case "engine-refused":
      return [noBuildbox(outcome)];
    case "engine-died":
      return [{ severity: "error", ...diedIn("test", outcome.why) }];
    case "timed-out": {
      const message = `the test phase was stopped: it took longer than ${outcome.limitMs / 1000} seconds${indented(outcome.tail)}`;
      const verdict = {
        code: "build/timed-out",
        blame: "recipe",
        message,
        span: outcome.script.span,
      } as const;
      return [{ severity: "error", ...withScene({ ...verdict, help: RAISE_LIMIT }, outcome) }];
    }
    case "command-failed": {
      const { job, command, exit, tail, script } = outcome;
      const printed = lastOf(command, tail);
      const help = hintFor(printed, exit, job);
      const message = `the test phase failed: the script ${endOf(exit)}${indented(printed)}`;
      const verdict = { code: "build/test-failed", blame: "recipe", message, span: script.span } as const;
      return [{ severity: "error", ...withScene({ ...verdict, ...(help ? { help } : {}) }, outcome) }];
    }
    default:
      return unreachable(outcome);
  }
}

const RAISE_LIMIT = "raise `limits.time`, or find out what it waits for";

function noBuildbox({ why, help }: { readonly why: string; readonly help: string }): Diagnostic {
  const message = `the buildbox could not be opened: ${why}`;
  return { severity: "error", code: "build/no-buildbox", blame: "world", message, help };
}

function diedIn(phase: Phase, why: string): Verdict {
  return {
    code: "build/engine-died",
    blame: "world",
    message: `the buildbox went away in the ${phase} phase: ${why}`,
    help: "run it again; nothing of this build is kept",
  };
}

/** Where to look further. */
function withScene(verdict: Verdict, { log, enter }: Pick<Scene, "log" | "enter">): Verdict {
  const box = enter === undefined ? "" : `\n  enter the buildbox: ${enter}`;
  return { ...verdict, message: `${verdict.message}\n  the whole log: ${log}${box}` };
}

function endOf(exit: Exit): string {
  switch (exit.kind) {
    case "exited":
      return `ended with status ${exit.status}`;
    case "killed":
      return `was killed by ${exit.signal}`;
    case "not-found":
      return `was not found: \`${exit.program}\``;
    case "aborted":
      return "was stopped";
    default:
      return unreachable(exit);
  }
}

/** Of the log's end, what this command printed. */
function lastOf(command: string, tail: string): string {
  const line = `$ ${command}`;
  const at = tail.lastIndexOf(line);
  return at === -1 ? tail : tail.slice(at + line.length).replace(/^\n/, "");
}

const SHOWN_LINES = 20;

function indented(text: string): string {
  const shown = text.split("\n").slice(-SHOWN_LINES).join("\n");
  return shown === "" ? "" : `\n${shown.replace(/^/gm, "  | ")}`;
}

function sentenceOf(trouble: ArchiveTrouble): string {
  switch (trouble.kind) {
    case "leaves":
      return `\`${trouble.member}\` would lie outside of the source folder`;
    case "link-leaves":
      return `\`${trouble.member}\` is a link to \`${trouble.target}\`, outside of the source folder`;
    case "special":
      return `\`${trouble.member}\` is ${trouble.type}`;
    case "unreadable":
      return trouble.why;
    default:
      return unreachable(trouble);
  }
}
