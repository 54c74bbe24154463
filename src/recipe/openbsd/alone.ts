// What others call a port that stands in no ports tree.

import { parsePkgpath } from "../../port/port.ts";
import type { PortRequest, Tree } from "../reading.ts";
import { evaluateMakefile } from "./evaluate.ts";
import { wordsOf } from "./words.ts";
import { makeRequestFor } from "./world.ts";

/**
 * `devel/autoconf/2.69`: below the first of its CATEGORIES, which is where ports stand in a tree, and with the folder
 * between the two where the port lies like that. Below another of them, where the ports tree that it is read with has it
 * there. Its folder's name, when it has no category.
 */
export function pkgpathAlone(tree: Tree, request: PortRequest): string {
  // Whatever else is wrong with it, or waits for a command.
  const { expand } = evaluateMakefile(makeRequestFor(tree, request), WANTED);
  const categories = wordsOf(expand("CATEGORIES") ?? "");
  const known = categories.map((one) => `${one}/${request.pkgpath}`).find((path) => isIn(path, request));
  if (known !== undefined) return known;
  const [category] = categories;
  if (category === undefined || !/^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(category)) return request.pkgpath;
  const folders = [...(request.treePath ?? []), ...request.folder.split("/").filter(Boolean)];
  const [above, ...between] = folders.slice(-3);
  return above === category && between.length === 2
    ? `${above}/${between.join("/")}`
    : `${category}/${request.pkgpath}`;
}

const WANTED = ["CATEGORIES"];

function isIn(pkgpath: string, { portsTree }: PortRequest): boolean {
  const path = parsePkgpath(pkgpath);
  return path?.folder === pkgpath && portsTree?.tree.exists(`${pkgpath}/Makefile`) === "file";
}
