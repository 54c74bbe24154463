// The port's own rules for phases, as shell scripts: variables filled in, each line in a shell of its own as in make.

import { type Hook, PLACES, type Script } from "../../port/port.ts";
import type { Span } from "../../report.ts";
import type { Evaluation, MakeCommand, MakeTarget } from "./evaluation.ts";
import { boxed, type Scene, splitWords } from "./scene.ts";

/** Targets by the phase that they belong to, in the order in which they run. */
const TARGETS: readonly (readonly [Hook, readonly string[]])[] = [
  ["pre-extract", ["pre-extract"]],
  ["extract", ["do-extract"]],
  ["post-extract", ["post-extract"]],
  ["pre-patch", ["pre-patch", "do-distpatch", "post-distpatch"]],
  ["patch", ["do-patch"]],
  ["post-patch", ["post-patch", "do-gen"]],
  ["pre-configure", ["pre-configure"]],
  ["configure", ["do-configure"]],
  ["post-configure", ["post-configure"]],
  ["pre-build", ["pre-build"]],
  ["build", ["do-build"]],
  ["post-build", ["post-build"]],
  ["pre-check", ["pre-test"]],
  ["check", ["do-test"]],
  ["post-check", ["post-test"]],
  ["pre-fake", ["pre-fake", "pre-install"]],
  ["fake", ["do-install"]],
  ["post-fake", ["post-install"]],
];

/** These see the prefix below the fake root. */
const FAKED: readonly Hook[] = ["pre-fake", "fake", "post-fake"];

/** Targets of the port that the same holds for. */
export const FAKED_TARGETS: readonly string[] = TARGETS.filter(([hook]) => FAKED.includes(hook)).flatMap(
  ([, names]) => names,
);

/** Hooks of modules that mend sources; the others are what a style does anyway. */
const MODULE_HOOKS: readonly (readonly [Hook, string])[] = [["pre-configure", "pre-configure"]];

/** `faked` is the same Makefile with PREFIX below the fake root. Make runs its commands in the port's folder. */
export function lowerScripts(scene: Scene, faked: Evaluation): ReadonlyMap<Hook, Script> {
  const scripts = new Map<Hook, Script>();
  for (const [hook, names] of TARGETS) {
    const evaluation = FAKED.includes(hook) ? faked : scene.evaluation;
    const moduleLines = MODULE_HOOKS.filter(([of]) => of === hook).flatMap(([, name]) =>
      moduleCommands(scene, name),
    );
    const own = names.flatMap((name) => commandsOf(name, evaluation));
    const lines = [...own, ...moduleLines];
    const [first] = lines;
    if (!first) continue;
    const body = lines.map(({ text }) => `${text}\n`).join("");
    scripts.set(hook, { text: `cd ${PLACES.port}\n${boxed(scene, body)}`, shell: "sh", span: first.span });
  }
  return scripts;
}

type ShellLine = { readonly text: string; readonly span: Span };

/** With those of the targets that it names first, each once. */
function commandsOf(name: string, evaluation: Evaluation): readonly ShellLine[] {
  const seen = new Set<string>();
  const collect = (wanted: string): readonly ShellLine[] => {
    const target = evaluation.targets.get(wanted);
    if (!target || seen.has(wanted) || isOfModule(target.span)) return [];
    seen.add(wanted);
    return [
      ...target.sources.flatMap(collect),
      ...target.commands.map((command) => shellLine(command, target, evaluation)),
    ];
  };
  return collect(name);
}

/** What modules and bsd.port.mk bring is the style's work. */
function isOfModule({ source }: Span): boolean {
  return /(^|\/)([^/]+\.port|bsd\.[^/]+)\.mk$/.test(source.name);
}

/** make(1): `@` is quiet, `-` goes on after a failure, `+` means nothing here. */
function shellLine(
  { text, span }: MakeCommand,
  { name, sources }: MakeTarget,
  evaluation: Evaluation,
): ShellLine {
  const [, flags = "", command = ""] = /^([@+\s-]*)(.*)$/s.exec(text) ?? [];
  const local = command
    .replace(/\$@|\$\{(\.TARGET|@)\}|\$\((\.TARGET|@)\)/g, () => name)
    .replace(/\$>|\$\{(\.ALLSRC|>)\}/g, () => sources.join(" "));
  const filled = evaluation.substitute(local);
  return { text: flags.includes("-") ? `(set +e; ${filled}\n) || :` : `(${filled}\n)`, span };
}

function moduleCommands(scene: Scene, hook: string): readonly ShellLine[] {
  const { evaluation, start } = scene;
  return splitWords(evaluation.expand("MODULES") ?? "").flatMap((module) => {
    const name = `MOD${module.slice(module.lastIndexOf("/") + 1).toUpperCase()}_${hook}`;
    const text = (evaluation.expand(name) ?? "").trim();
    return text === "" ? [] : [{ text: `(${text}\n)`, span: evaluation.placeOf(name) ?? start }];
  });
}
