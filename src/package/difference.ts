import posix from "node:path/posix";
import type { ReadArchive, ReadMember } from "./archive-reader.ts";
import { shownName } from "./shown.ts";

type Named = { readonly name: string; readonly archive: ReadArchive };

/** How two packages that should be equal differ, a line for each path: content, mode, kind, or only in one. */
export function differences(one: Named, other: Named): readonly string[] {
  return differingFiles(one, other).map(({ path, how }) => `\`${shownName(path)}\`: ${how}`);
}

export function differingFiles(
  one: Named,
  other: Named,
): readonly { readonly path: string; readonly how: string }[] {
  const folder = posix.dirname(one.archive.fileHash.entry.path);
  const all = differingPaths(one, other);
  // What the packages say of their files differs with these, and tells nothing more.
  const files = all.filter(({ path }) => !path.startsWith(`${folder}/`));
  return files.length > 0 ? files : all;
}

function differingPaths(
  one: Named,
  other: Named,
): readonly { readonly path: string; readonly how: string }[] {
  const left = new Map(one.archive.members.map((member) => [member.entry.path, member]));
  const right = new Map(other.archive.members.map((member) => [member.entry.path, member]));
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  return paths.flatMap((path) => {
    const [a, b] = [left.get(path), right.get(path)];
    if (!a) return [{ path, how: `only in that of ${other.name}` }];
    if (!b) return [{ path, how: `only in that of ${one.name}` }];
    const parts = differingParts(a, b);
    return parts.length === 0 ? [] : [{ path, how: parts.join(", ") }];
  });
}

function differingParts(a: ReadMember, b: ReadMember): readonly string[] {
  if (a.entry.kind !== b.entry.kind) return [`${a.entry.kind} and ${b.entry.kind}`];
  const octal = (mode: number) => mode.toString(8).padStart(4, "0");
  const targets = [a, b].map(({ entry }) => ("target" in entry ? shownName(entry.target) : ""));
  return [
    ...(a.sha256 !== b.sha256 && a.entry.kind === "file" ? ["content"] : []),
    ...(targets[0] !== targets[1] ? [`target \`${targets[0]}\` and \`${targets[1]}\``] : []),
    ...(a.entry.mode !== b.entry.mode ? [`mode ${octal(a.entry.mode)} and ${octal(b.entry.mode)}`] : []),
    ...(a.entry.modified !== b.entry.modified ? ["time"] : []),
  ];
}
