// make-plist: packing lists brought up to date with what a build has installed, as OpenBSD's update-plist does it.
// Lines that still hold stay as they were written and where they are; what is new goes to its sorted place, in the list
// that has the files beside it; what was not built any more goes.

// make-plist: packing lists brought up to date with what a build has installed, as OpenBSD's update-plist does it.
// Lines that still hold stay as they were written and where they are; what is new goes to its sorted place, in the list
// that has the files beside it; what was not built any more goes.

import {
  type BuiltFile,
  builtTree,
  counterpartOf,
  listedLibrary,
  type PackingKind,
} from "../../port/port.ts";
import { type Diagnostic, quoted } from "../../report.ts";
import type { ListWriter, WrittenList } from "../reading.ts";
import { type Addition, additions, type Member } from "./list-additions.ts";
import {
  type ListDocument,
  type ListedFile,
  type ListLine,
  type ListReading,
  type ListState,
  readListDocument,
} from "./list-document.ts";
import { placeOf, type Scene, splitWords, variableOf } from "./scene.ts";
import { substitutionFor } from "./substitution.ts";

type ListWriting = Parameters<ListWriter>[0];

/** `prefix` is the port's. */
export function writeLists(
  scene: Scene,
  { prefix, ...writing }: ListWriting & { readonly prefix: string },
): ReturnType<ListWriter> {
  const members = splitWords(variableOf(scene, "BUILD_PACKAGES").value).map((ending): Member => {
    const own = variableOf(scene, `PREFIX${ending}`).value.trim() || prefix;
    const substitution = substitutionFor(scene, ending);
    const reading = { scene, substitution, prefixes: { own, port: prefix } };
    return { reading, document: readListDocument(variableOf(scene, `PLIST${ending}`).value.trim(), reading) };
  });
  const settled = members.map((member) => ({ ...member, document: settle(member.document, writing) }));
  const words = scene.evaluation.isDefined("PERMIT_PACKAGE") ? MODERN : OLD;
  const added = additions(settled, { ...writing, words });
  const lists = settled.flatMap(({ document, reading }, index) =>
    textsOf(insert(document, added[index] ?? []), reading),
  );
  return { lists, diagnostics: unregistered(scene, members, writing.built) };
}

/** Words that a port of 2016 has, and those of today. */
const OLD: readonly PackingKind[] = ["bin", "lib", "man", "info"];
const MODERN: readonly PackingKind[] = [...OLD, "so", "static-lib"];

// --- what stays ---------------------------------------------------------------------------------------------------

/** Without the lines of what was not built, and with the kinds that the files have now. */
function settle(document: ListDocument, writing: ListWriting): ListDocument {
  const tree = builtTree(writing.built);
  const byPath = new Map(writing.built.map((file) => [file.path, file]));
  const settleLines = (lines: readonly ListLine[]) =>
    lines.map((line) => (line.fragment ? { ...line, fragment: settled(line.fragment) } : line));
  const settled = (one: ListDocument): ListDocument => {
    const head = [...settleLines(one.head)];
    const files: ListedFile[] = [];
    for (const file of one.files) {
      const counterpart = counterpartOf(file, tree);
      const stays =
        file.fate === "left-out" || counterpart.kind !== "absent" || counterpart.because !== undefined;
      const after = settleLines(file.after);
      if (stays) {
        files.push({ ...file, kind: kindNow(file, byPath.get(file.path)), after });
        continue;
      }
      // What does not hang on the file alone goes with the one before.
      const orphans = after.filter(({ hold }) => hold === "list");
      const last = files.at(-1);
      if (last) files[files.length - 1] = { ...last, after: [...last.after, ...orphans] };
      else head.push(...orphans);
    }
    return { ...one, head, files };
  };
  return settled(document);
}

