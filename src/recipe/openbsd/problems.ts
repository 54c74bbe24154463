// What was wrong in a reading: each thing once at its place, and not without end.

import type { Diagnostic, Span } from "../../report.ts";

/** Whoever has mended so many reads again. */
const PROBLEMS_LIMIT = 500;

export class Problems {
  readonly all: Diagnostic[] = [];
  readonly #told = new Set<string>();

  /** False when there are too many already. */
  add(problem: Omit<Diagnostic, "blame" | "span">, span: Span | undefined): boolean {
    const told = `${span?.start} ${problem.message}`;
    if (this.#told.has(told)) return true;
    if (this.all.length >= PROBLEMS_LIMIT) return false;
    this.#told.add(told);
    this.all.push({ ...problem, blame: "recipe", ...(span ? { span } : {}) });
    return true;
  }
}
