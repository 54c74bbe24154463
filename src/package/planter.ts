import { isUtf8 } from "node:buffer";
import path from "node:path/posix";
import type { Planting } from "../host/host.ts";
import { unreachable } from "../report.ts";
import type { ArchiveSink } from "./archive-reader.ts";
import { Damaged } from "./damaged.ts";
import { shownName } from "./shown.ts";
import type { ArchiveEntry } from "./tar.ts";

export type PlanterSetting = {
  readonly planting: Planting;
  /** The top folder of the archive, which stands for the prefix; and of the tree. */
  readonly top: string;
  readonly prefix: string;
  readonly setuid: "refuse" | "keep";
};

/** As the kernel follows them (path_resolution(7)). */
const MOST_LINKS = 40;
const SET_ID_BITS = 0o6000;

/**
 * Writes the members of an archive as they are read. Throws `Damaged` for what must not lie on anybody's disk: names
 * that lead elsewhere, members that stand on a link, links out of the prefix, set-user-ID files that nobody asked for.
 */
export class Planter implements ArchiveSink {
  readonly #setting: PlanterSetting;
  readonly #entries = new Map<string, ArchiveEntry>();
  #open: { readonly entry: ArchiveEntry; readonly file: ReturnType<Planting["openFile"]> } | undefined;

  constructor(setting: PlanterSetting) {
    this.#setting = setting;
  }

  readonly entry = (entry: ArchiveEntry): void => {
    this.#closeFile();
    const { planting } = this.#setting;
    const where = this.#checked(entry);
    this.#entries.set(where, entry);
    switch (entry.kind) {
      case "folder":
        planting.makeFolder(where, entry.mode & 0o777);
        break;
      case "link":
        planting.makeLink(where, entry.target);
        break;
      case "hard-link":
        if (this.#entries.get(entry.target)?.kind !== "file") {
          throw new Damaged(`\`${shownName(where)}\` is another name of nothing`);
        }
        planting.makeHardLink(where, entry.target);
        break;
      case "file":
        this.#open = { entry, file: planting.openFile(where, entry.mode & 0o7777) };
        break;
      default:
        unreachable(entry);
    }
  };

  readonly content = (chunk: Buffer): void => {
    if (!this.#open) throw new Error("content before any file");
    this.#open.file.write(chunk);
  };

  /** When all was read: links are looked at, and folders get their times. */
  finish(): void {
    this.#closeFile();
    for (const [where, entry] of this.#entries) {
      if (entry.kind === "link" && !this.#staysInside(where, entry.target)) {
        throw new Damaged(
          `\`${shownName(where)}\` is a link to \`${shownName(entry.target)}\`, outside of the package`,
        );
      }
    }
    const folders = [...this.#entries].filter(([, { kind }]) => kind === "folder");
    for (const [where, { modified }] of folders.reverse()) this.#setting.planting.setTime(where, modified);
  }

  /** In any case, at the end. */
  close(): void {
    this.#open?.file.close();
    this.#open = undefined;
  }

  #closeFile(): void {
    const { path: where, modified } = this.#open?.entry ?? {};
    this.close();
    if (where !== undefined && modified !== undefined) this.#setting.planting.setTime(where, modified);
  }

  /** The path of an entry, without the slash at the end of a folder's, if it may be written. */
  #checked(entry: ArchiveEntry): string {
    const { top, setuid } = this.#setting;
    const where = entry.kind === "folder" ? entry.path.replace(/\/$/, "") : entry.path;
    const shown = shownName(where);
    const parts = where.split("/");
    if (parts.some((part) => part === "" || part === "." || part === "..")) {
      throw new Damaged(`\`${shown}\` is not a plain name`);
    }
    if (!isUtf8(Buffer.from(where, "latin1"))) throw new Damaged(`the name of \`${shown}\` is not UTF-8`);
    const isTop = where === top && entry.kind === "folder";
    if (!isTop && !where.startsWith(`${top}/`)) {
      throw new Damaged(`\`${shown}\` does not lie in \`${shownName(top)}\`, the last part of its prefix`);
    }
    if (this.#entries.has(where)) throw new Damaged(`\`${shown}\` is in it twice`);
    if (!isTop && this.#entries.get(path.dirname(where))?.kind !== "folder") {
      throw new Damaged(`\`${shown}\` does not lie in a folder of the package`);
    }
    if (setuid === "refuse" && entry.kind === "file" && (entry.mode & SET_ID_BITS) !== 0) {
      throw new Damaged(
        `\`${shown}\` would run as its owner, whoever starts it (set-user-ID or set-group-ID)`,
      );
    }
    return where;
  }

  /** Whether every step of a link, links on its way followed, stays at or below the prefix. */
  #staysInside(link: string, target: string): boolean {
    const { top } = this.#setting;
    let links = 0;
    const follow = (from: string, way: string): string | undefined => {
      links += 1;
      const steps = this.#stepsOf(way);
      if (links > MOST_LINKS || !steps) return undefined;
      let at: string | undefined = way.startsWith("/") ? top : from;
      for (const step of steps) {
        if (at === undefined || (at === top && step === "..")) return undefined;
        const next: string = step === ".." ? path.dirname(at) : `${at}/${step}`;
        const entry = this.#entries.get(next);
        at = entry?.kind === "link" ? follow(at, entry.target) : next;
      }
      return at;
    };
    return follow(path.dirname(link), target) !== undefined;
  }

  /** Of a target, from where it starts; an absolute one must go through the prefix. */
  #stepsOf(target: string): readonly string[] | undefined {
    const prefix = Buffer.from(this.#setting.prefix).toString("latin1");
    if (target.startsWith("/") && target !== prefix && !target.startsWith(`${prefix}/`)) return undefined;
    const way = target.startsWith("/") ? target.slice(prefix.length) : target;
    return way.split("/").filter((part) => part !== "" && part !== ".");
  }
}
