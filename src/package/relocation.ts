import path from "node:path/posix";
import type { Package } from "../port/port.ts";
import type { Draft } from "./metadata.ts";
import { nameList } from "./shown.ts";

/**
 * Whether a package works at another place than its prefix: nothing in it names the prefix, and what it links to is
 * found from where it lies (`$ORIGIN`), or in the base. Whatever else there may be to move is nothing to guess about.
 */
export function relocationOf(draft: Draft): Package["relocatable"] {
  const because = hindrance(draft);
  return because === undefined ? { verdict: "yes" } : { verdict: "no", because };
}

function hindrance({ job: { prefix }, entries, contents, audit }: Draft): string | undefined {
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
