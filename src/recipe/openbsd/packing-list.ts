// PLIST and its fragments: which files are a package's, what it says of other packages, and what should happen when it
// is installed. pkg_create(1) is the grammar.

import {
  PACKING_KINDS,
  type PackingEntry,
  type PackingKind,
  type PackingNote,
  type Relations,
} from "../../port/port.ts";
import { nearest, quoted, type Source, type Span } from "../../report.ts";
import { type Scene, tell } from "./scene.ts";
import type { Substitution } from "./substitution.ts";

export type PackingListReading = {
  readonly entries: readonly PackingEntry[];
  readonly notes: readonly PackingNote[];
  readonly relations: Relations;
};

/** Words whose lines say what is to happen when a package is installed or taken away. */
const NOTES = [
  "exec",
  "exec-always",
  "exec-add",
  "exec-update",
  "unexec",
  "unexec-always",
  "unexec-delete",
  "unexec-update",
  "extraunexec",
  "extra",
  "newuser",
  "newgroup",
  "sysctl",
  "login",
  "tag",
  "define-tag",
  "ask-update",
  "ask-delete",
  "libset",
  "owner",
  "group",
  "ignore",
  "link",
  "symlink",
  "endfake",
  "vendor",
  "lib-depends",
];
/** Words with a meaning of their own below. */
const STATES = ["comment", "conflict", "pkgpath", "option", "cwd", "mode"];
/** What pkg_create writes into a package itself. */
const OF_PACKAGES = [
  "name",
  "depend",
  "wantlib",
  "arch",
  "sha",
  "size",
  "ts",
  "url",
  "version",
  "signer",
  "digital-signature",
  "default-name",
];
/** Linux takes no longer one. */
const PATH_LIMIT = 4096;
/** A list that includes itself would not end. */
const DEPTH_LIMIT = 20;

/** Of the package's files, and of the port's: paths of entries start below the latter. */
export type Prefixes = { readonly own: string; readonly port: string };

/** `path` is the list's own, in make's spelling: fragments lie beside it. */
export function readPackingList(
  { path, source }: ListFile,
  { substitution, prefixes }: { readonly substitution: Substitution; readonly prefixes: Prefixes },
  scene: Scene,
): PackingListReading {
  const list = new ListReader(prefixes, scene);
  for (const line of linesOf({ path, source }, { substitution, depth: 0 }, scene)) list.add(line);
  return list.reading();
}

/** Takes a list's lines one after the other: some hold for those that follow. */
class ListReader {
  readonly #prefixes: Prefixes;
  readonly #scene: Scene;
  readonly #entries = new Map<string, PackingEntry>();
  readonly #notes: PackingNote[] = [];
  readonly #conflicts: string[] = [];
  readonly #formerPaths: string[] = [];
  #excludes: Relations["excludes"] = "stem";
  #base: string;
  #mode: number | undefined;
  /** The file that a `@sample` after it copies. */
  #last: string | undefined;

  constructor(prefixes: Prefixes, scene: Scene) {
    this.#prefixes = prefixes;
    this.#scene = scene;
    this.#base = prefixes.own;
  }

  reading(): PackingListReading {
    return {
      entries: [...this.#entries.values()],
      notes: this.#notes,
      relations: {
        conflicts: this.#conflicts,
        excludes: this.#excludes,
        formerPaths: this.#formerPaths,
      },
    };
  }

  add({ line, span }: Line): void {
    const { keyword, text } = annotationOf(line);
    if (isKind(keyword)) this.#addFile({ keyword, text }, span);
    else if (NOTES.includes(keyword)) this.#addNote({ keyword, text, span });
    else if (STATES.includes(keyword)) this.#addState({ keyword, text }, span);
    else this.#refuse(keyword, span);
  }

  #addState({ keyword, text }: Annotation, span: Span): void {
    switch (keyword) {
      case "comment":
        this.#addComment(text, span);
        return;
      case "mode":
        // Letters say what is to be changed of a mode that nobody knows here.
        this.#mode = /^[0-7]{3,4}$/.test(text) ? Number.parseInt(text, 8) : undefined;
        return;
      case "cwd":
        if (text !== "") this.#base = text.startsWith("/") ? text : `${this.#prefixes.own}/${text}`;
        return;
      case "option":
        if (text === "no-default-conflict") this.#excludes = "name";
        return;
      default:
        if (text !== "") (keyword === "conflict" ? this.#conflicts : this.#formerPaths).push(text);
    }
  }

  /** pkg_create takes a line that names a file out of a list when it is commented out. */
  #addComment(text: string, span: Span): void {
    const { keyword, text: named } = annotationOf(text);
    const path = isKind(keyword) && !/\s|^\$/.test(named) ? this.#below(named) : undefined;
    if (path === undefined || path === "" || this.#entries.has(path)) return;
    this.#entries.set(path, { kind: kindOf(keyword, named), path, fate: "left-out", span });
  }

  #addFile({ keyword, text }: Annotation & { readonly keyword: PackingKind }, span: Span): void {
    if (text === "") return;
    const path = this.#below(text);
    if (path === undefined || path === "") {
      if (path === undefined) this.#notes.push({ keyword, text, span });
      return;
    }
    const kind = kindOf(keyword, text);
    const entry = { kind, path, fate: "packed", span } as const;
    const mode = this.#mode === undefined ? {} : { mode: this.#mode };
    if (kind === "sample") {
      const of = text.endsWith("/") || this.#last === undefined ? {} : { of: this.#last };
      if (!this.#entries.has(path)) this.#entries.set(path, { ...entry, ...mode, ...of });
      return;
    }
    this.#last = path;
    if (this.#entries.get(path)?.fate !== "packed") this.#entries.set(path, { ...entry, ...mode });
  }

  #addNote({ keyword, text, span }: PackingNote): void {
    const isPlain = ["owner", "group"].includes(keyword) && /^(|root|wheel|bin)$/.test(text);
    if (!isPlain) this.#notes.push({ keyword, text, span });
  }

  #refuse(keyword: string, span: Span): void {
    const ofPackages = OF_PACKAGES.includes(keyword);
    const meant = ofPackages ? undefined : nearest(keyword, [...PACKING_KINDS, ...NOTES, ...STATES]);
    tell(this.#scene, span, {
      code: "openbsd/packing-keyword",
      message: ofPackages
        ? `${quoted(`@${keyword}`)} is what a finished package says of itself, and stands in no packing list of a port`
        : `${quoted(`@${keyword}`)} is not a word of packing lists`,
      help: ofPackages
        ? "remove the line"
        : meant
          ? `did you mean \`@${meant}\`?`
          : "see pkg_create(1); a file whose name begins with `@` is written `@file @name`",
    });
  }

  #below(text: string): string | undefined {
    return belowPrefix(text, { base: this.#base, port: this.#prefixes.port });
  }
}

