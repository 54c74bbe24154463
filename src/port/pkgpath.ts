/** Where a port lives, with choices: `editors/vim,-main,no_x11` (pkgpath(7)). */
export type Pkgpath = {
  readonly folder: string;
  /** Without its dash; undefined for the default one. */
  readonly subpackage: string | undefined;
  /** `default` when nothing is said; `editors/vim,` asks for none. */
  readonly flavors: "default" | readonly string[];
};

const FOLDER = /^[A-Za-z0-9_][A-Za-z0-9._+@-]*(\/[A-Za-z0-9_][A-Za-z0-9._+@-]*)*$/;

/** The parts may come in any order after the folder. Undefined for what is not a pkgpath. */
export function parsePkgpath(text: string): Pkgpath | undefined {
  if (!text.includes(",")) {
    return FOLDER.test(text) ? { folder: text, subpackage: undefined, flavors: "default" } : undefined;
  }
  const [folder = "", ...choices] = text.split(",");
  if (!FOLDER.test(folder)) return undefined;
  const subpackages = choices.filter((choice) => choice.startsWith("-"));
  const flavors = choices.filter((choice) => !choice.startsWith("-") && choice !== "");
  if (
    subpackages.length > 1 ||
    ![...subpackages, ...flavors].every((choice) => /^-?[A-Za-z_]/.test(choice))
  ) {
    return undefined;
  }
  return {
    folder,
    subpackage: subpackages[0]?.slice(1),
    flavors: flavors.length === 0 && !choices.includes("") ? "default" : flavors,
  };
}
