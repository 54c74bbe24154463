// How two files that should be equal differ, for people: where, what stands there, and what that looks like. The files
// may be anybody's: work is bounded by their size, and what is shown is short and printable.

import { gunzipSync } from "node:zlib";
import { type ElfSection, elfSections } from "./elf-sections.ts";
import { shownName } from "./shown.ts";

/** What two builds of the same let into their results. */
export type Cause = "time" | "host-name" | "order" | "unknown";

export type Difference = {
  /** Where in the file, outermost first: `section .rodata`, `member main.o`; empty for the file itself. */
  readonly where: readonly string[];
  /** What stands there, a sentence. */
  readonly what: string;
  readonly cause: Cause;
};

/** Host names of the two builds. */
export type Hosts = readonly [string, string];

/** Not empty for files that differ. */
export function contentDifferences(
  [one, other]: readonly [Buffer, Buffer],
  hosts: Hosts,
  depth = 0,
): readonly Difference[] {
  if (one.equals(other)) return [];
  const readers = depth < DEEPEST ? [ofElf, ofArchive, ofGzip, ofZip, ofBytecode] : [];
  for (const reader of readers) {
    const found = reader([one, other], (pair) => contentDifferences(pair, hosts, depth + 1));
    if (found && found.length > 0) return found.slice(0, MOST);
  }
  return [plainDifference([one, other], hosts)];
}

const DEEPEST = 4;
const MOST = 20;

type Pair = readonly [Buffer, Buffer];
type Reader = (
  pair: Pair,
  inside: (pair: Pair) => readonly Difference[],
) => readonly Difference[] | undefined;

function within(where: string, differences: readonly Difference[]): readonly Difference[] {
  return differences.map((one) => ({ ...one, where: [where, ...one.where] }));
}

const ofElf: Reader = ([one, other], inside) => {
  const [left, right] = [elfSections(one), elfSections(other)];
  if (!left || !right) return undefined;
  const found = byName(left, right).flatMap(([name, a, b]) => {
    const where = `section ${shownName(name)}`;
    if (!a || !b) return [{ where: [where], what: "only in one of the two", cause: "unknown" } as const];
    return a.equals(b) ? [] : within(where, inside([a, b]));
  });
  // It is a digest over all others, and tells nothing more when they differ.
  const causes = found.filter(({ where }) => where[0] !== "section .note.gnu.build-id");
  return causes.length > 0 ? causes : found;
};

function byName(
  left: readonly ElfSection[],
  right: readonly ElfSection[],
): readonly (readonly [string, Buffer | undefined, Buffer | undefined])[] {
  const others = new Map(right.map(({ name, content }) => [name, content]));
  const names = new Set(left.map(({ name }) => name));
  return [
    ...left.map(({ name, content }) => [name, content, others.get(name)] as const),
    ...right
      .filter(({ name }) => !names.has(name))
      .map(({ name, content }) => [name, undefined, content] as const),
  ];
}

type Member = { readonly name: string; readonly time: string; readonly content: Buffer };

/** ar(5). */
const ofArchive: Reader = ([one, other], inside) => {
  const [left, right] = [arMembers(one), arMembers(other)];
  return left && right ? memberDifferences([left, right], inside) : undefined;
};

function memberDifferences(
  [left, right]: readonly [readonly Member[], readonly Member[]],
  inside: Parameters<Reader>[1],
): readonly Difference[] {
  const names = ([left, right] as const).map((members) => members.map(({ name }) => name));
  const [a = [], b = []] = names;
  if (a.join("\n") !== b.join("\n")) {
    const isOrder = [...a].sort().join("\n") === [...b].sort().join("\n");
    const what = isOrder ? "its members stand in another order" : "its members are not the same";
    return [{ where: [], what, cause: isOrder ? "order" : "unknown" }];
  }
  return left.flatMap((member, at): readonly Difference[] => {
    const twin = right[at];
    if (!twin) return [];
    const where = `member ${shownName(member.name)}`;
    const times: readonly Difference[] =
      member.time === twin.time
        ? []
        : [{ where: [where], what: `its time is ${member.time} and ${twin.time}`, cause: "time" }];
    return [...times, ...within(where, inside([member.content, twin.content]))];
  });
}

