import type { Arch } from "../port/port.ts";
import { type Diagnostic, ok, quoted, type Result, wrong } from "../report.ts";
import type { Candidate, FlavorWish, Variant } from "./candidate.ts";

/** More combinations than this of one port are nobody's intention. */
const COMBINATIONS = 64;

/** The variants of a candidate that a wish asks for; choices that come to the same are one. */
export function variantsOf(
  candidate: Candidate,
  { wish, arch }: { readonly wish: FlavorWish; readonly arch: Arch },
): Result<readonly Variant[]> {
  const plain = candidate.read("default", arch);
  if (!plain.ok) return plain;
  const { available, pseudo } = plain.value.flavors;
  switch (wish.kind) {
    case "listed":
      return read({ candidate, arch }, wish.choices, "all must do");
    case "where known": {
      const known = [...available, ...pseudo];
      const choices = wish.choices.map((choice) =>
        choice === "default" ? choice : choice.filter((flavor) => known.includes(flavor)),
      );
      return read({ candidate, arch }, choices, "all must do");
    }
    case "all": {
      const axes = [...available, ...pseudo.filter((flavor) => wish.pseudo.includes(flavor))];
      if (2 ** axes.length > COMBINATIONS) return wrong(tooMany(candidate, axes));
      return read({ candidate, arch }, ["default", ...subsets(axes)], "some may exclude each other");
    }
  }
}

/** By size: the plain port first. */
function subsets(names: readonly string[]): readonly (readonly string[])[] {
  const all: (readonly string[])[] = [[]];
  for (const name of names) all.push(...all.map((one) => [...one, name]));
  return all.sort((a, b) => a.length - b.length);
}

function read(
  { candidate, arch }: { readonly candidate: Candidate; readonly arch: Arch },
  choices: readonly ("default" | readonly string[])[],
  mode: "all must do" | "some may exclude each other",
): Result<readonly Variant[]> {
  const variants = new Map<string, Variant>();
  const troubles: Diagnostic[] = [];
  for (const choice of choices) {
    const port = candidate.read(choice, arch);
    if (port.ok) variants.set(port.value.flavors.chosen.join(), { candidate, port: port.value, arch });
    // The port says itself which of its flavors can't be had together.
    else if (mode === "all must do" || choice === "default" || !port.error.every(isAboutChoice))
      troubles.push(...port.error);
  }
  return troubles.length > 0 ? { ok: false, error: troubles } : ok([...variants.values()]);
}

function isAboutChoice({ blame }: Diagnostic): boolean {
  return blame === "request";
}

function tooMany({ pkgpath, folder }: Candidate, axes: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "plan/too-many-flavors",
    blame: "request",
    message: `${quoted(pkgpath)} in \`${folder}\` has ${axes.length} flavors, which make ${2 ** axes.length} combinations`,
    help: `list those that you want: \`--flavors '${pkgpath}=default;${axes[0]};${axes.slice(0, 2).join(" ")}'\``,
  };
}
