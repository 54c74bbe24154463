// One choice of flavors, held against what a port offers.

import { type Flavors, troubleWith } from "../port/port.ts";
import {
  type Diagnostic,
  type Located,
  nearest,
  ok,
  quoted,
  type Related,
  type Result,
  type Span,
  unreachable,
} from "../report.ts";

export type Offer = {
  readonly port: Located<string>;
  readonly available: readonly string[];
  readonly pseudo: readonly string[];
  readonly excludes: readonly { readonly flavor: string; readonly excluded: Located<string> }[];
  /** Where the flavors are written. */
  readonly span: Span | undefined;
};

/** `requested` in canonical order: true flavors as the port orders them, then pseudo-flavors. */
export function chooseFlavors(offer: Offer, requested: readonly string[]): Result<Flavors> {
  const { available, pseudo, excludes } = offer;
  const troubles = troubleWith({ available, pseudo, chosen: [...new Set(requested)] }, excludes);
  if (troubles.length > 0) {
    return {
      ok: false,
      error: troubles.map((trouble): Diagnostic => {
        switch (trouble.kind) {
          case "unknown":
            return unknownFlavor(offer, trouble.flavor);
          case "excluded":
            return {
              severity: "error",
              code: "recipe/excluded-flavors",
              blame: "request",
              message: `\`${trouble.by}\` and \`${trouble.flavor}\` can't be chosen together`,
              help: "leave one of the two out of `--flavor`",
              related: [{ message: "the port says so", span: trouble.rule.span }],
            };
          default:
            return unreachable(trouble);
        }
      }),
    };
  }
  return ok({
    available,
    pseudo,
    chosen: [...available, ...pseudo].filter((flavor) => requested.includes(flavor)),
  });
}

function unknownFlavor({ port, available, pseudo, span }: Offer, flavor: string): Diagnostic {
  const known = [...available, ...pseudo];
  const meant = nearest(flavor, known);
  const place: Related = span
    ? { message: "its flavors", span }
    : { message: "it has no flavors", span: port.span };
  const choices = known.map((name) => `\`${name}\``).join(", ");
  return {
    severity: "error",
    code: "recipe/unknown-flavor",
    blame: "request",
    message: `${quoted(flavor)} is not a flavor of \`${port.value}\``,
    help: meant
      ? `did you mean \`${meant}\`?`
      : known.length > 0
        ? `choose among ${choices}`
        : "leave `--flavor` out",
    related: [place],
  };
}
