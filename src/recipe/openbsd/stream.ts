// How far a text, or a loop over one, has been read.

import type { Line, Script } from "./lines.ts";

/** Texts that lines come from, and how far they were read: a file's, or those of a loop's turns. */
export type Stream = {
  script: Script;
  /** Of a loop, all of them; `script` is the one at `turn`. */
  readonly turns: readonly Script[];
  turn: number;
  readonly path: string;
  readonly opens: "file" | "turn";
  /** The port's own Makefile, rather than what it includes. */
  readonly isOwn: boolean;
  /** What comes next; undefined at the end. */
  line: Line | undefined;
};

/** Goes on to the next turn of a loop. */
export function hasMore(stream: Stream): boolean {
  const next = stream.turns[stream.turn + 1];
  if (!next) return false;
  stream.turn += 1;
  stream.script = next;
  stream.line = next.firstLine();
  return true;
}
