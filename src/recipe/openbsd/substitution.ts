// What pkg_create(1) fills in: `${VAR}` in packing lists, descriptions and messages, and the fragments of lists.

import { type Scene, saysYes, splitWords, variableOf } from "./scene.ts";
import { shellWords } from "./shell-words.ts";

export type Substitution = {
  /** Text with its variables filled in; a name that the port does not offer stays. */
  readonly fill: (text: string) => string;
  /** Whether a fragment's condition holds; undefined for one that nobody set. */
  readonly isSet: (name: string) => boolean | undefined;
  /** What may be written in place of its value, in the port's order. */
  readonly variables: readonly Variable[];
};

/** `start`: only where a path begins. */
export type Variable = { readonly name: string; readonly value: string; readonly at: "start" | "anywhere" };

/** For one subpackage (`-main`, `-`): its own value of a variable goes before the port's. */
export function substitutionFor(scene: Scene, subpackage: string): Substitution {
  const { evaluation } = scene;
  const offered = new Map<string, string>();
  const variables: Variable[] = [];
  for (const word of splitWords(variableOf(scene, "SUBST_VARS").value)) {
    const name = word.replace(/^\^/, "");
    const value = evaluation.expand(`${name}${subpackage}`) ?? evaluation.expand(name);
    offered.set(name, unquoted(value ?? ""));
    variables.push({ name, value: unquoted(value ?? ""), at: word.startsWith("^") ? "start" : "anywhere" });
  }
  offered.set("FLAVORS", evaluation.expand("FLAVOR_EXT") ?? "");
  const conditions = conditionsOf(scene, subpackage);
  for (const [name, value] of conditions) if (!offered.has(name)) offered.set(name, value);
  return {
    fill: (text) =>
      text
        .replace(/\$\{([^{}$]+)\}/g, (written, name: string) => offered.get(name) ?? written)
        .replace(/\$\\/g, "$"),
    isSet: (name) => {
      const value = conditions.get(name === "SHARED" ? "SHARED_LIBS" : name);
      return value === undefined ? undefined : value !== "0";
    },
    variables,
  };
}

/** Every flavor is one, and what the port passes on by PKG_ARGS. */
function conditionsOf(scene: Scene, subpackage: string): ReadonlyMap<string, string> {
  const { evaluation } = scene;
  const chosen = splitWords(evaluation.expand("FLAVOR") ?? "");
  const flavors = splitWords(evaluation.expand("FLAVORS") ?? "");
  const own = evaluation.isDefined(`PKG_ARGS${subpackage}`) ? `PKG_ARGS${subpackage}` : "PKG_ARGS";
  const written = shellWords(evaluation.expand(own) ?? "").flatMap((word) => {
    const [, name, value = ""] = /^-D([^=]+)=(.*)$/s.exec(word) ?? [];
    return name === undefined ? [] : [[name, unquoted(value)] as const];
  });
  return new Map([
    ["SHARED_LIBS", "1"],
    ...(saysYes(scene, "USE_GROFF") ? [["USE_GROFF", "1"] as const] : []),
    ...written,
    ...flavors.map((flavor) => [flavor, chosen.includes(flavor) ? "1" : "0"] as const),
  ]);
}

/** As pkg_create takes a value off the command line. */
function unquoted(value: string): string {
  return value.replace(/^'(.*)'$/s, "$1").replace(/^"(.*)"$/s, "$1");
}
