import type { Digest, Distfile, DistfileUrl } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import type { Rule } from "./decode.ts";
import type { DistfileKeys } from "./keys.ts";
import { debianFile, fileName, hexDigest, innerPath } from "./rules.ts";
import { expand, keeps, tell, type Workplace } from "./workplace.ts";

/** Undefined when its URL leaves open what is meant. */
export function lowerDistfile(
  { value: keys, span }: Located<DistfileKeys>,
  workplace: Workplace,
): Distfile | undefined {
  const { name, version } = workplace.release;
  const expanded = expand(keys.url, { name, version }, workplace);
  const url = expanded && lowerUrl(expanded, workplace);
  const filled = (written: Located<string> | undefined, rule: Rule) => {
    const one = written && expand(written, { name, version }, workplace);
    return one && keeps(rule, one, workplace) ? one.value : undefined;
  };
  const subdir = filled(keys.subdir, innerPath) ?? "";
  const file = keys.file ? filled(keys.file, fileName) : url && lastPart(url);
  const digests = digestsOf(keys, workplace);
  if (workplace.wasRead(span)) checkDigests({ keys, digests, url }, workplace);
  if (!url || file === undefined || (!keys.file && !isNamed(expanded, file, workplace))) return undefined;
  const mirrors = keys.mirrors?.value.flatMap((written) => {
    const mirror = expand(written, { name, version, file }, workplace);
    return (mirror && lowerUrl(mirror, workplace)) ?? [];
  });
  return {
    file,
    urls: [url, ...(mirrors ?? [])],
    ...(keys.size ? { sizeBytes: keys.size.value } : {}),
    digests: digests.map(({ value }) => value),
    subdir,
    span,
    digestSpan: digests[0]?.span ?? keys.url.span,
  };
}

/** The name that a URL, filled in, gives to its file; empty when it can't be fetched. */
export function nameOfUrl(url: Located<string>, workplace: Workplace): string {
  const lowered = lowerUrl(url, workplace);
  return lowered ? lastPart(lowered) : "";
}

const HEX_DIGITS = { sha256: 64, sha512: 128, md5: 32 } as const;

function digestsOf(keys: DistfileKeys, workplace: Workplace): readonly Located<Digest>[] {
  return (["sha256", "sha512", "md5"] as const).flatMap((algorithm) => {
    const hex = keys[algorithm];
    if (!hex) return [];
    keeps(hexDigest(algorithm, HEX_DIGITS[algorithm]), hex, workplace);
    return [{ value: { algorithm, hex: hex.value.toLowerCase() }, span: hex.span }];
  });
}

function checkDigests(
  distfile: {
    readonly keys: DistfileKeys;
    readonly digests: readonly Located<Digest>[];
    readonly url: DistfileUrl | undefined;
  },
  workplace: Workplace,
): void {
  const { keys, digests, url } = distfile;
  const onlyMd5 = digests.length > 0 && digests.every(({ value }) => value.algorithm === "md5");
  if (onlyMd5 && !keys.size) {
    tell(workplace, digests[0]?.span ?? keys.url.span, {
      code: "yaml/digest",
      message: "an md5 alone does not tell files apart",
      help: "add `sha256:`, or at least `size:`",
    });
  }
  if (digests.length === 0 && url && url.kind !== "port") {
    tell(workplace, keys.url.span, {
      code: "yaml/digest",
      message: "this distfile has no digest",
      help: "add `sha256:` with what `sha256sum` prints for the file",
    });
  }
}

function lowerUrl({ value, span }: Located<string>, workplace: Workplace): DistfileUrl | undefined {
  // It was told that there is none.
  if (value === "") return undefined;
  const [, scheme, rest = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(value) ?? [];
  switch (scheme) {
    case "http":
    case "https":
      if (URL.canParse(value) && rest.startsWith("//") && !/\s/.test(value))
        return { kind: "web", url: value };
      break;
    case "file": {
      const path = filePath(value);
      if (path !== undefined) return { kind: "file", path };
      break;
    }
    case "debian":
      return keeps(debianFile, { value: rest, span }, workplace) ? { kind: "debian", file: rest } : undefined;
    case undefined:
      return lowerPath({ value, span }, workplace);
  }
  tell(workplace, span, {
    code: "yaml/url",
    message: `${quoted(value)} is not a URL that can be fetched`,
    help: "write `https://…`, `file:///…`, `debian:FILE` or a path in the port's folder",
  });
  return undefined;
}

/** RFC 8089: only this machine's files. */
function filePath(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { hostname, pathname } = new URL(value);
  const path = hostname === "" || hostname === "localhost" ? decoded(pathname) : undefined;
  return path?.includes("\0") ? undefined : path;
}

function lowerPath({ value, span }: Located<string>, workplace: Workplace): DistfileUrl | undefined {
  if (!keeps(innerPath, { value, span }, workplace)) return undefined;
  const found = workplace.tree.exists(`${workplace.folder}${value}`);
  if (found === "file") return { kind: "port", path: value };
  tell(workplace, span, {
    code: "yaml/no-file",
    message: `${quoted(value)} is ${found === "nothing" ? "not in the port's folder" : "a folder, expected a file"}`,
    help: "name a file beside `port.yml`, or write a URL",
  });
  return undefined;
}

function isNamed({ value, span }: Located<string>, file: string, workplace: Workplace): boolean {
  if (!fileName(file)) return true;
  tell(workplace, span, {
    code: "yaml/file-name",
    message: `${quoted(value)} does not end in a file name`,
    help: "add `file:` with the name to keep it under",
  });
  return false;
}

function lastPart(url: DistfileUrl): string {
  switch (url.kind) {
    case "web":
      return decoded(new URL(url.url).pathname.split("/").at(-1) ?? "") ?? "";
    case "debian":
      return url.file;
    case "file":
    case "port":
      return url.path.split("/").at(-1) ?? "";
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // A `%` that starts no escape: then the text can't be meant as a name.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
