// A Makefile's text as logical lines: continuations, comments, blanks. Follows lowparse.c of OpenBSD make.

export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Without the newline that ended the line before `next`. */
export function endOf(text: string, next: number): number {
  return text[next - 1] === "\n" ? next - 1 : next;
}

type Begun = { readonly start: number; readonly at: number; readonly prefix: string };

/** Past empty lines, and comments, which end with their physical line. A leading tab is kept, leading blanks are not. */
export function skipToLine(text: string, offset: number): Begun | undefined {
  let at = offset;
  while (at < text.length) {
    let prefix = "";
    let begun = at;
    if (text[at] === " ") {
      const folded = foldBlanks(text, at);
      if (folded.isText) return folded.at < text.length ? { ...folded, start: begun } : undefined;
      begun = folded.at;
      at = folded.at;
    }
    if (text[at] === "#") {
      const newline = text.indexOf("\n", at);
      if (newline === -1) return undefined;
      at = newline;
    }
    if (text[at] === "\t") {
      const folded = foldBlanks(text, at);
      prefix = `\t${folded.prefix}`;
      if (folded.isText) return folded.at < text.length ? { ...folded, prefix, start: begun } : undefined;
      at = folded.at;
    }
    if (at >= text.length) return undefined;
    if (text[at] !== "\n") return { start: prefix === "" ? at : begun, at, prefix };
    at += 1;
  }
  return undefined;
}

/** Blanks, and continuations among them. `isText`: a backslash that continues nothing was met, and is in `prefix`. */
function foldBlanks(text: string, start: number) {
  let at = skipBlanks(text, start);
  while (text[at] === "\\") {
    if (text[at + 1] === "\n") {
      at = skipBlanks(text, at + 2);
      continue;
    }
    const isPair = text[at + 1] === "\\";
    return { at: at + (isPair ? 2 : 1), prefix: isPair ? "\\\\" : "\\", isText: true };
  }
  return { at, prefix: "", isText: false };
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}

/** A logical line from its first character on: a backslash and a newline, and the blanks after them, are one blank. */
function joinedLine(
  text: string,
  start: number,
  prefix: string,
): { readonly text: string; readonly next: number } {
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  if (text[end - 1] !== "\\" || newline === -1)
    return { text: prefix + text.slice(start, end), next: end + 1 };
  let joined = prefix;
  let from = start;
  // The first character is taken as it is, be it a backslash.
  let at = start + 1;
  for (;;) {
    const stop = nextStop(text, at);
    if (stop >= text.length || text[stop] === "\n")
      return { text: joined + text.slice(from, stop), next: stop + 1 };
    if (text[stop + 1] === "\n") {
      joined += `${text.slice(from, stop)} `;
      from = skipBlanks(text, stop + 2);
      at = from;
      if (text[at] === "\\") continue;
    } else {
      // A pair stands for itself, and what follows it is looked at as if it began the line.
      at = stop + (text[stop + 1] === "\\" ? 2 : 1);
    }
    if (at >= text.length || text[at] === "\n") continue;
    at += 1;
  }
}

/** The next backslash or newline. */
function nextStop(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) if (text[at] === "\\" || text[at] === "\n") return at;
  return text.length;
}

/** A line of a loop's body or of a skipped part: nothing is dropped, but continuations are folded from its start on. */
export function unparsedLine(text: string, start: number): { readonly text: string; readonly next: number } {
  let at = start;
  while (text[at] === "\\") {
    if (text[at + 1] !== "\n") {
      const isPair = text[at + 1] === "\\";
      const prefix = isPair ? "\\\\" : "\\";
      at += prefix.length;
      return at >= text.length ? { text: prefix, next: at } : joinedFrom(text, at, prefix);
    }
    at = skipBlanks(text, at + 2);
  }
  return joinedFrom(text, at, "");
}

export function joinedFrom(text: string, at: number, prefix: string) {
  return text[at] === "\n" ? { text: prefix, next: at + 1 } : joinedLine(text, at, prefix);
}

/** Behind the newline that ends the line, one after a backslash not counted. */
export function physicalEnd(text: string, start: number): number {
  for (let at = start; ; at += 2) {
    at = nextStop(text, at);
    if (at >= text.length) return text.length;
    if (text[at] === "\n") return at + 1;
  }
}

/** `\#` is a number sign; any other character after a backslash is passed over. */
export function withoutComment(line: string): string {
  if (!line.includes("#")) return line;
  let kept = "";
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "#") return kept + line.slice(from, at);
    if (line[at] !== "\\") continue;
    if (line[at + 1] === "#") {
      kept += `${line.slice(from, at)}#`;
      from = at + 2;
    }
    at += 1;
  }
  return kept + line.slice(from);
}
