// Resources/Description: tagged text, with or without tags.

export type Description = {
  readonly summary?: string;
  readonly description?: string;
  readonly homepage?: string;
  /** As SPDX calls it. */
  readonly license?: string;
};

const TAGS: Readonly<Record<string, keyof Description>> = {
  summary: "summary",
  synopsis: "summary",
  description: "description",
  descripton: "description",
  homepage: "homepage",
  license: "license",
  licences: "license",
};

/** Words that mean one license and no other: `GPL` and `BSD` leave open which, and are not lowered. */
const LICENSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?MIT(?: license)?$/i, "MIT"],
  [
    /^(?:(?:the )?(?:new |modified )?BSD-?3|3-clause BSD(?: license)?|BSD license \(revised\))$/i,
    "BSD-3-Clause",
  ],
  [/^(?:2-clause BSD(?: license)?|BSD-?2)$/i, "BSD-2-Clause"],
  [/^(?:BSD License \(original\)|4-clause BSD(?: license)?)$/i, "BSD-4-Clause"],
  [
    /^GNU General Public License,? version 2(?: \(GPL-2\))?$|^(?:GNU )?GPL ?v?(?:ersion )?-?2(?:\.0)?$/i,
    "GPL-2.0-only",
  ],
  [/^GNU General Public License,? version 2 or (?:later|newer)$|^(?:GNU )?GPL ?v?2\+$/i, "GPL-2.0-or-later"],
  [
    /^GNU General Public License,? version 3(?: \(GPL-3\))?$|^(?:GNU )?GPL ?v?(?:ersion )?-?3(?:\.0)?$/i,
    "GPL-3.0-only",
  ],
  [/^GNU General Public License,? version 3 or (?:later|newer)$|^(?:GNU )?GPL ?v?3\+$/i, "GPL-3.0-or-later"],
  [/^GNU Library General Public License,? version 2$/i, "LGPL-2.0-only"],
  [/^GNU Lesser General Public License,? version 2\.1$|^(?:GNU )?LGPL ?v?2\.1$/i, "LGPL-2.1-only"],
  [/^GNU Lesser General Public License,? version 3$|^(?:GNU )?LGPL ?v?3$/i, "LGPL-3.0-only"],
  [/^Apache(?: License)?,? (?:version )?v?2\.0$/i, "Apache-2.0"],
];

/** What is SPDX's own name of a license already. */
const SPDX = /^(?:[AL]?GPL-[123]\.[01]-(?:only|or-later)|BSD-[234]-Clause|MPL-[12]\.[01]|ISC|Zlib)$/;

/** Text goes on until the next tag; without any, all of it describes. */
export function parseDescription(text: string): Description {
  const found: { -readonly [K in keyof Description]?: string } = {};
  let current: keyof Description | undefined = /^\[\w[\w ]*\]/m.test(text) ? undefined : "description";
  for (const line of text.split(/\r?\n|\r/)) {
    const [, tag, rest = line] = /^\[(\w[\w ]*)\]\s*(.*)$/s.exec(line) ?? [];
    if (tag !== undefined) current = TAGS[tag.toLowerCase()];
    if (current) found[current] = `${found[current] ?? ""}\n${rest}`;
  }
  const [summary, description, homepage, named = ""] = [
    found.summary,
    found.description,
    found.homepage,
    found.license,
  ].map((one) => one?.trim());
  const words = named.replace(/\s+/g, " ").slice(0, 100);
  const license = SPDX.test(words) ? words : LICENSES.find(([meant]) => meant.test(words))?.[1];
  return {
    ...(summary ? { summary: summary.replace(/\s+/g, " ") } : {}),
    ...(description ? { description } : {}),
    ...(homepage && /^https?:\/\/\S+$/.test(homepage) ? { homepage } : {}),
    ...(license === undefined ? {} : { license }),
  };
}
