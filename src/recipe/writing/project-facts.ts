// What an archive's own files say of its software: in words that programs read, never in running text.

import type { SourceName } from "./source-name.ts";

/** Name in the archive, below its top folder, → text. */
export type Texts = ReadonlyMap<string, string>;

export type ProjectFacts = {
  readonly comment?: string;
  readonly homepage?: string;
  /** As SPDX calls it. */
  readonly license?: string;
  /** What it can't be built without, as pkg-config or CMake calls it. */
  readonly needs: readonly string[];
};

/** Files that are worth reading; the first of each kind serves. */
export function tellsFacts(file: string): boolean {
  const parts = file.split("/");
  const isNearTop = parts.length <= 3;
  return isNearTop && (TELLING.test(parts.at(-1) ?? "") || (parts.length <= 3 && SOURCE.test(file)));
}

const TELLING =
  /^(?:configure\.(?:ac|in)|meson\.build|CMakeLists\.txt|Cargo\.toml|pyproject\.toml|setup\.cfg|PKG-INFO|META\.yml|.*\.pc\.in|.*\.spec(?:\.in)?|(?:COPYING|LICEN[CS]E|COPYRIGHT)(?:[._-].*)?|(?:GNU)?[Mm]akefile|Imakefile)$/;
const SOURCE = /\.(?:c|cc|cpp|h|hpp|py|pl|rs)$/;

export function factsOf(texts: Texts, { name }: SourceName, url: string): ProjectFacts {
  const comment = firstOf(texts, COMMENTS)?.replace(/\s+/g, " ").replace(/\.$/, "").trim();
  const homepage = firstOf(texts, HOMEPAGES) ?? homepageOf(url, name);
  const license = licenseOf(texts);
  return {
    ...(comment && comment.length <= 120 ? { comment } : {}),
    ...(homepage !== undefined && /^https?:\/\/[^\s"'@<>${}]+$/.test(homepage) ? { homepage } : {}),
    ...(license === undefined ? {} : { license }),
    needs: [...new Set([...texts].flatMap(([file, text]) => needsIn(file, text)))].sort(),
  };
}

type Pattern = readonly [file: RegExp, text: RegExp];

const COMMENTS: readonly Pattern[] = [
  [/(?:^|\/)PKG-INFO$/, /^Summary:\s*(?!UNKNOWN)(.+)$/m],
  [/^(?:Cargo|pyproject)\.toml$/, /^description\s*=\s*"((?:[^"\\]|\\.)+)"/m],
  [/^setup\.cfg$/, /^(?:description|summary)\s*=\s*(?!file:|attr:)(.+)$/m],
  [/\.spec(?:\.in)?$/, /^Summary:\s*(.+)$/m],
  [/\.pc\.in$/, /^Description:\s*([^@$\n]+)$/m],
  [/^CMakeLists\.txt$/, /\bproject\s*\([^)]*\bDESCRIPTION\s+"([^"$]+)"/i],
  [/^META\.yml$/, /^abstract:\s*['"]?([^'"\n]+)/m],
];

const HOMEPAGES: readonly Pattern[] = [
  [/(?:^|\/)PKG-INFO$/, /^Home-page:\s*(?!UNKNOWN)(\S+)$/im],
  [/^Cargo\.toml$/, /^(?:homepage|repository)\s*=\s*"([^"]+)"/m],
  [/^setup\.cfg$/, /^(?:url|home-page)\s*=\s*(\S+)$/m],
  [/^configure\.(?:ac|in)$/, /\bAC_INIT\s*\([^)]*?\[?(https?:\/\/[^\s\],)]+)/],
  [/\.pc\.in$/, /^URL:\s*(\S+)$/m],
  [/\.spec(?:\.in)?$/, /^URL:\s*(\S+)$/im],
  [/^CMakeLists\.txt$/, /\bproject\s*\([^)]*\bHOMEPAGE_URL\s+"([^"]+)"/i],
];

