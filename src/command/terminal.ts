import { type Color, type Event, type Report, renderDiagnostic, unreachable } from "../report.ts";

export type Screen = {
  readonly write: (text: string | Uint8Array) => void;
  /** On a terminal progress is one line that changes; elsewhere it is a line now and then. */
  readonly kind: "terminal" | "plain";
  readonly color: Color;
  /** Milliseconds, to keep the changing line calm. */
  readonly now: () => number;
};

/** Two redraws of the progress line are at least this far apart. */
const CALM_MS = 100;

/** A sink that shows a run to a person. */
export function terminalSink(screen: Screen): Report {
  const bold = (text: string) => (screen.color === "always" ? `\u001b[1m${text}\u001b[0m` : text);
  const progress = progressLine(screen);
  // A heading must start a line of its own, whatever the build printed last.
  let atLineStart = true;
  const line = (text: string) => {
    progress.clear();
    screen.write(`${atLineStart ? "" : "\n"}${text}\n`);
    atLineStart = true;
  };
  return (event: Event) => {
    switch (event.kind) {
      case "diagnostic":
        return line(renderDiagnostic(event.diagnostic, screen.color).trimEnd());
      case "note":
        return line(event.message);
      case "progress":
        return progress.show(event);
      case "job-started":
        return line(bold(event.job));
      case "phase-started":
        return line(bold(`==> ${event.phase}`));
      case "command-started":
        return line(`$ ${event.command}`);
      case "output":
        progress.clear();
        atLineStart = event.chunk.at(-1) === 0x0a;
        return screen.write(screen.kind === "terminal" ? withoutControls(event.chunk) : event.chunk);
      case "phase-finished":
        return event.outcome === "done" ? undefined : line(bold(`==> ${event.phase} failed`));
      case "job-finished":
        return undefined;
      default:
        return unreachable(event);
    }
  };
}

/** A build log may hold escape sequences that retitle, clear or type into a terminal: they are shown, not obeyed. */
function withoutControls(chunk: Uint8Array): Uint8Array {
  return chunk.map((byte) =>
    (byte < 0x20 && byte !== 0x0a && byte !== 0x09) || byte === 0x7f ? 0x3f : byte,
  );
}

type Progress = Extract<Event, { kind: "progress" }>;

function progressLine(screen: Screen) {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  let began = { what: "", atMs: 0, done: 0 };
  let quarter = "";
  const clear = () => {
    if (isDrawn) screen.write("\r\u001b[K");
    isDrawn = false;
  };
  const show = (event: Progress) => {
    const isLast = event.total !== undefined && event.done >= event.total;
    if (began.what !== event.what) began = { what: event.what, atMs: screen.now(), done: event.done };
    if (screen.kind === "plain") {
      // All bytes may be out before the last file is said to be there.
      const { done, total } = event.files ?? event;
      const reached = `${event.what} ${total ? Math.floor((4 * done) / total) : 0}`;
      if (reached !== quarter && event.total) screen.write(`${progressText(event)}\n`);
      quarter = reached;
      return;
    }
    if (!isLast && screen.now() - drawnAt < CALM_MS) return;
    drawnAt = screen.now();
    clear();
    screen.write(`${progressText(event)}${timeLeft(event, { ...began, nowMs: screen.now() })}`);
    isDrawn = true;
  };
  return { clear, show };
}

/** At the speed since it began; nothing before there is a speed to speak of. */
function timeLeft(
  { done, total, unit }: Progress,
  began: { readonly atMs: number; readonly done: number; readonly nowMs: number },
): string {
  const [elapsedMs, made] = [began.nowMs - began.atMs, done - began.done];
  if (unit !== "bytes" || total === undefined || done >= total || made <= 0 || elapsedMs < 2000) return "";
  const seconds = Math.ceil(((total - done) * elapsedMs) / made / 1000);
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.ceil(seconds / 60)} min left`;
}

function progressText({ what, done, total, unit, files }: Progress): string {
  const amount = (value: number) => (unit === "bytes" ? `${(value / 1e6).toFixed(1)} MB` : String(value));
  const of = total === undefined ? "" : ` of ${amount(total)}`;
  const count = files ? `${files.done} of ${files.total} files, ` : "";
  return `${what}: ${count}${amount(done)}${of}${unit === "bytes" ? "" : ` ${unit}`}`;
}
