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
export function listedPorts(tree: Tree, folder: string, depth = 0): readonly ListedPort[] {
  // Part of a ports tree: what it is called there makes no difference to the list.
  const pkgpath = folder === "" && !hasInfrastructure(tree) ? "category" : folder;
  const request = { folder, treeName: ".", pkgpath, flavors: "default" } as const;
  const { expand } = evaluateMakefile(makeRequestFor(tree, request));
  const found = new Map<string, ListedPort>();
  for (const word of wordsOf(expand("SUBDIR") ?? "")) {
    const key = folder === "" ? word : `${folder}/${word}`;
    const path = parsePkgpath(key);
    const text = path && tree.read(`${path.folder}/Makefile`);
    if (!path || text === undefined) continue;
    if (kindOfMakefile(text) === "category") {
      const inner = depth < DEPTH_LIMIT ? listedPorts(tree, path.folder, depth + 1) : [];
      for (const one of inner) found.set(one.key, one);
    } else found.set(key, { folder: path.folder, key, flavors: path.flavors });
  }
  return [...found.values()];
}