function firstOf(texts: Texts, patterns: readonly Pattern[]): string | undefined {
  for (const [file, pattern] of patterns) {
    for (const [name, text] of texts) {
      const found = file.test(name) ? pattern.exec(text)?.[1]?.trim() : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** Of the places that give each project a page. */
function homepageOf(url: string, name: string): string | undefined {
  const [, machine = "", path = ""] = /^[a-z]+:\/\/([^/]+)(\/.*)$/i.exec(url) ?? [];
  const parts = path.split("/").filter((part) => part !== "");
  if (/^(?:codeload\.)?github\.com$|^gitlab\.|^codeberg\.org$/.test(machine) && parts.length > 2) {
    return `https://${machine.replace(/^codeload\./, "")}/${parts[0]}/${parts[1]}`;
  }
  const project = /^project(?:s)?$/.test(parts[0] ?? "") ? parts[1] : parts[0];
  if (/(?:^|\.)(?:sourceforge|sf)\.net$/.test(machine) && project)
    return `https://${project}.sourceforge.net/`;
  if (/(?:^|\.)gnu\.org$/.test(machine)) return `https://www.gnu.org/software/${name.toLowerCase()}/`;
  return undefined;
}

const EXPLICIT: readonly Pattern[] = [
  [/^(?:Cargo|pyproject)\.toml$/, /^license\s*=\s*(?:\{\s*text\s*=\s*)?"([A-Za-z0-9.+() -]+)"/m],
  [/^meson\.build$/, /\blicense\s*:\s*\[?\s*'([A-Za-z0-9.+-]+)'/],
];

/** Older spellings, as `GPLv2+`, and SPDX's own. */
function asSpdx(said: string): string | undefined {
  const [, gnu, major, minor = ".0", later] = /^(L?GPL|AGPL)[-v]*([123])(\.[01])?(\+?)$/.exec(said) ?? [];
  if (gnu !== undefined) return `${gnu}-${major}${minor}-${later ? "or-later" : "only"}`;
  return SPDX.test(said) ? said : undefined;
}

const SPDX =
  /^(?:(?:L?GPL|AGPL)-[123]\.[01]-(?:only|or-later)|MIT|BSD-[234]-Clause|Apache-2\.0|MPL-2\.0|ISC|Zlib|BSL-1\.0|Unlicense|0BSD|CC0-1\.0|(?:MIT OR Apache-2\.0|Apache-2\.0 OR MIT))$/;

/** Texts of licenses. Whether a later GPL will do as well stands in the sources only. */
const GNU: readonly (readonly [RegExp, string])[] = [
  [/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/, "AGPL-3.0"],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/, "LGPL-3.0"],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/, "LGPL-2.1"],
  [/GNU LIBRARY GENERAL PUBLIC LICENSE\s+Version 2/, "LGPL-2.0"],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/, "GPL-3.0"],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 2/, "GPL-2.0"],
];

const BSD =
  /Redistributions of source code must retain the above[\s\S]*Redistributions in binary form must reproduce the\s+above/;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^\s*Apache License\s+Version 2\.0/, "Apache-2.0"],
  [/^\s*Mozilla Public License,? [Vv]ersion 2\.0/, "MPL-2.0"],
  [new RegExp(`${BSD.source}[\\s\\S]*Neither the name`), "BSD-3-Clause"],
  [BSD, "BSD-2-Clause"],
  [
    /Permission to use, copy, modify, and(?:\/or)? distribute this software for any\s+purpose with or without fee/,
    "ISC",
  ],
  [/Permission is hereby granted, free of charge, to any person obtaining\s+a\s+copy/, "MIT"],
];

function licenseOf(texts: Texts): string | undefined {
  const said = firstOf(texts, EXPLICIT);
  if (said !== undefined) return asSpdx(said);
  const files = [...texts].filter(([file]) => /^(?:COPYING|LICEN[CS]E|COPYRIGHT)/.test(file));
  // Two licenses are for a person to put together.
  const [only, ...others] = files;
  return only === undefined || others.length > 0 ? undefined : licenseIn(only[1], texts);
}

function licenseIn(text: string, texts: Texts): string | undefined {
  const gnu = GNU.find(([words]) => words.test(text.slice(0, 1000)))?.[1];
  // Clauses of one's own make it another license.
  if (gnu === undefined)
    return text.length > 15_000 ? undefined : OTHERS.find(([words]) => words.test(text))?.[1];
  const sources = [...texts].filter(([file]) => SOURCE.test(file)).map(([, source]) => headOf(source));
  const headed = sources.filter((source) => /General Public License/.test(source));
  const isOpen = headed.every((source) => /any later version/.test(source));
  return headed.length > 0 && isOpen ? `${gnu}-or-later` : undefined;
}

/** The comment at its beginning, as one line. */
function headOf(source: string): string {
  return source.slice(0, 4000).replace(/\n\W*/g, " ").replace(/\s+/g, " ");
}

function needsIn(file: string, text: string): readonly string[] {
  const name = file.split("/").at(-1) ?? "";
  if (/^configure\.(?:ac|in)$/.test(name)) return modulesOfAutoconf(text);
  if (name === "CMakeLists.txt") return modulesOfCmake(text);
  if (name === "meson.build") return modulesOfMeson(text);
  return [];
}

/** With a fourth argument it does without what is not there. */
function modulesOfAutoconf(text: string): readonly string[] {
  return [
    ...text.matchAll(/^[ \t]*PKG_CHECK_MODULES\s*\(\s*\[?\w+\]?\s*,\s*(?:\[([^[\]]*)\]|([^,()[\]]+))\s*\)/gm),
  ].flatMap(([, quoted, plain]) => moduleNames(quoted ?? plain ?? ""));
}

function modulesOfCmake(text: string): readonly string[] {
  const plain = text.replace(/#.*$/gm, "");
  const packages = [...plain.matchAll(/\bfind_package\s*\(\s*([\w+-]+)([^)]*)\)/gi)]
    .filter(([, , rest = ""]) => /\bREQUIRED\b/.test(rest))
    .map(([, name = ""]) => name);
  const modules = [...plain.matchAll(/\bpkg_(?:check|search)_modules?\s*\(\s*\w+\s+([^)]*)\)/gi)]
    .filter(([, rest = ""]) => /\bREQUIRED\b/.test(rest))
    .flatMap(([, rest = ""]) =>
      moduleNames(rest.replace(/\b(?:REQUIRED|QUIET|IMPORTED_TARGET|GLOBAL)\b/g, " ")),
    );
  return [...packages, ...modules];
}

function modulesOfMeson(text: string): readonly string[] {
  return [...text.matchAll(/\bdependency\s*\(\s*'([\w.+-]+)'([^)]*)\)/g)]
    .filter(([, , rest = ""]) => !/\brequired\s*:\s*(?!true)/.test(rest))
    .map(([, name = ""]) => name);
}

/** `glib-2.0 >= 2.4 zlib`: names, without what is asked of their versions. */
function moduleNames(text: string): readonly string[] {
  return text
    .replace(/[<>=!]+\s*\S+/g, " ")
    .split(/[\s,"]+/)
    .filter((word) => /^[A-Za-z][\w.+-]*$/.test(word));
}
