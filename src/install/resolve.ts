import { bestFor, conflictBetween, fulfils, newestFirst, type Package } from "../port/port.ts";
import { type Diagnostic, nearest, ok, quotedList, type Result } from "../report.ts";
import { trouble } from "./trouble.ts";
import type { Wish } from "./wish.ts";

/** What an installed package is to those that come. */
export type Present = Pick<Package, "fullpkgname" | "fullpkgpath" | "contentDigest" | "layout" | "prefix"> &
  Pick<Partial<Package>, "flavors" | "pseudoFlavors" | "relations">;

export type Resolving = {
  readonly wishes: readonly Wish[];
  /** All that the release has. */
  readonly offered: readonly Package[];
  /** What will stay as it is. */
  readonly present: readonly Present[];
  /** Names of the machine's base; the first is its own. */
  readonly bases: readonly string[];
  readonly arch: string;
  /** The release's, for messages. */
  readonly place: string;
};

export type Choice = { readonly row: Package; readonly why: "asked" | "needed" };

/** The packages that the wishes stand for and what these need, dependencies first. All that hinders it, at once. */
export function resolve(resolving: Resolving): Result<readonly Choice[]> {
  const fitting = resolving.offered.filter((row) => fits(row, resolving));
  const troubles: Diagnostic[] = [];
  const asked: Package[] = [];
  for (const wish of resolving.wishes) {
    const [best] = newestFirst(fitting.filter(wish.accepts));
    if (best) asked.push(best);
    else troubles.push(notFound(wish, resolving, fitting));
  }
  const choices = new Map<string, Choice>();
  const visiting = new Set<string>();
  const visit = (row: Package, why: Choice["why"]): void => {
    if (visiting.has(row.file)) return;
    // Packages of one port may need each other: whoever is met first goes last.
    visiting.add(row.file);
    for (const dependency of row.depends) {
      if (resolving.present.some((one) => serves(one, dependency))) continue;
      const chosen = asked.find((one) => serves(one, dependency));
      const found = chosen ?? exact(fitting, dependency) ?? bestFor(fitting, dependency);
      if (found) visit(found, asked.includes(found) ? "asked" : "needed");
      else troubles.push(lacking(row, dependency, resolving));
    }
    choices.set(row.file, { row, why });
  };
  for (const row of asked) visit(row, "asked");
  const found = [...choices.values()];
  troubles.push(...conflicts(found, resolving.present));
  return troubles.length > 0 ? { ok: false, error: troubles } : ok(found);
}

function fits({ base, arch }: Package, resolving: Resolving): boolean {
  return resolving.bases.includes(base) && arch === resolving.arch;
}

type Depend = Package["depends"][number];

/** What is there already serves by its content, or by its name where that is all that is known. */
function serves(one: Present, dependency: Depend): boolean {
  return one.contentDigest === dependency.contentDigest || fulfils(one, dependency);
}

function exact(rows: readonly Package[], { contentDigest }: Depend): Package | undefined {
  return contentDigest === undefined ? undefined : rows.find((row) => row.contentDigest === contentDigest);
}

/** What can't stand side by side: each pair once, both named. */
export function conflicts(choices: readonly Choice[], present: readonly Present[]): readonly Diagnostic[] {
  const rows = choices.map(({ row }) => row);
  return rows.flatMap((row, index) => [
    ...rows
      .slice(index + 1)
      .filter((other) => clash(row, other))
      .map((other) => beside(row, other)),
    ...present.filter((other) => clash(row, other)).map((other) => installedBeside(row, other)),
  ]);
}

/** Layout `programs` is made for several versions side by side. */
function clash(a: Present, b: Present): boolean {
  if (a.contentDigest === b.contentDigest && a.prefix === b.prefix) return false;
  const areApart = a.layout === "programs" && b.layout === "programs" && a.prefix !== b.prefix;
  return !areApart && conflictBetween(a, b) !== undefined;
}

function beside(row: Present, other: Present): Diagnostic {
  return trouble(
    "install/conflict",
    `\`${row.fullpkgname}\` and \`${other.fullpkgname}\` can't be installed side by side`,
    "leave one of them out",
  );
}

function installedBeside(row: Present, other: Present): Diagnostic {
  return trouble(
    "install/conflict",
    `\`${row.fullpkgname}\` can't be installed beside \`${other.fullpkgname}\`, which is`,
    `\`tarwright update ${other.fullpkgname}\` takes a newer one, \`tarwright remove ${other.fullpkgname}\` makes room`,
  );
}

function notFound(
  wish: Wish,
  { offered, bases, arch, place }: Resolving,
  fitting: readonly Package[],
): Diagnostic {
  const elsewhere = offered.filter((row) => wish.accepts(row));
  const where = `for \`${bases.join("`, `")}\` on \`${arch}\``;
  if (elsewhere.length > 0) {
    const others = [...new Set(elsewhere.map((row) => `\`${row.base}\` on \`${row.arch}\``))].sort();
    return trouble(
      "install/other-base",
      `\`${place}\` has \`${wish.text}\` not ${where}, only for ${others.join(", ")}`,
      "build it for this base; where you know that another one's package runs here, name that with `--base`",
    );
  }
  const names = [...new Set(fitting.map(({ fullpkgname }) => fullpkgname))].sort();
  const stems = fitting.map(({ fullpkgname }) => fullpkgname.replace(/-[0-9].*$/, ""));
  const meant = nearest(wish.text.replace(/[-@][0-9^~*<>=].*$/, ""), [...new Set(stems)]);
  return trouble(
    "install/not-found",
    `\`${place}\` has no package \`${wish.text}\` ${where}`,
    meant && !wish.text.startsWith(meant)
      ? `did you mean \`${meant}\`?`
      : names.length === 0
        ? "it has no packages for this machine at all"
        : `it has ${quotedList(names)}`,
  );
}

function lacking(row: Package, { spec, pkgpath }: Depend, { place }: Resolving): Diagnostic {
  return trouble(
    "install/missing-dependency",
    `\`${row.fullpkgname}\` needs \`${spec === "" ? pkgpath : `${spec}:${pkgpath}`}\`, which \`${place}\` does not have, and which is not installed`,
    `publish it there too, or install \`${pkgpath}\` first from where it is`,
  );
}