/** A script that became a program, or the other way round; what a list says beyond that is its author's. */
function kindNow({ kind }: ListedFile, built: BuiltFile | undefined): PackingKind {
  if (built?.kind !== "file") return kind;
  if (kind === "file" && built.nature === "program") return "bin";
  if (kind === "bin" && built.nature === "other") return "file";
  return kind;
}

// --- as text ------------------------------------------------------------------------------------------------------

/** Each new file after the one that comes before it in order. */
function insert(document: ListDocument, added: readonly Addition[]): ListDocument {
  const files: ListedFile[] = document.files.map((file) => ({
    ...file,
    after: file.after.map((line) => withFragment(line, added)),
  }));
  for (const { document: path, file } of added) {
    if (path !== document.path) continue;
    const before = files.reduce(
      (best, one, index) =>
        one.path < file.path && (best === -1 || one.path >= (files[best]?.path ?? "")) ? index : best,
      -1,
    );
    files.splice(before + 1, 0, file);
  }
  return { ...document, head: document.head.map((line) => withFragment(line, added)), files };
}

function withFragment(line: ListLine, added: readonly Addition[]): ListLine {
  return line.fragment ? { ...line, fragment: insert(line.fragment, added) } : line;
}

/** A list and its fragments. The states that a file needs are set before it, where they are others than before. */
function textsOf(document: ListDocument, { scene, prefixes }: ListReading): readonly WrittenList[] {
  const written: WrittenList[] = [];
  let now: ListState = {};
  const write = (one: ListDocument): void => {
    const lines: string[] = [];
    const add = ({ text, fragment }: ListLine) => {
      lines.push(text);
      if (fragment) write(fragment);
    };
    one.head.forEach(add);
    for (const file of one.files) {
      lines.push(...changesOf(now, file.state, prefixes.own), lineOf(file));
      now = file.state;
      file.after.forEach(add);
    }
    const path = scene.files.inner(one.path);
    // A list of nothing is written only where there was one of something.
    if (path === undefined || (lines.length === 0 && one.before === undefined)) return;
    const after = lines.map((line) => `${line}\n`).join("");
    written.push({ path, ...(one.before === undefined ? {} : { before: one.before }), after });
  };
  write(document);
  return written;
}

function changesOf(now: ListState, wanted: ListState, prefix: string): readonly string[] {
  return (["cwd", "mode", "owner", "group"] as const).flatMap((name) => {
    if (now[name] === wanted[name]) return [];
    const otherwise = name === "cwd" ? prefix : "";
    return [`@${name} ${wanted[name] ?? otherwise}`.trim()];
  });
}

function lineOf({ kind, text, fate }: ListedFile): string {
  const isPlain = kind === "file" || kind === "dir";
  const line = isPlain ? (text.startsWith("@") ? `@file ${text}` : text) : `@${kind} ${text}`;
  return fate === "left-out" ? `@comment ${line}` : line;
}

// --- what is told -------------------------------------------------------------------------------------------------

/** Shared libraries that nothing numbers: the variable that their lines have would stay empty. */
function unregistered(
  scene: Scene,
  members: readonly Member[],
  built: readonly BuiltFile[],
): readonly Diagnostic[] {
  const variables = new Set(
    members.flatMap(({ reading }) => reading.substitution.variables.map(({ name }) => name)),
  );
  const names = new Set(
    built.flatMap(({ path }) => {
      const name = /(?:^|\/)lib([^/]+)\.so$/.exec(listedLibrary(path, built) ?? "")?.[1];
      return name === undefined || variables.has(`LIB${name}_VERSION`) ? [] : [name];
    }),
  );
  if (names.size === 0) return [];
  return [
    {
      severity: "warning",
      code: "openbsd/shared-libs",
      blame: "recipe",
      message: `\`SHARED_LIBS\` has no version of ${[...names].map((name) => quoted(name)).join(", ")}`,
      span: placeOf(scene, ["SHARED_LIBS"]),
      help: `add \`SHARED_LIBS += ${[...names].map((name) => `${name} 0.0`).join(" ")}\``,
    },
  ];
}
