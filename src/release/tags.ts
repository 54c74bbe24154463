// Which release a package goes to: the tag may be a template.

import { type Package, TAG_FIELDS, tagOf } from "../port/port.ts";
import { type Diagnostic, nearest, ok, type Result } from "../report.ts";

/** Those that are proposed when a release would grow too large, coarse ones first. */
const PROPOSALS = ["{base}", "{base}-{arch}", "{port}", "{port}-{version}"];

/** The tags in byte order, with what goes to each. */
export function groupByTag<T extends { readonly row: Package }>(
  packages: readonly T[],
  template: string,
): Result<ReadonlyMap<string, readonly T[]>> {
  const unknown = [...template.matchAll(/\{([^}]*)\}/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !(name in TAG_FIELDS));
  if (unknown.length > 0) return { ok: false, error: unknown.map(unknownField) };
  const groups = new Map<string, T[]>();
  for (const one of packages) {
    const tag = tagOf(one.row, template);
    groups.set(tag, [...(groups.get(tag) ?? []), one]);
  }
  const unfit = [...groups.keys()].filter((tag) => !isTag(tag));
  if (unfit.length > 0) return { ok: false, error: unfit.map(unfitTag) };
  return ok(new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** A template with which no release would hold more than so many packages; undefined when none does. */
export function helpfulTemplate(rows: readonly Package[], mostPackages: number): string | undefined {
  return PROPOSALS.find((template) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(tagOf(row, template), (counts.get(tagOf(row, template)) ?? 0) + 1);
    return Math.max(...counts.values()) <= mostPackages;
  });
}

/** As git-check-ref-format(1) has it. */
function isTag(tag: string): boolean {
  return (
    tag !== "" &&
    tag !== "@" &&
    !/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^[/-]|[/.]$/u.test(tag) &&
    tag.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"))
  );
}

function unknownField(name: string): Diagnostic {
  const meant = nearest(name, Object.keys(TAG_FIELDS));
  return {
    severity: "error",
    code: "release/tag-field",
    blame: "request",
    message: `a tag has no field \`{${name}}\``,
    help: meant
      ? `did you mean \`{${meant}}\`?`
      : `it has ${Object.keys(TAG_FIELDS)
          .map((one) => `\`{${one}}\``)
          .join(", ")}`,
  };
}

function unfitTag(tag: string): Diagnostic {
  return {
    severity: "error",
    code: "release/tag",
    blame: "request",
    message: `\`${tag}\` can't be a tag of git`,
    help: "see git-check-ref-format(1) for what a tag may be",
  };
}
