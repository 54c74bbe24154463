// An OpenBSD port of the next version: the Makefile's lines that name the old one, and `distinfo` as `make makesum`
// writes it.

import { applyEdits, type Edit, wholeLines } from "../writing/edits.ts";
import type { Measured, Renewal, Renewing, TextFiles } from "../writing/renewal.ts";
import { respellSource, respellText } from "../writing/respell.ts";

/** They name versions of others, or say nothing of one. */
const OTHERS =
  /DEPENDS|^WANTLIB|^SHARED_LIBS|^COMMENT|^MAINTAINER|^CATEGORIES|^MODULES|^PERMIT|^HOMEPAGE|^ONLY_FOR|^NOT_FOR/;
const ADDRESSES = /^(?:MASTER_SITES|SITES|DISTFILES|GH_TAGNAME|WRKDIST|WRKSRC|DISTORIG)/;

/** `texts` are the Makefile and `distinfo`, by path below the port's folder. */
export function renewOpenbsdPort(texts: TextFiles, renewing: Renewing): Renewal {
  const makefile = texts.get("Makefile") ?? "";
  const lines = assignmentsIn(makefile);
  const edits = lines.flatMap((line) => editsOf(makefile, line, renewing));
  const commit = lines.find(({ name }) => name === "GH_COMMIT");
  const renewed = applyEdits(makefile, edits);
  const distinfo = texts.get("distinfo");
  const path = "Makefile";
  return {
    files: new Map([[path, renewed]]),
    sources: [{ path }],
    sealed: (measured) =>
      new Map([
        [path, renewed],
        ["distinfo", sealed(distinfo ?? "", { ...renewing, measured: measured.get(path) ?? [] })],
      ]),
    notes: [
      ...(commit ? ["Makefile: GH_COMMIT names what was built before: change it to the new commit"] : []),
      ...(lines.some(({ name }) => name.startsWith("SHARED_LIBS"))
        ? ["Makefile: look whether SHARED_LIBS must be raised"]
        : []),
    ],
  };
}

type Line = Pick<Edit, "start" | "end"> & {
  readonly name: string;
  /** Where the value begins. */
  readonly value: number;
};

/** Of top-level and conditional lines alike; a value goes on behind a backslash. */
function assignmentsIn(text: string): readonly Line[] {
  const pattern = /^[ ]*([A-Za-z_][\w.-]*)([ \t]*[?:+!]?=[ \t]*)((?:[^\n\\]|\\.|\\\n)*)/gm;
  return [...text.matchAll(pattern)].map(({ 0: line, 1: name = "", 3: value = "", index }) => ({
    name,
    start: index,
    value: index + line.length - value.length,
    end: index + line.length,
  }));
}

function editsOf(text: string, { name, start, value, end }: Line, renewing: Renewing): readonly Edit[] {
  if (/^REVISION(?:-|$)/.test(name)) return [wholeLines(text, { start, end })];
  if (OTHERS.test(name)) return [];
  const { url } = renewing;
  const cut = url === undefined ? undefined : url.lastIndexOf("/") + 1;
  if (url !== undefined && cut !== undefined && /^MASTER_SITES$/.test(name))
    return [{ start: value, end, text: url.slice(0, cut) }];
  const written = text.slice(value, end);
  const renewed = ADDRESSES.test(name)
    ? respellSource(written, renewing)
    : respellValue(name, written, renewing);
  return renewed === written ? [] : [{ start: value, end, text: renewed }];
}

/** Of the variable that is the version, however short that is. */
function respellValue(name: string, written: string, renewing: Renewing): string {
  const isVersion = /^(?:V|VER|VERSION|.*_VERSION|.*_DISTV|V[A-Z]*|PKGVERSION)$/.test(name);
  if (isVersion && written.trim() === renewing.from) return written.replace(renewing.from, renewing.to);
  const named = /^(?:DISTNAME|PKGNAME)/.test(name) ? respellSource(written, renewing) : written;
  return respellText(named, renewing);
}

type Sealing = Renewing & { readonly measured: readonly Measured[] };

/** Lines of files that came stay in place of the old; those of files that are no longer named go. */
function sealed(old: string, { from, to, measured }: Sealing): string {
  const names = new Set(measured.map(({ file }) => file));
  const kept = old.split("\n").filter((line) => {
    const name = /^[A-Z0-9]+ \((.+)\) = /.exec(line)?.[1];
    if (name === undefined || names.has(name)) return false;
    // What another flavor fetches stays, unless it was of the old version.
    return respellSource(name, { from, to }) === name;
  });
  const words = new Set(
    old.split("\n").flatMap((line) => /^(MD5|RMD160|SHA1|SHA256|SHA512) /.exec(line)?.[1] ?? []),
  );
  const algorithms = [...words.add("SHA256")].sort();
  const fresh = measured.flatMap((one) => [
    ...algorithms.map((word) => `${word} (${one.file}) = ${base64(digestOf(one, word))}`),
    `SIZE (${one.file}) = ${one.sizeBytes}`,
  ]);
  const key = (line: string) => {
    const [, word = "", name = ""] = /^([A-Z0-9]+) \((.+)\)/.exec(line) ?? [];
    return `${word === "SIZE" ? "~" : word} ${name}`;
  };
  return [...kept, ...fresh]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((line) => `${line}\n`)
    .join("");
}

function digestOf(measured: Measured, word: string): string {
  switch (word) {
    case "MD5":
      return measured.md5;
    case "RMD160":
      return measured.rmd160;
    case "SHA1":
      return measured.sha1;
    case "SHA512":
      return measured.sha512;
    default:
      return measured.sha256;
  }
}

function base64(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64");
}
