// What can be told, and how a diagnostic is rendered. The lowest floor: imports nothing.

/** A text that diagnostics point into. `name` is the path as the user would type it. */
export type Source = { readonly name: string; readonly text: string };

/** Half-open range of UTF-16 offsets in a source. */
export type Span = { readonly source: Source; readonly start: number; readonly end: number };

/** A value with the place it was written at. */
export type Located<T> = { readonly value: T; readonly span: Span };

/** Another place that explains a diagnostic: the first definition, the flavor that excludes, … */
export type Related = { readonly message: string; readonly span: Span };

/**
 * One thing that is wrong. `code` is stable and documented (`module/what`). `blame` tells who can mend it and so
 * decides the exit status: `recipe` 1 (the recipe, or the build of it), `request` 2 (arguments, keys, folders the
 * user named), `world` 3 (network, engine, disk).
 */
export type Diagnostic = {
  /** A note explains what nobody has to mend. */
  readonly severity: "error" | "warning" | "note";
  readonly code: `${string}/${string}`;
  readonly blame: "recipe" | "request" | "world";
  /** Lower case, no full stop, names in backquotes; may have more lines. */
  readonly message: string;
  readonly span?: Span;
  /** An instruction. */
  readonly help?: string;
  readonly related?: readonly Related[];
};

export type Result<T, E = readonly Diagnostic[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** What happens during a run, in order. Sinks print it; nothing else does. */
export type Event =
  | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic }
  /** A sentence for the user about what goes on. */
  | { readonly kind: "note"; readonly message: string }
  /** `done` and `total` in bytes, or counts when `unit` says so. The last one of a `what` has done = total. */
  | {
      readonly kind: "progress";
      readonly what: string;
      readonly done: number;
      readonly total: number | undefined;
      readonly unit: "bytes" | "packages" | "files";
      /** Of how many files those bytes are. */
      readonly files?: { readonly done: number; readonly total: number };
    }
  | { readonly kind: "job-started"; readonly job: string }
  | { readonly kind: "phase-started"; readonly job: string; readonly phase: string }
  /** A command that is about to run in the buildbox, in a form that can be pasted into a shell there. */
  | { readonly kind: "command-started"; readonly command: string }
  /** Bytes that a build printed: untrusted, arbitrary, cut anywhere. */
  | { readonly kind: "output"; readonly chunk: Uint8Array }
  | {
      readonly kind: "phase-finished";
      readonly job: string;
      readonly phase: string;
      readonly outcome: "done" | "failed";
      readonly durationMs: number;
    }
  | { readonly kind: "job-finished"; readonly job: string; readonly outcome: "built" | "failed" };

export type Report = (event: Event) => void;

/** 0 done · 1 a recipe or a build failed · 2 wrong usage · 3 the world failed · 70 our bug (sysexits' EX_SOFTWARE). */
export const EXIT = { done: 0, failed: 1, usage: 2, world: 3, bug: 70 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** The exit status that a set of diagnostics leads to: what the user must mend first wins; warnings and notes are free. */
export function exitStatus(diagnostics: readonly Diagnostic[]): ExitStatus {
  const blames = new Set(
    diagnostics.filter(({ severity }) => severity === "error").map(({ blame }) => blame),
  );
  if (blames.has("request")) return EXIT.usage;
  if (blames.has("recipe")) return EXIT.failed;
  if (blames.has("world")) return EXIT.world;
  return EXIT.done;
}

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function wrong(...diagnostics: readonly Diagnostic[]): Result<never> {
  return { ok: false, error: diagnostics };
}

/** The arm of a switch that no value reaches; adding a member to the union breaks the build at each call. */
export function unreachable(value: never): never {
  throw new Error(`no arm for ${JSON.stringify(value)}`);
}

/** Longer ones say nothing more. */
const QUOTED_LENGTH = 80;

/** A name or value for a message: in backquotes, on one line, cut when it is long. */
export function quoted(value: string): string {
  // A value may be as long as a file, and a character is two units at most.
  const chars = [...value.slice(0, 2 * QUOTED_LENGTH + 2)];
  const shown = chars.length > QUOTED_LENGTH ? [...chars.slice(0, QUOTED_LENGTH - 1), "…"] : chars;
  return `\`${shown.map((char) => (isControl(char) ? JSON.stringify(char).slice(1, -1) : char)).join("")}\``;
}

export type Place = { readonly line: number; readonly column: number };

/** One-based line and column (in code points, as editors count) of an offset. */
export function placeOf(source: Source, offset: number): Place {
  const starts = lineStartsOf(source);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: [...source.text.slice(starts[low], offset)].length + 1 };
}

/** Remembered: a text with a thousand mistakes is not searched a thousand times. */
const LINE_STARTS = new WeakMap<Source, readonly number[]>();

function lineStartsOf(source: Source): readonly number[] {
  const known = LINE_STARTS.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1))
    starts.push(at + 1);
  LINE_STARTS.set(source, starts);
  return starts;
}

/** By source name, then place, then code, then as they came; diagnostics without a place come last. Free of the locale. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort((a, b) => {
    if (!a.span || !b.span) return Number(!a.span) - Number(!b.span);
    return (
      byText(a.span.source.name, b.span.source.name) || a.span.start - b.span.start || byText(a.code, b.code)
    );
  });
}

/** Each once: what is read several times, for other flavors say, is wrong each time in the same way. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, message, span }: Diagnostic) =>
    `${code} ${span?.source.name} ${span?.start} ${message}`;
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()];
}

export type Color = "always" | "never";

/**
 * For a person:
 *
 *     ports/foo/port.yml:5:1: error[yaml/unknown-key]: `versoin` is not a key of a port
 *       |
 *     5 | versoin: "1.0"
 *       | ^^^^^^^
 *       = help: did you mean `version`?
 */
