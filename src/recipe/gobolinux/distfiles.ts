// url, urls, mirrors, sizes and sums: what Compile's FetchArchive downloads and checks.

import type { Checkout, Digest, Distfile, DistfileUrl } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import type { Settings } from "./settings.ts";

/** `url` and its kin, or `urls` and theirs. */
function both(settings: Settings, one: string, many: string): readonly (Located<string> | undefined)[] {
  const text = settings.text(one);
  return text ? [text] : settings.list(many);
}

/** Each URL with what stands at its place in the other lists. */
export function lowerDistfiles(settings: Settings): readonly Distfile[] {
  const urls = both(settings, "url", "urls");
  const [url, list] = [settings.text("url"), settings.list("urls")];
  if (url && list[0]) {
    settings.report({
      severity: "warning",
      code: "gobo/two-sources",
      message: "both `url` and `urls` are set: `url` counts",
      span: list[0].span,
      help: "keep one of them",
      related: [{ message: "set here", span: url.span }],
    });
  }
  const columns: Columns = {
    mirrors: both(settings, "mirror_url", "mirror_urls"),
    files: both(settings, "file", "files"),
    sizes: both(settings, "file_size", "file_sizes"),
    md5s: both(settings, "file_md5", "file_md5s"),
    shas: both(settings, "file_sha", "file_shas"),
  };
  checkLengths(columns, urls.length, settings);
  const distfiles = urls.flatMap((one, index) =>
    one ? (lowerOne(one, { index, count: urls.length, columns }, settings) ?? []) : [],
  );
  return placed(distfiles, settings);
}

type Columns = Readonly<
  Record<"mirrors" | "files" | "sizes" | "md5s" | "shas", readonly (Located<string> | undefined)[]>
>;

/** A sum without a file is a file that was forgotten. Mirrors come in rounds. */
function checkLengths({ files, sizes, md5s, shas }: Columns, count: number, { report }: Settings): void {
  for (const column of [files, sizes, md5s, shas]) {
    const extra = column[count];
    if (!extra || count === 0) continue;
    report({
      code: "gobo/list-length",
      message: `there ${count === 1 ? "is one URL" : `are ${count} URLs`}, and this is value ${count + 1}`,
      span: extra.span,
      help: "give each URL one value, in the same order",
    });
  }
}

type Row = { readonly index: number; readonly count: number; readonly columns: Columns };

