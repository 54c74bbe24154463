// What commands print that values stand for: somebody else has run them, or is to.

import type { Span } from "../../report.ts";
import type { ShellCommand } from "../reading.ts";

/** Whoever has more runs these first. */
const MISSING_LIMIT = 500;

export class CommandOutputs {
  /** Those that nobody has run, each once at its place. */
  readonly missing: ShellCommand[] = [];
  readonly #answer: (command: string) => string | undefined;

  constructor(answer: (command: string) => string | undefined) {
    this.#answer = answer;
  }

  /** As make takes it: without its last newline, other newlines as blanks. Empty when nobody has run it. */
  of(command: string, span: Span | undefined): string {
    const said = this.#answer(command);
    if (said !== undefined) return said.replace(/\n$/, "").replaceAll("\n", " ");
    const isKnown = this.missing.some((one) => one.command === command && one.span === span);
    if (span && !isKnown && this.missing.length < MISSING_LIMIT) this.missing.push({ command, span });
    return "";
  }
}
