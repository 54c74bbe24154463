import type { Style, SystemDependency } from "../../port/port.ts";
import { type Located, nearest, quoted } from "../../report.ts";
import type { Settings } from "./settings.ts";

/** Of each recipe_type, what builds it, the list that options of flags are added to, and what no Recipe says it needs. */
const TYPES: Readonly<
  Record<string, { readonly style: Style; readonly options: string; readonly needs?: readonly string[] }>
> = {
  configure: { style: "gnu", options: "configure_options" },
  makefile: { style: "make", options: "make_variables" },
  cmake: { style: "cmake", options: "cmake_options" },
  meson: { style: "meson", options: "meson_options" },
  python: { style: "python", options: "python_options" },
  perl: { style: "perl", options: "perl_options" },
  xmkmf: { style: "imake", options: "make_variables" },
  scons: { style: "scons", options: "scons_variables" },
  waf: { style: "waf", options: "waf_options" },
  // No style of its own: its steps are those of the Recipe's type.
  cabal: { style: "script", options: "cabal_options", needs: ["ghc"] },
  manifest: { style: "manifest", options: "manifest" },
  meta: { style: "meta", options: "include" },
};

/** Older spellings: `is_makefile=yes`. */
const LEGACY = ["makefile", "python", "xmkmf", "meta", "meson", "scons", "manifest"];

export type RecipeType = {
  readonly name: string;
  readonly style: Located<Style>;
  readonly options: string;
  /** Of the base. */
  readonly needs: readonly SystemDependency[];
};

/** Undefined, and reported, when the Recipe has none that is known. */
export function recipeType(settings: Settings): RecipeType | undefined {
  const written = settings.text("recipe_type");
  const legacy = LEGACY.find((type) => settings.isYes(`is_${type}`));
  const name = written?.value ?? legacy ?? (settings.isYes("is_compileprogram") ? "configure" : undefined);
  const type = name !== undefined && Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  const span = written?.span ?? settings.span;
  if (name !== undefined && type) {
    const { style, options, needs = [] } = type;
    const system = needs.map((one): SystemDependency => ({ kind: "neutral", name: one, span }));
    return { name, style: { value: style, span }, options, needs: system };
  }
  const known = Object.keys(TYPES);
  const meant = name === undefined ? undefined : nearest(name, known);
  settings.report({
    code: "gobo/recipe-type",
    message: name === undefined ? "no `recipe_type` is set" : `${quoted(name)} is not a \`recipe_type\``,
    span,
    help: meant ? `did you mean \`${meant}\`?` : `choose from ${known.map((one) => `\`${one}\``).join(", ")}`,
  });
  return undefined;
}
