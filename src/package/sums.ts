// The list that names everything in a folder of packages, in the form of BSD's sha256(1), which `signify -C` checks.

export const SUMS_NAME = "SHA256";
export const SIGNED_SUMS_NAME = "SHA256.sig";

export type Sum = { readonly file: string; readonly sha256: string };

export function formatSums(sums: readonly Sum[]): string {
  return [...sums]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, sha256 }) => `SHA256 (${file}) = ${sha256}\n`)
    .join("");
}

/** Undefined for anything but such lines, each with the plain name of a file. */
export function parseSums(text: string): readonly Sum[] | undefined {
  const sums: Sum[] = [];
  for (const line of text.split("\n").slice(0, -1)) {
    const [, file = "", sha256 = ""] = /^SHA256 \(([^/]+)\) = ([0-9a-f]{64})$/.exec(line) ?? [];
    if (file === "" || file === "..") return undefined;
    sums.push({ file, sha256 });
  }
  return text.endsWith("\n") ? sums : undefined;
}
