// What packing lists lack: what it is, in which list it belongs, and how it is written there.

import {
  type BuiltFile,
  builtTree,
  counterpartOf,
  listedLibrary,
  type PackingKind,
} from "../../port/port.ts";
import type { ListWriter } from "../reading.ts";
import { backSubstituted } from "./back-substitution.ts";
import type { ListDocument, ListedFile, ListLine, ListReading } from "./list-document.ts";
import { isStandardFolder } from "./standard-folders.ts";

/** A package that is built, and its list. */
export type Member = { readonly reading: ListReading; readonly document: ListDocument };

/** A line for the list or fragment at this path, in make's spelling. */
export type Addition = { readonly document: string; readonly file: ListedFile };

type Adding = Parameters<ListWriter>[0] & {
  /** Kinds that have a word of their own in the port's lists. */
  readonly words: readonly PackingKind[];
};

/** For each member, what its lists lack. */
export function additions(members: readonly Member[], adding: Adding): readonly (readonly Addition[])[] {
  const places = placesOf(members);
  const taken = takenPaths(places, { members, adding });
  const residence = residenceOf(places);
  const files = newFiles(adding, taken).map((file) => ({
    file,
    home: homeOf(file.path, residence, members),
  }));
  // A folder that nobody names goes with the first package that has something in it.
  const owners = new Map<string, number>();
  const inhabited = [
    ...places.map(({ file, member }) => ({ path: file.path, member })),
    ...files.map(({ file, home }) => ({ path: file.path, member: home.member })),
  ];
  for (const { path, member } of inhabited)
    for (const folder of foldersOf(path)) owners.set(folder, Math.min(member, owners.get(folder) ?? member));
  const folders = newFolders(adding, new Set([...taken, ...members.flatMap(ownFolders)])).map((path) => {
    const home = homeOf(path, residence, members);
    const owner = owners.get(path) ?? home.member;
    const document = owner === home.member ? home.document : (members[owner]?.document.path ?? "");
    return { file: { path, kind: "dir" } as const, home: { ...home, member: owner, document } };
  });
  return members.map(({ reading }, index) =>
    [...files, ...folders]
      .filter(({ home }) => home.member === index)
      .map(({ file, home }) => {
        const text = textOf(file, home.near, reading);
        return { document: home.document, file: { ...file, text, fate: "packed", state: {}, after: [] } };
      }),
  );
}

function takenPaths(
  places: readonly Place[],
  { members, adding }: { readonly members: readonly Member[]; readonly adding: Adding },
): ReadonlySet<string> {
  const tree = builtTree(adding.built);
  const listed = places.flatMap(({ file }) => {
    const counterpart = counterpartOf(file, tree);
    return [file.path, ...(counterpart.kind === "absent" ? [] : counterpart.paths)];
  });
  return new Set([...listed, ...members.flatMap(samplesOf)]);
}

/** Copies of samples belong to no line of their own. */
function samplesOf({ document, reading }: Member): readonly string[] {
  const { own, port } = reading.prefixes;
  const lines = allLines(document).filter(({ text }) => /^@sample\s/.test(text));
  return lines.flatMap(({ text }) => {
    const filled = reading.substitution.fill(text.replace(/^@sample\s+/, "")).trim();
    const full = filled.startsWith("/") ? filled : `${own}/${filled}`;
    return full.startsWith(`${port}/`) ? [full.slice(port.length + 1).replace(/\/$/, "")] : [];
  });
}

function allLines({ head, files }: ListDocument): readonly ListLine[] {
  return [...head, ...files.flatMap(({ after }) => after)].flatMap((line) =>
    line.fragment ? [line, ...allLines(line.fragment)] : [line],
  );
}

/** PREFIX itself, and what is above it: a port may have its own below that of all. */
function ownFolders({ reading: { prefixes } }: Member): readonly string[] {
  const { own, port } = prefixes;
  const below = own.startsWith(`${port}/`) ? own.slice(port.length + 1) : "";
  return below === "" ? [] : [below, ...foldersOf(below)];
}

type NewFile = { readonly path: string; readonly kind: PackingKind };

function newFiles({ built, words }: Adding, taken: ReadonlySet<string>): readonly NewFile[] {
  const seen = new Set<string>();
  return sorted(built.filter(({ kind }) => kind !== "folder")).flatMap((file): readonly NewFile[] => {
    if (taken.has(file.path) || isIndex(file)) return [];
    const library = listedLibrary(file.path, built);
    if (library !== undefined) {
      if (seen.has(library)) return [];
      seen.add(library);
      return [{ path: library, kind: "lib" }];
    }
    const kind = kindOfNew(file);
    return [{ path: file.path, kind: kind === "file" || words.includes(kind) ? kind : "file" }];
  });
}

