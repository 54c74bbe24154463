// Resources/Dependencies and Resources/BuildDependencies.

import type { Dependency } from "../../port/port.ts";
import { quoted, type Source, type Span } from "../../report.ts";
import { type Alternative, type Asked, type Bound, meantBy, parseDependencyLine } from "./dependency-line.ts";
import { flavorOf, packageVersion, stemOfProgram } from "./release.ts";
import type { Settings } from "./settings.ts";

/** One line, as it was understood. */
export type DependencyLine = {
  readonly alternatives: readonly (Asked & { readonly flags: readonly string[] })[];
  /** Flags that it names, declared or needed. */
  readonly flags: readonly string[];
  readonly span: Span;
};

const LONGEST_LINE = 1000;

/** Every line; those that mean nothing are reported. */
export function readDependencies(source: Source, settings: Settings): readonly DependencyLine[] {
  const lines: DependencyLine[] = [];
  let start = 0;
  for (const text of source.text.split("\n")) {
    // What is longer is no line that anybody wrote.
    const line = text.slice(0, LONGEST_LINE).replace(/\r$/, "");
    const alternatives = parseDependencyLine(line);
    const spanOf = (from: number, to: number): Span => ({ source, start: start + from, end: start + to });
    const asked = alternatives.flatMap((one) => understood(one, { line, spanOf }, settings));
    const flags = alternatives.flatMap((one) => (one.kind === "wrong" ? [] : one.flags));
    const [first] = alternatives.filter((one) => one.kind !== "nothing");
    const span = first ? spanOf(first.start, first.end) : spanOf(0, line.length);
    if (asked.length > 0 || flags.length > 0) lines.push({ alternatives: asked, flags, span });
    start += text.length + 1;
  }
  return lines;
}

type Place = { readonly line: string; readonly spanOf: (from: number, to: number) => Span };

function understood(
  alternative: Alternative,
  { line, spanOf }: Place,
  { report }: Settings,
): readonly (Asked & { readonly flags: readonly string[] })[] {
  if (alternative.kind === "nothing") return [];
  const meant = meantBy(alternative, line);
  const span = spanOf(alternative.start, alternative.end);
  const flags =
    alternative.kind === "program"
      ? alternative.flags
      : flagsAtEnd(line.slice(alternative.start, alternative.end));
  if (meant) {
    report({
      severity: "warning",
      code: "gobo/dependency-form",
      message: `Compile ${alternative.kind === "wrong" ? "can't read this" : "reads this as something else"}, and it is taken for \`${shown(meant)}\``,
      span,
      help: `write \`${shown(meant)}\`: a blank around operators, a comma between bounds`,
    });
    return [{ ...meant, flags }];
  }
  if (alternative.kind === "program" && isNamed(alternative)) return [alternative];
  if (alternative.kind === "program") {
    // Compile takes it for a program all the same, of which there is none.
    const text = line.slice(alternative.start, alternative.end);
    report({
      severity: "warning",
      code: "gobo/dependency-form",
      message: `${quoted(text)} names no program and version, and is passed over`,
      span,
      help: "write `Program`, or `Program >= 1.2`; `#` begins a comment",
    });
    return [];
  }
  report({
    code: "gobo/dependency",
    message:
      alternative.problem === "operator"
        ? `${quoted(alternative.found)} is not an operator`
        : `${quoted(alternative.text)} is not a dependency`,
    span,
    help: "write `Program`, `Program >= 1.2, < 2`, several between `|`, and flags in `[…]` at the end; `#` begins a comment",
  });
  return [];
}

/** What tools have left in a file (`*Warning*: …`) is no program, and an operator no version. */
function isNamed({ program, bounds }: Asked): boolean {
  return /^[A-Za-z0-9]/.test(program) && bounds.every(({ version }) => /[A-Za-z0-9]/.test(version));
}

function flagsAtEnd(text: string): readonly string[] {
  return /\[([^[\]]*)\]$/.exec(text)?.[1]?.split(",") ?? [];
}

function shown({ program, bounds }: Asked): string {
  const texts = bounds.map(({ operator, version }) =>
    operator === "bare" ? version : `${operator} ${version}`,
  );
  return [program, texts.join(", ")].filter(Boolean).join(" ");
}

/** What decides whether a line counts. */
export type Choice = {
  readonly flavors: readonly string[];
  /** `cross`: built on another architecture than it is built for. */
  readonly build: "native" | "cross";
};

/** As the port's dependencies: alternatives are branches of one spec, and the first is the one that gets built. */
export function lowerDependencies(lines: readonly DependencyLine[], choice: Choice): readonly Dependency[] {
  return lines.flatMap(({ alternatives, span }) => {
    const wanted = alternatives.filter(({ flags }) => isWanted(flags, choice));
    const [first] = wanted;
    if (!first) return [];
    const isOpen = wanted.length === 1 && first.bounds.every(({ operator }) => operator === "bare");
    const soft = first.bounds.find(({ operator }) => operator === "bare");
    return [
      {
        spec: isOpen ? "" : wanted.map(branchOf).join("|"),
        pkgpath: pkgpathOf(first.program),
        ...(soft ? { softMinimum: soft.version } : {}),
        span,
      },
    ];
  });
}

/** `[cross]` and `[!cross]` tell of the build, all others of flags: one of them is enough. */
function isWanted(flags: readonly string[], { flavors, build }: Choice): boolean {
  if (flags.length === 0) return true;
  if (flags.includes("cross")) return build === "cross";
  if (flags.includes("!cross")) return build === "native";
  return flags.some((flag) => flavors.includes(flavorOf(flag)));
}

function branchOf({ program, bounds }: Asked): string {
  const stated = bounds.filter(({ operator }) => operator !== "bare");
  const stem = stemOfProgram(program);
  return stated.length === 0 ? `${stem}-*` : `${stem}-${stated.map(boundText).join(",")}`;
}

function boundText({ operator, version }: Bound): string {
  return `${operator}${packageVersion(version)}`;
}

/** A program of another world (`CPAN:XML::Parser`) is a folder's name like any other. */
function pkgpathOf(program: string): string {
  return program.replace(/[^A-Za-z0-9._+-]+/g, "-");
}

/** The flags of all lines, each once, as they come. `cross` is none. */
export function flavorsIn(lines: readonly DependencyLine[]): readonly string[] {
  const flags = lines.flatMap((line) => line.flags).filter((flag) => !/^!?cross$/.test(flag));
  return [...new Set(flags.map(flavorOf))].filter((flavor) => /^[A-Za-z_][A-Za-z0-9_.+]*$/.test(flavor));
}
