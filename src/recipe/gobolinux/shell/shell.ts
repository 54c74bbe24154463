import { readScript } from "./commands.ts";
import { type Reader, refusePending } from "./reader.ts";
import type { Script, SyntaxTrouble } from "./syntax.ts";
import { readParts } from "./words.ts";

export type Parsed = { readonly script: Script; readonly troubles: readonly SyntaxTrouble[] };

/** Parses a whole Recipe. After a trouble it goes on where the next assignment or function begins a line. */
export function parseScript(text: string): Parsed {
  const statements: Script[] = [];
  const troubles: SyntaxTrouble[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const reader: Reader = {
      text,
      at: from,
      depth: 0,
      trouble: undefined,
      pending: [],
      rules: { script: readScript, parts: readParts },
    };
    statements.push(readScript(reader, []));
    refusePending(reader);
    from = undefined;
    if (reader.trouble && troubles.push(reader.trouble) < TROUBLES_SOUGHT)
      from = nextStart(text, reader.trouble);
  }
  return { script: statements.flat(), troubles };
}

/** After so many, what follows is no Recipe. */
const TROUBLES_SOUGHT = 20;

function nextStart(text: string, { range }: SyntaxTrouble): number | undefined {
  const beginning = /\n(?=[A-Za-z_]\w*(?:\+?=|[ \t]*\([ \t]*\)))/g;
  beginning.lastIndex = range.start;
  const found = beginning.exec(text);
  return found ? found.index + 1 : undefined;
}
