// The files that lie beside a Recipe: patches, and what stands in Resources.

import type { Patch } from "../../port/port.ts";
import { nearest, quoted, type Source, type Span } from "../../report.ts";
import type { PortRequest, Tree } from "../reading.ts";
import type { Settings } from "./settings.ts";

/** The folder of a Recipe in its tree. */
export type RecipeFolder = {
  readonly tree: Tree;
  /** `""` or ending in `/`. */
  readonly path: string;
  /** What the user calls it, the same way. */
  readonly shown: string;
};

export function folderOf({ name }: Source, tree: Tree, { folder }: PortRequest): RecipeFolder {
  return { tree, path: folder === "" ? "" : `${folder}/`, shown: name.replace(/[^/]*$/, "") };
}

/** The Recipe of an architecture, which is read after the version's own. */
export function overlayOf({ tree, path, shown }: RecipeFolder, arch: string): readonly Source[] {
  const text = tree.read(`${path}${arch}/Recipe`);
  return text === undefined ? [] : [{ name: `${shown}${arch}/Recipe`, text }];
}

const RESOURCES = [
  ..."Dependencies BuildDependencies Description BuildInformation Environment Defaults Tasks Requirements".split(
    " ",
  ),
  ..."PostInstall Wrappers Hints UnmanagedFiles Unmanaged XmlCatalogData RootFS Utils Daemons COPYING".split(
    " ",
  ),
  ..."NewDependencies Orig-BuildInformation".split(" "),
];

/** A file of Resources, by its name or one that was meant to be it. */
export function readResource(
  name: string,
  { tree, path, shown }: RecipeFolder,
  settings: Settings,
): Source | undefined {
  const names = tree.list(`${path}Resources`);
  const found = names.includes(name) ? name : names.find((one) => meantBy(one) === name);
  const text = found === undefined ? undefined : tree.read(`${path}Resources/${found}`);
  if (found === undefined || text === undefined) return undefined;
  const source = { name: `${shown}Resources/${found}`, text };
  if (found !== name) {
    settings.report({
      severity: "warning",
      code: "gobo/misspelt-file",
      message: `${quoted(`Resources/${found}`)} is taken for \`Resources/${name}\``,
      span: { source, start: 0, end: 0 },
      help: `call it \`${name}\`: Compile does not look at it`,
    });
  }
  return source;
}

/** A name that is near to one that Compile knows, and none itself. */
function meantBy(name: string): string | undefined {
  return RESOURCES.includes(name) ? undefined : nearest(name, RESOURCES);
}

/** Patches as Compile applies them: the recipe's own, those of the architecture, then those with markers. */
export function lowerPatches(
  folders: readonly string[],
  { tree, path }: RecipeFolder,
  span: Span,
): readonly Patch[] {
  const named = (suffix: string) =>
    folders.flatMap((folder) =>
      tree
        .list(`${path}${folder}`.replace(/\/$/, ""))
        .filter((name) => name.endsWith(suffix))
        .map((name) => `${folder}${name}`),
    );
  const plain = named(".patch").map((file): Patch => ({ path: file, strip: 1, span }));
  const marked = named(".patch.in")
    .sort()
    .map((file): Patch => ({ path: file, strip: 1, form: "markers", span }));
  return [...plain, ...marked];
}
