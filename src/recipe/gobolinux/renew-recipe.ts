// A Recipe of the next version, as NewVersion of GoboLinux makes it: its comments and layout stay.

import { applyEdits, type Edit, wholeLines } from "../writing/edits.ts";
import type { Measured, Renewal, Renewing, TextFiles } from "../writing/renewal.ts";
import { respellSource, respellText } from "../writing/respell.ts";
import { parseScript } from "./shell/shell.ts";
import type { Assignment } from "./shell/syntax.ts";

const SOURCES = ["url", "urls", "mirror_url", "mirror_urls", "file", "files", "dir", "dirs", "tag"];
const SUMS = ["file_size", "file_sizes", "file_md5", "file_md5s", "file_sha", "file_shas"];

/** `texts` are the Recipe and those of architectures, by path below the folder of the version. */
export function renewGoboRecipe(texts: TextFiles, renewing: Renewing): Renewal {
  const drafts = new Map([...texts].map(([path, text]) => [path, renewOne(text, { ...renewing, path })]));
  const files = new Map([...drafts].map(([path, { text }]) => [path, text]));
  const sources = [...drafts]
    .filter(([, { anchor }]) => anchor !== undefined)
    .map(([path]) => (path === RECIPE ? { path } : { path, arch: path.slice(0, path.indexOf("/")) }));
  return {
    files,
    sources,
    sealed: (measured) =>
      new Map([...drafts].map(([path, draft]) => [path, seal(draft, measured.get(path) ?? [])])),
    notes: [...drafts].flatMap(([path, { notes }]) => notes.map((note) => `${path}: ${note}`)),
  };
}

const RECIPE = "Recipe";

type Draft = {
  readonly text: string;
  /** Where the sums go, in the new text; undefined where no source is named. */
  readonly anchor: number | undefined;
  /** Whether sources stand in a list. */
  readonly form: "one" | "list";
  readonly notes: readonly string[];
};

/** The place of the new sums, until they are there. */
const MARK = "\u0000";

function renewOne(text: string, renewing: Renewing & { readonly path: string }): Draft {
  const assignments = parseScript(text).script.flatMap((statement) =>
    statement.kind === "simple" ? statement.assignments : [],
  );
  const named = (names: readonly string[]) => assignments.filter(({ name }) => names.includes(name));
  const [source] = named(["url", "urls"]);
  const sums = named(SUMS);
  const edits: Edit[] = [
    ...sums.map((one) => wholeLines(text, one)),
    ...named(SOURCES).map((one) => sourceEdit(text, one, renewing)),
    ...headerEdits(text, renewing),
  ];
  const marked = marking(text, { source, sums });
  const elsewhere = otherEdits(text, { taken: [...edits, ...marked], renewing });
  const renewed = applyEdits(text, [...marked, ...edits, ...elsewhere]);
  const at = renewed.indexOf(MARK);
  return {
    text: renewed.replace(MARK, ""),
    anchor: at === -1 ? undefined : at,
    form: source?.name === "urls" ? "list" : "one",
    notes:
      elsewhere.length === 0 ? [] : [`${renewing.from} became ${renewing.to} outside of the sources, too`],
  };
}

/** The sums come where the first of the old ones was, or behind the source. */
function marking(
  text: string,
  { source, sums }: { readonly source: Assignment | undefined; readonly sums: readonly Assignment[] },
): readonly Edit[] {
  if (!source) return [];
  const [first] = sums.filter(({ start }) => start > source.start);
  if (first) return [{ ...wholeLines(text, first), text: MARK }];
  const { end } = wholeLines(text, source);
  return [{ start: end, end, text: text.slice(0, end).endsWith("\n") ? MARK : `\n${MARK}` }];
}

function sourceEdit(text: string, { name, nameRange, start, end }: Assignment, renewing: Renewing): Edit {
  const { url } = renewing;
  if (url !== undefined && name === "url") return { start, end, text: `url="${escaped(url)}"` };
  // The archive's own name, which the new address tells.
  if (url !== undefined && name === "file") return wholeLines(text, { start, end });
  const head = text.slice(nameRange.start, nameRange.end);
  return { start, end, text: head + respellSource(text.slice(nameRange.end, end), renewing) };
}

function escaped(url: string): string {
  return url.replace(/[\\"$`]/g, "\\$&");
}

/** Whoever wrote the old one did not write this one. */
function headerEdits(text: string, { to }: Renewing): readonly Edit[] {
  return [...text.matchAll(/^# Recipe for version .*\n?/gm)].map(({ 0: line, index }, at) => ({
    start: index,
    end: index + line.length,
    text: at === 0 ? `# Recipe for version ${to}\n` : "",
  }));
}

/** Whatever else names the whole version: options, functions, parts of a meta recipe. */
function otherEdits(
  text: string,
  { taken, renewing }: { readonly taken: readonly Edit[]; readonly renewing: Renewing },
): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const renewed = respellText(line, renewing);
    const isFree = taken.every((one) => end <= one.start || start >= one.end);
    const isComment = /^\s*#/.test(line);
    if (renewed !== line && isFree && !isComment) edits.push({ start, end, text: renewed });
    start = end + 1;
  }
  return edits;
}

function seal({ text, anchor, form }: Draft, measured: readonly Measured[]): string {
  if (anchor === undefined || measured.length === 0) return text;
  const lines =
    form === "one"
      ? measured
          .slice(0, 1)
          .flatMap(({ sizeBytes, md5, sha256 }) => [
            `file_size=${sizeBytes}`,
            `file_md5=${md5}`,
            `file_sha=${sha256}`,
          ])
      : [
          ...listOf(
            "file_sizes",
            measured.map(({ sizeBytes }) => String(sizeBytes)),
          ),
          ...listOf(
            "file_md5s",
            measured.map(({ md5 }) => md5),
          ),
          ...listOf(
            "file_shas",
            measured.map(({ sha256 }) => sha256),
          ),
        ];
  return `${text.slice(0, anchor)}${lines.map((line) => `${line}\n`).join("")}${text.slice(anchor)}`;
}

function listOf(name: string, values: readonly string[]): readonly string[] {
  return [`${name}=(`, ...values.map((value) => `   ${value}`), ")"];
}
