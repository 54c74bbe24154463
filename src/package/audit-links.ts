// What can be wrong with the libraries that the files of a package need, and with how they look for them.

import path from "node:path/posix";
import { compareVersions, fulfils, parseVersion } from "../port/port.ts";
import type { Checked, Finding } from "./audit.ts";
import { inBase, type LinkedFile, pathBelow, type Resolved, runFolders } from "./linkage.ts";
import { forOnce, nameList } from "./shown.ts";

export function linkFindings(
  checked: Checked,
  elves: readonly LinkedFile[],
  resolved: readonly Resolved[],
): readonly Finding[] {
  return [
    ...missingLibraries(checked, resolved),
    ...undeclaredLibraries(checked, resolved),
    ...missingVersions(checked, resolved),
    ...missingInterpreters(checked, elves),
    ...strangeFolders(checked, elves),
  ];
}

function missingLibraries({ subject, own }: Checked, resolved: readonly Resolved[]): readonly Finding[] {
  const lost = resolved.filter(({ link }) => link.from.kind === "missing");
  return [...grouped(lost, ({ link }) => link.needed)].map(([needed, found]) => ({
    check: "missing-library",
    message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} \`${needed}\`, which is neither in the package, nor in one that it depends on, nor in the base \`${subject.base}\``,
    help: `declare what brings \`${needed}\`: ${subject.words.system}${forOnce(needed.replace(/\.so.*/s, ""), subject)}`,
  }));
}

function undeclaredLibraries(
  { subject, own, others }: Checked,
  resolved: readonly Resolved[],
): readonly Finding[] {
  const depends = [...subject.depends.lib, ...subject.depends.run];
  const strangers = others.filter((one) => !depends.some((dependency) => fulfils(one, dependency)));
  return strangers.flatMap((stranger): Finding[] => {
    const found = resolved.filter(
      ({ link: { from } }) => from.kind === "dependency" && from.fullpkgname === stranger.fullpkgname,
    );
    if (found.length === 0) return [];
    return [
      {
        check: "undeclared-library",
        message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} ${nameList(neededOf(found))} of \`${stranger.fullpkgname}\`, on which the package does not depend`,
        help: `add \`${stranger.fullpkgpath}\` to ${subject.words.lib}`,
      },
    ];
  });
}

/** A library without versions (musl, or one that was linked so) serves any; the loader only warns. */
function missingVersions({ subject, own }: Checked, resolved: readonly Resolved[]): readonly Finding[] {
  const lacking = resolved.flatMap((one) => {
    const defined = one.library?.versions ?? [];
    const versions = one.link.versions.filter((version) => !defined.includes(version));
    return defined.length === 0 || versions.length === 0 ? [] : [{ ...one, lacking: versions, defined }];
  });
  const keyOf = ({ link }: Resolved) => JSON.stringify([link.needed, link.from]);
  return [...grouped(lacking, keyOf).values()].flatMap((found): Finding[] => {
    const [first] = found;
    if (!first) return [];
    const { from, needed } = first.link;
    const versions = [...new Set(found.flatMap((one) => one.lacking))].sort(compareSymbolVersions);
    const where =
      from.kind === "base"
        ? `the base \`${subject.base}\``
        : from.kind === "dependency"
          ? `\`${from.fullpkgname}\``
          : "the package itself";
    const newest = versions.flatMap((version) => newestLike(version, first.defined))[0];
    return [
      {
        check: "missing-version",
        message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "need" : "needs"} ${nameList(versions)} of \`${needed}\`, which the one of ${where} does not define${newest ? `; it goes up to \`${newest}\`` : ""}`,
        help: "build against the versions that will be there when it runs",
      },
    ];
  });
}

/** The highest version that is defined under the name of a missing one: `GLIBC_2.36` for `GLIBC_2.38`. */
function newestLike(version: string, defined: readonly string[]): readonly string[] {
  const stem = version.replace(/[0-9.]+$/, "");
  return defined
    .filter((one) => one.startsWith(stem) && /^[0-9.]+$/.test(one.slice(stem.length)))
    .sort(compareSymbolVersions)
    .slice(-1);
}

/** By name, then by number: `GLIBC_2.4` before `GLIBC_2.34`. */
export function compareSymbolVersions(a: string, b: string): number {
  const parts = (text: string) => /^(.*?)([0-9][0-9.]*)?$/.exec(text) ?? [];
  const [, stemA = "", numberA = ""] = parts(a);
  const [, stemB = "", numberB = ""] = parts(b);
  if (stemA !== stemB) return stemA < stemB ? -1 : 1;
  return compareVersions(parseVersion(numberA), parseVersion(numberB));
}

function missingInterpreters({ subject, own, base }: Checked, elves: readonly LinkedFile[]) {
  const libraries = new Set(base.libraries.map((one) => one.path));
  const lost = elves.filter(({ elf: { interpreter } }) => {
    if (interpreter === undefined) return false;
    const below = pathBelow(own.prefix, interpreter);
    return !libraries.has(inBase(base, interpreter) ?? "") && !own.files.has(below ?? "");
  });
  return [...grouped(lost, ({ elf }) => elf.interpreter ?? "")].map(
    ([interpreter, found]): Finding => ({
      check: "interpreter",
      message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "are" : "is"} started by \`${interpreter}\`, which is not in the base \`${subject.base}\``,
      help: "link it with the build image's own compiler",
    }),
  );
}

