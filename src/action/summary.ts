// The step's page in the job summary. Everything in it came from a recipe or a build, so nothing is taken as markup.

import type { LastPhase } from "../command/command.ts";
import type { Package } from "../port/port.ts";
import { type Diagnostic, placeOf } from "../report.ts";

/** GitHub refuses the whole summary of a step that is larger. */
const MOST_BYTES = 1024 * 1024;

/** Nobody reads more; all of them stand in the log. */
const MOST_ROWS = 100;

/** Failures first, then a row for each package. */
export function summaryPage(run: {
  readonly port: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly failure: LastPhase | undefined;
  readonly packages: readonly Package[];
}): string {
  const errors = run.diagnostics.filter(({ severity }) => severity === "error");
  const warnings = run.diagnostics.filter(({ severity }) => severity === "warning");
  const blocks = [
    ...(run.failure ? failureBlocks(run.failure) : []),
    ...(errors.length > 0 ? [list("Errors", errors)] : []),
    ...(run.packages.length > 0 ? [table(run.packages)] : []),
    ...(warnings.length > 0 ? [list("Warnings", warnings)] : []),
  ];
  return within(MOST_BYTES, [
    `### ${errors.length > 0 ? "Not built" : "Built"}: ${code(run.port)}`,
    ...blocks,
  ]);
}

function failureBlocks({ job, phase, lastOutput }: LastPhase): readonly string[] {
  return [
    `${code(job)} failed in the phase ${code(phase)}. Its last lines:`,
    `<pre>${escaped(lastOutput, "lines")}</pre>`,
  ];
}

function list(title: string, diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.slice(0, MOST_ROWS).map(({ code: name, message, help, span }) => {
    const place = span && placeOf(span.source, span.start);
    const where = span && place ? `${code(`${span.source.name}:${place.line}:${place.column}`)} ` : "";
    return `- ${where}${code(name)} ${escaped(message, "line")}${help ? ` (${escaped(help, "line")})` : ""}`;
  });
  const more = diagnostics.length - rows.length;
  return [`**${title}**`, "", ...rows, ...(more > 0 ? [`- ${more} more`] : [])].join("\n");
}

function table(packages: readonly Package[]): string {
  const rows = packages.map((one) => {
    const cells = [
      one.fullpkgname,
      one.flavors.join(" "),
      one.base,
      one.arch,
      one.sizeBytes < 1e6
        ? `${(one.sizeBytes / 1e3).toFixed(1)} kB`
        : `${(one.sizeBytes / 1e6).toFixed(1)} MB`,
      `${(one.buildTimeMs / 1000).toFixed(1)} s`,
      one.contentDigest.slice(0, 16),
    ];
    return `| ${cells.map((cell) => (cell === "" ? "" : code(cell))).join(" | ")} |`;
  });
  const head = ["| package | flavor | base | arch | size | time | digest |", "|---|---|---|---|--:|--:|---|"];
  return [...head, ...rows].join("\n");
}

function code(text: string): string {
  return `<code>${escaped(text, "line")}</code>`;
}

/** As character references, which neither Markdown nor HTML takes for structure; without terminal colours and controls. */
function escaped(text: string, form: "line" | "lines"): string {
  const visible = text.replace(/\p{Cc}\[[0-9;]*[A-Za-z]/gu, "").replace(/(?!\n)\p{Cc}/gu, " ");
  const flat = form === "line" ? visible.replaceAll("\n", " ") : visible;
  return flat.replace(/[^\p{L}\p{N} \n]/gu, (char) => `&#${char.codePointAt(0)};`);
}

/** Whole blocks, as many as there is room for; a single block that is too long goes too. */
function within(mostBytes: number, blocks: readonly string[]): string {
  const note = "\n\nThe rest is in the log.\n";
  let page = "";
  for (const block of blocks) {
    if (Buffer.byteLength(`${page}${block}\n\n${note}`) > mostBytes) return `${page}${note}`;
    page += `${block}\n\n`;
  }
  return page;
}
