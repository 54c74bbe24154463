// Which ports a tree lists: SUBDIR of its categories' Makefiles, entries `dir`, `dir,flavor` and `dir,`.

import { parsePkgpath } from "../../port/port.ts";
import type { PortRequest, Tree } from "../reading.ts";
import { evaluateMakefile } from "./evaluate.ts";
import { wordsOf } from "./words.ts";
import { hasInfrastructure, makeRequestFor } from "./world.ts";

export type ListedPort = Pick<PortRequest, "folder" | "flavors"> & { readonly key: string };

/** Categories hold categories, but not for ever. */
const DEPTH_LIMIT = 10;

/** What a Makefile is for: `port` builds something, `category` lists folders. */
export function kindOfMakefile(text: string): "port" | "category" | "other" {
  const [, kind] = /^\.?\s*-?s?include\s+<bsd\.port(\.subdir)?(?:\.arch)?\.mk>/m.exec(text) ?? ["", "other"];
  return kind === "other" ? "other" : kind === undefined ? "port" : "category";
}

/** The ports that the Makefile of `folder` lists, in its order, each entry once; what is not there is left out. */
export function* listedPorts(tree: Tree, folder: string, depth = 0): Generator<ListedPort> {
  // Part of a ports tree: what it is called there makes no difference to the list.
  const pkgpath = folder === "" && !hasInfrastructure(tree) ? "category" : folder;
  const request = { folder, treeName: ".", pkgpath, flavors: "default" } as const;
  const { expand } = evaluateMakefile(makeRequestFor(tree, request));
  const found = new Set<string>();
  for (const word of wordsOf(expand("SUBDIR") ?? "")) {
    for (const one of portsOf(word, { tree, folder, depth })) {
      if (found.has(one.key)) continue;
      found.add(one.key);
      yield one;
    }
  }
}

type Place = { readonly tree: Tree; readonly folder: string; readonly depth: number };

/** What a word of SUBDIR stands for: a port, or all that another category lists. */
function* portsOf(word: string, { tree, folder, depth }: Place): Generator<ListedPort> {
  const key = folder === "" ? word : `${folder}/${word}`;
  const path = parsePkgpath(key);
  const text = path && tree.read(`${path.folder}/Makefile`);
  if (!path || text === undefined) return;
  if (kindOfMakefile(text) !== "category") yield { folder: path.folder, key, flavors: path.flavors };
  else if (depth < DEPTH_LIMIT) yield* listedPorts(tree, path.folder, depth + 1);
}