function strangeFolders(checked: Checked, elves: readonly LinkedFile[]): readonly Finding[] {
  const { own, others } = checked;
  const prefixes = [own, ...others].map(({ prefix }) => prefix);
  const isWithin = (folder: string) =>
    prefixes.some((prefix) => folder === prefix || folder.startsWith(`${prefix}/`));
  const open = openFolders(checked);
  const strange = elves.flatMap(({ file, elf }) =>
    runFolders({ file, elf }, own.prefix)
      .filter((folder) => !isWithin(folder) || open.has(folder))
      .map((folder) => ({ file, folder })),
  );
  return [...grouped(strange, ({ folder }) => folder)].map(([folder, found]) => ({
    check: "runpath",
    message: `${nameList(filesOf(found))} of \`${own.fullpkgname}\` ${found.length > 1 ? "search" : "searches"} libraries in ${describedFolder(folder, { checked, open })}`,
    help: "link with `-Wl,-rpath` of a folder below the prefix, or of one relative to `$ORIGIN`",
  }));
}

/** Those of the package itself that everybody may write to. */
function openFolders({ own, entries }: Checked): ReadonlySet<string> {
  return new Set(
    entries
      .filter(({ status }) => status.kind === "folder" && (status.mode & 0o002) !== 0)
      .map((entry) => path.join(own.prefix, entry.path)),
  );
}

/** Folders that anybody may fill: a library of theirs would be loaded. */
const WRITABLE = /^\/(tmp|var\/tmp|dev\/shm)(\/|$)/;

function describedFolder(
  folder: string,
  { checked, open }: { readonly checked: Checked; readonly open: ReadonlySet<string> },
): string {
  const { own, buildFolders } = checked;
  if (folder === "") return "the folder in which it is started (an empty part of its RUNPATH)";
  if (!path.isAbsolute(folder)) return `\`${folder}\`, relative to the folder in which it is started`;
  if (buildFolders.some((one) => folder === one || folder.startsWith(`${one}/`)))
    return `\`${folder}\`, where it was built`;
  if (WRITABLE.test(folder) || open.has(folder)) return `\`${folder}\`, to which anybody may write`;
  return `\`${folder}\`, outside of \`${own.prefix}\``;
}

export function filesOf(found: readonly { readonly file: string }[]): readonly string[] {
  return [...new Set(found.map(({ file }) => file))];
}

function neededOf(found: readonly Resolved[]): readonly string[] {
  return [...new Set(found.map(({ link }) => link.needed))];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
