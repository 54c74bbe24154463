// Two texts, line by line, as diff(1) shows them.

/** Larger differences are shown as all the old lines and then all the new ones. */
const CELLS = 4_000_000;
/** Lines that are shown around what differs. */
const AROUND = 2;

type Line = { readonly sign: " " | "-" | "+"; readonly text: string };

/** The lines that differ, with some around them; empty for equal texts. */
export function textDifference(before: string, after: string): string {
  const lines = alignedLines(linesOf(before), linesOf(after));
  const shown = new Set<number>();
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    for (let near = index - AROUND; near <= index + AROUND; near += 1) shown.add(near);
  }
  let last = -1;
  const rows: string[] = [];
  for (const [index, { sign, text }] of lines.entries()) {
    if (!shown.has(index)) continue;
    if (rows.length > 0 && index !== last + 1) rows.push("  …");
    rows.push(`  ${sign} ${text}`.trimEnd());
    last = index;
  }
  return rows.map((row) => `${row}\n`).join("");
}

/** How many lines came, and how many went. */
export function lineCounts(
  before: string,
  after: string,
): { readonly added: number; readonly removed: number } {
  const lines = alignedLines(linesOf(before), linesOf(after));
  const count = (wanted: Line["sign"]) => lines.filter(({ sign }) => sign === wanted).length;
  return { added: count("+"), removed: count("-") };
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

function alignedLines(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const same = (text: string): Line => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(same),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** By the longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): readonly Line[] {
  const gone = (text: string): Line => ({ sign: "-", text });
  const come = (text: string): Line => ({ sign: "+", text });
  if (before.length * after.length > CELLS) return [...before.map(gone), ...after.map(come)];
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const down = longest[(i + 1) * width + j] ?? 0;
      const right = longest[i * width + j + 1] ?? 0;
      const both = (longest[(i + 1) * width + j + 1] ?? 0) + 1;
      longest[i * width + j] = before[i] === after[j] ? both : Math.max(down, right);
    }
  }
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old = "", now = ""] = [before[i], after[j]];
    const down = longest[(i + 1) * width + j] ?? 0;
    const right = longest[i * width + j + 1] ?? 0;
    if (i < before.length && j < after.length && old === now) {
      lines.push({ sign: " ", text: old });
      i += 1;
      j += 1;
    } else if (i < before.length && (j === after.length || down >= right)) {
      lines.push(gone(old));
      i += 1;
    } else {
      lines.push(come(now));
      j += 1;
    }
  }
  return lines;
}
