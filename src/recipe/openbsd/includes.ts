// Where an included file is looked for, as parse.c of OpenBSD make has it.

import type { MakeFiles } from "./evaluation.ts";

export type Include = {
  readonly name: string;
  readonly way: "system" | "quoted";
  /** The file that includes. */
  readonly from: string;
  readonly makefile: string;
};

/** `<f>`: system files first, then beside the Makefile. `"f"`: beside the including file, beside the Makefile, system. */
export function includedPath({ name, way, from, makefile }: Include, files: MakeFiles): string | undefined {
  const system = files.system(name);
  if (way === "system" && system !== undefined) return system;
  if (name.startsWith("/")) return name;
  const beside = [folderOf(makefile)];
  if (way === "quoted") beside.unshift(folderOf(from));
  const found = beside.map((folder) => `${folder}/${name}`).find((path) => files.read(path) !== undefined);
  return found ?? system;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
