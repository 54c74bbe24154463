// What lowering stands on: the evaluated Makefile, the port's folder, and who hears of mistakes.

import { PLACES } from "../../port/port.ts";
import type { Diagnostic, Located, Source, Span } from "../../report.ts";
import type { Evaluation } from "./evaluation.ts";

export type Scene = {
  readonly evaluation: Evaluation;
  readonly files: PortFiles;
  /** The port's folder in make's spelling. */
  readonly curdir: string;
  /** The Makefile's start: where a mistake is shown that stands nowhere. */
  readonly start: Span;
  readonly report: (problem: Diagnostic) => void;
};

/** Enough of it to say where something stands. */
export type Stage = Pick<Scene, "evaluation" | "start" | "report">;

/** Files, by path in make's own spelling (`/usr/ports/editors/vim/distinfo`). */
export type PortFiles = {
  /** `name` is what messages call it; undefined when there is no such file. */
  readonly source: (path: string) => Source | undefined;
  /** Files whose name fits the last part of `pattern`, by code unit. */
  readonly matching: (pattern: string) => readonly string[];
  /** The path in the port's own folder; undefined for a file elsewhere. */
  readonly inner: (path: string) => string | undefined;
};

/** A variable's value and place; empty when it is not set. */
export function variableOf(scene: Stage, name: string): Located<string> {
  return { value: scene.evaluation.expand(name) ?? "", span: placeOf(scene, [name]) };
}

/**
 * Where the first of the variables that the port's own Makefile sets gets its value; where the port is named, when it
 * sets none of them: what stands elsewhere is not the reader's to mend.
 */
export function placeOf({ evaluation, start }: Stage, names: readonly string[]): Span {
  const own = [...names, "PKGNAME", "DISTNAME"].map((name) => evaluation.ownPlacesOf(name).at(-1));
  return own.find((span) => span !== undefined) ?? start;
}

/** No port has a tenth as many of anything. */
const WORDS_LIMIT = 20_000;

/** The words of a variable, each with its place if it stands there as it is. `-` is what a port's only package adds. */
export function wordsOf(scene: Stage, name: string): readonly Located<string>[] {
  const names = [name, name.replace(/-[^-]*$/, "")];
  const places = wordPlaces(names.flatMap((one) => scene.evaluation.ownPlacesOf(one)));
  const otherwise = placeOf(scene, names);
  const words = splitWords(scene.evaluation.expand(name) ?? "");
  if (words.length > WORDS_LIMIT) {
    const message = `\`${name}\` has ${words.length} words`;
    tell(scene, otherwise, { code: "openbsd/too-much", message, help: `write at most ${WORDS_LIMIT}` });
  }
  return words.slice(0, WORDS_LIMIT).map((word) => {
    // `devel/foo>=1` was rewritten to `STEM->=1:devel/foo`.
    const [, bound = "", path = ""] = /^STEM-([^:]+):(.*)$/.exec(word) ?? [];
    const written = path === "" ? word : `${path}${bound}`;
    return { value: word, span: places.get(written) ?? otherwise };
  });
}

export function splitWords(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** OpenBSD's own test of yes and no: the word in any case, with or without blanks around it. */
export function saysYes(scene: Scene, name: string): boolean {
  return variableOf(scene, name).value.trim().toLowerCase() === "yes";
}

/** Of the switches that are off unless a port turns them on: `No`, or nothing at all. */
export function saysNot(scene: Scene, name: string): boolean {
  return ["", "no"].includes(variableOf(scene, name).value.trim().toLowerCase());
}

/** Where each word of these places stands first. */
function wordPlaces(places: readonly Span[]): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const { source, start, end } of places) {
    for (const { 0: word, index } of source.text.slice(start, end).matchAll(/[^\s\\]+/g)) {
      const at = start + index;
      if (!found.has(word)) found.set(word, { source, start: at, end: at + word.length });
    }
  }
  return found;
}

/**
 * The port's folder in the buildbox for the one that make was told of, and the buildbox's own programs for those that
 * a ports tree brings as Perl scripts.
 */
export function boxed({ curdir }: Scene, text: string): string {
  return text
    .replaceAll("/usr/bin/perl /usr/ports/infrastructure/bin/", `${PLACES.tools}/`)
    .split(curdir)
    .map((part, index) =>
      index === 0 ? part : `${/^[A-Za-z0-9._+-]/.test(part) ? curdir : PLACES.port}${part}`,
    )
    .join("");
}

/** The packages' endings: `-main`, or `-` alone for the only package. */
export function subpackagesOf({ evaluation }: Scene): readonly string[] {
  const words = splitWords(evaluation.expand("MULTI_PACKAGES") ?? "");
  return words.length > 0 ? words : ["-"];
}

type Trouble = {
  readonly code: `openbsd/${string}`;
  readonly message: string;
  readonly help: string;
  /** A warning does not keep a port from being read. */
  readonly severity?: "warning";
  readonly blame?: "request";
};

/** Tells of a mistake in what a value means. */
export function tell({ report }: Pick<Scene, "report">, span: Span, trouble: Trouble): void {
  report({ severity: "error", blame: "recipe", span, ...trouble });
}
