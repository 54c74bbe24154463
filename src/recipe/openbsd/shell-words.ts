// Values that make hands to a shell, taken apart as that shell would: `CC="gcc -m32" V=1` is two words.

/**
 * The words of `text` with quotes and backslashes done. What only a running shell could fill in (`$x`, backquotes)
 * stays as it is written.
 */
export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const add = (part: string) => {
    word = `${word ?? ""}${part}`;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (char === "'") {
      const end = endOf(text, at, "'");
      add(text.slice(at + 1, end));
      at = end + 1;
    } else if (char === '"') {
      const end = endOf(text, at, '"');
      add(text.slice(at + 1, end).replace(/\\([$`"\\])/g, "$1"));
      at = end + 1;
    } else if (char === "\\" && at + 1 < text.length) {
      add(text.charAt(at + 1));
      at += 2;
    } else {
      add(char);
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** Where the quote that opens at `open` is closed; the end of the text when nothing closes it. */
function endOf(text: string, open: number, quote: "'" | '"'): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (quote === '"' && text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
  }
  return text.length;
}