function sorted(files: readonly BuiltFile[]): readonly BuiltFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Indexes of what all packages install, and the parts of info pages, stand in no list. */
function isIndex({ path, nature }: BuiltFile): boolean {
  if (nature === "info-part") return true;
  return /(^|\/)info\/dir(\.gz)?$|(^|\/)(\.packlist|perllocal\.pod)$|(^|\/)__pycache__\//.test(path);
}

function kindOfNew({ path, kind, nature }: BuiltFile): PackingKind {
  if (isManual(path)) return "man";
  if (nature === "info") return "info";
  if (nature === "shared-object" && /\.so(\.|$)/.test(path)) return "so";
  if (kind === "link") return "file";
  if (nature === "program" || nature === "shared-object") return "bin";
  return nature === "archive" ? "static-lib" : "file";
}

/** `man/man1/foo.1`, with a language or a machine between; pages that were formatted; compressed ones. */
function isManual(path: string): boolean {
  const plain = path.replace(/\.(gz|xz|bz2|zst|Z)$/, "");
  const [, section = "", ending = ""] =
    /(?:^|\/)man\/(?:[^/]+\/)?(?:man|cat)([^/]+)\/[^/]+\.([^./]+)$/.exec(plain) ?? [];
  if (section === "") return false;
  return ending.startsWith(section) || section.startsWith(ending) || ending === "0" || ending === "tbl";
}

function newFolders({ built, foreignFolders }: Adding, taken: ReadonlySet<string>): readonly string[] {
  return sorted(built)
    .filter(({ kind, path }) => kind === "folder" && !isStandardFolder(path) && !path.includes("__pycache__"))
    .map(({ path }) => path)
    .filter((path) => !taken.has(path) && !foreignFolders.has(path));
}

type Place = { readonly member: number; readonly document: string; readonly file: ListedFile };

function placesOf(members: readonly Member[]): readonly Place[] {
  return members.flatMap(({ document }, member) => {
    const below = (one: ListDocument): readonly Place[] => [
      ...one.files.map((file) => ({ member, document: one.path, file })),
      ...[...one.head, ...one.files.flatMap(({ after }) => after)].flatMap(({ fragment }) =>
        fragment ? below(fragment) : [],
      ),
    ];
    return below(document);
  });
}

type Residence = ReadonlyMap<string, { readonly place: Place; readonly members: ReadonlySet<number> }>;

/** Folder → the last line of something in it, and the packages that have something there. */
function residenceOf(places: readonly Place[]): Residence {
  const found = new Map<string, { readonly place: Place; readonly members: Set<number> }>();
  for (const place of places) {
    for (const folder of foldersOf(place.file.path)) {
      const members = found.get(folder)?.members ?? new Set();
      found.set(folder, { place, members: members.add(place.member) });
    }
  }
  return found;
}

type Home = { readonly member: number; readonly document: string; readonly near: string | undefined };

/** The list that alone has something in the same folder, or in the nearest one above; else the first that fits. */
function homeOf(path: string, residence: Residence, members: readonly Member[]): Home {
  for (const folder of foldersOf(path)) {
    const found = residence.get(folder);
    if (found?.members.size === 1) {
      const { member, document, file } = found.place;
      return { member, document, near: file.text };
    }
  }
  const fitting = members.findIndex(({ reading: { prefixes } }) =>
    `${prefixes.port}/${path}`.startsWith(`${prefixes.own}/`),
  );
  const member = Math.max(0, fitting);
  return { member, document: members[member]?.document.path ?? "", near: undefined };
}

/** `a/b/c` → `a/b`, `a`. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}

/** What is written of a new file. */
function textOf(
  { path, kind }: NewFile,
  near: string | undefined,
  { prefixes, substitution: { variables } }: ListReading,
): string {
  const full = `${prefixes.port}/${path}`;
  const outer = variables
    .filter(({ name, at }) => at === "start" && ["SYSCONFDIR", "RCDIR"].includes(name))
    .filter(({ value }) => value.startsWith(`${prefixes.own}/`) && full.startsWith(`${value}/`))
    .sort((a, b) => b.value.length - a.value.length)[0];
  if (outer) return `\${${outer.name}}${full.slice(outer.value.length)}${kind === "dir" ? "/" : ""}`;
  const own = full.startsWith(`${prefixes.own}/`) ? full.slice(prefixes.own.length + 1) : full;
  if (kind === "lib") {
    const [, folder = "", name = ""] = /^(.*?)lib([^/]+)\.so$/.exec(own) ?? [];
    return `${backSubstituted({ text: `${folder}lib${name}.so.`, near }, variables)}\${LIB${name}_VERSION}`;
  }
  return `${backSubstituted({ text: own, near }, variables)}${kind === "dir" ? "/" : ""}`;
}
