/** Half-open; what stands there is to become `text`. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** All at once: places are those of the text as it was. Of two that overlap the first one given counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const kept: Edit[] = [];
  for (const edit of edits) {
    if (kept.every((one) => edit.end <= one.start || edit.start >= one.end)) kept.push(edit);
  }
  let renewed = text;
  for (const { start, end, text: piece } of kept.sort((a, b) => b.start - a.start)) {
    renewed = renewed.slice(0, start) + piece + renewed.slice(end);
  }
  return renewed;
}

/** From the beginning of the line at `start` to that of the one after `end`. */
export function wholeLines(text: string, { start, end }: Pick<Edit, "start" | "end">): Edit {
  const next = text.indexOf("\n", Math.max(start, end - 1));
  return {
    start: text.lastIndexOf("\n", start - 1) + 1,
    end: next === -1 ? text.length : next + 1,
    text: "",
  };
}