export function renderDiagnostic(diagnostic: Diagnostic, color: Color): string {
  const paint = (code: string, text: string) =>
    color === "always" ? `\u001b[${code}m${text}\u001b[0m` : text;
  const { severity, code, span, help, related = [] } = diagnostic;
  const where = span ? `${locationOf(span)}: ` : "";
  const label = paint(COLORS[severity], `${severity}[${code}]`);
  const lines = [`${where}${label}: ${harmless(diagnostic.message)}`];
  if (span) lines.push(...excerpt(span, (text) => paint("1;31", text)));
  for (const other of related) {
    lines.push(`  = note: ${locationOf(other.span)}: ${harmless(other.message)}`);
    lines.push(...excerpt(other.span, (text) => paint("1;36", text)));
  }
  if (help) lines.push(`  = ${paint("1", "help")}: ${harmless(help)}`);
  return `${lines.join("\n")}\n`;
}

const COLORS = { error: "1;31", warning: "1;33", note: "1;36" } as const;

function locationOf(span: Span): string {
  const { line, column } = placeOf(span.source, span.start);
  return `${harmless(span.source.name)}:${line}:${column}`;
}

/** Blanks for what does something, but for `kept`. Messages quote what others wrote, and may have lines of their own. */
function harmless(text: string, kept = "\n"): string {
  if (!isControl(text)) return text;
  return text.replace(/./gsu, (char) => (isControl(char) && !kept.includes(char) ? " " : char));
}

/** An answer for a person, of what others wrote: its lines and tabs stay, and no other character does something. */
export function plainText(text: string): string {
  return harmless(text, "\n\t");
}

/** A line longer than this is cut around the place, so that minified or hostile input can't flood the screen. */
const EXCERPT_COLUMNS = 160;

function excerpt(span: Span, paint: (text: string) => string): readonly string[] {
  const { text } = span.source;
  const { line } = placeOf(span.source, span.start);
  const lineStart = text.lastIndexOf("\n", span.start - 1) + 1;
  const newline = text.indexOf("\n", span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const cut = Math.max(lineStart, span.start - EXCERPT_COLUMNS / 2);
  const shown = text.slice(cut, Math.min(lineEnd, cut + EXCERPT_COLUMNS));
  const indent = " ".repeat([...shown.slice(0, span.start - cut)].length);
  const marked = text.slice(span.start, Math.min(span.end, lineEnd, cut + EXCERPT_COLUMNS));
  const carets = "^".repeat(Math.max(1, [...marked].length));
  const gutter = " ".repeat(String(line).length);
  return [`${gutter} |`, `${line} | ${harmless(shown, "")}`, `${gutter} | ${indent}${paint(carets)}`];
}

/**
 * Whether a text holds characters that do something instead of standing for themselves. Escape sequences in a recipe
 * must not reach the terminal, nor what turns the direction of text (CVE-2021-42574); a tab becomes one blank so that
 * carets line up.
 */
export function isControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/** A workflow command that GitHub turns into an annotation on the recipe's line. */
export function renderAnnotation(diagnostic: Diagnostic): string {
  const { severity, code, span, message, help } = diagnostic;
  const properties: [string, string][] = [];
  if (span) {
    const start = placeOf(span.source, span.start);
    const end = placeOf(span.source, Math.max(span.start, span.end));
    properties.push(["file", span.source.name], ["line", String(start.line)], ["endLine", String(end.line)]);
    if (start.line === end.line)
      properties.push(["col", String(start.column)], ["endColumn", String(end.column)]);
  }
  properties.push(["title", code]);
  const head = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(",");
  const command = severity === "note" ? "notice" : severity;
  return `::${command} ${head}::${escapeCommand(help ? `${message}\nhelp: ${help}` : message)}\n`;
}

/** As @actions/core escapes a command's text. */
function escapeCommand(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeCommand(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

export type DiagnosticJson = {
  readonly severity: Diagnostic["severity"];
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly help?: string;
  readonly related?: readonly { readonly message: string; readonly file: string; readonly line: number }[];
};

/** The shape under `--json`; absent facts are absent keys. */
export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  const { severity, code, message, span, help, related } = diagnostic;
  const start = span && placeOf(span.source, span.start);
  const end = span && placeOf(span.source, Math.max(span.start, span.end));
  return {
    severity,
    code,
    message,
    ...(span && start && end
      ? {
          file: span.source.name,
          line: start.line,
          column: start.column,
          endLine: end.line,
          endColumn: end.column,
        }
      : {}),
    ...(help ? { help } : {}),
    ...(related?.length
      ? {
          related: related.map((other) => ({
            message: other.message,
            file: other.span.source.name,
            line: placeOf(other.span.source, other.span.start).line,
          })),
        }
      : {}),
  };
}

/** The first of some names or values as `quoted`, and how many more: `` `a`, `b` and 3 more ``. A message is no list. */
export function quotedList(values: readonly string[]): string {
  const shown = values.slice(0, MOST_QUOTED).map(quoted).join(", ");
  return values.length > MOST_QUOTED ? `${shown} and ${values.length - MOST_QUOTED} more` : shown;
}

const MOST_QUOTED = 8;

/** The same, where it stops nobody. */
export function asWarning(trouble: Diagnostic): Diagnostic {
  return { ...trouble, severity: "warning" };
}

/** The nearest of `known` to a misspelt `word`, if it is near enough to be meant (Damerau-Levenshtein, a third of it). */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    if (Math.abs(name.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < word.length && (!best || distance < best.distance))
      best = { name, distance };
  }
  return best?.name;
}

function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
