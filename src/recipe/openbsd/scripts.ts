// The port's own rules for phases, as shell scripts: variables filled in, each line in a shell of its own as in make.

import { type Hook, PLACES, type Script } from "../../port/port.ts";
import type { Span } from "../../report.ts";
import type { Evaluation, MakeCommand, MakeTarget } from "./evaluation.ts";
import { boxed, type Scene, saysNot, splitWords } from "./scene.ts";
import {
  autoconfCommands,
  buildCommands,
  distributionPatches,
  extractCommands,
  guessCommands,
  permissionCommands,
  readmeCommands,
  relocation,
  reorderCommands,
  type ShellLine,
  skeleton,
} from "./usual-commands.ts";

/** Targets by the phase that they belong to, in the order in which they run. */
const TARGETS: readonly (readonly [Hook, readonly string[]])[] = [
  ["pre-extract", ["pre-extract"]],
  ["extract", ["do-extract"]],
  ["post-extract", ["post-extract"]],
  ["pre-patch", ["pre-patch", "do-distpatch"]],
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

/** Hooks of modules that mend sources or add files; the others are what a style does anyway. */
const MODULE_HOOKS: readonly (readonly [Hook, string])[] = [
  ["pre-configure", "pre-configure"],
  ["post-fake", "post-install"],
];

/** Variables of modules that install, too. */
export const FAKED_HOOK = /^MOD.+_post-install$/;

/** Where a port says that there is nothing to do. */
const SWITCHES: readonly (readonly [string, readonly Hook[]])[] = [
  ["NO_BUILD", ["pre-build", "build", "post-build"]],
  ["NO_TEST", ["pre-check", "check", "post-check"]],
];

export type Lowering = {
  /** The same Makefile with PREFIX below the fake root. */
  readonly faked: Evaluation;
  /** Where the files will live. */
  readonly prefix: string;
};

/** Make runs a port's commands in its folder; and OpenBSD's sh knows braces, and backslashes in what it echoes. */
const HEAD = `shopt -s xpg_echo\ncd ${PLACES.port}\n`;

export function lowerScripts(scene: Scene, { faked, prefix }: Lowering): ReadonlyMap<Hook, Script> {
  const off = SWITCHES.flatMap(([name, hooks]) => (saysNot(scene, name) ? [] : hooks));
  const scripts = new Map<Hook, Script>();
  for (const [hook, names] of TARGETS.filter(([one]) => !off.includes(one))) {
    const own = names.flatMap((name) => commandsOf(name, FAKED.includes(hook) ? faked : scene.evaluation));
    const lines = [
      ...usualBefore(hook, scene, prefix),
      ...own,
      ...moduleCommands(hook, FAKED.includes(hook) ? { ...scene, evaluation: faked } : scene),
      ...usualAfter(hook, scene, prefix),
    ];
    const [first] = own.length > 0 ? own : lines;
    if (!first) continue;
    const body = lines.map(({ text }) => `${text}\n`).join("");
    scripts.set(hook, { text: `${HEAD}${boxed(scene, body)}`, shell: "bash", span: first.span });
  }
  return scripts;
}

function usualBefore(hook: Hook, scene: Scene, prefix: string): readonly ShellLine[] {
  switch (hook) {
    case "post-extract":
      return permissionCommands(scene).map(grouped);
    case "pre-fake":
      return [grouped(skeleton("make", prefix, scene.start))];
    default:
      return [];
  }
}

function usualAfter(hook: Hook, scene: Scene, prefix: string): readonly ShellLine[] {
  const lines = ((): readonly ShellLine[] => {
    switch (hook) {
      case "extract":
        return scene.evaluation.targets().has("do-extract") ? [] : extractCommands(scene);
      case "pre-patch":
        return [...distributionPatches(scene), ...commandsOf("post-distpatch", scene.evaluation)];
      case "post-patch":
        return [
          ...[...relocation(scene, prefix), ...autoconfCommands(scene)],
          ...[...buildCommands(scene), ...reorderCommands(scene)],
        ];
      case "pre-configure":
        return guessCommands(scene);
      case "post-fake":
        return [...readmeCommands(scene), skeleton("clear", prefix, scene.start)];
      default:
        return [];
    }
  })();
  return lines.map(grouped);
}

/** A shell of its own, as make gives every line one. */
function grouped({ text, span }: ShellLine): ShellLine {
  return { text: `(${text}\n)`, span };
}

/** With those of the targets that it names first, each once. */
function commandsOf(name: string, evaluation: Evaluation): readonly ShellLine[] {
  const seen = new Set<string>();
  const collect = (wanted: string): readonly ShellLine[] => {
    const target = evaluation.targets().get(wanted);
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
function isOfModule(span: Span): boolean {
  return moduleOf(span) !== undefined || /(^|\/)bsd\.[^/]+\.mk$/.test(span.source.name);
}

/** The module that a rule stands in: `ruby` of `lang/ruby/ruby.port.mk`. */
export function moduleOf({ source }: Span): string | undefined {
  const name = /(?:^|\/)([^/]+)\.port\.mk$/.exec(source.name)?.[1];
  return name === "bsd" ? undefined : name;
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

function moduleCommands(hook: Hook, { evaluation, start }: Scene): readonly ShellLine[] {
  const names = MODULE_HOOKS.filter(([of]) => of === hook).map(([, name]) => name);
  return splitWords(evaluation.expand("MODULES") ?? "").flatMap((module) =>
    names.flatMap((one) => {
      const name = `MOD${module.slice(module.lastIndexOf("/") + 1).toUpperCase()}_${one}`;
      const text = (evaluation.expand(name) ?? "").trim();
      return text === "" ? [] : [grouped({ text, span: evaluation.placeOf(name) ?? start })];
    }),
  );
}