function arMembers(file: Buffer): readonly Member[] | undefined {
  if (file.toString("latin1", 0, 8) !== "!<arch>\n") return undefined;
  const members: Member[] = [];
  for (let at = 8; at + 60 <= file.length; ) {
    const header = file.toString("latin1", at, at + 60);
    const size = Number.parseInt(header.slice(48, 58), 10);
    if (!Number.isSafeInteger(size) || size < 0) return undefined;
    const content = file.subarray(at + 60, at + 60 + size);
    members.push({ name: header.slice(0, 16).trim(), time: header.slice(16, 28).trim(), content });
    at += 60 + size + (size % 2);
  }
  return members;
}

/** RFC 1952: the time stands in the header. */
const ofGzip: Reader = ([one, other], inside) => {
  if (![one, other].every((file) => file.length > 18 && file.readUInt16BE(0) === 0x1f8b)) return undefined;
  const times = [one.readUInt32LE(4), other.readUInt32LE(4)] as const;
  if (times[0] !== times[1]) {
    return [{ where: ["gzip header"], what: `its time is ${times[0]} and ${times[1]}`, cause: "time" }];
  }
  const [a, b] = [expanded(one), expanded(other)];
  return a && b ? within("inside", inside([a, b])) : undefined;
};

const MOST_EXPANDED = 256 * 1024 * 1024;

function expanded(file: Buffer): Buffer | undefined {
  try {
    return gunzipSync(file, { maxOutputLength: MOST_EXPANDED });
  } catch (error) {
    // Z_DATA_ERROR and the like, or more than that: then it is compared as it is.
    if (
      error instanceof Error &&
      /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String((error as NodeJS.ErrnoException).code))
    ) {
      return undefined;
    }
    throw error;
  }
}

/** By the directory at the end of a zip file (jar, wheel, egg): order, names, times, sums. */
const ofZip: Reader = ([one, other]) => {
  const [left, right] = [zipEntries(one), zipEntries(other)];
  if (!left || !right) return undefined;
  const contents = (members: readonly Member[]) =>
    new Map(members.map(({ name, content }) => [name, content]));
  const found = memberDifferences([left, right], () => []);
  const twins = contents(right);
  const changed = left.filter(({ name, content }) => twins.get(name)?.equals(content) === false);
  return [
    ...found,
    ...changed.map(
      ({ name }): Difference => ({
        where: [`member ${shownName(name)}`],
        what: "its content",
        cause: "unknown",
      }),
    ),
  ];
};

/** `content` is the sum of the content. */
function zipEntries(file: Buffer): readonly Member[] | undefined {
  const end = file.lastIndexOf("PK\x05\x06", file.length, "latin1");
  if (file.length < 4 || file.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 22 > file.length)
    return undefined;
  const members: Member[] = [];
  for (let at = file.readUInt32LE(end + 16); at + 46 <= end && file.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [
      file.readUInt16LE(at + 28),
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
    ];
    members.push({
      name: file.toString("latin1", at + 46, at + 46 + name),
      time: file.readUInt32LE(at + 12).toString(16),
      content: file.subarray(at + 16, at + 20),
    });
    at += 46 + name + extra + comment;
  }
  return members;
}

/** Python's PEP 552: a number that ends with a line, flags, and the time of the source unless the flags say otherwise. */
const ofBytecode: Reader = ([one, other]) => {
  const isBytecode = [one, other].every(
    (file) => file.length > 16 && file.toString("latin1", 2, 4) === "\r\n",
  );
  if (!isBytecode || one.readUInt32LE(4) !== 0 || one.readUInt32LE(8) === other.readUInt32LE(8))
    return undefined;
  const what = `the time of its source is ${one.readUInt32LE(8)} and ${other.readUInt32LE(8)}`;
  return [{ where: ["bytecode header"], what, cause: "time" }];
};

