// The order of versions, as GoboLinux's GuessLatest has it, with its surprises: a tree of recipes relies on them.

/** A piece of a version between dots and changes from digits to others. */
type Piece = number | string;
/** A chunk of pieces; a lone number marks what comes before all versions. */
type Weight = readonly (number | readonly Piece[])[];

type Weighed = {
  readonly text: string;
  readonly weight: Weight;
  readonly revision: readonly [number, number];
};

/** From the oldest to the newest; of equals the first one given is the newest. */
export function sortVersions(versions: readonly string[]): readonly string[] {
  return versions
    .map(weigh)
    .reverse()
    .sort(compareWeighed)
    .map(({ text }) => text);
}

function compareWeighed(a: Weighed, b: Weighed): number {
  return compareWeights(a.weight, b.weight) || compare(a.revision, b.revision) || 0;
}

/** `text` may be the name of a package file or a path: the version is the second field between `--`. */
function weigh(text: string): Weighed {
  const name = text.slice(text.lastIndexOf("/") + 1);
  const fields = name.split("--");
  const field = fields[1] ?? fields[0] ?? "";
  const [, version = field, revision = "0", patch = "0"] =
    /^(?:(.*)-)?r([0-9]+)(?:p([0-9]+))?$/s.exec(field) ?? [];
  return { text, weight: weightOf(version), revision: [Number(revision), Number(patch)] };
}

/** What a word before a release takes from the number that it follows. */
const NEARNESS: Readonly<Record<string, number>> = {
  rc: 0.0001,
  pre: 0.001,
  pr: 0.001,
  beta: 0.01,
  alpha: 0.1,
};
const REPOSITORIES = ["svn", "cvs", "git", "bzr", "hg"];

function weightOf(version: string): Weight {
  if (version === "" || version === "Current") return [];
  const shown = version.toLowerCase().endsWith("-git") ? "git" : version;
  const weight: (number | Piece[])[] = REPOSITORIES.includes(shown.toLowerCase()) ? [-1] : [];
  for (const chunk of chunksOf(shown)) {
    const pieces: Piece[] = [];
    for (const part of chunk.toLowerCase().split(".")) {
      const piece = part.startsWith("-") ? part.slice(1) : part;
      const nearness = Object.hasOwn(NEARNESS, piece) ? NEARNESS[piece] : undefined;
      if (/^[0-9]+$/.test(piece)) pieces.push(Number(piece));
      else if (nearness === undefined || !lower(weight.at(-1), nearness)) pieces.push(piece);
    }
    if (pieces.length > 0) weight.push(pieces);
  }
  return weight;
}

/** Whether there was a number to take it from. */
function lower(chunk: number | Piece[] | undefined, nearness: number): boolean {
  const last = Array.isArray(chunk) ? chunk.at(-1) : undefined;
  if (!Array.isArray(chunk) || typeof last !== "number") return false;
  chunk[chunk.length - 1] = last - nearness;
  return true;
}

/** Cut where digits begin or end, but not beside a dot: `1.0rc2` is `1.0`, `rc`, `2`. */
function chunksOf(version: string): readonly string[] {
  return version.split(/(?<=[0-9])(?=[^0-9.])|(?<=[^0-9.])(?=[0-9])/);
}

type Comparable = number | string | readonly Comparable[];

/** As Python compares: element by element, the shorter list first; undefined for a number and a word, say. */
function compare(a: Comparable, b: Comparable): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (!isList(a) || !isList(b)) return undefined;
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compare(one, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function isList(value: Comparable): value is readonly Comparable[] {
  return typeof value === "object";
}

/** Weights of different make are flattened, and a nothing stands before each word that the other has not. */
function compareWeights(a: Weight, b: Weight): number {
  const order = compare(a, b);
  if (order !== undefined) return order;
  const length = Math.min(a.length, b.length);
  const [left, right] = padded(flattened(a, length), flattened(b, length));
  return compare(left, right) ?? 0;
}

/** Chunks that begin within the first `length` places; those of earlier ones move the others out of reach. */
function flattened(weight: Weight, length: number): readonly Comparable[] {
  const flat: Comparable[] = [...weight];
  for (let at = 0; at < length; at += 1) {
    const chunk = flat[at];
    if (chunk !== undefined && isList(chunk)) flat.splice(at, 1, ...chunk);
  }
  return flat;
}

function padded(a: readonly Comparable[], b: readonly Comparable[]) {
  const [left, right] = [[...a], [...b]];
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    if (typeof left[at] === typeof right[at]) continue;
    if (typeof left[at] === "string") left.splice(at, 0, 0);
    else if (typeof right[at] === "string") right.splice(at, 0, 0);
  }
  return [left, right] as const;
}
