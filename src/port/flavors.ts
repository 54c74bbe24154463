import type { Located } from "../report.ts";

export type Flavors = {
  /** True flavors, in the port's order, which is the canonical one. */
  readonly available: readonly string[];
  /** Pseudo-flavors: they change which packages are built, never what is in them. */
  readonly pseudo: readonly string[];
  /** The choice, both kinds, in canonical order: true flavors first, then pseudo-flavors. */
  readonly chosen: readonly string[];
};

/** `-a-b`: the chosen true flavors in canonical order (OpenBSD's FLAVOR_EXT); pseudo-flavors are left out. */
export function flavorExtension({ available, chosen }: Flavors): string {
  return available
    .filter((flavor) => chosen.includes(flavor))
    .map((flavor) => `-${flavor}`)
    .join("");
}

export type FlavorTrouble =
  | { readonly kind: "unknown"; readonly flavor: string }
  | {
      readonly kind: "excluded";
      readonly flavor: string;
      readonly by: string;
      readonly rule: Located<string>;
    };

/** What is wrong with a choice. `excludes` are the pairs a port forbids, with the place that says so. */
export function troubleWith(
  { available, pseudo, chosen }: Flavors,
  excludes: readonly { readonly flavor: string; readonly excluded: Located<string> }[],
): readonly FlavorTrouble[] {
  const unknown = chosen
    .filter((flavor) => !available.includes(flavor) && !pseudo.includes(flavor))
    .map((flavor): FlavorTrouble => ({ kind: "unknown", flavor }));
  const excluded = excludes
    .filter(({ flavor, excluded: other }) => chosen.includes(flavor) && chosen.includes(other.value))
    .map(
      ({ flavor, excluded: other }): FlavorTrouble => ({
        kind: "excluded",
        flavor: other.value,
        by: flavor,
        rule: other,
      }),
    );
  return [...unknown, ...excluded];
}
