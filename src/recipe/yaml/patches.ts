import { isLiteral, matchesGlob, type Patch } from "../../port/port.ts";
import { type Located, quoted } from "../../report.ts";
import type { PatchKeys } from "./keys.ts";
import { tell, type Workplace } from "./workplace.ts";

/** Patches in the order written, each pattern's files by code unit; a file that was named before keeps its place. */
export function lowerPatches(patches: PatchKeys, workplace: Workplace): readonly Patch[] {
  const lowered = new Map<string, Patch>();
  for (const { value, span } of patches) {
    const pattern = typeof value === "string" ? { value, span } : value.path;
    const strip = typeof value === "string" ? 1 : (value.strip?.value ?? 1);
    for (const path of filesOf(pattern, workplace)) {
      if (!lowered.has(path)) lowered.set(path, { path, strip, span });
    }
  }
  return [...lowered.values()];
}

function filesOf({ value: pattern, span }: Located<string>, workplace: Workplace): readonly string[] {
  const parts = pattern.split("/");
  const folders = parts.slice(0, -1);
  const open = folders.findIndex((part) => !isLiteral(part));
  const fixed = open === -1 ? folders : folders.slice(0, open);
  const found = isLiteral(pattern)
    ? [pattern].filter((path) => workplace.tree.exists(`${workplace.folder}${path}`) === "file")
    : filesBelow(fixed.map((part) => `${part}/`).join(""), workplace, {
        depth: parts.includes("**") ? Number.POSITIVE_INFINITY : parts.length - fixed.length - 1,
      }).filter((path) => matchesGlob(pattern, path));
  if (found.length === 0 && pattern !== "") {
    tell(workplace, span, {
      code: "yaml/no-file",
      message: `${quoted(pattern)} ${isLiteral(pattern) ? "is not" : "matches nothing"} in the port's folder`,
      help: "patches lie beside `port.yml`, by custom in `patches/`",
    });
  }
  return found;
}

function filesBelow(
  prefix: string,
  workplace: Workplace,
  { depth }: { readonly depth: number },
): readonly string[] {
  const { tree, folder } = workplace;
  const paths = tree.list(`${folder}${prefix}`).map((name) => `${prefix}${name}`);
  return paths
    .flatMap((path) => {
      const found = tree.exists(`${folder}${path}`);
      if (found === "file") return [path];
      return found === "folder" && depth > 0 ? filesBelow(`${path}/`, workplace, { depth: depth - 1 }) : [];
    })
    .sort();
}
