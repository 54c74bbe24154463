// What a recipe says that a package links with, against what it does: in the spirit of OpenBSD's port-lib-depends-check.

import { fulfils } from "../port/port.ts";
import type { Span } from "../report.ts";
import type { Checked, Finding } from "./audit.ts";
import { type Resolved, resolveLinks } from "./linkage.ts";
import { nameList } from "./shown.ts";

/** `missing` is needed and not declared, `extra` declared and not needed, `bogus` can be needed by nobody. */
export type Comparison = {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly bogus: readonly string[];
};

export type Declarations = {
  /** Libraries, as after `-l`; the list that the recipe would have to hold. */
  readonly links: readonly string[];
  readonly wantlib: Comparison;
  /** Other ports by pkgpath, and the base's packages by the recipe's name for them. */
  readonly depends: Comparison;
};

type Compared = { readonly declarations: Declarations; readonly findings: readonly Finding[] };

export function compareDeclared(checked: Checked, resolved: readonly Resolved[]): Compared {
  const used = [...resolved, ...resolveLinks(checked.beside, checked)];
  const wantlib = compareWantlib(checked, { resolved, used });
  const depends = compareDepends(checked, { resolved, used });
  const links = linkedNames(resolved);
  return {
    declarations: { links, wantlib: wantlib.comparison, depends: depends.comparison },
    findings: [...wantlib.findings, ...depends.findings],
  };
}

/** What every program has, under names that differ from one C library to the next. */
const OF_THE_COMPILER = new Set(["c", "dl", "gcc_s", "m", "pthread", "resolv", "rt", "util"]);

/** Those that come from outside of the package, sorted; the C library's own are not worth a word. */
function linkedNames(resolved: readonly Resolved[]): readonly string[] {
  const foreign = resolved.filter(({ link }) => link.from.kind !== "package");
  const names = foreign.flatMap(({ link }) => libraryName(link.needed)?.name ?? []);
  return [...new Set(names)].filter((name) => !OF_THE_COMPILER.has(name)).sort();
}

/** `libssl.so.3` is `ssl`, of major version 3; the loader itself is no library. */
function libraryName(
  file: string,
): { readonly name: string; readonly major: number | undefined } | undefined {
  const [, name, digits] =
    /^lib(.+?)\.so(?:\.([0-9]+).*)?$/.exec(file.slice(file.lastIndexOf("/") + 1)) ?? [];
  return name === undefined ? undefined : { name, major: digits === undefined ? undefined : Number(digits) };
}

type WantedLibrary = {
  readonly text: string;
  readonly name: string;
  readonly fits: (major: number) => boolean;
};

/** library-specs(7): `ssl`, `ssl>=3`, `lib/qt4/QtCore=9.0`. */
function parseWantlib(text: string): WantedLibrary {
  const [, name = text, relation, major = ""] =
    /^(?:.*\/)?(.*?)(?:(>?=)([0-9]+)(?:\.[0-9]+)?)?$/.exec(text) ?? [];
  const fits = (found: number) =>
    relation === undefined || (relation === "=" ? found === Number(major) : found >= Number(major));
  return { text, name, fits };
}

/** Of the package itself, and of all packages of the job. */
type Linked = { readonly resolved: readonly Resolved[]; readonly used: readonly Resolved[] };

type Outcome = { readonly comparison: Comparison; readonly findings: readonly Finding[] };

