// DISTFILES and their kin: from `name{tail}suffix:N` and lists of sites to files with the URLs they lie at.

import type { Distfile, DistfileUrl } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import { type DistinfoEntry, readDistinfo } from "./distinfo.ts";
import { placeOf, type Scene, saysNot, splitWords, tell, variableOf, wordsOf } from "./scene.ts";

/** What is fetched for the build, in the port's order; a file that is named twice counts once. */
export function lowerDistfiles(scene: Scene): readonly Distfile[] {
  const distinfo = distinfoOf(scene);
  const extracted = extractedFiles(scene);
  const subdir = variableOf(scene, "DIST_SUBDIR").value.trim();
  const folders = forgeFolders(scene);
  const found = new Map<string, Distfile>();
  if (!saysNot(scene, "FETCH_MANUALLY")) tellOfHands(scene);
  for (const one of elementsOf(scene)) {
    const { file } = one;
    if (found.has(file)) continue;
    if (!isFileName(file)) {
      tell(scene, one.span, {
        code: "openbsd/distfile",
        message: `${quoted(file)} is not a name that a distfile can be kept under`,
        help: "write a file name; what differs in the address stands in braces: `foo-1.0{v1.0}.tar.gz`",
      });
      continue;
    }
    const path = subdir === "" ? file : `${subdir}/${file}`;
    const entry = distinfo?.get(path);
    if (!entry?.digests.length && !mayLackDigest(scene)) doubt(scene, one, distinfo);
    found.set(file, {
      file,
      urls: urlsOf(one, scene),
      ...(entry?.size ? { sizeBytes: entry.size.value, sizeSpan: entry.size.span } : {}),
      digests: entry?.digests.map(({ value }) => value) ?? [],
      ...roleOf(one, extracted),
      subdir: folders.get(file) ?? "",
      ...(subdir === "" ? {} : { keptIn: subdir }),
      span: one.span,
      digestSpan: entry?.digests[0]?.span ?? one.span,
    });
  }
  return [...found.values()];
}

/** Below the folder of distfiles, folders included. */
function isFileName(file: string): boolean {
  return file.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** DIST_TUPLE's last word: where below the source an archive of a forge goes, by the name that it is kept under. */
function forgeFolders({ evaluation }: Scene): ReadonlyMap<string, string> {
  const words = splitWords(evaluation.expand("DIST_TUPLE") ?? "");
  const folders = new Map<string, string>();
  for (let at = 0; at + 4 < words.length; at += 5) {
    const [forge, account, project, id = "", folder = "."] = words.slice(at, at + 5);
    // GNOME's forge says the project's name again.
    const name = forge === "gnome" ? `${project}-${id}` : id;
    const suffix = evaluation.expand(`EXTRACT_SUFX.${forge}`) ?? ".tar.gz";
    if (folder !== ".") folders.set(`${account}-${project}-${name}${suffix.trim()}`, folder);
  }
  return folders;
}

/** An element of DISTFILES, DISTFILES.group or PATCHFILES, taken apart. */
type Element = {
  readonly kind: "distfile" | "patch";
  readonly file: string;
  /** What stands behind the site in its URL. */
  readonly tail: string;
  /** The variable with its sites. */
  readonly sites: string;
  readonly span: Located<string>["span"];
};

function elementsOf(scene: Scene): readonly Element[] {
  return (["distfile", "patch"] as const).flatMap((kind) => {
    const plain = kind === "patch" ? "PATCHFILES" : "DISTFILES";
    const groups = scene.evaluation.names().filter((name) => name.startsWith(`${plain}.`));
    return [plain, ...groups].flatMap((list) =>
      wordsOf(scene, list).map(({ value, span }) => {
        const place = scene.evaluation.ownPlacesOf(list).length > 0 ? span : placeOf(scene, WRITERS);
        return { kind, span: place, ...elementOf(value, list.slice(plain.length)) };
      }),
    );
  });
}

/** What modules and `bsd.port.mk` write lists from, where a port has not written one. */
const WRITERS = ["DIST_TUPLE", "MODCARGO_CRATES", "DISTNAME"];

function elementOf(word: string, group: string): Pick<Element, "file" | "tail" | "sites"> {
  const [, element = word, number = ""] = /^(.*?)(?::([0-9]))?$/.exec(word) ?? [];
  const sites = group === "" ? `MASTER_SITES${number}` : `SITES${group}`;
  const close = element.lastIndexOf("}");
  const open = close === -1 ? -1 : element.lastIndexOf("{", close);
  if (open === -1) return { file: element, tail: element, sites };
  const after = element.slice(close + 1);
  return {
    file: `${element.slice(0, open)}${after}`,
    tail: `${element.slice(open + 1, close)}${after}`,
    sites,
  };
}

function urlsOf({ tail, sites }: Element, scene: Scene): readonly DistfileUrl[] {
  const name = scene.evaluation.isDefined(sites) ? sites : sites.replace(/^MASTER_/, "");
  return wordsOf(scene, name).flatMap(({ value, span }): readonly DistfileUrl[] => {
    if (!isSite(value)) doubtSite(scene, { value, span });
    if (!value.startsWith("debian:")) return [{ kind: "web", url: `${value}${tail}` }];
    const file = sourceFile(value.slice("debian:".length).replace(/\/$/, ""), tail);
    return file === undefined ? [] : [{ kind: "debian", file }];
  });
}

/**
 * What a file of upstream's is called in Debian's pool: `foo-1.0.tgz` is `foo_1.0.orig.tar.gz` there. The site `debian:`
 * goes by the file's own name, `debian:bar/` by that of the source package `bar`.
 */
function sourceFile(source: string, tail: string): string | undefined {
  const name = tail.slice(tail.lastIndexOf("/") + 1);
  const [, stem = "", version = "", suffix = ""] =
    /^(.+?)[-_.]?v?([0-9][^-_]*?)\.(?:t(?:ar\.)?)(gz|bz2|xz|lzma)$/.exec(name) ?? [];
  if (version === "") return undefined;
  return `${source === "" ? stem.toLowerCase() : source}_${version}.orig.tar.${suffix}`;
}

function isSite(text: string): boolean {
  return /^(https?|ftp):\/\/[^/\s]+\/|^(debian|file):/.test(text);
}

function doubtSite(scene: Scene, { value, span }: Located<string>): void {
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/site",
    message: `${quoted(value)} is no address of a site`,
    help: "write `https://host/folder/`, with a slash at its end",
  });
}

