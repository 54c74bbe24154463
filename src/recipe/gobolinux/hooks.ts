// A Recipe's functions as the scripts of a port: real bash reads the Recipe in the buildbox, and calls them.

import type { Hook, Script } from "../../port/port.ts";
import type { FunctionText } from "./evaluate/scope.ts";
import prelude from "./prelude.sh";

/** Compile's names, in the order in which they run; several may belong to one hook. */
const HOOKS_OF: readonly (readonly [Hook, readonly string[]])[] = [
  ["extract", ["do_unpack"]],
  ["pre-patch", ["pre_patch"]],
  ["patch", ["do_patch"]],
  ["pre-configure", ["pre_build"]],
  ["configure", ["do_configuration"]],
  ["build", ["do_build"]],
  ["pre-fake", ["pre_install"]],
  ["fake", ["do_install"]],
  ["post-fake", ["pre_link", "post_install"]],
];

/** `using_F_<hook>` of each chosen flavor comes after the hook itself. */
export function lowerHooks(
  functions: ReadonlyMap<string, FunctionText>,
  flavors: readonly string[],
): ReadonlyMap<Hook, Script> {
  const scripts = HOOKS_OF.flatMap(([hook, names]) => {
    const called = names
      .flatMap((name) => [name, ...flavors.map((flavor) => `using_${flavor}_${name}`)])
      .flatMap((name) => functions.get(name) ?? []);
    const [first] = called;
    if (!first) return [];
    const calls = called.map(({ name }) => `${name} || exit 1\n`).join("");
    return [[hook, { text: `${prelude}\n${calls}`, shell: "bash", span: first.nameSpan }] as const];
  });
  return new Map(scripts);
}
