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

/** How to mend that nothing is there. */
export function includeHelp(name: string, way: Include["way"]): string {
  if (way === "system") return "write `<bsd.port.mk>`; a file of the port's own stands in quotes";
  return /^\.\.|\/\.\.\//.test(name) || name.startsWith("/")
    ? "it lies outside the port's folder: read the port where it stands in its tree, or name that with `--ports-dir`"
    : "write the file, beside this one or beside the Makefile, or remove the line";
}

/** Without the slash. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
