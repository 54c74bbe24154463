// What an archive wants to do, seen while it flows past: its members' names, links and times.

import path from "node:path";
import { Parser, type ReadEntry } from "tar";

/** What is wrong with an archive, or with one member of it. */
export type ArchiveTrouble =
  | { readonly kind: "leaves"; readonly member: string }
  | { readonly kind: "link-leaves"; readonly member: string; readonly target: string }
  | { readonly kind: "special"; readonly member: string; readonly type: string }
  | { readonly kind: "unreadable"; readonly why: string };

export type Inspected = {
  readonly troubles: readonly ArchiveTrouble[];
  /** Folders at the top, in the archive's order. */
  readonly tops: readonly string[];
  /** Of files (what unpacked a zip gives folders and links the time of day), in whole seconds; 0 when there was none. */
  readonly newest: number;
};

/** More tell no more. */
const MOST_TROUBLES = 10;

/** Takes a tar stream piece by piece. What `inspect` has seen so far stands in `inspected`. */
export class ArchiveInspector {
  readonly #parser: Parser;
  readonly #troubles: ArchiveTrouble[] = [];
  readonly #tops = new Set<string>();
  #unreadable: ArchiveTrouble | undefined;
  #newest = 0;

  constructor() {
    // The stream is tar already: nothing in it may be taken for a compressed one.
    this.#parser = new Parser({ strict: false, brotli: false, zstd: false });
    this.#parser.on("entry", (entry: ReadEntry) => this.#see(entry));
    this.#parser.on("ignoredEntry", (entry: ReadEntry) => this.#see(entry));
    this.#parser.on("warn", (code: string, message: string | Error) => {
      // The last one says most: after many wrong checksums, that it is no archive.
      if (code !== "TAR_ENTRY_INFO") this.#unreadable = { kind: "unreadable", why: String(message) };
    });
  }

  /** Returns once the headers in this piece are judged: hand it on only when there are no troubles. */
  inspect(chunk: Uint8Array): void {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.write(chunk);
  }

  end(): void {
    if (this.#troubles.length < MOST_TROUBLES) this.#parser.end();
  }

  get isClean(): boolean {
    return this.#troubles.length === 0 && !this.#unreadable;
  }

  get inspected(): Inspected {
    const troubles = this.#unreadable ? [...this.#troubles, this.#unreadable] : this.#troubles;
    return { troubles, tops: [...this.#tops], newest: this.#newest };
  }

  #trouble(trouble: ArchiveTrouble): void {
    if (this.#troubles.length < MOST_TROUBLES) this.#troubles.push(trouble);
  }

  #see(entry: ReadEntry): void {
    const { path: member, type, linkpath = "", mtime } = entry;
    entry.resume();
    if (leaves(member)) this.#trouble({ kind: "leaves", member });
    // A symbolic link starts where it lies, a hard one at the top.
    const target = type === "SymbolicLink" ? path.posix.join(path.posix.dirname(member), linkpath) : linkpath;
    if (linkpath.startsWith("/") || leaves(path.posix.normalize(target))) {
      this.#trouble({ kind: "link-leaves", member, target: linkpath });
    }
    const name = SPECIAL.get(type);
    if (name !== undefined) this.#trouble({ kind: "special", member, type: name });
    const [top = "", ...rest] = member.split("/").filter((part) => part !== "." && part !== "");
    if (top !== "" && (rest.length > 0 || type === "Directory")) this.#tops.add(top);
    const seconds = Math.floor((mtime?.getTime() ?? 0) / 1000);
    if (FILES.includes(type) && seconds > this.#newest) this.#newest = seconds;
  }
}

const FILES: readonly string[] = ["File", "OldFile", "ContiguousFile"];

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ["CharacterDevice", "a device"],
  ["BlockDevice", "a device"],
  ["FIFO", "a pipe"],
]);

/** Whether a name leads out of the folder in which the archive is unpacked. */
export function leaves(name: string): boolean {
  return name.startsWith("/") || name.split("/").includes("..");
}
