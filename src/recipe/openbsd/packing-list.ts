// PLIST and its fragments: which files are a package's, what it says of other packages, and what should happen when it
// is installed. pkg_create(1) is the grammar.

import type { PackingNote, PackingRule, Relations } from "../../port/port.ts";
import { quoted, type Source, type Span } from "../../report.ts";
import { type Scene, tell } from "./scene.ts";
import type { Substitution } from "./substitution.ts";

export type PackingListReading = {
  readonly files: readonly PackingRule[];
  readonly notes: readonly PackingNote[];
  readonly relations: Relations;
};

/** Words that stand before a file or folder and only say what kind it is. */
const KINDS = [
  "bin",
  "so",
  "static-lib",
  "lib",
  "man",
  "info",
  "file",
  "dir",
  "shell",
  "rcscript",
  "fontdir",
  "mandir",
];
/** Linux takes no longer one. */
const PATH_LIMIT = 4096;
/** A list that includes itself would not end. */
const DEPTH_LIMIT = 20;

/** `path` is the list's own, in make's spelling: fragments lie beside it. `prefix` is where the package's files live. */
export function readPackingList(
  { path, source }: ListFile,
  { substitution, prefix }: { readonly substitution: Substitution; readonly prefix: string },
  scene: Scene,
): PackingListReading {
  const files = new Map<string, PackingRule>();
  const notes: PackingNote[] = [];
  const conflicts: string[] = [];
  const formerPaths: string[] = [];
  let excludes: Relations["excludes"] = "stem";
  let base = prefix;
  for (const { line, span } of linesOf({ path, source }, { substitution, depth: 0 }, scene)) {
    const { keyword, text } = annotationOf(line);
    if (keyword === "comment" || text === "") continue;
    if (keyword === "conflict") conflicts.push(text);
    else if (keyword === "pkgpath") formerPaths.push(text);
    else if (keyword === "option" && text === "no-default-conflict") excludes = "name";
    else if (keyword === "cwd") base = text.startsWith("/") ? text : `${prefix}/${text}`;
    else if (!KINDS.includes(keyword)) notes.push({ keyword, text, span });
    else {
      const path = below(prefix, text.startsWith("/") ? text : `${base}/${text}`);
      if (path === undefined) notes.push({ keyword, text, span });
      else if (!files.has(path))
        files.set(path, { pattern: keyword === "lib" ? anyVersion(path) : path, span });
    }
  }
  return { files: claims([...files.values()]), notes, relations: { conflicts, excludes, formerPaths } };
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
    const [, not = "", name] = /^(!?)%%(.*?)%%\s*$/.exec(text) ?? [];
    if (name !== undefined) lines.push(...fragmentOf({ name, not, path, span }, reading, scene));
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
  const word = name === "SHARED" ? "shared" : name;
  const [path, other] = [not === "" ? word : `no-${word}`, not === "" ? `no-${word}` : word].map((one) =>
    fragmentName(list, one),
  );
  const found = path === undefined ? undefined : scene.files.source(path);
  if (!found && !(other !== undefined && scene.files.source(other))) {
    tell(scene, span, {
      code: "openbsd/fragment",
      message: `there is no fragment ${quoted(scene.files.inner(path ?? word) ?? word)}`,
      help: "write the file, or remove this line",
    });
  }
  if (!found || path === undefined || isSet === (not !== "") || reading.depth >= DEPTH_LIMIT) return [];
  return linesOf({ path, source: found }, { ...reading, depth: reading.depth + 1 }, scene);
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

/** A line without an annotation is a file, or with a slash at its end a folder. */
function annotationOf(line: string): { readonly keyword: string; readonly text: string } {
  const [, keyword, text = ""] = /^@([a-z-]+)(?:\s+(.*))?$/.exec(line) ?? [];
  return keyword === undefined ? { keyword: "file", text: line.trim() } : { keyword, text: text.trim() };
}

function below(prefix: string, path: string): string | undefined {
  if (path.length > PATH_LIMIT) return undefined;
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) return undefined;
  const plain = `/${parts.join("/")}`;
  const slash = path.endsWith("/") ? "/" : "";
  return plain.startsWith(`${prefix}/`) ? `${plain.slice(prefix.length + 1)}${slash}` : undefined;
}

/** OpenBSD numbers shared libraries itself; elsewhere they have upstream's versions, and links that lead to them. */
function anyVersion(path: string): string {
  return path.replace(/\.so(\.[^/]*)?$/, ".so*");
}

/** A folder counts only when nothing in it is listed: otherwise it would claim what the list leaves out. */
function claims(rules: readonly PackingRule[]): readonly PackingRule[] {
  const parents = new Set(rules.flatMap(({ pattern }) => foldersOf(pattern.replace(/\/$/, ""))));
  return rules
    .filter(({ pattern }) => !pattern.endsWith("/") || !parents.has(pattern.slice(0, -1)))
    .map((rule) => ({ ...rule, pattern: rule.pattern.replace(/\/$/, "") }));
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