/** A recipe without any `wantlib` makes no claim, and lacks nothing. */
function compareWantlib(checked: Checked, { resolved, used }: Linked): Outcome {
  const { subject } = checked;
  const wanted = subject.wantlib.map(parseWantlib);
  if (wanted.length === 0) return { comparison: NOTHING, findings: [] };
  const links = linkedNames(resolved);
  const missing = links.filter((name) => !wanted.some((one) => one.name === name));
  const usedLinks = linkedNames(used);
  const idle = wanted.filter(({ name }) => !usedLinks.includes(name) && !OF_THE_COMPILER.has(name));
  const there = reachable(checked);
  const isThere = ({ name, fits }: WantedLibrary) =>
    there.some((one) => one.name === name && (one.major === undefined || fits(one.major)));
  const bogus = wanted.filter((one) => !OF_THE_COMPILER.has(one.name) && !isThere(one));
  const extra = idle.filter((one) => !bogus.includes(one));
  const texts = (list: readonly WantedLibrary[]) => list.map(({ text }) => text);
  const place = `\`${subject.words.wantlib}\``;
  const span = subject.wantlibSpans?.[0];
  const spanOf = (one: WantedLibrary) => subject.wantlibSpans?.[wanted.indexOf(one)];
  return {
    comparison: { missing, extra: texts(extra), bogus: texts(bogus) },
    findings: [
      ...finding("wantlib", missing, {
        message: (names) => `${place} lacks ${names}, with which the package is linked`,
        help: `add ${nameList(missing)}`,
        span,
      }),
      ...extra.flatMap((one) =>
        finding("wantlib", [one.text], {
          message: (name) => `${place} names ${name}, with which nothing in the package is linked`,
          help: "remove it",
          span: spanOf(one),
        }),
      ),
      ...bogus.flatMap((one) =>
        finding("wantlib", [one.text], {
          message: (name) =>
            `${place} names ${name}, which neither the base \`${subject.base}\` nor a package that it depends on has`,
          help: "mend the name or its version, or declare what brings it",
          span: spanOf(one),
        }),
      ),
    ],
  };
}

const NOTHING: Comparison = { missing: [], extra: [], bogus: [] };

function reachable({ others, base }: Checked) {
  const libraries = [...others.flatMap((offer) => offer.libraries), ...base.libraries];
  return libraries.flatMap(({ path, soname }) => libraryName(soname ?? path) ?? []);
}

type Idle = { readonly name: string; readonly span: Span | undefined; readonly help: string };

const HELP = {
  port: "when the build or a program of the package needs it, say so under `build` or `run`; else remove it",
  system: "remove it; when only the build needs it, name its packages, as in `{apt: {build: [libfoo-dev]}}`",
} as const;

function compareDepends(checked: Checked, { resolved, used }: Linked): Outcome {
  const { subject, others, base } = checked;
  const linked = new Set(
    used.flatMap(({ link: { from } }) => (from.kind === "dependency" ? [from.fullpkgname] : [])),
  );
  const linkedInBase = new Set(
    used.flatMap(({ link: { from } }) => (from.kind === "base" ? (from.package ?? []) : [])),
  );
  const extra: Idle[] = [];
  const bogus: Idle[] = [];
  for (const dependency of subject.depends.lib) {
    const there = others.filter((one) => fulfils(one, dependency));
    if (there.length === 0 || there.some(({ fullpkgname }) => linked.has(fullpkgname))) continue;
    const list = there.some(({ libraries }) => libraries.length > 0) ? extra : bogus;
    list.push({ name: dependency.pkgpath, span: dependency.span, help: HELP.port });
  }
  const owners = new Set(base.libraries.flatMap((library) => library.package ?? []));
  for (const { name, packages, span } of subject.depends.system) {
    const bringing = packages.filter((one) => owners.has(one));
    // Programs and files are there to be run and read: nobody can tell whether they are.
    if (bringing.length > 0 && !bringing.some((one) => linkedInBase.has(one)))
      extra.push({ name, span, help: HELP.system });
  }
  const undeclared = others.filter(
    (one) =>
      resolved.some(
        ({ link: { from } }) => from.kind === "dependency" && from.fullpkgname === one.fullpkgname,
      ) && ![...subject.depends.lib, ...subject.depends.run].some((dependency) => fulfils(one, dependency)),
  );
  const names = (list: readonly Idle[]) => list.map(({ name }) => name);
  return {
    comparison: {
      missing: undeclared.map(({ fullpkgpath }) => fullpkgpath),
      extra: names(extra),
      bogus: names(bogus),
    },
    findings: [
      ...extra.flatMap(({ name, span, help }) =>
        finding("extra-dependency", [name], {
          message: (text) => `${text} is a dependency, but nothing in the package is linked with it`,
          help,
          span,
        }),
      ),
      ...bogus.flatMap(({ name, span, help }) =>
        finding("extra-dependency", [name], {
          message: (text) => `${text} is a dependency on libraries, but has no shared library`,
          help,
          span,
        }),
      ),
    ],
  };
}

function finding(
  check: Finding["check"],
  names: readonly string[],
  texts: {
    readonly message: (names: string) => string;
    readonly help: string;
    readonly span: Span | undefined;
  },
): readonly Finding[] {
  if (names.length === 0) return [];
  const { message, help, span } = texts;
  return [{ check, message: message(nameList(names)), help, ...(span ? { span } : {}) }];
}