function plainDifference([one, other]: Pair, hosts: Hosts): Difference {
  const isText = ![one, other].some((file) => file.subarray(0, 8192).includes(0));
  if (isText) {
    const [left, right] = [lines(one), lines(other)];
    if (left.length === right.length && sameInOtherOrder(left, right)) {
      return { where: [], what: "the same lines in another order", cause: "order" };
    }
    const first = left.findIndex((line, index) => line !== right[index]);
    const at = first < 0 ? left.length : first;
    const [a, b] = [left[at] ?? "", right[at] ?? ""];
    return { where: [`line ${at + 1}`], what: `${shown(a)} and ${shown(b)}`, cause: causeOf([a, b], hosts) };
  }
  const at = firstDifference(one, other);
  const [a, b] = [printableAt(one, at), printableAt(other, at)];
  const place = `byte ${at}${one.length === other.length ? "" : `, of ${one.length} and ${other.length}`}`;
  if (a === "" && b === "") {
    const isOrder = one.length === other.length && one.length <= MOST_SORTED && sameBytes(one, other);
    const hex = (file: Buffer) => file.toString("hex", at, at + 8);
    const what = isOrder ? "the same bytes in another order" : `${hex(one)} and ${hex(other)}`;
    return { where: [place], what, cause: isOrder ? "order" : "unknown" };
  }
  return { where: [place], what: `${shown(a)} and ${shown(b)}`, cause: causeOf([a, b], hosts) };
}

const MOST_SORTED = 64 * 1024 * 1024;

function sameBytes(one: Buffer, other: Buffer): boolean {
  const counts = new Int32Array(256);
  for (const byte of one) counts[byte] = (counts[byte] ?? 0) + 1;
  for (const byte of other) counts[byte] = (counts[byte] ?? 0) - 1;
  return counts.every((count) => count === 0);
}

function lines(file: Buffer): readonly string[] {
  return file.toString("latin1").split("\n");
}

function sameInOtherOrder(left: readonly string[], right: readonly string[]): boolean {
  const [a, b] = [[...left].sort(), [...right].sort()];
  return a.every((line, at) => line === b[at]);
}

function firstDifference(one: Buffer, other: Buffer): number {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at += 1) if (one[at] !== other[at]) return at;
  return end;
}

const REACH = 80;

/** The text around a byte, as strings(1) would find it. */
function printableAt(file: Buffer, at: number): string {
  const isPrintable = (byte: number | undefined) => byte !== undefined && byte >= 0x20 && byte < 0x7f;
  if (!isPrintable(file[at])) return "";
  let [start, end] = [at, at];
  while (start > 0 && at - start < REACH && isPrintable(file[start - 1])) start -= 1;
  while (end < file.length && end - at < REACH && isPrintable(file[end])) end += 1;
  return file.toString("latin1", start, end);
}

const LONGEST = 120;

function shown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `\`${shownName(cut)}\``;
}

const TIMES = [
  /\b(?:19|20)\d\d[-/.]\d\d[-/.]\d\d\b/,
  /\b\d\d?:\d\d(?::\d\d)?\b/,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/,
  /\b(?:19|20)\d\d(?:[01]\d[0-3]\d)?\b/,
  /\b1[5-9]\d{8}\b/,
];

function causeOf([a, b]: readonly [string, string], [here, there]: Hosts): Cause {
  if (a.includes(here) && b.includes(there)) return "host-name";
  // The part that differs, and the words that it stands in.
  const isTime = TIMES.some((time) => {
    const [left, right] = [time.exec(a)?.[0], time.exec(b)?.[0]];
    return left !== undefined && right !== undefined && left !== right;
  });
  if (isTime) return "time";
  const [left, right] = [[...a].sort().join(""), [...b].sort().join("")];
  return left === right ? "order" : "unknown";
}
