// GitHub's Markdown, written so that nothing which came from a recipe or a build is taken as markup.

import type { Package } from "../port/port.ts";
import type { DiagnosticJson } from "../report.ts";

/** GitHub refuses the whole summary of a step that is larger. */
const MOST_BYTES = 1024 * 1024;

/** Nobody reads more; all of them stand in the log. */
const MOST_ROWS = 100;

/** None without a row. */
export function list(title: string, diagnostics: readonly DiagnosticJson[]): readonly string[] {
  return bullets(
    title,
    diagnostics.map(({ code: name, message, help, file, line, column }) => () => {
      const where = file === undefined ? "" : `${code(`${file}:${line}:${column}`)} `;
      return `${where}${code(name)} ${escaped(message, "line")}${help ? ` (${escaped(help, "line")})` : ""}`;
    }),
  );
}

/** None without a row; as many rows as anybody reads, and only those are written. */
export function bullets(title: string, rows: readonly (() => string)[]): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS).map((row) => `- ${row()}`);
  return [[`**${title}**`, "", ...shown, ...moreThan(rows.length)].join("\n")];
}

/** As many rows as anybody reads. */
export function cut(rows: readonly string[]): readonly string[] {
  return [...rows.slice(0, MOST_ROWS), ...moreThan(rows.length)];
}

function moreThan(count: number): readonly string[] {
  return count > MOST_ROWS ? [`- ${count - MOST_ROWS} more`] : [];
}

/** `link` leads to the file. */
export type Row = { readonly package: Package; readonly reason: string; readonly link: string | undefined };

/** None without a row. */
export function table(rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(({ package: one, reason, link }) => {
    const size =
      one.sizeBytes < 1e6
        ? `${(one.sizeBytes / 1e3).toFixed(1)} kB`
        : `${(one.sizeBytes / 1e6).toFixed(1)} MB`;
    const cells = [
      one.fullpkgname,
      one.flavors.join(" "),
      one.base,
      one.arch,
      size,
      `${(one.buildTimeMs / 1000).toFixed(1)} s`,
      reason,
      one.contentDigest.slice(0, 16),
    ].map((cell) => (cell === "" ? "" : code(cell)));
    return `| ${[...cells, link === undefined ? "" : `<a href="${escaped(link, "line")}">file</a>`].join(" | ")} |`;
  });
  const head = [
    "| package | flavor | base | arch | size | time | reason | digest | link |",
    "|---|---|---|---|--:|--:|---|---|---|",
  ];
  return [[...head, ...lines].join("\n")];
}

/** In the letters of code. */
export function code(text: string): string {
  return `<code>${escaped(text, "line")}</code>`;
}

/** As character references, which neither Markdown nor HTML takes for structure; without terminal colours and controls. */
export function escaped(text: string, form: "line" | "lines"): string {
  const visible = text.replace(/\p{Cc}\[[0-9;]*[A-Za-z]/gu, "").replace(/(?!\n)\p{Cc}/gu, " ");
  const flat = form === "line" ? visible.replaceAll("\n", " ") : visible;
  return flat.replace(/[^\p{L}\p{N} \n]/gu, (char) => `&#${char.codePointAt(0)};`);
}

/** Whole blocks, as many as there is room for; of a table that is too long, as many rows. */
export function page(title: string, blocks: readonly string[]): string {
  const note = "\n\nThe rest is in the log.\n";
  let text = "";
  let room = MOST_BYTES - Buffer.byteLength(note);
  for (const block of [`### ${title}`, ...blocks]) {
    const whole = `${block}\n\n`;
    const bytes = Buffer.byteLength(whole);
    if (bytes > room) return `${text}${block.startsWith("| ") ? rowsFor(block, room) : ""}${note}`;
    text += whole;
    room -= bytes;
  }
  return text;
}

function rowsFor(block: string, room: number): string {
  let bytes = 0;
  const rows = block.split("\n").map((row) => `${row}\n`);
  const fitting = rows.findIndex((row) => {
    bytes += Buffer.byteLength(row);
    return bytes > room;
  });
  return rows.slice(0, fitting).join("");
}