/** Undefined for a path that is not below the port's prefix; empty for the prefix itself. */
export function belowPrefix(
  text: string,
  { base, port }: { readonly base: string; readonly port: string },
): string | undefined {
  const written = text.startsWith("/") ? text : `${base}/${text}`;
  if (written.length > PATH_LIMIT) return undefined;
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return undefined;
  const plain = `/${parts.join("/")}`;
  if (plain === port) return "";
  return plain.startsWith(`${port}/`) ? plain.slice(port.length + 1) : undefined;
}

export function isKind(word: string): word is PackingKind {
  return PACKING_KINDS.some((kind) => kind === word);
}

/** A slash at the end makes a folder of what has no word, or one that fits both. */
export function kindOf(keyword: string, text: string): PackingKind {
  if (!isKind(keyword)) return "file";
  return keyword === "file" && text.endsWith("/") ? "dir" : keyword;
}

type ListFile = { readonly path: string; readonly source: Source };
type Line = { readonly line: string; readonly span: Span };
type Reading = { readonly substitution: Substitution; readonly depth: number };

/** The lines with those of fragments in place, filled in. */
function linesOf({ path, source }: ListFile, reading: Reading, scene: Scene): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of source.text.split("\n")) {
    const span = { source, start, end: start + text.length };
    start += text.length + 1;
    const fragment = fragmentLine(text);
    if (fragment) lines.push(...fragmentOf({ ...fragment, path, span }, reading, scene));
    else if (text.trim() !== "") lines.push({ line: reading.substitution.fill(text.trimEnd()), span });
  }
  return lines;
}

type Fragment = { readonly name: string; readonly not: string; readonly path: string; readonly span: Span };

/** `%%x%%` takes a fragment in when x is set, `!%%x%%` when it is not. */
function fragmentOf(
  { name, not, path: list, span }: Fragment,
  reading: Reading,
  scene: Scene,
): readonly Line[] {
  const isSet = reading.substitution.isSet(name);
  if (isSet === undefined) {
    tell(scene, span, {
      code: "openbsd/fragment",
      message: `nothing sets ${quoted(name)}`,
      help: "name a flavor of the port, or pass `-Dname=1` or `-Dname=0` on in `PKG_ARGS`",
    });
    return [];
  }
  const { path, other, word } = fragmentFiles({ name, not, list });
  const found = path === undefined ? undefined : scene.files.source(path);
  if (!found && !scene.files.source(other)) {
    tell(scene, span, {
      code: "openbsd/fragment",
      message: `there is no fragment ${quoted(scene.files.inner(path) ?? word)}`,
      help: "write the file, or remove this line",
    });
  }
  if (!found || isSet === (not !== "") || reading.depth >= DEPTH_LIMIT) return [];
  return linesOf({ path, source: found }, { ...reading, depth: reading.depth + 1 }, scene);
}

type FragmentLine = { readonly name: string; readonly not: string; readonly list: string };

/** The file that a line takes in, and the one that the line with the opposite condition would. */
export function fragmentFiles({ name, not, list }: FragmentLine) {
  const word = name === "SHARED" ? "shared" : name;
  const [set, unset] = [fragmentName(list, word), fragmentName(list, `no-${word}`)];
  return not === "" ? { path: set, other: unset, word } : { path: unset, other: set, word };
}

/** What stands between the signs of a line that takes a fragment in. */
export function fragmentLine(text: string): { readonly name: string; readonly not: string } | undefined {
  const [, not = "", name] = /^(!?)%%(.*?)%%\s*$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, not };
}

/** `PLIST-x11` → `PFRAG.debug-x11`; `PFRAG.debug-x11` → `PFRAG.gtk-debug-x11`. */
function fragmentName(list: string, name: string): string {
  const slash = list.lastIndexOf("/") + 1;
  const file = list.slice(slash);
  const fragment = file.startsWith("PFRAG.")
    ? file.replace("PFRAG.", () => `PFRAG.${name}-`)
    : file.replace("PLIST", () => `PFRAG.${name}`);
  return `${list.slice(0, slash)}${fragment}`;
}

type Annotation = { readonly keyword: string; readonly text: string };

/** A line without an annotation is a file, or with a slash at its end a folder. */
export function annotationOf(line: string): Annotation {
  const [, keyword, text = ""] = /^@([a-z-]+)(?:\s+(.*))?$/.exec(line) ?? [];
  return keyword === undefined ? { keyword: "file", text: line.trim() } : { keyword, text: text.trim() };
}
