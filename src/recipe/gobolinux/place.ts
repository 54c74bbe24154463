import type { PortRequest, Tree } from "../reading.ts";

/** Where a Recipe lies: folders that Compile names variables after. */
export type RecipePlace = {
  readonly program: string;
  /** Folder of the version, with its revision. */
  readonly version: string;
  /** Set when the Recipe is one of an architecture, which is read after the version's own. */
  readonly overlayFor: string | undefined;
};

/** Machines that the tree of GoboLinux has recipes for; the name of a foreign kernel may follow. */
const MACHINE =
  /^(?:x86_64|i[3-6]86|epia-c3|aarch64|arm|cell|ppc|ppc64|sh4|mips|riscv64|sparc)(?:\.[A-Z]\w*)?$/;

export function placeOfRecipe(tree: Tree, { folder, treePath = [] }: PortRequest): RecipePlace {
  const path = [...treePath, ...folder.split("/")].filter((name) => name !== "");
  const above = folder.split("/").slice(0, -1);
  const isInVersion = above.length > 0 && tree.exists([...above, "Recipe"].join("/")) === "file";
  const isOverlay = isInVersion || MACHINE.test(path.at(-1) ?? "");
  const [program = "Unnamed", version = "0"] = path.slice(isOverlay ? -3 : -2);
  return { program, version, overlayFor: isOverlay ? path.at(-1) : undefined };
}