/** EXTRACT_ONLY, when the port says so itself; otherwise everything. */
function extractedFiles({ evaluation }: Scene): readonly string[] | undefined {
  return evaluation.ownPlacesOf("EXTRACT_ONLY").length > 0
    ? (evaluation.expand("EXTRACT_ONLY") ?? "").split(/\s+/).filter(Boolean)
    : undefined;
}

function roleOf({ kind, file }: Element, extracted: readonly string[] | undefined): Pick<Distfile, "role"> {
  if (kind === "patch") return { role: "patch" };
  return extracted && !extracted.includes(file) ? { role: "kept" } : {};
}

/** Undefined when the port has none. */
function distinfoOf(scene: Scene): ReadonlyMap<string, DistinfoEntry> | undefined {
  const source = scene.files.source(variableOf(scene, "CHECKSUM_FILE").value);
  return source && readDistinfo(source, scene);
}

/** What lies at no address: somebody has to agree to a licence, or to own it. */
function tellOfHands(scene: Scene): void {
  const { value, span } = variableOf(scene, "FETCH_MANUALLY");
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/fetch-manually",
    message: `what it is made of is fetched by hand: ${value.replaceAll('"', "").trim()}`,
    help: "lay each file into the folder of distfiles (`--distdir`) as `sha256/` and its SHA-256 in hex",
  });
}

/** NO_CHECKSUM is a porter's, while a port is being written. */
function mayLackDigest(scene: Scene): boolean {
  return variableOf(scene, "NO_CHECKSUM").value.trim().toLowerCase() === "yes";
}

function doubt(
  scene: Scene,
  { file, span }: Element,
  distinfo: ReadonlyMap<string, DistinfoEntry> | undefined,
): void {
  tell(scene, span, {
    severity: "warning",
    code: "openbsd/no-digest",
    message: distinfo
      ? `${quoted(file)} is not in \`distinfo\``
      : `${quoted(file)} has no digest: there is no \`distinfo\``,
    help: `add \`SHA256 (${file}) = …\` and \`SIZE (${file}) = …\` to it, as \`make makesum\` does; nothing is built from it before`,
  });
}
