// A version in all the ways in which recipes and addresses write it, and the same ways of the next one.

/** `1.2_3` of GoboLinux may be `1.2-3` upstream. `_bin` says what was built, and is no part of it. */
function plainOf(version: string): string {
  return version.replace(/_bin$/, "");
}

type Change = { readonly from: string; readonly to: string };

/**
 * In an address, or in what follows from one, as a folder: `1.2.3`, `1_2_3`, `1-2-3`, `123`, and the folders `1.2` and
 * `v1.x` above it. What names no version stays.
 */
export function respellSource(text: string, { from, to }: Change): string {
  const [old, next] = [plainOf(from), plainOf(to)];
  const spelled = [
    [old, next],
    [old.replace(/_/g, "-"), next.replace(/_/g, "-")],
    [old.replace(/_/g, "+"), next.replace(/_/g, "+")],
    [old.replace(/_/g, "~"), next.replace(/_/g, "~")],
    [old.replaceAll(".", "_"), next.replaceAll(".", "_")],
    [old.replaceAll(".", "-"), next.replaceAll(".", "-")],
  ] as const;
  let renewed = text;
  for (const [one, other] of spelled) renewed = replaceWhole(renewed, one, other);
  // Digits alone could be anything where the version stands in words.
  const joined = old.replaceAll(".", "");
  if (renewed === text && /^[0-9]{3,}$/.test(joined))
    renewed = text.replace(new RegExp(`(?<![0-9])${joined}(?![0-9])`, "g"), next.replaceAll(".", ""));
  return respellFolders(renewed, { from: old, to: next });
}

/** `/1.2/` and `/foo-1.2/` above `foo-1.2.3`; `/v1.x/` and `/1/` above `foo-1.2`. */
function respellFolders(text: string, { from, to }: Change): string {
  const [major = "", minor] = from.split(/[._]/);
  const [nextMajor = "", nextMinor] = to.split(/[._]/);
  const series = minor === undefined ? major : `${major}.${minor}`;
  const nextSeries = nextMinor === undefined ? nextMajor : `${nextMajor}.${nextMinor}`;
  return text
    .replace(new RegExp(`(?<=[/a-z_-])${escaped(series)}(?=(?:\\.x)?/)`, "gi"), nextSeries)
    .replace(new RegExp(`(?<=/v?)${escaped(major)}(?=(?:\\.x)?/)`, "gi"), nextMajor);
}

/** In any other text: the whole version only, and none that is so short that it may be another's. */
export function respellText(text: string, { from, to }: Change): string {
  const [old, next] = [plainOf(from), plainOf(to)];
  return /[0-9][._][0-9]/.test(old) ? replaceWhole(text, old, next) : text;
}

function replaceWhole(text: string, from: string, to: string): string {
  const whole = new RegExp(`(?<![0-9]|[0-9][._])${escaped(from)}(?![0-9]|[._][0-9])`, "g");
  return text.replace(whole, () => to);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
