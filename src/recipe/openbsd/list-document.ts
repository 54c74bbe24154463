// A packing list as its author wrote it, line by line, so that it can be brought up to date and written again.

import type { PackingKind } from "../../port/port.ts";
import type { Prefixes } from "./packing-list.ts";
import { annotationOf, belowPrefix, fragmentFiles, fragmentLine, isKind, kindOf } from "./packing-list.ts";
import type { Scene } from "./scene.ts";
import type { Substitution } from "./substitution.ts";

/** What lines before a file say of it and those that follow, as written; a state that nothing sets is absent. */
export type ListState = Readonly<Partial<Record<"mode" | "owner" | "group" | "cwd", string>>>;

/** A file or folder of a list, with the lines after it that go with it. */
export type ListedFile = {
  readonly kind: PackingKind;
  /** Below the port's prefix, variables filled in. */
  readonly path: string;
  /** As written, without the annotation before it. */
  readonly text: string;
  readonly fate: "packed" | "left-out";
  readonly state: ListState;
  readonly after: readonly ListLine[];
};

/** A line that names no file of its own; one that takes a fragment in has its list, when the fragment counts. */
export type ListLine = {
  readonly text: string;
  /** Goes with the file before it when that one goes. */
  readonly hold: "file" | "list";
  readonly fragment?: ListDocument;
};

export type ListDocument = {
  /** In make's spelling. */
  readonly path: string;
  /** What stands in the file; absent when it is not there yet. */
  readonly before?: string;
  /** Lines before the first file. */
  readonly head: readonly ListLine[];
  readonly files: readonly ListedFile[];
};

export type ListReading = {
  readonly scene: Scene;
  readonly substitution: Substitution;
  readonly prefixes: Prefixes;
};

const STATES = ["mode", "owner", "group", "cwd"] as const;
/** A list that includes itself would not end. */
const DEPTH_LIMIT = 20;

export function readListDocument(path: string, reading: ListReading): ListDocument {
  return new DocumentReader(reading).read(path, 0);
}

/** States go on from a list into its fragments, and out of them again. */
class DocumentReader {
  readonly #reading: ListReading;
  #state: ListState = {};

  constructor(reading: ListReading) {
    this.#reading = reading;
  }

  read(path: string, depth: number): ListDocument {
    const source = this.#reading.scene.files.source(path);
    const head: ListLine[] = [];
    const files: (Omit<ListedFile, "after"> & { readonly after: ListLine[] })[] = [];
    for (const text of (source?.text ?? "").split("\n")) {
      if (text.trim() === "") continue;
      const fragment = fragmentLine(text);
      const beside = files.at(-1)?.after ?? head;
      if (fragment) beside.push(this.#fragment(text, { ...fragment, list: path, depth }));
      else if (this.#takesState(text)) continue;
      else {
        const file = this.#fileOf(text);
        if (file) files.push({ ...file, after: [] });
        else beside.push({ text, hold: /^@sample\s/.test(text) ? "file" : "list" });
      }
    }
    return { path, ...(source ? { before: source.text } : {}), head, files };
  }

  #fragment(
    text: string,
    { name, not, list, depth }: { name: string; not: string; list: string; depth: number },
  ): ListLine {
    const line = { text, hold: "list" } as const;
    const isSet = this.#reading.substitution.isSet(name);
    const { path } = fragmentFiles({ name, not, list });
    const counts = isSet !== undefined && isSet === (not === "") && depth < DEPTH_LIMIT;
    if (!counts || !this.#reading.scene.files.source(path)) return line;
    return { ...line, fragment: this.read(path, depth + 1) };
  }

  #takesState(text: string): boolean {
    const { keyword, text: value } = annotationOf(text);
    const name = STATES.find((one) => one === keyword);
    if (!name) return false;
    const { [name]: _, ...others } = this.#state;
    this.#state = value === "" ? others : { ...others, [name]: value };
    return true;
  }

  #fileOf(line: string): Omit<ListedFile, "after"> | undefined {
    const { keyword, text } = annotationOf(line);
    const isComment = keyword === "comment";
    const named = isComment ? annotationOf(text) : { keyword, text };
    if (!isKind(named.keyword) || named.keyword === "sample" || named.text === "") return undefined;
    if (isComment && /\s|^\$/.test(named.text)) return undefined;
    const { substitution, prefixes } = this.#reading;
    const { cwd } = this.#state;
    const filled = cwd === undefined ? prefixes.own : substitution.fill(cwd);
    const base = filled.startsWith("/") ? filled : `${prefixes.own}/${filled}`;
    const path = belowPrefix(substitution.fill(named.text), { base, port: prefixes.port });
    if (path === undefined || path === "") return undefined;
    return {
      kind: kindOf(named.keyword, named.text),
      path,
      text: named.text,
      fate: isComment ? "left-out" : "packed",
      state: this.#state,
    };
  }
}
