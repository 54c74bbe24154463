// The variables of a port's Makefile, for those who want make's own words: `make show=NAME`.

import { asWarning, type Diagnostic, ok, sortDiagnostics } from "../../report.ts";
import type { NeedsShell, PortRequest, RawReading, Reading, Tree } from "../reading.ts";
import { reportErrors } from "./errors.ts";
import { evaluateMakefile } from "./evaluate.ts";
import type { Evaluation, MakeRequest } from "./evaluation.ts";
import { folderOf } from "./includes.ts";
import { wordsOf } from "./words.ts";
import { makeRequestFor } from "./world.ts";

/** `wanted` may name any variable, also those of `bsd.port.mk`; none means those that the Makefile itself sets. */
export function readMakeVariables(
  tree: Tree,
  request: PortRequest,
  wanted: readonly string[],
): Reading<RawReading> {
  const asked = makeRequestFor(tree, request);
  // Rules are no variables, and half of what there is to read.
  const evaluation = evaluateMakefile(asked, wanted);
  const names =
    wanted.length === 0 ? evaluation.ownNames() : wanted.flatMap((name) => perPackage(name, evaluation));
  const values = names.map((name) => [name, evaluation.expand(name)] as const);
  const variables = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const problems = [...evaluation.problems(), ...refusedCommands(evaluation)];
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    return { ok: false, error: sortDiagnostics(problems), needsShell: needsShell(asked, evaluation) };
  return ok({
    variables,
    unknown: [],
    absent: "unset",
    warnings: [...problems, ...doubts(evaluation, asked)],
  });
}

/** What the port or its tree says in ERRORS: the values are told all the same. */
function doubts(evaluation: Evaluation, { files, makefile }: MakeRequest): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const source = files.read(makefile) ?? { name: makefile, text: "" };
  const report = (problem: Diagnostic) => void found.push(asWarning(problem));
  reportErrors({ evaluation, start: { source, start: 0, end: 0 }, report });
  return found;
}

/** `FULLPKGNAME@` is `FULLPKGNAME-main` and so on; `FULLPKGNAME-` for a port with one package. */
function perPackage(name: string, { expand }: Evaluation): readonly string[] {
  if (!name.endsWith("@")) return [name];
  const packages = wordsOf(expand("MULTI_PACKAGES") ?? "");
  const suffixes = packages.length === 0 ? ["-"] : packages;
  return suffixes.map((suffix) => `${name.slice(0, -1)}${suffix}`);
}

/** Each command that nobody has run, as the mistake that it is until somebody allows it. */
export function refusedCommands({ unanswered }: Evaluation): readonly Diagnostic[] {
  return unanswered().map(({ command, span }) => ({
    severity: "error",
    code: "openbsd/needs-shell",
    blame: "recipe",
    message: `a value is what the command \`${command.length > 80 ? `${command.slice(0, 79)}…` : command}\` prints, and nothing is run while reading`,
    span,
    help: "`--allow-shell` runs it in a buildbox; better, write the value down",
  }));
}

/** The same for those who may run them; undefined when no command is missing. */
export function needsShell(
  { makefile }: MakeRequest,
  ...evaluations: readonly Evaluation[]
): NeedsShell | undefined {
  const [first, ...others] = evaluations.flatMap(({ unanswered }) => unanswered());
  return first && { commands: [first, ...others], folder: folderOf(makefile) };
}
