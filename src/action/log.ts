// The step's log, as GitHub's runner reads it: commands to the runner, and text that must never be taken for one.

import { isAbsolute, relative, resolve } from "node:path";
import { type LastPhase, phaseWatch, terminalSink } from "../command/command.ts";
import { type Diagnostic, type Event, type Report, renderAnnotation } from "../report.ts";

export type RunnerLog = {
  readonly report: Report;
  /** Shows a diagnostic, and annotates its line while there is room. */
  readonly tell: (diagnostic: Diagnostic) => void;
  /** What happened in the phase that failed, if one did. */
  readonly failure: () => LastPhase | undefined;
  /** From here on the runner obeys again; at the end of the step. */
  readonly close: () => void;
};

export type LogSetting = {
  /** Standard output. The runner reads standard error too, so nothing goes there. */
  readonly write: (text: string | Uint8Array) => void;
  /** Ends the region in which the runner obeys nothing: a build must not be able to guess it. */
  readonly token: string;
  readonly now: () => number;
  /** Paths in annotations are relative to `workspace`; those of diagnostics to `working`. */
  readonly workspace: string;
  readonly working: string;
};

/** Of each severity the runner keeps ten a step; the rest stands in the log and in the summary. */
const MOST_ANNOTATIONS = 10;

export function runnerLog(setting: LogSetting): RunnerLog {
  const stream = obedience(setting);
  const terminal = terminalSink({ write: stream.show, kind: "plain", color: "always", now: setting.now });
  const annotations = { error: 0, warning: 0, note: 0 };
  const watch = phaseWatch();
  const tell = (diagnostic: Diagnostic) => {
    terminal({ kind: "diagnostic", diagnostic });
    if (annotations[diagnostic.severity] === MOST_ANNOTATIONS) return;
    annotations[diagnostic.severity] += 1;
    stream.command(renderAnnotation(inWorkspace(diagnostic, setting)));
  };
  const report = (event: Event): void => {
    watch.see(event);
    switch (event.kind) {
      case "diagnostic":
        tell(event.diagnostic);
        break;
      case "phase-started":
        stream.command(`::group::${plain(event.phase)}\n`);
        break;
      case "phase-finished":
        stream.command("::endgroup::\n");
        break;
      default:
        terminal(event);
    }
  };
  return { report, tell, failure: watch.failure, close: stream.close };
}

/**
 * What a build prints, any bytes, goes out between `stop-commands` and its token; before a command of ours the region
 * ends, on a line of its own. Our own lines may quote a recipe or a build, and are defused instead: the log shows the
 * markers, so there should be few.
 */
function obedience({ write, token }: LogSetting) {
  let atLineStart = true;
  let isStopped = false;
  const show = (chunk: string | Uint8Array) => {
    if (chunk.length === 0) return;
    if (typeof chunk !== "string" && !isStopped) {
      write(`::stop-commands::${token}\n`);
      isStopped = true;
    }
    write(typeof chunk === "string" ? defused(chunk) : chunk);
    atLineStart = chunk.at(-1) === (typeof chunk === "string" ? "\n" : 0x0a);
  };
  const close = () => {
    if (!atLineStart) write("\n");
    if (isStopped) write(`::${token}::\n`);
    isStopped = false;
    atLineStart = true;
  };
  const command = (line: string) => {
    close();
    write(line);
  };
  return { show, command, close };
}

/** The runner obeys `::` at the start of a line, whatever blanks stand before it, and the old `##[` anywhere. */
function defused(text: string): string {
  return text.replaceAll("##[", "# #[").replace(/^([^\p{L}\p{N}\p{P}\p{S}]*):(?=:)/gmu, "$1: ");
}

/** GitHub attaches an annotation to a file by its path from the workspace. */
function inWorkspace(diagnostic: Diagnostic, { workspace, working }: LogSetting): Diagnostic {
  const { span } = diagnostic;
  if (!span) return diagnostic;
  const path = relative(workspace, resolve(working, span.source.name));
  if (path.startsWith("..") || isAbsolute(path)) return diagnostic;
  return { ...diagnostic, span: { ...span, source: { ...span.source, name: path } } };
}

function plain(title: string): string {
  return title.replace(/[^\x20-\x7e]/g, " ");
}
