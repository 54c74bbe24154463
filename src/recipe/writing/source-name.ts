// What the address of a source says of its software: a name, and a version.

/** As upstream writes it; `version` in the letters that versions of ports have. */
export type SourceName = { readonly name: string; readonly version: string | undefined };

/** From the file's name, and where that is only a tag, from the folders above it. */
export function nameOfSource(url: string): SourceName {
  const { folders, file } = partsOf(url);
  const stem = withoutSuffixes(file);
  const forge = forgeOf(folders);
  const split = splitStem(stem);
  const isTagged = forge !== undefined && (split.name === "" || /^[0-9a-f]{40}$/.test(stem));
  const name = isTagged ? forge.repository : split.name || nameAbove(folders);
  const version = split.version ?? versionAbove(folders, forge?.tag);
  return { name, version: version === undefined ? undefined : tidyVersion(version) };
}

type Parts = { readonly folders: readonly string[]; readonly file: string };

function partsOf(url: string): Parts {
  const [plain = "", query = ""] = url.replace(/#.*$/s, "").split("?");
  const named = /(?:^|&)(?:file|filename|download|url|f|name)=([^&]+\.[a-z0-9]+)/i.exec(query)?.[1];
  const path = plain.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
  const parts = path
    .split("/")
    .filter((part) => part !== "")
    .map(unescaped);
  // SourceForge's pages: `…/foo-1.2.tar.gz/download`.
  if (/^(?:download|latest)$/.test(parts.at(-1) ?? "") && parts.length > 1) parts.pop();
  const file = named === undefined ? parts.pop() : unescaped(named).split("/").pop();
  return { folders: parts, file: file ?? "" };
}

function unescaped(part: string): string {
  return part.replace(/%(2[0bB-eE]|5[fF]|7[eE]|40)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const ARCHIVE =
  /\.(?:tar\.(?:gz|bz2|xz|lzma|lz|zst|Z|bz|7z)|tar|tgz|tbz2?|txz|tlz|zip|7z|gz|bz2|xz|lzma|Z|jar|rpm|deb|run|bin|sh|exe|cpio|crate|gem|whl)$/i;

/** What stands behind the version and says what is in the file, or for which machine. */
const QUALIFIER =
  /[-._+]?(?<![a-z])(?:src|source|sources|orig|original|dist|release|released|tar|bin|binary|noarch|all|gpl|oss|full|complete|stable|final|unix|posix|sdist|(?:gnu|pc|unknown|generic)?[-_.]?linux(?:[-_.]?gnu)?(?:32|64)?|x86[-_]64|x64|amd64|i[3-6]86|x86|64bit|32bit|glibc[0-9._]*|static|dynamic|multi(?:arch)?|gtk2?|any|py[0-9](?:\.py[0-9])?|none)$/i;

function withoutSuffixes(file: string): string {
  let stem = file;
  while (ARCHIVE.test(stem)) stem = stem.replace(ARCHIVE, "");
  for (let shorter = stem.replace(QUALIFIER, ""); shorter !== stem && /\d/.test(shorter); ) {
    stem = shorter;
    shorter = stem.replace(QUALIFIER, "");
  }
  return stem;
}

type Forge = { readonly repository: string; readonly tag: string | undefined };

/** `OWNER/REPO/archive/…`, `OWNER/REPO/releases/download/TAG`, `GROUP/REPO/-/archive/TAG`, `OWNER/REPO/get`. */
function forgeOf(folders: readonly string[]): Forge | undefined {
  const at = folders.findIndex((part, index) => index >= 2 && FORGE_FOLDERS.includes(part));
  if (at === -1) return undefined;
  const repository = folders[at - (folders[at - 1] === "-" ? 2 : 1)];
  return repository === undefined ? undefined : { repository, tag: folders.at(-1) };
}

const FORGE_FOLDERS = ["archive", "releases", "get", "tarball", "zipball", "tar.gz", "snapshot", "downloads"];

/** A version begins with a digit, after a separator or, where a dot follows, after a letter. */
function splitStem(stem: string): SourceName {
  const alone = /^(?:v|ver|version|rel|release|r)?[-_.]?(\d[\w.+~-]*)$/i.exec(stem);
  if (alone) return { name: "", version: alone[1] };
  const split =
    // Debian's: no other has a dash with a digit before it.
    /^([a-z0-9.+-]*-\d+[a-z]*)_(\d[\w.+~-]*\.[\w.+~-]*)$/.exec(stem) ??
    /^(.*?[^-_.])[-_]+(?:v|ver|version|rel|release)?[-_.]?(\d+(?:[._][\w]+)+.*)$/i.exec(stem) ??
    /^(.*?[^-_.])[-_](?:v|r|ver|version|rel|release)?[-_.]?(\d[\w.+~]*(?:[-_.].*)?)$/i.exec(stem) ??
    /^(.*?[a-z])(\d+(?:\.[\w]+)+.*)$/i.exec(stem) ??
    /^(.*?[a-z])(\d{3,}[a-z]?\d*)$/i.exec(stem) ??
    /^(.*?[a-z])\.(\d[\w.]*)$/i.exec(stem);
  if (!split) return { name: stem, version: undefined };
  const [, name = "", version = ""] = split;
  return { name: name.replace(/[-_.](?:v|src|source)$|-X11R\d[.\d]*$/i, ""), version };
}

const NO_NAME =
  /^(?:v?[0-9][\w.]*|pub|src|source|sources|files?|downloads?|releases?|archives?|dist|stable|old|latest|current|software|~.*)$/i;

function nameAbove(folders: readonly string[]): string {
  return [...folders].reverse().find((part) => !NO_NAME.test(part)) ?? "";
}

function versionAbove(folders: readonly string[], tag: string | undefined): string | undefined {
  const part = [tag, ...[...folders].reverse()].find((one) => /(?:^|[-_v])\d+([._]\d+)+/.test(one ?? ""));
  return part === undefined ? undefined : (splitStem(part).version ?? undefined);
}

/** `1_2_3` stands for `1.2.3` in tags of old; `1.2-3` would be a revision, so GoboLinux writes `1.2_3`. */
function tidyVersion(version: string): string {
  const dotted = version.includes(".") ? version : version.replace(/(?<=\d)[_-](?=\d{1,3}(?!\d))/g, ".");
  return dotted.replace(/[-+~]/g, "_").toLowerCase();
}
