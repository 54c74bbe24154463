import { matchesGlob } from "../../port/port.ts";
import type { PortRequest, Tree } from "../reading.ts";
import type { MakeFiles } from "./evaluation.ts";
import type { PortFiles } from "./scene.ts";

/** The files that a port's variables name; `curdir` is its folder in make's spelling. */
export function portFiles(
  tree: Tree,
  {
    request,
    files,
    curdir,
  }: { readonly request: PortRequest; readonly files: MakeFiles; readonly curdir: string },
): PortFiles {
  const inner = (path: string) => {
    const plain = plainPath(path);
    return plain.startsWith(`${curdir}/`) ? plain.slice(curdir.length + 1) : undefined;
  };
  return {
    source: (path) => files.read(plainPath(path)),
    inner,
    matching: (pattern) => {
      const cut = pattern.lastIndexOf("/");
      const folder =
        inner(`${pattern.slice(0, cut)}/.`) ?? (plainPath(pattern.slice(0, cut)) === curdir ? "" : undefined);
      if (folder === undefined) return [];
      const place = [request.folder, folder].filter((part) => part !== "").join("/");
      const name = pattern.slice(cut + 1);
      return tree
        .list(place)
        .filter(
          (one) => matchesGlob(name, one) && tree.exists(`${place}/${one}`.replace(/^\//, "")) === "file",
        )
        .map((one) => [curdir, folder, one].filter((part) => part !== "").join("/"));
    },
  };
}

/** Absolute, without `.` and `..`. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
