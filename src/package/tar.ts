// The archive's headers, byte for byte those of GNU tar --format=posix: ustar fields, and pax records only where those
// are too small (POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header").

/** One member. `path` and `target` are bytes, one a character (latin1); a folder's path ends with a slash. */
export type ArchiveEntry = {
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  /** Seconds, not negative. */
  readonly modified: number;
} & (
  | { readonly kind: "file"; readonly sizeBytes: number }
  | { readonly kind: "folder" }
  | { readonly kind: "link"; readonly target: string }
  /** `target` is the path of an earlier file. */
  | { readonly kind: "hard-link"; readonly target: string }
);

export const BLOCK_BYTES = 512;

/** Two blocks of zeros. */
export const END_OF_ARCHIVE: Buffer = Buffer.alloc(2 * BLOCK_BYTES);

const TYPES = { file: "0", "hard-link": "1", link: "2", folder: "5" } as const;
const NAME_BYTES = 100;
/** Eleven octal digits. */
const SIZE_LIMIT = 0o77777777777;

/**
 * Everything before the member's content. `sourceDateEpoch` is the time of pax headers, as GNU tar's --mtime makes it
 * (which --clamp-mtime doesn't change).
 */
export function headerOf(entry: ArchiveEntry, sourceDateEpoch: number): Buffer {
  const sizeBytes = entry.kind === "file" ? entry.sizeBytes : 0;
  const target = "target" in entry ? entry.target : "";
  const fields = { ...entry, sizeBytes, target, type: TYPES[entry.kind], owner: "root" };
  const header = ustar({ ...fields, sizeBytes: sizeBytes > SIZE_LIMIT ? 0 : sizeBytes });
  const records = paxRecords({ path: entry.path, target, sizeBytes });
  if (records.length === 0) return header;
  const pax = ustar({
    path: paxName(entry.path),
    mode: 0o644,
    modified: sourceDateEpoch,
    sizeBytes: records.length,
    target: "",
    type: "x",
    owner: "",
  });
  return Buffer.concat([pax, records, paddingOf(records.length), header]);
}

/** The zeros that fill the last block of a content. */
export function paddingOf(sizeBytes: number): Buffer {
  return Buffer.alloc((BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES);
}

/** As GNU tar --sort=name walks: each folder in byte order, and what is in it right after it. */
export function byArchiveOrder(a: { readonly path: string }, b: { readonly path: string }): number {
  // A slash sorts before all other bytes, as the end of a name does.
  const [left, right] = [a.path.replaceAll("/", "\0"), b.path.replaceAll("/", "\0")];
  return left < right ? -1 : left > right ? 1 : 0;
}

function paxRecords(long: { readonly path: string; readonly target: string; readonly sizeBytes: number }) {
  const records: Buffer[] = [];
  if (long.target.length > NAME_BYTES) records.push(paxRecord("linkpath", long.target));
  if (long.path.length > NAME_BYTES || !/^[\0-\x7f]*$/.test(long.path)) {
    records.push(paxRecord("path", long.path));
  }
  if (long.sizeBytes > SIZE_LIMIT) records.push(paxRecord("size", String(long.sizeBytes)));
  return Buffer.concat(records);
}

/** `LENGTH KEY=VALUE\n`, where the length counts its own digits too. */
function paxRecord(key: string, value: string): Buffer {
  const rest = key.length + value.length + 3;
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}\n`, "latin1");
}

/** GNU tar's default, `%d/PaxHeaders.%p/%f`, without the number of the process. */
function paxName(path: string): string {
  const bare = path.replace(/\/$/, "");
  const cut = bare.lastIndexOf("/");
  return cut === -1 ? `./PaxHeaders/${bare}` : `${bare.slice(0, cut)}/PaxHeaders/${bare.slice(cut + 1)}`;
}

type UstarFields = {
  readonly path: string;
  readonly mode: number;
  readonly modified: number;
  readonly sizeBytes: number;
  readonly target: string;
  readonly type: string;
  readonly owner: string;
};

function ustar({ path, mode, modified, sizeBytes, target, type, owner }: UstarFields): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const text = (value: string, at: number, size: number) => block.write(value, at, size, "latin1");
  const octal = (value: number, at: number, size: number) =>
    text(value.toString(8).padStart(size - 1, "0"), at, size);
  text(path, 0, NAME_BYTES);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(sizeBytes, 124, 12);
  octal(modified, 136, 12);
  text(" ".repeat(8), 148, 8);
  text(type, 156, 1);
  text(target, 157, NAME_BYTES);
  text("ustar\x0000", 257, 8);
  text(owner, 265, 32);
  text(owner, 297, 32);
  if (owner !== "") {
    octal(0, 329, 8);
    octal(0, 337, 8);
  }
  const sum = block.reduce((total, byte) => total + byte, 0);
  text(`${sum.toString(8).padStart(6, "0")}\0 `, 148, 8);
  return block;
}
