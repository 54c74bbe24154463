// Patterns of packing lists and patches. Matching backtracks over one star only, so that no pattern can take long.

/** Whether a pattern names one path only. */
export function isLiteral(pattern: string): boolean {
  return !/[*?]/.test(pattern);
}

/**
 * Whether `path` fits `pattern`, part by part: `*` is any run and `?` any character within a part, `**` any number of
 * parts (also none). All other characters stand for themselves, a leading dot is nothing special.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchesRun(pattern.split("/"), path.split("/"), {
    isStar: (part) => part === "**",
    matches: matchesWildcards,
  });
}

/** Whether all of `text` fits `pattern`, in which `*` is any run and `?` any character. */
export function matchesWildcards(pattern: string, text: string): boolean {
  return matchesRun([...pattern], [...text], {
    isStar: (char) => char === "*",
    matches: (wanted, char) => wanted === "?" || wanted === char,
  });
}

type Rules = {
  readonly isStar: (wanted: string) => boolean;
  readonly matches: (wanted: string, found: string) => boolean;
};

function matchesRun(
  pattern: readonly string[],
  subject: readonly string[],
  { isStar, matches }: Rules,
): boolean {
  let [at, found] = [0, 0];
  let retry: { readonly at: number; readonly found: number } | undefined;
  while (found < subject.length) {
    const wanted = pattern[at];
    if (wanted !== undefined && isStar(wanted)) {
      retry = { at, found };
      at += 1;
    } else if (wanted !== undefined && matches(wanted, subject[found] ?? "")) {
      at += 1;
      found += 1;
    } else if (retry) {
      retry = { at: retry.at, found: retry.found + 1 };
      at = retry.at + 1;
      found = retry.found;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isStar);
}
