import path from "node:path/posix";
import type { ScannedEntry } from "../host/host.ts";
import type { Package } from "../port/port.ts";
import type { AuditReport } from "./audit.ts";
import type { Contents } from "./contents.ts";
import { nameList } from "./shown.ts";

export type Placed = {
  readonly prefix: string;
  readonly entries: readonly ScannedEntry[];
  readonly contents: Contents;
  readonly audit: Pick<AuditReport, "links" | "libraryPath">;
};

/**
 * Whether a package works at another place than its prefix: nothing in it names the prefix, and what it links to is
 * found from where it lies (`$ORIGIN`), or in the base. Whatever else there may be to move is nothing to guess about.
 */
export function relocationOf(placed: Placed): Package["relocatable"] {
  const because = hindrance(placed);
  return because === undefined ? { verdict: "yes" } : { verdict: "no", because };
}

function hindrance({ prefix, entries, contents, audit }: Placed): string | undefined {
  const naming = entries.filter(
    ({ path: file, target }) => contents.get(file)?.prefix === "left" || path.isAbsolute(target),
  );
  if (naming.length > 0) {
    const verb = naming.length === 1 ? "names" : "name";
    return `${nameList(naming.map(({ path: file }) => file))} ${verb} its prefix \`${prefix}\``;
  }
  if (audit.libraryPath.length > 0) {
    return `its libraries are found through \`LD_LIBRARY_PATH\` only, not by a RUNPATH of \`$ORIGIN\``;
  }
  const foreign = audit.links.find(({ from }) => from.kind === "dependency");
  if (foreign?.from.kind === "dependency") {
    return `it finds \`${foreign.needed}\` of \`${foreign.from.fullpkgname}\` by that package's place`;
  }
  return undefined;
}
