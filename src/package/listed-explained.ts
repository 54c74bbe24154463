// What is told of packing lists and of what a build made of them.

import type { Absence, Counterpart, PackingEntry, PackingNote, Subpackage } from "../port/port.ts";
import { type Diagnostic, placeOf, quoted, type Span, unreachable } from "../report.ts";
import { nameList, shownName } from "./shown.ts";

/** A line of a list, and what was built for it. */
export type Found = { readonly entry: PackingEntry; readonly counterpart: Counterpart };

/** Paths are names of bytes. */
export type Unlisted = { readonly path: string; readonly neighbour: PackingEntry | undefined };

type Row = { readonly span: Span; readonly text: string };

/** Longer lists say nothing more. */
const ROWS = 20;

/** One diagnostic for each list, at its first line: a build that went wrong leaves out hundreds of files. */
function inLists(
  rows: readonly Row[],
  told: Pick<Diagnostic, "severity" | "code" | "help"> & { readonly what: (count: number) => string },
): readonly Diagnostic[] {
  const { what, ...rest } = told;
  const bySource = new Map<string, Row[]>();
  for (const row of rows) {
    const known = bySource.get(row.span.source.name);
    if (known) known.push(row);
    else bySource.set(row.span.source.name, [row]);
  }
  return [...bySource.values()].flatMap((ofOne) => {
    const inOrder = ofOne.toSorted((a, b) => a.span.start - b.span.start);
    const [first] = inOrder;
    if (!first) return [];
    const shown = inOrder.slice(0, ROWS).map(({ span, text }) => {
      return `line ${placeOf(span.source, span.start).line}: ${text}`;
    });
    const more = inOrder.length > ROWS ? [`and ${inOrder.length - ROWS} more`] : [];
    const message = [what(inOrder.length), ...shown, ...more].join("\n  ");
    return [{ blame: "recipe", message, span: first.span, ...rest } as const];
  });
}

function files(count: number): string {
  return count === 1 ? "a file" : `${count} files`;
}

export function notBuilt(missing: readonly Found[]): readonly Diagnostic[] {
  const rows = missing.map(({ entry }) => ({ span: entry.span, text: listed(entry) }));
  return inLists(rows, {
    severity: "error",
    code: "package/not-built",
    what: (count) => `the packing list names ${files(count)} that the fake phase did not install:`,
    help: "let the build install it (`build --keep` shows what it did), or bring the list up to date: `tarwright make-plist PORT`",
  });
}

function listed({ kind, path }: Pick<PackingEntry, "kind" | "path">): string {
  if (kind === "file") return quoted(path);
  return kind === "dir" ? quoted(`${path}/`) : quoted(`@${kind} ${path}`);
}

export function unlisted(strays: readonly Unlisted[]): readonly Diagnostic[] {
  if (strays.length === 0) return [];
  const paths = strays.map(({ path }) => path);
  const span = strays.find(({ neighbour }) => neighbour)?.neighbour?.span;
  return [
    {
      severity: "warning",
      code: "package/unlisted",
      blame: "recipe",
      message: `no packing list names ${nameList(paths)}: left out of the packages`,
      ...(span ? { span } : {}),
      help: "add what belongs to a package to its list, or let `tarwright make-plist PORT` do so; `@comment PATH` says that a file is left out on purpose",
    },
  ];
}

type Side = { readonly owner: Subpackage; readonly entry: PackingEntry };

export function listDispute(path: string, one: Side, other: Side): Diagnostic {
  const named = ({ owner, entry }: Side) => `${listed(entry)} of \`${owner.fullpkgname}\``;
  return {
    severity: "error",
    code: "package/claimed-twice",
    blame: "recipe",
    message: `${named(one)} and ${named(other)} both claim \`${shownName(path)}\``,
    span: one.entry.span,
    related: [{ message: "the other claim", span: other.entry.span }],
    help: "leave it in one of the two lists: packages of one build share no file",
  };
}

/** Where OpenBSD and Linux give one thing two names. */
export function explainNames(found: readonly Found[]): readonly Diagnostic[] {
  const rowsOf = (kind: "numbered" | "moved") =>
    found.flatMap(({ entry, counterpart }) => {
      if (counterpart.kind !== kind) return [];
      // Of a library's names the longest is the file, which the others lead to.
      const [first = "", ...others] =
        kind === "moved" ? counterpart.paths : counterpart.paths.toSorted((a, b) => b.length - a.length);
      const beside = others.length > 0 ? `, with ${nameList(others)}` : "";
      return [
        { span: entry.span, text: `${quoted(entry.path)} is ${quoted(shownName(first))} here${beside}` },
      ];
    });
  return [
    ...inLists(rowsOf("numbered"), {
      severity: "note",
      code: "package/linux-name",
      what: () =>
        "shared libraries have upstream's numbers here, not OpenBSD's, and links that lead to them:",
    }),
    ...inLists(rowsOf("moved"), {
      severity: "note",
      code: "package/linux-name",
      what: () => "manual pages lie elsewhere, or are compressed:",
    }),
  ];
}

export function explainAbsences(found: readonly Found[]): readonly Diagnostic[] {
  const rows = found.flatMap(({ entry, counterpart }) => {
    if (counterpart.kind !== "absent" || counterpart.because === undefined) return [];
    return [{ span: entry.span, text: `${listed(entry)}: ${reasonOf(counterpart.because)}` }];
  });
  return inLists(rows, {
    severity: "note",
    code: "package/not-on-linux",
    what: (count) => `the packing list names ${files(count)} that a build on Linux does without:`,
  });
}

function reasonOf(absence: Absence): string {
  switch (absence) {
    case "libtool-archive":
      return "read by libtool alone, which finds the library without";
    case "static-library":
      return "the shared library is there";
    case "iconv-alias":
      return "a table of OpenBSD's iconv; glibc has its own";
    case "rc-script":
      return "a script of OpenBSD's rc.d, which nothing runs here";
    case "readme":
      return "OpenBSD's notes for its own users";
    case "precompiled":
      return "what Python keeps of a module; it makes it anew";
    case "empty-folder":
      return "a folder with nothing in it";
    default:
      return unreachable(absence);
  }
}

/** What installing does on OpenBSD and not here. */
export function explainNotes(packages: readonly Subpackage[]): readonly Diagnostic[] {
  const rows = packages.flatMap(({ notes = [], packingList = [] }) => [
    ...notes.map(({ span, ...note }) => ({ span, text: quoted(lineOf(note)) })),
    ...packingList
      .filter(({ mode = 0 }) => (mode & 0o7000) !== 0)
      .map(({ span, path, mode = 0 }) => ({
        span,
        text: `${quoted(path)} has the mode ${(mode & 0o777).toString(8)}, without \`@mode ${mode.toString(8)}\``,
      })),
  ]);
  return inLists(rows, {
    severity: "note",
    code: "package/not-done",
    what: () =>
      "an installation lays files down and runs nothing, makes no accounts and gives no rights; OpenBSD's would do more:",
  });
}

function lineOf({ keyword, text }: Omit<PackingNote, "span">): string {
  return keyword === "file" || keyword === "dir" ? text : `@${keyword} ${text}`.trim();
}
