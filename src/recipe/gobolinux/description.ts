// Resources/Description: tagged text, with or without tags.

export type Description = {
  readonly summary?: string;
  readonly description?: string;
  readonly homepage?: string;
};

const TAGS: Readonly<Record<string, keyof Description>> = {
  summary: "summary",
  synopsis: "summary",
  description: "description",
  descripton: "description",
  homepage: "homepage",
};

/** Text goes on until the next tag; without any, all of it describes. */
export function parseDescription(text: string): Description {
  const found: { -readonly [K in keyof Description]?: string } = {};
  let current: keyof Description | undefined = /^\[\w[\w ]*\]/m.test(text) ? undefined : "description";
  for (const line of text.split(/\r?\n|\r/)) {
    const [, tag, rest = line] = /^\[(\w[\w ]*)\]\s*(.*)$/s.exec(line) ?? [];
    if (tag !== undefined) current = TAGS[tag.toLowerCase()];
    if (current) found[current] = `${found[current] ?? ""}\n${rest}`;
  }
  const [summary, description, homepage] = [found.summary, found.description, found.homepage].map((one) =>
    one?.trim(),
  );
  return {
    ...(summary ? { summary: summary.replace(/\s+/g, " ") } : {}),
    ...(description ? { description } : {}),
    ...(homepage && /^https?:\/\/\S+$/.test(homepage) ? { homepage } : {}),
  };
}
