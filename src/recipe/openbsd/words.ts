// Words of a value, and patterns over them, as OpenBSD make's str.c has them.

/** What C's isspace calls a blank. */
export function isBlank(char: string | undefined): boolean {
  return char === " " || char === "\t" || char === "\n" || char === "\r" || char === "\v" || char === "\f";
}

/**
 * Split at blanks and tabs. Quotes and backslashes keep a word together and stay in it: `a "b c" d` has three words.
 */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (isBlankCode(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return words;
    const end = wordEnd(text, at);
    words.push(text.slice(at, end));
    at = end;
  }
}

// Every value passes here, most of them often: characters are compared by their codes.
const [TAB, RETURN, SPACE, QUOTE, APOSTROPHE, BACKSLASH] = [9, 13, 32, 34, 39, 92];

function isBlankCode(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= RETURN);
}

function wordEnd(text: string, start: number): number {
  let quote = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE || code === APOSTROPHE) quote = quote === code ? 0 : quote || code;
    else if ((code === SPACE || code === TAB) && quote === 0) return at;
  }
  return text.length;
}

/** Backslashes before a character of `set` go, others stay. */
export function unescapeOnly(text: string, set: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\([\s\S])/g, (both, char: string) => (set.includes(char) ? char : both));
}

/** A compiled pattern: `*`, `?`, `[a-z]`, `[!x]`, `\c`. */
export type Glob = {
  readonly matches: (word: string) => boolean;
  /** Stands in each word that matches. */
  readonly needs: string;
};

type GlobStep =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "any" }
  | { readonly kind: "run" }
  | { readonly kind: "class"; readonly holds: (char: string) => boolean }
  /** A pattern that ends in a backslash, or in an open range, matches nothing. */
  | { readonly kind: "never" };

export function compileGlob(pattern: string): Glob {
  if (!/[*?[\\]/.test(pattern)) return { needs: pattern, matches: (word) => word === pattern };
  const start = /^([^*?[\\]*)\*$/.exec(pattern)?.[1];
  if (start !== undefined) return { needs: start, matches: (word) => word.startsWith(start) };
  const steps = globSteps(pattern);
  return { needs: longestRun(steps), matches: (word) => matchesSteps(steps, word) };
}

function longestRun(steps: readonly GlobStep[]): string {
  let [run, longest] = ["", ""];
  for (const step of steps) {
    run = step.kind === "char" ? run + step.char : "";
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

/** Greedy, going back to the last `*` only: linear in practice, quadratic at worst, whatever the pattern. */
function matchesSteps(steps: readonly GlobStep[], word: string): boolean {
  let [step, at] = [0, 0];
  let star: { readonly step: number; at: number } | undefined;
  for (;;) {
    const one = steps[step];
    if (one === undefined && at === word.length) return true;
    if (one?.kind === "run") {
      star = { step, at };
      step += 1;
    } else if (one !== undefined && at < word.length && fits(one, word[at] ?? "")) {
      step += 1;
      at += 1;
    } else if (star !== undefined && star.at < word.length) {
      star.at += 1;
      step = star.step + 1;
      at = star.at;
    } else return false;
  }
}

function fits(step: GlobStep, char: string): boolean {
  switch (step.kind) {
    case "char":
      return step.char === char;
    case "class":
      return step.holds(char);
    default:
      return step.kind === "any";
  }
}

function globSteps(pattern: string): readonly GlobStep[] {
  const steps: GlobStep[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? "";
    if (char === "*") steps.push({ kind: "run" });
    else if (char === "?") steps.push({ kind: "any" });
    else if (char === "[") {
      const { holds, end } = globClass(pattern, at + 1);
      steps.push({ kind: "class", holds });
      at = end;
    } else if (char === "\\") {
      at += 1;
      steps.push(at < pattern.length ? { kind: "char", char: pattern[at] ?? "" } : { kind: "never" });
    } else steps.push({ kind: "char", char });
  }
  return steps;
}

type Ranges = { readonly holds: (char: string) => boolean; readonly end: number };

/** `start` is behind the bracket; `end` is the closing one, or the last character of a class that nobody closes. */
function globClass(pattern: string, start: number): Ranges {
  const first = pattern[start];
  if (first === undefined) return { holds: (char) => char === "[", end: start };
  if (first === "!" || first === "^") {
    const { holds, end } = globClass(pattern, start + 1);
    return { holds: (char) => !holds(char), end };
  }
  const ranges: (readonly [string, string])[] = [];
  let at = start;
  // A bracket that comes first stands for itself.
  do {
    if (pattern[at] === "\\") at += 1;
    const low = pattern[at];
    if (low === undefined) break;
    const high = pattern[at + 1] === "-" ? pattern[at + 2] : low;
    if (high === undefined) break;
    ranges.push(low < high ? [low, high] : [high, low]);
    at += pattern[at + 1] === "-" ? 3 : 1;
  } while (at < pattern.length && pattern[at] !== "]");
  return { holds: (char) => ranges.some(([low, high]) => low <= char && char <= high), end: at };
}

/** `${V:%.c=%.o}` and its short form `${V:.c=.o}`, on one word. */
export function substituteSuffix(word: string, from: string, to: string): string {
  const middle = sysvMiddle(word, from);
  if (middle === undefined) return word;
  const percent = to.indexOf("%");
  return percent === -1 ? middle + to : to.slice(0, percent) + middle + to.slice(percent + 1);
}

/** The part of `word` that a `%` stands for, or that comes before a plain suffix. */
function sysvMiddle(word: string, pattern: string): string | undefined {
  if (pattern === "") return word;
  const percent = pattern.indexOf("%");
  const head = percent === -1 ? "" : pattern.slice(0, percent);
  const tail = pattern.slice(percent + 1);
  if (!word.startsWith(head)) return undefined;
  const rest = word.slice(head.length);
  return rest.endsWith(tail) ? rest.slice(0, rest.length - tail.length) : undefined;
}

/** With a backslash before each character that a shell would not take as it stands. `list`: blanks are left alone. */
export function quoteForShell(text: string, blanks: "quoted" | "left"): string {
  const meta = blanks === "quoted" ? /[\n \t'`"&;<>()|*?{}[\]\\$!#^~]+/g : /['`"&;<>()|*?{}[\]\\$!#^~]+/g;
  return text.replace(meta, (run) => `\\${run.split("").join("\\")}`);
}