function lowerOne(
  url: Located<string>,
  { index, count, columns }: Row,
  settings: Settings,
): Distfile | undefined {
  const main = urlOf(url, settings);
  const mirrors = columns.mirrors.flatMap((mirror, at) =>
    mirror && at % count === index ? (urlOf(mirror, settings) ?? []) : [],
  );
  const file = columns.files[index]?.value ?? url.value.replace(/[?#].*$/, "").replace(/^.*\//, "");
  const digests = digestsOf({ md5: columns.md5s[index], sha256: columns.shas[index] }, settings);
  const sizeBytes = sizeOf(columns.sizes[index], settings);
  if (!main) return undefined;
  if (!/^[^/\s-][^/\s]*$/.test(file) || file === "." || file === "..") {
    settings.report({
      code: "gobo/file-name",
      message: `${quoted(file)} can't be the name of a file`,
      span: (columns.files[index] ?? url).span,
      help: "set `file` to the archive's own name",
    });
    return undefined;
  }
  const isWritten = [columns.md5s[index], columns.shas[index]].some((one) => one && one.value !== "");
  if (!isWritten) {
    settings.report({
      severity: "warning",
      code: "gobo/no-digest",
      message: `nothing tells whether \`${file}\` is the right file`,
      span: url.span,
      help: "set `file_size` and `file_md5`, or `file_sha` (SHA-256)",
    });
  }
  return {
    file,
    urls: [main, ...mirrors],
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    digests: digests.map(({ value }) => value),
    subdir: "",
    span: url.span,
    digestSpan: digests[0]?.span ?? url.span,
  };
}

const SCHEMES = ["https", "http", "ftp"];

function urlOf({ value, span }: Located<string>, { report }: Settings): DistfileUrl | undefined {
  const [, scheme, rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(\S*)$/.exec(value) ?? [];
  if (scheme !== undefined && SCHEMES.includes(scheme.toLowerCase()) && /^[^/\s]+\//.test(rest))
    return { kind: "web", url: value };
  // An extension: where this machine's apt finds the same file. As a mirror it does not disturb Compile.
  const pool = /^debian:([^\s/]+)$/.exec(value)?.[1];
  if (pool !== undefined) return { kind: "debian", file: pool };
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S*$/i.test(value)) {
    report({
      severity: "warning",
      code: "gobo/url",
      message: `${quoted(value)} does not say how to fetch it, and is taken for \`http://\``,
      span,
      help: "begin it with `https://` or `http://`",
    });
    return { kind: "web", url: `http://${value}` };
  }
  const variable = /\$\{?(\w+)/.exec(value)?.[0];
  report({
    code: "gobo/url",
    message: `${quoted(value)} is not a URL that can be fetched`,
    span,
    help: variable
      ? `\`${variable}\` stands in single quotes, where it means only itself: use double quotes`
      : `begin it with \`https://\`, \`http://\` or \`ftp://\`, and the name of a machine`,
  });
  return undefined;
}

const LENGTHS = { md5: 32, sha256: 64 } as const;

function digestsOf(
  written: Readonly<Record<"md5" | "sha256", Located<string> | undefined>>,
  settings: Settings,
): readonly Located<Digest>[] {
  return (["sha256", "md5"] as const).flatMap((algorithm) => {
    const sum = written[algorithm];
    if (!sum || sum.value === "") return [];
    const { value, span } = sum;
    if (/^[0-9a-fA-F]+$/.test(value) && value.length === LENGTHS[algorithm])
      return [{ value: { algorithm, hex: value.toLowerCase() }, span }];
    const other = {
      32: "an MD5: `file_md5`",
      64: "a SHA-256: `file_sha`",
      40: "a SHA-1, which Compile does not know",
    }[value.length];
    settings.report({
      code: "gobo/digest",
      message: `a sum of ${algorithm === "md5" ? "`file_md5`" : "`file_sha`"} has ${LENGTHS[algorithm]} hexadecimal digits, and this one is ${quoted(value)} (${value.length})`,
      span,
      help:
        other && value.length !== LENGTHS[algorithm]
          ? `${value.length} digits are ${other}`
          : "take it from upstream once more",
    });
    return [];
  });
}

function sizeOf(written: Located<string> | undefined, { report }: Settings): number | undefined {
  if (!written || written.value === "") return undefined;
  if (/^[0-9]{1,15}$/.test(written.value)) return Number(written.value);
  report({
    code: "gobo/size",
    message: `${quoted(written.value)} is not a number of bytes`,
    span: written.span,
    help: "write digits only, as `stat -c %s FILE` prints them",
  });
  return undefined;
}

const MODES = ["files_in_root", "inside_first", "dirs", "contents_inside_first"];

/** Where each is unpacked: bases are the first folders of `dir` and `dirs`. */
function placed(distfiles: readonly Distfile[], settings: Settings): readonly Distfile[] {
  const mode = settings.text("unpack_files");
  const left = settings.isNo("uncompress") ? ({ left: "packed" } as const) : {};
  if (mode && !MODES.includes(mode.value)) {
    settings.report({
      code: "gobo/unpack-files",
      message: `${quoted(mode.value)} is not a way to unpack files`,
      span: mode.span,
      help: `choose from ${MODES.map((one) => `\`${one}\``).join(", ")}`,
    });
  }
  const folders = both(settings, "dir", "dirs").map((one) => one?.value.split("/")[0] ?? "");
  const [first = defaultFolder(distfiles[0]?.file ?? "")] = folders;
  return distfiles.map((one, index) => {
    const isFirst = index === 0;
    if (mode?.value === "files_in_root" || left.left) return { ...one, ...left, unpackedTo: first };
    if (isFirst || !mode) return one;
    if (mode.value === "dirs") return { ...one, unpackedTo: folders[index] ?? first };
    // Its top folder's content goes into the source folder.
    if (mode.value === "contents_inside_first") return { ...one, subdir: "." };
    return { ...one, unpackedTo: first };
  });
}

/** Compile's guess at what an archive unpacks to. */
function defaultFolder(file: string): string {
  return file.replace(/\.(?:tar|tbz|tgz|zip).*$/s, "");
}

const SYSTEMS = ["git", "svn", "cvs", "hg", "bzr"] as const;

export function lowerCheckouts(settings: Settings): readonly Checkout[] {
  return SYSTEMS.flatMap((system) => {
    const url = settings.text(system);
    if (!url) return [];
    const revision = system === "git" ? (settings.text("branch") ?? settings.text("tag")) : undefined;
    const module = system === "cvs" ? settings.text("cvs_module") : undefined;
    return [
      {
        system,
        url: url.value,
        ...(module ? { module: module.value } : {}),
        ...(revision ? { revision: revision.value } : {}),
        span: url.span,
      },
    ];
  });
}
