// Patterns as the shell matches them: bash(1), Pattern Matching, in the C locale.

/** A character that must be there, any one, any run, or one of a set. */
type Token =
  | { readonly kind: "character"; readonly char: string }
  | { readonly kind: "any" }
  | { readonly kind: "run" }
  | { readonly kind: "set"; readonly matches: (char: string) => boolean };

/** A piece of a pattern: quoted text stands for itself. */
export type PatternPiece = { readonly text: string; readonly quoting: "bare" | "quoted" };

export type Pattern = readonly Token[];

/** Undefined for what is beyond this: classes by name, sets with quotes in them. */
export function patternOf(pieces: readonly PatternPiece[]): Pattern | undefined {
  const isAlone = pieces.length === 1;
  const tokens = pieces.map(({ text, quoting }) =>
    quoting === "quoted"
      ? [...text].map((char): Token => ({ kind: "character", char }))
      : bareTokens(text, isAlone),
  );
  const known = tokens.filter((one) => one !== undefined);
  return known.length === tokens.length ? known.flat() : undefined;
}

function bareTokens(text: string, isAlone: boolean): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const set = char === "[" ? readSet(text, at) : undefined;
    if (char === "[" && (set?.members.includes("[:") || (!set && !isAlone))) return undefined;
    if (set) {
      tokens.push({ kind: "set", matches: set.matches });
      at = set.end;
    } else if (char === "*") tokens.push({ kind: "run" });
    else if (char === "?") tokens.push({ kind: "any" });
    else tokens.push({ kind: "character", char });
  }
  return tokens;
}

/** `[a-z]`, `[!x]`; undefined when it is never closed. `end` is the place of the `]`. */
function readSet(text: string, start: number) {
  const isNegated = /[!^]/.test(text.charAt(start + 1));
  const from = start + (isNegated ? 2 : 1);
  // A `]` that comes first is a member.
  const end = text.indexOf("]", from + 1);
  if (end === -1) return undefined;
  const members = text.slice(from, end);
  const matches = (char: string) => isMember(char, members) !== isNegated;
  return { matches, members, end };
}

function isMember(char: string, members: string): boolean {
  for (let at = 0; at < members.length; at += 1) {
    const last = members[at + 1] === "-" ? members[at + 2] : undefined;
    if (last !== undefined) {
      if (members.charAt(at) <= char && char <= last) return true;
      at += 2;
    } else if (members[at] === char) return true;
  }
  return false;
}

/** Whether all of `text` matches. Time grows with the product of both lengths at most. */
export function matches(pattern: Pattern, text: string): boolean {
  let [at, token] = [0, 0];
  let retry: { token: number; at: number } | undefined;
  while (at < text.length) {
    const current = pattern[token];
    if (current?.kind === "run") {
      retry = { token, at };
      token += 1;
    } else if (current && matchesOne(current, text.charAt(at))) {
      token += 1;
      at += 1;
    } else if (retry) {
      retry = { token: retry.token, at: retry.at + 1 };
      token = retry.token + 1;
      at = retry.at;
    } else return false;
  }
  return pattern.slice(token).every(({ kind }) => kind === "run");
}

function matchesOne(token: Token, char: string): boolean {
  switch (token.kind) {
    case "any":
      return true;
    case "set":
      return token.matches(char);
    case "character":
      return token.char === char;
    default:
      return false;
  }
}

export type Match = "shortest" | "longest";

/** Where the match of `pattern` that begins at `from` ends; undefined when there is none. */
export function matchEnd(
  pattern: Pattern,
  text: string,
  { from, match }: { readonly from: number; readonly match: Match },
): number | undefined {
  const lengths = lengthsFor(pattern, text.length - from);
  const length = ordered(lengths, match).find((one) => matches(pattern, text.slice(from, from + one)));
  return length === undefined ? undefined : from + length;
}

/** The same, of matches that end with the text: where they begin. */
export function matchStart(pattern: Pattern, text: string, match: Match): number | undefined {
  const lengths = lengthsFor(pattern, text.length);
  const length = ordered(lengths, match).find((one) => matches(pattern, text.slice(text.length - one)));
  return length === undefined ? undefined : text.length - length;
}

/** Whether all that it matches is equally long. */
export function hasFixedLength(pattern: Pattern): boolean {
  return pattern.every(({ kind }) => kind !== "run");
}

/** How long a match can be, ascending. */
function lengthsFor(pattern: Pattern, most: number): readonly number[] {
  if (hasFixedLength(pattern)) return pattern.length <= most ? [pattern.length] : [];
  return Array.from({ length: most + 1 }, (_, length) => length);
}

function ordered(lengths: readonly number[], match: Match): readonly number[] {
  return match === "shortest" ? lengths : lengths.toReversed();
}
