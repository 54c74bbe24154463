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
  /** Files that have included it, the nearest first, but for the port's own. */
  readonly outer: readonly Script[];
  /** What comes next; undefined at the end. */
  line: Line | undefined;
};

/** What comes before those that `stream` stands in, for what is included there or what its loops' turns are. */
export function outerOf(stream: Stream | undefined): readonly Script[] {
  if (!stream || stream.isOwn) return NONE;
  return stream.opens === "turn" ? stream.outer : [stream.script, ...stream.outer];
}

const NONE: readonly Script[] = [];

/** Goes on to the next turn of a loop. */
export function hasMore(stream: Stream): boolean {
  const next = stream.turns[stream.turn + 1];
  if (!next) return false;
  stream.turn += 1;
  stream.script = next;
  stream.line = next.firstLine();
  return true;
}
